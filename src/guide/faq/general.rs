//! What answers a question for everybody, whatever the operator.

use super::FaqQuestion;
use crate::guide::lines::{Arg, LineWriter};

// Commands to go on with. Their numbers are examples, not facts.
const COMPARE: &str = "simplan compare --days 10 --data 10GB";
const COMPARE_USE: &str = "simplan compare --days 10 --use medium";
const COMPARE_ESIM: &str = "simplan compare --days 10 --data 5GB --kind esim";
const USAGE: &str = "simplan usage";
const USAGE_SUM: &str = "simplan usage maps=1h messages=100 video=30min";
const PLANS: &str = "simplan plans list";
const COMPARE_MORE: &str = "simplan compare --days 10 --data 20GB";
const SCHEDULE: &str = "simplan schedule --days 30 --data 20GB";
const REMINDERS: &str = "simplan schedule --days 30 --data 20GB --from 2026-12-01 --ics renew.ics";
const STEPS: &str = "simplan renew-steps";
const STEPS_ABROAD: &str = "simplan renew-steps --channel abroad";

/// Writes the lines that hold for everybody.
pub fn write(question: FaqQuestion, out: &mut LineWriter<'_>) {
    match question {
        FaqQuestion::WhichPlan => {
            command("faq-which-compare", COMPARE, out);
            command("faq-which-usage", USAGE, out);
            out.advice("faq-which-network");
        }
        FaqQuestion::HowMuchData => {
            command("faq-much-usage", USAGE, out);
            command("faq-much-sum", USAGE_SUM, out);
            command("faq-much-compare", COMPARE_USE, out);
            out.advice("faq-within-wifi");
        }
        FaqQuestion::BuyAtAirport => {
            out.fact("faq-id-airport", "airport_stands");
            out.fact("faq-airport-counters", "airport_counters");
            out.fact("faq-id-airport-price", "airport_price");
            out.advice("faq-airport-hours");
            out.fact("faq-airport-town", "outlets");
            out.fact("faq-id-travellers", "id_for_travellers");
            command("faq-airport-compare", COMPARE, out);
        }
        FaqQuestion::WhichId => {
            out.fact("faq-id-travellers", "id_for_travellers");
            out.fact("faq-id-rule", "sim_registration");
            out.fact("faq-id-cut", "unidentified_sim_cut");
            out.fact("faq-id-check", "identification_number_check");
            out.advice("faq-id-how-many");
            out.fact("faq-id-free", "sim_is_free");
        }
        FaqQuestion::Esim => {
            out.advice("faq-esim-phone");
            command("faq-esim-travel", COMPARE_ESIM, out);
            out.advice("faq-esim-install");
        }
        FaqQuestion::PhoneCompatible => {
            out.advice("faq-phone-unlocked");
            out.advice("faq-phone-test");
            out.advice("faq-phone-size");
            out.fact("faq-share-imsi", "do_not_share_imsi");
            out.advice("faq-phone-moved");
            out.advice("faq-phone-bands");
        }
        FaqQuestion::TwoSims => {
            out.advice("faq-two-data");
            out.advice("faq-two-roaming");
            out.advice("faq-two-home");
            out.advice("faq-two-whatsapp");
            out.advice("faq-two-slot");
        }
        FaqQuestion::HowToRecharge => {
            data_star("faq-recharge-star", out);
            out.fact("faq-recharge-shop", "outlets");
            out.advice("faq-recharge-online");
            command("faq-recharge-steps", STEPS, out);
            out.fact("before-doubled", "doubled_passes");
        }
        FaqQuestion::AtTheCounter => counter(out),
        FaqQuestion::Stars => out.advice("faq-stars-what"),
        FaqQuestion::RechargeValidity => {
            out.advice("faq-left-sms");
            command("faq-valid-plans", PLANS, out);
            command("faq-valid-schedule", SCHEDULE, out);
            out.fact("faq-lose-rule", "recharge_validity_rule");
        }
        FaqQuestion::RenewEarly => {
            out.advice("faq-early");
            out.advice("faq-early-ready");
        }
        FaqQuestion::AutoRenew => {
            out.advice("faq-auto-prepaid");
            out.advice("faq-auto-monthly");
            command("faq-auto-reminder", REMINDERS, out);
        }
        FaqQuestion::AddUp => out.advice("faq-add-up-not"),
        FaqQuestion::UnusedData => out.advice("faq-unused"),
        FaqQuestion::DataUsedUp => {
            data_star("faq-up-recharge", out);
            out.advice("faq-up-off");
            out.advice("faq-up-how");
        }
        FaqQuestion::StayWithin => {
            out.advice("faq-within-wifi");
            out.advice("faq-within-maps");
            out.advice("faq-within-saver");
            command("faq-within-compare", COMPARE_MORE, out);
        }
        FaqQuestion::WhatIsLeft => out.advice("faq-left-sms"),
        FaqQuestion::OwnNumber => out.advice("faq-own-note"),
        _ => of_payment(question, out),
    }
}

/// What to do when a recharge fails.
fn of_payment(question: FaqQuestion, out: &mut LineWriter<'_>) {
    match question {
        FaqQuestion::OnlineFails => {
            out.advice("faq-online-network");
            out.advice("faq-online-card");
            out.fact("faq-online-shop", "outlets");
        }
        FaqQuestion::HowLong => {
            out.part("faq-long-online", "effective_time", "online");
            out.part("faq-long-shop", "effective_time", "shop");
            out.fact("faq-long-abroad", "effective_time_from_abroad");
            out.advice("faq-long-then");
        }
        FaqQuestion::ForeignCard => {
            out.advice("faq-card-other");
            out.fact("faq-card-cash", "outlets");
        }
        FaqQuestion::CreditInstead => {
            data_star("faq-credit-star", out);
            out.advice("faq-credit-again");
        }
        FaqQuestion::WrongNumber => {
            out.advice("faq-wrong-call");
            out.advice("faq-wrong-seller");
            out.advice("shop-show-number");
        }
        FaqQuestion::Refund => {
            out.advice("faq-refund-unknown");
            out.advice("faq-refund-proof");
            out.advice("faq-refund-bank");
        }
        FaqQuestion::TopUpFromAbroad => {
            out.fact("abroad-reseller", "top_up_from_abroad");
            out.fact("abroad-number", "country_code");
            out.fact("abroad-dearer", "top_up_from_abroad_dearer");
            out.fact("abroad-sells", "top_up_from_abroad_sells");
            out.fact("faq-long-abroad", "effective_time_from_abroad");
            command("faq-abroad-steps", STEPS_ABROAD, out);
        }
        _ => of_line(question, out),
    }
}

/// What holds for the network and for the line.
fn of_line(question: FaqQuestion, out: &mut LineWriter<'_>) {
    match question {
        FaqQuestion::NoNetwork => {
            out.advice("trouble-restart");
            out.advice("faq-net-settings");
            out.advice("faq-net-left");
            out.advice("faq-net-place");
            out.fact("faq-id-cut", "unidentified_sim_cut");
        }
        FaqQuestion::Apn => {
            out.advice("faq-apn-first");
            out.advice("faq-apn-where");
        }
        FaqQuestion::Coverage => {
            out.fact("faq-coverage-regions", "coverage_regions");
            out.advice("faq-coverage-wild");
            out.advice("faq-coverage-ask");
        }
        FaqQuestion::FiveG => {
            out.date("faq-5g-since", "5g");
            out.fact("faq-5g-reach", "5g_reach");
            out.advice("faq-5g-settings");
        }
        FaqQuestion::ShareSim => {
            out.fact("faq-share-imsi", "do_not_share_imsi");
            out.fact("faq-share-hotspot", "tethering");
            out.advice("faq-share-terms");
        }
        FaqQuestion::InternetCalls => {
            out.date("faq-calls-allowed", "voip");
            out.advice("faq-calls-fail");
            command("faq-calls-data", USAGE, out);
        }
        FaqQuestion::Vpn => {
            out.fact("faq-vpn-law", "vpn");
            out.advice("faq-vpn-before");
        }
        FaqQuestion::RoamingAbroad => {
            out.advice("faq-roam-own");
            out.advice("faq-roam-off");
            out.advice("faq-roam-price");
        }
        FaqQuestion::Suspended => {
            out.advice("faq-suspended-first");
            out.advice("faq-suspended-sms");
        }
        FaqQuestion::LostSim => {
            out.advice("faq-lost-block");
            out.advice("faq-lost-new");
            out.advice("faq-lost-puk");
            out.advice("faq-lost-wallet");
        }
        FaqQuestion::LoseNumber => {
            out.fact("faq-lose-rule", "recharge_validity_rule");
            out.fact("faq-lose-old", "number_lifetime_old");
            out.advice("faq-lose-keep");
        }
        FaqQuestion::CustomerCare => {
            out.advice("faq-care-ready");
            out.advice("faq-care-language");
        }
        FaqQuestion::Fraud => {
            out.advice("faq-fraud-official");
            out.fact("faq-fraud-active", "sim_registration");
            out.advice("faq-fraud-secret");
            out.advice("faq-fraud-sms");
        }
        FaqQuestion::ResidentPapers => {
            out.advice("faq-papers-ask");
            out.advice("faq-papers-prepaid");
        }
        FaqQuestion::CancelContract => {
            out.advice("faq-cancel-prepaid");
            out.advice("faq-cancel-written");
        }
        _ => {}
    }
}

/// What to say, show and wait for at a counter.
fn counter(out: &mut LineWriter<'_>) {
    for key in ["say-french", "say-darija", "say-arabic", "say-meaning"] {
        let args = vec![
            ("amount", Arg::term("…")),
            ("star", Arg::term(out.data_star())),
            ("data", Arg::Count(1)),
            ("number", Arg::term("…")),
            ("gaps", Arg::Count(1)),
        ];
        out.line(key, args, &[]);
    }
    out.advice("shop-show-number");
    out.fact("shop-receipt", "receipt");
    out.advice("shop-wait-sms");
}

/// Writes a line that names a command to go on with.
fn command(key: &'static str, command: &str, out: &mut LineWriter<'_>) {
    out.line(key, vec![("command", Arg::term(command))], &[]);
}

/// Writes a line about the star that makes data of a recharge.
fn data_star(key: &'static str, out: &mut LineWriter<'_>) {
    out.line(key, vec![("star", Arg::term(out.data_star()))], &[]);
}

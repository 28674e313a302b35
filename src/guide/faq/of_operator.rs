//! What answers a question for one operator, or that it is unknown.

use super::FaqQuestion;
use crate::guide::facts::{Fact, FactValue, Operator};
use crate::guide::lines::{Arg, LineWriter, args_of, part_of};

/// The command that shows the SIM behind the fact `prepaid_sim_or_esim`.
const PREPAID_SIM: &str = "simplan plans show orange-prepaid-sim";

/// Writes the lines about the operator; none if the question has nothing to do with operators.
pub fn write<'f>(question: FaqQuestion, operator: &'f Operator, out: &mut LineWriter<'f>) {
    match question {
        FaqQuestion::BuyAtAirport => {
            out.fact_or("faq-airport-reports", "sim_price_reports", "faq-airport-reports-unknown");
        }
        FaqQuestion::WhichId => {
            let by_page = out.fact("identify-page", "identify_page");
            let by_app = out.fact("identify-in-app", "identify_in_app");
            if !by_page && !by_app {
                out.advice("identify-unknown");
            }
        }
        FaqQuestion::Esim => esim(operator, out),
        FaqQuestion::HowToRecharge => {
            out.facts_together("online-open", &[("app", "app"), ("website", "website")]);
            scratch_card(out);
            out.fact("shop-least", "shop_recharge_min_dh");
            out.fact("shop-supermarkets", "supermarkets");
            out.fact("shop-bank-machines", "recharge_bank");
            out.fact("faq-recharge-advert", "doubled_passes_advert");
        }
        FaqQuestion::Stars => stars(out),
        FaqQuestion::RechargeValidity => {
            out.fact_or("faq-lose-credit", "credit_validity", "faq-valid-credit-unknown");
            out.fact("faq-lose-offers", "credit_validity_of_offers");
        }
        FaqQuestion::AutoRenew => {
            out.fact_or("before-bill-cycle", "billing_cycle", "faq-auto-cycle-unknown");
            of_brand("faq-auto-brand", "brand_billing_cycle", operator, out);
        }
        FaqQuestion::AddUp => out.fact_or("faq-unused-kept", "unused_data_rolls_over", "faq-add-up-unknown"),
        FaqQuestion::UnusedData | FaqQuestion::RenewEarly => {
            out.fact_or("faq-unused-kept", "unused_data_rolls_over", "faq-unused-unknown");
        }
        FaqQuestion::DataUsedUp => out.fact_or("faq-up-advance", "advance", "faq-up-advance-unknown"),
        FaqQuestion::StayWithin => {
            out.fact_or("fair-use", "unlimited_fair_use", "fair-use-unknown");
            out.fact("faq-within-calls-abroad", "unlimited_calls_abroad");
            out.fact("faq-within-box", "box_4g_fair_use");
        }
        FaqQuestion::WhatIsLeft => {
            out.fact_or("faq-left-code", "balance_ussd", "faq-left-code-unknown");
            out.fact("before-balance-voice", "balance_voice");
            out.fact("before-balance-other", "balance_other");
            out.fact("faq-left-app", "app");
        }
        FaqQuestion::OwnNumber => {
            out.fact_or("before-own-number", "own_number_code", "before-own-number-unknown");
        }
        _ => of_trouble(question, operator, out),
    }
}

/// What to do when something fails, and what holds for the network and the line.
fn of_trouble<'f>(question: FaqQuestion, operator: &'f Operator, out: &mut LineWriter<'f>) {
    match question {
        FaqQuestion::OnlineFails => {
            out.facts_together("faq-online-where", &[("app", "app"), ("website", "website")]);
            out.fact_or("faq-wallet", "wallet", "faq-wallet-unknown");
            out.fact("before-wallet-code", "wallet_code");
            out.fact("shop-supermarkets", "supermarkets");
            out.fact("shop-bank-machines", "recharge_bank");
        }
        FaqQuestion::HowLong | FaqQuestion::WrongNumber | FaqQuestion::Refund | FaqQuestion::LostSim => {
            out.care();
        }
        FaqQuestion::ForeignCard => out.fact_or("faq-card", "foreign_card_recharge", "faq-card-unknown"),
        FaqQuestion::CreditInstead => {
            scratch_card(out);
            out.fact("faq-credit-validity", "credit_validity");
            out.care();
        }
        FaqQuestion::TopUpFromAbroad => {
            out.fact_or("abroad-own", "top_up_from_abroad_own", "faq-abroad-own-unknown");
            out.fact_or("faq-card", "foreign_card_recharge", "faq-card-spare");
        }
        FaqQuestion::NoNetwork => {
            out.fact("check-border", "border_warning");
            out.care();
        }
        FaqQuestion::Apn => apn(out),
        FaqQuestion::Coverage => {
            out.fact_or("faq-coverage-speed", "speed_mbps", "faq-coverage-speed-unknown");
        }
        FaqQuestion::FiveG => out.fact_or("faq-5g-phones", "5g_phones", "faq-5g-phones-unknown"),
        FaqQuestion::ShareSim => out.own_or("faq-share-own", "tethering", "faq-share-unknown"),
        FaqQuestion::RoamingAbroad => {
            out.fact_or("faq-roam-on", "roaming_data", "faq-roam-on-unknown");
            out.fact("check-border", "border_warning");
            let roaming = star_codes(out).into_iter().filter(|(_, meaning, _)| is_roaming(meaning));
            for (star, meaning, fact) in roaming.collect::<Vec<_>>() {
                star_line(star, meaning, fact, out);
            }
        }
        FaqQuestion::Suspended => {
            out.fact("before-suspended-where", "suspended_line");
            if !out.joined("before-arrears-where", &["bill_payment_online", "bill_payment_places"]) {
                out.advice("before-arrears-where-unknown");
            }
            out.care();
        }
        FaqQuestion::LoseNumber => {
            out.fact_or("faq-lose-months", "number_lifetime", "faq-lose-months-unknown");
            out.fact("faq-lose-starter", "starter_credit");
            out.fact("faq-lose-credit", "credit_validity");
            out.fact("faq-lose-offers", "credit_validity_of_offers");
        }
        FaqQuestion::CustomerCare => {
            out.care();
            out.fact("care-contract", "care_contract");
            out.fact("trouble-care-channels", "care_channels");
            out.fact("trouble-care-abroad", "care_head_office_phone");
            out.fact("trouble-care-language", "care_language");
            of_brand("faq-care-brand", "brand_care", operator, out);
        }
        FaqQuestion::Fraud => {
            out.facts_together("faq-fraud-own", &[("app", "app"), ("website", "website")]);
            out.fact("faq-fraud-android", "app");
            out.fact("faq-fraud-shop", "shop_website");
        }
        FaqQuestion::ResidentPapers => {
            let is_known = out.fact("faq-papers-asked", "contract_papers")
                | out.fact("faq-id-contract", "contract_id_traveller");
            if !is_known {
                out.advice("faq-papers-unknown");
            }
            out.fact("contract-fee-months", "contract_fees");
            out.fact("contract-notice", "contract_fees");
        }
        FaqQuestion::CancelContract => {
            contract_terms(out);
            out.fact("contract-notice", "contract_fees");
            of_brand("faq-cancel-brand", "brand_terms", operator, out);
            out.fact("care-contract", "care_contract");
        }
        _ => {}
    }
}

/// Where its eSIM is sold, by the operator or by its digital brand.
fn esim<'f>(operator: &'f Operator, out: &mut LineWriter<'f>) {
    let is_sold = out.fact("faq-id-esim", "esim");
    if is_sold {
        out.advice("faq-esim-open");
    }
    let is_listed = prepaid_esim(out);
    out.date("faq-esim-visitors", "visitor_esim_on_sale");
    of_brand("faq-esim-brand", "brand_delivery", operator, out);
    if !is_sold && !is_listed {
        out.advice("faq-esim-unknown");
    }
}

/// Says that the catalogue lists its prepaid SIM as a card or an eSIM. Returns whether it does.
fn prepaid_esim(out: &mut LineWriter<'_>) -> bool {
    let Some((fact, _)) = out.known("prepaid_sim_or_esim") else { return false };
    out.line("faq-esim-prepaid", vec![("command", Arg::term(PREPAID_SIM))], &[fact]);
    true
}

/// The terms of its monthly plans, of which plans they are said, and how long it takes to leave.
fn contract_terms(out: &mut LineWriter<'_>) {
    match (out.known("contract_terms"), out.known("contract_terms_plans")) {
        (Some((terms, value)), Some((plans, names))) => {
            let args = vec![("value", Arg::Terms(value.texts())), ("plans", Arg::Terms(names.texts()))];
            out.line("faq-cancel-terms", args, &[terms, plans]);
        }
        _ => out.fact_or("before-contract", "contract_terms", "faq-cancel-unknown"),
    }
}

/// Writes a line about the digital brand for one fact, if it is known.
fn of_brand<'f>(key: &'static str, fact: &str, operator: &'f Operator, out: &mut LineWriter<'f>) {
    let Some((fact, value)) = out.known(fact) else { return };
    let mut args = args_of(value);
    args.push(("brand", Arg::term(operator.digital_brand.name.as_str())));
    out.line(key, args, &[fact]);
}

/// How a scratch card becomes data.
fn scratch_card(out: &mut LineWriter<'_>) {
    let Some((fact, value)) = out.known("recharge_scratch_card") else {
        out.advice("scratch-send-unknown");
        return;
    };
    let number = part_of(value, "to");
    if !number.is_empty() {
        let args = vec![("number", Arg::Terms(number)), ("star", Arg::term(out.data_star()))];
        out.line("faq-credit-scratch", args, &[fact]);
    }
    out.fact("scratch-dial-star", "recharge_scratch_card_pass");
}

fn apn(out: &mut LineWriter<'_>) {
    let Some((fact, value)) = out.known("apn") else {
        out.advice("faq-apn-unknown");
        return;
    };
    for (key, part) in
        [("faq-apn-name", "internet"), ("faq-apn-prepaid", "prepaid"), ("faq-apn-monthly", "postpaid")]
    {
        out.part(key, "apn", part);
    }
    if !part_of(value, "user").is_empty() {
        let args = ["user", "password"].map(|part| (part, Arg::Terms(part_of(value, part))));
        out.line("trouble-apn-login", args.to_vec(), &[fact]);
    }
}

fn stars(out: &mut LineWriter<'_>) {
    let stars = star_codes(out);
    if stars.is_empty() {
        out.advice("faq-stars-unknown");
    }
    for (star, meaning, fact) in stars {
        star_line(star, meaning, fact, out);
    }
    out.fact("faq-star-by-the-hour", "star_by_the_hour");
}

fn star_line<'f>(star: &str, meaning: &FactValue, fact: &'f Fact, out: &mut LineWriter<'f>) {
    let args = vec![("star", Arg::term(star)), ("meaning", Arg::Terms(meaning.texts()))];
    out.line("faq-star", args, &[fact]);
}

/// The star codes of the operator with their meanings, in the order of their numbers.
fn star_codes<'f>(out: &LineWriter<'f>) -> Vec<(&'f str, &'f FactValue, &'f Fact)> {
    let Some((fact, FactValue::Parts(parts))) = out.known("star_codes") else { return Vec::new() };
    let mut stars: Vec<_> = parts.iter().map(|(star, meaning)| (star.as_str(), meaning, fact)).collect();
    stars.sort_by_key(|(star, ..)| star.parse::<u32>().unwrap_or(u32::MAX));
    stars
}

/// Whether a star is for other countries.
fn is_roaming(meaning: &FactValue) -> bool {
    meaning.texts().iter().any(|term| term.starts_with("roaming"))
}

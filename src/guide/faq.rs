//! Questions about renewing, and the lines that answer them: some for everybody, and some for each operator, which
//! also say what is unknown.

use super::facts::{FactValue, Facts, Operator};
use super::lines::{Arg, GuideLine, LineWriter, part_of};
use crate::domain::word::words;

words! {
    /// A question about renewing that the guide answers.
    FaqQuestion {
        /// I cannot renew online: what now?
        OnlineFails = "online-fails",
        /// How long until it works?
        HowLong = "how-long",
        /// May several people share one SIM?
        ShareSim = "share-sim",
        /// My line is suspended or I owe money: can I just buy a pass?
        Suspended = "suspended",
        /// I recharged and got call credit instead of data: why?
        CreditInstead = "credit-instead",
        /// The app refuses my foreign card.
        ForeignCard = "foreign-card",
        /// What happens to unused data?
        UnusedData = "unused-data",
        /// When do I lose my number?
        LoseNumber = "lose-number",
        /// Do passes add up?
        AddUp = "add-up",
        /// Which ID do I need for a SIM?
        WhichId = "which-id",
        /// How do I see what is left?
        WhatIsLeft = "what-is-left",
        /// Can I renew before the end?
        RenewEarly = "renew-early",
        /// How do I avoid fakes and fraud?
        Fraud = "fraud",
        /// How do I stay within my data?
        StayWithin = "stay-within",
        /// What do the stars mean?
        Stars = "stars",
    }
}

/// The lines that answer a question.
#[derive(Clone, Debug)]
pub struct Answer<'f> {
    /// The question that is answered.
    pub question: FaqQuestion,
    /// What holds for everybody, in the order in which it is read.
    pub general: Vec<GuideLine<'f>>,
    /// What holds for each operator; empty if the question has nothing to do with operators.
    pub operators: Vec<(&'f Operator, Vec<GuideLine<'f>>)>,
}

impl<'f> Answer<'f> {
    /// All lines, the general ones first.
    pub fn lines(&self) -> impl Iterator<Item = &GuideLine<'f>> {
        self.general.iter().chain(self.operators.iter().flat_map(|(_, lines)| lines))
    }
}

/// The answer to a question, for some operators. If `of_brands` is set, the user named a digital brand, and the answer
/// first says that the facts are those of its operator.
pub fn answer<'f>(
    question: FaqQuestion,
    facts: &'f Facts,
    operators: &[&'f Operator],
    of_brands: bool,
) -> Answer<'f> {
    let mut out = LineWriter::new(facts, None);
    general(question, &mut out);
    let operators = operators.iter().filter_map(|operator| {
        let mut out = LineWriter::new(facts, Some(operator));
        of_operator(question, &mut out);
        if of_brands && !out.lines.is_empty() {
            let lines = std::mem::take(&mut out.lines);
            of_brand(operator, &mut out);
            out.lines.extend(lines);
        }
        (!out.lines.is_empty()).then_some((*operator, out.lines))
    });
    Answer { question, general: out.lines, operators: operators.collect() }
}

fn general(question: FaqQuestion, out: &mut LineWriter<'_>) {
    match question {
        FaqQuestion::OnlineFails => {
            out.advice("faq-online-network");
            out.advice("faq-online-card");
            out.fact("faq-online-shop", "outlets");
            out.fact("faq-online-coverage", "coverage_regions");
            out.date("faq-online-5g", "5g");
            out.date("faq-online-calls", "voip");
            out.fact("faq-online-vpn", "vpn");
        }
        FaqQuestion::HowLong => {
            out.part("faq-long-online", "effective_time", "online");
            out.part("faq-long-shop", "effective_time", "shop");
            out.fact("faq-long-abroad", "effective_time_from_abroad");
            out.advice("faq-long-then");
        }
        FaqQuestion::ShareSim => {
            out.fact("faq-share-imsi", "do_not_share_imsi");
            out.fact("faq-share-hotspot", "tethering");
            out.advice("faq-share-terms");
        }
        FaqQuestion::Suspended => {
            out.advice("faq-suspended-first");
            out.advice("faq-suspended-sms");
        }
        FaqQuestion::CreditInstead => {
            out.line("faq-credit-star", vec![("star", Arg::term(out.data_star()))], &[]);
            out.advice("faq-credit-again");
        }
        FaqQuestion::ForeignCard => {
            out.advice("faq-card-other");
            out.fact("faq-card-cash", "outlets");
        }
        FaqQuestion::UnusedData => out.advice("faq-unused"),
        FaqQuestion::LoseNumber => {
            out.fact("faq-lose-rule", "recharge_validity_rule");
            out.fact("faq-lose-old", "number_lifetime_old");
            out.advice("faq-lose-keep");
        }
        FaqQuestion::AddUp => out.advice("faq-add-up-not"),
        FaqQuestion::WhichId => {
            out.fact("faq-id-travellers", "id_for_travellers");
            out.fact("faq-id-rule", "sim_registration");
            out.fact("faq-id-cut", "unidentified_sim_cut");
            out.advice("faq-id-how-many");
            out.fact("faq-id-free", "sim_is_free");
            out.fact("faq-id-airport", "airport_stands");
            out.fact("faq-id-airport-price", "airport_price");
        }
        FaqQuestion::WhatIsLeft => out.advice("faq-left-sms"),
        FaqQuestion::RenewEarly => {
            out.advice("faq-early");
            out.advice("faq-early-ready");
        }
        FaqQuestion::Fraud => {
            out.advice("faq-fraud-official");
            out.fact("faq-fraud-active", "sim_registration");
            out.advice("faq-fraud-secret");
            out.advice("faq-fraud-sms");
        }
        FaqQuestion::StayWithin => {
            out.advice("faq-within-wifi");
            out.advice("faq-within-maps");
            out.advice("faq-within-saver");
            out.advice("faq-within-compare");
        }
        FaqQuestion::Stars => out.advice("faq-stars-what"),
    }
}

/// Says that the lines that follow are about the operator, and that its digital brand may differ.
fn of_brand<'f>(operator: &'f Operator, out: &mut LineWriter<'f>) {
    let Some((fact, value)) = out.known("brand_website") else { return };
    let args = vec![
        ("operator", Arg::term(operator.name.as_str())),
        ("brand", Arg::term(operator.digital_brand.name.as_str())),
        ("value", Arg::Terms(value.texts())),
    ];
    out.line("faq-brand", args, &[fact]);
}

fn of_operator(question: FaqQuestion, out: &mut LineWriter<'_>) {
    match question {
        FaqQuestion::OnlineFails => {
            out.facts_together("faq-online-where", &[("app", "app"), ("website", "website")]);
            out.fact_or("faq-wallet", "wallet", "faq-wallet-unknown");
            out.fact("before-wallet-code", "wallet_code");
            out.fact("shop-supermarkets", "supermarkets");
            out.fact("shop-bank-machines", "recharge_bank");
            out.fact("faq-online-speed", "speed_mbps");
            out.fact("faq-online-5g-phones", "5g_phones");
            out.fact("faq-online-advance", "advance");
        }
        FaqQuestion::HowLong => out.care(),
        FaqQuestion::ShareSim => out.own_or("faq-share-own", "tethering", "faq-share-unknown"),
        FaqQuestion::Suspended => {
            out.fact("before-suspended-where", "suspended_line");
            if !out.joined("before-arrears-where", &["bill_payment_online", "bill_payment_places"]) {
                out.advice("before-arrears-where-unknown");
            }
            out.care();
        }
        FaqQuestion::CreditInstead => {
            if let Some((fact, value)) = out.known("recharge_scratch_card") {
                let number = part_of(value, "to");
                if !number.is_empty() {
                    let args = vec![("number", Arg::Terms(number)), ("star", Arg::term(out.data_star()))];
                    out.line("faq-credit-scratch", args, &[fact]);
                }
                out.fact("scratch-dial-star", "recharge_scratch_card_pass");
            } else {
                out.advice("scratch-send-unknown");
            }
            out.fact("faq-credit-validity", "credit_validity");
            out.care();
        }
        FaqQuestion::ForeignCard => out.fact_or("faq-card", "foreign_card_recharge", "faq-card-unknown"),
        FaqQuestion::UnusedData | FaqQuestion::RenewEarly => {
            out.fact_or("faq-unused-kept", "unused_data_rolls_over", "faq-unused-unknown");
        }
        FaqQuestion::LoseNumber => {
            out.fact_or("faq-lose-months", "number_lifetime", "faq-lose-months-unknown");
            out.fact("faq-lose-starter", "starter_credit");
            out.fact("faq-lose-credit", "credit_validity");
            out.fact("faq-lose-offers", "credit_validity_of_offers");
        }
        FaqQuestion::AddUp => out.fact_or("faq-unused-kept", "unused_data_rolls_over", "faq-add-up-unknown"),
        FaqQuestion::WhatIsLeft => {
            out.fact_or("faq-left-code", "balance_ussd", "faq-left-code-unknown");
            out.fact("before-balance-voice", "balance_voice");
            out.fact("before-balance-other", "balance_other");
            out.fact_or("before-own-number", "own_number_code", "before-own-number-unknown");
            out.fact("faq-left-app", "app");
        }
        FaqQuestion::Fraud => {
            out.facts_together("faq-fraud-own", &[("app", "app"), ("website", "website")]);
            out.fact("faq-fraud-android", "app");
            out.fact("faq-fraud-shop", "shop_website");
        }
        FaqQuestion::Stars => stars(out),
        FaqQuestion::WhichId => {
            let by_page = out.fact("identify-page", "identify_page");
            let by_app = out.fact("identify-in-app", "identify_in_app");
            if !by_page && !by_app {
                out.advice("identify-unknown");
            }
            out.fact("faq-id-esim", "esim");
            out.fact("faq-id-contract", "contract_id_traveller");
        }
        FaqQuestion::StayWithin => out.fact_or("fair-use", "unlimited_fair_use", "fair-use-unknown"),
    }
}

fn stars(out: &mut LineWriter<'_>) {
    let known = out.known("star_codes").into_iter();
    let mut stars: Vec<_> = known
        .filter_map(|(fact, value)| match value {
            FactValue::Parts(parts) => Some(parts.iter().map(move |(star, meaning)| (star, meaning, fact))),
            _ => None,
        })
        .flatten()
        .collect();
    stars.sort_by_key(|(star, ..)| *star);
    if stars.is_empty() {
        out.advice("faq-stars-unknown");
    }
    for (star, meaning, fact) in stars {
        let args = vec![("star", Arg::term(star.as_str())), ("meaning", Arg::Terms(meaning.texts()))];
        out.line("faq-star", args, &[fact]);
    }
    out.fact("faq-star-by-the-hour", "star_by_the_hour");
}

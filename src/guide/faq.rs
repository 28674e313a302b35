//! Questions about renewing, and the lines that answer them: some for everybody, and some for each operator, which
//! also say what is unknown.

use super::facts::{FactValue, Facts, Operator};
use super::lines::{Arg, GuideLine, Teller, part_of};
use super::steps::DATA_STAR;
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
    let mut tell = Teller::new(facts, None);
    general(question, &mut tell);
    let by_operator = operators.iter().filter_map(|operator| {
        let mut tell = Teller::new(facts, Some(operator));
        of_operator(question, &mut tell);
        if of_brands && !tell.lines.is_empty() {
            let lines = std::mem::take(&mut tell.lines);
            of_brand(operator, &mut tell);
            tell.lines.extend(lines);
        }
        (!tell.lines.is_empty()).then_some((*operator, tell.lines))
    });
    Answer { question, general: tell.lines, operators: by_operator.collect() }
}

fn general(question: FaqQuestion, tell: &mut Teller<'_>) {
    match question {
        FaqQuestion::OnlineFails => {
            tell.advice("faq-online-network");
            tell.advice("faq-online-card");
            tell.fact("faq-online-shop", "outlets");
        }
        FaqQuestion::HowLong => {
            tell.part("faq-long-online", "effective_time", "online");
            tell.part("faq-long-shop", "effective_time", "shop");
            tell.fact("faq-long-abroad", "effective_time_from_abroad");
            tell.advice("faq-long-then");
        }
        FaqQuestion::ShareSim => {
            tell.fact("faq-share-imsi", "do_not_share_imsi");
            tell.fact("faq-share-hotspot", "tethering");
            tell.advice("faq-share-terms");
        }
        FaqQuestion::Suspended => {
            tell.advice("faq-suspended-first");
            tell.advice("faq-suspended-sms");
        }
        FaqQuestion::CreditInstead => {
            tell.filled("faq-credit-star", vec![("star", Arg::term(DATA_STAR))], &[]);
            tell.advice("faq-credit-again");
        }
        FaqQuestion::ForeignCard => {
            tell.advice("faq-card-other");
            tell.fact("faq-card-cash", "outlets");
        }
        FaqQuestion::UnusedData => tell.advice("faq-unused"),
        FaqQuestion::LoseNumber => {
            tell.fact("faq-lose-rule", "recharge_validity_rule");
            tell.fact("faq-lose-old", "number_lifetime_old");
            tell.advice("faq-lose-keep");
        }
        FaqQuestion::AddUp => tell.advice("faq-add-up-not"),
        FaqQuestion::WhichId => {
            tell.fact("faq-id-travellers", "id_for_travellers");
            tell.fact("faq-id-rule", "sim_registration");
            tell.fact("faq-id-cut", "unidentified_sim_cut");
            tell.advice("faq-id-how-many");
        }
        FaqQuestion::WhatIsLeft => tell.advice("faq-left-sms"),
        FaqQuestion::RenewEarly => {
            tell.advice("faq-early");
            tell.advice("faq-early-ready");
        }
        FaqQuestion::Fraud => {
            tell.advice("faq-fraud-official");
            tell.fact("faq-fraud-active", "sim_registration");
            tell.advice("faq-fraud-secret");
            tell.advice("faq-fraud-sms");
        }
        FaqQuestion::StayWithin => {
            tell.advice("faq-within-wifi");
            tell.advice("faq-within-maps");
            tell.advice("faq-within-saver");
            tell.advice("faq-within-compare");
        }
        FaqQuestion::Stars => tell.advice("faq-stars-what"),
    }
}

/// Says that the lines that follow are about the operator, and that its digital brand may differ.
fn of_brand<'f>(operator: &'f Operator, tell: &mut Teller<'f>) {
    let Some((fact, value)) = tell.known("brand_website") else { return };
    let args = vec![
        ("operator", Arg::term(operator.name.as_str())),
        ("brand", Arg::term(operator.digital_brand.name.as_str())),
        ("value", Arg::Terms(value.texts())),
    ];
    tell.filled("faq-brand", args, &[fact]);
}

fn of_operator(question: FaqQuestion, tell: &mut Teller<'_>) {
    match question {
        FaqQuestion::OnlineFails => {
            tell.facts_together("faq-online-where", &[("app", "app"), ("website", "website")]);
            tell.fact_or("faq-wallet", "wallet", "faq-wallet-unknown");
        }
        FaqQuestion::HowLong => tell.fact_or("care", "care_short_number", "care-unknown"),
        FaqQuestion::ShareSim => tell.own_or("faq-share-own", "tethering", "faq-share-unknown"),
        FaqQuestion::Suspended => {
            if !tell.joined("before-arrears-where", &["bill_payment_online", "bill_payment_places"]) {
                tell.advice("before-arrears-where-unknown");
            }
            tell.fact_or("care", "care_short_number", "care-unknown");
        }
        FaqQuestion::CreditInstead => {
            if let Some((fact, value)) = tell.known("recharge_scratch_card") {
                let star = Arg::term(DATA_STAR);
                let args = vec![("number", Arg::Terms(part_of(value, "to"))), ("star", star)];
                tell.filled("faq-credit-scratch", args, &[fact]);
            } else {
                tell.advice("scratch-send-unknown");
            }
            tell.fact_or("care", "care_short_number", "care-unknown");
        }
        FaqQuestion::ForeignCard => tell.fact_or("faq-card", "foreign_card_recharge", "faq-card-unknown"),
        FaqQuestion::UnusedData | FaqQuestion::RenewEarly => {
            tell.fact_or("faq-unused-kept", "unused_data_rolls_over", "faq-unused-unknown");
        }
        FaqQuestion::LoseNumber => {
            tell.fact_or("faq-lose-months", "number_lifetime_months", "faq-lose-months-unknown");
        }
        FaqQuestion::AddUp => tell.fact_or("faq-unused-kept", "unused_data_rolls_over", "faq-add-up-unknown"),
        FaqQuestion::WhatIsLeft => {
            tell.fact_or("faq-left-code", "balance_ussd", "faq-left-code-unknown");
            tell.fact("before-balance-voice", "balance_voice");
            tell.fact("faq-left-app", "app");
        }
        FaqQuestion::Fraud => {
            tell.facts_together("faq-fraud-own", &[("app", "app"), ("website", "website")]);
        }
        FaqQuestion::Stars => stars(tell),
        FaqQuestion::WhichId | FaqQuestion::StayWithin => {}
    }
}

fn stars(tell: &mut Teller<'_>) {
    let known = ["star_codes", "star_codes_other"].into_iter().filter_map(|key| tell.known(key));
    let mut stars: Vec<_> = known
        .filter_map(|(fact, value)| match value {
            FactValue::Parts(parts) => Some(parts.iter().map(move |(star, meaning)| (star, meaning, fact))),
            _ => None,
        })
        .flatten()
        .collect();
    stars.sort_by_key(|(star, ..)| *star);
    if stars.is_empty() {
        tell.advice("faq-stars-unknown");
    }
    for (star, meaning, fact) in stars {
        let args = vec![("star", Arg::term(star.as_str())), ("meaning", Arg::Terms(meaning.texts()))];
        tell.filled("faq-star", args, &[fact]);
    }
}

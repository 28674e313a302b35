//! The topics that people ask about, and the lines that answer them: some for everybody, and some for each operator,
//! which also say what is unknown.

mod general;
mod of_operator;

use super::facts::{Facts, Operator};
use super::lines::{Arg, GuideLine, LineWriter};
use crate::domain::word::words;

words! {
    /// A topic of questions that the guide answers, in the order in which they are listed.
    FaqQuestion {
        /// Which SIM or pass should I buy?
        WhichPlan = "which-plan",
        /// How much data do I need?
        HowMuchData = "how-much-data",
        /// Where do I buy a SIM: at the airport or in town?
        BuyAtAirport = "buy-at-airport",
        /// Which ID do I need for a SIM?
        WhichId = "which-id",
        /// Is there an eSIM?
        Esim = "esim",
        /// Does my phone work with a Moroccan SIM?
        PhoneCompatible = "phone-compatible",
        /// How do I use two SIMs in one phone?
        TwoSims = "two-sims",
        /// How do I recharge?
        HowToRecharge = "how-to-recharge",
        /// What do I say at the counter?
        AtTheCounter = "at-the-counter",
        /// What do the stars mean?
        Stars = "stars",
        /// How long is a recharge valid?
        RechargeValidity = "recharge-validity",
        /// Can I renew before the end?
        RenewEarly = "renew-early",
        /// Does a pass renew by itself?
        AutoRenew = "auto-renew",
        /// Do passes add up?
        AddUp = "add-up",
        /// What happens to unused data?
        UnusedData = "unused-data",
        /// My data is used up: what now?
        DataUsedUp = "data-used-up",
        /// How do I stay within my data?
        StayWithin = "stay-within",
        /// How do I see what is left?
        WhatIsLeft = "what-is-left",
        /// What is my own number?
        OwnNumber = "own-number",
        /// I cannot renew online: what now?
        OnlineFails = "online-fails",
        /// How long until it works?
        HowLong = "how-long",
        /// The app refuses my foreign card.
        ForeignCard = "foreign-card",
        /// I recharged and got call credit instead of data: why?
        CreditInstead = "credit-instead",
        /// I recharged the wrong number.
        WrongNumber = "wrong-number",
        /// Can I get a refund?
        Refund = "refund",
        /// How do I top up a Moroccan number from abroad?
        TopUpFromAbroad = "top-up-from-abroad",
        /// I have no network, or it is slow.
        NoNetwork = "no-network",
        /// Which APN does my phone need?
        Apn = "apn",
        /// Which operator has the best coverage?
        Coverage = "coverage",
        /// Is there 5G?
        FiveG = "5g",
        /// May several people share one SIM?
        ShareSim = "share-sim",
        /// Can I call over the Internet?
        InternetCalls = "internet-calls",
        /// May I use a VPN?
        Vpn = "vpn",
        /// Does the SIM work in other countries?
        RoamingAbroad = "roaming-abroad",
        /// My line is suspended or I owe money: can I just buy a pass?
        Suspended = "suspended",
        /// My SIM is lost, stolen or locked.
        LostSim = "lost-sim",
        /// When do I lose my number?
        LoseNumber = "lose-number",
        /// How do I reach customer care?
        CustomerCare = "customer-care",
        /// How do I avoid fakes and fraud?
        Fraud = "fraud",
        /// Which papers does a monthly plan need?
        ResidentPapers = "resident-papers",
        /// How do I cancel a monthly plan?
        CancelContract = "cancel-contract",
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
    general::write(question, &mut out);
    let operators = operators.iter().filter_map(|operator| {
        let mut out = LineWriter::new(facts, Some(operator));
        of_operator::write(question, operator, &mut out);
        if of_brands && !out.lines.is_empty() {
            // What is known of the brand itself comes first.
            let lines = std::mem::take(&mut out.lines);
            let (of_brand_itself, of_operator): (Vec<_>, Vec<_>) =
                lines.into_iter().partition(|line| line.args.iter().any(|(name, _)| *name == "brand"));
            out.lines = of_brand_itself;
            of_brand(operator, &mut out);
            out.lines.extend(of_operator);
        }
        (!out.lines.is_empty()).then_some((*operator, out.lines))
    });
    Answer { question, general: out.lines, operators: operators.collect() }
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

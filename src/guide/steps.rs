//! Which lines of the guide apply: to this operator, channel, payment, state of the line and plan.

use super::facts::{Facts, Operator};
use super::lines::{Arg, Line, Teller, part_of};
use super::situation::{Channel, Due, Payment, Service, Situation, State};
use crate::domain::plan::Plan;
use crate::domain::word::words;

words! {
    /// A part of the guide.
    Part {
        /// Before renewing.
        Checklist = "checklist",
        /// When to buy what.
        Dates = "dates",
        /// The steps themselves.
        Steps = "steps",
        /// What to say or show at the counter.
        Say = "say",
        /// How to see that it worked.
        Check = "check",
        /// What to do if it did not.
        Trouble = "trouble",
    }
}

/// The guide for one operator and situation.
#[derive(Clone, Debug)]
pub struct Guide<'f> {
    /// The operator.
    pub operator: &'f Operator,
    /// Its parts, none of them empty, in the order in which they are followed.
    pub parts: Vec<(Part, Vec<Line<'f>>)>,
}

impl Guide<'_> {
    /// Who is renewed with, as people say it: the operator or its digital brand.
    pub fn name(&self, service: Service) -> String {
        match service {
            Service::DigitalBrand => self.operator.digital_brand.name.clone(),
            Service::Prepaid | Service::Monthly => self.operator.name.clone(),
        }
    }
}

/// Data that is bought with a recharge is marked with this star by all operators; the facts hold it, too.
pub(super) const DATA_STAR: &str = "3";

/// The lines that apply.
pub fn steps<'f, 's>(facts: &'f Facts, operator: &'f Operator, situation: &'s Situation<'s>) -> Guide<'f> {
    let parts: [(Part, Write<'f, 's>); 6] = [
        (Part::Checklist, Writer::checklist),
        (Part::Dates, Writer::dates),
        (Part::Steps, Writer::ways),
        (Part::Say, Writer::say),
        (Part::Check, Writer::check),
        (Part::Trouble, Writer::trouble),
    ];
    let written = parts.map(|(part, write)| {
        let mut writer = Writer { tell: Teller::new(facts, Some(operator)), operator, situation };
        write(&mut writer);
        (part, writer.tell.lines)
    });
    Guide { operator, parts: written.into_iter().filter(|(_, lines)| !lines.is_empty()).collect() }
}

/// What writes one part.
type Write<'f, 's> = fn(&mut Writer<'f, 's>);

/// Writes the lines of one part; those of the steps themselves are in `ways`.
pub(super) struct Writer<'f, 's> {
    pub(super) tell: Teller<'f>,
    pub(super) operator: &'f Operator,
    pub(super) situation: &'s Situation<'s>,
}

impl Writer<'_, '_> {
    fn checklist(&mut self) {
        self.state();
        self.plan();
        self.what_is_left();
        self.payment();
        if self.situation.channel == Channel::Shop {
            self.tell.fact("before-id", "id_for_travellers");
        }
    }

    fn state(&mut self) {
        match self.situation.state {
            State::Active => {
                self.tell.advice("before-active");
                self.tell.fact("before-registered", "unidentified_sim_cut");
            }
            State::Suspended => {
                self.tell.advice("before-suspended");
                self.care();
            }
            State::Arrears => {
                self.tell.advice("before-arrears");
                self.bill_channels("before-arrears-where", "before-arrears-where-unknown");
                self.care();
            }
            State::Unidentified => {
                self.tell.advice("before-unidentified");
                self.tell.fact("before-unidentified-id", "id_for_travellers");
                self.tell.fact("before-unidentified-cut", "unidentified_sim_cut");
            }
        }
    }

    /// What is bought and what it costs.
    fn plan(&mut self) {
        let service = self.situation.service;
        let Some(plan) = self.situation.plan else {
            self.tell.advice(if service.is_billed() { "before-bill-any" } else { "before-plan-any" });
            return;
        };
        let args = vec![
            ("plan", Arg::term(plan.name.as_str())),
            ("price", plan.price.into()),
            ("data", plan.allowance.map(|data| Arg::Data(data, plan.data_per)).into()),
            ("validity", plan.validity.into()),
            ("seen", plan.verified_on.map(|date| Arg::Date(date.to_string())).into()),
        ];
        self.tell.filled(if service.is_billed() { "before-bill" } else { "before-plan" }, args, &[]);
    }

    /// How to see what is left, and on which number. The codes are for prepaid lines.
    fn what_is_left(&mut self) {
        if self.situation.service.is_billed() {
            self.tell.advice("before-left-in-app");
        } else {
            self.tell.fact_or("before-balance", "balance_ussd", "before-balance-unknown");
            self.tell.fact("before-balance-voice", "balance_voice");
        }
        self.tell.fact_or("before-own-number", "own_number_code", "before-own-number-unknown");
    }

    fn payment(&mut self) {
        let amount = vec![("amount", self.amount())];
        match (self.situation.payment, self.situation.channel) {
            (Payment::Card, Channel::Online) => {
                self.tell.advice("before-card");
                self.tell.fact_or(
                    "before-foreign-card",
                    "foreign_card_recharge",
                    "before-foreign-card-unknown",
                );
            }
            (Payment::Card, Channel::Abroad) => self.tell.advice("before-card"),
            (Payment::Card, Channel::Shop | Channel::Scratch | Channel::Phone) => {
                self.tell.advice("before-card");
                self.tell.advice("before-card-in-shop");
            }
            (Payment::Wallet, _) => self.tell.fact_or("before-wallet", "wallet", "before-wallet-unknown"),
            (Payment::Cash, _) => self.tell.filled("before-cash", amount, &[]),
            (Payment::Credit, _) => self.tell.filled("before-credit", amount, &[]),
        }
    }

    /// When to buy what, where the need is known. Nobody follows a long list: the schedule has it.
    fn dates(&mut self) {
        const LISTED: usize = 12;
        let dues = self.situation.dues;
        for Due { plan, starts, .. } in dues.iter().take(LISTED) {
            let star = plan.star_code().map(|code| code.trim_start_matches('*'));
            let args = vec![
                ("when", Arg::When(starts.clone())),
                ("plan", Arg::term(plan.name.as_str())),
                ("price", plan.price.into()),
                ("star", star.map_or(Arg::Unsaid, Arg::term)),
            ];
            self.tell.filled("dates-item", args, &[]);
        }
        if dues.len() > LISTED {
            self.tell.filled("dates-more", vec![("count", Arg::Count((dues.len() - LISTED) as u64))], &[]);
        }
        if let Some(last) = dues.last() {
            self.tell.filled("dates-end", vec![("when", Arg::When(last.ends.clone()))], &[]);
        }
    }

    /// What to say or show, for somebody who speaks neither French nor Arabic.
    fn say(&mut self) {
        let at_a_counter = matches!(self.situation.channel, Channel::Shop | Channel::Scratch);
        if !at_a_counter {
            return;
        }
        if self.situation.service.is_billed() {
            for key in ["say-bill-french", "say-bill-darija", "say-bill-arabic", "say-bill-meaning"] {
                self.tell.advice(key);
            }
            return;
        }
        if self.situation.plan.is_some_and(|plan| plan.star_code().is_none()) {
            return;
        }
        let keys = match self.situation.channel {
            Channel::Scratch => ["say-card-french", "say-card-darija", "say-card-arabic", "say-card-meaning"],
            _ => ["say-french", "say-darija", "say-arabic", "say-meaning"],
        };
        for key in keys {
            let args = vec![
                ("amount", self.bare_amount()),
                ("star", Arg::term(self.star())),
                ("operator", Arg::term(self.operator.name.as_str())),
            ];
            self.tell.filled(key, args, &[]);
        }
    }

    /// The amount as a bare number, to be shown on a screen.
    fn bare_amount(&self) -> Arg {
        match self.situation.plan.and_then(|plan| plan.price) {
            Some(price) => Arg::term(price.as_written()),
            None => Arg::term("…"),
        }
    }

    fn check(&mut self) {
        if self.situation.service.is_billed() {
            self.tell.advice("check-bill");
            self.tell.advice("check-page");
            self.tell.advice("check-next-bill");
            return;
        }
        self.tell.advice("check-sms");
        self.tell.fact_or("check-balance", "balance_ussd", "check-balance-unknown");
        self.tell.advice("check-page");
        let first = self.situation.dues.iter().find(|due| due.plan.carries_data());
        let end = first.map_or(Arg::Unsaid, |due| Arg::When(due.ends.clone()));
        self.tell.filled("check-end-date", vec![("end", end)], &[]);
        self.tell.fact("check-border", "border_warning");
    }

    fn trouble(&mut self) {
        let channel = self.situation.channel;
        if channel == Channel::Abroad {
            self.tell.fact("trouble-wait-abroad", "effective_time_from_abroad");
        } else {
            let part = if channel == Channel::Online { "online" } else { "shop" };
            self.tell.part("trouble-wait", "effective_time", part);
        }
        self.tell.advice("trouble-restart");
        self.tell.advice(match channel {
            Channel::Online | Channel::Abroad => "trouble-refused",
            Channel::Shop | Channel::Scratch => "trouble-receipt",
            Channel::Phone => "trouble-phone",
        });
        if !self.situation.service.is_billed() {
            self.tell.filled("trouble-credit", vec![("star", Arg::term(self.star()))], &[]);
        }
        if let Some((fact, value)) = self.tell.known("apn") {
            let of_line = if self.situation.service.is_billed() { "postpaid" } else { "prepaid" };
            let apn = [part_of(value, of_line), part_of(value, "internet")].concat();
            self.tell.filled("trouble-apn", vec![("apn", Arg::Terms(apn))], &[fact]);
        }
        self.care();
        self.tell.fact("trouble-care-language", "care_language");
        self.tell.fact("trouble-care-channels", "care_channels");
        if channel == Channel::Abroad {
            self.tell.fact("trouble-care-abroad", "care_head_office_phone");
        }
    }

    /// Where bills are paid: the operator's list, else the one app that is known for it.
    pub(super) fn bill_channels(&mut self, key: &'static str, unknown: &'static str) {
        if !self.tell.fact(key, "bill_payment_channels") {
            self.tell.fact_or(key, "app_bills", unknown);
        }
    }

    /// Whom to call.
    fn care(&mut self) {
        self.tell.fact_or("care", "care_short_number", "care-unknown");
    }

    /// The star of the plan, else that of data.
    pub(super) fn star(&self) -> String {
        let code = self.situation.plan.and_then(Plan::star_code);
        code.map_or(DATA_STAR, |code| code.trim_start_matches('*')).to_owned()
    }

    /// The amount to recharge.
    pub(super) fn amount(&self) -> Arg {
        self.situation.plan.map_or(Arg::Unsaid, |plan| plan.price.into())
    }
}

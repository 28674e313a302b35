//! Chooses the lines of the guide that apply to an operator and a situation.

use super::facts::{Facts, Operator};
use super::lines::{Arg, GuideLine, LineWriter, part_of};
use super::situation::{Channel, Due, Payment, Service, Situation, State};
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::word::words;

words! {
    /// A part of the guide, under a heading of its own.
    Part {
        /// What to know and to have before renewing.
        Checklist = "checklist",
        /// When to buy which plan.
        Dates = "dates",
        /// The steps of the renewal, in their order.
        Steps = "steps",
        /// What to say or show at the counter.
        Say = "say",
        /// How to check that it worked.
        Check = "check",
        /// What to do if it did not.
        Trouble = "trouble",
    }
}

/// The guide for one operator and situation.
#[derive(Clone, Debug)]
pub struct Guide<'f> {
    /// The operator whose facts fill the lines in.
    pub operator: &'f Operator,
    /// Its parts in their order; none of them is empty.
    pub parts: Vec<(Part, Vec<GuideLine<'f>>)>,
}

/// Whether this way to renew is known. If no number is known for a pass by phone, there is nothing to prepare or check.
fn known_way(facts: &Facts, operator: &Operator, situation: &Situation<'_>) -> bool {
    situation.channel != Channel::Phone
        || LineWriter::new(facts, Some(operator)).known("data_pass_by_phone").is_some()
}

impl Guide<'_> {
    /// The name of the seller: the operator or its digital brand.
    pub fn name(&self, service: Service) -> String {
        match service {
            Service::DigitalBrand => self.operator.digital_brand.name.clone(),
            Service::Prepaid | Service::Monthly => self.operator.name.clone(),
        }
    }
}

/// The guide for an operator in a situation.
pub fn steps<'f, 's>(facts: &'f Facts, operator: &'f Operator, situation: &'s Situation<'s>) -> Guide<'f> {
    let parts: [(Part, Write<'f, 's>); 6] = [
        (Part::Checklist, Writer::checklist),
        (Part::Dates, Writer::dates),
        (Part::Steps, Writer::ways),
        (Part::Say, Writer::say),
        (Part::Check, Writer::check),
        (Part::Trouble, Writer::trouble),
    ];
    let known = if known_way(facts, operator, situation) { &parts[..] } else { &parts[2..3] };
    let written = known.iter().map(|(part, write)| {
        let mut writer = Writer { out: LineWriter::new(facts, Some(operator)), operator, situation };
        write(&mut writer);
        (*part, writer.out.lines)
    });
    Guide { operator, parts: written.filter(|(_, lines)| !lines.is_empty()).collect() }
}

/// A function that writes one part.
type Write<'f, 's> = fn(&mut Writer<'f, 's>);

/// Writes the lines of one part; `ways` has the steps themselves.
pub(super) struct Writer<'f, 's> {
    pub(super) out: LineWriter<'f>,
    pub(super) operator: &'f Operator,
    pub(super) situation: &'s Situation<'s>,
}

impl Writer<'_, '_> {
    fn checklist(&mut self) {
        self.state();
        self.plan();
        self.what_is_left();
        self.payment();
        let by_recharge = !matches!(self.situation.channel, Channel::Abroad | Channel::Phone);
        if by_recharge && !self.situation.service.is_billed() && self.is_data() == Arg::Count(1) {
            self.out.fact("before-doubled", "doubled_passes");
        }
        if self.situation.channel == Channel::Shop {
            self.out.fact("before-id", "id_for_travellers");
        }
    }

    fn state(&mut self) {
        let sim = self.situation.dues.iter().find(|due| due.plan.is_sim());
        match self.situation.state {
            State::Active => {
                if let Some(Due { plan, .. }) = sim {
                    let args = vec![("plan", Arg::term(&*plan.name)), ("price", plan.price.into())];
                    self.out.of_plan("before-sim-first", args, plan);
                } else {
                    self.out.advice("before-active");
                    self.out.fact("before-registered", "unidentified_sim_cut");
                }
            }
            State::Suspended => {
                self.out.advice("before-suspended");
                self.out.fact("before-suspended-where", "suspended_line");
                self.care();
            }
            State::Arrears if self.situation.service.is_billed() => {
                // The steps say where to pay.
                self.out.advice("before-arrears-bill");
                self.care();
            }
            State::Arrears => {
                self.out.advice("before-arrears");
                self.bill_where("before-arrears-where", "before-arrears-where-unknown");
                self.care();
            }
            State::Unidentified => {
                self.out.advice("before-unidentified");
                self.out.fact("before-unidentified-id", "id_for_travellers");
                self.out.fact("identify-page", "identify_page");
                self.out.fact("identify-in-app", "identify_in_app");
                self.out.fact("before-unidentified-cut", "unidentified_sim_cut");
            }
        }
    }

    /// Says what is bought and what it costs.
    fn plan(&mut self) {
        let service = self.situation.service;
        let Some(plan) = self.situation.plan else {
            if service.is_billed() {
                self.out.advice("before-bill-any");
                self.bill_terms();
            } else {
                let star = Arg::term(self.out.data_star());
                self.out.line("before-plan-any", vec![("star", star)], &[]);
            }
            return;
        };
        let args = vec![
            ("plan", Arg::term(&*plan.name)),
            ("price", plan.price.into()),
            ("data", plan.allowance.map(|data| Arg::Data(data, plan.data_per)).into()),
            ("validity", plan.validity.into()),
            ("seen", plan.verified_on.map(|date| Arg::Date(date.to_string())).into()),
        ];
        self.out.of_plan(if service.is_billed() { "before-bill" } else { "before-plan" }, args, plan);
        if service.is_billed() {
            self.bill_terms();
        }
    }

    /// Says when a bill is due and what a monthly plan costs besides.
    fn bill_terms(&mut self) {
        if self.situation.service == Service::DigitalBrand {
            self.out.fact("before-brand-cycle", "brand_billing_cycle");
            return;
        }
        self.out.fact("before-bill-cycle", "billing_cycle");
        self.out.fact("before-bill-first", "first_bill");
        self.out.fact("before-contract", "contract_terms");
        self.out.fact("before-contract-fees", "contract_fees");
        self.out.fact("fair-use", "unlimited_fair_use");
    }

    /// Says how to see the balance and the own number. The codes for the balance are for prepaid lines.
    fn what_is_left(&mut self) {
        if self.situation.service.is_billed() {
            self.out.advice("before-left-in-app");
        } else {
            self.out.fact_or("before-balance", "balance_ussd", "before-balance-unknown");
            self.out.fact("before-balance-voice", "balance_voice");
            self.out.fact("before-balance-other", "balance_other");
        }
        self.out.fact_or("before-own-number", "own_number_code", "before-own-number-unknown");
    }

    fn payment(&mut self) {
        let is_brand = self.situation.service == Service::DigitalBrand;
        let at_a_counter = matches!(self.situation.channel, Channel::Shop | Channel::Scratch);
        match self.situation.payment {
            Payment::Card => {
                self.out.advice("before-card");
                if at_a_counter {
                    self.out.advice("before-card-in-shop");
                } else if self.situation.channel == Channel::Online && !is_brand {
                    let unknown = "before-foreign-card-unknown";
                    self.out.fact_or("before-foreign-card", "foreign_card_recharge", unknown);
                }
            }
            Payment::Wallet if is_brand && self.out.known("brand_payment").is_none() => {
                self.out.advice("before-brand-wallet-unknown");
            }
            Payment::Wallet => {
                self.out.fact_or("before-wallet", "wallet", "before-wallet-unknown");
                self.out.fact("before-wallet-code", "wallet_code");
            }
            Payment::Cash => {}
            Payment::Credit => self.out.line("before-credit", vec![("amount", self.amount())], &[]),
        }
        // A card or a wallet may be refused at a counter, so cash is needed as well.
        if at_a_counter {
            self.out.line("before-cash", vec![("amount", self.amount_today())], &[]);
        }
    }

    /// Says when to buy what, if the need is known. Only the first purchases are listed; the rest is in the schedule.
    /// Bills need no list.
    fn dates(&mut self) {
        const LISTED: usize = 12;
        let dues = self.situation.dues;
        if self.situation.service.is_billed() {
            return;
        }
        for Due { plan, starts, .. } in dues.iter().take(LISTED) {
            let star = plan.star_code().map(|code| code.trim_start_matches('*'));
            let args = vec![
                ("when", Arg::When(starts.clone())),
                ("plan", Arg::term(&*plan.name)),
                ("price", plan.price.into()),
                ("star", star.map_or(Arg::Unsaid, Arg::term)),
            ];
            self.out.of_plan("dates-item", args, plan);
        }
        if dues.len() > LISTED {
            self.out.line("dates-more", vec![("count", Arg::Count((dues.len() - LISTED) as u64))], &[]);
        }
        if let Some(ends) = self.situation.ends {
            self.out.line("dates-end", vec![("when", Arg::When(ends.clone()))], &[]);
        }
    }

    /// What to say or show at a counter without French or Arabic.
    fn say(&mut self) {
        let at_a_counter = matches!(self.situation.channel, Channel::Shop | Channel::Scratch);
        if !at_a_counter || !self.by_star() && !self.situation.service.is_billed() {
            return;
        }
        let keys = match self.situation.channel {
            _ if self.situation.service.is_billed() => {
                ["say-bill-french", "say-bill-darija", "say-bill-arabic", "say-bill-meaning"]
            }
            Channel::Scratch => ["say-card-french", "say-card-darija", "say-card-arabic", "say-card-meaning"],
            _ => ["say-french", "say-darija", "say-arabic", "say-meaning"],
        };
        for key in keys {
            let args = vec![
                ("amount", self.bare_amount()),
                ("star", Arg::term(self.star())),
                ("data", self.is_data()),
                ("operator", Arg::term(self.operator.spoken.as_str())),
            ];
            self.out.line(key, args, &[]);
        }
    }

    /// The amount as a bare number to show on a screen; `…` if it is not known.
    fn bare_amount(&self) -> Arg {
        match self.situation.plan.and_then(|plan| plan.price) {
            Some(price) => Arg::term(price.as_written()),
            None => Arg::term("…"),
        }
    }

    fn check(&mut self) {
        if self.situation.service.is_billed() {
            self.out.advice("check-bill");
            self.out.advice("check-page");
            self.out.advice("check-next-bill");
            return;
        }
        let is_abroad = self.situation.channel == Channel::Abroad;
        self.out.advice("check-sms");
        self.out.fact_or("check-balance", "balance_ussd", "check-balance-unknown");
        if !is_abroad {
            self.out.advice("check-page");
        }
        self.out.advice("check-end-date");
        if let Some(end) = self.situation.dues.iter().find_map(|due| due.data_ends.as_ref()) {
            self.out.line("check-data-end", vec![("end", Arg::When(end.clone()))], &[]);
        }
        if !is_abroad {
            self.out.fact("check-border", "border_warning");
        }
    }

    fn trouble(&mut self) {
        let channel = self.situation.channel;
        let is_billed = self.situation.service.is_billed();
        match channel {
            Channel::Online => self.out.part("trouble-wait", "effective_time", "online"),
            Channel::Shop | Channel::Scratch => self.out.part("trouble-wait", "effective_time", "shop"),
            Channel::Abroad => self.out.fact("trouble-wait-abroad", "effective_time_from_abroad"),
            Channel::Phone => false,
        };
        self.out.advice("trouble-restart");
        self.out.advice(match channel {
            Channel::Online => "trouble-refused",
            Channel::Abroad => "trouble-refused-abroad",
            Channel::Shop => "trouble-receipt",
            Channel::Scratch => "trouble-card",
            Channel::Phone => "trouble-phone",
        });
        let by_recharge = matches!(channel, Channel::Online | Channel::Shop | Channel::Scratch);
        if by_recharge && self.by_star() && !is_billed {
            self.out.line("trouble-credit", vec![("star", Arg::term(self.star()))], &[]);
        }
        if channel == Channel::Scratch && !is_billed {
            self.out.fact("trouble-blocked", "recharge_blocked");
        }
        if channel == Channel::Abroad {
            self.out.fact("care-from-abroad", "care_from_abroad");
            self.out.fact("care-whatsapp", "care_whatsapp");
            self.out.fact("trouble-care-abroad", "care_head_office_phone");
            return;
        }
        if let Some((fact, value)) = self.out.known("apn") {
            let apn =
                [part_of(value, if is_billed { "postpaid" } else { "prepaid" }), part_of(value, "internet")];
            let key = if is_billed { "trouble-apn-bill" } else { "trouble-apn" };
            self.out.line(key, vec![("apn", Arg::Terms(apn.concat()))], &[fact]);
            let login = [part_of(value, "user"), part_of(value, "password")];
            if let [[user], [password]] = login.each_ref().map(Vec::as_slice) {
                let args = vec![("user", Arg::term(user)), ("password", Arg::term(password))];
                self.out.line("trouble-apn-login", args, &[fact]);
            }
        }
        self.care();
        self.out.fact("trouble-care-language", "care_language");
        self.out.fact("trouble-care-channels", "care_channels");
    }

    /// Says where bills are paid: on a site for the channel `online`, else at a counter.
    pub(super) fn bill_where(&mut self, key: &'static str, unknown: &'static str) {
        if self.situation.channel == Channel::Online {
            self.out.fact_or(key, "bill_payment_online", unknown);
        } else if !self.out.fact(key, "bill_payment_places") {
            self.out.fact_or("bill-where-shop-unknown", "bill_payment_online", unknown);
        }
    }

    /// Says whom to call. A digital brand has customer care of its own, or it is not known whether the operator's
    /// serves it; monthly plans may have numbers of their own.
    fn care(&mut self) {
        let service = self.situation.service;
        let brand = service == Service::DigitalBrand;
        if brand && self.out.fact("care-brand", "brand_care") {
            return;
        }
        if service == Service::Monthly && self.out.fact("care-contract", "care_contract") {
            return;
        }
        match self.out.known("care_short_number") {
            Some((fact, value)) if brand => {
                let args = vec![
                    ("operator", Arg::term(self.operator.name.as_str())),
                    ("value", Arg::Terms(value.texts())),
                    ("brand", Arg::term(self.operator.digital_brand.name.as_str())),
                ];
                self.out.line("care-of-operator", args, &[fact]);
            }
            _ => self.out.care(),
        }
    }

    /// The digit of the plan's star code; that of data without a plan.
    pub(super) fn star(&self) -> String {
        let code = self.situation.plan.and_then(Plan::star_code);
        code.map_or(self.out.data_star(), |code| code.trim_start_matches('*')).to_owned()
    }

    /// Whether the plan is bought with a star code.
    pub(super) fn by_star(&self) -> bool {
        self.situation.plan.is_none_or(|plan| plan.star_code().is_some())
    }

    /// 1 if the star is that of data: sentences then say “Internet”. Else 0.
    pub(super) fn is_data(&self) -> Arg {
        Arg::Count(u64::from(self.by_star() && self.star() == self.out.data_star()))
    }

    /// The price of the plan.
    pub(super) fn amount(&self) -> Arg {
        self.situation.plan.map_or(Arg::Unsaid, |plan| plan.price.into())
    }

    /// What has to be paid on the first day, including the SIM.
    fn amount_today(&self) -> Arg {
        let dues = self.situation.dues;
        let today = dues.iter().take_while(|due| due.starts.day == dues[0].starts.day);
        let prices: Option<Vec<Money>> = today.map(|due| due.plan.price).collect();
        match prices.as_deref() {
            Some([]) => self.amount(),
            Some([first, rest @ ..]) => {
                rest.iter().try_fold(*first, |sum, &price| sum.checked_add(price)).ok().into()
            }
            None => Arg::Unknown,
        }
    }
}

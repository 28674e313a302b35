//! Which lines of the guide apply: to this operator, channel, payment, state of the line and plan.

use super::facts::{Fact, FactConfidence, Facts, Operator, Value};
use super::situation::{Channel, Payment, Situation, State};
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, DataPer, Plan};
use crate::domain::time::Validity;
use crate::domain::word::words;

words! {
    /// A part of the guide.
    Part {
        /// Before renewing.
        Checklist = "checklist",
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

/// One line of the guide.
#[derive(Clone, Debug)]
pub struct Line<'f> {
    /// The message of `guide.ftl`.
    pub key: &'static str,
    /// What fills it in, by name.
    pub args: Args,
    /// The facts that it rests on; none where it is plain advice.
    pub facts: Vec<&'f Fact>,
}

impl Line<'_> {
    /// The lowest confidence of the facts; `None` for plain advice.
    pub fn confidence(&self) -> Option<FactConfidence> {
        self.facts.iter().map(|fact| fact.confidence).min()
    }
}

/// What fills lines in, by name.
pub type Args = Vec<(&'static str, Arg)>;

/// One thing that fills a line in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Names and codes as they stand, and terms that `guide.ftl` says in words.
    Terms(Vec<String>),
    /// A price.
    Money(Money),
    /// What a plan includes.
    Data(Allowance, DataPer),
    /// How long it lasts.
    Validity(Validity),
    /// Nobody has found out.
    Unknown,
    /// The user has not said.
    Unsaid,
}

impl Arg {
    fn term(text: impl Into<String>) -> Self {
        Self::Terms(vec![text.into()])
    }
}

impl<T: Into<Arg>> From<Option<T>> for Arg {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unknown, Into::into)
    }
}

impl From<Money> for Arg {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<Validity> for Arg {
    fn from(validity: Validity) -> Self {
        Self::Validity(validity)
    }
}

/// Data that is bought with a recharge is marked with this star by all operators; the facts hold it, too.
const DATA_STAR: &str = "3";

/// The lines that apply.
pub fn steps<'f>(facts: &'f Facts, operator: &'f Operator, situation: &Situation<'_>) -> Guide<'f> {
    let guide = Writer { facts, operator, situation, lines: Vec::new() };
    let parts = vec![
        (Part::Checklist, guide.part(Writer::checklist)),
        (Part::Steps, guide.part(if situation.is_billed() { Writer::bill } else { Writer::recharge })),
        (Part::Say, guide.part(Writer::say)),
        (Part::Check, guide.part(Writer::check)),
        (Part::Trouble, guide.part(Writer::trouble)),
    ];
    Guide { operator, parts: parts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect() }
}

/// Writes the lines of one part.
#[derive(Clone)]
struct Writer<'f, 's> {
    facts: &'f Facts,
    operator: &'f Operator,
    situation: &'s Situation<'s>,
    lines: Vec<Line<'f>>,
}

impl<'f> Writer<'f, '_> {
    fn part(&self, write: fn(&mut Self)) -> Vec<Line<'f>> {
        let mut writer = self.clone();
        write(&mut writer);
        writer.lines
    }

    fn checklist(&mut self) {
        match self.situation.state {
            State::Active => {
                self.advice("before-active");
                self.fact("before-registered", "unidentified_sim_cut");
            }
            State::Suspended => {
                self.advice("before-suspended");
                self.care();
            }
            State::Arrears => {
                self.advice("before-arrears");
                self.bill_channels("before-arrears-where", "before-arrears-where-unknown");
                self.care();
            }
            State::Unidentified => {
                self.advice("before-unidentified");
                self.fact("before-unidentified-id", "id_for_travellers");
                self.fact("before-unidentified-cut", "unidentified_sim_cut");
            }
        }
        self.plan();
        self.fact_or("before-balance", "balance_ussd", "before-balance-unknown");
        self.fact_or("before-own-number", "own_number_code", "before-own-number-unknown");
        match self.situation.payment {
            Payment::Card => {
                self.advice("before-card");
                match self.situation.channel {
                    Channel::Online => {
                        self.fact_or(
                            "before-foreign-card",
                            "foreign_card_recharge",
                            "before-foreign-card-unknown",
                        );
                    }
                    Channel::Abroad => {}
                    Channel::Shop | Channel::Scratch | Channel::Phone => self.advice("before-card-in-shop"),
                }
            }
            Payment::Wallet => self.fact_or("before-wallet", "wallet", "before-wallet-unknown"),
            Payment::Cash => self.filled("before-cash", vec![("amount", self.amount())], &[]),
            Payment::Credit => self.filled("before-credit", vec![("amount", self.amount())], &[]),
        }
        if self.situation.channel == Channel::Shop {
            self.fact("before-id", "id_for_travellers");
        }
    }

    /// What is bought and what it costs.
    fn plan(&mut self) {
        let Some(plan) = self.situation.plan else {
            self.advice("before-plan-any");
            return;
        };
        let args = vec![
            ("plan", Arg::term(plan.name.as_str())),
            ("price", plan.price.into()),
            ("data", plan.allowance.map(|data| Arg::Data(data, plan.data_per)).into()),
            ("validity", plan.validity.into()),
            ("seen", plan.verified_on.map(|date| Arg::term(date.to_string())).into()),
        ];
        self.filled("before-plan", args, &[]);
    }

    fn recharge(&mut self) {
        match self.situation.channel {
            Channel::Online => self.online(),
            Channel::Shop => self.shop(),
            Channel::Scratch => self.scratch(),
            Channel::Phone => self.phone(),
            Channel::Abroad => self.abroad(),
        }
    }

    /// Only where a number is known; it may be for other lines of the operator than the user's.
    fn phone(&mut self) {
        if self.fact("phone-call", "data_pass_by_phone") {
            self.advice("phone-unproven");
            self.advice("phone-choose");
        } else {
            self.advice("phone-unknown");
        }
    }

    fn abroad(&mut self) {
        self.fact_or("abroad-reseller", "top_up_from_abroad", "abroad-reseller-unknown");
        self.advice("abroad-number");
        self.filled("abroad-amount", vec![("amount", self.amount())], &[]);
        self.advice("online-pay-card");
        self.fact("abroad-dearer", "top_up_from_abroad");
        self.advice("abroad-data");
    }

    /// What to say or show, for somebody who speaks neither French nor Arabic.
    fn say(&mut self) {
        let at_a_counter = matches!(self.situation.channel, Channel::Shop | Channel::Scratch);
        let by_star = self.situation.plan.is_none_or(|plan| plan.star_code().is_some());
        if !at_a_counter || !by_star || self.situation.is_billed() {
            return;
        }
        let keys = match self.situation.channel {
            Channel::Scratch => ["say-card-french", "say-card-darija", "say-card-arabic", "say-card-meaning"],
            _ => ["say-french", "say-darija", "say-arabic", "say-meaning"],
        };
        for key in keys {
            let operator = Arg::term(self.operator.name.as_str());
            let args = vec![
                ("amount", self.bare_amount()),
                ("star", Arg::term(self.star())),
                ("operator", operator),
            ];
            self.filled(key, args, &[]);
        }
    }

    /// The amount as a bare number, to be shown on a screen.
    fn bare_amount(&self) -> Arg {
        match self.situation.plan.and_then(|plan| plan.price) {
            Some(price) => Arg::term(price.as_written()),
            None => Arg::term("…"),
        }
    }

    fn online(&mut self) {
        self.facts_together("online-open", &[("app", "app"), ("website", "website")]);
        self.advice("online-sign-in");
        self.fact("online-menu", "recharge_menu");
        self.star_line("online-choose");
        self.pay_online();
        self.advice("online-check-order");
        self.advice("online-confirm");
    }

    fn pay_online(&mut self) {
        match self.situation.payment {
            Payment::Wallet => self.fact_or("online-pay-wallet", "wallet", "online-pay-wallet-unknown"),
            Payment::Card | Payment::Cash | Payment::Credit => self.advice("online-pay-card"),
        }
    }

    fn shop(&mut self) {
        match self.facts.known(self.operator, "outlets") {
            Some((fact, value)) => {
                // The list also has the app, which is no place to go to.
                let places = value.texts().into_iter().filter(|place| place != "operator-apps").collect();
                self.filled("shop-go", vec![("value", Arg::Terms(places))], &[fact]);
            }
            None => self.advice("shop-go-unknown"),
        }
        self.fact("shop-go-outlets", "cash_outlets");
        self.fact("shop-rural", "rural_recharge");
        self.star_line("shop-say");
        self.advice("shop-show-number");
        self.pay_in_shop();
        self.fact("shop-receipt", "receipt");
        self.advice("shop-wait-sms");
    }

    fn pay_in_shop(&mut self) {
        match self.situation.payment {
            Payment::Cash => self.advice("shop-pay-cash"),
            Payment::Card | Payment::Credit => self.advice("shop-pay-card"),
            Payment::Wallet => self.fact_or("shop-pay-wallet", "wallet", "shop-pay-wallet-unknown"),
        }
    }

    fn scratch(&mut self) {
        self.fact("scratch-buy", "scratch_card_values_dh");
        if self.situation.plan.is_some() {
            self.filled("scratch-amount", vec![("amount", self.amount())], &[]);
        }
        self.pay_in_shop();
        self.advice("scratch-open");
        let star = self.star();
        if let Some((fact, value)) = self.facts.known(self.operator, "recharge_scratch_card") {
            let part = |name| part(value, name);
            let args = vec![("number", Arg::Terms(part("to"))), ("star", Arg::term(star.as_str()))];
            self.filled("scratch-send", args, &[fact]);
            // The example of the facts is for data; a plan with another star has none.
            if star == DATA_STAR && !part("example").is_empty() {
                self.filled("scratch-example", vec![("example", Arg::Terms(part("example")))], &[fact]);
            }
        } else {
            self.advice("scratch-send-unknown");
        }
        self.filled("scratch-star-matters", vec![("star", Arg::term(star))], &[]);
        self.advice("scratch-keep");
    }

    /// A monthly plan is not recharged: its bill is paid.
    fn bill(&mut self) {
        self.advice("bill-not-recharge");
        match self.situation.channel {
            Channel::Online => {
                self.facts_together("online-open", &[("app", "app"), ("website", "website")]);
                self.advice("online-sign-in");
                self.advice("bill-open");
                self.pay_online();
                self.advice("bill-confirm");
            }
            Channel::Shop | Channel::Scratch | Channel::Phone | Channel::Abroad => {
                self.bill_channels("bill-where", "bill-where-unknown");
                self.advice("bill-say");
                self.pay_in_shop();
                self.fact("shop-receipt", "receipt");
                self.advice("bill-confirm");
            }
        }
    }

    fn check(&mut self) {
        self.advice("check-sms");
        self.fact_or("check-balance", "balance_ussd", "check-balance-unknown");
        self.advice("check-page");
        self.advice("check-end-date");
        self.fact("check-border", "border_warning");
    }

    fn trouble(&mut self) {
        if self.situation.channel == Channel::Abroad {
            self.fact("trouble-wait-abroad", "effective_time_from_abroad");
        } else if let Some((fact, value)) = self.facts.known(self.operator, "effective_time") {
            let channel = if self.situation.channel == Channel::Online { "online" } else { "shop" };
            self.filled("trouble-wait", vec![("time", Arg::Terms(part(value, channel)))], &[fact]);
        }
        self.advice("trouble-restart");
        match self.situation.channel {
            Channel::Online | Channel::Abroad => self.advice("trouble-refused"),
            Channel::Shop | Channel::Scratch => self.advice("trouble-receipt"),
            Channel::Phone => self.advice("trouble-phone"),
        }
        self.filled("trouble-credit", vec![("star", Arg::term(self.star()))], &[]);
        if let Some((fact, value)) = self.facts.known(self.operator, "apn") {
            let apn = [part(value, "prepaid"), part(value, "internet")].concat();
            self.filled("trouble-apn", vec![("apn", Arg::Terms(apn))], &[fact]);
        }
        self.care();
        self.fact("trouble-care-language", "care_language");
    }

    /// Where bills are paid: the operator's list, else the one app that is known for it.
    fn bill_channels(&mut self, key: &'static str, unknown: &'static str) {
        if !self.fact(key, "bill_payment_channels") {
            self.fact_or(key, "app_bills", unknown);
        }
    }

    /// Whom to call.
    fn care(&mut self) {
        self.fact_or("care", "care_short_number", "care-unknown");
    }

    /// The star of the plan, else that of data.
    fn star(&self) -> String {
        let code = self.situation.plan.and_then(Plan::star_code);
        code.map_or(DATA_STAR, |code| code.trim_start_matches('*')).to_owned()
    }

    /// A line that names the amount and the star to recharge with.
    fn star_line(&mut self, key: &'static str) {
        let facts: Vec<_> =
            self.facts.known(self.operator, "star_codes").map(|(fact, _)| fact).into_iter().collect();
        let star = match self.situation.plan {
            Some(plan) if plan.star_code().is_none() => Arg::Unsaid,
            _ => Arg::term(self.star()),
        };
        let plan = self.situation.plan.map_or(Arg::Unsaid, |plan| Arg::term(plan.name.as_str()));
        let args = vec![("amount", self.amount()), ("star", star), ("plan", plan)];
        self.filled(key, args, &facts);
    }

    /// The amount to recharge.
    fn amount(&self) -> Arg {
        self.situation.plan.map_or(Arg::Unsaid, |plan| plan.price.into())
    }

    fn advice(&mut self, key: &'static str) {
        self.filled(key, Vec::new(), &[]);
    }

    /// A line that says one fact; tells whether it is known.
    fn fact(&mut self, key: &'static str, fact: &str) -> bool {
        let Some((fact, value)) = self.facts.known(self.operator, fact) else { return false };
        let args = match value {
            Value::Parts(parts) => {
                let known = [("min", "min"), ("max", "max"), ("name", "value")];
                let named = |(part, arg): (&str, _)| Some((arg, Arg::Terms(parts.get(part)?.texts())));
                known.into_iter().filter_map(named).collect()
            }
            other => vec![("value", Arg::Terms(other.texts()))],
        };
        self.filled(key, args, &[fact]);
        true
    }

    /// A line that says one fact, or another line where it is unknown.
    fn fact_or(&mut self, key: &'static str, fact: &str, unknown: &'static str) {
        if !self.fact(key, fact) {
            self.advice(unknown);
        }
    }

    /// A line that needs several facts; nothing where one is unknown.
    fn facts_together(&mut self, key: &'static str, wanted: &[(&'static str, &str)]) {
        let known: Option<Vec<_>> =
            wanted.iter().map(|(arg, fact)| Some((*arg, self.facts.known(self.operator, fact)?))).collect();
        let Some(known) = known else { return };
        let text = |value: &Value| match value {
            Value::Parts(parts) => parts.get("name").map(Value::texts).unwrap_or_default(),
            other => other.texts(),
        };
        let args = known.iter().map(|(arg, (_, value))| (*arg, Arg::Terms(text(value)))).collect();
        let facts: Vec<_> = known.iter().map(|(_, (fact, _))| *fact).collect();
        self.filled(key, args, &facts);
    }

    fn filled(&mut self, key: &'static str, args: Args, facts: &[&'f Fact]) {
        self.lines.push(Line { key, args, facts: facts.to_vec() });
    }
}

/// The texts of one part of a value.
fn part(value: &Value, name: &str) -> Vec<String> {
    match value {
        Value::Parts(parts) => parts.get(name).map(Value::texts).unwrap_or_default(),
        _ => Vec::new(),
    }
}

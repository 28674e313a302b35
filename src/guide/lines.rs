//! Lines of the guide and what fills them in, written for one operator.

use super::facts::{Fact, FactConfidence, FactValue, Facts, Operator};
use crate::domain::calendar::When;
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, DataPer, Plan, Quantity};
use crate::domain::time::Validity;
use std::borrow::Cow;

/// A sentence of the guide: its message, what fills it in, and the facts behind it.
#[derive(Clone, Debug)]
pub struct GuideLine<'f> {
    /// The message of `guide.ftl` or `faq.ftl`.
    pub key: &'static str,
    /// The values of its placeholders.
    pub args: Args<'f>,
    /// The facts that it rests on; empty for plain advice.
    pub facts: Vec<Cow<'f, Fact>>,
}

impl GuideLine<'_> {
    /// The lowest confidence of the facts; `None` for plain advice.
    pub fn confidence(&self) -> Option<FactConfidence> {
        self.facts.iter().map(|fact| fact.confidence).min()
    }
}

/// The values of a line's placeholders, each with its name.
pub type Args<'f> = Vec<(&'f str, Arg)>;

/// The value of a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Names and codes that are shown as they are, and terms that `guide.ftl` says in words.
    Terms(Vec<String>),
    /// Words of the catalogue, which are quoted unless they have a translation.
    Quote(String),
    /// An amount in the seller's currency.
    Money(Money),
    /// What one purchase of a plan includes, and how long it is valid.
    Includes(Included),
    /// A point of the stay: its day, date or time.
    When(When),
    /// An ISO 8601 date, perhaps without its day or month.
    Date(String),
    /// A number, which can choose the form of the sentence.
    Count(u64),
    /// The value is not known to anybody.
    Unknown,
    /// The user has not given the value.
    Unsaid,
}

/// What one purchase of a plan includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Included {
    /// The data; `None` if it is not known. A SIM may include none.
    pub data: Option<Allowance>,
    /// Whether the data is for the whole validity or for each day.
    pub data_per: DataPer,
    /// The call minutes; `None` if they are not known.
    pub minutes: Option<Quantity>,
    /// How long it is valid; `None` if that is not known.
    pub validity: Option<Validity>,
}

impl Arg {
    /// A single name, code or term.
    pub fn term(text: impl Into<String>) -> Self {
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

/// Writes lines for one operator, or for all of them, each with the facts that it rests on.
#[derive(Clone, Debug)]
pub struct LineWriter<'f> {
    facts: &'f Facts,
    operator: Option<&'f Operator>,
    /// The lines written so far.
    pub lines: Vec<GuideLine<'f>>,
}

impl<'f> LineWriter<'f> {
    /// Starts without lines. `operator` is `None` for lines that hold for everybody.
    pub fn new(facts: &'f Facts, operator: Option<&'f Operator>) -> Self {
        Self { facts, operator, lines: Vec::new() }
    }

    /// A fact about the operator, else about every operator; `None` if it is unknown.
    pub fn known(&self, key: &str) -> Option<(&'f Fact, &'f FactValue)> {
        let fact = self.own_facts().iter().chain(&self.facts.every_operator).find(|fact| fact.key == key)?;
        let value = fact.value.as_ref()?;
        (*value != FactValue::Holds(false)).then_some((fact, value))
    }

    /// The facts about the operator itself.
    fn own_facts(&self) -> &'f [Fact] {
        self.operator.map(|operator| operator.facts.as_slice()).unwrap_or_default()
    }

    /// Writes a line that rests on no fact.
    pub fn advice(&mut self, key: &'static str) {
        self.line(key, Vec::new(), &[]);
    }

    /// Writes a line for one fact if it is known. Returns whether it is.
    pub fn fact(&mut self, key: &'static str, fact: &str) -> bool {
        let Some((fact, value)) = self.known(fact) else { return false };
        self.line(key, args_of(value), &[fact]);
        true
    }

    /// Writes a line for one fact about the operator itself if it is known. Returns whether it is.
    pub fn own(&mut self, key: &'static str, fact: &str) -> bool {
        self.own_facts().iter().any(|own| own.key == fact) && self.fact(key, fact)
    }

    /// The star that makes data of a recharge: the one that means Internet. It is the same at all operators.
    pub fn data_star(&self) -> &'f str {
        let operators = self.operator.into_iter().chain(&self.facts.operators);
        let stars = operators.flat_map(|operator| &operator.facts);
        let stars = stars.filter(|fact| fact.key == "star_codes").filter_map(|fact| match &fact.value {
            Some(FactValue::Parts(parts)) => Some(parts),
            _ => None,
        });
        let internet = FactValue::Text("internet".to_owned());
        let star = stars.flatten().find(|(_, meaning)| **meaning == internet);
        star.map_or("…", |(star, _)| star.as_str())
    }

    /// Writes a line for one fact whose value is a date, if it is known.
    pub fn date(&mut self, key: &'static str, fact: &str) {
        let Some((fact, FactValue::Text(date))) = self.known(fact) else { return };
        self.line(key, vec![("date", Arg::Date(date.clone()))], &[fact]);
    }

    /// Writes a line for one fact, or the line `unknown` if it is unknown.
    pub fn fact_or(&mut self, key: &'static str, fact: &str, unknown: &'static str) {
        if !self.fact(key, fact) {
            self.advice(unknown);
        }
    }

    /// Writes a line for one fact about the operator itself, or the line `unknown` if only the general fact is known.
    pub fn own_or(&mut self, key: &'static str, fact: &str, unknown: &'static str) {
        if !self.own(key, fact) {
            self.advice(unknown);
        }
    }

    /// Writes lines that say how to reach customer care, or that no number is known.
    pub fn care(&mut self) {
        self.fact_or("care", "care_short_number", "care-unknown");
        self.fact("care-price", "care_call_price_dh");
        self.fact("care-other-phones", "care_from_other_phones");
        self.fact("care-from-abroad", "care_from_abroad");
        self.fact("care-whatsapp", "care_whatsapp");
    }

    /// Writes a line for one part of a fact if that is known. Returns whether it is.
    pub fn part(&mut self, key: &'static str, fact: &str, part: &str) -> bool {
        let Some((fact, value)) = self.known(fact) else { return false };
        let texts = part_of(value, part);
        if texts.is_empty() {
            return false;
        }
        self.line(key, vec![("value", Arg::Terms(texts))], &[fact]);
        true
    }

    /// Writes a line that needs several facts, unless one of them is unknown.
    pub fn facts_together(&mut self, key: &'static str, wanted: &[(&'static str, &str)]) {
        let known: Option<Vec<_>> =
            wanted.iter().map(|(arg, fact)| Some((*arg, self.known(fact)?))).collect();
        let Some(known) = known else { return };
        let args = known.iter().map(|(arg, (_, value))| (*arg, Arg::Terms(name_of(value)))).collect();
        let facts: Vec<_> = known.iter().map(|(_, (fact, _))| *fact).collect();
        self.line(key, args, &facts);
    }

    /// Writes a line that rests on a plan of the catalogue.
    pub fn of_plan(&mut self, key: &'static str, args: Args<'f>, plan: &Plan) {
        self.lines.push(GuideLine { key, args, facts: vec![Cow::Owned(Fact::from_plan(plan))] });
    }

    /// Writes a line that lists those of several facts that are known. Returns whether any is.
    pub fn joined(&mut self, key: &'static str, facts: &[&str]) -> bool {
        let known: Vec<_> = facts.iter().filter_map(|fact| self.known(fact)).collect();
        let texts: Vec<_> = known.iter().flat_map(|(_, value)| value.texts()).collect();
        if texts.is_empty() {
            return false;
        }
        let facts: Vec<_> = known.iter().map(|(fact, _)| *fact).collect();
        self.line(key, vec![("value", Arg::Terms(texts))], &facts);
        true
    }

    /// Writes a line with the values of its placeholders and the facts that it rests on.
    pub fn line(&mut self, key: &'static str, args: Args<'f>, facts: &[&'f Fact]) {
        let facts = facts.iter().map(|fact| Cow::Borrowed(*fact)).collect();
        self.lines.push(GuideLine { key, args, facts });
    }
}

/// What a value fills in: each of its parts the placeholder of its name, a value without parts `value`.
pub fn args_of(value: &FactValue) -> Args<'_> {
    match value {
        FactValue::Holds(_) => Vec::new(),
        FactValue::Parts(parts) => parts.iter().map(|(name, part)| (name.as_str(), arg_of(part))).collect(),
        other => vec![("value", arg_of(other))],
    }
}

fn arg_of(value: &FactValue) -> Arg {
    match value {
        FactValue::Number(number) => Arg::Count(*number),
        other => Arg::Terms(other.texts()),
    }
}

/// The name of a value that has parts, else all its texts.
fn name_of(value: &FactValue) -> Vec<String> {
    match value {
        FactValue::Parts(_) => part_of(value, "name"),
        other => other.texts(),
    }
}

/// The texts of the part with this name; empty if there is none.
pub fn part_of(value: &FactValue, name: &str) -> Vec<String> {
    match value {
        FactValue::Parts(parts) => parts.get(name).map(FactValue::texts).unwrap_or_default(),
        _ => Vec::new(),
    }
}

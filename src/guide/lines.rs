//! Lines of the guide and what fills them in, written for one operator.

use super::facts::{Fact, FactConfidence, FactValue, Facts, Operator};
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, DataPer, Plan};
use crate::domain::schedule::When;
use crate::domain::time::Validity;
use std::borrow::Cow;

/// One line of the guide.
#[derive(Clone, Debug)]
pub struct GuideLine<'f> {
    /// The message of `guide.ftl` or `faq.ftl`.
    pub key: &'static str,
    /// What fills it in, by name.
    pub args: Args,
    /// The facts that it rests on; none where it is plain advice.
    pub facts: Vec<Cow<'f, Fact>>,
}

impl GuideLine<'_> {
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
    /// A point of the stay.
    When(When),
    /// A date of ISO 8601, or as much of it as is known.
    Date(String),
    /// How many.
    Count(u64),
    /// Nobody has found out.
    Unknown,
    /// The user has not said.
    Unsaid,
}

impl Arg {
    /// One name, code or term.
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

impl From<Validity> for Arg {
    fn from(validity: Validity) -> Self {
        Self::Validity(validity)
    }
}

/// Writes lines for one operator, or for all of them, each with the facts that it rests on.
#[derive(Clone, Debug)]
pub struct Teller<'f> {
    facts: &'f Facts,
    operator: Option<&'f Operator>,
    /// What has been written.
    pub lines: Vec<GuideLine<'f>>,
}

impl<'f> Teller<'f> {
    /// Nothing written yet.
    pub fn new(facts: &'f Facts, operator: Option<&'f Operator>) -> Self {
        Self { facts, operator, lines: Vec::new() }
    }

    /// A fact of the operator, else of every operator; `None` where it is unknown.
    pub fn known(&self, key: &str) -> Option<(&'f Fact, &'f FactValue)> {
        let own = self.operator.map(|operator| operator.facts.as_slice()).unwrap_or_default();
        let fact = own.iter().chain(&self.facts.every_operator).find(|fact| fact.key == key)?;
        Some((fact, fact.value.as_ref()?))
    }

    /// A line that rests on no fact.
    pub fn advice(&mut self, key: &'static str) {
        self.filled(key, Vec::new(), &[]);
    }

    /// A line that says one fact; tells whether it is known.
    pub fn fact(&mut self, key: &'static str, fact: &str) -> bool {
        let Some((fact, value)) = self.known(fact) else { return false };
        let args = match value {
            FactValue::Parts(parts) => {
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
    pub fn fact_or(&mut self, key: &'static str, fact: &str, unknown: &'static str) {
        if !self.fact(key, fact) {
            self.advice(unknown);
        }
    }

    /// A line that says one fact of the operator itself, or another line where that is unknown.
    pub fn own_or(&mut self, key: &'static str, fact: &str, unknown: &'static str) {
        let is_own = |operator: &Operator| operator.facts.iter().any(|own| own.key == fact);
        if self.operator.is_some_and(is_own) {
            self.fact_or(key, fact, unknown);
        } else {
            self.advice(unknown);
        }
    }

    /// A line that says one part of a fact; tells whether it is known.
    pub fn part(&mut self, key: &'static str, fact: &str, part: &str) -> bool {
        let Some((fact, value)) = self.known(fact) else { return false };
        let texts = part_of(value, part);
        if texts.is_empty() {
            return false;
        }
        self.filled(key, vec![("value", Arg::Terms(texts))], &[fact]);
        true
    }

    /// A line that needs several facts; nothing where one is unknown.
    pub fn facts_together(&mut self, key: &'static str, wanted: &[(&'static str, &str)]) {
        let known: Option<Vec<_>> =
            wanted.iter().map(|(arg, fact)| Some((*arg, self.known(fact)?))).collect();
        let Some(known) = known else { return };
        let text = |value: &FactValue| match value {
            FactValue::Parts(_) => part_of(value, "name"),
            other => other.texts(),
        };
        let args = known.iter().map(|(arg, (_, value))| (*arg, Arg::Terms(text(value)))).collect();
        let facts: Vec<_> = known.iter().map(|(_, (fact, _))| *fact).collect();
        self.filled(key, args, &facts);
    }

    /// A line that rests on what the catalogue says of a plan.
    pub fn of_plan(&mut self, key: &'static str, args: Args, plan: &Plan) {
        self.lines.push(GuideLine { key, args, facts: vec![Cow::Owned(Fact::of_plan(plan))] });
    }

    /// A line that says what is known of several facts together; tells whether anything is.
    pub fn joined(&mut self, key: &'static str, facts: &[&str]) -> bool {
        let known: Vec<_> = facts.iter().filter_map(|fact| self.known(fact)).collect();
        let texts: Vec<_> = known.iter().flat_map(|(_, value)| value.texts()).collect();
        if texts.is_empty() {
            return false;
        }
        let facts: Vec<_> = known.iter().map(|(fact, _)| *fact).collect();
        self.filled(key, vec![("value", Arg::Terms(texts))], &facts);
        true
    }

    /// A line with what fills it in and what it rests on.
    pub fn filled(&mut self, key: &'static str, args: Args, facts: &[&'f Fact]) {
        let facts = facts.iter().map(|fact| Cow::Borrowed(*fact)).collect();
        self.lines.push(GuideLine { key, args, facts });
    }
}

/// The texts of one part of a value.
pub fn part_of(value: &FactValue, name: &str) -> Vec<String> {
    match value {
        FactValue::Parts(parts) => parts.get(name).map(FactValue::texts).unwrap_or_default(),
        _ => Vec::new(),
    }
}

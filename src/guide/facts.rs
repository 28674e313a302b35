//! What is known of each operator, from where, of when, and how sure: `operators.toml`.

use crate::domain::plan::{Confidence, Plan};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Everything that the guide knows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The operators, in the order in which they are told.
    #[serde(rename = "operator")]
    pub operators: Vec<Operator>,
    /// Facts that hold for every operator.
    pub every_operator: Vec<Fact>,
}

/// An operator.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// As in the catalogue.
    pub id: String,
    /// As it is written.
    pub name: String,
    /// As people say it at a counter.
    pub spoken: String,
    /// Other names.
    pub also: Vec<String>,
    /// Its digital brand.
    pub digital_brand: Brand,
    /// What is known of it.
    #[serde(rename = "fact")]
    pub facts: Vec<Fact>,
}

/// A digital brand of an operator.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// As people say it.
    pub name: String,
    /// Its line in the catalogue, where that has one.
    pub line: Option<String>,
}

/// One fact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its name.
    pub key: String,
    /// What is known; nothing where it is unknown.
    pub value: Option<FactValue>,
    /// Where it comes from.
    pub source: Option<String>,
    /// What kind of source that is: a term that `guide.ftl` says in words.
    pub about: Option<String>,
    /// Its day, month or year.
    pub date: Option<String>,
    /// How sure it is.
    pub confidence: FactConfidence,
    /// For those who maintain the facts.
    pub note: Option<String>,
}

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum FactValue {
    /// A name, a code, or a term that `guide.ftl` says in words.
    Text(String),
    /// A number.
    Number(u64),
    /// Several.
    List(Vec<FactValue>),
    /// Named parts.
    Parts(BTreeMap<String, FactValue>),
}

impl FactValue {
    /// All texts in the value, its parts' too.
    pub fn texts(&self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.clone()],
            Self::Number(number) => vec![number.to_string()],
            Self::List(values) => values.iter().flat_map(Self::texts).collect(),
            Self::Parts(parts) => parts.values().flat_map(Self::texts).collect(),
        }
    }
}

/// How sure a fact is; surer is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FactConfidence {
    /// Nothing was found.
    Unknown,
    /// Old, single or unproven: printed as unverified.
    Low,
    /// Independent and recent, or several agree.
    Medium,
    /// The operator's or the regulator's own page.
    High,
}

impl Fact {
    /// What the catalogue says of a plan, as a fact: its source, day and confidence.
    pub fn of_plan(plan: &Plan) -> Self {
        Self {
            key: "plan".to_owned(),
            value: None,
            source: plan.source.as_deref().map(str::to_owned),
            about: None,
            date: plan.verified_on.map(|date| date.to_string()),
            confidence: match plan.confidence {
                None => FactConfidence::Unknown,
                Some(Confidence::Low) => FactConfidence::Low,
                Some(Confidence::Medium) => FactConfidence::Medium,
                Some(Confidence::High) => FactConfidence::High,
            },
            note: None,
        }
    }
}

impl FactConfidence {
    /// The word of the facts file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

impl Facts {
    /// The facts that are built into the program.
    ///
    /// # Panics
    /// Where the built-in file is not sound: a test reads it.
    pub fn built_in() -> Self {
        toml::from_str(include_str!("operators.toml"))
            .unwrap_or_else(|error| panic!("operators.toml: {error}"))
    }

    /// The operator of this id.
    pub fn operator(&self, id: &str) -> Option<&Operator> {
        self.operators.iter().find(|operator| operator.id == id)
    }

    /// The operator whose digital brand has this name, in any case.
    pub fn operator_of_brand(&self, name: &str) -> Option<&Operator> {
        self.operators.iter().find(|operator| operator.digital_brand.name.eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_fact_has_its_source_and_every_unknown_one_has_no_value() {
        let facts = Facts::built_in();
        let all =
            facts.operators.iter().flat_map(|operator| operator.facts.iter()).chain(&facts.every_operator);
        let mut known = 0;
        for fact in all {
            if fact.confidence == FactConfidence::Unknown {
                assert!(fact.value.is_none() && fact.source.is_none(), "{fact:?}");
                continue;
            }
            known += 1;
            assert!(fact.value.is_some() && fact.source.is_some(), "{fact:?}");
            // Facts without a date are only ever of low confidence.
            assert!(fact.date.is_some() || fact.confidence == FactConfidence::Low, "{fact:?}");
        }
        assert!(known >= 70, "facts have gone");
    }

    #[test]
    fn keys_are_unique_and_every_operator_is_complete() {
        let facts = Facts::built_in();
        for operator in &facts.operators {
            let mut keys: Vec<_> = operator.facts.iter().map(|fact| fact.key.as_str()).collect();
            for needed in [
                "care_short_number",
                "recharge_scratch_card",
                "star_codes",
                "app",
                "website",
                "wallet",
                "foreign_card_recharge",
                "balance_ussd",
                "own_number_code",
                "recharge_menu",
            ] {
                assert!(keys.contains(&needed), "{} says nothing of {needed}, not even unknown", operator.id);
            }
            let count = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), count, "{} has a key twice", operator.id);
        }
    }
}

//! The facts about each operator in `operators.toml`, each with its source, date and confidence.

use super::sellers::seller_name;
use crate::domain::plan::{Confidence, Plan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that the guide knows.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The operators, in the order in which answers list them.
    #[serde(rename = "operator")]
    pub operators: Vec<Operator>,
    /// Facts that hold for every operator.
    pub every_operator: Vec<Fact>,
}

/// A network operator, and the facts about it.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// Its id in the catalogue, such as `maroc-telecom`.
    pub id: String,
    /// Its name as it is written, such as `Maroc Telecom`.
    pub name: String,
    /// As people say it at a counter.
    pub spoken: String,
    /// Other names of it, old ones too; a remark may follow in brackets.
    pub also: Vec<String>,
    /// The brand that it runs from a site.
    pub digital_brand: Brand,
    /// The facts about it, each key once; what nobody knows is listed as unknown.
    #[serde(rename = "fact")]
    pub facts: Vec<Fact>,
}

/// A digital brand of an operator.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// Its name as people say it, such as `Yoxo`.
    pub name: String,
    /// Its line in the catalogue; `None` if the catalogue has no plan of it.
    pub line: Option<String>,
}

/// A fact about one operator or about all of them.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its name in snake case, such as `balance_ussd`.
    pub key: String,
    /// What is known; `None` if nobody has found out.
    pub value: Option<FactValue>,
    /// The address or the name of its source, if there is one.
    pub source: Option<String>,
    /// What kind of source that is, such as the operator's own page or a copy of it: a term that `guide.ftl` says in
    /// words. It says nothing of how sure the fact is.
    pub about: Option<String>,
    /// The date of the source: a day, a month or only a year.
    pub date: Option<String>,
    /// How much the source can be relied on.
    pub confidence: FactConfidence,
    /// A remark for those who maintain the facts; no answer shows it.
    pub note: Option<String>,
}

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum FactValue {
    /// A name, a code, or a term that `guide.ftl` says in words.
    Text(String),
    /// Whether a sentence of the guide holds, if it has no placeholder.
    Holds(bool),
    /// A whole number, such as an amount in dirhams or a count of months.
    Number(u64),
    /// Several values, in the order in which a sentence lists them.
    List(Vec<FactValue>),
    /// Values by name, such as `min` and `max`, or stars and their meanings.
    Parts(BTreeMap<String, FactValue>),
}

impl Operator {
    /// Every name that people have for it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let also = self.also.iter().map(|name| name.split_once(" (").map_or(name.as_str(), |(name, _)| name));
        [self.id.as_str(), &self.name, &self.spoken].into_iter().chain(also)
    }

    /// A seller of which only the name is known.
    pub fn unknown(name: &str) -> Self {
        Self {
            id: name.to_owned(),
            name: seller_name(name).to_owned(),
            spoken: seller_name(name).to_owned(),
            also: Vec::new(),
            digital_brand: Brand { name: String::new(), line: None },
            facts: Vec::new(),
        }
    }
}

impl FactValue {
    /// All texts in the value and in its parts.
    pub fn texts(&self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.clone()],
            Self::Holds(_) => Vec::new(),
            Self::Number(number) => vec![number.to_string()],
            Self::List(values) => values.iter().flat_map(Self::texts).collect(),
            Self::Parts(parts) => parts.values().flat_map(Self::texts).collect(),
        }
    }
}

/// How much a fact can be relied on; the more, the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FactConfidence {
    /// Nothing was found: the fact has no value and no source.
    Unknown,
    /// Old, single or unproven: printed as unverified.
    Low,
    /// Independent and recent, or several agree.
    Medium,
    /// The operator or the regulator says so, and recently.
    High,
}

impl Fact {
    /// The source, date and confidence of a plan in the catalogue, as a fact.
    pub fn from_plan(plan: &Plan) -> Self {
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
    /// The word for it in `operators.toml` and in JSON.
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
    /// If the built-in file is not valid; a test reads it.
    pub fn built_in() -> Self {
        toml::from_str(include_str!("operators.toml"))
            .unwrap_or_else(|error| panic!("operators.toml: {error}"))
    }

    /// The operator with this id.
    pub fn operator(&self, id: &str) -> Option<&Operator> {
        self.operators.iter().find(|operator| operator.id == id)
    }

    /// The digits of the country's code for calls from abroad.
    ///
    /// # Panics
    /// If the built-in file lacks it; a test reads it.
    pub fn country_code(&self) -> &str {
        let code = self.every_operator.iter().find(|fact| fact.key == "country_code");
        match code.and_then(|fact| fact.value.as_ref()) {
            Some(FactValue::Text(code)) => code.trim_start_matches('+'),
            _ => panic!("operators.toml: no country_code"),
        }
    }

    /// The operator whose digital brand has this name, in upper or lower case.
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
            assert!(fact.value.is_some() && fact.source.is_some() && fact.about.is_some(), "{fact:?}");
            // What several undated sources agree on is not of low confidence.
            let is_dated = fact.date.is_some() || fact.key == "top_up_from_abroad_sells";
            assert!(is_dated || fact.confidence == FactConfidence::Low, "{fact:?}");
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

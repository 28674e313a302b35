//! Which plans a user wants to see at all.

use super::figure::{Error, Figure};
use super::number::whole;
use super::plan::{Audience, Confidence, Kind, Network, Plan, Scope};
use super::refusal::{Change, Code, Reason};
use super::slug::Slug;
use super::time::VerifiedOn;
use super::word::Word;
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A choice among values: only these (all, where none is named), and not those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// The values that are wanted; empty means all.
    pub only: BTreeSet<T>,
    /// The values that are not.
    pub not: BTreeSet<T>,
}

impl<T: Ord> Choice<T> {
    /// Whether the choice leaves this value in.
    pub fn admits(&self, value: &T) -> bool {
        (self.only.is_empty() || self.only.contains(value)) && !self.not.contains(value)
    }
}

impl<T> Default for Choice<T> {
    fn default() -> Self {
        Self { only: BTreeSet::new(), not: BTreeSet::new() }
    }
}

/// How old a price may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaxAge {
    /// The limit that nobody asked for: [`MaxAge::DEFAULT_DAYS`]. A price without a date passes.
    Default,
    /// The limit that the user asked for; a price without a date is not known to meet it.
    Days(u64),
    /// No limit.
    Any,
}

impl MaxAge {
    /// Three years: older prices only mislead.
    pub const DEFAULT_DAYS: u64 = 1095;

    /// The limit, where there is one.
    pub fn days(self) -> Option<u64> {
        match self {
            Self::Default => Some(Self::DEFAULT_DAYS),
            Self::Days(days) => Some(days),
            Self::Any => None,
        }
    }

    /// Reads days or `any`.
    ///
    /// # Errors
    /// `max-age-form` with the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.eq_ignore_ascii_case("any") {
            return Ok(Self::Any);
        }
        whole(text, "max-age-form").map(Self::Days)
    }
}

/// Which prices are young enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The earliest day; `None` where any day is late enough.
    earliest: Option<Date>,
    /// Whether a price without a date passes.
    undated: bool,
}

impl Ages {
    /// Whether a price that was seen on this day passes.
    pub fn admit(&self, verified_on: Option<VerifiedOn>) -> bool {
        verified_on.map_or(self.undated, |seen| self.earliest.is_none_or(|earliest| seen.date() >= earliest))
    }
}

/// What a user asks of every plan, whatever the need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filters {
    /// Operators wanted and not wanted.
    pub operators: Choice<Slug>,
    /// Lines wanted and not wanted.
    pub lines: Choice<Slug>,
    /// Kinds wanted and not wanted.
    pub kinds: Choice<Kind>,
    /// At least this generation; a plan whose network is unknown is not known to meet it.
    pub network: Option<Network>,
    /// At least this confidence; a row without one is not known to meet it.
    pub min_confidence: Option<Confidence>,
    /// How old a price may be.
    pub max_age: MaxAge,
}

impl Default for Filters {
    fn default() -> Self {
        Self {
            operators: Choice::default(),
            lines: Choice::default(),
            kinds: Choice::default(),
            network: None,
            min_confidence: None,
            max_age: MaxAge::Default,
        }
    }
}

impl Filters {
    /// Why a plan is left out, as far as its seller goes: operator or line not wanted.
    pub fn seller(&self, plan: &Plan) -> Option<Reason> {
        if !self.operators.admits(&plan.operator) {
            let figure = ("operator", Figure::from(plan.operator.as_str()));
            return Some(Reason::new(Code::OperatorExcluded, vec![figure]));
        }
        if !self.lines.admits(&plan.line) {
            let figure = ("line", Figure::from(plan.line.as_str()));
            return Some(Reason::new(Code::OperatorExcluded, vec![figure]));
        }
        None
    }

    /// Why a plan is left out by its kind.
    pub fn kind(&self, plan: &Plan) -> Option<Reason> {
        let wanted = self.kinds.admits(&plan.kind);
        (!wanted).then(|| Reason::new(Code::KindExcluded, vec![("kind", plan.kind.word().into())]))
    }

    /// Whether a network is known to be fast enough.
    pub fn admits_network(&self, network: Option<Network>) -> bool {
        self.network.is_none_or(|needed| network.is_some_and(|network| network >= needed))
    }

    /// Whether a row is known to be sure enough.
    pub fn admits_confidence(&self, confidence: Option<Confidence>) -> bool {
        self.min_confidence.is_none_or(|needed| confidence.is_some_and(|confidence| confidence >= needed))
    }

    /// Why a plan is too slow, or not known to be fast enough.
    pub fn network(&self, plan: &Plan) -> Option<Reason> {
        let needed = self.network.filter(|_| !self.admits_network(plan.network))?;
        let has = plan.network.map(Word::word);
        let reason =
            Reason::new(Code::NetworkTooOld, vec![("needed", needed.word().into()), ("has", has.into())]);
        Some(reason.changed_by(plan.network.map(Change::Network)))
    }

    /// Why a row is not sure enough.
    pub fn confidence(&self, plan: &Plan) -> Option<Reason> {
        let needed = self.min_confidence.filter(|_| !self.admits_confidence(plan.confidence))?;
        let has = plan.confidence.map(Word::word);
        let reason =
            Reason::new(Code::ConfidenceTooLow, vec![("needed", needed.word().into()), ("has", has.into())]);
        Some(reason.changed_by(plan.confidence.map(Change::MinConfidence)))
    }

    /// Which ages pass on the day `today`.
    pub fn ages(&self, today: Date) -> Ages {
        let days = self.max_age.days().and_then(|days| i64::try_from(days).ok());
        let earliest = days.and_then(|days| today.checked_sub(Span::new().try_days(days).ok()?).ok());
        Ages { earliest, undated: !matches!(self.max_age, MaxAge::Days(_)) }
    }

    /// Why a price is too old on the day `today`.
    pub fn age(&self, plan: &Plan, today: Date) -> Option<Reason> {
        let limit = self.max_age.days().filter(|_| !self.ages(today).admit(plan.verified_on))?;
        let age = plan.verified_on.map(|date| date.age_on(today));
        let verified_on = plan.verified_on.map(|date| date.to_string());
        let figures = vec![
            ("verified_on", verified_on.into()),
            ("age_days", age.into()),
            ("max_age_days", limit.into()),
        ];
        Some(Reason::new(Code::PriceTooOld, figures).changed_by(age.map(Change::MaxAge)))
    }
}

/// Why data that is only for some uses does not serve a general need.
pub fn scope(plan: &Plan) -> Option<Reason> {
    match &plan.scope {
        Scope::General => None,
        Scope::Only(word) => Some(Reason::new(Code::ScopeNotGeneral, vec![("scope", word.as_str().into())])),
    }
}

/// Why a plan is not for this buyer.
pub fn audience(plan: &Plan, resident: bool) -> Option<Reason> {
    let code = audience_code(plan.audience, resident)?;
    let change = (code == Code::NeedsContract).then_some(Change::Resident);
    Some(Reason::new(code, vec![]).changed_by(change))
}

/// Why a plan for this audience is not for this buyer, as a bare code.
pub(super) fn audience_code(audience: Audience, resident: bool) -> Option<Code> {
    match (audience, resident) {
        (Audience::Resident, false) => Some(Code::NeedsContract),
        (Audience::Visitor, true) => Some(Code::VisitorsOnly),
        _ => None,
    }
}

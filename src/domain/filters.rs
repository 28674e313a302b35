//! Which plans a user wants to see at all, and the one judgement over a plan that no need can change.

use super::error::Error;
use super::number::whole;
use super::plan::{Allowance, Audience, Confidence, Form, Kind, Network, Plan, Scope, Sold};
use super::refusal::Code;
use super::slug::Slug;
use super::time::VerifiedOn;
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A choice among values: only these (all, if none is named), and not those.
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MaxAge {
    /// The limit that nobody asked for: [`MaxAge::DEFAULT_DAYS`]. A price without a date passes.
    #[default]
    Default,
    /// The limit that the user asked for; a price without a date is not known to meet it.
    Days(u64),
    /// No limit.
    Any,
}

impl MaxAge {
    /// Three years: older prices only mislead.
    pub const DEFAULT_DAYS: u64 = 1095;

    /// The limit, if there is one.
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

    /// The earliest day on which a price may have been seen; `None` if any day is late enough.
    fn earliest(self, today: Date) -> Option<Date> {
        let days = i64::try_from(self.days()?).ok()?;
        today.checked_sub(Span::new().try_days(days).ok()?).ok()
    }
}

/// What a user asks of every plan, whatever the need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Operators wanted and not wanted.
    pub operators: Choice<Slug>,
    /// Lines wanted and not wanted.
    pub lines: Choice<Slug>,
    /// Kinds wanted and not wanted.
    pub kinds: Choice<Kind>,
    /// In which form a SIM or a plan has to come.
    pub form: Option<Form>,
    /// Where it has to be sold.
    pub sold: Option<Sold>,
    /// Whether unlimited plans are out.
    pub no_unlimited: bool,
    /// Whether plans for residents are open to the user, and those for visitors closed.
    pub resident: bool,
    /// At least this generation.
    pub network: Option<Network>,
    /// At least this confidence.
    pub min_confidence: Option<Confidence>,
    /// How old a price may be.
    pub max_age: MaxAge,
}

/// One reason that keeps a plan out whatever the need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The reason.
    pub code: Code,
    /// Whether it holds only because the catalogue does not say.
    pub is_unknown: bool,
}

/// How a value that the user asks for is met.
enum Met {
    Yes,
    No,
    NotKnown,
}

impl Filters {
    /// Every reason that keeps a plan out on the day `today` whatever the need, in the order in which they are given.
    /// A price, and a rate for it, are not looked at here.
    pub fn bars(&self, plan: &Plan, today: Date) -> impl Iterator<Item = Bar> {
        let excluded = |admitted: bool| if admitted { Met::Yes } else { Met::No };
        [
            (Code::OperatorExcluded, excluded(self.admits_seller(&plan.operator, &plan.line))),
            (Code::KindExcluded, excluded(self.kinds.admits(&plan.kind))),
            (Code::FormExcluded, self.meets_form(plan)),
            (Code::SoldExcluded, self.meets_sold(plan)),
            (
                Code::UnlimitedExcluded,
                excluded(!(self.no_unlimited && plan.allowance == Some(Allowance::Unlimited))),
            ),
            (Code::ScopeNotGeneral, excluded(plan.scope == Scope::General)),
            (Code::NeedsContract, excluded(self.resident || plan.audience != Audience::Resident)),
            (Code::VisitorsOnly, excluded(!self.resident || plan.audience != Audience::Visitor)),
            (Code::NetworkTooOld, self.meets_network(plan)),
            (Code::ConfidenceTooLow, at_least(self.min_confidence, plan.confidence)),
            (Code::PriceTooOld, self.meets_age(plan.verified_on, today)),
        ]
        .into_iter()
        .filter_map(|(code, met)| match met {
            Met::Yes => None,
            Met::No => Some(Bar { code, is_unknown: false }),
            Met::NotKnown => Some(Bar { code, is_unknown: true }),
        })
    }

    /// Whether neither the operator nor the line is left out.
    pub fn admits_seller(&self, operator: &Slug, line: &Slug) -> bool {
        self.operators.admits(operator) && self.lines.admits(line)
    }

    fn meets_form(&self, plan: &Plan) -> Met {
        let Some(wanted) = self.form.filter(|_| plan.kind != Kind::Pass) else { return Met::Yes };
        match plan.known_form() {
            None => Met::NotKnown,
            Some(form) if form == wanted || form == Form::Both => Met::Yes,
            Some(_) => Met::No,
        }
    }

    fn meets_sold(&self, plan: &Plan) -> Met {
        let Some(wanted) = self.sold.filter(|_| plan.kind != Kind::Pass) else { return Met::Yes };
        match plan.sold {
            None => Met::NotKnown,
            Some(sold) if sold == wanted => Met::Yes,
            Some(Sold::Both) if wanted != Sold::Abroad => Met::Yes,
            Some(Sold::Abroad) if wanted == Sold::Online => Met::Yes,
            Some(_) => Met::No,
        }
    }

    /// A SIM without data has no network of its own.
    fn meets_network(&self, plan: &Plan) -> Met {
        if plan.is_sim() && !plan.carries_data() { Met::Yes } else { at_least(self.network, plan.network) }
    }

    fn meets_age(&self, verified_on: Option<VerifiedOn>, today: Date) -> Met {
        match (verified_on, self.max_age.earliest(today)) {
            (None, _) if matches!(self.max_age, MaxAge::Days(_)) => Met::NotKnown,
            (Some(seen), Some(earliest)) if seen.date() < earliest => Met::No,
            _ => Met::Yes,
        }
    }
}

fn at_least<T: Ord>(wanted: Option<T>, value: Option<T>) -> Met {
    match (wanted, value) {
        (None, _) => Met::Yes,
        (Some(_), None) => Met::NotKnown,
        (Some(wanted), Some(value)) if value >= wanted => Met::Yes,
        _ => Met::No,
    }
}

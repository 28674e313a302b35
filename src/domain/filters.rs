//! Which plans a user wants at all: the reasons to refuse a plan that do not depend on the need.

use super::duration::days;
use super::error::Error;
use super::plan::{Allowance, Audience, Confidence, Form, Kind, Network, Plan, Scope, Sold};
use super::refusal::Code;
use super::slug::Slug;
use super::time::VerifiedOn;
use super::volume::DataVolume;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A selection of values: only some, or all but some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection<T> {
    /// The values that are wanted; empty means all.
    pub only: BTreeSet<T>,
    /// The values that are not wanted, even if they are in `only`.
    pub not: BTreeSet<T>,
}

impl<T: Ord> Selection<T> {
    /// Whether the selection includes this value.
    pub fn admits(&self, value: &T) -> bool {
        (self.only.is_empty() || self.only.contains(value)) && !self.not.contains(value)
    }
}

impl<T> Default for Selection<T> {
    fn default() -> Self {
        Self { only: BTreeSet::new(), not: BTreeSet::new() }
    }
}

/// How old a price may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MaxAge {
    /// The limit if the user does not set one: [`MaxAge::DEFAULT_DAYS`]. A price without a date passes.
    #[default]
    Default,
    /// A limit that the user sets, in days. A price without a date is not known to meet it.
    Days(u64),
    /// No limit: every price passes.
    Any,
}

impl MaxAge {
    /// Three years. Older prices are misleading.
    pub const DEFAULT_DAYS: u64 = 1095;

    /// The limit in days. `None` means no limit.
    pub fn days(self) -> Option<u64> {
        match self {
            Self::Default => Some(Self::DEFAULT_DAYS),
            Self::Days(days) => Some(days),
            Self::Any => None,
        }
    }

    /// Reads a number of days, perhaps with a unit, or `any` in any case.
    ///
    /// # Errors
    /// `max-age-form`, `max-age-unequal` with the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.trim().eq_ignore_ascii_case("any") {
            return Ok(Self::Any);
        }
        let read = days(text, "max-age-form").map_err(|error| match error.code() {
            "days-unequal" => Error::new("max-age-unequal").with("value", text),
            _ => error,
        });
        read.map(Self::Days)
    }
}

/// What a user demands of every plan, whatever the need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Operators wanted and not wanted.
    pub operators: Selection<Slug>,
    /// Lines wanted and not wanted.
    pub lines: Selection<Slug>,
    /// Kinds wanted and not wanted.
    pub kinds: Selection<Kind>,
    /// The form in which a plan other than a pass has to come.
    pub form: Option<Form>,
    /// Where a plan other than a pass has to be sold.
    pub sold: Option<Sold>,
    /// Whether to exclude unlimited plans.
    pub no_unlimited: bool,
    /// Whether the user is a resident, who may buy plans for residents but not those for visitors.
    pub resident: bool,
    /// The oldest network generation that the user accepts.
    pub network: Option<Network>,
    /// The lowest confidence that the user accepts.
    pub min_confidence: Option<Confidence>,
    /// How old a price may be.
    pub max_age: MaxAge,
}

/// One reason to refuse a plan, whatever the need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The stable code of the reason.
    pub code: Code,
    /// Whether the plan is refused only because the catalogue lacks the value.
    pub is_unknown: bool,
}

/// Whether a plan meets a demand of the user.
#[derive(Clone, Copy)]
enum Met {
    Yes,
    No,
    NotKnown,
}

impl Met {
    fn unless(excluded: bool) -> Self {
        if excluded { Self::No } else { Self::Yes }
    }
}

impl Bar {
    fn new(code: Code, met: Met) -> Option<Self> {
        match met {
            Met::Yes => None,
            Met::No => Some(Self { code, is_unknown: false }),
            Met::NotKnown => Some(Self { code, is_unknown: true }),
        }
    }
}

impl Filters {
    /// Every reason to refuse a plan on the day `today`, whatever the need, in the order of [`Code`]. Reasons that
    /// concern the price or its exchange rate are not among them.
    pub fn bars(&self, plan: &Plan, today: Date) -> Vec<Bar> {
        self.ageless_bars(plan).into_iter().chain(self.age_bar(plan, today)).collect()
    }

    /// The reasons that do not depend on the day. Plans other than SIMs have the same reasons if they differ only in
    /// ids, texts, amounts, validities, minutes and the volume of a limited allowance that is not 0.
    pub fn ageless_bars(&self, plan: &Plan) -> Vec<Bar> {
        let is_unlimited = plan.allowance == Some(Allowance::Unlimited);
        let bars = [
            Bar::new(Code::OperatorExcluded, Met::unless(!self.admits_seller(&plan.operator, &plan.line))),
            Bar::new(Code::KindExcluded, Met::unless(!self.kinds.admits(&plan.kind))),
            Bar::new(Code::FormExcluded, self.meets_form(plan)),
            Bar::new(Code::SoldExcluded, self.meets_sold(plan)),
            Bar::new(Code::UnlimitedExcluded, Met::unless(self.no_unlimited && is_unlimited)),
            Bar::new(Code::ScopeNotGeneral, Met::unless(plan.scope != Scope::General)),
            Bar::new(Code::NeedsContract, Met::unless(!self.resident && plan.audience == Audience::Resident)),
            Bar::new(Code::VisitorsOnly, Met::unless(self.resident && plan.audience == Audience::Visitor)),
            Bar::new(Code::NetworkTooOld, self.meets_network(plan)),
            Bar::new(Code::ConfidenceTooLow, at_least(self.min_confidence, plan.confidence)),
        ];
        bars.into_iter().flatten().collect()
    }

    /// The last reason: the price is too old on the day `today`.
    pub fn age_bar(&self, plan: &Plan, today: Date) -> Option<Bar> {
        Bar::new(Code::PriceTooOld, self.meets_age(plan.verified_on, today))
    }

    /// Whether neither the operator nor the line is excluded.
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

    /// A plan that is known to have no data meets every demand: after a SIM, the network is that of the passes.
    fn meets_network(&self, plan: &Plan) -> Met {
        if plan.allowance == Some(Allowance::Volume(DataVolume::ZERO)) {
            return Met::Yes;
        }
        at_least(self.network, plan.network)
    }

    fn meets_age(&self, verified_on: Option<VerifiedOn>, today: Date) -> Met {
        match (verified_on, self.max_age.days()) {
            (None, _) if matches!(self.max_age, MaxAge::Days(_)) => Met::NotKnown,
            (Some(seen), Some(most)) if seen.age_on(today) > most => Met::No,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::{TODAY, plan, slug};
    use crate::domain::word::Word;

    /// Checks the codes that refuse a plan, each followed by `?` if only a missing value is the reason.
    #[track_caller]
    fn check(filters: &Filters, text: &str, expected: &[&str]) {
        let plan = plan(text);
        let bars = filters.bars(&plan, TODAY).into_iter();
        let codes = bars.map(|bar| format!("{}{}", bar.code, if bar.is_unknown { "?" } else { "" }));
        assert_eq!(codes.collect::<Vec<_>>(), expected, "{text}");
    }

    fn only<T: Ord>(value: T) -> Selection<T> {
        Selection { only: BTreeSet::from([value]), ..Selection::default() }
    }

    fn not<T: Ord>(value: T) -> Selection<T> {
        Selection { not: BTreeSet::from([value]), ..Selection::default() }
    }

    #[test]
    fn every_reason_in_its_order() {
        let filters = Filters {
            operators: only(slug("other")),
            kinds: only(Kind::Pass),
            form: Some(Form::Esim),
            sold: Some(Sold::Shop),
            no_unlimited: true,
            network: Some(Network::G4),
            min_confidence: Some(Confidence::High),
            max_age: MaxAge::Days(30),
            ..Filters::default()
        };
        let plan = "a tourist 5 unlimited 30d social form:sim sold:online network:3G sure:low seen:2026-01";
        let mut expected = [
            "operator-excluded",
            "kind-excluded",
            "form-excluded",
            "sold-excluded",
            "unlimited-excluded",
            "scope-not-general",
            "needs-contract",
            "network-too-old",
            "confidence-too-low",
            "price-too-old",
        ];
        check(&filters, &format!("{plan} resident"), &expected);
        expected[6] = "visitors-only";
        check(&Filters { resident: true, ..filters }, &format!("{plan} visitor"), &expected);
    }

    #[test]
    fn operators_lines_and_kinds() {
        let plan = "a pass 5 1GB 7d operator:o line:l";
        let excluded = ["operator-excluded"];
        check(&Filters { operators: not(slug("o")), ..Filters::default() }, plan, &excluded);
        check(&Filters { operators: only(slug("p")), ..Filters::default() }, plan, &excluded);
        check(&Filters { operators: only(slug("o")), ..Filters::default() }, plan, &[]);
        check(&Filters { lines: not(slug("l")), ..Filters::default() }, plan, &excluded);
        check(&Filters { lines: only(slug("m")), ..Filters::default() }, plan, &excluded);
        check(&Filters { lines: only(slug("l")), ..Filters::default() }, plan, &[]);
        let both = Selection { not: BTreeSet::from([slug("o")]), ..only(slug("o")) };
        check(&Filters { operators: both, ..Filters::default() }, plan, &excluded);
        check(&Filters { kinds: not(Kind::Pass), ..Filters::default() }, plan, &["kind-excluded"]);
        check(&Filters { kinds: not(Kind::Sim), ..Filters::default() }, plan, &[]);
    }

    #[test]
    fn audiences() {
        let [tourist, resident] = [false, true].map(|resident| Filters { resident, ..Filters::default() });
        check(&tourist, "a pass 5 resident", &["needs-contract"]);
        check(&tourist, "a pass 5 visitor", &[]);
        check(&tourist, "a pass 5", &[]);
        check(&resident, "a pass 5 resident", &[]);
        check(&resident, "a pass 5 visitor", &["visitors-only"]);
        check(&resident, "a pass 5", &[]);
        // Not every contract is for residents only.
        check(&tourist, "a contract 5", &[]);
    }

    /// Checks what bars a plan, given where it is sold and where the user wants to buy.
    #[track_caller]
    fn check_sold(sold: &str, wanted: &str, expected: &[&str]) {
        let filters = Filters { sold: Some(Word::parse(wanted).unwrap()), ..Filters::default() };
        check(&filters, &format!("a tourist 5 {sold}"), expected);
    }

    #[test]
    fn where_it_is_sold() {
        let out = ["sold-excluded"];
        check_sold("sold:shop", "shop", &[]);
        check_sold("sold:shop", "online", &out);
        check_sold("sold:online", "shop", &out);
        check_sold("sold:online", "online", &[]);
        check_sold("sold:both", "shop", &[]);
        check_sold("sold:both", "online", &[]);
        check_sold("sold:both", "abroad", &out);
        check_sold("sold:online", "abroad", &out);
        check_sold("sold:abroad", "abroad", &[]);
        check_sold("sold:abroad", "online", &[]);
        check_sold("sold:abroad", "shop", &out);
        check_sold("", "shop", &["sold-excluded?"]);
        check(&Filters { sold: Some(Sold::Shop), ..Filters::default() }, "a pass 5 sold:online", &[]);
    }

    /// Checks what bars a plan, given its kind and form and the form that the user wants.
    #[track_caller]
    fn check_form(kind: &str, wanted: Form, expected: &[&str]) {
        let (kind, form) = kind.split_once(' ').unwrap_or((kind, ""));
        check(&Filters { form: Some(wanted), ..Filters::default() }, &format!("a {kind} 5 {form}"), expected);
    }

    #[test]
    fn forms() {
        let out = ["form-excluded"];
        check_form("sim form:sim", Form::Sim, &[]);
        check_form("sim form:esim", Form::Sim, &out);
        check_form("sim form:both", Form::Sim, &[]);
        check_form("sim form:both", Form::Esim, &[]);
        check_form("sim", Form::Sim, &["form-excluded?"]);
        // The kind `esim` implies its form.
        check_form("esim", Form::Esim, &[]);
        check_form("esim", Form::Sim, &out);
        check_form("esim form:both", Form::Sim, &[]);
        // A pass has no form, because it is loaded onto a SIM.
        check_form("pass form:esim", Form::Sim, &[]);
        check_form("pass", Form::Sim, &[]);
        check_form("contract", Form::Sim, &["form-excluded?"]);
    }

    #[test]
    fn networks_and_confidence() {
        let network = Filters { network: Some(Network::G4), ..Filters::default() };
        check(&network, "a pass 5 1GB network:3G", &["network-too-old"]);
        check(&network, "a pass 5 1GB network:4G", &[]);
        check(&network, "a pass 5 1GB network:5G", &[]);
        check(&network, "a pass 5 1GB", &["network-too-old?"]);
        // A SIM without data is used with the network of its passes.
        check(&network, "s sim 5", &[]);
        check(&network, "s sim 5 network:3G", &[]);
        check(&network, "s sim 5 1GB 7d", &["network-too-old?"]);
        check(&network, "a pass 5 0MB 7d 10min", &[]);
        // Data that is not known may be data of an old network.
        check(&network, "s sim 5 data?", &["network-too-old?"]);
        check(&network, "s sim 5 data? network:3G", &["network-too-old"]);
        check(&network, "a pass 5 data? 7d 10min", &["network-too-old?"]);
        let sure = Filters { min_confidence: Some(Confidence::Medium), ..Filters::default() };
        check(&sure, "a pass 5 sure:low", &["confidence-too-low"]);
        check(&sure, "a pass 5 sure:medium", &[]);
        check(&sure, "a pass 5 sure:high", &[]);
        check(&sure, "a pass 5", &["confidence-too-low?"]);
    }

    fn of_age(max_age: MaxAge) -> Filters {
        Filters { max_age, ..Filters::default() }
    }

    #[test]
    fn ages() {
        let too_old = ["price-too-old"];
        // 1095 and 1096 days before 25 November 2026; 2024 has a leap day.
        check(&of_age(MaxAge::Default), "a pass 5 seen:2023-11-26", &[]);
        check(&of_age(MaxAge::Default), "a pass 5 seen:2023-11-25", &too_old);
        check(&of_age(MaxAge::Default), "a pass 5 seen:?", &[]);
        check(&of_age(MaxAge::Days(10)), "a pass 5 seen:2026-11-15", &[]);
        check(&of_age(MaxAge::Days(10)), "a pass 5 seen:2026-11-14", &too_old);
        // A month counts from its first day.
        check(&of_age(MaxAge::Days(23)), "a pass 5 seen:2026-11", &too_old);
        check(&of_age(MaxAge::Days(24)), "a pass 5 seen:2026-11", &[]);
        check(&of_age(MaxAge::Days(1095)), "a pass 5 seen:?", &["price-too-old?"]);
        check(&of_age(MaxAge::Days(u64::MAX)), "a pass 5 seen:?", &["price-too-old?"]);
        check(&of_age(MaxAge::Days(u64::MAX)), "a pass 5 seen:1970-01", &[]);
        check(&of_age(MaxAge::Any), "a pass 5 seen:1970-01", &[]);
        check(&of_age(MaxAge::Any), "a pass 5 seen:?", &[]);
    }

    #[test]
    fn ages_are_days_or_any() {
        assert_eq!(MaxAge::parse("30"), Ok(MaxAge::Days(30)));
        assert_eq!(MaxAge::parse("ANY"), Ok(MaxAge::Any));
        assert_eq!(MaxAge::parse("90 days"), Ok(MaxAge::Days(90)));
        assert_eq!(MaxAge::parse("-1").unwrap_err().code(), "max-age-form");
    }
}

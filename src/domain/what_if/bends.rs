//! The needs of data at which a purchase begins to cover by another rule.
//!
//! [`coverage`](crate::domain::coverage) has the rules. Counted in [spans](crate::domain::need::Span), a validity grows
//! evenly with the data that is needed, and a volume lasts for the same span whatever is needed. What a purchase covers
//! is the shorter of such times, so it bends only where two of them are equal, and it jumps where a daily allowance
//! falls below the pace.

use crate::domain::need::Need;
use crate::domain::plan::{Allowance, DataPer, Plan, Quantity};
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::request::Question;
use std::collections::BTreeSet;

/// The needs in kB, with their margin, up to which some purchase covers by one rule and from the next kB on by another.
pub(super) fn bends(prepared: &PreparedCatalogue, question: &Question) -> BTreeSet<u64> {
    let left = question.initial.as_ref().map(|initial| TimedVolume {
        kb: volume(Some(initial.data)),
        hours: u128::from(initial.validity.hours()),
    });
    let indices = prepared.indices().filter(|&index| {
        let plan = prepared.prepared(index);
        if plan.terms.is_sim() { plan.barred.is_none() } else { plan.refused.is_none() }
    });
    let of_plans = indices.flat_map(|index| of_plan(&prepared.plans()[index], &question.need, left.as_ref()));
    let of_left = left.iter().map(|left| left.ends_at(&question.need));
    of_plans.chain(of_left).flatten().filter_map(|kb| u64::try_from(kb).ok()).collect()
}

/// A volume and how long it is valid.
struct TimedVolume {
    /// `None` if it is unlimited or unknown.
    kb: Option<u128>,
    hours: u128,
}

impl TimedVolume {
    /// The need up to which the data outlasts the validity.
    fn ends_at(&self, need: &Need) -> Option<u128> {
        lasts_until(self.kb?, self.hours, need)
    }
}

/// The need of which a volume lasts for some hours.
fn lasts_until(kb: u128, hours: u128, need: &Need) -> Option<u128> {
    kb.checked_mul(need.stay().hours().into())?.checked_div(hours)
}

fn volume(allowance: Option<Allowance>) -> Option<u128> {
    match allowance? {
        Allowance::Volume(volume) => Some(u128::from(volume.kb())),
        Allowance::Unlimited => None,
    }
}

fn of_plan(plan: &Plan, need: &Need, left: Option<&TimedVolume>) -> Vec<Option<u128>> {
    let kb = volume(plan.allowance);
    if plan.data_per == DataPer::Day {
        let mut bends = vec![kb.and_then(|daily| daily.checked_mul(need.stay().days().into()))];
        bends.extend(after_left(plan, None, need, left));
        return bends;
    }
    let of_plan = TimedVolume { kb, hours: hours(plan).unwrap_or_default() };
    let mut bends = vec![of_plan.ends_at(need)];
    if let Some(Quantity::Count(minutes)) = plan.minutes {
        // Of data and calls together, the data ends first from here on.
        let kb = kb.and_then(|kb| kb.checked_mul(need.minutes().into()));
        bends.push(kb.and_then(|kb| kb.checked_div(minutes.into())));
    }
    bends.extend(after_left(plan, kb, need, left));
    bends
}

/// Where the data of a SIM bends if it waits, while the SIM is valid, until what is left on another one has ended.
fn after_left(plan: &Plan, kb: Option<u128>, need: &Need, left: Option<&TimedVolume>) -> Vec<Option<u128>> {
    let (Some(left), Some(hours), true) = (left, hours(plan), plan.is_sim()) else { return Vec::new() };
    let both = kb.zip(left.kb).and_then(|(kb, left)| kb.checked_add(left));
    let rest = hours.checked_sub(left.hours);
    vec![
        left.kb.and_then(|left| lasts_until(left, hours, need)),
        both.and_then(|both| lasts_until(both, hours, need)),
        kb.zip(rest).and_then(|(kb, rest)| lasts_until(kb, rest, need)),
    ]
}

fn hours(plan: &Plan) -> Option<u128> {
    plan.validity.map(|validity| u128::from(validity.hours()))
}

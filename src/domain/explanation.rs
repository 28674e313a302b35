//! One plan under one request: what a purchase serves, how many are needed, and what would make it win.

use super::comparison::{Comparison, Offer, compare};
use super::error::Error;
use super::money::Money;
use super::need::ServedTime;
use super::plan::{Allowance, DataPer, Plan};
use super::refusal::Refusal;
use super::request::Request;
use std::sync::Arc;

/// What became of a plan, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'c> {
    /// How long a purchase lasts by its validity.
    pub by_validity: Option<ServedTime>,
    /// How long its data lasts at the pace; `None` for unlimited, daily and unknown allowances.
    pub by_data: Option<ServedTime>,
    /// The time that one purchase serves; `None` where that is not known, or a daily allowance is too small.
    pub served: Option<ServedTime>,
    /// The offer of this plan alone, with its rank where that is known.
    pub alone: Option<(Option<usize>, &'c Offer)>,
    /// Offers that mix it with other plans, with their ranks.
    pub mixed: Vec<(Option<usize>, &'c Offer)>,
    /// Why it is no offer.
    pub refusal: Option<&'c Refusal>,
    /// The highest price of a purchase at which its own offer would be the first; `None` where it is that already, or
    /// where even for nothing it would not. Lines that are not searched are left out here, too.
    /// What is too large, if that cannot be worked out.
    pub wins_at: Result<Option<Money>, Error>,
}

/// Explains what became of a plan of a comparison of these plans.
pub fn explain<'c>(
    plan: &Plan,
    plans: &[Arc<Plan>],
    comparison: &'c Comparison,
    request: &Request,
) -> Explanation<'c> {
    let need = &request.need;
    let holds = |offer: &&Offer| offer.basket.items().iter().any(|item| item.plan.id == plan.id);
    let ranked = comparison.offers.iter().zip(1..).filter(|(offer, _)| holds(offer));
    let (mixed, mut alone): (Vec<_>, Vec<_>) = ranked
        .map(|(offer, rank)| (comparison.is_ranked(rank).then_some(rank), offer))
        .partition(|(_, offer)| offer.mix || plan.is_sim() && !is_only(plan, offer));
    let alone = alone.pop();
    Explanation {
        by_validity: plan.validity.map(|validity| need.lasting(validity)),
        by_data: match (plan.allowance, plan.data_per) {
            (Some(Allowance::Volume(volume)), DataPer::Total) => Some(need.feeding(volume)),
            _ => None,
        },
        served: plan.carries_data().then(|| need.served_by_plan(plan)).flatten(),
        alone,
        mixed,
        refusal: comparison.refusals.iter().find(|refusal| refusal.plan.id == plan.id),
        wins_at: match alone {
            Some((rank, own)) if rank != Some(1) => wins_at(plan, own, plans, comparison, request),
            _ => Ok(None),
        },
    }
}

fn is_only(plan: &Plan, offer: &Offer) -> bool {
    offer.basket.items().iter().all(|item| item.plan.id == plan.id)
}

/// The highest unit price, in the shown currency, at which the plan's own offer is the first. Mixes with the plan get
/// cheaper with it, so every price is tried out; as the own offer has the most purchases of it, it falls the fastest,
/// and where it is the first at some price it is so at every lower one.
fn wins_at(
    plan: &Plan,
    own: &Offer,
    plans: &[Arc<Plan>],
    comparison: &Comparison,
    request: &Request,
) -> Result<Option<Money>, Error> {
    let unsearched = comparison.unsearched_lines();
    let two_lines = request.two_lines && comparison.unsearched().next().is_none();
    // Some dozens of prices are tried.
    let effort = request.effort / 10;
    let item = own.basket.items().iter().find(|item| item.plan.id == plan.id);
    let Some(now) = item.and_then(|item| item.unit_price) else { return Ok(None) };
    let wins = |minor: u128| -> Result<bool, Error> {
        let price = Some(Money::from_minor(minor, request.currency)?);
        let searched = plans.iter().filter(|other| !unsearched.contains(&other.line));
        let changed = searched.map(|other| {
            if other.id == plan.id {
                Arc::new(Plan { price, ..Plan::clone(other) })
            } else {
                Arc::clone(other)
            }
        });
        let asked = Request {
            explain: false,
            trade_off: false,
            two_lines,
            effort,
            all_or_nothing: true,
            ..request.clone()
        };
        let first = compare(changed, &asked)?.offers.into_iter().next();
        Ok(first.is_some_and(|first| {
            !first.mix && first.basket.items().iter().any(|item| item.plan.id == plan.id)
        }))
    };
    if !wins(0)? {
        return Ok(None);
    }
    let (mut wins_up_to, mut loses_from) = (0, now.minor());
    while wins_up_to + 1 < loses_from {
        let middle = wins_up_to + (loses_from - wins_up_to) / 2;
        if wins(middle)? { wins_up_to = middle } else { loses_from = middle }
    }
    Money::from_minor(wins_up_to, request.currency).map(Some)
}

//! One plan under one request: what a purchase serves, how many are needed, and what would make it win.

use super::comparison::{Comparison, Offer};
use super::figure::Fault;
use super::money::Money;
use super::need::ServedTime;
use super::plan::{Allowance, DataPer, Plan};
use super::refusal::Refusal;
use super::request::Request;

/// What became of a plan, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'c> {
    /// How long a purchase lasts by its validity.
    pub by_validity: Option<ServedTime>,
    /// How long its data lasts at the pace; `None` for unlimited, daily and unknown allowances.
    pub by_data: Option<ServedTime>,
    /// The time that one purchase serves; `None` where that is not known, or a daily allowance is too small.
    pub served: Option<ServedTime>,
    /// The offer of this plan alone, with its rank.
    pub alone: Option<(usize, &'c Offer)>,
    /// Offers that mix it with other plans, with their ranks.
    pub mixed: Vec<(usize, &'c Offer)>,
    /// Why it is no offer.
    pub refusal: Option<&'c Refusal>,
    /// The highest price of a purchase at which its own offer would beat the best one; `None` where it is the best
    /// one, or where even for nothing it would not.
    pub wins_at: Option<Money>,
}

/// Explains what became of a plan of the comparison.
///
/// # Errors
/// `amount-too-large`.
pub fn explain<'c>(
    plan: &Plan,
    comparison: &'c Comparison,
    request: &Request,
) -> Result<Explanation<'c>, Fault> {
    let need = &request.need;
    let holds = |offer: &&Offer| offer.basket.items().iter().any(|item| item.plan.id == plan.id);
    let ranked = comparison.offers.iter().zip(1..).filter(|(offer, _)| holds(offer));
    let (mixed, mut alone): (Vec<_>, Vec<_>) = ranked
        .map(|(offer, rank)| (rank, offer))
        .partition(|(_, offer)| offer.mix || plan.is_sim() && !is_only(plan, offer));
    let alone = alone.pop();
    Ok(Explanation {
        by_validity: plan.validity.map(|validity| need.lasting(validity)),
        by_data: match (plan.allowance, plan.data_per) {
            (Some(Allowance::Volume(volume)), DataPer::Total) => Some(need.feeding(volume)),
            _ => None,
        },
        served: plan.carries_data().then(|| need.served_by_plan(plan)).flatten(),
        alone,
        mixed,
        refusal: comparison.refusals.iter().find(|refusal| refusal.plan.id == plan.id),
        wins_at: match (alone, comparison.offers.first()) {
            (Some((rank, own)), Some(best)) if rank > 1 => wins_at(plan, own, best)?,
            _ => None,
        },
    })
}

fn is_only(plan: &Plan, offer: &Offer) -> bool {
    offer.basket.items().iter().all(|item| item.plan.id == plan.id)
}

/// The highest unit price at which `own` ranks before `best`: at an equal total only where its purchases are fewer.
fn wins_at(plan: &Plan, own: &Offer, best: &Offer) -> Result<Option<Money>, Fault> {
    let Some(item) = own.basket.items().iter().find(|item| item.plan.id == plan.id) else { return Ok(None) };
    let Some(paid) = item.subtotal()? else { return Ok(None) };
    let besides = own.basket.total().minor() - paid.minor();
    let wins_ties = own.basket.purchases() < best.basket.purchases();
    let most = best.basket.total().minor().checked_sub(u128::from(!wins_ties));
    let left = most.and_then(|most| most.checked_sub(besides));
    left.map(|left| Money::from_minor(left / u128::from(item.count), paid.currency())).transpose()
}

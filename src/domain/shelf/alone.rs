//! Each plan repeated alone after its line's SIM, and each SIM by itself: the offers that need no search.

use super::bare::{BareLine, BareNeed, BarePlan, Begun, TooLarge};
use super::best::{Best, Found};

impl BareLine {
    /// Takes what the line offers without mixing into the best. Tells the least total, and the fewest purchases at it,
    /// of these offers (of those at least that a mix would have to beat).
    pub fn alone(
        &self,
        need: &BareNeed,
        plans: &[BarePlan],
        best: &mut Best,
    ) -> Result<Option<(u64, u64)>, TooLarge> {
        let mut least: Option<(u64, u64)> = None;
        let mut note = |found: (u64, u64)| least = Some(least.map_or(found, |least| least.min(found)));
        let mut starts = Vec::with_capacity(self.starters.len());
        for starter in &self.starters {
            let start = starter.begin(need)?;
            if let Some(sim) = start.sim.filter(|sim| start.is_offer && sim.price <= need.max_total) {
                note((start.price, 1));
                if best.wants(start.price, 1, start.served) {
                    best.take(Found {
                        total: start.price,
                        purchases: 1,
                        served: start.served,
                        counts: vec![(sim.id, 1)],
                    });
                }
            }
            starts.push(start);
        }
        for plan in plans {
            let Some(each) = plan.served(need) else { continue };
            // With which SIM a plan is begun best is known when all have been tried: a plan is one offer.
            let mut own: Option<Found> = None;
            for start in &starts {
                if costs_more(plan, each, start, best.at_most().0) {
                    continue;
                }
                let Some(count) = plan.count(each, &start.left, need) else { continue };
                if count > plan.limit || count > need.max_purchases.saturating_sub(start.purchases) {
                    continue;
                }
                let price = plan.price.checked_mul(count).and_then(|price| price.checked_add(plan.fee));
                let total =
                    price.and_then(|price| price.checked_add(start.price)).ok_or(TooLarge::Numbers)?;
                let served = each.checked_mul(count).and_then(|served| served.checked_add(start.served));
                let served = served.ok_or(TooLarge::Numbers)?;
                let purchases = count + start.purchases;
                if total <= need.max_total {
                    note((total, purchases));
                }
                if best.wants(total, purchases, served) {
                    let counts = counts(start, plan, count);
                    let found = Found { total, purchases, served, counts };
                    let is_better = own.as_ref().is_none_or(|own| found.rank_cmp(own).is_lt());
                    own = if is_better { Some(found) } else { own };
                }
            }
            if let Some(own) = own {
                best.take(own);
            }
        }
        Ok(least)
    }
}

/// Whether a plan that serves `each` costs more than `most` after a start, for it does even where parts of a purchase
/// could be bought.
fn costs_more(plan: &BarePlan, each: u64, start: &Begun, most: u64) -> bool {
    let Some(rest) = most.checked_sub(start.price).and_then(|rest| rest.checked_sub(plan.fee)) else {
        return true;
    };
    u128::from(plan.price) * u128::from(start.left.time) > u128::from(rest) * u128::from(each)
}

fn counts(start: &Begun, plan: &BarePlan, count: u64) -> Vec<(usize, u64)> {
    let mut counts: Vec<_> = start.sim.iter().map(|sim| (sim.id, 1)).chain([(plan.id, count)]).collect();
    counts.sort_unstable();
    counts
}

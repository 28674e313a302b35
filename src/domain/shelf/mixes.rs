//! The cheapest mix of a line, where it can still be one of the best.

use super::bare::{BareLine, BareNeed, BarePlan, Begun, TooLarge};
use super::best::{Best, Found};
use super::closed::{Bought, Part, Search, search};
use crate::domain::cheapest::{self, Choice, Effort, Problem, cheapest, least_price};

/// The error of a search that gives up, given its problem and the ids of its choices.
pub(super) type GiveUp<'g> = &'g dyn Fn(cheapest::TooLarge, &Problem, &[usize]) -> TooLarge;

/// How a line is searched.
struct Searching<'g> {
    effort: Effort,
    give_up: GiveUp<'g>,
}

impl BareLine {
    /// Takes the line's cheapest basket into the best where it is a mix that is cheaper, or as cheap with fewer
    /// purchases, than what each plan offers `alone`.
    pub fn mix(
        &self,
        need: &BareNeed,
        alone: Option<(u64, u64)>,
        best: &mut Best,
        give_up: GiveUp<'_>,
    ) -> Result<(), TooLarge> {
        if self.mixable.len() < 2 {
            return Ok(());
        }
        let mut own: Option<Found> = None;
        let mut searching = Searching { effort: Effort::of(need.effort), give_up };
        for starter in &self.starters {
            let start = starter.begin(need)?;
            // After a start that is enough one purchase is enough, and one is no mix.
            if start.left.time == 0 && start.left.minutes == 0 {
                continue;
            }
            let cheaper = alone.map(|(total, purchases)| before(total, purchases));
            let not_worse = own.as_ref().map(|own| (own.total, own.purchases));
            let at_most = cheaper.into_iter().chain(not_worse).fold(best.at_most(), Ord::min);
            let Some(at_most) = after(at_most, &start) else { continue };
            let found = self.bought(need, &start, at_most, &mut searching)?.filter(|bought| {
                // A line's cheapest basket that is no mix is an offer of a plan alone already.
                bought.counts.len() > 1 && (bought.price, bought.purchases) <= at_most
            });
            if let Some(found) = found {
                let found = with_start(found, &start)?;
                let is_better = own.as_ref().is_none_or(|own| found.rank_cmp(own).is_lt());
                own = if is_better { Some(found) } else { own };
            }
        }
        if let Some(own) = own.filter(|own| best.wants(own.total, own.purchases, own.served)) {
            best.take(own);
        }
        Ok(())
    }

    /// The cheapest purchases after a start; where they are not needed `None`, for they would cost more than `at_most`.
    fn bought(
        &self,
        need: &BareNeed,
        start: &Begun,
        at_most: (u64, u64),
        searching: &mut Searching<'_>,
    ) -> Result<Option<Bought>, TooLarge> {
        let most_purchases = need.max_purchases.saturating_sub(start.purchases);
        if most_purchases < 2 || start.left.minutes > 0 && !self.minutes_mix {
            return Ok(None);
        }
        if need.minutes == 0 {
            let mut parts = Vec::with_capacity(self.mixable.len());
            for plan in &self.mixable {
                let served = plan.served(need).unwrap_or(0);
                parts.push(Part { id: plan.id, price: plan.price, served, limit: plan.limit });
            }
            match search(&parts, start.left.time, at_most, self.step) {
                Search::Nothing => return Ok(None),
                Search::Found(bought) if bought.purchases <= most_purchases => return Ok(Some(bought)),
                Search::Found(_) | Search::TooLarge => {}
            }
        }
        self.searched(need, start, (at_most.0, most_purchases), searching)
    }

    /// The general search, with minutes, with limits, and where the short one gives up; not where the basket would cost
    /// more than `most` anyway.
    fn searched(
        &self,
        need: &BareNeed,
        start: &Begun,
        (most, most_purchases): (u64, u64),
        searching: &mut Searching<'_>,
    ) -> Result<Option<Bought>, TooLarge> {
        let choice = |plan: &BarePlan| {
            let (served, minutes) = (plan.served(need)?, plan.minutes(need));
            let choice = Choice {
                price: plan.price.into(),
                served: served.into(),
                minutes,
                limit: Some(plan.limit).filter(|&limit| limit < u64::MAX),
            };
            (served > 0 || minutes > 0).then_some((plan.id, choice))
        };
        let (ids, choices): (Vec<usize>, Vec<Choice>) = self.mixable.iter().filter_map(choice).unzip();
        let problem = Problem {
            choices,
            target: start.left.time.into(),
            minutes: start.left.minutes,
            max_purchases: Some(most_purchases).filter(|_| need.max_purchases < u64::MAX),
        };
        if least_price(&problem).is_none_or(|price| price > most.into()) {
            return Ok(None);
        }
        let solution = cheapest(&problem, &mut searching.effort);
        let solution = solution.map_err(|too_large| (searching.give_up)(too_large, &problem, &ids))?;
        let Some(solution) = solution else { return Ok(None) };
        Ok(Some(Bought {
            price: u64::try_from(solution.price).map_err(|_| TooLarge::Numbers)?,
            purchases: solution.purchases,
            served: u64::try_from(solution.served).map_err(|_| TooLarge::Numbers)?,
            counts: solution.counts.iter().map(|&(index, count)| (ids[index], count)).collect(),
        }))
    }
}

/// The basket of a start and what is bought after it.
fn with_start(bought: Bought, start: &Begun) -> Result<Found, TooLarge> {
    let mut counts = bought.counts;
    counts.extend(start.sim.map(|sim| (sim.id, 1)));
    counts.sort_unstable();
    Ok(Found {
        total: bought.price.checked_add(start.price).ok_or(TooLarge::Numbers)?,
        purchases: bought.purchases.checked_add(start.purchases).ok_or(TooLarge::Numbers)?,
        served: bought.served.checked_add(start.served).ok_or(TooLarge::Numbers)?,
        counts,
    })
}

/// The greatest numbers before these, by total and then purchases.
fn before(total: u64, purchases: u64) -> (u64, u64) {
    purchases.checked_sub(1).map_or((total.saturating_sub(1), u64::MAX), |fewer| (total, fewer))
}

/// What remains of a limit after a start; `None` where nothing does.
fn after((total, purchases): (u64, u64), start: &Begun) -> Option<(u64, u64)> {
    let (total, purchases) = match purchases.checked_sub(start.purchases) {
        Some(purchases) => (total, purchases),
        None => (total.checked_sub(1)?, u64::MAX),
    };
    Some((total.checked_sub(start.price)?, purchases))
}

//! The cheapest basket, exactly.
//!
//! **The problem.** Choose how often to buy each of some plans so that the times they serve add up to the target
//! and their minutes to the minutes asked for, at the least price; among equals with the fewest purchases, then
//! with the most time served, then with the smallest plan ids. This is an unbounded (or, with `max_purchases`,
//! bounded) covering knapsack with one need or two.
//!
//! **The algorithm** is dynamic programming over *labels*, plan after plan. A label is one way to buy from the
//! plans looked at so far: its price, count, time and minutes. Plans are taken by price per time, the best first.
//! For each plan every label is continued with one more purchase of it, and again, until the label is complete.
//! Labels are kept only where no other is at least as good in everything that the rest can depend on
//! (`pareto`), and only while the price of what is missing, at the best ratios of the plans that are still to
//! come (`bounds`), does not lead past the best complete basket known (`search`).
//!
//! Where only time is to be covered, the plan with the best price per time is taken last, at once: whatever the other
//! plans leave is bought with as many of it as are needed. So a need that takes a million purchases of it makes no
//! million labels; what is searched is only which few of the others make a better end.
//!
//! **Why it is exact.** Dropping a label that another one dominates loses nothing: whatever completes it completes
//! the other one, too, at no greater price, and so on down the order; that order is kept when the same purchases
//! are added on both sides. The bound never exceeds the true price of completing a label, for no plan still to
//! come serves time, minutes or both more cheaply than the best ratios say. Ties survive both tests, so that they are
//! broken as the contract says. Everything is whole numbers; ratios are compared by Euclid's algorithm, which
//! cannot overflow; sums are checked.
//!
//! **What it costs.** Before the search, plans that another plan replaces (`prune`) go: what is left of 100,000
//! random plans is some dozens. The search then takes time and memory in proportion to the labels that survive.
//! There is no table over days or data. With minutes, or a limit on purchases, a label is made for each count that may
//! be useful: that grows with the number of purchases. So each search has an [`Effort`]: when that is used up, it gives
//! up with [`TooLarge`] instead of the user's patience or the machine's memory. It counts steps, not time: the same
//! question gives up at the same step on every machine.
//!
//! **What is never found.** A basket that costs more than money can count (2⁹⁶ minor units) costs more than every basket
//! that can be shown. Labels past that are dropped, so one monstrous price does not take the others away.

mod bounds;
mod pareto;
mod prune;
mod ratio;
mod search;

use super::figure::Error;
use super::slug::Slug;
pub(super) use pareto::ParetoFront;
use std::cmp::Reverse;

/// A plan as the search sees it: bare numbers of one need and one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The price of one purchase in minor units.
    pub price: u128,
    /// The time that one purchase serves, hours × kB.
    pub served: u128,
    /// The minutes of the need that one purchase covers.
    pub minutes: u64,
    /// How often it may be bought; `None` is no limit.
    pub limit: Option<u64>,
}

/// What has to be covered, and from what.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The plans, by ascending id: a smaller index is the smaller id.
    pub choices: Vec<Choice>,
    /// The time to be served.
    pub target: u128,
    /// The minutes to be covered.
    pub minutes: u64,
    /// How many purchases are allowed.
    pub max_purchases: Option<u64>,
}

/// How often each choice is bought: its index and a count above 0, by ascending index.
pub type Counts = Vec<(usize, u64)>;

/// One basket that covers a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// What is bought.
    pub counts: Counts,
    /// The price of all of it in minor units.
    pub price: u128,
    /// How many purchases these are.
    pub purchases: u64,
    /// The time served, which may pass the target.
    pub served: u128,
}

/// How much a search may still do, in steps: each partial basket that is made or held against another is one.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    most: u64,
    left: u64,
}

impl Effort {
    /// So many steps.
    pub const fn of(most: u64) -> Self {
        Self { most, left: most }
    }

    fn spend(&mut self, steps: u64) -> Result<(), TooLarge> {
        self.left = self.left.checked_sub(steps).ok_or(TooLarge::Search { searched: self.most })?;
        Ok(())
    }

    /// The end, though some of it is left.
    fn end(self) -> TooLarge {
        TooLarge::Search { searched: self.most - self.left }
    }
}

/// Why a problem has no exact answer here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLarge {
    /// The search used up its effort, or more memory than it may.
    Search {
        /// The steps that it took.
        searched: u64,
    },
    /// Times or counts of purchases pass what can be counted.
    Count,
}

impl TooLarge {
    /// The same as a error that names the lines and the plan that is bought most often, given the name of each choice.
    pub(super) fn error<'n>(
        self,
        problem: &Problem,
        lines: &str,
        code: &'static str,
        name: impl Fn(usize) -> &'n Slug,
    ) -> Error {
        let Self::Search { searched } = self else {
            return Error::new("count-too-large").with("line", lines);
        };
        let often =
            |choice: &Choice| prune::most_useful(choice, problem).min(choice.limit.unwrap_or(u64::MAX));
        let counts = problem.choices.iter().map(often).enumerate();
        let smallest = counts.max_by_key(|&(index, count)| (count, Reverse(index)));
        let (index, count) = smallest.expect("a search takes steps over plans");
        let error = Error::new(code).with("line", lines).with("searched", searched);
        error.with("plan", name(index).as_str()).with("purchases", count)
    }
}

/// The cheapest basket; `None` if nothing that can be counted covers the need.
///
/// # Errors
/// [`TooLarge`].
pub fn cheapest(problem: &Problem, effort: &mut Effort) -> Result<Option<Solution>, TooLarge> {
    let free = Problem { max_purchases: None, ..problem.clone() };
    let unlimited = search::run(&free, search::Aim::Cheapest, effort)?.pop();
    match (problem.max_purchases, &unlimited) {
        (Some(limit), Some(solution)) if solution.purchases > limit => {
            Ok(search::run(problem, search::Aim::CheapestWithin(limit), effort)?.pop())
        }
        _ => Ok(unlimited),
    }
}

/// A price below which no basket covers the problem; `None` where none does. It costs little to know.
pub fn least_price(problem: &Problem) -> Option<u128> {
    bounds::least_price(problem)
}

/// Every basket of at most `most` purchases that no other beats in both its count and its price, by ascending
/// count.
///
/// # Errors
/// As [`cheapest`].
pub fn trade_off(problem: &Problem, most: u64, effort: &mut Effort) -> Result<Vec<Solution>, TooLarge> {
    let most = problem.max_purchases.map_or(most, |limit| limit.min(most));
    search::run(problem, search::Aim::TradeOff(most), effort)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plans of a price and a time each, of which the target takes several, and the price of the cheapest basket.
    #[track_caller]
    fn check(plans: &[(u128, u128)], target: u128, most: u64, expected: Result<Option<u128>, TooLarge>) {
        let choice = |&(price, served): &(u128, u128)| Choice { price, served, minutes: 0, limit: None };
        let choices = plans.iter().map(choice).collect();
        let problem = Problem { choices, target, minutes: 0, max_purchases: None };
        let found = cheapest(&problem, &mut Effort::of(most));
        assert_eq!(found.map(|solution| solution.map(|solution| solution.price)), expected);
    }

    #[test]
    fn what_costs_more_than_can_be_counted_is_never_found() {
        let half = 1 << 95;
        check(&[(half, 1)], 1, 100, Ok(Some(half)));
        check(&[(half, 1)], 2, 100, Ok(None));
        check(&[(half - 1, 1), (1, 0)], 2, 100, Ok(Some(2 * half - 2)));
        check(&[(half, 1), (7, 1)], 3, 100, Ok(Some(21)));
        // The dearest of them may still be part of what can be counted.
        check(&[(half, 10), (half - 1, 9)], 10, 100, Ok(Some(half)));
        check(&[(u128::MAX, 10), (u128::MAX / 2, 1), (9, 1)], 10, 1_000, Ok(Some(90)));
        check(&[(u128::MAX / 2, 1)], 1 << 100, 100, Err(TooLarge::Count));
    }

    #[test]
    fn a_search_ends_with_its_effort() {
        let plans = [(100, 31), (77, 23), (50, 14), (33, 9)];
        let steps = (1..1_000).find(|&most| {
            let choice = |&(price, served): &(u128, u128)| Choice { price, served, minutes: 0, limit: None };
            let choices = plans.iter().map(choice).collect();
            let problem = Problem { choices, target: 200, minutes: 0, max_purchases: Some(7) };
            cheapest(&problem, &mut Effort::of(most)).is_ok()
        });
        let steps = steps.expect("a small search is soon done");
        assert!(steps > 10, "{steps}");
        check(&plans, 200, 3, Err(TooLarge::Search { searched: 3 }));
    }
}

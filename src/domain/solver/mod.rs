//! The cheapest basket, exactly.
//!
//! **The problem.** Choose how often to buy each plan so that the purchases cover the target time, and the target time
//! of calls, at the lowest price. Ties are broken by the fewest purchases, then the fewest with a shared balance, then
//! the fewest different plans, then the most time covered, then the smallest plan ids. A plan may cover time, calls or
//! both: each way to use it is a [`Choice`]. This is an unbounded (or, with limits, bounded) covering knapsack with one
//! or two targets.
//!
//! **The algorithm** is dynamic programming over *labels*, plan after plan, with bounds. A label is one way to buy from
//! the plans considered so far: its price, count, time and calls. Plans are considered by price per time, the best
//! first. For each plan, every label is extended by one more purchase of it, again and again, until the label is
//! complete. A label is kept only if no other label *dominates* it, that is, is at least as good in everything that the
//! rest of the search depends on (`pareto`). It is also dropped when its *lower bound*, the least price of completing
//! it with the remaining plans (`bounds`), passes the *incumbent*, the best complete basket found so far (`search`).
//!
//! **Why it is exact.** Dropping a dominated label loses nothing: whatever completes it also completes the other label,
//! at no higher price, and the same holds for each tie-breaker, because adding the same purchases to both labels keeps
//! their order. The only exception is the number of different plans, which a purchase of the current plan increases
//! only if the label does not have that plan yet. Labels are therefore compared by the worse case. A lower bound never
//! passes the true price of completing a label. Equal labels survive both tests, so ties are broken in the documented
//! order. All numbers are whole; ratios are compared by Euclid's algorithm, which cannot overflow, and sums are
//! checked.
//!
//! # Performance
//!
//! - Plans that another plan replaces are removed before the search (`prune`). Of 100,000 random plans a few dozen
//!   remain.
//! - If only time is to be covered, the plan with the best price per time *closes* every label: it is bought last, as
//!   often as the rest of the target needs, in one step. A need that takes a million purchases of it does not create a
//!   million labels. A label that costs more than closing purchases for the same time is dropped, so only a few
//!   combinations remain to be searched.
//! - Prices and times are divided by their common divisors, which keeps most numbers short.
//! - Cheap first baskets (`search::first`) give a good incumbent before the search begins.
//! - With calls, or with a limit on purchases, each useful count needs its own label. Each search therefore has an
//!   [`Effort`]. When it is used up, the search gives up with [`TooLarge`] instead of running for minutes or filling
//!   the memory. The effort counts steps, not time, so the same question gives up at the same step on every machine.

mod bounds;
mod pareto;
mod prune;
mod ratio;
mod search;

pub use bounds::Prices;
pub use prune::dominates;
use std::borrow::Cow;
use std::cmp::Reverse;

/// One way to use a plan, as numbers of one need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The plan, numbered by ascending id. The choices of a plan are next to each other.
    pub plan: usize,
    /// The price of one purchase.
    pub price: u128,
    /// The time that one purchase covers.
    pub time: u128,
    /// The time for which one purchase covers calls.
    pub calls: u128,
    /// Whether data and minutes draw on one balance.
    pub is_shared: bool,
    /// How often the plan may be bought, over all of its choices. `None` means no limit.
    pub limit: Option<u64>,
}

/// What to cover, and the choices to cover it with.
#[derive(Clone, Debug)]
pub struct Problem<'c> {
    /// The choices, by ascending plan. A plan has only one choice if no calls have to be covered.
    pub choices: Cow<'c, [Choice]>,
    /// The time to cover.
    pub time: u128,
    /// The time for which to cover calls.
    pub calls: u128,
    /// How many purchases are allowed. `None` means no limit.
    pub max_purchases: Option<u64>,
    /// The highest price of a solution. Dearer baskets are not found.
    pub max_price: u128,
}

/// How often each choice is made: its index and a count above 0, by ascending index.
pub type ChoiceCounts = Vec<(usize, u64)>;

/// One basket that covers a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The choices that are bought, and how often.
    pub counts: ChoiceCounts,
    /// The number of purchases.
    pub purchases: u64,
}

/// How many steps a search may still take. Each label that is created or compared with another label is one step.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    most: u64,
    remaining: u64,
}

impl Effort {
    /// An effort of at most this many steps.
    pub const fn new(most: u64) -> Self {
        Self { most, remaining: most }
    }

    fn spend(&mut self, steps: u64) -> Result<(), TooLarge> {
        let remaining = self.remaining.checked_sub(steps);
        self.remaining = remaining.ok_or(TooLarge::Search { searched: self.most })?;
        Ok(())
    }

    /// Gives up early, before all steps are used.
    fn end(self) -> TooLarge {
        TooLarge::Search { searched: self.most - self.remaining }
    }
}

/// Why a problem has no exact answer here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLarge {
    /// The search used up its effort or its memory.
    Search {
        /// How many steps it took.
        searched: u64,
    },
    /// A time or a number of purchases overflows.
    Count,
}

/// The choice that would be bought most often if it were repeated alone, and how often. A large number makes a search
/// long.
pub fn most_often(problem: &Problem<'_>) -> Option<(usize, u64)> {
    let counts = problem
        .choices
        .iter()
        .map(|choice| prune::most_useful(choice, problem).min(choice.limit.unwrap_or(u64::MAX)));
    counts.enumerate().max_by_key(|&(index, count)| (count, Reverse(index)))
}

/// The cheapest basket. `None` if no basket covers the problem within the limits.
///
/// # Errors
/// [`TooLarge`] if the search takes more steps than `effort` or if a number overflows.
pub fn cheapest(problem: &Problem<'_>, effort: &mut Effort) -> Result<Option<Solution>, TooLarge> {
    let problem = Scale::new(problem).down(problem);
    let free = search::run(&problem, search::Aim::Cheapest, effort)?.pop();
    match (problem.max_purchases, &free) {
        (Some(limit), Some(solution)) if solution.purchases > limit => {
            Ok(search::run(&problem, search::Aim::CheapestWithin(limit), effort)?.pop())
        }
        _ => Ok(free),
    }
}

/// A lower bound for the price of a basket, without a search. `None` if no basket covers the problem.
pub fn least_price(problem: &Problem<'_>) -> Option<u128> {
    let prices = Prices::new(problem.choices.iter().copied(), problem.time, problem.calls);
    prices.least(problem.time, problem.calls)
}

/// The Pareto front of price and number of purchases, up to `most` purchases, by ascending number of purchases.
///
/// # Errors
/// As [`cheapest`].
pub fn trade_off(problem: &Problem<'_>, most: u64, effort: &mut Effort) -> Result<Vec<Solution>, TooLarge> {
    let problem = Scale::new(problem).down(problem);
    let most = problem.max_purchases.map_or(most, |limit| limit.min(most));
    search::run(&problem, search::Aim::TradeOff(most), effort)
}

/// The common divisors of all prices and times. In these units most numbers fit into 64 bits, which makes
/// multiplication and division many times as fast.
struct Scale {
    price: u128,
    time: u128,
    calls: u128,
}

impl Scale {
    fn new(problem: &Problem<'_>) -> Self {
        Self {
            price: common_divisor(problem.choices.iter().map(|choice| choice.price), 0),
            time: common_divisor(problem.choices.iter().map(|choice| choice.time), problem.time),
            calls: common_divisor(problem.choices.iter().map(|choice| choice.calls), problem.calls),
        }
    }

    fn down(&self, problem: &Problem<'_>) -> Problem<'static> {
        let choices = problem.choices.iter().map(|choice| Choice {
            price: ratio::divide(choice.price, self.price),
            time: ratio::divide(choice.time, self.time),
            calls: ratio::divide(choice.calls, self.calls),
            ..*choice
        });
        Problem {
            choices: choices.collect(),
            time: problem.time / self.time,
            calls: problem.calls / self.calls,
            max_price: problem.max_price / self.price,
            max_purchases: problem.max_purchases,
        }
    }
}

/// The common divisor of a target and of what each choice adds to it, at least 1.
fn common_divisor(each: impl Iterator<Item = u128>, target: u128) -> u128 {
    each.fold(target, ratio::common_divisor).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(plans: &[(u128, u128)]) -> Vec<Choice> {
        let choice = |(plan, &(price, time)): (usize, &(u128, u128))| Choice {
            plan,
            price,
            time,
            calls: 0,
            is_shared: false,
            limit: None,
        };
        plans.iter().enumerate().map(choice).collect()
    }

    fn price(choices: &[Choice], solution: &Solution) -> u128 {
        solution.counts.iter().map(|&(index, count)| choices[index].price * u128::from(count)).sum()
    }

    fn problem(choices: &[Choice], time: u128) -> Problem<'_> {
        Problem { choices: choices.into(), time, calls: 0, max_purchases: None, max_price: 1 << 126 }
    }

    /// Checks the price of the cheapest basket of plans that each have a price and a time.
    #[track_caller]
    fn check(plans: &[(u128, u128)], time: u128, most: u64, expected: Result<Option<u128>, TooLarge>) {
        let choices = choices(plans);
        let found = cheapest(&problem(&choices, time), &mut Effort::new(most));
        assert_eq!(found.map(|solution| solution.map(|solution| price(&choices, &solution))), expected);
    }

    #[test]
    fn what_costs_more_than_is_of_interest_is_never_found() {
        let half = 1 << 125;
        check(&[(half, 1)], 1, 100, Ok(Some(half)));
        check(&[(half, 1)], 3, 100, Ok(None));
        check(&[(half - 1, 1), (1, 0)], 2, 100, Ok(Some(2 * half - 2)));
        check(&[(half, 1), (7, 1)], 3, 100, Ok(Some(21)));
        // The dearest plan may still be part of a sum that can be counted.
        check(&[(half, 10), (half - 1, 9)], 10, 100, Ok(Some(half)));
        check(&[(u128::MAX, 10), (u128::MAX / 2, 1), (9, 1)], 10, 1_000, Ok(Some(90)));
        check(&[(u128::MAX / 2, 1)], 1 << 100, 100, Err(TooLarge::Count));
    }

    #[test]
    fn a_search_ends_with_its_effort() {
        let plans = [(100, 31), (77, 23), (50, 14), (33, 9)];
        let choices = choices(&plans);
        let limited = Problem { max_purchases: Some(7), ..problem(&choices, 200) };
        let steps = (1..1_000).find(|&most| cheapest(&limited, &mut Effort::new(most)).is_ok());
        let steps = steps.expect("a small search is soon done");
        assert!(steps > 10, "{steps}");
        check(&plans, 200, 3, Err(TooLarge::Search { searched: 3 }));
    }

    /// Choices as price, time and calls, what has to be covered, the most purchases, and the price of the cheapest.
    #[track_caller]
    fn check_few(plans: &[(u128, u128, u128)], target: (u128, u128), most: u64, expected: u128) {
        let choice = |(plan, &(price, time, calls)): (usize, &(u128, u128, u128))| Choice {
            plan,
            price,
            time,
            calls,
            is_shared: false,
            limit: None,
        };
        let choices: Vec<Choice> = plans.iter().enumerate().map(choice).collect();
        let problem = Problem { calls: target.1, max_purchases: Some(most), ..problem(&choices, target.0) };
        let found = cheapest(&problem, &mut Effort::new(1_000)).unwrap();
        assert_eq!(found.map(|found| price(&choices, &found)), Some(expected));
    }

    #[test]
    fn few_purchases_hold_what_any_of_them_covers() {
        // One of each: two of the longer cost more, and five of the shorter are too many.
        check_few(&[(1, 2, 0), (10, 8, 0)], (10, 0), 2, 11);
        check_few(&[(5, 8, 0), (2, 2, 0)], (10, 0), 2, 7);
        check_few(&[(1, 2, 2), (10, 8, 8)], (10, 10), 2, 11);
        check_few(&[(5, 8, 8), (2, 2, 2)], (10, 10), 2, 7);
        // Without the limit it would be ten of the last.
        check_few(&[(50, 8, 0), (20, 2, 0), (4, 1, 0)], (10, 0), 2, 70);
        check_few(&[(50, 8, 8), (20, 2, 2), (4, 1, 1)], (10, 10), 2, 70);
        check_few(&[(1, 0, 2), (10, 0, 8), (1, 10, 0)], (10, 10), 3, 12);
        check_few(&[(5, 0, 8), (2, 0, 2), (1, 10, 0)], (10, 10), 3, 8);
    }

    #[test]
    fn a_limited_plan_is_bought_as_often_as_is_best() {
        // One for 50 covers 36, and the rest is covered by as many of the other one as it takes, or by a second for 50.
        let price_with = |time: u128, limit: u64| {
            let mut choices = choices(&[(1, 2), (50, 36)]);
            choices[0].limit = Some(limit);
            let found = cheapest(&problem(&choices, time), &mut Effort::new(1_000)).unwrap();
            found.map(|found| price(&choices, &found))
        };
        for count in 1..=12 {
            let time = 36 + 2 * u128::from(count);
            for limit in count..=12 {
                assert_eq!(price_with(time, limit), Some(50 + u128::from(count)), "{count} of {limit}");
            }
            assert_eq!(price_with(time, count - 1), Some(100), "{count} are not allowed");
        }
    }

    #[test]
    fn a_solution_counts_its_purchases() {
        let choices = choices(&[(60, 12), (90, 30)]);
        let found = cheapest(&problem(&choices, 42), &mut Effort::new(100)).unwrap().unwrap();
        assert_eq!(found, Solution { counts: vec![(0, 1), (1, 1)], purchases: 2 });
    }

    #[test]
    fn a_search_that_ends_early_says_how_far_it_came() {
        let mut effort = Effort::new(10);
        effort.spend(4).unwrap();
        assert_eq!(effort.end(), TooLarge::Search { searched: 4 });
        assert_eq!(effort.spend(7), Err(TooLarge::Search { searched: 10 }));
    }

    #[test]
    fn a_highest_price_is_kept() {
        let plans = [(100, 10), (60, 5)];
        let choices = choices(&plans);
        let within = |max_price| Problem { max_price, ..problem(&choices, 20) };
        let found = [200, 199].map(|most| cheapest(&within(most), &mut Effort::new(100)).unwrap());
        assert_eq!(found.map(|found| found.map(|found| price(&choices, &found))), [Some(200), None]);
    }
}

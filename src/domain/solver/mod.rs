//! The cheapest basket, exactly.
//!
//! **The problem.** Choose how often to buy each of some plans so that the times they cover add up to the target, and
//! the times for which calls are covered to theirs, at the least price; among equals with the fewest purchases, then
//! the fewest with a shared balance, then the fewest different plans, then with the most time covered, then with the
//! smallest plan ids. A plan may cover time, calls or both: each way is a [`Choice`]. This is an unbounded (or, with
//! limits, bounded) covering knapsack with one need or two.
//!
//! **The algorithm** is dynamic programming over *labels*, plan after plan, with bounds. A label is one way to buy from
//! the plans looked at so far: its price, count, time and calls. Plans are taken by price per time, the best first. For
//! each plan every label is continued with one more purchase of it, and again, until the label is complete. A label
//! is kept only if no other *dominates* it, that is, is at least as good in everything that the rest can depend on
//! (`pareto`), and only while a *lower bound* of its price, when it is completed at the best ratios of the plans that
//! are still to come (`bounds`), does not pass the *incumbent*: the best complete basket known (`search`).
//!
//! **Why it is exact.** Dropping a label that another one dominates loses nothing: whatever completes it completes the
//! other one too, at no greater price, and so on down the order; that order is kept when the same purchases are added
//! on both sides. The one thing that is not simply added is the number of different plans, for which a purchase of the
//! plan at hand counts only if the label has none of it yet: labels are compared by the worse case. The bound never
//! passes the true price of completing a label. Ties survive both tests, so that they are broken as the contract says.
//! Everything is whole numbers; ratios are compared by Euclid's algorithm, which cannot overflow; sums are checked.
//!
//! # Performance
//!
//! - Plans that another plan replaces (`prune`) go before the search: of 100,000 random plans some dozens are left.
//! - If only time is to be covered, the plan with the best price per time *closes*: it is taken last, at once, as often
//!   as the other plans leave to be covered. A need that takes a million purchases of it makes no million labels, and a
//!   label that costs more than closing purchases for as long is dropped: what is searched is the few odd ends.
//! - Prices and times are divided by what all of them have in common, so that most numbers are short.
//! - Cheap first baskets (`search::first`) make the incumbent good before the search begins.
//! - With calls, or a limit on purchases, a label is made for each count that may be useful. So each search has an
//!   [`Effort`]: when that is used up, it gives up with [`TooLarge`] rather than take the user's patience or the
//!   machine's memory. It counts steps, not time: the same question gives up at the same step on every machine.

mod bounds;
mod pareto;
mod prune;
mod ratio;
mod search;

pub use bounds::Prices;
pub use prune::dominates;
use std::borrow::Cow;
use std::cmp::Reverse;

/// One way in which a plan may be bought: bare numbers of one need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The plan; a smaller number is the smaller id. The choices of a plan are side by side.
    pub plan: usize,
    /// The price of one purchase.
    pub price: u128,
    /// The time that one purchase covers.
    pub time: u128,
    /// The time for which it covers calls.
    pub calls: u128,
    /// Whether data and minutes draw on one balance.
    pub is_shared: bool,
    /// How often the plan may be bought, in all of its ways together; `None` is no limit.
    pub limit: Option<u64>,
}

/// What has to be covered, and from what.
#[derive(Clone, Debug)]
pub struct Problem<'c> {
    /// The choices, by ascending plan. Each plan has one if no calls are to be covered.
    pub choices: Cow<'c, [Choice]>,
    /// The time to be covered.
    pub time: u128,
    /// The time for which calls are to be covered.
    pub calls: u128,
    /// How many purchases are allowed.
    pub max_purchases: Option<u64>,
    /// The highest price that is of interest.
    pub max_price: u128,
}

/// How often each choice is made: its index and a count above 0, by ascending index.
pub type ChoiceCounts = Vec<(usize, u64)>;

/// One basket that covers a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// What is bought.
    pub counts: ChoiceCounts,
    /// The price of all of it.
    pub price: u128,
    /// How many purchases these are.
    pub purchases: u64,
    /// The time covered, which may pass the target.
    pub time: u128,
}

/// How much a search may still do, in steps: each partial basket that is made or held against another is one.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    most: u64,
    remaining: u64,
}

impl Effort {
    /// A number of steps.
    pub const fn new(most: u64) -> Self {
        Self { most, remaining: most }
    }

    fn spend(&mut self, steps: u64) -> Result<(), TooLarge> {
        let remaining = self.remaining.checked_sub(steps);
        self.remaining = remaining.ok_or(TooLarge::Search { searched: self.most })?;
        Ok(())
    }

    /// The end, though some of it is left.
    fn end(self) -> TooLarge {
        TooLarge::Search { searched: self.most - self.remaining }
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

/// The choice that would be made most often, and how often: what makes a search long.
pub fn most_often(problem: &Problem<'_>) -> Option<(usize, u64)> {
    let often = |choice: &Choice| prune::most_useful(choice, problem).min(choice.limit.unwrap_or(u64::MAX));
    let counts = problem.choices.iter().map(often).enumerate();
    counts.max_by_key(|&(index, count)| (count, Reverse(index)))
}

/// The cheapest basket; `None` if nothing covers the need within the limits.
///
/// # Errors
/// [`TooLarge`].
pub fn cheapest(problem: &Problem<'_>, effort: &mut Effort) -> Result<Option<Solution>, TooLarge> {
    let scale = Scale::of(problem);
    let problem = scale.down(problem);
    let free = search::run(&problem, search::Aim::Cheapest, effort)?.pop();
    let found = match (problem.max_purchases, &free) {
        (Some(limit), Some(solution)) if solution.purchases > limit => {
            search::run(&problem, search::Aim::CheapestWithin(limit), effort)?.pop()
        }
        _ => free,
    };
    Ok(found.map(|solution| scale.up(solution)))
}

/// A price below which no basket covers the problem; `None` if none does. It costs little to know.
pub fn least_price(problem: &Problem<'_>) -> Option<u128> {
    let (time, calls) = (problem.time, problem.calls);
    Prices::of(problem.choices.iter().copied(), time, calls).least(time, calls)
}

/// Every basket of at most `most` purchases that no other beats in both its count and its price, by ascending count.
///
/// # Errors
/// As [`cheapest`].
pub fn trade_off(problem: &Problem<'_>, most: u64, effort: &mut Effort) -> Result<Vec<Solution>, TooLarge> {
    let scale = Scale::of(problem);
    let problem = scale.down(problem);
    let most = problem.max_purchases.map_or(most, |limit| limit.min(most));
    let solutions = search::run(&problem, search::Aim::TradeOff(most), effort)?;
    Ok(solutions.into_iter().map(|solution| scale.up(solution)).collect())
}

/// What every price and every time is a multiple of: in these units numbers are short, and short ones are multiplied and
/// divided many times as fast.
struct Scale {
    price: u128,
    time: u128,
    calls: u128,
}

impl Scale {
    fn of(problem: &Problem<'_>) -> Self {
        let divisor_of = |each: fn(&Choice) -> u128, first: u128| {
            problem.choices.iter().map(each).fold(first, ratio::common_divisor).max(1)
        };
        Self {
            price: divisor_of(|choice| choice.price, 0),
            time: divisor_of(|choice| choice.time, problem.time),
            calls: divisor_of(|choice| choice.calls, problem.calls),
        }
    }

    fn down(&self, problem: &Problem<'_>) -> Problem<'static> {
        let choice = |choice: &Choice| Choice {
            price: ratio::divide(choice.price, self.price),
            time: ratio::divide(choice.time, self.time),
            calls: ratio::divide(choice.calls, self.calls),
            ..*choice
        };
        Problem {
            choices: problem.choices.iter().map(choice).collect(),
            time: problem.time / self.time,
            calls: problem.calls / self.calls,
            max_price: problem.max_price / self.price,
            max_purchases: problem.max_purchases,
        }
    }

    fn up(&self, solution: Solution) -> Solution {
        Solution { price: solution.price * self.price, time: solution.time * self.time, ..solution }
    }
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

    fn problem(choices: &[Choice], time: u128) -> Problem<'_> {
        Problem { choices: choices.into(), time, calls: 0, max_purchases: None, max_price: 1 << 126 }
    }

    /// Plans of a price and a time each, of which the target takes several, and the price of the cheapest basket.
    #[track_caller]
    fn check(plans: &[(u128, u128)], time: u128, most: u64, expected: Result<Option<u128>, TooLarge>) {
        let found = cheapest(&problem(&choices(plans), time), &mut Effort::new(most));
        assert_eq!(found.map(|solution| solution.map(|solution| solution.price)), expected);
    }

    #[test]
    fn what_costs_more_than_is_of_interest_is_never_found() {
        let half = 1 << 125;
        check(&[(half, 1)], 1, 100, Ok(Some(half)));
        check(&[(half, 1)], 3, 100, Ok(None));
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
        assert_eq!(found.map(|found| found.price), Some(expected));
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
            cheapest(&problem(&choices, time), &mut Effort::new(1_000)).unwrap().map(|found| found.price)
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
    fn a_solution_is_in_the_units_of_the_problem() {
        let choices = choices(&[(60, 12), (90, 30)]);
        let found = cheapest(&problem(&choices, 42), &mut Effort::new(100)).unwrap().unwrap();
        let expected = Solution { counts: vec![(0, 1), (1, 1)], price: 150, purchases: 2, time: 42 };
        assert_eq!(found, expected);
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
        let price = |problem: &Problem<'_>| {
            cheapest(problem, &mut Effort::new(100)).unwrap().map(|found| found.price)
        };
        assert_eq!((price(&within(200)), price(&within(199))), (Some(200), None));
    }
}

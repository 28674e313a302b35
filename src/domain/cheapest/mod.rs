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
//! (`staircase`), and only while the price of what is missing, at the best ratios of the plans that are still to
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
//! be useful: that grows with the number of purchases, and past some millions of labels the search gives up with an
//! error (`search-too-large`) instead of the machine's memory.

mod bounds;
mod prune;
mod ratio;
mod search;
mod staircase;

use super::figure::Fault;
pub(super) use staircase::Staircase;

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

/// The cheapest basket; `None` where nothing covers the need.
///
/// # Errors
/// `amount-too-large` or `time-too-large` where a sum passes 128 bits.
pub fn cheapest(problem: &Problem) -> Result<Option<Solution>, Fault> {
    let free = Problem { max_purchases: None, ..problem.clone() };
    let unlimited = search::run(&free, search::Aim::Cheapest)?.pop();
    match (problem.max_purchases, &unlimited) {
        (Some(limit), Some(solution)) if solution.purchases > limit => {
            Ok(search::run(problem, search::Aim::CheapestWithin(limit))?.pop())
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
pub fn trade_off(problem: &Problem, most: u64) -> Result<Vec<Solution>, Fault> {
    let most = problem.max_purchases.map_or(most, |limit| limit.min(most));
    search::run(problem, search::Aim::TradeOff(most))
}

//! Compares the search with a look at every basket, on problems that are small enough for that.

use super::super::{Choice, ChoiceCounts, Effort, Problem, cheapest, trade_off};
use proptest::prelude::*;
use std::cmp::Reverse;

/// What decides between baskets, in the documented order: price, purchases, shared purchases, different plans, time,
/// plan ids with their counts, and last the ways in which the plans are bought.
type Rank = (u128, u64, u64, usize, Reverse<u128>, Vec<(usize, Reverse<u64>)>, Vec<(usize, Reverse<u64>)>);

/// The rank of a basket. `None` if it does not cover the problem within all limits.
fn rank(problem: &Problem<'_>, counts: &[u64]) -> Option<Rank> {
    let bought = || problem.choices.iter().zip(counts.iter().copied()).filter(|(_, count)| *count > 0);
    let sum =
        |each: fn(&Choice) -> u128| bought().map(|(choice, count)| each(choice) * u128::from(count)).sum();
    let price: u128 = sum(|choice| choice.price);
    let time: u128 = sum(|choice| choice.time);
    let calls: u128 = sum(|choice| choice.calls);
    let purchases: u64 = bought().map(|(_, count)| count).sum();
    let shared = bought().filter(|(choice, _)| choice.is_shared).map(|(_, count)| count).sum();
    let mut plans: Vec<(usize, Reverse<u64>)> = Vec::new();
    for (choice, count) in bought() {
        match plans.last_mut() {
            Some((plan, Reverse(of_plan))) if *plan == choice.plan => *of_plan += count,
            _ => plans.push((choice.plan, Reverse(count))),
        }
    }
    let limit_of =
        |plan| problem.choices.iter().find(|choice| choice.plan == plan).and_then(|choice| choice.limit);
    let is_within = price <= problem.max_price
        && problem.max_purchases.is_none_or(|most| purchases <= most)
        && plans.iter().all(|&(plan, Reverse(count))| limit_of(plan).is_none_or(|limit| count <= limit));
    let ways = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let ways = ways.map(|(index, count)| (index, Reverse(*count))).collect();
    let covers = time >= problem.time && calls >= problem.calls;
    (covers && is_within).then_some((price, purchases, shared, plans.len(), Reverse(time), plans, ways))
}

/// Every basket that covers the problem and buys nothing more often than is useful.
fn all_baskets(problem: &Problem<'_>) -> Vec<Rank> {
    let most_of = |choice: &Choice| {
        let useful = |target: u128, each: u128| if each == 0 { 0 } else { target.div_ceil(each) };
        useful(problem.time, choice.time).max(useful(problem.calls, choice.calls))
    };
    let mut all: Vec<Vec<u64>> = vec![Vec::new()];
    for choice in problem.choices.iter() {
        let counts = 0..=u64::try_from(most_of(choice)).unwrap();
        all = all
            .iter()
            .flat_map(|begun| counts.clone().map(|count| begun.iter().copied().chain([count]).collect()))
            .collect();
    }
    all.iter().filter_map(|counts| rank(problem, counts)).collect()
}

fn rank_of(problem: &Problem<'_>, counts: &ChoiceCounts) -> Option<Rank> {
    let mut all = vec![0; problem.choices.len()];
    for &(index, count) in counts {
        all[index] = count;
    }
    rank(problem, &all)
}

/// Up to four choices of at most three plans, some of which may be bought in two ways. The numbers are small, so that
/// many baskets differ only in the last criteria.
fn problems() -> impl Strategy<Value = Problem<'static>> {
    let way = (0..5_u128, 0..4_u128);
    let ways = prop::collection::vec(way, 1..3);
    let plan = (1..7_u128, ways, any::<bool>(), prop::option::of(1..4_u64));
    let plans = prop::collection::vec(plan, 1..4);
    let calls = prop::option::of(1..5_u128);
    let limits = (prop::option::of(1..5_u64), prop::option::of(3..20_u128));
    (plans, 0..8_u128, calls, limits).prop_map(|(plans, time, calls, (max_purchases, max_price))| {
        // Without calls there is one way to buy a plan.
        let most_ways = if calls.is_some() { 2 } else { 1 };
        let choices = plans.into_iter().enumerate().flat_map(|(plan, (price, ways, is_shared, limit))| {
            let ways = ways.into_iter().take(most_ways);
            ways.map(move |(time, calls)| Choice { plan, price, time, calls, is_shared, limit })
        });
        let calls = calls.unwrap_or(0);
        let choices =
            choices.take(4).map(|choice| Choice { calls: choice.calls.min(calls), ..choice }).collect();
        Problem { choices, time, calls, max_purchases, max_price: max_price.unwrap_or(1 << 126) }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_best_of_all_baskets_is_found(problem in problems()) {
        let found = cheapest(&problem, &mut Effort::new(1_000_000)).unwrap();
        let found = found.map(|solution| {
            let rank = rank_of(&problem, &solution.counts).expect("it is a basket");
            assert_eq!(rank.1, solution.purchases);
            rank
        });
        prop_assert_eq!(found, all_baskets(&problem).into_iter().min());
    }

    #[test]
    fn no_basket_of_a_trade_off_is_beaten(problem in problems(), most in 0..6_u64) {
        let found = trade_off(&problem, most, &mut Effort::new(1_000_000)).unwrap();
        let found: Vec<Option<Rank>> = found.iter().map(|found| rank_of(&problem, &found.counts)).collect();
        let mut all = all_baskets(&problem);
        all.retain(|basket| basket.1 <= most);
        // The cheapest for each number of purchases, as long as one more purchase makes it cheaper.
        let mut expected: Vec<Option<Rank>> = Vec::new();
        for purchases in 0..=most {
            let best = all.iter().filter(|basket| basket.1 == purchases).min();
            let is_cheaper = |best: &&Rank| expected.last().is_none_or(|last| last.as_ref().is_some_and(|last| best.0 < last.0));
            if let Some(best) = best.filter(is_cheaper) {
                expected.push(Some(best.clone()));
            }
        }
        prop_assert_eq!(found, expected);
    }
}

//! The exact solver against independent ones: exhaustive search on small problems, integer programming on larger ones.

mod common;

use common::{Random, always_the_same};
use good_lp::{Expression, Solution as _, SolverModel, constraint, microlp, variable, variables};
use proptest::prelude::*;
use simplan::domain::cheapest::{Choice, Counts, Effort, Problem, cheapest, trade_off};
use std::collections::BTreeMap;

/// How many random problems each comparison takes.
const CASES: u32 = 20_000;

/// Small numbers, so that ties of every kind are common: free plans, equal plans, plans with minutes only.
fn problems() -> impl Strategy<Value = Problem> {
    let choice = (
        0..7_u128,
        prop_oneof![1 => Just(0_u128), 6 => 4..24_u128],
        0..6_u64,
        prop::option::weighted(0.3, 0..4_u64),
    );
    let choice = choice.prop_map(|(price, served, minutes, limit)| Choice { price, served, minutes, limit });
    let minutes = prop_oneof![2 => Just(0_u64), 1 => 1..9_u64];
    let most = prop::option::weighted(0.4, 0..7_u64);
    (prop::collection::vec(choice, 0..5), 0..30_u128, minutes, most).prop_map(
        |(mut choices, target, minutes, max_purchases)| {
            // The solver is told minutes of the need only, as the domain tells it.
            for choice in &mut choices {
                choice.minutes = choice.minutes.min(minutes);
            }
            Problem { choices, target, minutes, max_purchases }
        },
    )
}

/// What decides between two baskets, in this order: price, count, time (more is better), ids.
type Rank = (u128, u64, std::cmp::Reverse<u128>, Vec<usize>);

/// Every basket that covers a problem, by exhaustion: no count beyond what covers everything alone is ever useful.
fn exhaustive(problem: &Problem) -> Vec<Rank> {
    fn go(problem: &Problem, index: usize, counts: &mut Vec<u64>, found: &mut Vec<Rank>) {
        let Some(choice) = problem.choices.get(index) else {
            let sum = |of: fn(&Choice) -> u128| {
                problem
                    .choices
                    .iter()
                    .zip(&*counts)
                    .map(|(choice, &count)| of(choice) * u128::from(count))
                    .sum::<u128>()
            };
            let count: u64 = counts.iter().sum();
            let covers = sum(|c| c.served) >= problem.target
                && sum(|c| u128::from(c.minutes)) >= u128::from(problem.minutes);
            if covers && problem.max_purchases.is_none_or(|most| count <= most) {
                let ids =
                    counts.iter().enumerate().flat_map(|(id, &count)| (0..count).map(move |_| id)).collect();
                found.push((sum(|c| c.price), count, std::cmp::Reverse(sum(|c| c.served)), ids));
            }
            return;
        };
        let useful = 9.min(choice.limit.unwrap_or(9));
        for count in 0..=useful {
            counts.push(count);
            go(problem, index + 1, counts, found);
            counts.pop();
        }
    }
    let mut found = Vec::new();
    go(problem, 0, &mut Vec::new(), &mut found);
    found
}

fn ids(counts: &Counts) -> Vec<usize> {
    counts.iter().flat_map(|&(index, count)| (0..count).map(move |_| index)).collect()
}

proptest! {
    #![proptest_config(always_the_same(CASES))]

    #[test]
    fn the_solver_finds_what_exhaustion_finds(problem in problems()) {
        let expected = exhaustive(&problem).into_iter().min();
        let found = cheapest(&problem, &mut Effort::of(100_000_000)).unwrap();
        let found = found.map(|s| (s.price, s.purchases, std::cmp::Reverse(s.served), ids(&s.counts)));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_trade_off_is_that_of_exhaustion(problem in problems(), most in 0..9_u64) {
        let mut best: BTreeMap<u64, Rank> = BTreeMap::new();
        for rank in exhaustive(&problem).into_iter().filter(|rank| rank.1 <= most) {
            let entry = best.entry(rank.1).or_insert_with(|| rank.clone());
            *entry = rank.min(entry.clone());
        }
        let mut expected: Vec<Rank> = Vec::new();
        for rank in best.into_values() {
            if expected.last().is_none_or(|last| rank.0 < last.0) {
                expected.push(rank);
            }
        }
        let found = trade_off(&problem, most, &mut Effort::of(100_000_000)).unwrap();
        let found: Vec<Rank> =
            found.iter().map(|s| (s.price, s.purchases, std::cmp::Reverse(s.served), ids(&s.counts))).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn the_solver_finds_what_integer_programming_finds() {
    let mut random = Random::new(20_261_122);
    let (mut covered, mut refused) = (0, 0);
    for case in 0..600 {
        let minutes = if case % 3 == 0 { random.below(400) } else { 0 };
        let choice = |random: &mut Random| Choice {
            price: u128::from(random.below(5_000)),
            served: u128::from(random.below(900)),
            minutes: if minutes > 0 { random.below(90).min(minutes) } else { 0 },
            limit: (random.below(4) == 0).then(|| random.below(4)),
        };
        let count = 5 + random.below(20);
        let choices: Vec<Choice> = (0..count).map(|_| choice(&mut random)).collect();
        let target = u128::from(random.below(6_000));
        let max_purchases = (case % 4 == 0).then(|| 3 + random.below(12));
        let problem = Problem { choices, target, minutes, max_purchases };
        let found = cheapest(&problem, &mut Effort::of(100_000_000))
            .unwrap()
            .map(|solution| (solution.price, solution.purchases));
        assert_eq!(found, by_integer_programming(&problem), "{problem:?}");
        if found.is_some() { covered += 1 } else { refused += 1 }
    }
    assert!(covered > 300 && refused > 10, "the problems test both answers: {covered}, {refused}");
}

/// The least price and the fewest purchases at it, as one objective: small enough for a solver with floats.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "its numbers are floats"
)]
fn by_integer_programming(problem: &Problem) -> Option<(u128, u64)> {
    const WEIGHT: f64 = 1024.0;
    let float = |number: u128| f64::from(u32::try_from(number).unwrap());
    let mut all = variables!();
    let counts: Vec<_> = problem
        .choices
        .iter()
        .map(|choice| {
            all.add(
                variable().integer().min(0).max(choice.limit.map_or(2_000.0, |limit| float(limit.into()))),
            )
        })
        .collect();
    let sum = |of: &dyn Fn(&Choice) -> f64| -> Expression {
        problem.choices.iter().zip(&counts).map(|(choice, &count)| count * of(choice)).sum()
    };
    let mut model = all
        .minimise(sum(&|choice| float(choice.price) * WEIGHT + 1.0))
        .using(microlp)
        .with(constraint!(sum(&|choice| float(choice.served)) >= float(problem.target)))
        .with(constraint!(sum(&|choice| float(choice.minutes.into())) >= float(problem.minutes.into())));
    if let Some(most) = problem.max_purchases {
        model = model.with(constraint!(sum(&|_| 1.0) <= float(most.into())));
    }
    let solution = model.solve().ok()?;
    let bought: Vec<u64> = counts.iter().map(|&count| solution.value(count).round() as u64).collect();
    let price =
        problem.choices.iter().zip(&bought).map(|(choice, &count)| choice.price * u128::from(count)).sum();
    Some((price, bought.iter().sum()))
}

#[test]
fn needs_and_prices_of_the_contract_fit() {
    // 3,650 days, 100 TB, 10¹² minor units: the largest that the contract names.
    let plan =
        |price: u128, gb: u128| Choice { price, served: gb * 1_000_000 * 24 * 3650, minutes: 0, limit: None };
    let problem = Problem {
        choices: vec![plan(1_000_000_000_000, 7_000), plan(999_999_999_999, 6_999), plan(1, 0)],
        target: 100_000 * 1_000_000 * 24 * 3650,
        minutes: 0,
        max_purchases: None,
    };
    // 14 × 7,000 GB leave 2,000 GB: 15 purchases either way, and 15 × 6,999 = 104,985 GB are enough.
    let solution = cheapest(&problem, &mut Effort::of(100_000_000)).unwrap().unwrap();
    assert_eq!(
        (solution.price, solution.purchases, solution.counts),
        (15 * 999_999_999_999, 15, vec![(1, 15)])
    );
}

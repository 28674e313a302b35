//! The exact solver against independent ones: exhaustive search on small problems, integer programming on larger ones.

mod common;

use common::model::{prepared, question, request};
use common::{Random, always_the_same};
use good_lp::{Expression, Solution as _, SolverModel, constraint, microlp, variable, variables};
use proptest::prelude::*;
use simplan::domain::comparison::compare;
use simplan::domain::request::Question;
use simplan::domain::solver::{Choice, Effort, Problem, Solution, cheapest, trade_off};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many random problems each comparison takes.
const CASES: u32 = 3_000;

/// Steps enough for every search here.
const STEPS: u64 = 100_000_000;

/// A plan in bare numbers.
#[derive(Clone, Copy, Debug)]
struct Row {
    price: u128,
    time: u128,
    calls: u128,
    is_shared: bool,
    limit: Option<u64>,
}

/// The ways to buy a plan: for both, for time, for calls.
fn choices(plan: usize, row: &Row) -> impl Iterator<Item = Choice> + use<> {
    let &Row { price, time, calls, is_shared, limit } = row;
    let both = if is_shared { 0 } else { time.min(calls) };
    [(both, both), (time, 0), (0, calls)]
        .into_iter()
        .filter(|&(time, calls)| time > 0 || calls > 0)
        .map(move |(time, calls)| Choice { plan, price, time, calls, is_shared, limit })
}

/// Small numbers, so that ties of every kind are common: free plans, equal plans, plans with calls only.
fn problems() -> impl Strategy<Value = Problem<'static>> {
    let row = (
        0..7_u128,
        prop_oneof![1 => Just(0_u128), 6 => 4..24_u128],
        prop_oneof![1 => Just(0_u128), 2 => 2..9_u128],
        prop::bool::weighted(0.2),
        prop::option::weighted(0.3, 0..4_u64),
    );
    let row =
        row.prop_map(|(price, time, calls, is_shared, limit)| Row { price, time, calls, is_shared, limit });
    let calls = prop_oneof![2 => Just(0_u128), 1 => 1..12_u128];
    let most = prop::option::weighted(0.4, 0..7_u64);
    (prop::collection::vec(row, 0..4), 0..30_u128, calls, most).prop_map(
        |(rows, time, calls, max_purchases)| {
            let choices = rows.iter().enumerate().flat_map(|(plan, row)| {
                // Without a need of calls there are none, as the domain has it.
                choices(plan, &if calls == 0 { Row { calls: 0, ..*row } } else { *row })
            });
            Problem { choices: choices.collect(), time, calls, max_purchases, max_price: 1 << 100 }
        },
    )
}

/// What decides between two baskets: price, purchases, shared ones, plans, time (more is better), ids.
type Rank = (u128, u64, u64, usize, Reverse<u128>, Vec<usize>);

fn rank(problem: &Problem<'_>, counts: &[u64]) -> Rank {
    let bought = || problem.choices.iter().zip(counts.iter().copied());
    let sum = |of: fn(&Choice) -> u128| bought().map(|(choice, count)| of(choice) * u128::from(count)).sum();
    let times = |(choice, count): (&Choice, u64)| (0..count).map(|_| choice.plan).collect::<Vec<_>>();
    let mut ids: Vec<usize> = bought().flat_map(times).collect();
    ids.sort_unstable();
    let mut plans = ids.clone();
    plans.dedup();
    let shared = bought().filter(|(choice, _)| choice.is_shared).map(|(_, count)| count).sum();
    (
        sum(|choice| choice.price),
        ids.len() as u64,
        shared,
        plans.len(),
        Reverse(sum(|choice| choice.time)),
        ids,
    )
}

/// Every basket that covers a problem, by exhaustion: no way is ever useful more often than to cover everything.
fn exhaustive(problem: &Problem<'_>) -> Vec<Rank> {
    fn go(problem: &Problem<'_>, counts: &mut Vec<u64>, found: &mut Vec<Rank>) {
        let bought = || problem.choices.iter().zip(counts.iter().copied());
        let Some(choice) = problem.choices.get(counts.len()) else {
            let sum = |of: fn(&Choice) -> u128| {
                bought().map(|(choice, count)| of(choice) * u128::from(count)).sum::<u128>()
            };
            if sum(|choice| choice.time) >= problem.time && sum(|choice| choice.calls) >= problem.calls {
                found.push(rank(problem, counts));
            }
            return;
        };
        let counts_of_plan = bought().filter(|(other, _)| other.plan == choice.plan).map(|(_, count)| count);
        let of_plan: u64 = counts_of_plan.sum();
        let all: u64 = counts.iter().sum();
        let useful = |target: u128, each: u128| if each == 0 { 0 } else { target.div_ceil(each) };
        let useful = useful(problem.time, choice.time).max(useful(problem.calls, choice.calls));
        let mut most = u64::try_from(useful).unwrap();
        most = most.min(choice.limit.map_or(u64::MAX, |limit| limit - of_plan));
        most = most.min(problem.max_purchases.map_or(u64::MAX, |limit| limit - all));
        for count in 0..=most {
            counts.push(count);
            go(problem, counts, found);
            counts.pop();
        }
    }
    let mut found = Vec::new();
    go(problem, &mut Vec::new(), &mut found);
    found
}

/// The rank of a solution, whose count of purchases is right.
fn rank_of(problem: &Problem<'_>, solution: &Solution) -> Rank {
    let mut counts = vec![0; problem.choices.len()];
    for &(index, count) in &solution.counts {
        counts[index] = count;
    }
    let rank = rank(problem, &counts);
    assert_eq!(solution.purchases, rank.1);
    rank
}

proptest! {
    #![proptest_config(always_the_same(CASES))]

    #[test]
    fn the_solver_finds_what_exhaustion_finds(problem in problems()) {
        let expected = exhaustive(&problem).into_iter().min();
        let found = cheapest(&problem, &mut Effort::new(STEPS)).unwrap();
        prop_assert_eq!(found.map(|found| rank_of(&problem, &found)), expected);
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
        let found = trade_off(&problem, most, &mut Effort::new(STEPS)).unwrap();
        let found: Vec<Rank> = found.iter().map(|found| rank_of(&problem, found)).collect();
        prop_assert_eq!(found, expected);
    }
}

/// A stay of 60 days with 60 GB and 60 minutes: a GB is a day, and so is a minute.
const DAYS: u64 = 60;

/// A row of a catalogue, in whole MAD, days, GB and minutes.
#[derive(Clone, Copy, Debug)]
struct Offered {
    price: u64,
    days: u64,
    gb: u64,
    minutes: u64,
    is_shared: bool,
    limit: Option<u64>,
}

impl Offered {
    fn random(random: &mut Random) -> Self {
        Self {
            price: 1 + random.below(400),
            days: 1 + random.below(45),
            gb: if random.below(5) == 0 { 0 } else { 1 + random.below(40) },
            minutes: if random.below(3) == 0 { 1 + random.below(40) } else { 0 },
            is_shared: random.below(5) == 0,
            limit: (random.below(4) == 0).then(|| 1 + random.below(4)),
        }
    }

    fn data(&self) -> u64 {
        self.days.min(self.gb)
    }

    fn calls(&self) -> u64 {
        self.days.min(self.minutes)
    }

    /// The price with the days of data and of calls, in each use as a SIM.
    fn uses(&self) -> Vec<(u64, u64, u64)> {
        if self.is_shared {
            vec![(self.price, self.data(), 0), (self.price, 0, self.calls())]
        } else {
            vec![(self.price, self.data(), self.calls())]
        }
    }

    fn text(&self, id: &str, kind: &str) -> String {
        let Self { price, days, gb, minutes, is_shared, limit } = self;
        let balance = if *is_shared { "shared" } else { "separate" };
        let most = limit.map(|limit| format!("max{limit}")).unwrap_or_default();
        format!("{id} {kind} {price} {gb}GB {days}d {minutes}min {balance} {most}")
    }
}

#[test]
fn compare_finds_what_integer_programming_finds() {
    let mut random = Random::new(20_261_122);
    let mut covered = 0;
    let mut refused = 0;
    for case in 0..300 {
        let wants_calls = case % 3 > 0;
        let passes: Vec<Offered> = (0..4 + random.below(14)).map(|_| Offered::random(&mut random)).collect();
        let sims: Vec<Offered> = (0..random.below(3)).map(|_| Offered::random(&mut random)).collect();
        let max_purchases = (case % 4 == 0).then(|| 3 + random.below(9));
        let of_passes = passes.iter().zip(10..).map(|(pass, id)| pass.text(&format!("p{id}"), "pass"));
        let of_sims = sims.iter().zip(10..).map(|(sim, id)| sim.text(&format!("s{id}"), "sim"));
        let rows: Vec<String> = of_passes.chain(of_sims).collect();
        let texts: Vec<&str> = rows.iter().map(String::as_str).collect();
        let need = question(if wants_calls { "60d 60GB 60min" } else { "60d 60GB" });
        let prepared = prepared(&texts, request());
        let comparison = compare(&prepared, &Question { max_purchases, ..need });
        assert!(comparison.left_out.is_empty());
        let found = comparison.offers.first().map(|offer| {
            let total = prepared.exchange().shown(offer.basket.total()).unwrap();
            (u64::try_from(total.minor()).unwrap() / 100, offer.basket.purchases())
        });
        let expected = by_integer_programming(&passes, &sims, wants_calls, max_purchases);
        assert_eq!(found, expected, "case {case}: {texts:#?} {max_purchases:?}");
        if found.is_some() { covered += 1 } else { refused += 1 }
    }
    assert!(covered > 150 && refused > 10, "both answers occur: {covered}, {refused}");
}

/// The least price and the fewest purchases at it, after each SIM in each of its uses.
fn by_integer_programming(
    passes: &[Offered],
    sims: &[Offered],
    wants_calls: bool,
    max_purchases: Option<u64>,
) -> Option<(u64, u64)> {
    let calls = if wants_calls { DAYS } else { 0 };
    if sims.is_empty() {
        return after(passes, DAYS, calls, max_purchases);
    }
    let baskets = sims.iter().flat_map(Offered::uses).filter_map(|(price, of_data, of_calls)| {
        let most = max_purchases.map(|count| count - 1);
        let missing = (DAYS.saturating_sub(of_data), calls.saturating_sub(of_calls));
        after(passes, missing.0, missing.1, most).map(|(rest, purchases)| (price + rest, 1 + purchases))
    });
    baskets.min()
}

/// What covers this many days of data and of calls: of each plan some purchases for both, some for data, some for calls.
/// The price and the number of purchases are one objective, small enough for a solver with floats.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "its numbers are floats")]
fn after(passes: &[Offered], data: u64, calls: u64, max_purchases: Option<u64>) -> Option<(u64, u64)> {
    const WEIGHT: f64 = 1024.0;
    let float = |number: u64| f64::from(u32::try_from(number).unwrap());
    let mut all = variables!();
    let mut count = || all.add(variable().integer().min(0).max(200.0));
    let counts: Vec<_> = passes.iter().map(|_| [count(), count(), count()]).collect();
    let bought = || passes.iter().zip(&counts);
    let purchases = |[both, data, calls]: &[good_lp::Variable; 3]| *both + *data + *calls;
    let mut price = Expression::default();
    let mut number = Expression::default();
    let mut days = Expression::default();
    let mut days_of_calls = Expression::default();
    for (pass, of_pass) in bought() {
        let both = if pass.is_shared { 0 } else { pass.data().min(pass.calls()) };
        price += float(pass.price) * purchases(of_pass);
        number += purchases(of_pass);
        days += float(both) * of_pass[0] + float(pass.data()) * of_pass[1];
        days_of_calls += float(both) * of_pass[0] + float(pass.calls()) * of_pass[2];
    }
    let mut model = all
        .minimise(price * WEIGHT + number.clone())
        .using(microlp)
        .with(constraint!(days >= float(data)))
        .with(constraint!(days_of_calls >= float(calls)));
    if let Some(most) = max_purchases {
        model = model.with(constraint!(number <= float(most)));
    }
    for (pass, of_pass) in bought() {
        if let Some(limit) = pass.limit {
            model = model.with(constraint!(purchases(of_pass) <= float(limit)));
        }
    }
    let solution = model.solve().ok()?;
    let sum = |each: fn(&Offered) -> u64| -> u64 {
        bought()
            .map(|(pass, of_pass)| {
                let count: f64 = of_pass.iter().map(|&count| solution.value(count).round()).sum();
                each(pass) * count as u64
            })
            .sum()
    };
    Some((sum(|pass| pass.price), sum(|_| 1)))
}

#[test]
fn needs_and_prices_of_the_contract_fit() {
    // 100 years and a billion GB: 14 × 70,000,000 GB leave 20,000,000. That is 15 purchases either way, and
    // 15 × 69,999,999 GB are enough.
    let texts = [
        "big pass 9999999999999 70000000GB 36500d",
        "less pass 9999999999998.99 69999999GB 36500d",
        "nothing pass 0.01 0MB 1d 1min",
    ];
    let prepared = prepared(&texts, request());
    let offers = compare(&prepared, &question("36500d 1000000000GB")).offers;
    let expected = ["less:15 = 149999999999984.85 MAD"];
    let found: Vec<_> = offers.iter().map(|offer| common::model::short(offer, &prepared)).collect();
    assert_eq!(found, expected);
}

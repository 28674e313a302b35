//! The whole rank of the best basket, on plans that are covered by few numbers.

use crate::common::Random;
use crate::common::model::{plan, question, request};
use simplan::domain::comparison::compare;
use simplan::domain::prepared::PreparedCatalogue;
use simplan::domain::request::Question;
use std::cmp::Reverse;

/// What a plan is in numbers: everything times `days × 24 × GB × minutes`, so that nothing is divided.
#[derive(Clone, Debug)]
struct Row {
    id: String,
    price: u64,
    data: u64,
    calls: u64,
    is_shared: bool,
    limit: u64,
    is_sim: bool,
}

/// The order of the contract: total, purchases, shared, plans, time, ids.
type Rank = (u64, usize, usize, usize, Reverse<u64>, Vec<String>);

/// Plans of [`Row`] last a third of the stay or longer, so that no basket needs more than three purchases for its data
/// and three for its calls: baskets of up to six purchases and a SIM are all that can be best.
///
/// A stay of 12 days with 12 GB and, perhaps, 12 minutes: a GB is a day, and so is a minute.
const DAYS: u64 = 12;

fn rank(bought: &[(usize, u64, u64)], rows: &[Row]) -> Rank {
    let mut ids: Vec<String> = bought.iter().map(|(row, ..)| rows[*row].id.clone()).collect();
    ids.sort();
    let mut plans = ids.clone();
    plans.dedup();
    (
        bought.iter().map(|(row, ..)| rows[*row].price).sum(),
        bought.len(),
        bought.iter().filter(|(row, ..)| rows[*row].is_shared).count(),
        plans.len(),
        Reverse(bought.iter().map(|(_, data, _)| data).sum()),
        ids,
    )
}

/// The best basket by looking at all of them.
fn exhaustive(rows: &[Row], wants_calls: bool, most: usize) -> Option<Rank> {
    let sims: Vec<usize> = (0..rows.len()).filter(|&row| rows[row].is_sim).collect();
    let starts: Vec<Vec<(usize, u64, u64)>> = if sims.is_empty() {
        vec![Vec::new()]
    } else {
        sims.iter()
            .flat_map(|&sim| {
                let row = &rows[sim];
                if row.is_shared {
                    vec![vec![(sim, row.data, 0)], vec![(sim, 0, row.calls)]]
                } else {
                    vec![vec![(sim, row.data, row.calls)]]
                }
            })
            .collect()
    };
    // Every way to buy a pass.
    let mut ways = Vec::new();
    for (row, pass) in rows.iter().enumerate().filter(|(_, row)| !row.is_sim) {
        let both = pass.data.min(pass.calls);
        if both > 0 && !pass.is_shared {
            ways.push((row, both, both));
        }
        if pass.data > 0 {
            ways.push((row, pass.data, 0));
        }
        if pass.calls > 0 && wants_calls {
            ways.push((row, 0, pass.calls));
        }
    }
    let mut best: Option<Rank> = None;
    for start in starts {
        let mut stack = vec![(start, 0_usize)];
        while let Some((bought, from)) = stack.pop() {
            if bought.len() > most {
                continue;
            }
            let data: u64 = bought.iter().map(|(_, data, _)| data).sum();
            let calls: u64 = bought.iter().map(|(.., calls)| calls).sum();
            if data >= DAYS && (!wants_calls || calls >= DAYS) {
                let rank = rank(&bought, rows);
                if best.as_ref().is_none_or(|best| rank < *best) {
                    best = Some(rank);
                }
                continue;
            }
            for (at, way) in ways.iter().enumerate().skip(from) {
                let count = bought.iter().filter(|(row, ..)| *row == way.0).count() as u64;
                if count < rows[way.0].limit {
                    let mut with = bought.clone();
                    with.push(*way);
                    stack.push((with, at));
                }
            }
        }
    }
    best
}

fn random_rows(random: &mut Random, wants_calls: bool) -> Vec<Row> {
    let passes = 2 + random.below(4);
    let sims = random.below(3);
    let mut rows = Vec::new();
    for index in 0..passes + sims {
        let is_sim = index >= passes;
        let amount = |random: &mut Random| if random.below(4) == 0 { 0 } else { 4 + random.below(10) };
        let mut data = amount(random);
        let mut calls = if wants_calls { amount(random) } else { 0 };
        if is_sim && random.below(2) == 0 {
            (data, calls) = (0, 0);
        }
        if !is_sim && data == 0 && calls == 0 {
            data = 5;
        }
        rows.push(Row {
            id: format!("{}{}", if is_sim { "s" } else { "p" }, random.below(1_000)),
            price: if is_sim { random.below(4) * 5 } else { 5 * (1 + random.below(6)) },
            data,
            calls,
            is_shared: random.below(5) == 0,
            limit: if is_sim {
                1
            } else {
                [u64::MAX, u64::MAX, 1, 2, 3][usize::try_from(random.below(5)).unwrap()]
            },
            is_sim,
        });
    }
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    rows.dedup_by(|a, b| a.id == b.id);
    rows
}

/// The row as a plan. A validity is as long as what lasts longest.
fn text(row: &Row) -> String {
    let kind = if row.is_sim { "sim" } else { "pass" };
    let days = row.data.max(row.calls);
    let mut text = format!("{} {kind} {} {}GB", row.id, row.price, row.data);
    if days > 0 {
        text += &format!(" {days}d");
    }
    text += &format!(" {}min", row.calls);
    if row.is_shared {
        text += " shared";
    }
    if row.limit < u64::MAX && !row.is_sim {
        text += &format!(" max{}", row.limit);
    }
    text
}

fn found(prepared: &PreparedCatalogue, asked: &Question, rows: &[Row]) -> Option<Rank> {
    let comparison = compare(prepared, asked);
    assert!(comparison.offers.len() <= 1 && comparison.left_out.is_empty());
    let basket = &comparison.offers.first()?.basket;
    let rank = basket.rank();
    let mut ids: Vec<String> = Vec::new();
    for item in basket.items() {
        ids.extend(vec![item.plan.id.to_string(); usize::try_from(item.count).unwrap()]);
    }
    ids.sort();
    let minor: u64 = ids.iter().map(|id| rows.iter().find(|row| row.id == *id).unwrap().price).sum();
    let day = asked.need.hours(24).units();
    Some((
        minor,
        usize::try_from(rank.purchases).unwrap(),
        usize::try_from(rank.shared).unwrap(),
        usize::try_from(rank.plans).unwrap(),
        Reverse(u64::try_from(rank.covered.0.units() / day).unwrap()),
        ids,
    ))
}

#[track_caller]
fn check(cases: u64, wants_calls: bool, max_purchases: Option<u64>) {
    let mut random = Random::new(cases + u64::from(wants_calls));
    let mut fitting = 0;
    for case in 0..cases {
        let rows = random_rows(&mut random, wants_calls);
        let plans: Vec<_> = rows.iter().map(|row| plan(&text(row))).collect();
        let prepared = PreparedCatalogue::new(plans, request()).unwrap();
        let need = question(if wants_calls { "12d 12GB 12min" } else { "12d 12GB" });
        let asked = Question { max_purchases, ..need };
        let most = max_purchases.map_or(7, |count| usize::try_from(count).unwrap());
        let expected = exhaustive(&rows, wants_calls, most);
        assert_eq!(found(&prepared, &asked, &rows), expected, "case {case}: {rows:#?}");
        fitting += u64::from(expected.is_some());
    }
    assert!(fitting > cases / 4, "most cases fit: {fitting}");
}

#[test]
fn data_alone() {
    check(3_000, false, None);
}

#[test]
fn data_and_calls() {
    check(3_000, true, None);
}

#[test]
fn few_purchases() {
    check(1_500, false, Some(3));
    check(1_500, true, Some(4));
}

//! Leaving out choices that another one replaces in every basket.

use super::pareto::ParetoFront;
use super::{Choice, Problem, ratio};
use std::cmp::Reverse;

/// A choice that may be in a best basket, with its index in the problem.
pub(super) type Candidate = (usize, Choice);

/// The choices that may be in a best basket, by price per time, the best first; those of one plan stay side by side.
///
/// If the number of purchases matters beyond ties, `counted`, one choice replaces another only one for one.
pub(super) fn candidates(problem: &Problem<'_>, counted: bool) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = problem.choices.iter().copied().enumerate().collect();
    // What replaces comes before what it replaces: cheaper, then not shared, then more time, then the smaller id.
    all.sort_by(|(i, a), (j, b)| {
        let by_price = a.price.cmp(&b.price).then(a.is_shared.cmp(&b.is_shared));
        by_price.then(b.time.cmp(&a.time)).then(i.cmp(j))
    });
    let mut kept: Vec<Candidate> = Vec::new();
    let mut cheaper = ParetoFront::new(problem.calls > 0);
    for of_price in all.chunk_by(|(_, a), (_, b)| a.price == b.price) {
        let before = kept.len();
        for (index, choice) in of_price {
            let is_useless = choice.time == 0 && choice.calls == 0 || choice.limit == Some(0);
            let is_replaced =
                || kept[before..].iter().any(|(_, other)| replaces_at_its_price(other, choice, problem));
            if !is_useless && !cheaper.covers(0, choice.time, choice.calls) && !is_replaced() {
                kept.push((*index, *choice));
            }
        }
        for (_, choice) in kept[before..].iter().filter(|(_, choice)| is_unlimited(choice, problem)) {
            if !cheaper.covers(0, choice.time, choice.calls) {
                cheaper.insert(0, choice.time, choice.calls);
            }
        }
    }
    sort_by_ratio(&mut kept, problem);
    if !counted {
        drop_what_several_replace(&mut kept, problem);
    }
    kept
}

/// Whether a choice takes the place of another one in every basket, one for one, if it may be bought as often as is
/// useful: it covers as much and costs less or, at the same price, comes first in the order of baskets.
pub fn dominates(choice: &Choice, other: &Choice) -> bool {
    let rank = |choice: &Choice| (choice.price, choice.is_shared, Reverse(choice.time), choice.plan);
    choice.time >= other.time && choice.calls >= other.calls && rank(choice) < rank(other)
}

/// Whether a choice replaces another one of the same price. A plan that may be in a basket in another way too stays: to
/// replace one of its ways could make one plan more.
fn replaces_at_its_price(choice: &Choice, other: &Choice, problem: &Problem<'_>) -> bool {
    let is_one_way =
        || problem.calls == 0 || problem.choices.iter().filter(|own| own.plan == other.plan).count() == 1;
    dominates(choice, other)
        && is_unlimited(choice, problem)
        && (!choice.is_shared && other.is_shared || is_one_way())
}

/// Sorts by price per time, the best first, each plan at the place of its best choice.
fn sort_by_ratio(kept: &mut [Candidate], problem: &Problem<'_>) {
    let ratio = |choice: &Choice| (choice.price, choice.time.min(problem.time));
    kept.sort_by(|(i, a), (j, b)| {
        ratio::compare(ratio(a), ratio(b)).then(b.time.cmp(&a.time)).then(i.cmp(j))
    });
    if problem.calls == 0 {
        // Then every plan has one choice.
        return;
    }
    let mut places = std::collections::BTreeMap::new();
    for (place, (_, choice)) in kept.iter().enumerate() {
        places.entry(choice.plan).or_insert(place);
    }
    kept.sort_by_key(|(_, choice)| places[&choice.plan]);
}

/// Whether a plan can be bought as often as any basket could want it.
pub(super) fn is_unlimited(choice: &Choice, problem: &Problem<'_>) -> bool {
    choice.limit.is_none_or(|limit| limit >= most_of_plan(choice, problem))
}

/// The count at which one choice covers everything that it can cover.
pub(super) fn most_useful(choice: &Choice, problem: &Problem<'_>) -> u64 {
    let (for_time, for_calls) = counts_for(choice, problem);
    for_time.max(for_calls)
}

/// No basket needs a plan more often: it would have purchases that it does not need.
fn most_of_plan(choice: &Choice, problem: &Problem<'_>) -> u64 {
    if problem.calls == 0 {
        return most_useful(choice, problem);
    }
    let of_plan = problem.choices.iter().filter(|other| other.plan == choice.plan);
    of_plan.map(|choice| most_useful(choice, problem)).fold(0, u64::saturating_add)
}

fn counts_for(choice: &Choice, problem: &Problem<'_>) -> (u64, u64) {
    let count = |target: u128, each: u128| {
        let count = if each == 0 { 0 } else { ratio::div_ceil(target, each) };
        u64::try_from(count).unwrap_or(u64::MAX)
    };
    (count(problem.time, choice.time), count(problem.calls, choice.calls))
}

/// Drops choices that several purchases of a better one replace at a strictly lower price. They come by price per time.
///
/// The better ones tried are the first few by price per time: more would find little more.
fn drop_what_several_replace(kept: &mut Vec<Candidate>, problem: &Problem<'_>) {
    const TRIED: usize = 8;
    let unlimited = kept.iter().map(|(_, choice)| *choice).filter(|choice| is_unlimited(choice, problem));
    let better: Vec<Choice> = unlimited.take(TRIED).collect();
    kept.retain(|(_, choice)| {
        // Time beyond the target is worth nothing against a lower price, and so are calls beyond theirs.
        let time = choice.time.min(problem.time);
        let calls = choice.calls.min(problem.calls);
        let replaces = |better: &Choice| {
            let for_time = count_for(time, better.time)?;
            let for_calls = count_for(calls, better.calls)?;
            better.price.checked_mul(for_time.max(for_calls)).map(|price| price < choice.price)
        };
        !better.iter().any(|better| replaces(better) == Some(true))
    });
}

/// How many of `each` make `wanted`; `None` if none do.
fn count_for(wanted: u128, each: u128) -> Option<u128> {
    if wanted == 0 { Some(0) } else { (each > 0).then(|| ratio::div_ceil(wanted, each)) }
}

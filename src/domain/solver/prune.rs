//! Removes choices that another choice replaces in every basket.

use super::pareto::ParetoFront;
use super::{Choice, Problem, ratio};
use std::cmp::Reverse;

/// A choice that may be in a best basket, with its index in the problem.
pub(super) type Candidate = (usize, Choice);

/// The choices that may be in a best basket, by price per time, the best first. The choices of a plan stay together.
///
/// With `counted`, the number of purchases matters beyond ties, so several purchases never replace one.
pub(super) fn candidates(problem: &Problem<'_>, counted: bool) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = problem.choices.iter().copied().enumerate().collect();
    // A choice comes after all that may replace it: cheaper, then not shared, then more time, then the smaller id.
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
            if !is_useless
                && !cheaper.covers(0, choice.time, choice.calls)
                && !kept[before..].iter().any(|(_, other)| replaces_at_its_price(other, choice, problem))
            {
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

/// Whether a choice replaces another one in every basket, purchase for purchase, provided that it may be bought as
/// often as is useful: it covers at least as much and costs less or, at the same price, comes first in the order of
/// baskets.
pub fn dominates(choice: &Choice, other: &Choice) -> bool {
    choice.time >= other.time && choice.calls >= other.calls && rank(choice) < rank(other)
}

fn rank(choice: &Choice) -> (u128, bool, Reverse<u128>, usize) {
    (choice.price, choice.is_shared, Reverse(choice.time), choice.plan)
}

/// Whether a choice replaces another one of the same price. A plan with several choices is replaced only if that saves a
/// shared balance, because a basket may hold another of its choices too: replacing only one of them would add a plan.
fn replaces_at_its_price(choice: &Choice, other: &Choice, problem: &Problem<'_>) -> bool {
    dominates(choice, other)
        && is_unlimited(choice, problem)
        && (!choice.is_shared && other.is_shared || has_one_choice(other.plan, problem))
}

fn has_one_choice(plan: usize, problem: &Problem<'_>) -> bool {
    problem.calls == 0 || problem.choices.iter().filter(|choice| choice.plan == plan).count() == 1
}

/// Sorts by price per time, the best first. Each plan is placed by its best choice.
fn sort_by_ratio(kept: &mut [Candidate], problem: &Problem<'_>) {
    kept.sort_by(|(i, a), (j, b)| {
        ratio::compare((a.price, a.time.min(problem.time)), (b.price, b.time.min(problem.time)))
            .then(b.time.cmp(&a.time))
            .then(i.cmp(j))
    });
    if problem.calls == 0 {
        // Without calls every plan has only one choice.
        return;
    }
    let mut places = std::collections::BTreeMap::new();
    for (place, (_, choice)) in kept.iter().enumerate() {
        places.entry(choice.plan).or_insert(place);
    }
    kept.sort_by_key(|(_, choice)| places[&choice.plan]);
}

/// Whether a plan may be bought as often as any basket could need it.
pub(super) fn is_unlimited(choice: &Choice, problem: &Problem<'_>) -> bool {
    choice.limit.is_none_or(|limit| limit >= most_of_plan(choice, problem))
}

/// The most purchases of a choice that can be useful: those that cover all that it can cover.
pub(super) fn most_useful(choice: &Choice, problem: &Problem<'_>) -> u64 {
    useful_count(problem.time, choice.time).max(useful_count(problem.calls, choice.calls))
}

fn useful_count(target: u128, each: u128) -> u64 {
    let count = if each == 0 { 0 } else { ratio::div_ceil(target, each) };
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The most purchases of a plan, over all of its choices, that can be useful in a basket.
fn most_of_plan(choice: &Choice, problem: &Problem<'_>) -> u64 {
    if problem.calls == 0 {
        return most_useful(choice, problem);
    }
    let of_plan = problem.choices.iter().filter(|other| other.plan == choice.plan);
    of_plan.map(|choice| most_useful(choice, problem)).fold(0, u64::saturating_add)
}

/// Drops choices that several purchases of another choice replace at a strictly lower price.
///
/// Only the first few by price per time are tried as replacements, because more of them would hardly drop more.
fn drop_what_several_replace(kept: &mut Vec<Candidate>, problem: &Problem<'_>) {
    const TRIED: usize = 8;
    let unlimited = kept.iter().map(|(_, choice)| *choice).filter(|choice| is_unlimited(choice, problem));
    let better: Vec<Choice> = unlimited.take(TRIED).collect();
    kept.retain(|(_, choice)| {
        // Time and calls beyond their targets cannot make up for a lower price.
        let time = choice.time.min(problem.time);
        let calls = choice.calls.min(problem.calls);
        !better
            .iter()
            .any(|better| price_alone(better, time, calls).is_some_and(|price| price < choice.price))
    });
}

/// The price of covering time and calls with one choice alone. `None` if it cannot, or if the price overflows.
fn price_alone(choice: &Choice, time: u128, calls: u128) -> Option<u128> {
    let for_time = count_for(time, choice.time)?;
    let for_calls = count_for(calls, choice.calls)?;
    choice.price.checked_mul(for_time.max(for_calls))
}

/// How many times `each` reach `wanted`. `None` if they never do.
fn count_for(wanted: u128, each: u128) -> Option<u128> {
    if wanted == 0 { Some(0) } else { (each > 0).then(|| ratio::div_ceil(wanted, each)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(plan: usize, price: u128, time: u128, calls: u128) -> Choice {
        Choice { plan, price, time, calls, is_shared: false, limit: None }
    }

    fn shared(plan: usize, price: u128, time: u128, calls: u128) -> Choice {
        Choice { is_shared: true, ..choice(plan, price, time, calls) }
    }

    fn limited(limit: u64, plan: usize, price: u128, time: u128) -> Choice {
        Choice { limit: Some(limit), ..choice(plan, price, time, 0) }
    }

    fn problem(choices: &[Choice], calls: u128) -> Problem<'_> {
        Problem { choices: choices.into(), time: 10, calls, max_purchases: None, max_price: 1_000 }
    }

    /// Choices for a time of 10, and the indices of those that are left if one replaces another only one for one.
    #[track_caller]
    fn check(choices: &[Choice], expected: &[usize]) {
        check_both(choices, 0, expected);
    }

    /// The same for a time of 10 and so much of calls.
    #[track_caller]
    fn check_both(choices: &[Choice], calls: u128, expected: &[usize]) {
        let kept: Vec<usize> =
            candidates(&problem(choices, calls), true).iter().map(|(index, _)| *index).collect();
        assert_eq!(kept, expected);
    }

    /// Choices for a time of 10 and so much of calls, and the indices of those that are left if several of one may
    /// replace another.
    #[track_caller]
    fn check_several(choices: &[Choice], calls: u128, expected: &[usize]) {
        let kept: Vec<usize> =
            candidates(&problem(choices, calls), false).iter().map(|(index, _)| *index).collect();
        assert_eq!(kept, expected);
    }

    #[test]
    fn what_covers_nothing_goes() {
        check(&[choice(0, 5, 0, 0)], &[]);
        check(&[limited(0, 0, 5, 10)], &[]);
        check_both(&[choice(0, 5, 0, 3)], 10, &[0]);
    }

    #[test]
    fn a_cheaper_choice_replaces_what_covers_no_more() {
        check(&[choice(0, 6, 9, 0), choice(1, 5, 10, 0)], &[1]);
        check(&[choice(0, 6, 10, 0), choice(1, 5, 10, 0)], &[1]);
        check(&[choice(0, 6, 10, 0), choice(1, 5, 9, 0)], &[1, 0]);
        check_both(&[choice(0, 6, 10, 9), choice(1, 5, 10, 9)], 10, &[1]);
        check_both(&[choice(0, 6, 10, 9), choice(1, 5, 10, 8)], 10, &[1, 0]);
        // Two of it cover everything, so twice is as good as without limit.
        for (limit, expected) in [(1, &[0, 1][..]), (2, &[0]), (3, &[0])] {
            check(&[limited(limit, 0, 5, 5), choice(1, 6, 5, 0)], expected);
        }
    }

    #[test]
    fn of_equal_prices_the_order_of_baskets_decides() {
        check(&[choice(0, 5, 10, 0), choice(1, 5, 10, 0)], &[0]);
        check(&[choice(0, 5, 9, 0), choice(1, 5, 10, 0)], &[1]);
        check(&[shared(0, 5, 10, 0), choice(1, 5, 10, 0)], &[1]);
        check(&[limited(1, 0, 5, 5), choice(1, 5, 5, 0)], &[0, 1]);
        // One that is not shared and covers less replaces nothing.
        check(&[shared(0, 5, 10, 0), choice(1, 5, 9, 0)], &[0, 1]);
    }

    #[test]
    fn a_plan_of_two_ways_stays_unless_it_is_shared() {
        let best = choice(0, 5, 10, 10);
        check_both(&[best, choice(1, 5, 8, 8)], 10, &[0]);
        check_both(&[best, choice(1, 5, 8, 8), choice(1, 5, 9, 0)], 10, &[0, 2, 1]);
        check_both(&[best, shared(1, 5, 8, 0), shared(1, 5, 0, 8)], 10, &[0]);
        check_both(&[shared(0, 5, 10, 0), shared(1, 5, 8, 0), shared(1, 5, 0, 8)], 10, &[0, 1, 2]);
    }

    #[test]
    fn the_best_price_per_time_comes_first_and_a_plan_stays_together() {
        check(&[choice(0, 10, 1, 0), choice(1, 30, 10, 0)], &[1, 0]);
        // Time beyond the target is worth nothing: 20 for 10 and not for 20, against 15 for 9.
        check(&[choice(0, 20, 20, 0), choice(1, 15, 9, 0)], &[1, 0]);
        check_both(&[choice(0, 10, 10, 0), choice(0, 10, 2, 6), choice(1, 10, 5, 5)], 10, &[0, 1, 2]);
    }

    #[test]
    fn several_of_one_replace_another_if_they_cost_less() {
        let of_five = choice(0, 5, 5, 0);
        check_several(&[of_five, choice(1, 11, 10, 0)], 0, &[0]);
        check_several(&[of_five, choice(1, 11, 20, 0)], 0, &[0]);
        check_several(&[of_five, choice(1, 10, 10, 0)], 0, &[1, 0]);
        check_several(&[of_five, choice(1, 9, 6, 0)], 0, &[0, 1]);
        check_several(&[limited(1, 0, 5, 5), choice(1, 11, 10, 0)], 0, &[0, 1]);
        check(&[of_five, choice(1, 11, 10, 0)], &[0, 1]);
        // As many as its time and its calls take, and none if it covers no calls.
        check_several(&[of_five, choice(1, 11, 10, 3)], 10, &[0, 1]);
        check_several(&[choice(0, 5, 5, 2), choice(1, 16, 10, 6)], 10, &[0]);
        check_several(&[choice(0, 5, 5, 2), choice(1, 15, 10, 6)], 10, &[0, 1]);
        check_several(&[choice(0, 5, 0, 2), choice(1, 16, 0, 6)], 10, &[0]);
    }

    #[test]
    fn one_for_one() {
        let own = choice(1, 5, 8, 8);
        let check =
            |other: Choice, expected: bool| assert_eq!(dominates(&own, &other), expected, "{other:?}");
        check(own, false);
        check(choice(2, 5, 8, 8), true);
        check(choice(0, 5, 8, 8), false);
        check(choice(0, 6, 7, 7), true);
        check(choice(0, 6, 8, 8), true);
        check(choice(0, 6, 9, 7), false);
        check(choice(0, 6, 7, 9), false);
        check(choice(2, 4, 7, 7), false);
        check(choice(0, 5, 7, 8), true);
        check(choice(2, 5, 8, 7), true);
        check(choice(0, 5, 8, 7), false);
        check(shared(0, 5, 8, 8), true);
    }
}

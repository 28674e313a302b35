//! What is still missing costs at least so much: bounds that never pass the truth.
//!
//! Time costs at least the best price per time of the choices that are still to come, calls at least the best price
//! per time of calls. Both together cost more than the greater of the two: at the best price per time each plan's time is worth
//! something, and what the plan costs above that is for its calls. No plan is worth more than it costs at both prices
//! together (they are a solution of the dual linear program), so no purchases that cover both cost less than both.

use super::prune::Candidate;
use super::{Choice, Problem, ratio};

/// For each candidate the best that it and those after it can do.
pub(super) struct Bounds {
    /// The least price for time, as a fraction; `None` if none covers time.
    price_of_time: Vec<Option<(u128, u128)>>,
    price_of_calls: Vec<Option<(u128, u128)>>,
    /// The least price for calls beside `price_of_time`, over the time of that; only if calls are needed.
    price_beside_time: Vec<Option<(u128, u128)>>,
    most_time: Vec<u128>,
    most_calls: Vec<u128>,
    /// What every price is a multiple of, above 0.
    step: u128,
}

impl Bounds {
    /// A closing candidate is always still to come.
    pub(super) fn new(candidates: &[Candidate], problem: &Problem, closes: Option<Choice>) -> Self {
        let target = problem.time;
        let best = |fraction: &dyn Fn(&Choice) -> (u128, u128)| {
            let mut best: Option<(u128, u128)> =
                closes.as_ref().map(fraction).filter(|closing| closing.1 > 0);
            let mut from_the_end: Vec<_> = candidates
                .iter()
                .rev()
                .map(|(_, choice)| {
                    let own = fraction(choice);
                    if own.1 > 0 && best.is_none_or(|best| ratio::compare(own, best).is_lt()) {
                        best = Some(own);
                    }
                    best
                })
                .collect();
            from_the_end.reverse();
            from_the_end
        };
        let mut most_time: Vec<_> = candidates.iter().map(|(_, choice)| choice.time).collect();
        if let (Some(last), Some(closes)) = (most_time.last_mut(), closes) {
            *last = closes.time.max(*last);
        }
        let mut most_calls: Vec<_> = candidates.iter().map(|(_, choice)| choice.calls).collect();
        for index in (1..candidates.len()).rev() {
            most_time[index - 1] = most_time[index - 1].max(most_time[index]);
            most_calls[index - 1] = most_calls[index - 1].max(most_calls[index]);
        }
        // Time beyond the target is no use.
        let price_of_time = best(&|choice| (choice.price, choice.time.min(target)));
        let with_calls = if problem.calls > 0 { candidates.len() } else { 0 };
        let price_beside_time = (0..with_calls)
            .map(|index| {
                price_beside(
                    price_of_time[index]?,
                    candidates[index..].iter().map(|(_, choice)| choice),
                    target,
                )
            })
            .collect();
        Self {
            price_of_time,
            price_beside_time,
            price_of_calls: best(&|choice| (choice.price, choice.calls)),
            most_time,
            most_calls,
            step: candidates.iter().map(|(_, choice)| choice.price).fold(0, ratio::common_divisor).max(1),
        }
    }

    /// The least price and the least count that can cover what is missing with the candidates from `index` on;
    /// `None` if they cannot.
    pub(super) fn to_complete(&self, index: usize, time: u128, calls: u128) -> Option<(u128, u64)> {
        let (mut price, mut count) = (0, 0);
        if time > 0 {
            price = ratio::at_least(time, (*self.price_of_time.get(index)?)?);
            count = u64::try_from(ratio::div_ceil(time, self.most_time[index])).unwrap_or(u64::MAX);
        }
        if calls > 0 {
            price = price.max(ratio::at_least(calls, (*self.price_of_calls.get(index)?)?));
            let for_calls = ratio::div_ceil(calls, self.most_calls[index]);
            count = count.max(u64::try_from(for_calls).unwrap_or(u64::MAX));
        }
        if time > 0 && calls > 0 {
            let beside = self.price_beside_time[index];
            price = price.max(price_of_both(self.price_of_time[index], beside, time, calls).unwrap_or(0));
        }
        // Where every price is a multiple of 5.00, so is every sum.
        let price =
            if self.step > 1 { ratio::div_ceil(price, self.step).saturating_mul(self.step) } else { price };
        Some((price, count))
    }
}

/// What covers a problem costs no less; `None` if nothing covers it.
pub(super) fn least_price(problem: &Problem) -> Option<u128> {
    let (target, calls) = (problem.time, problem.calls);
    let rate_of = |each: &dyn Fn(&Choice) -> u128| {
        least_rate(problem.choices.iter().map(|choice| (choice.price, each(choice))))
    };
    let mut price = 0;
    if calls > 0 {
        price = ratio::at_least(calls, rate_of(&|choice| choice.calls)?);
    }
    if target > 0 {
        let time_rate = rate_of(&|choice| choice.time.min(target))?;
        price = price.max(ratio::at_least(target, time_rate));
        let beside = price_beside(time_rate, problem.choices.iter(), target).filter(|_| calls > 0);
        price = price.max(price_of_both(Some(time_rate), beside, target, calls).unwrap_or(0));
    }
    Some(price)
}

/// The least of some fractions whose denominator is not 0.
fn least_rate(rates: impl Iterator<Item = (u128, u128)>) -> Option<(u128, u128)> {
    let rates = rates.filter(|(_, each)| *each > 0);
    rates.reduce(|best, rate| if ratio::compare(rate, best).is_lt() { rate } else { best })
}

/// What calls cost at least if time costs `price` for `covered`: each plan's time is worth that much, and what the plan
/// costs above it is for its calls. The fraction is over `covered`.
fn price_beside<'p>(
    (price, covered): (u128, u128),
    plans: impl Iterator<Item = &'p Choice>,
    target: u128,
) -> Option<(u128, u128)> {
    let above = |plan: &Choice| {
        let worth = price.checked_mul(plan.time.min(target))?;
        Some((plan.price.checked_mul(covered)?.saturating_sub(worth), plan.calls))
    };
    let rates: Option<Vec<_>> = plans.filter(|plan| plan.calls > 0).map(above).collect();
    least_rate(rates?.into_iter())
}

/// The least price of time and calls together; `None` if that cannot be counted.
fn price_of_both(
    time_rate: Option<(u128, u128)>,
    beside: Option<(u128, u128)>,
    time: u128,
    calls: u128,
) -> Option<u128> {
    let (price, covered) = time_rate?;
    let (above, each) = beside?;
    let for_time = price.checked_mul(time)?.checked_mul(each)?;
    let for_calls = above.checked_mul(calls)?;
    Some(ratio::div_ceil(for_time.checked_add(for_calls)?, covered.checked_mul(each)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_cost_more_than_the_dearer_of_the_two() {
        let choice =
            |price, time, calls| Choice { plan: 0, price, time, calls, is_shared: false, limit: None };
        // 10 for 4 of time, 10 for 50 calls with 1 of time: that is worth 2.5, so 50 calls cost 7.5.
        let choices = vec![choice(10, 4, 0), choice(10, 1, 50)];
        let problem = |time, calls| Problem {
            choices: choices.clone(),
            time,
            calls,
            max_purchases: None,
            max_price: 1_000,
        };
        assert_eq!(least_price(&problem(8, 0)), Some(20));
        assert_eq!(least_price(&problem(0, 100)), Some(20));
        assert_eq!(least_price(&problem(8, 100)), Some(35));
        let without = Problem { choices: vec![choice(10, 4, 0)], ..problem(8, 100) };
        assert_eq!(least_price(&without), None);
    }
}

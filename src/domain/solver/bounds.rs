//! Lower bounds for the price of covering what is still missing.
//!
//! Time costs at least the best price per time of the remaining choices, and calls cost at least the best price per
//! time of calls. A stronger bound holds if both are missing: value the time of each choice at the best price per time,
//! and take the rest of its price as the price of its calls. At these two prices no choice is worth more than it costs
//! (they are a solution of the dual linear program), so purchases that cover both cost at least the sum.

use super::prune::Candidate;
use super::{Choice, Problem, ratio};

/// The lowest prices at which some choices cover time, calls, and both.
#[derive(Clone, Copy, Default)]
pub struct Prices {
    /// A price, and the time that it buys. `None` if no choice covers time.
    time: Option<(u128, u128)>,
    /// A price, and the time of calls that it buys. `None` if no choice covers calls.
    calls: Option<(u128, u128)>,
    /// The prices of time and of calls if both are missing, as two numerators and their common denominator.
    both: Option<(u128, u128, u128)>,
}

impl Prices {
    /// The lowest prices of some choices. Time beyond the target does not count.
    pub fn new(choices: impl Iterator<Item = Choice> + Clone, time: u128, calls: u128) -> Self {
        let mut prices = Self::default();
        choices.clone().for_each(|choice| prices.add(&choice, time));
        if calls > 0 {
            prices.add_both(choices, time);
        }
        prices
    }

    fn add(&mut self, choice: &Choice, target: u128) {
        self.time = lower_price(self.time, choice.price, choice.time.min(target));
        self.calls = lower_price(self.calls, choice.price, choice.calls);
    }

    /// Values each choice's time at the lowest price of time, and takes the rest of its price for its calls.
    fn add_both(&mut self, choices: impl Iterator<Item = Choice>, target: u128) {
        self.both = self.time.and_then(|(price, covered)| {
            let mut least: Option<(u128, u128)> = None;
            for choice in choices.filter(|choice| choice.calls > 0) {
                let worth = price.checked_mul(choice.time.min(target))?;
                let above = choice.price.checked_mul(covered)?.saturating_sub(worth);
                if least.is_none_or(|least| ratio::compare((above, choice.calls), least).is_lt()) {
                    least = Some((above, choice.calls));
                }
            }
            let (above, each) = least?;
            Some((price.checked_mul(each)?, above, covered.checked_mul(each)?))
        });
    }

    /// A lower bound for the price of this much time and calls. `None` if nothing covers them.
    pub fn least(&self, time: u128, calls: u128) -> Option<u128> {
        let mut price = 0;
        if time > 0 {
            price = ratio::at_least(time, self.time?);
        }
        if calls > 0 {
            price = price.max(ratio::at_least(calls, self.calls?));
        }
        if time > 0 && calls > 0 {
            let both = self.both.and_then(|(for_time, for_calls, over)| {
                let sum = for_time.checked_mul(time)?.checked_add(for_calls.checked_mul(calls)?)?;
                Some(ratio::div_ceil(sum, over))
            });
            price = price.max(both.unwrap_or(0));
        }
        Some(price)
    }
}

/// The lower of a price per covered time and that of a purchase, which covers nothing if `each` is 0.
fn lower_price(best: Option<(u128, u128)>, price: u128, each: u128) -> Option<(u128, u128)> {
    match best {
        _ if each == 0 => best,
        Some(best) if ratio::compare(best, (price, each)).is_le() => Some(best),
        _ => Some((price, each)),
    }
}

/// For each candidate, the best that it and the candidates after it can do.
pub(super) struct Bounds {
    prices: Vec<Prices>,
    most_time: Vec<u128>,
    most_calls: Vec<u128>,
    /// The common divisor of all prices, above 0.
    step: u128,
}

impl Bounds {
    /// The bounds of some candidates. A closing candidate remains available to the end.
    pub(super) fn new(candidates: &[Candidate], problem: &Problem<'_>, closes: Option<Choice>) -> Self {
        let mut most_time: Vec<_> = candidates.iter().map(|(_, choice)| choice.time).collect();
        if let (Some(last), Some(closes)) = (most_time.last_mut(), closes) {
            *last = closes.time.max(*last);
        }
        let mut most_calls: Vec<_> = candidates.iter().map(|(_, choice)| choice.calls).collect();
        for index in (1..candidates.len()).rev() {
            most_time[index - 1] = most_time[index - 1].max(most_time[index]);
            most_calls[index - 1] = most_calls[index - 1].max(most_calls[index]);
        }
        let mut so_far = Prices::new(closes.into_iter(), problem.time, 0);
        let mut prices = vec![Prices::default(); candidates.len()];
        for (index, (_, choice)) in candidates.iter().enumerate().rev() {
            so_far.add(choice, problem.time);
            if problem.calls > 0 {
                so_far.add_both(candidates[index..].iter().map(|(_, choice)| *choice), problem.time);
            }
            prices[index] = so_far;
        }
        let step = candidates.iter().map(|(_, choice)| choice.price).fold(0, ratio::common_divisor).max(1);
        Self { prices, most_time, most_calls, step }
    }

    /// A lower bound for the price of covering what is missing with the candidates from `index` on. `None` if they
    /// cannot cover it.
    pub(super) fn price(&self, index: usize, time: u128, calls: u128) -> Option<u128> {
        let price = self.prices[index].least(time, calls)?;
        // If every price is a multiple of 5.00, so is every sum.
        Some(if self.step > 1 { ratio::div_ceil(price, self.step).saturating_mul(self.step) } else { price })
    }

    /// A lower bound for the number of purchases that do so.
    pub(super) fn count(&self, index: usize, time: u128, calls: u128) -> u64 {
        least_count(time, self.most_time[index]).max(least_count(calls, self.most_calls[index]))
    }
}

/// How many purchases cover what is missing if each covers at most `most`.
fn least_count(missing: u128, most: u128) -> u64 {
    u64::try_from(ratio::div_ceil(missing, most.max(1))).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::solver::least_price;

    #[test]
    fn both_cost_more_than_the_dearer_of_the_two() {
        let choice =
            |price, time, calls| Choice { plan: 0, price, time, calls, is_shared: false, limit: None };
        // 4 units of time cost 10, so 1 unit is worth 2.5. The second choice has 1 unit, so its 50 calls cost 7.5.
        let choices = vec![choice(10, 4, 0), choice(10, 1, 50)];
        let problem = |time, calls| Problem {
            choices: (&choices).into(),
            time,
            calls,
            max_purchases: None,
            max_price: 1_000,
        };
        assert_eq!(least_price(&problem(8, 0)), Some(20));
        assert_eq!(least_price(&problem(0, 100)), Some(20));
        assert_eq!(least_price(&problem(8, 100)), Some(35));
        let without = Problem { choices: (&choices[..1]).into(), ..problem(8, 100) };
        assert_eq!(least_price(&without), None);
        // What covers only calls is enough if no time is missing.
        let of_calls = [choice(10, 0, 50)];
        let only_calls = Problem { choices: (&of_calls).into(), ..problem(0, 100) };
        assert_eq!(least_price(&only_calls), Some(20));
    }
}

//! What is still missing costs at least so much: bounds that never pass the truth.
//!
//! Time costs at least the best price per time of the choices that are still to come, calls at least the best price
//! per time of calls. Both together cost more than the greater of the two: at the best price per time each plan's time is worth
//! something, and what the plan costs above that is for its calls. No plan is worth more than it costs at both prices
//! together (they are a solution of the dual linear program), so no purchases that cover both cost less than both.

use super::prune::Candidate;
use super::{Choice, Problem, ratio};

/// The least prices at which some choices cover time, calls, and both.
#[derive(Clone, Copy, Default)]
pub struct Prices {
    /// A price for some time; `None` if none covers time.
    time: Option<(u128, u128)>,
    calls: Option<(u128, u128)>,
    /// The weights of time and calls in what both cost, over a third number.
    both: Option<(u128, u128, u128)>,
}

impl Prices {
    /// The least prices of some choices for a target: time beyond it is no use.
    pub fn of(choices: impl Iterator<Item = Choice> + Clone, time: u128, calls: u128) -> Self {
        let mut prices = Self::default();
        choices.clone().for_each(|choice| prices.add(&choice, time));
        if calls > 0 {
            prices.add_both(choices, time);
        }
        prices
    }

    fn add(&mut self, choice: &Choice, target: u128) {
        let least = |best: Option<(u128, u128)>, each: u128| match best {
            _ if each == 0 => best,
            Some(best) if ratio::compare(best, (choice.price, each)).is_le() => Some(best),
            _ => Some((choice.price, each)),
        };
        self.time = least(self.time, choice.time.min(target));
        self.calls = least(self.calls, choice.calls);
    }

    /// Each choice's time is worth the least price of time, and what the choice costs above it is for its calls.
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

    /// What so much time and calls cost at least; `None` if nothing covers them.
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

/// For each candidate the best that it and those after it can do.
pub(super) struct Bounds {
    prices: Vec<Prices>,
    most_time: Vec<u128>,
    most_calls: Vec<u128>,
    /// What every price is a multiple of, above 0.
    step: u128,
}

impl Bounds {
    /// A closing candidate is always still to come.
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
        let mut so_far = Prices::of(closes.into_iter(), problem.time, 0);
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

    /// The least price that can cover what is missing with the candidates from `index` on; `None` if they cannot.
    pub(super) fn price(&self, index: usize, time: u128, calls: u128) -> Option<u128> {
        let price = self.prices[index].least(time, calls)?;
        // Where every price is a multiple of 5.00, so is every sum.
        Some(if self.step > 1 { ratio::div_ceil(price, self.step).saturating_mul(self.step) } else { price })
    }

    /// The least count of purchases that can, if they can.
    pub(super) fn count(&self, index: usize, time: u128, calls: u128) -> u64 {
        let count = |missing: u128, most: u128| {
            u64::try_from(ratio::div_ceil(missing, most.max(1))).unwrap_or(u64::MAX)
        };
        count(time, self.most_time[index]).max(count(calls, self.most_calls[index]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::solver::least_price;

    #[test]
    fn both_cost_more_than_the_dearer_of_the_two() {
        let choice =
            |price, time, calls| Choice { plan: 0, price, time, calls, is_shared: false, limit: None };
        // 10 for 4 of time, 10 for 50 calls with 1 of time: that is worth 2.5, so 50 calls cost 7.5.
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

//! First baskets, found before the search begins. The better they are, the less has to be searched.

use super::super::prune::{is_unlimited, most_useful};
use super::super::{TooLarge, ratio};
use super::{Label, Search};

impl Search<'_> {
    /// Tries one candidate repeated alone, if that covers the need, for a first incumbent.
    pub(super) fn try_alone(&mut self, index: usize) -> Result<(), TooLarge> {
        let choice = self.candidates[index].1;
        let copies = most_useful(&choice, self.problem);
        let covers_time = choice.time > 0 || self.problem.time == 0;
        let covers_calls = choice.calls > 0 || self.problem.calls == 0;
        if !covers_time || !covers_calls || choice.limit.is_some_and(|limit| copies > limit) {
            return Ok(());
        }
        let before = self.purchases.len();
        let label = self.bought(Label::START, index, copies)?;
        if !self.is_complete(&label) {
            // The number of purchases that are needed overflows.
            return Err(TooLarge::Count);
        }
        if !self.take(label) {
            self.purchases.truncate(before);
        }
        Ok(())
    }

    /// Tries baskets of one candidate for calls, the best one for time, and another one for the rest of the time.
    /// Without them the first incumbent would be a single plan that happens to cover both.
    pub(super) fn try_three(&mut self) {
        const TRIED: usize = 8;
        // Candidates come by price per time, the best first.
        let unlimited = (0..self.candidates.len()).filter(|&index| self.candidates[index].1.limit.is_none());
        let for_time: Vec<usize> =
            unlimited.clone().filter(|&index| self.candidates[index].1.time > 0).take(TRIED).collect();
        let mut for_calls: Vec<usize> =
            unlimited.filter(|&index| self.candidates[index].1.calls > 0).collect();
        for_calls
            .sort_by(|&a, &b| ratio::compare(self.price_of_calls(a), self.price_of_calls(b)).then(a.cmp(&b)));
        let Some(&most_of_it) = for_time.first() else { return };
        for &first in for_calls.iter().take(TRIED) {
            let count = ratio::div_ceil(self.problem.calls, self.candidates[first].1.calls);
            let Ok(count) = u64::try_from(count) else { continue };
            for &end in &for_time {
                let before = self.purchases.len();
                // A basket whose sums overflow is not tried.
                let basket = self.first_basket([first, most_of_it, end], count);
                if !basket.is_ok_and(|label| self.take(label)) {
                    self.purchases.truncate(before);
                }
            }
        }
    }

    /// A price, and the time of calls that it buys.
    fn price_of_calls(&self, index: usize) -> (u128, u128) {
        let choice = self.candidates[index].1;
        (choice.price, choice.calls)
    }

    /// Tries baskets of the closing candidate and at most two others. They are quick to find and often the best.
    pub(super) fn try_pairs(&mut self) {
        const TRIED: u64 = 3;
        let best = self.candidates[0].1;
        // A candidate that covers more costs more, so the first that covers enough is the cheapest.
        let mut by_time: Vec<usize> = (0..self.candidates.len()).collect();
        by_time.retain(|&index| is_unlimited(&self.candidates[index].1, self.problem));
        by_time.sort_by_key(|&index| self.candidates[index].1.time);
        let whole = u64::try_from(self.problem.time / best.time).unwrap_or(u64::MAX);
        for copies in (whole.saturating_sub(TRIED - 1)..=whole).rev() {
            let before = self.purchases.len();
            let missing = self.problem.time.saturating_sub(best.time.saturating_mul(copies.into()));
            let ends = by_time.iter().filter_map(|&first| {
                let choice = self.candidates[first].1;
                let rest = missing.saturating_sub(choice.time);
                let at = by_time.partition_point(|&index| self.candidates[index].1.time < rest);
                let &second = by_time.get(at)?;
                let price = if rest > 0 { self.candidates[second].1.price } else { 0 };
                Some((choice.price.checked_add(price)?, first, (rest > 0).then_some(second)))
            });
            let Some((_, first, second)) = ends.min() else { continue };
            // A basket whose sums overflow is not tried.
            let basket = self.closed_by(copies, first, second);
            if !basket.is_ok_and(|label| self.take(label)) {
                self.purchases.truncate(before);
            }
        }
    }

    /// Buys `copies` of the closing candidate, one of `first` if time is still missing, and one of `second`.
    fn closed_by(&mut self, copies: u64, first: usize, second: Option<usize>) -> Result<Label, TooLarge> {
        let mut label = self.bought_some(Label::START, 0, copies.into())?;
        if label.time < self.problem.time {
            label = self.bought(label, first, 1)?;
        }
        match second {
            Some(second) => self.bought(label, second, 1),
            None => Ok(label),
        }
    }

    /// Buys `count` of the first candidate, as many of the second as fit into the rest, and the third until the end.
    fn first_basket(&mut self, [first, whole, end]: [usize; 3], count: u64) -> Result<Label, TooLarge> {
        let mut label = self.bought(Label::START, first, count)?;
        let copies = self.problem.time.saturating_sub(label.time) / self.candidates[whole].1.time;
        label = self.bought_some(label, whole, copies)?;
        let copies = self.problem.time.saturating_sub(label.time).div_ceil(self.candidates[end].1.time);
        self.bought_some(label, end, copies)
    }

    /// The label after buying `copies` more of a candidate, which may be 0.
    fn bought_some(&mut self, label: Label, index: usize, copies: u128) -> Result<Label, TooLarge> {
        match u64::try_from(copies) {
            Ok(0) => Ok(label),
            Ok(copies) => self.bought(label, index, copies),
            Err(_) => Err(TooLarge::Count),
        }
    }
}

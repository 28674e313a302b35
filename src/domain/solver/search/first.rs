//! First baskets, found before the search: the better they are, the less has to be searched.

use super::super::prune::{is_unlimited, most_useful};
use super::super::{Choice, TooLarge, ratio};
use super::{Label, Search};

impl Search<'_> {
    /// One candidate repeated alone, where that covers the need: a first price to bound by.
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
            // More would be needed than can be counted.
            return Err(TooLarge::Count);
        }
        if !self.take(label) {
            self.purchases.truncate(before);
        }
        Ok(())
    }

    /// A first basket of one candidate for the minutes, the best one for time and another for its end: without it the
    /// first price would be that of a plan that happens to hold both.
    pub(super) fn try_three(&mut self) {
        const TRIED: usize = 8;
        let limited = |choice: &Choice| choice.limit.is_some();
        // Candidates come by price per time, the best first.
        let serving =
            |index: &usize| self.candidates[*index].1.time > 0 && !limited(&self.candidates[*index].1);
        let for_time: Vec<usize> = (0..self.candidates.len()).filter(serving).take(TRIED).collect();
        let holding =
            |index: &usize| self.candidates[*index].1.calls > 0 && !limited(&self.candidates[*index].1);
        let mut for_calls: Vec<usize> = (0..self.candidates.len()).filter(holding).collect();
        for_calls.sort_by(|&a, &b| {
            let rate = |index: usize| {
                let choice = self.candidates[index].1;
                (choice.price, choice.calls)
            };
            ratio::compare(rate(a), rate(b)).then(a.cmp(&b))
        });
        let Some(&most_of_it) = for_time.first() else { return };
        for &first in for_calls.iter().take(TRIED) {
            let count = ratio::div_ceil(self.problem.calls, self.candidates[first].1.calls);
            let Ok(count) = u64::try_from(count) else { continue };
            for &end in &for_time {
                let before = self.purchases.len();
                // A first basket whose sums do not fit is none.
                let basket = self.first_basket([first, most_of_it, end], count);
                if !basket.is_ok_and(|label| self.take(label)) {
                    self.purchases.truncate(before);
                }
            }
        }
    }

    /// A first basket of the closing candidate and at most two others: it costs little to find, and is often the best.
    pub(super) fn try_pairs(&mut self) {
        const TRIED: u64 = 3;
        let best = self.candidates[0].1;
        // Whatever serves more costs more: of those that serve enough, the first is the cheapest.
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
            // A first basket whose sums do not fit is none.
            let basket = self.closed_by(copies, first, second);
            if !basket.is_ok_and(|label| self.take(label)) {
                self.purchases.truncate(before);
            }
        }
    }

    /// So many of the closing candidate, and after it one of another or two where they are still wanted.
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

    /// So many of the first candidate, whole ones of the second, and what the third makes of the rest.
    fn first_basket(&mut self, [first, whole, end]: [usize; 3], count: u64) -> Result<Label, TooLarge> {
        let mut label = self.bought(Label::START, first, count)?;
        let copies = self.problem.time.saturating_sub(label.time) / self.candidates[whole].1.time;
        label = self.bought_some(label, whole, copies)?;
        let copies = self.problem.time.saturating_sub(label.time).div_ceil(self.candidates[end].1.time);
        self.bought_some(label, end, copies)
    }

    /// A label after so many more of a candidate, perhaps none.
    fn bought_some(&mut self, label: Label, index: usize, copies: u128) -> Result<Label, TooLarge> {
        match u64::try_from(copies) {
            Ok(0) => Ok(label),
            Ok(copies) => self.bought(label, index, copies),
            Err(_) => Err(TooLarge::Count),
        }
    }
}

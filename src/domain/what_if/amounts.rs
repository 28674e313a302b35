//! How much data a budget buys as it grows, and the amounts at which it buys more.
//!
//! On one line, more money never buys less data, and at the same data never a worse basket. So a range of amounts with
//! the same answer at both ends has it in between, too. The amount at which a line gives more is the total of its
//! cheapest basket for one kB more, as it is shown. That is tried first. If it is not the next step, because a total is
//! only a lower bound, the range is halved. The first line of an answer can only change where some line changes.

use super::{MOST_CHANGES, Winner, WinningRange, WinningRanges, is_same};
use crate::domain::budget::{Budgeted, MostData, best_with, of_one_line};
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::request::Question;
use crate::domain::volume::DataVolume;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

impl Winner for Budgeted {
    fn is_same(&self, other: &Self) -> bool {
        self.most == other.most && self.offer.is_same(&other.offer)
    }
}

/// What each amount of a range buys, as the first line of [`most_data`](crate::domain::budget::most_data) has it. The
/// amounts are minor units of the shown currency.
///
/// # Errors
/// As [`best`](crate::domain::comparison::best), and `too-many-changes`.
pub fn bought(
    prepared: &PreparedCatalogue,
    question: &Question,
    range: RangeInclusive<u64>,
) -> Result<Vec<WinningRange<Budgeted>>, Error> {
    let mut lines = Vec::new();
    for line in prepared.lines() {
        let of_line = prepared.restricted(|plan| plan.line == line.name)?;
        lines.push(LineBudget { of_line, question }.pieces(range.clone())?);
    }
    let mut pieces = WinningRanges::new(MOST_CHANGES);
    let starts: BTreeSet<u64> = lines.iter().flatten().map(|piece| piece.from).collect();
    let ends = starts.iter().skip(1).map(|start| start - 1).chain([*range.end()]);
    for (&from, to) in starts.iter().zip(ends) {
        let at_start = lines.iter().filter_map(|line| {
            let after = line.partition_point(|piece| piece.from <= from);
            line[after - 1].winner.as_ref()
        });
        pieces.push(from, to, at_start.min_by(|a, b| a.rank_cmp(b)))?;
    }
    Ok(pieces.pieces)
}

/// The budgets of one line.
struct LineBudget<'a> {
    of_line: PreparedCatalogue,
    question: &'a Question,
}

impl LineBudget<'_> {
    fn pieces(&self, range: RangeInclusive<u64>) -> Result<Vec<WinningRange<Budgeted>>, Error> {
        let (mut from, to) = range.into_inner();
        let mut pieces = WinningRanges::new(MOST_CHANGES);
        let mut first = self.winner(from)?;
        let last = self.winner(to)?;
        while let Some(step) = self.next_step(first.as_ref())?.filter(|step| (from + 1..=to).contains(step)) {
            let before = self.winner(step - 1)?;
            if !is_same(first.as_ref(), before.as_ref()) {
                break;
            }
            pieces.push(from, step - 1, first.as_ref())?;
            from = step;
            first = self.winner(step)?;
        }
        pieces.fill((from, first.as_ref()), (to, last.as_ref()), &mut |at| self.winner(at))?;
        Ok(pieces.pieces)
    }

    fn winner(&self, minor: u64) -> Result<Option<Budgeted>, Error> {
        let most = Money::from_minor(minor.into(), self.of_line.request().currency)?;
        of_one_line(&self.of_line, &Question { max_total: Some(most), ..self.question.clone() })
    }

    /// The amount at which the line gives more, if all its totals are fully known. `None` if it never does.
    fn next_step(&self, winner: Option<&Budgeted>) -> Result<Option<u64>, Error> {
        let kb = match winner.map(|winner| winner.most) {
            None => 0,
            Some(MostData::Volume(volume)) => volume.kb(),
            Some(MostData::Unlimited) => return Ok(None),
        };
        let without_limit = Question { max_total: None, ..self.question.clone() };
        let Some(next) = best_with(&self.of_line, &without_limit, DataVolume::from_kb(kb + 1))? else {
            return Ok(None);
        };
        let total = self.of_line.exchange().shown(next.basket.total())?;
        Ok(u64::try_from(total.minor()).ok())
    }
}

//! Which offer is the cheapest as one quantity moves, and where exactly another one takes over.
//!
//! **Data.** The baskets that cover a need are fewer the more data it has, because no purchase lasts longer then. So what
//! decides first between two baskets, their total and their purchases, only gets worse, and if it is the same at both
//! ends of a range, it is the same in between. Of baskets that tie in it, the one that covers the most time wins. Between
//! two bends (see `bends`) that time changes evenly with the data: a basket that ties and loses at both ends loses in
//! between. So the range is cut at the bends, and of each part only the ends are asked; while they differ, the part is halved. Each point
//! is asked of the one solver.
//!
//! Only with call minutes can two baskets tie in everything but the time and change places twice inside of a part,
//! because the same purchases can serve data and calls in several ways. Every break-even point is exact then, too, but a
//! pair of them may be missing, between baskets with the same total and as many purchases.
//!
//! **Days** are few, and all of them are asked. **A budget** buys more data at [certain amounts](amounts).

pub mod amounts;
mod bends;
pub mod robust;
pub mod sellers;

use super::comparison::{Offer, best};
use super::error::Error;
use super::need::Need;
use super::prepared::PreparedCatalogue;
use super::request::Question;
use super::time::Stay;
use super::volume::DataVolume;
use bends::bends;
use std::ops::RangeInclusive;

/// How many times the winner of a range may change. An answer with more of them helps nobody.
pub const MOST_CHANGES: usize = 1_000;

/// How many days a range may have.
pub const MOST_DAYS: u64 = 366;

/// What moves, in whole kB or days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moving {
    /// The data over the stay, in kB.
    Data,
    /// The data of each day, in kB.
    DailyData,
    /// The days of the stay, with the same data over each stay.
    Days,
    /// The days of the stay, with this data each day.
    DaysAt(DataVolume),
}

impl Moving {
    /// The question at a point, with everything else as in another question.
    ///
    /// # Errors
    /// As [`Need::new`], [`Need::per_day`] and [`Stay::from_days`].
    pub fn question(self, question: &Question, at: u64) -> Result<Question, Error> {
        let asked = question.asked();
        let need = match self {
            Self::Data => Need::new(asked.stay(), DataVolume::from_kb(at), asked.minutes()),
            Self::DailyData => Need::per_day(asked.stay(), DataVolume::from_kb(at), asked.minutes()),
            Self::Days => Need::new(Stay::from_days(at)?, asked.data(), asked.minutes()),
            Self::DaysAt(daily) => Need::per_day(Stay::from_days(at)?, daily, asked.minutes()),
        };
        question.with_asked(need?)
    }

    fn is_of_days(self) -> bool {
        matches!(self, Self::Days | Self::DaysAt(_))
    }
}

/// A range in which the same purchases win.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WinningRange<W> {
    /// The first point.
    pub from: u64,
    /// The last point.
    pub to: u64,
    /// What wins, as it is at the first point; `None` if nothing fits.
    pub winner: Option<W>,
}

/// What can win in a range.
pub trait Winner: Clone {
    /// Whether both are the same answer.
    fn is_same(&self, other: &Self) -> bool;
}

impl Winner for Offer {
    fn is_same(&self, other: &Self) -> bool {
        self.lines == other.lines && self.basket.buys_the_same(&other.basket)
    }
}

/// The best offer at each point of a range, in pieces: two that are next to each other have different offers.
///
/// # Errors
/// As [`best`] and [`Moving::question`]; `too-many-changes` past [`MOST_CHANGES`].
pub fn winners(
    prepared: &PreparedCatalogue,
    question: &Question,
    moving: Moving,
    range: RangeInclusive<u64>,
) -> Result<Vec<WinningRange<Offer>>, Error> {
    winners_with(prepared, question, moving, range, MOST_CHANGES)
}

/// The same with another limit for the changes.
///
/// # Errors
/// As [`winners`].
pub fn winners_with(
    prepared: &PreparedCatalogue,
    question: &Question,
    moving: Moving,
    range: RangeInclusive<u64>,
    most_changes: usize,
) -> Result<Vec<WinningRange<Offer>>, Error> {
    let sweep = Sweep { prepared, question, moving };
    let mut pieces = WinningRanges::new(most_changes);
    for part in sweep.parts(range)? {
        let first = sweep.winner(*part.start())?;
        let last = if part.start() == part.end() { first.clone() } else { sweep.winner(*part.end())? };
        pieces.fill((*part.start(), first.as_ref()), (*part.end(), last.as_ref()), &mut |at| {
            sweep.winner(at)
        })?;
    }
    Ok(pieces.pieces)
}

/// The piece around the data of a question in which its best offer stays the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The least data; `None` if there is no limit.
    pub from: Option<DataVolume>,
    /// The most data; `None` if there is no limit.
    pub to: Option<DataVolume>,
}

/// How many steps each search for a [`Reach`] may take. A remark is not worth a long wait.
const EFFORT: u64 = 200_000;

/// How far the data may move from that of the question before the `first` offer is not the best any more. `None` if a
/// search is too large, and for baskets over two lines: asking for them at each step takes too long for a remark.
pub fn reach(prepared: &PreparedCatalogue, question: &Question, first: &Offer) -> Option<Reach> {
    if question.two_lines {
        return None;
    }
    let question = Question { effort: EFFORT.min(question.effort), ..question.clone() };
    let sweep = Sweep { prepared, question: &question, moving: Moving::Data };
    let at = question.asked().data().kb();
    let most = largest(1, Need::MOST_DATA.kb(), |kb| sweep.counted(kb).is_some())?;
    let parts = sweep.parts(1..=most).ok()?;
    let own = parts.iter().position(|part| part.contains(&at))?;
    let above = parts[own..].iter().map(|part| (*part.start()).max(at)..=*part.end());
    let below = parts[..=own].iter().rev().map(|part| (*part.end()).min(at)..=*part.start());
    let from = sweep.last_won(first, at, below)?;
    let to = sweep.last_won(first, at, above)?;
    Some(Reach {
        from: (from > 1).then_some(DataVolume::from_kb(from)),
        to: (to < most).then_some(DataVolume::from_kb(to)),
    })
}

/// A question one of whose quantities moves.
struct Sweep<'a> {
    prepared: &'a PreparedCatalogue,
    question: &'a Question,
    moving: Moving,
}

impl Sweep<'_> {
    fn winner(&self, at: u64) -> Result<Option<Offer>, Error> {
        let question = self.moving.question(self.question, at)?;
        Ok(best(self.prepared, &question, 1)?.pop())
    }

    /// Whether an offer wins at a point. `None` if the search is too large.
    fn is_won_by(&self, offer: &Offer, at: u64) -> Option<bool> {
        Some(self.winner(at).ok()?.is_some_and(|winner| winner.is_same(offer)))
    }

    /// The last point at which an offer wins on the way through these parts, which lead away from `at`.
    fn last_won(
        &self,
        offer: &Offer,
        at: u64,
        parts: impl Iterator<Item = RangeInclusive<u64>>,
    ) -> Option<u64> {
        let mut won = at;
        for part in parts {
            let (start, end) = part.into_inner();
            if !self.is_won_by(offer, start)? {
                break;
            }
            won = self.last_won_in(offer, start, end)?;
            if won != end {
                break;
            }
        }
        Some(won)
    }

    /// The same inside of one part, from a point where the offer wins. The steps are doubled until it loses, because
    /// most ends are near, and a search far away takes long.
    fn last_won_in(&self, offer: &Offer, start: u64, end: u64) -> Option<u64> {
        let mut won = start;
        let mut step = start.div_ceil(8);
        let mut lost = loop {
            let next = if won.abs_diff(end) <= step {
                end
            } else if end > won {
                won + step
            } else {
                won - step
            };
            if !self.is_won_by(offer, next)? {
                break next;
            }
            won = next;
            if won == end {
                return Some(end);
            }
            step = step.saturating_mul(2);
        };
        while won.abs_diff(lost) > 1 {
            let middle = won.midpoint(lost);
            if self.is_won_by(offer, middle)? {
                won = middle;
            } else {
                lost = middle;
            }
        }
        Some(won)
    }

    /// The data that counts at a point, in kB, with its margin. `None` if it is too large.
    fn counted(&self, at: u64) -> Option<u64> {
        Some(self.moving.question(self.question, at).ok()?.need.data().kb())
    }

    /// The parts of a range between two bends.
    fn parts(&self, range: RangeInclusive<u64>) -> Result<Vec<RangeInclusive<u64>>, Error> {
        if self.moving.is_of_days() {
            return Ok(range.map(|day| day..=day).collect());
        }
        let (mut from, to) = range.into_inner();
        let asked = self.moving.question(self.question, to)?;
        let mut parts = Vec::new();
        for bend in bends(self.prepared, &asked) {
            let last = largest(from, to, |at| self.counted(at).is_some_and(|kb| kb <= bend));
            if let Some(last) = last.filter(|last| *last < to) {
                parts.push(from..=last);
                from = last + 1;
            }
        }
        parts.push(from..=to);
        Ok(parts)
    }
}

/// The largest number of a range for which something holds that holds for all smaller ones, too. `None` if it does not
/// hold for the first.
fn largest(from: u64, to: u64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    if holds(to) {
        return Some(to);
    }
    if !holds(from) {
        return None;
    }
    let mut good = from;
    let mut bad = to;
    while bad - good > 1 {
        let middle = good.midpoint(bad);
        if holds(middle) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    Some(good)
}

/// A point and what wins there.
type At<'w, W> = (u64, Option<&'w W>);

/// Ranges as they are found, from the first point to the last.
struct WinningRanges<W> {
    pieces: Vec<WinningRange<W>>,
    most_changes: usize,
}

impl<W: Winner> WinningRanges<W> {
    fn new(most_changes: usize) -> Self {
        Self { pieces: Vec::new(), most_changes }
    }

    /// Adds the pieces from one point to another, in a range in which a winner of both ends wins in between, too.
    fn fill(
        &mut self,
        low: At<'_, W>,
        high: At<'_, W>,
        winner: &mut dyn FnMut(u64) -> Result<Option<W>, Error>,
    ) -> Result<(), Error> {
        if is_same(low.1, high.1) {
            return self.push(low.0, high.0, low.1);
        }
        let middle = low.0.midpoint(high.0);
        if middle == low.0 {
            self.push(low.0, low.0, low.1)?;
            return self.push(high.0, high.0, high.1);
        }
        let between = winner(middle)?;
        self.fill(low, (middle, between.as_ref()), winner)?;
        self.fill((middle, between.as_ref()), high, winner)
    }

    /// Adds a piece, or makes the last one longer if it has the same winner. Two of them may share a point.
    fn push(&mut self, from: u64, to: u64, winner: Option<&W>) -> Result<(), Error> {
        if let Some(last) = self.pieces.last_mut().filter(|last| is_same(last.winner.as_ref(), winner)) {
            last.to = to;
            return Ok(());
        }
        if self.pieces.len() > self.most_changes {
            return Err(Error::new("too-many-changes").with("max", self.most_changes as u64));
        }
        self.pieces.push(WinningRange { from, to, winner: winner.cloned() });
        Ok(())
    }
}

fn is_same<W: Winner>(one: Option<&W>, other: Option<&W>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is_same(other),
        (None, None) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests;

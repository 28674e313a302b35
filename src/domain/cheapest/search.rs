//! The search over labels.

mod first;

use super::bounds::Bounds;
use super::pareto::ParetoFront;
use super::prune::{Candidate, candidates, is_unlimited, most_useful};
use super::{Counts, Effort, Problem, Solution, TooLarge, ratio};
use std::cmp::Ordering;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// The one best basket.
    Cheapest,
    /// The one best basket of at most so many purchases.
    CheapestWithin(u64),
    /// Every basket of at most so many purchases that none beats in both count and price.
    TradeOff(u64),
}

impl Aim {
    /// How many purchases are allowed.
    fn most(self) -> Option<u64> {
        match self {
            Self::Cheapest => None,
            Self::CheapestWithin(most) | Self::TradeOff(most) => Some(most),
        }
    }
}

/// One way to buy from the plans looked at so far.
#[derive(Clone, Copy, Debug)]
struct Label {
    price: u128,
    count: u64,
    served: u128,
    minutes: u64,
    /// The purchase that led here, in [`Search::purchases`]; `None` at the start.
    last: Option<u32>,
}

impl Label {
    fn costs_as_much_as(&self, other: &Self) -> bool {
        (self.price, self.count) == (other.price, other.count)
    }
}

/// How many purchases the search remembers, some 24 bytes each beside their labels: past it an error is better than
/// a machine without memory.
const MOST_PURCHASES: usize = 8_000_000;

/// The most that a basket can cost: what [`Money`](crate::domain::money::Money) counts, in minor units.
const MOST_PRICE: u128 = (1 << 96) - 1;

/// The labels that are kept, in ascending order of price and count.
#[derive(Default)]
struct Kept {
    labels: Vec<Label>,
    /// Where the labels begin that cost as much as the last one.
    group: usize,
    /// What the labels before them reach.
    cheaper: ParetoFront,
}

impl Kept {
    /// The labels so far all cost less than the next one.
    fn close_group(&mut self, target: u128, counted: bool) {
        for label in &self.labels[self.group..] {
            let (count, served) = (if counted { label.count } else { 0 }, label.served.min(target));
            if !self.cheaper.covers(count, served, label.minutes) {
                self.cheaper.insert(count, served, label.minutes);
            }
        }
        self.group = self.labels.len();
    }
}

/// A purchase of `copies` of one candidate, after another purchase.
#[derive(Clone, Copy, Debug)]
struct Purchase {
    candidate: u32,
    copies: u64,
    before: Option<u32>,
}

/// The solutions: one at most, or by ascending count for [`Aim::TradeOff`].
pub(super) fn run(problem: &Problem, aim: Aim, effort: &mut Effort) -> Result<Vec<Solution>, TooLarge> {
    let counted = aim != Aim::Cheapest;
    let candidates = candidates(problem, counted);
    let best = candidates.first().map(|(_, choice)| *choice);
    let closes = best
        .filter(|best| !counted && problem.minutes == 0 && best.served > 0 && is_unlimited(best, problem));
    let bounds = Bounds::of(&candidates, problem, closes);
    let mut search = Search {
        problem,
        aim,
        effort,
        candidates,
        bounds,
        closes: closes.is_some(),
        purchases: Vec::new(),
        found: Vec::new(),
    };
    let start = Label { price: 0, count: 0, served: 0, minutes: 0, last: None };
    if search.is_complete(&start) {
        search.take(start);
        return Ok(search.solutions());
    }
    for index in 0..search.candidates.len() {
        search.try_alone(index)?;
    }
    if problem.minutes > 0 {
        search.try_three();
    } else if closes.is_some() {
        search.try_pairs();
    }
    let mut labels = vec![start];
    for index in usize::from(search.closes)..search.candidates.len() {
        search.effort.spend(labels.len() as u64)?;
        labels.retain(|label| search.is_promising(label, index));
        if labels.is_empty() {
            break;
        }
        if search.closes && search.is_too_dear(index) {
            continue;
        }
        labels = search.with_candidate(labels, index)?;
    }
    Ok(search.solutions())
}

struct Search<'p> {
    problem: &'p Problem,
    aim: Aim,
    effort: &'p mut Effort,
    candidates: Vec<Candidate>,
    bounds: Bounds,
    /// Whether the first candidate closes labels: it is not continued purchase by purchase, which would make a label
    /// of each count, but bought as often as is needed at the end of every label of the others.
    closes: bool,
    purchases: Vec<Purchase>,
    /// The best complete labels so far: one, or one a count.
    found: Vec<Label>,
}

impl Search<'_> {
    /// The labels that go on after this candidate has been bought as often as may be useful.
    fn with_candidate(&mut self, labels: Vec<Label>, index: usize) -> Result<Vec<Label>, TooLarge> {
        let choice = self.candidates[index].1;
        if is_unlimited(&choice, self.problem) {
            return self.extended(labels, index, 1, true);
        }
        // So many copies at the most, as bundles of 1, 2, 4 … and a rest, each bought or not: every count up to
        // the limit is a sum of some of them.
        let mut rest = choice.limit.unwrap_or(u64::MAX).min(most_useful(&choice, self.problem));
        let mut labels = labels;
        let mut bundle = 1;
        while rest > 0 {
            let copies = bundle.min(rest);
            labels = self.extended(labels, index, copies, false)?;
            rest -= copies;
            bundle *= 2;
        }
        Ok(labels)
    }

    /// Merges labels with the same labels after one more purchase (`again`: and one more, and so on), the cheapest
    /// first, and keeps what is complete as found and what is promising and not dominated as labels.
    fn extended(
        &mut self,
        labels: Vec<Label>,
        index: usize,
        copies: u64,
        again: bool,
    ) -> Result<Vec<Label>, TooLarge> {
        let mut kept = Kept { cheaper: ParetoFront::of(self.problem.minutes > 0), ..Kept::default() };
        let mut old = labels.into_iter().peekable();
        // Both streams ascend: the old labels do, and adding the same purchase keeps their order.
        let mut originals: Vec<Label> = Vec::new();
        let mut next_to_extend = 0;
        let mut extension: Option<Label> = None;
        loop {
            if extension.is_none() {
                let from =
                    if again { kept.labels.get(next_to_extend) } else { originals.get(next_to_extend) };
                if let Some(&from) = from {
                    next_to_extend += 1;
                    extension = Some(self.bought(from, index, copies)?);
                }
            }
            let take_old = match (old.peek(), &extension) {
                (None, None) => return Ok(kept.labels),
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (Some(old), Some(new)) => (old.price, old.count) <= (new.price, new.count),
            };
            let label = if take_old {
                let label = old.next().expect("peeked");
                if !again {
                    originals.push(label);
                }
                label
            } else {
                extension.take().expect("matched")
            };
            let used = if self.is_complete(&label) {
                self.take(label)
            } else {
                self.is_promising(&label, index) && self.keep(&mut kept, label, again)?
            };
            // The purchase of an extension is the newest one until it is judged.
            if !take_old && !used {
                self.purchases.pop();
            }
            if self.purchases.len() > MOST_PURCHASES {
                return Err(self.effort.end());
            }
            if used && self.closes {
                self.close(label)?;
            }
        }
    }

    /// Keeps a label that no kept one dominates; tells whether its purchase is still needed. Labels come with
    /// ascending price and count.
    fn keep(&mut self, kept: &mut Kept, label: Label, again: bool) -> Result<bool, TooLarge> {
        let counted = self.aim != Aim::Cheapest;
        if kept.labels.last().is_some_and(|last| !last.costs_as_much_as(&label)) {
            kept.close_group(self.problem.target, counted);
        }
        // Against a label that costs less, time beyond the target counts for nothing.
        let count = if counted { label.count } else { 0 };
        if kept.cheaper.covers(count, label.served.min(self.problem.target), label.minutes) {
            return Ok(false);
        }
        // Against one that costs as much, more time wins; with as much time, the smaller ids do.
        self.effort.spend((kept.labels.len() - kept.group) as u64)?;
        let mut equal = None;
        for (at, other) in kept.labels.iter().enumerate().skip(kept.group) {
            if other.minutes < label.minutes || other.served < label.served {
                continue;
            }
            let is_first = || ids_cmp(&self.purchases, &self.candidates, label, *other).is_lt();
            if other.served > label.served || !is_first() {
                return Ok(false);
            }
            if other.minutes == label.minutes {
                equal = Some(at);
            }
        }
        let Some(other) = equal.map(|at| &mut kept.labels[at]) else {
            kept.labels.push(label);
            return Ok(true);
        };
        let (Some(own), Some(new)) = (other.last, label.last) else { return Ok(false) };
        if again {
            // The other one may have been continued already: what came of it takes the smaller ids, too.
            self.purchases[own as usize] = self.purchases[new as usize];
            return Ok(false);
        }
        // Here what came of it must not, for it may not buy the same bundle twice.
        other.last = label.last;
        Ok(true)
    }

    /// A label completed with the closing candidate.
    fn close(&mut self, label: Label) -> Result<(), TooLarge> {
        let missing = self.problem.target.saturating_sub(label.served);
        let copies = u64::try_from(ratio::div_ceil(missing, self.candidates[0].1.served));
        if missing == 0 {
            return Ok(());
        }
        let closed = self.bought(label, 0, copies.map_err(|_| TooLarge::Count)?)?;
        if !self.take(closed) {
            self.purchases.pop();
        }
        Ok(())
    }

    /// A label after `copies` more of a candidate.
    fn bought(&mut self, label: Label, index: usize, copies: u64) -> Result<Label, TooLarge> {
        self.effort.spend(1)?;
        let choice = self.candidates[index].1;
        let purchase = Purchase { candidate: to_u32(index)?, copies, before: label.last };
        self.purchases.push(purchase);
        let times = u128::from(copies);
        let served = choice.served.checked_mul(times).and_then(|served| label.served.checked_add(served));
        Ok(Label {
            // Past the most that can be counted it is dropped, however much it passes it.
            price: choice.price.saturating_mul(times).saturating_add(label.price),
            count: label.count.checked_add(copies).ok_or(TooLarge::Count)?,
            served: served.ok_or(TooLarge::Count)?,
            minutes: choice
                .minutes
                .saturating_mul(copies)
                .saturating_add(label.minutes)
                .min(self.problem.minutes),
            last: Some(to_u32(self.purchases.len() - 1)?),
        })
    }

    fn is_complete(&self, label: &Label) -> bool {
        label.served >= self.problem.target && label.minutes >= self.problem.minutes
    }

    /// Whether a candidate stands in no basket as cheap as the best one found, where one closes all labels: nothing else
    /// in a basket serves time at a better price than the closing one would.
    fn is_too_dear(&self, index: usize) -> bool {
        let choice = self.candidates[index].1;
        let missing = self.problem.target.saturating_sub(choice.served);
        let least =
            self.bounds.to_complete(index, missing, 0).map(|(price, _)| choice.price.saturating_add(price));
        least.zip(self.found.last()).is_some_and(|(least, found)| least > found.price)
    }

    /// Whether a label may still lead to something that is found, with the candidates from `index` on.
    fn is_promising(&self, label: &Label, index: usize) -> bool {
        let missing_time = self.problem.target.saturating_sub(label.served);
        let missing_minutes = self.problem.minutes.saturating_sub(label.minutes);
        let Some((price, count)) = self.bounds.to_complete(index, missing_time, missing_minutes) else {
            return false;
        };
        let (price, count) = (label.price.saturating_add(price), label.count.saturating_add(count));
        if price > MOST_PRICE {
            return false;
        }
        if self.aim.most().is_some_and(|most| count > most) {
            return false;
        }
        // What is found ascends in count and descends in price: of as many purchases or fewer, the last costs least.
        let fewer = match self.aim {
            Aim::TradeOff(_) => self.found.partition_point(|found| found.count <= count),
            Aim::Cheapest | Aim::CheapestWithin(_) => self.found.len(),
        };
        self.found[..fewer].last().is_none_or(|found| (found.price, found.count) >= (price, count))
    }

    /// Takes a complete label where nothing found is better; drops what it beats.
    fn take(&mut self, label: Label) -> bool {
        if label.price > MOST_PRICE || self.aim.most().is_some_and(|most| label.count > most) {
            return false;
        }
        let all_of_one_kind = matches!(self.aim, Aim::TradeOff(_));
        let beats = |a: &Label, b: &Label| {
            if all_of_one_kind && (a.price, a.count) != (b.price, b.count) {
                return a.count <= b.count && a.price <= b.price;
            }
            let by_numbers = (a.price, a.count).cmp(&(b.price, b.count)).then(b.served.cmp(&a.served));
            by_numbers.then_with(|| ids_cmp(&self.purchases, &self.candidates, *a, *b)).is_le()
        };
        if self.found.iter().any(|found| beats(found, &label)) {
            return false;
        }
        let kept: Vec<Label> = self.found.iter().copied().filter(|found| !beats(&label, found)).collect();
        self.found = kept;
        let at = self.found.partition_point(|found| found.count < label.count);
        self.found.insert(at, label);
        true
    }

    fn solutions(self) -> Vec<Solution> {
        let solution = |label: &Label| Solution {
            counts: counts(&self.purchases, &self.candidates, *label),
            price: label.price,
            purchases: label.count,
            served: label.served,
        };
        self.found.iter().map(solution).collect()
    }
}

/// How often each choice of the problem is bought, by ascending index.
fn counts(purchases: &[Purchase], candidates: &[Candidate], label: Label) -> Counts {
    let mut counts: Counts = Vec::new();
    let mut at = label.last;
    while let Some(purchase) = at.and_then(|at| purchases.get(at as usize)) {
        let index = candidates[purchase.candidate as usize].0;
        match counts.last_mut() {
            Some((last, count)) if *last == index => *count += purchase.copies,
            _ => counts.push((index, purchase.copies)),
        }
        at = purchase.before;
    }
    counts.sort_unstable();
    counts
}

/// Compares the ids of all purchases of two labels of as many purchases, each in ascending order: at the first
/// id bought differently often, who has more of it is the lesser.
fn ids_cmp(purchases: &[Purchase], candidates: &[Candidate], a: Label, b: Label) -> Ordering {
    let (a, b) = (counts(purchases, candidates, a), counts(purchases, candidates, b));
    for (&(index, count), &(other_index, other_count)) in a.iter().zip(&b) {
        let order = index.cmp(&other_index).then(other_count.cmp(&count));
        if order.is_ne() {
            return order;
        }
    }
    a.len().cmp(&b.len())
}

fn to_u32(index: usize) -> Result<u32, TooLarge> {
    u32::try_from(index).map_err(|_| TooLarge::Count)
}

//! The search over labels.

mod first;
mod pending;
mod purchases;

use super::bounds::Bounds;
use super::pareto::ParetoFront;
use super::prune::{Candidate, candidates, is_unlimited, most_useful};
use super::{Effort, Problem, Solution, TooLarge, ratio};
use pending::Pending;
use purchases::Purchases;
use std::cmp::{Ordering, Reverse};
use std::ops::Range;

/// What to search for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// The best basket.
    Cheapest,
    /// The best basket of at most this many purchases.
    CheapestWithin(u64),
    /// The Pareto front of count and price, of at most this many purchases.
    TradeOff(u64),
}

impl Aim {
    /// How many purchases are allowed. `None` means no limit.
    fn most(self) -> Option<u64> {
        match self {
            Self::Cheapest => None,
            Self::CheapestWithin(most) | Self::TradeOff(most) => Some(most),
        }
    }
}

/// One way to buy from the plans considered so far.
#[derive(Clone, Copy, Debug)]
struct Label {
    price: u128,
    count: u64,
    /// The number of purchases with a shared balance.
    shared: u64,
    /// The number of different plans.
    plans: u64,
    time: u128,
    calls: u128,
    /// The plan that was bought last.
    plan: Option<usize>,
    /// The last purchase, in [`Search::purchases`]. `None` at the start.
    last: Option<u32>,
}

impl Label {
    const START: Self =
        Self { price: 0, count: 0, shared: 0, plans: 0, time: 0, calls: 0, plan: None, last: None };

    fn key(&self) -> Key {
        (self.price, self.count, self.shared)
    }

    /// What decides between complete labels before their ids do.
    fn rank(&self) -> (Key, u64, Reverse<u128>) {
        (self.key(), self.plans, Reverse(self.time))
    }
}

/// The first criteria, which are sums over the purchases: price, count, and purchases with a shared balance.
type Key = (u128, u64, u64);

/// How many purchases the search remembers, at about 24 bytes each besides their labels. Reporting an error past this
/// limit is better than filling the memory.
const MOST_PURCHASES: usize = 8_000_000;

/// Copies of one candidate, or of several candidates of one plan, that are bought together.
type Bundle = [(usize, u64)];

/// The labels that are kept, in ascending order of their keys.
struct Kept {
    labels: Vec<Label>,
    /// The index of the first label that has the key of the last one.
    group: usize,
    /// The front of the labels before that group.
    cheaper: ParetoFront,
}

impl Kept {
    /// Ends the group: the next label has a greater key than all labels so far.
    fn close_group(&mut self, time: u128, counted: bool) {
        for label in &self.labels[self.group..] {
            let count = if counted { label.count } else { 0 };
            let useful = label.time.min(time);
            if !self.cheaper.covers(count, useful, label.calls) {
                self.cheaper.insert(count, useful, label.calls);
            }
        }
        self.group = self.labels.len();
    }
}

/// Searches for the solutions: at most one, or any number by ascending count for [`Aim::TradeOff`].
pub(super) fn run(problem: &Problem<'_>, aim: Aim, effort: &mut Effort) -> Result<Vec<Solution>, TooLarge> {
    let counted = aim != Aim::Cheapest;
    let candidates = candidates(problem, counted);
    let first = candidates.first().map(|(_, choice)| *choice);
    let closes =
        first.filter(|best| !counted && problem.calls == 0 && best.time > 0 && is_unlimited(best, problem));
    let bounds = Bounds::new(&candidates, problem, closes);
    let mut search = Search {
        problem,
        aim,
        effort,
        candidates,
        bounds,
        closes: closes.is_some(),
        purchases: Purchases::default(),
        pending: Pending::default(),
        found: Vec::new(),
    };
    if search.is_complete(&Label::START) {
        search.take(Label::START);
        return Ok(search.solutions());
    }
    for index in 0..search.candidates.len() {
        search.try_alone(index)?;
    }
    if problem.calls > 0 {
        search.try_three();
    } else if closes.is_some() {
        search.try_pairs();
    }
    let mut labels = vec![Label::START];
    for stage in search.stages() {
        search.effort.spend(labels.len() as u64)?;
        labels.retain(|label| search.is_promising(label, stage.start));
        if labels.is_empty() {
            break;
        }
        if search.closes && search.is_too_dear(stage.start) {
            continue;
        }
        labels = search.with_plan(labels, stage)?;
    }
    Ok(search.solutions())
}

struct Search<'p> {
    problem: &'p Problem<'p>,
    aim: Aim,
    effort: &'p mut Effort,
    candidates: Vec<Candidate>,
    bounds: Bounds,
    /// Whether the first candidate closes labels. It is then not added purchase by purchase, which would create a label
    /// for each count, but at the end of every other label, as often as needed.
    closes: bool,
    purchases: Purchases,
    /// Kept from one plan to the next to reuse its memory.
    pending: Pending,
    /// The best complete labels so far: at most one, or one for each count.
    found: Vec<Label>,
}

impl Search<'_> {
    /// The ranges of the candidates of each plan, without the candidate that closes.
    fn stages(&self) -> Vec<Range<usize>> {
        let first = usize::from(self.closes);
        let of_plans = self.candidates[first..].chunk_by(|(_, a), (_, b)| a.plan == b.plan);
        let mut from = first;
        let ranges = of_plans.map(|of_plan| {
            let range = from..from + of_plan.len();
            from = range.end;
            range
        });
        ranges.collect()
    }

    /// Extends the labels by all useful counts of a plan, and returns those that are kept.
    fn with_plan(&mut self, mut labels: Vec<Label>, stage: Range<usize>) -> Result<Vec<Label>, TooLarge> {
        let choice = self.candidates[stage.start].1;
        if is_unlimited(&choice, self.problem) {
            for index in stage.clone() {
                labels.retain(|label| index == stage.start || self.is_promising(label, index));
                labels = self.extended(&labels, index, &[&[(index, 1)]], true)?;
            }
            return Ok(labels);
        }
        let limit = choice.limit.unwrap_or(u64::MAX);
        if stage.len() > 1 {
            // The plan has several candidates: each way to divide the limit among them is bought once or not at all.
            let shares = self.shares(&stage, limit)?;
            let shares: Vec<&Bundle> = shares.iter().map(Vec::as_slice).collect();
            return self.extended(&labels, stage.start, &shares, false);
        }
        // The copies form bundles of 1, 2, 4 … and a rest, each bought or not: every count is a sum of some of them.
        let mut rest = limit.min(most_useful(&choice, self.problem));
        let mut bundle = 1;
        while rest > 0 {
            let copies = bundle.min(rest);
            labels = self.extended(&labels, stage.start, &[&[(stage.start, copies)]], false)?;
            rest -= copies;
            bundle *= 2;
        }
        Ok(labels)
    }

    /// Every way to buy 1 to `limit` copies over the candidates of a plan, each as often as is useful.
    fn shares(&mut self, stage: &Range<usize>, limit: u64) -> Result<Vec<Vec<(usize, u64)>>, TooLarge> {
        let mut shares: Vec<(Vec<(usize, u64)>, u64)> = vec![(Vec::new(), 0)];
        for index in stage.clone() {
            let useful = most_useful(&self.candidates[index].1, self.problem);
            for at in 0..shares.len() {
                let used = shares[at].1;
                for copies in 1..=useful.min(limit - used) {
                    self.effort.spend(1)?;
                    if shares.len() > MOST_PURCHASES / 8 {
                        return Err(self.effort.end());
                    }
                    let with = shares[at].0.iter().copied().chain([(index, copies)]).collect();
                    shares.push((with, used + copies));
                }
            }
        }
        Ok(shares.into_iter().map(|(bundle, _)| bundle).filter(|bundle| !bundle.is_empty()).collect())
    }

    /// Merges the labels with those that result from adding one of the bundles to each, the cheapest first. With
    /// `again`, bundles are added to the resulting labels too. Takes the complete labels, and returns those that are
    /// promising and not dominated.
    fn extended(
        &mut self,
        labels: &[Label],
        index: usize,
        bundles: &[&Bundle],
        again: bool,
    ) -> Result<Vec<Label>, TooLarge> {
        let plan = self.candidates[index].1.plan;
        let mut kept = Kept {
            labels: Vec::with_capacity(2 * labels.len()),
            group: 0,
            cheaper: ParetoFront::new(self.problem.calls > 0),
        };
        let mut old = labels.iter().peekable();
        let mut new = std::mem::take(&mut self.pending);
        new.begin(bundles.len());
        loop {
            // Without `again` all of `labels` are extended, not only the kept ones: a label without the bundle may be
            // dominated by one that has it and cannot get it a second time.
            let continued = if again { &kept.labels } else { labels };
            let key = new.key(continued, bundles, &self.candidates)?;
            if let Some(&label) = old.next_if(|label| key.is_none_or(|key| label.key() <= key)) {
                self.keep(&mut kept, label, plan)?;
                continue;
            }
            let Some((at, bundle)) = new.pop() else { break };
            let purchases = self.purchases.len();
            let label = self.bought_bundle(continued[at], bundles[bundle])?;
            let is_used = if self.is_complete(&label) {
                self.take(label)
            } else {
                self.is_promising(&label, index) && self.keep(&mut kept, label, plan)?
            };
            if !is_used {
                self.purchases.truncate(purchases);
            } else if self.closes {
                self.close(label)?;
            }
            if self.purchases.len() > MOST_PURCHASES {
                return Err(self.effort.end());
            }
        }
        self.pending = new;
        Ok(kept.labels)
    }

    /// Keeps a label if no kept label dominates it. If it only differs from a kept label by smaller ids, it replaces
    /// that label, which has not been extended yet. Returns whether the label is kept. Labels come with ascending keys.
    fn keep(&mut self, kept: &mut Kept, label: Label, plan: usize) -> Result<bool, TooLarge> {
        let counted = self.aim != Aim::Cheapest;
        if kept.labels.last().is_some_and(|last| last.key() != label.key()) {
            kept.close_group(self.problem.time, counted);
        }
        // Compared with a label that has a smaller key, time beyond the target does not count.
        let count = if counted { label.count } else { 0 };
        if kept.cheaper.covers(count, label.time.min(self.problem.time), label.calls) {
            return Ok(false);
        }
        self.effort.spend((kept.labels.len() - kept.group) as u64)?;
        let mut equal = None;
        for (at, other) in kept.labels.iter().enumerate().skip(kept.group) {
            match self.dominates(other, &label, plan) {
                Dominance::Yes => return Ok(false),
                Dominance::No => {}
                Dominance::ButForIds => equal = Some(at),
            }
        }
        match equal {
            Some(at) => kept.labels[at].last = label.last,
            None => kept.labels.push(label),
        }
        Ok(true)
    }

    /// Whether a label dominates another one with the same key, whatever is bought afterwards.
    fn dominates(&self, label: &Label, other: &Label, plan: usize) -> Dominance {
        let target = self.problem.time;
        if label.calls < other.calls || label.time.min(target) < other.time.min(target) {
            return Dominance::No;
        }
        // Another purchase of the current plan adds a plan only to a label that does not have it yet.
        let has_plan = label.plan == Some(plan);
        let other_has_plan = other.plan == Some(plan);
        let plans = label.plans + u64::from(other_has_plan && !has_plan);
        match (plans, Reverse(label.time)).cmp(&(other.plans, Reverse(other.time))) {
            Ordering::Less => Dominance::Yes,
            Ordering::Greater => Dominance::No,
            Ordering::Equal => {
                if self.purchases.ids_cmp(&self.candidates, label.last, other.last).is_le() {
                    Dominance::Yes
                } else if label.calls == other.calls && has_plan == other_has_plan {
                    Dominance::ButForIds
                } else {
                    Dominance::No
                }
            }
        }
    }

    /// Completes a label with the closing candidate.
    fn close(&mut self, label: Label) -> Result<(), TooLarge> {
        let missing = self.problem.time.saturating_sub(label.time);
        if missing == 0 {
            return Ok(());
        }
        let closing = self.candidates[0].1;
        let copies = ratio::div_ceil(missing, closing.time);
        let price = label.price.saturating_add(copies.saturating_mul(closing.price));
        if self.found.last().is_some_and(|found| found.price < price) {
            return Ok(());
        }
        let copies = u64::try_from(copies);
        let purchases = self.purchases.len();
        let closed = self.bought(label, 0, copies.map_err(|_| TooLarge::Count)?)?;
        if !self.take(closed) {
            self.purchases.truncate(purchases);
        }
        Ok(())
    }

    fn bought_bundle(&mut self, mut label: Label, bundle: &[(usize, u64)]) -> Result<Label, TooLarge> {
        for &(index, copies) in bundle {
            label = self.bought(label, index, copies)?;
        }
        Ok(label)
    }

    /// The label after buying `copies` more of a candidate.
    fn bought(&mut self, label: Label, index: usize, copies: u64) -> Result<Label, TooLarge> {
        self.effort.spend(1)?;
        let choice = self.candidates[index].1;
        let (price, count, shared) = key_after(&label, &[(index, copies)], &self.candidates)?;
        let last = self.purchases.add(label.last, index, copies)?;
        let times = u128::from(copies);
        let time = choice.time.checked_mul(times).and_then(|time| label.time.checked_add(time));
        let calls = choice.calls.saturating_mul(times).saturating_add(label.calls);
        Ok(Label {
            price,
            count,
            shared,
            plans: label.plans + u64::from(label.plan != Some(choice.plan)),
            time: time.ok_or(TooLarge::Count)?,
            calls: calls.min(self.problem.calls),
            plan: Some(choice.plan),
            last: Some(last),
        })
    }

    fn is_complete(&self, label: &Label) -> bool {
        label.time >= self.problem.time && label.calls >= self.problem.calls
    }

    /// Whether every basket with this candidate costs more than the incumbent. Only valid if a candidate closes labels:
    /// nothing else covers time at a better price than the closing candidate.
    fn is_too_dear(&self, index: usize) -> bool {
        let choice = self.candidates[index].1;
        let missing = self.problem.time.saturating_sub(choice.time);
        let least = self.bounds.price(index, missing, 0).map(|price| choice.price.saturating_add(price));
        least.zip(self.found.last()).is_some_and(|(least, found)| least > found.price)
    }

    /// Whether a label may still become a solution with the candidates from `index` on.
    fn is_promising(&self, label: &Label, index: usize) -> bool {
        let (time, calls) = self.missing(label);
        let Some(rest) = self.bounds.price(index, time, calls) else { return false };
        let price = label.price.saturating_add(rest);
        if price > self.problem.max_price || self.closes && self.is_dearer_than_closing(label) {
            return false;
        }
        let Some(most) = self.aim.most() else {
            // The price decides most labels, without a bound for their count.
            return self.found.last().is_none_or(|found| {
                price < found.price || price == found.price && self.least_count(label, index) <= found.count
            });
        };
        let count = self.least_count(label, index);
        let rival = if let Aim::TradeOff(_) = self.aim {
            // With ascending count the price descends, so among those of at most this count the last is the cheapest.
            let fewer = self.found.partition_point(|found| found.count <= count);
            self.found[..fewer].last()
        } else {
            self.found.last()
        };
        count <= most && rival.is_none_or(|found| (price, count) <= (found.price, found.count))
    }

    /// The time and the calls that a label does not cover yet.
    fn missing(&self, label: &Label) -> (u128, u128) {
        (self.problem.time.saturating_sub(label.time), self.problem.calls.saturating_sub(label.calls))
    }

    /// A lower bound for the purchases of a label that is completed with the candidates from `index` on.
    fn least_count(&self, label: &Label, index: usize) -> u64 {
        let (time, calls) = self.missing(label);
        label.count.saturating_add(self.bounds.count(index, time, calls))
    }

    /// Whether purchases of the closing candidate cover the same time at a lower price. A basket with these purchases
    /// beats every basket with the label.
    fn is_dearer_than_closing(&self, label: &Label) -> bool {
        let closing = self.candidates[0].1;
        let copies = ratio::div_ceil(label.time.min(self.problem.time), closing.time);
        copies.saturating_mul(closing.price) < label.price
    }

    /// Takes a complete label unless a found one beats it, and drops those that it beats.
    fn take(&mut self, label: Label) -> bool {
        if label.price > self.problem.max_price || self.aim.most().is_some_and(|most| label.count > most) {
            return false;
        }
        if self.found.iter().any(|found| self.beats(found, &label)) {
            return false;
        }
        let mut found = std::mem::take(&mut self.found);
        found.retain(|found| !self.beats(&label, found));
        self.found = found;
        let at = self.found.partition_point(|found| found.count < label.count);
        self.found.insert(at, label);
        true
    }

    /// Whether a complete label is at least as good as another one.
    fn beats(&self, label: &Label, other: &Label) -> bool {
        if matches!(self.aim, Aim::TradeOff(_)) && (label.price, label.count) != (other.price, other.count) {
            return label.count <= other.count && label.price <= other.price;
        }
        label
            .rank()
            .cmp(&other.rank())
            .then_with(|| self.purchases.ids_cmp(&self.candidates, label.last, other.last))
            .is_le()
    }

    fn solutions(self) -> Vec<Solution> {
        let solutions = self.found.iter().map(|label| Solution {
            counts: self.purchases.counts(&self.candidates, label.last),
            purchases: label.count,
        });
        solutions.collect()
    }
}

/// Whether one label dominates another.
enum Dominance {
    Yes,
    No,
    /// It would if its ids were smaller.
    ButForIds,
}

/// The key of a label after a bundle is added. The price saturates: so high a price is above the highest of a problem.
fn key_after(label: &Label, bundle: &[(usize, u64)], candidates: &[Candidate]) -> Result<Key, TooLarge> {
    let (mut price, mut count, mut shared) = label.key();
    for &(index, copies) in bundle {
        let choice = candidates[index].1;
        price = choice.price.saturating_mul(copies.into()).saturating_add(price);
        count = count.checked_add(copies).ok_or(TooLarge::Count)?;
        shared += if choice.is_shared { copies } else { 0 };
    }
    Ok((price, count, shared))
}

#[cfg(test)]
mod tests;

//! The search over labels.

mod first;
mod pending;

use super::bounds::Bounds;
use super::pareto::ParetoFront;
use super::prune::{Candidate, candidates, is_unlimited, most_useful};
use super::{ChoiceCounts, Effort, Problem, Solution, TooLarge, ratio};
use pending::Pending;
use std::cmp::{Ordering, Reverse};
use std::ops::Range;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// The one best basket.
    Cheapest,
    /// The one best basket of at most this many purchases.
    CheapestWithin(u64),
    /// Every basket of at most this many purchases that none beats in both count and price.
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
    /// Purchases with a shared balance.
    shared: u64,
    /// Different plans.
    plans: u64,
    time: u128,
    calls: u128,
    /// The plan that was bought last.
    plan: Option<usize>,
    /// The purchase that led here, in [`Search::purchases`]; `None` at the start.
    last: Option<u32>,
}

impl Label {
    const START: Self =
        Self { price: 0, count: 0, shared: 0, plans: 0, time: 0, calls: 0, plan: None, last: None };

    fn key(&self) -> Key {
        (self.price, self.count, self.shared)
    }
}

/// What decides first, and is simply added when a label is completed: price, count, purchases with a shared balance.
type Key = (u128, u64, u64);

/// How many purchases the search remembers, some 24 bytes each beside their labels: past it an error is better than
/// a machine without memory.
const MOST_PURCHASES: usize = 8_000_000;

/// A purchase of `copies` of one candidate, after another purchase.
#[derive(Clone, Copy, Debug)]
struct PurchaseNode {
    candidate: u32,
    copies: u64,
    before: Option<u32>,
}

/// Copies of one candidate, or of two ways of one plan, that are bought together.
type Bundle = [(usize, u64)];

/// The labels that are kept, in ascending order of their keys.
struct Kept {
    labels: Vec<Label>,
    /// Where the labels begin that have the key of the last one.
    group: usize,
    /// What the labels before them reach.
    cheaper: ParetoFront,
}

impl Kept {
    /// The labels so far all come before the next one.
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

/// The solutions: one at most, or by ascending count for [`Aim::TradeOff`].
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
        purchases: Vec::new(),
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
    /// Whether the first candidate closes labels: it is not continued purchase by purchase, which would make a label
    /// of each count, but bought as often as is needed at the end of every label of the others.
    closes: bool,
    purchases: Vec<PurchaseNode>,
    /// Kept from one plan to the next, for its memory.
    pending: Pending,
    /// The best complete labels so far: one, or one a count.
    found: Vec<Label>,
}

impl Search<'_> {
    /// The candidates of one plan after another, without the one that closes.
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

    /// The labels that go on after a plan has been bought as often as may be useful.
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
            // Every way to share the limit out over the ways of the plan, one of them or none.
            let shares = self.shares(&stage, limit)?;
            let shares: Vec<&Bundle> = shares.iter().map(Vec::as_slice).collect();
            return self.extended(&labels, stage.start, &shares, false);
        }
        // Copies as bundles of 1, 2, 4 … and a rest, each bought or not: every count is a sum of some of them.
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

    /// Every way to buy 1 to `limit` copies in all of the candidates of a plan, each as often as is useful.
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

    /// Merges labels with the same labels after one of some bundles (`again`: and once more, and so on), the cheapest
    /// first, and keeps what is complete as found and what is promising and not dominated as labels.
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
            // A label without the bundle may be dominated by one with it, which cannot have it a second time.
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

    /// Keeps a label that no kept one dominates, or keeps it instead of one that is the same but for greater ids, and
    /// has not been continued yet. Returns whether it is kept. Labels come with ascending keys.
    fn keep(&mut self, kept: &mut Kept, label: Label, plan: usize) -> Result<bool, TooLarge> {
        let counted = self.aim != Aim::Cheapest;
        if kept.labels.last().is_some_and(|last| last.key() != label.key()) {
            kept.close_group(self.problem.time, counted);
        }
        // Against a label that comes first anyway, time beyond the target counts for nothing.
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

    /// Whether a label makes another one with the same key needless, whatever is bought after both.
    fn dominates(&self, label: &Label, other: &Label, plan: usize) -> Dominance {
        let target = self.problem.time;
        if label.calls < other.calls || label.time.min(target) < other.time.min(target) {
            return Dominance::No;
        }
        // One more purchase of the plan at hand makes one more plan only of a label that has none of it yet.
        let has_plan = label.plan == Some(plan);
        let other_has_plan = other.plan == Some(plan);
        let plans = label.plans + u64::from(other_has_plan && !has_plan);
        match (plans, Reverse(label.time)).cmp(&(other.plans, Reverse(other.time))) {
            Ordering::Less => Dominance::Yes,
            Ordering::Greater => Dominance::No,
            Ordering::Equal => {
                let by_ids = ids_cmp(&self.purchases, &self.candidates, *label, *other);
                if by_ids.is_le() {
                    Dominance::Yes
                } else if label.calls == other.calls && has_plan == other_has_plan {
                    Dominance::ButForIds
                } else {
                    Dominance::No
                }
            }
        }
    }

    /// A label completed with the closing candidate.
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

    /// A label after `copies` more of a candidate.
    fn bought(&mut self, label: Label, index: usize, copies: u64) -> Result<Label, TooLarge> {
        self.effort.spend(1)?;
        let choice = self.candidates[index].1;
        // Past the most that is of interest it is dropped, however much it passes it.
        let (price, count, shared) = key_after(&label, &[(index, copies)], &self.candidates)?;
        let candidate = to_u32(index)?;
        // More of the same is one purchase, so that what led to a label is soon told.
        let last = label.last.map(|last| self.purchases[last as usize]);
        self.purchases.push(match last.filter(|last| last.candidate == candidate) {
            Some(last) => PurchaseNode { copies: last.copies + copies, ..last },
            None => PurchaseNode { candidate, copies, before: label.last },
        });
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
            last: Some(to_u32(self.purchases.len() - 1)?),
        })
    }

    fn is_complete(&self, label: &Label) -> bool {
        label.time >= self.problem.time && label.calls >= self.problem.calls
    }

    /// Whether a candidate is in no basket as cheap as the incumbent, if one closes all labels: nothing else in a
    /// basket covers time at a better price than the closing one would.
    fn is_too_dear(&self, index: usize) -> bool {
        let choice = self.candidates[index].1;
        let missing = self.problem.time.saturating_sub(choice.time);
        let least = self.bounds.price(index, missing, 0).map(|price| choice.price.saturating_add(price));
        least.zip(self.found.last()).is_some_and(|(least, found)| least > found.price)
    }

    /// Whether a label may still lead to something that is found, with the candidates from `index` on.
    fn is_promising(&self, label: &Label, index: usize) -> bool {
        let missing_time = self.problem.time.saturating_sub(label.time);
        let missing_calls = self.problem.calls.saturating_sub(label.calls);
        let Some(price) = self.bounds.price(index, missing_time, missing_calls) else { return false };
        let price = label.price.saturating_add(price);
        if price > self.problem.max_price || self.closes && self.is_dearer_than_closing(label) {
            return false;
        }
        let count = || label.count.saturating_add(self.bounds.count(index, missing_time, missing_calls));
        let beats = |found: &Label, count: u64| (price, count) <= (found.price, found.count);
        match self.aim {
            // Most are decided by their price.
            Aim::Cheapest => self
                .found
                .last()
                .is_none_or(|found| price < found.price || price == found.price && beats(found, count())),
            Aim::CheapestWithin(most) | Aim::TradeOff(most) if count() > most => false,
            Aim::CheapestWithin(_) => self.found.last().is_none_or(|found| beats(found, count())),
            // What is found ascends in count and descends in price: of as many purchases or fewer, the last costs least.
            Aim::TradeOff(_) => {
                let count = count();
                let fewer = self.found.partition_point(|found| found.count <= count);
                self.found[..fewer].last().is_none_or(|found| beats(found, count))
            }
        }
    }

    /// Whether purchases of the closing candidate that cover as long cost less: every basket with the label is beaten by
    /// the one with these instead.
    fn is_dearer_than_closing(&self, label: &Label) -> bool {
        let closing = self.candidates[0].1;
        let copies = ratio::div_ceil(label.time.min(self.problem.time), closing.time);
        copies.saturating_mul(closing.price) < label.price
    }

    /// Takes a complete label if nothing found is better; drops what it beats.
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

    /// Whether a complete label is better than another one, or the same.
    fn beats(&self, label: &Label, other: &Label) -> bool {
        if matches!(self.aim, Aim::TradeOff(_)) && (label.price, label.count) != (other.price, other.count) {
            return label.count <= other.count && label.price <= other.price;
        }
        let rank = |label: &Label| (label.key(), label.plans, Reverse(label.time));
        let by_ids = || ids_cmp(&self.purchases, &self.candidates, *label, *other);
        rank(label).cmp(&rank(other)).then_with(by_ids).is_le()
    }

    fn solutions(self) -> Vec<Solution> {
        let solution = |label: &Label| Solution {
            counts: counts(&self.purchases, &self.candidates, *label),
            price: label.price,
            purchases: label.count,
            time: label.time,
        };
        self.found.iter().map(solution).collect()
    }
}

/// Whether one label makes another needless.
enum Dominance {
    Yes,
    No,
    /// It would, had it the smaller ids.
    ButForIds,
}

/// The key of a label after a bundle.
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

/// How often each choice of the problem is made, by ascending index.
fn counts(purchases: &[PurchaseNode], candidates: &[Candidate], label: Label) -> ChoiceCounts {
    let mut counts: ChoiceCounts = Vec::new();
    let mut at = label.last;
    while let Some(purchase) = at.and_then(|at| purchases.get(at as usize)) {
        let index = candidates[purchase.candidate as usize].0;
        match counts.iter_mut().find(|(other, _)| *other == index) {
            Some((_, count)) => *count += purchase.copies,
            None => counts.push((index, purchase.copies)),
        }
        at = purchase.before;
    }
    counts.sort_unstable();
    counts
}

/// Compares the ids of all purchases of two labels of as many purchases, each in ascending order: at the first plan
/// that is bought differently often, the one with more of it is the lesser. The ways of the plans decide last, so that
/// no two baskets are equal.
fn ids_cmp(purchases: &[PurchaseNode], candidates: &[Candidate], a: Label, b: Label) -> Ordering {
    let plan_of =
        |index: usize| candidates.iter().find(|(own, _)| *own == index).map_or(0, |(_, choice)| choice.plan);
    let a = counts(purchases, candidates, a);
    let b = counts(purchases, candidates, b);
    let of_plans = |counts: &ChoiceCounts| {
        let mut plans: ChoiceCounts = Vec::new();
        for &(index, count) in counts {
            match plans.last_mut() {
                Some((plan, sum)) if *plan == plan_of(index) => *sum += count,
                _ => plans.push((plan_of(index), count)),
            }
        }
        plans
    };
    first_difference(&of_plans(&a), &of_plans(&b)).then_with(|| first_difference(&a, &b))
}

fn first_difference(a: &ChoiceCounts, b: &ChoiceCounts) -> Ordering {
    for (&(index, count), &(other_index, other_count)) in a.iter().zip(b) {
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

#[cfg(test)]
mod tests;

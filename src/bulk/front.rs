//! The plans of one line that may be in an answer, and how the other plans were judged.

use super::stream::{FileLayout, Record};
use crate::domain::basket::Rank;
use crate::domain::judge::{Judgement, LineFloor, Standing};
use crate::domain::plan::{Kind, Plan};
use crate::domain::refusal::Code;
use std::collections::{BTreeMap, BinaryHeap};
use std::sync::Arc;

/// How many rows were judged in which way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many rows make an offer alone.
    pub offered: usize,
    /// How many rows were refused for each reason.
    pub refused: BTreeMap<Code, usize>,
    /// How many rows were refused only because the catalogue lacks a value.
    pub refused_unknown: usize,
}

impl Tally {
    fn count(&mut self, judgement: &Judgement) {
        self.refused_unknown += usize::from(judgement.is_refused_unknown);
        match judgement.verdict {
            Ok(_) => self.offered += 1,
            Err(code) => *self.refused.entry(code).or_default() += 1,
        }
    }

    /// Adds the numbers of other rows.
    pub fn add(&mut self, other: &Self) {
        self.offered += other.offered;
        self.refused_unknown += other.refused_unknown;
        for (code, count) in &other.refused {
            *self.refused.entry(*code).or_default() += count;
        }
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.offered + self.refused.values().sum::<usize>()
    }

    /// The tally if the line of the rows is too large to be searched, so that none of them makes an offer.
    #[must_use]
    pub fn all_too_large(mut self) -> Self {
        *self.refused.entry(Code::TooLargeToSearch).or_default() += std::mem::take(&mut self.offered);
        self.refused.retain(|_, count| *count > 0);
        self
    }
}

/// Which plans are kept besides those of the best baskets.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// How many plans repeated alone to keep, over all lines.
    pub alone: usize,
    /// The id of a plan to keep, however it is judged.
    pub plan: Option<&'w str>,
}

/// The best ranks of plans repeated alone, over all lines.
#[derive(Clone, Debug, Default)]
pub struct BestAlone {
    /// How many of them are wanted.
    most: usize,
    /// The wanted ones among those that were added, the last on top.
    ranks: BinaryHeap<Rank>,
}

impl BestAlone {
    /// The best `most` ranks, of which none is known yet.
    pub fn new(most: usize) -> Self {
        Self { most, ranks: BinaryHeap::new() }
    }

    /// Whether a rank is among the best, as far as they are known.
    fn admits(&self, rank: &Rank) -> bool {
        self.ranks.len() < self.most || self.ranks.peek().is_some_and(|last| rank <= last)
    }

    fn add(&mut self, rank: Rank) {
        if self.most < usize::MAX && self.admits(&rank) {
            self.ranks.push(rank);
            if self.ranks.len() > self.most {
                self.ranks.pop();
            }
        }
    }

    /// Adds the best ranks of other rows, of which as many are wanted.
    pub fn merge(&mut self, other: Self) {
        self.most = other.most;
        other.ranks.into_iter().for_each(|rank| self.add(rank));
    }
}

/// A row that is kept. Its plan is read only when all rows have been judged.
struct KeptRow {
    id: Box<[u8]>,
    kind: Kind,
    record: Record,
    judgement: Judgement,
}

/// The SIMs or the other plans of one line that may be in an answer.
///
/// A row is dropped only if other rows make it needless: one of them replaces it in every basket of several plans, or
/// costs less as a whole basket than one purchase of it, and enough of them are better alone. These orders are strict
/// and transitive, so the result does not depend on the order of the rows.
pub struct Front<'w> {
    wanted: Wanted<'w>,
    /// Whether the Pareto front of purchases and total is wanted.
    trade_off: bool,
    rows: Vec<KeptRow>,
    /// The rows that were dropped.
    tally: Tally,
    /// How many rows are collected before needless ones are dropped again.
    capacity: usize,
    witnesses: Witnesses,
}

/// Facts about the kept rows that allow dropping most other plans without reading their texts.
#[derive(Default)]
struct Witnesses {
    /// The best rank of a plan alone.
    best: Option<Rank>,
    /// What the kept rows cover, by ascending price.
    standings: Vec<Standing>,
    /// The prices of `standings`, which are searched for each row.
    prices: Vec<u128>,
    /// The ranks of contracts, in a trade-off.
    contracts: Vec<Rank>,
    /// The SIMs with which the baskets of one plan begin.
    sims: Vec<usize>,
}

/// How many rows a line collects before needless ones are dropped for the first time.
const CAPACITY: usize = 16;

impl<'w> Front<'w> {
    /// A front without rows.
    pub fn new(wanted: Wanted<'w>, trade_off: bool) -> Self {
        Self {
            wanted,
            trade_off,
            rows: Vec::new(),
            tally: Tally::default(),
            capacity: CAPACITY,
            witnesses: Witnesses::default(),
        }
    }

    /// Keeps a row if it may be wanted, and counts it otherwise.
    #[inline]
    pub fn take(
        &mut self,
        id: &[u8],
        kind: Kind,
        judgement: Judgement,
        best: &mut BestAlone,
        record: impl FnOnce() -> Record,
    ) {
        let is_pinned = self.wanted.plan.is_some_and(|wanted| wanted.as_bytes() == id);
        if !is_pinned && self.makes_needless(kind, &judgement, best) {
            self.tally.count(&judgement);
        } else {
            self.keep(KeptRow { id: id.into(), kind, record: record(), judgement }, best);
        }
    }

    #[inline(never)]
    fn keep(&mut self, row: KeptRow, best: &mut BestAlone) {
        if let Ok(rank) = row.judgement.verdict {
            best.add(rank);
        }
        self.rows.push(row);
        if self.rows.len() > self.capacity {
            self.sort_out(best, None);
            self.capacity = (2 * self.rows.len()).max(CAPACITY);
        }
    }

    /// Drops the rows that other rows make needless. `floor` is given when all rows of the line are known.
    fn sort_out(&mut self, best: &BestAlone, floor: Option<&LineFloor<'_>>) {
        self.rows.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.id.cmp(&b.id)));
        let furthest = self.rows.iter().filter_map(|row| row.judgement.barred).max();
        let best_of_line = self.rows.first().and_then(|row| row.judgement.verdict.ok());
        let mut witnesses = Witnesses { best: best_of_line, ..Witnesses::default() };
        let mut is_barred_kept = false;
        let is_mixed = self.mixed(best_of_line, floor);
        let mut is_kept = Vec::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            let rank = row.judgement.verdict.ok();
            let is_best_alone = rank.is_some_and(|rank| at == 0 || best.admits(&rank));
            // In a trade-off a dearer contract is kept if it may have fewer purchases.
            let fewest = row.judgement.fewest;
            let is_in_trade_off = fewest
                .is_some_and(|fewest| witnesses.contracts.iter().all(|better| fewest < better.purchases));
            witnesses.contracts.extend(rank.filter(|_| fewest.is_some()));
            let is_furthest = row.judgement.barred.is_some() && row.judgement.barred == furthest;
            let is_first_barred = is_furthest && !is_barred_kept;
            is_barred_kept |= is_furthest;
            // A SIM is in an offer if the basket of one plan alone begins with it.
            let first_of_sim = row.judgement.sim.filter(|sim| !witnesses.sims.contains(sim));
            witnesses.sims.extend(first_of_sim);
            let is_pinned = self.wanted.plan.is_some_and(|wanted| wanted.as_bytes() == &*row.id);
            is_kept.push(
                is_pinned
                    || is_best_alone
                    || is_in_trade_off
                    || first_of_sim.is_some()
                    || is_first_barred
                    || is_mixed[at]
                    || self.may_begin(row),
            );
        }
        let mut is_kept = is_kept.into_iter();
        let rows = std::mem::take(&mut self.rows);
        for row in rows {
            if is_kept.next() == Some(true) {
                witnesses.standings.extend(row.judgement.standing);
                self.rows.push(row);
            } else {
                self.tally.count(&row.judgement);
            }
        }
        witnesses.standings.sort_by_key(Standing::price);
        witnesses.prices = witnesses.standings.iter().map(Standing::price).collect();
        self.witnesses = witnesses;
    }

    /// For each row, whether it may be in the best basket together with other plans.
    fn mixed(&self, best: Option<Rank>, floor: Option<&LineFloor<'_>>) -> Vec<bool> {
        let mut mixed: Vec<(usize, &KeptRow, Standing)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let standing = row.judgement.standing.filter(|own| {
                row.kind != Kind::Sim && own.covers_something() && !self.is_too_dear(own, best)
            });
            mixed.extend(standing.map(|standing| (at, row, standing)));
        }
        mixed.sort_by(|(_, a, own), (_, b, its)| own.order().cmp(&its.order()).then_with(|| a.id.cmp(&b.id)));
        // Each row comes after all that may replace it.
        let mut kept: Vec<(usize, Standing)> = Vec::new();
        for (at, _, standing) in mixed {
            if !kept.iter().rev().any(|(_, other)| other.replaces(&standing, true)) {
                kept.push((at, standing));
            }
        }
        if let Some((floor, best)) = floor.zip(best) {
            floor.retain(&mut kept, &best);
        }
        let mut is_mixed = vec![false; self.rows.len()];
        for (at, _) in kept {
            is_mixed[at] = true;
        }
        is_mixed
    }

    /// Whether one purchase of a plan costs more than the best basket of its line. In a trade-off a dearer basket may
    /// have fewer purchases.
    fn is_too_dear(&self, standing: &Standing, best: Option<Rank>) -> bool {
        !self.trade_off && best.is_some_and(|best| standing.costs_more_than(&best))
    }

    /// Whether other rows certainly make a row needless.
    #[inline]
    fn makes_needless(&self, kind: Kind, judgement: &Judgement, best: &BestAlone) -> bool {
        if kind == Kind::Sim {
            return false;
        }
        let known = &self.witnesses;
        if let Ok(rank) = &judgement.verdict {
            let counts = judgement.fewest.is_some_and(|fewest| {
                !known.contracts.iter().any(|other| other < rank && other.purchases <= fewest)
            });
            let is_first = judgement.sim.is_some_and(|sim| !known.sims.contains(&sim));
            let is_best = known.best.as_ref().is_none_or(|best| rank <= best);
            if counts || is_first || is_best || best.admits(rank) {
                return false;
            }
        }
        let useful = judgement.standing.filter(Standing::covers_something);
        useful.is_none_or(|own| {
            self.is_too_dear(&own, known.best) || {
                // A dear plan covers the most, so the dearest that is not dearer than this one is tried first.
                let no_dearer = known.prices.partition_point(|price| *price <= own.price());
                known.standings[..no_dearer].iter().rev().any(|other| other.replaces(&own, false))
            }
        })
    }

    /// Whether a SIM may decide the verdict about a plan. With the SIM that covers least a plan may fail for an earlier
    /// reason, and a dearer SIM may be needed if a cheaper one covers everything.
    fn may_begin(&self, sim: &KeptRow) -> bool {
        if sim.kind != Kind::Sim || sim.judgement.barred.is_some() {
            return false;
        }
        // A SIM without a price begins baskets with an unknown total if no SIM of its line has a price.
        let Some(own) = sim.judgement.standing else { return true };
        let others = self
            .rows
            .iter()
            .filter(|other| other.id != sim.id)
            .filter_map(|other| Some((other.judgement.standing?, other.id < sim.id)));
        let is_replaced = others.clone().any(|(other, is_first)| {
            other.replaces(&own, is_first) && (own.is_enough() || !other.is_enough())
        });
        let is_weaker = others.clone().any(|(other, is_first)| {
            other.covers_no_more_than(&own) && (is_first || !own.covers_no_more_than(&other))
        });
        !is_replaced || !is_weaker
    }

    /// Adds the kept rows and the tally of another part of the line.
    pub fn merge(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.tally.add(&other.tally);
    }

    /// The plans that are kept, with their records, and the tally of the others.
    pub fn into_parts(
        mut self,
        layout: &FileLayout,
        best: &BestAlone,
        floor: Option<&LineFloor<'_>>,
    ) -> (Vec<(Arc<Plan>, Record)>, Tally) {
        self.sort_out(best, floor);
        let plans = self
            .rows
            .into_iter()
            .filter_map(|row| Some((Arc::new(layout.plan(&row.record)?), row.record)))
            .collect();
        (plans, self.tally)
    }
}

impl KeptRow {
    /// Sorts the best baskets of one plan first, and rows without such a basket last.
    fn order(&self) -> (bool, Option<Rank>) {
        let rank = self.judgement.verdict.ok();
        (rank.is_none(), rank)
    }
}

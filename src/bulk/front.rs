//! The plans of one line that may be in an answer, and how the other plans were judged.

use super::stream::{FileLayout, Record};
use crate::domain::basket::Rank;
use crate::domain::judge::{Judgement, Standing};
use crate::domain::plan::{Kind, Plan};
use crate::domain::refusal::Code;
use std::collections::BTreeMap;
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
    /// How many plans repeated alone to keep of each line.
    pub alone: usize,
    /// The id of a plan to keep, however it is judged.
    pub plan: Option<&'w str>,
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
/// A row is dropped only if the rows that are kept make it needless: one of them replaces it in every basket of several
/// plans, and enough of them are better alone. Both orders are strict and transitive, so the result does not depend on
/// the order of the rows.
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
    /// The last rank that is wanted alone. `None` until there are enough.
    alone: Option<Rank>,
    /// What the kept rows cover, by ascending price.
    standings: Vec<Standing>,
    /// The prices of `standings`, which are searched for each row.
    prices: Vec<u128>,
    /// The ranks of contracts.
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
    pub fn take(&mut self, id: &[u8], kind: Kind, judgement: Judgement, record: impl FnOnce() -> Record) {
        let is_pinned = self.wanted.plan.is_some_and(|wanted| wanted.as_bytes() == id);
        if !is_pinned && self.witnesses.make_needless(kind, &judgement, self.trade_off) {
            self.tally.count(&judgement);
        } else {
            self.keep(KeptRow { id: id.into(), kind, record: record(), judgement });
        }
    }

    #[inline(never)]
    fn keep(&mut self, row: KeptRow) {
        self.rows.push(row);
        if self.rows.len() > self.capacity {
            self.sort_out();
            self.capacity = (2 * self.rows.len()).max(CAPACITY);
        }
    }

    /// Drops the rows that other rows make needless.
    pub fn sort_out(&mut self) {
        self.rows.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.id.cmp(&b.id)));
        let furthest = self.rows.iter().filter_map(|row| row.judgement.barred).max();
        let mut witnesses = Witnesses::default();
        let mut is_kept = Vec::with_capacity(self.rows.len());
        let mut alone = 0;
        let mut is_barred_kept = false;
        for row in &self.rows {
            let rank = row.judgement.verdict.ok();
            let is_best_alone = rank.is_some() && alone < self.wanted.alone;
            alone += usize::from(rank.is_some());
            if alone == self.wanted.alone {
                witnesses.alone = witnesses.alone.or(rank);
            }
            // In a trade-off a dearer contract is kept if it has fewer bills.
            let contract = rank.filter(|_| row.kind == Kind::Contract);
            let is_in_trade_off = self.trade_off
                && contract.is_some_and(|rank| {
                    witnesses.contracts.iter().all(|other| rank.purchases < other.purchases)
                });
            witnesses.contracts.extend(contract);
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
                    || self.may_begin(row)
                    || row.is_mixed() && !self.rows.iter().any(|other| other.replaces(row)),
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
    pub fn into_parts(mut self, layout: &FileLayout) -> (Vec<(Arc<Plan>, Record)>, Tally) {
        self.sort_out();
        let plans = self
            .rows
            .into_iter()
            .filter_map(|row| Some((Arc::new(layout.plan(&row.record)?), row.record)))
            .collect();
        (plans, self.tally)
    }
}

impl Witnesses {
    /// Whether a row is certainly needless.
    #[inline]
    fn make_needless(&self, kind: Kind, judgement: &Judgement, trade_off: bool) -> bool {
        if kind == Kind::Sim {
            return false;
        }
        if let Ok(rank) = &judgement.verdict {
            let counts = trade_off
                && kind == Kind::Contract
                && !self.contracts.iter().any(|other| other < rank && other.purchases <= rank.purchases);
            let is_first = judgement.sim.is_some_and(|sim| !self.sims.contains(&sim));
            if counts || is_first || self.alone.as_ref().is_none_or(|last| rank <= last) {
                return false;
            }
        }
        let useful = judgement.standing.filter(Standing::covers_something);
        useful.is_none_or(|own| {
            // A dear plan covers the most, so the dearest of all is tried first, and then those that are not dearer
            // than this one, from the dearest on.
            self.standings.last().is_some_and(|other| other.replaces(&own, false)) || {
                let no_dearer = self.prices.partition_point(|price| *price <= own.price());
                self.standings[..no_dearer].iter().rev().any(|other| other.replaces(&own, false))
            }
        })
    }
}

impl KeptRow {
    /// Sorts the best baskets of one plan first, and rows without such a basket last.
    fn order(&self) -> (bool, Option<Rank>) {
        let rank = self.judgement.verdict.ok();
        (rank.is_none(), rank)
    }

    /// Whether the plan may be in a basket with other plans.
    fn is_mixed(&self) -> bool {
        self.kind != Kind::Sim && self.judgement.standing.is_some_and(|standing| standing.covers_something())
    }

    fn replaces(&self, other: &Self) -> bool {
        let both = self.judgement.standing.zip(other.judgement.standing);
        both.is_some_and(|(own, its)| own.replaces(&its, self.id < other.id))
    }
}

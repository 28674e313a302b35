//! The plans of one line that may be in an answer, kept against one another, and how the rest was judged.

use crate::catalogue::stream::Record;
use crate::domain::basket::Basket;
use crate::domain::comparison::{Judgement, judge};
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::refusal::Code;
use crate::domain::request::{Question, Request};
use crate::domain::slug::Slug;
use crate::domain::solver::{Choice, dominates};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many rows came to what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many can be an offer.
    pub offered: usize,
    /// How many were refused for each reason.
    pub refused: BTreeMap<Code, usize>,
    /// How many were refused only because the catalogue does not say something.
    pub refused_unknown: usize,
}

impl Tally {
    fn count(&mut self, judgement: &Judgement) {
        self.refused_unknown += usize::from(judgement.is_refused_unknown);
        match &judgement.verdict {
            Ok(_) => self.offered += 1,
            Err(code) => *self.refused.entry(*code).or_default() += 1,
        }
    }

    /// Adds other rows.
    pub fn add(&mut self, other: &Self) {
        self.offered += other.offered;
        self.refused_unknown += other.refused_unknown;
        for (code, count) in &other.refused {
            *self.refused.entry(*code).or_default() += count;
        }
    }

    /// How many rows these are.
    pub fn rows(&self) -> usize {
        self.offered + self.refused.values().sum::<usize>()
    }

    /// The same rows if their line is too large to be searched: none of them is an offer then.
    #[must_use]
    pub fn all_too_large(mut self) -> Self {
        *self.refused.entry(Code::TooLargeToSearch).or_default() += std::mem::take(&mut self.offered);
        self.refused.retain(|_, count| *count > 0);
        self
    }
}

/// What is kept of the rows of a question.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// How many plans repeated alone of each line.
    pub alone: usize,
    /// The plan of this id, whatever it comes to.
    pub plan: Option<&'w str>,
}

/// A row that is kept.
struct Row {
    plan: Arc<Plan>,
    record: Record,
    judgement: Judgement,
}

/// The rows of one line. A row is dropped only if rows that are kept make it needless: one of them takes its place in
/// every basket with others, and enough of them are better alone. Both orders are strict and transitive, so the order
/// in which the rows come changes nothing.
pub struct Front {
    /// The SIMs that are kept, with their records.
    sims: Vec<(Arc<Plan>, Record)>,
    rows: Vec<Row>,
    /// The rows that were dropped.
    tally: Tally,
    /// How many rows there may be before they are sorted out again.
    capacity: usize,
}

/// How many rows a line may have before they are sorted out for the first time.
const CAPACITY: usize = 64;

impl Front {
    /// A line with these SIMs.
    pub fn new(sims: Vec<(Arc<Plan>, Record)>) -> Self {
        Self { sims, rows: Vec::new(), tally: Tally::default(), capacity: CAPACITY }
    }

    /// Takes a row that is not a SIM.
    ///
    /// # Errors
    /// As [`PreparedCatalogue::new`].
    pub fn take(
        &mut self,
        plan: Arc<Plan>,
        record: impl FnOnce() -> Record,
        (request, question): (&Request, &Question),
        wanted: Wanted<'_>,
    ) -> Result<(), Error> {
        let sims = self.sims.iter().map(|(sim, _)| Arc::clone(sim));
        let prepared = PreparedCatalogue::new(sims.chain([Arc::clone(&plan)]).collect(), request.clone())?;
        let mut judgement = judge(&prepared, question, plan.id.as_str()).expect("the plan is there");
        // What is the same for all plans of the line does not tell them apart.
        judgement.standing = judgement.standing.map(|standing| Choice { plan: 0, ..standing });
        self.rows.push(Row { plan, record: record(), judgement });
        if self.rows.len() > self.capacity {
            self.sort_out(wanted, question.trade_off);
            self.capacity = (2 * self.rows.len()).max(CAPACITY);
        }
        Ok(())
    }

    /// Drops what other rows make needless.
    pub fn sort_out(&mut self, wanted: Wanted<'_>, trade_off: bool) {
        self.rows.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.plan.id.cmp(&b.plan.id)));
        let rows = std::mem::take(&mut self.rows);
        let mut alone = 0;
        let mut fewest_bills = u64::MAX;
        let mut begun: BTreeSet<Slug> = BTreeSet::new();
        for row in rows {
            let is_pinned = wanted.plan == Some(row.plan.id.as_str());
            let is_best_alone = row.judgement.verdict.is_ok() && alone < wanted.alone;
            let is_mixed = row.is_mixed() && !self.rows.iter().any(|other| other.dominates(&row));
            // In a trade-off a dearer contract counts if it has fewer bills.
            let bills = row.judgement.verdict.as_ref().map_or(u64::MAX, Basket::purchases);
            // A SIM is offered if one plan alone begins with it.
            let first_of_sim = row.sim().filter(|sim| !begun.contains(*sim)).cloned();
            let is_in_trade_off = trade_off && row.plan.is_contract() && bills < fewest_bills;
            alone += usize::from(row.judgement.verdict.is_ok());
            if row.plan.is_contract() {
                fewest_bills = fewest_bills.min(bills);
            }
            if is_pinned || is_best_alone || is_mixed || is_in_trade_off || first_of_sim.is_some() {
                begun.extend(first_of_sim);
                self.rows.push(row);
            } else {
                self.tally.count(&row.judgement);
            }
        }
    }

    /// Adds what was kept of other rows of the line.
    pub fn merge(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.tally.add(&other.tally);
    }

    /// What is left: the plans with their records, and the rest counted.
    pub fn into_parts(self) -> (Vec<(Arc<Plan>, Record)>, Tally) {
        let rows = self.rows.into_iter().map(|row| (row.plan, row.record));
        (self.sims.into_iter().chain(rows).collect(), self.tally)
    }
}

impl Row {
    /// The best basket alone first, then what is no basket alone, the cheapest first.
    fn order(&self) -> impl Ord + use<> {
        let rank = self.judgement.verdict.as_ref().ok().map(Basket::rank);
        let standing = self.judgement.standing.map(|own| (own.price, own.is_shared, Reverse(own.time)));
        (rank.is_none(), rank, standing)
    }

    /// The SIM with which its basket begins.
    fn sim(&self) -> Option<&Slug> {
        let first = self.judgement.verdict.as_ref().ok()?.items().first()?;
        Some(&first.plan.id).filter(|_| first.plan.is_sim())
    }

    fn is_mixed(&self) -> bool {
        self.judgement.standing.is_some_and(|standing| standing.time > 0 || standing.calls > 0)
    }

    fn dominates(&self, other: &Self) -> bool {
        let (Some(own), Some(its)) = (self.judgement.standing, other.judgement.standing) else {
            return false;
        };
        let by_id = usize::from(self.plan.id > other.plan.id);
        own.limit.is_none() && dominates(&Choice { plan: by_id, ..own }, &Choice { plan: 1 - by_id, ..its })
    }
}

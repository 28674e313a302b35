//! The plans of a catalogue of any size that can matter for one question.
//!
//! A small catalogue is kept whole. A larger one is read twice: first its SIMs, then every other row, which the core
//! judges with the SIMs of its line. What other rows make needless is counted and dropped.

pub use super::front::Wanted;
use super::front::{Front, Tally};
use crate::catalogue::Catalogue;
use crate::catalogue::columns::{Column, REQUIRED};
use crate::catalogue::source::{Settings, Source, head};
use crate::catalogue::stream::{Layout, Record, Taker, read};
use crate::catalogue::table::{Diagnostic, ReadError};
use crate::domain::comparison::Comparison;
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::domain::request::{Question, Request};
use crate::domain::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::Arc;

/// The plans that matter, and the others counted.
#[derive(Debug)]
pub struct Shortlist {
    /// The plans.
    pub plans: Vec<Arc<Plan>>,
    /// The others by line; `None` if all are there.
    pub rest: Option<Rest>,
    /// What deserves a warning.
    pub warnings: Vec<Diagnostic>,
}

/// The rows that were dropped.
#[derive(Clone, Debug, Default)]
pub struct Rest {
    by_line: BTreeMap<Slug, Tally>,
    /// Each line with each of its operators.
    pub sellers: BTreeSet<(Slug, Slug)>,
}

impl Rest {
    /// The rows of all lines, given what the rest of the answer goes without.
    pub fn tally(&self, comparison: &Comparison) -> Tally {
        let mut sum = Tally::default();
        for (line, tally) in &self.by_line {
            let is_unsearched = comparison.unsearched().any(|left_out| left_out.lines == [line.clone()]);
            sum.add(&if is_unsearched { tally.clone().all_too_large() } else { tally.clone() });
        }
        sum
    }

    /// How many rows these are.
    pub fn rows(&self) -> usize {
        self.by_line.values().map(Tally::rows).sum()
    }
}

/// Why there is no shortlist.
#[derive(Debug)]
pub enum ShortlistError {
    /// The catalogue cannot be read.
    Read(ReadError),
    /// It cannot be compared.
    Compare(Error),
}

impl From<ReadError> for ShortlistError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<Vec<Diagnostic>> for ShortlistError {
    fn from(problems: Vec<Diagnostic>) -> Self {
        Self::Read(problems.into())
    }
}

impl From<std::io::Error> for ShortlistError {
    fn from(error: std::io::Error) -> Self {
        Self::Read(error.into())
    }
}

impl From<Error> for ShortlistError {
    fn from(error: Error) -> Self {
        Self::Compare(error)
    }
}

/// Reads a catalogue: a small one whole, of a large one what matters for the question.
///
/// # Errors
/// Every problem of the file, or what kept it from being read or compared.
pub fn shortlist(
    mut source: impl Source,
    request: &Request,
    question: &Question,
    wanted: Wanted<'_>,
    settings: Settings,
) -> Result<Shortlist, ShortlistError> {
    let first = head(&mut source, settings.whole)?;
    if first.is_whole {
        return Ok(Shortlist::whole(Catalogue::of(&first.bytes)?));
    }
    let (layout, rows, line) = Layout::of(&first.bytes, &REQUIRED)?;
    let takers = || 0..settings.threads();
    let sims = takers().map(|_| Sims { layout: &layout, rows: Vec::new() }).collect();
    let found = read(rows.chain(&mut source), &layout, line, settings.block, sims)?;
    if found.problems.count > 0 {
        return Err(ReadError::Problems(found.problems).into());
    }
    let mut sims: BTreeMap<Slug, Vec<(Arc<Plan>, Record)>> = BTreeMap::new();
    for (plan, record) in found.takers.into_iter().flat_map(|taker| taker.rows) {
        sims.entry(plan.line.clone()).or_default().push((plan, record));
    }
    sims.values_mut().for_each(|sims| sims.sort_by(|(_, a), (_, b)| a.cmp(b)));

    if !source.rewind()? {
        return Err(ReadError::OnlyOnce.into());
    }
    let again = head(&mut source, settings.whole)?;
    if again.is_whole {
        return Err(ReadError::Changed.into());
    }
    let (layout, rows, line) = Layout::of(&again.bytes, &REQUIRED)?;
    let fronts = takers().map(|_| Fronts {
        layout: &layout,
        sims: &sims,
        request,
        question,
        wanted,
        lines: BTreeMap::new(),
        sellers: BTreeSet::new(),
        error: None,
    });
    let found = read(rows.chain(&mut source), &layout, line, settings.block, fronts.collect())?;
    if !source.is_unchanged()? || found.problems.count > 0 {
        return Err(ReadError::Changed.into());
    }
    let mut merged: BTreeMap<Slug, Front> =
        sims.iter().map(|(line, sims)| (line.clone(), Front::new(sims.clone()))).collect();
    let mut rest = Rest::default();
    for fronts in found.takers {
        if let Some(error) = fronts.error {
            return Err(error.into());
        }
        rest.sellers.extend(fronts.sellers);
        for (line, front) in fronts.lines {
            match merged.get_mut(&line) {
                Some(own) => own.merge(front),
                None => drop(merged.insert(line, front)),
            }
        }
    }
    let mut kept = Vec::new();
    for (line, mut front) in merged {
        front.sort_out(wanted, question.trade_off);
        let (rows, tally) = front.into_parts();
        kept.extend(rows);
        rest.by_line.insert(line, tally);
    }
    kept.sort_by(|(_, a), (_, b)| a.cmp(b));
    let problems = twice(&kept, &layout);
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let plans = kept.into_iter().map(|(plan, _)| plan).collect();
    Ok(Shortlist { plans, rest: Some(rest), warnings: found.warnings })
}

impl Shortlist {
    /// A small catalogue: all of it matters.
    pub fn whole(catalogue: Catalogue) -> Self {
        Self { plans: catalogue.plans, rest: None, warnings: catalogue.warnings }
    }

    /// How many rows the catalogue has.
    pub fn rows(&self) -> usize {
        self.plans.len() + self.rest.as_ref().map_or(0, Rest::rows)
    }
}

/// Rows that are kept of which an id was there before.
fn twice(kept: &[(Arc<Plan>, Record)], layout: &Layout) -> Vec<Diagnostic> {
    let mut first_lines: BTreeMap<&Slug, u64> = BTreeMap::new();
    let mut problems = Vec::new();
    for (plan, record) in kept {
        if let Some(first) = first_lines.get(&plan.id) {
            let error = Error::new("id-twice").with("value", plan.id.as_str()).with("first_line", *first);
            problems.extend(layout.problem(record, Column::Id, error));
        } else {
            first_lines.insert(&plan.id, record.line);
        }
    }
    problems
}

/// The SIMs of a catalogue.
struct Sims<'l> {
    layout: &'l Layout,
    rows: Vec<(Arc<Plan>, Record)>,
}

impl Taker for Sims<'_> {
    fn take(&mut self, _: &[u8], plan: Option<Plan>, record: impl FnOnce() -> Record) {
        let record = record();
        if let Some(plan) = plan.or_else(|| self.layout.plan(&record)).filter(Plan::is_sim) {
            self.rows.push((Arc::new(plan), record));
        }
    }
}

/// The lines of a catalogue, as far as one thread has seen them.
struct Fronts<'l> {
    layout: &'l Layout,
    sims: &'l BTreeMap<Slug, Vec<(Arc<Plan>, Record)>>,
    request: &'l Request,
    question: &'l Question,
    wanted: Wanted<'l>,
    lines: BTreeMap<Slug, Front>,
    sellers: BTreeSet<(Slug, Slug)>,
    error: Option<Error>,
}

impl Taker for Fronts<'_> {
    fn take(&mut self, _: &[u8], plan: Option<Plan>, record: impl FnOnce() -> Record) {
        let record = record();
        let Some(plan) = plan.or_else(|| self.layout.plan(&record)) else { return };
        let seller = (plan.line.clone(), plan.operator.clone());
        if !self.sellers.contains(&seller) {
            self.sellers.insert(seller);
        }
        if plan.is_sim() {
            return;
        }
        if !self.lines.contains_key(&plan.line) {
            let sims = self.sims.get(&plan.line).cloned().unwrap_or_default();
            self.lines.insert(plan.line.clone(), Front::new(sims));
        }
        let front = self.lines.get_mut(&plan.line).expect("it has just been put there");
        let taken = front.take(Arc::new(plan), || record, (self.request, self.question), self.wanted);
        if let Err(error) = taken {
            self.error.get_or_insert(error);
        }
    }
}

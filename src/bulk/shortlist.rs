//! The plans of a catalogue of any size that can matter for one question.
//!
//! A small catalogue is kept whole. Of a larger one the core judges row after row, each with the SIMs of its line; what
//! other rows make needless is counted and dropped. So a catalogue with SIMs is read twice: first for these.

pub use super::front::Wanted;
use super::front::{Front, Tally};
use super::reader::SameBars;
use super::source::{Settings, Source, head};
use super::stream::{FileLayout, Found, Record, Taker, ValidRow, read};
use super::threads::each_on;
use crate::catalogue::Catalogue;
use crate::catalogue::columns::{Column, REQUIRED};
use crate::catalogue::table::{Diagnostic, Problems, ReadError};
use crate::domain::comparison::Comparison;
use crate::domain::error::Error;
use crate::domain::filters::Bar;
use crate::domain::judge::{Judge, LineStart};
use crate::domain::plan::Plan;
use crate::domain::request::{Question, Request};
use crate::domain::slug::Slug;
use rustc_hash::FxHashMap;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

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

impl From<Problems> for ShortlistError {
    fn from(problems: Problems) -> Self {
        Self::Read(problems.into())
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
    let judge = Judge::new(request, question)?;
    let front = || Front::new(wanted, question.trade_off);
    let threads = settings.threads();

    // As if there were no SIMs, until one is found: then the rest is read for these alone.
    let (layout, rows, line) = FileLayout::of(&first.bytes, &REQUIRED)?;
    let (no_starts, has_sims) = (BTreeMap::new(), AtomicBool::new(false));
    let takers = (0..threads).map(|_| First {
        sims: SimTaker { layout: &layout, judge: &judge, front, lines: LineFronts::default() },
        plans: Plans::new(&layout, &judge, &no_starts, front),
        has_sims: &has_sims,
    });
    let found = read(rows.chain(&mut source), &layout, line, settings.block, takers.collect())?;
    if !has_sims.load(Ordering::Relaxed) {
        let found = found.map(|first| first.plans);
        return of_plans(found, &layout, threads, Vec::new(), Rest::default());
    }
    let mut sims = Vec::new();
    let mut rest = Rest::default();
    for (line, front) in merged(found.takers.into_iter().map(|first| first.sims.lines)) {
        let (rows, tally) = front.into_parts(&layout);
        sims.extend(rows);
        rest.by_line.insert(line, tally);
    }
    let starts = starts(&judge, &sims);

    // The problems of all rows are found now.
    if !source.rewind()? {
        return Err(ReadError::OnlyOnce.into());
    }
    let again = head(&mut source, settings.whole)?;
    if again.is_whole {
        return Err(ReadError::Changed.into());
    }
    let (layout, rows, line) = FileLayout::of(&again.bytes, &REQUIRED)?;
    let takers = (0..threads).map(|_| Plans::new(&layout, &judge, &starts, front));
    let found = read(rows.chain(&mut source), &layout, line, settings.block, takers.collect())?;
    if !source.is_unchanged()? {
        return Err(ReadError::Changed.into());
    }
    of_plans(found, &layout, threads, sims, rest)
}

/// The shortlist of some SIMs and what has been found besides.
fn of_plans<F>(
    found: Found<Plans<'_, '_, F>>,
    layout: &FileLayout,
    threads: usize,
    mut kept: Vec<(Arc<Plan>, Record)>,
    mut rest: Rest,
) -> Result<Shortlist, ShortlistError> {
    let mut warnings = found.warnings;
    warnings.extend(found.problems.into_warnings(found.rows)?);
    let mut lines = Vec::new();
    for plans in found.takers {
        if let Some(error) = plans.error {
            return Err(error.into());
        }
        rest.sellers.extend(plans.sellers);
        lines.push(plans.lines);
    }
    let fronts: Vec<_> = merged(lines.into_iter()).into_iter().map(|own| Mutex::new(Some(own))).collect();
    let parts = each_on(threads, fronts.len(), &|number| {
        let (line, front) = fronts[number].lock().ok()?.take()?;
        Some((line, front.into_parts(layout)))
    });
    for (line, (rows, tally)) in parts.into_iter().flatten() {
        kept.extend(rows);
        rest.by_line.entry(line).or_default().add(&tally);
    }
    kept.sort_by(|(_, a), (_, b)| a.cmp(b));
    let problems = twice(&kept, layout);
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let plans = kept.into_iter().map(|(plan, _)| plan).collect();
    Ok(Shortlist { plans, rest: Some(rest), warnings })
}

/// The lines of several threads as one.
fn merged<'w>(threads: impl Iterator<Item = LineFronts<'w>>) -> BTreeMap<Slug, Front<'w>> {
    let mut merged: BTreeMap<Slug, Front<'w>> = BTreeMap::new();
    for lines in threads {
        let mut fronts: Vec<Option<Front<'w>>> = lines.fronts.into_iter().map(Some).collect();
        for (line, index) in lines.by_name {
            let Some(front) = fronts[index].take() else { continue };
            match merged.get_mut(&line) {
                Some(own) => own.merge(front),
                None => drop(merged.insert(line, front)),
            }
        }
    }
    merged
}

/// How baskets of each line begin that has SIMs.
fn starts(judge: &Judge<'_>, sims: &[(Arc<Plan>, Record)]) -> BTreeMap<Slug, LineStart> {
    let mut by_line: BTreeMap<&Slug, Vec<&Plan>> = BTreeMap::new();
    for (sim, _) in sims {
        by_line.entry(&sim.line).or_default().push(sim);
    }
    let start = |(line, mut sims): (&Slug, Vec<&Plan>)| {
        sims.sort_by(|a, b| a.id.cmp(&b.id));
        (line.clone(), judge.line(line, &sims))
    };
    by_line.into_iter().map(start).collect()
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
fn twice(kept: &[(Arc<Plan>, Record)], layout: &FileLayout) -> Vec<Diagnostic> {
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

/// The rows of each line, as far as one thread has seen them.
#[derive(Default)]
struct LineFronts<'w> {
    fronts: Vec<Front<'w>>,
    by_name: BTreeMap<Slug, usize>,
}

impl<'w> LineFronts<'w> {
    /// The number of a line.
    fn number(&mut self, line: &Slug, front: impl FnOnce() -> Front<'w>) -> usize {
        if let Some(number) = self.by_name.get(line) {
            return *number;
        }
        self.fronts.push(front());
        self.by_name.insert(line.clone(), self.fronts.len() - 1);
        self.fronts.len() - 1
    }
}

/// What one thread makes of a catalogue of which nobody knows whether it has SIMs.
struct First<'l, 'w, F> {
    sims: SimTaker<'l, 'w, F>,
    /// Every row as if there were none; of no use if there is one.
    plans: Plans<'l, 'w, F>,
    /// Whether any thread has found one.
    has_sims: &'l AtomicBool,
}

impl<'w, F: Fn() -> Front<'w> + Send> Taker for First<'_, 'w, F> {
    fn word(&self) -> Option<[u8; 3]> {
        self.has_sims.load(Ordering::Relaxed).then_some(*b"sim")
    }

    #[inline]
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record) {
        if row.is_sim() {
            self.has_sims.store(true, Ordering::Relaxed);
            self.sims.take(row, record);
        } else if !self.has_sims.load(Ordering::Relaxed) {
            self.plans.take(row, record);
        }
    }
}

/// The SIMs of a catalogue.
struct SimTaker<'l, 'w, F> {
    layout: &'l FileLayout,
    judge: &'l Judge<'l>,
    front: F,
    lines: LineFronts<'w>,
}

impl<'w, F: Fn() -> Front<'w>> SimTaker<'_, 'w, F> {
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record) {
        let record = record();
        let sim = match row {
            ValidRow::Plain(_) => self.layout.plan(&record),
            ValidRow::Exact(plan) => Some(*plan),
        };
        let Some(sim) = sim else { return };
        let number = self.lines.number(&sim.line, &self.front);
        let judgement = self.judge.sim(&sim);
        self.lines.fronts[number].take(sim.id.as_str().as_bytes(), sim.kind, judgement, || record);
    }
}

/// The plans of a catalogue that are no SIMs.
struct Plans<'l, 'w, F> {
    layout: &'l FileLayout,
    judge: &'l Judge<'l>,
    starts: &'l BTreeMap<Slug, LineStart>,
    front: F,
    lines: LineFronts<'w>,
    /// A plan for all rows that the same reasons keep out.
    templates: FxHashMap<SameBars, Template<'l>>,
    sellers: BTreeSet<(Slug, Slug)>,
    error: Option<Error>,
}

/// A plan that stands for others with the same words.
struct Template<'l> {
    plan: Plan,
    bars: Vec<Bar>,
    line: usize,
    start: &'l LineStart,
}

/// How many templates are remembered.
const MOST_TEMPLATES: usize = 1 << 12;

impl<'l, 'w, F: Fn() -> Front<'w>> Plans<'l, 'w, F> {
    fn new(
        layout: &'l FileLayout,
        judge: &'l Judge<'l>,
        starts: &'l BTreeMap<Slug, LineStart>,
        front: F,
    ) -> Self {
        Self {
            layout,
            judge,
            starts,
            front,
            lines: LineFronts::default(),
            templates: FxHashMap::default(),
            sellers: BTreeSet::new(),
            error: None,
        }
    }

    /// What stands for a plan, unless it is a SIM.
    fn template(&mut self, plan: &Plan) -> Option<Template<'l>> {
        let seller = (plan.line.clone(), plan.operator.clone());
        self.sellers.insert(seller);
        if let Err(error) = self.judge.check_currency(plan) {
            self.error.get_or_insert(error);
        }
        let line = self.lines.number(&plan.line, &self.front);
        let start = self.starts.get(&plan.line).unwrap_or(const { &LineStart::FREE });
        (!plan.is_sim()).then(|| Template { plan: plan.clone(), bars: self.judge.bars(plan), line, start })
    }
}

impl<'w, F: Fn() -> Front<'w> + Send> Taker for Plans<'_, 'w, F> {
    #[inline]
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record) {
        match row {
            ValidRow::Exact(plan) => {
                let Some(Template { bars, line, start, .. }) = self.template(&plan) else { return };
                let judgement = self.judge.plan(&plan, &bars, start);
                self.lines.fronts[line].take(plan.id.as_str().as_bytes(), plan.kind, judgement, record);
            }
            ValidRow::Plain(row) if row.is_sim => {}
            ValidRow::Plain(row) => {
                let record = LazyCell::new(record);
                let key = row.same_bars();
                if !self.templates.contains_key(&key) {
                    let Some(plan) = self.layout.plan(&record) else { return };
                    let Some(template) = self.template(&plan) else { return };
                    if self.templates.len() >= MOST_TEMPLATES {
                        self.templates.clear();
                    }
                    self.templates.insert(key, template);
                }
                let Template { plan, bars, line, start } =
                    self.templates.get_mut(&key).expect("it has just been put there");
                row.put_into(plan);
                let judgement = self.judge.plan(plan, bars, start);
                self.lines.fronts[*line].take(row.id, plan.kind, judgement, || record.clone());
            }
        }
    }
}

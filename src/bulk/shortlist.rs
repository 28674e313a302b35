//! The plans of a catalogue of any size that can matter for one question.
//!
//! A small catalogue is kept whole. The rows of a larger one are judged one by one, each with the SIMs of its line.
//! Rows that other rows make needless are counted and dropped. A catalogue with SIMs is therefore read twice, the first
//! time for its SIMs.

pub use super::front::Wanted;
use super::front::{BestAlone, Front, Tally};
use super::names::{Names, twice};
use super::reader::SameBars;
use super::source::{Settings, Source, head};
use super::stream::{FileLayout, Found, Record, Taker, ValidRow, read};
use super::threads::each_on;
use crate::catalogue::Catalogue;
use crate::catalogue::columns::REQUIRED;
use crate::catalogue::problems::{Diagnostic, Problems, ReadError};
use crate::domain::comparison::Comparison;
use crate::domain::error::Error;
use crate::domain::filters::Bar;
use crate::domain::judge::{Judge, LineFloor, LineStart};
use crate::domain::plan::Plan;
use crate::domain::request::{Question, Request};
use crate::domain::slug::Slug;
use rustc_hash::FxHashMap;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// The plans that can matter, and the tally of the others.
#[derive(Debug)]
pub struct Shortlist {
    /// The plans that can matter.
    pub plans: Vec<Arc<Plan>>,
    /// The other rows. `None` if the catalogue was kept whole.
    pub rest: Option<Rest>,
    /// Warnings about columns, blank cells and rows that are left out.
    pub warnings: Vec<Diagnostic>,
}

/// The rows that were dropped.
#[derive(Clone, Debug, Default)]
pub struct Rest {
    by_line: BTreeMap<Slug, Tally>,
    /// Each line with each operator that sells on it.
    pub sellers: BTreeSet<(Slug, Slug)>,
}

impl Rest {
    /// The tally of all lines. Lines that the comparison could not search have no offers.
    pub fn tally(&self, comparison: &Comparison) -> Tally {
        let mut sum = Tally::default();
        for (line, tally) in &self.by_line {
            let is_unsearched = comparison.unsearched().any(|left_out| left_out.lines == [line.clone()]);
            sum.add(&if is_unsearched { tally.clone().all_too_large() } else { tally.clone() });
        }
        sum
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.by_line.values().map(Tally::rows).sum()
    }
}

/// Why there is no shortlist.
#[derive(Debug)]
pub enum ShortlistError {
    /// The catalogue cannot be read.
    Read(ReadError),
    /// The plans of the catalogue cannot be compared.
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

/// Reads a catalogue: all plans of a small one, and those of a large one that can matter for the question.
///
/// # Errors
/// Every problem of the file, or the error that kept it from being read or compared.
pub fn shortlist(
    mut source: impl Source,
    request: &Request,
    question: &Question,
    wanted: Wanted<'_>,
    settings: Settings,
) -> Result<Shortlist, ShortlistError> {
    let first = head(&mut source, settings)?;
    if first.is_whole {
        return Ok(Shortlist::whole(Catalogue::read(first.bytes.as_slice(), settings.delimiter)?));
    }
    let judge = Judge::new(request, question)?;
    let front = || Front::new(wanted, question.trade_off);
    let threads = settings.threads();

    // Plans are judged as if the file had no SIMs. When one is found, the rest is read for SIMs alone.
    let (layout, rows, line) = FileLayout::parse(&first.bytes, &REQUIRED, settings.delimiter)?;
    let no_starts = BTreeMap::new();
    let has_sims = AtomicBool::new(false);
    let takers = (0..threads).map(|_| First {
        sims: SimTaker { layout: &layout, judge: &judge, front, lines: LineFronts::new(wanted) },
        plans: Plans::new(&layout, &judge, &no_starts, wanted, front),
        has_sims: &has_sims,
    });
    let found = read(rows.chain(&mut source), &layout, line, settings.block, takers.collect())?;
    if !has_sims.load(Ordering::Relaxed) {
        let found = found.map(|first| first.plans).with_names(&layout, &mut source, settings)?;
        let floor = |_: &Slug| judge.floor(&LineStart::FREE);
        return of_plans(found, &layout, threads, floor, (Vec::new(), Rest::default()));
    }
    let mut sims = Vec::new();
    let mut rest = Rest::default();
    let (fronts, best) = merged(found.takers.into_iter().map(|first| first.sims.lines));
    for (line, front) in fronts {
        let (rows, tally) = front.into_parts(&layout, &best, None);
        sims.extend(rows);
        rest.by_line.insert(line, tally);
    }
    let starts = starts(&judge, &sims);

    // The second reading validates all rows, and judges the plans with the SIMs of their lines.
    if !source.rewind()? {
        return Err(ReadError::OnlyOnce.into());
    }
    let again = head(&mut source, settings)?;
    if again.is_whole {
        return Err(ReadError::Changed.into());
    }
    let (layout, rows, line) = FileLayout::parse(&again.bytes, &REQUIRED, settings.delimiter)?;
    let takers = (0..threads).map(|_| Plans::new(&layout, &judge, &starts, wanted, front));
    let found = read(rows.chain(&mut source), &layout, line, settings.block, takers.collect())?;
    if !source.is_unchanged()? {
        return Err(ReadError::Changed.into());
    }
    let found = found.with_names(&layout, &mut source, settings)?;
    let floor = |line: &Slug| judge.floor(starts.get(line).unwrap_or(const { &LineStart::FREE }));
    of_plans(found, &layout, threads, floor, (sims, rest))
}

/// The shortlist of some SIMs and the plans that were found.
fn of_plans<'q, F>(
    found: Found<Plans<'_, '_, F>>,
    layout: &FileLayout,
    threads: usize,
    floor: impl Fn(&Slug) -> LineFloor<'q> + Sync,
    (mut kept, mut rest): (Vec<(Arc<Plan>, Record)>, Rest),
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
    let (fronts, best) = merged(lines);
    let fronts: Vec<_> = fronts.into_iter().map(|own| Mutex::new(Some(own))).collect();
    let parts = each_on(threads, fronts.len(), &|number| {
        let (line, front) = fronts[number].lock().ok()?.take()?;
        let parts = front.into_parts(layout, &best, Some(&floor(&line)));
        Some((line, parts))
    });
    for (line, (rows, tally)) in parts.into_iter().flatten() {
        kept.extend(rows);
        rest.by_line.entry(line).or_default().add(&tally);
    }
    kept.sort_by(|(_, a), (_, b)| a.cmp(b));
    let problems = twice(kept.iter().map(|(plan, record)| (plan.id.clone(), record)), layout);
    if problems.count > 0 {
        return Err(problems.into());
    }
    let plans = kept.into_iter().map(|(plan, _)| plan).collect();
    Ok(Shortlist { plans, rest: Some(rest), warnings })
}

impl<F> Found<Plans<'_, '_, F>> {
    /// Adds the problems of ids that occur twice and of lines with two operators.
    fn with_names(
        mut self,
        layout: &FileLayout,
        source: &mut impl Source,
        settings: Settings,
    ) -> Result<Self, ReadError> {
        let mut names = Names::new(MOST_IDS);
        for plans in &mut self.takers {
            names.merge(std::mem::replace(&mut plans.names, Names::new(0)));
        }
        self.problems.add_fatal(names.problems(layout, source, settings)?);
        Ok(self)
    }
}

/// Merges the lines of several threads.
fn merged<'w>(threads: impl IntoIterator<Item = LineFronts<'w>>) -> (BTreeMap<Slug, Front<'w>>, BestAlone) {
    let mut merged: BTreeMap<Slug, Front<'w>> = BTreeMap::new();
    let mut best = BestAlone::default();
    for lines in threads {
        best.merge(lines.best);
        let mut fronts: Vec<Option<Front<'w>>> = lines.fronts.into_iter().map(Some).collect();
        for (line, index) in lines.by_name {
            let Some(front) = fronts[index].take() else { continue };
            match merged.get_mut(&line) {
                Some(own) => own.merge(front),
                None => drop(merged.insert(line, front)),
            }
        }
    }
    (merged, best)
}

/// How baskets begin for each line that has SIMs.
fn starts(judge: &Judge<'_>, sims: &[(Arc<Plan>, Record)]) -> BTreeMap<Slug, LineStart> {
    let mut by_line: BTreeMap<&Slug, Vec<&Plan>> = BTreeMap::new();
    for (sim, _) in sims {
        by_line.entry(&sim.line).or_default().push(sim);
    }
    let starts = by_line.into_iter().map(|(line, mut sims)| {
        sims.sort_by(|a, b| a.id.cmp(&b.id));
        (line.clone(), judge.line(line, &sims))
    });
    starts.collect()
}

impl Shortlist {
    /// A shortlist of all plans of a small catalogue.
    pub fn whole(catalogue: Catalogue) -> Self {
        Self { plans: catalogue.plans, rest: None, warnings: catalogue.warnings }
    }

    /// The number of rows of the catalogue.
    pub fn rows(&self) -> usize {
        self.plans.len() + self.rest.as_ref().map_or(0, Rest::rows)
    }
}

/// The rows of each line that one thread has read.
struct LineFronts<'w> {
    fronts: Vec<Front<'w>>,
    by_name: BTreeMap<Slug, usize>,
    best: BestAlone,
}

impl<'w> LineFronts<'w> {
    fn new(wanted: Wanted<'_>) -> Self {
        Self { fronts: Vec::new(), by_name: BTreeMap::new(), best: BestAlone::new(wanted.alone) }
    }

    /// The index of a line, which is added if it is new.
    fn number(&mut self, line: &Slug, front: impl FnOnce() -> Front<'w>) -> usize {
        if let Some(number) = self.by_name.get(line) {
            return *number;
        }
        self.fronts.push(front());
        self.by_name.insert(line.clone(), self.fronts.len() - 1);
        self.fronts.len() - 1
    }
}

/// The first reading of one thread, when it is not known whether the catalogue has SIMs.
struct First<'l, 'w, F> {
    sims: SimTaker<'l, 'w, F>,
    /// The plans, judged as if there were no SIMs. They are not used if there are.
    plans: Plans<'l, 'w, F>,
    /// Whether any thread has found a SIM.
    has_sims: &'l AtomicBool,
}

impl<'w, F: Fn() -> Front<'w> + Send> Taker for First<'_, 'w, F> {
    fn word(&self) -> Option<[u8; 3]> {
        self.has_sims.load(Ordering::Relaxed).then_some(*b"sim")
    }

    fn end(&mut self) {
        self.plans.end();
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

/// Takes the SIMs of a catalogue.
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
            ValidRow::Plain(..) => self.layout.plan(&record),
            ValidRow::Exact(plan) => Some(*plan),
        };
        let Some(sim) = sim else { return };
        let number = self.lines.number(&sim.line, &self.front);
        let judgement = self.judge.sim(&sim);
        self.lines.fronts[number].take(
            sim.id.as_str().as_bytes(),
            sim.kind,
            judgement,
            &mut self.lines.best,
            || record,
        );
    }
}

/// Takes the plans of a catalogue that are not SIMs.
struct Plans<'l, 'w, F> {
    layout: &'l FileLayout,
    judge: &'l Judge<'l>,
    starts: &'l BTreeMap<Slug, LineStart>,
    front: F,
    lines: LineFronts<'w>,
    /// A template for all rows with the same bars.
    templates: FxHashMap<SameBars, Template<'l>>,
    sellers: BTreeSet<(Slug, Slug)>,
    names: Names,
    error: Option<Error>,
}

/// A plan that is reused for all rows with the same words.
struct Template<'l> {
    plan: Plan,
    bars: Vec<Bar>,
    line: usize,
    start: &'l LineStart,
}

/// How many ids are compared. If a catalogue has more rows, only the ids of the plans that are kept are, because eight
/// bytes for each row would take too much memory.
const MOST_IDS: usize = 1 << 21;

/// How many templates are remembered.
const MOST_TEMPLATES: usize = 1 << 12;

impl<'l, 'w, F: Fn() -> Front<'w>> Plans<'l, 'w, F> {
    fn new(
        layout: &'l FileLayout,
        judge: &'l Judge<'l>,
        starts: &'l BTreeMap<Slug, LineStart>,
        wanted: Wanted<'_>,
        front: F,
    ) -> Self {
        Self {
            layout,
            judge,
            starts,
            front,
            lines: LineFronts::new(wanted),
            templates: FxHashMap::default(),
            sellers: BTreeSet::new(),
            names: Names::new(MOST_IDS),
            error: None,
        }
    }

    /// A template from a plan. `None` if it is a SIM.
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
    fn end(&mut self) {
        self.names.sort();
    }

    #[inline]
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record) {
        let record = LazyCell::new(record);
        self.names.add(&row, || record.clone());
        match row {
            ValidRow::Exact(plan) => {
                let Some(Template { bars, line, start, .. }) = self.template(&plan) else { return };
                let judgement = self.judge.plan(&plan, &bars, start);
                self.lines.fronts[line].take(
                    plan.id.as_str().as_bytes(),
                    plan.kind,
                    judgement,
                    &mut self.lines.best,
                    || record.clone(),
                );
            }
            ValidRow::Plain(row, _) if row.is_sim => {}
            ValidRow::Plain(row, _) => {
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
                self.lines.fronts[*line]
                    .take(row.id, plan.kind, judgement, &mut self.lines.best, || record.clone());
            }
        }
    }
}

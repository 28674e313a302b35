//! Checks a catalogue of any size. Every row has to be valid, every id unique, and every line of one operator; and rows that
//! are valid may be suspicious.
//!
//! A file that is kept whole is also looked at for plans that are suspicious beside others. For a larger file this would take
//! memory for every plan.

use super::names::Names;
use super::source::{Settings, Source, head};
use super::stream::{FileLayout, Record, Taker, ValidRow, read};
use crate::catalogue::columns::REQUIRED;
use crate::catalogue::compared::{dominated, far_from_line, twice, without_sim};
use crate::catalogue::delimiter::{Delimiter, Opening};
use crate::catalogue::findings::{Finding, Findings, Severity};
use crate::catalogue::lint::Lint;
use crate::catalogue::overlay::overlaid;
use crate::catalogue::plans;
use crate::catalogue::problems::{Problems, ReadError};
use crate::catalogue::table::Header;
use crate::domain::plan::Plan;
use crate::domain::slug::own;
use jiff::civil::Date;
use std::io::Read;
use std::sync::Arc;

/// The result of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedCatalogue {
    /// The number of valid rows.
    pub plans: usize,
    /// What was found, in the order of the file.
    pub findings: Findings,
    /// What separates the cells of the file.
    pub delimiter: Delimiter,
    /// Whether the plans were compared with each other.
    pub is_whole: bool,
}

/// The largest file, in bytes, that a check keeps whole.
pub const LARGEST_COMPARED: usize = 1 << 21;

/// Checks a catalogue. The age of prices is counted from `today`.
///
/// # Errors
/// What kept the file from being read.
pub fn check(
    source: &mut impl Source,
    settings: Settings,
    today: Date,
) -> Result<CheckedCatalogue, ReadError> {
    let first = head(source, settings)?;
    let (layout, rows, line) = match FileLayout::parse(&first.bytes, &REQUIRED, settings.delimiter) {
        Ok(parsed) => parsed,
        Err(problems) => {
            let mut findings = Findings::default();
            findings.add_errors(problems.into());
            let delimiter = Opening::find(&first.bytes, &REQUIRED, settings.delimiter).delimiter;
            return Ok(CheckedCatalogue { plans: 0, findings, delimiter, is_whole: first.is_whole });
        }
    };
    let delimiter = layout.header.delimiter();
    if first.is_whole {
        let (plans, findings) = whole(&first.bytes, &layout, settings.delimiter, today, &|_| true)?;
        return Ok(CheckedCatalogue { plans, findings, delimiter, is_whole: true });
    }
    let takers = (0..settings.threads()).map(|_| CheckTaker {
        layout: &layout,
        names: Names::new(usize::MAX),
        lint: Lint::new(today),
    });
    let found = read(rows.chain(&mut *source), &layout, line, settings.block, takers.collect())?;
    let mut names = Names::new(usize::MAX);
    let mut lint = Lint::new(today);
    for taker in found.takers {
        names.merge(taker.names);
        lint.merge(taker.lint);
    }
    let plans = names.count();
    let mut findings = lint.finish();
    findings.add_errors(found.problems.into_all());
    findings.add_errors(names.problems(&layout, source, settings)?);
    findings.add_all(Severity::Warning, found.warnings);
    findings.sort();
    Ok(CheckedCatalogue { plans, findings, delimiter, is_whole: false })
}

/// Checks the last of some overlays, which are laid over a valid catalogue: its rows, as they are with all other cells of
/// their plans. Problems of an earlier overlay are not found.
///
/// # Errors
/// What keeps the overlay from being read.
pub fn overlay(
    catalogue: &[u8],
    overlays: &[&[u8]],
    asked: Option<Delimiter>,
    today: Date,
) -> Result<CheckedCatalogue, ReadError> {
    let last = overlays.last().copied().unwrap_or_default();
    let read = Header::read(last, &["id"], asked);
    let delimiter = read.map_or(Delimiter::COMMA, |(header, _)| header.delimiter());
    let mut findings = Findings::default();
    let laid = match overlaid(catalogue, overlays, asked) {
        Ok(laid) => laid,
        Err((index, problems)) => {
            if index + 1 == overlays.len() {
                findings.add_errors(problems);
            }
            return Ok(CheckedCatalogue { plans: 0, findings, delimiter, is_whole: true });
        }
    };
    let (layout, ..) = FileLayout::parse(laid.merged.as_bytes(), &REQUIRED, None).map_err(Problems::from)?;
    let (_, found) = whole(laid.merged.as_bytes(), &layout, None, today, &|line| laid.places.has(line))?;
    for Finding { severity, problem } in found.first {
        findings.add(severity, laid.places.noted(problem));
    }
    let unknown = laid.unknown.into_iter().filter(|(index, _)| index + 1 == overlays.len());
    findings.add_all(Severity::Warning, unknown.map(|(_, row)| row));
    findings.sort();
    Ok(CheckedCatalogue { plans: laid.places.count(), findings, delimiter, is_whole: true })
}

/// Checks all bytes of a file. Returns the number of valid rows. Only findings on lines that are `wanted` count.
fn whole(
    bytes: &[u8],
    layout: &FileLayout,
    asked: Option<Delimiter>,
    today: Date,
    wanted: &dyn Fn(u64) -> bool,
) -> Result<(usize, Findings), ReadError> {
    let mut lint = Lint::new(today);
    let mut plans: Vec<Arc<Plan>> = Vec::new();
    let mut records: Vec<Record> = Vec::new();
    let (problems, warnings) = plans::read(bytes, asked, &own, |plan, row, columns| {
        if wanted(row.line()) {
            lint.row(row, columns, &plan);
        }
        records.push(Record::of_row(row));
        plans.push(plan);
    })?;
    let mut findings = lint.finish();
    findings.add_errors(problems.into_all());
    findings.add_all(Severity::Warning, warnings.into_iter().filter(|warning| wanted(warning.line)));
    let lines: Vec<u64> = records.iter().map(|record| record.line).collect();
    let suspicious = [twice(&plans, &lines), without_sim(&plans)].concat();
    let notable = [dominated(&plans, &lines), far_from_line(&plans)].concat();
    for (severity, about) in [(Severity::Warning, suspicious), (Severity::Note, notable)] {
        let placed = about.into_iter().filter(|(index, ..)| wanted(lines[*index]));
        let placed =
            placed.filter_map(|(index, column, error)| layout.problem(&records[index], column, error));
        findings.add_all(severity, placed);
    }
    findings.sort();
    Ok((plans.len(), findings))
}

/// Checks the rows of one thread.
struct CheckTaker<'l> {
    layout: &'l FileLayout,
    names: Names,
    lint: Lint,
}

impl Taker for CheckTaker<'_> {
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record) {
        let delimiter = self.layout.header.delimiter();
        if let ValidRow::Plain(facts, bytes) = &row
            && self.lint.count(facts.facts(), bytes, delimiter).is_some()
        {
            self.names.add(&row, record);
            return;
        }
        let record = record();
        let Self { layout, lint, .. } = self;
        layout.look_at(&record, |row, plan| lint.row(row, &layout.columns, plan));
        self.names.add(&row, || record);
    }

    fn end(&mut self) {
        self.names.sort();
    }
}

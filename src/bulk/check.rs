//! Checks a catalogue of any size: every row has to be valid, and every id unique.

use super::source::{Settings, Source, head};
use super::stream::{FileLayout, Record, Taker, ValidRow, read};
use crate::catalogue::columns::{Column, REQUIRED};
use crate::catalogue::plans;
use crate::catalogue::table::{Diagnostic, Problems, ReadError};
use crate::domain::error::Error;
use crate::domain::slug::{Slug, own};
use rustc_hash::FxBuildHasher;
use std::collections::BTreeMap;
use std::hash::BuildHasher;
use std::io::Read;

/// The result of a check without problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidCatalogue {
    /// The number of plans.
    pub plans: usize,
    /// Warnings about columns and blank cells.
    pub warnings: Vec<Diagnostic>,
}

/// Checks a catalogue. If it is large, only an eight-byte hash of the id of each row is kept. If two hashes are equal,
/// the file is read again to compare the ids.
///
/// # Errors
/// Every problem of the file, or the error that kept it from being read.
pub fn check(mut source: impl Source, settings: Settings) -> Result<ValidCatalogue, ReadError> {
    let first = head(&mut source, settings.whole)?;
    if first.is_whole {
        let mut plans = 0;
        let (problems, warnings) = plans::read(&first.bytes, &own, |_| plans += 1)?;
        return ValidCatalogue { plans, warnings }.unless(problems.into_all());
    }
    let (layout, rows, line) = FileLayout::parse(&first.bytes, &REQUIRED)?;
    let takers = (0..settings.threads()).map(|_| Hashes::default()).collect();
    let found = read(rows.chain(&mut source), &layout, line, settings.block, takers)?;
    let mut problems = found.problems.into_all();
    let mut of_takers = found.takers.into_iter().map(|taker| taker.0);
    let mut hashes = of_takers.next().unwrap_or_default();
    of_takers.for_each(|more| hashes.extend(more));
    let plans = hashes.len();
    let suspects = repeated(hashes);
    if !suspects.is_empty() {
        if !source.rewind()? {
            return Err(ReadError::OnlyOnce);
        }
        let first = head(&mut source, settings.whole)?;
        if first.is_whole {
            return Err(ReadError::Changed);
        }
        let (layout, rows, line) = FileLayout::parse(&first.bytes, &REQUIRED)?;
        let takers = (0..settings.threads()).map(|_| Suspects { hashes: &suspects, found: Vec::new() });
        let found = read(rows.chain(&mut source), &layout, line, settings.block, takers.collect())?;
        if !source.is_unchanged()? {
            return Err(ReadError::Changed);
        }
        let records = found.takers.into_iter().flat_map(|taker| taker.found).collect();
        problems.add(twice(records, &layout));
    }
    ValidCatalogue { plans, warnings: found.warnings }.unless(problems)
}

impl ValidCatalogue {
    fn unless(self, problems: Problems) -> Result<Self, ReadError> {
        if problems.count > 0 { Err(problems.into()) } else { Ok(self) }
    }
}

/// The records whose ids occur in an earlier record.
fn twice(mut records: Vec<Record>, layout: &FileLayout) -> Problems {
    records.sort();
    let mut first_lines: BTreeMap<Slug, u64> = BTreeMap::new();
    let mut problems = Problems::default();
    for record in &records {
        let Some(plan) = layout.plan(record) else { continue };
        if let Some(first) = first_lines.get(&plan.id) {
            let error = Error::new("id-twice").with("value", plan.id.as_str()).with("first_line", *first);
            problems.add_row(&mut layout.problem(record, Column::Id, error).into_iter().collect());
        } else {
            first_lines.insert(plan.id, record.line);
        }
    }
    problems
}

/// The hashes of all ids.
#[derive(Default)]
struct Hashes(Vec<u64>);

impl Taker for Hashes {
    fn take(&mut self, row: ValidRow<'_>, _: impl FnOnce() -> Record) {
        self.0.push(hash(row.id()));
    }
}

/// The records whose ids have a hash that occurs more than once.
struct Suspects<'h> {
    hashes: &'h [u64],
    found: Vec<Record>,
}

impl Taker for Suspects<'_> {
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record) {
        if self.hashes.binary_search(&hash(row.id())).is_ok() {
            self.found.push(record());
        }
    }
}

fn hash(id: &[u8]) -> u64 {
    FxBuildHasher.hash_one(id)
}

/// The hashes that occur more than once.
fn repeated(mut hashes: Vec<u64>) -> Vec<u64> {
    hashes.sort_unstable();
    let mut repeated: Vec<u64> =
        hashes.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    repeated.dedup();
    repeated
}

//! Whether a catalogue of any size is sound: every row, and every id only once.

use super::columns::{Column, REQUIRED};
use super::ids::{self, SecondLook};
use super::plans;
use super::source::{Settings, Source, head};
use super::stream::{FileLayout, Record, Taker, ValidRow, read};
use super::table::{Diagnostic, Problems, ReadError};
use crate::domain::error::Error;
use crate::domain::slug::own;
use std::io::Read;

/// A catalogue that is sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// How many plans it has.
    pub plans: usize,
    /// What deserves a warning.
    pub warnings: Vec<Diagnostic>,
}

/// Checks a catalogue. Of each row eight bytes are kept; a file in which two rows may share an id is read again.
///
/// # Errors
/// Every problem of the file, or what kept it from being read.
pub fn check(mut source: impl Source, settings: Settings) -> Result<Sound, ReadError> {
    let first = head(&mut source, settings.whole)?;
    if first.is_whole {
        let mut plans = 0;
        let (problems, warnings) = plans::read(&first.bytes, &own, |_| plans += 1)?;
        return Sound { plans, warnings }.unless(problems.into_all());
    }
    let (layout, rows, line) = FileLayout::of(&first.bytes, &REQUIRED)?;
    let takers = (0..settings.threads()).map(|_| Hashes::default()).collect();
    let found = read(rows.chain(&mut source), &layout, line, settings.block, takers)?;
    let mut problems = found.problems.into_all();
    let hashes = found.takers.into_iter().map(|taker| taker.0).reduce(|mut all, hashes| {
        all.extend(hashes);
        all
    });
    let hashes = hashes.unwrap_or_default();
    let plans = hashes.len();
    let suspects = ids::repeated(hashes);
    if !suspects.is_empty() {
        if !source.rewind()? {
            return Err(ReadError::OnlyOnce);
        }
        let first = head(&mut source, settings.whole)?;
        if first.is_whole {
            return Err(ReadError::Changed);
        }
        let (layout, rows, line) = FileLayout::of(&first.bytes, &REQUIRED)?;
        let takers = (0..settings.threads()).map(|_| Suspects { hashes: &suspects, found: Vec::new() });
        let found = read(rows.chain(&mut source), &layout, line, settings.block, takers.collect())?;
        if !source.is_unchanged()? {
            return Err(ReadError::Changed);
        }
        let records = found.takers.into_iter().flat_map(|taker| taker.found).collect();
        problems.add(twice(records, &layout));
    }
    Sound { plans, warnings: found.warnings }.unless(problems)
}

impl Sound {
    /// The catalogue, unless it has problems.
    fn unless(self, problems: Problems) -> Result<Self, ReadError> {
        if problems.count > 0 { Err(problems.into()) } else { Ok(self) }
    }
}

/// The records whose ids were there before.
fn twice(mut records: Vec<Record>, layout: &FileLayout) -> Problems {
    records.sort();
    let mut second_look = SecondLook::default();
    let mut problems = Problems::default();
    for record in &records {
        let Some(plan) = layout.plan(record) else { continue };
        if let Some(first) = second_look.seen(plan.id.clone(), record.line) {
            let error = Error::new("id-twice").with("value", plan.id.as_str()).with("first_line", first);
            problems.add_row(&mut layout.problem(record, Column::Id, error).into_iter().collect());
        }
    }
    problems
}

/// The hashes of all ids.
#[derive(Default)]
struct Hashes(Vec<u64>);

impl Taker for Hashes {
    fn take(&mut self, row: ValidRow<'_>, _: impl FnOnce() -> Record) {
        self.0.push(ids::hash(row.id()));
    }
}

/// The records whose ids have a hash that is there more than once.
struct Suspects<'h> {
    hashes: &'h [u64],
    found: Vec<Record>,
}

impl Taker for Suspects<'_> {
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record) {
        if self.hashes.binary_search(&ids::hash(row.id())).is_ok() {
            self.found.push(record());
        }
    }
}

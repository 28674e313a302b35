//! Checks a catalogue of any size: every row has to be valid, every id unique, and every line of one operator.

use super::names::Names;
use super::source::{Settings, Source, head};
use super::stream::{FileLayout, Record, Taker, ValidRow, read};
use crate::catalogue::columns::REQUIRED;
use crate::catalogue::plans;
use crate::catalogue::problems::{Diagnostic, Problems, ReadError};
use crate::domain::slug::own;
use std::io::Read;

/// The result of a check without problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidCatalogue {
    /// The number of plans.
    pub plans: usize,
    /// Warnings about columns and blank cells.
    pub warnings: Vec<Diagnostic>,
}

/// Checks a catalogue.
///
/// # Errors
/// Every problem of the file, or the error that kept it from being read.
pub fn check(mut source: impl Source, settings: Settings) -> Result<ValidCatalogue, ReadError> {
    let first = head(&mut source, settings)?;
    if first.is_whole {
        let mut plans = 0;
        let (problems, warnings) = plans::read(&first.bytes, settings.delimiter, &own, |_| plans += 1)?;
        return ValidCatalogue { plans, warnings }.unless(problems.into_all());
    }
    let (layout, rows, line) = FileLayout::parse(&first.bytes, &REQUIRED, settings.delimiter)?;
    let takers = (0..settings.threads()).map(|_| Names::new(usize::MAX)).collect();
    let found = read(rows.chain(&mut source), &layout, line, settings.block, takers)?;
    let mut names = Names::new(usize::MAX);
    found.takers.into_iter().for_each(|more| names.merge(more));
    let plans = names.count();
    let mut problems = found.problems.into_all();
    problems.add(names.problems(&layout, &mut source, settings)?);
    ValidCatalogue { plans, warnings: found.warnings }.unless(problems)
}

impl ValidCatalogue {
    fn unless(self, problems: Problems) -> Result<Self, ReadError> {
        if problems.count > 0 { Err(problems.into()) } else { Ok(self) }
    }
}

impl Taker for Names {
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record) {
        self.add(&row, record);
    }

    fn end(&mut self) {
        self.sort();
    }
}

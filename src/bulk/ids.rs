//! Finds the ids that occur more than once in a file of any size.
//!
//! Only an eight-byte hash of each id is kept. If two hashes are equal, the file is read again to compare the ids.

use super::source::{Settings, Source, head};
use super::stream::{FileLayout, Record, Taker, ValidRow, read};
use crate::catalogue::columns::{Column, REQUIRED};
use crate::catalogue::problems::{Problems, ReadError};
use crate::domain::error::Error;
use crate::domain::slug::Slug;
use rustc_hash::FxBuildHasher;
use std::collections::BTreeMap;
use std::hash::BuildHasher;
use std::io::Read;

/// The hashes of the ids of many rows.
#[derive(Debug)]
pub struct Ids {
    hashes: Vec<u64>,
    /// How many rows are compared at most. If there are more, none are.
    most: usize,
}

impl Ids {
    /// No ids. Not more than `most` are compared.
    pub fn new(most: usize) -> Self {
        Self { hashes: Vec::new(), most }
    }

    /// Adds the id of a row.
    #[inline]
    pub fn add(&mut self, id: &[u8]) {
        if self.hashes.len() <= self.most {
            self.hashes.push(hash(id));
        }
    }

    /// Adds the ids of other rows.
    pub fn merge(&mut self, other: Self) {
        if self.hashes.len() <= self.most {
            self.hashes.extend(other.hashes);
        }
    }

    /// The number of ids, up to one more than the most.
    pub fn count(&self) -> usize {
        self.hashes.len()
    }

    /// Finds the rows whose ids occur in earlier rows of the file. It is read again only if two hashes are equal.
    ///
    /// # Errors
    /// If it cannot be read again, or has changed.
    pub fn twice(mut self, source: &mut impl Source, settings: Settings) -> Result<Problems, ReadError> {
        if self.hashes.len() > self.most {
            return Ok(Problems::default());
        }
        self.hashes.sort_unstable();
        let pairs = self.hashes.windows(2).filter(|pair| pair[0] == pair[1]);
        let mut suspects: Vec<u64> = pairs.map(|pair| pair[0]).collect();
        suspects.dedup();
        if suspects.is_empty() {
            return Ok(Problems::default());
        }
        if !source.rewind()? {
            return Err(ReadError::OnlyOnce);
        }
        let first = head(source, settings.whole)?;
        if first.is_whole {
            return Err(ReadError::Changed);
        }
        let (layout, rows, line) = FileLayout::parse(&first.bytes, &REQUIRED)?;
        let takers = (0..settings.threads()).map(|_| Suspects { hashes: &suspects, found: Vec::new() });
        let found = read(rows.chain(&mut *source), &layout, line, settings.block, takers.collect())?;
        if !source.is_unchanged()? {
            return Err(ReadError::Changed);
        }
        let mut records: Vec<Record> = found.takers.into_iter().flat_map(|taker| taker.found).collect();
        records.sort();
        Ok(twice(&records, &layout))
    }
}

/// A problem for each record whose id occurs in an earlier record. The records come in the order of the file.
pub fn twice<'r>(records: impl IntoIterator<Item = &'r Record>, layout: &FileLayout) -> Problems {
    let mut first_lines: BTreeMap<Slug, u64> = BTreeMap::new();
    let mut problems = Problems::default();
    for record in records {
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

/// The records whose ids have one of these hashes.
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

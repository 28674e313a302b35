//! What must hold over all rows of a file of any size: an id occurs once, and a line has one operator.
//!
//! Of each id only an eight-byte hash is kept, in one sorted run for each thread. If two hashes are equal, the file is read
//! again to compare the ids.

use super::source::{Settings, Source, head};
use super::stream::{FileLayout, Record, Taker, ValidRow, read};
use crate::catalogue::columns::{Column, REQUIRED};
use crate::catalogue::plans::Sellers;
use crate::catalogue::problems::{Problems, ReadError};
use crate::domain::error::Error;
use crate::domain::slug::Slug;
use rustc_hash::FxBuildHasher;
use std::cmp::Reverse;
use std::collections::binary_heap::PeekMut;
use std::collections::{BTreeMap, BinaryHeap};
use std::hash::BuildHasher;
use std::io::Read;

/// The names of many rows.
#[derive(Debug)]
pub struct Names {
    /// The hashes of the ids that were added here.
    hashes: Vec<u64>,
    /// Those that were merged, each run sorted. They are never copied, because a large file takes much memory for them.
    runs: Vec<Vec<u64>>,
    /// How many ids are compared at most. If there are more, none are.
    most: usize,
    sellers: Sellers,
    /// The first record of each operator of a line.
    sold: Vec<Record>,
}

impl Names {
    /// No names yet. Not more than `most` ids are compared.
    pub fn new(most: usize) -> Self {
        Self { hashes: Vec::new(), runs: Vec::new(), most, sellers: Sellers::default(), sold: Vec::new() }
    }

    /// Adds the names of a row.
    #[inline]
    pub fn add(&mut self, row: &ValidRow<'_>, record: impl FnOnce() -> Record) {
        if self.hashes.len() <= self.most {
            self.hashes.push(hash(row.id()));
        }
        // The fast reader only reads rows whose line and operator it has learned from an exact one.
        if let ValidRow::Exact(plan) = row
            && !self.sellers.contains(plan)
        {
            let first = record();
            self.sellers.add(plan, first.line);
            self.sold.push(first);
        }
    }

    /// Sorts the ids, which can be done on several threads before they are merged.
    pub fn sort(&mut self) {
        self.hashes.sort_unstable();
    }

    /// Adds the names of other rows.
    pub fn merge(&mut self, mut other: Self) {
        if self.count() <= self.most {
            other.sort();
            self.runs.push(other.hashes);
            self.runs.extend(other.runs);
        }
        self.sold.extend(other.sold);
    }

    /// The number of ids. If it is above the most, some may not be counted.
    pub fn count(&self) -> usize {
        self.hashes.len() + self.runs.iter().map(Vec::len).sum::<usize>()
    }

    /// The problems of all names. The file is read again only if two hashes are equal.
    ///
    /// # Errors
    /// If it cannot be read again, or has changed.
    pub fn problems(
        mut self,
        layout: &FileLayout,
        source: &mut impl Source,
        settings: Settings,
    ) -> Result<Problems, ReadError> {
        self.sold.sort();
        let mut problems = of_two_operators(&self.sold, layout);
        problems.add(self.twice(source, settings)?);
        Ok(problems)
    }

    fn twice(mut self, source: &mut impl Source, settings: Settings) -> Result<Problems, ReadError> {
        if self.count() > self.most {
            return Ok(Problems::default());
        }
        self.sort();
        self.runs.push(self.hashes);
        let suspects = repeated(&self.runs);
        drop(self.runs);
        if suspects.is_empty() {
            return Ok(Problems::default());
        }
        if !source.rewind()? {
            return Err(ReadError::OnlyOnce);
        }
        let first = head(source, settings)?;
        if first.is_whole {
            return Err(ReadError::Changed);
        }
        let (layout, rows, line) = FileLayout::parse(&first.bytes, &REQUIRED, settings.delimiter)?;
        let takers = (0..settings.threads()).map(|_| Suspects { hashes: &suspects, found: Vec::new() });
        let found = read(rows.chain(&mut *source), &layout, line, settings.block, takers.collect())?;
        if !source.is_unchanged()? {
            return Err(ReadError::Changed);
        }
        let mut records: Vec<Record> = found.takers.into_iter().flat_map(|taker| taker.found).collect();
        records.sort();
        let ids = records.iter().filter_map(|record| Some((layout.plan(record)?.id, record)));
        Ok(twice(ids, &layout))
    }
}

/// A problem for each record whose id occurs in an earlier record. The records come in the order of the file.
pub fn twice<'r>(records: impl IntoIterator<Item = (Slug, &'r Record)>, layout: &FileLayout) -> Problems {
    let mut first_lines: BTreeMap<Slug, u64> = BTreeMap::new();
    let mut problems = Problems::default();
    for (id, record) in records {
        if let Some(first) = first_lines.get(&id) {
            let error = Error::new("id-twice").with("value", id.as_str()).with("first_line", *first);
            problems.add_row(&mut layout.problem(record, Column::Id, error).into_iter().collect());
        } else {
            first_lines.insert(id, record.line);
        }
    }
    problems
}

/// The problems of lines with two operators, given the first records of the operators of each line, in the order of the
/// file.
fn of_two_operators(records: &[Record], layout: &FileLayout) -> Problems {
    let mut sellers = Sellers::default();
    let mut problems = Problems::default();
    for record in records {
        let Some(plan) = layout.plan(record) else { continue };
        let error = sellers.add(&plan, record.line);
        let problem = error.and_then(|error| layout.problem(record, Column::Operator, error));
        problems.add_row(&mut problem.into_iter().collect());
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

/// The numbers that occur more than once in some sorted runs, in ascending order.
fn repeated(runs: &[Vec<u64>]) -> Vec<u64> {
    let mut rests: Vec<_> = runs.iter().map(|run| run.iter().copied()).collect();
    let firsts = rests.iter_mut().enumerate().filter_map(|(run, rest)| Some(Reverse((rest.next()?, run))));
    let mut next: BinaryHeap<_> = firsts.collect();
    let mut last = None;
    let mut found = Vec::new();
    while let Some(mut smallest) = next.peek_mut() {
        let Reverse((number, run)) = *smallest;
        if last.replace(number) == Some(number) && found.last() != Some(&number) {
            found.push(number);
        }
        match rests[run].next() {
            Some(following) => *smallest = Reverse((following, run)),
            None => drop(PeekMut::pop(smallest)),
        }
    }
    found
}

fn hash(id: &[u8]) -> u64 {
    FxBuildHasher.hash_one(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(runs: &[&[u64]], expected: &[u64]) {
        let runs: Vec<Vec<u64>> = runs.iter().map(|run| run.to_vec()).collect();
        assert_eq!(repeated(&runs), expected, "{runs:?}");
    }

    #[test]
    fn numbers_in_several_runs_or_twice_in_one() {
        check(&[], &[]);
        check(&[&[], &[1, 2, 3]], &[]);
        check(&[&[1, 1, 1], &[2]], &[1]);
        check(&[&[1, 4, 7], &[2, 4, 8], &[0, 4, 8, 9]], &[4, 8]);
        check(&[&[u64::MAX], &[u64::MAX]], &[u64::MAX]);
    }

    #[test]
    fn names_are_counted_up_to_a_bound() {
        let mut names = Names::new(2);
        for hashes in [vec![3, 1], vec![2], vec![5]] {
            names.merge(Names { hashes, ..Names::new(2) });
        }
        assert_eq!(names.count(), 3);
        assert_eq!(names.runs, [vec![1, 3], vec![2]]);
    }
}

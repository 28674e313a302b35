//! Whether every id of a catalogue is there once, without keeping the ids.
//!
//! Equal ids have equal hashes: where no hash is there twice, no id is. Where one is, a second look at the rows tells
//! ids that are equal from those whose hashes only meet.

use super::columns::{Column, Columns};
use super::table::{Problem, Row};
use crate::domain::figure::Fault;
use crate::domain::slug::Slug;
use std::collections::BTreeMap;

/// A number that equal ids share.
pub fn hash(id: &str) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = id.len() as u64;
    for part in id.as_bytes().chunks(8) {
        let mut word = [0; 8];
        word[..part.len()].copy_from_slice(part);
        hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR).rotate_left(29);
    }
    hash
}

/// The hashes that are there more than once.
pub fn repeated(mut hashes: Vec<u64>) -> Vec<u64> {
    hashes.sort_unstable();
    let mut repeated: Vec<u64> =
        hashes.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    repeated.dedup();
    repeated
}

/// The second look at the rows whose ids have one of these hashes.
pub struct SecondLook {
    suspects: Vec<u64>,
    first_lines: BTreeMap<Slug, u64>,
}

impl SecondLook {
    /// Nothing has been looked at yet.
    pub fn of(suspects: Vec<u64>) -> Self {
        Self { suspects, first_lines: BTreeMap::new() }
    }

    /// Looks at the next row of the file; a problem where its id was there before.
    pub fn note(&mut self, row: &Row<'_>, columns: &Columns, id: Slug) -> Option<Problem> {
        self.suspects.binary_search(&hash(id.as_str())).ok()?;
        if let Some(first) = self.first_lines.get(&id) {
            let fault = Fault::new("id-twice").with("value", id.as_str()).with("first_line", *first);
            return Some(row.problem(columns.index(Column::Id).unwrap_or(0), fault));
        }
        self.first_lines.insert(id, row.line());
        None
    }
}

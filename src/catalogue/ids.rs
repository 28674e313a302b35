//! Whether every id of a catalogue is there once, without keeping the ids.
//!
//! Equal ids have equal hashes: where no hash is there twice, no id is. Where one is, a second look at the rows tells
//! ids that are equal from those whose hashes only meet.

use crate::domain::slug::Slug;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A number that equal ids share.
pub fn hash(id: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = id.len() as u64;
    for part in id.chunks(8) {
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

/// The second look at the rows whose ids have a hash that is there more than once.
#[derive(Debug, Default)]
pub struct SecondLook {
    first_lines: BTreeMap<Slug, u64>,
}

impl SecondLook {
    /// Looks at the id of the next of them. Returns the line on which it was there before.
    pub fn seen(&mut self, id: Slug, line: u64) -> Option<u64> {
        match self.first_lines.entry(id) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(place) => {
                place.insert(line);
                None
            }
        }
    }
}

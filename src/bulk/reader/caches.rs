//! The values of cells and rows that the exact rules have read before.

use super::cells::{PADDING, PackedCell};
use super::index::{WINDOW, after};
use fearless_simd::prelude::*;
use fearless_simd::u8x64;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// How many values a cache keeps. When it is full, all are forgotten: similar rows are mostly close to each other.
const MOST_KNOWN: usize = 1 << 14;

/// The values of short cells of one column that the exact rules have read before.
#[derive(Debug)]
pub struct ValueCache<V>(FxHashMap<ShortCell, V>);

/// The bytes of a cell of up to sixteen bytes, followed by zeros, which no text contains.
type ShortCell = (u64, u64);

impl<V: Copy> Default for ValueCache<V> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<V: Copy> ValueCache<V> {
    /// The value of the cell of `len` bytes at `start` in a block with its [`PADDING`]. `None` if it is not known.
    #[inline(always)]
    pub fn get(&self, padded: &[u8], start: usize, len: usize) -> Option<V> {
        self.0.get(&short(padded, start, len)?).copied()
    }

    /// Remembers the value of a cell.
    pub fn note(&mut self, cell: &[u8], value: V) {
        let padded = [cell, &[0; PADDING]].concat();
        if let Some(short) = short(&padded, 0, cell.len()) {
            if self.0.len() >= MOST_KNOWN {
                self.0.clear();
            }
            self.0.entry(short).or_insert(value);
        }
    }
}

#[inline(always)]
fn short(padded: &[u8], start: usize, len: usize) -> Option<ShortCell> {
    let bytes: &[u8; 16] = padded.get(start..)?.first_chunk()?;
    match len {
        0..=8 => Some((PackedCell::new(bytes, 0, len).first(), 0)),
        9..=16 => Some((PackedCell::new(bytes, 0, 8).first(), PackedCell::new(bytes, 8, len - 8).first())),
        _ => None,
    }
}

/// The values that some columns of a row have together. It only knows rows that the exact rules have read before.
#[derive(Debug)]
pub struct RunCache<V> {
    /// The first and the last column of each run of neighbouring columns.
    runs: Vec<(u8, u8)>,
    known: Vec<(Box<[Run]>, V)>,
    /// The index in `known` for a hash.
    index: FxHashMap<u64, usize>,
    /// The index that was found last. Neighbouring rows are often alike.
    last: usize,
}

/// The bytes of some neighbouring cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// The bytes, followed by zeros.
    bytes: [u8; LONGEST],
    /// The number of bytes.
    len: u32,
    /// One bit for each byte.
    mask: u64,
}

/// One more than the number of bytes that a run may have.
const LONGEST: usize = 64;

impl Run {
    /// The run of these bytes. `None` if it is too long.
    fn new(text: &[u8]) -> Option<Self> {
        let mut bytes = [0; LONGEST];
        bytes[..LONGEST - 1].get_mut(..text.len())?.copy_from_slice(text);
        Some(Self { bytes, len: u32::try_from(text.len()).ok()?, mask: !(u64::MAX << text.len()) })
    }
}

/// A run in a block.
#[derive(Clone, Copy)]
struct Place<'b> {
    /// The bytes from the beginning of the run on, which may be longer or shorter than this.
    bytes: &'b [u8; LONGEST],
    len: u32,
}

impl<'b> Place<'b> {
    /// The run from the column `first` to the column `last`.
    #[inline(always)]
    fn new((first, last): (u8, u8), padded: &'b [u8], ends: &[u32; WINDOW]) -> Option<Self> {
        let before = ends[usize::from(first) % (WINDOW - 1)];
        let end = ends[usize::from(last) % (WINDOW - 1) + 1];
        let bytes = padded.get(after(before)..)?.first_chunk()?;
        Some(Self { bytes, len: end.wrapping_sub(before).wrapping_sub(1) })
    }

    /// A hash of the beginning, the end and the length of the run. `None` if the run is too long.
    #[inline(always)]
    fn hash(self) -> Option<u64> {
        let len = self.len as usize;
        let first = PackedCell::new(self.bytes, 0, len.min(8)).first();
        let last =
            if len < 8 { 0 } else { u64::from_le_bytes(*self.bytes.get(len - 8..len)?.first_chunk()?) };
        Some(first ^ last.rotate_left(29) ^ len as u64)
    }

    #[inline(always)]
    fn is<S: Simd>(self, simd: S, run: &Run) -> bool {
        let own = u8x64::simd_from(simd, *self.bytes);
        let its = u8x64::simd_from(simd, run.bytes);
        self.len == run.len && !own.simd_eq(its).to_bitmask() & run.mask == 0
    }
}

impl<V> RunCache<V> {
    /// An empty cache for the columns with these indices, which must be below 64.
    pub fn new(columns: impl IntoIterator<Item = u8>) -> Self {
        let mut columns: Vec<u8> = columns.into_iter().collect();
        columns.sort_unstable();
        let mut runs: Vec<(u8, u8)> = Vec::new();
        for column in columns {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == column => *last = column,
                _ => runs.push((column, column)),
            }
        }
        Self { runs, known: Vec::new(), index: FxHashMap::default(), last: 0 }
    }

    /// The value of a row whose fields have these ends in a block with its [`PADDING`]. `None` if it is not known.
    #[inline(always)]
    pub fn get<S: Simd>(&mut self, simd: S, padded: &[u8], ends: &[u32; WINDOW]) -> Option<&V> {
        if !self.is_at(self.last, simd, padded, ends) {
            let mut hash = 0;
            for run in &self.runs {
                hash = joined(hash, Place::new(*run, padded, ends)?.hash()?);
            }
            self.last = *self.index.get(&hash)?;
            if !self.is_at(self.last, simd, padded, ends) {
                return None;
            }
        }
        self.known.get(self.last).map(|(_, value)| value)
    }

    /// Whether the known row at this index has the same runs as this row.
    #[inline(always)]
    fn is_at<S: Simd>(&self, index: usize, simd: S, padded: &[u8], ends: &[u32; WINDOW]) -> bool {
        let Some((known, _)) = self.known.get(index) else { return false };
        for (run, known) in self.runs.iter().zip(known) {
            match Place::new(*run, padded, ends) {
                Some(place) if place.is(simd, known) => {}
                _ => return false,
            }
        }
        true
    }

    /// Remembers the value of a row. `run` returns its bytes from the first to the last of some columns.
    pub fn note<'r>(&mut self, run: impl Fn(usize, usize) -> &'r [u8], value: V) {
        let runs = self.runs.iter().map(|&(first, last)| Run::new(run(first.into(), last.into())));
        let Some(key) = runs.collect::<Option<Box<[Run]>>>() else { return };
        if self.known.len() >= MOST_KNOWN {
            self.known.clear();
            self.index.clear();
        }
        // Of two rows with the same hash only the first is remembered. The exact rules keep reading the other.
        if let Entry::Vacant(place) = self.index.entry(runs_hash(&key)) {
            place.insert(self.known.len());
            self.known.push((key, value));
        }
    }
}

/// The hash of known runs, which equals that of the same runs in a block.
fn runs_hash(runs: &[Run]) -> u64 {
    let hashes = runs.iter().map(|run| Place { bytes: &run.bytes, len: run.len }.hash().unwrap_or_default());
    hashes.fold(0, joined)
}

#[inline(always)]
fn joined(hash: u64, run: u64) -> u64 {
    (hash.rotate_left(26) ^ run).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    proptest! {
        // Two runs with the same hash share a place, and only the first is known. No case with this seed has such runs.
        #![proptest_config(ProptestConfig {
            cases: 10_000,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(1),
            ..ProptestConfig::default()
        })]

        #[test]
        fn what_is_noted_of_cells_is_remembered(cells in prop::collection::vec("[a-c]{0,3}|[ab]{7,9}|a{14,18}", 0..300)) {
            let mut memo = ValueCache::default();
            for (index, cell) in cells.iter().enumerate() {
                memo.note(cell.as_bytes(), index);
            }
            for cell in &cells {
                let first = cells.iter().position(|other| other == cell);
                let block = format!("9,{cell},9{}", "-".repeat(PADDING)).into_bytes();
                prop_assert_eq!(memo.get(&block, 2, cell.len()), first.filter(|_| cell.len() <= 16));
            }
        }

        /// The cache knows the second, the third and the fifth of six columns. The other columns do not matter.
        #[test]
        fn what_is_noted_of_runs_is_remembered(
            rows in prop::collection::vec(prop::collection::vec("[ab]{0,2}|[ab]{7,9}|a{60,66}", 6), 0..60),
        ) {
            let mut memo = RunCache::new([4, 1, 2]);
            for (index, row) in rows.iter().enumerate() {
                let runs = [row[1..=2].join(","), row[4].clone()];
                memo.note(|first, _| runs[usize::from(first == 4)].as_bytes(), index);
            }
            for row in &rows {
                let (mut block, mut ends) = (Vec::new(), [u32::MAX; WINDOW]);
                for (cell, end) in row.iter().zip(&mut ends[1..]) {
                    block.extend(cell.bytes());
                    *end = u32::try_from(block.len()).unwrap();
                    block.push(b',');
                }
                block.resize(block.len() + PADDING, b'x');
                let same = |other: &Vec<String>| [1, 2, 4].iter().all(|&column| other[column] == row[column]);
                let is_short = row[1].len() + 1 + row[2].len() < LONGEST && row[4].len() < LONGEST;
                let first = rows.iter().position(same).filter(|_| is_short);
                let found = dispatch!(Level::new(), simd => memo.get(simd, &block, &ends).copied());
                prop_assert_eq!(found, first);
            }
        }
    }
}

//! What the cells of a file mean that are there again and again: only what the exact rules have read before.
#![expect(
    clippy::inline_always,
    reason = "some of these run for each row: they must become part of a function that may use all instructions"
)]

use super::cells::{PADDING, PackedCell};
use super::marks::{WINDOW, after};
use fearless_simd::prelude::*;
use fearless_simd::u8x64;

/// What some cells mean: only what the exact rules have read before.
///
/// A table of places, at most an eighth of which are taken, beside the cells themselves, so that both stay small. Past
/// [`MOST_KNOWN`] cells all are forgotten: rows that are alike mostly stand together.
#[derive(Debug)]
struct Known<K, V> {
    /// For each place the number of a cell, counted from 1; 0 for an open place.
    places: Vec<u16>,
    cells: Vec<(K, V)>,
}

/// How many cells of a column are remembered.
const MOST_KNOWN: usize = 1 << 14;

impl<K, V> Known<K, V> {
    fn new() -> Self {
        Self { places: vec![0; 16], cells: Vec::new() }
    }

    /// Where what has this hash may be known.
    #[inline(always)]
    fn probe(&self, hash: u64) -> usize {
        usize::try_from(hash).unwrap_or_default() & (self.places.len() - 1)
    }

    /// What is known there, and where to look next; `None` where nothing more is.
    #[inline(always)]
    fn at(&self, probe: &mut usize) -> Option<usize> {
        let number = *self.places.get(*probe)?;
        *probe = (*probe + 1) & (self.places.len() - 1);
        usize::from(number).checked_sub(1)
    }

    #[inline(always)]
    fn find(&self, hash: u64, is_it: impl Fn(&K) -> bool) -> Option<usize> {
        let mut probe = self.probe(hash);
        loop {
            let index = self.at(&mut probe)?;
            if is_it(&self.cells.get(index)?.0) {
                return Some(index);
            }
        }
    }

    fn note(&mut self, key: K, value: V, hash: impl Fn(&K) -> u64) {
        if self.cells.len() >= MOST_KNOWN {
            *self = Self::new();
        }
        self.cells.push((key, value));
        if 8 * self.cells.len() > self.places.len() {
            self.places = vec![0; 4 * self.places.len()];
            (1..=self.cells.len()).for_each(|number| self.place(number, &hash));
        } else {
            self.place(self.cells.len(), &hash);
        }
    }

    fn place(&mut self, number: usize, hash: impl Fn(&K) -> u64) {
        let mask = self.places.len() - 1;
        let mut at = usize::try_from(hash(&self.cells[number - 1].0)).unwrap_or_default() & mask;
        while self.places[at] != 0 {
            at = (at + 1) & mask;
        }
        self.places[at] = u16::try_from(number).unwrap_or_default();
    }
}

/// What short cells of one column mean.
#[derive(Debug)]
pub struct Memo<V>(Known<Short, V>);

/// The bytes of a cell that has no more than sixteen; then zeros, which no text has.
type Short = (u64, u64);

impl<V: Copy> Default for Memo<V> {
    fn default() -> Self {
        Self(Known::new())
    }
}

impl<V: Copy> Memo<V> {
    /// What the cell of this length at one place of a block with its [`PADDING`] means.
    #[inline(always)]
    pub fn get(&self, padded: &[u8], start: usize, len: usize) -> Option<V> {
        let short = short(padded, start, len)?;
        let index = self.0.find(short_hash(&short), |known| *known == short)?;
        self.0.cells.get(index).map(|(_, value)| *value)
    }

    /// Notes what a cell means.
    pub fn note(&mut self, cell: &[u8], value: V) {
        let padded = [cell, &[0; PADDING]].concat();
        if let Some(short) = short(&padded, 0, cell.len())
            && self.get(&padded, 0, cell.len()).is_none()
        {
            self.0.note(short, value, short_hash);
        }
    }
}

#[inline(always)]
fn short(padded: &[u8], start: usize, len: usize) -> Option<Short> {
    let bytes: &[u8; 16] = padded.get(start..)?.first_chunk()?;
    match len {
        0..=8 => Some((PackedCell::of(bytes, 0, len).first(), 0)),
        9..=16 => Some((PackedCell::of(bytes, 0, 8).first(), PackedCell::of(bytes, 8, len - 8).first())),
        _ => None,
    }
}

#[inline(always)]
fn short_hash((first, second): &Short) -> u64 {
    mixed(first ^ second.rotate_left(29))
}

/// What some columns of a row mean together.
#[derive(Debug)]
pub struct RunMemo<V> {
    /// The first and the last of some columns that stand side by side.
    runs: Vec<(u8, u8)>,
    known: Known<Box<[Run]>, V>,
    /// The one that was found last: neighbouring rows are often alike.
    last: usize,
}

/// The bytes of some cells side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// The bytes, then zeros.
    bytes: [u8; LONGEST],
    /// How many bytes there are.
    len: u32,
    /// A bit for each of them.
    mask: u64,
}

/// How many bytes a run may have, and one more.
const LONGEST: usize = 64;

impl Run {
    /// The run of these bytes, where it is not too long.
    fn of(text: &[u8]) -> Option<Self> {
        let mut bytes = [0; LONGEST];
        bytes[..LONGEST - 1].get_mut(..text.len())?.copy_from_slice(text);
        Some(Self { bytes, len: u32::try_from(text.len()).ok()?, mask: !(u64::MAX << text.len()) })
    }
}

/// Where a run stands.
#[derive(Clone, Copy)]
struct Place<'b> {
    /// The run, or its beginning, and what follows.
    bytes: &'b [u8; LONGEST],
    len: u32,
}

impl<'b> Place<'b> {
    /// The place of the run from one column to another.
    #[inline(always)]
    fn of((first, last): (u8, u8), padded: &'b [u8], ends: &[u32; WINDOW]) -> Option<Self> {
        let before = ends[usize::from(first) % (WINDOW - 1)];
        let end = ends[usize::from(last) % (WINDOW - 1) + 1];
        let bytes = padded.get(after(before)..)?.first_chunk()?;
        Some(Self { bytes, len: end.wrapping_sub(before).wrapping_sub(1) })
    }

    /// A number that tells most runs apart, from their beginnings and ends; `None` where the run is too long.
    #[inline(always)]
    fn hash(self) -> Option<u64> {
        let len = self.len as usize;
        let first = PackedCell::of(self.bytes, 0, len.min(8)).first();
        let last =
            if len < 8 { 0 } else { u64::from_le_bytes(*self.bytes.get(len - 8..len)?.first_chunk()?) };
        Some(first ^ last.rotate_left(29) ^ len as u64)
    }

    #[inline(always)]
    fn is<S: Simd>(self, simd: S, run: &Run) -> bool {
        let (own, its) = (u8x64::simd_from(simd, *self.bytes), u8x64::simd_from(simd, run.bytes));
        self.len == run.len && !own.simd_eq(its).to_bitmask() & run.mask == 0
    }
}

impl<V> RunMemo<V> {
    /// Nothing is known yet of these columns, by their places; each of them stands in the first 64.
    pub fn of(columns: impl IntoIterator<Item = u8>) -> Self {
        let mut columns: Vec<u8> = columns.into_iter().collect();
        columns.sort_unstable();
        let mut runs: Vec<(u8, u8)> = Vec::new();
        for column in columns {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == column => *last = column,
                _ => runs.push((column, column)),
            }
        }
        Self { runs, known: Known::new(), last: 0 }
    }

    /// What the columns of a row mean, whose fields have these ends in a block with its [`PADDING`].
    #[inline(always)]
    pub fn get<S: Simd>(&mut self, simd: S, padded: &[u8], ends: &[u32; WINDOW]) -> Option<&V> {
        if !self.is_at(self.last, simd, padded, ends) {
            let mut hash = 0;
            for run in &self.runs {
                hash = joined(hash, Place::of(*run, padded, ends)?.hash()?);
            }
            let mut probe = self.known.probe(mixed(hash));
            loop {
                self.last = self.known.at(&mut probe)?;
                if self.is_at(self.last, simd, padded, ends) {
                    break;
                }
            }
        }
        self.known.cells.get(self.last).map(|(_, value)| value)
    }

    /// Whether what is known in this place is of a row like this one.
    #[inline(always)]
    fn is_at<S: Simd>(&self, index: usize, simd: S, padded: &[u8], ends: &[u32; WINDOW]) -> bool {
        let Some((known, _)) = self.known.cells.get(index) else { return false };
        for (run, known) in self.runs.iter().zip(known) {
            match Place::of(*run, padded, ends) {
                Some(place) if place.is(simd, known) => {}
                _ => return false,
            }
        }
        true
    }

    /// Notes what the columns of a row mean, which have these bytes from the first to the last one of a run.
    pub fn note<'r>(&mut self, run: impl Fn(usize, usize) -> &'r [u8], value: V) {
        let runs = self.runs.iter().map(|&(first, last)| Run::of(run(first.into(), last.into())));
        let Some(key) = runs.collect::<Option<Box<[Run]>>>() else { return };
        if self.known.find(runs_hash(&key), |known| *known == key).is_none() {
            self.known.note(key, value, |key| runs_hash(key));
        }
    }
}

/// The hash of runs that are known, the same as where they stand.
fn runs_hash(runs: &[Run]) -> u64 {
    let hash = |run: &Run| Place { bytes: &run.bytes, len: run.len }.hash().unwrap_or_default();
    mixed(runs.iter().map(hash).fold(0, joined))
}

#[inline(always)]
fn joined(hash: u64, run: u64) -> u64 {
    hash.rotate_left(9) ^ run
}

/// A number whose lower bits all hang on all bits of another.
#[inline(always)]
fn mixed(number: u64) -> u64 {
    // Names differ in their last bytes, the highest ones: they are brought down before the product carries upwards.
    (number ^ (number >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_noted_of_cells_is_remembered(cells in prop::collection::vec("[a-c]{0,3}|[ab]{7,9}|a{14,18}", 0..300)) {
            let mut memo = Memo::default();
            for (index, cell) in cells.iter().enumerate() {
                memo.note(cell.as_bytes(), index);
            }
            for cell in &cells {
                let first = cells.iter().position(|other| other == cell);
                let block = format!("9,{cell},9{}", "-".repeat(PADDING)).into_bytes();
                prop_assert_eq!(memo.get(&block, 2, cell.len()), first.filter(|_| cell.len() <= 16));
            }
        }

        /// Of six columns the second and third, the fifth: what the others hold does not matter.
        #[test]
        fn what_is_noted_of_runs_is_remembered(
            rows in prop::collection::vec(prop::collection::vec("[ab]{0,2}|[ab]{7,9}|a{60,66}", 6), 0..60),
        ) {
            let mut memo = RunMemo::of([4, 1, 2]);
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

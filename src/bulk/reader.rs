//! The fast reader of rows. It finds the ends of fields 64 bytes at a time, and checks cells without creating a text or
//! a plan and without allocating.
//!
//! All clever code about bytes is in this file. It does not change any answer: it accepts only rows that are certainly
//! valid, whose cells are numbers of the usual form or words that the exact rules have read before, and whose quotes
//! are where RFC 4180 allows them. All other rows and blocks are left to the exact rules, and the tests compare each
//! part with them.
//!
//! A block goes through four steps:
//!
//! 1. [`StructuralIndex`] finds the commas and line ends outside of quotes.
//! 2. [`PackedCell`] reads a number from eight bytes.
//! 3. [`ValueCache`] and [`RunCache`] look up the values of cells that were read before.
//! 4. [`Plain`] combines them into a [`PlainRow`], or gives up.
#![expect(
    clippy::inline_always,
    reason = "code that runs for each row must be inlined into a function that may use all instructions of the processor"
)]

use crate::catalogue::columns::{Blanks, COLUMNS, Column, Columns};
use crate::catalogue::delimiter::Delimiter;
use crate::catalogue::lint::PlainFacts;
use crate::catalogue::records::all;
use crate::catalogue::table::{Row, may_steer};
use crate::domain::currency::Currency;
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, Plan, Quantity};
use crate::domain::time::{Validity, VerifiedOn};
use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch, u8x64};
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// The places of the commas and line ends of one block.
#[derive(Debug, Default)]
pub struct StructuralIndex {
    /// [`BEFORE`], and then the places of commas and line ends in ascending order.
    ends: Vec<u32>,
    /// How many of `ends` are in use, including the first.
    count: usize,
    /// For each row, the index of its line end in `ends`.
    rows: Vec<u32>,
    /// Whether some byte is neither a printable ASCII character nor a `\n`.
    pub has_odd_bytes: bool,
    /// Whether one of these bytes may belong to a character that steers a terminal.
    pub may_steer: bool,
}

/// How many ends are accessible from the beginning of a row, enough for 64 fields.
pub const WINDOW: usize = 65;

/// The ends of one row.
#[derive(Clone, Copy, Debug)]
pub struct MarkedRow<'m> {
    /// The end of the previous row, the ends of its fields, and any ends that follow.
    pub ends: &'m [u32; WINDOW],
    /// The number of its fields.
    pub width: usize,
    /// The place of its line end.
    pub last: usize,
}

/// The classes of 64 bytes, with one bit for each byte.
#[derive(Clone, Copy)]
struct ByteClasses {
    delimiters: u64,
    breaks: u64,
    quotes: u64,
    /// Bytes that are neither printable ASCII characters nor `\n`.
    odd: u64,
}

impl ByteClasses {
    #[inline(always)]
    fn new<S: Simd>(simd: S, bytes: &[u8; 64], delimiter: Delimiter) -> Self {
        let bytes = u8x64::simd_from(simd, *bytes);
        let all = |byte: u8| u8x64::splat(simd, byte);
        let is = |byte: u8| bytes.simd_eq(all(byte)).to_bitmask();
        let breaks = is(b'\n');
        // After subtracting a blank, all bytes that are not printable are greater than those that are.
        let odd = (bytes - all(b' ')).simd_ge(all(b'\x7f' - b' ')).to_bitmask() & !breaks;
        Self { delimiters: is(delimiter.byte()), breaks, quotes: is(b'"'), odd }
    }
}

/// Sets each bit if the number of set bits up to and including it is odd.
fn parities(bits: u64) -> u64 {
    [1, 2, 4, 8, 16, 32].into_iter().fold(bits, |parities, by| parities ^ (parities << by))
}

/// The state of quotes before the next 64 bytes.
#[derive(Clone, Copy)]
struct Quotes {
    /// All bits if a quote is open, and otherwise none.
    open: u64,
    /// Whether a field begins here: the previous byte is a comma or a line end outside of quotes.
    at_start: bool,
    /// Whether the previous byte is a closing quote.
    closed: bool,
}

impl Quotes {
    const NONE: Self = Self { open: 0, at_start: true, closed: false };

    /// The commas and line ends of the next 64 bytes outside of quotes, and the line ends alone. `None` as
    /// [`Self::step`].
    #[inline]
    fn outside(&mut self, classes: &ByteClasses, bytes: &[u8; 64]) -> Option<(u64, u64)> {
        let ends = classes.delimiters | classes.breaks;
        if classes.quotes != 0 || self.open != 0 || self.closed {
            let quoted = self.step(classes, bytes)?;
            return Some((ends & !quoted, classes.breaks & !quoted));
        }
        self.at_start = ends >> 63 == 1;
        Some((ends, classes.breaks))
    }

    /// Which of the next 64 bytes are in quotes. `None` if a quote is inside a field that is not quoted, or if text
    /// follows a closing quote.
    fn step(&mut self, classes: &ByteClasses, bytes: &[u8; 64]) -> Option<u64> {
        let quoted = parities(classes.quotes) ^ self.open;
        let ends = (classes.delimiters | classes.breaks) & !quoted;
        // An opening quote begins a field or follows a closing quote. In the latter case the two are a doubled quote.
        let opening = classes.quotes & quoted;
        let closing = classes.quotes & !quoted;
        let begins = ends << 1 | u64::from(self.at_start);
        let after_closing = closing << 1 | u64::from(self.closed);
        // After a closing quote the field ends or another quote follows. A `\r` may be part of a line end.
        let mut text = after_closing & !(classes.delimiters | classes.breaks | classes.quotes);
        while text != 0 && bytes[text.trailing_zeros() as usize] == b'\r' {
            text &= text - 1;
        }
        let is_valid = opening & !(begins | after_closing) == 0 && text == 0;
        self.open = if quoted >> 63 == 1 { u64::MAX } else { 0 };
        self.at_start = ends >> 63 == 1;
        self.closed = closing >> 63 == 1;
        is_valid.then_some(quoted)
    }
}

impl StructuralIndex {
    /// Indexes a block. Returns `false` if the block is too large or its quotes are misplaced.
    #[inline(always)]
    pub fn set<S: Simd>(&mut self, simd: S, block: &[u8], delimiter: Delimiter) -> bool {
        if u32::try_from(block.len()).is_err() {
            return false;
        }
        // There is room for an end at each byte, and for a whole window after the last row.
        let room = block.len() + 1 + WINDOW;
        if self.ends.len() < room {
            self.ends.resize(room, 0);
        }
        self.ends[0] = BEFORE;
        self.count = 1;
        self.has_odd_bytes = false;
        self.may_steer = false;
        self.rows.clear();
        let mut quotes = Quotes::NONE;
        let mut odd = 0;
        let (whole, rest) = block.as_chunks::<64>();
        let mut last = [b' '; 64];
        last[..rest.len()].copy_from_slice(rest);
        for (nth, bytes) in whole.iter().chain([&last]).enumerate() {
            let classes = ByteClasses::new(simd, bytes, delimiter);
            odd |= classes.odd;
            self.may_steer = self.may_steer || classes.odd != 0 && may_steer(bytes);
            let Some((mut ends, mut breaks)) = quotes.outside(&classes, bytes) else { return false };
            while breaks != 0 {
                let below = breaks ^ (breaks - 1);
                self.rows.push(as_u32(self.count) + (ends & below).count_ones() - 1);
                breaks &= breaks - 1;
            }
            let Some(room) = self.ends.get_mut(self.count..self.count + 64) else { return false };
            let base = as_u32(nth * 64);
            self.count += ends.count_ones() as usize;
            // Ends are written eight at a time. If there are fewer, the excess is overwritten by the next ones.
            for places in room.chunks_exact_mut(8) {
                if ends == 0 {
                    break;
                }
                for place in places {
                    *place = base.wrapping_add(ends.trailing_zeros());
                    ends &= ends.wrapping_sub(1);
                }
            }
        }
        self.has_odd_bytes = odd != 0;
        true
    }

    /// The rows that end within the block.
    pub fn rows(&self) -> impl Iterator<Item = MarkedRow<'_>> {
        let mut from = 0;
        self.rows.iter().filter_map(move |&to| {
            let width = (to - from) as usize;
            let ends = self.ends.get(from as usize..)?.first_chunk()?;
            let last = *self.ends.get(to as usize)?;
            from = to;
            Some(MarkedRow { ends, width, last: last as usize })
        })
    }
}

/// The place after the last record that ends with a `\n` in these bytes, which begin with a record. `None` if no record
/// does, or if a quote is misplaced.
pub fn last_end_at_speed(bytes: &[u8], delimiter: Delimiter) -> Option<usize> {
    dispatch!(Level::new(), simd => last_end_in(simd, bytes, delimiter))
}

#[inline(always)]
fn last_end_in<S: Simd>(simd: S, bytes: &[u8], delimiter: Delimiter) -> Option<usize> {
    let mut quotes = Quotes::NONE;
    let mut last = None;
    let (whole, rest) = bytes.as_chunks::<64>();
    let mut padded = [b' '; 64];
    padded[..rest.len()].copy_from_slice(rest);
    for (nth, bytes) in whole.iter().chain([&padded]).enumerate() {
        let (_, breaks) = quotes.outside(&ByteClasses::new(simd, bytes, delimiter), bytes)?;
        last = breaks.checked_ilog2().map(|bit| nth * 64 + bit as usize + 1).or(last);
    }
    last
}

/// Whether a block with its [`PADDING`] may hold a word that begins with these three lower-case letters, in any case.
#[inline(always)]
pub fn may_hold<S: Simd>(simd: S, block: &[u8], padded: &[u8], word: [u8; 3]) -> bool {
    if block.get(..3).is_some_and(|first| first.eq_ignore_ascii_case(&word)) {
        return true;
    }
    let small = |place: usize| {
        let bytes = padded.get(place..place + 64).and_then(|bytes| bytes.first_chunk::<64>());
        u8x64::simd_from(simd, *bytes.unwrap_or(&[0; 64])) | u8x64::splat(simd, b' ')
    };
    let is = |place: usize, letter: u8| small(place).simd_eq(u8x64::splat(simd, letter));
    let follows_letter =
        |place: usize| (small(place) - u8x64::splat(simd, b'a')).simd_le(u8x64::splat(simd, b'z' - b'a'));
    let places = (0..block.len().saturating_sub(3)).step_by(64);
    places.into_iter().any(|place| {
        let found = is(place + 1, word[0]) & is(place + 2, word[1]) & is(place + 3, word[2]);
        (found & !follows_letter(place)).to_bitmask() != 0
    })
}

/// The place before a block: the place after it is the first of the block.
const BEFORE: u32 = u32::MAX;

/// The place after a comma or a line end, at which the next field begins.
#[inline]
pub const fn after(end: u32) -> usize {
    end.wrapping_add(1) as usize
}

/// A place in a block, which is smaller than 4 GiB.
fn as_u32(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// How many bytes follow a block in memory, so that this many bytes can be read from any place in it.
pub const PADDING: usize = 64;

/// The first eight bytes of a cell as a little-endian number, and the length of the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedCell {
    bytes: u64,
    len: usize,
}

/// The lowest `len` bytes.
#[inline(always)]
const fn lowest(bytes: u64, len: usize) -> u64 {
    const LOWEST: [u64; 64] = {
        let mut classes = [u64::MAX; 64];
        let mut len = 0;
        while len < 8 {
            classes[len] = !(u64::MAX << (8 * len));
            len += 1;
        }
        classes
    };
    // The result for cells of 64 bytes or more is never used.
    bytes & LOWEST[len % 64]
}

/// For bytes below 128, the highest bit of each byte that is at least `least`.
#[inline(always)]
const fn at_least(bytes: u64, least: u8) -> u64 {
    ((bytes | all(0x80)) - all(least)) & all(0x80)
}

impl PackedCell {
    /// The cell of `len` bytes at `start` in a block with its [`PADDING`].
    #[inline(always)]
    pub fn new(padded: &[u8], start: usize, len: usize) -> Self {
        let bytes = padded.get(start..start + 8).and_then(|bytes| bytes.first_chunk());
        Self { bytes: bytes.map_or(0, |bytes| lowest(u64::from_le_bytes(*bytes), len)), len }
    }

    /// Reads a whole number of up to eight digits. `None` for anything else.
    #[inline(always)]
    pub fn count(self) -> Option<u64> {
        let values = self.bytes ^ lowest(all(b'0'), self.len);
        let is_digits = (values | ((values & all(0x7f)) + all(0x76))) & all(0x80) == 0;
        (is_digits && (1..=8).contains(&self.len)).then(|| {
            // Combines the digits by twos, by fours and by eights. Missing leading digits are zeros.
            let values = values << (64 - 8 * self.len);
            let twos = (values * 10 + (values >> 8)) & 0x00ff_00ff_00ff_00ff;
            let fours = (twos * 100 + (twos >> 16)) & 0x0000_ffff_0000_ffff;
            (fours * 10_000 + (fours >> 32)) & 0xffff_ffff
        })
    }

    /// Reads a decimal as a whole number of its smallest units, of which `after_point` digits follow the point.
    #[inline(always)]
    pub fn scaled(self, after_point: usize) -> Option<u64> {
        const TENS: [u64; 7] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
        if self.len > 8 {
            return None;
        }
        let points = !at_least(self.bytes ^ all(b'.'), 1) & all(0x80) & !(self.bytes & all(0x80));
        if points == 0 {
            return Some(self.count()? * TENS.get(after_point)?);
        }
        let before = points.trailing_zeros() as usize / 8;
        let after = self.len - before - 1;
        let missing = after_point.checked_sub(after)?;
        // The digits after the point move up by one place. A second point is not a digit, so the count fails.
        let whole = lowest(self.bytes, before);
        let bytes = whole | (self.bytes >> 8) & !lowest(u64::MAX, before);
        let digits = Self { bytes, len: self.len - 1 }.count()?;
        (before > 0 && after > 0).then_some(digits * TENS.get(missing)?)
    }

    /// The first eight bytes as a little-endian number.
    #[inline(always)]
    pub const fn first(self) -> u64 {
        self.bytes
    }
}

/// Whether the cell of `len` bytes at `start` is certainly a kebab-case name.
#[inline(always)]
pub fn is_slug<S: Simd>(simd: S, padded: &[u8], start: usize, len: usize) -> bool {
    let Some(bytes) = padded.get(start..start + 64).and_then(|bytes| bytes.first_chunk::<64>()) else {
        return false;
    };
    if len == 0 || len >= 64 {
        return false;
    }
    let bytes = u8x64::simd_from(simd, *bytes);
    let all = |byte: u8| u8x64::splat(simd, byte);
    let hyphens = bytes.simd_eq(all(b'-')).to_bitmask();
    let others = (bytes - all(b'0')).simd_le(all(9)) | (bytes - all(b'a')).simd_le(all(25));
    let within = !(u64::MAX << len);
    let last = 1 << (len - 1);
    // A hyphen must not be first, last or next to another one.
    let misplaced = hyphens & (hyphens << 1 | 1 | last);
    (hyphens | others.to_bitmask()) & within == within && misplaced & within == 0
}

/// Whether a cell certainly holds some text.
#[inline(always)]
pub fn is_text(cell: &[u8]) -> bool {
    match cell {
        [b'"', second, ..] => second.is_ascii_graphic() && *second != b'"',
        [first, ..] => first.is_ascii_graphic(),
        [] => false,
    }
}

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

/// The fast reader of one file, with the values that it has learned.
#[derive(Debug)]
pub struct Plain {
    /// The index of each column in the file.
    at: [u8; COLUMNS.len()],
    /// For each column all bits if the file has it, and otherwise none.
    has: [u32; COLUMNS.len()],
    /// The number of columns of the file.
    width: usize,
    sellers: RunCache<u32>,
    common: RunCache<CommonWords>,
    /// The last number that was given to an entry of `sellers` or `common`.
    numbers: u32,
    allowances: ValueCache<Allowance>,
    validities: ValueCache<Validity>,
    minutes: ValueCache<Quantity>,
    days: ValueCache<VerifiedOn>,
}

/// What rows with the same words in the [`COMMON`] columns share.
#[derive(Clone, Copy, Debug)]
struct CommonWords {
    number: u32,
    is_sim: bool,
    currency: Option<Currency>,
    /// Whether the confidence is blank.
    is_unsure: bool,
}

/// The values of a valid row that a judgement depends on.
#[derive(Clone, Copy, Debug)]
pub struct PlainRow<'r> {
    /// The bytes of the id.
    pub id: &'r [u8],
    /// Whether the plan is a SIM.
    pub is_sim: bool,
    /// Two numbers for the words in the other relevant columns. Rows with the same numbers have the same words.
    words: (u32, u32),
    price: Option<Money>,
    allowance: Option<Allowance>,
    validity: Option<Validity>,
    minutes: Option<Quantity>,
    verified_on: Option<VerifiedOn>,
    source: &'r [u8],
}

/// What decides the bars of a row besides its price and its age: its words, and whether its data is unlimited.
pub type SameBars = ((u32, u32), bool);

impl PlainRow<'_> {
    /// A key for the bars: rows with the same key have the same bars.
    #[inline]
    pub fn same_bars(&self) -> SameBars {
        (self.words, self.allowance == Some(Allowance::Unlimited))
    }

    /// What a check looks at.
    pub fn facts(&self) -> PlainFacts<'_> {
        let is_free = self.price.is_some_and(Money::is_zero);
        PlainFacts { is_free, verified_on: self.verified_on, source: self.source }
    }

    /// Turns the plan of a row with the same words into that of this row, except for its id and its texts, on which no
    /// judgement depends.
    #[inline]
    pub fn put_into(&self, plan: &mut Plan) {
        plan.price = self.price;
        plan.allowance = self.allowance;
        plan.validity = self.validity;
        plan.minutes = self.minutes;
        plan.verified_on = self.verified_on;
    }
}

/// The columns with few different words.
const COMMON: [Column; 13] = [
    Column::Kind,
    Column::Currency,
    Column::SetupFee,
    Column::DataPer,
    Column::Sms,
    Column::Scope,
    Column::Network,
    Column::Audience,
    Column::MaxPurchases,
    Column::Form,
    Column::Sold,
    Column::Balance,
    Column::Confidence,
];

/// The place of a cell in a block, and its number of bytes.
#[derive(Clone, Copy, Debug)]
struct Cell {
    start: usize,
    len: usize,
}

/// One row of a block.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'b> {
    /// The block with its padding.
    pub padded: &'b [u8],
    /// The end of the previous row, the ends of its fields, and any ends that follow.
    pub ends: &'b [u32; WINDOW],
    /// The number of its fields.
    pub width: usize,
}

/// The error of a cell that needs the exact rules.
struct NotPlain;

/// The cells of one row by column. Columns that the file does not have are blank.
struct PlainCells<'r> {
    row: Marked<'r>,
    file: &'r Plain,
}

impl<'r> PlainCells<'r> {
    #[inline(always)]
    fn cell(&self, column: Column) -> Cell {
        let at = self.file.at[column as usize] as usize % (WINDOW - 1);
        let before = self.row.ends[at];
        let end = self.row.ends[at + 1];
        let len = end.wrapping_sub(before).wrapping_sub(1) & self.file.has[column as usize];
        Cell { start: after(before), len: len as usize }
    }

    #[inline]
    fn bytes(&self, column: Column) -> &'r [u8] {
        let Cell { start, len } = self.cell(column);
        self.row.padded.get(start..start + len).unwrap_or_default()
    }

    /// The value of a cell. `None` if it is blank.
    #[inline(always)]
    fn value<V: Copy>(&self, column: Column, cache: &ValueCache<V>) -> Result<Option<V>, NotPlain> {
        let Cell { start, len } = self.cell(column);
        if len == 0 { Ok(None) } else { cache.get(self.row.padded, start, len).map(Some).ok_or(NotPlain) }
    }

    /// The amount in a cell. `None` if it is blank.
    #[inline(always)]
    fn amount(&self, column: Column, currency: Option<Currency>) -> Result<Option<Money>, NotPlain> {
        let Cell { start, len } = self.cell(column);
        if len == 0 {
            return Ok(None);
        }
        let currency = currency.ok_or(NotPlain)?;
        let minor = PackedCell::new(self.row.padded, start, len).scaled(currency.minor_digits() as usize);
        Money::from_minor(minor.ok_or(NotPlain)?.into(), currency).map(Some).map_err(|_| NotPlain)
    }
}

impl Plain {
    /// A reader for a file with these columns, which has not learned any values yet.
    pub fn new(columns: &Columns, width: usize) -> Self {
        Self {
            at: Column::ALL.map(|column| small_index(columns, column).unwrap_or(0)),
            has: Column::ALL.map(|column| columns.index(column).map_or(0, |_| u32::MAX)),
            width,
            sellers: RunCache::new(
                [Column::Line, Column::Operator].iter().filter_map(|&column| small_index(columns, column)),
            ),
            common: RunCache::new(COMMON.iter().filter_map(|&column| small_index(columns, column))),
            numbers: 0,
            allowances: ValueCache::default(),
            validities: ValueCache::default(),
            minutes: ValueCache::default(),
            days: ValueCache::default(),
        }
    }

    /// Whether the kind of a row may contain these three lower-case letters, in any case.
    #[inline]
    pub fn may_be(&self, row: Marked<'_>, word: [u8; 3]) -> bool {
        let kind = PlainCells { row, file: self }.bytes(Column::Kind);
        row.width != self.width || kind.windows(3).any(|part| part.eq_ignore_ascii_case(&word))
    }

    /// Reads a row. `None` if it needs the exact rules.
    #[inline(always)]
    pub fn row<'r, I: Simd>(
        &mut self,
        simd: I,
        row: Marked<'r>,
        blanks: &mut Blanks,
    ) -> Option<PlainRow<'r>> {
        if row.width != self.width || self.width >= WINDOW {
            return None;
        }
        let seller = *self.sellers.get(simd, row.padded, row.ends)?;
        let common = *self.common.get(simd, row.padded, row.ends)?;
        let cells = PlainCells { row, file: self };
        let id = cells.cell(Column::Id);
        if !is_slug(simd, row.padded, id.start, id.len) || !is_text(cells.bytes(Column::Name)) {
            return None;
        }
        let price = cells.amount(Column::Price, common.currency).ok()?;
        cells.amount(Column::Credit, common.currency).ok()?;
        let allowance = cells.value(Column::Data, &self.allowances).ok()?;
        let validity = cells.value(Column::Validity, &self.validities).ok()?;
        let minutes = cells.value(Column::Minutes, &self.minutes).ok()?;
        let verified_on = cells.value(Column::VerifiedOn, &self.days).ok()?;
        let at_source = cells.cell(Column::Source);
        let source = row.padded.get(at_source.start..at_source.start + at_source.len)?;
        if !source.is_empty() && !is_text(source) {
            return None;
        }
        blanks.count([source.is_empty(), verified_on.is_none(), common.is_unsure])?;
        Some(PlainRow {
            id: row.padded.get(id.start..id.start + id.len)?,
            is_sim: common.is_sim,
            words: (seller, common.number),
            price,
            allowance,
            validity,
            minutes,
            verified_on,
            source,
        })
    }

    /// Learns the values of a row from the plan that the exact rules have read.
    pub fn learn(&mut self, row: &Row<'_>, columns: &Columns, plan: &Plan) {
        self.numbers = self.numbers.wrapping_add(1);
        self.sellers.note(|first, last| row.run(first, last), self.numbers);
        let currency = plan.price.map(Money::currency);
        // A currency cell is not learned if the plan does not show its currency because it has no price, or if the cell
        // holds only blanks. The exact rules keep reading such rows.
        if currency.is_some() != row.bytes(columns.index(Column::Currency)).is_empty() {
            let common = CommonWords {
                number: self.numbers,
                is_sim: plan.is_sim(),
                currency,
                is_unsure: plan.confidence.is_none(),
            };
            self.common.note(|first, last| row.run(first, last), common);
        }
        // A volume of 0 is not learned, because its validity depends on the kind and the minutes of the plan.
        let allowance = plan.allowance.filter(|_| plan.carries_data());
        note(&mut self.allowances, row.bytes(columns.index(Column::Data)), allowance);
        note(&mut self.validities, row.bytes(columns.index(Column::Validity)), plan.validity);
        note(&mut self.minutes, row.bytes(columns.index(Column::Minutes)), plan.minutes);
        note(&mut self.days, row.bytes(columns.index(Column::VerifiedOn)), plan.verified_on);
    }
}

/// The index of a column, if it fits into a byte.
fn small_index(columns: &Columns, column: Column) -> Option<u8> {
    columns.index(column).and_then(|index| u8::try_from(index).ok())
}

/// Remembers the value of a cell unless it is blank.
fn note<V: Copy>(cache: &mut ValueCache<V>, cell: &[u8], value: Option<V>) {
    if let Some(value) = value {
        cache.note(cell, value);
    }
}

#[cfg(test)]
mod tests;

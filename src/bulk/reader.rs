//! Rows read at speed: where fields end, found 64 bytes at a time, and cells checked without a text, a plan or an
//! allocation.
//!
//! All cleverness about bytes is here. It changes no answer: this knows only cells that are surely valid, which are
//! numbers of the usual form and words that the exact rules have read before, and only quotes where RFC 4180 puts them.
//! A row or a block with anything else in it is left to the exact rules, against which the tests hold each part.
//!
//! A block goes through four steps:
//!
//! 1. [`StructuralIndex`] finds the commas and line ends outside of quotes.
//! 2. [`PackedCell`] reads a number from eight bytes.
//! 3. [`ValueCache`] and [`RunCache`] find what cells mean that occur again and again.
//! 4. [`Plain`] puts them together to a [`PlainRow`], or gives up.
#![expect(
    clippy::inline_always,
    reason = "what runs for each row must become part of a function that may use all instructions of the processor"
)]

use crate::catalogue::columns::{Blanks, COLUMNS, Column, Columns};
use crate::catalogue::records::all;
use crate::catalogue::table::{Row, may_steer};
use crate::domain::money::{Currency, Money};
use crate::domain::plan::{Allowance, Plan, Quantity};
use crate::domain::time::{Validity, VerifiedOn};
use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch, u8x64};
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// The marks of one block.
#[derive(Debug, Default)]
pub struct StructuralIndex {
    /// The places of commas and line ends, in order, after the place before the block.
    ends: Vec<u32>,
    /// How many of them there are, with that place.
    count: usize,
    /// For each row the index of its line end.
    rows: Vec<u32>,
    /// Whether some byte is neither a printable ASCII character nor a `\n`.
    pub has_odd_bytes: bool,
    /// Whether one of these may be part of a character that does more than show itself.
    pub may_steer: bool,
}

/// How many ends can be looked at from the beginning of a row: 64 fields.
pub const WINDOW: usize = 65;

/// The marks of one row.
#[derive(Clone, Copy, Debug)]
pub struct MarkedRow<'m> {
    /// The place where the row before ends, those where its fields end, and whatever follows.
    pub ends: &'m [u32; WINDOW],
    /// How many fields it has.
    pub width: usize,
    /// Where the last of them ends.
    pub last: usize,
}

/// What 64 bytes are, a bit each.
#[derive(Clone, Copy)]
struct ByteClasses {
    commas: u64,
    breaks: u64,
    quotes: u64,
    /// What is neither a printable ASCII character nor a line end.
    odd: u64,
}

impl ByteClasses {
    #[inline(always)]
    fn of<S: Simd>(simd: S, bytes: &[u8; 64]) -> Self {
        let bytes = u8x64::simd_from(simd, *bytes);
        let all = |byte: u8| u8x64::splat(simd, byte);
        let is = |byte: u8| bytes.simd_eq(all(byte)).to_bitmask();
        let breaks = is(b'\n');
        // Counted from a blank on, what is no printable character is past all of them.
        let odd = (bytes - all(b' ')).simd_ge(all(b'\x7f' - b' ')).to_bitmask() & !breaks;
        Self { commas: is(b','), breaks, quotes: is(b'"'), odd }
    }
}

/// For each bit whether the number of bits up to it is odd.
fn parities(bits: u64) -> u64 {
    [1, 2, 4, 8, 16, 32].into_iter().fold(bits, |parities, by| parities ^ (parities << by))
}

/// What has been seen of quotes up to the next 64 bytes.
#[derive(Clone, Copy)]
struct Quotes {
    /// Every bit, where a quote is open.
    open: u64,
    /// Whether a field begins here: the byte before is a comma or a line end outside of quotes.
    at_start: bool,
    /// Whether the byte before is a closing quote.
    closed: bool,
}

impl Quotes {
    const NONE: Self = Self { open: 0, at_start: true, closed: false };

    /// The commas and line ends of the next 64 bytes outside of quotes, and the line ends alone; `None` as [`Self::step`].
    #[inline]
    fn outside(&mut self, classes: &ByteClasses, bytes: &[u8; 64]) -> Option<(u64, u64)> {
        let ends = classes.commas | classes.breaks;
        if classes.quotes != 0 || self.open != 0 || self.closed {
            let quoted = self.step(classes, bytes)?;
            return Some((ends & !quoted, classes.breaks & !quoted));
        }
        self.at_start = ends >> 63 == 1;
        Some((ends, classes.breaks))
    }

    /// Which of 64 bytes are in quotes; `None` if a quote is where it is nothing special, or if a closing one has text
    /// after it.
    fn step(&mut self, classes: &ByteClasses, bytes: &[u8; 64]) -> Option<u64> {
        let quoted = parities(classes.quotes) ^ self.open;
        let ends = (classes.commas | classes.breaks) & !quoted;
        // A quote that leads into quotes opens a field or follows one that closed: then both stand for one quote.
        let (opening, closing) = (classes.quotes & quoted, classes.quotes & !quoted);
        let begins = ends << 1 | u64::from(self.at_start);
        let after_closing = closing << 1 | u64::from(self.closed);
        // After a closing quote the field ends, or another quote follows; a `\r` may belong to the end.
        let mut text = after_closing & !(classes.commas | classes.breaks | classes.quotes);
        while text != 0 && bytes[text.trailing_zeros() as usize] == b'\r' {
            text &= text - 1;
        }
        let sound = opening & !(begins | after_closing) == 0 && text == 0;
        self.open = if quoted >> 63 == 1 { u64::MAX } else { 0 };
        self.at_start = ends >> 63 == 1;
        self.closed = closing >> 63 == 1;
        sound.then_some(quoted)
    }
}

impl StructuralIndex {
    /// StructuralIndex a block; `false` where that cannot be done.
    #[inline(always)]
    pub fn set<S: Simd>(&mut self, simd: S, block: &[u8]) -> bool {
        if u32::try_from(block.len()).is_err() {
            return false;
        }
        // As many as there may be, so that each 64 bytes find room for theirs, and each row a window.
        let room = block.len() + 1 + WINDOW;
        if self.ends.len() < room {
            self.ends.resize(room, 0);
        }
        self.ends[0] = BEFORE;
        (self.count, self.has_odd_bytes, self.may_steer) = (1, false, false);
        self.rows.clear();
        let (mut quotes, mut odd) = (Quotes::NONE, 0);
        let (whole, rest) = block.as_chunks::<64>();
        let mut last = [b' '; 64];
        last[..rest.len()].copy_from_slice(rest);
        for (nth, bytes) in whole.iter().chain([&last]).enumerate() {
            let classes = ByteClasses::of(simd, bytes);
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
            // Eight at a time, though there may be fewer: what is too much is written over by the next ones.
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

    /// The rows that have ended.
    pub fn rows(&self) -> impl Iterator<Item = MarkedRow<'_>> {
        let mut from = 0;
        self.rows.iter().filter_map(move |&to| {
            let (width, ends) = ((to - from) as usize, self.ends.get(from as usize..)?.first_chunk()?);
            let last = *self.ends.get(to as usize)?;
            from = to;
            Some(MarkedRow { ends, width, last: last as usize })
        })
    }
}

/// The place after the last record that ends with a `\n` in these bytes, which begin with a record; `None` if none does, or
/// if a quote is where it is nothing special.
pub fn last_end_at_speed(bytes: &[u8]) -> Option<usize> {
    dispatch!(Level::new(), simd => last_end_in(simd, bytes))
}

#[inline(always)]
fn last_end_in<S: Simd>(simd: S, bytes: &[u8]) -> Option<usize> {
    let (mut quotes, mut last) = (Quotes::NONE, None);
    let (whole, rest) = bytes.as_chunks::<64>();
    let mut padded = [b' '; 64];
    padded[..rest.len()].copy_from_slice(rest);
    for (nth, bytes) in whole.iter().chain([&padded]).enumerate() {
        let (_, breaks) = quotes.outside(&ByteClasses::of(simd, bytes), bytes)?;
        last = breaks.checked_ilog2().map(|bit| nth * 64 + bit as usize + 1).or(last);
    }
    last
}

/// Whether a block with its [`PADDING`] may hold a word of three small letters, in any case; what only begins with it
/// counts, too.
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

/// The place before a block: the next one is its first.
const BEFORE: u32 = u32::MAX;

/// The place after a comma or a line end, where the next field begins.
#[inline]
pub const fn after(end: u32) -> usize {
    end.wrapping_add(1) as usize
}

/// A place in a block, which is known to be below 4 GiB.
fn as_u32(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// How many bytes have to follow a block, so that as many can be read from anywhere in it.
pub const PADDING: usize = 64;

/// The first eight bytes of a cell as a number, the first of them the lowest, and how many bytes there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedCell {
    bytes: u64,
    len: usize,
}

/// The lowest bytes, so many of them.
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
    // Of a cell of 64 bytes or more nothing has to be known here.
    bytes & LOWEST[len % 64]
}

/// For bytes below 128 the highest bit of each that is at least `least`.
#[inline(always)]
const fn at_least(bytes: u64, least: u8) -> u64 {
    ((bytes | all(0x80)) - all(least)) & all(0x80)
}

impl PackedCell {
    /// The cell of so many bytes at one place of a block with its [`PADDING`].
    #[inline(always)]
    pub fn of(padded: &[u8], start: usize, len: usize) -> Self {
        let bytes = padded.get(start..start + 8).and_then(|bytes| bytes.first_chunk());
        Self { bytes: bytes.map_or(0, |bytes| lowest(u64::from_le_bytes(*bytes), len)), len }
    }

    /// A whole number.
    #[inline(always)]
    pub fn count(self) -> Option<u64> {
        let values = self.bytes ^ lowest(all(b'0'), self.len);
        let is_digits = (values | ((values & all(0x7f)) + all(0x76))) & all(0x80) == 0;
        (is_digits && (1..=8).contains(&self.len)).then(|| {
            // Digits by twos, by fours, by eights: what is missing before them is zeros.
            let values = values << (64 - 8 * self.len);
            let twos = (values * 10 + (values >> 8)) & 0x00ff_00ff_00ff_00ff;
            let fours = (twos * 100 + (twos >> 16)) & 0x0000_ffff_0000_ffff;
            (fours * 10_000 + (fours >> 32)) & 0xffff_ffff
        })
    }

    /// Digits, perhaps a point and digits, as a whole number of what one has so many digits of after the point.
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
        // The digits move up to where the point stood; a second point is no digit.
        let whole = lowest(self.bytes, before);
        let bytes = whole | (self.bytes >> 8) & !lowest(u64::MAX, before);
        let digits = Self { bytes, len: self.len - 1 }.count()?;
        (before > 0 && after > 0).then_some(digits * TENS.get(missing)?)
    }

    /// The first eight bytes as a number.
    #[inline(always)]
    pub const fn first(self) -> u64 {
        self.bytes
    }
}

/// Whether a cell of this length at one place is surely a kebab-case name.
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
    let (within, last) = (!(u64::MAX << len), 1 << (len - 1));
    // A hyphen stands neither first nor last nor beside another.
    let misplaced = hyphens & (hyphens << 1 | 1 | last);
    (hyphens | others.to_bitmask()) & within == within && misplaced & within == 0
}

/// Whether a cell surely holds some text.
#[inline(always)]
pub fn is_text(cell: &[u8]) -> bool {
    match cell {
        [b'"', second, ..] => second.is_ascii_graphic() && *second != b'"',
        [first, ..] => first.is_ascii_graphic(),
        [] => false,
    }
}

/// How many cells of a column are remembered. Past them all are forgotten: rows that are alike mostly stand together.
const MOST_KNOWN: usize = 1 << 14;

/// What short cells of one column mean: only what the exact rules have read before.
#[derive(Debug)]
pub struct ValueCache<V>(FxHashMap<ShortCell, V>);

/// The bytes of a cell that has no more than sixteen; then zeros, which no text has.
type ShortCell = (u64, u64);

impl<V: Copy> Default for ValueCache<V> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<V: Copy> ValueCache<V> {
    /// What the cell of this length at one place of a block with its [`PADDING`] means.
    #[inline(always)]
    pub fn get(&self, padded: &[u8], start: usize, len: usize) -> Option<V> {
        self.0.get(&short(padded, start, len)?).copied()
    }

    /// Notes what a cell means.
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
        0..=8 => Some((PackedCell::of(bytes, 0, len).first(), 0)),
        9..=16 => Some((PackedCell::of(bytes, 0, 8).first(), PackedCell::of(bytes, 8, len - 8).first())),
        _ => None,
    }
}

/// What some columns of a row mean together.
#[derive(Debug)]
pub struct RunCache<V> {
    /// The first and the last of some columns that stand side by side.
    runs: Vec<(u8, u8)>,
    known: Vec<(Box<[Run]>, V)>,
    /// The index of what is known for a hash.
    index: FxHashMap<u64, usize>,
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

impl<V> RunCache<V> {
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
        Self { runs, known: Vec::new(), index: FxHashMap::default(), last: 0 }
    }

    /// What the columns of a row mean, whose fields have these ends in a block with its [`PADDING`].
    #[inline(always)]
    pub fn get<S: Simd>(&mut self, simd: S, padded: &[u8], ends: &[u32; WINDOW]) -> Option<&V> {
        if !self.is_at(self.last, simd, padded, ends) {
            let mut hash = 0;
            for run in &self.runs {
                hash = joined(hash, Place::of(*run, padded, ends)?.hash()?);
            }
            self.last = *self.index.get(&hash)?;
            if !self.is_at(self.last, simd, padded, ends) {
                return None;
            }
        }
        self.known.get(self.last).map(|(_, value)| value)
    }

    /// Whether what is known in this place is of a row like this one.
    #[inline(always)]
    fn is_at<S: Simd>(&self, index: usize, simd: S, padded: &[u8], ends: &[u32; WINDOW]) -> bool {
        let Some((known, _)) = self.known.get(index) else { return false };
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
        if self.known.len() >= MOST_KNOWN {
            self.known.clear();
            self.index.clear();
        }
        // Of two with one hash the first is remembered, which the exact rules need not read again.
        if let Entry::Vacant(place) = self.index.entry(runs_hash(&key)) {
            place.insert(self.known.len());
            self.known.push((key, value));
        }
    }
}

/// The hash of runs that are known, the same as where they stand.
fn runs_hash(runs: &[Run]) -> u64 {
    let hash = |run: &Run| Place { bytes: &run.bytes, len: run.len }.hash().unwrap_or_default();
    runs.iter().map(hash).fold(0, joined)
}

#[inline(always)]
fn joined(hash: u64, run: u64) -> u64 {
    (hash.rotate_left(26) ^ run).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// What is known of the cells of one file.
#[derive(Debug)]
pub struct Plain {
    /// Where each column stands.
    at: [u8; COLUMNS.len()],
    /// Every bit for a column that the file has, none for another.
    has: [u32; COLUMNS.len()],
    /// How many columns the file has.
    width: usize,
    sellers: RunCache<u32>,
    common: RunCache<CommonWords>,
    /// How many words of the two there were: each gets a number of its own.
    numbers: u32,
    allowances: ValueCache<Allowance>,
    validities: ValueCache<Validity>,
    minutes: ValueCache<Quantity>,
    days: ValueCache<VerifiedOn>,
}

/// What rows with the same words in [`COMMON`] columns have in common.
#[derive(Clone, Copy, Debug)]
struct CommonWords {
    number: u32,
    is_sim: bool,
    currency: Option<Currency>,
    /// Whether nobody has said how sure the row is.
    is_unsure: bool,
}

/// A row that is surely valid: what decides about a plan.
#[derive(Clone, Copy, Debug)]
pub struct PlainRow<'r> {
    /// The id.
    pub id: &'r [u8],
    /// Whether the plan is a SIM.
    pub is_sim: bool,
    /// A number for the words in the other columns that decide: rows with the same number have the same words.
    words: (u32, u32),
    price: Option<Money>,
    allowance: Option<Allowance>,
    validity: Option<Validity>,
    minutes: Option<Quantity>,
    verified_on: Option<VerifiedOn>,
}

/// What decides whether a row is kept out whatever the need, its price and its age: its words, and whether its data is
/// unlimited.
pub type SameBars = ((u32, u32), bool);

impl PlainRow<'_> {
    /// Rows for which this is the same are kept out for the same reasons.
    #[inline]
    pub fn same_bars(&self) -> SameBars {
        (self.words, self.allowance == Some(Allowance::Unlimited))
    }

    /// Makes the plan of a row with the same words that of this row, in all that decides about it: its id and its texts
    /// stay.
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

/// Where a cell stands, and how many bytes it has.
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
    /// The end of the row before, those of each of its fields, and whatever follows.
    pub ends: &'b [u32; WINDOW],
    /// How many fields it has.
    pub width: usize,
}

/// That a cell is one for the exact rules.
struct NotPlain;

/// The cells of one row by column; blank ones for the columns that the file does not have.
struct PlainCells<'r> {
    row: Marked<'r>,
    file: &'r Plain,
}

impl<'r> PlainCells<'r> {
    #[inline(always)]
    fn cell(&self, column: Column) -> Cell {
        let at = self.file.at[column as usize] as usize % (WINDOW - 1);
        let (before, end) = (self.row.ends[at], self.row.ends[at + 1]);
        let len = end.wrapping_sub(before).wrapping_sub(1) & self.file.has[column as usize];
        Cell { start: after(before), len: len as usize }
    }

    #[inline]
    fn bytes(&self, column: Column) -> &'r [u8] {
        let Cell { start, len } = self.cell(column);
        self.row.padded.get(start..start + len).unwrap_or_default()
    }

    /// What a cell holds; nothing if it is blank.
    #[inline(always)]
    fn value<V: Copy>(&self, column: Column, memo: &ValueCache<V>) -> Result<Option<V>, NotPlain> {
        let Cell { start, len } = self.cell(column);
        if len == 0 { Ok(None) } else { memo.get(self.row.padded, start, len).map(Some).ok_or(NotPlain) }
    }

    /// An amount; nothing if the cell is blank.
    #[inline(always)]
    fn amount(&self, column: Column, currency: Option<Currency>) -> Result<Option<Money>, NotPlain> {
        let Cell { start, len } = self.cell(column);
        if len == 0 {
            return Ok(None);
        }
        let currency = currency.ok_or(NotPlain)?;
        let minor = PackedCell::of(self.row.padded, start, len).scaled(currency.minor_digits() as usize);
        Money::from_minor(minor.ok_or(NotPlain)?.into(), currency).map(Some).map_err(|_| NotPlain)
    }
}

impl Plain {
    /// Nothing is known yet of a file with these columns.
    pub fn of(columns: &Columns, width: usize) -> Self {
        let place = |column: Column| columns.index(column).and_then(|at| u8::try_from(at).ok());
        Self {
            at: Column::ALL.map(|column| place(column).unwrap_or(0)),
            has: Column::ALL.map(|column| columns.index(column).map_or(0, |_| u32::MAX)),
            width,
            sellers: RunCache::of([Column::Line, Column::Operator].into_iter().filter_map(place)),
            common: RunCache::of(COMMON.into_iter().filter_map(place)),
            numbers: 0,
            allowances: ValueCache::default(),
            validities: ValueCache::default(),
            minutes: ValueCache::default(),
            days: ValueCache::default(),
        }
    }

    /// Whether a word of three small letters may be in the kind of a row, in any case.
    #[inline]
    pub fn may_be(&self, row: Marked<'_>, word: [u8; 3]) -> bool {
        let kind = PlainCells { row, file: self }.bytes(Column::Kind);
        row.width != self.width || kind.windows(3).any(|part| part.eq_ignore_ascii_case(&word))
    }

    /// A row that is surely valid; `None` if it is not.
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
        let source = cells.bytes(Column::Source);
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
        })
    }

    /// Learns which cells are valid, from a row of which the exact rules have read this plan.
    pub fn learn(&mut self, row: &Row<'_>, columns: &Columns, plan: &Plan) {
        let run = |first, last| row.run(first, last);
        self.numbers = self.numbers.wrapping_add(1);
        self.sellers.note(run, self.numbers);
        let currency = plan.price.map(Money::currency);
        let cell = |column| row.bytes(columns.index(column));
        // If no price is known, the currency of others with the same words is not known either; and a cell of blanks
        // counts as blank: that is for the exact rules to say.
        if currency.is_some() != cell(Column::Currency).is_empty() {
            let common = CommonWords {
                number: self.numbers,
                is_sim: plan.is_sim(),
                currency,
                is_unsure: plan.confidence.is_none(),
            };
            self.common.note(run, common);
        }
        // Whether a plan may have no data depends on its kind and its minutes.
        let allowance = plan.allowance.filter(|_| plan.carries_data());
        note(&mut self.allowances, cell(Column::Data), allowance);
        note(&mut self.validities, cell(Column::Validity), plan.validity);
        note(&mut self.minutes, cell(Column::Minutes), plan.minutes);
        note(&mut self.days, cell(Column::VerifiedOn), plan.verified_on);
    }
}

/// Notes what a cell holds, unless it is blank.
fn note<V: Copy>(memo: &mut ValueCache<V>, cell: &[u8], value: Option<V>) {
    if let Some(value) = value {
        memo.note(cell, value);
    }
}

#[cfg(test)]
mod tests;

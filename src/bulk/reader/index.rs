//! The places of the commas and line ends of a block, found 64 bytes at a time.

use crate::catalogue::delimiter::Delimiter;
use crate::catalogue::table::may_steer;
use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch, u8x64};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::records::{misquoted, split};
    use proptest::prelude::*;

    /// The places of the ends of the fields of each record, if all records have ended. A blank line is a record.
    fn exactly(block: &[u8], delimiter: Delimiter) -> Vec<Vec<u32>> {
        let (mut rows, mut fields, mut at) = (Vec::new(), Vec::new(), 0);
        while let Some(next) = split(block, at, delimiter, &mut fields) {
            rows.push(fields.iter().map(|field| u32::try_from(field.end).unwrap()).collect());
            at = next;
        }
        rows
    }

    fn set(marks: &mut StructuralIndex, block: &[u8]) -> bool {
        set_by(marks, block, Delimiter::COMMA)
    }

    fn set_by(marks: &mut StructuralIndex, block: &[u8], delimiter: Delimiter) -> bool {
        dispatch!(Level::new(), simd => marks.set(simd, block, delimiter))
    }

    fn marked(block: &[u8], delimiter: Delimiter) -> Option<Vec<Vec<u32>>> {
        let mut marks = StructuralIndex::default();
        if !set_by(&mut marks, block, delimiter) {
            return None;
        }
        let mut from = 0;
        let row =
            |&to: &u32| marks.ends[std::mem::replace(&mut from, to as usize) + 1..=to as usize].to_vec();
        Some(marks.rows.iter().map(row).collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 5000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_marked_is_what_is_there(text in "[a,;\"\n é]{0,150}") {
            for delimiter in [Delimiter::COMMA, Delimiter::SEMICOLON] {
                if let Some(rows) = marked(text.as_bytes(), delimiter) {
                    prop_assert_eq!(rows, exactly(text.as_bytes(), delimiter));
                }
            }
        }

        #[test]
        fn nothing_that_is_misquoted_is_marked(text in "(\"?[a\"é]{0,3}\"?[,\n]){0,40}") {
            if marked(text.as_bytes(), Delimiter::COMMA).is_some() {
                let (mut fields, mut at) = (Vec::new(), 0);
                while let Some(next) = split(text.as_bytes(), at, Delimiter::COMMA, &mut fields) {
                    for field in &fields {
                        prop_assert_eq!(misquoted(&text.as_bytes()[field.start..field.end], field.quoted), None);
                    }
                    at = next;
                }
            }
        }

        #[test]
        fn the_last_end_is_that_of_a_record(text in "[a,\"\n é]{0,150}") {
            if let Some(end) = last_end_at_speed(text.as_bytes(), Delimiter::COMMA) {
                let mut ends = Vec::new();
                let (mut fields, mut at) = (Vec::new(), 0);
                while let Some(next) = split(text.as_bytes(), at, Delimiter::COMMA, &mut fields) {
                    ends.push(next);
                    at = next;
                }
                prop_assert_eq!(Some(&end), ends.last());
            }
        }

        #[test]
        fn sound_quoting_is_marked(fields in prop::collection::vec("[a,\"\n é]{0,30}", 1..12)) {
            let quoted = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
            let text: String = fields.iter().map(|field| format!("{},{}\n", quoted(field), field.len())).collect();
            prop_assert_eq!(marked(text.as_bytes(), Delimiter::COMMA), Some(exactly(text.as_bytes(), Delimiter::COMMA)));
        }
    }

    #[test]
    fn odd_bytes_are_noticed() {
        for (block, odd) in
            [("a,~ b\n", false), ("a\r\n", true), ("a\tb\n", true), ("\u{7f}\n", true), ("é\n", true)]
        {
            let mut marks = StructuralIndex::default();
            assert!(set(&mut marks, block.as_bytes()));
            assert_eq!(marks.has_odd_bytes, odd, "{block:?}");
        }
    }
}

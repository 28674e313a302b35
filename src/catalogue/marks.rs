//! Where the fields and the rows of a block end, found many bytes at a time.
//!
//! Only what the exact reader would see the same way is marked. A block in which a quote stands anywhere but where RFC
//! 4180 puts it has no marks; a row that holds a lone `\r` or other odd bytes is pointed out.

#[cfg(doc)]
use super::cells::PADDING;
use super::table::may_steer;
use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch, u8x64};

/// The marks of one block.
#[derive(Debug, Default)]
pub struct Marks {
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
struct Masks {
    commas: u64,
    breaks: u64,
    quotes: u64,
    /// What is neither a printable ASCII character nor a line end.
    odd: u64,
}

impl Masks {
    #[expect(
        clippy::inline_always,
        reason = "it must become part of a function that may use the instructions"
    )]
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
    fn outside(&mut self, masks: &Masks, bytes: &[u8; 64]) -> Option<(u64, u64)> {
        let ends = masks.commas | masks.breaks;
        if masks.quotes != 0 || self.open != 0 || self.closed {
            let quoted = self.step(masks, bytes)?;
            return Some((ends & !quoted, masks.breaks & !quoted));
        }
        self.at_start = ends >> 63 == 1;
        Some((ends, masks.breaks))
    }

    /// Which of 64 bytes are in quotes; `None` if a quote is where it is nothing special, or if a closing one has text
    /// after it.
    fn step(&mut self, masks: &Masks, bytes: &[u8; 64]) -> Option<u64> {
        let quoted = parities(masks.quotes) ^ self.open;
        let ends = (masks.commas | masks.breaks) & !quoted;
        // A quote that leads into quotes opens a field or follows one that closed: then both stand for one quote.
        let (opening, closing) = (masks.quotes & quoted, masks.quotes & !quoted);
        let begins = ends << 1 | u64::from(self.at_start);
        let after_closing = closing << 1 | u64::from(self.closed);
        // After a closing quote the field ends, or another quote follows; a `\r` may belong to the end.
        let mut text = after_closing & !(masks.commas | masks.breaks | masks.quotes);
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

impl Marks {
    /// Marks a block; `false` where that cannot be done.
    #[expect(clippy::inline_always, reason = "as above")]
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
            let masks = Masks::of(simd, bytes);
            odd |= masks.odd;
            self.may_steer = self.may_steer || masks.odd != 0 && may_steer(bytes);
            let Some((mut ends, mut breaks)) = quotes.outside(&masks, bytes) else { return false };
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
pub fn last_end(bytes: &[u8]) -> Option<usize> {
    dispatch!(Level::new(), simd => last_end_in(simd, bytes))
}

#[expect(clippy::inline_always, reason = "as above")]
#[inline(always)]
fn last_end_in<S: Simd>(simd: S, bytes: &[u8]) -> Option<usize> {
    let (mut quotes, mut last) = (Quotes::NONE, None);
    let (whole, rest) = bytes.as_chunks::<64>();
    let mut padded = [b' '; 64];
    padded[..rest.len()].copy_from_slice(rest);
    for (nth, bytes) in whole.iter().chain([&padded]).enumerate() {
        let (_, breaks) = quotes.outside(&Masks::of(simd, bytes), bytes)?;
        last = breaks.checked_ilog2().map(|bit| nth * 64 + bit as usize + 1).or(last);
    }
    last
}

/// How often a line ends in these bytes: at `\n`, `\r\n` or `\r`.
pub fn line_breaks(bytes: &[u8]) -> u64 {
    dispatch!(Level::new(), simd => breaks_in(simd, bytes))
}

#[expect(clippy::inline_always, reason = "as above")]
#[inline(always)]
fn breaks_in<S: Simd>(simd: S, bytes: &[u8]) -> u64 {
    let (whole, rest) = bytes.as_chunks::<64>();
    let mut last = [0; 64];
    last[..rest.len()].copy_from_slice(rest);
    let (mut count, mut after_return) = (0, false);
    for bytes in whole.iter().chain([&last]) {
        let bytes = u8x64::simd_from(simd, *bytes);
        let is = |byte: u8| bytes.simd_eq(u8x64::splat(simd, byte)).to_bitmask();
        let (breaks, returns) = (is(b'\n'), is(b'\r'));
        // Each `\r`, and each `\n` that does not follow one.
        let after_returns = returns << 1 | u64::from(after_return);
        count += u64::from(returns.count_ones() + (breaks & !after_returns).count_ones());
        after_return = returns >> 63 == 1;
    }
    count
}

/// Whether a block with its [`PADDING`] may hold a word of three small letters, in any case; what only begins with it
/// counts, too.
#[expect(clippy::inline_always, reason = "as above")]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::cells::PADDING;
    use crate::catalogue::records::{misquoted, split};
    use proptest::prelude::*;

    /// The places where the fields of each record end, where all records have ended; a blank line is a record.
    fn exactly(block: &[u8]) -> Vec<Vec<u32>> {
        let (mut rows, mut fields, mut at) = (Vec::new(), Vec::new(), 0);
        while let Some(next) = split(block, at, &mut fields) {
            rows.push(fields.iter().map(|field| u32::try_from(field.end).unwrap()).collect());
            at = next;
        }
        rows
    }

    fn set(marks: &mut Marks, block: &[u8]) -> bool {
        dispatch!(Level::new(), simd => marks.set(simd, block))
    }

    fn marked(block: &[u8]) -> Option<Vec<Vec<u32>>> {
        let mut marks = Marks::default();
        if !set(&mut marks, block) {
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
        fn what_is_marked_is_what_is_there(text in "[a,\"\n é]{0,150}") {
            if let Some(rows) = marked(text.as_bytes()) {
                prop_assert_eq!(rows, exactly(text.as_bytes()));
            }
        }

        #[test]
        fn nothing_that_is_misquoted_is_marked(text in "(\"?[a\"é]{0,3}\"?[,\n]){0,40}") {
            if marked(text.as_bytes()).is_some() {
                let (mut fields, mut at) = (Vec::new(), 0);
                while let Some(next) = split(text.as_bytes(), at, &mut fields) {
                    for field in &fields {
                        prop_assert_eq!(misquoted(&text.as_bytes()[field.start..field.end], field.quoted), None);
                    }
                    at = next;
                }
            }
        }

        #[test]
        fn lines_are_counted_by_all_three_ends(text in "[a\n\r]{0,200}") {
            let lines = text.replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(line_breaks(text.as_bytes()), lines.matches('\n').count() as u64);
        }

        #[test]
        fn the_last_end_is_that_of_a_record(text in "[a,\"\n é]{0,150}") {
            if let Some(end) = last_end(text.as_bytes()) {
                let mut ends = Vec::new();
                let (mut fields, mut at) = (Vec::new(), 0);
                while let Some(next) = split(text.as_bytes(), at, &mut fields) {
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
            prop_assert_eq!(marked(text.as_bytes()), Some(exactly(text.as_bytes())));
        }
    }

    #[test]
    fn odd_bytes_are_noticed() {
        for (block, odd) in
            [("a,~ b\n", false), ("a\r\n", true), ("a\tb\n", true), ("\u{7f}\n", true), ("é\n", true)]
        {
            let mut marks = Marks::default();
            assert!(set(&mut marks, block.as_bytes()));
            assert_eq!(marks.has_odd_bytes, odd, "{block:?}");
        }
    }

    #[test]
    fn a_word_is_found_where_it_begins() {
        let holds = |text: &str| {
            let padded = [text.as_bytes(), &[b's'; PADDING]].concat();
            dispatch!(Level::new(), simd => may_hold(simd, text.as_bytes(), &padded, *b"sim"))
        };
        for before in 0..140 {
            let blank = " ".repeat(before);
            assert!(holds(&format!("{blank}sim")) && holds(&format!("{blank},SIM,")), "{before}");
            assert!(holds(&format!("{blank}\"Sim\"\n")) && holds(&format!("{blank}0sim2")), "{before}");
            assert!(!holds(&format!("{blank}esim,")) && !holds(&format!("{blank}ESIM,si")), "{before}");
            assert!(!holds(&format!("{blank},s")) && !holds(&format!("{blank}S1M")), "{before}");
        }
        assert!(!holds("si") && !holds("") && !holds(&"pass,".repeat(60)));
    }
}

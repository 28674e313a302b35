//! Cells as bytes: numbers of up to eight digits, names and texts, and words anywhere in a block.

use crate::catalogue::records::all;
use fearless_simd::prelude::*;
use fearless_simd::u8x64;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::currency::Currency;
    use crate::domain::money::Money;
    use crate::domain::slug::Slug;
    use crate::domain::time::whole_number;
    use fearless_simd::{Level, dispatch};
    use proptest::prelude::*;

    /// A cell in the middle of a block.
    fn padded(text: &str) -> (Vec<u8>, usize, usize) {
        (format!("9,{text},9{}", "-".repeat(PADDING)).into_bytes(), 2, text.len())
    }

    fn packed(text: &str) -> PackedCell {
        let (block, start, len) = padded(text);
        PackedCell::new(&block, start, len)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_known_is_what_the_exact_rules_say(text in "[0-9]{0,5}[.]{0,2}[0-9:/a]{0,4}(MB|GB|d|h|)") {
            let exact = |code: &str| Money::parse(&text, Currency::parse(code).unwrap()).ok().map(Money::minor);
            for (code, digits) in [("MAD", 2), ("JPY", 0), ("TND", 3)] {
                if let Some(minor) = packed(&text).scaled(digits) {
                    prop_assert_eq!(Some(u128::from(minor)), exact(code));
                } else {
                    prop_assert!(exact(code).is_none() || text.len() > 8);
                }
            }
            prop_assert_eq!(packed(&text).count(), whole_number(&text).filter(|_| text.len() <= 8));
        }

        #[test]
        fn names_are_known(text in "[a-c0-9-]{0,20}", odd in "[A-Z_`{/:é, ]{0,1}", at in 0..20_usize) {
            let mut text = text;
            text.insert_str(at.min(text.len()), &odd);
            let (block, start, len) = padded(&text);
            let known = dispatch!(Level::new(), simd => is_slug(simd, &block, start, len));
            prop_assert_eq!(known, Slug::parse(&text).is_ok());
        }

    }

    #[test]
    fn usual_cells_are_known() {
        let scaled = |text, digits| packed(text).scaled(digits);
        assert_eq!((scaled("19.90", 2), scaled("30", 2), scaled("5", 0)), (Some(1990), Some(3000), Some(5)));
        assert_eq!(packed("12345678").count(), Some(12_345_678));
        assert!(is_text(b"Pass") && is_text(b"\"Pass, big\"") && !is_text(b"\"\"") && !is_text(b" x"));
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

//! Cells read at speed, eight bytes as one number: what is known here is sound, and everything else is left to the
//! exact rules.

use crate::domain::time::{Validity, VerifiedOn};
use jiff::civil::Date;

/// How many bytes have to follow a block, so that eight can be read from anywhere in it.
pub const PADDING: usize = 8;

/// The first eight bytes of a cell as a number, the first of them the lowest, and how many bytes there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    bytes: u64,
    len: u32,
}

/// A number of eight equal bytes.
const fn all(byte: u8) -> u64 {
    0x0101_0101_0101_0101 * byte as u64
}

/// The lowest bytes, so many of them.
#[inline]
const fn lowest(bytes: u64, len: u32) -> u64 {
    const LOWEST: [u64; 64] = {
        let mut masks = [u64::MAX; 64];
        let mut len = 0;
        while len < 8 {
            masks[len] = !(u64::MAX << (8 * len));
            len += 1;
        }
        masks
    };
    // Of a cell of 64 bytes or more nothing has to be known here.
    bytes & LOWEST[len as usize % 64]
}

/// For bytes below 128 the highest bit of each that is at least `least`.
#[inline]
const fn at_least(bytes: u64, least: u8) -> u64 {
    ((bytes | all(0x80)) - all(least)) & all(0x80)
}

impl Word {
    /// A blank cell.
    pub const BLANK: Self = Self { bytes: 0, len: 0 };

    /// The cell of so many bytes at one place of a block with its [`PADDING`].
    #[inline]
    pub fn of(padded: &[u8], start: usize, len: u32) -> Self {
        let bytes = padded.get(start..start + 8).and_then(|bytes| bytes.first_chunk());
        Self { bytes: bytes.map_or(0, |bytes| lowest(u64::from_le_bytes(*bytes), len)), len }
    }

    /// The word of a cell by itself; `None` where it is longer than a word.
    fn alone(cell: &[u8]) -> Option<Self> {
        let mut bytes = [0; 8];
        bytes.get_mut(..cell.len())?.copy_from_slice(cell);
        Some(Self { bytes: u64::from_le_bytes(bytes), len: u32::try_from(cell.len()).ok()? })
    }

    /// How many bytes the cell has.
    #[inline]
    pub const fn size(self) -> usize {
        self.len as usize
    }

    /// Whether the cell is blank.
    #[inline]
    pub const fn is_blank(self) -> bool {
        self.len == 0
    }

    /// The word without its last bytes.
    #[inline]
    const fn without_last(self, count: u32) -> Self {
        let len = self.len - count;
        Self { bytes: lowest(self.bytes, len), len }
    }

    /// The last byte, where all of them are here.
    #[inline]
    fn last(self) -> Option<u8> {
        self.bytes.to_le_bytes().get((self.len as usize).wrapping_sub(1)).copied()
    }

    /// Whether this may be the word `unlimited`, all but its last letter.
    #[inline]
    pub const fn may_be_unlimited(self) -> bool {
        self.len == 9 && self.bytes == u64::from_le_bytes(*b"unlimite")
    }

    /// A whole number.
    #[inline]
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
    #[inline]
    pub fn scaled(self, after_point: u32) -> Option<u64> {
        const TENS: [u64; 7] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
        if self.len > 8 {
            return None;
        }
        let points = !at_least(self.bytes ^ all(b'.'), 1) & all(0x80) & !(self.bytes & all(0x80));
        if points == 0 {
            return Some(self.count()? * TENS.get(after_point as usize)?);
        }
        let before = points.trailing_zeros() / 8;
        let after = self.len - before - 1;
        let missing = after_point.checked_sub(after)?;
        // The digits move up to where the point stood; a second point is no digit.
        let whole = lowest(self.bytes, before);
        let bytes = whole | (self.bytes >> 8) & !lowest(u64::MAX, before);
        let digits = Self { bytes, len: self.len - 1 }.count()?;
        (before > 0 && after > 0).then_some(digits * TENS.get(missing as usize)?)
    }

    /// A volume in kB.
    #[inline]
    pub fn kilobytes(self) -> Option<u64> {
        if !(2..=8).contains(&self.len) {
            return None;
        }
        let unit = self.bytes >> (8 * (self.len - 2));
        let after_point = match unit {
            MB => 3,
            GB => 6,
            _ => return None,
        };
        self.without_last(2).scaled(after_point)
    }

    /// How long a purchase lasts.
    #[inline]
    pub fn validity(self) -> Option<Validity> {
        let hours_each = match self.last()? {
            b'd' => 24,
            b'h' => 1,
            _ => return None,
        };
        let count = self.without_last(1).count()?;
        Validity::from_hours(u32::try_from(count * hours_each).ok()?)
    }

    #[inline]
    fn hash(self) -> u64 {
        mixed(self.bytes ^ u64::from(self.len))
    }
}

const MB: u64 = u16::from_le_bytes(*b"MB") as u64;
const GB: u64 = u16::from_le_bytes(*b"GB") as u64;

/// Whether the cell at one place, which begins with this word, is surely a kebab-case name.
#[inline]
pub fn is_slug(padded: &[u8], start: usize, first: Word) -> bool {
    // A hyphen stands neither first nor last nor beside another.
    let (mut at, mut rest, mut bytes, mut hyphen_before) = (start, first.len, first.bytes, true);
    while rest > 0 {
        let len = rest.min(8);
        let hyphens = !at_least(bytes ^ all(b'-'), 1) & all(0x80);
        let digits = at_least(bytes, b'0') & !at_least(bytes, b'9' + 1);
        let letters = at_least(bytes, b'a') & !at_least(bytes, b'z' + 1);
        let known = (hyphens | digits | letters) & !(bytes & all(0x80));
        let before = hyphens << 8 | if hyphen_before { 0x80 } else { 0 };
        if known != lowest(all(0x80), len) || hyphens & before != 0 {
            return false;
        }
        hyphen_before = hyphens >> (8 * len - 1) & 1 == 1;
        (at, rest) = (at + 8, rest - len);
        bytes = Word::of(padded, at, rest).bytes;
    }
    !hyphen_before
}

/// Whether a cell surely holds some text.
#[inline]
pub fn is_text(cell: &[u8]) -> bool {
    match cell {
        [b'"', second, ..] => second.is_ascii_graphic() && *second != b'"',
        [first, ..] => first.is_ascii_graphic(),
        [] => false,
    }
}

/// A day, `2026-08-11`.
#[inline]
pub fn day(cell: &[u8]) -> Option<VerifiedOn> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = cell else { return None };
    let digits = Word { bytes: u64::from_le_bytes([y1, y2, y3, y4, m1, m2, d1, d2]), len: 8 };
    let number = u32::try_from(digits.count()?).ok()?;
    let part = |number: u32| i8::try_from(number % 100).ok();
    let year = i16::try_from(number / 10_000).ok()?;
    Date::new(year, part(number / 100)?, part(number)?).ok().map(VerifiedOn::on)
}

/// What some cells mean: only what the exact rules have read before.
///
/// A table with open places, at most half of which are taken; past [`MOST_KNOWN`] cells no more are learned.
#[derive(Debug)]
struct Known<K, V> {
    places: Vec<Option<(K, V)>>,
    count: usize,
}

/// How many cells of a column are remembered.
const MOST_KNOWN: usize = 1 << 14;

impl<K, V: Copy> Known<K, V> {
    fn new() -> Self {
        Self { places: (0..16).map(|_| None).collect(), count: 0 }
    }

    #[inline]
    fn get(&self, hash: u64, is_it: impl Fn(&K) -> bool) -> Option<V> {
        let mask = self.places.len() - 1;
        let mut at = usize::try_from(hash).unwrap_or_default() & mask;
        while let Some((key, value)) = self.places.get(at)? {
            if is_it(key) {
                return Some(*value);
            }
            at = (at + 1) & mask;
        }
        None
    }

    fn note(&mut self, key: K, value: V, hash: impl Fn(&K) -> u64) {
        if self.count >= MOST_KNOWN {
            return;
        }
        if 2 * self.count >= self.places.len() {
            let larger = (0..4 * self.places.len()).map(|_| None).collect();
            let known = std::mem::replace(&mut self.places, larger);
            known.into_iter().flatten().for_each(|(key, value)| self.insert(hash(&key), key, value));
        }
        self.insert(hash(&key), key, value);
        self.count += 1;
    }

    fn insert(&mut self, hash: u64, key: K, value: V) {
        let mask = self.places.len() - 1;
        let mut at = usize::try_from(hash).unwrap_or_default() & mask;
        while self.places[at].is_some() {
            at = (at + 1) & mask;
        }
        self.places[at] = Some((key, value));
    }
}

/// What short cells of one column mean.
#[derive(Debug)]
pub struct Memo<V>(Known<Word, V>);

impl<V: Copy> Default for Memo<V> {
    fn default() -> Self {
        Self(Known::new())
    }
}

impl<V: Copy> Memo<V> {
    /// What this cell means.
    #[inline]
    pub fn get(&self, cell: Word) -> Option<V> {
        self.0.get(cell.hash(), |known| *known == cell)
    }

    /// Notes what a cell means.
    pub fn note(&mut self, cell: &[u8], value: V) {
        if let Some(cell) = Word::alone(cell).filter(|cell| self.get(*cell).is_none()) {
            self.0.note(cell, value, |cell| cell.hash());
        }
    }
}

/// What several cells mean together, none of them longer than a word.
#[derive(Debug)]
pub struct WordsMemo<const N: usize, V>(Known<[u64; N], V>);

impl<const N: usize, V: Copy> Default for WordsMemo<N, V> {
    fn default() -> Self {
        Self(Known::new())
    }
}

impl<const N: usize, V: Copy> WordsMemo<N, V> {
    /// What these cells mean.
    #[inline]
    pub fn get(&self, cells: &[Word; N]) -> Option<V> {
        // Within a word its length is where its bytes end, for no text has a byte of zeros.
        if cells.iter().any(|cell| cell.len > 8) {
            return None;
        }
        let hash = words_hash(cells.iter().map(|cell| cell.bytes));
        // One after the other: put side by side first, they would be compared before they have arrived there.
        self.0.get(hash, |known| known.iter().zip(cells).all(|(known, cell)| *known == cell.bytes))
    }

    /// Notes what cells mean.
    pub fn note(&mut self, cells: [&[u8]; N], value: V) {
        if let Some(words) = cells.map(Word::alone).into_iter().collect::<Option<Vec<_>>>()
            && let Ok(words) = <[Word; N]>::try_from(words)
            && self.get(&words).is_none()
        {
            self.0.note(words.map(|word| word.bytes), value, |words| words_hash(words.iter().copied()));
        }
    }
}

#[inline]
fn words_hash(words: impl Iterator<Item = u64>) -> u64 {
    mixed(words.fold(0, |hash: u64, word| hash.rotate_left(9) ^ word))
}

/// A name where it stands in a block.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'b> {
    padded: &'b [u8],
    start: usize,
    first: Word,
}

impl<'b> Standing<'b> {
    /// The name at one place of a block, which begins with this word.
    #[inline]
    pub fn of(padded: &'b [u8], start: usize, first: Word) -> Self {
        Self { padded, start, first }
    }

    /// A part of the name, eight bytes from this one on.
    #[inline]
    fn word(self, from: u32) -> u64 {
        Word::of(self.padded, self.start + from as usize, self.first.len - from).bytes
    }

    /// A number that tells most names apart, from their beginnings and ends.
    #[inline]
    fn hash(self) -> u64 {
        let end = self.first.len.checked_sub(8).map_or(0, |from| self.word(from));
        self.first.bytes ^ end.rotate_left(29) ^ u64::from(self.first.len)
    }
}

/// A name of at most 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Name {
    words: [u64; 4],
    len: u32,
    hash: u64,
}

impl Name {
    const MOST: usize = 32;

    /// The name that a text is; `None` where it is longer.
    fn alone(text: &[u8]) -> Option<Self> {
        let mut padded = [0; Self::MOST + PADDING];
        padded.get_mut(..text.len())?.copy_from_slice(text);
        let len = u32::try_from(text.len()).ok()?;
        let standing = Standing::of(&padded, 0, Word::of(&padded, 0, len));
        let word = |from: u32| if from < len { standing.word(from) } else { 0 };
        (text.len() <= Self::MOST).then(|| Self {
            words: [word(0), word(8), word(16), word(24)],
            len,
            hash: standing.hash(),
        })
    }

    /// Whether it is the name that stands there. Looked at where it stands: copied first, it would be waited for.
    #[inline]
    fn is(&self, standing: Standing<'_>) -> bool {
        let mut words = self.words.iter().zip([0_u32, 8, 16, 24]).skip(1);
        self.len == standing.first.len
            && self.words[0] == standing.first.bytes
            && words.all(|(word, from)| from >= self.len || *word == standing.word(from))
    }
}

/// What pairs of names mean.
#[derive(Debug)]
pub struct PairMemo<V>(Known<(Name, Name), V>);

impl<V: Copy> Default for PairMemo<V> {
    fn default() -> Self {
        Self(Known::new())
    }
}

impl<V: Copy> PairMemo<V> {
    /// What this pair means.
    #[inline]
    pub fn get(&self, a: Standing<'_>, b: Standing<'_>) -> Option<V> {
        self.0.get(pair_hash(a.hash(), b.hash()), |(known_a, known_b)| known_a.is(a) && known_b.is(b))
    }

    /// Notes what a pair means.
    pub fn note(&mut self, a: &[u8], b: &[u8], value: V) {
        let (Some(a), Some(b)) = (Name::alone(a), Name::alone(b)) else { return };
        let hash = |(a, b): &(Name, Name)| pair_hash(a.hash, b.hash);
        if self.0.get(hash(&(a, b)), |known| *known == (a, b)).is_none() {
            self.0.note((a, b), value, hash);
        }
    }
}

#[inline]
fn pair_hash(a: u64, b: u64) -> u64 {
    mixed(a.wrapping_mul(31) ^ b)
}

/// A number whose lower bits all hang on all bits of another.
#[inline]
fn mixed(number: u64) -> u64 {
    number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Currency, Money};
    use crate::domain::slug::Slug;
    use crate::domain::time::whole_number;
    use crate::domain::volume::DataVolume;
    use proptest::prelude::*;

    /// A cell in the middle of a block.
    fn padded(text: &str) -> (Vec<u8>, usize, u32) {
        (format!("9,{text},9 and more").into_bytes(), 2, u32::try_from(text.len()).unwrap())
    }

    fn word(text: &str) -> Word {
        let (block, start, len) = padded(text);
        Word::of(&block, start, len)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_known_is_what_the_exact_rules_say(text in "[0-9]{0,5}[.]{0,2}[0-9:/a]{0,4}(MB|GB|d|h|)") {
            let exact = |code: &str| Money::parse(&text, Currency::parse(code).unwrap()).ok().map(Money::minor);
            for (code, digits) in [("MAD", 2), ("JPY", 0), ("TND", 3)] {
                if let Some(minor) = word(&text).scaled(digits) {
                    prop_assert_eq!(Some(u128::from(minor)), exact(code));
                } else {
                    prop_assert!(exact(code).is_none() || text.len() > 8);
                }
            }
            if let Some(kb) = word(&text).kilobytes() {
                prop_assert_eq!(Ok(DataVolume::from_kb(kb)), DataVolume::parse(&text));
            }
            if let Some(known) = word(&text).validity() {
                prop_assert_eq!(Ok(known), Validity::parse(&text));
            }
            prop_assert_eq!(word(&text).count(), whole_number(&text).filter(|_| text.len() <= 8));
        }

        #[test]
        fn names_are_known(text in "[a-c0-9-]{0,20}", odd in "[A-Z_`{/:é, ]{0,1}", at in 0..20_usize) {
            let mut text = text;
            text.insert_str(at.min(text.len()), &odd);
            let (block, start, len) = padded(&text);
            prop_assert_eq!(is_slug(&block, start, Word::of(&block, start, len)), Slug::parse(&text).is_ok());
        }

        #[test]
        fn equal_names_are_equal_texts(a in "[ab]{0,40}", b in "[ab]{0,40}", same in any::<bool>()) {
            let b = if same { a.clone() } else { b };
            let (block, start, len) = padded(&b);
            let standing = Standing::of(&block, start, Word::of(&block, start, len));
            let name = Name::alone(a.as_bytes());
            prop_assert_eq!(name.is_some(), a.len() <= 32);
            let is_it = name.is_some_and(|name| name.is(standing) && name.hash == standing.hash());
            prop_assert_eq!(is_it, a == b && a.len() <= 32);
        }

        #[test]
        fn days_are_known(text in "20[0-9]{2}[-/][0-3][0-9]-[0-3][0-9]") {
            prop_assert_eq!(day(text.as_bytes()), VerifiedOn::parse(&text).ok());
        }

        #[test]
        fn what_is_noted_is_remembered(cells in prop::collection::vec("[a-z]{0,9}", 0..200)) {
            let mut memo = Memo::default();
            for (index, cell) in cells.iter().enumerate() {
                memo.note(cell.as_bytes(), index);
            }
            for cell in &cells {
                let first = cells.iter().position(|other| other == cell);
                prop_assert_eq!(memo.get(word(cell)), first.filter(|_| cell.len() <= 8));
            }
        }
    }

    #[test]
    fn usual_cells_are_known() {
        let scaled = |text, digits| word(text).scaled(digits);
        assert_eq!((scaled("19.90", 2), scaled("30", 2), scaled("5", 0)), (Some(1990), Some(3000), Some(5)));
        assert_eq!(word("500MB").kilobytes(), Some(500_000));
        assert_eq!(word("1.5GB").kilobytes(), Some(1_500_000));
        assert_eq!(word("30d").validity(), Validity::parse("30d").ok());
        assert_eq!(word("12345678").count(), Some(12_345_678));
        assert!(is_text(b"Pass") && is_text(b"\"Pass, big\"") && !is_text(b"\"\"") && !is_text(b" x"));
    }
}

//! Cells read at speed, from bytes: what is known here is sound, and everything else is left to the exact rules.

use crate::domain::time::{Validity, VerifiedOn};
use jiff::civil::Date;

/// Whether a cell is surely a kebab-case name.
#[inline]
pub fn is_slug(cell: &[u8]) -> bool {
    // A hyphen stands neither first nor last nor beside another.
    let mut hyphen_before = true;
    let mut sound = true;
    for &byte in cell {
        let hyphen = byte == b'-';
        sound &= byte.is_ascii_lowercase() | byte.is_ascii_digit() | (hyphen & !hyphen_before);
        hyphen_before = hyphen;
    }
    sound & !hyphen_before
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

/// How many digits are read here: no number of them is too large.
const MOST_DIGITS: usize = 15;

/// A whole number.
#[inline]
pub fn count(cell: &[u8]) -> Option<u64> {
    let (number, rest) = digits(cell)?;
    rest.is_empty().then_some(number)
}

/// Some digits at the beginning as a number, and what follows them.
#[inline]
fn digits(cell: &[u8]) -> Option<(u64, &[u8])> {
    let (mut number, mut at) = (0, 0);
    while let Some(digit) = cell.get(at).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
        number = number * 10 + u64::from(digit);
        at += 1;
        if at > MOST_DIGITS {
            return None;
        }
    }
    (at > 0).then(|| (number, &cell[at..]))
}

/// Digits, perhaps a point and digits, as a whole number of units of which one has so many digits after the point.
#[inline]
fn scaled(cell: &[u8], after_point: usize) -> Option<(u64, &[u8])> {
    let (whole, rest) = digits(cell)?;
    let (mut number, mut missing, mut rest) = (whole, after_point, rest);
    if let [b'.', fraction @ ..] = rest {
        let (value, after) = digits(fraction)?;
        let len = fraction.len() - after.len();
        missing = after_point.checked_sub(len)?;
        number = number.checked_mul(TENS[len])?.checked_add(value)?;
        rest = after;
    }
    Some((number.checked_mul(*TENS.get(missing)?)?, rest))
}

const TENS: [u64; 7] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/// An amount in minor units of a currency that has so many digits after the point.
#[inline]
pub fn amount(cell: &[u8], minor_digits: u32) -> Option<u64> {
    let (minor, rest) = scaled(cell, usize::try_from(minor_digits).ok()?)?;
    rest.is_empty().then_some(minor)
}

/// A volume in kB.
#[inline]
pub fn kilobytes(cell: &[u8]) -> Option<u64> {
    let after_point = match cell {
        [.., b'M', b'B'] => 3,
        [.., b'G', b'B'] => 6,
        _ => return None,
    };
    let (kb, rest) = scaled(&cell[..cell.len() - 2], after_point)?;
    rest.is_empty().then_some(kb)
}

/// How long a purchase lasts.
#[inline]
pub fn validity(cell: &[u8]) -> Option<Validity> {
    let (unit, digits) = cell.split_last()?;
    let hours_each = match unit {
        b'd' => 24,
        b'h' => 1,
        _ => return None,
    };
    Validity::from_hours(u32::try_from(count(digits)?).ok()?.checked_mul(hours_each)?)
}

/// A day, `2026-08-11`.
#[inline]
pub fn day(cell: &[u8]) -> Option<VerifiedOn> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = cell else { return None };
    let two = |tens: u8, ones: u8| {
        let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
        (tens < 10 && ones < 10).then_some(10 * tens + ones)
    };
    let year = i16::from(two(y1, y2)?) * 100 + i16::from(two(y3, y4)?);
    let date = Date::new(year, two(m1, m2)?.cast_signed(), two(d1, d2)?.cast_signed());
    date.ok().map(VerifiedOn::on)
}

/// A short cell as numbers: equal keys are equal cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    first: u64,
    last: u64,
    len: usize,
}

impl Key {
    const MOST: usize = 16;

    #[inline]
    fn of(cell: &[u8]) -> Option<Self> {
        let len = cell.len();
        let (first, last) = match len {
            8..=Self::MOST => {
                (u64::from_le_bytes(*cell.first_chunk()?), u64::from_le_bytes(*cell.last_chunk()?))
            }
            4..8 => {
                let half = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
                (half(cell.first_chunk()?), half(cell.last_chunk()?))
            }
            1..4 => {
                let byte = |at: usize| u64::from(cell[at]);
                (byte(0) | byte(len / 2) << 8 | byte(len - 1) << 16, 0)
            }
            0 => (0, 0),
            _ => return None,
        };
        Some(Self { first, last, len })
    }

    #[inline]
    fn hash(&self) -> u64 {
        mixed(self.first ^ self.last.rotate_left(29) ^ self.len as u64)
    }
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
pub struct Memo<V>(Known<Key, V>);

impl<V: Copy> Memo<V> {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self(Known::new())
    }

    /// What this cell means.
    #[inline]
    pub fn get(&self, cell: &[u8]) -> Option<V> {
        let key = Key::of(cell)?;
        self.0.get(key.hash(), |known| *known == key)
    }

    /// Notes what a cell means.
    pub fn note(&mut self, cell: &[u8], value: V) {
        if let Some(key) = Key::of(cell).filter(|_| self.get(cell).is_none()) {
            self.0.note(key, value, Key::hash);
        }
    }
}

type Pair = (Box<[u8]>, Box<[u8]>);

/// What pairs of cells mean, of any length: for the names of lines and operators.
#[derive(Debug)]
pub struct PairMemo<V>(Known<Pair, V>);

impl<V: Copy> PairMemo<V> {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self(Known::new())
    }

    /// What this pair means.
    #[inline]
    pub fn get(&self, a: &[u8], b: &[u8]) -> Option<V> {
        self.0.get(pair_hash(a, b), |(known_a, known_b)| **known_a == *a && **known_b == *b)
    }

    /// Notes what a pair means.
    pub fn note(&mut self, a: &[u8], b: &[u8], value: V) {
        if self.get(a, b).is_none() {
            self.0.note((a.into(), b.into()), value, |(a, b)| pair_hash(a, b));
        }
    }
}

/// Names differ mostly at their ends.
#[inline]
fn pair_hash(a: &[u8], b: &[u8]) -> u64 {
    let end = |cell: &[u8]| match cell.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        None => cell.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    let lengths = (a.len() as u64) << 32 | b.len() as u64;
    mixed(end(a).wrapping_mul(31) ^ end(b) ^ lengths)
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
    use crate::domain::volume::DataVolume;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_known_is_what_the_exact_rules_say(text in "[0-9]{0,7}[.-]{0,2}[0-9a]{0,7}(MB|GB|d|h|)") {
            let cell = text.as_bytes();
            let exact = |code: &str| Money::parse(&text, Currency::parse(code).unwrap()).ok().map(Money::minor);
            for (code, digits) in [("MAD", 2), ("JPY", 0), ("TND", 3)] {
                if let Some(minor) = amount(cell, digits) {
                    prop_assert_eq!(Some(u128::from(minor)), exact(code));
                }
            }
            if let Some(kb) = kilobytes(cell) {
                prop_assert_eq!(Ok(DataVolume::from_kb(kb)), DataVolume::parse(&text));
            }
            if let Some(known) = validity(cell) {
                prop_assert_eq!(Ok(known), Validity::parse(&text));
            }
            prop_assert_eq!(is_slug(cell), Slug::parse(&text).is_ok());
        }

        #[test]
        fn equal_keys_are_equal_cells(a in "[ab]{0,18}", b in "[ab]{0,18}") {
            if let (Some(key), Some(other)) = (Key::of(a.as_bytes()), Key::of(b.as_bytes())) {
                prop_assert_eq!(key == other, a == b);
            }
        }
    }

    #[test]
    fn usual_cells_are_known() {
        assert_eq!(
            (amount(b"19.90", 2), amount(b"30", 2), amount(b"5", 0)),
            (Some(1990), Some(3000), Some(5))
        );
        assert_eq!((kilobytes(b"500MB"), kilobytes(b"1.5GB")), (Some(500_000), Some(1_500_000)));
        assert_eq!(validity(b"30d"), Validity::parse("30d").ok());
        assert_eq!(count(b"120"), Some(120));
        assert!(is_text(b"Pass") && is_text(b"\"Pass, big\"") && !is_text(b"\"\"") && !is_text(b" x"));
    }
}

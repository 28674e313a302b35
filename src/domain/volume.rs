//! Data volumes: whole kilobytes.

use super::error::{Error, Figure};
use super::number::{Number, plain};
use std::fmt;
use std::str::FromStr;

/// A volume of data in whole kB; 1 GB = 1000 MB = 1,000,000 kB, as operators sell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct DataVolume(u64);

/// The units that are read, in lower case, each with its bytes. 1 kB has 1000 of them.
const UNITS: [(&str, u128); 30] = [
    ("gb", 1_000_000_000),
    ("go", 1_000_000_000),
    ("g", 1_000_000_000),
    ("giga", 1_000_000_000),
    ("gigas", 1_000_000_000),
    ("gigabytes", 1_000_000_000),
    ("gigaoctets", 1_000_000_000),
    ("mb", 1_000_000),
    ("mo", 1_000_000),
    ("m", 1_000_000),
    ("mega", 1_000_000),
    ("megas", 1_000_000),
    ("méga", 1_000_000),
    ("mégas", 1_000_000),
    ("megabytes", 1_000_000),
    ("mégaoctets", 1_000_000),
    ("兆", 1_000_000),
    ("kb", 1_000),
    ("ko", 1_000),
    ("k", 1_000),
    ("tb", 1_000_000_000_000),
    ("to", 1_000_000_000_000),
    ("tib", 1 << 40),
    ("gib", 1 << 30),
    ("mib", 1 << 20),
    ("kib", 1 << 10),
    ("tio", 1 << 40),
    ("gio", 1 << 30),
    ("mio", 1 << 20),
    ("kio", 1 << 10),
];

/// How the end of a text says that a volume is for each day, in lower case.
const FOR_EACH_DAY: [&str; 11] =
    ["/day", "/d", "/24h", "/jour", "/j", "/天", "/日", "per day", "a day", "par jour", "每天"];

impl DataVolume {
    /// A volume of 0 kB.
    pub const ZERO: Self = Self(0);

    /// A volume of this many kB.
    pub const fn from_kb(kb: u64) -> Self {
        Self(kb)
    }

    /// The volume in kB.
    pub const fn kb(self) -> u64 {
        self.0
    }

    /// Reads `20GB`, `1,5 Go`, `1 500 mb`: digits, optionally a mark and more digits, and a unit in any case. Blanks may
    /// separate the number and the unit.
    ///
    /// # Errors
    /// `volume-without-unit`, `volume-unit-unknown`, `volume-for-each-day`, `volume-not-a-number`, `two-readings`,
    /// `volume-not-whole-kb` (nothing is ever rounded) with the next whole kB, and `volume-too-large`, each with the
    /// text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let typed = plain(text);
        let unit_at =
            typed.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(typed.len());
        let (digits, with_blanks) = typed.split_at(unit_at);
        let unit = with_blanks.trim_start();
        let number =
            Number::split(digits).ok_or_else(|| Error::new("volume-not-a-number").with("value", text))?;
        if number.has_two_readings() {
            return Err(number.two_readings(text, with_blanks));
        }
        if unit.is_empty() {
            return Err(Error::new("volume-without-unit").with("value", text));
        }
        let bytes = bytes_of(unit).ok_or_else(|| {
            let code = if is_for_each_day(unit) { "volume-for-each-day" } else { "volume-unit-unknown" };
            Error::new(code).with("value", text).with("unit", unit)
        })?;
        let too_large = || Error::new("volume-too-large").with("value", text);
        let (down, is_whole) = whole_kb(&number, bytes).ok_or_else(too_large)?;
        if is_whole {
            return Ok(Self(down));
        }
        let next = Self(down.checked_add(1).ok_or_else(too_large)?);
        Err(Error::new("volume-not-whole-kb").with("value", text).with("next", next.to_string()))
    }

    /// Adds two volumes. `None` past 2⁶⁴ − 1 kB.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// `count` times this volume. `None` past 2⁶⁴ − 1 kB.
    pub fn checked_mul(self, count: u64) -> Option<Self> {
        self.0.checked_mul(count).map(Self)
    }

    /// Subtracts `other`. `None` if it is larger.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The number in the largest unit that makes it at least 1, and that unit. Zero is in MB.
    pub fn in_unit(self) -> (String, &'static str) {
        let (power, name) = match self.0 {
            1_000_000.. => (6, "GB"),
            1_000.. | 0 => (3, "MB"),
            _ => (0, "kB"),
        };
        (decimal_text(self.0, power), name)
    }

    /// The volume in MB, with as many digits as it needs (`0.5` for 500 kB).
    pub fn in_mb(self) -> String {
        decimal_text(self.0, 3)
    }
}

impl From<DataVolume> for Figure {
    fn from(volume: DataVolume) -> Self {
        Self::Volume(volume.0)
    }
}

/// The bytes of a unit.
fn bytes_of(unit: &str) -> Option<u128> {
    UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit)).map(|(_, bytes)| *bytes)
}

/// Whether a text is a unit for each day, such as `GB/day`.
fn is_for_each_day(text: &str) -> bool {
    let text = text.to_lowercase();
    let units = FOR_EACH_DAY.iter().filter_map(|end| text.strip_suffix(end));
    units.into_iter().any(|unit| bytes_of(unit.trim_end()).is_some())
}

/// A number of units with this many bytes each in kB, rounded down, and whether nothing was rounded. `None` past 2⁶⁴ − 1
/// kB.
fn whole_kb(number: &Number<'_>, bytes: u128) -> Option<(u64, bool)> {
    // A number with more decimals counts as not whole.
    const MOST_DECIMALS: usize = 12;
    let decimals = number.decimals();
    let counted = &decimals[..decimals.len().min(MOST_DECIMALS)];
    let mut digits = number.whole.bytes().chain(counted.bytes());
    let count = digits
        .try_fold(0_u128, |count, digit| count.checked_mul(10)?.checked_add(u128::from(digit - b'0')))?;
    let all = count.checked_mul(bytes)?;
    let kb = 1_000 * 10_u128.pow(u32::try_from(counted.len()).ok()?);
    let is_whole = all.is_multiple_of(kb) && counted.len() == decimals.len();
    Some((u64::try_from(all / kb).ok()?, is_whole))
}

/// `kb` divided by ten to the `power`, exactly and without trailing zeros.
fn decimal_text(kb: u64, power: u32) -> String {
    let unit = 10_u64.pow(power);
    let whole = kb / unit;
    let rest = kb % unit;
    if rest == 0 {
        return whole.to_string();
    }
    let width = usize::try_from(power).unwrap_or_default();
    format!("{whole}.{rest:0width$}").trim_end_matches('0').to_owned()
}

/// Reads a volume as [`DataVolume::parse`] does.
impl FromStr for DataVolume {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

/// The catalogue's notation: `20GB`, `1.6GB`, `500MB`. Three digits after the point would have two readings, so such a
/// volume is written in a smaller unit (`1234MB`, `666667kB`).
impl fmt::Display for DataVolume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ways = [self.in_unit(), (decimal_text(self.0, 3), "MB"), (decimal_text(self.0, 0), "kB")];
        let (figure, unit) = ways.iter().find(|(figure, _)| !has_three_decimals(figure)).unwrap_or(&ways[2]);
        f.pad(&format!("{figure}{unit}"))
    }
}

fn has_three_decimals(figure: &str) -> bool {
    figure.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_differences_fit_or_are_none() {
        let (one, most) = (DataVolume::from_kb(1), DataVolume::from_kb(u64::MAX));
        assert_eq!(one.checked_add(one), Some(DataVolume::from_kb(2)));
        assert_eq!(most.checked_add(one), None);
        assert_eq!(most.checked_sub(one), Some(DataVolume::from_kb(u64::MAX - 1)));
        assert_eq!(one.checked_sub(most), None);
    }

    #[track_caller]
    fn check(text: &str, expected: Result<u64, &str>) {
        assert_eq!(
            DataVolume::parse(text).map(DataVolume::kb).map_err(|error| error.code()),
            expected,
            "{text}"
        );
    }

    #[test]
    fn spellings() {
        check("20GB", Ok(20_000_000));
        check("20 go", Ok(20_000_000));
        check("1.6G", Ok(1_600_000));
        check("20 gigabytes", Ok(20_000_000));
        check("20 Gigaoctets", Ok(20_000_000));
        check("20 megabytes", Ok(20_000));
        check("500 mégaoctets", Ok(500_000));
        // With both marks, the last one is the decimal one.
        check("1.500,5MB", Ok(1_500_500));
        check("1,500.5 MB", Ok(1_500_500));
        check("1,50.5MB", Err("volume-not-a-number"));
        check("500\u{a0}Mo", Ok(500_000));
        check("0.5m", Ok(500));
        check("7kB", Ok(7));
        check("1.000000GB", Ok(1_000_000));
        check("0,5 Go", Ok(500_000));
        check("0.125GB", Ok(125_000));
        check("1500.250 MB", Ok(1_500_250));
        check("0MB", Ok(0));
        check("18446744073709551615kb", Ok(u64::MAX));
        check("2To", Ok(2_000_000_000));
        check("1 500 MB", Ok(1_500_000));
        check("1\u{202f}500,250\u{a0}Mo", Ok(1_500_250));
        check("1'500MB", Ok(1_500_000));
        check("２０ＧＢ", Ok(20_000_000));
        check("500 Mégas", Ok(500_000));
        check("1.5 giga", Ok(1_500_000));
        check("500兆", Ok(500_000));
    }

    #[test]
    fn binary_units_are_exact() {
        check("125GiB", Ok(134_217_728));
        check("1.953125MiB", Ok(2_048));
        check("125 KiB", Ok(128));
        check("125 Gio", Ok(134_217_728));
        check("0.125KiB", Err("volume-not-whole-kb"));
        check("1TiB", Err("volume-not-whole-kb"));
    }

    #[test]
    fn a_part_of_a_kb_names_the_next_whole_one() {
        for (text, next) in [
            ("1.5GiB", "1.610613GB"),
            ("1.0000001GB", "1.000001GB"),
            ("0.5kB", "1kB"),
            ("1.9999999999999999MB", "2MB"),
            ("0.00000000000000000000000000000000000000001GB", "1kB"),
        ] {
            let error = Error::new("volume-not-whole-kb").with("value", text).with("next", next);
            assert_eq!(DataVolume::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_exactly_is_an_error() {
        check("1.0000001GB", Err("volume-not-whole-kb"));
        check("0.5kB", Err("volume-not-whole-kb"));
        check("18446744073709551616kb", Err("volume-too-large"));
        check("20", Err("volume-without-unit"));
        check("20Gib/s", Err("volume-unit-unknown"));
        check("12 50 MB", Err("volume-unit-unknown"));
        check("18446744073709551615.5kb", Err("volume-too-large"));
        check("999999999999999999999999999999999999999GB", Err("volume-too-large"));
        check("20 pizzas", Err("volume-unit-unknown"));
        check("", Err("volume-not-a-number"));
        check("GB", Err("volume-not-a-number"));
        check("-1GB", Err("volume-not-a-number"));
        check("+1GB", Err("volume-not-a-number"));
        check(".5GB", Err("volume-not-a-number"));
        check("5.GB", Err("volume-not-a-number"));
        check("1.2.3GB", Err("volume-not-a-number"));
        check("1_000MB", Err("volume-unit-unknown"));
        check("1,00,000kB", Err("volume-not-a-number"));
        for text in ["1GB/day", "1 Go par jour", "500 MB a day", "1,5 Go/J", "1GB/24h", "1GB每天"] {
            check(text, Err("volume-for-each-day"));
        }
        for text in ["1/day", "1GB/month", "1GB/days", "1 day"] {
            check(text, Err("volume-unit-unknown"));
        }
    }

    #[test]
    fn a_mark_before_three_digits_has_two_readings() {
        for (text, thousands, decimal) in [
            ("1,500MB", "1500MB", "1.5MB"),
            ("12.500 MB", "12500 MB", "12.5 MB"),
            ("1.000GB", "1000GB", "1GB"),
            ("100,001", "100001", "100.001"),
        ] {
            let error = Error::new("two-readings").with("value", text);
            let expected = error.with("thousands", thousands).with("decimal", decimal);
            assert_eq!(DataVolume::parse(text), Err(expected));
        }
    }

    #[test]
    fn what_is_shown_can_be_read() {
        for kb in (0..3_000_000).step_by(7).chain([u64::MAX, 1_000_000_000_001]) {
            assert_eq!(DataVolume::parse(&DataVolume(kb).to_string()), Ok(DataVolume(kb)));
        }
    }

    #[test]
    fn notation() {
        for (kb, text, mb) in [
            (20_000_000, "20GB", "20000"),
            (1_600_000, "1.6GB", "1600"),
            (500_000, "500MB", "500"),
            (666_670, "666.67MB", "666.67"),
            (666_667, "666667kB", "666.667"),
            (1_234_000, "1234MB", "1234"),
            (1_234_560, "1.23456GB", "1234.56"),
            (1_234_567, "1.234567GB", "1234.567"),
            (1_000_001, "1.000001GB", "1000.001"),
            (999, "999kB", "0.999"),
            (0, "0MB", "0"),
        ] {
            assert_eq!(DataVolume(kb).to_string(), text);
            assert_eq!(DataVolume(kb).in_mb(), mb);
        }
    }
}

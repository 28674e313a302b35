//! Numbers as people and programs write them: a point or a comma before the decimals, and no marks between thousands.
//!
//! Some people read `1,500` as 1500 and others as 1.5, and `12.500` has the same problem. Only the writer knows which
//! is meant, so such a number is an error that names both readings.
//!
//! A blank or an apostrophe between thousands (`1 500`, `1'500`) has one reading, and so has a mark that occurs more than
//! once (`1,500,000`) or before another one (`1,500.5`). [`plain`] removes it.

use super::error::Error;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A text as numbers and dates are read: without blanks around it, with ASCII in place of full-width characters and
/// special blanks, and without the marks between thousands of a number at its start: `20GB` for `２０ＧＢ`, `1500 MB` for
/// `1 500 MB`.
pub fn plain(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    let has_more_marks = trimmed.matches(['.', ',']).nth(1).is_some();
    if trimmed.is_ascii() && !trimmed.contains(GROUP_MARKS) && !has_more_marks {
        return Cow::Borrowed(trimmed);
    }
    let ascii: String = trimmed.chars().map(as_ascii).collect();
    if let Some(number) = without_thousands(&ascii) {
        return Cow::Owned(number);
    }
    let number = &ascii
        [..ascii.find(|c: char| !c.is_ascii_digit() && !GROUP_MARKS.contains(&c)).unwrap_or(ascii.len())];
    let number = number.trim_end_matches(GROUP_MARKS);
    if !is_grouped(number) {
        return Cow::Owned(ascii);
    }
    Cow::Owned(number.replace(GROUP_MARKS, "") + &ascii[number.len()..])
}

/// A text as whole numbers are read: that of [`plain`], in which a number with an exponent, as programs write it, has its
/// digits (`30` for `3e1`). People never mean it, so an amount with one stays an error.
pub(super) fn plain_whole(text: &str) -> Cow<'_, str> {
    let typed = plain(text);
    if has_exponent(&typed) { Cow::Owned(of_json(&typed)) } else { typed }
}

/// Whether a text is a number with an exponent, such as `3e1` or `1.5E+03`.
fn has_exponent(text: &str) -> bool {
    text.split_once(['e', 'E']).is_some_and(|(number, exponent)| {
        let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        is_digits(digits) && !number.contains(',') && Number::split(number).is_some()
    })
}

/// A text whose number at the start has two points or commas or more, without those that separate thousands: `1500.5MB`
/// for `1,500.5MB`, `1500000` for `1,500,000`. The last one is the decimal mark if it is the only one of its kind. `None`
/// without such a number.
fn without_thousands(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(text.len());
    let number = &text[..end];
    let last = number.rfind(['.', ','])?;
    let first = number.find(['.', ',']).filter(|first| *first < last)?;
    let [first_mark, last_mark] = [first, last].map(|at| number.as_bytes()[at]);
    let whole = if first_mark == last_mark { end } else { last };
    let groups = number[..whole].replace(char::from(first_mark), " ");
    let ends_in_digit = end > last + 1;
    (ends_in_digit && is_grouped(&groups)).then(|| groups.replace(' ', "") + &text[whole..])
}

/// What separates thousands and nothing else.
const GROUP_MARKS: [char; 2] = [' ', '\''];

/// Whether digits are in groups of three, of which the first may be shorter: `1 500`.
fn is_grouped(number: &str) -> bool {
    let mut groups = number.split(GROUP_MARKS);
    let first = groups.next().unwrap_or_default();
    let mut others = groups.peekable();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && others.peek().is_some()
        && others.all(|group| group.len() == 3)
}

/// The ASCII character that a full-width character or a special blank stands for; any other character as it is.
fn as_ascii(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - u32::from('\u{ff01}') + u32::from('!')).unwrap_or(c)
        }
        '’' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// A number, split at its decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number<'t> {
    /// The digits before the mark, at least one.
    pub whole: &'t str,
    /// The mark, `.` or `,`, and at least one digit after it.
    pub fraction: Option<(char, &'t str)>,
}

impl<'t> Number<'t> {
    /// Splits a text of digits with at most one mark between them. `None` if it holds anything else.
    pub fn split(text: &'t str) -> Option<Self> {
        let Some(at) = text.find(['.', ',']) else {
            return is_digits(text).then_some(Self { whole: text, fraction: None });
        };
        let whole = &text[..at];
        let fraction = &text[at + 1..];
        let mark = if text[at..].starts_with(',') { ',' } else { '.' };
        (is_digits(whole) && is_digits(fraction)).then_some(Self { whole, fraction: Some((mark, fraction)) })
    }

    /// The digits after the mark, without trailing zeros.
    pub fn decimals(&self) -> &'t str {
        self.fraction.map_or("", |(_, fraction)| fraction.trim_end_matches('0'))
    }

    /// Whether the mark could also separate thousands: three digits follow it, and one to three digits precede it, of
    /// which the first is not 0.
    pub fn has_two_readings(&self) -> bool {
        self.fraction.is_some_and(|(_, digits)| digits.len() == 3)
            && self.whole.len() <= 3
            && !self.whole.starts_with('0')
    }

    /// The error that names both readings of `text`, which is this number followed by `unit`.
    pub fn two_readings(&self, text: &str, unit: &str) -> Error {
        let thousands = format!("{}{}{unit}", self.whole, self.fraction.map_or("", |(_, digits)| digits));
        let mark = if self.decimals().is_empty() { "" } else { "." };
        let decimal = format!("{}{mark}{}{unit}", self.whole, self.decimals());
        Error::new("two-readings").with("value", text).with("thousands", thousands).with("decimal", decimal)
    }
}

/// Whether a text consists of ASCII digits, at least one.
pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads a whole number, with or without zeros after a mark or an exponent (`30`, `30.0`, `3e1`).
///
/// # Errors
/// `two-readings`; `number-too-large` past 2⁶⁴ − 1; `code` if it is not a whole number. Each has the text.
pub fn whole(text: &str, code: &'static str) -> Result<u64, Error> {
    whole_before(&plain_whole(text), "", text, code)
}

/// Reads a whole number that precedes a unit; `text` is both of them as they were typed, for errors.
pub(super) fn whole_before(number: &str, unit: &str, text: &str, code: &'static str) -> Result<u64, Error> {
    let number = Number::split(number);
    if let Some(number) = number.filter(Number::has_two_readings) {
        return Err(number.two_readings(text, unit));
    }
    match number.filter(|number| number.decimals().is_empty()) {
        Some(Number { whole, .. }) => whole
            .parse()
            .map_err(|_| Error::new("number-too-large").with("value", text).with("max", u64::MAX)),
        None => Err(Error::new(code).with("value", text)),
    }
}

/// Rewrites a JSON number the way people write it: `30` for `30.000` and `3e1`. A number that does not fit into a
/// [`Decimal`] stays as it is.
pub fn of_json(text: &str) -> String {
    let decimal = if text.contains(['e', 'E']) {
        Decimal::from_scientific(text).ok()
    } else {
        Decimal::from_str_exact(text).ok()
    };
    decimal.map_or_else(|| text.to_owned(), |decimal| decimal.normalize().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<u64, &str>) {
        assert_eq!(whole(text, "no").map_err(|error| error.to_string()), expected.map_err(str::to_owned));
    }

    #[test]
    fn whole_numbers() {
        check("30", Ok(30));
        check("30.0", Ok(30));
        check("30,00", Ok(30));
        check("1000.000", Ok(1000));
        check("0.000", Ok(0));
        check("1,000", Err("two-readings value=`1,000` thousands=`1000` decimal=`1`"));
        check("12.500", Err("two-readings value=`12.500` thousands=`12500` decimal=`12.5`"));
        check("100,000", Err("two-readings value=`100,000` thousands=`100000` decimal=`100`"));
        check("012,000", Ok(12));
        check("3e1", Ok(30));
        check("1.5E+03", Ok(1500));
        check("1,000,000", Ok(1_000_000));
        check("1.000.000", Ok(1_000_000));
        check("15e-1", Err("no value=`15e-1`"));
        check("30.5", Err("no value=`30.5`"));
        for bad in [
            "",
            "-1",
            "+1",
            ".5",
            "5.",
            "1_000",
            "1e",
            "e3",
            "1e400",
            "1,5e1",
            "1,00,000",
            "1,000.000,000",
            "1 50",
            "5 0",
        ] {
            check(bad, Err(&format!("no value=`{bad}`")));
        }
        check("18446744073709551615", Ok(u64::MAX));
        check(
            "18446744073709551616",
            Err("number-too-large value=`18446744073709551616` max=`18446744073709551615`"),
        );
    }

    #[test]
    fn texts_for_numbers() {
        for (text, expected) in [
            (" 20 GB ", "20 GB"),
            ("２０ＧＢ", "20GB"),
            ("１．５", "1.5"),
            ("1 500 MB", "1500 MB"),
            ("1\u{a0}500\u{202f}000\u{3000}MB", "1500000 MB"),
            ("1'500.25MB", "1500.25MB"),
            ("1’500", "1500"),
            ("1.500,5MB", "1500,5MB"),
            ("1,234,500.25 MB", "1234500.25 MB"),
            ("1,234,500 kB", "1234500 kB"),
            ("1.234.500,", "1.234.500,"),
            ("1,50,000", "1,50,000"),
            ("0,500,000", "0,500,000"),
            ("1,234,500,25", "1,234,500,25"),
            ("1,500.", "1,500."),
            ("1.5,5", "1.5,5"),
            ("20.12.2026", "20.12.2026"),
            ("12 50 MB", "12 50 MB"),
            ("0 500", "0 500"),
            ("1500 000", "1500 000"),
            ("1 500 0", "1 500 0"),
            ("1  500", "1  500"),
            ("20 Dec 2026", "20 Dec 2026"),
            ("2周", "2周"),
            ("' '", "' '"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn json_numbers() {
        for (text, expected) in [
            ("30", "30"),
            ("30.000", "30"),
            ("3e1", "30"),
            ("1.5E-1", "0.15"),
            ("-2.0", "-2"),
            ("18446744073709551616", "18446744073709551616"),
            ("1e400", "1e400"),
        ] {
            assert_eq!(of_json(text), expected);
        }
    }
}

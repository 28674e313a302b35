//! Lengths of time: how long a purchase lasts, how long the stay is.

use super::duration::days;
use super::error::{Error, Figure};
use super::number::{Number, is_digits};
use super::written_date::{is_of_spreadsheet, is_serial, readings};
use jiff::civil::{Date, DateTime, Time};
use std::fmt;
use std::str::FromStr;

/// How long a purchase lasts from its activation, in whole hours; a day of validity is 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Validity {
    hours: u32,
}

impl Validity {
    /// Reads `7d` or `24h`, above 0.
    ///
    /// # Errors
    /// `validity-form`, `two-readings`, `validity-too-long` with the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let (digits, hours_each) = match text.strip_suffix(['d', 'D']) {
            Some(digits) => (digits, 24),
            None => (text.strip_suffix(['h', 'H']).unwrap_or_default(), 1),
        };
        if let Some(number) = Number::split(digits).filter(Number::has_two_readings) {
            return Err(number.two_readings(text, &text[digits.len()..]));
        }
        if !is_digits(digits) {
            return Err(Error::new("validity-form").with("value", text));
        }
        let Some(hours) = digits.parse().ok().and_then(|count: u32| count.checked_mul(hours_each)) else {
            let longest = Self { hours: u32::MAX };
            return Err(Error::new("validity-too-long").with("value", text).with("max", longest.to_string()));
        };
        Self::from_hours(hours).ok_or_else(|| Error::new("validity-form").with("value", text))
    }

    /// A validity of this many hours. `None` for 0.
    pub const fn from_hours(hours: u32) -> Option<Self> {
        if hours > 0 { Some(Self { hours }) } else { None }
    }

    /// The validity in hours, above 0.
    pub const fn hours(self) -> u32 {
        self.hours
    }

    /// The validity in days. `None` if it is not a whole number of days.
    pub fn days(self) -> Option<u32> {
        self.hours.is_multiple_of(24).then_some(self.hours / 24)
    }
}

/// The catalogue's notation: `7d`, `36h`.
impl fmt::Display for Validity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.days() {
            Some(days) => f.pad(&format!("{days}d")),
            None => f.pad(&format!("{}h", self.hours)),
        }
    }
}

/// How long somebody stays: 1 to [`Stay::MAX_DAYS`] days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stay {
    days: u32,
}

impl Stay {
    /// A hundred years. A longer stay is a typing mistake.
    pub const MAX_DAYS: u32 = 36_500;

    /// A stay of this many days.
    ///
    /// # Errors
    /// `stay-out-of-range` with the days.
    pub fn from_days(days: u64) -> Result<Self, Error> {
        match u32::try_from(days) {
            Ok(days @ 1..=Self::MAX_DAYS) => Ok(Self { days }),
            _ => Err(Self::out_of_range(days)),
        }
    }

    fn out_of_range(days: impl Into<Figure>) -> Error {
        Error::new("stay-out-of-range").with("value", days).with("max", u64::from(Self::MAX_DAYS))
    }

    /// Reads a whole number of days, perhaps with a unit: `30`, `2 weeks`.
    ///
    /// # Errors
    /// `stay-not-whole-days`, `days-unequal`, `two-readings` and `stay-out-of-range` with the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        match days(text, "stay-not-whole-days") {
            Ok(days) => Self::from_days(days).map_err(|_| Self::out_of_range(text)),
            Err(error) if error.code() == "number-too-large" => Err(Self::out_of_range(text)),
            Err(error) => Err(error),
        }
    }

    /// The stay from the first day to the last, counting both.
    ///
    /// # Errors
    /// `stay-ends-before-it-begins` with both dates; otherwise as [`Stay::from_days`].
    pub fn between(first: Date, last: Date) -> Result<Self, Error> {
        match u64::try_from(days_between(first, last)) {
            Ok(nights) => Self::from_days(nights + 1),
            Err(_) => Err(Error::new("stay-ends-before-it-begins")
                .with("from", first.to_string())
                .with("to", last.to_string())),
        }
    }

    /// The stay from one time to another, in days of 24 hours, rounded up.
    ///
    /// # Errors
    /// `stay-ends-before-it-begins` with both times; otherwise as [`Stay::from_days`].
    pub fn elapsed(first: DateTime, last: DateTime) -> Result<Self, Error> {
        let minutes = u64::try_from(first.duration_until(last).as_mins()).ok().filter(|minutes| *minutes > 0);
        match minutes {
            Some(minutes) => Self::from_days(minutes.div_ceil(24 * 60)),
            None => Err(Error::new("stay-ends-before-it-begins")
                .with("from", first.to_string())
                .with("to", last.to_string())),
        }
    }

    /// The stay in days, above 0.
    pub const fn days(self) -> u32 {
        self.days
    }

    /// The stay in hours, 24 for each day.
    pub const fn hours(self) -> u64 {
        self.days as u64 * 24
    }
}

/// Days from `earlier` to `later`; negative if `later` comes first.
pub fn days_between(earlier: Date, later: Date) -> i64 {
    i64::from((later - earlier).get_days())
}

/// A date as the catalogue gives it: a day, or only a month, which counts from its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerifiedOn {
    date: Date,
    day_known: bool,
}

impl VerifiedOn {
    /// Reads `2026-08-11` or `2026-08`.
    ///
    /// # Errors
    /// `date-form` or `date-of-spreadsheet` with the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let day_known = text.len() != "2026-08".len();
        let date =
            if day_known { date(text) } else { month(text).and_then(|(y, m)| Date::new(y, m, 1).ok()) };
        date.map(|date| Self { date, day_known }).ok_or_else(|| not_a_date(text))
    }

    /// A date whose day is known.
    pub const fn on(date: Date) -> Self {
        Self { date, day_known: true }
    }

    /// The day from which the age counts.
    pub fn date(self) -> Date {
        self.date
    }

    /// The age in days on the day `today`; 0 if `today` is earlier.
    pub fn age_on(self, today: Date) -> u64 {
        u64::try_from(days_between(self.date, today)).unwrap_or(0)
    }
}

/// Reads a date as [`VerifiedOn::parse`] does.
impl FromStr for VerifiedOn {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl fmt::Display for VerifiedOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.date.to_string();
        f.pad(if self.day_known { &text } else { &text[..7] })
    }
}

/// Reads a date as people write it: `2026-08-11`, `11.8.2026`, `11 août 2026`.
///
/// # Errors
/// `date-form`, `date-of-spreadsheet`, `date-nonexistent` for a day that no month has, `date-two-readings` with both days; each has the text.
pub fn parse_date(text: &str) -> Result<Date, Error> {
    let readings = readings(text);
    let dates: Vec<Date> =
        readings.iter().filter_map(|&(year, month, day)| Date::new(year, month, day).ok()).collect();
    match dates[..] {
        [date] => Ok(date),
        [first, second, ..] => Err(Error::new("date-two-readings")
            .with("value", text)
            .with("first", first.to_string())
            .with("second", second.to_string())),
        [] if is_serial(text) => Err(not_a_date(text)),
        [] if readings.is_empty() => Err(Error::new("date-form").with("value", text)),
        [] => Err(Error::new("date-nonexistent").with("value", text)),
    }
}

/// The error of a text that is not a date, which names the forms that spreadsheets make of dates.
fn not_a_date(text: &str) -> Error {
    let code = if is_of_spreadsheet(text) { "date-of-spreadsheet" } else { "date-form" };
    Error::new(code).with("value", text)
}

// jiff reads more of ISO 8601 than the catalogue allows: week dates, times, dates without hyphens.
fn date(text: &str) -> Option<Date> {
    let (year, month) = month(text.get(..7)?)?;
    let day = two_digits(text.get(7..)?.strip_prefix('-')?)?;
    Date::new(year, month, day).ok()
}

/// Year and month of `2026-08`.
fn month(text: &str) -> Option<(i16, i8)> {
    let century = two_digits(text.get(..2)?)?;
    let year_of_century = two_digits(text.get(2..4)?)?;
    let month = two_digits(text.get(4..)?.strip_prefix('-')?)?;
    // The calendar has no year 0.
    let year = i16::from(century) * 100 + i16::from(year_of_century);
    (year > 0).then_some((year, month))
}

fn two_digits(text: &str) -> Option<i8> {
    match text.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => i8::try_from((tens - b'0') * 10 + ones - b'0').ok(),
        _ => None,
    }
}

/// Reads a text of digits only. `None` past 2⁶⁴ − 1.
pub fn whole_number(text: &str) -> Option<u64> {
    if is_digits(text) { text.parse().ok() } else { None }
}

/// Reads a time of the day as hours and minutes: `14:30`, `9:00`, `09:00`.
pub fn time_of_day(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    if !(is_digits(hour) && is_digits(minute) && hour.len() <= 2 && minute.len() == 2) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_stay_between_two_times_is_the_days_that_are_begun() {
        let first = date(2026, 12, 1).at(14, 30, 0, 0);
        for (day, hour, minute, expected) in [
            (1, 14, 31, Ok(1)),
            (2, 14, 30, Ok(1)),
            (2, 14, 31, Ok(2)),
            (11, 14, 30, Ok(10)),
            (1, 14, 30, Err("stay-ends-before-it-begins")),
            (1, 14, 29, Err("stay-ends-before-it-begins")),
        ] {
            let stay = Stay::elapsed(first, date(2026, 12, day).at(hour, minute, 0, 0));
            assert_eq!(stay.map(Stay::days).map_err(|error| error.code()), expected);
        }
    }

    #[test]
    fn dates_have_one_reading_or_are_errors() {
        for good in ["2026-08-11", "2026-8-11", "20260811", "11 août 2026", "2026年8月11日"] {
            assert_eq!(parse_date(good).unwrap(), date(2026, 8, 11), "{good}");
        }
        // Only one of the two orders is a day.
        assert_eq!(parse_date("31/12/2026").unwrap(), date(2026, 12, 31));
        for (bad, expected) in [
            ("", "date-form value=``"),
            ("0000-01-01", "date-form value=`0000-01-01`"),
            ("２０２６-02-30", "date-nonexistent value=`２０２６-02-30`"),
            ("31/31/2026", "date-nonexistent value=`31/31/2026`"),
            ("20/12/26", "date-form value=`20/12/26`"),
            ("46351", "date-of-spreadsheet value=`46351`"),
            ("03/04/2026", "date-two-readings value=`03/04/2026` first=`2026-04-03` second=`2026-03-04`"),
        ] {
            assert_eq!(parse_date(bad).unwrap_err().to_string(), expected);
        }
    }

    #[test]
    fn validities() {
        for (text, hours, shown) in
            [("7d", 168, "7d"), ("24h", 24, "1d"), ("36H", 36, "36h"), ("1D", 24, "1d")]
        {
            let validity = Validity::parse(text).unwrap();
            assert_eq!((validity.hours(), validity.to_string().as_str()), (hours, shown));
        }
        for bad in ["", "7", "d", "0d", "0h", "-1d", "+7d", "7 d", "1.5d", "7days"] {
            assert_eq!(Validity::parse(bad).unwrap_err().code(), "validity-form", "{bad}");
        }
        assert_eq!(Validity::parse("4294967295h").unwrap().hours(), u32::MAX);
        for long in ["4294967296h", "178956971d", "4294967295d", "99999999999999999999d"] {
            let error = Validity::parse(long).unwrap_err().to_string();
            assert_eq!(error, format!("validity-too-long value=`{long}` max=`4294967295h`"));
        }
        let two = Validity::parse("1,000h").unwrap_err().to_string();
        assert_eq!(two, "two-readings value=`1,000h` thousands=`1000h` decimal=`1h`");
    }

    #[test]
    fn stays_count_both_days() {
        assert_eq!(Stay::between(date(2026, 12, 30), date(2027, 1, 2)).unwrap().days(), 4);
        assert_eq!(Stay::between(date(2028, 2, 28), date(2028, 3, 1)).unwrap().days(), 3, "29 February");
        assert_eq!(Stay::between(date(2026, 5, 1), date(2026, 5, 1)).unwrap().days(), 1);
        let reversed = Stay::between(date(2026, 5, 2), date(2026, 5, 1)).unwrap_err();
        assert_eq!(reversed.code(), "stay-ends-before-it-begins");
    }

    #[test]
    fn stays_from_text() {
        assert_eq!(Stay::parse("30").unwrap().days(), 30);
        assert_eq!(Stay::parse("2 weeks").unwrap().days(), 14);
        for (text, code) in [
            ("0", "stay-out-of-range"),
            ("1 month", "days-unequal"),
            ("6000 weeks", "stay-out-of-range"),
            ("36501", "stay-out-of-range"),
            ("ten", "stay-not-whole-days"),
            ("-1", "stay-not-whole-days"),
            ("1.5", "stay-not-whole-days"),
            ("99999999999999999999", "stay-out-of-range"),
        ] {
            assert_eq!(Stay::parse(text).unwrap_err().code(), code, "{text}");
        }
    }

    #[test]
    fn a_month_counts_from_its_first_day() {
        let month = VerifiedOn::parse("2024-12").unwrap();
        assert_eq!((month.date(), month.to_string()), (date(2024, 12, 1), "2024-12".to_owned()));
        assert_eq!(month.age_on(date(2026, 11, 22)), 721);
        assert_eq!(
            VerifiedOn::parse("2026-08-11").unwrap().age_on(date(2026, 1, 1)),
            0,
            "a later day has age 0"
        );
        for bad in
            ["2026", "2026-13", "2026-02-30", "20260811", "2026-8-1", "2026-W01", "0000-01-01", "0000-12"]
        {
            assert_eq!(VerifiedOn::parse(bad).unwrap_err().code(), "date-form", "{bad}");
        }
        for bad in ["46351", "11/08/2026", "8/11/26", "11-Aug-26", "août-26", "2026-08-11 00:00:00"] {
            assert_eq!(VerifiedOn::parse(bad).unwrap_err().code(), "date-of-spreadsheet", "{bad}");
        }
    }
}

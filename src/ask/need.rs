//! Reads a need, and the stay that it is for.

use super::error::AskError;
use super::options::{DEFAULT_ZONE, Options};
use crate::domain::calendar::{Calendar, ClockChange};
use crate::domain::duration;
use crate::domain::error::{Error, Figure};
use crate::domain::need::Need;
use crate::domain::number::{plain, whole};
use crate::domain::time::{Stay, parse_date, time_of_day};
use crate::domain::volume::DataVolume;
use crate::usage::{Activities, Usage};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZoneDatabase;

/// The texts of a need, from options or from a row.
#[derive(Clone, Copy, Debug)]
pub struct NeedTexts<'t> {
    pub days: Option<&'t str>,
    pub from: Option<&'t str>,
    pub to: Option<&'t str>,
    pub data: Option<&'t str>,
    pub per_day: Option<&'t str>,
    pub usage: Option<&'t str>,
    pub minutes: Option<&'t str>,
}

impl<'t> NeedTexts<'t> {
    pub fn from_options(options: &'t Options) -> Self {
        Self {
            days: options.days.as_deref(),
            from: options.from.as_deref(),
            to: options.to.as_deref(),
            data: options.data.as_deref(),
            per_day: options.per_day.as_deref(),
            usage: options.usage.as_deref(),
            minutes: options.minutes.as_deref(),
        }
    }
}

pub fn need(texts: &NeedTexts<'_>) -> Result<Need, AskError> {
    let data = [("--data", texts.data), ("--per-day", texts.per_day), ("--use", texts.usage)];
    if let Some((option, _)) = data.into_iter().filter(|(_, text)| text.is_some()).nth(1) {
        return Err(AskError::option(option, Error::new("data-twice")));
    }
    let stay = stay(texts)?;
    let minutes = texts.minutes.map_or(Ok(0), minutes)?;
    match (texts.data, texts.per_day, texts.usage) {
        (Some(text), ..) => {
            let data = volume(text).map_err(|error| AskError::option("--data", error))?;
            Need::new(stay, data, minutes).map_err(|error| too_large("--data", text, error))
        }
        (None, Some(text), _) => {
            let daily = volume(text).map_err(|error| AskError::option("--per-day", error))?;
            Need::per_day(stay, daily, minutes).map_err(|error| too_large("--per-day", text, error))
        }
        (None, None, Some(text)) => {
            let daily = usage(text)?.per_day().typical;
            Need::per_day(stay, daily, minutes).map_err(|error| too_large("--use", text, error))
        }
        (None, None, None) if minutes > 0 => {
            Need::new(stay, DataVolume::ZERO, minutes).map_err(|error| AskError::option("--minutes", error))
        }
        (None, None, None) => Err(AskError::usage(Error::new("data-missing"))),
    }
}

/// Reads call minutes: a whole number, or a time with its unit such as `2h`.
pub fn minutes(text: &str) -> Result<u64, AskError> {
    let read = whole(text, "minutes-form").or_else(|error| match duration::minutes(text) {
        Some(minutes) if error.code() == "minutes-form" => Ok(minutes),
        _ => Err(error),
    });
    read.map_err(|error| AskError::option("--minutes", error))
}

/// A need of data that is too large, with the text that the user typed for it and not what became of it.
fn too_large(option: &'static str, text: &str, error: Error) -> AskError {
    let is_of_data = matches!(error.code(), "need-too-large" | "volume-too-large")
        && !matches!(error.figure("value"), Some(Figure::Count(_)));
    let typed = if is_of_data {
        Error::new("need-too-large").with("value", text).with("max", Need::MOST_DATA)
    } else {
        error
    };
    AskError::option(option, typed)
}

/// The activities of a day.
pub fn usage(text: &str) -> Result<Usage, AskError> {
    Activities::built_in().usage(text).map_err(|error| AskError::option("--use", error))
}

/// Reads a volume above 0: a need for calls alone does not give any data.
pub fn volume(text: &str) -> Result<DataVolume, Error> {
    let data = DataVolume::parse(text)?;
    if data == DataVolume::ZERO { Err(Error::new("need-without-data").with("value", text)) } else { Ok(data) }
}

fn stay(texts: &NeedTexts<'_>) -> Result<Stay, AskError> {
    let from = texts.from.map(|text| start_of(text, "--from")).transpose()?;
    let to = texts.to.map(|text| start_of(text, "--to")).transpose()?;
    match (texts.days, from, to) {
        (Some(_), _, Some(_)) => Err(AskError::usage(Error::new("days-twice"))),
        (Some(days), _, None) => Stay::parse(days).map_err(|error| AskError::option("--days", error)),
        (None, Some(from), Some(to)) => {
            let stay = match (from, to) {
                (StayStart::Time(from), StayStart::Time(to)) => Stay::elapsed(from, to),
                _ => Stay::between(from.date(), to.date()),
            };
            stay.map_err(|error| AskError::option("--to", as_typed(error, texts)))
        }
        (None, None, Some(_)) => Err(AskError::usage(Error::new("to-without-from"))),
        (None, Some(_), None) => Err(AskError::usage(Error::new("from-without-end"))),
        (None, None, None) => Err(AskError::usage(Error::new("days-missing"))),
    }
}

/// An error about the ends of the stay, with both as the user typed them.
fn as_typed(error: Error, texts: &NeedTexts<'_>) -> Error {
    match (error.code(), texts.from, texts.to) {
        (code @ "stay-ends-before-it-begins", Some(from), Some(to)) => {
            Error::new(code).with("from", from).with("to", to)
        }
        _ => error,
    }
}

/// The start or the end of a stay.
#[derive(Clone, Copy, Debug)]
pub enum StayStart {
    /// A day without a time.
    Day(Date),
    /// A local time.
    Time(DateTime),
}

impl StayStart {
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Time(time) => time.date(),
        }
    }
}

/// The calendar of the stay. It uses the bundled time zones, so that the same input gives the same times everywhere.
pub fn calendar(options: &Options) -> Result<Calendar, AskError> {
    // An unknown zone is an error even if no time needs it: the user expects it to count.
    let name = options.zone.as_deref().unwrap_or(DEFAULT_ZONE);
    let zone = TimeZoneDatabase::bundled()
        .get(name)
        .map_err(|_| AskError::option("--zone", Error::new("zone-unknown").with("value", name)))?;
    let Some(from) = &options.from else { return Ok(Calendar::Days) };
    match start_of(from, "--from")? {
        StayStart::Day(date) => Ok(Calendar::Dates(date)),
        StayStart::Time(time) => {
            Calendar::starting_at(time, zone).map_err(|error| AskError::option("--from", error))
        }
    }
}

/// What is doubtful about the start of the stay: it is in the past, or its time is on the clocks twice or never.
pub fn doubts_of_start(from: &str, calendar: &Calendar, today: Date) -> Result<Vec<Error>, AskError> {
    let start = start_of(from, "--from")?;
    let mut doubts = Vec::new();
    if start.date() < today {
        let error = Error::new("start-in-the-past").with("date", start.date().to_string());
        doubts.push(error.with("today", Figure::Date(today)));
    }
    if let (StayStart::Time(time), Calendar::Times(read)) = (start, calendar) {
        let change = Calendar::clock_change(time, read.time_zone());
        let code = change.map(|change| match change {
            ClockChange::Skips => "start-skipped",
            ClockChange::Repeats => "start-repeated",
        });
        doubts.extend(code.map(|code| {
            Error::new(code)
                .with("date", start.date().to_string())
                .with("time", time.strftime("%H:%M").to_string())
                .with("read", read.strftime("%H:%M").to_string())
        }));
    }
    Ok(doubts)
}

/// Reads a day, perhaps with a time: `2026-12-01`, `2026-12-01T14:30` or `1 Dec 2026 14:30`.
pub fn start_of(text: &str, option: &'static str) -> Result<StayStart, AskError> {
    let typed = plain(text);
    let read = match day_and_clock(&typed) {
        (day, None) => parse_date(day).map(StayStart::Day),
        (day, Some(clock)) => parse_date(day).and_then(|date| {
            let time = clock_of(clock).ok_or_else(|| Error::new("date-or-time-form").with("value", text))?;
            Ok(StayStart::Time(date.to_datetime(time)))
        }),
    };
    read.map_err(|error| AskError::option(option, error.repeating("value", text)))
}

/// Splits a text before its time: at a `T` after a digit, or at the last blank if a colon follows.
fn day_and_clock(text: &str) -> (&str, Option<&str>) {
    let at_letter = text.rsplit_once('T').filter(|(day, _)| day.ends_with(|c: char| c.is_ascii_digit()));
    let at_blank = || text.rsplit_once(' ').filter(|(_, clock)| clock.contains(':'));
    match at_letter.or_else(at_blank) {
        Some((day, clock)) => (day, Some(clock)),
        None => (text, None),
    }
}

/// Reads a time as two digits each for hours and minutes: `14:30`.
fn clock_of(clock: &str) -> Option<Time> {
    time_of_day(clock).filter(|_| clock.len() == 5)
}

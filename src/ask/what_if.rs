//! Reads what moves in a question: ranges such as `1GB..50GB`, lists such as `7,14,30`.

use super::error::AskError;
use super::need::volume;
use super::options::Options;
use super::request::{Basis, Resolved, asked, asked_for_budget, percentage};
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::number::plain;
use crate::domain::time::Stay;
use crate::domain::volume::DataVolume;
use crate::domain::what_if::{MOST_DAYS, Moving};
use std::ops::RangeInclusive;

/// How much less and more is used unless the user says so, in per cent.
pub const SPREAD: u32 = 30;

/// How many values a list may have.
const MOST_VALUES: usize = 12;

/// What moves, and between which ends.
#[derive(Clone, Debug)]
pub enum WhatIf {
    /// Data or days over a range.
    Range(Moving, RangeInclusive<u64>),
    /// A budget over a range, in minor units of the shown currency.
    Budget(RangeInclusive<u64>),
    /// Every combination of these days and volumes; a volume is for the whole stay or for each day.
    Grid {
        /// The days.
        days: Vec<Stay>,
        /// The volumes.
        data: Vec<DataVolume>,
        /// Whether the volumes are for each day.
        is_daily: bool,
    },
    /// One need, and this many per cent less and more.
    Around(u32),
}

/// The options that only this question has.
#[derive(Clone, Copy, Debug)]
pub struct WhatIfTexts<'t> {
    /// A range of amounts that buy data.
    pub budget: Option<&'t str>,
    /// How much less and more is used.
    pub spread: Option<&'t str>,
}

/// What somebody wrote for one quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Values {
    One(String),
    Range(String, String),
    List(Vec<String>),
}

impl Values {
    /// Splits a text at `..` or another mark of a range or, if it is not one value, at commas.
    fn split(text: &str, is_one: impl Fn(&str) -> bool) -> Self {
        let typed = text.replace('…', "..");
        if let Some((from, to)) = typed.split_once("..") {
            let to = to.trim_matches(['.', '=', ' ']);
            return Self::Range(with_unit(from.trim(), to), to.to_owned());
        }
        let mut ends = RANGE_MARKS.iter().filter_map(|mark| text.split_once(mark));
        if let Some((from, to)) = ends.find(|(from, to)| [from, to].iter().all(|end| begins_with_digit(end)))
        {
            return Self::Range(with_unit(from.trim(), to.trim()), to.trim().to_owned());
        }
        let parts: Vec<String> =
            text.split([',', ';', '，', '、']).map(|part| part.trim().to_owned()).collect();
        if parts.len() < 2 || is_one(text) {
            return Self::One(text.to_owned());
        }
        let last = parts.last().cloned().unwrap_or_default();
        Self::List(parts.iter().map(|part| with_unit(part, &last)).collect())
    }

    /// The first value.
    fn first(&self) -> String {
        match self {
            Self::One(value) | Self::Range(value, _) => value.clone(),
            Self::List(values) => values.first().cloned().unwrap_or_default(),
        }
    }
}

/// What people write for `..` between two values.
const RANGE_MARKS: [&str; 7] = ["-", "–", "—", " to ", " à ", "至", "到"];

fn begins_with_digit(text: &str) -> bool {
    text.trim_start().starts_with(is_any_digit)
}

/// A value that has the unit of the last one if it has none: `1..50GB`.
fn with_unit(value: &str, last: &str) -> String {
    if !value.ends_with(is_any_digit) {
        return value.to_owned();
    }
    let Some(at) = last.rfind(is_any_digit) else { return value.to_owned() };
    let unit: String = last[at..].chars().skip(1).collect();
    format!("{value}{unit}")
}

/// Whether a character is a digit, perhaps a full-width one.
fn is_any_digit(char: char) -> bool {
    plain(char.encode_utf8(&mut [0; 4])).starts_with(|char: char| char.is_ascii_digit())
}

/// Whether a text is one volume, even if it can be read as two.
fn is_volume(text: &str) -> bool {
    DataVolume::parse(text).map_or_else(|error| error.code() == "two-readings", |_| true)
}

fn is_stay(text: &str) -> bool {
    Stay::parse(text).is_ok()
}

/// Checks a question in which something moves. In the request it has its first value.
///
/// # Errors
/// Those of the need, located at their option; `range-reversed`, `range-too-long`, `list-too-long`, `two-ranges`,
/// `budget-without-range`, `spread-form`.
pub fn what_if(
    options: &Options,
    texts: WhatIfTexts<'_>,
    basis: &Basis,
) -> Result<(Resolved, WhatIf), AskError> {
    let days = options.days.as_deref().map(|text| Values::split(text, is_stay));
    let data = options.data.as_deref().map(|text| Values::split(text, is_volume));
    let per_day = options.per_day.as_deref().map(|text| Values::split(text, is_volume));
    let first = Options {
        days: days.as_ref().map(Values::first),
        data: data.as_ref().map(Values::first),
        per_day: per_day.as_ref().map(Values::first),
        ..options.clone()
    };
    if let Some(budget) = texts.budget {
        let (resolved, range) = of_budget(budget, &first, basis)?;
        let is_moving = [&days, &data, &per_day].into_iter().flatten().any(|values| !is_single(values));
        if is_moving {
            return Err(AskError::usage(Error::new("two-ranges")));
        }
        no_spread(texts)?;
        return Ok((resolved, WhatIf::Budget(range)));
    }
    let resolved = asked(&first, basis)?;
    let daily = if options.data.is_none() { per_day.as_ref() } else { None };
    let option = if daily.is_some() { "--per-day" } else { "--data" };
    let what = match (days.as_ref(), data.as_ref().or(daily)) {
        (days, Some(Values::Range(from, to))) if days.is_none_or(is_single) => {
            let moving = if daily.is_some() { Moving::DailyData } else { Moving::Data };
            let ends = [located(option, volume(from))?.kb(), located(option, volume(to))?.kb()];
            moving.question(&resolved.question, ends[1]).map_err(|error| AskError::option(option, error))?;
            WhatIf::Range(moving, ordered(option, ends, [from, to])?)
        }
        (Some(Values::Range(from, to)), data) if data.is_none_or(is_single) => {
            let ends = [stay(from)?, stay(to)?].map(|stay| u64::from(stay.days()));
            let range = ordered("--days", ends, [from, to])?;
            if ends[1] - ends[0] >= MOST_DAYS {
                let error = Error::new("range-too-long").with("max", MOST_DAYS);
                return Err(AskError::option("--days", error));
            }
            WhatIf::Range(moving_days(&resolved, options, daily), range)
        }
        (Some(Values::Range(..)), _) | (_, Some(Values::Range(..))) => {
            return Err(AskError::usage(Error::new("two-ranges")));
        }
        (days, data) if !days.is_none_or(is_single) || !data.is_none_or(is_single) => {
            grid(&resolved, (days, data), option, daily.is_some())?
        }
        _ => WhatIf::Around(texts.spread.map_or(Ok(SPREAD), spread)?),
    };
    if !matches!(what, WhatIf::Around(_)) {
        no_spread(texts)?;
    }
    Ok((resolved, what))
}

fn is_single(values: &Values) -> bool {
    matches!(values, Values::One(_))
}

/// The spread is that around one need.
fn no_spread(texts: WhatIfTexts<'_>) -> Result<(), AskError> {
    match texts.spread {
        Some(_) => Err(AskError::option("--spread", Error::new("spread-around-one-need"))),
        None => Ok(()),
    }
}

/// What moves with the days: the data of each stay stays the same, or that of each day.
fn moving_days(resolved: &Resolved, options: &Options, daily: Option<&Values>) -> Moving {
    let of_day = daily.and_then(|daily| volume(&daily.first()).ok());
    let of_use = options.usage.as_ref().and(resolved.usage.as_ref()).map(|usage| usage.per_day().typical);
    of_day.or(of_use).map_or(Moving::Days, Moving::DaysAt)
}

fn of_budget(
    budget: &str,
    options: &Options,
    basis: &Basis,
) -> Result<(Resolved, RangeInclusive<u64>), AskError> {
    let Values::Range(from, to) = Values::split(budget, |_| true) else {
        let error = Error::new("budget-without-range").with("value", budget);
        return Err(AskError::option("--budget", error));
    };
    let resolved = asked_for_budget(options, &from, basis)?;
    let amount = |text: &str| located("--budget", Money::typed(text, resolved.request.currency));
    let ends = [amount(&from)?, amount(&to)?].map(|money| u64::try_from(money.minor()).unwrap_or(u64::MAX));
    let range = ordered("--budget", ends, [&from, &to])?;
    Ok((resolved, range))
}

fn grid(
    resolved: &Resolved,
    (days, data): (Option<&Values>, Option<&Values>),
    option: &'static str,
    is_daily: bool,
) -> Result<WhatIf, AskError> {
    let asked = resolved.question.asked();
    let days = match days {
        Some(Values::List(texts)) => {
            short_list("--days", texts)?.iter().map(|text| stay(text)).collect::<Result<_, _>>()?
        }
        _ => vec![asked.stay()],
    };
    let data = match data {
        Some(Values::List(texts)) => {
            let texts = short_list(option, texts)?;
            texts.iter().map(|text| located(option, volume(text))).collect::<Result<_, _>>()?
        }
        Some(Values::One(text)) => vec![located(option, volume(text))?],
        _ => vec![asked.data()],
    };
    Ok(WhatIf::Grid { days, data, is_daily })
}

fn short_list<'t>(option: &'static str, texts: &'t [String]) -> Result<&'t [String], AskError> {
    if texts.len() <= MOST_VALUES {
        return Ok(texts);
    }
    let error = Error::new("list-too-long").with("count", texts.len() as u64);
    Err(AskError::option(option, error.with("max", MOST_VALUES as u64)))
}

fn stay(text: &str) -> Result<Stay, AskError> {
    located("--days", Stay::parse(text))
}

fn located<T>(option: &'static str, read: Result<T, Error>) -> Result<T, AskError> {
    read.map_err(|error| AskError::option(option, error))
}

/// A range whose first end is not above its last one.
fn ordered(option: &'static str, ends: [u64; 2], texts: [&str; 2]) -> Result<RangeInclusive<u64>, AskError> {
    if ends[0] <= ends[1] {
        return Ok(ends[0]..=ends[1]);
    }
    let error = Error::new("range-reversed").with("from", texts[0]).with("to", texts[1]);
    Err(AskError::option(option, error))
}

/// Reads how much less and more is used: a percentage above 0 and below 100.
fn spread(text: &str) -> Result<u32, AskError> {
    let percent = percentage(text).filter(|percent| (1..100).contains(percent));
    let form = || AskError::option("--spread", Error::new("spread-form").with("value", text));
    percent.ok_or_else(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, is_one: fn(&str) -> bool, expected: &[&str]) {
        let shown = match Values::split(text, is_one) {
            Values::One(value) => vec![value],
            Values::Range(from, to) => vec![from, "..".to_owned(), to],
            Values::List(values) => values,
        };
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn ranges_lists_and_values() {
        check("1GB..50GB", is_volume, &["1GB", "..", "50GB"]);
        check("1..50GB", is_volume, &["1GB", "..", "50GB"]);
        check("500MB .. 1,5 Go", is_volume, &["500MB", "..", "1,5 Go"]);
        check("1GB…2GB", is_volume, &["1GB", "..", "2GB"]);
        check("3..90", is_stay, &["3", "..", "90"]);
        check("1-5GB", is_volume, &["1GB", "..", "5GB"]);
        check("1GB – 1,5 Go", is_volume, &["1GB", "..", "1,5 Go"]);
        check("3 to 90", is_stay, &["3", "..", "90"]);
        check("1 à 5 Go", is_volume, &["1 Go", "..", "5 Go"]);
        check("1到5GB", is_volume, &["1GB", "..", "5GB"]);
        check("-5GB", is_volume, &["-5GB"]);
        check("5GB-", is_volume, &["5GB-"]);
        check("1..2 weeks", is_stay, &["1 weeks", "..", "2 weeks"]);
        check("5GB,10GB", is_volume, &["5GB", "10GB"]);
        check("5, 10, 20GB", is_volume, &["5GB", "10GB", "20GB"]);
        check("7,14,30", is_stay, &["7", "14", "30"]);
        // A decimal comma.
        check("1,5GB", is_volume, &["1,5GB"]);
        // Two readings, which is an error of one value.
        check("1,500MB", is_volume, &["1,500MB"]);
        check("20GB", is_volume, &["20GB"]);
        check("", is_volume, &[""]);
    }

    #[test]
    fn spreads() {
        assert_eq!(spread("30%").unwrap(), 30);
        assert_eq!(spread("1").unwrap(), 1);
        for bad in ["0", "100%", "-5", "x", ""] {
            assert!(spread(bad).is_err(), "{bad}");
        }
    }
}

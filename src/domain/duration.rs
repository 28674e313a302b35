//! Lengths of time as people write them, in the units of several languages: days (`2w`, `10 jours`, `10天`) and minutes
//! (`2h`, `1h30`).

use super::error::Error;
use super::number::{is_digits, plain, plain_whole, whole_before};

/// The units of days, in lower case, each with its days.
const DAYS: [(&str, u64); 22] = [
    ("d", 1),
    ("day", 1),
    ("days", 1),
    ("j", 1),
    ("jour", 1),
    ("jours", 1),
    ("天", 1),
    ("日", 1),
    ("w", 7),
    ("wk", 7),
    ("wks", 7),
    ("week", 7),
    ("weeks", 7),
    ("sem", 7),
    ("sem.", 7),
    ("semaine", 7),
    ("semaines", 7),
    ("周", 7),
    ("週", 7),
    ("星期", 7),
    ("个星期", 7),
    ("個星期", 7),
];

/// Units that do not always have the same number of days.
const UNEQUAL: [&str; 16] = [
    "m", "month", "months", "mois", "月", "个月", "個月", "y", "year", "years", "an", "ans", "année",
    "années", "年", "mth",
];

/// Reads a number of days, perhaps with a unit: `10`, `10d`, `2 weeks`, `10 jours`, `2周`.
///
/// # Errors
/// `days-unequal` for months and years; `two-readings`; `number-too-large` past 2⁶⁴ − 1; `code` for anything else. Each
/// has the text.
pub fn days(text: &str, code: &'static str) -> Result<u64, Error> {
    let typed = plain_whole(text);
    let unit_at = typed.find(char::is_alphabetic).unwrap_or(typed.len());
    let (number, unit) = typed.split_at(unit_at);
    let lower = unit.to_lowercase();
    if UNEQUAL.contains(&&*lower) && !number.is_empty() {
        return Err(Error::new("days-unequal").with("value", text));
    }
    let each = DAYS.iter().find(|(name, _)| *name == lower).map(|(_, each)| *each);
    let each = if unit.is_empty() { Some(1) } else { each };
    let each = each.ok_or_else(|| Error::new(code).with("value", text))?;
    let blanks = number.len() - number.trim_end().len();
    let with_blanks = &typed[unit_at - blanks..];
    let count = whole_before(number.trim_end(), with_blanks, text, code)?;
    count
        .checked_mul(each)
        .ok_or_else(|| Error::new("number-too-large").with("value", text).with("max", u64::MAX / each))
}

/// The units of a time, in minutes.
const MINUTES: [(&str, u64); 12] = [
    ("h", 60),
    ("hour", 60),
    ("hours", 60),
    ("heure", 60),
    ("heures", 60),
    ("min", 1),
    ("minute", 1),
    ("minutes", 1),
    ("小时", 60),
    ("个小时", 60),
    ("分钟", 1),
    ("分", 1),
];

/// Whether a word is a unit of a time, in any case.
pub fn is_unit_of_minutes(word: &str) -> bool {
    of_minutes(word).is_some()
}

/// The minutes of a unit.
fn of_minutes(word: &str) -> Option<u64> {
    MINUTES.iter().find(|(unit, _)| unit.eq_ignore_ascii_case(word)).map(|(_, each)| *each)
}

/// Reads a time with its unit as whole minutes: `30min`, `2h`, `1h30`, `1.5h`. `None` for anything else.
pub fn minutes(text: &str) -> Option<u64> {
    let text = &*plain(text);
    let end = text.find(|char: char| !char.is_ascii_digit() && char != '.' && char != ',')?;
    let (number, rest) = text.split_at(end);
    let rest = rest.trim_start();
    let unit_end = rest.find(|char: char| char.is_ascii_digit()).unwrap_or(rest.len());
    let (unit, after) = rest.split_at(unit_end);
    let each = of_minutes(unit.trim())?;
    let whole = hundredths(number)?.checked_mul(each)?;
    let own = (whole % 100 == 0).then_some(whole / 100)?;
    match after {
        "" => Some(own),
        _ if each == 60 && is_digits(number) => {
            let digits = after.trim_end_matches(|char: char| !char.is_ascii_digit());
            let unit = after[digits.len()..].trim();
            let is_minutes = unit.is_empty() || of_minutes(unit) == Some(1);
            let minutes: u64 = digits.parse().ok().filter(|minutes| is_minutes && *minutes < 60)?;
            own.checked_add(minutes)
        }
        _ => None,
    }
}

/// Reads a number with up to two decimals as its hundredths.
fn hundredths(text: &str) -> Option<u64> {
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    if !(is_digits(whole) && is_digits(decimals)) || decimals.len() > 2 {
        return None;
    }
    let tens = if decimals.len() == 1 { 10 } else { 1 };
    let decimals = decimals.parse::<u64>().ok()? * tens;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_days(text: &str, expected: Result<u64, &str>) {
        let read = days(text, "no").map_err(|error| error.to_string());
        assert_eq!(read, expected.map_err(str::to_owned), "{text}");
    }

    #[test]
    fn days_in_the_units_of_several_languages() {
        check_days("10", Ok(10));
        check_days(" 10 ", Ok(10));
        check_days("１０", Ok(10));
        check_days("1 000", Ok(1000));
        check_days("10d", Ok(10));
        check_days("10D", Ok(10));
        check_days("10 days", Ok(10));
        check_days("1 day", Ok(1));
        check_days("10 jours", Ok(10));
        check_days("10\u{a0}j", Ok(10));
        check_days("10天", Ok(10));
        check_days("10 日", Ok(10));
        check_days("30.0 days", Ok(30));
        check_days("3e1", Ok(30));
        check_days("2w", Ok(14));
        check_days("2 weeks", Ok(14));
        check_days("2 Semaines", Ok(14));
        check_days("２周", Ok(14));
        check_days("3 个星期", Ok(21));
        check_days("0", Ok(0));
    }

    #[test]
    fn what_is_no_number_of_days() {
        check_days("1 month", Err("days-unequal value=`1 month`"));
        check_days("2 mois", Err("days-unequal value=`2 mois`"));
        check_days("1年", Err("days-unequal value=`1年`"));
        check_days("month", Err("no value=`month`"));
        check_days("two weeks", Err("no value=`two weeks`"));
        check_days("48h", Err("no value=`48h`"));
        check_days("1.5 weeks", Err("no value=`1.5 weeks`"));
        check_days("２０x", Err("no value=`２０x`"));
        check_days("-3 days", Err("no value=`-3 days`"));
        check_days("", Err("no value=``"));
        check_days("days", Err("no value=`days`"));
        check_days("10 d 5", Err("no value=`10 d 5`"));
        check_days(
            "1,000 days",
            Err("two-readings value=`1,000 days` thousands=`1000 days` decimal=`1 days`"),
        );
        let max = u64::MAX / 7;
        check_days(
            "9999999999999999999 weeks",
            Err(&format!("number-too-large value=`9999999999999999999 weeks` max=`{max}`")),
        );
    }

    #[test]
    fn times_in_minutes() {
        for (text, expected) in [
            ("30min", Some(30)),
            ("2h", Some(120)),
            ("2 H", Some(120)),
            ("1h30", Some(90)),
            ("1 h 30 min", Some(90)),
            ("1.5h", Some(90)),
            ("1,5 heure", Some(90)),
            ("２小时", Some(120)),
            ("45分钟", Some(45)),
            ("1小时30分", Some(90)),
            ("1h60", None),
            ("1.5h30", None),
            ("0.01h", None),
            ("1.333h", None),
            ("1.h", None),
            ("30", None),
            ("h", None),
            ("2 days", None),
            ("99999999999999999999h", None),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }
}

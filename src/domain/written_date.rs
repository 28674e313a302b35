//! What a written date can mean. `2026-12-20`, `20.12.2026` and `20 déc. 2026` have one reading; `03/04/2026` has two,
//! because some people write the day first and others the month.

use super::number::{is_digits, plain};

/// A year, a month and a day. There may be no such day.
pub(super) type Reading = (i16, i8, i8);

/// The names of the months in English and French, in lower case; an abbreviation has three letters or more, and the
/// letters that distinguish `juin` from `juillet`.
const MONTHS: [(&str, i8); 28] = [
    ("january", 1),
    ("janvier", 1),
    ("february", 2),
    ("février", 2),
    ("fevrier", 2),
    ("march", 3),
    ("mars", 3),
    ("april", 4),
    ("avril", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("juin", 6),
    ("july", 7),
    ("juillet", 7),
    ("august", 8),
    ("août", 8),
    ("aout", 8),
    ("september", 9),
    ("septembre", 9),
    ("october", 10),
    ("octobre", 10),
    ("november", 11),
    ("novembre", 11),
    ("december", 12),
    ("décembre", 12),
    ("decembre", 12),
    ("sept", 9),
];

/// The readings of a date: none if it is not one, two if the day and the month can be exchanged.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let typed = plain(text).to_lowercase();
    if let Some(reading) = chinese(&typed) {
        return vec![reading];
    }
    let parts: Vec<&str> = typed.split([' ', '-', '/', '.', ',']).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [compact] if compact.len() == 8 && is_digits(compact) => {
            dated(&compact[..4], &compact[4..6], &compact[6..]).into_iter().collect()
        }
        [_, _, _] if parts.iter().any(|part| month_named(part).is_some()) => named(&typed, &parts),
        [first, second, third] if is_joined(&typed) => {
            let year_first = dated(first, second, third);
            let day_first = dated(third, second, first);
            let month_first = dated(third, first, second);
            let mut others: Vec<Reading> = day_first.into_iter().chain(month_first).collect();
            others.dedup();
            // If neither order gives a month, the date is written like one, but there is no such day.
            if others.iter().any(|(_, month, _)| *month <= 12) {
                others.retain(|(_, month, _)| *month <= 12);
            } else {
                others.truncate(1);
            }
            year_first.into_iter().chain(others).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the two marks between the three numbers of a date are the same.
fn is_joined(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| !c.is_ascii_digit());
    match (marks.next(), marks.next(), marks.next()) {
        (Some(first), Some(second), None) => first == second && matches!(first, '-' | '/' | '.'),
        _ => false,
    }
}

/// `2026年12月20日`
fn chinese(text: &str) -> Option<Reading> {
    let (year, rest) = text.split_once('年')?;
    let (month, day) = rest.split_once('月')?;
    let day = day.strip_suffix(['日', '号', '號']).unwrap_or(day);
    dated(year.trim(), month.trim(), day.trim())
}

/// A date with the name of its month: the year has four digits, the day one or two.
fn named(text: &str, parts: &[&str]) -> Vec<Reading> {
    // Two marks in a row separate nothing, but an abbreviation and a comma may be followed by a blank.
    if text.contains("--") || text.contains("//") {
        return Vec::new();
    }
    let month = parts.iter().find_map(|part| month_named(part));
    let mut numbers = parts.iter().filter(|part| month_named(part).is_none());
    let (Some(month), Some(first), Some(second)) = (month, numbers.next(), numbers.next()) else {
        return Vec::new();
    };
    let (year, day) = if first.len() == 4 && is_digits(first) { (first, second) } else { (second, first) };
    let ends = ["er", "st", "nd", "rd", "th"];
    let day = ends.iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    dated(year, &month.to_string(), day).into_iter().collect()
}

/// Whether a text is what a spreadsheet or a table program makes of a date: the days since 1900 (`46351`), a date with
/// slashes, one with the name of a month (`11-Aug-26`), or one with a time.
pub(super) fn is_of_spreadsheet(text: &str) -> bool {
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let has_time = time.contains(':') && day.split('-').map(str::len).eq([4, 2, 2]);
    let lower = text.to_lowercase();
    let parts: Vec<&str> = lower.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let has_slashes = text.contains('/') && parts.iter().all(|part| is_digits(part));
    let is_named = |part: &&str| month_named(part).is_some();
    let has_month = matches!(parts.len(), 2 | 3)
        && parts.iter().any(is_named)
        && parts.iter().all(|part| is_named(part) || is_digits(part));
    is_serial(text) || has_time || has_slashes || has_month
}

/// Whether a text is a number of days since 1900, between 1954 and 2091.
pub(super) fn is_serial(text: &str) -> bool {
    text.len() == 5 && is_digits(text) && ('2'..='6').any(|first| text.starts_with(first))
}

fn month_named(part: &str) -> Option<i8> {
    let is_long = part.chars().count() >= 3;
    let mut fitting =
        MONTHS.iter().filter(|(name, _)| is_long && name.starts_with(part)).map(|(_, month)| *month);
    let first = fitting.next()?;
    fitting.all(|month| month == first).then_some(first)
}

/// Four digits of a year above 0, and one or two digits each for the month and the day.
fn dated(year: &str, month: &str, day: &str) -> Option<Reading> {
    let year = Some(year).filter(|year| year.len() == 4 && is_digits(year))?.parse().ok()?;
    Some((year, two_digits(month)?, two_digits(day)?)).filter(|(year, ..)| *year > 0)
}

fn two_digits(text: &str) -> Option<i8> {
    Some(text).filter(|text| text.len() <= 2 && is_digits(text))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[Reading]) {
        assert_eq!(readings(text), expected, "{text}");
    }

    #[test]
    fn dates_with_one_reading() {
        for text in [
            "2026-12-20",
            " 2026/12/20 ",
            "2026.12.20",
            "20.12.2026",
            "20/12/2026",
            "12/20/2026",
            "20-12-2026",
            "20261220",
            "２０２６－１２－２０",
            "20 Dec 2026",
            "20 déc. 2026",
            "20 décembre 2026",
            "Dec 20, 2026",
            "December 20th 2026",
            "2026 Dec 20",
            "20-Dec-2026",
            "2026年12月20日",
            "2026 年 12 月 20 号",
        ] {
            check(text, &[(2026, 12, 20)]);
        }
        check("2026-8-1", &[(2026, 8, 1)]);
        check("3/3/2026", &[(2026, 3, 3)]);
        check("1er juil. 2026", &[(2026, 7, 1)]);
        check("1 juin 2026", &[(2026, 6, 1)]);
        check("2 sept. 2026", &[(2026, 9, 2)]);
        check("1 August 2026", &[(2026, 8, 1)]);
        check("1 août 2026", &[(2026, 8, 1)]);
    }

    #[test]
    fn day_and_month_can_be_exchanged() {
        check("03/04/2026", &[(2026, 4, 3), (2026, 3, 4)]);
        check("3.4.2026", &[(2026, 4, 3), (2026, 3, 4)]);
        // There is no such day, but it is written like one.
        check("30/02/2026", &[(2026, 2, 30)]);
        check("40/13/2026", &[(2026, 13, 40)]);
        check("2026-02-30", &[(2026, 2, 30)]);
        check("2026-13-45", &[(2026, 13, 45)]);
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "today",
            "2026",
            "2026-12",
            "20/12/26",
            "2026-12/20",
            "2026-12-20-",
            "2026--12-20",
            "2026 12 20",
            "0000-01-01",
            "2026-W01-1",
            "20 jui 2026",
            "20 de 2026",
            "20 Dec 26",
            "123 Dec 2026",
            "2026-012-20",
            "+2026-12-20",
            "20 Dec 2026 12",
            "2026121",
            "202612200",
        ] {
            check(text, &[]);
        }
    }
}

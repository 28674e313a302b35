//! Reads what people write instead of dates and ids: `tomorrow`, `IAM`, `inwi, Orange`.

use super::error::AskError;
use super::known_names::{KnownNames, names_in};
use super::names::NameKind;
use super::options::Options;
use crate::domain::error::Error;
use crate::guide::plain_name;
use jiff::ToSpan;
use jiff::civil::Date;

/// Words for days, without accents, each with its distance from today in days.
const DAYS: [(&str, i64); 9] = [
    ("today", 0),
    ("tomorrow", 1),
    ("aujourd'hui", 0),
    ("demain", 1),
    ("apres-demain", 2),
    ("今天", 0),
    ("今日", 0),
    ("明天", 1),
    ("后天", 2),
];

/// A text with its word for a day replaced by a date: `2026-11-26 14:30` for `tomorrow 14:30`. A text without such a word
/// stays as it is.
pub fn dated(text: &str, today: impl FnOnce() -> Result<Date, AskError>) -> Result<String, AskError> {
    let name = plain_name(text);
    let named = DAYS.iter().find_map(|(word, distance)| {
        let time = name.strip_prefix(word).filter(|rest| rest.is_empty() || rest.starts_with([' ', 't']))?;
        Some((*distance, time))
    });
    let Some((distance, time)) = named else { return Ok(text.to_owned()) };
    let date = today()?.checked_add(distance.days());
    let date = date.map_err(|_| AskError::option("--today", Error::new("date-out-of-range")))?;
    Ok(format!("{date}{}", time.to_ascii_uppercase()))
}

/// The names in the values of an option, which may be lists. If the catalogue is the one whose sellers `are_known`, names
/// are replaced by ids: `IAM` by `maroc-telecom`, `jawal` by `maroc-telecom-jawal`. One that fits none or several stays as
/// it is.
pub fn ids(
    values: &[String],
    kind: NameKind,
    option: &'static str,
    are_known: bool,
) -> Result<Vec<String>, AskError> {
    if values.iter().any(|value| names_in(value).next().is_none()) {
        return Err(AskError::option(option, Error::new("name-empty")));
    }
    let names = values.iter().flat_map(|value| names_in(value));
    let known = |name| KnownNames::built_in().id(kind, name).filter(|_| are_known);
    Ok(names.map(|name| known(name).unwrap_or(name).to_owned()).collect())
}

/// Options with dates and ids in place of words. The sellers of the built-in catalogue `are_known` by other names.
///
/// # Errors
/// `name-empty`, `date-out-of-range`.
pub fn settled(options: &Options, today: Date, are_known: bool) -> Result<Options, AskError> {
    let mut settled = options.clone();
    for text in [&mut settled.from, &mut settled.to].into_iter().flatten() {
        *text = dated(text, || Ok(today))?;
    }
    for (names, kind, option) in [
        (&mut settled.operator, NameKind::Operator, "--operator"),
        (&mut settled.not_operator, NameKind::Operator, "--not-operator"),
        (&mut settled.line, NameKind::Line, "--line"),
        (&mut settled.not_line, NameKind::Line, "--not-line"),
        (&mut settled.have_sim, NameKind::Line, "--have-sim"),
    ] {
        *names = ids(names, kind, option, are_known)?;
    }
    Ok(settled)
}

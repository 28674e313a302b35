//! Options that people try because other programs have them, and what they can use here.

use super::variables::{is_long, value_of};
use crate::domain::currency::Currency;
use clap::Command;
use std::ffi::OsString;

/// What an unknown option may have meant.
pub enum Meant {
    /// These options, as they are typed.
    Options(Vec<String>),
    /// The key of a hint.
    Hint(&'static str),
}

/// Options of other programs without their hyphens, each with those of ours, the best first. `{}` stands for the value
/// that was typed.
const OPTIONS: [(&str, &[&str]); 54] = [
    ("amount", &["--max-total", "--budget"]),
    ("arrival", &["--from"]),
    ("begin", &["--from"]),
    ("brand", &["--operator"]),
    ("calls", &["--minutes"]),
    ("carrier", &["--operator"]),
    ("company", &["--operator"]),
    ("cost", &["--max-total", "--budget"]),
    ("count", &["--limit"]),
    ("data", &["--per-day"]),
    ("date", &["--from", "--until"]),
    ("days", &["--until"]),
    ("departure", &["--to", "--until"]),
    ("duration", &["--days", "--until"]),
    ("end", &["--to", "--until"]),
    ("esim", &["--form esim"]),
    ("file", &["--plans", "--output"]),
    ("gb", &["--data {}GB", "--per-day {}GB"]),
    ("gig", &["--data {}GB", "--per-day {}GB"]),
    ("gigas", &["--data {}GB", "--per-day {}GB"]),
    ("gigs", &["--data {}GB", "--per-day {}GB"]),
    ("go", &["--data {}GB", "--per-day {}GB"]),
    ("language", &["--lang"]),
    ("length", &["--days", "--until"]),
    ("limit", &["--top"]),
    ("max-cost", &["--max-total", "--budget"]),
    ("max-price", &["--max-total", "--budget"]),
    ("mb", &["--data {}MB", "--per-day {}MB"]),
    ("mo", &["--data {}MB", "--per-day {}MB"]),
    ("months", &["--to", "--until"]),
    ("no-color", &["--color never"]),
    ("no-colour", &["--color never"]),
    ("out", &["--output"]),
    ("payment", &["--pay"]),
    ("price", &["--max-total", "--budget"]),
    ("provider", &["--operator"]),
    ("return", &["--to", "--until"]),
    ("seller", &["--operator"]),
    ("sim", &["--form sim", "--have-sim"]),
    ("size", &["--data", "--per-day"]),
    ("spend", &["--budget", "--max-total"]),
    ("start", &["--from"]),
    ("stay", &["--days", "--until"]),
    ("talk", &["--minutes"]),
    ("to", &["--until"]),
    ("to-file", &["--output"]),
    ("top", &["--limit"]),
    ("traffic", &["--data", "--per-day"]),
    ("type", &["--kind"]),
    ("until", &["--to"]),
    ("voice", &["--minutes"]),
    ("volume", &["--data", "--per-day"]),
    ("weeks", &["--days {}w"]),
    ("where", &["--sold", "--channel"]),
];

/// Options of other programs without their hyphens, each with the key of a hint.
const HINTS: [(&str, &str); 14] = [
    ("asc", "sorted-by-total"),
    ("best", "sorted-by-total"),
    ("by", "sorted-by-total"),
    ("cheap", "sorted-by-total"),
    ("cheapest", "sorted-by-total"),
    ("country", "country-of-catalogue"),
    ("destination", "country-of-catalogue"),
    ("order", "sorted-by-total"),
    ("order-by", "sorted-by-total"),
    ("rank", "sorted-by-total"),
    ("region", "country-of-catalogue"),
    ("sort", "sorted-by-total"),
    ("sort-by", "sorted-by-total"),
    ("sorted", "sorted-by-total"),
];

/// What an option that a command does not have may have meant. `None` if nothing fits, or not this command.
pub fn meant(typed: &str, line: &[OsString], command: &Command) -> Option<Meant> {
    let name = typed.strip_prefix("--")?.to_ascii_lowercase().replace('_', "-");
    let same = format!("--{name}");
    if same != typed && has(command, &same) {
        return Some(Meant::Options(vec![same]));
    }
    if let Some((_, key)) = HINTS.iter().find(|(other, _)| *other == name) {
        return has(command, "--limit").then_some(Meant::Hint(key));
    }
    if name == "budget" && has(command, "--max-total") {
        return Some(Meant::Options(vec!["--max-total".to_owned(), "simplan compare --budget".to_owned()]));
    }
    let is_currency = has(command, "--currency") && !matches!(name.as_str(), "all" | "top");
    if let Some(currency) = Currency::parse(&name).ok().filter(|_| is_currency) {
        return Some(Meant::Options(vec![format!("--currency {currency}")]));
    }
    let (_, ours) = OPTIONS.iter().find(|(other, _)| *other == name)?;
    let value = value_of(typed, line).filter(|value| value.starts_with(|c: char| c.is_ascii_digit()));
    let ours = ours.iter().filter(|ours| has(command, ours.split(' ').next().unwrap_or(ours)));
    let ours: Vec<_> = ours.map(|ours| filled(ours, value.as_deref())).collect();
    (!ours.is_empty()).then_some(Meant::Options(ours))
}

/// An option with the value that was typed, or with an example.
fn filled(option: &str, value: Option<&str>) -> String {
    option.replace("{}", value.unwrap_or(if option.ends_with('w') { "2" } else { "20" }))
}

fn has(command: &Command, option: &str) -> bool {
    command.get_arguments().any(|arg| is_long(arg, option))
}

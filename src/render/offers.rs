//! The answer of `compare`: one sentence, the ranked table, and what a reader should know about both.

use super::basket::{joined, machine_basket, rates_line, renewals, shopping_list, total};
use super::column::{Column, Reader, grid, pick};
use super::grid::{Grid, Head, Mark, Shape};
use super::table::{table, wrapped};
use super::{Terminal, csv, markdown};
use crate::domain::basket::{Basket, STALE_AFTER_DAYS};
use crate::domain::comparison::{Comparison, Offer};
use crate::domain::explanation::explain;
use crate::domain::figure::Fault;
use crate::domain::plan::Plan;
use crate::domain::refusal::{Change, Code};
use crate::domain::request::Request;
use crate::domain::word::Word;
use crate::i18n::{Words, option};
use fluent_bundle::FluentValue;
use std::collections::BTreeMap;

/// The answer with everything that it is rendered from.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// What was asked.
    pub request: &'a Request,
    /// What was found.
    pub comparison: &'a Comparison,
    /// How many offers are shown.
    pub shown: usize,
    /// Which refusals are told, where any are.
    pub explain: Explain<'a>,
    /// The language.
    pub words: &'a Words,
}

/// Which refusals an answer tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explain<'a> {
    /// None.
    Nothing,
    /// All of them.
    All,
    /// What became of this one plan.
    Plan(&'a Plan),
}

/// One row of the table.
pub struct Row<'a> {
    answer: &'a Answer<'a>,
    rank: usize,
    offer: &'a Offer,
}

impl Row<'_> {
    fn basket(&self) -> &Basket {
        &self.offer.basket
    }

    fn need(&self) -> &crate::domain::need::Need {
        &self.answer.request.need
    }

    fn is_stale(&self) -> bool {
        self.basket().is_stale(self.answer.request.today)
    }

    fn per_day(&self) -> Option<crate::domain::money::Money> {
        self.basket().total().per(u128::from(self.need().stay().days()), 1)
    }

    fn per_gb(&self) -> Option<crate::domain::money::Money> {
        self.basket().total().per(u128::from(self.need().data().kb()), 1_000_000)
    }
}

/// Every column that an offer has.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn all_columns<'a>() -> [Column<Row<'a>>; 17] {
    [
        Column {
            key: "rank",
            shape: Shape::Figure,
            human: |row| row.rank.to_string(),
            machine: |row| row.rank.to_string(),
        },
        Column {
            key: "line",
            shape: Shape::Word,
            human: |row| joined(&row.offer.lines),
            machine: |row| joined(&row.offer.lines),
        },
        Column {
            key: "operator",
            shape: Shape::Word,
            human: |row| joined(&row.offer.operators),
            machine: |row| joined(&row.offer.operators),
        },
        Column {
            key: "mix",
            shape: Shape::Word,
            human: |row| yes_no(row.offer.mix, row.answer.words),
            machine: |row| row.offer.mix.to_string(),
        },
        Column {
            key: "basket",
            shape: Shape::Text,
            human: |row| shopping_list(row.basket(), row.answer.words),
            machine: |row| machine_basket(row.basket()),
        },
        Column {
            key: "total",
            shape: Shape::Figure,
            human: |row| total(row.basket(), row.answer.words),
            machine: |row| row.basket().total().amount_text(),
        },
        Column {
            key: "currency",
            shape: Shape::Word,
            human: |row| row.answer.request.currency.to_string(),
            machine: |row| row.answer.request.currency.to_string(),
        },
        Column {
            key: "complete",
            shape: Shape::Word,
            human: |row| yes_no(row.basket().complete(), row.answer.words),
            machine: |row| row.basket().complete().to_string(),
        },
        Column {
            key: "purchases",
            shape: Shape::Figure,
            human: |row| row.basket().purchases().to_string(),
            machine: |row| row.basket().purchases().to_string(),
        },
        Column {
            key: "renewals",
            shape: Shape::Figure,
            human: |row| row.basket().renewals().to_string(),
            machine: |row| row.basket().renewals().to_string(),
        },
        Column {
            key: "serves_days",
            shape: Shape::Figure,
            human: |row| row.need().days(row.basket().served()).to_string(),
            machine: |row| row.need().days(row.basket().served()).to_string(),
        },
        Column { key: "spare_mb", shape: Shape::Figure, human: |row| spare(row), machine: |row| spare(row) },
        Column {
            key: "per_day",
            shape: Shape::Figure,
            human: |row| share(row.per_day()),
            machine: |row| share(row.per_day()),
        },
        Column {
            key: "per_gb",
            shape: Shape::Figure,
            human: |row| share(row.per_gb()),
            machine: |row| share(row.per_gb()),
        },
        Column {
            key: "verified_on",
            shape: Shape::Word,
            human: seen,
            machine: |row| row.basket().verified_on().map(|date| date.to_string()).unwrap_or_default(),
        },
        Column {
            key: "stale",
            shape: Shape::Word,
            human: |row| yes_no(row.is_stale(), row.answer.words),
            machine: |row| row.is_stale().to_string(),
        },
        Column {
            key: "confidence",
            shape: Shape::Word,
            human: |row| {
                row.basket().confidence().map_or_else(|| row.answer.words.say("unknown"), |c| c.to_string())
            },
            machine: |row| row.basket().confidence().map(|c| c.to_string()).unwrap_or_default(),
        },
    ]
}

/// The columns of the table, unless others are asked for.
pub const TABLE_COLUMNS: &[&str] =
    &["rank", "basket", "total", "per_day", "renewals", "operator", "verified_on"];

/// The columns of the trade-off, unless others are asked for.
pub const TRADE_OFF_COLUMNS: &[&str] = &["purchases", "total", "basket", "operator", "verified_on"];

/// The answer for a terminal.
///
/// # Errors
/// `column-not-offered`.
pub fn text(answer: &Answer<'_>, columns: Option<&[String]>, terminal: Terminal) -> Result<String, Fault> {
    let words = answer.words;
    let mut out = String::new();
    let mut paragraph = |text: &str, paint: &dyn Fn(&str) -> String| {
        for line in wrapped(text, terminal.width, "") {
            out += &paint(&line);
            out.push('\n');
        }
    };
    let plain = |line: &str| line.to_owned();
    let rows = rows(answer);
    if rows.is_empty() {
        for line in nothing(answer) {
            paragraph(&line, &plain);
        }
    } else {
        paragraph(&best(answer), &|line| terminal.paint.strong(line));
        let grid = offers_grid(answer, &rows, columns, Reader::Human)?;
        if answer.comparison.trade_off.is_some() {
            out += &format!("\n{}\n", words.say("trade-off"));
        }
        out += &format!("\n{}\n", table(&grid, terminal));
        let mut paragraph = |text: &str| {
            for line in wrapped(text, terminal.width, "") {
                out += &format!("{}\n", terminal.paint.faint(&line));
            }
        };
        for line in footer(answer) {
            paragraph(&line);
        }
    }
    match answer.explain {
        Explain::Nothing => {}
        Explain::All => {
            let (grid, left_out) = refusals_grid(answer);
            out += &format!(
                "\n{}\n\n{}",
                terminal.paint.strong(&words.say("explain-heading")),
                table(&grid, terminal)
            );
            out += &left_out.map(|line| format!("{line}\n")).unwrap_or_default();
        }
        Explain::Plan(plan) => {
            out.push('\n');
            for line in explained(answer, plan)?.iter().flat_map(|line| wrapped(line, terminal.width, "")) {
                out += &format!("{line}\n");
            }
        }
    }
    Ok(out)
}

/// The answer as markdown: the sentence, the table, the notes.
///
/// # Errors
/// `column-not-offered`.
pub fn as_markdown(answer: &Answer<'_>, columns: Option<&[String]>) -> Result<String, Fault> {
    let rows = rows(answer);
    let mut parts = Vec::new();
    if rows.is_empty() {
        parts.extend(nothing(answer).iter().map(|line| format!("{}\n", markdown::escaped(line))));
    } else {
        parts.push(format!("**{}**\n", markdown::escaped(&best(answer))));
        parts.push(markdown::markdown(&offers_grid(answer, &rows, columns, Reader::Human)?));
        parts.extend(footer(answer).iter().map(|line| format!("{}\n", markdown::escaped(line))));
    }
    match answer.explain {
        Explain::Nothing => {}
        Explain::All => {
            let (grid, left_out) = refusals_grid(answer);
            parts.push(format!("## {}\n", answer.words.say("explain-heading")));
            parts.push(markdown::markdown(&grid));
            parts.extend(left_out.map(|line| format!("{line}\n")));
        }
        Explain::Plan(plan) => {
            parts
                .extend(explained(answer, plan)?.iter().map(|line| format!("{}\n", markdown::escaped(line))));
        }
    }
    Ok(parts.join("\n"))
}

/// The offers as CSV, all columns unless others are asked for.
///
/// # Errors
/// `column-not-offered`.
pub fn as_csv(answer: &Answer<'_>, columns: Option<&[String]>) -> Result<String, Fault> {
    let rows = rows(answer);
    let all: Vec<_> = all_columns().iter().map(|column| column.key.to_owned()).collect();
    offers_grid(answer, &rows, Some(columns.unwrap_or(&all)), Reader::Machine).map(|grid| csv::csv(&grid))
}

/// The rows of the table: the first offers, or the trade-off where it is asked for.
fn rows<'a>(answer: &'a Answer<'a>) -> Vec<Row<'a>> {
    let offers = match &answer.comparison.trade_off {
        Some(trade_off) => trade_off.as_slice(),
        None => &answer.comparison.offers[..answer.comparison.offers.len().min(answer.shown)],
    };
    offers.iter().zip(1..).map(|(offer, rank)| Row { answer, rank, offer }).collect()
}

fn offers_grid(
    answer: &Answer<'_>,
    rows: &[Row<'_>],
    columns: Option<&[String]>,
    reader: Reader,
) -> Result<Grid, Fault> {
    let all = all_columns();
    let columns = match columns {
        Some(keys) => pick(&all, keys)?,
        None if answer.comparison.trade_off.is_some() => pick(&all, TRADE_OFF_COLUMNS)?,
        None => pick(&all, TABLE_COLUMNS)?,
    };
    let ranked = answer.comparison.trade_off.is_none();
    let marks =
        rows.iter().map(|row| if ranked && row.rank == 1 { Mark::Best } else { Mark::Plain }).collect();
    Ok(Grid { marks, ..grid(&columns, rows, reader, answer.words) })
}

/// The refusals in the order of their reasons, and a line that counts those that the user asked for.
fn refusals_grid(answer: &Answer<'_>) -> (Grid, Option<String>) {
    let words = answer.words;
    let own_choice = [Code::OperatorExcluded, Code::KindExcluded];
    let (left_out, mut told): (Vec<_>, Vec<_>) =
        answer.comparison.refusals.iter().partition(|refusal| own_choice.contains(&refusal.reason.code));
    told.sort_by_key(|refusal| refusal.reason.code);
    let heads = [("column-id", Shape::Word), ("column-reason", Shape::Text)];
    let grid = Grid {
        heads: heads.map(|(key, shape)| Head { title: words.say(key), shape }).into(),
        rows: told
            .into_iter()
            .map(|refusal| vec![refusal.plan.id.to_string(), words.refusal(refusal)])
            .collect(),
        marks: Vec::new(),
    };
    let count = left_out.len() as u64;
    let line = (count > 0).then(|| words.say_with("explain-left-out", &[("count", count.into())]));
    (grid, line)
}

/// The sentence that answers the question.
fn best(answer: &Answer<'_>) -> String {
    let (words, need) = (answer.words, &answer.request.need);
    let Some(offer) = answer.comparison.offers.first() else { return String::new() };
    let basket = &offer.basket;
    let mut args = vec![
        ("days", FluentValue::from(words.days(need.stay().days()))),
        ("data", words.volume(need.data()).into()),
        ("basket", shopping_list(basket, words).into()),
        ("total", total(basket, words).into()),
        ("purchases", words.purchases(basket.purchases()).into()),
        ("renewals", renewals(basket, answer.request, words).into()),
    ];
    let key = if need.minutes() > 0 { "answer-best-with-minutes" } else { "answer-best" };
    args.push(("minutes", need.minutes().into()));
    words.say_with(key, &args)
}

/// What is said where nothing fits: why, and what would change it.
fn nothing(answer: &Answer<'_>) -> Vec<String> {
    let (words, need) = (answer.words, &answer.request.need);
    let args = [
        ("days", FluentValue::from(words.days(need.stay().days()))),
        ("data", words.volume(need.data()).into()),
    ];
    let mut lines = vec![words.say_with("answer-nothing", &args)];
    let counts = answer.comparison.refusal_counts();
    let counts = counts.iter().map(|(code, count)| {
        let reason = words.say(&format!("why-{code}"));
        words.say_with("reason-count", &[("reason", reason.into()), ("count", (*count as u64).into())])
    });
    let reasons: Vec<_> = counts.collect();
    if !reasons.is_empty() {
        lines.push(words.say_with("answer-nothing-reasons", &[("reasons", words.list(&reasons).into())]));
    }
    let changes = answer.comparison.refusals.iter().filter_map(|refusal| refusal.reason.change.as_ref());
    for (change, count) in helpful(changes) {
        let args = [("option", FluentValue::from(option(change))), ("count", count.into())];
        lines.push(words.say_with("answer-nothing-change", &args));
    }
    lines
}

/// The smallest change of each kind, and how many plans share it.
fn helpful<'a>(changes: impl Iterator<Item = &'a Change>) -> Vec<(&'a Change, u64)> {
    let mut by_option: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        by_option.entry(change.option().0).or_default().push(change);
    }
    let smallest = |changes: Vec<&'a Change>| {
        let best = changes.iter().copied().min_by(|a, b| a.size_cmp(b))?;
        Some((best, changes.iter().filter(|change| **change == best).count() as u64))
    };
    by_option.into_values().filter_map(smallest).collect()
}

/// What is hidden, and how old the prices are.
fn footer(answer: &Answer<'_>) -> Vec<String> {
    let (words, comparison) = (answer.words, answer.comparison);
    let shown = comparison.offers.len().min(answer.shown);
    let mut lines = Vec::new();
    let shown = if let Some(trade_off) = &comparison.trade_off {
        trade_off.as_slice()
    } else {
        let counts = [
            ("shown", FluentValue::from(shown as u64)),
            ("offers", (comparison.offers.len() as u64).into()),
            ("refused", (comparison.refusals.len() as u64).into()),
        ];
        lines.push(words.say_with("footer-shown", &counts));
        &comparison.offers[..shown]
    };
    let items = || shown.iter().flat_map(|offer| offer.basket.items());
    let dates = || items().filter_map(|item| item.plan.verified_on);
    if let (Some(oldest), Some(newest)) = (dates().min(), dates().max()) {
        let args = [("oldest", FluentValue::from(oldest.to_string())), ("newest", newest.to_string().into())];
        lines
            .push(words.say_with(if oldest == newest { "footer-prices-of" } else { "footer-prices" }, &args));
    }
    if shown.iter().any(|offer| offer.basket.is_stale(answer.request.today)) {
        lines.push(words.say_with("footer-stale", &[("days", STALE_AFTER_DAYS.into())]));
    }
    if shown.iter().any(|offer| !offer.basket.complete()) {
        lines.push(words.say("footer-incomplete"));
    }
    lines.extend(rates_line(shown, answer.request, words));
    lines
}

/// What became of one plan, and why: a line each.
fn explained(answer: &Answer<'_>, plan: &Plan) -> Result<Vec<String>, Fault> {
    let (words, need) = (answer.words, &answer.request.need);
    let explanation = explain(plan, answer.comparison, answer.request)?;
    let id = || ("plan", FluentValue::from(plan.id.to_string()));
    let bought = |rank: usize, offer: &Offer| {
        [
            id(),
            ("rank", FluentValue::from(rank as u64)),
            ("offers", (answer.comparison.offers.len() as u64).into()),
            ("basket", shopping_list(&offer.basket, words).into()),
            ("total", total(&offer.basket, words).into()),
        ]
    };
    let mut lines = Vec::new();
    if let Some((rank, offer)) = explanation.alone {
        lines.push(words.say_with("explain-offer", &bought(rank, offer)));
    }
    for (rank, offer) in &explanation.mixed {
        lines.push(words.say_with("explain-mixed", &bought(*rank, offer)));
    }
    if let Some(refusal) = explanation.refusal {
        lines.push(words.say_with("explain-refused", &[id(), ("reason", words.refusal(refusal).into())]));
    }
    if let Some(served) = explanation.served {
        let days = |time| FluentValue::from(words.fraction_of_days(need.days(time)));
        let mut args = vec![("served", days(served)), ("pace", words.volume(need.pace()).into())];
        let key = match (explanation.by_validity, explanation.by_data) {
            (Some(validity), Some(data)) => {
                args.extend([("validity", days(validity)), ("data", days(data))]);
                if validity < data { "explain-serves-validity" } else { "explain-serves-data" }
            }
            _ => "explain-serves",
        };
        lines.push(words.say_with(key, &args));
    }
    match (explanation.alone, explanation.wins_at) {
        (Some((2.., _)), Some(price)) => {
            lines.push(words.say_with("explain-wins-at", &[("price", words.money(price).into())]));
        }
        (Some((2.., _)), None) => lines.push(words.say("explain-wins-never")),
        _ => {}
    }
    Ok(lines)
}

fn seen(row: &Row<'_>) -> String {
    let date =
        row.basket().verified_on().map_or_else(|| row.answer.words.say("unknown"), |date| date.to_string());
    if row.is_stale() { format!("{date} !") } else { date }
}

fn spare(row: &Row<'_>) -> String {
    row.basket().spare_data(row.need()).map(crate::domain::volume::DataVolume::in_mb).unwrap_or_default()
}

fn share(money: Option<crate::domain::money::Money>) -> String {
    money.map(crate::domain::money::Money::amount_text).unwrap_or_default()
}

fn yes_no(value: bool, words: &Words) -> String {
    words.say(if value { "yes" } else { "no" })
}

/// The word of a value that may be unknown, for machines.
pub(super) fn machine_word<W: Word>(value: Option<W>) -> String {
    value.map(|value| value.word().to_owned()).unwrap_or_default()
}

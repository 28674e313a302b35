//! The answer of `compare`: one sentence, the ranked table, and what a reader should know about both.

use super::basket::{joined, machine_basket, nothing_to_buy, rates_line, renewals, shopping_list, total};
use super::column::{Column, Reader, grid, pick};
use super::explain::{explained, nothing_fits, reasons_counted, refusals_grid};
use super::grid::{Grid, Mark, Shape};
use super::table::table;
use super::wrap::wrapped;
use super::{Terminal, csv, markdown};
use crate::domain::basket::{Basket, STALE_AFTER_DAYS};
use crate::domain::comparison::{Comparison, Offer};
use crate::domain::explanation::Explanation;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::request::Request;
use crate::domain::word::Word;
use crate::i18n::{MessageArg, Messages};

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
    pub messages: &'a Messages,
}

/// Which refusals an answer tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explain<'a> {
    /// None.
    Nothing,
    /// All of them.
    All,
    /// What became of this one plan.
    Plan(&'a Plan, &'a Explanation<'a>),
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

    fn per_day(&self) -> Option<Money> {
        self.basket().total().per(u128::from(self.need().stay().days()), 1)
    }

    fn per_gb(&self) -> Option<Money> {
        self.basket().total().per(u128::from(self.need().data().kb()), 1_000_000)
    }
}

/// Every column that an offer has.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn all_columns<'a>() -> [Column<Row<'a>>; 17] {
    [
        Column {
            key: "rank",
            shape: Shape::Number,
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
            human: |row| yes_no(row.offer.mix, row.answer.messages),
            machine: |row| row.offer.mix.to_string(),
        },
        Column {
            key: "basket",
            shape: Shape::Text,
            human: |row| shopping_list(row.basket(), row.answer.messages),
            machine: |row| machine_basket(row.basket()),
        },
        Column {
            key: "total",
            shape: Shape::Figure,
            human: |row| total(row.basket(), row.answer.messages),
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
            human: |row| yes_no(row.basket().complete(), row.answer.messages),
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
            human: |row| row.answer.messages.decimal(&row.need().days(row.basket().served()).to_string()),
            machine: |row| row.need().days(row.basket().served()).to_string(),
        },
        Column {
            key: "spare_mb",
            shape: Shape::Figure,
            human: |row| row.answer.messages.decimal(&spare(row)),
            machine: |row| spare(row),
        },
        Column {
            key: "per_day",
            shape: Shape::Figure,
            human: |row| row.answer.messages.decimal(&share(row.per_day())),
            machine: |row| share(row.per_day()),
        },
        Column {
            key: "per_gb",
            shape: Shape::Figure,
            human: |row| row.answer.messages.decimal(&share(row.per_gb())),
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
            human: |row| yes_no(row.is_stale(), row.answer.messages),
            machine: |row| row.is_stale().to_string(),
        },
        Column {
            key: "confidence",
            shape: Shape::Word,
            human: |row| {
                row.basket()
                    .confidence()
                    .map_or_else(|| row.answer.messages.tr("unknown"), |c| row.answer.messages.word(c.word()))
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
pub fn text(answer: &Answer<'_>, columns: Option<&[String]>, terminal: Terminal) -> Result<String, Error> {
    let rows = rows(answer);
    let styles = terminal.styles;
    let mut out = if answer.comparison.offers.is_empty() {
        paragraphs(&nothing_fits(answer), terminal, &str::to_owned)
    } else {
        paragraphs(&[best(answer)], terminal, &|line| styles.strong(line))
    };
    if is_tabled(answer, &rows) {
        if answer.comparison.trade_off.is_some() {
            out.push('\n');
            out += &paragraphs(&[answer.messages.tr("trade-off")], terminal, &str::to_owned);
        }
        let grid = offers_grid(answer, &rows, columns, Reader::Human)?;
        out += &format!("\n{}\n", table(&grid, answer.messages, terminal));
        out += &paragraphs(&footer(answer), terminal, &|line| styles.faint(line));
    }
    match answer.explain {
        Explain::Nothing => {}
        Explain::All if !answer.comparison.is_whole() => {
            out.push('\n');
            let counted = reasons_counted(answer, "explain-counted");
            out += &paragraphs(counted.as_slice(), terminal, &str::to_owned);
        }
        Explain::All => {
            let (grid, left_out) = refusals_grid(answer);
            let heading = styles.strong(&answer.messages.tr("explain-heading"));
            out += &format!("\n{heading}\n\n{}", table(&grid, answer.messages, terminal));
            out += &paragraphs(left_out.as_slice(), terminal, &str::to_owned);
        }
        Explain::Plan(plan, explanation) => {
            out.push('\n');
            out += &paragraphs(&explained(answer, plan, explanation), terminal, &str::to_owned);
        }
    }
    Ok(out)
}

/// Running text at the terminal's width, each line painted.
fn paragraphs(texts: &[String], terminal: Terminal, styles: &dyn Fn(&str) -> String) -> String {
    let lines = texts.iter().flat_map(|text| wrapped(text, terminal.width, ""));
    lines.map(|line| format!("{}\n", styles(&line))).collect()
}

/// Whether there is a table: an offer without purchases is said, not tabled.
fn is_tabled(answer: &Answer<'_>, rows: &[Row<'_>]) -> bool {
    !rows.is_empty() && !answer.request.needs_nothing()
}

/// The answer as markdown: the sentence, the table, the notes.
///
/// # Errors
/// `column-not-offered`.
pub fn as_markdown(answer: &Answer<'_>, columns: Option<&[String]>) -> Result<String, Error> {
    let rows = rows(answer);
    let said = |line: &String| format!("{}\n", markdown::escaped(line));
    let mut parts = Vec::new();
    if answer.comparison.offers.is_empty() {
        parts.extend(nothing_fits(answer).iter().map(said));
    } else {
        parts.push(format!("**{}**\n", markdown::escaped(&best(answer))));
    }
    if is_tabled(answer, &rows) {
        parts.push(markdown::markdown(&offers_grid(answer, &rows, columns, Reader::Human)?));
        parts.extend(footer(answer).iter().map(said));
    }
    match answer.explain {
        Explain::Nothing => {}
        Explain::All if !answer.comparison.is_whole() => {
            parts.extend(reasons_counted(answer, "explain-counted").iter().map(said));
        }
        Explain::All => {
            let (grid, left_out) = refusals_grid(answer);
            parts.push(format!("## {}\n", answer.messages.tr("explain-heading")));
            parts.push(markdown::markdown(&grid));
            parts.extend(left_out.iter().map(said));
        }
        Explain::Plan(plan, explanation) => {
            parts.extend(explained(answer, plan, explanation).iter().map(said));
        }
    }
    Ok(parts.join("\n"))
}

/// The offers as CSV, all columns unless others are asked for.
///
/// # Errors
/// `column-not-offered`.
pub fn as_csv(answer: &Answer<'_>, columns: Option<&[String]>) -> Result<String, Error> {
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
) -> Result<Grid, Error> {
    let all = all_columns();
    let columns = match columns {
        Some(keys) => pick(&all, keys)?,
        None if answer.comparison.trade_off.is_some() => pick(&all, TRADE_OFF_COLUMNS)?,
        None => pick(&all, TABLE_COLUMNS)?,
    };
    let ranked = answer.comparison.trade_off.is_none();
    let marks =
        rows.iter().map(|row| if ranked && row.rank == 1 { Mark::Best } else { Mark::Plain }).collect();
    Ok(Grid { marks, ..grid(&columns, rows, reader, answer.messages) })
}

/// The sentence that answers the question.
fn best(answer: &Answer<'_>) -> String {
    let (messages, need) = (answer.messages, &answer.request.need);
    let Some(offer) = answer.comparison.offers.first() else { return String::new() };
    let basket = &offer.basket;
    if basket.items().is_empty() {
        return nothing_to_buy(answer.request, messages);
    }
    let args = [
        ("days", MessageArg::from(messages.days(need.stay().days()))),
        ("data", messages.volume(need.data()).into()),
        ("basket", shopping_list(basket, messages).into()),
        ("total", total(basket, messages).into()),
        ("purchases", messages.purchases(basket.purchases()).into()),
        ("renewals", renewals(basket, answer.request, messages).into()),
        ("minutes", need.minutes().into()),
    ];
    let key = if need.minutes() > 0 { "answer-best-with-minutes" } else { "answer-best" };
    messages.tr_with(key, args)
}

/// What is hidden, and how old the prices are.
fn footer(answer: &Answer<'_>) -> Vec<String> {
    let (messages, comparison) = (answer.messages, answer.comparison);
    let shown = comparison.offers.len().min(answer.shown);
    let mut lines = Vec::new();
    let shown = if let Some(trade_off) = &comparison.trade_off {
        trade_off.as_slice()
    } else {
        let counts = [("shown", shown), ("offers", comparison.found()), ("refused", comparison.refused())];
        lines.push(messages.tr_with("footer-shown", counts));
        &comparison.offers[..shown]
    };
    let items = || shown.iter().flat_map(|offer| offer.basket.items());
    let dates = || items().filter_map(|item| item.plan.verified_on);
    if let (Some(oldest), Some(newest)) = (dates().min(), dates().max()) {
        let args =
            [("oldest", messages.date(&oldest.to_string())), ("newest", messages.date(&newest.to_string()))];
        lines.push(
            messages.tr_with(if oldest == newest { "footer-prices-of" } else { "footer-prices" }, args),
        );
    }
    if shown.iter().any(|offer| offer.basket.is_stale(answer.request.today)) {
        lines.push(messages.tr_with("footer-stale", [("days", STALE_AFTER_DAYS)]));
    }
    if shown.iter().any(|offer| !offer.basket.complete()) {
        lines.push(messages.tr("footer-incomplete"));
    }
    lines.extend(rates_line(shown, answer.request, messages));
    lines
}

fn seen(row: &Row<'_>) -> String {
    let date = row.basket().verified_on().map_or_else(
        || row.answer.messages.tr("unknown"),
        |date| row.answer.messages.date(&date.to_string()),
    );
    if row.is_stale() { format!("{date} !") } else { date }
}

fn spare(row: &Row<'_>) -> String {
    row.basket()
        .spare_data(row.need(), row.answer.request.data_left())
        .map(crate::domain::volume::DataVolume::in_mb)
        .unwrap_or_default()
}

/// An amount per day or per GB, for machines.
fn share(money: Option<Money>) -> String {
    money.map(Money::amount_text).unwrap_or_default()
}

fn yes_no(value: bool, messages: &Messages) -> String {
    messages.tr(if value { "yes" } else { "no" })
}

/// The word of a value that may be unknown, for machines.
pub(super) fn machine_word<W: Word>(value: Option<W>) -> String {
    value.map(|value| value.word().to_owned()).unwrap_or_default()
}

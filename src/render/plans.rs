//! The catalogue's rows, as a list and one by one.

use super::column::{Column, Reader, grid, pick};
use super::grid::{Grid, Head, Shape};
use super::offers::machine_word;
use super::table::table;
use super::wrap::wrapped;
use super::{Terminal, csv, markdown};
use crate::domain::error::Error;
use crate::domain::live::harmless;
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, DataPer, Plan, Quantity};
use crate::domain::word::Word;
use crate::i18n::Messages;
use std::sync::Arc;

/// A plan and the language in which it is shown.
pub struct Row<'a> {
    plan: &'a Plan,
    messages: &'a Messages,
}

macro_rules! column {
    ($key:literal, $shape:ident, $machine:expr) => {
        Column { key: $key, shape: Shape::$shape, human: $machine, machine: $machine }
    };
    ($key:literal, $shape:ident, $human:expr, $machine:expr) => {
        Column { key: $key, shape: Shape::$shape, human: $human, machine: $machine }
    };
}

/// Every column of the catalogue; its machine cells are the catalogue's own notation.
pub fn all_columns<'a>() -> [Column<Row<'a>>; 22] {
    [
        column!("id", Word, |row| row.plan.id.to_string()),
        column!("line", Word, |row| row.plan.line.to_string()),
        column!("operator", Word, |row| row.plan.operator.to_string()),
        column!("name", Text, |row| row.plan.name.to_string()),
        column!("kind", Word, |row| row.messages.word(row.plan.kind.word()), |row| row.plan.kind.to_string()),
        column!(
            "price",
            Figure,
            |row| row
                .plan
                .price
                .map_or_else(|| row.messages.tr("unknown"), |price| row.messages.money(price)),
            |row| amount(row.plan.price)
        ),
        column!("currency", Word, |row| {
            let price = row.plan.price.or(row.plan.setup_fee);
            price.map(|price| price.currency().to_string()).unwrap_or_default()
        }),
        column!(
            "setup_fee",
            Figure,
            |row| row.plan.setup_fee.map(|fee| row.messages.money(fee)).unwrap_or_default(),
            |row| amount(row.plan.setup_fee)
        ),
        column!("data", Figure, data, |row| text(row.plan.allowance)),
        column!("data_per", Word, |row| row.messages.word(row.plan.data_per.word()), |row| row
            .plan
            .data_per
            .to_string()),
        column!(
            "validity",
            Figure,
            |row| row
                .plan
                .validity
                .map_or_else(|| unless_sim(row), |validity| row.messages.validity(validity)),
            |row| text(row.plan.validity)
        ),
        column!("minutes", Figure, |row| quantity(row.plan.minutes, row.messages), |row| text(
            row.plan.minutes
        )),
        column!("sms", Figure, |row| quantity(row.plan.sms, row.messages), |row| text(row.plan.sms)),
        column!("scope", Word, |row| row.messages.word(&row.plan.scope.to_string()), |row| row
            .plan
            .scope
            .to_string()),
        column!("network", Word, |row| machine_word(row.plan.network)),
        column!("buy", Text, |row| text(row.plan.buy.as_deref())),
        column!("audience", Word, |row| row.messages.word(row.plan.audience.word()), |row| row
            .plan
            .audience
            .to_string()),
        column!("max_purchases", Figure, |row| text(row.plan.max_purchases)),
        column!("source", Text, |row| text(row.plan.source.as_deref())),
        column!("verified_on", Word, |row| row.messages.date(&text(row.plan.verified_on)), |row| text(
            row.plan.verified_on
        )),
        column!("confidence", Word, |row| row.messages.word(&machine_word(row.plan.confidence)), |row| {
            machine_word(row.plan.confidence)
        }),
        column!("note", Text, |row| text(row.plan.note.as_deref())),
    ]
}

/// The columns of the list, unless others are asked for.
pub const LIST_COLUMNS: &[&str] = &["id", "name", "price", "data", "validity", "verified_on"];

/// The list for a terminal, with a line that counts it.
///
/// # Errors
/// `column-not-offered`.
pub fn list(
    plans: &[Arc<Plan>],
    all: usize,
    columns: Option<&[String]>,
    messages: &Messages,
    terminal: Terminal,
) -> Result<String, Error> {
    let grid = list_grid(plans, columns, Reader::Human, messages)?;
    if plans.is_empty() {
        return Ok(format!("{}\n", messages.tr("plans-none")));
    }
    let args = [("shown", plans.len()), ("all", all)];
    let count = messages.tr_with("plans-count", args);
    Ok(format!("{}\n{}\n", table(&grid, messages, terminal), terminal.styles.faint(&count)))
}

/// The list as a markdown table.
///
/// # Errors
/// `column-not-offered`.
pub fn list_markdown(
    plans: &[Arc<Plan>],
    columns: Option<&[String]>,
    messages: &Messages,
) -> Result<String, Error> {
    list_grid(plans, columns, Reader::Human, messages).map(|grid| markdown::markdown(&grid))
}

/// The list as CSV: all columns unless others are asked for, so that it is a catalogue again.
///
/// # Errors
/// `column-not-offered`.
pub fn list_csv(
    plans: &[Arc<Plan>],
    columns: Option<&[String]>,
    messages: &Messages,
) -> Result<String, Error> {
    let all: Vec<_> = all_columns().iter().map(|column| column.key.to_owned()).collect();
    list_grid(plans, Some(columns.unwrap_or(&all)), Reader::Machine, messages).map(|grid| csv::csv(&grid))
}

/// One plan for a terminal: what is known of it, a line each.
pub fn show(plan: &Plan, messages: &Messages, terminal: Terminal) -> String {
    let row = Row { plan, messages };
    let mut out = format!("{}\n", terminal.styles.strong(&harmless(&plan.name)));
    for (title, cell) in fields(&row) {
        for line in wrapped(&messages.labelled(&title, &cell), terminal.width, "    ") {
            out += &format!("  {line}\n");
        }
    }
    out
}

/// One plan as a markdown table of two columns.
pub fn show_markdown(plan: &Plan, messages: &Messages) -> String {
    let heads =
        ["column-field", "column-value"].map(|key| Head { title: messages.tr(key), shape: Shape::Text });
    let rows = fields(&Row { plan, messages }).into_iter().map(|(title, cell)| vec![title, cell]);
    let grid = Grid { heads: heads.into(), rows: rows.collect(), marks: Vec::new() };
    format!("## {}\n\n{}", markdown::escaped(&harmless(&plan.name)), markdown::markdown(&grid))
}

/// The fields of a plan that say something, with their titles.
fn fields(row: &Row<'_>) -> Vec<(String, String)> {
    let columns = all_columns();
    let known = columns.iter().filter(|column| column.key != "name" && column.key != "data_per");
    let cells = known.map(|column| (row.messages.tr(&format!("column-{}", column.key)), (column.human)(row)));
    let extra = row.plan.extra.iter().cloned();
    let fields = cells.chain(extra).filter(|(_, cell)| !cell.is_empty());
    fields.map(|(title, cell)| (harmless(&title).into_owned(), harmless(&cell).into_owned())).collect()
}

fn list_grid(
    plans: &[Arc<Plan>],
    columns: Option<&[String]>,
    reader: Reader,
    messages: &Messages,
) -> Result<Grid, Error> {
    let all = all_columns();
    let columns = match columns {
        Some(keys) => pick(&all, keys)?,
        None => pick(&all, LIST_COLUMNS)?,
    };
    let rows: Vec<_> = plans.iter().map(|plan| Row { plan, messages }).collect();
    Ok(grid(&columns, &rows, reader, messages))
}

/// The allowance as people say it: `20 GB`, `1 GB a day`, `unlimited`.
fn data(row: &Row<'_>) -> String {
    let messages = row.messages;
    match (row.plan.allowance, row.plan.data_per) {
        (None, _) => messages.tr("unknown"),
        (Some(Allowance::Unlimited), _) => messages.tr("unlimited"),
        (Some(Allowance::Volume(_)), _) if row.plan.is_sim() && !row.plan.carries_data() => String::new(),
        (Some(Allowance::Volume(volume)), DataPer::Total) => messages.volume(volume),
        (Some(Allowance::Volume(volume)), DataPer::Day) => {
            messages.tr_with("per-day-suffix", [("volume", messages.volume(volume))])
        }
    }
}

/// A bare SIM has no validity to know.
fn unless_sim(row: &Row<'_>) -> String {
    if row.plan.is_sim() && !row.plan.carries_data() { String::new() } else { row.messages.tr("unknown") }
}

fn quantity(quantity: Option<Quantity>, messages: &Messages) -> String {
    match quantity {
        None => messages.tr("unknown"),
        Some(Quantity::Unlimited) => messages.tr("unlimited"),
        Some(Quantity::Count(count)) => count.to_string(),
    }
}

fn amount(money: Option<Money>) -> String {
    money.map(Money::as_written).unwrap_or_default()
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

//! The rows and columns of ranked offers.

use super::basket::{joined, machine_basket, shopping_list, total};
use super::column::{Column, Reader, grid};
use super::grid::{Grid, Mark, Shape};
use super::offers::ComparisonDocument;
use crate::domain::basket::Basket;
use crate::domain::comparison::Offer;
use crate::domain::figure::Error;
use crate::domain::money::Money;
use crate::domain::need::Need;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use crate::i18n::Messages;

/// One offer in its place.
struct Row<'a> {
    answer: &'a ComparisonDocument<'a>,
    rank: usize,
    offer: &'a Offer,
}

impl Row<'_> {
    fn basket(&self) -> &Basket {
        &self.offer.basket
    }

    fn need(&self) -> &Need {
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
fn all_columns<'a>() -> [Column<Row<'a>>; 17] {
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
const TABLE_COLUMNS: &[&str] = &["rank", "basket", "total", "per_day", "renewals", "operator", "verified_on"];

/// The columns of the trade-off, unless others are asked for.
const TRADE_OFF_COLUMNS: &[&str] = &["purchases", "total", "basket", "operator", "verified_on"];

/// The offers that are shown; for people the best one is marked.
///
/// # Errors
/// `column-not-offered`.
pub(super) fn offers_grid(answer: &ComparisonDocument<'_>, reader: Reader) -> Result<Grid, Error> {
    let is_ranked = answer.comparison.trade_off.is_none();
    let usual = if is_ranked { TABLE_COLUMNS } else { TRADE_OFF_COLUMNS };
    let grid = grid(&all_columns(), answer.columns, usual, &rows(answer), reader, answer.messages)?;
    Ok(Grid { marks: if is_ranked { vec![Mark::Best] } else { Vec::new() }, ..grid })
}

fn rows<'a>(answer: &'a ComparisonDocument<'a>) -> Vec<Row<'a>> {
    answer.shown_offers().iter().zip(1..).map(|(offer, rank)| Row { answer, rank, offer }).collect()
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
        .map(DataVolume::in_mb)
        .unwrap_or_default()
}

/// An amount per day or per GB, for machines.
fn share(money: Option<Money>) -> String {
    money.map(Money::amount_text).unwrap_or_default()
}

fn yes_no(value: bool, messages: &Messages) -> String {
    messages.tr(if value { "yes" } else { "no" })
}

//! The rows and columns of ranked offers.

use super::age::age_text;
use super::basket::{joined, machine_basket, shopping_list};
use super::column::{GridColumn, Reader, grid};
use super::context::Context;
use super::grid::{Grid, Mark, Shape};
use super::offers::ComparisonDocument;
use crate::domain::alternatives::is_unsure;
use crate::domain::basket::Basket;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use crate::i18n::Messages;
use unicode_width::UnicodeWidthStr;

/// An offer with its rank, which an offer of the Pareto front does not have. The texts that can fail to be made are made before the columns.
struct RankedOffer<'a> {
    context: &'a Context<'a>,
    rank: Option<usize>,
    offer: &'a Offer,
    basket: String,
    total: String,
    amount: String,
    pay: String,
    /// The days on which to renew; `None` if the purchases are too many for a schedule.
    renew_on_days: Option<Vec<u64>>,
    /// Whether people see the exact date of the oldest price, not its age.
    is_dated: bool,
}

impl<'a> RankedOffer<'a> {
    fn new(context: &'a Context<'a>, rank: Option<usize>, offer: &'a Offer) -> Result<Self, Error> {
        let basket = &offer.basket;
        let pay: Vec<String> = context.pay(basket)?.iter().map(Money::to_string).collect();
        Ok(Self {
            context,
            rank,
            offer,
            basket: shopping_list(basket, context)?,
            total: context.total(basket)?,
            amount: context.shown(basket.total())?.amount_text(),
            pay: pay.join(" + "),
            renew_on_days: context.renew_on_days(offer)?,
            is_dated: false,
        })
    }

    fn rank(&self) -> String {
        self.rank.map(|rank| rank.to_string()).unwrap_or_default()
    }

    fn basket(&self) -> &Basket {
        &self.offer.basket
    }

    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn is_stale(&self) -> bool {
        self.basket().is_stale(self.context.request().today)
    }

    fn per_day(&self) -> String {
        self.context.per_day(self.basket()).map(Money::amount_text).unwrap_or_default()
    }

    fn per_gb(&self) -> String {
        self.context.per_gb(self.basket()).map(Money::amount_text).unwrap_or_default()
    }

    fn renewals(&self) -> String {
        self.renew_on_days.as_ref().map(|days| days.len().to_string()).unwrap_or_default()
    }

    fn covers_days(&self) -> String {
        self.context.need().days(self.basket().covered()).to_string()
    }
}

/// All columns of an offer.
fn all_columns<'a>() -> [GridColumn<RankedOffer<'a>>; 20] {
    [
        GridColumn::same("rank", Shape::Number, RankedOffer::rank),
        GridColumn::same("line", Shape::Word, |row| joined(&row.offer.lines)),
        GridColumn::new(
            "operator",
            Shape::Word,
            |row| row.context.seller(&row.offer.operators),
            |row| joined(&row.offer.operators),
        ),
        GridColumn::new(
            "mix",
            Shape::Word,
            |row| yes_no(row.offer.mix, row.messages()),
            |row| row.offer.mix.to_string(),
        ),
        GridColumn::new("basket", Shape::Text, |row| row.basket.clone(), |row| machine_basket(row.basket())),
        GridColumn::new("total", Shape::Figure, |row| row.total.clone(), |row| row.amount.clone()),
        GridColumn::same("currency", Shape::Word, |row| row.context.currency().to_string()),
        GridColumn::new(
            "complete",
            Shape::Word,
            |row| yes_no(row.basket().is_complete(), row.messages()),
            |row| row.basket().is_complete().to_string(),
        ),
        GridColumn::same("purchases", Shape::Figure, |row| row.basket().purchases().to_string()),
        GridColumn::same("renewals", Shape::Figure, RankedOffer::renewals),
        GridColumn::new(
            "covers_days",
            Shape::Figure,
            |row| row.messages().decimal(&row.covers_days()),
            RankedOffer::covers_days,
        ),
        GridColumn::new(
            "spare_mb",
            Shape::Figure,
            |row| row.messages().decimal(&spare(row)),
            |row| spare(row),
        ),
        GridColumn::new(
            "per_day",
            Shape::Figure,
            |row| row.messages().decimal(&row.per_day()),
            RankedOffer::per_day,
        ),
        GridColumn::new(
            "per_gb",
            Shape::Figure,
            |row| row.messages().decimal(&row.per_gb()),
            RankedOffer::per_gb,
        ),
        GridColumn::new(
            "verified_on",
            Shape::Phrase,
            |row| if row.is_dated { dated(row) } else { seen(row.basket(), row.context) },
            |row| row.basket().verified_on().map(|date| date.to_string()).unwrap_or_default(),
        ),
        GridColumn::new(
            "stale",
            Shape::Word,
            |row| yes_no(row.is_stale(), row.messages()),
            |row| row.is_stale().to_string(),
        ),
        GridColumn::new(
            "confidence",
            Shape::Word,
            |row| {
                row.basket()
                    .confidence()
                    .map_or_else(|| row.messages().tr("unknown"), |c| row.messages().word(c.word()))
            },
            |row| row.basket().confidence().map(|c| c.to_string()).unwrap_or_default(),
        ),
        // New columns come last, so that scripts can count on the places of the others.
        GridColumn::new(
            "alone",
            Shape::Word,
            |row| yes_no(row.offer.is_alone, row.messages()),
            |row| row.offer.is_alone.to_string(),
        ),
        GridColumn::same("pay", Shape::Word, |row| row.pay.clone()),
        GridColumn::new("renew_on_days", Shape::Word, |row| renew_on(row, ", "), |row| renew_on(row, ";")),
    ]
}

/// The columns of a ranking, unless the user asks for others.
const TABLE_COLUMNS: &[&str] = &["rank", "operator", "basket", "total", "purchases", "verified_on"];

/// The columns of the trade-off, unless the user asks for others.
const TRADE_OFF_COLUMNS: &[&str] = &["purchases", "total", "operator", "basket", "verified_on"];

/// The shown offers as rows. The best one of a ranking is marked.
///
/// # Errors
/// `column-not-offered`, `amount-too-large`, `date-out-of-range`.
pub(super) fn offers_grid(answer: &ComparisonDocument<'_>, reader: Reader) -> Result<Grid, Error> {
    let is_ranked = answer.trade_off.is_none();
    let usual = if is_ranked { TABLE_COLUMNS } else { TRADE_OFF_COLUMNS };
    let context = &answer.context;
    let offers = match reader {
        Reader::Human => answer.shown_offers(),
        Reader::Machine => answer.listed_offers(),
    };
    let rows: Result<Vec<_>, _> = offers
        .into_iter()
        .map(|(rank, offer)| {
            let row = RankedOffer::new(context, is_ranked.then_some(rank), offer)?;
            Ok(RankedOffer { is_dated: answer.is_explained, ..row })
        })
        .collect();
    let mut rows = rows?;
    align_paid(rows.iter_mut().map(|row| &mut row.total).collect());
    let grid = grid(&all_columns(), answer.columns, usual, &rows, reader, context.messages)?;
    Ok(Grid { marks: if is_ranked { vec![Mark::Best] } else { Vec::new() }, ..grid })
}

/// Widens the amounts that are paid in another currency to the longest one, so that the shown ones before them are below
/// each other, too.
fn align_paid(totals: Vec<&mut String>) {
    const SIGN: &str = " ≈ ";
    let paid = totals.iter().filter_map(|total| total.split_once(SIGN));
    let Some(widest) = paid.map(|(_, paid)| paid.width()).max() else { return };
    for total in totals {
        if let Some((shown, paid)) = total.split_once(SIGN) {
            let blanks = " ".repeat(widest - paid.width());
            *total = format!("{shown}{SIGN}{blanks}{paid}");
        }
    }
}

fn renew_on(row: &RankedOffer<'_>, separator: &str) -> String {
    let days = row.renew_on_days.iter().flatten().map(u64::to_string);
    days.collect::<Vec<_>>().join(separator)
}

/// The age of the oldest price of a basket, with a word if its confidence is low or not known: `7 months ago`,
/// `23 months ago (SIM), unsure`.
pub(super) fn seen(basket: &Basket, context: &Context<'_>) -> String {
    let messages = context.messages;
    let age = age_text(basket.verified_on(), context.request().today, messages);
    let is_of_sim = basket.oldest().is_some_and(|oldest| {
        oldest.plan.is_sim()
            && basket.items().iter().any(|item| item.plan.verified_on != oldest.plan.verified_on)
    });
    let key = if is_of_sim { "seen-sim" } else { "seen" };
    with_doubt(messages.tr_with(key, [("when", age)]), basket, messages)
}

/// The same with the date of the oldest price: `20 Apr 2026, unsure`.
fn dated(row: &RankedOffer<'_>) -> String {
    let messages = row.messages();
    let date = row.basket().verified_on().map(|date| messages.date(&date.to_string()));
    with_doubt(date.unwrap_or_else(|| messages.tr("age-unknown")), row.basket(), messages)
}

fn with_doubt(when: String, basket: &Basket, messages: &Messages) -> String {
    if is_unsure(basket.confidence()) { messages.tr_with("seen-unsure", [("when", when)]) } else { when }
}

fn spare(row: &RankedOffer<'_>) -> String {
    let spare = row.basket().spare_data(row.context.need(), row.context.initial());
    spare.map(DataVolume::in_mb).unwrap_or_default()
}

fn yes_no(value: bool, messages: &Messages) -> String {
    messages.tr(if value { "yes" } else { "no" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(totals: &[&str], expected: &[&str]) {
        let mut aligned: Vec<String> = totals.iter().map(|total| (*total).to_owned()).collect();
        align_paid(aligned.iter_mut().collect());
        assert_eq!(aligned, expected);
    }

    #[test]
    fn paid_amounts_have_one_width() {
        check(
            &["87.91 MAD ≈ 9.00 USD", "≥ 117.21 MAD ≈ 12.00 USD", "70.00 MAD"],
            &["87.91 MAD ≈  9.00 USD", "≥ 117.21 MAD ≈ 12.00 USD", "70.00 MAD"],
        );
        check(&["70.00 MAD", "9.00 MAD"], &["70.00 MAD", "9.00 MAD"]);
    }
}

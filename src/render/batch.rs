//! Answers to many needs: a CSV row or a JSON document for each offer, always with the same columns. `written` reads them
//! back.

mod written;

use super::basket::{joined, push_plans};
use super::context::renewals;
use super::csv::push_cell;
use super::forms::{ItemForm, item_form, state_word};
use super::json::escaped;
use super::schema_name::{JsonForm, SchemaName};
use super::values::{CurrencyText, DateText, DecimalText, SeenText, WordText};
use crate::catalogue::delimiter::Delimiter;
use crate::domain::basket::Basket;
use crate::domain::calendar::{Calendar, When};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::live::harmless;
use crate::domain::money::Money;
use crate::domain::need::Days;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::refusal::Code;
use crate::domain::request::Question;
use crate::domain::word::{Word, words};
use crate::guide::situation::State;
use jiff::civil::Date;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Write;
pub use written::WrittenRow;

words! {
    /// The result for a row of needs.
    Status {
        /// At least one offer covers the need.
        Ok = "ok",
        /// The need is valid, but no offer covers it.
        NothingFits = "nothing-fits",
        /// The row is not a valid need.
        Error = "error",
    }
}

/// The format of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// A header row, and a row for each offer, whose cells this separates in the end. Until then it is a comma.
    Csv(Delimiter),
    /// A JSON document on a line for each offer.
    Ndjson,
}

/// The answer to a valid need.
#[derive(Clone, Copy, Debug)]
pub enum NeedAnswer<'a> {
    /// There are offers for it.
    Offers {
        /// The offers, the best first.
        offers: &'a [Offer],
        /// How many of them are written at most; what the user has already is written wherever it ranks.
        most: usize,
        /// The dates of the stay, if its first day is known.
        calendar: &'a Calendar,
        /// The catalogue that the need was compared over.
        prepared: &'a PreparedCatalogue,
        /// The need and its limits.
        question: &'a Question,
        /// The state of the user's line.
        state: State,
    },
    /// No offer covers it.
    NothingFits {
        /// Why not even the plans that come nearest to covering it do.
        reason: Option<Code>,
    },
}

/// A cell of a row that does not belong to the need. It is carried through to the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedCell<'r> {
    /// The name of its column in the answers.
    pub name: Cow<'r, str>,
    /// What it holds.
    pub value: CarriedValue<'r>,
}

/// The value of a cell that is carried through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarriedValue<'r> {
    /// The cell is blank or cannot be read.
    Blank,
    /// The text of a CSV cell.
    Text(&'r str),
    /// A JSON value as it is written.
    Json(&'r str),
}

/// The columns of CSV without the carried ones.
const HEADER: &str = "id,rank,status,total,currency,complete,line,operator,basket,purchases,renewals,\
                          covers_days,verified_on,stale,renew_on,error,reason";

/// The keys of a JSON document that CSV does not have as columns.
const OTHER_KEYS: [&str; 3] = ["schema", "items", "state"];

/// How many columns are between the status and the error.
const BETWEEN: usize = 12;

/// The header row of CSV with these carried columns after the others, and with its line break.
pub fn header<'n>(carried: impl IntoIterator<Item = &'n str>) -> String {
    let mut text = HEADER.to_owned();
    for name in carried {
        text.push(',');
        push_cell(&mut text, &harmless(name));
    }
    text.push('\n');
    text
}

/// The name that a column of needs has in the answers: another one if the answers have a column of that name, in any
/// case.
pub fn carried_name(name: &str) -> Cow<'_, str> {
    let is_ours = HEADER.split(',').chain(OTHER_KEYS).any(|column| column.eq_ignore_ascii_case(name));
    if is_ours { format!("in_{name}").into() } else { name.into() }
}

/// Appends the answer to the need `id`: a row for each offer, or one row that says that nothing fits. Each row ends with
/// the carried cells.
///
/// # Errors
/// `amount-too-large` if a subtotal does not fit. The total is larger, so this is reported for the total first.
/// `date-out-of-range` if a renewal is later than the calendar.
pub fn push(
    text: &mut String,
    id: &str,
    answer: NeedAnswer<'_>,
    carried: &[CarriedCell<'_>],
    lines: Lines,
) -> Result<(), Error> {
    match answer {
        NeedAnswer::Offers { offers, most, calendar, prepared, question, state } => {
            for (rank, offer) in (1..).zip(offers) {
                if rank > most && !offer.is_mine(prepared.request()) {
                    continue;
                }
                let renewals = renewals(offer, question, calendar)?;
                let row = OfferRow { id, rank, offer, calendar, renewals, prepared, question, state };
                match lines {
                    Lines::Csv(_) => push_offer(text, &row, carried)?,
                    Lines::Ndjson => push_document(text, &offer_document(&row)?, carried),
                }
            }
        }
        NeedAnswer::NothingFits { reason } => {
            let id = Some(id);
            push_empty(
                text,
                EmptyRow { id, status: Status::NothingFits, error: None, reason },
                carried,
                lines,
            );
        }
    }
    Ok(())
}

/// Appends the answer to a row that is not a valid need; `error` says where and why. `id` is `None` if the id of the
/// row cannot be read.
pub fn push_error(
    text: &mut String,
    id: Option<&str>,
    error: &str,
    carried: &[CarriedCell<'_>],
    lines: Lines,
) {
    let row = EmptyRow { id, status: Status::Error, error: Some(error), reason: None };
    push_empty(text, row, carried, lines);
}

/// An answer without an offer.
#[derive(Clone, Copy)]
struct EmptyRow<'a> {
    id: Option<&'a str>,
    status: Status,
    error: Option<&'a str>,
    reason: Option<Code>,
}

/// One offer for one need.
struct OfferRow<'a> {
    id: &'a str,
    rank: usize,
    offer: &'a Offer,
    calendar: &'a Calendar,
    /// When to renew; `None` if the purchases are too many for a schedule.
    renewals: Option<Vec<When>>,
    prepared: &'a PreparedCatalogue,
    question: &'a Question,
    state: State,
}

impl<'a> OfferRow<'a> {
    fn basket(&self) -> &'a Basket {
        &self.offer.basket
    }

    fn total(&self) -> Result<Money, Error> {
        self.prepared.exchange().shown(self.basket().total())
    }

    /// The dates on which to renew. `None` if the stay has no dates, even if there is nothing to renew, and if the
    /// purchases are too many for a schedule.
    fn renew_on(&self) -> Option<Vec<Date>> {
        let renewals = self.renewals.as_ref().filter(|_| !matches!(self.calendar, Calendar::Days))?;
        renewals.iter().map(|when| when.date).collect()
    }

    fn covers_days(&self) -> Days {
        self.question.need.days(self.basket().covered())
    }

    fn is_stale(&self) -> bool {
        self.basket().is_stale(self.prepared.request().today)
    }
}

/// Writing to a string does not fail.
macro_rules! put {
    ($text:expr, $($form:tt)*) => { let _ = write!($text, $($form)*); };
}

fn push_offer(text: &mut String, row: &OfferRow<'_>, carried: &[CarriedCell<'_>]) -> Result<(), Error> {
    let basket = row.basket();
    push_cell(text, row.id);
    put!(text, ",{},{},{}", row.rank, Status::Ok.word(), row.total()?.amount_text());
    put!(text, ",{},{},", row.prepared.request().currency.code(), basket.is_complete());
    put!(text, "{},{},", joined(&row.offer.lines), joined(&row.offer.operators));
    push_plans(text, basket, " ", 1);
    put!(text, ",{},", basket.purchases());
    if let Some(renewals) = &row.renewals {
        put!(text, "{}", renewals.len());
    }
    put!(text, ",{},", row.covers_days());
    if let Some(date) = basket.verified_on() {
        put!(text, "{date}");
    }
    put!(text, ",{},", row.is_stale());
    for (index, date) in row.renew_on().unwrap_or_default().iter().enumerate() {
        let separator = if index == 0 { "" } else { ";" };
        put!(text, "{separator}{date}");
    }
    // No error and no reason.
    text.push_str(",,");
    end_row(text, carried);
    Ok(())
}

/// Appends the carried cells and the end of a CSV row, which is one line whatever the cells hold.
fn end_row(text: &mut String, carried: &[CarriedCell<'_>]) {
    for cell in carried {
        text.push(',');
        match cell.value {
            CarriedValue::Blank => {}
            CarriedValue::Text(value) | CarriedValue::Json(value) => push_cell(text, &harmless(value)),
        }
    }
    text.push('\n');
}

fn push_empty(text: &mut String, row: EmptyRow<'_>, carried: &[CarriedCell<'_>], lines: Lines) {
    let EmptyRow { id, status, error, reason } = row;
    match lines {
        Lines::Csv(_) => {
            push_cell(text, id.unwrap_or_default());
            put!(text, ",,{}", status.word());
            text.extend(std::iter::repeat_n(',', BETWEEN + 1));
            push_cell(text, error.unwrap_or_default());
            put!(text, ",{}", reason.map(Code::word).unwrap_or_default());
            end_row(text, carried);
        }
        Lines::Ndjson => {
            let reason = reason.map(WordText);
            let document = BatchForm { error, reason, ..BatchForm::new(id, status) };
            push_document(text, &document, carried);
        }
    }
}

/// An answer of `batch` to a need. Columns of the need that have no meaning here follow.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(extend("additionalProperties" = true)))]
pub struct BatchForm<'a> {
    schema: SchemaName<Self>,
    /// The id of the need, else its number; `null` if it cannot be read.
    id: Option<&'a str>,
    /// The place of the offer among those for the need, from 1; `null` without an offer.
    rank: Option<usize>,
    status: WordText<Status>,
    /// The total in the shown currency.
    total: Option<DecimalText>,
    /// The shown currency.
    currency: Option<CurrencyText>,
    /// Whether the total is fully known; if not, it is a lower bound.
    complete: Option<bool>,
    /// The line, or two of them joined by `+`.
    line: Option<String>,
    /// The seller, or two of them joined by `+`.
    operator: Option<String>,
    /// The plans of the basket.
    items: Vec<ItemForm<'a>>,
    /// How many purchases there are in all.
    purchases: Option<u64>,
    /// How often to renew; `null` if the purchases are too many for a schedule.
    renewals: Option<usize>,
    /// The time that is covered, rounded down.
    covers_days: Option<DecimalText>,
    /// The date of the oldest price.
    verified_on: Option<SeenText>,
    /// Whether the oldest price is older than 180 days.
    stale: Option<bool>,
    /// The dates on which to renew, if the stay has dates.
    renew_on: Option<Vec<DateText>>,
    /// Where and why the row is not a valid need.
    error: Option<&'a str>,
    /// If nothing fits, why the nearest plans do not.
    reason: Option<WordText<Code>>,
    /// The state of the user's line, if it does not work.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<WordText<State>>,
}

impl<'a> BatchForm<'a> {
    /// An answer without an offer.
    fn new(id: Option<&'a str>, status: Status) -> Self {
        Self {
            schema: SchemaName::default(),
            id,
            rank: None,
            status: WordText(status),
            total: None,
            currency: None,
            complete: None,
            line: None,
            operator: None,
            items: Vec::new(),
            purchases: None,
            renewals: None,
            covers_days: None,
            verified_on: None,
            stale: None,
            renew_on: None,
            error: None,
            reason: None,
            state: None,
        }
    }
}

impl JsonForm for BatchForm<'_> {
    const SCHEMA: &'static str = "simplan/batch/2";
}

fn offer_document<'a>(row: &OfferRow<'a>) -> Result<BatchForm<'a>, Error> {
    let basket = row.basket();
    let exchange = row.prepared.exchange();
    Ok(BatchForm {
        rank: Some(row.rank),
        total: Some(row.total()?.into()),
        currency: Some(row.prepared.request().currency.into()),
        complete: Some(basket.is_complete()),
        line: Some(joined(&row.offer.lines)),
        operator: Some(joined(&row.offer.operators)),
        items: basket.items().iter().map(|item| item_form(item, exchange)).collect::<Result<_, _>>()?,
        purchases: Some(basket.purchases()),
        renewals: row.renewals.as_ref().map(Vec::len),
        covers_days: Some(row.covers_days().into()),
        verified_on: basket.verified_on().map(SeenText::from),
        stale: Some(row.is_stale()),
        renew_on: row.renew_on().map(|dates| dates.into_iter().map(DateText::from).collect()),
        state: state_word(row.state),
        ..BatchForm::new(Some(row.id), Status::Ok)
    })
}

fn push_document(text: &mut String, document: &BatchForm<'_>, carried: &[CarriedCell<'_>]) {
    let mut document = json_text(document);
    for cell in carried {
        // Before the brace that ends the document.
        document.pop();
        put!(document, ",{}:", json_text(&cell.name));
        match cell.value {
            CarriedValue::Blank => document.push_str("null"),
            CarriedValue::Text(value) => document.push_str(&json_text(&value)),
            CarriedValue::Json(value) => document.push_str(value),
        }
        document.push('}');
    }
    text.push_str(&escaped(document));
    text.push('\n');
}

fn json_text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("keys are strings and nothing here fails to serialize")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells `a, b` and the JSON number 1.50, and a blank one.
    fn carried() -> [CarriedCell<'static>; 3] {
        let cells = [
            ("note", CarriedValue::Text("a, b\nc")),
            ("in_rank", CarriedValue::Json("1.50")),
            ("x", CarriedValue::Blank),
        ];
        cells.map(|(name, value)| CarriedCell { name: name.into(), value })
    }

    const NOTHING: NeedAnswer<'_> = NeedAnswer::NothingFits { reason: Some(Code::TooExpensive) };

    #[test]
    fn rows_without_an_offer_have_every_column() {
        for (error, expected) in [
            (None, "a b,,nothing-fits,,,,,,,,,,,,,,too-expensive"),
            (Some("x, y"), "a b,,error,,,,,,,,,,,,,\"x, y\","),
        ] {
            for (cells, end) in [(&[][..], "\n"), (&carried()[..], ",\"a, b c\",1.50,\n")] {
                let mut text = String::new();
                match error {
                    None => push(&mut text, "a b", NOTHING, cells, Lines::Csv(Delimiter::COMMA)).unwrap(),
                    Some(error) => {
                        push_error(&mut text, Some("a b"), error, cells, Lines::Csv(Delimiter::COMMA));
                    }
                }
                assert_eq!(text, format!("{expected}{end}"));
            }
            let commas = expected.replace("x, y", "").matches(',').count();
            assert_eq!(commas, HEADER.matches(',').count());
        }
        let mut text = String::new();
        push(&mut text, "7", NOTHING, &carried(), Lines::Ndjson).unwrap();
        let document: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(document["schema"], "simplan/batch/2");
        assert_eq!(document["status"], "nothing-fits");
        assert_eq!(document["reason"], "too-expensive");
        assert!(document["total"].is_null() && document["items"].as_array().unwrap().is_empty());
        let keys: Vec<_> = HEADER.split(',').map(|key| if key == "basket" { "items" } else { key }).collect();
        assert!(keys.iter().all(|key| document.get(key).is_some()), "the same names as in CSV");
        assert!(text.ends_with(",\"note\":\"a, b\\nc\",\"in_rank\":1.50,\"x\":null}\n"), "{text}");
    }

    #[test]
    fn carried_columns_come_last_under_a_name_of_their_own() {
        for (name, expected) in
            [("note", "note"), ("rank", "in_rank"), ("items", "in_items"), ("Rank", "in_Rank")]
        {
            assert_eq!(carried_name(name), expected);
        }
        assert_eq!(header([]), format!("{HEADER}\n"));
        assert_eq!(header(["note", "a,b"]), format!("{HEADER},note,\"a,b\"\n"));
    }
}

//! The columns of plans: what people see in each, and what scripts get.

use crate::catalogue::cells::cell;
use crate::catalogue::columns::{COLUMNS, Column};
use crate::domain::plan::{Allowance, DataPer, Plan, Quantity, Scope};
use crate::domain::word::Word;
use crate::guide::sellers::seller_name;
use crate::i18n::Messages;
use crate::render::age::age_text;
use crate::render::column::{GridColumn, Reader};
use crate::render::grid::Shape;
use jiff::civil::Date;
use std::borrow::Cow;

/// A plan, and how it is shown.
#[derive(Clone, Copy)]
pub(super) struct PlanRow<'a> {
    pub plan: &'a Plan,
    pub messages: &'a Messages,
    /// The day from which the age of the price is counted.
    pub today: Date,
    pub view: PlanView,
}

/// How much room a plan has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PlanView {
    /// A page of its own.
    Page,
    /// A row of a list with many columns.
    Row,
    /// A row under the name of its seller, with few columns.
    ShortRow,
}

impl PlanRow<'_> {
    /// The cell for scripts; blank for unknown.
    fn cell(&self, column: Column) -> String {
        cell(self.plan, column).map(Cow::into_owned).unwrap_or_default()
    }

    /// The message for unlimited: a mark in a list, where the words would not leave room for the other columns.
    fn unlimited(&self) -> &'static str {
        if self.view == PlanView::Page { "unlimited-by-seller" } else { UNLIMITED_MARKED }
    }

    /// The name. A short row has no column for what the data is restricted to.
    fn name(&self) -> String {
        if self.view == PlanView::ShortRow && self.plan.scope != Scope::General {
            let args = [("name", self.plan.name.to_string()), ("scope", self.scope())];
            return self.messages.tr_with("name-with-scope", args);
        }
        self.plan.name.to_string()
    }

    fn price(&self) -> String {
        match (self.plan.price, self.view) {
            (Some(price), PlanView::Row | PlanView::ShortRow) => self.messages.short_money(price),
            (price, _) => self.messages.money_or_unknown(price),
        }
    }

    /// What the data is for. In a list only restrictions stand out.
    fn scope(&self) -> String {
        let is_plain = self.plan.scope == Scope::General && self.view != PlanView::Page;
        if is_plain { String::new() } else { self.messages.word(&self.plan.scope.to_string()) }
    }

    /// The age of the price, on a page after its date.
    fn seen(&self) -> String {
        let age = age_text(self.plan.verified_on, self.today, self.messages);
        match self.plan.verified_on.filter(|_| self.view == PlanView::Page) {
            Some(date) => {
                self.messages.date(&date.to_string()) + &self.messages.tr_with("in-brackets", [("text", age)])
            }
            None => age,
        }
    }
}

/// A plan in a few words, to choose among ids: its price, the age of the price and its name. Shells cut the end off.
pub fn summary(plan: &Plan, today: Date, messages: &Messages) -> String {
    let row = PlanRow { plan, messages, today, view: PlanView::ShortRow };
    messages.list(&[row.price(), row.seen(), row.name()])
}

/// All columns of the catalogue. The cells for scripts have the notation of the catalogue file.
pub(super) fn all_columns<'a>() -> [GridColumn<PlanRow<'a>>; COLUMNS.len()] {
    [
        GridColumn::same("id", Shape::Word, |row| row.cell(Column::Id)),
        GridColumn::same("line", Shape::Word, |row| row.cell(Column::Line)),
        GridColumn::new(
            "operator",
            Shape::Word,
            |row| seller_name(row.plan.operator.as_str()).to_owned(),
            |row| row.cell(Column::Operator),
        ),
        GridColumn::new("name", Shape::Text, PlanRow::name, |row| row.cell(Column::Name)),
        GridColumn::new(
            "kind",
            Shape::Word,
            |row| row.messages.word(row.plan.kind.word()),
            |row| row.cell(Column::Kind),
        ),
        GridColumn::new("price", Shape::Figure, PlanRow::price, |row| row.cell(Column::Price)),
        GridColumn::same("currency", Shape::Word, |row| row.cell(Column::Currency)),
        GridColumn::new("setup_fee", Shape::Figure, setup_fee, |row| row.cell(Column::SetupFee)),
        GridColumn::new("data", Shape::Figure, data, |row| row.cell(Column::Data)),
        GridColumn::new(
            "data_per",
            Shape::Word,
            |row| row.messages.word(row.plan.data_per.word()),
            |row| row.cell(Column::DataPer),
        ),
        GridColumn::new("validity", Shape::Figure, validity, |row| row.cell(Column::Validity)),
        GridColumn::new(
            "minutes",
            Shape::Figure,
            |row| quantity(row.plan.minutes, row),
            |row| row.cell(Column::Minutes),
        ),
        GridColumn::new("sms", Shape::Figure, |row| quantity(row.plan.sms, row), |row| row.cell(Column::Sms)),
        GridColumn::new("scope", Shape::Word, PlanRow::scope, |row| row.cell(Column::Scope)),
        GridColumn::same("network", Shape::Word, |row| row.cell(Column::Network)),
        GridColumn::new("buy", Shape::Text, where_to_buy, |row| row.cell(Column::Buy)),
        GridColumn::new(
            "audience",
            Shape::Word,
            |row| row.messages.word(row.plan.audience.word()),
            |row| row.cell(Column::Audience),
        ),
        GridColumn::same("max_purchases", Shape::Figure, |row| row.cell(Column::MaxPurchases)),
        GridColumn::new(
            "form",
            Shape::Word,
            |row| row.plan.form.map(|form| row.messages.form(form.word())).unwrap_or_default(),
            |row| row.cell(Column::Form),
        ),
        GridColumn::new(
            "sold",
            Shape::Word,
            |row| row.plan.sold.map(|sold| row.messages.sold(sold.word())).unwrap_or_default(),
            |row| row.cell(Column::Sold),
        ),
        GridColumn::new(
            "credit",
            Shape::Figure,
            |row| row.plan.credit.map(|credit| row.messages.money(credit)).unwrap_or_default(),
            |row| row.cell(Column::Credit),
        ),
        GridColumn::new(
            "balance",
            Shape::Word,
            |row| word(row.plan.balance, row.messages),
            |row| row.cell(Column::Balance),
        ),
        GridColumn::same("source", Shape::Text, |row| row.cell(Column::Source)),
        GridColumn::new("verified_on", Shape::Word, PlanRow::seen, |row| row.cell(Column::VerifiedOn)),
        GridColumn::new(
            "confidence",
            Shape::Word,
            |row| row.messages.word(&row.cell(Column::Confidence)),
            |row| row.cell(Column::Confidence),
        ),
        GridColumn::new("note", Shape::Text, note, |row| row.cell(Column::Note)),
    ]
}

/// The value of a plan in a column for people, as on a page of its own; blank for most values that are unknown.
pub(super) fn page_cell(plan: &Plan, column: Column, today: Date, messages: &Messages) -> String {
    let row = PlanRow { plan, messages, today, view: PlanView::Page };
    all_columns()[column as usize].cell(&row, Reader::Human)
}

/// The message for unlimited in a list; the line under the list explains its mark.
pub(super) const UNLIMITED_MARKED: &str = "unlimited-marked";

/// The activation fee for people. Only contracts have one, so only theirs can be unknown.
fn setup_fee(row: &PlanRow<'_>) -> String {
    match row.plan.setup_fee {
        None if !row.plan.is_contract() => String::new(),
        fee => row.messages.money_or_unknown(fee),
    }
}

/// The data for people: `20 GB`, `1 GB a day`, `unlimited according to the seller`. Blank for a SIM without data.
fn data(row: &PlanRow<'_>) -> String {
    let messages = row.messages;
    match (row.plan.allowance, row.plan.data_per) {
        (None, _) => messages.tr("unknown"),
        (Some(Allowance::Unlimited), _) => messages.tr(row.unlimited()),
        (Some(Allowance::Volume(_)), _) if row.plan.is_sim() && !row.plan.carries_data() => String::new(),
        (Some(Allowance::Volume(volume)), DataPer::Total) => messages.volume(volume),
        (Some(Allowance::Volume(volume)), DataPer::Day) => {
            let key = if row.view == PlanView::ShortRow { "per-day-short" } else { "per-day-suffix" };
            messages.tr_with(key, [("volume", messages.volume(volume))])
        }
    }
}

/// The validity for people. Blank for a SIM without data.
fn validity(row: &PlanRow<'_>) -> String {
    match row.plan.validity {
        Some(validity) => row.messages.validity(validity),
        None if row.plan.is_sim() && !row.plan.carries_data() => String::new(),
        None => row.messages.tr("unknown"),
    }
}

/// What a plan holds, for people: its data and its validity, if it has them.
pub fn contents(plan: &Plan, today: Date, messages: &Messages) -> Vec<String> {
    let row = PlanRow { plan, messages, today, view: PlanView::Page };
    [data(&row), validity(&row)].into_iter().filter(|text| !text.is_empty()).collect()
}

fn quantity(quantity: Option<Quantity>, row: &PlanRow<'_>) -> String {
    match quantity {
        None => row.messages.tr("unknown"),
        Some(Quantity::Unlimited) => row.messages.tr(row.unlimited()),
        Some(Quantity::Count(count)) => count.to_string(),
    }
}

/// Where to buy the plan, for people.
fn where_to_buy(row: &PlanRow<'_>) -> String {
    row.plan.buy.as_deref().map(|buy| row.messages.catalogue_text(buy)).unwrap_or_default()
}

/// The note on the plan, for people.
fn note(row: &PlanRow<'_>) -> String {
    row.plan.note.as_deref().map(|note| row.messages.catalogue_text(note)).unwrap_or_default()
}

/// The translated word of a value; blank if it is unknown.
fn word<W: Word>(value: Option<W>, messages: &Messages) -> String {
    value.map(|value| messages.word(value.word())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_are_those_of_the_catalogue() {
        assert_eq!(all_columns().map(|column| column.key), COLUMNS);
    }
}

//! The answers of `plans list` and `plans show`: the rows of the catalogue.

use super::age::age_text;
use super::block::{Block, Tone};
use super::column::{GridColumn, Reader, grid};
use super::document::Document;
use super::forms::Origin;
use super::grid::{Grid, Shape};
use super::plan_forms::{OnePlanForm, PlansForm, currency};
use crate::domain::error::Error;
use crate::domain::live::harmless;
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, DataPer, Plan, Quantity, Scope};
use crate::domain::slug::Slug;
use crate::domain::word::Word;
use crate::guide::sellers::seller_name;
use crate::i18n::Messages;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A plan, and how it is shown.
#[derive(Clone, Copy)]
struct PlanRow<'a> {
    plan: &'a Plan,
    messages: &'a Messages,
    /// The day from which the age of the price is counted.
    today: Date,
    view: PlanView,
}

/// How much room a plan has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PlanView {
    /// A page of its own.
    Page,
    /// A row of a list with many columns.
    Row,
    /// A row under the name of its seller, with few columns.
    ShortRow,
}

impl PlanRow<'_> {
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
fn all_columns<'a>() -> [GridColumn<PlanRow<'a>>; 26] {
    [
        GridColumn::same("id", Shape::Word, |row| row.plan.id.to_string()),
        GridColumn::same("line", Shape::Word, |row| row.plan.line.to_string()),
        GridColumn::new(
            "operator",
            Shape::Word,
            |row| seller_name(row.plan.operator.as_str()).to_owned(),
            |row| row.plan.operator.to_string(),
        ),
        GridColumn::new("name", Shape::Text, PlanRow::name, |row| row.plan.name.to_string()),
        GridColumn::new(
            "kind",
            Shape::Word,
            |row| row.messages.word(row.plan.kind.word()),
            |row| row.plan.kind.to_string(),
        ),
        GridColumn::new("price", Shape::Figure, PlanRow::price, |row| amount(row.plan.price)),
        GridColumn::same("currency", Shape::Word, |row| text(currency(row.plan))),
        GridColumn::new("setup_fee", Shape::Figure, setup_fee, |row| amount(row.plan.setup_fee)),
        GridColumn::new("data", Shape::Figure, data, |row| text(row.plan.allowance)),
        GridColumn::new(
            "data_per",
            Shape::Word,
            |row| row.messages.word(row.plan.data_per.word()),
            |row| row.plan.data_per.to_string(),
        ),
        GridColumn::new("validity", Shape::Figure, validity, |row| text(row.plan.validity)),
        GridColumn::new(
            "minutes",
            Shape::Figure,
            |row| quantity(row.plan.minutes, row),
            |row| text(row.plan.minutes),
        ),
        GridColumn::new("sms", Shape::Figure, |row| quantity(row.plan.sms, row), |row| text(row.plan.sms)),
        GridColumn::new("scope", Shape::Word, PlanRow::scope, |row| row.plan.scope.to_string()),
        GridColumn::same("network", Shape::Word, |row| machine_word(row.plan.network)),
        GridColumn::new("buy", Shape::Text, where_to_buy, |row| text(row.plan.buy.as_deref())),
        GridColumn::new(
            "audience",
            Shape::Word,
            |row| row.messages.word(row.plan.audience.word()),
            |row| row.plan.audience.to_string(),
        ),
        GridColumn::same("max_purchases", Shape::Figure, |row| text(row.plan.max_purchases)),
        GridColumn::new(
            "form",
            Shape::Word,
            |row| row.plan.form.map(|form| row.messages.form(form.word())).unwrap_or_default(),
            |row| machine_word(row.plan.form),
        ),
        GridColumn::new(
            "sold",
            Shape::Word,
            |row| row.plan.sold.map(|sold| row.messages.sold(sold.word())).unwrap_or_default(),
            |row| machine_word(row.plan.sold),
        ),
        GridColumn::new(
            "credit",
            Shape::Figure,
            |row| row.plan.credit.map(|credit| row.messages.money(credit)).unwrap_or_default(),
            |row| amount(row.plan.credit),
        ),
        GridColumn::new(
            "balance",
            Shape::Word,
            |row| word(row.plan.balance, row.messages),
            |row| machine_word(row.plan.balance),
        ),
        GridColumn::same("source", Shape::Text, |row| text(row.plan.source.as_deref())),
        GridColumn::new("verified_on", Shape::Word, PlanRow::seen, |row| text(row.plan.verified_on)),
        GridColumn::new(
            "confidence",
            Shape::Word,
            |row| row.messages.word(&machine_word(row.plan.confidence)),
            |row| machine_word(row.plan.confidence),
        ),
        GridColumn::new("note", Shape::Text, note, |row| text(row.plan.note.as_deref())),
    ]
}

/// The columns of the list, unless the user asks for others. What the data is for has a column only if some of it is
/// restricted.
const LIST_COLUMNS: [&str; 8] =
    ["id", "name", "operator", "price", "data", "validity", "scope", "verified_on"];

/// The columns of the list under the names of the sellers, for a narrow terminal.
const SHORT_COLUMNS: &[&str] = &["name", "price", "data", "validity", "verified_on"];

/// The message for unlimited in a list; the line under the list explains its mark.
const UNLIMITED_MARKED: &str = "unlimited-marked";

/// Some plans of a catalogue as a list.
#[derive(Clone, Copy)]
pub struct PlanListDocument<'a> {
    /// The plans to list, in the order of the catalogue.
    pub plans: &'a [Arc<Plan>],
    /// How many plans the catalogue has.
    pub all: usize,
    /// The keys of the columns to show; `None` for the usual ones.
    pub columns: Option<&'a [String]>,
    /// The day from which the ages of prices are counted.
    pub today: Date,
    /// The source of the catalogue.
    pub origin: &'a Origin,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for PlanListDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let messages = self.messages;
        if self.plans.is_empty() {
            return Ok(vec![Block::Sentences(Tone::Plain, vec![messages.tr("plans-none")])]);
        }
        let narrow = match self.columns {
            Some(asked) => self.grid(Some(asked), Reader::Human)?,
            None => self.by_seller()?,
        };
        let wider = if self.columns.is_none() { self.wide_grids()? } else { Vec::new() };
        let counts = [("shown", self.plans.len()), ("all", self.all)];
        let marked = messages.tr(UNLIMITED_MARKED);
        let is_marked = narrow.rows.iter().flatten().any(|cell| *cell == marked);
        let footer = is_marked.then(|| Block::Caption(messages.tr("footer-unlimited")));
        let count = Block::Aside(messages.tr_with("plans-count", counts));
        Ok([Block::Tables { wider, narrow }].into_iter().chain(footer).chain([count]).collect())
    }

    /// The rows as a catalogue file, unless the user asks for some columns.
    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(self.grid(self.columns, Reader::Machine))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        Ok(PlansForm::new(self.plans, self.origin))
    }
}

impl PlanListDocument<'_> {
    fn rows_in(&self, view: PlanView) -> Vec<PlanRow<'_>> {
        let Self { messages, today, .. } = *self;
        self.plans.iter().map(|plan| PlanRow { plan, messages, today, view }).collect()
    }

    fn grid(&self, columns: Option<&[String]>, reader: Reader) -> Result<Grid, Error> {
        let rows = self.rows_in(PlanView::Row);
        grid(&all_columns(), columns, &LIST_COLUMNS, &rows, reader, self.messages)
    }

    /// The list with a row for each plan, with its id and without.
    fn wide_grids(&self) -> Result<Vec<Grid>, Error> {
        let is_restricted = self.plans.iter().any(|plan| plan.scope != Scope::General);
        let columns: Vec<String> = LIST_COLUMNS
            .iter()
            .filter(|key| is_restricted || **key != "scope")
            .map(|key| (*key).to_owned())
            .collect();
        [&columns[..], &columns[1..]].map(|keys| self.grid(Some(keys), Reader::Human)).into_iter().collect()
    }

    /// The list with few columns, in which the plans of each seller follow its name.
    fn by_seller(&self) -> Result<Grid, Error> {
        let mut rows = self.rows_in(PlanView::ShortRow);
        let mut sellers: Vec<&Slug> = Vec::new();
        for plan in self.plans {
            if !sellers.contains(&&plan.operator) {
                sellers.push(&plan.operator);
            }
        }
        rows.sort_by_key(|row| sellers.iter().position(|seller| **seller == row.plan.operator));
        let mut short = grid(&all_columns(), None, SHORT_COLUMNS, &rows, Reader::Human, self.messages)?;
        let cells = std::mem::take(&mut short.rows);
        let mut last = None;
        for (row, cells) in rows.iter().zip(cells) {
            if last.replace(&row.plan.operator) != Some(&row.plan.operator) {
                let mut title = vec![String::new(); cells.len()];
                title[0] = self.messages.labelled(seller_name(row.plan.operator.as_str()), "");
                short.rows.push(title);
            }
            short.rows.push(cells);
        }
        Ok(short)
    }
}

/// One plan of a catalogue with all that is known about it.
#[derive(Clone, Copy)]
pub struct PlanDocument<'a> {
    /// The plan to show.
    pub plan: &'a Arc<Plan>,
    /// The day from which the ages of prices are counted.
    pub today: Date,
    /// The overlay that each cell comes from, by column; the others come from the catalogue.
    pub sources: &'a BTreeMap<String, String>,
    /// The source of the catalogue.
    pub origin: &'a Origin,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for PlanDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let heads = [("column-field", Shape::Text), ("column-value", Shape::Text)];
        let Self { plan, messages, today, .. } = *self;
        let fields = fields(&PlanRow { plan, messages, today, view: PlanView::Page }, self.sources);
        let mut blocks = vec![
            Block::Heading(harmless(&self.plan.name).into_owned()),
            Block::Fields(Grid::titled(&heads, fields, self.messages)),
        ];
        if !self.sources.is_empty() {
            let source = [("source", harmless(&self.origin.source).into_owned())];
            blocks.push(Block::Sentences(Tone::Faint, vec![messages.tr_with("plan-other-values", source)]));
        }
        Ok(blocks)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        let Self { plan, messages, today, .. } = *self;
        let row = PlanRow { plan, messages, today, view: PlanView::Page };
        Some(grid(&all_columns(), None, &[], &[row], Reader::Machine, messages))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        Ok(OnePlanForm::new(self.plan, self.sources, self.origin))
    }
}

/// The fields of a plan that are not blank, with their titles, and the overlay that a value comes from.
fn fields(row: &PlanRow<'_>, sources: &BTreeMap<String, String>) -> Vec<Vec<String>> {
    let columns = all_columns();
    let known = columns.iter().filter(|column| column.key != "name" && column.key != "data_per");
    let cells = known.map(|column| {
        let title = row.messages.tr(&format!("column-{}", column.key));
        (column.key, title, column.cell(row, Reader::Human))
    });
    let extra = row.plan.extra.iter().map(|(name, cell)| (name.as_str(), name.clone(), cell.clone()));
    let fields = cells.chain(extra).filter(|(.., cell)| !cell.is_empty()).map(|(key, title, cell)| {
        let from = sources
            .get(key)
            .map(|file| row.messages.tr_with("in-brackets", [("text", harmless(file).into_owned())]));
        vec![title, cell + &from.unwrap_or_default()]
    });
    fields.collect()
}

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

fn amount(money: Option<Money>) -> String {
    money.map(Money::as_written).unwrap_or_default()
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The translated word of a value; blank if it is unknown.
fn word<W: Word>(value: Option<W>, messages: &Messages) -> String {
    value.map(|value| messages.word(value.word())).unwrap_or_default()
}

fn machine_word<W: Word>(value: Option<W>) -> String {
    text(value.map(Word::word))
}

//! The answers of `plans list` and `plans show`: the rows of the catalogue. [`export`] writes them as a file, [`diff`]
//! compares two catalogues, and [`stale`] says which prices to check first.

mod columns;
pub mod diff;
pub mod export;
pub mod stale;
pub mod total;

pub use columns::{contents, summary};

use super::block::{Block, Tone};
use super::column::{Reader, grid};
use super::document::Document;
use super::forms::Origin;
use super::grid::{Grid, Shape};
use super::plan_forms::{OnePlanForm, PlansForm};
use crate::domain::error::Error;
use crate::domain::live::harmless;
use crate::domain::plan::{Plan, Scope};
use crate::domain::slug::Slug;
use crate::guide::sellers::seller_name;
use crate::i18n::Messages;
use columns::{PlanRow, PlanView, UNLIMITED_MARKED, all_columns};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The columns of the list, unless the user asks for others. What the data is for has a column only if some of it is
/// restricted.
const LIST_COLUMNS: [&str; 8] =
    ["id", "name", "operator", "price", "data", "validity", "scope", "verified_on"];

/// The columns of the list under the names of the sellers, for a narrow terminal.
const SHORT_COLUMNS: &[&str] = &["name", "price", "data", "validity", "verified_on"];

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
        let footer = unlimited_footer(&[&narrow], messages);
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

/// What the mark of what is unlimited means; `None` if no cell has it.
fn unlimited_footer(grids: &[&Grid], messages: &Messages) -> Option<Block> {
    let marked = messages.tr(UNLIMITED_MARKED);
    let is_marked = grids.iter().flat_map(|grid| &grid.rows).flatten().any(|cell| *cell == marked);
    is_marked.then(|| Block::Caption(messages.tr("footer-unlimited")))
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
        let from = sources.get(key).map(|path| {
            let file = harmless(short_name(path, sources.values())).into_owned();
            row.messages.tr_with("in-brackets", [("text", file)])
        });
        vec![title, cell + &from.unwrap_or_default()]
    });
    fields.collect()
}

/// The name of a file without its folders, or its whole path if another one of these files has the same name.
fn short_name<'p>(path: &'p str, mut paths: impl Iterator<Item = &'p String>) -> &'p str {
    let Some(name) = Path::new(path).file_name() else { return path };
    let is_shared = paths.any(|other| other != path && Path::new(other).file_name() == Some(name));
    name.to_str().filter(|_| !is_shared).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_without_their_folders_if_that_is_clear() {
        let paths = ["own.csv", "of/shop.csv", "../own.csv", "/tmp/new.csv", ".."].map(str::to_owned);
        let names = paths.each_ref().map(|path| short_name(path, paths.iter()));
        assert_eq!(names, ["own.csv", "shop.csv", "../own.csv", "new.csv", ".."]);
    }
}

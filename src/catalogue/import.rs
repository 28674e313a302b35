//! Makes plans of the files of others: a map says which of their fields fill which of our columns.
//!
//! [`map`] reads the map, [`source`] the rows of the file, and [`convert`] makes cells of a row. The cells are then read by
//! the rules of the catalogue ([`plans::plan`](super::plans::plan)), so that what is written can be read. A row that does not
//! fit is reported at its place, and the others go on.
//!
//! An id depends on nothing but its row, so that it stays the same when rows are added to the source. The second row with an
//! id is therefore a problem: a number behind it would depend on the order of the rows.

pub mod convert;
pub mod json;
pub mod map;
mod reader;
pub mod shipped;
pub mod source;

use super::cells;
use super::columns::{COLUMNS, Column, Columns};
use super::delimiter::Delimiter;
use super::near::nearest_slips;
use super::plans::{Sellers, plan};
use super::problems::{Diagnostic, Problems};
use super::table::{Header, Rows};
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::domain::slug::Slug;
use convert::{ConvertedRow, passes};
use map::{FieldName, ImportMap, ValueOrigin};
use source::{SourcePlace, SourceRow, SourceRows};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What became of the rows of a source.
#[derive(Debug, Default)]
pub struct Imported {
    /// The plans, in the order of the source.
    pub plans: Vec<Arc<Plan>>,
    /// The problems of the rows that do not fit, at their places in the source.
    pub problems: Problems,
    /// How many rows do not fit.
    pub left_out: u64,
    /// How many rows the filters of the map leave out.
    pub filtered: u64,
    /// How many rows say again what an earlier one says.
    pub repeated: u64,
    /// How many rows have an amount that was rounded to the digits of its currency.
    pub rounded: u64,
}

/// Why a source cannot be imported.
#[derive(Debug)]
pub enum ImportError {
    /// The source is not valid.
    Source(Problems),
    /// The map names fields that the source does not have; the places are those of the map.
    Map(Problems),
}

/// Imports the bytes of a source. The delimiter that was `asked` for is used if the header does not show another.
///
/// # Errors
/// What makes the whole source or the map unusable.
pub fn import(bytes: &[u8], map: &ImportMap, asked: Option<Delimiter>) -> Result<Imported, ImportError> {
    let source =
        SourceRows::read(bytes, map, asked).map_err(|problems| ImportError::Source(problems.into()))?;
    let missing = missing_fields(map, &source);
    if !missing.is_empty() {
        return Err(ImportError::Map(missing.into()));
    }
    let (header, columns) = catalogue_columns().map_err(|problems| ImportError::Source(problems.into()))?;
    let mut importer = Importer {
        map,
        source: &source,
        header,
        columns,
        first: BTreeMap::new(),
        sellers: Sellers::default(),
        imported: Imported::default(),
    };
    for row in &source.rows {
        importer.add(row);
    }
    Ok(importer.imported)
}

/// The header of a catalogue with all columns.
fn catalogue_columns() -> Result<(Header, Columns), Vec<Diagnostic>> {
    let text = COLUMNS.join(",") + "\n";
    let (header, _) = Header::read(text.as_bytes(), &COLUMNS, None)?;
    let columns = Columns::new(&header)?;
    Ok((header, columns))
}

/// A problem for each field that the map needs and the source does not have, at its place in the map.
fn missing_fields(map: &ImportMap, source: &SourceRows<'_>) -> Vec<Diagnostic> {
    // A document without rows shows no fields.
    if source.names.is_empty() {
        return Vec::new();
    }
    let of_columns = map.columns.iter().filter(|column| !column.is_optional).flat_map(|column| {
        let unlimited = column.unlimited_if.iter().map(|(field, _)| std::slice::from_ref(field));
        column.origin.groups().iter().map(Vec::as_slice).chain(unlimited)
    });
    let of_filters = map.filters.iter().filter(|filter| !filter.is_optional);
    let needed = of_columns.chain(of_filters.map(|filter| std::slice::from_ref(&filter.field)));
    let is_known = |field: &FieldName| source.names.contains(&map.format.key(&field.name));
    let missing = needed.filter(|group| !group.iter().any(is_known)).filter_map(|group| group.first());
    let mut missing: Vec<&FieldName> = missing.collect();
    missing.sort_by_key(|field| (field.line, field.column));
    // Each is reported once, where the map names it first.
    let mut seen = BTreeSet::new();
    missing.retain(|field| seen.insert(field.name.as_str()));
    missing.into_iter().map(|field| missing_field(field, source)).collect()
}

fn missing_field(field: &FieldName, source: &SourceRows<'_>) -> Diagnostic {
    const MOST_NAMED: usize = 30;
    let names: Vec<&str> = source.names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let error = if let Some(similar) = nearest_slips(&field.name, &names).first() {
        Error::new("import-field-similar").with("value", field.name.as_str()).with("similar", *similar)
    } else {
        let shown = names[..names.len().min(MOST_NAMED)].join(", ");
        Error::new("import-field-missing").with("value", field.name.as_str()).with("expected", shown)
    };
    Diagnostic { line: field.line, column: field.column, cell: None, error }
}

struct Importer<'a> {
    map: &'a ImportMap,
    source: &'a SourceRows<'a>,
    header: Header,
    columns: Columns,
    /// The line and the index of the plan with each id.
    first: BTreeMap<Slug, (u64, usize)>,
    sellers: Sellers,
    imported: Imported,
}

impl Importer<'_> {
    /// Adds the plan of a row, or what is wrong with it.
    fn add(&mut self, row: &Result<SourceRow, Diagnostic>) {
        match row {
            Err(problem) => self.leave_out(vec![problem.clone()]),
            Ok(row) if !passes(self.map, row) => self.imported.filtered += 1,
            Ok(row) => {
                let converted = ConvertedRow::new(self.map, row);
                match self.plan(row, &converted) {
                    Ok(plan) => self.add_plan(row, plan, converted.is_rounded),
                    Err(problems) => self.leave_out(problems),
                }
            }
        }
    }

    /// The plan with these cells, or all that is wrong with them.
    fn plan(&self, row: &SourceRow, converted: &ConvertedRow) -> Result<Plan, Vec<Diagnostic>> {
        let mut problems: Vec<Diagnostic> = converted
            .problems
            .iter()
            .map(|(column, error)| self.problem(row, Some(*column), error.clone()))
            .collect();
        let text = cells::line(&converted.cells);
        let mut rows = Rows::new(text.as_bytes(), 1, Delimiter::COMMA);
        let mut of_cells = Vec::new();
        let plan = match rows.next(&self.header) {
            Some(Ok(cells)) => plan(&cells, &self.columns, &mut of_cells),
            Some(Err(problem)) => {
                of_cells.push(problem);
                None
            }
            // A row without any text is none.
            None => {
                problems.push(self.problem(row, None, Error::new("import-row-blank")));
                None
            }
        };
        for Diagnostic { cell, error, .. } in of_cells {
            let column = Column::ALL.into_iter().find(|column| cell.as_deref() == Some(column.name()));
            // A cell that could not be converted is blank.
            if !converted.problems.iter().any(|(known, _)| Some(*known) == column) {
                problems.push(self.problem(row, column, error));
            }
        }
        plan.filter(|_| problems.is_empty()).ok_or(problems)
    }

    fn add_plan(&mut self, row: &SourceRow, plan: Plan, is_rounded: bool) {
        let line = self.source.line(row.at);
        if let Some((first_line, index)) = self.first.get(&plan.id) {
            if *self.imported.plans[*index] == plan {
                self.imported.repeated += 1;
                return;
            }
            let error = Error::new("import-id-twice").with("value", plan.id.as_str());
            let problem = self.problem(row, Some(Column::Id), error.with("first_line", *first_line));
            self.leave_out(vec![problem]);
            return;
        }
        if let Some(error) = self.sellers.add(&plan, line) {
            let problem = self.problem(row, Some(Column::Operator), error);
            self.leave_out(vec![problem]);
            return;
        }
        self.imported.rounded += u64::from(is_rounded);
        self.first.insert(plan.id.clone(), (line, self.imported.plans.len()));
        self.imported.plans.push(Arc::new(plan));
    }

    fn leave_out(&mut self, mut problems: Vec<Diagnostic>) {
        self.imported.left_out += 1;
        self.imported.problems.add_row(&mut problems);
    }

    /// A problem at the field that a column comes from, or at the row if there is none.
    fn problem(&self, row: &SourceRow, column: Option<Column>, error: Error) -> Diagnostic {
        let origin = column.and_then(|column| self.map.of(column)).map(|mapped| &mapped.origin);
        // What is made of several fields is in none of them.
        let names = origin.and_then(|origin| match origin {
            ValueOrigin::Field(names) => Some(names),
            _ => None,
        });
        let field = names.into_iter().flatten().find_map(|name| {
            let at: SourcePlace = row.fields.get(&self.map.format.key(&name.name))?.at;
            Some((name.name.as_str(), at))
        });
        let (name, at) = match field {
            Some((name, at)) => (Some(name), at),
            None => (column.map(Column::name), row.at),
        };
        // Only so many problems are reported, and counting characters takes time.
        let is_shown = self.imported.problems.first.len() < Problems::MOST;
        let (line, character) = if is_shown { self.source.place(at) } else { (self.source.line(at), 1) };
        Diagnostic { line, column: character, cell: name.map(str::to_owned), error }
    }
}

#[cfg(test)]
mod tests;

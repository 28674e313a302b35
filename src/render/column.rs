//! Columns: what each is called by scripts and by people, and what stands in it.

use super::grid::{Grid, Head, Shape};
use crate::domain::error::Error;
use crate::i18n::Messages;

/// A column over rows of `T`.
pub struct GridColumn<T> {
    /// Its name for scripts, and the end of its title's key (`column-<key>`).
    pub key: &'static str,
    /// How its cells behave.
    pub shape: Shape,
    /// The cell for people.
    pub human: fn(&T) -> String,
    /// The cell for machines: never translated, blank for unknown.
    pub machine: fn(&T) -> String,
}

/// Who reads a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Titles and cells in the language of the words.
    Human,
    /// Keys and neutral cells.
    Machine,
}

/// The rows in the columns whose keys are asked for; else people get the usual columns, and machines all.
///
/// # Errors
/// `column-not-offered` with the key that there is not, and all that there are.
pub fn grid<T>(
    columns: &[GridColumn<T>],
    asked: Option<&[String]>,
    usual: &[&str],
    rows: &[T],
    reader: Reader,
    messages: &Messages,
) -> Result<Grid, Error> {
    let columns = match (asked, reader) {
        (Some(keys), _) => pick(columns, keys)?,
        (None, Reader::Human) => pick(columns, usual)?,
        (None, Reader::Machine) => columns.iter().collect(),
    };
    let title = |column: &GridColumn<T>| match reader {
        Reader::Human => messages.tr(&format!("column-{}", column.key)),
        Reader::Machine => column.key.to_owned(),
    };
    let cell = |column: &GridColumn<T>, row: &T| match reader {
        Reader::Human => (column.human)(row),
        Reader::Machine => (column.machine)(row),
    };
    Ok(Grid {
        heads: columns.iter().map(|column| Head { title: title(column), shape: column.shape }).collect(),
        rows: rows.iter().map(|row| columns.iter().map(|column| cell(column, row)).collect()).collect(),
        marks: Vec::new(),
    })
}

fn pick<'c, T>(
    columns: &'c [GridColumn<T>],
    keys: &[impl AsRef<str>],
) -> Result<Vec<&'c GridColumn<T>>, Error> {
    keys.iter()
        .map(|key| {
            columns.iter().find(|column| column.key == key.as_ref()).ok_or_else(|| {
                let known: Vec<_> = columns.iter().map(|column| column.key).collect();
                Error::new("column-not-offered")
                    .with("value", key.as_ref())
                    .with("expected", known.join(", "))
            })
        })
        .collect()
}

//! Columns of tables: the name and the cells of each, for scripts and for people.

use super::grid::{Grid, Head, Shape};
use crate::domain::error::Error;
use crate::i18n::Messages;

/// A column of a table whose rows are values of `T`.
pub struct GridColumn<T> {
    /// Its name for scripts. The message of its title is `column-<key>`.
    pub key: &'static str,
    /// How its cells are aligned and wrapped.
    shape: Shape,
    /// The cell for people, in their language.
    human: fn(&T) -> String,
    /// The cell for scripts: never translated, blank for unknown.
    machine: fn(&T) -> String,
}

impl<T> GridColumn<T> {
    /// A column with one cell for people and another for scripts.
    pub fn new(key: &'static str, shape: Shape, human: fn(&T) -> String, machine: fn(&T) -> String) -> Self {
        Self { key, shape, human, machine }
    }

    /// A column whose cells are the same for everybody.
    pub fn same(key: &'static str, shape: Shape, cell: fn(&T) -> String) -> Self {
        Self::new(key, shape, cell, cell)
    }

    fn head(&self, reader: Reader, messages: &Messages) -> Head {
        let title = match reader {
            Reader::Human => messages.tr(&format!("column-{}", self.key)),
            Reader::Machine => self.key.to_owned(),
        };
        Head { title, shape: self.shape }
    }

    /// The cell of a row.
    pub fn cell(&self, row: &T, reader: Reader) -> String {
        match reader {
            Reader::Human => (self.human)(row),
            Reader::Machine => (self.machine)(row),
        }
    }
}

/// Who a grid is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A person, who gets titles and cells in the language of the messages.
    Human,
    /// A script, which gets keys and cells that are never translated.
    Machine,
}

/// Makes a grid of rows. It has the columns in `asked`; if that is `None`, people get the `usual` columns and scripts
/// get all of them.
///
/// # Errors
/// `column-not-offered` with the unknown key and all known ones.
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
    Ok(Grid {
        heads: columns.iter().map(|column| column.head(reader, messages)).collect(),
        rows: rows
            .iter()
            .map(|row| columns.iter().map(|column| column.cell(row, reader)).collect())
            .collect(),
        marks: Vec::new(),
        text_lines: None,
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

//! The rows of a source: named fields with their places.

use super::json;
use super::map::{ImportMap, SourceFormat};
use crate::catalogue::delimiter::{Delimiter, Opening};
use crate::catalogue::place::{place, problem_at};
use crate::catalogue::problems::Diagnostic;
use crate::catalogue::table::{BOM, Header, column_key};
use crate::domain::error::Error;
use std::collections::{BTreeMap, BTreeSet};

/// A place of a source. The line of a byte is only counted if it is shown.
#[derive(Clone, Copy, Debug)]
pub enum SourcePlace {
    /// A line and a character of it, both counted from 1.
    Character(u64, u64),
    /// A byte of the text.
    Byte(usize),
}

/// The value of a field.
#[derive(Clone, Debug)]
pub struct SourceField {
    /// Its text.
    pub text: String,
    /// Whether it is a number of JSON, in which a point has one meaning.
    pub is_number: bool,
    /// Where it is.
    pub at: SourcePlace,
}

/// A row of a source.
#[derive(Clone, Debug)]
pub struct SourceRow {
    /// The fields by name, as far as they are wanted.
    pub fields: BTreeMap<String, SourceField>,
    /// Where it begins.
    pub at: SourcePlace,
}

/// The rows of a source.
pub struct SourceRows<'s> {
    /// The text, for the places of its bytes.
    pub text: &'s str,
    /// Where the lines of the text end.
    pub breaks: Vec<usize>,
    /// The rows, or what makes them unreadable.
    pub rows: Vec<Result<SourceRow, Diagnostic>>,
    /// The names of all fields.
    pub names: BTreeSet<String>,
}

impl<'s> SourceRows<'s> {
    /// Reads the fields that a map names. The delimiter that was `asked` for is used if the header does not show another.
    ///
    /// # Errors
    /// What makes the whole file unreadable.
    pub fn read(bytes: &'s [u8], map: &ImportMap, asked: Option<Delimiter>) -> Result<Self, Vec<Diagnostic>> {
        let wanted: BTreeSet<String> = map.fields().map(|field| map.format.key(&field.name)).collect();
        match map.format {
            SourceFormat::Csv => table(bytes, &wanted, asked),
            SourceFormat::Json => {
                let text = text_of(bytes).map_err(|problem| vec![problem])?;
                json::rows(text, &map.rows, &wanted).map_err(|problem| vec![problem])
            }
        }
    }

    /// The line of a place.
    pub fn line(&self, at: SourcePlace) -> u64 {
        match at {
            SourcePlace::Character(line, _) => line,
            SourcePlace::Byte(byte) => self.breaks.partition_point(|&end| end < byte) as u64 + 1,
        }
    }

    /// The line and the character of a place. The character of a byte is counted from the beginning of its text.
    pub fn place(&self, at: SourcePlace) -> (u64, u64) {
        match at {
            SourcePlace::Character(line, column) => (line, column),
            SourcePlace::Byte(byte) => place(self.text, byte),
        }
    }
}

impl SourceFormat {
    /// The form in which the names of fields are compared. A column of a table may be in any case.
    pub fn key(self, name: &str) -> String {
        match self {
            Self::Csv => column_key(name),
            Self::Json => name.to_owned(),
        }
    }
}

/// The text of a document, without a byte order mark.
fn text_of(bytes: &[u8]) -> Result<&str, Diagnostic> {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let (valid, _) = bytes.split_at(error.valid_up_to());
        let before = std::str::from_utf8(valid).unwrap_or_default();
        let error = Error::new("not-utf-8").with("encoding", "windows-1252");
        problem_at(before, valid.len(), error)
    })
}

fn table<'s>(
    bytes: &[u8],
    wanted: &BTreeSet<String>,
    asked: Option<Delimiter>,
) -> Result<SourceRows<'s>, Vec<Diagnostic>> {
    let keys: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let expected = keys.join(",");
    let (header, mut rows) =
        Header::at(Opening::find(bytes, &keys, asked), bytes, &[]).map_err(|mut problems| {
            for problem in &mut problems {
                problem.error = problem.error.clone().repeating("expected", expected.as_str());
            }
            problems
        })?;
    let names: Vec<String> = header.names().iter().map(|name| column_key(name)).collect();
    let mut read = Vec::new();
    while let Some(row) = rows.next(&header) {
        read.push(row.map(|row| {
            let of_wanted = names.iter().enumerate().filter(|(_, name)| wanted.contains(*name));
            let fields = of_wanted.filter_map(|(index, name)| {
                let text = row.text(Some(index))?.to_owned();
                let Diagnostic { line, column, .. } = row.problem(index, Error::new("cell-needed"));
                let at = SourcePlace::Character(line, column);
                Some((name.clone(), SourceField { text, is_number: false, at }))
            });
            SourceRow { fields: fields.collect(), at: SourcePlace::Character(row.line(), 1) }
        }));
    }
    Ok(SourceRows { text: "", breaks: Vec::new(), rows: read, names: names.into_iter().collect() })
}

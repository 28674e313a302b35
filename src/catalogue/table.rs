//! Reads CSV text as rows of named cells, each with its place in the file.
//!
//! The place of a cell is worked out only if something is wrong with it. Until then a row only knows its line.

use super::delimiter::{Delimiter, Opening};
use super::file_kind::other_kind;
use super::near::{near_miss, nearest_slips};
use super::problems::{Diagnostic, MOST_REPORTED};
use super::records::{
    Field, LONGEST_RECORD, between_quotes, blank_rows, line_breaks, misquoted, split, unquote,
};
use crate::domain::error::Error;
use crate::domain::live::is_live;
use memchr::{memchr, memrchr2};
use std::collections::BTreeSet;

/// The header row: the names of the columns and their places.
#[derive(Clone, Debug)]
pub struct Header {
    names: Vec<String>,
    raw: Vec<u8>,
    fields: Vec<Field>,
    line: u64,
    delimiter: Delimiter,
}

impl Header {
    /// Reads the header row of a file, which has unique names in any case and all of the `required` ones. Returns the
    /// rows after it, too. The delimiter that was `asked` for is used if the header does not show another.
    ///
    /// # Errors
    /// Every problem of the header.
    pub fn read<'b>(
        bytes: &'b [u8],
        required: &[&str],
        asked: Option<Delimiter>,
    ) -> Result<(Self, Rows<'b>), Vec<Diagnostic>> {
        Self::at(Opening::find(bytes, required, asked), bytes, required)
    }

    /// Reads the header row of a file whose opening is known.
    ///
    /// # Errors
    /// Every problem of the header.
    pub fn at<'b>(
        opening: Opening,
        bytes: &'b [u8],
        required: &[&str],
    ) -> Result<(Self, Rows<'b>), Vec<Diagnostic>> {
        let Opening { start, line, delimiter } = opening;
        if let Some(kind) = other_kind(&bytes[start..]) {
            let error = Error::new("file-of-another-kind").with("kind", kind);
            return Err(vec![Diagnostic { line: 1, column: 1, cell: None, error }]);
        }
        let mut rows = Rows::new(&bytes[start..], line, delimiter);
        let Some(record) = rows.record() else {
            let error = Error::new("file-empty").with("expected", required.join(","));
            return Err(vec![Diagnostic { line: 1, column: 1, cell: None, error }]);
        };
        let text = record.text(&[]).map_err(|problem| vec![problem])?;
        record.check(&text, &[]).map_err(|problem| vec![problem])?;
        let mut header = Self {
            names: Vec::new(),
            raw: record.raw.into(),
            fields: record.fields.into(),
            line: record.line,
            delimiter,
        };
        let mut problems = Vec::new();
        let mut seen = BTreeSet::new();
        for index in 0..header.fields.len() {
            let cell = text.cell(record.fields[index]);
            let name = cell.trim_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
            let is_new = name.is_empty() || seen.insert(column_key(name));
            if !is_new && problems.len() < MOST_REPORTED {
                let error = Error::new("column-twice").with("column", name);
                problems.push(header.problem(index, error));
            }
            header.names.push(name.to_owned());
        }
        while header.names.len() > 1 && header.names.last().is_some_and(String::is_empty) {
            header.names.pop();
        }
        let missing = required.iter().filter(|name| header.column(name).is_none());
        let mut missing: Vec<_> = missing.map(|name| header.missing(name)).collect();
        missing.dedup();
        problems.extend(missing);
        if problems.is_empty() { Ok((header, rows)) } else { Err(problems) }
    }

    /// The names of the columns, in the order of the file.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// What separates the cells of the file.
    pub fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// The index of the column with this name, as [`column_key`] compares names, if there is one.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|column| column_key(column) == name)
    }

    /// The problem that the column of this name is missing: because of a slip in its name, or because the first line is a
    /// comment, or altogether.
    pub fn missing(&self, name: &str) -> Diagnostic {
        let slip = self.names.iter().position(|column| !nearest_slips(column, &[name]).is_empty());
        if let Some(index) = slip {
            return Diagnostic { cell: None, ..self.problem(index, near_miss(&self.names[index], &[name])) };
        }
        let is_comment = self.names.first().is_some_and(|first| first.starts_with('#'));
        let error = if is_comment {
            Error::new("header-comment")
        } else {
            Error::new("column-missing").with("column", name)
        };
        Diagnostic { cell: None, ..self.problem(0, error) }
    }

    /// A problem at the place of a column's name.
    pub fn problem(&self, index: usize, error: Error) -> Diagnostic {
        let record = RawRecord { raw: &self.raw, valid_text: None, fields: &self.fields, line: self.line };
        record.problem(&self.names, index, error)
    }
}

/// The form in which the names of columns are compared: in lower case, with `_` between words. `Data Per` is `data_per`.
pub fn column_key(name: &str) -> String {
    name.trim().chars().map(|c| if c == ' ' || c == '-' { '_' } else { c.to_ascii_lowercase() }).collect()
}

/// The rows of a table, from the bytes of a file or from some whole records of it.
pub struct Rows<'b> {
    bytes: &'b [u8],
    /// The bytes as text, if they are known to be valid UTF-8 that does not steer a terminal.
    valid_text: Option<&'b str>,
    at: usize,
    /// The line of the byte at `at`, counted from 1.
    line: u64,
    delimiter: Delimiter,
    fields: Vec<Field>,
}

impl<'b> Rows<'b> {
    /// The rows of whole records, the first of which begins on this line.
    pub fn new(bytes: &'b [u8], line: u64, delimiter: Delimiter) -> Self {
        Self { bytes, valid_text: None, at: 0, line, delimiter, fields: Vec::new() }
    }

    /// The same rows, but the text is validated all at once, which is faster than row by row if it is valid.
    #[must_use]
    pub fn validated(self) -> Self {
        let text = std::str::from_utf8(self.bytes).ok();
        let valid_text = text.filter(|text| !may_steer(self.bytes) || !text.contains(steers));
        Self { valid_text, ..self }
    }

    /// The bytes that have not been read yet, and the line on which they begin.
    pub fn rest(&self) -> (&'b [u8], u64) {
        (&self.bytes[self.at..], self.line)
    }

    /// Reads the next row. `None` at the end. A row is a problem if it has fewer cells than the header or more that are not
    /// blank, is not UTF-8, has misplaced quotes, or contains characters that steer a terminal.
    pub fn next<'r>(&'r mut self, header: &'r Header) -> Option<Result<Row<'r>, Diagnostic>> {
        self.record().map(|record| record.row(header))
    }

    fn record(&mut self) -> Option<RawRecord<'_>> {
        let blank = blank_rows(&self.bytes[self.at..], self.delimiter);
        self.line += line_breaks(&self.bytes[self.at..self.at + blank]);
        let start = self.at + blank;
        if start == self.bytes.len() {
            self.at = start;
            return None;
        }
        let rest = &self.bytes[start..];
        let len = split(rest, 0, self.delimiter, &mut self.fields).unwrap_or(rest.len());
        let raw = &rest[..len];
        let line = self.line;
        let valid_text = self.valid_text.and_then(|text| text.get(start..start + len));
        self.at = start + len;
        self.line += if self.fields.iter().any(|field| field.quoted) {
            line_breaks(raw)
        } else {
            u64::from(matches!(raw.last(), Some(b'\n' | b'\r')))
        };
        Some(RawRecord { raw, valid_text, fields: &self.fields, line })
    }
}

/// One record, which may not be valid.
#[derive(Clone, Copy)]
struct RawRecord<'r> {
    raw: &'r [u8],
    valid_text: Option<&'r str>,
    fields: &'r [Field],
    line: u64,
}

impl<'r> RawRecord<'r> {
    fn row(self, header: &'r Header) -> Result<Row<'r>, Diagnostic> {
        let names = &header.names;
        let text = self.text(names)?;
        self.check(&text, names)?;
        let cells = self.fields.len();
        let columns = names.len();
        // Spreadsheets write blank cells after the last column.
        let is_extra = |field: &Field| !text.cell(*field).trim().is_empty();
        if cells < columns || self.fields[columns..].iter().any(is_extra) {
            let error = Error::new("row-length")
                .with("cells", cells as u64)
                .with("columns", columns as u64)
                .with("delimiter", header.delimiter.shown());
            return Err(self.problem(names, cells.min(columns), error));
        }
        Ok(Row { record: self, text, header })
    }

    /// Checks that the record is not too long, that its quotes are well placed, and that it does not steer a terminal.
    fn check(self, text: &RecordText<'_>, names: &[String]) -> Result<(), Diagnostic> {
        if self.raw.len() > LONGEST_RECORD {
            return Err(self.problem(&[], 0, Error::new("row-too-long").with("most", LONGEST_RECORD as u64)));
        }
        if memchr(b'"', self.raw).is_some() {
            let wrong = self.fields.iter().enumerate().find_map(|(index, field)| {
                Some((index, misquoted(&self.raw[field.start..field.end], field.quoted)?))
            });
            if let Some((index, code)) = wrong {
                return Err(self.problem(names, index, Error::new(code)));
            }
        }
        // The bytes are checked first, because few rows have one with which such a character begins.
        if self.valid_text.is_none()
            && may_steer(self.raw)
            && let Some(index) = self.fields.iter().position(|&field| text.cell(field).contains(steers))
        {
            let encoding = unmarked_utf_16(self.raw);
            let error = encoding.map(|encoding| Error::new("not-utf-8").with("encoding", encoding));
            let error = error.unwrap_or_else(|| Error::new("control-character"));
            return Err(self.problem(names, index, error));
        }
        Ok(())
    }

    fn text(self, names: &[String]) -> Result<RecordText<'r>, Diagnostic> {
        let Ok(text) = self.valid_text.map_or_else(|| std::str::from_utf8(self.raw), Ok) else {
            let index = self
                .fields
                .iter()
                .position(|field| std::str::from_utf8(&self.raw[field.start..field.end]).is_err());
            let error = Error::new("not-utf-8").with("encoding", likely_encoding(self.raw));
            return Err(self.problem(names, index.unwrap_or_default(), error));
        };
        let mut unquoted = Vec::new();
        for field in self.fields.iter().filter(|field| field.quoted) {
            let raw = &text[field.start..field.end];
            if between_quotes(raw).is_none() {
                unquoted.push((field.start, unquote(raw)));
            }
        }
        Ok(RecordText { text, unquoted })
    }

    /// A problem at the place of a cell, or at the end of the row if it has no such cell.
    fn problem(&self, names: &[String], index: usize, error: Error) -> Diagnostic {
        let start = self.fields.get(index).map(|field| field.start);
        let offset = start.or(self.fields.last().map(|field| field.end)).unwrap_or_default();
        let before = &self.raw[..offset];
        let line_start = memrchr2(b'\n', b'\r', before).map_or(0, |at| at + 1);
        Diagnostic {
            line: self.line + line_breaks(before),
            column: String::from_utf8_lossy(&before[line_start..]).chars().count() as u64 + 1,
            cell: names.get(index).cloned(),
            error,
        }
    }
}

/// A record as text.
struct RecordText<'r> {
    text: &'r str,
    /// The texts of the fields that contain doubled quotes, by the start of the field.
    unquoted: Vec<(usize, String)>,
}

impl RecordText<'_> {
    fn cell(&self, field: Field) -> &str {
        let raw = &self.text[field.start..field.end];
        if !field.quoted {
            return raw;
        }
        match self.unquoted.binary_search_by_key(&field.start, |(start, _)| *start) {
            Ok(index) => &self.unquoted[index].1,
            Err(_) => between_quotes(raw).unwrap_or(raw),
        }
    }
}

/// One row: its cells by column, and their places.
pub struct Row<'r> {
    record: RawRecord<'r>,
    text: RecordText<'r>,
    header: &'r Header,
}

impl Row<'_> {
    /// The text of a cell without the blanks around it. `None` if it is blank or the table has no such column.
    pub fn text(&self, index: Option<usize>) -> Option<&str> {
        let cell = self.text.cell(*self.record.fields.get(index?)?);
        let bytes = cell.as_bytes();
        let is_trimmed =
            [bytes.first(), bytes.last()].into_iter().all(|byte| byte.is_some_and(u8::is_ascii_graphic));
        let text = if is_trimmed { cell } else { cell.trim() };
        (!text.is_empty()).then_some(text)
    }

    /// The line on which the row begins.
    pub fn line(&self) -> u64 {
        self.record.line
    }

    /// The unchanged bytes of a cell; empty if the table has no such column.
    pub fn bytes(&self, index: Option<usize>) -> &[u8] {
        let field = index.and_then(|index| self.record.fields.get(index));
        field.map_or(&[], |field| &self.record.raw[field.start..field.end])
    }

    /// The unchanged bytes from the first to the last of some neighbouring cells; empty if the table does not have them.
    pub fn run(&self, first: usize, last: usize) -> &[u8] {
        let RawRecord { raw, fields, .. } = self.record;
        match (fields.get(first), fields.get(last)) {
            (Some(first), Some(last)) => &raw[first.start..last.end],
            _ => &[],
        }
    }

    /// The bytes of the row, including its line end.
    pub fn raw(&self) -> &[u8] {
        self.record.raw
    }

    /// A problem at the place of a cell, or at the end of the row if it has no such cell.
    pub fn problem(&self, index: usize, error: Error) -> Diagnostic {
        self.record.problem(&self.header.names, index, error)
    }
}

/// The encoding that a row which is not UTF-8 probably has: that of Chinese text, whose bytes come in pairs, or that of
/// Western Europe.
fn likely_encoding(row: &[u8]) -> &'static str {
    let mut others = row.split(u8::is_ascii).filter(|bytes| !bytes.is_empty());
    let is_paired = others.all(|bytes| bytes.len() % 2 == 0 && bytes.iter().all(|byte| *byte >= 0xa1));
    if is_paired { "gbk" } else { "windows-1252" }
}

/// The encoding of a row in which every other byte is 0: UTF-16 without its mark. Its first letters are those of ASCII.
fn unmarked_utf_16(row: &[u8]) -> Option<&'static str> {
    const LETTERS: usize = 4;
    let (pairs, _) = row.as_chunks::<2>();
    let first = pairs.get(..LETTERS)?;
    if first.iter().all(|pair| matches!(pair, [1..=255, 0])) {
        Some("utf-16le")
    } else if first.iter().all(|pair| matches!(pair, [0, 1..=255])) {
        Some("utf-16be")
    } else {
        None
    }
}

/// The byte order mark, which some programs put before UTF-8 text. It is not part of the text.
pub const BOM: &[u8] = b"\xef\xbb\xbf";

/// Whether a byte may belong to a [live](is_live) character: a control byte, or the first byte in UTF-8 of
/// the other controls and of the marks of direction. Looking at all bytes is faster than stopping at the first.
pub fn may_steer(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, &byte| found | may_begin_steering(byte))
}

#[inline]
const fn may_begin_steering(byte: u8) -> bool {
    byte < b' ' && byte != b'\n' || byte == 0x7f || byte == 0xc2 || byte == 0xe2
}

/// Whether a character steers a terminal, except for line breaks and tabs, which a text may contain.
fn steers(c: char) -> bool {
    is_live(c) && !matches!(c, '\n' | '\r' | '\t')
}

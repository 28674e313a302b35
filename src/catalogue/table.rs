//! CSV text as rows of named cells, each with its place in the file.
//!
//! A place is looked up only when something is wrong there: until then a row knows its line and nothing more.

use super::records::{Field, LONGEST_RECORD, between_quotes, line_breaks, misquoted, split, unquote};
use crate::domain::error::Error;
use crate::domain::live::is_live;
use memchr::{memchr, memrchr2};
use std::collections::BTreeSet;
use std::fmt;
use std::io;

/// Something wrong at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The line, counted from 1.
    pub line: u64,
    /// The character of the line, counted from 1.
    pub column: u64,
    /// The name of the column of the table, where the problem is in one.
    pub cell: Option<String>,
    /// What is wrong.
    pub error: Error,
}

/// `line:column`, the cell and the error, for developers.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.line, self.column, self.cell.as_deref().unwrap_or("-"), self.error)
    }
}

/// Why a file gave no table.
#[derive(Debug)]
pub enum ReadError {
    /// It could not be read to its end.
    Io(io::Error),
    /// It was read, and this is wrong with it.
    Problems(Problems),
    /// It would have to be read a second time, which it cannot be.
    OnlyOnce,
    /// It was read twice, and has changed between the two.
    Changed,
    /// It has more bytes than are kept.
    TooLarge(u64),
}

impl From<Vec<Diagnostic>> for ReadError {
    fn from(problems: Vec<Diagnostic>) -> Self {
        Self::Problems(problems.into())
    }
}

/// What is wrong with a file: the first of its problems, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The first ones, in the order of their places.
    pub first: Vec<Diagnostic>,
    /// How many there are in all.
    pub count: u64,
}

impl Problems {
    /// How many problems of a file are told one by one.
    pub const MOST: usize = 1000;

    /// Adds the problems of one row, of which only so many are remembered.
    pub fn add_row(&mut self, of_row: &mut Vec<Diagnostic>) {
        self.count += of_row.len() as u64;
        if self.first.len() < Self::MOST {
            self.first.append(of_row);
        }
        of_row.clear();
    }

    /// Adds what is wrong with other rows of the file.
    pub fn add(&mut self, other: Self) {
        self.count += other.count;
        self.first.extend(other.first);
        self.first.sort_by_key(|problem| (problem.line, problem.column));
        self.first.truncate(Self::MOST);
    }
}

/// What is wrong with the rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowProblems {
    fatal: Problems,
    out_of_bounds: Problems,
    /// How many rows have numbers past their bounds and nothing else wrong.
    rows_left_out: u64,
}

/// The codes of numbers that are well written and larger than can be counted.
const OUT_OF_BOUNDS: [&str; 4] =
    ["amount-too-large", "number-too-large", "validity-too-long", "volume-too-large"];

impl RowProblems {
    /// Adds the problems of one row, and leaves none behind.
    pub fn add_row(&mut self, of_row: &mut Vec<Diagnostic>) {
        if of_row.iter().all(|problem| OUT_OF_BOUNDS.contains(&problem.error.code())) {
            self.rows_left_out += u64::from(!of_row.is_empty());
            self.out_of_bounds.add_row(of_row);
        } else {
            self.fatal.add_row(of_row);
        }
    }

    /// Adds what is wrong with other rows of the file.
    pub fn add(&mut self, other: Self) {
        self.fatal.add(other.fatal);
        self.out_of_bounds.add(other.out_of_bounds);
        self.rows_left_out += other.rows_left_out;
    }

    /// Everything that is wrong.
    pub fn into_all(mut self) -> Problems {
        self.fatal.add(self.out_of_bounds);
        self.fatal
    }

    /// A warning for each number past its bound, as far as somebody would read them, and one for the rows that are left
    /// out because of them.
    ///
    /// # Errors
    /// Everything that is wrong, if anything else is wrong or no row can be used.
    pub fn into_warnings(self, usable_rows: usize) -> Result<Vec<Diagnostic>, Problems> {
        if self.fatal.count > 0 || usable_rows == 0 && self.rows_left_out > 0 {
            return Err(self.into_all());
        }
        let mut warnings = self.out_of_bounds.first;
        warnings.sort_by_key(|problem| (problem.line, problem.column));
        warnings.truncate(Header::MOST_TOLD);
        let error = Error::new("rows-left-out").with("rows", self.rows_left_out);
        let left_out = warnings.first().map(|first| Diagnostic { cell: None, error, ..first.clone() });
        warnings.extend(left_out);
        Ok(warnings)
    }
}

impl From<Problems> for ReadError {
    fn from(problems: Problems) -> Self {
        Self::Problems(problems)
    }
}

impl From<Vec<Diagnostic>> for Problems {
    fn from(first: Vec<Diagnostic>) -> Self {
        Self { count: first.len() as u64, first }
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The header row: the names of the columns, and where they stand.
#[derive(Clone, Debug)]
pub struct Header {
    names: Vec<String>,
    raw: Vec<u8>,
    fields: Vec<Field>,
    line: u64,
}

impl Header {
    /// Of how many columns it is said that something is wrong: to find the place of each takes the whole row.
    pub const MOST_TOLD: usize = 100;

    /// Reads the header row of a file: names, none of them twice, all of `required` among them. The rows follow it.
    ///
    /// # Errors
    /// All that is wrong with the header.
    pub fn read<'b>(bytes: &'b [u8], required: &[&str]) -> Result<(Self, Rows<'b>), Vec<Diagnostic>> {
        let mut rows = Rows::of(bytes.strip_prefix(BOM).unwrap_or(bytes), 1);
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
        };
        let mut problems = Vec::new();
        let mut seen = BTreeSet::new();
        for index in 0..header.fields.len() {
            let name = text.cell(record.fields[index]).trim_matches(['\u{feff}', ' ']);
            if !seen.insert(name) && problems.len() < Self::MOST_TOLD {
                let error = Error::new("column-twice").with("column", name);
                problems.push(header.problem(index, error));
            }
            header.names.push(name.to_owned());
        }
        for missing in required.iter().filter(|name| header.column(name).is_none()) {
            let error = Error::new("column-missing").with("column", *missing);
            problems.push(Diagnostic { cell: None, ..header.problem(0, error) });
        }
        if problems.is_empty() { Ok((header, rows)) } else { Err(problems) }
    }

    /// The names of the columns.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The index of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|column| column == name)
    }

    /// A problem at the place of a column's name.
    pub fn problem(&self, index: usize, error: Error) -> Diagnostic {
        let record = RawRecord { raw: &self.raw, sound: None, fields: &self.fields, line: self.line };
        record.problem(&self.names, index, error)
    }
}

/// The rows of a table, from the bytes of a file or from some whole records of it.
pub struct Rows<'b> {
    bytes: &'b [u8],
    /// The bytes as text, where they are known to be one that steers no terminal.
    sound: Option<&'b str>,
    at: usize,
    /// The line of the place `at`, counted from 1.
    line: u64,
    fields: Vec<Field>,
}

impl<'b> Rows<'b> {
    /// The rows of whole records, the first of which begins on this line.
    pub fn of(bytes: &'b [u8], line: u64) -> Self {
        Self { bytes, sound: None, at: 0, line, fields: Vec::new() }
    }

    /// The same, their bytes looked at all together: where they are sound, which is faster than row by row.
    pub fn of_whole(bytes: &'b [u8], line: u64) -> Self {
        let sound = std::str::from_utf8(bytes).ok();
        let sound = sound.filter(|text| !may_steer(bytes) || !text.contains(steers));
        Self { sound, ..Self::of(bytes, line) }
    }

    /// What has not been read yet, and the line on which it begins.
    pub fn rest(&self) -> (&'b [u8], u64) {
        (&self.bytes[self.at..], self.line)
    }

    /// Reads the next row; `None` at the end. A row that is not as long as the header, is not UTF-8, leaves a quote
    /// open or holds what steers a terminal is a problem.
    pub fn next<'r>(&'r mut self, header: &'r Header) -> Option<Result<Row<'r>, Diagnostic>> {
        self.record().map(|record| record.row(header))
    }

    fn record(&mut self) -> Option<RawRecord<'_>> {
        let blank = self.bytes[self.at..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        self.line += line_breaks(&self.bytes[self.at..self.at + blank]);
        let start = self.at + blank;
        if start == self.bytes.len() {
            self.at = start;
            return None;
        }
        let raw = &self.bytes[start..];
        let len = split(raw, 0, &mut self.fields).unwrap_or(raw.len());
        let (raw, line) = (&raw[..len], self.line);
        let sound = self.sound.and_then(|text| text.get(start..start + len));
        self.at = start + len;
        self.line += if self.fields.iter().any(|field| field.quoted) {
            line_breaks(raw)
        } else {
            u64::from(matches!(raw.last(), Some(b'\n' | b'\r')))
        };
        Some(RawRecord { raw, sound, fields: &self.fields, line })
    }
}

/// One record, sound or not.
#[derive(Clone, Copy)]
struct RawRecord<'r> {
    raw: &'r [u8],
    sound: Option<&'r str>,
    fields: &'r [Field],
    line: u64,
}

impl<'r> RawRecord<'r> {
    fn row(self, header: &'r Header) -> Result<Row<'r>, Diagnostic> {
        let names = &header.names;
        let text = self.text(names)?;
        self.check(&text, names)?;
        let (cells, columns) = (self.fields.len(), names.len());
        if cells != columns {
            let error = Error::new("row-length").with("cells", cells as u64).with("columns", columns as u64);
            return Err(self.problem(names, cells.min(columns), error));
        }
        Ok(Row { record: self, text, header })
    }

    /// Whether its bytes may be used as they stand: it is not too long, its quotes are well placed, and nothing in it
    /// steers a terminal.
    fn check(self, text: &RecordText<'_>, names: &[String]) -> Result<(), Diagnostic> {
        if self.raw.len() > LONGEST_RECORD {
            return Err(self.problem(&[], 0, Error::new("row-too-long").with("most", LONGEST_RECORD as u64)));
        }
        if memchr(b'"', self.raw).is_some() {
            let wrong = |field: &Field| misquoted(&self.raw[field.start..field.end], field.quoted);
            let mut wrong = self.fields.iter().map(wrong).enumerate();
            if let Some((index, code)) = wrong.find_map(|(index, code)| Some((index, code?))) {
                return Err(self.problem(names, index, Error::new(code)));
            }
        }
        // The bytes are looked at first: few rows have one that such a character begins with.
        if self.sound.is_none()
            && may_steer(self.raw)
            && let Some(index) = self.fields.iter().position(|&field| text.cell(field).contains(steers))
        {
            return Err(self.problem(names, index, Error::new("control-character")));
        }
        Ok(())
    }

    fn text(self, names: &[String]) -> Result<RecordText<'r>, Diagnostic> {
        let text = self.sound.map_or_else(|| std::str::from_utf8(self.raw), Ok);
        let Ok(text) = text else {
            let is_bad = |field: &Field| std::str::from_utf8(&self.raw[field.start..field.end]).is_err();
            let index = self.fields.iter().position(is_bad).unwrap_or_default();
            return Err(self.problem(names, index, Error::new("not-utf-8")));
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

    /// A problem at the place of a cell; past the last one, at the end of the row.
    fn problem(&self, names: &[String], index: usize, error: Error) -> Diagnostic {
        let offset = self.fields.get(index).map(|field| field.start);
        let offset = offset.or(self.fields.last().map(|field| field.end)).unwrap_or_default();
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

/// A record as text, with the texts of those fields, by their place, in which quotes stand for something else.
struct RecordText<'r> {
    text: &'r str,
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

/// One row: its cells by column, and where they stand.
pub struct Row<'r> {
    record: RawRecord<'r>,
    text: RecordText<'r>,
    header: &'r Header,
}

impl Row<'_> {
    /// The text of a cell without the blanks around it; `None` where it is blank or there is no such column.
    pub fn text(&self, index: Option<usize>) -> Option<&str> {
        let text = self.text.cell(*self.record.fields.get(index?)?);
        let is_trimmed = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        let bytes = text.as_bytes();
        let text = if is_trimmed(bytes.first()) && is_trimmed(bytes.last()) { text } else { text.trim() };
        (!text.is_empty()).then_some(text)
    }

    /// The line on which the row begins.
    pub fn line(&self) -> u64 {
        self.record.line
    }

    /// The bytes of a cell as they stand; none where there is no such column.
    pub fn bytes(&self, index: Option<usize>) -> &[u8] {
        let field = index.and_then(|index| self.record.fields.get(index));
        field.map_or(&[], |field| &self.record.raw[field.start..field.end])
    }

    /// The bytes of some cells side by side, from the first to the last, as they stand.
    pub fn run(&self, first: usize, last: usize) -> &[u8] {
        let field = |index| self.record.fields.get(index);
        field(first).zip(field(last)).map_or(&[], |(first, last)| &self.record.raw[first.start..last.end])
    }

    /// The bytes of the row, with its line end.
    pub fn raw(&self) -> &[u8] {
        self.record.raw
    }

    /// A problem at the place of a cell; past the last one, at the end of the row.
    pub fn problem(&self, index: usize, error: Error) -> Diagnostic {
        self.record.problem(&self.header.names, index, error)
    }
}

/// The mark that some programs put before UTF-8 text. It is no text.
pub const BOM: &[u8] = b"\xef\xbb\xbf";

/// Whether some byte may belong to what [`steers`] a terminal: one below a blank, or one with which the later controls
/// and the marks of direction begin in UTF-8. All bytes are looked at, which takes fewer steps than to stop at the first.
pub fn may_steer(bytes: &[u8]) -> bool {
    let may = |byte: u8| byte < b' ' && byte != b'\n' || byte == 0x7f || byte == 0xc2 || byte == 0xe2;
    bytes.iter().fold(false, |found, &byte| found | may(byte))
}

/// A line break or a tab may be in a text; anything else that steers a terminal may not.
fn steers(c: char) -> bool {
    is_live(c) && !matches!(c, '\n' | '\r' | '\t')
}

//! A CSV file as rows of named cells, each with its place in the file.
//!
//! The csv crate tells where a record begins, not where its fields do. So the raw bytes since the last record
//! are kept beside it, and a place is looked up in them only when something is wrong there.

use crate::domain::figure::Fault;
use csv::StringRecord;
use std::fmt;
use std::io;

/// Something wrong at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: u64,
    /// The character of the line, counted from 1.
    pub column: u64,
    /// The name of the column of the table, where the problem is in one.
    pub cell: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

/// `line:column`, the cell and the fault, for developers.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.line, self.column, self.cell.as_deref().unwrap_or("-"), self.fault)
    }
}

/// Why a file gave no table.
#[derive(Debug)]
pub enum ReadError {
    /// It could not be read to its end.
    Io(io::Error),
    /// It was read, and this is wrong with it: every problem, in the order of their places.
    Problems(Vec<Problem>),
}

impl From<Vec<Problem>> for ReadError {
    fn from(problems: Vec<Problem>) -> Self {
        Self::Problems(problems)
    }
}

/// A table being read.
pub struct Table<R> {
    reader: csv::Reader<Kept<R>>,
    header: Vec<String>,
    record: StringRecord,
}

impl<R: io::Read> Table<R> {
    /// Reads the header row: names, none of them twice, all of `required` among them.
    ///
    /// # Errors
    /// All that is wrong with the header, or the error that kept it from being read.
    pub fn open(input: R, required: &[&str]) -> Result<Self, ReadError> {
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(Kept {
            inner: input,
            bytes: Vec::new(),
            start: 0,
        });
        let mut table = Self { reader, header: Vec::new(), record: StringRecord::new() };
        match table.advance()? {
            Read::Row => {}
            Read::NotText(problem) => return Err(vec![problem].into()),
            Read::End => {
                let fault = Fault::new("file-empty").with("expected", required.join(","));
                return Err(vec![Problem { line: 1, column: 1, cell: None, fault }].into());
            }
        }
        let mut problems = Vec::new();
        for (index, cell) in table.record.iter().enumerate() {
            let name = cell.trim_matches(['\u{feff}', ' ']).to_owned();
            if table.header.contains(&name) {
                let fault = Fault::new("column-twice").with("column", name.as_str());
                problems.push(table.row().problem(index, fault));
            }
            table.header.push(name);
        }
        for missing in required.iter().filter(|name| !table.header.iter().any(|column| column == **name)) {
            let fault = Fault::new("column-missing").with("column", *missing);
            problems.push(Problem { cell: None, ..table.row().problem(0, fault) });
        }
        if problems.is_empty() { Ok(table) } else { Err(problems.into()) }
    }

    /// The names of the columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The place of a column's name; only before the first row is read.
    pub fn header_problem(&self, index: usize, fault: Fault) -> Problem {
        self.row().problem(index, fault)
    }

    /// The index of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// Reads the next row; `None` at the end of the file. A row that is not as long as the header, is not
    /// UTF-8 or leaves a quote open is a problem.
    ///
    /// # Errors
    /// The error that kept the file from being read.
    pub fn next_row(&mut self) -> io::Result<Option<Result<Row<'_>, Problem>>> {
        Ok(match self.advance()? {
            Read::Row => Some(self.sound_row()),
            Read::NotText(problem) => Some(Err(problem)),
            Read::End => None,
        })
    }

    fn sound_row(&self) -> Result<Row<'_>, Problem> {
        let row = self.row();
        // A quote that is never closed makes the rest of the file one field: only the last record can have one.
        let at_the_end = self.reader.position().byte() == self.reader.get_ref().end();
        if at_the_end && let Some(index) = self.open_quote() {
            return Err(row.problem(index, Fault::new("quote-not-closed")));
        }
        let (cells, columns) = (self.record.len(), self.header.len());
        if cells != columns {
            let fault = Fault::new("row-length").with("cells", cells as u64).with("columns", columns as u64);
            return Err(row.problem(cells.min(columns), fault));
        }
        // A line break may stand in a text; anything else that steers a terminal may not. The bytes are looked at
        // first: few rows have one below a blank, or the one with which the later controls begin in UTF-8.
        let suspect = self.record.as_slice().bytes().any(|byte| byte < b' ' || byte == 0x7f || byte == 0xc2);
        let steers = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let bad = || self.record.iter().position(|cell| cell.contains(steers));
        if suspect && let Some(index) = bad() {
            return Err(row.problem(index, Fault::new("control-character")));
        }
        Ok(row)
    }

    fn advance(&mut self) -> io::Result<Read> {
        let start = self.record.position().map_or(0, csv::Position::byte);
        self.reader.get_mut().forget_before(start);
        match self.reader.read_record(&mut self.record) {
            Ok(true) => Ok(Read::Row),
            Ok(false) => Ok(Read::End),
            Err(error) => match error.kind() {
                csv::ErrorKind::Utf8 { pos: Some(position), err } => {
                    let row = self.row_at(Some(position));
                    Ok(Read::NotText(row.problem(err.field(), Fault::new("not-utf-8"))))
                }
                _ => Err(error.into()),
            },
        }
    }

    fn row(&self) -> Row<'_> {
        self.row_at(self.record.position())
    }

    fn row_at(&self, position: Option<&csv::Position>) -> Row<'_> {
        Row {
            record: &self.record,
            header: &self.header,
            raw: self.reader.get_ref().since(position.map_or(0, csv::Position::byte)),
            line: position.map_or(1, csv::Position::line),
        }
    }

    /// The field whose quote the last record of the file leaves open.
    fn open_quote(&self) -> Option<usize> {
        let row = self.row();
        let mut fields = Fields::of(row.raw);
        let last = fields.by_ref().take(self.record.len()).last();
        last.filter(|field| field.open).map(|field| field.index)
    }
}

/// What reading a record came to.
enum Read {
    Row,
    NotText(Problem),
    End,
}

/// One row: its cells by column, and where they stand.
pub struct Row<'t> {
    record: &'t StringRecord,
    header: &'t [String],
    raw: &'t [u8],
    line: u64,
}

impl<'t> Row<'t> {
    /// The text of a cell without the blanks around it; `None` where it is blank or there is no such column.
    pub fn text(&self, index: Option<usize>) -> Option<&'t str> {
        let text = self.record.get(index?)?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The line on which the row begins.
    pub fn line(&self) -> u64 {
        self.line + leading_breaks(self.raw)
    }

    /// A problem at the place of a cell; past the last one, at the end of the row.
    pub fn problem(&self, index: usize, fault: Fault) -> Problem {
        let mut offset = 0;
        // A record that is not text has been thrown away: its cells are looked for up to the bad one.
        let cells = if self.record.is_empty() { index + 1 } else { self.record.len() };
        for field in Fields::of(self.raw).take(cells) {
            offset = field.end;
            if field.index == index {
                offset = field.start;
                break;
            }
        }
        let before = &self.raw[..offset];
        let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        let line_text = &before[line_start..];
        let line_text = line_text.strip_prefix(BOM).unwrap_or(line_text);
        Problem {
            line: self.line + line_breaks(before),
            column: String::from_utf8_lossy(line_text).trim_start_matches('\r').chars().count() as u64 + 1,
            cell: self.header.get(index).cloned(),
            fault,
        }
    }
}

const BOM: &[u8] = b"\xef\xbb\xbf";

fn line_breaks(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|&&b| b == b'\n').count() as u64
}

/// Blank lines before a record belong to it in the csv crate's count.
fn leading_breaks(bytes: &[u8]) -> u64 {
    let blank = bytes.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
    line_breaks(&bytes[..blank])
}

/// Where one field stands in the raw bytes of its record.
struct Field {
    index: usize,
    start: usize,
    end: usize,
    /// Whether its quote is never closed.
    open: bool,
}

/// The fields of the record at the start of some bytes.
struct Fields<'b> {
    bytes: &'b [u8],
    at: usize,
    index: usize,
}

impl<'b> Fields<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        let mut at = bytes.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        if bytes[at..].starts_with(BOM) {
            at += BOM.len();
        }
        Self { bytes, at, index: 0 }
    }
}

impl Iterator for Fields<'_> {
    type Item = Field;

    fn next(&mut self) -> Option<Field> {
        let (start, index) = (self.at, self.index);
        let mut quoted = self.bytes.get(start) == Some(&b'"');
        let mut end = start + usize::from(quoted);
        while let Some(&byte) = self.bytes.get(end) {
            match byte {
                // A doubled quote closes and opens again: the state after both is the same.
                b'"' if self.bytes.get(start) == Some(&b'"') => quoted = !quoted,
                b',' | b'\r' | b'\n' if !quoted => break,
                _ => {}
            }
            end += 1;
        }
        self.at = end + 1;
        self.index += 1;
        Some(Field { index, start, end, open: quoted })
    }
}

/// A reader that keeps what it has read since a place.
struct Kept<R> {
    inner: R,
    bytes: Vec<u8>,
    /// The place of the first kept byte in the file.
    start: u64,
}

impl<R> Kept<R> {
    /// How much may lie before the place that is still needed: dropping moves the rest, so it is done seldom.
    const SLACK: usize = 1 << 20;

    fn forget_before(&mut self, byte: u64) {
        let before = usize::try_from(byte - self.start).unwrap_or(usize::MAX).min(self.bytes.len());
        if before >= Self::SLACK {
            self.bytes.drain(..before);
            self.start = byte;
        }
    }

    fn end(&self) -> u64 {
        self.start + self.bytes.len() as u64
    }

    fn since(&self, byte: u64) -> &[u8] {
        let from = usize::try_from(byte - self.start).unwrap_or(usize::MAX);
        self.bytes.get(from..).unwrap_or_default()
    }
}

impl<R: io::Read> io::Read for Kept<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.bytes.extend_from_slice(&buffer[..count]);
        Ok(count)
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

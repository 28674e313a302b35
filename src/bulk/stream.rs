//! Reads the rows of a catalogue that is too large to keep in memory: several threads validate them and pass them on.
//!
//! Each thread takes the next block of whole records from the file, reads it, and passes its rows to its own taker. The
//! results of the takers and the problems of the file do not depend on the number of threads.

use super::reader::{
    Marked, MarkedRow, PADDING, Plain, PlainRow, StructuralIndex, WINDOW, last_end_at_speed, may_hold,
};
use crate::catalogue::columns::{Blanks, Column, Columns};
use crate::catalogue::delimiter::Delimiter;
use crate::catalogue::plans::plan;
use crate::catalogue::problems::{Diagnostic, RowProblems};
use crate::catalogue::records::{LONGEST_RECORD, last_end, line_breaks};
use crate::catalogue::table::{Header, Row, Rows, may_steer};
use crate::domain::error::Error;
use crate::domain::live::is_live;
use crate::domain::plan::Plan;
use fearless_simd::{Level, Simd, dispatch};
use std::cell::LazyCell;
use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// One record of the file, from which its plan can be read again. Records are ordered by their lines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// The line on which it begins.
    pub line: u64,
    bytes: Box<[u8]>,
}

/// A valid row.
#[derive(Debug)]
pub enum ValidRow<'r> {
    /// The values of a row that the fast reader has read, and its bytes.
    Plain(PlainRow<'r>, &'r [u8]),
    /// The plan of a row that the exact rules have read.
    Exact(Box<Plan>),
}

impl ValidRow<'_> {
    /// Whether its plan is a SIM.
    pub fn is_sim(&self) -> bool {
        match self {
            Self::Plain(row, _) => row.is_sim,
            Self::Exact(plan) => plan.is_sim(),
        }
    }

    /// The bytes of the id.
    pub fn id(&self) -> &[u8] {
        match self {
            Self::Plain(row, _) => row.id,
            Self::Exact(plan) => plan.id.as_str().as_bytes(),
        }
    }
}

/// Takes valid rows.
pub trait Taker: Send {
    /// Takes a row. `record` copies the bytes of the row.
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record);

    /// Three lower-case letters that the kind of a row must contain, in any case. From now on other rows are skipped
    /// without validating them, and so are blocks that do not contain the letters. `None` means that all rows are
    /// wanted.
    fn word(&self) -> Option<[u8; 3]> {
        None
    }

    /// Is called on the thread of the taker when it gets no more rows.
    fn end(&mut self) {}
}

/// The header and the columns of a file.
#[derive(Debug)]
pub struct FileLayout {
    /// The names of the columns and their places.
    pub header: Header,
    /// The columns of the format among them.
    pub columns: Columns,
}

/// The result of reading a file.
#[derive(Debug)]
pub struct Found<T> {
    /// The takers. Their results must not be used if the problems make the file unusable.
    pub takers: Vec<T>,
    /// How many valid rows they have taken.
    pub rows: usize,
    /// Warnings about columns and blank cells.
    pub warnings: Vec<Diagnostic>,
    /// The problems of the rows.
    pub problems: RowProblems,
}

impl<T> Found<T> {
    /// Converts the takers.
    pub fn map<U>(self, other: impl FnMut(T) -> U) -> Found<U> {
        let takers = self.takers.into_iter().map(other).collect();
        Found { takers, rows: self.rows, warnings: self.warnings, problems: self.problems }
    }
}

/// Reads the rows of an input without its header, with a thread for each taker. The first row is on this line of its
/// file.
///
/// # Errors
/// If the input cannot be read.
pub fn read<T: Taker>(
    input: impl Read + Send,
    layout: &FileLayout,
    line: u64,
    block: usize,
    mut takers: Vec<T>,
) -> io::Result<Found<T>> {
    let blocks = &Mutex::new(Blocks::new(input, line, block, layout.header.delimiter()));
    let own = takers.pop();
    let workers: io::Result<Vec<Worker<'_, T>>> = thread::scope(|scope| {
        // If a thread cannot be started, the others take its blocks.
        let threads: Vec<_> = takers
            .into_iter()
            .map_while(|taker| {
                thread::Builder::new()
                    .spawn_scoped(scope, move || Worker::new(taker, layout).run(blocks))
                    .ok()
            })
            .collect();
        let own = own.map(|taker| Worker::new(taker, layout).run(blocks));
        let others = threads.into_iter().map(|thread| match thread.join() {
            Ok(worker) => worker,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        others.chain(own).collect()
    });
    let mut takers = Vec::new();
    let mut rows = 0;
    let mut problems = RowProblems::default();
    let mut blanks = Blanks::default();
    for worker in workers? {
        rows += worker.rows;
        problems.add(worker.problems);
        blanks.add(worker.blanks);
        takers.push(worker.taker);
    }
    let mut warnings = layout.columns.warnings(&layout.header);
    warnings.extend(blanks.warnings());
    Ok(Found { takers, rows, warnings, problems })
}

impl Record {
    /// The record of a row.
    pub fn of_row(row: &Row<'_>) -> Self {
        Self { line: row.line(), bytes: row.raw().into() }
    }
}

impl FileLayout {
    /// Parses the header in the first bytes of a file. Returns the layout, the bytes after the header, and the line on
    /// which these begin.
    ///
    /// # Errors
    /// Every problem of the header.
    pub fn parse<'b>(
        head: &'b [u8],
        required: &[&str],
        asked: Option<Delimiter>,
    ) -> Result<(Self, &'b [u8], u64), Vec<Diagnostic>> {
        let (header, rows) = Header::read(head, required, asked)?;
        let (bytes, line) = rows.rest();
        Ok((Self { columns: Columns::new(&header)?, header }, bytes, line))
    }

    /// The plan of a valid record.
    pub fn plan(&self, record: &Record) -> Option<Plan> {
        let mut rows = Rows::new(&record.bytes, record.line, self.header.delimiter());
        plan(&rows.next(&self.header)?.ok()?, &self.columns, &mut Vec::new())
    }

    /// Passes a valid record and its plan to `look`.
    pub fn look_at(&self, record: &Record, look: impl FnOnce(&Row<'_>, &Plan)) {
        let mut rows = Rows::new(&record.bytes, record.line, self.header.delimiter());
        let Some(Ok(row)) = rows.next(&self.header) else { return };
        if let Some(plan) = plan(&row, &self.columns, &mut Vec::new()) {
            look(&row, &plan);
        }
    }

    /// A problem at the place of a cell of a record.
    pub fn problem(&self, record: &Record, column: Column, error: Error) -> Option<Diagnostic> {
        let mut rows = Rows::new(&record.bytes, record.line, self.header.delimiter());
        let row = rows.next(&self.header)?.ok()?;
        Some(row.problem(self.columns.index(column).unwrap_or(0), error))
    }
}

/// A row with odd bytes, without the `\r` of its line end. `None` if the bytes are not valid text or may steer a
/// terminal.
fn even<'b>(
    row: Marked<'b>,
    bytes: &[u8],
    is_text: bool,
    adjusted: &'b mut [u32; WINDOW],
) -> Option<Marked<'b>> {
    let row_end = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let line = row_end.strip_suffix(b"\r").unwrap_or(row_end);
    let steers = may_steer(line);
    if steers || !is_text {
        let text = std::str::from_utf8(line).ok()?;
        if steers && text.contains(is_live) {
            return None;
        }
    }
    if line.len() == row_end.len() {
        return Some(row);
    }
    *adjusted = *row.ends;
    *adjusted.get_mut(row.width)? -= 1;
    Some(Marked { ends: adjusted, ..row })
}

/// One thread, and what it has found so far.
struct Worker<'l, T: Taker> {
    taker: T,
    rows: usize,
    layout: &'l FileLayout,
    problems: RowProblems,
    of_row: Vec<Diagnostic>,
    blanks: Blanks,
    marks: StructuralIndex,
    plain: Plain,
}

impl<'l, T: Taker> Worker<'l, T> {
    fn new(taker: T, layout: &'l FileLayout) -> Self {
        Self {
            taker,
            rows: 0,
            layout,
            problems: RowProblems::default(),
            of_row: Vec::new(),
            blanks: Blanks::default(),
            marks: StructuralIndex::default(),
            plain: Plain::new(&layout.columns, layout.header.names().len()),
        }
    }

    fn run(mut self, blocks: &Mutex<Blocks<impl Read>>) -> io::Result<Self> {
        let level = Level::new();
        let mut block = RecordBlock::default();
        loop {
            // Only one thread reads the file at a time, while the others work on their blocks.
            let mut file = blocks.lock().unwrap_or_else(PoisonError::into_inner);
            let more = file.read(&mut block)?;
            drop(file);
            if !more {
                self.taker.end();
                return Ok(self);
            }
            dispatch!(level, simd => self.block(simd, &block));
        }
    }

    /// Reads a block: plain rows with the fast reader, the others by the exact rules.
    #[expect(
        clippy::inline_always,
        reason = "it must be inlined into a function that may use all instructions of the processor"
    )]
    #[inline(always)]
    fn block<S: Simd>(&mut self, simd: S, block: &RecordBlock) {
        let padded = block.padded();
        let bytes = block.bytes();
        let word = self.taker.word();
        if word.is_some_and(|word| !may_hold(simd, bytes, padded, word)) {
            return;
        }
        let mut lines = LineCounter { bytes, at: 0, line: block.line };
        let mut marks = std::mem::take(&mut self.marks);
        if marks.set(simd, bytes, self.layout.header.delimiter()) {
            let is_text = LazyCell::new(|| std::str::from_utf8(bytes).is_ok());
            let mut start = 0;
            let mut adjusted = [0; WINDOW];
            for MarkedRow { ends, width, last } in marks.rows() {
                let marked = Marked { padded, ends, width };
                let of_row = &bytes[start..=last];
                if word.is_some_and(|word| !self.plain.may_be(marked, word)) {
                    start = last + 1;
                    continue;
                }
                let evened = match marks.has_odd_bytes {
                    _ if of_row.len() > LONGEST_RECORD => None,
                    true if marks.may_steer || !*is_text => even(marked, of_row, *is_text, &mut adjusted),
                    _ => Some(marked),
                };
                // A closure would be a separate function, which may not use the instructions of the processor.
                let plain = match evened {
                    Some(row) => self.plain.row(simd, row, &mut self.blanks),
                    None => None,
                };
                if let Some(row) = plain {
                    self.rows += 1;
                    self.taker.take(ValidRow::Plain(row, of_row), || Record {
                        line: lines.line_of(start),
                        bytes: of_row.into(),
                    });
                } else {
                    self.exactly(of_row, lines.line_of(start));
                }
                start = last + 1;
            }
            if start < bytes.len() {
                self.exactly(&bytes[start..], lines.line_of(start));
            }
        } else {
            self.exactly(bytes, block.line);
        }
        self.marks = marks;
    }

    /// Reads rows by the exact rules.
    #[inline(never)]
    fn exactly(&mut self, bytes: &[u8], line: u64) {
        let FileLayout { header, columns } = self.layout;
        let mut rows = Rows::new(bytes, line, header.delimiter());
        while let Some(row) = rows.next(header) {
            match row {
                Err(problem) => self.of_row.push(problem),
                Ok(row) => {
                    self.blanks.note(&row, columns);
                    if let Some(plan) = plan(&row, columns, &mut self.of_row) {
                        self.plain.learn(&row, columns, &plan);
                        self.rows += 1;
                        self.taker.take(ValidRow::Exact(Box::new(plan)), || Record {
                            line: row.line(),
                            bytes: row.raw().into(),
                        });
                    }
                }
            }
            self.problems.add_row(&mut self.of_row);
        }
    }
}

/// Counts the lines of a block, up to the last place whose line is needed.
struct LineCounter<'b> {
    bytes: &'b [u8],
    at: usize,
    /// The line of the byte at `at`.
    line: u64,
}

impl LineCounter<'_> {
    /// The line of a place, which must not be before the last one.
    fn line_of(&mut self, place: usize) -> u64 {
        self.line += line_breaks(&self.bytes[self.at..place]);
        self.at = place;
        self.line
    }
}

/// Reads a file in blocks.
struct Blocks<R> {
    input: R,
    /// The size of a block. A block with a longer record is larger.
    size: usize,
    /// The beginning of a record whose end has not been read yet.
    carry: Vec<u8>,
    /// The line on which the next block begins.
    line: u64,
    delimiter: Delimiter,
    ended: bool,
}

/// One block of whole records. The last record of the file may lack its line end.
#[derive(Debug, Default)]
struct RecordBlock {
    /// The line of the file on which it begins.
    line: u64,
    buffer: Vec<u8>,
    len: usize,
}

impl RecordBlock {
    fn bytes(&self) -> &[u8] {
        &self.buffer[..self.len]
    }

    /// The records, followed by [`PADDING`] bytes without meaning.
    fn padded(&self) -> &[u8] {
        &self.buffer[..self.len + PADDING]
    }
}

impl<R: Read> Blocks<R> {
    /// The blocks of an input that begins with a record on this line of its file.
    fn new(input: R, line: u64, size: usize, delimiter: Delimiter) -> Self {
        Self { input, size: size.max(1), carry: Vec::new(), line, delimiter, ended: false }
    }

    /// Reads the next block. Returns `false` at the end of the file. Reading stops within a record that is too long.
    ///
    /// # Errors
    /// If the file cannot be read.
    fn read(&mut self, block: &mut RecordBlock) -> io::Result<bool> {
        let mut filled = self.carry.len();
        let mut room = self.size.max(2 * filled);
        loop {
            // The buffer never shrinks, because clearing it again would take longer than reading into it.
            if block.buffer.len() < room + PADDING {
                block.buffer.resize(room + PADDING, 0);
            }
            if !self.carry.is_empty() {
                block.buffer[..self.carry.len()].copy_from_slice(&self.carry);
                self.carry.clear();
            }
            while filled < room && !self.ended {
                match self.input.read(&mut block.buffer[filled..room]) {
                    Ok(0) => self.ended = true,
                    Ok(count) => filled += count,
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(error),
                }
            }
            let bytes = &block.buffer[..filled];
            let last = if self.ended {
                Some(filled)
            } else {
                last_end_at_speed(bytes, self.delimiter).or_else(|| last_end(bytes, self.delimiter))
            };
            self.ended |= last.is_none() && filled > LONGEST_RECORD;
            if let Some(end) = if self.ended { Some(filled) } else { last } {
                self.carry.extend_from_slice(&block.buffer[end..filled]);
                block.len = end;
                block.line = self.line;
                self.line += line_breaks(block.bytes());
                return Ok(end > 0);
            }
            // The block is too small for its first record.
            room *= 2;
        }
    }
}

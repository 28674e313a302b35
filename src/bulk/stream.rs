//! A catalogue that is too large to be held: its rows are read on several threads, validated in full, and handed on.
//!
//! Each thread takes the next block of whole records from the file, reads it, and gives its rows to a taker of its
//! own. What the takers make of them, and the problems of the file, are the same however many threads there are.

use super::reader::{
    Marked, MarkedRow, PADDING, Plain, PlainRow, StructuralIndex, WINDOW, last_end_at_speed, may_hold,
};
use crate::catalogue::columns::{Blanks, Column, Columns};
use crate::catalogue::plans::plan;
use crate::catalogue::records::{LONGEST_RECORD, last_end, line_breaks};
use crate::catalogue::table::{Diagnostic, Header, RowProblems, Rows, may_steer};
use crate::domain::error::Error;
use crate::domain::live::is_live;
use crate::domain::plan::Plan;
use fearless_simd::{Level, Simd, dispatch};
use std::cell::LazyCell;
use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// One record of the file, from which its plan can be had again; ordered by its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// The line on which it begins.
    pub line: u64,
    bytes: Box<[u8]>,
}

/// A row that is valid.
#[derive(Debug)]
pub enum ValidRow<'r> {
    /// It was read at speed.
    Plain(PlainRow<'r>),
    /// It was read by the exact rules.
    Exact(Box<Plan>),
}

impl ValidRow<'_> {
    /// Whether its plan is a SIM.
    pub fn is_sim(&self) -> bool {
        match self {
            Self::Plain(row) => row.is_sim,
            Self::Exact(plan) => plan.is_sim(),
        }
    }

    /// The id.
    pub fn id(&self) -> &[u8] {
        match self {
            Self::Plain(row) => row.id,
            Self::Exact(plan) => plan.id.as_str().as_bytes(),
        }
    }
}

/// What becomes of valid rows.
pub trait Taker: Send {
    /// Takes a row.
    fn take(&mut self, row: ValidRow<'_>, record: impl FnOnce() -> Record);

    /// A word of three small letters, without which in its kind a row is of no interest any more, in any case: such rows are
    /// passed over, and blocks in which it does not occur at all.
    fn word(&self) -> Option<[u8; 3]> {
        None
    }
}

/// The header of a file, and what the format makes of it.
#[derive(Debug)]
pub struct FileLayout {
    /// The header.
    pub header: Header,
    /// The columns.
    pub columns: Columns,
}

/// What has been found in a file.
#[derive(Debug)]
pub struct Found<T> {
    /// The takers. Nothing of theirs may be used if the problems keep the file from being used.
    pub takers: Vec<T>,
    /// How many valid rows these have taken.
    pub rows: usize,
    /// What deserves a warning, besides the problems of rows.
    pub warnings: Vec<Diagnostic>,
    /// What is wrong with rows.
    pub problems: RowProblems,
}

impl<T> Found<T> {
    /// The same with other takers.
    pub fn map<U>(self, other: impl FnMut(T) -> U) -> Found<U> {
        let takers = self.takers.into_iter().map(other).collect();
        Found { takers, rows: self.rows, warnings: self.warnings, problems: self.problems }
    }
}

/// Reads the rows of an input that follow its header, the first of them on this line, with a thread for each taker.
///
/// # Errors
/// What kept it from being read.
pub fn read<T: Taker>(
    input: impl Read + Send,
    layout: &FileLayout,
    line: u64,
    block: usize,
    mut takers: Vec<T>,
) -> io::Result<Found<T>> {
    let blocks = Mutex::new(Blocks::of(input, line, block));
    let work = |taker| Worker::of(taker, layout).run(&blocks);
    let own = takers.pop();
    let workers: io::Result<Vec<Worker<'_, T>>> = thread::scope(|scope| {
        let work = &work;
        // A thread that cannot be started is done without: the others take its blocks.
        let start = |taker| thread::Builder::new().spawn_scoped(scope, move || work(taker)).ok();
        let others: Vec<_> = takers.into_iter().map_while(start).collect();
        let own = own.map(work);
        let others = others.into_iter().map(|thread| match thread.join() {
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

impl FileLayout {
    /// The layout of a file, from its first bytes, with the rows among them and the line on which these begin.
    ///
    /// # Errors
    /// All that is wrong with the header.
    pub fn of<'b>(head: &'b [u8], required: &[&str]) -> Result<(Self, &'b [u8], u64), Vec<Diagnostic>> {
        let (header, rows) = Header::read(head, required)?;
        let (bytes, line) = rows.rest();
        Ok((Self { columns: Columns::of(&header), header }, bytes, line))
    }

    /// The plan of a record that was found sound.
    pub fn plan(&self, record: &Record) -> Option<Plan> {
        let mut rows = Rows::of(&record.bytes, record.line);
        plan(&rows.next(&self.header)?.ok()?, &self.columns, &mut Vec::new())
    }

    /// A problem at the place of a cell of a record.
    pub fn problem(&self, record: &Record, column: Column, error: Error) -> Option<Diagnostic> {
        let mut rows = Rows::of(&record.bytes, record.line);
        let row = rows.next(&self.header)?.ok()?;
        Some(row.problem(self.columns.index(column).unwrap_or(0), error))
    }
}

/// A row with odd bytes, where they are no more than text and the `\r` of its line end, which is left out.
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

/// What one thread has found so far.
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
    fn of(taker: T, layout: &'l FileLayout) -> Self {
        Self {
            taker,
            rows: 0,
            layout,
            problems: RowProblems::default(),
            of_row: Vec::new(),
            blanks: Blanks::default(),
            marks: StructuralIndex::default(),
            plain: Plain::of(&layout.columns, layout.header.names().len()),
        }
    }

    fn run(mut self, blocks: &Mutex<Blocks<impl Read>>) -> io::Result<Self> {
        let (level, mut block) = (Level::new(), RecordBlock::default());
        loop {
            // The others read only while this thread is at work on its block.
            let mut file = blocks.lock().unwrap_or_else(PoisonError::into_inner);
            let more = file.read(&mut block)?;
            drop(file);
            if !more {
                return Ok(self);
            }
            dispatch!(level, simd => self.block(simd, &block));
        }
    }

    /// Reads a block: plain rows at speed, the others exactly.
    #[expect(
        clippy::inline_always,
        reason = "it must become part of a function that may use the instructions"
    )]
    #[inline(always)]
    fn block<S: Simd>(&mut self, simd: S, block: &RecordBlock) {
        let (padded, line, block) = (block.padded(), block.line, block.bytes());
        let word = self.taker.word();
        if word.is_some_and(|word| !may_hold(simd, block, padded, word)) {
            return;
        }
        let mut marks = std::mem::take(&mut self.marks);
        if marks.set(simd, block) {
            let is_text = LazyCell::new(|| std::str::from_utf8(block).is_ok());
            // Lines are counted only up to where a place is asked for.
            let mut counted = (0, line);
            let (mut start, mut adjusted) = (0, [0; WINDOW]);
            for MarkedRow { ends, width, last } in marks.rows() {
                let row = Marked { padded, ends, width };
                let line = |counted: &mut (usize, u64)| {
                    *counted = (start, counted.1 + line_breaks(&block[counted.0..start]));
                    counted.1
                };
                let bytes = &block[start..=last];
                if word.is_some_and(|word| !self.plain.may_be(row, word)) {
                    start = last + 1;
                    continue;
                }
                let row = match marks.has_odd_bytes {
                    _ if bytes.len() > LONGEST_RECORD => None,
                    true if marks.may_steer || !*is_text => even(row, bytes, *is_text, &mut adjusted),
                    _ => Some(row),
                };
                let record = || Record { line: line(&mut counted), bytes: bytes.into() };
                // A closure would be a function of its own, without the processor's instructions.
                let row = match row {
                    Some(row) => self.plain.row(simd, row, &mut self.blanks),
                    None => None,
                };
                if let Some(row) = row {
                    self.rows += 1;
                    self.taker.take(ValidRow::Plain(row), record);
                } else {
                    let line = line(&mut counted);
                    self.exactly(bytes, line);
                }
                start = last + 1;
            }
            if start < block.len() {
                let line = counted.1 + line_breaks(&block[counted.0..start]);
                self.exactly(&block[start..], line);
            }
        } else {
            self.exactly(block, line);
        }
        self.marks = marks;
    }

    /// Reads rows with every rule of the format.
    #[inline(never)]
    fn exactly(&mut self, bytes: &[u8], line: u64) {
        let FileLayout { header, columns } = self.layout;
        let mut rows = Rows::of(bytes, line);
        while let Some(row) = rows.next(header) {
            match row {
                Err(problem) => self.of_row.push(problem),
                Ok(row) => {
                    self.blanks.note(&row, columns);
                    if let Some(plan) = plan(&row, columns, &mut self.of_row) {
                        let record = || Record { line: row.line(), bytes: row.raw().into() };
                        self.plain.learn(&row, columns, &plan);
                        self.rows += 1;
                        self.taker.take(ValidRow::Exact(Box::new(plan)), record);
                    }
                }
            }
            self.problems.add_row(&mut self.of_row);
        }
    }
}

/// A file being read in blocks.
struct Blocks<R> {
    input: R,
    /// How long a block is, where no record is longer.
    size: usize,
    /// The beginning of a record whose end has not been read yet.
    carry: Vec<u8>,
    /// The line on which the next block begins.
    line: u64,
    ended: bool,
}

/// One block: some whole records; the last one of the file may lack its line end.
#[derive(Debug, Default)]
struct RecordBlock {
    /// The line of the file on which it begins.
    line: u64,
    buffer: Vec<u8>,
    len: usize,
}

impl RecordBlock {
    /// The records.
    fn bytes(&self) -> &[u8] {
        &self.buffer[..self.len]
    }

    /// The records, and some bytes after them that mean nothing.
    fn padded(&self) -> &[u8] {
        &self.buffer[..self.len + PADDING]
    }
}

impl<R: Read> Blocks<R> {
    /// The blocks of an input that begins with a record, on this line of its file.
    fn of(input: R, line: u64, size: usize) -> Self {
        Self { input, size: size.max(1), carry: Vec::new(), line, ended: false }
    }

    /// Reads the next block; `false` at the end of the file. A record that is too long is the last one: reading stops in
    /// the middle of it.
    ///
    /// # Errors
    /// What kept the file from being read.
    fn read(&mut self, block: &mut RecordBlock) -> io::Result<bool> {
        let mut filled = self.carry.len();
        let mut room = self.size.max(2 * filled);
        loop {
            // A buffer that has grown stays as it is: blanking it again would take longer than reading into it.
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
            let end =
                if self.ended { Some(filled) } else { last_end_at_speed(bytes).or_else(|| last_end(bytes)) };
            self.ended |= end.is_none() && filled > LONGEST_RECORD;
            let end = if self.ended { Some(filled) } else { end };
            if let Some(end) = end {
                self.carry.extend_from_slice(&block.buffer[end..filled]);
                block.len = end;
                block.line = self.line;
                self.line += line_breaks(block.bytes());
                return Ok(end > 0);
            }
            // A record is longer than the block.
            room *= 2;
        }
    }
}

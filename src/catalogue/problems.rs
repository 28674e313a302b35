//! What is wrong with a file: problems at their places, and which of them make the file unusable.

use crate::domain::error::Error;
use std::fmt;
use std::io;

/// How many columns or rows get a warning of their own. The place of each is searched from the beginning of its row.
pub const MOST_REPORTED: usize = 100;

/// A problem at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The line, counted from 1.
    pub line: u64,
    /// The character of the line, counted from 1.
    pub column: u64,
    /// The name of the table's column, if the problem is in a cell.
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

/// The problems of a file: the first of them, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The first problems, in the order of their places.
    pub first: Vec<Diagnostic>,
    /// The number of all problems.
    pub count: u64,
}

impl Problems {
    /// How many problems of a file are reported one by one.
    pub const MOST: usize = 1000;

    /// Moves the problems of one row here. All are counted, but only the first are kept.
    pub fn add_row(&mut self, of_row: &mut Vec<Diagnostic>) {
        self.count += of_row.len() as u64;
        if self.first.len() < Self::MOST {
            self.first.append(of_row);
        }
        of_row.clear();
    }

    /// Adds the problems of other rows of the same file.
    pub fn add(&mut self, other: Self) {
        self.count += other.count;
        self.first.extend(other.first);
        self.first.sort_by_key(|problem| (problem.line, problem.column));
        self.first.truncate(Self::MOST);
    }
}

impl From<Vec<Diagnostic>> for Problems {
    fn from(first: Vec<Diagnostic>) -> Self {
        Self { count: first.len() as u64, first }
    }
}

/// The problems of the rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowProblems {
    fatal: Problems,
    out_of_bounds: Problems,
    /// How many rows have numbers out of bounds and no other problems.
    rows_left_out: u64,
}

/// The codes of numbers that are well formed but too large.
const OUT_OF_BOUNDS: [&str; 4] =
    ["amount-too-large", "number-too-large", "validity-too-long", "volume-too-large"];

/// Whether a row with this problem, and no worse one, is left out.
pub fn is_out_of_bounds(error: &Error) -> bool {
    OUT_OF_BOUNDS.contains(&error.code())
}

impl RowProblems {
    /// Moves the problems of one row here.
    pub fn add_row(&mut self, of_row: &mut Vec<Diagnostic>) {
        if of_row.iter().all(|problem| is_out_of_bounds(&problem.error)) {
            self.rows_left_out += u64::from(!of_row.is_empty());
            self.out_of_bounds.add_row(of_row);
        } else {
            self.fatal.add_row(of_row);
        }
    }

    /// Adds problems that make the file unusable.
    pub fn add_fatal(&mut self, problems: Problems) {
        self.fatal.add(problems);
    }

    /// Adds the problems of other rows of the same file.
    pub fn add(&mut self, other: Self) {
        self.fatal.add(other.fatal);
        self.out_of_bounds.add(other.out_of_bounds);
        self.rows_left_out += other.rows_left_out;
    }

    /// All problems, whether they make the file unusable or not.
    pub fn into_all(mut self) -> Problems {
        self.fatal.add(self.out_of_bounds);
        self.fatal
    }

    /// Warnings about the numbers that are out of bounds, up to [`MOST_REPORTED`], and one about the rows that
    /// are left out because of them.
    ///
    /// # Errors
    /// All problems, if there are others or if no row can be used.
    pub fn into_warnings(self, usable_rows: usize) -> Result<Vec<Diagnostic>, Problems> {
        if self.fatal.count > 0 || usable_rows == 0 && self.rows_left_out > 0 {
            return Err(self.into_all());
        }
        let mut warnings = self.out_of_bounds.first;
        warnings.sort_by_key(|problem| (problem.line, problem.column));
        warnings.truncate(MOST_REPORTED);
        let error = Error::new("rows-left-out").with("rows", self.rows_left_out);
        let left_out = warnings.first().map(|first| Diagnostic { cell: None, error, ..first.clone() });
        warnings.extend(left_out);
        Ok(warnings)
    }
}

/// Why a file cannot be used.
#[derive(Debug)]
pub enum ReadError {
    /// The file could not be read to its end.
    Io(io::Error),
    /// The contents of the file are not valid.
    Problems(Problems),
    /// The file has to be read a second time, but the input can be read only once.
    OnlyOnce,
    /// The file was read twice and changed in between.
    Changed,
    /// The file has more than this many bytes.
    TooLarge(u64),
}

impl From<Vec<Diagnostic>> for ReadError {
    fn from(problems: Vec<Diagnostic>) -> Self {
        Self::Problems(problems.into())
    }
}

impl From<Problems> for ReadError {
    fn from(problems: Problems) -> Self {
        Self::Problems(problems)
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

//! What a check of a catalogue finds: errors, warnings and notes, each with its place.

use super::problems::{Diagnostic, Problems};
use crate::domain::word::words;

words! {
    /// How bad a finding is.
    Severity {
        /// The file cannot be used.
        Error = "error",
        /// The row is probably not what was meant.
        Warning = "warning",
        /// Worth a look.
        Note = "note",
    }
}

/// The codes of all findings about a catalogue, in the order in which they are listed.
pub const CODES: [(&str, Severity); 58] = [
    ("file-empty", Severity::Error),
    ("file-of-another-kind", Severity::Error),
    ("header-comment", Severity::Error),
    ("column-missing", Severity::Error),
    ("column-twice", Severity::Error),
    ("column-near-miss", Severity::Error),
    ("not-utf-8", Severity::Error),
    ("control-character", Severity::Error),
    ("row-length", Severity::Error),
    ("row-too-long", Severity::Error),
    ("quote-not-closed", Severity::Error),
    ("text-after-quote", Severity::Error),
    ("quote-inside", Severity::Error),
    ("blank-before-quote", Severity::Error),
    ("cell-needed", Severity::Error),
    ("not-kebab-case", Severity::Error),
    ("id-twice", Severity::Error),
    ("line-of-two-operators", Severity::Error),
    ("unknown-word", Severity::Error),
    ("amount-form", Severity::Error),
    ("amount-too-precise", Severity::Error),
    ("amount-too-large", Severity::Error),
    ("two-readings", Severity::Error),
    ("currency-unknown", Severity::Error),
    ("setup-fee-not-contract", Severity::Error),
    ("volume-without-unit", Severity::Error),
    ("volume-not-a-number", Severity::Error),
    ("volume-unit-unknown", Severity::Error),
    ("volume-for-each-day", Severity::Error),
    ("volume-not-whole-kb", Severity::Error),
    ("volume-too-large", Severity::Error),
    ("data-zero", Severity::Error),
    ("validity-form", Severity::Error),
    ("validity-too-long", Severity::Error),
    ("quantity-form", Severity::Error),
    ("number-too-large", Severity::Error),
    ("max-purchases-form", Severity::Error),
    ("date-form", Severity::Error),
    ("date-of-spreadsheet", Severity::Error),
    ("column-unknown", Severity::Warning),
    ("column-unnamed", Severity::Warning),
    ("cells-blank", Severity::Warning),
    ("price-zero", Severity::Warning),
    ("plan-twice", Severity::Warning),
    ("line-without-sim", Severity::Warning),
    ("name-says-unlimited", Severity::Warning),
    ("name-says-volume", Severity::Warning),
    ("html-entity", Severity::Warning),
    ("html-tag", Severity::Warning),
    ("text-misread", Severity::Warning),
    ("invisible-character", Severity::Warning),
    ("cell-formula", Severity::Warning),
    ("date-in-future", Severity::Warning),
    ("price-old", Severity::Note),
    ("source-no-address", Severity::Note),
    ("plan-dominated", Severity::Note),
    ("price-far-above-line", Severity::Note),
    ("price-far-below-line", Severity::Note),
];

/// Something that a check has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What it is, and where.
    pub problem: Diagnostic,
}

/// The findings of a file: the first of them, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The first findings, in the order of their places once they are [sorted](Self::sort).
    pub first: Vec<Finding>,
    /// The number of all errors, warnings and notes.
    pub counts: [u64; 3],
}

impl Findings {
    /// How many findings of a file are reported one by one.
    pub const MOST: usize = Problems::MOST;

    /// Adds a finding. All are counted, but only the first are kept.
    pub fn add(&mut self, severity: Severity, problem: Diagnostic) {
        self.counts[severity as usize] += 1;
        if self.first.len() < Self::MOST {
            self.first.push(Finding { severity, problem });
        }
    }

    /// Adds findings of one severity.
    pub fn add_all(&mut self, severity: Severity, problems: impl IntoIterator<Item = Diagnostic>) {
        for problem in problems {
            self.add(severity, problem);
        }
    }

    /// Adds problems, all of which are errors.
    pub fn add_errors(&mut self, problems: Problems) {
        let unseen = problems.count.saturating_sub(problems.first.len() as u64);
        self.add_all(Severity::Error, problems.first);
        self.counts[Severity::Error as usize] += unseen;
    }

    /// Adds the findings of other rows of the same file.
    pub fn merge(&mut self, other: Self) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
        self.first.extend(other.first);
        self.sort();
    }

    /// Sorts the findings by their places; of several at a place, the worst comes first. Only the first are kept.
    pub fn sort(&mut self) {
        self.first.sort_by(|a, b| {
            let place = |finding: &Finding| (finding.problem.line, finding.problem.column, finding.severity);
            place(a).cmp(&place(b)).then_with(|| a.problem.error.code().cmp(b.problem.error.code()))
        });
        self.first.truncate(Self::MOST);
    }

    /// How many findings of a severity there are.
    pub fn count(&self, severity: Severity) -> u64 {
        self.counts[severity as usize]
    }
}

/// A finding that is the same for many rows: how many, and the first place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountedRows {
    rows: u64,
    first: Option<Diagnostic>,
}

impl CountedRows {
    /// Whether the first place is known, so that other rows need none.
    pub fn is_placed(&self) -> bool {
        self.first.is_some()
    }

    /// Counts a row without its place.
    pub fn count(&mut self) {
        self.rows += 1;
    }

    /// Counts a row with its place.
    pub fn add(&mut self, place: impl FnOnce() -> Diagnostic) {
        self.rows += 1;
        self.first.get_or_insert_with(place);
    }

    /// Adds other rows of the same file.
    pub fn merge(&mut self, other: Self) {
        self.rows += other.rows;
        let both = self.first.take().into_iter().chain(other.first);
        self.first = both.min_by_key(|place| (place.line, place.column));
    }

    /// The finding at its first place, with the number of rows.
    pub fn finding(self) -> Option<Diagnostic> {
        let Self { rows, first } = self;
        first.map(|place| Diagnostic { error: place.error.with("rows", rows), ..place })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::error::Error;

    fn at(line: u64, code: &'static str) -> Diagnostic {
        Diagnostic { line, column: 1, cell: None, error: Error::new(code) }
    }

    #[test]
    fn findings_are_counted_and_come_in_the_order_of_the_file() {
        let mut findings = Findings::default();
        findings.add(Severity::Note, at(3, "c"));
        findings.add(Severity::Warning, at(2, "b"));
        findings.add(Severity::Error, at(3, "a"));
        let problems = Problems { first: vec![at(1, "d")], count: 5 };
        let mut other = Findings::default();
        other.add_errors(problems);
        findings.merge(other);
        let codes: Vec<_> = findings.first.iter().map(|finding| finding.problem.error.code()).collect();
        assert_eq!(codes, ["d", "b", "a", "c"]);
        assert_eq!(findings.counts, [6, 1, 1]);
        for line in 0..2000 {
            findings.add(Severity::Note, at(line, "e"));
        }
        assert_eq!((findings.first.len(), findings.count(Severity::Note)), (Findings::MOST, 2001));
    }

    #[test]
    fn rows_are_counted_from_their_first_place() {
        let mut rows = CountedRows::default();
        assert!(!rows.is_placed());
        rows.add(|| at(7, "a"));
        assert!(rows.is_placed());
        rows.count();
        let mut others = CountedRows::default();
        others.add(|| at(4, "a"));
        rows.merge(others);
        let found = rows.finding().unwrap();
        assert_eq!((found.line, found.error.to_string().as_str()), (4, "a rows=`3`"));
        assert_eq!(CountedRows::default().finding(), None);
    }
}

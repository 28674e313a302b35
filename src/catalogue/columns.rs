//! The columns of a catalogue: their names, their places in a file, and the warnings about them.

use super::near::{near_miss, nearest_slips};
use super::problems::{Diagnostic, MOST_REPORTED};
use super::table::{Header, Row, column_key};
use crate::domain::error::Error;

/// The columns of a catalogue, in the order in which it is written.
pub const COLUMNS: [&str; 26] = [
    "id",
    "line",
    "operator",
    "name",
    "kind",
    "price",
    "currency",
    "setup_fee",
    "data",
    "data_per",
    "validity",
    "minutes",
    "sms",
    "scope",
    "network",
    "buy",
    "audience",
    "max_purchases",
    "form",
    "sold",
    "credit",
    "balance",
    "source",
    "verified_on",
    "confidence",
    "note",
];

/// A column. Its discriminant is its index in [`COLUMNS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "their names are those of the format")]
pub enum Column {
    Id,
    Line,
    Operator,
    Name,
    Kind,
    Price,
    Currency,
    SetupFee,
    Data,
    DataPer,
    Validity,
    Minutes,
    Sms,
    Scope,
    Network,
    Buy,
    Audience,
    MaxPurchases,
    Form,
    Sold,
    Credit,
    Balance,
    Source,
    VerifiedOn,
    Confidence,
    Note,
}

impl Column {
    /// All columns, in the order of [`COLUMNS`].
    pub const ALL: [Self; COLUMNS.len()] = [
        Self::Id,
        Self::Line,
        Self::Operator,
        Self::Name,
        Self::Kind,
        Self::Price,
        Self::Currency,
        Self::SetupFee,
        Self::Data,
        Self::DataPer,
        Self::Validity,
        Self::Minutes,
        Self::Sms,
        Self::Scope,
        Self::Network,
        Self::Buy,
        Self::Audience,
        Self::MaxPurchases,
        Self::Form,
        Self::Sold,
        Self::Credit,
        Self::Balance,
        Self::Source,
        Self::VerifiedOn,
        Self::Confidence,
        Self::Note,
    ];

    /// The column's name in the header.
    pub const fn name(self) -> &'static str {
        COLUMNS[self as usize]
    }
}

/// The columns that every catalogue must have.
pub const REQUIRED: [&str; 5] = ["id", "line", "operator", "name", "kind"];

/// The columns whose blank cells deserve a warning.
pub const EXPECTED: [Column; 3] = [Column::Source, Column::VerifiedOn, Column::Confidence];

/// Where the columns of the format are in one file.
#[derive(Clone, Debug)]
pub struct Columns {
    known: [Option<usize>; COLUMNS.len()],
    unknown: Vec<(usize, String)>,
}

impl Columns {
    /// The columns of a file with this header, whose names may be in any case.
    ///
    /// # Errors
    /// `column-near-miss` for each name that is probably a slip for a column of the format.
    pub fn new(header: &Header) -> Result<Self, Vec<Diagnostic>> {
        let mut columns = Self { known: [None; COLUMNS.len()], unknown: Vec::new() };
        let mut problems = Vec::new();
        for (index, name) in header.names().iter().enumerate() {
            let key = column_key(name);
            if let Some(known) = COLUMNS.iter().position(|known| *known == key) {
                columns.known[known] = Some(index);
                continue;
            }
            let near = nearest_slips(name, &COLUMNS);
            if near.is_empty() {
                columns.unknown.push((index, name.clone()));
            } else if problems.len() < MOST_REPORTED {
                let error = near_miss(name, &near);
                problems.push(Diagnostic { cell: None, ..header.problem(index, error) });
            }
        }
        if problems.is_empty() { Ok(columns) } else { Err(problems) }
    }

    /// The index of a column in the file. `None` if the file does not have it.
    pub fn index(&self, column: Column) -> Option<usize> {
        self.known[column as usize]
    }

    /// The columns that the format does not define, with their indices in the file. One without a name is not carried
    /// through.
    pub fn unknown(&self) -> impl Iterator<Item = &(usize, String)> {
        self.unknown.iter().filter(|(_, name)| !name.is_empty())
    }

    /// Warnings about the columns that the format does not define, up to [`MOST_REPORTED`].
    pub fn warnings(&self, header: &Header) -> Vec<Diagnostic> {
        let reported = self.unknown.iter().take(MOST_REPORTED);
        reported
            .map(|(index, name)| {
                if name.is_empty() {
                    let error = Error::new("column-unnamed").with("column", *index as u64 + 1);
                    return Diagnostic { cell: None, ..header.problem(*index, error) };
                }
                header.problem(*index, Error::new("column-unknown").with("column", name.as_str()))
            })
            .collect()
    }
}

/// How often each of the [`EXPECTED`] cells is blank, and the first place of each.
#[derive(Clone, Debug, Default)]
pub struct Blanks {
    rows: [u64; EXPECTED.len()],
    first: [Option<Diagnostic>; EXPECTED.len()],
}

impl Blanks {
    /// Counts the blank cells of a row.
    pub fn note(&mut self, row: &Row<'_>, columns: &Columns) {
        for (nth, column) in EXPECTED.into_iter().enumerate() {
            let index = columns.index(column);
            if row.text(index).is_none() {
                self.rows[nth] += 1;
                self.first[nth]
                    .get_or_insert_with(|| row.problem(index.unwrap_or(0), Error::new("cells-blank")));
            }
        }
    }

    /// Counts the blank cells of a row whose place is not needed. Returns `None` without counting if one of them is the
    /// first of its column, whose place is needed.
    #[expect(clippy::inline_always, reason = "it is called for each row, and does little")]
    #[inline(always)]
    pub fn count(&mut self, blank: [bool; EXPECTED.len()]) -> Option<()> {
        for (first, blank) in self.first.iter().zip(blank) {
            if blank && first.is_none() {
                return None;
            }
        }
        for (rows, blank) in self.rows.iter_mut().zip(blank) {
            *rows += u64::from(blank);
        }
        Some(())
    }

    /// Adds the blank cells of other rows of the same file.
    pub fn add(&mut self, other: Self) {
        for (nth, first) in other.first.into_iter().enumerate() {
            self.rows[nth] += other.rows[nth];
            let both = self.first[nth].take().into_iter().chain(first);
            self.first[nth] = both.min_by_key(|place| (place.line, place.column));
        }
    }

    /// A warning for each column with blank cells.
    pub fn warnings(self) -> Vec<Diagnostic> {
        let columns = EXPECTED.into_iter().zip(self.rows).zip(self.first);
        let warnings = columns.filter_map(|((column, rows), first)| {
            let error = Error::new("cells-blank").with("column", column.name()).with("rows", rows);
            first.map(|place| Diagnostic { error, cell: None, ..place })
        });
        warnings.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_any_case_and_with_blanks_around_them() {
        let bytes = "ID, Line ,OPERATOR,\u{a0}Name,kind\t,Setup Fee,Colour,,shop,,\n".as_bytes();
        let (header, _) = Header::read(bytes, &REQUIRED, None).unwrap();
        let columns = Columns::new(&header).unwrap();
        let places = [
            (Column::Id, Some(0)),
            (Column::Line, Some(1)),
            (Column::Operator, Some(2)),
            (Column::Name, Some(3)),
            (Column::Kind, Some(4)),
            (Column::SetupFee, Some(5)),
            (Column::Note, None),
        ];
        for (column, index) in places {
            assert_eq!(columns.index(column), index, "{}", column.name());
        }
        assert!(columns.unknown().eq(&[(6, "Colour".to_owned()), (8, "shop".to_owned())]));
        assert_eq!(header.names().len(), 9, "blank names at the end are no columns");
        let twice = Header::read(b"id,line,operator,name,kind,ID\n", &REQUIRED, None).err().unwrap();
        assert_eq!((twice[0].error.code(), twice[0].column), ("column-twice", 28));
    }

    /// Checks what is wrong with a header, and otherwise the warnings about its columns.
    #[track_caller]
    fn check(header: &str, expected: &[&str]) {
        let found = match Header::read(header.as_bytes(), &REQUIRED, None) {
            Err(problems) => problems,
            Ok((header, _)) => match Columns::new(&header) {
                Err(problems) => problems,
                Ok(columns) => columns.warnings(&header),
            },
        };
        assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{header}");
    }

    #[test]
    fn slips_are_errors_and_other_columns_warnings() {
        let first = "id;line;operator;name;kind";
        check(&format!("{first};shop"), &["1:28: shop: column-unknown column=`shop`"]);
        check(
            &format!("{first};dataper;confidense;shop"),
            &[
                "1:28: -: column-near-miss column=`dataper` names=``data_per``",
                "1:36: -: column-near-miss column=`confidense` names=``confidence``",
            ],
        );
        check(&format!(";{first}"), &["1:1: -: column-unnamed column=`1`"]);
        check("# prices, seen in Fès\nid,line,operator,name,kind", &["1:1: -: header-comment"]);
        check(
            "id,line,operater,name,kind",
            &["1:9: -: column-near-miss column=`operater` names=``operator``"],
        );
    }

    #[test]
    fn each_column_has_its_name() {
        let named = [
            (Column::Id, "id"),
            (Column::SetupFee, "setup_fee"),
            (Column::Buy, "buy"),
            (Column::Note, "note"),
        ];
        for (column, name) in named {
            assert_eq!(column.name(), name);
        }
        for (index, column) in Column::ALL.into_iter().enumerate() {
            assert_eq!(column as usize, index);
        }
    }
}

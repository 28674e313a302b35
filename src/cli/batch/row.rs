//! The cells of a row of needs, and their places.

use crate::catalogue::problems::{Diagnostic, MOST_REPORTED};
use crate::catalogue::table::{Header, Row};
use crate::domain::error::Error;
use crate::domain::live::is_live;
use crate::domain::number::of_json;
use crate::domain::word::{Word, words};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

words! {
    /// The columns of needs; each means the same as the option of that name.
    NeedColumn {
        /// The name of the need; if a row has none, its number.
        Id = "id",
        /// How many days the stay has.
        Days = "days",
        /// The data over the whole stay.
        Data = "data",
        /// The data each day.
        PerDay = "per_day",
        /// What each day is used for.
        Use = "use",
        /// Call minutes.
        Minutes = "minutes",
        /// Only these operators.
        Operator = "operator",
        /// Only these lines.
        Line = "line",
        /// Whether the user is a resident.
        Resident = "resident",
        /// The lines whose SIMs the user has.
        HaveSim = "have_sim",
        /// The data that is left on that SIM.
        HaveData = "have_data",
        /// For how many days that data is valid.
        HaveDays = "have_days",
        /// The maximum number of purchases.
        MaxPurchases = "max_purchases",
        /// The currency of the totals.
        Currency = "currency",
        /// The first day of the stay.
        From = "from",
    }
}

const COLUMNS: usize = NeedColumn::ALL.len();

impl NeedColumn {
    /// The column with this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.word() == name)
    }

    /// The column with the meaning of an option: `per_day` for `--per-day`.
    pub fn of_option(option: &str) -> Option<Self> {
        Self::of_name(&option.trim_start_matches('-').replace('-', "_"))
    }
}

/// The texts of a row, by column; blank ones are `None`.
#[derive(Debug, Default)]
pub struct NeedCells<'r>([Option<Cow<'r, str>>; COLUMNS]);

impl NeedCells<'_> {
    pub fn get(&self, column: NeedColumn) -> Option<&str> {
        self.0[column as usize].as_deref()
    }
}

/// The index of each column in a CSV file; `None` if the file does not have it.
#[derive(Clone, Debug)]
pub struct NeedColumns([Option<usize>; COLUMNS]);

impl NeedColumns {
    /// Finds the known columns of a header. Returns a warning for each unknown one, too.
    pub fn from_header(header: &Header) -> (Self, Vec<Diagnostic>) {
        let columns = std::array::from_fn(|column| header.column(NeedColumn::ALL[column].word()));
        let names = header.names().iter().enumerate();
        let unknown = names.filter(|(_, name)| NeedColumn::of_name(name).is_none()).take(MOST_REPORTED);
        let warnings = unknown.map(|(index, name)| {
            let error = Error::new("column-unknown").with("column", name.as_str());
            Diagnostic { cell: None, ..header.problem(index, error) }
        });
        (Self(columns), warnings.collect())
    }

    /// The cells of a row.
    ///
    /// # Errors
    /// `control-character` if a cell has one, such as a line break.
    pub fn cells<'r>(&self, row: &'r Row<'_>) -> Result<NeedCells<'r>, BadRow> {
        let cells = NeedCells(self.0.map(|index| row.text(index).map(Cow::Borrowed)));
        let mut columns = NeedColumn::ALL.iter();
        match columns.find(|&&column| cells.get(column).is_some_and(|text| text.contains(is_live))) {
            None => Ok(cells),
            Some(column) => Err(BadRow {
                id: cells.get(NeedColumn::Id).filter(|text| !text.contains(is_live)).map(str::to_owned),
                problem: self.problem(row, Some(*column), Error::new("control-character")),
            }),
        }
    }

    /// A problem at the place of a cell, or of the row if it has no such cell.
    pub fn problem(&self, row: &Row<'_>, column: Option<NeedColumn>, error: Error) -> Diagnostic {
        match column.and_then(|column| self.0[column as usize]) {
            Some(index) => row.problem(index, error),
            None => Diagnostic { cell: column.map(|column| column.to_string()), ..row.problem(0, error) },
        }
    }
}

/// A row that is not a valid need.
#[derive(Debug)]
pub struct BadRow {
    /// Its id; `None` if it cannot be read.
    pub id: Option<String>,
    /// What is wrong with it, and where.
    pub problem: Diagnostic,
}

/// A line of NDJSON.
#[derive(Clone, Copy, Debug)]
pub struct JsonRow<'r> {
    pub bytes: &'r [u8],
    /// The number of the line, from 1.
    pub line: u64,
}

impl JsonRow<'_> {
    /// The cells of the object on this line, and warnings for some of its unknown keys.
    ///
    /// # Errors
    /// The first problem of the line or of one of its values.
    pub fn cells(&self) -> Result<(NeedCells<'static>, Vec<Diagnostic>), BadRow> {
        let object: Object<'_> = serde_json::from_slice(self.bytes).map_err(|error| {
            let column = error.column() as u64;
            let error = Error::new("not-a-json-object");
            BadRow { id: None, problem: Diagnostic { line: self.line, column, cell: None, error } }
        })?;
        let mut cells = NeedCells::default();
        let mut unknown = Vec::new();
        let mut bad = None;
        let mut seen = [false; COLUMNS];
        for (key, value) in object.0 {
            let Some(column) = NeedColumn::of_name(&key) else {
                if unknown.len() < MOST_REPORTED {
                    let error = Error::new("column-unknown").with("column", key.as_str());
                    unknown.push(Diagnostic { cell: None, ..self.problem_at(&key, error) });
                }
                continue;
            };
            let is_second = std::mem::replace(&mut seen[column as usize], true);
            let text = match text(value, column) {
                _ if is_second => Err(Error::new("column-twice").with("column", key.as_str())),
                Ok(text) if text.contains(is_live) => Err(Error::new("control-character")),
                text => text,
            };
            match text {
                Ok(text) => {
                    let trimmed = text.trim();
                    if !trimmed.is_empty() {
                        let is_trimmed = trimmed.len() == text.len();
                        let text = if is_trimmed { text } else { trimmed.to_owned() };
                        cells.0[column as usize] = Some(text.into());
                    }
                }
                Err(error) => {
                    if column == NeedColumn::Id {
                        cells.0[NeedColumn::Id as usize] = None;
                    }
                    bad.get_or_insert_with(|| self.problem_at(&key, error));
                }
            }
        }
        match bad {
            None => Ok((cells, unknown)),
            Some(problem) => Err(BadRow { id: cells.get(NeedColumn::Id).map(str::to_owned), problem }),
        }
    }

    /// A problem at the place of a key, or of the row if it has no such key.
    pub fn problem(&self, column: Option<NeedColumn>, error: Error) -> Diagnostic {
        column.map_or(Diagnostic { line: self.line, column: 1, cell: None, error: error.clone() }, |column| {
            self.problem_at(column.word(), error)
        })
    }

    fn problem_at(&self, key: &str, error: Error) -> Diagnostic {
        let quoted = format!("\"{key}\"");
        let at = memchr::memmem::find(self.bytes, quoted.as_bytes()).unwrap_or(0);
        let before = String::from_utf8_lossy(&self.bytes[..at]);
        Diagnostic {
            line: self.line,
            column: before.chars().count() as u64 + 1,
            cell: Some(key.to_owned()),
            error,
        }
    }
}

/// The keys and values of a JSON object. Values keep their text, so that no digit of a number is lost.
struct Object<'r>(Vec<(String, &'r RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Object<'de>, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Object(pairs))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

/// Converts a value to the text of a cell. A list of names is joined as in CSV.
fn text(value: &RawValue, column: NeedColumn) -> Result<String, Error> {
    let raw = value.get();
    match raw.as_bytes().first() {
        Some(b'"') => serde_json::from_str(raw).map_err(|_| not_text()),
        Some(b'[') => {
            let values: Vec<&RawValue> = serde_json::from_str(raw).map_err(|_| not_text())?;
            let texts = values.into_iter().map(|value| {
                let is_plain = !value.get().starts_with(['[', '{']);
                if is_plain { text(value, column) } else { Err(not_text()) }
            });
            Ok(texts.collect::<Result<Vec<_>, _>>()?.join(";"))
        }
        Some(b'-' | b'0'..=b'9') if column != NeedColumn::Id => Ok(of_json(raw)),
        Some(b'{') => Err(not_text()),
        _ if raw == "null" => Ok(String::new()),
        _ => Ok(raw.to_owned()),
    }
}

fn not_text() -> Error {
    Error::new("cell-not-text")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_values_are_the_texts_of_cells() {
        let row = JsonRow {
            bytes: br#"{"id": 7, "days": "30", "data": " 20 GB ", "operator": ["inwi", "orange"], "resident": true,
                        "minutes": null, "plan": "x"}"#,
            line: 4,
        };
        let (cells, unknown) = row.cells().unwrap();
        let expected = [
            (NeedColumn::Id, Some("7")),
            (NeedColumn::Days, Some("30")),
            (NeedColumn::Data, Some("20 GB")),
            (NeedColumn::Operator, Some("inwi;orange")),
            (NeedColumn::Resident, Some("true")),
            (NeedColumn::Minutes, None),
            (NeedColumn::From, None),
        ];
        for (column, text) in expected {
            assert_eq!(cells.get(column), text, "{column}");
        }
        assert_eq!(unknown.len(), 1);
        assert_eq!(unknown[0].error.code(), "column-unknown");
    }

    /// A row on the second line of a file.
    fn second(text: &str) -> JsonRow<'_> {
        JsonRow { bytes: text.as_bytes(), line: 2 }
    }

    fn place(problem: &Diagnostic) -> (u64, u64, &str) {
        (problem.line, problem.column, problem.error.code())
    }

    #[test]
    fn places_of_json() {
        let bad = second(r#"{"id":"é","days":{"x":1}}"#).cells().unwrap_err();
        assert_eq!((place(&bad.problem), bad.id.as_deref()), ((2, 11, "cell-not-text"), Some("é")));
        assert_eq!(place(&second("[1]").cells().unwrap_err().problem).2, "not-a-json-object");
        let found = second(r#"{"days": 0}"#).problem(Some(NeedColumn::Days), Error::new("x"));
        assert_eq!((place(&found), found.cell.as_deref()), ((2, 2, "x"), Some("days")));
    }

    /// Checks the id and the days of a line, or the id of its answer and the error; `-` is for none.
    #[track_caller]
    fn check(line: &str, expected: Result<(&str, &str), (&str, &str)>) {
        match second(line).cells() {
            Ok((cells, _)) => {
                let [id, days] = [NeedColumn::Id, NeedColumn::Days].map(|it| cells.get(it).unwrap_or("-"));
                assert_eq!(Ok((id, days)), expected, "{line}");
            }
            Err(bad) => {
                let id = bad.id.as_deref().unwrap_or("-");
                assert_eq!(Err((id, bad.problem.error.code())), expected, "{line}");
            }
        }
    }

    #[test]
    fn numbers_keep_their_digits_and_bad_rows_their_ids() {
        check(r#"{"id":30.0,"days":30.0}"#, Ok(("30.0", "30")));
        check(
            r#"{"id":123456789012345678901234567890,"days":3e1}"#,
            Ok(("123456789012345678901234567890", "30")),
        );
        check(r#"{"id":"007","days":1.500}"#, Ok(("007", "1.5")));
        check(r#"{"days":"30","id":1e3}"#, Ok(("1e3", "30")));
        check(r#"{"days":{},"id":7}"#, Err(("7", "cell-not-text")));
        check(r#"{"days":"3\u001b[31m","id":7}"#, Err(("7", "control-character")));
        check(r#"{"days":3,"id":"a\nb"}"#, Err(("-", "control-character")));
        check(r#"{"days":3,"id":"\u202ea"}"#, Err(("-", "control-character")));
        check(r#"{"id":1,"days":3,"id":2}"#, Err(("-", "column-twice")));
        check(r#"{"id":1,"days":3"#, Err(("-", "not-a-json-object")));
    }

    #[test]
    fn options_and_their_columns() {
        assert_eq!(NeedColumn::of_option("--per-day"), Some(NeedColumn::PerDay));
        assert_eq!(NeedColumn::of_option("--max-total"), None);
    }
}

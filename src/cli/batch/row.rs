//! The cells of a row of needs, and their places.

use super::columns::{JsonKeys, NeedColumn, not_carried};
use crate::catalogue::import::json::JsonObject;
use crate::catalogue::problems::{Diagnostic, MOST_REPORTED};
use crate::catalogue::table::{Header, Row};
use crate::domain::error::Error;
use crate::domain::live::is_live;
use crate::domain::number::of_json;
use crate::domain::word::Word;
use crate::render::batch::{CarriedCell, CarriedValue, carried_name};
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeSet;

const COLUMNS: usize = NeedColumn::ALL.len();

/// What some programs write in JSON for numbers that it does not have.
const NO_NUMBERS: [&str; 2] = ["NaN", "Infinity"];

/// The texts of a row, by column; blank ones are `None`.
#[derive(Debug, Default)]
pub struct NeedCells<'r>([Option<Cow<'r, str>>; COLUMNS]);

impl NeedCells<'_> {
    pub fn get(&self, column: NeedColumn) -> Option<&str> {
        self.0[column as usize].as_deref()
    }
}

/// The index of each column in a CSV file.
#[derive(Clone, Debug)]
pub struct NeedColumns {
    /// `None` if the file does not have the column.
    known: [Option<usize>; COLUMNS],
    /// The other columns with their names in the answers, in the order of the file.
    carried: Vec<(usize, String)>,
}

impl NeedColumns {
    /// Finds the columns of a header.
    ///
    /// # Errors
    /// `column-twice`, `column-missing` and those of [`not_carried`]: every problem of the header.
    pub fn from_header(header: &Header) -> Result<Self, Vec<Diagnostic>> {
        let mut columns = Self { known: [None; COLUMNS], carried: Vec::new() };
        let mut problems = Vec::new();
        for (index, name) in header.names().iter().enumerate() {
            let error = match (NeedColumn::of_header(name), not_carried(name)) {
                (Some(column), _) if columns.known[column as usize].is_none() => {
                    columns.known[column as usize] = Some(index);
                    continue;
                }
                (Some(column), _) => Error::new("column-twice").with("column", column.word()),
                (None, Some(error)) => error,
                (None, None) => {
                    if !name.is_empty() {
                        columns.carried.push((index, Self::free_name(name, header)));
                    }
                    continue;
                }
            };
            problems.push(Diagnostic { cell: None, ..header.problem(index, error) });
        }
        if columns.known[NeedColumn::Days as usize].is_none() && problems.is_empty() {
            problems.push(header.missing(NeedColumn::Days.word()));
        }
        problems.truncate(MOST_REPORTED);
        if problems.is_empty() { Ok(columns) } else { Err(problems) }
    }

    /// The name of a carried column in the answers, which no other one has.
    fn free_name(name: &str, header: &Header) -> String {
        let mut free = carried_name(name).into_owned();
        while free != name && header.names().contains(&free) {
            free.insert_str(0, "in_");
        }
        free
    }

    /// The names in the answers of the columns that are carried through.
    pub fn carried_names(&self) -> impl Iterator<Item = &str> {
        self.carried.iter().map(|(_, name)| name.as_str())
    }

    /// The cells of a row that are carried through; all of them are blank if the row cannot be read.
    pub fn carried<'r>(&'r self, row: Option<&'r Row<'_>>) -> Vec<CarriedCell<'r>> {
        let cells = self.carried.iter().map(|(index, name)| CarriedCell {
            name: name.as_str().into(),
            value: row.and_then(|row| row.text(Some(*index))).map_or(CarriedValue::Blank, CarriedValue::Text),
        });
        cells.collect()
    }

    /// The cells of a row.
    ///
    /// # Errors
    /// `control-character` if a cell has one, such as a line break.
    pub fn cells<'r>(&self, row: &'r Row<'_>) -> Result<NeedCells<'r>, BadRow> {
        let cells = NeedCells(self.known.map(|index| row.text(index).map(Cow::Borrowed)));
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
        match column.and_then(|column| self.known[column as usize]) {
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

/// The cells of a line of NDJSON.
#[derive(Debug)]
pub struct JsonCells<'r> {
    /// The cells of the need, or why they are not valid.
    pub need: Result<NeedCells<'static>, BadRow>,
    /// The other keys with their values.
    pub carried: Vec<(String, &'r RawValue)>,
}

impl<'r> JsonRow<'r> {
    /// The problem of a file of other JSON than an object on each line, which its first line shows: an array, or an object
    /// over several lines.
    pub fn other_json(first_line: &[u8]) -> Option<Diagnostic> {
        let is_cut = serde_json::from_slice::<IgnoredAny>(first_line).is_err_and(|error| error.is_eof());
        let code = match first_line.first() {
            Some(b'[') => "json-array",
            Some(b'{') if is_cut => "json-over-lines",
            _ => return None,
        };
        Some(Diagnostic { line: 1, column: 1, cell: None, error: Error::new(code) })
    }

    /// The cells of the object on this line. If they are not valid, the first problem is reported.
    pub fn cells(&self, keys: &mut JsonKeys) -> JsonCells<'r> {
        let object: JsonObject<'r> = match serde_json::from_slice(self.bytes) {
            Ok(object) => object,
            Err(error) => {
                let column = error.column() as u64;
                let rest = self.bytes.get(error.column().saturating_sub(1)..).unwrap_or_default();
                let error = match NO_NUMBERS.iter().find(|word| rest.starts_with(word.as_bytes())) {
                    Some(word) => Error::new("json-without-number").with("value", *word),
                    None => Error::new("not-a-json-object"),
                };
                let problem = Diagnostic { line: self.line, column, cell: None, error };
                return JsonCells { need: Err(BadRow { id: None, problem }), carried: Vec::new() };
            }
        };
        let mut cells = NeedCells::default();
        let mut carried: Vec<(String, &'r RawValue)> = Vec::new();
        let mut own_keys = BTreeSet::new();
        let mut bad = None;
        let mut seen = [false; COLUMNS];
        for (key, value) in object.0 {
            let column = match keys.column(&key) {
                Ok(Some(column)) => column,
                Ok(None) if own_keys.insert(key.clone()) => {
                    carried.push((key, value));
                    continue;
                }
                unknown => {
                    let error = unknown
                        .err()
                        .unwrap_or_else(|| Error::new("column-twice").with("column", key.as_str()));
                    bad.get_or_insert_with(|| Diagnostic { cell: None, ..self.problem_at(&key, error) });
                    continue;
                }
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
        let need = match bad {
            None => Ok(cells),
            Some(problem) => Err(BadRow { id: cells.get(NeedColumn::Id).map(str::to_owned), problem }),
        };
        JsonCells { need, carried }
    }

    /// A warning for a key that the answers cannot carry.
    pub fn ignored(&self, key: &str) -> Diagnostic {
        let error = Error::new("column-unknown").with("column", key);
        Diagnostic { cell: None, ..self.problem_at(key, error) }
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
        let JsonCells { need, carried } = row.cells(&mut JsonKeys::default());
        let cells = need.unwrap();
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
        let others: Vec<_> = carried.iter().map(|(key, value)| (key.as_str(), value.get())).collect();
        assert_eq!(others, [("plan", "\"x\"")]);
        assert_eq!(place(&row.ignored("plan")), (4, 135, "column-unknown"));
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
        let bad = second(r#"{"id":"é","days":{"x":1}}"#).cells(&mut JsonKeys::default()).need.unwrap_err();
        assert_eq!((place(&bad.problem), bad.id.as_deref()), ((2, 11, "cell-not-text"), Some("é")));
        assert_eq!(
            place(&second("[1]").cells(&mut JsonKeys::default()).need.unwrap_err().problem).2,
            "not-a-json-object"
        );
        let found = second(r#"{"days": 0}"#).problem(Some(NeedColumn::Days), Error::new("x"));
        assert_eq!((place(&found), found.cell.as_deref()), ((2, 2, "x"), Some("days")));
    }

    /// Checks the id and the days of a line, or the id of its answer and the error; `-` is for none.
    #[track_caller]
    fn check(line: &str, expected: Result<(&str, &str), (&str, &str)>) {
        match second(line).cells(&mut JsonKeys::default()).need {
            Ok(cells) => {
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
        check(r#"{"ID":1,"Days":3,"note":2}"#, Ok(("1", "3")));
        check(r#"{"id":1,"days":3,"note":2,"note":3}"#, Err(("1", "column-twice")));
        check(r#"{"id":1,"days":3,"operater":"inwi"}"#, Err(("1", "column-near-miss")));
        check(r#"{"id":1,"days":3"#, Err(("-", "not-a-json-object")));
        check(r#"{"id":1,"days":NaN}"#, Err(("-", "json-without-number")));
        check(r#"{"days": -Infinity}"#, Err(("-", "json-without-number")));
    }

    /// Checks the columns of a header: those of a need, then `/` and the carried ones; or its errors.
    #[track_caller]
    fn check_header(names: &str, expected: Result<&str, &str>) {
        let read = Header::read(names.as_bytes(), &[], None);
        let found = match read.and_then(|(header, _)| NeedColumns::from_header(&header)) {
            Ok(columns) => {
                let known =
                    NeedColumn::ALL.iter().filter(|column| columns.known[**column as usize].is_some());
                let carried = columns.carried_names().map(str::to_owned);
                let known: Vec<_> =
                    known.map(ToString::to_string).chain(["/".to_owned()]).chain(carried).collect();
                Ok(known.join(" "))
            }
            Err(problems) => {
                Err(problems.iter().map(|problem| problem.error.to_string()).collect::<Vec<_>>().join("; "))
            }
        };
        assert_eq!(found.as_deref().map_err(String::as_str), expected, "{names}");
    }

    #[test]
    fn headers_in_any_case_and_columns_to_carry() {
        check_header("id,days,data", Ok("id days data /"));
        check_header("ID, Days ,Per day,HAVE-SIM", Ok("id days per_day have_sim /"));
        check_header("days,note,rank,in_rank,,city", Ok("days / note in_in_rank in_rank city"));
        check_header("days,user,date,database,name,line_id", Ok("days / user date database name line_id"));
        check_header("days,per_day,Per day", Err("column-twice column=`Per day`"));
        check_header("id,data", Err("column-missing column=`days`"));
        check_header("days,dta", Err("column-near-miss column=`dta` names=``data``"));
        check_header("days,lien", Err("column-near-miss column=`lien` names=``line``"));
        check_header("days,operater", Err("column-near-miss column=`operater` names=``operator``"));
        check_header(
            "days,dataper",
            Err("column-near-miss column=`dataper` names=``data`, `per_day`, `have_data``"),
        );
        check_header(
            "day,curency",
            Err("column-near-miss column=`day` names=``days`, `per_day`, `have_days``; \
             column-near-miss column=`curency` names=``currency``"),
        );
    }
}

//! A row of needs: its cells, and where they stand.

use crate::catalogue::table::{Header, Problem, Row};
use crate::domain::figure::Fault;
use crate::domain::word::{Word, words};
use serde_json::{Map, Value};
use std::borrow::Cow;

words! {
    /// What a row may say; each as the option of this name does.
    Column {
        /// The name of the need; its number where it has none.
        Id = "id",
        /// How many days the stay has.
        Days = "days",
        /// The data over the whole stay.
        Data = "data",
        /// The data each day.
        PerDay = "per_day",
        /// Call minutes.
        Minutes = "minutes",
        /// Only these operators.
        Operator = "operator",
        /// Only these lines.
        Line = "line",
        /// Whether the user lives there.
        Resident = "resident",
        /// The lines of which the user has the SIM.
        HaveSim = "have_sim",
        /// The data left on it.
        HaveData = "have_data",
        /// The days for which that lasts.
        HaveDays = "have_days",
        /// How many purchases are allowed.
        MaxPurchases = "max_purchases",
        /// The currency that totals are shown in.
        Currency = "currency",
        /// The first day of the stay.
        From = "from",
    }
}

const COLUMNS: usize = Column::ALL.len();

impl Column {
    /// The column of this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.word() == name)
    }

    /// The column that says what an option does: of `--per-day` it is `per_day`.
    pub fn of_option(option: &str) -> Option<Self> {
        Self::of_name(&option.trim_start_matches('-').replace('-', "_"))
    }
}

/// The texts of a row; blank ones are `None`.
#[derive(Debug, Default)]
pub struct Cells<'r>([Option<Cow<'r, str>>; COLUMNS]);

impl Cells<'_> {
    /// The text of a cell.
    pub fn get(&self, column: Column) -> Option<&str> {
        self.0[column as usize].as_deref()
    }
}

/// Which columns a CSV file has, and where.
#[derive(Clone, Debug)]
pub struct Columns([Option<usize>; COLUMNS]);

impl Columns {
    /// The known columns of a header, and a problem for each that is not known.
    pub fn of(header: &Header) -> (Self, Vec<Problem>) {
        let columns = std::array::from_fn(|column| header.column(Column::ALL[column].word()));
        let names = header.names().iter().enumerate();
        let unknown = names.filter(|(_, name)| Column::of_name(name).is_none());
        let problem = |(index, name): (usize, &String)| {
            let fault = Fault::new("column-unknown").with("column", name.as_str());
            Problem { cell: None, ..header.problem(index, fault) }
        };
        (Self(columns), unknown.map(problem).collect())
    }

    /// The cells of a row.
    pub fn cells<'r>(&self, row: &'r Row<'_>) -> Cells<'r> {
        Cells(self.0.map(|index| row.text(index).map(Cow::Borrowed)))
    }

    /// A problem at the place of a cell; at that of the row, where it has no such cell.
    pub fn problem(&self, row: &Row<'_>, column: Option<Column>, fault: Fault) -> Problem {
        match column.and_then(|column| self.0[column as usize]) {
            Some(index) => row.problem(index, fault),
            None => Problem { cell: column.map(|column| column.to_string()), ..row.problem(0, fault) },
        }
    }
}

/// A line of NDJSON.
#[derive(Clone, Copy, Debug)]
pub struct JsonRow<'r> {
    /// The bytes of the line.
    pub bytes: &'r [u8],
    /// Its number.
    pub line: u64,
}

impl JsonRow<'_> {
    /// The cells of the object on this line, and its keys that are not known.
    ///
    /// # Errors
    /// What is wrong with the line as a whole or with a value.
    pub fn cells(&self) -> Result<(Cells<'static>, Vec<Problem>), Problem> {
        let object: Map<String, Value> = serde_json::from_slice(self.bytes).map_err(|error| {
            let column = error.column() as u64;
            Problem { line: self.line, column, cell: None, fault: Fault::new("not-a-json-object") }
        })?;
        let (mut cells, mut unknown) = (Cells::default(), Vec::new());
        for (key, value) in object {
            let Some(column) = Column::of_name(&key) else {
                let fault = Fault::new("column-unknown").with("column", key.as_str());
                unknown.push(Problem { cell: None, ..self.problem_at(&key, fault) });
                continue;
            };
            let text = text(value).map_err(|()| self.problem_at(&key, Fault::new("cell-not-text")))?;
            let trimmed = text.trim();
            if !trimmed.is_empty() {
                let is_trimmed = trimmed.len() == text.len();
                cells.0[column as usize] = Some(if is_trimmed { text } else { trimmed.to_owned() }.into());
            }
        }
        Ok((cells, unknown))
    }

    /// A problem at the place of a key; at that of the row, where it has no such key.
    pub fn problem(&self, column: Option<Column>, fault: Fault) -> Problem {
        column.map_or(Problem { line: self.line, column: 1, cell: None, fault: fault.clone() }, |column| {
            self.problem_at(column.word(), fault)
        })
    }

    fn problem_at(&self, key: &str, fault: Fault) -> Problem {
        let quoted = format!("\"{key}\"");
        let at = memchr::memmem::find(self.bytes, quoted.as_bytes()).unwrap_or(0);
        let before = String::from_utf8_lossy(&self.bytes[..at]);
        Problem {
            line: self.line,
            column: before.chars().count() as u64 + 1,
            cell: Some(key.to_owned()),
            fault,
        }
    }
}

/// A value as the text of a cell; several names as in CSV.
fn text(value: Value) -> Result<String, ()> {
    match value {
        Value::Null => Ok(String::new()),
        Value::Bool(value) => Ok(value.to_string()),
        Value::Number(number) => Ok(number.to_string()),
        Value::String(text) => Ok(text),
        Value::Array(values) => {
            let is_plain = |value: &Value| !matches!(value, Value::Array(_) | Value::Object(_));
            let texts = values.into_iter().map(|value| if is_plain(&value) { text(value) } else { Err(()) });
            texts.collect::<Result<Vec<_>, _>>().map(|texts| texts.join(";"))
        }
        Value::Object(_) => Err(()),
    }
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
            (Column::Id, Some("7")),
            (Column::Days, Some("30")),
            (Column::Data, Some("20 GB")),
            (Column::Operator, Some("inwi;orange")),
            (Column::Resident, Some("true")),
            (Column::Minutes, None),
            (Column::From, None),
        ];
        for (column, text) in expected {
            assert_eq!(cells.get(column), text, "{column}");
        }
        assert_eq!(unknown.len(), 1);
        assert_eq!(unknown[0].fault.code(), "column-unknown");
    }

    #[test]
    fn places_of_json() {
        let row = |text: &'static str| JsonRow { bytes: text.as_bytes(), line: 2 };
        let place = |problem: &Problem| (problem.line, problem.column, problem.fault.code());
        let bad = row(r#"{"id":"é","days":{"x":1}}"#).cells().unwrap_err();
        assert_eq!(place(&bad), (2, 11, "cell-not-text"));
        assert_eq!(place(&row("[1]").cells().unwrap_err()).2, "not-a-json-object");
        let found = row(r#"{"days": 0}"#).problem(Some(Column::Days), Fault::new("x"));
        assert_eq!((place(&found), found.cell.as_deref()), ((2, 2, "x"), Some("days")));
    }

    #[test]
    fn options_and_their_columns() {
        assert_eq!(Column::of_option("--per-day"), Some(Column::PerDay));
        assert_eq!(Column::of_option("--max-total"), None);
    }
}

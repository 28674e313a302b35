//! Single values of an answer's JSON document, for scripts and status bars.
//!
//! A path is keys and positions from 0, joined by points: `offers.0.total`. Its first key may also be one of the main
//! part of the document: the first offer of `compare`, the basket of `cost`. What is beyond `null` or the end of a list is
//! `null`, too: a script sees an empty line, and the exit code says whether there is an answer.

use super::document::Document;
use crate::domain::error::Error;
use crate::domain::live::harmless;
use serde_json::{Map, Value};

/// The keys of the main part of a document, in the order in which they are looked for. A list has its first element for a
/// main part.
const MAIN: [&str; 11] =
    ["offers", "splits", "basket", "offer", "purchase", "plan", "plans", "day", "guides", "answers", "cards"];

static NULL: Value = Value::Null;

/// The reason why a path has no value, and the keys that can be meant.
#[derive(Debug)]
pub struct NoField {
    /// What is wrong with the path.
    pub error: Error,
    /// The keys at its place.
    pub keys: Vec<String>,
}

impl From<Error> for NoField {
    fn from(error: Error) -> Self {
        Self { error, keys: Vec::new() }
    }
}

/// The value at a path, without quotes and with its line break: `null` is an empty line, and a list has a line for each of
/// its elements.
///
/// # Errors
/// `field-unknown` with the keys that there are, `field-of-several` if the value is an object, and as
/// [`Document::json`].
///
/// # Panics
/// Never: our documents are valid JSON.
pub fn field(document: &impl Document, path: &str) -> Result<String, NoField> {
    let json = serde_json::to_value(document.json()?).expect("a document is valid JSON");
    let value = value_at(&json, path)?;
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, item)| line(item, &format!("{path}.{at}")))
            .collect::<Result<_, _>>(),
        single => line(single, path),
    }
    .map_err(NoField::from)
}

fn value_at<'v>(document: &'v Value, path: &str) -> Result<&'v Value, NoField> {
    let mut keys = path.split('.');
    let first = keys.next().unwrap_or_default();
    let mut value = match document.get(first) {
        Some(value) => value,
        None => match main_part(document) {
            Some(Value::Null) => &NULL,
            Some(main) => main.get(first).ok_or_else(|| unknown(path, [document, main]))?,
            None => return Err(unknown(path, [document])),
        },
    };
    for key in keys {
        value = match value {
            Value::Null => &NULL,
            Value::Array(items) => match key.parse::<usize>() {
                Ok(at) => items.get(at).unwrap_or(&NULL),
                Err(_) => return Err(unknown(path, [value])),
            },
            other => other.get(key).ok_or_else(|| unknown(path, [other]))?,
        };
    }
    Ok(value)
}

/// The part of a document whose keys need no path; `null` if there is none this time, because nothing fits.
fn main_part(document: &Value) -> Option<&Value> {
    MAIN.iter().find_map(|key| match document.get(key)? {
        Value::Array(items) => Some(items.first().unwrap_or(&NULL)),
        part @ Value::Object(_) => Some(part),
        _ => None,
    })
}

/// The error of a path to nothing in any of these values.
fn unknown<const N: usize>(path: &str, values: [&Value; N]) -> NoField {
    let keys = values.iter().flat_map(|value| match value {
        Value::Object(fields) => fields.keys().cloned().collect(),
        Value::Array(items) => (0..items.len()).map(|at| at.to_string()).collect(),
        _ => Vec::new(),
    });
    NoField { error: Error::new("field-unknown").with("value", path), keys: keys.collect() }
}

/// A value on one line.
fn line(value: &Value, path: &str) -> Result<String, Error> {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => harmless(text).into_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Object(fields) => return Err(several(path, &paths(path, fields))),
        Value::Array(items) => {
            let paths: Vec<_> = (0..items.len()).map(|at| format!("{path}.{at}")).collect();
            return Err(several(path, &paths));
        }
    };
    Ok(text + "\n")
}

fn paths(path: &str, fields: &Map<String, Value>) -> Vec<String> {
    fields.keys().map(|key| format!("{path}.{key}")).collect()
}

fn several(path: &str, paths: &[String]) -> Error {
    Error::new("field-of-several").with("value", path).with("expected", paths.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Messages};
    use crate::render::block::Block;
    use serde::Serialize;
    use serde_json::json;

    struct Sample(Value, Messages);

    impl Document for Sample {
        fn messages(&self) -> &Messages {
            &self.1
        }

        fn blocks(&self) -> Result<Vec<Block>, Error> {
            Ok(Vec::new())
        }

        fn json(&self) -> Result<impl Serialize, Error> {
            Ok(&self.0)
        }
    }

    /// Checks what is printed, or the code and the keys of the error.
    #[track_caller]
    fn check(document: &Value, path: &str, expected: Result<&str, (&str, &[&str])>) {
        let sample = Sample(document.clone(), Messages::new(Language::En, &[]));
        match (field(&sample, path), expected) {
            (Ok(printed), Ok(text)) => assert_eq!(printed, text, "{path}"),
            (Err(error), Err((code, keys))) => {
                assert_eq!(error.error.code(), code, "{path}");
                assert_eq!(error.keys, keys, "{path}");
            }
            (printed, _) => panic!("{path}: {printed:?}"),
        }
    }

    #[test]
    fn values_at_paths() {
        let document = json!({
            "today": "2026-11-25",
            "offers": [
                {"total": "120.00", "rank": 1, "stale": true, "days": [1, 11], "left": null, "items": [{"plan": "a"}]},
                {"total": "230.00"},
            ],
            "fallback": null,
        });
        check(&document, "today", Ok("2026-11-25\n"));
        check(&document, "total", Ok("120.00\n"));
        check(&document, "rank", Ok("1\n"));
        check(&document, "stale", Ok("true\n"));
        check(&document, "offers.1.total", Ok("230.00\n"));
        check(&document, "items.0.plan", Ok("a\n"));
        check(&document, "days", Ok("1\n11\n"));
        check(&document, "left", Ok("\n"));
        check(&document, "offers.7.total", Ok("\n"));
        check(&document, "fallback.offer.total", Ok("\n"));
        check(&document, "offers.1.rank", Err(("field-unknown", &["total"])));
        check(&document, "offers.first", Err(("field-unknown", &["0", "1"])));
        check(&document, "today.year", Err(("field-unknown", &[])));
        check(&document, "offers", Err(("field-of-several", &[])));
        check(&document, "offers.1", Err(("field-of-several", &[])));
        let keys = ["fallback", "offers", "today", "days", "items", "left", "rank", "stale", "total"];
        check(&document, "totl", Err(("field-unknown", &keys)));
    }

    #[test]
    fn nothing_is_an_empty_line() {
        check(&json!({"offers": []}), "total", Ok("\n"));
        check(&json!({"offers": [], "today": "x"}), "offers", Ok(""));
    }

    #[test]
    fn a_text_is_one_line() {
        check(&json!({"basket": {"note": "two\nlines \u{1b}[31m"}}), "note", Ok("two lines <U+001B>[31m\n"));
        check(&json!({"plan": "a", "guides": [{"name": "inwi"}]}), "name", Ok("inwi\n"));
    }
}

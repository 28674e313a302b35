//! Reads a JSON document as rows: walks lists within lists, and gives each row the fields of what it lies in.
//!
//! A field is named by its path: `packages.price` is the key `price` of an element of the list `packages`. The values of a
//! list are joined by semicolons, and so are those of the same key of several objects in a list.

use super::source::{SourceField, SourcePlace, SourceRow, SourceRows};
use crate::catalogue::place::problem_at;
use crate::catalogue::problems::Diagnostic;
use crate::domain::error::Error;
use crate::domain::number::of_json;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How deep fields are looked for. No answer of a seller is nested as deep.
const DEEPEST: usize = 16;

/// Reads the rows of a JSON document, with the wanted fields. `lists` are the paths of the lists to walk, each from an element
/// of the one before it.
///
/// # Errors
/// `import-json` if the document is not valid, at the place of its error.
pub fn rows<'s>(
    text: &'s str,
    lists: &[String],
    wanted: &BTreeSet<String>,
) -> Result<SourceRows<'s>, Diagnostic> {
    let document: &RawValue = serde_json::from_str(text).map_err(|error| {
        let said = error.to_string();
        let why = said.split(" at line ").next().unwrap_or_default();
        let line = (error.line() as u64).max(1);
        let column = (error.column() as u64).max(1);
        Diagnostic { line, column, cell: None, error: Error::new("import-json").with("why", why) }
    })?;
    let mut walker = Walker { text, wanted, rows: Vec::new(), names: BTreeSet::new() };
    walker.visit(document, lists, "", &BTreeMap::new());
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).collect();
    Ok(SourceRows { text, breaks, rows: walker.rows, names: walker.names })
}

/// The fields of a row or of something around it.
type Fields = BTreeMap<String, SourceField>;

struct Walker<'s, 'w> {
    text: &'s str,
    wanted: &'w BTreeSet<String>,
    rows: Vec<Result<SourceRow, Diagnostic>>,
    /// The names of all fields, wanted or not.
    names: BTreeSet<String>,
}

impl Walker<'_, '_> {
    /// Adds the rows of a value whose fields have this prefix, and which lies in something with the `outer` fields.
    fn visit(&mut self, value: &RawValue, lists: &[String], prefix: &str, outer: &Fields) {
        if let Some(elements) = elements(value) {
            for element in elements {
                self.visit_object(element, lists, prefix, outer);
            }
        } else if value.get() != "null" {
            self.visit_object(value, lists, prefix, outer);
        }
    }

    fn visit_object(&mut self, value: &RawValue, lists: &[String], prefix: &str, outer: &Fields) {
        let Some(JsonObject(pairs)) = object(value) else {
            let problem = problem_at(self.text, self.offset(value), Error::new("import-not-object"));
            self.rows.push(Err(problem));
            return;
        };
        let mut fields = outer.clone();
        let next = lists.first().map(|path| format!("{prefix}{path}"));
        for (key, member) in &pairs {
            self.add(&mut fields, &format!("{prefix}{key}"), member, next.as_deref(), 0);
        }
        let Some((path, rest)) = lists.split_first() else {
            self.rows.push(Ok(SourceRow { fields, at: SourcePlace::Byte(self.offset(value)) }));
            return;
        };
        let name = path.rsplit('.').next().unwrap_or(path);
        if let Some(inner) = at_path(value, path) {
            self.visit(inner, rest, &format!("{name}."), &fields);
        }
    }

    /// Adds the fields of a value. The list that is walked next has fields of its own.
    fn add(&mut self, fields: &mut Fields, name: &str, value: &RawValue, next: Option<&str>, depth: usize) {
        if Some(name) == next || depth > DEEPEST {
            return;
        }
        if let Some(JsonObject(pairs)) = object(value) {
            for (key, member) in &pairs {
                self.add(fields, &format!("{name}.{key}"), member, next, depth + 1);
            }
            return;
        }
        if let Some(elements) = elements(value) {
            for element in elements {
                self.add(fields, name, element, next, depth + 1);
            }
            return;
        }
        self.names.insert(name.to_owned());
        if !self.wanted.contains(name) {
            return;
        }
        let (text, is_number) = scalar(value.get());
        let at = SourcePlace::Byte(self.offset(value));
        match fields.get_mut(name) {
            // Another element of a list, unless it is that of something around this.
            Some(field) if depth > 0 => {
                field.text += &format!(";{text}");
                field.is_number = false;
            }
            _ => drop(fields.insert(name.to_owned(), SourceField { text, is_number, at })),
        }
    }

    /// The byte at which a value begins, which is a part of the text.
    fn offset(&self, value: &RawValue) -> usize {
        value.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }
}

/// The value at a path of keys.
fn at_path<'v>(value: &'v RawValue, path: &str) -> Option<&'v RawValue> {
    path.split('.').try_fold(value, |inner, key| {
        let JsonObject(pairs) = object(inner)?;
        pairs.into_iter().rev().find(|(name, _)| name == key).map(|(_, member)| member)
    })
}

fn object(value: &RawValue) -> Option<JsonObject<'_>> {
    value.get().starts_with('{').then(|| serde_json::from_str(value.get()).ok())?
}

fn elements(value: &RawValue) -> Option<Vec<&RawValue>> {
    value.get().starts_with('[').then(|| serde_json::from_str(value.get()).ok())?
}

/// The text of a value that is neither a list nor an object, and whether it is a number.
fn scalar(raw: &str) -> (String, bool) {
    match raw.as_bytes().first() {
        Some(b'"') => (serde_json::from_str(raw).unwrap_or_default(), false),
        Some(b'-' | b'0'..=b'9') => (of_json(raw), true),
        _ if raw == "null" => (String::new(), false),
        _ => (raw.to_owned(), false),
    }
}

/// The keys and values of a JSON object. Values keep their text, so that no digit of a number is lost.
pub struct JsonObject<'r>(pub Vec<(String, &'r RawValue)>);

impl<'de> Deserialize<'de> for JsonObject<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = JsonObject<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<JsonObject<'de>, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(JsonObject(pairs))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the rows of a document, each as `line:column name=text …`, or its problem.
    #[track_caller]
    fn check(text: &str, lists: &[&str], wanted: &[&str], expected: &[&str]) {
        let lists: Vec<_> = lists.iter().map(|&list| list.to_owned()).collect();
        let wanted = wanted.iter().map(|&name| name.to_owned()).collect();
        let found = match rows(text, &lists, &wanted) {
            Ok(found) => found,
            Err(problem) => {
                assert_eq!([problem.to_string()], expected);
                return;
            }
        };
        let shown = found.rows.iter().map(|row| match row {
            Ok(row) => {
                let (line, column) = found.place(row.at);
                assert_eq!(found.line(row.at), line);
                let fields = row.fields.iter().map(|(name, field)| format!(" {name}={}", field.text));
                format!("{line}:{column}{}", fields.collect::<String>())
            }
            Err(problem) => problem.to_string(),
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn rows_have_the_fields_around_them() {
        let text = "{\"unit\": \"MB\",\n \"data\": [{\"slug\": \"ma\", \"operators\": [\n  {\"title\": \"A\", \"packages\": [{\"id\": \
                    \"x\", \"price\": 4.50}, {\"id\": \"y\"}]},\n  {\"title\": \"B\", \"packages\": null}]}]}";
        let wanted = ["unit", "data.slug", "operators.title", "packages.id", "packages.price", "nothing"];
        check(
            text,
            &["data", "operators", "packages"],
            &wanted,
            &[
                "3:31 data.slug=ma operators.title=A packages.id=x packages.price=4.5 unit=MB",
                "3:59 data.slug=ma operators.title=A packages.id=y unit=MB",
            ],
        );
    }

    #[test]
    fn lists_of_values_are_joined() {
        let text = "[{\"a\": [1, \"b\"], \"c\": {\"d\": true, \"e\": [{\"f\": \"MA\"}, {\"f\": \"ES\"}]}}]";
        check(text, &[], &["a", "c.d", "c.e.f"], &["1:2 a=1;b c.d=true c.e.f=MA;ES"]);
        check("{\"r\": {\"p\": [{\"a\": 1e2}]}}", &["r.p"], &["p.a"], &["1:14 p.a=100"]);
    }

    #[test]
    fn what_is_no_row_is_located() {
        check("[{\"a\": 1},\n 2]", &[], &["a"], &["1:2 a=1", "2:2: -: import-not-object"]);
        check("", &[], &["a"], &["1:1: -: import-json why=`EOF while parsing a value`"]);
        check("[1,\n}", &[], &["a"], &["2:1: -: import-json why=`expected value`"]);
        check(
            &"[".repeat(100_000),
            &[],
            &["a"],
            &["1:100000: -: import-json why=`EOF while parsing a list`"],
        );
    }
}

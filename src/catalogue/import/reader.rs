//! Reads a map from TOML, with the place of everything that is wrong.

use super::map::{Alternatives, FieldName, ImportMap, MappedColumn, RowFilter, SourceFormat, ValueOrigin};
use crate::catalogue::columns::{COLUMNS, Column, REQUIRED};
use crate::catalogue::near::nearest_slips;
use crate::catalogue::place::{place, problem_at};
use crate::catalogue::problems::Diagnostic;
use crate::domain::error::Error;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys of a map.
const KEYS: [&str; 5] = ["format", "rows", "columns", "values", "filter"];

/// The keys of a column.
const COLUMN_KEYS: [&str; 12] = [
    "from",
    "value",
    "join",
    "slug",
    "with",
    "prefix",
    "unit",
    "decimal",
    "unlimited",
    "unknown",
    "otherwise",
    "optional",
];

/// The keys that say where a value comes from. A column has exactly one of them.
const ORIGINS: [&str; 4] = ["from", "value", "join", "slug"];

type Value<'v> = Spanned<DeValue<'v>>;

pub(super) struct MapReader<'t> {
    text: &'t str,
    problems: Vec<Diagnostic>,
}

impl<'t> MapReader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, problems: Vec::new() }
    }

    pub(super) fn map(mut self) -> Result<ImportMap, Vec<Diagnostic>> {
        let parsed = DeTable::parse(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            vec![problem_at(self.text, at, Error::new("config-syntax").with("why", error.message()))]
        })?;
        let table = parsed.get_ref();
        self.check_keys(table, &KEYS);
        let format = self.format(table);
        let rows = table.get("rows").map(|value| self.texts("rows", value)).unwrap_or_default();
        let columns = self.columns(table);
        let filters = self.filters(table);
        match format {
            Some(format) if self.problems.is_empty() => Ok(ImportMap { format, rows, columns, filters }),
            _ => {
                self.problems.sort_by_key(|problem| (problem.line, problem.column));
                Err(self.problems)
            }
        }
    }

    fn format(&mut self, table: &DeTable<'_>) -> Option<SourceFormat> {
        let Some(value) = table.get("format") else {
            self.problem(0, Error::new("map-key-missing").with("key", "format"));
            return None;
        };
        let word = self.single("format", value)?;
        SourceFormat::parse(&word).map_err(|error| self.problem(value.span().start, error)).ok()
    }

    fn columns(&mut self, map: &DeTable<'_>) -> Vec<MappedColumn> {
        let Some(value) = map.get("columns") else {
            self.problem(0, Error::new("map-key-missing").with("key", "columns"));
            return Vec::new();
        };
        let Some(table) = self.table("columns", value) else { return Vec::new() };
        self.check_keys(table, &COLUMNS);
        for required in REQUIRED.into_iter().filter(|required| !table.contains_key(*required)) {
            self.problem(value.span().start, Error::new("map-key-missing").with("key", required));
        }
        let mut words = self.words(map, table);
        let known = Column::ALL.into_iter().filter_map(|column| Some((column, table.get(column.name())?)));
        known
            .filter_map(|(column, value)| {
                let words = words.remove(column.name()).unwrap_or_default();
                Some(MappedColumn { words, ..self.column(column, value)? })
            })
            .collect()
    }

    /// The words of each column.
    fn words(
        &mut self,
        map: &DeTable<'_>,
        columns: &DeTable<'_>,
    ) -> BTreeMap<String, BTreeMap<String, String>> {
        let mut words = BTreeMap::new();
        let Some(values) = map.get("values").and_then(|value| self.table("values", value)) else {
            return words;
        };
        for (column, value) in values {
            let name = column.get_ref().as_ref();
            if !columns.contains_key(name) {
                let error = Error::new("map-column-not-mapped").with("value", name);
                self.problem(column.span().start, error);
                continue;
            }
            let Some(table) = self.table(name, value) else { continue };
            let mut of_column = BTreeMap::new();
            for (word, ours) in table {
                if let Some(ours) = self.single(word.get_ref(), ours) {
                    of_column.insert(word.get_ref().to_lowercase(), ours);
                }
            }
            words.insert(name.to_owned(), of_column);
        }
        words
    }

    fn column(&mut self, column: Column, value: &Value<'_>) -> Option<MappedColumn> {
        let mut mapped = MappedColumn {
            column,
            origin: ValueOrigin::Constant(String::new()),
            unit: None,
            decimal: None,
            unlimited: Vec::new(),
            unlimited_if: None,
            unknown: Vec::new(),
            otherwise: None,
            is_optional: false,
            words: BTreeMap::new(),
        };
        let table = match value.get_ref() {
            DeValue::String(name) => {
                let field = self.field(name, value);
                return Some(MappedColumn { origin: ValueOrigin::Field(vec![field]), ..mapped });
            }
            DeValue::Table(table) => table,
            _ => {
                let error = Error::new("map-not-column").with("key", column.name());
                self.problem(value.span().start, error);
                return None;
            }
        };
        self.check_keys(table, &COLUMN_KEYS);
        mapped.unit = self.unit(column, table);
        mapped.decimal = self.decimal(table);
        mapped.otherwise = self.optional("otherwise", table);
        if let Some(value) = table.get("unknown") {
            mapped.unknown = self.texts("unknown", value);
        }
        if let Some(value) = table.get("unlimited") {
            match value.get_ref() {
                DeValue::Table(table) => mapped.unlimited_if = self.unlimited_if(table, value),
                _ => mapped.unlimited = self.texts("unlimited", value),
            }
        }
        mapped.is_optional = self.flag(table);
        let mut origins = ORIGINS.into_iter().filter_map(|key| Some((key, table.get(key)?)));
        let (Some((key, value)), None) = (origins.next(), origins.next()) else {
            self.problem(value.span().start, Error::new("map-origin").with("key", column.name()));
            return None;
        };
        mapped.origin = match key {
            "value" => ValueOrigin::Constant(self.single(key, value)?),
            "from" => ValueOrigin::Field(self.alternatives(key, value)?),
            "join" => {
                let between = self.optional("with", table).unwrap_or_else(|| " ".to_owned());
                ValueOrigin::Joined(self.groups(key, value)?, between)
            }
            _ => ValueOrigin::Slug(self.groups(key, value)?, self.optional("prefix", table)),
        };
        Some(mapped)
    }

    /// The unit of a volume or of a validity.
    fn unit(&mut self, column: Column, table: &DeTable<'_>) -> Option<String> {
        const OF_VALIDITY: [&str; 2] = ["d", "h"];
        let value = table.get("unit")?;
        let unit = self.single("unit", value)?;
        let checked = match column {
            Column::Data => DataVolume::parse(&format!("1{unit}")).map(|_| ()),
            Column::Validity if OF_VALIDITY.contains(&&*unit) => Ok(()),
            Column::Validity => Err(Error::new("unknown-word")
                .with("value", unit.as_str())
                .with("expected", OF_VALIDITY.join(", "))),
            _ => Err(Error::new("map-unit-not-here").with("key", column.name())),
        };
        checked.map_err(|error| self.problem(value.span().start, error)).ok()?;
        Some(unit)
    }

    fn decimal(&mut self, table: &DeTable<'_>) -> Option<char> {
        let value = table.get("decimal")?;
        let mark = self.single("decimal", value)?;
        match mark.as_str() {
            "." => Some('.'),
            "," => Some(','),
            _ => {
                self.problem(value.span().start, Error::new("map-decimal").with("value", mark));
                None
            }
        }
    }

    /// A field that says that the value is unlimited, and its texts that do.
    fn unlimited_if(&mut self, table: &DeTable<'_>, value: &Value<'_>) -> Option<(FieldName, Vec<String>)> {
        self.check_keys(table, &["from", "is"]);
        let (Some(from), Some(is)) = (table.get("from"), table.get("is")) else {
            let missing = if table.contains_key("from") { "is" } else { "from" };
            self.problem(value.span().start, Error::new("map-key-missing").with("key", missing));
            return None;
        };
        let name = self.single("from", from)?;
        let field = self.field(&name, from);
        Some((field, self.texts("is", is)))
    }

    fn filters(&mut self, map: &DeTable<'_>) -> Vec<RowFilter> {
        let Some(table) = map.get("filter").and_then(|value| self.table("filter", value)) else {
            return Vec::new();
        };
        let mut filters = Vec::new();
        for (name, value) in table {
            let (line, column) = place(self.text, name.span().start);
            let field = FieldName { name: name.get_ref().to_string(), line, column };
            if let DeValue::Table(parts) = value.get_ref() {
                self.check_keys(parts, &["is", "optional"]);
                let Some(is) = parts.get("is") else {
                    self.problem(value.span().start, Error::new("map-key-missing").with("key", "is"));
                    continue;
                };
                let kept = self.texts("is", is);
                filters.push(RowFilter { field, kept, is_optional: self.flag(parts) });
            } else {
                let kept = self.texts(name.get_ref(), value);
                filters.push(RowFilter { field, kept, is_optional: false });
            }
        }
        filters
    }

    /// Whether a table says that its field is optional.
    fn flag(&mut self, table: &DeTable<'_>) -> bool {
        match table.get("optional") {
            None => false,
            Some(value) => value.get_ref().as_bool().unwrap_or_else(|| {
                self.problem(value.span().start, Error::new("map-not-flag").with("key", "optional"));
                false
            }),
        }
    }

    /// Names of fields of which the first with a value counts: one name or a list.
    fn alternatives(&mut self, key: &str, value: &Value<'_>) -> Option<Alternatives> {
        let names = match value.get_ref() {
            DeValue::String(name) => Some(vec![self.field(name, value)]),
            DeValue::Array(items) if !items.is_empty() => {
                let names = items.iter().map(|item| Some(self.field(item.get_ref().as_str()?, item)));
                names.collect()
            }
            _ => None,
        };
        if names.is_none() {
            self.problem(value.span().start, Error::new("map-not-names").with("key", key));
        }
        names
    }

    /// A list of fields, each a name or a list of alternatives.
    fn groups(&mut self, key: &str, value: &Value<'_>) -> Option<Vec<Alternatives>> {
        match value.get_ref() {
            DeValue::Array(items) if !items.is_empty() => {
                items.iter().map(|item| self.alternatives(key, item)).collect()
            }
            _ => Some(vec![self.alternatives(key, value)?]),
        }
    }

    fn field(&self, name: &str, value: &Value<'_>) -> FieldName {
        let (line, column) = place(self.text, value.span().start);
        FieldName { name: name.to_owned(), line, column }
    }

    fn table<'v, 'i>(&mut self, key: &str, value: &'v Value<'i>) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.problem(value.span().start, Error::new("map-not-table").with("key", key));
        }
        table
    }

    fn optional(&mut self, key: &str, table: &DeTable<'_>) -> Option<String> {
        table.get(key).and_then(|value| self.single(key, value))
    }

    fn single(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.problem(value.span().start, Error::new("map-not-text").with("key", key));
        }
        text.map(str::to_owned)
    }

    /// A text or a list of texts.
    fn texts(&mut self, key: &str, value: &Value<'_>) -> Vec<String> {
        let texts = match value.get_ref() {
            DeValue::String(text) => Some(vec![text.clone().into_owned()]),
            DeValue::Array(items) => {
                items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
            }
            _ => None,
        };
        texts.unwrap_or_else(|| {
            self.problem(value.span().start, Error::new("map-not-texts").with("key", key));
            Vec::new()
        })
    }

    fn check_keys(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().as_ref();
            let error = match nearest_slips(name, known).first() {
                Some(similar) => Error::new("map-key-similar").with("value", name).with("similar", *similar),
                None => Error::new("map-key-unknown").with("value", name).with("expected", known.join(", ")),
            };
            self.problem(key.span().start, error);
        }
    }

    fn problem(&mut self, at: usize, error: Error) {
        self.problems.push(problem_at(self.text, at, error));
    }
}

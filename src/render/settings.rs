//! The answer of `config show`: what options default to, and why.

use super::block::{Block, Tone};
use super::document::Document;
use super::grid::{Grid, Shape};
use super::schema_name::{JsonForm, SchemaName};
use crate::domain::error::Error;
use crate::i18n::Messages;
use serde::Serialize;

/// What gives a setting its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingOrigin {
    /// An option of the command line, such as `--currency`.
    Option(String),
    /// An environment variable.
    Variable(String),
    /// A place of the configuration file, with line and column.
    File(String),
    /// Nothing: the program's own default.
    Default,
}

impl SettingOrigin {
    fn kind(&self) -> &'static str {
        match self {
            Self::Option(_) => "option",
            Self::Variable(_) => "variable",
            Self::File(_) => "file",
            Self::Default => "default",
        }
    }

    fn name(&self) -> Option<&str> {
        match self {
            Self::Option(name) | Self::Variable(name) | Self::File(name) => Some(name),
            Self::Default => None,
        }
    }
}

/// A setting.
#[derive(Clone, Debug)]
pub struct SettingRow {
    /// Its name in the file.
    pub key: &'static str,
    /// Its values; none if nothing sets it.
    pub values: Vec<String>,
    /// What gives it its value.
    pub origin: SettingOrigin,
}

/// The settings in use.
#[derive(Clone)]
pub struct SettingsDocument<'a> {
    /// The configuration file, whether it exists or not; `None` if nobody knows where it would be.
    pub file: Option<&'a str>,
    /// Whether it sets anything.
    pub is_read: bool,
    /// The settings, in the order of their names.
    pub rows: Vec<SettingRow>,
    /// The messages of the language.
    pub messages: &'a Messages,
}

/// The answer of `config show`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SettingsForm<'a> {
    schema: SchemaName<Self>,
    /// The configuration file, whether it exists or not; null if nobody knows where it would be.
    file: Option<&'a str>,
    settings: Vec<SettingRowForm<'a>>,
}

impl JsonForm for SettingsForm<'_> {
    const SCHEMA: &'static str = "simplan/settings/1";
}

/// A setting.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct SettingRowForm<'a> {
    /// Its name in the file.
    key: &'a str,
    /// Its values; none if nothing sets it.
    values: &'a [String],
    /// What gives it its value: `option`, `variable`, `file` or `default`.
    origin: &'a str,
    /// The option, the variable or the place in the file; null for the default.
    name: Option<&'a str>,
}

impl Document for SettingsDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let columns =
            [("column-setting", Shape::Word), ("column-value", Shape::Word), ("column-origin", Shape::Word)];
        let rows = self.rows.iter().map(|row| {
            let origin = row.origin.name().map_or_else(|| self.messages.tr("setting-default"), str::to_owned);
            vec![row.key.to_owned(), self.messages.list(&row.values), origin]
        });
        let table = Block::Table(Grid::titled(&columns, rows.collect(), self.messages));
        let about = match self.file.filter(|_| !self.is_read) {
            Some(file) => vec![self.messages.tr_with("settings-file-empty", [("file", file)])],
            None => Vec::new(),
        };
        Ok(vec![table, Block::Remarks(Tone::Faint, about)])
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        let rows = self.rows.iter().map(|row| {
            let name = row.origin.name().unwrap_or_default().to_owned();
            vec![row.key.to_owned(), row.values.join(";"), row.origin.kind().to_owned(), name]
        });
        Some(Ok(Grid::keyed(&["key", "values", "origin", "name"], rows.collect())))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let settings = self.rows.iter().map(|row| SettingRowForm {
            key: row.key,
            values: &row.values,
            origin: row.origin.kind(),
            name: row.origin.name(),
        });
        Ok(SettingsForm { schema: SchemaName::default(), file: self.file, settings: settings.collect() })
    }
}

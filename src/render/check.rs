//! The answer of `plans check`.

use super::block::{Block, Tone};
use super::document::Document;
use super::forms::{FigureForms, Origin, figure_forms};
use super::schema_name::{JsonForm, SchemaName};
use crate::bulk::check::ValidCatalogue;
use crate::domain::error::Error;
use crate::i18n::Messages;
use serde::Serialize;

/// A catalogue without an error.
#[derive(Clone, Copy)]
pub struct CheckDocument<'a> {
    /// How many plans there are, and the warnings about them.
    pub valid: &'a ValidCatalogue,
    /// The source of the catalogue.
    pub origin: &'a Origin,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for CheckDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let count = self.messages.tr_with("check-valid", [("count", self.valid.plans)]);
        Ok(vec![Block::Sentences(Tone::Plain, vec![count])])
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let warnings = self.valid.warnings.iter().map(|warning| CheckWarningForm {
            code: warning.error.code(),
            column: warning.column,
            detail: figure_forms(warning.error.figures()),
            line: warning.line,
        });
        Ok(CheckForm { catalogue: self.origin, schema: SchemaName::default(), warnings: warnings.collect() })
    }
}

/// The answer of `plans check` for a valid catalogue.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CheckForm<'a> {
    catalogue: &'a Origin,
    schema: SchemaName<Self>,
    /// What should be corrected, in the order of the file.
    warnings: Vec<CheckWarningForm>,
}

impl JsonForm for CheckForm<'_> {
    const SCHEMA: &'static str = "simplan/check/1";
}

/// A warning about a place of the file.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct CheckWarningForm {
    /// The stable code of the warning, in kebab-case.
    code: &'static str,
    /// The character of the line, counted from 1.
    column: u64,
    detail: FigureForms,
    /// The line, counted from 1.
    line: u64,
}

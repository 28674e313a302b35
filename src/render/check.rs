//! The answer of `plans check`.

use super::block::{Block, Tone};
use super::document::Document;
use super::forms::{Origin, figures_map};
use crate::bulk::check::ValidCatalogue;
use crate::domain::error::Error;
use crate::i18n::Messages;
use serde::Serialize;
use serde_json::{Value, json};

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
        let warnings = self.valid.warnings.iter().map(|warning| {
            json!({
                "line": warning.line,
                "column": warning.column,
                "code": warning.error.code(),
                "detail": figures_map(warning.error.figures()),
            })
        });
        Ok(json!({
            "schema": "simplan/check/1",
            "catalogue": self.origin,
            "warnings": warnings.collect::<Vec<Value>>(),
        }))
    }
}

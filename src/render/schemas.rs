//! The answers of `schema`: a JSON Schema, or the list of those that there are.

use super::block::Block;
use super::document::Document;
use super::grid::{Grid, Shape};
use super::schema_name::{JsonForm, SchemaName};
use crate::domain::error::Error;
use crate::i18n::Messages;
use serde::Serialize;

/// The schema of an answer. It is JSON in every format.
#[derive(Clone, Copy)]
pub struct SchemaDocument<'a, S> {
    /// The schema.
    pub schema: &'a S,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl<S: Serialize> Document for SchemaDocument<'_, S> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        Ok(Vec::new())
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        Ok(self.schema)
    }
}

/// The answers that have a schema.
#[derive(Clone)]
pub struct SchemaListDocument<'a> {
    /// The words of a command, or `error`, and the names of the forms of its answers.
    pub answers: Vec<(&'static str, Vec<&'static str>)>,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for SchemaListDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let heads = [("column-answer", Shape::Word), ("column-schema", Shape::Text)];
        let how = Block::Aside(self.messages.tr("schema-how"));
        Ok(vec![Block::Table(Grid::titled(&heads, self.cells(", "), self.messages)), how])
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(Ok(Grid::keyed(&["answer", "schema"], self.cells(" "))))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let answers = self.answers.iter();
        let answers = answers.map(|(answer, schemas)| AnswerSchemasForm { answer, schemas: schemas.clone() });
        Ok(SchemaListForm { schema: SchemaName::default(), answers: answers.collect() })
    }
}

impl SchemaListDocument<'_> {
    fn cells(&self, separator: &str) -> Vec<Vec<String>> {
        let answers = self.answers.iter();
        answers.map(|(answer, schemas)| vec![(*answer).to_owned(), schemas.join(separator)]).collect()
    }
}

/// The answer of `schema` without a command.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SchemaListForm {
    schema: SchemaName<Self>,
    /// The answers that have a schema.
    answers: Vec<AnswerSchemasForm>,
}

impl JsonForm for SchemaListForm {
    const SCHEMA: &'static str = "simplan/schemas/1";
}

/// The forms of the answers of a command.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct AnswerSchemasForm {
    /// The words of the command, or `error`.
    answer: &'static str,
    /// The names of the forms, as the key `schema` has them.
    schemas: Vec<&'static str>,
}

//! Errors for scripts: a JSON document with the code, the place and the hint of an error.

use super::error::AskError;
use crate::i18n::Messages;
use crate::render::schema_name::{JsonForm, SchemaName};
use serde::Serialize;

/// An error for scripts. Its sentences are in the language of the user.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ErrorReport<'a> {
    schema: SchemaName<Self>,
    /// The stable code of the error, in kebab-case.
    code: &'static str,
    /// What is wrong, as a sentence.
    message: String,
    /// The option, the argument or the variable whose value is not valid.
    option: Option<&'a str>,
    /// The value that is not valid.
    value: Option<String>,
    /// The file that the error is about, and the place of its first problem.
    place: Option<FilePlace>,
    /// What to do about it, a line for each hint.
    hint: Option<String>,
    /// The problems of the file, in the order of their places.
    problems: Vec<ReportedProblem<'a>>,
}

impl JsonForm for ErrorReport<'_> {
    const SCHEMA: &'static str = "simplan/error/1";
}

/// A place in a file.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct FilePlace {
    file: String,
    /// The line, counted from 1; unknown if the error is about the file as a whole.
    line: Option<u64>,
    /// The character of the line, counted from 1.
    column: Option<u64>,
}

/// A problem of a file.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct ReportedProblem<'a> {
    /// The line, counted from 1.
    line: u64,
    /// The character of the line, counted from 1.
    column: u64,
    /// The name of the table's column, if the problem is in a cell.
    cell: Option<&'a str>,
    /// The stable code of the problem, in kebab-case.
    code: &'static str,
    /// What is wrong, as a sentence.
    message: String,
}

impl AskError {
    /// The error for scripts.
    pub(crate) fn report(&self, messages: &Messages) -> ErrorReport<'_> {
        let problems = self.problems().map(|problem| ReportedProblem {
            line: problem.line,
            column: problem.column,
            cell: problem.cell.as_deref(),
            code: problem.error.code(),
            message: messages.error(&problem.error),
        });
        let hints = self.hints(messages);
        ErrorReport {
            schema: SchemaName::default(),
            code: self.error().code(),
            message: messages.error(self.error()),
            option: self.variable().or(self.of_option()),
            value: self.error().figure("value").map(|value| value.to_string()),
            place: self.place(),
            hint: Some(hints.join("\n")).filter(|hint| !hint.is_empty()),
            problems: problems.collect(),
        }
    }

    fn place(&self) -> Option<FilePlace> {
        let file = self.error().figure("file")?.to_string();
        let first = self.problems().next();
        Some(FilePlace {
            file: file.trim_matches('`').to_owned(),
            line: first.map(|problem| problem.line),
            column: first.map(|problem| problem.column),
        })
    }
}

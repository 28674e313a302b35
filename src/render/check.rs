//! The answer of `plans check`: each finding with its line and a caret, as compilers show them.

use super::block::Block;
use super::document::Document;
use super::forms::Origin;
use super::grid::{Grid, Head, Shape};
use super::schema_name::{JsonForm, SchemaName};
use super::values::WordText;
use crate::bulk::check::CheckedCatalogue;
use crate::catalogue::delimiter::Delimiter;
use crate::catalogue::findings::{CODES, Finding, Severity};
use crate::catalogue::records::split;
use crate::domain::error::Error;
use crate::domain::live::harmless;
use crate::i18n::Messages;
use serde::Serialize;
use std::collections::BTreeMap;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A file, and what was found in it.
pub struct CheckedFile {
    /// The source of the catalogue.
    pub origin: Origin,
    /// What was found.
    pub checked: CheckedCatalogue,
    /// The lines of the file that the findings are about.
    pub lines: BTreeMap<u64, String>,
}

/// The findings of some catalogues.
#[derive(Clone, Copy)]
pub struct CheckDocument<'a> {
    /// The files, in the order of the arguments.
    pub files: &'a [CheckedFile],
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for CheckDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let mut blocks = Vec::new();
        for file in self.files {
            let findings = file.checked.findings.first.iter();
            blocks.extend(findings.map(|finding| Block::Lines(self.finding(file, finding))));
            // A summary is one line, however long, as the findings are.
            let gap = (!file.checked.findings.first.is_empty()).then(String::new);
            blocks.push(Block::Lines(gap.into_iter().chain([self.summary(file)]).collect()));
        }
        Ok(blocks)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        const KEYS: [&str; 7] = ["file", "line", "column", "severity", "code", "cell", "message"];
        let heads = KEYS.map(|key| Head { title: key.into(), shape: Shape::Text }).to_vec();
        let of_files = self.files.iter().flat_map(|file| {
            file.checked.findings.first.iter().map(|Finding { severity, problem }| {
                vec![
                    file.origin.source.clone(),
                    problem.line.to_string(),
                    problem.column.to_string(),
                    severity.to_string(),
                    problem.error.code().to_owned(),
                    problem.cell.clone().unwrap_or_default(),
                    self.messages.error(&problem.error),
                ]
            })
        });
        Some(Ok(Grid { heads, rows: of_files.collect(), marks: Vec::new(), text_lines: None }))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let files = self.files.iter().map(|file| {
            let findings = file.checked.findings.first.iter();
            CheckedFileForm {
                catalogue: &file.origin,
                compared: file.checked.is_whole,
                errors: file.checked.findings.count(Severity::Error),
                findings: findings.map(|finding| self.form(file, finding)).collect(),
                notes: file.checked.findings.count(Severity::Note),
                warnings: file.checked.findings.count(Severity::Warning),
            }
        });
        Ok(CheckForm { files: files.collect(), schema: SchemaName::default() })
    }
}

impl CheckDocument<'_> {
    /// The lines of a finding: what it is, the line of the file, and a hint.
    fn finding(&self, file: &CheckedFile, finding: &Finding) -> Vec<String> {
        let Finding { severity, problem } = finding;
        let messages = self.messages;
        let place = format!("{}:{}:{}", harmless(&file.origin.source), problem.line, problem.column);
        let cell = problem.cell.as_deref().map(harmless).filter(|cell| !cell.is_empty());
        let error = messages.error(&problem.error);
        let what = cell.map_or_else(|| error.clone(), |cell| messages.labelled(&cell, &error));
        let labelled = messages.labelled(&severity_word(*severity, messages), &what);
        let mut lines = vec![format!("{place}: {labelled} [{}]", problem.error.code())];
        if let Some(line) = file.lines.get(&problem.line) {
            lines.extend(excerpt(line, problem.line, problem.column, file.checked.delimiter));
        }
        if let Some(hint) = messages.error_hint(&problem.error) {
            lines.push(format!("  {}", messages.labelled(&messages.tr("hint"), &hint)));
        }
        lines
    }

    /// How many plans there are, and how much was found.
    fn summary(&self, file: &CheckedFile) -> String {
        let findings = &file.checked.findings;
        let counts = [
            ("count", file.checked.plans as u64),
            ("errors", findings.count(Severity::Error)),
            ("warnings", findings.count(Severity::Warning)),
            ("notes", findings.count(Severity::Note)),
        ];
        let count = self.messages.tr_with("check-summary", counts);
        let mut text = self.messages.labelled(&harmless(&file.origin.source), &count);
        let unseen = findings.counts.iter().sum::<u64>() - findings.first.len() as u64;
        if unseen > 0 {
            text += &format!(" {}", self.messages.tr_with("check-unseen", [("count", unseen)]));
        }
        if !file.checked.is_whole {
            text += &format!(" {}", self.messages.tr("check-not-compared"));
        }
        text
    }

    fn form<'f>(&self, file: &'f CheckedFile, finding: &'f Finding) -> FindingForm<'f> {
        let problem = &finding.problem;
        FindingForm {
            cell: problem.cell.as_deref(),
            code: problem.error.code(),
            column: problem.column,
            hint: self.messages.error_hint(&problem.error),
            line: problem.line,
            message: self.messages.error(&problem.error),
            severity: WordText(finding.severity),
            text: file.lines.get(&problem.line).map(String::as_str),
        }
    }
}

fn severity_word(severity: Severity, messages: &Messages) -> String {
    messages.tr(match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    })
}

/// The codes of all findings.
#[derive(Clone, Copy)]
pub struct CodesDocument<'a> {
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for CodesDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let heads =
            [("column-code", Shape::Word), ("column-severity", Shape::Word), ("column-meaning", Shape::Text)];
        let rows = CODES.iter().map(|(code, severity)| {
            vec![(*code).to_owned(), severity_word(*severity, self.messages), self.meaning(code)]
        });
        Ok(vec![Block::Table(Grid::titled(&heads, rows.collect(), self.messages))])
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        let heads = ["code", "severity", "meaning"];
        let heads = heads.map(|key| Head { title: key.into(), shape: Shape::Text }).to_vec();
        let rows = CODES
            .iter()
            .map(|(code, severity)| vec![(*code).to_owned(), severity.to_string(), self.meaning(code)]);
        Some(Ok(Grid { heads, rows: rows.collect(), marks: Vec::new(), text_lines: None }))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let codes = CODES.iter().map(|(code, severity)| CodeForm {
            code,
            meaning: self.meaning(code),
            severity: WordText(*severity),
        });
        Ok(CodesForm { codes: codes.collect(), schema: SchemaName::default() })
    }
}

impl CodesDocument<'_> {
    /// The sentence of a finding, with dots for its figures.
    fn meaning(self, code: &'static str) -> String {
        const FIGURES: [&str; 21] = [
            "value",
            "expected",
            "column",
            "names",
            "currency",
            "digits",
            "max",
            "unit",
            "next",
            "thousands",
            "decimal",
            "known",
            "first_line",
            "cells",
            "columns",
            "delimiter",
            "most",
            "encoding",
            "rows",
            "days",
            "kind",
        ];
        let error = FIGURES.iter().fold(Error::new(code), |error, figure| error.with(figure, "…"));
        self.messages.error(&error)
    }
}

/// The answer of `plans check --codes`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CodesForm<'a> {
    codes: Vec<CodeForm<'a>>,
    schema: SchemaName<Self>,
}

impl JsonForm for CodesForm<'_> {
    const SCHEMA: &'static str = "simplan/check-codes/1";
}

/// A code of findings.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct CodeForm<'a> {
    /// The stable code, in kebab-case.
    code: &'a str,
    /// What it means, with dots for the figures of a finding.
    meaning: String,
    severity: WordText<Severity>,
}

/// How many cells of a terminal a line of a file may take.
const WIDEST: usize = 72;

/// A line of a file with a caret below the cell that begins at a character. A long line is cut around it.
fn excerpt(line: &str, number: u64, column: u64, delimiter: Delimiter) -> [String; 2] {
    let before = usize::try_from(column).unwrap_or(1).saturating_sub(1);
    let start = line.char_indices().nth(before).map_or(line.len(), |(at, _)| at);
    let mut fields = Vec::new();
    split(&line.as_bytes()[start..], 0, delimiter, &mut fields);
    let end = fields.first().map_or(start, |field| start + field.end);
    let mut shown = String::new();
    // What precedes the cell may take half of the room.
    let mut from = start;
    let mut room = WIDEST / 2;
    for (at, c) in line[..start].char_indices().rev() {
        let Some(left) = room.checked_sub(c.width().unwrap_or(1)) else { break };
        room = left;
        from = at;
    }
    if from > 0 {
        shown.push('…');
    }
    shown += &line[from..start];
    let indent = harmless(&shown).width();
    for c in line[start..].chars() {
        if harmless(&shown).width() + c.width().unwrap_or(1) > WIDEST {
            shown.push('…');
            break;
        }
        shown.push(c);
    }
    let shown = harmless(&shown).into_owned();
    let carets = harmless(&line[start..end]).width().clamp(1, (shown.width() - indent).max(1));
    let gutter = number.to_string();
    let margin = " ".repeat(gutter.len());
    [
        format!("  {gutter} | {shown}").trim_end().to_owned(),
        format!("  {margin} | {}{}", " ".repeat(indent), "^".repeat(carets)),
    ]
}

/// The answer of `plans check`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CheckForm<'a> {
    /// The files, in the order of the arguments.
    files: Vec<CheckedFileForm<'a>>,
    schema: SchemaName<Self>,
}

impl JsonForm for CheckForm<'_> {
    const SCHEMA: &'static str = "simplan/check/2";
}

/// What was found in one file.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct CheckedFileForm<'a> {
    catalogue: &'a Origin,
    /// Whether the plans were compared with each other, which is not done for a large file.
    compared: bool,
    /// The number of errors. A file with errors cannot be used.
    errors: u64,
    /// The first findings, in the order of the file.
    findings: Vec<FindingForm<'a>>,
    /// The number of notes.
    notes: u64,
    /// The number of warnings.
    warnings: u64,
}

/// A finding at a place of the file.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct FindingForm<'a> {
    /// The name of the table's column, if the finding is about a cell.
    cell: Option<&'a str>,
    /// The stable code of the finding, in kebab-case.
    code: &'static str,
    /// The character of the line, counted from 1.
    column: u64,
    /// What to do about it.
    hint: Option<String>,
    /// The line, counted from 1.
    line: u64,
    /// What was found, as a sentence.
    message: String,
    severity: WordText<Severity>,
    /// The text of the line; `null` if it could not be read again.
    text: Option<&'a str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, column: u64, expected: [&str; 2]) {
        assert_eq!(excerpt(line, 12, column, Delimiter::COMMA), expected, "{line}");
    }

    #[test]
    fn the_caret_is_below_the_cell() {
        check("a,b,price", 5, ["  12 | a,b,price", "     |     ^^^^^"]);
        check("a,套餐,5", 3, ["  12 | a,套餐,5", "     |   ^^^^"]);
        check("套餐,5,x", 4, ["  12 | 套餐,5,x", "     |      ^"]);
        check("a,\"b,c\",d", 3, ["  12 | a,\"b,c\",d", "     |   ^^^^^"]);
        // A blank cell, and the end of a row that is too short.
        check("a,,b", 3, ["  12 | a,,b", "     |   ^"]);
        check("a,b", 4, ["  12 | a,b", "     |    ^"]);
        check("a,b", 99, ["  12 | a,b", "     |    ^"]);
        check("", 1, ["  12 |", "     | ^"]);
    }

    #[test]
    fn a_long_line_is_cut_around_the_cell() {
        let line = format!("{},x,{}", "a".repeat(100), "b".repeat(100));
        let [text, caret] = excerpt(&line, 7, 102, Delimiter::COMMA);
        assert_eq!(text, format!("  7 | …{},x,{}…", "a".repeat(35), "b".repeat(33)));
        assert_eq!(caret, format!("    | {}^", " ".repeat(37)));
        let [text, caret] = excerpt(&"c".repeat(200), 7, 1, Delimiter::COMMA);
        assert_eq!(
            (text, caret),
            (format!("  7 | {}…", "c".repeat(72)), format!("    | {}", "^".repeat(73)))
        );
    }
}

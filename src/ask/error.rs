//! Errors with all that the user needs: what went wrong, where, and a hint.

use crate::catalogue::problems::{Diagnostic, Problems, ReadError};
use crate::domain::error::Error;
use crate::domain::live::{harmless, short};
use crate::domain::slug::kebab;
use crate::domain::word::Word;
use crate::i18n::Messages;
use crate::render::Format;
use crate::render::styles::Styles;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::path::Path;

/// The reason why there is no answer.
#[derive(Debug)]
pub struct AskError {
    kind: AskErrorKind,
    error: Error,
    /// Names that exist, if the user gave one that does not.
    suggestion: Option<Box<Suggestion>>,
    /// A hint for this error only; some codes have a hint of their own.
    hint: Option<Box<Error>>,
    /// The option that names the file, or the variable that the bad value comes from.
    named_by: Option<Box<NamedBy>>,
}

/// The place where a value was given.
#[derive(Debug)]
enum NamedBy {
    Option(&'static str),
    Variable(String),
}

/// Names that the user could mean.
#[derive(Debug)]
enum Suggestion {
    /// Similar names, the most similar first.
    Nearest(Vec<String>),
    /// All names, because none is similar.
    Known(Vec<String>),
}

/// What has to change before there can be an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The question is not valid.
    Question,
    /// The question is valid, but nothing fits.
    Nothing,
    /// The data is not valid, or a file cannot be read or written.
    Data,
}

#[derive(Debug)]
enum AskErrorKind {
    /// The command line is not valid; the option is `None` if it is wrong as a whole.
    Usage(Option<Cow<'static, str>>),
    /// The question is valid, but nothing fits.
    Nothing,
    /// A file cannot be read or written.
    File,
    /// The file with this name has problems; the error counts them.
    Problems(String, Vec<Diagnostic>),
}

impl AskError {
    fn new(kind: AskErrorKind, error: Error) -> Self {
        Self { kind, error, suggestion: None, hint: None, named_by: None }
    }

    /// The value of an option is not valid.
    pub(crate) fn option(option: impl Into<Cow<'static, str>>, error: Error) -> Self {
        Self::new(AskErrorKind::Usage(Some(option.into())), error)
    }

    /// The answer does not have the format that `--format` asks for, only the `expected` ones.
    pub(crate) fn format_not_here(format: Format, expected: &[Format]) -> Self {
        Self::without_format("--format", format, expected)
    }

    /// The answer does not have the format that this option asks for, only the `expected` ones.
    pub(crate) fn without_format(option: &'static str, format: Format, expected: &[Format]) -> Self {
        let words: Vec<_> = expected.iter().map(|format| format.word()).collect();
        let error = Error::new("format-not-here").with("value", format.word());
        Self::option(option, error.with("expected", words.join(", ")))
    }

    /// The command line is not valid as a whole.
    pub(crate) fn usage(error: Error) -> Self {
        Self::new(AskErrorKind::Usage(None), error)
    }

    pub(crate) fn nothing(error: Error) -> Self {
        Self::new(AskErrorKind::Nothing, error)
    }

    pub(crate) fn file(error: Error) -> Self {
        Self::new(AskErrorKind::File, error)
    }

    pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Self {
        Self::file(about_file("file-not-read", path).with("why", error.to_string()))
    }

    pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Self {
        Self::file(about_file("file-not-written", path).with("why", error.to_string()))
    }

    /// The answer cannot be written to standard output.
    pub(crate) fn output(error: &io::Error) -> Self {
        Self::file(Error::new("output-not-written").with("why", error.to_string()))
    }

    /// A file was read and is not valid, or could not be read to its end.
    pub(crate) fn reading(path: &Path, error: ReadError) -> Self {
        match error {
            ReadError::Io(error) => Self::unreadable(path, &error),
            ReadError::Problems(problems) => {
                let file = path.display().to_string();
                let error = Error::new("problems").with("count", problems.count).with("file", file.as_str());
                Self::new(AskErrorKind::Problems(file, problems.first), error)
            }
            ReadError::OnlyOnce => Self::file(about_file("file-read-once", path)),
            ReadError::Changed => Self::file(about_file("file-changed", path)),
            ReadError::TooLarge(most) => {
                Self::file(about_file("file-too-large", path).with("most", most >> 20))
            }
        }
    }

    /// Adds names that could be meant: similar ones, or all of them if none is similar and they are few.
    pub(crate) fn suggest<'n>(self, name: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        const FEW: usize = 40;
        let names: BTreeSet<&str> = known.into_iter().collect();
        let near = nearest(name, &names);
        let suggestion = if !near.is_empty() {
            Some(Suggestion::Nearest(near))
        } else if names.len() <= FEW {
            Some(Suggestion::Known(names.into_iter().map(str::to_owned).collect()))
        } else {
            None
        };
        Self { suggestion: suggestion.map(Box::new), ..self }
    }

    /// Adds similar names that could be meant, the most similar first.
    pub(crate) fn nearest(self, names: Vec<String>) -> Self {
        if names.is_empty() {
            return self;
        }
        Self { suggestion: Some(Box::new(Suggestion::Nearest(names))), ..self }
    }

    /// Adds a hint without figures.
    pub(crate) fn hint(self, key: &'static str) -> Self {
        self.advise(Error::new(key))
    }

    pub(crate) fn advise(self, hint: Error) -> Self {
        Self { hint: Some(Box::new(hint)), ..self }
    }

    /// The same error with this hint only, because it explains the error.
    pub(crate) fn instead(self, hint: Error) -> Self {
        Self { suggestion: None, ..self.advise(hint) }
    }

    /// Adds the option that names the file.
    pub(crate) fn named_by(self, option: &'static str) -> Self {
        Self { named_by: Some(Box::new(NamedBy::Option(option))), ..self }
    }

    /// Names the environment variable instead of the option if the value comes from one.
    pub(crate) fn blamed(self, variable_behind: impl Fn(&str) -> Option<String>) -> Self {
        let option = match self.named_by.as_deref() {
            Some(NamedBy::Option(option)) => Some(*option),
            _ => self.of_option(),
        };
        let variable = option.filter(|option| option.starts_with("--")).and_then(variable_behind);
        let named_by = variable.map(|variable| Box::new(NamedBy::Variable(variable)));
        Self { named_by, ..self }
    }

    pub(super) fn variable(&self) -> Option<&str> {
        match self.named_by.as_deref() {
            Some(NamedBy::Variable(variable)) => Some(variable),
            _ => None,
        }
    }

    /// What has to change before there can be an answer.
    pub fn cause(&self) -> Cause {
        match self.kind {
            AskErrorKind::Usage(..) => Cause::Question,
            AskErrorKind::Nothing => Cause::Nothing,
            AskErrorKind::File | AskErrorKind::Problems(..) => Cause::Data,
        }
    }

    /// The option whose value is not valid; `None` if the error is not about one option.
    pub fn of_option(&self) -> Option<&str> {
        match &self.kind {
            AskErrorKind::Usage(option) => option.as_deref(),
            AskErrorKind::Nothing | AskErrorKind::File | AskErrorKind::Problems(..) => None,
        }
    }

    /// What is wrong.
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// A sentence with the names that could be meant.
    pub(crate) fn suggestion(&self, messages: &Messages) -> Option<String> {
        self.suggestion.as_ref().map(|suggestion| suggestion.text(messages))
    }

    /// The whole message: a line for each problem, and then the hints.
    pub(crate) fn text(&self, messages: &Messages, styles: Styles) -> String {
        let error_label = styles.wrong(&messages.tr("error"));
        let mut lines: Vec<String> = match &self.kind {
            AskErrorKind::Problems(file, problems) => {
                let shown = problems.iter().take(Problems::MOST);
                shown.map(|problem| located(file, problem, &error_label, messages)).collect()
            }
            _ => Vec::new(),
        };
        lines.push(messages.labelled(&error_label, &self.sentence(messages)));
        let label = messages.tr("hint");
        let hints = self.hints(messages);
        lines.extend(hints.iter().map(|hint| format!("  {}", messages.labelled(&label, hint))));
        lines.join("\n") + "\n"
    }

    /// What is wrong, with the option or the variable before it.
    fn sentence(&self, messages: &Messages) -> String {
        let error_text = messages.error(&self.error);
        match self.variable().or(self.of_option()) {
            Some(name) => messages.labelled(&label(name, messages), &error_text),
            None => error_text,
        }
    }

    /// What helps: names that could be meant, then the hints of the problems and of the error.
    pub(super) fn hints(&self, messages: &Messages) -> Vec<String> {
        let mut hints: Vec<_> = self.suggestion.iter().map(|suggestion| suggestion.text(messages)).collect();
        for problem in self.problems() {
            hints.extend(messages.error_hint(&problem.error).filter(|hint| !hints.contains(hint)));
        }
        hints.extend(messages.error_hint(&self.error));
        hints.extend(self.hint.as_ref().map(|hint| messages.error(hint)));
        hints
    }

    /// The problems of the file that was read, as far as they are reported.
    pub(super) fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        let problems = match &self.kind {
            AskErrorKind::Problems(_, problems) => problems.as_slice(),
            _ => &[],
        };
        problems.iter().take(Problems::MOST)
    }

    /// The error for a page.
    pub(crate) fn form(&self, messages: &Messages) -> ErrorForm {
        let problems = self.problems().map(|problem| ProblemForm {
            line: problem.line,
            column: problem.column,
            cell: problem.cell.clone(),
            text: of_cell(problem, &messages.error(&problem.error), messages),
        });
        ErrorForm {
            option: self.of_option().map(|option| option.trim_start_matches('-').to_owned()),
            text: messages.error(&self.error),
            hints: self.hints(messages),
            problems: problems.collect(),
        }
    }
}

/// An error for a page.
#[derive(Debug, Serialize)]
pub(crate) struct ErrorForm {
    /// The option whose value is not valid, without hyphens.
    option: Option<String>,
    text: String,
    hints: Vec<String>,
    problems: Vec<ProblemForm>,
}

/// A problem of a file.
#[derive(Debug, Serialize)]
struct ProblemForm {
    line: u64,
    column: u64,
    cell: Option<String>,
    text: String,
}

/// What is wrong, for developers: its code with its figures.
impl fmt::Display for AskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of_option() {
            Some(option) => write!(f, "{option}: {}", self.error),
            None => self.error.fmt(f),
        }
    }
}

impl std::error::Error for AskError {}

impl Suggestion {
    fn text(&self, messages: &Messages) -> String {
        let (key, names) = match self {
            Self::Nearest(names) => ("nearest", names),
            Self::Known(names) => ("known-names", names),
        };
        let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
        messages.tr_with(key, [("names", messages.list(&quoted))])
    }
}

/// The label of an error about one argument: an option as it is typed, a value by its name in the language.
fn label(option: &str, messages: &Messages) -> String {
    let key = value_key(option);
    if option.starts_with('-') || !messages.has(&key) { option.to_owned() } else { messages.tr(&key) }
}

/// The key of a value's name: `value-plan-count` for `PLAN[:COUNT]`.
pub fn value_key(name: &str) -> String {
    format!("value-{}", kebab(name))
}

/// A text about a cell, with the name of the cell before it.
fn of_cell(problem: &Diagnostic, text: &str, messages: &Messages) -> String {
    problem.cell.as_ref().map_or_else(|| text.to_owned(), |cell| messages.labelled(&short(cell), text))
}

/// A problem with its place: `plans.csv:4:12: error: price: …`.
pub fn located(file: &str, problem: &Diagnostic, label: &str, messages: &Messages) -> String {
    let error = messages.error(&problem.error);
    let what = messages.labelled(label, &of_cell(problem, &error, messages));
    format!("{}:{}:{}: {what}", harmless(file), problem.line, problem.column)
}

/// An error with this code about a file.
pub fn about_file(code: &'static str, path: &Path) -> Error {
    Error::new(code).with("file", format!("`{}`", path.display()))
}

/// The names that are similar to an unknown one, the most similar first.
pub fn nearest(name: &str, known: &BTreeSet<&str>) -> Vec<String> {
    // Names that contain the unknown one are all named, if they are not too many.
    const MOST: usize = 8;
    // A longer text is not meant as a name, and the comparison would be slow.
    const LONGEST: usize = 100;
    if name.is_empty() || name.len() > LONGEST {
        return Vec::new();
    }
    let similar = known.iter().map(|known| (similarity(name, known), *known));
    let mut near: Vec<(u32, &str)> = similar.filter(|(similarity, _)| *similarity >= NEAR).collect();
    near.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let all_of_it = near.iter().filter(|(similarity, _)| *similarity == EQUAL).count();
    near.into_iter().take(all_of_it.clamp(3, MOST)).map(|(_, name)| name.to_owned()).collect()
}

/// Whether an option resembles the one that was typed, besides its hyphens and its value.
pub fn is_similar(typed: &str, known: &str) -> bool {
    let name = typed.split('=').next().unwrap_or(typed);
    similarity(name.trim_start_matches('-'), known.trim_start_matches('-')) >= NEAR
}

/// Jaro-Winkler is 1 for equal texts; below 0.8, names share little more than letters. A name that contains the unknown
/// one (`jawal`) counts as equal.
const NEAR: u32 = 800;

/// The similarity of a name that contains the other.
const EQUAL: u32 = 1000;

/// The similarity in any case, in whole thousandths, so that the order is total.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    reason = "0 to 1"
)]
fn similarity(name: &str, known: &str) -> u32 {
    let [name, known] = [name, known].map(str::to_lowercase);
    if known.contains(&name) {
        return EQUAL;
    }
    (strsim::jaro_winkler(&name, &known) * 1000.0) as u32
}

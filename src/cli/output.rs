//! Writes the answer in its format as a whole, and everything else to standard error.

use super::Environment;
use super::args::Global;
use super::colour::styles_for;
use super::files::{self, PendingOutput, Target};
use super::resolve;
use crate::ask::doubts;
use crate::ask::error::AskError;
use crate::catalogue::delimiter::Delimiter;
use crate::domain::comparison::{LeftOut, Offer};
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::i18n::Messages;
use crate::render::context::Context;
use crate::render::csv::CsvForm;
use crate::render::document::{Document, formats, written};
use crate::render::field::field;
use crate::render::styles::Styles;
use crate::render::wrap::wrapped;
use crate::render::{Format, Layout, Terminal};
use std::io;
use std::path::Path;

/// A width at which no line is wrapped.
const UNWRAPPED: usize = 1 << 20;

/// Checks that `--plain` is not combined with a format for machines.
pub fn plain_is_text(global: &Global) -> Result<(), AskError> {
    if !global.plain || matches!(global.format, Format::Table | Format::Text) {
        return Ok(());
    }
    Err(AskError::option("--plain", Error::new("plain-is-text").with("format", global.format.word())))
}

/// The form of CSV that is asked for.
///
/// # Errors
/// `bom-of-csv` if the answer is in another format.
pub fn csv_form(global: &Global) -> Result<CsvForm, AskError> {
    if global.bom && !matches!(global.format, Format::Csv | Format::Tsv) {
        let error = Error::new("bom-of-csv").with("format", global.format.word());
        return Err(AskError::option("--bom", error));
    }
    let delimiter = resolve::delimiter(global)?.unwrap_or(Delimiter::COMMA);
    Ok(CsvForm { delimiter, has_mark: global.bom })
}

/// Renders the answer in the requested format, or the one value of it that was asked for.
pub fn text(
    document: &impl Document,
    global: &Global,
    environment: &Environment<'_>,
) -> Result<String, AskError> {
    if let Some(path) = &global.field {
        return field(document, path).map_err(|no_field| {
            let last = path.rsplit('.').next().unwrap_or_default();
            let error = AskError::option("--field", no_field.error);
            if no_field.keys.is_empty() {
                error
            } else {
                error.suggest(last, no_field.keys.iter().map(String::as_str))
            }
        });
    }
    let terminal = terminal(global, environment);
    let Some(text) = written(document, global.format, terminal, csv_form(global)?) else {
        return Err(AskError::format_not_here(global.format, &formats(document, terminal)));
    };
    text.map_err(|error| match error.code() {
        "column-not-offered" => AskError::option("--columns", error),
        "date-out-of-range" => AskError::option("--from", error),
        _ => AskError::usage(error),
    })
}

/// The terminal to lay text out for. Plain text is not wrapped: screen readers and messages do that themselves.
fn terminal(global: &Global, environment: &Environment<'_>) -> Terminal {
    if global.plain {
        return Terminal { width: UNWRAPPED, styles: Styles::PLAIN, layout: Layout::Plain };
    }
    let layout = if global.format == Format::Text { Layout::Text } else { Layout::Table };
    let styles = styles_for(global.color, environment.terminal_width.is_some(), environment);
    Terminal { width: environment.width(), styles, layout }
}

/// Writes the answer to a file or to standard output.
pub fn answer(text: &str, file: Option<&Path>, environment: &mut Environment<'_>) -> Result<(), AskError> {
    all(&[(file, text)], environment)
}

/// Writes texts to files, or to standard output without a path. Either all files are written or none. It is not an
/// error if the reader of standard output closes the pipe (`| head`).
pub fn all(texts: &[(Option<&Path>, &str)], environment: &mut Environment<'_>) -> Result<(), AskError> {
    let mut pending = Vec::new();
    for (path, text) in texts {
        if let Target::File(path) = Target::from_path(*path) {
            let ready =
                PendingOutput::new(&path, text).map_err(|error| AskError::unwritable(&path, &error))?;
            pending.push(ready);
        }
    }
    for (_, text) in texts.iter().filter(|(path, _)| Target::from_path(*path) == Target::Stdout) {
        let written = environment.stdout.write_all(text.as_bytes()).and_then(|()| environment.stdout.flush());
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            return Err(AskError::output(&error));
        }
    }
    files::put(pending).map_err(|(path, error)| AskError::unwritable(&path, &error))
}

/// Writes what is not an error to standard error, unless the user wishes quiet.
pub fn remark(text: &str, environment: &mut Environment<'_>) {
    if !environment.preferences.is_quiet {
        complain(text, environment);
    }
}

/// Writes to standard error, and wraps lines on a terminal. If that fails, it cannot be reported.
pub fn complain(text: &str, environment: &mut Environment<'_>) {
    let shown = if environment.stderr_is_terminal {
        text.lines().map(|line| wrapped_line(line, environment.width())).collect()
    } else {
        text.to_owned()
    };
    let _ = environment.stderr.write_all(shown.as_bytes());
}

/// Writes a line for scripts to standard error, which is never wrapped.
pub fn complain_to_scripts(line: &str, environment: &mut Environment<'_>) {
    let _ = environment.stderr.write_all(line.as_bytes());
}

/// A line within a width; what is wrapped is indented by two more blanks than its beginning.
fn wrapped_line(line: &str, width: usize) -> String {
    let indent = line.len() - line.trim_start_matches(' ').len() + 2;
    let lines = wrapped(line, width, &" ".repeat(indent));
    lines.iter().map(|part| format!("{part}\n")).collect()
}

/// Writes a labelled line to standard error: `warning: …`.
pub fn write_labelled(label: &str, text: &str, messages: &Messages, environment: &mut Environment<'_>) {
    complain(&format!("{}\n", messages.labelled(label, text)), environment);
}

/// Writes a warning to standard error: `warning: …`.
pub fn write_warning(text: &str, messages: &Messages, environment: &mut Environment<'_>) {
    remark(&format!("{}\n", messages.labelled(&messages.tr("warning"), text)), environment);
}

/// Warns about each line and plan that the answer leaves out.
pub fn warn_of_left_out(left_out: &[LeftOut], messages: &Messages, environment: &mut Environment<'_>) {
    for LeftOut { error, .. } in left_out {
        let what = messages.tr_with("left-out", [("error", messages.error(error))]);
        write_warning(&what, messages, environment);
    }
}

/// Writes warnings to standard error.
pub fn warn(warnings: &[Error], messages: &Messages, environment: &mut Environment<'_>) {
    for warning in warnings {
        write_warning(&messages.error(warning), messages, environment);
    }
}

/// Warns about what makes the first offer doubtful: the age of its oldest price, old or future exchange rates behind
/// it, and any rate of the user that is far from the one in the file, because it affects the ranking.
pub fn warn_of_first(first: Option<&Offer>, context: &Context<'_>, environment: &mut Environment<'_>) {
    warn(&doubts::of_first(first, context), context.messages, environment);
}

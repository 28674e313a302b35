//! Settles what the arguments mean together before a command looks at them: the format of the answer, the days that
//! are named by their distance from today, and the names that the built-in catalogue and the guide know.

use super::Environment;
use super::args::{Arguments, Command, ConfigCommand, FilterArgs, Global, PlansArgs, PlansCommand, WishArgs};
use super::resolve::today;
use super::variables::{value_of, variable_behind};
use crate::ask::error::AskError;
use crate::ask::names::NameKind;
use crate::ask::typed::{dated, ids};
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::render::Format;
use jiff::ZonedDateTime;
use std::ffi::OsString;
use std::path::Path;

/// Settles the arguments of a command line. Returns what to warn about.
///
/// # Errors
/// Two formats that contradict each other, a format that the command does not have, a reference date that is none, and
/// a list without a name.
pub fn settle(
    arguments: &mut Arguments,
    line: &[OsString],
    environment: &Environment<'_>,
) -> Result<Vec<Error>, AskError> {
    let (format, warning) = format(arguments, line, environment)?;
    arguments.global.format = format;
    dates(arguments)?;
    names(arguments)?;
    Ok(warning.into_iter().collect())
}

/// The formats of a command whose answer can be drawn.
const WITH_CHART: [Format; 8] = [
    Format::Table,
    Format::Text,
    Format::Json,
    Format::Csv,
    Format::Tsv,
    Format::Markdown,
    Format::Html,
    Format::Svg,
];

/// The formats that the command with these names has, the default first.
pub fn formats(command: &[&str]) -> &'static [Format] {
    match command {
        ["batch"] => &[Format::Csv, Format::Ndjson],
        ["completions" | "man" | "mcp"] | ["config", "path"] | ["plans", "add" | "install" | "reset"] => {
            &[Format::Table, Format::Text]
        }
        ["schema", _] => &[Format::Json],
        ["plans", "export" | "import"] => &[Format::Csv, Format::Json, Format::Ndjson],
        ["renew-steps" | "next" | "faq"] => {
            &[Format::Table, Format::Text, Format::Json, Format::Markdown, Format::Html]
        }
        ["report"] => &[Format::Html],
        ["what-if"] => &WITH_CHART,
        // What most commands have.
        _ => &WITH_CHART[..WITH_CHART.len() - 1],
    }
}

/// The names of a command, such as `plans` and `list`.
fn names_of(command: &Command) -> &'static [&'static str] {
    match command {
        Command::Compare(_) => &["compare"],
        Command::WhatIf(_) => &["what-if"],
        Command::Cost(_) => &["cost"],
        Command::Schedule(_) => &["schedule"],
        Command::RenewSteps(_) => &["renew-steps"],
        Command::Report(_) => &["report"],
        Command::Next(_) => &["next"],
        Command::Faq(_) => &["faq"],
        Command::Usage(_) => &["usage"],
        Command::Schema(args) if args.answer.is_empty() => &["schema"],
        Command::Schema(_) => &["schema", "of"],
        Command::Batch(_) => &["batch"],
        Command::Config(args) => match args.command {
            ConfigCommand::Show(_) => &["config", "show"],
            ConfigCommand::Path => &["config", "path"],
        },
        Command::Completions(_) => &["completions"],
        Command::Man(_) => &["man"],
        #[cfg(feature = "mcp")]
        Command::Mcp(_) => &["mcp"],
        Command::Plans(args) => match args.command {
            PlansCommand::List(_) => &["plans", "list"],
            PlansCommand::Check(_) => &["plans", "check"],
            PlansCommand::Show { .. } => &["plans", "show"],
            PlansCommand::Diff(_) => &["plans", "diff"],
            PlansCommand::Export(_) => &["plans", "export"],
            PlansCommand::Stale(_) => &["plans", "stale"],
            PlansCommand::Import(_) => &["plans", "import"],
            PlansCommand::Add(_) => &["plans", "add"],
            PlansCommand::Install(_) => &["plans", "install"],
            PlansCommand::Reset => &["plans", "reset"],
        },
    }
}

/// The format of the answer: that of an option, else that of the ending of the output file, else that of the variable,
/// else the default of the command. Returns a warning, too, if the ending or the variable does not decide.
fn format(
    arguments: &Arguments,
    line: &[OsString],
    environment: &Environment<'_>,
) -> Result<(Format, Option<Error>), AskError> {
    let global = &arguments.global;
    let formats = formats(names_of(&arguments.command));
    // Scripts, pages of the manual and messages have a form of their own, whatever the file is called.
    let is_document = !matches!(names_of(&arguments.command), ["completions" | "man" | "mcp"]);
    let ending = ending(arguments).filter(|_| is_document);
    if let Some((format, option)) = of_options(global, line)? {
        if !formats.contains(&format) {
            return Err(AskError::without_format(option, format, formats));
        }
        // A single value has no format of its own.
        let is_whole = global.field.is_none();
        let overruled = ending.filter(|(named, _)| is_whole && named.is_some_and(|named| named != format));
        return Ok((format, overruled.map(|(_, file)| written_as("ending-overruled", file, format))));
    }
    if let Some((Some(format), file)) = ending {
        let is_here = formats.contains(&format);
        let used = if is_here { format } else { formats[0] };
        return Ok((used, (!is_here).then(|| written_as("ending-not-here", file, used))));
    }
    let unknown = ending.map(|(_, file)| {
        let is_calendar = is_of_calendar(&file) && matches!(arguments.command, Command::Schedule(_));
        (if is_calendar { "ending-of-calendar" } else { "ending-not-here" }, file)
    });
    match global.asked_format {
        Some(format) if !formats.contains(&format) && is_document => {
            let variable = variable_behind("--format", line, environment).unwrap_or_default();
            let error = Error::new("variable-format-not-here").with("variable", variable);
            Ok((formats[0], Some(error.with("value", format.word()).with("format", formats[0].word()))))
        }
        asked => {
            let used = asked.filter(|_| is_document).unwrap_or(formats[0]);
            Ok((used, unknown.map(|(code, file)| written_as(code, file, used))))
        }
    }
}

fn written_as(code: &'static str, file: String, format: Format) -> Error {
    Error::new(code).with("file", file).with("format", format.word())
}

/// The format that options of the command line ask for, and the option that does.
fn of_options(global: &Global, line: &[OsString]) -> Result<Option<(Format, &'static str)>, AskError> {
    let long = global.asked_format.filter(|_| value_of("--format", line).is_some());
    let asked = [
        (global.field.is_some().then_some(Format::Json), "--field"),
        (global.json.then_some(Format::Json), "--json"),
        (global.csv.then_some(Format::Csv), "--csv"),
        (long, "--format"),
    ];
    let mut asked = asked.into_iter().filter_map(|(format, option)| Some((format?, option)));
    let Some((format, option)) = asked.next() else { return Ok(None) };
    let Some((_, other)) = asked.find(|(other, _)| *other != format) else {
        return Ok(Some((format, option)));
    };
    let error = Error::new("options-conflict").with("option", option);
    Err(AskError::usage(error.with("others", format!("`{other}`"))))
}

/// Whether a file has the ending of a calendar.
fn is_of_calendar(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"))
}

/// The format that the ending of the output file names, and the file; `None` without an ending. The format is `None` if
/// the ending is that of no format.
fn ending(arguments: &Arguments) -> Option<(Option<Format>, String)> {
    let resumed = match &arguments.command {
        Command::Batch(args) => args.resume.as_deref(),
        _ => None,
    };
    let path = arguments.global.output.as_deref().or(resumed)?;
    let format = match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "json" => Some(Format::Json),
        "csv" => Some(Format::Csv),
        "tsv" => Some(Format::Tsv),
        "md" => Some(Format::Markdown),
        "html" | "htm" => Some(Format::Html),
        "svg" => Some(Format::Svg),
        "ndjson" | "jsonl" => Some(Format::Ndjson),
        "txt" => Some(Format::Text),
        _ => None,
    };
    Some((format, path.display().to_string()))
}

/// Replaces words for days by their dates.
fn dates(arguments: &mut Arguments) -> Result<(), AskError> {
    if let Some(text) = &mut arguments.global.today {
        *text = dated(text, || Ok(ZonedDateTime::now().date()))?;
    }
    let global = &arguments.global;
    let dates: Vec<&mut Option<String>> = match &mut arguments.command {
        Command::Next(args) => vec![&mut args.until],
        Command::Batch(args) => vec![&mut args.from],
        command => {
            command.request_mut().map(|args| vec![&mut args.need.from, &mut args.need.to]).unwrap_or_default()
        }
    };
    for text in dates.into_iter().flatten() {
        *text = dated(text, || today(global))?;
    }
    Ok(())
}

/// Splits lists of operators and lines, and replaces their names by their ids: `IAM` by `maroc-telecom`, `jawal` by
/// `maroc-telecom-jawal`. A name that fits none or several stays as it is.
fn names(arguments: &mut Arguments) -> Result<(), AskError> {
    // Another catalogue may give other sellers these names. The guide only knows its own operators.
    let are_known = match &arguments.command {
        Command::Faq(_) | Command::RenewSteps(_) => true,
        Command::Plans(PlansArgs { command: PlansCommand::Diff(args) }) => args.files().count() < 2,
        _ => arguments.global.used.is_ours(),
    };
    for (kind, option, names) in named(&mut arguments.command) {
        *names = ids(names, kind, option, are_known)?;
    }
    Ok(())
}

/// Arguments that name operators or lines, with their option.
type Named<'a> = Vec<(NameKind, &'static str, &'a mut Vec<String>)>;

/// The arguments of a command that name operators or lines.
fn named(command: &mut Command) -> Named<'_> {
    match command {
        Command::Faq(args) => vec![(NameKind::Operator, "--operator", &mut args.operator)],
        Command::Plans(args) => match &mut args.command {
            PlansCommand::List(args) => of_filters(&mut args.filters),
            PlansCommand::Export(args) => of_filters(&mut args.filters),
            PlansCommand::Diff(args) => of_wishes(&mut args.request.wishes),
            _ => Vec::new(),
        },
        command => command.wishes_mut().map(of_wishes).unwrap_or_default(),
    }
}

fn of_wishes(args: &mut WishArgs) -> Named<'_> {
    let mut named = of_filters(&mut args.filters);
    named.push((NameKind::Line, "--have-sim", &mut args.have_sim));
    named
}

fn of_filters(args: &mut FilterArgs) -> Named<'_> {
    vec![
        (NameKind::Operator, "--operator", &mut args.operator),
        (NameKind::Operator, "--not-operator", &mut args.not_operator),
        (NameKind::Line, "--line", &mut args.line),
        (NameKind::Line, "--not-line", &mut args.not_line),
    ]
}

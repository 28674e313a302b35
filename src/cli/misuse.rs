//! Command lines that clap does not accept: requests for help or the version, and mistakes.
//!
//! clap has parsed the command line with English texts. Here it parses it again with the texts of the user's language,
//! and its errors are converted to errors of our own.

use super::args::Arguments;
use super::batch::columns::NeedColumn;
use super::choices::ColourChoice;
use super::colour::styles_for;
use super::help::Length;
use super::in_use::CatalogueFiles;
use super::language::{LanguageChoice, choose};
use super::misplaced;
use super::option_hints::{Meant, meant};
use super::variables::{
    LANG, asks_for_json, before_values, in_use, is_long, source_behind, value_of, variable_of, variables,
};
use super::{Environment, Exit, help, output, report, tree, version};
use crate::ask::error::{AskError, is_similar};
use crate::domain::error::Error;
use crate::domain::live::harmless;
use crate::domain::word::Word;
use crate::i18n::{Messages, Topic};
use crate::render::styles::Styles;
use crate::render::{Layout, Terminal};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};
use std::ffi::{OsStr, OsString};

/// Answers a command line that clap did not accept; `first` is its error in English.
pub fn answer(arguments: &[OsString], first: clap::Error, environment: &mut Environment<'_>) -> Exit {
    let choice = language(arguments, environment);
    choice.explain(before_values(arguments).any(|argument| argument == "--verbose"), environment);
    if first.kind() == ErrorKind::DisplayVersion {
        let is_short = before_values(arguments).any(|argument| argument == "-V");
        let text = if is_short {
            version::short()
        } else {
            version::long(&CatalogueFiles::of_line(arguments, environment), choice.language)
        };
        return print(&text, environment);
    }
    let colour = colour(arguments, environment);

    let tree = environment.preferences.config.applied(tree::commands(choice.language));
    let parsed = tree::without_empty_variables(tagged(tree.clone(), tree.get_name()));
    let error = parsed.clone().try_get_matches_from_mut(arguments).err().unwrap_or(first);
    let messages = Messages::new(choice.language, &[Topic::Answers, Topic::Help]);
    match error.kind() {
        ErrorKind::DisplayHelp => {
            let styles = styles_for(colour, environment.terminal_width.is_some(), environment);
            let length = length_asked(arguments);
            print(&help_at(&error.to_string(), length, &tree, &messages, styles, environment), environment)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand
            if asks_for_json(arguments, environment) =>
        {
            let text = error.to_string();
            let shown = if error.kind() == ErrorKind::MissingSubcommand { place(&error) } else { text };
            let missing = Error::new("command-missing").with("command", at(&tree, &shown).1);
            report(&AskError::usage(missing), colour, choice.language, arguments, environment)
        }
        // Without arguments the user probably wants to know what there is.
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let styles = styles_for(colour, environment.stderr_is_terminal, environment);
            let text = help_at(&error.to_string(), Length::Short, &tree, &messages, styles, environment);
            output::complain(&text, environment);
            Exit::Usage
        }
        ErrorKind::MissingSubcommand => {
            let styles = styles_for(colour, environment.stderr_is_terminal, environment);
            let text = help_at(&place(&error), Length::Short, &tree, &messages, styles, environment);
            output::complain(&text, environment);
            Exit::Usage
        }
        _ => {
            let (command, path) = at(&tree, &place(&error));
            let misuse = Misuse { error: &error, command, path: &path, messages: &messages };
            let Some(cli_error) = misuse.cli_error(arguments, environment) else {
                // Our messages do not cover this kind of error.
                let text = error.to_string();
                let lines = text.lines().map(|line| format!("{}\n", harmless(line)));
                output::complain(&lines.collect::<String>(), environment);
                return Exit::Usage;
            };
            report(&cli_error, colour, choice.language, arguments, environment)
        }
    }
}

/// Reports an error of a command line that clap has not read.
pub fn refuse(arguments: &[OsString], error: &AskError, environment: &mut Environment<'_>) -> Exit {
    let language = language(arguments, environment).language;
    report(error, colour(arguments, environment), language, arguments, environment)
}

fn language(arguments: &[OsString], environment: &Environment<'_>) -> LanguageChoice {
    choose(in_use(LANG, arguments, environment).as_deref(), environment)
}

fn colour(arguments: &[OsString], environment: &Environment<'_>) -> ColourChoice {
    value_of("--color", arguments)
        .or_else(|| environment.variable("SIMPLAN_COLOR"))
        .and_then(|word| ColourChoice::parse(&word).ok())
        .unwrap_or(ColourChoice::Auto)
}

/// The length of help that a command line asks for: the short one with `-h`, else the long one.
fn length_asked(arguments: &[OsString]) -> Length {
    let asks = before_values(arguments).find(|argument| *argument == "-h" || *argument == "--help");
    if asks.is_some_and(|argument| argument == "-h") { Length::Short } else { Length::Long }
}

/// The help of the command at a place.
fn help_at(
    place: &str,
    length: Length,
    tree: &Command,
    messages: &Messages,
    styles: Styles,
    environment: &Environment<'_>,
) -> String {
    let (command, path) = at(tree, place);
    let terminal = Terminal { width: environment.width(), styles, layout: Layout::Table };
    help::layout::text(command, &path, length, messages, terminal)
}

/// Writes help or the version to standard output.
fn print(text: &str, environment: &mut Environment<'_>) -> Exit {
    match output::answer(text, None, environment) {
        Ok(()) => Exit::Answer,
        Err(error) => (&error).into(),
    }
}

/// Replaces the help and the usage of every command by its place in the tree, so that clap's errors contain the place
/// of the command that they are about.
fn tagged(command: Command, place: &str) -> Command {
    command.override_help(place.to_owned()).override_usage(place.to_owned()).mut_subcommands(|command| {
        let below = format!("{place} {}", command.get_name());
        tagged(command, &below)
    })
}

/// The place of the command that an error is about; empty if clap does not report it.
fn place(error: &clap::Error) -> String {
    match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string().trim_start_matches("Usage:").to_owned(),
        _ => String::new(),
    }
}

/// The command at a place, and its full name.
fn at<'t>(tree: &'t Command, place: &str) -> (&'t Command, String) {
    let mut found = (tree, tree.get_name().to_owned());
    for name in place.split_whitespace().skip(1).filter(|name| *name != "help") {
        let Some(command) = found.0.find_subcommand(name) else { break };
        found = (command, format!("{} {name}", found.1));
    }
    found
}

/// An error of clap and the command that it is about.
struct Misuse<'m> {
    error: &'m clap::Error,
    command: &'m Command,
    path: &'m str,
    messages: &'m Messages,
}

impl Misuse<'_> {
    /// Converts the error to one of ours; `None` if we have no message for its kind.
    fn cli_error(&self, arguments: &[OsString], environment: &Environment<'_>) -> Option<AskError> {
        let label = self.label(arguments, environment);
        Some(match self.error.kind() {
            ErrorKind::UnknownArgument => self.unknown_argument(arguments)?,
            ErrorKind::InvalidSubcommand => self.unknown_command()?,
            ErrorKind::MissingRequiredArgument => self.missing_arguments()?,
            ErrorKind::ArgumentConflict => self.conflict()?,
            ErrorKind::InvalidValue => {
                let value = self.text(ContextKind::InvalidValue)?;
                let expected = self.texts(ContextKind::ValidValue).join(", ");
                let error = match (value.is_empty(), expected.is_empty()) {
                    (true, true) => Error::new("value-missing"),
                    (true, false) => Error::new("value-missing-of").with("expected", expected),
                    (false, _) => Error::new("unknown-word").with("value", value).with("expected", expected),
                };
                AskError::option(label?, error).nearest(self.texts(ContextKind::SuggestedValue))
            }
            ErrorKind::ValueValidation => {
                let source = std::error::Error::source(self.error)?;
                let error = source.downcast_ref::<Error>().cloned().unwrap_or_else(|| {
                    let value = self.text(ContextKind::InvalidValue).unwrap_or_default();
                    Error::new("value-invalid").with("value", value).with("why", source.to_string())
                });
                AskError::option(label?, error)
            }
            ErrorKind::TooManyValues => {
                let error =
                    Error::new("value-unexpected").with("value", self.text(ContextKind::InvalidValue)?);
                AskError::option(label?, error)
            }
            ErrorKind::TooFewValues => {
                let error = Error::new("values-too-few")
                    .with("given", self.count(ContextKind::ActualNumValues)?)
                    .with("expected", self.count(ContextKind::MinValues)?);
                AskError::option(label?, error)
            }
            ErrorKind::WrongNumberOfValues => {
                let error = Error::new("values-wrong-number")
                    .with("given", self.count(ContextKind::ActualNumValues)?)
                    .with("expected", self.count(ContextKind::ExpectedNumValues)?);
                AskError::option(label?, error)
            }
            ErrorKind::NoEquals => {
                let option = label?;
                let error = Error::new("equals-missing").with("option", option.as_str());
                AskError::option(option, error)
            }
            ErrorKind::InvalidUtf8 => self.not_utf_8(arguments, environment),
            _ => return None,
        })
    }

    /// The error for an argument that is not UTF-8 or, if all arguments are, for such a variable.
    fn not_utf_8(&self, arguments: &[OsString], environment: &Environment<'_>) -> AskError {
        if let Some(argument) = arguments.iter().find(|argument| argument.to_str().is_none()) {
            return AskError::usage(not_utf_8(argument));
        }
        let bad = variables(self.command).into_iter().find_map(|variable| {
            let value = (environment.variable)(&variable).filter(|value| value.to_str().is_none())?;
            Some((variable, value))
        });
        match bad {
            Some((variable, value)) => AskError::option(variable, not_utf_8(&value)),
            None => AskError::usage(not_utf_8(OsStr::new(""))),
        }
    }

    fn unknown_argument(&self, arguments: &[OsString]) -> Option<AskError> {
        let value = self.text(ContextKind::InvalidArg)?;
        let suggestions = self.texts(ContextKind::Suggested);
        if !value.starts_with('-') {
            // clap suggests this if a command follows `--`.
            let is_command = suggestions.iter().any(|suggestion| suggestion.starts_with("subcommand "));
            let code = if is_command { "command-after-dashes" } else { "argument-unexpected" };
            return Some(match misplaced::rest_of_a_value(value, arguments) {
                Some(hint) => {
                    AskError::usage(Error::new("argument-after-value").with("value", value)).advise(hint)
                }
                None => AskError::usage(self.with_usage(Error::new(code).with("value", value))),
            });
        }
        if let Some(meant) = meant(value, arguments, self.command) {
            let unknown = Error::new("option-unknown").with("option", value).with("command", self.path);
            let error = AskError::usage(unknown);
            return Some(match meant {
                Meant::Options(options) => error.nearest(options),
                Meant::Hint(key) => error.hint(key),
            });
        }
        let is_too_early = suggestions.iter().any(|suggestion| suggestion.ends_with("' exists"))
            || self.command_with(value).is_some();
        if let Some(error) = self.elsewhere(value).filter(|_| !is_too_early) {
            return Some(AskError::usage(error));
        }
        let mut near = self.texts(ContextKind::SuggestedArg);
        near.retain(|known| is_similar(value, known));
        // clap suggests `'compare --days' exists` if the option is before a command that has it.
        near.extend(suggestions.iter().filter_map(|suggestion| {
            let option = suggestion.strip_prefix('\'')?.strip_suffix("' exists")?;
            Some(format!("{} {option}", self.path))
        }));
        if near.is_empty() {
            near.extend(self.command_with(value).map(|command| format!("{} {command} {value}", self.path)));
        }
        let unknown = Error::new("option-unknown").with("option", value).with("command", self.path);
        let error = AskError::usage(unknown).nearest(near.clone());
        // clap suggests `to pass '-x' as a value, use '-- -x'` if the command takes values.
        let may_be_value =
            near.is_empty() && suggestions.iter().any(|suggestion| suggestion.starts_with("to pass "));
        Some(if may_be_value { error.advise(Error::new("as-a-value").with("value", value)) } else { error })
    }

    /// The error for an option that another command has, or that is a column of the file.
    fn elsewhere(&self, option: &str) -> Option<Error> {
        let column = NeedColumn::of_option(option).filter(|_| self.command.get_name() == "batch");
        if let Some(column) = column {
            let error = Error::new("option-is-column").with("option", option);
            return Some(error.with("column", column.word()));
        }
        let command = path_with(&Arguments::command(), option)?;
        Some(Error::new("option-of-another").with("option", option).with("command", command))
    }

    /// A subcommand that has an option with this name: the option was probably given too early.
    fn command_with(&self, option: &str) -> Option<&str> {
        let mut commands = self.command.get_subcommands();
        let found = commands.find(|command| command.get_arguments().any(|arg| is_long(arg, option)));
        found.map(Command::get_name)
    }

    fn unknown_command(&self) -> Option<AskError> {
        let name = self.text(ContextKind::InvalidSubcommand)?;
        let known =
            self.command.get_subcommands().filter(|command| !command.is_hide_set()).map(Command::get_name);
        Some(AskError::usage(Error::new("command-unknown").with("value", name)).suggest(name, known))
    }

    fn missing_arguments(&self) -> Option<AskError> {
        let names: Vec<_> =
            self.texts(ContextKind::InvalidArg).iter().map(|shown| quoted(name(shown))).collect();
        let error = Error::new("arguments-missing")
            .with("count", names.len() as u64)
            .with("names", self.messages.list(&names));
        (!names.is_empty()).then(|| AskError::usage(self.with_usage(error)))
    }

    fn conflict(&self) -> Option<AskError> {
        let shown =
            self.text(ContextKind::InvalidArg).or_else(|| self.text(ContextKind::InvalidSubcommand))?;
        let others = self.texts(ContextKind::PriorArg);
        if others.iter().any(|other| other == shown) {
            return Some(AskError::option(name(shown).to_owned(), Error::new("option-twice")));
        }
        let names: Vec<_> = others.iter().map(|other| quoted(name(other))).collect();
        let error = Error::new("options-conflict").with("option", name(shown));
        (!names.is_empty()).then(|| AskError::usage(error.with("others", self.messages.list(&names))))
    }

    fn with_usage(&self, error: Error) -> Error {
        error.with("usage", help::usage(self.command, self.path, self.messages))
    }

    /// The name that an error gives an invalid value: its option, its argument, or its environment variable.
    fn label(&self, arguments: &[OsString], environment: &Environment<'_>) -> Option<String> {
        let shown = self.text(ContextKind::InvalidArg)?;
        let name = name(shown).to_owned();
        let variable = variable_of(self.command, shown).filter(|variable| {
            let value = environment.variable(variable);
            value.as_deref() == self.text(ContextKind::InvalidValue) && value_of(&name, arguments).is_none()
        });
        let source = variable.or_else(|| source_behind(&name, arguments, environment));
        Some(source.unwrap_or(name))
    }

    fn count(&self, kind: ContextKind) -> Option<u64> {
        match self.error.get(kind)? {
            ContextValue::Number(number) => u64::try_from(*number).ok(),
            _ => None,
        }
    }

    fn text(&self, kind: ContextKind) -> Option<&str> {
        match self.error.get(kind)? {
            ContextValue::String(text) => Some(text),
            _ => None,
        }
    }

    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        }
    }
}

/// The full name of the first command that has an option with this name.
fn path_with(command: &Command, option: &str) -> Option<String> {
    let name = command.get_name();
    if command.get_arguments().any(|arg| is_long(arg, option)) {
        return Some(name.to_owned());
    }
    let below = command.get_subcommands().find_map(|command| path_with(command, option))?;
    Some(format!("{name} {below}"))
}

/// The bare name of an argument: `--data` for `--data <VOLUME>`, `ID` for `<ID>`.
fn name(shown: &str) -> &str {
    if shown.starts_with('-') {
        return shown.split([' ', '[', '=']).next().unwrap_or(shown);
    }
    let once = shown.trim_end_matches("...");
    between(once, '<', '>').or_else(|| between(once, '[', ']')).unwrap_or(once)
}

fn not_utf_8(value: &OsStr) -> Error {
    Error::new("argument-not-utf-8").with("value", visible(value))
}

fn between(text: &str, open: char, close: char) -> Option<&str> {
    text.strip_prefix(open)?.strip_suffix(close)
}

fn quoted(name: &str) -> String {
    format!("`{name}`")
}

/// A text in which bytes that are not UTF-8 are escaped: `caf\xE9`.
fn visible(text: &OsStr) -> String {
    let chunks = text.as_encoded_bytes().utf8_chunks();
    let shown = chunks.map(|chunk| {
        let bytes: String = chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")).collect();
        chunk.valid().to_owned() + &bytes
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::testing::with_variables;
    use crate::i18n::Language;
    use clap::{Arg, value_parser};

    /// The message about a line that this command does not accept.
    fn message(command: &Command, line: &str, language: Language) -> String {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let mut tree = command.clone();
        tree.build();
        let error = tagged(tree.clone(), "t").try_get_matches_from_mut(&arguments).unwrap_err();
        let (command, path) = at(&tree, &place(&error));
        let messages =
            Messages::new(language, &[Topic::Answers, Topic::Errors, Topic::Help, Topic::Arguments]);
        let misuse = Misuse { error: &error, command, path: &path, messages: &messages };
        let error = with_variables(&[], |environment| misuse.cli_error(&arguments, environment));
        error.unwrap().text(&messages, Styles::PLAIN)
    }

    /// Checks the kinds of errors that no command raises yet. The golden sessions have the others.
    #[test]
    fn kinds_that_no_command_raises_yet() {
        let command =
            Command::new("t")
                .arg(Arg::new("pair").long("pair").num_args(2))
                .arg(Arg::new("some").long("some").num_args(2..))
                .arg(Arg::new("equals").long("equals").require_equals(true).num_args(1))
                .arg(Arg::new("number").long("number").value_parser(value_parser!(u8)))
                .arg(Arg::new("days").long("days").value_parser(|_: &str| {
                    Err::<u8, _>(Error::new("stay-not-whole-days").with("value", "x"))
                }))
                .arg(Arg::new("a").long("a").num_args(1).conflicts_with_all(["b", "c"]))
                .arg(Arg::new("b").long("b").num_args(1))
                .arg(Arg::new("c").long("c").num_args(1))
                .arg(Arg::new("file").required(true))
                .arg(Arg::new("other").required(true));
        for (line, english, french, chinese) in [
            (
                "t --pair x",
                "error: --pair: 1 given, expected 2 values",
                "erreur\u{a0}: --pair\u{a0}: 1 valeur donnée, il en faut 2",
                "错误：--pair：给了 1 个值，应为 2 个",
            ),
            (
                "t --some x",
                "error: --some: 1 given, expected at least 2 values",
                "erreur\u{a0}: --some\u{a0}: 1 valeur donnée, il en faut au moins 2",
                "错误：--some：给了 1 个值，至少应为 2 个",
            ),
            (
                "t --equals x",
                "error: --equals: the value needs an equals sign: `--equals=…`",
                "erreur\u{a0}: --equals\u{a0}: il faut un signe égal devant la valeur\u{a0}: `--equals=…`",
                "错误：--equals：值前面要有等号：`--equals=…`",
            ),
            (
                "t --number x",
                "error: --number: `x` is not valid: invalid digit found in string",
                "erreur\u{a0}: --number\u{a0}: `x` n’est pas valable\u{a0}: invalid digit found in string",
                "错误：--number：`x` 无效：invalid digit found in string",
            ),
            (
                "t --days x",
                "error: --days: `x` is not a number of days, expected one such as `30` or `2 weeks`",
                "erreur\u{a0}: --days\u{a0}: `x` n’est pas un nombre de jours, il faut par exemple `30` ou `2 semaines`",
                "错误：--days：`x` 不是天数，应写成 `30` 或 `2周` 这样",
            ),
            (
                "t f o --a 1 --b 2 --c 3",
                "error: `--a` cannot be combined with `--b`, `--c`",
                "erreur\u{a0}: `--a` ne se combine pas avec `--b`, `--c`",
                "错误：`--a` 不能与 `--b`、`--c` 一起使用",
            ),
            (
                "t",
                "error: `file`, `other` are missing\n  hint: usage: t [OPTIONS] <file> <other>",
                "erreur\u{a0}: il manque `file`, `other`\n  conseil\u{a0}: utilisation\u{a0}: t [OPTIONS] <file> <other>",
                "错误：缺少 `file`、`other`\n  提示：用法：t [选项] <file> <other>",
            ),
        ] {
            for (language, expected) in
                [(Language::En, english), (Language::Fr, french), (Language::Zh, chinese)]
            {
                assert_eq!(message(&command, line, language).trim_end(), expected, "{line}");
            }
        }
    }
}

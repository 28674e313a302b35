//! Finds where the value of an option comes from: the command line, or an environment variable.

use super::{Environment, tree};
use crate::i18n::{Language, read_word};
use crate::render::Format;
use clap::{Arg, Command};
use std::ffi::OsString;

/// The arguments before `--`, which may be options.
pub fn before_values(arguments: &[OsString]) -> impl Iterator<Item = &OsString> {
    arguments.iter().skip(1).take_while(|argument| *argument != "--")
}

/// The options that have a letter.
const LETTERS: [(&str, &str); 3] = [("--format", "-f"), ("--limit", "-n"), ("--output", "-o")];

/// The value of an option on a command line that clap did not accept.
pub fn value_of(option: &str, arguments: &[OsString]) -> Option<String> {
    values_of(option, arguments).into_iter().next()
}

/// All values of an option on such a command line.
fn values_of(option: &str, arguments: &[OsString]) -> Vec<String> {
    let letter = LETTERS.iter().find(|(long, _)| *long == option).map(|(_, letter)| *letter);
    let mut arguments = before_values(arguments).map(|argument| argument.to_string_lossy());
    let mut values = Vec::new();
    while let Some(argument) = arguments.next() {
        let value =
            match (argument.strip_prefix(option), letter.and_then(|letter| argument.strip_prefix(letter))) {
                (Some(""), _) | (_, Some("")) => arguments.next().map(Into::into),
                (Some(rest), _) if rest.starts_with('=') => Some(rest[1..].to_owned()),
                (_, Some(value)) => Some(value.strip_prefix('=').unwrap_or(value).to_owned()),
                _ => None,
            };
        values.extend(value);
    }
    values
}

/// The value of an option: that of the command line, else that of its variable, else that of the configuration file.
pub fn in_use(
    option: (&str, &str, &str),
    arguments: &[OsString],
    environment: &Environment<'_>,
) -> Option<String> {
    all_in_use(option, arguments, environment).into_iter().next()
}

/// The same of an option that can be repeated.
pub fn all_in_use(
    (option, variable, arg): (&str, &str, &str),
    arguments: &[OsString],
    environment: &Environment<'_>,
) -> Vec<String> {
    let given = values_of(option, arguments);
    if !given.is_empty() {
        return given;
    }
    match environment.variable(variable) {
        Some(value) => vec![value],
        None => environment.preferences.config.values(arg).to_vec(),
    }
}

/// The option for the language, its variable and its argument.
pub const LANG: (&str, &str, &str) = ("--lang", "SIMPLAN_LANG", "lang");

/// The option for the catalogue, its variable and its argument.
pub const PLANS: (&str, &str, &str) = ("--plans", "SIMPLAN_PLANS", "plans");

/// The option for overlays, which has no variable, and its argument.
pub const OVERLAY: (&str, &str, &str) = ("--overlay", "", "overlay");

/// What the value of an option comes from if not from the command line: an environment variable, or a place of the
/// configuration file.
pub fn source_behind(option: &str, arguments: &[OsString], environment: &Environment<'_>) -> Option<String> {
    if value_of(option, arguments).is_some() {
        return None;
    }
    let place = || {
        let tree = tree::commands(Language::En);
        environment.preferences.config.place(arg_of_option(&tree, option)?.get_id().as_str())
    };
    variable_behind(option, arguments, environment).or_else(place)
}

/// The environment variable that the value of an option comes from; `None` if it does not come from one.
pub fn variable_behind(
    option: &str,
    arguments: &[OsString],
    environment: &Environment<'_>,
) -> Option<String> {
    let variable = variable_name(arg_of_option(&tree::commands(Language::En), option)?)?;
    let is_given = value_of(option, arguments).is_some();
    environment.variable(&variable).filter(|_| !is_given).map(|_| variable)
}

/// Whether a command line asks for an answer in JSON, even if it is not valid.
pub fn asks_for_json(arguments: &[OsString], environment: &Environment<'_>) -> bool {
    let of_option = value_of("--format", arguments);
    let is_short = before_values(arguments).any(|argument| argument == "--json");
    if of_option.is_none() && is_short {
        return true;
    }
    let format = of_option.or_else(|| environment.variable("SIMPLAN_FORMAT"));
    let is_csv = before_values(arguments).any(|argument| argument == "--csv");
    !is_csv && format.and_then(|word| read_word::<Format>(&word)) == Some(Format::Json)
}

/// The first argument of the tree that is this option.
fn arg_of_option<'c>(command: &'c Command, option: &str) -> Option<&'c Arg> {
    let arg = command.get_arguments().find(|arg| is_long(arg, option));
    arg.or_else(|| command.get_subcommands().find_map(|command| arg_of_option(command, option)))
}

/// The environment variables of a command's options.
pub fn variables(command: &Command) -> Vec<String> {
    command.get_arguments().filter_map(variable_name).collect()
}

/// The environment variable of an argument in this tree, if it has one.
pub fn variable_of(command: &Command, shown: &str) -> Option<String> {
    let arg = command.get_arguments().find(|arg| arg.to_string() == shown);
    arg.and_then(variable_name)
        .or_else(|| command.get_subcommands().find_map(|command| variable_of(command, shown)))
}

/// Whether an argument is the option with this name, such as `--days`.
pub fn is_long(arg: &Arg, option: &str) -> bool {
    arg.get_long().is_some_and(|long| option.strip_prefix("--") == Some(long))
}

/// The environment variable of an argument.
pub fn variable_name(arg: &Arg) -> Option<String> {
    arg.get_env().map(|variable| variable.to_string_lossy().into_owned())
}

//! The tree of commands in a language.
//!
//! The English texts are the comments and attributes of [`args`](super::args); the other languages have theirs in
//! `arguments.ftl`. One function visits every text of the tree, for the translation and for the test that none is
//! missing. Only help and errors need a translated tree: a valid command line is parsed with the English one.

use super::args::Arguments;
use super::choices::WordParser;
use super::settle::formats;
use crate::ask::error::value_key;
use crate::domain::slug::kebab;
use crate::i18n::{Language, Messages, Topic};
use clap::builder::Resettable;
use clap::{Arg, Command, CommandFactory};
use std::env;

/// A text of the tree that can be translated.
pub struct CommandText {
    /// Its command or argument, as it is typed: `simplan compare --days`.
    pub place: String,
    /// The keys that its translation can have; the first one with a message counts.
    pub keys: Vec<String>,
    /// Its text in English.
    pub english: String,
}

/// The tree of commands with the texts of a language.
pub fn commands(language: Language) -> Command {
    let mut command = Arguments::command();
    command.build();
    command = with_own_formats(command, &[]);
    if language == Language::En {
        return command;
    }
    let messages = Messages::new(language, &[Topic::Arguments]);
    translated(command, &mut |text| {
        let key = text.keys.iter().find(|key| messages.has(key));
        key.map_or_else(|| text.english.clone(), |key| messages.tr(key))
    })
}

/// Lists for each command only the formats that it has; `path` is its names.
fn with_own_formats(command: Command, path: &[&str]) -> Command {
    let command = command.mut_args(|arg| {
        let is_format = arg.get_id() == "format";
        if is_format { arg.value_parser(WordParser::only(formats(path))) } else { arg }
    });
    command.mut_subcommands(|command| {
        let name = command.get_name().to_owned();
        with_own_formats(command, &[path, &[&name]].concat())
    })
}

/// Makes empty environment variables count as unset: containers and CI set such variables.
pub fn without_empty_variables(command: Command) -> Command {
    command
        .mut_args(|arg| {
            let value = arg.get_env().and_then(env::var_os);
            if value.is_some_and(|value| value.is_empty()) { arg.env(Resettable::Reset) } else { arg }
        })
        .mut_subcommands(without_empty_variables)
}

/// Replaces every text of the tree by what `translate` returns for it.
pub fn translated(command: Command, translate: &mut dyn FnMut(CommandText) -> String) -> Command {
    let place = command.get_name().to_owned();
    translated_at(command, &place, translate)
}

fn translated_at(
    mut command: Command,
    place: &str,
    translate: &mut dyn FnMut(CommandText) -> String,
) -> Command {
    let is_help = command.get_name() == "help";
    let key = if is_help {
        "help".to_owned()
    } else {
        kebab(place.split_once(' ').map_or(place, |(_, path)| path))
    };
    let mut translate_here = |prefix: &str, suffix: &str, english: String| {
        translate(CommandText {
            place: place.to_owned(),
            keys: vec![format!("{prefix}-{key}{suffix}")],
            english,
        })
    };
    if let Some(about) = command.get_about().map(ToString::to_string) {
        command = command.about(translate_here("command", "", about));
    }
    if is_help {
        // clap repeats the whole tree below `help`.
        return command;
    }
    if let Some(about) = command.get_long_about().map(ToString::to_string) {
        command = command.long_about(translate_here("command", "-long", about));
    }
    // Examples, which are `after_help`, are command lines: they have no language.
    if let Some(after) = command.get_after_long_help().map(ToString::to_string) {
        command = command.after_long_help(translate_here("after", "", after));
    }
    command = command.mut_args(|arg| translated_argument(arg, place, &key, translate));
    command.mut_subcommands(|command| {
        let place = format!("{place} {}", command.get_name());
        translated_at(command, &place, translate)
    })
}

fn translated_argument(
    mut arg: Arg,
    place: &str,
    command: &str,
    translate: &mut dyn FnMut(CommandText) -> String,
) -> Arg {
    let place = match arg.get_long() {
        Some(long) => format!("{place} --{long}"),
        None => format!("{place} {arg}"),
    };
    let mut translate =
        |keys: Vec<String>, english: String| translate(CommandText { place: place.clone(), keys, english });
    let id = kebab(arg.get_id().as_str());
    if let Some(help) = arg.get_help().map(ToString::to_string) {
        arg = arg.help(translate(vec![format!("arg-{command}-{id}"), format!("arg-{id}")], help));
    }
    if let Some(help) = arg.get_long_help().map(ToString::to_string) {
        let keys = vec![format!("arg-{command}-{id}-long"), format!("arg-{id}-long")];
        arg = arg.long_help(translate(keys, help));
    }
    if let Some(heading) = arg.get_help_heading().map(str::to_owned) {
        arg = arg.help_heading(kept(translate(vec![heading_key(&heading)], heading)));
    }
    let names = arg.get_value_names().filter(|_| arg.get_action().takes_values());
    let names: Option<Vec<String>> = names.map(|names| names.iter().map(ToString::to_string).collect());
    if let Some(names) = names {
        let names = names.into_iter().map(|name| kept(translate(vec![value_key(&name)], name)));
        arg = arg.value_names(names.collect::<Vec<_>>());
    }
    arg
}

/// clap only takes static texts here. The leak is small: some kilobytes for help or an error, after which the program ends.
/// Only `mcp` goes on, and assistants make few mistakes.
pub fn kept(text: String) -> &'static str {
    text.leak()
}

/// The key of a heading: `heading-the-need` for `The need`.
fn heading_key(heading: &str) -> String {
    format!("heading-{}", kebab(heading))
}

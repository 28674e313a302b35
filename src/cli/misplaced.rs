//! What a shell or a text page has done to a command line: a value without quotes becomes several arguments, and `--`
//! becomes a dash.

use super::args::Arguments;
use super::variables::{before_values, is_long};
use crate::ask::error::AskError;
use crate::domain::error::Error;
use clap::{Arg, Command, CommandFactory};
use std::ffi::OsString;

/// The characters that pages and chats put in place of hyphens.
const DASHES: [char; 9] = ['-', '\u{2010}', '\u{2011}', '–', '—', '―', '−', '﹘', '－'];

/// The error of a line that clap would read otherwise than it is meant.
pub fn refusal(line: &[OsString]) -> Option<AskError> {
    pasted_dash(line).or_else(|| one_hyphen(line)).or_else(|| missing_value(line))
}

/// The error of a long option with one hyphen: `-days`.
fn one_hyphen(line: &[OsString]) -> Option<AskError> {
    let tree = Arguments::command();
    let typed = before_values(line).find_map(|argument| {
        let typed = argument.to_str()?.split('=').next()?;
        let name = typed.strip_prefix('-').filter(|name| name.len() > 1 && !name.starts_with('-'))?;
        has_option(&tree, &format!("--{name}")).then_some(typed)
    })?;
    let error = Error::new("option-with-one-hyphen").with("value", typed);
    Some(AskError::usage(error.with("option", format!("-{typed}"))))
}

/// The error of an option that would take another option of its command for its value: `--days --data 20GB`.
fn missing_value(line: &[OsString]) -> Option<AskError> {
    let words: Vec<_> = before_values(line).map(|word| word.to_str().unwrap_or_default()).collect();
    if !words.windows(2).any(|pair| pair.iter().all(|word| word.starts_with("--"))) {
        return None;
    }
    let mut tree = Arguments::command();
    tree.build();
    let mut command = &tree;
    for pair in words.windows(2) {
        command = command.find_subcommand(pair[0]).unwrap_or(command);
        let takes_any = own_option(command, pair[0]).is_some_and(Arg::is_allow_hyphen_values_set);
        if takes_any && own_option(command, pair[1].split('=').next()?).is_some() {
            return Some(AskError::option(pair[0].to_owned(), Error::new("value-missing")));
        }
    }
    None
}

fn own_option<'c>(command: &'c Command, option: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|arg| is_long(arg, option))
}

/// The options whose values are words in a list.
const LISTS: [&str; 3] = ["--kind", "--not-kind", "--columns"];

/// A line whose lists of words have no comma without a word after it: `pass` for `pass,`.
pub fn without_empty_words(mut line: Vec<OsString>) -> Vec<OsString> {
    for at in 1..line.len() {
        if line[at] == "--" {
            break;
        }
        let Some(text) = line[at].to_str() else { continue };
        let own = text.split_once('=').filter(|(option, _)| LISTS.contains(option));
        let is_value = LISTS.iter().any(|option| line[at - 1] == **option);
        let (before, list) = match own {
            Some((option, list)) => (format!("{option}="), list),
            None if is_value => (String::new(), text),
            None => continue,
        };
        let words: Vec<_> = list.split(',').filter(|word| !word.trim().is_empty()).collect();
        if !words.is_empty() {
            line[at] = (before + &words.join(",")).into();
        }
    }
    line
}

/// The error of an option whose hyphens have become a dash: `—days`. Only the names of options count, because a dash may
/// begin a value.
fn pasted_dash(line: &[OsString]) -> Option<AskError> {
    let tree = Arguments::command();
    let pasted = before_values(line).find_map(|argument| {
        let argument = argument.to_str()?;
        let typed = argument.split('=').next()?;
        let option = format!("--{}", typed.trim_start_matches(DASHES));
        let is_pasted = typed.starts_with(DASHES) && !typed.starts_with('-') || typed.starts_with("-–");
        (is_pasted && has_option(&tree, &option)).then(|| (typed.to_owned(), option))
    });
    let (value, option) = pasted?;
    Some(AskError::usage(Error::new("option-with-dash").with("value", value).with("option", option)))
}

/// Whether a command or one below it has an option with this name.
fn has_option(command: &Command, option: &str) -> bool {
    option_of(command, option).is_some()
}

fn option_of<'c>(command: &'c Command, option: &str) -> Option<&'c Arg> {
    own_option(command, option)
        .or_else(|| command.get_subcommands().find_map(|command| option_of(command, option)))
}

/// A hint if an unexpected argument is the rest of the value of the option before it, which needs quotes: `Go` after
/// `--data 5`, or `Dec` after `--from 20`.
pub fn rest_of_a_value(value: &str, line: &[OsString]) -> Option<Error> {
    let arguments: Vec<&str> = before_values(line).filter_map(|argument| argument.to_str()).collect();
    let at = arguments.iter().position(|argument| *argument == value)?;
    let [option, first] = *arguments.get(at.checked_sub(2)?..at)? else { return None };
    let takes_value = option_of(&Arguments::command(), option)?.get_action().takes_values();
    if !takes_value || first.starts_with('-') {
        return None;
    }
    let rest = arguments[at..].iter().take_while(|argument| !argument.starts_with('-'));
    let whole = std::iter::once(&first).chain(rest).copied().collect::<Vec<_>>();
    let quoted = format!("{option} \"{}\"", whole.join(" "));
    let is_unit = whole.len() == 2 && first.ends_with(|c: char| c.is_ascii_digit());
    Some(if is_unit {
        let joined = format!("{option} {}", whole.concat());
        Error::new("value-with-blank").with("joined", joined).with("quoted", quoted)
    } else {
        Error::new("value-without-quotes").with("quoted", quoted)
    })
}

/// Adds the hint if the error is about an argument that is not an option: a plan that does not exist may be the rest of
/// a value.
pub fn explained(error: AskError, line: &[OsString]) -> AskError {
    let value = error.error().figure("value").map(|value| value.to_string());
    let is_of_option = error.of_option().is_none_or(|option| option.starts_with('-'));
    match value.filter(|_| !is_of_option).and_then(|value| rest_of_a_value(&value, line)) {
        Some(hint) => error.instead(hint),
        None => error,
    }
}

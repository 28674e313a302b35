//! The command for the next step: the user's own options, as far as another command has them.

use super::args::Arguments;
use super::variables::{before_values, is_long};
use crate::ask::shell::quoted;
use clap::{Arg, Command, CommandFactory};
use std::ffi::OsString;

/// Options that say how an answer looks, or where it goes.
const OF_THE_ANSWER: [&str; 13] = [
    "no_config",
    "format",
    "field",
    "bom",
    "json",
    "csv",
    "output",
    "plain",
    "color",
    "verbose",
    "quiet",
    "fingerprint",
    "threads",
];

/// The user's command line for another command: a basket, and the options that both commands have, but those that say how
/// an answer looks.
pub fn follow_up(line: &[OsString], from: &str, to: &str, basket: &[String]) -> String {
    let mut tree = Arguments::command();
    tree.build();
    let (Some(from), Some(to)) = (tree.find_subcommand(from), tree.find_subcommand(to)) else {
        return String::new();
    };
    let mut command = format!("simplan {}", to.get_name());
    command.extend(basket.iter().map(|plan| format!(" {}", quoted(plan))));
    let mut words = before_values(line).map(|word| word.to_string_lossy().into_owned()).peekable();
    while let Some(word) = words.next() {
        let (option, joined) = match word.split_once('=') {
            Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
            None => (word, None),
        };
        let Some(arg) = option_of(from, &option) else { continue };
        let value = match joined {
            None if arg.get_action().takes_values() => words.next_if(|word| {
                let can_be_left_out = arg.get_num_args().is_some_and(|count| count.min_values() == 0);
                !(can_be_left_out && word.starts_with('-'))
            }),
            value => value,
        };
        let is_kept = option_of(to, &option).is_some() && !OF_THE_ANSWER.contains(&arg.get_id().as_str());
        if is_kept {
            command += &format!(" {option}");
            command.extend(value.map(|value| format!(" {}", quoted(&value))));
        }
    }
    command
}

fn option_of<'c>(command: &'c Command, option: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|arg| is_long(arg, option))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let line: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        assert_eq!(follow_up(&line, "compare", "renew-steps", &[]), expected);
    }

    #[test]
    fn the_options_of_both_commands_are_kept() {
        check("simplan compare --days 30 --data 20GB", "simplan renew-steps --days 30 --data 20GB");
        check(
            "simplan --lang fr compare --days=30 --resident",
            "simplan renew-steps --lang fr --days 30 --resident",
        );
        check("simplan compare --use medium,video=1h", "simplan renew-steps --use medium,video=1h");
    }

    #[test]
    fn options_of_the_answer_are_left_out() {
        let line = "simplan compare --days 3 --format json -o x --limit 3 --plain --all --explain --operator inwi -- --data";
        check(line, "simplan renew-steps --days 3 --operator inwi");
    }
    #[test]
    fn a_basket_comes_before_the_options() {
        let line = ["simplan", "cost", "a:2", "b c", "--days", "3"].map(OsString::from);
        let basket = ["a:2", "b c"].map(str::to_owned);
        assert_eq!(follow_up(&line, "cost", "schedule", &basket), "simplan schedule a:2 'b c' --days 3");
    }
}

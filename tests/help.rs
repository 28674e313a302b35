//! Help and errors of the command line in every language, to the last word: what the arguments say in English has its
//! words in the others, nothing is left over, and what is shown has no English in it.

mod common;

use clap::Command;
use common::runner::{Printed, simplan, simplan_at_home};
use fluent_syntax::ast::{Entry, PatternElement};
use fluent_syntax::parser;
use simplan::cli::help::examples;
use simplan::cli::tree::{CommandText, commands, translated};
use simplan::domain::word::Word;
use simplan::i18n::Language;
use simplan::render::Format;
use simplan::usage::Activities;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, process};
use unicode_width::UnicodeWidthStr;

/// What Chinese leaves as it is, besides the names of commands, options, variables and their words.
const NOT_TRANSLATED: [&str; 56] = [
    "shell",
    "SHELL",
    "PowerShell",
    "JSON",
    "TOML",
    "Schema",
    "MCP",
    "error",
    "SHA",
    "simplan",
    "help",
    "SIM",
    "ID",
    "GB",
    "MB",
    "USD",
    "CNY",
    "any",
    "Asia",
    "Shanghai",
    "use",
    "yoxo",
    "inwi",
    "prepaid", // names
    "id",
    "rank",
    "basket",
    "total",
    "price",
    "data",
    "csv", // columns and formats
    "CSV",
    "TSV",
    "Excel",
    "NDJSON",
    "K",
    "N", // notations and values
    "days",
    "per",
    "day",
    "minutes",
    "operator",
    "line",
    "resident",
    "have",
    "sim",
    "mine",
    "max",
    "purchases",
    "currency",
    "from",
    "basket",
    "reason",
    "in",
    "needs",
    "answers", // columns and files of `batch`
];

/// English words that are not French: if French shows one, a sentence was forgotten.
const ENGLISH: [&str; 15] = [
    "the", "of", "and", "which", "with", "what", "only", "this", "at", "is", "for", "to", "when", "how",
    "print",
];

#[test]
fn every_text_of_the_command_line_is_translated_and_nothing_is_left_over() {
    let texts = texts();
    assert!(texts.len() > 100, "this test no longer sees the arguments");
    let mut wrong = Vec::new();
    for language in ["fr", "zh"] {
        let path = format!("src/i18n/{language}/arguments.ftl");
        let translations = translations(&path);
        let mut used = BTreeSet::new();
        for CommandText { place, keys, english } in &texts {
            let Some(key) = keys.iter().find(|key| translations.contains_key(*key)) else {
                let key = keys.last().unwrap();
                wrong.push(format!("{path} has no words for `{place}`. Add them:\n# {english}\n{key} = …"));
                continue;
            };
            used.insert(key);
            let of = &translations[key];
            if of != english {
                let own = keys.first().filter(|own| *own != key);
                let or = own.map(|own| format!(", or add `{own}` for this one")).unwrap_or_default();
                wrong.push(format!(
                    "{path}: `{key}` translates\n  {of}\nwhile `{place}` says\n  {english}\nCorrect the \
                     translation and the comment over it{or}."
                ));
            }
        }
        let left: Vec<_> = translations.keys().filter(|key| !used.contains(key)).collect();
        if !left.is_empty() {
            wrong.push(format!("{path} translates what no argument says any more. Remove: {left:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn chinese_help_has_no_english() {
    let mut left_as_is: BTreeSet<String> = NOT_TRANSLATED.map(str::to_owned).into();
    let known = Activities::built_in();
    left_as_is.extend(known.all.iter().map(|activity| activity.id.clone()));
    left_as_is.extend(known.presets.iter().map(|preset| preset.id.clone()));
    let tree = commands(Language::En);
    every_command(&tree, &mut Vec::new(), &mut |command, _| {
        left_as_is.extend(english_words(command.get_name()));
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let words = arg.get_possible_values().into_iter().map(|value| value.get_name().to_owned());
            let defaults = arg.get_default_values().iter().map(|value| value.to_str().unwrap().to_owned());
            left_as_is.extend(words.chain(defaults).flat_map(|word| english_words(&word)));
        }
    });
    every_command(&tree, &mut Vec::new(), &mut |_, path| {
        for word in english_words(&without_code(without_examples(&help(path, Language::Zh, 100)))) {
            assert!(left_as_is.contains(&word), "`{word}` in the Chinese help of {path:?}");
        }
    });
}

#[test]
fn french_help_has_no_english() {
    let said_in_english = translations("src/i18n/fr/arguments.ftl").into_values();
    // Messages that are the same in both languages are single ones: `Arguments`, `DATE`.
    let sentences: Vec<_> = said_in_english.filter(|text| text.contains(' ')).collect();
    every_command(&commands(Language::En), &mut Vec::new(), &mut |_, path| {
        let help = help(path, Language::Fr, 100);
        let unwrapped = help.split_whitespace().collect::<Vec<_>>().join(" ");
        for sentence in &sentences {
            assert!(!unwrapped.contains(sentence), "`{sentence}` in the French help of {path:?}");
        }
        // A command has the same name in each language.
        for word in english_words(&without_examples(&help).replace("what-if", "")) {
            assert!(
                !ENGLISH.contains(&word.to_lowercase().as_str()),
                "`{word}` in the French help of {path:?}"
            );
        }
    });
}

#[test]
fn help_fits_the_terminal_and_names_every_option() {
    for language in Language::ALL.iter().copied() {
        every_command(&commands(language), &mut Vec::new(), &mut |command, path| {
            for width in [60, 80, 120] {
                let help = help(path, language, width);
                for line in help.lines() {
                    assert!(line.width() <= width, "{language}: {path:?} at {width}: {line}");
                }
                for option in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                    assert!(
                        help.contains(&option.to_string()),
                        "{language}: {path:?} does not name {option}"
                    );
                }
                for command in command.get_subcommands().filter(|command| !command.is_hide_set()) {
                    let name = format!("\n  {}", command.get_name());
                    assert!(help.contains(&name), "{language}: {path:?} does not name {name}");
                }
            }
        });
    }
}

#[test]
fn short_help_fits_a_screen_and_shows_what_is_not_hidden_from_it() {
    for language in Language::ALL.iter().copied() {
        every_command(&commands(language), &mut Vec::new(), &mut |command, path| {
            let help = shown(path, "-h", language, 80);
            assert!(help.lines().count() <= 22, "{language}: {path:?}: {}\n{help}", help.lines().count());
            let last = help.lines().last().unwrap();
            assert!(last.ends_with(" --help"), "{language}: {path:?} ends with {last}");
            for line in help.lines() {
                assert!(line.width() <= 80, "{language}: {path:?}: {line}");
            }
            for option in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                let is_of_all = ["help", "version"].contains(&option.get_id().as_str());
                let is_hidden = is_of_all || option.is_hide_short_help_set();
                let name = option.to_string();
                let is_named = help.lines().any(|line| line.trim_start().starts_with(&name));
                assert!(is_named != is_hidden, "{language}: {path:?} and {name}");
            }
        });
    }
}

#[test]
fn the_program_without_a_command_shows_the_short_help() {
    let printed = simplan("--lang fr");
    assert_eq!(printed.err, simplan("-h --lang fr").out);
    assert_eq!(simplan("plans").err, simplan("plans -h").out);
    assert_eq!(simplan("help compare").out, simplan("compare --help").out);
    assert_ne!(simplan("compare -h").out, simplan("compare --help").out);
}

#[test]
fn the_examples_of_help_have_an_answer_in_exactly_the_formats_that_help_offers() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("needs.csv"), "days,data\n30,20GB\n").unwrap();
    fs::copy(root().join("plans.csv"), folder.path().join("my-plans.csv")).unwrap();
    fs::copy(root().join("tests/data/import/prices.csv"), folder.path().join("prices.csv")).unwrap();
    let newer = fs::read_to_string(root().join("plans.csv")).unwrap().replace(",2026-10,", ",2026-11-20,");
    fs::write(folder.path().join("plans-2026-12.csv"), newer).unwrap();
    every_command(&commands(Language::En), &mut Vec::new(), &mut |command, path| {
        let path =
            ["simplan"].into_iter().chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        let examples = examples(command);
        assert!(!examples.is_empty(), "`{path}` has no example");
        for example in examples {
            // What an example keeps for the next one, it keeps in a home of its own.
            let home = tempfile::tempdir().unwrap();
            let printed = answered(&example, home.path(), folder.path());
            assert_eq!(printed.exit as u8, 0, "{example}: {}", printed.err);
            if !example.starts_with(&path)
                || ["simplan", "simplan config", "simplan plans"].contains(&path.as_str())
            {
                continue;
            }
            let of_example = Format::ALL.iter().copied().filter(|format| {
                let line = format!("{example} --format {}", format.word());
                answered(&line, home.path(), folder.path()).exit as u8 == 0
            });
            let of_example: BTreeSet<_> = of_example.map(|format| format.word().to_owned()).collect();
            // A schema is JSON; the list of schemas has all formats.
            let is_schema = example.starts_with("simplan schema ");
            let mut offered =
                if is_schema { BTreeSet::from(["json".to_owned()]) } else { offered_formats(command) };
            // A table of days and data is no chart.
            if example.contains(',') {
                offered.remove("svg");
            }
            assert_eq!(of_example, offered, "{example}");
        }
    });
}

/// What an example prints for a user with this home folder, with its files in another folder.
fn answered(example: &str, home: &Path, folder: &Path) -> Printed {
    let line = in_folder(example, folder);
    let words: Vec<_> = line.split_whitespace().map(OsString::from).collect();
    simplan_at_home(home, "", None, words)
}

/// The formats that the help of a command offers.
fn offered_formats(command: &Command) -> BTreeSet<String> {
    let format = command.get_arguments().find(|arg| arg.get_id() == "format").unwrap();
    format.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

/// The arguments of an example on a fixed day, with its files in a folder.
fn in_folder(example: &str, folder: &Path) -> String {
    let words = example.split(' ').skip(1).map(|word| {
        let has_ending =
            Path::new(word).extension().is_some_and(|kind| kind == "csv" || kind == "ics" || kind == "html");
        let is_file = has_ending || word == "manual";
        if is_file { folder.join(word).to_str().unwrap().to_owned() } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ") + " --today 2026-11-25"
}

/// Everything that the arguments say in English.
fn texts() -> Vec<CommandText> {
    let mut texts = Vec::new();
    translated(commands(Language::En), &mut |text: CommandText| {
        let english = text.english.clone();
        texts.push(text);
        english
    });
    texts
}

/// The English that each message translates, as the comment over it says.
fn translations(path: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join(path)).unwrap();
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let plain = |element: &PatternElement<_>| matches!(element, PatternElement::TextElement { .. });
        assert!(
            message.value.unwrap().elements.iter().all(plain),
            "{path}: {} takes nothing",
            message.id.name
        );
        let english = message.comment.map(|comment| comment.content.join("\n")).unwrap_or_default();
        let before = found.insert(message.id.name.to_owned(), english);
        assert!(before.is_none(), "{path} says {} twice", message.id.name);
    }
    found
}

/// Visits every command but those that clap hangs under `help`.
fn every_command(command: &Command, path: &mut Vec<String>, visit: &mut dyn FnMut(&Command, &[String])) {
    visit(command, path);
    for command in command.get_subcommands().filter(|command| command.get_name() != "help") {
        path.push(command.get_name().to_owned());
        every_command(command, path, visit);
        path.pop();
    }
}

/// The help of a command, as the program shows it.
fn help(path: &[String], language: Language, width: usize) -> String {
    shown(path, "--help", language, width)
}

/// What a command shows for `-h` or `--help`.
fn shown(path: &[String], option: &str, language: Language, width: usize) -> String {
    let output = process::Command::new(env!("CARGO_BIN_EXE_simplan"))
        .args(path)
        .arg(option)
        .env_clear()
        .env("LANG", language.word())
        .env("COLUMNS", width.to_string())
        .output()
        .unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{path:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Help without its last section, whose command lines have no language.
fn without_examples(help: &str) -> &str {
    help.rsplit_once("\n\n").unwrap().0
}

/// Help without what is between backticks, which is typed as it is. A line can end between two of them.
fn without_code(help: &str) -> String {
    help.split('`').step_by(2).collect::<Vec<_>>().join(" ")
}

/// Messages of two and more Latin letters; names of options and variables are none.
fn english_words(text: &str) -> Vec<String> {
    let is_name = |word: &&str| word.starts_with("--") || word.contains("SIMPLAN_");
    let pieces = text.split(|c: char| c.is_whitespace() || "：；，。、（）<>`".contains(c));
    let words =
        pieces.filter(|piece| !is_name(piece)).flat_map(|piece| piece.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.len() > 1 && word.is_ascii()).map(str::to_owned).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

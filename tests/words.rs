//! The languages say the same: the same messages with the same arguments, all of them used, none missing.

#[path = "common/sessions.rs"]
#[allow(dead_code, reason = "only the commands and what they print are looked at")]
mod sessions;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use sessions::{cases, root, sessions};
use simplan::domain::refusal::Code;
use simplan::domain::word::Word;
use simplan::guide::facts::{FactValue, Facts};
use simplan::guide::situation::{Channel, Payment, State};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

const TOPICS: [&str; 6] = ["answers", "errors", "guide", "faq", "next", "help"];
const LANGUAGES: [&str; 3] = ["en", "fr", "zh"];

#[test]
fn every_language_has_the_same_messages_with_the_same_arguments() {
    // The names of the activities are made of parts, so no other test here looks at `usage`; `tests/page.rs` looks at `page`.
    for topic in TOPICS.into_iter().chain(["usage", "page"]) {
        let english = messages("en", topic);
        assert!(english.len() > 5, "{topic} has gone");
        for language in LANGUAGES {
            let other = messages(language, topic);
            let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
            let extra: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{language}/{topic}: missing {missing:?}, extra {extra:?}"
            );
            for (key, arguments) in &other {
                // A language may leave an argument out, but it can say nothing that it is not given.
                assert!(
                    arguments.is_subset(&english[key]),
                    "{language}/{topic}: {key} takes other arguments"
                );
            }
        }
    }
}

#[test]
fn every_message_is_used_and_every_code_has_its_message() {
    let all: BTreeSet<String> = TOPICS.iter().flat_map(|topic| messages("en", topic).into_keys()).collect();
    let code = sources();
    let mut unused: BTreeSet<&String> = all.iter().collect();
    unused.retain(|key| !code.contains(&format!("\"{key}\"")) && !is_made_of_parts(key, &code));
    assert!(unused.is_empty(), "never said: {unused:?}");

    for reason in Code::ALL {
        assert!(all.contains(&format!("refused-{}", reason.word())), "no sentence for {reason}");
    }
    let mut codes = 0;
    for piece in code.split("Error::new(\"").skip(1) {
        let name = piece.split('"').next().unwrap();
        assert!(all.contains(name), "no sentence for the error {name}");
        codes += 1;
    }
    assert!(codes > 40, "this test no longer sees the errors");
}

#[test]
fn terms_of_the_facts_have_their_words() {
    // The guide is loaded without the questions, so the terms are in its file.
    let all: BTreeSet<String> = messages("en", "guide").into_keys().collect();
    let facts = Facts::built_in();
    // Facts of which no line prints the words.
    let kept = ["recharge_scratch_card"];
    // Names that look like terms.
    let names = ["inwi", "i-dar"];
    let every = facts.operators.iter().flat_map(|operator| &operator.facts).chain(&facts.every_operator);
    let mut terms = 0;
    for fact in every.filter(|fact| !kept.contains(&fact.key.as_str())) {
        let values = fact.value.as_ref().map(FactValue::texts).unwrap_or_default();
        for text in values.iter().chain(&fact.about) {
            let is_term = !names.contains(&text.as_str())
                && text.len() > 3
                && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                && text.contains(|c: char| c.is_ascii_lowercase());
            terms += usize::from(is_term);
            assert!(!is_term || all.contains(&format!("term-{text}")), "{}: no words for `{text}`", fact.key);
        }
    }
    assert!(terms > 60, "this test no longer sees the terms");
}

/// What is printed in French and Chinese, in the golden cases and in every answer and every guide, has no word that
/// only the English sentences know. Machine formats are left out, and so is what comes from the data.
#[test]
fn nothing_untranslated_shows() {
    let facts = fs::read_to_string(root().join("src/guide/operators.toml")).unwrap();
    let values = facts.lines().filter(|line| line.starts_with("value") || line.contains("name = "));
    let data = fs::read_to_string(root().join("plans.csv")).unwrap() + &values.collect::<String>();
    let english = vocabulary(&TOPICS.map(|topic| sentences("en", topic)).concat());
    for language in ["fr", "zh"] {
        // French shares words with English (`page`, `minutes`). In Chinese only names are written in Latin letters,
        // and what is said at the counter.
        let shared = if language == "fr" {
            TOPICS.map(|topic| sentences(language, topic)).concat()
        } else {
            let guide = sentences(language, "guide");
            let said = guide.lines().filter(|line| line.contains(['“', '”', '«']));
            said.collect::<String>()
                + " APN PIN PUK VPN CIN IMSI NFC hanout nano micro light medium heavy work \
             table text json csv tsv markdown html svg "
        };
        // The next step is a command.
        let own = vocabulary(&(shared + &data + " renew steps schedule show error "));
        let mut foreign = BTreeSet::new();
        for (command, output) in shown_in_cases(language).into_iter().chain(shown_by_the_guide(language)) {
            let typed = vocabulary(&command);
            let words = vocabulary(&output).into_iter();
            foreign.extend(
                words.filter(|word| english.contains(word) && !own.contains(word) && !typed.contains(word)),
            );
        }
        assert!(foreign.is_empty(), "{language}: {foreign:?}");
    }
}

/// The typography of each language: in French a no-break space before a high mark and inside quotes, in Chinese no blank
/// between characters and marks; nowhere two colons in a row.
#[test]
fn marks_and_blanks_are_as_each_language_writes_them() {
    for language in LANGUAGES {
        for topic in ["answers", "errors", "guide", "faq", "usage", "help", "arguments"] {
            if (language, topic) == ("en", "arguments") {
                continue;
            }
            for line in sentences(language, topic).lines().filter(|line| !line.starts_with('#')) {
                // Code keeps the notation of the command line.
                let prose = line.split('`').step_by(2).collect::<Vec<_>>().join("`");
                let wrong = match language {
                    "fr" => [" :", " ;", " ?", " !", " %", " »", "« "].as_slice(),
                    "zh" => [" ，", " 。", "， ", "。 ", "： ", "； ", "、 "].as_slice(),
                    _ => [" :", " ;", " ?", " !"].as_slice(),
                };
                for mark in wrong.iter().chain(&["::", "：：", ":：", "：:"]) {
                    assert!(!prose.contains(mark), "{language}/{topic}: `{mark}` in {line}");
                }
                let chars: Vec<char> = prose.chars().collect();
                for around in chars.windows(3) {
                    let is_gap = around[1] == ' ' && is_chinese(around[2]) || ",;:?!".contains(around[1]);
                    assert!(!(is_chinese(around[0]) && is_gap), "{language}/{topic}: {around:?} in {line}");
                }
            }
        }
    }
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// The words of a text, lower case, of at least three Latin letters; options, addresses, variables and code are
/// not words.
fn vocabulary(text: &str) -> BTreeSet<String> {
    let prose = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let all = prose.split(|c: char| c.is_whitespace() || "\"“”«»(),;=".contains(c));
    let pieces = all.filter(|piece| !piece.contains("--") && !piece.contains(['$', '/']));
    let words = pieces.flat_map(|piece| piece.split(|c: char| !is_latin(c)));
    words.map(str::to_lowercase).filter(|word| word.chars().count() > 2).collect()
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{250}'
}

/// The values of a file: its keys are English in every language.
fn sentences(language: &str, topic: &str) -> String {
    let text = fs::read_to_string(root().join(format!("src/i18n/{language}/{topic}.ftl"))).unwrap();
    let values = text.lines().map(|line| line.split_once(" = ").map_or(line, |(_, value)| value));
    values.map(|value| format!("{value}\n")).collect()
}

/// The commands of a language's golden cases with what they print for people. `tests/help.rs` looks at help.
fn shown_in_cases(language: &str) -> Vec<(String, String)> {
    let mut shown = Vec::new();
    for case in cases(language).into_iter().filter(|case| !case.parent().unwrap().ends_with("help")) {
        for session in sessions(&fs::read_to_string(case).unwrap(), None) {
            if !["json", "csv", "jq"].iter().any(|word| session.command.contains(word)) {
                shown.push((session.command, session.output.join("\n")));
            }
        }
    }
    assert!(shown.len() > 50, "this test no longer sees the sessions in {language}");
    shown
}

/// The commands of all questions and of all situations of renewing, with what they print.
fn shown_by_the_guide(language: &str) -> Vec<(String, String)> {
    let mut commands = vec!["faq --all".to_owned()];
    for channel in Channel::ALL {
        for payment in Payment::ALL {
            for state in State::ALL {
                commands.push(format!("renew-steps --channel {channel} --pay {payment} --state {state}"));
            }
        }
    }
    commands.into_iter().map(|command| (command.clone(), print(&command, language))).collect()
}

fn print(command: &str, language: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_simplan"));
    let output = program.args(command.split(' ')).args(["--lang", language]).env_clear().output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

/// Whether the program builds this key: `column-<key>`, `<code>-hint`, `part-<part>` and the like.
fn is_made_of_parts(key: &str, code: &str) -> bool {
    let facts = fs::read_to_string(root().join("src/guide/operators.toml")).unwrap();
    let quoted = |word: &str| code.contains(&format!("\"{word}\""));
    let prefixes = [
        "column-",
        "refused-",
        "why-",
        "part-",
        "channel-",
        "payment-",
        "confidence-",
        "covers-",
        "answer-state-",
    ];
    let by_prefix = prefixes.iter().filter_map(|prefix| key.strip_prefix(prefix)).any(quoted);
    let by_word = key
        .strip_prefix("word-")
        .is_some_and(|word| quoted(word) || word == "general" || catalogue_has(word));
    let by_question = key.strip_prefix("faq-").is_some_and(quoted);
    let by_month = key.strip_prefix("month-").is_some_and(|month| month.parse::<u8>().is_ok());
    let by_suffix = key.strip_suffix("-hint").is_some_and(quoted);
    let by_term = key.strip_prefix("term-").is_some_and(|term| facts.contains(&format!("\"{term}\"")));
    let option = key.strip_prefix("alternative-").map(|option| option.strip_suffix("-sim").unwrap_or(option));
    let by_option = option.is_some_and(quoted);
    by_prefix || by_option || by_month || by_word || by_question || by_suffix || by_term
}

/// Whether a cell of the catalogue is this word.
fn catalogue_has(word: &str) -> bool {
    let catalogue = fs::read_to_string(root().join("plans.csv")).unwrap();
    catalogue.contains(&format!(",{word},"))
}

/// The messages of a file with the arguments that each takes.
fn messages(language: &str, topic: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = root().join(format!("src/i18n/{language}/{topic}.ftl"));
    let text = fs::read_to_string(&path).unwrap();
    let resource =
        parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut arguments = BTreeSet::new();
            collect(message.value.as_ref().unwrap(), &mut arguments);
            let before = messages.insert(message.id.name.to_owned(), arguments);
            assert!(before.is_none(), "{} says {} twice", path.display(), message.id.name);
        }
    }
    messages
}

fn collect(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    collect(&variant.value, arguments);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            arguments.insert(id.name.to_owned());
        }
    }
}

/// All source text but the tests in it.
fn sources() -> String {
    fn read(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, text);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("tests.rs")
            {
                let source = fs::read_to_string(&path).unwrap();
                *text += source.split("#[cfg(test)]").next().unwrap();
            }
        }
    }
    let mut text = String::new();
    read(&root().join("src"), &mut text);
    text
}

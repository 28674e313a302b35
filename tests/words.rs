//! The languages say the same: the same messages with the same arguments, all of them used, none missing.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use simplan::domain::refusal::Code;
use simplan::domain::word::Word;
use simplan::guide::facts::{Facts, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const TOPICS: [&str; 4] = ["answers", "errors", "guide", "help"];
const LANGUAGES: [&str; 3] = ["en", "fr", "zh"];

#[test]
fn every_language_has_the_same_messages_with_the_same_arguments() {
    for topic in TOPICS {
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
    for piece in code.split("Fault::new(\"").skip(1) {
        let name = piece.split('"').next().unwrap();
        assert!(all.contains(name), "no sentence for the error {name}");
        codes += 1;
    }
    assert!(codes > 40, "this test no longer sees the errors");
}

#[test]
fn terms_of_the_facts_have_their_words() {
    let all = messages("en", "guide");
    let facts = Facts::built_in();
    let said = [
        "outlets",
        "cash_outlets",
        "bill_payment_channels",
        "foreign_card_recharge",
        "id_for_travellers",
        "effective_time",
        "care_language",
    ];
    let every = facts.operators.iter().flat_map(|operator| &operator.facts).chain(&facts.every_operator);
    for fact in every.filter(|fact| said.contains(&fact.key.as_str())) {
        for text in fact.value.as_ref().map(Value::texts).unwrap_or_default() {
            let is_term = !text.contains(' ') && text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            assert!(
                !is_term || all.contains_key(&format!("term-{text}")),
                "{}: no words for `{text}`",
                fact.key
            );
        }
    }
}

/// Whether the program builds this key: `column-<key>`, `<code>-hint`, `part-<part>` and the like.
fn is_made_of_parts(key: &str, code: &str) -> bool {
    let facts = fs::read_to_string(root().join("src/guide/operators.toml")).unwrap();
    let quoted = |word: &str| code.contains(&format!("\"{word}\""));
    let prefixes = ["column-", "refused-", "why-", "part-", "channel-", "payment-", "confidence-"];
    let by_prefix = prefixes.iter().filter_map(|prefix| key.strip_prefix(prefix)).any(quoted);
    let by_suffix = key.strip_suffix("-hint").is_some_and(quoted);
    let by_term = key.strip_prefix("term-").is_some_and(|term| facts.contains(&format!("\"{term}\"")));
    by_prefix || by_suffix || by_term
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

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All source text but the tests in it.
fn sources() -> String {
    fn read(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, text);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                *text += source.split("#[cfg(test)]").next().unwrap();
            }
        }
    }
    let mut text = String::new();
    read(&root().join("src"), &mut text);
    text
}

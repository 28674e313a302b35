//! Every value of the facts is printed: whoever changes one in `operators.toml` sees the change in `renew-steps` or
//! `faq`.

use simplan::catalogue::Catalogue;
use simplan::domain::word::Word;
use simplan::guide::facts::{FactValue, Facts, Operator};
use simplan::guide::faq::{FaqQuestion, answer};
use simplan::guide::lines::GuideLine;
use simplan::guide::situation::{Channel, Payment, Service, Situation, State};
use simplan::guide::steps::steps;
use simplan::i18n::{Language, Messages, Topic};
use simplan::render::lines::marked_sentence;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The facts of which nothing is printed, with the reason.
const NOT_PRINTED: [(&str, &str); 1] =
    [("sim_limit_per_person", "unknown for everybody; `faq-id-how-many` says so")];

#[test]
fn whoever_changes_a_value_sees_the_change() {
    let messages = Messages::new(Language::En, &[Topic::Answers, Topic::Guide, Topic::Faq]);
    let facts = Facts::built_in();
    let mut unseen = Vec::new();
    let mut changes = 0;
    let printed = |facts: &Facts, operator: Option<usize>| match operator {
        Some(operator) => sentences(facts, &facts.operators[operator], &messages),
        None => facts.operators.iter().flat_map(|operator| sentences(facts, operator, &messages)).collect(),
    };
    for operator in (0..facts.operators.len()).map(Some).chain([None]) {
        let before = printed(&facts, operator);
        for index in 0..of(&facts, operator).len() {
            let fact = &of(&facts, operator)[index];
            let is_star_code = fact.key == "star_codes";
            for value in fact.value.iter().flat_map(|value| changed(value, is_star_code)) {
                let mut other = facts.clone();
                let changed_facts = match operator {
                    Some(operator) => &mut other.operators[operator].facts,
                    None => &mut other.every_operator,
                };
                changed_facts[index].value = Some(value.clone());
                changes += 1;
                if printed(&other, operator) == before {
                    let whose = operator.map_or("every operator", |operator| &facts.operators[operator].id);
                    unseen.push(format!("{whose}, {}: {value:?}", fact.key));
                }
            }
        }
    }
    assert!(unseen.is_empty(), "printed nowhere:\n{}", unseen.join("\n"));
    assert!(changes > 200, "this test no longer sees the values: {changes}");
}

#[test]
fn every_fact_is_asked_for() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guide");
    let folders = [folder.join("faq"), folder.join("steps"), folder];
    let files =
        folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let rust = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let code: String = rust
        .map(|path| fs::read_to_string(path).unwrap().split("#[cfg(test)]").next().unwrap().to_owned())
        .collect();
    let facts = Facts::built_in();
    let all = facts.operators.iter().flat_map(|operator| &operator.facts).chain(&facts.every_operator);
    let keys: BTreeSet<&str> = all.map(|fact| fact.key.as_str()).collect();
    let unused: Vec<&str> = keys.into_iter().filter(|key| !code.contains(&format!("\"{key}\""))).collect();
    assert_eq!(unused, NOT_PRINTED.map(|(key, _)| key));
}

/// Digits in the sentences that are no facts: the name of a technology, and a letter of Moroccan Arabic.
const NO_FACTS: [&str; 2] = ["5G", "3afak"];

#[test]
fn no_number_stands_in_a_sentence() {
    let mut lines = 0;
    for language in ["en", "fr", "zh"] {
        for topic in ["guide", "faq"] {
            let path = format!("{}/src/i18n/{language}/{topic}.ftl", env!("CARGO_MANIFEST_DIR"));
            let text = fs::read_to_string(path).unwrap();
            for line in text.lines() {
                let (key, value) = line.split_once(" = ").unwrap_or(("", line));
                let mut said = without(value, '{', '}');
                if key.is_empty() {
                    said = without(&said, '[', ']');
                }
                for known in NO_FACTS {
                    said = said.replace(known, "");
                }
                assert!(!said.contains(|c: char| c.is_ascii_digit()), "{language}/{topic}: {line}");
                lines += 1;
            }
        }
    }
    assert!(lines > 1000, "this test no longer sees the sentences: {lines}");
}

/// A line without what stands between two marks; what has no end is left out up to the end.
fn without(line: &str, open: char, close: char) -> String {
    let mut pieces = line.split(open);
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.map(|piece| piece.split_once(close).map_or("", |(_, after)| after));
    first + &rest.collect::<String>()
}

fn of(facts: &Facts, operator: Option<usize>) -> &[simplan::guide::facts::Fact] {
    operator.map_or(&facts.every_operator, |operator| &facts.operators[operator].facts)
}

/// The value with one thing changed in it, for each thing that can be; with `keys` also the names of its parts.
fn changed(value: &FactValue, keys: bool) -> Vec<FactValue> {
    match value {
        // A card is either dialled or sent.
        FactValue::Text(text) if text == "sms-or-call" => vec![FactValue::Text("dial".to_owned())],
        FactValue::Text(_) => vec![FactValue::Text("changed".to_owned())],
        FactValue::Number(number) => vec![FactValue::Number(number + 1)],
        FactValue::Holds(holds) => vec![FactValue::Holds(!holds)],
        FactValue::List(values) => (0..values.len())
            .flat_map(|index| {
                changed(&values[index], false).into_iter().map(move |value| {
                    let mut list = values.clone();
                    list[index] = value;
                    FactValue::List(list)
                })
            })
            .collect(),
        FactValue::Parts(parts) => parts.keys().flat_map(|name| changed_part(parts, name, keys)).collect(),
    }
}

fn changed_part(parts: &BTreeMap<String, FactValue>, name: &str, keys: bool) -> Vec<FactValue> {
    let mut others = Vec::new();
    for value in changed(&parts[name], false) {
        let mut other = parts.clone();
        other.insert(name.to_owned(), value);
        others.push(FactValue::Parts(other));
    }
    if keys {
        let mut other = parts.clone();
        let value = other.remove(name).unwrap();
        other.insert("99".to_owned(), value);
        others.push(FactValue::Parts(other));
    }
    others
}

/// All sentences about an operator, of all situations and all questions.
fn sentences(facts: &Facts, operator: &Operator, messages: &Messages) -> BTreeSet<String> {
    let mut lines = BTreeMap::new();
    for &channel in Channel::ALL {
        for &payment in Payment::ALL {
            for &state in State::ALL {
                for &service in Service::ALL {
                    let situation =
                        Situation { channel, payment, state, ..Situation::new(service, &[], true) };
                    if situation.check(|_| true).is_ok() {
                        let guide = steps(facts, operator, &situation);
                        collect(guide.parts.into_iter().flat_map(|(_, lines)| lines), &mut lines);
                    }
                }
            }
        }
    }
    for &question in FaqQuestion::ALL {
        let answer = answer(question, facts, &[operator], true);
        collect(answer.lines().cloned(), &mut lines);
    }
    lines.values().map(|line| marked_sentence(line, messages)).collect()
}

/// Keeps each line once: the situations share most of them.
fn collect<'f>(new: impl Iterator<Item = GuideLine<'f>>, lines: &mut BTreeMap<String, GuideLine<'f>>) {
    for line in new {
        lines.entry(format!("{} {:?}", line.key, line.args)).or_insert(line);
    }
}

#[test]
fn every_seller_of_the_catalogue_has_a_name() {
    let names = include_str!("../src/guide/sellers.csv");
    for plan in &Catalogue::built_in().unwrap().plans {
        let begin = format!("{},", plan.operator);
        assert!(names.lines().any(|row| row.starts_with(&begin)), "{}", plan.operator);
    }
}

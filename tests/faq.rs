//! Every question, in every language: an answer for all operators, where it comes from, no code that the facts do not
//! have; and what people type finds the question that they mean.

use simplan::domain::word::Word;
use simplan::guide::facts::{FactConfidence, FactValue, Facts, Operator};
use simplan::guide::faq::{FaqQuestion, answer};
use simplan::i18n::{Language, Messages, Topic};
use simplan::render::document::written;
use simplan::render::faq::{FaqDocument, title};
use simplan::render::lines::marked_sentence;
use simplan::render::styles::Styles;
use simplan::render::{Format, Layout, Terminal};
use std::process::{Command, Output};

const TOPICS: [Topic; 3] = [Topic::Answers, Topic::Guide, Topic::Faq];

#[test]
fn every_question_is_answered_for_every_operator() {
    let facts = Facts::built_in();
    let operators: Vec<&Operator> = facts.operators.iter().collect();
    let mut unverified = 0;
    for &language in Language::ALL {
        let words = Messages::new(language, &TOPICS);
        let mark = words.tr_with("unverified", [("text", "")]);
        for &question in FaqQuestion::ALL {
            let answer = answer(question, &facts, &operators, false);
            assert!(!answer.general.is_empty(), "{question}");
            assert!([0, 3].contains(&answer.operators.len()), "{question}: some operators only");
            for line in answer.lines() {
                assert!(words.has(line.key), "{language}: no words for {}", line.key);
                let said = marked_sentence(line, &words);
                let is_low = line.confidence() == Some(FactConfidence::Low);
                assert_eq!(said.ends_with(mark.trim()), is_low, "{}", line.key);
                unverified += usize::from(is_low);
            }
            let document = FaqDocument {
                query: "",
                answers: vec![answer],
                further: Vec::new(),
                with_sources: true,
                messages: &words,
            };
            let plain = Terminal { width: 1000, styles: Styles::PLAIN, layout: Layout::Plain };
            let shown = written(&document, Format::Text, plain).unwrap().unwrap();
            let has_sources = [words.tr("part-sources"), words.tr("faq-source-advice")]
                .iter()
                .any(|text| shown.contains(text));
            assert!(has_sources, "{question} does not say where it comes from");
            for code in codes(&shown) {
                assert!(is_known(&code, &facts), "{question}: `{code}` is in no fact");
            }
        }
    }
    assert!(unverified > 30);
}

/// What can be dialled: stars, hashes, and numbers of three digits that are called.
fn codes(text: &str) -> Vec<String> {
    let body = text.lines().filter(|line| !line.contains("http"));
    body.flat_map(pieces)
        .map(str::to_owned)
        .filter(|piece| piece.len() > 1 && piece.contains(['*', '#']) || piece.len() == 3)
        .collect()
}

/// The parts of a text that are made of digits, stars and hashes.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '*' || c == '#'))
}

fn is_known(code: &str, facts: &Facts) -> bool {
    let all = facts.operators.iter().flat_map(|operator| &operator.facts).chain(&facts.every_operator);
    let values: Vec<&FactValue> = all.filter_map(|fact| fact.value.as_ref()).collect();
    let star = code.strip_prefix('*');
    let is_star = |value: &&&FactValue| matches!(value, FactValue::Parts(parts) if star.is_some_and(|star| parts.contains_key(star)));
    values.iter().any(|value| value.texts().iter().any(|text| pieces(text).any(|piece| piece == code)))
        || values.iter().any(|value| is_star(&value))
}

#[test]
fn what_people_type_finds_what_they_mean() {
    for (typed, question) in [
        ("多久", "how-long"),
        ("carte refusée", "foreign-card"),
        ("CARTE REFUSEE", "foreign-card"),
        ("credit instead of data", "credit-instead"),
        ("passport", "which-id"),
        ("护照", "which-id"),
        ("我的号码会不会失效", "lose-number"),
        ("when do i lose my number", "lose-number"),
        ("balance", "what-is-left"),
        ("solde", "what-is-left"),
        ("查余额", "what-is-left"),
        ("hotspot", "share-sim"),
        ("热点", "share-sim"),
        ("star", "stars"),
        ("étoile", "stars"),
        ("arnaque", "fraud"),
        ("被骗", "fraud"),
        ("提前续费", "renew-early"),
        ("cumuler", "add-up"),
        ("叠加", "add-up"),
        ("unused", "unused-data"),
        ("没用完", "unused-data"),
        ("money owed", "suspended"),
        ("欠费", "suspended"),
        ("refusd card", "foreign-card"),
        ("how long does it take", "how-long"),
        ("combien de temps", "how-long"),
        ("省流量", "stay-within"),
        ("hors ligne", "stay-within"),
        ("充不了", "online-fails"),
        ("website does not work", "online-fails"),
        ("share-sim", "share-sim"),
    ] {
        assert_eq!(first_answer(typed).as_deref(), Some(question), "{typed}");
    }
}

/// Questions as people ask them, with their topics: `none` has no answer here.
const QUESTIONS: &str = include_str!("data/faq-questions.tsv");

#[test]
fn natural_questions_get_their_answer_and_strangers_none() {
    let mut strangers = 0;
    let mut answered = 0;
    for line in QUESTIONS.lines().skip(1) {
        let (topic, question) = line.split_once('\t').unwrap();
        let expected = Some(topic).filter(|&topic| topic != "none");
        assert_eq!(first_answer(question).as_deref(), expected, "{question}");
        if expected.is_some() { answered += 1 } else { strangers += 1 }
    }
    assert!(strangers >= 40 && answered >= 60, "{strangers} strangers, {answered} with an answer");
}

#[test]
fn the_word_of_a_question_is_enough() {
    for &question in FaqQuestion::ALL {
        assert_eq!(first_answer(question.word()).as_deref(), Some(question.word()));
    }
}

#[test]
fn a_stranger_gets_the_nearest_questions() {
    for format in ["text", "table", "markdown"] {
        let program = faq(&["--all", "--format", format, "who won the world cup"]);
        assert_eq!(program.status.code(), Some(1), "{format}");
        assert!(program.stdout.is_empty(), "{format}");
        let said = String::from_utf8(program.stderr).unwrap();
        assert!(said.contains("`who won the world cup`"), "{said}");
        assert_eq!(
            FaqQuestion::ALL.iter().filter(|&&question| is_named(question, &said)).count(),
            3,
            "{said}"
        );
    }
    let program = faq(&["--format", "json", "who won the world cup"]);
    assert_eq!(program.status.code(), Some(1));
    assert!(program.stderr.is_empty());
    let document: serde_json::Value = serde_json::from_slice(&program.stdout).unwrap();
    assert_eq!(document["answers"], serde_json::json!([]));
    assert_eq!(document["further"].as_array().unwrap().len(), 3);
}

fn is_named(question: FaqQuestion, said: &str) -> bool {
    said.contains(&title(question, &Messages::new(Language::En, &TOPICS)))
}

/// The question that is answered first.
fn first_answer(query: &str) -> Option<String> {
    let program = faq(&["--format", "json", query]);
    let document: serde_json::Value = serde_json::from_slice(&program.stdout).unwrap();
    let first = document["answers"].as_array().unwrap().first()?;
    assert_eq!(program.status.code(), Some(0), "{query}");
    Some(first["question"].as_str().unwrap().to_owned())
}

fn faq(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_simplan")).arg("faq").args(arguments).env_clear().output().unwrap()
}

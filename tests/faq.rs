//! Every question, in every language: an answer for all operators, where it comes from, no code that the facts do not
//! have; and what people type finds the question that they mean.

use simplan::domain::word::Word;
use simplan::guide::facts::{FactConfidence, Facts, Operator, Value};
use simplan::guide::faq::{Question, answer};
use simplan::i18n::{Language, Topic, Words};
use simplan::render::faq::{Faq, text};
use simplan::render::lines::said_with_certainty;
use simplan::render::paint::Paint;
use simplan::render::{Layout, Terminal};
use std::process::Command;

const TOPICS: [Topic; 3] = [Topic::Answers, Topic::Guide, Topic::Faq];

#[test]
fn every_question_is_answered_for_every_operator() {
    let facts = Facts::built_in();
    let operators: Vec<&Operator> = facts.operators.iter().collect();
    let mut unverified = 0;
    for &language in Language::ALL {
        let words = Words::of(language, &TOPICS);
        let mark = words.say_with("unverified", &[("text", "".into())]);
        for &question in Question::ALL {
            let answer = answer(question, &facts, &operators, false);
            assert!(!answer.general.is_empty(), "{question}");
            assert!([0, 3].contains(&answer.operators.len()), "{question}: some operators only");
            for line in answer.lines() {
                assert!(words.has(line.key), "{language}: no words for {}", line.key);
                let said = said_with_certainty(line, &words);
                let is_low = line.confidence() == Some(FactConfidence::Low);
                assert_eq!(said.ends_with(mark.trim()), is_low, "{}", line.key);
                unverified += usize::from(is_low);
            }
            let faq = Faq { answers: vec![answer], further: Vec::new() };
            let plain = Terminal { width: 1000, paint: Paint::PLAIN, layout: Layout::Plain };
            let shown = text(&faq, &words, plain);
            assert!(
                shown.contains(&words.say("part-sources")),
                "{question} does not say where it comes from"
            );
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
    let pieces = body.flat_map(|line| {
        line.split(|c: char| !(c.is_ascii_digit() || c == '*' || c == '#'))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    pieces.filter(|piece| piece.len() > 1 && piece.contains(['*', '#']) || piece.len() == 3).collect()
}

fn is_known(code: &str, facts: &Facts) -> bool {
    let all = facts.operators.iter().flat_map(|operator| &operator.facts).chain(&facts.every_operator);
    let values: Vec<&Value> = all.filter_map(|fact| fact.value.as_ref()).collect();
    let star = code.strip_prefix('*');
    let is_star = |value: &&&Value| matches!(value, Value::Parts(parts) if star.is_some_and(|star| parts.contains_key(star)));
    values.iter().any(|value| value.texts().iter().any(|text| text == code))
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
        let program = Command::new(env!("CARGO_BIN_EXE_simplan"))
            .args(["faq", "--format", "json"])
            .args(typed.split(' '))
            .env_clear()
            .output()
            .unwrap();
        let answer: serde_json::Value = serde_json::from_slice(&program.stdout).unwrap();
        assert_eq!(answer["answers"][0]["question"], question, "{typed}");
    }
}

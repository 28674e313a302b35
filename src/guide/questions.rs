//! The questions that people ask, as examples for each topic and language, and how a new question finds its topic.

use super::facts::{FactValue, Facts};
use super::faq::FaqQuestion;
use super::search::TopicModel;
use super::stop_words::is_small_in;
use super::words::{cells, has_han, is_star, plain_words};
use crate::domain::word::Word;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Example questions: language, topic, phrasing. The topic `none` has questions about other things, so that they are
/// told apart.
const PHRASINGS: &str = include_str!("questions.tsv");

/// The codes of the languages that have phrasings.
const LANGUAGES: [&str; 3] = ["en", "fr", "zh"];

/// The score that a topic needs to be an answer. Questions without any word of the topics stay below it. Questions
/// about other things in the same words (`cancel my gym contract`) do not: they are told apart by `none`, as far as its
/// phrasings and synonyms have the kind of thing. Of 49 new ones of such kinds 14 were still answered.
const FLOOR: i32 = 1700;

/// By how much a topic has to beat `none` to be an answer.
const LEAD: i32 = 800;

/// The topics that a question finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicsFound {
    /// The code of the language in which the question is written.
    pub language: &'static str,
    /// The topics that fit, the best first.
    pub fitting: Vec<FaqQuestion>,
    /// The other topics, the nearest first.
    pub others: Vec<FaqQuestion>,
}

/// Finds the topics of a question. `preferred` is the code of the language to take for a question that is the same in
/// several, such as `VPN`.
pub fn find(question: &str, preferred: &str) -> TopicsFound {
    let language = language_of(question, preferred);
    let none = FaqQuestion::ALL.len();
    let scores = model(language).scores(question);
    let mut order: Vec<usize> = (0..none).collect();
    order.sort_by_key(|&at| (-scores[at], at));
    // What fits besides the best one is nearly as good.
    let least = FLOOR.max(scores[none] + LEAD).max(scores[order[0]] * 2 / 3);
    let is_vague = is_vague(question);
    let (fitting, others): (Vec<_>, Vec<_>) =
        order.into_iter().partition(|&at| scores[at] >= least && !is_vague);
    let others = others.into_iter().filter(|&at| scores[at] > 0).collect();
    TopicsFound { language, fitting: topics(fitting), others: topics(others) }
}

/// Words that by themselves ask for nothing: the names of the sellers, and what all questions are about.
const VAGUE: &str = "orange inwi win yoxo injoy jawal iam meditel maroc morocco telecom telekom sim sims card cards carte \
     cartes puce puces phone mobile internet data données donnees go gb gigas pass forfait plan operator opérateur \
     operateur carrier prepaid prépayé prepaye the la le une un a my ma mon 电话卡 手机卡 卡 流量 套餐 手机 运营商 网络 摩洛哥 \
     sim卡";

/// Whether a question has none but vague words, such as `Orange` or `SIM card`.
fn is_vague(question: &str) -> bool {
    let lower = question.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| VAGUE.split_whitespace().any(|vague| vague == word))
}

/// The facts that hold what is dialled, each with the topic that explains it.
const CODES: [(&str, FaqQuestion); 11] = [
    ("balance_ussd", FaqQuestion::WhatIsLeft),
    ("balance_other", FaqQuestion::WhatIsLeft),
    ("balance_voice", FaqQuestion::WhatIsLeft),
    ("own_number_code", FaqQuestion::OwnNumber),
    ("care_short_number", FaqQuestion::CustomerCare),
    ("care_contract", FaqQuestion::CustomerCare),
    ("recharge_scratch_card", FaqQuestion::HowToRecharge),
    ("recharge_scratch_card_pass", FaqQuestion::HowToRecharge),
    ("recharge_scratch_card_call", FaqQuestion::HowToRecharge),
    ("star_by_the_hour", FaqQuestion::Stars),
    ("wallet_code", FaqQuestion::OnlineFails),
];

/// The topics of a code that is typed alone, such as `*99#` or `*3`: none if no fact has it. `None` for other texts.
pub fn find_code(text: &str, facts: &Facts) -> Option<Vec<FaqQuestion>> {
    let code = text.trim();
    let is_dialled = |c: char| c.is_ascii_digit() || c == '*' || c == '#';
    if code.is_empty() || !code.chars().all(is_dialled) || !code.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if code.strip_prefix('*').is_some_and(is_star) {
        return Some(vec![FaqQuestion::Stars]);
    }
    let has_code = |key: &str| {
        let mut all =
            facts.operators.iter().flat_map(|operator| &operator.facts).chain(&facts.every_operator);
        all.any(|fact| {
            let texts = fact.value.iter().flat_map(FactValue::texts);
            fact.key == key && texts.into_iter().any(|text| text == code)
        })
    };
    let mut topics: Vec<FaqQuestion> =
        CODES.iter().filter(|(key, _)| has_code(key)).map(|&(_, topic)| topic).collect();
    topics.dedup();
    Some(topics)
}

/// What the topics of a language have learned: all of them in their order, then `none`.
fn model(language: &'static str) -> &'static TopicModel {
    static MODELS: [OnceLock<TopicModel>; 3] = [const { OnceLock::new() }; 3];
    let place = LANGUAGES.iter().position(|other| *other == language).unwrap_or(0);
    MODELS[place].get_or_init(|| {
        let none = FaqQuestion::ALL.len();
        let place_of = |topic| FaqQuestion::ALL.iter().position(|other| other.word() == topic);
        let phrasings = phrasings_in(language).map(|(topic, text)| (place_of(topic).unwrap_or(none), text));
        TopicModel::learn(language, &phrasings.collect::<Vec<_>>(), none + 1)
    })
}

fn topics(places: Vec<usize>) -> Vec<FaqQuestion> {
    places.into_iter().map(|at| FaqQuestion::ALL[at]).collect()
}

/// The topics and texts of the phrasings in a language.
fn phrasings_in(language: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = PHRASINGS.lines().map(cells).filter(move |[of, ..]| *of == language);
    rows.map(|[_, topic, text]| (topic, text))
}

/// The language that knows the most words of a question: Chinese if it has Chinese characters.
fn language_of(question: &str, preferred: &str) -> &'static str {
    if has_han(question) {
        return "zh";
    }
    let words = plain_words(question);
    let mut order = LANGUAGES;
    order.sort_by_key(|language| *language != preferred);
    // Of those that know as many, `max_by_key` takes the last.
    order.into_iter().rev().max_by_key(|language| known_words(&words, language)).unwrap_or(LANGUAGES[0])
}

/// How many of some words a language knows.
fn known_words(words: &[String], language: &str) -> usize {
    static VOCABULARIES: [OnceLock<BTreeSet<String>>; 3] = [const { OnceLock::new() }; 3];
    let place = LANGUAGES.iter().position(|other| *other == language).unwrap_or(0);
    let vocabulary = VOCABULARIES[place]
        .get_or_init(|| phrasings_in(language).flat_map(|(_, text)| plain_words(text)).collect());
    words.iter().filter(|word| vocabulary.contains(*word) || is_small_in(language, word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_many_phrasings_in_every_language() {
        for language in LANGUAGES {
            for &topic in FaqQuestion::ALL {
                let count = phrasings_in(language).filter(|(word, _)| *word == topic.word()).count();
                assert!(count >= 12, "{language}, {topic}: {count}");
            }
            assert!(phrasings_in(language).filter(|(word, _)| *word == "none").count() > 100);
        }
        for [_, topic, text] in PHRASINGS.lines().skip(1).map(cells) {
            assert!(topic == "none" || FaqQuestion::parse(topic).is_ok(), "unknown topic: {topic}");
            assert!(!text.is_empty());
        }
    }

    #[test]
    fn a_question_says_its_language() {
        #[track_caller]
        fn check(question: &str, preferred: &str, expected: &str) {
            assert_eq!(language_of(question, preferred), expected, "{question}");
        }
        check("how do I recharge", "fr", "en");
        check("comment recharger", "zh", "fr");
        check("怎么用eSIM", "en", "zh");
        check("VPN", "fr", "fr");
        check("VPN", "zh", "zh");
        check("zebra", "fr", "fr");
        check("", "en", "en");
    }
}

//! Every situation of the guide, in every language: it ends in steps or in a refusal with a hint, no part is empty,
//! no code is printed that the facts do not have, and what is unverified says so.

use simplan::catalogue::{BUILT_IN_PLANS, Catalogue};
use simplan::domain::word::Word;
use simplan::guide::facts::{FactConfidence, FactValue, Facts};
use simplan::guide::situation::{Channel, Due, Payment, Service, Situation, State};
use simplan::guide::steps::{Guide, Part, is_known, steps};
use simplan::i18n::{Language, Messages, Topic};
use simplan::render::csv::CsvForm;
use simplan::render::document::written;
use simplan::render::guide::GuideDocument;
use simplan::render::lines::marked_sentence;
use simplan::render::styles::Styles;
use simplan::render::{Format, Layout, Terminal};
use std::collections::BTreeSet;

const TOPICS: [Topic; 3] = [Topic::Answers, Topic::Errors, Topic::Guide];

/// Does something in every situation and language; returns how many there were.
fn in_every_situation(mut check: impl FnMut(&Facts, &str, &Situation<'_>, &Messages)) -> usize {
    let facts = Facts::built_in();
    let mut situations = 0;
    for &language in Language::ALL {
        let words = Messages::new(language, &TOPICS);
        for operator in &facts.operators {
            for &channel in Channel::ALL {
                for &payment in Payment::ALL {
                    for &state in State::ALL {
                        for &service in Service::ALL {
                            let situation =
                                Situation { channel, payment, state, ..Situation::new(service, &[], true) };
                            check(&facts, &operator.id, &situation, &words);
                            situations += 1;
                        }
                    }
                }
            }
        }
    }
    situations
}

#[test]
fn every_situation_has_its_steps_or_a_refusal_with_a_hint() {
    let mut told = 0;
    let mut refused = 0;
    let mut unknown = 0;
    let situations = in_every_situation(|facts, operator, situation, words| {
        if let Err(error) = situation.check(|_| true) {
            assert!(words.has(error.code()) && words.error_hint(&error).is_some(), "{situation:?}: {error}");
            refused += 1;
            return;
        }
        let operator = facts.operator(operator).unwrap();
        if !is_known(situation.channel, situation.service, facts, operator) {
            unknown += 1;
            return;
        }
        let guide = steps(facts, operator, situation);
        assert!(guide.parts.len() >= 4, "{situation:?}: {:?}", guide.parts.len());
        assert_eq!(guide.parts[0].0 == Part::State, situation.state != State::Active, "{situation:?}");
        for (part, lines) in &guide.parts {
            assert!(!lines.is_empty(), "{situation:?}: {part} is empty");
            for line in lines {
                assert!(words.has(line.key), "{:?}: no words for {}", words.language(), line.key);
                assert!(!marked_sentence(line, words).trim().is_empty());
            }
        }
        told += 1;
    });
    assert_eq!(situations, 3 * 3 * 5 * 4 * 4 * 4);
    // Ten ways to pay make sense if a line is recharged, five if it is billed (two online, three in a shop), and three
    // for a travel eSIM (two online, one from abroad).
    assert_eq!((told + unknown, refused), (3 * 3 * 4 * (10 + 5 + 5 + 3), 3 * 3 * 4 * (10 + 15 + 15 + 17)));
    // A pass by phone is known of Maroc Telecom only; no shop is known to take money for a digital brand.
    assert_eq!(unknown, 3 * 4 * (2 + 3 * 3));
}

#[test]
fn what_is_unverified_says_so() {
    let mut unverified = 0;
    in_every_situation(|facts, operator, situation, words| {
        if situation.check(|_| true).is_err() {
            return;
        }
        let mark = words.tr_with("unverified", [("text", "")]);
        for (_, lines) in steps(facts, facts.operator(operator).unwrap(), situation).parts {
            for line in lines {
                let is_low = line.confidence() == Some(FactConfidence::Low);
                assert_eq!(marked_sentence(&line, words).ends_with(mark.trim()), is_low, "{}", line.key);
                unverified += usize::from(is_low);
            }
        }
    });
    assert!(unverified > 1000);
}

#[test]
fn no_code_is_printed_that_the_facts_do_not_have() {
    let facts = Facts::built_in();
    let all = facts.operators.iter().flat_map(|operator| &operator.facts).chain(&facts.every_operator);
    let texts = all.filter_map(|fact| fact.value.as_ref()).flat_map(FactValue::texts);
    // A telephone number is one text with blanks in it, and a code has words in it for what the user fills in.
    let known: Vec<String> = texts
        .flat_map(|text| {
            let pieces = text.split(|c: char| !(c.is_ascii_digit() || c == '*' || c == '#'));
            pieces.map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    let stars: BTreeSet<String> = facts
        .operators
        .iter()
        .flat_map(|operator| &operator.facts)
        .filter(|fact| fact.key.starts_with("star_codes"))
        .filter_map(|fact| match fact.value.as_ref()? {
            FactValue::Parts(parts) => Some(parts.keys().map(|star| format!("*{star}")).collect::<Vec<_>>()),
            _ => None,
        })
        .flatten()
        .collect();
    let mut codes = BTreeSet::new();
    in_every_situation(|facts, operator, situation, words| {
        if situation.check(|_| true).is_err() {
            return;
        }
        let operator = facts.operator(operator).unwrap();
        let guide = [steps(facts, operator, situation)];
        let said =
            text(&guide, words, Terminal { width: 10_000, styles: Styles::PLAIN, layout: Layout::Table });
        // What can be dialled: digits with stars and hashes, at least two characters of them; not the sources.
        let body = said.split(&words.tr("part-sources")).next().unwrap();
        let is_code = |c: char| c.is_ascii_digit() || c == '*' || c == '#';
        for code in
            body.split(|c: char| !is_code(c)).filter(|code| code.contains(['*', '#']) || code.len() == 3)
        {
            if code.len() > 1 {
                codes.insert(code.to_owned());
            }
        }
    });
    let allowed = |code: &String| known.contains(code) || stars.contains(code);
    let unknown: Vec<_> = codes.iter().filter(|code| !allowed(code)).collect();
    assert!(unknown.is_empty(), "in no fact: {unknown:?}");
    for code in
        ["888", "555", "120", "#580#", "*120*30#", "#554#", "*3", "12345678901234*3", "*99#", "*120*20*"]
    {
        assert!(codes.contains(code), "this test no longer sees {code}");
    }
}

#[test]
fn every_plan_of_the_catalogue_has_its_steps_or_a_refusal_with_a_hint() {
    let facts = Facts::built_in();
    let plans = Catalogue::parse(BUILT_IN_PLANS).unwrap().plans;
    let mut told = 0;
    let mut refused = 0;
    for &language in Language::ALL {
        let words = Messages::new(language, &TOPICS);
        for plan in &plans {
            let Some(operator) = facts.operator(plan.operator.as_str()) else { continue };
            for &channel in Channel::ALL {
                let dues = [Due { plan, starts: None, data_ends: None }];
                let situation = Situation {
                    channel,
                    payment: channel.usual_payment(),
                    ..Situation::new(Service::from_plan(plan, Some(operator)), &dues, true)
                };
                if !is_known(channel, situation.service, &facts, operator) {
                    continue;
                }
                if let Err(error) = situation.check(|_| true) {
                    assert!(words.error_hint(&error).is_some(), "{}: {error}", plan.id);
                    refused += 1;
                    continue;
                }
                let guide = [steps(&facts, operator, &situation)];
                let said =
                    text(&guide, &words, Terminal { width: 80, styles: Styles::PLAIN, layout: Layout::Text });
                // The price is given if it is known.
                let is_said = plan.price.is_none_or(|price| said.contains(&words.short_amount(price)));
                assert!(is_said, "{}: {said}", plan.id);
                for untold in ["unknown", "unsaid", "None"] {
                    assert!(!said.contains(untold), "{language} {}: {said}", plan.id);
                }
                told += 1;
            }
        }
    }
    assert!(told > 500 && refused > 300, "{told} told, {refused} refused");
}

fn text(guides: &[Guide<'_>], messages: &Messages, terminal: Terminal) -> String {
    let document = GuideDocument { guides, answer: None, with_sources: true, messages };
    written(&document, Format::Text, terminal, CsvForm::PLAIN).unwrap().unwrap()
}

#[test]
fn from_abroad_nothing_needs_the_network_of_the_country() {
    let needing = ["balance_ussd", "balance_voice", "balance_other", "own_number_code", "care_short_number"];
    let mut lines_seen = 0;
    in_every_situation(|facts, operator, situation, _| {
        if situation.channel != Channel::Abroad || situation.check(|_| true).is_err() {
            return;
        }
        let guide = steps(facts, facts.operator(operator).unwrap(), situation);
        for line in guide.parts.iter().flat_map(|(_, lines)| lines) {
            let needed = line.facts.iter().find(|fact| needing.contains(&fact.key.as_str()));
            assert!(needed.is_none(), "{situation:?}: {} needs {needed:?}", line.key);
            lines_seen += 1;
        }
    });
    assert!(lines_seen > 300);
}

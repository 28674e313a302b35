//! The answer of `compare` fits on a screen, and everything that it says is one step away is there.

#[path = "common/mod.rs"]
mod common;

use common::runner::{simplan, simplan_on};
use serde_json::Value;
use simplan::cli::Exit;
use unicode_width::UnicodeWidthStr;

/// Questions whose answers are long: many purchases, two lines, remarks of every kind.
const QUESTIONS: [&str; 28] = [
    "--days 30 --data 20GB",
    "--days 1 --data 500MB",
    "--days 7 --data 3GB",
    "--days 90 --data 20GB --sims 2",
    "--days 180 --data 100GB --resident",
    "--days 365 --data 200GB --minutes 300",
    "--days 45 --data 20GB --minutes 100",
    "--days 30 --minutes 200",
    "--days 30 --data 20GB --currency CNY",
    "--days 30 --data 20GB --have-sim inwi-prepaid",
    "--days 12 --data 6GB --have-sim maroc-telecom-jawal --have-data 2GB --have-days 5",
    "--days 30 --data 20GB --form sim",
    "--days 30 --data 20GB --operator orange",
    "--days 30 --use heavy,video=1h",
    "--days 30 --data 20GB --margin 20% --state suspended --have-sim inwi-prepaid",
    "--days 30 --data 20GB --max-total 50",
    "--days 60 --data 60GB --network 5G --resident",
    "--days 30 --data 20GB --max-purchases 1 --have-sim orange-prepaid",
    "--days 30 --data 200GB --max-age any",
    "--days 30 --data 20GB --sold abroad",
    "--from 2026-12-20 --to 2027-01-25 --data 15GB --minutes 60 --currency EUR",
    "--days 120 --data 70GB --sims 2 --minutes 120",
    "--days 30 --data 20GB --min-confidence high",
    "--days 60 --budget 400 --minutes 100",
    "--days 10 --data 5GB --people 3",
    "--days 60 --data 100GB --people 20",
    "--days 90 --data 20GB --people 7 --no-unlimited --currency CNY --margin 10%",
    "--days 45 --data 20GB --minutes 100 --people 4",
];

const LANGUAGES: [&str; 3] = ["en", "fr", "zh"];

/// Checks that an answer has at most this many lines, and that none of them is wider than the terminal.
#[track_caller]
fn check_fits(question: &str, width: usize, most: usize) {
    check_command_fits(&format!("compare {question}"), width, most);
}

#[track_caller]
fn check_command_fits(command: &str, width: usize, most: usize) {
    for language in LANGUAGES {
        let line = format!("{command} --today 2026-11-25 --lang {language} --color never");
        let printed = simplan_on(Some(width), &line);
        assert!(matches!(printed.exit, Exit::Answer | Exit::Nothing), "{line}: {}", printed.err);
        let lines = printed.out.lines().count();
        assert!(lines <= most, "{lines} lines at {width} columns: {line}\n{}", printed.out);
        let wide = printed.out.lines().find(|line| line.width() > width);
        assert_eq!(wide, None, "at {width} columns: {line}");
    }
}

#[test]
fn an_answer_fits_on_a_screen() {
    let mut random = common::Random::new(14);
    let mut questions: Vec<String> = QUESTIONS.iter().map(|question| (*question).to_owned()).collect();
    for _ in 0..60 {
        let data = 100 + random.below(90_000);
        let option =
            random.one_of(&["", "--resident", "--sims 2", "--minutes 90", "--form sim", "--kind pass"]);
        questions.push(format!("--days {} --data {data}MB {option}", 1 + random.below(120)));
    }
    for question in &questions {
        check_fits(question, 80, 22);
        check_fits(question, 60, 30);
    }
}

#[test]
fn what_if_fits_on_a_screen() {
    for question in [
        "--days 30 --data 1GB..50GB",
        "--days 90 --data 1GB..80GB --minutes 60",
        "--days 3..90 --per-day 1GB",
        "--budget 50..300 --days 14",
        "--days 7,14,30 --data 5GB,10GB,20GB",
        "--days 30 --data 20GB",
        "--days 90 --data 60GB --margin 10% --currency CNY",
    ] {
        check_command_fits(&format!("what-if {question}"), 80, 22);
    }
}

#[test]
fn more_is_shown_if_it_is_asked_for() {
    let all = simplan_on(Some(80), "compare --days 30 --data 20GB --limit 0 --today 2026-11-25").out;
    assert!(all.lines().count() > 30, "{all}");
    let json = simplan("compare --days 30 --data 20GB --format json").out;
    let answer: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(answer["offers"].as_array().unwrap().len(), 10);
}

/// The first offer of a command, as JSON.
fn first_offer(command: &str) -> Value {
    let printed = simplan(&format!("{command} --format json"));
    let answer: Value =
        serde_json::from_str(&printed.out).unwrap_or_else(|_| panic!("{command}: {}", printed.err));
    answer["offers"][0].clone()
}

/// An offer without its rank.
fn unranked(mut offer: Value) -> Value {
    offer.as_object_mut().unwrap().remove("rank");
    offer
}

#[test]
fn every_alternative_is_the_first_offer_after_its_change() {
    let mut random = common::Random::new(15);
    let mut changes = std::collections::BTreeSet::new();
    for _ in 0..80 {
        let days = 1 + random.below(90);
        let data = 100 + random.below(60_000);
        let option =
            random.one_of(&["", "", "--form sim", "--network 5G", "--max-age 200", "--kind sim --kind pass"]);
        let command = format!("compare --days {days} --data {data}MB --today 2026-11-25 {option}");
        let answer: Value = match simplan(&format!("{command} --format json")) {
            printed if printed.exit == Exit::Answer => serde_json::from_str(&printed.out).unwrap(),
            _ => continue,
        };
        for alternative in answer["alternatives"].as_array().unwrap() {
            let (name, value) = alternative["with"].as_object().unwrap().iter().next().unwrap();
            let changed = match value {
                Value::Bool(true) => format!("{command} --{name}"),
                Value::Bool(false) => command.replace(option, ""),
                Value::String(text) if option.starts_with(&format!("--{name} ")) => {
                    command.replace(option, &format!("--{name} {text}"))
                }
                other => format!("{command} --{name} {}", other.to_string().trim_matches('"')),
            };
            assert_eq!(unranked(first_offer(&changed)), alternative["offer"], "{changed}");
            changes.insert(name.clone());
        }
    }
    assert_eq!(changes.into_iter().collect::<Vec<_>>(), ["form", "max-age", "network", "resident", "sims"]);
}

#[test]
fn a_fallback_does_without_the_doubtful_plan() {
    let command = "compare --days 30 --data 20GB --today 2026-11-25";
    let answer: Value = serde_json::from_str(&simplan(&format!("{command} --format json")).out).unwrap();
    let fallback = &answer["fallback"];
    assert_eq!(fallback["without"], "inwi-esim-pack-120");
    // The next pack costs as much as a SIM with two passes, and is one purchase.
    assert_eq!(fallback["offer"]["items"][0]["plan"], "inwi-esim-pack-220");
    let sure = "compare --days 30 --data 20GB --today 2026-05-01 --operator inwi --format json";
    let answer: Value = serde_json::from_str(&simplan(sure).out).unwrap();
    assert_eq!(
        answer["fallback"],
        Value::Null,
        "a price of ten days ago with medium confidence is not doubtful"
    );
}

#[test]
fn the_next_command_explains_the_first_offer() {
    for question in
        ["--days 30 --data 20GB", "--days=7 --data 3GB --resident --limit 2", "--days 9 --use medium"]
    {
        let answer = simplan(&format!("compare {question} --today 2026-11-25")).out;
        let next = answer.lines().last().and_then(|line| line.strip_prefix("Next: simplan ")).unwrap();
        let steps: Value = serde_json::from_str(&simplan(&format!("{next} --format json")).out).unwrap();
        assert_eq!(steps["offer"], first_offer(&format!("compare {question} --today 2026-11-25")), "{next}");
    }
}

#[test]
fn the_counts_of_the_refusals_add_up() {
    for question in
        ["--days 30 --data 20GB", "--days 30 --data 20GB --kind pass", "--days 3 --data 90GB --resident"]
    {
        let command = format!("compare {question} --today 2026-11-25 --explain");
        let text = simplan(&command).out;
        let answer: Value = serde_json::from_str(&simplan(&format!("{command} --format json")).out).unwrap();
        let refused = answer["catalogue"]["refused"].as_u64().unwrap();
        let explained = text.split_once(&format!("{refused} of 163 plans are in no offer")).unwrap().1;
        let groups = explained.lines().filter(|line| {
            line.starts_with("Left out by your own filters") || !line.starts_with(' ') && line.ends_with(')')
        });
        let counts = groups
            .flat_map(|line| line.split('(').skip(1))
            .map(|rest| rest.split(')').next().unwrap().parse::<u64>().unwrap());
        assert_eq!(counts.sum::<u64>(), refused, "{command}\n{text}");
    }
}

#[test]
fn why_nothing_fits_on_the_own_sim_is_said() {
    let command =
        "compare --days 30 --data 20GB --today 2026-11-25 --have-sim orange-prepaid --max-purchases 1";
    let text = simplan(command).out;
    let reasons = text.split_once("On your own SIM (orange-prepaid) nothing fits: ").unwrap().1;
    let counts = reasons.split('(').skip(1).map_while(|rest| rest.split(')').next()?.parse::<u64>().ok());
    let of_line = simplan::catalogue::Catalogue::built_in().unwrap().plans;
    let of_line = of_line.iter().filter(|plan| plan.line.as_str() == "orange-prepaid").count() as u64;
    assert_eq!(counts.sum::<u64>(), of_line, "{text}");
    // A SIM that serves needs no such sentence.
    let served = simplan("compare --days 3 --data 1GB --today 2026-11-25 --have-sim inwi-prepaid").out;
    assert!(!served.contains("On your own SIM"), "{served}");
}

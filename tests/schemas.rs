//! Every JSON answer meets the schema of its command, and every JSON golden the schema of all answers. The validator is
//! independent of the program.
//!
//! `UPDATE=1 cargo test --test schemas` writes `simplan.schema.json` and `src/guide/operators.schema.json`.

#[path = "common/runner.rs"]
mod runner;
#[path = "common/sessions.rs"]
mod sessions;

use jsonschema::Validator;
use runner::{simplan, simplan_with};
use serde_json::{Deserializer, Value, json};
use sessions::{cases, root, sessions};
use simplan::cli::Exit;
use simplan::cli::schema::{schema_of_all, schema_of_facts};
use std::collections::BTreeSet;
use std::fs;

/// Command lines with JSON answers, after the words that `simplan schema` has for them.
const LINES: [(&str, &[&str]); 19] = [
    (
        "compare",
        &[
            "--days 30 --data 20GB",
            "--days 30 --data 20GB --all --limit 0",
            "--days 30 --data 20GB --explain",
            "--days 30 --data 20GB --explain inwi-star3-100 --all",
            "--days 30 --data 20GB --trade-off --margin 10%",
            "--days 30 --data 20GB --max-total 1 --explain",
            "--days 10 --use medium --sims 2 --currency USD --from 2026-12-20T09:30",
            "--days 10 --minutes 60 --data 3GB --resident",
            "--days 12 --data 11GB --have-sim inwi-prepaid --have-data 2GB --have-days 3 --state suspended",
            "--days 10 --budget 100",
            "--days 14 --budget 330 --minutes 20 --margin 10%",
            "--days 10 --data 5GB --people 3",
            "--days 10 --data 5GB --mine 5EUR/1d/500MB",
            "--days 10 --data 5GB --mine 0/3d/1GB --max-total 1",
        ],
    ),
    (
        "what-if",
        &[
            "--days 30 --data 1GB..30GB",
            "--days 3..40 --per-day 500MB",
            "--days 14 --budget 50..300 --currency EUR",
            "--days 7,30 --data 5GB,20GB",
            "--days 30 --data 20GB --spread 50%",
            "--days 30 --data 20GB --max-total 1",
        ],
    ),
    (
        "cost",
        &[
            "--days 30 --data 12GB",
            "maroc-telecom-jawal-sim:1 maroc-telecom-star3-100:2 --days 30 --data 20GB",
            "inwi-star3-10:2 --days 30 --data 20GB --have-sim inwi-prepaid --minutes 10",
        ],
    ),
    (
        "schedule",
        &[
            "--days 45 --data 20GB --from 2026-12-01",
            "--days 30 --data 5GB --minutes 100",
            "--days 20 --data 8GB --from 2026-12-20T09:30",
        ],
    ),
    (
        "renew-steps",
        &[
            "--operator inwi",
            "--operator yoxo",
            "--days 30 --data 20GB --kind pass",
            "--days 12 --data 11GB --have-sim inwi-prepaid --kind pass --card",
            "--days 12 --data 11GB --max-total 1",
        ],
    ),
    (
        "next",
        &[
            "--have-sim inwi-prepaid --until 2026-12-20 --per-day 1GB --number 0612345678",
            "--have-sim inwi-prepaid --have-data 1.2GB --have-days 5 --until 2026-12-20 --per-day 500MB",
            "--have-sim inwi-prepaid --until 2026-12-20 --per-day 1GB --max-total 1",
        ],
    ),
    ("faq", &["", "roaming", "roaming --operator inwi --all", "zzzz"]),
    ("usage", &["", "maps=1h messages=100"]),
    ("batch", &[]),
    ("plans list", &["", "--kind contract"]),
    ("plans check", &["", "--codes", "tests/catalogues/html-entity.csv tests/catalogues/cells-blank.csv"]),
    ("plans show", &["inwi-esim-pack-120"]),
    (
        "plans diff",
        &[
            "built-in plans.csv",
            "built-in tests/data/other-prices.csv",
            "tests/data/other-prices.csv built-in --days 30 --data 20GB --currency EUR",
            "built-in tests/data/other-prices.csv --days 30 --data 20GB --max-total 1",
        ],
    ),
    ("plans export", &["", "--operator inwi"]),
    ("plans stale", &["", "--older-than 1000000", "--older-than 0 --limit 3"]),
    ("plans import", &["tests/data/import/prices.csv --map price-list"]),
    ("config show", &["", "--currency EUR"]),
    ("schema", &[""]),
    ("error", &[]),
];

/// Command lines that end with an error.
const ERRORS: [&str; 6] = [
    "compare",
    "compare --days x --data 1GB",
    "compare --dais 3",
    "plans list --plans tests/data/ten-faults.csv",
    "plans list --plans none.csv",
    "frobnicate",
];

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(schema).unwrap()
}

/// The schema that the program prints for an answer.
fn printed_schema(answer: &str) -> Value {
    serde_json::from_str(&simplan(&format!("schema {answer}")).out).unwrap()
}

#[track_caller]
fn check(validator: &Validator, document: &Value, what: &str) {
    let errors: Vec<_> =
        validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
}

#[test]
fn every_answer_meets_the_schema_of_its_command() {
    let of_all = validator(&schema_of_all().to_value());
    let mut seen = BTreeSet::new();
    for (answer, lines) in LINES {
        let of_answer = validator(&printed_schema(answer));
        for options in lines {
            let line = format!("{answer} {options} --json --today 2026-11-25");
            let printed = simplan(&line);
            let document: Value =
                serde_json::from_str(&printed.out).unwrap_or_else(|_| panic!("{line}: {}", printed.err));
            assert!(matches!(printed.exit, Exit::Answer | Exit::Nothing), "{line}");
            check(&of_answer, &document, &line);
            check(&of_all, &document, &line);
            seen.insert(document["schema"].as_str().unwrap().to_owned());
        }
    }
    let of_error = validator(&printed_schema("error"));
    for line in ERRORS {
        let printed = simplan(&format!("{line} --json"));
        let error: Value = serde_json::from_str(&printed.err).unwrap();
        check(&of_error, &error, line);
        check(&of_all, &error, line);
        seen.insert(error["schema"].as_str().unwrap().to_owned());
    }
    seen.insert("simplan/batch/2".to_owned());
    seen.insert("simplan/plan-line/1".to_owned());
    let listed: Value = serde_json::from_str(&simplan("schema --json").out).unwrap();
    let schemas =
        listed["answers"].as_array().unwrap().iter().flat_map(|answer| answer["schemas"].as_array().unwrap());
    let known: BTreeSet<_> = schemas.map(|name| name.as_str().unwrap().to_owned()).collect();
    assert_eq!(seen, known, "each form occurs in a line");
    let answers: Vec<_> = listed["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| answer["answer"].as_str().unwrap())
        .collect();
    assert_eq!(answers, LINES.map(|(answer, _)| answer));
}

/// The answers of a batch have the columns of the needs, too.
#[test]
fn every_answer_of_a_batch_meets_its_schema() {
    let folder = tempfile::tempdir().unwrap();
    let needs = folder.path().join("needs.csv");
    fs::write(&needs, "id,days,data,from,who,max_purchases\n1,30,20GB,2026-12-01,me,\n2,x,1GB,,x,\n3,300,900GB,,y,1\n,9,2GB,,z,\n").unwrap();
    let line = ["batch", needs.to_str().unwrap(), "--top", "3", "--format", "ndjson", "--minutes", "10"];
    let printed = simplan_with(None, line.map(Into::into));
    let of_batch = validator(&printed_schema("batch"));
    let documents: Vec<Value> =
        Deserializer::from_str(&printed.out).into_iter().map(Result::unwrap).collect();
    assert!(documents.len() > 6, "{}", printed.out);
    for document in &documents {
        check(&of_batch, document, "batch");
    }
    let statuses: BTreeSet<_> =
        documents.iter().map(|document| document["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, BTreeSet::from(["nothing-fits", "ok", "error"]));
}

/// A line of an export is a plan.
#[test]
fn every_line_of_an_export_meets_its_schema() {
    let of_export = validator(&printed_schema("plans export"));
    let printed = simplan("plans export --format ndjson");
    let documents: Vec<Value> =
        Deserializer::from_str(&printed.out).into_iter().map(Result::unwrap).collect();
    assert_eq!(documents.len(), printed.out.lines().count());
    assert!(documents.len() > 100, "{}", printed.out);
    for document in &documents {
        check(&of_export, document, "plans export");
        assert_eq!(document["schema"], "simplan/plan-line/1");
    }
}

#[test]
fn every_json_golden_meets_the_schema_of_all() {
    let of_all = validator(&schema_of_all().to_value());
    let mut count = 0;
    for case in cases("") {
        for session in sessions(&fs::read_to_string(&case).unwrap(), None) {
            // What jq makes of an answer is no answer.
            if session.command.contains("jq") {
                continue;
            }
            let text = session.output.join("\n");
            let Some(at) = text.find('{') else { continue };
            let documents = Deserializer::from_str(&text[at..]).into_iter::<Value>();
            // What follows the last document is an exit code or a warning.
            for document in documents.map_while(Result::ok).filter(|document| document["schema"].is_string())
            {
                let place = format!("{}:{}: {}", case.display(), session.lines.start, session.command);
                check(&of_all, &document, &place);
                count += 1;
            }
        }
    }
    assert!(count >= 15, "only {count} goldens are JSON");
}

/// What the schemas are for: a key without a type, a missing one, and a value of another kind are noticed.
#[test]
fn a_document_of_another_form_is_not_valid() {
    let of_compare = validator(&printed_schema("compare"));
    let document: Value = serde_json::from_str(&simplan("compare --days 30 --data 20GB --json").out).unwrap();
    assert!(of_compare.is_valid(&document));
    for (pointer, value) in [
        ("/schema", json!("simplan/compare/1")),
        ("/offers/0/total", json!(120)),
        ("/offers/0/total", json!("120.")),
        ("/offers/0/confidence", json!("sure")),
        ("/offers/0/verified_on", json!("April 2026")),
        ("/today", json!("2026-02-30")),
        ("/need/days", json!("30")),
        ("/need/days", json!(-1)),
        ("/need", json!(null)),
    ] {
        let mut other = document.clone();
        *other.pointer_mut(pointer).unwrap() = value;
        assert!(!of_compare.is_valid(&other), "{pointer}");
    }
    for pointer in ["", "/need", "/offers/0", "/offers/0/items/0", "/catalogue"] {
        let mut longer = document.clone();
        let object = longer.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        object.insert("new".to_owned(), json!(1));
        assert!(!of_compare.is_valid(&longer), "a new key in `{pointer}`");
        let mut shorter = document.clone();
        let object = shorter.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        let first = object.keys().next().unwrap().clone();
        object.remove(&first);
        assert!(!of_compare.is_valid(&shorter), "`{pointer}` without `{first}`");
    }
}

#[test]
fn the_files_have_the_schemas_of_the_types() {
    for (file, schema) in
        [("simplan.schema.json", schema_of_all()), ("src/guide/operators.schema.json", schema_of_facts())]
    {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("UPDATE").is_some() {
            fs::write(root().join(file), text).unwrap();
        } else {
            assert!(
                fs::read_to_string(root().join(file)).unwrap() == text,
                "{file} is not what the types say now"
            );
        }
    }
}

#[test]
fn the_facts_meet_their_schema() {
    let text = fs::read_to_string(root().join("src/guide/operators.toml")).unwrap();
    assert!(text.starts_with("#:schema operators.schema.json\n"));
    let facts: Value = toml::from_str(&text).unwrap();
    let of_facts = validator(&schema_of_facts().to_value());
    check(&of_facts, &facts, "operators.toml");
    let mut other = facts.clone();
    other["operator"][0]["fact"][0]["sources"] = json!("x");
    assert!(!of_facts.is_valid(&other), "an unknown key");
    let mut shorter = facts;
    shorter["operator"][0]["fact"][0].as_object_mut().unwrap().remove("confidence");
    assert!(!of_facts.is_valid(&shorter), "a fact without its confidence");
}

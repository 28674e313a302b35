//! `plans import`: what it writes is a catalogue, and what it leaves out is reported.

mod common;

use common::esims::{ESIMS_HEADER, EsimRow, esims};
use common::runner::{simplan, simplan_fed};
use serde_json::Value;
use simplan::cli::Exit;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;

/// The rows of `tests/data/import` that fit, by file and map, and those that do not.
const FILES: [(&str, &str, usize, usize); 3] =
    [("esims.csv", "esimdb", 4, 3), ("packages.json", "airalo", 3, 1), ("prices.csv", "price-list", 4, 0)];

#[test]
fn what_is_imported_is_a_valid_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    for (file, map, plans, bad) in FILES {
        let catalogue = folder.path().join("plans.csv").display().to_string();
        let printed = simplan(&format!("plans import tests/data/import/{file} --map {map} -o {catalogue}"));
        assert_eq!(printed.exit, if bad == 0 { Exit::Answer } else { Exit::Data }, "{}", printed.err);
        assert_eq!(printed.err.matches(": error: ").count(), bad, "{}", printed.err);
        let checked = simplan(&format!("plans check {catalogue}"));
        assert_eq!(checked.exit, Exit::Answer, "{}", checked.err);
        let exported = simplan(&format!("plans export --plans {catalogue} -q"));
        assert_eq!(exported.out, fs::read_to_string(&catalogue).unwrap(), "{file}");
        assert_eq!(exported.out.lines().count(), plans + 1, "{file}");
        let compared = simplan(&format!("compare --days 3 --data 1GB --plans {catalogue} --currency USD"));
        assert_eq!(compared.exit, Exit::Answer, "{}", compared.err);
    }
}

/// The ids in JSON.
fn ids(text: &str) -> Vec<String> {
    text.split("\"id\":").skip(1).map(|rest| rest.split('"').nth(1).unwrap().to_owned()).collect()
}

#[test]
fn json_has_the_same_plans() {
    let line = "plans import tests/data/import/prices.csv --map price-list";
    let expected = ["pass-10-1-gb-3", "pass-50-5-5-go-30", "pass-illimite-illimite-10", "2-gb-7"];
    assert_eq!(ids(&simplan(&format!("{line} --format ndjson")).out), expected);
    assert_eq!(ids(&simplan(&format!("{line} --json")).out), expected);
}

/// Checks how an import of standard input ends, and what is printed for it.
#[track_caller]
fn check(stdin: &'static str, options: &[&str], exit: Exit, out: &str, err: &str) {
    let words = ["plans", "import"].iter().chain(options).map(OsString::from);
    let printed = simplan_fed(stdin, None, words);
    assert_eq!(printed.exit, exit, "{}", printed.err);
    assert!(printed.out.contains(out) && (printed.out.is_empty() == out.is_empty()), "{}", printed.out);
    assert!(printed.err.contains(err), "{}", printed.err);
}

#[test]
fn exit_codes() {
    let list: &[&str] = &["-", "--map", "price-list"];
    check("name,price,data,days\nA,5,1GB,7\n", list, Exit::Answer, "a-1gb-7,", "1 plan imported\n");
    check("name,price,data,days\n", list, Exit::Nothing, "id,line", "0 plans imported\n");
    check("name,price,data,days\nA,x,1GB,7\n", list, Exit::Data, "", "-:2:3: error: price: `x`");
    check("name,pirce,data,days\nA,5,1GB,7\n", list, Exit::Data, "", "did you mean `pirce`?");
    check("", &["-", "--map", "prices"], Exit::Usage, "", "neither a file nor a map");
    check("", &["-", "--map", "none.toml"], Exit::Data, "", "none.toml");
    check("", &["-"], Exit::Usage, "", "--map");
    check("", &["--maps"], Exit::Answer, "price-list  ", "");
    check("", &["--show-map", "airalo"], Exit::Answer, "format = \"json\"", "");
    check("", &["--show-map", "airlo"], Exit::Usage, "", "did you mean `airalo`?");
}

#[test]
fn a_map_of_ones_own_is_located() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.toml");
    fs::write(&map, "format = \"csv\"\n[columns]\nid = {slug = [\"name\"]}\npirce = \"p\"\n").unwrap();
    let place = map.display();
    let printed = simplan(&format!("plans import tests/data/import/prices.csv --map {place} --lang fr"));
    assert_eq!(printed.exit, Exit::Data);
    let similar = format!(
        "{place}:4:1: erreur\u{a0}: `pirce` n’est pas une clé à cet endroit, vouliez-vous dire `price`\u{a0}?"
    );
    assert!(printed.err.contains(&similar), "{}", printed.err);
    let missing = format!("{place}:2:1: erreur\u{a0}: il manque `kind`");
    assert!(printed.err.contains(&missing), "{}", printed.err);
}

/// A table of 4,800 rows, in which the defects that were planted are found, and no others.
#[test]
fn what_was_planted_in_4800_rows_is_found() {
    let rows = esims(4_800, 20_261_127);
    assert_eq!(rows.len(), 4_800);
    let text: String = rows.iter().map(|row| row.text() + "\n").collect();
    let folder = tempfile::tempdir().unwrap();
    let [file, catalogue] =
        ["esims.csv", "plans.csv"].map(|name| folder.path().join(name).display().to_string());
    fs::write(&file, format!("{ESIMS_HEADER}\n{text}")).unwrap();

    let printed = simplan(&format!("plans import {file} --map esimdb -o {catalogue}"));
    assert_eq!(printed.exit, Exit::Data);
    // The header is line 1.
    let reported: BTreeMap<usize, &str> =
        rows.iter().zip(2..).filter_map(|(row, line)| Some((line, row.reported?))).collect();
    let errors = printed.err.lines().filter_map(|line| line.strip_prefix(&format!("{file}:")));
    let mut lines = BTreeSet::new();
    for error in errors.filter(|error| error.contains(": error: ")) {
        let (line, message) = error.split_once(':').unwrap();
        let line = line.parse().unwrap();
        let expected = reported.get(&line).unwrap_or_else(|| panic!("{error}"));
        assert!(message.contains(expected), "{error}: {expected}");
        lines.insert(line);
    }
    assert_eq!(lines, reported.keys().copied().collect());
    let count = |is: fn(&EsimRow) -> bool| rows.iter().filter(|row| is(row)).count();
    let rounded = count(|row| row.is_rounded);
    assert!(printed.err.contains(&format!("warning: in {rounded} rows, an amount")), "{}", printed.err);
    let repeated = count(|row| row.is_repeated);
    let plans = rows.len() - reported.len() - repeated;
    let counts = format!("{plans} plans imported; rows with an error: {}; ", reported.len());
    let last = printed.err.lines().last().unwrap();
    assert!(last.starts_with(&counts) && last.ends_with(&format!(": {repeated}")), "{last}");

    check_findings(&catalogue, &rows, plans);

    // The cheapest single plan, found by looking at each.
    let compare = format!("compare --plans {catalogue} --today 2026-11-27 --max-purchases 1 --currency USD");
    for (days, gb) in [(7, 3), (1, 1), (30, 20), (15, 60)] {
        let covers = |row: &&EsimRow| row.days >= days && row.mb.is_none_or(|mb| mb >= 1000 * gb);
        let kept = rows.iter().filter(|row| row.reported.is_none());
        let cheapest = kept.filter(covers).map(|row| row.cents).min().unwrap();
        let printed = simplan(&format!("{compare} --days {days} --data {gb}GB --json"));
        let json: Value = serde_json::from_str(&printed.out).unwrap_or_else(|_| panic!("{}", printed.err));
        let total = format!("{}.{:02}", cheapest / 100, cheapest % 100);
        assert_eq!(json["offers"][0]["total"], total, "{days} days, {gb} GB");
    }
}

/// Checks that what was planted in the rows is found in the catalogue, and nothing else.
fn check_findings(catalogue: &str, rows: &[EsimRow], plans: usize) {
    let printed = simplan(&format!("plans check {catalogue} --json --today 2026-11-27"));
    assert_eq!(printed.exit, Exit::Answer);
    let json: Value = serde_json::from_str(&printed.out).unwrap();
    let file = &json["files"][0];
    assert_eq!(file["catalogue"]["plans"], plans);
    let mut found: BTreeMap<&str, u64> = BTreeMap::new();
    let mut severities: BTreeMap<&str, u64> = BTreeMap::new();
    for finding in file["findings"].as_array().unwrap() {
        let code = finding["code"].as_str().unwrap();
        // What is the same for many rows is one finding, which counts them.
        let message = finding["message"].as_str().unwrap();
        let rows = message.split(' ').next().unwrap().parse().unwrap_or(1);
        *found.entry(code).or_default() += rows;
        *severities.entry(finding["severity"].as_str().unwrap()).or_default() += 1;
    }
    let mut planted: BTreeMap<&str, u64> = BTreeMap::new();
    for code in rows.iter().filter_map(|row| row.suspicious) {
        *planted.entry(code).or_default() += 1;
    }
    // No row says how sure its source is.
    planted.insert("cells-blank", plans as u64);
    assert_eq!(found, planted);
    for (severity, key) in [("error", "errors"), ("warning", "warnings"), ("note", "notes")] {
        assert_eq!(file[key], severities.get(severity).copied().unwrap_or_default(), "{key}");
    }
}

//! `plans check`: each code by a small file of its own, what a check says, and how it ends.

#[path = "common/mod.rs"]
mod common;

use common::runner::{Printed, simplan};
use serde_json::Value;
use simplan::catalogue::findings::CODES;
use simplan::cli::Exit;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Checks files in the folder of this package, on 27 November 2026.
fn checked(arguments: &str) -> Printed {
    simplan(&format!("plans check {arguments} --today 2026-11-27"))
}

fn codes(path: &str) -> BTreeSet<String> {
    let printed = checked(&format!("{path} --json"));
    let json: Value =
        serde_json::from_str(&printed.out).unwrap_or_else(|_| panic!("{path}: {}", printed.err));
    let findings = json["files"][0]["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_code_has_a_file_in_which_nothing_else_is_found() {
    let folder = TempDir::new().unwrap();
    let long = folder.path().join("long.csv");
    fs::write(&long, format!("id,line,operator,name,kind\na,l,o,{},esim\n", "x".repeat(1 << 20))).unwrap();
    for (code, severity) in CODES {
        // A small file cannot have a row that is too long.
        let is_long = code == "row-too-long";
        let path = if is_long { long.display().to_string() } else { format!("tests/catalogues/{code}.csv") };
        assert_eq!(codes(&path), BTreeSet::from([code.to_owned()]), "{path}");
        let exit = if severity.to_string() == "error" { Exit::Data } else { Exit::Answer };
        assert_eq!(checked(&path).exit, exit, "{path}");
    }
    let files = fs::read_dir("tests/catalogues").unwrap().count();
    assert_eq!(files, CODES.len() - 1, "every file is for a code");
    let listed: Value = serde_json::from_str(&checked("--codes --json").out).unwrap();
    assert_eq!(listed["codes"].as_array().unwrap().len(), CODES.len());
}

#[test]
fn the_built_in_catalogue_has_no_errors_or_warnings() {
    let printed = checked("--strict --json");
    let json: Value = serde_json::from_str(&printed.out).unwrap();
    let file = &json["files"][0];
    let warnings: Vec<_> =
        file["findings"].as_array().unwrap().iter().filter(|found| found["severity"] != "note").collect();
    assert_eq!(warnings, Vec::<&Value>::new());
    assert_eq!((file["errors"].as_u64(), file["warnings"].as_u64()), (Some(0), Some(0)));
    assert_eq!(printed.exit, Exit::Answer);
}

#[test]
fn a_finding_is_shown_with_its_line() {
    let printed = checked("tests/catalogues/amount-form.csv tests/catalogues/html-entity.csv");
    let expected = "\
tests/catalogues/amount-form.csv:2:21: error: price: `ten` is not an amount, expected digits with a point before the decimals, such as `19.90` [amount-form]
  2 | a,l,o,Plan A,esim,ten,MAD,,1GB,,7d,,,https://example.ma/a,2026-11,high,
    |                   ^^^

tests/catalogues/amount-form.csv: 0 plans, 1 error, no warnings, no notes.
";
    assert!(printed.out.starts_with(&expected.replace(":2:21:", ":2:19:")), "{}", printed.out);
    assert!(
        printed.out.contains("  hint: write the character itself, such as `&` for `&amp;`\n"),
        "{}",
        printed.out
    );
    assert!(
        printed.out.ends_with("html-entity.csv: 1 plan, no errors, 1 warning, no notes.\n"),
        "{}",
        printed.out
    );
    assert_eq!((printed.err.as_str(), printed.exit), ("", Exit::Data));
}

#[test]
fn warnings_fail_only_if_that_is_asked_for() {
    assert_eq!(checked("tests/catalogues/html-entity.csv").exit, Exit::Answer);
    assert_eq!(checked("tests/catalogues/html-entity.csv --strict").exit, Exit::Gate);
    assert_eq!(checked("tests/catalogues/price-old.csv --strict").exit, Exit::Answer);
    assert_eq!(checked("tests/catalogues/price-old.csv --codes").exit, Exit::Usage);
    assert_eq!(checked("tests/catalogues/none.csv").exit, Exit::Data);
}

#[test]
fn the_caret_of_a_wrong_header_knows_its_delimiter() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("plans.csv");
    fs::write(&file, "id;line;operater;name;kind\na;l;o;A;pass\n").unwrap();
    let printed = checked(&file.display().to_string());
    let excerpt = "  1 | id;line;operater;name;kind\n    |         ^^^^^^^^\n";
    assert!(printed.out.contains(excerpt), "{}", printed.out);
}

/// The findings of each file of a check, each as `line:column code`.
fn found(arguments: &str) -> (Vec<Vec<String>>, Exit) {
    let printed = checked(&format!("{arguments} --json"));
    let json: Value = serde_json::from_str(&printed.out).unwrap_or_else(|_| panic!("{}", printed.err));
    let of_files = json["files"].as_array().unwrap().iter().map(|file| {
        let findings = file["findings"].as_array().unwrap().iter();
        findings
            .map(|found| format!("{}:{} {}", found["line"], found["column"], found["code"].as_str().unwrap()))
            .collect()
    });
    (of_files.collect(), printed.exit)
}

/// The findings of a catalogue in a folder and of its overlays.
fn found_with(folder: &Path, overlays: &[&str]) -> (Vec<Vec<String>>, Exit) {
    let overlays = overlays.iter().map(|overlay| format!("--overlay {}", folder.join(overlay).display()));
    let plans = format!("--plans {}", folder.join("plans.csv").display());
    found(&[plans].into_iter().chain(overlays).collect::<Vec<_>>().join(" "))
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn overlays_are_checked_at_their_own_places() {
    let folder = TempDir::new().unwrap();
    let rest = "https://example.ma,2026-11,high";
    let base = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence\n";
    let plans =
        format!("{base}a,l,o,A &amp; B,esim,10,MAD,1GB,7d,{rest}\nb,l,o,B,esim,20,MAD,3GB,7d,{rest}\n");
    let files = [
        ("plans.csv", plans.as_str()),
        // What the catalogue has of a row is checked with it, and the rest of the catalogue only once.
        ("odd.csv", "id,price,verified_on\nb,9,2027-11\n"),
        ("bad.csv", "id,note,price\nb,seen,9x\n"),
        ("fine.csv", "id,price,verified_on\nb,19,2026-11-20\n"),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let own = texts(&["2:7 html-entity"]);
    assert_eq!(found_with(folder.path(), &["fine.csv"]), (vec![own.clone(), texts(&[])], Exit::Answer));
    // The other plan costs more and gives less.
    let odd = texts(&["2:5 date-in-future"]);
    assert_eq!(found_with(folder.path(), &["odd.csv"]), (vec![own.clone(), odd.clone()], Exit::Answer));
    let bad = texts(&["2:8 amount-form"]);
    assert_eq!(
        found_with(folder.path(), &["odd.csv", "bad.csv", "fine.csv"]),
        (vec![own, odd, bad], Exit::Data)
    );
}

//! `plans export` reads back to the same bytes, and `plans diff` says what a person can work out by hand.

#[path = "common/runner.rs"]
mod runner;

use runner::{simplan, simplan_fed};
use serde_json::{Value, json};
use simplan::cli::Exit;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const HEADER: &str = "id,line,operator,name,kind,price,currency,data,validity,verified_on,confidence,source";

/// What follows the validity in every row.
const SEEN: &str = "2026-11-20,high,s";

/// A folder with the catalogues `old.csv` and `new.csv`.
fn catalogues(old: &[&str], new: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, rows) in [("old.csv", old), ("new.csv", new)] {
        let rows: String = rows.iter().map(|row| format!("{row},{SEEN}\n")).collect();
        fs::write(folder.path().join(name), format!("{HEADER}\n{rows}")).unwrap();
    }
    folder
}

fn line(folder: &Path, options: &str) -> String {
    let place = folder.display();
    format!("plans diff {place}/old.csv {place}/new.csv --today 2026-11-25 {options}")
}

/// Checks the part of the JSON answer at `pointer`, and that the catalogues differ.
#[track_caller]
fn check(old: &[&str], new: &[&str], options: &str, pointer: &str, expected: &Value) {
    let folder = catalogues(old, new);
    let printed = simplan(&line(folder.path(), &format!("{options} --json")));
    assert_eq!(printed.exit, Exit::Nothing, "{}", printed.err);
    let answer: Value = serde_json::from_str(&printed.out).unwrap();
    assert_eq!(answer.pointer(pointer), Some(expected), "{pointer} in {}", printed.out);
}

#[test]
fn the_built_in_catalogue_is_exported_as_it_is_in_the_repository() {
    let file = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("plans.csv")).unwrap();
    let printed = simplan("plans export");
    assert!(printed.out == file, "the export is not plans.csv");
    assert_eq!((printed.exit, printed.err.as_str()), (Exit::Answer, ""));
}

#[test]
fn the_export_of_an_export_has_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["first.csv", "second.csv"].map(|name| folder.path().join(name).display().to_string());
    let [first, second] = &words;
    let typed = "\u{feff}note,ID,Shop,line,operator,name,kind,price,currency,data,data_per,validity,minutes,colour\r\n\
                 \"a, \"\"b\"\"\nc\",x,,l,o, X ,pass,\"5,50\",MAD,1500MB,total,48h,unlimited,red\r\n\
                 ,y,Fès,l,o,Y,sim,0.0,MAD,0MB,,,,\r\n";
    fs::write(first, typed).unwrap();
    let exported = simplan(&format!("plans export --plans {first}"));
    let rows: Vec<&str> = exported.out.lines().collect();
    assert!(rows[0].ends_with(",confidence,note,colour,Shop"), "{}", rows[0]);
    assert_eq!(
        rows[1],
        "x,l,o,X,pass,5.50,MAD,,1.5GB,,2d,unlimited,,general,,,anyone,,,,,,,,,\"a, \"\"b\"\""
    );
    assert_eq!(rows[2], "c\",red,");
    assert_eq!(rows[3], "y,l,o,Y,sim,0.0,MAD,,0MB,,,,,general,,,anyone,,,,,,,,,,,Fès");
    fs::write(second, &exported.out).unwrap();
    assert_eq!(simplan(&format!("plans export --plans {second}")).out, exported.out);
    let same = simplan(&format!("plans diff {first} {second}"));
    assert_eq!((same.exit, same.out.as_str()), (Exit::Answer, "Both catalogues have the same 2 plans.\n"));
}

#[test]
fn an_export_takes_the_filters_of_the_list() {
    let listed = simplan("plans list --kind tourist --json").out;
    let exported = simplan("plans export --kind tourist --json").out;
    assert_eq!(exported, listed);
    let nothing = simplan("plans export --kind tourist --operator inwi");
    assert_eq!((nothing.exit, nothing.out.lines().count()), (Exit::Nothing, 1));
}

#[test]
fn the_effect_on_a_stay() {
    let old = ["a,l,o,A,pass,100,MAD,20GB,30d", "b,m,p,B,esim,120,MAD,20GB,30d"];
    let stay = "--days 30 --data 20GB";
    let cheaper = ["a,l,o,A,pass,100,MAD,20GB,30d", "b,m,p,B,esim,87.50,MAD,20GB,30d"];
    check(&old, &cheaper, stay, "/total/difference", &json!("-12.50"));
    check(&old, &cheaper, stay, "/total/percent", &json!("-12.5"));
    check(&old, &cheaper, stay, "/total/winner_changed", &json!(true));
    check(&old, &cheaper, stay, "/total/new/items/0/plan", &json!("b"));
    let dearer = ["a,l,o,A,pass,110,MAD,20GB,30d", "b,m,p,B,esim,120,MAD,20GB,30d"];
    check(&old, &dearer, stay, "/total/difference", &json!("10.00"));
    check(&old, &dearer, stay, "/total/winner_changed", &json!(false));
    // A plan that is not the cheapest changes nothing for this stay.
    let other = ["a,l,o,A,pass,100,MAD,20GB,30d", "b,m,p,B,esim,110,MAD,20GB,30d"];
    check(&old, &other, stay, "/total/difference", &json!("0.00"));
    check(&old, &other, "", "/total", &json!(null));
    // Another id is not another winner.
    let renamed = ["z,l,o,A,pass,100,MAD,20GB,30d", "b,m,p,B,esim,120,MAD,20GB,30d"];
    check(&old, &renamed, stay, "/total/winner_changed", &json!(false));
    check(&old, &renamed, stay, "/renamed/0", &json!({"line": "l", "old": "a", "new": "z", "name": "A"}));
    // Nothing fits any more, at most 90.
    check(&cheaper, &old, "--days 30 --data 20GB --max-total 90", "/total/new", &json!(null));
    check(&cheaper, &old, "--days 30 --data 20GB --max-total 90", "/total/difference", &json!(null));
}

/// Checks the change between two prices, each with its currency.
#[track_caller]
fn check_price(old: &str, new: &str, expected: &Value) {
    let [before, after] = [old, new].map(|price| format!("a,l,o,A,pass,{price},1GB,7d"));
    check(&[&before], &[&after], "", "/changed/0/price", expected);
}

#[test]
fn prices_without_a_percentage() {
    check_price("0,MAD", "5,MAD", &json!({"difference": "5.00", "percent": null}));
    check_price("5,MAD", "5,EUR", &json!(null));
    check_price("5,MAD", ",", &json!(null));
    check_price("8,MAD", "6,MAD", &json!({"difference": "-2.00", "percent": "-25.0"}));
}

#[test]
fn files_that_are_compared_are_not_written() {
    let folder = catalogues(&["a,l,o,A,pass,5,MAD,1GB,7d"], &["a,l,o,A,pass,6,MAD,1GB,7d"]);
    for name in ["old.csv", "new.csv"] {
        let path = folder.path().join(name);
        let before = fs::read(&path).unwrap();
        let printed = simplan(&line(folder.path(), &format!("-o {}", path.display())));
        assert_eq!((printed.exit, fs::read(&path).unwrap()), (Exit::Data, before), "{}", printed.err);
    }
}

#[test]
fn one_catalogue_may_come_from_standard_input() {
    assert_eq!(simplan("plans diff - -").exit, Exit::Usage);
    let one = "id,line,operator,name,kind\na,l,o,A,pass\n";
    let words = ["plans", "diff", "built-in", "-", "--csv"].map(OsString::from);
    let printed = simplan_fed(one, None, words);
    assert_eq!(printed.exit, Exit::Nothing, "{}", printed.err);
    assert!(printed.out.contains("\nadded,l,a,A,,,,,\n"), "{}", printed.out);
    // An empty file is no catalogue.
    let printed = simplan("plans diff built-in -");
    assert_eq!(printed.exit, Exit::Data);
    assert!(printed.err.starts_with("-:1:1: error: "), "{}", printed.err);
}

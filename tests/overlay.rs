//! Overlays: the user's own prices and plans over a catalogue, from the arguments to the answer.

#[path = "common/mod.rs"]
mod common;

use common::runner::{Printed, simplan_with};
use simplan::cli::Exit;
use std::ffi::OsString;
use std::fs;
use tempfile::TempDir;

/// A SIM and two passes of one line.
const PLANS: &str = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence\n\
                     sim,l,o,SIM,sim,20,MAD,,,s,2026-11,high\n\
                     a,l,o,Pass A,pass,10,MAD,2GB,7d,s,2026-11,high\n\
                     b,l,o,Pass B,pass,30,MAD,9GB,7d,s,2026-11,high\n";

/// Runs the program on 25 November 2026 in a folder with the catalogue `plans.csv` and these overlays, `1.csv` and so on.
/// Words that end with `.csv` are files there.
fn simplan_over(overlays: &[&str], arguments: &str) -> Printed {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("plans.csv"), PLANS).unwrap();
    for (index, overlay) in (1..).zip(overlays) {
        fs::write(folder.path().join(format!("{index}.csv")), overlay).unwrap();
    }
    let words = format!("{arguments} --today 2026-11-25");
    let words = words.split(' ').map(|word| match word.strip_suffix(".csv") {
        Some(_) => folder.path().join(word).into_os_string(),
        None => OsString::from(word),
    });
    let printed = simplan_with(None, words);
    let prefix = format!("{}/", folder.path().display());
    Printed { err: printed.err.replace(&prefix, ""), out: printed.out.replace(&prefix, ""), ..printed }
}

/// Checks the basket and the total of the best offer for 7 days and 1 GB.
#[track_caller]
fn best(overlays: &[&str], basket: &str, total: &str) {
    let files: String = (1..=overlays.len()).map(|index| format!(" --overlay {index}.csv")).collect();
    let compare = format!("compare --days 7 --data 1GB --plans plans.csv --csv{files}");
    let printed = simplan_over(overlays, &compare);
    let mut reader = csv::Reader::from_reader(printed.out.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap_or_else(|| panic!("{}", printed.err)).unwrap();
    let cell = |name: &str| &row[heads.iter().position(|head| head == name).unwrap()];
    assert_eq!((cell("basket"), cell("total")), (basket, total), "{overlays:?}");
}

#[test]
fn the_best_offer_is_that_of_the_changed_catalogue() {
    best(&[], "sim:1 a:1", "30.00");
    best(&["id,price\na,12.50\n"], "sim:1 a:1", "32.50");
    best(&["id;price\na;12,50\n"], "sim:1 a:1", "32.50");
    best(&["id,status\na,withdrawn\n"], "sim:1 b:1", "50.00");
    best(&["id,status\na,withdrawn\n", "id,status,price\na,on-sale,1\n"], "sim:1 a:1", "21.00");
    let new = "id,line,operator,name,kind,price,currency,data,validity\nc,m,q,eSIM C,esim,9,MAD,1GB,7d\n";
    best(&["id,price\na,12\n", new], "c:1", "9.00");
}

#[test]
fn problems_and_idle_changes_are_at_their_places() {
    let command = "compare --days 7 --data 1GB --plans plans.csv --overlay 1.csv --overlay 2.csv";
    let printed = simplan_over(&["id,price\nzz,1\n", "id,price\na,1\nb,x\n"], command);
    let error = "2.csv:3:3: error: price: `x` is not an amount, expected digits with a point before the decimals, such as \
                 `19.90`\nerror: 1 problem in 2.csv; the file was not used\n";
    assert_eq!((printed.err.as_str(), printed.exit), (error, Exit::Data));
    let printed = simplan_over(&["id,price\nzz,1\n", "id,price\na,1\n"], command);
    let warning = "1.csv:2:1: warning: id: the catalogue has no plan `zz`: the change is ignored\n";
    assert_eq!((printed.err.as_str(), printed.exit), (warning, Exit::Answer));
}

#[test]
fn a_plan_says_which_file_each_value_comes_from() {
    let overlays = ["id,price,note\na,12,seen in Fès\n", "id,price\na,13\n"];
    let shown = simplan_over(&overlays, "plans show a --plans plans.csv --overlay 1.csv --overlay 2.csv");
    assert!(shown.out.contains("13.00 MAD (2.csv)"), "{}", shown.out);
    assert!(shown.out.contains("“seen in Fès” (1.csv)"), "{}", shown.out);
    assert!(shown.out.contains("Values without a file come from the catalogue:"), "{}", shown.out);
    let json =
        simplan_over(&overlays, "plans show a --json --plans plans.csv --overlay 1.csv --overlay 2.csv");
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["sources"], serde_json::json!({ "note": "1.csv", "price": "2.csv" }));
    assert_eq!(json["catalogue"]["overlays"], serde_json::json!(["1.csv", "2.csv"]));
    assert_eq!(json["catalogue"]["sha256"], serde_json::Value::Null);
    let other = simplan_over(&overlays, "plans show b --json --plans plans.csv --overlay 1.csv");
    assert!(!other.out.contains("sources"), "{}", other.out);
}

#[test]
fn an_overlay_is_never_the_output() {
    let printed = simplan_over(
        &["id,price\na,1\n"],
        "compare --days 7 --data 1GB --plans plans.csv --overlay 1.csv -o 1.csv",
    );
    assert_eq!(printed.exit, Exit::Data);
    assert!(printed.err.contains("1.csv"), "{}", printed.err);
    let twice = simplan_over(&[], "compare --days 7 --data 1GB --plans - --overlay -");
    assert_eq!(twice.exit, Exit::Usage);
    assert!(twice.err.starts_with("error: --plans: "), "{}", twice.err);
}

//! `plans import`: what it writes is a catalogue, and what it leaves out is reported.

#[path = "common/runner.rs"]
mod runner;

use runner::{simplan, simplan_fed};
use simplan::cli::Exit;
use std::ffi::OsString;
use std::fs;

/// The rows of `tests/data/import` that fit, by file and map, and those that do not.
const FILES: [(&str, &str, usize, usize); 3] =
    [("esims.csv", "esimdb", 4, 3), ("packages.json", "airalo", 3, 1), ("prices.csv", "price-list", 4, 0)];

#[test]
fn what_is_imported_is_a_valid_catalogue() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
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
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
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

/// A table of 4,800 rows with a defect in every 100th of them, so 48 in all, which are counted one by one.
#[test]
fn as_many_rows_are_reported_as_are_bad() {
    let rows = (1..=4_800_u32).map(|nth| {
        let (mb, days, price) = match (nth % 100, nth / 100 % 4) {
            (0, 0) => ("1000", "7", "free"),
            (0, 1) => ("1000", "-7", "4.5"),
            (0, 2) => ("lots", "7", "4.5"),
            (0, _) => ("0", "7", "4.5"),
            _ => ("-1", "30", "12.9181700100254037"),
        };
        format!("Seller {},Plan {nth},{mb},{days},{price},\n", nth % 7)
    });
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let file = folder.path().join("esims.csv");
    let header = "provider,plan_name,data_mb,validity_days,usd_price,data_cap_per\n";
    fs::write(&file, header.to_owned() + &rows.collect::<String>()).unwrap();
    let catalogue = folder.path().join("plans.csv");
    let places = [file, catalogue.clone()].map(|path| path.display().to_string());
    let printed = simplan(&format!("plans import {} --map esimdb -o {}", places[0], places[1]));
    assert_eq!(printed.exit, Exit::Data);
    assert_eq!(printed.err.matches(": error: ").count(), 48);
    assert!(printed.err.contains("warning: in 4752 rows, an amount"), "{}", printed.err);
    assert!(printed.err.ends_with("4752 plans imported; rows with an error: 48\n"), "{}", printed.err);
    assert_eq!(fs::read_to_string(catalogue).unwrap().lines().count(), 4753);
    assert_eq!(simplan(&format!("plans check {}", places[1])).exit, Exit::Answer);
}

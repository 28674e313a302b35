//! What is too large to be searched or counted: it is named, and the answer goes on without it.

mod common;

use common::{offers, plans, refusals, request};
use simplan::domain::comparison::{Comparison, compare};
use simplan::domain::need::Need;
use simplan::domain::request::Request;
use simplan::domain::shelf::{Question, Shelf};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const HEADER: &str =
    "id,line,operator,name,kind,price,currency,data,validity,minutes,source,verified_on,confidence\n";

/// Passes of a line of which none replaces another: 1 to so many GB with other minutes, at odd prices.
fn passes(line: &str, count: u64) -> String {
    let row = |number: u64| {
        let (minutes, mb) = (3 + number * 17 % 53, 211 + number * 389 % 4_001);
        let cents = mb + minutes * 23 + number * number * 7 % 173;
        let price = format!("{}.{:02}", cents / 100, cents % 100);
        format!(
            "{line}-{number},{line},o-{line},P {number},pass,{price},MAD,{mb}MB,30d,{minutes},s,2026-11,high\n"
        )
    };
    (1..=count).map(row).collect()
}

const FINE: &str = "fine,fine,f,Fine,pass,900,MAD,30GB,30d,500,s,2026-11,high\n";

/// More than can be counted in cents, and fewer than can be counted at all.
const VAST: &str = "79228162514264337593543950335";

/// 30 days, 20 GB and 300 minutes, with so many steps for a search.
fn with_effort(effort: u64) -> Request {
    let base = request(30, "20GB");
    Request { need: Need::new(base.need.stay(), base.need.data(), 300).unwrap(), effort, ..base }
}

/// The codes of what is left out, with its lines.
fn left_out(comparison: &Comparison) -> Vec<String> {
    let named = |lines: &[simplan::domain::slug::Slug]| {
        lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("+")
    };
    comparison.left_out.iter().map(|left| format!("{} {}", left.error.code(), named(&left.lines))).collect()
}

/// The first of ever greater efforts for which a comparison leaves these out.
#[track_caller]
fn at_some_effort(rows: &str, change: impl Fn(Request) -> Request, expected: &[&str]) -> Comparison {
    let rows = plans(&format!("{HEADER}{rows}"));
    let efforts = std::iter::successors(Some(16_u64), |effort| Some(effort * 9 / 8));
    let found: Vec<_> = efforts
        .take_while(|effort| *effort < 2_000_000)
        .map(|effort| compare(rows.clone(), &change(with_effort(effort))).unwrap())
        .collect();
    let at = found.iter().position(|found| left_out(found) == expected);
    let all: Vec<_> = found.iter().map(left_out).collect();
    found.into_iter().nth(at.unwrap_or_else(|| panic!("never at any effort: {all:?}"))).unwrap()
}

#[test]
fn a_line_that_cannot_be_searched_has_no_offers_and_the_others_have_theirs() {
    let rows = format!("{}{FINE}", passes("big", 12));
    let catalogue = plans(&format!("{HEADER}{rows}"));
    let found = compare(catalogue.clone(), &with_effort(500)).unwrap();
    assert_eq!(offers(&found), ["fine:1 = 900.00 MAD"]);
    assert_eq!(left_out(&found), ["search-too-large big"]);
    assert_eq!(refusals(&found).len(), 12);
    assert!(refusals(&found).iter().all(|refusal| refusal.ends_with(": too-large-to-search")));
    let error = &found.left_out[0].error;
    assert_eq!(error.figure("searched"), Some(500.into()));
    assert!(error.figure("plan").unwrap().to_string().starts_with("big-"), "{error}");
    // With effort enough the line has its offers, the mix the first of them.
    let whole = compare(catalogue.clone(), &with_effort(1 << 30)).unwrap();
    assert!(whole.left_out.is_empty() && whole.offers[0].lines[0].as_str() == "big");
    assert!(whole.offers[0].mix, "a search is needed: {:?}", offers(&whole));
    // All or nothing: what a study asks.
    let strict = Request { all_or_nothing: true, ..with_effort(500) };
    assert_eq!(compare(catalogue.clone(), &strict).unwrap_err(), *error);
    let request = with_effort(500);
    let question = Question { need: request.need, left: None, max_purchases: None, max_total: None };
    let error = Shelf::of(&catalogue, request).cheapest(question, 1).unwrap_err();
    assert_eq!((error.code(), error.figure("line")), ("search-too-large", Some("big".into())));
}

#[test]
fn two_lines_that_cannot_be_searched_together_leave_both_alone() {
    // Every other pass is of the other line.
    let rows = passes("a", 14);
    let of_b = |row: &str| row.replace("a-", "b-").replace(",a,", ",b,");
    let rows = rows.lines().enumerate().map(|(at, row)| if at % 2 == 0 { row.to_owned() } else { of_b(row) });
    let rows: String = rows.map(|row| row + "\n").collect();
    let two = |request| Request { two_lines: true, ..request };
    let found = at_some_effort(&rows, two, &["pair-too-large a+b"]);
    assert!(found.offers.iter().all(|offer| offer.lines.len() == 1) && !found.offers.is_empty());
    assert_eq!(refusals(&found), Vec::<String>::new());
}

#[test]
fn a_trade_off_that_cannot_be_searched_is_that_of_the_other_lines() {
    let rows = passes("a", 9) + FINE;
    // Without minutes the cheapest basket is found soon.
    let need = request(30, "20GB").need;
    let trade_off = |request| Request { trade_off: true, need, ..request };
    let found = at_some_effort(&rows, trade_off, &["trade-off-too-large a"]);
    let front: Vec<_> = found.trade_off.iter().flatten().map(common::short).collect();
    assert_eq!(front, ["fine:1 = 900.00 MAD"]);
    assert_eq!(found.offers[0].lines[0].as_str(), "a");
}

#[test]
fn a_total_that_cannot_be_counted_takes_no_offer_from_its_line() {
    let rows = format!(
        "vast,l,o,V,pass,{VAST},MAD,1GB,30d,300,s,2026-11,high\n\
         small,l,o,S,pass,10,MAD,2GB,30d,30,s,2026-11,high\n\
         calls,l,o,C,pass,5,MAD,100MB,30d,100,s,2026-11,high\n"
    );
    let found = compare(plans(&format!("{HEADER}{rows}")), &with_effort(1 << 20)).unwrap();
    let expected = ["small:10 = 100.00 MAD", "calls:200 = 1000.00 MAD"];
    assert_eq!(offers(&found), expected);
    assert_eq!(refusals(&found), ["vast: too-large-to-search"]);
    assert_eq!(left_out(&found), ["total-too-large l"]);
    assert!(found.unsearched().next().is_none(), "whatever can be counted costs less");
}

struct Folder(PathBuf);

impl Folder {
    fn of(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("limits-{test}"));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    /// Runs a command line in the folder.
    fn run(&self, line: &str) -> (i32, String, String) {
        let output: Output = Command::new(env!("CARGO_BIN_EXE_simplan"))
            .args(line.split(' '))
            .current_dir(&self.0)
            .env_clear()
            .env("SIMPLAN_TODAY", "2026-11-22")
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }
}

/// Two lines: of one a price is too large to be converted, so nobody knows what its cheapest basket is.
fn two_lines() -> String {
    format!(
        "{HEADER}vast,big,o,V,pass,{VAST},MAD,20GB,30d,,s,2026-11,high\n\
             other,big,o,O,pass,10,MAD,20GB,30d,,s,2026-11,high\n{FINE}"
    )
}

const NEED: &str = "--plans plans.csv --days 30 --data 20GB --currency USD";

#[test]
fn compare_answers_with_the_other_lines_in_every_format() {
    let folder = Folder::of("compare");
    folder.write("plans.csv", &two_lines());
    for format in ["table", "text", "json", "csv", "markdown"] {
        for options in [
            "",
            " --explain",
            " --explain vast",
            " --explain fine",
            " --trade-off",
            " --sims 2",
            " --limit 0",
        ] {
            let (code, out, errors) = folder.run(&format!("compare {NEED} --format {format}{options}"));
            assert_eq!(code, 0, "{format}{options}: {errors}");
            assert!(out.contains("96.49"), "900 MAD are 96.49 USD: {out}");
            assert_eq!(errors.lines().count(), 1, "{errors}");
            assert!(
                errors.starts_with("warning: ") && errors.contains("`vast`") && errors.contains("`big`"),
                "{errors}"
            );
        }
    }
    let (_, out, _) = folder.run(&format!("compare {NEED} --format json --explain"));
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["refusal_counts"]["too-large-to-search"], 2);
    assert_eq!(answer["refusals"][0]["detail"]["cause"], "price-too-large");
    assert_eq!(answer["refusals"][0]["detail"]["line"], "big");
    for (language, words) in [("fr", "trop grand pour être converti"), ("zh", "价格太大")] {
        let (code, out, errors) = folder.run(&format!("compare {NEED} --explain --lang {language}"));
        assert!(code == 0 && errors.contains(words) && out.contains(words), "{out}{errors}");
    }
    // Nothing else fits.
    let (code, _, errors) = folder.run(&format!("compare {NEED} --line big"));
    assert!(code == 1 && errors.contains("`vast`"), "{errors}");
}

#[test]
fn bills_and_schedules_go_on() {
    let folder = Folder::of("bills");
    folder.write("plans.csv", &two_lines());
    for command in ["cost", "schedule"] {
        let (code, out, errors) = folder.run(&format!("{command} {NEED}"));
        assert!(code == 0 && out.contains("96.49") && errors.contains("`vast`"), "{command}: {out}{errors}");
    }
    // A basket of one's own is billed; what stands beside it is not known.
    let (code, out, errors) = folder.run(&format!("cost other {NEED}"));
    assert!(code == 0 && out.contains("1.07") && !out.contains("same line"), "{out}");
    assert!(errors.contains("`vast`"), "{errors}");
    let (code, _, errors) = folder.run(&format!("schedule other {NEED}"));
    assert!(code == 0 && errors.is_empty(), "{errors}");
    let (code, _, errors) = folder.run("cost vast:3 fine --plans plans.csv --days 30 --data 20GB");
    assert!(code == 2 && errors.contains("`vast:3`, `fine:1`") && errors.contains("3 × "), "{errors}");
    let (code, _, errors) = folder.run(&format!("cost {NEED} --line big"));
    assert!(code == 1 && errors.contains("`vast`"), "{errors}");
}

#[test]
fn a_bad_row_of_a_batch_names_its_line_and_the_rows_after_it_are_answered() {
    let folder = Folder::of("batch");
    folder.write("plans.csv", &format!("{HEADER}{}{FINE}", passes("big", 40)));
    folder
        .write("needs.csv", "id,days,data,minutes,line\na,30,2GB,0,\nb,365,2000GB,9000,\nc,30,20GB,0,fine\n");
    let (code, out, errors) = folder.run("batch needs.csv --plans plans.csv");
    let rows: Vec<_> = out.lines().collect();
    assert_eq!((code, rows.len()), (3, 4), "{out}{errors}");
    assert!(rows[1].starts_with("a,1,ok,") && rows[3].starts_with("c,1,ok,900.00,"), "{out}");
    assert!(rows[2].starts_with("b,,error,") && rows[2].contains("needs.csv:3:1: "), "{out}");
    assert!(rows[2].contains("`big`") && rows[2].contains(" 4000000 partial baskets"), "{out}");
}

#[test]
fn a_large_catalogue_answers_alike_on_any_number_of_threads() {
    let folder = Folder::of("large");
    let mut rows = two_lines();
    for number in 0..20_000 {
        let (line, price) = (number % 7, 20 + number % 1_000);
        rows += &format!("p{number},line-{line},o-{line},P,pass,{price},MAD,20GB,30d,,s,2026-11,high\n");
        rows += &format!("b{number},big,o,P,pass,{price}.5,MAD,20GB,30d,,s,2026-11,high\n");
    }
    folder.write("plans.csv", &rows);
    let whole = |threads: u64, limit: u64| {
        folder.run(&format!("compare {NEED} --limit {limit} --format json --threads {threads}"))
    };
    let (code, out, errors) = whole(1, 5);
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, answer["offers"].as_array().unwrap().len()), (0, 5), "{out}");
    assert!(answer["offers"].as_array().unwrap().iter().all(|offer| offer["total"] == "2.14"), "{out}");
    assert_eq!(answer["refusal_counts"]["too-large-to-search"], 20_002);
    assert_eq!(answer["catalogue"]["offered"], 20_001);
    assert!(errors.contains("`vast`"), "{errors}");
    for threads in [2, 3, 8] {
        assert_eq!(whole(threads, 5), (code, out.clone(), errors.clone()));
    }
}

//! What is too large to be searched or counted: it is named, and the answer goes on without it.

mod common;

use common::model::{offers, question, refusals, request, short};
use simplan::domain::comparison::{Comparison, best, compare};
use simplan::domain::prepared::PreparedCatalogue;
use simplan::domain::request::Question;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const HEADER: &str =
    "id,line,operator,name,kind,price,currency,data,validity,minutes,source,verified_on,confidence\n";

/// Passes of a line of which none replaces another: 1 to N GB with other minutes, at odd prices.
fn passes(line: &str, count: u64) -> String {
    let row = |number: u64| {
        let minutes = 3 + number * 17 % 53;
        let mb = 211 + number * 389 % 4_001;
        let cents = mb + minutes * 23 + number * number * 7 % 173;
        let price = format!("{}.{:02}", cents / 100, cents % 100);
        format!(
            "{line}-{number},{line},o-{line},P {number},pass,{price},MAD,{mb}MB,30d,{minutes},s,2026-11,high\n"
        )
    };
    (1..=count).map(row).collect()
}

const FINE: &str = "fine,fine,f,Fine,pass,900,MAD,30GB,30d,500,s,2026-11,high\n";

/// 30 days, 20 GB and 300 minutes, with this many steps for a search.
fn with_effort(effort: u64) -> Question {
    Question { effort, ..question("30d 20GB 300min") }
}

fn prepared(rows: &str) -> PreparedCatalogue {
    PreparedCatalogue::new(common::catalogue(&format!("{HEADER}{rows}")), request()).unwrap()
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
fn at_some_effort(
    prepared: &PreparedCatalogue,
    change: impl Fn(Question) -> Question,
    expected: &[&str],
) -> Comparison {
    let efforts = std::iter::successors(Some(16_u64), |effort| Some(effort * 9 / 8));
    let mut all = Vec::new();
    for effort in efforts.take_while(|effort| *effort < 1_000_000) {
        let found = compare(prepared, &change(with_effort(effort)));
        if left_out(&found) == expected {
            return found;
        }
        all.push(left_out(&found));
    }
    panic!("never at any effort: {all:?}")
}

#[test]
fn a_line_that_cannot_be_searched_has_no_offers_and_the_others_have_theirs() {
    let prepared = prepared(&format!("{}{FINE}", passes("big", 12)));
    let found = compare(&prepared, &with_effort(500));
    assert_eq!(offers(&prepared, &found), ["fine:1 = 900.00 MAD"]);
    assert_eq!(left_out(&found), ["search-too-large big"]);
    assert!(found.alone.is_empty());
    assert_eq!(refusals(&found).len(), 12);
    assert!(refusals(&found).iter().all(|refusal| refusal.ends_with(": too-large-to-search")));
    let error = &found.left_out[0].error;
    assert_eq!(error.figure("searched"), Some(500.into()));
    assert!(error.figure("plan").unwrap().to_string().starts_with("big-"), "{error}");
    // With effort enough the line has its offers, a mix the first of them.
    let whole = compare(&prepared, &with_effort(1 << 30));
    assert!(whole.left_out.is_empty() && whole.offers[0].lines[0].as_str() == "big");
    assert!(whole.offers[0].mix, "a search is needed: {:?}", offers(&prepared, &whole));
    // All or nothing: what a batch asks.
    assert_eq!(best(&prepared, &with_effort(500), 1).unwrap_err(), *error);
}

#[test]
fn two_lines_that_cannot_be_searched_together_leave_both_alone() {
    // Every other pass is of the other line.
    let rows = passes("a", 14);
    let of_b = |row: &str| row.replace("a-", "b-").replace(",a,", ",b,");
    let rows = rows.lines().enumerate().map(|(at, row)| if at % 2 == 0 { row.to_owned() } else { of_b(row) });
    let prepared = prepared(&rows.map(|row| row + "\n").collect::<String>());
    let two = |question| Question { two_lines: true, ..question };
    let found = at_some_effort(&prepared, two, &["pair-too-large a+b"]);
    assert!(found.offers.iter().all(|offer| offer.lines.len() == 1) && found.offers.len() == 2);
    assert_eq!(refusals(&found), Vec::<String>::new());
}

#[test]
fn a_trade_off_that_cannot_be_searched_is_that_of_the_other_lines() {
    let prepared = prepared(&(passes("a", 9) + FINE));
    // Without minutes the cheapest basket is found soon.
    let need = question("30d 20GB").need;
    let trade_off = |question| Question { trade_off: true, need, ..question };
    let found = at_some_effort(&prepared, trade_off, &["trade-off-too-large a"]);
    let front: Vec<_> = found.trade_off.iter().flatten().map(|offer| short(offer, &prepared)).collect();
    assert_eq!(front, ["fine:1 = 900.00 MAD"]);
    assert_eq!(found.offers[0].lines[0].as_str(), "a");
}

#[test]
fn a_total_that_cannot_be_counted_takes_no_offer_from_its_line() {
    // 10¹⁵ purchases of the first, at 10¹³ MAD each; one of the second.
    let prepared = prepared(
        "vast,l,o,V,pass,10000000000000,MAD,1kB,30d,,s,2026-11,high\n\
         big,l,o,B,pass,10,MAD,1000000000GB,36500d,,s,2026-11,high\n",
    );
    let found = compare(&prepared, &question("36500d 1000000000GB"));
    assert_eq!(offers(&prepared, &found), ["big:1 = 10.00 MAD"]);
    assert_eq!(refusals(&found), ["vast: too-large-to-search"]);
    assert!(found.left_out.is_empty(), "whatever can be counted costs less");
}

struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
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
            .env("SIMPLAN_TODAY", "2026-11-25")
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }
}

/// Two lines, of which one cannot be searched for the needs below. All of its passes have one price, so that partial
/// baskets of as many purchases are all held against one another: that takes many steps and little time.
fn two_lines() -> String {
    let of_one_price = |number: u64| {
        let mb = 500 + 97 * number;
        let minutes = 120 - 2 * number;
        format!("big-{number},big,o,P {number},pass,10,MAD,{mb}MB,30d,{minutes},s,2026-11,high\n")
    };
    let big: String = (1..=40).map(of_one_price).collect();
    format!("{HEADER}{big}{FINE}")
}

const NEED: &str = "--plans plans.csv --days 365 --data 2000GB --minutes 36000";

#[test]
fn compare_answers_with_the_other_lines_and_warns() {
    let folder = Folder::new("compare");
    folder.write("plans.csv", &two_lines());
    let (code, out, errors) = folder.run(&format!("compare {NEED} --format json --explain"));
    assert_eq!(code, 0, "{errors}");
    // 2000 GB take 67 times 30 GB, 36000 minutes 72 times 500.
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["offers"].as_array().unwrap().len(), 1);
    assert_eq!(answer["offers"][0]["total"], "64800.00");
    assert_eq!(answer["refusal_counts"]["too-large-to-search"], 40);
    assert_eq!(errors.lines().count(), 1, "{errors}");
    assert!(errors.starts_with("warning: ") && errors.contains("`big`"), "{errors}");
}

#[test]
fn every_format_and_language_goes_on_without_a_line() {
    #[track_caller]
    fn check(folder: &Folder, line: &str, in_answer: &[&str], in_warning: &str) {
        let (code, out, errors) = folder.run(line);
        assert_eq!((code, errors.lines().count()), (0, 1), "{errors}");
        assert!(errors.contains("`big`") && errors.contains(in_warning), "{errors}");
        for text in in_answer {
            assert!(out.contains(text), "{text}: {out}");
        }
    }
    let folder = Folder::new("formats");
    folder.write("plans.csv", &two_lines());
    let compare = format!("compare {NEED}");
    check(&folder, &format!("{compare} --trade-off --format csv"), &["\n,fine,f,false,fine:72,"], "too many");
    check(&folder, &format!("{compare} --lang zh --explain"), &["64800", "big-40"], "组合太多");
    check(&folder, &format!("schedule {NEED}"), &["64800"], "too many");
    check(&folder, &format!("cost {NEED}"), &["64800.00"], "too many");
}

#[test]
fn a_bill_does_not_say_that_nothing_costs_less_if_nobody_knows() {
    let folder = Folder::new("bills");
    folder.write("plans.csv", &two_lines());
    let (code, out, errors) = folder.run(&format!("cost big-40:1000 {NEED}"));
    assert!(code == 0 && out.contains("10000.00 MAD") && !out.contains("same line"), "{out}");
    assert!(errors.contains("`big`"), "{errors}");
    let (code, out, errors) = folder.run(&format!("cost fine:72 {NEED}"));
    assert!(code == 0 && out.contains("same line") && errors.is_empty(), "{out}{errors}");
}

#[test]
fn a_bad_row_of_a_batch_names_its_line_and_the_rows_after_it_are_answered() {
    let folder = Folder::new("batch");
    folder.write("plans.csv", &two_lines());
    folder.write(
        "needs.csv",
        "id,days,data,minutes,line\na,30,2GB,0,\nb,365,2000GB,36000,\nc,30,20GB,0,fine\n",
    );
    let (code, out, errors) = folder.run("batch needs.csv --plans plans.csv");
    let rows: Vec<_> = out.lines().collect();
    assert_eq!((code, rows.len()), (3, 4), "{out}{errors}");
    assert!(rows[1].starts_with("a,1,ok,") && rows[3].starts_with("c,1,ok,900.00,"), "{out}");
    assert!(rows[2].starts_with("b,,error,") && rows[2].contains("needs.csv:3:1: "), "{out}");
    assert!(rows[2].contains("`big`") && rows[2].contains(" 4000000 partial baskets"), "{out}");
}

#[test]
fn a_large_catalogue_answers_alike_on_any_number_of_threads() {
    let folder = Folder::new("large");
    let mut rows = format!("{HEADER}{FINE}");
    for number in 0..10_000 {
        let line = number % 7;
        let price = 20 + number % 1_000;
        rows += &format!("p{number},line-{line},o-{line},P,pass,{price},MAD,20GB,30d,,s,2026-11,high\n");
        rows += &format!("u{number},line-{line},o-{line},P,pass,{price},MAD,,30d,,s,2026-11,high\n");
    }
    assert!(rows.len() > 1 << 20, "a small file is kept whole");
    folder.write("plans.csv", &rows);
    let whole = |threads: u64| {
        let need = "--days 30 --data 20GB --currency USD --limit 5 --format json";
        folder.run(&format!("compare --plans plans.csv {need} --threads {threads}"))
    };
    let (code, out, errors) = whole(1);
    let answer: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, answer["offers"].as_array().unwrap().len()), (0, 5), "{out}{errors}");
    // The first plan of each line at 20 MAD to 24 MAD: 20 ÷ 9.7677 = 2.0475…
    assert_eq!(answer["offers"][0]["total"], "2.05", "{out}");
    assert_eq!(answer["refusal_counts"]["allowance-unknown"], 10_000);
    assert_eq!(answer["catalogue"]["plans"], 20_001);
    for threads in [2, 3, 8] {
        assert_eq!(whole(threads), (code, out.clone(), errors.clone()));
    }
}

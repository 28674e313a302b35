//! `next` says what to do today with the SIM in the phone: the dates and totals here are worked out by hand.

use indicatif::ProgressDrawTarget;
use serde_json::Value;
use simplan::cli::{Environment, Exit, run};
use std::ffi::OsString;
use unicode_width::UnicodeWidthStr;

/// What a command printed, and how it ended.
struct Printed {
    exit: Exit,
    out: String,
    err: String,
}

/// A catalogue of two lines. On `inwi-prepaid`, 1 GB costs 10 dirhams and is valid for 7 days; on the other line, the SIM
/// and 10 GB together cost 32.
const PLANS: &str = "\
id,line,operator,name,kind,price,currency,data,validity,buy,verified_on
small,inwi-prepaid,inwi,Small,pass,10,MAD,1GB,7d,*3,2026-11-01
other-sim,maroc-telecom-jawal,maroc-telecom,Other SIM,sim,2,MAD,0MB,,shop,2026-11-01
other,maroc-telecom-jawal,maroc-telecom,Other,pass,30,MAD,10GB,30d,*3,2026-11-01
";

/// Runs the program on 26 November 2026 on a terminal of 80 columns.
fn simplan(line: &str, stdin: &'static str) -> Printed {
    let mut out = Vec::new();
    let mut err = Vec::new();
    let arguments = std::iter::once("simplan").chain(line.split_whitespace()).map(OsString::from);
    let exit = run(
        arguments,
        Environment {
            stdin: Box::new(stdin.as_bytes()),
            stdout: &mut out,
            stderr: &mut err,
            stdin_file: None,
            stdout_file: None,
            variable: &|name| match name {
                "COLUMNS" => Some("80".into()),
                "SIMPLAN_TODAY" => Some("2026-11-26".into()),
                _ => None,
            },
            terminal_width: None,
            stderr_is_terminal: false,
            progress: ProgressDrawTarget::hidden(),
        },
    );
    Printed { exit, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

/// The answer over the small catalogue, for 500 MB a day.
fn next(options: &str) -> Value {
    let line = format!(
        "next --today 2026-11-26 --plans - --have-sim inwi-prepaid --per-day 500MB {options} --format json"
    );
    let printed = simplan(&line, PLANS);
    assert_eq!(printed.exit, Exit::Answer, "{options}: {}", printed.err);
    serde_json::from_str(&printed.out).unwrap()
}

/// Checks what to do, the day to look again, and the days of the purchases.
#[track_caller]
fn check(options: &str, action: &str, look_again: Option<&str>, dates: &[&str]) {
    let answer = next(options);
    assert_eq!(answer["schema"], "simplan/next/1");
    assert_eq!(answer["action"], action, "{options}");
    assert_eq!(answer["look_again"].as_str(), look_again, "{options}");
    let purchases = answer["purchases"].as_array().unwrap();
    let bought: Vec<_> = purchases.iter().map(|due| due["date"].as_str().unwrap()).collect();
    assert_eq!(bought, dates, "{options}");
    assert_eq!(answer["purchase"], purchases.first().cloned().unwrap_or_default(), "{options}");
    let total = format!("{}.00", 10 * dates.len());
    assert_eq!(answer["total"], total, "{options}");
}

#[test]
fn dates_that_are_worked_out_by_hand() {
    // 1.2 GB last 2.4 days, into 28 November; each pass lasts 2 days.
    check(
        "--until 2026-12-01 --have-data 1.2GB --have-days 5",
        "wait",
        Some("2026-11-28"),
        &["2026-11-28", "2026-11-30"],
    );
    // Six days: 26 November to 1 December. Two days after the first purchase comes the second.
    check("--until 2026-12-01", "buy", Some("2026-11-28"), &["2026-11-26", "2026-11-28", "2026-11-30"]);
    // 3 GB would last the six days, but they are valid for two.
    check(
        "--until 2026-12-01 --have-data 3GB --have-days 2",
        "wait",
        Some("2026-11-28"),
        &["2026-11-28", "2026-11-30"],
    );
    // Ten days at 500 MB are 5 GB. 4 GB last 8 days: half-way is the fourth.
    check("--until 2026-12-05 --have-data 4GB --have-days 9", "wait", Some("2026-11-30"), &["2026-12-04"]);
    check("--until 2026-12-01 --have-data 3GB --have-days 6", "nothing", Some("2026-11-29"), &[]);
    check("--until 2026-12-01 --have-data unlimited --have-days 6", "nothing", None, &[]);
    check(
        "--until 2026-12-01 --have-data unlimited --have-days 5",
        "wait",
        Some("2026-12-01"),
        &["2026-12-01"],
    );
}

#[test]
fn the_last_day_is_today() {
    check("--until 2026-11-26", "buy", None, &["2026-11-26"]);
    check("--until 2026-11-26 --have-data 500MB --have-days 1", "nothing", None, &[]);
    // It has expired, so it does not count.
    check("--until 2026-11-26 --have-data 500MB --have-days 0", "buy", None, &["2026-11-26"]);
    // 300 MB are used up before the day is over.
    check("--until 2026-11-26 --have-data 300MB --have-days 1", "buy", None, &["2026-11-26"]);
}

#[test]
fn nothing_is_left_on_a_line_that_does_not_work() {
    for state in ["suspended", "arrears", "unidentified"] {
        let options = format!("--until 2026-11-27 --have-data 5GB --have-days 9 --state {state}");
        check(&options, "buy", None, &["2026-11-26"]);
        let shown =
            simplan(&format!("next --plans - --have-sim inwi-prepaid --per-day 500MB {options}"), PLANS);
        let first = shown.out.lines().next().unwrap();
        assert!(first.starts_with("Get the line back to work first"), "{first}");
        assert!(shown.out.contains("  1. What is left on the SIM does not count"), "{}", shown.out);
    }
}

#[test]
fn another_sim_is_named_if_it_costs_less() {
    // Ten days take 5 GB: five passes for 50, or the other SIM with 10 GB for 32.
    let dear = next("--until 2026-12-05");
    assert_eq!(dear["total"], "50.00");
    assert_eq!(dear["cheaper"]["total"], "32.00");
    // Six days: three passes for 30.
    assert!(next("--until 2026-12-01")["cheaper"].is_null());
}

#[test]
fn a_balance_that_was_not_given_is_a_warning() {
    let codes = |options: &str| {
        let answer = next(options);
        let warnings = answer["warnings"].as_array().unwrap().clone();
        warnings.iter().map(|warning| warning["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes("--until 2026-12-01"), ["next-balance-unsaid"]);
    assert!(codes("--until 2026-12-01 --have-data 1GB --have-days 0").is_empty());
}

#[test]
fn if_nothing_fits_it_says_what_compare_says() {
    let wishes = "--plans - --per-day 500MB --have-sim inwi-prepaid --max-purchases 1";
    let answer = simplan(&format!("next {wishes} --until 2026-12-01"), PLANS);
    let compared = format!("compare {wishes} --from 2026-11-26 --to 2026-12-01 --line inwi-prepaid");
    let compared = simplan(&compared, PLANS);
    assert_eq!((answer.exit, compared.exit), (Exit::Nothing, Exit::Nothing));
    let said = answer.out.lines().next().unwrap();
    assert_eq!(said, compared.out.lines().next().unwrap());
}

#[test]
fn what_is_missing_is_asked_for() {
    #[track_caller]
    fn check_error(line: &str, expected: &str) {
        let printed = simplan(line, "");
        assert_eq!(printed.exit, Exit::Usage, "{line}");
        assert!(printed.err.starts_with(expected), "{line}: {}", printed.err);
    }
    check_error(
        "next",
        "error: to say what to do today, this is missing: `--have-sim inwi-prepaid`, `--until 2026-12-20`, \
         `--per-day 500MB`\n",
    );
    check_error(
        "next --have-sim inwi-prepaid --use medium",
        "error: to say what to do today, this is missing: `--until 2026-12-20`\n",
    );
    let sim = "next --have-sim inwi-prepaid --per-day 500MB";
    check_error(
        &format!("{sim} --until 2026-11-25"),
        "error: --until: the last day of the stay, 25 Nov 2026,",
    );
    check_error(&format!("{sim} --until soon"), "error: --until: `soon` is not a date");
    check_error(
        &format!("{sim} --until 2026-12-20 --have-data 1GB"),
        "error: `--have-data` and `--have-days`",
    );
    check_error(
        &format!("{sim} --until 2026-12-20 --have-sim orange-prepaid"),
        "error: --have-sim: given more than once",
    );
    check_error(
        "next --have-sim nothing-like-it --until 2026-12-20 --per-day 1GB",
        "error: --have-sim: the catalogue has no line",
    );
}

#[test]
fn it_is_one_screen() {
    let sim = "next --have-sim inwi-prepaid --until 2026-12-20";
    for options in [
        "--per-day 500MB",
        "--per-day 500MB --have-data 1.2GB --have-days 5",
        "--per-day 500MB --have-data 100MB --have-days 3",
        "--per-day 500MB --state suspended",
        "--per-day 2GB --channel online",
        "--use medium --have-data unlimited --have-days 6",
    ] {
        for language in ["en", "fr", "zh"] {
            let line = format!("{sim} {options} --lang {language}");
            let printed = simplan(&line, "");
            assert_eq!(printed.exit, Exit::Answer, "{line}: {}", printed.err);
            assert!(printed.out.lines().count() <= 20, "{line}\n{}", printed.out);
            assert!(printed.out.lines().all(|text| text.width() <= 80), "{line}\n{}", printed.out);
            for mark in ["{", "}", "unsaid", "next-"] {
                assert!(!printed.out.contains(mark), "{line}: {mark}\n{}", printed.out);
            }
        }
    }
}

/// The commands that an answer names, without the name of the program.
fn commands(answer: &str) -> Vec<String> {
    let joined = answer.split_whitespace().collect::<Vec<_>>().join(" ");
    let quoted = joined.split('`').skip(1).step_by(2).filter_map(|text| text.strip_prefix("simplan "));
    quoted.map(str::to_owned).collect()
}

#[test]
fn the_next_commands_give_the_same_purchases() {
    for options in [
        "--have-sim inwi-prepaid --per-day 500MB --have-data 1.2GB --have-days 5",
        "--have-sim maroc-telecom-jawal --per-day 1GB --minutes 60 --margin 10%",
        "--have-sim orange-yo --per-day 100MB --resident",
    ] {
        let line = format!("next {options} --until 2026-12-20");
        let shown = simplan(&line, "");
        let named = commands(&shown.out);
        let [steps, schedule] = named.as_slice() else { panic!("{}", shown.out) };
        let answer = simplan(&format!("{line} --format json"), "");
        let answer: Value = serde_json::from_str(&answer.out).unwrap();
        assert_eq!(simplan(steps, "").exit, Exit::Answer, "{steps}");
        let schedule = schedule.replace("--ics renew.ics", "--format json");
        let planned = simplan(&schedule, "");
        assert_eq!(planned.exit, Exit::Answer, "{schedule}: {}", planned.err);
        let planned: Value = serde_json::from_str(&planned.out).unwrap();
        assert_eq!(planned["basket"]["total"], answer["total"], "{schedule}");
        assert_eq!(days(&planned), days(&answer), "{schedule}");
    }
}

/// The plan and the day of each purchase.
fn days(answer: &Value) -> Vec<(String, u64)> {
    let purchases = answer["purchases"].as_array().unwrap().iter();
    let needed = purchases.filter(|purchase| purchase["needed"] != false);
    needed.map(|due| (due["plan"].as_str().unwrap().to_owned(), due["day"].as_u64().unwrap())).collect()
}

//! `next` says what to do today with the SIM in the phone: the dates and totals here are worked out by hand.

#[path = "common/runner.rs"]
mod runner;

use runner::Printed;
use serde_json::Value;
use simplan::cli::Exit;
use std::ffi::OsString;
use unicode_width::UnicodeWidthStr;

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
    // The variable is read from the environment of the process, so the day has to be an option.
    let today = if line.contains("--today") { "" } else { "--today 2026-11-26" };
    let words = line.split_whitespace().chain(today.split_whitespace()).chain(["--color", "never"]);
    runner::simplan_fed(stdin, Some(80), words.map(OsString::from))
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
fn what_the_user_has_is_named_if_it_costs_less() {
    // Ten days take 5 GB: five passes for 50, the other SIM for 32, and one of these for 31.
    let answer = next("--until 2026-12-05 --mine 31/30d/5GB");
    assert_eq!(answer["total"], "50.00");
    assert_eq!(answer["cheaper"]["line"], "mine");
    assert_eq!(answer["cheaper"]["total"], "31.00");
    assert_eq!(next("--until 2026-12-05 --mine 33/30d/5GB")["cheaper"]["total"], "32.00");
    let wishes = "next --plans - --per-day 500MB --have-sim inwi-prepaid --until 2026-12-05";
    let cheaper = simplan(&format!("{wishes} --mine 0/30d/5GB"), PLANS);
    let sentence = "What you have would cost less: 0/30d/5GB, 0.00 MAD.";
    assert!(cheaper.out.contains(sentence), "{}", cheaper.out);
    // Nothing fits on the SIM.
    let enough = simplan(&format!("{wishes} --max-purchases 1 --mine 35/30d/5GB"), PLANS);
    assert_eq!(enough.exit, Exit::Nothing);
    let said = enough.out + &enough.err;
    assert!(said.contains("What you have is enough: 35/30d/5GB, 35.00 MAD."), "{said}");
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
            // How a line comes back takes a few lines more, and still fits the smallest terminals.
            let most = if options.contains("--state") { 24 } else { 20 };
            assert!(printed.out.lines().count() <= most, "{line}\n{}", printed.out);
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
        let Some((schedule, steps)) = named.split_last() else { panic!("{}", shown.out) };
        let answer = simplan(&format!("{line} --format json"), "");
        let answer: Value = serde_json::from_str(&answer.out).unwrap();
        assert!(!steps.is_empty(), "{}", shown.out);
        for steps in steps {
            assert!(steps.starts_with("renew-steps ") && steps.contains(" --have-sim "), "{steps}");
            assert_eq!(simplan(steps, "").exit, Exit::Answer, "{steps}");
        }
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

/// What `next` prints, over the built-in catalogue unless there is one on standard input.
#[track_caller]
fn shown(line: &str, stdin: &'static str) -> String {
    let printed = simplan(&format!("next {line}"), stdin);
    assert_eq!(printed.exit, Exit::Answer, "{line}: {}", printed.err);
    printed.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn json(line: &str) -> Value {
    serde_json::from_str(&shown(&format!("{line} --format json"), "")).unwrap()
}

#[test]
fn a_line_with_bills_has_paid_its_fee() {
    let line = "--have-sim orange-yo --until 2026-12-30 --per-day 500MB --resident";
    let said = shown(line, "");
    assert!(said.starts_with("Nothing to renew: if your plan is "), "{said}");
    assert!(!said.contains("fee"), "{said}");
    let answer = json(line);
    let purchases = answer["purchases"].as_array().unwrap().iter();
    let sum: f64 = purchases.map(|due| due["price"].as_str().unwrap().parse::<f64>().unwrap()).sum();
    assert_eq!(answer["total"], format!("{sum:.2}"));
    let first = answer["purchase"]["price"].as_str().unwrap();
    assert!(said.contains(&format!("comes by itself, {first} MAD this time.")), "{said}");
    assert!(
        said.contains(&format!(
            "- 26 Nov 2026: {}, {first} MAD",
            answer["purchase"]["name"].as_str().unwrap()
        ))
    );
}

#[test]
fn a_debt_is_paid_and_a_bill_is_not_bought() {
    let line = "--have-sim orange-yo --until 2026-12-30 --per-day 500MB --resident";
    for (state, expected) in [
        ("arrears", "Pay what is owed first. After that, "),
        ("suspended", "Get the line back to work first. "),
    ] {
        let said = shown(&format!("{line} --state {state}"), "");
        let headline = said.split(" MAD").next().unwrap();
        assert!(
            headline.starts_with(expected) && headline.contains("its bill comes by itself"),
            "{headline}"
        );
        assert!(!headline.contains("buy"), "{headline}");
    }
}

#[test]
fn the_steps_are_those_of_a_line_that_is_open() {
    let said = shown("--have-sim maroc-telecom-visitor --until 2026-12-30 --per-day 500MB", "");
    assert!(said.contains(" --have-sim maroc-telecom-visitor` - Reminders"), "{said}");
    let said = shown("--have-sim inwi-prepaid --until 2026-12-30 --per-day 500MB --state suspended", "");
    assert!(said.contains(" --have-sim inwi-prepaid --state suspended` - Reminders"), "{said}");
}

#[test]
fn each_purchase_of_today_is_said() {
    let line = "--have-sim maroc-telecom-jawal --until 2026-12-05 --per-day 500MB --minutes 60";
    let answer = json(line);
    let today = answer["today_purchases"].as_array().unwrap();
    let say = answer["say"].as_array().unwrap();
    assert_eq!(today.len(), 2);
    assert_eq!(today[0], answer["purchase"]);
    let plans = |values: &[Value]| values.iter().map(|value| value["plan"].clone()).collect::<Vec<_>>();
    assert_eq!(plans(say), plans(today));
    assert!(say[0]["french"] != say[1]["french"] && say[0]["arabic"] != say[1]["arabic"], "{say:?}");
    let said = shown(line, "");
    for (text, count) in [("French: ", 2), ("To show: ", 2), ("`simplan renew-steps --plan ", 2)] {
        assert_eq!(said.matches(text).count(), count, "{text}: {said}");
    }
    // Nothing is bought today: then it is said for the next purchase.
    let later =
        json("--have-sim inwi-prepaid --until 2026-12-02 --per-day 500MB --have-data 1.2GB --have-days 5");
    assert!(later["today_purchases"].as_array().unwrap().is_empty());
    assert_eq!(later["say"][0]["plan"], later["purchase"]["plan"]);
}

#[test]
fn the_same_purchase_several_times_is_said_once() {
    // 3 GB on one day are three passes.
    let said = shown("--plans - --have-sim inwi-prepaid --per-day 3GB --until 2026-11-26", PLANS);
    assert!(said.contains("- 3 × French: “") && said.matches("French: ").count() == 1, "{said}");
}

#[test]
fn from_abroad_the_price_is_not_all() {
    let line = "--have-sim maroc-telecom-jawal --until 2026-12-05 --per-day 500MB";
    let said = shown(&format!("{line} --channel abroad"), "");
    let facts = said.split(" Look again").next().unwrap();
    assert!(
        facts.contains("more than in the country") && facts.contains("What arrives is probably"),
        "{said}"
    );
    assert!(!shown(line, "").contains("in the country"));
}

#[test]
fn whom_to_call_is_said_once() {
    for state in ["suspended", "unidentified", "arrears"] {
        let sim = "--have-sim inwi-prepaid --until 2026-12-20 --per-day 500MB";
        let said = shown(&format!("{sim} --state {state}"), "");
        assert!(said.matches("Customer care: ").count() <= 1, "{said}");
        assert!(!said.contains("from other phones"), "{said}");
    }
    let said = shown("--have-sim inwi-prepaid --until 2026-12-20 --per-day 500MB --state suspended", "");
    assert!(said.contains("Customer care"), "{said}");
}

#[test]
fn the_sim_alone_chooses_the_line() {
    for option in ["--line orange-prepaid", "--not-line orange-prepaid", "--sims 2"] {
        let line = format!("next --have-sim inwi-prepaid --until 2026-12-20 --per-day 500MB {option}");
        let printed = simplan(&line, "");
        assert_eq!(printed.exit, Exit::Usage, "{line}");
        let name = if option == "--sims 2" { option } else { option.split(' ').next().unwrap() };
        let expected = format!("error: `{name}` cannot be combined with `next`\n");
        assert_eq!(printed.err, expected, "{line}");
    }
}

#[test]
fn a_catalogue_from_standard_input_is_a_file_for_the_next_commands() {
    let said = shown("--plans - --have-sim inwi-prepaid --per-day 500MB --until 2026-12-01", PLANS);
    assert_eq!(said.matches(" --plans FILE").count(), 2, "{said}");
    assert!(!said.contains("--plans -"), "{said}");
}

#[test]
fn a_reminder_in_the_past_is_a_warning() {
    let plan = |options: &str| {
        let line = "schedule --plans - --line inwi-prepaid --have-sim inwi-prepaid --per-day 500MB --from 2026-11-26";
        let printed = simplan(&format!("{line} {options} --to 2026-12-01 --ics - -o /dev/null"), PLANS);
        assert_eq!(printed.exit, Exit::Answer, "{options}: {}", printed.err);
        let lines = printed.err.lines().filter(|line| !line.starts_with("-:"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    // There are purchases on 26, 28 and 30 November.
    assert!(plan("--remind 9:00").is_empty());
    assert_eq!(plan("--remind 1d"), ["warning: 1 reminder is in the past and will not ring"]);
    assert_eq!(
        plan("--remind 3d --remind 9:00 --lang fr"),
        ["attention\u{a0}: 2 rappels sont déjà passés et ne sonneront pas"]
    );
}

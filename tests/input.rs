//! What people type, and what it is read as or refused with.

#[path = "common/mod.rs"]
mod common;

use common::runner::{Printed, simplan_with};
use serde_json::{Value, json};
use simplan::cli::Exit;
use std::ffi::OsString;
use std::process::Command;

/// Runs the program with the arguments of a command line, on 25 November 2026. Double quotes keep blanks.
fn simplan(line: &str) -> Printed {
    simplan_with(None, words(line).into_iter().map(OsString::from))
}

/// The arguments of a command line: what is between blanks, unless it is in double quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for c in format!("{line} --today 2026-11-25").chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The JSON answer to a command line.
#[track_caller]
fn answer(line: &str) -> Value {
    let printed = simplan(&format!("{line} --json"));
    serde_json::from_str(&printed.out).unwrap_or_else(|_| panic!("{line}: {}", printed.err))
}

/// Checks the days, the data in MB and the minutes of a need.
#[track_caller]
fn need(options: &str, days: u64, data_mb: &str, minutes: u64) {
    let need = &answer(&format!("compare {options} --limit 1"))["need"];
    assert_eq!(need["days"], days, "{options}");
    assert_eq!(need["data_mb"], data_mb, "{options}");
    assert_eq!(need["minutes"], minutes, "{options}");
}

/// Checks a part of the JSON answer, which a pointer such as `/need/days` names.
#[track_caller]
fn part(line: &str, pointer: &str, expected: impl Into<Value>) {
    let answer = answer(line);
    assert_eq!(answer.pointer(pointer), Some(&expected.into()), "{line}");
}

/// Checks the first lines of an error.
#[track_caller]
fn refused(line: &str, expected: &[&str]) {
    let printed = simplan(line);
    let lines: Vec<_> = printed.err.lines().take(expected.len()).collect();
    assert_eq!(lines, expected, "{line}");
    assert_eq!(printed.exit, Exit::Usage, "{line}");
}

#[test]
fn days() {
    for typed in ["10", "10d", "\"10 days\"", "\"10 jours\"", "10j", "10天", "１０", "\" 10 \"", "10,0"] {
        need(&format!("--days {typed} --data 1GB"), 10, "1000", 0);
    }
    for typed in ["2w", "\"2 weeks\"", "\"2 semaines\"", "2周", "２週"] {
        need(&format!("--days {typed} --data 1GB"), 14, "1000", 0);
    }
    refused(
        "compare --days \"1 month\" --data 1GB",
        &[
            "error: --days: `1 month` does not always have the same number of days",
            "  hint: give the days, such as `30`, or the first and the last day with `--from` and `--to`",
        ],
    );
    for typed in ["２０x", "ten", "两周", "1.5", "48h"] {
        let message = format!(
            "error: --days: `{typed}` is not a number of days, expected one such as `30` or `2 weeks`"
        );
        refused(&format!("compare --days {typed} --data 1GB"), &[&message]);
    }
    refused(
        "compare --days \"1,000 days\" --data 1GB",
        &["error: --days: `1,000 days` can be read as 1000 days or as 1 days: write the one you mean"],
    );
    refused(
        "compare --days \"6000 weeks\" --data 1GB",
        &["error: --days: `6000 weeks` is not a possible stay, expected 1 to 36500 days"],
    );
}

#[test]
fn volumes() {
    for typed in
        ["20GB", "\"20 gb\"", "20G", "20Go", "２０ＧＢ", "20.0GB", "\"20 000 MB\"", "20gigas", "0.02TB"]
    {
        need(&format!("--days 10 --data {typed}"), 10, "20000", 0);
    }
    for typed in ["0,5GB", "\"0.5 Go\"", "500Mo", "500M", "\"500 mégas\"", "500兆", "500000kB"] {
        need(&format!("--days 10 --data {typed}"), 10, "500", 0);
    }
    for typed in
        ["\"1 500 MB\"", "1\u{a0}500\u{a0}Mo", "1\u{202f}500MB", "1'500MB", "1’500 MB".trim_end(), "1.5GB"]
    {
        need(&format!("--days 10 --data \"{typed}\"").replace("\"\"", "\""), 10, "1500", 0);
    }
    need("--days 10 --data 125GiB", 10, "134217.728", 0);
    need("--days 10 --per-day \"0,5 Go\"", 10, "5000", 0);
    for (typed, what) in [
        ("1.5GiB", "is not a whole number of kB, the next one is `1.610613GB`"),
        ("1,500MB", "can be read as 1500MB or as 1.5MB: write the one you mean"),
        ("1.500GB", "can be read as 1500GB or as 1.5GB: write the one you mean"),
        ("20", "has no unit, expected `20GB` or `20MB`"),
        ("２０", "has no unit, expected `２０GB` or `２０MB`"),
        ("much", "is not a volume, expected a number and a unit such as `20GB`, `1.5 GB` or `500MB`"),
        ("0GB", "is not a need of data, expected a volume above 0"),
    ] {
        refused(&format!("compare --days 10 --data {typed}"), &[&format!("error: --data: `{typed}` {what}")]);
    }
    // The same function reads what is left on a SIM.
    let left = "--days 10 --data 5GB --have-sim inwi-prepaid --have-days \"1 week\" --have-data";
    need(&format!("{left} \"1 500 Mo\""), 10, "5000", 0);
    refused(
        &format!("compare {left} 1,500MB"),
        &["error: --have-data: `1,500MB` can be read as 1500MB or as 1.5MB: write the one you mean"],
    );
}

#[test]
fn minutes_and_margins() {
    for typed in ["90", "90min", "1h30", "\"1 h 30\"", "1.5h", "\"90 minutes\"", "90分钟"] {
        need(&format!("--days 10 --data 1GB --minutes {typed}"), 10, "1000", 90);
    }
    refused(
        "compare --days 10 --minutes long",
        &["error: --minutes: `long` is not a number of minutes, expected one such as `120`, `2h` or `1h30`"],
    );
    for typed in ["10", "10%", "\"10 %\"", "10\u{202f}%", "１０％"] {
        part(&format!("compare --days 10 --data 1GB --margin {typed}"), "/need/data_mb", "1100");
    }
    refused(
        "compare --days 10 --data 1GB --margin 10%%",
        &["error: --margin: `10%%` is not a margin, expected a whole percentage up to 1000%, such as `10%`"],
    );
}

#[test]
fn dates() {
    for typed in [
        "2026-12-20",
        "2026/12/20",
        "20.12.2026",
        "20/12/2026",
        "20261220",
        "\"20 Dec 2026\"",
        "\"20 déc. 2026\"",
        "2026年12月20日",
        "２０２６－１２－２０",
    ] {
        let line = format!("schedule --days 3 --data 1GB --from {typed}");
        part(&line, "/purchases/0/date", "2026-12-20");
    }
    for (typed, date) in [
        ("today", "2026-11-25"),
        ("Tomorrow", "2026-11-26"),
        ("aujourd’hui", "2026-11-25"),
        ("demain", "2026-11-26"),
        ("今天", "2026-11-25"),
        ("明天", "2026-11-26"),
        ("3/3/2027", "2027-03-03"),
        ("\"tomorrow 14:30\"", "2026-11-26"),
        ("\"26 Nov 2026 14:30\"", "2026-11-26"),
        ("2026-11-26T14:30", "2026-11-26"),
    ] {
        part(&format!("schedule --days 3 --data 1GB --from {typed}"), "/purchases/0/date", date);
    }
    part("compare --from today --to 27.11.2026 --data 1GB", "/need/days", 3);
    part("next --have-sim inwi-prepaid --per-day 100MB --until demain", "/until", "2026-11-26");
    for (typed, what) in [
        ("03/04/2027", "can be read as 2027-04-03 or as 2027-03-04: write the one you mean"),
        ("2027-02-30", "is not a day of the calendar"),
        ("31/06/2027", "is not a day of the calendar"),
        ("soon", "is not a date, expected one such as `2026-12-01`"),
        ("20/12/26", "is not a date, expected one such as `2026-12-01`"),
    ] {
        let line = format!("compare --days 3 --data 1GB --from {typed}");
        refused(&line, &[&format!("error: --from: `{typed}` {what}")]);
    }
}

#[test]
fn currencies_and_amounts() {
    for (typed, code) in [
        ("eur", "EUR"),
        ("€", "EUR"),
        ("RMB", "CNY"),
        ("￥", "CNY"),
        ("元", "CNY"),
        ("人民币", "CNY"),
        ("DH", "MAD"),
        ("Dh", "MAD"),
        ("dirhams", "MAD"),
        ("درهم", "MAD"),
        ("迪拉姆", "MAD"),
        ("US$", "USD"),
    ] {
        part(&format!("compare --days 10 --data 1GB --currency {typed}"), "/currency", code);
    }
    refused(
        "compare --days 10 --data 1GB --currency $",
        &["error: --currency: `$` can be several currencies, expected a code such as USD, CAD, AUD"],
    );
    for (typed, amount) in [
        ("100", "100.00"),
        ("\"100 DH\"", "100.00"),
        ("100MAD", "100.00"),
        ("99,90", "99.90"),
        ("\"1 500\"", "1500.00"),
        ("１００", "100.00"),
    ] {
        part(&format!("compare --days 10 --budget {typed}"), "/budget", amount);
    }
    refused(
        "compare --days 10 --budget 1,500",
        &["error: --budget: `1,500` can be read as 1500 or as 1.5: write the one you mean"],
    );
    refused(
        "compare --days 10 --data 1GB --max-total \"10 €\"",
        &[
            "error: --max-total: `10 €` is in EUR, but totals are shown in MAD",
            "  hint: add `--currency EUR`, or give the amount in MAD",
        ],
    );
    part("compare --days 10 --data 1GB --currency EUR --max-total 10€", "/currency", "EUR");
    part("compare --days 10 --data 1GB --currency USD --rate \"US$ = 9,35\"", "/rates/0/per_unit", "9.35");
    refused(
        "compare --days 10 --data 1GB --rate USD=9.35 --rate usd=9.4",
        &["error: --rate: there are two rates for USD"],
    );
    refused(
        "compare --days 10 --data 1GB --max-purchases 0",
        &["error: --max-purchases: at least 1 purchase is needed, not `0`"],
    );
}

#[test]
fn operators_and_lines() {
    for (typed, operator) in [
        ("Inwi", "inwi"),
        ("IAM", "maroc-telecom"),
        ("\"maroc telecom\"", "maroc-telecom"),
        ("\"Maroc Télécom\"", "maroc-telecom"),
        ("\"اتصالات المغرب\"", "maroc-telecom"),
        ("\"Orange Maroc\"", "orange"),
        ("Méditel", "orange"),
    ] {
        let offers = answer(&format!("compare --days 30 --data 20GB --operator {typed}"));
        assert_eq!(
            offers,
            answer(&format!("compare --days 30 --data 20GB --operator {operator}")),
            "{typed}"
        );
        part(&format!("renew-steps --operator {typed}"), "/guides/0/operator", operator);
    }
    for (typed, line) in
        [("jawal", "maroc-telecom-jawal"), ("Yoxo", "orange-yoxo"), ("\"Inwi Prepaid\"", "inwi-prepaid")]
    {
        part(&format!("compare --days 10 --data 1GB --resident --line {typed}"), "/offers/0/line", line);
    }
    let both = answer("compare --days 10 --data 1GB --operator inwi,Orange");
    let of_several = answer("compare --days 10 --data 1GB --operator inwi --operator orange");
    assert_eq!(both["offers"], of_several["offers"]);
    for typed in ["inwi,orange,", "inwi,,orange", "inwi，orange", "inwi、orange", "inwi;orange"] {
        let line = format!("compare --days 10 --data 1GB --operator {typed}");
        assert_eq!(answer(&line)["offers"], both["offers"], "{typed}");
    }
    for typed in ["--operator=", "--operator=,", "--not-operator \" \""] {
        let option = typed.split(['=', ' ']).next().unwrap();
        let message = format!("error: {option}: the name is empty");
        refused(&format!("compare --days 10 --data 1GB {typed}"), &[&message]);
    }
    refused("faq roaming --operator=", &["error: --operator: the name is empty"]);
    refused(
        "compare --days 10 --data 1GB --line Inwi",
        &[
            "error: --line: the catalogue has no line `Inwi`",
            "  hint: did you mean `inwi-forfait`, `inwi-prepaid`?",
        ],
    );
    // The steps of a digital brand are not those of its operator.
    part("renew-steps --operator yoxo", "/guides/0/service", "digital-brand");
}

#[test]
fn words_of_options() {
    let passes = answer("compare --days 10 --data 1GB --kind pass,esim");
    for typed in ["PASS,eSIM", "pass,,esim,", "流量包,esim", "\"pass, e-sim\""] {
        assert_eq!(
            answer(&format!("compare --days 10 --data 1GB --kind {typed}"))["offers"],
            passes["offers"],
            "{typed}"
        );
    }
    let steps = answer(
        "renew-steps --operator inwi --channel shop --pay cash --state suspended --have-sim inwi-prepaid",
    );
    for typed in [
        "--channel boutique --pay espèces --state suspendue",
        "--channel SHOP --pay Especes --state Suspended",
        "--channel 商店 --pay 现金 --state 停机",
    ] {
        assert_eq!(
            answer(&format!("renew-steps --operator inwi {typed} --have-sim inwi-prepaid")),
            steps,
            "{typed}"
        );
    }
    for (typed, english) in [
        ("--network 4g", "--network 4G"),
        ("--min-confidence moyenne", "--min-confidence medium"),
        ("--form puce", "--form sim"),
        ("--form 实体卡", "--form sim"),
        ("--kind=套餐,", "--kind pass"),
        ("--sold étranger", "--sold abroad"),
        ("--not-kind 合约,游客", "--not-kind contract,tourist"),
    ] {
        let of_english = answer(&format!("compare --days 10 --data 1GB {english}"));
        assert_eq!(answer(&format!("compare --days 10 --data 1GB {typed}")), of_english, "{typed}");
    }
    refused(
        "renew-steps --operator inwi --channel kiosk",
        &[
            "error: --channel: `kiosk` is not valid here, expected one of: online, shop, scratch, phone, abroad",
        ],
    );
}

#[test]
fn values_without_quotes_and_pasted_dashes() {
    let after = "is not expected here: it looks like a part of the value before it";
    for (line, rest, hint) in [
        ("compare --days 10 --data 5 Go", "Go", "write `--data 5Go`, or `--data \"5 Go\"` with quotes"),
        (
            "compare --days 10 jours --data 5GB",
            "jours",
            "write `--days 10jours`, or `--days \"10 jours\"` with quotes",
        ),
        (
            "compare --days 10 --budget 100 DH",
            "DH",
            "write `--budget 100DH`, or `--budget \"100 DH\"` with quotes",
        ),
        (
            "compare --days 3 --data 1GB --from 20 Dec 2026",
            "Dec",
            "a value with blanks needs quotes: `--from \"20 Dec 2026\"`",
        ),
    ] {
        refused(line, &[&format!("error: `{rest}` {after}"), &format!("  hint: {hint}")]);
    }
    refused(
        "cost inwi-star3-50 --days 10 --data 5GB --max-total 100 DH",
        &[
            "error: PLAN[:COUNT]: the catalogue has no plan `DH`",
            "  hint: write `--max-total 100DH`, or `--max-total \"100 DH\"` with quotes",
        ],
    );
    for dash in ["—", "–", "−", "－－", "―", "-–"] {
        let message = format!("error: `{dash}days` begins with a dash, expected two hyphens: `--days`");
        refused(&format!("compare {dash}days 10 --data 5GB"), &[&message]);
    }
    refused("cost —days=10", &["error: `—days` begins with a dash, expected two hyphens: `--days`"]);
    // A dash in a value or a question is none of an option.
    assert_eq!(simplan("faq roaming — price").exit, Exit::Answer);
}

#[test]
fn options_of_other_programs() {
    for (line, hint) in [
        ("compare --price 100", "did you mean `--max-total`, `--budget`?"),
        ("compare --gb 20 --days 3", "did you mean `--data 20GB`, `--per-day 20GB`?"),
        ("compare --gb=7 --days 3", "did you mean `--data 7GB`, `--per-day 7GB`?"),
        ("compare --weeks 3", "did you mean `--days 3w`?"),
        ("next --data 20GB", "did you mean `--per-day`?"),
        ("next --days 10", "did you mean `--until`?"),
        ("next --to 2026-12-20", "did you mean `--until`?"),
        ("batch --limit 3", "did you mean `--top`?"),
        ("compare --duration 10", "did you mean `--days`?"),
        ("next --duration 10", "did you mean `--until`?"),
        ("compare --eur", "did you mean `--currency EUR`?"),
        ("compare --provider inwi", "did you mean `--operator`?"),
        ("schedule --budget 100", "did you mean `--max-total`, `simplan compare --budget`?"),
        ("compare --dayz 3", "did you mean `--days`?"),
        ("compare --xyzzy", "`simplan compare --help` lists the options"),
        ("compare --trade", "did you mean `--trade-off`?"),
    ] {
        let unknown = line.split(' ').nth(1).unwrap();
        let name = if unknown == "--gb=7" { "--gb" } else { unknown };
        refused(line, &[&format!("error: unknown option `{name}`"), &format!("  hint: {hint}")]);
    }
    let sorted =
        "  hint: offers are always sorted by total, the cheapest first; `--limit` shows more of them";
    let lists = "  hint: `simplan compare --help` lists the options";
    refused("compare --sort price", &["error: unknown option `--sort`", lists, sorted]);
    refused("compare --cheap", &["error: unknown option `--cheap`", lists, sorted]);
    let catalogue = "  hint: the plans are those of the catalogue: the built-in one is Morocco’s, `--plans FILE` reads another";
    refused("compare --country ma", &["error: unknown option `--country`", lists, catalogue]);
}

#[test]
fn options_of_other_commands() {
    for (line, option, hint) in [
        ("schedule --people 2", "--people", "it is an option of `simplan compare`"),
        ("next --people=2", "--people", "it is an option of `simplan compare`"),
        ("plans list --budget 100", "--budget", "it is an option of `simplan compare`"),
        ("compare --plan inwi-star3-50", "--plan", "it is an option of `simplan renew-steps`"),
        ("compare --ics x.ics", "--ics", "it is an option of `simplan schedule`"),
        ("batch --days 10", "--days", "it is a column of the file: `days`"),
        ("batch --per-day 1GB", "--per-day", "it is a column of the file: `per_day`"),
        ("batch --people 2", "--people", "it is an option of `simplan compare`"),
    ] {
        refused(line, &[&format!("error: unknown option `{option}`"), &format!("  hint: {hint}")]);
    }
}

#[test]
fn one_hyphen_and_missing_values() {
    for (line, message) in [
        ("compare -days 30 --data 1GB", "`-days` begins with one hyphen, write `--days`"),
        ("compare --days 3 -data=1GB", "`-data` begins with one hyphen, write `--data`"),
        ("compare --days --data 20GB", "--days: a value is missing"),
        ("compare --days --data=20GB", "--days: a value is missing"),
        ("compare --days 3 --data --limit 2", "--data: a value is missing"),
        ("compare --days 3 --data 1GB --limit -1", "--limit: `-1` is not a whole number"),
        ("batch --top -1", "--top: `-1` is not a whole number"),
        (
            "compare --days -3 --data 1GB",
            "--days: `-3` is not a number of days, expected one such as `30` or `2 weeks`",
        ),
    ] {
        refused(line, &[&format!("error: {message}")]);
    }
}

#[test]
fn people_and_purchases_outside_their_range() {
    for typed in ["1", "21", "\"1 personne\""] {
        let shown = typed.trim_matches('"');
        let line = format!("compare --days 3 --data 1GB --people {typed}");
        refused(&line, &[&format!("error: `--people` compares 2 to 20 people, not `{shown}`")]);
    }
    refused(
        "compare --days 3 --data 1GB --people two",
        &["error: --people: `two` is not a number of people, expected 2 to 20"],
    );
    for typed in ["2", "\"2 personnes\"", "2人"] {
        part(&format!("compare --days 3 --data 1GB --people {typed}"), "/people", 2);
    }
}

#[test]
fn examples_in_hints_fit_the_command() {
    for value in ["3y", "\"2 ans\""] {
        let shown = value.trim_matches('"');
        refused(
            &format!("compare --days 3 --data 1GB --max-age {value}"),
            &[
                &format!("error: --max-age: `{shown}` does not always have the same number of days"),
                "  hint: give days, such as `1095`, or `any`",
            ],
        );
    }
    refused(
        "compare --budget 3",
        &["error: how long is the stay? `--days` is missing", "  hint: for example: `--days 30 --budget 3`"],
    );
}

#[test]
fn amounts_of_activities() {
    let minutes = "/day/activities/0/amount";
    part("usage maps=1,5h", minutes, "90min");
    part("usage maps=1 h", minutes, "60min");
    refused("usage maps 1,5h", &["error: `maps` has no amount; write `maps=1,5h`"]);
    need("--days 10 --use maps=1,5h", 10, "540", 0);
    refused("usage messages=1,5", &["error: `1,5` is not a whole number of messages"]);
    refused(
        "usage maps=1 5h",
        &["error: `1 5h` is not a time for maps, expected one such as 30min, 2h or 1h30"],
    );
}

#[test]
fn a_calendar_is_no_format_of_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.ics").display().to_string();
    let written = simplan(&format!("schedule --days 3 --data 1GB -o {file}"));
    let warning = format!(
        "warning: {file}: this answer has no format for this ending and is written as `table`; `--ics {file}` writes a calendar"
    );
    assert_eq!(written.err.lines().next(), Some(warning.as_str()));
    let plain = folder.path().join("plan").display().to_string();
    assert_eq!(simplan(&format!("usage maps=1h -o {plain}")).err, "");
}

/// The formats of every command, with a line that it answers.
const FORMATS: [(&str, &[&str]); 11] = [
    ("compare --days 3 --data 1GB", &["table", "text", "json", "csv", "tsv", "markdown", "html"]),
    ("cost --days 3 --data 1GB", &["table", "text", "json", "csv", "tsv", "markdown", "html"]),
    ("schedule --days 3 --data 1GB", &["table", "text", "json", "csv", "tsv", "markdown", "html"]),
    ("usage", &["table", "text", "json", "csv", "tsv", "markdown", "html"]),
    ("plans list", &["table", "text", "json", "csv", "tsv", "markdown", "html"]),
    ("plans show inwi-prepaid-sim", &["table", "text", "json", "csv", "tsv", "markdown", "html"]),
    ("plans check", &["table", "text", "json", "csv", "tsv", "markdown", "html"]),
    ("plans stale", &["table", "text", "json", "csv", "tsv", "markdown", "html"]),
    ("renew-steps --operator inwi", &["table", "text", "json", "markdown", "html"]),
    (
        "next --have-sim inwi-prepaid --until today --per-day 1GB",
        &["table", "text", "json", "markdown", "html"],
    ),
    ("faq roaming", &["table", "text", "json", "markdown", "html"]),
];

#[test]
fn each_command_has_the_formats_that_it_offers() {
    for (line, formats) in FORMATS {
        for format in ["table", "text", "json", "ndjson", "csv", "tsv", "markdown", "html"] {
            let printed = simplan(&format!("{line} --format {format}"));
            if formats.contains(&format) {
                assert_eq!(printed.exit, Exit::Answer, "{line}: {format}: {}", printed.err);
            } else {
                let message = format!(
                    "error: --format: this answer has no `{format}` format, expected one of: {}\n",
                    formats.join(", ")
                );
                assert_eq!(printed.err, message, "{line}");
            }
        }
        let command = line
            .split(" --")
            .next()
            .unwrap()
            .trim_end_matches(" roaming")
            .trim_end_matches(" inwi-prepaid-sim");
        let help = simplan(&format!("{command} --help")).out;
        let listed = help.split("[possible values: ").find(|values| values.starts_with("table")).unwrap();
        assert!(listed.starts_with(&format!("{}]", formats.join(", "))), "{command}: {listed}");
        let unknown =
            format!("error: --format: `xml` is not valid here, expected one of: {}", formats.join(", "));
        refused(&format!("{line} --format xml"), &[&unknown]);
    }
    let help = simplan("plans -h").out;
    assert!(help.contains("[table, text, json, csv, tsv, markdown, html]"), "{help}");
    check_json_error(
        "batch --json",
        &json!({
            "schema": "simplan/error/1",
            "code": "format-not-here",
            "message": "this answer has no `json` format, expected one of: csv, ndjson",
            "option": "--json",
            "value": "json",
            "place": null,
            "hint": null,
            "problems": [],
        }),
    );
}

/// Checks the error of a line that asks for JSON: one line on standard error, and nothing else.
#[track_caller]
fn check_json_error(line: &str, expected: &Value) {
    let printed = simplan(line);
    assert_eq!(printed.out, "", "{line}");
    assert_eq!(printed.err.lines().count(), 1, "{line}: {}", printed.err);
    assert_eq!(serde_json::from_str::<Value>(&printed.err).unwrap(), *expected, "{line}");
}

#[test]
fn errors_are_json_if_the_answer_would_be() {
    for (line, code, option, value, place) in [
        ("compare --json", "days-missing", Value::Null, Value::Null, Value::Null),
        ("compare --days x --format JSON", "stay-not-whole-days", "--days".into(), "x".into(), Value::Null),
        ("plans show x --json", "plan-unknown", "ID".into(), "x".into(), Value::Null),
        // The parser of the command line does not accept these.
        ("compare --dais 3 --json", "option-unknown", Value::Null, Value::Null, Value::Null),
        ("--json", "command-missing", Value::Null, Value::Null, Value::Null),
        ("plans --json", "command-missing", Value::Null, Value::Null, Value::Null),
        ("compare --json --csv", "options-conflict", Value::Null, Value::Null, Value::Null),
    ] {
        let printed = simplan(line);
        let error: Value = serde_json::from_str(&printed.err).unwrap();
        let found = ["code", "option", "value", "place"].map(|key| error[key].clone());
        assert_eq!(found, [code.into(), option, value, place], "{line}");
        assert_eq!(printed.exit, Exit::Usage, "{line}");
    }
    let printed = simplan("plans list --plans tests/data/ten-faults.csv --json");
    let error: Value = serde_json::from_str(&printed.err).unwrap();
    let first = json!({"file": "tests/data/ten-faults.csv", "line": 3, "column": 1});
    assert_eq!((&error["place"], error["problems"].as_array().unwrap().len()), (&first, 10));
    assert_eq!(printed.exit, Exit::Data);
    let printed = simplan("usage --plans none.csv --days 3 --json");
    assert_eq!(printed.err.lines().count(), 1, "{}", printed.err);
}

#[test]
fn a_field_is_a_line_without_quotes() {
    for (line, expected) in [
        ("compare --days 30 --data 20GB --field total", "120.00\n"),
        ("compare --days 30 --data 20GB --field offers.1.total --json", "230.00\n"),
        ("compare --days 30 --data 20GB --field offers.1.renew_on_days", "16\n"),
        ("compare --days 30 --data 20GB --max-total 1 --field total", "\n"),
        ("compare --days 30 --data 20GB --field trade_off.0.total --trade-off", "120.00\n"),
        ("cost inwi-esim-pack-120 --days 30 --data 20GB --field total", "120.00\n"),
        ("plans show inwi-esim-pack-120 --field price", "120\n"),
    ] {
        assert_eq!(simplan(line).out, expected, "{line}");
    }
    refused(
        "compare --days 30 --data 20GB --field totl",
        &["error: --field: the answer has no key `totl`", "  hint: did you mean `total`?"],
    );
    refused(
        "compare --days 30 --data 20GB --field need",
        &[
            "error: --field: `need` has several values, expected one of: need.data_mb, need.days, need.minutes, need.per_day_mb",
        ],
    );
    refused(
        "compare --days 30 --data 20GB --field total --csv",
        &["error: `--field` cannot be combined with `--csv`"],
    );
    refused(
        "batch --field total",
        &["error: --field: this answer has no `json` format, expected one of: csv, ndjson"],
    );
}

#[test]
fn short_forms_of_formats() {
    let long = simplan("compare --days 3 --data 1GB --format csv").out;
    assert_eq!(simplan("compare --days 3 --data 1GB --csv").out, long);
    assert_eq!(simplan("compare --days 3 --data 1GB --csv --format CSV").out, long);
    refused("compare --csv --format text", &["error: `--csv` cannot be combined with `--format`"]);
    refused("compare --json --format csv", &["error: `--json` cannot be combined with `--format`"]);
}

#[test]
fn the_ending_of_the_output_file_picks_the_format() {
    let folder = tempfile::tempdir().unwrap();
    for (ending, options, format, warning) in [
        ("json", "", "json", ""),
        ("CSV", "", "csv", ""),
        ("md", "", "markdown", ""),
        ("tsv", "", "tsv", ""),
        ("htm", "", "html", ""),
        ("txt", "", "text", ""),
        ("ndjson.out", "", "table", "this answer has no format for this ending and is written as `table`"),
        ("PDF", "", "table", "this answer has no format for this ending and is written as `table`"),
        ("html", "--format json", "json", "the option counts, not the ending: written as `json`"),
        ("json", "--format csv", "csv", "the option counts, not the ending: written as `csv`"),
        ("json", "--json", "json", ""),
        ("ndjson", "", "table", "this answer has no format for this ending and is written as `table`"),
    ] {
        let file = folder.path().join(format!("answer.{ending}"));
        let written = simplan(&format!("usage maps=1h {options} -o {}", file.display()));
        let expected = simplan(&format!("usage maps=1h --format {format}"));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), expected.out, "{ending} {options}");
        let expected = match warning {
            "" => String::new(),
            warning => format!("warning: {}: {warning}\n", file.display()),
        };
        assert_eq!(written.err, expected, "{ending} {options}");
    }
}

/// Runs the program with a variable of the environment, and returns the first line of its errors and its exit code.
fn with_variable(name: &str, value: &str, line: &str) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_simplan"))
        .args(words(line))
        .env_clear()
        .env(name, value)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    (text.lines().next().unwrap_or_default().to_owned(), output.status.code())
}

#[test]
fn a_bad_variable_is_blamed_by_its_name_and_an_empty_one_is_unset() {
    let line = "compare --days 3 --data 1GB --from 2026-12-01T10:00";
    for (name, bad, message) in [
        ("SIMPLAN_PLANS", "none.csv", "cannot read `none.csv`"),
        ("SIMPLAN_RATES", "none.csv", "cannot read `none.csv`"),
        ("SIMPLAN_CURRENCY", "pesetas", "`pesetas` is not a currency"),
        ("SIMPLAN_FORMAT", "xml", "`xml` is not valid here"),
        ("SIMPLAN_COLOR", "red", "`red` is not valid here"),
        ("SIMPLAN_THREADS", "many", "`many` is not a number of threads"),
        ("SIMPLAN_ZONE", "Nowhere", "`Nowhere` is not"),
        ("SIMPLAN_MAX_AGE", "old", "`old` is not an age"),
    ] {
        let (error, _) = with_variable(name, bad, line);
        let begins = format!("error: {name}: {message}");
        assert!(error.starts_with(&begins), "{error}");
        let (error, code) = with_variable(name, "", line);
        assert!(code == Some(0) && !error.contains(name), "{error}");
    }
    let (error, _) = with_variable("SIMPLAN_LANG", "", "compare --days x --data 1GB");
    assert!(error.starts_with("error: --days"), "{error}");
    let (error, code) = with_variable("SIMPLAN_FORMAT", "csv", "renew-steps --operator inwi");
    let warning = "warning: SIMPLAN_FORMAT: this answer has no `csv` format and is written as `table`";
    assert_eq!((error.as_str(), code), (warning, Some(0)));
}

#[test]
fn a_bad_reference_date_is_blamed_by_its_name() {
    let output = Command::new(env!("CARGO_BIN_EXE_simplan"))
        .args(["compare", "--days", "3", "--data", "1GB"])
        .env_clear()
        .env("SIMPLAN_TODAY", "2026-13-45")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text, "error: SIMPLAN_TODAY: `2026-13-45` is not a day of the calendar\n");
}

//! Damaged catalogues, needs, rates and command lines by the thousand, the same in each run: the program never panics,
//! ends with a code of its table, writes nothing that steers a terminal, and gives no answer with an error. `TORTURE`
//! in the environment says how many cases; without it there are fewer than before a release.
#![cfg(unix)]

mod bounds;
#[path = "../common/mod.rs"]
mod common;

use common::Random;
use simplan::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES};
use simplan::domain::live::is_live;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const SIMPLAN: &str = env!("CARGO_BIN_EXE_simplan");

/// Pieces that files and arguments are damaged with.
const PIECES: [&[u8]; 46] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\n",
    b"\r",
    b"\r\n",
    b"\t",
    b" ",
    b"\0",
    b"\x1b[31m",
    b"\x7f",
    b"\xff",
    b"\xc2\x9b",
    b"\xe2\x80\xae",
    b"\xe2\x81\xa6",
    b"\xe2\x80\xa8",
    b"\xef\xbb\xbf",
    b"-",
    b"-1",
    b"0",
    b"1,500",
    b"12.500",
    b"1e3",
    b"9999999999999999999",
    b"79228162514264337593543950335",
    b"0.000001",
    b"GB",
    b"MB",
    b"unlimited",
    b"MAD",
    b"USD",
    b"XTS",
    b"2026-02-30",
    b"0000-01-01",
    b"9999-12-31",
    b"resident",
    b"sim",
    b"pass",
    b"contract",
    b"day",
    b"{",
    b"}",
    b"[1]",
    b"null",
    "套餐é".as_bytes(),
];

fn damaged(random: &mut Random, bytes: &[u8], most: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..random.index(most + 1) {
        let at = random.index(bytes.len() + 1);
        let piece = random.one_of(&PIECES);
        match random.below(6) {
            0 => drop(bytes.splice(at..at, piece.iter().copied())),
            1 if at < bytes.len() => bytes[at] = piece[0],
            2 => {
                // A cell becomes something else.
                let is_end = |byte: &u8| matches!(byte, b',' | b'\n');
                let end = bytes[at..].iter().position(is_end).map_or(bytes.len(), |end| at + end);
                let start = bytes[..at].iter().rposition(is_end).map_or(0, |start| start + 1);
                bytes.splice(start..end, piece.iter().copied());
            }
            3 => bytes.truncate(at),
            4 => {
                let end = at + random.index(bytes.len() - at + 1).min(40);
                bytes.drain(at..end);
            }
            _ => {
                let end = at + random.index(bytes.len() - at + 1).min(300);
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
        }
    }
    bytes
}

/// The header and some rows of a file.
fn some_rows(random: &mut Random, bytes: &[u8], rows: usize) -> Vec<u8> {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').collect();
    let mut some = lines[0].to_vec();
    for _ in 0..rows {
        some.extend(random.one_of(&lines[1..]));
    }
    some
}

fn value(random: &mut Random, usual: &[&str]) -> OsString {
    let bytes = random.one_of(usual).as_bytes();
    match random.below(12) {
        0 => OsString::from_vec(damaged(random, bytes, 2).into_iter().filter(|&byte| byte != 0).collect()),
        1 => OsString::from("9".repeat(1 + random.index(3000))),
        _ => OsString::from_vec(bytes.to_vec()),
    }
}

/// One case: the arguments, the variables, what is on standard input.
struct Case {
    arguments: Vec<OsString>,
    variable: Option<(&'static str, OsString)>,
    stdin: Vec<u8>,
}

fn case(random: &mut Random, folder: &Path) -> Case {
    let rows = 1 + random.index(12);
    let damage = random.one_of(&[0, 0, 2, 6]);
    let plans = some_rows(random, BUILT_IN_PLANS, rows);
    fs::write(folder.join("plans.csv"), damaged(random, &plans, damage)).unwrap();
    fs::write(folder.join("rates.csv"), damaged(random, BUILT_IN_RATES, damage / 2)).unwrap();
    let mut csv = b"id,days,data,minutes,operator,have_sim,have_data,have_days,currency,from\n".to_vec();
    let mut lines = Vec::new();
    for id in 0..=random.index(5) {
        let days = random.one_of(&["1", "7", "30", "365", "30.0", "0"]);
        let data = random.one_of(&["1GB", "20 GB", "500MB", "0,5GB", "1,500MB", "3"]);
        csv.extend(format!("n{id},{days},\"{data}\",,,,,,,\n").bytes());
        lines.extend(format!("{{\"id\":{id},\"days\":{days},\"data\":\"{data}\"}}\n").bytes());
    }
    let valid = if random.below(2) == 0 { csv } else { lines };
    let needs = damaged(random, &valid, damage);
    fs::write(folder.join("needs"), &needs).unwrap();

    let command = random.one_of(&[
        "compare",
        "compare",
        "cost",
        "schedule",
        "renew-steps",
        "faq",
        "batch",
        "batch",
        "list",
        "show",
        "check",
    ]);
    let mut arguments: Vec<OsString> = match command {
        "list" => vec!["plans".into(), "list".into()],
        "show" => vec!["plans".into(), "show".into(), value(random, &["inwi-esim-pack-120", "x"])],
        "check" => vec!["plans".into(), "check".into(), random.one_of(&["plans.csv", "-", "needs"]).into()],
        "faq" => vec!["faq".into(), value(random, &["balance", "solde", "余额", "who won"])],
        "batch" => vec!["batch".into(), random.one_of(&["needs", "-"]).into()],
        other => vec![other.into()],
    };
    if matches!(command, "compare" | "cost" | "schedule" | "renew-steps") {
        for (option, usual) in
            [("--days", &["1", "7", "30", "400"][..]), ("--data", &["1GB", "20GB", "0,5 Go", "300GB"])]
        {
            arguments.extend([option.into(), value(random, usual)]);
        }
    }
    let options: [(&str, &[&str]); 24] = [
        ("--plans", &["plans.csv", "plans.csv", "plans.csv", "-", "needs"]),
        ("--rates", &["rates.csv"]),
        ("--currency", &["EUR", "MAD", "JPY", "TND"]),
        ("--rate", &["USD=9.35", "EUR=10,85", "JPY=0.06"]),
        ("--minutes", &["0", "60", "1000"]),
        ("--format", &["table", "text", "json", "csv", "tsv", "markdown", "html", "ndjson"]),
        ("--lang", &["en", "fr", "zh", "de"]),
        ("--today", &["2026-11-25", "2020-01-01"]),
        ("--max-age", &["any", "100"]),
        ("--max-total", &["100", "19,90", "1,000"]),
        ("--max-purchases", &["1", "3", "0"]),
        ("--operator", &["inwi", "orange", "maroc-telecom", "yoxo"]),
        ("--have-sim", &["inwi-prepaid", "maroc-telecom-jawal"]),
        ("--have-data", &["1GB", "unlimited"]),
        ("--have-days", &["3"]),
        ("--from", &["2026-12-01", "2026-12-01T14:30"]),
        ("--explain", &["inwi-esim-pack-120"]),
        ("--columns", &["rank,basket", "id,name,note"]),
        ("--threads", &["1", "3"]),
        ("--top", &["1", "0", "3"]),
        ("--sims", &["2"]),
        ("--limit", &["0", "2"]),
        ("--plan", &["maroc-telecom-star3-100"]),
        ("--channel", &["online", "shop", "scratch-card"]),
    ];
    for _ in 0..random.index(5) {
        let (option, usual) = random.one_of(&options);
        arguments.extend([option.into(), value(random, usual)]);
    }
    for flag in ["--resident", "--plain", "--trade-off", "--fail-fast", "--all", "--verbose"] {
        if random.below(15) == 0 {
            arguments.push(flag.into());
        }
    }
    if random.below(25) == 0 {
        let at = 1 + random.index(arguments.len());
        arguments.insert(at, value(random, &["--dayz", "x", "—days", "--", "-9"]));
    }
    let variable =
        random.one_of(&["PLANS", "CURRENCY", "FORMAT", "LANG", "MAX_AGE", "TODAY", "THREADS", "COLOR"]);
    let variable = (random.below(6) == 0).then(|| {
        let name = [
            "SIMPLAN_PLANS",
            "SIMPLAN_CURRENCY",
            "SIMPLAN_FORMAT",
            "SIMPLAN_LANG",
            "SIMPLAN_MAX_AGE",
            "SIMPLAN_TODAY",
            "SIMPLAN_THREADS",
            "SIMPLAN_COLOR",
        ];
        let name = name.into_iter().find(|name| name.ends_with(variable)).unwrap();
        (name, value(random, &["", "plans.csv", "EUR", "json", "fr", "any", "2026-11-25", "1"]))
    });
    Case { arguments, variable, stdin: needs }
}

fn run(case: &Case, folder: &Path) -> Output {
    let stdin = folder.join("stdin");
    fs::write(&stdin, &case.stdin).unwrap();
    Command::new("timeout")
        .args(["60", SIMPLAN])
        .args(&case.arguments)
        .current_dir(folder)
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .envs(case.variable.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::from(fs::File::open(stdin).unwrap()))
        .output()
        .unwrap()
}

/// What is wrong with how a case ended.
fn wrong(case: &Case, output: &Output) -> Option<String> {
    let code = output.status.code();
    if !matches!(code, Some(0..=4)) {
        return Some(format!("it ends with {:?}", output.status));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let steers = |text: &str| text.chars().find(|&c| is_live(c) && c != '\n');
    if let Some(c) = steers(&said) {
        return Some(format!("{c:?} on standard error"));
    }
    if said.contains("panicked") || code != Some(0) && said.is_empty() && output.stdout.is_empty() {
        return Some("a panic, or no word of what is wrong".to_owned());
    }
    // A batch goes on after a bad need, and a check answers with what is wrong.
    let is_batch = case.arguments.first().is_some_and(|command| command == "batch");
    let is_check = case.arguments.iter().any(|word| word == "check");
    let text = String::from_utf8(output.stdout.clone()).map_err(|_| ());
    let Ok(text) = text else { return Some("standard output is not text".to_owned()) };
    if matches!(code, Some(2 | 3)) && !text.is_empty() && !((is_batch || is_check) && code == Some(3)) {
        return Some("an answer with an error".to_owned());
    }
    let machine = |format: &str| text.starts_with(format);
    if machine("{") {
        // One document, or one on each line.
        let is_valid = serde_json::from_str::<serde_json::Value>(&text).is_ok()
            || text.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok());
        if !is_valid {
            return Some("JSON that cannot be read".to_owned());
        }
        return steers(&text).map(|c| format!("{c:?} in JSON"));
    }
    let tabs: Vec<usize> = text.lines().map(|line| line.matches('\t').count()).collect();
    if tabs.first().is_some_and(|&count| count > 0) {
        return (tabs.iter().any(|count| *count != tabs[0]))
            .then(|| "TSV with a row of another length".to_owned());
    }
    let is_csv =
        is_batch || text.lines().next().is_some_and(|line| line.contains(',') && !line.contains(' '));
    if is_csv {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        return reader
            .records()
            .find_map(Result::err)
            .map(|error| format!("CSV that cannot be read: {error}"));
    }
    steers(&text).map(|c| format!("{c:?} in an answer"))
}

#[test]
fn nothing_panics_and_nothing_steers_a_terminal() {
    let cases: u64 = std::env::var("TORTURE").map_or(3_000, |count| count.parse().unwrap());
    let threads = 2;
    std::thread::scope(|scope| {
        let work = |thread: u64| {
            let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
            let mut codes = [0_u64; 5];
            for number in (thread..cases).step_by(2) {
                let case = case(&mut Random::new(number), folder.path());
                let output = run(&case, folder.path());
                if let Some(wrong) = wrong(&case, &output) {
                    let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("torture");
                    let _ = fs::remove_dir_all(&kept);
                    fs::rename(folder.path(), &kept).unwrap();
                    panic!(
                        "case {number}: {wrong}\n{:?} {:?} in {}\n{}",
                        case.variable,
                        case.arguments.join(OsStr::new(" ")),
                        kept.display(),
                        String::from_utf8_lossy(&output.stderr)
                    );
                }
                codes[usize::try_from(output.status.code().unwrap()).unwrap()] += 1;
            }
            codes
        };
        let all: Vec<_> = (0..threads).map(|thread| scope.spawn(move || work(thread))).collect();
        let mut sums = [0; 5];
        for codes in all {
            for (sum, count) in sums.iter_mut().zip(codes.join().unwrap()) {
                *sum += count;
            }
        }
        assert!(sums[..4].iter().all(|&count| count > cases / 100), "every end is tried: {sums:?}");
    });
}

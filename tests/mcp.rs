//! A client of another maker, the official SDK for Python, asks the server for assistants, and gets the answers of the
//! command line.
//!
//! Needs Python, and is skipped if there is none. The first run installs the SDK into the target folder.

#[path = "common/python.rs"]
mod python;
#[path = "common/runner.rs"]
mod runner;

use python::installed;
use runner::simplan_with;
use serde_json::{Value, json};
use simplan::cli::Exit;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

const SIMPLAN: &str = env!("CARGO_BIN_EXE_simplan");
const CLIENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mcp");

/// Questions for each tool: its arguments, and the same question as a command line.
fn questions() -> Vec<(&'static str, Value, &'static str)> {
    vec![
        ("compare", json!({ "days": 30, "data": "20GB" }), "compare --days 30 --data 20GB"),
        (
            "compare",
            json!({ "days": "10", "budget": 100.50, "operator": ["inwi", "orange"] }),
            "compare --days 10 --budget 100.50 --operator inwi,orange",
        ),
        (
            "compare",
            json!({ "days": 10, "data": "5GB", "people": 3, "currency": "EUR" }),
            "compare --days 10 --data 5GB --people 3 --currency EUR",
        ),
        (
            "compare",
            json!({ "days": 30, "data": "20GB", "max_total": 1, "explain": true }),
            "compare --days 30 --data 20GB --max-total 1 --explain",
        ),
        (
            "compare",
            json!({ "days": 10, "use": "medium", "sims": 2, "before_arrival": false, "resident": true }),
            "compare --days 10 --use medium --sims 2 --resident",
        ),
        ("cost", json!({ "days": 30, "data": "12GB" }), "cost --days 30 --data 12GB"),
        (
            "cost",
            json!({
                "basket": ["maroc-telecom-jawal-sim:1", "maroc-telecom-star3-100:2"], "days": 30, "data": "20GB",
            }),
            "cost maroc-telecom-jawal-sim:1 maroc-telecom-star3-100:2 --days 30 --data 20GB",
        ),
        (
            "schedule",
            json!({ "days": 45, "data": "20GB", "from": "2026-12-01", "minutes": 100 }),
            "schedule --days 45 --data 20GB --from 2026-12-01 --minutes 100",
        ),
        (
            "renew_steps",
            json!({ "operator": ["inwi"], "channel": "shop", "pay": "cash" }),
            "renew-steps --operator inwi --channel shop --pay cash",
        ),
        (
            "renew_steps",
            json!({ "plan": "inwi-star3-100", "card": true, "number": "0612345678" }),
            "renew-steps --plan inwi-star3-100 --card --number 0612345678",
        ),
        ("faq", json!({ "words": ["roaming"], "lang": "zh" }), "faq roaming --lang zh"),
        ("faq", json!({ "words": ["zzzz"] }), "faq zzzz"),
        ("faq", json!({}), "faq"),
    ]
}

/// Mistakes, each with the code and the hint of its error.
fn mistakes() -> Vec<(&'static str, Value, &'static str, Value)> {
    vec![
        ("compare", json!({ "dayz": 30 }), "tool-argument-unknown", json!("did you mean `days`?")),
        ("compare", json!({ "days": 30, "data": "--output=x" }), "volume-not-a-number", Value::Null),
        (
            "compare",
            json!({ "days": 3, "data": "1GB", "operator": ["inwy"] }),
            "operator-unknown",
            json!("did you mean `inwi`?"),
        ),
        ("schedule", json!({ "days": 30, "data": "20GB", "max_total": 1 }), "nothing-fits", Value::Null),
    ]
}

#[test]
fn a_client_with_a_handshake_gets_the_answers_of_the_command_line() {
    check("legacy", "2025-11-25");
}

#[test]
fn a_client_without_a_handshake_gets_the_answers_of_the_command_line() {
    check("auto", "2026-07-28");
}

#[track_caller]
fn check(mode: &str, version: &str) {
    let Some(python) = PYTHON.get_or_init(python_with_sdk).clone() else { return };
    let asked = questions().into_iter().map(|(tool, arguments, _)| json!([tool, arguments]));
    let wrong = mistakes().into_iter().map(|(tool, arguments, ..)| json!([tool, arguments]));
    let answer = ask(&python, mode, &asked.chain(wrong).collect());
    assert_eq!(answer["version"], version);
    assert_eq!(answer["server"], "simplan");
    assert_eq!(answer["server_version"], env!("CARGO_PKG_VERSION"));
    assert!(answer["instructions"].as_str().unwrap().contains("Morocco"));
    assert_eq!(answer["refusal"], -32602, "a tool that does not exist");
    let tools = answer["tools"].as_array().unwrap();
    let names: Vec<_> = tools.iter().map(|tool| tool["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["compare", "cost", "schedule", "renew_steps", "faq"]);

    let results = answer["results"].as_array().unwrap();
    for ((tool, arguments, line), result) in questions().iter().zip(results) {
        let schema = &tools[names.iter().position(|name| name == tool).unwrap()]["inputSchema"];
        assert!(jsonschema::draft202012::is_valid(schema, arguments), "{tool} {arguments}");
        let all = format!("{line} --json --no-config --today 2026-11-25");
        let printed = simplan_with(None, all.split(' ').map(OsString::from));
        assert!(matches!(printed.exit, Exit::Answer | Exit::Nothing), "{line}: {}", printed.err);
        let expected: Value = serde_json::from_str(&printed.out).unwrap();
        assert_eq!(result["is_error"], false, "{line}: {result}");
        assert_eq!(result["structured"], expected, "{line}");
        let texts = result["texts"].as_array().unwrap();
        assert_eq!(serde_json::from_str::<Value>(texts[0].as_str().unwrap()).unwrap(), expected, "{line}");
        let warnings = texts.get(1).map(|text| text.as_str().unwrap()).unwrap_or_default();
        assert_eq!(warnings, printed.err.trim_end(), "{line}");
    }
    for ((tool, arguments, code, hint), result) in mistakes().iter().zip(&results[questions().len()..]) {
        assert_eq!(result["is_error"], true, "{tool} {arguments}");
        let error: Value = serde_json::from_str(result["texts"][0].as_str().unwrap()).unwrap();
        assert_eq!(error["code"], *code, "{tool} {arguments}");
        assert!(hint.is_null() || error["hint"] == *hint, "{error}");
    }
    assert_eq!(results.len(), questions().len() + mistakes().len());
}

/// What the client prints after these calls.
fn ask(python: &Path, mode: &str, calls: &Value) -> Value {
    let mut client = Command::new(python)
        .arg(Path::new(CLIENT).join("client.py"))
        .args([SIMPLAN, mode])
        .env_remove("PYTHONPATH")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The end of the input follows, because the pipe is dropped.
    client.stdin.take().unwrap().write_all(calls.to_string().as_bytes()).unwrap();
    let output = client.wait_with_output().unwrap();
    let reason = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{reason}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A Python with the SDK, made once for all tests; `None` without Python.
static PYTHON: OnceLock<Option<PathBuf>> = OnceLock::new();

fn python_with_sdk() -> Option<PathBuf> {
    if Command::new("python3").arg("--version").output().is_err() {
        // Not by `eprintln!`, which the test runner keeps to itself.
        io::stderr().write_all(b"skipped: `python3` is not installed, and the client needs it\n").unwrap();
        return None;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mcp");
    fs::create_dir_all(&folder).unwrap();
    Some(installed(&Path::new(CLIENT).join("requirements.txt"), &folder.join("venv")))
}

//! Messages in, messages out.

use crate::cli::testing::environment;
use crate::cli::{Environment, Exit, run};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::{self, Cursor, Write};

const SERVER: &str = "simplan mcp --today 2026-11-25";

/// Runs a command line, which has no quotes, with this input and without a folder of settings. Returns how it ended, and
/// what is on standard error.
fn run_with(line: &str, input: &[u8], is_terminal: bool, out: &mut dyn Write) -> (Exit, String) {
    let mut err = Vec::new();
    let variable = |name: &str| (name == "HOME").then(|| "/dev/null".into());
    let streams = environment(Box::new(Cursor::new(input.to_vec())), out, &mut err, &variable);
    let environment = Environment { stdin_is_terminal: is_terminal, ..streams };
    let exit = run(line.split(' ').map(OsString::from), environment);
    (exit, String::from_utf8_lossy(&err).into_owned())
}

/// What the server writes for this input.
fn said(input: &[u8]) -> String {
    let mut out = Vec::new();
    let ended = run_with(SERVER, input, false, &mut out);
    assert_eq!(ended, (Exit::Answer, String::new()));
    String::from_utf8(out).unwrap()
}

#[track_caller]
fn check(input: &str, expected: &str) {
    let lines = if expected.is_empty() { String::new() } else { format!("{expected}\n") };
    assert_eq!(said(input.as_bytes()), lines, "{input}");
}

fn error(id: &str, code: i32, message: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","id":{id},"error":{{"code":{code},"message":"{message}"}}}}"#)
}

#[test]
fn requests_are_answered_and_nothing_else_is() {
    check(r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#, r#"{"jsonrpc":"2.0","id":1,"result":{}}"#);
    // The id comes back as it was written, and a carriage return does no harm.
    let id = "123456789012345678901234567890";
    check(
        &format!("{{\"id\": {id}, \"method\": \"ping\", \"jsonrpc\": \"2.0\"}}\r\n\r\n"),
        &format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{}}}}"#),
    );
    check(
        r#"{"jsonrpc":"2.0","id":"\u00e9","method":"ping","params":{}}"#,
        r#"{"jsonrpc":"2.0","id":"\u00e9","result":{}}"#,
    );
    check("", "");
    check("\n  \n", "");
    check(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, "");
    check(r#"{"jsonrpc":"2.0","method":"no-such-notification"}"#, "");
    check(r#"{"jsonrpc":"2.0","id":1,"result":{}}"#, "");
    check(r#"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}}"#, "");
}

#[test]
fn what_is_not_a_request_is_an_error() {
    check("days", &error("null", -32700, "The message is not JSON"));
    check(r#"{"jsonrpc":"2.0","#, &error("null", -32700, "The message is not JSON"));
    check("1", &error("null", -32600, "A request is an object"));
    check(r#"{"id":1,"method":"ping"}"#, &error("1", -32600, "jsonrpc is 2.0"));
    check(r#"{"jsonrpc":2.0,"id":1,"method":"ping"}"#, &error("1", -32600, "jsonrpc is 2.0"));
    check(r#"{"jsonrpc":"2.0","id":1}"#, &error("1", -32600, "method is a text"));
    check(r#"{"jsonrpc":"2.0","id":1,"method":7}"#, &error("1", -32600, "method is a text"));
    for id in ["null", "{}", "[1]", "true"] {
        let request = format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"ping"}}"#);
        check(&request, &error("null", -32600, "id is a text or a number"));
    }
    let listed = r#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}"#;
    check(listed, &error("1", -32602, "params is an object"));
    let other = r#"{"jsonrpc":"2.0","id":"a","method":"resources/list"}"#;
    check(other, &error(r#""a""#, -32601, "Method not found: resources/list"));
}

#[test]
fn the_messages_of_a_list_are_answered_in_a_list() {
    check("[]", &error("null", -32600, "The list has no message"));
    check(r#"[{"jsonrpc":"2.0","method":"ping"}]"#, "");
    let input = r#"[{"jsonrpc":"2.0","id":2,"method":"ping"},{"jsonrpc":"2.0","method":"ping"},3]"#;
    let invalid = error("null", -32600, "A request is an object");
    check(input, &format!(r#"[{{"jsonrpc":"2.0","id":2,"result":{{}}}},{invalid}]"#));
}

/// The server goes on after a line that it cannot read, and the last line needs no end.
#[test]
fn lines_that_cannot_be_read_are_errors() {
    let ping = br#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#;
    let answered = r#"{"jsonrpc":"2.0","id":1,"result":{}}"#;
    let not_text = [b"{\"jsonrpc\":\"2.0\xff\"}\n".as_slice(), ping].concat();
    let expected = error("null", -32700, "The message is not UTF-8");
    assert_eq!(said(&not_text), format!("{expected}\n{answered}\n"));
    // A mebibyte with its end is read, and is not JSON; a byte more is too long.
    let longest = [" ".repeat((1 << 20) - 2).as_bytes(), b"x\n", ping].concat();
    let not_json = error("null", -32700, "The message is not JSON");
    assert_eq!(said(&longest), format!("{not_json}\n{answered}\n"));
    let too_long = [" ".repeat(3 << 20).as_bytes(), b"x\n", ping].concat();
    let expected = error("null", -32600, "A message has at most 1048576 bytes");
    assert_eq!(said(&too_long), format!("{expected}\n{answered}\n"));
}

/// The result of a request.
fn result(method: &str, params: &Value) -> Value {
    let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
    let response: Value = serde_json::from_str(&said(request.to_string().as_bytes())).unwrap();
    response.get("result").unwrap_or(&response["error"]).clone()
}

#[test]
fn the_handshake_agrees_on_a_version() {
    for (asked, expected) in [
        ("2024-11-05", "2024-11-05"),
        ("2025-03-26", "2025-03-26"),
        ("2025-06-18", "2025-06-18"),
        ("2025-11-25", "2025-11-25"),
        // The newest has no handshake.
        ("2026-07-28", "2025-11-25"),
        ("1999-01-01", "2025-11-25"),
    ] {
        let answer = result("initialize", &json!({ "protocolVersion": asked, "capabilities": {} }));
        assert_eq!(answer["protocolVersion"], expected, "{asked}");
        assert_eq!(answer["capabilities"], json!({ "tools": {} }));
        assert_eq!(answer["serverInfo"]["name"], "simplan");
        assert_eq!(answer["serverInfo"]["version"], env!("CARGO_PKG_VERSION"));
        assert!(answer["instructions"].as_str().unwrap().contains("Morocco"));
        assert!(answer.get("resultType").is_none());
    }
    let missing = json!({ "code": -32602, "message": "protocolVersion is missing" });
    assert_eq!(result("initialize", &json!({})), missing);
}

#[test]
fn a_request_can_name_its_version() {
    let meta = json!({ "_meta": { "io.modelcontextprotocol/protocolVersion": "2026-07-28" } });
    let server = json!({ "name": "simplan", "title": "simplan", "version": env!("CARGO_PKG_VERSION") });
    for (method, is_cached) in [("server/discover", true), ("tools/list", true), ("ping", false)] {
        let answer = result(method, &meta);
        assert_eq!(answer["resultType"], "complete", "{method}");
        assert_eq!(answer["_meta"]["io.modelcontextprotocol/serverInfo"], server, "{method}");
        assert_eq!(answer["ttlMs"].is_u64(), is_cached, "{method}");
        assert_eq!(answer["cacheScope"] == "public", is_cached, "{method}");
    }
    let known = json!(["2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]);
    assert_eq!(result("server/discover", &json!({}))["supportedVersions"], known);
    let later = json!({ "_meta": { "io.modelcontextprotocol/protocolVersion": "2099-01-01" } });
    let expected = json!({
        "code": -32022,
        "message": "Unsupported protocol version",
        "data": { "supported": known, "requested": "2099-01-01" },
    });
    assert_eq!(result("tools/list", &later), expected);
    // Other metadata, such as what a progress would be reported for, is not about the version.
    assert!(result("tools/list", &json!({ "_meta": { "progressToken": 1 } })).get("resultType").is_none());
}

#[test]
fn the_tools_are_described_by_the_help() {
    let answer = result("tools/list", &json!({}));
    let tools = answer["tools"].as_array().unwrap();
    let names: Vec<_> = tools.iter().map(|tool| tool["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["compare", "cost", "schedule", "renew_steps", "faq"]);
    for tool in tools {
        assert_eq!(tool["annotations"]["readOnlyHint"], true);
        assert_eq!(tool["annotations"]["openWorldHint"], false);
        assert_eq!(tool["inputSchema"]["additionalProperties"], false);
        assert_eq!(tool["outputSchema"]["type"], "object");
        let properties = tool["inputSchema"]["properties"].as_object().unwrap();
        assert!(properties.contains_key("lang"));
        for hidden in [
            "calendar",
            "color",
            "columns",
            "csv",
            "fail_if_stale",
            "field",
            "fingerprint",
            "format",
            "help",
            "ics",
            "json",
            "link",
            "no_config",
            "output",
            "plain",
            "plans",
            "quiet",
            "rates",
            "remind",
            "threads",
            "today",
            "verbose",
            "version",
        ] {
            assert!(!properties.contains_key(hidden), "{}: {hidden}", tool["name"]);
        }
    }
    let compare = &tools[0]["inputSchema"]["properties"];
    let days =
        json!({ "type": ["string", "number"], "description": "Number of days of the stay, such as 30" });
    assert_eq!(compare["days"], days);
    assert_eq!(compare["per_day"]["type"], "string");
    assert_eq!(compare["resident"]["type"], "boolean");
    assert_eq!(compare["explain"]["type"], json!(["boolean", "string"]));
    let kinds = json!({ "type": "string", "enum": ["sim", "pass", "tourist", "contract", "esim"] });
    assert_eq!(compare["kind"]["items"], kinds);
    assert_eq!(compare["sims"]["enum"], json!(["1", "2", 1, 2]));
    assert!(compare["currency"]["description"].as_str().unwrap().ends_with("[default: MAD]"));
    assert_eq!(tools[1]["inputSchema"]["properties"]["basket"]["type"], "array");
    let of_faq: Vec<_> = tools[4]["inputSchema"]["properties"].as_object().unwrap().keys().collect();
    assert_eq!(of_faq, ["all", "lang", "operator", "words"]);
}

/// The text that a command prints.
fn printed(line: &str) -> String {
    let mut out = Vec::new();
    run_with(line, b"", false, &mut out);
    String::from_utf8(out).unwrap()
}

fn call(tool: &str, arguments: &Value) -> Value {
    result("tools/call", &json!({ "name": tool, "arguments": arguments }))
}

#[track_caller]
fn check_answer(tool: &str, arguments: &Value, line: &str) {
    let answer = call(tool, arguments);
    let expected: Value =
        serde_json::from_str(&printed(&format!("simplan {line} --json --today 2026-11-25"))).unwrap();
    assert_eq!(answer["structuredContent"], expected, "{line}");
    assert_eq!(answer["isError"], false, "{line}");
    let text: Value = serde_json::from_str(answer["content"][0]["text"].as_str().unwrap()).unwrap();
    assert_eq!(text, expected, "{line}");
}

#[test]
fn a_tool_answers_like_its_command() {
    check_answer("compare", &json!({ "days": 30, "data": "20GB" }), "compare --days 30 --data 20GB");
    check_answer(
        "compare",
        &json!({ "days": 10, "budget": 100.5, "operator": ["inwi", "orange"], "no_unlimited": true }),
        "compare --days 10 --budget 100.5 --operator inwi --operator orange --no-unlimited",
    );
    check_answer(
        "cost",
        &json!({ "basket": ["inwi-star3-10:2"], "days": 30, "data": "20GB", "have_sim": ["inwi-prepaid"] }),
        "cost inwi-star3-10:2 --days 30 --data 20GB --have-sim inwi-prepaid",
    );
    check_answer(
        "schedule",
        &json!({ "days": 45, "data": "20GB", "from": "2026-12-01" }),
        "schedule --days 45 --data 20GB --from 2026-12-01",
    );
    check_answer(
        "renew_steps",
        &json!({ "operator": "inwi", "card": true }),
        "renew-steps --operator inwi --card",
    );
    check_answer("faq", &json!({ "words": "roaming", "lang": "fr" }), "faq roaming --lang fr");
    check_answer("faq", &json!({}), "faq");
}

/// What fits nothing is an answer, and what the program warns about comes after it.
#[test]
fn nothing_fits_and_warnings() {
    let nothing = call("compare", &json!({ "days": 30, "data": "20GB", "max_total": 1 }));
    assert_eq!(nothing["isError"], false);
    assert_eq!(nothing["structuredContent"]["offers"], json!([]));
    let warned =
        call("compare", &json!({ "days": 30, "data": "20GB", "currency": "EUR", "rate": ["EUR=100"] }));
    let contents = warned["content"].as_array().unwrap();
    assert_eq!(contents.len(), 2, "{warned}");
    assert!(contents[1]["text"].as_str().unwrap().starts_with("warning: "), "{warned}");
}

#[track_caller]
fn check_mistake(tool: &str, arguments: &Value, code: &str, hint: &Value) {
    let answer = call(tool, arguments);
    assert_eq!(answer["isError"], true, "{answer}");
    assert!(answer.get("structuredContent").is_none(), "{answer}");
    let error: Value = serde_json::from_str(answer["content"][0]["text"].as_str().unwrap()).unwrap();
    assert_eq!(error["schema"], "simplan/error/1");
    assert_eq!((&error["code"], &error["hint"]), (&code.into(), hint), "{answer}");
}

#[test]
fn a_mistake_in_the_arguments_is_a_result() {
    check_mistake("compare", &json!({ "dayz": 1 }), "tool-argument-unknown", &"did you mean `days`?".into());
    check_mistake(
        "compare",
        &json!({ "dayz": 1, "lang": "fr" }),
        "tool-argument-unknown",
        &"vouliez-vous dire `days`\u{a0}?".into(),
    );
    check_mistake("compare", &json!({ "days": {} }), "tool-argument-not-text", &Value::Null);
    check_mistake(
        "compare",
        &json!({ "days": 30, "data": "--output=x" }),
        "volume-not-a-number",
        &Value::Null,
    );
    let hint = "did you mean `inwi`?".into();
    check_mistake(
        "compare",
        &json!({ "days": 3, "data": "1GB", "operator": ["inwy"] }),
        "operator-unknown",
        &hint,
    );
}

#[test]
fn a_call_needs_a_tool_and_an_object() {
    let cases = [
        (json!({}), "name is missing"),
        (json!({ "name": 1 }), "name is missing"),
        (json!({ "name": "batch" }), "Unknown tool: batch"),
        (json!({ "name": "renew-steps" }), "Unknown tool: renew-steps"),
        (json!({ "name": "faq", "arguments": ["roaming"] }), "arguments is an object"),
    ];
    for (params, message) in cases {
        assert_eq!(result("tools/call", &params), json!({ "code": -32602, "message": message }));
    }
}

#[test]
fn at_a_terminal_the_server_says_what_it_waits_for() {
    for (language, beginning) in [("en", "This command is"), ("fr", "Cette commande"), ("zh", "这个命令")]
    {
        let line = format!("{SERVER} --lang {language}");
        let mut out = Vec::new();
        let ended = run_with(&line, b"", true, &mut out);
        assert_eq!(ended.0, Exit::Answer);
        assert!(ended.1.starts_with(beginning) && ended.1.lines().count() == 1, "{}", ended.1);
        assert!(out.is_empty());
    }
}

#[test]
fn standard_input_and_output_are_for_messages_only() {
    for (options, expected) in [
        ("--output x.json", "error: `--output` cannot be combined with `mcp`"),
        (
            "--plans -",
            "error: --plans: standard input holds the messages of the assistant, it cannot also hold a file",
        ),
        (
            "--rates -",
            "error: --rates: standard input holds the messages of the assistant, it cannot also hold a file",
        ),
        ("--format csv", "error: --format: this answer has no `csv` format, expected one of: table, text"),
    ] {
        let mut out = Vec::new();
        let ended = run_with(&format!("simplan mcp {options}"), b"", false, &mut out);
        assert_eq!(ended.0, Exit::Usage, "{options}");
        assert!(ended.1.starts_with(expected), "{options}: {}", ended.1);
        assert!(out.is_empty());
    }
}

/// A stream that does not take anything.
struct Refusing(io::ErrorKind);

impl Write for Refusing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_ends_the_server_and_a_full_disk_is_an_error() {
    let ping = br#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#;
    let closed = run_with(SERVER, ping, false, &mut Refusing(io::ErrorKind::BrokenPipe));
    assert_eq!(closed, (Exit::Answer, String::new()));
    let full = run_with(SERVER, ping, false, &mut Refusing(io::ErrorKind::StorageFull));
    assert_eq!(full.0, Exit::Data);
}

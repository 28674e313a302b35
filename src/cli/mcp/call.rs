//! Calls of tools: a call becomes a command line, and what the program prints becomes the result.

use super::rpc::{INTERNAL_ERROR, INVALID_PARAMS, MessageMembers, RpcError, RpcResult, member, raw};
use super::tool::{ArgumentForm, ToolCommand, argument_name, arguments};
use crate::ask::error::AskError;
use crate::cli::args::Arguments;
use crate::cli::config::Config;
use crate::cli::{Environment, Exit, Preferences, misuse, tree};
use crate::domain::error::Error;
use crate::i18n::Language;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, CommandFactory};
use indicatif::ProgressDrawTarget;
use serde_json::json;
use serde_json::value::RawValue;
use std::ffi::OsString;
use std::io;

/// The options of the server that hold for every call.
const HELD: [&str; 9] =
    ["fingerprint", "lang", "no_config", "plans", "quiet", "rates", "threads", "today", "verbose"];

/// Calls tools with the options that the server was started with.
pub struct ToolCaller {
    /// The name of each option, and the option as it is typed.
    held: Vec<(String, OsString)>,
}

impl ToolCaller {
    /// A caller for the server with this command line.
    pub fn new(line: &[OsString]) -> Self {
        Self { held: held(line).unwrap_or_default() }
    }

    /// The result of a call with these parameters.
    ///
    /// # Errors
    /// There is no such tool, or its arguments are not an object. All other mistakes are results, which an assistant
    /// reads and corrects.
    pub fn call(
        &self,
        params: &MessageMembers<'_>,
        environment: &Environment<'_>,
    ) -> Result<RpcResult, RpcError> {
        let name: String =
            member(params, "name").ok_or_else(|| RpcError::new(INVALID_PARAMS, "name is missing"))?;
        let tool = ToolCommand::named(&name)
            .ok_or_else(|| RpcError::new(INVALID_PARAMS, format!("Unknown tool: {name}")))?;
        let given: MessageMembers<'_> = match params.get("arguments") {
            None => MessageMembers::new(),
            Some(arguments) => serde_json::from_str(arguments.get())
                .map_err(|_| RpcError::new(INVALID_PARAMS, "arguments is an object"))?,
        };
        let tree = tree::commands(Language::En);
        let command = tree
            .find_subcommand(tool.command)
            .ok_or_else(|| RpcError::new(INTERNAL_ERROR, "The command of the tool is missing"))?;
        let (line, mistake) = self.line(tool, command, &given);
        result(&printed(&line, mistake, environment))
    }

    /// The command line of a call, and the first mistake in its arguments.
    fn line(
        &self,
        tool: &ToolCommand,
        command: &Command,
        given: &MessageMembers<'_>,
    ) -> (Vec<OsString>, Option<AskError>) {
        let mut line: Vec<OsString> = ["simplan", tool.command, "--json"].map(OsString::from).into();
        for (name, word) in &self.held {
            let is_option = command.get_arguments().any(|arg| argument_name(arg) == *name);
            let is_given = given.get(name).is_some_and(|value| value.get() != "null");
            if is_option && !is_given {
                line.push(word.clone());
            }
        }
        let mut values = Vec::new();
        let mut mistake = None;
        for (name, value) in given {
            let known = arguments(command).find(|arg| argument_name(arg) == *name);
            let words = match known {
                Some(arg) => words(arg, name, value),
                None => Err(unknown(tool, command, name)),
            };
            match (words, known) {
                (Ok(words), Some(arg)) if arg.is_positional() => values.extend(words),
                (Ok(words), _) => line.extend(words),
                (Err(error), _) => {
                    mistake.get_or_insert(error);
                }
            }
        }
        // What follows is never an option.
        line.push("--".into());
        line.extend(values);
        (line, mistake)
    }
}

/// The options of the server's command line that hold for every call.
fn held(line: &[OsString]) -> Option<Vec<(String, OsString)>> {
    let mut tree = Arguments::command();
    let matches = tree.try_get_matches_from_mut(line).ok()?;
    let (name, own) = matches.subcommand()?;
    let typed = tree.find_subcommand(name)?.get_arguments().filter(|arg| {
        let id = arg.get_id().as_str();
        HELD.contains(&id) && own.value_source(id) == Some(ValueSource::CommandLine)
    });
    Some(typed.map(|arg| (argument_name(arg), as_typed(arg, own))).collect())
}

/// An option with its value in one word.
fn as_typed(arg: &Arg, matches: &ArgMatches) -> OsString {
    let mut word = OsString::from(format!("--{}", arg.get_long().unwrap_or_default()));
    let mut values = matches.get_raw(arg.get_id().as_str()).into_iter().flatten();
    if let Some(value) = values.next().filter(|_| arg.get_action().takes_values()) {
        word.push("=");
        word.push(value);
    }
    word
}

fn unknown(tool: &ToolCommand, command: &Command, name: &str) -> AskError {
    let error = Error::new("tool-argument-unknown").with("value", name).with("tool", tool.name());
    let known: Vec<String> = arguments(command).map(argument_name).collect();
    AskError::usage(error).suggest(name, known.iter().map(String::as_str))
}

/// The words of a command line for an argument. A value is in the same word as its option, so that it is never taken for
/// an option.
fn words(arg: &Arg, name: &str, value: &RawValue) -> Result<Vec<OsString>, AskError> {
    let form = ArgumentForm::of(arg);
    let option = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
    let values: Vec<&RawValue> = match (form, value.get()) {
        (ArgumentForm::Flag | ArgumentForm::FlagOrValue, "true") => return Ok(vec![option.into()]),
        (ArgumentForm::Flag | ArgumentForm::FlagOrValue, "false") | (_, "null") => return Ok(Vec::new()),
        (ArgumentForm::Flag, _) => return Err(wrong(name, "tool-argument-not-flag")),
        (ArgumentForm::List, list) if list.starts_with('[') => serde_json::from_str(list).unwrap_or_default(),
        (ArgumentForm::List | ArgumentForm::FlagOrValue | ArgumentForm::Value, _) => vec![value],
    };
    let code = if form == ArgumentForm::List { "tool-argument-not-list" } else { "tool-argument-not-text" };
    let texts = values.into_iter().map(|value| text(value).ok_or_else(|| wrong(name, code)));
    texts
        .map(|text| Ok(if arg.is_positional() { text? } else { format!("{option}={}", text?) }.into()))
        .collect()
}

fn wrong(name: &str, code: &'static str) -> AskError {
    AskError::option(name.to_owned(), Error::new(code).with("name", name))
}

/// A text, or a number with its digits.
fn text(value: &RawValue) -> Option<String> {
    let written = value.get();
    let is_number = written.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    if is_number { Some(written.to_owned()) } else { serde_json::from_str(written).ok() }
}

/// What a command line prints.
struct Captured {
    exit: Exit,
    out: Vec<u8>,
    err: Vec<u8>,
}

/// Runs a command line of the program, or reports the mistake in it, with streams of its own.
fn printed(line: &[OsString], mistake: Option<AskError>, environment: &Environment<'_>) -> Captured {
    let mut out = Vec::new();
    let mut err = Vec::new();
    let mut inner = Environment {
        stdin: Box::new(io::empty()),
        stdout: &mut out,
        stderr: &mut err,
        stdin_file: None,
        stdin_is_terminal: false,
        stdout_file: None,
        variable: environment.variable,
        terminal_width: None,
        stderr_is_terminal: false,
        has_links: false,
        system_language: environment.system_language.clone(),
        preferences: Preferences::default(),
        progress: ProgressDrawTarget::hidden(),
    };
    let exit = match mistake {
        None => crate::cli::answer(line.to_vec(), &mut inner),
        Some(error) => {
            inner.preferences.config = Config::read(line, &inner).0;
            misuse::refuse(line, &error, &mut inner)
        }
    };
    Captured { exit, out, err }
}

/// The result of a call: the answer as structured content and as text, or the error as text; warnings after it.
fn result(captured: &Captured) -> Result<RpcResult, RpcError> {
    let err = String::from_utf8_lossy(&captured.err);
    let said = err.trim_end();
    let is_answer = matches!(captured.exit, Exit::Answer | Exit::Nothing) && !captured.out.is_empty();
    if !is_answer {
        // The error is the last line.
        let (warnings, error) = said.rsplit_once('\n').unwrap_or(("", said));
        return Ok(RpcResult::from([("content", raw(&contents(error, warnings))), ("isError", raw(&true))]));
    }
    // A text in JSON has no line break, so that the indentation is all that goes.
    let document: String = String::from_utf8_lossy(&captured.out).lines().map(str::trim_start).collect();
    let content = raw(&contents(&document, said));
    let structured = RawValue::from_string(document)
        .map_err(|error| RpcError::new(INTERNAL_ERROR, format!("The answer is not JSON: {error}")))?;
    Ok(RpcResult::from([("content", content), ("structuredContent", structured), ("isError", raw(&false))]))
}

fn contents(text: &str, warnings: &str) -> Vec<serde_json::Value> {
    let texts = [text, warnings].into_iter().filter(|text| !text.is_empty());
    texts.map(|text| json!({ "type": "text", "text": text })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Messages, Topic};

    /// The command line of a call of a server that was started with `server`, without the program and its format.
    fn line(server: &str, tool: &str, given: &str) -> Result<String, AskError> {
        let typed: Vec<OsString> = server.split(' ').map(OsString::from).collect();
        let members: MessageMembers<'_> = serde_json::from_str(given).unwrap();
        let named = ToolCommand::named(tool).unwrap();
        let tree = tree::commands(Language::En);
        let command = tree.find_subcommand(named.command).unwrap();
        let (line, mistake) = ToolCaller::new(&typed).line(named, command, &members);
        let words: Vec<_> = line.iter().map(|word| word.to_str().unwrap()).collect();
        assert_eq!(words[..3], ["simplan", named.command, "--json"]);
        mistake.map_or_else(|| Ok(words[3..].join(" ")), Err)
    }

    #[track_caller]
    fn check(tool: &str, given: &str, expected: &str) {
        assert_eq!(line("simplan mcp", tool, given).unwrap(), expected, "{given}");
    }

    #[test]
    fn arguments_become_options() {
        check("compare", "{}", "--");
        check("compare", r#"{"days": 30, "data": "20 Go"}"#, "--data=20 Go --days=30 --");
        // A number keeps the digits with which it is written.
        check("compare", r#"{"budget": 100.10, "days": "2w"}"#, "--budget=100.10 --days=2w --");
        check("compare", r#"{"days": 1e2}"#, "--days=1e2 --");
        check("compare", r#"{"resident": true, "all": false, "form": null}"#, "--resident --");
        check("compare", r#"{"explain": true}"#, "--explain --");
        check("compare", r#"{"explain": "inwi-star3-10"}"#, "--explain=inwi-star3-10 --");
        check(
            "compare",
            r#"{"per_day": "1GB", "use": "light", "no_unlimited": true}"#,
            "--no-unlimited --per-day=1GB --use=light --",
        );
        check(
            "compare",
            r#"{"operator": ["inwi", "orange"], "kind": []}"#,
            "--operator=inwi --operator=orange --",
        );
        check("compare", r#"{"operator": "inwi,orange"}"#, "--operator=inwi,orange --");
        check("cost", r#"{"basket": ["a:1", "b"], "days": 9}"#, "--days=9 -- a:1 b");
        check("faq", r#"{"words": "what if my credit expires"}"#, "-- what if my credit expires");
        check("renew_steps", r#"{"number": "0612345678", "card": true}"#, "--card --number=0612345678 --");
    }

    /// A value is never read as an option, whatever it looks like.
    #[test]
    fn values_are_never_options() {
        check("compare", r#"{"data": "--output=x"}"#, "--data=--output=x --");
        check("compare", r#"{"operator": ["--plans", "x"]}"#, "--operator=--plans --operator=x --");
        check("compare", r#"{"explain": "--output=x"}"#, "--explain=--output=x --");
        check("compare", r#"{"lang": "fr --output=x"}"#, "--lang=fr --output=x --");
        check("cost", r#"{"basket": ["--output=x", "--", "-o"]}"#, "-- --output=x -- -o");
        check("faq", r#"{"words": ["--help"]}"#, "-- --help");
    }

    #[track_caller]
    fn check_error(tool: &str, given: &str, code: &str, suggestion: Option<&str>) {
        let error = line("simplan mcp", tool, given).unwrap_err();
        assert_eq!(error.error().code(), code, "{given}");
        let messages = Messages::new(Language::En, &[Topic::Answers, Topic::Errors]);
        assert_eq!(error.suggestion(&messages).as_deref(), suggestion, "{given}");
    }

    #[test]
    fn wrong_arguments_are_errors() {
        check_error("compare", r#"{"dayz": 30}"#, "tool-argument-unknown", Some("did you mean `days`?"));
        check_error(
            "compare",
            r#"{"per-day": "1GB"}"#,
            "tool-argument-unknown",
            Some("did you mean `per_day`?"),
        );
        let of_faq = Some("available: `all`, `lang`, `operator`, `words`");
        // Files and formats are not offered.
        for name in ["output", "plans", "format", "field"] {
            check_error("faq", &format!(r#"{{"{name}": "x"}}"#), "tool-argument-unknown", of_faq);
        }
        let calendar = line("simplan mcp", "schedule", r#"{"ics": "x.ics"}"#).unwrap_err();
        assert_eq!(calendar.error().code(), "tool-argument-unknown");
        check_error(
            "compare",
            r#"{"rates": "x.csv"}"#,
            "tool-argument-unknown",
            Some("did you mean `rate`?"),
        );
        check_error("compare", r#"{"resident": "yes"}"#, "tool-argument-not-flag", None);
        check_error("compare", r#"{"resident": 1}"#, "tool-argument-not-flag", None);
        check_error("compare", r#"{"days": true}"#, "tool-argument-not-text", None);
        check_error("compare", r#"{"days": [30]}"#, "tool-argument-not-text", None);
        check_error("compare", r#"{"explain": {}}"#, "tool-argument-not-text", None);
        check_error("compare", r#"{"operator": {"id": "inwi"}}"#, "tool-argument-not-list", None);
        check_error("compare", r#"{"operator": [["inwi"]]}"#, "tool-argument-not-list", None);
    }

    #[track_caller]
    fn check_held(server: &str, tool: &str, given: &str, expected: &str) {
        assert_eq!(line(server, tool, given).unwrap(), expected, "{server}: {tool} {given}");
    }

    #[test]
    fn options_of_the_server_hold_for_every_call() {
        let server = "simplan --lang fr mcp --rates r.csv --plans=p.csv -q --today 2026-01-01 --color never --no-config";
        let all = "--rates=r.csv --plans=p.csv --lang=fr --today=2026-01-01 --no-config --quiet";
        check_held(server, "compare", "{}", &format!("{all} --"));
        check_held(server, "compare", r#"{"lang": null}"#, &format!("{all} --"));
        // What the tool says wins, and `faq` has no rates.
        let other = "--plans=p.csv --today=2026-01-01 --no-config --quiet --lang=zh --";
        check_held(server, "faq", r#"{"lang": "zh"}"#, other);
    }
}

//! `simplan mcp`: answers an assistant over standard input and output, by the Model Context Protocol.
//!
//! One [message](rpc) is on each [line](lines). A [call](call) of a [tool] becomes a command line of the program with
//! `--json`, and [`answer`](super::answer) answers it, so the rules of the commands hold and none is written twice.
//!
//! Two generations of the protocol are in use. Up to [`HANDSHAKES`] a client begins with `initialize`. Since [`STATELESS`]
//! every request names its version, and `server/discover` replaces the handshake. The server keeps no state between
//! requests, so it answers both.

mod call;
mod lines;
mod rpc;
mod tool;

use super::args::{Global, McpArgs};
use super::{Environment, Exit, output, tree};
use crate::ask::error::AskError;
use crate::domain::error::Error;
use crate::i18n::{Language, Messages, Topic};
use call::ToolCaller;
use lines::next_line;
use rpc::{MessageMembers, RpcError, RpcRequest, RpcResult, member, raw};
use serde_json::json;
use std::ffi::OsString;
use std::io::{self, BufReader};
use std::path::Path;

/// The versions of the protocol that begin with a handshake, the newest last.
const HANDSHAKES: [&str; 4] = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

/// The version of the protocol in which every request names its version.
const STATELESS: &str = "2026-07-28";

/// Where a request names its version.
const VERSION_KEY: &str = "io.modelcontextprotocol/protocolVersion";

/// Where a result names the server.
const SERVER_KEY: &str = "io.modelcontextprotocol/serverInfo";

/// What an assistant is told about the server as a whole.
const INSTRUCTIONS: &str = "\
simplan finds the cheapest SIM and data passes for a stay, exactly and offline: in Morocco, unless it was started with \
another catalogue. Use compare for a stay and a need of data, cost for the bill of given plans, schedule for when to \
buy what, renew_steps for how to renew at an operator, and faq for questions about renewing. Each price has a source and \
an age (verified_on, stale, confidence): tell the user when the prices are old or unsure.";

/// Answers the messages on standard input until it ends, or until nobody reads the answers any more.
pub fn run(
    args: &McpArgs,
    global: &Global,
    language: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    check(args, global)?;
    if environment.stdin_is_terminal {
        let messages = Messages::new(language, &[Topic::Help]);
        output::remark(&(messages.tr("mcp-waits") + "\n"), environment);
    }
    let caller = ToolCaller::new(line);
    let mut input = BufReader::new(std::mem::replace(&mut environment.stdin, Box::new(io::empty())));
    loop {
        let read = next_line(&mut input).map_err(|error| AskError::unreadable(Path::new("-"), &error))?;
        let response = match read {
            None => return Ok(Exit::Answer),
            Some(Ok(text)) => rpc::respond(&text, |request| answer(request, &caller, environment)),
            Some(Err(error)) => Some(rpc::refusal(error)),
        };
        let Some(response) = response else { continue };
        let written =
            environment.stdout.write_all(response.as_bytes()).and_then(|()| environment.stdout.flush());
        match written {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Answer),
            Err(error) => return Err(AskError::output(&error)),
        }
    }
}

/// Checks that standard input and output only have the messages.
fn check(args: &McpArgs, global: &Global) -> Result<(), AskError> {
    if global.output.is_some() {
        let error = Error::new("options-conflict").with("option", "--output");
        return Err(AskError::usage(error.with("others", "`mcp`")));
    }
    let rates = args.rates.iter().map(|path| ("--rates", path.as_path()));
    for (option, path) in global.catalogue_files().chain(rates) {
        if path == Path::new("-") {
            return Err(AskError::option(option, Error::new("stdin-has-messages")));
        }
    }
    Ok(())
}

/// The result of a request.
fn answer(
    request: &RpcRequest<'_>,
    caller: &ToolCaller,
    environment: &Environment<'_>,
) -> Result<RpcResult, RpcError> {
    let params = &request.params;
    let named = version(params);
    if let Some(unknown) = named.as_deref().filter(|version| *version != STATELESS) {
        let data = json!({ "supported": supported(), "requested": unknown });
        return Err(RpcError::new(rpc::UNSUPPORTED_VERSION, "Unsupported protocol version").with(data));
    }
    let is_discovery = request.method == "server/discover";
    let mut result = match request.method.as_str() {
        "initialize" => initialized(params)?,
        "server/discover" => RpcResult::from([
            ("supportedVersions", raw(&supported())),
            ("capabilities", raw(&json!({ "tools": {} }))),
            ("instructions", raw(&INSTRUCTIONS)),
        ]),
        "ping" => RpcResult::new(),
        "tools/list" => {
            let tree = environment.preferences.config.applied(tree::commands(Language::En));
            RpcResult::from([("tools", raw(&tool::listed(&tree)))])
        }
        "tools/call" => caller.call(params, environment)?,
        method => {
            let message = format!("Method not found: {method}");
            return Err(RpcError::new(rpc::METHOD_NOT_FOUND, message));
        }
    };
    if named.is_some() || is_discovery {
        result.insert("resultType", raw(&"complete"));
        result.insert("_meta", raw(&json!({ SERVER_KEY: server_info() })));
        if is_discovery || request.method == "tools/list" {
            // They stay the same as long as the program runs.
            result.insert("ttlMs", raw(&3_600_000));
            result.insert("cacheScope", raw(&"public"));
        }
    }
    Ok(result)
}

/// The version that a request names, if it does.
fn version(params: &MessageMembers<'_>) -> Option<String> {
    let meta: MessageMembers<'_> = member(params, "_meta")?;
    member(&meta, VERSION_KEY)
}

fn supported() -> Vec<&'static str> {
    std::iter::once(STATELESS).chain(HANDSHAKES.into_iter().rev()).collect()
}

/// The result of the handshake: the client's version if it is known, else the newest one with a handshake.
fn initialized(params: &MessageMembers<'_>) -> Result<RpcResult, RpcError> {
    let named: Option<String> = member(params, "protocolVersion");
    let asked = named.ok_or_else(|| RpcError::new(rpc::INVALID_PARAMS, "protocolVersion is missing"))?;
    let [.., newest] = HANDSHAKES;
    let version = HANDSHAKES.into_iter().find(|known| *known == asked).unwrap_or(newest);
    Ok(RpcResult::from([
        ("protocolVersion", raw(&version)),
        ("capabilities", raw(&json!({ "tools": {} }))),
        ("serverInfo", raw(&server_info())),
        ("instructions", raw(&INSTRUCTIONS)),
    ]))
}

fn server_info() -> serde_json::Value {
    json!({ "name": "simplan", "title": "simplan", "version": env!("CARGO_PKG_VERSION") })
}

#[cfg(test)]
mod tests;

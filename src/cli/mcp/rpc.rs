//! JSON-RPC 2.0: requests in, responses out.
//!
//! Values are kept as they are written, so that the number in an argument and the id of a request come back with the same
//! digits.

use crate::render::json::json_line;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use std::collections::BTreeMap;

/// A line is not JSON.
pub const PARSE_ERROR: i32 = -32700;
/// A message is not a request.
pub const INVALID_REQUEST: i32 = -32600;
/// There is no such method.
pub const METHOD_NOT_FOUND: i32 = -32601;
/// The parameters are not those of the method.
pub const INVALID_PARAMS: i32 = -32602;
/// The server is at fault.
pub const INTERNAL_ERROR: i32 = -32603;
/// A request names a version of the protocol that the server does not know.
pub const UNSUPPORTED_VERSION: i32 = -32022;

/// The members of an object in a message, each as it is written.
pub type MessageMembers<'m> = BTreeMap<String, &'m RawValue>;

/// The members of a result.
pub type RpcResult = BTreeMap<&'static str, Box<RawValue>>;

/// What a client asks for.
pub struct RpcRequest<'m> {
    pub method: String,
    pub params: MessageMembers<'m>,
}

/// Why a request has no result.
#[derive(Debug, Serialize)]
pub struct RpcError {
    code: i32,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Value>,
}

impl RpcError {
    pub fn new(code: i32, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), data: None }
    }

    pub fn with(self, data: Value) -> Self {
        Self { data: Some(data), ..self }
    }
}

/// The answer to a request.
#[derive(Serialize)]
struct RpcResponse<'m> {
    jsonrpc: &'static str,
    /// That of the request; `None` if it could not be read.
    id: Option<&'m RawValue>,
    #[serde(flatten)]
    outcome: RpcOutcome,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum RpcOutcome {
    Result(RpcResult),
    Error(RpcError),
}

impl<'m> RpcResponse<'m> {
    fn new(id: Option<&'m RawValue>, outcome: Result<RpcResult, RpcError>) -> Self {
        let outcome = outcome.map_or_else(RpcOutcome::Error, RpcOutcome::Result);
        Self { jsonrpc: "2.0", id, outcome }
    }
}

/// The line that answers a line, or several messages in a list; `None` if nothing is to be answered.
pub fn respond(
    text: &str,
    mut answer: impl FnMut(&RpcRequest<'_>) -> Result<RpcResult, RpcError>,
) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    let Ok(message) = serde_json::from_str::<&RawValue>(text) else {
        return Some(refusal(RpcError::new(PARSE_ERROR, "The message is not JSON")));
    };
    let Ok(batch) = serde_json::from_str::<Vec<&RawValue>>(message.get()) else {
        return response(message, &mut answer).map(|response| json_line(&response));
    };
    if batch.is_empty() {
        return Some(refusal(RpcError::new(INVALID_REQUEST, "The list has no message")));
    }
    let responses: Vec<_> = batch.into_iter().filter_map(|message| response(message, &mut answer)).collect();
    (!responses.is_empty()).then(|| json_line(&responses))
}

/// The line for a message that could not be read.
pub fn refusal(error: RpcError) -> String {
    json_line(&RpcResponse::new(None, Err(error)))
}

/// The response to a message; `None` for a notification, and for a response, because the server asks for nothing.
fn response<'m>(
    message: &'m RawValue,
    answer: &mut impl FnMut(&RpcRequest<'_>) -> Result<RpcResult, RpcError>,
) -> Option<RpcResponse<'m>> {
    let Ok(members) = serde_json::from_str::<MessageMembers<'m>>(message.get()) else {
        return Some(RpcResponse::new(None, Err(invalid("A request is an object"))));
    };
    let given = members.get("id").copied();
    let id = given.filter(|id| is_id(id));
    if id.is_some() != given.is_some() {
        return Some(RpcResponse::new(None, Err(invalid("id is a text or a number"))));
    }
    if !members.contains_key("method") && (members.contains_key("result") || members.contains_key("error")) {
        return None;
    }
    match request(&members) {
        Ok(request) => id.map(|id| RpcResponse::new(Some(id), answer(&request))),
        Err(error) => Some(RpcResponse::new(id, Err(error))),
    }
}

fn request<'m>(members: &MessageMembers<'m>) -> Result<RpcRequest<'m>, RpcError> {
    if member::<String>(members, "jsonrpc").as_deref() != Some("2.0") {
        return Err(invalid("jsonrpc is 2.0"));
    }
    let method = member(members, "method").ok_or_else(|| invalid("method is a text"))?;
    let params = match members.get("params") {
        None => MessageMembers::new(),
        Some(params) => serde_json::from_str(params.get())
            .map_err(|_| RpcError::new(INVALID_PARAMS, "params is an object"))?,
    };
    Ok(RpcRequest { method, params })
}

fn invalid(message: &str) -> RpcError {
    RpcError::new(INVALID_REQUEST, message)
}

fn is_id(id: &RawValue) -> bool {
    id.get().starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit())
}

/// A member of an object; `None` if it is missing or is something else.
pub fn member<'m, T: Deserialize<'m>>(members: &MessageMembers<'m>, name: &str) -> Option<T> {
    serde_json::from_str(members.get(name)?.get()).ok()
}

/// A value as it is written.
///
/// # Panics
/// Never: our documents are valid JSON.
pub fn raw(value: &impl Serialize) -> Box<RawValue> {
    to_raw_value(value).expect("keys are strings and nothing here fails to serialize")
}

//! JSON documents: indented, with no character that steers a terminal.

use crate::domain::live::is_live;
use serde::Serialize;

/// Writes a document with indentation, so that people can read it too, and with a line break at its end.
///
/// # Panics
/// Never: our documents are valid JSON.
pub fn json(document: &impl Serialize) -> String {
    let text =
        serde_json::to_string_pretty(document).expect("keys are strings and nothing here fails to serialize");
    escaped(text) + "\n"
}

/// Writes a document on one line, with a line break at its end.
///
/// # Panics
/// Never: our documents are valid JSON.
pub fn json_line(document: &impl Serialize) -> String {
    let text = serde_json::to_string(document).expect("keys are strings and nothing here fails to serialize");
    escaped(text) + "\n"
}

/// Escapes the characters in JSON that can control a terminal and that JSON itself allows. They can only be in strings;
/// line breaks are between values.
pub(super) fn escaped(text: String) -> String {
    // All of these characters contain one of these bytes, and most documents have none.
    if memchr::memchr3(0x7f, 0xc2, 0xe2, text.as_bytes()).is_none() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && is_live(c) { out += &format!("\\u{:04x}", u32::from(c)) } else { out.push(c) }
    }
    out
}

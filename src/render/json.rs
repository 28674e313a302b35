//! JSON.

use crate::domain::live::is_live;
use serde::Serialize;

/// A document as text: indented, so that a person can read it too, and ended.
pub(super) fn json(document: &impl Serialize) -> String {
    let text =
        serde_json::to_string_pretty(document).expect("keys are strings and nothing here fails to serialize");
    escaped(text) + "\n"
}

/// JSON in which every character that steers a terminal is escaped: those beyond the ones that JSON itself forbids. Such
/// a character can only be in a string; line breaks are between values.
pub(super) fn escaped(text: String) -> String {
    // What may be one has one of these bytes; most documents have none.
    if memchr::memchr3(0x7f, 0xc2, 0xe2, text.as_bytes()).is_none() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && is_live(c) { out += &format!("\\u{:04x}", u32::from(c)) } else { out.push(c) }
    }
    out
}

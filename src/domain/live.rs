//! Characters that are live: they steer a terminal, end a line, or turn the direction of what follows.

use std::borrow::Cow;

/// Whether a character does more than show itself: control characters, line and paragraph separators, and the marks
/// that embed, override or isolate a text direction.
pub fn is_live(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The same text on one line and without live characters: line ends and tabs become blanks, other live characters a
/// visible mark such as `<U+001B>`.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(is_live) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
            _ if is_live(c) => out += &code_point(c),
            _ => out.push(c),
        }
        after_return = c == '\r';
    }
    out.into()
}

/// A visible mark for a character, such as `<U+001B>`.
pub fn code_point(c: char) -> String {
    format!("<U+{:04X}>", u32::from(c))
}

/// A harmless text that fits into a sentence: a long text is cut to 100 characters, of which the last is `…`.
pub fn short(text: &str) -> Cow<'_, str> {
    const MOST: usize = 100;
    let Some((end, _)) = text.char_indices().nth(MOST) else { return harmless(text) };
    let (kept, _) = text[..end].char_indices().nth_back(0).unwrap_or_default();
    format!("{}…", harmless(&text[..kept])).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn live_characters_become_visible_or_blank() {
        for (text, expected) in [
            ("Été, 套餐 \u{a0}·", "Été, 套餐 \u{a0}·"),
            ("two\r\nlines\rthree\n", "two lines three "),
            ("a\tb\u{2028}c\u{85}d", "a b c d"),
            ("\u{1b}[31m red", "<U+001B>[31m red"),
            ("\0\u{7f}\u{9b}", "<U+0000><U+007F><U+009B>"),
            ("\u{202e}cilati\u{2069}", "<U+202E>cilati<U+2069>"),
            ("\u{200f}عربي", "\u{200f}عربي"),
        ] {
            assert_eq!(harmless(text), expected);
        }
    }

    #[test]
    fn long_values_are_shortened() {
        let long = "é".repeat(100);
        assert_eq!(short(&long), long);
        assert_eq!(short(&"é".repeat(101)), format!("{}…", "é".repeat(99)));
    }
}

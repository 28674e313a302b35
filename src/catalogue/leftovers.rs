//! What a text still has of the web page that it was copied from, or of the wrong encoding that it was read in.

use crate::domain::error::Error;
use crate::domain::live::code_point;
use memchr::{memchr2, memmem};

/// Characters that are invisible everywhere: soft hyphen, zero-width blank, word joiner and byte order mark. Joiners, which
/// scripts and emoji need, are not among them.
const INVISIBLE: [char; 4] = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'];

/// What stands for a byte that was no text.
const REPLACEMENT: char = '\u{fffd}';

/// How the letters of Western Europe (`é`, `°`) and typographic marks (`’`) begin if UTF-8 was read as Windows-1252.
const MISREAD: [&str; 3] = ["Ã", "Â", "â€"];

/// Warnings about a text, with what each is about.
pub fn leftovers(text: &str) -> impl Iterator<Item = Error> {
    let found = [
        ("html-entity", html_entity(text).map(str::to_owned)),
        ("html-tag", html_tag(text).map(str::to_owned)),
        ("text-misread", misread(text).map(str::to_owned)),
        ("invisible-character", text.chars().find(|c| INVISIBLE.contains(c)).map(code_point)),
    ];
    found.into_iter().filter_map(|(code, value)| Some(Error::new(code).with("value", value?)))
}

/// Whether the text in some bytes may have leftovers.
pub fn may_have_leftovers(bytes: &[u8]) -> bool {
    memchr2(b'&', b'<', bytes).is_some()
        || !bytes.is_ascii()
            && (MISREAD.iter().any(|start| memmem::find(bytes, start.as_bytes()).is_some())
                || INVISIBLE.iter().chain([&REPLACEMENT]).any(|c| holds(bytes, *c)))
}

fn holds(bytes: &[u8], c: char) -> bool {
    memmem::find(bytes, c.encode_utf8(&mut [0; 4]).as_bytes()).is_some()
}

/// The first character reference of HTML in a text, such as `&amp;`.
fn html_entity(text: &str) -> Option<&str> {
    const LONGEST: usize = 10;
    text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at..];
        let end = rest.bytes().take(LONGEST).position(|byte| byte == b';')?;
        let name = rest[1..end].strip_prefix('#').unwrap_or(&rest[1..end]);
        let is_name = name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_name.then(|| &rest[..=end])
    })
}

/// The first tag of HTML in a text, such as `<b>` or `</a>`.
fn html_tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(at, _)| {
        let rest = &text[at..];
        let end = rest.find('>')?;
        let inside = rest[1..end].trim_start_matches('/');
        let name_end = inside.find([' ', '/']).unwrap_or(inside.len());
        let name = &inside[..name_end];
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_name.then(|| &rest[..=end])
    })
}

/// The first sign in a text that it was read in a wrong encoding.
fn misread(text: &str) -> Option<&str> {
    text.char_indices().find_map(|(at, c)| {
        let rest = &text[at..];
        if c == REPLACEMENT {
            return Some(&rest[..c.len_utf8()]);
        }
        let start = MISREAD.iter().find(|start| rest.starts_with(**start))?;
        let next = rest[start.len()..].chars().next().filter(|next| is_of_second_half(*next))?;
        Some(&rest[..start.len() + next.len_utf8()])
    })
}

/// Whether Windows-1252 shows a byte from 0x80 to 0xbf as this character.
fn is_of_second_half(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{bf}') || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = leftovers(text).map(|error| error.to_string()).collect();
        assert_eq!(found, expected, "{text}");
        assert!(expected.is_empty() || may_have_leftovers(text.as_bytes()), "{text}");
    }

    #[test]
    fn characters_and_tags_of_web_pages() {
        check("Pass &amp; Go", &["html-entity value=`&amp;`"]);
        check("caf&#233;", &["html-entity value=`&#233;`"]);
        check("Pass <b>10</b> Go", &["html-tag value=`<b>`"]);
        check("10 Go</p>", &["html-tag value=`</p>`"]);
        check("a<br />b &nbsp;", &["html-entity value=`&nbsp;`", "html-tag value=`<br />`"]);
        for text in ["A & B; C", "R&D", "&;", "& amp;", "<5 GB>", "a < b > c", "a <b", "<-->", "< b>"] {
            check(text, &[]);
        }
    }

    #[test]
    fn wrong_encodings() {
        check("FÃ¨s", &["text-misread value=`Ã¨`"]);
        check("Ã‰tÃ©", &["text-misread value=`Ã‰`"]);
        check("20Â°", &["text-misread value=`Â°`"]);
        check("l’Ã\u{a0} lâ€™eSIM", &["text-misread value=`Ã\u{a0}`"]);
        check("lâ€™eSIM", &["text-misread value=`â€™`"]);
        check("F\u{fffd}s", &["text-misread value=`\u{fffd}`"]);
        for text in ["Fès, Été, Âge", "NÃO, IRMÃ", "ÂGE", "套餐", "â€"] {
            check(text, &[]);
        }
        assert!(!may_have_leftovers("Fès, 套餐, عربي".as_bytes()));
    }

    #[test]
    fn what_nobody_sees() {
        check("a\u{200b}b", &["invisible-character value=`<U+200B>`"]);
        check("\u{feff}a\u{ad}b", &["invisible-character value=`<U+FEFF>`"]);
        check("👩\u{200d}💻 \u{200f}عربي می\u{200c}خواهم", &[]);
    }
}

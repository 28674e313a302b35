//! Finds where the records and the fields of CSV text begin and end.
//!
//! Records and fields are split as the csv crate splits them, and the tests compare the two. A quote is special only at
//! the beginning of a field. Text after a closing quote belongs to the field. `\n`, `\r\n` and `\r` end a record, and
//! blank lines are not records. Quotes that RFC 4180 does not allow are found afterwards ([`misquoted`]), so that they
//! are errors with a place, and the next record begins where people see it begin.

use super::delimiter::Delimiter;
use memchr::{memchr, memchr_iter, memchr2, memrchr2};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::ops::Range;

/// The longest record, in bytes. Reading stops after that many, so that memory is bounded even if a file has no line
/// end.
pub const LONGEST_RECORD: usize = 1 << 20;

/// Where one field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The index of its first byte, which may be a quote.
    pub start: usize,
    /// The index after its last byte.
    pub end: usize,
    /// Whether it begins with a quote.
    pub quoted: bool,
    /// Whether that quote is never closed.
    pub open: bool,
}

/// Finds the fields of the record at `from`. Returns the index after the record's end, or `None` if the bytes end
/// before the record does.
pub fn split(bytes: &[u8], from: usize, delimiter: Delimiter, fields: &mut Vec<Field>) -> Option<usize> {
    fields.clear();
    let mut start = from;
    loop {
        let quoted = bytes.get(start) == Some(&b'"');
        let closed = if quoted { after_quote(bytes, start + 1) } else { Some(start) };
        let end = closed.map_or(bytes.len(), |at| at + plain_len(&bytes[at..], delimiter.byte()));
        fields.push(Field { start, end, quoted, open: closed.is_none() });
        match bytes.get(end) {
            Some(&byte) if byte == delimiter.byte() => start = end + 1,
            Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => return Some(end + 2),
            Some(_) => return Some(end + 1),
            None => return None,
        }
    }
}

/// The length of the rows without any text at the beginning of these bytes: blank lines, and the rows of delimiters and
/// blanks that spreadsheets write after the last one.
pub fn blank_rows(bytes: &[u8], delimiter: Delimiter) -> usize {
    let is_blank = |byte: &u8| *byte == delimiter.byte() || byte.is_ascii_whitespace();
    let blank = bytes.iter().take_while(|byte| is_blank(byte)).count();
    if blank == bytes.len() {
        return blank;
    }
    memrchr2(b'\n', b'\r', &bytes[..blank]).map_or(0, |last| last + 1)
}

/// The texts of some lines, counted from 1, without their ends. Reading stops after the last of them, or within a line
/// that is too long for a record.
///
/// # Errors
/// If the input cannot be read.
pub fn lines_of(mut input: impl Read, wanted: &BTreeSet<u64>) -> io::Result<BTreeMap<u64, String>> {
    const PIECE: u64 = 1 << 16;
    let mut found = BTreeMap::new();
    let mut bytes = Vec::new();
    let mut line = 1;
    loop {
        let is_end = input.by_ref().take(PIECE).read_to_end(&mut bytes)? == 0;
        let mut at = 0;
        loop {
            let rest = &bytes[at..];
            let end = line_end(rest, is_end).or((is_end && !rest.is_empty()).then_some(rest.len()));
            let Some(end) = end else { break };
            if wanted.contains(&line) {
                let text = String::from_utf8_lossy(&rest[..end]);
                found.insert(line, text.trim_end_matches(['\n', '\r']).to_owned());
            }
            line += 1;
            at += end;
        }
        let is_last = wanted.last().is_none_or(|last| line > *last);
        if is_end || is_last || bytes.len() - at > LONGEST_RECORD {
            return Ok(found);
        }
        bytes.drain(..at);
    }
}

/// How many bytes come before the next delimiter or line end.
fn plain_len(bytes: &[u8], delimiter: u8) -> usize {
    // Most fields are short. Comparing eight bytes at a time is faster than starting a vectorised search.
    let (eights, rest) = bytes.as_chunks::<8>();
    for (nth, eight) in eights.iter().enumerate() {
        let word = u64::from_le_bytes(*eight);
        let ends = zeros(word ^ all(delimiter)) | zeros(word ^ all(b'\n')) | zeros(word ^ all(b'\r'));
        if ends != 0 {
            return 8 * nth + ends.trailing_zeros() as usize / 8;
        }
    }
    let at = rest.iter().position(|&byte| byte == delimiter || matches!(byte, b'\n' | b'\r'));
    bytes.len() - rest.len() + at.unwrap_or(rest.len())
}

/// A number whose eight bytes are all `byte`.
pub const fn all(byte: u8) -> u64 {
    0x0101_0101_0101_0101 * byte as u64
}

/// The highest bit of each byte that is 0. Above the lowest such byte, the bits of other bytes may be set too.
const fn zeros(bytes: u64) -> u64 {
    bytes.wrapping_sub(all(1)) & !bytes & all(0x80)
}

/// The index after the quote that closes a field whose text begins at `from`. A doubled quote does not close it.
fn after_quote(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr(b'"', bytes.get(at..)?)? + 1;
        if bytes.get(at) != Some(&b'"') {
            return Some(at);
        }
        at += 1;
    }
}

/// The error code for the quotes of a field. `None` if they are valid.
pub fn misquoted(field: &[u8], quoted: bool) -> Option<&'static str> {
    if quoted {
        return match after_quote(field, 1) {
            None => Some("quote-not-closed"),
            Some(after) if after < field.len() => Some("text-after-quote"),
            Some(_) => None,
        };
    }
    let quote = memchr(b'"', field)?;
    let is_blank = std::str::from_utf8(&field[..quote]).is_ok_and(|before| before.trim().is_empty());
    Some(if is_blank { "blank-before-quote" } else { "quote-inside" })
}

/// How many lines end in these bytes, at `\n`, `\r\n` or `\r`.
pub fn line_breaks(bytes: &[u8]) -> u64 {
    let lone_returns = memchr_iter(b'\r', bytes).filter(|&at| bytes.get(at + 1) != Some(&b'\n'));
    (memchr_iter(b'\n', bytes).count() + lone_returns.count()) as u64
}

/// The index after the first line end. `None` if there is none, or if it is a `\r` at the end of the bytes and more
/// bytes may follow.
pub fn line_end(bytes: &[u8], is_end: bool) -> Option<usize> {
    let at = memchr2(b'\n', b'\r', bytes)?;
    match (bytes[at], bytes.get(at + 1)) {
        (b'\r', Some(b'\n')) => Some(at + 2),
        (b'\r', None) if !is_end => None,
        _ => Some(at + 1),
    }
}

/// The index after the last line that certainly ends in a part of these bytes.
pub fn last_line_end(bytes: &[u8], part: Range<usize>) -> Option<usize> {
    let from = part.start;
    let found = from + memrchr2(b'\n', b'\r', &bytes[part])?;
    // A `\r` at the very end may be the first half of a line end.
    let is_half = bytes[found] == b'\r' && found + 1 == bytes.len();
    let last = if is_half { from + memrchr2(b'\n', b'\r', &bytes[from..found])? } else { found };
    Some(last + 1)
}

/// The index after the last record that certainly ends within these bytes, which begin with a record. `None` if none
/// does.
pub fn last_end(bytes: &[u8], delimiter: Delimiter) -> Option<usize> {
    let mut at = 0;
    let mut plain_from = 0;
    let mut last = None;
    while let Some(found) = memchr(b'"', &bytes[at..]) {
        let quote = at + found;
        at = quote + 1;
        let before = quote.checked_sub(1).map(|before| bytes[before]);
        if before.is_some_and(|byte| byte != delimiter.byte() && !matches!(byte, b'\n' | b'\r')) {
            continue;
        }
        last = last_line_end(bytes, plain_from..quote).or(last);
        let Some(after) = after_quote(bytes, at) else { return last };
        at = after;
        plain_from = after;
    }
    last_line_end(bytes, plain_from..bytes.len()).or(last)
}

/// The text of a quoted field. `None` if it has other quotes than the two around it.
pub fn between_quotes(field: &str) -> Option<&str> {
    let text = field.strip_prefix('"')?.strip_suffix('"')?;
    memchr(b'"', text.as_bytes()).is_none().then_some(text)
}

/// The text of a quoted field, without its quotes and with single instead of doubled quotes.
pub fn unquote(field: &str) -> String {
    let mut text = String::new();
    let mut rest = field.strip_prefix('"').unwrap_or(field);
    while let Some((before, after)) = rest.split_once('"') {
        text.push_str(before);
        let Some(after) = after.strip_prefix('"') else {
            // Text after the closing quote is plain, including its quotes.
            text.push_str(after);
            return text;
        };
        text.push('"');
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All records as texts.
    fn records(text: &str, delimiter: Delimiter) -> Vec<Vec<String>> {
        let (mut records, mut fields, mut at) = (Vec::new(), Vec::new(), 0);
        loop {
            at += text[at..].bytes().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            if at == text.len() {
                return records;
            }
            let end = split(text.as_bytes(), at, delimiter, &mut fields);
            let texts = fields.iter().map(|field| {
                let raw = &text[field.start..field.end];
                if field.quoted && between_quotes(raw).is_none() {
                    return unquote(raw);
                }
                between_quotes(raw).filter(|_| field.quoted).unwrap_or(raw).to_owned()
            });
            records.push(texts.collect());
            at = end.unwrap_or(text.len());
        }
    }

    fn by_the_csv_crate(text: &str, delimiter: Delimiter) -> Vec<Vec<String>> {
        let mut builder = csv::ReaderBuilder::new();
        let builder = builder.has_headers(false).flexible(true).delimiter(delimiter.byte());
        let mut reader = builder.from_reader(text.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn fields_are_those_of_the_csv_crate(text in "[a,;\"\"\r\n é]{0,24}") {
            for delimiter in [Delimiter::COMMA, Delimiter::SEMICOLON] {
                prop_assert_eq!(records(&text, delimiter), by_the_csv_crate(&text, delimiter));
            }
        }

        #[test]
        fn a_cut_after_the_last_end_changes_no_record(text in "[a,;\"\"\r\n é]{0,24}") {
            for delimiter in [Delimiter::COMMA, Delimiter::SEMICOLON] {
                let cut = last_end(text.as_bytes(), delimiter).unwrap_or(0);
                let mut both = records(&text[..cut], delimiter);
                both.extend(records(&text[cut..], delimiter));
                prop_assert_eq!(both, by_the_csv_crate(&text, delimiter));
                // The rest has no end of a record, or only a `\r` that may be half of one.
                prop_assert_eq!(last_end(&text.as_bytes()[cut..], delimiter), None);
            }
        }

        #[test]
        fn lines_are_counted_by_all_three_ends(text in "[a\n\r]{0,200}") {
            let lines = text.replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(line_breaks(text.as_bytes()), lines.matches('\n').count() as u64);
        }

        #[test]
        fn only_what_the_standard_allows_is_well_quoted(text in "[a,\"\" é]{0,12}") {
            let mut fields = Vec::new();
            split(text.as_bytes(), 0, Delimiter::COMMA, &mut fields);
            // Without line breaks, a row is well quoted if each field equals its text, as it is or in quotes.
            let well = fields.iter().all(|field| {
                misquoted(&text.as_bytes()[field.start..field.end], field.quoted).is_none()
            });
            let forms = fields.iter().map(|field| {
                let raw = &text[field.start..field.end];
                if field.quoted { format!("\"{}\"", unquote(raw).replace('"', "\"\"")) } else { raw.replace('"', "?") }
            });
            prop_assert_eq!(well, forms.collect::<Vec<_>>().join(",") == text);
        }
    }

    #[test]
    fn rows_without_text() {
        for (text, expected) in [
            ("a\n", 0),
            (",a\n", 0),
            ("\r\n\n,a\n", 3),
            (",,\r\n ,\t\n;\n", 8),
            (",,\n,,", 5),
            ("\"\",\n", 0),
            ("", 0),
        ] {
            assert_eq!(blank_rows(text.as_bytes(), Delimiter::COMMA), expected, "{text:?}");
        }
        assert_eq!(blank_rows(b";;\n,\n", Delimiter::SEMICOLON), 3);
    }

    #[test]
    fn lines_by_their_numbers() {
        let long = "x".repeat(100_000);
        let text = format!("a\r\nb\rc\n{long}\n\ne");
        let wanted = BTreeSet::from([1, 2, 4, 6, 9]);
        let expected = [(1, "a"), (2, "b"), (4, long.as_str()), (6, "e")];
        let found = lines_of(text.as_bytes(), &wanted).unwrap();
        assert_eq!(found.iter().map(|(line, text)| (*line, text.as_str())).collect::<Vec<_>>(), expected);
        assert_eq!(lines_of(&b"a\n"[..], &BTreeSet::new()).unwrap(), BTreeMap::new());
    }

    #[test]
    fn line_ends() {
        for (text, is_end, expected) in [
            ("a\nb", false, Some(2)),
            ("a\r\nb", false, Some(3)),
            ("a\rb", false, Some(2)),
            ("a\r", false, None),
            ("a\r", true, Some(2)),
            ("a", true, None),
        ] {
            assert_eq!(line_end(text.as_bytes(), is_end), expected, "{text:?}");
        }
        assert_eq!(last_end(b"a\rb\rc", Delimiter::COMMA), Some(4));
        assert_eq!(last_end(b"a\rb\r", Delimiter::COMMA), Some(2), "the last one may be half of `\\r\\n`");
    }

    #[test]
    fn broken_quotes_have_names() {
        for (field, expected) in [
            ("10", None),
            ("\"a \"\"b\"\"\"", None),
            ("\"10\"5", Some("text-after-quote")),
            ("\"Pass\" big", Some("text-after-quote")),
            ("\"say \\\"hi\\\"\"", Some("text-after-quote")),
            ("\\\"Pass\\\"", Some("quote-inside")),
            ("5\" x", Some("quote-inside")),
            (" \"Pass\"", Some("blank-before-quote")),
            ("\u{a0}\"Pass\"", Some("blank-before-quote")),
            ("\"open", Some("quote-not-closed")),
        ] {
            assert_eq!(misquoted(field.as_bytes(), field.starts_with('"')), expected, "{field}");
        }
    }
}

//! What separates the cells of a CSV file. It is found in the header, so that files from spreadsheets of all countries
//! are read as they are.

use super::records::{Field, line_end, split};
use super::table::{BOM, column_key};
use crate::domain::error::Error;

/// The byte between two cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delimiter(u8);

impl Delimiter {
    /// The delimiter of the standard.
    pub const COMMA: Self = Self(b',');
    /// That of spreadsheets where the comma is the decimal mark.
    pub const SEMICOLON: Self = Self(b';');
    /// That of cells copied from a spreadsheet.
    pub const TAB: Self = Self(b'\t');
    /// That of many exports of databases.
    pub const PIPE: Self = Self(b'|');

    /// Reads a delimiter: one mark, or `tab`.
    ///
    /// # Errors
    /// `delimiter-form` with the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        match text.as_bytes() {
            [byte] => Self::from_byte(*byte),
            _ if text.eq_ignore_ascii_case("tab") || text == "\\t" => Some(Self::TAB),
            _ => None,
        }
        .ok_or_else(|| Error::new("delimiter-form").with("value", text))
    }

    /// A delimiter is a mark or a tab, but not a quote.
    fn from_byte(byte: u8) -> Option<Self> {
        (byte == b'\t' || byte.is_ascii_punctuation() && byte != b'"').then_some(Self(byte))
    }

    /// The byte itself.
    pub const fn byte(self) -> u8 {
        self.0
    }

    /// The mark as people see it.
    pub fn shown(self) -> String {
        if self == Self::TAB { "\\t".to_owned() } else { char::from(self.0).to_string() }
    }
}

/// Where the header of a file begins, and what separates its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The number of bytes before the header: a byte order mark, blank lines and a line `sep=;`.
    pub start: usize,
    /// The line on which the header begins.
    pub line: u64,
    /// What separates the cells.
    pub delimiter: Delimiter,
}

impl Opening {
    /// Looks at the first lines of a file, whose header should have some of the `wanted` columns.
    ///
    /// The delimiter is the one by which the header has most of them. If several do equally well, it is the first of
    /// these: that of the line `sep=`, the one that was `asked` for, comma, semicolon, tab, `|`. A header with none of the
    /// columns counts by its cells.
    pub fn find(bytes: &[u8], wanted: &[&str], asked: Option<Delimiter>) -> Self {
        let mut start = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
        let mut line = 1;
        pass_blank_lines(bytes, &mut start, &mut line);
        let rest = &bytes[start..];
        let named = sep_line(&rest[..line_end(rest, true).unwrap_or(rest.len())]);
        if named.is_some() {
            start += line_end(rest, true).unwrap_or(rest.len());
            line += 1;
            pass_blank_lines(bytes, &mut start, &mut line);
        }
        let usual = [Delimiter::COMMA, Delimiter::SEMICOLON, Delimiter::TAB, Delimiter::PIPE];
        let candidates = named.into_iter().chain(asked).chain(usual);
        // `max_by_key` returns the last of equals.
        let candidates = candidates.collect::<Vec<_>>().into_iter().rev();
        let is_given = |delimiter: &Delimiter| named == Some(*delimiter) || asked == Some(*delimiter);
        let best = candidates.max_by_key(|delimiter| {
            let names = names(&bytes[start..], *delimiter);
            let found = names.iter().filter(|name| wanted.contains(&name.as_str())).count();
            (found, if found == 0 && !is_given(delimiter) { names.len() } else { usize::MAX })
        });
        Self { start, line, delimiter: best.unwrap_or(Delimiter::COMMA) }
    }
}

/// Moves past blank lines.
fn pass_blank_lines(bytes: &[u8], start: &mut usize, line: &mut u64) {
    let blank = bytes[*start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    *line += super::records::line_breaks(&bytes[*start..*start + blank]);
    *start += blank;
}

/// The delimiter that a line `sep=;` names, which Excel writes before the header.
fn sep_line(line: &[u8]) -> Option<Delimiter> {
    let text = line.strip_suffix(b"\n").unwrap_or(line);
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    let bare = text.strip_prefix(b"\"").and_then(|text| text.strip_suffix(b"\"")).unwrap_or(text);
    match bare {
        [s, e, p, b'=', byte] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => Delimiter::from_byte(*byte),
        _ => None,
    }
}

/// The names in a header, in the form in which they are compared.
fn names(bytes: &[u8], delimiter: Delimiter) -> Vec<String> {
    let mut fields: Vec<Field> = Vec::new();
    split(bytes, 0, delimiter, &mut fields);
    let texts = fields.iter().map(|field| String::from_utf8_lossy(&bytes[field.start..field.end]));
    texts.map(|text| column_key(text.trim().trim_matches('"'))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the delimiter of a file, the line of its header, and the bytes before it.
    #[track_caller]
    fn check(text: &str, asked: Option<Delimiter>, delimiter: &str, line: u64, start: usize) {
        let found = Opening::find(text.as_bytes(), &["id", "days", "data_per"], asked);
        assert_eq!((found.delimiter.shown().as_str(), found.line, found.start), (delimiter, line, start));
    }

    #[test]
    fn the_header_shows_the_delimiter() {
        check("id,days\na,3\n", None, ",", 1, 0);
        check("id;days\na;3,5\n", None, ";", 1, 0);
        check("id\tdays\n", None, "\\t", 1, 0);
        check("id|days|data_per\n", None, "|", 1, 0);
        check("id\n", None, ",", 1, 0);
        // Marks within a cell do not count, and neither do other columns.
        check("id,\"a;b;c\",days\n", None, ",", 1, 0);
        check("note, with; marks;id;Data Per\n", None, ";", 1, 0);
        check("a;b;c,d\n", None, ";", 1, 0);
        check("", None, ",", 1, 0);
    }

    #[test]
    fn what_was_asked_for_wins_where_the_header_leaves_it_open() {
        let pipe = Delimiter::parse("|").unwrap();
        check("id|days\n", Some(pipe), "|", 1, 0);
        check("x|y;z;w\n", Some(pipe), "|", 1, 0);
        check("id\n", Some(Delimiter::SEMICOLON), ";", 1, 0);
        check("id,days\n", Some(Delimiter::SEMICOLON), ",", 1, 0);
    }

    #[test]
    fn a_line_of_excel_and_a_mark_come_before_the_header() {
        check("\u{feff}\r\nsep=;\r\nid;days\r\n", None, ";", 3, 12);
        check("\"SEP=|\"\nid|days\n", None, "|", 2, 8);
        check("sep=,\nid;days\n", None, ";", 2, 6);
        check("sep=ab\nid;days\n", None, ",", 1, 0);
    }

    #[test]
    fn delimiters_as_people_type_them() {
        for (text, expected) in
            [(";", Some(b';')), ("tab", Some(b'\t')), ("\\t", Some(b'\t')), ("|", Some(b'|'))]
        {
            assert_eq!(Delimiter::parse(text).ok().map(Delimiter::byte), expected, "{text}");
        }
        for text in ["", "\"", "a", " ", ";;", "é", "\n"] {
            assert_eq!(Delimiter::parse(text).unwrap_err().code(), "delimiter-form", "{text:?}");
        }
    }
}

//! Reads rows of answers back, as far as a batch needs that continues them.

use super::{Lines, Status};
use crate::domain::word::Word;
use memchr::memchr;
use serde::Deserialize;

/// What a row of answers says about its need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenRow {
    /// Whether the row is the first one of its need.
    pub is_first: bool,
    /// Whether the need is bad.
    pub is_bad: bool,
}

impl WrittenRow {
    /// Reads a row that `push` or `push_error` has written. The offers for a need are ranked from 1, and a row without an
    /// offer has no rank. `None` if the row has another form.
    pub fn read(row: &[u8], lines: Lines) -> Option<Self> {
        match lines {
            Lines::Csv(delimiter) => {
                let mut cells = after_first_cell(row)?.split(|&byte| byte == delimiter.byte()).skip(1);
                let rank = std::str::from_utf8(cells.next()?).ok()?;
                Self::with(rank, std::str::from_utf8(cells.next()?).ok()?)
            }
            Lines::Ndjson => {
                #[derive(Deserialize)]
                struct Ranked<'r> {
                    rank: Option<u64>,
                    status: &'r str,
                }
                let Ranked { rank, status } = serde_json::from_slice(row).ok()?;
                Self::with(&rank.map(|rank| rank.to_string()).unwrap_or_default(), status)
            }
        }
    }

    fn with(rank: &str, status: &str) -> Option<Self> {
        let status = Status::ALL.iter().find(|known| known.word() == status)?;
        let is_rank = rank.bytes().all(|byte| byte.is_ascii_digit());
        is_rank.then_some(Self { is_first: matches!(rank, "" | "1"), is_bad: *status == Status::Error })
    }
}

/// What follows the first cell of a CSV row. `None` if its quotes are not closed.
fn after_first_cell(row: &[u8]) -> Option<&[u8]> {
    let Some(mut rest) = row.strip_prefix(b"\"") else { return Some(row) };
    loop {
        rest = &rest[memchr(b'"', rest)? + 1..];
        match rest.strip_prefix(b"\"") {
            Some(quoted) => rest = quoted,
            None => return Some(rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::delimiter::Delimiter;

    const CSV: Lines = Lines::Csv(Delimiter::COMMA);

    #[track_caller]
    fn check(row: &str, lines: Lines, expected: Option<(bool, bool)>) {
        let read = WrittenRow::read(row.as_bytes(), lines).map(|row| (row.is_first, row.is_bad));
        assert_eq!(read, expected, "{row}");
    }

    #[test]
    fn the_place_of_a_row_and_whether_its_need_is_bad() {
        check("a,1,ok,1.00\n", CSV, Some((true, false)));
        check("\"a, \"\"1\"\",\",12,ok,1.00\n", CSV, Some((false, false)));
        check("error,,nothing-fits,\n", CSV, Some((true, false)));
        check(",,error,\n", CSV, Some((true, true)));
        check("\"a;1\";12;ok;1.00\n", Lines::Csv(Delimiter::SEMICOLON), Some((false, false)));
        for row in ["a,1\n", "a,x,ok,\n", "a,1,fine,\n", "\"a,1,ok,\n", "\n"] {
            check(row, CSV, None);
        }
        check(r#"{"id":"a","rank":1,"status":"ok"}"#, Lines::Ndjson, Some((true, false)));
        check(r#"{"id":"a","rank":2,"status":"ok"}"#, Lines::Ndjson, Some((false, false)));
        check(r#"{"id":null,"rank":null,"status":"error"}"#, Lines::Ndjson, Some((true, true)));
        for row in ["a,1,ok,", "{}", r#"{"rank":1}"#, r#"{"rank":-1,"status":"ok"}"#] {
            check(row, Lines::Ndjson, None);
        }
    }
}

//! Reads the answers that an interrupted run has left: which of them are kept, and which are answered again to compare.

use crate::render::batch::{Lines, WrittenRow};
use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read};

/// An upper bound for the bytes of a row of answers.
const LONGEST_ROW: u64 = 1 << 24;

/// The answers that an interrupted run has written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Interrupted {
    /// How many bytes are kept.
    pub keep: u64,
    /// How many needs they answer.
    pub needs: u64,
    /// How many of those needs are bad.
    pub bad: u64,
    /// The complete rows of up to [`LAST_NEEDS`] needs after them. Rows of the last need may be missing. If no row is
    /// complete, nothing else shows whose file it is: then these are the bytes of the incomplete one.
    pub last: Vec<u8>,
}

/// How many needs are answered again. A single one could have the same answer with other options.
const LAST_NEEDS: usize = 16;

impl Interrupted {
    /// Reads a file from its beginning. The error is `None` if the file does not have answers in this format.
    pub fn read(file: impl Read, lines: Lines, header: &str) -> Result<Self, Option<io::Error>> {
        let mut input = BufReader::with_capacity(1 << 16, file);
        let mut left = Self::default();
        let mut row = Vec::new();
        let mut is_header = lines != Lines::Ndjson;
        // The start of each need's rows in `last`, and whether the need is bad.
        let mut begins: VecDeque<(usize, bool)> = VecDeque::new();
        loop {
            row.clear();
            let count = input.by_ref().take(LONGEST_ROW).read_until(b'\n', &mut row).map_err(Some)?;
            if count as u64 == LONGEST_ROW {
                return Err(None);
            }
            if row.last() != Some(&b'\n') {
                if is_header && !header.as_bytes().starts_with(&row) {
                    return Err(None);
                }
                if begins.is_empty() && lines == Lines::Ndjson {
                    left.last = row;
                }
                return Ok(left);
            }
            if std::mem::take(&mut is_header) {
                if row != header.as_bytes() {
                    return Err(None);
                }
                left.keep = count as u64;
                continue;
            }
            let WrittenRow { is_first, is_bad } = WrittenRow::read(&row, lines).ok_or(None)?;
            if is_first {
                if begins.len() == LAST_NEEDS {
                    left.keep_first(&mut begins);
                }
                begins.push_back((left.last.len(), is_bad));
            } else if begins.is_empty() {
                return Err(None);
            }
            left.last.extend(&row);
        }
    }

    /// Moves the first of the last needs to those that are kept.
    fn keep_first(&mut self, begins: &mut VecDeque<(usize, bool)>) {
        let Some((_, is_bad)) = begins.pop_front() else { return };
        let end = begins.front().map_or(self.last.len(), |(begin, _)| *begin);
        self.last.drain(..end);
        for (begin, _) in begins {
            *begin -= end;
        }
        self.keep += end as u64;
        self.needs += 1;
        self.bad += u64::from(is_bad);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::delimiter::Delimiter;

    const HEADER: &str = "id,rank,status,total,note\n";

    fn row(id: &str, rank: &str) -> String {
        let status = if rank.is_empty() { "error" } else { "ok" };
        format!("{id},{rank},{status},1.00\n")
    }

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, u64, &str)>) {
        let left = Interrupted::read(text.as_bytes(), Lines::Csv(Delimiter::COMMA), HEADER).ok();
        assert!(left.as_ref().is_none_or(|left| left.bad == 0), "{text:?}");
        let found = left.map(|left| (left.keep, left.needs, left.last));
        let bytes = expected.map(|(keep, needs, last)| (keep as u64, needs, last.as_bytes().to_vec()));
        assert_eq!(found, bytes, "{text:?}");
    }

    #[test]
    fn what_an_interrupted_run_has_left() {
        let a = row("a", "1");
        let b1 = row("\"b, \"\"x\"\"\"", "1");
        let b2 = row("\"b, \"\"x\"\"\"", "2");
        let error = row("", "");
        let head = HEADER.len();
        let many: Vec<String> =
            (0..20).map(|id| row(&format!("n{id}"), "1") + &row(&format!("n{id}"), "2")).collect();
        check("", Some((0, 0, "")));
        check(&HEADER[..9], Some((0, 0, "")));
        check(HEADER, Some((head, 0, "")));
        check(&format!("{HEADER}{a}"), Some((head, 0, &a)));
        check(&format!("{HEADER}{a}{b1}{b2}"), Some((head, 0, &format!("{a}{b1}{b2}"))));
        check(&format!("{HEADER}{a}{b1}\"b, "), Some((head, 0, &format!("{a}{b1}"))));
        check(&format!("{HEADER}{a}{error}"), Some((head, 0, &format!("{a}{error}"))));
        let first = many[..4].concat().len();
        check(&format!("{HEADER}{}", many.concat()), Some((head + first, 4, &many[4..].concat())));
        check(
            &format!("{HEADER}{}n", many[..17].concat()),
            Some((head + many[0].len(), 1, &many[1..17].concat())),
        );
        for foreign in [&a, "id,days\n", "id,days", &format!("{HEADER}{b2}"), &format!("{HEADER}x\n")] {
            check(foreign, None);
        }
    }

    #[test]
    fn bad_needs_that_are_kept_are_counted() {
        let rows = |count: usize| row("", "").repeat(count);
        for (count, expected) in [(16, 0), (18, 2)] {
            let text = format!("{HEADER}{}", rows(count));
            let left = Interrupted::read(text.as_bytes(), Lines::Csv(Delimiter::COMMA), HEADER).unwrap();
            assert_eq!((left.needs, left.bad), (expected, expected), "of {count}");
        }
    }

    #[test]
    fn lines_of_json_and_what_is_left_of_them() {
        #[track_caller]
        fn check(text: &str, last: &str) {
            let left = Interrupted::read(text.as_bytes(), Lines::Ndjson, HEADER).unwrap();
            assert_eq!((left.keep, left.needs, left.last.as_slice()), (0, 0, last.as_bytes()), "{text}");
        }
        let whole = "{\"rank\":1,\"status\":\"ok\"}\n{\"rank\":null,\"status\":\"error\"}\n";
        check("", "");
        check(&format!("{whole}{{\"ra"), whole);
        // Without a whole row nothing else shows whose file it is.
        check("{\"ra", "{\"ra");
        check("my notes", "my notes");
        assert!(Interrupted::read(HEADER.as_bytes(), Lines::Ndjson, HEADER).is_err(), "another format");
    }
}

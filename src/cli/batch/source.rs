//! Reads rows as blocks of complete records, each with the place where it begins.
//!
//! A block ends with the last complete record that has been read. So a row from a slow pipe is answered as soon as it
//! arrives, a file is read in pieces of a fixed size, and each block can be processed by itself.

use crate::catalogue::delimiter::{Delimiter, Opening};
use crate::catalogue::records::{
    Field, LONGEST_RECORD, blank_rows, last_end, last_line_end, line_breaks, line_end, split,
};
use crate::catalogue::table::BOM;
use crate::cli::choices::InputFormat;
use std::io::{self, Read};

/// How much is read at a time.
const PIECE: usize = 1 << 16;

/// Some complete records.
#[derive(Debug, PartialEq, Eq)]
pub struct NeedBlock {
    pub bytes: Vec<u8>,
    /// The line on which the first record begins, from 1.
    pub line: u64,
    /// The number of the first record, from 1; the header does not count.
    pub row: u64,
    /// Whether this is only the beginning of a single record that is too long.
    pub too_long: bool,
}

/// The reason why no more rows can be read.
#[derive(Debug)]
pub enum SourceError {
    Io(io::Error),
    /// There are only this many rows, fewer than to skip.
    FewerRows(u64),
}

impl From<io::Error> for SourceError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A reader of rows.
pub struct NeedSource<R> {
    input: R,
    format: InputFormat,
    /// What separates the cells of CSV, once the header is read.
    delimiter: Delimiter,
    /// The bytes that were read and are not in a block yet.
    bytes: Vec<u8>,
    ended: bool,
    line: u64,
    row: u64,
    /// How many records are still to skip.
    skip: u64,
    /// A buffer for the fields of a record, which are not used.
    fields: Vec<Field>,
}

impl<R: Read> NeedSource<R> {
    /// Reads the first bytes. If `format` is `None`, they decide the format.
    pub fn open(input: R, format: Option<InputFormat>) -> io::Result<Self> {
        let mut source = Self {
            input,
            format: InputFormat::Csv,
            delimiter: Delimiter::COMMA,
            bytes: Vec::new(),
            ended: false,
            line: 1,
            row: 1,
            skip: 0,
            fields: Vec::new(),
        };
        let first = loop {
            let text = source.bytes.strip_prefix(BOM).unwrap_or(&source.bytes);
            let first = text.iter().find(|byte| !byte.is_ascii_whitespace()).copied();
            // The byte order mark may arrive in parts.
            if source.ended || first.is_some() && source.bytes.len() >= BOM.len() {
                break first;
            }
            source.read()?;
        };
        let is_json = matches!(first, Some(b'{' | b'['));
        let guessed = if is_json { InputFormat::Ndjson } else { InputFormat::Csv };
        source.format = format.unwrap_or(guessed);
        if source.bytes.starts_with(BOM) {
            source.bytes.drain(..BOM.len());
        }
        Ok(source)
    }

    /// Whether the whole input is blank, without a row. Only valid before anything is taken from it.
    pub fn is_blank(&self) -> bool {
        self.ended && self.bytes.trim_ascii().is_empty()
    }

    pub fn format(&self) -> InputFormat {
        self.format
    }

    /// The first line with text, which stays where it is.
    pub fn first_line(&mut self) -> io::Result<&[u8]> {
        loop {
            let blank = self.bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let end = line_end(&self.bytes[blank..], self.ended);
            if end.is_some() || self.ended || self.bytes.len() > LONGEST_RECORD {
                return Ok(&self.bytes[blank..end.map_or(self.bytes.len(), |end| blank + end)]);
            }
            self.read()?;
        }
    }

    /// Reads the header row of CSV, which should have some of the `wanted` columns. Returns its bytes with the lines before
    /// it, and where it begins in them. The delimiter that was `asked` for is used if the header does not show another.
    pub fn header(&mut self, wanted: &[&str], asked: Option<Delimiter>) -> io::Result<(Opening, Vec<u8>)> {
        let (opening, end) = loop {
            let opening = Opening::find(&self.bytes, wanted, asked);
            let start = opening.start;
            let end = split(&self.bytes, start, opening.delimiter, &mut self.fields)
                .filter(|_| start < self.bytes.len());
            if end.is_some() || self.ended || self.bytes.len() > LONGEST_RECORD {
                break (opening, end.unwrap_or(self.bytes.len()));
            }
            self.read()?;
        };
        let header: Vec<u8> = self.bytes.drain(..end).collect();
        self.line += line_breaks(&header);
        self.delimiter = opening.delimiter;
        Ok((opening, header))
    }

    /// Skips the next `records` records.
    pub fn skip(&mut self, records: u64) {
        self.skip = records;
    }

    /// The next block; `None` at the end.
    ///
    /// # Errors
    /// If the input cannot be read, or has fewer records than to skip.
    pub fn next(&mut self) -> Result<Option<NeedBlock>, SourceError> {
        loop {
            if let Some((end, too_long)) = self.ready() {
                let block = self.cut(end, too_long)?;
                if block.is_some() {
                    return Ok(block);
                }
            } else if self.ended {
                return if self.skip == 0 { Ok(None) } else { Err(SourceError::FewerRows(self.row - 1)) };
            } else {
                self.read()?;
            }
        }
    }

    fn read(&mut self) -> io::Result<()> {
        let before = self.bytes.len();
        self.bytes.resize(before + PIECE, 0);
        let count = loop {
            match self.input.read(&mut self.bytes[before..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.bytes.truncate(before + count.as_ref().copied().unwrap_or(0));
        self.ended = count? == 0;
        Ok(())
    }

    /// The end of the bytes that make up a block, and whether they are the beginning of a record that is too long.
    fn ready(&mut self) -> Option<(usize, bool)> {
        let end = match self.format {
            InputFormat::Csv => last_end(&self.bytes, self.delimiter),
            InputFormat::Ndjson => last_line_end(&self.bytes, 0..self.bytes.len()),
        };
        if let Some(end) = end {
            return Some((end, false));
        }
        let len = self.bytes.len();
        if len == 0 || !self.ended && len <= LONGEST_RECORD {
            return None;
        }
        if self.format == InputFormat::Csv {
            let start = blank_rows(&self.bytes, self.delimiter);
            split(&self.bytes, start, self.delimiter, &mut self.fields);
            // A quote that is never closed would make the rest of the file one field. Only its line becomes a bad row.
            let is_open = self.fields.iter().any(|field| field.open);
            let line = line_end(&self.bytes[start..], self.ended).map(|end| start + end);
            if let Some(line) = line.filter(|_| is_open) {
                return Some((line, false));
            }
        }
        Some((len, len > LONGEST_RECORD))
    }

    /// Takes a block from the bytes; `None` if all of its records are skipped.
    fn cut(&mut self, end: usize, too_long: bool) -> io::Result<Option<NeedBlock>> {
        let rest = self.bytes.split_off(end);
        let mut bytes = std::mem::replace(&mut self.bytes, rest);
        let mut line = self.line;
        let mut row = self.row;
        self.line += line_breaks(&bytes);
        let mut at = 0;
        let mut records = 0;
        while let Some(next) = self.record_end(&bytes, at) {
            at = next;
            records += 1;
            if records == self.skip {
                break;
            }
        }
        if self.skip > 0 {
            self.skip -= records;
            self.row += records;
            line += line_breaks(&bytes[..at]);
            row += records;
            bytes.drain(..at);
            records = 0;
            at = 0;
            while let Some(next) = self.record_end(&bytes, at) {
                at = next;
                records += 1;
            }
        }
        self.row += records;
        if too_long {
            self.drop_line()?;
        }
        Ok((records > 0).then_some(NeedBlock { bytes, line, row, too_long }))
    }

    /// The end of the first record at or after a place; `None` if there is none.
    fn record_end(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        match self.format {
            InputFormat::Csv => {
                let start = from + blank_rows(&bytes[from..], self.delimiter);
                let end = split(bytes, start, self.delimiter, &mut self.fields);
                (start < bytes.len()).then_some(end.unwrap_or(bytes.len()))
            }
            InputFormat::Ndjson => {
                let start = from + bytes[from..].iter().position(|byte| !byte.is_ascii_whitespace())?;
                Some(line_end(&bytes[start..], true).map_or(bytes.len(), |end| start + end))
            }
        }
    }

    /// Skips the rest of a line.
    fn drop_line(&mut self) -> io::Result<()> {
        loop {
            if let Some(end) = line_end(&self.bytes, self.ended) {
                self.bytes.drain(..end);
                self.line += 1;
                return Ok(());
            }
            // A `\r` at the end may be half of a line break.
            let half = usize::from(self.bytes.last() == Some(&b'\r') && !self.ended);
            self.bytes.drain(..self.bytes.len() - half);
            if self.ended {
                return Ok(());
            }
            self.read()?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A reader that returns at most this many bytes at a time.
    struct Slow<'b>(&'b [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len());
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    /// All blocks of some CSV (bytes, line, row), or the number of its rows if that is less than `skip`.
    fn blocks_after(csv: &str, at_a_time: usize, skip: u64) -> Result<Vec<(String, u64, u64)>, u64> {
        let mut source = NeedSource::open(Slow(csv.as_bytes(), at_a_time), None).unwrap();
        source.header(&["id", "days"], None).unwrap();
        source.skip(skip);
        let mut blocks = Vec::new();
        loop {
            match source.next() {
                Ok(None) => return Ok(blocks),
                Err(SourceError::FewerRows(rows)) => return Err(rows),
                Err(error) => panic!("{error:?}"),
                Ok(Some(block)) => {
                    assert!(!block.too_long);
                    blocks.push((String::from_utf8(block.bytes).unwrap(), block.line, block.row));
                }
            }
        }
    }

    fn blocks(csv: &str, at_a_time: usize, skip: u64) -> Vec<(String, u64, u64)> {
        blocks_after(csv, at_a_time, skip).unwrap()
    }

    fn owned(blocks: &[(&str, u64, u64)]) -> Vec<(String, u64, u64)> {
        blocks.iter().map(|&(bytes, line, row)| (bytes.to_owned(), line, row)).collect()
    }

    const CSV: &str = "id,days\n\na,1\n\"b\n,\",2\nc,3\n";

    #[test]
    fn whole_records_however_they_come() {
        let all = owned(&[("\na,1\n\"b\n,\",2\nc,3\n", 2, 1)]);
        assert_eq!(blocks(CSV, 1000, 0), all);
        let one_by_one = blocks(CSV, 1, 0);
        let text: String = one_by_one.iter().map(|(bytes, ..)| bytes.as_str()).collect();
        assert_eq!(text.trim_start(), "a,1\n\"b\n,\",2\nc,3\n");
        let places: Vec<_> = one_by_one.iter().map(|(_, line, row)| (*line, *row)).collect();
        assert_eq!(places, [(3, 1), (4, 2), (6, 3)]);
    }

    /// The records in some bytes that begin on this line, each with its line.
    fn records(bytes: &[u8], line: u64) -> Vec<(u64, Vec<u8>)> {
        let mut found = Vec::new();
        let mut fields = Vec::new();
        let mut at = 0;
        loop {
            at += blank_rows(&bytes[at..], Delimiter::COMMA);
            if at == bytes.len() {
                return found;
            }
            let end = split(bytes, at, Delimiter::COMMA, &mut fields).unwrap_or(bytes.len());
            found.push((line + line_breaks(&bytes[..at]), bytes[at..end].to_vec()));
            at = end;
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_record_comes_once_with_its_number_and_line(
            rows in prop::collection::vec(("a?|[aé][a\"é]{0,2}|\"([a,\n]|\"\"){0,4}\"", "\n|\r\n|\n\n|\r"), 0..12),
            at_a_time in 1..40_usize, skip in 0..9_usize,
        ) {
            let csv: String = rows.iter().map(|(cell, end)| format!("x{end}{cell},1{end}")).collect();
            let all = records(csv.as_bytes(), 2);
            let rows = all.len();
            let expected: Vec<_> = all.into_iter().zip(1..).skip(skip).collect();
            let found = blocks_after(&format!("id\n{csv}"), at_a_time, skip as u64).map(|blocks| {
                let blocks = blocks.iter();
                blocks.flat_map(|(bytes, line, row)| records(bytes.as_bytes(), *line).into_iter().zip(*row..)).collect()
            });
            prop_assert_eq!(found, if skip > rows { Err(rows as u64) } else { Ok(expected) });
        }
    }

    #[test]
    fn records_are_passed_over() {
        assert_eq!(blocks(CSV, 1000, 1), owned(&[("\"b\n,\",2\nc,3\n", 4, 2)]));
        assert_eq!(blocks(CSV, 1, 2), owned(&[("c,3\n", 6, 3)]));
        assert_eq!(blocks(CSV, 1000, 3), []);
        assert_eq!(blocks_after(CSV, 1000, 4), Err(3));
    }

    #[test]
    fn lines_of_json_may_end_in_any_way() {
        for (text, expected) in [("{}\n{}\n", 2), ("{}\r\n\r\n{}\r\n{}", 3), ("{}\r{}\r{}\r", 3)] {
            for at_a_time in [1, 2, 1000] {
                let input = Slow(text.as_bytes(), at_a_time);
                let mut source = NeedSource::open(input, Some(InputFormat::Ndjson)).unwrap();
                let mut rows = 0;
                while let Some(block) = source.next().unwrap() {
                    rows = block.row;
                    let mut at = 0;
                    while let Some(end) = source.record_end(&block.bytes, at) {
                        at = end;
                        rows += u64::from(source.record_end(&block.bytes, at).is_some());
                    }
                }
                assert_eq!(rows, expected, "{text:?}, {at_a_time} at a time");
            }
        }
    }

    #[test]
    fn an_open_quote_costs_its_line_and_no_more() {
        let csv = "id,days\na,1\nb,\"2\nc,3\nd,4";
        let expected = owned(&[("a,1\n", 2, 1), ("b,\"2\n", 3, 2), ("c,3\n", 4, 3), ("d,4", 5, 4)]);
        assert_eq!(blocks(csv, 1000, 0), expected);
        let long = format!("id,days\nb,\"2\n{}", "c,3\n".repeat(1 << 19));
        let found = blocks(&long, 1 << 16, 0);
        assert_eq!(found[0], ("b,\"2\n".to_owned(), 2, 1));
        let rows: usize = found[1..].iter().map(|(bytes, ..)| bytes.lines().count()).sum();
        assert_eq!(rows, 1 << 19, "what follows goes on");
    }

    #[test]
    fn a_record_without_an_end_is_cut() {
        let long = format!("id,days\n{}\nc,3\n", "x".repeat(3 << 20));
        let mut source = NeedSource::open(long.as_bytes(), None).unwrap();
        source.header(&["id", "days"], None).unwrap();
        let first = source.next().unwrap().unwrap();
        assert!(first.too_long && first.bytes.len() < 2 << 20);
        let second = source.next().unwrap().unwrap();
        assert_eq!((second.bytes.as_slice(), second.line, second.row), (&b"c,3\n"[..], 3, 2));
        assert_eq!(source.next().unwrap(), None);
    }

    #[test]
    fn an_input_without_a_row_or_a_header_is_blank() {
        #[track_caller]
        fn check(text: &str, expected: bool) {
            for at_a_time in [1, 1000] {
                let source = NeedSource::open(Slow(text.as_bytes(), at_a_time), None).unwrap();
                assert_eq!(source.is_blank(), expected, "{text:?}, {at_a_time} at a time");
            }
        }
        check("", true);
        check("\u{feff}", true);
        check("\n \r\n\t", true);
        check("days,data", false);
        check("\n{}", false);
        check("x", false);
    }

    #[test]
    fn the_first_byte_decides_the_notation() {
        #[track_caller]
        fn check(text: &str, expected: InputFormat) {
            assert_eq!(NeedSource::open(text.as_bytes(), None).unwrap().format(), expected);
        }
        check("\n {\"days\": 3}", InputFormat::Ndjson);
        check("\u{feff}{}", InputFormat::Ndjson);
        check("days,data", InputFormat::Csv);
        check("", InputFormat::Csv);
    }
}

//! Reads text in any encoding as UTF-8.
//!
//! A byte order mark decides; UTF-16 from a spreadsheet or a shell has one. Otherwise it is the encoding that the user
//! names, or UTF-8. UTF-8 passes unchanged.

use crate::bulk::source::Source;
use crate::domain::error::Error;
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};
use std::io::{self, Read};

/// Reads the name of an encoding: any that the WHATWG standard knows, in any case.
///
/// # Errors
/// `encoding-unknown` with the name.
pub fn encoding(name: &str) -> Result<&'static Encoding, Error> {
    Encoding::for_label(name.as_bytes())
        .or_else(|| name.to_ascii_lowercase().strip_prefix("cp").and_then(code_page))
        .ok_or_else(|| Error::new("encoding-unknown").with("value", name))
}

/// The encoding of a code page of Windows, as Python names it: `cp936`.
fn code_page(number: &str) -> Option<&'static Encoding> {
    let label = match number {
        "932" => "shift_jis",
        "936" => "gbk",
        "949" => "euc-kr",
        "950" => "big5",
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

/// A byte that is in no UTF-8 text. It replaces what is not text in the encoding of the input, so that the reader of the
/// table reports it at its place.
const NOT_TEXT: u8 = 0xff;

/// How many bytes are decoded at a time.
const PIECE: usize = 1 << 16;

/// An input as UTF-8.
pub struct Decoded<R> {
    input: R,
    named: Option<&'static Encoding>,
    state: TextState,
}

enum TextState {
    /// Nothing was read yet.
    Start,
    /// The text is UTF-8. The bytes were read to find out, and are still to be passed on.
    Plain(Vec<u8>),
    /// The text is in another encoding.
    Other(Box<Decoding>),
}

struct Decoding {
    decoder: Decoder,
    /// Bytes that are not decoded yet.
    raw: Vec<u8>,
    /// Text that is not passed on yet, from this place on.
    text: Vec<u8>,
    at: usize,
    has_ended: bool,
}

impl<R: Read> Decoded<R> {
    /// An input without a byte order mark has the named encoding; UTF-8 if none is named.
    pub fn new(input: R, named: Option<&'static Encoding>) -> Self {
        Self { input, named, state: TextState::Start }
    }

    /// Reads the first bytes, which show the encoding.
    fn start(&mut self) -> io::Result<()> {
        const LONGEST_MARK: u64 = 3;
        let mut first = Vec::new();
        self.input.by_ref().take(LONGEST_MARK).read_to_end(&mut first)?;
        let marked = Encoding::for_bom(&first).map(|(encoding, _)| encoding);
        let encoding = marked.or(self.named).unwrap_or(UTF_8);
        self.state = if encoding == UTF_8 {
            TextState::Plain(first)
        } else {
            let decoder = encoding.new_decoder();
            TextState::Other(Box::new(Decoding {
                decoder,
                raw: first,
                text: Vec::new(),
                at: 0,
                has_ended: false,
            }))
        };
        Ok(())
    }
}

impl Decoding {
    /// Passes text on; 0 bytes at the end.
    fn read(&mut self, input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() && !self.has_ended {
            let count = input.take(PIECE as u64).read_to_end(&mut self.raw)?;
            self.has_ended = count == 0;
            self.decode();
        }
        let count = buffer.len().min(self.text.len() - self.at);
        buffer[..count].copy_from_slice(&self.text[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }

    /// Decodes all raw bytes.
    fn decode(&mut self) {
        self.text.clear();
        self.at = 0;
        let mut from = 0;
        loop {
            let raw = &self.raw[from..];
            let start = self.text.len();
            let room = self.decoder.max_utf8_buffer_length_without_replacement(raw.len());
            self.text.resize(start + room.unwrap_or(PIECE), 0);
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(raw, &mut self.text[start..], self.has_ended);
            from += read;
            self.text.truncate(start + written);
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => self.text.push(NOT_TEXT),
            }
        }
        self.raw.clear();
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if matches!(self.state, TextState::Start) {
            self.start()?;
        }
        match &mut self.state {
            TextState::Plain(first) if !first.is_empty() => {
                let count = buffer.len().min(first.len());
                buffer[..count].copy_from_slice(&first[..count]);
                first.drain(..count);
                Ok(count)
            }
            TextState::Other(decoding) => decoding.read(&mut self.input, buffer),
            TextState::Start | TextState::Plain(_) => self.input.read(buffer),
        }
    }
}

impl<S: Source> Source for Decoded<S> {
    fn rewind(&mut self) -> io::Result<bool> {
        self.state = TextState::Start;
        self.input.rewind()
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        self.input.is_unchanged()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the text of some bytes in an encoding, however they arrive; `\u{fffd}` stands for what is not text.
    #[track_caller]
    fn check(bytes: &[u8], named: Option<&str>, expected: &str) {
        for at_a_time in [1, 2, 1000] {
            let mut decoded = Decoded::new(bytes, named.map(|name| encoding(name).unwrap()));
            let mut text = Vec::new();
            let mut buffer = vec![0; at_a_time];
            loop {
                let count = decoded.read(&mut buffer).unwrap();
                if count == 0 {
                    break;
                }
                text.extend(&buffer[..count]);
            }
            assert_eq!(String::from_utf8_lossy(&text), expected, "{at_a_time} at a time");
        }
    }

    #[test]
    fn a_mark_decides_and_then_the_name() {
        check(b"id,name\n", None, "id,name\n");
        check("\u{feff}é".as_bytes(), Some("gbk"), "\u{feff}é");
        check(b"\xff\xfei\0d\0\xe9\0", None, "idé");
        check(b"\xfe\xff\0i\0d\x59\x57", None, "id\u{5957}");
        check(b"caf\xe9 \x80", Some("windows-1252"), "café €");
        check(b"\xcc\xd7\xb2\xcd", Some("GBK"), "套餐");
        check(b"\xcc\xd7\xb2\xcd", Some("cp936"), "套餐");
        check(b"", Some("gbk"), "");
    }

    #[test]
    fn what_is_not_text_stays_at_its_place() {
        check(b"a\xffb", None, "a\u{fffd}b");
        check(b"\xff\xfea\0\x00\xd8b\0", None, "a\u{fffd}b");
        check(b"a,\xcc", Some("gbk"), "a,\u{fffd}");
    }

    #[test]
    fn long_texts_are_decoded_in_pieces() {
        let text = "é套\n".repeat(50_000);
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let mut decoded = String::new();
        Decoded::new(bytes.as_slice(), None).read_to_string(&mut decoded).unwrap();
        assert_eq!(decoded, text);
    }

    #[test]
    fn names_of_encodings() {
        for (name, expected) in
            [("latin1", "windows-1252"), ("UTF-16", "UTF-16LE"), ("cp1252", "windows-1252")]
        {
            assert_eq!(encoding(name).unwrap().name(), expected);
        }
        assert_eq!(encoding("ebcdic").unwrap_err().code(), "encoding-unknown");
    }
}

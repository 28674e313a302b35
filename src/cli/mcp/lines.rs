//! The lines of standard input, each with one message.

use super::rpc::{INVALID_REQUEST, PARSE_ERROR, RpcError};
use std::io::{self, BufRead, Read};

/// The size of the longest line that is read. A question takes some hundred bytes.
const LONGEST_LINE: u64 = 1 << 20;

/// The next line, or what is wrong with it; `None` at the end.
pub fn next_line(input: &mut impl BufRead) -> io::Result<Option<Result<String, RpcError>>> {
    let mut bytes = Vec::new();
    if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.len() as u64 == LONGEST_LINE && !bytes.ends_with(b"\n") {
        input.skip_until(b'\n')?;
        let message = format!("A message has at most {LONGEST_LINE} bytes");
        return Ok(Some(Err(RpcError::new(INVALID_REQUEST, message))));
    }
    let text = String::from_utf8(bytes);
    Ok(Some(text.map_err(|_| RpcError::new(PARSE_ERROR, "The message is not UTF-8"))))
}

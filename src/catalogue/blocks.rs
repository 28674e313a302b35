//! A file as blocks of whole records, read one after another by whoever asks next.

use super::cells::PADDING;
use super::marks::{self, line_breaks};
use super::records::{LONGEST_RECORD, last_end};
use std::io::{self, Read};

/// A file being read in blocks.
pub struct Blocks<R> {
    input: R,
    /// How long a block is, where no record is longer.
    size: usize,
    /// The beginning of a record whose end has not been read yet.
    carry: Vec<u8>,
    /// The line on which the next block begins.
    line: u64,
    ended: bool,
}

/// One block: some whole records; the last one of the file may lack its line end.
#[derive(Debug, Default)]
pub struct RecordBlock {
    /// The line of the file on which it begins.
    pub line: u64,
    buffer: Vec<u8>,
    len: usize,
}

impl RecordBlock {
    /// The records.
    pub fn bytes(&self) -> &[u8] {
        &self.buffer[..self.len]
    }

    /// The records, and some bytes after them that mean nothing.
    pub fn padded(&self) -> &[u8] {
        &self.buffer[..self.len + PADDING]
    }
}

impl<R: Read> Blocks<R> {
    /// The blocks of an input that begins with a record, on this line of its file.
    pub fn of(input: R, line: u64, size: usize) -> Self {
        Self { input, size: size.max(1), carry: Vec::new(), line, ended: false }
    }

    /// Reads the next block; `false` at the end of the file. A record that is too long is the last one: reading stops in
    /// the middle of it.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn read(&mut self, block: &mut RecordBlock) -> io::Result<bool> {
        let mut filled = self.carry.len();
        let mut room = self.size.max(2 * filled);
        loop {
            // A buffer that has grown stays as it is: blanking it again would take longer than reading into it.
            if block.buffer.len() < room + PADDING {
                block.buffer.resize(room + PADDING, 0);
            }
            if !self.carry.is_empty() {
                block.buffer[..self.carry.len()].copy_from_slice(&self.carry);
                self.carry.clear();
            }
            while filled < room && !self.ended {
                match self.input.read(&mut block.buffer[filled..room]) {
                    Ok(0) => self.ended = true,
                    Ok(count) => filled += count,
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(error),
                }
            }
            let bytes = &block.buffer[..filled];
            let end =
                if self.ended { Some(filled) } else { marks::last_end(bytes).or_else(|| last_end(bytes)) };
            self.ended |= end.is_none() && filled > LONGEST_RECORD;
            let end = if self.ended { Some(filled) } else { end };
            if let Some(end) = end {
                self.carry.extend_from_slice(&block.buffer[end..filled]);
                block.len = end;
                block.line = self.line;
                self.line += line_breaks(block.bytes());
                return Ok(end > 0);
            }
            // A record is longer than the block.
            room *= 2;
        }
    }
}

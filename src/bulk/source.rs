//! What a catalogue is read from, and how.

use super::threads::cores;
use crate::catalogue::records::{LONGEST_RECORD, last_end};
use crate::catalogue::table::BOM;
use std::io::{self, Read};

/// What a catalogue is read from.
pub trait Source: Read + Send {
    /// Goes back to the beginning; `false` where that cannot be done.
    ///
    /// # Errors
    /// What kept it from being done.
    fn rewind(&mut self) -> io::Result<bool>;

    /// Whether what has been read again is what was read first, as far as the source can know.
    ///
    /// # Errors
    /// What kept that from being found out.
    fn is_unchanged(&self) -> io::Result<bool>;
}

/// How a catalogue is read.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// On how many threads; `None` for one on each core.
    pub threads: Option<usize>,
    /// Up to how many bytes it is kept whole: then all of its offers and refusals can be told.
    pub whole: usize,
    /// In blocks of how many bytes a larger one is read.
    pub block: usize,
}

impl Settings {
    /// Reading on so many threads, with sizes that suit large files.
    pub const fn on(threads: Option<usize>) -> Self {
        Self { threads, whole: 1 << 20, block: 1 << 17 }
    }

    /// The number of threads, at least 1.
    pub fn threads(&self) -> usize {
        self.threads.unwrap_or_else(cores).max(1)
    }
}

/// The beginning of a file: all of a small one, else at least its header.
pub struct FileHead {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether these are all.
    pub is_whole: bool,
}

/// The first bytes of a source: all of it, if it has at most `whole` bytes.
///
/// # Errors
/// What kept it from being read.
pub fn head(source: &mut impl Source, whole: usize) -> io::Result<FileHead> {
    let (mut bytes, mut most) = (Vec::new(), whole as u64 + 1);
    loop {
        let count = source.by_ref().take(most).read_to_end(&mut bytes)?;
        if (count as u64) < most {
            return Ok(FileHead { bytes, is_whole: true });
        }
        if last_end(bytes.strip_prefix(BOM).unwrap_or(&bytes)).is_some() {
            return Ok(FileHead { bytes, is_whole: false });
        }
        if bytes.len() > LONGEST_RECORD + BOM.len() {
            // The header is too long: nothing of the rest matters.
            return Ok(FileHead { bytes, is_whole: true });
        }
        most = bytes.len() as u64;
    }
}

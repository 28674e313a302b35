//! The input of a catalogue, and the settings for reading it.

use super::threads::cores;
use crate::catalogue::columns::REQUIRED;
use crate::catalogue::delimiter::{Delimiter, Opening};
use crate::catalogue::records::{LONGEST_RECORD, last_end};
use std::io::{self, Read};

/// An input that a catalogue is read from.
pub trait Source: Read + Send {
    /// Goes back to the beginning. Returns `false` if the input can be read only once.
    ///
    /// # Errors
    /// If the input fails to go back.
    fn rewind(&mut self) -> io::Result<bool>;

    /// Whether the second reading had the same contents as the first, as far as the source can know.
    ///
    /// # Errors
    /// If the state of the input cannot be read.
    fn is_unchanged(&self) -> io::Result<bool>;
}

impl<S: Source + ?Sized> Source for Box<S> {
    fn rewind(&mut self) -> io::Result<bool> {
        (**self).rewind()
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        (**self).is_unchanged()
    }
}

/// How a catalogue is read.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The number of threads. `None` means one for each core.
    pub threads: Option<usize>,
    /// The largest file, in bytes, that is kept whole, so that all of its offers and refusals can be shown.
    pub whole: usize,
    /// The size of the blocks, in bytes, in which a larger file is read.
    pub block: usize,
    /// The delimiter that was asked for.
    pub delimiter: Option<Delimiter>,
}

impl Settings {
    /// Settings for this many threads, with sizes that suit large files.
    pub const fn on(threads: Option<usize>) -> Self {
        Self { threads, whole: 1 << 20, block: 1 << 17, delimiter: None }
    }

    /// The number of threads, at least 1.
    pub fn threads(&self) -> usize {
        self.threads.unwrap_or_else(cores).max(1)
    }
}

/// The beginning of a file: all of a small file, and at least the header of a large one.
pub struct FileHead {
    /// The first bytes of the file.
    pub bytes: Vec<u8>,
    /// Whether these are all bytes of the file.
    pub is_whole: bool,
}

/// Reads the beginning of a source, or all of it if it has at most as many bytes as the settings allow.
///
/// # Errors
/// If the source cannot be read.
pub fn head(source: &mut impl Source, settings: Settings) -> io::Result<FileHead> {
    let mut bytes = Vec::new();
    let mut most = settings.whole as u64 + 1;
    loop {
        let count = source.by_ref().take(most).read_to_end(&mut bytes)?;
        if (count as u64) < most {
            return Ok(FileHead { bytes, is_whole: true });
        }
        let Opening { start, delimiter, .. } = Opening::find(&bytes, &REQUIRED, settings.delimiter);
        if last_end(&bytes[start..], delimiter).is_some() {
            return Ok(FileHead { bytes, is_whole: false });
        }
        if bytes.len() > LONGEST_RECORD + start {
            // The header is too long, which is an error whatever follows.
            return Ok(FileHead { bytes, is_whole: true });
        }
        most = bytes.len() as u64;
    }
}

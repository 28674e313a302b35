//! The SHA-256 of a catalogue, by which answers say what they rest on.

use crate::bulk::source::Source;
use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// The SHA-256 of what is read. It is only computed for JSON answers, which show it. For a large catalogue it takes
/// longer than the answer, so the user has to ask for it.
pub struct Fingerprint {
    hash: Option<Sha256>,
    /// How many more bytes it may cover.
    left: u64,
}

impl Fingerprint {
    /// The size in bytes up to which it is always computed.
    const ALWAYS: u64 = 1_000_000;

    /// One that is not wanted stays empty; `is_any_size` is whether that of a large catalogue is wanted, too.
    pub fn new(is_wanted: bool, is_any_size: bool) -> Self {
        let left = if is_any_size { u64::MAX } else { Self::ALWAYS };
        Self { hash: is_wanted.then(Sha256::new), left }
    }

    /// Adds some bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        match (&mut self.hash, self.left.checked_sub(bytes.len() as u64)) {
            (Some(hash), Some(left)) => {
                hash.update(bytes);
                self.left = left;
            }
            _ => self.hash = None,
        }
    }

    /// The digits; `None` if it is not wanted or the catalogue is too large.
    pub fn hex(self) -> Option<String> {
        self.hash.map(|hash| hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// A reader that fingerprints what it reads.
pub struct Hashed<'h, R> {
    inner: R,
    fingerprint: &'h mut Fingerprint,
    /// Whether the fingerprint is complete: a second reading adds nothing.
    is_done: bool,
}

impl<'h, R> Hashed<'h, R> {
    /// Adds all that is read to a fingerprint.
    pub fn new(inner: R, fingerprint: &'h mut Fingerprint) -> Self {
        Self { inner, fingerprint, is_done: false }
    }
}

impl<R: Read> Read for Hashed<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        if !self.is_done {
            self.fingerprint.update(&buffer[..count]);
        }
        Ok(count)
    }
}

impl<S: Source> Source for Hashed<'_, S> {
    fn rewind(&mut self) -> io::Result<bool> {
        self.is_done = true;
        self.inner.rewind()
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        self.inner.is_unchanged()
    }
}

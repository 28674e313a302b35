//! Writes answers to standard output, to a device or a pipe, or to a file.
//!
//! A file has another name ([`part_of`]) until it is complete. If an interrupted run has left such a file, this run
//! continues it, and so it does with the file of answers that `--resume` names: the last needs are answered again and
//! compared with what is there, an incomplete last row is removed, and the other answers follow. This way answers to other
//! needs or with other options are never mixed with the new ones.

use super::interrupted::Interrupted;
use crate::ask::error::{AskError, about_file};
use crate::cli::Environment;
use crate::cli::files::{Destination, FileId, Target};
use crate::render::batch::{Lines, WrittenRow};
use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The name of a file of answers until it is complete: the file that a path leads to, with `.part` at its end. `None`
/// for a device or a pipe.
pub fn part_of(path: &Path) -> Option<PathBuf> {
    let destination = Destination::from_path(path).ok()??;
    let mut name: OsString = destination.path.into();
    name.push(".part");
    Some(name.into())
}

pub struct Sink {
    /// The output of answers.
    to: To,
    lines: Lines,
    /// The header row of CSV, with its line break.
    header: String,
    /// How many needs have complete answers in the output, also after a failed write.
    whole: u64,
    /// How many of the needs are bad that will not be answered again.
    bad: u64,
    /// What an earlier run has written of the answers that are repeated.
    expected: Vec<u8>,
    /// Answers that are not yet compared with `expected`.
    held: Vec<u8>,
    /// How many needs those answers are for.
    held_needs: u64,
}

enum To {
    Stdout,
    Through(PathBuf, File),
    /// A file that a later run continues. It gets another name when it is complete, if there is one for it.
    Kept {
        file: File,
        path: PathBuf,
        destination: Option<Destination>,
    },
}

/// The reason why answers could not be written.
#[derive(Debug)]
pub enum SinkError {
    /// The reader has closed the pipe.
    Closed,
    /// The operating system has reported an error.
    Io(io::Error),
    /// The file to continue has answers to other needs or with other options.
    OtherAnswers,
}

impl From<io::Error> for SinkError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Closed } else { Self::Io(error) }
    }
}

impl Sink {
    /// Opens the output. If it continues a file, [`Sink::whole`] is the number of needs that are answered there.
    ///
    /// # Errors
    /// If the file cannot be written or continued, or if another run is writing it.
    pub fn open(output: Option<&Path>, lines: Lines, header: String) -> Result<Self, AskError> {
        let Target::File(path) = Target::from_path(output) else {
            return Ok(Self::new(To::Stdout, lines, header));
        };
        let destination =
            Destination::from_path(&path).map_err(|error| AskError::unwritable(&path, &error))?;
        let Some(destination) = destination else {
            let opened = File::options().write(true).open(&path);
            let file = opened.map_err(|error| AskError::unwritable(&path, &error))?;
            return Ok(Self::new(To::Through(path, file), lines, header));
        };
        let part =
            part_of(&path).ok_or_else(|| AskError::unwritable(&path, &io::ErrorKind::NotFound.into()))?;
        Self::continued(&part, Some(destination), lines, header)
    }

    /// Opens a file of answers to complete it; it is created if there is none. [`Sink::whole`] is as for `open`.
    ///
    /// # Errors
    /// As for `open`, and if the path does not lead to a file.
    pub fn resume(path: &Path, lines: Lines, header: String) -> Result<Self, AskError> {
        let there = Destination::from_path(path).map_err(|error| AskError::unwritable(path, &error))?;
        if there.is_none() || Target::from_path(Some(path)) == Target::Stdout {
            return Err(AskError::option("--resume", about_file("resume-without-a-file", path)));
        }
        Self::continued(path, None, lines, header)
    }

    fn continued(
        path: &Path,
        destination: Option<Destination>,
        lines: Lines,
        header: String,
    ) -> Result<Self, AskError> {
        let file = locked(path)?;
        let left = Interrupted::read(&file, lines, &header).map_err(|error| match error {
            None => AskError::file(about_file("part-unreadable", path)),
            Some(error) => AskError::unreadable(path, &error),
        })?;
        let to = To::Kept { file, path: path.to_owned(), destination };
        let fresh = Self::new(to, lines, header);
        let sink = Self { whole: left.needs, bad: left.bad, expected: left.last, ..fresh };
        sink.go_to(SeekFrom::Start(left.keep)).map_err(|error| AskError::unwritable(path, &error))?;
        Ok(sink)
    }

    fn new(to: To, lines: Lines, header: String) -> Self {
        Self { to, lines, header, whole: 0, bad: 0, expected: Vec::new(), held: Vec::new(), held_needs: 0 }
    }

    /// Whether the same command would continue this output after an interruption.
    pub fn continues(&self) -> bool {
        matches!(self.to, To::Kept { .. })
    }

    /// The file that is written; `None` for standard output.
    pub fn file(&self) -> Option<&Path> {
        match &self.to {
            To::Stdout => None,
            To::Through(path, _) | To::Kept { path, .. } => Some(path),
        }
    }

    /// How many needs are answered completely and will not be answered again.
    pub fn whole(&self) -> u64 {
        self.whole
    }

    /// How many needs are bad that will not be answered again.
    pub fn bad(&self) -> u64 {
        self.bad
    }

    /// Writes the header row, unless the file has it already.
    pub fn header(&mut self, environment: &mut Environment<'_>) -> Result<(), SinkError> {
        let has_it = match &self.to {
            To::Kept { file, .. } => file.metadata()?.len() > 0,
            To::Stdout | To::Through(..) => false,
        };
        if self.lines == Lines::Ndjson || has_it {
            return Ok(());
        }
        let header = std::mem::take(&mut self.header);
        self.put(header.as_bytes(), 0, environment)
    }

    /// Writes answers to `needs` needs.
    pub fn write(
        &mut self,
        text: &str,
        needs: u64,
        environment: &mut Environment<'_>,
    ) -> Result<(), SinkError> {
        self.held_needs += needs;
        if self.expected.is_empty() {
            self.put(text.as_bytes(), 0, environment)?;
        } else {
            self.held.extend(text.as_bytes());
            self.compare(false, environment)?;
        }
        if self.expected.is_empty() {
            self.whole += std::mem::take(&mut self.held_needs);
        }
        Ok(())
    }

    /// Compares the first answers with those of an earlier run, and continues after them if they are the same.
    fn compare(&mut self, is_end: bool, environment: &mut Environment<'_>) -> Result<(), SinkError> {
        let common = self.held.len().min(self.expected.len());
        if self.held[..common] != self.expected[..common] || is_end && common < self.expected.len() {
            return Err(SinkError::OtherAnswers);
        }
        if common == self.expected.len() {
            self.expected.clear();
            let held = std::mem::take(&mut self.held);
            let there = i64::try_from(common).map_err(io::Error::other)?;
            self.go_to(SeekFrom::Current(there))?;
            self.put(&held, common, environment)?;
        }
        Ok(())
    }

    /// Writes bytes, the first `there` of which the output has already.
    fn put(
        &mut self,
        bytes: &[u8],
        there: usize,
        environment: &mut Environment<'_>,
    ) -> Result<(), SinkError> {
        let out: &mut dyn Write = match &mut self.to {
            To::Stdout => environment.stdout,
            To::Through(_, file) | To::Kept { file, .. } => file,
        };
        let mut written = there;
        while written < bytes.len() {
            match out.write(&bytes[written..]) {
                Ok(0) => return Err(io::Error::from(io::ErrorKind::WriteZero).into()),
                Ok(count) => written += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.whole += whole_needs(&bytes[..written], self.lines);
                    return Err(error.into());
                }
            }
        }
        out.flush()?;
        Ok(())
    }

    /// Goes to the place of the next answers in a file. What follows there is cut off, unless it has to be compared first.
    fn go_to(&self, place: SeekFrom) -> io::Result<()> {
        let To::Kept { file, .. } = &self.to else { return Ok(()) };
        let mut file = file;
        let here = file.seek(place)?;
        // A complete file is not touched.
        if self.expected.is_empty() && file.metadata()?.len() > here {
            file.set_len(here)?;
        }
        Ok(())
    }

    /// Completes a file, and gives it its name.
    pub fn finish(mut self, environment: &mut Environment<'_>) -> Result<(), SinkError> {
        if !self.expected.is_empty() {
            self.compare(true, environment)?;
        }
        if let To::Kept { file, path, destination } = &self.to {
            if let Some(destination) = destination {
                destination.keep_mode(file)?;
            }
            file.sync_all()?;
            if let Some(destination) = destination {
                std::fs::rename(path, &destination.path)?;
            }
        }
        Ok(())
    }
}

/// Opens and locks a file to continue.
fn locked(path: &Path) -> Result<File, AskError> {
    loop {
        let opened = File::options().read(true).write(true).create(true).truncate(false).open(path);
        let file = opened.map_err(|error| AskError::unwritable(path, &error))?;
        match file.try_lock() {
            // The file system may have no locks.
            Ok(()) | Err(TryLockError::Error(_)) => {}
            Err(TryLockError::WouldBlock) => return Err(AskError::file(about_file("part-in-use", path))),
        }
        // Another run may have renamed the file between opening and locking.
        let id = FileId::of_stream(&file);
        if id.is_none() || id == FileId::of_path(path) {
            return Ok(file);
        }
    }
}

/// How many needs are answered completely in the first bytes of some answers. The last one may lack rows and does not
/// count.
fn whole_needs(bytes: &[u8], lines: Lines) -> u64 {
    let rows = bytes.split_inclusive(|&byte| byte == b'\n').filter(|row| row.ends_with(b"\n"));
    let begun =
        rows.filter(|row| WrittenRow::read(row, lines).is_some_and(|row| row.is_first)).count() as u64;
    begun.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::delimiter::Delimiter;

    #[test]
    fn needs_in_a_part_of_the_answers() {
        let text = "id,rank,status,total\na,1,ok,1.00\na,2,ok,1.00\nb,1,ok,1.00\n";
        for (end, expected) in [(0, 0), (text.len() - 14, 0), (text.len() - 1, 0), (text.len(), 1)] {
            assert_eq!(whole_needs(&text.as_bytes()[..end], Lines::Csv(Delimiter::COMMA)), expected, "{end}");
        }
    }
}

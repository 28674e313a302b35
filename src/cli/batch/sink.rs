//! Writes answers to standard output, to a device or a pipe, or to a file.
//!
//! A file has another name ([`part_of`]) until it is complete. If an interrupted run has left such a file, this run
//! continues it: an incomplete last row is removed, and the last needs are answered again and compared with what is
//! there. This way answers to other needs or with other options are never mixed with the new ones.

use crate::ask::error::{AskError, about_file};
use crate::cli::Environment;
use crate::cli::files::{Destination, FileId, Target};
use crate::render::batch::{Lines, begins_a_need};
use std::collections::VecDeque;
use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
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
    Part { file: File, part: PathBuf, destination: Destination },
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
        let file = locked(&part)?;
        let left = Interrupted::read(&file, lines, &header).map_err(|error| match error {
            None => AskError::file(about_file("part-unreadable", &part)),
            Some(error) => AskError::unreadable(&part, &error),
        })?;
        let to = To::Part { file, part, destination };
        let sink = Self { whole: left.needs, expected: left.last, ..Self::new(to, lines, header) };
        sink.cut(left.keep).map_err(|error| AskError::unwritable(&path, &error))?;
        Ok(sink)
    }

    fn new(to: To, lines: Lines, header: String) -> Self {
        Self { to, lines, header, whole: 0, expected: Vec::new(), held: Vec::new(), held_needs: 0 }
    }

    /// Whether the same command would continue this output after an interruption.
    pub fn continues(&self) -> bool {
        matches!(self.to, To::Part { .. })
    }

    /// The file that is written; `None` for standard output.
    pub fn file(&self) -> Option<&Path> {
        match &self.to {
            To::Stdout => None,
            To::Through(path, _) | To::Part { part: path, .. } => Some(path),
        }
    }

    /// How many needs are answered completely and will not be answered again.
    pub fn whole(&self) -> u64 {
        self.whole
    }

    /// Writes the header row, unless the file has it already.
    pub fn header(&mut self, environment: &mut Environment<'_>) -> Result<(), SinkError> {
        let has_it = match &self.to {
            To::Part { file, .. } => file.metadata()?.len() > 0,
            To::Stdout | To::Through(..) => false,
        };
        if self.lines == Lines::Ndjson || has_it {
            return Ok(());
        }
        let header = std::mem::take(&mut self.header);
        self.put(header.as_bytes(), environment)
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
            self.put(text.as_bytes(), environment)?;
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
            self.cut_here()?;
            self.put(&held, environment)?;
        }
        Ok(())
    }

    fn put(&mut self, bytes: &[u8], environment: &mut Environment<'_>) -> Result<(), SinkError> {
        let out: &mut dyn Write = match &mut self.to {
            To::Stdout => environment.stdout,
            To::Through(_, file) | To::Part { file, .. } => file,
        };
        let mut written = 0;
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

    /// Seeks to the place of the next answers. If there are answers to compare with, they stay in the file.
    fn cut(&self, keep: u64) -> io::Result<()> {
        match &self.to {
            To::Part { file, .. } => {
                let mut file = file;
                file.seek(SeekFrom::Start(keep))?;
                if self.expected.is_empty() { file.set_len(keep) } else { Ok(()) }
            }
            To::Stdout | To::Through(..) => Ok(()),
        }
    }

    fn cut_here(&self) -> io::Result<()> {
        match &self.to {
            To::Part { file, .. } => {
                let mut file = file;
                let here = file.stream_position()?;
                file.set_len(here)
            }
            To::Stdout | To::Through(..) => Ok(()),
        }
    }

    /// Gives the complete file its name.
    pub fn finish(mut self, environment: &mut Environment<'_>) -> Result<(), SinkError> {
        if !self.expected.is_empty() {
            self.compare(true, environment)?;
        }
        if let To::Part { file, part, destination } = &self.to {
            destination.keep_mode(file)?;
            file.sync_all()?;
            std::fs::rename(part, &destination.path)?;
        }
        Ok(())
    }
}

/// Opens and locks the file that is written until the answers are complete.
fn locked(part: &Path) -> Result<File, AskError> {
    loop {
        let opened = File::options().read(true).write(true).create(true).truncate(false).open(part);
        let file = opened.map_err(|error| AskError::unwritable(part, &error))?;
        match file.try_lock() {
            // The file system may have no locks.
            Ok(()) | Err(TryLockError::Error(_)) => {}
            Err(TryLockError::WouldBlock) => return Err(AskError::file(about_file("part-in-use", part))),
        }
        // Another run may have renamed the file between opening and locking.
        let id = FileId::of_stream(&file);
        if id.is_none() || id == FileId::of_path(part) {
            return Ok(file);
        }
    }
}

/// An upper bound for the bytes of a row of answers.
const LONGEST_ROW: u64 = 1 << 24;

/// The answers that an interrupted run has written.
#[derive(Debug, Default, PartialEq, Eq)]
struct Interrupted {
    /// How many bytes are kept.
    keep: u64,
    /// How many needs they answer.
    needs: u64,
    /// The complete rows of up to [`LAST_NEEDS`] needs after them. Rows of the last need may be missing.
    last: Vec<u8>,
}

/// How many needs are answered again. A single one could have the same answer with other options.
const LAST_NEEDS: usize = 16;

impl Interrupted {
    /// Reads a file from its beginning. The error is `None` if the file does not have answers in this format.
    fn read(file: impl Read, lines: Lines, header: &str) -> Result<Self, Option<io::Error>> {
        let mut input = BufReader::with_capacity(1 << 16, file);
        let mut left = Self::default();
        let mut row = Vec::new();
        let mut is_header = lines == Lines::Csv;
        // The start of each need's rows in `last`.
        let mut begins: VecDeque<usize> = VecDeque::new();
        loop {
            row.clear();
            let count = input.by_ref().take(LONGEST_ROW).read_until(b'\n', &mut row).map_err(Some)?;
            if count as u64 == LONGEST_ROW {
                return Err(None);
            }
            if row.last() != Some(&b'\n') {
                return Ok(left);
            }
            if std::mem::take(&mut is_header) {
                if row != header.as_bytes() {
                    return Err(None);
                }
                left.keep = count as u64;
                continue;
            }
            if begins_a_need(&row, lines).ok_or(None)? {
                if begins.len() == LAST_NEEDS {
                    begins.pop_front();
                    let first = begins.front().copied().unwrap_or_default();
                    left.last.drain(..first);
                    for begin in &mut begins {
                        *begin -= first;
                    }
                    left.keep += first as u64;
                    left.needs += 1;
                }
                begins.push_back(left.last.len());
            } else if begins.is_empty() {
                return Err(None);
            }
            left.last.extend(&row);
        }
    }
}

/// How many needs are answered completely in the first bytes of some answers. The last one may lack rows and does not
/// count.
fn whole_needs(bytes: &[u8], lines: Lines) -> u64 {
    let rows = bytes.split_inclusive(|&byte| byte == b'\n').filter(|row| row.ends_with(b"\n"));
    let begun = rows.filter(|row| begins_a_need(row, lines) == Some(true)).count() as u64;
    begun.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "id,rank,status,total,note\n";

    fn row(id: &str, rank: &str) -> String {
        format!("{id},{rank},ok,1.00\n")
    }

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, u64, &str)>) {
        let left = Interrupted::read(text.as_bytes(), Lines::Csv, HEADER).ok();
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
        for foreign in [&a, "id,days\n", &format!("{HEADER}{b2}"), &format!("{HEADER}x\n")] {
            check(foreign, None);
        }
        let lines = "{\"id\":\"a\",\"rank\":1}\n{\"id\":\"b\",\"rank\":null}\n{\"id";
        let left = Interrupted::read(lines.as_bytes(), Lines::Ndjson, HEADER).unwrap();
        assert_eq!((left.keep, left.needs, left.last.len()), (0, 0, 43));
        assert!(Interrupted::read(HEADER.as_bytes(), Lines::Ndjson, HEADER).is_err(), "another format");
    }

    #[test]
    fn needs_in_a_part_of_the_answers() {
        let text = format!("{HEADER}{}{}{}", row("a", "1"), row("a", "2"), row("b", "1"));
        for (end, expected) in [(0, 0), (text.len() - 14, 0), (text.len() - 1, 0), (text.len(), 1)] {
            assert_eq!(whole_needs(&text.as_bytes()[..end], Lines::Csv), expected, "{end}");
        }
    }
}

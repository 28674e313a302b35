//! Where a catalogue is read from: a file, standard input or the program itself.

use crate::ask::error::AskError;
use crate::bulk::source::Source;
use std::fs::{File, Metadata};
use std::io::{self, Cursor, Read, Seek, Write};
use std::path::Path;

/// The bytes of a catalogue that is built into the program.
pub struct BuiltInBytes(Cursor<&'static [u8]>);

impl BuiltInBytes {
    pub fn new(bytes: &'static [u8]) -> Self {
        Self(Cursor::new(bytes))
    }
}

impl Read for BuiltInBytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Source for BuiltInBytes {
    fn rewind(&mut self) -> io::Result<bool> {
        self.0.rewind().map(|()| true)
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        Ok(true)
    }
}

/// An input that can only be read once, with a copy in an unnamed temporary file for a second reading.
pub struct Spooled<R> {
    input: R,
    kept: Option<File>,
    is_second: bool,
}

impl<R: Read> Spooled<R> {
    pub fn new(input: R) -> Self {
        Self { input, kept: None, is_second: false }
    }
}

impl<R: Read> Read for Spooled<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.kept {
            Some(kept) if self.is_second => kept.read(buffer),
            kept => {
                let count = self.input.read(buffer)?;
                let file = match kept {
                    Some(file) => file,
                    None => kept.insert(tempfile::tempfile()?),
                };
                file.write_all(&buffer[..count])?;
                Ok(count)
            }
        }
    }
}

impl<R: Read + Send> Source for Spooled<R> {
    fn rewind(&mut self) -> io::Result<bool> {
        self.is_second = true;
        self.kept.as_mut().map_or(Ok(()), Seek::rewind).map(|()| true)
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        Ok(true)
    }
}

/// An open file, and its metadata when it was opened.
pub struct Opened {
    file: File,
    then: Metadata,
}

impl Opened {
    pub fn new(file: File) -> io::Result<Self> {
        Ok(Self { then: file.metadata()?, file })
    }

    /// Whether it can be read again from the start.
    pub fn is_kept(&self) -> bool {
        self.then.is_file()
    }
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer)
    }
}

impl Source for Opened {
    fn rewind(&mut self) -> io::Result<bool> {
        if self.is_kept() {
            self.file.rewind()?;
        }
        Ok(self.is_kept())
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        let now = self.file.metadata()?;
        Ok(now.len() == self.then.len() && now.modified()? == self.then.modified()?)
    }
}

/// Opens a file as a source, which may be a pipe.
pub fn file(path: &Path) -> Result<Box<dyn Source>, AskError> {
    let file = Opened::new(open(path)?).map_err(|error| AskError::unreadable(path, &error))?;
    Ok(if file.is_kept() { Box::new(file) } else { Box::new(Spooled::new(file)) })
}

/// Opens a file; a directory is an error.
pub fn open(path: &Path) -> Result<File, AskError> {
    let opened = File::open(path).and_then(|file| {
        // On Unix, a directory can be opened, and only reading it fails with an obscure message.
        if file.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
    });
    opened.map_err(|error| AskError::unreadable(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_knows_whether_it_has_changed() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(b"a,b\n").unwrap();
        let mut opened = Opened::new(File::open(file.path()).unwrap()).unwrap();
        assert!(opened.rewind().unwrap() && opened.is_unchanged().unwrap());
        file.write_all(b"c\n").unwrap();
        assert!(!opened.is_unchanged().unwrap(), "it has grown");
        let opened = Opened::new(File::open(file.path()).unwrap()).unwrap();
        file.as_file().set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
        assert!(!opened.is_unchanged().unwrap(), "it was written to");
    }

    #[test]
    fn what_can_be_read_once_is_kept_for_a_second_reading() {
        let mut spooled = Spooled::new(&b"id,days\na,3\n"[..]);
        let mut first = String::new();
        let mut second = String::new();
        spooled.read_to_string(&mut first).unwrap();
        assert!(spooled.rewind().unwrap());
        spooled.read_to_string(&mut second).unwrap();
        assert_eq!((first.as_str(), second), ("id,days\na,3\n", first.clone()));
    }
}

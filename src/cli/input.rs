//! Reads the catalogue and the exchange rates: the built-in ones, files, or standard input.

use super::Environment;
use super::args::Global;
use super::{output, resolve};
use crate::ask::error::{AskError, located};
use crate::ask::fingerprint::{Fingerprint, Hashed};
use crate::bulk::check::{self, ValidCatalogue};
use crate::bulk::shortlist::{Shortlist, ShortlistError, Wanted, shortlist as read_shortlist};
use crate::bulk::source::{Settings, Source};
use crate::catalogue::problems::{Diagnostic, Problems, ReadError};
use crate::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, rates};
use crate::domain::rates::Rates;
use crate::domain::request::{Question, Request};
use crate::i18n::{Language, Messages, Topic};
use crate::render::Format;
use crate::render::forms::Origin;
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

/// A catalogue and its source.
pub struct Loaded {
    pub catalogue: Catalogue,
    pub origin: Origin,
    /// Warnings about the catalogue, for standard error.
    pub warnings: Vec<Diagnostic>,
}

impl Loaded {
    /// Prints the warnings. Their messages are only loaded if there are any.
    pub fn warn(&self, language: Language, environment: &mut Environment<'_>) {
        warn(&self.warnings, &self.origin, language, environment);
    }
}

fn warn(warnings: &[Diagnostic], origin: &Origin, language: Language, environment: &mut Environment<'_>) {
    if warnings.is_empty() {
        return;
    }
    let messages = Messages::new(language, &[Topic::Answers, Topic::Errors]);
    let label = messages.tr("warning");
    let lines = warnings.iter().map(|problem| located(&origin.source, problem, &label, &messages) + "\n");
    output::remark(&lines.collect::<String>(), environment);
}

/// Reads the catalogue: the built-in one, a file, or standard input for `-`.
pub fn catalogue(global: &Global, environment: &mut Environment<'_>) -> Result<Loaded, AskError> {
    let mut fingerprint = fingerprint(global);
    let path = global.plans.as_deref().unwrap_or(Path::new(Origin::BUILT_IN));
    let read = if global.plans.is_none() {
        built_in(&mut fingerprint).map_err(ReadError::from)
    } else if path == Path::new("-") {
        Catalogue::read(Hashed::new(&mut *environment.stdin, &mut fingerprint))
    } else {
        let inner = open(path).map_err(|error| error.named_by("--plans"))?;
        Catalogue::read(Hashed::new(inner, &mut fingerprint))
    };
    let catalogue = read.map_err(|error| AskError::reading(path, error).named_by("--plans"))?;
    let origin = origin_of(catalogue.plans.len(), fingerprint, path);
    let warnings = catalogue.warnings.clone();
    Ok(Loaded { catalogue, origin, warnings })
}

/// The fingerprint is only computed for JSON answers, which show it.
fn fingerprint(global: &Global) -> Fingerprint {
    Fingerprint::new(global.format == Format::Json, global.fingerprint)
}

fn built_in(fingerprint: &mut Fingerprint) -> Result<Catalogue, Problems> {
    fingerprint.update(BUILT_IN_PLANS);
    Catalogue::built_in()
}

/// The plans of a catalogue that matter for a request, and its source.
pub struct Listed {
    pub list: Shortlist,
    pub origin: Origin,
}

impl Listed {
    pub fn warn(&self, language: Language, environment: &mut Environment<'_>) {
        warn(&self.list.warnings, &self.origin, language, environment);
    }
}

/// Reads a catalogue of any size, and keeps the plans that matter for a request.
pub fn shortlist(
    (request, question): (&Request, &Question),
    wanted: Wanted<'_>,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Listed, AskError> {
    let settings = Settings::on(resolve::threads(global)?);
    let mut fingerprint = fingerprint(global);
    let path = global.plans.as_deref().unwrap_or(Path::new(Origin::BUILT_IN));
    let hashed = &mut fingerprint;
    let read = if global.plans.is_none() {
        built_in(hashed).map(Shortlist::whole).map_err(ShortlistError::from)
    } else if path == Path::new("-") {
        let inner = Spooled::new(&mut *environment.stdin);
        read_shortlist(Hashed::new(inner, hashed), request, question, wanted, settings)
    } else {
        let file = open(path).map_err(|error| error.named_by("--plans"))?;
        let file = Opened::new(file).map_err(|error| AskError::unreadable(path, &error))?;
        if file.is_kept() {
            read_shortlist(Hashed::new(file, hashed), request, question, wanted, settings)
        } else {
            let inner = Spooled::new(file);
            read_shortlist(Hashed::new(inner, hashed), request, question, wanted, settings)
        }
    };
    let list = read.map_err(|error| match error {
        ShortlistError::Read(error) => AskError::reading(path, error).named_by("--plans"),
        ShortlistError::Compare(error) => AskError::option("--currency", error),
    })?;
    let origin = origin_of(list.rows(), fingerprint, path);
    Ok(Listed { list, origin })
}

/// A valid catalogue and its source.
pub struct Checked {
    pub valid: ValidCatalogue,
    pub origin: Origin,
}

impl Checked {
    pub fn warn(&self, language: Language, environment: &mut Environment<'_>) {
        warn(&self.valid.warnings, &self.origin, language, environment);
    }
}

/// Checks a catalogue: a file, or standard input for `-`. If `file` is `None`, it is the one that other commands read.
pub fn check(
    file: Option<&Path>,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Checked, AskError> {
    let file = file.or(global.plans.as_deref());
    let path = file.unwrap_or(Path::new(Origin::BUILT_IN));
    let settings = Settings::on(resolve::threads(global)?);
    let mut fingerprint = fingerprint(global);
    let hashed = &mut fingerprint;
    let checked = if file.is_none() {
        check::check(Hashed::new(Once(BUILT_IN_PLANS), hashed), settings)
    } else if path == Path::new("-") {
        let inner = Spooled::new(&mut *environment.stdin);
        check::check(Hashed::new(inner, hashed), settings)
    } else {
        let file = Opened::new(open(path)?).map_err(|error| AskError::unreadable(path, &error))?;
        if file.is_kept() {
            check::check(Hashed::new(file, hashed), settings)
        } else {
            check::check(Hashed::new(Spooled::new(file), hashed), settings)
        }
    };
    let valid = checked.map_err(|error| AskError::reading(path, error))?;
    let origin = origin_of(valid.plans, fingerprint, path);
    Ok(Checked { valid, origin })
}

fn origin_of(plans: usize, fingerprint: Fingerprint, path: &Path) -> Origin {
    Origin { plans, sha256: fingerprint.hex(), source: path.display().to_string() }
}

/// An input that can only be read once.
struct Once<R>(R);

impl<R: Read> Read for Once<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl<R: Read + Send> Source for Once<R> {
    fn rewind(&mut self) -> io::Result<bool> {
        Ok(false)
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        Ok(true)
    }
}

/// An input that can only be read once, with a copy in an unnamed temporary file for a second reading.
struct Spooled<R> {
    input: R,
    kept: Option<File>,
    is_second: bool,
}

impl<R: Read> Spooled<R> {
    fn new(input: R) -> Self {
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
struct Opened {
    file: File,
    then: Metadata,
}

impl Opened {
    fn new(file: File) -> io::Result<Self> {
        Ok(Self { then: file.metadata()?, file })
    }

    /// Whether it can be read again from the start.
    fn is_kept(&self) -> bool {
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

/// Reads the rates: the built-in ones, or a file.
pub fn exchange_rates(path: Option<&Path>) -> Result<Rates, AskError> {
    let path_or_name = path.unwrap_or(Path::new(Origin::BUILT_IN));
    let read = match path {
        None => rates::read(BUILT_IN_RATES),
        Some(path) => rates::read(open(path).map_err(|error| error.named_by("--rates"))?),
    };
    read.map_err(|error| AskError::reading(path_or_name, error).named_by("--rates"))
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

//! Reads the catalogue and the exchange rates: the built-in ones, files, or standard input.

use super::Environment;
use super::args::Global;
use super::decoded::{Decoded, encoding};
use super::sources::{self, Once, Spooled, open};
use super::{output, resolve};
use crate::ask::error::{AskError, located};
use crate::ask::fingerprint::{Fingerprint, Hashed};
use crate::bulk::check::{self, ValidCatalogue};
use crate::bulk::shortlist::{Shortlist, ShortlistError, Wanted, shortlist as read_shortlist};
use crate::bulk::source::{Settings, Source};
use crate::catalogue::delimiter::Delimiter;
use crate::catalogue::problems::{Diagnostic, Problems, ReadError};
use crate::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, rates};
use crate::domain::rates::Rates;
use crate::domain::request::{Question, Request};
use crate::i18n::{Language, Messages, Topic};
use crate::render::Format;
use crate::render::forms::Origin;
use encoding_rs::Encoding;
use std::io::Read;
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
    let form = FileForm::of(global)?;
    let read = match global.plans.as_deref() {
        None => built_in(&mut fingerprint).map_err(ReadError::from),
        Some(path) => {
            let source = source(path, environment).map_err(|error| error.named_by("--plans"))?;
            let hashed = Hashed::new(source, &mut fingerprint);
            Catalogue::read(form.decoded(hashed), form.delimiter)
        }
    };
    let path = global.plans.as_deref().unwrap_or(Path::new(Origin::BUILT_IN));
    let catalogue = read.map_err(|error| AskError::reading(path, error).named_by("--plans"))?;
    let origin = origin_of(catalogue.plans.len(), fingerprint, path);
    let warnings = catalogue.warnings.clone();
    Ok(Loaded { catalogue, origin, warnings })
}

/// The catalogue in use, if it is valid and has at most this many bytes: the built-in one, or a file that can be read
/// again.
pub fn quietly(path: Option<&str>, most: u64) -> Option<Catalogue> {
    let Some(path) = path else { return Catalogue::built_in().ok() };
    let file = open(Path::new(path)).ok()?;
    let metadata = file.metadata().ok()?;
    let is_readable = metadata.is_file() && metadata.len() <= most;
    is_readable.then(|| Catalogue::read(Decoded::new(file, None), None).ok())?
}

/// The source at a path, which is standard input for `-`.
fn source<'s>(path: &Path, environment: &'s mut Environment<'_>) -> Result<Box<dyn Source + 's>, AskError> {
    if path == Path::new("-") {
        Ok(Box::new(Spooled::new(&mut *environment.stdin)))
    } else {
        sources::file(path)
    }
}

/// How the bytes of a text file are read, as far as the user says it and the file does not.
#[derive(Clone, Copy)]
pub struct FileForm {
    pub delimiter: Option<Delimiter>,
    encoding: Option<&'static Encoding>,
}

impl FileForm {
    pub fn of(global: &Global) -> Result<Self, AskError> {
        let encoding = global.encoding.as_deref().map(encoding).transpose();
        Ok(Self {
            delimiter: resolve::delimiter(global)?,
            encoding: encoding.map_err(|error| AskError::option("--encoding", error))?,
        })
    }

    /// An input as UTF-8.
    pub fn decoded<R: Read>(self, input: R) -> Decoded<R> {
        Decoded::new(input, self.encoding)
    }

    fn settings(self, global: &Global) -> Result<Settings, AskError> {
        Ok(Settings { delimiter: self.delimiter, ..Settings::on(resolve::threads(global)?) })
    }
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
    let form = FileForm::of(global)?;
    let settings = form.settings(global)?;
    let mut fingerprint = fingerprint(global);
    let read = match global.plans.as_deref() {
        None => built_in(&mut fingerprint).map(Shortlist::whole).map_err(ShortlistError::from),
        Some(path) => {
            let source = source(path, environment).map_err(|error| error.named_by("--plans"))?;
            let hashed = Hashed::new(source, &mut fingerprint);
            read_shortlist(form.decoded(hashed), request, question, wanted, settings)
        }
    };
    let path = global.plans.as_deref().unwrap_or(Path::new(Origin::BUILT_IN));
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
    let form = FileForm::of(global)?;
    let mut fingerprint = fingerprint(global);
    let source = match file {
        None => Box::new(Once(BUILT_IN_PLANS)),
        Some(path) => source(path, environment)?,
    };
    let hashed = Hashed::new(source, &mut fingerprint);
    let checked = check::check(form.decoded(hashed), form.settings(global)?);
    let path = file.unwrap_or(Path::new(Origin::BUILT_IN));
    let valid = checked.map_err(|error| AskError::reading(path, error))?;
    let origin = origin_of(valid.plans, fingerprint, path);
    Ok(Checked { valid, origin })
}

fn origin_of(plans: usize, fingerprint: Fingerprint, path: &Path) -> Origin {
    Origin { plans, sha256: fingerprint.hex(), source: path.display().to_string() }
}

/// Reads the rates: the built-in ones, or a file.
pub fn exchange_rates(path: Option<&Path>, global: &Global) -> Result<Rates, AskError> {
    let form = FileForm::of(global)?;
    let path_or_name = path.unwrap_or(Path::new(Origin::BUILT_IN));
    let read = match path {
        None => rates::read(BUILT_IN_RATES, None),
        Some(path) => {
            let file = open(path).map_err(|error| error.named_by("--rates"))?;
            rates::read(form.decoded(file), form.delimiter)
        }
    };
    read.map_err(|error| AskError::reading(path_or_name, error).named_by("--rates"))
}

//! Reads the catalogue and the exchange rates: the built-in ones, files, or standard input.

use super::Environment;
use super::args::Global;
use super::decoded::{Decoded, encoding};
use super::sources::{self, BuiltInBytes, Spooled, open};
use super::{output, resolve};
use crate::ask::error::{AskError, located};
use crate::ask::fingerprint::{Fingerprint, Hashed};
use crate::bulk::check::{self, LARGEST_COMPARED};
use crate::bulk::shortlist::{Shortlist, ShortlistError, Wanted, shortlist as read_shortlist};
use crate::bulk::source::{Settings, Source};
use crate::catalogue::delimiter::Delimiter;
use crate::catalogue::overlay::overlaid;
use crate::catalogue::problems::{Diagnostic, Problems, ReadError};
use crate::catalogue::records::lines_of;
use crate::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, LARGEST_OVERLAID, all_bytes, rates};
use crate::domain::rates::Rates;
use crate::domain::request::{Question, Request};
use crate::i18n::{Language, Messages, Topic};
use crate::render::Format;
use crate::render::check::CheckedFile;
use crate::render::forms::Origin;
use encoding_rs::Encoding;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

/// A catalogue and its source.
pub struct Loaded {
    pub catalogue: Catalogue,
    pub origin: Origin,
    /// The overlay that each cell comes from, by the id of the plan and the column.
    pub sources: BTreeMap<String, BTreeMap<String, String>>,
    /// Warnings about the catalogue and its overlays, for standard error.
    warnings: Vec<FileWarning>,
}

/// The name of a file, and a warning about it.
type FileWarning = (String, Diagnostic);

impl Loaded {
    /// Prints the warnings. Their messages are only loaded if there are any.
    pub fn warn(&self, language: Language, environment: &mut Environment<'_>) {
        warn(&self.warnings, language, environment);
    }
}

fn of_file(name: &str, warnings: &[Diagnostic]) -> Vec<FileWarning> {
    warnings.iter().map(|warning| (name.to_owned(), warning.clone())).collect()
}

fn warn(warnings: &[FileWarning], language: Language, environment: &mut Environment<'_>) {
    if warnings.is_empty() {
        return;
    }
    let messages = Messages::new(language, &[Topic::Answers, Topic::Errors]);
    let label = messages.tr("warning");
    let lines = warnings.iter().map(|(file, problem)| located(file, problem, &label, &messages) + "\n");
    output::remark(&lines.collect::<String>(), environment);
}

/// Reads the catalogue: the built-in one, a file, or standard input for `-`; with its overlays.
pub fn catalogue(global: &Global, environment: &mut Environment<'_>) -> Result<Loaded, AskError> {
    if !global.overlay.is_empty() {
        return with_overlays(global, FileForm::of(global)?, environment);
    }
    catalogue_at(global.plans.as_deref(), "--plans", global, environment)
}

/// The same without overlays for the file of an argument; `None` is the built-in catalogue.
pub fn catalogue_at(
    file: Option<&Path>,
    argument: &'static str,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Loaded, AskError> {
    let form = FileForm::of(global)?;
    let mut fingerprint = fingerprint(global);
    let read = match file {
        None => built_in(&mut fingerprint).map_err(ReadError::from),
        Some(path) => {
            let source = source(path, environment).map_err(|error| error.named_by(argument))?;
            let hashed = Hashed::new(source, &mut fingerprint);
            Catalogue::read(form.decoded(hashed), form.delimiter)
        }
    };
    let path = file.unwrap_or(Path::new(Origin::BUILT_IN));
    let catalogue = read.map_err(|error| AskError::reading(path, error).named_by(argument))?;
    let origin = origin_of(catalogue.plans.len(), fingerprint, path);
    let warnings = of_file(&origin.source, &catalogue.warnings);
    Ok(Loaded { catalogue, origin, sources: BTreeMap::new(), warnings })
}

/// Reads the catalogue and lays the overlays over it.
fn with_overlays(
    global: &Global,
    form: FileForm,
    environment: &mut Environment<'_>,
) -> Result<Loaded, AskError> {
    let base = match global.plans.as_deref() {
        None => BUILT_IN_PLANS.to_vec(),
        Some(path) => form.bytes(path, "--plans", environment)?,
    };
    let path = global.plans.as_deref().unwrap_or(Path::new(Origin::BUILT_IN));
    let valid = Catalogue::read(base.as_slice(), form.delimiter);
    let valid = valid.map_err(|error| AskError::reading(path, error).named_by("--plans"))?;
    let paths = &global.overlay;
    let texts = paths.iter().map(|path| form.bytes(path, "--overlay", environment));
    let texts = texts.collect::<Result<Vec<_>, _>>()?;
    let texts: Vec<&[u8]> = texts.iter().map(Vec::as_slice).collect();
    let laid = overlaid(&base, &texts, form.delimiter).map_err(|(index, problems)| {
        AskError::reading(&paths[index], problems.into()).named_by("--overlay")
    })?;
    let overlays: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
    let source = path.display().to_string();
    let mut warnings = of_file(&source, &valid.warnings);
    warnings.extend(laid.unknown.into_iter().map(|(index, warning)| (overlays[index].clone(), warning)));
    let of_plans = laid.sources.into_iter().map(|(id, columns)| {
        (id, columns.into_iter().map(|(column, index)| (column, overlays[index].clone())).collect())
    });
    let sources = of_plans.collect();
    let origin = Origin { plans: laid.catalogue.plans.len(), sha256: None, source, overlays };
    Ok(Loaded { catalogue: laid.catalogue, origin, sources, warnings })
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

    /// The text of a whole file, or of standard input for `-`, which an option names.
    pub fn bytes(
        self,
        path: &Path,
        option: &'static str,
        environment: &mut Environment<'_>,
    ) -> Result<Vec<u8>, AskError> {
        let source = source(path, environment).map_err(|error| error.named_by(option))?;
        let read = all_bytes(self.decoded(source), LARGEST_OVERLAID);
        read.map_err(|error| AskError::reading(path, error).named_by(option))
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
    warnings: Vec<FileWarning>,
}

impl Listed {
    pub fn warn(&self, language: Language, environment: &mut Environment<'_>) {
        warn(&self.warnings, language, environment);
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
    if !global.overlay.is_empty() {
        let Loaded { catalogue, origin, warnings, .. } = with_overlays(global, form, environment)?;
        return Ok(Listed { list: Shortlist::whole(catalogue), origin, warnings });
    }
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
    let warnings = of_file(&origin.source, &list.warnings);
    Ok(Listed { list, origin, warnings })
}

/// Checks a catalogue: a file, or standard input for `-`; `None` is the built-in one. `watch` sees how many bytes are read.
pub fn check(
    file: Option<&Path>,
    global: &Global,
    environment: &mut Environment<'_>,
    watch: impl Fn(u64) + Send,
) -> Result<CheckedFile, AskError> {
    let form = FileForm::of(global)?;
    let settings = Settings { whole: LARGEST_COMPARED, ..form.settings(global)? };
    let today = resolve::today(global)?;
    let mut fingerprint = fingerprint(global);
    let source = match file {
        None => Box::new(BuiltInBytes::new(BUILT_IN_PLANS)),
        Some(path) => source(path, environment)?,
    };
    let hashed = Hashed::new(Watched { source, watch }, &mut fingerprint);
    let path = file.unwrap_or(Path::new(Origin::BUILT_IN));
    let mut decoded = form.decoded(hashed);
    let checked = check::check(&mut decoded, settings, today);
    let checked = checked.map_err(|error| AskError::reading(path, error))?;
    let wanted = checked.findings.first.iter().map(|finding| finding.problem.line).collect();
    // A line that cannot be read again is not shown.
    let is_again = decoded.rewind().unwrap_or(false);
    let lines = if is_again { lines_of(decoded, &wanted).unwrap_or_default() } else { BTreeMap::new() };
    Ok(CheckedFile { origin: origin_of(checked.plans, fingerprint, path), checked, lines })
}

/// A source that shows how much is read.
struct Watched<S, W> {
    source: S,
    watch: W,
}

impl<S: Read, W: Fn(u64)> Read for Watched<S, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        (self.watch)(count as u64);
        Ok(count)
    }
}

impl<S: Source, W: Fn(u64) + Send> Source for Watched<S, W> {
    fn rewind(&mut self) -> io::Result<bool> {
        self.source.rewind()
    }

    fn is_unchanged(&self) -> io::Result<bool> {
        self.source.is_unchanged()
    }
}

fn origin_of(plans: usize, fingerprint: Fingerprint, path: &Path) -> Origin {
    Origin { plans, sha256: fingerprint.hex(), source: path.display().to_string(), overlays: Vec::new() }
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

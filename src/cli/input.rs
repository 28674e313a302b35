//! Reads the catalogue and the exchange rates: the built-in ones, files, or standard input.

use super::Environment;
use super::args::Global;
use super::decoded::{Decoded, encoding};
use super::in_use::CatalogueFiles;
use super::sources::{self, BuiltInBytes, Spooled, open};
use super::{output, resolve};
use crate::ask::error::{AskError, located};
use crate::ask::fingerprint::{Fingerprint, Hashed};
use crate::bulk::check::{self, LARGEST_COMPARED};
use crate::bulk::shortlist::{Shortlist, ShortlistError, Wanted, shortlist as read_shortlist};
use crate::bulk::source::{Settings, Source};
use crate::catalogue::delimiter::Delimiter;
use crate::catalogue::findings::Severity;
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
use std::io::{self, Cursor, Read};
use std::path::Path;

/// A catalogue and its source.
pub struct Loaded {
    pub catalogue: Catalogue,
    pub origin: Origin,
    /// The overlay that each cell comes from, by the id of the plan and the column.
    pub sources: BTreeMap<String, BTreeMap<String, String>>,
    remarks: CatalogueRemarks,
}

/// The name of a file, and a warning about it.
type FileWarning = (String, Diagnostic);

impl Loaded {
    /// Prints what is said about the catalogue besides the answer.
    pub fn warn(&self, language: Language, environment: &mut Environment<'_>) {
        self.remarks.print(language, environment);
    }
}

/// What is said about a catalogue besides the answer, on standard error.
struct CatalogueRemarks {
    /// The files that no option names.
    files: CatalogueFiles,
    warnings: Vec<FileWarning>,
}

impl CatalogueRemarks {
    /// Prints them. Messages are only loaded if there is something to say.
    fn print(&self, language: Language, environment: &mut Environment<'_>) {
        if self.warnings.is_empty() && !self.files.has_notes() {
            return;
        }
        let messages = Messages::new(language, &[Topic::Answers, Topic::Errors]);
        for note in self.files.notes(&messages) {
            let text = messages.labelled(&messages.tr("severity-note"), &messages.error(&note));
            output::remark(&(text + "\n"), environment);
        }
        let label = messages.tr("warning");
        let warnings = self.warnings.iter();
        let lines = warnings.map(|(file, problem)| located(file, problem, &label, &messages) + "\n");
        output::remark(&lines.collect::<String>(), environment);
    }
}

/// Prints the warnings about a file.
pub fn warn_of_file(
    file: &Path,
    catalogue: &Catalogue,
    language: Language,
    environment: &mut Environment<'_>,
) {
    let warnings = of_file(&file.display().to_string(), &catalogue.warnings);
    CatalogueRemarks { files: CatalogueFiles::default(), warnings }.print(language, environment);
}

/// Prints which files of the data folder are in use.
pub fn note_files(files: &CatalogueFiles, language: Language, environment: &mut Environment<'_>) {
    CatalogueRemarks { files: files.clone(), warnings: Vec::new() }.print(language, environment);
}

fn of_file(name: &str, warnings: &[Diagnostic]) -> Vec<FileWarning> {
    warnings.iter().map(|warning| (name.to_owned(), warning.clone())).collect()
}

/// Reads the catalogue in use: the built-in one, a file, or standard input for `-`; with its overlays.
pub fn catalogue(global: &Global, environment: &mut Environment<'_>) -> Result<Loaded, AskError> {
    let files = &global.used;
    let read = if files.overlays().is_empty() {
        catalogue_at(files.plans(), "--plans", global, environment)
    } else {
        with_overlays(files, FileForm::of(global)?, environment)
    };
    let loaded = read.map_err(|error| advised(error, files))?;
    Ok(Loaded { remarks: CatalogueRemarks { files: files.clone(), ..loaded.remarks }, ..loaded })
}

/// An error about the catalogue in use. Nobody has to keep an installed one.
fn advised(error: AskError, files: &CatalogueFiles) -> AskError {
    if files.is_installed() { error.hint("installed-hint") } else { error }
}

/// The catalogue in the file of an argument without overlays; `None` is the built-in catalogue.
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
    let remarks = CatalogueRemarks { files: CatalogueFiles::default(), warnings };
    Ok(Loaded { catalogue, origin, sources: BTreeMap::new(), remarks })
}

/// Reads the catalogue and lays the overlays over it.
fn with_overlays(
    files: &CatalogueFiles,
    form: FileForm,
    environment: &mut Environment<'_>,
) -> Result<Loaded, AskError> {
    let base = base(files, form, environment)?;
    let path = files.plans().unwrap_or(Path::new(Origin::BUILT_IN));
    let valid = Catalogue::read(base.as_slice(), form.delimiter);
    let valid = valid.map_err(|error| AskError::reading(path, error).named_by("--plans"))?;
    let paths = files.overlays();
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
    let remarks = CatalogueRemarks { files: CatalogueFiles::default(), warnings };
    Ok(Loaded { catalogue: laid.catalogue, origin, sources, remarks })
}

/// The bytes of the catalogue in use without its overlays.
pub fn base(
    files: &CatalogueFiles,
    form: FileForm,
    environment: &mut Environment<'_>,
) -> Result<Vec<u8>, AskError> {
    match files.plans() {
        None => Ok(BUILT_IN_PLANS.to_vec()),
        Some(path) => form.bytes(path, "--plans", environment),
    }
}

/// The catalogue of some files, if it is valid and none of them has more bytes than this: files that can be read again.
pub fn quietly(files: &CatalogueFiles, most: u64) -> Option<Catalogue> {
    let named = files.plans().map(|path| quiet_bytes(path, most));
    if files.overlays().is_empty() {
        return match named {
            None => Catalogue::built_in().ok(),
            Some(bytes) => Catalogue::read(bytes?.as_slice(), None).ok(),
        };
    }
    let base = named.unwrap_or_else(|| Some(BUILT_IN_PLANS.to_vec()))?;
    let read = files.overlays().iter().map(|path| quiet_bytes(path, most));
    let texts: Vec<Vec<u8>> = read.collect::<Option<_>>()?;
    let overlays: Vec<&[u8]> = texts.iter().map(Vec::as_slice).collect();
    overlaid(&base, &overlays, None).ok().map(|laid| laid.catalogue)
}

/// The bytes of a file, if it has at most this many.
fn quiet_bytes(path: &Path, most: u64) -> Option<Vec<u8>> {
    let file = open(path).ok()?;
    let metadata = file.metadata().ok()?;
    let is_readable = metadata.is_file() && metadata.len() <= most;
    is_readable.then(|| all_bytes(Decoded::new(file, None), LARGEST_OVERLAID).ok())?
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
    remarks: CatalogueRemarks,
}

impl Listed {
    pub fn warn(&self, language: Language, environment: &mut Environment<'_>) {
        self.remarks.print(language, environment);
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
    if !global.used.overlays().is_empty() {
        let Loaded { catalogue, origin, remarks, .. } = catalogue(global, environment)?;
        return Ok(Listed { list: Shortlist::whole(catalogue), origin, remarks });
    }
    let settings = form.settings(global)?;
    let mut fingerprint = fingerprint(global);
    let read = match global.used.plans() {
        None => built_in(&mut fingerprint).map(Shortlist::whole).map_err(ShortlistError::from),
        Some(path) => {
            let source = source(path, environment).map_err(|error| error.named_by("--plans"))?;
            let hashed = Hashed::new(source, &mut fingerprint);
            read_shortlist(form.decoded(hashed), request, question, wanted, settings)
        }
    };
    let path = global.used.plans().unwrap_or(Path::new(Origin::BUILT_IN));
    let list = read.map_err(|error| match error {
        ShortlistError::Read(error) => {
            advised(AskError::reading(path, error).named_by("--plans"), &global.used)
        }
        ShortlistError::Compare(error) => AskError::option("--currency", error),
    })?;
    let origin = origin_of(list.rows(), fingerprint, path);
    let warnings = of_file(&origin.source, &list.warnings);
    Ok(Listed { list, origin, remarks: CatalogueRemarks { files: global.used.clone(), warnings } })
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

/// Keeps the bytes of standard input, which can still be read: who puts them there reads them twice.
pub fn keep_stdin(environment: &mut Environment<'_>) -> Result<Vec<u8>, AskError> {
    let read = all_bytes(&mut environment.stdin, LARGEST_OVERLAID);
    let bytes = read.map_err(|error| AskError::reading(Path::new("-"), error).named_by("--plans"))?;
    environment.stdin = Box::new(Cursor::new(bytes.clone()));
    Ok(bytes)
}

/// Checks each overlay of the catalogue in use, as it is laid over those before it, up to one with errors.
pub fn check_overlays(
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Vec<CheckedFile>, AskError> {
    let form = FileForm::of(global)?;
    let today = resolve::today(global)?;
    let files = &global.used;
    let base = base(files, form, environment)?;
    let mut texts: Vec<Vec<u8>> = Vec::new();
    let mut all = Vec::new();
    for path in files.overlays() {
        texts.push(form.bytes(path, "--overlay", environment)?);
        let overlays: Vec<&[u8]> = texts.iter().map(Vec::as_slice).collect();
        let checked = check::overlay(&base, &overlays, form.delimiter, today);
        let checked = checked.map_err(|error| AskError::reading(path, error).named_by("--overlay"))?;
        let wanted = checked.findings.first.iter().map(|finding| finding.problem.line).collect();
        let lines = overlays.last().and_then(|last| lines_of(*last, &wanted).ok()).unwrap_or_default();
        let source = path.display().to_string();
        let origin = Origin { plans: checked.plans, sha256: None, source, overlays: Vec::new() };
        let has_errors = checked.findings.count(Severity::Error) > 0;
        all.push(CheckedFile { origin, checked, lines });
        if has_errors {
            break;
        }
    }
    Ok(all)
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

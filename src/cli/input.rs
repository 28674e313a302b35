//! Reading the catalogue and the rates from where the user says.

use super::Environment;
use super::args::Global;
use super::error::{Failure, located};
use super::output;
use crate::catalogue::table::Problem;
use crate::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, rates};
use crate::domain::rates::Rates;
use crate::i18n::{Language, Topic, Words};
use crate::render::Format;
use crate::render::json::Origin;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A catalogue and where it came from.
pub struct Loaded {
    /// The plans.
    pub catalogue: Catalogue,
    /// Where they came from.
    pub origin: Origin,
    /// What to say about them on standard error.
    pub warnings: Vec<Problem>,
}

impl Loaded {
    /// Says the warnings. Their sentences are read only where there are any.
    pub fn warn(&self, language: Language, environment: &mut Environment<'_>) {
        if self.warnings.is_empty() {
            return;
        }
        let words = Words::of(language, &[Topic::Answers, Topic::Errors]);
        let label = format!("{}:", words.say("warning"));
        let lines =
            self.warnings.iter().map(|problem| located(&self.origin.source, problem, &label, &words) + "\n");
        output::complain(&lines.collect::<String>(), environment);
    }
}

/// Reads the catalogue: the built-in one, a file, or standard input for `-`. Only JSON answers show its fingerprint,
/// so only they pay for it.
pub fn catalogue(global: &Global, environment: &mut Environment<'_>) -> Result<Loaded, Failure> {
    let fingerprinted = global.format == Format::Json;
    let path = global.plans.as_deref();
    let Some(path) = path else {
        return load(BUILT_IN_PLANS, Path::new("built in"), fingerprinted);
    };
    if path == Path::new("-") {
        return load(&mut *environment.stdin, path, fingerprinted);
    }
    load(open(path)?, path, fingerprinted)
}

fn load(input: impl Read, path: &Path, fingerprinted: bool) -> Result<Loaded, Failure> {
    let mut fingerprint = Sha256::new();
    let read = if fingerprinted {
        Catalogue::read(Hashed { inner: input, fingerprint: &mut fingerprint })
    } else {
        Catalogue::read(input)
    };
    let catalogue = read.map_err(|error| Failure::reading(path, error))?;
    let sha256 = fingerprint.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let origin = Origin { plans: catalogue.plans.len(), sha256, source: path.display().to_string() };
    let warnings = catalogue.warnings.clone();
    Ok(Loaded { catalogue, origin, warnings })
}

/// Reads the rates: the built-in ones, or a file.
pub fn exchange_rates(path: Option<&Path>) -> Result<Rates, Failure> {
    let path_or_name = path.unwrap_or(Path::new("built in"));
    let read = match path {
        None => rates::read(BUILT_IN_RATES),
        Some(path) => rates::read(open(path)?),
    };
    read.map_err(|error| Failure::reading(path_or_name, error))
}

/// Opens a file, not a folder.
pub fn open(path: &Path) -> Result<File, Failure> {
    let opened = File::open(path).and_then(|file| {
        // Opening a directory succeeds on Unix; only reading it fails, with a word that nobody understands.
        if file.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
    });
    opened.map_err(|error| Failure::unreadable(path, &error))
}

/// A reader that fingerprints what it reads.
struct Hashed<'h, R> {
    inner: R,
    fingerprint: &'h mut Sha256,
}

impl<R: Read> Read for Hashed<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.fingerprint.update(&buffer[..count]);
        Ok(count)
    }
}

//! Which files the catalogue in use consists of: those that options name, or else those of the user's data folder.
//!
//! The data folder may hold a catalogue that `plans install` puts there. It is used as long as its newest price is newer
//! than that of the built-in one, so that a new program is not held back by old prices. It may also hold the prices of
//! `plans add`, an overlay. A catalogue that an option names is used alone.

use super::variables::{OVERLAY, PLANS, all_in_use};
use super::{Environment, folders, input};
use crate::catalogue::Catalogue;
use crate::domain::error::Error;
use crate::domain::time::VerifiedOn;
use crate::i18n::Messages;
use crate::render::age::dates_text;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What `--plans` calls the catalogue in the program.
pub const BUILT_IN: &str = "built-in";

/// The files of the catalogue in use.
#[derive(Clone, Debug, Default)]
pub struct CatalogueFiles {
    /// The catalogue; `None` for the built-in one.
    plans: Option<PathBuf>,
    overlays: Vec<PathBuf>,
    /// Whether the catalogue is the installed one.
    is_installed: bool,
    /// The newest price of the installed catalogue, if it could be read.
    newest: Option<VerifiedOn>,
    /// Whether the first overlay is that of the data folder.
    has_own: bool,
    /// The installed catalogue, if the built-in one is as new.
    passed_over: Option<PathBuf>,
}

impl CatalogueFiles {
    /// The files that options name, or those of the data folder.
    pub fn find(plans: Option<&Path>, overlays: &[PathBuf], environment: &Environment<'_>) -> Self {
        let mut files = Self { overlays: overlays.to_vec(), ..Self::default() };
        if let Some(path) = plans {
            files.plans = Some(path.to_owned()).filter(|path| path != Path::new(BUILT_IN));
            return files;
        }
        if let Some(path) = installed(environment).filter(|path| path.exists()) {
            // A file that cannot be read is reported when it is used.
            let read = input::quietly(&Self { plans: Some(path.clone()), ..Self::default() }, u64::MAX);
            let newest = read.as_ref().map(newest_price);
            if newest.is_none_or(|newest| is_newer(newest, built_in_price())) {
                files.plans = Some(path);
                files.is_installed = true;
                files.newest = newest.flatten();
            } else {
                files.passed_over = Some(path);
            }
        }
        if let Some(path) = own(environment).filter(|path| path.exists()) {
            files.overlays.insert(0, path);
            files.has_own = true;
        }
        files
    }

    /// The same for a command line that is not parsed: one that asks for the version, or that a shell completes.
    pub fn of_line(line: &[OsString], environment: &Environment<'_>) -> Self {
        let plans = all_in_use(PLANS, line, environment).into_iter().next_back().map(PathBuf::from);
        let overlays: Vec<_> =
            all_in_use(OVERLAY, line, environment).into_iter().map(PathBuf::from).collect();
        Self::find(plans.as_deref(), &overlays, environment)
    }

    /// The file of the catalogue; `None` for the built-in one.
    pub fn plans(&self) -> Option<&Path> {
        self.plans.as_deref()
    }

    /// The overlays; the last one wins.
    pub fn overlays(&self) -> &[PathBuf] {
        &self.overlays
    }

    /// All files, each with the option that names such a file.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let plans = self.plans.iter().map(|path| ("--plans", path.as_path()));
        plans.chain(self.overlays.iter().map(|path| ("--overlay", path.as_path())))
    }

    /// Whether the catalogue is one of the program's own, installed or built in, and not one of the user's.
    pub fn is_ours(&self) -> bool {
        self.plans.is_none() || self.is_installed()
    }

    /// Whether the catalogue is the installed one.
    pub fn is_installed(&self) -> bool {
        self.is_installed
    }

    /// The installed catalogue, if it is not used.
    pub fn passed_over(&self) -> Option<&Path> {
        self.passed_over.as_deref()
    }

    /// Whether there is something to say about files that no option names.
    pub fn has_notes(&self) -> bool {
        self.is_installed() || self.has_own
    }

    /// What to say about the files that no option names.
    pub fn notes(&self, messages: &Messages) -> Vec<Error> {
        let mut notes = Vec::new();
        if self.is_installed {
            notes.push(Error::new("catalogue-installed").with("newest", date_text(self.newest, messages)));
        }
        if let Some(own) = self.overlays.first().filter(|_| self.has_own) {
            notes.push(Error::new("overlay-own").with("file", own.display().to_string()));
        }
        notes
    }
}

/// Where an installed catalogue is; `None` if there is no data folder.
pub fn installed(environment: &Environment<'_>) -> Option<PathBuf> {
    Some(folders::data(environment)?.join("plans.csv"))
}

/// Where the user's own prices are; `None` if there is no data folder.
pub fn own(environment: &Environment<'_>) -> Option<PathBuf> {
    Some(folders::data(environment)?.join("overlay.csv"))
}

/// Whether prices up to one date are newer than those up to another. Without a date nothing is.
pub fn is_newer(newest: Option<VerifiedOn>, than: Option<VerifiedOn>) -> bool {
    newest.map(VerifiedOn::date) > than.map(VerifiedOn::date)
}

/// The date of the newest price of a catalogue.
pub fn newest_price(catalogue: &Catalogue) -> Option<VerifiedOn> {
    catalogue.price_dates().map(|[_, newest]| newest)
}

/// The date of the newest price of the built-in catalogue.
pub fn built_in_price() -> Option<VerifiedOn> {
    Catalogue::built_in().ok().as_ref().and_then(newest_price)
}

/// The date of a newest price in words.
pub fn date_text(newest: Option<VerifiedOn>, messages: &Messages) -> String {
    let [_, text] = dates_text(newest.map(|date| [date, date]), messages);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(newest: Option<&str>, than: Option<&str>, expected: bool) {
        let date = |text: Option<&str>| text.map(|text| VerifiedOn::parse(text).unwrap());
        assert_eq!(is_newer(date(newest), date(than)), expected, "{newest:?} {than:?}");
    }

    #[test]
    fn only_a_later_price_is_newer() {
        check(Some("2026-11-20"), Some("2026-11-19"), true);
        check(Some("2026-11-19"), Some("2026-11-19"), false);
        check(Some("2026-11-18"), Some("2026-11-19"), false);
        check(Some("2026-11-18"), None, true);
        check(None, Some("2020-01"), false);
        check(None, None, false);
    }
}

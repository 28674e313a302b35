//! `simplan --version`: which program this is, and how old its prices are.

use super::in_use::CatalogueFiles;
use super::input;
use crate::i18n::{Language, Messages, Topic};
use crate::render::age::dates_text;

/// The commit that a release is built from.
const COMMIT: Option<&str> = option_env!("SIMPLAN_COMMIT");

/// The name and the version: `simplan 0.1.0`.
pub fn short() -> String {
    format!("simplan {}\n", env!("CARGO_PKG_VERSION"))
}

/// The version with its commit, and the catalogue in use with its oldest and its newest price.
pub fn long(files: &CatalogueFiles, language: Language) -> String {
    let messages = Messages::new(language, &[Topic::Answers, Topic::Help]);
    let mut text = short();
    if let Some(commit) = COMMIT {
        text += &format!("{}\n", messages.labelled(&messages.tr("version-commit"), commit));
    }
    let Some(catalogue) = input::quietly(files, u64::MAX) else { return text };
    let [oldest, newest] = dates_text(catalogue.price_dates(), &messages);
    let figures = [
        ("name", name(files, &messages)),
        ("count", catalogue.plans.len().to_string()),
        ("oldest", oldest),
        ("newest", newest),
    ];
    text += &(messages.tr_with("version-catalogue", figures) + "\n");
    for overlay in files.overlays() {
        let file = overlay.display().to_string();
        text += &format!("{}\n", messages.labelled(&messages.tr("version-overlay"), &file));
    }
    if let Some(path) = files.passed_over() {
        text += &(messages.tr_with("version-passed-over", [("file", path.display().to_string())]) + "\n");
    }
    text
}

/// What the catalogue is called.
fn name(files: &CatalogueFiles, messages: &Messages) -> String {
    match files.plans() {
        None => messages.tr("version-built-in"),
        Some(path) if files.is_installed() => {
            messages.tr_with("version-installed", [("file", path.display().to_string())])
        }
        Some(path) => path.display().to_string(),
    }
}

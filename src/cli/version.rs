//! `simplan --version`: which program this is, and how old its prices are.

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
pub fn long(plans: Option<&str>, language: Language) -> String {
    let messages = Messages::new(language, &[Topic::Answers, Topic::Help]);
    let mut text = short();
    if let Some(commit) = COMMIT {
        text += &format!("{}\n", messages.labelled(&messages.tr("version-commit"), commit));
    }
    let Some(catalogue) = input::quietly(plans, u64::MAX) else { return text };
    let [oldest, newest] = dates_text(catalogue.price_dates(), &messages);
    let figures = [
        ("name", plans.map_or_else(|| messages.tr("version-built-in"), str::to_owned)),
        ("count", catalogue.plans.len().to_string()),
        ("oldest", oldest),
        ("newest", newest),
    ];
    text + &messages.tr_with("version-catalogue", figures) + "\n"
}

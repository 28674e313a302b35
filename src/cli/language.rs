//! Chooses the language: the first setting that is not empty decides, and English replaces a language that is not
//! available.

use super::Environment;
use super::output::write_labelled;
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::i18n::{Language, Messages, Topic};

pub struct LanguageChoice {
    pub language: Language,
    /// The language that was asked for, if it is not available.
    not_spoken: Option<String>,
}

/// Chooses by the option or `SIMPLAN_LANG` (clap reads both), then by the POSIX locale. The first of them that is not
/// empty decides, even if its language is not available. If all are empty, the language is English.
pub fn choose(option: Option<&str>, environment: &Environment<'_>) -> LanguageChoice {
    let asked = match option.filter(|text| !text.is_empty()) {
        Some(option) => Some(option.to_owned()),
        None => ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| environment.variable(name)),
    };
    let Some(asked) = asked else {
        return LanguageChoice { language: Language::En, not_spoken: None };
    };
    match Language::of_locale(&asked) {
        Some(language) => LanguageChoice { language, not_spoken: None },
        None => LanguageChoice { language: Language::En, not_spoken: Some(asked) },
    }
}

impl LanguageChoice {
    /// With `--verbose`, warns that English replaces a language that is not available.
    pub fn explain(&self, verbose: bool, environment: &mut Environment<'_>) {
        let Some(asked) = self.not_spoken.as_ref().filter(|_| verbose) else { return };
        let known: Vec<_> = Language::ALL.iter().map(|language| language.word()).collect();
        let error =
            Error::new("language-unknown").with("value", asked.as_str()).with("known", known.join(", "));
        let messages = Messages::new(self.language, &[Topic::Answers, Topic::Errors]);
        write_labelled(&messages.tr("warning"), &messages.error(&error), &messages, environment);
    }
}

//! Which language to speak: the first setting that asks for one decides, and one that is not spoken means English.

use super::Environment;
use super::output::complain;
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::i18n::{Language, Messages, Topic};

/// The language, and which one was asked for in vain.
pub struct LanguageChoice {
    /// The language to speak.
    pub language: Language,
    not_spoken: Option<String>,
}

/// The option or `SIMPLAN_LANG` (clap reads both), then the locale as POSIX has it: the first one of these that is
/// set and not empty decides, even where its language is not spoken here. None at all means English.
pub fn choose(option: Option<&str>, environment: &Environment<'_>) -> LanguageChoice {
    let option = option.filter(|text| !text.is_empty()).map(str::to_owned);
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| environment.variable(name));
    let Some(asked) = option.or_else(locale) else {
        return LanguageChoice { language: Language::En, not_spoken: None };
    };
    match Language::of_locale(&asked) {
        Some(language) => LanguageChoice { language, not_spoken: None },
        None => LanguageChoice { language: Language::En, not_spoken: Some(asked) },
    }
}

impl LanguageChoice {
    /// Says that English stands in for another language, where that is so and the user wants to know.
    pub fn explain(&self, verbose: bool, environment: &mut Environment<'_>) {
        let Some(asked) = self.not_spoken.as_ref().filter(|_| verbose) else { return };
        let known: Vec<_> = Language::ALL.iter().map(|language| language.word()).collect();
        let error =
            Error::new("language-unknown").with("value", asked.as_str()).with("known", known.join(", "));
        let messages = Messages::of(self.language, &[Topic::Answers, Topic::Errors]);
        let label = messages.tr("warning");
        complain(&format!("{}\n", messages.labelled(&label, &messages.error(&error))), environment);
    }
}

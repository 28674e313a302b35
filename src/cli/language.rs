//! Chooses the language: the first setting that is not empty decides, and English replaces a language that is not
//! available.

use super::Environment;
use super::output::write_labelled;
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::i18n::{Language, Messages, Topic, is_traditional_chinese};

pub struct LanguageChoice {
    pub language: Language,
    /// What was asked for, if the user gets something else.
    replaced: Option<Replaced>,
}

/// What the user asked for and does not get.
enum Replaced {
    /// A language: the texts are English.
    Language(String),
    /// Chinese in traditional characters: the texts are simplified.
    Script(String),
}

/// Chooses by the option or `SIMPLAN_LANG` (clap reads both), then by the POSIX locale. The first of them that is not
/// empty decides, even if its language is not available. If all are empty, the language is English.
pub fn choose(option: Option<&str>, environment: &Environment<'_>) -> LanguageChoice {
    let asked = match option.filter(|text| !text.is_empty()) {
        Some(option) => Some(option.to_owned()),
        None => ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| environment.variable(name)),
    };
    let Some(asked) = asked else {
        return LanguageChoice { language: Language::En, replaced: None };
    };
    match Language::of_locale(&asked) {
        Some(language) => {
            let replaced = is_traditional_chinese(&asked).then_some(Replaced::Script(asked));
            LanguageChoice { language, replaced }
        }
        None => LanguageChoice { language: Language::En, replaced: Some(Replaced::Language(asked)) },
    }
}

impl LanguageChoice {
    /// With `--verbose`, warns that another language or script replaces the one that was asked for.
    pub fn explain(&self, verbose: bool, environment: &mut Environment<'_>) {
        let Some(replaced) = self.replaced.as_ref().filter(|_| verbose) else { return };
        let error = match replaced {
            Replaced::Language(asked) => {
                let known: Vec<_> = Language::ALL.iter().map(|language| language.word()).collect();
                Error::new("language-unknown").with("value", asked.as_str()).with("known", known.join(", "))
            }
            Replaced::Script(asked) => Error::new("script-unknown").with("value", asked.as_str()),
        };
        let messages = Messages::new(self.language, &[Topic::Answers, Topic::Errors]);
        write_labelled(&messages.tr("warning"), &messages.error(&error), &messages, environment);
    }
}

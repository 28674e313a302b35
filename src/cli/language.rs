//! Chooses the language: the first setting that is not empty decides, and English replaces a language that is not
//! available.

use super::Environment;
use super::output::write_warning;
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

/// Chooses by the option or `SIMPLAN_LANG` (clap reads both), then by the locale. The first of them that is not empty
/// decides, even if its language is not available. If all are empty, the language is English.
pub fn choose(option: Option<&str>, environment: &Environment<'_>) -> LanguageChoice {
    let asked = match option.filter(|text| !text.is_empty()) {
        Some(option) => Some(option.to_owned()),
        None => preferred(environment).or_else(|| locale(environment)),
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

/// The locale: that of POSIX, else that of the system's settings.
fn locale(environment: &Environment<'_>) -> Option<String> {
    let posix = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| environment.variable(name));
    posix.or_else(|| environment.system_language.clone())
}

/// The first available language of the list `LANGUAGE`, which GNU programs read before the locale unless that is `C`.
fn preferred(environment: &Environment<'_>) -> Option<String> {
    let locale = locale(environment)?;
    if matches!(locale.split('.').next(), Some("C" | "POSIX")) {
        return None;
    }
    let list = environment.variable("LANGUAGE")?;
    list.split(':').find(|name| Language::of_locale(name).is_some()).map(str::to_owned)
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
        write_warning(&messages.error(&error), &messages, environment);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::testing::with_variables;

    #[track_caller]
    fn check(option: Option<&str>, variables: &[(&str, &str)], system: Option<&str>, expected: Language) {
        let language = with_variables(variables, |environment| {
            environment.system_language = system.map(str::to_owned);
            choose(option, environment).language
        });
        assert_eq!(language, expected, "{option:?} {variables:?} {system:?}");
    }

    #[test]
    fn the_first_setting_that_is_not_empty_decides() {
        check(None, &[], None, Language::En);
        check(None, &[("LANG", "zh_CN.UTF-8")], None, Language::Zh);
        check(None, &[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "fr_MA.UTF-8")], None, Language::Fr);
        check(Some("zh"), &[("LANG", "fr_FR.UTF-8"), ("LANGUAGE", "fr")], None, Language::Zh);
        // GNU's list is read before the locale, and skips what is not available.
        check(None, &[("LANG", "en_US.UTF-8"), ("LANGUAGE", "de:fr:zh")], None, Language::Fr);
        check(None, &[("LANG", "zh_CN.UTF-8"), ("LANGUAGE", "de")], None, Language::Zh);
        check(None, &[("LANG", "C.UTF-8"), ("LANGUAGE", "fr")], None, Language::En);
        check(None, &[("LANGUAGE", "fr")], None, Language::En);
        // Settings of the system come last.
        check(None, &[], Some("fr-FR"), Language::Fr);
        check(None, &[("LANG", "zh_CN.UTF-8")], Some("fr-FR"), Language::Zh);
        check(None, &[("LANGUAGE", "zh")], Some("fr-FR"), Language::Zh);
    }
}

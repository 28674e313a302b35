//! Which language to speak.

use crate::domain::word::{Word, words};

words! {
    /// A language that the program speaks.
    Language {
        /// English.
        En = "en",
        /// French.
        Fr = "fr",
        /// Chinese, simplified.
        Zh = "zh",
    }
}

impl Language {
    /// The language of a POSIX locale (`zh_CN.UTF-8`); `None` for one that the program does not speak.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '.', '-', '@']).next()?;
        Self::parse(language).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales() {
        for (locale, expected) in [
            ("zh_CN.UTF-8", Some(Language::Zh)),
            ("en_GB", Some(Language::En)),
            ("zh-Hans", Some(Language::Zh)),
            ("C", None),
            ("", None),
            ("zhx_XX", None),
            ("fr_FR.UTF-8", Some(Language::Fr)),
        ] {
            assert_eq!(Language::of_locale(locale), expected, "{locale}");
        }
    }
}

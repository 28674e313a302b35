//! The languages of the program, and which one a locale asks for.

use crate::domain::word::{Word, words};

words! {
    /// A language that the program is translated into.
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
    /// The language of a POSIX locale (`zh_CN.UTF-8`) or of a language tag (`fr-MA`); `None` if the program is not
    /// translated into it. The neutral locales `C` and `POSIX` mean English.
    pub fn of_locale(locale: &str) -> Option<Self> {
        match locale.split(['_', '.', '-', '@']).next()? {
            "C" | "POSIX" => Some(Self::En),
            language => Self::parse(language).ok(),
        }
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
            ("C", Some(Language::En)),
            ("C.UTF-8", Some(Language::En)),
            ("POSIX", Some(Language::En)),
            ("", None),
            ("zhx_XX", None),
            ("de_DE.UTF-8", None),
            ("fr_FR.UTF-8", Some(Language::Fr)),
            ("fr-MA", Some(Language::Fr)),
            ("FR", Some(Language::Fr)),
        ] {
            assert_eq!(Language::of_locale(locale), expected, "{locale}");
        }
    }
}

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

/// Whether a locale asks for Chinese in traditional characters: by its script (`zh-Hant`), else by its region (`zh_TW`).
pub fn is_traditional_chinese(locale: &str) -> bool {
    let tag = locale.split(['.', '@']).next().unwrap_or_default();
    let mut subtags = tag.split(['_', '-']).map(str::to_ascii_lowercase);
    if subtags.next().as_deref() != Some("zh") {
        return false;
    }
    let subtags: Vec<_> = subtags.collect();
    has_any(&subtags, &["hant"]) || !has_any(&subtags, &["hans"]) && has_any(&subtags, &["tw", "hk", "mo"])
}

fn has_any(subtags: &[String], wanted: &[&str]) -> bool {
    subtags.iter().any(|subtag| wanted.contains(&subtag.as_str()))
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

    #[test]
    fn traditional_characters() {
        for locale in ["zh_TW", "zh_TW.UTF-8", "zh_HK.UTF-8", "zh-MO", "zh-Hant", "zh-hant-CN", "ZH_tw"] {
            assert!(is_traditional_chinese(locale), "{locale}");
            assert_eq!(Language::of_locale(locale), Some(Language::Zh), "{locale}");
        }
        for locale in ["zh", "zh_CN.UTF-8", "zh-Hans", "zh-Hans-HK", "zh_SG", "fr_TW", "tw", ""] {
            assert!(!is_traditional_chinese(locale), "{locale}");
        }
    }
}

//! The phrases in which the catalogue says where to buy a plan and what to note, with their translations.
//!
//! `phrases.csv` has a row for each phrase; its key is the English that the catalogue has. A text is made of phrases
//! that end at a full stop or a semicolon.

use super::language::Language;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A phrase in the languages other than English.
struct Phrase {
    french: String,
    chinese: String,
}

static PHRASES: LazyLock<BTreeMap<String, Phrase>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_str!("phrases.csv").as_bytes()).into_deserialize();
    rows.map(|row| {
        let (english, french, chinese): (String, String, String) = row.expect("a built-in file is valid");
        (english, Phrase { french, chinese })
    })
    .collect()
});

/// A text of the catalogue in a language. `None` if one of its phrases is not in the list.
pub(super) fn translated(text: &str, language: Language) -> Option<String> {
    let mut whole = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (phrase, mark, after) = first_phrase(rest);
        let known = PHRASES.get(phrase)?;
        whole += match language {
            Language::En => phrase,
            Language::Fr => &known.french,
            Language::Zh => &known.chinese,
        };
        whole += mark.written(language);
        if !after.is_empty() && language != Language::Zh {
            whole.push(' ');
        }
        rest = after;
    }
    Some(whole)
}

/// What ends a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PhraseEnd {
    Semicolon,
    FullStop,
    /// The text ends without a mark.
    End,
}

impl PhraseEnd {
    fn written(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::End, _) => "",
            (Self::Semicolon, Language::En) => ";",
            (Self::Semicolon, Language::Fr) => "\u{a0};",
            (Self::Semicolon, Language::Zh) => "；",
            (Self::FullStop, Language::En | Language::Fr) => ".",
            (Self::FullStop, Language::Zh) => "。",
        }
    }
}

/// Splits a text into its first phrase, the mark that ends it, and the text after both.
fn first_phrase(text: &str) -> (&str, PhraseEnd, &str) {
    let semicolon = text.split_once("; ").map(|(phrase, after)| (phrase, PhraseEnd::Semicolon, after));
    let full_stop = text.split_once(". ").map(|(phrase, after)| (phrase, PhraseEnd::FullStop, after));
    let first = semicolon.into_iter().chain(full_stop).min_by_key(|(phrase, ..)| phrase.len());
    first.unwrap_or_else(|| match text.strip_suffix('.') {
        Some(phrase) => (phrase, PhraseEnd::FullStop, ""),
        None => (text, PhraseEnd::End, ""),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Messages, Topic};

    #[track_caller]
    fn check(text: &str, expected: [&str; 3]) {
        for (language, expected) in [Language::En, Language::Fr, Language::Zh].into_iter().zip(expected) {
            let messages = Messages::new(language, &[Topic::Answers]);
            assert_eq!(messages.catalogue_text(text), expected, "{language}");
        }
    }

    #[test]
    fn phrases_are_translated_and_other_texts_are_quoted() {
        check("", ["", "", ""]);
        check("*3", ["*3", "*3", "*3"]);
        check("monthly bill", ["monthly bill", "facture mensuelle", "按月出账"]);
        let both = "Orange shop or boutique.orange.ma; monthly bill";
        check(
            both,
            [
                both,
                "boutique Orange ou boutique.orange.ma\u{a0}; facture mensuelle",
                "Orange 门店或 boutique.orange.ma；按月出账",
            ],
        );
        let sentences = "Calls national. Leaving takes effect after 30 days.";
        check(
            sentences,
            [
                sentences,
                "Appels nationaux. La résiliation prend effet au bout de 30 jours.",
                "通话限国内。退订在 30 天后生效。",
            ],
        );
        // One phrase that is not known makes the whole text the catalogue's own.
        check("*3x", ["“*3x”", "«\u{a0}*3x\u{a0}»", "“*3x”"]);
        let own = "Calls national. Ask Ali";
        check(
            own,
            [
                "“Calls national. Ask Ali”",
                "«\u{a0}Calls national. Ask Ali\u{a0}»",
                "“Calls national. Ask Ali”",
            ],
        );
        // Control characters become visible.
        check("a\u{1b}b", ["“a<U+001B>b”", "«\u{a0}a<U+001B>b\u{a0}»", "“a<U+001B>b”"]);
    }

    #[test]
    fn translations_keep_the_figures() {
        for (english, phrase) in PHRASES.iter() {
            for translation in [&phrase.french, &phrase.chinese] {
                for figure in figures(english) {
                    // French writes the month of `2026-04` as a word, and Chinese without its zero.
                    let is_month = english.contains(&format!("-{figure}"));
                    let is_kept = is_month || figures(translation).any(|other| other == figure);
                    assert!(is_kept, "{figure} of `{english}` is not in `{translation}`");
                }
            }
        }
    }

    fn figures(text: &str) -> impl Iterator<Item = &str> {
        text.split(|c: char| !c.is_ascii_digit()).filter(|figure| !figure.is_empty())
    }
}

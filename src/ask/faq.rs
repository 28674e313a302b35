//! Finds the topics of a question about renewing.

use super::error::AskError;
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::guide::facts::Facts;
use crate::guide::faq::FaqQuestion;
use crate::guide::questions::{TopicsFound, find, find_code};
use crate::i18n::{Language, Messages};
use crate::render::faq::title;

/// How many topics are listed if none fits.
pub const NEAREST: usize = 3;

/// The topics of a question.
pub struct Topics {
    /// The language of the question.
    pub language: Language,
    /// Those that fit, the best first.
    pub fitting: Vec<FaqQuestion>,
    /// The nearest others, the nearest first.
    pub others: Vec<FaqQuestion>,
}

impl Topics {
    fn only(fitting: Vec<FaqQuestion>, language: Language) -> Self {
        Self { language, fitting, others: Vec::new() }
    }
}

/// The error if no question fits, with the titles of the nearest ones.
pub fn nothing(query: String, nearest: &[FaqQuestion], messages: &Messages) -> AskError {
    let titles: Vec<String> =
        nearest.iter().map(|&question| format!("`{}`", title(question, messages))).collect();
    let titles = if titles.is_empty() { messages.tr("faq-none-near") } else { messages.list(&titles) };
    let nothing_found = Error::new("faq-nothing-found").with("value", query).with("titles", titles);
    let error = AskError::nothing(nothing_found);
    match nearest.first() {
        Some(question) => error.advise(Error::new("faq-nearest-how").with("word", question.word())),
        None => error,
    }
}

/// The topics of a question. All topics fit an empty question, only one fits its own word (`stars`), and a
/// code is looked up in the facts.
pub fn search(query: &str, preferred: Language, facts: &Facts) -> Topics {
    if query.trim().is_empty() {
        return Topics::only(FaqQuestion::ALL.to_vec(), preferred);
    }
    if let Some(fitting) = find_code(query, facts) {
        return Topics::only(fitting, preferred);
    }
    if let Ok(question) = FaqQuestion::parse(query) {
        return Topics::only(vec![question], preferred);
    }
    let TopicsFound { language, fitting, others } = find(query, preferred.word());
    Topics { language: Language::parse(language).unwrap_or(preferred), fitting, others }
}

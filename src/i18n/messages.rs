//! The messages of one language, and how it writes figures.

use super::language::Language;
use super::phrases::translated;
use crate::domain::error::Figure;
use crate::domain::live::harmless;
use crate::domain::money::Money;
use crate::domain::need::Days;
use crate::domain::time::Validity;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::borrow::Cow;

/// The value of a placeholder in a message.
#[derive(Clone, Debug)]
pub enum MessageArg<'a> {
    /// A name, or a figure that is formatted already.
    Text(Cow<'a, str>),
    /// A number, which can choose a plural form.
    Count(u64),
}

impl From<String> for MessageArg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a str> for MessageArg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<u64> for MessageArg<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for MessageArg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

/// A file of messages. A command loads only the files that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The words of tables, answers and refusals.
    Answers,
    /// Errors with their hints.
    Errors,
    /// The lines of the renewal guide.
    Guide,
    /// Questions and answers about renewing.
    Faq,
    /// How much data everyday activities take.
    Usage,
    /// What to do today and when to look again, and what to do with an earlier calendar.
    Next,
    /// The words around the arguments in help, such as `Usage`.
    Help,
    /// The texts of the arguments. The English ones are where the arguments are declared, so its file is empty.
    Arguments,
}

impl Topic {
    fn text(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::En, Self::Answers) => include_str!("en/answers.ftl"),
            (Language::En, Self::Errors) => include_str!("en/errors.ftl"),
            (Language::En, Self::Guide) => include_str!("en/guide.ftl"),
            (Language::En, Self::Faq) => include_str!("en/faq.ftl"),
            (Language::En, Self::Usage) => include_str!("en/usage.ftl"),
            (Language::En, Self::Next) => include_str!("en/next.ftl"),
            (Language::En, Self::Help) => include_str!("en/help.ftl"),
            (Language::En, Self::Arguments) => "",
            (Language::Fr, Self::Answers) => include_str!("fr/answers.ftl"),
            (Language::Fr, Self::Errors) => include_str!("fr/errors.ftl"),
            (Language::Fr, Self::Guide) => include_str!("fr/guide.ftl"),
            (Language::Fr, Self::Faq) => include_str!("fr/faq.ftl"),
            (Language::Fr, Self::Usage) => include_str!("fr/usage.ftl"),
            (Language::Fr, Self::Next) => include_str!("fr/next.ftl"),
            (Language::Fr, Self::Help) => include_str!("fr/help.ftl"),
            (Language::Fr, Self::Arguments) => include_str!("fr/arguments.ftl"),
            (Language::Zh, Self::Answers) => include_str!("zh/answers.ftl"),
            (Language::Zh, Self::Errors) => include_str!("zh/errors.ftl"),
            (Language::Zh, Self::Guide) => include_str!("zh/guide.ftl"),
            (Language::Zh, Self::Faq) => include_str!("zh/faq.ftl"),
            (Language::Zh, Self::Usage) => include_str!("zh/usage.ftl"),
            (Language::Zh, Self::Next) => include_str!("zh/next.ftl"),
            (Language::Zh, Self::Help) => include_str!("zh/help.ftl"),
            (Language::Zh, Self::Arguments) => include_str!("zh/arguments.ftl"),
        }
    }
}

/// The messages of some topics in one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// Loads the messages of some topics.
    ///
    /// # Panics
    /// If a built-in file is not valid Fluent, or if two of them have the same key; a test reads them all.
    pub fn new(language: Language, topics: &[Topic]) -> Self {
        let tag = language.word().parse().expect("a language word is a language tag");
        let mut bundle = FluentBundle::new(vec![tag]);
        // Many terminals show the marks around bidirectional text as boxes, and `grep` does not find text across them.
        bundle.set_use_isolating(false);
        for topic in topics {
            let parsed = FluentResource::try_new(topic.text(language).to_owned());
            let resource = parsed.map_err(|(_, errors)| errors).expect("a built-in file is valid");
            bundle.add_resource(resource).expect("each key is in one file");
        }
        Self { language, bundle }
    }

    /// The language of the messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether a loaded topic has a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The message with this key, which has no placeholders. An unknown key is returned itself, so that it is noticed.
    pub fn tr(&self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// The message with this key, with its placeholders filled in. Control characters in the values are made harmless:
    /// this is how texts from files and arguments reach people.
    ///
    /// # Panics
    /// In debug builds, if the message has a placeholder that `args` does not.
    pub fn tr_with<'a, V: Into<MessageArg<'a>>>(
        &self,
        key: &str,
        args: impl IntoIterator<Item = (&'a str, V)>,
    ) -> String {
        let mut harmless_args = FluentArgs::new();
        for (name, value) in args {
            match value.into() {
                MessageArg::Text(text) => harmless_args.set(name, harmless(&text).into_owned()),
                // Fluent's numbers are exact only below 2⁵³.
                MessageArg::Count(count) if count < 1 << 53 => harmless_args.set(name, count),
                MessageArg::Count(count) => harmless_args.set(name, count.to_string()),
            }
        }
        self.format(key, &harmless_args)
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }

    /// A decimal with the decimal mark of the language: `9.35`, `9,35`.
    pub fn decimal(&self, text: &str) -> String {
        match self.language {
            Language::Fr => text.replace('.', ","),
            Language::En | Language::Zh => text.to_owned(),
        }
    }

    /// A figure and its unit; in French the blank between them does not break: `20 GB`, `20 Go`.
    fn with_unit(&self, figure: &str, unit: &str) -> String {
        let blank = if self.language == Language::Fr { '\u{a0}' } else { ' ' };
        format!("{}{blank}{unit}", self.decimal(figure))
    }

    /// An amount without its currency: `230.00`, `230,00`.
    pub fn amount(&self, money: Money) -> String {
        self.decimal(&money.amount_text())
    }

    /// An amount with its currency: `230.00 MAD`, `230,00 MAD`.
    pub fn money(&self, money: Money) -> String {
        self.with_unit(&money.amount_text(), money.currency().code())
    }

    /// An amount with its currency in a sentence, without decimals if they are zero: `120 MAD`, `382.70 MAD`.
    pub fn short_money(&self, money: Money) -> String {
        self.with_unit(&self.short_amount(money), money.currency().code())
    }

    /// An amount with its currency, or the word for unknown.
    pub fn money_or_unknown(&self, money: Option<Money>) -> String {
        money.map_or_else(|| self.tr("unknown"), |money| self.money(money))
    }

    /// An amount without its currency, and without decimals if they are zero: `30`, `21.81`.
    pub fn short_amount(&self, money: Money) -> String {
        let text = money.amount_text();
        match text.split_once('.') {
            Some((whole, minor)) if minor.bytes().all(|b| b == b'0') => whole.to_owned(),
            _ => self.decimal(&text),
        }
    }

    /// A volume with its unit: `20 GB`, `20 Go`.
    pub fn volume(&self, volume: DataVolume) -> String {
        let (figure, unit) = volume.in_unit();
        let translated = match (self.language, unit) {
            (Language::Fr, "GB") => "Go",
            (Language::Fr, "MB") => "Mo",
            (Language::Fr, _) => "Ko",
            _ => unit,
        };
        self.with_unit(&figure, translated)
    }

    /// A whole number of days: `1 day`, `30 days`.
    pub fn days(&self, days: impl Into<u64>) -> String {
        self.tr_with("days", [("count", days.into())])
    }

    /// Call minutes: `1 minute`, `60 minutes`.
    pub fn minutes(&self, minutes: u64) -> String {
        self.tr_with("minutes", [("count", minutes)])
    }

    /// A validity in days, or in hours if it is not a whole number of days.
    pub fn validity(&self, validity: Validity) -> String {
        match validity.days() {
            Some(days) => self.days(days),
            None => self.tr_with("hours", [("count", u64::from(validity.hours()))]),
        }
    }

    /// A figure in the notation of the language.
    pub fn figure<'f>(&self, figure: &'f Figure) -> MessageArg<'f> {
        match figure {
            Figure::Text(text) => text.as_str().into(),
            Figure::Count(number) => (*number).into(),
            Figure::Amount(amount, currency) => self.with_unit(&amount.to_string(), currency).into(),
            Figure::Volume(kb) => self.volume(DataVolume::from_kb(*kb)).into(),
            Figure::Days(hundredths) => self.fraction_of_days(Days::from_hundredths(*hundredths)).into(),
            Figure::Date(date) => self.date(&date.to_string()).into(),
            Figure::Unknown => self.tr("unknown").into(),
        }
    }

    /// A volume that is needed each day, rounded up to three digits: rounded down, it could look like a plan that falls
    /// short of it.
    pub fn pace(&self, volume: DataVolume) -> String {
        let kb = volume.kb();
        let unit = 10_u64.pow(kb.checked_ilog10().unwrap_or_default().saturating_sub(2));
        let rounded = kb.div_ceil(unit).checked_mul(unit).unwrap_or(kb);
        self.volume(DataVolume::from_kb(rounded))
    }

    /// A number of days with up to two decimals: `15`, `4.66`.
    pub fn fraction_of_days(&self, days: Days) -> String {
        days.whole().map_or_else(|| self.decimal(&days.to_string()), |whole| whole.to_string())
    }

    /// The same with its unit: `1 day`, `4.66 days`.
    pub fn some_days(&self, days: Days) -> String {
        if let Some(Ok(whole)) = days.whole().map(u64::try_from) {
            return self.days(whole);
        }
        // French has its plural from two days on.
        let full = u64::try_from(days.full()).unwrap_or(u64::MAX);
        let count = MessageArg::from(self.fraction_of_days(days));
        self.tr_with("days-fraction", [("count", count), ("whole", full.into())])
    }

    /// The translation of a word of the catalogue (`pass`, `resident`, `low`). An unknown word is returned unchanged.
    pub fn word(&self, word: &str) -> String {
        let key = format!("word-{word}");
        if self.has(&key) { self.tr(&key) } else { word.to_owned() }
    }

    /// The translation of the catalogue's word for the form of a SIM.
    pub fn form(&self, word: &str) -> String {
        if word == "both" { self.tr("word-sim-or-esim") } else { self.word(word) }
    }

    /// The translation of the catalogue's word for a place of sale.
    pub fn sold(&self, word: &str) -> String {
        if word == "both" { self.tr("word-shop-and-online") } else { self.word(word) }
    }

    /// A title and its text: `Price: 20.00 MAD`. Both have to be harmless already: the title may have codes of colour.
    pub fn labelled(&self, title: &str, text: &str) -> String {
        self.format("labelled", &[("title", title), ("text", text)].into_iter().collect())
    }

    /// Texts as a list: `a, b`.
    pub fn list<S: AsRef<str>>(&self, texts: &[S]) -> String {
        texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(self.tr("list-separator").as_str())
    }

    /// Texts as a list inside a sentence: `a, b and c`.
    pub fn list_in_sentence<S: AsRef<str>>(&self, texts: &[S]) -> String {
        match texts {
            [] | [_] => self.list(texts),
            [before @ .., last] => {
                format!("{}{}{}", self.list(before), self.tr("list-last-separator"), last.as_ref())
            }
        }
    }

    /// A text of the catalogue about where to buy a plan, or a note on it. A star code stays as it is, phrases of the
    /// list are translated, and any other text is quoted: it is the catalogue's own, in whatever language that is.
    pub fn catalogue_text(&self, text: &str) -> String {
        let is_code = text.starts_with('*') && text[1..].bytes().all(|byte| byte.is_ascii_digit());
        match translated(text, self.language) {
            _ if is_code || text.is_empty() => text.to_owned(),
            Some(phrases) => phrases,
            None => self.tr_with("quoted", [("text", text)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_loads_beside_the_others() {
        let topics = [
            Topic::Answers,
            Topic::Errors,
            Topic::Guide,
            Topic::Faq,
            Topic::Usage,
            Topic::Next,
            Topic::Help,
            Topic::Arguments,
        ];
        for language in Language::ALL {
            assert!(Messages::new(*language, &topics).has("warning"), "{language}");
        }
    }
}

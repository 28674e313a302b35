//! The sentences of one language, ready to be filled in.

use super::language::Language;
use crate::domain::error::Figure;
use crate::domain::live::harmless;
use crate::domain::money::Money;
use crate::domain::need::Days;
use crate::domain::time::Validity;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::borrow::Cow;

/// What a sentence is filled in with.
#[derive(Clone, Debug)]
pub enum MessageArg<'a> {
    /// A name, or a figure as the language writes it.
    Text(Cow<'a, str>),
    /// A number that may choose the form of the sentence.
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

/// A file of sentences; a command loads those from which it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Tables, answers, reasons.
    Answers,
    /// Errors and warnings.
    Errors,
    /// The renewal guide.
    Guide,
    /// Questions and answers about renewing.
    Faq,
    /// What help says around the texts of the arguments.
    Help,
    /// The texts of the arguments; in English they stand where the arguments are declared.
    Arguments,
}

impl Topic {
    fn text(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::En, Self::Answers) => include_str!("en/answers.ftl"),
            (Language::En, Self::Errors) => include_str!("en/errors.ftl"),
            (Language::En, Self::Guide) => include_str!("en/guide.ftl"),
            (Language::En, Self::Faq) => include_str!("en/faq.ftl"),
            (Language::En, Self::Help) => include_str!("en/help.ftl"),
            (Language::En, Self::Arguments) => "",
            (Language::Fr, Self::Answers) => include_str!("fr/answers.ftl"),
            (Language::Fr, Self::Errors) => include_str!("fr/errors.ftl"),
            (Language::Fr, Self::Guide) => include_str!("fr/guide.ftl"),
            (Language::Fr, Self::Faq) => include_str!("fr/faq.ftl"),
            (Language::Fr, Self::Help) => include_str!("fr/help.ftl"),
            (Language::Fr, Self::Arguments) => include_str!("fr/arguments.ftl"),
            (Language::Zh, Self::Answers) => include_str!("zh/answers.ftl"),
            (Language::Zh, Self::Errors) => include_str!("zh/errors.ftl"),
            (Language::Zh, Self::Guide) => include_str!("zh/guide.ftl"),
            (Language::Zh, Self::Faq) => include_str!("zh/faq.ftl"),
            (Language::Zh, Self::Help) => include_str!("zh/help.ftl"),
            (Language::Zh, Self::Arguments) => include_str!("zh/arguments.ftl"),
        }
    }
}

/// The sentences of one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// The sentences of some topics.
    ///
    /// # Panics
    /// If a built-in file is not valid Fluent, or a key is in two of them: a test reads them all.
    pub fn of(language: Language, topics: &[Topic]) -> Self {
        let tag = language.word().parse().expect("a language word is a language tag");
        let mut bundle = FluentBundle::new(vec![tag]);
        // The marks that keep Arabic and Latin apart would show as boxes in many terminals, and break `grep`.
        bundle.set_use_isolating(false);
        for topic in topics {
            let parsed = FluentResource::try_new(topic.text(language).to_owned());
            let resource = parsed.map_err(|(_, errors)| errors).expect("a built-in file is valid");
            bundle.add_resource(resource).expect("each key is in one file");
        }
        Self { language, bundle }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is such a sentence.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A sentence without anything to fill in.
    pub fn tr(&self, key: &str) -> String {
        self.filled_in(key, &FluentArgs::new())
    }

    /// A sentence, filled in. What it is filled in with can steer nothing: texts from files and arguments come to
    /// people through here. A key without a sentence shows itself, so that it is found.
    ///
    /// # Panics
    /// Where a built-in message is not sound Fluent: a test reads them all.
    pub fn tr_with<'a, V: Into<MessageArg<'a>>>(
        &self,
        key: &str,
        args: impl IntoIterator<Item = (&'a str, V)>,
    ) -> String {
        let mut harmless_args = FluentArgs::new();
        for (name, value) in args {
            match value.into() {
                MessageArg::Text(text) => harmless_args.set(name, harmless(&text).into_owned()),
                // Fluent's numbers are exact up to 2⁵³, which a count that is shown never passes.
                MessageArg::Count(count) if count < 1 << 53 => harmless_args.set(name, count),
                MessageArg::Count(count) => harmless_args.set(name, count.to_string()),
            }
        }
        self.filled_in(key, &harmless_args)
    }

    fn filled_in(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }

    /// A decimal with the language's mark: `9.35`, `9,35`.
    pub fn decimal(&self, text: &str) -> String {
        match self.language {
            Language::Fr => text.replace('.', ","),
            Language::En | Language::Zh => text.to_owned(),
        }
    }

    /// A figure and its unit, which French keeps on one line: `20 GB`, `20 Go`.
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

    /// An amount without its currency and without needless zeros: `30`, `21.81`.
    pub fn short_amount(&self, money: Money) -> String {
        let text = money.amount_text();
        match text.split_once('.') {
            Some((whole, minor)) if minor.bytes().all(|b| b == b'0') => whole.to_owned(),
            _ => self.decimal(&text),
        }
    }

    /// A volume: `20 GB`, `20 Go`.
    pub fn volume(&self, volume: DataVolume) -> String {
        let (figure, unit) = volume.in_unit();
        let unit = match (self.language, unit) {
            (Language::Fr, "GB") => "Go",
            (Language::Fr, "MB") => "Mo",
            (Language::Fr, _) => "Ko",
            (_, unit) => unit,
        };
        self.with_unit(&figure, unit)
    }

    /// So many days: `1 day`, `30 days`.
    pub fn days(&self, days: impl Into<u64>) -> String {
        self.tr_with("days", [("count", days.into())])
    }

    /// Call minutes: `1 minute`, `60 minutes`.
    pub fn minutes(&self, minutes: u64) -> String {
        self.tr_with("minutes", [("count", minutes)])
    }

    /// How long a purchase lasts.
    pub fn validity(&self, validity: Validity) -> String {
        match validity.days() {
            Some(days) => self.days(days),
            None => self.tr_with("hours", [("count", u64::from(validity.hours()))]),
        }
    }

    /// A figure as the language writes it.
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

    /// A volume that a pace takes, rounded up to three digits: it never looks smaller than what does not suffice.
    pub fn pace(&self, volume: DataVolume) -> String {
        let kb = volume.kb();
        let unit = 10_u64.pow(kb.checked_ilog10().unwrap_or_default().saturating_sub(2));
        let rounded = kb.div_ceil(unit).checked_mul(unit).unwrap_or(kb);
        self.volume(DataVolume::from_kb(rounded))
    }

    /// Days to hundredths, without needless digits: `15`, `4.66`.
    pub fn fraction_of_days(&self, days: Days) -> String {
        days.whole().map_or_else(|| self.decimal(&days.to_string()), |whole| whole.to_string())
    }

    /// Days to hundredths with their word: `1 day`, `4.66 days`.
    pub fn some_days(&self, days: Days) -> String {
        let whole = days.whole().and_then(|whole| u64::try_from(whole).ok());
        whole.map_or_else(
            || self.tr_with("days", [("count", self.fraction_of_days(days))]),
            |whole| self.days(whole),
        )
    }

    /// A word of the catalogue (`pass`, `resident`, `low`) in words; one that is not known stays as it stands.
    pub fn word(&self, word: &str) -> String {
        let key = format!("word-{word}");
        if self.has(&key) { self.tr(&key) } else { word.to_owned() }
    }

    /// The form of a SIM by its word in the catalogue.
    pub fn form(&self, word: &str) -> String {
        if word == "both" { self.tr("word-sim-or-esim") } else { self.word(word) }
    }

    /// Where something is sold, by its word in the catalogue.
    pub fn sold(&self, word: &str) -> String {
        if word == "both" { self.tr("word-shop-and-online") } else { self.word(word) }
    }

    /// A title and what belongs to it: `Price: 20.00 MAD`. Both are harmless already; the title may be coloured.
    pub fn labelled(&self, title: &str, text: &str) -> String {
        self.filled_in("labelled", &[("title", title), ("text", text)].into_iter().collect())
    }

    /// Messages joined as a list: `a, b`.
    pub fn list<S: AsRef<str>>(&self, messages: &[S]) -> String {
        let messages: Vec<_> = messages.iter().map(AsRef::as_ref).collect();
        messages.join(self.tr("list-separator").as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_loads_beside_the_others() {
        let topics = [Topic::Answers, Topic::Errors, Topic::Guide, Topic::Faq, Topic::Help, Topic::Arguments];
        for language in Language::ALL {
            assert!(Messages::of(*language, &topics).has("warning"), "{language}");
        }
    }
}

//! The sentences of one language, ready to be filled in.

use super::language::Language;
use crate::domain::figure::Figure;
use crate::domain::live::harmless;
use crate::domain::money::Money;
use crate::domain::need::Days;
use crate::domain::time::Validity;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Message};
use memchr::{memchr_iter, memchr2, memmem};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

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

/// The sentences of one language. A sentence is looked up and read when it is first said: most answers say few of them.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    files: Vec<&'static str>,
    read: RefCell<HashMap<String, Sentence>>,
}

/// A sentence that has been read.
#[derive(Clone)]
enum Sentence {
    /// Nothing is to be filled in.
    Plain(&'static str),
    /// A message of Fluent.
    Pattern(Rc<FluentResource>),
}

impl Messages {
    /// The sentences of some topics.
    ///
    /// # Panics
    /// Where the word of a language is no language tag.
    pub fn of(language: Language, topics: &[Topic]) -> Self {
        let tag = language.word().parse().expect("a language word is a language tag");
        let mut bundle = FluentBundle::new(vec![tag]);
        // The marks that keep Arabic and Latin apart would show as boxes in many terminals, and break `grep`.
        bundle.set_use_isolating(false);
        let files = topics.iter().map(|topic| topic.text(language)).collect();
        Self { language, bundle, files, read: RefCell::default() }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is such a sentence.
    pub fn has(&self, key: &str) -> bool {
        self.message(key).is_some()
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
        let resource = match self.sentence(key) {
            Some(Sentence::Plain(text)) => return text.to_owned(),
            Some(Sentence::Pattern(resource)) => resource,
            None => return key.to_owned(),
        };
        let Some(Entry::Message(Message { value: Some(pattern), .. })) = resource.get_entry(0) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }

    /// A sentence, read when it is first said.
    fn sentence(&self, key: &str) -> Option<Sentence> {
        let known = self.read.borrow().get(key).cloned();
        known.or_else(|| {
            let message = self.message(key)?;
            let sentence = match plain_text(message, key) {
                Some(text) => Sentence::Plain(text),
                None => match FluentResource::try_new(message.to_owned()) {
                    Ok(resource) => Sentence::Pattern(Rc::new(resource)),
                    Err((_, errors)) => panic!("{key}: {errors:?}"),
                },
            };
            self.read.borrow_mut().insert(key.to_owned(), sentence.clone());
            Some(sentence)
        })
    }

    /// A message as it stands in its file.
    fn message(&self, key: &str) -> Option<&'static str> {
        self.files.iter().find_map(|file| message(file, key))
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
            Figure::Money(money) => self.money(*money).into(),
            Figure::Volume(volume) => self.volume(*volume).into(),
            Figure::Days(days) => self.fraction_of_days(*days).into(),
            Figure::Date(date) => self.date(&date.to_string()).into(),
            Figure::Unknown => self.tr("unknown").into(),
        }
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

/// The message of this key in a file. It begins at the start of a line and goes on until another line begins with
/// something else than a blank or a closing brace.
fn message(file: &'static str, key: &str) -> Option<&'static str> {
    let begins = |at: &usize| file[..*at].ends_with('\n') && file[at + key.len()..].starts_with(" =");
    let message = &file[memmem::find_iter(file.as_bytes(), key).find(begins)?..];
    let goes_on = |next: usize| message[next..].starts_with([' ', '}', '\n']);
    let mut breaks = memchr_iter(b'\n', message.as_bytes()).map(|at| at + 1);
    let end = breaks.find(|&next| !goes_on(next)).unwrap_or(message.len());
    Some(&message[..end])
}

/// The text of a message that is one line with nothing to fill in: titles and names, which are most of what is said.
fn plain_text<'m>(message: &'m str, key: &str) -> Option<&'m str> {
    let text = message.strip_prefix(key)?.strip_prefix(" =")?.trim();
    memchr2(b'{', b'\n', text.as_bytes()).is_none().then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast::PatternElement;
    use fluent_syntax::parser;

    #[test]
    fn messages_are_those_of_the_parser() {
        let topics = [Topic::Answers, Topic::Errors, Topic::Guide, Topic::Faq, Topic::Help, Topic::Arguments];
        let (mut count, mut plain) = (0, 0);
        for (language, topic) in
            Language::ALL.iter().flat_map(|language| topics.map(|topic| (*language, topic)))
        {
            let text = topic.text(language);
            let whole = parser::parse(text).expect("a sound file").body.into_iter();
            let whole = whole.filter_map(|entry| match entry {
                Entry::Message(message) => Some((message.id.name, message.value)),
                _ => None,
            });
            let whole: Vec<_> = whole.collect();
            let apart = whole.iter().map(|(key, _)| {
                let mut entries = parser::parse(message(text, key).expect(key)).expect(key).body;
                match entries.pop() {
                    Some(Entry::Message(message)) if entries.is_empty() => (message.id.name, message.value),
                    other => panic!("{language} {topic:?} {key}: {other:?}"),
                }
            });
            let apart: Vec<_> = apart.collect();
            for (key, value) in &whole {
                if let Some(text) = plain_text(message(text, key).expect(key), key) {
                    let elements = &value.as_ref().expect(key).elements;
                    assert_eq!(elements, &[PatternElement::TextElement { value: text }], "{language} {key}");
                    plain += 1;
                }
            }
            assert_eq!(apart, whole, "{language} {topic:?}");
            count += whole.len();
        }
        assert!(count > 1500 && plain > 300, "the sentences have gone: {count}, {plain}");
    }
}

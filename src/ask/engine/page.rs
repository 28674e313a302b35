//! Answers for a page: JSON with texts in the language of the options, in pieces that the page lays out.

use super::{Engine, OutputForm, Texts, language_of};
use crate::ask::Ask;
use crate::ask::choices::Choices;
use crate::ask::compare::Extras;
use crate::ask::doubts;
use crate::ask::error::AskError;
use crate::ask::faq::{NEAREST, Topics, nothing, search};
use crate::ask::options::Options;
use crate::ask::schedule::how_to_buy;
use crate::ask::shell::quoted;
use crate::ask::steps::with_cards;
use crate::domain::word::Word;
use crate::guide::facts::Operator;
use crate::guide::faq::{FaqQuestion, answer};
use crate::i18n::Messages;
use crate::render::document::Document;
use crate::render::faq::{FaqDocument, title};
use crate::render::forms::Origin;
use crate::render::ics::{CalendarOptions, Reminder, calendar};
use crate::render::offers::{ComparisonDocument, Explain};
use crate::render::page::{blocks, compare_page, details_page};
use jiff::civil::DateTime;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Engine {
    /// The answer for a page, as JSON: texts in the language of the options, in pieces that the page lays out.
    ///
    /// # Errors
    /// As [`Engine::json`].
    pub fn page(&self, ask: Ask, options: &Options) -> Result<String, AskError> {
        let page = match ask {
            Ask::Compare => self.compare_page(options)?,
            Ask::Schedule | Ask::RenewSteps | Ask::WhatIf => self.answer::<PageBlocks>(ask, options)?,
        };
        Ok(self.with_command(page, ask, options).to_string())
    }

    /// What to know besides the offers, as JSON for a page: what is one change away, and why the other plans are in none.
    /// It takes longer than the offers, so a page asks for it after them.
    ///
    /// # Errors
    /// As [`Engine::json`].
    pub fn details(&self, options: &Options) -> Result<String, AskError> {
        let compared = self.compared(options, Extras { refusals: true, advice: true })?;
        let messages = self.messages(options, Texts::Comparison);
        let document = compared.document(&messages);
        let document = ComparisonDocument { explain: Explain::All(&compared.refusals), ..document };
        let page = details_page(&document).map_err(AskError::usage)?;
        Ok(value_of(&page).to_string())
    }

    /// What is shown at a counter to renew, as JSON for a page.
    ///
    /// # Errors
    /// As [`Engine::json`]; `card-nothing-at-counter` if nothing is bought there.
    pub fn cards(&self, options: &Options) -> Result<String, AskError> {
        let found = self.with_steps(options, true, |found, messages| {
            with_cards(found.guides, messages, |document| {
                let labels = [("number", "card-number"), ("amount", "card-amount"), ("star", "card-star")];
                let labels: BTreeMap<_, _> =
                    labels.into_iter().map(|(name, key)| (name, messages.tr(key))).collect();
                let mut value = document_value(document)?;
                value["labels"] = value_of(&labels);
                Ok(value)
            })
        })?;
        Ok(found.to_string())
    }

    /// The answer to a question about renewing, as JSON for a page. The language is that of the question, unless the
    /// options name one.
    ///
    /// # Errors
    /// `faq-nothing-found` with the nearest questions.
    pub fn faq(&self, question: &str, options: &Options) -> Result<String, AskError> {
        let preferred = language_of(options);
        let Topics { language, fitting, others } = search(question, preferred, &self.facts);
        let language = if options.lang.is_some() { preferred } else { language };
        let language = Options { lang: Some(language.word().to_owned()), ..Options::default() };
        let messages = self.messages(&language, Texts::All);
        if fitting.is_empty() {
            let nearest = others.get(..NEAREST).unwrap_or(&others);
            return Err(nothing(question.to_owned(), nearest, &messages));
        }
        let operators: Vec<&Operator> = self.facts.operators.iter().collect();
        // Without words all questions are alike.
        let in_full = usize::from(!question.trim().is_empty());
        let (shown, rest) = fitting.split_at(in_full);
        let answers =
            shown.iter().map(|&question| answer(question, &self.facts, &operators, false)).collect();
        let document = FaqDocument {
            query: question,
            answers,
            further: Vec::new(),
            with_sources: true,
            messages: &messages,
        };
        let mut value = PageBlocks::of(&document)?;
        value["further"] = rest.iter().map(|&question| further(question, &messages)).collect();
        Ok(value.to_string())
    }

    /// The calendar of the purchases as the text of a file, with a reminder a day before each. `now` is the time on the
    /// clocks of the stay.
    ///
    /// # Errors
    /// As [`Engine::json`]; `ics-needs-from` if the stay has no date.
    pub fn calendar(&self, options: &Options, now: DateTime) -> Result<String, AskError> {
        self.with_schedule(options, |document| {
            let calendar_options =
                CalendarOptions { name: "", reminders: &[Reminder::DEFAULT], earlier: None, now };
            let messages = document.context.messages;
            let file = calendar(document.schedule, &document.context, &calendar_options, &|purchase| {
                how_to_buy(purchase, options, &self.facts, messages)
            });
            file.map(|file| file.text).map_err(|error| AskError::option("--from", error))
        })
    }

    /// What a form can offer in the language of the options, as JSON: SIMs, activities, sellers, plans.
    pub fn choices(&self, options: &Options) -> String {
        let messages = self.messages(options, Texts::All);
        value_of(&Choices::new(&self.catalogue, self.basis.today, &messages)).to_string()
    }

    /// An error as JSON for a page, in the language of the options.
    pub fn error(&self, error: &AskError, options: &Options) -> String {
        value_of(&error.form(&self.messages(options, Texts::All))).to_string()
    }

    /// Adds the command line that asks the same of the same catalogue.
    fn with_command(&self, mut page: Value, ask: Ask, options: &Options) -> Value {
        let mut command = options.command(ask.word());
        if self.origin.source != Origin::BUILT_IN {
            command += &format!(" --plans {}", quoted(&self.origin.source));
        }
        page["command"] = command.into();
        page["fragment"] = options.link().into();
        page
    }

    fn compare_page(&self, options: &Options) -> Result<Value, AskError> {
        let compared = self.compared(options, Extras::NONE)?;
        let messages = self.messages(options, Texts::Comparison);
        let document = compared.document(&messages);
        let page = compare_page(&document, &self.mine).map_err(AskError::usage)?;
        let first = compared.comparison.offers.first();
        let left_out = compared.comparison.left_out.iter().map(|left_out| &left_out.error);
        let of_rates = doubts::of_rates(first, &document.context);
        let warnings = compared.asked.doubts.iter().chain(left_out).chain(&of_rates);
        let warnings: Vec<_> = warnings.map(|error| messages.error(error)).collect();
        let mut value = value_of(&page);
        value["warnings"] = warnings.into();
        Ok(value)
    }
}

fn document_value(document: &impl Document) -> Result<Value, AskError> {
    document.json().map(|document| value_of(&document)).map_err(AskError::usage)
}

/// The blocks of a document, which a page lays out.
struct PageBlocks;

impl OutputForm for PageBlocks {
    type Answer = Value;

    const HAS_CHARTS: bool = true;

    fn of(document: &impl Document) -> Result<Value, AskError> {
        Ok(json!({ "blocks": value_of(&blocks(document).map_err(AskError::usage)?) }))
    }
}

/// Our documents have only texts as keys and no numbers that JSON lacks.
fn value_of(document: &impl Serialize) -> Value {
    serde_json::to_value(document).expect("a document is valid JSON")
}

fn further(question: FaqQuestion, messages: &Messages) -> Value {
    json!({ "question": question.word(), "text": title(question, messages) })
}

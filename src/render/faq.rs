//! The answer of `faq`: questions about renewing and their answers.

use super::block::{Block, Bullet, Tone};
use super::document::Document;
use super::lines::{GuideLineForm, line_forms};
use super::notes::Notes;
use super::schema_name::{JsonForm, SchemaName};
use super::values::WordText;
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::guide::faq::{Answer, FaqQuestion};
use crate::i18n::{Language, Messages};
use serde::Serialize;

/// Some questions with their answers, and further ones without.
#[derive(Clone)]
pub struct FaqDocument<'a> {
    /// The words that the user typed; empty if there were none.
    pub query: &'a str,
    /// The answers that are shown in full, the best first.
    pub answers: Vec<Answer<'a>>,
    /// Further questions, of which only the titles are shown.
    pub further: Vec<FaqQuestion>,
    /// Whether the sources are given, as numbered notes.
    pub with_sources: bool,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for FaqDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let messages = self.messages;
        let mut notes = Notes::new(self.with_sources);
        let mut blocks = Vec::new();
        for answer in &self.answers {
            blocks.extend(answer_blocks(answer, &mut notes, messages));
        }
        blocks.extend(notes.blocks(messages));
        let are_all = self.answers.is_empty();
        if !self.further.is_empty() {
            blocks.push(Block::Heading(messages.tr(if are_all { "faq-all" } else { "faq-others" })));
            let titles = self.further.iter().map(|&question| title(question, messages));
            blocks.push(plain_list(titles.collect()));
        }
        if are_all {
            blocks.push(Block::Aside(messages.tr("faq-how")));
        }
        Ok(blocks)
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let messages = self.messages;
        Ok(FaqForm {
            answers: self.answers.iter().map(|answer| answer_form(answer, messages)).collect(),
            further: self.further.iter().map(|&question| further_form(question, messages)).collect(),
            language: WordText(messages.language()),
            query: self.query,
            schema: SchemaName::default(),
        })
    }
}

/// The answer of `faq`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct FaqForm<'a> {
    /// The answers in full, the best first.
    answers: Vec<AnswerForm<'a>>,
    /// Further questions that fit.
    further: Vec<FurtherForm>,
    /// The language of the texts.
    language: WordText<Language>,
    /// The words that the user typed.
    query: &'a str,
    schema: SchemaName<Self>,
}

impl JsonForm for FaqForm<'_> {
    const SCHEMA: &'static str = "simplan/faq/1";
}

/// A question with its answer.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct AnswerForm<'a> {
    /// What holds for every operator.
    lines: Vec<GuideLineForm<'a>>,
    /// What holds for one operator each.
    operators: Vec<OperatorLinesForm<'a>>,
    question: WordText<FaqQuestion>,
    /// The question as a sentence.
    text: String,
}

/// What holds for an operator.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct OperatorLinesForm<'a> {
    lines: Vec<GuideLineForm<'a>>,
    name: &'a str,
    operator: &'a str,
}

/// A question without its answer.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct FurtherForm {
    question: WordText<FaqQuestion>,
    /// The question as a sentence.
    text: String,
}

/// The lines of an answer. One that rests on no source says that it is general advice.
fn answer_blocks<'f>(answer: &'f Answer<'_>, notes: &mut Notes<'f>, messages: &Messages) -> Vec<Block> {
    let mut general = notes.sentences(&answer.general, messages);
    if answer.lines().all(|line| line.facts.is_empty()) {
        general.push(messages.tr("faq-source-advice"));
    }
    let mut blocks = vec![Block::Title(title(answer.question, messages)), plain_list(general)];
    for (operator, lines) in &answer.operators {
        blocks.push(Block::Heading(operator.name.clone()));
        blocks.push(plain_list(notes.sentences(lines, messages)));
    }
    blocks
}

fn plain_list(items: Vec<String>) -> Block {
    Block::List { bullet: Bullet::Dash, tone: Tone::Plain, items }
}

fn answer_form<'a>(answer: &'a Answer<'_>, messages: &Messages) -> AnswerForm<'a> {
    let operators = answer.operators.iter().map(|(operator, lines)| OperatorLinesForm {
        lines: line_forms(lines, messages),
        name: &operator.name,
        operator: &operator.id,
    });
    AnswerForm {
        lines: line_forms(&answer.general, messages),
        operators: operators.collect(),
        question: WordText(answer.question),
        text: title(answer.question, messages),
    }
}

fn further_form(question: FaqQuestion, messages: &Messages) -> FurtherForm {
    FurtherForm { question: WordText(question), text: title(question, messages) }
}

/// A question as a sentence.
pub fn title(question: FaqQuestion, messages: &Messages) -> String {
    messages.tr(&format!("faq-{}", question.word()))
}

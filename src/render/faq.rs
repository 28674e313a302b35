//! The answer of `faq`: questions about renewing and their answers.

use super::block::{Block, Bullet, Tone};
use super::document::Document;
use super::lines::line_values;
use super::notes::Notes;
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::guide::faq::{Answer, FaqQuestion};
use crate::i18n::Messages;
use serde::Serialize;
use serde_json::{Value, json};

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
        let answers = self.answers.iter().map(|answer| answer_value(answer, messages));
        let further = self.further.iter().map(|&question| further_value(question, messages));
        Ok(json!({
            "schema": "simplan/faq/1",
            "language": messages.language().word(),
            "query": self.query,
            "answers": answers.collect::<Vec<Value>>(),
            "further": further.collect::<Vec<Value>>(),
        }))
    }
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

fn answer_value(answer: &Answer<'_>, messages: &Messages) -> Value {
    let operators = answer.operators.iter().map(|(operator, lines)| {
        json!({"operator": operator.id, "name": operator.name, "lines": line_values(lines, messages)})
    });
    json!({
        "question": answer.question.word(),
        "text": title(answer.question, messages),
        "lines": line_values(&answer.general, messages),
        "operators": operators.collect::<Vec<Value>>(),
    })
}

fn further_value(question: FaqQuestion, messages: &Messages) -> Value {
    json!({"question": question.word(), "text": title(question, messages)})
}

/// A question as a sentence.
pub fn title(question: FaqQuestion, messages: &Messages) -> String {
    messages.tr(&format!("faq-{}", question.word()))
}

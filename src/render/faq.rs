//! Questions and their answers as text, markdown and JSON.

use super::json::document_text;
use super::lines::{self, Bullet, heading, list, list_markdown, said_with_certainty};
use super::{Layout, Terminal, markdown};
use crate::domain::word::Word;
use crate::guide::faq::{Answer, Question};
use crate::guide::lines::Line;
use crate::i18n::Messages;
use serde_json::{Value, json};

/// What is shown: some questions with their answers, further ones by name.
#[derive(Clone, Debug)]
pub struct Faq<'f> {
    /// The answers in full, the best first.
    pub answers: Vec<Answer<'f>>,
    /// Further questions.
    pub further: Vec<Question>,
}

/// The answers for a terminal, one under the other.
pub fn text(faq: &Faq<'_>, messages: &Messages, terminal: Terminal) -> String {
    let styles = terminal.styles;
    let mut parts = Vec::new();
    for answer in &faq.answers {
        let mut part = heading(&title(answer.question, messages), terminal);
        part += &list(&said(&answer.general, messages), Bullet::Dash, terminal);
        for (operator, lines) in &answer.operators {
            part += &format!("\n{}\n", styles.strong(&operator.name));
            part += &list(&said(lines, messages), Bullet::Dash, terminal);
        }
        part += &format!("\n{}\n", styles.strong(&messages.tr("part-sources")));
        let sources = list(&sources(answer, messages), Bullet::Dash, terminal);
        part += &sources.lines().map(|line| format!("{}\n", styles.faint(line))).collect::<String>();
        parts.push(part);
    }
    if !faq.further.is_empty() {
        let all = messages.tr(if faq.answers.is_empty() { "faq-all" } else { "faq-others" });
        parts.push(format!(
            "{}\n{}",
            styles.strong(&all),
            list(&titles(faq, messages), Bullet::Dash, terminal)
        ));
    }
    if faq.answers.is_empty() && terminal.layout != Layout::Plain {
        parts.push(format!("{}\n", styles.faint(&messages.tr("faq-how"))));
    }
    parts.join("\n")
}

/// The answers as markdown.
pub fn as_markdown(faq: &Faq<'_>, messages: &Messages) -> String {
    let mut parts = Vec::new();
    for answer in &faq.answers {
        parts.push(format!("# {}\n", markdown::escaped(&title(answer.question, messages))));
        parts.push(list_markdown(&said(&answer.general, messages), Bullet::Dash));
        for (operator, lines) in &answer.operators {
            parts.push(format!("## {}\n", markdown::escaped(&operator.name)));
            parts.push(list_markdown(&said(lines, messages), Bullet::Dash));
        }
        parts.push(format!("## {}\n", messages.tr("part-sources")));
        parts.push(list_markdown(&sources(answer, messages), Bullet::Dash));
    }
    if !faq.further.is_empty() {
        let all = messages.tr(if faq.answers.is_empty() { "faq-all" } else { "faq-others" });
        parts.push(format!("# {all}\n"));
        parts.push(list_markdown(&titles(faq, messages), Bullet::Dash));
    }
    parts.join("\n")
}

/// The answers as JSON.
pub fn as_json(faq: &Faq<'_>, query: &str, messages: &Messages) -> String {
    let said = |lines: &[Line<'_>]| -> Vec<Value> {
        lines.iter().map(|line| lines::as_json(line, messages)).collect()
    };
    let answer = |answer: &Answer<'_>| {
        let operators = answer.operators.iter().map(
            |(operator, lines)| json!({"operator": operator.id, "name": operator.name, "lines": said(lines)}),
        );
        json!({
            "question": answer.question.word(),
            "text": title(answer.question, messages),
            "lines": said(&answer.general),
            "operators": operators.collect::<Vec<Value>>(),
        })
    };
    let further = faq
        .further
        .iter()
        .map(|&question| json!({"question": question.word(), "text": title(question, messages)}));
    document_text(&json!({
        "schema": "simplan/faq/1",
        "language": messages.language().word(),
        "query": query,
        "answers": faq.answers.iter().map(answer).collect::<Vec<Value>>(),
        "further": further.collect::<Vec<Value>>(),
    }))
}

/// A question in words.
pub fn title(question: Question, messages: &Messages) -> String {
    messages.tr(&format!("faq-{}", question.word()))
}

/// The lines of an answer in words, marked where they are unverified.
pub fn said(lines: &[Line<'_>], messages: &Messages) -> Vec<String> {
    lines.iter().map(|line| said_with_certainty(line, messages)).collect()
}

fn titles(faq: &Faq<'_>, messages: &Messages) -> Vec<String> {
    faq.further.iter().map(|&question| title(question, messages)).collect()
}

/// Where an answer comes from; that it is general advice, where it rests on nothing that somebody else has said.
fn sources(answer: &Answer<'_>, messages: &Messages) -> Vec<String> {
    let sources = lines::sources(answer.lines(), messages);
    if sources.is_empty() { vec![messages.tr("faq-source-advice")] } else { sources }
}

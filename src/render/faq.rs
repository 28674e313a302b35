//! Questions and their answers as text, markdown and JSON.

use super::json::document_text;
use super::lines::{self, Bullet, heading, list, list_markdown, said_with_certainty};
use super::{Layout, Terminal, markdown};
use crate::domain::word::Word;
use crate::guide::faq::{Answer, Question};
use crate::guide::lines::Line;
use crate::i18n::Words;
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
pub fn text(faq: &Faq<'_>, words: &Words, terminal: Terminal) -> String {
    let paint = terminal.paint;
    let mut parts = Vec::new();
    for answer in &faq.answers {
        let mut part = heading(&title(answer.question, words), terminal);
        part += &list(&said(&answer.general, words), Bullet::Dash, terminal);
        for (operator, lines) in &answer.operators {
            part += &format!("\n{}\n", paint.strong(&operator.name));
            part += &list(&said(lines, words), Bullet::Dash, terminal);
        }
        part += &format!("\n{}\n", paint.strong(&words.say("part-sources")));
        let sources = list(&sources(answer, words), Bullet::Dash, terminal);
        part += &sources.lines().map(|line| format!("{}\n", paint.faint(line))).collect::<String>();
        parts.push(part);
    }
    if !faq.further.is_empty() {
        let all = words.say(if faq.answers.is_empty() { "faq-all" } else { "faq-others" });
        parts.push(format!("{}\n{}", paint.strong(&all), list(&titles(faq, words), Bullet::Dash, terminal)));
    }
    if faq.answers.is_empty() && terminal.layout != Layout::Plain {
        parts.push(format!("{}\n", paint.faint(&words.say("faq-how"))));
    }
    parts.join("\n")
}

/// The answers as markdown.
pub fn as_markdown(faq: &Faq<'_>, words: &Words) -> String {
    let mut parts = Vec::new();
    for answer in &faq.answers {
        parts.push(format!("# {}\n", markdown::escaped(&title(answer.question, words))));
        parts.push(list_markdown(&said(&answer.general, words), Bullet::Dash));
        for (operator, lines) in &answer.operators {
            parts.push(format!("## {}\n", markdown::escaped(&operator.name)));
            parts.push(list_markdown(&said(lines, words), Bullet::Dash));
        }
        parts.push(format!("## {}\n", words.say("part-sources")));
        parts.push(list_markdown(&sources(answer, words), Bullet::Dash));
    }
    if !faq.further.is_empty() {
        let all = words.say(if faq.answers.is_empty() { "faq-all" } else { "faq-others" });
        parts.push(format!("# {all}\n"));
        parts.push(list_markdown(&titles(faq, words), Bullet::Dash));
    }
    parts.join("\n")
}

/// The answers as JSON.
pub fn as_json(faq: &Faq<'_>, query: &str, words: &Words) -> String {
    let said =
        |lines: &[Line<'_>]| -> Vec<Value> { lines.iter().map(|line| lines::as_json(line, words)).collect() };
    let answer = |answer: &Answer<'_>| {
        let operators = answer.operators.iter().map(
            |(operator, lines)| json!({"operator": operator.id, "name": operator.name, "lines": said(lines)}),
        );
        json!({
            "question": answer.question.word(),
            "text": title(answer.question, words),
            "lines": said(&answer.general),
            "operators": operators.collect::<Vec<Value>>(),
        })
    };
    let further = faq
        .further
        .iter()
        .map(|&question| json!({"question": question.word(), "text": title(question, words)}));
    document_text(&json!({
        "schema": "simplan/faq/1",
        "language": words.language().word(),
        "query": query,
        "answers": faq.answers.iter().map(answer).collect::<Vec<Value>>(),
        "further": further.collect::<Vec<Value>>(),
    }))
}

/// A question in words.
pub fn title(question: Question, words: &Words) -> String {
    words.say(&format!("faq-{}", question.word()))
}

/// The lines of an answer in words, marked where they are unverified.
pub fn said(lines: &[Line<'_>], words: &Words) -> Vec<String> {
    lines.iter().map(|line| said_with_certainty(line, words)).collect()
}

fn titles(faq: &Faq<'_>, words: &Words) -> Vec<String> {
    faq.further.iter().map(|&question| title(question, words)).collect()
}

/// Where an answer comes from; that it is general advice, where it rests on nothing that somebody else has said.
fn sources(answer: &Answer<'_>, words: &Words) -> Vec<String> {
    let sources = lines::sources(answer.lines(), words);
    if sources.is_empty() { vec![words.say("faq-source-advice")] } else { sources }
}

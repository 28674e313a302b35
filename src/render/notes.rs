//! Sources as numbered notes: each once, in the order in which lines first rest on it.

use super::block::{Block, Bullet, Tone};
use super::lines::{marked_sentence, source_text};
use crate::guide::facts::Fact;
use crate::guide::lines::GuideLine;
use crate::i18n::Messages;

/// The notes of an answer, collected while its lines are written.
pub(super) struct Notes<'f> {
    facts: Vec<&'f Fact>,
    are_shown: bool,
}

impl<'f> Notes<'f> {
    /// No notes yet. If they are not shown, lines have no numbers either.
    pub(super) fn new(are_shown: bool) -> Self {
        Self { facts: Vec::new(), are_shown }
    }

    /// Lines as sentences with the numbers of their notes: `Keep the receipt. [2]`.
    pub(super) fn sentences(&mut self, lines: &'f [GuideLine<'_>], messages: &Messages) -> Vec<String> {
        lines.iter().map(|line| self.sentence(line, messages)).collect()
    }

    fn sentence(&mut self, line: &'f GuideLine<'_>, messages: &Messages) -> String {
        let mut text = marked_sentence(line, messages);
        if !self.are_shown {
            return text;
        }
        let mut numbers: Vec<usize> = line.facts.iter().filter_map(|fact| self.number(fact)).collect();
        let separator = messages.tr("sentence-separator");
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            text += &format!("{separator}[{number}]");
        }
        text
    }

    /// The number of a fact's note, from 1; `None` if the fact has no source.
    fn number(&mut self, fact: &'f Fact) -> Option<usize> {
        if fact.source.is_none() && fact.about.is_none() {
            return None;
        }
        let known = self.facts.iter().position(|other| has_same_source(other, fact));
        let index = known.unwrap_or_else(|| {
            self.facts.push(fact);
            self.facts.len() - 1
        });
        Some(index + 1)
    }

    /// The notes under their heading; nothing if there are none.
    pub(super) fn blocks(&self, messages: &Messages) -> Vec<Block> {
        if self.facts.is_empty() {
            return Vec::new();
        }
        let items = self.facts.iter().map(|fact| source_text(fact, messages)).collect();
        vec![
            Block::Heading(messages.tr("part-sources")),
            Block::List { bullet: Bullet::Note, tone: Tone::Faint, items },
        ]
    }
}

fn has_same_source(a: &Fact, b: &Fact) -> bool {
    a.source == b.source && a.about == b.about && a.date == b.date && a.confidence == b.confidence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::facts::Facts;
    use crate::guide::lines::LineWriter;
    use crate::i18n::{Language, Topic};

    /// The sentences of three lines, and how many notes they have.
    fn noted(are_shown: bool) -> (Vec<String>, usize) {
        let facts = Facts::built_in();
        let mut out = LineWriter::new(&facts, None);
        out.fact("shop-receipt", "receipt");
        out.advice("shop-pay-cash");
        out.fact("shop-go", "outlets");
        out.fact("trouble-wait-abroad", "effective_time_from_abroad");
        let messages = Messages::new(Language::En, &[Topic::Answers, Topic::Guide]);
        let mut notes = Notes::new(are_shown);
        let sentences = notes.sentences(&out.lines, &messages);
        let ends = sentences.iter().map(|text| text.chars().rev().take(4).collect::<Vec<_>>());
        let ends = ends.map(|end| end.into_iter().rev().collect()).collect();
        let blocks = notes.blocks(&messages);
        let count = match blocks.last() {
            Some(Block::List { items, .. }) => items.len(),
            _ => 0,
        };
        (ends, count)
    }

    #[test]
    fn a_source_has_one_number_and_advice_has_none() {
        let ends = ["pt. [1]", "ash.", "map. [1]", "day. [2]"];
        let (sentences, notes) = noted(true);
        for (sentence, end) in sentences.iter().zip(ends) {
            assert!(end.ends_with(sentence.as_str()), "{sentence} {end}");
        }
        assert_eq!(notes, 2);
    }

    #[test]
    fn without_sources_there_are_no_numbers() {
        let (sentences, notes) = noted(false);
        assert!(sentences.iter().all(|sentence| !sentence.contains('[')), "{sentences:?}");
        assert_eq!(notes, 0);
    }
}

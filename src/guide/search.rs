//! Learns from example phrasings which topic a question has, in one language.
//!
//! Each topic has a weight for each piece of text (a word's stem, a pair of words, a few letters of a word, a pair of
//! Chinese characters); the score of a topic is the sum over the pieces of the question. The weights are learned by a
//! perceptron with a margin: whenever a topic does not beat all others by the margin on one of its own phrasings, its
//! weights grow for the pieces of this phrasing, and those of the best other topic shrink. What counts in the end is
//! the average of all weights on the way, which forgives odd phrasings. A piece that no phrasing has takes part in the
//! length of the question but speaks for no topic. This lowers the scores of a question about something else; it does
//! not keep a question out that only names something else in the words of a topic, such as `top up my Tello SIM`: for
//! these the topic `none` has phrasings of whole kinds of things.
//!
//! The order of learning is fixed and all numbers are whole: the same question has the same scores everywhere.

use super::words::{Endings, Piece, is_empty_if_unknown};
use std::collections::{BTreeMap, BTreeSet};

/// How many characters of a question are read: the time is proportional to them.
const LONGEST_QUESTION: usize = 1000;

/// How often all phrasings are gone through. More changes little.
const ROUNDS: usize = 10;

/// The length of a text as a vector of its pieces.
const LENGTH: u64 = 256;

/// By how much a topic has to beat the others on its own phrasings.
const MARGIN: i32 = 4 * 1000 * 64;

/// What the topics of one language have learned.
pub struct TopicModel {
    endings: Endings,
    /// The pieces of all phrasings: the number of each, and how much it counts.
    pieces: BTreeMap<Piece, (usize, u64)>,
    /// What a piece counts that no phrasing has.
    unknown: u64,
    /// For each piece the weights of all topics.
    weights: Vec<Vec<i32>>,
    topics: usize,
}

impl TopicModel {
    /// Learns from phrasings, each with the number of its topic, which is less than `topics`.
    pub fn learn(language: &str, phrasings: &[(usize, &str)], topics: usize) -> Self {
        let endings = Endings::from_language(language);
        let texts: Vec<(usize, BTreeSet<Piece>)> =
            phrasings.iter().map(|(topic, text)| (*topic, endings.pieces(text))).collect();
        let mut holders: BTreeMap<&Piece, u64> = BTreeMap::new();
        for piece in texts.iter().flat_map(|(_, pieces)| pieces) {
            *holders.entry(piece).or_default() += 1;
        }
        let rarest = logarithm(texts.len() as u64);
        let pieces = holders.into_iter().enumerate().map(|(number, (piece, holders))| {
            let rarity = rarest - logarithm(holders) + logarithm(2);
            (piece.clone(), (number, counted(piece, rarity)))
        });
        let pieces: BTreeMap<Piece, (usize, u64)> = pieces.collect();
        let mut model = Self { endings, pieces, unknown: rarest * 7 / 8, weights: Vec::new(), topics };
        let texts: Vec<_> = texts.iter().map(|(topic, pieces)| (*topic, model.values(pieces))).collect();
        model.weights = learned(&texts, model.pieces.len(), topics);
        model
    }

    /// The score of each topic for a question. A topic that is sure has about the margin, in thousands.
    pub fn scores(&self, question: &str) -> Vec<i32> {
        let beginning: String = question.chars().take(LONGEST_QUESTION).collect();
        let values = self.values(&self.endings.pieces(&beginning));
        let scores = scores(&self.weights, &values, self.topics);
        scores.into_iter().map(|score| score / 64).collect()
    }

    /// The known pieces of a text with their values. The squares of all values, those of unknown pieces too, are about
    /// the square of [`LENGTH`], so that long and short texts weigh the same.
    fn values(&self, pieces: &BTreeSet<Piece>) -> Vec<(usize, i32)> {
        let mut squares = 0;
        let mut known = Vec::new();
        for piece in pieces {
            if let Some(&(number, count)) = self.pieces.get(piece) {
                squares += count * count;
                known.push((number, count));
            } else if !is_empty_if_unknown(piece) {
                squares += counted(piece, self.unknown).pow(2);
            }
        }
        let length = squares.isqrt().max(1);
        let shortened = known.into_iter().map(|(number, count)| (number, count * LENGTH / length));
        shortened.map(|(number, value)| (number, i32::try_from(value).unwrap_or(i32::MAX))).collect()
    }
}

/// What a piece of this rarity counts: a pair of words less than a word, and a few letters even less.
fn counted(piece: &Piece, rarity: u64) -> u64 {
    match piece {
        Piece::Stem(_) | Piece::Characters(_) => rarity,
        Piece::Pair(_) => rarity * 6 / 8,
        Piece::Letters(_) => rarity * 2 / 8,
    }
}

/// The average weights after all rounds.
fn learned(texts: &[(usize, Vec<(usize, i32)>)], pieces: usize, topics: usize) -> Vec<Vec<i32>> {
    let mut weights = vec![vec![0_i32; topics]; pieces];
    // The sum of all changes, each times the number of the step that made it: what the average lacks of the last
    // weights.
    let mut missing = vec![vec![0_i64; topics]; pieces];
    let mut step = 1;
    for _ in 0..ROUNDS {
        for (topic, values) in strided(texts) {
            let scores = scores(&weights, values, topics);
            let others = (0..topics).filter(|other| other != topic);
            let Some(rival) = others.max_by_key(|&other| (scores[other], topics - other)) else { continue };
            if scores[*topic] - scores[rival] < MARGIN {
                for &(piece, value) in values {
                    weights[piece][*topic] += value;
                    weights[piece][rival] -= value;
                    missing[piece][*topic] += step * i64::from(value);
                    missing[piece][rival] -= step * i64::from(value);
                }
            }
            step += 1;
        }
    }
    for (weight, missing) in weights.iter_mut().flatten().zip(missing.iter().flatten()) {
        *weight -= i32::try_from(missing / step).unwrap_or(0);
    }
    weights
}

/// All texts in an order in which neighbours are of different topics: in the data each topic is a block.
fn strided<T>(texts: &[T]) -> impl Iterator<Item = &T> {
    let count = texts.len();
    let strides = (count * 5 / 8).max(1)..;
    let stride = strides.into_iter().find(|&stride| have_no_common_factor(stride, count)).unwrap_or(1);
    (1..=count).map(move |step| &texts[step * stride % count])
}

fn have_no_common_factor(a: usize, b: usize) -> bool {
    if b == 0 { a == 1 } else { have_no_common_factor(b, a % b) }
}

fn scores(weights: &[Vec<i32>], values: &[(usize, i32)], topics: usize) -> Vec<i32> {
    let mut scores = vec![0; topics];
    for &(piece, value) in values {
        for (score, weight) in scores.iter_mut().zip(&weights[piece]) {
            *score += value * weight;
        }
    }
    scores
}

/// Eight times the binary logarithm, rounded down.
fn logarithm(number: u64) -> u64 {
    u64::from(u128::from(number.clamp(1, 60_000)).pow(8).ilog2())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(model: &TopicModel, question: &str, expected: usize) {
        let scores = model.scores(question);
        assert!((0..3).all(|topic| topic == expected || scores[topic] < scores[expected]), "{scores:?}");
    }

    #[test]
    fn what_is_learned_holds_for_other_words_of_the_same_stem_and_for_typos() {
        let phrasings = [
            (0, "my balance"),
            (0, "check the balance"),
            (1, "card refused"),
            (1, "refused payment"),
            (2, "weather"),
            (2, "will it rain"),
        ];
        let model = TopicModel::learn("en", &phrasings, 3);
        check(&model, "BALANCES", 0);
        check(&model, "they refuse it", 1);
        check(&model, "balence", 0);
        check(&model, "rainy", 2);
        let scores = model.scores("zebra");
        assert_eq!(scores, [0, 0, 0]);
        assert!(model.scores("zebra balance")[0] < model.scores("balance")[0], "unknown words weigh");
    }

    #[test]
    fn the_order_of_learning_has_every_text_once() {
        for count in 1..60 {
            let texts: Vec<usize> = (0..count).collect();
            let seen: BTreeSet<_> = strided(&texts).collect();
            assert_eq!(seen.len(), count);
        }
    }
}

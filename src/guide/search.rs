//! Finds texts by words in any language. Case and accents do not matter, and Chinese words need no blanks between them.

use super::stop_words::{self, is_common, is_small};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The likeness of two words that differ by a typo.
const TYPO: u64 = 2;

/// How many characters of a query are read. Each of its words is compared with every word of every text, so the time
/// needs a limit.
const LONGEST_QUERY: usize = 1000;

/// A text to search in, in all languages at once.
#[derive(Clone, Debug, Default)]
pub struct SearchText {
    /// Its title in every language.
    pub title: String,
    /// Words that people use when they look for it.
    pub keywords: String,
    /// What it says; this never makes a text fit by itself.
    pub body: String,
}

/// The result of a search, as indices into the list of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// The texts that fit the query, the best first.
    pub fitting: Vec<usize>,
    /// The texts that do not fit, the nearest first.
    pub others: Vec<usize>,
}

/// Searches texts for a query.
///
/// The score of a word depends on where a text has it (title, keywords, body) and on how well it matches (the same, the
/// same beginning, one letter wrong). A rare word scores more, a common one such as `SIM` little, and small words such
/// as `the` are ignored.
///
/// A text fits if it has at least two thirds of the best score and meets the floor: its title and keywords have more
/// than half of the query by weight, and not only common words. A word that is in no text weighs the most. The body
/// does not count for the floor, because a text mentions much that it does not answer.
pub fn find(query: &str, texts: &[SearchText]) -> Matches {
    let beginning: String = query.chars().take(LONGEST_QUERY).collect();
    let known = known(texts);
    let indexes: Vec<Index> = texts.iter().map(|text| Index::new(text, &known)).collect();
    let mut scores = vec![0_u64; texts.len()];
    let mut found = vec![0_u64; texts.len()];
    let mut telling = vec![false; texts.len()];
    let mut total = 0;
    for word in words(&beginning, &known).iter().filter(|word| !is_small(word)) {
        let weight = weight(word, &indexes);
        total += weight;
        for (at, index) in indexes.iter().enumerate() {
            scores[at] += weight * index.grade(word);
            if index.has(word) {
                found[at] += weight;
                telling[at] |= !is_common(word);
            }
        }
    }
    let best = scores.iter().max().copied().unwrap_or(0);
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by(|&a, &b| scores[b].cmp(&scores[a]).then(a.cmp(&b)));
    let (fitting, others) =
        order.into_iter().partition(|&at| scores[at] * 3 >= best * 2 && found[at] * 2 > total && telling[at]);
    Matches { fitting, others }
}

/// The weight of a word of the query: the fewer texts have it, the more.
fn weight(word: &str, indexes: &[Index]) -> u64 {
    const COMMON: u64 = 2;
    const LEAST: u64 = 6;
    if is_common(word) {
        return COMMON;
    }
    let holders = indexes.iter().filter(|index| index.has(word)).count() as u64;
    LEAST + LEAST / holders.max(1)
}

/// The words of a text, by the part that has them.
struct Index {
    title: BTreeSet<String>,
    keywords: BTreeSet<String>,
    body: BTreeSet<String>,
}

impl Index {
    fn new(text: &SearchText, known: &BTreeSet<&str>) -> Self {
        Self {
            title: words(&text.title, known),
            keywords: words(&text.keywords, known),
            body: words(&text.body, known),
        }
    }

    /// The score of a word in the text, before its weight.
    fn grade(&self, word: &str) -> u64 {
        5 * likeness_in(word, &self.title)
            + 8 * likeness_in(word, &self.keywords)
            + 2 * likeness_in(word, &self.body)
    }

    /// Whether the text is about the word: in its title or keywords, as it is or mistyped.
    fn has(&self, word: &str) -> bool {
        likeness_in(word, &self.title).max(likeness_in(word, &self.keywords)) >= TYPO
    }
}

/// The likeness of a word to the most similar one of `words`.
fn likeness_in(word: &str, words: &BTreeSet<String>) -> u64 {
    words.iter().map(|other| likeness(word, other)).max().unwrap_or(0)
}

/// The known Chinese words: stop words and keywords.
fn known(texts: &[SearchText]) -> BTreeSet<&str> {
    let keywords = texts.iter().flat_map(|text| text.keywords.split_whitespace());
    keywords.filter(|word| word.chars().all(is_han)).chain(stop_words::in_chinese()).collect()
}

/// The words of a text, in lower case and without accents. Chinese has no blanks between words: the longest known words
/// are taken, and the text between two of them is one word.
fn words(text: &str, known: &BTreeSet<&str>) -> BTreeSet<String> {
    let folded: String =
        text.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect();
    let mut words = BTreeSet::new();
    for run in runs(&folded) {
        if !run.starts_with(is_han) {
            words.insert(run.to_owned());
            continue;
        }
        let mut unknown = String::new();
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
            let longest = ends.rev().map(|end| &rest[..end]).find(|start| known.contains(start));
            if let Some(word) = longest {
                words.insert(word.to_owned());
                words.insert(std::mem::take(&mut unknown));
            } else {
                unknown.push(first);
            }
            rest = &rest[longest.map_or(first.len_utf8(), str::len)..];
        }
        words.insert(unknown);
    }
    words.remove("");
    words
}

/// How similar a term and a word are: 4 for the same, 0 for different ones.
fn likeness(term: &str, word: &str) -> u64 {
    const LEAST_FOR_BEGINNING: usize = 4;
    const LEAST_FOR_TYPO: usize = 5;
    if term == word {
        return 4;
    }
    if !term.is_ascii() {
        return u64::from(term.contains(word) || word.contains(term));
    }
    let (short, long) = if term.len() < word.len() { (term, word) } else { (word, term) };
    // `card` and `cards`, `refuse` and `refused` differ only in their endings; `pass` and `passport` are two words.
    if short.len() >= LEAST_FOR_BEGINNING && long.starts_with(short) {
        return if long.len() - short.len() <= 3 { 3 } else { 1 };
    }
    // The first letter of a word is seldom mistyped: `early` and `yearly` are two words.
    let is_long = short.len() > LEAST_FOR_TYPO || short.len() == LEAST_FOR_TYPO && long.len() > short.len();
    let is_typo =
        is_long && term.as_bytes()[0] == word.as_bytes()[0] && strsim::osa_distance(term, word) == 1;
    if is_typo { TYPO } else { 0 }
}

/// The runs of letters and digits, with Chinese apart from the rest. A star belongs to the number after it.
fn runs(folded: &str) -> impl Iterator<Item = &str> {
    let pieces = folded.split(|c: char| !c.is_alphanumeric() && c != '*');
    pieces.flat_map(chunks).filter(|run| run.contains(char::is_alphanumeric))
}

/// Splits a piece of text where Chinese begins or ends.
fn chunks(piece: &str) -> impl Iterator<Item = &str> {
    let mut rest = piece;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_han(c) != is_han(first)).unwrap_or(rest.len());
        let (chunk, after) = rest.split_at(end);
        rest = after;
        Some(chunk)
    })
}

/// Whether this is a Chinese character of the basic block or of its first extension.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(title: &str, keywords: &str, body: &str) -> SearchText {
        SearchText { title: title.into(), keywords: keywords.into(), body: body.into() }
    }

    #[test]
    fn words_have_no_case_and_no_accents() {
        #[track_caller]
        fn check(text: &str, expected: &[&str]) {
            let known = BTreeSet::from(["多久", "到账", "没到账"]);
            assert_eq!(words(text, &known).into_iter().collect::<Vec<_>>(), expected, "{text}");
        }
        check("L’appli REFUSE ma carte Étrangère", &["appli", "carte", "etrangere", "l", "ma", "refuse"]);
        check("多久到账?", &["到账", "多久"]);
        check("还没到账", &["没到账", "还"]);
        check("怎么用eSIM卡", &["esim", "卡", "怎么用"]);
        check("* *3 #580#", &["*3", "580"]);
        check("  ", &[]);
    }

    #[test]
    fn likeness_knows_endings_and_typos() {
        #[track_caller]
        fn check(term: &str, word: &str, expected: u64) {
            assert_eq!(likeness(term, word), expected, "{term} {word}");
            assert_eq!(likeness(word, term), expected, "{word} {term}");
        }
        check("refuse", "refuse", 4);
        check("refuse", "refused", 3);
        check("pass", "passport", 1);
        check("refusd", "refused", TYPO);
        check("blocl", "block", 0);
        check("early", "yearly", 0);
        check("客服", "客服电话", 1);
        check("客服", "电话", 0);
    }

    #[test]
    fn titles_decide() {
        let texts = [
            text("the plant", "", "the apple"),
            text("the apple", "", "the plant is refused"),
            text("an end", "", "the end"),
        ];
        assert_eq!(find("the plant", &texts).fitting, [0], "the small word is no answer");
        assert_eq!(find("aple", &texts), Matches { fitting: vec![], others: vec![0, 1, 2] });
        assert_eq!(find("applle", &texts).fitting, [1], "one letter too many");
    }

    #[test]
    fn the_floor_asks_for_more_than_half_of_the_query() {
        #[track_caller]
        fn check(query: &str, fitting: &[usize], nearest: usize) {
            let texts = [
                text("the balance of a SIM", "solde 余额 剩余", "roaming"),
                text("a refused bank", "refusée 银行", "the balance 漫游"),
                text("a lost bank", "", ""),
            ];
            let matches = find(query, &texts);
            assert_eq!(matches.fitting, fitting, "{query}");
            assert_eq!(matches.others.len(), texts.len() - fitting.len(), "{query}");
            assert!(fitting.first().or(matches.others.first()) == Some(&nearest), "{query}");
        }
        check("balance", &[0], 0);
        check("what is my balance today", &[0], 0);
        check("the balance of my card", &[0], 0);
        check("bank", &[1, 2], 1);
        check("refused bank", &[1], 1);
        // Exactly half of the query is not enough.
        check("balance sheet", &[], 0);
        check("refused passport", &[], 1);
        // Common words, small words and words of a body are not enough by themselves.
        check("SIM", &[], 0);
        check("what is it", &[], 0);
        check("roaming", &[], 0);
        check("漫游", &[], 1);
        check("怎么查余额？", &[0], 0);
        check("我的银行", &[1], 1);
        check("银行签证", &[], 1);
        check("天气怎么样", &[], 0);
    }
}

//! Finding texts by words, in any language: case and accents do not matter, nor do blanks between Chinese words.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text that can be found.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// What it is called, in every language.
    pub title: String,
    /// Words that people look for it with.
    pub keywords: String,
    /// What it says.
    pub body: String,
}

/// The texts in which something of the query is found, the best first; their places in the list.
///
/// A word counts by where it stands (title, keywords, body), by how well it matches (the same, the same beginning,
/// one letter wrong), and the more the fewer texts have it. Small words such as `the` are not looked for.
pub fn find(query: &str, texts: &[Text]) -> Vec<usize> {
    let indexes: Vec<[BTreeSet<String>; 3]> =
        texts.iter().map(|text| [&text.title, &text.keywords, &text.body].map(|part| terms(part))).collect();
    let mut scores = vec![0_u64; texts.len()];
    for term in terms(query).into_iter().filter(|term| !SMALL.contains(&term.as_str())) {
        let grades: Vec<u64> = indexes.iter().map(|index| grade(&term, index)).collect();
        let found = grades.iter().filter(|&&grade| grade > 0).count() as u64;
        for (score, grade) in scores.iter_mut().zip(grades) {
            // Every grade fits: there are a few dozen texts.
            *score += grade * texts.len() as u64 * 4 / found.max(1);
        }
    }
    // What shares only the small words of the query is no answer to it.
    let best = scores.iter().max().copied().unwrap_or(0);
    let mut found: Vec<usize> =
        (0..texts.len()).filter(|&at| scores[at] > 0 && scores[at] * 3 >= best).collect();
    found.sort_by(|&a, &b| scores[b].cmp(&scores[a]).then(a.cmp(&b)));
    found
}

/// Words that say nothing of what a text is about, without their accents.
const SMALL: [&str; 49] = [
    "i", "a", "an", "the", "to", "of", "is", "it", "my", "do", "does", "in", "on", "for", "and", "or", "be",
    "can", "j", "l", "d", "ai", "je", "me", "mon", "ma", "mes", "le", "la", "les", "un", "une", "de", "du",
    "des", "au", "en", "et", "est", "que", "qui", "pour", "sur", "ne", "pas", "n", "not", "no", "what",
];

/// How well a text has a term: where it stands times how well it matches.
fn grade(term: &str, index: &[BTreeSet<String>; 3]) -> u64 {
    const WHERE: [u64; 3] = [8, 7, 2];
    let best = |words: &BTreeSet<String>| words.iter().map(|word| likeness(term, word)).max().unwrap_or(0);
    index.iter().zip(WHERE).map(|(words, weight)| weight * best(words)).max().unwrap_or(0)
}

/// How alike a term and a word are: 0 is not at all.
fn likeness(term: &str, word: &str) -> u64 {
    const LEAST_FOR_BEGINNING: usize = 4;
    const LEAST_FOR_TYPO: usize = 5;
    if term == word {
        return 4;
    }
    if !term.is_ascii() {
        return 0;
    }
    let (short, long) = if term.len() < word.len() { (term, word) } else { (word, term) };
    // `card` and `cards`, `refuse` and `refused`: endings, not other words that begin alike.
    if short.len() >= LEAST_FOR_BEGINNING && long.starts_with(short) {
        return if long.len() - short.len() <= 3 { 3 } else { 1 };
    }
    let typo = short.len() >= LEAST_FOR_TYPO && strsim::osa_distance(term, word) == 1;
    u64::from(typo)
}

/// The terms of a text: words without case and accents; of Chinese every two neighbouring characters, as nothing
/// says where a word ends, and a character that stands alone.
fn terms(text: &str) -> BTreeSet<String> {
    let folded: String =
        text.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect();
    let mut terms = BTreeSet::new();
    for run in folded.split(|c: char| !c.is_alphanumeric()) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c| is_han(c) != is_han(first)).unwrap_or(rest.len());
            let (same, after) = rest.split_at(end);
            if is_han(first) {
                let characters: Vec<char> = same.chars().collect();
                terms.extend(characters.windows(2).map(String::from_iter));
                if characters.len() == 1 {
                    terms.insert(same.to_owned());
                }
            } else {
                terms.insert(same.to_owned());
            }
            rest = after;
        }
    }
    terms
}

/// A Chinese character, of the basic block or its first extension.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(terms(text).into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn terms_have_no_case_and_no_accents() {
        check("L’appli REFUSE ma carte Étrangère", &["appli", "carte", "etrangere", "l", "ma", "refuse"]);
        check("多久到账?", &["久到", "到账", "多久"]);
        check("用eSIM卡", &["esim", "卡", "用"]);
        check("  ", &[]);
    }

    #[test]
    fn rare_words_and_titles_decide() {
        let text =
            |title: &str, body: &str| Text { title: title.into(), body: body.into(), ..Text::default() };
        let texts =
            [text("the cards", "the app"), text("the app", "the card is refused"), text("an end", "the end")];
        assert_eq!(find("the card", &texts), [0, 1], "the small word is no answer");
        assert_eq!(find("refusd", &texts), [1], "one letter is missing");
        assert_eq!(find("nowhere", &texts), [0; 0]);
    }
}

//! What a question is made of when it is compared with others. Case and accents do not matter, traditional Chinese
//! characters are read as simplified ones, and words that mean the same here are one word.

use super::stop_words::{is_small_in_chinese, small_words};
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A piece of a text that another text may have too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// The stem of a word, or the word that replaces its synonyms.
    Stem(String),
    /// Two neighbouring words, also small ones: `how long` says more than its words.
    Pair(String),
    /// Three letters of a stem, with `^` for its beginning and `$` for its end: what a typo leaves.
    Letters(String),
    /// Two neighbouring Chinese characters, or one.
    Characters(String),
}

/// Words that mean the same in a question here, such as `recharge` and `top up`, or that are of one kind, such as the
/// names of countries: language, the word that replaces all, the others.
const SYNONYMS: &str = include_str!("synonyms.tsv");

/// How many words a synonym has at most.
const MOST_WORDS: usize = 3;

/// How many characters a Chinese synonym has at most.
const MOST_CHARACTERS: usize = 6;

/// The endings of the words of a language, and its synonyms.
pub struct Endings {
    stemmer: Option<Stemmer>,
    /// The word that replaces one stem or several in a row; in Chinese for the word as it is.
    synonyms: BTreeMap<String, String>,
    /// The words that say nothing about the topic.
    small: BTreeSet<&'static str>,
}

impl Endings {
    /// The endings of the language with this code. Only the words of English and French have some.
    pub fn from_language(language: &str) -> Self {
        let algorithm = match language {
            "en" => Some(Algorithm::English),
            "fr" => Some(Algorithm::French),
            _ => None,
        };
        let mut endings = Self {
            stemmer: algorithm.map(Stemmer::create),
            synonyms: BTreeMap::new(),
            small: small_words().collect(),
        };
        for line in SYNONYMS.lines() {
            let [of, word, others] = cells(line);
            if of == language {
                for other in others.split(", ").chain([word]) {
                    let stems = runs(&lower(other)).iter().map(|run| endings.stem(run)).collect::<Vec<_>>();
                    endings.synonyms.insert(stems.join(" "), word.to_owned());
                }
            }
        }
        endings
    }

    /// The pieces of a text.
    pub fn pieces(&self, text: &str) -> BTreeSet<Piece> {
        let lower = lower(text);
        let runs = runs(&lower);
        let stems: Vec<String> = runs.iter().map(|run| self.stem(run)).collect();
        let mut pieces = BTreeSet::new();
        let mut before = None;
        let mut at = 0;
        while at < runs.len() {
            if runs[at].starts_with(is_han) {
                self.add_chinese(runs[at], &mut pieces);
                before = None;
                at += 1;
                continue;
            }
            let (count, stem, says_something) = match self.synonym_at(&stems[at..]) {
                Some((count, word)) => (count, word, true),
                None => (1, stems[at].clone(), !self.small.contains(folded(runs[at]).as_str())),
            };
            at += count;
            if let Some(before) = &before {
                pieces.insert(Piece::Pair(format!("{before} {stem}")));
            }
            if says_something {
                pieces.extend(letters(&stem).map(Piece::Letters));
                pieces.insert(Piece::Stem(stem.clone()));
            }
            before = Some(stem);
        }
        pieces
    }

    /// Adds the synonyms of a Chinese text, the longest first, and the characters of the rest.
    fn add_chinese(&self, run: &str, pieces: &mut BTreeSet<Piece>) {
        let all: Vec<char> = run.chars().collect();
        pieces.extend(all.iter().copied().filter(|&c| !is_small_in_chinese(c)).map(character));
        let mut unknown = Vec::new();
        let mut at = 0;
        while at < all.len() {
            let known = (1..=MOST_CHARACTERS.min(all.len() - at)).rev().find_map(|count| {
                let word: String = all[at..at + count].iter().collect();
                Some((count, self.synonyms.get(&word)?))
            });
            if let Some((count, word)) = known {
                pieces.insert(Piece::Stem(word.clone()));
                pieces.extend(pairs(&std::mem::take(&mut unknown)));
                at += count;
            } else {
                unknown.push(all[at]);
                at += 1;
            }
        }
        pieces.extend(pairs(&unknown));
    }

    /// The synonym that the stems begin with, the longest one, and how many stems it takes.
    fn synonym_at(&self, stems: &[String]) -> Option<(usize, String)> {
        let counts = (1..=MOST_WORDS.min(stems.len())).rev();
        counts
            .into_iter()
            .find_map(|count| Some((count, self.synonyms.get(&stems[..count].join(" "))?.clone())))
    }

    fn stem(&self, word: &str) -> String {
        self.stemmer.as_ref().map_or_else(|| word.to_owned(), |stemmer| folded(&stemmer.stem(word)))
    }
}

/// The first three cells of a line of tab-separated values; missing ones are empty.
pub fn cells(line: &str) -> [&str; 3] {
    let mut cells = line.split('\t');
    std::array::from_fn(|_| cells.next().unwrap_or_default())
}

/// Whether a text has Chinese characters.
pub fn has_han(text: &str) -> bool {
    text.contains(is_han)
}

/// The words of a text that are not Chinese, without accents, to see in which language it is written.
pub fn plain_words(text: &str) -> Vec<String> {
    let lower = lower(text);
    runs(&lower).into_iter().filter(|run| !run.starts_with(is_han)).map(folded).collect()
}

/// Whether nothing can be concluded from a piece that no phrasing has: two words that nobody has put side by side yet,
/// or Chinese characters with a particle among them.
pub fn is_empty_if_unknown(piece: &Piece) -> bool {
    match piece {
        Piece::Stem(_) | Piece::Letters(_) => false,
        Piece::Pair(_) => true,
        Piece::Characters(characters) => characters.chars().any(is_small_in_chinese),
    }
}

fn letters(stem: &str) -> impl Iterator<Item = String> {
    let all: Vec<char> = if stem.is_ascii() { format!("^{stem}$").chars().collect() } else { Vec::new() };
    let threes = all.windows(3).map(|three| three.iter().collect());
    threes.collect::<Vec<String>>().into_iter()
}

fn pairs(characters: &[char]) -> Vec<Piece> {
    characters.windows(2).map(|pair| Piece::Characters(pair.iter().collect())).collect()
}

fn character(character: char) -> Piece {
    Piece::Characters(character.to_string())
}

/// A text in lower case and in simplified characters.
fn lower(text: &str) -> String {
    text.to_lowercase().chars().map(simplified).collect()
}

/// A text without accents.
fn folded(text: &str) -> String {
    text.nfkd().filter(|&c| !is_combining_mark(c)).collect()
}

/// A text in lower case, without accents, in simplified characters of the usual width: what spellings of a name share.
pub fn plain_name(text: &str) -> String {
    folded(&lower(&folded(text.trim()))).replace('’', "'")
}

/// The same without blanks.
pub fn name_key(text: &str) -> String {
    plain_name(text).split_whitespace().collect()
}

/// Whether this is the number of a star: one digit or two.
pub fn is_star(number: &str) -> bool {
    (1..=2).contains(&number.len()) && number.chars().all(|c| c.is_ascii_digit())
}

/// The runs of letters and digits of a text in lower case, with Chinese apart from the rest. A star with its number is
/// `*`, whatever the number, but a longer code is nothing; an amount loses its number (`50dh`), but `5g` keeps it.
fn runs(lower: &str) -> Vec<&str> {
    let pieces = lower.split(|c: char| !c.is_alphanumeric() && c != '*');
    pieces.flat_map(chunks).map(without_amount).filter(|run| !run.is_empty()).collect()
}

fn without_amount(run: &str) -> &str {
    let unit = run.trim_start_matches(|c: char| c.is_ascii_digit());
    match unit.strip_prefix('*') {
        Some(number) if is_star(number) => "*",
        Some(_) => "",
        None if unit == "g" => run,
        None => unit,
    }
}

/// Splits a piece of text at the places at which Chinese begins or ends.
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

/// Traditional characters of questions about SIMs, each with its simplified form after it.
const SIMPLIFIED: &str = "網网號号碼码電电話话機机場场買买賣卖費费續续餘余額额轉转變变換换數数據据訊讯開开關关門门問问題题錢钱銀银\
    證证護护帳账戶户單单應应軟软體体國国內内際际遊游歐欧誰谁這这個个麼么樣样嗎吗還还沒没來来時时間间長长過过後后從从會会讓让給给對对\
    錯错遺遗丟丢盜盗鎖锁補补辦办斷断線线訂订閱阅約约動动態态語语說说聽听寫写騙骗詐诈偽伪價价貴贵選选擇择較较適适結结無无備备設设點点\
    連连熱热們们兩两雙双張张鐘钟達达馬马薩萨蘭兰區区鄉乡優优頁页載载錄录閃闪復复運运營营務务員员櫃柜檯台臺台講讲邊边輸输驗验驟骤儲充\
    當当壞坏幾几塊块滿满歸归減减節节確确認认視视頻频顯显啟启併并疊叠總总預预車车飛飞陸陆絡络啊啊經经帶带靠靠譜谱專专業业級级類类";

fn simplified(character: char) -> char {
    if !is_han(character) {
        return character;
    }
    let mut all = SIMPLIFIED.chars();
    while let Some(traditional) = all.next() {
        let simplified = all.next();
        if traditional == character {
            return simplified.unwrap_or(character);
        }
    }
    character
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, text: &str, expected: &[&str]) {
        let pieces = Endings::from_language(language).pieces(text);
        let shown: Vec<_> = pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Stem(text) | Piece::Pair(text) | Piece::Characters(text) => Some(text.as_str()),
                Piece::Letters(_) => None,
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn words_lose_case_accents_and_endings() {
        check("en", "REFUSED cards", &["card", "refus", "refus card"]);
        check("fr", "Cartes refusées", &["cart", "refus", "cart refus"]);
        check("en", "is it 5G?", &["5g", "is it", "it 5g"]);
        check("en", "*3 10 #", &["*"]);
        check("en", "50*22", &["*"]);
        check("en", "*120*30# #580#", &[]);
        check("en", "top-ups", &["recharge"]);
        check("en", "", &[]);
        assert_eq!(letters("sim").collect::<Vec<_>>(), ["^si", "sim", "im$"]);
    }

    #[test]
    fn spellings_of_a_name() {
        for (one, other) in [
            ("Pack eSIM 20 Go", "pack  esim 20go"),
            ("Pass Réseaux Sociaux 5\u{a0}DH", "PASS RESEAUX SOCIAUX 5 DH"),
            ("Équilibre", "E\u{301}quilibre"),
            ("SIM 卡 30", "ＳＩＭ卡３０"),
        ] {
            assert_eq!(name_key(one), name_key(other));
        }
        assert_ne!(name_key("Pack eSIM 20 Go"), name_key("Pack eSIM 40 Go"));
    }

    #[test]
    fn chinese_is_read_in_characters_and_synonyms() {
        check("zh", "登录", &["录", "登", "登录"]);
        check("zh", "登錄", &["录", "登", "登录"]);
        check("zh", "丢失了", &["丢", "丢", "失", "失了"]);
    }
}

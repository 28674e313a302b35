//! Wraps running text. Lines break where Unicode allows it, but not inside addresses and dates.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};

/// Wraps text at a width in cells. All lines but the first begin with `indent`.
pub fn wrapped(text: &str, width: usize, indent: &str) -> Vec<String> {
    let options = Options::new(width.max(20))
        .subsequent_indent(indent)
        .word_separator(WordSeparator::Custom(pieces))
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Wraps text like [`wrapped`], and cuts it after `most` lines; an ellipsis ends what is cut.
pub fn cut(text: &str, width: usize, indent: &str, most: usize) -> Vec<String> {
    let whole = wrapped(text, width, indent);
    if whole.len() <= most {
        return whole;
    }
    // The ellipsis needs a cell of its own.
    let mut lines = wrapped(text, width.saturating_sub(1), indent);
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        last.truncate(last.trim_end_matches(['.', ',', ';', ' ', '。', '，', '；']).len());
        last.push('…');
    }
    lines
}

/// The pieces between which a line may break: those of Unicode, but joined again if they belong to one address
/// (`https://` and its host) or to one Chinese date (`10月` and `1日`).
fn pieces(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut from = 0;
    let mut to = 0;
    for piece in WordSeparator::UnicodeBreakProperties.find_words(line) {
        let end = to + piece.word.len() + piece.whitespace.len();
        if to > from && !belongs_together(&line[from..to], &line[to..end]) {
            words.push(Word::from(&line[from..to]));
            from = to;
        }
        to = end;
    }
    if to > from {
        words.push(Word::from(&line[from..to]));
    }
    Box::new(words.into_iter())
}

fn belongs_together(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else { return false };
    ends_in_address(before) && first.is_ascii_alphanumeric()
        || last.is_ascii_digit() && matches!(first, '年' | '月' | '日')
        || matches!(last, '年' | '月') && first.is_ascii_digit()
}

/// Whether a piece of text ends inside an address.
fn ends_in_address(text: &str) -> bool {
    let address = text.find("://").map(|at| &text[at..]);
    address.is_some_and(|address| address.chars().all(|c| c.is_ascii_graphic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        assert_eq!(wrapped(text, width, ""), expected);
    }

    #[test]
    fn lines_break_between_words_and_between_chinese_characters() {
        check("the data of this pass is used up", 20, &["the data of this", "pass is used up"]);
        check("流量用完之前请先充值，然后再出城去玩", 20, &["流量用完之前请先充", "值，然后再出城去玩"]);
    }

    #[test]
    fn what_is_too_long_ends_with_an_ellipsis() {
        let text = "the data of this pass, which is used up, is gone";
        assert_eq!(cut(text, 22, "  ", 3), ["the data of this pass,", "  which is used up, is", "  gone"]);
        assert_eq!(cut(text, 22, "  ", 2), ["the data of this", "  pass, which is used…"]);
        assert_eq!(cut(text, 22, "", 0), [""; 0]);
    }

    #[test]
    fn addresses_and_dates_stay_whole() {
        check(
            "site of it (https://www.orange.ma) now",
            26,
            &["site of it", "(https://www.orange.ma)", "now"],
        );
        check("一二三四五六七八2026年10月1日", 24, &["一二三四五六七八", "2026年10月1日"]);
        check(
            "see https://a.ma/a-very/long-address/that/is-longer than a line",
            24,
            &["see", "https://a.ma/a-very/long", "-address/that/is-longer", "than a line"],
        );
    }
}

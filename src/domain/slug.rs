//! Names for machines: the ids of plans, lines and operators.

use super::error::Error;
use std::borrow::{Borrow, Cow};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text that the catalogue keeps: part of the program, or allocated.
pub type Text = Cow<'static, str>;

/// Allocates a copy of a text.
pub fn own(text: &str) -> Text {
    Text::Owned(text.to_owned())
}

/// A kebab-case name: lower-case ASCII letters and digits in parts joined by single hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Text);

impl Slug {
    /// Reads a kebab-case name.
    ///
    /// # Errors
    /// `not-kebab-case` with the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::kept(text, own)
    }

    /// Reads a name and lets `keep` decide how to store its text.
    ///
    /// # Errors
    /// As [`Slug::parse`].
    pub fn kept(text: &str, keep: impl FnOnce(&str) -> Text) -> Result<Self, Error> {
        // Looking at every byte is faster than stopping at the first that does not fit.
        let pairs = text.bytes().zip(text.bytes().skip(1));
        let is_kebab = text.bytes().fold(true, |fit, byte| fit & is_kebab_byte(byte))
            && pairs.fold(true, |fit, pair| fit & !is_hyphen_pair(pair))
            && !text.is_empty()
            && !text.starts_with('-')
            && !text.ends_with('-');
        if is_kebab { Ok(Self(keep(text))) } else { Err(Error::new("not-kebab-case").with("value", text)) }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The ASCII words of a text in lower case, joined by hyphens: `pack-esim-20-go` for `Pack eSIM (20 Go)`. Empty if it has none.
pub fn kebab(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

/// The same of a text without its accents: `ete-5-go` for `Été 5 Go`.
pub fn plain_kebab(text: &str) -> String {
    kebab(&text.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>())
}

fn is_kebab_byte(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')
}

fn is_hyphen_pair(pair: (u8, u8)) -> bool {
    pair == (b'-', b'-')
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Slug {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_its_text() {
        let slug = Slug::parse("inwi").unwrap();
        assert!(slug == *"inwi" && slug != *"orange");
        let text: &str = slug.borrow();
        assert_eq!(text, "inwi");
    }

    #[test]
    fn words_of_a_text() {
        for (text, expected) in
            [("Pack eSIM (20 Go)", "pack-esim-20-go"), ("--a_b--", "a-b"), ("日本", ""), ("", "")]
        {
            assert_eq!(kebab(text), expected);
        }
    }

    #[test]
    fn kebab_case_only() {
        for good in ["inwi", "maroc-telecom-star3-20", "4g"] {
            assert_eq!(Slug::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "-a", "a-", "a--b", "Inwi", "a_b", "é", "a b"] {
            assert_eq!(Slug::parse(bad).unwrap_err().code(), "not-kebab-case", "{bad}");
        }
    }
}

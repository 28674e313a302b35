//! Closed sets of words: the catalogue's `kind`, `network`, `confidence` and the like.

use super::error::Error;

/// A type whose values are a few fixed words, the same in the catalogue, on the command line and in JSON.
pub trait Word: Copy + Sized + 'static {
    /// Every value, in the order in which they are listed.
    const ALL: &'static [Self];

    /// The word itself, in lower case unless it is usually written otherwise (`4G`).
    fn word(self) -> &'static str;

    /// Reads a word, in any case.
    ///
    /// # Errors
    /// `unknown-word` with the text and the expected words.
    fn parse(text: &str) -> Result<Self, Error> {
        Self::ALL.iter().copied().find(|value| value.word().eq_ignore_ascii_case(text)).ok_or_else(|| {
            let expected: Vec<_> = Self::ALL.iter().map(|value| value.word()).collect();
            Error::new("unknown-word").with("value", text).with("expected", expected.join(", "))
        })
    }
}

/// Declares an enum of words, and implements [`Word`] and `Display` for it.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $crate::domain::word::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::domain::word::Word::word(*self))
            }
        }
    };
}
pub(crate) use words;

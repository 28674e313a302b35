//! Errors and figures: how the domain reports what happened without a human language.
//!
//! Every error and every refusal has a stable code (`volume-without-unit`, `price-too-old`) and named figures.
//! The `i18n` room turns both into a sentence; JSON shows them as they are. This module does not know the types of the
//! domain: each of them implements its own conversion into a [`Figure`].

use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;

/// One value that belongs to an error or a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A name, a code or the offending text itself.
    Text(String),
    /// A number of things, such as purchases or minutes.
    Count(u64),
    /// An amount with all minor digits of its currency, and the code of that currency.
    Amount(Decimal, &'static str),
    /// A data volume in kB.
    Volume(u64),
    /// A length of time in hundredths of a day.
    Days(u128),
    /// A day of the calendar, without a time.
    Date(Date),
    /// Something that the catalogue does not know. It is never shown as 0.
    Unknown,
}

impl From<&str> for Figure {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Figure {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Figure {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// A figure that may be unknown; `None` never becomes 0.
impl<T: Into<Figure>> From<Option<T>> for Figure {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unknown, Into::into)
    }
}

/// For developers. People read the sentences of `i18n`, machines read JSON.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Count(count) => write!(f, "{count}"),
            Self::Amount(amount, currency) => write!(f, "{amount} {currency}"),
            Self::Volume(kb) => write!(f, "{kb}kB"),
            Self::Days(hundredths) => write!(f, "{}.{:02}", hundredths / 100, hundredths % 100),
            Self::Date(date) => write!(f, "{date}"),
            Self::Unknown => f.write_str("unknown"),
        }
    }
}

/// Named figures, in the order in which they are shown.
pub type Figures = Vec<(&'static str, Figure)>;

/// An error as data: a stable code and its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    code: &'static str,
    figures: Figures,
}

impl Error {
    /// An error with this code and without figures.
    pub fn new(code: &'static str) -> Self {
        Self { code, figures: Figures::new() }
    }

    /// Adds a figure to the error.
    #[must_use]
    pub fn with(mut self, name: &'static str, figure: impl Into<Figure>) -> Self {
        self.figures.push((name, figure.into()));
        self
    }

    /// The same error with another value in this figure, if it has it: what was typed, instead of what was made of it.
    #[must_use]
    pub fn repeating(mut self, name: &str, other: impl Into<Figure>) -> Self {
        if let Some((_, figure)) = self.figures.iter_mut().find(|(known, _)| *known == name) {
            *figure = other.into();
        }
        self
    }

    /// The stable code, in kebab-case.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// All figures, in the order in which they were added.
    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    /// The figure with this name, if there is one.
    pub fn figure(&self, name: &str) -> Option<Figure> {
        self.figures.iter().find(|(other, _)| *other == name).map(|(_, figure)| figure.clone())
    }
}

/// The code and the figures, for developers. People read the sentence of `i18n`.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        for (name, figure) in &self.figures {
            write!(f, " {name}=`{figure}`")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_replaces_what_was_made_of_it() {
        let error = Error::new("amount-form").with("value", "5").with("max", 5_u64);
        assert_eq!(
            error.repeating("value", "５"),
            Error::new("amount-form").with("value", "５").with("max", 5_u64)
        );
    }

    #[test]
    fn a_figure_is_found_by_its_name() {
        let error = Error::new("need-too-large").with("value", 7_u64).with("max", 5_u64);
        for (name, expected) in [("value", Some(7_u64.into())), ("max", Some(5_u64.into())), ("plan", None)] {
            assert_eq!(error.figure(name), expected, "{name}");
        }
    }
}

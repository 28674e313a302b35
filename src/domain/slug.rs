//! Names for machines: the ids of plans, lines and operators.

use super::figure::Fault;
use std::borrow::Borrow;
use std::fmt;

/// A kebab-case name: lower-case ASCII letters and digits in parts joined by single hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

impl Slug {
    /// Reads a name.
    ///
    /// # Errors
    /// `not-kebab-case` with the text.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        // A hyphen stands between two others, so that no part is empty.
        let mut after_hyphen = true;
        let is_kebab = text.bytes().all(|byte| {
            let is_hyphen = byte == b'-';
            let fits = if is_hyphen { !after_hyphen } else { matches!(byte, b'a'..=b'z' | b'0'..=b'9') };
            after_hyphen = is_hyphen;
            fits
        });
        if is_kebab && !after_hyphen {
            Ok(Self(text.into()))
        } else {
            Err(Fault::new("not-kebab-case").with("value", text))
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
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
    fn kebab_case_only() {
        for good in ["inwi", "maroc-telecom-star3-20", "4g"] {
            assert_eq!(Slug::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "-a", "a-", "a--b", "Inwi", "a_b", "é", "a b"] {
            assert_eq!(Slug::parse(bad).unwrap_err().code(), "not-kebab-case", "{bad}");
        }
    }
}

//! Currencies: the codes of ISO 4217, and the names that people have for them.

use super::error::Error;
use super::number::plain;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A currency of ISO 4217 that has a minor unit.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency {
    iso: iso_currency::Currency,
    minor_digits: u32,
}

/// Other names of currencies, in lower case, each with its code.
const NAMES: [(&str, &str); 32] = [
    ("dh", "MAD"),
    ("dhs", "MAD"),
    ("dirham", "MAD"),
    ("dirhams", "MAD"),
    ("درهم", "MAD"),
    ("迪拉姆", "MAD"),
    ("rmb", "CNY"),
    ("元", "CNY"),
    ("人民币", "CNY"),
    ("人民幣", "CNY"),
    ("yuan", "CNY"),
    ("yuans", "CNY"),
    ("cn¥", "CNY"),
    ("￥", "CNY"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("欧元", "EUR"),
    ("us$", "USD"),
    ("$us", "USD"),
    ("us dollar", "USD"),
    ("us dollars", "USD"),
    ("美元", "USD"),
    ("£", "GBP"),
    ("英镑", "GBP"),
    ("jp¥", "JPY"),
    ("yen", "JPY"),
    ("yens", "JPY"),
    ("日元", "JPY"),
    ("ca$", "CAD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
];

/// Names that several currencies share, each with some of their codes.
const SHARED: [(&str, &str); 4] =
    [("$", "USD, CAD, AUD"), ("dollar", "USD, CAD, AUD"), ("dollars", "USD, CAD, AUD"), ("¥", "CNY, JPY")];

impl Currency {
    /// Reads a code such as `MAD` or another name such as `DH`, in any case.
    ///
    /// # Errors
    /// `currency-unknown` with the text; `currency-shared` with some of the currencies that have the name. Codes without
    /// a minor unit, such as those of metals, are not accepted.
    pub fn parse(text: &str) -> Result<Self, Error> {
        match Self::from_code(text) {
            Some(currency) => Ok(currency),
            None => Self::named(text),
        }
    }

    /// Reads a code such as `MAD`, in any case: the only names in files, which programs read, too.
    ///
    /// # Errors
    /// `currency-unknown` with the text.
    pub fn parse_code(text: &str) -> Result<Self, Error> {
        Self::from_code(text).ok_or_else(|| Error::new("currency-unknown").with("value", text))
    }

    fn from_code(code: &str) -> Option<Self> {
        let iso = iso_currency::Currency::from_code(code)
            .or_else(|| iso_currency::Currency::from_code(&code.to_ascii_uppercase()))?;
        Some(Self { iso, minor_digits: u32::from(iso.exponent()?) })
    }

    fn named(text: &str) -> Result<Self, Error> {
        let lower = text.trim().to_lowercase();
        if let Some((_, codes)) = SHARED.iter().find(|(name, _)| *name == lower) {
            return Err(Error::new("currency-shared").with("value", text).with("expected", *codes));
        }
        let other = NAMES.iter().find(|(name, _)| *name == lower).map(|(_, code)| *code);
        Self::from_code(other.unwrap_or(&plain(&lower)))
            .ok_or_else(|| Error::new("currency-unknown").with("value", text))
    }

    /// The ISO 4217 code, in upper case.
    pub fn code(self) -> &'static str {
        self.iso.code()
    }

    /// How many digits amounts have after the point (2 for MAD, 0 for JPY, 3 for TND).
    pub const fn minor_digits(self) -> u32 {
        self.minor_digits
    }
}

/// Reads a currency as [`Currency::parse`] does.
impl FromStr for Currency {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text)
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Currencies are ordered by code.
impl Ord for Currency {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code().cmp(other.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_are_in_the_order_of_their_codes() {
        let mad = Currency::parse("MAD").unwrap();
        let usd = Currency::parse("USD").unwrap();
        assert_eq!(mad.cmp(&usd), Ordering::Less);
        assert_eq!(format!("{mad:?} {usd}"), "MAD USD");
    }

    #[test]
    fn codes_without_a_minor_unit_are_no_currency() {
        for bad in ["", "MA", "DIRHAMI", "XTS", "XAU", "ZZZ"] {
            assert_eq!(Currency::parse(bad).unwrap_err().code(), "currency-unknown", "{bad}");
        }
        for bad in ["", "DH", "€", "$", " MAD"] {
            assert_eq!(Currency::parse_code(bad).unwrap_err().code(), "currency-unknown", "{bad}");
        }
        assert_eq!(Currency::parse("TND").unwrap().minor_digits(), 3);
    }

    #[test]
    fn currencies_have_other_names() {
        for (text, code) in [
            ("mad", "MAD"),
            ("ＭＡＤ", "MAD"),
            ("DH", "MAD"),
            ("Dh", "MAD"),
            ("Dirhams", "MAD"),
            ("درهم", "MAD"),
            ("迪拉姆", "MAD"),
            ("RMB", "CNY"),
            ("￥", "CNY"),
            ("元", "CNY"),
            ("人民币", "CNY"),
            (" € ", "EUR"),
            ("euros", "EUR"),
            ("US$", "USD"),
            ("£", "GBP"),
        ] {
            assert_eq!(Currency::parse(text).map(Currency::code), Ok(code), "{text}");
        }
        for (text, expected) in [("$", "USD, CAD, AUD"), ("Dollars", "USD, CAD, AUD"), ("¥", "CNY, JPY")] {
            let error = Error::new("currency-shared").with("value", text).with("expected", expected);
            assert_eq!(Currency::parse(text), Err(error));
        }
        for (_, code) in NAMES {
            assert_eq!(Currency::parse(code).map(Currency::code), Ok(code));
        }
    }
}

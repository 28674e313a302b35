//! By how much an amount has changed: the difference and its share of the old amount.

use super::money::{Money, divide_half_up};

/// A change between two amounts of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountChange {
    old: Money,
    new: Money,
}

impl AmountChange {
    /// The change from one amount to another. `None` if they are of two currencies, which have no difference.
    pub fn between(old: Money, new: Money) -> Option<Self> {
        (old.currency() == new.currency()).then_some(Self { old, new })
    }

    /// Whether the new amount is lower.
    pub fn is_lower(self) -> bool {
        self.new < self.old
    }

    /// How far the amounts are apart, exactly.
    pub fn difference(self) -> Money {
        let rise = self.new.checked_sub(self.old);
        rise.or_else(|| self.old.checked_sub(self.new)).unwrap_or(Money::zero(self.old.currency()))
    }

    /// The difference in the currency's notation, with a sign if the amount is lower: `-10.00`.
    pub fn difference_text(self) -> String {
        self.signed(self.difference().amount_text())
    }

    /// The difference in per cent of the old amount, rounded half away from zero to one digit, without its sign: `8.3`. `None` if
    /// the old amount is 0, or if the share is too large to be written.
    pub fn percent(self) -> Option<String> {
        const TENTHS: u128 = 1_000;
        let tenths = divide_half_up(self.difference().minor().checked_mul(TENTHS)?, self.old.minor())?;
        Some(format!("{}.{}", tenths / 10, tenths % 10))
    }

    /// The same with a sign if the amount is lower: `-8.3`.
    pub fn percent_text(self) -> Option<String> {
        self.percent().map(|percent| self.signed(percent))
    }

    fn signed(self, text: String) -> String {
        if self.is_lower() { format!("-{text}") } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::currency::Currency;

    /// Checks the difference and the percentage between two amounts in this currency.
    #[track_caller]
    fn check(code: &str, old: &str, new: &str, expected: (&str, Option<&str>)) {
        let amount = |text| Money::parse(text, Currency::parse(code).unwrap()).unwrap();
        let change = AmountChange::between(amount(old), amount(new)).unwrap();
        let percent = change.percent_text();
        assert_eq!((change.difference_text().as_str(), percent.as_deref()), expected, "{old} to {new}");
    }

    #[test]
    fn differences_and_percentages() {
        check("MAD", "120", "110", ("-10.00", Some("-8.3")));
        check("MAD", "110", "120", ("10.00", Some("9.1")));
        check("MAD", "5.50", "5.5", ("0.00", Some("0.0")));
        check("MAD", "100", "250", ("150.00", Some("150.0")));
        check("MAD", "3", "0", ("-3.00", Some("-100.0")));
        check("MAD", "0", "3", ("3.00", None));
        check("JPY", "3000", "2999", ("-1", Some("-0.0")));
        check("TND", "12.500", "12.4", ("-0.100", Some("-0.8")));
    }

    #[test]
    fn a_half_is_rounded_away_from_zero() {
        check("MAD", "20.00", "20.01", ("0.01", Some("0.1")));
        check("MAD", "20.00", "19.99", ("-0.01", Some("-0.1")));
        check("MAD", "20.02", "20.03", ("0.01", Some("0.0")));
        check("MAD", "200.00", "200.50", ("0.50", Some("0.3")));
    }

    #[test]
    fn the_largest_amounts_have_a_percentage() {
        check("MAD", "0.01", "10000000000000", ("9999999999999.99", Some("99999999999999900.0")));
    }

    #[test]
    fn two_currencies_have_no_difference() {
        let amount = |code| Money::zero(Currency::parse(code).unwrap());
        assert_eq!(AmountChange::between(amount("MAD"), amount("EUR")), None);
    }
}

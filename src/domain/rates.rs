//! Exchange rates: one unit of a currency in units of a base, and the conversion that rounds once.

use super::figure::Error;
use super::money::{Currency, Money, divide_half_up, parse_decimal};
use super::number::Number;
use super::time::VerifiedOn;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How many units of the base one unit of a currency is, above 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The currency of which this is one unit.
    pub currency: Currency,
    per_unit: Decimal,
    /// The day of the rate; `None` for one that the user gave.
    pub date: Option<VerifiedOn>,
    /// Where the rate comes from; `None` where nobody says.
    pub source: Option<String>,
}

impl Rate {
    /// Reads a rate: a plain decimal above 0. Rates have three decimals often enough that a point is never a mark of
    /// thousands in them; a comma may be.
    ///
    /// # Errors
    /// `rate-form`, `two-readings` with the text.
    pub fn parse(
        currency: Currency,
        text: &str,
        date: Option<VerifiedOn>,
        source: Option<String>,
    ) -> Result<Self, Error> {
        let by_comma = |number: &Number<'_>| matches!(number.fraction, Some((',', _)));
        if let Some(number) =
            Number::split(text).filter(|number| by_comma(number) && number.has_two_readings())
        {
            return Err(number.two_readings(text, ""));
        }
        match parse_decimal(text) {
            Some(per_unit) if !per_unit.is_zero() => Ok(Self { currency, per_unit, date, source }),
            _ => Err(Error::new("rate-form").with("value", text)),
        }
    }

    /// The rate with the digits that it was given with.
    pub fn per_unit(&self) -> Decimal {
        self.per_unit
    }
}

/// The rates of one base, at most one for each currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rates {
    base: Currency,
    by_currency: BTreeMap<Currency, Rate>,
}

impl Rates {
    /// No rates yet: only the base itself can be shown.
    pub fn new(base: Currency) -> Self {
        Self { base, by_currency: BTreeMap::new() }
    }

    /// The currency in which the rates are given.
    pub fn base(&self) -> Currency {
        self.base
    }

    /// Adds a rate; one that is there already is replaced and handed back.
    ///
    /// # Errors
    /// `rate-of-the-base` where the rate is the base's own.
    pub fn set(&mut self, rate: Rate) -> Result<Option<Rate>, Error> {
        if rate.currency == self.base {
            return Err(Error::new("rate-of-the-base").with("currency", self.base.code()));
        }
        Ok(self.by_currency.insert(rate.currency, rate))
    }

    /// The rate of a currency, where there is one; the base needs none.
    pub fn get(&self, currency: Currency) -> Option<&Rate> {
        self.by_currency.get(&currency)
    }

    /// Whether amounts of this currency can be converted.
    pub fn knows(&self, currency: Currency) -> bool {
        currency == self.base || self.by_currency.contains_key(&currency)
    }

    /// Converts one unit price, over the base, rounding once: half away from zero to the minor digits of `to`.
    /// An amount already in `to` stays as it is.
    ///
    /// # Errors
    /// `rate-unknown` with the currency that has no rate; `amount-too-large` past what a decimal holds.
    pub fn convert(&self, price: Money, to: Currency) -> Result<Money, Error> {
        if price.currency() == to {
            return Ok(price);
        }
        let (from_rate, to_rate) = (self.per_unit(price.currency())?, self.per_unit(to)?);
        let mantissa = |decimal: Decimal| decimal.mantissa().unsigned_abs();
        // price × from_rate ÷ to_rate, in minor units of `to`, as one fraction of whole numbers.
        let amount = price.amount();
        let up = to.minor_digits() + to_rate.scale();
        let down = amount.scale() + from_rate.scale();
        let exact = || {
            let numerator = mantissa(amount).checked_mul(mantissa(from_rate))?;
            let numerator = numerator.checked_mul(10_u128.checked_pow(up.saturating_sub(down))?)?;
            let denominator = mantissa(to_rate).checked_mul(10_u128.checked_pow(down.saturating_sub(up))?)?;
            Money::from_minor(divide_half_up(numerator, denominator)?, to).ok()
        };
        exact().ok_or_else(|| Error::new("amount-too-large").with("value", format!("{price} → {to}")))
    }

    fn per_unit(&self, currency: Currency) -> Result<Decimal, Error> {
        if currency == self.base {
            return Ok(Decimal::ONE);
        }
        let rate = self.by_currency.get(&currency).map(Rate::per_unit);
        rate.ok_or_else(|| Error::new("rate-unknown").with("currency", currency.code()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    fn rates(list: &[(&str, &str)]) -> Rates {
        let mut rates = Rates::new(currency("MAD"));
        for (code, per_unit) in list {
            rates.set(Rate::parse(currency(code), per_unit, None, None).unwrap()).unwrap();
        }
        rates
    }

    #[track_caller]
    fn check(amount: &str, from: &str, to: &str, expected: &str) {
        let rates = rates(&[("USD", "9.3270"), ("CNY", "1.37559"), ("JPY", "0.06"), ("TND", "3.2")]);
        let price = Money::parse(amount, currency(from)).unwrap();
        assert_eq!(rates.convert(price, currency(to)).unwrap().to_string(), expected);
    }

    #[test]
    fn conversions_by_hand() {
        check("21.99", "USD", "MAD", "205.10 MAD"); // 205.100730
        check("100", "MAD", "CNY", "72.70 CNY"); // 72.6960…
        check("5", "USD", "CNY", "33.90 CNY"); // 46.635 ÷ 1.37559 = 33.9017…
        check("1", "MAD", "JPY", "17 JPY"); // 16.66…
        check("1", "MAD", "TND", "0.313 TND"); // 0.3125: half away from zero
        check("30", "MAD", "MAD", "30.00 MAD");
    }

    #[test]
    fn a_missing_rate_is_named() {
        let price = Money::parse("1", currency("GBP")).unwrap();
        let error = rates(&[]).convert(price, currency("MAD")).unwrap_err();
        assert_eq!(error.to_string(), "rate-unknown currency=`GBP`");
    }

    #[test]
    fn only_a_comma_may_be_a_mark_of_thousands_in_a_rate() {
        let parse = |text| Rate::parse(currency("USD"), text, None, None);
        assert_eq!(parse("9,350").unwrap_err().code(), "two-readings");
        for (text, expected) in [("9,35", "9.35"), ("9.350", "9.350"), ("0,602", "0.602")] {
            assert_eq!(parse(text).unwrap().per_unit().to_string(), expected);
        }
    }

    #[test]
    fn rates_are_plain_and_above_zero() {
        for bad in ["0", "0.00", "-1", "", "1e3", "9,3,5"] {
            assert_eq!(
                Rate::parse(currency("USD"), bad, None, None).unwrap_err().code(),
                "rate-form",
                "{bad}"
            );
        }
        let own = Rate::parse(currency("MAD"), "1", None, None).unwrap();
        assert_eq!(rates(&[]).set(own).unwrap_err().code(), "rate-of-the-base");
    }

    #[test]
    fn what_overflows_is_an_error() {
        let rates = rates(&[("USD", "9999999999999999999999999999")]);
        let price = Money::parse("9999999999999999999999999", currency("USD")).unwrap();
        assert_eq!(rates.convert(price, currency("MAD")).unwrap_err().code(), "amount-too-large");
    }
}

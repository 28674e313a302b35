//! Exchange rates: one unit of a currency in units of a base, and amounts that are compared without rounding.

use super::error::Error;
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
    /// The rates that others have replaced.
    replaced: BTreeMap<Currency, Rate>,
}

impl Rates {
    /// No rates yet: only the base itself can be shown.
    pub fn new(base: Currency) -> Self {
        Self { base, by_currency: BTreeMap::new(), replaced: BTreeMap::new() }
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
        let currency = rate.currency;
        let before = self.by_currency.insert(currency, rate);
        if let Some(before) = &before {
            self.replaced.entry(currency).or_insert_with(|| before.clone());
        }
        Ok(before)
    }

    /// Rates of the user's own that are more than a factor of 2 away from the ones that they have replaced, each with
    /// that one.
    pub fn implausible(&self) -> impl Iterator<Item = (&Rate, &Rate)> {
        let is_far = |own: &Rate, before: &Rate| {
            let is_above = |one: &Rate, other: &Rate| {
                let twice = other.per_unit.checked_mul(Decimal::TWO);
                twice.is_some_and(|twice| one.per_unit > twice)
            };
            is_above(own, before) || is_above(before, own)
        };
        let pairs =
            self.replaced.iter().filter_map(|(currency, before)| Some((self.get(*currency)?, before)));
        pairs.filter(move |(own, before)| is_far(own, before))
    }

    /// The rate of a currency, where there is one; the base needs none.
    pub fn get(&self, currency: Currency) -> Option<&Rate> {
        self.by_currency.get(&currency)
    }

    /// Whether amounts of this currency can be converted.
    pub fn knows(&self, currency: Currency) -> bool {
        currency == self.base || self.by_currency.contains_key(&currency)
    }
}

/// An amount in the base currency, unrounded, in the units of one [`Exchange`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Exact(u128);

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The most that is counted: past it an amount costs more than every basket that can be shown.
    pub const MOST: Self = Self(1 << 126);

    /// The bare number.
    pub const fn units(self) -> u128 {
        self.0
    }

    /// An amount by its bare number.
    pub const fn from_units(units: u128) -> Self {
        Self(units)
    }

    /// The sum; `None` past [`Exact::MOST`].
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self).filter(|sum| *sum <= Self::MOST)
    }

    /// `count` times this; `None` past [`Exact::MOST`].
    pub fn checked_mul(self, count: u64) -> Option<Self> {
        self.0.checked_mul(u128::from(count)).map(Self).filter(|product| *product <= Self::MOST)
    }
}

/// Prices of many currencies as whole numbers of one unit, so small that none is rounded; and back, rounded once, to
/// the currency that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    shown: Currency,
    /// How many units one minor unit of a currency is. There are few: a search from the first is the fastest.
    units: Vec<(Currency, u128)>,
}

impl Exchange {
    /// The exchange of some rates that shows `shown`. A shown currency without a rate is its own base: nothing else
    /// can be held against it.
    ///
    /// # Errors
    /// `rates-too-large` if the rates have too many digits to be counted together.
    pub fn new(rates: &Rates, shown: Currency) -> Result<Self, Error> {
        if !rates.knows(shown) {
            return Ok(Self { shown, units: vec![(shown, 1)] });
        }
        let of_base = (rates.base, Decimal::ONE);
        let of_others = rates.by_currency.values().map(|rate| (rate.currency, rate.per_unit));
        // Most prices are in the base.
        let all: Vec<(Currency, Decimal)> = [of_base].into_iter().chain(of_others).collect();
        let digits = |(currency, rate): &(Currency, Decimal)| rate.scale() + currency.minor_digits();
        let most_digits = all.iter().map(digits).max().unwrap_or_default();
        let units = all.into_iter().map(|(currency, rate)| {
            let missing = most_digits - digits(&(currency, rate));
            let units = 10_u128.checked_pow(missing)?.checked_mul(rate.mantissa().unsigned_abs())?;
            Some((currency, units)).filter(|_| units <= MOST_UNITS)
        });
        let units: Option<Vec<_>> = units.collect();
        Ok(Self { shown, units: units.ok_or_else(|| Error::new("rates-too-large"))? })
    }

    /// The currency that is shown.
    pub const fn shown_currency(&self) -> Currency {
        self.shown
    }

    /// A price, unrounded; `None` if its currency has no rate or it is more than can be counted. Nothing needs no rate.
    pub fn exact(&self, price: Money) -> Option<Exact> {
        if price.is_zero() {
            return Some(Exact::ZERO);
        }
        let units = self.units_of(price.currency())?.checked_mul(price.minor());
        units.map(Exact).filter(|exact| *exact <= Exact::MOST)
    }

    /// An amount in the shown currency, rounded half away from zero to its minor digits.
    ///
    /// # Errors
    /// `amount-too-large` if money cannot hold it.
    pub fn shown(&self, exact: Exact) -> Result<Money, Error> {
        let minor = divide_half_up(exact.0, self.unit());
        let too_large = || Error::new("amount-too-large").with("value", self.shown.code());
        Money::from_minor(minor.ok_or_else(too_large)?, self.shown)
    }

    /// An amount shared out over `parts / scale`, in the shown currency, rounded half away from zero: for display only.
    /// `None` without any part.
    pub fn share(&self, exact: Exact, parts: u128, scale: u128) -> Option<Money> {
        let minor = divide_half_up(exact.0.checked_mul(scale)?, self.unit().checked_mul(parts)?)?;
        Money::from_minor(minor, self.shown).ok()
    }

    /// The most that can be shown.
    pub fn most(&self) -> Exact {
        let most = self.unit().checked_mul((1 << 96) - 1);
        most.map_or(Exact::MOST, |most| Exact(most).min(Exact::MOST))
    }

    /// The largest amount that is shown as `limit` or less, which is in the shown currency.
    pub fn within(&self, limit: Money) -> Exact {
        // An amount is shown as the limit while it is below the limit and a half minor unit.
        let twice = limit.minor().checked_mul(2).and_then(|twice| twice.checked_add(1));
        let below = twice.and_then(|twice| twice.checked_mul(self.unit())).map(|twice| twice.div_ceil(2));
        below.map_or(self.most(), |below| Exact(below - 1).min(self.most()))
    }

    fn unit(&self) -> u128 {
        self.units_of(self.shown).unwrap_or(1)
    }

    fn units_of(&self, currency: Currency) -> Option<u128> {
        self.units.iter().find(|(other, _)| *other == currency).map(|(_, units)| *units)
    }
}

/// The most units that one minor unit may be: with prices below [`Money::MOST_MINOR`] every price can be counted.
const MOST_UNITS: u128 = 1 << 64;

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

    fn exchange(shown: &str) -> Exchange {
        let rates = rates(&[("USD", "9.3270"), ("CNY", "1.37559"), ("JPY", "0.06"), ("TND", "3.2")]);
        Exchange::new(&rates, currency(shown)).unwrap()
    }

    fn price(amount: &str, code: &str) -> Money {
        Money::parse(amount, currency(code)).unwrap()
    }

    #[track_caller]
    fn check(amount: &str, from: &str, to: &str, expected: &str) {
        let exchange = exchange(to);
        let exact = exchange.exact(price(amount, from)).unwrap();
        assert_eq!(exchange.shown(exact).unwrap().to_string(), expected);
    }

    #[test]
    fn conversions_by_hand() {
        check("21.99", "USD", "MAD", "205.10 MAD"); // 205.100730
        check("100", "MAD", "CNY", "72.70 CNY"); // 72.6960…
        check("5", "USD", "CNY", "33.90 CNY"); // 46.635 ÷ 1.37559 = 33.9017…
        check("1", "MAD", "JPY", "17 JPY"); // 16.66…
        check("1", "MAD", "TND", "0.313 TND"); // 0.3125: half away from zero
        check("30", "MAD", "MAD", "30.00 MAD");
        check("9999999999999.99", "USD", "USD", "9999999999999.99 USD");
    }

    #[test]
    fn a_sum_is_rounded_once() {
        let exchange = exchange("MAD");
        // 0.01 USD is 0.09327 MAD, three of them 0.27981: rounded one by one they would be 0.27.
        let cent = exchange.exact(price("0.01", "USD")).unwrap();
        let three = cent.checked_mul(3).unwrap();
        assert_eq!(exchange.shown(three).unwrap().to_string(), "0.28 MAD");
        assert_eq!(cent.checked_add(cent).and_then(|two| two.checked_add(cent)), Some(three));
    }

    #[test]
    fn amounts_compare_alike_whatever_is_shown() {
        for shown in ["MAD", "USD", "CNY", "JPY", "TND"] {
            let exact = |amount, code| exchange(shown).exact(price(amount, code)).unwrap();
            assert!(exact("9.32", "MAD") < exact("1", "USD"));
            assert!(exact("1", "USD") < exact("9.33", "MAD"));
            assert_eq!(exact("3.20", "MAD"), exact("1", "TND"));
        }
    }

    #[test]
    fn a_limit_is_held_against_what_is_shown() {
        for (shown, limit) in [("CNY", "72.70"), ("MAD", "0.00"), ("JPY", "17"), ("TND", "0.313")] {
            let exchange = exchange(shown);
            let limit = price(limit, shown);
            let most = exchange.within(limit);
            assert_eq!(exchange.shown(most).unwrap(), limit);
            assert!(exchange.shown(Exact(most.0 + 1)).unwrap() > limit);
        }
    }

    #[test]
    fn what_has_no_rate_is_not_counted() {
        let exchange = exchange("MAD");
        assert_eq!(exchange.exact(price("1", "GBP")), None);
        assert_eq!(exchange.exact(price("0", "GBP")), Some(Exact::ZERO));
        let alone = Exchange::new(&rates(&[("USD", "9.3")]), currency("XOF")).unwrap();
        let exact = alone.exact(price("1500", "XOF")).unwrap();
        assert_eq!(alone.shown(exact).unwrap().to_string(), "1500 XOF");
        assert_eq!(alone.exact(price("1", "MAD")), None);
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
        assert_eq!(Exchange::new(&rates, currency("MAD")).unwrap_err().code(), "rates-too-large");
        let exact = Exact::MOST;
        assert_eq!((exact.checked_add(Exact(1)), exact.checked_mul(2)), (None, None));
        assert_eq!(exact.checked_add(Exact::ZERO), Some(exact));
    }

    #[test]
    fn rates_far_from_the_file_are_implausible() {
        #[track_caller]
        fn check(own: &str, expected: bool) {
            let mut rates = Rates::new(currency("MAD"));
            for text in ["10", own] {
                rates.set(Rate::parse(currency("USD"), text, None, None).unwrap()).unwrap();
            }
            let texts = |rate: &Rate| rate.per_unit().to_string();
            let found: Vec<_> =
                rates.implausible().map(|(own, of_file)| (texts(own), texts(of_file))).collect();
            let named = expected.then(|| (own.to_owned(), "10".to_owned()));
            assert_eq!(found, Vec::from_iter(named), "{own}");
        }
        check("20", false);
        check("20.01", true);
        check("5", false);
        check("4.99", true);
    }

    #[test]
    fn shares_are_rounded_once() {
        let share = |shown, amount, parts, scale| {
            let exchange = exchange(shown);
            let exact = exchange.exact(price(amount, "MAD")).unwrap();
            exchange.share(exact, parts, scale).map(|share| share.to_string())
        };
        assert_eq!(share("MAD", "120", 30, 1).as_deref(), Some("4.00 MAD"));
        assert_eq!(share("MAD", "0.05", 10, 1).as_deref(), Some("0.01 MAD")); // 0.005: half away from zero
        assert_eq!(share("MAD", "0.04", 10, 1).as_deref(), Some("0.00 MAD"));
        // Per GB of 20,000,000 kB, and in another currency: 6 MAD are 4.3617… CNY.
        assert_eq!(share("MAD", "120", 20_000_000, 1_000_000).as_deref(), Some("6.00 MAD"));
        assert_eq!(share("CNY", "120", 20_000_000, 1_000_000).as_deref(), Some("4.36 CNY"));
        assert_eq!(share("MAD", "120", 0, 1), None);
    }

    #[test]
    fn the_most_is_the_most_that_can_be_shown() {
        for shown in ["MAD", "USD", "JPY"] {
            let exchange = exchange(shown);
            assert!(exchange.shown(exchange.most()).is_ok());
        }
        // With one currency a unit is a minor unit, and money has 96 bits of them.
        let alone = Exchange::new(&rates(&[]), currency("XOF")).unwrap();
        assert_eq!(alone.most().units(), (1 << 96) - 1);
        assert_eq!(alone.shown(Exact(1 << 96)).unwrap_err().code(), "amount-too-large");
        assert_eq!(alone.within(Money::from_minor((1 << 96) - 1, currency("XOF")).unwrap()), alone.most());
    }
}

//! Exchange rates, each in units of a base currency, and amounts that are compared without rounding.

use super::currency::Currency;
use super::error::Error;
use super::money::{Money, divide_half_up, parse_decimal};
use super::number::Number;
use super::time::VerifiedOn;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The value of one unit of a currency in the base currency, above 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The currency whose value this is.
    pub currency: Currency,
    per_unit: Decimal,
    /// The day of the rate. `None` for a rate that the user gives.
    pub date: Option<VerifiedOn>,
    /// Where the rate comes from. `None` if that is unknown.
    pub source: Option<String>,
}

impl Rate {
    /// Reads a rate: a plain decimal above 0. Rates often have three decimals, so a point never separates thousands. A
    /// comma might.
    ///
    /// # Errors
    /// `rate-form`, `two-readings` with the text.
    pub fn parse(
        currency: Currency,
        text: &str,
        date: Option<VerifiedOn>,
        source: Option<String>,
    ) -> Result<Self, Error> {
        if let Some(number) = Number::split(text)
            && matches!(number.fraction, Some((',', _)))
            && number.has_two_readings()
        {
            return Err(number.two_readings(text, ""));
        }
        match parse_decimal(text) {
            Some(per_unit) if !per_unit.is_zero() => Ok(Self { currency, per_unit, date, source }),
            _ => Err(Error::new("rate-form").with("value", text)),
        }
    }

    /// The rate with all the digits of its text.
    pub fn per_unit(&self) -> Decimal {
        self.per_unit
    }

    fn is_more_than_twice(&self, other: &Self) -> bool {
        other.per_unit.checked_mul(Decimal::TWO).is_some_and(|twice| self.per_unit > twice)
    }
}

/// Rates with the same base, at most one for each currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rates {
    base: Currency,
    by_currency: BTreeMap<Currency, Rate>,
    /// The first rate of each currency whose rate was replaced.
    replaced: BTreeMap<Currency, Rate>,
}

impl Rates {
    /// A base without rates: only amounts in the base can be shown.
    pub fn new(base: Currency) -> Self {
        Self { base, by_currency: BTreeMap::new(), replaced: BTreeMap::new() }
    }

    /// The currency in which the rates are given.
    pub fn base(&self) -> Currency {
        self.base
    }

    /// Adds a rate. If its currency already has a rate, replaces and returns that.
    ///
    /// # Errors
    /// `rate-of-the-base` if the currency is the base itself.
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

    /// The rates that differ by more than a factor of 2 from those that they replaced, each with the replaced one.
    pub fn implausible(&self) -> impl Iterator<Item = (&Rate, &Rate)> {
        self.replaced
            .iter()
            .filter_map(|(currency, before)| Some((self.get(*currency)?, before)))
            .filter(|(own, before)| own.is_more_than_twice(before) || before.is_more_than_twice(own))
    }

    /// The rate of a currency. `None` if it has none, and for the base.
    pub fn get(&self, currency: Currency) -> Option<&Rate> {
        self.by_currency.get(&currency)
    }

    /// All rates, in the order of their currencies.
    pub fn iter(&self) -> impl Iterator<Item = &Rate> {
        self.by_currency.values()
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
    /// An amount of 0.
    pub const ZERO: Self = Self(0);

    /// The largest amount that is counted. No basket that can be shown costs more.
    pub const MOST: Self = Self(1 << 126);

    /// The amount in units of its exchange.
    pub const fn units(self) -> u128 {
        self.0
    }

    /// An amount of this many units of its exchange.
    pub const fn from_units(units: u128) -> Self {
        Self(units)
    }

    /// Adds two amounts. `None` past [`Exact::MOST`].
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self).filter(|sum| *sum <= Self::MOST)
    }

    /// `count` times this amount. `None` past [`Exact::MOST`].
    pub fn checked_mul(self, count: u64) -> Option<Self> {
        self.0.checked_mul(u128::from(count)).map(Self).filter(|product| *product <= Self::MOST)
    }
}

/// Converts prices of all currencies to whole numbers of a common unit, which is small enough that no price is rounded.
/// Converts sums back to the currency that is shown, and rounds them once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    shown: Currency,
    /// How many units one minor unit of each currency is. The list is short, so a linear search is the fastest.
    units: Vec<(Currency, u128)>,
}

impl Exchange {
    /// An exchange that shows amounts in the currency `shown`. If that currency has no rate, it is its own base, and no
    /// other currency can be converted.
    ///
    /// # Errors
    /// `rates-too-large` if the rates have too many digits to be counted together.
    pub fn new(rates: &Rates, shown: Currency) -> Result<Self, Error> {
        if !rates.knows(shown) {
            return Ok(Self { shown, units: vec![(shown, 1)] });
        }
        // The base comes first because most prices are in it.
        let of_others = rates.by_currency.values().map(|rate| (rate.currency, rate.per_unit));
        let all = std::iter::once((rates.base, Decimal::ONE)).chain(of_others);
        let most_digits =
            all.clone().map(|(currency, rate)| digits(currency, rate)).max().unwrap_or_default();
        let units: Option<Vec<_>> = all
            .map(|(currency, rate)| {
                let missing = most_digits - digits(currency, rate);
                let units = 10_u128.checked_pow(missing)?.checked_mul(rate.mantissa().unsigned_abs())?;
                Some((currency, units)).filter(|_| units <= MOST_UNITS)
            })
            .collect();
        Ok(Self { shown, units: units.ok_or_else(|| Error::new("rates-too-large"))? })
    }

    /// Converts a price without rounding. `None` if its currency has no rate or if the amount is past [`Exact::MOST`].
    /// A price of 0 does not need a rate.
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
        let minor = divide_half_up(exact.0, self.unit())
            .ok_or_else(|| Error::new("amount-too-large").with("value", self.shown.code()))?;
        Money::from_minor(minor, self.shown)
    }

    /// An amount divided by `parts / scale`, in the shown currency, rounded half away from zero. For display only.
    /// `None` if `parts` is 0 or a number overflows.
    pub fn share(&self, exact: Exact, parts: u128, scale: u128) -> Option<Money> {
        let minor = divide_half_up(exact.0.checked_mul(scale)?, self.unit().checked_mul(parts)?)?;
        Money::from_minor(minor, self.shown).ok()
    }

    /// The largest amount that can be shown.
    pub fn most(&self) -> Exact {
        let most = self.unit().checked_mul((1 << 96) - 1);
        most.map_or(Exact::MOST, |most| Exact(most).min(Exact::MOST))
    }

    /// The largest amount that is shown as `limit` or less. The limit is in the shown currency.
    pub fn within(&self, limit: Money) -> Exact {
        // An amount is shown as the limit if it is less than half a minor unit above it.
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

/// The most units that one minor unit may be. Prices up to [`Money::MOST_MINOR`] then stay below [`Exact::MOST`].
const MOST_UNITS: u128 = 1 << 64;

/// How many decimal digits the product of a rate and an amount of its currency has.
fn digits(currency: Currency, rate: Decimal) -> u32 {
    rate.scale() + currency.minor_digits()
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

    fn exchange_in(shown: &str) -> Exchange {
        let rates = rates(&[("USD", "9.3270"), ("CNY", "1.37559"), ("JPY", "0.06"), ("TND", "3.2")]);
        Exchange::new(&rates, currency(shown)).unwrap()
    }

    fn price(amount: &str, code: &str) -> Money {
        Money::parse(amount, currency(code)).unwrap()
    }

    #[track_caller]
    fn check(amount: &str, from: &str, to: &str, expected: &str) {
        let exchange = exchange_in(to);
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
        let exchange = exchange_in("MAD");
        // 0.01 USD is 0.09327 MAD, and three times that is 0.27981. If each were rounded, the sum would be 0.27.
        let cent = exchange.exact(price("0.01", "USD")).unwrap();
        let three = cent.checked_mul(3).unwrap();
        assert_eq!(exchange.shown(three).unwrap().to_string(), "0.28 MAD");
        assert_eq!(cent.checked_add(cent).and_then(|two| two.checked_add(cent)), Some(three));
    }

    #[test]
    fn amounts_compare_alike_whatever_is_shown() {
        for shown in ["MAD", "USD", "CNY", "JPY", "TND"] {
            let prices = [("9.32", "MAD"), ("1", "USD"), ("9.33", "MAD"), ("3.20", "MAD"), ("1", "TND")];
            let [less, dollar, more, dirhams, dinar] =
                prices.map(|(amount, code)| exchange_in(shown).exact(price(amount, code)).unwrap());
            assert!(less < dollar && dollar < more);
            assert_eq!(dirhams, dinar);
        }
    }

    #[test]
    fn a_limit_is_held_against_what_is_shown() {
        for (shown, amount) in [("CNY", "72.70"), ("MAD", "0.00"), ("JPY", "17"), ("TND", "0.313")] {
            let exchange = exchange_in(shown);
            let limit = price(amount, shown);
            let most = exchange.within(limit);
            assert_eq!(exchange.shown(most).unwrap(), limit);
            assert!(exchange.shown(Exact(most.0 + 1)).unwrap() > limit);
        }
    }

    #[test]
    fn what_has_no_rate_is_not_counted() {
        let exchange = exchange_in("MAD");
        assert_eq!(exchange.exact(price("1", "GBP")), None);
        assert_eq!(exchange.exact(price("0", "GBP")), Some(Exact::ZERO));
        let alone = Exchange::new(&rates(&[("USD", "9.3")]), currency("XOF")).unwrap();
        let exact = alone.exact(price("1500", "XOF")).unwrap();
        assert_eq!(alone.shown(exact).unwrap().to_string(), "1500 XOF");
        assert_eq!(alone.exact(price("1", "MAD")), None);
    }

    #[test]
    fn only_a_comma_may_be_a_mark_of_thousands_in_a_rate() {
        for (text, expected) in
            [("9,350", "two-readings"), ("9,35", "9.35"), ("9.350", "9.350"), ("0,602", "0.602")]
        {
            let rate = Rate::parse(currency("USD"), text, None, None);
            let found = rate.map_or_else(|error| error.code().to_owned(), |rate| rate.per_unit().to_string());
            assert_eq!(found, expected);
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
            let pairs = rates.implausible().map(|(own, of_file)| [own, of_file]);
            let found: Vec<_> = pairs.map(|pair| pair.map(|rate| rate.per_unit().to_string())).collect();
            let named = expected.then(|| [own.to_owned(), "10".to_owned()]);
            assert_eq!(found, Vec::from_iter(named), "{own}");
        }
        check("20", false);
        check("20.01", true);
        check("5", false);
        check("4.99", true);
    }

    #[test]
    fn shares_are_rounded_once() {
        for (shown, amount, parts, scale, expected) in [
            ("MAD", "120", 30, 1, Some("4.00 MAD")),
            // 0.005: half away from zero.
            ("MAD", "0.05", 10, 1, Some("0.01 MAD")),
            ("MAD", "0.04", 10, 1, Some("0.00 MAD")),
            // Per GB of 20,000,000 kB, and in another currency: 6 MAD are 4.3617… CNY.
            ("MAD", "120", 20_000_000, 1_000_000, Some("6.00 MAD")),
            ("CNY", "120", 20_000_000, 1_000_000, Some("4.36 CNY")),
            ("MAD", "120", 0, 1, None),
        ] {
            let exchange = exchange_in(shown);
            let exact = exchange.exact(price(amount, "MAD")).unwrap();
            let share = exchange.share(exact, parts, scale).map(|share| share.to_string());
            assert_eq!(share.as_deref(), expected);
        }
    }

    #[test]
    fn the_most_is_the_most_that_can_be_shown() {
        for shown in ["MAD", "USD", "JPY"] {
            let exchange = exchange_in(shown);
            assert!(exchange.shown(exchange.most()).is_ok());
        }
        // With one currency a unit is a minor unit, and money has 96 bits of them.
        let alone = Exchange::new(&rates(&[]), currency("XOF")).unwrap();
        assert_eq!(alone.most().units(), (1 << 96) - 1);
        assert_eq!(alone.shown(Exact(1 << 96)).unwrap_err().code(), "amount-too-large");
        assert_eq!(alone.within(Money::from_minor((1 << 96) - 1, currency("XOF")).unwrap()), alone.most());
    }
}

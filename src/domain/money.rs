//! Money: decimal amounts of one currency, never binary floating point.

use super::currency::Currency;
use super::error::{Error, Figure};
use super::number::{Number, plain};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// An amount of a currency, at least 0 and with at most the currency's minor digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    amount: Decimal,
    currency: Currency,
}

impl Money {
    /// The largest number of minor units that an amount of a catalogue or of a user may have.
    pub const MOST_MINOR: u128 = 1_000_000_000_000_000;

    /// An amount of 0 in this currency.
    pub const fn zero(currency: Currency) -> Self {
        Self { amount: Decimal::ZERO, currency }
    }

    /// Reads a plain decimal: digits, and optionally a mark and more digits. A sign, blank, separator or exponent is an
    /// error.
    ///
    /// # Errors
    /// `amount-form` and `two-readings` with the text, `amount-too-precise` with the text and the digits that the
    /// currency has, `amount-too-large` past [`Money::MOST_MINOR`].
    pub fn parse(text: &str, currency: Currency) -> Result<Self, Error> {
        let number = Number::split(text).ok_or_else(|| Error::new("amount-form").with("value", text))?;
        // With three minor digits `12.500` has one reading: that is how 12 dinars and 500 millimes are written.
        let has_millimes = currency.minor_digits() == 3 && matches!(number.fraction, Some(('.', _)));
        if number.has_two_readings() && !has_millimes {
            return Err(number.two_readings(text, ""));
        }
        let decimals = number.fraction.map_or(0, |(_, digits)| digits.len());
        if decimals > currency.minor_digits() as usize {
            return Err(Error::new("amount-too-precise")
                .with("value", text)
                .with("currency", currency.code())
                .with("digits", u64::from(currency.minor_digits())));
        }
        let money = parse_decimal(text).map(|amount| Self { amount, currency });
        if let Some(money) = money.filter(|money| money.minor() <= Self::MOST_MINOR) {
            return Ok(money);
        }
        let most = Self::from_minor(Self::MOST_MINOR, currency)?;
        Err(Error::new("amount-too-large").with("value", text).with("max", most))
    }

    /// Reads an amount as people write it: with blanks between thousands, and perhaps with the currency before or after
    /// it (`1 500`, `100 DH`, `€20`).
    ///
    /// # Errors
    /// As [`Money::parse`], with the text as it was typed; `amount-in-another-currency` with both currencies if it names
    /// another one; `currency-shared`.
    pub fn typed(text: &str, currency: Currency) -> Result<Self, Error> {
        let trimmed = text.trim();
        let is_digit = |c: char| plain(c.encode_utf8(&mut [0; 4])).bytes().all(|byte| byte.is_ascii_digit());
        let (Some(start), Some(end)) = (trimmed.find(is_digit), trimmed.rfind(is_digit)) else {
            return Err(Error::new("amount-form").with("value", text));
        };
        let end = end + trimmed[end..].chars().next().map_or(0, char::len_utf8);
        let digits = plain(&trimmed[start..end]);
        for name in [&trimmed[..start], &trimmed[end..]].map(str::trim).iter().filter(|name| !name.is_empty())
        {
            let named = match Currency::parse(name) {
                Err(error) if error.code() == "currency-unknown" => {
                    return Err(Error::new("amount-form").with("value", text));
                }
                named => named?,
            };
            if named != currency {
                return Err(Error::new("amount-in-another-currency")
                    .with("value", text)
                    .with("currency", named.code())
                    .with("amount", &*digits)
                    .with("shown", currency.code()));
            }
        }
        Self::parse(&digits, currency).map_err(|error| error.repeating("value", text))
    }

    /// Reads an amount as [`Money::typed`] does. One with more digits than its currency has, as programs write that count in
    /// binary, is rounded half up to those digits. Returns whether that changed it, too.
    ///
    /// # Errors
    /// As [`Money::typed`]; `amount-too-precise` only for an amount that would become 0, which is a price of its own.
    pub fn nearest(text: &str, currency: Currency) -> Result<(Self, bool), Error> {
        let error = match Self::typed(text, currency) {
            Ok(money) => return Ok((money, false)),
            Err(error) if error.code() == "amount-too-precise" => error,
            Err(error) => return Err(error),
        };
        let is_mark = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let ascii = plain(text);
        let Some(number) = Number::split(ascii.trim_matches(|c| !is_mark(c))) else { return Err(error) };
        let digits = number.fraction.map_or("", |(_, digits)| digits);
        let (kept, dropped) = digits.split_at(currency.minor_digits() as usize);
        let too_large = || Error::new("amount-too-large").with("value", text);
        let down: u128 = format!("{}{kept}", number.whole).parse().map_err(|_| too_large())?;
        // Half a minor unit or more begins with a 5 or a higher digit.
        let minor = down.checked_add(u128::from(dropped >= "5")).ok_or_else(too_large)?;
        if minor > Self::MOST_MINOR {
            return Err(too_large().with("max", Self::from_minor(Self::MOST_MINOR, currency)?));
        }
        let is_rounded = dropped.contains(|c| c != '0');
        if minor == 0 && is_rounded {
            return Err(error);
        }
        Ok((Self::from_minor(minor, currency)?, is_rounded))
    }

    /// An amount in the currency's minor units (cents).
    ///
    /// # Errors
    /// `amount-too-large` past what a decimal holds (2⁹⁶ minor units).
    pub fn from_minor(minor: u128, currency: Currency) -> Result<Self, Error> {
        let amount = i128::try_from(minor)
            .ok()
            .and_then(|minor| Decimal::try_from_i128_with_scale(minor, currency.minor_digits()).ok())
            .ok_or_else(|| Error::new("amount-too-large").with("value", minor.to_string()))?;
        Ok(Self { amount, currency })
    }

    /// The amount in the currency's minor units (cents), exactly.
    pub fn minor(self) -> u128 {
        let missing = self.currency.minor_digits() - self.amount.scale();
        // The mantissa has 96 bits and the factor is at most 10⁴, so the product fits.
        self.amount.mantissa().unsigned_abs() * 10_u128.pow(missing)
    }

    /// The currency that the amount is in.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The amount in major units, such as dirhams.
    pub const fn amount(self) -> Decimal {
        self.amount
    }

    /// Whether the amount is 0.
    pub fn is_zero(self) -> bool {
        self.amount.is_zero()
    }

    /// The amount with all of the currency's minor digits: `230.00`.
    pub fn amount_text(self) -> String {
        self.padded().to_string()
    }

    fn padded(self) -> Decimal {
        let mut padded = self.amount;
        padded.rescale(self.currency.minor_digits());
        padded
    }

    /// The amount as the catalogue writes it: `30`, `5.50`.
    pub fn as_written(self) -> String {
        self.amount.to_string()
    }

    /// Adds two amounts of the same currency.
    ///
    /// # Errors
    /// `amount-too-large`, naming both.
    pub fn checked_add(self, other: Self) -> Result<Self, Error> {
        debug_assert_eq!(self.currency, other.currency, "amounts are converted before they are added");
        let sum = self.minor().checked_add(other.minor());
        sum.and_then(|minor| Self::from_minor(minor, self.currency).ok())
            .ok_or_else(|| Error::new("amount-too-large").with("value", format!("{self} + {other}")))
    }

    /// Subtracts an amount of the same currency. `None` if it is larger.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        debug_assert_eq!(self.currency, other.currency, "amounts are converted before they are subtracted");
        let rest = self.minor().checked_sub(other.minor())?;
        Self::from_minor(rest, self.currency).ok()
    }

    /// `count` times this amount.
    ///
    /// # Errors
    /// `amount-too-large`, naming both.
    pub fn checked_mul(self, count: u64) -> Result<Self, Error> {
        let product = self.minor().checked_mul(u128::from(count));
        product
            .and_then(|minor| Self::from_minor(minor, self.currency).ok())
            .ok_or_else(|| Error::new("amount-too-large").with("value", format!("{count} × {self}")))
    }
}

impl From<Money> for Figure {
    fn from(money: Money) -> Self {
        Self::Amount(money.padded(), money.currency.code())
    }
}

/// Amounts are ordered by currency, then by size.
impl Ord for Money {
    fn cmp(&self, other: &Self) -> Ordering {
        self.currency.cmp(&other.currency).then_with(|| self.amount.cmp(&other.amount))
    }
}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Reads an amount and its currency: `120 MAD`, `19.90 EUR`.
///
/// # Errors
/// `amount-without-currency` with the text, and those of [`Money::parse`] and [`Currency::parse`].
impl FromStr for Money {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let parts = text.trim().rsplit_once(char::is_whitespace);
        let (amount, currency) =
            parts.ok_or_else(|| Error::new("amount-without-currency").with("value", text))?;
        Self::parse(amount.trim_end(), currency.parse()?)
    }
}

/// `230.00 MAD`
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}", self.amount_text(), self.currency))
    }
}

/// Reads digits, and optionally a mark and more digits, at most 28 digits in all. `None` for anything else.
///
/// [`Decimal`]'s own parser also takes `1_000`, `+5` and `.5`, which are mistakes in a catalogue.
pub fn parse_decimal(text: &str) -> Option<Decimal> {
    match Number::split(text)?.fraction {
        Some((',', _)) => Decimal::from_str_exact(&text.replace(',', ".")).ok(),
        _ => Decimal::from_str_exact(text).ok(),
    }
}

/// `numerator / denominator` rounded half away from zero; `None` on division by zero or overflow.
pub fn divide_half_up(numerator: u128, denominator: u128) -> Option<u128> {
    let quotient = numerator.checked_div(denominator)?;
    let rest = numerator % denominator;
    if rest >= denominator - rest { quotient.checked_add(1) } else { Some(quotient) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::dirhams;

    fn mad() -> Currency {
        Currency::parse("MAD").unwrap()
    }

    #[test]
    fn what_is_left_of_an_amount() {
        let five = dirhams("5");
        assert_eq!(five.checked_sub(dirhams("1.99")), Some(dirhams("3.01")));
        assert_eq!(five.checked_sub(five), Some(dirhams("0")));
        assert_eq!(five.checked_sub(dirhams("5.01")), None);
    }

    /// Checks what a text is rounded to, and whether that changes it.
    #[track_caller]
    fn check_nearest(text: &str, code: &str, expected: Result<(&str, bool), &str>) {
        let nearest = Money::nearest(text, Currency::parse(code).unwrap());
        let found = nearest.map(|(money, is_rounded)| (money.as_written(), is_rounded));
        let shown = found.as_ref().map(|(text, is_rounded)| (text.as_str(), *is_rounded));
        assert_eq!(shown.map_err(Error::code), expected, "{text} {code}");
    }

    #[test]
    fn noise_is_rounded_half_up() {
        check_nearest("0.9181700100254037", "USD", Ok(("0.92", true)));
        check_nearest("4.5", "USD", Ok(("4.5", false)));
        check_nearest("4.50000", "USD", Ok(("4.50", false)));
        check_nearest("4.4949999999999", "USD", Ok(("4.49", true)));
        check_nearest("4.4950", "USD", Ok(("4.50", true)));
        check_nearest("9.9999", "USD", Ok(("10.00", true)));
        check_nearest("0.0049", "USD", Err("amount-too-precise"));
        check_nearest("0.0050", "USD", Ok(("0.01", true)));
        check_nearest("0.0000", "USD", Ok(("0.00", false)));
        check_nearest("1500.5", "JPY", Ok(("1501", true)));
        check_nearest("1.23456", "TND", Ok(("1.235", true)));
        check_nearest("€0.91817", "EUR", Ok(("0.92", true)));
        check_nearest("100 DH", "MAD", Ok(("100", false)));
        check_nearest("1.125", "USD", Err("two-readings"));
        check_nearest("free", "USD", Err("amount-form"));
        check_nearest("-4.5", "USD", Err("amount-form"));
        check_nearest("-4.5678", "USD", Err("amount-form"));
        check_nearest("4.5678 EUR", "USD", Err("amount-in-another-currency"));
        check_nearest("10000000000000.0000", "USD", Ok(("10000000000000.00", false)));
        check_nearest("10000000000000.0050", "USD", Err("amount-too-large"));
        check_nearest(&format!("{}.1234", "9".repeat(50)), "USD", Err("amount-too-large"));
    }

    #[test]
    fn amounts_keep_their_digits() {
        let price = Money::parse("19.90", mad()).unwrap();
        assert_eq!((price.as_written(), price.amount_text()), ("19.90".into(), "19.90".into()));
        let price = Money::parse("30", mad()).unwrap();
        assert_eq!(
            (price.as_written(), price.amount_text(), price.minor()),
            ("30".into(), "30.00".into(), 3000)
        );
        let yen = Money::parse("30", Currency::parse("jpy").unwrap()).unwrap();
        assert_eq!((yen.to_string().as_str(), yen.minor()), ("30 JPY", 30));
    }

    #[test]
    fn only_plain_decimals_are_amounts() {
        for bad in ["", "-1", "+5", ".5", "5.", "1_000", "1e3", "1,5,0", " 5", "0x5", "NaN", "1.2.3"] {
            assert_eq!(Money::parse(bad, mad()).unwrap_err().code(), "amount-form", "{bad}");
        }
        assert_eq!(Money::parse("1.0000", mad()).unwrap_err().code(), "amount-too-precise");
        let yen = Currency::parse("JPY").unwrap();
        assert_eq!(Money::parse("1.5", yen).unwrap_err().code(), "amount-too-precise");
    }

    #[test]
    fn a_mark_before_three_digits_has_two_readings() {
        for (text, code, expected) in [
            ("19,90", "MAD", "19.90"),
            ("1,000", "MAD", "two-readings value=`1,000` thousands=`1000` decimal=`1`"),
            ("1.000", "MAD", "two-readings value=`1.000` thousands=`1000` decimal=`1`"),
            ("12,500", "TND", "two-readings value=`12,500` thousands=`12500` decimal=`12.5`"),
            ("12.500", "TND", "12.500"),
            ("0,500", "TND", "0.500"),
            ("1,000", "JPY", "two-readings value=`1,000` thousands=`1000` decimal=`1`"),
        ] {
            let money = Money::parse(text, Currency::parse(code).unwrap());
            assert_eq!(money.map_or_else(|error| error.to_string(), Money::as_written), expected);
        }
    }

    #[track_caller]
    fn check_typed(text: &str, expected: &str) {
        let money = Money::typed(text, mad());
        assert_eq!(
            money.map_or_else(|error| error.to_string(), |money| money.to_string()),
            expected,
            "{text}"
        );
    }

    #[test]
    fn amounts_as_people_write_them() {
        check_typed("100", "100.00 MAD");
        check_typed("100 DH", "100.00 MAD");
        check_typed("100MAD", "100.00 MAD");
        check_typed("Dh100", "100.00 MAD");
        check_typed("MAD 1 500", "1500.00 MAD");
        check_typed("1\u{202f}500,50 dirhams", "1500.50 MAD");
        check_typed("1'500", "1500.00 MAD");
        check_typed("99,90", "99.90 MAD");
        check_typed("１００", "100.00 MAD");
        check_typed("100迪拉姆", "100.00 MAD");
        check_typed("1,500", "two-readings value=`1,500` thousands=`1500` decimal=`1.5`");
        check_typed("1,500 DH", "two-readings value=`1,500 DH` thousands=`1500` decimal=`1.5`");
        check_typed("20 €", "amount-in-another-currency value=`20 €` currency=`EUR` amount=`20` shown=`MAD`");
        check_typed("$20", "currency-shared value=`$` expected=`USD, CAD, AUD`");
        for bad in ["", "DH", "-5", "5 pizzas", "1e3", "5.", "1 50", "5 5 DH"] {
            check_typed(bad, &format!("amount-form value=`{bad}`"));
        }
        check_typed("5,5555 DH", "amount-too-precise value=`5,5555 DH` currency=`MAD` digits=`2`");
    }

    #[track_caller]
    fn check_with_currency(text: &str, expected: Result<&str, &str>) {
        let read: Result<Money, Error> = text.parse();
        let shown = read.map(|money| money.to_string()).map_err(|error| error.code());
        assert_eq!(shown, expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn an_amount_with_its_currency_is_text() {
        check_with_currency("120 MAD", Ok("120.00 MAD"));
        check_with_currency(" 19.9  EUR ", Ok("19.90 EUR"));
        check_with_currency("30 yen", Ok("30 JPY"));
        check_with_currency("120", Err("amount-without-currency"));
        check_with_currency("120 QQQ", Err("currency-unknown"));
        check_with_currency("1.234 MAD", Err("two-readings"));
        check_with_currency("1.2345 MAD", Err("amount-too-precise"));
    }

    #[test]
    fn amounts_have_bounds() {
        let yen = Currency::parse("JPY").unwrap();
        assert_eq!(Money::parse("1000000000000000", yen).unwrap().minor(), Money::MOST_MINOR);
        let too_large = Money::parse("1000000000000001", yen).unwrap_err().to_string();
        assert_eq!(too_large, "amount-too-large value=`1000000000000001` max=`1000000000000000 JPY`");
        // 31 digits are more than a decimal holds.
        assert_eq!(Money::parse(&"9".repeat(31), yen).unwrap_err().code(), "amount-too-large");
        let precise = Money::parse(&format!("5.{}", "0".repeat(31)), mad()).unwrap_err();
        assert_eq!(precise.code(), "amount-too-precise");
        let largest = Money::from_minor((1 << 96) - 1, mad()).unwrap();
        let one = Money::from_minor(1, mad()).unwrap();
        assert_eq!(largest.checked_add(one).unwrap_err().code(), "amount-too-large");
        assert_eq!(largest.checked_mul(2).unwrap_err().code(), "amount-too-large");
    }

    #[test]
    fn quotients_are_rounded_half_away_from_zero() {
        for (numerator, denominator, expected) in [
            (1, 2, Some(1)),
            (1, 3, Some(0)),
            (23_000, 30, Some(767)),
            (u128::MAX, u128::MAX, Some(1)),
            (1, 0, None),
        ] {
            assert_eq!(divide_half_up(numerator, denominator), expected);
        }
    }
}

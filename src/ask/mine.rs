//! Reads what the user has already, such as the roaming of an operator at home: `5 EUR/1d/500MB`. It becomes a plan of
//! a line of its own, which needs no SIM, so that it is compared by the same rules as all others.

use crate::domain::currency::Currency;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::number::plain;
use crate::domain::plan::{Allowance, Confidence, Kind, Plan};
use crate::domain::slug::Slug;
use crate::domain::time::{Stay, Validity, VerifiedOn};
use jiff::civil::Date;
use std::sync::Arc;

/// The id of the plan, and the names of its line and its seller.
const NAME: &str = "mine";

/// Reads a price, days and data in any order, with slashes between them. A price without a currency is in the shown one.
///
/// # Errors
/// `mine-form` with the text, or what is wrong with one of the three.
pub fn mine(text: &str, shown: Currency, today: Date) -> Result<Arc<Plan>, Error> {
    let mut price = None;
    let mut validity = None;
    let mut allowance = None;
    for part in text.split('/').map(str::trim) {
        let is_new = if let Ok(read) = data(part) {
            allowance.replace(read).is_none()
        } else if part.ends_with(char::is_alphabetic) && days(part).is_ok() {
            validity.replace(days(part)?).is_none()
        } else if plain(part).contains(|c: char| c.is_ascii_digit()) {
            price.replace(amount(part, shown)?).is_none()
        } else {
            false
        };
        if !is_new {
            return Err(form(text));
        }
    }
    let (Some(price), Some(validity), Some(allowance)) = (price, validity, allowance) else {
        return Err(form(text));
    };
    let name = Slug::parse(NAME)?;
    let plan = Plan::named(name.clone(), name.clone(), name, text.trim().to_owned().into(), Kind::Pass);
    Ok(Arc::new(Plan {
        price: Some(price),
        allowance: Some(allowance),
        validity: Some(validity),
        verified_on: Some(VerifiedOn::on(today)),
        confidence: Some(Confidence::High),
        ..plan
    }))
}

/// A volume with its unit, or `unlimited` in any language.
fn data(text: &str) -> Result<Allowance, Error> {
    let is_unlimited =
        ["unlimited", "illimité", "illimite", "不限量", "无限"].contains(&&*text.to_lowercase());
    if is_unlimited { Ok(Allowance::Unlimited) } else { Allowance::parse(text) }
}

fn days(text: &str) -> Result<Validity, Error> {
    let days = Stay::parse(text)?.days();
    let hours = days.checked_mul(24).and_then(Validity::from_hours);
    hours.ok_or_else(|| form(text))
}

fn form(text: &str) -> Error {
    Error::new("mine-form").with("value", text)
}

/// An amount with its currency before or after it, such as `5 EUR` or `€5`; without one it is in the shown currency.
fn amount(text: &str, shown: Currency) -> Result<Money, Error> {
    let typed = plain(text);
    let name =
        typed.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ','));
    let currency = if name.is_empty() { shown } else { Currency::parse(name)? };
    Money::typed(text, currency)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read(text: &str) -> Result<Arc<Plan>, Error> {
        mine(text, "MAD".parse().unwrap(), date(2026, 11, 25))
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let plan = read(text).unwrap();
        let (price, validity) = (plan.price.unwrap(), plan.validity.unwrap());
        assert_eq!(format!("{price} {validity} {}", plan.allowance.unwrap()), expected, "{text}");
    }

    #[test]
    fn a_price_days_and_data_in_any_order() {
        check("5 EUR/1d/500MB", "5.00 EUR 1d 500MB");
        check("€5 / 2 weeks / 1,5 Go", "5.00 EUR 14d 1.5GB");
        check("20GB/30d/0", "0.00 MAD 30d 20GB");
        check("12.50 USD/7天/unlimited", "12.50 USD 7d unlimited");
        check("80 DH/30 jours/illimité", "80.00 MAD 30d unlimited");
    }

    #[track_caller]
    fn check_error(text: &str, expected: &str) {
        assert_eq!(read(text).unwrap_err().to_string(), expected);
    }

    #[test]
    fn anything_else_is_an_error() {
        check_error("", "mine-form value=``");
        check_error("5 EUR/1d", "mine-form value=`5 EUR/1d`");
        check_error("5 EUR/1d/500MB/1GB", "mine-form value=`5 EUR/1d/500MB/1GB`");
        check_error("5 XYZ/1d/1GB", "currency-unknown value=`XYZ`");
        check_error("5 EUR/x/1GB", "mine-form value=`5 EUR/x/1GB`");
    }
}

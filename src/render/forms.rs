//! What JSON answers have in common: fixed English keys, decimals as strings, `null` for unknown.

use super::basket::joined;
use crate::domain::basket::Item;
use crate::domain::comparison::{Offer, rates_used};
use crate::domain::figure::{Error, Figure, Figures};
use crate::domain::money::Money;
use crate::domain::need::Need;
use crate::domain::rates::Rate;
use crate::domain::request::Request;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use serde::Serialize;
use serde_json::{Map, Value};

/// Where a catalogue came from.
#[derive(Clone, Debug, Serialize)]
pub struct Origin {
    /// How many rows it has.
    pub plans: usize,
    /// The fingerprint of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its path, `-` for standard input, or `built in`.
    pub source: String,
}

#[derive(Serialize)]
pub(super) struct NeedForm {
    days: u32,
    data_mb: String,
    per_day_mb: String,
    minutes: u64,
}

#[derive(Serialize)]
pub(super) struct RateForm {
    currency: &'static str,
    base: &'static str,
    per_unit: String,
    date: Option<String>,
}

#[derive(Serialize)]
pub(super) struct OfferForm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<usize>,
    line: String,
    operator: String,
    mix: bool,
    total: String,
    complete: bool,
    items: Vec<ItemForm<'a>>,
    purchases: u64,
    renewals: u64,
    serves_days: String,
    spare_mb: Option<String>,
    per_day: Option<String>,
    per_gb: Option<String>,
    verified_on: Option<String>,
    stale: bool,
    confidence: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct ItemForm<'a> {
    plan: &'a str,
    count: u64,
    unit_price: Option<String>,
    subtotal: Option<String>,
    fee: String,
    price: Option<String>,
    currency: Option<&'static str>,
}

/// An offer; its rank only where it stands in a ranking.
pub(super) fn offer_form<'a>(
    offer: &'a Offer,
    rank: Option<usize>,
    request: &Request,
) -> Result<OfferForm<'a>, Error> {
    let (basket, need) = (&offer.basket, &request.need);
    let per = |numerator, denominator| basket.total().per(numerator, denominator).map(Money::amount_text);
    Ok(OfferForm {
        rank,
        line: joined(&offer.lines),
        operator: joined(&offer.operators),
        mix: offer.mix,
        total: basket.total().amount_text(),
        complete: basket.complete(),
        items: basket.items().iter().map(item_form).collect::<Result<_, _>>()?,
        purchases: basket.purchases(),
        renewals: basket.renewals(),
        serves_days: need.days(basket.served()).to_string(),
        spare_mb: basket.spare_data(need, request.data_left()).map(DataVolume::in_mb),
        per_day: per(u128::from(need.stay().days()), 1),
        per_gb: per(u128::from(need.data().kb()), 1_000_000),
        verified_on: basket.verified_on().map(|date| date.to_string()),
        stale: basket.is_stale(request.today),
        confidence: basket.confidence().map(Word::word),
    })
}

pub(super) fn item_form(item: &Item) -> Result<ItemForm<'_>, Error> {
    Ok(ItemForm {
        plan: item.plan.id.as_str(),
        count: item.count,
        unit_price: item.unit_price.map(Money::amount_text),
        subtotal: item.subtotal()?.map(Money::amount_text),
        fee: item.fee.amount_text(),
        price: item.plan.price.map(Money::as_written),
        currency: item.plan.price.map(|price| price.currency().code()),
    })
}

/// The need.
pub(super) fn need_form(need: &Need) -> NeedForm {
    NeedForm {
        days: need.stay().days(),
        data_mb: need.data().in_mb(),
        per_day_mb: need.pace_mb(),
        minutes: need.minutes(),
    }
}

/// The rates that prices of these offers were converted with.
pub(super) fn rate_forms(offers: &[Offer], request: &Request) -> Vec<RateForm> {
    let base = request.rates.base().code();
    rates_used(offers, request).iter().map(|rate| rate_form(rate, base)).collect()
}

fn rate_form(rate: &Rate, base: &'static str) -> RateForm {
    RateForm {
        currency: rate.currency.code(),
        base,
        per_unit: rate.per_unit().to_string(),
        date: rate.date.map(|date| date.to_string()),
    }
}

/// Figures by name.
pub(super) fn figures_map(figures: &Figures) -> Map<String, Value> {
    figures.iter().map(|(name, figure)| ((*name).to_owned(), figure_value(figure))).collect()
}

/// Counts are numbers, everything else is text, unknown is `null`.
pub(super) fn figure_value(figure: &Figure) -> Value {
    match figure {
        Figure::Count(count) => Value::from(*count),
        Figure::Unknown => Value::Null,
        Figure::Money(money) => Value::from(money.amount_text()),
        other => Value::from(other.to_string()),
    }
}

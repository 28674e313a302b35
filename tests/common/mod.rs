//! What several test programs share: small catalogues and requests.
#![allow(dead_code, reason = "each test program uses its part")]

use jiff::civil::{Date, date};
use simplan::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, rates};
use simplan::domain::comparison::{Comparison, Offer};
use simplan::domain::money::Currency;
use simplan::domain::need::Need;
use simplan::domain::plan::Plan;
use simplan::domain::request::Request;
use simplan::domain::slug::Slug;
use simplan::domain::time::Stay;
use simplan::domain::volume::DataVolume;
use std::sync::Arc;

/// The day on which every test plays.
pub const TODAY: Date = date(2026, 11, 22);

/// The plans of a catalogue written as CSV.
pub fn plans(csv: &str) -> Vec<Arc<Plan>> {
    Catalogue::read(csv.as_bytes()).unwrap().plans
}

/// Morocco's.
pub fn morocco() -> Vec<Arc<Plan>> {
    Catalogue::read(BUILT_IN_PLANS).unwrap().plans
}

/// A request for a stay and a volume, in MAD with the built-in rates.
pub fn request(days: u64, data: &str) -> Request {
    let stay = Stay::from_days(days).unwrap();
    let need = Need::new(stay, DataVolume::parse(data).unwrap(), 0).unwrap();
    Request::new(need, currency("MAD"), rates::read(BUILT_IN_RATES).unwrap(), TODAY)
}

pub fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

pub fn slug(name: &str) -> Slug {
    Slug::parse(name).unwrap()
}

/// A basket in short: `sim:1 a:2 = 230.00 MAD`.
pub fn short(offer: &Offer) -> String {
    let items: Vec<_> =
        offer.basket.items().iter().map(|item| format!("{}:{}", item.plan.id, item.count)).collect();
    let at_least = if offer.basket.complete() { "" } else { "≥ " };
    format!("{} = {at_least}{}", items.join(" "), offer.basket.total())
}

/// All offers in short, the best first.
pub fn offers(comparison: &Comparison) -> Vec<String> {
    comparison.offers.iter().map(short).collect()
}

/// All refusals in short: `a: price-unknown`.
pub fn refusals(comparison: &Comparison) -> Vec<String> {
    comparison
        .refusals
        .iter()
        .map(|refusal| format!("{}: {}", refusal.plan.id, refusal.reason.code))
        .collect()
}

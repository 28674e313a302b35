//! What makes an answer doubtful: old prices and exchange rates.

use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::plan::{Plan, STALE_AFTER_DAYS};
use crate::domain::rates::Rate;
use crate::render::context::Context;
use jiff::civil::Date;

/// What makes the first offer doubtful: the age of its oldest price, and [`of_rates`].
pub fn of_first(first: Option<&Offer>, context: &Context<'_>) -> Vec<Error> {
    let today = context.request().today;
    let oldest = first.and_then(|first| first.basket.oldest()).and_then(|item| old_price(&item.plan, today));
    oldest.into_iter().chain(of_rates(first, context)).collect()
}

/// What makes the exchange rates doubtful: old or future ones behind the first offer, and any rate of the user that is
/// far from the one in the file.
pub fn of_rates(first: Option<&Offer>, context: &Context<'_>) -> Vec<Error> {
    let mut warnings = first.map(|first| doubts_of(first, context)).unwrap_or_default();
    for (own, of_file) in context.request().rates.implausible() {
        warnings.push(
            about_rate("rate-far-from-file", own)
                .with("rate", own.per_unit().to_string())
                .with("file_rate", of_file.per_unit().to_string()),
        );
    }
    warnings
}

fn doubts_of(first: &Offer, context: &Context<'_>) -> Vec<Error> {
    let today = context.request().today;
    let mut warnings = Vec::new();
    for rate in context.rates_used(&[first]) {
        let Some(date) = rate.date else { continue };
        if date.date() > today {
            warnings.push(about_rate("rate-of-the-future", rate).with("date", date.to_string()));
        } else if date.age_on(today) > STALE_AFTER_DAYS {
            let stale = about_rate("stale-rate", rate).with("date", date.to_string());
            warnings.push(stale.with("age_days", date.age_on(today)));
        }
    }
    warnings
}

/// A warning if the price of a plan is old or has no date.
pub fn old_price(plan: &Plan, today: Date) -> Option<Error> {
    if !plan.is_stale(today) {
        return None;
    }
    let Some(date) = plan.verified_on else { return Some(about_plan("stale-offer-undated", plan)) };
    let warning = about_plan("stale-offer", plan).with("verified_on", date.to_string());
    Some(warning.with("age_days", date.age_on(today)))
}

fn about_plan(code: &'static str, plan: &Plan) -> Error {
    Error::new(code).with("name", &*plan.name).with("plan", plan.id.as_str())
}

fn about_rate(code: &'static str, rate: &Rate) -> Error {
    Error::new(code).with("currency", rate.currency.code())
}

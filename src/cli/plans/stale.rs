//! `simplan plans stale`: which prices to check first.

use crate::ask::AskError;
use crate::ask::request::Basis;
use crate::ask::typical::decided;
use crate::cli::args::{Global, PlansStaleArgs};
use crate::cli::{Environment, Exit, input, output, resolve};
use crate::domain::duration::days;
use crate::domain::error::Error;
use crate::domain::plan::STALE_AFTER_DAYS;
use crate::domain::stale::StalePrices;
use crate::i18n::{Language, Messages, Topic};
use crate::render::plans::stale::{StaleDocument, USUAL_ROWS};

pub fn run(
    args: &PlansStaleArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let older_than = args.older_than.as_deref().map_or(Ok(STALE_AFTER_DAYS), age)?;
    let limit = args.limit.as_deref().map(|text| resolve::limit(text, "--limit")).transpose()?;
    let basis = Basis { today: resolve::today(global)?, rates: input::exchange_rates(None, global)? };
    let loaded = input::catalogue(global, environment)?;
    let plans = &loaded.catalogue.plans;
    let stale = StalePrices::new(plans, &decided(plans, &basis)?, older_than, basis.today);
    let messages = Messages::new(language, &[Topic::Answers]);
    let document = StaleDocument {
        stale: &stale,
        limit,
        room: USUAL_ROWS,
        today: basis.today,
        origin: &loaded.origin,
        messages: &messages,
    };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(if stale.prices.is_empty() { Exit::Nothing } else { Exit::Answer })
}

/// Reads an age in days.
fn age(text: &str) -> Result<u64, AskError> {
    let read = days(text, "older-than-form").map_err(|error| match error.code() {
        "days-unequal" => Error::new("older-than-form").with("value", text),
        _ => error,
    });
    read.map_err(|error| AskError::option("--older-than", error))
}

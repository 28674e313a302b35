//! `simplan cost`: the bill of the user's own basket, or of the cheapest offer.

use super::args::{CostArgs, Global};
use super::error::CliError;
use super::follow_up::follow_up;
use super::resolve::{self, Resolved};
use super::{Environment, Exit, input, orders, output};
use crate::domain::bill::{Bill, Verdict};
use crate::domain::comparison::{best, compare};
use crate::domain::error::Error;
use crate::domain::last_day::{LastDay, last_day};
use crate::domain::prepared::PreparedCatalogue;
use crate::i18n::{Language, Messages, Topic};
use crate::render::bill::BillDocument;
use crate::render::context::Context;
use std::ffi::OsString;

pub fn run(
    args: &CostArgs,
    global: &Global,
    language: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let loaded = input::catalogue(global, environment)?;
    let resolved = resolve::request(&args.request, global, &loaded.catalogue)?;
    let prepared = resolve::prepared(&loaded.catalogue.plans, &resolved.request)?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let bill = chosen(&args.basket, &prepared, &resolved, &messages)?;
    // A market that is too large to search has no cheapest basket.
    let market = best(&prepared, &resolved.question, 1).unwrap_or_default().into_iter().next();
    let last_day = last_day_of(&args.basket, &bill, &prepared, &resolved);
    let high = resolved.high_use(&prepared)?;
    let context = Context { high: high.as_ref(), ..resolved.context(&prepared, &messages) };
    let next = follow_up(line, "cost", "schedule", &args.basket);
    let document = BillDocument {
        bill: &bill,
        market: market.as_ref(),
        last_day: last_day.as_ref(),
        // A basket that does not last has no schedule to follow.
        next: matches!(bill.verdict, Verdict::Full { .. }).then_some(next.as_str()),
        context,
    };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::warn(&resolved.doubts, &messages, environment);
    output::warn_of_left_out(&bill.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    output::warn(&output::doubts_of_rates(Some(&bill.offer), &document.context), &messages, environment);
    Ok(if matches!(bill.verdict, Verdict::Full { .. }) { Exit::Answer } else { Exit::Nothing })
}

/// The bill of the named plans, or of the cheapest offer if none is named.
pub(super) fn chosen(
    names: &[String],
    prepared: &PreparedCatalogue,
    resolved: &Resolved,
    messages: &Messages,
) -> Result<Bill, CliError> {
    let question = &resolved.question;
    if names.is_empty() {
        let comparison = compare(prepared, question);
        return Bill::of_best(&comparison, question).ok_or_else(|| {
            let too_large = comparison.left_out.into_iter().next().map(|left_out| left_out.error);
            CliError::nothing(too_large.unwrap_or_else(|| Error::new("nothing-fits")))
        });
    }
    let order = orders::order(names, prepared, messages)?;
    Bill::new(&order, prepared, question).map_err(CliError::usage)
}

/// A shorter stay that would save a purchase of the cheapest offer. Beside a basket of the user's own it says nothing.
pub(super) fn last_day_of(
    names: &[String],
    bill: &Bill,
    prepared: &PreparedCatalogue,
    resolved: &Resolved,
) -> Option<LastDay> {
    if names.is_empty() { last_day(prepared, &resolved.question, &bill.offer) } else { None }
}

//! `simplan cost`: the bill of the user's own basket, or of the cheapest offer.

use super::args::{CostArgs, Global};
use super::follow_up::follow_up;
use super::{Environment, Exit, input, orders, output, resolve};
use crate::ask::Options;
use crate::ask::doubts;
use crate::ask::error::AskError;
use crate::ask::request::{self, Resolved};
use crate::ask::schedule::cheapest_bill;
use crate::domain::bill::{Bill, Verdict};
use crate::domain::comparison::{best, compare};
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
) -> Result<Exit, AskError> {
    let loaded = input::catalogue(global, environment)?;
    let basis = resolve::basis(&args.request.wishes, global)?;
    let asked =
        request::request(&Options::from((&args.request, &args.mine)), &basis, &loaded.catalogue.plans)?;
    let prepared = request::prepared(&loaded.catalogue.plans, &asked.request)?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let bill = chosen(&args.basket, &prepared, &asked, &messages)?;
    // A market that is too large to search has no cheapest basket.
    let market = best(&prepared, &asked.question, 1).unwrap_or_default().into_iter().next();
    let last_day = last_day_of(&args.basket, &bill, &prepared, &asked);
    let high = asked.high_use(&prepared)?;
    let context = Context { high: high.as_ref(), ..asked.context(&prepared, &messages) };
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
    output::warn(&asked.doubts, &messages, environment);
    output::warn_of_left_out(&bill.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    output::warn(&doubts::of_rates(Some(&bill.offer), &document.context), &messages, environment);
    Ok(if matches!(bill.verdict, Verdict::Full { .. }) { Exit::Answer } else { Exit::Nothing })
}

/// The bill of the named plans, or of the cheapest offer if none is named.
pub(super) fn chosen(
    names: &[String],
    prepared: &PreparedCatalogue,
    asked: &Resolved,
    messages: &Messages,
) -> Result<Bill, AskError> {
    let question = &asked.question;
    if names.is_empty() {
        return cheapest_bill(compare(prepared, question), question);
    }
    let order = orders::order(names, prepared, messages)?;
    Bill::new(&order, prepared, question).map_err(AskError::usage)
}

/// A shorter stay that would save a purchase of the cheapest offer. Beside a basket of the user's own it says nothing.
pub(super) fn last_day_of(
    names: &[String],
    bill: &Bill,
    prepared: &PreparedCatalogue,
    asked: &Resolved,
) -> Option<LastDay> {
    if names.is_empty() { last_day(prepared, &asked.question, &bill.offer) } else { None }
}

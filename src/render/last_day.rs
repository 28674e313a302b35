//! What the last day of a stay costs, in words and in JSON.

use super::context::Context;
use super::values::DecimalText;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::last_day::LastDay;
use crate::domain::money::Money;
use crate::i18n::MessageArg;
use serde::Serialize;

/// The sentence on what the last days cost beside a shorter stay.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn last_day_text(last: &LastDay, first: &Offer, context: &Context<'_>) -> Result<String, Error> {
    let messages = context.messages;
    let stay = u64::from(context.need().stay().days());
    let args = [
        ("count", MessageArg::from(stay - u64::from(last.days))),
        ("day", stay.into()),
        ("amount", messages.money(saving(last, first, context)?).into()),
        ("days", messages.days(last.days).into()),
        ("total", context.total(&last.offer.basket)?.into()),
    ];
    Ok(messages.tr_with("last-day", args))
}

/// How much less the shorter stay costs.
fn saving(last: &LastDay, first: &Offer, context: &Context<'_>) -> Result<Money, Error> {
    let whole = context.shown(first.basket.total())?;
    let shorter = context.shown(last.offer.basket.total())?;
    Ok(whole.checked_sub(shorter).unwrap_or(Money::zero(whole.currency())))
}

/// A shorter stay that saves a purchase.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct LastDayForm {
    /// The days of the shorter stay.
    days: u32,
    total: DecimalText,
    /// How much less it costs.
    saves: DecimalText,
}

/// The shorter stay for JSON.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn last_day_form(
    last: &LastDay,
    first: &Offer,
    context: &Context<'_>,
) -> Result<LastDayForm, Error> {
    Ok(LastDayForm {
        days: last.days,
        total: context.shown(last.offer.basket.total())?.into(),
        saves: saving(last, first, context)?.into(),
    })
}

//! What the user has already, beside the offers.

use super::basket::shopping_list;
use super::context::Context;
use super::forms::{OfferForm, offer_form};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::rates::Exact;
use serde::Serialize;

/// The sentence on what the user has already, if it is not the best: what it costs, or that it is not enough.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn mine_text(offers: &[Offer], context: &Context<'_>) -> Result<Option<String>, Error> {
    let messages = context.messages;
    let Some(mine) = &context.request().mine else { return Ok(None) };
    let Some(first) = offers.first().filter(|first| !context.is_mine(first)) else { return Ok(None) };
    let Some(offer) = offers.iter().find(|offer| context.is_mine(offer)) else {
        return Ok(Some(messages.tr_with("mine-not-enough", [("mine", mine.name.as_ref())])));
    };
    let args = [
        ("basket", shopping_list(&offer.basket, context)?),
        ("total", context.short_total(&offer.basket)?),
        ("more", messages.short_money(context.shown(excess(offer, first))?)),
    ];
    Ok(Some(messages.tr_with("mine-dearer", args)))
}

/// How much more an offer costs than the first one.
fn excess(offer: &Offer, first: &Offer) -> Exact {
    Exact::from_units(offer.basket.total().units().saturating_sub(first.basket.total().units()))
}

/// What the user has already.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MineForm<'a> {
    /// What it costs; `null` if it is not enough.
    offer: Option<OfferForm<'a>>,
    /// How much more that is than the first offer.
    more: Option<String>,
}

pub(super) fn mine_form<'a>(
    offers: &'a [Offer],
    context: &Context<'_>,
) -> Result<Option<MineForm<'a>>, Error> {
    if context.request().mine.is_none() {
        return Ok(None);
    }
    let ranked = (1..).zip(offers).find(|(_, offer)| context.is_mine(offer));
    let (Some((rank, offer)), Some(first)) = (ranked, offers.first()) else {
        return Ok(Some(MineForm { offer: None, more: None }));
    };
    Ok(Some(MineForm {
        offer: Some(offer_form(offer, Some(rank), context)?),
        more: Some(context.shown(excess(offer, first))?.amount_text()),
    }))
}

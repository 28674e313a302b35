//! What to know beside the offers, a line each: what is one change away from the first one, why nothing fits on the user's
//! own SIM, and the next step.

use super::basket::joined;
use super::block::Block;
use super::context::Context;
use super::explain::reasons_counted;
use super::first_offer::{offer_text, total_text};
use super::forms::{ChangeForm, OfferForm, change_form, offer_form};
use crate::domain::alternatives::{Alternative, Fallback};
use crate::domain::change::{Change, Setting};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::last_day::LastDay;
use crate::domain::refusal::Code;
use crate::domain::slug::Slug;
use crate::domain::what_if::Reach;
use crate::i18n::{ChangedOption, Messages};
use serde::Serialize;
use std::collections::BTreeMap;

/// What to know beside the offers.
#[derive(Clone, Debug, Default)]
pub struct Advice {
    /// Offers after one change to the request.
    pub alternatives: Vec<Alternative>,
    /// The offer without a plan whose price is doubtful.
    pub fallback: Option<Fallback>,
    /// A shorter stay that would save a purchase of the first offer.
    pub last_day: Option<LastDay>,
    /// How far the data may move before the first offer is not the cheapest any more.
    pub reach: Option<Reach>,
    /// The user's own SIMs, if nothing fits on them.
    pub own_sims: Option<OwnSims>,
    /// The command for the next step.
    pub next: Option<String>,
}

/// The lines of the user's own SIMs, on which nothing fits.
#[derive(Clone, Debug)]
pub struct OwnSims {
    /// The lines.
    pub lines: Vec<Slug>,
    /// How many of their plans were refused for each reason.
    pub refused: BTreeMap<Code, usize>,
}

impl Advice {
    /// The sentence on why nothing fits on the user's own SIMs.
    pub(super) fn own_sims_text(&self, messages: &Messages) -> Option<String> {
        let own = self.own_sims.as_ref()?;
        let reasons = reasons_counted(&own.refused, messages);
        Some(messages.tr_with("own-sims-nothing", [("lines", joined(&own.lines)), ("reasons", reasons)]))
    }

    /// A line for each offer, with all that leads to it; `has_baskets` is whether it says what to buy, and `has_options`
    /// whether changes are named as options.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub(super) fn lines(
        &self,
        has_baskets: bool,
        has_options: bool,
        context: &Context<'_>,
    ) -> Result<Vec<String>, Error> {
        let messages = context.messages;
        let mut offers: Vec<(&Offer, Vec<String>)> = Vec::new();
        for (offer, condition) in self.conditions(has_options, context) {
            match offers.iter_mut().find(|(known, _)| known.basket == offer.basket) {
                Some((_, conditions)) => conditions.push(condition),
                None => offers.push((offer, vec![condition])),
            }
        }
        let lines = offers.into_iter().map(|(offer, conditions)| {
            let either = conditions.into_iter().reduce(|first, second| {
                messages.tr_with("alternative-either", [("first", first), ("second", second)])
            });
            let offer = if has_baskets { offer_text(offer, context)? } else { total_text(offer, context)? };
            let args = [("condition", either.unwrap_or_default()), ("offer", offer)];
            Ok(capitalised(&messages.tr_with("alternative", args)))
        });
        lines.collect()
    }

    fn conditions(&self, has_options: bool, context: &Context<'_>) -> Vec<(&Offer, String)> {
        let messages = context.messages;
        let changed = self.alternatives.iter().map(|alternative| {
            let condition = messages.tr(&format!("alternative-{}", condition_key(&alternative.change)));
            if !has_options {
                return (&alternative.offer, condition);
            }
            let ChangedOption { text, is_left_out } = ChangedOption::new(&alternative.change);
            let key = if is_left_out { "alternative-without" } else { "alternative-with" };
            (&alternative.offer, messages.tr_with(key, [("condition", condition), ("option", text)]))
        });
        let gone = self.fallback.iter().map(|fallback| {
            let args = [("plan", &*fallback.without.name)];
            (&fallback.offer, messages.tr_with("alternative-gone", args))
        });
        changed.chain(gone).collect()
    }
}

/// The line with the next step; nothing without one.
pub(super) fn next_step(command: Option<&str>, messages: &Messages) -> Option<Block> {
    command.map(|command| Block::Aside(messages.tr_with("next-step", [("command", command)])))
}

/// The end of the key of a change's message: its option, and its value if the words depend on it.
fn condition_key(change: &Change) -> String {
    match change.option() {
        (name @ "form", Setting::To(form)) => format!("{name}-{form}"),
        (name, _) => name.to_owned(),
    }
}

/// The text with its first letter in upper case. Chinese has no such letters.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// An offer after one change to the question.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct AlternativeForm<'a> {
    /// The change.
    with: ChangeForm,
    offer: OfferForm<'a>,
}

/// The next offer without a doubtful plan.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct FallbackForm<'a> {
    /// The id of the plan whose price is stale or unsure.
    without: &'a str,
    offer: OfferForm<'a>,
}

pub(super) fn alternative_forms<'a>(
    advice: &'a Advice,
    context: &Context<'_>,
) -> Result<Vec<AlternativeForm<'a>>, Error> {
    let forms = advice.alternatives.iter().map(|Alternative { change, offer }| {
        Ok(AlternativeForm { with: change_form(change), offer: offer_form(offer, None, context)? })
    });
    forms.collect()
}

pub(super) fn fallback_form<'a>(
    advice: &'a Advice,
    context: &Context<'_>,
) -> Result<Option<FallbackForm<'a>>, Error> {
    let form = advice.fallback.as_ref().map(|Fallback { without, offer }| {
        Ok(FallbackForm { without: without.id.as_str(), offer: offer_form(offer, None, context)? })
    });
    form.transpose()
}

//! What is said of the first offer: the sentence that answers the question, how old and how sure its prices are, what
//! comes with it, and the notes of its plans.

use super::age::age_text;
use super::basket::{nothing_to_buy, renewals, shopping_list};
use super::context::Context;
use crate::domain::alternatives::needs_esim;
use crate::domain::basket::{Basket, Item};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::{Currency, Money};
use crate::domain::plan::{Confidence, Plan};
use crate::domain::word::Word;
use crate::i18n::Messages;
use std::collections::BTreeMap;

/// The sentence that names the best offer.
///
/// # Errors
/// `amount-too-large`, `date-out-of-range`.
pub(super) fn best_sentence<'a>(offer: &'a Offer, context: &Context<'a>) -> Result<String, Error> {
    let basket = &offer.basket;
    if basket.items().is_empty() {
        return Ok(nothing_to_buy(context.need().data(), context));
    }
    let args = [
        ("need", context.need_text()),
        ("offer", offer_text(offer, context)?),
        ("renewals", renewals(offer, context)?),
    ];
    let key = if basket.is_over_two_lines() { "answer-best-on-two-sims" } else { "answer-best" };
    Ok(context.messages.tr_with(key, args))
}

/// An offer in a sentence: `inwi, Pack eSIM 20 Go, 120 MAD`. A basket over two lines names the seller of each part
/// itself.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn offer_text(offer: &Offer, context: &Context<'_>) -> Result<String, Error> {
    let args = [
        ("seller", context.seller(&offer.operators)),
        ("basket", shopping_list(&offer.basket, context)?),
        ("total", context.short_total(&offer.basket)?),
    ];
    let key = if offer.basket.is_over_two_lines() { "offer-on-two-sims" } else { "offer" };
    Ok(context.messages.tr_with(key, args))
}

/// An offer in a sentence without its basket: `inwi, 120 MAD`.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn total_text(offer: &Offer, context: &Context<'_>) -> Result<String, Error> {
    let args = [("seller", context.seller(&offer.operators)), ("total", context.short_total(&offer.basket)?)];
    Ok(context.messages.tr_with("offer-in-short", args))
}

/// Sentences on how far the prices of a basket can be relied on, and what comes with it; `None` without purchases.
pub(super) fn remarks(offer: &Offer, context: &Context<'_>) -> Option<String> {
    let basket = &offer.basket;
    if basket.items().is_empty() {
        return None;
    }
    let messages = context.messages;
    let mut sentences = reliability(basket, context);
    let credits: Vec<String> =
        credits(basket).into_iter().map(|credit| messages.short_money(credit)).collect();
    if !credits.is_empty() {
        sentences.push(messages.tr_with("first-credit", [("amount", credits.join(" + "))]));
    }
    if needs_esim(offer) {
        sentences.push(messages.tr("first-needs-esim"));
    }
    Some(sentences.join(&messages.tr("sentence-separator")))
}

/// How old and how sure the prices are: of all plans together if they are alike, else of the oldest one, and of the
/// least sure one.
fn reliability(basket: &Basket, context: &Context<'_>) -> Vec<String> {
    let messages = context.messages;
    let today = context.request().today;
    let items = basket.items();
    let (Some(oldest), Some(least_sure)) =
        (basket.oldest(), items.iter().min_by_key(|item| confidence(item)))
    else {
        return Vec::new();
    };
    let are_alike =
        items.iter().all(|item| age_and_confidence(&item.plan) == age_and_confidence(&oldest.plan));
    let of = match items {
        [_] => "one",
        _ if are_alike => "all",
        _ => "oldest",
    };
    let key = if oldest.plan.verified_on.is_some() { "first-seen" } else { "first-undated" };
    let args = [
        ("of", of.to_owned()),
        ("plan", oldest.plan.name.to_string()),
        ("age", age_text(oldest.plan.verified_on, today, messages)),
        ("confidence", confidence_text(confidence(oldest), messages)),
    ];
    let mut sentences = vec![messages.tr_with(key, args)];
    if confidence(least_sure) != confidence(oldest) {
        let least = confidence_text(confidence(least_sure), messages);
        let args = [("plan", least_sure.plan.name.to_string()), ("confidence", least)];
        sentences.push(messages.tr_with("first-least-sure", args));
    }
    if basket.is_stale(today) {
        sentences.push(messages.tr("first-stale"));
    }
    sentences
}

fn confidence(item: &Item) -> Option<Confidence> {
    item.plan.confidence
}

fn age_and_confidence(plan: &Plan) -> (Option<String>, Option<Confidence>) {
    (plan.verified_on.map(|date| date.to_string()), plan.confidence)
}

/// The confidence in words: `medium confidence`.
fn confidence_text(confidence: Option<Confidence>, messages: &Messages) -> String {
    messages.tr(&format!("confidence-{}", confidence.map_or("unknown", Word::word)))
}

/// The call credit that comes with a basket, one sum for each currency.
fn credits(basket: &Basket) -> Vec<Money> {
    let mut sums: BTreeMap<Currency, Money> = BTreeMap::new();
    for item in basket.items() {
        let Some(credit) = item.plan.credit.and_then(|credit| credit.checked_mul(item.count).ok()) else {
            continue;
        };
        let before = sums.get(&credit.currency()).copied().unwrap_or(Money::zero(credit.currency()));
        if let Ok(sum) = before.checked_add(credit) {
            sums.insert(credit.currency(), sum);
        }
    }
    sums.into_values().filter(|sum| !sum.is_zero()).collect()
}

/// The notes of the plans, each once, with the name of its plan if the basket has several.
pub(super) fn notes(basket: &Basket, context: &Context<'_>) -> Vec<String> {
    let messages = context.messages;
    let is_one = basket.items().len() == 1;
    let mut notes = Vec::new();
    for Item { plan, .. } in basket.items() {
        let Some(note) = plan.note.as_deref() else { continue };
        let text = messages.catalogue_text(note);
        let labelled = messages.tr_with("labelled", [("title", &*plan.name), ("text", &text)]);
        notes.push(if is_one { text } else { labelled });
    }
    notes
}

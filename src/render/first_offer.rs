//! What is said of the first offer: the sentence that answers the question, how old and how sure its prices are, what
//! comes with it, and the notes of its plans.

use super::age::age_text;
use super::basket::{nothing_to_buy, renewals, shopping_list};
use super::context::Context;
use crate::domain::alternatives::needs_esim;
use crate::domain::basket::{Basket, Item};
use crate::domain::comparison::Offer;
use crate::domain::currency::Currency;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::plan::{Confidence, Plan};
use crate::domain::volume::DataVolume;
use crate::domain::what_if::Reach;
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
    let key = if basket.is_over_two_lines() {
        "answer-best-on-two-sims"
    } else if context.is_mine(offer) {
        "answer-keep"
    } else {
        "answer-best"
    };
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

/// The sentence on what is left on the user's SIM before the first purchase, and when to change SIMs; `None` if nothing is.
///
/// # Errors
/// `date-out-of-range`.
pub(super) fn left_text(offer: &Offer, context: &Context<'_>) -> Result<Option<String>, Error> {
    let messages = context.messages;
    let Some(initial) = &context.question.initial else { return Ok(None) };
    if offer.basket.items().is_empty() || offer.basket.initial().is_zero() {
        return Ok(None);
    }
    let is_other = offer.lines.iter().any(|line| *line != initial.line);
    let key = if is_other { "answer-left-other" } else { "answer-left" };
    let until = messages.when(&context.when(offer.basket.initial())?);
    let args = [
        ("own", context.seller_of(&initial.line)),
        ("until", until),
        ("other", context.seller(&offer.operators)),
    ];
    Ok(Some(messages.tr_with(key, args)))
}

/// The sentence on how far the data may move before another offer is the cheapest: `Cheapest from 18.4 to 20 GB.`
/// `None` if it may move without limit. The least data is a kB above the point at which another offer ends; that point
/// is shorter to read.
pub(super) fn reach_text(reach: Reach, context: &Context<'_>) -> Option<String> {
    let messages = context.messages;
    let below = reach.from.and_then(|from| from.checked_sub(DataVolume::from_kb(1)));
    let key = match (reach.from, reach.to) {
        (None, None) => return None,
        (Some(_), None) => "reach-from",
        (None, Some(_)) => "reach-to",
        (Some(_), Some(_)) => "reach-between",
    };
    let args = [
        ("from", below.map(|volume| messages.volume(volume)).unwrap_or_default()),
        ("to", reach.to.map(|volume| messages.volume(volume)).unwrap_or_default()),
    ];
    Some(messages.tr_with(key, args))
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
        sentences.push(messages.tr_with("first-stale", [("of", of)]));
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

/// The notes of the plans, each once, with the names of its plans unless it is about all of the basket.
pub(super) fn notes(basket: &Basket, context: &Context<'_>) -> Vec<String> {
    let messages = context.messages;
    let mut notes: Vec<(&str, Vec<&str>)> = Vec::new();
    for Item { plan, .. } in basket.items() {
        let Some(note) = plan.note.as_deref() else { continue };
        match notes.iter_mut().find(|(known, _)| *known == note) {
            Some((_, plans)) => plans.push(&plan.name),
            None => notes.push((note, vec![&plan.name])),
        }
    }
    let is_of_all = notes.len() == 1 && notes[0].1.len() == basket.items().len();
    let texts = notes.into_iter().map(|(note, plans)| {
        let text = messages.catalogue_text(note);
        let labelled =
            messages.tr_with("labelled", [("title", messages.list(&plans)), ("text", text.clone())]);
        if is_of_all { text } else { labelled }
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Calendar;
    use crate::domain::change::DataWords;
    use crate::domain::comparison::compare;
    use crate::domain::request::Question;
    use crate::domain::testing::{prepared, question, request};
    use crate::guide::situation::State;
    use crate::i18n::{Language, Topic};

    /// What is said of the first offer of some plans.
    fn said(plans: &[&str], asked: &Question, say: fn(&Offer, &Context<'_>) -> Vec<String>) -> Vec<String> {
        let prepared = prepared(plans, request());
        let messages = Messages::new(Language::En, &[Topic::Answers]);
        let context = Context {
            prepared: &prepared,
            question: asked,
            words: DataWords::Total,
            calendar: &Calendar::Days,
            high: None,
            state: State::Active,
            messages: &messages,
        };
        say(&compare(&prepared, asked).offers[0], &context)
    }

    #[track_caller]
    fn check(plans: &[&str], expected: &str) {
        let asked = question("10d 10GB");
        let remarks = said(plans, &asked, |offer, context| remarks(offer, context).into_iter().collect());
        assert_eq!(remarks, [expected], "{plans:?}");
    }

    #[test]
    fn one_price() {
        check(&["a pass 5 10GB 10d sure:high"], "Price seen today, high confidence.");
        check(&["a pass 5 10GB 10d sure:high seen:2026-06-01"], "Price seen 5 months ago, high confidence.");
        let old = "Price seen 7 months ago, medium confidence. It may have changed: ask before you pay.";
        check(&["a pass 5 10GB 10d sure:medium seen:2026-04-20"], old);
        let undated = "Price of unknown date, confidence unknown. It may have changed: ask before you pay.";
        check(&["a pass 5 10GB 10d seen:?"], undated);
    }

    #[test]
    fn several_prices_are_as_old_as_the_oldest_and_as_sure_as_the_least_sure() {
        let alike = ["s sim 5 sure:low", "a pass 5 10GB 10d sure:low"];
        check(&alike, "Prices seen today, low confidence.");
        let older = ["s sim 5 sure:low seen:2026-10-26", "a pass 5 10GB 10d sure:high"];
        check(&older, "Oldest price (s) seen 30 days ago, low confidence.");
        let other = ["s sim 5 sure:low", "a pass 5 10GB 10d sure:high seen:2026-10-26"];
        check(&other, "Oldest price (a) seen 30 days ago, high confidence. Least sure: s, low confidence.");
    }

    #[test]
    fn what_comes_with_it() {
        let credit = ["s sim 5 sure:high credit:20", "a pass 5 5GB 10d sure:high credit:2.50"];
        check(&credit, "Prices seen today, high confidence. With 25 MAD of call credit.");
        let esim = "Price seen today, high confidence. Needs an eSIM phone.";
        check(&["a tourist 5 10GB 10d sure:high form:esim"], esim);
        check(&["a esim 5 10GB 10d sure:high"], esim);
        check(&["a tourist 5 10GB 10d sure:high form:both"], "Price seen today, high confidence.");
    }

    #[track_caller]
    fn check_notes(plans: &[&str], expected: &[&str]) {
        let notes = said(plans, &question("10d 10GB"), |offer, context| notes(&offer.basket, context));
        assert_eq!(notes, expected);
    }

    #[test]
    fn each_note_is_said_once() {
        // What the catalogue says in words of its own is quoted.
        check_notes(&["a pass 5 10GB 10d note:x"], &["“x”"]);
        check_notes(&["s sim 5", "a pass 5 10GB 10d note:x"], &["a: “x”"]);
        check_notes(&["s sim 5 note:x", "a pass 5 10GB 10d note:x"], &["“x”"]);
        check_notes(&["s sim 5 note:y", "a pass 5 10GB 10d note:x"], &["s: “y”", "a: “x”"]);
        check_notes(&["a pass 5 10GB 10d"], &[]);
    }
}

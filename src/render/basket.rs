//! Baskets in words: the shopping list, the renewals, and the exchange rates behind the prices.

use super::context::Context;
use crate::domain::basket::{Basket, Item};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::plan::{Allowance, Plan};
use crate::domain::rates::Rate;
use crate::domain::slug::Slug;
use crate::domain::volume::DataVolume;
use crate::i18n::{MessageArg, Messages};
use std::fmt::Write;

/// From this many renewals on, a sentence names only the day of the first one.
const MANY: usize = 5;

/// How often to renew and on which days, or how often a contract is billed.
///
/// # Errors
/// `date-out-of-range`.
pub(super) fn renewals<'a>(offer: &'a Offer, context: &Context<'a>) -> Result<String, Error> {
    let messages = context.messages;
    let Ok(schedule) = context.schedule(offer) else {
        let count = offer.basket.purchases().saturating_sub(1);
        return Ok(messages.tr_with("renew-count", [("count", count)]));
    };
    if let Some(bills) = schedule.bills() {
        return Ok(messages.tr_with("billed", [("count", bills)]));
    }
    let count = ("count", MessageArg::from(schedule.renewals().count()));
    let first = schedule.renewals().take(MANY);
    let mut days = first
        .map(|purchase| Ok(messages.ordinal_day(context.when(purchase.starts)?.day)))
        .collect::<Result<Vec<_>, Error>>()?;
    days.dedup();
    Ok(match days.as_slice() {
        [] => messages.tr("renew-never"),
        [day] => messages.tr_with("renew-once", [("day", day.as_str())]),
        [first, ..] if days.len() == MANY => {
            messages.tr_with("renew-often", [count, ("day", first.as_str().into())])
        }
        _ => messages.tr_with("renew-on-days", [count, ("days", messages.list_in_sentence(&days).into())]),
    })
}

/// The sentence for a stay and its `data` that the initial balance covers.
pub(super) fn nothing_to_buy(data: DataVolume, context: &Context<'_>) -> String {
    let messages = context.messages;
    match context.initial() {
        Some(Allowance::Volume(left)) => {
            let spare = left.checked_sub(data).unwrap_or_default();
            messages.tr_with("schedule-nothing", [("data", messages.volume(spare))])
        }
        _ => messages.tr("schedule-nothing-unlimited"),
    }
}

/// The exchange rates that the prices of these offers were converted with; `None` if none was.
pub(super) fn rates_line(offers: &[&Offer], context: &Context<'_>) -> Option<String> {
    let messages = context.messages;
    let base = context.request().rates.base();
    let rates = context.rates_used(offers);
    let texts: Vec<_> = rates.iter().map(|rate| rate_text(rate, base.code(), messages)).collect();
    (!texts.is_empty()).then(|| messages.tr_with("footer-rates", [("rates", messages.list(&texts))]))
}

/// A basket as a shopping list: `SIM 30 + 2 × Pass Internet Jawal 100 DH (*3)`. Over two lines it says what goes on which:
/// `inwi (SIM 20 + Pass A) + Orange (SIM 20 + Pass B)`.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn shopping_list(basket: &Basket, context: &Context<'_>) -> Result<String, Error> {
    if !basket.is_over_two_lines() {
        return items_list(basket.items().iter(), context);
    }
    let mut lines: Vec<(&Slug, &Slug)> = Vec::new();
    for plan in basket.items().iter().map(|item| &item.plan) {
        if !lines.iter().any(|(line, _)| **line == plan.line) {
            lines.push((&plan.line, &plan.operator));
        }
    }
    let is_one_seller = lines.iter().all(|(_, operator)| *operator == lines[0].1);
    let parts = lines.iter().map(|(line, operator)| {
        let sim = if is_one_seller { line.to_string() } else { context.seller(&[Slug::clone(operator)]) };
        let of_line = basket.items().iter().filter(|item| item.plan.line == **line);
        Ok(context
            .messages
            .tr_with("items-of-line", [("line", sim), ("items", items_list(of_line, context)?)]))
    });
    Ok(parts.collect::<Result<Vec<_>, Error>>()?.join(" + "))
}

fn items_list<'b>(items: impl Iterator<Item = &'b Item>, context: &Context<'_>) -> Result<String, Error> {
    let parts: Result<Vec<_>, _> = items.map(|item| shopping_item(item, context)).collect();
    Ok(parts?.join(" + "))
}

fn shopping_item(item: &Item, context: &Context<'_>) -> Result<String, Error> {
    let text = item_text(item, context)?;
    let is_counted = item.count > 1;
    Ok(if is_counted { format!("{} × {text}", item.count) } else { text })
}

/// What is bought, without how often: `SIM 30`, `Pass Internet Jawal 100 DH (*3)`.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn item_text(item: &Item, context: &Context<'_>) -> Result<String, Error> {
    let messages = context.messages;
    if item.plan.is_sim() && !item.plan.carries_data() {
        let price = context.shown_if_known(item.price)?;
        let amount = price.map_or_else(|| "?".to_owned(), |price| messages.short_amount(price));
        return Ok(messages.tr_with("sim-item", [("amount", amount)]));
    }
    name_with_fee(item, context)
}

/// The name with its star code, and with its activation fee if there is one or it is unknown.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn name_with_fee(item: &Item, context: &Context<'_>) -> Result<String, Error> {
    let messages = context.messages;
    let mut text = name_with_code(&item.plan);
    let fee = context.shown_if_known(item.fee)?;
    if fee.is_none_or(|fee| !fee.is_zero()) {
        let amount = fee.map_or_else(|| "?".to_owned(), |fee| messages.short_amount(fee));
        text += &format!(" + {}", messages.tr_with("fee", [("amount", amount)]));
    }
    Ok(text)
}

/// The name as sold, with the star code if there is one that the name does not have.
pub(super) fn name_with_code(plan: &Plan) -> String {
    match plan.star_code() {
        Some(code) if !plan.name.contains(code) => format!("{} ({code})", plan.name),
        _ => plan.name.to_string(),
    }
}

/// A basket for scripts: `maroc-telecom-jawal-sim:1 maroc-telecom-star3-100:2`.
pub(super) fn machine_basket(basket: &Basket) -> String {
    let mut text = String::new();
    push_plans(&mut text, basket, " ", 1);
    text
}

/// Appends the plans of a basket for scripts. Those that are bought `least` times or more have their count.
pub(super) fn push_plans(text: &mut String, basket: &Basket, separator: &str, least: u64) {
    for (index, item) in basket.items().iter().enumerate() {
        text.push_str(if index == 0 { "" } else { separator });
        text.push_str(item.plan.id.as_str());
        if item.count >= least {
            // Writing to a string does not fail.
            let _ = write!(text, ":{}", item.count);
        }
    }
}

/// The lines or operators of a basket: `inwi-prepaid+orange-prepaid`.
pub(super) fn joined(names: &[Slug]) -> String {
    names.iter().map(Slug::as_str).collect::<Vec<_>>().join("+")
}

fn rate_text(rate: &Rate, base: &str, messages: &Messages) -> String {
    let per_unit = messages.decimal(&rate.per_unit().to_string());
    let date = rate.date.map(|date| messages.date(&date.to_string()));
    let key = if date.is_some() { "footer-rate" } else { "footer-rate-own" };
    let args = [
        ("currency", rate.currency.code()),
        ("rate", &per_unit),
        ("base", base),
        ("date", date.as_deref().unwrap_or_default()),
    ];
    messages.tr_with(key, args)
}

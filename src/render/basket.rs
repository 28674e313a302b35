//! Baskets in words: the shopping list, the total, how often to renew, the rates behind the prices.

use crate::domain::basket::{Basket, Item};
use crate::domain::comparison::{Offer, rates_used};
use crate::domain::plan::{Allowance, Plan};
use crate::domain::rates::Rate;
use crate::domain::request::Request;
use crate::domain::schedule::Schedule;
use crate::domain::slug::Slug;
use crate::i18n::{MessageArg, Messages};

/// From so many renewals on only the first is dated in a sentence.
const MANY: usize = 5;

/// How often to renew, and on which days.
pub(super) fn renewals(basket: &Basket, request: &Request, messages: &Messages) -> String {
    let Ok(schedule) = Schedule::of(basket, &request.need, request.left.as_ref()) else {
        return messages.tr_with("renew-count", [("count", basket.renewals())]);
    };
    let count = ("count", MessageArg::from(schedule.renewals().count()));
    let days: Vec<_> = schedule
        .renewals()
        .take(MANY)
        .map(|purchase| request.need.day_after(purchase.starts).to_string())
        .collect();
    match days.as_slice() {
        [] => messages.tr("renew-never"),
        [day] => messages.tr_with("renew-once", [("day", day.as_str())]),
        [first, ..] if days.len() == MANY => {
            messages.tr_with("renew-often", [count, ("day", first.as_str().into())])
        }
        _ => messages.tr_with("renew-on-days", [count, ("days", messages.list(&days).into())]),
    }
}

/// What is said where what is left on the user's SIM is enough.
pub(super) fn nothing_to_buy(request: &Request, messages: &Messages) -> String {
    let spare = match request.data_left() {
        Some(Allowance::Volume(left)) => {
            messages.volume(left.checked_sub(request.need.data()).unwrap_or_default())
        }
        _ => messages.tr("unlimited"),
    };
    messages.tr_with("schedule-nothing", [("data", spare)])
}

/// The rates that prices of these offers were converted with; `None` where none was.
pub(super) fn rates_line(offers: &[Offer], request: &Request, messages: &Messages) -> Option<String> {
    let rates = rates_used(offers, request);
    let base = request.rates.base();
    let texts: Vec<_> = rates.iter().map(|rate| rate_text(rate, base.code(), messages)).collect();
    (!texts.is_empty()).then(|| messages.tr_with("footer-rates", [("rates", messages.list(&texts))]))
}

/// A basket as a shopping list: `SIM 30 + 2 × Pass Internet Jawal 100 DH (*3)`.
pub(super) fn shopping_list(basket: &Basket, messages: &Messages) -> String {
    let parts: Vec<_> = basket.items().iter().map(|item| shopping_item(item, messages)).collect();
    parts.join(" + ")
}

fn shopping_item(item: &Item, messages: &Messages) -> String {
    if item.plan.is_sim() && !item.plan.carries_data() {
        let amount = item.unit_price.map_or_else(|| "?".to_owned(), |price| messages.short_amount(price));
        return messages.tr_with("sim-item", [("amount", amount)]);
    }
    let mut text = String::new();
    if item.count > 1 {
        text += &format!("{} × ", item.count);
    }
    text += &name_with_code(&item.plan);
    if !item.fee.is_zero() {
        let fee = messages.tr_with("fee", [("amount", messages.short_amount(item.fee))]);
        text += &format!(" + {fee}");
    }
    text
}

/// The name as sold, with the star code where it is bought by one that the name does not have.
pub(super) fn name_with_code(plan: &Plan) -> String {
    match plan.star_code() {
        Some(code) if !plan.name.contains(code) => format!("{} ({code})", plan.name),
        _ => plan.name.to_string(),
    }
}

/// For scripts: `maroc-telecom-jawal-sim:1 maroc-telecom-star3-100:2`.
pub(super) fn machine_basket(basket: &Basket) -> String {
    let parts: Vec<_> =
        basket.items().iter().map(|item| format!("{}:{}", item.plan.id, item.count)).collect();
    parts.join(" ")
}

/// Names of a basket over several lines: `inwi-prepaid+orange-prepaid`.
pub(super) fn joined(names: &[Slug]) -> String {
    names.iter().map(Slug::as_str).collect::<Vec<_>>().join("+")
}

/// The total, marked where it is only a lower bound.
pub(super) fn total(basket: &Basket, messages: &Messages) -> String {
    let amount = messages.money(basket.total());
    if basket.complete() { amount } else { messages.tr_with("at-least", [("amount", amount)]) }
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

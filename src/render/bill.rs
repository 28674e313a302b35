//! The answer of `cost`: the bill line by line, whether the basket lasts, and the cheapest one beside it.

use super::basket::{name_with_code, rates_line, shopping_list, total};
use super::block::{Block, Tone};
use super::document::Document;
use super::forms::{NeedForm, OfferForm, RateForm, need_form, offer_form, rate_forms};
use super::grid::{Grid, Shape};
use crate::domain::bill::{Bill, Coverage};
use crate::domain::figure::Error;
use crate::domain::money::Money;
use crate::domain::request::Request;
use crate::domain::volume::DataVolume;
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;
use std::slice;

/// A bill, and the language in which it is shown.
#[derive(Clone, Copy)]
pub struct BillDocument<'a> {
    /// What is bought and how long it lasts.
    pub bill: &'a Bill,
    /// What was asked.
    pub request: &'a Request,
    /// The language.
    pub messages: &'a Messages,
}

impl Document for BillDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        Ok(vec![
            Block::Sentences(Tone::Strong, vec![title(self.request, self.messages)]),
            Block::Table(shown_grid(self.bill, self.messages)?),
            Block::Sentences(Tone::Plain, lines(self.bill, self.request, self.messages)),
        ])
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(keyed_grid(self.bill))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let (bill, request) = (self.bill, self.request);
        let need = &request.need;
        let mut form = BillForm {
            schema: "simplan/cost/1",
            today: request.today.to_string(),
            currency: request.currency.code(),
            need: need_form(need),
            rates: rate_forms(slice::from_ref(&bill.offer), request),
            basket: offer_form(&bill.offer, None, request)?,
            lasts: None,
            short_days: None,
            short_mb: None,
            short_minutes: None,
            spare_days: None,
            cheapest: bill.cheapest.as_ref().map(|offer| offer_form(offer, None, request)).transpose()?,
            difference: bill.cheapest.as_ref().map(|offer| {
                let (sign, amount) = difference(bill.offer.basket.total(), offer.basket.total());
                format!("{}{}", if sign == "more" { "-" } else { "" }, amount.amount_text())
            }),
        };
        match &bill.lasting {
            Coverage::Lasts { spare } => {
                form.lasts = Some(true);
                form.spare_days = Some(need.days(*spare).to_string());
            }
            Coverage::FallsShort { time, data, minutes } => {
                form.lasts = Some(false);
                form.short_days = Some(need.days_up(*time).to_string());
                form.short_mb = data.map(DataVolume::in_mb);
                form.short_minutes = Some(*minutes);
            }
            Coverage::Unknown(_) => {}
        }
        Ok(form)
    }
}

#[derive(Serialize)]
struct BillForm<'a> {
    schema: &'static str,
    today: String,
    currency: &'static str,
    need: NeedForm,
    rates: Vec<RateForm>,
    basket: OfferForm<'a>,
    lasts: Option<bool>,
    short_days: Option<String>,
    short_mb: Option<String>,
    short_minutes: Option<u64>,
    spare_days: Option<String>,
    cheapest: Option<OfferForm<'a>>,
    /// What the basket costs more than the cheapest one, negative where it costs less.
    difference: Option<String>,
}

fn title(request: &Request, messages: &Messages) -> String {
    let need = &request.need;
    let args = [("days", messages.days(need.stay().days())), ("data", messages.volume(need.data()))];
    messages.tr_with("bill-title", args)
}

/// The lines of the bill for people, then its total.
fn shown_grid(bill: &Bill, messages: &Messages) -> Result<Grid, Error> {
    let heads = [
        ("column-name", Shape::Text),
        ("column-price", Shape::Figure),
        ("column-count", Shape::Figure),
        ("column-subtotal", Shape::Figure),
    ];
    let mut rows = Vec::new();
    let known =
        |money: Option<Money>| money.map_or_else(|| messages.tr("unknown"), |money| messages.money(money));
    for item in bill.offer.basket.items() {
        let row = [
            name_with_code(&item.plan),
            known(item.unit_price),
            item.count.to_string(),
            known(item.subtotal()?),
        ];
        rows.push(row.to_vec());
        if !item.fee.is_zero() {
            rows.push(vec![
                messages.tr("column-setup_fee"),
                messages.money(item.fee),
                "1".to_owned(),
                messages.money(item.fee),
            ]);
        }
    }
    let whole =
        [messages.tr("bill-total"), String::new(), String::new(), total(&bill.offer.basket, messages)];
    rows.push(whole.to_vec());
    Ok(Grid::titled(&heads, rows, messages))
}

/// The lines of the bill for scripts, a plan each; the total is the sum of `subtotal` and `fee`.
fn keyed_grid(bill: &Bill) -> Result<Grid, Error> {
    let amount = |money: Option<Money>| money.map(Money::amount_text).unwrap_or_default();
    let mut rows = Vec::new();
    for item in bill.offer.basket.items() {
        rows.push(vec![
            item.plan.id.to_string(),
            item.count.to_string(),
            amount(item.unit_price),
            amount(item.subtotal()?),
            item.fee.amount_text(),
            item.fee.currency().to_string(),
        ]);
    }
    Ok(Grid::keyed(&["plan", "count", "unit_price", "subtotal", "fee", "currency"], rows))
}

/// What is to be said under the bill.
fn lines(bill: &Bill, request: &Request, messages: &Messages) -> Vec<String> {
    let (need, basket) = (&request.need, &bill.offer.basket);
    let mut lines = Vec::new();
    let shares = (
        basket.total().per(u128::from(need.stay().days()), 1),
        basket.total().per(u128::from(need.data().kb()), 1_000_000),
    );
    if let (Some(per_day), Some(per_gb)) = shares {
        let args = [("per_day", messages.money(per_day)), ("per_gb", messages.money(per_gb))];
        lines.push(messages.tr_with("bill-shares", args));
    }
    let days = |time| messages.some_days(need.days(time));
    match &bill.lasting {
        Coverage::Lasts { spare } => {
            let left_over = basket.spare_data(need, request.data_left());
            let exactly = spare.units() == 0 && left_over.is_some_and(|data| data == DataVolume::ZERO);
            let key = match left_over {
                _ if exactly => "bill-lasts-exactly",
                Some(_) => "bill-lasts-data",
                None => "bill-lasts",
            };
            let data = left_over.map(|data| messages.volume(data)).unwrap_or_default();
            lines.push(messages.tr_with(key, [("spare", days(*spare)), ("data", data)]));
        }
        Coverage::FallsShort { time, data, minutes } => {
            if time.units() > 0 {
                let args = [
                    (
                        "served_number",
                        MessageArg::from(messages.fraction_of_days(need.days(basket.served()))),
                    ),
                    ("days", u64::from(need.stay().days()).into()),
                    ("short", messages.some_days(need.days_up(*time)).into()),
                    (
                        "data",
                        data.map_or_else(|| messages.tr("unknown"), |data| messages.volume(data)).into(),
                    ),
                ];
                lines.push(messages.tr_with("bill-short", args));
            }
            if *minutes > 0 {
                lines.push(messages.tr_with("bill-short-minutes", [("minutes", *minutes)]));
            }
        }
        Coverage::Unknown(plan) => {
            lines.push(messages.tr_with("bill-unknown", [("plan", plan.as_str())]));
        }
    }
    if bill.is_cheapest_known() {
        lines.push(beside(bill, messages));
    }
    lines.extend(rates_line(slice::from_ref(&bill.offer), request, messages));
    lines
}

/// The cheapest basket beside the user's own.
fn beside(bill: &Bill, messages: &Messages) -> String {
    let Some(cheapest) = &bill.cheapest else { return messages.tr("bill-nothing") };
    let own = &bill.offer.basket;
    let is_cheapest =
        cheapest.basket.total() == own.total() && cheapest.basket.purchases() == own.purchases();
    if is_cheapest && matches!(bill.lasting, Coverage::Lasts { .. }) {
        return messages.tr("bill-is-cheapest");
    }
    let (sign, amount) = difference(own.total(), cheapest.basket.total());
    let args = [
        ("basket", shopping_list(&cheapest.basket, messages)),
        ("total", total(&cheapest.basket, messages)),
        ("purchases", messages.purchases(cheapest.basket.purchases())),
        ("difference", sign.to_owned()),
        ("amount", messages.money(amount)),
    ];
    messages.tr_with("bill-cheapest", args)
}

/// Whether the cheapest basket costs less, more or the same, and by how much.
fn difference(own: Money, cheapest: Money) -> (&'static str, Money) {
    match (own.checked_sub(cheapest), cheapest.checked_sub(own)) {
        (Some(less), _) if !less.is_zero() => ("less", less),
        (_, Some(more)) if !more.is_zero() => ("more", more),
        _ => ("same", Money::zero(own.currency())),
    }
}

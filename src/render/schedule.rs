//! The answer of `schedule`: what to buy when, why then, and a bar of the stay.

use super::basket::{name_with_code, nothing_to_buy, rates_line, renewals, shopping_list, total};
use super::block::{Block, Tone};
use super::document::Document;
use super::forms::{OfferForm, RateForm, offer_form, rate_forms};
use super::grid::{Grid, Shape};
use super::timeline::Timeline;
use crate::domain::comparison::Offer;
use crate::domain::figure::Error;
use crate::domain::money::Money;
use crate::domain::need::ServedTime;
use crate::domain::request::Request;
use crate::domain::schedule::{Calendar, Purchase, Schedule, When};
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;
use std::slice;

/// A schedule, and the language in which it is shown.
#[derive(Clone, Copy)]
pub struct ScheduleDocument<'a> {
    /// What was asked.
    pub request: &'a Request,
    /// What is bought.
    pub offer: &'a Offer,
    /// When.
    pub schedule: &'a Schedule<'a>,
    /// How points of the stay are told.
    pub calendar: &'a Calendar,
    /// The language.
    pub messages: &'a Messages,
}

impl ScheduleDocument<'_> {
    fn when(&self, served: ServedTime) -> Result<When, Error> {
        self.calendar.when(served, &self.request.need)
    }
}

impl Document for ScheduleDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let mut blocks = vec![Block::Sentences(Tone::Strong, vec![title(self)])];
        if !self.schedule.purchases.is_empty() {
            blocks.push(Block::Table(shown_grid(self)?));
            blocks.push(Block::Timeline(timeline(self)));
            blocks.push(Block::Sentences(Tone::Plain, notes(self)?));
        }
        Ok(blocks)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(keyed_grid(self))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let request = self.request;
        Ok(ScheduleForm {
            schema: "simplan/schedule/1",
            today: request.today.to_string(),
            currency: request.currency.code(),
            rates: rate_forms(slice::from_ref(self.offer), request),
            basket: offer_form(self.offer, None, request)?,
            purchases: purchase_forms(self)?,
            covered_days: request.need.days(self.schedule.ends).to_string(),
        })
    }
}

#[derive(Serialize)]
struct PurchaseForm<'a> {
    step: usize,
    plan: &'a str,
    day: u64,
    date: Option<String>,
    time: Option<String>,
    price: Option<String>,
    fee: Option<String>,
    paid: String,
    why: &'static str,
    until_day: u64,
    until_date: Option<String>,
    until_time: Option<String>,
}

#[derive(Serialize)]
struct ScheduleForm<'a> {
    schema: &'static str,
    today: String,
    currency: &'static str,
    rates: Vec<RateForm>,
    basket: OfferForm<'a>,
    purchases: Vec<PurchaseForm<'a>>,
    covered_days: String,
}

fn purchase_forms<'a>(answer: &ScheduleDocument<'a>) -> Result<Vec<PurchaseForm<'a>>, Error> {
    let form = |(purchase, step): (&Purchase<'a>, usize)| {
        let (starts, ends) = (answer.when(purchase.starts)?, answer.when(purchase.ends)?);
        let date = |when: &When| when.date.map(|date| date.to_string());
        let time =
            |when: &When| when.time.as_ref().map(|time| time.strftime("%Y-%m-%dT%H:%M%:z").to_string());
        let fee = Some(purchase.item.fee).filter(|fee| purchase.number == 1 && !fee.is_zero());
        Ok(PurchaseForm {
            step,
            plan: purchase.item.plan.id.as_str(),
            day: starts.day,
            date: date(&starts),
            time: time(&starts),
            price: purchase.item.unit_price.map(Money::amount_text),
            fee: fee.map(Money::amount_text),
            paid: purchase.paid.amount_text(),
            why: purchase.why.word(),
            until_day: ends.day,
            until_date: date(&ends),
            until_time: time(&ends),
        })
    };
    answer.schedule.purchases.iter().zip(1..).map(form).collect()
}

fn title(answer: &ScheduleDocument<'_>) -> String {
    let (messages, request, basket) = (answer.messages, answer.request, &answer.offer.basket);
    let need = &request.need;
    if answer.schedule.purchases.is_empty() {
        return nothing_to_buy(request, messages);
    }
    let args = [
        ("days", messages.days(need.stay().days())),
        ("data", messages.volume(need.data())),
        ("basket", shopping_list(basket, messages)),
        ("total", total(basket, messages)),
        ("renewals", renewals(basket, request, messages)),
    ];
    messages.tr_with("schedule-title", args)
}

/// The schedule for scripts, a purchase a row.
fn keyed_grid(answer: &ScheduleDocument<'_>) -> Result<Grid, Error> {
    const KEYS: [&str; 13] = [
        "step",
        "plan",
        "day",
        "date",
        "time",
        "price",
        "fee",
        "paid",
        "currency",
        "why",
        "until_day",
        "until_date",
        "until_time",
    ];
    let currency = answer.request.currency.to_string();
    let row = |form: PurchaseForm<'_>| {
        vec![
            form.step.to_string(),
            form.plan.to_owned(),
            form.day.to_string(),
            form.date.unwrap_or_default(),
            form.time.unwrap_or_default(),
            form.price.unwrap_or_default(),
            form.fee.unwrap_or_default(),
            form.paid,
            currency.clone(),
            form.why.to_owned(),
            form.until_day.to_string(),
            form.until_date.unwrap_or_default(),
            form.until_time.unwrap_or_default(),
        ]
    };
    Ok(Grid::keyed(&KEYS, purchase_forms(answer)?.into_iter().map(row).collect()))
}

/// The schedule for people, a purchase a row.
fn shown_grid(answer: &ScheduleDocument<'_>) -> Result<Grid, Error> {
    let messages = answer.messages;
    let heads = match answer.calendar {
        Calendar::Days => vec![("column-day", Shape::Figure)],
        Calendar::Dates(_) => vec![("column-day", Shape::Figure), ("column-date", Shape::Word)],
        Calendar::Times(_) => vec![("column-day", Shape::Figure), ("column-due", Shape::Word)],
    };
    let heads = [
        vec![("column-step", Shape::Number)],
        heads,
        vec![
            ("column-name", Shape::Text),
            ("column-price", Shape::Figure),
            ("column-paid", Shape::Figure),
            ("column-why", Shape::Text),
            ("column-until", Shape::Word),
        ],
    ]
    .concat();
    let mut rows = Vec::new();
    for (purchase, step) in answer.schedule.purchases.iter().zip(1_usize..) {
        let (starts, ends) = (answer.when(purchase.starts)?, answer.when(purchase.ends)?);
        let price =
            purchase.item.unit_price.map_or_else(|| messages.tr("unknown"), |price| messages.money(price));
        let mut row = vec![step.to_string(), starts.day.to_string()];
        if !matches!(answer.calendar, Calendar::Days) {
            row.push(messages.when(&starts));
        }
        let until = if purchase.ends == purchase.starts { String::new() } else { messages.when(&ends) };
        row.extend([
            name_with_code(&purchase.item.plan),
            price,
            messages.amount(purchase.paid),
            messages.tr(&format!("why-{}", purchase.why.word())),
            until,
        ]);
        rows.push(row);
    }
    Ok(Grid::titled(&heads, rows, messages))
}

/// The stay: which purchase serves when, by its step; `=` is what is left from before.
fn timeline(answer: &ScheduleDocument<'_>) -> Timeline {
    const STEPS: &[u8] = b"123456789abcdefghijklmnopqrstuvwxyz";
    let (need, schedule) = (&answer.request.need, answer.schedule);
    let steps = STEPS.iter().cycle().map(|&step| char::from(step));
    let purchases = schedule.purchases.iter().zip(steps);
    let mut spans: Vec<_> =
        purchases.map(|(purchase, step)| (purchase.starts.units()..purchase.ends.units(), step)).collect();
    spans.push((0..schedule.already.units(), '='));
    Timeline { days: need.stay().days(), end: need.target().units(), spans }
}

/// What is to be said under the schedule.
fn notes(answer: &ScheduleDocument<'_>) -> Result<Vec<String>, Error> {
    let (messages, need) = (answer.messages, &answer.request.need);
    let mut notes = Vec::new();
    if answer.schedule.already > ServedTime::ZERO {
        let day = need.day_after(answer.schedule.already);
        notes.push(messages.tr_with("schedule-left", [("day", day)]));
    }
    let args = [
        ("until", MessageArg::from(messages.when(&answer.when(answer.schedule.ends)?))),
        ("day", u64::from(need.stay().days()).into()),
    ];
    notes.push(messages.tr_with("schedule-ends", args));
    notes.extend(rates_line(slice::from_ref(answer.offer), answer.request, messages));
    Ok(notes)
}

//! The answer of `schedule`: what to buy when, why then, and a bar of the stay.

use super::basket::{name_with_code, nothing_to_buy, rates_line, renewals, shopping_list, total};
use super::grid::{Grid, Head, Shape};
use super::json::{OfferForm, RateForm, document_text, offer_form, rate_forms};
use super::table::table;
use super::wrap::wrapped;
use super::{Layout, Terminal, csv, markdown};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::need::ServedTime;
use crate::domain::request::Request;
use crate::domain::schedule::{Calendar, Purchase, Schedule, When};
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;
use std::slice;

/// A schedule with everything that it is rendered from.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
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

impl Answer<'_> {
    fn when(&self, served: ServedTime) -> Result<When, Error> {
        self.calendar.when(served, &self.request.need)
    }
}

/// The schedule for a terminal.
///
/// # Errors
/// `date-out-of-range`.
pub fn text(answer: &Answer<'_>, terminal: Terminal) -> Result<String, Error> {
    let mut out = String::new();
    let mut say = |lines: Vec<String>, strong: bool| {
        for line in lines.iter().flat_map(|line| wrapped(line, terminal.width, "")) {
            out += &format!("{}\n", if strong { terminal.styles.strong(&line) } else { line });
        }
    };
    say(vec![title(answer)], true);
    if answer.schedule.purchases.is_empty() {
        return Ok(out);
    }
    let grid = grid(answer)?;
    let mut rest = format!("\n{}\n", table(&grid, answer.messages, terminal));
    if terminal.layout != Layout::Plain {
        rest += &format!("{}\n\n", bar(answer, terminal.width));
    }
    out += &rest;
    for line in notes(answer)?.iter().flat_map(|line| wrapped(line, terminal.width, "")) {
        out += &format!("{line}\n");
    }
    Ok(out)
}

/// The schedule as markdown.
///
/// # Errors
/// `date-out-of-range`.
pub fn as_markdown(answer: &Answer<'_>) -> Result<String, Error> {
    let title = format!("**{}**\n", markdown::escaped(&title(answer)));
    if answer.schedule.purchases.is_empty() {
        return Ok(title);
    }
    let notes = notes(answer)?;
    let notes: Vec<_> = notes.iter().map(|line| format!("{}\n", markdown::escaped(line))).collect();
    Ok([title, markdown::markdown(&grid(answer)?), format!("`{}`\n", bar(answer, 80)), notes.join("\n")]
        .join("\n"))
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
struct Document<'a> {
    schema: &'static str,
    today: String,
    currency: &'static str,
    rates: Vec<RateForm>,
    basket: OfferForm<'a>,
    purchases: Vec<PurchaseForm<'a>>,
    covered_days: String,
}

/// The schedule as JSON.
///
/// # Errors
/// `date-out-of-range`, `amount-too-large`.
pub fn as_json(answer: &Answer<'_>) -> Result<String, Error> {
    let request = answer.request;
    Ok(document_text(&Document {
        schema: "simplan/schedule/1",
        today: request.today.to_string(),
        currency: request.currency.code(),
        rates: rate_forms(slice::from_ref(answer.offer), request),
        basket: offer_form(answer.offer, None, request)?,
        purchases: forms(answer)?,
        covered_days: request.need.days(answer.schedule.ends).to_string(),
    }))
}

/// The schedule as CSV, a purchase each.
///
/// # Errors
/// `date-out-of-range`.
pub fn as_csv(answer: &Answer<'_>) -> Result<String, Error> {
    let keys = [
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
    let heads = keys.map(|key| Head { title: key.to_owned(), shape: Shape::Word });
    let rows = forms(answer)?.into_iter().map(row).collect();
    Ok(csv::csv(&Grid { heads: heads.into(), rows, marks: Vec::new() }))
}

fn forms<'a>(answer: &Answer<'a>) -> Result<Vec<PurchaseForm<'a>>, Error> {
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

fn title(answer: &Answer<'_>) -> String {
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

fn grid(answer: &Answer<'_>) -> Result<Grid, Error> {
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
    let heads = heads.into_iter().map(|(key, shape)| Head { title: messages.tr(key), shape }).collect();
    Ok(Grid { heads, rows, marks: Vec::new() })
}

/// A bar of the stay: each cell is the purchase that serves then, by its step.
fn bar(answer: &Answer<'_>, width: usize) -> String {
    const STEPS: &[u8] = b"123456789abcdefghijklmnopqrstuvwxyz";
    let (need, schedule) = (&answer.request.need, answer.schedule);
    let days = need.stay().days();
    let cells = width.saturating_sub(days.to_string().len() + 6).clamp(10, 60);
    let target = need.target().units();
    let mut bar = String::new();
    for cell in 0..cells {
        // The middle of the cell, so that a purchase shows where it serves most of it.
        let at = target / (2 * cells as u128) * (2 * cell as u128 + 1);
        let serving = schedule
            .purchases
            .iter()
            .position(|purchase| purchase.starts.units() <= at && at < purchase.ends.units());
        bar.push(match serving {
            Some(step) => char::from(STEPS[step % STEPS.len()]),
            None if at < schedule.already.units() => '=',
            None => '.',
        });
    }
    format!("1 |{bar}| {days}")
}

/// What is to be said under the schedule.
fn notes(answer: &Answer<'_>) -> Result<Vec<String>, Error> {
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

//! The answer of `schedule`: what to buy when and why, and a chart of the stay.

use super::advice::next_step;
use super::basket::{name_with_code, name_with_fee, rates_line};
use super::block::{Block, Tone};
use super::context::Context;
use super::document::Document;
use super::first_offer::{best_sentence, remarks};
use super::forms::{NeedForm, OfferForm, RateForm, need_form, offer_form, rate_forms};
use super::grid::{Grid, Shape};
use super::last_day::{LastDayForm, last_day_form, last_day_text};
use super::schema_name::{JsonForm, SchemaName};
use super::timeline::{Timeline, TimelineRow};
use super::values::{CurrencyText, DateText, DecimalText, TimeText, WordText};
use crate::domain::calendar::{Calendar, When};
use crate::domain::comparison::Offer;
use crate::domain::coverage::Use;
use crate::domain::error::Error;
use crate::domain::last_day::LastDay;
use crate::domain::need::Span;
use crate::domain::schedule::{Purchase, Schedule, Why};
use crate::domain::word::Word;
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;

/// A schedule as a document.
#[derive(Clone, Copy)]
pub struct ScheduleDocument<'a> {
    /// The question, its catalogue and the language.
    pub context: Context<'a>,
    /// The basket that is bought.
    pub offer: &'a Offer,
    /// When each of its purchases is made.
    pub schedule: &'a Schedule<'a>,
    /// A shorter stay that would save a purchase.
    pub last_day: Option<&'a LastDay>,
    /// The command for the next step.
    pub next: Option<&'a str>,
}

impl Document for ScheduleDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let about = remarks(self.offer, &self.context).into_iter();
        let mut blocks = vec![
            Block::Sentences(Tone::Strong, vec![best_sentence(self.offer, &self.context)?]),
            Block::Remarks(Tone::Plain, about.chain(self.context.remarks()?).collect()),
        ];
        if !self.schedule.purchases.is_empty() {
            blocks.push(Block::Table(shown_grid(self)?));
            // A single row would say nothing that the table does not.
            let timeline = Some(timeline(self.schedule, &self.context)?).filter(|all| all.rows.len() > 1);
            blocks.extend(timeline.map(Block::Timeline));
            blocks.push(Block::Sentences(Tone::Plain, notes(self)?));
            blocks.extend(next_step(self.next, self.messages()));
        }
        Ok(blocks)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(keyed_grid(self))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let context = &self.context;
        Ok(ScheduleForm {
            schema: SchemaName::default(),
            today: context.request().today.into(),
            currency: context.currency().into(),
            need: need_form(context),
            rates: rate_forms(&[self.offer], context),
            basket: offer_form(self.offer, None, context)?,
            purchases: purchase_forms(self)?,
            last_day: self.last_day.map(|last| last_day_form(last, self.offer, context)).transpose()?,
            covered_days: context.need().days(self.schedule.ends).into(),
        })
    }
}

/// A purchase, and when it serves.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct PurchaseForm<'a> {
    /// Its place in the order, from 1.
    step: usize,
    plan: &'a str,
    /// What the purchase is used for; `null` for a SIM that only opens the line.
    covers: Option<WordText<Use>>,
    /// Whether the stay needs it.
    needed: bool,
    /// The day of the stay, from 1.
    day: u64,
    date: Option<DateText>,
    time: Option<TimeText>,
    /// Its price in the shown currency.
    price: Option<DecimalText>,
    /// The fee that is paid with it, in the shown currency.
    fee: Option<DecimalText>,
    /// The sum of all payments up to and including this one.
    paid: DecimalText,
    /// Why it is due.
    why: WordText<Why>,
    /// Until which day of the stay it serves.
    until_day: u64,
    until_date: Option<DateText>,
    until_time: Option<TimeText>,
}

/// The answer of `schedule`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ScheduleForm<'a> {
    schema: SchemaName<Self>,
    /// The day from which the ages of prices are counted.
    today: DateText,
    /// The shown currency.
    currency: CurrencyText,
    need: NeedForm,
    /// The exchange rates that the answer depends on.
    rates: Vec<RateForm>,
    basket: OfferForm<'a>,
    /// The purchases, in the order in which they are made.
    purchases: Vec<PurchaseForm<'a>>,
    /// The time that is covered without a gap, rounded down.
    covered_days: DecimalText,
    /// A shorter stay that would save a purchase.
    last_day: Option<LastDayForm>,
}

impl JsonForm for ScheduleForm<'_> {
    const SCHEMA: &'static str = "simplan/schedule/2";
}

fn purchase_forms<'a>(answer: &ScheduleDocument<'a>) -> Result<Vec<PurchaseForm<'a>>, Error> {
    let purchases = answer.schedule.purchases.iter().zip(1..);
    purchases.map(|(purchase, step)| purchase_form(purchase, step, &answer.context)).collect()
}

fn purchase_form<'a>(
    purchase: &Purchase<'a>,
    step: usize,
    context: &Context<'_>,
) -> Result<PurchaseForm<'a>, Error> {
    let starts = context.when(purchase.starts)?;
    let ends = context.when(purchase.ends)?;
    let fee = context.shown_if_known(purchase.item.fee.filter(|_| purchase.is_first))?;
    Ok(PurchaseForm {
        step,
        plan: purchase.item.plan.id.as_str(),
        covers: purchase.purpose.map(WordText),
        needed: purchase.is_needed,
        day: starts.day,
        date: starts.date.map(DateText::from),
        time: starts.time.as_ref().map(TimeText::from),
        price: context.shown_if_known(purchase.item.price)?.map(DecimalText::from),
        fee: fee.filter(|fee| !fee.is_zero()).map(DecimalText::from),
        paid: context.shown(purchase.paid)?.into(),
        why: WordText(purchase.why),
        until_day: ends.day,
        until_date: ends.date.map(DateText::from),
        until_time: ends.time.as_ref().map(TimeText::from),
    })
}

/// A cell for scripts; blank if there is nothing.
fn cell(value: Option<impl ToString>) -> String {
    value.map(|known| known.to_string()).unwrap_or_default()
}

/// The schedule for scripts, with a row for each purchase.
fn keyed_grid(answer: &ScheduleDocument<'_>) -> Result<Grid, Error> {
    const KEYS: [&str; 15] = [
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
        // New columns come last, so that scripts can count on the places of the others.
        "covers",
        "needed",
    ];
    let currency = answer.context.currency().to_string();
    let rows = purchase_forms(answer)?.into_iter().map(|form| {
        vec![
            form.step.to_string(),
            form.plan.to_owned(),
            form.day.to_string(),
            cell(form.date),
            cell(form.time),
            cell(form.price),
            cell(form.fee),
            form.paid.to_string(),
            currency.clone(),
            form.why.0.to_string(),
            form.until_day.to_string(),
            cell(form.until_date),
            cell(form.until_time),
            cell(form.covers.map(|covers| covers.0)),
            form.needed.to_string(),
        ]
    });
    Ok(Grid::keyed(&KEYS, rows.collect()))
}

/// The schedule for people, with a row for each purchase.
fn shown_grid(answer: &ScheduleDocument<'_>) -> Result<Grid, Error> {
    let context = &answer.context;
    let messages = context.messages;
    let is_both = context.need().has_data() && context.need().minutes() > 0;
    let dates = match context.calendar {
        Calendar::Days => Vec::new(),
        Calendar::Dates(_) => vec![("column-date", Shape::Word)],
        Calendar::Times(_) => vec![("column-due", Shape::Word)],
    };
    let mut heads = vec![("column-step", Shape::Number), ("column-day", Shape::Figure)];
    heads.extend(dates);
    heads.extend([
        ("column-name", Shape::Text),
        ("column-price", Shape::Figure),
        ("column-paid", Shape::Figure),
    ]);
    if is_both {
        heads.push(("column-covers", Shape::Word));
    }
    heads.extend([("column-why", Shape::Text), ("column-until", Shape::Word)]);
    let mut rows = Vec::new();
    for (purchase, step) in answer.schedule.purchases.iter().zip(1_usize..) {
        let starts = context.when(purchase.starts)?;
        let price = context.shown_if_known(purchase.item.price)?;
        let mut row = vec![step.to_string(), starts.day.to_string()];
        if !matches!(context.calendar, Calendar::Days) {
            row.push(messages.when(&starts));
        }
        row.extend([
            if purchase.is_first {
                name_with_fee(purchase.item, context)?
            } else {
                name_with_code(&purchase.item.plan)
            },
            messages.money_or_unknown(price),
            messages.amount(context.shown(purchase.paid)?),
        ]);
        if is_both {
            row.push(
                purchase
                    .purpose
                    .map(|purpose| messages.tr(&format!("covers-{}", purpose.word())))
                    .unwrap_or_default(),
            );
        }
        let why = if purchase.is_needed { purchase.why.word() } else { "not-needed" };
        row.push(messages.tr(&format!("why-{why}")));
        let is_over = purchase.ends == purchase.starts || !purchase.is_needed;
        row.push(if is_over { String::new() } else { messages.when(&context.when(purchase.ends)?) });
        rows.push(row);
    }
    Ok(Grid::titled(&heads, rows, messages))
}

/// The stay with a row for each purchase that serves for some time, after one for the initial balance.
pub(super) fn timeline(schedule: &Schedule<'_>, context: &Context<'_>) -> Result<Timeline, Error> {
    const MOST_ROWS: usize = 12;
    let initial = Some(schedule.initial).filter(|initial| !initial.is_zero());
    let initial =
        initial.map(|ends| (None, context.messages.tr("timeline-left"), Span::ZERO, ends)).into_iter();
    let purchases = (1..).zip(&schedule.purchases);
    let serving = purchases.filter(|(_, purchase)| purchase.is_needed && purchase.ends > purchase.starts);
    let bought = serving.map(|(step, purchase)| {
        (Some(step), name_with_code(&purchase.item.plan), purchase.starts, purchase.ends)
    });
    let mut rows = Vec::new();
    for (step, name, starts, ends) in initial.chain(bought) {
        let when = format!("{} – {}", day_of(starts, context)?, day_of(ends, context)?);
        rows.push(TimelineRow { step, name, when, span: starts.units()..ends.units() });
    }
    let more = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    let more = (more > 0).then(|| context.messages.tr_with("timeline-more", [("count", more)]));
    Ok(Timeline { end: context.need().whole_stay().units(), rows, more })
}

/// The date of a point of the stay, or its day if the stay has no date.
fn day_of(span: Span, context: &Context<'_>) -> Result<String, Error> {
    let when = context.when(span)?;
    Ok(context.messages.when(&When { time: None, ..when }))
}

/// The sentences under the schedule.
fn notes(answer: &ScheduleDocument<'_>) -> Result<Vec<String>, Error> {
    let context = &answer.context;
    let messages = context.messages;
    let need = context.need();
    let mut notes = Vec::new();
    if !answer.schedule.initial.is_zero() {
        let day = context.when(answer.schedule.initial)?.day;
        let own = context.question.initial.as_ref().map(|initial| &initial.line);
        let other = answer.offer.lines.iter().find(|line| Some(*line) != own);
        let key = if other.is_some() { "schedule-left-other" } else { "schedule-left" };
        let args = [
            ("day", messages.ordinal_day(day)),
            ("line", own.map(|line| context.seller_of(line)).unwrap_or_default()),
            ("other", other.map(|line| context.seller_of(line)).unwrap_or_default()),
        ];
        notes.push(messages.tr_with(key, args));
    }
    // A stay that begins at a time of the day ends at that time; any other ends with its last day.
    let is_timed = matches!(context.calendar, Calendar::Times(_));
    let (key, hours) = if is_timed { ("schedule-ends-at", 0) } else { ("schedule-ends", 24) };
    let args = [
        ("until", messages.when(&context.when(answer.schedule.ends)?)),
        ("end", messages.when(&context.when(need.hours(need.stay().hours() - hours))?)),
    ];
    notes.push(messages.tr_with(key, args));
    if let Some(last) = answer.last_day {
        notes.push(last_day_text(last, answer.offer, context)?);
    }
    notes.extend(night_note(answer)?);
    if answer.schedule.bills().is_some() {
        notes.push(messages.tr("footer-contract"));
    }
    notes.extend(rates_line(&[answer.offer], context));
    Ok(notes)
}

/// What to do about purchases that fall at night. The first of a long list would not help.
fn night_note(answer: &ScheduleDocument<'_>) -> Result<Option<String>, Error> {
    const MANY: usize = 12;
    let context = &answer.context;
    let mut steps = Vec::new();
    for (purchase, step) in answer.schedule.purchases.iter().zip(1_usize..) {
        if purchase.is_needed && context.when(purchase.starts)?.is_at_night() {
            steps.push(step.to_string());
        }
    }
    let count = ("count", MessageArg::from(steps.len()));
    Ok(match steps.len() {
        0 => None,
        1..=MANY => {
            let steps = ("steps", context.messages.list_in_sentence(&steps).into());
            Some(context.messages.tr_with("schedule-night", [count, steps]))
        }
        _ => Some(context.messages.tr_with("schedule-nights", [count])),
    })
}

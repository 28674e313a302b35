//! The parts that JSON answers share. Keys are English, decimals are strings, and unknown is `null`.

use super::basket::joined;
use super::context::{Context, subtotal};
use crate::domain::basket::Item;
use crate::domain::change::{Change, Setting};
use crate::domain::comparison::Offer;
use crate::domain::error::{Error, Figure, Figures};
use crate::domain::money::Money;
use crate::domain::rates::{Exact, Exchange, Rate};
use crate::domain::volume::DataVolume;
use crate::domain::what_if::Reach;
use crate::domain::word::Word;
use crate::guide::situation::State;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The source of a catalogue.
#[derive(Clone, Debug, Serialize)]
pub struct Origin {
    /// How many plans it has.
    pub plans: usize,
    /// The SHA-256 of its bytes, in hexadecimal; `None` if it was not computed.
    pub sha256: Option<String>,
    /// Its path, `-` for standard input, or [`Origin::BUILT_IN`].
    pub source: String,
}

impl Origin {
    /// The source of the catalogue that is built into the program.
    pub const BUILT_IN: &str = "built in";
}

#[derive(Serialize)]
pub(super) struct NeedForm {
    days: u32,
    data_mb: String,
    per_day_mb: String,
    minutes: u64,
    /// The need before the margin, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<AskedForm>,
    /// The state of the user's line, if it does not work.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
}

#[derive(Serialize)]
struct AskedForm {
    data_mb: String,
    minutes: u64,
    margin_percent: u32,
}

#[derive(Serialize)]
pub(super) struct RateForm {
    currency: &'static str,
    base: &'static str,
    per_unit: String,
    date: Option<String>,
}

#[derive(Serialize)]
pub(super) struct AmountForm {
    currency: &'static str,
    amount: String,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "the fields of a form")]
pub(super) struct OfferForm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<usize>,
    line: String,
    operator: String,
    mix: bool,
    alone: bool,
    total: String,
    complete: bool,
    pay: Vec<AmountForm>,
    items: Vec<ItemForm<'a>>,
    purchases: u64,
    renewals: Option<usize>,
    renew_on_days: Option<Vec<u64>>,
    covers_days: String,
    spare_mb: Option<String>,
    per_day: Option<String>,
    pub(super) per_gb: Option<String>,
    verified_on: Option<String>,
    stale: bool,
    confidence: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct ItemForm<'a> {
    plan: &'a str,
    name: &'a str,
    count: u64,
    unit_price: Option<String>,
    subtotal: Option<String>,
    fee: Option<String>,
    price: Option<String>,
    currency: Option<&'static str>,
    notes: Vec<&'a str>,
}

/// An offer; `rank` is `None` if it is not part of a ranking.
///
/// # Errors
/// `amount-too-large`, `date-out-of-range`.
pub(super) fn offer_form<'o>(
    offer: &'o Offer,
    rank: Option<usize>,
    context: &Context<'_>,
) -> Result<OfferForm<'o>, Error> {
    let basket = &offer.basket;
    let need = context.need();
    let exchange = context.prepared.exchange();
    let renew_on_days = context.renew_on_days(offer)?;
    Ok(OfferForm {
        rank,
        line: joined(&offer.lines),
        operator: joined(&offer.operators),
        mix: offer.mix,
        alone: offer.is_alone,
        total: context.shown(basket.total())?.amount_text(),
        complete: basket.is_complete(),
        pay: context.pay(basket)?.into_iter().map(amount_form).collect(),
        items: basket.items().iter().map(|item| item_form(item, exchange)).collect::<Result<_, _>>()?,
        purchases: basket.purchases(),
        renewals: renew_on_days.as_ref().map(Vec::len),
        renew_on_days,
        covers_days: need.days(basket.covered()).to_string(),
        spare_mb: basket.spare_data(need, context.initial()).map(DataVolume::in_mb),
        per_day: context.per_day(basket).map(Money::amount_text),
        per_gb: context.per_gb(basket).map(Money::amount_text),
        verified_on: basket.verified_on().map(|date| date.to_string()),
        stale: basket.is_stale(context.request().today),
        confidence: basket.confidence().map(Word::word),
    })
}

pub(super) fn amount_form(amount: Money) -> AmountForm {
    AmountForm { currency: amount.currency().code(), amount: amount.amount_text() }
}

/// A plan of a basket, and how often it is bought.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn item_form<'a>(item: &'a Item, exchange: &Exchange) -> Result<ItemForm<'a>, Error> {
    Ok(ItemForm {
        plan: item.plan.id.as_str(),
        name: &item.plan.name,
        count: item.count,
        unit_price: shown_text(item.price, exchange)?,
        subtotal: subtotal(item, exchange)?.map(Money::amount_text),
        fee: shown_text(item.fee, exchange)?,
        price: item.plan.price.map(Money::as_written),
        currency: item.plan.price.map(|price| price.currency().code()),
        notes: item.plan.note.as_deref().into_iter().collect(),
    })
}

fn shown_text(amount: Option<Exact>, exchange: &Exchange) -> Result<Option<String>, Error> {
    amount.map(|amount| Ok(exchange.shown(amount)?.amount_text())).transpose()
}

/// The need, and the need before the margin.
pub(super) fn need_form(context: &Context<'_>) -> NeedForm {
    let need = context.need();
    NeedForm {
        days: need.stay().days(),
        data_mb: need.data().in_mb(),
        per_day_mb: need.pace_mb(),
        minutes: need.minutes(),
        asked: context.question.before_margin.map(|(asked, margin_percent)| AskedForm {
            data_mb: asked.data().in_mb(),
            minutes: asked.minutes(),
            margin_percent,
        }),
        state: state_word(context.state),
    }
}

/// The data from which and up to which the first offer is the cheapest; `null` is no limit.
#[derive(Serialize)]
pub(super) struct ReachForm {
    cheapest_from_mb: Option<String>,
    cheapest_to_mb: Option<String>,
}

pub(super) fn reach_form(reach: Reach) -> ReachForm {
    ReachForm {
        cheapest_from_mb: reach.from.map(DataVolume::in_mb),
        cheapest_to_mb: reach.to.map(DataVolume::in_mb),
    }
}

/// The word for the state of the user's line; `None` if the line works.
pub(super) fn state_word(state: State) -> Option<&'static str> {
    (state != State::Active).then(|| state.word())
}

/// The exchange rates that the prices of these offers were converted with.
pub(super) fn rate_forms(offers: &[&Offer], context: &Context<'_>) -> Vec<RateForm> {
    let base = context.request().rates.base().code();
    context.rates_used(offers).into_iter().map(|rate| rate_form(rate, base)).collect()
}

fn rate_form(rate: &Rate, base: &'static str) -> RateForm {
    RateForm {
        currency: rate.currency.code(),
        base,
        per_unit: rate.per_unit().to_string(),
        date: rate.date.map(|date| date.to_string()),
    }
}

/// The figures of an error or a refusal, by name.
pub(super) fn figures_map(figures: &Figures) -> Map<String, Value> {
    figures.iter().map(|(name, figure)| ((*name).to_owned(), figure_value(figure))).collect()
}

/// A change to the request: its option and the value, `true` for a switch and `false` for an option that is left out.
pub(super) fn change_form(change: &Change) -> Value {
    let (option, setting) = change.option();
    let value = match &setting {
        Setting::To(figure) => figure_value(figure),
        Setting::On => Value::Bool(true),
        Setting::Off => Value::Bool(false),
    };
    json!({ option: value })
}

/// Counts are numbers, everything else is text, unknown is `null`.
fn figure_value(figure: &Figure) -> Value {
    match figure {
        Figure::Count(count) => Value::from(*count),
        Figure::Unknown => Value::Null,
        Figure::Amount(amount, _) => Value::from(amount.to_string()),
        Figure::Volume(kb) => Value::from(DataVolume::from_kb(*kb).to_string()),
        other => Value::from(other.to_string()),
    }
}

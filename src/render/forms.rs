//! The parts that JSON answers share. Keys are English, decimals are strings, and unknown is `null`.

use super::basket::joined;
use super::context::{Context, subtotal};
use super::values::{CurrencyText, DecimalText, SeenText, WordText};
use crate::domain::basket::Item;
use crate::domain::change::{Change, Setting};
use crate::domain::comparison::Offer;
use crate::domain::currency::Currency;
use crate::domain::error::{Error, Figure, Figures};
use crate::domain::money::Money;
use crate::domain::plan::Confidence;
use crate::domain::rates::{Exact, Exchange, Rate};
use crate::domain::volume::DataVolume;
use crate::domain::what_if::Reach;
use crate::guide::situation::State;
use serde::Serialize;
use std::collections::BTreeMap;

/// The source of a catalogue.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Origin {
    /// How many plans it has.
    pub plans: usize,
    /// The SHA-256 of its bytes, in hexadecimal; `None` if it was not computed.
    pub sha256: Option<String>,
    /// Its path, `-` for standard input, or [`Origin::BUILT_IN`].
    pub source: String,
    /// The paths of the overlays that are laid over it, in this order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<String>,
}

impl Origin {
    /// The source of the catalogue that is built into the program.
    pub const BUILT_IN: &str = "built in";
}

/// The need that all figures are for.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct NeedForm {
    /// The days of the stay.
    days: u32,
    /// The data of the stay.
    data_mb: DecimalText,
    /// The data of a day, rounded.
    per_day_mb: DecimalText,
    /// The call minutes of the stay.
    minutes: u64,
    /// The need before the margin, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<AskedForm>,
    /// The state of the user's line, if it does not work.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<WordText<State>>,
}

/// The need before the margin.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct AskedForm {
    data_mb: DecimalText,
    minutes: u64,
    margin_percent: u32,
}

/// An exchange rate that the answer depends on.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct RateForm {
    currency: CurrencyText,
    /// The currency in which the rate is given.
    base: CurrencyText,
    /// How much of the base one unit costs.
    per_unit: DecimalText,
    /// The day of the rate; `null` for a rate of the user's own.
    date: Option<SeenText>,
}

/// A sum in a seller's currency.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct AmountForm {
    currency: CurrencyText,
    amount: DecimalText,
}

/// A basket with its total.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[expect(clippy::struct_excessive_bools, reason = "the fields of a form")]
pub struct OfferForm<'a> {
    /// Its place in the ranking, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<usize>,
    /// The line, or two of them joined by `+`.
    line: String,
    /// The seller, or two of them joined by `+`.
    operator: String,
    /// Whether it has different plans besides the SIM.
    mix: bool,
    /// Whether it is one plan repeated, which the best basket of its line beats.
    alone: bool,
    /// The total in the shown currency.
    total: DecimalText,
    /// Whether the total is fully known; if not, it is a lower bound.
    complete: bool,
    /// What is paid, a sum for each currency of the sellers.
    pay: Vec<AmountForm>,
    /// The plans of the basket.
    items: Vec<ItemForm<'a>>,
    /// How many purchases there are in all.
    purchases: u64,
    /// How often to renew; `null` if the purchases are too many for a schedule.
    renewals: Option<usize>,
    /// The days of the stay on which to renew, one for each renewal.
    renew_on_days: Option<Vec<u64>>,
    /// The time that is covered, rounded down.
    covers_days: DecimalText,
    /// The general data that is left over, rounded down; `null` if it is unlimited.
    spare_mb: Option<DecimalText>,
    /// The cost of a day.
    per_day: Option<DecimalText>,
    /// The cost of a gigabyte that is needed.
    pub(super) per_gb: Option<DecimalText>,
    /// The date of the oldest price; `null` if a price has none.
    verified_on: Option<SeenText>,
    /// Whether the oldest price is older than 180 days.
    stale: bool,
    /// The lowest confidence of a price.
    confidence: Option<WordText<Confidence>>,
}

/// A plan of a basket, and how often it is bought.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ItemForm<'a> {
    /// The id of the plan.
    plan: &'a str,
    /// The name as sold.
    name: &'a str,
    /// How often it is bought.
    count: u64,
    /// The price of one, in the shown currency.
    unit_price: Option<DecimalText>,
    /// The price of all of them without the fee, in the shown currency.
    subtotal: Option<DecimalText>,
    /// The activation fee, in the shown currency.
    fee: Option<DecimalText>,
    /// The price of one in the seller's currency.
    price: Option<DecimalText>,
    /// The seller's currency.
    currency: Option<CurrencyText>,
    /// The note of the catalogue.
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
        total: context.shown(basket.total())?.into(),
        complete: basket.is_complete(),
        pay: context.pay(basket)?.into_iter().map(amount_form).collect(),
        items: basket.items().iter().map(|item| item_form(item, exchange)).collect::<Result<_, _>>()?,
        purchases: basket.purchases(),
        renewals: renew_on_days.as_ref().map(Vec::len),
        renew_on_days,
        covers_days: need.days(basket.covered()).into(),
        spare_mb: basket.spare_data(need, context.initial()).map(DecimalText::from),
        per_day: context.per_day(basket).map(DecimalText::from),
        per_gb: context.per_gb(basket).map(DecimalText::from),
        verified_on: basket.verified_on().map(SeenText::from),
        stale: basket.is_stale(context.request().today),
        confidence: basket.confidence().map(WordText),
    })
}

pub(super) fn amount_form(amount: Money) -> AmountForm {
    AmountForm { currency: amount.currency().into(), amount: amount.into() }
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
        subtotal: subtotal(item, exchange)?.map(DecimalText::from),
        fee: shown_text(item.fee, exchange)?,
        price: item.plan.price.map(DecimalText::from_written),
        currency: item.plan.price.map(|price| price.currency().into()),
        notes: item.plan.note.as_deref().into_iter().collect(),
    })
}

fn shown_text(amount: Option<Exact>, exchange: &Exchange) -> Result<Option<DecimalText>, Error> {
    amount.map(|amount| Ok(exchange.shown(amount)?.into())).transpose()
}

/// The need, and the need before the margin.
pub(super) fn need_form(context: &Context<'_>) -> NeedForm {
    let need = context.need();
    NeedForm {
        days: need.stay().days(),
        data_mb: need.data().into(),
        per_day_mb: DecimalText::from_text(need.pace_mb()),
        minutes: need.minutes(),
        asked: context.question.before_margin.map(|(asked, margin_percent)| AskedForm {
            data_mb: asked.data().into(),
            minutes: asked.minutes(),
            margin_percent,
        }),
        state: state_word(context.state),
    }
}

/// The data from which and up to which the first offer is the cheapest; `null` is no limit.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub(super) struct ReachForm {
    cheapest_from_mb: Option<DecimalText>,
    cheapest_to_mb: Option<DecimalText>,
}

pub(super) fn reach_form(reach: Reach) -> ReachForm {
    ReachForm {
        cheapest_from_mb: reach.from.map(DecimalText::from),
        cheapest_to_mb: reach.to.map(DecimalText::from),
    }
}

/// The word for the state of the user's line; `None` if the line works.
pub(super) fn state_word(state: State) -> Option<WordText<State>> {
    (state != State::Active).then_some(WordText(state))
}

/// The exchange rates that the prices of these offers were converted with.
pub(super) fn rate_forms(offers: &[&Offer], context: &Context<'_>) -> Vec<RateForm> {
    let base = context.request().rates.base();
    context.rates_used(offers).into_iter().map(|rate| rate_form(rate, base)).collect()
}

fn rate_form(rate: &Rate, base: Currency) -> RateForm {
    RateForm {
        currency: rate.currency.into(),
        base: base.into(),
        per_unit: DecimalText::from_text(rate.per_unit().to_string()),
        date: rate.date.map(SeenText::from),
    }
}

/// A figure of an error or a refusal: counts are numbers, everything else is text, unknown is `null`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum FigureForm {
    /// A number of things.
    Count(u64),
    /// Everything else: names, dates, amounts and volumes.
    Text(String),
    /// What the catalogue does not know.
    Unknown(()),
}

/// The figures of an error or a refusal, by name.
pub type FigureForms = BTreeMap<&'static str, FigureForm>;

/// A change to the request: its option and the value.
pub type ChangeForm = BTreeMap<&'static str, SettingForm>;

/// The value of an option: `true` for a switch, and `false` for an option that is left out.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum SettingForm {
    /// Whether the option is there.
    Switch(bool),
    /// What follows the option.
    Value(FigureForm),
}

/// The figures of an error or a refusal, by name.
pub(super) fn figure_forms(figures: &Figures) -> FigureForms {
    figures.iter().map(|(name, figure)| (*name, figure_form(figure))).collect()
}

/// A change to the request.
pub(super) fn change_form(change: &Change) -> ChangeForm {
    let (option, setting) = change.option();
    let value = match &setting {
        Setting::To(figure) => SettingForm::Value(figure_form(figure)),
        Setting::On => SettingForm::Switch(true),
        Setting::Off => SettingForm::Switch(false),
    };
    ChangeForm::from([(option, value)])
}

fn figure_form(figure: &Figure) -> FigureForm {
    match figure {
        Figure::Count(count) => FigureForm::Count(*count),
        Figure::Unknown => FigureForm::Unknown(()),
        Figure::Amount(amount, _) => FigureForm::Text(amount.to_string()),
        Figure::Volume(kb) => FigureForm::Text(DataVolume::from_kb(*kb).to_string()),
        other => FigureForm::Text(other.to_string()),
    }
}

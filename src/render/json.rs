//! JSON answers: fixed English keys, decimals as strings, `null` for unknown, a schema name with a version.

use super::basket::joined;
use super::offers::{Answer, Explain};
use crate::catalogue::check::Sound;
use crate::domain::basket::Item;
use crate::domain::comparison::{Offer, rates_used};
use crate::domain::explanation::Explanation;
use crate::domain::error::{Error, Figure};
use crate::domain::live::is_live;
use crate::domain::money::Money;
use crate::domain::need::{Need, ServedTime};
use crate::domain::plan::Plan;
use crate::domain::rates::Rate;
use crate::domain::refusal::Refusal;
use crate::domain::request::Request;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a catalogue came from.
#[derive(Clone, Debug, Serialize)]
pub struct Origin {
    /// How many rows it has.
    pub plans: usize,
    /// The fingerprint of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its path, `-` for standard input, or `built in`.
    pub source: String,
}

#[derive(Serialize)]
struct CompareDocument<'a> {
    schema: &'static str,
    today: String,
    currency: &'static str,
    need: NeedForm,
    catalogue: CatalogueForm<'a>,
    rates: Vec<RateForm>,
    offers: Vec<OfferForm<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trade_off: Option<Vec<OfferForm<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refusals: Option<Vec<RefusalForm<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<ExplanationForm<'a>>,
    refusal_counts: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
pub(super) struct NeedForm {
    days: u32,
    data_mb: String,
    per_day_mb: String,
    minutes: u64,
}

#[derive(Serialize)]
struct CatalogueForm<'a> {
    plans: usize,
    offered: usize,
    refused: usize,
    sha256: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
pub(super) struct RateForm {
    currency: &'static str,
    base: &'static str,
    per_unit: String,
    date: Option<String>,
}

#[derive(Serialize)]
pub(super) struct OfferForm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<usize>,
    line: String,
    operator: String,
    mix: bool,
    total: String,
    complete: bool,
    items: Vec<ItemForm<'a>>,
    purchases: u64,
    renewals: u64,
    serves_days: String,
    spare_mb: Option<String>,
    per_day: Option<String>,
    per_gb: Option<String>,
    verified_on: Option<String>,
    stale: bool,
    confidence: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct ItemForm<'a> {
    plan: &'a str,
    count: u64,
    unit_price: Option<String>,
    subtotal: Option<String>,
    fee: String,
    price: Option<String>,
    currency: Option<&'static str>,
}

#[derive(Serialize)]
struct RefusalForm<'a> {
    plan: &'a str,
    code: &'static str,
    detail: Map<String, Value>,
}

/// The answer of `compare`.
///
/// # Errors
/// `amount-too-large` where a subtotal does not fit, which its total would have told before.
pub fn compare(answer: &Answer<'_>, origin: &Origin) -> Result<String, Error> {
    let (request, comparison) = (answer.request, answer.comparison);
    let need = &request.need;
    let refusals = match answer.explain {
        Explain::Nothing => None,
        // Of a large catalogue they are only counted.
        Explain::All if !comparison.is_whole() => None,
        Explain::All => Some(comparison.refusals.iter().map(refusal_form).collect()),
        Explain::Plan(plan, _) => {
            let of_plan = comparison.refusals.iter().filter(|refusal| refusal.plan.id == plan.id);
            Some(of_plan.map(refusal_form).collect())
        }
    };
    let offers = comparison.offers.iter().take(answer.shown).zip(1..);
    let trade_off = comparison.trade_off.as_deref();
    let trade_off_forms =
        trade_off.map(|offers| offers.iter().map(|offer| offer_form(offer, None, request)).collect());
    let document = CompareDocument {
        schema: "simplan/compare/1",
        today: request.today.to_string(),
        currency: request.currency.code(),
        need: need_form(need),
        catalogue: CatalogueForm {
            plans: comparison.plans,
            offered: comparison.offered(),
            refused: comparison.refused(),
            sha256: &origin.sha256,
            source: &origin.source,
        },
        rates: rate_forms(&[comparison.offers.as_slice(), trade_off.unwrap_or_default()].concat(), request),
        offers: offers
            .map(|(offer, rank)| offer_form(offer, Some(rank), request))
            .collect::<Result<_, _>>()?,
        trade_off: trade_off_forms.transpose()?,
        refusals,
        explanation: match answer.explain {
            Explain::Plan(plan, explanation) => Some(explanation_form(plan, explanation, answer)),
            Explain::Nothing | Explain::All => None,
        },
        refusal_counts: comparison
            .refusal_counts()
            .into_iter()
            .map(|(code, count)| (code.word(), count))
            .collect(),
    };
    Ok(document_text(&document))
}

/// The answer of `plans list`.
pub fn plan_list(plans: &[Arc<Plan>], origin: &Origin) -> String {
    let plans: Vec<_> = plans.iter().map(|plan| plan_form(plan)).collect();
    document_text(&json!({"schema": "simplan/plans/1", "catalogue": origin, "plans": plans}))
}

/// The answer of `plans check`.
pub fn check(sound: &Sound, origin: &Origin) -> String {
    let warnings: Vec<_> = sound
        .warnings
        .iter()
        .map(|warning| {
            let figures = warning.error.figures().iter().map(|(name, figure)| ((*name).to_owned(), figure_value(error)));
            let detail: Map<String, Value> = figures.collect();
            json!({"line": warning.line, "column": warning.column, "code": warning.error.code(), "detail": detail})
        })
        .collect();
    document_text(&json!({"schema": "simplan/check/1", "catalogue": origin, "warnings": warnings}))
}

/// The answer of `plans show`.
pub fn plan(plan: &Plan, origin: &Origin) -> String {
    document_text(&json!({"schema": "simplan/plan/1", "catalogue": origin, "plan": plan_form(plan)}))
}

/// A document as text: indented, so that a person can read it too, and ended.
pub(super) fn document_text(document: &impl Serialize) -> String {
    let text =
        serde_json::to_string_pretty(document).expect("keys are strings and nothing here fails to serialize");
    escaped(text) + "\n"
}

/// JSON in which every character that steers a terminal is escaped: those beyond the ones that JSON itself forbids. Such
/// a character can only be in a string; line breaks are between values.
pub(super) fn escaped(text: String) -> String {
    // What may be one has one of these bytes; most documents have none.
    if memchr::memchr3(0x7f, 0xc2, 0xe2, text.as_bytes()).is_none() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && is_live(c) { out += &format!("\\u{:04x}", u32::from(c)) } else { out.push(c) }
    }
    out
}

/// An offer; its rank only where it stands in a ranking.
pub(super) fn offer_form<'a>(
    offer: &'a Offer,
    rank: Option<usize>,
    request: &Request,
) -> Result<OfferForm<'a>, Error> {
    let (basket, need) = (&offer.basket, &request.need);
    let per = |numerator, denominator| basket.total().per(numerator, denominator).map(Money::amount_text);
    Ok(OfferForm {
        rank,
        line: joined(&offer.lines),
        operator: joined(&offer.operators),
        mix: offer.mix,
        total: basket.total().amount_text(),
        complete: basket.complete(),
        items: basket.items().iter().map(item_form).collect::<Result<_, _>>()?,
        purchases: basket.purchases(),
        renewals: basket.renewals(),
        serves_days: need.days(basket.served()).to_string(),
        spare_mb: basket.spare_data(need, request.data_left()).map(DataVolume::in_mb),
        per_day: per(u128::from(need.stay().days()), 1),
        per_gb: per(u128::from(need.data().kb()), 1_000_000),
        verified_on: basket.verified_on().map(|date| date.to_string()),
        stale: basket.is_stale(request.today),
        confidence: basket.confidence().map(Word::word),
    })
}

pub(super) fn item_form(item: &Item) -> Result<ItemForm<'_>, Error> {
    Ok(ItemForm {
        plan: item.plan.id.as_str(),
        count: item.count,
        unit_price: item.unit_price.map(Money::amount_text),
        subtotal: item.subtotal()?.map(Money::amount_text),
        fee: item.fee.amount_text(),
        price: item.plan.price.map(Money::as_written),
        currency: item.plan.price.map(|price| price.currency().code()),
    })
}

/// The need.
pub(super) fn need_form(need: &Need) -> NeedForm {
    NeedForm {
        days: need.stay().days(),
        data_mb: need.data().in_mb(),
        per_day_mb: need.pace_mb(),
        minutes: need.minutes(),
    }
}

/// The rates that prices of these offers were converted with.
pub(super) fn rate_forms(offers: &[Offer], request: &Request) -> Vec<RateForm> {
    let base = request.rates.base().code();
    rates_used(offers, request).iter().map(|rate| rate_form(rate, base)).collect()
}

fn rate_form(rate: &Rate, base: &'static str) -> RateForm {
    RateForm {
        currency: rate.currency.code(),
        base,
        per_unit: rate.per_unit().to_string(),
        date: rate.date.map(|date| date.to_string()),
    }
}

fn refusal_form(refusal: &Refusal) -> RefusalForm<'_> {
    let mut detail = Map::new();
    for (name, figure) in &refusal.reason.figures {
        detail.insert((*name).to_owned(), figure_value(error));
    }
    if let Some(sim) = &refusal.reason.because_of {
        detail.insert("because_of".to_owned(), sim.as_str().into());
    }
    if let Some(change) = &refusal.reason.change {
        let (option, value) = change.option();
        let value = value.as_ref().map_or(Value::Bool(true), figure_value);
        detail.insert("fits_with".to_owned(), json!({ option: value }));
    }
    RefusalForm { plan: refusal.plan.id.as_str(), code: refusal.reason.code.word(), detail }
}

/// Counts are numbers, everything else is text, unknown is `null`.
fn figure_value(figure: &Figure) -> Value {
    match figure {
        Figure::Count(count) => Value::from(*count),
        Figure::Unknown => Value::Null,
        Figure::Money(money) => Value::from(money.amount_text()),
        other => Value::from(other.to_string()),
    }
}

/// One plan explained: what a purchase serves, its ranks, and the price at which its own offer would be the first.
#[derive(Serialize)]
struct ExplanationForm<'a> {
    plan: &'a str,
    validity_days: Option<String>,
    data_days: Option<String>,
    serves_days: Option<String>,
    rank: Option<usize>,
    mixed_ranks: Vec<usize>,
    needed: Option<u64>,
    wins_at: Option<String>,
}

fn explanation_form<'a>(
    plan: &'a Plan,
    explanation: &Explanation<'_>,
    answer: &Answer<'_>,
) -> ExplanationForm<'a> {
    let days = |time: Option<ServedTime>| time.map(|time| answer.request.need.days(time).to_string());
    let bought = |offer: &Offer| {
        offer.basket.items().iter().find(|item| item.plan.id == plan.id).map(|item| item.count)
    };
    ExplanationForm {
        plan: plan.id.as_str(),
        validity_days: days(explanation.by_validity),
        data_days: days(explanation.by_data),
        serves_days: days(explanation.served),
        rank: explanation.alone.and_then(|(rank, _)| rank),
        mixed_ranks: explanation.mixed.iter().filter_map(|(rank, _)| *rank).collect(),
        needed: explanation.alone.and_then(|(_, offer)| bought(offer)),
        wins_at: explanation.wins_at.as_ref().ok().copied().flatten().map(Money::amount_text),
    }
}

#[derive(Serialize)]
struct PlanForm<'a> {
    id: &'a str,
    line: &'a str,
    operator: &'a str,
    name: &'a str,
    kind: &'static str,
    price: Option<String>,
    currency: Option<&'static str>,
    setup_fee: Option<String>,
    data: Option<String>,
    data_per: &'static str,
    validity: Option<String>,
    minutes: Option<String>,
    sms: Option<String>,
    scope: String,
    network: Option<&'static str>,
    buy: Option<&'a str>,
    audience: &'static str,
    max_purchases: Option<u64>,
    source: Option<&'a str>,
    verified_on: Option<String>,
    confidence: Option<&'static str>,
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extra: BTreeMap<&'a str, &'a str>,
}

fn plan_form(plan: &Plan) -> PlanForm<'_> {
    PlanForm {
        id: plan.id.as_str(),
        line: plan.line.as_str(),
        operator: plan.operator.as_str(),
        name: &plan.name,
        kind: plan.kind.word(),
        price: plan.price.map(Money::as_written),
        currency: plan.price.or(plan.setup_fee).map(|price| price.currency().code()),
        setup_fee: plan.setup_fee.map(Money::as_written),
        data: plan.allowance.map(|data| data.to_string()),
        data_per: plan.data_per.word(),
        validity: plan.validity.map(|validity| validity.to_string()),
        minutes: plan.minutes.map(|minutes| minutes.to_string()),
        sms: plan.sms.map(|sms| sms.to_string()),
        scope: plan.scope.to_string(),
        network: plan.network.map(Word::word),
        buy: plan.buy.as_deref(),
        audience: plan.audience.word(),
        max_purchases: plan.max_purchases,
        source: plan.source.as_deref(),
        verified_on: plan.verified_on.map(|date| date.to_string()),
        confidence: plan.confidence.map(Word::word),
        note: plan.note.as_deref(),
        extra: plan.extra.iter().map(|(name, cell)| (name.as_str(), cell.as_str())).collect(),
    }
}

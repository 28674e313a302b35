//! The JSON answers of `plans list`, `plans export`, `plans import` and `plans show`.

use super::forms::Origin;
use super::schema_name::{JsonForm, SchemaName};
use super::values::{CurrencyText, DecimalText, SeenText, WordText};
use crate::catalogue::cells::currency;
use crate::domain::plan::{Audience, Balance, Confidence, DataPer, Form, Kind, Network, Plan, Sold};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The answer of `plans list`, `plans export` and `plans import`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PlansForm<'a> {
    catalogue: &'a Origin,
    plans: Vec<PlanForm<'a>>,
    schema: SchemaName<Self>,
}

impl<'a> PlansForm<'a> {
    pub(super) fn new(plans: &'a [Arc<Plan>], catalogue: &'a Origin) -> Self {
        let plans = plans.iter().map(|plan| plan_form(plan)).collect();
        Self { catalogue, plans, schema: SchemaName::default() }
    }
}

impl JsonForm for PlansForm<'_> {
    const SCHEMA: &'static str = "simplan/plans/1";
}

/// The answer of `plans show`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct OnePlanForm<'a> {
    catalogue: &'a Origin,
    plan: PlanForm<'a>,
    schema: SchemaName<Self>,
    /// The path of the overlay that each value comes from, by column; the others come from the catalogue.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    sources: &'a BTreeMap<String, String>,
}

impl<'a> OnePlanForm<'a> {
    pub(super) fn new(plan: &'a Plan, sources: &'a BTreeMap<String, String>, catalogue: &'a Origin) -> Self {
        Self { catalogue, plan: plan_form(plan), schema: SchemaName::default(), sources }
    }
}

impl JsonForm for OnePlanForm<'_> {
    const SCHEMA: &'static str = "simplan/plan/1";
}

/// A line of `plans export` or `plans import` in NDJSON.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PlanLineForm<'a> {
    schema: SchemaName<Self>,
    #[serde(flatten)]
    plan: PlanForm<'a>,
}

impl<'a> PlanLineForm<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        Self { schema: SchemaName::default(), plan: plan_form(plan) }
    }
}

impl JsonForm for PlanLineForm<'_> {
    const SCHEMA: &'static str = "simplan/plan-line/1";
}

/// A row of the catalogue. `null` is unknown.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PlanForm<'a> {
    audience: WordText<Audience>,
    /// Whether data, minutes and SMS draw on one balance.
    balance: Option<WordText<Balance>>,
    /// The star code, or where it is sold.
    buy: Option<&'a str>,
    confidence: Option<WordText<Confidence>>,
    /// The included call credit.
    credit: Option<DecimalText>,
    /// The currency of all amounts.
    currency: Option<CurrencyText>,
    /// The included data: `500MB`, `2GB` or `unlimited`.
    data: Option<String>,
    /// Whether the data is for each day or in all.
    data_per: WordText<DataPer>,
    /// The columns of the file that have no meaning here.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extra: BTreeMap<&'a str, &'a str>,
    form: Option<WordText<Form>>,
    id: &'a str,
    kind: WordText<Kind>,
    /// What one SIM or subscription can carry; plans of a line are bought one after another on it.
    line: &'a str,
    /// How often it may be bought; `null` if there is no limit.
    max_purchases: Option<u64>,
    /// The included call minutes, or `unlimited`.
    minutes: Option<String>,
    /// The name as sold.
    name: &'a str,
    network: Option<WordText<Network>>,
    note: Option<&'a str>,
    /// The seller.
    operator: &'a str,
    price: Option<DecimalText>,
    /// `general`, or what the data is restricted to.
    scope: String,
    /// What is paid once for a contract.
    setup_fee: Option<DecimalText>,
    /// The included SMS, or `unlimited`.
    sms: Option<String>,
    sold: Option<WordText<Sold>>,
    /// The address or the title of the source.
    source: Option<&'a str>,
    /// How long a purchase lasts: `7d`, `24h`.
    validity: Option<String>,
    /// When the price was seen.
    verified_on: Option<SeenText>,
}

pub(super) fn plan_form(plan: &Plan) -> PlanForm<'_> {
    PlanForm {
        audience: WordText(plan.audience),
        balance: plan.balance.map(WordText),
        buy: plan.buy.as_deref(),
        confidence: plan.confidence.map(WordText),
        credit: plan.credit.map(DecimalText::from_written),
        currency: currency(plan).map(CurrencyText::from),
        data: plan.allowance.map(|data| data.to_string()),
        data_per: WordText(plan.data_per),
        extra: plan.extra.iter().map(|(name, cell)| (name.as_str(), cell.as_str())).collect(),
        form: plan.form.map(WordText),
        id: plan.id.as_str(),
        kind: WordText(plan.kind),
        line: plan.line.as_str(),
        max_purchases: plan.max_purchases,
        minutes: plan.minutes.map(|minutes| minutes.to_string()),
        name: &plan.name,
        network: plan.network.map(WordText),
        note: plan.note.as_deref(),
        operator: plan.operator.as_str(),
        price: plan.price.map(DecimalText::from_written),
        scope: plan.scope.to_string(),
        setup_fee: plan.setup_fee.map(DecimalText::from_written),
        sms: plan.sms.map(|sms| sms.to_string()),
        sold: plan.sold.map(WordText),
        source: plan.source.as_deref(),
        validity: plan.validity.map(|validity| validity.to_string()),
        verified_on: plan.verified_on.map(SeenText::from),
    }
}

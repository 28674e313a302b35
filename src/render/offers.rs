//! The answer of `compare`: one sentence, the ranked table, and remarks on both.

use super::basket::{nothing_to_buy, rates_line, renewals, shopping_list};
use super::block::{Block, Tone};
use super::column::Reader;
use super::context::Context;
use super::document::Document;
use super::explain::{
    ExplanationForm, RefusalForm, explain_blocks, explanation_form, nothing_fits, refusal_forms,
    refused_unknown,
};
use super::forms::{NeedForm, OfferForm, Origin, RateForm, need_form, offer_form, rate_forms};
use super::grid::Grid;
use super::offer_columns::offers_grid;
use super::usage::usage_form;
use crate::domain::basket::STALE_AFTER_DAYS;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::explanation::Explanation;
use crate::domain::plan::Plan;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::word::Word;
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The ranked offers, and why other plans are in none.
#[derive(Clone, Copy)]
pub struct ComparisonDocument<'a> {
    /// The question, its catalogue and the language.
    pub context: Context<'a>,
    /// The offers in the order of their ranks.
    pub offers: &'a [Offer],
    /// The best offer with a stated volume, if the first offer is unlimited.
    pub stated: Option<&'a Offer>,
    /// The Pareto front by purchases and total; `None` if the user did not ask for it.
    pub trade_off: Option<&'a [Offer]>,
    /// How many offers are shown at most.
    pub shown: usize,
    /// The keys of the columns to show; `None` for the usual ones.
    pub columns: Option<&'a [String]>,
    /// How many rows of the catalogue were offered and refused.
    pub counts: &'a RowCounts,
    /// The refusals, or the explanation of one plan.
    pub explain: Explain<'a>,
    /// Whether the user asked for explanations. If nothing fits, `explain` has the refusals all the same.
    pub is_explained: bool,
    /// The source of the catalogue.
    pub origin: &'a Origin,
}

/// How many rows of a catalogue were offered and refused.
#[derive(Clone, Debug, Default)]
pub struct RowCounts {
    /// How many rows the catalogue has.
    pub plans: usize,
    /// How many offers there are, including those of plans that were only counted.
    pub offers: usize,
    /// How many rows were refused for each reason.
    pub refused: BTreeMap<Code, usize>,
    /// How many rows were refused only because the catalogue lacks a fact.
    pub refused_unknown: usize,
    /// Whether some refused rows are only counted, because the catalogue is large.
    pub is_counted: bool,
}

impl RowCounts {
    /// How many rows were refused in all.
    pub fn refused(&self) -> usize {
        self.refused.values().sum()
    }
}

/// What an answer explains.
#[derive(Clone, Copy, Debug)]
pub enum Explain<'a> {
    /// No refusals and no plan.
    Nothing,
    /// Why each plan without an offer was refused.
    All(&'a [Refusal]),
    /// How this one plan fared.
    Plan(&'a Plan, &'a Explanation<'a>),
}

impl Document for ComparisonDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let mut blocks = vec![match self.offers.first() {
            Some(offer) => Block::Sentences(Tone::Strong, vec![best(offer, self)?]),
            None => Block::Sentences(Tone::Plain, nothing_fits(self)),
        }];
        blocks.push(Block::Sentences(Tone::Plain, self.context.remarks()?));
        // An offer without purchases has a sentence and no table.
        let is_tabled = self.shown_offers().iter().any(|offer| !offer.basket.items().is_empty());
        if is_tabled {
            if self.trade_off.is_some() {
                blocks.push(Block::Sentences(Tone::Plain, vec![self.messages().tr("trade-off")]));
            }
            blocks.push(Block::Table(offers_grid(self, Reader::Human)?));
            blocks.push(Block::Sentences(Tone::Faint, footer(self)));
        }
        if self.is_explained {
            blocks.extend(explain_blocks(self)?);
        }
        Ok(blocks)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(offers_grid(self, Reader::Machine))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let context = &self.context;
        let request = context.request();
        let trade_off = self
            .trade_off
            .map(|offers| offers.iter().map(|offer| offer_form(offer, None, context)).collect());
        let shown = &self.offers[..self.offers.len().min(self.shown)];
        let converted: Vec<&Offer> = shown.iter().chain(self.trade_off.unwrap_or_default()).collect();
        let counts = self.counts;
        Ok(ComparisonForm {
            schema: "simplan/compare/2",
            today: request.today.to_string(),
            currency: request.currency.code(),
            need: need_form(context),
            usage: use_form(context)?,
            catalogue: CatalogueForm {
                plans: counts.plans,
                offered: counts.plans - counts.refused(),
                refused: counts.refused(),
                sha256: self.origin.sha256.as_deref(),
                source: &self.origin.source,
            },
            rates: rate_forms(&converted, context),
            offers: shown
                .iter()
                .zip(1..)
                .map(|(offer, rank)| offer_form(offer, Some(rank), context))
                .collect::<Result<_, _>>()?,
            trade_off: trade_off.transpose()?,
            refusals: if self.is_explained { refusal_forms(self) } else { None },
            explanation: match self.explain {
                Explain::Plan(plan, explanation) => Some(explanation_form(plan, explanation, self)),
                Explain::Nothing | Explain::All(_) => None,
            },
            refusal_counts: counts.refused.iter().map(|(code, count)| (code.word(), *count)).collect(),
            refused_unknown: counts.refused_unknown,
        })
    }
}

impl<'a> ComparisonDocument<'a> {
    /// The offers in the table: the first ones of the ranking, or the trade-off if the user asked for it.
    pub(super) fn shown_offers(&self) -> &'a [Offer] {
        self.trade_off.unwrap_or(&self.offers[..self.offers.len().min(self.shown)])
    }
}

#[derive(Serialize)]
struct ComparisonForm<'a> {
    schema: &'static str,
    today: String,
    currency: &'static str,
    need: NeedForm,
    #[serde(rename = "use", skip_serializing_if = "Option::is_none")]
    usage: Option<UseForm<'a>>,
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
    refused_unknown: usize,
}

/// The activities that the need is made of, and the best offer for their high estimates.
#[derive(Serialize)]
struct UseForm<'a> {
    day: Value,
    high_offer: Option<OfferForm<'a>>,
}

fn use_form<'a>(context: &Context<'a>) -> Result<Option<UseForm<'a>>, Error> {
    let Some(high) = context.high else { return Ok(None) };
    let of_high = Context { question: &high.question, ..*context };
    let high_offer = high.offer.as_ref().map(|offer| offer_form(offer, None, &of_high)).transpose()?;
    Ok(Some(UseForm { day: usage_form(&high.usage), high_offer }))
}

#[derive(Serialize)]
struct CatalogueForm<'a> {
    plans: usize,
    offered: usize,
    refused: usize,
    sha256: Option<&'a str>,
    source: &'a str,
}

/// The sentence that answers the question. If the best offer is unlimited, a second sentence names the cheapest offer
/// with a stated volume.
fn best(offer: &Offer, answer: &ComparisonDocument<'_>) -> Result<String, Error> {
    let context = &answer.context;
    let first = best_sentence(offer, context)?;
    let Some(stated) = answer.stated else { return Ok(first) };
    let messages = context.messages;
    let args =
        [("basket", shopping_list(&stated.basket, context)?), ("total", context.total(&stated.basket)?)];
    Ok(format!("{first}{}{}", messages.tr("sentence-separator"), messages.tr_with("answer-stated", args)))
}

/// The sentence that names the best offer.
///
/// # Errors
/// `amount-too-large`, `date-out-of-range`.
pub(super) fn best_sentence<'a>(offer: &'a Offer, context: &Context<'a>) -> Result<String, Error> {
    let basket = &offer.basket;
    if basket.items().is_empty() {
        return Ok(nothing_to_buy(context.need().data(), context));
    }
    let messages = context.messages;
    let args = [
        ("need", MessageArg::from(context.need_text())),
        ("basket", shopping_list(basket, context)?.into()),
        ("total", context.total(basket)?.into()),
        ("purchases", messages.purchases(basket.purchases()).into()),
        ("renewals", renewals(offer, context)?.into()),
    ];
    Ok(messages.tr_with("answer-best", args))
}

/// The remarks under the table: what it leaves out, and how old the prices are.
fn footer(answer: &ComparisonDocument<'_>) -> Vec<String> {
    let messages = answer.context.messages;
    let shown = answer.shown_offers();
    let mut lines = Vec::new();
    if answer.trade_off.is_none() {
        let counts =
            [("shown", shown.len()), ("offers", answer.counts.offers), ("refused", answer.counts.refused())];
        lines.push(messages.tr_with("footer-shown", counts));
    }
    lines.extend(refused_unknown(answer));
    lines.extend(price_remarks(&shown.iter().collect::<Vec<_>>(), &answer.context));
    lines
}

/// Remarks on the prices of some offers: their age, what is not known, and how they were converted.
pub(super) fn price_remarks(shown: &[&Offer], context: &Context<'_>) -> Vec<String> {
    let messages = context.messages;
    let mut lines = Vec::new();
    let items: Vec<_> = shown.iter().flat_map(|offer| offer.basket.items()).collect();
    let dates: Vec<_> = items.iter().filter_map(|item| item.plan.verified_on).collect();
    if let (Some(oldest), Some(newest)) = (dates.iter().min(), dates.iter().max()) {
        lines.push(if oldest == newest {
            messages.tr_with("footer-prices-of", [("oldest", messages.on_date(&oldest.to_string()))])
        } else {
            let ends = [("oldest", oldest), ("newest", newest)];
            let args = ends.map(|(name, date)| (name, messages.date_in_range(&date.to_string())));
            messages.tr_with("footer-prices", args)
        });
    }
    if shown.iter().any(|offer| offer.basket.is_stale(context.request().today)) {
        lines.push(messages.tr_with("footer-stale", [("days", STALE_AFTER_DAYS)]));
    }
    if shown.iter().any(|offer| !offer.basket.is_complete()) {
        lines.push(messages.tr("footer-incomplete"));
    }
    if items.iter().any(|item| item.plan.is_contract()) {
        lines.push(messages.tr("footer-contract"));
    }
    lines.extend(rates_line(shown, context));
    lines
}

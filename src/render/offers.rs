//! The answer of `compare`: one sentence, the ranked table, and what a reader should know about both.

use super::basket::{nothing_to_buy, rates_line, renewals, shopping_list, total};
use super::block::{Block, Tone};
use super::column::Reader;
use super::document::Document;
use super::explain::{
    ExplanationForm, RefusalForm, explain_blocks, explanation_form, nothing_fits, refusal_forms,
};
use super::forms::{NeedForm, OfferForm, Origin, RateForm, need_form, offer_form, rate_forms};
use super::grid::Grid;
use super::offer_columns::offers_grid;
use crate::domain::basket::STALE_AFTER_DAYS;
use crate::domain::comparison::{Comparison, Offer};
use crate::domain::explanation::Explanation;
use crate::domain::figure::Error;
use crate::domain::plan::Plan;
use crate::domain::request::Request;
use crate::domain::word::Word;
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;
use std::collections::BTreeMap;

/// The best offers, and why other plans are none.
#[derive(Clone, Copy)]
pub struct ComparisonDocument<'a> {
    /// What was asked.
    pub request: &'a Request,
    /// What was found.
    pub comparison: &'a Comparison,
    /// How many offers are shown.
    pub shown: usize,
    /// The keys of the columns to show, unless they are the usual ones.
    pub columns: Option<&'a [String]>,
    /// Which refusals are shown.
    pub explain: Explain<'a>,
    /// Where the catalogue came from.
    pub origin: &'a Origin,
    /// The language.
    pub messages: &'a Messages,
}

/// Which refusals an answer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explain<'a> {
    /// None.
    Nothing,
    /// All of them.
    All,
    /// What became of this one plan.
    Plan(&'a Plan, &'a Explanation<'a>),
}

impl Document for ComparisonDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let mut blocks = vec![match self.comparison.offers.first() {
            Some(offer) => Block::Sentences(Tone::Strong, vec![best(offer, self)]),
            None => Block::Sentences(Tone::Plain, nothing_fits(self)),
        }];
        // An offer without purchases is said, not tabled.
        if !self.shown_offers().is_empty() && !self.request.needs_nothing() {
            if self.comparison.trade_off.is_some() {
                blocks.push(Block::Sentences(Tone::Plain, vec![self.messages.tr("trade-off")]));
            }
            blocks.push(Block::Table(offers_grid(self, Reader::Human)?));
            blocks.push(Block::Sentences(Tone::Faint, footer(self)));
        }
        blocks.extend(explain_blocks(self));
        Ok(blocks)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(offers_grid(self, Reader::Machine))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let (request, comparison) = (self.request, self.comparison);
        let trade_off = comparison.trade_off.as_deref();
        let trade_off_forms =
            trade_off.map(|offers| offers.iter().map(|offer| offer_form(offer, None, request)).collect());
        let offers = comparison.offers.iter().take(self.shown).zip(1..);
        Ok(ComparisonForm {
            schema: "simplan/compare/1",
            today: request.today.to_string(),
            currency: request.currency.code(),
            need: need_form(&request.need),
            catalogue: CatalogueForm {
                plans: comparison.plans,
                offered: comparison.offered(),
                refused: comparison.refused(),
                sha256: &self.origin.sha256,
                source: &self.origin.source,
            },
            rates: rate_forms(
                &[comparison.offers.as_slice(), trade_off.unwrap_or_default()].concat(),
                request,
            ),
            offers: offers
                .map(|(offer, rank)| offer_form(offer, Some(rank), request))
                .collect::<Result<_, _>>()?,
            trade_off: trade_off_forms.transpose()?,
            refusals: refusal_forms(self),
            explanation: match self.explain {
                Explain::Plan(plan, explanation) => Some(explanation_form(plan, explanation, self)),
                Explain::Nothing | Explain::All => None,
            },
            refusal_counts: comparison
                .refusal_counts()
                .into_iter()
                .map(|(code, count)| (code.word(), count))
                .collect(),
        })
    }
}

impl<'a> ComparisonDocument<'a> {
    /// What the table shows: the first offers, or the trade-off if it is asked for.
    pub(super) fn shown_offers(&self) -> &'a [Offer] {
        match &self.comparison.trade_off {
            Some(trade_off) => trade_off,
            None => &self.comparison.offers[..self.comparison.offers.len().min(self.shown)],
        }
    }
}

#[derive(Serialize)]
struct ComparisonForm<'a> {
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
struct CatalogueForm<'a> {
    plans: usize,
    offered: usize,
    refused: usize,
    sha256: &'a str,
    source: &'a str,
}

/// The sentence that answers the question.
fn best(offer: &Offer, answer: &ComparisonDocument<'_>) -> String {
    let (messages, need, basket) = (answer.messages, &answer.request.need, &offer.basket);
    if basket.items().is_empty() {
        return nothing_to_buy(answer.request, messages);
    }
    let args = [
        ("days", MessageArg::from(messages.days(need.stay().days()))),
        ("data", messages.volume(need.data()).into()),
        ("basket", shopping_list(basket, messages).into()),
        ("total", total(basket, messages).into()),
        ("purchases", messages.purchases(basket.purchases()).into()),
        ("renewals", renewals(basket, answer.request, messages).into()),
        ("minutes", need.minutes().into()),
    ];
    let key = if need.minutes() > 0 { "answer-best-with-minutes" } else { "answer-best" };
    messages.tr_with(key, args)
}

/// What is hidden, and how old the prices are.
fn footer(answer: &ComparisonDocument<'_>) -> Vec<String> {
    let (messages, comparison) = (answer.messages, answer.comparison);
    let shown = answer.shown_offers();
    let mut lines = Vec::new();
    if comparison.trade_off.is_none() {
        let counts =
            [("shown", shown.len()), ("offers", comparison.found()), ("refused", comparison.refused())];
        lines.push(messages.tr_with("footer-shown", counts));
    }
    let items = || shown.iter().flat_map(|offer| offer.basket.items());
    let dates = || items().filter_map(|item| item.plan.verified_on);
    if let (Some(oldest), Some(newest)) = (dates().min(), dates().max()) {
        let args =
            [("oldest", messages.date(&oldest.to_string())), ("newest", messages.date(&newest.to_string()))];
        lines.push(
            messages.tr_with(if oldest == newest { "footer-prices-of" } else { "footer-prices" }, args),
        );
    }
    if shown.iter().any(|offer| offer.basket.is_stale(answer.request.today)) {
        lines.push(messages.tr_with("footer-stale", [("days", STALE_AFTER_DAYS)]));
    }
    if shown.iter().any(|offer| !offer.basket.complete()) {
        lines.push(messages.tr("footer-incomplete"));
    }
    lines.extend(rates_line(shown, answer.request, messages));
    lines
}

//! The answer of `compare`: one sentence, the ranked table, and remarks on both.

use super::advice::{Advice, AlternativeForm, FallbackForm, alternative_forms, fallback_form, next_step};
use super::basket::{rates_line, shopping_list};
use super::block::{Block, Tone};
use super::column::Reader;
use super::context::Context;
use super::document::Document;
use super::explain::{
    ExplanationForm, RefusalForm, explain_blocks, explanation_form, nothing_fits, refusal_forms,
};
use super::first_offer::{best_sentence, left_text, notes, reach_text, remarks};
use super::forms::{
    NeedForm, OfferForm, Origin, RateForm, ReachForm, need_form, offer_form, rate_forms, reach_form,
};
use super::grid::Grid;
use super::last_day::{LastDayForm, last_day_form, last_day_text};
use super::mine::{MineForm, mine_form, mine_text};
use super::offer_columns::offers_grid;
use super::schema_name::{JsonForm, SchemaName};
use super::usage::{DayForm, day_form};
use super::values::{CurrencyText, DateText};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::explanation::Explanation;
use crate::domain::plan::Plan;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::word::Word;
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;
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
    /// How many offers are shown at most; `None` for the usual number.
    pub limit: Option<usize>,
    /// How much is shown of what can be left out.
    pub detail: Detail,
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
    /// What to know beside the offers.
    pub advice: &'a Advice,
}

/// How much is shown of what can be left out, so that an answer stays on one screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// How many offers.
    offers: usize,
    /// How many lines of each note.
    note_lines: usize,
    /// Whether the table shows baskets whole.
    has_whole_baskets: bool,
    /// Whether what is one change away says what to buy.
    has_near_baskets: bool,
    /// Whether it says how far the data may move.
    has_reach: bool,
}

impl Detail {
    /// From the most to the least.
    const STEPS: [Self; 8] = [
        Self { offers: 4, note_lines: 2, has_whole_baskets: true, has_near_baskets: true, has_reach: true },
        Self { offers: 4, note_lines: 1, has_whole_baskets: true, has_near_baskets: true, has_reach: true },
        Self { offers: 3, note_lines: 1, has_whole_baskets: true, has_near_baskets: true, has_reach: true },
        Self { offers: 3, note_lines: 1, has_whole_baskets: false, has_near_baskets: true, has_reach: true },
        Self { offers: 2, note_lines: 1, has_whole_baskets: false, has_near_baskets: true, has_reach: true },
        Self { offers: 2, note_lines: 0, has_whole_baskets: false, has_near_baskets: true, has_reach: true },
        Self {
            offers: 2,
            note_lines: 0,
            has_whole_baskets: false,
            has_near_baskets: false,
            has_reach: false,
        },
        Self {
            offers: 1,
            note_lines: 0,
            has_whole_baskets: false,
            has_near_baskets: false,
            has_reach: false,
        },
    ];

    /// How many lines of a basket the table shows if it does not show baskets whole.
    const BASKET_LINES: usize = 2;

    /// As much as there is room for.
    pub const MOST: Self = Self::STEPS[0];

    /// The next step; `None` after the last one.
    fn less(self) -> Option<Self> {
        let at = Self::STEPS.iter().position(|step| *step == self)?;
        Self::STEPS.get(at + 1).copied()
    }
}

/// How many offers scripts get, and people who ask for every plan alone.
pub const USUAL_LIMIT: usize = 10;

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
    /// How many rows were refused because a figure or a fact about them is not known.
    pub fn unknown(&self) -> usize {
        let codes = [Code::PriceUnknown, Code::RateUnknown, Code::AllowanceUnknown, Code::ValidityUnknown];
        let of_codes = codes.iter().filter_map(|code| self.refused.get(code));
        of_codes.sum::<usize>() + self.refused_unknown
    }

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
        let context = &self.context;
        let mut blocks = if let Some(first) = self.offers.first() {
            self.about_first(first)?
        } else {
            let remarks = Block::Sentences(Tone::Plain, context.remarks()?);
            vec![Block::Sentences(Tone::Plain, nothing_fits(self)), remarks]
        };
        // An offer without purchases has a sentence and no table.
        let is_tabled = self.shown_offers().iter().any(|(_, offer)| !offer.basket.items().is_empty());
        if is_tabled {
            if self.trade_off.is_some() {
                blocks.push(Block::Sentences(Tone::Plain, vec![self.messages().tr("trade-off")]));
            }
            let grid = offers_grid(self, Reader::Human)?;
            let text_lines = (!self.detail.has_whole_baskets).then_some(Detail::BASKET_LINES);
            blocks.push(Block::Table(Grid { text_lines, ..grid }));
            blocks.push(Block::Remarks(Tone::Faint, self.footer()?));
        }
        blocks.push(Block::Sentences(Tone::Plain, self.advice_lines(true)?));
        if self.is_explained {
            // Who asks why does not want to buy yet.
            blocks.extend(explain_blocks(self)?);
        } else {
            blocks.extend(next_step(self.advice.next.as_deref(), self.messages()));
        }
        Ok(blocks)
    }

    fn shorter(&self) -> Option<Self> {
        let is_asked_for = self.limit.is_some() || self.trade_off.is_some() || self.is_explained;
        if is_asked_for {
            return None;
        }
        Some(Self { detail: self.detail.less()?, ..*self })
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
        let shown = self.first_offers(self.limit.unwrap_or(USUAL_LIMIT));
        let trade_offs = self.trade_off.unwrap_or_default().iter();
        let converted: Vec<&Offer> = shown.iter().map(|(_, offer)| *offer).chain(trade_offs).collect();
        let counts = self.counts;
        Ok(ComparisonForm {
            schema: SchemaName::default(),
            today: request.today.into(),
            currency: request.currency.into(),
            need: need_form(context),
            usage: use_form(context)?,
            catalogue: CatalogueForm {
                plans: counts.plans,
                offered: counts.plans - counts.refused(),
                refused: counts.refused(),
                sha256: self.origin.sha256.as_deref(),
                source: &self.origin.source,
                overlays: &self.origin.overlays,
            },
            rates: rate_forms(&converted, context),
            offers: shown
                .iter()
                .map(|(rank, offer)| offer_form(offer, Some(*rank), context))
                .collect::<Result<_, _>>()?,
            alternatives: alternative_forms(self.advice, context)?,
            mine: mine_form(self.offers, context)?,
            fallback: fallback_form(self.advice, context)?,
            last_day: match (&self.advice.last_day, self.offers.first()) {
                (Some(last), Some(first)) => Some(last_day_form(last, first, context)?),
                _ => None,
            },
            reach: self.advice.reach.map(reach_form),
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
    pub(super) fn shown_offers(&self) -> Vec<(usize, &'a Offer)> {
        self.offers_up_to(self.limit.unwrap_or(self.detail.offers))
    }

    /// The offers for scripts, which are not limited by a screen.
    pub(super) fn listed_offers(&self) -> Vec<(usize, &'a Offer)> {
        self.offers_up_to(self.limit.unwrap_or(USUAL_LIMIT))
    }

    fn offers_up_to(&self, most: usize) -> Vec<(usize, &'a Offer)> {
        match self.trade_off {
            Some(offers) => (1..).zip(offers).collect(),
            None => self.first_offers(most),
        }
    }

    /// The first offers with their ranks, and what the user has already, wherever it ranks.
    fn first_offers(&self, most: usize) -> Vec<(usize, &'a Offer)> {
        let ranked = (1..).zip(self.offers);
        ranked.filter(|(rank, offer)| *rank <= most || self.context.is_mine(offer)).collect()
    }

    /// The answer to the question, and what to know about it.
    fn about_first(&self, first: &'a Offer) -> Result<Vec<Block>, Error> {
        let context = &self.context;
        let reach = self.advice.reach.filter(|_| self.detail.has_reach);
        let reach = reach.and_then(|reach| reach_text(reach, context));
        let mine = mine_text(self.offers, context)?;
        let about = remarks(first, context).into_iter().chain(reach).chain(mine);
        let notes = if self.detail.note_lines > 0 { notes(&first.basket, context) } else { Vec::new() };
        Ok(vec![
            Block::Sentences(Tone::Strong, vec![self.best(first)?]),
            Block::Remarks(Tone::Plain, about.chain(context.remarks()?).collect()),
            Block::Notes { most_lines: self.detail.note_lines, notes },
        ])
    }

    /// The sentence that answers the question. If the best offer is unlimited, a second sentence names the cheapest offer
    /// with a stated volume.
    pub(super) fn best(&self, offer: &Offer) -> Result<String, Error> {
        let context = &self.context;
        let first = best_sentence(offer, context)?;
        let Some(stated) = self.stated else { return Ok(first) };
        let messages = context.messages;
        let args = [
            ("basket", shopping_list(&stated.basket, context)?),
            ("total", context.short_total(&stated.basket)?),
        ];
        Ok(format!("{first}{}{}", messages.tr("sentence-separator"), messages.tr_with("answer-stated", args)))
    }

    /// What to know besides the offers, a line each; `has_options` is whether changes are named as options.
    pub(super) fn advice_lines(&self, has_options: bool) -> Result<Vec<String>, Error> {
        let context = &self.context;
        let own_sims = self.advice.own_sims_text(context.messages);
        let last_day = self.last_day_text()?;
        let near = self.advice.lines(self.detail.has_near_baskets, has_options, context)?;
        let sims = self.two_sims_text();
        let left = self.offers.first().map(|first| left_text(first, context)).transpose()?.flatten();
        Ok(own_sims.into_iter().chain(left).chain(sims).chain(last_day).chain(near).collect())
    }

    /// Remarks on the prices of all offers.
    pub(super) fn price_lines(&self) -> Vec<String> {
        price_remarks(&self.offers.iter().collect::<Vec<_>>(), &self.context)
    }

    /// The sentence that says that two lines were tried in vain.
    fn two_sims_text(&self) -> Option<String> {
        let first = self.offers.first()?;
        let is_in_vain = self.context.question.two_lines && !first.basket.is_over_two_lines();
        is_in_vain.then(|| self.messages().tr("two-sims-in-vain"))
    }

    /// The sentence on what the last day costs.
    fn last_day_text(&self) -> Result<Option<String>, Error> {
        let (Some(last), Some(first)) = (&self.advice.last_day, self.offers.first()) else { return Ok(None) };
        last_day_text(last, first, &self.context).map(Some)
    }

    /// The remarks under the table: what it leaves out, what is not known, and how prices were converted.
    fn footer(&self) -> Result<Vec<String>, Error> {
        let context = &self.context;
        let shown = self.shown_offers();
        let mut lines = Vec::new();
        if self.trade_off.is_none() {
            lines.extend(self.more_offers()?);
        }
        // The total of the next offer is named, too.
        let next = self.next_offer().filter(|_| self.trade_off.is_none());
        let named = shown.iter().map(|(_, offer)| *offer).chain(next);
        lines.extend(price_remarks(&named.collect::<Vec<_>>(), context));
        Ok(lines)
    }

    /// The first offer that the table leaves out.
    fn next_offer(&self) -> Option<&'a Offer> {
        let shown = self.shown_offers();
        (1..)
            .zip(self.offers)
            .find(|(rank, _)| !shown.iter().any(|(own, _)| own == rank))
            .map(|(_, offer)| offer)
    }

    /// What the table leaves out: further offers and the lowest of their totals, and how many plans are in no offer.
    fn more_offers(&self) -> Result<Option<String>, Error> {
        let messages = self.messages();
        let counts = self.counts;
        let shown = self.shown_offers().len();
        let count = ("more", MessageArg::from(counts.offers.saturating_sub(shown)));
        let more = match self.next_offer() {
            Some(next) => {
                let total = self.context.short_total(&next.basket)?;
                Some(messages.tr_with("footer-more", [count, ("total", total.into())]))
            }
            // The further offers of a large catalogue are only counted.
            None => (counts.offers > shown).then(|| messages.tr_with("footer-more-counted", [count])),
        };
        let unknown = counts.unknown();
        let refused = (counts.refused() > 0).then(|| {
            let key = if unknown == 0 { "footer-refused" } else { "footer-refused-some-unknown" };
            messages.tr_with(key, [("refused", counts.refused()), ("unknown", unknown)])
        });
        let sentences: Vec<String> = more.into_iter().chain(refused).collect();
        let separator = messages.tr("sentence-separator");
        Ok(Some(sentences.join(&separator)).filter(|text| !text.is_empty()))
    }
}

/// The answer of `compare`, and of other commands if nothing fits.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ComparisonForm<'a> {
    schema: SchemaName<Self>,
    /// The day from which the ages of prices are counted.
    today: DateText,
    /// The shown currency.
    currency: CurrencyText,
    need: NeedForm,
    /// The activities that the need is made of.
    #[serde(rename = "use", skip_serializing_if = "Option::is_none")]
    usage: Option<UseForm<'a>>,
    catalogue: CatalogueForm<'a>,
    /// The exchange rates that the answer depends on.
    rates: Vec<RateForm>,
    /// The offers, the best first.
    offers: Vec<OfferForm<'a>>,
    /// Offers after one change: they beat the first offer, or it needs an eSIM phone.
    alternatives: Vec<AlternativeForm<'a>>,
    /// What the user has already, with `--mine`.
    #[serde(skip_serializing_if = "Option::is_none")]
    mine: Option<MineForm<'a>>,
    /// The next offer without a plan whose price is stale or unsure.
    fallback: Option<FallbackForm<'a>>,
    /// A shorter stay that would save a purchase.
    last_day: Option<LastDayForm>,
    #[serde(flatten)]
    reach: Option<ReachForm>,
    /// The Pareto front by purchases and total, with `--trade-off`.
    #[serde(skip_serializing_if = "Option::is_none")]
    trade_off: Option<Vec<OfferForm<'a>>>,
    /// Why each plan is in no offer, with `--explain`.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusals: Option<Vec<RefusalForm<'a>>>,
    /// The plan that `--explain` names.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<ExplanationForm<'a>>,
    /// How many plans were refused for each reason.
    refusal_counts: BTreeMap<&'static str, usize>,
    /// How many plans were refused by a filter only because the catalogue lacks a fact.
    refused_unknown: usize,
}

impl JsonForm for ComparisonForm<'_> {
    const SCHEMA: &'static str = "simplan/compare/2";
}

/// The activities that the need is made of, and the best offer for their high estimates.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct UseForm<'a> {
    day: DayForm<'a>,
    /// The best offer for the high estimates; `null` if nothing fits.
    high_offer: Option<OfferForm<'a>>,
}

fn use_form<'a>(context: &Context<'a>) -> Result<Option<UseForm<'a>>, Error> {
    let Some(high) = context.high else { return Ok(None) };
    let of_high = Context { question: &high.question, ..*context };
    let high_offer = high.offer.as_ref().map(|offer| offer_form(offer, None, &of_high)).transpose()?;
    Ok(Some(UseForm { day: day_form(&high.usage), high_offer }))
}

/// The catalogue of an answer.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct CatalogueForm<'a> {
    /// How many plans it has, and one more with `--mine`.
    plans: usize,
    /// How many plans are in an offer.
    offered: usize,
    /// How many plans are in no offer.
    refused: usize,
    /// The SHA-256 of its bytes, in hexadecimal; `null` if it was not computed.
    sha256: Option<&'a str>,
    /// Its path, `-` for standard input, or `built in`.
    source: &'a str,
    /// The paths of the overlays that are laid over it, in this order.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    overlays: &'a [String],
}

/// Remarks on the prices of some offers: what is not known, and how they were converted.
pub(super) fn price_remarks(shown: &[&Offer], context: &Context<'_>) -> Vec<String> {
    let messages = context.messages;
    let mut lines = Vec::new();
    if shown.iter().any(|offer| !offer.basket.is_complete()) {
        lines.push(messages.tr("footer-incomplete"));
    }
    if shown.iter().flat_map(|offer| offer.basket.items()).any(|item| item.plan.is_contract()) {
        lines.push(messages.tr("footer-contract"));
    }
    lines.extend(rates_line(shown, context));
    lines
}

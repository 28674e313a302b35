//! Answers `compare`: the offers for a question, and what to know besides them.

use super::error::AskError;
use super::request::{Resolved, prepared};
use crate::domain::alternatives::{alternatives, fallback, ways_out};
use crate::domain::comparison::{Comparison, Offer, best, compare};
use crate::domain::explanation::refusal;
use crate::domain::last_day::last_day;
use crate::domain::plan::Plan;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Question, Request};
use crate::domain::slug::Slug;
use crate::domain::what_if::reach;
use crate::i18n::Messages;
use crate::render::advice::{Advice, OwnSims};
use crate::render::context::{Context, HighUse};
use crate::render::forms::Origin;
use crate::render::offers::{ComparisonDocument, Detail, Explain, RowCounts};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A question with its offers.
#[derive(Debug)]
pub struct Compared {
    /// The question.
    pub asked: Resolved,
    /// The plans that were compared.
    pub prepared: PreparedCatalogue,
    /// The offers, and the plans that were refused.
    pub comparison: Comparison,
    /// How many rows of the catalogue were offered and refused.
    pub counts: RowCounts,
    /// Why each plan was refused; empty unless it was asked for or nothing fits.
    pub refusals: Vec<Refusal>,
    /// The best offer with a stated volume, if the first offer is unlimited.
    pub stated: Option<Offer>,
    /// What the high estimates would cost, if the need is made of activities.
    pub high: Option<HighUse>,
    /// What to know besides the offers.
    pub advice: Advice,
    /// The source of the catalogue.
    pub origin: Origin,
}

/// What is wanted besides the offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extras {
    /// Why each plan was refused, even if something fits.
    pub refusals: bool,
    /// What is one change away.
    pub advice: bool,
}

impl Extras {
    /// Only the offers.
    pub const NONE: Self = Self { refusals: false, advice: false };

    /// What people see if they do not ask why: the offers, and what is one change away.
    pub const ADVICE: Self = Self { refusals: false, advice: true };
}

impl Compared {
    /// Compares all plans of a catalogue.
    ///
    /// # Errors
    /// As [`prepared`].
    pub fn new(
        asked: Resolved,
        plans: &[Arc<Plan>],
        extras: Extras,
        origin: Origin,
    ) -> Result<Self, AskError> {
        let prepared = prepared(plans, &asked.request)?;
        let comparison = compare(&prepared, &asked.question);
        let counts = RowCounts {
            plans: prepared.plans().len(),
            offers: comparison.offers.len(),
            refused: comparison.refusal_counts(),
            refused_unknown: prepared.refused_unknown(),
            is_counted: false,
        };
        Self::of_comparison((asked, prepared, comparison), counts, extras, origin, |request, question| {
            best_among(plans, request, question)
        })
    }

    /// Adds the extras to the offers for a question. `best_of` finds the best offer of another request or question.
    ///
    /// # Errors
    /// Those of `best_of`, and as [`Resolved::high_question`].
    pub fn of_comparison(
        (asked, prepared, comparison): (Resolved, PreparedCatalogue, Comparison),
        counts: RowCounts,
        extras: Extras,
        origin: Origin,
        mut best_of: impl FnMut(&Request, &Question) -> Result<Option<Offer>, AskError>,
    ) -> Result<Self, AskError> {
        let is_unlimited = comparison
            .offers
            .first()
            .is_some_and(|offer| asked.question.need.has_data() && offer.basket.is_unlimited());
        let mut stated = None;
        if is_unlimited {
            let mut request = asked.request.clone();
            request.filters.no_unlimited = true;
            stated = best_of(&request, &asked.question)?;
        }
        let mut high = None;
        if let Some((usage, question)) = asked.high_question()? {
            let offer = best_of(&asked.request, &question)?;
            high = Some(HighUse { usage, question, offer });
        }
        let own_sims = own_sims(&comparison, &asked.request.have_sims);
        let mut compared = Self {
            asked,
            prepared,
            comparison,
            counts,
            refusals: Vec::new(),
            stated,
            high,
            advice: Advice { own_sims, ..Advice::default() },
            origin,
        };
        // A large catalogue keeps only the plans that matter for this request.
        if !compared.counts.is_counted {
            if extras.refusals || compared.is_nothing() {
                compared.refusals = compared.all_refusals();
            }
            compared.advise(extras);
        }
        Ok(compared)
    }

    /// Whether nothing fits.
    pub fn is_nothing(&self) -> bool {
        self.comparison.offers.is_empty()
    }

    fn all_refusals(&self) -> Vec<Refusal> {
        let refused = self.comparison.refused.iter();
        let Resolved { question, words, .. } = &self.asked;
        refused.map(|(plan, code)| refusal(&self.prepared, question, plan, *code, *words)).collect()
    }

    /// Adds what is one change away.
    fn advise(&mut self, extras: Extras) {
        let question = &self.asked.question;
        match self.comparison.offers.first() {
            Some(first) if extras.advice => {
                self.advice.alternatives = alternatives(&self.prepared, question, first);
                self.advice.fallback = fallback(&self.prepared, question, first);
                self.advice.last_day = last_day(&self.prepared, question, first);
                if question.need.has_data() && !first.basket.items().is_empty() {
                    self.advice.reach = reach(&self.prepared, question, first);
                }
            }
            None => self.advice.alternatives = ways_out(&self.prepared, question),
            Some(_) => {}
        }
    }

    /// The context in which the answer is rendered.
    pub fn context<'a>(&'a self, messages: &'a Messages) -> Context<'a> {
        Context { high: self.high.as_ref(), ..self.asked.context(&self.prepared, messages) }
    }

    /// The answer as a document, without explanations if something fits.
    pub fn document<'a>(&'a self, messages: &'a Messages) -> ComparisonDocument<'a> {
        ComparisonDocument {
            context: self.context(messages),
            offers: &self.comparison.offers,
            stated: self.stated.as_ref(),
            trade_off: self.comparison.trade_off.as_deref(),
            limit: None,
            detail: Detail::MOST,
            columns: None,
            counts: &self.counts,
            explain: if self.is_nothing() { Explain::All(&self.refusals) } else { Explain::Nothing },
            is_explained: false,
            origin: &self.origin,
            advice: &self.advice,
        }
    }
}

/// The best offer among some plans; `None` if nothing fits or the search is too large.
pub fn best_among(
    plans: &[Arc<Plan>],
    request: &Request,
    question: &Question,
) -> Result<Option<Offer>, AskError> {
    let prepared = prepared(plans, request)?;
    Ok(best(&prepared, question, 1).ok().and_then(|offers| offers.into_iter().next()))
}

/// Why nothing fits on the lines whose SIM the user has; `None` if something does, or if there are none.
fn own_sims(comparison: &Comparison, have_sims: &BTreeSet<Slug>) -> Option<OwnSims> {
    let mut lines = comparison.offers.iter().flat_map(|offer| &offer.lines);
    if have_sims.is_empty() || lines.any(|line| have_sims.contains(line)) {
        return None;
    }
    let mut own = OwnSims { lines: have_sims.iter().cloned().collect(), refused: BTreeMap::new() };
    for (_, code) in comparison.refused.iter().filter(|(plan, _)| have_sims.contains(&plan.line)) {
        *own.refused.entry(*code).or_default() += 1;
    }
    Some(own)
}

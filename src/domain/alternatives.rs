//! What is one change away from the first offer: offers that beat it, offers for those who cannot use it, and the one to
//! fall back on if one of its plans is gone.

use super::change::{Change, DataWords, changed};
use super::comparison::{Offer, best};
use super::plan::{Confidence, Form, Plan};
use super::prepared::PreparedCatalogue;
use super::request::{Question, Request};
use std::sync::Arc;

/// An offer for the same need after one change to the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The change.
    pub change: Change,
    /// The first offer after it.
    pub offer: Offer,
}

/// The next offer without a plan whose price is doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallback {
    /// The doubtful plan, which the first offer holds.
    pub without: Arc<Plan>,
    /// The first offer that does without it.
    pub offer: Offer,
}

/// How many steps a search for an alternative may take: an answer does not wait for a remark on it.
const EFFORT: u64 = 100_000;

/// The alternatives to the first offer, in the order of their options: those that beat it, and one in the other form if
/// it comes only as an eSIM. A change whose search is too large has none.
pub fn alternatives(prepared: &PreparedCatalogue, question: &Question, first: &Offer) -> Vec<Alternative> {
    if first.basket.items().is_empty() {
        return Vec::new();
    }
    let changes = changes(prepared.request(), question, first).into_iter();
    changes.filter_map(|change| alternative(prepared, question, first, change)).collect()
}

/// The changes to try.
fn changes(request: &Request, question: &Question, first: &Offer) -> Vec<Change> {
    let filters = &request.filters;
    let mut changes = Vec::new();
    if needs_esim(first) && filters.form.is_none() {
        changes.push(Change::Form(Form::Sim));
    }
    if filters.form.is_some() {
        changes.push(Change::AnyForm);
    }
    if !filters.resident {
        changes.push(Change::Resident(true));
    }
    if !question.two_lines {
        changes.push(Change::TwoLines);
    }
    if filters.network.is_some() {
        changes.push(Change::AnyNetwork);
    }
    if filters.max_age.days().is_some() {
        changes.push(Change::AnyAge);
    }
    changes
}

/// The first offers after one change to the form or the network of a question that nothing answers.
pub fn ways_out(prepared: &PreparedCatalogue, question: &Question) -> Vec<Alternative> {
    let filters = &prepared.request().filters;
    let form = filters.form.map(|_| Change::AnyForm);
    let network = filters.network.map(|_| Change::AnyNetwork);
    let changes = form.into_iter().chain(network);
    let ways = changes.filter_map(|change| {
        let (request, asked) = changed(prepared.request(), question, &change, DataWords::Total)?;
        let offer = first_of(prepared.plans().to_vec(), request, asked)?;
        Some(Alternative { change, offer })
    });
    ways.collect()
}

/// Whether an offer cannot be used without a phone for eSIMs.
pub fn needs_esim(offer: &Offer) -> bool {
    offer.basket.items().iter().any(|item| item.plan.known_form() == Some(Form::Esim))
}

fn alternative(
    prepared: &PreparedCatalogue,
    question: &Question,
    first: &Offer,
    change: Change,
) -> Option<Alternative> {
    // None of these changes touches the need.
    let (request, mut asked) = changed(prepared.request(), question, &change, DataWords::Total)?;
    let has_to_cost_less = !matches!(change, Change::Form(_)) && first.basket.is_complete();
    if has_to_cost_less {
        // The search ends earlier if it knows that dearer baskets do not count.
        let most = prepared.exchange().shown(first.basket.total()).ok()?;
        asked.max_total = Some(asked.max_total.map_or(most, |limit| limit.min(most)));
    }
    let offer = first_of(prepared.plans().to_vec(), request, asked)?;
    let is_said = match change {
        Change::Form(_) => true,
        Change::AnyNetwork => beats(&offer, first) && is_of_unknown_network(&offer),
        _ => beats(&offer, first),
    };
    is_said.then_some(Alternative { change, offer })
}

fn first_of(plans: Vec<Arc<Plan>>, request: Request, question: Question) -> Option<Offer> {
    let prepared = PreparedCatalogue::new(plans, request).ok()?;
    let asked = Question { effort: question.effort.min(EFFORT), trade_off: false, ..question };
    best(&prepared, &asked, 1).ok()?.into_iter().next()
}

/// Whether an offer ranks above another one because of its total, or because its total is fully known.
fn beats(offer: &Offer, first: &Offer) -> bool {
    let is_cheaper = offer.basket.total() < first.basket.total() || !first.basket.is_complete();
    is_cheaper && offer.basket.rank_cmp(&first.basket).is_lt()
}

fn is_of_unknown_network(offer: &Offer) -> bool {
    offer.basket.items().iter().any(|item| item.plan.carries_data() && item.plan.network.is_none())
}

/// The next offer without the most doubtful plan of the first one. `None` if no price is doubtful, or if nothing else
/// fits.
pub fn fallback(prepared: &PreparedCatalogue, question: &Question, first: &Offer) -> Option<Fallback> {
    let request = prepared.request();
    let doubtful = first.basket.items().iter().map(|item| &item.plan);
    let without = doubtful
        .filter(|plan| plan.is_stale(request.today) || is_unsure(plan.confidence))
        .min_by_key(|plan| (plan.confidence, plan.verified_on))?;
    let others = without_plan(prepared.plans(), without);
    let offer = first_of(others, request.clone(), question.clone())?;
    Some(Fallback { without: Arc::clone(without), offer })
}

/// Whether a price, or the least sure price of a basket, is not to be relied on.
pub fn is_unsure(confidence: Option<Confidence>) -> bool {
    confidence.is_none_or(|confidence| confidence == Confidence::Low)
}

/// All plans but one. Without its only SIM, a line has nothing to buy.
fn without_plan(plans: &[Arc<Plan>], without: &Plan) -> Vec<Arc<Plan>> {
    let mut others = plans.iter().filter(|plan| plan.id != without.id);
    let has_sim = others.clone().any(|plan| plan.is_sim() && plan.line == without.line);
    if without.is_sim() && !has_sim {
        return others.filter(|plan| plan.line != without.line).cloned().collect();
    }
    others.by_ref().cloned().collect()
}

#[cfg(test)]
mod tests;

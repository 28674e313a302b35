//! Plans laid out for many needs, one after another.
//!
//! [`compare`] looks at every plan anew for each request: whether it is wanted, what it costs in the shown currency,
//! which SIM begins its line. All of that is the same for a million needs of one study. A [`Shelf`] works it out once
//! and keeps it as bare numbers; a [`Question`] then takes a few multiplications for most plans, and a search for
//! mixes only on the lines that can still win.
//!
//! **The answer is that of `compare`**, offer for offer: the first ones of the same ranking. Nothing is estimated.
//! A plan is passed over where even a part of a purchase of it at its price per time would cost more than the worst
//! offer that is wanted (`alone`), a line where its best price per time would (`mixes`). What does not fit into 64
//! bits, and baskets over two lines, are handed to `compare` itself.
//!
//! **All or nothing.** If a line cannot be searched, a better offer may be among its baskets, and nobody reads a warning
//! beside one of a million answers: the question gets an error, after at most the effort of one search ([`EFFORT`]) for
//! the line that gives up. Other lines are not even begun then. In one thing a shelf goes further than `compare`: a search
//! that would be too large may be one that need not be made.

mod alone;
mod bare;
mod best;
mod closed;
mod mixes;

use super::basket::{Basket, Item};
use super::cheapest::{self, Problem};
use super::comparison::{Offer, compare};
use super::figure::Error;
use super::line::Line;
use super::money::Money;
use super::need::{Need, ServedTime};
use super::plan::Plan;
use super::request::{Left, Request};
use super::slug::Slug;
use bare::{BareLine, BareNeed, Largest, TooLarge};
use best::{Best, Found};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The steps of the search of a line: a study has many needs. They take one core 1 to 2 seconds, and at the most some
/// 400 MB.
pub const EFFORT: u64 = 4_000_000;

/// What differs from one need of a study to the next.
#[derive(Clone, Debug)]
pub struct Question {
    /// What has to be served.
    pub need: Need,
    /// What is left on the SIM that the user has.
    pub left: Option<Left>,
    /// How many purchases a basket may hold, the SIM among them.
    pub max_purchases: Option<u64>,
    /// What an offer may cost, in the shown currency.
    pub max_total: Option<Money>,
}

/// The plans of a catalogue, laid out for requests that differ only in their [`Question`].
#[derive(Debug)]
pub struct Shelf {
    /// By ascending id.
    plans: Vec<Arc<Plan>>,
    /// One purchase of each plan that may be bought.
    items: Vec<Option<Item>>,
    request: Request,
    /// `None` where prices do not fit bare numbers.
    lines: Option<Vec<BareLine>>,
    largest: Largest,
}

impl Shelf {
    /// Lays out plans for everything of a request but its question.
    pub fn of(plans: &[Arc<Plan>], request: Request) -> Self {
        let mut plans = plans.to_vec();
        plans.sort_by(|a, b| a.id.cmp(&b.id));
        let (effort, all_or_nothing) = (request.effort.min(EFFORT), true);
        let request = Request { trade_off: false, explain: false, effort, all_or_nothing, ..request };
        let mut of_lines: BTreeMap<&Slug, Line> = BTreeMap::new();
        for plan in &plans {
            of_lines.entry(&plan.line).or_default().push(Arc::clone(plan));
        }
        of_lines.values_mut().for_each(Line::sort);
        let id = |plan: &Plan| plans.partition_point(|other| other.id < plan.id);
        let lines: Option<Vec<BareLine>> =
            of_lines.values().map(|line| BareLine::of(line, &request, id)).collect();
        let mut items = vec![None; plans.len()];
        let mut largest = Largest::default();
        for plan in lines.iter().flatten().flat_map(BareLine::all) {
            items[plan.id] = request.item(&plans[plan.id], 1, ServedTime::ZERO).ok();
            largest = largest.with(plan);
        }
        let lines = lines.map(|mut lines| {
            lines.retain(|line| !line.starters.is_empty());
            lines
        });
        Self { plans, items, request, lines, largest }
    }

    /// How many plans the shelf was made from.
    pub fn size(&self) -> usize {
        self.plans.len()
    }

    /// The request of the last question.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// The best `most` offers (all, where that is 0), the best first: those with which `compare` begins.
    ///
    /// # Errors
    /// What is too large, if a line cannot be searched, or if nothing fits and something cannot be counted.
    pub fn cheapest(&mut self, question: Question, most: usize) -> Result<Vec<Offer>, Error> {
        let Question { need, left, max_purchases, max_total } = question;
        let request = &mut self.request;
        (request.need, request.left) = (need, left);
        (request.max_purchases, request.max_total) = (max_purchases, max_total);
        if self.request.needs_nothing() {
            return Ok(vec![self.nothing_to_buy()?]);
        }
        let most = if most == 0 { usize::MAX } else { most };
        if !self.request.two_lines {
            match self.found(most) {
                Ok(found) => return found.iter().map(|found| self.offer(found)).collect(),
                Err(TooLarge::Search(error)) => return Err(*error),
                Err(TooLarge::Numbers) => {}
            }
        }
        let comparison = compare(self.plans.iter().cloned(), &self.request)?;
        let mut offers = comparison.offers;
        match comparison.left_out.into_iter().next() {
            Some(left_out) if offers.is_empty() => return Err(left_out.error),
            _ => offers.truncate(most),
        }
        Ok(offers)
    }

    fn found(&self, most: usize) -> Result<Vec<Found>, TooLarge> {
        let lines = self.lines.as_ref().ok_or(TooLarge::Numbers)?;
        let need = BareNeed::of(&self.request, &self.largest).ok_or(TooLarge::Numbers)?;
        let mut best = Best::of(most, need.max_total);
        // Every plan alone comes first: what is found then keeps most lines from being searched at all.
        let mut best_alone = Vec::with_capacity(lines.len());
        for line in lines {
            best_alone.push(line.alone(&need, line.plans(most), &mut best)?);
        }
        let give_up = |too_large: cheapest::TooLarge, problem: &Problem, ids: &[usize]| {
            let line = ids.first().map_or("", |&id| self.plans[id].line.as_str());
            let name = |index: usize| &self.plans[ids[index]].id;
            TooLarge::Search(Box::new(too_large.error(problem, line, "search-too-large", name)))
        };
        for (line, alone) in lines.iter().zip(best_alone) {
            line.mix(&need, alone, &mut best, &give_up)?;
        }
        Ok(best.into_found())
    }

    fn offer(&self, found: &Found) -> Result<Offer, Error> {
        let item = |&(id, count): &(usize, u64)| {
            let served_each = self.request.need.served_by_plan(&self.plans[id]).unwrap_or_default();
            self.items[id].clone().map(|item| Item { count, served_each, ..item })
        };
        let items = found.counts.iter().filter_map(item).collect();
        let basket = Basket::new(items, self.request.already(), self.request.currency)?;
        Ok(Offer::of(basket, &self.request))
    }

    /// The offer where what the user has is enough.
    fn nothing_to_buy(&self) -> Result<Offer, Error> {
        let basket = Basket::new(Vec::new(), self.request.already(), self.request.currency)?;
        let mut offer = Offer::of(basket, &self.request);
        let of_line = self.plans.iter().filter(|plan| offer.lines.contains(&plan.line));
        let operator = of_line.min_by_key(|plan| plan.is_sim()).map(|plan| plan.operator.clone());
        offer.operators.extend(operator);
        Ok(offer)
    }
}

//! The bill of a basket that the user has chosen: what it costs, whether it lasts, and the cheapest basket to compare
//! it with.

mod chosen;

use self::chosen::Chosen;
use super::alone::Begin;
use super::basket::Basket;
use super::comparison::{Comparison, LeftOut, Offer, compare};
use super::coverage::Terms;
use super::error::Error;
use super::line::Asked;
use super::need::Span;
use super::plan::{Audience, Plan};
use super::prepared::{PreparedCatalogue, Start};
use super::refusal::Code;
use super::request::{Question, Request};
use super::slug::Slug;
use super::solver::{Effort, TooLarge};
use super::volume::DataVolume;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A basket with the verdict about it.
#[derive(Clone, Debug)]
pub struct Bill {
    /// The basket as an offer.
    pub offer: Offer,
    /// Whether it covers the whole need, or what is missing.
    pub verdict: Verdict,
    /// The plans of the basket that cover nothing of the need, and why.
    pub useless: Vec<(Arc<Plan>, Code)>,
    /// A SIM that the basket needs and whose price is unknown in this currency.
    pub uncounted_sim: Option<Arc<Plan>>,
    /// The cheapest basket over the same lines within the limits of the question, which is the user's own if none is
    /// cheaper. `None` if nothing fits or if `left_out` may hold a better one.
    pub cheapest: Option<Offer>,
    /// The compared lines that are too large to be searched.
    pub left_out: Vec<LeftOut>,
}

/// Whether a basket lasts for the whole need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The basket covers the whole need.
    Full {
        /// The time that it covers beyond the stay.
        spare: Span,
    },
    /// The basket does not cover the whole need.
    Short {
        /// The time at the end of the stay that is not covered.
        time: Span,
        /// The data that is missing; `None` on overflow.
        data: Option<DataVolume>,
        /// The call minutes that are missing.
        minutes: u64,
        /// A plan whose data for a day or a month is less than the pace takes.
        thin: Option<Thin>,
    },
    /// The known plans do not cover the whole need, and how long this plan lasts is unknown.
    Unknown(Slug),
}

/// A plan that lasts long enough, but whose data runs out each day or each month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thin {
    /// The plan with too little data.
    pub plan: Arc<Plan>,
    /// The data that it includes for a day or a month.
    pub has: DataVolume,
    /// The data that the pace takes in that time.
    pub needed: DataVolume,
}

impl Bill {
    /// The bill of plans with their counts. For each line that needs a SIM and has none among the plans, the SIM with
    /// which `compare` would begin is added.
    ///
    /// # Errors
    /// `contract-mixed` if a contract is mixed with more than the SIM of its line, `second-sim`, `bought-too-often`,
    /// `billed-too-often`, `rate-unknown`, `bill-too-large`, `bill-not-decided` if the search for the best use of the
    /// plans is too large.
    ///
    /// # Panics
    /// If a plan is not in the catalogue.
    pub fn new(
        order: &[(Arc<Plan>, u64)],
        prepared: &PreparedCatalogue,
        question: &Question,
    ) -> Result<Self, Error> {
        check(order)?;
        let asked = Asked::new(prepared, question);
        let lines: BTreeSet<&Slug> = order.iter().map(|(plan, _)| &plan.line).collect();
        let mut order = order.to_vec();
        let mut uncounted_sim = None;
        for line in &lines {
            let is_named = order.iter().any(|(plan, _)| plan.is_sim() && plan.line == **line);
            if !is_named && let Some((sim, is_counted)) = sim_of(line, prepared) {
                uncounted_sim = uncounted_sim.or_else(|| (!is_counted).then(|| Arc::clone(&sim)));
                order.push((sim, 1));
            }
        }
        check_rates(&order, prepared)?;
        let of_sims = order.iter().filter(|(plan, _)| plan.is_sim()).map(|(sim, _)| {
            let index = index_of(sim, prepared);
            asked.asking.begins_with(index, prepared.prepared(index), lines.len() == 1)
        });
        let mut begins = asked.joined(of_sims);
        if let Some((contract, count)) = order.iter().find(|(plan, _)| plan.is_contract()) {
            limit_bills(&mut begins, contract, *count, &asked)?;
        }
        let mut effort = Effort::new(question.effort);
        let mut best: Option<(Chosen<'_>, Basket)> = None;
        for begin in begins {
            let chosen = Chosen::after(&begin, &order, &asked, &mut effort)
                .map_err(|error| not_decided(error, &order))?;
            let basket = asked.basket(chosen.items.clone()).ok_or_else(|| too_large(&order))?;
            let is_better = best.as_ref().is_none_or(|(best, of_best)| {
                let by_shortage = chosen.shortage().cmp(&best.shortage());
                by_shortage.then_with(|| basket.rank_cmp(of_best)).is_lt()
            });
            if is_better {
                best = Some((chosen, basket));
            }
        }
        let (chosen, basket) = best.ok_or_else(|| too_large(&order))?;
        let useless = chosen.useless.clone();
        let verdict = chosen.verdict(basket.covered());
        let offer = Offer::new(basket, question);
        let beside = if lines.len() <= 2 {
            beside(&lines, &order, prepared, question)?
        } else {
            Comparison::default()
        };
        let is_within = question.max_purchases.is_none_or(|most| offer.basket.purchases() <= most)
            && !asked.is_past_most(offer.basket.total());
        let own = Some(offer.clone()).filter(|_| is_within && matches!(verdict, Verdict::Full { .. }));
        let is_known = lines.len() <= 2 && beside.unsearched().next().is_none();
        let others = beside.offers.into_iter().next();
        let best = own.into_iter().chain(others).min_by(|a, b| a.basket.rank_cmp(&b.basket));
        Ok(Self {
            offer,
            verdict,
            useless,
            uncounted_sim,
            cheapest: best.filter(|_| is_known),
            left_out: beside.left_out,
        })
    }

    /// The bill of the best offer of a comparison, which covers the need and is the cheapest.
    pub fn of_best(comparison: &Comparison, question: &Question) -> Option<Self> {
        let offer = comparison.offers.first()?;
        Some(Self {
            offer: offer.clone(),
            verdict: Verdict::Full { spare: offer.basket.covered().minus(question.need.whole_stay()) },
            useless: Vec::new(),
            uncounted_sim: None,
            cheapest: Some(offer.clone()),
            left_out: comparison.left_out.clone(),
        })
    }

    /// Whether the cheapest basket over the same lines is known. Baskets over three lines or more are not searched.
    pub fn is_cheapest_known(&self) -> bool {
        self.offer.lines.len() <= 2 && (self.cheapest.is_some() || self.left_out.is_empty())
    }
}

fn check(order: &[(Arc<Plan>, u64)]) -> Result<(), Error> {
    if let Some((contract, _)) = order.iter().find(|(plan, _)| plan.is_contract()) {
        let goes_with = |plan: &Plan| plan.id == contract.id || plan.is_sim() && plan.line == contract.line;
        if !order.iter().all(|(plan, _)| goes_with(plan)) {
            return Err(Error::new("contract-mixed").with("plan", contract.id.as_str()));
        }
    }
    for (at, (sim, _)) in order.iter().enumerate().filter(|(_, (plan, _))| plan.is_sim()) {
        if order[..at].iter().any(|(other, _)| other.is_sim() && other.line == sim.line) {
            let error = Error::new("second-sim").with("plan", sim.id.as_str());
            return Err(error.with("line", sim.line.as_str()));
        }
    }
    let over = order.iter().find_map(|(plan, count)| {
        let limit = if plan.is_sim() { Some(1) } else { plan.limit() };
        limit.filter(|limit| count > limit).map(|limit| (plan, limit))
    });
    match over {
        None => Ok(()),
        Some((plan, limit)) => {
            Err(Error::new("bought-too-often").with("plan", plan.id.as_str()).with("limit", limit))
        }
    }
}

/// Checks that the amounts of all plans but SIMs can be counted, as a comparison does.
fn check_rates(order: &[(Arc<Plan>, u64)], prepared: &PreparedCatalogue) -> Result<(), Error> {
    let others = order.iter().map(|(plan, _)| plan).filter(|plan| !plan.is_sim());
    let request = prepared.request();
    let mut amounts = others.flat_map(|plan| plan.price.into_iter().chain(request.fee_due(plan)));
    match amounts.find(|amount| prepared.exchange().exact(*amount).is_none()) {
        None => Ok(()),
        Some(amount) => Err(Error::new("rate-unknown").with("currency", amount.currency().code())),
    }
}

/// Keeps the beginnings after which a contract is billed as often as this. A bill comes with each validity period that
/// begins, and the first one in any case.
fn limit_bills(begins: &mut Vec<Begin>, contract: &Plan, count: u64, asked: &Asked<'_>) -> Result<(), Error> {
    let terms = Terms::new(contract);
    let limit_of = |begin: &Begin| {
        let missing = asked.missing().minus(begin.cover);
        terms.periods(asked.need(), missing).map_or(u64::MAX, |periods| periods.max(1))
    };
    let limit = begins.iter().map(limit_of).max();
    begins.retain(|begin| count <= limit_of(begin));
    match limit.filter(|limit| count > *limit) {
        None => Ok(()),
        Some(limit) => {
            Err(Error::new("billed-too-often").with("plan", contract.id.as_str()).with("limit", limit))
        }
    }
}

fn index_of(plan: &Plan, prepared: &PreparedCatalogue) -> usize {
    prepared.index_of(plan.id.as_str()).expect("plans of a bill are in the catalogue")
}

fn too_large(order: &[(Arc<Plan>, u64)]) -> Error {
    Error::new("bill-too-large").with("plans", names(order))
}

fn not_decided(too_large: TooLarge, order: &[(Arc<Plan>, u64)]) -> Error {
    match too_large {
        TooLarge::Count => self::too_large(order),
        TooLarge::Search { searched } => {
            Error::new("bill-not-decided").with("plans", names(order)).with("searched", searched)
        }
    }
}

fn names(order: &[(Arc<Plan>, u64)]) -> String {
    let plans: Vec<String> = order.iter().map(|(plan, count)| format!("`{}:{count}`", plan.id)).collect();
    plans.join(", ")
}

/// The SIM that a line needs, and whether its price is known: the cheapest of those with which `compare` would begin
/// or, if all of them are refused, the cheapest of all.
fn sim_of(line: &Slug, prepared: &PreparedCatalogue) -> Option<(Arc<Plan>, bool)> {
    let line = prepared.lines().iter().find(|other| other.name == *line)?;
    let among = match line.start {
        Start::Free => return None,
        Start::Sim => &line.sims,
        Start::Refused(..) => &line.all_sims,
    };
    let (price, index) = among
        .iter()
        .map(|&index| (prepared.prepared(index).price, index))
        .min_by_key(|&(price, index)| (price.is_none(), price, index))?;
    Some((Arc::clone(&prepared.plans()[index]), price.is_some()))
}

/// The offers over the same lines, for a user who may buy the plans of the basket.
fn beside(
    lines: &BTreeSet<&Slug>,
    order: &[(Arc<Plan>, u64)],
    prepared: &PreparedCatalogue,
    question: &Question,
) -> Result<Comparison, Error> {
    let mut request: Request = prepared.request().clone();
    request.filters.resident |= order.iter().any(|(plan, _)| plan.audience == Audience::Resident);
    let plans = prepared.plans().iter().filter(|plan| lines.contains(&plan.line)).cloned();
    let of_lines = PreparedCatalogue::new(plans.collect(), request)?;
    Ok(compare(&of_lines, &Question { two_lines: lines.len() > 1, trade_off: false, ..question.clone() }))
}

#[cfg(test)]
mod tests;

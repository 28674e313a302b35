//! The main question: every plan of a catalogue as a ranked offer, or refused with a reason.

use super::basket::Basket;
use super::figure::Fault;
use super::line::{Line, Verdict};
use super::money::Currency;
use super::plan::Plan;
use super::rates::Rate;
use super::refusal::{Change, Code, Reason, Refusal};
use super::request::Request;
use super::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A basket with the line that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The line.
    pub line: Slug,
    /// Who sells.
    pub operator: Slug,
    /// Whether the basket mixes several plans besides its SIM.
    pub mix: bool,
    /// What is bought.
    pub basket: Basket,
}

/// The answer to a request over a whole catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The offers, the best first.
    pub offers: Vec<Offer>,
    /// The rows that stand in no offer, by id, each with one reason.
    pub refusals: Vec<Refusal>,
    /// How many rows the catalogue has.
    pub plans: usize,
    /// The rates that prices of offers were converted with, by currency.
    pub rates: Vec<Rate>,
}

impl Comparison {
    /// How many rows stand in an offer.
    pub fn offered(&self) -> usize {
        self.plans - self.refusals.len()
    }

    /// How many rows were refused for each reason.
    pub fn refusal_counts(&self) -> BTreeMap<Code, usize> {
        let mut counts = BTreeMap::new();
        for refusal in &self.refusals {
            *counts.entry(refusal.reason.code).or_default() += 1;
        }
        counts
    }
}

/// Ranks what serves the need. The order of the rows never changes the answer.
///
/// # Errors
/// `amount-too-large` or `time-too-large`, where a sum does not fit: nothing is ever rounded to make it fit.
pub fn compare(plans: impl IntoIterator<Item = Arc<Plan>>, request: &Request) -> Result<Comparison, Fault> {
    let mut lines: BTreeMap<Slug, Line> = BTreeMap::new();
    let mut count = 0;
    for plan in plans {
        count += 1;
        lines.entry(plan.line.clone()).or_default().push(plan);
    }

    lines.values_mut().for_each(Line::sort);

    let (mut offers, mut refusals) = (Vec::new(), Vec::new());
    let mut used: BTreeSet<Slug> = BTreeSet::new();
    for line in lines.values() {
        for plan in line.plans() {
            match line.assess(plan, request)? {
                Verdict::Offer(basket) => {
                    used.extend(basket.items().iter().map(|item| item.plan.id.clone()));
                    offers.push(offer(plan, basket));
                }
                Verdict::Refused(reasons) => refusals.push((line, refuse(plan, reasons))),
            }
        }
    }
    for line in lines.values() {
        for sim in line.sims() {
            match line.assess_sim(sim, request)? {
                Verdict::Offer(basket) => offers.push(offer(sim, basket)),
                Verdict::Refused(_) if used.contains(&sim.id) => {}
                Verdict::Refused(reasons) => refusals.push((line, refuse(sim, reasons))),
            }
        }
    }
    offers.sort_by(|a, b| a.basket.rank_cmp(&b.basket));
    refusals.sort_by(|(_, a), (_, b)| a.plan.id.cmp(&b.plan.id));

    let explain = request.explain || offers.is_empty();
    for (line, refusal) in &mut refusals {
        let change = refusal.reason.change.take();
        if let Some(change) = change.filter(|_| explain)
            && makes_an_offer(line, refusal, &change, request)?
        {
            refusal.reason.change = Some(change);
        }
    }
    let refusals = refusals.into_iter().map(|(_, refusal)| refusal).collect();
    let rates = rates_used(&offers, request);
    Ok(Comparison { offers, refusals, plans: count, rates })
}

fn offer(plan: &Plan, basket: Basket) -> Offer {
    let mix = basket.items().iter().filter(|item| !item.plan.is_sim()).count() > 1;
    Offer { line: plan.line.clone(), operator: plan.operator.clone(), mix, basket }
}

fn refuse(plan: &Arc<Plan>, reasons: Vec<Reason>) -> Refusal {
    let reason = reasons.into_iter().next().expect("a refused plan has a reason");
    Refusal { plan: Arc::clone(plan), reason }
}

/// Whether one change of the request is enough: other reasons may still hold after it.
fn makes_an_offer(line: &Line, refusal: &Refusal, change: &Change, request: &Request) -> Result<bool, Fault> {
    let Some(changed) = request.with(change) else { return Ok(false) };
    let verdict = if refusal.plan.is_sim() {
        line.assess_sim(&refusal.plan, &changed)?
    } else {
        line.assess(&refusal.plan, &changed)?
    };
    Ok(matches!(verdict, Verdict::Offer(_)))
}

/// The rates of every currency that stands between a price of an offer and the shown currency.
pub fn rates_used(offers: &[Offer], request: &Request) -> Vec<Rate> {
    let items = offers.iter().flat_map(|offer| offer.basket.items());
    let prices = items.flat_map(|item| [item.plan.price, item.plan.setup_fee]).flatten();
    let converted: BTreeSet<Currency> =
        prices.map(super::money::Money::currency).filter(|&currency| currency != request.currency).collect();
    let shown = (!converted.is_empty()).then_some(request.currency);
    let between: BTreeSet<Currency> = converted.into_iter().chain(shown).collect();
    between.into_iter().filter_map(|currency| request.rates.get(currency).cloned()).collect()
}

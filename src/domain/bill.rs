//! The bill of a basket that the user has chosen: what it costs, whether it lasts, and the cheapest one beside it.

use super::basket::Basket;
use super::comparison::{Comparison, LeftOut, Offer, What, compare};
use super::error::Error;
use super::need::ServedTime;
use super::plan::{Audience, Kind, Plan, Scope};
use super::request::Request;
use super::slug::Slug;
use super::volume::DataVolume;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A basket with what becomes of it.
#[derive(Clone, Debug)]
pub struct Bill {
    /// The basket as an offer.
    pub offer: Offer,
    /// Whether it lasts.
    pub lasting: Coverage,
    /// The cheapest offer over the same lines; `None` if nothing of them fits or `left_out` may hold a better one.
    pub cheapest: Option<Offer>,
    /// What is too large to be searched or counted among the lines that were compared.
    pub left_out: Vec<LeftOut>,
}

impl Bill {
    /// Whether it is known what the cheapest offer over the same lines is.
    pub fn is_cheapest_known(&self) -> bool {
        self.cheapest.is_some() || !self.left_out.iter().any(|left_out| left_out.what == What::Baskets)
    }
}

/// Whether a basket lasts for the whole need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// It does, and so much time is left over.
    Lasts {
        /// The time beyond the stay.
        spare: ServedTime,
    },
    /// It does not.
    FallsShort {
        /// The time that is missing.
        time: ServedTime,
        /// The data that the pace takes in that time.
        data: Option<DataVolume>,
        /// The call minutes that are missing.
        minutes: u64,
    },
    /// What a plan of it serves is not known.
    Unknown(Slug),
}

/// Bills plans in these counts. The cheapest usable SIM of each line is added where one is needed and none named.
///
/// # Errors
/// `contract-mixed` where a contract stands beside another plan, `bought-too-often`, `rate-unknown`, `bill-too-large` or
/// `bill-too-long` with the plans.
pub fn bill(order: &[(Arc<Plan>, u64)], plans: &[Arc<Plan>], request: &Request) -> Result<Bill, Error> {
    let passes = || order.iter().map(|(plan, _)| plan).filter(|plan| !plan.is_sim());
    if let Some(contract) = passes().find(|plan| plan.kind == Kind::Contract)
        && passes().count() > 1
    {
        return Err(Error::new("contract-mixed").with("plan", contract.id.as_str()));
    }
    if let Some((plan, limit)) = order.iter().find_map(|(plan, count)| {
        let limit = if plan.is_sim() { Some(1) } else { plan.max_purchases };
        limit.filter(|limit| count > limit).map(|limit| (plan, limit))
    }) {
        return Err(Error::new("bought-too-often").with("plan", plan.id.as_str()).with("limit", limit));
    }
    let lines: BTreeSet<&Slug> = order.iter().map(|(plan, _)| &plan.line).collect();
    let mut order = order.to_vec();
    for line in &lines {
        let named = order.iter().any(|(plan, _)| plan.is_sim() && plan.line == **line);
        if !named && !request.have_sims.contains(*line) {
            order.extend(cheapest_sim(line, plans, request)?.map(|sim| (sim, 1)));
        }
    }
    let mut unknown = None;
    let mut items = Vec::new();
    let mut minutes: u64 = 0;
    for (plan, count) in &order {
        // Data for some uses only serves nothing of the need, and neither does a daily allowance below the pace.
        let is_general = plan.scope == Scope::General;
        let known = plan.is_sim()
            || !is_general
            || plan.allowance.is_some() && (plan.validity.is_some() || !plan.carries_data());
        if !known {
            unknown.get_or_insert(plan.id.clone());
        }
        let served = request.need.served_by_plan(plan).filter(|_| is_general).unwrap_or_default();
        items.push(request.item(plan, *count, served).map_err(|error| too_large(&order, &error))?);
        minutes = request.need.minutes_of(plan).saturating_mul(*count).saturating_add(minutes);
    }
    let basket = Basket::new(items, request.already(), request.currency);
    let basket = basket.map_err(|error| too_large(&order, &error))?;
    let (need, served) = (&request.need, basket.served());
    let time = served.missing_to(need.target());
    let minutes = need.minutes().saturating_sub(minutes);
    let lasting = match unknown {
        Some(plan) => Coverage::Unknown(plan),
        None if time == ServedTime::ZERO && minutes == 0 => {
            Coverage::Lasts { spare: need.target().missing_to(served) }
        }
        None => Coverage::FallsShort { time, data: need.volume_of(time), minutes },
    };
    let beside = beside(&lines, plans, &order, request)?;
    let is_known = beside.unsearched().next().is_none();
    let cheapest = beside.offers.into_iter().next().filter(|_| is_known);
    Ok(Bill { lasting, cheapest, left_out: beside.left_out, offer: Offer::of(basket, request) })
}

/// What does not fit, with the plans of which it is the sum; another error stays what it is.
fn too_large(order: &[(Arc<Plan>, u64)], error: &Error) -> Error {
    let plans: Vec<_> = order.iter().map(|(plan, count)| format!("`{}:{count}`", plan.id)).collect();
    let plans = plans.join(", ");
    match error.code() {
        "amount-too-large" => {
            Error::new("bill-too-large").with("plans", plans).with("amount", error.figure("value"))
        }
        "time-too-large" => Error::new("bill-too-long").with("plans", plans),
        _ => error.clone(),
    }
}

/// The bill of an offer of the comparison: it lasts, and it is the cheapest itself.
pub fn bill_of_best(comparison: &Comparison, request: &Request) -> Option<Bill> {
    let offer = comparison.offers.first()?;
    let spare = request.need.target().missing_to(offer.basket.served());
    let (lasting, left_out) = (Coverage::Lasts { spare }, comparison.left_out.clone());
    Some(Bill { offer: offer.clone(), lasting, cheapest: Some(offer.clone()), left_out })
}

/// The cheapest SIM of a line that the user may buy, else the cheapest at all; one without a price only where none
/// has one, one whose price cannot be shown never.
fn cheapest_sim(line: &Slug, plans: &[Arc<Plan>], request: &Request) -> Result<Option<Arc<Plan>>, Error> {
    let mut sims = Vec::new();
    for sim in plans.iter().filter(|plan| plan.is_sim() && plan.line == *line) {
        if request.missing_rate(sim).is_none() {
            let price = request.item(sim, 1, ServedTime::ZERO)?.unit_price;
            sims.push((
                request.reasons_against_sim(sim).next().is_some(),
                price.is_none(),
                price,
                &sim.id,
                sim,
            ));
        }
    }
    sims.sort_by(|a, b| (a.0, a.1, a.2, a.3).cmp(&(b.0, b.1, b.2, b.3)));
    Ok(sims.first().map(|(.., sim)| Arc::clone(sim)))
}

/// The offers over the same lines, for somebody who may buy what the basket holds.
fn beside(
    lines: &BTreeSet<&Slug>,
    plans: &[Arc<Plan>],
    order: &[(Arc<Plan>, u64)],
    request: &Request,
) -> Result<Comparison, Error> {
    let resident = request.resident || order.iter().any(|(plan, _)| plan.audience == Audience::Resident);
    let beside = Request { resident, two_lines: lines.len() > 1, max_total: None, ..request.clone() };
    let of_lines = plans.iter().filter(|plan| lines.contains(&plan.line)).cloned();
    compare(of_lines, &beside)
}

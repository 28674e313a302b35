//! One line: which of its SIMs starts it, and what each of its plans offers, repeated alone.

use super::basket::{Basket, Item, Uncounted};
use super::figure::{Error, Figure};
use super::need::{Need, ServedTime};
use super::plan::{Allowance, DataPer, Plan};
use super::refusal::{Change, Code, Reason};
use super::request::Request;
use super::slug::Slug;
use super::volume::DataVolume;
use std::cmp::Ordering;
use std::sync::Arc;

/// The plans of one line.
#[derive(Debug, Default)]
pub struct Line {
    sims: Vec<Arc<Plan>>,
    plans: Vec<Arc<Plan>>,
}

/// What a plan comes to under a request.
#[derive(Debug)]
pub enum Verdict {
    /// The baskets of this plan alone, one for each SIM to begin with, the best first; never empty.
    Offer(Vec<Basket>),
    /// Every reason that holds against it, in the order of the contract; never empty.
    Refused(Vec<Reason>),
    /// It would be an offer, and costs more than can be counted: more than every basket that can be.
    TotalTooLarge(Error),
    /// It would be an offer, and what it costs cannot be worked out: nobody knows what it is better than.
    Incomputable(Error),
}

/// What has to be bought before a pass of the line.
pub(super) enum Start {
    /// Exactly one of these; where it is `None`, nothing at all.
    OneOf(Vec<Option<Item>>),
    /// A SIM is needed and this one, like any other of the line, is out for these reasons.
    Refused(Slug, Vec<Reason>),
    /// A SIM is needed, and what this one costs cannot be worked out.
    Incomputable(Slug, Error),
}

impl Line {
    /// Adds a row to the line.
    pub fn push(&mut self, plan: Arc<Plan>) {
        if plan.is_sim() { self.sims.push(plan) } else { self.plans.push(plan) }
    }

    /// Puts the rows in the order of their ids: where several SIMs are as good, the order of a file must not
    /// decide which one is told.
    pub fn sort(&mut self) {
        self.sims.sort_by(|a, b| a.id.cmp(&b.id));
        self.plans.sort_by(|a, b| a.id.cmp(&b.id));
    }

    /// Its name; `None` without rows.
    pub(super) fn name(&self) -> Option<&Slug> {
        self.plans.first().or(self.sims.first()).map(|plan| &plan.line)
    }

    /// The rows that are not SIMs.
    pub fn plans(&self) -> &[Arc<Plan>] {
        &self.plans
    }

    /// The starter SIMs.
    pub fn sims(&self) -> &[Arc<Plan>] {
        &self.sims
    }

    /// What a row of this line comes to: a plan repeated alone after the line's SIM, a SIM by itself.
    pub fn verdict(&self, plan: &Arc<Plan>, request: &Request) -> Verdict {
        if plan.is_sim() {
            sim_alone(plan, request)
        } else {
            repeated_alone(plan, &self.starters(request), request)
        }
    }

    /// What has to be bought first: of the SIMs those that no other replaces for this need.
    pub(super) fn starters(&self, request: &Request) -> Start {
        match self.all_starters(request) {
            Start::OneOf(usable) => Start::OneOf(worthwhile(usable, request)),
            none => none,
        }
    }

    /// What may be bought first, whatever the need is. The user's kinds do not matter here: a pass needs its SIM all
    /// the same.
    pub(super) fn all_starters(&self, request: &Request) -> Start {
        let has_sim = self.sims.first().is_none_or(|sim| request.have_sims.contains(&sim.line));
        if has_sim {
            return Start::OneOf(vec![None]);
        }
        let mut refused = Vec::new();
        let mut usable = Vec::new();
        for sim in &self.sims {
            let mut reasons: Vec<_> = request.reasons_against_sim(sim).collect();
            if let Some(currency) = request.missing_rate(sim) {
                reasons.push(Reason::new(Code::RateUnknown, vec![("currency", currency.code().into())]));
            }
            if reasons.is_empty() {
                let served = request.need.served_by_plan(sim).unwrap_or_default();
                match request.item(sim, 1, served) {
                    Ok(item) => usable.push(Some(item)),
                    Err(error) => return Start::Incomputable(sim.id.clone(), price_too_large(sim, &error)),
                }
            } else {
                refused.push((&sim.id, reasons));
            }
        }
        // An unknown price would look like the lowest one: it counts only where no SIM has a price.
        if usable.iter().flatten().any(|item| item.unit_price.is_some()) {
            usable.retain(|item| item.as_ref().is_some_and(|item| item.unit_price.is_some()));
        }
        // The one that takes the smallest change is told.
        refused.sort_by(|(a, of_a), (b, of_b)| {
            let by_reason = of_a.first().zip(of_b.first()).map_or(Ordering::Equal, |(a, b)| a.told_before(b));
            by_reason.then(a.cmp(b))
        });
        match refused.into_iter().next() {
            Some((id, reasons)) if usable.is_empty() => Start::Refused(id.clone(), reasons),
            _ => Start::OneOf(usable),
        }
    }
}

/// The price of a plan cannot be converted: the figures of the rate and of the price do not fit together.
pub(super) fn price_too_large(plan: &Plan, error: &Error) -> Error {
    of_plan("price-too-large", plan).with("amount", error.figure("value"))
}

/// What a plan costs repeated alone, or why that cannot be worked out.
fn summed(plan: &Arc<Plan>, items: Vec<Item>, request: &Request) -> Result<Basket, Verdict> {
    Basket::counted(items, request.already(), request.currency).map_err(|uncounted| match uncounted {
        Uncounted::Total(error) => {
            Verdict::TotalTooLarge(of_plan("total-too-large", plan).with("amount", error.figure("value")))
        }
        Uncounted::Time => Verdict::Incomputable(of_plan("count-too-large", plan)),
    })
}

fn of_plan(code: &'static str, plan: &Plan) -> Error {
    Error::new(code).with("line", plan.line.as_str()).with("plan", plan.id.as_str())
}

/// A plan repeated alone after what has to be bought before it.
pub(super) fn repeated_alone(plan: &Arc<Plan>, start: &Start, request: &Request) -> Verdict {
    let mut reasons: Vec<_> = request.reasons_against(plan).collect();
    if plan.price.is_none() {
        reasons.push(Reason::new(Code::PriceUnknown, vec![]));
    }
    let missing_rate = request.missing_rate(plan);
    if let Some(currency) = missing_rate {
        reasons.push(Reason::new(Code::RateUnknown, vec![("currency", currency.code().into())]));
    }
    let served_each = match served(plan, &request.need) {
        Ok(served) => Some(served),
        Err(reason) => {
            reasons.push(reason);
            None
        }
    };
    let mut baskets: Vec<Basket> = Vec::new();
    let mut total_too_large = None;
    match (start, served_each) {
        (Start::Refused(sim, of_sim), _) => {
            reasons.extend(of_sim.iter().cloned().map(|reason| reason.because_of(sim)));
        }
        (Start::OneOf(starters), Some(served_each)) => {
            let mut refused = Vec::new();
            for starter in starters {
                match repeated(plan, served_each, starter.as_ref(), request) {
                    Err(reason) => refused.push(reason),
                    // What is out already needs no basket, whose sums might not even fit.
                    Ok(_) if !reasons.is_empty() => {}
                    Ok(count) => {
                        let item = match request.item(plan, count, served_each) {
                            Ok(item) => item,
                            Err(error) => return Verdict::Incomputable(price_too_large(plan, &error)),
                        };
                        let items = starter.iter().cloned().chain([item]).collect();
                        match summed(plan, items, request) {
                            Ok(basket) => baskets.push(basket),
                            Err(verdict @ Verdict::TotalTooLarge(_)) => total_too_large = Some(verdict),
                            Err(verdict) => return verdict,
                        }
                    }
                }
            }
            if baskets.is_empty() {
                reasons.extend(refused.into_iter().min_by(Reason::told_before));
            }
        }
        (Start::Incomputable(sim, error), _) => reasons.push(Reason::too_large(error).because_of(sim)),
        (Start::OneOf(_), None) => {}
    }
    baskets.sort_by(Basket::rank_cmp);
    reasons.extend(baskets.first().and_then(|best| too_expensive(best, request)));
    reasons.sort_by_key(|reason| reason.code);
    match total_too_large {
        _ if !reasons.is_empty() => Verdict::Refused(reasons),
        Some(verdict) if baskets.is_empty() => verdict,
        _ => Verdict::Offer(baskets),
    }
}

/// The starters that no other replaces in every basket.
fn worthwhile(starters: Vec<Option<Item>>, request: &Request) -> Vec<Option<Item>> {
    let replaces = |a: &Item, b: &Item| {
        let minutes = |item: &Item| request.need.minutes_of(&item.plan);
        let as_good =
            a.unit_price <= b.unit_price && a.served_each >= b.served_each && minutes(a) >= minutes(b);
        let first = a.unit_price.cmp(&b.unit_price).then(b.served_each.cmp(&a.served_each));
        as_good && first.then_with(|| a.plan.id.cmp(&b.plan.id)) == Ordering::Less
    };
    let is_replaced = |item: &Item| starters.iter().flatten().any(|other| replaces(other, item));
    let stays: Vec<bool> = starters.iter().map(|item| !item.as_ref().is_some_and(is_replaced)).collect();
    starters.into_iter().zip(stays).filter_map(|(item, stays)| stays.then_some(item)).collect()
}

/// A starter SIM is an offer by itself where it serves the whole need.
pub(super) fn sim_alone(sim: &Arc<Plan>, request: &Request) -> Verdict {
    let mut reasons: Vec<_> = request.reasons_against(sim).collect();
    if sim.price.is_none() {
        reasons.push(Reason::new(Code::PriceUnknown, vec![]));
    }
    let served = request.need.served_by_plan(sim).unwrap_or_default();
    let serves = request.already().missing_to(request.need.target()) <= served
        && request.need.minutes_of(sim) >= request.need.minutes()
        && request.max_purchases != Some(0)
        && !request.have_sims.contains(&sim.line);
    if !serves {
        reasons.push(Reason::new(Code::SimOnly, vec![]));
    }
    if let Some(currency) = request.missing_rate(sim) {
        reasons.push(Reason::new(Code::RateUnknown, vec![("currency", currency.code().into())]));
    }
    if reasons.is_empty() {
        let item = match request.item(sim, 1, served) {
            Ok(item) => item,
            Err(error) => return Verdict::Incomputable(price_too_large(sim, &error)),
        };
        match summed(sim, vec![item], request) {
            Err(verdict) => return verdict,
            Ok(basket) => match too_expensive(&basket, request) {
                None => return Verdict::Offer(vec![basket]),
                Some(reason) => reasons.push(reason),
            },
        }
    }
    reasons.sort_by_key(|reason| reason.code);
    Verdict::Refused(reasons)
}

/// Keeps the better of two baskets.
pub(super) fn keep_better(best: &mut Option<Basket>, basket: Basket) {
    if best.as_ref().is_none_or(|best| basket.rank_cmp(best).is_lt()) {
        *best = Some(basket);
    }
}

/// The time that one purchase serves, or why that is not known or not enough.
fn served(plan: &Plan, need: &Need) -> Result<ServedTime, Reason> {
    let allowance = plan.allowance.ok_or_else(|| Reason::new(Code::AllowanceUnknown, vec![]))?;
    if !plan.carries_data() {
        // Minutes only: how long they last does not matter here.
        return Ok(ServedTime::ZERO);
    }
    let validity = plan.validity.ok_or_else(|| Reason::new(Code::ValidityUnknown, vec![]))?;
    need.served_by(allowance, plan.data_per, validity).ok_or_else(|| {
        let (Allowance::Volume(daily), days) = (allowance, need.stay().days()) else {
            unreachable!("an unlimited allowance is never too small")
        };
        let needed = DataVolume::from_kb(need.data().kb().div_ceil(u64::from(days)));
        let figures = vec![("needed_per_day", Figure::from(needed)), ("has_per_day", daily.into())];
        let data = daily.checked_mul(u64::from(days));
        Reason::new(Code::DailyAllowanceTooSmall, figures).changed_by(data.map(Change::Data))
    })
}

/// What one purchase of a plan does for the need, and how often it may be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Serving {
    pub(super) time: ServedTime,
    pub(super) minutes: u64,
    pub(super) limit: Option<u64>,
}

/// What a start does for the need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Begun {
    pub(super) time: ServedTime,
    pub(super) minutes: u64,
    pub(super) purchases: u64,
}

/// Why no allowed number of purchases is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TooLittle {
    /// It has no minutes, and some are missing.
    Minutes,
    /// So many are needed, where any number is enough, and so many allowed.
    Purchases { needed: Option<u64>, allowed: Option<u64> },
}

/// How often a plan is bought after a start.
pub(super) fn purchases(each: Serving, begun: Begun, request: &Request) -> Result<u64, TooLittle> {
    let need = &request.need;
    let missing = request.already().missing_to(begun.time.missing_to(need.target()));
    let for_time = missing.purchases_of(each.time);
    let minutes_missing = need.minutes() - begun.minutes;
    if minutes_missing > 0 && each.minutes == 0 {
        return Err(TooLittle::Minutes);
    }
    let for_minutes =
        minutes_missing.checked_div(each.minutes).map_or(0, |_| minutes_missing.div_ceil(each.minutes));
    // A plan that serves nothing of the need does not help, even where the SIM alone would do.
    let helps = each.time > ServedTime::ZERO || each.minutes > 0;
    let needed = for_time.filter(|_| helps).map(|count| count.max(for_minutes).max(1));

    let by_basket = request.max_purchases.map(|limit| limit.saturating_sub(begun.purchases));
    let allowed = [by_basket, each.limit].into_iter().flatten().min();
    match (needed, allowed) {
        (Some(needed), None) => Ok(needed),
        (Some(needed), Some(allowed)) if needed <= allowed => Ok(needed),
        _ => Err(TooLittle::Purchases { needed, allowed }),
    }
}

/// How often a plan is bought after a starter, or why no allowed number is enough.
fn repeated(plan: &Plan, each: ServedTime, starter: Option<&Item>, request: &Request) -> Result<u64, Reason> {
    let need = &request.need;
    let serving = Serving { time: each, minutes: need.minutes_of(plan), limit: plan.max_purchases };
    let begun = starter.map_or(Begun::default(), |sim| Begun {
        time: sim.served_each,
        minutes: need.minutes_of(&sim.plan),
        purchases: 1,
    });
    purchases(serving, begun, request).map_err(|too_little| match too_little {
        TooLittle::Minutes => {
            let figures = vec![("needed", need.minutes().into()), ("has", begun.minutes.into())];
            Reason::new(Code::TooFewMinutes, figures).changed_by(Some(Change::Minutes(begun.minutes)))
        }
        TooLittle::Purchases { needed, allowed } => {
            let change = needed.and_then(|needed| match plan.max_purchases {
                // Beside data of a SIM the largest need that is served is another one: better none than a wrong one.
                Some(by_plan) if by_plan < needed => {
                    let alone = begun.time == ServedTime::ZERO && request.already() == ServedTime::ZERO;
                    alone.then(|| smaller_need(plan, by_plan, need)).flatten()
                }
                _ => Some(Change::MaxPurchases(needed.checked_add(begun.purchases)?)),
            });
            let figures = vec![("needed", needed.into()), ("allowed", allowed.into())];
            Reason::new(Code::PurchaseLimit, figures).changed_by(change)
        }
    })
}

/// The largest need that so many purchases serve, changed in data or, where that is not it, in days.
fn smaller_need(plan: &Plan, count: u64, need: &Need) -> Option<Change> {
    let (hours, days) =
        (u64::from(plan.validity?.hours()).checked_mul(count)?, u64::from(need.stay().days()));
    match (plan.allowance?, plan.data_per) {
        (Allowance::Volume(each), DataPer::Total) if hours >= days * 24 => {
            Some(Change::Data(each.checked_mul(count)?))
        }
        _ => Some(Change::Days(hours / 24)),
    }
}

pub(super) fn too_expensive(basket: &Basket, request: &Request) -> Option<Reason> {
    let limit = request.max_total.filter(|&limit| basket.total() > limit)?;
    let figures = vec![("total", basket.total().into()), ("max_total", limit.into())];
    Some(Reason::new(Code::TooExpensive, figures).changed_by(Some(Change::MaxTotal(basket.total()))))
}

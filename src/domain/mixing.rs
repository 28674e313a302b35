//! Baskets that mix plans, of one line or of two: from plans to the numbers of [`cheapest`] and back.

use super::basket::{Basket, Item};
use super::cheapest::{self, Choice, Problem, Solution};
use super::figure::Fault;
use super::line::{Line, Start, keep_better};
use super::need::ServedTime;
use super::plan::{Kind, Plan};
use super::request::Request;
use std::sync::Arc;

/// The plans that may be mixed, and the ways to begin.
pub(super) struct Pool<'r> {
    request: &'r Request,
    /// One of each plan, by ascending id.
    items: Vec<Item>,
    /// The SIMs to begin with: one of these sets.
    starts: Vec<Vec<Item>>,
}

impl<'r> Pool<'r> {
    /// The pool of some lines, all of which are begun; `None` where one cannot be.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub(super) fn of(lines: &[&Line], request: &'r Request) -> Result<Option<Self>, Fault> {
        let mut starts: Vec<Vec<Item>> = vec![Vec::new()];
        let mut items = Vec::with_capacity(lines.iter().map(|line| line.plans().len()).sum());
        for line in lines {
            let Start::OneOf(starters) = line.starters(request)? else { return Ok(None) };
            let with =
                |start: &Vec<Item>, starter: &Option<Item>| start.iter().chain(starter).cloned().collect();
            starts = starts
                .iter()
                .flat_map(|start| starters.iter().map(move |starter| with(start, starter)))
                .collect();
            for plan in line.plans() {
                items.extend(mixable(plan, request)?);
            }
        }
        items.sort_by(|a, b| a.plan.id.cmp(&b.plan.id));
        Ok(Some(Self { request, items, starts }))
    }

    /// The cheapest basket; `None` where nothing of the pool covers the need.
    ///
    /// # Errors
    /// `amount-too-large`, `time-too-large`.
    pub(super) fn cheapest(&self) -> Result<Option<Basket>, Fault> {
        let mut best = None;
        for start in &self.starts {
            let Some(problem) = self.problem(start)? else { continue };
            for solution in self.solutions(start, &problem, |problem| {
                Ok(cheapest::cheapest(problem)?.into_iter().collect())
            })? {
                keep_better(&mut best, self.basket(start, &solution)?);
            }
        }
        Ok(best)
    }

    /// The baskets of at most `most` purchases that no other of the pool beats in both purchases and total, and
    /// perhaps some that are beaten.
    ///
    /// # Errors
    /// `amount-too-large`, `time-too-large`.
    pub(super) fn trade_off(&self, most: u64) -> Result<Vec<Basket>, Fault> {
        let mut baskets = Vec::new();
        for start in &self.starts {
            let Some(problem) = self.problem(start)? else { continue };
            let Some(most) = most.checked_sub(start.len() as u64) else { continue };
            for solution in self.solutions(start, &problem, |problem| cheapest::trade_off(problem, most))? {
                baskets.push(self.basket(start, &solution)?);
            }
        }
        Ok(baskets)
    }

    /// The solutions of a problem after a start. Where the start covers everything but is no offer by itself, for
    /// its price is not known or the user does not want its kind, one purchase of any plan makes it one.
    fn solutions(
        &self,
        start: &[Item],
        problem: &Problem,
        solve: impl Fn(&Problem) -> Result<Vec<Solution>, Fault>,
    ) -> Result<Vec<Solution>, Fault> {
        let is_offer = |sim: &Item| sim.unit_price.is_some() && self.request.admits(&sim.plan);
        let nothing_missing = problem.target == 0 && problem.minutes == 0;
        if !nothing_missing || !start.is_empty() && start.iter().all(is_offer) {
            return solve(problem);
        }
        let allowed = problem.max_purchases.is_none_or(|most| most > 0);
        let one = |(index, choice): (usize, &Choice)| Solution {
            counts: vec![(index, 1)],
            price: choice.price,
            purchases: 1,
            served: choice.served,
        };
        Ok(problem.choices.iter().enumerate().filter(|_| allowed).map(one).collect())
    }

    /// What is to be covered after a start; `None` where the start alone is more than may be bought.
    fn problem(&self, start: &[Item]) -> Result<Option<Problem>, Fault> {
        let need = &self.request.need;
        let mut covered = self.request.already();
        for item in start {
            covered = covered.checked_add(item.served_each)?;
        }
        let minutes: u64 = start.iter().map(|item| need.minutes_of(&item.plan)).fold(0, u64::saturating_add);
        let max_purchases = match self.request.max_purchases.map(|most| most.checked_sub(start.len() as u64))
        {
            Some(None) => return Ok(None),
            Some(rest) => rest,
            None => None,
        };
        let choice = |item: &Item| Choice {
            price: item.unit_price.map_or(0, super::money::Money::minor),
            served: item.served_each.units(),
            minutes: need.minutes_of(&item.plan),
            limit: item.plan.max_purchases,
        };
        Ok(Some(Problem {
            choices: self.items.iter().map(choice).collect(),
            target: covered.missing_to(need.target()).units(),
            minutes: need.minutes().saturating_sub(minutes),
            max_purchases,
        }))
    }

    fn basket(&self, start: &[Item], solution: &Solution) -> Result<Basket, Fault> {
        let bought =
            solution.counts.iter().map(|&(index, count)| Item { count, ..self.items[index].clone() });
        let items = start.iter().cloned().chain(bought).collect();
        Basket::new(items, self.request.already(), self.request.currency)
    }
}

/// One purchase of a plan, where it may stand in a mix: it is wanted, its figures are known, it does not mix badly.
fn mixable(plan: &Arc<Plan>, request: &Request) -> Result<Option<Item>, Fault> {
    let known = plan.price.is_some() && request.missing_rate(plan).is_none();
    if plan.kind == Kind::Contract || !known || !request.admits(plan) {
        return Ok(None);
    }
    match request.need.served_by_plan(plan) {
        Some(served) if served > ServedTime::ZERO || request.need.minutes_of(plan) > 0 => {
            request.item(plan, 1, served).map(Some)
        }
        _ => Ok(None),
    }
}

//! Baskets that mix plans, of one line or of two: from plans to the numbers of [`cheapest`] and back.

use super::basket::{Basket, Item, Uncounted};
use super::cheapest::{self, Choice, Effort, Problem, Solution, TooLarge};
use super::figure::Error;
use super::line::{Line, Start, keep_better, price_too_large};
use super::need::ServedTime;
use super::plan::{Kind, Plan};
use super::request::Request;
use super::slug::Slug;
use std::sync::Arc;

/// The plans that may be mixed, and the ways to begin.
///
/// A basket that costs more than can be counted is left out here as everywhere: whatever can be counted costs less.
pub(super) struct Pool<'r> {
    request: &'r Request,
    /// The names of the lines.
    lines: String,
    is_of_two: bool,
    /// One of each plan, by ascending id.
    items: Vec<Item>,
    /// The SIMs to begin with: one of these sets.
    starts: Vec<Vec<Item>>,
}

impl<'r> Pool<'r> {
    /// The pool of some lines, all of which are begun; `None` where one cannot be.
    ///
    /// # Errors
    /// `price-too-large` if a price cannot be converted: what its plan would cost in a mix is not known then.
    pub(super) fn of(lines: &[&Line], request: &'r Request) -> Result<Option<Self>, Error> {
        let mut starts: Vec<Vec<Item>> = vec![Vec::new()];
        let mut items = Vec::with_capacity(lines.iter().map(|line| line.plans().len()).sum());
        for line in lines {
            let Start::OneOf(starters) = line.starters(request) else { return Ok(None) };
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
        let names: Vec<_> = lines.iter().filter_map(|line| line.name()).map(Slug::as_str).collect();
        Ok(Some(Self { request, lines: names.join(" + "), is_of_two: names.len() > 1, items, starts }))
    }

    /// The cheapest basket; `None` where nothing of the pool covers the need.
    ///
    /// # Errors
    /// `search-too-large` or `pair-too-large`, `count-too-large`.
    pub(super) fn cheapest(&self) -> Result<Option<Basket>, Error> {
        let code = if self.is_of_two { "pair-too-large" } else { "search-too-large" };
        let mut effort = Effort::of(self.request.effort);
        let mut best = None;
        for start in &self.starts {
            let Some(problem) = self.problem(start)? else { continue };
            let solve =
                |problem: &Problem| Ok(cheapest::cheapest(problem, &mut effort)?.into_iter().collect());
            for solution in self.solutions(start, &problem, solve).map_err(self.error(&problem, code))? {
                if let Some(basket) = self.basket(start, &solution)? {
                    keep_better(&mut best, basket);
                }
            }
        }
        Ok(best)
    }

    /// The baskets of at most `most` purchases that no other of the pool beats in both purchases and total, and
    /// perhaps some that are beaten.
    ///
    /// # Errors
    /// `trade-off-too-large`, `count-too-large`.
    pub(super) fn trade_off(&self, most: u64) -> Result<Vec<Basket>, Error> {
        let mut effort = Effort::of(self.request.effort);
        let mut baskets = Vec::new();
        for start in &self.starts {
            let Some(problem) = self.problem(start)? else { continue };
            let Some(most) = most.checked_sub(start.len() as u64) else { continue };
            let solve = |problem: &Problem| cheapest::trade_off(problem, most, &mut effort);
            let solutions = self.solutions(start, &problem, solve);
            for solution in solutions.map_err(self.error(&problem, "trade-off-too-large"))? {
                baskets.extend(self.basket(start, &solution)?);
            }
        }
        Ok(baskets)
    }

    fn error(&self, problem: &Problem, code: &'static str) -> impl Fn(TooLarge) -> Error {
        move |too_large| too_large.error(problem, &self.lines, code, |index| &self.items[index].plan.id)
    }

    /// The solutions of a problem after a start. Where the start covers everything but is no offer by itself, for
    /// its price is not known or the user does not want its kind, one purchase of any plan makes it one.
    fn solutions(
        &self,
        start: &[Item],
        problem: &Problem,
        solve: impl FnOnce(&Problem) -> Result<Vec<Solution>, TooLarge>,
    ) -> Result<Vec<Solution>, TooLarge> {
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
    fn problem(&self, start: &[Item]) -> Result<Option<Problem>, Error> {
        let need = &self.request.need;
        let mut covered = self.request.already();
        for item in start {
            covered = covered.checked_add(item.served_each).map_err(|_| self.count_too_large())?;
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

    fn basket(&self, start: &[Item], solution: &Solution) -> Result<Option<Basket>, Error> {
        let bought =
            solution.counts.iter().map(|&(index, count)| Item { count, ..self.items[index].clone() });
        let items = start.iter().cloned().chain(bought).collect();
        match Basket::counted(items, self.request.already(), self.request.currency) {
            Ok(basket) => Ok(Some(basket)),
            Err(Uncounted::Total(_)) => Ok(None),
            Err(Uncounted::Time) => Err(self.count_too_large()),
        }
    }

    fn count_too_large(&self) -> Error {
        Error::new("count-too-large").with("line", self.lines.as_str())
    }
}

/// One purchase of a plan, where it may stand in a mix: it is wanted, its figures are known, it does not mix badly.
fn mixable(plan: &Arc<Plan>, request: &Request) -> Result<Option<Item>, Error> {
    let known = plan.price.is_some() && request.missing_rate(plan).is_none();
    if !known || !request.admits(plan) {
        return Ok(None);
    }
    match request.need.served_by_plan(plan) {
        Some(served) if served > ServedTime::ZERO || request.need.minutes_of(plan) > 0 => {
            let item = request.item(plan, 1, served).map_err(|error| price_too_large(plan, &error))?;
            Ok((plan.kind != Kind::Contract).then_some(item))
        }
        _ => Ok(None),
    }
}

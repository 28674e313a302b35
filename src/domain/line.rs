//! One line, or a pair of lines, for one question: how baskets begin, the basket of each plan alone, and the best
//! basket.

use super::alone::{Alone, Asking, Begin};
use super::basket::{Basket, Item};
use super::comparison::{LeftOut, What};
use super::coverage::{Cover, Coverage, Use, UseCounts};
use super::error::Error;
use super::need::{Need, Span};
use super::prepared::{Line, PreparedCatalogue, PreparedPlan, Start};
use super::rates::Exact;
use super::refusal::Code;
use super::request::Question;
use super::solver::{self, Choice, Effort, Problem, Solution, TooLarge};
use std::borrow::Cow;
use std::sync::Arc;

/// A question about a prepared catalogue.
pub(super) struct Asked<'c> {
    pub prepared: &'c PreparedCatalogue,
    pub question: &'c Question,
    pub asking: Asking<'c>,
}

/// The result of the comparison for one line.
#[derive(Debug, Default)]
pub struct LineOutcome {
    pub(super) best: Option<Basket>,
    /// The best basket of each plan alone, if there is one.
    pub(super) alone: Vec<(usize, Basket)>,
    /// The other plans, with the reason why there is no basket of them alone.
    pub(super) refused: Vec<(usize, Code)>,
    /// Why the line could not be searched, if it is too large.
    pub(super) left_out: Option<LeftOut>,
}

/// One way to buy a plan in a search.
struct Way {
    plan: usize,
    purpose: Use,
    coverage: Coverage,
}

/// The plans of one line or of two that may be mixed, and the ways to begin.
pub(super) struct Pool<'l> {
    lines: Vec<&'l Line>,
    /// The ways to begin after which the rest can be covered, by ascending lower bound for the total of a basket.
    begins: Vec<(u128, Begin)>,
    ways: Vec<Way>,
    /// The ways as the solver sees them, by ascending plan.
    choices: Vec<Choice>,
}

impl<'c> Asked<'c> {
    pub fn new(prepared: &'c PreparedCatalogue, question: &'c Question) -> Self {
        Self { prepared, question, asking: Asking::new(question, prepared.exchange()) }
    }

    /// Ignores offers above this total from now on.
    pub fn cut_off(&mut self, total: Exact) {
        self.asking.most = self.asking.most.min(total);
    }

    /// Whether baskets of this price are ignored.
    pub fn is_past_most(&self, price: Exact) -> bool {
        price > self.asking.most
    }

    pub fn need(&self) -> &'c Need {
        self.asking.need()
    }

    /// What remains to be covered after the initial balance.
    pub fn missing(&self) -> Cover {
        self.asking.missing
    }

    /// Compares the baskets of a line.
    pub fn line(&self, line: &Line) -> LineOutcome {
        let mut outcome = LineOutcome::default();
        let begins = self.begins(line, true);
        let rows = line.plans.iter().map(|&plan| (plan, self.alone(plan, line, &begins)));
        let sims = line.all_sims.iter().map(|&sim| (sim, self.sim_alone(sim, line, &begins)));
        for (index, alone) in rows.chain(sims) {
            match alone {
                Ok(basket) => outcome.alone.push((index, basket)),
                Err(code) => outcome.refused.push((index, code)),
            }
        }
        match self.cheapest(&self.pool(&[line])) {
            Ok(mix) => {
                let best_alone = outcome.alone.iter().map(|(_, basket)| basket).min_by(|a, b| a.rank_cmp(b));
                let better = [best_alone.cloned(), mix].into_iter().flatten();
                outcome.best = better.min_by(Basket::rank_cmp);
            }
            Err(error) => {
                let too_large = outcome.alone.drain(..).map(|(index, _)| (index, Code::TooLargeToSearch));
                outcome.refused.extend(too_large);
                outcome.left_out = Some(LeftOut::new(&[line], What::Baskets, error));
            }
        }
        outcome
    }

    /// A lower bound for the total of a basket of a line, without a search. `None` if the line has no basket.
    pub fn floor(&self, line: &Line) -> Option<Exact> {
        if matches!(line.start, Start::Refused(..)) {
            return None;
        }
        let sims = line.sims.iter().map(|&sim| self.prepared.prepared(sim));
        let first = sims.clone().filter_map(|sim| sim.price).min().unwrap_or_default();
        let by_sims = sims.map(|sim| sim.terms.sim_coverage(self.need(), Span::ZERO).alone);
        let most = by_sims.fold(Cover::NOTHING, |most, cover| Cover {
            data: most.data.max(cover.data),
            calls: most.calls.max(cover.calls),
        });
        let rest = line.floor.price_of(self.need(), self.missing().minus(most))?;
        Some(Exact::from_units(first.units().saturating_add(rest)))
    }

    /// The best basket of a line, including those of its contracts. `None` if no basket fits.
    ///
    /// # Errors
    /// `search-too-large`, `count-too-large`.
    pub fn best(&self, line: &Line) -> Result<Option<Basket>, Error> {
        let mut best: Option<Basket> = None;
        let begins = self.begins(line, true);
        for (index, plan) in self.contracts(line) {
            // One bill of most contracts already costs more than the best basket.
            let least = plan.price.unwrap_or_default();
            if self.is_past_most(least)
                || best.as_ref().is_some_and(|best| best.is_complete() && least > best.total())
            {
                continue;
            }
            best = self.billed(index, &begins).fold(best, |best, basket| Some(better(best, basket)));
        }
        Ok(match self.cheapest(&self.pool(&[line]))? {
            Some(mix) => Some(better(best, mix)),
            None => best,
        })
    }

    /// The contracts of a line that are not refused.
    fn contracts<'l>(&'l self, line: &'l Line) -> impl Iterator<Item = (usize, &'l PreparedPlan)> {
        let plans = line.plans.iter().map(|&plan| (plan, self.prepared.prepared(plan)));
        plans.filter(|(_, plan)| plan.terms.is_contract() && plan.refused.is_none())
    }

    /// The baskets of a contract, one after each beginning.
    fn billed<'b>(&'b self, index: usize, begins: &'b [Begin]) -> impl Iterator<Item = Basket> + 'b {
        let after = self.asking.billed(self.prepared.prepared(index), begins);
        after.map(move |alone| self.basket_of(index, &alone))
    }

    /// The best basket of a plan alone, or the reason why there is none.
    pub fn verdict(&self, index: usize) -> Result<Basket, Code> {
        let line = self.prepared.line_of(index);
        let begins = self.begins(line, true);
        if self.prepared.plans()[index].is_sim() {
            self.sim_alone(index, line, &begins)
        } else {
            self.alone(index, line, &begins)
        }
    }

    /// The last reason, in the order of [`Code`], why plans of a line other than SIMs are not in a basket alone.
    pub fn nearest_refusal(&self, line: &Line) -> Option<Code> {
        let begins = self.begins(line, true);
        let plans = line.plans.iter().map(|&plan| self.prepared.prepared(plan));
        let codes = plans.filter_map(|plan| {
            // What it would cover does not matter if it is refused anyway.
            let coverage = plan.refused.map_or_else(|| plan.terms.coverage(self.need()), Err);
            self.asking.alone(plan, coverage, line.start, &begins).err()
        });
        codes.max()
    }

    /// Every way to begin a basket with a line, in a basket over `one_line` or over two. Empty if its SIMs are refused.
    fn begins(&self, line: &Line, one_line: bool) -> Vec<Begin> {
        match line.start {
            Start::Free => vec![Begin::NONE],
            Start::Refused(..) => Vec::new(),
            Start::Sim => line
                .sims
                .iter()
                .flat_map(|&sim| self.asking.begins_with(sim, self.prepared.prepared(sim), one_line))
                .collect(),
        }
    }

    fn basket_of(&self, index: usize, alone: &Alone<'_>) -> Basket {
        let item = self.item(index, alone.count, alone.uses, alone.each);
        self.basket(self.sims(alone.begin).chain([item]).collect()).expect("its sums have been counted")
    }

    fn alone(&self, index: usize, line: &Line, begins: &[Begin]) -> Result<Basket, Code> {
        let plan = self.prepared.prepared(index);
        let alone = self.asking.alone(plan, plan.terms.coverage(self.need()), line.start, begins)?;
        Ok(self.basket_of(index, &alone))
    }

    fn sim_alone(&self, index: usize, line: &Line, begins: &[Begin]) -> Result<Basket, Code> {
        let own = begins.iter().filter(|begin| begin.sims.first().is_some_and(|(sim, _)| *sim == index));
        let begin = self.asking.sim_alone(self.prepared.prepared(index), line.start, own)?;
        Ok(self.basket(self.sims(begin).collect()).expect("its sums have been counted"))
    }

    /// The best basket of a pool, which has no contracts. `None` if no basket fits.
    ///
    /// # Errors
    /// `search-too-large` or `pair-too-large`, `count-too-large`.
    pub fn cheapest(&self, pool: &Pool<'_>) -> Result<Option<Basket>, Error> {
        let code = if pool.lines.len() > 1 { "pair-too-large" } else { "search-too-large" };
        let mut effort = Effort::new(self.question.effort);
        let mut best: Option<Basket> = None;
        for (least, begin) in &pool.begins {
            let complete = best.as_ref().filter(|best| best.is_complete());
            let most = complete.map_or(self.asking.most, |best| best.total().min(self.asking.most));
            if *least > most.units() {
                break;
            }
            let Some(problem) = self.problem_after(begin, &pool.choices, most) else { continue };
            let found = if problem.time == 0 && problem.calls == 0 {
                self.begin_alone(begin)
            } else {
                let solution = solver::cheapest(&problem, &mut effort)
                    .map_err(|too_large| self.too_large(too_large, &problem, pool, code))?;
                solution.map(|solution| self.solved(begin, &solution, pool)).transpose()?
            };
            if let Some(found) = found {
                best = Some(better(best, found));
            }
        }
        Ok(best.filter(|best| best.total() <= self.asking.most))
    }

    /// The Pareto front of purchases and total of a pool, up to `most` purchases, including the contracts of a line. The
    /// result may hold other baskets too.
    ///
    /// # Errors
    /// `trade-off-too-large`, `count-too-large`.
    pub fn trade_off(&self, pool: &Pool<'_>, most: u64) -> Result<Vec<Basket>, Error> {
        let mut effort = Effort::new(self.question.effort);
        let mut baskets = Vec::new();
        if let [line] = pool.lines[..] {
            let begins = self.begins(line, true);
            baskets.extend(
                self.contracts(line).flat_map(|(index, _)| self.billed(index, &begins).collect::<Vec<_>>()),
            );
        }
        for (_, begin) in &pool.begins {
            let Some(problem) = self.problem_after(begin, &pool.choices, self.asking.most) else { continue };
            let Some(most) = most.checked_sub(begin.sims.len() as u64) else { continue };
            if problem.time == 0 && problem.calls == 0 {
                baskets.extend(self.begin_alone(begin));
                continue;
            }
            let solutions = solver::trade_off(&problem, most, &mut effort)
                .map_err(|too_large| self.too_large(too_large, &problem, pool, "trade-off-too-large"))?;
            for solution in solutions {
                baskets.push(self.solved(begin, &solution, pool)?);
            }
        }
        baskets.retain(|basket| basket.total() <= self.asking.most);
        Ok(baskets)
    }

    /// The basket of a beginning that covers everything.
    fn begin_alone(&self, begin: &Begin) -> Option<Basket> {
        self.basket(self.sims(begin).collect())
    }

    /// Every way to begin a basket over these lines that no other one replaces.
    fn all_begins(&self, lines: &[&Line]) -> Vec<Begin> {
        self.joined(lines.iter().map(|line| self.begins(line, lines.len() == 1)))
    }

    /// Every way to begin with one of these beginnings of each line that no other one replaces.
    pub fn joined(&self, by_line: impl IntoIterator<Item = Vec<Begin>>) -> Vec<Begin> {
        let mut all = vec![Begin::NONE];
        for of_line in by_line {
            all = all
                .iter()
                .flat_map(|begin| of_line.iter().filter_map(|own| self.asking.both(begin, own)))
                .collect();
        }
        if all.len() < 2 {
            return all;
        }
        all.iter().filter(|begin| !all.iter().any(|other| other.replaces(begin))).cloned().collect()
    }

    /// The pool of one line or of two.
    pub fn pool<'l>(&self, lines: &[&'l Line]) -> Pool<'l> {
        let mut plans: Vec<usize> = lines.iter().flat_map(|line| line.plans.iter().copied()).collect();
        plans.sort_unstable();
        let mut ways = Vec::with_capacity(plans.len());
        let mut choices = Vec::with_capacity(plans.len());
        for plan in plans {
            let PreparedPlan { terms, price, refused, .. } = self.prepared.prepared(plan);
            let Some(price) = price.filter(|_| refused.is_none() && !terms.is_contract()) else { continue };
            let Ok(coverage) = terms.coverage(self.need()) else { continue };
            for (purpose, choice) in coverage.choices(plan, price.units(), terms.limit, self.need()) {
                ways.push(Way { plan, purpose, coverage });
                choices.push(choice);
            }
        }
        let mut begins: Vec<(u128, Begin)> = self
            .all_begins(lines)
            .into_iter()
            .filter_map(|begin| {
                let problem = self.problem(self.missing().minus(begin.cover), &choices, Exact::MOST, None);
                let rest = solver::least_price(&problem)?;
                Some((rest.saturating_add(begin.rank.total.units()), begin))
            })
            .collect();
        begins.sort_by_key(|(least, _)| *least);
        Pool { lines: lines.to_vec(), begins, ways, choices }
    }

    /// What remains to be covered after a beginning, for a total of at most `most`. `None` if the beginning alone costs
    /// more or has more purchases than are allowed.
    fn problem_after<'p>(&self, begin: &Begin, choices: &'p [Choice], most: Exact) -> Option<Problem<'p>> {
        let missing = self.missing().minus(begin.cover);
        let max_purchases = match self.question.max_purchases {
            Some(most) => Some(most.checked_sub(begin.sims.len() as u64)?),
            None => None,
        };
        let most = Exact::from_units(most.units().checked_sub(begin.rank.total.units())?);
        Some(self.problem(missing, choices, most, max_purchases))
    }

    fn problem<'p>(
        &self,
        missing: Cover,
        choices: &'p [Choice],
        most: Exact,
        max_purchases: Option<u64>,
    ) -> Problem<'p> {
        let has_data = self.need().has_data();
        let calls = if has_data { missing.calls.units() } else { 0 };
        Problem {
            choices: if calls == 0 { one_of_each_plan(choices) } else { choices.into() },
            time: if has_data { missing.data } else { missing.calls }.units(),
            calls,
            max_purchases,
            max_price: most.units(),
        }
    }

    /// The basket of a solution.
    fn solved(&self, begin: &Begin, solution: &Solution, pool: &Pool<'_>) -> Result<Basket, Error> {
        let mut items: Vec<Item> = self.sims(begin).collect();
        let are_calls_missing = !self.missing().minus(begin.cover).calls.is_zero();
        let mut last = None;
        for &(index, count) in &solution.counts {
            let Way { plan, purpose, coverage } = &pool.ways[index];
            if last.replace(*plan) != Some(*plan) {
                items.push(self.item(*plan, 0, UseCounts::default(), coverage.alone));
            }
            let item = items.last_mut().expect("one has just been added");
            item.count += count;
            match purpose {
                Use::Both if are_calls_missing => item.uses.both += count,
                Use::Both | Use::Data => item.uses.data += count,
                Use::Calls => item.uses.calls += count,
            }
        }
        self.basket(items).ok_or_else(|| count_too_large(&pool.lines))
    }

    pub fn sims(&self, begin: &Begin) -> impl Iterator<Item = Item> {
        begin.sims.iter().map(|&(sim, cover)| self.item(sim, 1, UseCounts::default(), cover))
    }

    pub fn item(&self, index: usize, count: u64, uses: UseCounts, each: Cover) -> Item {
        let PreparedPlan { price, fee, .. } = *self.prepared.prepared(index);
        let plan = Arc::clone(&self.prepared.plans()[index]);
        Item { plan, count, uses, data_each: each.data, calls_each: each.calls, price, fee }
    }

    /// The basket of some items, with the time that they cover. `None` on overflow.
    pub fn basket(&self, items: Vec<Item>) -> Option<Basket> {
        let mut covered = self.asking.nothing().covered.0;
        for item in &items {
            covered = covered.checked_add(self.asking.counted(item.covers()?))?;
        }
        Basket::new(items, self.asking.initial, covered)
    }

    fn too_large(
        &self,
        too_large: TooLarge,
        problem: &Problem<'_>,
        pool: &Pool<'_>,
        code: &'static str,
    ) -> Error {
        let TooLarge::Search { searched } = too_large else { return count_too_large(&pool.lines) };
        let error = Error::new(code).with("line", names(&pool.lines)).with("searched", searched);
        match solver::most_often(problem) {
            None => error,
            Some((index, count)) => {
                let plan = &self.prepared.plans()[pool.ways[index].plan];
                error.with("plan", plan.id.as_str()).with("purchases", count)
            }
        }
    }
}

/// The choices if no calls have to be covered: of each plan only the one that covers the most time. The limit of a plan
/// holds over all of its choices, which the solver only counts if there are calls. A limit of 0 leaves the places of
/// the others as they are.
fn one_of_each_plan(choices: &[Choice]) -> Cow<'_, [Choice]> {
    if choices.is_sorted_by(|a, b| a.plan < b.plan) {
        return choices.into();
    }
    let of_plans = choices.chunk_by(|a, b| a.plan == b.plan);
    let limited = of_plans.flat_map(|of_plan| {
        let most = of_plan.iter().map(|choice| choice.time).max();
        let limit_of = move |choice: &Choice| if Some(choice.time) == most { choice.limit } else { Some(0) };
        of_plan.iter().map(move |choice| Choice { limit: limit_of(choice), ..*choice })
    });
    limited.collect()
}

/// The better of two baskets.
fn better(best: Option<Basket>, basket: Basket) -> Basket {
    match best {
        Some(best) if best.rank_cmp(&basket).is_le() => best,
        _ => basket,
    }
}

fn count_too_large(lines: &[&Line]) -> Error {
    Error::new("count-too-large").with("line", names(lines))
}

fn names(lines: &[&Line]) -> String {
    lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>().join(" + ")
}

#[cfg(test)]
mod tests;

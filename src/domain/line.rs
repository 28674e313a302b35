//! One line, or two, for one question: how a basket begins, what each plan comes to, and which basket is the best.

use super::basket::{Basket, Item};
use super::comparison::{LeftOut, What};
use super::coverage::{Counts, Cover, Coverage, Use};
use super::error::Error;
use super::need::{Need, Span};
use super::prepared::{Line, PreparedCatalogue, PreparedPlan, Start};
use super::rates::Exact;
use super::refusal::Code;
use super::request::Question;
use super::solver::{self, Choice, Effort, Problem, Solution, TooLarge};
use std::sync::Arc;

/// A question to a prepared catalogue, with what all lines share.
pub(super) struct Asked<'c> {
    pub prepared: &'c PreparedCatalogue,
    pub question: &'c Question,
    /// For how long what is left on the user's SIM covers data.
    initial: Span,
    /// The most that an offer may cost.
    most: Exact,
}

/// What becomes of a line.
#[derive(Debug, Default)]
pub(super) struct LineOutcome {
    /// The best basket.
    pub best: Option<Basket>,
    /// For each plan that can be one, the best basket of it alone.
    pub alone: Vec<(usize, Basket)>,
    /// The other plans, with the reason why they are no basket alone.
    pub refused: Vec<(usize, Code)>,
    /// That the line is too large to be searched.
    pub left_out: Option<LeftOut>,
}

/// One way to begin a basket: SIMs of its lines, each with what it is used for.
#[derive(Clone, Debug, Default)]
struct Begin {
    sims: Vec<(usize, Cover)>,
    cover: Cover,
    price: Exact,
}

impl Begin {
    /// Whether this beginning is at least as good as another one, whatever is bought after both.
    fn replaces(&self, other: &Self, shared: impl Fn(&Self) -> usize) -> bool {
        let covers = self.cover.data >= other.cover.data && self.cover.calls >= other.cover.calls;
        let ids = |begin: &Self| begin.sims.iter().map(|(index, _)| *index).collect::<Vec<_>>();
        let rank = |begin: &Self| (begin.price, shared(begin));
        match rank(self).cmp(&rank(other)) {
            std::cmp::Ordering::Less => covers,
            std::cmp::Ordering::Greater => false,
            std::cmp::Ordering::Equal => {
                let is_equal = self.cover == other.cover;
                covers && (self.cover.data > other.cover.data || ids(self) < ids(other))
                    || is_equal && ids(self) < ids(other)
            }
        }
    }
}

/// One way to buy a plan in a search.
struct Way {
    plan: usize,
    purpose: Use,
    coverage: Coverage,
}

impl<'c> Asked<'c> {
    pub fn new(prepared: &'c PreparedCatalogue, question: &'c Question) -> Self {
        let exchange = prepared.exchange();
        let most = question.max_total.map_or(exchange.most(), |limit| exchange.within(limit));
        Self { prepared, question, initial: question.initial_span(), most }
    }

    /// Offers above this total are of no interest any more.
    pub fn cut_off(&mut self, total: Exact) {
        self.most = self.most.min(total);
    }

    pub fn need(&self) -> &'c Need {
        &self.question.need
    }

    /// What is to be covered after what is left on the user's SIM.
    pub fn missing(&self) -> Cover {
        Cover::whole(self.need()).minus(Cover { data: self.initial, calls: Span::ZERO })
    }

    /// What becomes of a line.
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
        match self.cheapest(&[line]) {
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

    /// The best basket of a line alone; `None` if nothing of it fits.
    ///
    /// # Errors
    /// `search-too-large`, `count-too-large`.
    pub fn best_of_line(&self, line: &Line) -> Result<Option<Basket>, Error> {
        let begins = self.begins(line, true);
        let contracts = line.plans.iter().filter(|&&plan| self.prepared.prepared(plan).terms.is_contract());
        let contracts = contracts.filter_map(|&plan| self.alone(plan, line, &begins).ok());
        let best = contracts.min_by(Basket::rank_cmp);
        let mix = self.cheapest(&[line])?;
        Ok([best, mix].into_iter().flatten().min_by(Basket::rank_cmp))
    }

    /// The reason why a plan is no basket alone, or that basket.
    pub fn verdict(&self, index: usize) -> Result<Basket, Code> {
        let line = self.prepared.line_of(index);
        let begins = self.begins(line, true);
        if self.prepared.plans()[index].is_sim() && self.missing().is_nothing() {
            Err(self.prepared.prepared(index).refused.unwrap_or(Code::SimOnly))
        } else if self.prepared.plans()[index].is_sim() {
            self.sim_alone(index, line, &begins)
        } else {
            self.alone(index, line, &begins)
        }
    }

    /// A plan as what it does for the need and costs, data and calls each by itself: what decides whether another one
    /// takes its place in every basket. `None` for a contract, a SIM, and what is refused.
    pub fn standing(&self, index: usize) -> Option<Choice> {
        let PreparedPlan { terms, price, refused, .. } = self.prepared.prepared(index);
        let is_mixed = refused.is_none() && !terms.is_contract() && !self.prepared.plans()[index].is_sim();
        let price = price.filter(|_| is_mixed)?;
        let Cover { data, calls } = terms.coverage(self.need()).ok()?.alone;
        let is_shared = terms.is_shared;
        let limit = terms.limit;
        Some(Choice {
            plan: index,
            price: price.units(),
            time: data.units(),
            calls: calls.units(),
            is_shared,
            limit,
        })
    }

    /// How many purchases a plan repeated alone takes, the SIM among them, whatever is allowed; `None` if no number is
    /// enough.
    pub fn purchases_needed(&self, index: usize) -> Option<u64> {
        let line = self.prepared.line_of(index);
        let terms = &self.prepared.prepared(index).terms;
        let needed = |begin: &Begin| {
            let missing = self.missing().minus(begin.cover);
            let count = if terms.is_contract() {
                terms.bills(self.need(), missing).ok()?
            } else {
                terms.coverage(self.need()).ok()?.repeated(missing).ok()?.sum()?
            };
            count.checked_add(begin.sims.len() as u64)
        };
        self.begins(line, true).iter().filter_map(needed).min()
    }

    /// Every way to begin a basket of a line, which has `one_line` or is over two; none if its SIMs are out.
    fn begins(&self, line: &Line, one_line: bool) -> Vec<Begin> {
        match line.start {
            Start::Free => vec![Begin::default()],
            Start::Refused(..) => Vec::new(),
            Start::Sim => line.sims.iter().flat_map(|&sim| self.begins_with(sim, one_line)).collect(),
        }
    }

    /// The ways to begin with a SIM. Its data and its minutes begin side by side, unless they draw on one balance or
    /// something else may cover data or calls first: then one of the two is used.
    fn begins_with(&self, sim: usize, one_line: bool) -> Vec<Begin> {
        let plan = self.prepared.prepared(sim);
        let coverage = plan.terms.sim_coverage(self.need());
        let Cover { data, calls } = coverage.alone;
        let has_both = !data.is_zero() && !calls.is_zero();
        let is_first = one_line && self.initial.is_zero();
        let covers = if has_both && (coverage.is_shared || !is_first) {
            vec![Cover { data, calls: Span::ZERO }, Cover { data: Span::ZERO, calls }]
        } else {
            vec![coverage.alone]
        };
        let begin =
            |cover: Cover| Begin { sims: vec![(sim, cover)], cover, price: plan.price.unwrap_or_default() };
        covers.into_iter().map(begin).collect()
    }

    /// A plan repeated alone after the beginning that suits it best, or the first reason why there is no such basket.
    fn alone(&self, index: usize, line: &Line, begins: &[Begin]) -> Result<Basket, Code> {
        let plan = self.prepared.prepared(index);
        let of_sim = if let Start::Refused(_, code) = line.start { Some(code) } else { None };
        if let Some(code) = plan.refused.into_iter().chain(of_sim).min() {
            return Err(code);
        }
        let coverage = if plan.terms.is_contract() { None } else { Some(plan.terms.coverage(self.need())?) };
        let mut best: Option<Basket> = None;
        let mut first = Code::NotNeeded;
        for begin in begins {
            let basket = match coverage {
                None => self.billed(index, begin),
                Some(coverage) => self.repeated(index, coverage, begin),
            };
            match basket {
                Err(code) => first = first.min(code),
                Ok(basket) if best.as_ref().is_none_or(|best| basket.rank_cmp(best).is_lt()) => {
                    best = Some(basket);
                }
                Ok(_) => {}
            }
        }
        best.ok_or(first)
    }

    fn repeated(&self, index: usize, coverage: Coverage, begin: &Begin) -> Result<Basket, Code> {
        let missing = self.missing().minus(begin.cover);
        if missing.is_nothing() {
            return Err(Code::NotNeeded);
        }
        let counts = coverage.repeated(missing)?;
        let count = counts.sum().ok_or(Code::PurchaseLimit)?;
        let item = self.item(index, count, counts, coverage.alone);
        self.limited(index, item, begin)
    }

    fn billed(&self, index: usize, begin: &Begin) -> Result<Basket, Code> {
        let missing = self.missing().minus(begin.cover);
        let terms = &self.prepared.prepared(index).terms;
        let bills = terms.bills(self.need(), missing)?;
        if missing.is_nothing() {
            return Err(Code::NotNeeded);
        }
        let each = terms.validity(self.need());
        self.limited(
            index,
            self.item(index, bills, Counts::default(), Cover { data: each, calls: each }),
            begin,
        )
    }

    /// The basket of one item after a beginning, if it keeps to the limits.
    fn limited(&self, index: usize, item: Item, begin: &Begin) -> Result<Basket, Code> {
        let allowed = self.question.max_purchases.map(|most| most.saturating_sub(begin.sims.len() as u64));
        let limit = self.prepared.prepared(index).terms.limit;
        if allowed.into_iter().chain(limit).any(|most| item.count > most) {
            return Err(Code::PurchaseLimit);
        }
        let items = self.sims(begin).chain([item]).collect();
        let basket = self.basket(items).ok_or(Code::TooLargeToSearch)?;
        if basket.total() > self.prepared.exchange().most() {
            return Err(Code::TooLargeToSearch);
        }
        if basket.total() > self.most { Err(Code::TooExpensive) } else { Ok(basket) }
    }

    /// A SIM that covers everything by itself, or the first reason why it does not.
    fn sim_alone(&self, index: usize, line: &Line, begins: &[Begin]) -> Result<Basket, Code> {
        let own = begins.iter().filter(|begin| begin.sims.first().is_some_and(|(sim, _)| *sim == index));
        let is_enough = |begin: &&Begin| self.missing().minus(begin.cover).is_nothing();
        let code = self.prepared.prepared(index).refused.unwrap_or(Code::SimOnly);
        let begin = own.into_iter().find(is_enough).filter(|_| line.start == Start::Sim).ok_or(code)?;
        if self.question.max_purchases == Some(0) {
            return Err(code);
        }
        let basket = self.basket(self.sims(begin).collect()).ok_or(Code::TooLargeToSearch)?;
        if basket.total() > self.most { Err(code.min(Code::TooExpensive)) } else { Ok(basket) }
    }

    /// The best basket over some lines without contracts; `None` if nothing of them covers the need.
    ///
    /// # Errors
    /// `search-too-large` or `pair-too-large`, `count-too-large`.
    pub fn cheapest(&self, lines: &[&Line]) -> Result<Option<Basket>, Error> {
        let code = if lines.len() > 1 { "pair-too-large" } else { "search-too-large" };
        let mut effort = Effort::new(self.question.effort);
        let mut best: Option<Basket> = None;
        let (ways, choices) = self.ways(lines);
        for begin in self.all_begins(lines) {
            let Some(problem) = self.problem(&begin, &choices, best.as_ref()) else { continue };
            let found = if problem.time == 0 && problem.calls == 0 {
                self.begin_alone(&begin)
            } else {
                let solution = solver::cheapest(&problem, &mut effort);
                let solution =
                    solution.map_err(|too_large| self.too_large(too_large, &problem, lines, &ways, code))?;
                solution.map(|solution| self.solved(&begin, &solution, &ways, lines)).transpose()?
            };
            if let Some(found) =
                found.filter(|found| best.as_ref().is_none_or(|best| found.rank_cmp(best).is_lt()))
            {
                best = Some(found);
            }
        }
        Ok(best.filter(|best| best.total() <= self.most))
    }

    /// The baskets over some lines of at most `most` purchases that no other of them beats in both purchases and
    /// total, and perhaps some that are beaten.
    ///
    /// # Errors
    /// `trade-off-too-large`, `count-too-large`.
    pub fn trade_off(&self, lines: &[&Line], most: u64) -> Result<Vec<Basket>, Error> {
        let mut effort = Effort::new(self.question.effort);
        let mut baskets = Vec::new();
        let (ways, choices) = self.ways(lines);
        for begin in self.all_begins(lines) {
            let Some(problem) = self.problem(&begin, &choices, None) else { continue };
            let Some(most) = most.checked_sub(begin.sims.len() as u64) else { continue };
            if problem.time == 0 && problem.calls == 0 {
                baskets.extend(self.begin_alone(&begin));
                continue;
            }
            let solutions = solver::trade_off(&problem, most, &mut effort).map_err(|too_large| {
                self.too_large(too_large, &problem, lines, &ways, "trade-off-too-large")
            })?;
            for solution in solutions {
                baskets.push(self.solved(&begin, &solution, &ways, lines)?);
            }
        }
        baskets.retain(|basket| basket.total() <= self.most);
        Ok(baskets)
    }

    /// A beginning that is enough by itself.
    fn begin_alone(&self, begin: &Begin) -> Option<Basket> {
        self.basket(self.sims(begin).collect())
    }

    /// Every way to begin a basket over some lines that no other one replaces.
    fn all_begins(&self, lines: &[&Line]) -> Vec<Begin> {
        let mut all = vec![Begin::default()];
        for line in lines {
            let of_line = self.begins(line, lines.len() == 1);
            let with = |begin: &Begin, own: &Begin| {
                Some(Begin {
                    sims: begin.sims.iter().chain(&own.sims).copied().collect(),
                    cover: Cover {
                        data: begin.cover.data.checked_add(own.cover.data)?,
                        calls: begin.cover.calls.checked_add(own.cover.calls)?,
                    },
                    price: begin.price.checked_add(own.price)?,
                })
            };
            all =
                all.iter().flat_map(|begin| of_line.iter().filter_map(move |own| with(begin, own))).collect();
        }
        let shared = |begin: &Begin| {
            begin.sims.iter().filter(|(sim, _)| self.prepared.prepared(*sim).terms.is_shared).count()
        };
        let is_replaced = |begin: &Begin| all.iter().any(|other| other.replaces(begin, shared));
        all.iter().filter(|begin| !is_replaced(begin)).cloned().collect()
    }

    /// Every way to buy the plans of some lines, and the choices that they are, by ascending plan.
    fn ways(&self, lines: &[&Line]) -> (Vec<Way>, Vec<Choice>) {
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
        (ways, choices)
    }

    /// What is to be covered after a beginning; `None` if the beginning alone is more than may be bought.
    fn problem(&self, begin: &Begin, choices: &[Choice], best: Option<&Basket>) -> Option<Problem> {
        let missing = self.missing().minus(begin.cover);
        let most =
            best.filter(|best| best.is_complete()).map_or(self.most, |best| self.most.min(best.total()));
        let max_purchases = match self.question.max_purchases {
            Some(most) => Some(most.checked_sub(begin.sims.len() as u64)?),
            None => None,
        };
        let has_data = self.need().has_data();
        Some(Problem {
            choices: choices.to_vec(),
            time: if has_data { missing.data } else { missing.calls }.units(),
            calls: if has_data { missing.calls.units() } else { 0 },
            max_purchases,
            max_price: most.units().checked_sub(begin.price.units())?,
        })
    }

    /// The basket of a solution.
    fn solved(
        &self,
        begin: &Begin,
        solution: &Solution,
        ways: &[Way],
        lines: &[&Line],
    ) -> Result<Basket, Error> {
        let mut items: Vec<Item> = self.sims(begin).collect();
        let are_calls_missing = !self.missing().minus(begin.cover).calls.is_zero();
        let mut last = None;
        for &(index, count) in &solution.counts {
            let Way { plan, purpose, coverage } = &ways[index];
            if last.replace(*plan) != Some(*plan) {
                items.push(self.item(*plan, 0, Counts::default(), coverage.alone));
            }
            let item = items.last_mut().expect("one has just been added");
            item.count += count;
            match purpose {
                Use::Both if are_calls_missing => item.uses.both += count,
                Use::Both | Use::Data => item.uses.data += count,
                Use::Calls => item.uses.calls += count,
            }
        }
        self.basket(items).ok_or_else(|| count_too_large(lines))
    }

    fn sims(&self, begin: &Begin) -> impl Iterator<Item = Item> {
        begin.sims.iter().map(|&(sim, cover)| self.item(sim, 1, Counts::default(), cover))
    }

    pub fn item(&self, index: usize, count: u64, uses: Counts, each: Cover) -> Item {
        let PreparedPlan { price, fee, .. } = *self.prepared.prepared(index);
        let plan = Arc::clone(&self.prepared.plans()[index]);
        Item { plan, count, uses, data_each: each.data, calls_each: each.calls, price, fee }
    }

    /// The basket of some items, with the time that they cover; `None` if a sum passes what can be counted.
    pub fn basket(&self, items: Vec<Item>) -> Option<Basket> {
        let mut covered = if self.need().has_data() { self.initial } else { Span::ZERO };
        for item in &items {
            let cover = item.covers()?;
            covered = covered.checked_add(if self.need().has_data() { cover.data } else { cover.calls })?;
        }
        Basket::new(items, self.initial, covered)
    }

    fn too_large(
        &self,
        too_large: TooLarge,
        problem: &Problem,
        lines: &[&Line],
        ways: &[Way],
        code: &'static str,
    ) -> Error {
        let TooLarge::Search { searched } = too_large else { return count_too_large(lines) };
        let error = Error::new(code).with("line", names(lines)).with("searched", searched);
        match solver::most_often(problem) {
            None => error,
            Some((index, count)) => {
                let plan = &self.prepared.plans()[ways[index].plan];
                error.with("plan", plan.id.as_str()).with("purchases", count)
            }
        }
    }
}

fn count_too_large(lines: &[&Line]) -> Error {
    Error::new("count-too-large").with("line", names(lines))
}

fn names(lines: &[&Line]) -> String {
    lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>().join(" + ")
}

//! The bill of a basket that the user has chosen: what it costs, whether it lasts, and the cheapest one beside it.

use super::basket::{Basket, Item};
use super::comparison::{Comparison, LeftOut, Offer, compare};
use super::coverage::{Cover, Use, UseCounts};
use super::error::Error;
use super::line::Asked;
use super::need::{Need, Span};
use super::plan::{Allowance, Audience, DataPer, Plan, Scope};
use super::prepared::{PreparedCatalogue, Start};
use super::refusal::Code;
use super::request::{Question, Request};
use super::slug::Slug;
use super::solver::{self, Choice, Effort, Problem};
use super::volume::DataVolume;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A basket with what becomes of it.
#[derive(Clone, Debug)]
pub struct Bill {
    /// The basket as an offer.
    pub offer: Offer,
    /// Whether it lasts.
    pub verdict: Verdict,
    /// Plans of the basket that cover nothing of the need, and why.
    pub useless: Vec<(Arc<Plan>, Code)>,
    /// The SIM that the basket needs and of which nobody knows the price in this currency.
    pub uncounted_sim: Option<Arc<Plan>>,
    /// The cheapest basket over the same lines, the user's own among them if it lasts; `None` if nothing fits, or if
    /// `left_out` may hold a better one.
    pub cheapest: Option<Offer>,
    /// What is too large to be searched among the lines that were compared.
    pub left_out: Vec<LeftOut>,
}

/// Whether a basket lasts for the whole need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does, and this much time is left over.
    Full {
        /// The time beyond the stay.
        spare: Span,
    },
    /// It does not.
    Short {
        /// The time at the end for which nothing is there.
        time: Span,
        /// The data that is missing; `None` if that cannot be counted.
        data: Option<DataVolume>,
        /// The call minutes that are missing.
        minutes: u64,
        /// The plan of which a day or a month gives less than is needed, what it gives and what is needed.
        thin: Option<Thin>,
    },
    /// What is known of it does not last, and for how long a plan of it does is not known.
    Unknown(Slug),
}

/// A plan that gives too little for its time: it lasts, and runs out each day or each month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thin {
    /// The plan.
    pub plan: Arc<Plan>,
    /// What it gives in its day or its month.
    pub has: DataVolume,
    /// What the pace takes in that time.
    pub needed: DataVolume,
}

impl Bill {
    /// The bill of plans in these counts. The SIM with which `compare` would begin is added for each line that needs one
    /// and has none named.
    ///
    /// # Errors
    /// `contract-mixed` if a contract is beside another plan, `bought-too-often`, `rate-unknown`, `bill-too-large`.
    ///
    /// # Panics
    /// If a plan is not of the catalogue.
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
        let too_large = || Error::new("bill-too-large").with("plans", named(&order));
        let mut chosen = Chosen {
            need: &question.need,
            waits: if lines.len() > 1 { Span::ZERO } else { asked.asking.waits() },
            items: Vec::new(),
            useless: Vec::new(),
            unknown: None,
            thin: Vec::new(),
        };
        for (plan, count) in &order {
            let index = prepared.index_of(plan.id.as_str()).expect("plans of a bill are of the catalogue");
            if prepared.prepared(index).price.is_none() && plan.price.is_some() && !plan.is_sim() {
                let code = plan.price.map(|price| price.currency().code());
                return Err(Error::new("rate-unknown").with("currency", code.unwrap_or_default()));
            }
            chosen.add(asked.item(index, *count, UseCounts::default(), Cover::default()), asked.missing());
        }
        let missing = chosen.assign(asked.missing()).ok_or_else(too_large)?;
        let basket = asked.basket(chosen.items.clone()).ok_or_else(too_large)?;
        let verdict = chosen.verdict(&basket, missing);
        let offer = Offer::new(basket, question);
        let beside = beside(&lines, &order, prepared, question)?;
        let own = Some(offer.clone()).filter(|_| matches!(verdict, Verdict::Full { .. }));
        let is_known = beside.unsearched().next().is_none();
        let others = beside.offers.into_iter().next();
        let best = own.into_iter().chain(others).min_by(|a, b| a.basket.rank_cmp(&b.basket));
        Ok(Self {
            offer,
            verdict,
            useless: chosen.useless,
            uncounted_sim,
            cheapest: best.filter(|_| is_known),
            left_out: beside.left_out,
        })
    }

    /// The bill of the best offer of a comparison: it lasts, and it is the cheapest itself.
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

    /// Whether it is known what the cheapest basket over the same lines is.
    pub fn is_cheapest_known(&self) -> bool {
        self.cheapest.is_some() || self.left_out.is_empty()
    }
}

fn check(order: &[(Arc<Plan>, u64)]) -> Result<(), Error> {
    let others = || order.iter().map(|(plan, _)| plan).filter(|plan| !plan.is_sim());
    if let Some(contract) = others().find(|plan| plan.is_contract())
        && others().count() > 1
    {
        return Err(Error::new("contract-mixed").with("plan", contract.id.as_str()));
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

fn named(order: &[(Arc<Plan>, u64)]) -> String {
    order.iter().map(|(plan, count)| format!("`{}:{count}`", plan.id)).collect::<Vec<_>>().join(", ")
}

/// The SIM that a line needs, and whether its price can be counted: the cheapest of those with which `compare` would
/// begin, else the cheapest that there is.
fn sim_of(line: &Slug, prepared: &PreparedCatalogue) -> Option<(Arc<Plan>, bool)> {
    let line = prepared.lines().iter().find(|other| other.name == *line)?;
    let among = match line.start {
        Start::Free => return None,
        Start::Sim => &line.sims,
        Start::Refused(..) => &line.all_sims,
    };
    let price = |index: usize| prepared.prepared(index).price;
    let index = *among.iter().min_by_key(|&&index| (price(index).is_none(), price(index), index))?;
    Some((Arc::clone(&prepared.plans()[index]), price(index).is_some()))
}

/// The offers over the same lines, for somebody who may buy what the basket holds.
fn beside(
    lines: &BTreeSet<&Slug>,
    order: &[(Arc<Plan>, u64)],
    prepared: &PreparedCatalogue,
    question: &Question,
) -> Result<Comparison, Error> {
    let mut request: Request = prepared.request().clone();
    request.filters.resident |= order.iter().any(|(plan, _)| plan.audience == Audience::Resident);
    let of_lines = prepared.plans().iter().filter(|plan| lines.contains(&plan.line)).cloned();
    let of_lines = PreparedCatalogue::new(of_lines.collect(), request)?;
    Ok(compare(&of_lines, &Question { two_lines: lines.len() > 1, trade_off: false, ..question.clone() }))
}

/// The items of a bill, as far as it is known what they do.
struct Chosen<'n> {
    need: &'n Need,
    /// As [`Asking::waits`].
    waits: Span,
    items: Vec<Item>,
    useless: Vec<(Arc<Plan>, Code)>,
    unknown: Option<Slug>,
    thin: Vec<Thin>,
}

impl Chosen<'_> {
    fn add(&mut self, mut item: Item, missing: Cover) {
        let plan = Arc::clone(&item.plan);
        let terms = super::coverage::Terms::new(&plan);
        let validity = terms.validity(self.need);
        let covers = if plan.is_sim() {
            Ok(terms.sim_coverage(self.need, self.waits).alone)
        } else if plan.scope != Scope::General {
            Err(Code::ScopeNotGeneral)
        } else if plan.is_contract() {
            terms.bills(self.need, missing).map(|_| Cover { data: validity, calls: validity })
        } else {
            terms.coverage(self.need).map(|coverage| coverage.alone)
        };
        let cover =
            covers.unwrap_or_else(|code| self.without(&plan, code, validity, terms.minutes_span(self.need)));
        (item.data_each, item.calls_each) = (cover.data, cover.calls);
        self.items.push(item);
    }

    /// What a plan does that `compare` would not take for this need.
    fn without(&mut self, plan: &Arc<Plan>, code: Code, validity: Span, minutes: Span) -> Cover {
        // A contract is not one of the passes, each of whose purchases serves data or calls.
        let is_data_only = plan.is_contract() && plan.is_shared() && self.need.has_data();
        let calls = if is_data_only { Span::ZERO } else { minutes.min(validity) };
        match code {
            Code::AllowanceUnknown | Code::ValidityUnknown => {
                self.unknown.get_or_insert_with(|| plan.id.clone());
                self.useless.push((Arc::clone(plan), code));
                Cover::default()
            }
            Code::DailyAllowanceTooSmall | Code::MonthlyAllowanceTooSmall => {
                let month = if plan.data_per == DataPer::Day { self.need.hours(24) } else { validity };
                if let Some(Allowance::Volume(has)) = plan.allowance {
                    let needed = self.need.volume_in(month.min(self.need.whole_stay())).unwrap_or_default();
                    self.thin.push(Thin { plan: Arc::clone(plan), has, needed });
                }
                Cover { data: validity, calls }
            }
            Code::TooFewMinutes => Cover { data: validity, calls },
            _ => {
                self.useless.push((Arc::clone(plan), code));
                Cover::default()
            }
        }
    }

    /// Decides what each purchase is used for: data for as long as it can be, then calls. Returns what stays missing;
    /// `None` if that cannot be counted.
    fn assign(&mut self, missing: Cover) -> Option<Cover> {
        let mut missing = missing;
        for item in self.items.iter().filter(|item| item.plan.is_sim() || item.plan.is_contract()) {
            missing = missing.minus(item.covers()?);
        }
        let most_data = self
            .passes()
            .try_fold(Span::ZERO, |sum, item| sum.checked_add(item.data_each.checked_mul(item.count)?))?;
        let data = missing.data.min(most_data);
        let at = |calls: Span| Cover { data, calls };
        let uses = self.uses(at(missing.calls)).map(|uses| (uses, missing.calls));
        let (uses, calls) = uses.or_else(|| {
            // As much of the calls as can be covered beside the data.
            let (mut fits, mut fails) = (0, missing.calls.units());
            while fits + 1 < fails {
                let middle = fits + (fails - fits) / 2;
                if self.uses(at(Span::from_units(middle))).is_some() { fits = middle } else { fails = middle }
            }
            let calls = Span::from_units(fits);
            Some((self.uses(at(calls))?, calls))
        })?;
        let has_data = self.need.has_data();
        for (item, mut used) in self.items.iter_mut().zip(uses) {
            if item.plan.is_sim() || item.plan.is_contract() {
                continue;
            }
            // What is bought beyond the need is used when the rest is used up.
            let rest = item.count.saturating_sub(used.sum()?);
            if has_data && !item.data_each.is_zero() {
                used.data += rest;
            } else {
                used.calls += rest;
            }
            item.uses = used;
        }
        Some(Cover { data: missing.data.minus(data), calls: missing.calls.minus(calls) })
    }

    fn passes(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| !item.plan.is_sim() && !item.plan.is_contract())
    }

    /// How the passes are used to cover this much, with as few of them as can be; `None` if they cannot.
    fn uses(&self, wanted: Cover) -> Option<Vec<UseCounts>> {
        let mut ways = Vec::new();
        let mut choices: Vec<Choice> = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            if item.plan.is_sim() || item.plan.is_contract() {
                continue;
            }
            for (purpose, choice) in item.coverage().choices(index, 1, Some(item.count), self.need) {
                ways.push((index, purpose));
                choices.push(choice);
            }
        }
        let has_data = self.need.has_data();
        let problem = Problem {
            choices: choices.into(),
            time: if has_data { wanted.data } else { wanted.calls }.units(),
            calls: if has_data { wanted.calls.units() } else { 0 },
            max_purchases: None,
            max_price: u128::MAX >> 1,
        };
        let solution = solver::cheapest(&problem, &mut Effort::new(super::request::EFFORT)).ok()??;
        let mut uses = vec![UseCounts::default(); self.items.len()];
        for (way, count) in solution.counts {
            let (index, purpose) = ways[way];
            match purpose {
                Use::Both => uses[index].both += count,
                Use::Data => uses[index].data += count,
                Use::Calls => uses[index].calls += count,
            }
        }
        Some(uses)
    }

    fn verdict(&self, basket: &Basket, missing: Cover) -> Verdict {
        let need = self.need;
        let thin = self.thin.first().cloned();
        if missing.is_nothing() && thin.is_none() {
            return Verdict::Full { spare: basket.covered().minus(need.whole_stay()) };
        }
        if let Some(plan) = &self.unknown {
            return Verdict::Unknown(plan.clone());
        }
        let time = if need.has_data() { missing.data } else { missing.calls };
        let of_all =
            self.thin.iter().try_fold(missing.data, |sum, thin| sum.checked_add(self.missing_of(thin)?));
        let data = of_all.and_then(|of_all| need.volume_in(of_all));
        Verdict::Short { time, data, minutes: need.minutes_in(missing.calls), thin }
    }

    /// The data that is missing while a plan lasts that gives too little, as the time for which it would last.
    fn missing_of(&self, thin: &Thin) -> Option<Span> {
        let item = self.items.iter().find(|item| item.plan.id == thin.plan.id)?;
        let lasts = item.data_each.checked_mul(item.count)?.min(self.need.whole_stay());
        let of_one = self.need.data_lasts(thin.has);
        let has = if thin.plan.data_per == DataPer::Day {
            // A stay is whole days, and a validity whole hours: nothing is rounded.
            let hours = lasts.units() / self.need.hours(1).units();
            Span::from_units((of_one.units() / 24).checked_mul(hours)?)
        } else {
            of_one.checked_mul(item.count)?
        };
        Some(lasts.minus(has))
    }
}

#[cfg(test)]
mod tests;

//! A catalogue made ready for one request: every plan as numbers, or as refused for a reason that no need can change.

use super::coverage::Terms;
use super::error::Error;
use super::filters::Bar;
use super::money::Money;
use super::plan::{Kind, Plan};
use super::rates::{Exact, Exchange};
use super::refusal::Code;
use super::request::Request;
use super::slug::Slug;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The plans of a catalogue under a request: asked once by `compare`, many times by `batch` and `--budget`.
#[derive(Debug)]
pub struct PreparedCatalogue {
    request: Request,
    exchange: Exchange,
    /// By ascending id.
    plans: Vec<Arc<Plan>>,
    prepared: Vec<PreparedPlan>,
    lines: Vec<Line>,
}

/// One plan as numbers. Its index is its place among all plans by ascending id.
#[derive(Clone, Debug)]
pub(super) struct PreparedPlan {
    /// What one purchase does.
    pub terms: Terms,
    /// The price of one purchase; `None` if it is unknown.
    pub price: Option<Exact>,
    /// What is paid once; `None` if it is unknown.
    pub fee: Option<Exact>,
    /// Why it is out, whatever the need.
    pub refused: Option<Code>,
    /// Why it cannot begin a basket, if it is a SIM.
    pub barred: Option<Code>,
    /// Whether it is refused only because the catalogue does not say something.
    pub is_refused_unknown: bool,
}

/// The plans of one line, by their indices.
#[derive(Debug)]
pub(super) struct Line {
    /// The line.
    pub name: Slug,
    /// The SIMs that may begin a basket. A SIM without a price is one only if no other has one.
    pub sims: Vec<usize>,
    /// Every row that is not a SIM.
    pub plans: Vec<usize>,
    /// Every SIM, wanted or not.
    pub all_sims: Vec<usize>,
    /// What has to be bought before a plan.
    pub start: Start,
}

/// What has to be bought before a plan of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// Nothing: the line has no SIMs, or the user has one.
    Free,
    /// One of the line's SIMs.
    Sim,
    /// A SIM, and none can be bought: of all of them this one gets furthest, to this reason.
    Refused(usize, Code),
}

impl PreparedCatalogue {
    /// Prepares plans for a request. Their order does not matter.
    ///
    /// # Errors
    /// `rates-too-large`; `rate-unknown` if amounts cannot be shown in the currency of the request.
    pub fn new(mut plans: Vec<Arc<Plan>>, request: Request) -> Result<Self, Error> {
        plans.sort_by(|a, b| a.id.cmp(&b.id));
        let exchange = Exchange::new(&request.rates, request.currency)?;
        plans.iter().try_for_each(|plan| request.check_currency(plan))?;
        let prepared: Vec<PreparedPlan> =
            plans.iter().map(|plan| PreparedPlan::new(plan, &request, &exchange)).collect();
        let mut by_line: BTreeMap<&Slug, Vec<usize>> = BTreeMap::new();
        for (index, plan) in plans.iter().enumerate() {
            by_line.entry(&plan.line).or_default().push(index);
        }
        let lines =
            by_line.into_iter().map(|(name, rows)| Line::new(name, &rows, &plans, &prepared, &request));
        let lines = lines.collect();
        Ok(Self { request, exchange, plans, prepared, lines })
    }

    /// The request.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// How prices are counted and shown.
    pub fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    /// All plans, by ascending id.
    pub fn plans(&self) -> &[Arc<Plan>] {
        &self.plans
    }

    /// The plan of this id.
    pub fn find(&self, id: &str) -> Option<&Arc<Plan>> {
        self.index_of(id).map(|index| &self.plans[index])
    }

    pub(super) fn index_of(&self, id: &str) -> Option<usize> {
        self.plans.binary_search_by(|plan| plan.id.as_str().cmp(id)).ok()
    }

    pub(super) fn prepared(&self, index: usize) -> &PreparedPlan {
        &self.prepared[index]
    }

    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub(super) fn line_of(&self, index: usize) -> &Line {
        let name = &self.plans[index].line;
        let at = self.lines.binary_search_by(|line| line.name.cmp(name)).expect("every plan is in a line");
        &self.lines[at]
    }

    pub(super) fn indices(&self) -> Range<usize> {
        0..self.plans.len()
    }

    /// How many rows are refused only because the catalogue does not say what the user asks for.
    pub fn refused_unknown(&self) -> usize {
        self.prepared.iter().filter(|plan| plan.is_refused_unknown).count()
    }
}

impl PreparedPlan {
    pub fn new(plan: &Plan, request: &Request, exchange: &Exchange) -> Self {
        let bars: Vec<Bar> = request.filters.bars(plan, request.today).collect();
        let is_countable =
            |amount: Option<Money>| amount.is_none_or(|amount| exchange.exact(amount).is_some());
        let no_rate = !is_countable(plan.price) || !is_countable(plan.setup_fee);
        let of_money =
            [plan.price.is_none().then_some(Code::PriceUnknown), no_rate.then_some(Code::RateUnknown)];
        let codes = || bars.iter().map(|bar| bar.code).chain(of_money.into_iter().flatten());
        // A SIM is needed whatever its kind and the use of its data; without a price it still is one.
        let is_no_bar =
            |code: &Code| matches!(code, Code::KindExcluded | Code::ScopeNotGeneral | Code::PriceUnknown);
        let fee = match plan.setup_fee {
            Some(fee) => exchange.exact(fee),
            None if plan.kind == Kind::Contract => None,
            None => Some(Exact::ZERO),
        };
        Self {
            terms: Terms::new(plan),
            price: plan.price.and_then(|price| exchange.exact(price)),
            fee,
            refused: codes().next(),
            barred: codes().find(|code| !is_no_bar(code)),
            is_refused_unknown: !bars.is_empty()
                && bars.iter().all(|bar| bar.is_unknown)
                && of_money.iter().all(Option::is_none),
        }
    }
}

impl Line {
    fn new(
        name: &Slug,
        rows: &[usize],
        plans: &[Arc<Plan>],
        prepared: &[PreparedPlan],
        request: &Request,
    ) -> Self {
        let (all_sims, others): (Vec<usize>, Vec<usize>) =
            rows.iter().partition(|&&index| plans[index].is_sim());
        let of_line = all_sims.iter().map(|&index| (index, &prepared[index]));
        let (start, sims) = start(of_line, request.have_sims.contains(name));
        Self { name: name.clone(), sims, plans: others, all_sims, start }
    }
}

/// What has to be bought before a plan of a line with these SIMs, which come by ascending index, and which of them may be.
pub(super) fn start<'p>(
    sims: impl Iterator<Item = (usize, &'p PreparedPlan)> + Clone,
    has_sim: bool,
) -> (Start, Vec<usize>) {
    let is_open = |(_, sim): &(usize, &PreparedPlan)| sim.barred.is_none() && !has_sim;
    // An unknown price would look like the lowest one.
    let is_any_priced = sims.clone().filter(is_open).any(|(_, sim)| sim.price.is_some());
    let open = sims.clone().filter(is_open).filter(|(_, sim)| sim.price.is_some() || !is_any_priced);
    let open: Vec<usize> = open.map(|(index, _)| index).collect();
    let furthest = sims.clone().filter_map(|(index, sim)| Some((sim.barred?, index)));
    let furthest = furthest.reduce(|best, sim| if sim.0 > best.0 { sim } else { best });
    let start = match furthest {
        _ if has_sim || sims.clone().next().is_none() => Start::Free,
        _ if !open.is_empty() => Start::Sim,
        Some((code, index)) => Start::Refused(index, code),
        None => Start::Sim,
    };
    (start, open)
}

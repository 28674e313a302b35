//! The plans of a catalogue too large to be held, judged one by one: what each comes to alone, and which of two makes
//! the other needless.

use super::alone::{Asking, Begin};
use super::basket::Rank;
use super::error::Error;
use super::plan::Plan;
use super::prepared::{PreparedPlan, Start, start};
use super::rates::Exchange;
use super::refusal::Code;
use super::request::{Question, Request};
use super::slug::Slug;
use super::solver::{Choice, dominates};
use std::borrow::Cow;

/// A question that is asked of one plan after another.
#[derive(Debug)]
pub struct Judge<'q> {
    request: &'q Request,
    exchange: Exchange,
    asking: Asking<'q>,
}

/// How baskets of one line begin.
#[derive(Clone, Debug)]
pub struct LineStart {
    start: Start,
    begins: Cow<'static, [Begin]>,
}

impl LineStart {
    /// The line has no SIMs: nothing has to be bought first.
    pub const FREE: Self = Self { start: Start::Free, begins: Cow::Borrowed(&[Begin::NONE]) };
}

/// What one plan comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The rank of the best basket of it alone, or the first reason why there is none.
    pub verdict: Result<Rank, Code>,
    /// What it does for the need and costs, if it may be in a basket with other plans.
    pub standing: Option<Standing>,
    /// With which SIM of its line that basket begins, counted from 0.
    pub sim: Option<usize>,
    /// Why no basket may begin with it, if it is a SIM.
    pub barred: Option<Code>,
    /// Whether it is refused only because the catalogue does not say something.
    pub is_refused_unknown: bool,
}

/// What a plan does for the need and costs, data and calls each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing(Choice);

impl Standing {
    /// Whether a plan takes the place of another one of its line in every basket, SIM for SIM or pass for pass.
    /// If they are equal, the one with the smaller id does: `comes_first` says whether this one has it.
    pub fn replaces(&self, other: &Self, comes_first: bool) -> bool {
        let (own, its) = (&self.0, &other.0);
        // One balance cannot serve data and calls side by side.
        let serves_both = own.is_shared && !its.is_shared && its.time > 0 && its.calls > 0;
        let own = Choice { plan: usize::from(!comes_first), ..*own };
        let its = Choice { plan: usize::from(comes_first), ..*its };
        own.limit.is_none() && !serves_both && dominates(&own, &its)
    }

    /// Whether it can be of any use.
    pub fn covers_something(&self) -> bool {
        self.0.time > 0 || self.0.calls > 0
    }

    /// The price, in the units of one exchange.
    pub fn price(&self) -> u128 {
        self.0.price
    }
}

impl<'q> Judge<'q> {
    /// A question under a request.
    ///
    /// # Errors
    /// As [`Exchange::new`].
    pub fn new(request: &'q Request, question: &'q Question) -> Result<Self, Error> {
        let exchange = Exchange::new(&request.rates, request.currency)?;
        let asking = Asking::new(question, &exchange);
        Ok(Self { request, exchange, asking })
    }

    /// As [`Request::check_currency`].
    ///
    /// # Errors
    /// The same.
    pub fn check_currency(&self, plan: &Plan) -> Result<(), Error> {
        self.request.check_currency(plan)
    }

    /// How baskets of a line begin that has these SIMs, which come by ascending id.
    pub fn line(&self, line: &Slug, sims: &[&Plan]) -> LineStart {
        let prepared: Vec<PreparedPlan> = sims.iter().map(|sim| self.prepared(sim)).collect();
        let (start, sims) = start(prepared.iter().enumerate(), self.request.have_sims.contains(line));
        let begins: Vec<Begin> = match start {
            Start::Free => vec![Begin::NONE],
            Start::Refused(..) => Vec::new(),
            Start::Sim => {
                sims.iter().flat_map(|&sim| self.asking.begins_with(sim, &prepared[sim], true)).collect()
            }
        };
        let is_replaced = |begin: &Begin| begins.iter().any(|other| other.replaces(begin));
        LineStart { start, begins: begins.iter().filter(|begin| !is_replaced(begin)).cloned().collect() }
    }

    /// Judges a plan that is no SIM, with the start of its line.
    pub fn plan(&self, plan: &Plan, of_line: &LineStart) -> Judgement {
        let prepared = self.prepared(plan);
        let alone = self.asking.alone(&prepared, of_line.start, &of_line.begins);
        let sim = alone.as_ref().ok().and_then(|alone| alone.begin.sims.first()).map(|(sim, _)| *sim);
        Judgement { sim, ..self.judgement(&prepared, alone.map(|alone| alone.rank)) }
    }

    /// Judges a SIM. One without a price is judged as if no other of its line had one.
    pub fn sim(&self, sim: &Plan) -> Judgement {
        let prepared = self.prepared(sim);
        let has_sim = self.request.have_sims.contains(&sim.line);
        let (start, _) = start([(0, &prepared)].into_iter(), has_sim);
        let begins = self.asking.begins_with(0, &prepared, true);
        let alone = self.asking.sim_alone(&prepared, start, &begins);
        let rank =
            alone.and_then(|begin| self.asking.nothing().and(begin.rank).ok_or(Code::TooLargeToSearch));
        self.judgement(&prepared, rank)
    }

    fn judgement(&self, plan: &PreparedPlan, verdict: Result<Rank, Code>) -> Judgement {
        let standing = self.asking.standing(plan).map(Standing);
        let barred = plan.barred.filter(|_| plan.terms.is_sim());
        Judgement { verdict, standing, sim: None, barred, is_refused_unknown: plan.is_refused_unknown }
    }

    fn prepared(&self, plan: &Plan) -> PreparedPlan {
        PreparedPlan::new(plan, self.request, &self.exchange)
    }
}

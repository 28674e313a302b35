//! The numbers of a basket with one plan: how the basket begins, and how often the plan follows.
//!
//! The basket itself is built from these numbers only when it is shown. A catalogue that is too large to keep in memory
//! is judged by them row by row.

use super::basket::Rank;
use super::coverage::{Cover, Coverage, UseCounts};
use super::need::{Need, Span};
use super::prepared::{PreparedPlan, Start};
use super::rates::{Exact, Exchange};
use super::refusal::Code;
use super::request::Question;
use super::solver::Choice;
use std::cmp::Ordering;

/// One way to begin a basket: the SIMs of its lines, each with what it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Begin {
    /// The SIMs by ascending index.
    pub sims: Vec<(usize, Cover)>,
    /// What they cover together.
    pub cover: Cover,
    /// What they cost together, and how many they are.
    pub rank: Rank,
}

impl Begin {
    /// The beginning without a SIM.
    pub const NONE: Self = Self { sims: Vec::new(), cover: Cover::NOTHING, rank: Rank::NOTHING };

    /// Joins two beginnings, in this order. `None` if a sum overflows.
    pub fn and(&self, other: &Self) -> Option<Self> {
        Some(Self {
            sims: self.sims.iter().chain(&other.sims).copied().collect(),
            cover: Cover {
                data: self.cover.data.checked_add(other.cover.data)?,
                calls: self.cover.calls.checked_add(other.cover.calls)?,
            },
            rank: self.rank.and(other.rank)?,
        })
    }

    /// Whether this beginning is at least as good as `other`, whatever is bought afterwards.
    pub fn replaces(&self, other: &Self) -> bool {
        let covers = self.cover.data >= other.cover.data && self.cover.calls >= other.cover.calls;
        match (self.rank.total, self.rank.shared).cmp(&(other.rank.total, other.rank.shared)) {
            Ordering::Less => covers,
            Ordering::Greater => false,
            Ordering::Equal => {
                let comes_first = self.ids().lt(other.ids());
                covers && (self.cover.data > other.cover.data || comes_first)
            }
        }
    }

    fn ids(&self) -> impl Iterator<Item = usize> {
        self.sims.iter().map(|(index, _)| *index)
    }
}

/// A question with its amounts and times worked out: money in one currency, time in the units of its need.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asking<'q> {
    pub question: &'q Question,
    /// For how long the user's initial balance covers data.
    pub initial: Span,
    /// What remains to be covered after the initial balance.
    pub missing: Cover,
    /// The most that an offer may cost.
    pub most: Exact,
    /// The largest total that can be shown.
    most_shown: Exact,
}

/// One plan, bought as often as needed after a beginning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alone<'b> {
    pub begin: &'b Begin,
    pub count: u64,
    pub uses: UseCounts,
    /// For how long one purchase covers data or calls.
    pub each: Cover,
    pub rank: Rank,
}

impl<'q> Asking<'q> {
    pub fn new(question: &'q Question, exchange: &Exchange) -> Self {
        let most_shown = exchange.most();
        let most = question.max_total.map_or(most_shown, |limit| exchange.within(limit));
        let initial = question.initial_span();
        let missing = Cover::whole(&question.need).minus(Cover { data: initial, calls: Span::ZERO });
        Self { question, initial, missing, most, most_shown }
    }

    pub fn need(&self) -> &'q Need {
        &self.question.need
    }

    /// The time that counts for a basket: that of data, or that of calls if the need has no data.
    pub fn counted(&self, cover: Cover) -> Span {
        if self.need().has_data() { cover.data } else { cover.calls }
    }

    /// The rank of a basket to which nothing has been added yet.
    pub fn nothing(&self) -> Rank {
        let initial = if self.need().has_data() { self.initial } else { Span::ZERO };
        Rank::NOTHING.covering(initial)
    }

    /// How long the data of a SIM waits until the initial balance ends, if calls may need the SIM at once.
    pub fn waits(&self) -> Span {
        if self.needs_both() { self.initial } else { Span::ZERO }
    }

    /// Whether the need has data and calls.
    fn needs_both(&self) -> bool {
        self.need().has_data() && self.need().minutes() > 0
    }

    /// Both beginnings, each on its own line. `None` if one would have to wait for the other with its data or its
    /// minutes, while passes on its line may need its SIM, or if a sum is too large.
    pub fn both(&self, first: &Begin, second: &Begin) -> Option<Begin> {
        let is_used_twice =
            |each: fn(&Cover) -> Span| !each(&first.cover).is_zero() && !each(&second.cover).is_zero();
        let one_waits = is_used_twice(|cover| cover.data) || is_used_twice(|cover| cover.calls);
        if self.needs_both() && one_waits { None } else { first.and(second) }
    }

    /// The ways to begin with the SIM of this index, in a basket over one line or over two.
    ///
    /// On one line its data and its minutes are used side by side, unless they draw on one balance: then the SIM is used
    /// for one of the two. Over two lines it is used for one of the two, as the other line may cover data or calls first.
    pub fn begins_with(&self, index: usize, sim: &PreparedPlan, one_line: bool) -> Vec<Begin> {
        let coverage = sim.terms.sim_coverage(self.need(), self.waits());
        let Cover { data, calls } = coverage.alone;
        let for_data = Cover { data, calls: Span::ZERO };
        let for_calls = Cover { data: Span::ZERO, calls };
        let has_both = !data.is_zero() && !calls.is_zero();
        let covers = if one_line || !self.needs_both() || coverage.alone.is_nothing() {
            if has_both && coverage.is_shared { vec![for_data, for_calls] } else { vec![coverage.alone] }
        } else if has_both {
            vec![for_data, for_calls]
        } else {
            // The other line may already have a SIM for this use.
            vec![coverage.alone, Cover::NOTHING]
        };
        covers
            .into_iter()
            .filter_map(|cover| {
                let rank = Rank::NOTHING.plus(sim.price, sim.fee, 1, coverage.is_shared)?;
                Some(Begin { sims: vec![(index, cover)], cover, rank: rank.covering(self.counted(cover)) })
            })
            .collect()
    }

    /// A plan other than a SIM, repeated alone after the beginning that suits it best, or the first reason why no such
    /// basket exists.
    pub fn alone<'b>(
        &self,
        plan: &PreparedPlan,
        coverage: Result<Coverage, Code>,
        start: Start,
        begins: &'b [Begin],
    ) -> Result<Alone<'b>, Code> {
        let of_sim = if let Start::Refused(_, code) = start { Some(code) } else { None };
        if let Some(code) = plan.refused.into_iter().chain(of_sim).min() {
            return Err(code);
        }
        let coverage = if plan.terms.is_contract() { None } else { Some(coverage?) };
        let mut best: Option<Alone<'b>> = None;
        let mut first = Code::NotNeeded;
        for begin in begins {
            match self.after(begin, plan, coverage) {
                Err(code) => first = first.min(code),
                Ok(alone) if best.as_ref().is_none_or(|best| alone.comes_before(best)) => best = Some(alone),
                Ok(_) => {}
            }
        }
        best.ok_or(first)
    }

    /// The baskets of a contract, one after each beginning after which it fits.
    pub fn billed<'b>(
        &'b self,
        contract: &'b PreparedPlan,
        begins: &'b [Begin],
    ) -> impl Iterator<Item = Alone<'b>> {
        begins.iter().filter_map(|begin| self.after(begin, contract, None).ok())
    }

    /// A plan repeated after a beginning. A plan without a coverage is a contract, which is billed.
    pub fn after<'b>(
        &self,
        begin: &'b Begin,
        plan: &PreparedPlan,
        coverage: Option<Coverage>,
    ) -> Result<Alone<'b>, Code> {
        let missing = self.missing.minus(begin.cover);
        let (count, uses, each) = if let Some(coverage) = coverage {
            let uses = coverage.repeated(missing)?;
            (uses.sum().ok_or(Code::PurchaseLimit)?, uses, coverage.alone)
        } else {
            let bills = plan.terms.bills(self.need(), missing)?;
            let each = plan.terms.validity(self.need());
            (bills, UseCounts::default(), Cover { data: each, calls: each })
        };
        if missing.is_nothing() {
            return Err(Code::NotNeeded);
        }
        let allowed = self.question.max_purchases.map(|most| most.saturating_sub(begin.rank.purchases));
        if allowed.into_iter().chain(plan.terms.limit).any(|most| count > most) {
            return Err(Code::PurchaseLimit);
        }
        let covers = match coverage {
            Some(coverage) => coverage.times(uses),
            None => each.times(count),
        };
        let rank = covers
            .and_then(|covers| self.rank_after(begin, plan, count, covers))
            .filter(|rank| rank.total <= self.most_shown)
            .ok_or(Code::TooLargeToSearch)?;
        if rank.total > self.most {
            Err(Code::TooExpensive)
        } else {
            Ok(Alone { begin, count, uses, each, rank })
        }
    }

    /// The rank of a plan that is bought `count` times after a beginning. `None` on overflow.
    fn rank_after(&self, begin: &Begin, plan: &PreparedPlan, count: u64, covers: Cover) -> Option<Rank> {
        let rank = begin.rank.plus(plan.price, plan.fee, count, plan.terms.is_shared)?;
        let before = self.nothing().covered.0.checked_add(rank.covered.0)?;
        Some(rank.covering(before.checked_add(self.counted(covers))?))
    }

    /// Whether nothing needs to be bought after a beginning.
    pub fn is_enough(&self, begin: &Begin) -> bool {
        self.missing.minus(begin.cover).is_nothing()
    }

    /// A SIM that covers everything by itself, or the first reason why it does not.
    pub fn sim_alone<'b>(
        &self,
        sim: &PreparedPlan,
        start: Start,
        own: impl IntoIterator<Item = &'b Begin>,
    ) -> Result<&'b Begin, Code> {
        let code = sim.refused.unwrap_or(Code::SimOnly);
        if self.missing.is_nothing() || start != Start::Sim || self.question.max_purchases == Some(0) {
            return Err(code);
        }
        let Some(begin) = own.into_iter().find(|begin| self.is_enough(begin)) else {
            let unknown = sim.terms.unknown_of_sim(self.need()).filter(|_| sim.refused.is_none());
            return Err(unknown.unwrap_or(code));
        };
        let rank = self.nothing().and(begin.rank).ok_or(Code::TooLargeToSearch)?;
        if rank.total > self.most { Err(code.min(Code::TooExpensive)) } else { Ok(begin) }
    }
}

impl Alone<'_> {
    fn comes_before(&self, other: &Self) -> bool {
        self.rank.cmp(&other.rank).then_with(|| self.begin.ids().cmp(other.begin.ids())).is_lt()
    }
}

/// What a plan covers and costs, with data and calls each by itself. This decides whether another plan replaces it
/// in every basket. `None` for a contract and for a refused plan.
pub(super) fn standing(plan: &PreparedPlan, coverage: Coverage) -> Option<Choice> {
    let is_out = if plan.terms.is_sim() { plan.barred } else { plan.refused }.is_some();
    if is_out || plan.terms.is_contract() {
        return None;
    }
    let Cover { data, calls } = coverage.alone;
    let limit = if plan.terms.is_sim() { None } else { plan.terms.limit };
    Some(Choice {
        plan: 0,
        price: plan.price?.units(),
        time: data.units(),
        calls: calls.units(),
        is_shared: coverage.is_shared,
        limit,
    })
}

#[cfg(test)]
mod tests;

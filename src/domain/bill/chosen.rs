//! What the plans of a bill are used for, and what they leave missing.

use super::{Thin, Verdict, index_of};
use crate::domain::alone::Begin;
use crate::domain::basket::Item;
use crate::domain::coverage::{Cover, Terms, Use, UseCounts, daily_lasts};
use crate::domain::line::Asked;
use crate::domain::need::{Need, Span};
use crate::domain::plan::{Allowance, DataPer, Plan, Scope};
use crate::domain::refusal::Code;
use crate::domain::slug::Slug;
use crate::domain::solver::{self, Choice, Effort, Problem, TooLarge};
use crate::domain::volume::DataVolume;
use std::cmp::Reverse;
use std::sync::Arc;

/// The purchases of an order after one beginning, and what is known about them.
pub(super) struct Chosen<'n> {
    need: &'n Need,
    pub items: Vec<Item>,
    /// What they leave missing.
    missing: Cover,
    /// The time at the end of the stay for which they give no data at all.
    uncovered: Span,
    pub useless: Vec<(Arc<Plan>, Code)>,
    unknown: Option<Slug>,
    thin: Option<Thin>,
}

impl<'n> Chosen<'n> {
    /// Uses the plans of an order after a beginning with its SIMs.
    pub fn after(
        begin: &Begin,
        order: &[(Arc<Plan>, u64)],
        asked: &Asked<'n>,
        effort: &mut Effort,
    ) -> Result<Self, TooLarge> {
        let missing = asked.missing().minus(begin.cover);
        let mut chosen = Self {
            need: asked.need(),
            items: asked.sims(begin).collect(),
            missing,
            uncovered: missing.data,
            useless: Vec::new(),
            unknown: None,
            thin: None,
        };
        let others = order.iter().filter(|(plan, _)| !plan.is_sim());
        for (plan, count) in others {
            let each = if plan.is_contract() {
                chosen.use_contract(plan, *count).ok_or(TooLarge::Count)?
            } else {
                chosen.cover_of(plan)
            };
            chosen.items.push(asked.item(index_of(plan, asked.prepared), *count, UseCounts::default(), each));
        }
        if chosen.items.iter().any(is_pass) {
            chosen.spare_thin_passes().ok_or(TooLarge::Count)?;
            let rest = assign(&mut chosen.items, asked.need(), missing, effort)?;
            chosen.count_passes(rest).ok_or(TooLarge::Count)?;
        }
        Ok(chosen)
    }

    /// What is missing: less data comes first, then fewer calls.
    pub fn shortage(&self) -> (Span, Span) {
        (self.missing.data, self.missing.calls)
    }

    /// Uses a contract for what is missing. Returns for how long one bill covers data and calls.
    fn use_contract(&mut self, plan: &Arc<Plan>, count: u64) -> Option<Cover> {
        let terms = Terms::new(plan);
        let billed = if plan.scope == Scope::General {
            terms.billed(self.need, self.missing, count)
        } else {
            Err(Code::ScopeNotGeneral)
        };
        let covered = match billed {
            Ok(covered) => covered,
            Err(code) => {
                self.call_useless(plan, code);
                return Some(Cover::NOTHING);
            }
        };
        let validity = terms.validity(self.need);
        self.uncovered = self.missing.data.minus(validity.checked_mul(count)?);
        if self.missing.data.minus(self.uncovered) > covered.data {
            self.call_thin(plan, validity.min(self.missing.data));
        }
        self.missing = self.missing.minus(covered);
        let minutes = terms.minutes_span(self.need).min(validity);
        Some(Cover { data: validity, calls: if self.missing.calls.is_zero() { validity } else { minutes } })
    }

    /// For how long one purchase of a pass covers data or calls. It may be thin: then its data does not last each day.
    fn cover_of(&mut self, plan: &Arc<Plan>) -> Cover {
        let terms = Terms::new(plan);
        let coverage =
            if plan.scope == Scope::General { terms.coverage(self.need) } else { Err(Code::ScopeNotGeneral) };
        match coverage {
            Ok(coverage) => coverage.alone,
            Err(Code::DailyAllowanceTooSmall) => {
                let validity = terms.validity(self.need);
                Cover { data: validity, calls: terms.minutes_span(self.need).min(validity) }
            }
            Err(code) => {
                self.call_useless(plan, code);
                Cover::NOTHING
            }
        }
    }

    fn call_useless(&mut self, plan: &Arc<Plan>, code: Code) {
        if matches!(code, Code::AllowanceUnknown | Code::ValidityUnknown) {
            self.unknown.get_or_insert_with(|| plan.id.clone());
        }
        self.useless.push((Arc::clone(plan), code));
    }

    fn call_thin(&mut self, plan: &Arc<Plan>, month: Span) {
        let time = if plan.data_per == DataPer::Day { self.need.hours(24) } else { month };
        if let Some(Allowance::Volume(has)) = plan.allowance {
            let needed = self.need.volume_in(time).unwrap_or_default();
            self.thin.get_or_insert_with(|| Thin { plan: Arc::clone(plan), has, needed });
        }
    }

    /// Leaves out the data of thin passes if the others have enough. `None` on overflow.
    fn spare_thin_passes(&mut self) -> Option<()> {
        let need = self.need;
        let mut enough = Span::ZERO;
        for item in self.items.iter().filter(|item| is_pass(item) && thin_data(item, need).is_none()) {
            enough = enough.checked_add(item.data_each.checked_mul(item.count)?)?;
        }
        if enough >= self.missing.data {
            for item in self.items.iter_mut().filter(|item| is_pass(item)) {
                if thin_data(item, need).is_some() {
                    item.data_each = Span::ZERO;
                }
            }
        }
        Some(())
    }

    /// Counts what is missing if the passes leave this much. `None` on overflow.
    fn count_passes(&mut self, rest: Cover) -> Option<()> {
        // A thin pass serves what those that are not leave, and of two the one that gives more comes first.
        let mut to_serve = self.missing.data;
        let mut thin: Vec<(DataVolume, Arc<Plan>, Span)> = Vec::new();
        for item in self.items.iter().filter(|item| is_pass(item)) {
            let covers = item.covers()?.data;
            match thin_data(item, self.need) {
                Some(daily) => thin.push((daily, Arc::clone(&item.plan), covers)),
                None => to_serve = to_serve.minus(covers),
            }
        }
        thin.sort_by_key(|(daily, ..)| Reverse(*daily));
        let mut lacks = Span::ZERO;
        for (daily, plan, covers) in thin {
            let time = covers.min(to_serve);
            if !time.is_zero() {
                self.call_thin(&plan, time);
            }
            lacks = lacks.checked_add(time.minus(daily_lasts(self.need, daily, time)))?;
            to_serve = to_serve.minus(time);
        }
        self.uncovered = rest.data;
        self.missing = Cover { data: rest.data.checked_add(lacks)?, calls: rest.calls };
        Some(())
    }

    pub fn verdict(self, covered: Span) -> Verdict {
        let need = self.need;
        if self.missing.is_nothing() {
            return Verdict::Full { spare: covered.minus(need.whole_stay()) };
        }
        if let Some(plan) = self.unknown {
            return Verdict::Unknown(plan);
        }
        Verdict::Short {
            time: if need.has_data() { self.uncovered } else { self.missing.calls },
            data: need.volume_in(self.missing.data),
            minutes: need.minutes_in(self.missing.calls),
            thin: self.thin,
        }
    }
}

/// The data of each day of a pass that covers data, but less of it than the pace takes.
fn thin_data(item: &Item, need: &Need) -> Option<DataVolume> {
    match item.plan.allowance {
        Some(Allowance::Volume(daily)) if item.plan.data_per == DataPer::Day => {
            Some(daily).filter(|daily| !item.data_each.is_zero() && !need.pace_fits_into(*daily))
        }
        _ => None,
    }
}

fn is_pass(item: &Item) -> bool {
    !item.plan.is_sim() && !item.plan.is_contract()
}

/// Decides what the passes are used for: first as much data as possible, then calls. Returns what remains missing.
fn assign(items: &mut [Item], need: &Need, missing: Cover, effort: &mut Effort) -> Result<Cover, TooLarge> {
    let each = |item: &Item| Cover { data: item.data_each, calls: item.calls_each };
    let most = sum(items.iter().filter(|item| is_pass(item)).map(|item| each(item).times(item.count)))?;
    let is_one_missing = missing.data.is_zero() || missing.calls.is_zero();
    if is_one_missing || most.data <= missing.data {
        for item in items.iter_mut().filter(|item| is_pass(item)) {
            item.uses.add(plain_use(item, missing), item.count);
        }
    } else {
        let uses = uses_beside(items, need, missing, most.calls, effort)?;
        for (item, mut used) in items.iter_mut().zip(uses).filter(|(item, _)| is_pass(item)) {
            // Purchases beyond the need are used after the others.
            let rest = item.count.saturating_sub(used.sum().ok_or(TooLarge::Count)?);
            used.add(if item.data_each.is_zero() { Use::Calls } else { Use::Data }, rest);
            item.uses = used;
        }
    }
    Ok(missing.minus(sum(items.iter().filter(|item| is_pass(item)).map(Item::covers))?))
}

fn sum(covers: impl Iterator<Item = Option<Cover>>) -> Result<Cover, TooLarge> {
    let mut sum = Cover::NOTHING;
    for cover in covers {
        let cover = cover.ok_or(TooLarge::Count)?;
        sum.data = sum.data.checked_add(cover.data).ok_or(TooLarge::Count)?;
        sum.calls = sum.calls.checked_add(cover.calls).ok_or(TooLarge::Count)?;
    }
    Ok(sum)
}

/// What a pass is used for if only one of data and calls is missing, or if all passes together have too little data:
/// it serves the one that comes first, and the other one too if that takes nothing away.
fn plain_use(item: &Item, missing: Cover) -> Use {
    let coverage = item.coverage();
    let alone = coverage.alone;
    let both = coverage.in_use(Use::Both);
    let are_calls_first = missing.data.is_zero() && !missing.calls.is_zero() && !alone.calls.is_zero();
    let (first, takes_nothing) = if alone.data.is_zero() || are_calls_first {
        (Use::Calls, both.calls == alone.calls)
    } else {
        (Use::Data, both.data == alone.data)
    };
    if takes_nothing && !missing.calls.is_zero() && !both.is_nothing() { Use::Both } else { first }
}

/// How the passes are used to cover all missing data and, besides that, as many whole minutes as possible. `most` is
/// the time of calls that they cover if all of them serve calls.
fn uses_beside(
    items: &[Item],
    need: &Need,
    missing: Cover,
    most: Span,
    effort: &mut Effort,
) -> Result<Vec<UseCounts>, TooLarge> {
    let mut without = |minutes: u64| {
        let calls = missing.calls.minus(need.minutes_last(minutes));
        uses(items, need, Cover { calls, ..missing }, effort)
    };
    let mut fails = need.minutes_in(missing.calls.minus(most));
    if let Some(uses) = without(fails)? {
        return Ok(uses);
    }
    // Without any calls, the data is covered.
    let mut fits = need.minutes_in(missing.calls);
    let mut found = without(fits)?.ok_or(TooLarge::Count)?;
    while fails + 1 < fits {
        let middle = fails + (fits - fails) / 2;
        match without(middle)? {
            Some(uses) => {
                found = uses;
                fits = middle;
            }
            None => fails = middle,
        }
    }
    Ok(found)
}

/// How the passes are used to cover this much with as few of them as possible. `None` if they cannot cover it.
fn uses(
    items: &[Item],
    need: &Need,
    wanted: Cover,
    effort: &mut Effort,
) -> Result<Option<Vec<UseCounts>>, TooLarge> {
    let mut ways = Vec::new();
    let mut choices: Vec<Choice> = Vec::new();
    for (index, item) in items.iter().enumerate().filter(|(_, item)| is_pass(item)) {
        for (purpose, choice) in item.coverage().choices(index, 1, Some(item.count), need) {
            ways.push((index, purpose));
            choices.push(choice);
        }
    }
    let problem = Problem {
        choices: choices.into(),
        time: wanted.data.units(),
        calls: wanted.calls.units(),
        max_purchases: None,
        max_price: u128::MAX >> 1,
    };
    let solution = solver::cheapest(&problem, effort)?;
    Ok(solution.map(|solution| {
        let mut uses = vec![UseCounts::default(); items.len()];
        for (way, count) in solution.counts {
            let (index, purpose) = ways[way];
            uses[index].add(purpose, count);
        }
        uses
    }))
}

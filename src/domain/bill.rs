//! The bill of a basket that the user has chosen: what it costs, whether it lasts, and the cheapest basket to compare
//! it with.

use super::alone::Begin;
use super::basket::{Basket, Item};
use super::comparison::{Comparison, LeftOut, Offer, compare};
use super::coverage::{Cover, Terms, Use, UseCounts, daily_lasts};
use super::error::Error;
use super::line::Asked;
use super::need::{Need, Span};
use super::plan::{Allowance, Audience, DataPer, Plan, Scope};
use super::prepared::{PreparedCatalogue, Start};
use super::refusal::Code;
use super::request::{Question, Request};
use super::slug::Slug;
use super::solver::{self, Choice, Effort, Problem, TooLarge};
use super::volume::DataVolume;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A basket with the verdict about it.
#[derive(Clone, Debug)]
pub struct Bill {
    /// The basket as an offer.
    pub offer: Offer,
    /// Whether it covers the whole need, or what is missing.
    pub verdict: Verdict,
    /// The plans of the basket that cover nothing of the need, and why.
    pub useless: Vec<(Arc<Plan>, Code)>,
    /// A SIM that the basket needs and whose price is unknown in this currency.
    pub uncounted_sim: Option<Arc<Plan>>,
    /// The cheapest basket over the same lines within the limits of the question, which is the user's own if none is
    /// cheaper. `None` if nothing fits or if `left_out` may hold a better one.
    pub cheapest: Option<Offer>,
    /// The compared lines that are too large to be searched.
    pub left_out: Vec<LeftOut>,
}

/// Whether a basket lasts for the whole need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The basket covers the whole need.
    Full {
        /// The time that it covers beyond the stay.
        spare: Span,
    },
    /// The basket does not cover the whole need.
    Short {
        /// The time at the end of the stay that is not covered.
        time: Span,
        /// The data that is missing; `None` on overflow.
        data: Option<DataVolume>,
        /// The call minutes that are missing.
        minutes: u64,
        /// A plan whose data for a day or a month is less than the pace takes.
        thin: Option<Thin>,
    },
    /// The known plans do not cover the whole need, and how long this plan lasts is unknown.
    Unknown(Slug),
}

/// A plan that lasts long enough, but whose data runs out each day or each month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thin {
    /// The plan with too little data.
    pub plan: Arc<Plan>,
    /// The data that it includes for a day or a month.
    pub has: DataVolume,
    /// The data that the pace takes in that time.
    pub needed: DataVolume,
}

impl Bill {
    /// The bill of plans with their counts. For each line that needs a SIM and has none among the plans, the SIM with
    /// which `compare` would begin is added.
    ///
    /// # Errors
    /// `contract-mixed` if a contract is mixed with more than the SIM of its line, `second-sim`, `bought-too-often`,
    /// `billed-too-often`, `rate-unknown`, `bill-too-large`, `bill-not-decided` if the search for the best use of the
    /// plans is too large.
    ///
    /// # Panics
    /// If a plan is not in the catalogue.
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
        check_rates(&order, prepared)?;
        let of_sims = order.iter().filter(|(plan, _)| plan.is_sim()).map(|(sim, _)| {
            let index = index_of(sim, prepared);
            asked.asking.begins_with(index, prepared.prepared(index), lines.len() == 1)
        });
        let mut begins = asked.joined(of_sims);
        if let Some((contract, count)) = order.iter().find(|(plan, _)| plan.is_contract()) {
            limit_bills(&mut begins, contract, *count, &asked)?;
        }
        let mut effort = Effort::new(question.effort);
        let mut best: Option<(Chosen<'_>, Basket)> = None;
        for begin in begins {
            let chosen = Chosen::after(&begin, &order, &asked, &mut effort)
                .map_err(|error| not_decided(error, &order))?;
            let basket = asked.basket(chosen.items.clone()).ok_or_else(|| too_large(&order))?;
            let is_better = best.as_ref().is_none_or(|(best, of_best)| {
                let by_shortage = chosen.shortage().cmp(&best.shortage());
                by_shortage.then_with(|| basket.rank_cmp(of_best)).is_lt()
            });
            if is_better {
                best = Some((chosen, basket));
            }
        }
        let (chosen, basket) = best.ok_or_else(|| too_large(&order))?;
        let useless = chosen.useless.clone();
        let verdict = chosen.verdict(basket.covered());
        let offer = Offer::new(basket, question);
        let beside = if lines.len() <= 2 {
            beside(&lines, &order, prepared, question)?
        } else {
            Comparison::default()
        };
        let is_within = question.max_purchases.is_none_or(|most| offer.basket.purchases() <= most)
            && !asked.is_past_most(offer.basket.total());
        let own = Some(offer.clone()).filter(|_| is_within && matches!(verdict, Verdict::Full { .. }));
        let is_known = lines.len() <= 2 && beside.unsearched().next().is_none();
        let others = beside.offers.into_iter().next();
        let best = own.into_iter().chain(others).min_by(|a, b| a.basket.rank_cmp(&b.basket));
        Ok(Self {
            offer,
            verdict,
            useless,
            uncounted_sim,
            cheapest: best.filter(|_| is_known),
            left_out: beside.left_out,
        })
    }

    /// The bill of the best offer of a comparison, which covers the need and is the cheapest.
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

    /// Whether the cheapest basket over the same lines is known. Baskets over three lines or more are not searched.
    pub fn is_cheapest_known(&self) -> bool {
        self.offer.lines.len() <= 2 && (self.cheapest.is_some() || self.left_out.is_empty())
    }
}

fn check(order: &[(Arc<Plan>, u64)]) -> Result<(), Error> {
    if let Some((contract, _)) = order.iter().find(|(plan, _)| plan.is_contract()) {
        let goes_with = |plan: &Plan| plan.id == contract.id || plan.is_sim() && plan.line == contract.line;
        if !order.iter().all(|(plan, _)| goes_with(plan)) {
            return Err(Error::new("contract-mixed").with("plan", contract.id.as_str()));
        }
    }
    for (at, (sim, _)) in order.iter().enumerate().filter(|(_, (plan, _))| plan.is_sim()) {
        if order[..at].iter().any(|(other, _)| other.is_sim() && other.line == sim.line) {
            let error = Error::new("second-sim").with("plan", sim.id.as_str());
            return Err(error.with("line", sim.line.as_str()));
        }
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

/// Checks that the amounts of all plans but SIMs can be counted, as a comparison does.
fn check_rates(order: &[(Arc<Plan>, u64)], prepared: &PreparedCatalogue) -> Result<(), Error> {
    let others = order.iter().map(|(plan, _)| plan).filter(|plan| !plan.is_sim());
    let mut amounts = others.flat_map(|plan| plan.price.into_iter().chain(plan.setup_fee));
    match amounts.find(|amount| prepared.exchange().exact(*amount).is_none()) {
        None => Ok(()),
        Some(amount) => Err(Error::new("rate-unknown").with("currency", amount.currency().code())),
    }
}

/// Keeps the beginnings after which a contract is billed as often as this. A bill comes with each validity period that
/// begins, and the first one in any case.
fn limit_bills(begins: &mut Vec<Begin>, contract: &Plan, count: u64, asked: &Asked<'_>) -> Result<(), Error> {
    let terms = Terms::new(contract);
    let limit_of = |begin: &Begin| {
        let missing = asked.missing().minus(begin.cover);
        terms.periods(asked.need(), missing).map_or(u64::MAX, |periods| periods.max(1))
    };
    let limit = begins.iter().map(limit_of).max();
    begins.retain(|begin| count <= limit_of(begin));
    match limit.filter(|limit| count > *limit) {
        None => Ok(()),
        Some(limit) => {
            Err(Error::new("billed-too-often").with("plan", contract.id.as_str()).with("limit", limit))
        }
    }
}

fn index_of(plan: &Plan, prepared: &PreparedCatalogue) -> usize {
    prepared.index_of(plan.id.as_str()).expect("plans of a bill are in the catalogue")
}

fn too_large(order: &[(Arc<Plan>, u64)]) -> Error {
    Error::new("bill-too-large").with("plans", names(order))
}

fn not_decided(too_large: TooLarge, order: &[(Arc<Plan>, u64)]) -> Error {
    match too_large {
        TooLarge::Count => self::too_large(order),
        TooLarge::Search { searched } => {
            Error::new("bill-not-decided").with("plans", names(order)).with("searched", searched)
        }
    }
}

fn names(order: &[(Arc<Plan>, u64)]) -> String {
    let plans: Vec<String> = order.iter().map(|(plan, count)| format!("`{}:{count}`", plan.id)).collect();
    plans.join(", ")
}

/// The SIM that a line needs, and whether its price is known: the cheapest of those with which `compare` would begin
/// or, if all of them are refused, the cheapest of all.
fn sim_of(line: &Slug, prepared: &PreparedCatalogue) -> Option<(Arc<Plan>, bool)> {
    let line = prepared.lines().iter().find(|other| other.name == *line)?;
    let among = match line.start {
        Start::Free => return None,
        Start::Sim => &line.sims,
        Start::Refused(..) => &line.all_sims,
    };
    let (price, index) = among
        .iter()
        .map(|&index| (prepared.prepared(index).price, index))
        .min_by_key(|&(price, index)| (price.is_none(), price, index))?;
    Some((Arc::clone(&prepared.plans()[index]), price.is_some()))
}

/// The offers over the same lines, for a user who may buy the plans of the basket.
fn beside(
    lines: &BTreeSet<&Slug>,
    order: &[(Arc<Plan>, u64)],
    prepared: &PreparedCatalogue,
    question: &Question,
) -> Result<Comparison, Error> {
    let mut request: Request = prepared.request().clone();
    request.filters.resident |= order.iter().any(|(plan, _)| plan.audience == Audience::Resident);
    let plans = prepared.plans().iter().filter(|plan| lines.contains(&plan.line)).cloned();
    let of_lines = PreparedCatalogue::new(plans.collect(), request)?;
    Ok(compare(&of_lines, &Question { two_lines: lines.len() > 1, trade_off: false, ..question.clone() }))
}

/// The purchases of an order after one beginning, and what is known about them.
struct Chosen<'n> {
    need: &'n Need,
    items: Vec<Item>,
    /// What they leave missing.
    missing: Cover,
    /// The time at the end of the stay for which they give no data at all.
    uncovered: Span,
    useless: Vec<(Arc<Plan>, Code)>,
    unknown: Option<Slug>,
    thin: Option<Thin>,
}

impl<'n> Chosen<'n> {
    /// Uses the plans of an order after a beginning with its SIMs.
    fn after(
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
    fn shortage(&self) -> (Span, Span) {
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

    fn verdict(self, covered: Span) -> Verdict {
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
    let both = coverage.of(Use::Both);
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

#[cfg(test)]
mod tests;

//! Why plans are refused and what would change that, and the details of one plan for one question.

use super::alone::{Asking, Begin};
use super::basket::Rank;
use super::change::{Change, DataWords, changed, with_days, with_need};
use super::comparison::{Comparison, Offer, best};
use super::coverage::{Cover, Terms};
use super::error::{Error, Figure, Figures};
use super::line::Asked;
use super::money::Money;
use super::need::{Need, Span};
use super::plan::{Allowance, DataPer, Plan};
use super::prepared::{PreparedCatalogue, Start};
use super::refusal::{Code, Refusal};
use super::request::Question;
use super::volume::DataVolume;
use super::word::Word;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The refusal of a plan with its figures and the smallest single change that puts it into an offer of `--all`.
///
/// # Panics
/// If the plan is not in the catalogue.
pub fn refusal(
    prepared: &PreparedCatalogue,
    question: &Question,
    plan: &Arc<Plan>,
    code: Code,
    words: DataWords,
) -> Refusal {
    let index = prepared.index_of(plan.id.as_str()).expect("a refused plan is in the catalogue");
    let line = prepared.line_of(index);
    // The SIM is the cause unless the plan itself is refused for the same reason.
    let because_of = match line.start {
        Start::Refused(sim, of_sim) if of_sim == code && !plan.is_sim() => {
            Some(sim).filter(|_| prepared.prepared(index).refused != Some(code))
        }
        _ => None,
    };
    let subject = because_of.map_or(plan, |sim| &prepared.plans()[sim]);
    let finder = Finder { prepared, question, index, words };
    Refusal {
        plan: Arc::clone(plan),
        code,
        figures: figures(&finder, subject, code),
        because_of: because_of.map(|sim| prepared.plans()[sim].id.clone()),
        change: finder.change(code),
    }
}

/// What is needed, and what the plan has.
fn figures(finder: &Finder<'_>, plan: &Plan, code: Code) -> Figures {
    let Finder { prepared, question, .. } = *finder;
    let need = &question.need;
    let request = prepared.request();
    let filters = &request.filters;
    match code {
        Code::OperatorExcluded if !filters.operators.admits(&plan.operator) => {
            vec![("operator", plan.operator.as_str().into())]
        }
        Code::OperatorExcluded => vec![("line", plan.line.as_str().into())],
        Code::KindExcluded => vec![("kind", plan.kind.word().into())],
        Code::FormExcluded => vec![("needed", word(filters.form)), ("has", word(plan.known_form()))],
        Code::SoldExcluded => vec![("needed", word(filters.sold)), ("has", word(plan.sold))],
        Code::ScopeNotGeneral => vec![("scope", plan.scope.to_string().into())],
        Code::NetworkTooOld => vec![("needed", word(filters.network)), ("has", word(plan.network))],
        Code::ConfidenceTooLow => {
            vec![("needed", word(filters.min_confidence)), ("has", word(plan.confidence))]
        }
        Code::PriceTooOld => vec![
            ("verified_on", plan.verified_on.map(|date| date.to_string()).into()),
            ("age_days", plan.verified_on.map(|date| date.age_on(request.today)).into()),
            ("max_age_days", filters.max_age.days().into()),
        ],
        Code::RateUnknown => vec![("currency", plan.price.map(|price| price.currency().code()).into())],
        Code::DailyAllowanceTooSmall => vec![
            ("needed_per_day", need.volume_in(need.hours(24)).into()),
            ("has_per_day", volume(plan).into()),
        ],
        Code::MonthlyAllowanceTooSmall => {
            let month = Terms::new(plan).validity(need).min(need.whole_stay());
            vec![("needed", need.volume_in(month).into()), ("has", volume(plan).into())]
        }
        Code::TooFewMinutes => vec![
            ("needed", need.minutes().into()),
            ("has", plan.minutes.map(|minutes| minutes.to_string()).into()),
        ],
        Code::PurchaseLimit => finder.purchase_limit(),
        Code::TooExpensive => {
            vec![("total", finder.lowest_total().into()), ("max_total", question.max_total.into())]
        }
        _ => Vec::new(),
    }
}

fn word<T: Word>(value: Option<T>) -> Figure {
    value.map(Word::word).into()
}

fn volume(plan: &Plan) -> Option<DataVolume> {
    match plan.allowance {
        Some(Allowance::Volume(volume)) => Some(volume),
        _ => None,
    }
}

/// Finds the smallest single change that makes a basket of a plan alone possible.
struct Finder<'c> {
    prepared: &'c PreparedCatalogue,
    question: &'c Question,
    index: usize,
    words: DataWords,
}

/// How a basket of a plan begins. A SIM with one balance is used for data or for calls.
#[derive(Clone, Copy)]
struct FirstSim {
    sim: Option<usize>,
    is_for_calls: bool,
}

impl<'c> Finder<'c> {
    fn change(&self, code: Code) -> Option<Change> {
        let plan = &self.prepared.plans()[self.index];
        let first = match code {
            Code::DailyAllowanceTooSmall | Code::MonthlyAllowanceTooSmall => self.less_data(),
            Code::TooFewMinutes => self.fewer_minutes(),
            Code::PurchaseLimit => self.more_purchases(),
            Code::TooExpensive => self.higher_total(),
            Code::SimOnly if plan.carries_data() || plan.minutes.is_some() => None,
            Code::TooLargeToSearch | Code::SimOnly | Code::NotNeeded => return None,
            _ => return self.of_request(code),
        };
        // After another SIM, the plan may be refused for another reason, and that SIM may be refused itself.
        first
            .or_else(|| self.more_purchases())
            .or_else(|| self.less_data())
            .or_else(|| self.fewer_days())
            .or_else(|| self.fewer_minutes())
            .or_else(|| self.higher_total())
            .or_else(|| self.of_request(code))
    }

    /// The smallest change of the filters. The plan or a SIM of its line has the value that it admits, and without
    /// the SIM that is the cause another one may begin the basket.
    fn of_request(&self, code: Code) -> Option<Change> {
        let sims = &self.prepared.line_of(self.index).all_sims;
        let of_sims = sims.iter().filter_map(|&sim| self.prepared.prepared(sim).barred);
        let codes: BTreeSet<Code> = of_sims.filter(|of_sim| *of_sim != code).collect();
        let rows = || sims.iter().chain([&self.index]).map(|&row| &self.prepared.plans()[row]);
        [code].into_iter().chain(codes).find_map(|code| {
            let mut changes: Vec<Change> = rows().filter_map(|row| self.admitting(row, code)).collect();
            if code == Code::PriceTooOld {
                changes.push(Change::AnyAge);
            }
            changes.sort_by(Change::size_cmp);
            changes.dedup();
            changes.into_iter().find(|change| self.fits_with(change))
        })
    }

    /// The change of the filters that admits a row in spite of this reason.
    fn admitting(&self, row: &Plan, code: Code) -> Option<Change> {
        match code {
            Code::UnlimitedExcluded | Code::AllowanceUnknown => Some(Change::Unlimited),
            Code::NeedsContract => Some(Change::Resident(true)),
            Code::VisitorsOnly => Some(Change::Resident(false)),
            Code::NetworkTooOld => row.network.map(Change::Network),
            Code::ConfidenceTooLow => row.confidence.map(Change::MinConfidence),
            Code::PriceTooOld => {
                let seen = row.verified_on?;
                Some(Change::MaxAge(seen.age_on(self.prepared.request().today)))
            }
            _ => None,
        }
    }

    fn less_data(&self) -> Option<Change> {
        let need = self.question.asked();
        let stay = need.stay();
        match self.words {
            DataWords::Total => {
                let with = |kb| Need::new(stay, DataVolume::from_kb(kb), need.minutes());
                self.largest(need.data().kb(), with).map(|kb| Change::Data(DataVolume::from_kb(kb)))
            }
            DataWords::PerDay => {
                let daily = need.data().kb().div_ceil(stay.days().into());
                let with = |kb| Need::per_day(stay, DataVolume::from_kb(kb), need.minutes());
                self.largest(daily, with).map(|kb| Change::PerDay(DataVolume::from_kb(kb)))
            }
        }
    }

    /// Tries one number of days after another: with fewer days a daily allowance may become too small, also that of a
    /// SIM, and so may the data of a contract.
    fn fewer_days(&self) -> Option<Change> {
        let need = self.question.asked();
        let mut fewer = (1..u64::from(need.stay().days())).rev();
        fewer.find(|&days| self.fits(with_days(&need, days, self.words))).map(Change::Days)
    }

    fn fewer_minutes(&self) -> Option<Change> {
        let need = self.question.asked();
        let with = |minutes| Need::new(need.stay(), need.data(), minutes);
        // A need without calls is also smaller.
        self.largest(need.minutes(), with)
            .or_else(|| (need.minutes() > 0 && self.fits(with(0).ok())).then_some(0))
            .map(Change::Minutes)
    }

    /// How many purchases are needed and allowed: of the plan if its own limit is too low, else of the whole basket.
    /// Both are unknown if no number of purchases is enough.
    fn purchase_limit(&self) -> Figures {
        let asking = Asking::new(self.question, self.prepared.exchange());
        let terms = &self.prepared.prepared(self.index).terms;
        let exceeded = self.ways().filter_map(|way| {
            let begin = self.begin(way, &asking)?;
            let missing = asking.missing.minus(begin.cover);
            let count = if terms.is_contract() {
                terms.bills(asking.need(), missing).ok()?
            } else {
                terms.coverage(asking.need()).ok()?.repeated(missing).ok()?.sum()?
            };
            let of_basket = count.checked_add(begin.rank.purchases)?;
            let of_plan = terms.limit.filter(|limit| count > *limit).map(|limit| (count, limit));
            let most = self.question.max_purchases.filter(|most| of_basket > *most);
            Some((of_basket, of_plan.or(most.map(|most| (of_basket, most)))?))
        });
        let figures = exceeded.min().map(|(_, figures)| figures);
        let (needed, allowed) = figures.unzip();
        vec![("needed", needed.into()), ("allowed", allowed.into())]
    }

    fn more_purchases(&self) -> Option<Change> {
        self.question.max_purchases?;
        let free = Question { max_purchases: None, ..self.question.clone() };
        let needed = self.ranks(&free).map(|rank| rank.purchases).min()?;
        Some(Change::MaxPurchases(needed))
    }

    fn higher_total(&self) -> Option<Change> {
        self.question.max_total?;
        self.lowest_total().map(Change::MaxTotal)
    }

    /// The lowest total of a basket of the plan alone if totals have no limit.
    fn lowest_total(&self) -> Option<Money> {
        let free = Question { max_total: None, ..self.question.clone() };
        let total = self.ranks(&free).map(|rank| rank.total).min()?;
        self.prepared.exchange().shown(total).ok()
    }

    /// The largest volume or number of minutes below `most` with which the plan makes a basket.
    ///
    /// After one beginning, the numbers that fit have no gaps: below them the plan is not needed, and above them
    /// something is too small, too often bought or too expensive. So bisection is exact for each beginning.
    fn largest(&self, most: u64, need: impl Fn(u64) -> Result<Need, Error>) -> Option<u64> {
        self.ways().filter_map(|way| self.largest_after(way, most, &need)).max()
    }

    fn largest_after(
        &self,
        way: FirstSim,
        most: u64,
        need: impl Fn(u64) -> Result<Need, Error>,
    ) -> Option<u64> {
        let mut largest = None;
        let mut too_small = 0;
        let mut too_large = most;
        while too_small + 1 < too_large {
            let middle = too_small + (too_large - too_small) / 2;
            let question = with_need(self.question, need(middle).ok());
            match question.map(|question| self.rank_after(way, &question)) {
                Some(Ok(_)) => {
                    largest = Some(middle);
                    too_small = middle;
                }
                Some(Err(Code::NotNeeded)) => too_small = middle,
                Some(Err(_)) | None => too_large = middle,
            }
        }
        largest
    }

    /// Whether the plan makes a basket if the user asks for this need.
    fn fits(&self, asked: Option<Need>) -> bool {
        with_need(self.question, asked).is_some_and(|question| self.ranks(&question).next().is_some())
    }

    /// The ranks of the baskets of the plan alone.
    fn ranks<'q>(&'q self, question: &'q Question) -> impl Iterator<Item = Rank> + 'q {
        self.ways().filter_map(|way| self.rank_after(way, question).ok())
    }

    /// The rank of a basket of the plan alone that begins in this way, or the first reason why there is none.
    fn rank_after(&self, way: FirstSim, question: &Question) -> Result<Rank, Code> {
        let asking = Asking::new(question, self.prepared.exchange());
        let begin = self.begin(way, &asking).ok_or(Code::TooLargeToSearch)?;
        let plan = self.prepared.prepared(self.index);
        if !plan.terms.is_sim() {
            let coverage = plan.terms.coverage(asking.need());
            let coverage = if plan.terms.is_contract() { None } else { Some(coverage?) };
            return asking.after(&begin, plan, coverage).map(|alone| alone.rank);
        }
        if asking.missing.is_nothing() {
            return Err(Code::NotNeeded);
        }
        let begin = asking.sim_alone(plan, Start::Sim, [&begin])?;
        Ok(begin.rank)
    }

    fn begin(&self, way: FirstSim, asking: &Asking<'_>) -> Option<Begin> {
        let Some(sim) = way.sim else { return Some(Begin::NONE) };
        let mut begins = asking.begins_with(sim, self.prepared.prepared(sim), true).into_iter();
        if way.is_for_calls { begins.next_back() } else { begins.next() }
    }

    fn ways(&self) -> impl Iterator<Item = FirstSim> + 'c {
        let line = self.prepared.line_of(self.index);
        let is_sim = self.prepared.prepared(self.index).terms.is_sim();
        let own = self.index;
        let without = line.start == Start::Free && !is_sim;
        let sims = line.sims.iter().filter(move |&&sim| !is_sim || sim == own);
        let ways =
            sims.flat_map(|&sim| [false, true].map(|is_for_calls| FirstSim { sim: Some(sim), is_for_calls }));
        without.then_some(FirstSim { sim: None, is_for_calls: false }).into_iter().chain(ways)
    }

    fn fits_with(&self, change: &Change) -> bool {
        let plan = &self.prepared.plans()[self.index];
        let Some((request, question)) = changed(self.prepared.request(), self.question, change, self.words)
        else {
            return false;
        };
        // Only SIMs come before a plan alone.
        let sims = &self.prepared.line_of(self.index).all_sims;
        let rows: BTreeSet<usize> = sims.iter().copied().chain([self.index]).collect();
        let rows = rows.into_iter().map(|row| Arc::clone(&self.prepared.plans()[row]));
        let Ok(prepared) = PreparedCatalogue::new(rows.collect(), request) else { return false };
        let index = prepared.index_of(plan.id.as_str()).expect("it is on its own line");
        Asked::new(&prepared, &question).verdict(index).is_ok()
    }
}

/// How long a plan lasts, which offers hold it, and why others do not.
#[derive(Clone, Debug)]
pub struct Explanation<'c> {
    /// How long a purchase lasts by its validity; `None` if that is unknown.
    pub by_validity: Option<Span>,
    /// How long its data lasts at the pace; `None` for unlimited, daily and unknown allowances.
    pub by_data: Option<Span>,
    /// How long its minutes last; `None` if no calls are needed or the minutes are unknown.
    pub by_minutes: Option<Span>,
    /// The time that one purchase covers; `None` if that is unknown or an allowance is too small.
    pub covers: Option<Span>,
    /// Why a SIM that begins offers is none by itself, if it might be were something of it known.
    pub unknown: Option<Refusal>,
    /// The offers that hold the plan, with their ranks. A plan repeated alone that another basket beats has no rank.
    pub offers: Vec<(Option<usize>, &'c Offer)>,
    /// Why the plan is in no offer; `None` if it is in one.
    pub refusal: Option<Refusal>,
    /// The highest price of a purchase at which a basket of the plan alone would be the first offer. `None` if it
    /// already is the first offer, or would not be at any price. An error if the search for the price is too large.
    pub break_even_price: Result<Option<Money>, Error>,
}

/// Explains the result of a comparison for one plan.
pub fn explain<'c>(
    plan: &Arc<Plan>,
    prepared: &PreparedCatalogue,
    question: &Question,
    comparison: &'c Comparison,
    words: DataWords,
) -> Explanation<'c> {
    let need = &question.need;
    let terms = Terms::new(plan);
    let ranked = comparison.offers.iter().zip(1..).map(|(offer, rank)| (Some(rank), offer));
    let unranked = comparison.alone.iter().map(|offer| (None, offer));
    let offers: Vec<_> = ranked.chain(unranked).filter(|(_, offer)| offer.holds(plan)).collect();
    let cover = if plan.is_sim() {
        Some(terms.sim_coverage(need, Span::ZERO).alone)
    } else {
        terms.coverage(need).ok().map(|coverage| coverage.alone)
    };
    let begins = plan.is_sim() && !offers.is_empty();
    let unknown = begins.then(|| terms.unknown_of_sim(need)).flatten();
    // A contract is billed once for each validity, so its data has to last for all of it.
    let is_too_small = plan.is_contract() && terms.bills(need, Cover::whole(need)).is_err();
    let is_first = offers.first().is_some_and(|(rank, offer)| *rank == Some(1) && !offer.mix);
    Explanation {
        by_validity: plan.validity.map(|_| terms.validity(need)),
        by_data: match (plan.allowance, plan.data_per) {
            (Some(Allowance::Volume(volume)), DataPer::Total) if need.has_data() => {
                Some(need.data_lasts(volume))
            }
            _ => None,
        },
        by_minutes: plan.minutes.filter(|_| need.minutes() > 0).map(|_| terms.minutes_span(need)),
        covers: cover
            .filter(|_| !is_too_small)
            .map(|cover| if need.has_data() { cover.data } else { cover.calls })
            .filter(|span| !span.is_zero()),
        unknown: unknown.map(|code| refusal(prepared, question, plan, code, words)),
        refusal: comparison.refusal_of(plan).map(|code| refusal(prepared, question, plan, code, words)),
        break_even_price: if offers.is_empty() || is_first || plan.is_sim() {
            Ok(None)
        } else {
            break_even_price(plan, prepared, question)
        },
        offers,
    }
}

/// The highest price, in the shown currency, at which a basket of the plan alone is the first offer.
///
/// A lower price also makes mixes with the plan cheaper, so each price is tried with a whole comparison. The basket of
/// the plan alone holds the most purchases of it, so its total falls the fastest: if it is the first offer at some
/// price, it is the first at every lower price, and bisection is exact.
fn break_even_price(
    plan: &Plan,
    prepared: &PreparedCatalogue,
    question: &Question,
) -> Result<Option<Money>, Error> {
    let currency = prepared.request().currency;
    // Dozens of prices are tried, so each comparison gets less effort.
    let question = Question { trade_off: false, effort: question.effort / 10, ..question.clone() };
    let Some(exact) = plan.price.and_then(|price| prepared.exchange().exact(price)) else { return Ok(None) };
    let mut loses_from = prepared.exchange().shown(exact)?.minor();
    // The lowest price is one minor unit, because a price of 0 would be a free trial.
    let mut wins_up_to = 1;
    if loses_from <= wins_up_to || !is_first_at(wins_up_to, plan, prepared, &question)? {
        return Ok(None);
    }
    while wins_up_to + 1 < loses_from {
        let middle = wins_up_to + (loses_from - wins_up_to) / 2;
        if is_first_at(middle, plan, prepared, &question)? {
            wins_up_to = middle;
        } else {
            loses_from = middle;
        }
    }
    Money::from_minor(wins_up_to, currency).map(Some)
}

/// Whether a basket of the plan alone is the first offer if the plan costs this many minor units of the shown currency.
fn is_first_at(
    minor: u128,
    plan: &Plan,
    prepared: &PreparedCatalogue,
    question: &Question,
) -> Result<bool, Error> {
    let price = Some(Money::from_minor(minor, prepared.request().currency)?);
    let plans = prepared.plans().iter().map(|other| {
        if other.id == plan.id { Arc::new(Plan { price, ..Plan::clone(other) }) } else { Arc::clone(other) }
    });
    let changed = PreparedCatalogue::new(plans.collect(), prepared.request().clone())?;
    let first = best(&changed, question, 1)?.into_iter().next();
    Ok(first.is_some_and(|first| !first.mix && first.holds(plan)))
}

#[cfg(test)]
mod tests;

//! Why plans are refused and what would change it, and everything about one plan under one question.

use super::comparison::{Comparison, Offer, best};
use super::coverage::{Cover, Terms};
use super::error::{Error, Figures};
use super::line::Asked;
use super::money::Money;
use super::need::{Need, Span};
use super::plan::{Allowance, DataPer, Plan};
use super::prepared::{PreparedCatalogue, Start};
use super::refusal::{Change, Code, Refusal};
use super::request::{Question, Request};
use super::time::Stay;
use super::volume::DataVolume;
use super::word::Word;
use std::sync::Arc;

/// In which words the user gave the data of the need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataWords {
    /// Over the whole stay.
    Total,
    /// A day.
    PerDay,
}

/// The refusal of a plan with its figures and the smallest change that alone puts it into an offer of `--all`.
///
/// # Panics
/// If the plan is not of the catalogue.
pub fn refusal(
    prepared: &PreparedCatalogue,
    question: &Question,
    plan: &Arc<Plan>,
    code: Code,
    words: DataWords,
) -> Refusal {
    let index = prepared.index_of(plan.id.as_str()).expect("a refused plan is of the catalogue");
    let line = prepared.line_of(index);
    // The SIM is the cause if the plan would not be refused for this reason itself.
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
        figures: figures(prepared, question, index, subject, code),
        because_of: because_of.map(|sim| prepared.plans()[sim].id.clone()),
        change: finder.change(code, subject),
    }
}

/// What was needed, and what the plan has.
fn figures(
    prepared: &PreparedCatalogue,
    question: &Question,
    index: usize,
    plan: &Plan,
    code: Code,
) -> Figures {
    let need = &question.need;
    let request = prepared.request();
    let filters = &request.filters;
    let word = |word: Option<&'static str>| word.into();
    match code {
        Code::OperatorExcluded if !filters.operators.admits(&plan.operator) => {
            vec![("operator", plan.operator.as_str().into())]
        }
        Code::OperatorExcluded => vec![("line", plan.line.as_str().into())],
        Code::KindExcluded => vec![("kind", plan.kind.word().into())],
        Code::FormExcluded => vec![
            ("needed", word(filters.form.map(Word::word))),
            ("has", word(plan.known_form().map(Word::word))),
        ],
        Code::SoldExcluded => {
            vec![("needed", word(filters.sold.map(Word::word))), ("has", word(plan.sold.map(Word::word)))]
        }
        Code::ScopeNotGeneral => vec![("scope", plan.scope.to_string().into())],
        Code::NetworkTooOld => {
            vec![
                ("needed", word(filters.network.map(Word::word))),
                ("has", word(plan.network.map(Word::word))),
            ]
        }
        Code::ConfidenceTooLow => vec![
            ("needed", word(filters.min_confidence.map(Word::word))),
            ("has", word(plan.confidence.map(Word::word))),
        ],
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
        Code::PurchaseLimit => {
            let free = Question { max_purchases: None, max_total: None, ..question.clone() };
            let needed = Asked::new(prepared, &free).purchases_needed(index);
            vec![
                ("needed", needed.into()),
                ("allowed", plan.limit().into_iter().chain(question.max_purchases).min().into()),
            ]
        }
        Code::TooExpensive => {
            let free = Question { max_total: None, ..question.clone() };
            let total = Asked::new(prepared, &free).verdict(index).ok();
            let total = total.and_then(|basket| prepared.exchange().shown(basket.total()).ok());
            vec![("total", total.into()), ("max_total", question.max_total.into())]
        }
        _ => Vec::new(),
    }
}

fn volume(plan: &Plan) -> Option<DataVolume> {
    match plan.allowance {
        Some(Allowance::Volume(volume)) => Some(volume),
        _ => None,
    }
}

/// Looks for the smallest change that alone makes a basket of a plan.
struct Finder<'c> {
    prepared: &'c PreparedCatalogue,
    question: &'c Question,
    index: usize,
    words: DataWords,
}

impl Finder<'_> {
    fn change(&self, code: Code, subject: &Plan) -> Option<Change> {
        let of_request = match code {
            Code::UnlimitedExcluded => Some(Change::Unlimited),
            Code::NeedsContract => Some(Change::Resident(true)),
            Code::VisitorsOnly => Some(Change::Resident(false)),
            Code::NetworkTooOld => subject.network.map(Change::Network),
            Code::ConfidenceTooLow => subject.confidence.map(Change::MinConfidence),
            Code::PriceTooOld => {
                let age = subject.verified_on.map(|seen| seen.age_on(self.prepared.request().today));
                Some(age.map_or(Change::AnyAge, Change::MaxAge))
            }
            _ => None,
        };
        if let Some(change) = of_request {
            return self.fits_with(&change).then_some(change);
        }
        match code {
            Code::DailyAllowanceTooSmall | Code::MonthlyAllowanceTooSmall => self.less_data(),
            Code::TooFewMinutes => self.fewer_minutes(),
            Code::PurchaseLimit => {
                let by_purchases = || self.more_purchases();
                by_purchases().or_else(|| self.smaller_need())
            }
            Code::TooExpensive => self.higher_total(),
            Code::SimOnly if subject.carries_data() => self.smaller_need(),
            _ => None,
        }
    }

    fn smaller_need(&self) -> Option<Change> {
        self.less_data().or_else(|| self.fewer_days()).or_else(|| self.fewer_minutes())
    }

    fn less_data(&self) -> Option<Change> {
        let need = self.question.asked();
        let stay = need.stay();
        if !need.has_data() {
            return None;
        }
        match self.words {
            DataWords::Total => {
                let with = |kb| Need::new(stay, DataVolume::from_kb(kb), need.minutes()).ok();
                let kb = most(need.data().kb(), |kb| with(kb).is_some_and(|need| self.fits(need)))?;
                Some(Change::Data(DataVolume::from_kb(kb)))
            }
            DataWords::PerDay => {
                let with = |kb| Need::per_day(stay, DataVolume::from_kb(kb), need.minutes()).ok();
                let daily = need.data().kb().div_ceil(stay.days().into());
                let kb = most(daily, |kb| with(kb).is_some_and(|need| self.fits(need)))?;
                Some(Change::PerDay(DataVolume::from_kb(kb)))
            }
        }
    }

    fn fewer_days(&self) -> Option<Change> {
        let need = self.question.asked();
        let with = |fewer| with_days(&need, fewer, self.words);
        let fits = |fewer| with(fewer).is_some_and(|need| self.fits(need));
        most(need.stay().days().into(), fits).map(Change::Days)
    }

    fn fewer_minutes(&self) -> Option<Change> {
        let need = self.question.asked();
        let with = |minutes| Need::new(need.stay(), need.data(), minutes).ok();
        let fits = |minutes: u64| with(minutes).is_some_and(|need| self.fits(need));
        // No minutes at all are a smaller need too.
        let none = || (need.minutes() > 0 && fits(0)).then_some(0);
        most(need.minutes(), fits).or_else(none).map(Change::Minutes)
    }

    fn more_purchases(&self) -> Option<Change> {
        let limit = self.question.max_purchases?;
        let free = Question { max_purchases: None, ..self.question.clone() };
        let needed =
            Asked::new(self.prepared, &free).purchases_needed(self.index).filter(|needed| *needed > limit)?;
        let change = Change::MaxPurchases(needed);
        self.fits_with(&change).then_some(change)
    }

    fn higher_total(&self) -> Option<Change> {
        let free = Question { max_total: None, ..self.question.clone() };
        let basket = Asked::new(self.prepared, &free).verdict(self.index).ok()?;
        Some(Change::MaxTotal(self.prepared.exchange().shown(basket.total()).ok()?))
    }

    /// Whether the plan is bought for a need that the user could ask for.
    fn fits(&self, asked: Need) -> bool {
        let fits = |question| Asked::new(self.prepared, &question).verdict(self.index).is_ok();
        self.question.with_asked(asked).is_ok_and(fits)
    }

    fn fits_with(&self, change: &Change) -> bool {
        let plan = &self.prepared.plans()[self.index];
        let Some((request, question)) = changed(self.prepared.request(), self.question, change, self.words)
        else {
            return false;
        };
        let of_line = self.prepared.plans().iter().filter(|other| other.line == plan.line).cloned();
        let Ok(prepared) = PreparedCatalogue::new(of_line.collect(), request) else { return false };
        let index = prepared.index_of(plan.id.as_str()).expect("it is on its own line");
        Asked::new(&prepared, &question).verdict(index).is_ok()
    }
}

/// The largest number from 1 to below `most` that fits, if what fits shrinks with the number.
fn most(most: u64, fits: impl Fn(u64) -> bool) -> Option<u64> {
    let mut fitting = 0;
    let mut failing = most;
    while fitting + 1 < failing {
        let middle = fitting + (failing - fitting) / 2;
        if fits(middle) {
            fitting = middle;
        } else {
            failing = middle;
        }
    }
    (fitting > 0).then_some(fitting)
}

/// The need over another number of days, with as much data over the stay, or as much a day, as the user gave it.
fn with_days(need: &Need, days: u64, words: DataWords) -> Option<Need> {
    let stay = Stay::from_days(days).ok()?;
    let data = match words {
        DataWords::Total => need.data(),
        DataWords::PerDay => {
            let daily = need.data().kb() / u64::from(need.stay().days());
            DataVolume::from_kb(daily.checked_mul(days)?)
        }
    };
    Need::new(stay, data, need.minutes()).ok()
}

/// A request and a question with one change, if the need was given in these words; `None` if that is no need any more.
pub fn changed(
    request: &Request,
    question: &Question,
    change: &Change,
    words: DataWords,
) -> Option<(Request, Question)> {
    use super::filters::MaxAge;
    let mut request = request.clone();
    let mut question = question.clone();
    let need = question.asked();
    let asked = |need: Result<Need, Error>| question.with_asked(need.ok()?).ok();
    match change {
        Change::Resident(resident) => request.filters.resident = *resident,
        Change::Unlimited => request.filters.no_unlimited = false,
        Change::Network(network) => request.filters.network = Some(*network),
        Change::MinConfidence(confidence) => request.filters.min_confidence = Some(*confidence),
        Change::MaxAge(days) => request.filters.max_age = MaxAge::Days(*days),
        Change::AnyAge => request.filters.max_age = MaxAge::Any,
        Change::Data(data) => question = asked(Need::new(need.stay(), *data, need.minutes()))?,
        Change::PerDay(daily) => question = asked(Need::per_day(need.stay(), *daily, need.minutes()))?,
        Change::Days(days) => question = question.with_asked(with_days(&need, *days, words)?).ok()?,
        Change::Minutes(minutes) => question = asked(Need::new(need.stay(), need.data(), *minutes))?,
        Change::MaxPurchases(count) => question.max_purchases = Some(*count),
        Change::MaxTotal(total) => question.max_total = Some(*total),
    }
    Some((request, question))
}

/// What becomes of a plan, and why.
#[derive(Clone, Debug)]
pub struct Explanation<'c> {
    /// How long a purchase lasts by its validity.
    pub by_validity: Option<Span>,
    /// How long its data lasts at the pace; `None` for unlimited, daily and unknown allowances.
    pub by_data: Option<Span>,
    /// How long its minutes last; `None` if none are needed or there are none.
    pub by_minutes: Option<Span>,
    /// The time that one purchase covers; `None` if that is not known, or an allowance is too small.
    pub covers: Option<Span>,
    /// The offers that the plan is in, with their ranks; a plan repeated alone that another basket beats has none.
    pub offers: Vec<(Option<usize>, &'c Offer)>,
    /// Why it is in no offer.
    pub refusal: Option<Refusal>,
    /// The highest price of a purchase at which a basket of it alone would be the first offer; `None` if one is that
    /// already, or would not be even for nothing. What is too large, if that cannot be worked out.
    pub break_even_price: Result<Option<Money>, Error>,
}

/// Explains what became of a plan.
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
    let offers = ranked.chain(comparison.alone.iter().map(|offer| (None, offer)));
    let offers: Vec<_> = offers.filter(|(_, offer)| offer.holds(plan)).collect();
    let cover = if plan.is_sim() {
        Some(terms.sim_coverage(need, Span::ZERO).alone)
    } else {
        terms.coverage(need).ok().map(|coverage| coverage.alone)
    };
    // A contract is billed once for each validity, whatever its data does: it covers all of it or does not fit.
    let is_too_small = plan.is_contract() && terms.bills(need, Cover::whole(need)).is_err();
    let cover = cover.filter(|_| !is_too_small);
    let main = |cover: Cover| if need.has_data() { cover.data } else { cover.calls };
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
        covers: cover.map(main).filter(|span| !span.is_zero()),
        refusal: comparison.refusal_of(plan).map(|code| refusal(prepared, question, plan, code, words)),
        break_even_price: if offers.is_empty() || is_first || plan.is_sim() {
            Ok(None)
        } else {
            break_even_price(plan, prepared, question)
        },
        offers,
    }
}

/// The highest price, in the shown currency, at which a basket of the plan alone is the first offer. Mixes with the plan get
/// cheaper with it, so every price is tried out; as the basket alone has the most purchases of it, it falls the
/// fastest, and if it is the first at some price it is so at every lower one.
fn break_even_price(
    plan: &Plan,
    prepared: &PreparedCatalogue,
    question: &Question,
) -> Result<Option<Money>, Error> {
    let currency = prepared.request().currency;
    // Some dozens of prices are tried.
    let asked = Question { trade_off: false, effort: question.effort / 10, ..question.clone() };
    let wins = |minor: u128| -> Result<bool, Error> {
        let price = Some(Money::from_minor(minor, currency)?);
        let changed = prepared.plans().iter().map(|other| {
            if other.id == plan.id {
                Arc::new(Plan { price, ..Plan::clone(other) })
            } else {
                Arc::clone(other)
            }
        });
        let changed = PreparedCatalogue::new(changed.collect(), prepared.request().clone())?;
        let first = best(&changed, &asked, 1)?.into_iter().next();
        Ok(first.is_some_and(|first| !first.mix && first.holds(plan)))
    };
    let now = plan.price.and_then(|price| prepared.exchange().exact(price));
    let Some(now) = now.map(|price| prepared.exchange().shown(price)).transpose()? else { return Ok(None) };
    // A price of nothing would be a free trial: a minor unit is the least.
    if now.minor() <= 1 || !wins(1)? {
        return Ok(None);
    }
    let (mut wins_up_to, mut loses_from) = (1, now.minor());
    while wins_up_to + 1 < loses_from {
        let middle = wins_up_to + (loses_from - wins_up_to) / 2;
        if wins(middle)? { wins_up_to = middle } else { loses_from = middle }
    }
    Money::from_minor(wins_up_to, currency).map(Some)
}

#[cfg(test)]
mod tests;

//! The main question: every plan of a catalogue as a ranked offer, or refused with a reason.

use super::basket::Basket;
use super::figure::Error;
use super::line::{Line, Start, Verdict, repeated_alone, sim_alone};
use super::mixing::Pool;
use super::money::{Currency, Money};
use super::plan::Plan;
use super::rates::Rate;
use super::refusal::{Code, Reason, Refusal};
use super::request::Request;
use super::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A basket with the lines that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The line; two of them where a basket is over two.
    pub lines: Vec<Slug>,
    /// Who sells, each once.
    pub operators: Vec<Slug>,
    /// Whether the basket mixes several plans besides its SIM.
    pub mix: bool,
    /// What is bought.
    pub basket: Basket,
}

impl Offer {
    /// The offer that a basket is. The lines are those of its items; where nothing is bought, that of the SIM which
    /// the user has.
    pub(super) fn of(basket: Basket, request: &Request) -> Self {
        let mut lines: Vec<Slug> = basket.items().iter().map(|item| item.plan.line.clone()).collect();
        if lines.is_empty() {
            lines.extend(request.left.as_ref().map(|left| left.line.clone()));
        }
        let mut operators: Vec<Slug> = basket.items().iter().map(|item| item.plan.operator.clone()).collect();
        lines.sort();
        lines.dedup();
        operators.sort();
        operators.dedup();
        let mix = basket.items().iter().filter(|item| !item.plan.is_sim()).count() > 1;
        Self { lines, operators, mix, basket }
    }

    /// What decides whether a mix is worth offering: total, then purchases.
    fn price(&self) -> (Money, u64) {
        (self.basket.total(), self.basket.purchases())
    }
}

/// The answer to a request over a whole catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The offers, the best first.
    pub offers: Vec<Offer>,
    /// Where it was asked for: every offer that none beats in both purchases and total, by ascending purchases.
    pub trade_off: Option<Vec<Offer>>,
    /// The rows that stand in no offer, by id, each with one reason.
    pub refusals: Vec<Refusal>,
    /// How many rows the catalogue has.
    pub plans: usize,
    /// What of them was judged and not kept.
    pub beyond: Beyond,
    /// What the answer goes without: lines in their order, then pairs of lines, then the trade-off of lines.
    pub left_out: Vec<LeftOut>,
}

/// A plan, a line or two of which the baskets are not in an answer, for they are too large to be searched or counted.
///
/// The cheapest basket of a line is exact, or it is not in the answer. A line whose search gives up therefore has no offer at all,
/// not even its plans repeated alone: the cheapest of these need not be the line's cheapest. Each plan that would have
/// been an offer is refused with `too-large-to-search` and the figures of the search.
///
/// A plan that alone costs more than can be counted is refused by itself, and its line goes on: whatever can be counted
/// costs less, so the line's cheapest basket is what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line, or the two of them.
    pub lines: Vec<Slug>,
    /// What of them is not there.
    pub what: What,
    /// What is too large, with its figures.
    pub error: Error,
}

/// What is left out of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A plan that costs more than can be counted.
    Plan,
    /// All baskets: the cheapest of them is not known.
    Baskets,
    /// Their part of the trade-off.
    TradeOff,
}

impl LeftOut {
    fn of(lines: &[&Line], what: What, error: Error) -> Self {
        let lines = lines.iter().filter_map(|line| line.name().cloned()).collect();
        Self { lines, what, error }
    }
}

/// Rows of a large catalogue that were judged as they were read and could not stand in the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// How many are offers, none of them among the best.
    pub offers: usize,
    /// How many of the best offers are known.
    pub ranked: usize,
    /// How many were refused for each reason.
    pub refusals: BTreeMap<Code, usize>,
}

impl Comparison {
    /// How many offers there are, those beyond the kept ones too.
    pub fn found(&self) -> usize {
        self.offers.len() + self.beyond.offers
    }

    /// How many rows stand in an offer.
    pub fn offered(&self) -> usize {
        self.plans - self.refused()
    }

    /// How many rows stand in none.
    pub fn refused(&self) -> usize {
        self.refusals.len() + self.beyond.refusals.values().sum::<usize>()
    }

    /// How many rows were refused for each reason.
    pub fn refusal_counts(&self) -> BTreeMap<Code, usize> {
        let mut counts = self.beyond.refusals.clone();
        for refusal in &self.refusals {
            *counts.entry(refusal.reason.code).or_default() += 1;
        }
        counts
    }

    /// Whether the offer of this rank among those that are here has it among all.
    pub fn is_ranked(&self, rank: usize) -> bool {
        self.is_whole() || rank <= self.beyond.ranked
    }

    /// What is not searched, so that nobody knows whether it is better than the offers that are here: lines, and two of
    /// them together.
    pub fn unsearched(&self) -> impl Iterator<Item = &LeftOut> {
        self.left_out.iter().filter(|left_out| left_out.what == What::Baskets)
    }

    /// The lines that are not searched.
    pub(super) fn unsearched_lines(&self) -> BTreeSet<&Slug> {
        let lines = self.unsearched().map(|left_out| left_out.lines.as_slice());
        lines.filter_map(|lines| if let [line] = lines { Some(line) } else { None }).collect()
    }

    /// Whether every row is here, as an offer or as a refusal, and none was only counted.
    pub fn is_whole(&self) -> bool {
        self.beyond == Beyond::default()
    }
}

/// Ranks what serves the need. The order of the rows never changes the answer.
///
/// # Errors
/// Only if the request wants all or nothing: the error of the first line that cannot be searched.
pub fn compare(plans: impl IntoIterator<Item = Arc<Plan>>, request: &Request) -> Result<Comparison, Error> {
    compare_by(plans, request, &one_after_the_other)
}

/// What becomes of so many lines, up to the first that is the end.
pub fn one_after_the_other(
    lines: usize,
    of_line: &(dyn Fn(usize) -> Result<OfLine, Error> + Sync),
) -> Vec<Result<OfLine, Error>> {
    let mut all = Vec::with_capacity(lines);
    for line in 0..lines {
        all.push(of_line(line));
        if all.last().is_some_and(Result::is_err) {
            break;
        }
    }
    all
}

/// What becomes of the plans of one line.
#[derive(Debug)]
pub struct OfLine {
    /// The best offer of each plan, and the cheapest mix where it is better than each of them.
    offers: Vec<Offer>,
    /// The other offers of the plans, which begin with other SIMs.
    begun_otherwise: Vec<Offer>,
    refused: Vec<(Arc<Plan>, Vec<Reason>)>,
    /// The best of all offers; of a line that is not searched nobody knows it.
    best: Best,
    left_out: Option<LeftOut>,
}

/// The price of the best offer of a line.
#[derive(Clone, Copy, Debug)]
enum Best {
    None,
    Costs((Money, u64)),
    Unknown,
}

impl Best {
    /// Whether a basket at this price is surely better.
    fn is_above(self, price: (Money, u64)) -> bool {
        match self {
            Self::None => true,
            Self::Costs(own) => price < own,
            Self::Unknown => false,
        }
    }
}

/// What becomes of each of so many lines, given how that of one of them is found: one after the other or several at
/// once, but told in the order of the lines.
pub type ByLine<'b> =
    &'b dyn Fn(usize, &(dyn Fn(usize) -> Result<OfLine, Error> + Sync)) -> Vec<Result<OfLine, Error>>;

/// The same, with the lines looked at as the caller likes.
///
/// # Errors
/// As [`compare`].
pub fn compare_by(
    plans: impl IntoIterator<Item = Arc<Plan>>,
    request: &Request,
    by_line: ByLine<'_>,
) -> Result<Comparison, Error> {
    let mut lines: BTreeMap<Slug, Line> = BTreeMap::new();
    let mut count = 0;
    for plan in plans {
        count += 1;
        match lines.get_mut(&plan.line) {
            Some(line) => line.push(plan),
            None => lines.entry(plan.line.clone()).or_default().push(plan),
        }
    }
    lines.values_mut().for_each(Line::sort);

    if request.needs_nothing() {
        return nothing_to_buy(&lines, count, request);
    }
    let (mut offers, mut begun_otherwise) = (Vec::with_capacity(count), Vec::new());
    let mut refused: Vec<(&Line, Arc<Plan>, Vec<Reason>)> = Vec::with_capacity(count);
    let mut best_of_lines: Vec<(&Line, Best)> = Vec::new();
    let mut left_out: Vec<LeftOut> = Vec::new();
    let in_order: Vec<&Line> = lines.values().collect();
    let of_lines = by_line(in_order.len(), &|at| of_line(in_order[at], request));
    for (line, of_line) in in_order.iter().copied().zip(of_lines) {
        let of_line = of_line?;
        offers.extend(of_line.offers);
        begun_otherwise.extend(of_line.begun_otherwise);
        refused.extend(of_line.refused.into_iter().map(|(plan, reasons)| (line, plan, reasons)));
        best_of_lines.push((line, of_line.best));
        left_out.extend(of_line.left_out);
    }
    if request.two_lines {
        offers.extend(over_two_lines(&best_of_lines, request, &mut left_out)?);
    }
    offers.sort_unstable_by(|a, b| a.basket.rank_cmp(&b.basket));

    best_of_lines.retain(|(_, best)| !matches!(best, Best::Unknown));
    let searched: BTreeSet<&Slug> = best_of_lines.iter().filter_map(|(line, _)| line.name()).collect();
    let trade_off = if request.trade_off {
        let lines: Vec<&Line> = best_of_lines.iter().map(|(line, _)| *line).collect();
        Some(trade_off(&lines, &offers, begun_otherwise, request, &mut left_out))
    } else {
        None
    };
    if !refused.is_empty() {
        let shown = offers.iter().chain(trade_off.iter().flatten());
        let used: BTreeSet<&Slug> =
            shown.flat_map(|offer| offer.basket.items()).map(|item| &item.plan.id).collect();
        refused.retain(|(_, plan, _)| !used.contains(&plan.id));
    }
    refused.sort_unstable_by(|(_, a, _), (_, b, _)| a.id.cmp(&b.id));
    let explain = request.explain || offers.is_empty();
    let refusals = refused.into_iter().map(|(line, plan, reasons)| {
        // Nobody knows what would make an offer of a line that is not searched.
        let explain = explain && searched.contains(&plan.line);
        refuse(line, plan, reasons, explain, request)
    });
    let refusals = refusals.collect();
    Ok(Comparison { offers, trade_off, refusals, plans: count, beyond: Beyond::default(), left_out })
}

/// What becomes of one line. Here, and nowhere else, it is decided whether it can be searched.
fn of_line(line: &Line, request: &Request) -> Result<OfLine, Error> {
    let mut offers = Vec::with_capacity(line.plans().len());
    let (mut begun_otherwise, mut refused) = (Vec::new(), Vec::new());
    let mut offered: Vec<&Arc<Plan>> = Vec::with_capacity(line.plans().len());
    let start = line.starters(request);
    let mut incomputable =
        if let Start::Incomputable(_, error) = &start { Some(error.clone()) } else { None };
    let mut total_too_large = None;
    let alone = line.plans().iter().map(|plan| (plan, repeated_alone(plan, &start, request)));
    for (plan, verdict) in alone.chain(line.sims().iter().map(|sim| (sim, sim_alone(sim, request)))) {
        match verdict {
            Verdict::Offer(baskets) => {
                let mut of_plan = baskets.into_iter().map(|basket| Offer::of(basket, request));
                offers.extend(of_plan.next());
                begun_otherwise.extend(of_plan);
                offered.push(plan);
            }
            Verdict::Refused(reasons) => refused.push((Arc::clone(plan), reasons)),
            Verdict::TotalTooLarge(error) => {
                refused.push((Arc::clone(plan), vec![Reason::too_large(&error)]));
                total_too_large.get_or_insert(error);
            }
            Verdict::Incomputable(error) => {
                refused.push((Arc::clone(plan), vec![Reason::too_large(&error)]));
                incomputable.get_or_insert(error);
            }
        }
    }
    let mix = match incomputable {
        Some(error) => Err(error),
        None => Pool::of(&[line], request)
            .and_then(|pool| pool.map(|pool| pool.cheapest()).transpose())
            .map(Option::flatten),
    };
    let mix = match mix {
        Ok(mix) => mix,
        Err(error) if request.all_or_nothing => return Err(error),
        Err(error) => {
            let too_large = |plan| (Arc::clone(plan), vec![Reason::too_large(&error)]);
            refused.extend(offered.into_iter().map(too_large));
            let left_out = Some(LeftOut::of(&[line], What::Baskets, error));
            let (offers, begun_otherwise) = (Vec::new(), Vec::new());
            return Ok(OfLine { offers, begun_otherwise, refused, best: Best::Unknown, left_out });
        }
    };
    let mix = mix.map(|basket| Offer::of(basket, request)).filter(|mix| is_wanted(mix, request));
    let best_alone = offers.iter().map(Offer::price).min();
    let best = best_alone.into_iter().chain(mix.iter().map(Offer::price)).min();
    let best = best.map_or(Best::None, Best::Costs);
    offers.extend(mix.filter(|mix| mix.mix && best_alone.is_none_or(|alone| mix.price() < alone)));
    let left_out = total_too_large.map(|error| LeftOut::of(&[line], What::Plan, error));
    Ok(OfLine { offers, begun_otherwise, refused, best, left_out })
}

/// The answer where what is left on the user's SIM is enough: one offer, nothing in it.
fn nothing_to_buy(
    lines: &BTreeMap<Slug, Line>,
    count: usize,
    request: &Request,
) -> Result<Comparison, Error> {
    let mut offer = Offer::of(Basket::new(Vec::new(), request.already(), request.currency)?, request);
    let has =
        |line: &&Line| line.plans().iter().chain(line.sims()).any(|plan| offer.lines.contains(&plan.line));
    let operator = lines.values().find(has).and_then(|line| line.plans().iter().chain(line.sims()).next());
    offer.operators.extend(operator.map(|plan| plan.operator.clone()));
    let mut refusals = Vec::new();
    for line in lines.values() {
        for plan in line.plans().iter().chain(line.sims()) {
            let reason = match line.verdict(plan, request) {
                Verdict::Refused(reasons) => reasons.into_iter().next(),
                Verdict::Offer(_) | Verdict::TotalTooLarge(_) | Verdict::Incomputable(_) => None,
            };
            let reason = reason.unwrap_or_else(|| Reason::new(Code::NotNeeded, vec![])).changed_by(None);
            refusals.push(Refusal { plan: Arc::clone(plan), reason });
        }
    }
    refusals.sort_by(|a, b| a.plan.id.cmp(&b.plan.id));
    let trade_off = request.trade_off.then(|| vec![offer.clone()]);
    let (offers, beyond, left_out) = (vec![offer], Beyond::default(), Vec::new());
    Ok(Comparison { offers, trade_off, refusals, plans: count, beyond, left_out })
}

/// Every cheapest basket over two lines that is cheaper, or as cheap with fewer purchases, than each of the two
/// lines alone. A pair of which one line is not searched is not looked at: nobody knows what it would have to beat.
fn over_two_lines(
    lines: &[(&Line, Best)],
    request: &Request,
    left_out: &mut Vec<LeftOut>,
) -> Result<Vec<Offer>, Error> {
    let searched = |(_, best): &&(&Line, Best)| !matches!(best, Best::Unknown);
    let mut offers = Vec::new();
    for (index, (line, best)) in lines.iter().enumerate().filter(|(_, line)| searched(line)) {
        for (other, other_best) in lines[index + 1..].iter().filter(searched) {
            let pool = Pool::of(&[line, other], request);
            let basket = match pool.and_then(|pool| pool.map(|pool| pool.cheapest()).transpose()) {
                Ok(basket) => basket.flatten(),
                Err(error) if request.all_or_nothing => return Err(error),
                Err(error) => {
                    left_out.push(LeftOut::of(&[line, other], What::Baskets, error));
                    continue;
                }
            };
            let Some(offer) = basket.map(|basket| Offer::of(basket, request)) else { continue };
            let is_better = best.is_above(offer.price()) && other_best.is_above(offer.price());
            if offer.lines.len() == 2 && is_better && is_wanted(&offer, request) {
                offers.push(offer);
            }
        }
    }
    Ok(offers)
}

/// Every basket that none beats in both purchases and total, over the lines (over two of them where asked for).
/// Besides the offers it looks at those that begin with another SIM of the line.
///
/// A line, or two, for which that cannot be searched is left out with all of its baskets: one that is known might be
/// beaten by one that is not.
fn trade_off(
    lines: &[&Line],
    offers: &[Offer],
    begun_otherwise: Vec<Offer>,
    request: &Request,
    left_out: &mut Vec<LeftOut>,
) -> Vec<Offer> {
    let mut known: Vec<Offer> = offers.to_vec();
    let others = begun_otherwise.into_iter().filter(|offer| is_wanted(offer, request));
    let mut others: Vec<Offer> = others.collect();
    let of_two = lines.iter().enumerate().flat_map(|(index, line)| {
        let others = if request.two_lines { &lines[index + 1..] } else { &[] };
        others.iter().map(move |other| vec![*line, *other])
    });
    let mut groups: Vec<Vec<&Line>> = lines.iter().map(|line| vec![*line]).chain(of_two).collect();
    let mut all = loop {
        // More purchases than those of the cheapest basket only ever cost more.
        let Some(most) = known.first().map(|offer| offer.basket.purchases()) else { return Vec::new() };
        let mut found: Vec<Offer> = Vec::new();
        let mut too_large: Vec<Vec<Slug>> = Vec::new();
        for group in &groups {
            match Pool::of(group, request).and_then(|pool| pool.map(|pool| pool.trade_off(most)).transpose())
            {
                Ok(baskets) => {
                    let baskets = baskets.into_iter().flatten().map(|basket| Offer::of(basket, request));
                    found.extend(baskets.filter(|offer| is_wanted(offer, request)));
                }
                Err(error) => {
                    let group = LeftOut::of(group, What::TradeOff, error);
                    too_large.push(group.lines.clone());
                    left_out.push(group);
                }
            }
        }
        if too_large.is_empty() {
            break found;
        }
        // Without these the cheapest basket may be another one, of more purchases.
        let is_known = |lines: &[Slug]| too_large.iter().all(|too_large| too_large != lines);
        known.retain(|offer| is_known(&offer.lines));
        others.retain(|offer| is_known(&offer.lines));
        groups.retain(|group| {
            let names: Vec<Slug> = group.iter().filter_map(|line| line.name().cloned()).collect();
            is_known(&names)
        });
    };
    all.extend(known);
    all.extend(others);
    all.sort_by(|a, b| {
        let by_purchases = a.basket.purchases().cmp(&b.basket.purchases());
        by_purchases.then_with(|| a.basket.rank_cmp(&b.basket))
    });
    let mut unbeaten: Vec<Offer> = Vec::new();
    for offer in all {
        if unbeaten.last().is_none_or(|last| offer.basket.total() < last.basket.total()) {
            unbeaten.push(offer);
        }
    }
    unbeaten
}

fn is_wanted(offer: &Offer, request: &Request) -> bool {
    request.max_total.is_none_or(|limit| offer.basket.total() <= limit)
}

/// The refusal of a plan: its first reason, with the change where that alone makes an offer of the plan.
fn refuse(line: &Line, plan: Arc<Plan>, reasons: Vec<Reason>, explain: bool, request: &Request) -> Refusal {
    let mut reason = reasons.into_iter().next().expect("a refused plan has a reason");
    let changed = reason.change.as_ref().filter(|_| explain).and_then(|change| request.with(change));
    let helps = changed.is_some_and(|changed| matches!(line.verdict(&plan, &changed), Verdict::Offer(_)));
    reason.change = reason.change.filter(|_| helps);
    Refusal { plan, reason }
}

/// The rates of every currency that stands between a price of an offer and the shown currency.
pub fn rates_used(offers: &[Offer], request: &Request) -> Vec<Rate> {
    let items = offers.iter().flat_map(|offer| offer.basket.items());
    let prices = items.flat_map(|item| [item.plan.price, item.plan.setup_fee]).flatten();
    let converted: BTreeSet<Currency> =
        prices.map(Money::currency).filter(|&currency| currency != request.currency).collect();
    let shown = (!converted.is_empty()).then_some(request.currency);
    let between: BTreeSet<Currency> = converted.into_iter().chain(shown).collect();
    between.into_iter().filter_map(|currency| request.rates.get(currency).cloned()).collect()
}

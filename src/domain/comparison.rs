//! The main question: every plan of a catalogue as a ranked offer, or refused with a reason.

use super::basket::Basket;
use super::figure::Fault;
use super::line::{Line, Verdict, repeated_alone, sim_alone};
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

    /// Whether every row is here, as an offer or as a refusal, and none was only counted.
    pub fn is_whole(&self) -> bool {
        self.beyond == Beyond::default()
    }
}

/// Ranks what serves the need. The order of the rows never changes the answer.
///
/// # Errors
/// `amount-too-large` or `time-too-large`, where a sum does not fit: nothing is ever rounded to make it fit.
pub fn compare(plans: impl IntoIterator<Item = Arc<Plan>>, request: &Request) -> Result<Comparison, Fault> {
    compare_by(plans, request, &|lines, mix| (0..lines).map(mix).collect())
}

/// What becomes of the plans of one line.
#[derive(Debug)]
pub struct OfLine {
    /// The best offer of each plan, and the cheapest mix where it is better than each of them.
    offers: Vec<Offer>,
    /// The other offers of the plans, which begin with other SIMs.
    begun_otherwise: Vec<Offer>,
    refused: Vec<(Arc<Plan>, Vec<Reason>)>,
    best: Option<(Money, u64)>,
}

/// What becomes of each of so many lines, given how that of one of them is found: one after the other or several at
/// once, but told in the order of the lines.
pub type ByLine<'b> =
    &'b dyn Fn(usize, &(dyn Fn(usize) -> Result<OfLine, Fault> + Sync)) -> Vec<Result<OfLine, Fault>>;

/// The same, with the lines looked at as the caller likes.
///
/// # Errors
/// As [`compare`].
pub fn compare_by(
    plans: impl IntoIterator<Item = Arc<Plan>>,
    request: &Request,
    by_line: ByLine<'_>,
) -> Result<Comparison, Fault> {
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
    let mut best_of_lines: Vec<(&Line, Option<(Money, u64)>)> = Vec::new();
    let in_order: Vec<&Line> = lines.values().collect();
    let of_lines = by_line(in_order.len(), &|at| of_line(in_order[at], request));
    for (line, of_line) in in_order.iter().copied().zip(of_lines) {
        let of_line = of_line?;
        offers.extend(of_line.offers);
        begun_otherwise.extend(of_line.begun_otherwise);
        refused.extend(of_line.refused.into_iter().map(|(plan, reasons)| (line, plan, reasons)));
        best_of_lines.push((line, of_line.best));
    }
    if request.two_lines {
        offers.extend(over_two_lines(&best_of_lines, request)?);
    }
    offers.sort_unstable_by(|a, b| a.basket.rank_cmp(&b.basket));

    let trade_off =
        if request.trade_off { Some(trade_off(&lines, &offers, begun_otherwise, request)?) } else { None };
    if !refused.is_empty() {
        let shown = offers.iter().chain(trade_off.iter().flatten());
        let used: BTreeSet<&Slug> =
            shown.flat_map(|offer| offer.basket.items()).map(|item| &item.plan.id).collect();
        refused.retain(|(_, plan, _)| !used.contains(&plan.id));
    }
    refused.sort_unstable_by(|(_, a, _), (_, b, _)| a.id.cmp(&b.id));
    let explain = request.explain || offers.is_empty();
    let refusals =
        refused.into_iter().map(|(line, plan, reasons)| refuse(line, &plan, reasons, explain, request));
    let refusals = refusals.collect::<Result<_, _>>()?;
    Ok(Comparison { offers, trade_off, refusals, plans: count, beyond: Beyond::default() })
}

fn of_line(line: &Line, request: &Request) -> Result<OfLine, Fault> {
    let mut offers = Vec::with_capacity(line.plans().len());
    let (mut begun_otherwise, mut refused) = (Vec::new(), Vec::new());
    let start = line.starters(request)?;
    let alone = line.plans().iter().map(|plan| (plan, repeated_alone(plan, &start, request)));
    for (plan, verdict) in alone.chain(line.sims().iter().map(|sim| (sim, sim_alone(sim, request)))) {
        match verdict? {
            Verdict::Offer(baskets) => {
                let mut of_plan = baskets.into_iter().map(|basket| Offer::of(basket, request));
                offers.extend(of_plan.next());
                begun_otherwise.extend(of_plan);
            }
            Verdict::Refused(reasons) => refused.push((Arc::clone(plan), reasons)),
        }
    }
    let mix = Pool::of(&[line], request)?.map(|pool| pool.cheapest()).transpose()?.flatten();
    let mix = mix.map(|basket| Offer::of(basket, request)).filter(|mix| is_wanted(mix, request));
    let best_alone = offers.iter().map(Offer::price).min();
    let best = best_alone.into_iter().chain(mix.iter().map(Offer::price)).min();
    offers.extend(mix.filter(|mix| mix.mix && best_alone.is_none_or(|alone| mix.price() < alone)));
    Ok(OfLine { offers, begun_otherwise, refused, best })
}

/// The answer where what is left on the user's SIM is enough: one offer, nothing in it.
fn nothing_to_buy(
    lines: &BTreeMap<Slug, Line>,
    count: usize,
    request: &Request,
) -> Result<Comparison, Fault> {
    let mut offer = Offer::of(Basket::new(Vec::new(), request.already(), request.currency)?, request);
    let has =
        |line: &&Line| line.plans().iter().chain(line.sims()).any(|plan| offer.lines.contains(&plan.line));
    let operator = lines.values().find(has).and_then(|line| line.plans().iter().chain(line.sims()).next());
    offer.operators.extend(operator.map(|plan| plan.operator.clone()));
    let mut refusals = Vec::new();
    for line in lines.values() {
        for plan in line.plans().iter().chain(line.sims()) {
            let reason = match line.verdict(plan, request)? {
                Verdict::Refused(reasons) => reasons.into_iter().next(),
                Verdict::Offer(_) => None,
            };
            let reason = reason.unwrap_or_else(|| Reason::new(Code::NotNeeded, vec![])).changed_by(None);
            refusals.push(Refusal { plan: Arc::clone(plan), reason });
        }
    }
    refusals.sort_by(|a, b| a.plan.id.cmp(&b.plan.id));
    let trade_off = request.trade_off.then(|| vec![offer.clone()]);
    Ok(Comparison { offers: vec![offer], trade_off, refusals, plans: count, beyond: Beyond::default() })
}

/// Every cheapest basket over two lines that is cheaper, or as cheap with fewer purchases, than each of the two
/// lines alone.
fn over_two_lines(lines: &[(&Line, Option<(Money, u64)>)], request: &Request) -> Result<Vec<Offer>, Fault> {
    let mut offers = Vec::new();
    for (index, (line, best)) in lines.iter().enumerate() {
        for (other, other_best) in &lines[index + 1..] {
            let Some(basket) =
                Pool::of(&[line, other], request)?.map(|pool| pool.cheapest()).transpose()?.flatten()
            else {
                continue;
            };
            let offer = Offer::of(basket, request);
            let better = |single: &Option<(Money, u64)>| single.is_none_or(|single| offer.price() < single);
            if offer.lines.len() == 2 && better(best) && better(other_best) && is_wanted(&offer, request) {
                offers.push(offer);
            }
        }
    }
    Ok(offers)
}

/// Every basket that none beats in both purchases and total, over the lines (over two of them where asked for).
/// Besides the offers it looks at those that begin with another SIM of the line.
fn trade_off(
    lines: &BTreeMap<Slug, Line>,
    offers: &[Offer],
    begun_otherwise: Vec<Offer>,
    request: &Request,
) -> Result<Vec<Offer>, Fault> {
    // More purchases than those of the cheapest basket only ever cost more.
    let Some(most) = offers.first().map(|offer| offer.basket.purchases()) else { return Ok(Vec::new()) };
    let lines: Vec<&Line> = lines.values().collect();
    let mut all: Vec<Offer> = offers.to_vec();
    all.extend(begun_otherwise.into_iter().filter(|offer| is_wanted(offer, request)));
    let pairs = lines.iter().enumerate().flat_map(|(index, line)| {
        let others = if request.two_lines { &lines[index + 1..] } else { &[] };
        others.iter().map(move |other| vec![*line, *other])
    });
    for lines in lines.iter().map(|line| vec![*line]).chain(pairs) {
        if let Some(pool) = Pool::of(&lines, request)? {
            let found = pool.trade_off(most)?.into_iter().map(|basket| Offer::of(basket, request));
            all.extend(found.filter(|offer| is_wanted(offer, request)));
        }
    }
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
    Ok(unbeaten)
}

fn is_wanted(offer: &Offer, request: &Request) -> bool {
    request.max_total.is_none_or(|limit| offer.basket.total() <= limit)
}

/// The refusal of a plan: its first reason, with the change where that alone makes an offer of the plan.
fn refuse(
    line: &Line,
    plan: &Arc<Plan>,
    reasons: Vec<Reason>,
    explain: bool,
    request: &Request,
) -> Result<Refusal, Fault> {
    let mut reason = reasons.into_iter().next().expect("a refused plan has a reason");
    let changed = reason.change.as_ref().filter(|_| explain).and_then(|change| request.with(change));
    let helps = match changed {
        Some(changed) => matches!(line.verdict(plan, &changed)?, Verdict::Offer(_)),
        None => false,
    };
    reason.change = reason.change.filter(|_| helps);
    Ok(Refusal { plan: Arc::clone(plan), reason })
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

//! The main question: the best basket of each line, and the reason why each other plan is in no offer.

use super::basket::Basket;
use super::error::Error;
use super::line::{Asked, LineOutcome};
use super::plan::Plan;
use super::prepared::{Line, PreparedCatalogue};
use super::rates::Exact;
use super::refusal::Code;
use super::request::{Question, Request};
use super::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A basket with its lines and operators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The line of the basket, or its two lines.
    pub lines: Vec<Slug>,
    /// The operators that sell its plans, each once.
    pub operators: Vec<Slug>,
    /// Whether the basket mixes several plans besides its SIM.
    pub mix: bool,
    /// Whether this is a plan repeated alone that another basket of its line beats.
    pub is_alone: bool,
    /// The purchases and their total.
    pub basket: Basket,
}

impl Offer {
    /// An offer of a basket. Its lines are those of its items or, if nothing is bought, that of the SIM with the
    /// initial balance.
    pub(super) fn new(basket: Basket, question: &Question) -> Self {
        let of_items = basket.items().iter().map(|item| &item.plan.line);
        let mut lines: BTreeSet<&Slug> = of_items.collect();
        if lines.is_empty() {
            lines.extend(question.initial.as_ref().map(|initial| &initial.line));
        }
        let operators: BTreeSet<&Slug> = basket.items().iter().map(|item| &item.plan.operator).collect();
        Self {
            lines: lines.into_iter().cloned().collect(),
            operators: operators.into_iter().cloned().collect(),
            mix: basket.items().iter().filter(|item| !item.plan.is_sim()).count() > 1,
            is_alone: false,
            basket,
        }
    }

    /// Whether this is what the user has already, and nothing else.
    pub fn is_mine(&self, request: &Request) -> bool {
        let items = self.basket.items();
        !items.is_empty() && items.iter().all(|item| request.is_mine(&item.plan))
    }

    /// Whether the basket holds a plan.
    pub fn holds(&self, plan: &Plan) -> bool {
        self.basket.items().iter().any(|item| item.plan.id == plan.id)
    }
}

/// The answer to a question over a whole catalogue.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// The best basket of each line, and those over two lines that are better than either line, the best first.
    pub offers: Vec<Offer>,
    /// Every plan repeated alone that is not among `offers`, the best first.
    pub alone: Vec<Offer>,
    /// The Pareto front of purchases and total, by ascending purchases. `None` if the question does not ask for it.
    pub trade_off: Option<Vec<Offer>>,
    /// The plans that are in no offer, by id, each with its reason.
    pub refused: Vec<(Arc<Plan>, Code)>,
    /// What is missing from the answer: lines in their order, then pairs of lines, then parts of the trade-off.
    pub left_out: Vec<LeftOut>,
}

/// Lines whose baskets are missing from an answer because the search for them is too large.
///
/// The cheapest basket of a line is either exact or not in the answer. A line whose search gives up therefore has no
/// offer, not even its plans repeated alone, because the cheapest of these may not be the cheapest basket of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line, or the two lines of a pair.
    pub lines: Vec<Slug>,
    /// Which of their baskets are missing.
    pub what: What,
    /// Why they are missing, with figures.
    pub error: Error,
}

/// What is left out of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// All baskets of the lines.
    Baskets,
    /// Their part of the trade-off.
    TradeOff,
}

impl Comparison {
    /// Moves every plan repeated alone to the offers.
    #[must_use]
    pub fn with_alone(mut self) -> Self {
        self.offers.append(&mut self.alone);
        self.offers.sort_by(|a, b| a.basket.rank_cmp(&b.basket));
        self
    }

    /// How many plans are refused for each reason.
    pub fn refusal_counts(&self) -> BTreeMap<Code, usize> {
        let mut counts = BTreeMap::new();
        for (_, code) in &self.refused {
            *counts.entry(*code).or_default() += 1;
        }
        counts
    }

    /// The lines and pairs of lines that were not searched. They may hold better baskets than the offers.
    pub fn unsearched(&self) -> impl Iterator<Item = &LeftOut> {
        self.left_out.iter().filter(|left_out| left_out.what == What::Baskets)
    }

    /// Why a plan is in no offer. `None` if it is in one.
    pub fn refusal_of(&self, plan: &Plan) -> Option<Code> {
        let found = self.refused.binary_search_by(|(refused, _)| refused.id.cmp(&plan.id));
        found.ok().map(|at| self.refused[at].1)
    }
}

/// Finds and ranks the baskets that cover the need. The order of the rows does not change the answer.
pub fn compare(prepared: &PreparedCatalogue, question: &Question) -> Comparison {
    compare_on(prepared, question, |lines, of| (0..lines).map(of).collect())
}

/// The same, with a function that does the work for each line: it calls another one with all numbers below a count, and
/// returns the values in their order. This lets a caller spread the lines over threads, of which the domain knows
/// nothing.
pub fn compare_on(
    prepared: &PreparedCatalogue,
    question: &Question,
    each: impl Fn(usize, &(dyn Fn(usize) -> LineOutcome + Sync)) -> Vec<LineOutcome>,
) -> Comparison {
    let asked = Asked::new(prepared, question);
    if asked.missing().is_nothing() {
        return nothing_to_buy(&asked);
    }
    let lines = prepared.lines();
    let outcomes = each(lines.len(), &|number| asked.line(&lines[number]));
    let mut comparison = Comparison::default();
    comparison.left_out.extend(outcomes.iter().filter_map(|outcome| outcome.left_out.clone()));
    let mut baskets: Vec<Basket> = outcomes.iter().filter_map(|outcome| outcome.best.clone()).collect();
    if question.two_lines {
        baskets.extend(over_two_lines(&asked, &outcomes, &mut comparison.left_out));
    }
    comparison.offers = baskets.into_iter().map(|basket| Offer::new(basket, question)).collect();
    comparison.offers.sort_by(|a, b| a.basket.rank_cmp(&b.basket));
    if question.trade_off {
        comparison.trade_off =
            Some(trade_off(&asked, &outcomes, &comparison.offers, &mut comparison.left_out));
    }

    for LineOutcome { best, alone, refused, .. } in outcomes {
        let alone =
            alone.into_iter().map(|(_, basket)| basket).filter(|basket| best.as_ref() != Some(basket));
        comparison.alone.extend(alone.map(|basket| Offer { is_alone: true, ..Offer::new(basket, question) }));
        let plans = refused.into_iter().map(|(index, code)| (Arc::clone(&prepared.plans()[index]), code));
        comparison.refused.extend(plans);
    }
    comparison.alone.sort_by(|a, b| a.basket.rank_cmp(&b.basket));
    let shown =
        comparison.offers.iter().chain(&comparison.alone).chain(comparison.trade_off.iter().flatten());
    let offered: BTreeSet<&Slug> =
        shown.flat_map(|offer| offer.basket.items()).map(|item| &item.plan.id).collect();
    comparison.refused.retain(|(plan, _)| !offered.contains(&plan.id));
    comparison.refused.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    comparison
}

/// The first `most` offers of [`compare`]. Lines that cannot be among them are not searched.
///
/// # Errors
/// If a search is too large. A better offer may be among the baskets that are not searched, and a warning next to one
/// of a million answers would be overlooked.
pub fn best(prepared: &PreparedCatalogue, question: &Question, most: usize) -> Result<Vec<Offer>, Error> {
    let mut asked = Asked::new(prepared, question);
    if asked.missing().is_nothing() {
        return Ok(nothing_to_buy(&asked).offers);
    }
    if question.two_lines {
        let comparison = compare(prepared, question);
        return match comparison.left_out.into_iter().next() {
            Some(left_out) => Err(left_out.error),
            None => Ok(comparison.offers.into_iter().take(most).collect()),
        };
    }
    // The lines with the lowest bounds come first. Their baskets spare the search of most other lines.
    let floors = prepared.lines().iter().filter_map(|line| Some((asked.floor(line)?, line)));
    let mut lines: Vec<(Exact, &Line)> = floors.collect();
    lines.sort_by_key(|(floor, _)| *floor);
    let mut baskets: Vec<Basket> = Vec::new();
    for (floor, line) in lines {
        if asked.is_past_most(floor) {
            break;
        }
        let Some(basket) = asked.best(line)? else { continue };
        let at = baskets.partition_point(|other| other.rank_cmp(&basket).is_lt());
        baskets.insert(at, basket);
        baskets.truncate(most);
        if let Some(last) = baskets.last().filter(|last| baskets.len() == most && last.is_complete()) {
            asked.cut_off(last.total());
        }
    }
    Ok(baskets.into_iter().map(|basket| Offer::new(basket, question)).collect())
}

/// Why no basket fits if [`best`] finds none: the reason of the plans that come nearest to one, which is the last in the
/// order of [`Code`]. SIMs count only in a catalogue without other plans. `None` if the catalogue is empty.
pub fn nearest_reason(prepared: &PreparedCatalogue, question: &Question) -> Option<Code> {
    let asked = Asked::new(prepared, question);
    let of_lines = prepared.lines().iter().filter_map(|line| asked.nearest_refusal(line)).max();
    of_lines.or_else(|| prepared.indices().filter_map(|sim| asked.verdict(sim).err()).max())
}

/// The answer if the initial balance covers everything: one offer with an empty basket.
fn nothing_to_buy(asked: &Asked<'_>) -> Comparison {
    let prepared = asked.prepared;
    let offer = empty_offer(asked);
    let refused = prepared.indices().filter_map(|index| {
        let code = asked.verdict(index).err()?;
        Some((Arc::clone(&prepared.plans()[index]), code))
    });
    Comparison {
        trade_off: asked.question.trade_off.then(|| vec![offer.clone()]),
        refused: refused.collect(),
        offers: vec![offer],
        ..Comparison::default()
    }
}

/// The offer with nothing in it, of the line of the SIM with the initial balance.
pub(super) fn empty_offer(asked: &Asked<'_>) -> Offer {
    let basket = asked.basket(Vec::new()).expect("nothing can be counted");
    let mut offer = Offer::new(basket, asked.question);
    let of_line = asked.prepared.plans().iter().find(|plan| offer.lines.contains(&plan.line));
    offer.operators.extend(of_line.map(|plan| plan.operator.clone()));
    offer
}

/// The cheapest basket of each pair of lines, if it ranks above the best basket of each line alone. A pair is skipped
/// if one of its lines was not searched, because the basket to beat is then unknown.
fn over_two_lines(asked: &Asked<'_>, outcomes: &[LineOutcome], left_out: &mut Vec<LeftOut>) -> Vec<Basket> {
    let lines = asked.prepared.lines();
    let mut baskets = Vec::new();
    for (at, (line, outcome)) in lines.iter().zip(outcomes).enumerate() {
        for (other, other_outcome) in lines.iter().zip(outcomes).skip(at + 1) {
            if outcome.left_out.is_some() || other_outcome.left_out.is_some() {
                continue;
            }
            match asked.cheapest(&asked.pool(&[line, other])) {
                Err(error) => left_out.push(LeftOut::new(&[line, other], What::Baskets, error)),
                Ok(basket) => baskets.extend(basket.filter(|basket| {
                    basket.is_over_two_lines()
                        && ranks_above(basket, outcome.best.as_ref())
                        && ranks_above(basket, other_outcome.best.as_ref())
                })),
            }
        }
    }
    baskets
}

fn ranks_above(basket: &Basket, best: Option<&Basket>) -> bool {
    best.is_none_or(|best| basket.rank_cmp(best).is_lt())
}

/// The Pareto front of purchases and total over all lines and, if the question asks for it, over all pairs of lines.
///
/// A line or a pair whose search is too large is left out with all of its baskets, because those that are known might
/// be beaten by those that are not.
fn trade_off(
    asked: &Asked<'_>,
    outcomes: &[LineOutcome],
    offers: &[Offer],
    left_out: &mut Vec<LeftOut>,
) -> Vec<Offer> {
    let searched: Vec<(&Line, &LineOutcome)> = asked
        .prepared
        .lines()
        .iter()
        .zip(outcomes)
        .filter(|(_, outcome)| outcome.left_out.is_none())
        .collect();
    let mut groups: Vec<Vec<&Line>> = searched.iter().map(|(line, _)| vec![*line]).collect();
    if asked.question.two_lines {
        for (at, (line, _)) in searched.iter().enumerate() {
            groups.extend(searched[at + 1..].iter().map(|(other, _)| vec![*line, *other]));
        }
    }
    let mut known: Vec<Offer> = offers.to_vec();
    let mut too_large: BTreeSet<Vec<&Slug>> = BTreeSet::new();
    let mut baskets = loop {
        // A basket with more purchases than the cheapest one is never on the front.
        let Some(most) = known.first().map(|offer| offer.basket.purchases()) else { return Vec::new() };
        let before = too_large.len();
        let mut found: Vec<Basket> = Vec::new();
        for group in &groups {
            let names: Vec<&Slug> = group.iter().map(|line| &line.name).collect();
            if too_large.contains(&names) {
                continue;
            }
            match asked.trade_off(&asked.pool(group), most) {
                // The search of a line alone finds its own baskets.
                Ok(baskets) => found.extend(
                    baskets.into_iter().filter(|basket| group.len() == 1 || basket.is_over_two_lines()),
                ),
                Err(error) => {
                    left_out.push(LeftOut::new(group, What::TradeOff, error));
                    too_large.insert(names);
                }
            }
        }
        if too_large.len() == before {
            break found;
        }
        // Without these lines the cheapest basket may be another one with more purchases.
        known.retain(|offer| !too_large.contains(&offer.lines.iter().collect::<Vec<_>>()));
    };
    baskets.extend(known.iter().map(|offer| offer.basket.clone()));
    let alone = searched.iter().flat_map(|(_, outcome)| &outcome.alone).map(|(_, basket)| basket.clone());
    baskets.extend(
        alone.filter(|basket| too_large.is_empty() || known.iter().any(|offer| offer.basket == *basket)),
    );
    // A total that is not fully known beats no other total.
    if baskets.iter().any(Basket::is_complete) {
        baskets.retain(Basket::is_complete);
    }
    baskets.sort_by(|a, b| a.purchases().cmp(&b.purchases()).then_with(|| a.rank_cmp(b)));
    let mut front: Vec<Basket> = Vec::new();
    for basket in baskets {
        if front.last().is_none_or(|last| basket.total() < last.total()) {
            front.push(basket);
        }
    }
    front.into_iter().map(|basket| Offer::new(basket, asked.question)).collect()
}

impl LeftOut {
    pub(super) fn new(lines: &[&Line], what: What, error: Error) -> Self {
        Self { lines: lines.iter().map(|line| line.name.clone()).collect(), what, error }
    }
}

#[cfg(test)]
mod tests;

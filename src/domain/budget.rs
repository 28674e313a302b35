//! How much data an amount buys: for each line the most data whose cheapest basket stays within it.
//!
//! Baskets above the amount are removed before the best is chosen. So what fits shrinks as the data grows, and a
//! bisection over the one solver is exact to the kB.

use super::comparison::{LeftOut, Offer, What};
use super::error::Error;
use super::line::Asked;
use super::need::Need;
use super::plan::{Allowance, Plan};
use super::prepared::PreparedCatalogue;
use super::request::Question;
use super::volume::DataVolume;
use std::cmp::Reverse;

/// The most data of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MostData {
    /// A volume over the stay.
    Volume(DataVolume),
    /// As much as anybody uses, according to the seller.
    Unlimited,
}

/// A line and what an amount buys on it.
#[derive(Clone, Debug)]
pub struct Budgeted {
    /// The most data.
    pub most: MostData,
    /// The best basket with it.
    pub offer: Offer,
    /// If the most is unlimited, the most with a stated volume, and its basket.
    pub stated: Option<(DataVolume, Offer)>,
}

/// What an amount buys on every line, and the lines that are too large to be searched.
#[derive(Clone, Debug, Default)]
pub struct Budget {
    /// The lines: first those whose total is fully known, then the unlimited ones, then by most data, then in the order
    /// of offers.
    pub lines: Vec<Budgeted>,
    /// What the answer goes without.
    pub left_out: Vec<LeftOut>,
}

/// How much data each line gives within the greatest total of a question, whose data is of no meaning.
pub fn most_data(prepared: &PreparedCatalogue, question: &Question) -> Result<Budget, Error> {
    let mut budget = Budget::default();
    for line in prepared.lines() {
        let of_line = prepared.restricted(|plan| plan.line == line.name)?;
        match of_one_line(&of_line, question) {
            Ok(found) => budget.lines.extend(found),
            Err(error) => {
                budget.left_out.push(LeftOut { lines: vec![line.name.clone()], what: What::Baskets, error });
            }
        }
    }
    budget.lines.sort_by(|a, b| {
        let key = |line: &Budgeted| (!line.offer.basket.is_complete(), Reverse(line.most));
        key(a).cmp(&key(b)).then_with(|| a.offer.basket.rank_cmp(&b.offer.basket))
    });
    Ok(budget)
}

fn of_one_line(of_line: &PreparedCatalogue, question: &Question) -> Result<Option<Budgeted>, Error> {
    // What is left on a SIM is a volume, unless it is unlimited itself.
    let initial = question.initial.clone().filter(|initial| initial.data == Allowance::Unlimited);
    let unlimited =
        of_line.restricted(|plan| !plan.carries_data() || plan.allowance == Some(Allowance::Unlimited))?;
    let least = DataVolume::from_kb(1);
    let without_volumes = best_with(&unlimited, &Question { initial, ..question.clone() }, least)?;
    let Some(offer) = without_volumes else {
        let found = most_volume(of_line, question)?;
        return Ok(found.map(|(volume, offer)| Budgeted {
            most: MostData::Volume(volume),
            offer,
            stated: None,
        }));
    };
    let stated = of_line.restricted(|plan| plan.allowance != Some(Allowance::Unlimited))?;
    Ok(Some(Budgeted { most: MostData::Unlimited, offer, stated: most_volume(&stated, question)? }))
}

/// The most data, a whole number of kB, and the best basket with it; `None` if there is none for even one.
fn most_volume(
    of_line: &PreparedCatalogue,
    question: &Question,
) -> Result<Option<(DataVolume, Offer)>, Error> {
    let with = |kb: u64| best_with(of_line, question, DataVolume::from_kb(kb));
    let Some(mut best) = with(1)? else { return Ok(None) };
    let mut fits = 1;
    let mut fails = Need::MOST_DATA.kb() + 1;
    // By doubling first: most answers are far below the most.
    while fits + 1 < fails {
        let doubled = fits.saturating_mul(2);
        let middle =
            if doubled < fails && fails > Need::MOST_DATA.kb() { doubled } else { fits + (fails - fits) / 2 };
        match with(middle)? {
            Some(offer) => (fits, best) = (middle, offer),
            None => fails = middle,
        }
    }
    Ok(Some((DataVolume::from_kb(fits), best)))
}

fn best_with(
    of_line: &PreparedCatalogue,
    question: &Question,
    data: DataVolume,
) -> Result<Option<Offer>, Error> {
    let need = Need::new(question.need.stay(), data, question.need.minutes())?;
    let question = Question { need, ..question.clone() };
    let Some(line) = of_line.lines().first() else { return Ok(None) };
    let asked = Asked::new(of_line, &question);
    if asked.missing().is_nothing() {
        return Ok(asked.basket(Vec::new()).map(|basket| Offer::new(basket, &question)));
    }
    Ok(asked.best(line)?.map(|basket| Offer::new(basket, &question)))
}

impl PreparedCatalogue {
    /// The same request over some of the plans.
    fn restricted(&self, keep: impl Fn(&Plan) -> bool) -> Result<Self, Error> {
        let plans = self.plans().iter().filter(|plan| keep(plan)).cloned().collect();
        Self::new(plans, self.request().clone())
    }
}

#[cfg(test)]
mod tests;

//! How much data an amount buys: for each line, the most data whose cheapest basket costs no more than the amount.
//!
//! Baskets above the amount are removed before the best is chosen. If some volume does not fit, no larger one does, so
//! bisection with the solver is exact to the kB.

use super::comparison::{LeftOut, Offer, What, empty_offer};
use super::error::Error;
use super::line::Asked;
use super::need::Need;
use super::plan::Allowance;
use super::prepared::PreparedCatalogue;
use super::request::Question;
use super::volume::DataVolume;
use std::cmp::{Ordering, Reverse};

/// The most data that an amount buys on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MostData {
    /// A volume over the stay.
    Volume(DataVolume),
    /// Unlimited, according to the seller.
    Unlimited,
}

/// What an amount buys on a line.
#[derive(Clone, Debug)]
pub struct Budgeted {
    /// The most data that it buys.
    pub most: MostData,
    /// The best basket with that data.
    pub offer: Offer,
    /// If `most` is unlimited, the largest volume without unlimited plans, and its basket.
    pub stated: Option<(DataVolume, Offer)>,
}

/// What an amount buys on every line, and the lines that are too large to be searched.
#[derive(Clone, Debug, Default)]
pub struct Budget {
    /// The lines: first those whose total is fully known, then by most data with unlimited first, then in the order of
    /// offers.
    pub lines: Vec<Budgeted>,
    /// The lines that are missing from the answer.
    pub left_out: Vec<LeftOut>,
}

/// How much data each line gives within the largest total of a question. The data of the question is ignored.
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
    budget.lines.sort_by(Budgeted::rank_cmp);
    Ok(budget)
}

impl Budgeted {
    /// The order of an answer: the better line is the lesser.
    pub(super) fn rank_cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key()).then_with(|| self.offer.basket.rank_cmp(&other.offer.basket))
    }

    fn key(&self) -> (bool, Reverse<MostData>) {
        (!self.offer.basket.is_complete(), Reverse(self.most))
    }
}

/// What an amount buys on the line of a catalogue that has only this one. `None` if it buys no data.
pub(super) fn of_one_line(
    of_line: &PreparedCatalogue,
    question: &Question,
) -> Result<Option<Budgeted>, Error> {
    // An initial balance with a stated volume does not count as unlimited data.
    let initial = question.initial.clone().filter(|initial| initial.data == Allowance::Unlimited);
    let stay = question.need.stay();
    let is_left = initial.as_ref().is_some_and(|initial| u64::from(initial.validity.hours()) >= stay.hours());
    let least = DataVolume::from_kb(1);
    let of_what_is_left = Question { initial, ..question.clone() };
    let without_volumes = if is_left {
        best_with(of_line, &of_what_is_left, least)?
    } else {
        best_with(&of_line.only_unlimited()?, &of_what_is_left, least)?
    };
    // If nothing is bought, the answer is that of one line: the line of the SIM with the initial balance.
    let counts = |offer: &Offer| {
        !offer.basket.items().is_empty()
            || of_line.lines().iter().any(|line| offer.lines.contains(&line.name))
    };
    let Some(offer) = without_volumes else {
        let found = most_volume(of_line, question)?.filter(|(_, offer)| counts(offer));
        return Ok(found.map(|(volume, offer)| Budgeted {
            most: MostData::Volume(volume),
            offer,
            stated: None,
        }));
    };
    let stated = if is_left {
        None
    } else {
        let stated = most_volume(&of_line.without_unlimited()?, question)?;
        stated.filter(|(_, offer)| !offer.basket.items().is_empty())
    };
    Ok(Some(offer).filter(counts).map(|offer| Budgeted { most: MostData::Unlimited, offer, stated }))
}

/// The most data in whole kB, and the best basket with it. `None` if no basket covers even 1 kB.
fn most_volume(
    of_line: &PreparedCatalogue,
    question: &Question,
) -> Result<Option<(DataVolume, Offer)>, Error> {
    let mut fits = 1;
    let mut fails = Need::MOST_DATA.kb() + 1;
    let Some(mut best) = best_with(of_line, question, DataVolume::from_kb(fits))? else { return Ok(None) };
    // The volume is doubled until it fails, because most answers are far below the maximum.
    while fits + 1 < fails {
        let doubled = fits.saturating_mul(2);
        let middle =
            if doubled < fails && fails > Need::MOST_DATA.kb() { doubled } else { fits + (fails - fits) / 2 };
        match best_with(of_line, question, DataVolume::from_kb(middle))? {
            Some(offer) => {
                fits = middle;
                best = offer;
            }
            None => fails = middle,
        }
    }
    Ok(Some((DataVolume::from_kb(fits), best)))
}

/// The best basket of a line if the user asks for this data. `None` if no basket covers it with its margin.
pub(super) fn best_with(
    of_line: &PreparedCatalogue,
    question: &Question,
    data: DataVolume,
) -> Result<Option<Offer>, Error> {
    let Ok(question) = question.with_data(data) else { return Ok(None) };
    let Some(line) = of_line.lines().first() else { return Ok(None) };
    let asked = Asked::new(of_line, &question);
    if asked.missing().is_nothing() {
        return Ok(Some(empty_offer(&asked)));
    }
    Ok(asked.best(line)?.map(|basket| Offer::new(basket, &question)))
}

#[cfg(test)]
mod tests;

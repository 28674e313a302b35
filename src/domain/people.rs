//! Several people with the same need: a SIM for each, or fewer SIMs whose data is shared by hotspot.
//!
//! The people are split into groups. A group shares one SIM, whose basket covers the data of all its people over the
//! same stay; each SIM is bought anew. Calls cannot be shared: with call minutes, everyone has a SIM.

use super::basket::Basket;
use super::comparison::{Offer, best};
use super::error::Error;
use super::prepared::PreparedCatalogue;
use super::rates::Exact;
use super::request::Question;
use std::cmp::Reverse;
use std::ops::RangeInclusive;

/// How many people an answer can be for.
pub const PEOPLE: RangeInclusive<usize> = 2..=20;

/// People who share one SIM.
#[derive(Clone, Debug)]
pub struct Group {
    /// How many they are.
    pub people: usize,
    /// The best offer for the data of all of them.
    pub offer: Offer,
}

/// The cheapest way to serve all people with some number of SIMs.
#[derive(Clone, Debug)]
pub struct Split {
    /// The groups, one for each SIM, the larger ones first.
    pub groups: Vec<Group>,
}

impl Split {
    /// The baskets of all groups.
    pub fn baskets(&self) -> impl Iterator<Item = &Basket> {
        self.groups.iter().map(|group| &group.offer.basket)
    }

    /// What all baskets cost together; a lower bound if the split is not complete.
    pub fn total(&self) -> Exact {
        self.baskets().fold(Exact::ZERO, |sum, basket| sum.checked_add(basket.total()).unwrap_or(Exact::MOST))
    }

    /// Whether the total is fully known.
    pub fn is_complete(&self) -> bool {
        self.baskets().all(Basket::is_complete)
    }

    /// How many purchases there are in all.
    pub fn purchases(&self) -> u64 {
        self.baskets().map(Basket::purchases).sum()
    }

    /// Whether some people share a SIM.
    pub fn is_shared(&self) -> bool {
        self.groups.iter().any(|group| group.people > 1)
    }

    fn sizes(&self) -> Vec<usize> {
        self.groups.iter().map(|group| group.people).collect()
    }

    /// The order of splits with the same number of SIMs: total fully known first; then total, fewer purchases, and the
    /// smaller of the largest groups.
    fn key(&self) -> (bool, Exact, u64, Vec<usize>) {
        (!self.is_complete(), self.total(), self.purchases(), self.sizes())
    }

    /// The order of an answer: total fully known first; then total, and more SIMs, because who has an own SIM depends
    /// on nobody.
    fn rank(&self) -> (bool, Exact, Reverse<usize>) {
        (!self.is_complete(), self.total(), Reverse(self.groups.len()))
    }
}

/// The question for the data of `people` with the need of a question, which is that of one person.
///
/// # Errors
/// As [`Need::per_day`](super::need::Need::per_day).
pub fn question_for(question: &Question, people: usize) -> Result<Question, Error> {
    let data = question.asked().data();
    match data.checked_mul(people as u64) {
        Some(all) => question.with_data(all),
        None => Err(Error::new("volume-too-large").with("value", data.to_string())),
    }
}

/// The cheapest split of `people` into each number of groups that can be served, in the order of an answer. Each group
/// has the first offer for its size, so a split costs the least that its groups can cost.
///
/// # Errors
/// As [`best`] and [`question_for`].
pub fn splits(prepared: &PreparedCatalogue, question: &Question, people: usize) -> Result<Vec<Split>, Error> {
    let largest = if question.need.minutes() > 0 { 1 } else { people };
    let mut groups = Vec::new();
    for people in 1..=largest {
        let offer = best(prepared, &question_for(question, people)?, 1)?.into_iter().next();
        groups.push(offer.map(|offer| Group { people, offer }));
    }
    let mut cheapest: Vec<Option<Split>> = vec![None; people];
    // There are 627 divisions of 20 people, so all of them are tried.
    for sizes in divisions(people, largest) {
        let found: Option<Vec<Group>> = sizes.iter().map(|&size| groups[size - 1].clone()).collect();
        let Some(groups) = found else { continue };
        let split = Split { groups };
        let known = &mut cheapest[split.groups.len() - 1];
        if known.as_ref().is_none_or(|known| split.key() < known.key()) {
            *known = Some(split);
        }
    }
    let mut splits: Vec<Split> = cheapest.into_iter().flatten().collect();
    splits.sort_by_key(Split::rank);
    Ok(splits)
}

/// Every way to divide people into groups of at most `largest`, the larger groups first.
fn divisions(people: usize, largest: usize) -> Vec<Vec<usize>> {
    if people == 0 {
        return vec![Vec::new()];
    }
    let mut found = Vec::new();
    for first in 1..=largest.min(people) {
        for rest in divisions(people - first, first) {
            found.push([vec![first], rest].concat());
        }
    }
    found
}

#[cfg(test)]
mod tests;

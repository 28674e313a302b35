//! What each seller asks as one quantity moves: the lines of a chart.

use super::amounts::bought;
use super::{Moving, WinningRange, winners_with};
use crate::domain::budget::Budgeted;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::request::Question;
use crate::domain::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// The best that one seller has at each point of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfSeller<W> {
    /// The operators that sell the plans: usually one; all those of a line that has several.
    pub operators: Vec<Slug>,
    /// The pieces of the range. `None` if there are too many, or the search is too large.
    pub pieces: Option<Vec<WinningRange<W>>>,
}

/// The best offer of each seller over a range of needs, by the names of the sellers. One whose offer changes more often
/// than `most_changes` has no pieces.
///
/// # Errors
/// As [`PreparedCatalogue::new`].
pub fn of_needs(
    prepared: &PreparedCatalogue,
    question: &Question,
    moving: Moving,
    range: &RangeInclusive<u64>,
    most_changes: usize,
) -> Result<Vec<OfSeller<Offer>>, Error> {
    of_each(prepared, |of_seller| winners_with(of_seller, question, moving, range.clone(), most_changes))
}

/// The most data of each seller over a range of budgets, by the names of the sellers.
///
/// # Errors
/// As [`PreparedCatalogue::new`].
pub fn of_budgets(
    prepared: &PreparedCatalogue,
    question: &Question,
    range: &RangeInclusive<u64>,
) -> Result<Vec<OfSeller<Budgeted>>, Error> {
    of_each(prepared, |of_seller| bought(of_seller, question, range.clone()))
}

/// Asks for each seller alone. A line belongs to all of its operators together, because its plans need its SIM,
/// whoever sells it.
fn of_each<W>(
    prepared: &PreparedCatalogue,
    pieces: impl Fn(&PreparedCatalogue) -> Result<Vec<WinningRange<W>>, Error>,
) -> Result<Vec<OfSeller<W>>, Error> {
    let mut operators: BTreeMap<&Slug, BTreeSet<&Slug>> = BTreeMap::new();
    for plan in prepared.plans() {
        operators.entry(&plan.line).or_default().insert(&plan.operator);
    }
    let mut sellers: BTreeMap<Vec<Slug>, BTreeSet<&Slug>> = BTreeMap::new();
    for (line, operators) in operators {
        sellers.entry(operators.into_iter().cloned().collect()).or_default().insert(line);
    }
    let each = sellers.into_iter().map(|(operators, lines)| {
        let of_seller = prepared.restricted(|plan: &Plan| lines.contains(&plan.line))?;
        Ok(OfSeller { operators, pieces: pieces(&of_seller).ok() })
    });
    each.collect()
}

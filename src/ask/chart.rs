//! What the chart of a question is made of: what each seller has, stretch by stretch.

use super::error::AskError;
use crate::domain::budget::Budgeted;
use crate::domain::comparison::Offer;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::request::Question;
use crate::domain::what_if::sellers::{self, OfSeller};
use crate::domain::what_if::{MOST_CHANGES, Moving, WinningRange, winners_with};
use crate::render::context::Context;
use crate::render::what_if::chart::{Drawn, SellerStretches};
use crate::render::what_if::{Axis, Stretch};
use std::ops::RangeInclusive;

/// How often the cheapest offer may change in the chart around one question. Nobody could see
/// more steps, and nobody asked for them.
const MOST_STEPS: usize = 200;

/// The chart around the data of one question: from a tenth of it to twice as much. `None` if it needs no data, or if
/// nothing fits.
///
/// # Errors
/// As [`winners_with`].
pub fn around(context: Context<'_>) -> Result<Option<Drawn>, AskError> {
    let asked = context.question.asked();
    if !asked.has_data() {
        return Ok(None);
    }
    let kb = asked.data().kb();
    let range = kb.div_ceil(10)..=kb.saturating_mul(2);
    let Context { prepared, question, .. } = context;
    let best = winners_with(prepared, question, Moving::Data, range.clone(), MOST_STEPS);
    let stretches = of_needs(best.map_err(AskError::usage)?);
    let of_each = sellers::of_needs(prepared, question, Moving::Data, &range, MOST_STEPS);
    let sellers = of_sellers(of_each.map_err(AskError::usage)?, of_needs);
    Drawn::new(context, Axis::Need(Moving::Data), &stretches, &sellers, Some(kb)).map_err(AskError::usage)
}

/// What each seller has over a range of needs.
///
/// # Errors
/// As [`sellers::of_needs`].
pub fn sellers_of_needs(
    prepared: &PreparedCatalogue,
    question: &Question,
    moving: Moving,
    range: &RangeInclusive<u64>,
) -> Result<Vec<SellerStretches>, AskError> {
    let sellers = sellers::of_needs(prepared, question, moving, range, MOST_CHANGES);
    Ok(of_sellers(sellers.map_err(AskError::usage)?, of_needs))
}

/// What each seller has over a range of budgets.
///
/// # Errors
/// As [`sellers::of_budgets`].
pub fn sellers_of_budgets(
    prepared: &PreparedCatalogue,
    question: &Question,
    range: &RangeInclusive<u64>,
) -> Result<Vec<SellerStretches>, AskError> {
    let sellers = sellers::of_budgets(prepared, question, range);
    Ok(of_sellers(sellers.map_err(AskError::usage)?, of_budgets))
}

/// The stretches of a range of needs.
pub fn of_needs(pieces: Vec<WinningRange<Offer>>) -> Vec<Stretch> {
    let stretches = pieces.into_iter().map(|WinningRange { from, to, winner }| Stretch {
        from,
        to,
        offer: winner,
        most: None,
    });
    stretches.collect()
}

/// The stretches of a range of budgets.
pub fn of_budgets(pieces: Vec<WinningRange<Budgeted>>) -> Vec<Stretch> {
    let stretches = pieces.into_iter().map(|WinningRange { from, to, winner }| Stretch {
        from,
        to,
        most: winner.as_ref().map(|bought| bought.most),
        offer: winner.map(|bought| bought.offer),
    });
    stretches.collect()
}

fn of_sellers<W>(
    sellers: Vec<OfSeller<W>>,
    stretches: fn(Vec<WinningRange<W>>) -> Vec<Stretch>,
) -> Vec<SellerStretches> {
    let sellers = sellers.into_iter().map(|OfSeller { operators, pieces }| SellerStretches {
        operators,
        stretches: pieces.map(stretches),
    });
    sellers.collect()
}

//! Answers what the offers for a need come to if less or more of it is used.

use super::error::AskError;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::request::Question;
use crate::domain::what_if::robust::{Robustness, robustness};
use crate::domain::what_if::{Reach, reach};
use crate::render::context::Context;
use crate::render::what_if::around::AroundDocument;
use crate::render::what_if::chart::Drawn;

/// What the offers for a need come to.
#[derive(Clone, Debug)]
pub struct Around {
    robustness: Robustness,
    reach: Option<Reach>,
}

/// What the offers for a question come to if the use is `spread` per cent less or more; `None` if nothing fits, or if
/// there is nothing to buy.
///
/// # Errors
/// As [`robustness`].
pub fn around(
    prepared: &PreparedCatalogue,
    question: &Question,
    spread: u32,
) -> Result<Option<Around>, AskError> {
    let robustness = robustness(prepared, question, spread).map_err(AskError::usage)?;
    let first = robustness.contenders.first().map(|contender| &contender.offer);
    let Some(first) = first.filter(|first| !first.basket.items().is_empty()) else { return Ok(None) };
    let reach = if question.need.has_data() { reach(prepared, question, first) } else { None };
    Ok(Some(Around { robustness, reach }))
}

impl Around {
    /// The answer as a document.
    pub fn document<'a>(&'a self, context: Context<'a>, drawn: Option<&'a Drawn>) -> AroundDocument<'a> {
        AroundDocument {
            context,
            robustness: &self.robustness,
            reach: self.reach,
            limit: None,
            room: AroundDocument::ROOM,
            drawn,
        }
    }
}

//! The offers for a question, for users of the library.

use super::compare::Compared;
use super::error::AskError;
use crate::domain::comparison::Offer;
use crate::domain::slug::Slug;
use crate::i18n::{Language, Messages, Topic};
use crate::render::document::on_screen;
use crate::render::styles::Styles;
use crate::render::{Layout, Terminal};

/// The offers for a question, and what to know besides them.
#[derive(Debug)]
pub struct Offers(pub(super) Compared);

/// An offer in short.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OfferSummary {
    /// The line, or two of them.
    pub lines: Vec<String>,
    /// The plans by id, each with how often it is bought.
    pub plans: Vec<(String, u64)>,
    /// The total in the shown currency, a decimal with its minor digits.
    pub total: String,
    /// The code of that currency.
    pub currency: &'static str,
    /// Whether all prices and fees are known; if not, the total is a lower bound.
    pub is_complete: bool,
}

impl Offers {
    /// The best offer; `None` if nothing fits.
    pub fn best(&self) -> Option<OfferSummary> {
        self.list().into_iter().next()
    }

    /// The best offer of each line, the best first. An offer whose total cannot be shown is left out.
    pub fn list(&self) -> Vec<OfferSummary> {
        self.0.comparison.offers.iter().filter_map(|offer| self.summary(offer)).collect()
    }

    fn summary(&self, offer: &Offer) -> Option<OfferSummary> {
        let items = offer.basket.items().iter();
        let total = self.0.prepared.exchange().shown(offer.basket.total()).ok()?;
        Some(OfferSummary {
            lines: offer.lines.iter().map(Slug::to_string).collect(),
            plans: items.map(|item| (item.plan.id.to_string(), item.count)).collect(),
            total: total.amount_text(),
            currency: total.currency().code(),
            is_complete: offer.basket.is_complete(),
        })
    }

    /// The answer as text, without colours, at a width in cells.
    ///
    /// # Errors
    /// `amount-too-large`, `date-out-of-range`.
    pub fn text(&self, language: Language, width: usize) -> Result<String, AskError> {
        let messages = Messages::new(language, &[Topic::Answers]);
        let terminal = Terminal { width, styles: Styles::PLAIN, layout: Layout::Table };
        on_screen(&self.0.document(&messages), terminal).map_err(AskError::usage)
    }
}

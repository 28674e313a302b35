//! How robust each offer is if less or more is used than expected.
//!
//! Who buys an offer and uses less has paid for it all the same. Who uses more buys what the line then needs: the best
//! basket of the line for that use, which is the offer itself as long as it lasts. The *regret* of an offer is how much
//! more that costs than the best offer for the use that it came to.

use crate::domain::comparison::{Offer, best, compare};
use crate::domain::error::Error;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::rates::Exact;
use crate::domain::request::Question;

/// What each offer costs if less or more is used.
#[derive(Clone, Debug)]
pub struct Robustness {
    /// How much less and more, in per cent of the need.
    pub spread: u32,
    /// The question for less use, and its best offer.
    pub less: (Question, Option<Offer>),
    /// The question for more use, and its best offer.
    pub more: (Question, Option<Offer>),
    /// The best offer of each line for the need, the best first.
    pub contenders: Vec<Contender>,
}

/// An offer, and what it costs if more is used.
#[derive(Clone, Debug)]
pub struct Contender {
    /// The best offer of its line for the need.
    pub offer: Offer,
    /// What its line takes if more is used; `None` if nothing fits then.
    pub more: Option<Offer>,
    /// The largest regret; `None` if nothing fits when more is used, or if a total is not fully known.
    pub regret: Option<Exact>,
}

impl Robustness {
    /// The contender with the least worst-case regret; the first of several. `None` if no regret is known.
    pub fn safest(&self) -> Option<&Contender> {
        let known = self.contenders.iter().filter(|contender| contender.regret.is_some());
        known.min_by_key(|contender| contender.regret)
    }
}

/// What the offers for a question come to if the use is `spread` per cent less or more. The spread is below 100.
///
/// # Errors
/// As [`compare`], [`best`] and [`Need::new`](crate::domain::need::Need::new).
pub fn robustness(
    prepared: &PreparedCatalogue,
    question: &Question,
    spread: u32,
) -> Result<Robustness, Error> {
    let comparison = compare(prepared, question);
    if let Some(left_out) = comparison.left_out.into_iter().next() {
        return Err(left_out.error);
    }
    let asked = question.asked();
    let of_less = question.with_asked(asked.part(100_u64.saturating_sub(spread.into()))?)?;
    let of_more = question.with_asked(asked.enlarged(spread)?)?;
    let cheapest = comparison.offers.first().cloned();
    let best_of_less = best(prepared, &of_less, 1)?.pop();
    let best_of_more = best(prepared, &of_more, 1)?.pop();
    let mut contenders = Vec::new();
    for offer in comparison.offers {
        let of_lines = prepared.restricted(|plan| offer.lines.contains(&plan.line))?;
        let more = best(&of_lines, &of_more, 1)?.pop();
        let costs = [Some(&offer), Some(&offer), more.as_ref()];
        let bests = [best_of_less.as_ref(), cheapest.as_ref(), best_of_more.as_ref()];
        let regrets = costs.into_iter().zip(bests).map(|(own, best)| regret(own, best));
        let regret = regrets.collect::<Option<Vec<_>>>().and_then(|regrets| regrets.into_iter().max());
        contenders.push(Contender { offer, more, regret });
    }
    Ok(Robustness { spread, less: (of_less, best_of_less), more: (of_more, best_of_more), contenders })
}

/// How much more an offer costs than the best one; nothing if there is no best one.
fn regret(own: Option<&Offer>, best: Option<&Offer>) -> Option<Exact> {
    let Some(best) = best else { return Some(Exact::ZERO) };
    let own = own.filter(|own| own.basket.is_complete() && best.basket.is_complete())?;
    let units = own.basket.total().units().saturating_sub(best.basket.total().units());
    Some(Exact::from_units(units))
}

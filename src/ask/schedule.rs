//! Answers `schedule`: the days on which a basket is bought.

use super::error::AskError;
use super::options::Options;
use crate::domain::bill::{Bill, Verdict};
use crate::domain::comparison::Comparison;
use crate::domain::error::Error;
use crate::domain::request::Question;
use crate::domain::schedule::{Purchase, Schedule};
use crate::guide::facts::Facts;
use crate::guide::situation::{Due, Service, Situation};
use crate::guide::steps::{Part, is_known, steps};
use crate::i18n::Messages;
use crate::render::lines::marked_sentence;

/// The bill of the cheapest offer.
///
/// # Errors
/// `nothing-fits`, or that the search for it is too large.
pub fn cheapest_bill(comparison: Comparison, question: &Question) -> Result<Bill, AskError> {
    Bill::of_best(&comparison, question).ok_or_else(|| {
        let too_large = comparison.left_out.into_iter().next().map(|left_out| left_out.error);
        AskError::nothing(too_large.unwrap_or_else(|| Error::new("nothing-fits")))
    })
}

/// When the purchases of a bill are made.
///
/// # Errors
/// `serves-unknown` if that is not known of one of them, and as [`Schedule::new`].
pub fn schedule<'b>(bill: &'b Bill, question: &Question) -> Result<Schedule<'b>, AskError> {
    if let Verdict::Unknown(plan) = &bill.verdict {
        return Err(AskError::nothing(Error::new("serves-unknown").with("plan", plan.as_str())));
    }
    Schedule::new(&bill.offer.basket, &question.need, question.initial.as_ref()).map_err(AskError::usage)
}

/// The steps of the guide for a purchase, or only where to buy the plan if the guide does not know the seller or the
/// way.
pub fn how_to_buy(
    purchase: &Purchase<'_>,
    options: &Options,
    facts: &Facts,
    messages: &Messages,
) -> Vec<String> {
    let plan = &purchase.item.plan;
    let operator = facts.operator(plan.operator.as_str());
    let service = Service::from_plan(plan, operator);
    let dues = [Due { plan, starts: None, data_ends: None }];
    let mut situation = Situation::new(service, &dues, plan.is_contract());
    situation.channel = options.channel.unwrap_or(situation.channels()[0]);
    situation.payment = options.pay.unwrap_or(situation.channel.usual_payment());
    if let Some(operator) = operator
        && situation.check(|_| true).is_ok()
        && is_known(situation.channel, service, facts, operator)
    {
        let guide = steps(facts, operator, &situation);
        let parts =
            guide.parts.iter().filter(|(part, _)| matches!(part, Part::Sim | Part::Steps | Part::Say));
        let lines = parts.flat_map(|(_, lines)| lines).zip(1..);
        return lines
            .map(|(line, number)| format!("{number}. {}", marked_sentence(line, messages)))
            .collect();
    }
    let buy = plan.buy.as_ref();
    buy.map(|buy| messages.tr_with("ics-where", [("buy", messages.catalogue_text(buy))]))
        .into_iter()
        .collect()
}

//! Explains why plans are in no offer, how one plan fared, and what would change that.

use super::advice::capitalised;
use super::basket::shopping_list;
use super::block::{Block, Bullet, Tone};
use super::forms::{ChangeForm, FigureForm, change_form, figure_forms};
use super::offers::{ComparisonDocument, Explain};
use super::values::{DecimalText, WordText};
use crate::domain::change::Change;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::explanation::Explanation;
use crate::domain::need::{Need, Span};
use crate::domain::plan::Plan;
use crate::domain::refusal::{Code, Refusal};
use crate::i18n::{ChangedOption, MessageArg, Messages};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The explanations that the user asked for.
pub(super) fn explain_blocks(answer: &ComparisonDocument<'_>) -> Result<Vec<Block>, Error> {
    Ok(match answer.explain {
        Explain::Nothing => Vec::new(),
        // The refusals of a large catalogue are only counted.
        Explain::All(_) if answer.counts.is_counted => {
            let counted = all_reasons(answer, "explain-counted");
            vec![Block::Sentences(Tone::Plain, counted.into_iter().collect())]
        }
        Explain::All(refusals) => grouped(refusals, answer),
        Explain::Plan(plan, explanation) => {
            vec![Block::Sentences(Tone::Plain, explained(answer, plan, explanation)?)]
        }
    })
}

/// The refusals by reason. Those that the user's own filters caused are only counted, so that all counts add up.
fn grouped(refusals: &[Refusal], answer: &ComparisonDocument<'_>) -> Vec<Block> {
    let messages = answer.context.messages;
    let args = [("refused", answer.counts.refused()), ("plans", answer.counts.plans)];
    let mut blocks = vec![Block::Sentences(Tone::Strong, vec![messages.tr_with("explain-heading", args)])];
    let (named, counted): (Vec<_>, Vec<_>) =
        reason_groups(refusals, messages).into_iter().partition(|group| !group.items.is_empty());
    for ReasonGroup { heading, items } in named {
        blocks.push(Block::Heading(heading));
        blocks.push(Block::List { bullet: Bullet::Dash, tone: Tone::Plain, items });
    }
    let left_out: Vec<_> = counted.into_iter().map(|group| group.heading).collect();
    let own = (!left_out.is_empty())
        .then(|| messages.tr_with("explain-left-out", [("reasons", messages.list(&left_out))]));
    blocks.push(Block::Sentences(Tone::Plain, own.into_iter().collect()));
    blocks
}

/// The plans that were refused for one reason.
pub(super) struct ReasonGroup {
    /// The reason, and how many plans it has.
    pub heading: String,
    /// The plans; none for a reason that the user chose.
    pub items: Vec<String>,
}

/// The refusals by reason, the nearest misses first.
pub(super) fn reason_groups(refusals: &[Refusal], messages: &Messages) -> Vec<ReasonGroup> {
    let mut groups: BTreeMap<(Nearness, Reverse<Code>), Vec<&Refusal>> = BTreeMap::new();
    for refusal in refusals {
        let is_near = refusals.iter().any(|other| other.code == refusal.code && other.change.is_some());
        groups
            .entry((Nearness::new(refusal.code, is_near), Reverse(refusal.code)))
            .or_default()
            .push(refusal);
    }
    let groups = groups.into_iter().map(|((nearness, Reverse(code)), group)| {
        let args = [
            ("reason", MessageArg::from(messages.tr(&format!("why-{code}")))),
            ("count", group.len().into()),
        ];
        let is_own_choice = nearness == Nearness::OwnChoice;
        ReasonGroup {
            heading: capitalised(&messages.tr_with("reason-count", args)),
            items: if is_own_choice { Vec::new() } else { by_sentence(&group, messages) },
        }
    });
    groups.collect()
}

/// How near the plans of a reason come to being in an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// One change to the request puts some of them into one.
    OneChange,
    /// They miss something.
    Miss,
    /// They miss nothing, but nobody needs them.
    NotNeeded,
    /// The user left them out.
    OwnChoice,
}

impl Nearness {
    fn new(code: Code, is_near: bool) -> Self {
        match code {
            Code::OperatorExcluded
            | Code::KindExcluded
            | Code::FormExcluded
            | Code::SoldExcluded
            | Code::UnlimitedExcluded => Self::OwnChoice,
            Code::SimOnly | Code::NotNeeded => Self::NotNeeded,
            _ if is_near => Self::OneChange,
            _ => Self::Miss,
        }
    }
}

/// The plans of one reason, those with the same sentence together; what one change would make fit comes first.
fn by_sentence(group: &[&Refusal], messages: &Messages) -> Vec<String> {
    let mut sentences: Vec<(bool, String, Vec<&str>)> = Vec::new();
    for refusal in group {
        let sentence = messages.refusal(refusal);
        let id = refusal.plan.id.as_str();
        match sentences.iter_mut().find(|(_, known, _)| *known == sentence) {
            Some((_, _, plans)) => plans.push(id),
            None => sentences.push((refusal.change.is_none(), sentence, vec![id])),
        }
    }
    sentences.sort_by_key(|(has_no_change, ..)| *has_no_change);
    let lines =
        sentences.iter().map(|(_, sentence, plans)| messages.labelled(sentence, &messages.list(plans)));
    lines.collect()
}

/// The sentences if nothing fits: why, and what would change that.
pub(super) fn nothing_fits(answer: &ComparisonDocument<'_>) -> Vec<String> {
    let messages = answer.context.messages;
    let mut lines = vec![messages.tr_with("answer-nothing", [("need", answer.context.need_text())])];
    lines.extend(all_reasons(answer, "answer-nothing-reasons"));
    lines.extend(refused_unknown(answer));
    if let Explain::All(refusals) = answer.explain
        && !answer.counts.is_counted
    {
        for (change, count) in helpful(refusals.iter().filter_map(|refusal| refusal.change.as_ref())) {
            let ChangedOption { text, is_left_out } = ChangedOption::new(change);
            let key = if is_left_out { "answer-nothing-change-without" } else { "answer-nothing-change" };
            lines.push(messages.tr_with(key, [("option", MessageArg::from(text)), ("count", count.into())]));
        }
    }
    lines
}

/// A sentence that counts the rows that were refused only because the catalogue lacks a fact.
fn refused_unknown(answer: &ComparisonDocument<'_>) -> Option<String> {
    let count = answer.counts.refused_unknown;
    (count > 0).then(|| answer.context.messages.tr_with("footer-refused-unknown", [("count", count)]))
}

/// The message `key` with the reasons for all refusals.
fn all_reasons(answer: &ComparisonDocument<'_>, key: &str) -> Option<String> {
    let messages = answer.context.messages;
    let refused = &answer.counts.refused;
    (!refused.is_empty()).then(|| messages.tr_with(key, [("reasons", reasons_counted(refused, messages))]))
}

/// The reasons for refusals, and how many rows each has.
pub(super) fn reasons_counted(refused: &BTreeMap<Code, usize>, messages: &Messages) -> String {
    let counts = refused.iter().map(|(code, count)| {
        let reason = messages.tr(&format!("why-{code}"));
        messages.tr_with("reason-count", [("reason", MessageArg::from(reason)), ("count", (*count).into())])
    });
    messages.list(&counts.collect::<Vec<_>>())
}

/// The smallest change of each option, and how many plans it would help.
fn helpful<'a>(changes: impl Iterator<Item = &'a Change>) -> Vec<(&'a Change, usize)> {
    let mut by_option: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        by_option.entry(change.option().0).or_default().push(change);
    }
    by_option.values().filter_map(|changes| smallest(changes)).collect()
}

fn smallest<'a>(changes: &[&'a Change]) -> Option<(&'a Change, usize)> {
    let best = changes.iter().copied().min_by(|a, b| a.size_cmp(b))?;
    Some((best, changes.iter().filter(|change| **change == best).count()))
}

/// Sentences on how one plan fared, and why.
fn explained(
    answer: &ComparisonDocument<'_>,
    plan: &Plan,
    explanation: &Explanation<'_>,
) -> Result<Vec<String>, Error> {
    let context = &answer.context;
    let messages = context.messages;
    let mut lines = Vec::new();
    for (rank, offer) in &explanation.offers {
        let key = match rank {
            // A SIM is in every basket of its line: one beaten basket is enough, and only without an offer.
            None if plan.is_sim() && !lines.is_empty() => break,
            None if plan.is_sim() => "explain-sim-beaten",
            None => "explain-alone",
            Some(_) if offer.mix => "explain-mixed",
            Some(_) if plan.is_sim() && offer.basket.items().len() > 1 => "explain-begins",
            Some(_) => "explain-offer",
        };
        let args = [
            ("plan", MessageArg::from(plan.id.as_str())),
            ("rank", rank.unwrap_or_default().into()),
            ("offers", answer.offers.len().into()),
            ("basket", shopping_list(&offer.basket, context)?.into()),
            ("total", context.total(&offer.basket)?.into()),
        ];
        lines.push(messages.tr_with(key, args));
        // A SIM begins every basket of its line: the first few are enough.
        if plan.is_sim() && lines.len() == MOST_OF_SIM {
            break;
        }
    }
    if let Some(refusal) = &explanation.refusal {
        let args = [("plan", plan.id.to_string()), ("reason", messages.refusal(refusal))];
        lines.push(messages.tr_with("explain-refused", args));
    }
    if let Some(unknown) = &explanation.unknown {
        let reason = messages.refusal(unknown);
        lines.push(messages.tr_with("explain-sim-unknown", [("reason", reason)]));
    }
    if let Some(covers) = explanation.covers {
        let mut args =
            vec![("covers", context.days_text(covers)), ("pace", messages.pace(context.need().pace()))];
        let key = match (explanation.by_validity, explanation.by_data) {
            (Some(validity), Some(data)) if plan.is_contract() || covers == validity.min(data) => {
                args.extend([("validity", context.days_text(validity)), ("data", context.days_text(data))]);
                if validity < data { "explain-covers-validity" } else { "explain-covers-data" }
            }
            _ if explanation.by_minutes == Some(covers) => "explain-covers-minutes",
            _ => "explain-covers",
        };
        lines.push(messages.tr_with(key, args));
    }
    match &explanation.break_even_price {
        Ok(Some(price)) => {
            lines.push(messages.tr_with("explain-break-even", [("price", messages.money(*price))]));
        }
        Ok(None) if !plan.is_sim() && !is_first(explanation) && !explanation.offers.is_empty() => {
            lines.push(messages.tr("explain-never-first"));
        }
        _ => {}
    }
    Ok(lines)
}

/// How many of the offers that begin with a SIM are named.
const MOST_OF_SIM: usize = 3;

fn is_first(explanation: &Explanation<'_>) -> bool {
    explanation.offers.first().is_some_and(|(rank, offer)| *rank == Some(1) && !offer.mix)
}

/// Why a plan is in no offer.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct RefusalForm<'a> {
    plan: &'a str,
    code: WordText<Code>,
    /// Its figures by name; `because_of` is the SIM that is refused, and `fits_with` the smallest change that would make
    /// the plan fit.
    detail: BTreeMap<&'static str, DetailForm>,
}

/// A figure of a refusal, or the change that would make the plan fit.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum DetailForm {
    Figure(FigureForm),
    Change(ChangeForm),
}

/// The refusals that the user asked for; `None` if they are only counted, or if the user asked for none.
pub(super) fn refusal_forms<'a>(answer: &ComparisonDocument<'a>) -> Option<Vec<RefusalForm<'a>>> {
    match answer.explain {
        Explain::Nothing => None,
        Explain::All(_) if answer.counts.is_counted => None,
        Explain::All(refusals) => Some(refusals.iter().map(refusal_form).collect()),
        Explain::Plan(_, explanation) => Some(explanation.refusal.iter().map(refusal_form).collect()),
    }
}

fn refusal_form(refusal: &Refusal) -> RefusalForm<'_> {
    let figures = figure_forms(&refusal.figures).into_iter();
    let mut detail: BTreeMap<_, _> =
        figures.map(|(name, figure)| (name, DetailForm::Figure(figure))).collect();
    if let Some(sim) = &refusal.because_of {
        detail.insert("because_of", DetailForm::Figure(FigureForm::Text(sim.to_string())));
    }
    if let Some(change) = &refusal.change {
        detail.insert("fits_with", DetailForm::Change(change_form(change)));
    }
    RefusalForm { plan: refusal.plan.id.as_str(), code: WordText(refusal.code), detail }
}

/// One plan explained: what a purchase covers, its ranks, and the price at which a basket of it alone would be first.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ExplanationForm<'a> {
    plan: &'a str,
    /// How long its validity lasts.
    validity_days: Option<DecimalText>,
    /// How long its data lasts.
    data_days: Option<DecimalText>,
    /// How long its minutes last.
    minutes_days: Option<DecimalText>,
    /// How long it covers the need.
    covers_days: Option<DecimalText>,
    /// The ranks of the offers that it is in.
    ranks: Vec<usize>,
    /// How often it is bought if it is bought alone.
    needed: Option<u64>,
    /// The price at which a basket of it alone would be first.
    break_even_price: Option<DecimalText>,
}

pub(super) fn explanation_form<'a>(
    plan: &'a Plan,
    explanation: &Explanation<'_>,
    answer: &ComparisonDocument<'_>,
) -> ExplanationForm<'a> {
    let need = answer.context.need();
    let alone = explanation.offers.iter().find(|(_, offer)| !offer.mix);
    ExplanationForm {
        plan: plan.id.as_str(),
        validity_days: days_of(explanation.by_validity, need),
        data_days: days_of(explanation.by_data, need),
        minutes_days: days_of(explanation.by_minutes, need),
        covers_days: days_of(explanation.covers, need),
        ranks: explanation.offers.iter().filter_map(|(rank, _)| *rank).collect(),
        needed: alone.and_then(|(_, offer)| times_bought(plan, offer)),
        break_even_price: explanation
            .break_even_price
            .as_ref()
            .ok()
            .copied()
            .flatten()
            .map(DecimalText::from),
    }
}

fn days_of(span: Option<Span>, need: &Need) -> Option<DecimalText> {
    span.map(|span| need.days(span).into())
}

fn times_bought(plan: &Plan, offer: &Offer) -> Option<u64> {
    offer.basket.items().iter().find(|item| item.plan.id == plan.id).map(|item| item.count)
}

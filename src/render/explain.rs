//! Why plans are no offer, what became of one of them, and what would change it.

use super::basket::{shopping_list, total};
use super::block::{Block, Tone};
use super::forms::{figure_value, figures_map};
use super::grid::{Grid, Shape};
use super::offers::{ComparisonDocument, Explain};
use crate::domain::comparison::Offer;
use crate::domain::explanation::Explanation;
use crate::domain::money::Money;
use crate::domain::need::ServedTime;
use crate::domain::plan::Plan;
use crate::domain::refusal::{Change, Code, Refusal};
use crate::domain::word::Word;
use crate::i18n::{MessageArg, option};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The refusals or what became of one plan, whichever is asked for.
pub(super) fn explain_blocks(answer: &ComparisonDocument<'_>) -> Vec<Block> {
    match answer.explain {
        Explain::Nothing => Vec::new(),
        // Of a large catalogue they are only counted.
        Explain::All if !answer.comparison.is_whole() => {
            let counted = reasons_counted(answer, "explain-counted");
            vec![Block::Sentences(Tone::Plain, counted.into_iter().collect())]
        }
        Explain::All => {
            let (grid, left_out) = refusals_grid(answer);
            let heading = Block::Heading(answer.messages.tr("explain-heading"));
            [heading, Block::Table(grid)].into_iter().chain(left_out.map(Block::Caption)).collect()
        }
        Explain::Plan(plan, explanation) => {
            vec![Block::Sentences(Tone::Plain, explained(answer, plan, explanation))]
        }
    }
}

/// The refusals in the order of their reasons, and a line that counts those that the user asked for.
fn refusals_grid(answer: &ComparisonDocument<'_>) -> (Grid, Option<String>) {
    let messages = answer.messages;
    let own_choice = [Code::OperatorExcluded, Code::KindExcluded];
    let (left_out, mut told): (Vec<_>, Vec<_>) =
        answer.comparison.refusals.iter().partition(|refusal| own_choice.contains(&refusal.reason.code));
    told.sort_by_key(|refusal| refusal.reason.code);
    let heads = [("column-id", Shape::Word), ("column-reason", Shape::Text)];
    let rows = told.into_iter().map(|refusal| vec![refusal.plan.id.to_string(), messages.refusal(refusal)]);
    let grid = Grid::titled(&heads, rows.collect(), messages);
    let count = left_out.len();
    let line = (count > 0).then(|| messages.tr_with("explain-left-out", [("count", count)]));
    (grid, line)
}

/// What is said where nothing fits: why, and what would change it.
pub(super) fn nothing_fits(answer: &ComparisonDocument<'_>) -> Vec<String> {
    let (messages, need) = (answer.messages, &answer.request.need);
    let args = [("days", messages.days(need.stay().days())), ("data", messages.volume(need.data()))];
    let mut lines = vec![messages.tr_with("answer-nothing", args)];
    lines.extend(reasons_counted(answer, "answer-nothing-reasons"));
    if !answer.comparison.is_whole() {
        return lines;
    }
    let changes = answer.comparison.refusals.iter().filter_map(|refusal| refusal.reason.change.as_ref());
    for (change, count) in helpful(changes) {
        let args = [("option", MessageArg::from(option(change))), ("count", count.into())];
        lines.push(messages.tr_with("answer-nothing-change", args));
    }
    lines
}

/// How many rows were refused for each reason, in the sentence of this key.
fn reasons_counted(answer: &ComparisonDocument<'_>, key: &str) -> Option<String> {
    let messages = answer.messages;
    let counts = answer.comparison.refusal_counts();
    let counts = counts.iter().map(|(code, count)| {
        let reason = messages.tr(&format!("why-{code}"));
        messages.tr_with("reason-count", [("reason", MessageArg::from(reason)), ("count", (*count).into())])
    });
    let reasons: Vec<_> = counts.collect();
    (!reasons.is_empty()).then(|| messages.tr_with(key, [("reasons", messages.list(&reasons))]))
}

/// The smallest change of each kind, and how many plans share it.
fn helpful<'a>(changes: impl Iterator<Item = &'a Change>) -> Vec<(&'a Change, usize)> {
    let mut by_option: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        by_option.entry(change.option().0).or_default().push(change);
    }
    let smallest = |changes: Vec<&'a Change>| {
        let best = changes.iter().copied().min_by(|a, b| a.size_cmp(b))?;
        Some((best, changes.iter().filter(|change| **change == best).count()))
    };
    by_option.into_values().filter_map(smallest).collect()
}

/// What became of one plan, and why: a line each.
fn explained(answer: &ComparisonDocument<'_>, plan: &Plan, explanation: &Explanation<'_>) -> Vec<String> {
    let (messages, need) = (answer.messages, &answer.request.need);
    let id = || ("plan", MessageArg::from(plan.id.as_str()));
    let bought = |rank: usize, offer: &Offer| {
        [
            id(),
            ("rank", rank.into()),
            ("offers", answer.comparison.found().into()),
            ("basket", shopping_list(&offer.basket, messages).into()),
            ("total", total(&offer.basket, messages).into()),
        ]
    };
    let mut lines = Vec::new();
    match explanation.alone {
        Some((Some(rank), offer)) => lines.push(messages.tr_with("explain-offer", bought(rank, offer))),
        Some((None, offer)) => {
            let known = ("known", MessageArg::from(answer.comparison.beyond.ranked));
            let args: Vec<_> = bought(0, offer).into_iter().chain([known]).collect();
            lines.push(messages.tr_with("explain-beyond", args));
        }
        None => {}
    }
    let mixed = || explanation.mixed.iter().filter_map(|(rank, offer)| Some(((*rank)?, *offer)));
    if let Some((rank, offer)) = mixed().next().filter(|_| plan.is_sim()) {
        let count = ("count", MessageArg::from(explanation.mixed.len()));
        let args: Vec<_> = bought(rank, offer).into_iter().chain([count]).collect();
        lines.push(messages.tr_with("explain-begins", args));
    } else {
        lines.extend(mixed().map(|(rank, offer)| messages.tr_with("explain-mixed", bought(rank, offer))));
    }
    if let Some(refusal) = explanation.refusal {
        lines.push(messages.tr_with("explain-refused", [id(), ("reason", messages.refusal(refusal).into())]));
    }
    if let Some(served) = explanation.served {
        let days = |time| messages.some_days(need.days(time));
        let mut args = vec![("served", days(served)), ("pace", messages.volume(need.pace()))];
        let key = match (explanation.by_validity, explanation.by_data) {
            (Some(validity), Some(data)) => {
                args.extend([("validity", days(validity)), ("data", days(data))]);
                if validity < data { "explain-serves-validity" } else { "explain-serves-data" }
            }
            _ => "explain-serves",
        };
        lines.push(messages.tr_with(key, args));
    }
    match (explanation.alone, &explanation.wins_at) {
        (Some((rank, _)), Ok(Some(price))) if rank != Some(1) => {
            lines.push(messages.tr_with("explain-wins-at", [("price", messages.money(*price))]));
        }
        (Some((rank, _)), Ok(None)) if rank != Some(1) => lines.push(messages.tr("explain-wins-never")),
        _ => {}
    }
    lines
}

#[derive(Serialize)]
pub(super) struct RefusalForm<'a> {
    plan: &'a str,
    code: &'static str,
    detail: Map<String, Value>,
}

/// The refusals that are asked for; `None` if none are, or if they are only counted.
pub(super) fn refusal_forms<'a>(answer: &ComparisonDocument<'a>) -> Option<Vec<RefusalForm<'a>>> {
    let refusals = answer.comparison.refusals.iter();
    match answer.explain {
        Explain::Nothing => None,
        Explain::All if !answer.comparison.is_whole() => None,
        Explain::All => Some(refusals.map(refusal_form).collect()),
        Explain::Plan(plan, _) => {
            Some(refusals.filter(|refusal| refusal.plan.id == plan.id).map(refusal_form).collect())
        }
    }
}

fn refusal_form(refusal: &Refusal) -> RefusalForm<'_> {
    let mut detail = figures_map(&refusal.reason.figures);
    if let Some(sim) = &refusal.reason.because_of {
        detail.insert("because_of".to_owned(), sim.as_str().into());
    }
    if let Some(change) = &refusal.reason.change {
        let (option, value) = change.option();
        let value = value.as_ref().map_or(Value::Bool(true), figure_value);
        detail.insert("fits_with".to_owned(), json!({ option: value }));
    }
    RefusalForm { plan: refusal.plan.id.as_str(), code: refusal.reason.code.word(), detail }
}

/// One plan explained: what a purchase serves, its ranks, and the price at which its own offer would be the first.
#[derive(Serialize)]
pub(super) struct ExplanationForm<'a> {
    plan: &'a str,
    validity_days: Option<String>,
    data_days: Option<String>,
    serves_days: Option<String>,
    rank: Option<usize>,
    mixed_ranks: Vec<usize>,
    needed: Option<u64>,
    wins_at: Option<String>,
}

pub(super) fn explanation_form<'a>(
    plan: &'a Plan,
    explanation: &Explanation<'_>,
    answer: &ComparisonDocument<'_>,
) -> ExplanationForm<'a> {
    let days = |time: Option<ServedTime>| time.map(|time| answer.request.need.days(time).to_string());
    let bought = |offer: &Offer| {
        offer.basket.items().iter().find(|item| item.plan.id == plan.id).map(|item| item.count)
    };
    ExplanationForm {
        plan: plan.id.as_str(),
        validity_days: days(explanation.by_validity),
        data_days: days(explanation.by_data),
        serves_days: days(explanation.served),
        rank: explanation.alone.and_then(|(rank, _)| rank),
        mixed_ranks: explanation.mixed.iter().filter_map(|(rank, _)| *rank).collect(),
        needed: explanation.alone.and_then(|(_, offer)| bought(offer)),
        wins_at: explanation.wins_at.as_ref().ok().copied().flatten().map(Money::amount_text),
    }
}

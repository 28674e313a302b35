//! Why plans are no offer, what became of one of them, and what would change it.

use super::basket::{shopping_list, total};
use super::grid::{Grid, Head, Shape};
use super::offers::Answer;
use crate::domain::comparison::Offer;
use crate::domain::explanation::Explanation;
use crate::domain::plan::Plan;
use crate::domain::refusal::{Change, Code};
use crate::i18n::{MessageArg, option};
use std::collections::BTreeMap;

/// The refusals in the order of their reasons, and a line that counts those that the user asked for.
pub(super) fn refusals_grid(answer: &Answer<'_>) -> (Grid, Option<String>) {
    let messages = answer.messages;
    let own_choice = [Code::OperatorExcluded, Code::KindExcluded];
    let (left_out, mut told): (Vec<_>, Vec<_>) =
        answer.comparison.refusals.iter().partition(|refusal| own_choice.contains(&refusal.reason.code));
    told.sort_by_key(|refusal| refusal.reason.code);
    let heads = [("column-id", Shape::Word), ("column-reason", Shape::Text)];
    let grid = Grid {
        heads: heads.map(|(key, shape)| Head { title: messages.tr(key), shape }).into(),
        rows: told
            .into_iter()
            .map(|refusal| vec![refusal.plan.id.to_string(), messages.refusal(refusal)])
            .collect(),
        marks: Vec::new(),
    };
    let count = left_out.len();
    let line = (count > 0).then(|| messages.tr_with("explain-left-out", [("count", count)]));
    (grid, line)
}

/// What is said where nothing fits: why, and what would change it.
pub(super) fn nothing_fits(answer: &Answer<'_>) -> Vec<String> {
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
pub(super) fn reasons_counted(answer: &Answer<'_>, key: &str) -> Option<String> {
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
pub(super) fn explained(answer: &Answer<'_>, plan: &Plan, explanation: &Explanation<'_>) -> Vec<String> {
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

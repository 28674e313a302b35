//! `simplan compare`: ranks the baskets that cover the stay.

use super::args::{CompareArgs, Global};
use super::error::CliError;
use super::follow_up::follow_up;
use super::input::Loaded;
use super::names::{self, CatalogueNames};
use super::resolve::{self, Resolved};
use super::{Environment, Exit, input, output, people};
use crate::bulk::shortlist::{Shortlist, Wanted};
use crate::bulk::source::Settings;
use crate::bulk::threads::each_on;
use crate::domain::alternatives::{alternatives, fallback, ways_out};
use crate::domain::budget::most_data;
use crate::domain::comparison::{Comparison, Offer, best, compare, compare_on};
use crate::domain::error::Error;
use crate::domain::explanation::{explain, refusal};
use crate::domain::last_day::last_day;
use crate::domain::plan::Plan;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::refusal::Refusal;
use crate::domain::request::{Question, Request};
use crate::domain::slug::Slug;
use crate::i18n::{Language, Messages, Topic};
use crate::render::Format;
use crate::render::advice::{Advice, OwnSims};
use crate::render::budget::BudgetDocument;
use crate::render::context::{Context, HighUse};
use crate::render::offers::{ComparisonDocument, Detail, Explain, RowCounts, USUAL_LIMIT};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

pub fn run(
    args: &CompareArgs,
    global: &Global,
    language: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    if let Some(budget) = &args.budget {
        return run_budget(args, budget, global, language, environment);
    }
    if let Some(count) = &args.people {
        return people::run(args, count, global, language, line, environment);
    }
    let mut resolved = resolve::asked(&args.request, global)?;
    resolved.question.trade_off = args.trade_off;
    let limit = args.limit.as_deref().map(|text| resolve::limit(text, "--limit")).transpose()?;
    let most = limit.unwrap_or(USUAL_LIMIT);
    let gate = gate(args)?;
    let id = args.explain.as_ref().and_then(Option::as_deref);
    // The place of an explained plan counts all that are better alone.
    let alone = match id {
        _ if !args.all => 0,
        Some(_) => usize::MAX,
        None => most,
    };
    let wanted = Wanted { alone, plan: id };
    let asked = (&resolved.request, &resolved.question);
    let listed = input::shortlist(asked, wanted, global, environment)?;
    let list = &listed.list;
    names::check(&args.request.wishes, &CatalogueNames::from_shortlist(list))?;
    let explained = id.map(|id| names::plan_among(&list.plans, id, "--explain")).transpose()?;
    let prepared = resolve::prepared(&list.plans, &resolved.request)?;
    let threads = Settings::on(resolve::threads(global)?).threads();
    let mut comparison = if list.rest.is_some() {
        compare_on(&prepared, &resolved.question, |lines, of| each_on(threads, lines, of))
    } else {
        compare(&prepared, &resolved.question)
    };
    if args.all {
        comparison = comparison.with_alone();
    }
    let counts = counts(args, list, &prepared, &comparison);
    let nothing = comparison.offers.is_empty();
    let wants_refusals = args.explain.is_some() && id.is_none() || nothing;
    let refusals = if wants_refusals && !counts.is_counted {
        refusals(&comparison, &prepared, &resolved)
    } else {
        Vec::new()
    };
    let explanation =
        explained.map(|plan| explain(plan, &prepared, &resolved.question, &comparison, resolved.words));
    let explain = match (&explanation, explained) {
        (Some(explanation), Some(plan)) => Explain::Plan(plan, explanation),
        _ if args.explain.is_some() || nothing => Explain::All(&refusals),
        _ => Explain::Nothing,
    };

    let has_data = resolved.question.need.has_data();
    let is_unlimited = comparison.offers.first().is_some_and(|offer| has_data && offer.basket.is_unlimited());
    let mut stated = None;
    if is_unlimited {
        let mut request = resolved.request.clone();
        request.filters.no_unlimited = true;
        stated = best_of(&request, &resolved.question, list, global, environment)?;
    }
    let mut high = None;
    if let Some((usage, question)) = resolved.high_question()? {
        let offer = best_of(&resolved.request, &question, list, global, environment)?;
        high = Some(HighUse { usage, question, offer });
    }
    let is_anything_bought = comparison.offers.first().is_some_and(|first| !first.basket.items().is_empty());
    let advice = Advice {
        own_sims: own_sims(&comparison, &resolved.request.have_sims),
        next: is_anything_bought.then(|| follow_up(line, "compare", "renew-steps", &[])),
        ..match comparison.offers.first() {
            // A large catalogue keeps only the plans that matter for this request. Rows have no place for advice.
            Some(first) if list.rest.is_none() && global.format != Format::Csv => {
                near_offers(first, &prepared, &resolved.question)
            }
            None if list.rest.is_none() => {
                Advice { alternatives: ways_out(&prepared, &resolved.question), ..Advice::default() }
            }
            _ => Advice::default(),
        }
    };
    let messages = Messages::new(language, &[Topic::Answers]);
    let document = ComparisonDocument {
        context: Context { high: high.as_ref(), ..resolved.context(&prepared, &messages) },
        offers: &comparison.offers,
        stated: stated.as_ref(),
        trade_off: comparison.trade_off.as_deref(),
        limit,
        detail: Detail::MOST,
        columns: args.columns.as_deref(),
        counts: &counts,
        explain,
        is_explained: args.explain.is_some(),
        origin: &listed.origin,
        advice: &advice,
    };
    let text = output::text(&document, global, environment)?;
    listed.warn(language, environment);
    output::warn(&resolved.doubts, &messages, environment);
    output::warn_of_left_out(&comparison.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    let first = comparison.offers.first();
    output::warn(&output::doubts_of_rates(first, &document.context), &messages, environment);
    Ok(exit(first, &document.context, gate, environment))
}

/// The best offer of another request or question. A large catalogue is read again for it, because the plans that matter
/// may be others. `None` if nothing fits, if the search is too large, or if the catalogue could be read only once.
fn best_of(
    request: &Request,
    question: &Question,
    list: &Shortlist,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Option<Offer>, CliError> {
    let first = |plans: &[Arc<Plan>]| {
        let prepared = resolve::prepared(plans, request)?;
        Ok(best(&prepared, question, 1).ok().and_then(|offers| offers.into_iter().next()))
    };
    if list.rest.is_none() {
        return first(&list.plans);
    }
    if global.plans.as_deref() == Some(Path::new("-")) {
        return Ok(None);
    }
    let wanted = Wanted { alone: 0, plan: None };
    first(&input::shortlist((request, question), wanted, global, environment)?.list.plans)
}

/// What is one change away from the first offer.
fn near_offers(first: &Offer, prepared: &PreparedCatalogue, question: &Question) -> Advice {
    Advice {
        alternatives: alternatives(prepared, question, first),
        fallback: fallback(prepared, question, first),
        last_day: last_day(prepared, question, first),
        ..Advice::default()
    }
}

/// Why nothing fits on the lines whose SIM the user has; `None` if something does, or if there are none.
fn own_sims(comparison: &Comparison, have_sims: &BTreeSet<Slug>) -> Option<OwnSims> {
    let mut lines = comparison.offers.iter().flat_map(|offer| &offer.lines);
    if have_sims.is_empty() || lines.any(|line| have_sims.contains(line)) {
        return None;
    }
    let mut own = OwnSims { lines: have_sims.iter().cloned().collect(), refused: BTreeMap::new() };
    for (_, code) in comparison.refused.iter().filter(|(plan, _)| have_sims.contains(&plan.line)) {
        *own.refused.entry(*code).or_default() += 1;
    }
    Some(own)
}

/// Why each plan was refused.
fn refusals(comparison: &Comparison, prepared: &PreparedCatalogue, resolved: &Resolved) -> Vec<Refusal> {
    let refused = comparison.refused.iter();
    refused.map(|(plan, code)| refusal(prepared, &resolved.question, plan, *code, resolved.words)).collect()
}

/// The answer of any command whose need no offer covers: what `compare` says then.
pub(super) fn answer_nothing(
    compared: (&Resolved, &PreparedCatalogue, &Comparison),
    loaded: &Loaded,
    messages: &Messages,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let (resolved, prepared, comparison) = compared;
    let refusals = refusals(comparison, prepared, resolved);
    let counts = RowCounts {
        plans: loaded.catalogue.plans.len(),
        offers: 0,
        refused: comparison.refusal_counts(),
        refused_unknown: prepared.refused_unknown(),
        is_counted: false,
    };
    let document = ComparisonDocument {
        context: resolved.context(prepared, messages),
        offers: &[],
        stated: None,
        trade_off: None,
        limit: None,
        detail: Detail::MOST,
        columns: None,
        counts: &counts,
        explain: Explain::All(&refusals),
        is_explained: false,
        origin: &loaded.origin,
        advice: &Advice::default(),
    };
    let text = output::text(&document, global, environment)?;
    loaded.warn(messages.language(), environment);
    output::warn(&resolved.doubts, messages, environment);
    output::warn_of_left_out(&comparison.left_out, messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Nothing)
}

pub(super) fn gate(args: &CompareArgs) -> Result<Option<u64>, CliError> {
    args.fail_if_stale.as_deref().map(|text| resolve::count(text, "--fail-if-stale")).transpose()
}

/// Counts the rows that were offered and refused, including those of a large catalogue that are only counted.
fn counts(
    args: &CompareArgs,
    list: &Shortlist,
    prepared: &PreparedCatalogue,
    comparison: &Comparison,
) -> RowCounts {
    let mut counts = RowCounts {
        plans: list.rows(),
        offers: comparison.offers.len(),
        refused: comparison.refusal_counts(),
        refused_unknown: prepared.refused_unknown(),
        is_counted: list.rest.is_some(),
    };
    if let Some(rest) = &list.rest {
        let tally = rest.tally(comparison);
        counts.offers += if args.all { tally.offered } else { 0 };
        counts.refused_unknown += tally.refused_unknown;
        for (code, count) in tally.refused {
            *counts.refused.entry(code).or_default() += count;
        }
    }
    counts
}

fn run_budget(
    args: &CompareArgs,
    budget: &str,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let resolved = resolve::asked_for_budget(&args.request, budget, global)?;
    let limit = args.limit.as_deref().map(|text| resolve::limit(text, "--limit")).transpose()?;
    let gate = gate(args)?;
    let loaded = input::catalogue(global, environment)?;
    names::check(&args.request.wishes, &CatalogueNames::from_plans(&loaded.catalogue.plans))?;
    let prepared = resolve::prepared(&loaded.catalogue.plans, &resolved.request)?;
    let found = most_data(&prepared, &resolved.question).map_err(CliError::usage)?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let document = BudgetDocument {
        context: resolved.context(&prepared, &messages),
        budget: resolved.question.max_total.expect("a budget is a greatest total"),
        lines: &found.lines,
        limit,
        room: BudgetDocument::ROOM,
    };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::warn(&resolved.doubts, &messages, environment);
    output::warn_of_left_out(&found.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    let first = found.lines.first().map(|line| &line.offer);
    output::warn(&output::doubts_of_rates(first, &document.context), &messages, environment);
    Ok(exit(first, &document.context, gate, environment))
}

/// How a comparison with this first offer ends. A gate that it does not pass is named.
pub(super) fn exit(
    first: Option<&Offer>,
    context: &Context<'_>,
    gate: Option<u64>,
    environment: &mut Environment<'_>,
) -> Exit {
    let Some(first) = first else { return Exit::Nothing };
    let exceeded = gate.filter(|limit| !first.basket.items().is_empty() && is_stale(first, context, *limit));
    let Some(limit) = exceeded else { return Exit::Answer };
    output::warn(&[Error::new("gate-not-passed").with("days", limit)], context.messages, environment);
    Exit::Gate
}

/// Whether an offer, or a rate behind it, is older than the gate allows.
fn is_stale(offer: &Offer, context: &Context<'_>, limit: u64) -> bool {
    let age = offer.basket.verified_on().map(|date| date.age_on(context.request().today));
    age.is_none_or(|age| age > limit) || context.rate_age(Some(offer)).is_some_and(|age| age > limit)
}

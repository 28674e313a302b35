//! `simplan compare`: rank what serves the stay.

use super::args::{CompareArgs, Global};
use super::error::CliError;
use super::resolve::{self, CatalogueNames};
use super::{Environment, Exit, input, output};
use crate::domain::comparison::Comparison;
use crate::domain::explanation::explain;
use crate::domain::request::Request;
use crate::domain::sieve::Wanted;
use crate::i18n::{Language, Messages, Topic};
use crate::render::offers::{ComparisonDocument, Explain};
use std::mem::ManuallyDrop;

/// Runs the command.
pub fn run(
    args: &CompareArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let request = resolve::asked(&args.request, global)?;
    let request = Request { trade_off: args.trade_off, explain: args.explain.is_some(), ..request };
    let limit = resolve::count(&args.limit, "--limit")?;
    let gate =
        args.fail_if_stale.as_deref().map(|text| resolve::count(text, "--fail-if-stale")).transpose()?;
    let most = usize::try_from(limit).ok().filter(|&most| most > 0).unwrap_or(usize::MAX);
    let id = args.explain.as_ref().and_then(|id| id.as_deref());
    // The process ends after the answer: to give all of this back piece by piece would take a twentieth of its time.
    let listed = input::shortlist(&request, Wanted { offers: most, plan: id }, global, environment)?;
    let listed = ManuallyDrop::new(listed);
    let list = &listed.list;
    resolve::check(&args.request.wishes, &request, &CatalogueNames::of_shortlist(list, request.currency))?;
    let explained = id.map(|id| resolve::plan_among(&list.plans, id, "--explain")).transpose()?;
    let comparison = ManuallyDrop::new(list.compare(&request).map_err(CliError::usage)?);
    let explanation = explained.map(|plan| explain(plan, &list.plans, &comparison, &request));
    let explain = match (&explanation, explained) {
        (Some(explanation), Some(plan)) => Explain::Plan(plan, explanation),
        _ if args.explain.is_some() => Explain::All,
        _ => Explain::Nothing,
    };

    let messages = ManuallyDrop::new(Messages::of(language, &[Topic::Answers]));
    let document = ComparisonDocument {
        request: &request,
        comparison: &comparison,
        shown: most,
        columns: args.columns.as_deref(),
        explain,
        origin: &listed.origin,
        messages: &messages,
    };
    let text = output::text(&document, global, environment)?;
    listed.warn(language, environment);
    output::warn_of_left_out(&comparison.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    if let Some(first) = comparison.offers.first() {
        output::warn_if_stale(first, &request, &messages, environment);
    }
    Ok(exit(&comparison, &request, gate))
}

fn exit(comparison: &Comparison, request: &Request, gate: Option<u64>) -> Exit {
    let Some(first) = comparison.offers.first() else { return Exit::Nothing };
    if first.basket.items().is_empty() {
        return Exit::Answer;
    }
    let age = first.basket.verified_on().map(|date| date.age_on(request.today));
    match gate {
        Some(limit) if age.is_none_or(|age| age > limit) => Exit::Gate,
        _ => Exit::Answer,
    }
}

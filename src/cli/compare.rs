//! `simplan compare`: rank what serves the stay.

use super::args::{CompareArgs, Global};
use super::error::{Failure, WITHOUT_LINES};
use super::{Environment, Exit, input, output, paint, resolve};
use crate::domain::comparison::{Comparison, compare};
use crate::domain::explanation::explain;
use crate::domain::request::Request;
use crate::i18n::{Language, Topic, Words};
use crate::render::offers::{self, Answer, Explain};
use crate::render::{Format, Terminal, json};

/// Runs the command.
pub fn run(
    args: &CompareArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, Failure> {
    let loaded = input::catalogue(global, environment)?;
    let request = resolve::request(&args.request, global, &loaded.catalogue)?;
    let request = Request { trade_off: args.trade_off, explain: args.explain.is_some(), ..request };
    let limit = resolve::count(&args.limit, "--limit")?;
    let gate =
        args.fail_if_stale.as_deref().map(|text| resolve::count(text, "--fail-if-stale")).transpose()?;
    let explained = match &args.explain {
        Some(Some(id)) => Some(resolve::plan(&loaded.catalogue, id, "--explain")?),
        _ => None,
    };
    let comparison = compare(loaded.catalogue.plans.iter().cloned(), &request).map_err(Failure::usage)?;
    let explanation = explained.map(|plan| explain(plan, &loaded.catalogue.plans, &comparison, &request));
    let explanation = explanation.transpose().map_err(Failure::usage)?;
    let explain = match (&explanation, explained) {
        (Some(explanation), Some(plan)) => Explain::Plan(plan, explanation),
        _ if args.explain.is_some() => Explain::All,
        _ => Explain::Nothing,
    };

    let words = Words::of(language, &[Topic::Answers]);
    let all = comparison.offers.len();
    let shown = if limit == 0 { all } else { usize::try_from(limit).unwrap_or(all) };
    let answer = Answer { request: &request, comparison: &comparison, shown, explain, words: &words };
    let columns = args.columns.as_deref();
    let wrong_column = |fault| Failure::option("--columns", fault);
    let text = match global.format {
        Format::Table => {
            let paint = paint(global.color, environment.terminal_width.is_some(), environment);
            let terminal = Terminal { width: environment.width(), paint };
            offers::text(&answer, columns, terminal).map_err(wrong_column)?
        }
        Format::Markdown => offers::as_markdown(&answer, columns).map_err(wrong_column)?,
        Format::Csv => offers::as_csv(&answer, columns).map_err(wrong_column)?,
        Format::Json => json::compare(&answer, &loaded.origin).map_err(Failure::usage)?,
        Format::Ndjson => return Err(Failure::format_not_here(global.format, WITHOUT_LINES)),
    };
    loaded.warn(language, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    if let Some(first) = comparison.offers.first() {
        output::warn_if_stale(first, &request, &words, environment);
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

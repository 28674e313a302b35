//! `simplan compare`: ranks the baskets that cover the stay.

use super::args::{CompareArgs, Global};
use super::follow_up::follow_up;
use super::input::Loaded;
use super::{Environment, Exit, input, output, people, resolve};
use crate::ask::compare::{Compared, Extras, best_among};
use crate::ask::doubts;
use crate::ask::error::about_file;
use crate::ask::names::{self, CatalogueNames};
use crate::ask::{AskError, Options, request};
use crate::bulk::shortlist::{Shortlist, Wanted};
use crate::bulk::source::Settings;
use crate::bulk::threads::each_on;
use crate::domain::budget::most_data;
use crate::domain::comparison::{Comparison, Offer, compare, compare_on};
use crate::domain::error::Error;
use crate::domain::explanation::explain;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::request::{Question, Request};
use crate::i18n::{Language, Messages, Topic};
use crate::render::Format;
use crate::render::budget::BudgetDocument;
use crate::render::context::Context;
use crate::render::offers::{ComparisonDocument, Explain, RowCounts, USUAL_LIMIT};
use std::ffi::OsString;
use std::path::Path;

pub fn run(
    args: &CompareArgs,
    global: &Global,
    language: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    if let Some(budget) = &args.budget {
        return run_budget(args, budget, global, language, environment);
    }
    if let Some(count) = &args.people {
        return people::run(args, count, global, language, line, environment);
    }
    let options = Options::from((&args.request, &args.mine));
    let basis = resolve::basis(&args.request.wishes, global)?;
    let mut asked = request::asked(&options, &basis)?;
    asked.question.trade_off = args.trade_off;
    if args.link {
        return link(&options, args, global, environment);
    }
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
    let listed = input::shortlist((&asked.request, &asked.question), wanted, global, environment)?;
    let list = &listed.list;
    names::check(&options, &CatalogueNames::from_shortlist(list))?;
    let explained = id.map(|id| names::plan_among(&list.plans, id, "--explain")).transpose()?;
    let prepared = request::prepared(&list.plans, &asked.request)?;
    let threads = Settings::on(resolve::threads(global)?).threads();
    let mut comparison = if list.rest.is_some() {
        compare_on(&prepared, &asked.question, |lines, of| each_on(threads, lines, of))
    } else {
        compare(&prepared, &asked.question)
    };
    if args.all {
        comparison = comparison.with_alone();
    } else if let [only] = comparison.offers.as_slice()
        && list.rest.is_none()
        && is_for_choice(args, global)
    {
        let most = only.basket.purchases();
        comparison.alone.retain(|alone| alone.basket.purchases() <= most);
        comparison = comparison.with_alone();
    }
    let counts = counts(args, list, &prepared, &comparison);
    // Rows have no place for advice.
    let extras = Extras {
        refusals: args.explain.is_some() && id.is_none(),
        advice: !matches!(global.format, Format::Csv | Format::Tsv),
    };
    let compared = (asked, prepared, comparison);
    let origin = listed.origin.clone();
    let mut compared = Compared::of_comparison(compared, counts, extras, origin, |request, question| {
        best_of(request, question, list, global, environment)
    })?;
    let first = compared.comparison.offers.first();
    let request = &compared.asked.request;
    if first.is_some_and(|first| !first.basket.items().is_empty() && !first.is_mine(request)) {
        compared.advice.next = Some(follow_up(line, "compare", "renew-steps", &[]));
    }
    let Compared { asked, prepared, comparison, .. } = &compared;
    let explanation = explained.map(|plan| explain(plan, prepared, &asked.question, comparison, asked.words));
    let messages = Messages::new(language, &[Topic::Answers]);
    let document = compared.document(&messages);
    let document = ComparisonDocument {
        limit,
        columns: args.columns.as_deref(),
        explain: match (&explanation, explained) {
            (Some(explanation), Some(plan)) => Explain::Plan(plan, explanation),
            _ if args.explain.is_some() => Explain::All(&compared.refusals),
            _ => document.explain,
        },
        is_explained: args.explain.is_some(),
        ..document
    };
    let text = output::text(&document, global, environment)?;
    listed.warn(language, environment);
    output::warn(&asked.doubts, &messages, environment);
    output::warn_of_left_out(&comparison.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    let first = comparison.offers.first();
    output::warn(&doubts::of_rates(first, &document.context), &messages, environment);
    Ok(exit(first, &document.context, gate, environment))
}

/// Whether people look for something to choose from. Who sees one line only then sees its plans alone, too, if they are no
/// more trouble than its best basket.
fn is_for_choice(args: &CompareArgs, global: &Global) -> bool {
    let is_text = matches!(global.format, Format::Table | Format::Text | Format::Markdown | Format::Html);
    is_text && !args.trade_off && args.explain.is_none()
}

/// Writes the end of a link to the answer on the page. It names no language unless the user does: who opens it reads it
/// in their own.
fn link(
    options: &Options,
    args: &CompareArgs,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let rates = args.request.wishes.rates.iter().map(|path| ("--rates", path.as_path()));
    if let Some((option, path)) = global.used.all().chain(rates).next() {
        let error = if global.used.has_notes() {
            about_file("link-of-own-catalogue", path)
        } else {
            Error::new("link-without-file").with("option", option)
        };
        return Err(AskError::option("--link", error));
    }
    let loaded = input::catalogue(global, environment)?;
    names::check(options, &CatalogueNames::from_plans(&loaded.catalogue.plans))?;
    let options = Options { lang: global.lang.clone(), ..options.clone() };
    output::answer(&format!("#{}\n", options.link()), global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// The best offer of another request or question. A large catalogue is read again for it, because the plans that matter
/// may be others. `None` if nothing fits, if the search is too large, or if the catalogue could be read only once.
fn best_of(
    request: &Request,
    question: &Question,
    list: &Shortlist,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Option<Offer>, AskError> {
    if list.rest.is_none() {
        return best_among(&list.plans, request, question);
    }
    if global.plans.as_deref() == Some(Path::new("-")) {
        return Ok(None);
    }
    let wanted = Wanted { alone: 0, plan: None };
    let listed = input::shortlist((request, question), wanted, global, environment)?;
    best_among(&listed.list.plans, request, question)
}

/// Answers any command whose need no offer covers: says what `compare` says then.
pub(super) fn answer_nothing(
    compared: &Compared,
    loaded: &Loaded,
    messages: &Messages,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let text = output::text(&compared.document(messages), global, environment)?;
    loaded.warn(messages.language(), environment);
    output::warn(&compared.asked.doubts, messages, environment);
    output::warn_of_left_out(&compared.comparison.left_out, messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Nothing)
}

pub(super) fn gate(args: &CompareArgs) -> Result<Option<u64>, AskError> {
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
        plans: list.rows() + usize::from(prepared.request().mine.is_some()),
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
) -> Result<Exit, AskError> {
    let options = Options::from((&args.request, &args.mine));
    let basis = resolve::basis(&args.request.wishes, global)?;
    let asked = request::asked_for_budget(&options, budget, &basis)?;
    let limit = args.limit.as_deref().map(|text| resolve::limit(text, "--limit")).transpose()?;
    let gate = gate(args)?;
    let loaded = input::catalogue(global, environment)?;
    names::check(&options, &CatalogueNames::from_plans(&loaded.catalogue.plans))?;
    let prepared = request::prepared(&loaded.catalogue.plans, &asked.request)?;
    let found = most_data(&prepared, &asked.question).map_err(AskError::usage)?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let document = BudgetDocument {
        context: asked.context(&prepared, &messages),
        budget: asked.question.max_total.expect("a budget is a greatest total"),
        lines: &found.lines,
        limit,
        room: BudgetDocument::ROOM,
    };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::warn(&asked.doubts, &messages, environment);
    output::warn_of_left_out(&found.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    let first = found.lines.first().map(|line| &line.offer);
    output::warn(&doubts::of_rates(first, &document.context), &messages, environment);
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

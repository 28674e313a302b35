//! `simplan plans`: the catalogue itself.

use super::args::{Global, PlansArgs, PlansCommand, PlansListArgs};
use super::error::{CliError, WITHOUT_LINES, WITHOUT_TABLES};
use super::{Environment, Exit, input, output, resolve, terminal};
use crate::domain::filters::{Filters, MaxAge};
use crate::domain::plan::{Audience, Plan};
use crate::i18n::{Language, Messages, Topic};
use crate::render::{Format, json, plans};
use jiff::civil::Date;
use std::path::Path;

/// Runs the command.
pub fn run(
    args: &PlansArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    match &args.command {
        PlansCommand::Check { file } => check(file.as_deref(), global, language, environment),
        PlansCommand::List(args) => list(args, global, language, environment),
        PlansCommand::Show { id } => show(id, global, language, environment),
    }
}

fn list(
    args: &PlansListArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let loaded = input::catalogue(global, environment)?;
    let messages = Messages::of(language, &[Topic::Answers]);
    let filters = list_filters(args, &loaded.catalogue)?;
    let today = resolve::today(global)?;
    let all = loaded.catalogue.plans.len();
    let wanted = loaded.catalogue.plans.iter();
    let wanted = wanted.filter(|plan| is_wanted(plan, &filters, args.filters.resident, today));
    let wanted: Vec<_> = wanted.cloned().collect();
    let columns = args.columns.as_deref();
    let text = match global.format {
        Format::Table | Format::Text => {
            plans::list(&wanted, all, columns, &messages, terminal(global, environment))
        }
        Format::Markdown => plans::list_markdown(&wanted, columns, &messages),
        Format::Csv => plans::list_csv(&wanted, columns, &messages),
        Format::Json => Ok(json::plan_list(&wanted, &loaded.origin)),
        Format::Ndjson => return Err(CliError::format_not_here(global.format, WITHOUT_LINES)),
    };
    let text = text.map_err(|error| CliError::option("--columns", error))?;
    loaded.warn(language, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(if wanted.is_empty() { Exit::Nothing } else { Exit::Answer })
}

fn show(
    id: &str,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let loaded = input::catalogue(global, environment)?;
    let messages = Messages::of(language, &[Topic::Answers]);
    let plan = resolve::plan(&loaded.catalogue, id, "ID")?;
    let text = match global.format {
        Format::Table | Format::Text => plans::show(plan, &messages, terminal(global, environment)),
        Format::Markdown => plans::show_markdown(plan, &messages),
        Format::Csv => plans::list_csv(std::slice::from_ref(plan), None, &messages)
            .map_err(|error| CliError::option("--columns", error))?,
        Format::Json => json::plan(plan, &loaded.origin),
        Format::Ndjson => return Err(CliError::format_not_here(global.format, WITHOUT_LINES)),
    };
    loaded.warn(language, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// Checks a catalogue without keeping its plans.
fn check(
    file: Option<&Path>,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let checked = input::check(file, global, environment)?;
    let text = match global.format {
        Format::Table | Format::Text | Format::Markdown => {
            let messages = Messages::of(language, &[Topic::Answers]);
            messages.tr_with("check-sound", [("count", checked.sound.plans)]) + "\n"
        }
        Format::Json => json::check(&checked.sound, &checked.origin),
        Format::Csv | Format::Ndjson => {
            return Err(CliError::format_not_here(global.format, WITHOUT_TABLES));
        }
    };
    checked.warn(language, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// A list shows old prices, too, unless the user asks for an age.
fn list_filters(args: &PlansListArgs, catalogue: &crate::catalogue::Catalogue) -> Result<Filters, CliError> {
    let filters = resolve::filters(&args.filters, catalogue)?;
    let max_age = if filters.max_age == MaxAge::Default { MaxAge::Any } else { filters.max_age };
    Ok(Filters { max_age, ..filters })
}

fn is_wanted(plan: &Plan, filters: &Filters, resident: bool, today: Date) -> bool {
    let for_buyer = !resident || plan.audience != Audience::Visitor;
    let reasons = [
        filters.seller(plan),
        filters.kind(plan),
        filters.network(plan),
        filters.confidence(plan),
        filters.age(plan, today),
    ];
    for_buyer && reasons.iter().all(Option::is_none)
}

//! `simplan plans`: lists, shows, checks, exports, imports and compares the plans of catalogues, and chooses the catalogue
//! that is used.

mod add;
mod check;
mod diff;
mod import;
mod install;
mod stale;

use super::args::{FilterArgs, Global, PlansArgs, PlansCommand, PlansListArgs};
use super::input::Loaded;
use super::{Environment, Exit, input, output, resolve};
use crate::ask::error::AskError;
use crate::ask::{Options, names, request};
use crate::catalogue::Catalogue;
use crate::domain::filters::{Filters, MaxAge};
use crate::domain::plan::{Kind, Plan};
use crate::domain::refusal::Code;
use crate::i18n::{Language, Messages, Topic};
use crate::render::plans::export::ExportDocument;
use crate::render::plans::{PlanDocument, PlanListDocument};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

pub fn run(
    args: &PlansArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    match &args.command {
        PlansCommand::Check(args) => check::run(args, global, language, environment),
        PlansCommand::List(args) => list(args, global, language, environment),
        PlansCommand::Show { id } => show(id, global, language, environment),
        PlansCommand::Diff(args) => diff::run(args, global, language, environment),
        PlansCommand::Export(args) => export(&args.filters, global, language, environment),
        PlansCommand::Stale(args) => stale::run(args, global, language, environment),
        PlansCommand::Import(args) => import::run(args, global, language, environment),
        PlansCommand::Add(args) => add::run(args, global, language, environment),
        PlansCommand::Install(args) => install::run(args, global, language, environment),
        PlansCommand::Reset => install::reset(global, language, environment),
    }
}

fn list(
    args: &PlansListArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let loaded = input::catalogue(global, environment)?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let today = resolve::today(global)?;
    let wanted = wanted(&args.filters, &loaded, today)?;
    let document = PlanListDocument {
        plans: &wanted,
        all: loaded.catalogue.plans.len(),
        columns: args.columns.as_deref(),
        today,
        origin: &loaded.origin,
        messages: &messages,
    };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(if wanted.is_empty() { Exit::Nothing } else { Exit::Answer })
}

/// Writes the catalogue, or the plans of it that pass the filters.
fn export(
    args: &FilterArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let loaded = input::catalogue(global, environment)?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let plans = wanted(args, &loaded, resolve::today(global)?)?;
    let document = ExportDocument { plans: &plans, origin: &loaded.origin, messages: &messages };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(if plans.is_empty() { Exit::Nothing } else { Exit::Answer })
}

fn show(
    id: &str,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let loaded = input::catalogue(global, environment)?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let plan = names::plan(&loaded.catalogue, id, "ID")?;
    let today = resolve::today(global)?;
    let none = BTreeMap::new();
    let sources = loaded.sources.get(plan.id.as_str()).unwrap_or(&none);
    let document = PlanDocument { plan, today, sources, origin: &loaded.origin, messages: &messages };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// The plans that pass the filters, in the order of the catalogue.
fn wanted(args: &FilterArgs, loaded: &Loaded, today: Date) -> Result<Vec<Arc<Plan>>, AskError> {
    let all = &loaded.catalogue.plans;
    let filters = list_filters(args, &loaded.catalogue)?;
    let wanted = all.iter().filter(|plan| is_wanted(plan, &filters, today));
    Ok(wanted.filter(|plan| follows_sim(plan, all, &filters, today)).cloned().collect())
}

/// The filters of the list, which shows plans with old prices too unless the user gives `--max-age`.
fn list_filters(args: &FilterArgs, catalogue: &Catalogue) -> Result<Filters, AskError> {
    let filters = request::filters(&Options::from(args), catalogue)?;
    let max_age = if filters.max_age == MaxAge::Default { MaxAge::Any } else { filters.max_age };
    Ok(Filters { max_age, ..filters })
}

/// Whether a pass has a SIM that passes the filters on form and place of sale. Any other plan has passed them itself, and a
/// line without SIMs needs none.
fn follows_sim(plan: &Plan, plans: &[Arc<Plan>], filters: &Filters, today: Date) -> bool {
    let mut sims = plans.iter().filter(|sim| sim.is_sim() && sim.line == plan.line).peekable();
    plan.kind != Kind::Pass
        || sims.peek().is_none()
        || sims.any(|sim| {
            let mut bars = filters.bars(sim, today).into_iter();
            !bars.any(|bar| matches!(bar.code, Code::FormExcluded | Code::SoldExcluded))
        })
}

/// Whether a plan passes the filters. A list also shows plans for some uses only and for residents.
fn is_wanted(plan: &Plan, filters: &Filters, today: Date) -> bool {
    let bars = filters.bars(plan, today);
    bars.iter().all(|bar| matches!(bar.code, Code::ScopeNotGeneral | Code::NeedsContract))
}

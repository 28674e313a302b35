//! `simplan plans diff`: what is different between two catalogues, and what that means for a stay.

use crate::ask::names::{self, CatalogueNames};
use crate::ask::request::{self, Resolved, prepared};
use crate::ask::{AskError, Options};
use crate::catalogue::diff::CatalogueDiff;
use crate::cli::args::{Global, NeedArgs, PlansDiffArgs};
use crate::cli::input::{self, Loaded};
use crate::cli::{Environment, Exit, output, resolve};
use crate::domain::comparison::{Offer, best};
use crate::domain::plan::Plan;
use crate::domain::prepared::PreparedCatalogue;
use crate::i18n::{Language, Messages, Topic};
use crate::render::plans::diff::CatalogueDiffDocument;
use crate::render::plans::total::{Cheapest, TotalChange};
use std::sync::Arc;

pub fn run(
    args: &PlansDiffArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let asked = asked(args, global)?;
    let old = input::catalogue_at(PlansDiffArgs::file(&args.old), "OLD", global, environment)?;
    let new = input::catalogue_at(PlansDiffArgs::file(&args.new), "NEW", global, environment)?;
    let diff = CatalogueDiff::between(&old.catalogue.plans, &new.catalogue.plans);
    let stay = asked.map(|asked| Stays::new(args, asked, &old, &new)).transpose()?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let document = CatalogueDiffDocument {
        diff: &diff,
        old: &old.origin,
        new: &new.origin,
        total: stay.as_ref().map(|stay| stay.total(&diff, &messages)),
        today: resolve::today(global)?,
        messages: &messages,
    };
    let text = output::text(&document, global, environment)?;
    old.warn(language, environment);
    new.warn(language, environment);
    if let Some(stay) = &stay {
        output::warn(&stay.asked.doubts, &messages, environment);
    }
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(if diff.is_empty() { Exit::Answer } else { Exit::Nothing })
}

/// The question, if there is one.
fn asked(args: &PlansDiffArgs, global: &Global) -> Result<Option<Resolved>, AskError> {
    if !has_need(&args.request.need) {
        return Ok(None);
    }
    let basis = resolve::basis(&args.request.wishes, global)?;
    request::asked(&Options::from(&args.request), &basis).map(Some)
}

/// Whether the user says anything about a stay.
fn has_need(args: &NeedArgs) -> bool {
    let NeedArgs { days, from, to, data, per_day, usage, minutes, margin, zone: _ } = args;
    [days, from, to, data, per_day, usage, minutes, margin].into_iter().any(Option::is_some)
}

/// A stay with the plans of two catalogues.
struct Stays {
    asked: Resolved,
    old: (PreparedCatalogue, Option<Offer>),
    new: (PreparedCatalogue, Option<Offer>),
}

impl Stays {
    fn new(args: &PlansDiffArgs, asked: Resolved, old: &Loaded, new: &Loaded) -> Result<Self, AskError> {
        // A name may be new, or gone.
        let all = [&old.catalogue.plans[..], &new.catalogue.plans].concat();
        names::check(&Options::from(&args.request), &CatalogueNames::from_plans(&all))?;
        Ok(Self {
            old: cheapest(&asked, &old.catalogue.plans)?,
            new: cheapest(&asked, &new.catalogue.plans)?,
            asked,
        })
    }

    fn total<'a>(&'a self, diff: &'a CatalogueDiff, messages: &'a Messages) -> TotalChange<'a> {
        let [old, new] = [&self.old, &self.new].map(|(prepared, offer)| Cheapest {
            context: self.asked.context(prepared, messages),
            offer: offer.as_ref(),
        });
        TotalChange { old, new, diff }
    }
}

fn cheapest(asked: &Resolved, plans: &[Arc<Plan>]) -> Result<(PreparedCatalogue, Option<Offer>), AskError> {
    let prepared = prepared(plans, &asked.request)?;
    let offer = best(&prepared, &asked.question, 1).map_err(AskError::usage)?.pop();
    Ok((prepared, offer))
}

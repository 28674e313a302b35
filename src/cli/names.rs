//! Checks the names of operators, lines and plans that the user gives.

use super::args::{FilterArgs, WishArgs};
use super::error::CliError;
use crate::bulk::shortlist::Shortlist;
use crate::catalogue::Catalogue;
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::domain::slug::Slug;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The names of lines and operators in a catalogue.
pub struct CatalogueNames<'c> {
    /// Lines, each with one of its operators. A pair may occur several times.
    sellers: Vec<(&'c Slug, &'c Slug)>,
}

impl<'c> CatalogueNames<'c> {
    /// The names in these plans.
    pub fn from_plans(plans: &'c [Arc<Plan>]) -> Self {
        Self { sellers: plans.iter().map(|plan| (&plan.line, &plan.operator)).collect() }
    }

    /// The names in a shortlist and in the rest of its catalogue.
    pub fn from_shortlist(list: &'c Shortlist) -> Self {
        match &list.rest {
            None => Self::from_plans(&list.plans),
            Some(rest) => {
                Self { sellers: rest.sellers.iter().map(|(line, operator)| (line, operator)).collect() }
            }
        }
    }
}

/// Checks that all names in a request exist.
pub fn check(args: &WishArgs, known: &CatalogueNames<'_>) -> Result<(), CliError> {
    check_filters(&args.filters, known)?;
    args.have_sim.iter().try_for_each(|name| line_exists(known, name, "--have-sim"))
}

pub fn check_filters(args: &FilterArgs, known: &CatalogueNames<'_>) -> Result<(), CliError> {
    args.operator.iter().try_for_each(|name| operator_exists(known, name, "--operator"))?;
    args.not_operator.iter().try_for_each(|name| operator_exists(known, name, "--not-operator"))?;
    args.line.iter().try_for_each(|name| line_exists(known, name, "--line"))?;
    args.not_line.iter().try_for_each(|name| line_exists(known, name, "--not-line"))
}

fn operator_exists(known: &CatalogueNames<'_>, name: &str, option: &'static str) -> Result<(), CliError> {
    exists(known.sellers.iter().map(|(_, operator)| *operator), name, option, "operator-unknown")
}

fn line_exists(known: &CatalogueNames<'_>, name: &str, option: &'static str) -> Result<(), CliError> {
    exists(known.sellers.iter().map(|(line, _)| *line), name, option, "line-unknown")
}

/// Checks that a name exists. The error suggests similar ones.
fn exists<'c>(
    names: impl Iterator<Item = &'c Slug> + Clone,
    name: &str,
    option: &'static str,
    code: &'static str,
) -> Result<(), CliError> {
    if names.clone().any(|known| known == name) {
        return Ok(());
    }
    Err(CliError::option(option, Error::new(code).with("value", name)).suggest(name, names.map(Slug::as_str)))
}

/// Checks that these operators are in the catalogue.
pub fn operators<'n>(
    catalogue: &Catalogue,
    names: impl Iterator<Item = &'n str>,
    option: &'static str,
) -> Result<BTreeSet<Slug>, CliError> {
    names.map(|name| existing(catalogue, name, option, "operator-unknown", |plan| &plan.operator)).collect()
}

/// Checks that these lines are in the catalogue.
pub fn lines<'n>(
    catalogue: &Catalogue,
    names: impl Iterator<Item = &'n str>,
    option: &'static str,
) -> Result<BTreeSet<Slug>, CliError> {
    names.map(|name| existing(catalogue, name, option, "line-unknown", |plan| &plan.line)).collect()
}

/// Checks that a plan of the catalogue has this name.
fn existing(
    catalogue: &Catalogue,
    name: &str,
    option: &'static str,
    code: &'static str,
    of: fn(&Plan) -> &Slug,
) -> Result<Slug, CliError> {
    let known = catalogue.plans.iter().map(|plan| of(plan));
    exists(known.clone(), name, option, code)?;
    Ok(known.into_iter().find(|slug| *slug == name).cloned().expect("it exists"))
}

/// The plan with this id in a catalogue.
pub fn plan<'c>(catalogue: &'c Catalogue, id: &str, option: &'static str) -> Result<&'c Arc<Plan>, CliError> {
    plan_among(&catalogue.plans, id, option)
}

/// The plan with this id among some plans.
pub fn plan_among<'c>(
    plans: &'c [Arc<Plan>],
    id: &str,
    option: &'static str,
) -> Result<&'c Arc<Plan>, CliError> {
    plans.iter().find(|plan| &plan.id == id).ok_or_else(|| {
        let known = plans.iter().map(|plan| plan.id.as_str());
        CliError::option(option, Error::new("plan-unknown").with("value", id))
            .suggest(id, known)
            .hint("plans-list-hint")
    })
}

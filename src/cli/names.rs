//! Checks the names of operators, lines and plans that the user gives.

use super::args::{FilterArgs, WishArgs};
use super::error::CliError;
use super::known_names::{KnownNames, kebab};
use crate::bulk::shortlist::Shortlist;
use crate::catalogue::Catalogue;
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::domain::slug::Slug;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a name is a name of.
#[derive(Clone, Copy)]
pub enum NameKind {
    /// A line.
    Line,
    /// An operator.
    Operator,
}

impl NameKind {
    fn pick<'c>(self, line: &'c Slug, operator: &'c Slug) -> &'c Slug {
        match self {
            Self::Line => line,
            Self::Operator => operator,
        }
    }

    /// The code of the error if a name does not exist.
    fn unknown(self) -> &'static str {
        match self {
            Self::Line => "line-unknown",
            Self::Operator => "operator-unknown",
        }
    }
}

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

    /// Checks that lines or operators exist.
    fn check(&self, kind: NameKind, names: &[String], option: &'static str) -> Result<(), CliError> {
        let known = self.sellers.iter().map(|(line, operator)| kind.pick(line, operator));
        names.iter().try_for_each(|name| find(known.clone(), kind, name, option).map(drop))
    }
}

/// Checks that all names in a request exist.
pub fn check(args: &WishArgs, known: &CatalogueNames<'_>) -> Result<(), CliError> {
    check_filters(&args.filters, known)?;
    known.check(NameKind::Line, &args.have_sim, "--have-sim")
}

pub fn check_filters(args: &FilterArgs, known: &CatalogueNames<'_>) -> Result<(), CliError> {
    known.check(NameKind::Operator, &args.operator, "--operator")?;
    known.check(NameKind::Operator, &args.not_operator, "--not-operator")?;
    known.check(NameKind::Line, &args.line, "--line")?;
    known.check(NameKind::Line, &args.not_line, "--not-line")
}

/// The slug of a name. If it does not exist, the error suggests similar ones.
fn find<'c>(
    mut known: impl Iterator<Item = &'c Slug> + Clone,
    kind: NameKind,
    name: &str,
    option: &'static str,
) -> Result<&'c Slug, CliError> {
    let all = known.clone();
    let id = kebab(name);
    known.find(|slug| slug.as_str() == id).ok_or_else(|| {
        let error = Error::new(kind.unknown()).with("value", name);
        CliError::option(option, error).suggest(&id, all.map(Slug::as_str))
    })
}

/// The lines or operators of the catalogue that these names stand for.
pub fn slugs<'n>(
    catalogue: &Catalogue,
    kind: NameKind,
    names: impl Iterator<Item = &'n str>,
    option: &'static str,
) -> Result<BTreeSet<Slug>, CliError> {
    let known = catalogue.plans.iter().map(|plan| kind.pick(&plan.line, &plan.operator));
    let read = names.map(|name| {
        let other = KnownNames::built_in().id(kind, name);
        find(known.clone(), kind, name, option)
            .or_else(|error| known.clone().find(|slug| other == Some(slug.as_str())).ok_or(error))
            .cloned()
    });
    read.collect()
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

//! Checks the names of operators, lines and plans that the user gives.

use super::error::AskError;
use super::known_names::{KnownNames, kebab};
use super::options::Options;
use crate::bulk::shortlist::Shortlist;
use crate::catalogue::Catalogue;
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::domain::slug::Slug;
use crate::guide::name_key;
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
    fn check(&self, kind: NameKind, names: &[String], option: &'static str) -> Result<(), AskError> {
        let known = self.sellers.iter().map(|(line, operator)| kind.pick(line, operator));
        names.iter().try_for_each(|name| find(known.clone(), kind, name, option).map(drop))
    }
}

/// Checks that all names in a request exist.
pub fn check(options: &Options, known: &CatalogueNames<'_>) -> Result<(), AskError> {
    known.check(NameKind::Operator, &options.operator, "--operator")?;
    known.check(NameKind::Operator, &options.not_operator, "--not-operator")?;
    known.check(NameKind::Line, &options.line, "--line")?;
    known.check(NameKind::Line, &options.not_line, "--not-line")?;
    known.check(NameKind::Line, &options.have_sim, "--have-sim")
}

/// The slug of a name. If it does not exist, the error suggests similar ones.
fn find<'c>(
    mut known: impl Iterator<Item = &'c Slug> + Clone,
    kind: NameKind,
    name: &str,
    option: &'static str,
) -> Result<&'c Slug, AskError> {
    let all = known.clone();
    let id = kebab(name);
    known.find(|slug| slug.as_str() == id).ok_or_else(|| {
        let error = Error::new(kind.unknown()).with("value", name);
        AskError::option(option, error).suggest(&id, all.map(Slug::as_str))
    })
}

/// The lines or operators of the catalogue that these names stand for.
pub fn slugs<'n>(
    catalogue: &Catalogue,
    kind: NameKind,
    names: impl Iterator<Item = &'n str>,
    option: &'static str,
) -> Result<BTreeSet<Slug>, AskError> {
    let known = catalogue.plans.iter().map(|plan| kind.pick(&plan.line, &plan.operator));
    let read = names.map(|name| {
        let other = KnownNames::built_in().id(kind, name);
        find(known.clone(), kind, name, option)
            .or_else(|error| known.clone().find(|slug| other == Some(slug.as_str())).ok_or(error))
            .cloned()
    });
    read.collect()
}

/// The plan with this id or name in a catalogue.
pub fn plan<'c>(
    catalogue: &'c Catalogue,
    name: &str,
    option: &'static str,
) -> Result<&'c Arc<Plan>, AskError> {
    plan_among(&catalogue.plans, name, option)
}

/// The plan with this id or name among some plans. A name is written as an answer prints it, with or without the star
/// code in brackets.
pub fn plan_among<'c>(
    plans: &'c [Arc<Plan>],
    name: &str,
    option: &'static str,
) -> Result<&'c Arc<Plan>, AskError> {
    match plans_called(plans, name)[..] {
        [plan] => Ok(plan),
        [] => {
            let error = Error::new("plan-unknown").with("value", name);
            Err(AskError::option(option, error)
                .suggest(name, similar_to(name, plans))
                .hint("plans-list-hint"))
        }
        ref several => {
            let ids: Vec<_> = several.iter().map(|plan| format!("`{}`", plan.id)).collect();
            let error = Error::new("plan-name-shared").with("value", name).with("names", ids.join(", "));
            Err(AskError::option(option, error))
        }
    }
}

/// The plans with an id or a name. An id has one plan at most.
pub fn plans_called<'c>(plans: &'c [Arc<Plan>], name: &str) -> Vec<&'c Arc<Plan>> {
    let key = name_key(name);
    match plans.iter().find(|plan| plan.id.as_str() == key) {
        Some(plan) => vec![plan],
        None => plans.iter().filter(|plan| has_name(plan, &key)).collect(),
    }
}

fn has_name(plan: &Plan, key: &str) -> bool {
    let with_code = plan.star_code().and_then(|code| key.strip_suffix(&format!("({code})")));
    let own = name_key(&plan.name);
    own == key || with_code == Some(&own)
}

/// The ids that an unknown one could be meant for, or the names if it is written like a name.
fn similar_to<'c>(name: &str, plans: &'c [Arc<Plan>]) -> impl Iterator<Item = &'c str> {
    let is_id = Slug::parse(name).is_ok();
    plans.iter().map(move |plan| if is_id { plan.id.as_str() } else { &*plan.name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::plan;

    fn named(id: &str, name: &str, buy: Option<&str>) -> Arc<Plan> {
        let own = |text: &str| text.to_owned().into();
        let plan = Plan::clone(&plan(&format!("{id} pass 5")));
        Arc::new(Plan { name: own(name), buy: buy.map(own), ..plan })
    }

    /// Checks the id of the plan that a text names, or the error.
    #[track_caller]
    fn check(text: &str, expected: Result<&str, &str>) {
        let plans = [
            named("pack-20", "Pack eSIM 20 Go", None),
            named("star3-100", "Pass Réseaux 100 DH", Some("*3")),
            named("star3-50", "Pass Internet *3 50 DH", Some("*3")),
            named("a-1", "Europe 1 GB", Some("app")),
            named("b-1", "Europe 1 GB", Some("app")),
            named("c", "pack-20", None),
        ];
        let found = plan_among(&plans, text, "PLAN");
        let found = found.map(|plan| plan.id.as_str()).map_err(|error| error.error().to_string());
        assert_eq!(
            found.as_ref().map_err(String::as_str),
            expected.as_ref().map_err(|error| *error),
            "{text}"
        );
    }

    #[test]
    fn a_plan_has_an_id_and_a_name() {
        check("pack-20", Ok("pack-20"));
        check("PACK-20", Ok("pack-20"));
        check("Pack eSIM 20 Go", Ok("pack-20"));
        check("pack esim 20go", Ok("pack-20"));
        check("pass reseaux 100 dh", Ok("star3-100"));
        check("Pass Réseaux 100 DH (*3)", Ok("star3-100"));
        check("Pass Internet *3 50 DH", Ok("star3-50"));
        check("Pass Internet *3 50 DH (*3)", Ok("star3-50"));
        check("Pass Réseaux 100 DH (*6)", Err("plan-unknown value=`Pass Réseaux 100 DH (*6)`"));
        check("Pack eSIM 40 Go", Err("plan-unknown value=`Pack eSIM 40 Go`"));
        check("", Err("plan-unknown value=``"));
        check("europe 1 GB", Err("plan-name-shared value=`europe 1 GB` names=``a-1`, `b-1``"));
    }
}

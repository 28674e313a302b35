//! `simplan renew-steps`: shows how to renew, step by step.

use super::args::{Global, RenewStepsArgs, RequestArgs};
use super::cost::chosen;
use super::error::CliError;
use super::names::NameKind;
use super::resolve::Resolved;
use super::{Environment, Exit, input, names, need, output, resolve};
use crate::catalogue::Catalogue;
use crate::domain::bill::Bill;
use crate::domain::calendar::{Calendar, When};
use crate::domain::coverage::Use;
use crate::domain::error::Error;
use crate::domain::need::{Need, Span};
use crate::domain::plan::{Kind, Plan};
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::request::Question;
use crate::domain::schedule::Schedule;
use crate::domain::time::{Stay, Validity};
use crate::domain::volume::DataVolume;
use crate::guide::facts::{Facts, Operator};
use crate::guide::situation::{Due, Service, Situation, State};
use crate::guide::steps::steps;
use crate::i18n::{Language, Messages, Topic};
use crate::render::context::Context;
use crate::render::guide::GuideDocument;
use std::collections::BTreeSet;

pub fn run(
    args: &RenewStepsArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let facts = Facts::built_in();
    let wishes = &args.request.wishes;
    let mut named = Named::from_names(&wishes.filters.operator, "--operator", &facts)?;
    let has_need = has_need(&args.request) || (args.plan.is_none() && args.request.need.from.is_some());
    let has_sim = !wishes.have_sim.is_empty();
    let loaded = if args.plan.is_some() || has_need || has_sim {
        Some(input::catalogue(global, environment)?)
    } else {
        None
    };
    let mut needed: Option<(Resolved, PreparedCatalogue, Bill)> = None;
    let mut plan: Option<&Plan> = None;
    if let (Some(id), Some(loaded)) = (&args.plan, &loaded) {
        plan = Some(names::plan(&loaded.catalogue, id, "--plan")?.as_ref());
    } else if let Some(loaded) = loaded.as_ref().filter(|_| !has_need) {
        let of_sims = sellers(&wishes.have_sim, &loaded.catalogue, &facts)?;
        if named.operators.is_empty() {
            named = Named::from_names(&of_sims, "--have-sim", &facts)?;
        }
    } else if let Some(loaded) = &loaded {
        let resolved = resolve::request(&named.narrowed(&args.request, &facts)?, global, &loaded.catalogue)?;
        let prepared = resolve::prepared(&loaded.catalogue.plans, &resolved.request)?;
        let bill = chosen(&[], &loaded.catalogue, &prepared, &resolved)?;
        needed = Some((resolved, prepared, bill));
    }
    let calendar = need::calendar(&args.request.need)?;
    let (dues, ends) = match (&needed, plan) {
        (Some((resolved, _, bill)), _) => dues(bill, &resolved.question, &calendar)?,
        (None, Some(plan)) => due_once(plan, &calendar)?,
        (None, None) => (Vec::new(), None),
    };
    // A SIM is bought only once: the steps are about the plan that is renewed after it.
    let renewed = dues.iter().find(|due| !due.plan.is_sim());
    let is_enough = needed.is_some() && renewed.is_none();
    let plan = plan.or(renewed.map(|due| due.plan));

    let operators = named.operators(plan, &facts)?;
    let service = match plan {
        Some(plan) => Service::from_plan(plan, facts.operator(plan.operator.as_str())),
        None if named.is_brand => Service::DigitalBrand,
        None if wishes.filters.kind == [Kind::Contract] => Service::Monthly,
        None => Service::Prepaid,
    };
    let channel = args.channel.unwrap_or(service.usual_channel());
    let situation = Situation {
        channel,
        payment: args.pay.unwrap_or(channel.usual_payment()),
        state: wishes.state.unwrap_or(State::Active),
        service,
        plan,
        dues: &dues,
        ends: ends.as_ref(),
    };
    situation.check().map_err(CliError::usage)?;

    let guides: Vec<_> = if is_enough {
        Vec::new()
    } else {
        operators.into_iter().map(|operator| steps(&facts, operator, &situation)).collect()
    };
    let messages = Messages::new(language, &[Topic::Answers, Topic::Guide]);
    let high = match &needed {
        Some((resolved, prepared, _)) => resolved.high_use(prepared)?,
        None => None,
    };
    let context = needed.as_ref().map(|(resolved, prepared, _)| Context {
        high: high.as_ref(),
        ..resolved.context(prepared, &messages)
    });
    let document = GuideDocument { guides: &guides, situation: &situation, context, messages: &messages };
    let text = output::text(&document, global, environment)?;
    if let Some(loaded) = &loaded {
        loaded.warn(language, environment);
    }
    if let Some((.., bill)) = &needed {
        output::warn_of_left_out(&bill.left_out, &messages, environment);
    }
    output::answer(&text, global.output.as_deref(), environment)?;
    if let (Some((.., bill)), Some(context)) = (&needed, &context) {
        output::warn_of_first(Some(&bill.offer), context, environment);
    }
    Ok(Exit::Answer)
}

/// Whether the user gave a need, or an option that only makes sense with one.
fn has_need(args: &RequestArgs) -> bool {
    let need = &args.need;
    let wishes = &args.wishes;
    let filters = &wishes.filters;
    let texts = [
        &need.days,
        &need.to,
        &need.data,
        &need.per_day,
        &need.usage,
        &need.minutes,
        &need.margin,
        &wishes.have_data,
        &wishes.have_days,
    ]
    .into_iter()
    .chain([&wishes.max_purchases, &wishes.max_total]);
    let lists = [&filters.line, &filters.not_line, &filters.not_operator];
    texts.into_iter().any(Option::is_some) || lists.into_iter().any(|list| !list.is_empty())
}

/// The sellers of the SIMs that the user has, by the names that the guide knows: a digital brand for its line.
fn sellers(have_sims: &[String], catalogue: &Catalogue, facts: &Facts) -> Result<Vec<String>, CliError> {
    let lines = names::slugs(catalogue, NameKind::Line, have_sims.iter().map(String::as_str), "--have-sim")?;
    let plans = catalogue.plans.iter().filter(|plan| lines.contains(&plan.line));
    let sellers: BTreeSet<&str> = plans
        .map(|plan| {
            let operator = facts.operator(plan.operator.as_str());
            let is_brand = Service::from_plan(plan, operator) == Service::DigitalBrand;
            let brand = operator.filter(|_| is_brand).map(|operator| operator.digital_brand.name.as_str());
            brand.unwrap_or(plan.operator.as_str())
        })
        .collect();
    Ok(sellers.into_iter().map(str::to_owned).collect())
}

/// The operators that the user named, directly or by a digital brand.
pub(super) struct Named<'f> {
    operators: Vec<&'f Operator>,
    /// Whether the user named a digital brand.
    pub(super) is_brand: bool,
}

impl<'f> Named<'f> {
    /// The operators with these names, which the option gives.
    pub(super) fn from_names(
        names: &[String],
        option: &'static str,
        facts: &'f Facts,
    ) -> Result<Self, CliError> {
        let mut named = Self { operators: Vec::new(), is_brand: false };
        for name in names {
            let brand = facts.operator_of_brand(name);
            let found = facts.operator(name).or(brand).ok_or_else(|| unknown(name, option, facts))?;
            named.is_brand |= brand.is_some();
            named.operators.push(found);
        }
        if named.is_brand && named.operators.len() > 1 {
            return Err(CliError::option(option, Error::new("brand-not-alone")));
        }
        Ok(named)
    }

    /// The request, limited to these operators, or to all operators of the guide if none is named.
    fn narrowed(&self, args: &RequestArgs, facts: &'f Facts) -> Result<RequestArgs, CliError> {
        let mut args = args.clone();
        let operators = self.named_or_all(facts);
        args.wishes.filters.operator = operators.iter().map(|operator| operator.id.clone()).collect();
        if self.is_brand {
            let brand = &operators[0].digital_brand;
            let line = brand.line.clone().ok_or_else(|| {
                CliError::nothing(Error::new("brand-without-plans").with("brand", brand.name.as_str()))
            })?;
            args.wishes.filters.line.push(line);
        }
        Ok(args)
    }

    fn named_or_all(&self, facts: &'f Facts) -> Vec<&'f Operator> {
        if self.operators.is_empty() { facts.operators.iter().collect() } else { self.operators.clone() }
    }

    /// The operators whose guides are shown: that of the plan, else the named ones, else all.
    pub(super) fn operators(
        &self,
        plan: Option<&Plan>,
        facts: &'f Facts,
    ) -> Result<Vec<&'f Operator>, CliError> {
        let Some(plan) = plan else { return Ok(self.named_or_all(facts)) };
        let of_plan = facts.operator(plan.operator.as_str()).ok_or_else(|| {
            let error = Error::new("seller-not-in-guide").with("plan", plan.id.as_str());
            CliError::option("--plan", error.with("operator", plan.operator.as_str()))
        })?;
        if let Some(other) = self.operators.iter().find(|operator| operator.id != of_plan.id) {
            let error = Error::new("plan-of-another-operator")
                .with("plan", plan.id.as_str())
                .with("operator", of_plan.id.as_str())
                .with("value", other.id.as_str());
            return Err(CliError::option("--operator", error));
        }
        Ok(vec![of_plan])
    }
}

fn unknown(name: &str, option: &'static str, facts: &Facts) -> CliError {
    let known = facts.operators.iter().flat_map(|operator| [&operator.id, &operator.digital_brand.name]);
    CliError::option(option, Error::new("operator-not-in-guide").with("value", name))
        .suggest(name, known.map(String::as_str))
}

/// Purchases, and until when they last together.
type Dues<'p> = (Vec<Due<'p>>, Option<When>);

/// The purchases of a basket, each with its time.
fn dues<'b>(bill: &'b Bill, question: &Question, calendar: &Calendar) -> Result<Dues<'b>, CliError> {
    let basket = &bill.offer.basket;
    let schedule =
        Schedule::new(basket, &question.need, question.initial.as_ref()).map_err(CliError::usage)?;
    let mut dues = Vec::new();
    for purchase in schedule.purchases.iter().filter(|purchase| purchase.is_needed) {
        let ends = calendar.when(purchase.ends, &question.need).map_err(of_from)?;
        let serves_data = matches!(purchase.purpose, Some(Use::Data | Use::Both));
        dues.push(Due {
            plan: purchase.item.plan.as_ref(),
            starts: calendar.when(purchase.starts, &question.need).map_err(of_from)?,
            data_ends: serves_data.then_some(ends),
        });
    }
    let ends = calendar.when(schedule.ends, &question.need).map_err(of_from)?;
    Ok((dues, Some(ends)))
}

/// One purchase of a plan on the first day; none without that day or without a validity in whole days.
fn due_once<'p>(plan: &'p Plan, calendar: &Calendar) -> Result<Dues<'p>, CliError> {
    let days = plan.validity.and_then(Validity::days).filter(|_| !matches!(calendar, Calendar::Days));
    let Some(days) = days else { return Ok((Vec::new(), None)) };
    // Any need over the validity will do: only its start and end are used.
    let stay = Stay::from_days(u64::from(days)).map_err(of_from)?;
    let need = Need::new(stay, DataVolume::from_kb(1), 0).map_err(of_from)?;
    let starts = calendar.when(Span::ZERO, &need).map_err(of_from)?;
    let ends = calendar.when(need.whole_stay(), &need).map_err(of_from)?;
    Ok((vec![Due { plan, starts, data_ends: None }], Some(ends)))
}

fn of_from(error: Error) -> CliError {
    CliError::option("--from", error)
}

//! Checks the arguments and makes a request of them.

use super::args::{FilterArgs, Global, NeedArgs, RequestArgs, Sims, WishArgs};
use super::error::CliError;
use super::input;
use crate::bulk::shortlist::Shortlist;
use crate::catalogue::Catalogue;
use crate::domain::error::Error;
use crate::domain::explanation::DataWords;
use crate::domain::filters::{Filters, MaxAge, Selection};
use crate::domain::money::{Currency, Money};
use crate::domain::need::Need;
use crate::domain::number::whole;
use crate::domain::plan::{Allowance, Plan};
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::rates::{Rate, Rates};
use crate::domain::request::{InitialBalance, Question, Request};
use crate::domain::schedule::Calendar;
use crate::domain::slug::Slug;
use crate::domain::time::{Stay, Validity, parse_date, whole_number};
use crate::domain::volume::DataVolume;
use crate::guide::situation::State;
use crate::i18n::Messages;
use crate::render::context::Context;
use jiff::Zoned;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZoneDatabase;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A checked request with its question.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The part that does not depend on the need.
    pub request: Request,
    /// The need, including the margin, and its limits.
    pub question: Question,
    /// Whether the data was given in all or for each day.
    pub words: DataWords,
    /// The state of the user's line.
    pub state: State,
    /// Whether points of the stay are days, dates or times.
    pub calendar: Calendar,
}

impl Resolved {
    /// The context in which an answer is rendered.
    pub fn context<'a>(&'a self, prepared: &'a PreparedCatalogue, messages: &'a Messages) -> Context<'a> {
        Context {
            prepared,
            question: &self.question,
            words: self.words,
            calendar: &self.calendar,
            state: self.state,
            messages,
        }
    }
}

/// Checks a request, and that the catalogue has the names in it.
pub fn request(args: &RequestArgs, global: &Global, catalogue: &Catalogue) -> Result<Resolved, CliError> {
    let resolved = asked(args, global)?;
    check(&args.wishes, &CatalogueNames::of(&catalogue.plans))?;
    Ok(resolved)
}

/// Prepares the plans of a catalogue for a request.
pub fn prepared(plans: &[Arc<Plan>], request: &Request) -> Result<PreparedCatalogue, CliError> {
    PreparedCatalogue::new(plans.to_vec(), request.clone()).map_err(|error| match error.code() {
        "rate-unknown" => CliError::option("--currency", error),
        _ => CliError::usage(error),
    })
}

/// Checks a request without a catalogue. Its names have to be checked later, with [`check`].
pub fn asked(args: &RequestArgs, global: &Global) -> Result<Resolved, CliError> {
    let texts = NeedTexts::of(&args.need);
    resolved(need(&texts)?, args, global)
}

/// The same for `--budget`. The data is the result then, so the need has a placeholder.
pub fn asked_for_budget(args: &RequestArgs, budget: &str, global: &Global) -> Result<Resolved, CliError> {
    let texts = NeedTexts { data: Some("1kB"), per_day: None, ..NeedTexts::of(&args.need) };
    let mut resolved = resolved(need(&texts)?, args, global)?;
    let limit = Money::parse(budget, resolved.request.currency);
    resolved.question.max_total = Some(limit.map_err(|error| CliError::option("--budget", error))?);
    Ok(resolved)
}

fn resolved(need: Need, args: &RequestArgs, global: &Global) -> Result<Resolved, CliError> {
    let (request, mut question) = wishes(need, &args.wishes, global)?;
    let percent = args.need.margin.as_deref().map(margin).transpose()?.filter(|percent| *percent > 0);
    if let Some(percent) = percent {
        question.before_margin = Some((need, percent));
        question = question.with_asked(need).map_err(|error| CliError::option("--margin", error))?;
    }
    Ok(Resolved {
        request,
        question,
        words: if args.need.per_day.is_some() { DataWords::PerDay } else { DataWords::Total },
        state: args.wishes.state.unwrap_or(State::Active),
        calendar: calendar(&args.need)?,
    })
}

/// The request and the question for a need, from the other arguments.
pub fn wishes(need: Need, args: &WishArgs, global: &Global) -> Result<(Request, Question), CliError> {
    let currency = Currency::parse(&args.currency).map_err(|error| CliError::option("--currency", error))?;
    let have_sims = slugs(&args.have_sim);
    let mut question = Question::new(need);
    question.initial = initial(args.have_data.as_deref(), args.have_days.as_deref(), &have_sims)?;
    if args.state.is_some_and(|state| state != State::Active) {
        if have_sims.len() != 1 {
            return Err(CliError::option("--state", Error::new("state-needs-one-sim")));
        }
        question.initial = None;
    }
    let purchases = args.max_purchases.as_deref().map(|text| count(text, "--max-purchases"));
    question.max_purchases = purchases.transpose()?;
    question.max_total = args.max_total.as_deref().map(|text| max_total(text, currency)).transpose()?;
    question.two_lines = args.sims == Sims::Two;
    let request = Request {
        filters: wished_filters(&args.filters)?,
        have_sims,
        currency,
        rates: rates(args)?,
        today: today(global)?,
    };
    Ok((request, question))
}

/// Reads a margin, a whole percentage: `10%` or `10`.
fn margin(text: &str) -> Result<u32, CliError> {
    const MOST: u32 = 1_000;
    let digits = text.trim().trim_end_matches('%').trim_end();
    let percent = whole_number(digits).and_then(|percent| u32::try_from(percent).ok());
    percent.filter(|percent| *percent <= MOST).ok_or_else(|| {
        let error = Error::new("margin-form").with("value", text).with("max", u64::from(MOST));
        CliError::option("--margin", error)
    })
}

/// The names of lines and operators in a catalogue.
pub struct CatalogueNames<'c> {
    /// Lines, each with one of its operators. A pair may occur several times.
    sellers: Vec<(&'c Slug, &'c Slug)>,
}

impl<'c> CatalogueNames<'c> {
    /// The names in these plans.
    pub fn of(plans: &'c [Arc<Plan>]) -> Self {
        Self { sellers: plans.iter().map(|plan| (&plan.line, &plan.operator)).collect() }
    }

    /// The names in a shortlist and in the rest of its catalogue.
    pub fn of_shortlist(list: &'c Shortlist) -> Self {
        match &list.rest {
            None => Self::of(&list.plans),
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

fn check_filters(args: &FilterArgs, known: &CatalogueNames<'_>) -> Result<(), CliError> {
    let operator_exists = |name: &String, option| {
        exists(known.sellers.iter().map(|(_, operator)| *operator), name, option, "operator-unknown")
    };
    args.operator.iter().try_for_each(|name| operator_exists(name, "--operator"))?;
    args.not_operator.iter().try_for_each(|name| operator_exists(name, "--not-operator"))?;
    args.line.iter().try_for_each(|name| line_exists(known, name, "--line"))?;
    args.not_line.iter().try_for_each(|name| line_exists(known, name, "--not-line"))
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

/// Reads names. Invalid ones are dropped here, because they are reported as unknown when names are checked.
fn slugs(names: &[String]) -> BTreeSet<Slug> {
    names.iter().filter_map(|name| Slug::parse(name).ok()).collect()
}

/// Reads the maximum total.
pub fn max_total(text: &str, currency: Currency) -> Result<Money, CliError> {
    Money::parse(text, currency).map_err(|error| CliError::option("--max-total", error))
}

/// The balance that is left on the user's SIM; `None` if the user gave none or it has expired.
pub fn initial(
    data: Option<&str>,
    days: Option<&str>,
    have_sims: &BTreeSet<Slug>,
) -> Result<Option<InitialBalance>, CliError> {
    let (data, days) = match (data, days) {
        (None, None) => return Ok(None),
        (Some(data), Some(days)) => (data, days),
        _ => return Err(CliError::usage(Error::new("left-needs-both"))),
    };
    let Some(line) = have_sims.first().filter(|_| have_sims.len() == 1) else {
        return Err(CliError::usage(Error::new("left-needs-one-sim")));
    };
    let data = Allowance::parse(data).map_err(|error| CliError::option("--have-data", error))?;
    let days = count(days, "--have-days")?;
    if days == 0 {
        return Ok(None);
    }
    let validity =
        Validity::parse(&format!("{days}d")).map_err(|error| CliError::option("--have-days", error))?;
    Ok(Some(InitialBalance { line: line.clone(), data, validity }))
}

/// The texts of a need, from the command line or from a row.
#[derive(Clone, Copy, Debug)]
pub struct NeedTexts<'t> {
    pub days: Option<&'t str>,
    pub from: Option<&'t str>,
    pub to: Option<&'t str>,
    pub data: Option<&'t str>,
    pub per_day: Option<&'t str>,
    pub minutes: Option<&'t str>,
}

impl<'t> NeedTexts<'t> {
    fn of(args: &'t NeedArgs) -> Self {
        Self {
            days: args.days.as_deref(),
            from: args.from.as_deref(),
            to: args.to.as_deref(),
            data: args.data.as_deref(),
            per_day: args.per_day.as_deref(),
            minutes: args.minutes.as_deref(),
        }
    }
}

pub fn need(texts: &NeedTexts<'_>) -> Result<Need, CliError> {
    let stay = stay(texts)?;
    let minutes = texts.minutes.map_or(Ok(0), |text| count(text, "--minutes"))?;
    let volume =
        |text: &str, option| DataVolume::parse(text).map_err(|error| CliError::option(option, error));
    match (texts.data, texts.per_day) {
        (Some(text), _) => {
            let data = some(volume(text, "--data")?).map_err(|error| CliError::option("--data", error))?;
            Need::new(stay, data, minutes).map_err(|error| CliError::option("--data", error))
        }
        (None, Some(text)) => {
            let daily =
                some(volume(text, "--per-day")?).map_err(|error| CliError::option("--per-day", error))?;
            Need::per_day(stay, daily, minutes).map_err(|error| CliError::option("--per-day", error))
        }
        (None, None) if minutes > 0 => {
            Need::new(stay, DataVolume::ZERO, minutes).map_err(|error| CliError::option("--minutes", error))
        }
        (None, None) => Err(CliError::usage(Error::new("data-missing"))),
    }
}

/// Checks that a volume is above 0. A need for calls alone gives no data at all.
fn some(data: DataVolume) -> Result<DataVolume, Error> {
    if data == DataVolume::ZERO { Err(Error::new("need-without-data")) } else { Ok(data) }
}

fn stay(texts: &NeedTexts<'_>) -> Result<Stay, CliError> {
    let from = texts.from.map(|text| start_of(text, "--from")).transpose()?;
    let to = texts.to.map(|text| start_of(text, "--to")).transpose()?;
    match (texts.days, from, to) {
        (Some(_), _, Some(_)) => Err(CliError::usage(Error::new("days-twice"))),
        (Some(days), _, None) => Stay::parse(days).map_err(|error| CliError::option("--days", error)),
        (None, Some(from), Some(to)) => {
            let stay = match (from, to) {
                (StayStart::Time(from), StayStart::Time(to)) => Stay::elapsed(from, to),
                _ => Stay::between(from.date(), to.date()),
            };
            stay.map_err(|error| CliError::option("--to", error))
        }
        (None, None, Some(_)) => Err(CliError::usage(Error::new("to-without-from"))),
        (None, Some(_), None) => Err(CliError::usage(Error::new("from-without-end"))),
        (None, None, None) => Err(CliError::usage(Error::new("days-missing"))),
    }
}

/// The start or the end of a stay.
#[derive(Clone, Copy, Debug)]
pub enum StayStart {
    /// A day without a time.
    Day(Date),
    /// A local time.
    Time(DateTime),
}

impl StayStart {
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Time(time) => time.date(),
        }
    }
}

/// The calendar of the stay. It uses the bundled time zones, so that the same input gives the same times everywhere.
pub fn calendar(args: &NeedArgs) -> Result<Calendar, CliError> {
    let Some(from) = &args.from else { return Ok(Calendar::Days) };
    match start_of(from, "--from")? {
        StayStart::Day(date) => Ok(Calendar::Dates(date)),
        StayStart::Time(time) => {
            let zone = TimeZoneDatabase::bundled().get(&args.zone);
            let unknown =
                |_| CliError::option("--zone", Error::new("zone-unknown").with("value", args.zone.as_str()));
            Calendar::starting_at(time, zone.map_err(unknown)?)
                .map_err(|error| CliError::option("--from", error))
        }
    }
}

/// Reads a day, perhaps with a time: `2026-12-01` or `2026-12-01T14:30`.
fn start_of(text: &str, option: &'static str) -> Result<StayStart, CliError> {
    let read = match text.split_once(['T', ' ']) {
        None => parse_date(text).map(StayStart::Day),
        Some((day, clock)) => parse_date(day).and_then(|date| {
            let form = clock.len() == 5
                && clock
                    .bytes()
                    .enumerate()
                    .all(|(at, b)| if at == 2 { b == b':' } else { b.is_ascii_digit() });
            let clock = form.then(|| clock.parse::<Time>().ok()).flatten();
            let clock = clock.ok_or_else(|| Error::new("date-or-time-form").with("value", text))?;
            Ok(StayStart::Time(date.to_datetime(clock)))
        }),
    };
    read.map_err(|error| CliError::option(option, error))
}

/// Reads the plans of a basket and their counts: `ID` or `ID:COUNT`.
pub fn order(catalogue: &Catalogue, names: &[String]) -> Result<Vec<(Arc<Plan>, u64)>, CliError> {
    let mut order: Vec<(Arc<Plan>, u64)> = Vec::new();
    for name in names {
        let (id, count) = name.split_once(':').map_or((name.as_str(), "1"), |(id, count)| (id, count));
        let found = plan(catalogue, id, "PLAN[:COUNT]")?;
        let count = whole_number(count).filter(|&count| count > 0);
        let count = count.ok_or_else(|| {
            CliError::option("PLAN[:COUNT]", Error::new("plan-count-form").with("value", name.as_str()))
        })?;
        match order.iter_mut().find(|(plan, _)| plan.id == found.id) {
            Some((_, total)) => *total = total.saturating_add(count),
            None => order.push((Arc::clone(found), count)),
        }
    }
    Ok(order)
}

/// Reads the filters, and checks that the names in them exist.
pub fn filters(args: &FilterArgs, catalogue: &Catalogue) -> Result<Filters, CliError> {
    let sellers = catalogue.plans.iter().map(|plan| (&plan.line, &plan.operator)).collect();
    check_filters(args, &CatalogueNames { sellers })?;
    wished_filters(args)
}

fn wished_filters(args: &FilterArgs) -> Result<Filters, CliError> {
    let max_age = args.max_age.as_deref().map_or(Ok(MaxAge::Default), MaxAge::parse);
    Ok(Filters {
        operators: Selection { only: slugs(&args.operator), not: slugs(&args.not_operator) },
        lines: Selection { only: slugs(&args.line), not: slugs(&args.not_line) },
        kinds: Selection {
            only: args.kind.iter().copied().collect(),
            not: args.not_kind.iter().copied().collect(),
        },
        form: args.form,
        sold: args.sold,
        no_unlimited: args.no_unlimited,
        resident: args.resident,
        network: args.network,
        min_confidence: args.min_confidence,
        max_age: max_age.map_err(|error| CliError::option("--max-age", error))?,
    })
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

/// The day from which ages are counted.
pub fn today(global: &Global) -> Result<Date, CliError> {
    match &global.today {
        Some(text) => parse_date(text).map_err(|error| CliError::option("--today", error)),
        None => Ok(Zoned::now().date()),
    }
}

/// Reads a whole number.
pub fn count(text: &str, option: &'static str) -> Result<u64, CliError> {
    whole(text, "whole-number-form").map_err(|error| CliError::option(option, error))
}

/// The value of `--threads`, if it is given.
pub fn threads(global: &Global) -> Result<Option<usize>, CliError> {
    let Some(text) = &global.threads else { return Ok(None) };
    let count = whole_number(text).and_then(|count| usize::try_from(count).ok());
    let count = count.filter(|count| (1..=MOST_THREADS).contains(count));
    count.map(Some).ok_or_else(|| {
        let error = Error::new("threads-form").with("value", text.as_str()).with("max", MOST_THREADS as u64);
        CliError::option("--threads", error)
    })
}

/// The maximum of `--threads`: more threads would only take memory.
const MOST_THREADS: usize = 256;

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

fn rates(args: &WishArgs) -> Result<Rates, CliError> {
    let mut rates = input::exchange_rates(args.rates.as_deref())?;
    for text in &args.rate {
        let given =
            text.split_once('=').ok_or_else(|| Error::new("rate-option-form").with("value", text.as_str()));
        let rate = given
            .and_then(|(code, number)| rates.set(Rate::parse(Currency::parse(code)?, number, None, None)?));
        rate.map_err(|error| CliError::option("--rate", error))?;
    }
    Ok(rates)
}

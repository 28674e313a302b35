//! Checks the arguments and makes a request of them.

use super::args::{FilterArgs, Global, RequestArgs, WishArgs};
use super::choices::Sims;
use super::error::CliError;
use super::input;
use super::known_names::kebab;
use super::names::{CatalogueNames, check, check_filters};
use super::need::{NeedTexts, calendar, doubts_of_start, need, usage};
use crate::catalogue::Catalogue;
use crate::domain::calendar::Calendar;
use crate::domain::change::DataWords;
use crate::domain::comparison::best;
use crate::domain::duration;
use crate::domain::error::Error;
use crate::domain::filters::{Filters, MaxAge, Selection};
use crate::domain::money::{Currency, Money};
use crate::domain::need::Need;
use crate::domain::number::{plain, whole};
use crate::domain::plan::{Allowance, Plan, Sold};
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::rates::{Rate, Rates};
use crate::domain::request::{InitialBalance, Question, Request};
use crate::domain::slug::Slug;
use crate::domain::time::{Validity, parse_date, whole_number};
use crate::guide::situation::State;
use crate::i18n::Messages;
use crate::render::context::{Context, HighUse};
use crate::usage::Usage;
use jiff::Zoned;
use jiff::civil::Date;
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
    /// The activities that the need is made of, if it is.
    pub usage: Option<Usage>,
    /// The state of the user's line.
    pub state: State,
    /// Whether points of the stay are days, dates or times.
    pub calendar: Calendar,
    /// What is doubtful about the start of the stay.
    pub doubts: Vec<Error>,
}

impl Resolved {
    /// The context in which an answer is rendered.
    pub fn context<'a>(&'a self, prepared: &'a PreparedCatalogue, messages: &'a Messages) -> Context<'a> {
        Context {
            prepared,
            question: &self.question,
            words: self.words,
            calendar: &self.calendar,
            high: None,
            state: self.state,
            messages,
        }
    }

    /// The activities of the need, and the question for their high estimates. `None` if it is not made of activities.
    pub fn high_question(&self) -> Result<Option<(Usage, Question)>, CliError> {
        let Some(usage) = &self.usage else { return Ok(None) };
        let daily = usage.per_day().high;
        let asked = self.question.asked();
        let question = Need::per_day(asked.stay(), daily, asked.minutes())
            .and_then(|need| self.question.with_asked(need))
            .map_err(|error| CliError::option("--use", error))?;
        Ok(Some((usage.clone(), question)))
    }

    /// What the high estimates would cost, with all plans of a catalogue. A search that is too large gives nothing.
    pub fn high_use(&self, prepared: &PreparedCatalogue) -> Result<Option<HighUse>, CliError> {
        let high = self.high_question()?;
        Ok(high.and_then(|(usage, question)| {
            let offer = best(prepared, &question, 1).ok()?.into_iter().next();
            Some(HighUse { usage, question, offer })
        }))
    }
}

/// Checks a request, and that the catalogue has the names in it.
pub fn request(args: &RequestArgs, global: &Global, catalogue: &Catalogue) -> Result<Resolved, CliError> {
    let resolved = asked(args, global)?;
    check(&args.wishes, &CatalogueNames::from_plans(&catalogue.plans))?;
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
    let texts = NeedTexts::from_args(&args.need);
    resolved(need(&texts)?, args, global)
}

/// The same for `--budget`. The data is the result then, so the need has a placeholder.
pub fn asked_for_budget(args: &RequestArgs, budget: &str, global: &Global) -> Result<Resolved, CliError> {
    if args.wishes.sims == Sims::Two {
        let error = Error::new("options-conflict").with("option", "--budget");
        return Err(CliError::usage(error.with("others", "`--sims 2`")));
    }
    let texts =
        NeedTexts { data: Some("1kB"), per_day: None, usage: None, ..NeedTexts::from_args(&args.need) };
    let stay = need(&texts).map_err(|error| match error.error().code() {
        "days-missing" => CliError::usage(Error::new("days-missing-for-budget").with("value", budget)),
        _ => error,
    })?;
    let mut resolved = resolved(stay, args, global)?;
    let limit = Money::typed(budget, resolved.request.currency);
    resolved.question.max_total = Some(limit.map_err(|error| CliError::option("--budget", error))?);
    Ok(resolved)
}

fn resolved(need: Need, args: &RequestArgs, global: &Global) -> Result<Resolved, CliError> {
    let (request, mut question) = wishes(need, &args.wishes, global)?;
    let balance = BalanceTexts::from_args(&args.wishes);
    question.initial = initial(&balance, args.wishes.state, &request.have_sims)?;
    let percent = args.need.margin.as_deref().map(margin).transpose()?.filter(|percent| *percent > 0);
    if let Some(percent) = percent {
        question.before_margin = Some((need, percent));
        question = question.with_asked(need).map_err(|error| CliError::option("--margin", error))?;
    }
    let calendar = calendar(&args.need)?;
    let from = args.need.from.as_deref();
    let doubts = from.map(|from| doubts_of_start(from, &calendar, request.today)).transpose()?;
    Ok(Resolved {
        doubts: doubts.unwrap_or_default(),
        request,
        question,
        words: if args.need.per_day.is_some() || args.need.usage.is_some() {
            DataWords::PerDay
        } else {
            DataWords::Total
        },
        usage: args.need.usage.as_deref().map(usage).transpose()?,
        state: args.wishes.state.unwrap_or(State::Active),
        calendar,
    })
}

/// The request and the question for a need, from the other arguments. What is left on the user's SIM is read by
/// [`initial`], because a row can have its own.
pub fn wishes(need: Need, args: &WishArgs, global: &Global) -> Result<(Request, Question), CliError> {
    let currency = Currency::parse(&args.currency).map_err(|error| CliError::option("--currency", error))?;
    let mut question = Question::new(need);
    question.max_purchases = args.max_purchases.as_deref().map(max_purchases).transpose()?;
    question.max_total = args.max_total.as_deref().map(|text| max_total(text, currency)).transpose()?;
    question.two_lines = args.sims == Sims::Two;
    let request = Request {
        filters: wished_filters(&args.filters)?,
        have_sims: slugs(&args.have_sim),
        currency,
        rates: rates(args)?,
        today: today(global)?,
    };
    Ok((request, question))
}

/// Reads a maximum number of purchases, above 0.
pub fn max_purchases(text: &str) -> Result<u64, CliError> {
    match whole(text, "max-purchases-form") {
        Ok(0) => Err(Error::new("max-purchases-zero").with("value", text)),
        most => most,
    }
    .map_err(|error| CliError::option("--max-purchases", error))
}

/// Reads a margin, a whole percentage: `10%`, `10 %` or `10`.
fn margin(text: &str) -> Result<u32, CliError> {
    const MOST: u32 = 1_000;
    let typed = plain(text);
    let digits = typed.strip_suffix('%').unwrap_or(&typed).trim_end();
    let percent = whole_number(digits).and_then(|number| u32::try_from(number).ok());
    percent.filter(|percent| *percent <= MOST).ok_or_else(|| {
        let error = Error::new("margin-form").with("value", text).with("max", u64::from(MOST));
        CliError::option("--margin", error)
    })
}

/// Reads names. Invalid ones are dropped here, because they are reported as unknown when names are checked.
pub fn slugs(names: &[String]) -> BTreeSet<Slug> {
    names.iter().filter_map(|name| Slug::parse(&kebab(name)).ok()).collect()
}

/// Reads the maximum total.
pub fn max_total(text: &str, currency: Currency) -> Result<Money, CliError> {
    Money::typed(text, currency).map_err(|error| CliError::option("--max-total", error))
}

/// The texts of the balance that is left on the user's SIM, from the command line or from a row.
#[derive(Clone, Copy, Debug)]
pub struct BalanceTexts<'t> {
    pub data: Option<&'t str>,
    pub days: Option<&'t str>,
}

impl<'t> BalanceTexts<'t> {
    pub fn from_args(args: &'t WishArgs) -> Self {
        Self { data: args.have_data.as_deref(), days: args.have_days.as_deref() }
    }

    /// Reads the texts, whichever of them there are.
    pub fn read(&self) -> Result<(Option<Allowance>, Option<Validity>), CliError> {
        let data = self.data.map(Allowance::parse).transpose();
        let data = data.map_err(|error| CliError::option("--have-data", error))?;
        let days = self.days.map(remaining_validity).transpose()?.flatten();
        Ok((data, days))
    }
}

/// Reads the days for which a balance is valid; `None` if it has expired.
fn remaining_validity(text: &str) -> Result<Option<Validity>, CliError> {
    let days =
        duration::days(text, "have-days-form").map_err(|error| CliError::option("--have-days", error))?;
    let Some(hours) = u32::try_from(days).ok().and_then(|days| days.checked_mul(24)) else {
        let most = u64::from(u32::MAX / 24);
        let error = Error::new("number-too-large").with("value", text).with("max", most);
        return Err(CliError::option("--have-days", error));
    };
    Ok(Validity::from_hours(hours))
}

/// The balance that is left on the user's SIM. `None` if the user gave none, if it has expired, or if the line does not
/// work: then nothing counts as left.
pub fn initial(
    texts: &BalanceTexts<'_>,
    state: Option<State>,
    have_sims: &BTreeSet<Slug>,
) -> Result<Option<InitialBalance>, CliError> {
    let line = have_sims.first().filter(|_| have_sims.len() == 1);
    let is_blocked = state.is_some_and(|state| state != State::Active);
    if is_blocked && line.is_none() {
        return Err(CliError::option("--state", Error::new("state-needs-one-sim")));
    }
    match (texts.data, texts.days) {
        (None, None) => return Ok(None),
        (Some(_), Some(_)) => {}
        _ => return Err(CliError::usage(Error::new("left-needs-both"))),
    }
    let Some(line) = line else { return Err(CliError::usage(Error::new("left-needs-one-sim"))) };
    let (Some(data), Some(validity)) = texts.read()? else { return Ok(None) };
    Ok((!is_blocked).then(|| InitialBalance { line: line.clone(), data, validity }))
}

/// Reads the filters, and checks that the names in them exist.
pub fn filters(args: &FilterArgs, catalogue: &Catalogue) -> Result<Filters, CliError> {
    check_filters(args, &CatalogueNames::from_plans(&catalogue.plans))?;
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
        sold: sold(args)?,
        no_unlimited: args.no_unlimited,
        resident: args.resident,
        network: args.network,
        min_confidence: args.min_confidence,
        max_age: max_age.map_err(|error| CliError::option("--max-age", error))?,
    })
}

/// Where plans have to be sold. Before the arrival one can only buy what is sold abroad.
fn sold(args: &FilterArgs) -> Result<Option<Sold>, CliError> {
    match args.sold {
        Some(place) if args.before_arrival && place != Sold::Abroad => {
            let error = Error::new("options-conflict").with("option", "--before-arrival");
            Err(CliError::usage(error.with("others", format!("`--sold {place}`"))))
        }
        None if args.before_arrival => Ok(Some(Sold::Abroad)),
        place => Ok(place),
    }
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

/// Reads a number of offers; 0 means all.
pub fn limit(text: &str, option: &'static str) -> Result<usize, CliError> {
    let limit = count(text, option)?;
    Ok(usize::try_from(limit).ok().filter(|&most| most > 0).unwrap_or(usize::MAX))
}

/// The value of `--threads`, if it is given.
pub fn threads(global: &Global) -> Result<Option<usize>, CliError> {
    let Some(text) = &global.threads else { return Ok(None) };
    let count = whole_number(&plain(text))
        .and_then(|count| usize::try_from(count).ok())
        .filter(|count| (1..=MOST_THREADS).contains(count));
    count.map(Some).ok_or_else(|| {
        let error = Error::new("threads-form").with("value", text.as_str()).with("max", MOST_THREADS as u64);
        CliError::option("--threads", error)
    })
}

/// The maximum of `--threads`: more threads would only take memory.
const MOST_THREADS: usize = 256;

fn rates(args: &WishArgs) -> Result<Rates, CliError> {
    let mut rates = input::exchange_rates(args.rates.as_deref())?;
    let mut given = BTreeSet::new();
    for text in &args.rate {
        set_rate(&mut rates, &mut given, text).map_err(|error| CliError::option("--rate", error))?;
    }
    Ok(rates)
}

/// Replaces a rate by one that the user gives: `USD=9.35`. `given` are the currencies for which there was one.
fn set_rate(rates: &mut Rates, given: &mut BTreeSet<Currency>, text: &str) -> Result<(), Error> {
    let typed = plain(text);
    let form = || Error::new("rate-option-form").with("value", text);
    let (code, number) = typed.split_once('=').ok_or_else(form)?;
    let currency = Currency::parse(code.trim())?;
    rates.set(Rate::parse(currency, number.trim(), None, None)?)?;
    if given.insert(currency) {
        Ok(())
    } else {
        Err(Error::new("rate-twice").with("currency", currency.code()))
    }
}

//! Checks the options of a question, and makes a request of them.

use super::error::AskError;
use super::known_names::kebab;
use super::mine::mine;
use super::names::{CatalogueNames, check};
use super::need::{NeedTexts, calendar, doubts_of_start, need, usage};
use super::options::{DEFAULT_CURRENCY, Options, Sims};
use crate::catalogue::Catalogue;
use crate::domain::calendar::Calendar;
use crate::domain::change::DataWords;
use crate::domain::comparison::best;
use crate::domain::currency::Currency;
use crate::domain::duration;
use crate::domain::error::Error;
use crate::domain::filters::{Filters, MaxAge, Selection};
use crate::domain::money::Money;
use crate::domain::need::Need;
use crate::domain::number::{plain, whole};
use crate::domain::plan::{Allowance, Plan, Sold};
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::rates::{Rate, Rates};
use crate::domain::request::{InitialBalance, Question, Request};
use crate::domain::slug::Slug;
use crate::domain::time::{Validity, whole_number};
use crate::guide::situation::State;
use crate::i18n::Messages;
use crate::render::context::{Context, HighUse};
use crate::usage::Usage;
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
    pub fn high_question(&self) -> Result<Option<(Usage, Question)>, AskError> {
        let Some(usage) = &self.usage else { return Ok(None) };
        let daily = usage.per_day().high;
        let asked = self.question.asked();
        let question = Need::per_day(asked.stay(), daily, asked.minutes())
            .and_then(|need| self.question.with_asked(need))
            .map_err(|error| AskError::option("--use", error))?;
        Ok(Some((usage.clone(), question)))
    }

    /// What the high estimates would cost, with all plans of a catalogue. A search that is too large gives nothing.
    pub fn high_use(&self, prepared: &PreparedCatalogue) -> Result<Option<HighUse>, AskError> {
        let high = self.high_question()?;
        Ok(high.and_then(|(usage, question)| {
            let offer = best(prepared, &question, 1).ok()?.into_iter().next();
            Some(HighUse { usage, question, offer })
        }))
    }
}

/// What every answer depends on besides its question and its plans.
#[derive(Clone, Debug)]
pub struct Basis {
    /// The day from which ages are counted.
    pub today: Date,
    /// The exchange rates, without those of the user.
    pub rates: Rates,
}

/// Checks a request, and that these plans have the names in it.
pub fn request(options: &Options, basis: &Basis, plans: &[Arc<Plan>]) -> Result<Resolved, AskError> {
    let asked = asked(options, basis)?;
    check(options, &CatalogueNames::from_plans(plans))?;
    Ok(asked)
}

/// Prepares the plans of a catalogue for a request, and what the user has already.
pub fn prepared(plans: &[Arc<Plan>], request: &Request) -> Result<PreparedCatalogue, AskError> {
    let mut plans = plans.to_vec();
    if let Some(mine) = &request.mine {
        if plans.iter().any(|plan| plan.id == mine.id || plan.line == mine.line) {
            return Err(AskError::option("--mine", Error::new("mine-taken").with("value", mine.id.as_str())));
        }
        plans.push(Arc::clone(mine));
    }
    PreparedCatalogue::new(plans, request.clone()).map_err(|error| match error.code() {
        "rate-unknown" => AskError::option("--currency", error),
        _ => AskError::usage(error),
    })
}

/// Checks a request without a catalogue. Its names have to be checked later, with [`check`].
pub fn asked(options: &Options, basis: &Basis) -> Result<Resolved, AskError> {
    of_need(need(&NeedTexts::from_options(options))?, options, basis)
}

/// The same for `--budget`. The data is the result then, so the need has a placeholder.
pub fn asked_for_budget(options: &Options, budget: &str, basis: &Basis) -> Result<Resolved, AskError> {
    if options.sims == Sims::Two {
        let error = Error::new("options-conflict").with("option", "--budget");
        return Err(AskError::usage(error.with("others", "`--sims 2`")));
    }
    let texts =
        NeedTexts { data: Some("1kB"), per_day: None, usage: None, ..NeedTexts::from_options(options) };
    let stay = need(&texts).map_err(|error| match error.error().code() {
        "days-missing" => AskError::usage(Error::new("days-missing-for-budget").with("value", budget)),
        _ => error,
    })?;
    let mut asked = of_need(stay, options, basis)?;
    let limit = Money::typed(budget, asked.request.currency);
    asked.question.max_total = Some(limit.map_err(|error| AskError::option("--budget", error))?);
    Ok(asked)
}

fn of_need(need: Need, options: &Options, basis: &Basis) -> Result<Resolved, AskError> {
    let (request, mut question) = wishes(need, options, basis)?;
    let balance = BalanceTexts::from_options(options);
    question.initial = initial(&balance, options.state, &request.have_sims)?;
    let percent = options.margin.as_deref().map(margin).transpose()?.filter(|percent| *percent > 0);
    if let Some(percent) = percent {
        question.before_margin = Some((need, percent));
        question = question.with_asked(need).map_err(|error| AskError::option("--margin", error))?;
    }
    let calendar = calendar(options)?;
    let from = options.from.as_deref();
    let doubts = from.map(|from| doubts_of_start(from, &calendar, request.today)).transpose()?;
    Ok(Resolved {
        doubts: doubts.unwrap_or_default(),
        request,
        question,
        words: if options.per_day.is_some() || options.usage.is_some() {
            DataWords::PerDay
        } else {
            DataWords::Total
        },
        usage: options.usage.as_deref().map(usage).transpose()?,
        state: options.state.unwrap_or(State::Active),
        calendar,
    })
}

/// The request and the question for a need, from the other arguments. What is left on the user's SIM is read by
/// [`initial`], because a row can have its own.
pub fn wishes(need: Need, options: &Options, basis: &Basis) -> Result<(Request, Question), AskError> {
    let currency = Currency::parse(options.currency.as_deref().unwrap_or(DEFAULT_CURRENCY));
    let currency = currency.map_err(|error| AskError::option("--currency", error))?;
    let mut question = Question::new(need);
    question.max_purchases = options.max_purchases.as_deref().map(max_purchases).transpose()?;
    question.max_total = options.max_total.as_deref().map(|text| max_total(text, currency)).transpose()?;
    question.two_lines = options.sims == Sims::Two;
    let own = options.mine.as_deref().map(|text| mine_of(text, currency, basis.today));
    let request = Request {
        filters: wished_filters(options)?,
        have_sims: slugs(&options.have_sim),
        currency,
        rates: rates(options, &basis.rates)?,
        today: basis.today,
        mine: own.transpose()?,
    };
    Ok((request, question))
}

/// Reads what the user has already.
pub fn mine_of(text: &str, shown: Currency, today: Date) -> Result<Arc<Plan>, AskError> {
    mine(text, shown, today).map_err(|error| AskError::option("--mine", error))
}

/// Reads a maximum number of purchases, above 0.
pub fn max_purchases(text: &str) -> Result<u64, AskError> {
    match whole(text, "max-purchases-form") {
        Ok(0) => Err(Error::new("max-purchases-zero").with("value", text)),
        most => most,
    }
    .map_err(|error| AskError::option("--max-purchases", error))
}

/// Reads a margin, a whole percentage: `10%`, `10 %` or `10`.
fn margin(text: &str) -> Result<u32, AskError> {
    const MOST: u32 = 1_000;
    percentage(text).filter(|percent| *percent <= MOST).ok_or_else(|| {
        let error = Error::new("margin-form").with("value", text).with("max", u64::from(MOST));
        AskError::option("--margin", error)
    })
}

/// Reads a whole percentage: `10%`, `10 %` or `10`.
pub fn percentage(text: &str) -> Option<u32> {
    let typed = plain(text);
    let digits = typed.strip_suffix('%').unwrap_or(&typed).trim_end();
    whole_number(digits).and_then(|number| u32::try_from(number).ok())
}

/// Reads names. Invalid ones are dropped here, because they are reported as unknown when names are checked.
pub fn slugs(names: &[String]) -> BTreeSet<Slug> {
    names.iter().filter_map(|name| Slug::parse(&kebab(name)).ok()).collect()
}

/// Reads the maximum total.
pub fn max_total(text: &str, currency: Currency) -> Result<Money, AskError> {
    Money::typed(text, currency).map_err(|error| AskError::option("--max-total", error))
}

/// The texts of the balance that is left on the user's SIM, from options or from a row.
#[derive(Clone, Copy, Debug)]
pub struct BalanceTexts<'t> {
    pub data: Option<&'t str>,
    pub days: Option<&'t str>,
}

impl<'t> BalanceTexts<'t> {
    pub fn from_options(options: &'t Options) -> Self {
        Self { data: options.have_data.as_deref(), days: options.have_days.as_deref() }
    }

    /// Reads the texts, whichever of them there are.
    pub fn read(&self) -> Result<(Option<Allowance>, Option<Validity>), AskError> {
        let data = self.data.map(Allowance::parse).transpose();
        let data = data.map_err(|error| AskError::option("--have-data", error))?;
        let days = self.days.map(remaining_validity).transpose()?.flatten();
        Ok((data, days))
    }
}

/// Reads the days for which a balance is valid; `None` if it has expired.
fn remaining_validity(text: &str) -> Result<Option<Validity>, AskError> {
    let days =
        duration::days(text, "have-days-form").map_err(|error| AskError::option("--have-days", error))?;
    let Some(hours) = u32::try_from(days).ok().and_then(|days| days.checked_mul(24)) else {
        let most = u64::from(u32::MAX / 24);
        let error = Error::new("number-too-large").with("value", text).with("max", most);
        return Err(AskError::option("--have-days", error));
    };
    Ok(Validity::from_hours(hours))
}

/// The balance that is left on the user's SIM. `None` if the user gave none, if it has expired, or if the line does not
/// work: then nothing counts as left.
pub fn initial(
    texts: &BalanceTexts<'_>,
    state: Option<State>,
    have_sims: &BTreeSet<Slug>,
) -> Result<Option<InitialBalance>, AskError> {
    let line = have_sims.first().filter(|_| have_sims.len() == 1);
    let is_blocked = state.is_some_and(|state| state != State::Active);
    if is_blocked && line.is_none() {
        return Err(AskError::option("--state", Error::new("state-needs-one-sim")));
    }
    match (texts.data, texts.days) {
        (None, None) => return Ok(None),
        (Some(_), Some(_)) => {}
        _ => return Err(AskError::usage(Error::new("left-needs-both"))),
    }
    let Some(line) = line else { return Err(AskError::usage(Error::new("left-needs-one-sim"))) };
    let (Some(data), Some(validity)) = texts.read()? else { return Ok(None) };
    Ok((!is_blocked).then(|| InitialBalance { line: line.clone(), data, validity }))
}

/// Reads the filters, and checks that the names in them exist.
pub fn filters(options: &Options, catalogue: &Catalogue) -> Result<Filters, AskError> {
    check(options, &CatalogueNames::from_plans(&catalogue.plans))?;
    wished_filters(options)
}

fn wished_filters(options: &Options) -> Result<Filters, AskError> {
    let max_age = options.max_age.as_deref().map_or(Ok(MaxAge::Default), MaxAge::parse);
    Ok(Filters {
        operators: Selection { only: slugs(&options.operator), not: slugs(&options.not_operator) },
        lines: Selection { only: slugs(&options.line), not: slugs(&options.not_line) },
        kinds: Selection {
            only: options.kind.iter().copied().collect(),
            not: options.not_kind.iter().copied().collect(),
        },
        form: options.form,
        sold: sold(options)?,
        no_unlimited: options.no_unlimited,
        resident: options.resident,
        network: options.network,
        min_confidence: options.min_confidence,
        max_age: max_age.map_err(|error| AskError::option("--max-age", error))?,
    })
}

/// Where plans have to be sold. Before the arrival one can only buy what is sold abroad.
fn sold(options: &Options) -> Result<Option<Sold>, AskError> {
    match options.sold {
        Some(place) if options.before_arrival && place != Sold::Abroad => {
            let error = Error::new("options-conflict").with("option", "--before-arrival");
            Err(AskError::usage(error.with("others", format!("`--sold {place}`"))))
        }
        None if options.before_arrival => Ok(Some(Sold::Abroad)),
        place => Ok(place),
    }
}

/// The rates, with those of the user in place of them.
fn rates(options: &Options, known: &Rates) -> Result<Rates, AskError> {
    let mut rates = known.clone();
    let mut given = BTreeSet::new();
    for text in &options.rate {
        set_rate(&mut rates, &mut given, text).map_err(|error| AskError::option("--rate", error))?;
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

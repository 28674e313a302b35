//! From the arguments of a command to the options of a question, and the arguments that are about the program itself.

use super::args::{FilterArgs, Global, MineArgs, RequestArgs, WishArgs};
use super::input;
use crate::ask::request::Basis;
use crate::ask::{AskError, DEFAULT_CURRENCY, DEFAULT_ZONE, Options};
use crate::catalogue::delimiter::Delimiter;
use crate::domain::error::Error;
use crate::domain::number::{plain, whole};
use crate::domain::time::{parse_date, whole_number};
use jiff::ZonedDateTime;
use jiff::civil::Date;

/// A request, and what the user has already.
impl From<(&RequestArgs, &MineArgs)> for Options {
    fn from((request, mine): (&RequestArgs, &MineArgs)) -> Self {
        Self { mine: mine.mine.clone(), ..Self::from(request) }
    }
}

impl From<&RequestArgs> for Options {
    fn from(args: &RequestArgs) -> Self {
        let need = &args.need;
        Self {
            days: need.days.clone(),
            from: need.from.clone(),
            to: need.to.clone(),
            data: need.data.clone(),
            per_day: need.per_day.clone(),
            usage: need.usage.clone(),
            minutes: need.minutes.clone(),
            margin: need.margin.clone(),
            zone: Some(need.zone.clone()).filter(|zone| zone != DEFAULT_ZONE),
            ..Self::from(&args.wishes)
        }
    }
}

impl From<&WishArgs> for Options {
    fn from(args: &WishArgs) -> Self {
        Self {
            have_sim: args.have_sim.clone(),
            have_data: args.have_data.clone(),
            have_days: args.have_days.clone(),
            state: args.state,
            sims: args.sims,
            max_purchases: args.max_purchases.clone(),
            max_total: args.max_total.clone(),
            currency: Some(args.currency.clone()).filter(|currency| currency != DEFAULT_CURRENCY),
            rate: args.rate.clone(),
            ..Self::from(&args.filters)
        }
    }
}

impl From<&FilterArgs> for Options {
    fn from(args: &FilterArgs) -> Self {
        Self {
            operator: args.operator.clone(),
            not_operator: args.not_operator.clone(),
            line: args.line.clone(),
            not_line: args.not_line.clone(),
            kind: args.kind.clone(),
            not_kind: args.not_kind.clone(),
            form: args.form,
            sold: args.sold,
            before_arrival: args.before_arrival,
            no_unlimited: args.no_unlimited,
            resident: args.resident,
            network: args.network,
            min_confidence: args.min_confidence,
            max_age: args.max_age.clone(),
            ..Self::default()
        }
    }
}

/// What every answer depends on besides its question: the reference date, and the rates of a file or the built-in ones.
pub fn basis(args: &WishArgs, global: &Global) -> Result<Basis, AskError> {
    Ok(Basis { today: today(global)?, rates: input::exchange_rates(args.rates.as_deref(), global)? })
}

/// The day from which ages are counted.
pub fn today(global: &Global) -> Result<Date, AskError> {
    match &global.today {
        Some(text) => parse_date(text).map_err(|error| AskError::option("--today", error)),
        None => Ok(ZonedDateTime::now().date()),
    }
}

/// The delimiter that is asked for.
pub fn delimiter(global: &Global) -> Result<Option<Delimiter>, AskError> {
    let delimiter = global.delimiter.as_deref().map(Delimiter::parse).transpose();
    delimiter.map_err(|error| AskError::option("--delimiter", error))
}

/// Reads a whole number.
pub fn count(text: &str, option: &'static str) -> Result<u64, AskError> {
    whole(text, "whole-number-form").map_err(|error| AskError::option(option, error))
}

/// Reads a number of offers; 0 means all.
pub fn limit(text: &str, option: &'static str) -> Result<usize, AskError> {
    let limit = count(text, option)?;
    Ok(usize::try_from(limit).ok().filter(|&most| most > 0).unwrap_or(usize::MAX))
}

/// The value of `--threads`, if it is given.
pub fn threads(global: &Global) -> Result<Option<usize>, AskError> {
    let Some(text) = &global.threads else { return Ok(None) };
    let count = whole_number(&plain(text))
        .and_then(|count| usize::try_from(count).ok())
        .filter(|count| (1..=MOST_THREADS).contains(count));
    count.map(Some).ok_or_else(|| {
        let error = Error::new("threads-form").with("value", text.as_str()).with("max", MOST_THREADS as u64);
        AskError::option("--threads", error)
    })
}

/// The maximum of `--threads`: more threads would only take memory.
const MOST_THREADS: usize = 256;

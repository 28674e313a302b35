//! The exact model: what a plan serves, what a basket costs, which offer is best.
//!
//! The domain is pure: it does not read a file, a clock or the environment, does not print, and knows no human
//! language. Errors and refusals are stable codes with [figures](error::Figure), which `i18n` turns into sentences.

mod alone;
pub mod alternatives;
pub mod amount_change;
pub mod basket;
pub mod bill;
pub mod budget;
pub mod calendar;
pub mod change;
pub mod comparison;
pub mod coverage;
pub mod currency;
pub mod dominance;
pub mod duration;
pub mod error;
pub mod explanation;
pub mod filters;
mod floor;
pub mod judge;
pub mod last_day;
mod line;
pub mod live;
pub mod money;
pub mod need;
pub mod number;
pub mod outlook;
pub mod people;
pub mod plan;
pub mod prepared;
pub mod rates;
pub mod refusal;
pub mod request;
pub mod schedule;
pub mod slug;
pub mod solver;
pub mod stale;
#[cfg(test)]
pub(crate) mod testing;
pub mod time;
pub mod volume;
pub mod what_if;
pub mod word;
mod written_date;

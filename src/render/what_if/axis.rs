//! What moves in an answer, and its points in words.

use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::volume::DataVolume;
use crate::domain::what_if::Moving;
use crate::i18n::Messages;
use crate::render::context::Context;

/// What moves in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Data or days.
    Need(Moving),
    /// A budget, in minor units of the shown currency.
    Budget,
}

/// What moves, with the language and the currency of its points.
#[derive(Clone, Copy)]
pub(super) struct Along<'a> {
    pub context: Context<'a>,
    pub axis: Axis,
}

impl Along<'_> {
    /// A point in words: `2.5 GB`, `14 days`, `120 MAD`.
    pub fn point(&self, at: u64) -> Result<String, Error> {
        let messages = self.messages();
        Ok(match self.axis {
            Axis::Need(Moving::Data) => messages.volume(DataVolume::from_kb(at)),
            Axis::Need(Moving::DailyData) => {
                messages.tr_with("per-day-short", [("volume", messages.volume(DataVolume::from_kb(at)))])
            }
            Axis::Need(Moving::Days | Moving::DaysAt(_)) => messages.days(at),
            Axis::Budget => messages.short_money(self.money(at.into())?),
        })
    }

    /// A level of a chart in words: a total, or the data that a budget buys.
    pub fn level(&self, level: u128) -> Result<String, Error> {
        match (self.axis, u64::try_from(level)) {
            (Axis::Need(_), _) => Ok(self.messages().short_money(self.money(level)?)),
            (Axis::Budget, Ok(kb)) => Ok(self.messages().volume(DataVolume::from_kb(kb))),
            (Axis::Budget, Err(_)) => Ok(self.messages().tr("unlimited")),
        }
    }

    /// A point for scripts, in MB, days or the shown currency.
    pub fn machine_point(&self, at: u64) -> Result<String, Error> {
        Ok(match self.axis {
            Axis::Need(Moving::Data | Moving::DailyData) => DataVolume::from_kb(at).in_mb(),
            Axis::Need(Moving::Days | Moving::DaysAt(_)) => at.to_string(),
            Axis::Budget => self.money(at.into())?.amount_text(),
        })
    }

    /// The word of what moves, and its unit.
    pub fn words(&self) -> (&'static str, &'static str) {
        match self.axis {
            Axis::Need(Moving::Data) => ("data", "mb"),
            Axis::Need(Moving::DailyData) => ("per-day", "mb"),
            Axis::Need(Moving::Days | Moving::DaysAt(_)) => ("days", "days"),
            Axis::Budget => ("budget", self.context.currency().code()),
        }
    }

    pub fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn money(&self, minor: u128) -> Result<Money, Error> {
        Money::from_minor(minor, self.context.currency())
    }
}

//! The schedule: the purchases of a basket in order, when each is due, and why then.
//!
//! A SIM comes first, then the purchase that serves longest. What would only begin when the stay is over is there for
//! its minutes: it is bought when the stay begins, so that the minutes can be used, and its data is not counted on.

use super::basket::{Basket, Item};
use super::error::Error;
use super::money::Money;
use super::need::{Need, ServedTime};
use super::plan::{Allowance, DataPer};
use super::request::Left;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Zoned};

/// The purchases of a basket, as they follow one another.
#[derive(Clone, Debug)]
pub struct Schedule<'b> {
    /// Until when what the user has already serves.
    pub already: ServedTime,
    /// The purchases.
    pub purchases: Vec<Purchase<'b>>,
    /// Until when everything serves; not beyond what is served.
    pub ends: ServedTime,
}

/// One purchase at its time.
#[derive(Clone, Copy, Debug)]
pub struct Purchase<'b> {
    /// What is bought; its count is that of the basket, this is one of them.
    pub item: &'b Item,
    /// Which purchase of this item it is, from 1.
    pub number: u64,
    /// When it begins.
    pub starts: ServedTime,
    /// When it ends: its data is used up or its validity is over.
    pub ends: ServedTime,
    /// Why it begins then.
    pub why: Why,
    /// What has been paid with it, in all.
    pub paid: Money,
}

/// Why a purchase is made when it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The stay begins.
    StayBegins,
    /// The data before it is used up.
    DataUsedUp,
    /// The validity before it is over.
    ValidityOver,
}

impl Why {
    /// The stable word of machine formats.
    pub fn word(self) -> &'static str {
        match self {
            Self::StayBegins => "stay-begins",
            Self::DataUsedUp => "data-used-up",
            Self::ValidityOver => "validity-over",
        }
    }
}

/// The most purchases that a schedule lists: past it nobody could follow it.
const MOST_PURCHASES: u64 = 100_000;

impl<'b> Schedule<'b> {
    /// The schedule of a basket. What is `left` on the user's SIM serves first.
    ///
    /// # Errors
    /// `schedule-too-long` with the purchases; `amount-too-large`, `time-too-large`.
    pub fn of(basket: &'b Basket, need: &Need, left: Option<&Left>) -> Result<Self, Error> {
        if basket.purchases() > MOST_PURCHASES {
            let error = Error::new("schedule-too-long").with("count", basket.purchases());
            return Err(error.with("max", MOST_PURCHASES));
        }
        let why_after = |allowance, per, validity, served| match (allowance, per) {
            (Allowance::Volume(volume), DataPer::Total) if need.feeding(volume) <= need.lasting(validity) => {
                Why::DataUsedUp
            }
            _ => {
                if served == ServedTime::ZERO {
                    Why::StayBegins
                } else {
                    Why::ValidityOver
                }
            }
        };
        let mut why = Why::StayBegins;
        if let Some(left) = left.filter(|_| basket.already() > ServedTime::ZERO) {
            why = why_after(left.data, DataPer::Total, left.validity, basket.already());
        }
        let mut now = basket.already();
        let mut paid = Money::zero(basket.total().currency());
        let mut purchases = Vec::new();
        let (first, rest) = in_order(basket, need.target())?;
        let at_once = first.into_iter().map(|purchase| (purchase, true));
        for ((item, number), at_once) in at_once.chain(rest.into_iter().map(|purchase| (purchase, false))) {
            let starts = if at_once { ServedTime::ZERO } else { now };
            let ends = starts.checked_add(item.served_each)?;
            if let Some(price) = item.unit_price {
                paid = paid.checked_add(price)?;
            }
            if number == 1 {
                paid = paid.checked_add(item.fee)?;
            }
            if at_once {
                purchases.push(Purchase { item, number, starts, ends, why: Why::StayBegins, paid });
                continue;
            }
            purchases.push(Purchase { item, number, starts, ends, why, paid });
            if let (Some(allowance), Some(validity)) = (item.plan.allowance, item.plan.validity)
                && item.served_each > ServedTime::ZERO
            {
                why = why_after(allowance, item.plan.data_per, validity, item.served_each);
            }
            now = ends;
        }
        Ok(Self { already: basket.already(), purchases, ends: now })
    }

    /// The purchases that carry data and begin after the stay has begun.
    pub fn renewals(&self) -> impl Iterator<Item = &Purchase<'b>> {
        self.purchases
            .iter()
            .filter(|purchase| purchase.starts > ServedTime::ZERO && purchase.item.plan.carries_data())
    }

    /// The dates on which these begin, in a stay that begins on a day.
    ///
    /// # Errors
    /// `date-out-of-range`.
    pub fn renewal_dates(&self, first: Date, need: &Need) -> Result<Vec<Date>, Error> {
        let calendar = Calendar::Dates(first);
        let date = |purchase: &Purchase<'_>| Ok(calendar.when(purchase.starts, need)?.date);
        self.renewals().filter_map(|purchase| date(purchase).transpose()).collect()
    }
}

/// One of an item's purchases, with its number among them.
type Numbered<'b> = (&'b Item, u64);

/// The purchases that are made when the stay begins without serving in turn, for they carry no data or are there for
/// their minutes, and the others in order.
fn in_order(basket: &Basket, target: ServedTime) -> Result<(Vec<Numbered<'_>>, Vec<Numbered<'_>>), Error> {
    let each = basket.items().iter().flat_map(|item| (1..=item.count).map(move |number| (item, number)));
    let mut starts = basket.already();
    let (mut at_once, mut in_turn) = (Vec::new(), Vec::new());
    for (item, number) in each {
        let serves_in_turn = item.served_each > ServedTime::ZERO && starts < target;
        let place = if serves_in_turn { &mut in_turn } else { &mut at_once };
        place.push((item, number));
        starts = starts.checked_add(item.served_each)?;
    }
    Ok((at_once, in_turn))
}

/// How points of the stay are told: by day, by date, or by date and time.
#[derive(Clone, Debug)]
pub enum Calendar {
    /// The stay has no date: days are counted from 1.
    Days,
    /// The stay begins with this day; times are not known.
    Dates(Date),
    /// The stay begins at this time. A validity is elapsed time, whatever the clocks do meanwhile.
    Times(Zoned),
}

/// One point of the stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The day of the stay, from 1.
    pub day: u64,
    /// Its date.
    pub date: Option<Date>,
    /// Its date and time in the zone of the stay, to the minute, rounded down: never too late.
    pub time: Option<Zoned>,
}

impl Calendar {
    /// The calendar of a stay that begins at a time on the clocks of a zone.
    ///
    /// # Errors
    /// `date-out-of-range`.
    pub fn starting_at(start: DateTime, zone: TimeZone) -> Result<Self, Error> {
        start.to_zoned(zone).map(Self::Times).map_err(|_| Error::new("date-out-of-range"))
    }

    /// The point of the stay when so much time has been served.
    ///
    /// # Errors
    /// `date-out-of-range` past the year 9999.
    pub fn when(&self, served: ServedTime, need: &Need) -> Result<When, Error> {
        let day = need.day_after(served);
        let out_of_range = || Error::new("date-out-of-range");
        match self {
            Self::Days => Ok(When { day, date: None, time: None }),
            Self::Dates(first) => {
                let days = i64::try_from(day - 1).map_err(|_| out_of_range())?;
                let date = first
                    .checked_add(SignedDuration::from_hours(days.checked_mul(24).ok_or_else(out_of_range)?));
                Ok(When { day, date: Some(date.map_err(|_| out_of_range())?), time: None })
            }
            Self::Times(start) => {
                let minutes = i64::try_from(need.minutes_elapsed(served)).map_err(|_| out_of_range())?;
                let elapsed = SignedDuration::from_secs(minutes.checked_mul(60).ok_or_else(out_of_range)?);
                let time = start.checked_add(elapsed).map_err(|_| out_of_range())?;
                Ok(When { day, date: Some(time.date()), time: Some(time) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Stay;
    use crate::domain::volume::DataVolume;
    use jiff::civil::{date, datetime};

    /// 400 days of 1 MB each: a MB is a day.
    fn need() -> Need {
        Need::new(Stay::from_days(400).unwrap(), DataVolume::from_kb(400_000), 0).unwrap()
    }

    #[track_caller]
    fn check(calendar: &Calendar, kb: u64, expected: &str) {
        let need = need();
        let when = calendar.when(need.feeding(DataVolume::from_kb(kb)), &need).unwrap();
        let shown = match (when.time, when.date) {
            (Some(time), _) => time.to_string(),
            (None, Some(date)) => date.to_string(),
            (None, None) => when.day.to_string(),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn days_and_dates() {
        check(&Calendar::Days, 0, "1");
        check(&Calendar::Days, 14_999, "15");
        check(&Calendar::Days, 15_000, "16");
        check(&Calendar::Dates(date(2026, 12, 20)), 15_000, "2027-01-04");
        check(&Calendar::Dates(date(2028, 2, 28)), 1_000, "2028-02-29");
        check(&Calendar::Dates(date(2028, 2, 28)), 2_000, "2028-03-01");
        check(&Calendar::Dates(date(2027, 2, 28)), 1_000, "2027-03-01");
        check(&Calendar::Dates(date(2027, 1, 31)), 1_000, "2027-02-01");
    }

    #[test]
    fn a_validity_is_elapsed_time_whatever_the_clocks_do() {
        let at = |start, zone| Calendar::starting_at(start, TimeZone::get(zone).unwrap()).unwrap();
        // Paris, 24 October 2026, ten in the morning: clocks go back in the night, so 24 hours end at nine.
        let paris = at(datetime(2026, 10, 24, 10, 0, 0, 0), "Europe/Paris");
        check(&paris, 1_000, "2026-10-25T09:00:00+01:00[Europe/Paris]");
        // And forward in the night to 29 March 2026.
        let spring = at(datetime(2026, 3, 28, 10, 0, 0, 0), "Europe/Paris");
        check(&spring, 1_000, "2026-03-29T11:00:00+02:00[Europe/Paris]");
        // Half a day and a bit, rounded down to the minute.
        check(&spring, 501, "2026-03-28T22:01:00+01:00[Europe/Paris]");
    }

    #[test]
    fn morocco_leaves_its_summer_time_during_ramadan() {
        // In 2026 clocks in Morocco go back on 15 February and forward again on 22 March.
        let zone = TimeZone::get("Africa/Casablanca").unwrap();
        let calendar = Calendar::starting_at(datetime(2026, 2, 14, 12, 0, 0, 0), zone).unwrap();
        check(&calendar, 1_000, "2026-02-15T11:00:00+00:00[Africa/Casablanca]");
        check(&calendar, 36_000, "2026-03-22T12:00:00+01:00[Africa/Casablanca]");
    }

    #[test]
    fn dates_past_the_calendar_are_an_error() {
        let calendar = Calendar::Dates(date(9999, 12, 31));
        let need = need();
        let tomorrow = need.feeding(DataVolume::from_kb(1_000));
        assert_eq!(calendar.when(tomorrow, &need).unwrap_err().code(), "date-out-of-range");
    }
}

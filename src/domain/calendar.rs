//! When points in time of the stay are: days, dates, or dates and times.

use super::error::Error;
use super::need::{Need, Span};
use super::time::days_between;
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, ZonedDateTime};

/// How points in time of the stay are written: by day, by date, or by date and time.
#[derive(Clone, Debug)]
pub enum Calendar {
    /// The stay has no date. Days of 24 hours are counted from 1.
    Days,
    /// The stay begins on this day, at an unknown time.
    Dates(Date),
    /// The stay begins at this time. A validity is elapsed time, even if the clocks change meanwhile.
    Times(ZonedDateTime),
}

/// What a change of the clocks does to a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockChange {
    /// The clocks are set forward past it.
    Skips,
    /// The clocks are set back, and show it twice.
    Repeats,
}

/// One point in time of the stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The day of the stay, from 1. It is a calendar day if the start time is known, and otherwise 24 hours long.
    pub day: u64,
    /// The date, if the stay has dates.
    pub date: Option<Date>,
    /// The date and time in the zone of the stay, rounded down to the minute so that it is never too late.
    pub time: Option<ZonedDateTime>,
}

impl Calendar {
    /// The calendar of a stay that begins at a time on the clocks of a zone.
    ///
    /// # Errors
    /// `date-out-of-range` if the zone has no such time within the years of the calendar.
    pub fn starting_at(start: DateTime, zone: TimeZone) -> Result<Self, Error> {
        start.to_zoned_datetime(zone).map(Self::Times).map_err(|_| out_of_range())
    }

    /// Whether a time is on the clocks of a zone twice or never, because they are set back or forward. The calendar takes
    /// the first of two times, and moves a time that is skipped by as much as the clocks.
    pub fn clock_change(start: DateTime, zone: &TimeZone) -> Option<ClockChange> {
        match zone.to_ambiguous_timestamp(start).offset() {
            AmbiguousOffset::Unambiguous { .. } => None,
            AmbiguousOffset::Gap { .. } => Some(ClockChange::Skips),
            AmbiguousOffset::Fold { .. } => Some(ClockChange::Repeats),
        }
    }

    /// The point in time when this much of the stay has passed.
    ///
    /// # Errors
    /// `date-out-of-range` past the year 9999.
    pub fn when(&self, passed: Span, need: &Need) -> Result<When, Error> {
        let day = need.whole_days(passed).saturating_add(1);
        match self {
            Self::Days => Ok(When { day, date: None, time: None }),
            Self::Dates(first) => {
                let days = i64::try_from(day - 1).map_err(|_| out_of_range())?;
                let hours = SignedDuration::from_hours(days.checked_mul(24).ok_or_else(out_of_range)?);
                let date = first.checked_add(hours).map_err(|_| out_of_range())?;
                Ok(When { day, date: Some(date), time: None })
            }
            Self::Times(start) => {
                let minutes = i64::try_from(need.elapsed_minutes(passed)).map_err(|_| out_of_range())?;
                let elapsed = SignedDuration::from_secs(minutes.checked_mul(60).ok_or_else(out_of_range)?);
                let time = start.checked_add(elapsed).map_err(|_| out_of_range())?;
                let days = days_between(start.date(), time.date());
                let day = u64::try_from(days).map_err(|_| out_of_range())?.saturating_add(1);
                Ok(When { day, date: Some(time.date()), time: Some(time) })
            }
        }
    }
}

impl When {
    /// Whether shops are closed at that time: before 8 in the morning, or from 9 in the evening. A day without a time
    /// never is.
    pub fn is_at_night(&self) -> bool {
        self.time.as_ref().is_some_and(|time| !(8..21).contains(&time.hour()))
    }
}

fn out_of_range() -> Error {
    Error::new("date-out-of-range")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Stay;
    use crate::domain::volume::DataVolume;
    use jiff::civil::{date, datetime};

    /// 400 days of 1 MB each: a MB is a day.
    fn days() -> Need {
        Need::new(Stay::from_days(400).unwrap(), DataVolume::from_kb(400_000), 0).unwrap()
    }

    #[track_caller]
    fn check_day(calendar: &Calendar, kb: u64, expected: (u64, &str)) {
        let need = days();
        let when = calendar.when(need.data_lasts(DataVolume::from_kb(kb)), &need).unwrap();
        let shown = match (when.time, when.date) {
            (Some(time), _) => time.to_string(),
            (None, Some(date)) => date.to_string(),
            (None, None) => "-".to_owned(),
        };
        assert_eq!((when.day, shown.as_str()), expected);
    }

    /// A stay that begins at a time in Paris.
    fn paris(start: DateTime) -> Calendar {
        Calendar::starting_at(start, TimeZone::get("Europe/Paris").unwrap()).unwrap()
    }

    #[test]
    fn days_and_dates() {
        check_day(&Calendar::Days, 0, (1, "-"));
        check_day(&Calendar::Days, 14_999, (15, "-"));
        check_day(&Calendar::Days, 15_000, (16, "-"));
        check_day(&Calendar::Dates(date(2026, 12, 20)), 15_000, (16, "2027-01-04"));
        check_day(&Calendar::Dates(date(2028, 2, 28)), 1_000, (2, "2028-02-29"));
        check_day(&Calendar::Dates(date(2028, 2, 28)), 2_000, (3, "2028-03-01"));
        check_day(&Calendar::Dates(date(2027, 2, 28)), 1_000, (2, "2027-03-01"));
        check_day(&Calendar::Dates(date(2027, 1, 31)), 1_000, (2, "2027-02-01"));
    }

    #[test]
    fn with_a_time_days_are_calendar_days() {
        let evening = paris(datetime(2026, 12, 1, 22, 0, 0, 0));
        check_day(&evening, 0, (1, "2026-12-01T22:00:00+01:00[Europe/Paris]"));
        check_day(&evening, 125, (2, "2026-12-02T01:00:00+01:00[Europe/Paris]"));
        check_day(&evening, 1_000, (2, "2026-12-02T22:00:00+01:00[Europe/Paris]"));
    }

    #[test]
    fn a_validity_is_elapsed_time_whatever_the_clocks_do() {
        // 24 October 2026, ten in the morning: clocks go back in the night, so 24 hours end at nine.
        let autumn = paris(datetime(2026, 10, 24, 10, 0, 0, 0));
        check_day(&autumn, 1_000, (2, "2026-10-25T09:00:00+01:00[Europe/Paris]"));
        // And forward in the night to 29 March 2026.
        let spring = paris(datetime(2026, 3, 28, 10, 0, 0, 0));
        check_day(&spring, 1_000, (2, "2026-03-29T11:00:00+02:00[Europe/Paris]"));
        // Half a day and a bit, rounded down to the minute.
        check_day(&spring, 501, (1, "2026-03-28T22:01:00+01:00[Europe/Paris]"));
    }

    #[test]
    fn morocco_leaves_its_summer_time_during_ramadan() {
        // In 2026 clocks in Morocco go back on 15 February and forward again on 22 March.
        let zone = TimeZone::get("Africa/Casablanca").unwrap();
        let calendar = Calendar::starting_at(datetime(2026, 2, 14, 12, 0, 0, 0), zone).unwrap();
        check_day(&calendar, 1_000, (2, "2026-02-15T11:00:00+00:00[Africa/Casablanca]"));
        check_day(&calendar, 36_000, (37, "2026-03-22T12:00:00+01:00[Africa/Casablanca]"));
    }

    #[test]
    fn a_time_may_be_at_night() {
        let need = days();
        for (hour, minute, expected) in
            [(7, 59, true), (8, 0, false), (20, 59, false), (21, 0, true), (0, 0, true)]
        {
            let when = paris(datetime(2026, 12, 1, hour, minute, 0, 0)).when(Span::ZERO, &need).unwrap();
            assert_eq!(when.is_at_night(), expected, "{hour}:{minute}");
        }
        let day = Calendar::Dates(date(2026, 12, 1)).when(Span::ZERO, &need).unwrap();
        assert!(!day.is_at_night(), "its time is not known");
    }

    #[test]
    fn times_that_clocks_skip_or_show_twice() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        for (start, change, expected) in [
            (
                datetime(2026, 3, 29, 2, 30, 0, 0),
                Some(ClockChange::Skips),
                "2026-03-29T03:30:00+02:00[Europe/Paris]",
            ),
            (
                datetime(2026, 10, 25, 2, 30, 0, 0),
                Some(ClockChange::Repeats),
                "2026-10-25T02:30:00+02:00[Europe/Paris]",
            ),
            (datetime(2026, 10, 25, 3, 0, 0, 0), None, "2026-10-25T03:00:00+01:00[Europe/Paris]"),
        ] {
            assert_eq!(Calendar::clock_change(start, &zone), change, "{start}");
            check_day(&paris(start), 0, (1, expected));
        }
    }

    #[test]
    fn dates_past_the_calendar_are_an_error() {
        let calendar = Calendar::Dates(date(9999, 12, 31));
        let tomorrow = days().data_lasts(DataVolume::from_kb(1_000));
        assert_eq!(calendar.when(tomorrow, &days()).unwrap_err().code(), "date-out-of-range");
    }
}

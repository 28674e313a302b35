//! When a reminder rings: at a time of the clock at which people are awake, or a fixed time before the purchase.

use crate::domain::calendar::When;
use crate::domain::error::Error;
use crate::domain::time::{Stay, time_of_day, whole_number};
use jiff::SignedDuration;
use jiff::civil::{DateTime, Time};

/// When the reminder of a purchase rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// This many minutes before the purchase.
    Before(u32),
    /// At this time of the clock, this many days before the day of the purchase.
    Clock(u32, Time),
}

impl Reminder {
    /// The time at which a reminder rings on a day, unless the user gives one.
    const EVENING: Time = Time::constant(18, 0, 0, 0);

    /// In the evening before the purchase.
    pub const DEFAULT: Self = Self::Clock(1, Self::EVENING);

    /// Reads days (`2d`), which ring in the evening, a time on the day itself (`9:00`), or hours or minutes before the
    /// purchase (`3h`, `30m`).
    ///
    /// # Errors
    /// `remind-form` with the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        const MOST_DAYS: u64 = Stay::MAX_DAYS as u64;
        let count = |unit, minutes_each| {
            let count = whole_number(text.strip_suffix(unit)?)?.checked_mul(minutes_each)?;
            u32::try_from(count).ok().filter(|_| count <= MOST_DAYS * 24 * 60)
        };
        let days = count('d', 24 * 60).map(|minutes| Self::Clock(minutes / (24 * 60), Self::EVENING));
        let before = || count('h', 60).or_else(|| count('m', 1)).map(Self::Before);
        let clock = || time_of_day(text).map(|time| Self::Clock(0, time));
        days.or_else(before).or_else(clock).ok_or_else(|| Error::new("remind-form").with("value", text))
    }

    /// The duration from the start of an event to its reminder in the notation of RFC 5545: `-PT2H`, `PT9H`. An event
    /// without a time starts at midnight.
    ///
    /// # Errors
    /// `date-out-of-range` if the reminder would ring before the first day of the calendar.
    pub fn trigger(self, when: &When) -> Result<String, Error> {
        let minutes = match (self, &when.time) {
            (Self::Before(minutes), _) => -i64::from(minutes),
            (Self::Clock(days, clock), Some(start)) => {
                let day = start.date().checked_sub(SignedDuration::from_hours(i64::from(days) * 24));
                let rings =
                    day.and_then(|day| day.to_datetime(clock).to_zoned_datetime(start.time_zone().clone()));
                start.duration_until(&rings.map_err(|_| Error::new("date-out-of-range"))?).as_mins()
            }
            (Self::Clock(days, clock), None) => {
                i64::from(clock.hour()) * 60 + i64::from(clock.minute()) - i64::from(days) * 24 * 60
            }
        };
        Ok(duration(minutes))
    }

    /// When it rings, on the clocks of the stay. `None` without a date, and before the first day of the calendar.
    pub fn rings(self, when: &When) -> Option<DateTime> {
        let starts = match &when.time {
            Some(time) => time.datetime(),
            None => when.date?.at(0, 0, 0, 0),
        };
        match self {
            Self::Before(minutes) => starts.checked_sub(SignedDuration::from_mins(minutes.into())).ok(),
            Self::Clock(days, clock) => {
                let day = starts.date().checked_sub(SignedDuration::from_hours(i64::from(days) * 24));
                Some(day.ok()?.to_datetime(clock))
            }
        }
    }
}

/// A number of minutes in the notation of RFC 5545.
fn duration(minutes: i64) -> String {
    let sign = if minutes < 0 { "-" } else { "" };
    let minutes = minutes.unsigned_abs();
    let part = |count: u64, unit| if count > 0 { format!("{count}{unit}") } else { String::new() };
    let days = part(minutes / (24 * 60), 'D');
    let times = part(minutes / 60 % 24, 'H') + &part(minutes % 60, 'M');
    match (days.as_str(), times.as_str()) {
        ("", "") => "PT0M".to_owned(),
        (_, "") => format!("{sign}P{days}"),
        _ => format!("{sign}P{days}T{times}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Calendar;
    use crate::domain::need::{Need, Span};
    use crate::domain::volume::DataVolume;
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    /// The start of a stay.
    fn start(calendar: &Calendar) -> When {
        let need = Need::new(Stay::from_days(3).unwrap(), DataVolume::from_kb(1), 0).unwrap();
        calendar.when(Span::ZERO, &need).unwrap()
    }

    #[track_caller]
    fn check(text: &str, calendar: &Calendar, expected: &str) {
        assert_eq!(Reminder::parse(text).unwrap().trigger(&start(calendar)).unwrap(), expected, "{text}");
    }

    #[test]
    fn a_day_without_a_time_starts_at_midnight() {
        let day = Calendar::Dates(date(2026, 12, 20));
        assert_eq!(Reminder::parse("1d").unwrap(), Reminder::DEFAULT);
        for (text, expected) in [
            ("1d", "-PT6H"),
            ("2d", "-P1DT6H"),
            ("0d", "PT18H"),
            ("9:00", "PT9H"),
            ("07:45", "PT7H45M"),
            ("0:00", "PT0M"),
            ("3h", "-PT3H"),
            ("30m", "-PT30M"),
            ("36h", "-P1DT12H"),
            ("48h", "-P2D"),
            ("0m", "PT0M"),
        ] {
            check(text, &day, expected);
        }
    }

    #[test]
    fn a_time_is_counted_on_the_clocks_of_the_stay() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let at =
            |day, hour| Calendar::starting_at(date(2026, 10, day).at(hour, 30, 0, 0), zone.clone()).unwrap();
        for (day, hour, text, expected) in [
            (20, 14, "1d", "-PT20H30M"),
            (20, 14, "2d", "-P1DT20H30M"),
            (20, 14, "9:00", "-PT5H30M"),
            (20, 3, "9:00", "PT5H30M"),
            (20, 3, "3h", "-PT3H"),
            // Clocks go back in the night to 25 October: it has an hour more.
            (25, 14, "1d", "-PT21H30M"),
        ] {
            check(text, &at(day, hour), expected);
        }
    }

    #[test]
    fn a_reminder_rings_on_the_clocks_of_the_stay() {
        let day = Calendar::Dates(date(2026, 12, 20));
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let time = Calendar::starting_at(date(2026, 12, 20).at(14, 30, 0, 0), zone).unwrap();
        for (text, calendar, expected) in [
            ("1d", &day, "2026-12-19T18:00:00"),
            ("9:00", &day, "2026-12-20T09:00:00"),
            ("3h", &day, "2026-12-19T21:00:00"),
            ("2d", &time, "2026-12-18T18:00:00"),
            ("30m", &time, "2026-12-20T14:00:00"),
        ] {
            let rings = Reminder::parse(text).unwrap().rings(&start(calendar)).unwrap();
            assert_eq!(rings.to_string(), expected, "{text}");
        }
        assert_eq!(Reminder::DEFAULT.rings(&start(&Calendar::Days)), None);
    }

    #[test]
    fn other_texts_are_errors() {
        for bad in ["", "1", "d", "1w", "-1d", "1.5h", "99999999999d", "24:00", "9:0", "9", "18h00", "40000d"]
        {
            assert_eq!(Reminder::parse(bad).unwrap_err().code(), "remind-form", "{bad}");
        }
    }
}

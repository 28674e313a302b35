//! The need: a stay, and the data and the call minutes to use over it at a steady pace.
//!
//! With a stay of `D` days and `G` of data, the pace is `G / D`. A purchase with validity `v` and allowance `q` covers
//! the shorter of `v` and `q / (G / D)`. To compare times as whole numbers, everything is multiplied by `G` and, if
//! calls are needed too, by the minutes `M`. A [`Span`] therefore counts hours × kB × minutes of its need, and nothing
//! is ever rounded.

use super::error::{Error, Figure};
use super::money::divide_half_up;
use super::time::Stay;
use super::volume::DataVolume;
use std::fmt;

/// What somebody needs over a stay: data, call minutes, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    stay: Stay,
    data: DataVolume,
    minutes: u64,
}

/// A length of time in hours × kB × minutes of a need. Only spans of the same need can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span(u128);

impl Span {
    /// A span of no length.
    pub const ZERO: Self = Self(0);

    /// The length in hours × kB × minutes.
    pub const fn units(self) -> u128 {
        self.0
    }

    /// A span of this many hours × kB × minutes.
    pub const fn from_units(units: u128) -> Self {
        Self(units)
    }

    /// Whether the span has no length.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Adds two spans. `None` past 128 bits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// `count` times this span. `None` past 128 bits.
    pub fn checked_mul(self, count: u64) -> Option<Self> {
        self.0.checked_mul(u128::from(count)).map(Self)
    }

    /// Subtracts `other`; zero if `other` is longer.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// How many spans of length `each` are at least as long as this one. `None` if `each` is zero and this one is not,
    /// or past 2⁶⁴ − 1.
    pub fn count_of(self, each: Self) -> Option<u64> {
        match (self.0, each.0) {
            (0, _) => Some(0),
            (_, 0) => None,
            (all, each) => u64::try_from(all.div_ceil(each)).ok(),
        }
    }
}

impl Need {
    /// The most data that a need may have: a million terabytes.
    pub const MOST_DATA: DataVolume = DataVolume::from_kb(1_000_000_000_000_000);
    /// The most call minutes that a need may have.
    pub const MOST_MINUTES: u64 = 1_000_000_000;

    /// A need over a stay: some data, some call minutes, or both.
    ///
    /// # Errors
    /// `need-empty` if both are 0, `need-too-large` past [`Need::MOST_DATA`] or [`Need::MOST_MINUTES`].
    pub fn new(stay: Stay, data: DataVolume, minutes: u64) -> Result<Self, Error> {
        if data == DataVolume::ZERO && minutes == 0 {
            return Err(Error::new("need-empty"));
        }
        if data > Self::MOST_DATA {
            return Err(Error::new("need-too-large").with("value", data).with("max", Self::MOST_DATA));
        }
        if minutes > Self::MOST_MINUTES {
            return Err(Error::new("need-too-large").with("value", minutes).with("max", Self::MOST_MINUTES));
        }
        Ok(Self { stay, data, minutes })
    }

    /// A need of `daily` data each day of the stay.
    ///
    /// # Errors
    /// As [`Need::new`], and `volume-too-large` if the data of all days does not fit into 64 bits.
    pub fn per_day(stay: Stay, daily: DataVolume, minutes: u64) -> Result<Self, Error> {
        match daily.checked_mul(u64::from(stay.days())) {
            Some(data) => Self::new(stay, data, minutes),
            None => Err(Error::new("volume-too-large").with("value", daily.to_string())),
        }
    }

    /// The same need with `percent` per cent more data and minutes, rounded up to a whole kB and a whole minute.
    ///
    /// # Errors
    /// As [`Need::new`].
    pub fn enlarged(&self, percent: u32) -> Result<Self, Error> {
        self.part(100 + u64::from(percent))
    }

    /// The same need with `percent` per cent of its data and minutes, rounded up to a whole kB and a whole minute.
    ///
    /// # Errors
    /// As [`Need::new`].
    pub fn part(&self, percent: u64) -> Result<Self, Error> {
        let data = DataVolume::from_kb(part(self.data.kb(), percent));
        Self::new(self.stay, data, part(self.minutes, percent))
    }

    /// How long the user stays.
    pub const fn stay(&self) -> Stay {
        self.stay
    }

    /// The data over the whole stay; 0 if only calls are needed.
    pub const fn data(&self) -> DataVolume {
        self.data
    }

    /// The call minutes over the whole stay; 0 if only data is needed.
    pub const fn minutes(&self) -> u64 {
        self.minutes
    }

    /// Whether data is needed.
    pub const fn has_data(&self) -> bool {
        self.data.kb() > 0
    }

    fn kb(&self) -> u128 {
        u128::from(self.data.kb().max(1))
    }

    fn calls(&self) -> u128 {
        u128::from(self.minutes.max(1))
    }

    /// The units of one hour.
    fn hour(&self) -> u128 {
        self.kb() * self.calls()
    }

    /// The length of the stay.
    pub fn whole_stay(&self) -> Span {
        self.hours(self.stay.hours())
    }

    /// A span of this many hours.
    pub fn hours(&self, hours: u64) -> Span {
        Span(u128::from(hours) * self.hour())
    }

    /// How long a volume of data lasts at the pace; the longest span if no data is needed.
    pub fn data_lasts(&self, volume: DataVolume) -> Span {
        if !self.has_data() {
            return Span(u128::MAX);
        }
        Span(u128::from(volume.kb()).saturating_mul(u128::from(self.stay.hours()) * self.calls()))
    }

    /// How long some minutes last at the pace; the longest span if no calls are needed.
    pub fn minutes_last(&self, minutes: u64) -> Span {
        if self.minutes == 0 {
            return Span(u128::MAX);
        }
        Span(u128::from(minutes).saturating_mul(u128::from(self.stay.hours()) * self.kb()))
    }

    /// Whether `daily` data a day is at least the pace.
    pub fn pace_fits_into(&self, daily: DataVolume) -> bool {
        u128::from(daily.kb()) * u128::from(self.stay.days()) >= u128::from(self.data.kb())
    }

    /// The data used in some time at the pace, rounded up to a whole kB. `None` past 2⁶⁴ − 1 kB.
    pub fn volume_in(&self, span: Span) -> Option<DataVolume> {
        let per_stay = u128::from(self.stay.hours()) * self.calls();
        let kb = if self.has_data() { span.0.div_ceil(per_stay) } else { 0 };
        u64::try_from(kb).ok().map(DataVolume::from_kb)
    }

    /// The call minutes used in some time at the pace, rounded up to a whole minute.
    pub fn minutes_in(&self, span: Span) -> u64 {
        if self.minutes == 0 {
            return 0;
        }
        let minutes = span.0.div_ceil(u128::from(self.stay.hours()) * self.kb());
        u64::try_from(minutes).unwrap_or(u64::MAX)
    }

    /// A span in days, rounded down so that it never claims more than is covered.
    pub fn days(&self, span: Span) -> Days {
        let day = 24 * self.hour();
        Days { hundredths: (span.0 / day).saturating_mul(100) + span.0 % day * 100 / day }
    }

    /// A span in days, rounded up so that what is missing is never understated.
    pub fn days_up(&self, span: Span) -> Days {
        let day = 24 * self.hour();
        Days { hundredths: (span.0 / day).saturating_mul(100) + (span.0 % day * 100).div_ceil(day) }
    }

    /// The whole days of 24 hours in a span.
    pub fn whole_days(&self, span: Span) -> u64 {
        u64::try_from(span.0 / (24 * self.hour())).unwrap_or(u64::MAX)
    }

    /// A span in minutes, rounded down.
    pub fn elapsed_minutes(&self, span: Span) -> u128 {
        // The units are divided into hours first, because units times 60 could overflow.
        (span.0 / self.hour()).saturating_mul(60).saturating_add(span.0 % self.hour() * 60 / self.hour())
    }

    /// The pace in whole kB a day, rounded half up: for display only.
    pub fn pace(&self) -> DataVolume {
        let kb = divide_half_up(u128::from(self.data.kb()), u128::from(self.stay.days()));
        DataVolume::from_kb(kb.and_then(|kb| u64::try_from(kb).ok()).unwrap_or_default())
    }

    /// The pace in MB a day, to hundredths, rounded half up: for display only.
    pub fn pace_mb(&self) -> String {
        let hundredths = divide_half_up(u128::from(self.data.kb()), 10 * u128::from(self.stay.days()));
        Days { hundredths: hundredths.unwrap_or_default() }.to_string()
    }
}

/// `percent` per cent of `value`, rounded up.
fn part(value: u64, percent: u64) -> u64 {
    let hundredths = u128::from(value) * u128::from(percent);
    u64::try_from(hundredths.div_ceil(100)).unwrap_or(u64::MAX)
}

/// A length of time in days, to hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    hundredths: u128,
}

impl Days {
    /// A length of time from its hundredths of a day.
    pub const fn from_hundredths(hundredths: u128) -> Self {
        Self { hundredths }
    }

    /// The number of full days.
    pub const fn full(self) -> u128 {
        self.hundredths / 100
    }

    /// The number of days. `None` if it is not whole.
    pub fn whole(self) -> Option<u128> {
        self.hundredths.is_multiple_of(100).then_some(self.hundredths / 100)
    }
}

impl From<Days> for Figure {
    fn from(days: Days) -> Self {
        Self::Days(days.hundredths)
    }
}

/// Always with two digits: `15.00`.
impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{:02}", self.hundredths / 100, self.hundredths % 100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(days: u64, data: &str, minutes: u64) -> Need {
        let data = DataVolume::parse(data).unwrap();
        Need::new(Stay::from_days(days).unwrap(), data, minutes).unwrap()
    }

    #[test]
    fn whole_days() {
        assert_eq!(Days::from_hundredths(1_500).whole(), Some(15));
        assert_eq!(Days::from_hundredths(1_501).whole(), None);
    }

    #[track_caller]
    fn check_days(need: Need, span: Span, down: &str, up: &str) {
        assert_eq!((need.days(span).to_string(), need.days_up(span).to_string()), (down.into(), up.into()));
    }

    #[test]
    fn data_lasts_by_its_pace() {
        for minutes in [0, 7] {
            let pace = need(30, "20GB", minutes);
            check_days(pace, pace.data_lasts(DataVolume::from_kb(10_000_000)), "15.00", "15.00");
            check_days(pace, pace.data_lasts(DataVolume::from_kb(1)), "0.00", "0.01");
            check_days(pace, pace.hours(36), "1.50", "1.50");
            let week = need(7, "3GB", minutes);
            // 2 GB of 3 GB in 7 days: 14/3 days.
            check_days(week, week.data_lasts(DataVolume::from_kb(2_000_000)), "4.66", "4.67");
        }
    }

    #[test]
    fn minutes_last_by_theirs() {
        let calls = need(20, "0MB", 200);
        check_days(calls, calls.minutes_last(60), "6.00", "6.00");
        let both = need(20, "20GB", 200);
        check_days(both, both.minutes_last(1), "0.10", "0.10");
        assert_eq!(both.minutes_last(200), both.whole_stay());
        assert_eq!(both.data_lasts(both.data()), both.whole_stay());
    }

    #[test]
    fn what_is_not_needed_lasts_for_ever() {
        assert!(need(20, "1GB", 0).minutes_last(0) > need(20, "1GB", 0).whole_stay());
        assert!(need(20, "0MB", 5).data_lasts(DataVolume::ZERO) > need(20, "0MB", 5).whole_stay());
    }

    #[test]
    fn what_time_takes_is_rounded_up() {
        let pace = need(3, "10MB", 10);
        let day = pace.hours(24);
        assert_eq!(pace.volume_in(day), Some(DataVolume::from_kb(3_334)));
        assert_eq!(pace.minutes_in(day), 4);
        assert_eq!((pace.volume_in(Span::ZERO), pace.minutes_in(Span::ZERO)), (Some(DataVolume::ZERO), 0));
    }

    #[test]
    fn counts_of_purchases() {
        let pace = need(30, "20GB", 0);
        for (kb, expected) in [(2_000_000, Some(10)), (2_000_001, Some(10)), (1_999_999, Some(11)), (0, None)]
        {
            let each = pace.data_lasts(DataVolume::from_kb(kb));
            assert_eq!(pace.whole_stay().count_of(each), expected, "{kb}");
        }
        assert_eq!(Span::ZERO.count_of(Span::ZERO), Some(0));
    }

    #[test]
    fn daily_paces() {
        let pace = need(30, "20GB", 0);
        assert!(pace.pace_fits_into(DataVolume::from_kb(666_667)));
        assert!(!pace.pace_fits_into(DataVolume::from_kb(666_666)));
        assert_eq!((pace.pace_mb().as_str(), pace.pace().kb()), ("666.67", 666_667));
    }

    #[test]
    fn a_margin_is_rounded_up() {
        let stay = Stay::from_days(3).unwrap();
        for (kb, minutes, percent, expected) in
            [(1_000, 10, 10, (1_100, 11)), (1_001, 11, 10, (1_102, 13)), (7, 0, 0, (7, 0)), (0, 5, 1, (0, 6))]
        {
            let need = Need::new(stay, DataVolume::from_kb(kb), minutes).unwrap();
            let larger = need.enlarged(percent).unwrap();
            assert_eq!((larger.data().kb(), larger.minutes()), expected);
            assert_eq!(larger.stay(), stay);
        }
    }

    #[test]
    fn the_largest_needs_do_not_overflow() {
        let stay = Stay::from_days(36_500).unwrap();
        let largest = Need::new(stay, Need::MOST_DATA, Need::MOST_MINUTES).unwrap();
        let longest = largest.hours(u32::MAX.into());
        assert_eq!(largest.whole_stay().count_of(longest), Some(1));
        assert_eq!(largest.days(longest).to_string(), "178956970.62");
        assert!(largest.data_lasts(DataVolume::from_kb(u64::MAX)) > largest.whole_stay());
        for (kb, minutes, code) in [
            (0, 0, "need-empty"),
            (Need::MOST_DATA.kb() + 1, 0, "need-too-large"),
            (1, Need::MOST_MINUTES + 1, "need-too-large"),
        ] {
            let error = Need::new(stay, DataVolume::from_kb(kb), minutes).unwrap_err();
            assert_eq!(error.code(), code);
        }
        let daily = Need::per_day(stay, DataVolume::from_kb(u64::MAX), 0);
        assert_eq!(daily.unwrap_err().code(), "volume-too-large");
    }
}

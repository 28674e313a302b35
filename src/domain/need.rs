//! The need: a stay, the data over it at a steady pace, and how much of the stay one purchase serves.
//!
//! With a stay of `D` days and `G` of data the pace is `G / D`. A purchase with validity `v` and allowance `q`
//! serves the shorter of `v` and `q / (G / D)`. Times are compared as whole numbers only: everything is
//! multiplied by `G`, so that a [`ServedTime`] counts hours × kB of its need and nothing is ever rounded.

use super::figure::Error;
use super::money::divide_half_up;
use super::plan::{Allowance, DataPer, Plan, Quantity};
use super::time::{Stay, Validity};
use super::volume::DataVolume;
use std::fmt;

/// What somebody needs: data over a stay at a steady pace, and call minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    stay: Stay,
    data: DataVolume,
    minutes: u64,
}

/// Time that purchases serve, as hours × kB of one need; only values of the same need can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ServedTime(u128);

impl ServedTime {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// The bare number, hours × kB.
    pub const fn units(self) -> u128 {
        self.0
    }

    /// The sum.
    ///
    /// # Errors
    /// `time-too-large` past 128 bits.
    pub fn checked_add(self, other: Self) -> Result<Self, Error> {
        self.0.checked_add(other.0).map(Self).ok_or_else(|| Error::new("time-too-large"))
    }

    /// So many times this time.
    ///
    /// # Errors
    /// `time-too-large` past 128 bits.
    pub fn checked_mul(self, count: u64) -> Result<Self, Error> {
        self.0.checked_mul(u128::from(count)).map(Self).ok_or_else(|| Error::new("time-too-large"))
    }

    /// So much time by its bare number, hours × kB.
    pub const fn from_units(units: u128) -> Self {
        Self(units)
    }

    /// What is missing to `target`; nothing where this is enough.
    #[must_use]
    pub fn missing_to(self, target: Self) -> Self {
        Self(target.0.saturating_sub(self.0))
    }

    /// How many purchases that serve `each` make at least this time; `None` where they never do.
    pub fn purchases_of(self, each: Self) -> Option<u64> {
        if self.0 == 0 {
            return Some(0);
        }
        if each.0 == 0 {
            return None;
        }
        u64::try_from(self.0.div_ceil(each.0)).ok()
    }
}

impl Need {
    /// A need of data, above 0, over a stay, with so many call minutes.
    ///
    /// # Errors
    /// `need-without-data` where the volume is 0.
    pub fn new(stay: Stay, data: DataVolume, minutes: u64) -> Result<Self, Error> {
        if data == DataVolume::ZERO {
            return Err(Error::new("need-without-data"));
        }
        Ok(Self { stay, data, minutes })
    }

    /// A need of so much data each day of the stay.
    ///
    /// # Errors
    /// As [`Need::new`], and `volume-too-large` where the whole does not fit.
    pub fn per_day(stay: Stay, daily: DataVolume, minutes: u64) -> Result<Self, Error> {
        let data = daily.checked_mul(u64::from(stay.days()));
        let data = data.ok_or_else(|| Error::new("volume-too-large").with("value", daily.to_string()))?;
        Self::new(stay, data, minutes)
    }

    /// The stay.
    pub const fn stay(&self) -> Stay {
        self.stay
    }

    /// The data over the whole stay, above 0.
    pub const fn data(&self) -> DataVolume {
        self.data
    }

    /// Call minutes over the whole stay.
    pub const fn minutes(&self) -> u64 {
        self.minutes
    }

    /// The whole stay: what the purchases of a basket must add up to.
    pub fn target(&self) -> ServedTime {
        ServedTime(u128::from(self.stay.hours()) * u128::from(self.data.kb()))
    }

    /// The time that a validity lasts.
    pub fn lasting(&self, validity: Validity) -> ServedTime {
        ServedTime(u128::from(validity.hours()) * u128::from(self.data.kb()))
    }

    /// The time that a volume feeds the pace.
    pub fn feeding(&self, volume: DataVolume) -> ServedTime {
        ServedTime(u128::from(volume.kb()) * u128::from(self.stay.hours()))
    }

    /// Whether so much each day is at least the pace.
    pub fn pace_fits_into(&self, daily: DataVolume) -> bool {
        u128::from(daily.kb()) * u128::from(self.stay.days()) >= u128::from(self.data.kb())
    }

    /// The time that one purchase serves; `None` where a daily allowance is below the pace.
    pub fn served_by(&self, allowance: Allowance, per: DataPer, validity: Validity) -> Option<ServedTime> {
        match (allowance, per) {
            (Allowance::Unlimited, _) => Some(self.lasting(validity)),
            (Allowance::Volume(total), DataPer::Total) => {
                Some(self.lasting(validity).min(self.feeding(total)))
            }
            (Allowance::Volume(daily), DataPer::Day) => {
                self.pace_fits_into(daily).then(|| self.lasting(validity))
            }
        }
    }

    /// The time that one purchase of this plan serves: nothing where it has no data and no validity (a bare
    /// SIM), `None` where a figure is unknown or its daily allowance is below the pace.
    pub fn served_by_plan(&self, plan: &Plan) -> Option<ServedTime> {
        if !plan.carries_data() {
            return plan.allowance.map(|_| ServedTime::ZERO);
        }
        self.served_by(plan.allowance?, plan.data_per, plan.validity?)
    }

    /// The minutes of this need that one purchase covers: never more than are asked for.
    pub fn minutes_of(&self, plan: &Plan) -> u64 {
        self.minutes_in(plan.minutes)
    }

    /// The minutes of this need that so many cover; unknown ones cover none.
    pub fn minutes_in(&self, quantity: Option<Quantity>) -> u64 {
        match quantity {
            Some(Quantity::Count(count)) => count.min(self.minutes),
            Some(Quantity::Unlimited) => self.minutes,
            None => 0,
        }
    }

    /// The data that the pace takes in some time, rounded up to whole kB; `None` past 2⁶⁴ − 1 kB.
    pub fn volume_of(&self, served: ServedTime) -> Option<DataVolume> {
        u64::try_from(served.0.div_ceil(u128::from(self.stay.hours()))).ok().map(DataVolume::from_kb)
    }

    /// Served time in days, rounded down: it never claims more than is served.
    pub fn days(&self, served: ServedTime) -> Days {
        let per_day = 24 * u128::from(self.data.kb());
        Days { hundredths: (served.0 / per_day).saturating_mul(100) + served.0 % per_day * 100 / per_day }
    }

    /// Time in days, rounded up: what is missing is never understated.
    pub fn days_up(&self, missing: ServedTime) -> Days {
        let per_day = 24 * u128::from(self.data.kb());
        Days {
            hundredths: (missing.0 / per_day).saturating_mul(100)
                + (missing.0 % per_day * 100).div_ceil(per_day),
        }
    }

    /// The day of the stay, counted from 1, on which `served` is used up and the next purchase is due.
    pub fn day_after(&self, served: ServedTime) -> u64 {
        u64::try_from(served.0 / (24 * u128::from(self.data.kb())))
            .map_or(u64::MAX, |days| days.saturating_add(1))
    }

    /// Served time in minutes, rounded down.
    pub fn minutes_elapsed(&self, served: ServedTime) -> u128 {
        let kb = u128::from(self.data.kb());
        // Hours first: hours × kB times 60 could overflow.
        (served.0 / kb).saturating_mul(60).saturating_add(served.0 % kb * 60 / kb)
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

/// A length of time in days, to hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    hundredths: u128,
}

impl Days {
    /// The whole days, where nothing is left over.
    pub fn whole(self) -> Option<u128> {
        self.hundredths.is_multiple_of(100).then_some(self.hundredths / 100)
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

    fn need(days: u64, data: &str) -> Need {
        Need::new(Stay::from_days(days).unwrap(), DataVolume::parse(data).unwrap(), 0).unwrap()
    }

    #[track_caller]
    fn check(need: Need, allowance: &str, per: DataPer, validity: &str, expected_days: Option<&str>) {
        let served =
            need.served_by(Allowance::parse(allowance).unwrap(), per, Validity::parse(validity).unwrap());
        assert_eq!(served.map(|time| need.days(time).to_string()).as_deref(), expected_days);
    }

    #[test]
    fn the_shorter_of_validity_and_data_serves() {
        let pace = need(30, "20GB"); // 666.67 MB a day
        check(pace, "10GB", DataPer::Total, "30d", Some("15.00"));
        check(pace, "2GB", DataPer::Total, "7d", Some("3.00"));
        check(pace, "10GB", DataPer::Total, "7d", Some("7.00"));
        check(pace, "unlimited", DataPer::Total, "36h", Some("1.50"));
        check(pace, "1GB", DataPer::Total, "30d", Some("1.50"));
        check(need(7, "3GB"), "2GB", DataPer::Total, "7d", Some("4.66")); // 14/3 days, rounded down
    }

    #[test]
    fn a_daily_allowance_fits_or_does_not() {
        let pace = need(30, "20GB");
        check(pace, "1GB", DataPer::Day, "7d", Some("7.00"));
        check(pace, "666667kB", DataPer::Day, "7d", Some("7.00"));
        check(pace, "666666kB", DataPer::Day, "7d", None);
    }

    #[test]
    fn counts_of_purchases() {
        let need = need(30, "20GB");
        let each = need.feeding(DataVolume::parse("2GB").unwrap());
        assert_eq!(need.target().purchases_of(each), Some(10));
        let more = need.feeding(DataVolume::parse("2.000001GB").unwrap());
        assert_eq!(need.target().purchases_of(more), Some(10));
        let less = need.feeding(DataVolume::parse("1.999999GB").unwrap());
        assert_eq!(need.target().purchases_of(less), Some(11));
        assert_eq!(need.target().purchases_of(ServedTime::ZERO), None);
        assert_eq!(ServedTime::ZERO.purchases_of(ServedTime::ZERO), Some(0));
    }

    #[test]
    fn figures_for_display() {
        let need = need(30, "20GB");
        assert_eq!(need.pace_mb(), "666.67");
        assert_eq!(need.day_after(need.feeding(DataVolume::parse("10GB").unwrap())), 16);
        assert_eq!(need.day_after(ServedTime::ZERO), 1);
        assert_eq!(need.days(need.target()).whole(), Some(30));
    }

    #[test]
    fn the_largest_needs_do_not_overflow() {
        let stay = Stay::from_days(36_500).unwrap();
        let need = Need::new(stay, DataVolume::from_kb(u64::MAX), 0).unwrap();
        let longest = need.lasting(Validity::parse("178956970d").unwrap());
        assert_eq!(need.target().purchases_of(longest), Some(1));
        assert_eq!(longest.checked_mul(u64::MAX).unwrap_err().code(), "time-too-large");
        assert_eq!(need.days(longest).to_string(), "178956970.00");
        assert_eq!(
            Need::per_day(stay, DataVolume::from_kb(u64::MAX), 0).unwrap_err().code(),
            "volume-too-large"
        );
        assert_eq!(Need::new(stay, DataVolume::ZERO, 5).unwrap_err().code(), "need-without-data");
    }
}

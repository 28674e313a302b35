//! The schedule: the purchases of a basket in order, when each is due, and why then.
//!
//! What is left on the user's SIM and the data of a new SIM come first, then purchases for data only, each when the last
//! one ends; beside them those for calls only; then those that cover both. So a basket whose times add up to the stay
//! has a schedule without gaps.

use super::basket::{Basket, Item};
use super::coverage::{Use, UseCounts};
use super::error::Error;
use super::need::{Need, Span};
use super::plan::{Allowance, DataPer};
use super::rates::Exact;
use super::request::InitialBalance;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Zoned};

/// The purchases of a basket, as they follow one another.
#[derive(Clone, Debug)]
pub struct Schedule<'b> {
    /// Until when what is left on the user's SIM covers data.
    pub initial: Span,
    /// The purchases, in the order in which they are made.
    pub purchases: Vec<Purchase<'b>>,
    /// Until when everything covers, without a gap.
    pub ends: Span,
}

/// One purchase at its time.
#[derive(Clone, Copy, Debug)]
pub struct Purchase<'b> {
    /// What is bought; its count is that of the basket, this is one of them.
    pub item: &'b Item,
    /// Which purchase of this item it is, from 1.
    pub number: u64,
    /// When it begins.
    pub starts: Span,
    /// When it ends: what it is used for is used up, or its validity is over.
    pub ends: Span,
    /// What it is used for; nothing for a SIM that only opens the line.
    pub purpose: Option<Use>,
    /// Why it begins then.
    pub why: Why,
    /// Whether it is the first of its plan to be made: with it the fee is paid.
    pub is_first: bool,
    /// Whether the stay needs it: it opens a line, or covers some of the stay.
    pub is_needed: bool,
    /// What has been paid with it, in all.
    pub paid: Exact,
}

/// Why a purchase is made when it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The stay begins.
    StayBegins,
    /// The data before it is used up.
    DataUsedUp,
    /// The minutes before it are used up.
    MinutesUsedUp,
    /// The validity before it is over.
    ValidityOver,
}

impl Why {
    /// The stable word of machine formats.
    pub fn word(self) -> &'static str {
        match self {
            Self::StayBegins => "stay-begins",
            Self::DataUsedUp => "data-used-up",
            Self::MinutesUsedUp => "minutes-used-up",
            Self::ValidityOver => "validity-over",
        }
    }
}

/// The most purchases that a schedule lists: past it nobody could follow it.
const MOST_PURCHASES: u64 = 100_000;

/// One of data and calls, as purchases follow one another on it.
#[derive(Clone, Copy)]
struct Lane {
    ends: Span,
    why: Why,
}

impl Lane {
    const EMPTY: Self = Self { ends: Span::ZERO, why: Why::StayBegins };

    /// Goes on until the end of a purchase that covers `each`, if it covers anything.
    fn go_on_with(&mut self, each: Span, until: Span, why: Why) {
        if !each.is_zero() {
            self.go_on(until, why);
        }
    }

    fn go_on(&mut self, until: Span, why: Why) {
        if until > self.ends {
            *self = Self { ends: until, why };
        }
    }
}

impl<'b> Schedule<'b> {
    /// The schedule of a basket. What is left `initial`ly on the user's SIM covers data first.
    ///
    /// # Errors
    /// `schedule-too-long` with the purchases, `amount-too-large`, `time-too-large`.
    pub fn new(basket: &'b Basket, need: &Need, initial: Option<&InitialBalance>) -> Result<Self, Error> {
        if basket.purchases() > MOST_PURCHASES {
            let error = Error::new("schedule-too-long").with("count", basket.purchases());
            return Err(error.with("max", MOST_PURCHASES));
        }
        let mut builder = Builder { need, purchases: Vec::new(), data: Lane::EMPTY, calls: Lane::EMPTY };
        if let Some(initial) = initial.filter(|_| !basket.initial().is_zero()) {
            let is_data_over = match initial.data {
                Allowance::Volume(volume) => {
                    need.data_lasts(volume) <= need.hours(initial.validity.hours().into())
                }
                Allowance::Unlimited => false,
            };
            builder
                .data
                .go_on(basket.initial(), if is_data_over { Why::DataUsedUp } else { Why::ValidityOver });
        }
        builder.add_sims(basket)?;
        for purpose in [Use::Data, Use::Calls] {
            builder.add(basket, purpose)?;
        }
        builder.add_contracts(basket)?;
        builder.add(basket, Use::Both)?;
        let ends = builder.covered();
        Ok(Self { initial: basket.initial(), purchases: builder.in_order()?, ends })
    }

    /// The purchases after the arrival that the user makes: bills are not among them, and what is not needed neither.
    pub fn renewals(&self) -> impl Iterator<Item = &Purchase<'b>> {
        self.purchases.iter().filter(|purchase| {
            !purchase.starts.is_zero() && purchase.is_needed && !purchase.item.plan.is_contract()
        })
    }

    /// How often a contract is billed; `None` without one.
    pub fn bills(&self) -> Option<u64> {
        let contract = self.purchases.iter().find(|purchase| purchase.item.plan.is_contract());
        contract.map(|purchase| purchase.item.count)
    }
}

/// A schedule in the making.
struct Builder<'b, 'n> {
    need: &'n Need,
    purchases: Vec<Purchase<'b>>,
    data: Lane,
    calls: Lane,
}

impl<'b> Builder<'b, '_> {
    /// SIMs that cover something, each after the other; if all is on one line and there are calls, at once. Those that only
    /// open a line find their place later.
    fn add_sims(&mut self, basket: &'b Basket) -> Result<(), Error> {
        let sims = || basket.items().iter().filter(|item| item.plan.is_sim());
        let is_at_once = self.need.minutes() > 0 && !basket.is_over_two_lines();
        for item in sims() {
            let starts = if item.data_each.is_zero() || is_at_once { self.calls } else { self.data };
            let starts =
                if item.data_each.is_zero() && item.calls_each.is_zero() { Lane::EMPTY } else { starts };
            let purpose = match (item.data_each.is_zero(), item.calls_each.is_zero()) {
                (true, true) => None,
                (false, false) => Some(Use::Both),
                (false, true) => Some(Use::Data),
                (true, false) => Some(Use::Calls),
            };
            let data_starts = if is_at_once { self.data } else { starts };
            let data_ends = add(data_starts.ends, item.data_each)?;
            let calls_ends = add(starts.ends, item.calls_each)?;
            self.push(item, 1, starts, data_ends.max(calls_ends), purpose);
            self.data.go_on_with(item.data_each, data_ends, self.why_after(item, Use::Data));
            self.calls.go_on_with(item.calls_each, calls_ends, self.why_after(item, Use::Calls));
        }
        Ok(())
    }

    /// The purchases of one use, what covers longest first.
    fn add(&mut self, basket: &'b Basket, purpose: Use) -> Result<(), Error> {
        for item in basket.items().iter().filter(|item| !item.plan.is_sim() && !item.plan.is_contract()) {
            let UseCounts { both, data, calls } = item.uses;
            let (count, before) = match purpose {
                Use::Data => (data, 0),
                Use::Calls => (calls, data),
                Use::Both => (both, data + calls),
            };
            let cover = item.coverage().of(purpose);
            for number in 1..=count {
                let starts = match purpose {
                    Use::Data => self.data,
                    Use::Calls => self.calls,
                    Use::Both => self.first_to_end(),
                };
                let ends = add(starts.ends, cover.data.max(cover.calls))?;
                self.push(item, before + number, starts, ends, Some(purpose));
                if purpose != Use::Calls {
                    self.data.go_on(ends, self.why_after(item, purpose));
                }
                if purpose != Use::Data {
                    self.calls.go_on(ends, self.why_after(item, purpose));
                }
            }
        }
        Ok(())
    }

    /// The bills of a contract, each when the validity of the last one is over.
    fn add_contracts(&mut self, basket: &'b Basket) -> Result<(), Error> {
        for item in basket.items().iter().filter(|item| item.plan.is_contract()) {
            let mut starts = self.first_to_end();
            let purpose = self.missing_use();
            for number in 1..=item.count {
                let ends = add(starts.ends, item.data_each.max(item.calls_each))?;
                self.push(item, number, starts, ends, Some(purpose));
                self.data.go_on(ends, Why::ValidityOver);
                self.calls.go_on(ends, Why::ValidityOver);
                starts = Lane { ends, why: Why::ValidityOver };
            }
        }
        Ok(())
    }

    /// What a contract is for: what is not covered until the end of the stay yet.
    fn missing_use(&self) -> Use {
        let misses = |is_wanted: bool, lane: Lane| is_wanted && lane.ends < self.need.whole_stay();
        match (misses(self.need.has_data(), self.data), misses(self.need.minutes() > 0, self.calls)) {
            (true, false) => Use::Data,
            (false, true) => Use::Calls,
            (true, true) | (false, false) => Use::Both,
        }
    }

    fn push(&mut self, item: &'b Item, number: u64, starts: Lane, ends: Span, purpose: Option<Use>) {
        let Lane { ends: starts, why } = starts;
        let is_needed = purpose.is_none() || starts < self.need.whole_stay() && ends > starts;
        let purchase = Purchase {
            item,
            number,
            starts,
            ends,
            purpose,
            why,
            is_first: false,
            is_needed,
            paid: Exact::ZERO,
        };
        self.purchases.push(purchase);
    }

    /// Of what the need has of data and calls, the one that is covered less long.
    fn first_to_end(&self) -> Lane {
        match (self.need.has_data(), self.need.minutes() > 0) {
            (true, true) if self.calls.ends < self.data.ends => self.calls,
            (true, _) => self.data,
            (false, _) => self.calls,
        }
    }

    fn covered(&self) -> Span {
        self.first_to_end().ends
    }

    /// Why the purchase after one of this item is made.
    fn why_after(&self, item: &Item, purpose: Use) -> Why {
        let validity = item.plan.validity.map(|validity| self.need.hours(validity.hours().into()));
        let cover = item.coverage().of(purpose);
        let lasts = if item.plan.is_sim() {
            if purpose == Use::Data { item.data_each } else { item.calls_each }
        } else {
            cover.data.max(cover.calls)
        };
        let is_over = validity.is_some_and(|validity| lasts >= validity);
        let by_data = match (item.plan.allowance, item.plan.data_per) {
            (Some(Allowance::Volume(volume)), DataPer::Total) => self.need.data_lasts(volume) <= lasts,
            _ => false,
        };
        match purpose {
            Use::Data | Use::Both if by_data && self.need.has_data() => Why::DataUsedUp,
            Use::Calls | Use::Both if !is_over => Why::MinutesUsedUp,
            _ => Why::ValidityOver,
        }
    }

    /// The purchases by their time, each SIM before what is bought on it, with what has been paid so far.
    fn in_order(mut self) -> Result<Vec<Purchase<'b>>, Error> {
        let bought: Vec<Lane> = self.purchases.iter().map(|purchase| self.bought(purchase)).collect();
        for (purchase, bought) in self.purchases.iter_mut().zip(bought) {
            if purchase.purpose.is_none() {
                (purchase.starts, purchase.why) = (bought.ends, bought.why);
                purchase.ends = bought.ends;
            }
        }
        // What is not needed comes last: it is bought never, or whenever one likes.
        self.purchases
            .sort_by_key(|purchase| (!purchase.is_needed, purchase.starts, !purchase.item.plan.is_sim()));
        let mut paid = Exact::ZERO;
        let mut with_fee: Vec<&Item> = Vec::new();
        for purchase in &mut self.purchases {
            let item = purchase.item;
            let mut price = item.price;
            purchase.is_first = !with_fee.iter().any(|other| other.plan.id == item.plan.id);
            if purchase.is_first {
                with_fee.push(item);
                price = price.unwrap_or_default().checked_add(item.fee.unwrap_or_default());
            }
            let sum = paid.checked_add(price.unwrap_or_default());
            paid = sum.ok_or_else(|| Error::new("amount-too-large").with("value", item.plan.id.as_str()))?;
            purchase.paid = paid;
        }
        Ok(self.purchases)
    }

    /// When a purchase is made and why: a SIM that covers nothing by itself together with the first purchase on its line.
    fn bought(&self, purchase: &Purchase<'_>) -> Lane {
        if purchase.purpose.is_some() {
            return Lane { ends: purchase.starts, why: purchase.why };
        }
        let on_line = self.purchases.iter().filter(|other| {
            other.purpose.is_some() && other.is_needed && other.item.plan.line == purchase.item.plan.line
        });
        let first = on_line.min_by_key(|other| other.starts);
        first.map_or(Lane::EMPTY, |first| Lane { ends: first.starts, why: first.why })
    }
}

fn add(span: Span, other: Span) -> Result<Span, Error> {
    span.checked_add(other).ok_or_else(|| Error::new("time-too-large"))
}

/// How points of the stay are given: by day, by date, or by date and time.
#[derive(Clone, Debug)]
pub enum Calendar {
    /// The stay has no date: days of 24 hours are counted from 1.
    Days,
    /// The stay begins with this day; times are not known.
    Dates(Date),
    /// The stay begins at this time. A validity is elapsed time, whatever the clocks do meanwhile.
    Times(Zoned),
}

/// One point of the stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The day of the stay, from 1: of a stay with dates the calendar date, else 24 hours.
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

    /// The point of the stay when this much of it has passed.
    ///
    /// # Errors
    /// `date-out-of-range` past the year 9999.
    pub fn when(&self, passed: Span, need: &Need) -> Result<When, Error> {
        let out_of_range = || Error::new("date-out-of-range");
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
                let day = super::time::days_between(start.date(), time.date());
                let day = u64::try_from(day).map_err(|_| out_of_range())?.saturating_add(1);
                Ok(When { day, date: Some(time.date()), time: Some(time) })
            }
        }
    }
}

#[cfg(test)]
mod tests;

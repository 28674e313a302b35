//! The schedule: the purchases of a basket in order, when each is due, and why.
//!
//! The initial balance and the data of a new SIM come first. Purchases for data only follow, each when the last one
//! ends, and purchases for calls only run beside them. Those that cover both come last. With this order, a basket whose
//! times add up to the stay has a schedule without gaps.

use super::basket::{Basket, Item};
use super::coverage::{Use, UseCounts};
use super::error::Error;
use super::need::{Need, Span};
use super::plan::{Allowance, DataPer};
use super::rates::Exact;
use super::request::InitialBalance;
use super::word::words;

/// The purchases of a basket in the order in which they are made.
#[derive(Clone, Debug)]
pub struct Schedule<'b> {
    /// Until when the initial balance covers data.
    pub initial: Span,
    /// The purchases, in the order in which they are made.
    pub purchases: Vec<Purchase<'b>>,
    /// Until when the need is covered without a gap.
    pub ends: Span,
}

/// One purchase at its time.
#[derive(Clone, Copy, Debug)]
pub struct Purchase<'b> {
    /// The item of the basket that it belongs to, which may have several purchases.
    pub item: &'b Item,
    /// Which purchase of this item it is, from 1.
    pub number: u64,
    /// When it begins, from the start of the stay.
    pub starts: Span,
    /// When it ends because it is used up or its validity is over.
    pub ends: Span,
    /// What it is used for. `None` for a SIM that only opens the line.
    pub purpose: Option<Use>,
    /// Why it begins at that time.
    pub why: Why,
    /// Whether it is the first purchase of its plan, with which the fee is paid.
    pub is_first: bool,
    /// Whether the stay needs it: it opens a line, or covers some of the stay.
    pub is_needed: bool,
    /// The sum of all payments up to and including this one.
    pub paid: Exact,
}

words! {
    /// Why a purchase is made when it is.
    Why {
        /// The stay begins.
        StayBegins = "stay-begins",
        /// The data before it is used up.
        DataUsedUp = "data-used-up",
        /// The minutes before it are used up.
        MinutesUsedUp = "minutes-used-up",
        /// The validity before it is over.
        ValidityOver = "validity-over",
    }
}

/// The most purchases that a schedule lists. Nobody could follow a longer one.
const MOST_PURCHASES: u64 = 100_000;

/// The time until which data or calls are covered, and why that cover ends.
#[derive(Clone, Copy)]
struct Lane {
    ends: Span,
    why: Why,
}

impl Lane {
    const EMPTY: Self = Self { ends: Span::ZERO, why: Why::StayBegins };

    /// Extends the cover to the end of a purchase that covers `each`, if it covers anything.
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
    /// The schedule of a basket. The `initial` balance covers data first.
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

    /// The purchases that the user makes after the arrival, without bills and without those that are not needed.
    pub fn renewals(&self) -> impl Iterator<Item = &Purchase<'b>> {
        self.purchases.iter().filter(|purchase| {
            !purchase.starts.is_zero() && purchase.is_needed && !purchase.item.plan.is_contract()
        })
    }

    /// How often the contract is billed. `None` if the basket has no contract.
    pub fn bills(&self) -> Option<u64> {
        let contract = self.purchases.iter().find(|purchase| purchase.item.plan.is_contract());
        contract.map(|purchase| purchase.item.count)
    }
}

/// A schedule of which a part is still missing.
struct Builder<'b, 'n> {
    need: &'n Need,
    purchases: Vec<Purchase<'b>>,
    data: Lane,
    calls: Lane,
}

impl<'b> Builder<'b, '_> {
    /// Adds the SIMs that cover something, one after another, or at once if calls need them. SIMs that only open a line
    /// are placed later.
    fn add_sims(&mut self, basket: &'b Basket) -> Result<(), Error> {
        for item in basket.items().iter().filter(|item| item.plan.is_sim()) {
            let is_at_once = self.is_at_once(item, basket);
            let starts = if item.data_each.is_zero() && item.calls_each.is_zero() {
                Lane::EMPTY
            } else if item.data_each.is_zero() || is_at_once {
                self.calls
            } else {
                self.data
            };
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

    /// Whether a SIM is bought on the first day because of calls: on one line always, over two if its line has passes
    /// for them.
    fn is_at_once(&self, sim: &Item, basket: &Basket) -> bool {
        let mut on_line = basket.items().iter().filter(|item| item.plan.line == sim.plan.line);
        self.need.minutes() > 0
            && (!basket.is_over_two_lines() || on_line.any(|item| item.uses.calls > 0 || item.uses.both > 0))
    }

    /// Adds the purchases for one use, those that cover longest first.
    fn add(&mut self, basket: &'b Basket, purpose: Use) -> Result<(), Error> {
        for item in basket.items() {
            let UseCounts { both, data, calls } = item.uses;
            let (count, before) = match purpose {
                Use::Data => (data, 0),
                Use::Calls => (calls, data),
                Use::Both => (both, data + calls),
            };
            let cover = item.coverage().in_use(purpose);
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

    /// Adds the bills of a contract, each when the validity of the last one is over.
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
        let misses_data = self.need.has_data() && self.data.ends < self.need.whole_stay();
        let misses_calls = self.need.minutes() > 0 && self.calls.ends < self.need.whole_stay();
        match (misses_data, misses_calls) {
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

    /// Of the needed data and calls, the one whose cover ends first.
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

    /// Why another purchase follows one of this item.
    fn why_after(&self, item: &Item, purpose: Use) -> Why {
        let validity = item.plan.validity.map(|validity| self.need.hours(validity.hours().into()));
        let cover = item.coverage().in_use(purpose);
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

    /// Sorts the purchases by time, each SIM before the purchases on its line, and adds up the payments.
    fn in_order(mut self) -> Result<Vec<Purchase<'b>>, Error> {
        let bought: Vec<Lane> = self.purchases.iter().map(|purchase| self.bought(purchase)).collect();
        for (purchase, bought) in self.purchases.iter_mut().zip(bought) {
            if purchase.purpose.is_none() {
                purchase.starts = bought.ends;
                purchase.ends = bought.ends;
                purchase.why = bought.why;
            }
        }
        // Purchases that are not needed come last: the user may skip them or make them at any time.
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

    /// When a purchase is made and why. A SIM that covers nothing is bought with the first needed purchase on its line.
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

#[cfg(test)]
mod tests;

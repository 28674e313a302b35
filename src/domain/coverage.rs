//! How long a purchase covers a need, and how often a plan is bought. Only this module knows these rules.

use super::need::{Need, Span};
use super::plan::{Allowance, DataPer, Kind, Plan, Quantity, Scope};
use super::refusal::Code;
use super::solver::Choice;
use super::volume::DataVolume;
use super::word::words;

/// The numbers of a plan that decide how long a purchase covers, without its names and its price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    kind: Kind,
    allowance: Option<Allowance>,
    data_per: DataPer,
    hours: Option<u64>,
    minutes: Option<Quantity>,
    is_general: bool,
    /// Whether data and minutes draw on one balance.
    pub is_shared: bool,
    /// How often the plan may be bought. `None` means no limit.
    pub limit: Option<u64>,
}

/// For how long data and calls are covered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// The time for which data is covered.
    pub data: Span,
    /// The time for which calls are covered.
    pub calls: Span,
}

impl Cover {
    /// Neither data nor calls for any time.
    pub const NOTHING: Self = Self { data: Span::ZERO, calls: Span::ZERO };

    /// The whole stay, for what the need has of the two.
    pub fn whole(need: &Need) -> Self {
        let stay = need.whole_stay();
        Self {
            data: if need.has_data() { stay } else { Span::ZERO },
            calls: if need.minutes() > 0 { stay } else { Span::ZERO },
        }
    }

    /// What remains to be covered after `other`.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self { data: self.data.minus(other.data), calls: self.calls.minus(other.calls) }
    }

    /// Whether both times are zero.
    pub fn is_nothing(self) -> bool {
        self.data.is_zero() && self.calls.is_zero()
    }

    /// `count` times this. `None` on overflow.
    pub fn times(self, count: u64) -> Option<Self> {
        Some(Self { data: self.data.checked_mul(count)?, calls: self.calls.checked_mul(count)? })
    }
}

words! {
    /// What one purchase is used for.
    Use {
        /// Data and calls, until the first of its data, its minutes and its validity ends.
        Both = "data-and-calls",
        /// Only data, until its data or its validity ends.
        Data = "data",
        /// Only calls, until its minutes or its validity ends.
        Calls = "calls",
    }
}

/// A purchase of a plan for one need: for how long its data and its minutes last, each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Data and minutes, each by itself.
    pub alone: Cover,
    /// Whether data and minutes draw on one balance, so that one purchase never covers both.
    pub is_shared: bool,
}

/// How often a plan is bought if it is repeated alone, by what each purchase is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UseCounts {
    /// Purchases for data and calls.
    pub both: u64,
    /// Purchases for data only.
    pub data: u64,
    /// Purchases for calls only.
    pub calls: u64,
}

impl UseCounts {
    /// The number of purchases. `None` past 2⁶⁴ − 1.
    pub fn sum(self) -> Option<u64> {
        self.both.checked_add(self.data)?.checked_add(self.calls)
    }

    /// Adds purchases for one use.
    pub fn add(&mut self, purpose: Use, count: u64) {
        match purpose {
            Use::Both => self.both += count,
            Use::Data => self.data += count,
            Use::Calls => self.calls += count,
        }
    }
}

impl Terms {
    /// Takes the numbers of a plan.
    pub fn new(plan: &Plan) -> Self {
        Self {
            kind: plan.kind,
            allowance: plan.allowance,
            data_per: plan.data_per,
            hours: plan.validity.map(|validity| validity.hours().into()),
            minutes: plan.minutes,
            is_general: plan.scope == Scope::General,
            is_shared: plan.is_shared(),
            limit: plan.limit(),
        }
    }

    /// Makes a volume of data count as none. Unlimited data stays.
    pub fn ignore_volume(&mut self) {
        if let Some(Allowance::Volume(volume)) = &mut self.allowance {
            *volume = DataVolume::ZERO;
        }
    }

    /// Whether the plan is a SIM, which begins a basket.
    pub fn is_sim(&self) -> bool {
        self.kind == Kind::Sim
    }

    /// Whether the plan is billed rather than bought.
    pub fn is_contract(&self) -> bool {
        self.kind == Kind::Contract
    }

    /// The validity of a purchase in hours. `None` if it is unknown.
    pub fn hours(&self) -> Option<u64> {
        self.hours
    }

    /// All data of a purchase: the largest volume if it is unlimited, `None` if it is unknown.
    pub fn most_data(&self) -> Option<DataVolume> {
        match (self.allowance?, self.data_per) {
            (Allowance::Unlimited, _) => Some(DataVolume::from_kb(u64::MAX)),
            (Allowance::Volume(daily), DataPer::Day) => {
                let whole = u128::from(daily.kb()) * u128::from(self.hours?);
                Some(DataVolume::from_kb(whole.div_ceil(24).try_into().unwrap_or(u64::MAX)))
            }
            (Allowance::Volume(volume), DataPer::Total) => Some(volume),
        }
    }

    /// All minutes of a purchase: the largest count if they are unlimited, `None` if they are unknown.
    pub fn most_minutes(&self) -> Option<u64> {
        match self.minutes? {
            Quantity::Unlimited => Some(u64::MAX),
            Quantity::Count(minutes) => Some(minutes),
        }
    }

    /// How long a purchase is valid; zero if that is unknown.
    pub fn validity(&self, need: &Need) -> Span {
        self.hours.map_or(Span::ZERO, |hours| need.hours(hours))
    }

    /// How long one purchase of a plan covers.
    ///
    /// # Errors
    /// `allowance-unknown`, `validity-unknown`, `daily-allowance-too-small`.
    pub fn coverage(&self, need: &Need) -> Result<Coverage, Code> {
        if need.has_data() && self.allowance.is_none() {
            return Err(Code::AllowanceUnknown);
        }
        let validity = self.known_validity(need)?;
        let data = if need.has_data() { self.data_lasts(need, validity)? } else { Span::ZERO };
        let calls = self.minutes_span(need).min(validity);
        Ok(Coverage { alone: Cover { data, calls }, is_shared: self.is_shared })
    }

    fn known_validity(&self, need: &Need) -> Result<Span, Code> {
        if self.hours.is_some() { Ok(self.validity(need)) } else { Err(Code::ValidityUnknown) }
    }

    fn data_lasts(&self, need: &Need, validity: Span) -> Result<Span, Code> {
        match self.allowance {
            None => Err(Code::AllowanceUnknown),
            Some(Allowance::Unlimited) => Ok(validity),
            Some(Allowance::Volume(daily)) if self.data_per == DataPer::Day => {
                if need.pace_fits_into(daily) {
                    Ok(validity)
                } else {
                    Err(Code::DailyAllowanceTooSmall)
                }
            }
            Some(Allowance::Volume(volume)) => Ok(need.data_lasts(volume).min(validity)),
        }
    }

    /// How long the minutes last, whatever the validity. Zero if they are unknown or not needed.
    pub fn minutes_span(&self, need: &Need) -> Span {
        if need.minutes() == 0 { Span::ZERO } else { self.calls_last(need) }
    }

    fn calls_last(&self, need: &Need) -> Span {
        match self.minutes {
            None => Span::ZERO,
            Some(Quantity::Count(minutes)) => need.minutes_last(minutes),
            Some(Quantity::Unlimited) => Span::from_units(u128::MAX),
        }
    }

    /// How long a starter SIM covers data and calls.
    ///
    /// Data that is limited to some uses does not count, nor does a daily allowance below the pace. A SIM without data
    /// and without a validity does not expire. If it has data but its validity is unknown, it covers nothing. If its
    /// data `waits` while its validity runs, the data can only use the remaining validity.
    pub fn sim_coverage(&self, need: &Need, waits: Span) -> Coverage {
        let is_bare = self.allowance.is_some() && !self.carries_data();
        let validity = match self.hours {
            Some(hours) => need.hours(hours),
            None if is_bare => need.whole_stay(),
            None => return Coverage { alone: Cover::default(), is_shared: self.is_shared },
        };
        let counts = self.carries_data() && self.is_general && need.has_data();
        let lasts = if counts { self.data_lasts(need, validity).unwrap_or_default() } else { Span::ZERO };
        let data = lasts.min(validity.minus(waits));
        let calls = self.minutes_span(need).min(validity);
        Coverage { alone: Cover { data, calls }, is_shared: self.is_shared }
    }

    /// What is not known of a SIM, if that may be why it does not cover a need by itself. That the minutes of a starter SIM
    /// without data are not known is usual, and says nothing.
    pub fn unknown_of_sim(&self, need: &Need) -> Option<Code> {
        let may_have_data = self.is_general && need.has_data();
        if may_have_data && self.allowance.is_none() {
            return Some(Code::AllowanceUnknown);
        }
        let has_data = may_have_data && self.carries_data();
        let has_calls = need.minutes() > 0 && self.most_minutes().is_some_and(|minutes| minutes > 0);
        let is_bare = self.allowance.is_some() && !self.carries_data();
        if self.hours.is_none() && !is_bare && (has_data || has_calls) {
            return Some(Code::ValidityUnknown);
        }
        let covers_data = || self.sim_coverage(need, Span::ZERO).alone.data >= need.whole_stay();
        let lacks_only_calls = need.minutes() > 0 && self.minutes.is_none() && has_data && covers_data();
        lacks_only_calls.then_some(Code::TooFewMinutes)
    }

    fn carries_data(&self) -> bool {
        !matches!(self.allowance, None | Some(Allowance::Volume(DataVolume::ZERO)))
    }

    /// How often a contract is billed to cover what is missing: once for every validity period that begins.
    ///
    /// # Errors
    /// Those of [`Terms::coverage`], `monthly-allowance-too-small` if its data does not last until the next bill or the
    /// end, and `too-few-minutes` if its minutes do not.
    pub fn bills(&self, need: &Need, missing: Cover) -> Result<u64, Code> {
        if need.has_data() && self.allowance.is_none() {
            return Err(Code::AllowanceUnknown);
        }
        let validity = self.known_validity(need)?;
        if !missing.data.is_zero() && self.data_lasts(need, validity)? < validity.min(missing.data) {
            return Err(Code::MonthlyAllowanceTooSmall);
        }
        if !missing.calls.is_zero() {
            let serves_both = !self.is_shared || missing.data.is_zero();
            if !serves_both || self.calls_last(need) < validity.min(missing.calls) {
                return Err(Code::TooFewMinutes);
            }
        }
        self.periods(need, missing).ok_or(Code::PurchaseLimit)
    }

    /// How many validity periods of a contract begin while something is missing. `None` if its validity is unknown.
    pub fn periods(&self, need: &Need, missing: Cover) -> Option<u64> {
        missing.data.max(missing.calls).count_of(self.known_validity(need).ok()?)
    }

    /// What `count` bills of a contract cover of what is missing. What one of them leaves over ends with its validity,
    /// and what one of them lacks is missing until the next.
    ///
    /// # Errors
    /// `allowance-unknown`, `validity-unknown`.
    pub fn billed(&self, need: &Need, missing: Cover, count: u64) -> Result<Cover, Code> {
        let validity = self.known_validity(need)?;
        let data = match self.allowance {
            None if need.has_data() => return Err(Code::AllowanceUnknown),
            Some(Allowance::Volume(daily)) if self.data_per == DataPer::Day => {
                let all = validity.checked_mul(count).unwrap_or(missing.data);
                daily_lasts(need, daily, missing.data.min(all))
            }
            Some(Allowance::Volume(volume)) => {
                of_bills(missing.data, validity, need.data_lasts(volume), count)
            }
            None | Some(Allowance::Unlimited) => of_bills(missing.data, validity, validity, count),
        };
        let serves_calls = !self.is_shared || missing.data.is_zero();
        let each = if serves_calls { self.calls_last(need) } else { Span::ZERO };
        Ok(Cover { data, calls: of_bills(missing.calls, validity, each, count) })
    }
}

impl Coverage {
    /// The time that one purchase covers in a use.
    pub fn in_use(&self, purpose: Use) -> Cover {
        let both = self.alone.data.min(self.alone.calls);
        match purpose {
            Use::Both if self.is_shared => Cover::default(),
            Use::Both => Cover { data: both, calls: both },
            Use::Data => Cover { data: self.alone.data, calls: Span::ZERO },
            Use::Calls => Cover { data: Span::ZERO, calls: self.alone.calls },
        }
    }

    /// The uses worth considering: those that cover something another use does not. If the data of a plan ends before
    /// its minutes, for example, [`Use::Both`] already covers all that [`Use::Data`] does.
    pub fn uses(&self) -> impl Iterator<Item = Use> {
        let both = self.in_use(Use::Both);
        [Use::Both, Use::Data, Use::Calls].into_iter().filter(move |&purpose| {
            let cover = self.in_use(purpose);
            let is_part_of_both = cover.data <= both.data && cover.calls <= both.calls;
            !cover.is_nothing() && (purpose == Use::Both || !is_part_of_both)
        })
    }

    /// How often the plan is bought to cover what is missing if it is repeated alone: the fewest purchases, used so
    /// that they cover the most time.
    ///
    /// # Errors
    /// `too-few-minutes` if calls are missing and the plan has no minutes, `purchase-limit` if no number of purchases
    /// is enough.
    pub fn repeated(&self, missing: Cover) -> Result<UseCounts, Code> {
        let Cover { data, calls } = self.alone;
        if !missing.calls.is_zero() && calls.is_zero() {
            return Err(Code::TooFewMinutes);
        }
        let for_data = purchases(missing.data, data)?;
        let for_calls = purchases(missing.calls, calls)?;
        if for_calls == 0 || self.is_shared {
            return Ok(UseCounts { both: 0, data: for_data, calls: for_calls });
        }
        let each = data.min(calls);
        if data > calls {
            // Every purchase that covers calls covers as much data; the others cover data only.
            let covered = each.checked_mul(for_calls).ok_or(Code::PurchaseLimit)?;
            let rest = purchases(missing.data.minus(covered), data)?;
            return Ok(UseCounts { both: for_calls, data: rest, calls: 0 });
        }
        let covered = each.checked_mul(for_data).ok_or(Code::PurchaseLimit)?;
        let uncovered = missing.calls.minus(covered);
        let rest = purchases(uncovered, calls)?;
        // The purchases for calls may cover more than is missing. As many of them as that surplus allows cover data
        // too.
        let by_rest = calls.checked_mul(rest).ok_or(Code::PurchaseLimit)?;
        let to_spare = by_rest.minus(uncovered).units();
        let loss = calls.minus(each).units();
        let also =
            to_spare.checked_div(loss).map_or(rest, |also| u64::try_from(also).unwrap_or(rest)).min(rest);
        Ok(UseCounts { both: for_data + also, data: 0, calls: rest - also })
    }

    /// The time that these purchases cover. `None` on overflow.
    pub fn times(&self, counts: UseCounts) -> Option<Cover> {
        let mut sum = Cover::default();
        for (purpose, count) in
            [(Use::Both, counts.both), (Use::Data, counts.data), (Use::Calls, counts.calls)]
        {
            if count == 0 {
                continue;
            }
            let each = self.in_use(purpose);
            sum.data = sum.data.checked_add(each.data.checked_mul(count)?)?;
            sum.calls = sum.calls.checked_add(each.calls.checked_mul(count)?)?;
        }
        Some(sum)
    }

    /// The ways to buy the plan as the solver sees them. If only calls are needed, the time of calls is the solver's
    /// time.
    pub fn choices(
        &self,
        plan: usize,
        price: u128,
        limit: Option<u64>,
        need: &Need,
    ) -> impl Iterator<Item = (Use, Choice)> {
        let has_data = need.has_data();
        self.uses().map(move |purpose| {
            let cover = self.in_use(purpose);
            let (time, calls) = if has_data { (cover.data, cover.calls) } else { (cover.calls, Span::ZERO) };
            let choice = Choice {
                plan,
                price,
                time: time.units(),
                calls: calls.units(),
                is_shared: self.is_shared,
                limit,
            };
            (purpose, choice)
        })
    }
}

/// For how long a daily allowance lasts at the pace while some time passes, rounded down.
pub fn daily_lasts(need: &Need, daily: DataVolume, time: Span) -> Span {
    if !need.has_data() || need.pace_fits_into(daily) {
        return time;
    }
    // Of a need of `kb`, the days of the stay give `given`, which is less. The quotient comes first so that no product
    // is too large.
    let kb = u128::from(need.data().kb());
    let given = u128::from(daily.kb()) * u128::from(need.stay().days());
    Span::from_units(time.units() / kb * given + time.units() % kb * given / kb)
}

/// What `count` bills cover of what is missing, if each is valid for `validity` and covers `each` at most.
fn of_bills(missing: Span, validity: Span, each: Span, count: u64) -> Span {
    let whole = (missing.units() / validity.units()).min(count.into());
    let last = if whole < count.into() { missing.units() % validity.units() } else { 0 };
    Span::from_units(whole * each.min(validity).units() + last.min(each.units()))
}

/// How many purchases cover what is missing if one covers `each`.
fn purchases(missing: Span, each: Span) -> Result<u64, Code> {
    missing.count_of(each).ok_or(Code::PurchaseLimit)
}

#[cfg(test)]
mod tests;

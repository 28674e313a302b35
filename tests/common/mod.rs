//! What several test programs share: small catalogues, questions, and a stay lived through hour by hour.
#![allow(dead_code, reason = "each test program uses its part")]

pub mod esims;
pub mod model;
pub mod random;
pub mod runner;
pub mod sessions;

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;
use simplan::catalogue::{BUILT_IN_PLANS, Catalogue};
use simplan::domain::basket::Basket;
use simplan::domain::coverage::Use;
use simplan::domain::plan::{Allowance, DataPer, Plan, Quantity};
use simplan::domain::request::Question;
use simplan::domain::schedule::{Purchase, Schedule};
use std::collections::VecDeque;
use std::sync::Arc;

/// Random cases that are the same in each run: one that fails can be run again.
pub fn always_the_same(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(20_261_122);
    ProptestConfig { cases, failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}

/// The plans of a catalogue written as CSV.
pub fn catalogue(csv: &str) -> Vec<Arc<Plan>> {
    Catalogue::parse(csv.as_bytes()).unwrap().plans
}

/// The built-in plans, which are those of Morocco.
pub fn morocco() -> Vec<Arc<Plan>> {
    Catalogue::parse(BUILT_IN_PLANS).unwrap().plans
}

/// A small generator, so that every run sees the same numbers.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to `below`, without it.
    pub fn below(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % below
    }

    /// An index below `len`.
    pub fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap()
    }

    pub fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.index(values.len())]
    }
}

/// Data or minutes that can be used: of a purchase, or of what is left on the user's SIM.
///
/// Times count in hours × kB × minutes of the need, and so do amounts: a kB is `hours of the stay × minutes`, a minute
/// of calls is `hours of the stay × kB`. At the steady pace an amount lasts for a time of the same number, so nothing is
/// rounded.
struct Source {
    from: u128,
    until: u128,
    /// What can still be used; `None` is without end.
    amount: Option<u128>,
    /// For a daily allowance: the amount of a day, and when the next day begins.
    daily: Option<(u128, u128)>,
    /// If data and minutes draw on one balance: the index of the purchase.
    shared: Option<usize>,
}

impl Source {
    /// Whether nothing of it can be used any more.
    fn is_over(&self, now: u128) -> bool {
        now >= self.until || self.daily.is_none() && self.amount == Some(0)
    }

    /// For how long this covers from `now` on, up to `most`.
    fn lasts(&mut self, now: u128, most: u128, day: u128) -> u128 {
        if now < self.from || now >= self.until {
            return 0;
        }
        let mut lasts = most.min(self.until - now);
        if let Some((of_a_day, next_day)) = &mut self.daily {
            while now >= *next_day {
                self.amount = Some(*of_a_day);
                *next_day += day;
            }
            lasts = lasts.min(*next_day - now);
        }
        self.amount.map_or(lasts, |amount| lasts.min(amount))
    }
}

/// Lives through the stay hour by hour at the steady pace: buys what the schedule says when it says so, and uses up
/// what was bought first. `Err` with the hour in which data or calls are not covered.
///
/// Nothing of what the program computed is used but the times of the purchases and what each of them is for.
pub fn simulate(basket: &Basket, question: &Question) -> Result<(), String> {
    let need = &question.need;
    let schedule =
        Schedule::new(basket, need, question.initial.as_ref()).map_err(|error| error.to_string())?;
    let bought = schedule.purchases.len() as u64;
    if bought != basket.purchases() {
        return Err(format!("{bought} purchases in the schedule, {} in the basket", basket.purchases()));
    }
    let hours = u128::from(need.stay().hours());
    let kb = u128::from(need.data().kb());
    let minutes = u128::from(need.minutes());
    let of_kb = hours * minutes.max(1);
    let of_minute = hours * kb.max(1);
    let hour = kb.max(1) * minutes.max(1);

    // By the time at which they begin: so the schedule has them.
    let mut data: VecDeque<Source> = VecDeque::new();
    let mut calls: VecDeque<Source> = VecDeque::new();
    if let Some(initial) = &question.initial {
        let amount = match initial.data {
            Allowance::Unlimited => None,
            Allowance::Volume(volume) => Some(u128::from(volume.kb()) * of_kb),
        };
        let until = u128::from(initial.validity.hours()) * hour;
        data.push_back(Source { from: 0, until, amount, daily: None, shared: None });
    }
    for (index, purchase) in schedule.purchases.iter().enumerate() {
        let plan = &purchase.item.plan;
        let shared = plan.is_shared().then_some(index);
        let from = purchase.starts.units();
        // A SIM without data may have no validity: it does not expire.
        let until = plan.validity.map_or(u128::MAX, |validity| from + u128::from(validity.hours()) * hour);
        if kb > 0 && matches!(purchase.purpose, Some(Use::Data | Use::Both)) {
            let amount = match plan.allowance.expect("what serves data has a known allowance") {
                Allowance::Unlimited => None,
                Allowance::Volume(volume) => Some(u128::from(volume.kb()) * of_kb),
            };
            let daily = amount.filter(|_| plan.data_per == DataPer::Day).map(|kb| (kb, from + 24 * hour));
            data.push_back(Source { from, until, amount, daily, shared });
        }
        if minutes > 0 && matches!(purchase.purpose, Some(Use::Calls | Use::Both)) {
            let amount = match plan.minutes {
                Some(Quantity::Unlimited) => None,
                Some(Quantity::Count(count)) => Some(u128::from(count) * of_minute),
                // A contract without minutes, after a SIM that covers the calls.
                None => Some(0),
            };
            calls.push_back(Source { from, until, amount, daily: None, shared });
        }
    }
    // What each shared balance serves: data or calls, never both.
    let mut serves: Vec<Option<&str>> = vec![None; schedule.purchases.len()];
    for at in 0..hours {
        for (name, sources, is_needed) in [("data", &mut data, kb > 0), ("calls", &mut calls, minutes > 0)] {
            let mut now = at * hour;
            while is_needed && now < (at + 1) * hour {
                while sources.front().is_some_and(|source| source.is_over(now)) {
                    sources.pop_front();
                }
                let mut begun = sources.iter_mut().take_while(|source| source.from <= now);
                let covering = begun.find_map(|source| {
                    let other = source.shared.and_then(|index| serves[index]).filter(|other| *other != name);
                    if other.is_some() {
                        return None;
                    }
                    let lasts = source.lasts(now, (at + 1) * hour - now, 24 * hour);
                    (lasts > 0).then_some((source, lasts))
                });
                let Some((source, lasts)) = covering else {
                    return Err(format!("no {name} in hour {at}"));
                };
                source.amount = source.amount.map(|amount| amount - lasts);
                if let Some(index) = source.shared {
                    serves[index] = Some(name);
                }
                now += lasts;
            }
        }
    }
    Ok(())
}

/// Whether every purchase of a schedule comes after the SIM of its line, if the basket has one; `Err` with one that does
/// not.
pub fn sims_first(basket: &Basket, question: &Question) -> Result<(), String> {
    let schedule = Schedule::new(basket, &question.need, question.initial.as_ref()).unwrap();
    let sim_of = |purchase: &Purchase<'_>| {
        let line = &purchase.item.plan.line;
        schedule.purchases.iter().find(|sim| sim.item.plan.is_sim() && sim.item.plan.line == *line)
    };
    let too_early =
        |purchase: &&Purchase<'_>| sim_of(purchase).is_some_and(|sim| sim.starts > purchase.starts);
    match schedule.purchases.iter().filter(|purchase| purchase.is_needed).find(too_early) {
        None => Ok(()),
        Some(purchase) => Err(format!("{} comes before the SIM of its line", purchase.item.plan.id)),
    }
}

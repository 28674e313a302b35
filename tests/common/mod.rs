//! What several test programs share: small catalogues and requests.
#![allow(dead_code, reason = "each test program uses its part")]

pub mod random;
pub mod sessions;

use jiff::civil::{Date, date};
use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;
use simplan::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, rates};
use simplan::domain::comparison::{Comparison, Offer};
use simplan::domain::money::Currency;
use simplan::domain::need::Need;
use simplan::domain::plan::Plan;
use simplan::domain::request::Request;
use simplan::domain::slug::Slug;
use simplan::domain::time::Stay;
use simplan::domain::volume::DataVolume;
use std::sync::Arc;

/// The day on which every test plays.
pub const TODAY: Date = date(2026, 11, 25);

/// So many random cases, the same in each run: one that fails can be run again.
pub fn always_the_same(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(20_261_122);
    ProptestConfig { cases, failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}

/// The plans of a catalogue written as CSV.
pub fn plans(csv: &str) -> Vec<Arc<Plan>> {
    Catalogue::read(csv.as_bytes()).unwrap().plans
}

/// Morocco's.
pub fn morocco() -> Vec<Arc<Plan>> {
    Catalogue::read(BUILT_IN_PLANS).unwrap().plans
}

/// A request for a stay and a volume, in MAD with the built-in rates.
pub fn request(days: u64, data: &str) -> Request {
    let stay = Stay::from_days(days).unwrap();
    let need = Need::new(stay, DataVolume::parse(data).unwrap(), 0).unwrap();
    Request::new(need, currency("MAD"), rates::read(BUILT_IN_RATES).unwrap(), TODAY)
}

pub fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

pub fn slug(name: &str) -> Slug {
    Slug::parse(name).unwrap()
}

/// A basket in short: `sim:1 a:2 = 230.00 MAD`.
pub fn short(offer: &Offer) -> String {
    let items: Vec<_> =
        offer.basket.items().iter().map(|item| format!("{}:{}", item.plan.id, item.count)).collect();
    let at_least = if offer.basket.complete() { "" } else { "≥ " };
    format!("{} = {at_least}{}", items.join(" "), offer.basket.total())
}

/// All offers in short, the best first.
pub fn offers(comparison: &Comparison) -> Vec<String> {
    comparison.offers.iter().map(short).collect()
}

/// All refusals in short: `a: price-unknown`.
pub fn refusals(comparison: &Comparison) -> Vec<String> {
    comparison
        .refusals
        .iter()
        .map(|refusal| format!("{}: {}", refusal.plan.id, refusal.reason.code))
        .collect()
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

    /// One of these.
    pub fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.index(values.len())]
    }
}

/// A point in time: an hour of the stay, and how much of that hour's data had been used by then.
type Moment = (u64, u128);

/// Something that is running: when it ends, and its data in the units of [`simulate`].
struct Running {
    until: Moment,
    data: Option<u128>,
    /// For a daily allowance: the data of a day, and when the next day begins.
    daily: Option<(u128, Moment)>,
}

/// Lives through the stay hour by hour at the steady pace, buying the next purchase when one ends; `Err` with the
/// hour in which nothing is left.
///
/// An hour needs `G / (24 D)` of data. In units of kB ÷ (24 D) that is the whole number `G`, so nothing is rounded.
pub fn simulate(offer: &Offer, request: &Request) -> Result<(), u64> {
    use simplan::domain::plan::{Allowance, DataPer};
    let (hours, per_hour) = (request.need.stay().hours(), u128::from(request.need.data().kb()));
    let start = |allowance: Allowance, per: DataPer, hours_valid: u64, now: Moment| {
        let units = match allowance {
            Allowance::Unlimited => None,
            Allowance::Volume(volume) => Some(u128::from(volume.kb()) * u128::from(hours)),
        };
        let daily = units.filter(|_| per == DataPer::Day).map(|units| (units, (now.0 + 24, now.1)));
        Running { until: (now.0 + hours_valid, now.1), data: units, daily }
    };
    let left = request.left.iter().map(|left| (left.data, DataPer::Total, u64::from(left.validity.hours())));
    let bought = offer.basket.items().iter().filter(|item| item.plan.carries_data()).flat_map(|item| {
        let plan = &item.plan;
        let validity = plan.validity.map_or(0, |validity| u64::from(validity.hours()));
        (0..item.count).map(move |_| (plan.allowance.unwrap(), plan.data_per, validity))
    });
    let mut queue = left.chain(bought);
    let mut running: Option<Running> = None;
    for hour in 0..hours {
        let mut used = 0;
        while used < per_hour {
            let now = (hour, used);
            if let Some(current) = &mut running {
                if let Some((each_day, next_day)) = &mut current.daily
                    && now >= *next_day
                {
                    current.data = Some(*each_day);
                    *next_day = (next_day.0 + 24, next_day.1);
                }
                let mut take = per_hour - used;
                for end in
                    [Some(current.until), current.daily.map(|(_, next_day)| next_day)].into_iter().flatten()
                {
                    if hour == end.0 && used < end.1 {
                        take = take.min(end.1 - used);
                    }
                }
                take = take.min(current.data.unwrap_or(take));
                if now < current.until && take > 0 {
                    used += take;
                    current.data = current.data.map(|data| data - take);
                    continue;
                }
            }
            let (allowance, per, validity) = queue.next().ok_or(hour)?;
            running = Some(start(allowance, per, validity, now));
        }
    }
    Ok(())
}

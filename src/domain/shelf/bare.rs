//! Plans and needs as bare 64-bit numbers, for arithmetic that has to be fast.
//!
//! Whatever does not fit is not rounded or cut: it is left to [`compare`](crate::domain::comparison::compare), whose
//! numbers are larger.

use super::super::figure::Error;
use super::super::line::{Line, Start};
use super::super::money::Money;
use super::super::need::ServedTime;
use super::super::plan::{Allowance, DataPer, Kind, Plan, Quantity};
use super::super::request::Request;
use std::sync::Arc;

/// Why there is no answer in bare numbers.
#[derive(Debug)]
pub(super) enum TooLarge {
    /// They do not fit: the answer is left to `compare`.
    Numbers,
    /// A search gives up, as that of `compare` would.
    Search(Box<Error>),
}

/// Prices from here on are not bare numbers.
const LARGEST_PRICE: u64 = 1 << 40;

/// Volumes and minutes of a need from here on are not.
const LARGEST_NEED: u64 = 1 << 50;

/// Neither are products of a plan and a need: sums of a few of them fit, too.
const LARGEST_PRODUCT: u64 = 1 << 60;

/// What one purchase holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Data {
    Nothing,
    Unlimited,
    /// So many kB.
    Total(u64),
    /// So many kB each day.
    Daily(u64),
}

/// A plan that may be bought.
#[derive(Clone, Copy, Debug)]
pub(super) struct BarePlan {
    /// Its index among all plans by ascending id.
    pub id: usize,
    /// The price of one purchase in minor units; 0 where it is unknown, which only a SIM's may be.
    pub price: u64,
    /// What is paid once.
    pub fee: u64,
    /// How often it may be bought.
    pub limit: u64,
    hours: u64,
    data: Data,
    minutes: u64,
    may_mix: bool,
}

impl BarePlan {
    /// A plan with its prices in minor units of the shown currency; `None` where one does not fit.
    fn of(id: usize, plan: &Plan, price: u128, fee: u128) -> Option<Self> {
        let fits = |price| u64::try_from(price).ok().filter(|&price| price < LARGEST_PRICE);
        let data = match (plan.allowance, plan.data_per) {
            _ if !plan.carries_data() => Data::Nothing,
            (Some(Allowance::Volume(volume)), DataPer::Total) => Data::Total(volume.kb()),
            (Some(Allowance::Volume(volume)), DataPer::Day) => Data::Daily(volume.kb()),
            (Some(Allowance::Unlimited) | None, _) => Data::Unlimited,
        };
        Some(Self {
            id,
            price: fits(price)?,
            fee: fits(fee)?,
            limit: plan.max_purchases.unwrap_or(u64::MAX),
            hours: plan.validity.map_or(0, |validity| validity.hours().into()),
            data,
            minutes: match plan.minutes {
                Some(Quantity::Count(count)) => count,
                Some(Quantity::Unlimited) => u64::MAX,
                None => 0,
            },
            may_mix: plan.kind != Kind::Contract,
        })
    }

    /// The time that one purchase serves, hours × kB; `None` where a daily allowance is below the pace.
    pub fn served(&self, need: &BareNeed) -> Option<u64> {
        match self.data {
            Data::Total(kb) => Some((self.hours * need.kb).min(kb * need.hours)),
            Data::Unlimited => Some(self.hours * need.kb),
            Data::Daily(kb) => (kb * need.days >= need.kb).then_some(self.hours * need.kb),
            Data::Nothing => Some(0),
        }
    }

    /// The minutes of the need that one purchase covers.
    pub fn minutes(&self, need: &BareNeed) -> u64 {
        self.minutes.min(need.minutes)
    }

    /// How often it is bought to serve what a start leaves, where one purchase serves `each`; `None` where no number
    /// is enough.
    pub fn count(&self, each: u64, left: &Left, need: &BareNeed) -> Option<u64> {
        let minutes = self.minutes(need);
        // A plan that serves nothing of the need does not help, even where the start alone would do.
        if each == 0 && (left.time > 0 || minutes == 0) || minutes == 0 && left.minutes > 0 {
            return None;
        }
        let for_time = if left.time == 0 { 0 } else { left.time.div_ceil(each) };
        let for_minutes = if left.minutes == 0 { 0 } else { left.minutes.div_ceil(minutes) };
        Some(for_time.max(for_minutes).max(1))
    }

    /// Whether this plan is at least as good as another one, one for one, in every basket and for every need.
    fn replaces(&self, other: &Self) -> bool {
        let holds = match (self.data, other.data) {
            (Data::Unlimited, Data::Unlimited | Data::Total(_) | Data::Daily(_)) => self.hours >= other.hours,
            (Data::Total(kb), Data::Total(less)) | (Data::Daily(kb), Data::Daily(less)) => {
                kb >= less && self.hours >= other.hours
            }
            (Data::Unlimited | Data::Total(_) | Data::Nothing, Data::Nothing) => true,
            _ => false,
        };
        // At the same price and with the same time the smaller id comes first.
        holds
            && (self.price, self.id) < (other.price, other.id)
            && self.fee <= other.fee
            && self.minutes >= other.minutes
            && self.limit == u64::MAX
            && (self.may_mix || !other.may_mix)
    }
}

/// What a line is begun with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Starter {
    /// The SIM; `None` where none is needed.
    pub sim: Option<BarePlan>,
    /// Whether the SIM may be an offer by itself.
    pub alone: bool,
}

/// The plans of a line that may be bought.
#[derive(Debug)]
pub(super) struct BareLine {
    /// What it is begun with: exactly one of these.
    pub starters: Vec<Starter>,
    /// The plans, those first that no other one replaces.
    plans: Vec<BarePlan>,
    /// How many those are.
    unreplaced: usize,
    /// Those of them that mix, by ascending id.
    pub mixable: Vec<BarePlan>,
    /// Whether any of these holds minutes.
    pub minutes_mix: bool,
    /// What every price of these is a multiple of, above 0.
    pub step: u64,
}

impl BareLine {
    /// The line as numbers, where anything of it may be bought; `None` where they do not fit. `id` tells the index of
    /// a plan.
    pub fn of(line: &Line, request: &Request, id: impl Fn(&Plan) -> usize) -> Option<Self> {
        let bare = |plan: &Arc<Plan>| {
            let item = request.item(plan, 1, ServedTime::ZERO).ok()?;
            let price = item.unit_price.map_or(0, Money::minor);
            // Only a contract has a fee: beside other plans the search could not tell what it costs.
            let fee = item.fee.minor();
            let sound = fee == 0 || plan.kind == Kind::Contract;
            BarePlan::of(id(plan), plan, price, fee).filter(|_| sound)
        };
        let mut starters = Vec::new();
        match line.all_starters(request) {
            Start::Incomputable(..) => return None,
            Start::Refused(..) => {}
            Start::OneOf(items) => {
                for item in items {
                    let sim = item.as_ref().map(|item| bare(&item.plan));
                    let wanted = |sim: &Plan| sim.price.is_some() && request.admits(sim);
                    let alone = item.is_some_and(|item| wanted(&item.plan));
                    starters
                        .push(Starter { sim: if let Some(sim) = sim { Some(sim?) } else { None }, alone });
                }
            }
        }
        let mut plans = Vec::new();
        for plan in line.plans() {
            let known = plan.price.is_some()
                && plan.allowance.is_some()
                && (plan.validity.is_some() || !plan.carries_data());
            if known && request.missing_rate(plan).is_none() && request.admits(plan) {
                plans.push(bare(plan)?);
            }
        }
        if starters.is_empty() {
            plans.clear();
        }
        plans.sort_by_key(|plan| (plan.price, plan.id));
        let (mut first, mut replaced): (Vec<BarePlan>, Vec<BarePlan>) = (Vec::new(), Vec::new());
        for plan in plans {
            let is_replaced = first.iter().any(|better| better.replaces(&plan));
            if is_replaced { replaced.push(plan) } else { first.push(plan) }
        }
        let mut mixable: Vec<_> = first.iter().copied().filter(|plan| plan.may_mix).collect();
        mixable.sort_by_key(|plan| plan.id);
        let step = mixable.iter().map(|plan| plan.price).fold(0, greatest_common_divisor).max(1);
        let unreplaced = first.len();
        let minutes_mix = mixable.iter().any(|plan| plan.minutes > 0);
        Some(Self { starters, plans: [first, replaced].concat(), unreplaced, mixable, minutes_mix, step })
    }

    /// The plans among which the best `most` offers are.
    pub fn plans(&self, most: usize) -> &[BarePlan] {
        // A plan that another one replaces is never the first; it may well be the second.
        if most == 1 { &self.plans[..self.unreplaced] } else { &self.plans }
    }

    /// Every plan and SIM.
    pub fn all(&self) -> impl Iterator<Item = &BarePlan> {
        self.starters.iter().filter_map(|starter| starter.sim.as_ref()).chain(&self.plans)
    }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// The largest figures of a shelf: with them no product of a plan and a need overflows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Largest {
    hours: u64,
    kb: u64,
    price: u64,
}

impl Largest {
    /// Takes a plan into account.
    pub fn with(self, plan: &BarePlan) -> Self {
        let kb = match plan.data {
            Data::Total(kb) | Data::Daily(kb) => kb,
            Data::Nothing | Data::Unlimited => 0,
        };
        Self {
            hours: self.hours.max(plan.hours),
            kb: self.kb.max(kb),
            price: self.price.max(plan.price).max(plan.fee),
        }
    }
}

/// A need, and what the user has and allows.
#[derive(Clone, Copy, Debug)]
pub(super) struct BareNeed {
    days: u64,
    hours: u64,
    kb: u64,
    /// The whole stay, hours × kB.
    pub target: u64,
    /// Call minutes.
    pub minutes: u64,
    /// The time that what the user has serves.
    pub already: u64,
    /// How many purchases are allowed.
    pub max_purchases: u64,
    /// What an offer may cost.
    pub max_total: u64,
    /// How many steps the search of a line may take.
    pub effort: u64,
}

impl BareNeed {
    /// The need of a request; `None` where it is too large beside plans with such figures.
    pub fn of(request: &Request, largest: &Largest) -> Option<Self> {
        let need = &request.need;
        let (hours, kb) = (need.stay().hours(), need.data().kb());
        let target = hours.checked_mul(kb)?;
        let products = [(largest.hours, kb), (largest.kb, hours), (largest.price, target)];
        let fit =
            products.iter().all(|(a, b)| a.checked_mul(*b).is_some_and(|product| product < LARGEST_PRODUCT));
        if !fit || kb >= LARGEST_NEED || need.minutes() >= LARGEST_NEED {
            return None;
        }
        let max_total = request.max_total.map_or(u64::MAX, |limit| {
            // No total that fits is above such a limit.
            u64::try_from(limit.minor()).unwrap_or(u64::MAX)
        });
        Some(Self {
            days: need.stay().days().into(),
            hours,
            kb,
            target,
            minutes: need.minutes(),
            already: u64::try_from(request.already().units())
                .ok()
                .filter(|&already| already < LARGEST_PRODUCT)?,
            max_purchases: request.max_purchases.unwrap_or(u64::MAX),
            max_total,
            effort: request.effort,
        })
    }
}

/// What a start of a line leaves to be bought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left {
    /// The time, hours × kB.
    pub time: u64,
    /// The minutes.
    pub minutes: u64,
}

/// A start of a line for one need.
#[derive(Clone, Copy, Debug)]
pub(super) struct Begun {
    /// The SIM.
    pub sim: Option<BarePlan>,
    /// Its price.
    pub price: u64,
    /// How many purchases that is: 1 or 0.
    pub purchases: u64,
    /// The time that it serves, with what the user has.
    pub served: u64,
    /// What it leaves.
    pub left: Left,
    /// Whether it is an offer by itself.
    pub is_offer: bool,
}

impl Starter {
    /// This start for one need.
    pub fn begin(&self, need: &BareNeed) -> Result<Begun, TooLarge> {
        let (served, minutes) =
            self.sim.map_or((0, 0), |sim| (sim.served(need).unwrap_or(0), sim.minutes(need)));
        let served = need.already.checked_add(served).ok_or(TooLarge::Numbers)?;
        let left =
            Left { time: need.target.saturating_sub(served), minutes: need.minutes.saturating_sub(minutes) };
        Ok(Begun {
            sim: self.sim,
            price: self.sim.map_or(0, |sim| sim.price),
            purchases: u64::from(self.sim.is_some()),
            served,
            left,
            is_offer: self.alone && left.time == 0 && left.minutes == 0 && need.max_purchases > 0,
        })
    }
}

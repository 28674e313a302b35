//! A basket: the purchases that cover a need, what they cost together, and which of two baskets is better.

use super::coverage::{Cover, Coverage, UseCounts};
use super::need::{Need, Span};
use super::plan::{Allowance, Confidence, DataPer, Plan, Scope};
use super::rates::Exact;
use super::slug::Slug;
use super::time::VerifiedOn;
use super::volume::DataVolume;
use jiff::civil::Date;
use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

/// The purchases of one plan in a basket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The plan that is bought.
    pub plan: Arc<Plan>,
    /// How often it is bought, above 0.
    pub count: u64,
    /// How its purchases are used. All zero for a SIM and for a contract.
    pub uses: UseCounts,
    /// For how long one purchase covers data, used for data only.
    pub data_each: Span,
    /// For how long one purchase covers calls, used for calls only.
    pub calls_each: Span,
    /// The price of one purchase; `None` if it is unknown.
    pub price: Option<Exact>,
    /// The fee that is paid once, with the first purchase; `None` if it is unknown.
    pub fee: Option<Exact>,
}

impl Item {
    /// For how long all purchases of this item cover data and calls. SIMs and contracts cover both side by side. `None`
    /// on overflow.
    pub fn covers(&self) -> Option<Cover> {
        let each = Cover { data: self.data_each, calls: self.calls_each };
        if self.uses == UseCounts::default() {
            each.times(self.count)
        } else {
            self.coverage().times(self.uses)
        }
    }

    /// How long one purchase covers.
    pub fn coverage(&self) -> Coverage {
        let alone = Cover { data: self.data_each, calls: self.calls_each };
        Coverage { alone, is_shared: self.plan.is_shared() }
    }
}

/// The purchases that cover a need, with their sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basket {
    items: Vec<Item>,
    initial: Span,
    rank: Rank,
}

/// What decides between two baskets before the ids of their plans do. The lesser rank is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Whether a price or a fee is unknown. A total that is fully known comes first.
    pub is_incomplete: bool,
    /// The sum of all known prices and fees.
    pub total: Exact,
    /// The number of purchases.
    pub purchases: u64,
    /// How many of them have a shared balance.
    pub shared: u64,
    /// The number of different plans.
    pub plans: u64,
    /// The time that is covered. More time is better.
    pub covered: Reverse<Span>,
}

impl Rank {
    /// The rank without any purchase.
    pub const NOTHING: Self = Self {
        is_incomplete: false,
        total: Exact::ZERO,
        purchases: 0,
        shared: 0,
        plans: 0,
        covered: Reverse(Span::ZERO),
    };

    /// Adds `count` purchases of another plan, and its fee. `None` on overflow.
    pub fn plus(self, price: Option<Exact>, fee: Option<Exact>, count: u64, is_shared: bool) -> Option<Self> {
        let prices = price.unwrap_or_default().checked_mul(count)?;
        Some(Self {
            is_incomplete: self.is_incomplete || price.is_none() || fee.is_none(),
            total: self.total.checked_add(prices)?.checked_add(fee.unwrap_or_default())?,
            purchases: self.purchases.checked_add(count)?,
            shared: self.shared + if is_shared { count } else { 0 },
            plans: self.plans + 1,
            covered: self.covered,
        })
    }

    /// The rank of the purchases of both ranks together. `None` on overflow.
    pub fn and(self, other: Self) -> Option<Self> {
        Some(Self {
            is_incomplete: self.is_incomplete || other.is_incomplete,
            total: self.total.checked_add(other.total)?,
            purchases: self.purchases.checked_add(other.purchases)?,
            shared: self.shared + other.shared,
            plans: self.plans + other.plans,
            covered: Reverse(self.covered.0.checked_add(other.covered.0)?),
        })
    }

    /// The same rank with this much time covered.
    #[must_use]
    pub const fn covering(self, covered: Span) -> Self {
        Self { covered: Reverse(covered), ..self }
    }
}

impl Basket {
    /// Sums up items, and sorts them: SIMs first, then those that cover longest, then by id. `initial` is the time for
    /// which the initial balance covers data. `covered` is the time that everything covers: of data or, if only calls
    /// are needed, of calls. `None` on overflow.
    pub fn new(mut items: Vec<Item>, initial: Span, covered: Span) -> Option<Self> {
        items.sort_by(|a, b| {
            let sim_first = b.plan.is_sim().cmp(&a.plan.is_sim());
            let longest_first = (b.data_each, b.calls_each).cmp(&(a.data_each, a.calls_each));
            sim_first.then(longest_first).then_with(|| a.plan.id.cmp(&b.plan.id))
        });
        let rank = items.iter().try_fold(Rank::NOTHING, |rank, item| {
            rank.plus(item.price, item.fee, item.count, item.plan.is_shared())
        })?;
        Some(Self { items, initial, rank: rank.covering(covered) })
    }

    /// Whether the items are on more than one line.
    pub fn is_over_two_lines(&self) -> bool {
        let mut lines = self.items.iter().map(|item| &item.plan.line);
        lines.next().is_some_and(|first| lines.any(|other| other != first))
    }

    /// The items in the order in which they are first bought.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The price of everything. It is a lower bound unless [it is complete](Self::is_complete).
    pub fn total(&self) -> Exact {
        self.rank.total
    }

    /// Whether every price and every fee is known.
    pub fn is_complete(&self) -> bool {
        !self.rank.is_incomplete
    }

    /// The number of purchases, including the SIM and bills.
    pub fn purchases(&self) -> u64 {
        self.rank.purchases
    }

    /// The time that is covered by the initial balance and then all purchases, one after another.
    pub fn covered(&self) -> Span {
        self.rank.covered.0
    }

    /// The time that the initial balance covers, before any purchase.
    pub fn initial(&self) -> Span {
        self.initial
    }

    /// The data for any use beyond the need, from purchases and the `initial` balance, rounded down to the kB. Each
    /// validity counts as a whole. `None` if such an allowance is unlimited or unknown.
    pub fn spare_data(&self, need: &Need, initial: Option<Allowance>) -> Option<DataVolume> {
        // In 24ths of a kB, because a daily allowance counts by the hour. Only the sum is rounded.
        let mut data = match initial {
            None => 0,
            Some(Allowance::Volume(volume)) => u128::from(volume.kb()) * 24,
            Some(Allowance::Unlimited) => return None,
        };
        for item in self.items.iter().filter(|item| item.plan.scope == Scope::General) {
            let each = match (item.plan.allowance?, item.plan.data_per, item.plan.validity) {
                (Allowance::Unlimited, ..) => return None,
                (Allowance::Volume(total), DataPer::Total, _) => u128::from(total.kb()) * 24,
                (Allowance::Volume(daily), DataPer::Day, validity) => {
                    u128::from(daily.kb()) * u128::from(validity?.hours())
                }
            };
            data = data.checked_add(each.checked_mul(u128::from(item.count))?)?;
        }
        let spare = (data / 24).saturating_sub(u128::from(need.data().kb()));
        u64::try_from(spare).ok().map(DataVolume::from_kb)
    }

    /// Whether some of its data is unlimited.
    pub fn is_unlimited(&self) -> bool {
        self.items.iter().any(|item| item.plan.allowance == Some(Allowance::Unlimited))
    }

    /// The item whose price was checked longest ago. A price without a date counts as the oldest.
    pub fn oldest(&self) -> Option<&Item> {
        self.items.iter().min_by_key(|item| item.plan.verified_on)
    }

    /// The day when the oldest price was checked. `None` if a price has no date.
    pub fn verified_on(&self) -> Option<VerifiedOn> {
        self.oldest()?.plan.verified_on
    }

    /// The lowest confidence of the items. `None` if that of an item is unknown.
    pub fn confidence(&self) -> Option<Confidence> {
        self.items.iter().map(|item| item.plan.confidence).min().flatten()
    }

    /// Whether one of the prices is stale.
    pub fn is_stale(&self, today: Date) -> bool {
        self.items.iter().any(|item| item.plan.is_stale(today))
    }

    /// What decides between baskets before their ids do.
    pub fn rank(&self) -> Rank {
        self.rank
    }

    /// The total order of offers: the better basket is the lesser. If the ranks are equal, the ids and counts decide,
    /// in alphabetical order of the ids: at the first difference, the smaller id or the larger count comes first.
    pub fn rank_cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank()).then_with(|| self.ids().cmp(&other.ids()))
    }

    /// Whether both hold the same plans, each as often.
    pub fn buys_the_same(&self, other: &Self) -> bool {
        self.ids() == other.ids()
    }

    fn ids(&self) -> Vec<(&Slug, Reverse<u64>)> {
        let mut ids: Vec<_> = self.items.iter().map(|item| (&item.plan.id, Reverse(item.count))).collect();
        ids.sort();
        ids
    }
}

#[cfg(test)]
mod tests;

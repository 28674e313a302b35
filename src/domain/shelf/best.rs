//! The best few baskets so far, as bare numbers.

use std::cmp::{Ordering, Reverse};

/// A basket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// What it costs, in minor units.
    pub total: u64,
    /// How many purchases it is, the SIM among them.
    pub purchases: u64,
    /// The time that it serves, hours × kB.
    pub served: u64,
    /// What is bought: indices of plans with counts above 0, by ascending index.
    pub counts: Vec<(usize, u64)>,
}

impl Found {
    /// The better basket is the lesser, as [`Basket::rank_cmp`](crate::domain::basket::Basket::rank_cmp) has it.
    pub fn rank_cmp(&self, other: &Self) -> Ordering {
        let numbers = |found: &Self| (found.total, found.purchases, Reverse(found.served));
        numbers(self).cmp(&numbers(other)).then_with(|| ids_cmp(&self.counts, &other.counts))
    }
}

/// Compares the ids of baskets of as many purchases: at the first id that is bought differently often, who has more
/// of it is the lesser.
pub(super) fn ids_cmp(a: &[(usize, u64)], b: &[(usize, u64)]) -> Ordering {
    let ids = |counts: &[(usize, u64)], at: usize| counts.get(at).map(|&(id, count)| (id, Reverse(count)));
    (0..a.len().max(b.len()))
        .map(|at| ids(a, at).cmp(&ids(b, at)))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// The best baskets, at most so many of them and none too expensive.
pub(super) struct Best {
    most: usize,
    max_total: u64,
    found: Vec<Found>,
}

impl Best {
    /// None yet.
    pub fn of(most: usize, max_total: u64) -> Self {
        Self { most, max_total, found: Vec::new() }
    }

    /// The last of them, where there are enough: what is worse is not wanted.
    fn bar(&self) -> Option<&Found> {
        self.found.last().filter(|_| self.found.len() >= self.most)
    }

    /// The greatest total, and the most purchases at it, that are still wanted.
    pub fn at_most(&self) -> (u64, u64) {
        let limit = (self.max_total, u64::MAX);
        self.bar().map_or(limit, |bar| limit.min((bar.total, bar.purchases)))
    }

    /// Whether a basket with such numbers could be one of the best.
    pub fn wants(&self, total: u64, purchases: u64, served: u64) -> bool {
        let worse = |bar: &Found| {
            (total, purchases, Reverse(served)) > (bar.total, bar.purchases, Reverse(bar.served))
        };
        total <= self.max_total && !self.bar().is_some_and(worse)
    }

    /// Takes a basket where it belongs to the best.
    pub fn take(&mut self, found: Found) {
        let at = self.found.partition_point(|other| other.rank_cmp(&found).is_lt());
        if at < self.most {
            self.found.truncate(self.most - 1);
            self.found.insert(at, found);
        }
    }

    /// The baskets, the best first.
    pub fn into_found(self) -> Vec<Found> {
        self.found
    }
}

//! The purchases that lead to each label.

use super::super::prune::Candidate;
use super::super::{ChoiceCounts, TooLarge};
use std::cmp::Ordering;

/// All purchases that the search remembers. Each is linked to the purchase before it, so labels share their beginnings.
#[derive(Default)]
pub(super) struct Purchases {
    nodes: Vec<Node>,
}

/// A purchase of `copies` of one candidate, after another purchase.
#[derive(Clone, Copy, Debug)]
struct Node {
    candidate: u32,
    copies: u64,
    before: Option<u32>,
}

impl Purchases {
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn truncate(&mut self, len: usize) {
        self.nodes.truncate(len);
    }

    /// Adds `copies` of a candidate after the purchase `last`, and returns the index of the new purchase.
    pub fn add(&mut self, last: Option<u32>, candidate: usize, copies: u64) -> Result<u32, TooLarge> {
        let index = to_u32(self.nodes.len())?;
        let candidate = to_u32(candidate)?;
        // Repeated purchases of one candidate become a single one, which keeps the way back from a label short.
        let same = last.map(|last| self.nodes[last as usize]).filter(|last| last.candidate == candidate);
        self.nodes.push(match same {
            Some(same) => Node { copies: same.copies + copies, ..same },
            None => Node { candidate, copies, before: last },
        });
        Ok(index)
    }

    /// How often each choice of the problem is bought up to the purchase `last`, by ascending index.
    pub fn counts(&self, candidates: &[Candidate], last: Option<u32>) -> ChoiceCounts {
        let mut counts: ChoiceCounts = Vec::new();
        let mut at = last;
        while let Some(purchase) = at.and_then(|at| self.nodes.get(at as usize)) {
            let index = candidates[purchase.candidate as usize].0;
            match counts.iter_mut().find(|(other, _)| *other == index) {
                Some((_, count)) => *count += purchase.copies,
                None => counts.push((index, purchase.copies)),
            }
            at = purchase.before;
        }
        counts.sort_unstable();
        counts
    }

    /// Compares the ids of all purchases up to `a` with those up to `b`, each in ascending order. Both have the same
    /// number of purchases. At the first plan whose counts differ, the larger count comes first. The choices of the
    /// plans decide last, so that no two baskets are equal.
    pub fn ids_cmp(&self, candidates: &[Candidate], a: Option<u32>, b: Option<u32>) -> Ordering {
        let a = self.counts(candidates, a);
        let b = self.counts(candidates, b);
        first_difference(&of_plans(&a, candidates), &of_plans(&b, candidates))
            .then_with(|| first_difference(&a, &b))
    }
}

/// How often each plan is bought, over all of its choices.
fn of_plans(counts: &ChoiceCounts, candidates: &[Candidate]) -> ChoiceCounts {
    let mut plans: ChoiceCounts = Vec::new();
    for &(index, count) in counts {
        let plan = candidates.iter().find(|(own, _)| *own == index).map_or(0, |(_, choice)| choice.plan);
        match plans.last_mut() {
            Some((last, sum)) if *last == plan => *sum += count,
            _ => plans.push((plan, count)),
        }
    }
    plans
}

fn first_difference(a: &ChoiceCounts, b: &ChoiceCounts) -> Ordering {
    for (&(index, count), &(other_index, other_count)) in a.iter().zip(b) {
        let order = index.cmp(&other_index).then(other_count.cmp(&count));
        if order.is_ne() {
            return order;
        }
    }
    a.len().cmp(&b.len())
}

fn to_u32(index: usize) -> Result<u32, TooLarge> {
    u32::try_from(index).map_err(|_| TooLarge::Count)
}

#[cfg(test)]
mod tests {
    use super::super::super::Choice;
    use super::*;

    #[test]
    fn a_candidate_is_counted_through_all_of_its_purchases() {
        let choice = |plan| Choice { plan, price: 1, time: 1, calls: 0, is_shared: false, limit: None };
        // The candidates have the indices of their choices in the problem: 7 and 3.
        let candidates = [(7, choice(1)), (3, choice(0))];
        let mut purchases = Purchases::default();
        let mut last = None;
        for (candidate, copies) in [(0, 2), (0, 3), (1, 1), (0, 4)] {
            last = Some(purchases.add(last, candidate, copies).unwrap());
        }
        assert_eq!(purchases.counts(&candidates, last), [(3, 1), (7, 9)]);
    }
}

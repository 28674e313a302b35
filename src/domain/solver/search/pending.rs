//! Yields extended labels one by one in ascending order, without creating all of them at once.

use super::super::TooLarge;
use super::super::prune::Candidate;
use super::{Bundle, Key, Label, key_after};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Merges the labels that result from adding each bundle to each label, in ascending order of their keys. The labels
/// come in that order, and a bundle adds the same to each, so the labels of one bundle stay in order.
#[derive(Default)]
pub(super) struct Pending {
    /// For each bundle, the index of the next label.
    next: Vec<usize>,
    /// The bundles that have a next label, by its key after the bundle is added.
    waiting: BinaryHeap<Reverse<(Key, usize)>>,
    /// The bundles that have no next label yet.
    idle: Vec<usize>,
    /// The bundle that was popped last, which is neither waiting nor idle.
    popped: Option<usize>,
    /// The number of labels at the last call of [`Pending::key`].
    labels: usize,
}

impl Pending {
    /// Starts over with this many bundles.
    pub fn begin(&mut self, bundles: usize) {
        self.next.clear();
        self.next.resize(bundles, 0);
        self.waiting.clear();
        self.idle.clear();
        self.idle.extend(0..bundles);
        self.popped = None;
        self.labels = 0;
    }

    /// The key of the next extended label. Labels may have been added since the last call.
    pub fn key(
        &mut self,
        labels: &[Label],
        bundles: &[&Bundle],
        candidates: &[Candidate],
    ) -> Result<Option<Key>, TooLarge> {
        if std::mem::replace(&mut self.labels, labels.len()) < labels.len() {
            let mut at = 0;
            while let Some(&bundle) = self.idle.get(at) {
                if self.waits(bundle, labels, bundles, candidates)? {
                    self.idle.swap_remove(at);
                } else {
                    at += 1;
                }
            }
        }
        if let Some(bundle) = self.popped.take()
            && !self.waits(bundle, labels, bundles, candidates)?
        {
            self.idle.push(bundle);
        }
        Ok(self.waiting.peek().map(|Reverse((key, _))| *key))
    }

    /// Lets a bundle wait if it has a next label, and returns whether it has.
    fn waits(
        &mut self,
        bundle: usize,
        labels: &[Label],
        bundles: &[&Bundle],
        candidates: &[Candidate],
    ) -> Result<bool, TooLarge> {
        let Some(label) = labels.get(self.next[bundle]) else { return Ok(false) };
        self.waiting.push(Reverse((key_after(label, bundles[bundle], candidates)?, bundle)));
        Ok(true)
    }

    /// Takes the next label and its bundle.
    pub fn pop(&mut self) -> Option<(usize, usize)> {
        let Reverse((_, bundle)) = self.waiting.pop()?;
        let label = self.next[bundle];
        self.next[bundle] += 1;
        self.popped = Some(bundle);
        Some((label, bundle))
    }
}

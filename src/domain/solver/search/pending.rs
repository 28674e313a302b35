//! The labels that a plan makes of others, one after another in ascending order, without making them all at once.

use super::super::TooLarge;
use super::super::prune::Candidate;
use super::{Bundle, Key, Label, key_after};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What comes next of each of some labels after each of some bundles, in ascending order of their keys. The labels
/// are in that order, and a bundle adds the same to each, so it stays.
#[derive(Default)]
pub(super) struct Pending {
    /// For each bundle the label that comes next.
    next: Vec<usize>,
    /// The bundles for which there is one, by its key after the bundle.
    waiting: BinaryHeap<Reverse<(Key, usize)>>,
    /// The others.
    idle: Vec<usize>,
    /// The bundle of the label that came last: the next one of it is not known yet.
    popped: Option<usize>,
    /// How many labels there were the last time.
    labels: usize,
}

impl Pending {
    /// Begins anew with so many bundles.
    pub fn begin(&mut self, bundles: usize) {
        self.next.clear();
        self.next.resize(bundles, 0);
        self.waiting.clear();
        self.idle.clear();
        self.idle.extend(0..bundles);
        (self.popped, self.labels) = (None, 0);
    }

    /// The least key of what comes next, of these labels after these bundles.
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

    /// Whether there is a next label for a bundle, which waits then.
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

    /// The label that comes next, and its bundle.
    pub fn pop(&mut self) -> Option<(usize, usize)> {
        let Reverse((_, bundle)) = self.waiting.pop()?;
        let label = self.next[bundle];
        self.next[bundle] += 1;
        self.popped = Some(bundle);
        Some((label, bundle))
    }
}

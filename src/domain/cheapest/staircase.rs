//! Which of many labels are worth keeping.

use std::collections::BTreeMap;

/// Points of (count, time, minutes), where fewer purchases, more time and more minutes are better; answers
/// whether one of them is at least as good as another in all three.
///
/// For each count the points form a staircase: with ascending time the minutes descend. So of the points with at
/// least some time, the first has the most minutes.
#[derive(Debug, Default)]
pub(super) struct Staircase {
    by_count: BTreeMap<u64, BTreeMap<u128, u64>>,
}

impl Staircase {
    /// Whether a point is there that is at least as good in everything.
    pub(super) fn covers(&self, count: u64, served: u128, minutes: u64) -> bool {
        let stairs = self.by_count.range(..=count).map(|(_, stairs)| stairs);
        stairs
            .into_iter()
            .any(|stairs| stairs.range(served..).next().is_some_and(|(_, &most)| most >= minutes))
    }

    /// Adds a point that nothing covers yet.
    pub(super) fn insert(&mut self, count: u64, served: u128, minutes: u64) {
        let stairs = self.by_count.entry(count).or_default();
        // What the new point covers lies before it, and reaches back until one has more minutes.
        while let Some((&before, &its_minutes)) = stairs.range(..=served).next_back() {
            if its_minutes > minutes {
                break;
            }
            stairs.remove(&before);
        }
        stairs.insert(served, minutes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_as_a_list_of_all_points_would() {
        // A little generator instead of a library: the same points in each run.
        let mut state = 7_u64;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let (mut staircase, mut points) = (Staircase::default(), Vec::new());
        let mut covered = 0;
        for _ in 0..3000 {
            let (count, served, minutes) = (random(6), u128::from(random(40)), random(40));
            let expected = points.iter().any(|&(c, s, m)| c <= count && s >= served && m >= minutes);
            assert_eq!(staircase.covers(count, served, minutes), expected);
            if expected {
                covered += 1;
            } else {
                staircase.insert(count, served, minutes);
                points.push((count, served, minutes));
            }
        }
        assert!(covered > 100 && points.len() > 30, "the points test both answers");
    }
}

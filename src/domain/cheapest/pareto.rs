//! Which of many labels are worth keeping.

use std::collections::BTreeMap;

/// Points of (count, time, minutes), where fewer purchases, more time and more minutes are better; answers
/// whether one of them is at least as good as another in all three.
///
/// Without minutes the points form one pareto: with ascending count the time ascends, too, so that of the points
/// with at most some count the last has the most time. With minutes there is a pareto for each count: with
/// ascending time the minutes descend, so that of the points with at least some time the first has the most.
#[derive(Debug, Default)]
pub struct ParetoFront {
    with_minutes: bool,
    time_by_count: BTreeMap<u64, u128>,
    minutes_by_count_and_time: BTreeMap<u64, BTreeMap<u128, u64>>,
}

impl ParetoFront {
    /// No points yet. Where minutes do not matter, all points have none.
    pub fn of(with_minutes: bool) -> Self {
        Self { with_minutes, ..Self::default() }
    }

    /// Whether a point is there that is at least as good in everything.
    pub fn covers(&self, count: u64, served: u128, minutes: u64) -> bool {
        if !self.with_minutes {
            return self.time_by_count.range(..=count).next_back().is_some_and(|(_, &most)| most >= served);
        }
        let mut stairs = self.minutes_by_count_and_time.range(..=count).map(|(_, stairs)| stairs);
        stairs.any(|stairs| stairs.range(served..).next().is_some_and(|(_, &most)| most >= minutes))
    }

    /// Adds a point that nothing covers yet.
    pub fn insert(&mut self, count: u64, served: u128, minutes: u64) {
        if !self.with_minutes {
            // What the new point covers comes after it, until one has more time.
            while let Some((&after, _)) =
                self.time_by_count.range(count + 1..).next().filter(|(_, time)| **time <= served)
            {
                self.time_by_count.remove(&after);
            }
            self.time_by_count.insert(count, served);
            return;
        }
        let stairs = self.minutes_by_count_and_time.entry(count).or_default();
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
        for with_minutes in [true, false] {
            let (mut pareto, mut points) = (ParetoFront::of(with_minutes), Vec::new());
            let mut covered = 0;
            for _ in 0..3000 {
                let minutes = if with_minutes { random(40) } else { 0 };
                let (count, served) = (random(60), u128::from(random(400)));
                let expected = points.iter().any(|&(c, s, m)| c <= count && s >= served && m >= minutes);
                assert_eq!(pareto.covers(count, served, minutes), expected);
                if expected {
                    covered += 1;
                } else {
                    pareto.insert(count, served, minutes);
                    points.push((count, served, minutes));
                }
            }
            assert!(covered > 100 && points.len() > 10, "the points test both answers");
        }
    }
}

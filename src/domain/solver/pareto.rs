//! The Pareto fronts that decide which labels are worth keeping.

use std::ops::Range;

/// A Pareto front of points (count, time, calls): fewer purchases, more time and more calls are better. It answers
/// whether one of its points is at least as good as a given point in all three.
///
/// Without calls the points form a single front. Time ascends with the count, so among the points up to some count the
/// last has the most time. With calls there is one front for each count. Calls descend as time ascends, so among the
/// points with at least some time the first has the most calls.
#[derive(Debug, Default)]
pub(super) struct ParetoFront {
    with_calls: bool,
    /// By ascending count.
    time_by_count: Vec<(u64, u128)>,
    /// By ascending count, and each front by ascending time.
    calls_by_time_by_count: Vec<(u64, Vec<(u128, u128)>)>,
}

impl ParetoFront {
    /// An empty front. Without calls, all points must have 0 calls.
    pub(super) fn new(with_calls: bool) -> Self {
        Self { with_calls, ..Self::default() }
    }

    /// Whether the front has a point that is at least as good in all three.
    pub(super) fn covers(&self, count: u64, time: u128, calls: u128) -> bool {
        if !self.with_calls {
            let at = self.time_by_count.partition_point(|(other, _)| *other <= count);
            return at.checked_sub(1).is_some_and(|last| self.time_by_count[last].1 >= time);
        }
        let mut fronts = self.calls_by_time_by_count.iter().take_while(|(other, _)| *other <= count);
        fronts.any(|(_, front)| {
            let at = front.partition_point(|(other, _)| *other < time);
            front.get(at).is_some_and(|(_, most)| *most >= calls)
        })
    }

    /// Adds a point that the front does not cover yet.
    pub(super) fn insert(&mut self, count: u64, time: u128, calls: u128) {
        if !self.with_calls {
            // The new point covers those from its count on, up to the first that has more time.
            let from = self.time_by_count.partition_point(|(other, _)| *other < count);
            let covered = self.time_by_count[from..].iter().take_while(|(_, most)| *most <= time).count();
            replace(&mut self.time_by_count, from..from + covered, (count, time));
            return;
        }
        let fronts = &mut self.calls_by_time_by_count;
        let at = fronts.partition_point(|(other, _)| *other < count);
        if fronts.get(at).is_none_or(|(other, _)| *other != count) {
            fronts.insert(at, (count, Vec::new()));
        }
        let front = &mut fronts[at].1;
        // The new point covers those before it, back to the last that has more calls.
        let to = front.partition_point(|(other, _)| *other <= time);
        let covered = front[..to].iter().rev().take_while(|(_, most)| *most <= calls).count();
        replace(front, to - covered..to, (time, calls));
    }
}

/// Replaces a range of points, which may be empty, by one point.
fn replace<T>(points: &mut Vec<T>, old: Range<usize>, new: T) {
    if old.is_empty() {
        points.insert(old.start, new);
    } else {
        points[old.start] = new;
        points.drain(old.start + 1..old.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points that are added one after another, and those that are left, by count.
    #[track_caller]
    fn check_left(added: &[(u64, u128, u128)], expected: &[(u64, &[(u128, u128)])]) {
        let with_calls = added.iter().any(|(_, _, calls)| *calls > 0);
        let mut front = ParetoFront::new(with_calls);
        for &(count, time, calls) in added {
            front.insert(count, time, calls);
        }
        let left: Vec<(u64, Vec<(u128, u128)>)> = if with_calls {
            front.calls_by_time_by_count
        } else {
            front.time_by_count.into_iter().map(|(count, time)| (count, vec![(time, 0)])).collect()
        };
        let expected: Vec<_> = expected.iter().map(|(count, points)| (*count, points.to_vec())).collect();
        assert_eq!(left, expected);
    }

    #[test]
    fn what_a_new_point_covers_goes() {
        check_left(&[(2, 5, 0), (2, 7, 0)], &[(2, &[(7, 0)])]);
        check_left(&[(3, 5, 0), (2, 5, 0)], &[(2, &[(5, 0)])]);
        check_left(&[(3, 5, 0), (4, 6, 0), (5, 9, 0), (2, 7, 0)], &[(2, &[(7, 0)]), (5, &[(9, 0)])]);
        check_left(&[(2, 5, 5), (2, 4, 6)], &[(2, &[(4, 6), (5, 5)])]);
        check_left(&[(2, 5, 5), (2, 5, 6)], &[(2, &[(5, 6)])]);
        check_left(&[(2, 5, 5), (2, 6, 5)], &[(2, &[(6, 5)])]);
        check_left(&[(2, 4, 6), (2, 5, 5), (2, 6, 3), (2, 5, 6)], &[(2, &[(5, 6), (6, 3)])]);
    }

    #[test]
    fn covers_as_a_list_of_all_points_would() {
        // A simple generator with a fixed seed gives the same points in each run.
        let mut state = 7_u64;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for with_calls in [true, false] {
            let mut front = ParetoFront::new(with_calls);
            let mut points = Vec::new();
            let mut covered = 0;
            for _ in 0..3000 {
                let calls = if with_calls { u128::from(random(40)) } else { 0 };
                let (count, time) = (random(60), u128::from(random(400)));
                let expected = points.iter().any(|&(c, t, m)| c <= count && t >= time && m >= calls);
                assert_eq!(front.covers(count, time, calls), expected);
                if expected {
                    covered += 1;
                } else {
                    front.insert(count, time, calls);
                    points.push((count, time, calls));
                }
            }
            assert!(covered > 100 && points.len() > 10, "the points test both answers");
        }
    }
}

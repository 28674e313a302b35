//! A chart of step lines as data: one line for each seller, and the best of all of them, which stands out.
//!
//! [`steps`] draws it with characters, [`svg`] as a picture. Both must be readable without colour, so lines differ in
//! weight and dashes, and each has its name at its right end.

pub mod steps;
pub mod svg;

use std::ops::Range;

/// A chart. Its coordinates are whole numbers in the units of its sides.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What the chart shows, in a sentence.
    pub title: String,
    /// The same in words, for people who do not see it: a sentence for each line.
    pub words: Vec<String>,
    /// From left to right.
    pub across: Side,
    /// From bottom to top.
    pub up: Side,
    /// The lines, the most important one first.
    pub lines: Vec<StepLine>,
    /// The best of all lines at each point.
    pub best: Vec<Step>,
    /// A point from left to right that is marked, with its name.
    pub mark: Option<Tick>,
}

/// The numbers along one side of a chart.
#[derive(Clone, Debug)]
pub struct Side {
    /// From the first number up to the one after the last. It is not empty.
    pub span: Range<u128>,
    /// The numbers with a label.
    pub ticks: Vec<Tick>,
}

/// A number with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The number.
    pub at: u128,
    /// What is written beside it.
    pub label: String,
}

/// A line of a chart.
#[derive(Clone, Debug)]
pub struct StepLine {
    /// The name at its end.
    pub name: String,
    /// Its steps from left to right, without gaps.
    pub steps: Vec<Step>,
}

/// A part of a line with one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// From the first number up to the one after the last.
    pub span: Range<u128>,
    /// The level; `None` if the line has a gap there.
    pub level: Option<u128>,
}

impl Side {
    /// Where a number is on a side of some length, rounded down; numbers past an end are at that end.
    fn place(&self, number: u128, length: usize) -> usize {
        let Range { start, end } = self.span;
        let passed = number.clamp(start, end) - start;
        let place = passed.saturating_mul(length as u128) / (end - start);
        usize::try_from(place).unwrap_or(length).min(length)
    }
}

/// Where the name of a line belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Beside the right end of the line: the number and the level there.
    Within(u128, u128),
    /// Where the line leaves the chart through its upper side.
    Above(u128),
}

impl Chart {
    /// The end of each line that is somewhere, with its name.
    fn ends(&self) -> Vec<(&str, End)> {
        let ends =
            self.lines.iter().filter_map(|line| Some((line.name.as_str(), line.end(self.up.span.end)?)));
        ends.collect()
    }
}

impl StepLine {
    /// Where the line ends in a chart up to some level. `None` if it is nowhere.
    fn end(&self, most: u128) -> Option<End> {
        let (span, level) = self.steps.iter().rev().find_map(|step| Some((&step.span, step.level?)))?;
        if level <= most {
            return Some(End::Within(span.end, level));
        }
        let above = self.steps.iter().rev().skip_while(|step| step.level.is_none());
        let above = above.take_while(|step| step.level.is_some_and(|level| level > most));
        above.last().map(|step| End::Above(step.span.start))
    }
}

/// Round numbers in a span with at most `most` steps between them: multiples of 1, 2 or 5 times a power of 10.
pub fn round_numbers(span: &Range<u128>, most: u128) -> Vec<u128> {
    let step = round_step((span.end - span.start).div_ceil(most.max(1)));
    let first = span.start.div_ceil(step).saturating_mul(step);
    (0..)
        .map_while(|count| first.checked_add(step.checked_mul(count)?))
        .take_while(|at| *at <= span.end)
        .collect()
}

/// The smallest round step that is not smaller than this.
fn round_step(least: u128) -> u128 {
    let mut power: u128 = 1;
    loop {
        for factor in [1, 2, 5] {
            match power.checked_mul(factor) {
                Some(step) if step < least => {}
                Some(step) => return step,
                None => return u128::MAX,
            }
        }
        power = power.saturating_mul(10);
    }
}

/// Moves labels apart along a side of some length: each takes up `room`, none overlaps another, and they keep their
/// order. The places are those of their middles; the result is in the order of the labels.
fn apart(wished: &[usize], room: usize, length: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..wished.len()).collect();
    order.sort_by_key(|&at| (wished[at], at));
    let mut places = vec![0; wished.len()];
    let mut free = 0;
    for &at in &order {
        places[at] = wished[at].max(free);
        free = places[at] + room;
    }
    // What is past the end moves back, and so does what is then too near.
    let mut most = length;
    for &at in order.iter().rev() {
        places[at] = places[at].min(most);
        most = places[at].saturating_sub(room);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_round(span: Range<u128>, most: u128, expected: &[u128]) {
        assert_eq!(round_numbers(&span, most), expected);
    }

    #[test]
    fn round_numbers_have_round_steps() {
        check_round(0..100, 5, &[0, 20, 40, 60, 80, 100]);
        check_round(0..101, 5, &[0, 50, 100]);
        check_round(3..90, 6, &[20, 40, 60, 80]);
        check_round(7..9, 5, &[7, 8, 9]);
        check_round(1_000_000..50_000_001, 6, &[10_000_000, 20_000_000, 30_000_000, 40_000_000, 50_000_000]);
        check_round(0..1, 4, &[0, 1]);
    }

    #[test]
    fn places_are_kept_within_the_side() {
        let side = Side { span: 10..30, ticks: Vec::new() };
        assert_eq!([5, 10, 20, 29, 30, 99].map(|at| side.place(at, 100)), [0, 0, 50, 95, 100, 100]);
        let huge = Side { span: 0..u128::MAX, ticks: Vec::new() };
        assert_eq!(huge.place(u128::MAX, 100), 1, "an overflow stays within the side");
    }

    #[track_caller]
    fn check_end(steps: &[(Range<u128>, Option<u128>)], expected: Option<End>) {
        let steps = steps.iter().map(|(span, level)| Step { span: span.clone(), level: *level }).collect();
        let line = StepLine { name: String::new(), steps };
        assert_eq!(line.end(10), expected);
    }

    #[test]
    fn a_line_ends_at_its_right_end_or_where_it_leaves_the_chart() {
        check_end(&[(0..5, Some(3)), (5..9, Some(10))], Some(End::Within(9, 10)));
        check_end(&[(0..5, Some(3)), (5..9, None)], Some(End::Within(5, 3)));
        check_end(&[(0..5, Some(3)), (5..7, Some(11)), (7..9, Some(12))], Some(End::Above(5)));
        check_end(&[(0..2, Some(11)), (2..5, Some(3)), (5..7, Some(11)), (7..9, None)], Some(End::Above(5)));
        check_end(&[(0..9, None)], None);
    }

    #[track_caller]
    fn check_apart(wished: &[usize], expected: &[usize]) {
        assert_eq!(apart(wished, 10, 100), expected, "{wished:?}");
    }

    #[test]
    fn labels_do_not_overlap() {
        check_apart(&[20, 50], &[20, 50]);
        check_apart(&[20, 20, 25], &[20, 30, 40]);
        check_apart(&[25, 20], &[30, 20]);
        check_apart(&[100, 95, 98], &[100, 80, 90]);
        check_apart(&[], &[]);
    }
}

//! A bar of the stay, drawn with characters.

use std::ops::Range;

/// The stay as spans of one length, each with its mark.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// How many days the whole is.
    pub days: u32,
    /// How long the whole is, in the unit of the spans: many more units than the bar has cells.
    pub end: u128,
    /// What is when; the first span that holds a point is shown there.
    pub spans: Vec<(Range<u128>, char)>,
}

impl Timeline {
    /// The bar at a width in cells: `1 |111222...| 30`.
    pub fn drawn(&self, width: usize) -> String {
        let days = self.days.to_string();
        let cells = width.saturating_sub(days.len() + 6).clamp(10, 60);
        let mark_of = |cell: usize| {
            // The middle of the cell, so that a span shows where it covers most of it.
            let at = self.end / (2 * cells as u128) * (2 * cell as u128 + 1);
            self.spans.iter().find(|(span, _)| span.contains(&at)).map_or('.', |(_, mark)| *mark)
        };
        let bar: String = (0..cells).map(mark_of).collect();
        format!("1 |{bar}| {days}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cell_is_what_covers_its_middle() {
        let spans = vec![(0..500, '1'), (600..1000, '2'), (0..600, '=')];
        let timeline = Timeline { days: 30, end: 1000, spans };
        assert_eq!(timeline.drawn(18), "1 |11111=2222| 30");
        assert_eq!(Timeline { spans: vec![(0..500, '1')], ..timeline }.drawn(1), "1 |11111.....| 30");
    }
}

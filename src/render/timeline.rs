//! A bar that shows the stay, drawn with characters.

use std::ops::Range;

/// Marked spans of a stay.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The length of the stay in days, shown at the end of the bar.
    pub days: u32,
    /// The length of the stay in the unit of the spans. It has to be much greater than the cells of the bar.
    pub end: u128,
    /// The spans and their marks. If several contain a point, the first one is shown there.
    pub spans: Vec<(Range<u128>, char)>,
}

impl Timeline {
    /// Draws the bar at a width in cells: `1 |111222...| 30`.
    pub fn drawn(&self, width: usize) -> String {
        let days = self.days.to_string();
        let cells = width.saturating_sub(days.len() + 6).clamp(10, 60);
        let bar: String = (0..cells).map(|cell| self.mark(cell, cells)).collect();
        format!("1 |{bar}| {days}")
    }

    /// The mark of a cell: that of the span at its middle.
    fn mark(&self, cell: usize, cells: usize) -> char {
        let middle = self.end / (2 * cells as u128) * (2 * cell as u128 + 1);
        self.spans.iter().find(|(span, _)| span.contains(&middle)).map_or('.', |(_, mark)| *mark)
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

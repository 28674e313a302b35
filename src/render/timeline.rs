//! A chart that shows the stay, drawn with characters: a row for each purchase.

use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// The rows of a stay.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The length of the stay in the unit of the spans. It has to be much greater than the cells of a bar.
    pub end: u128,
    /// The rows, from top to bottom.
    pub rows: Vec<TimelineRow>,
    /// A line under the rows, about those that are not shown.
    pub more: Option<String>,
}

/// A part of the stay with its label.
#[derive(Clone, Debug)]
pub struct TimelineRow {
    /// The text before the bar.
    pub label: String,
    /// The part of the stay that is marked.
    pub span: Range<u128>,
    /// The character that marks it.
    pub mark: char,
}

impl Timeline {
    /// Draws the rows at a width in cells: `1  day 1 – day 5 |#####.....|`.
    pub fn drawn(&self, width: usize) -> String {
        let labels = self.rows.iter().map(|row| row.label.width()).max().unwrap_or(0);
        let cells = width.saturating_sub(labels + 3).clamp(10, 60);
        let rows = self.rows.iter().map(|row| {
            let blanks = " ".repeat(labels - row.label.width());
            format!("{}{blanks} |{}|", row.label, self.bar(row, cells))
        });
        rows.chain(self.more.clone()).collect::<Vec<_>>().join("\n")
    }

    /// The bar of a row. A cell is marked if the span contains its middle; the shortest span has one cell.
    fn bar(&self, row: &TimelineRow, cells: usize) -> String {
        let each = (self.end / cells as u128).max(1);
        let is_marked =
            |cell: u128| row.span.contains(&(each * cell + each / 2)) || row.span.start / each == cell;
        (0..cells).map(|cell| if is_marked(cell as u128) { row.mark } else { '.' }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(label: &str, span: Range<u128>, mark: char) -> TimelineRow {
        TimelineRow { label: label.to_owned(), span, mark }
    }

    #[test]
    fn each_row_has_its_label_and_its_part_of_the_stay() {
        let rows = vec![row("=", 0..500, '='), row("第 1 天", 500..1000, '#'), row("c", 610..620, '#')];
        let timeline = Timeline { end: 1000, rows, more: Some("2 more".to_owned()) };
        let expected = "\
=       |=====.....|
第 1 天 |.....#####|
c       |......#...|
2 more";
        assert_eq!(timeline.drawn(20), expected);
        assert_eq!(timeline.drawn(1), expected, "a bar has ten cells at least");
    }
}

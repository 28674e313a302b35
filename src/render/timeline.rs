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

/// A part of the stay, and what serves it.
#[derive(Clone, Debug)]
pub struct TimelineRow {
    /// The step of the purchase, from 1; `None` for the initial balance.
    pub step: Option<usize>,
    /// The name of what serves.
    pub name: String,
    /// When it serves.
    pub when: String,
    /// The part of the stay that is marked.
    pub span: Range<u128>,
}

impl Timeline {
    /// Draws the rows at a width in cells: `1  day 1 – day 5 |#####.....|`.
    pub fn drawn(&self, width: usize) -> String {
        let labels: Vec<_> = self.rows.iter().map(TimelineRow::label).collect();
        let widest = labels.iter().map(|label| label.width()).max().unwrap_or(0);
        let cells = width.saturating_sub(widest + 3).clamp(10, 60);
        let rows = self.rows.iter().zip(&labels).map(|(row, label)| {
            let blanks = " ".repeat(widest - label.width());
            format!("{label}{blanks} |{}|", self.bar(row, cells))
        });
        rows.chain(self.more.clone()).collect::<Vec<_>>().join("\n")
    }

    /// The bar of a row. A cell is marked if the span contains its middle; the shortest span has one cell.
    fn bar(&self, row: &TimelineRow, cells: usize) -> String {
        let each = (self.end / cells as u128).max(1);
        let is_marked =
            |cell: u128| row.span.contains(&(each * cell + each / 2)) || row.span.start / each == cell;
        let mark = if row.step.is_some() { '#' } else { '=' };
        (0..cells).map(|cell| if is_marked(cell as u128) { mark } else { '.' }).collect()
    }
}

impl TimelineRow {
    /// The text before the bar. The table above has the names of the steps.
    fn label(&self) -> String {
        let step = self.step.map_or("=".to_owned(), |step| step.to_string());
        format!("{step:<2} {}", self.when)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(step: Option<usize>, when: &str, span: Range<u128>) -> TimelineRow {
        TimelineRow { step, name: "a pass".to_owned(), when: when.to_owned(), span }
    }

    #[test]
    fn each_row_has_its_label_and_its_part_of_the_stay() {
        let rows =
            vec![row(None, "", 0..500), row(Some(1), "第 1 天", 500..1000), row(Some(12), "c", 610..620)];
        let timeline = Timeline { end: 1000, rows, more: Some("2 more".to_owned()) };
        let expected = "\
=          |=====.....|
1  第 1 天 |.....#####|
12 c       |......#...|
2 more";
        assert_eq!(timeline.drawn(23), expected);
        assert_eq!(timeline.drawn(1), expected, "a bar has ten cells at least");
    }
}

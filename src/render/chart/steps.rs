//! Draws a chart with characters. The best of all lines is heavy.

use super::{Chart, End, Step, apart};
use unicode_width::UnicodeWidthStr;

/// How many rows the lines have.
const ROWS: usize = 9;

/// The fewest columns for the lines, however narrow the terminal is.
const LEAST_COLUMNS: usize = 16;

/// The characters of a line: across, up, and its four corners.
struct Pen {
    across: char,
    up: char,
    /// Where the line comes from the left and turns up, and down.
    from_left: [char; 2],
    /// Where the line comes from above and from below and turns to the right.
    to_right: [char; 2],
}

const LIGHT: Pen = Pen { across: '─', up: '│', from_left: ['┘', '┐'], to_right: ['└', '┌'] };
const PENS: [Pen; 3] = [LIGHT, Pen { across: '╌', ..LIGHT }, Pen { across: '┈', ..LIGHT }];
const HEAVY: Pen = Pen { across: '━', up: '┃', from_left: ['┛', '┓'], to_right: ['┗', '┏'] };

/// Draws the chart at a width in cells. Every line has its line break.
pub fn drawn(chart: &Chart, width: usize) -> String {
    let ticks = chart.up.ticks.iter().map(|tick| tick.label.width()).max().unwrap_or(0);
    let ends = chart.ends();
    let beside: Vec<(&str, u128)> = ends
        .iter()
        .filter_map(|(name, end)| match end {
            End::Within(_, level) => Some((*name, *level)),
            End::Above(_) => None,
        })
        .collect();
    let widest = beside.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let columns = width.saturating_sub(ticks + widest + 4).max(LEAST_COLUMNS);
    let mut canvas = Canvas { chart, cells: vec![vec![' '; columns]; ROWS] };
    if let Some(mark) = &chart.mark {
        let column = canvas.column(mark.at);
        canvas.cells.iter_mut().for_each(|row| row[column] = '┊');
    }
    for (at, line) in chart.lines.iter().enumerate().rev() {
        canvas.draw(&line.steps, &PENS[at % PENS.len()]);
    }
    canvas.draw(&chart.best, &HEAVY);
    let above: Vec<(&str, usize)> = ends
        .iter()
        .filter_map(|(name, end)| match end {
            End::Above(at) => Some((*name, canvas.column(*at))),
            End::Within(..) => None,
        })
        .collect();
    let wished: Vec<usize> = beside.iter().map(|(_, level)| canvas.row(*level)).collect();
    let places = apart(&wished, 1, ROWS - 1);
    let mut text = String::new();
    for (row, cells) in canvas.cells.iter().enumerate() {
        let line = with_names(cells, if row == 0 { &above } else { &[] });
        let tick = chart.up.ticks.iter().find(|tick| canvas.row(tick.at) == row);
        let label = tick.map_or("", |tick| tick.label.as_str());
        let edge = if label.is_empty() { '│' } else { '┤' };
        let named = places.iter().position(|place| *place == row).map(|at| beside[at].0);
        let blanks = " ".repeat(ticks - label.width());
        let full = format!("{blanks}{label} {edge}{line} {}", named.unwrap_or_default());
        text += full.trim_end();
        text.push('\n');
    }
    text += &foot(&canvas, ticks, columns);
    text
}

/// The highest row with the names of the lines that leave through the upper side, before their columns if there is room.
fn with_names(cells: &[char], names: &[(&str, usize)]) -> String {
    let mut cells: Vec<String> = cells.iter().map(char::to_string).collect();
    for (name, column) in names {
        let start = column.saturating_sub(name.width() + 1);
        if cells[start..*column].iter().filter(|cell| *cell == " ").count() > name.width() {
            cells[start..column - 1].fill(String::new());
            (*name).clone_into(&mut cells[start]);
        }
    }
    cells.concat()
}

/// The lower side and its labels.
fn foot(canvas: &Canvas<'_>, ticks: usize, columns: usize) -> String {
    let across = &canvas.chart.across;
    let mut side: Vec<char> = vec!['─'; columns];
    let mut labels = String::new();
    for tick in &across.ticks {
        let column = canvas.column(tick.at);
        let width = tick.label.width();
        let start = column.saturating_sub(width / 2).min(columns.saturating_sub(width));
        let free = labels.width();
        if free > 0 && start < free + 2 {
            continue;
        }
        side[column] = '┴';
        labels += &" ".repeat(start - free);
        labels += &tick.label;
    }
    let indent = " ".repeat(ticks + 1);
    format!("{indent}└{}\n{indent} {labels}\n", side.iter().collect::<String>())
}

/// The cells between the sides.
struct Canvas<'a> {
    chart: &'a Chart,
    cells: Vec<Vec<char>>,
}

impl Canvas<'_> {
    fn column(&self, number: u128) -> usize {
        let columns = self.cells[0].len();
        self.chart.across.place(number, columns).min(columns - 1)
    }

    /// The row of a level, counted from the top.
    fn row(&self, level: u128) -> usize {
        ROWS - 1 - self.chart.up.place(level, ROWS - 1)
    }

    /// Draws a line. Of several steps in a column, the last one counts.
    fn draw(&mut self, steps: &[Step], pen: &Pen) {
        let mut before = ColumnPlace::Gap;
        for (column, place) in self.places(steps).into_iter().enumerate() {
            if let ColumnPlace::Row(row) = place {
                self.cells[row][column] = pen.across;
            }
            match (before, place) {
                (ColumnPlace::Row(from), ColumnPlace::Row(to)) if from != to => {
                    let goes_down = usize::from(to > from);
                    self.cells[from][column] = pen.from_left[goes_down];
                    let between = from.min(to) + 1..from.max(to);
                    self.cells[between].iter_mut().for_each(|row| row[column] = pen.up);
                    self.cells[to][column] = pen.to_right[1 - goes_down];
                }
                (ColumnPlace::Row(from), ColumnPlace::Above) => {
                    self.cells[from][column] = pen.from_left[0];
                    self.cells[..from].iter_mut().for_each(|row| row[column] = pen.up);
                }
                _ => {}
            }
            before = place;
        }
    }

    /// Where a line is in each column.
    fn places(&self, steps: &[Step]) -> Vec<ColumnPlace> {
        let columns = self.cells[0].len();
        let mut places = vec![ColumnPlace::Gap; columns];
        for step in steps {
            let start = self.column(step.span.start);
            let end = self.chart.across.place(step.span.end, columns).max(start + 1);
            places[start..end].fill(match step.level {
                None => ColumnPlace::Gap,
                Some(level) if level > self.chart.up.span.end => ColumnPlace::Above,
                Some(level) => ColumnPlace::Row(self.row(level)),
            });
        }
        places
    }
}

/// Where a line is in a column.
#[derive(Clone, Copy)]
enum ColumnPlace {
    Gap,
    Row(usize),
    /// Above the chart.
    Above,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::chart::{Side, StepLine, Tick};
    use std::ops::Range;

    fn steps(steps: &[(Range<u128>, Option<u128>)]) -> Vec<Step> {
        steps.iter().map(|(span, level)| Step { span: span.clone(), level: *level }).collect()
    }

    fn ticks(ticks: &[(u128, &str)]) -> Vec<Tick> {
        ticks.iter().map(|(at, label)| Tick { at: *at, label: (*label).to_owned() }).collect()
    }

    fn line(name: &str, of: &[(Range<u128>, Option<u128>)]) -> StepLine {
        StepLine { name: name.to_owned(), steps: steps(of) }
    }

    #[test]
    fn lines_have_steps_and_their_names() {
        let chart = Chart {
            title: String::new(),
            words: Vec::new(),
            across: Side {
                span: 0..200,
                ticks: ticks(&[(0, "none"), (100, "100 流"), (110, "near"), (200, "200")]),
            },
            up: Side { span: 0..8, ticks: ticks(&[(0, "0"), (5, "5 MAD")]) },
            lines: vec![
                line("a", &[(0..100, Some(2)), (100..200, Some(6))]),
                line("b", &[(0..50, None), (50..120, Some(5)), (120..200, Some(2))]),
                line("c", &[(0..160, Some(7)), (160..200, Some(9))]),
                line("d", &[(20..60, Some(6))]),
                line("流", &[(0..70, Some(0)), (70..80, Some(20)), (80..200, None)]),
            ],
            best: steps(&[(0..100, Some(2)), (100..120, Some(5)), (120..121, Some(3)), (121..200, Some(2))]),
            mark: Some(Tick { at: 180, label: String::new() }),
        };
        let expected = "
      │    流 │      c │ ┊
      │┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┘ ┊
      │  ──── │  ┌───────── a
5 MAD ┤     ╌╌╌╌╌┏━┓     ┊  d
      │       │  ┃ ┃     ┊
      │       │  ┃ ┃     ┊
      │━━━━━━━━━━┛ ┗━━━━━━━ b
      │       │          ┊
    0 ┤╌╌╌╌╌╌╌┘          ┊
      └┴─────────┴────────┴
       none   100 流    200
";
        assert_eq!(format!("\n{}", drawn(&chart, 5 + 1 + 4 + 20)), expected);
    }
}

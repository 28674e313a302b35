//! Tables for a terminal. Columns of text shrink with the width; if that is not enough, each row becomes a few lines.
//! No figure is ever cut.

use super::grid::{Grid, Mark, Shape};
use super::styles::Styles;
use super::wrap::cut;
use super::{Layout, Terminal};
use crate::i18n::Messages;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width};
use unicode_width::UnicodeWidthStr;

/// How many blanks are between two columns: the padding of the first, and a blank for the line between them.
const GAP: usize = PADDING + 1;

/// How many blanks are after the text of a column.
const PADDING: usize = 1;

/// The Arabic letter lam. Widths count it and a following alef as one cell, for their ligature, but most terminals show
/// two cells.
const LAM: &str = "ل";

/// A letter for private use, which takes the place of lam while a table is laid out.
const LAM_APART: &str = "\u{e644}";

/// The least width of a text column, in cells; a narrower one is hard to read.
const MIN_TEXT: usize = 18;

/// The least width of a column of phrases, in cells.
const MIN_PHRASE: usize = 14;

const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Lays a grid out for a terminal. Every line has its line break.
pub fn table(grid: &Grid, messages: &Messages, terminal: Terminal) -> String {
    let harmless = grid.harmless();
    match terminal.layout {
        Layout::Table if needed_width(&harmless) <= terminal.width => columns(&harmless, terminal),
        Layout::Table | Layout::Text => compact(&harmless, messages, terminal),
        Layout::Plain => plain(&harmless, messages),
    }
}

/// The least width at which no figure is cut and no text column is narrower than it may be.
fn needed_width(grid: &Grid) -> usize {
    with_gaps(&least_widths(&stacked(grid)))
}

fn with_gaps(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)
}

/// The widths of the columns if nothing is wrapped.
fn full_widths(grid: &Grid) -> Vec<usize> {
    let columns = grid.heads.iter().enumerate();
    columns
        .map(|(index, head)| {
            let texts = grid.rows.iter().map(|row| &row[index]).chain([&head.title]);
            texts.flat_map(|text| text.lines()).map(cells).max().unwrap_or(0)
        })
        .collect()
}

/// The least widths of the columns.
fn least_widths(grid: &Grid) -> Vec<usize> {
    let widths = full_widths(grid).into_iter().zip(&grid.heads);
    widths
        .map(|(width, head)| match head.shape {
            Shape::Text => width.min(MIN_TEXT),
            Shape::Phrase => width.min(MIN_PHRASE),
            Shape::Number | Shape::Figure | Shape::Word => width,
        })
        .collect()
}

/// The same table, in which an amount in another currency is on a line of its own.
fn stacked(grid: &Grid) -> Grid {
    let mut stacked = grid.clone();
    for row in &mut stacked.rows {
        for (cell, head) in row.iter_mut().zip(&grid.heads) {
            if head.shape == Shape::Figure {
                *cell = cell.replace(" ≈ ", "\n≈ ");
            }
        }
    }
    stacked
}

/// The widths of the columns on a terminal: the widest ones that can be wrapped give way.
fn widths_within(grid: &Grid, width: usize) -> Vec<usize> {
    let least = least_widths(grid);
    let mut widths = full_widths(grid);
    while with_gaps(&widths) > width {
        let wider = (0..widths.len()).filter(|&column| widths[column] > least[column]);
        let Some(widest) = wider.max_by_key(|&column| widths[column]) else { break };
        widths[widest] -= 1;
    }
    widths
}

/// Cuts the texts to the lines that are shown of each.
fn cut_texts(grid: &mut Grid, widths: &[usize]) {
    let Some(most) = grid.text_lines else { return };
    for row in &mut grid.rows {
        for ((cell, head), width) in row.iter_mut().zip(&grid.heads).zip(widths) {
            if head.shape == Shape::Text {
                *cell = cut(cell, *width, "", most).join("\n");
            }
        }
    }
}

/// The first of the wider tables whose rows take a line each, else the narrow one. Without columns, the widest has most
/// to say.
pub fn fitting<'g>(wider: &'g [Grid], narrow: &'g Grid, terminal: Terminal) -> &'g Grid {
    let has_columns = terminal.layout == Layout::Table;
    wider
        .iter()
        .find(|grid| !has_columns || with_gaps(&full_widths(grid)) <= terminal.width)
        .unwrap_or(narrow)
}

fn columns(grid: &Grid, terminal: Terminal) -> String {
    let fits = with_gaps(&full_widths(grid)) <= terminal.width;
    let mut shown = if fits { grid.clone() } else { stacked(grid) };
    let widths = widths_within(&shown, terminal.width);
    cut_texts(&mut shown, &widths);
    for text in shown.rows.iter_mut().flatten() {
        *text = text.replace(LAM, LAM_APART);
    }
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    // The padding of the last column is removed with the blanks at the ends of lines.
    table.set_width(u16::try_from(terminal.width + PADDING).unwrap_or(u16::MAX));
    table.set_header(shown.heads.iter().map(|head| &head.title));
    table.add_rows(&shown.rows);
    for ((column, head), width) in table.column_iter_mut().zip(&shown.heads).zip(widths) {
        column.set_padding((0, u16::try_from(PADDING).unwrap_or(0)));
        if matches!(head.shape, Shape::Figure | Shape::Number) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        let padded = u16::try_from(width + PADDING).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(padded)));
    }
    let mut lines = table.lines().map(|line| line.replace(LAM_APART, LAM));
    let mut text = String::new();
    for line in lines.by_ref() {
        if let Some(rule) = line.strip_suffix(&"─".repeat(PADDING)) {
            text += &format!("{}\n", terminal.styles.faint(rule));
            break;
        }
        text += &format!("{}\n", terminal.styles.strong(line.trim_end()));
    }
    // A row can take several lines; only the first of them has text in the first column.
    let first_column = grid.rows.iter().map(|row| cells(&row[0])).chain([cells(&grid.heads[0].title)]).max();
    let mut rows_begun = 0_usize;
    for whole in lines {
        let line = whole.trim_end();
        if line.chars().take(first_column.unwrap_or(0)).any(|c| c != ' ') {
            rows_begun += 1;
        }
        let mark = grid.marks.get(rows_begun.saturating_sub(1)).copied().unwrap_or(Mark::Plain);
        text += &format!("{}\n", painted(line, mark, terminal.styles));
    }
    text
}

fn painted(line: &str, mark: Mark, styles: Styles) -> String {
    match mark {
        Mark::Plain => line.to_owned(),
        Mark::Best => styles.best(line),
        Mark::Careful => styles.careful(line),
    }
}

/// Each row as a few lines: its number and first text, then its other texts, then the other cells with their titles. A row
/// without a number belongs to the one above.
fn compact(grid: &Grid, messages: &Messages, terminal: Terminal) -> String {
    let indent = "   ";
    let is_numbered = grid.heads.iter().any(|head| head.shape == Shape::Number);
    let mut text = String::new();
    for (index, row) in grid.rows.iter().enumerate() {
        let mark = grid.marks.get(index).copied().unwrap_or(Mark::Plain);
        let filled_in: Vec<_> = grid.heads.iter().zip(row).filter(|(_, cell)| !cell.is_empty()).collect();
        let first = filled_in.iter().find(|(head, _)| head.shape == Shape::Number);
        let number = first.map(|(_, number)| format!("{number} "));
        let mut lines = Vec::new();
        for (head, cell) in filled_in.iter().filter(|(head, _)| head.shape == Shape::Text) {
            lines.push(match lines.len() {
                0 => format!("{}{cell}", number.as_deref().unwrap_or(if is_numbered { indent } else { "" })),
                _ => format!("{indent}{}", messages.labelled(&head.title, cell)),
            });
        }
        if lines.is_empty() {
            lines.extend(number.as_deref().map(|number| number.trim_end().to_owned()));
        }
        let others = filled_in.iter().filter(|(head, _)| !matches!(head.shape, Shape::Text | Shape::Number));
        let rest: Vec<_> = others.map(|(head, cell)| format!("{} {cell}", head.title)).collect();
        let most = grid.text_lines.unwrap_or(usize::MAX);
        for line in lines.iter().flat_map(|line| cut(line, terminal.width, indent, most)).chain(filled(
            &rest,
            terminal.width,
            indent,
        )) {
            text += &format!("{}\n", painted(&line, mark, terminal.styles));
        }
    }
    text
}

/// Each row as lines with a title and its cell. A blank line is between two rows.
fn plain(grid: &Grid, messages: &Messages) -> String {
    let rows = grid.rows.iter().map(|row| {
        let cells = grid.heads.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        cells.map(|(head, cell)| messages.labelled(&head.title, cell) + "\n").collect::<String>()
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// Fills lines with as many pieces as fit; no piece is broken.
fn filled(pieces: &[String], width: usize, indent: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if cells(line) + cells(" · ") + cells(piece) <= width => {
                *line += &format!(" · {piece}");
            }
            _ => lines.push(format!("{indent}{piece}")),
        }
    }
    lines
}

/// How many cells of a terminal a text takes. For ASCII, which most texts are, this is their length.
fn cells(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.replace(LAM, LAM_APART).width() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Topic};
    use crate::render::styles::Styles;

    #[track_caller]
    fn check(width: usize, rows: &[[&str; 3]], expected: &str) {
        let messages = Messages::new(Language::En, &[Topic::Answers]);
        let heads = [
            ("column-basket", Shape::Text),
            ("column-total", Shape::Figure),
            ("column-verified_on", Shape::Phrase),
        ];
        let rows = rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        let grid = Grid::titled(&heads, rows, &messages);
        assert_eq!(
            table(&grid, &messages, Terminal { width, styles: Styles::PLAIN, layout: Layout::Table }),
            expected
        );
    }

    #[test]
    fn texts_give_way_and_figures_do_not() {
        let rows = [
            ["SIM 20 + 2 × Pass Internet", "382.70 MAD ≈ 39.18 USD", "10 months ago, unsure"],
            ["SIM", "1.00 MAD", "today"],
        ];
        check(
            73,
            &rows,
            "\
Basket                                       Total  Seen
─────────────────────────────────────────────────────────────────────────
SIM 20 + 2 × Pass Internet  382.70 MAD ≈ 39.18 USD  10 months ago, unsure
SIM                                       1.00 MAD  today
",
        );
        check(
            72,
            &rows,
            "\
Basket                            Total  Seen
──────────────────────────────────────────────────────────────
SIM 20 + 2 × Pass Internet   382.70 MAD  10 months ago, unsure
                            ≈ 39.18 USD
SIM                            1.00 MAD  today
",
        );
        check(
            50,
            &rows,
            "\
Basket                    Total  Seen
──────────────────────────────────────────────────
SIM 20 + 2 × Pass    382.70 MAD  10 months ago,
Internet            ≈ 39.18 USD  unsure
SIM                    1.00 MAD  today
",
        );
        check(
            46,
            &rows,
            "\
SIM 20 + 2 × Pass Internet
   Total 382.70 MAD ≈ 39.18 USD
   Seen 10 months ago, unsure
SIM
   Total 1.00 MAD · Seen today
",
        );
    }

    #[test]
    fn arabic_and_chinese_stay_in_line() {
        let rows = [
            ["باقة لا محدود", "1.00 MAD", "a"],
            ["摩洛哥流量卡", "1.00 MAD", "a"],
            ["Pass 1234567", "1.00 MAD", "a"],
        ];
        check(
            60,
            &rows,
            "\
Basket            Total  Seen
─────────────────────────────
باقة لا محدود  1.00 MAD  a
摩洛哥流量卡   1.00 MAD  a
Pass 1234567   1.00 MAD  a
",
        );
    }
}

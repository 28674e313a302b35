//! Tables for a terminal. Columns of text shrink with the width; if that is not enough, each row becomes a few lines.
//! No figure is ever cut.

use super::grid::{Grid, Mark, Shape};
use super::styles::Styles;
use super::wrap::wrapped;
use super::{Layout, Terminal};
use crate::i18n::Messages;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle};
use unicode_width::UnicodeWidthStr;

/// How many blanks are between two columns.
const GAP: usize = 2;

/// The least width of a text column, in cells; a narrower one is hard to read.
const MIN_TEXT: usize = 18;

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
    let columns = grid.heads.iter().enumerate().map(|(index, head)| {
        let widths = grid.rows.iter().map(|row| cells(&row[index]));
        let widest = widths.chain([cells(&head.title)]).max().unwrap_or(0);
        if head.shape == Shape::Text { widest.min(MIN_TEXT) } else { widest }
    });
    columns.sum::<usize>() + GAP * grid.heads.len().saturating_sub(1)
}

fn columns(grid: &Grid, terminal: Terminal) -> String {
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    // The gap after the last column is removed with the blanks at the ends of lines.
    table.set_width(u16::try_from(terminal.width + GAP).unwrap_or(u16::MAX));
    table.set_header(grid.heads.iter().map(|head| &head.title));
    table.add_rows(&grid.rows);
    for (column, head) in table.column_iter_mut().zip(&grid.heads) {
        column.set_padding((0, u16::try_from(GAP).unwrap_or(0)));
        if matches!(head.shape, Shape::Figure | Shape::Number) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        if head.shape != Shape::Text {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    let mut lines = table.lines();
    let mut text = String::new();
    for line in lines.by_ref() {
        if let Some(rule) = line.strip_suffix(&"─".repeat(GAP)) {
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

/// Each row as a few lines: its number and first text, then its other texts, then the other cells with their titles.
fn compact(grid: &Grid, messages: &Messages, terminal: Terminal) -> String {
    let indent = "   ";
    let mut text = String::new();
    for (index, row) in grid.rows.iter().enumerate() {
        let mark = grid.marks.get(index).copied().unwrap_or(Mark::Plain);
        let filled_in: Vec<_> = grid.heads.iter().zip(row).filter(|(_, cell)| !cell.is_empty()).collect();
        let first = filled_in.iter().find(|(head, _)| head.shape == Shape::Number);
        let number = first.map(|(_, number)| format!("{number} "));
        let mut lines = Vec::new();
        for (head, cell) in filled_in.iter().filter(|(head, _)| head.shape == Shape::Text) {
            lines.push(match lines.len() {
                0 => format!("{}{cell}", number.as_deref().unwrap_or_default()),
                _ => format!("{indent}{}", messages.labelled(&head.title, cell)),
            });
        }
        if lines.is_empty() {
            lines.extend(number.as_deref().map(|number| number.trim_end().to_owned()));
        }
        let others = filled_in.iter().filter(|(head, _)| !matches!(head.shape, Shape::Text | Shape::Number));
        let rest: Vec<_> = others.map(|(head, cell)| format!("{} {cell}", head.title)).collect();
        for line in lines.iter().flat_map(|line| wrapped(line, terminal.width, indent)).chain(filled(
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
    if text.is_ascii() { text.len() } else { text.width() }
}

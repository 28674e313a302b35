//! Writes tab-separated values. A row is always one line: in a cell, a tab is written `\t`, a line break `\n` or `\r`,
//! and a backslash `\\`.

use super::grid::Grid;

/// Writes a grid as rows with tabs between their cells, after a header row.
pub fn tsv(grid: &Grid) -> String {
    let heads = row(grid.heads.iter().map(|head| head.title.as_str()));
    let rows = grid.rows.iter().map(|cells| row(cells.iter().map(String::as_str)));
    std::iter::once(heads).chain(rows).collect()
}

fn row<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    cells.map(escaped).collect::<Vec<_>>().join("\t") + "\n"
}

fn escaped(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    for c in cell.chars() {
        match c {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\\' => out.push_str("\\\\"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::grid::{Head, Shape};

    #[test]
    fn a_row_is_one_line_and_a_cell_has_no_tab() {
        let heads = ["id", "note"].map(|title| Head { title: title.into(), shape: Shape::Text }).to_vec();
        let rows = vec![
            vec!["a".to_owned(), "two\tcells,\r\nor \\n \"one\"".to_owned()],
            vec![String::new(), "套餐".to_owned()],
        ];
        let text = tsv(&Grid { heads, rows, marks: vec![], text_lines: None });
        assert_eq!(text, "id\tnote\na\ttwo\\tcells,\\r\\nor \\\\n \"one\"\n\t套餐\n");
    }
}

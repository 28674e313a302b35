//! Markdown tables.

use super::grid::{Grid, Shape};

/// The grid as a GitHub-flavoured table.
pub fn markdown(grid: &Grid) -> String {
    let line = |cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<_> = cells.collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = line(&mut grid.heads.iter().map(|head| escaped(&head.title)));
    text += &line(&mut grid.heads.iter().map(|head| match head.shape {
        Shape::Figure | Shape::Number => "---:".to_owned(),
        Shape::Word | Shape::Text => "---".to_owned(),
    }));
    for row in &grid.rows {
        text += &line(&mut row.iter().map(|cell| escaped(cell)));
    }
    text
}

/// Text that markdown shows as it is.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '|' | '*' | '_' | '`' | '<' | '[' | ']' => out.extend(['\\', c]),
            '\n' => out.push_str("<br>"),
            '\r' => {}
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::grid::Head;

    #[test]
    fn cells_cannot_break_the_table() {
        let grid = Grid {
            heads: vec![
                Head { title: "Code".into(), shape: Shape::Text },
                Head { title: "Price".into(), shape: Shape::Figure },
            ],
            rows: vec![vec!["*3* | a\nb".into(), "5.00".into()]],
            marks: vec![],
        };
        assert_eq!(markdown(&grid), "| Code | Price |\n| --- | ---: |\n| \\*3\\* \\| a<br>b | 5.00 |\n");
    }
}

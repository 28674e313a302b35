//! Writes blocks as GitHub-flavoured markdown.

use super::block::{Block, Bullet, Tone};
use super::chart::{Chart, steps};
use super::grid::{Grid, Shape};

/// The width of drawings, in characters.
const WIDTH: usize = 80;

/// Writes the blocks, with a blank line between two of them.
pub fn markdown(blocks: &[Block]) -> String {
    let texts = blocks.iter().map(shown).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n")
}

fn shown(block: &Block) -> String {
    match block {
        Block::Title(title) => format!("# {}\n", escaped(title)),
        Block::Heading(heading) => format!("## {}\n", escaped(heading)),
        Block::Large(digits) => large(digits),
        Block::Sentences(tone, texts) | Block::Remarks(tone, texts) => {
            texts.iter().map(|text| sentence(text, *tone)).collect::<Vec<_>>().join("\n")
        }
        Block::Table(grid) | Block::Fields(grid) => table(grid),
        Block::Tables { wider, narrow } => table(wider.first().unwrap_or(narrow)),
        Block::Caption(caption) => sentence(caption, Tone::Plain),
        Block::Notes { notes, .. } => list(notes, Bullet::Dash),
        Block::List { bullet, items, .. } => list(items, *bullet),
        Block::Timeline(timeline) => format!("```text\n{}\n```\n", timeline.drawn(WIDTH)),
        Block::Chart { chart, caption } => charted(chart, caption.as_deref()),
        Block::Lines(lines) => format!("```text\n{}\n```\n", lines.join("\n")),
        Block::Aside(_) => String::new(),
    }
}

fn charted(chart: &Chart, caption: Option<&str>) -> String {
    let title = sentence(&chart.title, Tone::Plain);
    let caption = caption.map_or_else(String::new, |caption| format!("\n{}", sentence(caption, Tone::Faint)));
    format!("{title}\n```text\n{}```\n{caption}", steps::drawn(chart, WIDTH))
}

fn sentence(text: &str, tone: Tone) -> String {
    match tone {
        Tone::Strong => format!("**{}**\n", prose(text)),
        Tone::Plain | Tone::Faint => format!("{}\n", prose(text)),
    }
}

/// A heading of the first level: the largest that markdown has.
fn large(digits: &str) -> String {
    format!("# {}\n", prose(digits))
}

fn list(items: &[String], bullet: Bullet) -> String {
    let lines =
        items.iter().zip(1..).map(|(text, number)| format!("{}{}\n", mark(bullet, number), prose(text)));
    lines.collect()
}

fn mark(bullet: Bullet, number: usize) -> String {
    match bullet {
        Bullet::Box => "- [ ] ".to_owned(),
        Bullet::Number => format!("{number}. "),
        Bullet::Note => format!("- \\[{number}\\] "),
        Bullet::Dash => "- ".to_owned(),
    }
}

fn table(grid: &Grid) -> String {
    let Grid { heads, rows, .. } = grid.harmless();
    let mut text = row(heads.iter().map(|head| escaped(&head.title)));
    text += &row(heads.iter().map(|head| match head.shape {
        Shape::Figure | Shape::Number => "---:".to_owned(),
        Shape::Word | Shape::Phrase | Shape::Text => "---".to_owned(),
    }));
    for cells in &rows {
        text += &row(cells.iter().map(|cell| escaped(cell)));
    }
    text
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// Escapes text so that markdown shows it unchanged.
fn escaped(text: &str) -> String {
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

/// Escapes running text. Codes to dial and commands become code spans, which are also readable before rendering.
fn prose(text: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split('`').enumerate() {
        if at % 2 == 1 {
            out += &format!("`{part}`");
            continue;
        }
        for word in part.split_inclusive(|c: char| !is_of_code(c)) {
            let code = word.trim_end_matches(|c: char| !is_of_code(c));
            let after = &word[code.len()..];
            let is_code = code.contains(['*', '#']) && code.len() > 1;
            out += &if is_code { format!("`{code}`") } else { escaped(code) };
            out += &escaped(after);
        }
    }
    out
}

fn is_of_code(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '*' | '#')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::grid::Head;

    #[test]
    fn codes_and_commands_are_code() {
        assert_eq!(
            prose("dial *120*30#, or *3: `simplan plans list`"),
            "dial `*120*30#`, or `*3`: `simplan plans list`"
        );
        assert_eq!(prose("3 * 4 [x] a_b"), "3 \\* 4 \\[x\\] a\\_b");
    }

    #[test]
    fn cells_cannot_break_the_table() {
        let grid = Grid {
            heads: vec![
                Head { title: "Code".into(), shape: Shape::Text },
                Head { title: "Price".into(), shape: Shape::Figure },
            ],
            rows: vec![vec!["*3* | a\nb".into(), "5.00".into()]],
            marks: vec![],
            text_lines: None,
        };
        assert_eq!(table(&grid), "| Code | Price |\n| --- | ---: |\n| \\*3\\* \\| a b | 5.00 |\n");
    }
}

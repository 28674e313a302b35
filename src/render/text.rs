//! Writes blocks as text for a terminal, a screen reader or a message.

use super::block::{Block, Bullet, Tone};
use super::chart::{Chart, steps};
use super::grid::Grid;
use super::large::large;
use super::table::{fitting, table};
use super::wrap::{cut, wrapped};
use super::{Layout, Terminal};
use crate::i18n::Messages;
use unicode_width::UnicodeWidthStr;

/// The blanks before the items of a list.
const INDENT: &str = "  ";

/// Writes the blocks. Every line has its line break.
pub fn text(blocks: &[Block], messages: &Messages, terminal: Terminal) -> String {
    let mut text = String::new();
    let mut last = None;
    for block in blocks {
        let shown = shown(block, messages, terminal);
        if shown.is_empty() {
            continue;
        }
        if last.is_some_and(|last| !belongs_under(block, last)) {
            text.push('\n');
        }
        text += &shown;
        last = Some(block);
    }
    text
}

/// Whether a block follows the one above it without a blank line.
fn belongs_under(block: &Block, above: &Block) -> bool {
    matches!(
        (above, block),
        (Block::Title(_) | Block::Heading(_), Block::List { .. } | Block::Fields(_) | Block::Large(_))
            | (Block::Table(_) | Block::Sentences(..), Block::Remarks(..))
            | (Block::Sentences(..) | Block::Remarks(..), Block::Notes { .. })
            | (Block::Sentences(..), Block::Aside(_))
            | (Block::Table(_) | Block::Tables { .. }, Block::Caption(_))
            | (Block::Lines(_), Block::Lines(_))
    )
}

fn shown(block: &Block, messages: &Messages, terminal: Terminal) -> String {
    match block {
        Block::Title(title) => underlined(title, terminal),
        Block::Heading(heading) => sentence(heading, Tone::Strong, terminal),
        Block::Large(digits) => enlarged(digits, terminal),
        Block::Sentences(tone, texts) | Block::Remarks(tone, texts) => {
            texts.iter().map(|text| sentence(text, *tone, terminal)).collect()
        }
        Block::Table(grid) => table(grid, messages, terminal),
        Block::Notes { most_lines, notes } => {
            notes.iter().map(|text| note(text, *most_lines, terminal)).collect()
        }
        Block::Tables { wider, narrow } => table(fitting(wider, narrow, terminal), messages, terminal),
        Block::Caption(caption) => sentence(caption, Tone::Plain, terminal),
        Block::Fields(grid) => fields(grid, messages, terminal),
        Block::List { bullet, tone, items } => list(items, *bullet, *tone, terminal),
        Block::Timeline(_) if terminal.layout == Layout::Plain => String::new(),
        Block::Timeline(timeline) => format!("{}\n", timeline.drawn(terminal.width)),
        Block::Chart { chart, caption } => charted(chart, caption.as_deref(), terminal),
        Block::Lines(lines) => lines.iter().map(|line| format!("{line}\n")).collect(),
        Block::Aside(aside) => sentence(aside, Tone::Faint, terminal),
    }
}

fn underlined(title: &str, terminal: Terminal) -> String {
    if terminal.layout == Layout::Plain {
        return format!("{title}\n");
    }
    let lines = wrapped(title, terminal.width, "");
    let titles: String = lines.iter().map(|line| format!("{}\n", terminal.styles.best(line))).collect();
    let rule = "═".repeat(title.width().min(terminal.width));
    format!("{titles}{}\n", terminal.styles.faint(&rule))
}

/// A chart with what it shows above it, or in words.
fn charted(chart: &Chart, caption: Option<&str>, terminal: Terminal) -> String {
    let mut text = sentence(&chart.title, Tone::Plain, terminal);
    if terminal.layout == Layout::Plain {
        text.extend(chart.words.iter().map(|words| sentence(words, Tone::Plain, terminal)));
    } else {
        text += &steps::drawn(chart, terminal.width);
    }
    text.extend(caption.map(|caption| sentence(caption, Tone::Faint, terminal)));
    text
}

/// Digits as large as the terminal allows; plain text has them as they are.
fn enlarged(digits: &str, terminal: Terminal) -> String {
    let drawn = large(digits, terminal.width).filter(|_| terminal.layout != Layout::Plain);
    let lines = drawn.unwrap_or_else(|| vec![digits.to_owned()]);
    lines.iter().map(|line| toned(line, Tone::Strong, terminal)).collect()
}

fn sentence(text: &str, tone: Tone, terminal: Terminal) -> String {
    wrapped(text, terminal.width, "").iter().map(|line| toned(line, tone, terminal)).collect()
}

/// Lines with a title and its value.
fn fields(grid: &Grid, messages: &Messages, terminal: Terminal) -> String {
    let harmless = grid.harmless();
    let texts = harmless.rows.iter().map(|row| messages.labelled(&row[0], &row[1]));
    texts.map(|text| item(&text, 4, Tone::Plain, terminal)).collect()
}

/// The items with their marks. In plain text only numbers are kept.
fn list(items: &[String], bullet: Bullet, tone: Tone, terminal: Terminal) -> String {
    let mut list = String::new();
    for (text, number) in items.iter().zip(1..) {
        let mark = mark(bullet, number, terminal.layout);
        list += &item(&format!("{mark}{text}"), mark.len(), tone, terminal);
    }
    list
}

fn mark(bullet: Bullet, number: usize, layout: Layout) -> String {
    match (bullet, layout) {
        (Bullet::Number, _) => format!("{number}. "),
        (Bullet::Note, _) => format!("[{number}] "),
        (Bullet::Box | Bullet::Dash, Layout::Plain) => String::new(),
        (Bullet::Box, _) => "[ ] ".to_owned(),
        (Bullet::Dash, _) => "- ".to_owned(),
    }
}

/// An item, indented; all lines but its first are indented by `further` more. In plain text it is on one line.
fn item(text: &str, further: usize, tone: Tone, terminal: Terminal) -> String {
    if terminal.layout == Layout::Plain {
        return format!("{text}\n");
    }
    let lines = wrapped(text, terminal.width.saturating_sub(INDENT.len()), &" ".repeat(further));
    lines.iter().map(|line| toned(&format!("{INDENT}{line}"), tone, terminal)).collect()
}

/// A note of at most this many lines. In plain text it is whole.
fn note(text: &str, most_lines: usize, terminal: Terminal) -> String {
    if terminal.layout == Layout::Plain {
        return format!("{text}\n");
    }
    let marked = format!("{}{text}", mark(Bullet::Dash, 0, terminal.layout));
    let lines = cut(&marked, terminal.width.saturating_sub(INDENT.len()), INDENT, most_lines);
    lines.iter().map(|line| toned(&format!("{INDENT}{line}"), Tone::Faint, terminal)).collect()
}

/// A styled line with its line break. Each line has its own codes, because a pager can start anywhere.
fn toned(line: &str, tone: Tone, terminal: Terminal) -> String {
    let linked = terminal.styles.linked(line, terminal.width);
    let styled = match tone {
        Tone::Strong => terminal.styles.strong(&linked),
        Tone::Plain => linked,
        Tone::Faint => terminal.styles.faint(&linked),
    };
    styled + "\n"
}

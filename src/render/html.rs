//! Writes blocks as a fragment of HTML: one element, without styles and scripts, to be put into a page.
//!
//! Columns of figures have the class `figure`, and rows that stand out `best` or `careful`.

use super::block::{Block, Bullet, Tone};
use super::chart::svg;
use super::grid::{Grid, Mark, Shape};
use super::timeline::Timeline;
use crate::domain::live::harmless;
use crate::domain::word::Word;
use crate::i18n::Messages;
use maud::{Markup, html};

/// The width of drawings, in characters.
const WIDTH: usize = 80;

/// How blocks look in a page.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The level of titles, 2 to 5; headings are one below.
    pub level: u8,
    /// Whether each cell of a table repeats the title of its column, for a screen on which a row is a card.
    pub has_cell_titles: bool,
}

impl Look {
    /// A part of a page whose own title is of the first level.
    const BARE: Self = Self { level: 2, has_cell_titles: false };
}

/// Writes the blocks as one element, which names their language.
pub fn html(blocks: &[Block], messages: &Messages) -> String {
    let lang = messages.language().word();
    let markup = html! { div.simplan lang=(lang) { "\n" (fragment(blocks, Look::BARE)) } };
    markup.into_string() + "\n"
}

/// The blocks as elements, a line each.
pub fn fragment(blocks: &[Block], look: Look) -> Markup {
    let parts = blocks.iter().map(|block| shown(block, look)).filter(|part| !part.0.is_empty());
    let parts: Vec<String> = parts.map(|part| part.0 + "\n").collect();
    html! { @for part in &parts { (maud::PreEscaped(part)) } }
}

fn shown(block: &Block, look: Look) -> Markup {
    match block {
        Block::Title(title) => heading(title, look.level),
        Block::Heading(title) => heading(title, look.level + 1),
        Block::Large(digits) => html! { p.large { strong { (text(digits)) } } },
        Block::Sentences(tone, texts) | Block::Remarks(tone, texts) => {
            lines(texts.iter().map(|line| sentence(line, *tone)))
        }
        Block::Caption(caption) => sentence(caption, Tone::Plain),
        Block::Table(grid) => table(grid, look),
        Block::Tables { wider, narrow } => table(wider.first().unwrap_or(narrow), look),
        Block::Fields(grid) => fields(grid),
        Block::Notes { notes, .. } => list(notes, Bullet::Dash),
        Block::List { bullet, items, .. } => list(items, *bullet),
        Block::Timeline(timeline) => bars(timeline),
        Block::Chart { chart, caption } => html! {
            figure { (svg::svg(chart)) @if let Some(caption) = caption { figcaption { (text(caption)) } } }
        },
        Block::Lines(lines) => html! { pre { (text(&lines.join("\n"))) } },
        Block::Aside(_) => Markup::default(),
    }
}

fn heading(title: &str, level: u8) -> Markup {
    match level {
        2 => html! { h2 { (text(title)) } },
        3 => html! { h3 { (text(title)) } },
        4 => html! { h4 { (text(title)) } },
        _ => html! { h5 { (text(title)) } },
    }
}

fn sentence(line: &str, tone: Tone) -> Markup {
    let (lang, dir) = script(line);
    html! {
        p lang=[lang] dir=[dir] {
            @match tone {
                Tone::Strong => strong { (text(line)) },
                Tone::Plain => (text(line)),
                Tone::Faint => small { (text(line)) },
            }
        }
    }
}

fn list(items: &[String], bullet: Bullet) -> Markup {
    if items.is_empty() {
        return Markup::default();
    }
    let rows = lines(items.iter().map(|item| {
        let (lang, dir) = script(item);
        html! { li lang=[lang] dir=[dir] { (text(item)) } }
    }));
    match bullet {
        Bullet::Number | Bullet::Note => html! { ol { "\n" (rows) "\n" } },
        Bullet::Box => html! { ul.boxes { "\n" (rows) "\n" } },
        Bullet::Dash => html! { ul { "\n" (rows) "\n" } },
    }
}

fn table(grid: &Grid, look: Look) -> Markup {
    let classes: Vec<_> = grid.heads.iter().map(|head| class_of(head.shape)).collect();
    let titles: Vec<Option<&str>> =
        grid.heads.iter().map(|head| look.has_cell_titles.then_some(head.title.as_str())).collect();
    let rows = grid.rows.iter().enumerate().map(|(at, cells)| {
        let mark = grid.marks.get(at).copied().and_then(class_of_mark);
        html! {
            tr class=[mark] {
                @for ((cell, class), title) in cells.iter().zip(&classes).zip(&titles) {
                    td class=[*class] data-title=[*title] { (text(cell)) }
                }
            }
        }
    });
    html! {
        table { "\n"
            thead { "\n"
                tr {
                    @for (head, class) in grid.heads.iter().zip(&classes) {
                        th scope="col" class=[*class] { (text(&head.title)) }
                    }
                } "\n"
            } "\n"
            tbody { "\n" (lines(rows)) "\n" } "\n"
        }
    }
}

/// A table whose rows have a title each.
fn fields(grid: &Grid) -> Markup {
    let rows = grid.rows.iter().map(|cells| {
        html! {
            tr {
                @for (at, cell) in cells.iter().enumerate() {
                    @if at == 0 { th scope="row" { (text(cell)) } } @else { td { (text(cell)) } }
                }
            }
        }
    });
    html! { table { "\n" tbody { "\n" (lines(rows)) "\n" } "\n" } }
}

fn bars(timeline: &Timeline) -> Markup {
    html! { pre tabindex="0" { (harmless_lines(&timeline.drawn(WIDTH))) } }
}

/// The lines of a drawing.
fn harmless_lines(drawn: &str) -> String {
    drawn.lines().map(harmless).collect::<Vec<_>>().join("\n")
}

/// Elements, a line each.
fn lines(elements: impl Iterator<Item = Markup>) -> Markup {
    let texts: Vec<String> = elements.map(Markup::into_string).collect();
    maud::PreEscaped(texts.join("\n"))
}

/// Text, in which commands between backticks are code.
fn text(source: &str) -> Markup {
    let harmless = harmless(source);
    let mut rest = &*harmless;
    let mut parts = Vec::new();
    while let Some((before, (code, after))) =
        rest.split_once('`').and_then(|(before, from)| Some((before, from.split_once('`')?)))
    {
        parts.push(html! { (before) code { (code) } });
        rest = after;
    }
    html! { @for part in &parts { (part) } (rest) }
}

/// The language and the direction of a text that begins in Arabic; the others are in the language of the fragment.
fn script(line: &str) -> (Option<&'static str>, Option<&'static str>) {
    let is_arabic =
        line.chars().find(|c| c.is_alphabetic()).is_some_and(|c| ('\u{600}'..='\u{6ff}').contains(&c));
    if is_arabic { (Some("ar"), Some("rtl")) } else { (None, None) }
}

fn class_of(shape: Shape) -> Option<&'static str> {
    match shape {
        Shape::Figure | Shape::Number => Some("figure"),
        Shape::Word | Shape::Phrase | Shape::Text => None,
    }
}

fn class_of_mark(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Plain => None,
        Mark::Best => Some("best"),
        Mark::Careful => Some("careful"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(block: &Block, expected: &str) {
        assert_eq!(shown(block, Look::BARE).into_string(), expected);
    }

    #[test]
    fn no_text_is_markup() {
        check(
            &Block::Title("<b> & \"c\" \u{1b}[31m".to_owned()),
            "<h2>&lt;b&gt; &amp; &quot;c&quot; &lt;U+001B&gt;[31m</h2>",
        );
        let cells = vec!["<td>".to_owned(), "a\nb".to_owned()];
        let grid = Grid { heads: vec![], rows: vec![cells], marks: vec![], text_lines: None };
        check(
            &Block::Fields(grid),
            "<table>\n<tbody>\n<tr><th scope=\"row\">&lt;td&gt;</th><td>a b</td></tr>\n</tbody>\n</table>",
        );
    }

    #[test]
    fn commands_are_code_and_a_single_backtick_is_not() {
        let texts = vec!["run `a<b` or `c`, 5` long".to_owned()];
        check(
            &Block::Sentences(Tone::Plain, texts),
            "<p>run <code>a&lt;b</code> or <code>c</code>, 5` long</p>",
        );
    }

    #[test]
    fn arabic_runs_from_right_to_left() {
        let item = "“ثلاثون درهم”".to_owned();
        check(
            &Block::List { bullet: Bullet::Number, tone: Tone::Plain, items: vec![item, "a".to_owned()] },
            "<ol>\n<li lang=\"ar\" dir=\"rtl\">“ثلاثون درهم”</li>\n<li>a</li>\n</ol>",
        );
    }
}

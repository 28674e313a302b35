//! Answers as documents, and the one function that knows all formats.
//!
//! A command answers with a [`Document`]. It has [blocks](Block) for people, and a JSON document and usually rows for
//! scripts. [`written`] makes only what the requested format needs. A new format needs a word in [`Format`], an arm in
//! [`written`] and a file.

use super::block::Block;
use super::chart::{Chart, svg};
use super::csv::CsvForm;
use super::grid::Grid;
use super::{Format, Layout, Terminal, csv, html, json, markdown, text, tsv};
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::i18n::Messages;
use serde::Serialize;

/// An answer that can be written in several formats.
pub trait Document {
    /// The messages of the language in which the blocks are.
    fn messages(&self) -> &Messages;

    /// The answer for people.
    ///
    /// # Errors
    /// The reason why the answer cannot be shown, such as `column-not-offered`.
    fn blocks(&self) -> Result<Vec<Block>, Error>;

    /// The same answer with less of what can be left out, for a terminal on which it would scroll away. `None` if
    /// nothing can be left out.
    fn shorter(&self) -> Option<Self>
    where
        Self: Sized,
    {
        None
    }

    /// The answer as rows for scripts, with keys for titles; `None` if it has no rows.
    fn rows(&self) -> Option<Result<Grid, Error>> {
        None
    }

    /// The answer as a picture; `None` if it has none.
    fn picture(&self) -> Option<&Chart> {
        None
    }

    /// The answer as JSON documents, one for each line; `None` if it has no lines.
    fn lines(&self) -> Option<Vec<impl Serialize>> {
        None::<Vec<()>>
    }

    /// The answer as a JSON document, whose `schema` names its form.
    ///
    /// # Errors
    /// As for `blocks`.
    fn json(&self) -> Result<impl Serialize, Error>;
}

/// Writes a document in a format; `None` if the document does not have this format.
pub fn written(
    document: &impl Document,
    format: Format,
    terminal: Terminal,
    form: CsvForm,
) -> Option<Result<String, Error>> {
    match format {
        Format::Table | Format::Text => Some(on_screen(document, terminal)),
        Format::Markdown => Some(document.blocks().map(|blocks| markdown::markdown(&blocks))),
        Format::Html => Some(document.blocks().map(|blocks| html::html(&blocks, document.messages()))),
        Format::Csv => Some(document.rows()?.map(|grid| form.marked(csv::csv(&grid, form.delimiter)))),
        Format::Tsv => Some(document.rows()?.map(|grid| form.marked(tsv::tsv(&grid)))),
        Format::Svg => Some(Ok(svg::file(document.picture()?))),
        Format::Json => Some(document.json().map(|document| json::json(&document))),
        Format::Ndjson => Some(Ok(document.lines()?.iter().map(json::json_line).collect())),
    }
}

/// The answer for a terminal. It leaves out what it can until it fits.
///
/// # Errors
/// As [`Document::blocks`].
pub fn on_screen(document: &impl Document, terminal: Terminal) -> Result<String, Error> {
    let text = text::text(&document.blocks()?, document.messages(), terminal);
    if terminal.layout == Layout::Plain || text.lines().count() <= terminal.screen() {
        return Ok(text);
    }
    document.shorter().map_or(Ok(text), |shorter| on_screen(&shorter, terminal))
}

/// The formats in which a document can be written.
pub fn formats(document: &impl Document, terminal: Terminal) -> Vec<Format> {
    let formats = Format::ALL.iter().copied();
    formats.filter(|&format| written(document, format, terminal, CsvForm::PLAIN).is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Topic};
    use crate::render::block::{Bullet, Tone};
    use crate::render::grid::Shape;
    use crate::render::styles::Styles;
    use crate::render::timeline::{Timeline, TimelineRow};

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn list(bullet: Bullet, items: &[&str]) -> Block {
        Block::List { bullet, tone: Tone::Faint, items: texts(items) }
    }

    /// A document with every block.
    struct Sample(Messages);

    impl Document for Sample {
        fn messages(&self) -> &Messages {
            &self.0
        }

        fn blocks(&self) -> Result<Vec<Block>, Error> {
            let heads = [("column-buy", Shape::Word), ("column-price", Shape::Figure)];
            let grid = Grid::titled(&heads, vec![texts(&["*3", "5.00"])], &self.0);
            let row = TimelineRow { step: Some(1), name: String::new(), when: "d".to_owned(), span: 0..600 };

            Ok(vec![
                Block::Title("A title".to_owned()),
                list(Bullet::Number, &["one two three four five", "dial *3"]),
                Block::Heading("A heading".to_owned()),
                Block::Fields(grid.clone()),
                list(Bullet::Dash, &[]),
                list(Bullet::Box, &["tick"]),
                Block::Sentences(Tone::Strong, texts(&["The answer_."])),
                Block::Remarks(Tone::Plain, texts(&["A remark."])),
                Block::Notes { most_lines: 1, notes: texts(&["a note too long for it"]) },
                Block::Table(grid),
                Block::Caption("And more.".to_owned()),
                Block::Timeline(Timeline { end: 1200, rows: vec![row], more: None }),
                Block::Sentences(Tone::Faint, texts(&["First.", "Second."])),
                Block::Aside("Aside.".to_owned()),
            ])
        }

        fn json(&self) -> Result<impl Serialize, Error> {
            Ok(["\u{202e}"])
        }
    }

    #[track_caller]
    fn check(format: Format, layout: Layout, expected: &str) {
        let sample = Sample(Messages::new(Language::En, &[Topic::Answers]));
        let terminal = Terminal { width: 20, styles: Styles::PLAIN, layout };
        assert_eq!(written(&sample, format, terminal, CsvForm::PLAIN).unwrap().unwrap(), expected);
        let has = [Format::Table, Format::Text, Format::Json, Format::Markdown, Format::Html];
        assert_eq!(formats(&sample, terminal), has);
    }

    #[test]
    fn every_block_in_every_format() {
        let table = "\
A title
═══════
  1. one two three
     four five
  2. dial *3

A heading
  *3: 5.00

  [ ] tick

The answer_.
A remark.
  - a note too long…

Where to buy  Price
───────────────────
*3             5.00
And more.

1  d |#######......|

First.
Second.
Aside.
";
        check(Format::Table, Layout::Table, table);
        let plain = "\
A title
1. one two three four five
2. dial *3

A heading
*3: 5.00

tick

The answer_.
A remark.
a note too long for it

Where to buy: *3
Price: 5.00
And more.

First.
Second.
Aside.
";
        check(Format::Text, Layout::Plain, plain);
        let markdown = "\
# A title

1. one two three four five
2. dial `*3`

## A heading

| Where to buy | Price |
| --- | ---: |
| \\*3 | 5.00 |

- [ ] tick

**The answer\\_.**

A remark.

- a note too long for it

| Where to buy | Price |
| --- | ---: |
| \\*3 | 5.00 |

And more.

```text
1  d |##############################..............................|
```

First.

Second.
";
        check(Format::Markdown, Layout::Table, markdown);
        let html = "\
<div class=\"simplan\" lang=\"en\">
<h2>A title</h2>
<ol>
<li>one two three four five</li>
<li>dial *3</li>
</ol>
<h3>A heading</h3>
<table>
<tbody>
<tr><th scope=\"row\">*3</th><td>5.00</td></tr>
</tbody>
</table>
<ul class=\"boxes\">
<li>tick</li>
</ul>
<p><strong>The answer_.</strong></p>
<p>A remark.</p>
<ul>
<li>a note too long for it</li>
</ul>
<table>
<thead>
<tr><th scope=\"col\">Where to buy</th><th scope=\"col\" class=\"figure\">Price</th></tr>
</thead>
<tbody>
<tr><td>*3</td><td class=\"figure\">5.00</td></tr>
</tbody>
</table>
<p>And more.</p>
<pre tabindex=\"0\">1  d |##############################..............................|</pre>
<p><small>First.</small></p>
<p><small>Second.</small></p>
</div>
";
        check(Format::Html, Layout::Table, html);
        check(Format::Json, Layout::Table, "[\n  \"\\u202e\"\n]\n");
    }

    /// A document of some lines, which can do with 10 fewer as long as that leaves some.
    struct Tall(Messages, usize);

    impl Document for Tall {
        fn messages(&self) -> &Messages {
            &self.0
        }

        fn blocks(&self) -> Result<Vec<Block>, Error> {
            Ok(vec![Block::Sentences(Tone::Plain, vec!["A line.".to_owned(); self.1])])
        }

        fn shorter(&self) -> Option<Self> {
            let lines = self.1.checked_sub(10).filter(|lines| *lines > 0)?;
            Some(Self(Messages::new(Language::En, &[]), lines))
        }

        fn json(&self) -> Result<impl Serialize, Error> {
            Ok(self.1)
        }
    }

    #[track_caller]
    fn check_lines(lines: usize, width: usize, layout: Layout, expected: usize) {
        let tall = Tall(Messages::new(Language::En, &[]), lines);
        let terminal = Terminal { width, styles: Styles::PLAIN, layout };
        let text = written(&tall, Format::Table, terminal, CsvForm::PLAIN).unwrap().unwrap();
        assert_eq!(text.lines().count(), expected, "{lines} lines at {width} columns");
    }

    #[test]
    fn an_answer_leaves_out_what_it_can_until_it_fits() {
        check_lines(22, 80, Layout::Table, 22);
        check_lines(23, 80, Layout::Table, 13);
        check_lines(45, 80, Layout::Text, 15);
        check_lines(30, 79, Layout::Table, 30);
        check_lines(31, 79, Layout::Table, 21);
        check_lines(31, 80, Layout::Plain, 31);
    }
}

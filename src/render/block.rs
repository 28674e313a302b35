//! Answers for people as data: a list of blocks. [`text`](super::text) and [`markdown`](super::markdown) decide how
//! each block looks and what is between two of them.

use super::chart::Chart;
use super::grid::Grid;
use super::timeline::Timeline;

/// A piece of an answer. An empty block is not shown.
#[derive(Clone, Debug)]
pub enum Block {
    /// The title of the blocks up to the next title.
    Title(String),
    /// The heading of the next block.
    Heading(String),
    /// Digits that are read from afar.
    Large(String),
    /// Sentences that belong together.
    Sentences(Tone, Vec<String>),
    /// Rows that are compared with each other.
    Table(Grid),
    /// Sentences that belong to what is above them, without a blank line between.
    Remarks(Tone, Vec<String>),
    /// The same rows in several tables. A terminal shows the first of the wider ones whose rows take a line each, else
    /// the narrow one.
    Tables {
        /// The tables with more columns, the widest first.
        wider: Vec<Grid>,
        /// The table with the fewest columns.
        narrow: Grid,
    },
    /// A remark on what the table above leaves out.
    Caption(String),
    /// Texts of others about the sentences above. Each is cut after some lines if the terminal is too narrow.
    Notes {
        /// How many lines a terminal shows of each.
        most_lines: usize,
        /// The texts.
        notes: Vec<String>,
    },
    /// The facts about one thing: rows of two cells, a title and its value.
    Fields(Grid),
    /// Items, each on lines of its own.
    List {
        /// The mark before each item.
        bullet: Bullet,
        /// How important the items are.
        tone: Tone,
        /// The texts of the items, without marks.
        items: Vec<String>,
    },
    /// A chart that shows which purchase serves when.
    Timeline(Timeline),
    /// A chart of step lines.
    Chart {
        /// The chart.
        chart: Chart,
        /// A sentence about what it leaves out.
        caption: Option<String>,
    },
    /// Lines as they are, which belong to those of such a block above.
    Lines(Vec<String>),
    /// A remark that only makes sense at a terminal; markdown leaves it out.
    Aside(String),
}

/// How much a text stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It answers the question.
    Strong,
    /// It looks like most of the text.
    Plain,
    /// It can be skipped.
    Faint,
}

/// The mark before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bullet {
    /// A box to tick.
    Box,
    /// The number of the item, from 1.
    Number,
    /// The number of a note, as sentences refer to it: `[1]`.
    Note,
    /// A dash, if order does not matter.
    Dash,
}

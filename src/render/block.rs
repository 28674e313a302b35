//! What people read, as data: the pieces of an answer in their order. The writers of [`text`](super::text) and
//! [`markdown`](super::markdown) decide how each piece looks and what is between two of them.

use super::grid::Grid;
use super::timeline::Timeline;

/// A piece of an answer. One without content is not shown.
#[derive(Clone, Debug)]
pub enum Block {
    /// What the blocks up to the next title are about.
    Title(String),
    /// What the next block is about.
    Heading(String),
    /// Sentences that belong together.
    Sentences(Tone, Vec<String>),
    /// Rows to compare.
    Table(Grid),
    /// What the table before it leaves out.
    Caption(String),
    /// What is known of one thing: rows of two cells, a title and its value.
    Fields(Grid),
    /// Items, one under the other.
    List {
        /// How each begins.
        bullet: Bullet,
        /// How important they are.
        tone: Tone,
        /// The items.
        items: Vec<String>,
    },
    /// Which purchase serves when.
    Timeline(Timeline),
    /// A remark for whoever sits at the terminal: markdown goes without it.
    Aside(String),
}

/// How important something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It answers the question.
    Strong,
    /// As the rest.
    Plain,
    /// It can be passed over.
    Faint,
}

/// How the items of a list begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bullet {
    /// A box to tick.
    Box,
    /// The number of a step.
    Number,
    /// A dash.
    Dash,
}

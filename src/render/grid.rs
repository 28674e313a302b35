//! A table as data: its heads and cells, and which rows stand out.

use crate::domain::live::harmless;
use crate::i18n::Messages;

/// A table of texts.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The head of each column.
    pub heads: Vec<Head>,
    /// The rows, each as long as `heads`.
    pub rows: Vec<Vec<String>>,
    /// How each row stands out. It may be shorter than `rows`: the remaining rows are plain.
    pub marks: Vec<Mark>,
    /// How many lines a terminal shows of each text; `None` for all.
    pub text_lines: Option<usize>,
}

impl Grid {
    /// A table for people; each column has the message of its title.
    pub(super) fn titled(keys: &[(&str, Shape)], rows: Vec<Vec<String>>, messages: &Messages) -> Self {
        let heads = keys.iter().map(|&(key, shape)| Head { title: messages.tr(key), shape });
        Self { heads: heads.collect(), rows, marks: Vec::new(), text_lines: None }
    }

    /// A table for scripts, with keys for titles.
    pub(super) fn keyed(keys: &[&str], rows: Vec<Vec<String>>) -> Self {
        let heads = keys.iter().map(|&key| Head { title: key.to_owned(), shape: Shape::Word });
        Self { heads: heads.collect(), rows, marks: Vec::new(), text_lines: None }
    }

    /// The same table, in which no cell can control the terminal or break its row.
    #[must_use]
    pub fn harmless(&self) -> Self {
        let mut grid = self.clone();
        let titles = grid.heads.iter_mut().map(|head| &mut head.title);
        for text in titles.chain(grid.rows.iter_mut().flatten()) {
            *text = harmless(text).into_owned();
        }
        grid
    }
}

/// The head of a column, and how its cells are laid out.
#[derive(Clone, Debug)]
pub struct Head {
    /// The title above the column.
    pub title: String,
    /// How the cells are aligned and wrapped.
    pub shape: Shape,
}

/// How the cells of a column are aligned and wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The number of a row: like a figure, but without its title if rows become a few lines each.
    Number,
    /// Aligned to the right and never wrapped.
    Figure,
    /// Aligned to the left and never wrapped.
    Word,
    /// Aligned to the left, and wrapped if the terminal is too narrow, but short.
    Phrase,
    /// Aligned to the left, and wrapped if the terminal is too narrow.
    Text,
}

/// How a row stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It does not stand out.
    Plain,
    /// It is the best row.
    Best,
    /// It needs care.
    Careful,
}

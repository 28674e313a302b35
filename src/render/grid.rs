//! A table as data: heads, cells, and which rows stand out.

use crate::domain::live::harmless;
use crate::i18n::Messages;

/// A table whose cells are text already.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The columns.
    pub heads: Vec<Head>,
    /// The rows, each as long as `heads`.
    pub rows: Vec<Vec<String>>,
    /// How each row stands out; rows past its end do not.
    pub marks: Vec<Mark>,
}

impl Grid {
    /// For people: each column by the key of its title.
    pub(super) fn titled(heads: &[(&str, Shape)], rows: Vec<Vec<String>>, messages: &Messages) -> Self {
        let head = |&(key, shape): &(&str, Shape)| Head { title: messages.tr(key), shape };
        Self { heads: heads.iter().map(head).collect(), rows, marks: Vec::new() }
    }

    /// For scripts: each column by its key.
    pub(super) fn keyed(keys: &[&str], rows: Vec<Vec<String>>) -> Self {
        let head = |key: &&str| Head { title: (*key).to_owned(), shape: Shape::Word };
        Self { heads: keys.iter().map(head).collect(), rows, marks: Vec::new() }
    }

    /// The same for people: no cell steers a terminal or breaks its row.
    #[must_use]
    pub fn harmless(&self) -> Self {
        let head = |head: &Head| Head { title: harmless(&head.title).into_owned(), shape: head.shape };
        let row = |row: &Vec<String>| row.iter().map(|cell| harmless(cell).into_owned()).collect();
        Self {
            heads: self.heads.iter().map(head).collect(),
            rows: self.rows.iter().map(row).collect(),
            marks: self.marks.clone(),
        }
    }
}

/// The head of a column.
#[derive(Clone, Debug)]
pub struct Head {
    /// What stands above the column.
    pub title: String,
    /// How its cells behave.
    pub shape: Shape,
}

/// How the cells of a column behave when they are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The number of a row: as a figure, and without its title where a row becomes a few lines.
    Number,
    /// Aligned to the right, never broken.
    Figure,
    /// Aligned to the left, never broken.
    Word,
    /// Aligned to the left, broken where the width is short.
    Text,
}

/// How a row stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not at all.
    Plain,
    /// The best one.
    Best,
    /// One to be careful with.
    Careful,
}

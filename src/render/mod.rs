//! From answers to text: a terminal's table, JSON, CSV, markdown.
//!
//! One answer, many notations: [`mod@column`] says which columns an answer has and what stands in them, for people
//! and for machines; [`grid`] is the result, and [`table`], [`markdown`] and [`csv`] only differ in syntax.
//! JSON has its own forms, with fixed English keys. Nothing here prints: every function returns its text.

mod basket;
pub mod batch;
pub mod bill;
pub mod column;
pub mod csv;
mod explain;
pub mod faq;
pub mod grid;
pub mod guide;
pub mod ics;
pub mod json;
pub mod lines;
pub mod markdown;
pub mod offers;
pub mod plans;
pub mod schedule;
pub mod styles;
pub mod table;
pub mod wrap;

use crate::domain::word::words;

words! {
    /// The notation of an answer.
    Format {
        /// For people at a terminal: tables where there are rows to compare.
        Table = "table",
        /// For people: lines of text, no tables.
        Text = "text",
        /// One JSON document.
        Json = "json",
        /// A JSON document a line.
        Ndjson = "ndjson",
        /// Comma-separated values with a header row, RFC 4180.
        Csv = "csv",
        /// A markdown table or text.
        Markdown = "markdown",
    }
}

/// How text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Tables where the width allows, and lists.
    Table,
    /// Lists only.
    Text,
    /// No decoration, each piece on a line of its own, for screen readers and messages.
    Plain,
}

/// How a terminal shows text.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Its width in cells.
    pub width: usize,
    /// Whether and how it colours.
    pub styles: styles::Styles,
    /// How text is laid out.
    pub layout: Layout,
}

//! From answers to text: a terminal's table, JSON, CSV, markdown.
//!
//! Each command answers with a [`Document`](document::Document): [`offers`], [`bill`], [`schedule`], [`plans`],
//! [`check`], [`guide`], [`faq`]. It gives [blocks](block) for people, a [grid] for CSV and a [form](forms) for JSON,
//! which has English keys in every language. One file writes each format: [`mod@text`] (with [`table`] and [`wrap`]),
//! [`markdown`], [`mod@csv`], [`json`]; [`document::written`] picks one. Only [`batch`] writes its own rows, as they
//! come, and [`ics`] the calendar file of a schedule.
//!
//! Nothing here prints: every function returns its text.

mod basket;
pub mod batch;
pub mod bill;
pub mod block;
pub mod budget;
pub mod check;
pub mod column;
pub mod context;
pub mod csv;
pub mod document;
mod explain;
pub mod faq;
pub mod forms;
pub mod grid;
pub mod guide;
pub mod ics;
pub mod json;
pub mod lines;
pub mod markdown;
mod offer_columns;
pub mod offers;
pub mod plans;
pub mod schedule;
pub mod styles;
pub mod table;
pub mod text;
pub mod timeline;
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

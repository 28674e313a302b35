//! From answers to text: a terminal's table, JSON, CSV, TSV, markdown, HTML.
//!
//! Each command answers with a [`Document`](document::Document): [`offers`], [`budget`], [`bill`], [`schedule`],
//! [`plans`], [`check`], [`guide`], [`card`], [`next`], [`what_if`], [`faq`] or [`settings`]. It has [blocks](block) for
//! people, a [grid] for CSV and TSV, and a [form](forms)
//! for JSON with English keys in every language. Each format has a file that writes it: [`mod@text`] (with [`table`]
//! and [`wrap`]), [`markdown`], [`html`], [`mod@csv`], [`tsv`] and [`json`]; [`document::written`] chooses one. Two modules do not write
//! documents: [`batch`] writes rows as they come, and [`ics`] writes the calendar file of a schedule.
//!
//! Nothing here prints: every function returns its text.

pub mod advice;
pub mod age;
mod basket;
pub mod batch;
pub mod bill;
pub mod block;
pub mod budget;
pub mod card;
pub mod chart;
pub mod check;
pub mod column;
pub mod context;
pub mod csv;
pub mod document;
mod explain;
pub mod faq;
pub mod field;
mod first_offer;
pub mod forms;
pub mod grid;
pub mod guide;
pub mod html;
pub mod ics;
pub mod json;
mod large;
mod last_day;
pub mod lines;
pub mod markdown;
mod mine;
pub mod next;
mod notes;
mod offer_columns;
pub mod offers;
pub mod page;
pub mod people;
pub mod plan_forms;
pub mod plans;
pub mod qr;
pub mod schedule;
pub mod schema_name;
pub mod schemas;
pub mod settings;
pub mod stay_report;
pub mod styles;
pub mod table;
pub mod text;
pub mod timeline;
pub mod tsv;
pub mod usage;
pub mod values;
pub mod what_if;
pub mod wrap;

use crate::domain::word::words;

words! {
    /// The format of an answer.
    Format {
        /// Text for people, with tables for rows that are compared.
        Table = "table",
        /// Text for people, without tables.
        Text = "text",
        /// One JSON document, indented.
        Json = "json",
        /// A JSON document on each line.
        Ndjson = "ndjson",
        /// Comma-separated values with a header row, RFC 4180.
        Csv = "csv",
        /// Tab-separated values with a header row.
        Tsv = "tsv",
        /// GitHub-flavoured markdown, with tables.
        Markdown = "markdown",
        /// HTML without styles, to be put into a page.
        Html = "html",
        /// A picture of the chart.
        Svg = "svg",
    }
}

/// The layout of text for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Tables if they fit the width, and lists.
    Table,
    /// Lists instead of tables.
    Text,
    /// No tables, marks or lines, and every sentence on one line, for screen readers and messages.
    Plain,
}

/// The properties of a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Its width in cells: a Chinese character takes two.
    pub width: usize,
    /// Whether and how it colours.
    pub styles: styles::Styles,
    /// The layout of text on it.
    pub layout: Layout,
}

impl Terminal {
    /// How many lines an answer may have to stay on one screen beside the command and the next prompt. A narrow
    /// terminal, such as that of a phone, is high.
    fn screen(self) -> usize {
        if self.width < 80 { 30 } else { 22 }
    }
}

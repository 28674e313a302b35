//! Answers as documents, and the one place that knows how each format is written.
//!
//! A command answers with a [`Document`], which has up to three faces: [blocks](Block) for people, rows and a JSON
//! document for scripts. [`written`] makes the face that a format is written from, and only that one. A new format is
//! its word in [`Format`], its arm in [`written`] and its own file.

use super::block::Block;
use super::grid::Grid;
use super::{Format, Terminal, csv, json, markdown, text};
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::i18n::Messages;
use serde::Serialize;

/// An answer that can be written in several formats.
pub trait Document {
    /// The language of the blocks.
    fn messages(&self) -> &Messages;

    /// What people read.
    ///
    /// # Errors
    /// What the answer cannot be shown with, such as `column-not-offered`.
    fn blocks(&self) -> Result<Vec<Block>, Error>;

    /// What scripts read as rows, with keys for titles; `None` if the answer has no rows.
    fn rows(&self) -> Option<Result<Grid, Error>> {
        None
    }

    /// What scripts read as a JSON document, with the name of its form as `schema`.
    ///
    /// # Errors
    /// As of `blocks`.
    fn json(&self) -> Result<impl Serialize, Error>;
}

/// A document in a format; `None` if it does not have this format.
pub fn written(
    document: &impl Document,
    format: Format,
    terminal: Terminal,
) -> Option<Result<String, Error>> {
    match format {
        Format::Table | Format::Text => {
            Some(document.blocks().map(|blocks| text::text(&blocks, document.messages(), terminal)))
        }
        Format::Markdown => Some(document.blocks().map(|blocks| markdown::markdown(&blocks))),
        Format::Csv => Some(document.rows()?.map(|grid| csv::csv(&grid))),
        Format::Json => Some(document.json().map(|document| json::json(&document))),
        Format::Ndjson => None,
    }
}

/// The formats that a document has.
pub fn formats(document: &impl Document, terminal: Terminal) -> Vec<Format> {
    let formats = Format::ALL.iter().copied();
    formats.filter(|&format| written(document, format, terminal).is_some()).collect()
}

//! What exists only for millions of rows: without it the program would give the same answers.
//!
//! A catalogue of any size becomes a [`shortlist`](shortlist::Shortlist) of the plans that can matter for one question; everything else
//! is judged by the core, counted and dropped. A reader who wants to know what the program answers can skip this.

pub mod check;
mod front;
mod reader;
pub mod shortlist;
pub mod source;
mod stream;
pub mod threads;

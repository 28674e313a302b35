//! Support for catalogues with millions of rows. Without it the program would give the same answers.
//!
//! A catalogue of any size becomes a [`Shortlist`](shortlist::Shortlist) of the plans that can matter for one question.
//! All other plans are judged by the domain, counted and dropped. To understand what the program answers, you can skip
//! this room.

pub mod check;
mod front;
mod names;
mod reader;
pub mod shortlist;
pub mod source;
mod stream;
pub mod threads;

//! Words: the sentences of each language, and how it writes amounts, volumes and lengths of time.
//!
//! Sentences are Project Fluent messages in `<language>/answers.ftl`, `errors.ftl` and `guide.ftl`; each file is
//! read only by the commands that speak from it. Machine formats never come here.

mod dates;
mod faults;
mod language;
mod words;

pub(crate) use faults::option;
pub use language::Language;
pub use words::{Args, Topic, Words};

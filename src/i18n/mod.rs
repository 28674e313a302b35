//! The messages of each language, and how it writes amounts, volumes and times.
//!
//! The messages are Project Fluent files: `answers.ftl`, `errors.ftl`, `guide.ftl`, `faq.ftl` and `help.ftl` in the
//! folder of the language. A command reads only the files that it needs. The texts of the arguments are written in
//! English where the arguments are declared, and in `arguments.ftl` for the other languages. Machine formats do not use
//! messages.

mod dates;
mod errors;
mod language;
mod messages;

pub(crate) use errors::ChangedOption;
pub use language::Language;
pub use messages::{MessageArg, Messages, Topic};

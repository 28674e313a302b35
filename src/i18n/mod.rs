//! Messages: the sentences of each language, and how it writes amounts, volumes and lengths of time.
//!
//! Sentences are Project Fluent messages in `<language>/answers.ftl`, `errors.ftl`, `guide.ftl`, `faq.ftl` and `help.ftl`;
//! each file is read only by the commands that speak from it. What the arguments are for is said in English where they are
//! declared, and in the other languages in `arguments.ftl`. Machine formats never come here.

mod dates;
mod errors;
mod language;
mod messages;

pub(crate) use errors::option;
pub use language::Language;
pub use messages::{MessageArg, Messages, Topic};

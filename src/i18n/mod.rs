//! The messages of each language, and how it writes amounts, volumes and times.
//!
//! The messages are Project Fluent files: `answers.ftl`, `errors.ftl`, `guide.ftl`, `faq.ftl` and `help.ftl` in the
//! folder of the language. A command reads only the files that it needs. The texts of the arguments are written in
//! English where the arguments are declared, and in `arguments.ftl` for the other languages. `phrases.csv` has the phrases
//! in which the catalogue says where to buy a plan and what to note, and `spellings.tsv` the words that options accept besides
//! the English ones. Machine formats do not use messages.

mod dates;
mod errors;
mod language;
mod messages;
mod phrases;
mod spellings;

pub(crate) use errors::ChangedOption;
pub use language::{Language, is_traditional_chinese};
pub use messages::{MessageArg, Messages, Topic};
pub use spellings::read_word;

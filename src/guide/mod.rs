//! The renewal guide: the operators' facts, and which steps apply in a situation.
//!
//! There are only keys here, no sentences: a [`GuideLine`](lines::GuideLine) names a message of `guide.ftl`, what fills
//! it in, and the facts that it rests on. All codes, names and sites that are printed come from `operators.toml`.

pub mod card;
pub mod facts;
pub mod faq;
pub mod lines;
pub mod questions;
mod search;
pub mod sellers;
pub mod situation;
pub mod steps;
mod stop_words;
mod words;

pub use words::name_key;
pub(crate) use words::plain_name;

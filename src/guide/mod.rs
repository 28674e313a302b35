//! The renewal guide: the operators' facts, and which steps apply in a situation.
//!
//! Keys only, no sentences: a [`GuideLine`](lines::GuideLine) names a message of `guide.ftl`, what fills it in, and the
//! facts that it rests on. What is printed of codes, names and sites comes from `operators.toml` alone.

pub mod facts;
pub mod faq;
pub mod lines;
pub mod search;
pub mod situation;
pub mod steps;
mod stop_words;
mod ways;

//! Finds the cheapest SIM and data passes for a stay, and how to renew them: the library under the program `simplan`.
//! It answers offline and exactly, from a catalogue whose every price has a source and an age.
//!
//! # From bytes to an answer
//!
//! ```text
//! bytes of plans.csv ──▶ catalogue: plans, or every problem ─┬─▶ domain: Comparison, Bill, Schedule ─┐
//! arguments, variables ─▶ cli: a checked request ────────────┘                                        ├─▶ render ─▶ text,
//! operators.toml ──────▶ guide: the lines that apply ─────────────────────────────────────────────────┤   written once
//! *.ftl ───────────────▶ i18n: the words of a language ───────────────────────────────────────────────┘
//! ```
//!
//! Text from outside becomes a type once, at the left edge; types become text once, at the right edge.
//!
//! # The rooms
//!
//! From left to right; a room names only rooms to its left, and a test checks it.
//!
//! | room | what for |
//! | --- | --- |
//! | [`domain`] | the exact model: units, plans, needs, baskets, the solver, ranking, refusals, bills, schedules |
//! | [`catalogue`] | CSV into plans and rates, or every problem with its place |
//! | [`guide`] | the operators' facts, and which steps of renewing apply |
//! | [`bulk`] | what exists only for large catalogues; without it the program would give the same answers |
//! | [`i18n`] | the sentences of each language, and how it writes figures |
//! | [`render`] | answers as terminal tables, JSON, CSV, markdown, calendar files |
//! | [`cli`] | arguments in, exit code out; one file for each command |
//!
//! A catalogue that is larger than a megabyte does not become a list of plans first: its rows are read in blocks on
//! several threads ([`catalogue::stream`]), and each is judged at once. What can never win is counted and dropped
//! ([`bulk::shortlist`] says why the answer stays the same); the comparison is made of the rest.
//!
//! Where to begin: [`domain::comparison::compare`] is the main job, [`cli::run`] the way to it, and
//! [`domain::solver`] the part that has to be believed: how the cheapest basket is found, and why it is exact.
//! [`domain::prepared`] holds what is the same for every need, so that `batch` asks only what differs.
//!
//! # Invariants
//!
//! - **The domain is pure.** It reads no file, clock or environment, prints nothing and knows no human language.
//!   Errors and refusals are a stable code with named [figures](domain::error); `i18n` makes sentences of them.
//! - **Nothing is rounded except for display.** Money and volumes are whole numbers of their smallest units, totals are
//!   compared in the base of the rates ([`domain::rates`]), times by whole-number cross-multiplication
//!   ([`domain::need`]).
//! - **Unknown is never 0.** It is `None` all the way, blank or `null` in machine formats, and a word for people.
//! - **Every order is total** and named: [`domain::basket::Basket::rank_cmp`] for baskets. No map with a random order
//!   decides anything.
//! - **A bad file is not used.** All its problems are reported, with line and column.
//! - **Nothing is lost.** No output is a file that is read, and an output file is complete or as it was before
//!   (`cli::files`); an interrupted batch continues where it stopped (`cli::batch::sink`).
//! - **Nothing steers a terminal.** Texts of files and arguments come to people without live control characters and
//!   marks of direction ([`domain::live`]): sentences and tables see to it, JSON escapes them.
//! - **Memory does not grow with a large catalogue**, a row has a largest size, and the number of threads changes no
//!   answer: the domain starts no thread, and what it keeps of the rows does not depend on their order.
//! - **Arithmetic is checked.** What does not fit is an error that names its operands, not a panic and not a
//!   wrapped number.
//! - **Machine formats are never translated**, and the same input gives the same bytes.
//! - **There is no network**: nothing is ever sent or fetched.

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

pub mod bulk;
pub mod catalogue;
#[cfg(feature = "cli")]
pub mod cli;
pub mod domain;
pub mod guide;
pub mod i18n;
pub mod render;

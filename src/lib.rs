//! The library of the program `simplan`: finds the cheapest SIM and data passes for a stay, and when to renew them. The
//! answers are exact, and they come offline from a catalogue in which every price has a source and an age.
//!
//! # From bytes to an answer
//!
//! ```text
//! bytes of plans.csv ──▶ catalogue: plans, or every problem ─┬─▶ domain: Comparison, Bill, Schedule ─┐
//! arguments, links ────▶ ask: a checked question ────────────┘                                        ├─▶ render ─▶ text,
//! operators.toml ──────▶ guide: the steps that apply ─────────────────────────────────────────────────┤   written once
//! activities.csv ──────▶ usage: the data of a day ────────────────────────────────────────────────────┤
//! *.ftl ───────────────▶ i18n: the messages of a language ────────────────────────────────────────────┘
//! ```
//!
//! Text from outside is parsed into types once, at the left edge, and types become text once, at the right edge.
//!
//! # The rooms
//!
//! The table lists the rooms from left to right. A room uses only the rooms above it, and a test checks this.
//!
//! | room | purpose |
//! | --- | --- |
//! | `domain` | the exact model: units, plans, needs, baskets, the solver, ranking, refusals, bills, schedules |
//! | `catalogue` | reads plans and rates from CSV, or reports every problem with its place; writes plans, compares two catalogues, and imports files of others |
//! | `guide` | the facts about operators, and which steps of a renewal apply |
//! | `usage` | how much data everyday activities take |
//! | `bulk` | reads large catalogues at speed; without it the program would give the same answers |
//! | `i18n` | the sentences of each language, and how it writes figures |
//! | `render` | answers as terminal tables, JSON, CSV, TSV, markdown, HTML, calendar files |
//! | [`ask`] | options in, answers out: checks a question, answers it and makes a document of the answer |
//! | `cli` | arguments in, exit code out; one file for each command |
//!
//! A catalogue that is larger than a megabyte is not turned into a list of plans. Its rows are read in blocks on
//! several threads, and each row is judged at once. Rows that can never win are counted and dropped
//! (`bulk::shortlist` says why the answer stays the same), and only the others are compared.
//!
//! Users of the library ask through [`ask`]. The other rooms are public for the program and its tests only; they are hidden
//! in the documentation, and may change at any time. The program is one user of [`ask`]; the page for a phone (`web/` in the repository) is another, with the same answers.
//! `examples/cheapest.rs` and `examples/own_prices.rs` are two more.
//!
//! Where to begin: `domain::comparison::compare` answers the main question, and `cli::run` leads to it.
//! `domain::solver` explains how the cheapest basket is found and why it is exact. `domain::prepared` holds what is
//! the same for every need, so that `batch` works out only what differs.
//!
//! # Invariants
//!
//! - **The domain is pure.** It does not read files, the clock or the environment, does not print, and knows no human
//!   language. Errors and refusals are stable codes with named figures (`domain::error`), and `i18n` turns them into
//!   sentences.
//! - **Nothing is rounded except for display.** Money and volumes are whole numbers of their smallest units. Totals are
//!   compared in the base of the rates (`domain::rates`), and times by cross-multiplication of whole numbers
//!   (`domain::need`).
//! - **Unknown is never 0.** It is `None` in all types, blank or `null` in machine formats, and a word for people.
//! - **Every order is total** and named, such as `domain::basket::Basket::rank_cmp` for baskets. No result depends on
//!   the order of a hash map.
//! - **A bad file is not used.** All its problems are reported, with line and column. The one exception are rows with
//!   a number past its bound: the answer goes on without them, with a warning
//!   (`catalogue::problems::RowProblems`).
//! - **Nothing is lost.** An output file is never one of the input files, and it is either complete or unchanged
//!   (`cli::files`). An interrupted batch continues where it stopped (`cli::batch::sink`).
//! - **Nothing steers a terminal.** Control characters and marks of direction from files and arguments are made visible
//!   in sentences and tables (`domain::live`), and escaped in JSON.
//! - **Memory does not grow with a large catalogue**, and rows have a maximum size. The number of threads does not
//!   change any answer: the domain starts no threads, and what it keeps of the rows does not depend on their order.
//! - **Arithmetic is checked.** An overflow is an error that names its operands, never a panic or a wrapped number.
//! - **Machine formats are never translated**, and the same input gives the same bytes.
//! - **The network is never used.**

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

pub mod ask;
#[doc(hidden)]
pub mod bulk;
#[doc(hidden)]
pub mod catalogue;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod domain;
#[doc(hidden)]
pub mod guide;
#[doc(hidden)]
pub mod i18n;
#[doc(hidden)]
pub mod render;
#[doc(hidden)]
pub mod usage;

//! The best basket of a line, held against a search through all baskets there are: first its whole rank, on plans that
//! are covered by few numbers; then totals and purchases, on catalogues and questions with everything that there is.

#[path = "../common/mod.rs"]
mod common;
mod ranks;
mod totals;

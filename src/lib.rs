//! simplan
pub mod domain;

//! simplan
pub mod catalogue;
pub mod cli;
pub mod domain;
pub mod i18n;
pub mod render;

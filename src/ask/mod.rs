//! Asks questions of a catalogue: options in, answers out. The command line and the page on a phone both ask here, so
//! that the same options have the same answer.
//!
//! [`Options`] are what a person says, as texts. They become a checked question, one pure call answers it, and the answer
//! is a [document](crate::render::document). [`Engine`] does all of it at once.

#![cfg_attr(
    not(feature = "cli"),
    allow(dead_code, reason = "only the program has files, variables and baskets")
)]

pub(crate) mod around;
pub(crate) mod chart;
pub(crate) mod choices;
pub(crate) mod compare;
pub(crate) mod doubts;
mod engine;
pub(crate) mod error;
pub(crate) mod faq;
pub(crate) mod fingerprint;
pub(crate) mod guides;
pub(crate) mod known_names;
pub(crate) mod mine;
pub(crate) mod names;
pub(crate) mod need;
mod offers;
mod options;
pub(crate) mod report;
pub(crate) mod request;
pub(crate) mod schedule;
pub(crate) mod sellers;
pub(crate) mod shell;
pub(crate) mod stay_report;
pub(crate) mod steps;
pub(crate) mod typed;
pub(crate) mod typical;
pub(crate) mod what_if;

pub use crate::catalogue::overlay::OverlayRow;
pub use crate::domain::currency::Currency;
pub use crate::domain::money::Money;
pub use crate::domain::time::VerifiedOn;
pub use crate::domain::volume::DataVolume;
pub use crate::domain::word::Word;
pub use crate::i18n::Language;
pub use engine::{Ask, Engine};
pub use error::{AskError, Cause};
pub use offers::{OfferSummary, Offers};
pub use options::{DEFAULT_CURRENCY, DEFAULT_ZONE, Options, Sims};

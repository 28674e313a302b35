//! Errors and refusals as sentences: the code names the sentence, the figures fill it in.

use super::messages::{MessageArg, Messages};
use crate::domain::figure::{Error, Figure, Figures};
use crate::domain::live::short;
use crate::domain::refusal::{Change, Reason, Refusal};
use crate::domain::word::Word;

impl Messages {
    /// What went wrong, without its place: no full stop, as it may stand after one.
    pub fn error(&self, error: &Error) -> String {
        self.filled(error.code(), error.figures())
    }

    /// What could be done about it, where a hint helps.
    pub fn error_hint(&self, error: &Error) -> Option<String> {
        let key = format!("{}-hint", error.code());
        self.has(&key).then(|| self.filled(&key, error.figures()))
    }

    /// Why a plan is no offer.
    pub fn reason(&self, reason: &Reason) -> String {
        let sentence = self.filled(&format!("refused-{}", reason.code.word()), &reason.figures);
        match &reason.because_of {
            Some(sim) => {
                self.tr_with("refused-because-of-sim", [("sim", sim.as_str()), ("reason", &sentence)])
            }
            None => sentence,
        }
    }

    /// Why a plan is no offer, and the smallest change that would make it one.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let reason = self.reason(&refusal.reason);
        match &refusal.reason.change {
            Some(change) => self.tr_with("refused-unless", [("reason", reason), ("option", option(change))]),
            None => reason,
        }
    }

    fn filled(&self, key: &str, figures: &Figures) -> String {
        self.tr_with(key, figures.iter().map(|(name, figure)| (*name, self.figure_of(name, figure))))
    }

    /// The figure of this name as it stands in a sentence.
    fn figure_of<'f>(&self, name: &str, figure: &'f Figure) -> MessageArg<'f> {
        match (name, figure) {
            ("verified_on", Figure::Text(date)) => self.date(date).into(),
            ("scope" | "needed" | "has" | "input" | "output" | "other_output", Figure::Text(word)) => {
                self.word(word).into()
            }
            // Lists of ours, and a command to be typed, are told whole.
            ("expected" | "known" | "names" | "titles" | "others" | "usage" | "command", _) => {
                self.figure(figure)
            }
            (_, Figure::Text(text)) => short(text).into_owned().into(),
            _ => self.figure(figure),
        }
    }

    /// So many purchases, as words.
    pub fn purchases(&self, number: u64) -> String {
        self.tr_with("purchases", [("count", number)])
    }
}

/// A change as it is typed: `--max-age 2150`.
pub(crate) fn option(change: &Change) -> String {
    match change.option() {
        (name, Some(value)) => format!("--{name} {value}"),
        (name, None) => format!("--{name}"),
    }
}

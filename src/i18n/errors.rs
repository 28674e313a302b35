//! Errors and refusals as sentences: the code chooses the sentence, and the figures fill it in.

use super::messages::{MessageArg, Messages};
use crate::domain::change::{Change, Setting};
use crate::domain::error::{Error, Figure, Figures};
use crate::domain::live::{harmless, short};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::volume::DataVolume;

impl Messages {
    /// The sentence for an error, without its place and without a full stop.
    pub fn error(&self, error: &Error) -> String {
        let key = match error.code() {
            // The limit for a price in a file is worth naming; a sum that overflows has no such limit.
            "amount-too-large" if error.figure("max").is_some() => "amount-too-large-max",
            code => code,
        };
        self.tr_figures(key, error.figures())
    }

    /// A hint on what to do about an error, if there is one.
    pub fn error_hint(&self, error: &Error) -> Option<String> {
        let key = format!("{}-hint", error.code());
        self.has(&key).then(|| self.tr_figures(&key, error.figures()))
    }

    /// The reason why a plan is in no offer, with the smallest change that would put it into one.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let figures = &refusal.figures;
        let key = match refusal.code {
            Code::PriceTooOld if is_unknown("verified_on", figures) => "refused-price-undated".to_owned(),
            Code::PurchaseLimit if is_unknown("needed", figures) => "refused-purchase-limit-never".to_owned(),
            Code::FormExcluded if is_unknown("has", figures) => "refused-form-unknown".to_owned(),
            Code::SoldExcluded if is_unknown("has", figures) => "refused-sold-unknown".to_owned(),
            Code::NetworkTooOld if is_unknown("has", figures) => "refused-network-unknown".to_owned(),
            Code::ConfidenceTooLow if is_unknown("has", figures) => "refused-confidence-unknown".to_owned(),
            Code::TooFewMinutes if is_unknown("has", figures) => "refused-minutes-unknown".to_owned(),
            code => format!("refused-{code}"),
        };
        let sentence = match refusal.code {
            code @ (Code::FormExcluded | Code::SoldExcluded) => self.tr_with(
                &key,
                figures.iter().map(|(name, figure)| (*name, self.form_or_place(code, figure))),
            ),
            _ => self.tr_figures(&key, figures),
        };
        let reason = match &refusal.because_of {
            Some(sim) => {
                self.tr_with("refused-because-of-sim", [("sim", sim.as_str()), ("reason", &sentence)])
            }
            None => sentence,
        };
        match &refusal.change {
            Some(change) => {
                let ChangedOption { text, is_left_out } = ChangedOption::new(change);
                let key = if is_left_out { "refused-unless-without" } else { "refused-unless" };
                self.tr_with(key, [("reason", reason), ("option", text)])
            }
            None => reason,
        }
    }

    /// The words for a form or a place of sale: `both` has a different meaning in each.
    fn form_or_place(&self, code: Code, figure: &Figure) -> String {
        match (code, figure) {
            (Code::SoldExcluded, Figure::Text(word)) => self.sold(word),
            (_, Figure::Text(word)) => self.form(word),
            _ => self.tr("unknown"),
        }
    }

    fn tr_figures(&self, key: &str, figures: &Figures) -> String {
        self.tr_with(key, figures.iter().map(|(name, figure)| (*name, self.figure_of(name, figure))))
    }

    /// A figure as a sentence writes it; the name decides how a text is formatted.
    fn figure_of<'f>(&self, name: &str, figure: &'f Figure) -> MessageArg<'f> {
        match (name, figure) {
            ("verified_on", Figure::Text(date)) => self.on_date(date).into(),
            ("date", Figure::Text(date)) => self.date(date).into(),
            ("rate" | "file_rate", Figure::Text(number)) => self.decimal(number).into(),
            ("needed_per_day", Figure::Volume(kb)) => self.pace(DataVolume::from_kb(*kb)).into(),
            (
                "scope" | "kind" | "needed" | "has" | "input" | "output" | "other_output",
                Figure::Text(word),
            ) => self.word(word).into(),
            // The end of a path says which file it is.
            ("file", Figure::Text(path)) => harmless(path).into_owned().into(),
            // Our own lists and the commands to type are not shortened.
            ("expected" | "known" | "names" | "titles" | "others" | "usage" | "command" | "ways", _) => {
                self.figure(figure)
            }
            (_, Figure::Text(text)) => short(text).into_owned().into(),
            _ => self.figure(figure),
        }
    }

    /// A number of purchases in words: `1 purchase`, `3 purchases`.
    pub fn purchases(&self, number: u64) -> String {
        self.tr_with("purchases", [("count", number)])
    }
}

/// Whether the catalogue lacks a figure of a refusal.
fn is_unknown(name: &'static str, figures: &Figures) -> bool {
    figures.contains(&(name, Figure::Unknown))
}

/// A change as an option of the command line.
pub(crate) struct ChangedOption {
    /// The option, such as `--max-age 2150`.
    pub text: String,
    /// Whether the change is to leave the option out.
    pub is_left_out: bool,
}

impl ChangedOption {
    pub fn new(change: &Change) -> Self {
        let (name, setting) = change.option();
        let is_left_out = setting == Setting::Off;
        let text = match setting {
            Setting::To(Figure::Volume(kb)) => format!("--{name} {}", DataVolume::from_kb(kb)),
            Setting::To(figure) => format!("--{name} {figure}"),
            Setting::On | Setting::Off => format!("--{name}"),
        };
        Self { text, is_left_out }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Topic};

    #[test]
    fn the_name_of_a_file_is_not_shortened_but_harmless() {
        let messages = Messages::new(Language::En, &[Topic::Errors]);
        let path = format!("{}/plans\u{1b}.csv", "folder/".repeat(30));
        let said =
            messages.error(&Error::new("catalogue-undated").with("file", path.as_str()).with("known", "x"));
        assert!(said.contains(&path.replace('\u{1b}', "<U+001B>")), "{said}");
        let said = messages.error(&Error::new("data-zero").with("value", "0".repeat(101)));
        assert!(said.contains(&format!("`{}…`", "0".repeat(99))), "{said}");
    }
}

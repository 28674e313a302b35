//! Shows the progress of a batch on one line of a terminal.

use crate::i18n::Messages;
use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The line of progress. It is not drawn if its target is hidden.
pub struct Progress(ProgressBar);

impl Progress {
    /// Starts to measure the time. `bytes` is the size of the input, if that is known.
    pub fn begin(target: ProgressDrawTarget, bytes: Option<u64>, messages: &Messages) -> Self {
        let places = [("percent", "{percent}"), ("time", "{eta_precise}")];
        let left = bytes.map(|_| messages.tr_with("batch-progress-left", places)).unwrap_or_default();
        let style = ProgressStyle::with_template(&format!("{{msg}}{left}")).expect("a valid template");
        let bar = ProgressBar::with_draw_target(bytes, target).with_style(style);
        Self(bar.with_message(answered(0, 0, messages)))
    }

    /// Reports how many rows are answered, and how many bytes of the input they take.
    pub fn update(&self, rows: u64, bytes: u64, messages: &Messages) {
        if self.0.is_hidden() {
            return;
        }
        let rate = u128::from(rows) * 1000 / self.0.elapsed().as_millis().max(1);
        self.0.set_position(bytes);
        self.0.set_message(answered(rows, u64::try_from(rate).unwrap_or(u64::MAX), messages));
    }

    /// Removes the line, calls `write`, and draws the line again below its output.
    pub fn suspend(&self, write: impl FnOnce()) {
        self.0.suspend(write);
    }

    /// Removes the line.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}

/// `1 204 224 rows, 241 000 a second`. Blanks between groups of digits are understood in every language.
fn answered(rows: u64, rate: u64, messages: &Messages) -> String {
    let args = [("rows", grouped(rows)), ("rate", grouped(rate))];
    messages.tr_with("batch-progress", args)
}

fn grouped(number: u64) -> String {
    HumanCount(number).to_string().replace(',', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Topic};
    use indicatif::InMemoryTerm;
    use std::time::Duration;

    /// Checks the line after five seconds, and that it is removed at the end.
    #[track_caller]
    fn check(language: Language, bytes: Option<u64>, begins: &str, ends: &str) {
        let terminal = InMemoryTerm::new(24, 80);
        let messages = Messages::new(language, &[Topic::Answers]);
        let progress =
            Progress::begin(ProgressDrawTarget::term_like(Box::new(terminal.clone())), bytes, &messages);
        let progress = Progress(progress.0.with_elapsed(Duration::from_secs(5)));
        progress.update(1_204_224, 48_000, &messages);
        let line = terminal.contents().replace('\u{a0}', " ");
        assert!(line.starts_with(begins) && line.ends_with(ends) && line.lines().count() == 1, "{line:?}");
        progress.end();
        assert_eq!(terminal.contents(), "");
    }

    #[test]
    fn how_far_and_how_long_still() {
        check(Language::En, None, "1 204 224 rows, 240 ", " a second");
        check(Language::En, Some(100_000), "1 204 224 rows, 240 ", " left");
        check(Language::Fr, Some(100_000), "1 204 224 lignes, 240 ", "");
        check(Language::Zh, Some(100_000), "1 204 224 行，每秒 240 ", "");
    }
}

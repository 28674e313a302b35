//! How far a batch is, on one line of a terminal.

use crate::cli::Environment;
use crate::i18n::Messages;
use std::time::{Duration, Instant};

/// How long a line stands before it is written anew.
const EVERY: Duration = Duration::from_millis(200);

/// The width that a line takes at the most: it must not wrap.
const WIDTH: usize = 79;

/// Goes to the beginning of the line and clears it.
const CLEAR: &str = "\r\u{1b}[K";

/// A line of progress. Where nobody would see it, it does nothing.
pub struct Progress {
    messages: Option<Messages>,
    begun: Instant,
    shown: Option<Instant>,
    /// The size of the input, where that is known.
    bytes: Option<u64>,
}

impl Progress {
    /// Begins to measure. Progress is told in `words`, where they are given.
    pub fn begin(messages: Option<Messages>, bytes: Option<u64>) -> Self {
        Self { messages, begun: Instant::now(), shown: None, bytes }
    }

    /// Tells how many rows have been answered, and how many bytes of the input they were.
    pub fn tell(&mut self, rows: u64, bytes: u64, environment: &mut Environment<'_>) {
        let Some(messages) = &self.messages else { return };
        if self.shown.is_some_and(|shown| shown.elapsed() < EVERY) {
            return;
        }
        self.shown = Some(Instant::now());
        let line = line(rows, bytes, self.bytes, self.begun.elapsed(), messages);
        let line: String = line.chars().take(WIDTH).collect();
        super::output::complain(&format!("{CLEAR}{line}"), environment);
    }

    /// Takes the line away, for something else to be said or for good.
    pub fn clear(&mut self, environment: &mut Environment<'_>) {
        if self.shown.take().is_some() {
            super::output::complain(CLEAR, environment);
        }
    }
}

/// `1,204,224 rows, 241,000 a second, 48 %, 5 s left`
fn line(rows: u64, bytes: u64, all: Option<u64>, elapsed: Duration, messages: &Messages) -> String {
    let millis = elapsed.as_millis().max(1);
    let rate = u64::try_from(u128::from(rows) * 1000 / millis).unwrap_or(u64::MAX);
    let args = [("rows", grouped(rows)), ("rate", grouped(rate))];
    let mut line = messages.tr_with("batch-progress", args);
    if let Some(all) = all.filter(|&all| bytes > 0 && all >= bytes) {
        let left = millis * u128::from(all - bytes) / u128::from(bytes) / 1000;
        let percent = u128::from(bytes) * 100 / u128::from(all);
        let args =
            [("percent", percent.to_string()), ("time", clock(u64::try_from(left).unwrap_or(u64::MAX)))];
        line += &messages.tr_with("batch-progress-left", args);
    }
    line
}

/// A number in groups of three digits, as every language reads them.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// Seconds as a clock shows them: `0:05`, `2:10:00`.
fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::word::Word;
    use crate::i18n::{Language, Topic};

    #[test]
    fn how_far_and_how_long_still() {
        let say = |language, all| {
            let messages = Messages::of(language, &[Topic::Answers]);
            line(1_204_224, 48_000, all, Duration::from_secs(5), &messages).replace('\u{a0}', " ")
        };
        assert_eq!(say(Language::En, None), "1 204 224 rows, 240 844 a second");
        assert_eq!(say(Language::En, Some(100_000)), "1 204 224 rows, 240 844 a second, 48 %, 0:05 left");
        for language in Language::ALL {
            assert!(say(*language, Some(100_000)).contains("48"), "{language}");
        }
    }

    #[test]
    fn clocks() {
        assert_eq!([0, 65, 7200, 45_296].map(clock), ["0:00", "1:05", "2:00:00", "12:34:56"]);
    }
}

//! The engine of the page: the library `simplan`, for JavaScript.
//!
//! Every method takes and returns texts, and an answer is JSON: `{"ok": …}`, or `{"error": …}` with the option that is not
//! valid, what is wrong, hints, and the problems of a file with their places.

use jiff::civil::{Date, DateTime};
use serde_json::json;
use simplan::ask::{self, Ask, AskError, Options, OverlayRow, Word};
use wasm_bindgen::prelude::wasm_bindgen;

/// Answers questions, as of one date.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    engine: ask::Engine,
}

#[wasm_bindgen]
impl Engine {
    /// `today` is an ISO date: an engine has no clock.
    ///
    /// # Panics
    /// If it is not one.
    #[wasm_bindgen(constructor)]
    pub fn new(today: &str) -> Self {
        let today: Date = today.parse().expect("the page passes an ISO date");
        Self { engine: ask::Engine::built_in(today) }
    }

    /// The answer for the page: `compare`, `schedule` or `renew-steps`; `details` for what to know besides the offers;
    /// `card` for what is shown at a counter.
    ///
    /// # Panics
    /// If there is no such command.
    pub fn answer(&self, command: &str, fragment: &str) -> String {
        self.with_options(fragment, |options| match command {
            "details" => self.engine.details(options),
            "card" => self.engine.cards(options),
            _ => self.engine.page(command_of(command), options),
        })
    }

    /// The bytes of `simplan COMMAND … --json`; an error is JSON, too.
    ///
    /// # Panics
    /// If there is no such command.
    pub fn json(&self, command: &str, fragment: &str) -> String {
        let answer =
            Options::from_link(fragment).and_then(|options| self.engine.json(command_of(command), &options));
        answer.unwrap_or_else(|error| self.failed(&error, &options_of(fragment)))
    }

    /// The answer to a question about renewing, and further questions.
    pub fn faq(&self, question: &str, fragment: &str) -> String {
        self.with_options(fragment, |options| self.engine.faq(question, options))
    }

    /// The purchases as a calendar file. `now` is the local time, such as `2026-11-26T14:30`.
    ///
    /// # Panics
    /// If it is not one.
    pub fn calendar(&self, fragment: &str, now: &str) -> String {
        let now: DateTime = now.parse().expect("the page passes an ISO time");
        self.with_options(fragment, |options| {
            self.engine.calendar(options, now).map(|ics| json!({ "ics": ics }).to_string())
        })
    }

    /// What the form offers in the language of the fragment.
    pub fn choices(&self, fragment: &str) -> String {
        self.engine.choices(&options_of(fragment))
    }

    /// Replaces the catalogue by a file with this name; without a name the built-in one is used again.
    pub fn use_plans(&mut self, name: &str, csv: &[u8], fragment: &str) -> String {
        let used = if name.is_empty() {
            self.engine.use_built_in();
            Ok(())
        } else {
            self.engine.use_plans(name, csv)
        };
        self.written(used.map(|()| json!({ "plans": self.engine.plans() }).to_string()), fragment)
    }

    /// Lays the user's own prices, a file with this name, over the catalogue, in place of earlier ones.
    pub fn use_own(&mut self, name: &str, csv: &[u8], fragment: &str) -> String {
        let used = self.engine.use_own(name, csv);
        let plans = self.engine.plans();
        self.written(used.map(|unknown| json!({ "plans": plans, "unknown": unknown }).to_string()), fragment)
    }

    /// Rows of own prices as a CSV file. `rows` is a JSON list of objects with texts as people type them.
    ///
    /// # Panics
    /// If it is not one.
    pub fn own_csv(&self, rows: &str, fragment: &str) -> String {
        let rows: Vec<OverlayRow> = serde_json::from_str(rows).expect("the page passes rows");
        let csv = self.engine.own_csv(&rows);
        self.written(csv.map(|csv| json!({ "csv": csv }).to_string()), fragment)
    }

    /// The rows of own prices in a CSV file with this name.
    pub fn own_rows(&self, name: &str, csv: &[u8], fragment: &str) -> String {
        let rows = ask::Engine::own_rows(name, csv);
        self.written(rows.map(|rows| json!({ "rows": rows }).to_string()), fragment)
    }

    fn with_options(
        &self,
        fragment: &str,
        answer: impl FnOnce(&Options) -> Result<String, AskError>,
    ) -> String {
        self.written(Options::from_link(fragment).and_then(|options| answer(&options)), fragment)
    }

    fn written(&self, answer: Result<String, AskError>, fragment: &str) -> String {
        match answer {
            Ok(answer) => format!("{{\"ok\":{answer}}}"),
            Err(error) => self.failed(&error, &options_of(fragment)),
        }
    }

    fn failed(&self, error: &AskError, options: &Options) -> String {
        format!("{{\"error\":{}}}", self.engine.error(error, options))
    }
}

fn command_of(command: &str) -> Ask {
    Ask::parse(command).expect("the page knows the commands")
}

/// The options of a fragment; only its language if it has an error.
fn options_of(fragment: &str) -> Options {
    Options::from_link(fragment).unwrap_or_else(|_| Options::only_language(fragment))
}

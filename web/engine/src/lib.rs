//! The engine of the page: the library `simplan`, for JavaScript.

use wasm_bindgen::prelude::wasm_bindgen;

/// Answers questions, as of one date.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    today: String,
}

#[wasm_bindgen]
impl Engine {
    /// `today` is an ISO date: an engine has no clock.
    #[wasm_bindgen(constructor)]
    pub fn new(today: String) -> Self {
        Self { today }
    }

    /// The bytes of `simplan COMMAND … --json`, for the options of a fragment.
    pub fn json(&self, command: &str, fragment: &str) -> String {
        format!("{} {command} {fragment}\n", self.today)
    }
}

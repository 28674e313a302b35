//! Questions at a terminal: one of several texts, or a text.

use super::Environment;
use super::choices::ColourChoice;
use super::colour::styles_for;
use dialoguer::console::Term;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Input, Result, Select};

/// How many texts to choose from are shown at once.
const SHOWN: usize = 12;

/// The terminal that questions are asked at.
pub struct Questions {
    terminal: Term,
    theme: Box<dyn Theme>,
}

impl Questions {
    pub fn new(environment: &Environment<'_>) -> Self {
        let styles = styles_for(ColourChoice::Auto, environment.stderr_is_terminal, environment);
        let theme: Box<dyn Theme> =
            if styles.colour { Box::new(ColorfulTheme::default()) } else { Box::new(SimpleTheme) };
        Self { terminal: Term::stderr(), theme }
    }

    /// One of several texts; `None` if the user leaves the question.
    pub fn one_of(&self, question: &str, texts: Vec<String>, first: usize) -> Result<Option<usize>> {
        Select::with_theme(self.theme.as_ref())
            .with_prompt(question)
            .items(texts)
            .default(first)
            .max_length(SHOWN)
            .interact_on_opt(&self.terminal)
    }

    /// A text that has no problem.
    pub fn text(&self, question: &str, problem: impl Fn(&str) -> Option<String>) -> Result<String> {
        Input::with_theme(self.theme.as_ref())
            .with_prompt(question)
            .allow_empty(true)
            .validate_with(|text: &String| problem(text).map_or(Ok(()), Err))
            .interact_text_on(&self.terminal)
    }
}

impl Drop for Questions {
    /// A list hides the cursor, and giving up in it would leave it hidden. If that fails, nobody can be told.
    fn drop(&mut self) {
        let _ = self.terminal.show_cursor();
    }
}

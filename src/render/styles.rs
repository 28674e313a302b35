//! Colour: it helps, and it never carries anything alone.

use anstyle::{AnsiColor, Style};

/// Colours text, or leaves it as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Styles {
    /// Whether to colour at all.
    pub colour: bool,
}

impl Styles {
    /// Without colour.
    pub const PLAIN: Self = Self { colour: false };

    /// What is read first.
    pub fn strong(self, text: &str) -> String {
        self.styled(text, Style::new().bold())
    }

    /// What is best.
    pub fn best(self, text: &str) -> String {
        self.styled(text, AnsiColor::Green.on_default().bold())
    }

    /// What deserves care.
    pub fn careful(self, text: &str) -> String {
        self.styled(text, AnsiColor::Yellow.on_default())
    }

    /// What is wrong.
    pub fn wrong(self, text: &str) -> String {
        self.styled(text, AnsiColor::Red.on_default().bold())
    }

    /// What matters less.
    pub fn faint(self, text: &str) -> String {
        self.styled(text, Style::new().dimmed())
    }

    fn styled(self, text: &str, style: Style) -> String {
        if self.colour && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

//! Colours text. Colour only helps: nothing is said by colour alone.

use anstyle::{AnsiColor, Style};

/// The styles of a terminal, with or without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Styles {
    /// Whether the terminal shows colour.
    pub colour: bool,
}

impl Styles {
    /// Styles that leave every text unchanged.
    pub const PLAIN: Self = Self { colour: false };

    /// Bold, for what is read first.
    pub fn strong(self, text: &str) -> String {
        self.styled(text, Style::new().bold())
    }

    /// Bold green, for the best offer and for titles.
    pub fn best(self, text: &str) -> String {
        self.styled(text, AnsiColor::Green.on_default().bold())
    }

    /// Yellow, for what needs care.
    pub fn careful(self, text: &str) -> String {
        self.styled(text, AnsiColor::Yellow.on_default())
    }

    /// Bold red, for errors.
    pub fn wrong(self, text: &str) -> String {
        self.styled(text, AnsiColor::Red.on_default().bold())
    }

    /// Dimmed, for what matters less.
    pub fn faint(self, text: &str) -> String {
        self.styled(text, Style::new().dimmed())
    }

    fn styled(self, text: &str, style: Style) -> String {
        if self.colour && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

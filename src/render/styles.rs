//! Colours text. Colour only helps: nothing is said by colour alone.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

/// The styles of a terminal, with or without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Styles {
    /// Whether the terminal shows colour.
    pub colour: bool,
    /// Whether the terminal follows links.
    pub links: bool,
}

impl Styles {
    /// Styles that leave every text unchanged.
    pub const PLAIN: Self = Self { colour: false, links: false };

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

    /// A text with its addresses as links, if the terminal follows them. An address that ends the line at this width may
    /// go on in the next one, and is not a link.
    pub fn linked(self, line: &str, width: usize) -> String {
        if !self.links || line.width() >= width {
            return line.to_owned();
        }
        line.split_inclusive(' ').map(with_link).collect()
    }

    fn styled(self, text: &str, style: Style) -> String {
        if self.colour && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// A word, whose address links to itself (OSC 8). The marks after an address do not belong to it.
fn with_link(word: &str) -> String {
    const MARKS: [char; 12] = [' ', '.', ',', ';', ':', ')', '）', '。', '，', '、', '；', '\u{a0}'];
    let Some(start) = word.find("https://").or_else(|| word.find("http://")) else { return word.to_owned() };
    let (before, rest) = word.split_at(start);
    let address = rest.trim_end_matches(MARKS);
    let after = &rest[address.len()..];
    format!("{before}\x1b]8;;{address}\x1b\\{address}\x1b]8;;\x1b\\{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, width: usize, expected: &str) {
        let styles = Styles { colour: false, links: true };
        let shown = styles.linked(line, width).replace('\x1b', "^");
        assert_eq!(shown, expected, "{line}");
        assert_eq!(Styles::PLAIN.linked(line, width), line);
    }

    #[test]
    fn addresses_are_links_where_the_terminal_follows_them() {
        let site = r"^]8;;https://inwi.ma/esim^\https://inwi.ma/esim^]8;;^\";
        check("see https://inwi.ma/esim now", 80, &format!("see {site} now"));
        check("(https://inwi.ma/esim).", 80, &format!("({site})."));
        check("no address", 80, "no address");
        // It may go on in the next line.
        check("see https://inwi.ma/esim", 24, "see https://inwi.ma/esim");
    }
}

//! Lays out help at the width of the terminal. Chinese is twice as wide as Latin letters, and is wrapped between any two
//! characters.

use super::{Entry, HelpPart, Length, parts};
use crate::i18n::Messages;
use crate::render::Terminal;
use crate::render::wrap::wrapped;
use clap::Command;
use unicode_width::UnicodeWidthStr;

/// The largest width; longer lines are hard to read.
const MOST: usize = 100;

/// How many blanks are before an entry, and between it and its text.
const GAP: usize = 2;

/// The help of a command. The texts of the command have to be in the language of `messages` already.
pub fn text(
    command: &Command,
    path: &str,
    length: Length,
    messages: &Messages,
    terminal: Terminal,
) -> String {
    let narrower = Terminal { width: terminal.width.min(MOST), ..terminal };
    let layout = HelpLayout { messages, terminal: narrower };
    let parts = parts(command, path, length, messages);
    parts.iter().map(|part| layout.part(part)).collect::<Vec<_>>().join("\n")
}

struct HelpLayout<'w> {
    messages: &'w Messages,
    terminal: Terminal,
}

impl HelpLayout<'_> {
    fn part(&self, part: &HelpPart) -> String {
        match part {
            HelpPart::Text(text) => self.running(text),
            HelpPart::Usage(usage) => self.usage(usage),
            HelpPart::Entries(heading, entries) => self.section(heading, entries),
            HelpPart::Examples(heading, examples) => self.examples(heading, examples),
        }
    }

    fn usage(&self, usage: &str) -> String {
        let usage = self.messages.tr_with("usage", [("usage", usage)]);
        let lines = wrapped(&usage, self.terminal.width, "    ");
        lines.iter().map(|line| self.terminal.styles.strong(line) + "\n").collect()
    }

    fn examples(&self, heading: &str, examples: &[String]) -> String {
        let room = self.terminal.width - GAP;
        let lines = examples.iter().flat_map(|example| wrapped(example, room, "    "));
        let lines: String = lines.map(|line| format!("{:GAP$}{line}\n", "")).collect();
        self.title(heading) + &lines
    }

    fn title(&self, heading: &str) -> String {
        let title = self.messages.tr_with("heading", [("name", heading)]);
        format!("{}\n", self.terminal.styles.strong(&title))
    }

    /// A paragraph over the whole width.
    fn running(&self, text: &str) -> String {
        text.lines().flat_map(|line| wrapped(line, self.terminal.width, "")).map(|line| line + "\n").collect()
    }

    /// A heading and its entries. Texts are to the right of the names, or below them if the names leave too little room.
    fn section(&self, heading: &str, entries: &[Entry]) -> String {
        let styles = self.terminal.styles;
        let widest = entries.iter().map(width).max().unwrap_or_default();
        let beside = GAP + widest + GAP;
        let room = self.terminal.width.saturating_sub(beside);
        let narrow = beside * 5 > self.terminal.width * 2;
        let under = narrow && entries.iter().any(|entry| text_width(entry) > room);
        let indent = if under { 10 } else { beside };
        let mut text = self.title(heading);
        for entry in entries {
            let lines = filled(&entry.text, &entry.remarks, self.terminal.width.saturating_sub(indent));
            text += &format!("{:GAP$}{}{}", "", styles.strong(&entry.name), entry.value);
            let mut blanks = if under { indent } else { widest - width(entry) + GAP };
            if under || lines.is_empty() {
                text.push('\n');
            }
            for line in lines {
                text += &format!("{:blanks$}{line}\n", "");
                blanks = indent;
            }
        }
        text
    }
}

/// How many cells the name of an entry takes up.
fn width(entry: &Entry) -> usize {
    entry.name.width() + entry.value.width()
}

/// How many cells the text of an entry takes up.
fn text_width(entry: &Entry) -> usize {
    entry.text.width() + entry.remarks.iter().map(|remark| 1 + remark.width()).sum::<usize>()
}

/// Wraps a text and its remarks. A remark is only broken if it does not fit on a line of its own.
fn filled(text: &str, remarks: &[String], width: usize) -> Vec<String> {
    // A placeholder for one cell of a remark. No text contains it, and no line is broken between two of them.
    const CELL: char = '\u{e000}';
    let mut whole = text.to_owned();
    let mut short = Vec::new();
    for remark in remarks {
        if remark.width() <= width {
            whole.push(' ');
            whole.extend(std::iter::repeat_n(CELL, remark.width()));
            short.push(remark);
        } else {
            whole += &format!("\n{remark}");
        }
    }
    let mut kept = short.into_iter();
    let lines = whole.trim_start().lines().flat_map(|line| wrapped(line, width, ""));
    let filled_in = lines.map(|line| {
        let pieces = line.split(' ').map(|piece| {
            if piece.starts_with(CELL) { kept.next().map_or(piece, String::as_str) } else { piece }
        });
        pieces.collect::<Vec<_>>().join(" ")
    });
    filled_in.collect()
}

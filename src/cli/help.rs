//! Lays out help: the usage of a command, its subcommands, arguments and options, at the width of the terminal. The short
//! help (`-h`) has what is common and fits a screen, the long one (`--help`) has everything.
//!
//! clap's own layout has fixed English words, and does not know how wide Chinese is and where it can be wrapped.

use super::Exit;
use crate::i18n::Messages;
use crate::render::Terminal;
use crate::render::wrap::wrapped;
use clap::{Arg, ArgAction, Command};
use unicode_width::UnicodeWidthStr;

/// The largest width; longer lines are hard to read.
const MOST: usize = 100;

/// How many blanks are before an entry, and between it and its text.
const GAP: usize = 2;

/// Commands that the short help leaves out, because few people need them.
const RARE: [&str; 2] = ["help", "schema"];

/// How much of a command its help shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// What is common, on one screen.
    Short,
    /// Everything.
    Long,
}

/// The help of a command. The texts of the command have to be in the language of `messages` already.
pub fn text(
    command: &Command,
    path: &str,
    length: Length,
    messages: &Messages,
    terminal: Terminal,
) -> String {
    let narrower = Terminal { width: terminal.width.min(MOST), ..terminal };
    let layout = HelpLayout { path, length, messages, terminal: narrower };
    let about = command.get_long_about().or(command.get_about());
    let mut parts: Vec<String> = about.iter().map(|about| layout.running(&about.to_string())).collect();
    parts.push(layout.usage(command));
    let subcommands = command.get_subcommands().filter(|command| layout.shows_command(command));
    let commands: Vec<_> = subcommands.map(Entry::from_command).collect();
    parts.extend(layout.section(&messages.tr("commands"), &commands));
    let shown = command.get_arguments().filter(|arg| layout.shows(arg));
    let (positional, options): (Vec<_>, Vec<_>) = shown.partition(|arg| arg.is_positional());
    parts.extend(layout.section(&messages.tr("arguments"), &layout.entries(positional)));
    let examples = examples(command);
    match length {
        Length::Short => {
            parts.extend(layout.section(&messages.tr("common-options"), &layout.entries(options)));
            let example =
                examples.first().map(|command| messages.tr_with("example", [("command", command.as_str())]));
            let more = messages.tr_with("more", [("command", path)]);
            parts.push(example.iter().chain([&more]).map(|line| layout.running(line)).collect());
        }
        Length::Long => {
            parts.extend(layout.groups(options));
            parts.extend(command.get_after_long_help().map(|after| layout.running(&after.to_string())));
            parts.extend(layout.section(&messages.tr("exit-codes"), &layout.exit_codes()));
            parts.push(layout.examples(&examples));
        }
    }
    parts.join("\n")
}

/// The examples of a command, each a command line.
pub fn examples(command: &Command) -> Vec<String> {
    let text = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// The usage of a command: `simplan cost [OPTIONS] [PLAN[:COUNT]]...`.
pub fn usage(command: &Command, path: &str, messages: &Messages) -> String {
    let mut usage = path.to_owned();
    let (required, optional): (Vec<_>, Vec<_>) =
        command.get_arguments().filter(|arg| !arg.is_positional()).partition(|arg| arg.is_required_set());
    if !optional.into_iter().all(is_of_every_program) {
        usage += &format!(" {}", messages.tr("usage-options"));
    }
    for arg in required.into_iter().chain(command.get_positionals()) {
        usage += &format!(" {arg}");
    }
    if command.has_subcommands() {
        usage += &format!(" {}", messages.tr("usage-command"));
    }
    usage
}

/// Whether this is `--help` or `--version`, which clap adds.
fn is_of_every_program(arg: &Arg) -> bool {
    let action = arg.get_action();
    matches!(action, ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version)
}

/// A subcommand, an argument or an option, and its text.
struct Entry {
    /// The part that is typed as it is: `-o, --output`.
    name: String,
    /// The part that the user replaces: ` <FILE>`.
    value: String,
    text: String,
    /// Remarks after the text, such as `[default: 10]`. Each stays on one line if there is room.
    remarks: Vec<String>,
}

impl Entry {
    fn from_command(command: &Command) -> Self {
        let text = command.get_about().map(ToString::to_string).unwrap_or_default();
        Self { name: command.get_name().to_owned(), value: String::new(), text, remarks: Vec::new() }
    }

    fn width(&self) -> usize {
        self.name.width() + self.value.width()
    }

    fn text_width(&self) -> usize {
        self.text.width() + self.remarks.iter().map(|remark| 1 + remark.width()).sum::<usize>()
    }
}

struct HelpLayout<'w> {
    /// The command's full name: `simplan plans list`.
    path: &'w str,
    length: Length,
    messages: &'w Messages,
    terminal: Terminal,
}

impl HelpLayout<'_> {
    /// Whether help of this length shows an argument. The short one does without `--help`, which its last line names.
    fn shows(&self, arg: &Arg) -> bool {
        let is_common = !arg.is_hide_short_help_set() && !is_of_every_program(arg);
        !arg.is_hide_set() && (self.length == Length::Long || is_common)
    }

    fn shows_command(&self, command: &Command) -> bool {
        !command.is_hide_set() && (self.length == Length::Long || !RARE.contains(&command.get_name()))
    }

    fn usage(&self, command: &Command) -> String {
        let usage = self.messages.tr_with("usage", [("usage", usage(command, self.path, self.messages))]);
        let lines = wrapped(&usage, self.terminal.width, "    ");
        lines.iter().map(|line| self.terminal.styles.strong(line) + "\n").collect()
    }

    /// A section for each heading of options.
    fn groups(&self, options: Vec<&Arg>) -> Vec<String> {
        let (last, first): (Vec<_>, Vec<_>) = options.into_iter().partition(|arg| is_of_every_program(arg));
        // The options of every command come last.
        let (of_all, own): (Vec<&Arg>, Vec<&Arg>) = first.iter().partition(|arg| arg.is_global_set());
        let mut headings: Vec<Option<&str>> = vec![None];
        for arg in own.iter().chain(&of_all) {
            if !headings.contains(&arg.get_help_heading()) {
                headings.push(arg.get_help_heading());
            }
        }
        let sections = headings.into_iter().filter_map(|heading| {
            let mut args: Vec<_> =
                first.iter().copied().filter(|arg| arg.get_help_heading() == heading).collect();
            if heading.is_none() {
                args.extend(&last);
            }
            self.section(heading.unwrap_or(&self.messages.tr("options")), &self.entries(args))
        });
        sections.collect()
    }

    fn exit_codes(&self) -> Vec<Entry> {
        let codes = [
            (Exit::Answer, "exit-answer"),
            (Exit::Nothing, "exit-nothing"),
            (Exit::Usage, "exit-usage"),
            (Exit::Data, "exit-data"),
            (Exit::Gate, "exit-gate"),
        ];
        let entries = codes.map(|(exit, key)| Entry {
            name: (exit as u8).to_string(),
            value: String::new(),
            text: self.messages.tr(key),
            remarks: Vec::new(),
        });
        entries.into()
    }

    fn entries(&self, args: Vec<&Arg>) -> Vec<Entry> {
        args.into_iter().map(|arg| self.entry(arg)).collect()
    }

    fn entry(&self, arg: &Arg) -> Entry {
        let shown = arg.to_string();
        let help = match self.length {
            Length::Short => arg.get_help(),
            Length::Long => arg.get_long_help().or(arg.get_help()),
        };
        let help = help.map(ToString::to_string).unwrap_or_default();
        // The text itself may end with a remark: `[default: today]`.
        let own = help.strip_suffix(']').and_then(|help| help.rsplit_once(" ["));
        let text = own.map_or(help.as_str(), |(before, _)| before).to_owned();
        let remarks =
            own.map(|(_, remark)| format!("[{remark}]")).into_iter().chain(self.remarks(arg)).collect();
        if arg.is_positional() {
            return Entry { name: String::new(), value: shown, text, remarks };
        }
        let short = match self.length {
            Length::Short => String::new(),
            Length::Long => arg.get_short().map_or_else(|| " ".repeat(4), |letter| format!("-{letter}, ")),
        };
        let (name, value) = shown.split_at(shown.find([' ', '[', '=']).unwrap_or(shown.len()));
        Entry { name: format!("{short}{name}"), value: value.to_owned(), text, remarks }
    }

    /// Remarks on the default, the possible values and the environment variable, if there are any. The short help has
    /// only the values.
    fn remarks(&self, arg: &Arg) -> Vec<String> {
        if !arg.get_action().takes_values() {
            return Vec::new();
        }
        let possible = arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set());
        let values = possible.map(|value| value.get_name().to_owned()).collect::<Vec<_>>().join(", ");
        if self.length == Length::Short {
            return if values.is_empty() { Vec::new() } else { vec![format!("[{values}]")] };
        }
        let mut remarks = Vec::new();
        let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if !defaults.is_empty() && !arg.is_hide_default_value_set() {
            remarks.push(self.messages.tr_with("default", [("value", defaults.join(" "))]));
        }
        if !values.is_empty() {
            remarks.push(self.messages.tr_with("possible-values", [("values", values)]));
        }
        if let Some(variable) = arg.get_env().filter(|_| !arg.is_hide_env_set()) {
            let name = variable.to_string_lossy().into_owned();
            remarks.push(self.messages.tr_with("variable", [("name", name)]));
        }
        remarks
    }

    fn examples(&self, examples: &[String]) -> String {
        let room = self.terminal.width - GAP;
        let lines = examples.iter().flat_map(|example| wrapped(example, room, "    "));
        let lines: String = lines.map(|line| format!("{:GAP$}{line}\n", "")).collect();
        self.title(&self.messages.tr("examples")) + &lines
    }

    fn title(&self, heading: &str) -> String {
        let title = self.messages.tr_with("heading", [("name", heading)]);
        format!("{}\n", self.terminal.styles.strong(&title))
    }

    /// A paragraph over the whole width.
    fn running(&self, text: &str) -> String {
        text.lines().flat_map(|line| wrapped(line, self.terminal.width, "")).map(|line| line + "\n").collect()
    }

    /// A heading and its entries; `None` without entries. Texts are to the right of the names, or below them if
    /// the names leave too little room.
    fn section(&self, heading: &str, entries: &[Entry]) -> Option<String> {
        let styles = self.terminal.styles;
        let widest = entries.iter().map(Entry::width).max()?;
        let beside = GAP + widest + GAP;
        let room = self.terminal.width.saturating_sub(beside);
        let narrow = beside * 5 > self.terminal.width * 2;
        let under = narrow && entries.iter().any(|entry| entry.text_width() > room);
        let indent = if under { 10 } else { beside };
        let mut text = self.title(heading);
        for entry in entries {
            let lines = filled(&entry.text, &entry.remarks, self.terminal.width.saturating_sub(indent));
            text += &format!("{:GAP$}{}{}", "", styles.strong(&entry.name), entry.value);
            let mut blanks = if under { indent } else { widest - entry.width() + GAP };
            if under || lines.is_empty() {
                text.push('\n');
            }
            for line in lines {
                text += &format!("{:blanks$}{line}\n", "");
                blanks = indent;
            }
        }
        Some(text)
    }
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

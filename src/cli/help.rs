//! The help of a command: its usage, its subcommands, arguments and options. The short help (`-h`) has what is common and
//! fits a screen, the long one (`--help`) has everything. [`layout`] makes lines of it, and `man` makes manual pages.
//!
//! clap's own help has fixed English words.

pub mod layout;

use super::Exit;
use crate::i18n::Messages;
use clap::{Arg, ArgAction, Command};

/// The commands that the short help leaves out: one needs them once, or not at all.
const RARE: [&str; 7] = ["completions", "config", "help", "man", "mcp", "schema", "usage"];

/// How much of a command its help shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// What is common, on one screen.
    Short,
    /// Everything.
    Long,
}

/// A part of the help of a command.
pub enum HelpPart {
    /// Running text.
    Text(String),
    /// How the command is called.
    Usage(String),
    /// What a heading is about.
    Entries(String, Vec<Entry>),
    /// Command lines, with the heading over them.
    Examples(String, Vec<String>),
}

/// The parts of the help of a command, in their order. The texts of the command have to be in the language of
/// `messages` already.
pub fn parts(command: &Command, path: &str, length: Length, messages: &Messages) -> Vec<HelpPart> {
    let reader = HelpReader { length, messages };
    let about = command.get_long_about().or(command.get_about());
    let mut parts: Vec<HelpPart> = about.iter().map(|about| HelpPart::Text(about.to_string())).collect();
    parts.push(HelpPart::Usage(usage(command, path, messages)));
    let subcommands = command.get_subcommands().filter(|command| reader.shows_command(command));
    let commands = subcommands.map(Entry::from_command).collect();
    parts.push(HelpPart::Entries(messages.tr("commands"), commands));
    let shown = command.get_arguments().filter(|arg| reader.shows(arg));
    let (positional, options): (Vec<_>, Vec<_>) = shown.partition(|arg| arg.is_positional());
    parts.push(HelpPart::Entries(messages.tr("arguments"), reader.entries(positional)));
    let examples = examples(command);
    match length {
        Length::Short => {
            parts.push(HelpPart::Entries(messages.tr("common-options"), reader.entries(options)));
            let example =
                examples.first().map(|command| messages.tr_with("example", [("command", command.as_str())]));
            let more = messages.tr_with("more", [("command", path)]);
            let last: Vec<String> = example.into_iter().chain([more]).collect();
            parts.push(HelpPart::Text(last.join("\n")));
        }
        Length::Long => {
            parts.extend(reader.groups(options));
            parts.extend(command.get_after_long_help().map(|after| HelpPart::Text(after.to_string())));
            parts.push(HelpPart::Entries(messages.tr("exit-codes"), reader.exit_codes(command)));
            parts.push(HelpPart::Examples(messages.tr("examples"), examples));
        }
    }
    parts.retain(|part| !matches!(part, HelpPart::Entries(_, entries) if entries.is_empty()));
    parts
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
pub struct Entry {
    /// The part that is typed as it is: `-o, --output`.
    pub name: String,
    /// The part that the user replaces: ` <FILE>`.
    pub value: String,
    /// What it is for.
    pub text: String,
    /// Remarks after the text, such as `[default: 10]`.
    pub remarks: Vec<String>,
}

impl Entry {
    fn from_command(command: &Command) -> Self {
        let text = command.get_about().map(ToString::to_string).unwrap_or_default();
        Self { name: command.get_name().to_owned(), value: String::new(), text, remarks: Vec::new() }
    }
}

/// Reads the help of a command from its tree.
struct HelpReader<'w> {
    length: Length,
    messages: &'w Messages,
}

impl HelpReader<'_> {
    /// Whether help of this length shows an argument. The short one does without `--help`, which its last line names.
    fn shows(&self, arg: &Arg) -> bool {
        let is_common = !arg.is_hide_short_help_set() && !is_of_every_program(arg);
        !arg.is_hide_set() && (self.length == Length::Long || is_common)
    }

    fn shows_command(&self, command: &Command) -> bool {
        !command.is_hide_set() && (self.length == Length::Long || !RARE.contains(&command.get_name()))
    }

    /// A section for each heading of options.
    fn groups(&self, options: Vec<&Arg>) -> Vec<HelpPart> {
        let (last, first): (Vec<_>, Vec<_>) = options.into_iter().partition(|arg| is_of_every_program(arg));
        // The options of every command come last.
        let (of_all, own): (Vec<&Arg>, Vec<&Arg>) = first.iter().partition(|arg| arg.is_global_set());
        let mut headings: Vec<Option<&str>> = vec![None];
        for arg in own.iter().chain(&of_all) {
            if !headings.contains(&arg.get_help_heading()) {
                headings.push(arg.get_help_heading());
            }
        }
        let sections = headings.into_iter().map(|heading| {
            let mut args: Vec<_> =
                first.iter().copied().filter(|arg| arg.get_help_heading() == heading).collect();
            if heading.is_none() {
                args.extend(&last);
            }
            let title = heading.map_or_else(|| self.messages.tr("options"), str::to_owned);
            HelpPart::Entries(title, self.entries(args))
        });
        sections.collect()
    }

    /// What the exit codes mean. `plans diff` answers with them as diff does.
    fn exit_codes(&self, command: &Command) -> Vec<Entry> {
        let is_diff = command.get_name() == "diff";
        let codes = [
            (Exit::Answer, if is_diff { "exit-same" } else { "exit-answer" }),
            (Exit::Nothing, if is_diff { "exit-different" } else { "exit-nothing" }),
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
}

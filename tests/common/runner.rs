//! Runs the program inside the test, which is much faster than a process for each question.
#![allow(dead_code, reason = "each test program uses its part")]

use indicatif::ProgressDrawTarget;
use simplan::cli::{Environment, Exit, Preferences, run};
use std::ffi::OsString;
use std::path::Path;

/// What a command printed, and how it ended.
pub struct Printed {
    pub exit: Exit,
    pub out: String,
    pub err: String,
}

/// Runs the program with the arguments of a command line, which have no quotes.
pub fn simplan(line: &str) -> Printed {
    simplan_on(None, line)
}

/// The same on a terminal of this width.
pub fn simplan_on(terminal_width: Option<usize>, line: &str) -> Printed {
    simplan_with(terminal_width, line.split_whitespace().map(OsString::from))
}

/// The same with arguments that can have blanks.
pub fn simplan_with(terminal_width: Option<usize>, arguments: impl IntoIterator<Item = OsString>) -> Printed {
    simplan_fed("", terminal_width, arguments)
}

/// The same with a text on standard input.
pub fn simplan_fed(
    stdin: &'static str,
    terminal_width: Option<usize>,
    arguments: impl IntoIterator<Item = OsString>,
) -> Printed {
    // No folder for settings and catalogues can be there.
    simplan_at_home(Path::new("/dev/null"), stdin, terminal_width, arguments)
}

/// The same of a user with a home folder.
pub fn simplan_at_home(
    home: &Path,
    stdin: &'static str,
    terminal_width: Option<usize>,
    arguments: impl IntoIterator<Item = OsString>,
) -> Printed {
    let mut out = Vec::new();
    let mut err = Vec::new();
    let exit = run(
        std::iter::once(OsString::from("simplan")).chain(arguments),
        Environment {
            stdin: Box::new(stdin.as_bytes()),
            stdout: &mut out,
            stderr: &mut err,
            stdin_file: None,
            stdin_is_terminal: false,
            stdout_file: None,
            variable: &|name| (name == "HOME").then(|| home.into()),
            terminal_width,
            stderr_is_terminal: false,
            has_links: false,
            system_language: None,
            preferences: Preferences::default(),
            progress: ProgressDrawTarget::hidden(),
        },
    );
    Printed { exit, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

//! An environment for tests: no streams, and the variables that a test sets.

use super::{Environment, Preferences};
use indicatif::ProgressDrawTarget;
use std::ffi::OsString;
use std::io::{self, Read, Write};

/// Calls `test` with an environment that has these variables.
pub fn with_variables<T>(variables: &[(&str, &str)], test: impl FnOnce(&mut Environment<'_>) -> T) -> T {
    let find = |name: &str| {
        let found = variables.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| OsString::from(value))
    };
    let mut out = io::sink();
    let mut err = io::sink();
    test(&mut environment(Box::new(io::empty()), &mut out, &mut err, &find))
}

/// An environment with these streams and variables, and nothing else.
pub fn environment<'e>(
    stdin: Box<dyn Read + Send>,
    stdout: &'e mut dyn Write,
    stderr: &'e mut dyn Write,
    variable: &'e dyn Fn(&str) -> Option<OsString>,
) -> Environment<'e> {
    Environment {
        stdin,
        stdout,
        stderr,
        stdin_file: None,
        stdin_is_terminal: false,
        stdout_file: None,
        variable,
        terminal_width: None,
        stderr_is_terminal: false,
        has_links: false,
        system_language: None,
        preferences: Preferences::default(),
        progress: ProgressDrawTarget::hidden(),
    }
}

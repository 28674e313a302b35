//! An environment for tests: no streams, and the variables that a test sets.

use super::{Environment, Preferences};
use indicatif::ProgressDrawTarget;
use std::ffi::OsString;
use std::io;

/// Calls `test` with an environment that has these variables.
pub fn with_variables<T>(variables: &[(&str, &str)], test: impl FnOnce(&mut Environment<'_>) -> T) -> T {
    let find = |name: &str| {
        let found = variables.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| OsString::from(value))
    };
    test(&mut Environment {
        stdin: Box::new(io::empty()),
        stdout: &mut io::sink(),
        stderr: &mut io::sink(),
        stdin_file: None,
        stdin_is_terminal: false,
        stdout_file: None,
        variable: &find,
        terminal_width: None,
        stderr_is_terminal: false,
        has_links: false,
        system_language: None,
        preferences: Preferences::default(),
        progress: ProgressDrawTarget::hidden(),
    })
}

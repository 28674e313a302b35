//! The program: arguments and streams in, exit code out.

use indicatif::ProgressDrawTarget;
use simplan::cli::files::FileId;
use simplan::cli::{Environment, Preferences, run};
use std::io::{self, IsTerminal};
use std::process::ExitCode;

fn main() -> ExitCode {
    let stdout = io::stdout();
    let width = terminal_size::terminal_size_of(&stdout).map(|(width, _)| usize::from(width.0));
    let environment = Environment {
        stdin: Box::new(io::stdin()),
        stdout: &mut stdout.lock(),
        stderr: &mut io::stderr().lock(),
        stdin_file: FileId::of_stream(&io::stdin()),
        stdin_is_terminal: io::stdin().is_terminal(),
        stdout_file: FileId::of_stream(&stdout),
        variable: &|name| std::env::var_os(name),
        terminal_width: stdout.is_terminal().then(|| width.unwrap_or(80)),
        stderr_is_terminal: io::stderr().is_terminal(),
        has_links: supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
        system_language: system_language(),
        preferences: Preferences::default(),
        progress: ProgressDrawTarget::stderr(),
    };
    ExitCode::from(run(std::env::args_os(), environment) as u8)
}

/// The language of the settings of Windows and macOS. Other systems keep it in variables.
fn system_language() -> Option<String> {
    #[cfg(any(windows, target_os = "macos"))]
    return sys_locale::get_locale();
    #[cfg(not(any(windows, target_os = "macos")))]
    None
}

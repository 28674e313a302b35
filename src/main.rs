//! The program: arguments and streams in, exit code out.

use indicatif::ProgressDrawTarget;
use simplan::cli::files::FileId;
use simplan::cli::{Environment, run};
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
        stdout_file: FileId::of_stream(&stdout),
        variable: &|name| std::env::var_os(name),
        terminal_width: stdout.is_terminal().then(|| width.unwrap_or(80)),
        stderr_is_terminal: io::stderr().is_terminal(),
        progress: ProgressDrawTarget::stderr(),
    };
    ExitCode::from(run(std::env::args_os(), environment) as u8)
}

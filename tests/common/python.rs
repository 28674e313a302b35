//! Programs in Python, each in a virtual environment below the target folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The Python of a virtual environment with these requirements, made if it is missing or has others.
pub fn installed(requirements: &Path, venv: &Path) -> PathBuf {
    let python = venv.join("bin/python");
    let stamp = venv.join("requirements.txt");
    let wanted = fs::read(requirements).unwrap();
    if fs::read(&stamp).ok().as_ref() != Some(&wanted) {
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(venv));
        run(Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--requirement"])
            .arg(requirements));
        fs::write(&stamp, wanted).unwrap();
    }
    python
}

/// Runs a command that has to succeed.
pub fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?}: {}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

//! Every console session in the project is run for real, in bash, and has to end as it is written: the ones in
//! `tests/golden/` and the ones in the two READMEs.
//!
//! A session is a line `$ command`, what the command prints (both streams, as a terminal shows them) and, where
//! it is not 0, its exit code as `? code`. `UPDATE=1 cargo test --test console` writes down what is printed now:
//! read the difference before committing it.

#![allow(clippy::print_stderr, reason = "a failing test tells where")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn golden_sessions() {
    let folder = root().join("tests/golden");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "console"));
    files.sort();
    assert!(files.len() >= 8, "the golden sessions have gone");
    let differing: Vec<_> = files.iter().filter(|path| !replay(path, None)).collect();
    assert!(differing.is_empty(), "sessions that end otherwise: {differing:?}");
}

#[test]
fn readme_sessions() {
    for readme in ["README.md", "README.zh.md"] {
        assert!(
            replay(&root().join(readme), Some("```console")),
            "{readme} shows what the program does not do"
        );
    }
}

#[test]
fn readmes_name_the_rust_that_is_needed() {
    let needed = format!("Rust {} ", env!("CARGO_PKG_RUST_VERSION"));
    for readme in ["README.md", "README.zh.md"] {
        let text = fs::read_to_string(root().join(readme)).unwrap();
        assert!(text.contains(&needed), "{readme} does not name {needed}");
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the sessions of a file (only those in fences, where there are such) and compares; tells whether they
/// are as written.
fn replay(path: &Path, fence: Option<&str>) -> bool {
    let written = fs::read_to_string(path).unwrap();
    let mut now = String::new();
    let mut lines = written.lines().peekable();
    let mut inside = fence.is_none();
    let mut commands = 0;
    while let Some(line) = lines.next() {
        now += &format!("{line}\n");
        if let Some(fence) = fence
            && line.starts_with("```")
        {
            inside = line == fence;
            continue;
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| inside) else { continue };
        commands += 1;
        let ends = |line: &str| line.starts_with("$ ") || (fence.is_some() && line == "```");
        while lines.next_if(|line| !ends(line)).is_some() {}
        now += &run(command);
        if fence.is_none() && lines.peek().is_some() {
            now.push('\n');
        }
    }
    assert!(commands > 0, "{} has no sessions", path.display());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, &now).unwrap();
        return true;
    }
    if now != written {
        let first = now.lines().zip(written.lines()).position(|(now, written)| now != written);
        let at = first.unwrap_or_else(|| now.lines().count().min(written.lines().count()));
        let line = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
        eprintln!("{}:{}:\n  written: {}\n  now:     {}", path.display(), at + 1, line(&written), line(&now));
    }
    now == written
}

/// Runs one command line in bash, in the project's folder, with nothing of this machine's settings.
fn run(command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_simplan"));
    let command = command.replace("cargo run --release --", "simplan");
    let output = Command::new("bash")
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(root())
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", program.parent().unwrap().display()))
        .env("SIMPLAN_TODAY", "2026-11-22")
        .env("TMPDIR", env!("CARGO_TARGET_TMPDIR"))
        .output()
        .unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("panicked at"), "{command}: {text}");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    match output.status.code() {
        Some(0) => text,
        code => format!("{text}? {}\n", code.map_or("signal".to_owned(), |code| code.to_string())),
    }
}

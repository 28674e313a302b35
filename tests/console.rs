//! Every console session in the project is run for real, in bash, and has to end as it is written: the ones in the
//! cases of `tests/golden/` and the ones in the two READMEs.
//!
//! A case is a file `language/command/case.console`. Its first line is `# Title: what a reader should look at`. A
//! session is a line `$ command`, what the command prints (both streams, as a terminal shows them) and, if it is not 0,
//! its exit code as `? code`. The sessions of a case share the folder `$TMPDIR`, which is empty at first.
//!
//! `UPDATE=1 cargo test --test console` writes down what is printed now: read the difference before committing it.

#[path = "common/sessions.rs"]
mod sessions;

use sessions::{cases, root, sessions};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The longest case that a person still reviews.
const MOST_LINES: usize = 150;

#[test]
fn golden_cases() {
    let differences: Vec<_> = cases("").iter().flat_map(|case| replay(case, None)).collect();
    assert!(differences.is_empty(), "\n\n{}\n", differences.join("\n\n"));
}

#[test]
fn cases_have_a_title_and_can_be_reviewed() {
    let mut titles = BTreeMap::new();
    for path in cases("") {
        let text = fs::read_to_string(&path).unwrap();
        let case = place(&path);
        assert!(path.extension().is_some_and(|extension| extension == "console"), "{case} is not a case");
        assert!(
            text.lines().count() <= MOST_LINES,
            "{case} has more than {MOST_LINES} lines: ask less of it"
        );
        let title = title(&text).unwrap_or_else(|| panic!("{case} does not begin with `# Title: `"));
        let other = titles.insert(title.to_owned(), case.clone());
        assert!(other.is_none(), "{case} has the title of {}", other.unwrap_or_default());
    }
}

#[test]
fn readme_sessions() {
    for readme in ["README.md", "README.zh.md"] {
        let differences = replay(&root().join(readme), Some("```console"));
        assert!(differences.is_empty(), "\n\n{}\n", differences.join("\n\n"));
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

/// A path from the project's folder.
fn place(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

fn title(case: &str) -> Option<&str> {
    case.lines().next()?.strip_prefix("# Title: ").filter(|title| !title.trim().is_empty())
}

/// Runs the sessions of a file, with a fence only those in such blocks, and describes each that ends otherwise.
fn replay(path: &Path, fence: Option<&str>) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let place = place(path);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let sessions = sessions(&text, fence);
    assert!(!sessions.is_empty(), "{place} has no sessions");
    let outputs: Vec<_> = sessions.iter().map(|session| run(&session.command, folder.path())).collect();
    if std::env::var_os("UPDATE").is_some() {
        let mut updated: Vec<String> = text.lines().map(str::to_owned).collect();
        for (session, output) in sessions.into_iter().zip(outputs).rev() {
            updated.splice(session.lines, output);
        }
        fs::write(path, updated.join("\n") + "\n").unwrap();
        return Vec::new();
    }
    let mut differences = Vec::new();
    for (session, now) in sessions.iter().zip(outputs) {
        let lines = session.output.len().max(now.len());
        if let Some(at) = (0..lines).find(|&at| session.output.get(at) != now.get(at)) {
            differences.push(format!(
                "{place}:{}: {}\n$ {}\n  expected: {}\n  now:      {}",
                session.lines.start + at + 1,
                title(&text).unwrap_or_default(),
                session.command,
                session.output.get(at).map_or("(nothing more)", String::as_str),
                now.get(at).map_or("(nothing more)", String::as_str),
            ));
        }
    }
    differences
}

/// What a command line prints in bash, in the project's folder, with nothing of this machine's settings.
fn run(command: &str, folder: &Path) -> Vec<String> {
    let program = Path::new(env!("CARGO_BIN_EXE_simplan"));
    let command = command.replace("cargo run --release --", "simplan");
    let output = Command::new("bash")
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(root())
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", program.parent().unwrap().display()))
        .env("SIMPLAN_TODAY", "2026-11-25")
        .env("TMPDIR", folder)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("panicked at"), "{command}: {text}");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    match output.status.code() {
        Some(0) => {}
        code => lines.push(format!("? {}", code.map_or("signal".to_owned(), |code| code.to_string()))),
    }
    lines
}

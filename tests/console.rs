//! Every console session in the project is run for real, in bash, and has to end as it is written: the ones in the
//! cases of `tests/golden/` and the ones in the READMEs and the pages of `docs/`. The pictures in the READMEs have to be
//! what `docs/demo/make` makes now.
//!
//! A case is a file `language/command/case.console`. Its first line is `# Title: what a reader should look at`. A
//! session is a line `$ command`, what the command prints (both streams, as a terminal shows them) and, if it is not 0,
//! its exit code as `? code`. The sessions of a case share a home folder, which is empty at first. It is also `$TMPDIR`,
//! and is printed as `~`. Its path may be of any length, so no session may print it where lines are wrapped.
//!
//! `UPDATE=1 cargo test --test console` writes down what is printed now: read the difference before committing it. Needs
//! bash, jq and Python 3.

#[path = "common/sessions.rs"]
mod sessions;

use sessions::{cases, root, sessions};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The longest case that a person still reviews.
const MOST_LINES: usize = 150;

/// A README is read in a minute.
const MOST_README_BYTES: usize = 6 * 1024;

/// How a block of sessions begins in a page.
const FENCE: &str = "```console";

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
fn document_sessions() {
    let pages = readmes().into_iter().chain(files("docs", "", ".md"));
    let pages = pages.filter(|page| fs::read_to_string(page).unwrap().contains(FENCE));
    let differences: Vec<_> = pages.flat_map(|page| replay(&page, Some(FENCE))).collect();
    assert!(differences.is_empty(), "\n\n{}\n", differences.join("\n\n"));
}

#[test]
fn readmes_are_short_and_show_the_program() {
    for readme in readmes() {
        let text = fs::read_to_string(&readme).unwrap();
        let place = place(&readme);
        assert!(
            text.len() <= MOST_README_BYTES,
            "{place} has {} bytes, at most {MOST_README_BYTES}",
            text.len()
        );
        assert!(text.contains("(docs/demo/compare."), "{place} has no picture");
        assert!(text.contains(FENCE), "{place} has no session");
    }
}

#[test]
fn readmes_name_the_rust_that_is_needed() {
    let needed = format!("Rust {} ", env!("CARGO_PKG_RUST_VERSION"));
    for readme in readmes() {
        let text = fs::read_to_string(&readme).unwrap();
        assert!(text.contains(&needed), "{} does not name {needed}", place(&readme));
    }
}

#[test]
fn documents_link_to_files_that_exist() {
    for page in files("", "", ".md").into_iter().chain(files("docs", "", ".md")) {
        let text = fs::read_to_string(&page).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            let file = link.split_once('#').map_or(link, |(file, _)| file);
            let is_there = link.contains("://") || page.parent().unwrap().join(file).exists();
            assert!(is_there, "{} links to {link}, which does not exist", place(&page));
        }
    }
}

#[test]
fn pictures_show_what_is_printed_now() {
    let pictures = files("docs/demo", "compare.", ".svg");
    assert!(!pictures.is_empty());
    for picture in pictures {
        let place = place(&picture);
        let language = place.trim_start_matches("docs/demo/compare.").trim_end_matches(".svg");
        let made = Command::new("python3")
            .args(["docs/demo/make", env!("CARGO_BIN_EXE_simplan"), language])
            .current_dir(root())
            .output()
            .expect("the pictures need python3");
        assert!(made.status.success(), "{place}: {}", String::from_utf8_lossy(&made.stderr));
        if is_update() {
            fs::write(&picture, made.stdout).unwrap();
        } else {
            assert!(
                fs::read(&picture).unwrap() == made.stdout,
                "{place} is not what docs/demo/make makes now"
            );
        }
    }
}

fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

fn readmes() -> Vec<PathBuf> {
    files("", "README", ".md")
}

/// The files of a folder whose names begin and end like this, in their order.
fn files(folder: &str, start: &str, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.starts_with(start) && name.ends_with(end));
    names.sort();
    names.into_iter().map(|name| root().join(folder).join(name)).collect()
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
    let folder = tempfile::tempdir().unwrap();
    let sessions = sessions(&text, fence);
    assert!(!sessions.is_empty(), "{place} has no sessions");
    let outputs: Vec<_> = sessions.iter().map(|session| run(&session.command, folder.path())).collect();
    if is_update() {
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

/// What a command line prints in bash, in the project's folder, with a home folder and nothing of this machine's settings.
fn run(command: &str, folder: &Path) -> Vec<String> {
    let program = Path::new(env!("CARGO_BIN_EXE_simplan"));
    let command = command.replace("cargo run --release --", "simplan");
    let output = Command::new("bash")
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(root())
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", program.parent().unwrap().display()))
        .env("SIMPLAN_TODAY", "2026-11-25")
        .env("HOME", folder)
        .env("TMPDIR", folder)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap().replace(folder.to_str().unwrap(), "~");
    assert!(!text.contains("panicked at"), "{command}: {text}");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    match output.status.code() {
        Some(0) => {}
        code => lines.push(format!("? {}", code.map_or("signal".to_owned(), |code| code.to_string()))),
    }
    lines
}

//! Console sessions in files: a line `$ command`, and below it what the command prints.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

pub struct Session {
    pub command: String,
    /// The lines of the file, from 0, that are printed.
    pub lines: Range<usize>,
    pub output: Vec<String>,
}

/// The sessions of a text; with a fence, only those in blocks that begin with it.
pub fn sessions(text: &str, fence: Option<&str>) -> Vec<Session> {
    let lines: Vec<&str> = text.lines().collect();
    let mut is_inside = fence.is_none();
    let mut sessions = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if fence.is_some() && line.starts_with("```") {
            is_inside = Some(*line) == fence;
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| is_inside) else { continue };
        let is_printed = |line: &&&str| !line.starts_with("$ ") && (fence.is_none() || **line != "```");
        let mut end = at + 1 + lines[at + 1..].iter().take_while(is_printed).count();
        // A blank line parts two sessions.
        if lines.get(end).is_some_and(|next| next.starts_with("$ ")) && lines[end - 1].is_empty() {
            end -= 1;
        }
        let output = lines[at + 1..end].iter().map(|line| (*line).to_owned()).collect();
        sessions.push(Session { command: command.to_owned(), lines: at + 1..end, output });
    }
    sessions
}

/// The golden cases of a language, or of all with an empty name, in a fixed order.
pub fn cases(language: &str) -> Vec<PathBuf> {
    let mut cases = Vec::new();
    collect_files(&root().join("tests/golden").join(language), &mut cases);
    cases.sort();
    cases
}

fn collect_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect_files(&path, files);
        } else {
            files.push(path);
        }
    }
}

/// The folder of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

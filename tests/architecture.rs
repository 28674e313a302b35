//! The one direction between the rooms, and what the domain deliberately lacks, held against the source text.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from left to right: a room names only itself and rooms to its left.
const ROOMS: [&str; 6] = ["domain", "catalogue", "guide", "i18n", "render", "cli"];

#[test]
fn rooms_name_only_rooms_to_their_left() {
    let mut named = 0;
    for (rank, room) in ROOMS.iter().enumerate() {
        for (file, text) in sources(&source().join(room)) {
            for line in text.lines() {
                for other in mentions(line) {
                    let other_rank = ROOMS.iter().position(|room| *room == other);
                    let other_rank =
                        other_rank.unwrap_or_else(|| panic!("{file:?} names the room `{other}`: {line}"));
                    assert!(other_rank <= rank, "{file:?} in `{room}` names `{other}`, to its right: {line}");
                    named += usize::from(other_rank != rank);
                }
            }
        }
    }
    assert!(named > 50, "this test no longer sees how rooms name each other");
}

#[test]
fn catalogue_and_guide_do_not_know_each_other() {
    for (file, text) in sources(&source().join("guide")) {
        assert!(!text.contains("crate::catalogue"), "{file:?} names the catalogue");
    }
}

#[test]
fn the_domain_is_pure() {
    // No files, clock, environment or printing; no binary floating point; nobody's words, tables or arguments.
    let absent = [
        "std::fs",
        "std::env",
        "std::io",
        "std::time",
        "std::process",
        "SystemTime",
        "Zoned::now",
        "println!",
        "eprintln!",
        "print!",
        "f32",
        "f64",
        "fluent",
        "clap",
        "comfy_table",
        "csv::",
        "serde",
    ];
    for (file, text) in sources(&source().join("domain")) {
        for word in absent {
            assert!(!text.contains(word), "{file:?} contains `{word}`");
        }
    }
}

#[test]
fn libraries_live_in_their_rooms() {
    let homes: [(&str, &[&str]); 6] = [
        ("clap", &["cli"]),
        ("comfy_table", &["render/table.rs"]),
        ("csv::", &["catalogue", "render/csv.rs"]),
        ("sha2", &["cli", "render/ics.rs"]),
        ("icalendar", &["render/ics.rs"]),
        ("indicatif", &["cli", "main.rs"]),
    ];
    for (file, text) in sources(&source()) {
        let place = file.strip_prefix(source()).unwrap().to_str().unwrap().replace('\\', "/");
        for (library, places) in homes {
            let imports = |line: &str| {
                let line = line.trim_start();
                line.starts_with(&format!("use {library}")) || line.contains(&format!(" {library}Reader"))
            };
            let used = text.lines().any(imports);
            assert!(!used || places.iter().any(|home| place.starts_with(home)), "{place} uses {library}");
        }
    }
}

#[test]
fn the_architecture_page_names_every_room() {
    let page = fs::read_to_string(source().join("lib.rs")).unwrap();
    let rooms: Vec<_> =
        page.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut expected = ROOMS.to_vec();
    expected.sort_unstable();
    assert_eq!(rooms, expected);
    for room in ROOMS {
        assert!(
            page.contains(&format!("//! | [`{room}`]")),
            "the architecture page does not tell of `{room}`"
        );
    }
}

/// The rooms that a line of code names by `crate::room`.
fn mentions(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or(line);
    let after = code.split("crate::").skip(1);
    let names =
        after.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or(""));
    names.filter(|name| !name.is_empty()).collect()
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.clone(), fs::read_to_string(path).unwrap()));
        }
    }
    found.sort();
    found
}

//! The page in `web/`: its labels are all used, its English is the same twice, and nothing is inline.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_label_is_used_and_every_label_used_is_there() {
    let code: String = files().iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    // Labels are always written whole, so that they can be found.
    let pieces = code.split("\"page-").skip(1).map(|piece| piece.split('"').next().unwrap());
    let used: BTreeSet<String> = pieces.map(|name| format!("page-{name}")).collect();
    let labels: BTreeSet<String> = english().into_keys().collect();
    assert!(labels.len() > 80, "this test no longer sees the labels");
    assert_eq!(used, labels);
}

#[test]
fn the_page_says_its_labels_before_they_are_loaded() {
    let labels = english();
    let html = html();
    for piece in html.split("data-label=\"").skip(1) {
        let (key, rest) = piece.split_once('"').unwrap();
        let text = rest.split_once('>').unwrap().1.split('<').next().unwrap();
        assert_eq!(text, labels[key], "{key}");
    }
}

#[test]
fn nothing_is_inline() {
    let html = html();
    for forbidden in [" style=", " onclick=", " onload=", "<style", "javascript:", "http:", "https:"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    assert_eq!(html.matches("<script").count(), html.matches("<script type=\"module\" src=\"").count());
}

#[test]
fn no_text_becomes_markup() {
    for path in files() {
        let code = fs::read_to_string(&path).unwrap();
        for forbidden in
            ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"]
        {
            assert!(!code.contains(forbidden), "{}: {forbidden}", path.display());
        }
    }
}

/// The sources of the page that are text: `index.html` and the modules.
fn files() -> Vec<PathBuf> {
    let all = fs::read_dir(web()).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|extension| extension == "js" || extension == "html"))
        .collect()
}

fn html() -> String {
    fs::read_to_string(web().join("index.html")).unwrap()
}

fn web() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("web")
}

fn english() -> BTreeMap<String, String> {
    let text = fs::read_to_string(web().join("../src/i18n/en/page.ftl")).unwrap();
    let labels = text.lines().filter_map(|line| line.split_once(" = "));
    labels.map(|(key, label)| (key.to_owned(), label.to_owned())).collect()
}

//! The one direction between the rooms, the purity of the domain, the homes of the libraries and the one meaning of a
//! type name, held against the parsed sources: grouped and renamed imports, full paths, attributes and the tokens of
//! macros are all seen.

mod names;
mod types;

use names::{is_float, names};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use types::types;

/// The rooms from left to right. A room names itself and rooms to its left; neighbours in one row do not know each
/// other.
const ROOMS: [&[&str]; 7] =
    [&["domain"], &["catalogue", "guide", "usage"], &["bulk"], &["i18n"], &["render"], &["ask"], &["cli"]];

/// Each dependency with its homes: the folders and files of `src` that may name it.
const LIBRARIES: [(&str, &[&str]); 32] = [
    ("anstyle", &["render/styles.rs"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli/completions.rs"]),
    ("comfy_table", &["render/table.rs"]),
    ("csv", &["catalogue", "usage", "i18n/phrases.rs", "render/csv.rs"]),
    ("dialoguer", &["cli/interview.rs", "cli/plans/add.rs", "cli/questions.rs"]),
    ("encoding_rs", &["cli"]),
    ("fearless_simd", &["bulk"]),
    ("form_urlencoded", &["ask/options.rs"]),
    ("fluent_bundle", &["i18n"]),
    ("indicatif", &["cli", "main.rs"]),
    ("iso_currency", &["domain/currency.rs"]),
    (
        "jiff",
        &["domain", "catalogue/addition.rs", "catalogue/lint.rs", "bulk/check.rs", "render", "ask", "cli"],
    ),
    ("maud", &["render/html.rs", "render/chart/svg.rs", "render/qr.rs", "render/stay_report.rs"]),
    ("memchr", &["catalogue", "render", "cli"]),
    ("qrcode", &["render/qr.rs"]),
    ("roff", &["cli/man.rs"]),
    ("rust_decimal", &["domain"]),
    ("rust_stemmers", &["guide/words.rs"]),
    ("rustc_hash", &["bulk", "catalogue/plans.rs"]),
    ("schemars", &["guide/facts.rs", "render", "ask/report.rs", "cli/schema.rs"]),
    ("serde", &["catalogue/import/json.rs", "guide", "usage", "render", "ask", "cli"]),
    ("serde_json", &["catalogue/import/json.rs", "render", "ask", "cli"]),
    ("sha2", &["render/ics.rs", "ask/fingerprint.rs"]),
    ("strsim", &["ask/error.rs", "catalogue/near.rs", "cli/batch/columns.rs"]),
    ("supports_hyperlinks", &["main.rs"]),
    ("tempfile", &["cli"]),
    ("terminal_size", &["main.rs"]),
    ("textwrap", &["render/wrap.rs"]),
    ("toml", &["catalogue/import/reader.rs", "guide/facts.rs", "cli/config.rs"]),
    ("unicode_normalization", &["domain/slug.rs", "guide/words.rs"]),
    ("unicode_width", &["render", "cli"]),
];

/// The parts of the standard library that reach out of the program.
const OUTSIDE: [&str; 7] = ["env", "fs", "io", "net", "process", "thread", "time"];

#[test]
fn rooms_name_only_rooms_to_their_left() {
    let seen = assert_never(goes_right);
    let mut of_cli = seen.iter().filter(|(place, _)| room(place) == Some("cli"));
    assert!(
        of_cli.any(|(_, name)| name.starts_with("crate::domain::")),
        "this test no longer sees how rooms name each other"
    );
}

#[test]
fn the_domain_is_pure() {
    assert_never(is_impure);
}

#[test]
fn libraries_live_in_their_homes() {
    let seen = assert_never(is_away_from_home);
    for (library, homes) in LIBRARIES {
        for home in homes {
            let mut here = seen.iter().filter(|(place, _)| lies_in(place, home));
            assert!(
                here.any(|(_, name)| library_of(name) == Some(library)),
                "{home} no longer names {library}"
            );
        }
    }
}

#[test]
fn every_dependency_has_its_homes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let names = manifest["dependencies"].as_table().unwrap().keys();
    let dependencies: BTreeSet<_> = names.map(|name| name.replace('-', "_")).collect();
    let known: BTreeSet<_> = LIBRARIES.iter().map(|(library, _)| (*library).to_owned()).collect();
    assert_eq!(&dependencies ^ &known, BTreeSet::new(), "either without homes or no dependency any more");
}

#[test]
fn the_architecture_page_names_every_room() {
    let sources = sources();
    let rooms: BTreeSet<_> = ROOMS.concat().into_iter().collect();
    let folders: BTreeSet<_> = sources.keys().filter_map(|place| room(place)).collect();
    assert_eq!(folders, rooms);
    for room in rooms {
        let rows = [format!("//! | `{room}` |"), format!("//! | [`{room}`] |")];
        assert!(rows.iter().any(|row| sources["lib.rs"].contains(row)), "the page does not name `{room}`");
    }
}

#[test]
fn no_type_name_is_defined_twice() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (place, source) in sources().into_iter().filter(|(place, _)| !is_of_tests(place)) {
        for name in types(&place, &source) {
            places.entry(name).or_default().push(place.clone());
        }
    }
    assert_eq!(places["Kind"], ["domain/plan.rs"], "this test no longer sees the types");
    places.retain(|_, places| places.len() > 1);
    assert!(places.is_empty(), "{places:#?}");
}

/// A tool that meets one takes the file for binary, and a reader does not see it.
#[test]
fn sources_have_no_control_characters() {
    for (place, source) in sources() {
        let odd = source.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(odd, None, "{place} has a control character: write it as an escape");
    }
}

#[test]
fn no_definition_hides_a_type() {
    check_types("struct A; enum B {} union C { a: u8 } trait D {} type E = A;", &["A", "B", "C", "D", "E"]);
    check_types("pub(super) struct A<'a, T>(&'a T); mod m { pub struct A; }", &["A", "A"]);
    check_types("words! { /// A kind.\n #[derive(Hash)] Kind { /// One.\n One = \"one\" } }", &["Kind"]);
    check_types("crate::domain::word::words! { Kind { One = \"one\" } }", &["Kind"]);
    check_types("fn f() { struct A; }", &["A"]);
    check_types("trait A { type B; fn f() { struct C; } } impl A for u8 { type B = u8; }", &["A", "C"]);
    check_types("enum A { B, C { d: u8 } } use m::D; fn f<E>() {}", &["A"]);
    check_types("#[cfg(test)] mod tests { struct A; }", &[]);
}

#[test]
fn no_import_hides_a_room() {
    check("use crate::{cli};", &["crate::cli"]);
    check(
        "use crate::{domain, cli::args as a, render::{self, csv::*}};",
        &["crate::cli::args", "crate::render", "crate::render::csv::*"],
    );
    check("pub use crate::cli::run;", &["crate::cli::run"]);
    check("use super::super::cli;", &["crate::cli"]);
    check("use self::super::super::{cli as c};", &["crate::cli"]);
    check("mod tests { use super::super::super::cli::run; }", &["crate::cli::run"]);
    check("fn f() { use crate::cli::run; }", &["crate::cli::run"]);
    check("#[cfg(test)] mod tests { use crate::cli::run; }", &["crate::cli::run"]);
    check("use crate as root;", &["crate::self"]);
    check("use crate::*;", &["crate::*"]);
    check("use super::super as root;", &["crate::self"]);
    check("extern crate self as simplan;", &["crate::self"]);
    check("use crate::domain::{money, need::Need}; use super::{plan::*, time}; use self::tests as t;", &[]);
}

#[test]
fn neighbours_do_not_know_each_other() {
    check_at("guide/steps.rs", "use crate::catalogue::Catalogue;", &["crate::catalogue::Catalogue"]);
    check_at("catalogue/mod.rs", "use super::guide::facts;", &["crate::guide::facts"]);
    check_at("guide/steps.rs", "use crate::{domain::plan::Plan, guide::facts::Facts}; use std::fs;", &[]);
    check_at("cli/compare.rs", "use crate::{catalogue, domain, guide, i18n, render}; use super::args;", &[]);
}

#[test]
fn no_path_hides_a_room() {
    check("fn f() { crate::cli::run() }", &["crate::cli::run"]);
    check("fn f() { super::super::cli::run() }", &["crate::cli::run"]);
    check("struct S(Vec<Option<crate::cli::Environment>>);", &["crate::cli::Environment"]);
    check("impl crate::render::Show for S {}", &["crate::render::Show"]);
    check("fn f() { <S as crate::render::Show>::show() }", &["crate::render::Show::show"]);
    check("fn f(x: u8) { match x { crate::cli::X => {} _ => {} } }", &["crate::cli::X"]);
    check("#[crate::cli::attribute] struct S;", &["crate::cli::attribute"]);
    check("#[derive(crate::cli::Derive)] struct S;", &["crate::cli::Derive"]);
    check("struct S { #[with(path = \"crate::cli::with\")] field: u8 }", &["crate::cli::with"]);
    check(
        "/// See [`crate::cli::run`] and `std::fs`.\nfn f() { let cli = \"crate::cli\"; super::cli::run(cli) }",
        &[],
    );
}

#[test]
fn no_macro_hides_a_name() {
    check("fn f() { format!(\"{}\", crate::cli::x()) }", &["crate::cli::x"]);
    check("fn f() { assert!(matches!(x, Some(super::super::cli::X))) }", &["crate::cli::X"]);
    check(
        "macro_rules! m { () => { use std::{fs, io::*}; $crate::cli::x() } }",
        &["crate::cli::x", "std::fs", "std::io::*"],
    );
    check("fn f() { vec![0.5, x.0.1, 1e3] }", &["0.5", "1e3"]);
    check("fn f() { vec![y as f64, x.to_f64()] }", &["f64", "to_f64"]);
    check("fn f() { format!(\"{}\", jiff::ZonedDateTime::now()) }", &["jiff::ZonedDateTime::now"]);
    check("thread_local! { static T: csv::Reader<u8> = f(); }", &["csv::Reader"]);
}

#[test]
fn nothing_hides_the_outside() {
    check("use std::{fs, io};", &["std::fs", "std::io"]);
    check("use std::{collections::{BTreeMap, BTreeSet}, time::SystemTime};", &["std::time::SystemTime"]);
    check("use std as s;", &["std::self"]);
    check("use std::{self as s};", &["std::self"]);
    check("use std::*;", &["std::*"]);
    check("extern crate std as s;", &["std::self"]);
    check("use std::fs as files; fn f() { files::read(\"x\") }", &["std::fs"]);
    check("fn f() { ::std::env::var(\"X\") }", &["std::env::var"]);
    check("fn f(file: std::fs::File) {}", &["std::fs::File"]);
    check(
        "fn f() -> impl Fn(std::net::IpAddr) { std::thread::spawn }",
        &["std::net::IpAddr", "std::thread::spawn"],
    );
    check("use jiff::ZonedDateTime; fn f() { ZonedDateTime::now() }", &["ZonedDateTime::now"]);
    check("use std::{cmp::Ordering, fmt, sync::Arc}; fn f(now: u8) { g(now, io, fs) }", &[]);
}

#[test]
fn nothing_hides_binary_floating_point() {
    check("fn f(x: f64) {}", &["f64"]);
    check("fn f() { x as f32 }", &["f32"]);
    check("fn f() { std::f64::consts::PI }", &["f64"]);
    check("fn f() { x.parse::<f64>() }", &["f64"]);
    check("fn f() { x.as_secs_f64() }", &["as_secs_f64"]);
    check("const HALF: Share = half(0.5);", &["0.5"]);
    check("fn f() { 1f64 }", &["1f64"]);
    check("fn f() { (x.0.1, 1..2, 10_u64, \"0.5\") }", &[]);
}

#[test]
fn no_library_leaves_its_home() {
    check("use clap::Parser;", &["clap::Parser"]);
    check("use ::{comfy_table as table, csv};", &["comfy_table::self", "csv::self"]);
    check("extern crate serde;", &["serde::self"]);
    check("#[derive(serde::Deserialize)] struct S;", &["serde::Deserialize"]);
    check("#[serde(rename = \"s\")] struct S;", &[]);
    check("fn f() { fluent_bundle::FluentValue::None }", &["fluent_bundle::FluentValue::None"]);
    check("mod csv; fn f(toml: Toml) { csv::write(toml) }", &[]);
    check("use super::csv; mod tests { use super::*; fn f() { csv::write() } }", &[]);
    check("mod csv; fn f() { ::csv::write() }", &["csv::write"]);
    check("use jiff::{civil::Date, Timestamp}; use rust_decimal::Decimal;", &[]);
}

/// Checks what of a source is not allowed in a file of the domain.
#[track_caller]
fn check(source: &str, expected: &[&str]) {
    check_at("domain/volume.rs", source, expected);
}

#[track_caller]
fn check_at(place: &str, source: &str, expected: &[&str]) {
    let mut found = names(place, source);
    found.retain(|name| goes_right(place, name) || is_impure(place, name) || is_away_from_home(place, name));
    assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{source}");
}

/// Checks which types a source defines.
#[track_caller]
fn check_types(source: &str, expected: &[&str]) {
    assert_eq!(types("domain/volume.rs", source), expected, "{source}");
}

/// Asserts that no name of any source breaks a rule; returns all of them with their places.
#[track_caller]
fn assert_never(breaks: fn(&str, &str) -> bool) -> Vec<(String, String)> {
    let mut seen = Vec::new();
    for (place, source) in sources() {
        seen.extend(names(&place, &source).into_iter().map(|name| (place.clone(), name)));
    }
    let broken: Vec<_> = seen.iter().filter(|(place, name)| breaks(place, name)).collect();
    assert!(broken.is_empty(), "{broken:#?}");
    seen
}

/// Whether a room names a room that is not to its left, or the whole crate.
fn goes_right(place: &str, name: &str) -> bool {
    let Some(own) = room(place) else { return false };
    let Some(rest) = name.strip_prefix("crate::") else { return false };
    let other = rest.split("::").next().unwrap();
    other != own && column(other).is_none_or(|other| Some(other) >= column(own))
}

fn column(room: &str) -> Option<usize> {
    ROOMS.iter().position(|rooms| rooms.contains(&room))
}

/// Whether the domain names files, the clock, the environment, threads, printing or binary floating point.
fn is_impure(place: &str, name: &str) -> bool {
    let part = name.strip_prefix("std::").and_then(|rest| rest.split("::").next());
    let is_outside = part.is_some_and(|part| OUTSIDE.contains(&part) || part == "self" || part == "*");
    let is_clock = name.ends_with("::now");
    room(place) == Some("domain") && (is_outside || is_clock || is_float(name))
}

/// Whether a name belongs to a library that has its home elsewhere.
fn is_away_from_home(place: &str, name: &str) -> bool {
    let homes =
        LIBRARIES.iter().find(|(library, _)| library_of(name) == Some(library)).map(|(_, homes)| homes);
    homes.is_some_and(|homes| !homes.iter().any(|home| lies_in(place, home)))
}

fn library_of(name: &str) -> Option<&str> {
    name.split_once("::").map(|(library, _)| library)
}

fn lies_in(place: &str, home: &str) -> bool {
    place.strip_prefix(home).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a file is compiled for tests only.
fn is_of_tests(place: &str) -> bool {
    place == "domain/testing.rs" || place.ends_with("/tests.rs")
}

/// The room of a file; `lib.rs` and `main.rs` are in none.
fn room(place: &str) -> Option<&str> {
    let room = place.split('/').next().filter(|room| *room != place);
    assert!(room.is_some() || ["lib.rs", "main.rs"].contains(&place), "{place} is in no room");
    room
}

/// The sources, by their place in `src`.
fn sources() -> BTreeMap<String, String> {
    fn read(folder: &Path, root: &Path, sources: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, root, sources);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let place = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                sources.insert(place, fs::read_to_string(path).unwrap());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = BTreeMap::new();
    read(&root, &root, &mut sources);
    sources
}

//! The report: what is in the file, and what never is. How it looks is tested in a browser, with the page.

#[path = "common/runner.rs"]
mod runner;

use runner::{Printed, simplan, simplan_on, simplan_with};
use simplan::cli::Exit;
use std::fs;

const TODAY: &str = "--today 2026-11-25";

fn report(options: &str) -> String {
    let Printed { exit, out, .. } = simplan(&format!("report {options} {TODAY}"));
    assert!(matches!(exit, Exit::Answer), "{options}");
    out
}

/// The texts that follow a mark, up to a quote.
fn attributes<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    text.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}

#[test]
fn a_report_asks_nothing_of_anybody() {
    for options in [
        "--days 30 --data 20GB",
        "--days 45 --data 60GB --operator iam --lang fr",
        "--days 9 --data 3GB --lang zh",
    ] {
        let text = report(options);
        let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        assert!(
            text.contains(&format!("http-equiv=\"Content-Security-Policy\" content=\"{policy}\"")),
            "{options}"
        );
        for mark in [
            "<script", "<link", "<img", "<iframe", " src=", " href=", "url(", "@import", "onload=",
            "onclick=",
        ] {
            assert!(!text.contains(mark), "{options}: {mark}");
        }
    }
}

#[test]
fn a_report_has_every_part() {
    let text = report("--days 30 --data 15GB --from 2026-12-20 --kind sim --kind pass --operator inwi");
    assert_eq!(attributes(&text, "<section class=\""), ["answer", "use", "schedule", "steps", "card"]);
    assert!(
        text.contains(
            "<strong>30 days and 15 GB: inwi, Pack eSIM 20 Go, 120 MAD, nothing to renew.</strong>"
        )
    );
    assert!(text.contains("20 Dec 2026"), "the schedule has dates");
    assert!(text.contains("<p lang=\"ar\" dir=\"rtl\">"));
    assert!(
        text.contains("https://inwi.ma/fr/esim (20 Apr 2026, medium confidence)"),
        "facts have their age"
    );
    let command =
        "simplan report --days 30 --from 2026-12-20 --data 15GB --operator inwi --kind sim --kind pass";
    assert!(text.contains(&format!("<code>{command}</code>")));
}

/// The command of a report makes the same report.
#[test]
fn the_command_makes_the_same_report() {
    let options = "--use medium --days 2w --have-sim jawal --mine 5EUR/1d/500MB --channel shop --lang fr --currency EUR";
    let text = report(options);
    let command = text.split("<code>simplan report ").nth(1).unwrap().split("</code>").next().unwrap();
    let words = command.replace('\'', "");
    assert_eq!(report(&words.replace("2 weeks", "2w")), text, "{words}");
}

#[test]
fn the_number_of_a_person_is_on_the_card_and_not_in_the_command() {
    let text = report("--days 30 --data 20GB --operator maroc-telecom --form sim --number 0612345678");
    assert!(text.contains("<strong>0612345678</strong>"), "{text}");
    assert!(!text.split("<footer>").nth(1).unwrap().contains("0612345678"));
}

#[test]
fn who_keeps_what_they_have_needs_no_steps() {
    let text = report("--days 10 --data 5GB --mine 0/30d/12GB");
    assert_eq!(attributes(&text, "<section class=\""), ["answer", "use", "schedule"]);
    assert!(text.contains("keep what you have, 0/30d/12GB, 0 MAD"));
}

#[test]
fn nothing_of_a_catalogue_becomes_markup() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plans.csv");
    let header = "id,line,operator,name,kind,price,currency,data,validity,note";
    let row = "a,l,shop,<b>Pass</b>,pass,50,MAD,20GB,30d,\"<script>alert(1)</script> & \"\"y\"\"\"";
    fs::write(&file, format!("{header}\n{row}\n")).unwrap();
    let line =
        ["report", "--days", "30", "--data", "20GB", "--max-age", "any", "--plans", file.to_str().unwrap()];
    let Printed { out, err, .. } = simplan_with(None, line.map(Into::into));
    assert!(out.contains("&lt;b&gt;Pass&lt;/b&gt;"), "{out}{err}");
    assert!(out.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !out.contains("<script>"));
}

#[test]
fn the_command_names_no_folder() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stay.html");
    let line = ["report", "--days", "30", "--data", "20GB", "-o", file.to_str().unwrap()];
    assert!(matches!(simplan_with(None, line.map(Into::into)).exit, Exit::Answer));
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("<code>simplan report --days 30 --data 20GB -o stay.html</code>"));
}

#[test]
fn a_need_that_nothing_covers_has_a_report_of_why() {
    let Printed { exit, out, .. } = simplan(&format!("report --days 10 --data 20GB --max-total 1 {TODAY}"));
    assert!(matches!(exit, Exit::Nothing));
    assert_eq!(attributes(&out, "<section class=\""), ["answer"]);
    assert!(out.contains("Nothing in this catalogue fits 10 days and 20 GB."));
}

#[test]
fn a_report_is_not_for_a_terminal() {
    let Printed { exit, out, err } = simplan_on(Some(80), "report --days 30 --data 20GB");
    assert!(matches!(exit, Exit::Usage));
    assert_eq!((out.as_str(), err.lines().count()), ("", 1), "{err}");
    assert!(err.contains("`-o stay.html`"), "{err}");
}

/// A chart with too many steps costs the report only that part.
#[test]
fn a_need_of_many_purchases_has_a_report() {
    let text = report(
        "--days 365 --data 3000GB --no-unlimited --line inwi-prepaid --not-kind sim --have-sim inwi-prepaid",
    );
    let sections = attributes(&text, "<section class=\"");
    assert!(
        !sections.contains(&"use") && sections.contains(&"schedule") && sections.contains(&"steps"),
        "{sections:?}"
    );
    assert!(text.contains("Covered until day 366"), "{text}");
}

//! The calendar file, read back by a parser of another make, and held against RFC 5545 byte by byte.

use ical::IcalParser;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use ical::property::Property;
use std::collections::BTreeSet;
use std::process::Command;

/// The calendar that the program writes for these options.
fn written(options: &str) -> String {
    // Tests run side by side: each has its own file.
    let test = std::thread::current().name().unwrap_or("calendar").replace("::", "-");
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.ics"));
    let output = Command::new(env!("CARGO_BIN_EXE_simplan"))
        .arg("schedule")
        .args(options.split(' '))
        .args(["--today", "2026-11-25", "--ics"])
        .arg(&file)
        .env_clear()
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(file).unwrap()
}

fn parsed(text: &str) -> IcalCalendar {
    let mut calendars = IcalParser::new(text.as_bytes());
    let calendar = calendars.next().unwrap().unwrap();
    assert!(calendars.next().is_none());
    calendar
}

fn property<'e>(event: &'e IcalEvent, name: &str) -> &'e Property {
    let mut found = event.properties.iter().filter(|property| property.name == name);
    let property = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "{name} is there twice");
    property
}

fn value<'e>(event: &'e IcalEvent, name: &str) -> &'e str {
    property(event, name).value.as_deref().unwrap()
}

/// Text as it was before it was escaped.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => '\n',
                Some(c @ ('\\' | ';' | ',')) => c,
                other => panic!("`\\{other:?}` is not an escape"),
            },
            ';' | ',' => panic!("`{c}` must be escaped in {text}"),
            c => c,
        });
    }
    out
}

const OPTIONS: &str =
    "--days 20 --data 8GB --line maroc-telecom-jawal --from 2026-12-20 --remind 1d --remind 2h";

#[test]
fn lines_end_and_fold_as_the_standard_says() {
    let other_lines = "--days 20 --data 8GB --from 2026-12-20";
    for options in [OPTIONS.to_owned(), format!("{OPTIONS} --lang zh"), format!("{other_lines} --lang fr")] {
        let text = written(&options);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "every line ends with CRLF");
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
        assert!(text.contains("\r\n "), "long lines are folded");
    }
}

#[test]
fn days_are_all_day_events_with_an_exclusive_end() {
    let calendar = parsed(&written(OPTIONS));
    let names: Vec<_> = calendar.properties.iter().map(|property| property.name.as_str()).collect();
    assert!(names.contains(&"VERSION") && names.contains(&"PRODID"));
    // SIM and 50 DH on the first day; 5 GB at 400 MB a day are 12.5 days, 2 GB are 5: days 13 and 18.
    let days: Vec<_> = calendar
        .events
        .iter()
        .map(|event| (value(event, "DTSTART"), value(event, "DTEND"), unescaped(value(event, "SUMMARY"))))
        .collect();
    let expected = [
        ("20261220", "20261221", "Buy SIM Jawal, 30.00 MAD"),
        ("20261220", "20261221", "Buy Pass Internet Jawal 50 DH (*3), 50.00 MAD"),
        ("20270101", "20270102", "Buy Pass Internet Jawal 20 DH (*3), 20.00 MAD"),
        ("20270106", "20270107", "Buy Pass Internet Jawal 10 DH (*3), 10.00 MAD"),
    ];
    assert_eq!(days, expected.map(|(start, end, summary)| (start, end, summary.to_owned())));
    for event in &calendar.events {
        let params = property(event, "DTSTART").params.clone().unwrap();
        assert_eq!(params, [("VALUE".to_owned(), vec!["DATE".to_owned()])]);
        assert_eq!(value(event, "DTSTAMP"), "20261125T000000Z");
        let reminders: Vec<_> = event
            .alarms
            .iter()
            .map(|alarm| {
                let names: BTreeSet<_> =
                    alarm.properties.iter().map(|property| property.name.as_str()).collect();
                assert_eq!(
                    names,
                    BTreeSet::from(["ACTION", "DESCRIPTION", "TRIGGER"]),
                    "what RFC 5545 knows in a reminder"
                );
                alarm
                    .properties
                    .iter()
                    .find(|property| property.name == "TRIGGER")
                    .unwrap()
                    .value
                    .clone()
                    .unwrap()
            })
            .collect();
        assert_eq!(reminders, ["-PT6H", "-PT2H"], "18:00 on the day before, and two hours before midnight");
    }
    let how = unescaped(value(&calendar.events[1], "DESCRIPTION"));
    assert!(how.starts_with("1. ") && how.contains("the star 3") && how.lines().count() > 4, "{how}");
}

#[test]
fn times_are_told_in_utc() {
    let text = written(
        "--days 10 --data 5GB --from 2026-10-24T10:00 --zone Europe/Paris --have-sim maroc-telecom-jawal",
    );
    let calendar = parsed(&text);
    // Ten in the morning in Paris is eight in UTC. The 50 DH pass (5 GB at 500 MB a day) lasts ten days: no renewal.
    let starts: Vec<_> = calendar.events.iter().map(|event| value(event, "DTSTART")).collect();
    assert_eq!(starts, ["20261024T080000Z"]);
    assert_eq!(value(&calendar.events[0], "DTEND"), "20261024T081500Z");
}

/// The time of day in Paris at which a reminder of the first event rings, with its date.
fn rings(from: &str, remind: &str) -> String {
    let text = written(&format!(
        "--days 10 --data 5GB --from {from} --zone Europe/Paris --have-sim maroc-telecom-jawal --remind {remind}"
    ));
    let calendar = parsed(&text);
    let event = &calendar.events[0];
    let start = jiff::fmt::strtime::parse("%Y%m%dT%H%M%SZ", value(event, "DTSTART")).unwrap();
    let start = start.to_datetime().unwrap().to_zoned(jiff::tz::TimeZone::UTC).unwrap();
    let trigger = event.alarms[0].properties.iter().find(|property| property.name == "TRIGGER").unwrap();
    let before: jiff::Span = trigger.value.as_deref().unwrap().parse().unwrap();
    let rings = start.checked_add(before).unwrap().in_tz("Europe/Paris").unwrap();
    rings.strftime("%Y-%m-%d %H:%M").to_string()
}

#[test]
fn reminders_ring_at_hours_when_people_are_awake() {
    for (from, remind, expected) in [
        ("2026-12-01T03:30", "1d", "2026-11-30 18:00"),
        ("2026-12-01T23:10", "1d", "2026-11-30 18:00"),
        ("2026-12-01T14:30", "2d", "2026-11-29 18:00"),
        ("2026-12-01T14:30", "9:00", "2026-12-01 09:00"),
        ("2026-12-01T14:30", "3h", "2026-12-01 11:30"),
        // Clocks go back in the night to 25 October.
        ("2026-10-25T14:30", "1d", "2026-10-24 18:00"),
    ] {
        assert_eq!(rings(from, remind), expected, "{from} {remind}");
    }
}

#[test]
fn a_purchase_at_night_says_what_to_do() {
    for (clock, language, expected) in [
        ("21:00", "en", Some("in the evening before or in the morning")),
        ("07:59", "fr", Some("le soir qui précède ou le matin qui suit")),
        ("03:00", "zh", Some("夜里")),
        ("08:00", "en", None),
    ] {
        let text = written(&format!(
            "--days 10 --data 5GB --from 2026-12-01T{clock} --have-sim maroc-telecom-jawal --lang {language}"
        ));
        let how = unescaped(value(&parsed(&text).events[0], "DESCRIPTION"));
        match expected {
            Some(expected) => assert!(how.lines().next().unwrap().contains(expected), "{clock}: {how}"),
            None => assert!(how.starts_with("1. ") && !how.contains("night"), "{clock}: {how}"),
        }
    }
}

#[test]
fn ids_are_unique_and_stay_the_same() {
    let ids = |options: &str| -> Vec<String> {
        parsed(&written(options)).events.iter().map(|event| value(event, "UID").to_owned()).collect()
    };
    let first = ids(OPTIONS);
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), first.len());
    assert_eq!(ids(OPTIONS), first, "importing again updates");
    assert_eq!(ids(&format!("{OPTIONS} --lang zh")), first, "in another language, too");
    let elsewhen =
        ids("--days 20 --data 8GB --line maroc-telecom-jawal --from 2026-12-21 --remind 1d --remind 2h");
    assert!(elsewhen.iter().all(|id| !first.contains(id)), "another stay is another calendar");
}

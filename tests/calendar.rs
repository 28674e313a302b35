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
    // A file of another run would be taken over.
    let _ = std::fs::remove_file(&file);
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
    assert!(how.starts_with("1. ") && how.contains("star *3") && how.lines().count() > 4, "{how}");
    // A renewal on an all-day event may fall at night; the first purchase is when the stay begins.
    let how = unescaped(value(&calendar.events[2], "DESCRIPTION"));
    assert!(how.starts_with("The hour is not known: if it falls at night, buy"), "{how}");
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
    let start = start.to_datetime().unwrap().to_zoned_datetime(jiff::tz::TimeZone::UTC).unwrap();
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
    let later = "--days 20 --data 8GB --line maroc-telecom-jawal --from 2026-12-21";
    assert_eq!(ids(later), first, "a later stay with the same SIM replaces the first one");
    let elsewhere = ids("--days 20 --data 8GB --line inwi-prepaid --from 2026-12-20");
    assert!(elsewhere.iter().all(|id| !first.contains(id)), "another line has other purchases");
    let named = ids(&format!("{OPTIONS} --calendar second"));
    assert!(named.iter().all(|id| !first.contains(id)), "another name is another calendar");
}

/// A folder in which several runs write one file.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self) -> std::path::PathBuf {
        self.0.path().join("renewals.ics")
    }

    /// Plans into the file: the exit code and what is said on standard error.
    fn plan(&self, options: &str) -> (Option<i32>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_simplan"))
            .arg("schedule")
            .args(options.split(' '))
            .arg("--ics")
            .arg(self.file())
            .env_clear()
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }

    /// The calendar after a plan that has to work.
    fn after(&self, options: &str) -> IcalCalendar {
        let (code, said) = self.plan(options);
        assert_eq!(code, Some(0), "{said}");
        parsed(&std::fs::read_to_string(self.file()).unwrap())
    }
}

fn is_active(event: &IcalEvent) -> bool {
    value(event, "STATUS") == "CONFIRMED"
}

/// The starts of all events that are not cancelled.
fn active(calendar: &IcalCalendar) -> Vec<&str> {
    calendar.events.iter().filter(|event| is_active(event)).map(|event| value(event, "DTSTART")).collect()
}

const JAWAL: &str = "--line maroc-telecom-jawal --data 8GB";
const LITTLE_JAWAL: &str = "--line maroc-telecom-jawal --data 1GB";

#[test]
fn planning_again_leaves_no_event_of_the_old_plan() {
    let folder = Folder::new();
    let first = folder.after(&format!("{JAWAL} --days 20 --from 2026-12-20 --today 2026-11-25"));
    assert_eq!(active(&first), ["20261220", "20261220", "20270101", "20270106"]);
    assert!(first.events.iter().all(|event| value(event, "SEQUENCE") == "0"));

    // A later and shorter stay needs fewer purchases.
    let second = folder.after(&format!("{LITTLE_JAWAL} --days 3 --from 2027-02-01 --today 2026-11-28"));
    assert_eq!(active(&second), ["20270201", "20270201"]);
    let cancelled: Vec<_> = second.events.iter().filter(|event| !is_active(event)).collect();
    let titles: Vec<_> = cancelled
        .iter()
        .map(|event| {
            (value(event, "STATUS"), value(event, "UID"), value(event, "DTSTART"), value(event, "SUMMARY"))
        })
        .collect();
    let expected = first.events[2..]
        .iter()
        .map(|event| ("CANCELLED", value(event, "UID"), value(event, "DTSTART"), value(event, "SUMMARY")));
    assert_eq!(titles, expected.collect::<Vec<_>>());
    assert!(cancelled.iter().all(|event| event.alarms.is_empty()), "nothing rings for them");
    for event in &second.events {
        assert_eq!((value(event, "SEQUENCE"), value(event, "DTSTAMP")), ("1", "20261128T000000Z"));
    }
    let ids: BTreeSet<_> = second.events.iter().map(|event| value(event, "UID")).collect();
    assert_eq!(ids.len(), second.events.len());

    // An earlier day of planning does not turn the time back, and what was cancelled can be needed again.
    let third = folder.after(&format!("{JAWAL} --days 20 --from 2026-12-20 --today 2026-11-01"));
    assert_eq!(active(&third).len(), 4);
    assert_eq!(third.events.len(), 4);
    for event in &third.events {
        assert_eq!((value(event, "SEQUENCE"), value(event, "DTSTAMP")), ("2", "20261128T000000Z"));
    }

    // Nothing to buy any more: all is cancelled.
    let (code, said) = folder.plan(
        "--have-sim maroc-telecom-jawal --have-data 50GB --have-days 30 --data 1GB --days 5 --from 2026-12-20 \
         --today 2026-12-01",
    );
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("4 events of an earlier plan are cancelled"), "{said}");
    let fourth = parsed(&std::fs::read_to_string(folder.file()).unwrap());
    assert_eq!((fourth.events.len(), active(&fourth).len()), (4, 0));
}

#[test]
fn plans_with_other_names_stay_as_they_are() {
    let folder = Folder::new();
    let stay = format!("{JAWAL} --days 20 --from 2026-12-20 --today 2026-11-25");
    folder.after(&format!("{stay} --calendar mine --lang zh"));
    let mine = std::fs::read_to_string(folder.file()).unwrap();
    let events = &mine[mine.find("BEGIN:VEVENT").unwrap()..mine.find("END:VCALENDAR").unwrap()];
    for (name, count) in [("hers", 8), ("hers", 8), ("his", 12)] {
        let both = folder.after(&format!("{stay} --calendar {name}"));
        assert_eq!(active(&both).len(), count, "{name}");
        assert!(std::fs::read_to_string(folder.file()).unwrap().contains(events), "byte by byte");
    }
    assert_eq!(active(&folder.after(&format!("{stay} --calendar mine"))).len(), 12);
}

#[test]
fn only_calendars_of_this_program_are_replaced() {
    let folder = Folder::new();
    let stay = format!("{JAWAL} --days 20 --from 2026-12-20");
    let foreign = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n".as_bytes();
    for before in [foreign, b"my diary", b"\xff\xfe"] {
        std::fs::write(folder.file(), before).unwrap();
        let (code, said) = folder.plan(&stay);
        assert_eq!(code, Some(3), "{said}");
        assert!(said.contains("is not a calendar that this program has written"), "{said}");
        assert_eq!(std::fs::read(folder.file()).unwrap(), before);
    }
    std::fs::write(folder.file(), "").unwrap();
    assert_eq!(active(&folder.after(&stay)).len(), 4, "an empty file has nothing to lose");
}

#[test]
fn doubtful_starts_are_warnings() {
    let folder = Folder::new();
    for (from, zone, expected) in [
        ("2026-11-24", "Europe/Paris", Some("before today (25 Nov 2026)")),
        ("2026-11-25", "Europe/Paris", None),
        ("2027-03-28T02:30", "Europe/Paris", Some("forward past 02:30: the stay begins at 03:30")),
        ("2027-10-31T02:30", "Europe/Paris", Some("show 02:30 twice: the stay begins at the first")),
        ("2027-10-31T02:30", "Africa/Casablanca", None),
    ] {
        let (code, said) =
            folder.plan(&format!("{JAWAL} --days 20 --from {from} --zone {zone} --today 2026-11-25"));
        assert_eq!(code, Some(0), "{said}");
        match expected {
            Some(expected) => assert!(said.contains(expected), "{from}: {said}"),
            None => assert!(!said.contains("the stay begins"), "{from}: {said}"),
        }
    }
}

#[test]
fn a_name_cannot_break_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let plans = folder.path().join("plans.csv");
    let name = "A\rB\nC\r\nEND:VEVENT\tD; E, F\\nG";
    let row = format!("a,l,o,\"{name}\",pass,5,MAD,5GB,30d,\"x\r\nATTENDEE:y\"\n");
    std::fs::write(&plans, format!("id,line,operator,name,kind,price,currency,data,validity,buy\n{row}"))
        .unwrap();
    let text = written(&format!("--days 3 --data 1GB --from 2027-01-01 --plans {}", plans.display()));
    assert!(!text.replace("\r\n", "").contains(char::is_control), "{text:?}");
    let lines = text.replace("\r\n ", "");
    assert!(!lines.contains("\r\nATTENDEE"), "{text}");
    assert_eq!(lines.matches("END:VEVENT\r\n").count(), 1);
    let calendar = parsed(&text);
    assert_eq!(unescaped(value(&calendar.events[0], "SUMMARY")).lines().count(), 1);
}

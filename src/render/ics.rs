//! A schedule as a calendar file, RFC 5545.
//!
//! The id of an event depends on the name of the calendar, on the line and on the number of the purchase on that line,
//! but neither on the plan nor on the day: a new plan for the same SIM moves its events instead of adding others. Events
//! that the file had before and that the new plan does not have are cancelled, so that a program that has imported them
//! removes them, too.

mod earlier;
mod reminder;

pub use earlier::EarlierFile;
pub use reminder::Reminder;

use super::basket::name_with_code;
use super::context::Context;
use crate::domain::calendar::{Calendar, When};
use crate::domain::error::Error;
use crate::domain::schedule::{Purchase, Schedule};
use earlier::{PRODUCT, unfolded};
use icalendar::{Alarm, Component, Event, EventLike, Property};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// What a calendar depends on besides its schedule.
#[derive(Clone, Copy, Debug)]
pub struct CalendarOptions<'a> {
    /// The name that distinguishes this calendar from others; it may be empty.
    pub name: &'a str,
    /// The reminders of each purchase.
    pub reminders: &'a [Reminder],
    /// The file that the calendar replaces.
    pub earlier: Option<&'a EarlierFile>,
    /// The time on the clocks of the stay; reminders before it do not ring any more.
    pub now: DateTime,
}

/// A calendar as the text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarText {
    /// The whole file.
    pub text: String,
    /// How many events of the earlier file it cancels.
    pub cancelled: usize,
    /// How many reminders are in the past, and so do not ring.
    pub past: usize,
}

/// Writes the calendar of a schedule, with an event for each purchase. `steps` returns the lines that say how to buy
/// it. The other calendars of the earlier file stay as they are.
///
/// # Errors
/// `date-out-of-range`; `ics-needs-from` if the stay has no date.
pub fn calendar(
    schedule: &Schedule<'_>,
    context: &Context<'_>,
    options: &CalendarOptions<'_>,
    steps: &dyn Fn(&Purchase<'_>) -> Vec<String>,
) -> Result<CalendarText, Error> {
    if matches!(context.calendar, Calendar::Days) {
        return Err(Error::new("ics-needs-from"));
    }
    let prefix = uid_prefix(options.name);
    let (own, others): (Vec<_>, Vec<_>) = options
        .earlier
        .iter()
        .flat_map(|file| &file.components)
        .partition(|component| component.is_event() && has_prefix(component, &prefix));
    let today = context.request().today.strftime("%Y%m%dT000000Z").to_string();
    let revision = Revision::after(&own, today);

    let mut file = icalendar::Calendar::empty();
    for (key, value) in HEADER {
        file.append_property(Property::new(key, value));
    }
    let mut past = 0;
    let mut uids = BTreeSet::new();
    let mut numbers: BTreeMap<&str, u64> = BTreeMap::new();
    for purchase in schedule.purchases.iter().filter(|purchase| purchase.is_needed) {
        let line = purchase.item.plan.line.as_str();
        let number = numbers.entry(line).and_modify(|number| *number += 1).or_insert(1);
        let uid = format!("{prefix}{}{UID_END}", digest(&[line, &number.to_string()]));
        let when = context.when(purchase.starts)?;
        let summary = summary(purchase, context)?;
        let mut event = Event::new();
        event.uid(&uid);
        event.append_property(Property::new("DTSTAMP", revision.stamp.as_str()));
        event.append_property(Property::new("SEQUENCE", revision.sequence.to_string()));
        event.append_property(Property::new("STATUS", "CONFIRMED"));
        time(&mut event, &when)?;
        event.summary(&summary);
        let night = night_key(purchase, &when).map(|key| context.messages.tr(key));
        event.description(&night.into_iter().chain(steps(purchase)).collect::<Vec<_>>().join("\n"));
        // A purchase does not make its day a busy one.
        event.append_property(Property::new("TRANSP", "TRANSPARENT"));
        for reminder in options.reminders {
            past += usize::from(reminder.rings(&when).is_some_and(|rings| rings < options.now));
            let mut alarm = Alarm::display(&summary, chrono::Duration::zero());
            alarm.append_property(Property::new("TRIGGER", reminder.trigger(&when)?));
            event.alarm(alarm);
        }
        file.push(event.done());
        uids.insert(uid);
    }
    let gone: Vec<_> =
        own.into_iter().filter(|event| !event.value("UID").is_some_and(|uid| uids.contains(uid))).collect();
    let kept = others.into_iter().map(|component| component.lines.clone());
    let tail: Vec<_> = gone.iter().map(|event| revision.cancelled(event)).chain(kept).collect();
    // Folded in our way, so that a file that is read and written again stays as it is.
    let written: String = unfolded(&file.to_string()).iter().map(|line| format!("{line}\r\n")).collect();
    let text = with_earlier(&without_stray_properties(&written), options.earlier, &tail);
    let cancelled = gone.iter().filter(|event| event.value("STATUS") != Some(CANCELLED)).count();
    Ok(CalendarText { text: folded(&text), cancelled, past })
}

/// The message that says what to do if a purchase falls at night. The hour of a renewal on an all-day event is not
/// known, so it may be one of the night.
fn night_key(purchase: &Purchase<'_>, when: &When) -> Option<&'static str> {
    match when.time {
        Some(_) => when.is_at_night().then_some("ics-night"),
        None => (!purchase.starts.is_zero()).then_some("ics-any-hour"),
    }
}

/// The properties of the calendar itself.
const HEADER: [(&str, &str); 4] =
    [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")];

const CANCELLED: &str = "CANCELLED";

/// What shows that an event is newer than the earlier ones of its calendar.
struct Revision {
    sequence: u32,
    stamp: String,
}

impl Revision {
    /// The revision after those of some events, not before `today` in UTC.
    fn after(events: &[&earlier::Component], today: String) -> Self {
        // RFC 5545 has no larger integer.
        const MOST: u32 = i32::MAX.unsigned_abs();
        let sequences = events.iter().map(|event| {
            let sequence: Option<u32> = event.value("SEQUENCE").and_then(|text| text.parse().ok());
            sequence.unwrap_or(0).saturating_add(1).min(MOST)
        });
        // Times in UTC are ordered as their digits are.
        let stamps = events.iter().filter_map(|event| event.value("DTSTAMP")).filter(|text| is_stamp(text));
        let sequence = sequences.max().unwrap_or(0);
        Self { sequence, stamp: stamps.map(str::to_owned).chain([today]).max().unwrap_or_default() }
    }

    /// The content lines that cancel an event: a calendar knows it by its id, a person by its day and its title.
    fn cancelled(&self, event: &earlier::Component) -> Vec<String> {
        const KEPT: [&str; 4] = ["UID", "DTSTART", "DTEND", "SUMMARY"];
        let is_kept = |line: &&String| KEPT.iter().any(|name| earlier::key(line).eq_ignore_ascii_case(name));
        let mut lines = vec!["BEGIN:VEVENT".to_owned()];
        lines.extend(event.properties().filter(is_kept).cloned());
        lines.extend([
            format!("DTSTAMP:{}", self.stamp),
            format!("SEQUENCE:{}", self.sequence),
            format!("STATUS:{CANCELLED}"),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
        lines
    }
}

/// Whether a text is a time in UTC such as `20261125T000000Z`.
fn is_stamp(text: &str) -> bool {
    let mut bytes = text.bytes().enumerate();
    text.len() == 16
        && bytes.all(|(at, byte)| match at {
            8 => byte == b'T',
            15 => byte == b'Z',
            _ => byte.is_ascii_digit(),
        })
}

/// Adds what stays from the earlier file: properties of the calendar that this program does not write, and the lines of
/// components after those of the new events.
fn with_earlier(text: &str, earlier: Option<&EarlierFile>, components: &[Vec<String>]) -> String {
    const END: &str = "END:VCALENDAR\r\n";
    let body = text.strip_suffix(END).unwrap_or(text);
    let (head, events) = body.split_at(body.find("BEGIN:VEVENT\r\n").unwrap_or(body.len()));
    let is_foreign =
        |line: &&String| !HEADER.iter().any(|(name, _)| earlier::key(line).eq_ignore_ascii_case(name));
    let properties = earlier.iter().flat_map(|file| &file.properties).filter(is_foreign);
    let mut out = head.to_owned();
    for line in properties {
        out += line;
        out += "\r\n";
    }
    out += events;
    for line in components.iter().flatten() {
        out += line;
        out += "\r\n";
    }
    out + END
}

/// The end of all ids.
const UID_END: &str = "@simplan.invalid";

/// The begin of the ids of all events of the calendar with this name.
fn uid_prefix(name: &str) -> String {
    digest(&[name]) + "-"
}

fn has_prefix(event: &earlier::Component, prefix: &str) -> bool {
    event.value("UID").is_some_and(|uid| uid.starts_with(prefix) && uid.ends_with(UID_END))
}

/// A short name of some texts that is always the same.
fn digest(texts: &[&str]) -> String {
    let digest = Sha256::digest(format!("simplan\n{}", texts.join("\n")));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The most octets that RFC 5545 allows in a line, without its end.
const LONGEST_LINE: usize = 75;

/// Folds lines that are too long. The library folds too, but does not count the blank before the last part of a line.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive("\r\n") {
        let mut rest = line;
        let mut most = LONGEST_LINE;
        while rest.trim_end_matches("\r\n").len() > most {
            let end = (0..=most).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or(most);
            out += &rest[..end];
            out += "\r\n ";
            rest = &rest[end..];
            most = LONGEST_LINE - 1;
        }
        out += rest;
    }
    out
}

/// Removes the time stamp and the random id that the library writes into reminders: RFC 5545 does not allow them there.
fn without_stray_properties(text: &str) -> String {
    let mut in_alarm = false;
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive("\r\n") {
        match line.trim_end() {
            "BEGIN:VALARM" => in_alarm = true,
            "END:VALARM" => in_alarm = false,
            _ => {}
        }
        if !(in_alarm && (line.starts_with("DTSTAMP:") || line.starts_with("UID:"))) {
            out += line;
        }
    }
    out
}

/// Sets the time of an event: a quarter of an hour in UTC, or the whole day if only the date is known. The end is
/// exclusive.
fn time(event: &mut Event, when: &When) -> Result<(), Error> {
    if let Some(time) = &when.time {
        let starts = time.with_time_zone(TimeZone::UTC);
        let ends = starts.checked_add(jiff::SignedDuration::from_mins(15)).map_err(out_of_range)?;
        event.append_property(Property::new("DTSTART", starts.strftime("%Y%m%dT%H%M%SZ").to_string()));
        event.append_property(Property::new("DTEND", ends.strftime("%Y%m%dT%H%M%SZ").to_string()));
    } else if let Some(date) = when.date {
        let next = date.tomorrow().map_err(out_of_range)?;
        for (key, date) in [("DTSTART", date), ("DTEND", next)] {
            let mut property = Property::new(key, date.strftime("%Y%m%d").to_string());
            event.append_property(property.add_parameter("VALUE", "DATE").done());
        }
    }
    Ok(())
}

fn out_of_range(_: jiff::Error) -> Error {
    Error::new("date-out-of-range")
}

fn summary(purchase: &Purchase<'_>, context: &Context<'_>) -> Result<String, Error> {
    let messages = context.messages;
    let plan = ("plan", name_with_code(&purchase.item.plan));
    let price = context.shown_if_known(purchase.item.price)?;
    Ok(match price {
        Some(price) => messages.tr_with("ics-summary", [plan, ("price", messages.money(price))]),
        None => messages.tr_with("ics-summary-unpriced", [plan]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        assert_eq!(folded(&format!("{line}\r\nB\r\n")), format!("{}\r\nB\r\n", expected.join("\r\n ")));
    }

    fn a(count: usize) -> String {
        "a".repeat(count)
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        check(&a(75), &[&a(75)]);
        check(&a(76), &[&a(75), "a"]);
        check(&a(150), &[&a(75), &a(74), "a"]);
        // An accented letter has two octets.
        check(&(a(74) + "éa"), &[&a(74), "éa"]);
        check(&(a(73) + "é"), &[&(a(73) + "é")]);
    }
}

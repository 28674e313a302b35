//! A schedule as a calendar file, RFC 5545.
//!
//! The id of an event depends on the name of the calendar, on the line and on the number of the purchase on that line,
//! but neither on the plan nor on the day: a new plan for the same SIM moves its events instead of adding others. Events
//! that the file had before and that the new plan does not have are cancelled, so that a program that has imported them
//! removes them, too.

mod earlier;
mod reminder;
mod writer;

pub use earlier::EarlierFile;
pub use reminder::Reminder;

use super::basket::name_with_code;
use super::context::Context;
use crate::domain::calendar::{Calendar, When};
use crate::domain::error::Error;
use crate::domain::schedule::{Purchase, Schedule};
use earlier::PRODUCT;
use jiff::ZonedDateTime;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use writer::ContentLines;

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

    let mut file = ContentLines::default();
    file.begin("VCALENDAR");
    for (key, value) in HEADER {
        file.property(key, value);
    }
    for line in options.earlier.iter().flat_map(|file| foreign_properties(file)) {
        file.line(line);
    }
    let mut past = 0;
    let mut uids = BTreeSet::new();
    let mut numbers: BTreeMap<&str, u64> = BTreeMap::new();
    for purchase in schedule.purchases.iter().filter(|purchase| purchase.is_needed) {
        let line = purchase.item.plan.line.as_str();
        let number = numbers.entry(line).and_modify(|number| *number += 1).or_insert(1);
        let uid = format!("{prefix}{}{UID_END}", digest(&[line, &number.to_string()]));
        let when = context.when(purchase.starts)?;
        let night = night_key(purchase, &when).map(|key| context.messages.tr(key));
        let description = night.into_iter().chain(steps(purchase)).collect::<Vec<_>>().join("\n");
        let summary = summary(purchase, context)?;
        let times = EventTimes::new(&when)?;
        file.begin("VEVENT");
        file.text("DESCRIPTION", &description);
        file.property(&format!("DTEND{}", times.parameter), &times.end);
        file.property("DTSTAMP", &revision.stamp);
        file.property(&format!("DTSTART{}", times.parameter), &times.start);
        file.property("SEQUENCE", &revision.sequence.to_string());
        file.property("STATUS", "CONFIRMED");
        file.text("SUMMARY", &summary);
        // A purchase does not make its day a busy one.
        file.property("TRANSP", "TRANSPARENT");
        file.property("UID", &uid);
        for reminder in options.reminders {
            past += usize::from(reminder.rings(&when).is_some_and(|rings| rings < options.now));
            file.begin("VALARM");
            file.property("ACTION", "DISPLAY");
            file.text("DESCRIPTION", &summary);
            file.property("TRIGGER", &reminder.trigger(&when)?);
            file.end("VALARM");
        }
        file.end("VEVENT");
        uids.insert(uid);
    }
    let gone: Vec<_> =
        own.into_iter().filter(|event| !event.value("UID").is_some_and(|uid| uids.contains(uid))).collect();
    for event in &gone {
        revision.cancel(event, &mut file);
    }
    for line in others.into_iter().flat_map(|component| &component.lines) {
        file.line(line);
    }
    file.end("VCALENDAR");
    let cancelled = gone.iter().filter(|event| event.value("STATUS") != Some(CANCELLED)).count();
    Ok(CalendarText { text: file.into_text(), cancelled, past })
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

    /// Writes what cancels an event: a calendar knows it by its id, a person by its day and its title.
    fn cancel(&self, event: &earlier::Component, file: &mut ContentLines) {
        const KEPT: [&str; 4] = ["UID", "DTSTART", "DTEND", "SUMMARY"];
        let is_kept = |line: &&String| KEPT.iter().any(|name| earlier::key(line).eq_ignore_ascii_case(name));
        file.begin("VEVENT");
        for line in event.properties().filter(is_kept) {
            file.line(line);
        }
        file.property("DTSTAMP", &self.stamp);
        file.property("SEQUENCE", &self.sequence.to_string());
        file.property("STATUS", CANCELLED);
        file.property("TRANSP", "TRANSPARENT");
        file.end("VEVENT");
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

/// The properties of an earlier calendar that this program does not write.
fn foreign_properties(file: &EarlierFile) -> impl Iterator<Item = &String> {
    let is_foreign =
        |line: &&String| !HEADER.iter().any(|(name, _)| earlier::key(line).eq_ignore_ascii_case(name));
    file.properties.iter().filter(is_foreign)
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

/// When an event begins and ends: a quarter of an hour in UTC, or the whole day if only the date is known. The end is
/// exclusive.
struct EventTimes {
    start: String,
    end: String,
    /// What the names of both properties are followed by.
    parameter: &'static str,
}

impl EventTimes {
    fn new(when: &When) -> Result<Self, Error> {
        if let Some(time) = &when.time {
            let start = time.with_time_zone(TimeZone::UTC);
            let end = start.checked_add(jiff::SignedDuration::from_mins(15)).map_err(out_of_range)?;
            let written = |time: &ZonedDateTime| time.strftime("%Y%m%dT%H%M%SZ").to_string();
            return Ok(Self { start: written(&start), end: written(&end), parameter: "" });
        }
        let start = when.date.ok_or_else(|| Error::new("ics-needs-from"))?;
        let end = start.tomorrow().map_err(out_of_range)?;
        let written = |date: Date| date.strftime("%Y%m%d").to_string();
        Ok(Self { start: written(start), end: written(end), parameter: ";VALUE=DATE" })
    }
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

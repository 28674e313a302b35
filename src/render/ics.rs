//! A schedule as a calendar file, RFC 5545.
//!
//! The same schedule gives the same bytes. The id of an event depends on when the stay begins, on the plan and on the
//! number of its purchase, but not on the day of the purchase: importing the calendar again moves its events instead of
//! adding them a second time.

mod reminder;

pub use reminder::Reminder;

use super::basket::name_with_code;
use super::context::Context;
use crate::domain::calendar::{Calendar, When};
use crate::domain::error::Error;
use crate::domain::schedule::{Purchase, Schedule};
use icalendar::{Alarm, Component, Event, EventLike, Property};
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

/// Writes the calendar of a schedule, with an event for each purchase. `steps` returns the lines that say how to buy
/// it.
///
/// # Errors
/// `date-out-of-range`; `ics-needs-from` if the stay has no date.
pub fn calendar(
    schedule: &Schedule<'_>,
    context: &Context<'_>,
    reminders: &[Reminder],
    steps: &dyn Fn(&Purchase<'_>) -> Vec<String>,
) -> Result<String, Error> {
    let begins = match context.calendar {
        Calendar::Days => return Err(Error::new("ics-needs-from")),
        Calendar::Dates(date) => date.to_string(),
        Calendar::Times(time) => time.with_time_zone(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string(),
    };
    let stamp = context.request().today.strftime("%Y%m%dT000000Z").to_string();
    let mut file = icalendar::Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//simplan//simplan//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        file.append_property(Property::new(key, value));
    }
    for purchase in schedule.purchases.iter().filter(|purchase| purchase.is_needed) {
        let when = context.when(purchase.starts)?;
        let summary = summary(purchase, context)?;
        let mut event = Event::new();
        event.uid(&uid(&begins, purchase));
        event.append_property(Property::new("DTSTAMP", stamp.as_str()));
        time(&mut event, &when)?;
        event.summary(&summary);
        let night = when.is_at_night().then(|| context.messages.tr("ics-night"));
        event.description(&night.into_iter().chain(steps(purchase)).collect::<Vec<_>>().join("\n"));
        // A purchase does not make its day a busy one.
        event.append_property(Property::new("TRANSP", "TRANSPARENT"));
        for reminder in reminders {
            let mut alarm = Alarm::display(&summary, chrono::Duration::zero());
            alarm.append_property(Property::new("TRIGGER", reminder.trigger(&when)?));
            event.alarm(alarm);
        }
        file.push(event.done());
    }
    Ok(folded(&without_stray_properties(&file.to_string())))
}

/// The most octets that RFC 5545 allows in a line, without its end.
const LONGEST_LINE: usize = 75;

/// Folds lines that are too long: the library does not count the blank before the last part of a line.
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

fn uid(begins: &str, purchase: &Purchase<'_>) -> String {
    let plan = &purchase.item.plan;
    let name = format!("simplan\n{begins}\n{}\n{}\n{}", plan.line, plan.id, purchase.number);
    let digest: String = Sha256::digest(name).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{digest}@simplan.invalid")
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

//! `simplan schedule`: shows when to buy what, and writes the calendar file.

use super::args::{Global, ScheduleArgs};
use super::cost::{chosen, last_day_of};
use super::files::{self, Target};
use super::follow_up::follow_up;
use super::{Environment, Exit, input, output, resolve};
use crate::ask::doubts;
use crate::ask::error::{AskError, about_file};
use crate::ask::{Options, request, schedule};
use crate::domain::bill::Verdict;
use crate::domain::calendar::Calendar;
use crate::domain::error::Error;
use crate::domain::schedule::Purchase;
use crate::domain::word::Word;
use crate::guide::facts::Facts;
use crate::guide::situation::{Channel, Service};
use crate::i18n::{Language, MessageArg, Messages, Topic};
use crate::render::context::Context;
use crate::render::ics::{CalendarOptions, EarlierFile, Reminder, calendar};
use crate::render::schedule::ScheduleDocument;
use jiff::ZonedDateTime;
use jiff::civil::DateTime;
use std::ffi::OsString;
use std::io;
use std::path::Path;

pub fn run(
    args: &ScheduleArgs,
    global: &Global,
    language: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let loaded = input::catalogue(global, environment)?;
    let basis = resolve::basis(&args.request.wishes, global)?;
    let options =
        Options { channel: args.channel, pay: args.pay, ..Options::from((&args.request, &args.mine)) };
    let asked = request::request(&options, &basis, &loaded.catalogue.plans)?;
    let reminders = reminders(args)?;
    check_payment(args)?;
    if args.ics.is_some() && matches!(asked.calendar, Calendar::Days) {
        return Err(AskError::option("--ics", Error::new("ics-needs-from")));
    }
    let earlier = args.ics.as_deref().map(earlier_file).transpose()?.flatten();
    let prepared = request::prepared(&loaded.catalogue.plans, &asked.request)?;
    let messages = Messages::new(language, &[Topic::Answers, Topic::Guide, Topic::Next]);
    let bill = chosen(&args.basket, &prepared, &asked, &messages)?;
    let schedule = schedule::schedule(&bill, &asked.question)?;

    let high = asked.high_use(&prepared)?;
    let context = Context { high: high.as_ref(), ..asked.context(&prepared, &messages) };
    let last_day = last_day_of(&args.basket, &bill, &prepared, &asked);
    // The steps are those of the cheapest offer.
    let has_steps = args.basket.is_empty() && !bill.offer.is_mine(&asked.request);
    let next = has_steps.then(|| follow_up(line, "schedule", "renew-steps", &[]));
    let document = ScheduleDocument {
        context,
        offer: &bill.offer,
        schedule: &schedule,
        last_day: last_day.as_ref(),
        next: next.as_deref(),
    };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::warn(&asked.doubts, &messages, environment);
    // Lines that were left out do not change a basket of the user's own.
    if args.basket.is_empty() {
        output::warn_of_left_out(&bill.left_out, &messages, environment);
    }
    let events = schedule.purchases.iter().filter(|purchase| purchase.is_needed).count();
    let file = match &args.ics {
        // Without purchases, only the events of an earlier calendar have to be cancelled.
        Some(path) if events > 0 || earlier.is_some() => {
            let facts = Facts::built_in();
            let calendar_options = CalendarOptions {
                name: args.calendar.as_deref().unwrap_or_default(),
                reminders: &reminders,
                earlier: earlier.as_ref(),
                now: now(args, global)?,
            };
            let file = calendar(&schedule, &context, &calendar_options, &|purchase: &Purchase<'_>| {
                schedule::how_to_buy(purchase, &options, &facts, &messages)
            });
            Some((path.as_path(), file.map_err(|error| AskError::option("--ics", error))?))
        }
        _ => None,
    };
    let past = file.as_ref().map_or(0, |(_, file)| file.past);
    let mut texts: Vec<_> = file.iter().map(|(path, file)| (Some(*path), file.text.as_str())).collect();
    texts.push((global.output.as_deref(), &text));
    output::all(&texts, environment)?;
    if let Some((path, file)) = file.filter(|(path, _)| Target::from_path(Some(path)) != Target::Stdout) {
        report_calendar(path, events, file.cancelled, &messages, environment);
        // An earlier plan in the same file is replaced; about other files only the user knows.
        if earlier.is_none() {
            output::remark(&format!("{}\n", messages.tr("ics-other-file")), environment);
        }
    } else if args.ics.is_some() && events == 0 {
        output::remark(&format!("{}\n", messages.tr("ics-empty")), environment);
    }
    if past > 0 {
        let text = messages.tr_with("ics-past", [("count", past)]);
        output::write_warning(&text, &messages, environment);
    }
    output::warn(&doubts::of_rates(Some(&bill.offer), &context), &messages, environment);
    Ok(if matches!(bill.verdict, Verdict::Full { .. }) { Exit::Answer } else { Exit::Nothing })
}

/// The calendar file that is there already.
fn earlier_file(path: &Path) -> Result<Option<EarlierFile>, AskError> {
    let Target::File(path) = Target::from_path(Some(path)) else { return Ok(None) };
    let not_ours = || AskError::file(about_file("ics-not-ours", &path));
    match files::replaced_text(&path) {
        Ok(Some(text)) if !text.is_empty() => EarlierFile::parse(&text).map(Some).ok_or_else(not_ours),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(not_ours()),
        Err(error) => Err(AskError::unreadable(&path, &error)),
    }
}

/// The time on the clocks of the stay. On a day that the user gives it is not known: then it is the start of that day.
fn now(args: &ScheduleArgs, global: &Global) -> Result<DateTime, AskError> {
    if global.today.is_some() {
        return Ok(resolve::today(global)?.at(0, 0, 0, 0));
    }
    let now = ZonedDateTime::now();
    Ok(now.in_tz(&args.request.need.zone).unwrap_or(now).datetime())
}

/// Says what is in the calendar file now.
fn report_calendar(
    path: &Path,
    events: usize,
    cancelled: usize,
    messages: &Messages,
    environment: &mut Environment<'_>,
) {
    for (key, count) in [("ics-written", events), ("ics-cancelled", cancelled)] {
        if count > 0 || key == "ics-written" {
            let args = [("count", MessageArg::from(count)), ("file", path.display().to_string().into())];
            output::remark(&format!("{}\n", messages.tr_with(key, args)), environment);
        }
    }
}

fn reminders(args: &ScheduleArgs) -> Result<Vec<Reminder>, AskError> {
    if args.remind.is_empty() {
        return Ok(vec![Reminder::DEFAULT]);
    }
    let read = args.remind.iter().map(|text| Reminder::parse(text)).collect::<Result<_, _>>();
    read.map_err(|error| AskError::option("--remind", error))
}

/// Checks that the payment goes with the channel. Without a channel, each plan has a usual one: then only a payment that
/// goes with none of them is an error.
fn check_payment(args: &ScheduleArgs) -> Result<(), AskError> {
    let Some(payment) = args.pay else { return Ok(()) };
    let channels = match args.channel {
        Some(channel) => vec![channel],
        None => Service::ALL.iter().map(|service| service.channels()[0]).collect(),
    };
    let checks = channels.into_iter().map(|channel| channel.check_payment(payment, Channel::ALL));
    checks.reduce(Result::or).unwrap_or(Ok(())).map_err(AskError::usage)
}

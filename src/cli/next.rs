//! `simplan next`: says what to do today with the SIM in the phone, and when to look again.
//!
//! It is the best basket on the line of that SIM from today to the last day, with the schedule and the guide of the
//! other commands.

use super::args::{Global, NextArgs};
use super::compare::answer_nothing;
use super::input::Loaded;
use super::{Environment, Exit, input, output, resolve};
use crate::ask::compare::{Compared, Extras};
use crate::ask::doubts;
use crate::ask::error::AskError;
use crate::ask::guides::{GuideWishes, PurchasesByLine, phone_number};
use crate::ask::request::Resolved;
use crate::ask::sellers::KnownSellers;
use crate::ask::shell::{command, quoted};
use crate::ask::{Options, Sims, request};
use crate::domain::basket::Item;
use crate::domain::calendar::Calendar;
use crate::domain::comparison::{Offer, best};
use crate::domain::error::{Error, Figure};
use crate::domain::outlook::Outlook;
use crate::domain::plan::Plan;
use crate::domain::schedule::{Purchase, Schedule};
use crate::domain::slug::Slug;
use crate::domain::time::{Stay, parse_date};
use crate::domain::word::Word;
use crate::guide::facts::{Facts, Operator};
use crate::guide::lines::{GuideLine, LineWriter};
use crate::guide::situation::{Channel, Service, State};
use crate::i18n::{Language, Messages, Topic};
use crate::render::advice::Advice;
use crate::render::context::Context;
use crate::render::next::{NextDocument, OtherWay, counter_words, in_another_way};
use jiff::civil::Date;
use std::path::Path;
use std::sync::Arc;

pub fn run(
    args: &NextArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    check_line_options(args)?;
    check_complete(args)?;
    let today = resolve::today(global)?;
    let until = last_day(args, today)?;
    let facts = Facts::built_in();
    let options = options(args, today);
    let have_sims = request::slugs(&args.wishes.have_sim);
    let number = args.renewal.number.as_deref().map(|text| phone_number(text, &facts)).transpose()?;
    let wishes = GuideWishes::new(&options, &facts, &have_sims, number.as_deref());
    let loaded = input::catalogue(global, environment)?;
    let plans = &loaded.catalogue.plans;
    let basis = resolve::basis(&args.wishes, global)?;
    // The user's own words are checked before the line is narrowed to that of the SIM.
    let all = request::request(&options, &basis, plans)?;
    let on_own_line = Options { line: options.have_sim.clone(), mine: None, ..options.clone() };
    let own = request::request(&on_own_line, &basis, plans)?;
    let mut compared = Compared::new(own, plans, Extras::NONE, loaded.origin.clone())?;
    // Another line is named on its own.
    compared.advice = Advice::default();
    let Compared { asked: own, comparison, .. } = &compared;
    let messages = Messages::new(language, &[Topic::Answers, Topic::Guide, Topic::Next]);
    let other = cheapest_of_all(&all, plans)?;
    let Some(offer) = comparison.offers.first() else {
        let exit = answer_nothing(&compared, &loaded, &messages, global, environment)?;
        if let Some(other) = &other {
            let text = in_another_way(other, &compared.context(&messages)).map_err(AskError::usage)?;
            output::remark(&format!("{text}\n"), environment);
        }
        return Ok(exit);
    };

    let initial = own.question.initial.as_ref();
    let schedule = Schedule::new(&offer.basket, &own.question.need, initial).map_err(AskError::usage)?;
    let outlook = Outlook::new(&schedule, &own.question);
    let sellers = KnownSellers::new(&facts, Some(&loaded.catalogue));
    let purchases = PurchasesByLine::of_offer(offer, &own.question, &own.calendar)?;
    let guides = purchases.guides(&wishes, &sellers)?;
    let service = service_of(own, &loaded, &sellers);
    let balance = balance_line(args, &facts, service);
    let context = compared.context(&messages);
    let is_prepaid = service.is_some_and(|(service, _)| service == Service::Prepaid);
    let doubts = doubts(args, offer, is_prepaid, &context);
    let left_out = comparison.left_out.iter().map(|left_out| left_out.error.clone());
    let warnings: Vec<_> = left_out.chain(doubts.iter().cloned()).collect();
    let next = outlook.next(&own.question.need);
    let alone = each_alone(next)?;
    // The guide to all of them exists, so one of them may only lack a way of its own: then nothing is said for it.
    let own_guides: Vec<_> =
        alone.iter().filter_map(|one| one.guides(&wishes, &sellers).ok()).flatten().collect();
    let said: Vec<_> = own_guides.iter().filter_map(counter_words).collect();
    let steps_commands = steps_commands(next, args, global);
    let schedule_command = (!next.is_empty()).then(|| schedule_command(offer, args, global, (today, until)));
    let document = NextDocument {
        context,
        until,
        offer,
        outlook: &outlook,
        guide: guides.first(),
        balance: balance.as_ref().filter(|_| outlook.look_again.is_some()),
        cheaper: other.as_ref().filter(|other| is_cheaper(&other.offer, offer)),
        said: &said,
        steps_commands: &steps_commands,
        schedule_command: schedule_command.as_deref(),
        warnings: &warnings,
    };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::warn_of_left_out(&comparison.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    output::warn(&doubts, &messages, environment);
    Ok(Exit::Answer)
}

/// Checks that no option chooses lines: the SIM in the phone does.
fn check_line_options(args: &NextArgs) -> Result<(), AskError> {
    let filters = &args.wishes.filters;
    let options = [
        ("--line", !filters.line.is_empty()),
        ("--not-line", !filters.not_line.is_empty()),
        ("--sims 2", args.wishes.sims == Sims::Two),
    ];
    match options.into_iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => {
            let error = Error::new("options-conflict").with("option", option);
            Err(AskError::usage(error.with("others", "`next`")))
        }
        None => Ok(()),
    }
}

/// Checks that nothing is missing; what is, is asked for at once, each option with an example.
fn check_complete(args: &NextArgs) -> Result<(), AskError> {
    let has_need = args.per_day.is_some() || args.usage.is_some() || args.minutes.is_some();
    let parts = [
        (!args.wishes.have_sim.is_empty(), "`--have-sim inwi-prepaid`"),
        (args.until.is_some(), "`--until 2026-12-20`"),
        (has_need, "`--per-day 500MB`"),
    ];
    let missing: Vec<_> =
        parts.iter().filter(|(is_given, _)| !is_given).map(|(_, example)| *example).collect();
    if !missing.is_empty() {
        return Err(AskError::usage(Error::new("next-missing").with("expected", missing.join(", "))));
    }
    if args.wishes.have_sim.len() > 1 {
        return Err(AskError::option("--have-sim", Error::new("next-one-sim")));
    }
    Ok(())
}

/// The last day of the stay, today or later.
fn last_day(args: &NextArgs, today: Date) -> Result<Date, AskError> {
    let text = args.until.as_deref().unwrap_or_default();
    let until = parse_date(text).map_err(|error| AskError::option("--until", error))?;
    if until < today {
        let error = Error::new("until-in-the-past").with("date", until.to_string());
        return Err(AskError::option("--until", error.with("today", Figure::Date(today))));
    }
    Stay::between(today, until).map_err(|error| AskError::option("--until", error))?;
    Ok(until)
}

/// The options of the request from today to the last day.
fn options(args: &NextArgs, today: Date) -> Options {
    Options {
        from: Some(today.to_string()),
        to: args.until.clone(),
        per_day: args.per_day.clone(),
        usage: args.usage.clone(),
        minutes: args.minutes.clone(),
        margin: args.margin.clone(),
        channel: args.renewal.channel,
        pay: args.renewal.pay,
        mine: args.mine.mine.clone(),
        ..Options::from(&args.wishes)
    }
}

fn cheapest_of_all(all: &Resolved, plans: &[Arc<Plan>]) -> Result<Option<OtherWay>, AskError> {
    let prepared = request::prepared(plans, &all.request)?;
    // A search that is too large has been reported for the line of the SIM, or is about other lines.
    let first = best(&prepared, &all.question, 1).ok().and_then(|offers| offers.into_iter().next());
    Ok(first.map(|offer| OtherWay { is_mine: offer.is_mine(&all.request), offer }))
}

/// Whether another offer costs less. A total that lacks a price may be more than it looks.
fn is_cheaper(other: &Offer, own: &Offer) -> bool {
    other.lines != own.lines && other.basket.is_complete() && other.basket.total() < own.basket.total()
}

/// The line of the guide on how to see what is left on a prepaid SIM. A line that does not work shows nothing, and no code works abroad.
fn balance_line<'f>(
    args: &NextArgs,
    facts: &'f Facts,
    service: Option<(Service, &'f Operator)>,
) -> Option<GuideLine<'f>> {
    let is_active = args.wishes.state.is_none_or(|state| state == State::Active);
    let (service, operator) = service?;
    if service != Service::Prepaid || !is_active || args.renewal.channel == Some(Channel::Abroad) {
        return None;
    }
    let mut out = LineWriter::new(facts, Some(operator));
    out.fact("before-balance", "balance_ussd");
    out.lines.pop()
}

/// How the line of the SIM is renewed, and who sells it.
fn service_of<'s>(
    own: &Resolved,
    loaded: &Loaded,
    sellers: &'s KnownSellers<'s>,
) -> Option<(Service, &'s Operator)> {
    let line = own.request.have_sims.first()?;
    let plan = loaded.catalogue.plans.iter().find(|plan| plan.line == *line)?;
    let operator = sellers.of_plan(plan);
    Some((Service::from_plan(plan, Some(operator)), operator))
}

/// What makes the answer doubtful: a balance that was not given, old prices and rates.
fn doubts(args: &NextArgs, offer: &Offer, is_prepaid: bool, context: &Context<'_>) -> Vec<Error> {
    // One without the other is an error, and a line that does not work has nothing left.
    let is_unsaid = args.wishes.have_data.is_none() && context.state == State::Active && is_prepaid;
    let unsaid = is_unsaid.then(|| Error::new("next-balance-unsaid"));
    unsaid.into_iter().chain(doubts::of_first(Some(offer), context)).collect()
}

/// Each of some purchases by itself, so that what is said at the counter is about it alone.
fn each_alone<'s>(next: &[Purchase<'s>]) -> Result<Vec<PurchasesByLine<'s>>, AskError> {
    next.iter().map(|purchase| PurchasesByLine::of_plan(&purchase.item.plan, &Calendar::Days)).collect()
}

/// The commands that show the steps of some purchases, one for each plan.
fn steps_commands(next: &[Purchase<'_>], args: &NextArgs, global: &Global) -> Vec<String> {
    let mut plans: Vec<&Slug> = Vec::new();
    for purchase in next {
        if !plans.contains(&&purchase.item.plan.id) {
            plans.push(&purchase.item.plan.id);
        }
    }
    plans.into_iter().map(|plan| steps_command(plan.as_str(), args, global)).collect()
}

/// The command that shows the steps of a purchase. It names the SIM, because its line is opened already.
fn steps_command(plan: &str, args: &NextArgs, global: &Global) -> String {
    command(
        &format!("simplan renew-steps --plan {}{}", quoted(plan), catalogue_options(global)),
        &[
            ("--channel", args.renewal.channel.map(Word::word)),
            ("--pay", args.renewal.pay.map(Word::word)),
            ("--have-sim", args.wishes.have_sim.first().map(String::as_str)),
            ("--state", args.wishes.state.map(Word::word)),
            ("--number", args.renewal.number.as_deref()),
        ],
    )
}

/// The command that writes reminders of the purchases. It names them, so that it needs no filters.
fn schedule_command(offer: &Offer, args: &NextArgs, global: &Global, (today, until): (Date, Date)) -> String {
    let items = offer.basket.items().iter();
    let basket: Vec<_> = items.map(|item| quoted(&counted(item))).collect();
    let today = today.to_string();
    let until = until.to_string();
    let wishes = &args.wishes;
    command(
        &format!("simplan schedule {}{}", basket.join(" "), catalogue_options(global)),
        &[
            ("--from", Some(&today)),
            ("--to", Some(&until)),
            ("--per-day", args.per_day.as_deref()),
            ("--use", args.usage.as_deref()),
            ("--minutes", args.minutes.as_deref()),
            ("--margin", args.margin.as_deref()),
            ("--have-sim", wishes.have_sim.first().map(String::as_str)),
            ("--have-data", wishes.have_data.as_deref()),
            ("--have-days", wishes.have_days.as_deref()),
            ("--state", wishes.state.map(Word::word)),
            ("--ics", Some("renew.ics")),
        ],
    )
}

/// A plan and how often it is bought, as `schedule` reads it: `ID`, `ID:3`.
fn counted(item: &Item) -> String {
    if item.count == 1 { item.plan.id.to_string() } else { format!("{}:{}", item.plan.id, item.count) }
}

/// The catalogue of the user, for the commands that come next. Standard input is read already: they need its file.
fn catalogue_options(global: &Global) -> String {
    let files = global.catalogue_files().map(|(option, path)| {
        let is_read = path == Path::new("-");
        let name = if is_read { "FILE".to_owned() } else { quoted(&path.display().to_string()) };
        format!(" {option} {name}")
    });
    files.collect()
}

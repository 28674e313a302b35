//! `simplan compare --people`: what several people with the same need buy, with a SIM for each or with fewer.

use super::args::{CompareArgs, Global};
use super::compare::{answer_nothing, exit, gate};
use super::follow_up::follow_up;
use super::{Environment, Exit, input, output, resolve};
use crate::ask::compare::{Compared, Extras};
use crate::ask::doubts;
use crate::ask::error::AskError;
use crate::ask::request::Resolved;
use crate::ask::{Options, Sims, request};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::number::{plain, whole};
use crate::domain::people::{PEOPLE, Split, question_for, splits};
use crate::i18n::{Language, Messages, Topic};
use crate::render::people::PeopleDocument;
use std::ffi::OsString;

pub fn run(
    args: &CompareArgs,
    count: &str,
    global: &Global,
    language: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    if args.request.wishes.sims == Sims::Two {
        let error = Error::new("options-conflict").with("option", "--people");
        return Err(AskError::usage(error.with("others", "`--sims 2`")));
    }
    let people = people(count)?;
    let limit = args.limit.as_deref().map(|text| resolve::limit(text, "--limit")).transpose()?;
    let gate = gate(args)?;
    let loaded = input::catalogue(global, environment)?;
    let basis = resolve::basis(&args.request.wishes, global)?;
    let plans = &loaded.catalogue.plans;
    let asked = request::request(&Options::from(&args.request), &basis, plans)?;
    let prepared = request::prepared(plans, &asked.request)?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let splits = splits(&prepared, &asked.question, people).map_err(AskError::usage)?;
    let Some(first) = splits.first() else {
        let compared = Compared::new(asked, plans, Extras::ADVICE, loaded.origin.clone())?;
        return answer_nothing(&compared, &loaded, &messages, global, environment);
    };
    let next = next_command(line, first, &asked)?;
    let document = PeopleDocument {
        context: asked.context(&prepared, &messages),
        people,
        splits: &splits,
        limit,
        room: splits.len(),
        next: Some(&next),
    };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::warn(&asked.doubts, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    let offers: Vec<&Offer> = first.groups.iter().map(|group| &group.offer).collect();
    for offer in unlike(&offers) {
        output::warn(&doubts::of_rates(Some(offer), &document.context), &messages, environment);
    }
    let mut exits =
        unlike(&offers).into_iter().map(|offer| exit(Some(offer), &document.context, gate, environment));
    Ok(exits.find(|exit| *exit == Exit::Gate).unwrap_or(Exit::Answer))
}

/// What may follow a number of people, in lower case.
const UNITS: [&str; 13] = [
    "person",
    "persons",
    "people",
    "traveller",
    "travellers",
    "traveler",
    "travelers",
    "personne",
    "personnes",
    "pers",
    "pers.",
    "人",
    "个人",
];

/// Reads a number of people, perhaps with a unit: `3`, `3 people`, `3人`.
fn people(count: &str) -> Result<usize, AskError> {
    let typed = plain(count).to_lowercase();
    let at = typed.find(char::is_alphabetic).unwrap_or(typed.len());
    let unit = &typed[at..];
    let form = || {
        let error = Error::new("people-form").with("value", count);
        AskError::option("--people", with_range(error))
    };
    if !unit.is_empty() && !UNITS.contains(&unit) {
        return Err(form());
    }
    let number = whole(typed[..at].trim_end(), "people-form").map_err(|_| form())?;
    let people = usize::try_from(number).ok().filter(|number| PEOPLE.contains(number));
    people.ok_or_else(|| AskError::usage(with_range(Error::new("people-out-of-range").with("value", count))))
}

/// Adds how many people an answer can be for.
fn with_range(error: Error) -> Error {
    error.with("min", *PEOPLE.start() as u64).with("max", *PEOPLE.end() as u64)
}

/// The steps for the first SIM of a split, whose data is that of all who share it.
fn next_command(line: &[OsString], split: &Split, asked: &Resolved) -> Result<String, AskError> {
    let own = follow_up(line, "compare", "renew-steps", &[]);
    let Some(group) = split.groups.first().filter(|group| group.people > 1) else { return Ok(own) };
    let question = question_for(&asked.question, group.people).map_err(AskError::usage)?;
    let data = question.asked().data().to_string();
    Ok(follow_up(&with_data(line, &data), "compare", "renew-steps", &[]))
}

/// The command line with this data in place of the user's, which is given once.
fn with_data(line: &[OsString], data: &str) -> Vec<OsString> {
    let mut words = Vec::new();
    let mut rest = line.iter();
    while let Some(word) = rest.next() {
        let text = word.to_string_lossy();
        let option = text.split_once('=').map_or(&*text, |(option, _)| option);
        if !["--data", "--per-day", "--use"].contains(&option) {
            words.push(word.clone());
            continue;
        }
        if option == text {
            rest.next();
        }
        words.extend(["--data", data].map(OsString::from));
    }
    words
}

/// The offers without those that buy the same as an earlier one.
fn unlike<'o>(offers: &[&'o Offer]) -> Vec<&'o Offer> {
    let mut unlike: Vec<&Offer> = Vec::new();
    for offer in offers {
        if !unlike.iter().any(|known| known.basket == offer.basket) {
            unlike.push(offer);
        }
    }
    unlike
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        assert_eq!(with_data(&words, "15GB").join(std::ffi::OsStr::new(" ")), expected);
    }

    #[test]
    fn the_data_of_a_group_takes_the_place_of_the_users() {
        check("simplan compare --days 3 --data 5GB", "simplan compare --days 3 --data 15GB");
        check("simplan compare --data=5GB --people 3", "simplan compare --data 15GB --people 3");
        check("simplan compare --use medium --resident", "simplan compare --data 15GB --resident");
        check("simplan compare --per-day 1GB", "simplan compare --data 15GB");
    }

    #[test]
    fn numbers_of_people() {
        assert_eq!(people("2").unwrap(), 2);
        assert_eq!(people("20").unwrap(), 20);
        for typed in ["2 personnes", "2人", "２ 个人", "2 People"] {
            assert_eq!(people(typed).unwrap(), 2, "{typed}");
        }
        for bad in ["0", "1", "21", "-3", "two", "2.5", "", "2 SIMs", "people"] {
            assert!(people(bad).is_err(), "{bad}");
        }
    }
}

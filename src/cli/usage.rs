//! `simplan usage`: how much data everyday activities take.

use super::args::{Global, UsageArgs};
use super::{Environment, Exit, output};
use crate::ask::error::AskError;
use crate::i18n::{Language, Messages, Topic};
use crate::render::usage::UsageDocument;
use crate::usage::Activities;

pub fn run(
    args: &UsageArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let known = Activities::built_in();
    let typed = as_one_text(&args.amounts);
    let day = if typed.is_empty() { None } else { Some(known.usage(&typed).map_err(AskError::usage)?) };
    let messages = Messages::new(language, &[Topic::Answers, Topic::Usage]);
    let document = UsageDocument {
        known,
        day: day.as_ref().map(|day| (&*typed, day)),
        with_sources: !args.no_sources,
        messages: &messages,
    };
    let text = output::text(&document, global, environment)?;
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// The activities as one text: with commas if each argument is one activity, else with blanks, because the amount of an
/// activity may be several arguments.
fn as_one_text(amounts: &[String]) -> String {
    let are_whole = amounts.iter().skip(1).all(|amount| amount.split_once('=').is_some_and(is_activity));
    let last_is_open = amounts.iter().any(|amount| amount.ends_with('='));
    amounts.join(if are_whole && !last_is_open { "," } else { " " })
}

/// Whether the text before and after an equals sign is an activity and the start of its amount.
fn is_activity((name, amount): (&str, &str)) -> bool {
    !name.is_empty() && !amount.is_empty()
}

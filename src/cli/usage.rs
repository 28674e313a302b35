//! `simplan usage`: how much data everyday activities take.

use super::args::{Global, UsageArgs};
use super::error::CliError;
use super::{Environment, Exit, output};
use crate::i18n::{Language, Messages, Topic};
use crate::render::usage::UsageDocument;
use crate::usage::Activities;

pub fn run(
    args: &UsageArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let known = Activities::built_in();
    let typed = args.amounts.join(",");
    let day = if typed.is_empty() { None } else { Some(known.usage(&typed).map_err(CliError::usage)?) };
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

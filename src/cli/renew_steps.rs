//! `simplan renew-steps`: shows how to get a SIM and renew it, step by step.

use super::args::{Global, RenewStepsArgs};
use super::compare::answer_nothing;
use super::{Environment, Exit, input, output, resolve};
use crate::ask::steps::{self, StepsFound, with_cards};
use crate::ask::{AskError, Options};
use crate::guide::facts::Facts;
use crate::i18n::{Language, Messages, Topic};

pub fn run(
    args: &RenewStepsArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let facts = Facts::built_in();
    let options = options(args);
    let needs_catalogue = steps::needs_catalogue(&options, &facts);
    let loaded = needs_catalogue.then(|| input::catalogue(global, environment)).transpose()?;
    let messages = Messages::new(language, &[Topic::Answers, Topic::Guide]);
    let basis = resolve::basis(&args.request.wishes, global)?;
    let catalogue = loaded.as_ref().map(|loaded| (&loaded.catalogue, &loaded.origin));
    steps::find(&options, args.card, catalogue, &facts, &basis, |found| {
        if let (Some(compared), Some(loaded), None) = (found.compared, &loaded, found.offer()) {
            return answer_nothing(compared, loaded, &messages, global, environment);
        }
        if let Some(loaded) = &loaded {
            loaded.warn(language, environment);
        }
        output::warn(found.doubts, &messages, environment);
        if let Some(compared) = found.compared {
            output::warn_of_left_out(&compared.comparison.left_out, &messages, environment);
        }
        let exit = answer(args, &found, &messages, global, environment)?;
        if let Some(compared) = found.compared {
            output::warn_of_first(found.offer(), &compared.context(&messages), environment);
        }
        Ok(exit)
    })
}

/// The options of the command.
fn options(args: &RenewStepsArgs) -> Options {
    Options {
        plan: args.plan.clone(),
        channel: args.renewal.channel,
        pay: args.renewal.pay,
        number: args.renewal.number.clone(),
        ..Options::from(&args.request)
    }
}

/// Writes the guides, or their counter cards.
fn answer(
    args: &RenewStepsArgs,
    found: &StepsFound<'_>,
    messages: &Messages,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let text = if args.card {
        with_cards(found.guides, messages, |document| output::text(document, global, environment))?
    } else {
        output::text(&found.document(!args.no_sources, messages), global, environment)?
    };
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

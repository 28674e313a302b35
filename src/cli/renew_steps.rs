//! `simplan renew-steps`: shows how to get a SIM and renew it, step by step.

use super::args::{Global, RenewStepsArgs};
use super::compare::answer_nothing;
use super::input::Loaded;
use super::{Environment, Exit, input, output, resolve};
use crate::ask::doubts;
use crate::ask::guides::{GuideWishes, PurchasesByLine, phone_number};
use crate::ask::sellers::{KnownSellers, Seller};
use crate::ask::steps::{self, StepsFound, with_cards};
use crate::ask::{AskError, Basis, Options, names, need, request};
use crate::domain::error::Error;
use crate::domain::plan::Plan;
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
    let needs_catalogue = args.plan.is_some() || steps::needs_catalogue(&options, &facts);
    let loaded = needs_catalogue.then(|| input::catalogue(global, environment)).transpose()?;
    let messages = Messages::new(language, &[Topic::Answers, Topic::Guide]);
    let basis = resolve::basis(&args.request.wishes, global)?;
    if let (Some(plan), Some(loaded)) = (&args.plan, &loaded) {
        return of_plan(plan, (args, &options), loaded, (&facts, &basis), &messages, global, environment);
    }
    let catalogue = loaded.as_ref().map(|loaded| (&loaded.catalogue, &loaded.origin));
    steps::find(&options, args.card, catalogue, &facts, &basis, |found| {
        if let (Some(compared), Some(loaded), None) = (found.compared, &loaded, found.offer()) {
            return answer_nothing(compared, loaded, &messages, global, environment);
        }
        if let Some(loaded) = &loaded {
            loaded.warn(language, environment);
        }
        if let Some(compared) = found.compared {
            output::warn(&compared.asked.doubts, &messages, environment);
            output::warn(found.skipped, &messages, environment);
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
        channel: args.channel,
        pay: args.pay,
        number: args.number.clone(),
        ..Options::from(&args.request)
    }
}

/// The steps for one plan that the user named.
fn of_plan(
    plan: &str,
    (args, options): (&RenewStepsArgs, &Options),
    loaded: &Loaded,
    (facts, basis): (&Facts, &Basis),
    messages: &Messages,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let have_sims = request::slugs(&options.have_sim);
    let number = options.number.as_deref().map(|text| phone_number(text, facts)).transpose()?;
    let wishes = GuideWishes::new(options, facts, &have_sims, number.as_deref());
    let wishes = if args.card { wishes.at_counter()? } else { wishes };
    let sellers = KnownSellers::new(facts, Some(&loaded.catalogue));
    let named = sellers.named(&options.operator, "--operator")?;
    let calendar = need::calendar(options)?;
    let from = options.from.as_deref();
    let doubts = from.map(|from| need::doubts_of_start(from, &calendar, basis.today)).transpose()?;
    let plan = named_plan(plan, options, &named, loaded)?;
    let purchases = PurchasesByLine::of_plan(plan, &calendar)?;
    let guides = purchases.guides(&wishes, &sellers)?;
    loaded.warn(messages.language(), environment);
    let doubts = doubts.unwrap_or_default().into_iter().chain(doubts::old_price(plan, basis.today));
    output::warn(&doubts.collect::<Vec<_>>(), messages, environment);
    let found = StepsFound { guides: &guides, compared: None, skipped: &[] };
    answer(args, &found, messages, global, environment)
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

/// The plan of `--plan`. If the user named sellers too, one of them has to sell it.
fn named_plan<'l>(
    id: &str,
    options: &Options,
    named: &[Seller<'_>],
    loaded: &'l Loaded,
) -> Result<&'l Plan, AskError> {
    let plan = names::plan(&loaded.catalogue, id, "--plan")?.as_ref();
    if named.is_empty() || named.iter().any(|seller| seller.sells(plan)) {
        return Ok(plan);
    }
    let error = Error::new("plan-of-another-operator")
        .with("plan", plan.id.as_str())
        .with("operator", plan.operator.as_str())
        .with("value", options.operator.join(", "));
    Err(AskError::option("--operator", error))
}

//! `simplan renew-steps`: shows how to get a SIM and renew it, step by step.

use super::args::{Global, RenewStepsArgs, RequestArgs};
use super::compare::answer_nothing;
use super::error::CliError;
use super::guides::{GuideWishes, LinePurchases, PurchasesByLine, phone_number};
use super::input::Loaded;
use super::names::NameKind;
use super::resolve::Resolved;
use super::sellers::{KnownSellers, Seller};
use super::{Environment, Exit, input, names, need, output, resolve};
use crate::catalogue::Catalogue;
use crate::domain::comparison::{Comparison, Offer, compare};
use crate::domain::error::Error;
use crate::domain::plan::{Kind, Plan};
use crate::domain::prepared::PreparedCatalogue;
use crate::guide::card::cards;
use crate::guide::facts::Facts;
use crate::guide::situation::{Service, State};
use crate::guide::steps::Guide;
use crate::i18n::{Language, Messages, Topic};
use crate::render::card::CardDocument;
use crate::render::context::Context;
use crate::render::guide::GuideDocument;

pub fn run(
    args: &RenewStepsArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let facts = Facts::built_in();
    let have_sims = resolve::slugs(&args.request.wishes.have_sim);
    let number = args.number.as_deref().map(|text| phone_number(text, &facts)).transpose()?;
    let wishes = GuideWishes::new(args, &facts, &have_sims, number.as_deref())?;
    let loaded = needs_catalogue(args, &facts).then(|| input::catalogue(global, environment)).transpose()?;
    let sellers = KnownSellers::new(&facts, loaded.as_ref().map(|loaded| &loaded.catalogue));
    let named = sellers.named(&args.request.wishes.filters.operator, "--operator")?;
    let messages = Messages::new(language, &[Topic::Answers, Topic::Guide]);
    let Some(loaded) = loaded else {
        let guides = general(args, &wishes, &sellers, named, None)?;
        return answer(args, &guides, None, &messages, global, environment);
    };
    if args.plan.is_some() {
        let calendar = need::calendar(&args.request.need)?;
        let from = args.request.need.from.as_deref();
        let today = resolve::today(global)?;
        let doubts = from.map(|from| need::doubts_of_start(from, &calendar, today)).transpose()?;
        let plan = named_plan(args, &named, &loaded)?;
        let purchases = PurchasesByLine::of_plan(plan, &calendar)?;
        let guides = purchases.guides(&wishes, &sellers)?;
        loaded.warn(language, environment);
        let doubts = doubts.unwrap_or_default().into_iter().chain(output::old_price(plan, today));
        output::warn(&doubts.collect::<Vec<_>>(), &messages, environment);
        return answer(args, &guides, None, &messages, global, environment);
    }
    if !has_need(args) {
        let of_sims = with_sims(args, &loaded, &sellers)?;
        let shown = if named.is_empty() { of_sims } else { named };
        let guides = general(args, &wishes, &sellers, shown, Some(&loaded.catalogue))?;
        loaded.warn(language, environment);
        return answer(args, &guides, None, &messages, global, environment);
    }
    let compared = preferred(&args.request, &named, &loaded, global)?;
    let Compared { resolved, prepared, comparison, skipped } = &compared;
    let Some(offer) = comparison.offers.first() else {
        return answer_nothing((resolved, prepared, comparison), &loaded, &messages, global, environment);
    };
    let purchases = PurchasesByLine::of_offer(offer, &resolved.question, &resolved.calendar)?;
    let guides = purchases.guides(&wishes, &sellers)?;
    let high = resolved.high_use(prepared)?;
    let context = Context { high: high.as_ref(), ..resolved.context(prepared, &messages) };
    loaded.warn(language, environment);
    output::warn(&resolved.doubts, &messages, environment);
    output::warn(skipped, &messages, environment);
    output::warn_of_left_out(&comparison.left_out, &messages, environment);
    let exit = answer(args, &guides, Some((offer, context)), &messages, global, environment)?;
    output::warn_of_first(Some(offer), &context, environment);
    Ok(exit)
}

/// Writes the guides, or their counter cards.
fn answer(
    args: &RenewStepsArgs,
    guides: &[Guide<'_>],
    of_need: Option<(&Offer, Context<'_>)>,
    messages: &Messages,
    global: &Global,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let text = if args.card {
        let cards: Vec<_> = guides.iter().flat_map(cards).collect();
        if cards.is_empty() {
            return Err(CliError::nothing(Error::new("card-nothing-at-counter")));
        }
        output::text(&CardDocument { cards: &cards, messages }, global, environment)?
    } else {
        let with_sources = !args.no_sources;
        let document = GuideDocument { guides, answer: of_need, with_sources, messages };
        output::text(&document, global, environment)?
    };
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// Whether the answer depends on a catalogue: without a plan, a need or a SIM, the guide knows everything.
fn needs_catalogue(args: &RenewStepsArgs, facts: &Facts) -> bool {
    let wishes = &args.request.wishes;
    let is_in_guide =
        |name: &String| facts.operator(name).is_some() || facts.operator_of_brand(name).is_some();
    args.plan.is_some()
        || has_need(args)
        || !wishes.have_sim.is_empty()
        || !wishes.filters.operator.iter().all(is_in_guide)
}

/// Whether the user gave a need, or an option that only makes sense with one.
fn has_need(args: &RenewStepsArgs) -> bool {
    let need = &args.request.need;
    let wishes = &args.request.wishes;
    let filters = &wishes.filters;
    let texts = [
        &need.days,
        &need.to,
        &need.data,
        &need.per_day,
        &need.usage,
        &need.minutes,
        &need.margin,
        &wishes.have_data,
        &wishes.have_days,
        &wishes.max_purchases,
        &wishes.max_total,
    ];
    let lists = [&filters.line, &filters.not_line, &filters.not_operator];
    texts.into_iter().any(Option::is_some)
        || lists.into_iter().any(|list| !list.is_empty())
        || args.plan.is_none() && need.from.is_some()
}

/// The guides without a plan or a need, for the sellers that the user named, else for all operators. What is known of
/// only some of them is shown for those.
fn general<'s>(
    args: &RenewStepsArgs,
    wishes: &GuideWishes<'s>,
    sellers: &'s KnownSellers<'s>,
    named: Vec<Seller<'s>>,
    catalogue: Option<&Catalogue>,
) -> Result<Vec<Guide<'s>>, CliError> {
    let is_contract = args.request.wishes.filters.kind == [Kind::Contract];
    let state = args.request.wishes.state.unwrap_or(State::Active);
    let named = if named.is_empty() { sellers.of_guide() } else { named };
    let guides: Vec<_> = named
        .into_iter()
        .map(|seller| {
            let service = match seller {
                Seller { is_brand: true, .. } => Service::DigitalBrand,
                _ if is_contract => Service::Monthly,
                _ => seller.usual_service(catalogue),
            };
            wishes.guide(seller.operator, service, state, &LinePurchases::OWN)
        })
        .collect();
    if guides.iter().any(Result::is_ok) {
        return Ok(guides.into_iter().flatten().collect());
    }
    guides.into_iter().collect()
}

/// The sellers of the SIMs that the user has.
fn with_sims<'s>(
    args: &RenewStepsArgs,
    loaded: &Loaded,
    sellers: &'s KnownSellers<'s>,
) -> Result<Vec<Seller<'s>>, CliError> {
    let names = args.request.wishes.have_sim.iter().map(String::as_str);
    let lines = names::slugs(&loaded.catalogue, NameKind::Line, names, "--have-sim")?;
    Ok(sellers.of_lines(&lines, &loaded.catalogue))
}

/// The plan of `--plan`. If the user named sellers too, one of them has to sell it.
fn named_plan<'l>(
    args: &RenewStepsArgs,
    named: &[Seller<'_>],
    loaded: &'l Loaded,
) -> Result<&'l Plan, CliError> {
    let id = args.plan.as_deref().unwrap_or_default();
    let plan = names::plan(&loaded.catalogue, id, "--plan")?.as_ref();
    if named.is_empty() || named.iter().any(|seller| seller.sells(plan)) {
        return Ok(plan);
    }
    let error = Error::new("plan-of-another-operator")
        .with("plan", plan.id.as_str())
        .with("operator", plan.operator.as_str())
        .with("value", args.request.wishes.filters.operator.join(", "));
    Err(CliError::option("--operator", error))
}

/// A need, and the offers for it.
struct Compared {
    resolved: Resolved,
    prepared: PreparedCatalogue,
    comparison: Comparison,
    /// The sellers that the user would have preferred, as warnings.
    skipped: Vec<Error>,
}

/// Compares plans for the need. If the user named sellers, their order is one of preference: the first with an offer
/// counts, and a brand without plans is passed over if there are others.
fn preferred(
    args: &RequestArgs,
    named: &[Seller<'_>],
    loaded: &Loaded,
    global: &Global,
) -> Result<Compared, CliError> {
    if named.is_empty() {
        return compared(args, loaded, global);
    }
    let mut last = Err(CliError::nothing(Error::new("nothing-fits")));
    let mut skipped = Vec::new();
    for seller in named {
        match seller.narrow(args, &loaded.catalogue) {
            Ok(narrowed) => {
                let found = compared(&narrowed, loaded, global)?;
                if !found.comparison.offers.is_empty() {
                    return Ok(Compared { skipped, ..found });
                }
                last = Ok(found);
            }
            Err(error) if last.is_err() => last = Err(error),
            Err(_) => {}
        }
        skipped.push(Error::new("preference-skipped").with("seller", seller.name()));
    }
    last
}

fn compared(args: &RequestArgs, loaded: &Loaded, global: &Global) -> Result<Compared, CliError> {
    let resolved = resolve::request(args, global, &loaded.catalogue)?;
    let prepared = resolve::prepared(&loaded.catalogue.plans, &resolved.request)?;
    let comparison = compare(&prepared, &resolved.question);
    Ok(Compared { resolved, prepared, comparison, skipped: Vec::new() })
}

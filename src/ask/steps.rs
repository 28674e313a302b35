//! Answers `renew-steps`: the guides for the cheapest offer of a need, for a plan, or for the sellers and SIMs that the
//! user named.

use super::compare::{Compared, Extras};
use super::doubts;
use super::error::AskError;
use super::guides::{GuideWishes, LinePurchases, PurchasesByLine, phone_number};
use super::names::{self, NameKind};
use super::need;
use super::options::Options;
use super::request::{self, Basis};
use super::sellers::{KnownSellers, Seller};
use crate::catalogue::Catalogue;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::plan::{Kind, Plan};
use crate::guide::card::cards;
use crate::guide::facts::Facts;
use crate::guide::situation::{Service, State};
use crate::guide::steps::Guide;
use crate::i18n::Messages;
use crate::render::card::CardDocument;
use crate::render::context::Context;
use crate::render::forms::Origin;
use crate::render::guide::GuideDocument;

/// The steps that answer a question.
#[derive(Clone, Copy)]
pub struct StepsFound<'a> {
    /// The guide for each seller. If the need has no offer, or nothing has to be bought, there is none.
    pub guides: &'a [Guide<'a>],
    /// The need and its offers; `None` if the user gave no need.
    pub compared: Option<&'a Compared>,
    /// What is doubtful about the need or the plan, and the sellers that the user would have preferred, as warnings.
    pub doubts: &'a [Error],
}

impl<'a> StepsFound<'a> {
    /// Steps that are not for a need.
    fn without_need(guides: &'a [Guide<'a>], doubts: &'a [Error]) -> Self {
        Self { guides, compared: None, doubts }
    }

    /// The offer that is explained; `None` without a need, or if nothing fits.
    pub fn offer(&self) -> Option<&'a Offer> {
        self.compared?.comparison.offers.first()
    }

    /// The guides as a document.
    pub fn document(&self, with_sources: bool, messages: &'a Messages) -> GuideDocument<'a> {
        let answer: Option<(&Offer, Context<'_>)> =
            self.compared.and_then(|compared| Some((self.offer()?, compared.context(messages))));
        GuideDocument { guides: self.guides, answer, with_sources, messages }
    }
}

/// What is shown to the sellers of some guides, as a document for `answer`.
///
/// # Errors
/// `card-nothing-at-counter`, and those of `answer`.
pub fn with_cards<T>(
    guides: &[Guide<'_>],
    messages: &Messages,
    answer: impl FnOnce(&CardDocument<'_>) -> Result<T, AskError>,
) -> Result<T, AskError> {
    let cards: Vec<_> = guides.iter().flat_map(cards).collect();
    if cards.is_empty() {
        return Err(AskError::nothing(Error::new("card-nothing-at-counter")));
    }
    answer(&CardDocument { cards: &cards, messages })
}

/// Whether the answer depends on a catalogue: without a need or a SIM, the guide knows everything.
pub fn needs_catalogue(options: &Options, facts: &Facts) -> bool {
    let is_in_guide =
        |name: &String| facts.operator(name).is_some() || facts.operator_of_brand(name).is_some();
    options.plan.is_some()
        || has_need(options)
        || !options.have_sim.is_empty()
        || !options.operator.iter().all(is_in_guide)
}

/// Whether the user gave a need, or an option that only makes sense with one.
fn has_need(options: &Options) -> bool {
    let texts = [
        &options.days,
        &options.from,
        &options.to,
        &options.data,
        &options.per_day,
        &options.usage,
        &options.minutes,
        &options.margin,
        &options.have_data,
        &options.have_days,
        &options.max_purchases,
        &options.max_total,
    ];
    let lists = [&options.line, &options.not_line, &options.not_operator];
    texts.into_iter().any(Option::is_some) || lists.into_iter().any(|list| !list.is_empty())
}

/// Finds the steps, and passes them to `answer`. Without a catalogue, the guide answers alone.
///
/// # Errors
/// What is not valid in the options, `card-needs-a-counter` if `is_card`, ways that are not known, and those of `answer`.
pub fn find<T>(
    options: &Options,
    is_card: bool,
    catalogue: Option<(&Catalogue, &Origin)>,
    facts: &Facts,
    basis: &Basis,
    answer: impl FnOnce(StepsFound<'_>) -> Result<T, AskError>,
) -> Result<T, AskError> {
    // The steps are those of a seller in the country, whatever the user has already.
    let options = &Options { mine: None, ..options.clone() };
    let have_sims = request::slugs(&options.have_sim);
    let number = options.number.as_deref().map(|text| phone_number(text, facts)).transpose()?;
    let wishes = GuideWishes::new(options, facts, &have_sims, number.as_deref());
    let wishes = if is_card { wishes.at_counter()? } else { wishes };
    let sellers = KnownSellers::new(facts, catalogue.map(|(catalogue, _)| catalogue));
    let named = sellers.named(&options.operator, "--operator")?;
    let Some((catalogue, origin)) = catalogue else {
        let guides = general(options, &wishes, &sellers, named, None)?;
        return answer(StepsFound::without_need(&guides, &[]));
    };
    if let Some(id) = &options.plan {
        let calendar = need::calendar(options)?;
        let from = options.from.as_deref();
        let doubts = from.map(|from| need::doubts_of_start(from, &calendar, basis.today)).transpose()?;
        let plan = named_plan(id, options, &named, catalogue)?;
        let purchases = PurchasesByLine::of_plan(plan, &calendar)?;
        let guides = purchases.guides(&wishes, &sellers)?;
        let doubts = doubts.unwrap_or_default().into_iter().chain(doubts::old_price(plan, basis.today));
        return answer(StepsFound::without_need(&guides, &doubts.collect::<Vec<_>>()));
    }
    if !has_need(options) {
        let of_sims = with_sims(options, catalogue, &sellers)?;
        let shown = if named.is_empty() { of_sims } else { named };
        let guides = general(options, &wishes, &sellers, shown, Some(catalogue))?;
        return answer(StepsFound::without_need(&guides, &[]));
    }
    let Preferred { compared, skipped } = preferred(options, &named, catalogue, origin, basis)?;
    let purchases = match compared.comparison.offers.first() {
        Some(offer) => PurchasesByLine::of_offer(offer, &compared.asked.question, &compared.asked.calendar)?,
        None => PurchasesByLine::NONE,
    };
    let guides = if compared.is_nothing() { Vec::new() } else { purchases.guides(&wishes, &sellers)? };
    let doubts: Vec<_> = compared.asked.doubts.iter().cloned().chain(skipped).collect();
    answer(StepsFound { guides: &guides, compared: Some(&compared), doubts: &doubts })
}

/// The plan of `--plan`. If the user named sellers too, one of them has to sell it.
fn named_plan<'c>(
    id: &str,
    options: &Options,
    named: &[Seller<'_>],
    catalogue: &'c Catalogue,
) -> Result<&'c Plan, AskError> {
    let plan = names::plan(catalogue, id, "--plan")?.as_ref();
    if named.is_empty() || named.iter().any(|seller| seller.sells(plan)) {
        return Ok(plan);
    }
    let error = Error::new("plan-of-another-operator")
        .with("plan", plan.id.as_str())
        .with("operator", plan.operator.as_str())
        .with("value", options.operator.join(", "));
    Err(AskError::option("--operator", error))
}

/// The guides without a plan or a need, for the sellers that the user named, else for all operators. What is known of
/// only some of them is shown for those.
fn general<'s>(
    options: &Options,
    wishes: &GuideWishes<'s>,
    sellers: &'s KnownSellers<'s>,
    named: Vec<Seller<'s>>,
    catalogue: Option<&Catalogue>,
) -> Result<Vec<Guide<'s>>, AskError> {
    let is_contract = options.kind == [Kind::Contract];
    let state = options.state.unwrap_or(State::Active);
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
    options: &Options,
    catalogue: &Catalogue,
    sellers: &'s KnownSellers<'s>,
) -> Result<Vec<Seller<'s>>, AskError> {
    let names = options.have_sim.iter().map(String::as_str);
    let lines = names::slugs(catalogue, NameKind::Line, names, "--have-sim")?;
    Ok(sellers.of_lines(&lines, catalogue))
}

/// The offers for a need, on the lines of the seller that the user prefers.
struct Preferred {
    compared: Compared,
    /// The sellers that the user would have preferred, as warnings.
    skipped: Vec<Error>,
}

/// Compares plans for the need. If the user named sellers, their order is one of preference: the first with an offer
/// counts, and a brand without plans is passed over if there are others.
fn preferred(
    options: &Options,
    named: &[Seller<'_>],
    catalogue: &Catalogue,
    origin: &Origin,
    basis: &Basis,
) -> Result<Preferred, AskError> {
    let compared = |options: &Options| {
        let asked = request::request(options, basis, &catalogue.plans)?;
        Compared::new(asked, &catalogue.plans, Extras::NONE, origin.clone())
    };
    if named.is_empty() {
        return Ok(Preferred { compared: compared(options)?, skipped: Vec::new() });
    }
    let mut last = Err(AskError::nothing(Error::new("nothing-fits")));
    let mut skipped = Vec::new();
    for seller in named {
        match seller.narrow(options, catalogue) {
            Ok(narrowed) => {
                let compared = compared(&narrowed)?;
                if !compared.is_nothing() {
                    return Ok(Preferred { compared, skipped });
                }
                last = Ok(compared);
            }
            Err(error) if last.is_err() => last = Err(error),
            Err(_) => {}
        }
        skipped.push(Error::new("preference-skipped").with("seller", seller.name()));
    }
    last.map(|compared| Preferred { compared, skipped: Vec::new() })
}

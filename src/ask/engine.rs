//! Answers questions without a command line: the façade of the library.

use super::choices::Choices;
use super::compare::{Compared, Extras};
use super::doubts;
use super::error::AskError;
use super::faq::{NEAREST, Topics, nothing, search};
use super::fingerprint::Fingerprint;
use super::options::Options;
use super::request::{self, Basis};
use super::schedule::{cheapest_bill, how_to_buy, schedule};
use super::shell::quoted;
use super::steps::{self, with_cards};
use super::typed::settled;
use crate::catalogue::overlay::{self, OverlayRow, overlaid};
use crate::catalogue::problems::Problems;
use crate::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, rates};
use crate::domain::comparison::{Offer, compare};
use crate::domain::duration;
use crate::domain::last_day::last_day;
use crate::domain::money::{Currency, Money};
use crate::domain::slug::Slug;
use crate::domain::time::Validity;
use crate::domain::word::{Word, words};
use crate::guide::facts::{Facts, Operator};
use crate::guide::faq::{FaqQuestion, answer};
use crate::i18n::{Language, Messages, Topic};
use crate::render::context::Context;
use crate::render::document::{Document, on_screen};
use crate::render::faq::{FaqDocument, title};
use crate::render::forms::Origin;
use crate::render::ics::{CalendarOptions, Reminder, calendar};
use crate::render::json::json;
use crate::render::offers::{ComparisonDocument, Explain};
use crate::render::page::{blocks, compare_page, details_page};
use crate::render::schedule::ScheduleDocument;
use crate::render::styles::Styles;
use crate::render::{Layout, Terminal};
use jiff::civil::{Date, DateTime};
use serde::Serialize;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::rc::Rc;

words! {
    /// What is asked for the same options.
    Ask {
        /// The offers.
        Compare = "compare",
        /// When to buy what.
        Schedule = "schedule",
        /// How to buy and renew it.
        RenewSteps = "renew-steps",
    }
}

/// The name of the built-in catalogue as a source.
const BUILT_IN: &str = "built in";

/// A catalogue with its exchange rates, on one day. It answers questions with the words and the bytes of the program.
///
/// ```
/// use jiff::civil::date;
/// use simplan::ask::{Ask, Engine, Options};
///
/// let engine = Engine::built_in(date(2026, 11, 26));
/// let options = Options::from_link("days=30&data=20GB")?;
/// let offers = engine.compare(&options)?;
/// assert_eq!(offers.best().map(|best| best.total).as_deref(), Some("120.00"));
///
/// // The same bytes as `simplan compare --days 30 --data 20GB --json`.
/// let json = engine.json(Ask::Compare, &options)?;
/// assert!(json.starts_with("{\n  \"schema\": \"simplan/compare/2\""));
/// # Ok::<(), simplan::ask::AskError>(())
/// ```
pub struct Engine {
    /// The bytes of the catalogue, without the user's own prices.
    plans: Cow<'static, [u8]>,
    catalogue: Catalogue,
    origin: Origin,
    /// The plans with a price of the user's own.
    mine: BTreeSet<Slug>,
    basis: Basis,
    facts: Facts,
    /// The messages that have been loaded: a page asks in the same language again and again.
    loaded: RefCell<Vec<(Language, Texts, Rc<Messages>)>>,
}

/// Which messages an answer needs. Those of a comparison load faster than all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Texts {
    Comparison,
    All,
}

impl Texts {
    fn topics(self) -> &'static [Topic] {
        match self {
            Self::Comparison => &[Topic::Answers, Topic::Errors],
            Self::All => &[Topic::Answers, Topic::Errors, Topic::Guide, Topic::Faq, Topic::Usage],
        }
    }
}

/// Without the catalogue and the messages, which would be long.
impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("origin", &self.origin)
            .field("mine", &self.mine)
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// The built-in catalogue and rates, on the day from which ages are counted.
    ///
    /// # Panics
    /// If a built-in file is not valid; tests check that they are.
    pub fn built_in(today: Date) -> Self {
        let rates = rates::read(BUILT_IN_RATES).expect("the built-in rates are valid");
        let catalogue = Catalogue::built_in().expect("the built-in catalogue is valid");
        Self {
            plans: BUILT_IN_PLANS.into(),
            origin: origin(BUILT_IN, BUILT_IN_PLANS, &catalogue),
            catalogue,
            mine: BTreeSet::new(),
            basis: Basis { today, rates },
            facts: Facts::built_in(),
            loaded: RefCell::default(),
        }
    }

    /// Uses a catalogue from the bytes of a CSV file with this name. The user's own prices are dropped.
    ///
    /// # Errors
    /// Every problem of the file, with its place. Then the catalogue stays the same.
    pub fn use_plans(&mut self, name: &str, csv: &[u8]) -> Result<(), AskError> {
        let catalogue = Catalogue::read(csv).map_err(|error| AskError::reading(Path::new(name), error))?;
        self.origin = origin(name, csv, &catalogue);
        self.catalogue = catalogue;
        self.plans = csv.to_vec().into();
        self.mine.clear();
        Ok(())
    }

    /// Uses the built-in catalogue again. The user's own prices are dropped.
    pub fn use_built_in(&mut self) {
        *self = Self::built_in(self.basis.today);
    }

    /// How many plans the catalogue has.
    pub fn plans(&self) -> usize {
        self.catalogue.plans.len()
    }

    /// Lays the user's own prices over the catalogue: rows with the id of a plan replace its cells that are not blank in
    /// them, and others are new plans. Earlier ones are dropped. Returns the ids of changes for plans that the catalogue
    /// does not have.
    ///
    /// # Errors
    /// Every problem of the rows, with its place. Then the prices stay the same.
    pub fn use_own(&mut self, csv: &[u8]) -> Result<Vec<String>, AskError> {
        // A file without a header has no rows.
        let rows = if csv.trim_ascii().is_empty() { b"id\n" } else { csv };
        let laid = overlaid(&self.plans, rows).map_err(of_own_prices)?;
        self.origin.plans = laid.catalogue.plans.len();
        self.catalogue = laid.catalogue;
        self.mine = laid.ids;
        Ok(laid.unknown)
    }

    /// The rows of the user's own prices, from a CSV file.
    ///
    /// # Errors
    /// What makes the file unreadable, with its place.
    pub fn own_rows(csv: &[u8]) -> Result<Vec<OverlayRow>, AskError> {
        overlay::rows(csv).map_err(of_own_prices)
    }

    /// Rows of own prices as a CSV file. Prices and validities are read as people write them: `12,50 DH`, `10 jours`.
    ///
    /// # Errors
    /// What is not a price or a number of days.
    pub fn own_csv(&self, rows: &[OverlayRow]) -> Result<String, AskError> {
        let rows = rows.iter().map(|row| self.in_notation(row)).collect::<Result<Vec<_>, _>>()?;
        Ok(overlay::written(&rows))
    }

    /// A row in the notation of a catalogue.
    fn in_notation(&self, row: &OverlayRow) -> Result<OverlayRow, AskError> {
        let mut row = row.clone();
        let id = row.get("id").cloned().unwrap_or_default();
        let known = self.catalogue.plans.iter().find(|plan| plan.id.as_str() == id);
        let currency = match (row.get("currency"), known.and_then(|plan| plan.price)) {
            (Some(code), _) => Currency::parse(code).map_err(|error| AskError::option("currency", error))?,
            (None, Some(price)) => price.currency(),
            (None, None) => self.basis.rates.base(),
        };
        if let Some(price) = row.get_mut("price").filter(|price| !price.is_empty()) {
            let typed = Money::typed(price, currency).map_err(|error| AskError::option("price", error))?;
            *price = typed.amount_text();
        }
        if let Some(validity) = row.get_mut("validity").filter(|validity| Validity::parse(validity).is_err())
            && !validity.is_empty()
        {
            let days = duration::days(validity, "validity-form");
            *validity = format!("{}d", days.map_err(|error| AskError::option("validity", error))?);
        }
        Ok(row)
    }

    /// The offers for a question.
    ///
    /// # Errors
    /// What is not valid in the options.
    pub fn compare(&self, options: &Options) -> Result<Offers, AskError> {
        self.compared(options, Extras::ALL).map(Offers)
    }

    /// The answer as JSON: the bytes that the command prints with `--json`.
    ///
    /// # Errors
    /// What is not valid in the options; for [`Ask::Schedule`] also `nothing-fits`.
    pub fn json(&self, ask: Ask, options: &Options) -> Result<String, AskError> {
        match ask {
            Ask::Compare => {
                let compared = self.compared(options, Extras::ALL)?;
                document_json(&compared.document(&self.messages(options, Texts::Comparison)))
            }
            Ask::Schedule => self.with_schedule(options, |document| document_json(document)),
            Ask::RenewSteps => self.with_steps(options, false, |found, messages| match found.compared {
                Some(compared) if found.offer().is_none() => document_json(&compared.document(messages)),
                _ => document_json(&found.document(true, messages)),
            }),
        }
    }

    /// The answer for a page, as JSON: texts in the language of the options, in pieces that the page lays out.
    ///
    /// # Errors
    /// As [`Engine::json`].
    pub fn page(&self, ask: Ask, options: &Options) -> Result<String, AskError> {
        let page = match ask {
            Ask::Compare => self.compare_page(options)?,
            Ask::Schedule => self.with_schedule(options, |document| document_blocks(document))?,
            Ask::RenewSteps => self.with_steps(options, false, |found, messages| match found.compared {
                Some(compared) if found.offer().is_none() => document_blocks(&compared.document(messages)),
                _ => document_blocks(&found.document(true, messages)),
            })?,
        };
        Ok(self.with_command(page, ask, options).to_string())
    }

    /// What to know besides the offers, as JSON for a page: what is one change away, and why the other plans are in none.
    /// It takes longer than the offers, so a page asks for it after them.
    ///
    /// # Errors
    /// As [`Engine::json`].
    pub fn details(&self, options: &Options) -> Result<String, AskError> {
        let compared = self.compared(options, Extras { refusals: true, advice: true })?;
        let messages = self.messages(options, Texts::Comparison);
        let document = compared.document(&messages);
        let document = ComparisonDocument { explain: Explain::All(&compared.refusals), ..document };
        let page = details_page(&document).map_err(AskError::usage)?;
        Ok(value_of(&page).to_string())
    }

    /// What is shown at a counter to renew, as JSON for a page.
    ///
    /// # Errors
    /// As [`Engine::json`]; `card-nothing-at-counter` if nothing is bought there.
    pub fn cards(&self, options: &Options) -> Result<String, AskError> {
        let found = self.with_steps(options, true, |found, messages| {
            with_cards(found.guides, messages, |document| {
                let labels = [("number", "card-number"), ("amount", "card-amount"), ("star", "card-star")];
                let labels: BTreeMap<_, _> =
                    labels.into_iter().map(|(name, key)| (name, messages.tr(key))).collect();
                let mut value = document_value(document)?;
                value["labels"] = value_of(&labels);
                Ok(value)
            })
        })?;
        Ok(found.to_string())
    }

    /// The answer to a question about renewing, as JSON for a page. The language is that of the question, unless the
    /// options name one.
    ///
    /// # Errors
    /// `faq-nothing-found` with the nearest questions.
    pub fn faq(&self, question: &str, options: &Options) -> Result<String, AskError> {
        let preferred = language_of(options);
        let Topics { language, fitting, others } = search(question, preferred, &self.facts);
        let language = if options.lang.is_some() { preferred } else { language };
        let language = Options { lang: Some(language.word().to_owned()), ..Options::default() };
        let messages = self.messages(&language, Texts::All);
        if fitting.is_empty() {
            let nearest = others.get(..NEAREST).unwrap_or(&others);
            return Err(nothing(question.to_owned(), nearest, &messages));
        }
        let operators: Vec<&Operator> = self.facts.operators.iter().collect();
        // Without words all questions are alike.
        let in_full = usize::from(!question.trim().is_empty());
        let (shown, rest) = fitting.split_at(in_full);
        let answers =
            shown.iter().map(|&question| answer(question, &self.facts, &operators, false)).collect();
        let document = FaqDocument {
            query: question,
            answers,
            further: Vec::new(),
            with_sources: true,
            messages: &messages,
        };
        let mut value = document_blocks(&document)?;
        value["further"] = rest.iter().map(|&question| further(question, &messages)).collect();
        Ok(value.to_string())
    }

    /// The calendar of the purchases as the text of a file, with a reminder a day before each. `now` is the time on the
    /// clocks of the stay.
    ///
    /// # Errors
    /// As [`Engine::json`]; `ics-needs-from` if the stay has no date.
    pub fn calendar(&self, options: &Options, now: DateTime) -> Result<String, AskError> {
        self.with_schedule(options, |document| {
            let calendar_options =
                CalendarOptions { name: "", reminders: &[Reminder::DEFAULT], earlier: None, now };
            let messages = document.context.messages;
            let file = calendar(document.schedule, &document.context, &calendar_options, &|purchase| {
                how_to_buy(purchase, options, &self.facts, messages)
            });
            file.map(|file| file.text).map_err(|error| AskError::option("--from", error))
        })
    }

    /// What a form can offer in the language of the options, as JSON: SIMs, activities, sellers, plans.
    pub fn choices(&self, options: &Options) -> String {
        let messages = self.messages(options, Texts::All);
        value_of(&Choices::new(&self.catalogue, &self.mine, &messages)).to_string()
    }

    /// An error as JSON for a page, in the language of the options.
    pub fn error(&self, error: &AskError, options: &Options) -> String {
        value_of(&error.form(&self.messages(options, Texts::All))).to_string()
    }

    /// The messages in the language of some options.
    fn messages(&self, options: &Options, texts: Texts) -> Rc<Messages> {
        let language = language_of(options);
        let mut loaded = self.loaded.borrow_mut();
        let known = loaded.iter().find(|(of, which, _)| *of == language && *which == texts);
        if let Some((.., messages)) = known {
            return messages.clone();
        }
        let messages = Rc::new(Messages::new(language, texts.topics()));
        loaded.push((language, texts, messages.clone()));
        messages
    }

    /// Options with dates and ids in place of words. Another catalogue may give other sellers these names.
    fn settled(&self, options: &Options) -> Result<Options, AskError> {
        settled(options, self.basis.today, self.origin.source == BUILT_IN)
    }

    fn compared(&self, options: &Options, extras: Extras) -> Result<Compared, AskError> {
        let options = self.settled(options)?;
        let asked = request::request(&options, &self.basis, &self.catalogue.plans)?;
        Compared::new(asked, &self.catalogue.plans, extras, self.origin.clone())
    }

    /// Adds the command line that asks the same of the same catalogue.
    fn with_command(&self, mut page: Value, ask: Ask, options: &Options) -> Value {
        let mut command = options.command(ask.word());
        if self.origin.source != BUILT_IN {
            command += &format!(" --plans {}", quoted(&self.origin.source));
        }
        page["command"] = command.into();
        page["fragment"] = options.link().into();
        page
    }

    fn compare_page(&self, options: &Options) -> Result<Value, AskError> {
        let compared = self.compared(options, Extras::NONE)?;
        let messages = self.messages(options, Texts::Comparison);
        let document = compared.document(&messages);
        let page = compare_page(&document, &self.mine).map_err(AskError::usage)?;
        let first = compared.comparison.offers.first();
        let left_out = compared.comparison.left_out.iter().map(|left_out| &left_out.error);
        let of_rates = doubts::of_rates(first, &document.context);
        let warnings = compared.asked.doubts.iter().chain(left_out).chain(&of_rates);
        let warnings: Vec<_> = warnings.map(|error| messages.error(error)).collect();
        let mut value = value_of(&page);
        value["warnings"] = warnings.into();
        Ok(value)
    }

    /// Passes the schedule of the cheapest offer to `answer`.
    fn with_schedule<T>(
        &self,
        options: &Options,
        answer: impl FnOnce(&ScheduleDocument<'_>) -> Result<T, AskError>,
    ) -> Result<T, AskError> {
        let asked = request::request(&self.settled(options)?, &self.basis, &self.catalogue.plans)?;
        let prepared = request::prepared(&self.catalogue.plans, &asked.request)?;
        let bill = cheapest_bill(compare(&prepared, &asked.question), &asked.question)?;
        let schedule = schedule(&bill, &asked.question)?;
        let high = asked.high_use(&prepared)?;
        let messages = self.messages(options, Texts::All);
        let last_day = last_day(&prepared, &asked.question, &bill.offer);
        answer(&ScheduleDocument {
            context: Context { high: high.as_ref(), ..asked.context(&prepared, &messages) },
            offer: &bill.offer,
            schedule: &schedule,
            last_day: last_day.as_ref(),
            next: None,
        })
    }

    /// Passes the steps of a renewal to `answer`.
    fn with_steps<T>(
        &self,
        options: &Options,
        is_card: bool,
        answer: impl FnOnce(steps::StepsFound<'_>, &Messages) -> Result<T, AskError>,
    ) -> Result<T, AskError> {
        let messages = self.messages(options, Texts::All);
        // The guide only knows its own operators.
        let options = settled(options, self.basis.today, true)?;
        let catalogue = steps::needs_catalogue(&options, &self.facts);
        let catalogue = catalogue.then_some((&self.catalogue, &self.origin));
        steps::find(&options, is_card, catalogue, &self.facts, &self.basis, |found| answer(found, &messages))
    }
}

/// The offers for a question, and what to know besides them.
#[derive(Debug)]
pub struct Offers(Compared);

/// An offer in short.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OfferSummary {
    /// The line, or two of them.
    pub lines: Vec<String>,
    /// The plans by id, each with how often it is bought.
    pub plans: Vec<(String, u64)>,
    /// The total in the shown currency, a decimal with its minor digits.
    pub total: String,
    /// The code of that currency.
    pub currency: &'static str,
    /// Whether all prices and fees are known; if not, the total is a lower bound.
    pub is_complete: bool,
}

impl Offers {
    /// The best offer; `None` if nothing fits.
    pub fn best(&self) -> Option<OfferSummary> {
        self.list().into_iter().next()
    }

    /// The best offer of each line, the best first. An offer whose total cannot be shown is left out.
    pub fn list(&self) -> Vec<OfferSummary> {
        self.0.comparison.offers.iter().filter_map(|offer| self.summary(offer)).collect()
    }

    fn summary(&self, offer: &Offer) -> Option<OfferSummary> {
        let items = offer.basket.items().iter();
        let total = self.0.prepared.exchange().shown(offer.basket.total()).ok()?;
        Some(OfferSummary {
            lines: offer.lines.iter().map(Slug::to_string).collect(),
            plans: items.map(|item| (item.plan.id.to_string(), item.count)).collect(),
            total: total.amount_text(),
            currency: total.currency().code(),
            is_complete: offer.basket.is_complete(),
        })
    }

    /// The answer as text, without colours, at a width in cells.
    ///
    /// # Errors
    /// `amount-too-large`, `date-out-of-range`.
    pub fn text(&self, language: Language, width: usize) -> Result<String, AskError> {
        let messages = Messages::new(language, &[Topic::Answers]);
        let terminal = Terminal { width, styles: Styles::PLAIN, layout: Layout::Table };
        on_screen(&self.0.document(&messages), terminal).map_err(AskError::usage)
    }
}

/// The source of a catalogue.
fn origin(name: &str, bytes: &[u8], catalogue: &Catalogue) -> Origin {
    let mut fingerprint = Fingerprint::new(true, false);
    fingerprint.update(bytes);
    Origin { plans: catalogue.plans.len(), sha256: fingerprint.hex(), source: name.to_owned() }
}

fn of_own_prices(problems: Problems) -> AskError {
    AskError::reading(Path::new("my prices"), problems.into())
}

/// The language of the options; English if they name none, or one that is not available.
pub(super) fn language_of(options: &Options) -> Language {
    options.lang.as_deref().and_then(Language::of_locale).unwrap_or(Language::En)
}

fn document_json(document: &impl Document) -> Result<String, AskError> {
    document.json().map(|document| json(&document)).map_err(AskError::usage)
}

fn document_value(document: &impl Document) -> Result<Value, AskError> {
    document.json().map(|document| value_of(&document)).map_err(AskError::usage)
}

fn document_blocks(document: &impl Document) -> Result<Value, AskError> {
    Ok(json!({ "blocks": value_of(&blocks(document).map_err(AskError::usage)?) }))
}

/// Our documents have only texts as keys and no numbers that JSON lacks.
fn value_of(document: &impl Serialize) -> Value {
    serde_json::to_value(document).expect("a document is valid JSON")
}

fn further(question: FaqQuestion, messages: &Messages) -> Value {
    json!({ "question": question.word(), "text": title(question, messages) })
}

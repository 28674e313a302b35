//! Answers questions without a command line: the façade of the library.

mod own;
mod page;

use super::around::around;
use super::chart;
use super::compare::{Compared, Extras};
use super::error::AskError;
use super::fingerprint::Fingerprint;
use super::offers::Offers;
use super::options::Options;
use super::request::{self, Basis};
use super::schedule::{cheapest_bill, schedule};
use super::steps;
use super::typed::settled;
use super::what_if::SPREAD;
use crate::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, rates};
use crate::domain::comparison::compare;
use crate::domain::last_day::last_day;
use crate::domain::slug::Slug;
use crate::domain::word::words;
use crate::guide::facts::Facts;
use crate::i18n::{Language, Messages, Topic};
use crate::render::context::Context;
use crate::render::document::Document;
use crate::render::forms::Origin;
use crate::render::json::json;
use crate::render::schedule::ScheduleDocument;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
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
        /// What the offers come to if less or more is used.
        WhatIf = "what-if",
    }
}

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
        let rates = rates::read(BUILT_IN_RATES, None).expect("the built-in rates are valid");
        let catalogue = Catalogue::built_in().expect("the built-in catalogue is valid");
        Self {
            plans: BUILT_IN_PLANS.into(),
            origin: origin(Origin::BUILT_IN, BUILT_IN_PLANS, &catalogue),
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
        let catalogue =
            Catalogue::read(csv, None).map_err(|error| AskError::reading(Path::new(name), error))?;
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

    /// The offers for a question.
    ///
    /// # Errors
    /// What is not valid in the options.
    pub fn compare(&self, options: &Options) -> Result<Offers, AskError> {
        self.compared(options, Extras::ADVICE).map(Offers)
    }

    /// The answer as JSON: the bytes that the command prints with `--json`.
    ///
    /// # Errors
    /// What is not valid in the options; for [`Ask::Schedule`] also `nothing-fits`.
    pub fn json(&self, ask: Ask, options: &Options) -> Result<String, AskError> {
        self.answer::<Json>(ask, options)
    }

    /// The answer in a form.
    fn answer<F: OutputForm>(&self, ask: Ask, options: &Options) -> Result<F::Answer, AskError> {
        match ask {
            Ask::Compare => {
                let compared = self.compared(options, Extras::ADVICE)?;
                F::of(&compared.document(&self.messages(options, Texts::Comparison)))
            }
            Ask::Schedule => self.with_schedule(options, |document| F::of(document)),
            Ask::RenewSteps => self.with_steps(options, false, |found, messages| match found.compared {
                Some(compared) if found.offer().is_none() => F::of(&compared.document(messages)),
                _ => F::of(&found.document(true, messages)),
            }),
            Ask::WhatIf => self.around::<F>(options),
        }
    }

    fn around<F: OutputForm>(&self, options: &Options) -> Result<F::Answer, AskError> {
        let asked = request::request(&self.settled(options)?, &self.basis, &self.catalogue.plans)?;
        let prepared = request::prepared(&self.catalogue.plans, &asked.request)?;
        let Some(found) = around(&prepared, &asked.question, SPREAD)? else {
            return self.answer::<F>(Ask::Compare, options);
        };
        let messages = self.messages(options, Texts::Comparison);
        let context = asked.context(&prepared, &messages);
        // A need whose chart would have too many steps is answered without it.
        let drawn = if F::HAS_CHARTS { chart::around(context).ok().flatten() } else { None };
        F::of(&found.document(context, drawn.as_ref()))
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
        settled(options, self.basis.today, self.origin.source == Origin::BUILT_IN)
    }

    fn compared(&self, options: &Options, extras: Extras) -> Result<Compared, AskError> {
        let options = self.settled(options)?;
        let asked = request::request(&options, &self.basis, &self.catalogue.plans)?;
        Compared::new(asked, &self.catalogue.plans, extras, self.origin.clone())
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

/// The source of a catalogue.
fn origin(name: &str, bytes: &[u8], catalogue: &Catalogue) -> Origin {
    Origin {
        plans: catalogue.plans.len(),
        sha256: fingerprint(bytes),
        source: name.to_owned(),
        overlays: Vec::new(),
    }
}

/// The SHA-256 of a catalogue; `None` if it is large.
fn fingerprint(bytes: &[u8]) -> Option<String> {
    let mut fingerprint = Fingerprint::new(true, false);
    fingerprint.update(bytes);
    fingerprint.hex()
}

/// The language of the options; English if they name none, or one that is not available.
fn language_of(options: &Options) -> Language {
    options.lang.as_deref().and_then(Language::of_locale).unwrap_or(Language::En)
}

/// A form in which every document can be answered.
trait OutputForm {
    type Answer;

    /// Whether charts are part of it.
    const HAS_CHARTS: bool;

    fn of(document: &impl Document) -> Result<Self::Answer, AskError>;
}

/// The bytes that the program prints with `--json`.
struct Json;

impl OutputForm for Json {
    type Answer = String;

    const HAS_CHARTS: bool = false;

    fn of(document: &impl Document) -> Result<String, AskError> {
        document.json().map(|document| json(&document)).map_err(AskError::usage)
    }
}

//! `simplan what-if`: the cheapest offer as the data, the days or a budget move, and how robust it is.

use super::args::{Global, WhatIfArgs};
use super::compare::answer_nothing;
use super::input::Loaded;
use super::{Environment, Exit, input, output, resolve};
use crate::ask::Options;
use crate::ask::compare::{Compared, Extras};
use crate::ask::error::AskError;
use crate::ask::names::{self, CatalogueNames};
use crate::ask::request::{self, Resolved};
use crate::ask::what_if::{WhatIf, WhatIfTexts, what_if};
use crate::domain::comparison::{Offer, best};
use crate::domain::error::Error;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::time::Stay;
use crate::domain::volume::DataVolume;
use crate::domain::what_if::amounts::bought;
use crate::domain::what_if::robust::{Robustness, robustness};
use crate::domain::what_if::{Moving, reach, winners};
use crate::i18n::{Language, Messages, Topic};
use crate::render::document::Document;
use crate::render::what_if::around::AroundDocument;
use crate::render::what_if::table::{Spot, TableDocument};
use crate::render::what_if::{Axis, PiecesDocument, Stretch};

pub fn run(
    args: &WhatIfArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let options = Options::from(&args.request);
    let basis = resolve::basis(&args.request.wishes, global)?;
    let texts = WhatIfTexts { budget: args.budget.as_deref(), spread: args.spread.as_deref() };
    let (resolved, what) = what_if(&options, texts, &basis)?;
    let limit = args.limit.as_deref().map(|text| resolve::limit(text, "--limit")).transpose()?;
    let loaded = input::catalogue(global, environment)?;
    names::check(&options, &CatalogueNames::from_plans(&loaded.catalogue.plans))?;
    let prepared = request::prepared(&loaded.catalogue.plans, &resolved.request)?;
    let messages = Messages::new(language, &[Topic::Answers]);
    let mut answer = WhatIfAnswer { resolved, prepared, messages, loaded, global, environment };
    match what {
        WhatIf::Range(moving, range) => {
            let pieces = winners(&answer.prepared, &answer.resolved.question, moving, range);
            let pieces = pieces.map_err(AskError::usage)?.into_iter();
            let stretches = pieces.map(|piece| Stretch {
                from: piece.from,
                to: piece.to,
                offer: piece.winner,
                most: None,
            });
            answer.pieces(Axis::Need(moving), &stretches.collect::<Vec<_>>(), limit)
        }
        WhatIf::Budget(range) => {
            let pieces = bought(&answer.prepared, &answer.resolved.question, range);
            let pieces = pieces.map_err(AskError::usage)?.into_iter();
            let stretches = pieces.map(|piece| Stretch {
                from: piece.from,
                to: piece.to,
                most: piece.winner.as_ref().map(|bought| bought.most),
                offer: piece.winner.map(|bought| bought.offer),
            });
            answer.pieces(Axis::Budget, &stretches.collect::<Vec<_>>(), limit)
        }
        WhatIf::Grid { days, data, is_daily } => answer.table(&days, &data, is_daily),
        WhatIf::Around(spread) => answer.around(spread, limit),
    }
}

/// What an answer is made of, and where it goes.
struct WhatIfAnswer<'a, 'e> {
    resolved: Resolved,
    prepared: PreparedCatalogue,
    messages: Messages,
    loaded: Loaded,
    global: &'a Global,
    environment: &'a mut Environment<'e>,
}

impl WhatIfAnswer<'_, '_> {
    fn pieces(&mut self, axis: Axis, stretches: &[Stretch], limit: Option<usize>) -> Result<Exit, AskError> {
        let document = PiecesDocument {
            context: self.resolved.context(&self.prepared, &self.messages),
            axis,
            stretches,
            limit,
            room: usize::MAX,
        };
        let text = self.text(&document)?;
        self.write(&text, stretches.iter().any(|stretch| stretch.offer.is_some()))
    }

    fn table(&mut self, days: &[Stay], data: &[DataVolume], is_daily: bool) -> Result<Exit, AskError> {
        let rows: Result<Vec<Vec<Spot>>, Error> =
            days.iter().map(|stay| self.spots(*stay, data, is_daily)).collect();
        let rows = rows.map_err(AskError::usage)?;
        let document = TableDocument {
            context: self.resolved.context(&self.prepared, &self.messages),
            data,
            is_daily,
            rows: &rows,
        };
        let text = self.text(&document)?;
        self.write(&text, rows.iter().flatten().any(|spot| spot.offer.is_some()))
    }

    /// The best offers for a stay, one for each volume.
    fn spots(&self, stay: Stay, data: &[DataVolume], is_daily: bool) -> Result<Vec<Spot>, Error> {
        let moving = if is_daily { Moving::DailyData } else { Moving::Data };
        let of_stay = Moving::Days.question(&self.resolved.question, stay.days().into())?;
        let spots = data.iter().map(|volume| {
            // A need of calls only has one column, whose volume is 0.
            let question = match volume.kb() {
                0 => of_stay.clone(),
                kb => moving.question(&of_stay, kb)?,
            };
            let offer = best(&self.prepared, &question, 1)?.pop();
            Ok(Spot { question, offer })
        });
        spots.collect()
    }

    fn around(&mut self, spread: u32, limit: Option<usize>) -> Result<Exit, AskError> {
        let question = &self.resolved.question;
        let robustness: Robustness = robustness(&self.prepared, question, spread).map_err(AskError::usage)?;
        let first: Option<&Offer> = robustness.contenders.first().map(|contender| &contender.offer);
        let Some(first) = first.filter(|first| !first.basket.items().is_empty()) else {
            let plans = &self.loaded.catalogue.plans;
            let origin = self.loaded.origin.clone();
            let compared = Compared::new(self.resolved.clone(), plans, Extras::ADVICE, origin)?;
            return answer_nothing(&compared, &self.loaded, &self.messages, self.global, self.environment);
        };
        let reach = if question.need.has_data() { reach(&self.prepared, question, first) } else { None };
        let document = AroundDocument {
            context: self.resolved.context(&self.prepared, &self.messages),
            robustness: &robustness,
            reach,
            limit,
            room: AroundDocument::ROOM,
        };
        let text = self.text(&document)?;
        self.write(&text, true)
    }

    fn text(&self, document: &impl Document) -> Result<String, AskError> {
        output::text(document, self.global, self.environment)
    }

    fn write(&mut self, text: &str, fits: bool) -> Result<Exit, AskError> {
        self.loaded.warn(self.messages.language(), self.environment);
        output::warn(&self.resolved.doubts, &self.messages, self.environment);
        output::answer(text, self.global.output.as_deref(), self.environment)?;
        Ok(if fits { Exit::Answer } else { Exit::Nothing })
    }
}

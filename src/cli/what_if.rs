//! `simplan what-if`: the cheapest offer as the data, the days or a budget move, and how robust it is.

use super::args::{Global, WhatIfArgs};
use super::compare::answer_nothing;
use super::input::Loaded;
use super::{Environment, Exit, input, output, resolve};
use crate::ask::Options;
use crate::ask::around::around;
use crate::ask::chart;
use crate::ask::compare::{Compared, Extras};
use crate::ask::error::AskError;
use crate::ask::names::{self, CatalogueNames};
use crate::ask::request::{self, Resolved};
use crate::ask::what_if::{WhatIf, WhatIfTexts, what_if};
use crate::domain::comparison::best;
use crate::domain::error::Error;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::time::Stay;
use crate::domain::volume::DataVolume;
use crate::domain::what_if::amounts::bought;
use crate::domain::what_if::{Moving, winners};
use crate::i18n::{Language, Messages, Topic};
use crate::render::Format;
use crate::render::document::Document;
use crate::render::what_if::around::AroundDocument;
use crate::render::what_if::chart::{Drawn, SellerStretches};
use crate::render::what_if::table::{Spot, TableDocument};
use crate::render::what_if::{Axis, PiecesDocument, Stretch};
use std::ops::RangeInclusive;

pub fn run(
    args: &WhatIfArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let options = Options::from((&args.request, &args.mine));
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
        WhatIf::Range(moving, range) => answer.of_needs(moving, range, args, limit),
        WhatIf::Budget(range) => answer.of_budgets(range, args, limit),
        WhatIf::Grid { days, data, is_daily } => answer.table(&days, &data, is_daily),
        WhatIf::Around(spread) => answer.around(spread, args, limit),
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
    fn of_needs(
        &mut self,
        moving: Moving,
        range: RangeInclusive<u64>,
        args: &WhatIfArgs,
        limit: Option<usize>,
    ) -> Result<Exit, AskError> {
        let question = &self.resolved.question;
        let stretches = chart::of_needs(
            winners(&self.prepared, question, moving, range.clone()).map_err(AskError::usage)?,
        );
        let sellers =
            self.is_charted(args).then(|| chart::sellers_of_needs(&self.prepared, question, moving, &range));
        self.pieces(Axis::Need(moving), &stretches, sellers.transpose()?.as_deref(), limit)
    }

    fn of_budgets(
        &mut self,
        range: RangeInclusive<u64>,
        args: &WhatIfArgs,
        limit: Option<usize>,
    ) -> Result<Exit, AskError> {
        let question = &self.resolved.question;
        let stretches =
            chart::of_budgets(bought(&self.prepared, question, range.clone()).map_err(AskError::usage)?);
        let sellers =
            self.is_charted(args).then(|| chart::sellers_of_budgets(&self.prepared, question, &range));
        self.pieces(Axis::Budget, &stretches, sellers.transpose()?.as_deref(), limit)
    }

    fn is_charted(&self, args: &WhatIfArgs) -> bool {
        args.chart || self.global.format == Format::Svg
    }

    fn pieces(
        &mut self,
        axis: Axis,
        stretches: &[Stretch],
        sellers: Option<&[SellerStretches]>,
        limit: Option<usize>,
    ) -> Result<Exit, AskError> {
        let context = self.resolved.context(&self.prepared, &self.messages);
        let drawn = sellers.map(|sellers| Drawn::new(context, axis, stretches, sellers, None));
        let drawn = drawn.transpose().map_err(AskError::usage)?.flatten();
        let document =
            PiecesDocument { context, axis, stretches, limit, room: usize::MAX, drawn: drawn.as_ref() };
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

    fn around(&mut self, spread: u32, args: &WhatIfArgs, limit: Option<usize>) -> Result<Exit, AskError> {
        let found = around(&self.prepared, &self.resolved.question, spread)?;
        let Some(found) = found else {
            let plans = &self.loaded.catalogue.plans;
            let origin = self.loaded.origin.clone();
            let compared = Compared::new(self.resolved.clone(), plans, Extras::ADVICE, origin)?;
            return answer_nothing(&compared, &self.loaded, &self.messages, self.global, self.environment);
        };
        let context = self.resolved.context(&self.prepared, &self.messages);
        let drawn = if self.is_charted(args) { chart::around(context)? } else { None };
        let text = self.text(&AroundDocument { limit, ..found.document(context, drawn.as_ref()) })?;
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

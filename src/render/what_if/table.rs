//! The cheapest offer for several days and volumes, as a table of both.

use super::{OFFER_KEYS, margin_note, offer_cells};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::request::Question;
use crate::domain::volume::DataVolume;
use crate::i18n::Messages;
use crate::render::block::{Block, Tone};
use crate::render::context::Context;
use crate::render::document::Document;
use crate::render::first_offer::total_text;
use crate::render::forms::{NeedForm, OfferForm, RateForm, need_form, offer_form, rate_forms};
use crate::render::grid::{Grid, Head, Shape};
use crate::render::offers::price_remarks;
use crate::render::schema_name::{JsonForm, SchemaName};
use crate::render::values::{CurrencyText, DateText};
use serde::Serialize;

/// One combination of days and data.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Its question.
    pub question: Question,
    /// The best offer; `None` if nothing fits.
    pub offer: Option<Offer>,
}

/// The cheapest offer for every combination of days and volumes.
#[derive(Clone, Copy)]
pub struct TableDocument<'a> {
    /// The question of the first combination, the catalogue and the language.
    pub context: Context<'a>,
    /// The volumes, one for each column.
    pub data: &'a [DataVolume],
    /// Whether the volumes are for each day.
    pub is_daily: bool,
    /// The combinations: a row for each number of days, as long as `data`.
    pub rows: &'a [Vec<Spot>],
}

impl<'a> TableDocument<'a> {
    fn spots(&self) -> impl Iterator<Item = &'a Spot> {
        self.rows.iter().flatten()
    }

    fn offers(&self) -> Vec<&'a Offer> {
        self.spots().filter_map(|spot| spot.offer.as_ref()).collect()
    }

    fn grid(&self) -> Result<Grid, Error> {
        let context = &self.context;
        let messages = context.messages;
        let mut heads = vec![Head { title: messages.tr("column-stay"), shape: Shape::Figure }];
        for volume in self.data {
            let text = messages.volume(*volume);
            let title =
                if self.is_daily { messages.tr_with("per-day-short", [("volume", text)]) } else { text };
            heads.push(Head { title, shape: Shape::Phrase });
        }
        let mut rows = Vec::new();
        for spots in self.rows {
            let mut row = Vec::new();
            for spot in spots {
                if row.is_empty() {
                    row.push(messages.days(spot.question.asked().stay().days()));
                }
                row.push(match &spot.offer {
                    Some(offer) => total_text(offer, context)?,
                    None => messages.tr("what-if-none"),
                });
            }
            rows.push(row);
        }
        Ok(Grid { heads, rows, marks: Vec::new(), text_lines: None })
    }

    fn keyed_grid(&self) -> Result<Grid, Error> {
        let keys: Vec<&str> = ["days", "data_mb"].into_iter().chain(OFFER_KEYS).collect();
        let mut rows = Vec::new();
        for spot in self.spots() {
            let asked = spot.question.asked();
            let mut row = vec![asked.stay().days().to_string(), asked.data().in_mb()];
            row.extend(offer_cells(spot.offer.as_ref(), &self.context)?);
            rows.push(row);
        }
        Ok(Grid::keyed(&keys, rows))
    }
}

impl Document for TableDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let context = &self.context;
        let offers = self.offers();
        let key = if offers.is_empty() { "what-if-table-nothing" } else { "what-if-table" };
        let about = margin_note(context).into_iter().chain(context.state_text()).collect();
        let mut blocks = vec![
            Block::Sentences(Tone::Strong, vec![context.messages.tr(key)]),
            Block::Remarks(Tone::Plain, about),
        ];
        if !offers.is_empty() {
            blocks.push(Block::Table(self.grid()?));
            blocks.push(Block::Remarks(Tone::Faint, price_remarks(&offers, context)));
        }
        Ok(blocks)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(self.keyed_grid())
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let context = &self.context;
        let mut spots = Vec::new();
        for spot in self.spots() {
            let at = Context { question: &spot.question, ..*context };
            let offer = spot.offer.as_ref().map(|offer| offer_form(offer, None, &at)).transpose()?;
            spots.push(SpotForm { need: need_form(&at), offer });
        }
        Ok(TableForm {
            schema: SchemaName::default(),
            today: context.request().today.into(),
            currency: context.currency().into(),
            moves: "days-and-data",
            rates: rate_forms(&self.offers(), context),
            cells: spots,
        })
    }
}

/// The answer of `what-if` for several days and volumes.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct TableForm<'a> {
    schema: SchemaName<Self>,
    /// The day from which ages are counted.
    today: DateText,
    /// The currency in which totals are shown.
    currency: CurrencyText,
    /// `days-and-data`.
    moves: &'static str,
    /// The exchange rates behind the totals.
    rates: Vec<RateForm>,
    /// The needs, each with its cheapest offer, row by row.
    cells: Vec<SpotForm<'a>>,
}

impl JsonForm for TableForm<'_> {
    const SCHEMA: &'static str = "simplan/what-if-table/1";
}

/// A need and its cheapest offer; null if nothing fits.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct SpotForm<'a> {
    need: NeedForm,
    offer: Option<OfferForm<'a>>,
}

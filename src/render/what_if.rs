//! The answers of `what-if`: which offer is the cheapest as one quantity moves.
//!
//! [`table`] answers for several days and volumes, [`around`] for a need of which less or more may be used. [`chart`]
//! draws what each seller asks.

pub mod around;
mod axis;
pub mod chart;
pub mod table;

pub use axis::Axis;

use super::basket::{joined, machine_basket, shopping_list};
use super::block::{Block, Tone};
use super::chart::Chart;
use super::context::Context;
use super::document::Document;
use super::forms::{NeedForm, OfferForm, RateForm, need_form, offer_form, rate_forms};
use super::grid::{Grid, Shape};
use super::offers::price_remarks;
use super::schema_name::{JsonForm, SchemaName};
use super::values::{CurrencyText, DateText};
use crate::domain::budget::MostData;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::request::Question;
use crate::domain::volume::DataVolume;
use crate::domain::what_if::Moving;
use crate::i18n::{MessageArg, Messages};
use axis::Along;
use chart::Drawn;
use serde::Serialize;
use std::cmp::Reverse;

/// How many lines of each basket a screen shows.
const BASKET_LINES: usize = 2;

/// A stretch of the quantity with the same answer.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// The first point, in the whole units of what moves.
    pub from: u64,
    /// The last point.
    pub to: u64,
    /// The best offer; `None` if nothing fits.
    pub offer: Option<Offer>,
    /// The data that a budget buys.
    pub most: Option<MostData>,
}

/// The cheapest offer over a range, stretch by stretch.
#[derive(Clone, Copy)]
pub struct PiecesDocument<'a> {
    /// The question at the first point, the catalogue and the language.
    pub context: Context<'a>,
    /// What moves.
    pub axis: Axis,
    /// The stretches, from the first point of the range to the last. There is at least one.
    pub stretches: &'a [Stretch],
    /// How many rows are shown at most, from the first on; `None` for as many as fit on a screen, the widest ones.
    pub limit: Option<usize>,
    /// How many rows a screen has room for.
    pub room: usize,
    /// The chart of all sellers; `None` if it was not asked for.
    pub drawn: Option<&'a Drawn>,
}

impl<'a> PiecesDocument<'a> {
    /// How many rows are tried at most if not all of them fit on a screen.
    const MOST_ROWS: usize = 15;

    /// The rows for people: the first ones if they ask for a number, else the widest ones.
    fn shown(&self) -> Vec<&'a Stretch> {
        if self.limit.is_some() {
            return self.listed().iter().collect();
        }
        let mut shown: Vec<&Stretch> = self.stretches.iter().collect();
        shown.sort_by_key(|stretch| (Reverse(stretch.to - stretch.from), stretch.from));
        shown.truncate(self.room);
        shown.sort_by_key(|stretch| stretch.from);
        shown
    }

    fn listed(&self) -> &'a [Stretch] {
        &self.stretches[..self.stretches.len().min(self.limit.unwrap_or(usize::MAX))]
    }

    fn along(&self) -> Along<'a> {
        Along { context: self.context, axis: self.axis }
    }

    /// The question at a point.
    fn question(&self, stretch: &Stretch) -> Result<Question, Error> {
        match (self.axis, stretch.most) {
            (Axis::Need(moving), _) => moving.question(self.context.question, stretch.from),
            (Axis::Budget, Some(MostData::Volume(volume))) => self.context.question.with_data(volume),
            (Axis::Budget, _) => self.context.question.with_data(DataVolume::from_kb(1)),
        }
    }

    /// What does not move, in words.
    fn fixed_text(&self) -> String {
        let messages = self.context.messages;
        let need = self.context.question.asked();
        let days = messages.days(need.stay().days());
        let minutes = (need.minutes() > 0).then(|| messages.minutes(need.minutes()));
        let data = match self.axis {
            Axis::Need(Moving::DaysAt(daily)) => {
                Some(messages.tr_with("per-day-suffix", [("volume", messages.volume(daily))]))
            }
            Axis::Need(Moving::Days) => need.has_data().then(|| messages.volume(need.data())),
            _ => Some(days),
        };
        let parts: Vec<String> = data.into_iter().chain(minutes).collect();
        messages.list_in_sentence(&parts)
    }

    /// The sentence that answers the question.
    fn answer(&self) -> Result<String, Error> {
        let messages = self.context.messages;
        let (first, last) = (&self.stretches[0], &self.stretches[self.stretches.len() - 1]);
        let ends = [
            ("fixed", self.fixed_text()),
            ("from", self.along().point(first.from)?),
            ("to", self.along().point(last.to)?),
        ];
        let mut args: Vec<(&str, MessageArg<'_>)> =
            ends.into_iter().map(|(name, text)| (name, text.into())).collect();
        args.push(("changes", (self.stretches.len() - 1).into()));
        let key = match self.axis {
            _ if self.stretches.iter().all(|stretch| stretch.offer.is_none()) => "what-if-nothing",
            Axis::Need(_) => "what-if-best",
            Axis::Budget => "what-if-budget",
        };
        Ok(messages.tr_with(key, args))
    }

    /// The ends of a stretch in words. It begins a kB after the one before it; the end of that one is shorter to read.
    fn ends(&self, stretch: &Stretch) -> Result<String, Error> {
        let is_first = stretch.from == self.stretches[0].from;
        let from = match self.axis {
            Axis::Budget => return self.along().point(stretch.from),
            Axis::Need(Moving::Data | Moving::DailyData) if !is_first => stretch.from - 1,
            Axis::Need(_) => stretch.from,
        };
        if from == stretch.to {
            return self.along().point(from);
        }
        let args = [("from", self.along().point(from)?), ("to", self.along().point(stretch.to)?)];
        Ok(self.context.messages.tr_with("what-if-span", args))
    }

    fn grid(&self) -> Result<Grid, Error> {
        let context = &self.context;
        let messages = context.messages;
        let is_budget = self.axis == Axis::Budget;
        let mut rows = Vec::new();
        for stretch in self.shown() {
            let mut row = vec![self.ends(stretch)?];
            if is_budget {
                row.push(stretch.most.map_or_else(String::new, |most| match most {
                    MostData::Volume(volume) => messages.volume(volume),
                    MostData::Unlimited => messages.tr("unlimited"),
                }));
            }
            row.extend(match &stretch.offer {
                None => ["–".to_owned(), messages.tr("what-if-none"), String::new()],
                Some(offer) => [
                    context.seller(&offer.operators),
                    shopping_list(&offer.basket, context)?,
                    context.total(&offer.basket)?,
                ],
            });
            rows.push(row);
        }
        let end = match self.axis {
            Axis::Budget => "column-from",
            Axis::Need(Moving::Data | Moving::DailyData) => "column-data",
            Axis::Need(Moving::Days | Moving::DaysAt(_)) => "column-stay",
        };
        let mut heads = vec![(end, Shape::Figure)];
        heads.extend(is_budget.then_some(("column-most_data", Shape::Figure)));
        heads.extend([
            ("column-operator", Shape::Word),
            ("column-basket", Shape::Text),
            ("column-total", Shape::Figure),
        ]);
        Ok(Grid::titled(&heads, rows, messages))
    }

    /// What the table leaves out.
    fn more(&self) -> Option<String> {
        let hidden = self.stretches.len() - self.shown().len();
        let key = if self.limit.is_some() { "what-if-more" } else { "what-if-narrower" };
        (hidden > 0).then(|| self.context.messages.tr_with(key, [("more", hidden)]))
    }
}

/// What is said of a margin if the need moves.
fn margin_note(context: &Context<'_>) -> Option<String> {
    let (_, percent) = context.question.before_margin?;
    Some(context.messages.tr_with("what-if-margin", [("percent", u64::from(percent))]))
}

impl Document for PiecesDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let context = &self.context;
        let about = margin_note(context).into_iter().chain(context.state_text()).collect();
        let mut blocks =
            vec![Block::Sentences(Tone::Strong, vec![self.answer()?]), Block::Remarks(Tone::Plain, about)];
        let shown: Vec<&Offer> =
            self.shown().into_iter().filter_map(|stretch| stretch.offer.as_ref()).collect();
        blocks.extend(self.drawn.map(|drawn| drawn.block(context.messages)));
        if !shown.is_empty() {
            let text_lines = self.limit.is_none().then_some(BASKET_LINES);
            blocks.push(Block::Table(Grid { text_lines, ..self.grid()? }));
            let footer = self.more().into_iter().chain(price_remarks(&shown, context));
            blocks.push(Block::Remarks(Tone::Faint, footer.collect()));
        }
        Ok(blocks)
    }

    fn shorter(&self) -> Option<Self> {
        if self.limit.is_some() {
            return None;
        }
        let shown = self.room.min(self.stretches.len());
        let room = if shown > Self::MOST_ROWS { Self::MOST_ROWS } else { shown.checked_sub(1)? };
        (room > 0).then_some(Self { room, ..*self })
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(self.keyed_grid())
    }

    fn picture(&self) -> Option<&Chart> {
        self.drawn.map(|drawn| &drawn.chart)
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let context = &self.context;
        let (moves, unit) = self.along().words();
        let mut pieces = Vec::new();
        for stretch in self.listed() {
            let question = self.question(stretch)?;
            let at = Context { question: &question, ..*context };
            pieces.push(PieceForm {
                from: self.along().machine_point(stretch.from)?,
                to: self.along().machine_point(stretch.to)?,
                most_data_mb: stretch.most.map(most_mb),
                offer: stretch.offer.as_ref().map(|offer| offer_form(offer, None, &at)).transpose()?,
            });
        }
        let offers: Vec<&Offer> = self.listed().iter().filter_map(|stretch| stretch.offer.as_ref()).collect();
        Ok(PiecesForm {
            schema: SchemaName::default(),
            today: context.request().today.into(),
            currency: context.currency().into(),
            moves,
            unit,
            need: need_form(context),
            rates: rate_forms(&offers, context),
            pieces,
        })
    }
}

fn most_mb(most: MostData) -> String {
    match most {
        MostData::Volume(volume) => volume.in_mb(),
        MostData::Unlimited => "unlimited".to_owned(),
    }
}

impl PiecesDocument<'_> {
    fn keyed_grid(&self) -> Result<Grid, Error> {
        let (_, unit) = self.along().words();
        let mut keys = vec!["from", "to", "unit"];
        keys.extend((self.axis == Axis::Budget).then_some("most_data_mb"));
        keys.extend(OFFER_KEYS);
        let mut rows = Vec::new();
        for stretch in self.listed() {
            let mut row = vec![
                self.along().machine_point(stretch.from)?,
                self.along().machine_point(stretch.to)?,
                unit.to_owned(),
            ];
            if self.axis == Axis::Budget {
                row.push(stretch.most.map_or_else(String::new, most_mb));
            }
            row.extend(offer_cells(stretch.offer.as_ref(), &self.context)?);
            rows.push(row);
        }
        Ok(Grid::keyed(&keys, rows))
    }
}

/// The columns of an offer for scripts.
const OFFER_KEYS: [&str; 5] = ["line", "basket", "total", "currency", "complete"];

/// The cells of an offer for scripts; they are empty if nothing fits.
fn offer_cells(offer: Option<&Offer>, context: &Context<'_>) -> Result<Vec<String>, Error> {
    let Some(offer) = offer else { return Ok(vec![String::new(); OFFER_KEYS.len()]) };
    Ok(vec![
        joined(&offer.lines),
        machine_basket(&offer.basket),
        context.shown(offer.basket.total())?.amount_text(),
        context.currency().to_string(),
        offer.basket.is_complete().to_string(),
    ])
}

/// The answer of `what-if` for a range.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PiecesForm<'a> {
    schema: SchemaName<Self>,
    /// The day from which ages are counted.
    today: DateText,
    /// The currency in which totals are shown.
    currency: CurrencyText,
    /// `data`, `per-day`, `days` or `budget`.
    moves: &'static str,
    /// `mb`, `days` or the currency of the budget.
    unit: &'static str,
    /// The need at the first point.
    need: NeedForm,
    /// The exchange rates behind the totals.
    rates: Vec<RateForm>,
    /// The stretches, from the first point to the last.
    pieces: Vec<PieceForm<'a>>,
}

impl JsonForm for PiecesForm<'_> {
    const SCHEMA: &'static str = "simplan/what-if/1";
}

/// A stretch of the range with the same cheapest offer.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct PieceForm<'a> {
    /// Its first point.
    from: String,
    /// Its last point.
    to: String,
    /// The data that the budget buys: a decimal, or `unlimited`; only if a budget moves.
    #[serde(skip_serializing_if = "Option::is_none")]
    most_data_mb: Option<String>,
    /// The cheapest offer; null if nothing fits.
    offer: Option<OfferForm<'a>>,
}

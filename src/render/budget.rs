//! The answer of `compare --budget`: how much data an amount buys on each line.

use super::basket::{rates_line, shopping_list};
use super::block::{Block, Tone};
use super::context::Context;
use super::document::Document;
use super::forms::{OfferForm, RateForm, offer_form, rate_forms};
use super::grid::{Grid, Mark, Shape};
use crate::domain::budget::{Budgeted, MostData};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::i18n::Messages;
use serde::Serialize;

/// What an amount buys on each line.
#[derive(Clone, Copy)]
pub struct BudgetDocument<'a> {
    /// What was asked.
    pub context: Context<'a>,
    /// The amount.
    pub budget: Money,
    /// The lines, the best first.
    pub lines: &'a [Budgeted],
    /// How many are shown.
    pub shown: usize,
}

impl BudgetDocument<'_> {
    fn shown_lines(&self) -> &[Budgeted] {
        &self.lines[..self.lines.len().min(self.shown)]
    }

    fn offers(&self) -> Vec<&Offer> {
        let mut offers = Vec::new();
        for line in self.shown_lines() {
            offers.push(&line.offer);
            offers.extend(line.stated.as_ref().map(|(_, offer)| offer));
        }
        offers
    }
}

impl Document for BudgetDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let context = &self.context;
        let messages = context.messages;
        let days = messages.days(context.need().stay().days());
        let Some(first) = self.lines.first() else {
            let args = [("budget", messages.money(self.budget)), ("days", days)];
            return Ok(vec![Block::Sentences(Tone::Plain, vec![messages.tr_with("budget-nothing", args)])]);
        };
        let args = [
            ("budget", messages.money(self.budget)),
            ("days", days),
            ("data", most_text(first.most, messages)),
            ("basket", shopping_list(&first.offer.basket, context)?),
            ("total", context.total(&first.offer.basket)?),
        ];
        let mut rows = Vec::new();
        let mut marks = Vec::new();
        for (line, rank) in self.shown_lines().iter().zip(1_usize..) {
            rows.push(row(&rank.to_string(), &most_text(line.most, messages), &line.offer, context)?);
            marks.push(if rank == 1 { Mark::Best } else { Mark::Plain });
            if let Some((volume, offer)) = &line.stated {
                rows.push(row("", &messages.volume(*volume), offer, context)?);
                marks.push(Mark::Plain);
            }
        }
        let heads = [
            ("column-rank", Shape::Number),
            ("column-most_data", Shape::Figure),
            ("column-basket", Shape::Text),
            ("column-total", Shape::Figure),
            ("column-line", Shape::Word),
        ];
        let grid = Grid { marks, ..Grid::titled(&heads, rows, messages) };
        Ok(vec![
            Block::Sentences(Tone::Strong, vec![messages.tr_with("budget-best", args)]),
            Block::Sentences(Tone::Plain, context.state_text().into_iter().collect()),
            Block::Table(grid),
            Block::Sentences(Tone::Faint, rates_line(&self.offers(), context).into_iter().collect()),
        ])
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(self.keyed_grid())
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let context = &self.context;
        let mut offers = Vec::new();
        for (line, rank) in self.shown_lines().iter().zip(1..) {
            let stated = match &line.stated {
                None => None,
                Some((volume, offer)) => Some(StatedForm {
                    most_data_mb: volume.in_mb(),
                    offer: offer_form(offer, None, context)?,
                }),
            };
            let offer = offer_form(&line.offer, Some(rank), context)?;
            offers.push(LineForm { most_data_mb: most_mb(line.most), offer, stated });
        }
        Ok(BudgetForm {
            schema: "simplan/budget/1",
            today: context.request().today.to_string(),
            currency: context.currency().code(),
            budget: self.budget.amount_text(),
            days: context.need().stay().days(),
            minutes: context.need().minutes(),
            rates: rate_forms(&self.offers(), context),
            offers,
        })
    }
}

impl BudgetDocument<'_> {
    fn keyed_grid(&self) -> Result<Grid, Error> {
        let context = &self.context;
        let mut rows = Vec::new();
        for (line, rank) in self.shown_lines().iter().zip(1..) {
            let stated = line.stated.iter().map(|(volume, offer)| (volume.in_mb(), offer));
            for (most, offer) in [(most_mb(line.most), &line.offer)].into_iter().chain(stated) {
                rows.push(vec![
                    rank.to_string(),
                    super::basket::joined(&offer.lines),
                    most,
                    super::basket::machine_basket(&offer.basket),
                    context.shown(offer.basket.total())?.amount_text(),
                    context.currency().to_string(),
                    offer.basket.is_complete().to_string(),
                ]);
            }
        }
        Ok(Grid::keyed(&["rank", "line", "most_data_mb", "basket", "total", "currency", "complete"], rows))
    }
}

#[derive(Serialize)]
struct BudgetForm<'a> {
    schema: &'static str,
    today: String,
    currency: &'static str,
    budget: String,
    days: u32,
    minutes: u64,
    rates: Vec<RateForm>,
    offers: Vec<LineForm<'a>>,
}

#[derive(Serialize)]
struct LineForm<'a> {
    /// A decimal, or `unlimited`.
    most_data_mb: String,
    #[serde(flatten)]
    offer: OfferForm<'a>,
    /// The most with a stated volume, if the most is unlimited.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<StatedForm<'a>>,
}

#[derive(Serialize)]
struct StatedForm<'a> {
    most_data_mb: String,
    #[serde(flatten)]
    offer: OfferForm<'a>,
}

fn row(rank: &str, most: &str, offer: &Offer, context: &Context<'_>) -> Result<Vec<String>, Error> {
    Ok(vec![
        rank.to_owned(),
        most.to_owned(),
        shopping_list(&offer.basket, context)?,
        context.total(&offer.basket)?,
        super::basket::joined(&offer.lines),
    ])
}

fn most_text(most: MostData, messages: &Messages) -> String {
    match most {
        MostData::Unlimited => messages.tr("unlimited-by-seller"),
        MostData::Volume(volume) => messages.volume(volume),
    }
}

fn most_mb(most: MostData) -> String {
    match most {
        MostData::Unlimited => "unlimited".to_owned(),
        MostData::Volume(volume) => volume.in_mb(),
    }
}

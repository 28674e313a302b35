//! The answer of `compare --budget`: how much data the budget buys on each line.

use super::basket::{nothing_to_buy, shopping_list};
use super::block::{Block, Tone};
use super::context::Context;
use super::document::Document;
use super::first_offer::{offer_text, remarks};
use super::forms::{OfferForm, RateForm, offer_form, rate_forms};
use super::grid::{Grid, Mark, Shape};
use super::offer_columns::seen;
use super::offers::{USUAL_LIMIT, price_remarks};
use super::schema_name::{JsonForm, SchemaName};
use super::values::{CurrencyText, DateText, DecimalText};
use crate::domain::budget::{Budgeted, MostData};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::need::Need;
use crate::domain::volume::DataVolume;
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;

/// How many lines of each basket a screen shows.
const BASKET_LINES: usize = 3;

/// How much data a budget buys on each line.
#[derive(Clone, Copy)]
pub struct BudgetDocument<'a> {
    /// The question, its catalogue and the language.
    pub context: Context<'a>,
    /// The budget, in the shown currency.
    pub budget: Money,
    /// The lines, the best first.
    pub lines: &'a [Budgeted],
    /// How many lines are shown at most; `None` for as many as fit on a screen, and 10 for scripts.
    pub limit: Option<usize>,
    /// How many lines a screen has room for.
    pub room: usize,
}

impl BudgetDocument<'_> {
    /// How many lines are shown if there is room for them.
    pub const ROOM: usize = 4;

    /// The lines for people.
    fn shown_lines(&self) -> Vec<(usize, &Budgeted)> {
        self.first_lines(self.limit.unwrap_or(self.room))
    }

    /// The lines for scripts.
    fn listed_lines(&self) -> Vec<(usize, &Budgeted)> {
        self.first_lines(self.limit.unwrap_or(USUAL_LIMIT))
    }

    /// The first lines with their ranks, and what the user has already, wherever it ranks.
    fn first_lines(&self, most: usize) -> Vec<(usize, &Budgeted)> {
        let ranked = (1..).zip(self.lines);
        ranked.filter(|(rank, line)| *rank <= most || self.context.is_mine(&line.offer)).collect()
    }

    /// The sentence for the most data that the budget buys. If that is unlimited, it also names the most with a stated
    /// volume.
    fn best(&self, first: &Budgeted, need: String) -> Result<String, Error> {
        let messages = self.context.messages;
        if first.offer.basket.items().is_empty() {
            return Ok(nothing_to_buy(DataVolume::ZERO, &self.context));
        }
        let (key, data) = match first.most {
            MostData::Unlimited => ("budget-best-unlimited", String::new()),
            MostData::Volume(volume) => ("budget-best", messages.volume(volume)),
        };
        let asked = [("budget", messages.short_money(self.budget)), ("need", need)];
        let text = messages.tr_with(key, asked.into_iter().chain(self.offer_args(data, &first.offer)?));
        let Some((volume, offer)) = &first.stated else { return Ok(text) };
        let stated = messages.tr_with("budget-stated", self.offer_args(messages.volume(*volume), offer)?);
        Ok(format!("{text}{}{stated}", messages.tr("sentence-separator")))
    }

    fn offer_args(&self, data: String, offer: &Offer) -> Result<[(&'static str, String); 2], Error> {
        Ok([("data", data), ("offer", offer_text(offer, &self.context)?)])
    }

    /// The need without its data and without its margin: the days, and the minutes if there are some.
    fn need_text(&self) -> String {
        let need = self.context.question.asked();
        let messages = self.context.messages;
        let days = messages.days(need.stay().days());
        if need.minutes() == 0 {
            return days;
        }
        messages.tr_with("need-calls", [("days", days), ("minutes", messages.minutes(need.minutes()))])
    }

    /// The needs before and after the margin, with the most data that has a stated volume. `None` without a margin, or
    /// if there is nothing to enlarge.
    fn margin_text(&self) -> Option<String> {
        let (asked, percent) = self.context.question.before_margin?;
        let data = self.lines.first().and_then(|line| match line.most {
            MostData::Volume(volume) => Some(volume),
            MostData::Unlimited => line.stated.as_ref().map(|(volume, _)| *volume),
        });
        let asked = Need::new(asked.stay(), data.unwrap_or_default(), asked.minutes()).ok()?;
        let args = [
            ("percent", MessageArg::from(u64::from(percent))),
            ("need", self.context.need_words(&asked).into()),
            ("counted", self.context.need_words(&asked.enlarged(percent).ok()?).into()),
        ];
        Some(self.context.messages.tr_with("budget-margin", args))
    }
}

impl Document for BudgetDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let context = &self.context;
        let messages = context.messages;
        let need = self.need_text();
        let answer = if let Some(first) = self.lines.first() {
            Block::Sentences(Tone::Strong, vec![self.best(first, need)?])
        } else {
            let args = [("budget", messages.short_money(self.budget)), ("need", need)];
            Block::Sentences(Tone::Plain, vec![messages.tr_with("budget-nothing", args)])
        };
        let before = self.margin_text().into_iter().chain(context.state_text());
        let about = self.lines.first().and_then(|first| remarks(&first.offer, context));
        let mut blocks = vec![answer, Block::Remarks(Tone::Plain, about.into_iter().chain(before).collect())];
        // An offer without purchases has a sentence and no table.
        let shown = offers_of(&self.shown_lines());
        if shown.iter().any(|offer| !offer.basket.items().is_empty()) {
            blocks.push(Block::Table(self.grid()?));
            let is_unlimited = self.shown_lines().iter().any(|(_, line)| line.most == MostData::Unlimited);
            let marked = is_unlimited.then(|| messages.tr("footer-unlimited"));
            let remarks = marked.into_iter().chain(price_remarks(&shown, context));
            blocks.push(Block::Sentences(Tone::Faint, remarks.collect()));
        }
        Ok(blocks)
    }

    fn shorter(&self) -> Option<Self> {
        let room = self.room.min(self.lines.len()).checked_sub(1).filter(|room| *room > 0)?;
        self.limit.is_none().then_some(Self { room, ..*self })
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(self.keyed_grid())
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let context = &self.context;
        let mut offers = Vec::new();
        for (rank, line) in self.listed_lines() {
            let stated = match &line.stated {
                None => None,
                Some((volume, offer)) => Some(StatedForm {
                    most_data_mb: (*volume).into(),
                    offer: form(offer, None, MostData::Volume(*volume), context)?,
                }),
            };
            let offer = form(&line.offer, Some(rank), line.most, context)?;
            offers.push(LineForm { most_data_mb: most_form(line.most), offer, stated });
        }
        Ok(BudgetForm {
            schema: SchemaName::default(),
            today: context.request().today.into(),
            currency: context.currency().into(),
            budget: self.budget.into(),
            days: context.need().stay().days(),
            minutes: context.need().minutes(),
            asked: context
                .question
                .before_margin
                .map(|(asked, margin_percent)| AskedCallsForm { minutes: asked.minutes(), margin_percent }),
            rates: rate_forms(&offers_of(&self.listed_lines()), context),
            offers,
        })
    }
}

impl BudgetDocument<'_> {
    fn grid(&self) -> Result<Grid, Error> {
        let context = &self.context;
        let messages = context.messages;
        let mut rows = Vec::new();
        let mut marks = Vec::new();
        for (rank, line) in self.shown_lines() {
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
            ("column-operator", Shape::Word),
            ("column-basket", Shape::Text),
            ("column-total", Shape::Figure),
            ("column-verified_on", Shape::Phrase),
        ];
        Ok(Grid {
            marks,
            text_lines: self.limit.is_none().then_some(BASKET_LINES),
            ..Grid::titled(&heads, rows, messages)
        })
    }

    fn keyed_grid(&self) -> Result<Grid, Error> {
        let context = &self.context;
        let mut rows = Vec::new();
        for (rank, line) in self.listed_lines() {
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

/// The offers of some lines, with those of a stated volume.
fn offers_of<'b>(lines: &[(usize, &'b Budgeted)]) -> Vec<&'b Offer> {
    lines
        .iter()
        .flat_map(|(_, line)| [Some(&line.offer), line.stated.as_ref().map(|(_, offer)| offer)])
        .flatten()
        .collect()
}

/// The answer of `compare --budget`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct BudgetForm<'a> {
    schema: SchemaName<Self>,
    /// The day from which the ages of prices are counted.
    today: DateText,
    /// The shown currency.
    currency: CurrencyText,
    budget: DecimalText,
    /// The days of the stay.
    days: u32,
    /// The call minutes of the stay.
    minutes: u64,
    /// The need before the margin, if there is one. `most_data_mb` is without the margin, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<AskedCallsForm>,
    /// The exchange rates that the answer depends on.
    rates: Vec<RateForm>,
    /// The best basket of each line, the most data first.
    offers: Vec<LineForm<'a>>,
}

impl JsonForm for BudgetForm<'_> {
    const SCHEMA: &'static str = "simplan/budget/1";
}

/// The need before the margin.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct AskedCallsForm {
    minutes: u64,
    margin_percent: u32,
}

/// The most data of a line.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct LineForm<'a> {
    most_data_mb: MostForm,
    #[serde(flatten)]
    offer: OfferForm<'a>,
    /// The most with a stated volume, if the most is unlimited.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<StatedForm<'a>>,
}

/// The most data with a stated volume.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct StatedForm<'a> {
    most_data_mb: DecimalText,
    #[serde(flatten)]
    offer: OfferForm<'a>,
}

/// A volume, or `unlimited`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum MostForm {
    Volume(DecimalText),
    Unlimited(UnlimitedForm),
}

/// Data without a limit.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
enum UnlimitedForm {
    #[serde(rename = "unlimited")]
    Unlimited,
}

/// An offer whose figures are for the data that the budget buys, with its margin.
fn form<'o>(
    offer: &'o Offer,
    rank: Option<usize>,
    most: MostData,
    context: &Context<'_>,
) -> Result<OfferForm<'o>, Error> {
    let data = match most {
        MostData::Volume(volume) => volume,
        MostData::Unlimited => DataVolume::from_kb(1),
    };
    let question = context.question.with_data(data)?;
    let mut form = offer_form(offer, rank, &Context { question: &question, ..*context })?;
    if most == MostData::Unlimited {
        form.per_gb = None;
    }
    Ok(form)
}

fn row(rank: &str, most: &str, offer: &Offer, context: &Context<'_>) -> Result<Vec<String>, Error> {
    Ok(vec![
        rank.to_owned(),
        most.to_owned(),
        context.seller(&offer.operators),
        shopping_list(&offer.basket, context)?,
        context.total(&offer.basket)?,
        seen(&offer.basket, context),
    ])
}

fn most_text(most: MostData, messages: &Messages) -> String {
    match most {
        MostData::Unlimited => messages.tr("unlimited-marked"),
        MostData::Volume(volume) => messages.volume(volume),
    }
}

fn most_form(most: MostData) -> MostForm {
    match most {
        MostData::Unlimited => MostForm::Unlimited(UnlimitedForm::Unlimited),
        MostData::Volume(volume) => MostForm::Volume(volume.into()),
    }
}

fn most_mb(most: MostData) -> String {
    match most {
        MostData::Unlimited => "unlimited".to_owned(),
        MostData::Volume(volume) => volume.in_mb(),
    }
}

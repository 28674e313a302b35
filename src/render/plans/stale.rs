//! The answer of `plans stale`: which prices to check first, and where.

use crate::catalogue::cells::{cell, currency};
use crate::catalogue::columns::Column;
use crate::domain::error::Error;
use crate::domain::live::harmless;
use crate::domain::plan::Plan;
use crate::domain::stale::{StalePrice, StalePrices};
use crate::i18n::{MessageArg, Messages};
use crate::render::age::age_text;
use crate::render::block::{Block, Bullet, Tone};
use crate::render::document::Document;
use crate::render::forms::Origin;
use crate::render::grid::{Grid, Shape};
use crate::render::schema_name::{JsonForm, SchemaName};
use crate::render::values::{CurrencyText, DateText, DecimalText, SeenText};
use jiff::civil::Date;
use serde::Serialize;

/// How many prices people see unless they ask for others.
pub const USUAL_ROWS: usize = 10;

/// The prices that are to be checked, those that matter most first.
#[derive(Clone, Copy)]
pub struct StaleDocument<'a> {
    /// The prices.
    pub stale: &'a StalePrices,
    /// How many of them are shown at most; `None` for [`USUAL_ROWS`], and for all in the formats of scripts.
    pub limit: Option<usize>,
    /// How many fit on the screen.
    pub room: usize,
    /// The day from which ages are counted.
    pub today: Date,
    /// The source of the catalogue.
    pub origin: &'a Origin,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for StaleDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let messages = self.messages;
        let mut blocks = vec![Block::Sentences(Tone::Strong, vec![self.summary()])];
        let shown = self.first(self.limit.unwrap_or(self.room));
        if shown.is_empty() {
            return Ok(blocks);
        }
        let pages = pages(shown);
        blocks.push(Block::Tables {
            wider: vec![self.wide(shown, &pages)],
            narrow: self.narrow(shown, &pages),
        });
        let more = self.stale.prices.len() - shown.len();
        if more > 0 {
            blocks.push(Block::Caption(messages.tr_with("stale-more", [("more", more)])));
        }
        if !pages.is_empty() {
            let items = pages.iter().map(|page| harmless(page).into_owned()).collect();
            blocks.push(Block::List { bullet: Bullet::Note, tone: Tone::Plain, items });
        }
        Ok(blocks)
    }

    fn shorter(&self) -> Option<Self> {
        let room = self.first(self.room).len().saturating_sub(1);
        (self.limit.is_none() && room > 0).then_some(Self { room, ..*self })
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        let rows = self.listed().iter().zip(1_usize..).map(|(price, rank)| self.keyed_row(price, rank));
        Some(Ok(Grid::keyed(&KEYS, rows.collect())))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let StalePrices { prices, older_than, needs, needs_on_stale, .. } = self.stale;
        Ok(StaleForm {
            schema: SchemaName::default(),
            today: self.today.into(),
            catalogue: self.origin,
            older_than_days: *older_than,
            stale: prices.len(),
            typical_needs: *needs,
            typical_needs_on_stale: *needs_on_stale,
            plans: self.listed().iter().zip(1..).map(|(price, rank)| self.form(price, rank)).collect(),
        })
    }
}

impl<'a> StaleDocument<'a> {
    fn first(&self, most: usize) -> &'a [StalePrice] {
        let prices = &self.stale.prices;
        &prices[..prices.len().min(most)]
    }

    /// The prices for scripts, which are not limited by a screen.
    fn listed(&self) -> &'a [StalePrice] {
        self.first(self.limit.unwrap_or(usize::MAX))
    }

    /// How many prices are stale, and how many needs depend on them.
    fn summary(&self) -> String {
        let StalePrices { prices, older_than, all, needs, needs_on_stale } = self.stale;
        let age = self.messages.days(*older_than);
        if prices.is_empty() {
            return self.messages.tr_with("stale-none", [("age", age)]);
        }
        let args = [
            ("stale", MessageArg::from(prices.len())),
            ("all", (*all).into()),
            ("age", age.into()),
            ("needs", (*needs_on_stale).into()),
            ("typical", (*needs).into()),
        ];
        self.messages.tr_with("stale-summary", args)
    }

    /// A row for each price.
    fn wide(&self, shown: &[StalePrice], pages: &[&str]) -> Grid {
        let heads = [
            ("column-rank", Shape::Number),
            ("column-id", Shape::Word),
            ("column-name", Shape::Text),
            ("column-price", Shape::Figure),
            ("column-verified_on", Shape::Phrase),
            ("column-decides", Shape::Figure),
            ("column-page", Shape::Word),
        ];
        let rows = shown.iter().zip(1_usize..).map(|(StalePrice { plan, decides, .. }, rank)| {
            let age = self.age(plan);
            let seen = match self.date(plan) {
                Some(date) => date + &self.messages.tr_with("in-brackets", [("text", age)]),
                None => age,
            };
            let name = plan.name.to_string();
            let id = plan.id.to_string();
            vec![
                rank.to_string(),
                id,
                name,
                self.price(plan),
                seen,
                self.decides(*decides),
                self.page(plan, pages),
            ]
        });
        Grid::titled(&heads, rows.collect(), self.messages)
    }

    /// Two rows for each price, for a narrow terminal: the name is under the id, and the age under the date.
    fn narrow(&self, shown: &[StalePrice], pages: &[&str]) -> Grid {
        let heads = [
            ("column-rank", Shape::Number),
            ("column-id", Shape::Text),
            ("column-price", Shape::Figure),
            ("column-verified_on", Shape::Word),
            ("column-decides", Shape::Figure),
            ("column-page", Shape::Word),
        ];
        let mut rows = Vec::new();
        for (StalePrice { plan, decides, .. }, rank) in shown.iter().zip(1_usize..) {
            let age = self.age(plan);
            let [seen, below] = match self.date(plan) {
                Some(date) => [date, age],
                None => [age, String::new()],
            };
            let id = plan.id.to_string();
            let price = self.price(plan);
            rows.push(vec![
                rank.to_string(),
                id,
                price,
                seen,
                self.decides(*decides),
                self.page(plan, pages),
            ]);
            let blank = String::new;
            rows.push(vec![blank(), plan.name.to_string(), blank(), below, blank(), blank()]);
        }
        Grid::titled(&heads, rows, self.messages)
    }

    fn price(&self, plan: &Plan) -> String {
        plan.price.map_or_else(|| self.messages.tr("unknown"), |price| self.messages.short_money(price))
    }

    fn date(&self, plan: &Plan) -> Option<String> {
        plan.verified_on.map(|date| self.messages.date(&date.to_string()))
    }

    fn age(&self, plan: &Plan) -> String {
        age_text(plan.verified_on, self.today, self.messages)
    }

    fn decides(&self, count: usize) -> String {
        self.messages.tr_with("stale-decides", [("count", count), ("all", self.stale.needs)])
    }

    /// The number of the page to look at, as the list under the table has it.
    fn page(&self, plan: &Plan, pages: &[&str]) -> String {
        let number = pages.iter().zip(1..).find(|(page, _)| plan.source.as_deref() == Some(**page));
        number.map_or_else(|| self.messages.tr("stale-no-page"), |(_, number)| format!("[{number}]"))
    }

    fn keyed_row(&self, price: &StalePrice, rank: usize) -> Vec<String> {
        let StalePrice { plan, decides, .. } = price;
        let mut row = vec![rank.to_string()];
        let before =
            [Column::Id, Column::Line, Column::Operator, Column::Name, Column::Price, Column::Currency];
        let columns = before.into_iter().chain([Column::VerifiedOn]);
        row.extend(columns.map(|column| cell(plan, column).unwrap_or_default().into_owned()));
        let age = price.age_on(self.today).map(|days| days.to_string()).unwrap_or_default();
        row.extend([age, decides.to_string(), self.stale.needs.to_string()]);
        row.push(cell(plan, Column::Source).unwrap_or_default().into_owned());
        row
    }

    fn form(&self, price: &'a StalePrice, rank: usize) -> StalePriceForm<'a> {
        let StalePrice { plan, decides, .. } = price;
        StalePriceForm {
            rank,
            id: plan.id.as_str(),
            line: plan.line.as_str(),
            operator: plan.operator.as_str(),
            name: &plan.name,
            price: plan.price.map(DecimalText::from_written),
            currency: currency(plan).map(CurrencyText::from),
            verified_on: plan.verified_on.map(SeenText::from),
            age_days: price.age_on(self.today),
            decides: *decides,
            source: plan.source.as_deref(),
        }
    }
}

/// The columns for scripts.
const KEYS: [&str; 12] = [
    "rank",
    "id",
    "line",
    "operator",
    "name",
    "price",
    "currency",
    "verified_on",
    "age_days",
    "decides",
    "typical_needs",
    "source",
];

/// The pages of these prices, each once. Many prices are on the same page.
fn pages(shown: &[StalePrice]) -> Vec<&str> {
    let mut pages = Vec::new();
    for page in shown.iter().filter_map(|price| price.plan.source.as_deref()) {
        if !pages.contains(&page) {
            pages.push(page);
        }
    }
    pages
}

/// The answer of `plans stale`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct StaleForm<'a> {
    schema: SchemaName<Self>,
    /// The day from which ages are counted.
    today: DateText,
    catalogue: &'a Origin,
    /// How many days old a price may be before it is stale.
    older_than_days: u64,
    /// How many prices of the catalogue are stale. A price without a date is.
    stale: usize,
    /// How many typical needs are answered.
    typical_needs: usize,
    /// For how many of them the cheapest basket has a plan with a stale price.
    typical_needs_on_stale: usize,
    /// The plans with a stale price, those to check first at the top.
    plans: Vec<StalePriceForm<'a>>,
}

impl JsonForm for StaleForm<'_> {
    const SCHEMA: &'static str = "simplan/plans-stale/1";
}

/// A plan with a stale price. `null` is unknown.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct StalePriceForm<'a> {
    rank: usize,
    id: &'a str,
    line: &'a str,
    operator: &'a str,
    name: &'a str,
    price: Option<DecimalText>,
    currency: Option<CurrencyText>,
    /// When the price was seen.
    verified_on: Option<SeenText>,
    age_days: Option<u64>,
    /// For how many of the typical needs it is in the cheapest basket.
    decides: usize,
    /// The page to look at: the address or the title of the source.
    source: Option<&'a str>,
}

//! Answers for a page: the same words as on a terminal, in pieces that the page lays out itself.
//!
//! The answer of `compare` has a form of its own, with a card for each seller ([`compare_page`]), and what takes longer
//! than a key stroke apart from it ([`details_page`]). All other answers are
//! their [blocks](Block). Nothing here is markup: every text is shown as it is.

use super::advice::capitalised;
use super::basket::{item_text, renewals};
use super::block::{Block, Bullet, Tone};
use super::chart::svg;
use super::context::Context;
use super::document::Document;
use super::explain::{nothing_fits, reason_groups};
use super::first_offer::{notes, offer_text, remarks};
use super::grid::{Grid, Shape};
use super::mine::mine_text;
use super::offers::{ComparisonDocument, Explain};
use super::schedule::timeline;
use super::timeline::{Timeline, TimelineRow};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::live::harmless;
use crate::domain::slug::Slug;
use serde::Serialize;
use std::collections::BTreeSet;

/// The answer of `compare` for a page.
#[derive(Serialize)]
pub struct ComparePage {
    sentence: String,
    remarks: Vec<String>,
    notes: Vec<String>,
    cards: Vec<CardForm>,
}

/// What to know besides the offers: what is one change away, and why the other plans are in none.
#[derive(Serialize)]
pub struct DetailsPage {
    advice: Vec<String>,
    why_not: Vec<ReasonForm>,
}

/// The offers of one seller, or of two if a basket is over two lines.
#[derive(Serialize)]
struct CardForm {
    seller: String,
    operator: String,
    total: String,
    is_first: bool,
    is_mine: bool,
    items: Vec<BoughtForm>,
    remarks: Vec<String>,
    renewals: String,
    timeline: Option<TimelineForm>,
    others: Vec<String>,
}

#[derive(Serialize)]
struct BoughtForm {
    text: String,
    count: u64,
    is_mine: bool,
}

/// The purchases of a stay, a row each.
#[derive(Serialize)]
pub struct TimelineForm {
    rows: Vec<SpanForm>,
    more: Option<String>,
}

/// A part of the stay, in ten-thousandths.
#[derive(Serialize)]
struct SpanForm {
    label: String,
    when: String,
    from: u64,
    to: u64,
}

#[derive(Serialize)]
struct ReasonForm {
    reason: String,
    items: Vec<String>,
}

/// The answer of `compare`. `mine` are the plans with a price of the user's own.
///
/// # Errors
/// `amount-too-large`, `date-out-of-range`.
pub fn compare_page(answer: &ComparisonDocument<'_>, mine: &BTreeSet<Slug>) -> Result<ComparePage, Error> {
    let context = &answer.context;
    let mut lines = nothing_or_sentence(answer)?.into_iter();
    let sentence = lines.next().unwrap_or_default();
    let (about, of_plans) = match answer.offers.first() {
        Some(first) => (remarks(first, context), notes(&first.basket, context)),
        None => (None, Vec::new()),
    };
    Ok(ComparePage {
        sentence: shown(&sentence),
        remarks: all_shown(
            lines.chain(about).chain(mine_text(answer.offers, context)?).chain(context.remarks()?),
        ),
        notes: all_shown(of_plans),
        cards: cards(answer, mine)?,
    })
}

/// What to know besides the offers. The document has the reasons of all plans that are in none.
///
/// # Errors
/// `amount-too-large`, `date-out-of-range`.
pub fn details_page(answer: &ComparisonDocument<'_>) -> Result<DetailsPage, Error> {
    let reasons = match answer.explain {
        Explain::All(refusals) => reason_groups(refusals, answer.context.messages),
        Explain::Nothing | Explain::Plan(..) => Vec::new(),
    };
    let reasons = reasons
        .into_iter()
        .map(|group| ReasonForm { reason: shown(&group.heading), items: all_shown(group.items) });
    Ok(DetailsPage {
        advice: all_shown(answer.advice_lines(false)?.into_iter().chain(answer.price_lines())),
        why_not: reasons.collect(),
    })
}

fn nothing_or_sentence(answer: &ComparisonDocument<'_>) -> Result<Vec<String>, Error> {
    match answer.offers.first() {
        Some(first) => Ok(vec![answer.best(first)?]),
        None => Ok(nothing_fits(answer)),
    }
}

/// A card for each seller, in the order of their best offers.
fn cards(answer: &ComparisonDocument<'_>, mine: &BTreeSet<Slug>) -> Result<Vec<CardForm>, Error> {
    let context = &answer.context;
    let mut groups: Vec<(&[Slug], Vec<&Offer>)> = Vec::new();
    for offer in answer.offers.iter().filter(|offer| !offer.basket.items().is_empty()) {
        match groups.iter_mut().find(|(sellers, _)| *sellers == offer.operators.as_slice()) {
            Some((_, offers)) => offers.push(offer),
            None => groups.push((&offer.operators, vec![offer])),
        }
    }
    let cards = groups.into_iter().enumerate().map(|(index, (sellers, offers))| {
        let (first, others) = offers.split_first().expect("a group begins with an offer");
        Ok(CardForm {
            seller: shown(&context.seller(sellers)),
            operator: sellers.iter().map(Slug::as_str).collect::<Vec<_>>().join("+"),
            total: context.short_total(&first.basket)?,
            is_first: index == 0,
            is_mine: first.basket.items().iter().any(|item| mine.contains(&item.plan.id)),
            items: items(first, context, mine)?,
            remarks: all_shown(remarks(first, context)),
            renewals: shown(&capitalised(&renewals(first, context)?)),
            timeline: stay(first, context)?,
            others: others
                .iter()
                .map(|offer| Ok(shown(&offer_text(offer, context)?)))
                .collect::<Result<_, Error>>()?,
        })
    });
    cards.collect()
}

fn items(offer: &Offer, context: &Context<'_>, mine: &BTreeSet<Slug>) -> Result<Vec<BoughtForm>, Error> {
    let items = offer.basket.items().iter().map(|item| {
        Ok(BoughtForm {
            text: shown(&item_text(item, context)?),
            count: item.count,
            is_mine: mine.contains(&item.plan.id),
        })
    });
    items.collect()
}

/// The stay with the purchases of an offer; `None` if they are too many for a schedule.
fn stay(offer: &Offer, context: &Context<'_>) -> Result<Option<TimelineForm>, Error> {
    let Ok(schedule) = context.schedule(offer) else { return Ok(None) };
    timeline(&schedule, context).map(|timeline| Some(timeline_form(timeline)))
}

/// A point of the stay in ten-thousandths, at most its end.
fn part_of(point: u128, end: u128) -> u64 {
    const WHOLE: u128 = 10_000;
    // The end of a stay is so much less than the greatest number that this only overflows after it.
    let part = point.min(end).checked_mul(WHOLE).map_or(WHOLE, |product| product / end.max(1));
    u64::try_from(part).unwrap_or_default()
}

/// A block of an answer.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum BlockForm {
    /// The title of the blocks up to the next title.
    Title {
        /// The title.
        text: String,
    },
    /// The heading of the next block.
    Heading {
        /// The heading.
        text: String,
    },
    /// Digits that are read from afar.
    Large {
        /// The digits.
        text: String,
    },
    /// A remark on the table above.
    Caption {
        /// The remark.
        text: String,
    },
    /// Sentences that belong together.
    Sentences {
        /// How much they stand out: `strong`, `plain` or `faint`.
        tone: &'static str,
        /// The sentences.
        texts: Vec<String>,
    },
    /// Texts of others about the sentences above.
    Notes {
        /// The texts.
        texts: Vec<String>,
    },
    /// Items, each on lines of its own.
    List {
        /// The mark before each item: `box`, `number`, `note` or `dash`.
        bullet: &'static str,
        /// The items.
        items: Vec<String>,
    },
    /// Rows that are compared with each other.
    Table {
        /// The titles of the columns, and whether a column has figures.
        columns: Vec<ColumnForm>,
        /// The cells of each row.
        rows: Vec<Vec<String>>,
    },
    /// The facts about one thing.
    Fields {
        /// A title and its value each.
        rows: Vec<Vec<String>>,
    },
    /// A chart that shows which purchase serves when.
    Timeline(TimelineForm),
    /// A chart of step lines.
    Chart {
        /// The picture, as the text of an SVG file.
        svg: String,
        /// What it shows, for people who do not see it.
        words: String,
        /// A sentence about what it leaves out.
        caption: Option<String>,
    },
}

/// The title of a column.
#[derive(Serialize)]
pub struct ColumnForm {
    title: String,
    is_figure: bool,
}

/// The blocks of an answer for a page.
///
/// # Errors
/// As [`Document::blocks`].
pub fn blocks(document: &impl Document) -> Result<Vec<BlockForm>, Error> {
    Ok(document.blocks()?.into_iter().filter_map(block_form).collect())
}

/// A block for a page; `None` if it has nothing to show, or only makes sense at a terminal.
fn block_form(block: Block) -> Option<BlockForm> {
    Some(match block {
        Block::Title(text) => BlockForm::Title { text: shown(&text) },
        Block::Heading(text) => BlockForm::Heading { text: shown(&text) },
        Block::Large(text) => BlockForm::Large { text: shown(&text) },
        Block::Caption(text) => BlockForm::Caption { text: shown(&text) },
        Block::Sentences(tone, texts) | Block::Remarks(tone, texts) if !texts.is_empty() => {
            BlockForm::Sentences { tone: tone_word(tone), texts: all_shown(texts) }
        }
        Block::Notes { notes, .. } if !notes.is_empty() => BlockForm::Notes { texts: all_shown(notes) },
        Block::List { bullet, items, .. } if !items.is_empty() => {
            BlockForm::List { bullet: bullet_word(bullet), items: all_shown(items) }
        }
        Block::Table(grid) => table(&grid),
        Block::Tables { wider, narrow } => table(wider.first().unwrap_or(&narrow)),
        Block::Fields(grid) => BlockForm::Fields { rows: grid.harmless().rows },
        Block::Timeline(timeline) => BlockForm::Timeline(timeline_form(timeline)),
        Block::Chart { chart, caption } => BlockForm::Chart {
            svg: svg::file(&chart),
            words: shown(&chart.words.join(" ")),
            caption: caption.map(|caption| shown(&caption)),
        },
        Block::Sentences(..)
        | Block::Remarks(..)
        | Block::Notes { .. }
        | Block::List { .. }
        | Block::Lines(_)
        | Block::Aside(_) => {
            return None;
        }
    })
}

fn table(grid: &Grid) -> BlockForm {
    let grid = grid.harmless();
    let columns = grid.heads.into_iter().map(|head| ColumnForm {
        title: head.title,
        is_figure: matches!(head.shape, Shape::Figure | Shape::Number),
    });
    BlockForm::Table { columns: columns.collect(), rows: grid.rows }
}

fn timeline_form(timeline: Timeline) -> TimelineForm {
    let end = timeline.end;
    let rows = timeline.rows.into_iter().map(|TimelineRow { name, when, span, .. }| SpanForm {
        label: shown(&name),
        when,
        from: part_of(span.start, end),
        to: part_of(span.end, end),
    });
    TimelineForm { rows: rows.collect(), more: timeline.more }
}

fn tone_word(tone: Tone) -> &'static str {
    match tone {
        Tone::Strong => "strong",
        Tone::Plain => "plain",
        Tone::Faint => "faint",
    }
}

fn bullet_word(bullet: Bullet) -> &'static str {
    match bullet {
        Bullet::Box => "box",
        Bullet::Number => "number",
        Bullet::Note => "note",
        Bullet::Dash => "dash",
    }
}

/// A text in which no character controls how others are shown.
fn shown(text: &str) -> String {
    harmless(text).into_owned()
}

fn all_shown(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    texts.into_iter().map(|text| shown(&text)).collect()
}

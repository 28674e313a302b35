//! Puts the answers about a stay together: the offers, their chart, when to buy what, the steps, and what to show.

use super::chart;
use super::compare::Compared;
use super::error::AskError;
use super::options::Options;
use super::request::Basis;
use super::schedule::{cheapest_bill, schedule};
use super::steps::{self, with_cards};
use crate::catalogue::Catalogue;
use crate::domain::last_day::last_day;
use crate::guide::facts::Facts;
use crate::i18n::Messages;
use crate::render::age::dates_text;
use crate::render::block::{Block, Tone};
use crate::render::context::Context;
use crate::render::document::Document;
use crate::render::forms::Origin;
use crate::render::schedule::ScheduleDocument;
use crate::render::stay_report::{ReportSection, StayReport};
use std::path::Path;

/// What a report is made of besides its offers.
#[derive(Clone, Copy)]
pub struct ReportBasis<'a> {
    /// What was asked.
    pub options: &'a Options,
    /// The day and the exchange rates.
    pub basis: &'a Basis,
    /// All plans.
    pub catalogue: &'a Catalogue,
    /// What the guide knows.
    pub facts: &'a Facts,
    /// The command that makes the report.
    pub command: &'a str,
    /// The language of the report.
    pub messages: &'a Messages,
}

/// The report on the offers for a question, as the text of a file.
///
/// # Errors
/// What cannot be computed or shown.
pub fn stay_report(compared: &Compared, of: &ReportBasis<'_>) -> Result<String, AskError> {
    let messages = of.messages;
    let context = compared.context(messages);
    let answer = compared.document(messages).blocks().map_err(AskError::usage)?;
    let mut sections = vec![section("report-answer", answer, messages)];
    // A need whose chart would have too many steps has none.
    if let Some(drawn) = chart::around(context).ok().flatten() {
        sections.push(section("report-use", vec![drawn.block(messages)], messages));
    }
    let first = compared.comparison.offers.first();
    if let Some(first) = first.filter(|first| !first.basket.items().is_empty()) {
        let schedule = when_to_buy(compared, context).unwrap_or_else(|error| {
            // The offers and the steps are worth having even if there are too many purchases for a table.
            vec![Block::Sentences(Tone::Plain, vec![messages.error(error.error())])]
        });
        sections.push(section("report-schedule", schedule, messages));
        if !context.is_mine(first) {
            sections.push(section("report-steps", how_to_renew(of, compared)?, messages));
            sections.extend(cards(of, compared).map(|card| section("report-card", card, messages)));
        }
    }
    let report = StayReport {
        title: messages.tr_with("report-title", [("need", context.need_text())]),
        origin: origin(compared, of),
        sections,
        command: of.command,
    };
    Ok(report.file(messages))
}

/// A part whose heading is a message, with the end of its key for a name.
fn section(key: &'static str, blocks: Vec<Block>, messages: &Messages) -> ReportSection {
    ReportSection { name: key.trim_start_matches("report-"), heading: messages.tr(key), blocks }
}

/// When the report was made, and how old the prices of its catalogue are.
fn origin(compared: &Compared, of: &ReportBasis<'_>) -> String {
    let messages = of.messages;
    let [oldest, newest] = dates_text(of.catalogue.price_dates(), messages);
    let source = &compared.origin.source;
    // A report is sent to others, whom the folders of its user do not concern.
    let file = Path::new(source).file_name().map_or(source.into(), |name| name.to_string_lossy());
    let name = if source == Origin::BUILT_IN { messages.tr("version-built-in") } else { file.into_owned() };
    let args = [
        ("today", messages.date(&of.basis.today.to_string())),
        ("name", name),
        ("count", of.catalogue.plans.len().to_string()),
        ("oldest", oldest),
        ("newest", newest),
    ];
    messages.tr_with("report-origin", args)
}

fn when_to_buy(compared: &Compared, context: Context<'_>) -> Result<Vec<Block>, AskError> {
    let question = &compared.asked.question;
    let bill = cheapest_bill(compared.comparison.clone(), question)?;
    let schedule = schedule(&bill, question)?;
    let last_day = last_day(&compared.prepared, question, &bill.offer);
    let document = ScheduleDocument {
        context,
        offer: &bill.offer,
        schedule: &schedule,
        last_day: last_day.as_ref(),
        next: None,
    };
    Ok(without_answer(document.blocks().map_err(AskError::usage)?))
}

fn how_to_renew(of: &ReportBasis<'_>, compared: &Compared) -> Result<Vec<Block>, AskError> {
    let catalogue = Some((of.catalogue, &compared.origin));
    steps::find(of.options, false, catalogue, of.facts, of.basis, |found| {
        Ok(without_answer(found.document(true, of.messages).blocks().map_err(AskError::usage)?))
    })
}

/// What to show at the counter; `None` if nothing is bought at one.
fn cards(of: &ReportBasis<'_>, compared: &Compared) -> Option<Vec<Block>> {
    let catalogue = Some((of.catalogue, &compared.origin));
    let found = steps::find(of.options, true, catalogue, of.facts, of.basis, |found| {
        with_cards(found.guides, of.messages, |document| document.blocks().map_err(AskError::usage))
    });
    found.ok()
}

/// Blocks without the sentences at their beginning, which the report has already.
fn without_answer(blocks: Vec<Block>) -> Vec<Block> {
    let said =
        blocks.into_iter().skip_while(|block| matches!(block, Block::Sentences(..) | Block::Remarks(..)));
    said.collect()
}

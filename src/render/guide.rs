//! The answer of `renew-steps`: the guides for one or several sellers.

use super::block::{Block, Bullet, Tone};
use super::context::Context;
use super::document::Document;
use super::first_offer::best_sentence;
use super::forms::{NeedForm, OfferForm, need_form, offer_form};
use super::lines::{GuideLineForm, line_forms};
use super::notes::Notes;
use super::schema_name::{JsonForm, SchemaName};
use super::values::{Alphabetical, CurrencyText, DateText, DecimalText, WordText};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::guide::situation::{Channel, Due, Payment, Service, Situation, State};
use crate::guide::steps::{Guide, Part};
use crate::i18n::{Language, Messages};
use serde::Serialize;

/// The guides of some sellers.
#[derive(Clone, Copy)]
pub struct GuideDocument<'a> {
    /// The guide for each seller; empty if nothing has to be bought.
    pub guides: &'a [Guide<'a>],
    /// The offer that is explained, and its question; `None` if the user gave no need.
    pub answer: Option<(&'a Offer, Context<'a>)>,
    /// Whether the sources are given, as numbered notes.
    pub with_sources: bool,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for GuideDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let mut blocks = Vec::new();
        if let Some((offer, context)) = &self.answer {
            blocks.push(Block::Sentences(Tone::Strong, vec![best_sentence(offer, context)?]));
            let remarks = context.margin_text().into_iter().chain(context.high_text()?);
            blocks.push(Block::Sentences(Tone::Plain, remarks.collect()));
        }
        let mut notes = Notes::new(self.with_sources);
        for guide in self.guides {
            blocks.extend(guide_blocks(guide, &mut notes, self.messages));
        }
        blocks.extend(notes.blocks(self.messages));
        Ok(blocks)
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let messages = self.messages;
        let first = self.guides.first().map(|guide| &guide.situation);
        let dues = self.guides.iter().flat_map(|guide| guide.situation.dues);
        let context = self.answer.as_ref().map(|(_, context)| context);
        let offer = self.answer.as_ref().map(|(offer, context)| offer_form(offer, Some(1), context));
        let plan = first.and_then(|situation| situation.plan().or(situation.opener()));
        Ok(RenewStepsForm {
            channel: first.map(|situation| WordText(situation.channel)),
            guides: self.guides.iter().map(|guide| guide_form(guide, messages)).collect(),
            language: WordText(messages.language()),
            need: context.map(need_form).map(Alphabetical),
            offer: offer.transpose()?.map(Alphabetical),
            pay: first.map(|situation| WordText(situation.payment)),
            plan: plan.map(|plan| plan.id.as_str()),
            purchases: dues.map(due_form).collect(),
            schema: SchemaName::default(),
            service: first.map(|situation| WordText(situation.service)),
            state: first.map(|situation| WordText(situation.state)),
        })
    }
}

/// The answer of `renew-steps`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct RenewStepsForm<'a> {
    /// Where it is bought.
    channel: Option<WordText<Channel>>,
    /// The steps at each seller.
    guides: Vec<GuideForm<'a>>,
    /// The language of the texts.
    language: WordText<Language>,
    /// The need; `null` if the user gave none.
    need: Option<Alphabetical<NeedForm>>,
    /// The offer that is explained; `null` without a need.
    offer: Option<Alphabetical<OfferForm<'a>>>,
    /// How it is paid.
    pay: Option<WordText<Payment>>,
    /// The id of the plan that is bought first, if it is known.
    plan: Option<&'a str>,
    /// The purchases at all sellers, in their order.
    purchases: Vec<DueForm<'a>>,
    schema: SchemaName<Self>,
    /// How the line is renewed.
    service: Option<WordText<Service>>,
    /// The state of the line.
    state: Option<WordText<State>>,
}

impl JsonForm for RenewStepsForm<'_> {
    const SCHEMA: &'static str = "simplan/renew-steps/1";
}

/// The steps at a seller.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct GuideForm<'a> {
    /// Where it is bought.
    channel: WordText<Channel>,
    name: &'a str,
    operator: &'a str,
    /// The parts of the steps, in the order in which they are read.
    parts: Vec<PartForm<'a>>,
    /// How it is paid.
    pay: WordText<Payment>,
    /// How the line is renewed.
    service: WordText<Service>,
}

/// A part of the steps.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct PartForm<'a> {
    lines: Vec<GuideLineForm<'a>>,
    part: WordText<Part>,
}

/// A purchase to make.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct DueForm<'a> {
    /// The seller's currency.
    currency: Option<CurrencyText>,
    /// The data that it includes, as the catalogue writes it.
    data: Option<String>,
    /// When it is due.
    date: Option<DateText>,
    /// The day of the stay, from 1.
    day: Option<u64>,
    /// The call minutes that it includes, or `unlimited`.
    minutes: Option<String>,
    /// The name as sold.
    name: &'a str,
    /// The id of the plan.
    plan: &'a str,
    /// The price in the seller's currency.
    price: Option<DecimalText>,
    /// The star code that turns a recharge into the plan.
    star: Option<&'a str>,
}

fn guide_blocks<'f>(guide: &'f Guide<'_>, notes: &mut Notes<'f>, messages: &Messages) -> Vec<Block> {
    let mut blocks = vec![Block::Title(title(guide, messages))];
    for (part, lines) in &guide.parts {
        blocks.push(Block::Heading(messages.tr(&heading(*part, &guide.situation))));
        let items = notes.sentences(lines, messages);
        blocks.push(Block::List { bullet: bullet(*part), tone: Tone::Plain, items });
    }
    blocks
}

/// The message of a part's heading. A travel eSIM is bought, not renewed, and the first pass follows the SIM.
fn heading(part: Part, situation: &Situation<'_>) -> String {
    match part {
        Part::Checklist if situation.service == Service::TravelEsim => "part-checklist-esim".to_owned(),
        Part::Checklist if situation.service.is_billed() => "part-checklist-bill".to_owned(),
        Part::Checklist if situation.opener().is_some() => "part-checklist-first".to_owned(),
        _ => format!("part-{}", part.word()),
    }
}

fn guide_form<'a>(guide: &'a Guide<'_>, messages: &Messages) -> GuideForm<'a> {
    let situation = &guide.situation;
    let parts = guide
        .parts
        .iter()
        .map(|(part, lines)| PartForm { lines: line_forms(lines, messages), part: WordText(*part) });
    GuideForm {
        channel: WordText(situation.channel),
        name: &guide.operator.name,
        operator: &guide.operator.id,
        parts: parts.collect(),
        pay: WordText(situation.payment),
        service: WordText(situation.service),
    }
}

pub(super) fn due_form<'a>(due: &Due<'a>) -> DueForm<'a> {
    let plan = due.plan;
    let starts = due.starts.as_ref();
    DueForm {
        currency: plan.price.map(|price| price.currency().into()),
        data: plan.allowance.map(|data| data.to_string()),
        date: starts.and_then(|when| when.date).map(DateText::from),
        day: starts.map(|when| when.day),
        minutes: plan.minutes.map(|minutes| minutes.to_string()),
        name: &plan.name,
        plan: plan.id.as_str(),
        price: plan.price.map(DecimalText::from),
        star: plan.star_code(),
    }
}

fn title(guide: &Guide<'_>, messages: &Messages) -> String {
    let situation = &guide.situation;
    // A kiosk sells recharges, but no SIMs in one's own name.
    let channel = match situation.channel {
        Channel::Shop
            if situation.is_sim_only() || situation.service.is_billed() && situation.is_new_line() =>
        {
            messages.tr("channel-own-shop")
        }
        channel => messages.tr(&format!("channel-{}", channel.word())),
    };
    let args = [
        ("operator", guide.operator.seller_name(situation.service).to_owned()),
        ("channel", channel),
        ("payment", messages.tr(&format!("payment-{}", situation.payment.word()))),
    ];
    let key = match situation.service {
        Service::Prepaid if situation.is_sim_only() => "guide-title-sim-only",
        Service::Prepaid if situation.opener().is_some() => "guide-title-sim",
        Service::Prepaid => "guide-title",
        Service::Monthly | Service::DigitalBrand if situation.is_new_line() => "guide-title-subscribe",
        Service::Monthly => "guide-title-bill",
        Service::DigitalBrand => "guide-title-brand",
        Service::TravelEsim => "guide-title-esim",
    };
    messages.tr_with(key, args)
}

fn bullet(part: Part) -> Bullet {
    match part {
        Part::Checklist | Part::Check => Bullet::Box,
        Part::State | Part::Sim | Part::Steps => Bullet::Number,
        Part::Dates | Part::Contract | Part::Say | Part::Trouble => Bullet::Dash,
    }
}

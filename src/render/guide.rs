//! The answer of `renew-steps`: the guides for one or several sellers.

use super::block::{Block, Bullet, Tone};
use super::context::Context;
use super::document::Document;
use super::first_offer::best_sentence;
use super::forms::{need_form, offer_form};
use super::lines::line_values;
use super::notes::Notes;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::word::Word;
use crate::guide::lines::GuideLine;
use crate::guide::situation::{Channel, Due, Service, Situation};
use crate::guide::steps::{Guide, Part};
use crate::i18n::Messages;
use serde::Serialize;
use serde_json::{Value, json};

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
        Ok(json!({
            "schema": "simplan/renew-steps/1",
            "language": messages.language().word(),
            "channel": first.map(|situation| situation.channel.word()),
            "pay": first.map(|situation| situation.payment.word()),
            "state": first.map(|situation| situation.state.word()),
            "service": first.map(|situation| situation.service.word()),
            "need": context.map(need_form),
            "offer": offer.transpose()?,
            "plan": first.and_then(|situation| situation.plan().or(situation.opener())).map(|plan| plan.id.as_str()),
            "purchases": dues.map(due_value).collect::<Vec<Value>>(),
            "guides": self.guides.iter().map(|guide| guide_value(guide, messages)).collect::<Vec<Value>>(),
        }))
    }
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

fn guide_value(guide: &Guide<'_>, messages: &Messages) -> Value {
    let situation = &guide.situation;
    let parts = guide.parts.iter().map(|(part, lines)| part_value(*part, lines, messages));
    json!({
        "operator": guide.operator.id,
        "name": guide.operator.name,
        "service": situation.service.word(),
        "channel": situation.channel.word(),
        "pay": situation.payment.word(),
        "parts": parts.collect::<Vec<Value>>(),
    })
}

fn part_value(part: Part, lines: &[GuideLine<'_>], messages: &Messages) -> Value {
    json!({"part": part.word(), "lines": line_values(lines, messages)})
}

pub(super) fn due_value(due: &Due<'_>) -> Value {
    let plan = due.plan;
    let starts = due.starts.as_ref();
    json!({
        "plan": plan.id.as_str(),
        "name": &*plan.name,
        "day": starts.map(|when| when.day),
        "date": starts.and_then(|when| when.date).map(|date| date.to_string()),
        "price": plan.price.map(Money::amount_text),
        "currency": plan.price.map(|price| price.currency().code()),
        "star": plan.star_code(),
        "data": plan.allowance.map(|data| data.to_string()),
        "minutes": plan.minutes.map(|minutes| minutes.to_string()),
    })
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

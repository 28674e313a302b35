//! The answer of `renew-steps`: the guides for one or several operators.

use super::block::{Block, Bullet, Tone};
use super::context::Context;
use super::document::Document;
use super::forms::need_form;
use super::lines::{line_values, marked_sentences, sources};
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::guide::lines::GuideLine;
use crate::guide::situation::{Due, Service, Situation};
use crate::guide::steps::{Guide, Part};
use crate::i18n::Messages;
use serde::Serialize;
use serde_json::{Value, json};

/// The guides for some operators in one situation.
#[derive(Clone, Copy)]
pub struct GuideDocument<'a> {
    /// The guide for each operator; empty if nothing has to be renewed.
    pub guides: &'a [Guide<'a>],
    /// The situation that they are written for.
    pub situation: &'a Situation<'a>,
    /// The need that the purchases are for; `None` if the user gave none.
    pub context: Option<Context<'a>>,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for GuideDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let mut remarks = Vec::new();
        if let Some(context) = &self.context {
            remarks.extend(context.margin_text());
            remarks.extend(context.high_text()?);
        }
        let mut blocks = vec![Block::Sentences(Tone::Plain, remarks)];
        if self.guides.is_empty() {
            blocks.push(Block::Sentences(Tone::Plain, vec![self.nothing()]));
        }
        for guide in self.guides {
            blocks.extend(guide_blocks(guide, self.situation, self.messages));
        }
        Ok(blocks)
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let situation = self.situation;
        let messages = self.messages;
        let guides = self.guides.iter().map(|guide| guide_value(guide, messages));
        Ok(json!({
            "schema": "simplan/renew-steps/1",
            "language": messages.language().word(),
            "channel": situation.channel.word(),
            "pay": situation.payment.word(),
            "state": situation.state.word(),
            "service": situation.service.word(),
            "need": self.context.as_ref().map(need_form),
            "plan": situation.plan.map(|plan| plan.id.as_str()),
            "purchases": situation.dues.iter().map(due_value).collect::<Vec<Value>>(),
            "guides": guides.collect::<Vec<Value>>(),
            "message": self.guides.is_empty().then(|| self.nothing()),
        }))
    }
}

impl GuideDocument<'_> {
    /// The sentence if nothing has to be renewed: either nothing is bought, or a SIM is enough.
    fn nothing(&self) -> String {
        let names: Vec<_> = self.situation.dues.iter().map(|due| due.plan.name.to_string()).collect();
        if names.is_empty() {
            return self.messages.tr("nothing-to-renew");
        }
        self.messages.tr_with("sim-is-enough", [("plan", self.messages.list(&names))])
    }
}

fn guide_blocks(guide: &Guide<'_>, situation: &Situation<'_>, messages: &Messages) -> Vec<Block> {
    let mut blocks = vec![Block::Title(title(guide, situation, messages))];
    for (part, lines) in &guide.parts {
        blocks.push(Block::Heading(messages.tr(&format!("part-{}", part.word()))));
        let items = marked_sentences(lines, messages);
        blocks.push(Block::List { bullet: bullet(*part), tone: Tone::Plain, items });
    }
    let sources = sources(guide.parts.iter().flat_map(|(_, lines)| lines), messages);
    if !sources.is_empty() {
        blocks.push(Block::Heading(messages.tr("part-sources")));
        blocks.push(Block::List { bullet: Bullet::Dash, tone: Tone::Faint, items: sources });
    }
    blocks
}

fn guide_value(guide: &Guide<'_>, messages: &Messages) -> Value {
    let parts = guide.parts.iter().map(|(part, lines)| part_value(*part, lines, messages));
    json!({
        "operator": guide.operator.id,
        "name": guide.operator.name,
        "parts": parts.collect::<Vec<Value>>(),
    })
}

fn part_value(part: Part, lines: &[GuideLine<'_>], messages: &Messages) -> Value {
    json!({"part": part.word(), "lines": line_values(lines, messages)})
}

fn due_value(due: &Due<'_>) -> Value {
    json!({
        "plan": due.plan.id.as_str(),
        "day": due.starts.day,
        "date": due.starts.date.map(|date| date.to_string()),
    })
}

fn title(guide: &Guide<'_>, situation: &Situation<'_>, messages: &Messages) -> String {
    let args = [
        ("operator", guide.name(situation.service)),
        ("channel", messages.tr(&format!("channel-{}", situation.channel.word()))),
        ("payment", messages.tr(&format!("payment-{}", situation.payment.word()))),
    ];
    let key = match situation.service {
        Service::Prepaid => "guide-title",
        Service::Monthly => "guide-title-bill",
        Service::DigitalBrand => "guide-title-brand",
    };
    messages.tr_with(key, args)
}

fn bullet(part: Part) -> Bullet {
    match part {
        Part::Checklist | Part::Check => Bullet::Box,
        Part::Steps => Bullet::Number,
        Part::Dates | Part::Say | Part::Trouble => Bullet::Dash,
    }
}

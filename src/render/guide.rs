//! The renewal guide as text, markdown and JSON. No guides at all mean that nothing has to be bought.

use super::json::document_text;
use super::lines::{self, Bullet, heading, list, list_markdown, said_with_certainty};
use super::wrap::wrapped;
use super::{Terminal, markdown};
use crate::domain::word::Word;
use crate::guide::lines::Line;
use crate::guide::situation::{Due, Service, Situation};
use crate::guide::steps::{Guide, Part};
use crate::i18n::Words;
use fluent_bundle::FluentValue;
use serde_json::{Value, json};

/// What is said if nothing has to be bought.
const NOTHING: &str = "nothing-to-renew";

/// The guides for a terminal: one under the other, each clearly headed.
pub fn text(guides: &[Guide<'_>], situation: &Situation<'_>, words: &Words, terminal: Terminal) -> String {
    if guides.is_empty() {
        let lines = wrapped(&words.say(NOTHING), terminal.width, "");
        return lines.iter().map(|line| format!("{line}\n")).collect();
    }
    let paint = terminal.paint;
    let mut out = String::new();
    for guide in guides {
        if !out.is_empty() {
            out.push('\n');
        }
        out += &heading(&title(guide, situation, words), terminal);
        for (part, lines) in &guide.parts {
            out += &format!("\n{}\n", paint.strong(&part_title(*part, words)));
            out += &list(&said(lines, words), bullet(*part), terminal);
        }
        let sources = sources(guide, words);
        if sources.is_empty() {
            continue;
        }
        out += &format!("\n{}\n", paint.strong(&words.say("part-sources")));
        // Faint line by line: a pager may start in the middle.
        let sources = list(&sources, Bullet::Dash, terminal);
        out += &sources.lines().map(|line| format!("{}\n", paint.faint(line))).collect::<String>();
    }
    out
}

/// The guides as markdown: headings, check boxes, numbered steps.
pub fn as_markdown(guides: &[Guide<'_>], situation: &Situation<'_>, words: &Words) -> String {
    if guides.is_empty() {
        return format!("{}\n", markdown::prose(&words.say(NOTHING)));
    }
    let mut parts = Vec::new();
    for guide in guides {
        parts.push(format!("# {}\n", markdown::escaped(&title(guide, situation, words))));
        for (part, lines) in &guide.parts {
            parts.push(format!("## {}\n", part_title(*part, words)));
            parts.push(list_markdown(&said(lines, words), bullet(*part)));
        }
        let sources = sources(guide, words);
        if !sources.is_empty() {
            parts.push(format!("## {}\n", words.say("part-sources")));
            parts.push(list_markdown(&sources, Bullet::Dash));
        }
    }
    parts.join("\n")
}

/// The guides as JSON: every line with its key, its text, how sure it is and its sources.
pub fn as_json(guides: &[Guide<'_>], situation: &Situation<'_>, words: &Words) -> String {
    let part = |(part, lines): &(Part, Vec<Line<'_>>)| {
        let lines = lines.iter().map(|line| lines::as_json(line, words));
        json!({"part": part.word(), "lines": lines.collect::<Vec<Value>>()})
    };
    let guide = |guide: &Guide<'_>| {
        json!({
            "operator": guide.operator.id,
            "name": guide.operator.name,
            "parts": guide.parts.iter().map(part).collect::<Vec<Value>>(),
        })
    };
    let due = |due: &Due<'_>| {
        json!({
            "plan": due.plan.id.as_str(),
            "day": due.starts.day,
            "date": due.starts.date.map(|date| date.to_string()),
        })
    };
    document_text(&json!({
        "schema": "simplan/renew-steps/1",
        "language": words.language().word(),
        "channel": situation.channel.word(),
        "pay": situation.payment.word(),
        "state": situation.state.word(),
        "service": situation.service.word(),
        "plan": situation.plan.map(|plan| plan.id.as_str()),
        "purchases": situation.dues.iter().map(due).collect::<Vec<Value>>(),
        "guides": guides.iter().map(guide).collect::<Vec<Value>>(),
        "message": guides.is_empty().then(|| words.say(NOTHING)),
    }))
}

fn title(guide: &Guide<'_>, situation: &Situation<'_>, words: &Words) -> String {
    let args = [
        ("operator", FluentValue::from(guide.name(situation.service))),
        ("channel", words.say(&format!("channel-{}", situation.channel.word())).into()),
        ("payment", words.say(&format!("payment-{}", situation.payment.word())).into()),
    ];
    let key = match situation.service {
        Service::Prepaid => "guide-title",
        Service::Monthly => "guide-title-bill",
        Service::DigitalBrand => "guide-title-brand",
    };
    words.say_with(key, &args)
}

fn part_title(part: Part, words: &Words) -> String {
    words.say(&format!("part-{}", part.word()))
}

fn bullet(part: Part) -> Bullet {
    match part {
        Part::Checklist | Part::Check => Bullet::Box,
        Part::Steps => Bullet::Number,
        Part::Dates | Part::Say | Part::Trouble => Bullet::Dash,
    }
}

fn said(lines: &[Line<'_>], words: &Words) -> Vec<String> {
    lines.iter().map(|line| said_with_certainty(line, words)).collect()
}

fn sources(guide: &Guide<'_>, words: &Words) -> Vec<String> {
    lines::sources(guide.parts.iter().flat_map(|(_, lines)| lines), words)
}

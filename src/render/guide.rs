//! The renewal guide as text, markdown and JSON. No guides at all mean that nothing has to be bought.

use super::json::document_text;
use super::lines::{self, Bullet, heading, list, list_markdown, said_with_certainty};
use super::wrap::wrapped;
use super::{Terminal, markdown};
use crate::domain::word::Word;
use crate::guide::lines::Line;
use crate::guide::situation::{Due, Service, Situation};
use crate::guide::steps::{Guide, Part};
use crate::i18n::Messages;
use serde_json::{Value, json};

/// What is said if nothing has to be bought.
const NOTHING: &str = "nothing-to-renew";

/// The guides for a terminal: one under the other, each clearly headed.
pub fn text(
    guides: &[Guide<'_>],
    situation: &Situation<'_>,
    messages: &Messages,
    terminal: Terminal,
) -> String {
    if guides.is_empty() {
        let lines = wrapped(&messages.tr(NOTHING), terminal.width, "");
        return lines.iter().map(|line| format!("{line}\n")).collect();
    }
    let styles = terminal.styles;
    let mut out = String::new();
    for guide in guides {
        if !out.is_empty() {
            out.push('\n');
        }
        out += &heading(&title(guide, situation, messages), terminal);
        for (part, lines) in &guide.parts {
            out += &format!("\n{}\n", styles.strong(&part_title(*part, messages)));
            out += &list(&said(lines, messages), bullet(*part), terminal);
        }
        let sources = sources(guide, messages);
        if sources.is_empty() {
            continue;
        }
        out += &format!("\n{}\n", styles.strong(&messages.tr("part-sources")));
        // Faint line by line: a pager may start in the middle.
        let sources = list(&sources, Bullet::Dash, terminal);
        out += &sources.lines().map(|line| format!("{}\n", styles.faint(line))).collect::<String>();
    }
    out
}

/// The guides as markdown: headings, check boxes, numbered steps.
pub fn as_markdown(guides: &[Guide<'_>], situation: &Situation<'_>, messages: &Messages) -> String {
    if guides.is_empty() {
        return format!("{}\n", markdown::prose(&messages.tr(NOTHING)));
    }
    let mut parts = Vec::new();
    for guide in guides {
        parts.push(format!("# {}\n", markdown::escaped(&title(guide, situation, messages))));
        for (part, lines) in &guide.parts {
            parts.push(format!("## {}\n", part_title(*part, messages)));
            parts.push(list_markdown(&said(lines, messages), bullet(*part)));
        }
        let sources = sources(guide, messages);
        if !sources.is_empty() {
            parts.push(format!("## {}\n", messages.tr("part-sources")));
            parts.push(list_markdown(&sources, Bullet::Dash));
        }
    }
    parts.join("\n")
}

/// The guides as JSON: every line with its key, its text, how sure it is and its sources.
pub fn as_json(guides: &[Guide<'_>], situation: &Situation<'_>, messages: &Messages) -> String {
    let part = |(part, lines): &(Part, Vec<Line<'_>>)| {
        let lines = lines.iter().map(|line| lines::as_json(line, messages));
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
        "language": messages.language().word(),
        "channel": situation.channel.word(),
        "pay": situation.payment.word(),
        "state": situation.state.word(),
        "service": situation.service.word(),
        "plan": situation.plan.map(|plan| plan.id.as_str()),
        "purchases": situation.dues.iter().map(due).collect::<Vec<Value>>(),
        "guides": guides.iter().map(guide).collect::<Vec<Value>>(),
        "message": guides.is_empty().then(|| messages.tr(NOTHING)),
    }))
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

fn part_title(part: Part, messages: &Messages) -> String {
    messages.tr(&format!("part-{}", part.word()))
}

fn bullet(part: Part) -> Bullet {
    match part {
        Part::Checklist | Part::Check => Bullet::Box,
        Part::Steps => Bullet::Number,
        Part::Dates | Part::Say | Part::Trouble => Bullet::Dash,
    }
}

fn said(lines: &[Line<'_>], messages: &Messages) -> Vec<String> {
    lines.iter().map(|line| said_with_certainty(line, messages)).collect()
}

fn sources(guide: &Guide<'_>, messages: &Messages) -> Vec<String> {
    lines::sources(guide.parts.iter().flat_map(|(_, lines)| lines), messages)
}

//! The renewal guide as text, markdown and JSON.

use super::json::document_text;
use super::table::wrapped;
use super::{Terminal, markdown};
use crate::domain::plan::{Allowance, DataPer};
use crate::domain::word::Word;
use crate::guide::facts::{Fact, FactConfidence};
use crate::guide::situation::Situation;
use crate::guide::steps::{Arg, Guide, Line, Part};
use crate::i18n::Words;
use fluent_bundle::FluentValue;
use serde_json::{Value, json};

/// The guides for a terminal: one under the other, each clearly headed.
pub fn text(guides: &[Guide<'_>], situation: &Situation<'_>, words: &Words, terminal: Terminal) -> String {
    let paint = terminal.paint;
    let mut out = String::new();
    for guide in guides {
        if !out.is_empty() {
            out.push('\n');
        }
        let title = title(guide, situation, words);
        out += &format!(
            "{}\n{}\n",
            paint.best(&title),
            paint.faint(&"═".repeat(display_width(&title, terminal)))
        );
        for (part, lines) in &guide.parts {
            out += &format!("\n{}\n", paint.strong(&words.say(&format!("part-{}", part.word()))));
            for (line, number) in lines.iter().zip(1..) {
                let bullet = match part {
                    Part::Checklist | Part::Check => "[ ] ".to_owned(),
                    Part::Steps => format!("{number}. "),
                    Part::Say | Part::Trouble => "- ".to_owned(),
                };
                let said = format!("{bullet}{}", said_with_certainty(line, words));
                for line in wrapped(&said, terminal.width.saturating_sub(2), &" ".repeat(bullet.len())) {
                    out += &format!("  {line}\n");
                }
            }
        }
        out += &format!("\n{}\n", paint.strong(&words.say("part-sources")));
        for source in sources(guide) {
            for line in
                wrapped(&format!("- {}", source_text(source, words)), terminal.width.saturating_sub(2), "  ")
            {
                out += &format!("  {}\n", paint.faint(&line));
            }
        }
    }
    out
}

/// The guides as markdown: headings, check boxes, numbered steps.
pub fn as_markdown(guides: &[Guide<'_>], situation: &Situation<'_>, words: &Words) -> String {
    let mut parts = Vec::new();
    for guide in guides {
        parts.push(format!("# {}\n", markdown::escaped(&title(guide, situation, words))));
        for (part, lines) in &guide.parts {
            parts.push(format!("## {}\n", words.say(&format!("part-{}", part.word()))));
            let bullet = |number: usize| match part {
                Part::Checklist | Part::Check => "- [ ] ".to_owned(),
                Part::Steps => format!("{number}. "),
                Part::Say | Part::Trouble => "- ".to_owned(),
            };
            let said = |line| markdown::escaped(&said_with_certainty(line, words));
            let lines =
                lines.iter().zip(1..).map(|(line, number)| format!("{}{}\n", bullet(number), said(line)));
            parts.push(lines.collect());
        }
        parts.push(format!("## {}\n", words.say("part-sources")));
        let sources = sources(guide).into_iter();
        parts.push(
            sources.map(|fact| format!("- {}\n", markdown::escaped(&source_text(fact, words)))).collect(),
        );
    }
    parts.join("\n")
}

/// The guides as JSON: every line with its key, its text, how sure it is and its sources.
pub fn as_json(guides: &[Guide<'_>], situation: &Situation<'_>, words: &Words) -> String {
    let line = |line: &Line<'_>| {
        let sources = line.facts.iter().map(|fact| {
            json!({"fact": fact.key, "source": fact.source, "date": fact.date, "confidence": fact.confidence.word()})
        });
        json!({
            "key": line.key,
            "text": said(line, words),
            "confidence": line.confidence().map(FactConfidence::word),
            "sources": sources.collect::<Vec<_>>(),
        })
    };
    let part = |(part, lines): &(Part, Vec<Line<'_>>)| json!({"part": part.word(), "lines": lines.iter().map(line).collect::<Vec<Value>>()});
    let guide = |guide: &Guide<'_>| {
        json!({
            "operator": guide.operator.id,
            "name": guide.operator.name,
            "parts": guide.parts.iter().map(part).collect::<Vec<Value>>(),
        })
    };
    document_text(&json!({
        "schema": "simplan/renew-steps/1",
        "language": words.language().word(),
        "channel": situation.channel.word(),
        "pay": situation.payment.word(),
        "state": situation.state.word(),
        "plan": situation.plan.map(|plan| plan.id.as_str()),
        "guides": guides.iter().map(guide).collect::<Vec<Value>>(),
    }))
}

fn title(guide: &Guide<'_>, situation: &Situation<'_>, words: &Words) -> String {
    let args = [
        ("operator", FluentValue::from(guide.operator.name.as_str())),
        ("channel", words.say(&format!("channel-{}", situation.channel.word())).into()),
        ("payment", words.say(&format!("payment-{}", situation.payment.word())).into()),
    ];
    words.say_with(if situation.is_billed() { "guide-title-bill" } else { "guide-title" }, &args)
}

/// A line of the guide in words, marked where it is unverified.
pub fn said_with_certainty(line: &Line<'_>, words: &Words) -> String {
    let said = said(line, words);
    match line.confidence() {
        Some(FactConfidence::Low) => words.say_with("unverified", &[("text", said.into())]),
        _ => said,
    }
}

fn said(line: &Line<'_>, words: &Words) -> String {
    let args: Vec<_> =
        line.args.iter().map(|(name, arg)| (*name, FluentValue::from(arg_text(arg, words)))).collect();
    words.say_with(line.key, &args)
}

fn arg_text(arg: &Arg, words: &Words) -> String {
    match arg {
        Arg::Terms(terms) => words.list(&terms.iter().map(|term| term_text(term, words)).collect::<Vec<_>>()),
        Arg::Money(money) if money.currency().code() == "MAD" => {
            words.say_with("dirhams", &[("amount", words.short_amount(*money).into())])
        }
        Arg::Money(money) => words.money(*money),
        Arg::Data(Allowance::Unlimited, _) => words.say("unlimited"),
        Arg::Data(Allowance::Volume(volume), DataPer::Total) => words.volume(*volume),
        Arg::Data(Allowance::Volume(volume), DataPer::Day) => {
            words.say_with("per-day-suffix", &[("volume", words.volume(*volume).into())])
        }
        Arg::Validity(validity) => words.validity(*validity),
        // Sentences choose another form by these two words.
        Arg::Unknown => "unknown".to_owned(),
        Arg::Unsaid => "unsaid".to_owned(),
    }
}

/// A term in words; anything else is a name or a code and stays as it stands.
fn term_text(term: &str, words: &Words) -> String {
    let key = format!("term-{term}");
    if words.has(&key) { words.say(&key) } else { term.to_owned() }
}

/// The sources of a guide's lines, each once, in the order in which they are first needed.
fn sources<'f>(guide: &Guide<'f>) -> Vec<&'f Fact> {
    let mut facts: Vec<&Fact> = Vec::new();
    for fact in guide.parts.iter().flat_map(|(_, lines)| lines).flat_map(|line| &line.facts) {
        let same = |known: &&Fact| {
            known.source == fact.source && known.date == fact.date && known.confidence == fact.confidence
        };
        if !facts.iter().any(same) {
            facts.push(fact);
        }
    }
    facts
}

fn source_text(fact: &Fact, words: &Words) -> String {
    let args = [
        ("source", FluentValue::from(fact.source.clone().unwrap_or_default())),
        ("date", fact.date.clone().unwrap_or_else(|| words.say("date-unknown")).into()),
        ("confidence", words.say(&format!("confidence-{}", fact.confidence.word())).into()),
    ];
    words.say_with("source-line", &args)
}

fn display_width(text: &str, terminal: Terminal) -> usize {
    unicode_width::UnicodeWidthStr::width(text).min(terminal.width)
}

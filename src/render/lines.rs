//! Lines of the guide as sentences, with their sources. Unverified ones are marked.

use crate::domain::plan::{Allowance, DataPer};
use crate::guide::facts::{Fact, FactConfidence};
use crate::guide::lines::{Arg, GuideLine};
use crate::i18n::{MessageArg, Messages};
use serde_json::{Value, json};

/// Lines as sentences; unverified ones are marked.
pub(super) fn marked_sentences(lines: &[GuideLine<'_>], messages: &Messages) -> Vec<String> {
    lines.iter().map(|line| marked_sentence(line, messages)).collect()
}

/// A line as a sentence, which is marked if it is unverified.
pub fn marked_sentence(line: &GuideLine<'_>, messages: &Messages) -> String {
    let text = sentence(line, messages);
    match line.confidence() {
        Some(FactConfidence::Low | FactConfidence::Unknown) => {
            messages.tr_with("unverified", [("text", text)])
        }
        _ => text,
    }
}

/// Lines for scripts: the key, the text, the confidence and the sources of each.
pub(super) fn line_values(lines: &[GuideLine<'_>], messages: &Messages) -> Vec<Value> {
    lines.iter().map(|line| line_value(line, messages)).collect()
}

fn line_value(line: &GuideLine<'_>, messages: &Messages) -> Value {
    let sources = line.facts.iter().map(|fact| {
        json!({"fact": fact.key, "source": fact.source, "about": fact.about, "date": fact.date, "confidence": fact.confidence.word()})
    });
    json!({
        "key": line.key,
        "text": sentence(line, messages),
        "confidence": line.confidence().map(FactConfidence::word),
        "sources": sources.collect::<Vec<_>>(),
    })
}

/// The sources of some lines in words, each once, in the order of the lines.
pub(super) fn sources<'f>(
    lines: impl Iterator<Item = &'f GuideLine<'f>>,
    messages: &Messages,
) -> Vec<String> {
    let mut facts: Vec<&Fact> = Vec::new();
    for fact in lines.flat_map(|line| line.facts.iter().map(AsRef::as_ref)) {
        if !facts.iter().any(|known| has_same_source(known, fact)) {
            facts.push(fact);
        }
    }
    let named = facts.into_iter().filter(|fact| fact.source.is_some() || fact.about.is_some());
    named.map(|fact| source_text(fact, messages)).collect()
}

fn has_same_source(a: &Fact, b: &Fact) -> bool {
    a.source == b.source && a.date == b.date && a.confidence == b.confidence
}

fn sentence(line: &GuideLine<'_>, messages: &Messages) -> String {
    let args: Vec<_> = line.args.iter().map(|(name, arg)| (*name, arg_text(arg, messages))).collect();
    messages.tr_with(line.key, args)
}

fn arg_text(arg: &Arg, messages: &Messages) -> MessageArg<'static> {
    let text = match arg {
        Arg::Terms(terms) => {
            messages.list(&terms.iter().map(|term| term_text(term, messages)).collect::<Vec<_>>())
        }
        Arg::Money(money) if money.currency().code() == "MAD" => {
            messages.tr_with("dirhams", [("amount", messages.short_amount(*money))])
        }
        Arg::Money(money) => messages.money(*money),
        Arg::Data(Allowance::Unlimited, _) => messages.tr("unlimited"),
        Arg::Data(Allowance::Volume(volume), DataPer::Total) => messages.volume(*volume),
        Arg::Data(Allowance::Volume(volume), DataPer::Day) => {
            messages.tr_with("per-day-suffix", [("volume", messages.volume(*volume))])
        }
        Arg::Validity(validity) => messages.validity(*validity),
        Arg::When(when) => messages.when(when),
        Arg::Date(iso) => messages.date(iso),
        Arg::Count(count) => return (*count).into(),
        // Messages select a variant by these two words.
        Arg::Unknown => "unknown".to_owned(),
        Arg::Unsaid => "unsaid".to_owned(),
    };
    text.into()
}

/// A term in words. Names and codes have no message and are returned unchanged.
fn term_text(term: &str, messages: &Messages) -> String {
    let key = format!("term-{term}");
    if messages.has(&key) { messages.tr(&key) } else { term.to_owned() }
}

fn source_text(fact: &Fact, messages: &Messages) -> String {
    let address = fact.source.as_deref().filter(|source| fact.about.is_none() || source.starts_with("http"));
    let about = fact.about.as_deref().map(|term| term_text(term, messages));
    let source = match (about, address) {
        (Some(about), Some(address)) => messages.labelled(&about, address),
        (about, address) => about.or(address.map(str::to_owned)).unwrap_or_default(),
    };
    let date = fact.date.as_deref();
    let args = [
        ("source", source),
        ("date", date.map_or_else(|| messages.tr("date-unknown"), |date| messages.date(date))),
        ("confidence", messages.tr(&format!("confidence-{}", fact.confidence.word()))),
    ];
    messages.tr_with("source-line", args)
}

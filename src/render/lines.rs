//! Lines of the guide as sentences, with their sources. Unverified ones are marked.

use crate::domain::plan::{Allowance, DataPer, Quantity};
use crate::domain::volume::DataVolume;
use crate::guide::facts::{Fact, FactConfidence};
use crate::guide::lines::{Arg, GuideLine, Included};
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;

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

/// A line of the guide.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct GuideLineForm<'a> {
    /// The lowest confidence of its sources; `null` if it rests on none.
    confidence: Option<FactConfidence>,
    /// The stable name of the sentence.
    key: &'a str,
    /// The facts that it rests on.
    sources: Vec<FactForm<'a>>,
    /// The sentence in the language of the answer.
    text: String,
}

/// A fact that a sentence rests on.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct FactForm<'a> {
    /// What kind of source it is.
    about: Option<&'a str>,
    confidence: FactConfidence,
    /// The date of the source: a day, a month or a year.
    date: Option<&'a str>,
    /// The stable name of the fact.
    fact: &'a str,
    /// The address or the name of the source.
    source: Option<&'a str>,
}

/// Lines for scripts.
pub(super) fn line_forms<'a>(lines: &'a [GuideLine<'_>], messages: &Messages) -> Vec<GuideLineForm<'a>> {
    lines.iter().map(|line| line_form(line, messages)).collect()
}

fn line_form<'a>(line: &'a GuideLine<'_>, messages: &Messages) -> GuideLineForm<'a> {
    let sources = line.facts.iter().map(|fact| FactForm {
        about: fact.about.as_deref(),
        confidence: fact.confidence,
        date: fact.date.as_deref(),
        fact: &fact.key,
        source: fact.source.as_deref(),
    });
    GuideLineForm {
        confidence: line.confidence(),
        key: line.key,
        sources: sources.collect(),
        text: sentence(line, messages),
    }
}

/// A line as a sentence, without a mark.
pub(super) fn sentence(line: &GuideLine<'_>, messages: &Messages) -> String {
    let args: Vec<_> = line.args.iter().map(|(name, arg)| (*name, arg_text(arg, messages))).collect();
    messages.tr_with(line.key, args)
}

fn arg_text(arg: &Arg, messages: &Messages) -> MessageArg<'static> {
    let text = match arg {
        Arg::Terms(terms) => {
            messages.list(&terms.iter().map(|term| term_text(term, messages)).collect::<Vec<_>>())
        }
        Arg::Quote(text) => messages.catalogue_text(text),
        Arg::Money(money) if money.currency().code() == "MAD" => {
            messages.tr_with("dirhams", [("amount", messages.short_amount(*money))])
        }
        Arg::Money(money) => messages.money(*money),
        Arg::Includes(included) => includes(included, messages),
        Arg::When(when) => messages.when(when),
        Arg::Date(iso) => messages.date(iso),
        Arg::Count(count) => return (*count).into(),
        // Messages select a variant by these two words.
        Arg::Unknown => "unknown".to_owned(),
        Arg::Unsaid => "unsaid".to_owned(),
    };
    text.into()
}

/// What a purchase includes: `10 GB, 60 minutes of calls, valid for 30 days`.
fn includes(included: &Included, messages: &Messages) -> String {
    let data = match included.data {
        None => "unknown".to_owned(),
        Some(Allowance::Volume(DataVolume::ZERO)) => "unsaid".to_owned(),
        Some(Allowance::Unlimited) => messages.tr("unlimited-by-seller"),
        Some(Allowance::Volume(volume)) if included.data_per == DataPer::Day => {
            messages.tr_with("per-day-suffix", [("volume", messages.volume(volume))])
        }
        Some(Allowance::Volume(volume)) => messages.volume(volume),
    };
    let minutes = match included.minutes {
        None | Some(Quantity::Count(0)) => "unsaid".to_owned(),
        Some(Quantity::Count(count)) => messages.tr_with("included-minutes", [("count", count)]),
        Some(Quantity::Unlimited) => messages.tr("unlimited-minutes"),
    };
    let validity = included.validity.map_or_else(|| "unknown".to_owned(), |days| messages.validity(days));
    messages.tr_with("plan-includes", [("data", data), ("minutes", minutes), ("validity", validity)])
}

/// A term in words. Names and codes have no message and are returned unchanged.
fn term_text(term: &str, messages: &Messages) -> String {
    let key = format!("term-{term}");
    if messages.has(&key) { messages.tr(&key) } else { term.to_owned() }
}

/// The source of a fact in words, with its date and confidence.
pub(super) fn source_text(fact: &Fact, messages: &Messages) -> String {
    let address = fact.source.as_deref().filter(|source| fact.about.is_none() || source.starts_with("http"));
    let about = fact.about.as_deref().map(|term| term_text(term, messages));
    let source = match (about, address) {
        (Some(about), Some(address)) => messages.labelled(&about, address),
        (about, address) => about.or(address.map(str::to_owned)).unwrap_or_default(),
    };
    let date = fact.date.as_deref();
    let confidence = match fact.confidence {
        FactConfidence::Low => "unverified-source".to_owned(),
        other => format!("confidence-{}", other.word()),
    };
    let args = [
        ("source", source),
        ("date", date.map_or_else(|| messages.tr("date-unknown"), |date| messages.date(date))),
        ("confidence", messages.tr(&confidence)),
    ];
    messages.tr_with("source-line", args)
}

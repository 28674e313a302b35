//! `simplan faq`: answers questions about renewing, in the language in which they are asked.

use super::args::{FaqArgs, Global};
use super::{Environment, Exit, output, report, variables};
use crate::ask::error::AskError;
use crate::ask::faq::{NEAREST, Topics, nothing, search};
use crate::ask::sellers::KnownSellers;
use crate::guide::facts::{Facts, Operator};
use crate::guide::faq::answer;
use crate::i18n::{Language, Messages, Topic};
use crate::render::Format;
use crate::render::faq::FaqDocument;
use std::ffi::OsString;

/// The messages that answers are made of.
const TOPICS: [Topic; 3] = [Topic::Answers, Topic::Guide, Topic::Faq];

/// How many further questions are listed.
const FURTHER: usize = 4;

/// Answers the question, in its own language unless `--lang` on the command line asks for another.
pub fn run(
    args: &FaqArgs,
    global: &Global,
    preferred: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let facts = Facts::built_in();
    let sellers = KnownSellers::new(&facts, None);
    let named = sellers.named(&args.operator, "--operator")?;
    let is_brand = named.iter().any(|seller| seller.is_brand);
    let named = if named.is_empty() { sellers.of_guide() } else { named };
    let operators: Vec<&Operator> = named.iter().map(|seller| seller.operator).collect();
    let query = args.words.join(" ");
    let Topics { language, fitting, others } = search(&query, preferred, &facts);
    let is_language_given = variables::value_of("--lang", line).is_some_and(|value| !value.is_empty());
    let language = if is_language_given { preferred } else { language };
    let messages = Messages::new(language, &TOPICS);
    let nearest = others.get(..NEAREST).unwrap_or(&others);
    let is_nothing = fitting.is_empty();
    if is_nothing && global.format != Format::Json {
        return Ok(report(&nothing(query, nearest, &messages), global.color, language, line, environment));
    }
    // Without words all questions are alike. Scripts get all that fit.
    let in_full = match global.format {
        _ if args.all => fitting.len(),
        Format::Json => fitting.len(),
        _ => usize::from(!query.trim().is_empty()),
    };
    let (shown, rest) = fitting.split_at(in_full);
    let further = match shown {
        [] if is_nothing => nearest.to_vec(),
        [] => rest.to_vec(),
        _ => rest.iter().copied().take(FURTHER).collect(),
    };
    let answers = shown.iter().map(|&question| answer(question, &facts, &operators, is_brand)).collect();
    let with_sources = !args.no_sources;
    let document = FaqDocument { query: &query, answers, further, with_sources, messages: &messages };
    let text = output::text(&document, global, environment)?;
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(if is_nothing { Exit::Nothing } else { Exit::Answer })
}

//! `simplan faq`: answers questions about renewing, which are found by words of any language.

use super::args::{FaqArgs, Global};
use super::error::CliError;
use super::sellers::Sellers;
use super::{Environment, Exit, output};
use crate::domain::error::Error;
use crate::domain::word::Word;
use crate::guide::facts::{Facts, Operator};
use crate::guide::faq::{Answer, FaqQuestion, answer};
use crate::guide::search::{SearchText, find};
use crate::i18n::{Language, Messages, Topic};
use crate::render::faq::{FaqDocument, title};
use crate::render::{Format, lines};

/// The messages that answers are made of.
const TOPICS: [Topic; 3] = [Topic::Answers, Topic::Guide, Topic::Faq];

/// How many further questions are listed.
const FURTHER: usize = 4;

/// How many questions are listed if none fits.
const NEAREST: usize = 3;

pub fn run(
    args: &FaqArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let facts = Facts::built_in();
    let sellers = Sellers::new(&facts, None);
    let named = sellers.named(&args.operator, "--operator")?;
    let is_brand = named.iter().any(|seller| seller.is_brand);
    let named = if named.is_empty() { sellers.of_guide() } else { named };
    let operators: Vec<&Operator> = named.iter().map(|seller| seller.operator).collect();
    let query = args.words.join(" ");
    let (mut found, nearest) = search(&query, &facts);
    let messages = Messages::new(language, &TOPICS);
    let is_nothing = found.is_empty();
    if is_nothing && global.format != Format::Json {
        return Err(nothing(query, &nearest, &messages));
    }
    // Without words all questions are alike. Scripts get all that fit.
    let in_full = match global.format {
        _ if args.all => found.len(),
        Format::Json => found.len(),
        _ => usize::from(!query.trim().is_empty()),
    };
    let mut further = if is_nothing { nearest } else { found.split_off(in_full) };
    if in_full > 0 {
        further.truncate(FURTHER);
    }
    let answers = found.into_iter().map(|question| answer(question, &facts, &operators, is_brand)).collect();
    let with_sources = !args.no_sources;
    let document = FaqDocument { query: &query, answers, further, with_sources, messages: &messages };
    let text = output::text(&document, global, environment)?;
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(if is_nothing { Exit::Nothing } else { Exit::Answer })
}

/// The error if no question fits, with the titles of the nearest ones.
fn nothing(query: String, nearest: &[FaqQuestion], messages: &Messages) -> CliError {
    let titles: Vec<String> =
        nearest.iter().map(|&question| format!("`{}`", title(question, messages))).collect();
    let nothing_found =
        Error::new("faq-nothing-found").with("value", query).with("titles", messages.list(&titles));
    let error = CliError::nothing(nothing_found);
    match nearest.first() {
        Some(question) => error.advise(Error::new("faq-nearest-how").with("word", question.word())),
        None => error,
    }
}

/// The questions that fit a query, the best first, and the nearest ones that do not fit. All questions fit an empty
/// query, and only one fits its own word (`stars`). All languages are searched, because people may ask in one language
/// and read in another.
fn search(query: &str, facts: &Facts) -> (Vec<FaqQuestion>, Vec<FaqQuestion>) {
    if query.trim().is_empty() {
        return (FaqQuestion::ALL.to_vec(), Vec::new());
    }
    if let Ok(question) = FaqQuestion::parse(query) {
        return (vec![question], Vec::new());
    }
    let languages: Vec<Messages> =
        Language::ALL.iter().map(|&language| Messages::new(language, &TOPICS)).collect();
    let operators: Vec<&Operator> = facts.operators.iter().collect();
    let answers = FaqQuestion::ALL.iter().map(|&question| answer(question, facts, &operators, false));
    let texts: Vec<SearchText> = answers.map(|answer| search_text(&answer, &languages)).collect();
    let matches = find(query, &texts);
    let nearest = matches.others.get(..NEAREST).unwrap_or(&matches.others);
    (questions(&matches.fitting), questions(nearest))
}

fn search_text(answer: &Answer<'_>, languages: &[Messages]) -> SearchText {
    let question = answer.question;
    let mut text = SearchText::default();
    for messages in languages {
        text.title += &format!("{} {} ", question.word(), title(question, messages));
        text.keywords += &format!("{} ", messages.tr(&format!("faq-{}-words", question.word())));
        for line in answer.lines() {
            text.body += &format!("{} ", lines::marked_sentence(line, messages));
        }
    }
    text
}

/// The questions with these indices.
fn questions(places: &[usize]) -> Vec<FaqQuestion> {
    places.iter().map(|&at| FaqQuestion::ALL[at]).collect()
}

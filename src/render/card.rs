//! The answer of `renew-steps --card`: cards to show to a seller. Their labels are in the seller's languages.

use super::block::{Block, Tone};
use super::document::Document;
use super::lines::sentence;
use super::schema_name::{JsonForm, SchemaName};
use crate::domain::error::Error;
use crate::guide::card::CounterCard;
use crate::i18n::Messages;
use serde::Serialize;

/// Some counter cards, one below the other.
#[derive(Clone, Copy)]
pub struct CardDocument<'a> {
    /// The cards in the order in which they are needed.
    pub cards: &'a [CounterCard<'a>],
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for CardDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        Ok(self.cards.iter().flat_map(|card| card_blocks(card, self.messages)).collect())
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let cards = self.cards.iter().map(|card| counter_form(card, self.messages));
        Ok(CounterCardsForm { cards: cards.collect(), schema: SchemaName::default() })
    }
}

/// The answer of `renew-steps --card`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CounterCardsForm<'a> {
    /// The cards in the order in which they are needed.
    cards: Vec<CounterCardForm<'a>>,
    schema: SchemaName<Self>,
}

impl JsonForm for CounterCardsForm<'_> {
    const SCHEMA: &'static str = "simplan/card/1";
}

/// What to show and to say at a counter.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct CounterCardForm<'a> {
    /// The amount of the recharge in dirhams.
    amount: Option<&'a str>,
    /// The sentence in Moroccan Arabic.
    arabic: String,
    /// The sentence in French.
    french: String,
    /// The number of the line, if the user gave it.
    number: Option<&'a str>,
    operator: &'a str,
    /// The digits of the star code.
    star: Option<&'a str>,
}

/// The values that are read across a counter, each with its label, and the two sentences.
fn card_blocks(card: &CounterCard<'_>, messages: &Messages) -> Vec<Block> {
    let mut blocks = vec![Block::Title(card.operator.spoken.clone())];
    // The amount and the star share a line: a card fits on a terminal of 24 lines.
    let recharge = match (card.value("amount"), card.value("star")) {
        (Some(amount), Some(star)) => Some(("card-amount-star", format!("{amount} *{star}"))),
        (Some(amount), None) => Some(("card-amount", amount.to_owned())),
        (None, _) => None,
    };
    let number = card.value("number").map(|number| ("card-number", number.to_owned()));
    for (label, value) in number.into_iter().chain(recharge) {
        blocks.push(Block::Heading(messages.tr(label)));
        blocks.push(Block::Large(value));
    }
    for line in [card.french, card.arabic] {
        blocks.push(Block::Sentences(Tone::Strong, vec![spoken(&sentence(line, messages))]));
    }
    blocks
}

/// The words to say, without the name of their language before them and without their quotes.
pub(super) fn spoken(text: &str) -> String {
    let Some((_, words)) = text.split_once(['“', '«']) else { return text.to_owned() };
    words.trim().trim_end_matches(['”', '»']).trim().to_owned()
}

fn counter_form<'a>(card: &CounterCard<'a>, messages: &Messages) -> CounterCardForm<'a> {
    CounterCardForm {
        amount: card.value("amount"),
        arabic: spoken(&sentence(card.arabic, messages)),
        french: spoken(&sentence(card.french, messages)),
        number: card.value("number"),
        operator: &card.operator.id,
        star: card.value("star"),
    }
}

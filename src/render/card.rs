//! The answer of `renew-steps --card`: cards to show to a seller. Their labels are in the seller's languages.

use super::block::{Block, Tone};
use super::document::Document;
use super::lines::sentence;
use crate::domain::error::Error;
use crate::guide::card::CounterCard;
use crate::i18n::Messages;
use serde::Serialize;
use serde_json::{Value, json};

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
        let cards = self.cards.iter().map(|card| card_value(card, self.messages));
        Ok(json!({"schema": "simplan/card/1", "cards": cards.collect::<Vec<Value>>()}))
    }
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

fn card_value(card: &CounterCard<'_>, messages: &Messages) -> Value {
    json!({
        "operator": card.operator.id,
        "number": card.value("number"),
        "amount": card.value("amount"),
        "star": card.value("star"),
        "french": spoken(&sentence(card.french, messages)),
        "arabic": spoken(&sentence(card.arabic, messages)),
    })
}

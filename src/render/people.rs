//! The answer of `compare --people`: a SIM for each, or fewer SIMs whose data is shared by hotspot.

use super::advice::next_step;
use super::basket::{joined, machine_basket, shopping_list};
use super::block::{Block, Tone};
use super::context::Context;
use super::document::Document;
use super::first_offer::remarks;
use super::forms::{
    AmountForm, NeedForm, OfferForm, RateForm, amount_form, need_form, offer_form, rate_forms,
};
use super::grid::{Grid, Mark, Shape};
use super::offers::price_remarks;
use super::schema_name::{JsonForm, SchemaName};
use super::values::{CurrencyText, DateText, DecimalText};
use crate::domain::basket::Basket;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::people::{Split, question_for};
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;

/// From this many groups of the same size on, their sizes are counted: `4 × 1`.
const MANY: usize = 4;

/// How several people with the same need can be served.
#[derive(Clone, Copy)]
pub struct PeopleDocument<'a> {
    /// The question of one person, the catalogue and the language.
    pub context: Context<'a>,
    /// How many people there are.
    pub people: usize,
    /// The cheapest split for each number of SIMs, the best first. There is at least one.
    pub splits: &'a [Split],
    /// How many splits are shown at most; `None` for as many as fit on a screen.
    pub limit: Option<usize>,
    /// How many splits fit on the screen.
    pub room: usize,
    /// The command for the next step.
    pub next: Option<&'a str>,
}

impl<'a> PeopleDocument<'a> {
    fn shown_splits(&self) -> &'a [Split] {
        self.first_splits(self.limit.unwrap_or(self.room))
    }

    fn listed_splits(&self) -> &'a [Split] {
        self.first_splits(self.limit.unwrap_or(self.splits.len()))
    }

    fn first_splits(&self, most: usize) -> &'a [Split] {
        &self.splits[..self.splits.len().min(most)]
    }

    /// The sentence that names the cheapest split.
    fn best(&self, split: &Split) -> Result<String, Error> {
        let messages = self.context.messages;
        let args = [
            ("people", MessageArg::from(self.people)),
            ("need", self.context.need_text().into()),
            ("sims", self.sims_text(split).into()),
            ("baskets", self.baskets_text(split)?.into()),
            ("total", self.total(split, Messages::short_money)?.into()),
            ("share", self.share_text(split)?.into()),
        ];
        Ok(messages.tr_with("people-best", args))
    }

    fn sims_text(&self, split: &Split) -> String {
        let messages = self.context.messages;
        match split.groups.len() {
            _ if !split.is_shared() => messages.tr("people-own"),
            1 => messages.tr("people-one"),
            sims => {
                let groups = MessageArg::from(sizes(split));
                messages.tr_with("people-some", [("sims", MessageArg::from(sims)), ("groups", groups)])
            }
        }
    }

    /// The baskets of a split with their sellers; equal ones are counted: `2 × (inwi, SIM 20 + Pass)`.
    fn baskets_text(&self, split: &Split) -> Result<String, Error> {
        let context = &self.context;
        let mut baskets: Vec<(String, usize)> = Vec::new();
        for offer in split.groups.iter().map(|group| &group.offer) {
            let args = [
                ("seller", context.seller(&offer.operators)),
                ("items", shopping_list(&offer.basket, context)?),
            ];
            let text = context.messages.tr_with("people-basket", args);
            match baskets.iter_mut().find(|(known, _)| *known == text) {
                Some((_, count)) => *count += 1,
                None => baskets.push((text, 1)),
            }
        }
        if let [(text, 1)] = baskets.as_slice() {
            return Ok(text.clone());
        }
        let parts = baskets.iter().map(|(text, count)| match count {
            1 => format!("({text})"),
            _ => format!("{count} × ({text})"),
        });
        Ok(parts.collect::<Vec<_>>().join(" + "))
    }

    fn pay(&self, split: &Split) -> Result<Vec<Money>, Error> {
        self.context.pay_for(split.baskets().flat_map(Basket::items))
    }

    fn total(&self, split: &Split, money: fn(&Messages, Money) -> String) -> Result<String, Error> {
        let shown = self.context.shown(split.total())?;
        Ok(self.context.sum_in(shown, &self.pay(split)?, split.is_complete(), money))
    }

    /// What each person pays if all pay the same.
    fn share(&self, split: &Split) -> Result<Money, Error> {
        let share = self.context.prepared.exchange().share(split.total(), self.people as u128, 1);
        share.ok_or_else(|| Error::new("amount-too-large").with("value", self.context.currency().code()))
    }

    fn share_text(&self, split: &Split) -> Result<String, Error> {
        Ok(self.context.sum_in(self.share(split)?, &[], split.is_complete(), Messages::short_money))
    }

    /// What to know about the prices of the first split, once for each of its different offers.
    fn about_first(&self, split: &Split) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for text in split.groups.iter().filter_map(|group| remarks(&group.offer, &self.context)) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    }

    /// What the table leaves out.
    fn more(&self) -> Result<Option<String>, Error> {
        let shown = self.shown_splits().len();
        let Some(next) = self.splits.get(shown) else { return Ok(None) };
        let args = [
            ("more", MessageArg::from(self.splits.len() - shown)),
            ("total", self.total(next, Messages::short_money)?.into()),
        ];
        Ok(Some(self.context.messages.tr_with("people-more", args)))
    }

    /// What to know about sharing, and why there are no fewer SIMs.
    fn about_sharing(&self) -> Vec<String> {
        let messages = self.context.messages;
        if self.context.need().minutes() > 0 {
            return vec![messages.tr("people-calls")];
        }
        let fewest = self.splits.iter().map(|split| split.groups.len()).min().unwrap_or_default();
        let missing = (fewest > 1).then(|| messages.tr_with("people-fewest", [("sims", fewest)]));
        let shared = self.shown_splits().iter().filter(|split| split.is_shared());
        let hotspot = shared.clone().next().map(|_| messages.tr("people-hotspot"));
        let is_unlimited = shared.flat_map(Split::baskets).any(Basket::is_unlimited);
        let unlimited = is_unlimited.then(|| messages.tr("people-unlimited"));
        missing.into_iter().chain(hotspot).chain(unlimited).collect()
    }

    fn grid(&self) -> Result<Grid, Error> {
        let mut rows = Vec::new();
        for split in self.shown_splits() {
            rows.push(vec![
                split.groups.len().to_string(),
                sizes(split),
                self.baskets_text(split)?,
                self.total(split, Messages::money)?,
            ]);
        }
        let heads = [
            ("column-sims", Shape::Figure),
            ("column-groups", Shape::Word),
            ("column-baskets", Shape::Text),
            ("column-total", Shape::Figure),
        ];
        Ok(Grid { marks: vec![Mark::Best], ..Grid::titled(&heads, rows, self.context.messages) })
    }

    fn keyed_grid(&self) -> Result<Grid, Error> {
        let context = &self.context;
        let mut rows = Vec::new();
        for (split, rank) in self.listed_splits().iter().zip(1_usize..) {
            for group in &split.groups {
                rows.push(vec![
                    rank.to_string(),
                    split.groups.len().to_string(),
                    group.people.to_string(),
                    joined(&group.offer.lines),
                    machine_basket(&group.offer.basket),
                    context.shown(group.offer.basket.total())?.amount_text(),
                    context.shown(split.total())?.amount_text(),
                    self.share(split)?.amount_text(),
                    context.currency().to_string(),
                    split.is_complete().to_string(),
                ]);
            }
        }
        let keys = [
            "rank",
            "sims",
            "people",
            "line",
            "basket",
            "group_total",
            "total",
            "per_person",
            "currency",
            "complete",
        ];
        Ok(Grid::keyed(&keys, rows))
    }

    fn split_form(&self, split: &'a Split) -> Result<SplitForm<'a>, Error> {
        let context = &self.context;
        let mut groups = Vec::new();
        for group in &split.groups {
            let question = question_for(context.question, group.people)?;
            let of_group = Context { question: &question, ..*context };
            groups
                .push(GroupForm { people: group.people, offer: offer_form(&group.offer, None, &of_group)? });
        }
        Ok(SplitForm {
            sims: split.groups.len(),
            groups,
            total: context.shown(split.total())?.into(),
            per_person: self.share(split)?.into(),
            pay: self.pay(split)?.into_iter().map(amount_form).collect(),
            complete: split.is_complete(),
        })
    }
}

impl Document for PeopleDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let first = &self.splits[0];
        let about = self.about_first(first).into_iter().chain(self.context.margin_text());
        let shown: Vec<&Offer> = offers(self.shown_splits());
        let footer = self.more()?.into_iter().chain(price_remarks(&shown, &self.context));
        let mut blocks = vec![
            Block::Sentences(Tone::Strong, vec![self.best(first)?]),
            Block::Remarks(Tone::Plain, about.collect()),
            Block::Table(self.grid()?),
            Block::Remarks(Tone::Faint, footer.collect()),
            Block::Sentences(Tone::Plain, self.about_sharing()),
        ];
        blocks.extend(next_step(self.next, self.messages()));
        Ok(blocks)
    }

    fn shorter(&self) -> Option<Self> {
        let room = self.shown_splits().len() - 1;
        (self.limit.is_none() && room > 0).then_some(Self { room, ..*self })
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(self.keyed_grid())
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let context = &self.context;
        let listed = self.listed_splits();
        Ok(PeopleForm {
            schema: SchemaName::default(),
            today: context.request().today.into(),
            currency: context.currency().into(),
            people: self.people,
            need: need_form(context),
            rates: rate_forms(&offers(listed), context),
            splits: listed.iter().map(|split| self.split_form(split)).collect::<Result<_, _>>()?,
        })
    }
}

fn offers(splits: &[Split]) -> Vec<&Offer> {
    splits.iter().flat_map(|split| &split.groups).map(|group| &group.offer).collect()
}

/// How many people share each SIM: `2 + 1`. Many groups of the same size are counted: `4 × 1`.
fn sizes(split: &Split) -> String {
    let sizes: Vec<usize> = split.groups.iter().map(|group| group.people).collect();
    let parts = sizes.chunk_by(|a, b| a == b).map(|alike| match alike {
        [size, ..] if alike.len() >= MANY => format!("{} × {size}", alike.len()),
        _ => alike.iter().map(usize::to_string).collect::<Vec<_>>().join(" + "),
    });
    parts.collect::<Vec<_>>().join(" + ")
}

/// The answer of `compare --people`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PeopleForm<'a> {
    schema: SchemaName<Self>,
    /// The day from which the ages of prices are counted.
    today: DateText,
    /// The shown currency.
    currency: CurrencyText,
    people: usize,
    /// The need of one person.
    need: NeedForm,
    /// The exchange rates that the answer depends on.
    rates: Vec<RateForm>,
    /// The ways to share SIMs, the best first.
    splits: Vec<SplitForm<'a>>,
}

impl JsonForm for PeopleForm<'_> {
    const SCHEMA: &'static str = "simplan/people/1";
}

/// A way to share SIMs.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct SplitForm<'a> {
    /// How many SIMs are bought.
    sims: usize,
    /// Those who share a SIM each.
    groups: Vec<GroupForm<'a>>,
    /// The total in the shown currency.
    total: DecimalText,
    per_person: DecimalText,
    /// What is paid, a sum for each currency of the sellers.
    pay: Vec<AmountForm>,
    /// Whether the total is fully known; if not, it is a lower bound.
    complete: bool,
}

/// People who share a SIM.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct GroupForm<'a> {
    people: usize,
    offer: OfferForm<'a>,
}

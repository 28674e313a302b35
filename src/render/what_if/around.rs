//! What each offer for a need costs if less or more is used.

use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::request::Question;
use crate::domain::what_if::Reach;
use crate::domain::what_if::robust::{Contender, Robustness};
use crate::i18n::{MessageArg, Messages};
use crate::render::basket::{joined, machine_basket, shopping_list};
use crate::render::block::{Block, Tone};
use crate::render::chart::Chart;
use crate::render::context::Context;
use crate::render::document::Document;
use crate::render::first_offer::{offer_text, reach_text};
use crate::render::forms::{
    NeedForm, OfferForm, RateForm, ReachForm, need_form, offer_form, rate_forms, reach_form,
};
use crate::render::grid::{Grid, Head, Mark, Shape};
use crate::render::offers::price_remarks;
use crate::render::schema_name::{JsonForm, SchemaName};
use crate::render::values::{CurrencyText, DateText};
use crate::render::what_if::chart::Drawn;
use serde::Serialize;

/// What the offers for a need come to if less or more is used.
#[derive(Clone, Copy)]
pub struct AroundDocument<'a> {
    /// The question, the catalogue and the language.
    pub context: Context<'a>,
    /// The offers. There is at least one.
    pub robustness: &'a Robustness,
    /// How far the data may move before the first offer is not the cheapest any more.
    pub reach: Option<Reach>,
    /// How many offers are shown at most; `None` for as many as fit on a screen.
    pub limit: Option<usize>,
    /// How many offers a screen has room for.
    pub room: usize,
    /// The chart of all sellers; `None` if it was not asked for.
    pub drawn: Option<&'a Drawn>,
}

impl<'a> AroundDocument<'a> {
    /// How many offers are shown if there is room for them.
    pub const ROOM: usize = 6;

    fn first_contenders(&self, most: usize) -> &'a [Contender] {
        let all = &self.robustness.contenders;
        &all[..all.len().min(most)]
    }

    /// The contenders for people: the first ones, the safest, and what the user has already.
    fn shown(&self) -> Vec<&'a Contender> {
        let mut shown: Vec<&Contender> =
            self.first_contenders(self.limit.unwrap_or(self.room)).iter().collect();
        let safest = self.robustness.safest().filter(|safest| !shown.iter().any(|own| is_same(own, safest)));
        shown.extend(safest);
        let mine = self.robustness.contenders.iter().find(|contender| self.context.is_mine(&contender.offer));
        let mine = mine.filter(|mine| !shown.iter().any(|own| is_same(own, mine)));
        shown.extend(mine);
        shown
    }

    fn listed(&self) -> &'a [Contender] {
        self.first_contenders(self.limit.unwrap_or(usize::MAX))
    }

    fn first(&self) -> &'a Contender {
        &self.robustness.contenders[0]
    }

    /// The sentences on the cheapest offer and on the safest one.
    fn answer(&self) -> Result<Vec<String>, Error> {
        let context = &self.context;
        let messages = context.messages;
        let first = [("need", context.need_text()), ("offer", offer_text(&self.first().offer, context)?)];
        let mut sentences = vec![messages.tr_with("what-if-cheapest", first)];
        let spread = ("spread", MessageArg::from(u64::from(self.robustness.spread)));
        let Some((safest, regret)) =
            self.robustness.safest().and_then(|safest| Some((safest, safest.regret?)))
        else {
            sentences.push(messages.tr_with("what-if-safest-unknown", [spread]));
            return Ok(sentences);
        };
        let is_first = is_same(safest, self.first());
        let key = match (is_first, regret.units()) {
            (true, 0) => "what-if-safest-always",
            (true, _) => "what-if-safest-first",
            (false, _) => "what-if-safest",
        };
        let args = [
            spread,
            ("offer", offer_text(&safest.offer, context)?.into()),
            ("seller", context.seller(&safest.offer.operators).into()),
            ("regret", messages.short_money(context.shown(regret)?).into()),
        ];
        sentences.push(messages.tr_with(key, args));
        Ok(sentences)
    }

    fn total(&self, offer: Option<&Offer>) -> Result<String, Error> {
        match offer {
            Some(offer) => self.context.short_total(&offer.basket),
            None => Ok("–".to_owned()),
        }
    }

    fn grid(&self) -> Result<Grid, Error> {
        let context = &self.context;
        let messages = context.messages;
        let mut rows = Vec::new();
        let mut marks = Vec::new();
        for contender in self.shown() {
            let own = self.total(Some(&contender.offer))?;
            let regret = contender.regret.map(|regret| context.shown(regret)).transpose()?;
            rows.push(vec![
                context.seller(&contender.offer.operators),
                shopping_list(&contender.offer.basket, context)?,
                own,
                self.total(contender.more.as_ref())?,
                regret.map_or_else(|| "–".to_owned(), |regret| messages.short_money(regret)),
            ]);
            let is_safest = self.robustness.safest().is_some_and(|safest| is_same(safest, contender));
            marks.push(if is_safest { Mark::Best } else { Mark::Plain });
        }
        let up_to =
            |question: &Question| messages.tr_with("what-if-up-to", [("need", self.amount(question))]);
        let heads = vec![
            Head { title: messages.tr("column-operator"), shape: Shape::Word },
            Head { title: messages.tr("column-basket"), shape: Shape::Text },
            Head { title: up_to(self.context.question), shape: Shape::Figure },
            Head { title: up_to(&self.robustness.more.0), shape: Shape::Figure },
            Head { title: messages.tr("column-regret"), shape: Shape::Figure },
        ];
        Ok(Grid { heads, rows, marks, text_lines: self.limit.is_none().then_some(2) })
    }

    /// What is used, in words: the data, or the minutes if there is none.
    fn amount(&self, question: &Question) -> String {
        let asked = question.asked();
        let messages = self.context.messages;
        if asked.has_data() { messages.volume(asked.data()) } else { messages.minutes(asked.minutes()) }
    }
}

fn is_same(one: &Contender, other: &Contender) -> bool {
    one.offer == other.offer
}

impl Document for AroundDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let context = &self.context;
        let messages = context.messages;
        let reach = self.reach.map(|reach| reach_text(reach, context));
        let about = reach.into_iter().flatten().chain(context.margin_text()).chain(context.state_text());
        let shown: Vec<&Offer> = self.shown().into_iter().map(|contender| &contender.offer).collect();
        let regret = messages.tr_with("what-if-regret", [("less", self.amount(&self.robustness.less.0))]);
        let footer = std::iter::once(regret).chain(price_remarks(&shown, context));
        let mut blocks = vec![
            Block::Sentences(Tone::Strong, self.answer()?),
            Block::Remarks(Tone::Plain, about.collect()),
        ];
        blocks.extend(self.drawn.map(|drawn| drawn.block(messages)));
        // On a small screen a chart says more than the table.
        if self.room > 0 || self.limit.is_some() {
            blocks.extend([Block::Table(self.grid()?), Block::Remarks(Tone::Faint, footer.collect())]);
        }
        Ok(blocks)
    }

    fn shorter(&self) -> Option<Self> {
        let room = self.room.checked_sub(1).filter(|room| *room > 0 || self.drawn.is_some())?;
        self.limit.is_none().then_some(Self { room, ..*self })
    }

    fn picture(&self) -> Option<&Chart> {
        self.drawn.map(|drawn| &drawn.chart)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(self.keyed_grid())
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let context = &self.context;
        let robustness = self.robustness;
        let of_more = Context { question: &robustness.more.0, ..*context };
        let of_less = Context { question: &robustness.less.0, ..*context };
        let mut contenders = Vec::new();
        for contender in self.listed() {
            let more = contender.more.as_ref();
            contenders.push(ContenderForm {
                offer: offer_form(&contender.offer, None, context)?,
                more: more.map(|offer| offer_form(offer, None, &of_more)).transpose()?,
                regret: self.machine_regret(contender)?,
            });
        }
        let offers: Vec<&Offer> = self.listed().iter().map(|contender| &contender.offer).collect();
        Ok(AroundForm {
            schema: SchemaName::default(),
            today: context.request().today.into(),
            currency: context.currency().into(),
            moves: "use",
            spread_percent: robustness.spread,
            need: need_form(context),
            less: need_form(&of_less),
            more: need_form(&of_more),
            reach: self.reach.map(reach_form),
            safest: robustness.safest().map(|safest| joined(&safest.offer.lines)),
            rates: rate_forms(&offers, context),
            contenders,
        })
    }
}

impl AroundDocument<'_> {
    fn machine_regret(&self, contender: &Contender) -> Result<Option<String>, Error> {
        contender.regret.map(|regret| Ok(self.context.shown(regret)?.amount_text())).transpose()
    }

    fn keyed_grid(&self) -> Result<Grid, Error> {
        let context = &self.context;
        let mut rows = Vec::new();
        for contender in self.listed() {
            let more = contender.more.as_ref();
            let of_more = more.map(|more| context.shown(more.basket.total())).transpose()?;
            rows.push(vec![
                joined(&contender.offer.lines),
                machine_basket(&contender.offer.basket),
                context.shown(contender.offer.basket.total())?.amount_text(),
                more.map_or_else(String::new, |more| machine_basket(&more.basket)),
                of_more.map(Money::amount_text).unwrap_or_default(),
                self.machine_regret(contender)?.unwrap_or_default(),
                context.currency().to_string(),
                contender.offer.basket.is_complete().to_string(),
            ]);
        }
        let keys = ["line", "basket", "total", "more_basket", "more_total", "regret", "currency", "complete"];
        Ok(Grid::keyed(&keys, rows))
    }
}

/// The answer of `what-if` for a need of which less or more may be used.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct AroundForm<'a> {
    schema: SchemaName<Self>,
    /// The day from which ages are counted.
    today: DateText,
    /// The currency in which totals are shown.
    currency: CurrencyText,
    /// `use`.
    moves: &'static str,
    /// How much less or more.
    spread_percent: u32,
    /// The need as planned.
    need: NeedForm,
    /// The need if less is used.
    less: NeedForm,
    /// The need if more is used.
    more: NeedForm,
    #[serde(flatten)]
    reach: Option<ReachForm>,
    /// The line of the contender with the least worst-case regret.
    safest: Option<String>,
    /// The exchange rates behind the totals.
    rates: Vec<RateForm>,
    /// The best offer of each line, the cheapest first.
    contenders: Vec<ContenderForm<'a>>,
}

impl JsonForm for AroundForm<'_> {
    const SCHEMA: &'static str = "simplan/what-if-around/1";
}

/// An offer, and what it costs if more is used.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct ContenderForm<'a> {
    offer: OfferForm<'a>,
    /// What its line takes if more is used.
    more: Option<OfferForm<'a>>,
    /// How much more than the best choice it costs at worst.
    regret: Option<String>,
}

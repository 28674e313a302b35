//! The answer of `next`: what to do today, when to look again, and what is left to buy, on one screen.

use super::basket::{name_with_code, name_with_fee, nothing_to_buy, shopping_list};
use super::block::{Block, Bullet, Tone};
use super::card::spoken;
use super::context::Context;
use super::document::Document;
use super::forms::{FigureForm, FigureForms, NeedForm, OfferForm, figure_forms, need_form, offer_form};
use super::guide::{DueForm, due_form};
use super::lines::{marked_sentence, sentence};
use super::schema_name::{JsonForm, SchemaName};
use super::values::{CurrencyText, DateText, DecimalText, WordText};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::outlook::{Action, Outlook};
use crate::domain::plan::Plan;
use crate::domain::schedule::{Purchase, Why};
use crate::guide::card::{CounterCard, cards};
use crate::guide::lines::GuideLine;
use crate::guide::situation::State;
use crate::guide::steps::{Guide, Part};
use crate::i18n::Messages;
use jiff::civil::Date;
use serde::Serialize;

/// What to do with the SIM in the phone.
#[derive(Clone, Copy)]
pub struct NextDocument<'a> {
    /// The question from today on, its catalogue and the language.
    pub context: Context<'a>,
    /// The last day of the stay.
    pub until: Date,
    /// The best basket on the line of the SIM.
    pub offer: &'a Offer,
    /// What to do today and when to look again.
    pub outlook: &'a Outlook<'a>,
    /// The guide to its purchases; `None` if nothing is bought.
    pub guide: Option<&'a Guide<'a>>,
    /// The line of the guide on how to see what is left on the SIM, if that helps.
    pub balance: Option<&'a GuideLine<'a>>,
    /// The best offer without this SIM, if it costs less.
    pub cheaper: Option<&'a OtherWay>,
    /// What is said at a counter for the purchases to make next, each by itself.
    pub said: &'a [CounterWords<'a>],
    /// The commands that show the steps of the purchases to make next, one for each plan.
    pub steps_commands: &'a [String],
    /// The command that writes reminders; `None` if nothing is bought.
    pub schedule_command: Option<&'a str>,
    /// What makes the answer doubtful.
    pub warnings: &'a [Error],
}

/// The best offer without the SIM in the phone.
#[derive(Clone, Debug)]
pub struct OtherWay {
    /// What is bought.
    pub offer: Offer,
    /// Whether that is what the user has already, rather than another SIM.
    pub is_mine: bool,
}

/// What is said at a counter for one purchase.
#[derive(Clone, Debug)]
pub struct CounterWords<'a> {
    /// The plan that is bought.
    pub plan: &'a Plan,
    /// The sentences, with what fills them in.
    pub card: CounterCard<'a>,
}

/// What is said for the one purchase of a guide; `None` if it is not bought at a counter.
pub fn counter_words<'g>(guide: &'g Guide<'_>) -> Option<CounterWords<'g>> {
    let situation = &guide.situation;
    let plan = situation.dues.first()?.plan;
    let is_said = situation.service.is_billed() || plan.star_code().is_some();
    let card = cards(guide).into_iter().next().filter(|_| is_said)?;
    Some(CounterWords { plan, card })
}

impl Document for NextDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let mut look = vec![self.look_sentence()?];
        look.extend(self.balance.map(|line| marked_sentence(line, self.context.messages)));
        look.extend(self.context.margin_text().into_iter().chain(self.high_sentence()?));
        Ok(vec![
            Block::Sentences(Tone::Strong, vec![self.headline()?]),
            Block::Sentences(Tone::Plain, self.abroad_sentences()),
            self.way_back(),
            Block::Sentences(Tone::Plain, look),
            Block::List { bullet: Bullet::Dash, tone: Tone::Plain, items: self.items()? },
            Block::List {
                bullet: Bullet::Dash,
                tone: Tone::Plain,
                items: self.said_items().into_iter().chain(self.commands()).collect(),
            },
        ])
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let context = &self.context;
        let need = context.need();
        let dues = self.guide.map(|guide| guide.situation.dues).unwrap_or_default();
        let look_again = self.outlook.look_again.map(|days| self.date_in(days)).transpose()?;
        let cheaper = self.cheaper.map(|other| offer_form(&other.offer, None, context)).transpose()?;
        Ok(NextForm {
            schema: SchemaName::default(),
            today: context.request().today.into(),
            until: self.until.into(),
            need: need_form(context),
            action: WordText(self.outlook.action),
            purchase: dues.first().map(due_form),
            today_purchases: dues.iter().take(self.outlook.today.len()).map(due_form).collect(),
            next_date: self
                .outlook
                .next_day(need)
                .map(|days| self.date_in(days))
                .transpose()?
                .map(DateText::from),
            look_again: look_again.map(DateText::from),
            purchases: dues.iter().map(due_form).collect(),
            currency: context.currency().into(),
            total: context.shown(self.offer.basket.total())?.into(),
            complete: self.offer.basket.is_complete(),
            say: self.said.iter().map(|words| self.say_form(words)).collect(),
            cheaper,
            warnings: self.warnings.iter().map(warning_form).collect(),
        })
    }
}

/// The answer of `next`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct NextForm<'a> {
    schema: SchemaName<Self>,
    today: DateText,
    /// The last day of the stay.
    until: DateText,
    need: NeedForm,
    /// What to do today.
    action: WordText<Action>,
    /// The next purchase; `null` if nothing is bought any more.
    purchase: Option<DueForm<'a>>,
    /// The purchases of today; empty if nothing is bought today.
    today_purchases: Vec<DueForm<'a>>,
    /// When to look again; `null` if that is not needed.
    look_again: Option<DateText>,
    /// The day of the first purchase after today.
    next_date: Option<DateText>,
    /// All purchases up to the last day.
    purchases: Vec<DueForm<'a>>,
    /// The shown currency.
    currency: CurrencyText,
    /// The total in the shown currency.
    total: DecimalText,
    /// Whether the total is fully known; if not, it is a lower bound.
    complete: bool,
    /// What is said for each of the purchases to make next, in their order.
    say: Vec<SayForm<'a>>,
    /// The best offer with another SIM, if it costs less.
    cheaper: Option<OfferForm<'a>>,
    /// What makes the answer doubtful.
    warnings: Vec<WarningForm>,
}

impl JsonForm for NextForm<'_> {
    const SCHEMA: &'static str = "simplan/next/1";
}

/// What is said at a counter for a purchase.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct SayForm<'a> {
    /// The sentence in Moroccan Arabic.
    arabic: String,
    /// The sentence in French.
    french: String,
    /// The id of the plan.
    plan: &'a str,
}

/// The stable code of a warning, and its figures by name.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(extend("required" = ["code"])))]
struct WarningForm(FigureForms);

fn warning_form(warning: &Error) -> WarningForm {
    let mut fields = figure_forms(warning.figures());
    fields.insert("code", FigureForm::Text(warning.code().to_owned()));
    WarningForm(fields)
}

/// The sentence on an offer without the SIM in the phone, if nothing fits on it.
///
/// # Errors
/// `amount-too-large`.
pub fn in_another_way(other: &OtherWay, context: &Context<'_>) -> Result<String, Error> {
    let key = if other.is_mine { "next-other-mine" } else { "next-other" };
    other_sentence(key, &other.offer, context)
}

fn other_sentence(key: &str, offer: &Offer, context: &Context<'_>) -> Result<String, Error> {
    let basket = shopping_list(&offer.basket, context)?;
    let args = [("basket", basket), ("total", context.total(&offer.basket)?)];
    Ok(context.messages.tr_with(key, args))
}

/// Whether a bill is what comes next: nobody has to buy it.
fn is_bill(purchases: &[Purchase<'_>]) -> bool {
    purchases.iter().any(|purchase| purchase.item.plan.is_contract())
}

/// A text with how often it counts, if that is more than once.
fn counted(count: usize, text: String) -> String {
    if count > 1 { format!("{count} × {text}") } else { text }
}

/// The lines on how a line comes back: all of them, but of those on how to reach customer care only the first. The lines
/// before refer to it; the steps have the other ways to reach it.
fn with_one_care_line<'l>(lines: &'l [GuideLine<'l>]) -> impl Iterator<Item = &'l GuideLine<'l>> {
    let is_care = |line: &GuideLine<'_>| line.key.starts_with("care") || line.key.starts_with("trouble-care");
    let first = lines.iter().position(is_care);
    lines
        .iter()
        .enumerate()
        .filter(move |(at, line)| !is_care(line) || Some(*at) == first)
        .map(|(_, line)| line)
}

impl NextDocument<'_> {
    /// What to do today, in one sentence.
    fn headline(&self) -> Result<String, Error> {
        let context = &self.context;
        let messages = context.messages;
        let next = self.outlook.next(context.need());
        let key = match self.outlook.action {
            Action::Nothing => return Ok(nothing_to_buy(context.need().data(), context)),
            Action::Wait => {
                let ends = self.outlook.later.first();
                let is_over = ends.is_some_and(|purchase| purchase.why == Why::ValidityOver);
                let key = if is_over { "next-wait-validity" } else { "next-wait-data" };
                let days = self.outlook.next_day(context.need()).unwrap_or_default();
                return Ok(messages.tr_with(key, [("date", self.date_text(days)?)]));
            }
            Action::Buy if is_bill(next) => match context.state {
                State::Active => "next-bill",
                State::Arrears => "next-bill-arrears",
                State::Suspended | State::Unidentified => "next-bill-reopen",
            },
            Action::Buy if context.state != State::Active => "next-reopen",
            Action::Buy if self.outlook.ends_today => "next-buy-ends",
            Action::Buy => "next-buy",
        };
        let args = [("plans", self.names(next)?), ("price", self.price(next)?)];
        Ok(messages.tr_with(key, args))
    }

    /// The lines of a part of the guide.
    fn part(&self, wanted: Part) -> &[GuideLine<'_>] {
        let parts = self.guide.map(|guide| guide.parts.as_slice()).unwrap_or_default();
        parts.iter().find(|(part, _)| *part == wanted).map(|(_, lines)| lines.as_slice()).unwrap_or_default()
    }

    /// From abroad, what the steps say about the price and about what arrives: else the price before it would mislead.
    fn abroad_sentences(&self) -> Vec<String> {
        const KEYS: [&str; 3] = ["abroad-dearer", "abroad-sells", "abroad-data"];
        let lines = self.part(Part::Steps).iter().filter(|line| KEYS.contains(&line.key));
        lines.map(|line| marked_sentence(line, self.context.messages)).collect()
    }

    /// How a line that does not work comes back.
    fn way_back(&self) -> Block {
        let lines = with_one_care_line(self.part(Part::State));
        let items = lines.map(|line| marked_sentence(line, self.context.messages)).collect();
        Block::List { bullet: Bullet::Number, tone: Tone::Plain, items }
    }

    /// When to look again, and why on that day.
    fn look_sentence(&self) -> Result<String, Error> {
        let context = &self.context;
        let messages = context.messages;
        let next = self.outlook.next_day(context.need());
        match (self.outlook.look_again, next) {
            (None, _) => {
                let until = messages.date(&self.until.to_string());
                Ok(messages.tr_with("next-look-never", [("until", until)]))
            }
            (Some(days), Some(bought)) if days == bought => {
                let day = |purchase: &&Purchase<'_>| context.need().whole_days(purchase.starts) == bought;
                let count = self.outlook.later.iter().take_while(day).count();
                let purchases = &self.outlook.later[..count];
                let args = [
                    ("date", self.date_text(days)?),
                    ("plans", self.names(purchases)?),
                    ("price", self.price(purchases)?),
                ];
                let key = if is_bill(purchases) { "next-look-bill" } else { "next-look-buy" };
                Ok(messages.tr_with(key, args))
            }
            (Some(days), _) => {
                let args = [("date", self.date_text(days)?)];
                Ok(messages.tr_with("next-look-check", args))
            }
        }
    }

    /// The purchases up to the end with their total, and what another SIM would cost. Of a long list only the first ones
    /// and the day of the last are named.
    fn items(&self) -> Result<Vec<String>, Error> {
        const MOST: usize = 3;
        let context = &self.context;
        let messages = context.messages;
        let purchases: Vec<_> = self.outlook.today.iter().chain(self.outlook.later).collect();
        let Some(last) = purchases.last() else { return Ok(Vec::new()) };
        let shown = if purchases.len() > MOST { MOST - 1 } else { purchases.len() };
        let mut items = Vec::new();
        for purchase in &purchases[..shown] {
            let when = messages.when(&context.when(purchase.starts)?);
            let bought = std::slice::from_ref(*purchase);
            let args = [("plan", self.names(bought)?), ("price", self.price(bought)?)];
            items.push(messages.labelled(&when, &messages.tr_with("next-item", args)));
        }
        let total = context.total(&self.offer.basket)?;
        let count = messages.purchases(purchases.len() as u64);
        if shown < purchases.len() {
            let more = (purchases.len() - shown).to_string();
            let date = messages.when(&context.when(last.starts)?);
            let args = [("count", more), ("date", date), ("purchases", count), ("total", total)];
            items.push(messages.tr_with("next-more", args));
        } else if shown > 1 {
            let until = messages.date(&self.until.to_string());
            let args = [("purchases", count), ("until", until), ("total", total)];
            items.push(messages.tr_with("next-total", args));
        }
        items.extend(self.cheaper_sentence()?);
        Ok(items)
    }

    /// What is said for the purchases to make next; the same plan several times is counted. A line that does not work
    /// takes no recharge yet.
    fn said_items(&self) -> Vec<String> {
        if self.context.state != State::Active {
            return Vec::new();
        }
        let same = self.said.chunk_by(|a, b| a.plan.id == b.plan.id);
        let lines =
            same.flat_map(|same| [same[0].card.french, same[0].card.arabic].map(|line| (same.len(), line)));
        let texts = lines.map(|(count, line)| counted(count, sentence(line, self.context.messages)));
        texts.collect()
    }

    fn say_form<'w>(&self, CounterWords { plan, card }: &CounterWords<'w>) -> SayForm<'w> {
        SayForm {
            arabic: spoken(&sentence(card.arabic, self.context.messages)),
            french: spoken(&sentence(card.french, self.context.messages)),
            plan: plan.id.as_str(),
        }
    }

    /// What the high estimates of the activities would cost on this line.
    fn high_sentence(&self) -> Result<Option<String>, Error> {
        let context = &self.context;
        let Some(high) = context.high else { return Ok(None) };
        let Some(offer) = &high.offer else { return context.high_text() };
        let data = context.messages.volume(high.usage.per_day().high);
        let args = [("data", data), ("total", context.total(&offer.basket)?)];
        Ok(Some(context.messages.tr_with("next-high", args)))
    }

    fn cheaper_sentence(&self) -> Result<Option<String>, Error> {
        let Some(other) = self.cheaper else { return Ok(None) };
        let key = if other.is_mine { "next-cheaper-mine" } else { "next-cheaper" };
        other_sentence(key, &other.offer, &self.context).map(Some)
    }

    fn commands(&self) -> Vec<String> {
        let steps = self.steps_commands.iter().map(|command| ("next-steps", command.as_str()));
        let commands = steps.chain(self.schedule_command.map(|command| ("next-reminders", command)));
        commands.map(|(key, command)| self.context.messages.tr_with(key, [("command", command)])).collect()
    }

    /// The names of purchases, each with its star code and its activation fee; the same one several times is counted.
    fn names(&self, purchases: &[Purchase<'_>]) -> Result<String, Error> {
        let is_same = |a: &Purchase<'_>, b: &Purchase<'_>| a.item.plan.id == b.item.plan.id;
        let mut names = Vec::new();
        for same in purchases.chunk_by(is_same) {
            let first = &same[0];
            let name = if first.is_first {
                name_with_fee(first.item, &self.context)?
            } else {
                name_with_code(&first.item.plan)
            };
            names.push(counted(same.len(), name));
        }
        Ok(names.join(" + "))
    }

    /// What purchases cost together, with their fees; marked if a price is not known.
    fn price(&self, purchases: &[Purchase<'_>]) -> Result<String, Error> {
        let context = &self.context;
        let messages = context.messages;
        let mut sum = Money::zero(context.currency());
        let mut is_complete = true;
        for purchase in purchases {
            let fee = purchase.item.fee.filter(|_| purchase.is_first);
            is_complete &= purchase.item.price.is_some();
            for amount in purchase.item.price.into_iter().chain(fee) {
                sum = sum.checked_add(context.shown(amount)?)?;
            }
        }
        Ok(match (is_complete, sum.is_zero()) {
            (true, _) => messages.money(sum),
            (false, true) => messages.tr("unknown"),
            (false, false) => messages.tr_with("at-least", [("amount", messages.money(sum))]),
        })
    }

    /// The day that comes this many days after today.
    fn date_in(&self, days: u64) -> Result<Date, Error> {
        let passed = self.context.need().hours(days.saturating_mul(24));
        let date = self.context.when(passed)?.date;
        Ok(date.unwrap_or(self.context.request().today))
    }

    fn date_text(&self, days: u64) -> Result<String, Error> {
        Ok(self.context.messages.date(&self.date_in(days)?.to_string()))
    }
}

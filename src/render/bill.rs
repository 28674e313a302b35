//! The answer of `cost`: the bill line by line, whether the basket lasts, and the cheapest one beside it.

use super::advice::next_step;
use super::basket::{name_with_code, rates_line, shopping_list};
use super::block::{Block, Tone};
use super::context::Context;
use super::document::Document;
use super::first_offer::remarks;
use super::forms::{NeedForm, OfferForm, RateForm, need_form, offer_form, rate_forms};
use super::grid::{Grid, Shape};
use super::last_day::{LastDayForm, last_day_form, last_day_text};
use super::schema_name::{JsonForm, SchemaName};
use super::values::{CurrencyText, DateText, DecimalText, WordText};
use crate::domain::bill::{Bill, Thin, Verdict};
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::last_day::LastDay;
use crate::domain::money::Money;
use crate::domain::plan::DataPer;
use crate::domain::refusal::Code;
use crate::domain::volume::DataVolume;
use crate::i18n::{MessageArg, Messages};
use serde::Serialize;

/// A bill as a document.
#[derive(Clone, Copy)]
pub struct BillDocument<'a> {
    /// The basket, how long it lasts, and the cheapest basket beside it.
    pub bill: &'a Bill,
    /// The cheapest basket of all sellers; `None` if nothing fits or if it is not known.
    pub market: Option<&'a Offer>,
    /// A shorter stay that would save a purchase.
    pub last_day: Option<&'a LastDay>,
    /// The command for the next step.
    pub next: Option<&'a str>,
    /// The question, its catalogue and the language.
    pub context: Context<'a>,
}

impl Document for BillDocument<'_> {
    fn messages(&self) -> &Messages {
        self.context.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let messages = self.context.messages;
        let title = messages.tr_with("bill-title", [("need", self.context.need_text())]);
        let about = remarks(&self.bill.offer, &self.context).into_iter();
        let mut blocks = vec![
            Block::Sentences(Tone::Strong, vec![title]),
            Block::Remarks(Tone::Plain, about.chain(self.context.remarks()?).collect()),
            Block::Table(shown_grid(self)?),
            Block::Sentences(Tone::Plain, lines(self)?),
        ];
        blocks.extend(next_step(self.next, messages));
        Ok(blocks)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(keyed_grid(self))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let bill = self.bill;
        let context = &self.context;
        let need = context.need();
        let cheapest = bill.cheapest.as_ref();
        let mut form = BillForm {
            schema: SchemaName::default(),
            today: context.request().today.into(),
            currency: context.currency().into(),
            need: need_form(context),
            rates: rate_forms(&[&bill.offer], context),
            basket: offer_form(&bill.offer, None, context)?,
            lasts: None,
            short_days: None,
            short_mb: None,
            short_minutes: None,
            thin: None,
            spare_days: None,
            useless: bill
                .useless
                .iter()
                .map(|(plan, code)| UselessForm { plan: plan.id.as_str(), code: WordText(*code) })
                .collect(),
            is_cheapest_known: bill.is_cheapest_known(),
            cheapest: cheapest.map(|offer| offer_form(offer, None, context)).transpose()?,
            last_day: self.last_day.map(|last| last_day_form(last, &bill.offer, context)).transpose()?,
            market: self.market.map(|offer| offer_form(offer, None, context)).transpose()?,
            difference: cheapest
                .map(|offer| {
                    let (sign, amount) = difference(&bill.offer, offer, context)?;
                    let minus = if sign == "more" { "-" } else { "" };
                    Ok(DecimalText::from_text(format!("{minus}{}", amount.amount_text())))
                })
                .transpose()?,
        };
        match &bill.verdict {
            Verdict::Full { spare } => {
                form.lasts = Some(true);
                form.spare_days = Some(need.days(*spare).into());
            }
            Verdict::Short { time, data, minutes, thin } => {
                form.lasts = Some(false);
                form.short_days = Some(need.days_up(*time).into());
                form.short_mb = data.map(DecimalText::from);
                form.short_minutes = Some(*minutes);
                form.thin = thin.as_ref().map(|thin| ThinForm {
                    plan: thin.plan.id.as_str(),
                    has_mb: thin.has.into(),
                    needed_mb: thin.needed.into(),
                });
            }
            Verdict::Unknown(_) => {}
        }
        Ok(form)
    }
}

/// The answer of `cost`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct BillForm<'a> {
    schema: SchemaName<Self>,
    /// The day from which the ages of prices are counted.
    today: DateText,
    /// The shown currency.
    currency: CurrencyText,
    need: NeedForm,
    /// The exchange rates that the bill depends on.
    rates: Vec<RateForm>,
    /// The user's basket.
    basket: OfferForm<'a>,
    /// Whether the basket lasts; `null` if a figure of it is unknown.
    lasts: Option<bool>,
    /// The time that is not covered, rounded up.
    short_days: Option<DecimalText>,
    /// The data that is missing.
    short_mb: Option<DecimalText>,
    /// The call minutes that are missing.
    short_minutes: Option<u64>,
    /// The plan that gives less data in a day or a month than is needed.
    thin: Option<ThinForm<'a>>,
    /// The time that is covered after the stay.
    spare_days: Option<DecimalText>,
    /// Plans that cover nothing of the need, and why.
    useless: Vec<UselessForm<'a>>,
    /// Whether the cheapest basket was found; it is not if the search is too large.
    is_cheapest_known: bool,
    /// The cheapest basket of the same lines.
    cheapest: Option<OfferForm<'a>>,
    /// A shorter stay that would save a purchase.
    last_day: Option<LastDayForm>,
    /// The cheapest basket of all sellers.
    market: Option<OfferForm<'a>>,
    /// How much more the basket costs than the cheapest one; negative if it costs less.
    difference: Option<DecimalText>,
}

impl JsonForm for BillForm<'_> {
    const SCHEMA: &'static str = "simplan/cost/2";
}

/// A plan that gives less data in a day or a month than is needed.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct ThinForm<'a> {
    plan: &'a str,
    has_mb: DecimalText,
    needed_mb: DecimalText,
}

/// A plan that covers nothing of the need.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct UselessForm<'a> {
    plan: &'a str,
    /// Why it covers nothing.
    code: WordText<Code>,
}

/// The bill for people: a row for each plan, and the total.
fn shown_grid(answer: &BillDocument<'_>) -> Result<Grid, Error> {
    let context = &answer.context;
    let messages = context.messages;
    let heads = [
        ("column-name", Shape::Text),
        ("column-price", Shape::Figure),
        ("column-count", Shape::Figure),
        ("column-subtotal", Shape::Figure),
    ];
    let mut rows = Vec::new();
    for item in answer.bill.offer.basket.items() {
        let price = context.shown_if_known(item.price)?;
        let subtotal = context.subtotal(item)?;
        rows.push(vec![
            name_with_code(&item.plan),
            messages.money_or_unknown(price),
            item.count.to_string(),
            messages.money_or_unknown(subtotal),
        ]);
        let fee = context.shown_if_known(item.fee)?;
        if fee.is_none_or(|fee| !fee.is_zero()) {
            let amount = messages.money_or_unknown(fee);
            rows.push(vec![messages.tr("column-setup_fee"), amount.clone(), "1".to_owned(), amount]);
        }
    }
    let total = context.total(&answer.bill.offer.basket)?;
    rows.push(vec![messages.tr("bill-total"), String::new(), String::new(), total]);
    Ok(Grid::titled(&heads, rows, messages))
}

/// The bill for scripts: a row for each plan, and the total with the verdict.
fn keyed_grid(answer: &BillDocument<'_>) -> Result<Grid, Error> {
    const KEYS: [&str; 10] = [
        "plan",
        "count",
        "unit_price",
        "subtotal",
        "fee",
        "currency",
        "complete",
        "lasts",
        "short_mb",
        "short_minutes",
    ];
    let context = &answer.context;
    let basket = &answer.bill.offer.basket;
    let currency = context.currency().to_string();
    let mut rows = Vec::new();
    for item in basket.items() {
        let mut row = vec![
            item.plan.id.to_string(),
            item.count.to_string(),
            amount_cell(context.shown_if_known(item.price)?),
            amount_cell(context.subtotal(item)?),
            amount_cell(context.shown_if_known(item.fee)?),
            currency.clone(),
            (item.price.is_some() && item.fee.is_some()).to_string(),
        ];
        row.resize(KEYS.len(), String::new());
        rows.push(row);
    }
    let (lasts, short_mb, short_minutes) = match &answer.bill.verdict {
        Verdict::Full { .. } => ("true", String::new(), String::new()),
        Verdict::Short { data, minutes, .. } => {
            ("false", data.map(DataVolume::in_mb).unwrap_or_default(), minutes.to_string())
        }
        Verdict::Unknown(_) => ("", String::new(), String::new()),
    };
    rows.push(vec![
        "total".to_owned(),
        basket.purchases().to_string(),
        String::new(),
        context.shown(basket.total())?.amount_text(),
        String::new(),
        currency,
        basket.is_complete().to_string(),
        lasts.to_owned(),
        short_mb,
        short_minutes,
    ]);
    Ok(Grid::keyed(&KEYS, rows))
}

fn amount_cell(money: Option<Money>) -> String {
    money.map(Money::amount_text).unwrap_or_default()
}

/// The sentences under the bill.
fn lines(answer: &BillDocument<'_>) -> Result<Vec<String>, Error> {
    let context = &answer.context;
    let messages = context.messages;
    let need = context.need();
    let bill = answer.bill;
    let basket = &bill.offer.basket;
    let mut lines = Vec::new();
    if let Some(sim) = &bill.uncounted_sim {
        let args = [("sim", name_with_code(sim)), ("price", messages.money_or_unknown(sim.price))];
        lines.push(messages.tr_with("bill-sim-uncounted", args));
    }
    match (context.per_day(basket), context.per_gb(basket)) {
        (Some(per_day), Some(per_gb)) => {
            let args = [("per_day", messages.money(per_day)), ("per_gb", messages.money(per_gb))];
            lines.push(messages.tr_with("bill-shares", args));
        }
        (Some(per_day), None) => {
            lines.push(messages.tr_with("bill-share-of-day", [("per_day", messages.money(per_day))]));
        }
        _ => {}
    }
    for (plan, code) in &bill.useless {
        // The verdict already says what is not known.
        if matches!(code, Code::AllowanceUnknown | Code::ValidityUnknown) {
            continue;
        }
        let args = [("plan", name_with_code(plan)), ("reason", useless_reason(plan, *code, messages))];
        lines.push(messages.tr_with("bill-useless", args));
    }
    match &bill.verdict {
        Verdict::Full { spare } => {
            let left_over = basket.spare_data(need, context.initial()).filter(|_| need.has_data());
            let is_exact = spare.is_zero() && left_over.is_some_and(|data| data == DataVolume::ZERO);
            let key = match left_over {
                _ if is_exact => "bill-lasts-exactly",
                Some(_) if spare.is_zero() => "bill-lasts-data-only",
                Some(_) => "bill-lasts-data",
                None if spare.is_zero() => "bill-lasts-whole",
                None => "bill-lasts",
            };
            let data = left_over.map(|left| messages.volume(left)).unwrap_or_default();
            lines.push(messages.tr_with(key, [("spare", context.days_text(*spare)), ("data", data)]));
        }
        Verdict::Short { time, data, minutes, thin } => {
            let data = data.map_or_else(|| messages.tr("unknown"), |data| messages.volume(data));
            match thin {
                Some(thin) => lines.push(thin_text(thin, data, messages)),
                None if !time.is_zero() => {
                    let lasts = need.whole_stay().minus(*time);
                    let args = [
                        ("covered_number", MessageArg::from(messages.fraction_of_days(need.days(lasts)))),
                        ("days", u64::from(need.stay().days()).into()),
                        ("short", messages.some_days(need.days_up(*time)).into()),
                        ("data", data.into()),
                    ];
                    let key = if need.has_data() { "bill-short" } else { "bill-short-calls" };
                    lines.push(messages.tr_with(key, args));
                }
                None => {}
            }
            if *minutes > 0 {
                lines.push(messages.tr_with("bill-short-minutes", [("minutes", *minutes)]));
            }
        }
        Verdict::Unknown(plan) => {
            lines.push(messages.tr_with("bill-unknown", [("plan", plan.as_str())]));
        }
    }
    lines.extend(beside(answer)?);
    if let Some(last) = answer.last_day {
        lines.push(last_day_text(last, &bill.offer, context)?);
    }
    if basket.items().iter().any(|item| item.plan.is_contract()) {
        lines.push(messages.tr("footer-contract"));
    }
    lines.extend(rates_line(&[&bill.offer], context));
    Ok(lines)
}

/// Why a plan covers nothing of the need.
fn useless_reason(plan: &crate::domain::plan::Plan, code: Code, messages: &Messages) -> String {
    match code {
        Code::ScopeNotGeneral => {
            messages.tr_with("refused-scope-not-general", [("scope", messages.word(&plan.scope.to_string()))])
        }
        other => messages.tr(&format!("why-{other}")),
    }
}

fn thin_text(thin: &Thin, data: String, messages: &Messages) -> String {
    let args = [
        ("plan", name_with_code(&thin.plan)),
        ("has", messages.volume(thin.has)),
        ("needed", messages.pace(thin.needed)),
        ("data", data),
    ];
    let is_daily = thin.plan.data_per == DataPer::Day;
    messages.tr_with(if is_daily { "bill-thin-day" } else { "bill-thin-month" }, args)
}

/// The sentences about the cheapest basket of the same lines and about that of all sellers, as far as they differ from
/// the user's own.
fn beside(answer: &BillDocument<'_>) -> Result<Vec<String>, Error> {
    let bill = answer.bill;
    let messages = answer.context.messages;
    let question = answer.context.question;
    let is_limited = question.max_total.is_some() || question.max_purchases.is_some();
    let lasts = matches!(bill.verdict, Verdict::Full { .. });
    let [nothing, nothing_within, is_cheapest, cheapest_is] = if bill.offer.lines.len() > 1 {
        ["bill-nothing-lines", "bill-nothing-lines-within", "bill-is-cheapest-lines", "bill-cheapest-lines"]
    } else {
        ["bill-nothing", "bill-nothing-within", "bill-is-cheapest", "bill-cheapest"]
    };
    if answer.market.is_some_and(|market| market.basket.items().is_empty()) {
        return Ok(vec![messages.tr("bill-left-is-enough")]);
    }
    let market = answer.market.filter(|market| !is_as_good(bill, market));
    let of_lines = match &bill.cheapest {
        _ if !bill.is_cheapest_known() => None,
        None if lasts => None,
        None if is_limited => Some(messages.tr(nothing_within)),
        None => Some(messages.tr(nothing)),
        Some(_) if answer.market.is_some_and(|market| is_as_good(bill, market)) => {
            Some(messages.tr("bill-is-cheapest-of-all"))
        }
        Some(cheapest) if is_as_good(bill, cheapest) => Some(messages.tr(is_cheapest)),
        // Then the sentence about all sellers says it.
        Some(cheapest) if market.is_some_and(|market| market.basket == cheapest.basket) => None,
        Some(cheapest) => Some(cheaper(cheapest_is, cheapest, answer)?),
    };
    // A basket of one's own over several lines can cost less than the offers, which are on one line.
    let own = &bill.offer.basket;
    let named = market.filter(|market| !(lasts && own.is_complete() && market.basket.total() > own.total()));
    let of_all = named.map(|market| cheaper("bill-cheapest-of-all", market, answer)).transpose()?;
    Ok(of_lines.into_iter().chain(of_all).collect())
}

/// Whether no other basket has to be named beside the user's own, because it is the same one or costs as much.
fn is_as_good(bill: &Bill, cheapest: &Offer) -> bool {
    let own = &bill.offer.basket;
    let lasts = matches!(bill.verdict, Verdict::Full { .. });
    cheapest.basket.rank_cmp(own).is_eq() || lasts && cheapest.basket.total() == own.total()
}

/// The sentence about a basket beside the user's own.
fn cheaper(key: &str, cheapest: &Offer, answer: &BillDocument<'_>) -> Result<String, Error> {
    let messages = answer.context.messages;
    let (sign, amount) = difference(&answer.bill.offer, cheapest, &answer.context)?;
    let args = [
        ("basket", shopping_list(&cheapest.basket, &answer.context)?),
        ("total", answer.context.total(&cheapest.basket)?),
        ("seller", answer.context.seller(&cheapest.operators)),
        ("purchases", messages.purchases(cheapest.basket.purchases())),
        ("difference", sign.to_owned()),
        ("amount", messages.money(amount)),
    ];
    Ok(messages.tr_with(key, args))
}

/// Whether the cheapest basket costs `less`, `more` or the `same`, and the difference.
fn difference(own: &Offer, cheapest: &Offer, context: &Context<'_>) -> Result<(&'static str, Money), Error> {
    let here = context.shown(own.basket.total())?;
    let there = context.shown(cheapest.basket.total())?;
    Ok(match (here.checked_sub(there), there.checked_sub(here)) {
        (Some(less), _) if !less.is_zero() => ("less", less),
        (_, Some(more)) if !more.is_zero() => ("more", more),
        _ => ("same", Money::zero(here.currency())),
    })
}

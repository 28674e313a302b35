//! What every answer about a stay is rendered from: the question, the catalogue, and the language.

use super::basket::shopping_list;
use crate::domain::basket::{Basket, Item};
use crate::domain::calendar::{Calendar, When};
use crate::domain::change::DataWords;
use crate::domain::comparison::Offer;
use crate::domain::currency::Currency;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::need::{Need, Span};
use crate::domain::plan::Allowance;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::rates::{Exact, Exchange, Rate};
use crate::domain::request::{Question, Request};
use crate::domain::schedule::Schedule;
use crate::domain::slug::Slug;
use crate::guide::sellers::seller_name;
use crate::guide::situation::State;
use crate::i18n::{MessageArg, Messages};
use crate::usage::Usage;
use std::collections::{BTreeMap, BTreeSet};

/// What a stay would cost if its activities took as much data as the high estimates.
#[derive(Clone, Debug)]
pub struct HighUse {
    /// The activities of a day.
    pub usage: Usage,
    /// The question for their high estimates.
    pub question: Question,
    /// The best offer; `None` if nothing fits.
    pub offer: Option<Offer>,
}

/// A question, its catalogue, and how the answer is shown.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The catalogue, prepared for the request.
    pub prepared: &'a PreparedCatalogue,
    /// The need, and the limits of the user.
    pub question: &'a Question,
    /// Whether the data was given in all or for each day.
    pub words: DataWords,
    /// Whether points of the stay are days, dates or times.
    pub calendar: &'a Calendar,
    /// What the high estimates would cost, if the need is made of activities.
    pub high: Option<&'a HighUse>,
    /// The state of the user's line.
    pub state: State,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl<'a> Context<'a> {
    /// The need, including the margin; every figure refers to it.
    pub fn need(&self) -> &'a Need {
        &self.question.need
    }

    /// The request that the catalogue was prepared for.
    pub fn request(&self) -> &'a Request {
        self.prepared.request()
    }

    /// The currency in which amounts are shown.
    pub fn currency(&self) -> Currency {
        self.request().currency
    }

    /// The data that is left on the user's SIM.
    pub fn initial(&self) -> Option<Allowance> {
        self.question.initial.as_ref().map(|initial| initial.data)
    }

    /// Converts an amount to the shown currency, and rounds it.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn shown(&self, amount: Exact) -> Result<Money, Error> {
        self.prepared.exchange().shown(amount)
    }

    /// The same for an amount that may be unknown.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn shown_if_known(&self, amount: Option<Exact>) -> Result<Option<Money>, Error> {
        amount.map(|known| self.shown(known)).transpose()
    }

    /// The cost of an item without its fee; `None` if its price is unknown.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn subtotal(&self, item: &Item) -> Result<Option<Money>, Error> {
        subtotal(item, self.prepared.exchange())
    }

    /// The sums that are actually paid: the known prices and fees, one sum for each currency of the sellers.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn pay(&self, basket: &Basket) -> Result<Vec<Money>, Error> {
        self.pay_for(basket.items().iter())
    }

    /// The same for some items.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub(super) fn pay_for<'i>(&self, items: impl Iterator<Item = &'i Item>) -> Result<Vec<Money>, Error> {
        let mut sums: BTreeMap<Currency, Money> = BTreeMap::new();
        for item in items {
            let prices = item.plan.price.map(|price| price.checked_mul(item.count)).transpose()?;
            for amount in prices.into_iter().chain(self.request().fee_due(&item.plan)) {
                let sum = sums.entry(amount.currency()).or_insert(Money::zero(amount.currency()));
                *sum = sum.checked_add(amount)?;
            }
        }
        Ok(sums.into_values().collect())
    }

    /// The total for people: marked if it is only a lower bound, and followed by the sums that are actually paid if
    /// those are in another currency.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn total(&self, basket: &Basket) -> Result<String, Error> {
        self.total_in(basket, Messages::money)
    }

    /// The same in a sentence, without decimals that are zero.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn short_total(&self, basket: &Basket) -> Result<String, Error> {
        self.total_in(basket, Messages::short_money)
    }

    fn total_in(&self, basket: &Basket, money: fn(&Messages, Money) -> String) -> Result<String, Error> {
        let shown = self.shown(basket.total())?;
        Ok(self.sum_in(shown, &self.pay(basket)?, basket.is_complete(), money))
    }

    /// A sum for people, in the shown currency and as it is paid, as [`Context::total`] shows it.
    pub(super) fn sum_in(
        &self,
        shown: Money,
        pay: &[Money],
        is_complete: bool,
        money: fn(&Messages, Money) -> String,
    ) -> String {
        let messages = self.messages;
        let mut text = money(messages, shown);
        if pay.iter().any(|amount| amount.currency() != self.currency() && !amount.is_zero()) {
            let amounts: Vec<String> = pay.iter().map(|amount| money(messages, *amount)).collect();
            text = format!("{text} ≈ {}", amounts.join(" + "));
        }
        if is_complete { text } else { messages.tr_with("at-least", [("amount", text)]) }
    }

    /// The cost of a basket for each day of the stay.
    pub fn per_day(&self, basket: &Basket) -> Option<Money> {
        self.prepared.exchange().share(basket.total(), self.need().stay().days().into(), 1)
    }

    /// The cost of a basket for each gigabyte that is needed; `None` if no data is needed.
    pub fn per_gb(&self, basket: &Basket) -> Option<Money> {
        self.prepared.exchange().share(basket.total(), self.need().data().kb().into(), 1_000_000)
    }

    /// The names of sellers as people know them: `inwi`, `inwi + Orange`.
    pub fn seller(&self, operators: &[Slug]) -> String {
        let names = operators.iter().map(|operator| {
            if self.request().is_of_mine(operator) {
                self.messages.tr("seller-mine")
            } else {
                seller_name(operator.as_str()).to_owned()
            }
        });
        names.collect::<Vec<_>>().join(" + ")
    }

    /// Whether an offer is what the user has already.
    pub fn is_mine(&self, offer: &Offer) -> bool {
        offer.is_mine(self.request())
    }

    /// The name of the seller of a line; the line itself if the catalogue does not have it.
    pub fn seller_of(&self, line: &Slug) -> String {
        let of_line = self.prepared.plans().iter().find(|plan| plan.line == *line);
        of_line.map_or_else(|| line.to_string(), |plan| self.seller(std::slice::from_ref(&plan.operator)))
    }

    /// The schedule of an offer.
    ///
    /// # Errors
    /// As [`Schedule::new`].
    pub fn schedule<'o>(&self, offer: &'o Offer) -> Result<Schedule<'o>, Error> {
        Schedule::new(&offer.basket, self.need(), self.question.initial.as_ref())
    }

    /// The days of the stay on which an offer is renewed; `None` if its purchases are too many for a schedule.
    ///
    /// # Errors
    /// `date-out-of-range`.
    pub fn renew_on_days(&self, offer: &Offer) -> Result<Option<Vec<u64>>, Error> {
        let renewals = renewals(offer, self.question, self.calendar)?;
        Ok(renewals.map(|renewals| renewals.iter().map(|when| when.day).collect()))
    }

    /// The point of the stay after the given time.
    ///
    /// # Errors
    /// `date-out-of-range`.
    pub fn when(&self, passed: Span) -> Result<When, Error> {
        self.calendar.when(passed, self.need())
    }

    /// A time as a number of days: `4.66 days`.
    pub fn days_text(&self, span: Span) -> String {
        self.messages.some_days(self.need().days(span))
    }

    /// The need in words: `30 days and 20 GB`.
    pub fn need_text(&self) -> String {
        self.need_words(self.need())
    }

    /// Another need in words, in the same form.
    pub fn need_words(&self, need: &Need) -> String {
        let messages = self.messages;
        let args = [
            ("days", messages.days(need.stay().days())),
            ("data", messages.volume(need.data())),
            ("minutes", messages.minutes(need.minutes())),
        ];
        let key = match (need.has_data(), need.minutes() > 0) {
            (true, true) => "need-both",
            (true, false) => "need-data",
            (false, _) => "need-calls",
        };
        messages.tr_with(key, args)
    }

    /// The sentences at the beginning of an answer: the margin, what the high estimates would cost, and the step that
    /// reopens the user's line.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn remarks(&self) -> Result<Vec<String>, Error> {
        Ok(self.margin_text().into_iter().chain(self.high_text()?).chain(self.state_text()).collect())
    }

    /// The sentence on what the high estimates of the activities would cost; `None` if the need is not made of them.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn high_text(&self) -> Result<Option<String>, Error> {
        let Some(high) = self.high else { return Ok(None) };
        let data = self.messages.volume(high.usage.per_day().high);
        let Some(offer) = &high.offer else {
            return Ok(Some(self.messages.tr_with("answer-high-nothing", [("data", data)])));
        };
        let basket = shopping_list(&offer.basket, self)?;
        let args = [("data", data), ("basket", basket), ("total", self.total(&offer.basket)?)];
        Ok(Some(self.messages.tr_with("answer-high", args)))
    }

    /// The sentence that gives the need before and after the margin; `None` without a margin.
    pub fn margin_text(&self) -> Option<String> {
        let (need, percent) = self.question.before_margin?;
        let args = [
            ("percent", MessageArg::from(u64::from(percent))),
            ("asked", self.need_words(&need).into()),
            ("counted", self.need_text().into()),
        ];
        Some(self.messages.tr_with("answer-margin", args))
    }

    /// The sentence on how to reopen the user's line; `None` if the line works.
    pub fn state_text(&self) -> Option<String> {
        let line = self.request().have_sims.first().filter(|_| self.state != State::Active)?;
        let key = format!("answer-state-{}", self.state);
        Some(self.messages.tr_with(&key, [("line", line.as_str())]))
    }

    /// The exchange rates between the prices of these offers and the shown currency.
    pub fn rates_used(&self, offers: &[&Offer]) -> Vec<&'a Rate> {
        let request = self.request();
        let items = offers.iter().flat_map(|offer| offer.basket.items());
        let amounts = items.flat_map(|item| [item.plan.price, request.fee_due(&item.plan)]).flatten();
        let converted: BTreeSet<Currency> = amounts
            .filter(|amount| !amount.is_zero() && amount.currency() != request.currency)
            .map(Money::currency)
            .collect();
        let shown = (!converted.is_empty()).then_some(request.currency);
        let between: BTreeSet<Currency> = converted.into_iter().chain(shown).collect();
        between.into_iter().filter_map(|currency| request.rates.get(currency)).collect()
    }

    /// The age in days of the oldest exchange rate behind an offer; `None` if no rate with a date is used.
    pub fn rate_age(&self, offer: Option<&Offer>) -> Option<u64> {
        let rates = offer.map(|offer| self.rates_used(&[offer])).unwrap_or_default();
        let dates = rates.into_iter().filter_map(|rate| rate.date);
        dates.map(|date| date.age_on(self.request().today)).max()
    }
}

/// The cost of an item without its fee, in the shown currency; `None` if its price is unknown.
///
/// # Errors
/// `amount-too-large`.
pub(super) fn subtotal(item: &Item, exchange: &Exchange) -> Result<Option<Money>, Error> {
    let subtotal = item.price.map(|price| price.checked_mul(item.count).unwrap_or(Exact::MOST));
    subtotal.map(|subtotal| exchange.shown(subtotal)).transpose()
}

/// The points of the stay at which an offer is renewed; `None` if its purchases are too many for a schedule.
///
/// # Errors
/// `date-out-of-range`.
pub(super) fn renewals(
    offer: &Offer,
    question: &Question,
    calendar: &Calendar,
) -> Result<Option<Vec<When>>, Error> {
    let need = &question.need;
    let Ok(schedule) = Schedule::new(&offer.basket, need, question.initial.as_ref()) else { return Ok(None) };
    let renewals = schedule.renewals().map(|purchase| calendar.when(purchase.starts, need));
    renewals.collect::<Result<_, _>>().map(Some)
}

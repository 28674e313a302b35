//! What a stay costs with two catalogues, as `plans diff` shows it.

use crate::catalogue::diff::CatalogueDiff;
use crate::domain::amount_change::AmountChange;
use crate::domain::basket::Basket;
use crate::domain::comparison::Offer;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::i18n::Messages;
use crate::render::basket::{machine_basket, shopping_list};
use crate::render::context::Context;
use crate::render::forms::{NeedForm, OfferForm, RateForm, need_form, offer_form, rate_forms};
use crate::render::values::{CurrencyText, DateText, DecimalText};
use serde::Serialize;

/// The cheapest offer of one catalogue.
#[derive(Clone, Copy)]
pub struct Cheapest<'a> {
    /// The question, the catalogue and the language.
    pub context: Context<'a>,
    /// The offer; `None` if nothing fits.
    pub offer: Option<&'a Offer>,
}

/// The cheapest offers of two catalogues for the same question.
#[derive(Clone, Copy)]
pub struct TotalChange<'a> {
    /// That of the old catalogue.
    pub old: Cheapest<'a>,
    /// That of the new one.
    pub new: Cheapest<'a>,
    /// What is different between the catalogues.
    pub diff: &'a CatalogueDiff,
}

impl<'a> TotalChange<'a> {
    fn messages(&self) -> &'a Messages {
        self.new.context.messages
    }

    /// By how much the total changes; `None` if nothing fits, or if a total is only a lower bound.
    fn change(&self) -> Result<Option<AmountChange>, Error> {
        let [Some(old), Some(new)] = [self.old.offer, self.new.offer] else { return Ok(None) };
        if !(old.basket.is_complete() && new.basket.is_complete()) {
            return Ok(None);
        }
        let before = self.old.context.shown(old.basket.total())?;
        Ok(AmountChange::between(before, self.new.context.shown(new.basket.total())?))
    }

    /// Whether another basket is the cheapest now. A plan with a new id is the same plan.
    fn has_other_winner(&self) -> bool {
        let baskets = [self.old.offer, self.new.offer].map(|offer| offer.map(|offer| &offer.basket));
        match baskets {
            [Some(old), Some(new)] => !self.is_same(old, new),
            [None, None] => false,
            _ => true,
        }
    }

    fn is_same(&self, old: &Basket, new: &Basket) -> bool {
        let mut pairs = old.items().iter().zip(new.items());
        old.items().len() == new.items().len()
            && pairs.all(|(old, new)| old.count == new.count && self.diff.is_same_plan(&old.plan, &new.plan))
    }

    /// The sentences that say what the stay costs now and which basket is the cheapest.
    pub(super) fn sentences(&self) -> Result<Vec<String>, Error> {
        let messages = self.messages();
        let mut args = vec![("need", self.new.context.need_text())];
        for (name, side) in [("old", self.old), ("new", self.new)] {
            if let Some(offer) = side.offer {
                args.push((name, side.context.short_total(&offer.basket)?));
            }
        }
        let key = match (self.old.offer, self.new.offer, self.change()?) {
            (None, None, _) => "diff-total-none",
            (Some(_), None, _) => "diff-total-gone",
            (None, Some(_), _) => "diff-total-new",
            (.., None) => "diff-total-bound",
            (.., Some(change)) if change.difference().is_zero() => "diff-total-same",
            (.., Some(change)) => {
                args.push(("amount", messages.short_money(change.difference())));
                args.extend(change.percent().map(|percent| ("percent", messages.decimal(&percent))));
                match (change.is_lower(), change.percent()) {
                    (true, _) => "diff-total-lower",
                    (false, Some(_)) => "diff-total-higher",
                    (false, None) => "diff-total-from-zero",
                }
            }
        };
        let total = messages.tr_with(key, args);
        Ok([Some(total), self.winner_text()?].into_iter().flatten().collect())
    }

    /// The sentence that names the cheapest basket; `None` if nothing fits.
    fn winner_text(&self) -> Result<Option<String>, Error> {
        let mut args = Vec::new();
        for (name, side) in [("old", self.old), ("new", self.new)] {
            if let Some(offer) = side.offer {
                args.push((name, shopping_list(&offer.basket, &side.context)?));
            }
        }
        let key = match (self.old.offer, self.new.offer) {
            (None, None) => return Ok(None),
            (Some(_), None) => "diff-winner-gone",
            (None, Some(_)) => "diff-winner-new",
            (Some(_), Some(_)) if self.has_other_winner() => "diff-winner-other",
            (Some(_), Some(_)) => "diff-winner-same",
        };
        Ok(Some(self.messages().tr_with(key, args)))
    }

    /// What is said of the need itself.
    pub(super) fn remarks(&self) -> Vec<String> {
        let context = &self.new.context;
        context.margin_text().into_iter().chain(context.state_text()).collect()
    }

    /// The cells for scripts: the total and the basket, each with what it is, before, now, the difference and the percentage.
    pub(super) fn cells(&self) -> Result<Vec<[String; 5]>, Error> {
        let change = self.change()?;
        let mut totals = Vec::new();
        let mut baskets = Vec::new();
        for side in [self.old, self.new] {
            let total = side.offer.map(|offer| side.context.shown(offer.basket.total())).transpose()?;
            totals.push(total.map(Money::amount_text).unwrap_or_default());
            baskets.push(side.offer.map(|offer| machine_basket(&offer.basket)).unwrap_or_default());
        }
        let difference = change.map(AmountChange::difference_text).unwrap_or_default();
        let percent = change.and_then(AmountChange::percent_text).unwrap_or_default();
        Ok(vec![
            ["total".to_owned(), totals.remove(0), totals.remove(0), difference, percent],
            ["basket".to_owned(), baskets.remove(0), baskets.remove(0), String::new(), String::new()],
        ])
    }

    pub(super) fn form(&self) -> Result<TotalChangeForm<'a>, Error> {
        let context = &self.new.context;
        let change = self.change()?;
        let offers: Vec<&Offer> = [self.old.offer, self.new.offer].into_iter().flatten().collect();
        Ok(TotalChangeForm {
            today: context.request().today.into(),
            currency: context.currency().into(),
            need: need_form(context),
            rates: rate_forms(&offers, context),
            old: self.old.form()?,
            new: self.new.form()?,
            difference: change.map(|change| DecimalText::from_text(change.difference_text())),
            percent: change.and_then(AmountChange::percent_text).map(DecimalText::from_text),
            winner_changed: self.has_other_winner(),
        })
    }
}

impl<'a> Cheapest<'a> {
    fn form(&self) -> Result<Option<OfferForm<'a>>, Error> {
        self.offer.map(|offer| offer_form(offer, None, &self.context)).transpose()
    }
}

/// What a stay costs with both catalogues.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct TotalChangeForm<'a> {
    /// The day from which ages are counted.
    today: DateText,
    /// The currency in which totals are shown.
    currency: CurrencyText,
    need: NeedForm,
    /// The exchange rates behind the totals.
    rates: Vec<RateForm>,
    /// The cheapest offer of the old catalogue; `null` if nothing fits.
    old: Option<OfferForm<'a>>,
    /// That of the new one.
    new: Option<OfferForm<'a>>,
    /// By how much the total changes, negative if it is lower; `null` if nothing fits, or if a total is only a lower bound.
    difference: Option<DecimalText>,
    /// The same in per cent of the old total, rounded; `null` if that is 0.
    percent: Option<DecimalText>,
    /// Whether another basket is the cheapest now. A plan with a new id is the same plan.
    winner_changed: bool,
}

//! A basket: the purchases that serve a need, what they cost together, and which of two is better.

use super::figure::Error;
use super::money::{Currency, Money};
use super::need::{Need, ServedTime};
use super::plan::{Allowance, Confidence, DataPer, Plan, Scope};
use super::slug::Slug;
use super::time::VerifiedOn;
use super::volume::DataVolume;
use jiff::civil::Date;
use std::cmp::Ordering;
use std::sync::Arc;

/// A price older than this many days makes an offer stale.
pub const STALE_AFTER_DAYS: u64 = 180;

/// One plan of a basket, bought so many times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The plan.
    pub plan: Arc<Plan>,
    /// How often it is bought, above 0.
    pub count: u64,
    /// The price of one purchase in the shown currency; `None` is unknown.
    pub unit_price: Option<Money>,
    /// The setup fee in the shown currency, paid once.
    pub fee: Money,
    /// The time that one purchase serves.
    pub served_each: ServedTime,
}

impl Item {
    /// The price of all purchases of this item, without the fee; unknown where the price is.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn subtotal(&self) -> Result<Option<Money>, Error> {
        self.unit_price.map(|price| price.checked_mul(self.count)).transpose()
    }
}

/// The purchases that serve a need, with their sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basket {
    items: Vec<Item>,
    already: ServedTime,
    total: Money,
    complete: bool,
    purchases: u64,
    served: ServedTime,
}

/// Why a basket cannot be summed up.
#[derive(Clone, Debug)]
pub(super) enum Uncounted {
    /// Its total is more than can be counted, and so more than every total that can be.
    Total(Error),
    /// Its time or its number of purchases is.
    Time,
}

impl Basket {
    /// Sums up items: SIMs first, then what serves longest, then by id. What the user has `already` serves before
    /// all of them.
    ///
    /// # Errors
    /// `amount-too-large` or `time-too-large` where a sum does not fit.
    pub fn new(mut items: Vec<Item>, already: ServedTime, currency: Currency) -> Result<Self, Error> {
        items.sort_by(|a, b| {
            let sim_first = b.plan.is_sim().cmp(&a.plan.is_sim());
            sim_first.then(b.served_each.cmp(&a.served_each)).then_with(|| a.plan.id.cmp(&b.plan.id))
        });
        let (mut total, mut served, mut purchases) = (Money::zero(currency), already, 0_u64);
        for item in &items {
            total = total.checked_add(item.fee)?;
            if let Some(subtotal) = item.subtotal()? {
                total = total.checked_add(subtotal)?;
            }
            served = served.checked_add(item.served_each.checked_mul(item.count)?)?;
            purchases = purchases.checked_add(item.count).ok_or_else(|| Error::new("time-too-large"))?;
        }
        let complete = items.iter().all(|item| item.unit_price.is_some());
        Ok(Self { items, already, total, complete, purchases, served })
    }

    /// The same, or [`Uncounted`] if a sum does not fit.
    pub(super) fn counted(
        items: Vec<Item>,
        already: ServedTime,
        currency: Currency,
    ) -> Result<Self, Uncounted> {
        Self::new(items, already, currency).map_err(|error| {
            if error.code() == "amount-too-large" { Uncounted::Total(error) } else { Uncounted::Time }
        })
    }

    /// The items in the order in which they are first bought.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The price of everything in the shown currency; a lower bound unless [`complete`](Self::complete).
    pub fn total(&self) -> Money {
        self.total
    }

    /// Whether every price is known.
    pub fn complete(&self) -> bool {
        self.complete
    }

    /// How many purchases these are, the SIM among them.
    pub fn purchases(&self) -> u64 {
        self.purchases
    }

    /// The time that is served: what the user has already, then all purchases, one after another.
    pub fn served(&self) -> ServedTime {
        self.served
    }

    /// The time that the user has already, which serves first.
    pub fn already(&self) -> ServedTime {
        self.already
    }

    /// How many purchases that serve come after the first data: the first purchase of it, unless the user
    /// has some already.
    pub fn renewals(&self) -> u64 {
        let serving = self.items.iter().filter(|item| item.served_each > ServedTime::ZERO);
        serving
            .map(|item| item.count)
            .sum::<u64>()
            .saturating_sub(u64::from(self.already == ServedTime::ZERO))
    }

    /// The data for any use beyond the need, bought or `left` on the user's SIM; `None` if an allowance of such data
    /// is unlimited or unknown.
    pub fn spare_data(&self, need: &Need, left: Option<Allowance>) -> Option<DataVolume> {
        // In 24ths of a kB: a daily allowance counts by the hour, and only the sum is rounded.
        let mut data = match left {
            None => 0,
            Some(Allowance::Volume(volume)) => u128::from(volume.kb()) * 24,
            Some(Allowance::Unlimited) => return None,
        };
        for item in self.items.iter().filter(|item| item.plan.scope == Scope::General) {
            let each = match (item.plan.allowance?, item.plan.data_per, item.plan.validity) {
                (Allowance::Unlimited, ..) => return None,
                (Allowance::Volume(total), DataPer::Total, _) => u128::from(total.kb()) * 24,
                (Allowance::Volume(daily), DataPer::Day, validity) => {
                    u128::from(daily.kb()) * u128::from(validity?.hours())
                }
            };
            data = data.checked_add(each.checked_mul(u128::from(item.count))?)?;
        }
        let spare = (data / 24).saturating_sub(u128::from(need.data().kb()));
        u64::try_from(spare).ok().map(DataVolume::from_kb)
    }

    /// The item whose price was seen longest ago; one without a date is older than any.
    pub fn oldest(&self) -> Option<&Item> {
        self.items.iter().min_by_key(|item| item.plan.verified_on)
    }

    /// The day when the oldest price was seen; `None` where a price has no date.
    pub fn verified_on(&self) -> Option<VerifiedOn> {
        self.oldest()?.plan.verified_on
    }

    /// The lowest confidence of the items; `None` where one has none.
    pub fn confidence(&self) -> Option<Confidence> {
        self.items.iter().map(|item| item.plan.confidence).min().flatten()
    }

    /// Whether the oldest price is older than [`STALE_AFTER_DAYS`], or has no date at all.
    pub fn is_stale(&self, today: Date) -> bool {
        !self.items.is_empty() && self.verified_on().is_none_or(|date| date.age_on(today) > STALE_AFTER_DAYS)
    }

    /// The better basket is the lesser: total, then fewer purchases, then more time served, then plan ids.
    pub fn rank_cmp(&self, other: &Self) -> Ordering {
        let by_total = self.total.cmp(&other.total);
        let by_purchases = || self.purchases.cmp(&other.purchases);
        let by_time = || other.served.cmp(&self.served);
        by_total.then_with(by_purchases).then_with(by_time).then_with(|| self.ids_cmp(other))
    }

    /// Compares the ids of all purchases, each basket's in ascending order.
    fn ids_cmp(&self, other: &Self) -> Ordering {
        let (mut mine, mut theirs) = (self.ids(), other.ids());
        loop {
            match (mine.last_mut(), theirs.last_mut()) {
                (None, None) => return Ordering::Equal,
                (None, Some(_)) => return Ordering::Less,
                (Some(_), None) => return Ordering::Greater,
                (Some((a, _)), Some((b, _))) if a != b => return (*a).cmp(b),
                (Some((_, a)), Some((_, b))) => {
                    let both = (*a).min(*b);
                    (*a, *b) = (*a - both, *b - both);
                }
            }
            mine.pop_if(|(_, count)| *count == 0);
            theirs.pop_if(|(_, count)| *count == 0);
        }
    }

    /// Ids with their counts, the smallest id last.
    fn ids(&self) -> Vec<(&Slug, u64)> {
        let mut ids: Vec<_> = self.items.iter().map(|item| (&item.plan.id, item.count)).collect();
        ids.sort_by(|a, b| b.cmp(a));
        ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::{Audience, Kind};
    use crate::domain::time::{Stay, Validity};

    /// A purchase of some data: `5GB general`, `50MB/day general 30d`, `? social` if how much is unknown.
    fn item(text: &str, count: u64) -> Item {
        let mut words = text.split(' ');
        let (data, scope, validity) = (words.next().unwrap(), words.next().unwrap(), words.next());
        let (data, data_per) = match data.strip_suffix("/day") {
            Some(daily) => (daily, DataPer::Day),
            None => (data, DataPer::Total),
        };
        let plan = Plan {
            id: Slug::parse("pass").unwrap(),
            line: Slug::parse("line").unwrap(),
            operator: Slug::parse("operator").unwrap(),
            name: "Pass".into(),
            kind: Kind::Pass,
            price: None,
            setup_fee: None,
            allowance: (data != "?").then(|| Allowance::parse(data).unwrap()),
            data_per,
            validity: validity.map(|text| Validity::parse(text).unwrap()),
            minutes: None,
            sms: None,
            scope: Scope::parse(scope).unwrap(),
            network: None,
            buy: None,
            audience: Audience::Anyone,
            max_purchases: None,
            source: None,
            verified_on: None,
            confidence: None,
            note: None,
            extra: Vec::new(),
        };
        let fee = Money::zero(Currency::parse("MAD").unwrap());
        Item { plan: Arc::new(plan), count, unit_price: None, fee, served_each: ServedTime::ZERO }
    }

    /// The spare MB of these purchases, of what is left, for a need of 1 GB; `?` if there is no such number.
    #[track_caller]
    fn check(items: &[(&str, u64)], left: Option<&str>, expected_mb: &str) {
        let items = items.iter().map(|&(text, count)| item(text, count)).collect();
        let basket = Basket::new(items, ServedTime::ZERO, Currency::parse("MAD").unwrap()).unwrap();
        let need = Need::new(Stay::from_days(7).unwrap(), DataVolume::parse("1GB").unwrap(), 0).unwrap();
        let spare = basket.spare_data(&need, left.map(|text| Allowance::parse(text).unwrap()));
        assert_eq!(spare.map_or_else(|| "?".to_owned(), DataVolume::in_mb), expected_mb);
    }

    #[test]
    fn spare_data_is_what_is_beyond_the_need() {
        check(&[("5GB general", 1)], None, "4000");
        check(&[("600MB general", 2)], None, "200");
        check(&[("600MB general", 1)], None, "0");
        check(&[("600MB general", 1)], Some("1.2GB"), "800");
        check(&[("50MB/day general 30d", 1)], None, "500");
        check(&[("unlimited general", 1)], None, "?");
        check(&[("5GB general", 1)], Some("unlimited"), "?");
        check(&[("100001kB/day general 36h", 7)], None, "50.01");
        check(&[("? general", 1)], None, "?");
        check(&[("50MB/day general", 1)], None, "?");
    }

    #[test]
    fn data_for_some_uses_only_is_not_spare() {
        check(&[("2GB social", 1)], None, "0");
        check(&[("2GB social", 3)], Some("1.5GB"), "500");
        check(&[("5GB general", 1), ("2GB social", 1)], None, "4000");
        check(&[("5GB general", 1), ("1GB/day games 30d", 1)], None, "4000");
        check(&[("5GB general", 1), ("unlimited social", 1)], None, "4000");
        check(&[("unlimited social", 1)], None, "0");
        check(&[("5GB general", 1), ("? social", 1)], None, "4000");
        check(&[("unlimited general", 1), ("2GB social", 1)], None, "?");
    }
}

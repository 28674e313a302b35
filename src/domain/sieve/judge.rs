//! The verdict over one row by its terms alone, without its names and without a basket: a code and a few numbers.
//!
//! It is the verdict of [`Line::verdict`](crate::domain::line::Line::verdict), held against it by the tests; what is
//! said of a row that is shown comes from there.

use crate::domain::basket::Item;
use crate::domain::filters::{Ages, audience_code};
use crate::domain::line::{Begun, Line, Serving, Start, TooLittle, purchases};
use crate::domain::money::{Currency, Money};
use crate::domain::need::ServedTime;
use crate::domain::plan::{Allowance, DataPer, Kind};
use crate::domain::refusal::Code;
use crate::domain::request::Request;
use crate::domain::slug::Slug;
use crate::domain::terms::{Terms, Traits};
use crate::domain::volume::DataVolume;
use std::cmp::Reverse;

/// What one purchase of a plan costs and does, in the shown currency and for the need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    /// Minor units of one purchase.
    pub(super) price: u64,
    /// Minor units that are paid once.
    pub(super) fee: u64,
    /// What a purchase does.
    pub(super) serving: Serving,
    /// Whether it is a contract, which stands beside no other plan.
    is_contract: bool,
}

/// Where a plan may stand besides among the best offers alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// In baskets with other plans.
    Mixes,
    /// In the trade-off between purchases and total.
    TradeOff,
    /// Nowhere.
    Alone,
}

impl Figures {
    pub(super) fn use_in(&self, request: &Request) -> Use {
        match self.is_contract {
            false if self.serving.time > ServedTime::ZERO || self.serving.minutes > 0 => Use::Mixes,
            true if request.trade_off => Use::TradeOff,
            _ => Use::Alone,
        }
    }
}

/// The basket of one plan alone, as far as it ranks: the lesser is the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Alone {
    pub(super) total: u128,
    purchases: u64,
    served: Reverse<u128>,
}

/// What a row comes to by its own terms, before it is known what its line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Own {
    /// Out, whatever the line begins with.
    Out(Code),
    /// Its currency has no rate. A reason that comes of how often it is bought is told before.
    NoRate(Serving),
    /// It may stand in a basket.
    In(Figures),
    /// Its numbers are so large that sums may not fit: only the whole comparison can tell.
    Vast,
}

/// What plans with the same traits have in common under a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// The first reason that keeps all of them out.
    unwanted: Option<Code>,
    is_contract: bool,
    data_per: DataPer,
    shown: Shown,
    /// Minor units that are paid once, in the shown currency.
    fee: u64,
    limit: Option<u64>,
}

/// How prices of a currency are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    AsItIs,
    Converted(Currency),
    /// There is no rate.
    Not,
}

/// What a line begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Beginning {
    /// One of these.
    OneOf(Vec<Starter>),
    /// Nothing: its SIMs are out, for this reason first.
    Refused(Code),
}

/// A way to begin a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Starter {
    begun: Begun,
    price: u128,
    /// The SIM; `None` where none is bought.
    sim: Option<Slug>,
}

impl Starter {
    const NOTHING: Self =
        Self { begun: Begun { time: ServedTime::ZERO, minutes: 0, purchases: 0 }, price: 0, sim: None };

    /// The SIM that is bought.
    pub(super) fn sim(&self) -> Option<&Slug> {
        self.sim.as_ref()
    }

    /// What it costs, in minor units; nothing where that is not known.
    pub(super) fn price(&self) -> u128 {
        self.price
    }

    /// Whether sums with it surely fit.
    pub(super) fn is_countable(&self) -> bool {
        self.price < u128::from(MOST_MINOR)
    }

    /// Whether it serves nothing of the need: then it costs every basket of its line the same.
    pub(super) fn is_bare(&self) -> bool {
        self.begun.time == ServedTime::ZERO && self.begun.minutes == 0
    }
}

impl Beginning {
    /// Nothing has to be bought first.
    pub(super) fn nothing() -> Self {
        Self::OneOf(vec![Starter::NOTHING])
    }

    /// How a line with these SIMs begins.
    pub(super) fn of(line: &Line, request: &Request) -> Self {
        match line.starters(request) {
            Start::Refused(_, reasons) => {
                Self::Refused(reasons.first().map_or(Code::NotNeeded, |reason| reason.code))
            }
            Start::Incomputable(..) => Self::Refused(Code::TooLargeToSearch),
            Start::OneOf(starters) => {
                let starter = |item: &Option<Item>| {
                    item.as_ref().map_or(Starter::NOTHING, |item| Self::with(item, request))
                };
                Self::OneOf(starters.iter().map(starter).collect())
            }
        }
    }

    fn with(item: &Item, request: &Request) -> Starter {
        Starter {
            begun: Begun {
                time: item.served_each,
                minutes: request.need.minutes_of(&item.plan),
                purchases: 1,
            },
            price: item.unit_price.map_or(0, Money::minor),
            sim: Some(item.plan.id.clone()),
        }
    }
}

/// A request, made ready for many rows.
#[derive(Debug)]
pub(super) struct Judge<'r> {
    pub(super) request: &'r Request,
    ages: Ages,
    /// The time that is to be bought at the most.
    pub(super) target: ServedTime,
    /// Its bare number, where that is so short that products of it fit.
    pub(super) short_target: Option<u64>,
    /// What serves less needs too many purchases to be counted lightly.
    least_time: ServedTime,
    /// Whether any number of purchases at any total will do.
    unlimited: bool,
}

/// Prices and counts below these are counted without fear of an overflow.
const MOST_MINOR: u64 = 1 << 40;
const MOST_PURCHASES: u128 = 1 << 32;

impl<'r> Judge<'r> {
    pub(super) fn of(request: &'r Request) -> Self {
        let target = request.already().missing_to(request.need.target());
        Self {
            request,
            ages: request.filters.ages(request.today),
            target,
            short_target: u64::try_from(target.units()).ok(),
            least_time: ServedTime::from_units(target.units() / MOST_PURCHASES),
            unlimited: request.need.minutes() == 0
                && request.max_purchases.is_none()
                && request.max_total.is_none(),
        }
    }

    /// Whether a seller is left out.
    pub(super) fn excludes(&self, operator: &Slug, line: &Slug) -> bool {
        let filters = &self.request.filters;
        !filters.operators.admits(operator) || !filters.lines.admits(line)
    }

    /// What plans of these traits have in common under the request.
    pub(super) fn class(&self, traits: &Traits) -> Class {
        let (rates, to) = (&self.request.rates, self.request.currency);
        let shown = match traits.currency {
            Some(from) if from != to => {
                if rates.knows(from) && rates.knows(to) {
                    Shown::Converted(from)
                } else {
                    Shown::Not
                }
            }
            _ => Shown::AsItIs,
        };
        let fee = self.shown(traits.setup_fee.unwrap_or(0), shown).unwrap_or(0);
        Class {
            unwanted: self.unwanted(traits),
            is_contract: traits.kind == Kind::Contract,
            data_per: traits.data_per,
            shown,
            fee,
            limit: traits.max_purchases,
        }
    }

    /// The first reason of those that hold whatever the seller, the age and the need.
    fn unwanted(&self, traits: &Traits) -> Option<Code> {
        let filters = &self.request.filters;
        if !filters.kinds.admits(&traits.kind) {
            return Some(Code::KindExcluded);
        }
        if !traits.is_general {
            return Some(Code::ScopeNotGeneral);
        }
        audience_code(traits.audience, self.request.resident).or_else(|| {
            if filters.admits_network(traits.network) {
                (!filters.admits_confidence(traits.confidence)).then_some(Code::ConfidenceTooLow)
            } else {
                Some(Code::NetworkTooOld)
            }
        })
    }

    /// What a row that is no SIM comes to by its own terms.
    #[expect(clippy::inline_always, reason = "it is called for each row: its answer is long to hand over")]
    #[inline(always)]
    pub(super) fn own(&self, excluded: bool, class: &Class, terms: &Terms) -> Own {
        if excluded {
            return Own::Out(Code::OperatorExcluded);
        }
        if let Some(code) = class.unwanted {
            return Own::Out(code);
        }
        if !self.ages.admit(terms.verified_on) {
            return Own::Out(Code::PriceTooOld);
        }
        let Some(price) = terms.price else { return Own::Out(Code::PriceUnknown) };
        let time = match self.served(class.data_per, terms) {
            Ok(time) => time,
            Err(code) => return Own::Out(code),
        };
        let needed = self.request.need.minutes();
        let minutes = if needed == 0 { 0 } else { self.request.need.minutes_in(terms.minutes) };
        let serving = Serving { time, minutes, limit: class.limit };
        let Some(price) = self.shown(price, class.shown) else { return Own::NoRate(serving) };
        let many = time < self.least_time && time > ServedTime::ZERO
            || minutes > 0 && u128::from(needed / minutes) >= MOST_PURCHASES;
        if many || price.max(class.fee) >= MOST_MINOR {
            return Own::Vast;
        }
        Own::In(Figures { price, fee: class.fee, serving, is_contract: class.is_contract })
    }

    #[inline]
    fn served(&self, per: DataPer, terms: &Terms) -> Result<ServedTime, Code> {
        let allowance = terms.allowance.ok_or(Code::AllowanceUnknown)?;
        if allowance == Allowance::Volume(DataVolume::ZERO) {
            return Ok(ServedTime::ZERO);
        }
        let validity = terms.validity.ok_or(Code::ValidityUnknown)?;
        self.request.need.served_by(allowance, per, validity).ok_or(Code::DailyAllowanceTooSmall)
    }

    /// An amount in minor units of the shown currency, as large as can be where it does not fit; `None` without a rate.
    #[inline]
    fn shown(&self, minor: u64, shown: Shown) -> Option<u64> {
        match shown {
            Shown::AsItIs => Some(minor),
            Shown::Converted(from) => Some(self.converted(minor, from)),
            Shown::Not => None,
        }
    }

    fn converted(&self, minor: u64, from: Currency) -> u64 {
        let amount = Money::from_minor(minor.into(), from);
        let converted = amount.and_then(|amount| self.request.rates.convert(amount, self.request.currency));
        converted.ok().and_then(|amount| u64::try_from(amount.minor()).ok()).unwrap_or(u64::MAX)
    }

    /// Whether a plan is an offer alone, whatever its line begins with.
    pub(super) fn surely_offers(&self, figures: &Figures) -> bool {
        self.unlimited && figures.serving.limit.is_none() && figures.serving.time > ServedTime::ZERO
    }

    /// Whether a plan can be bought as often as any basket could want it.
    pub(super) fn is_unlimited(&self, serving: Serving) -> bool {
        let needed = |limit| {
            let for_time = if serving.time == ServedTime::ZERO {
                Some(0)
            } else {
                self.target.purchases_of(serving.time)
            };
            let minutes = self.request.need.minutes();
            let for_minutes = if serving.minutes == 0 { 0 } else { minutes.div_ceil(serving.minutes) };
            for_time.is_some_and(|for_time| for_time.max(for_minutes) <= limit)
        };
        serving.limit.is_none_or(needed)
    }

    /// The basket of a plan alone with the starter that suits it best, or why it is no offer.
    pub(super) fn alone(&self, figures: &Figures, starters: &[Starter]) -> Result<(Alone, usize), Code> {
        let mut best: Option<(Alone, usize)> = None;
        let mut refused = None;
        for (index, starter) in starters.iter().enumerate() {
            match purchases(figures.serving, starter.begun, self.request) {
                Err(too_little) => refused = refused.into_iter().chain([code(too_little)]).min(),
                Ok(count) => {
                    let alone = Alone {
                        total: u128::from(figures.price) * u128::from(count)
                            + u128::from(figures.fee)
                            + starter.price,
                        purchases: count + starter.begun.purchases,
                        served: Reverse(
                            figures.serving.time.units() * u128::from(count) + starter.begun.time.units(),
                        ),
                    };
                    if best.is_none_or(|(best, _)| alone < best) {
                        best = Some((alone, index));
                    }
                }
            }
        }
        let (alone, index) = best.ok_or(refused.unwrap_or(Code::PurchaseLimit))?;
        match self.request.max_total {
            Some(limit) if alone.total > limit.minor() => Err(Code::TooExpensive),
            _ => Ok((alone, index)),
        }
    }

    /// Why a plan without a rate is out: for how often it would have to be bought after some starter, else for the rate.
    pub(super) fn without_rate(&self, serving: Serving, starters: &[Starter]) -> Code {
        let refused = starters
            .iter()
            .filter_map(|starter| purchases(serving, starter.begun, self.request).err().map(code));
        refused.min().unwrap_or(Code::RateUnknown)
    }
}

fn code(too_little: TooLittle) -> Code {
    match too_little {
        TooLittle::Minutes => Code::TooFewMinutes,
        TooLittle::Purchases { .. } => Code::PurchaseLimit,
    }
}

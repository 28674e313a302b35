//! The request: the need, what the user asks of plans, what they have, and how money is shown.

use super::basket::Item;
use super::figure::Error;
use super::filters::{self, Filters, MaxAge};
use super::money::{Currency, Money};
use super::need::{Need, ServedTime};
use super::plan::{Allowance, DataPer, Plan};
use super::rates::Rates;
use super::refusal::{Change, Code, Reason};
use super::slug::Slug;
use super::time::{Stay, Validity};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Data and time left on a SIM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The SIM's line.
    pub line: Slug,
    /// The data.
    pub data: Allowance,
    /// How long it lasts.
    pub validity: Validity,
}

/// Everything that one question holds.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a wish of its own")]
pub struct Request {
    /// What has to be served.
    pub need: Need,
    /// Which plans may serve it.
    pub filters: Filters,
    /// Whether plans for residents are open to the user, and those for visitors closed.
    pub resident: bool,
    /// Lines of which the user has the SIM.
    pub have_sims: BTreeSet<Slug>,
    /// What is left on one of those SIMs; it serves first.
    pub left: Option<Left>,
    /// Whether baskets over two lines are wanted, too.
    pub two_lines: bool,
    /// Whether the trade-off between purchases and total is wanted.
    pub trade_off: bool,
    /// How many purchases a basket may hold, the SIM among them.
    pub max_purchases: Option<u64>,
    /// What an offer may cost, in the shown currency.
    pub max_total: Option<Money>,
    /// The currency that prices are shown in.
    pub currency: Currency,
    /// The rates that convert to it.
    pub rates: Rates,
    /// The day to which ages count.
    pub today: Date,
    /// Whether each refusal is to tell the smallest change that makes it an offer.
    pub explain: bool,
    /// How many steps the search for the cheapest basket of a line, or of two, may take.
    pub effort: u64,
    /// Whether a line that cannot be searched is the end; else the answer goes on without it.
    pub all_or_nothing: bool,
}

/// The steps of a search that somebody waits for: some 10 seconds of one core.
pub const EFFORT: u64 = 50_000_000;

impl Request {
    /// A request that asks nothing but that the need be served.
    pub fn new(need: Need, currency: Currency, rates: Rates, today: Date) -> Self {
        Self {
            need,
            filters: Filters::default(),
            resident: false,
            have_sims: BTreeSet::new(),
            left: None,
            two_lines: false,
            trade_off: false,
            max_purchases: None,
            max_total: None,
            currency,
            rates,
            today,
            explain: false,
            effort: EFFORT,
            all_or_nothing: false,
        }
    }

    /// The time that what is left on the user's SIM serves.
    pub fn already(&self) -> ServedTime {
        let served = |left: &Left| self.need.served_by(left.data, DataPer::Total, left.validity);
        self.left.as_ref().and_then(served).unwrap_or_default()
    }

    /// The data left on the user's SIM.
    pub fn data_left(&self) -> Option<Allowance> {
        self.left.as_ref().map(|left| left.data)
    }

    /// Whether what the user has is enough for the whole need: nothing is to be bought.
    pub fn needs_nothing(&self) -> bool {
        self.already() >= self.need.target() && self.need.minutes() == 0
    }

    /// Every reason that keeps a plan out whatever the need: seller, kind, use, audience, network, confidence, age.
    pub fn reasons_against<'p>(&'p self, plan: &'p Plan) -> impl Iterator<Item = Reason> + 'p {
        let checks: [fn(&Self, &Plan) -> Option<Reason>; 7] = [
            |request, plan| request.filters.seller(plan),
            |request, plan| request.filters.kind(plan),
            |_, plan| filters::scope(plan),
            |request, plan| filters::audience(plan, request.resident),
            // A bare SIM has no network of its own.
            |request, plan| request.filters.network(plan).filter(|_| !plan.is_sim() || plan.carries_data()),
            |request, plan| request.filters.confidence(plan),
            |request, plan| request.filters.age(plan, request.today),
        ];
        checks.into_iter().filter_map(move |check| check(self, plan))
    }

    /// Whether nothing keeps a plan out whatever the need.
    pub fn admits(&self, plan: &Plan) -> bool {
        self.reasons_against(plan).next().is_none()
    }

    /// Every reason that keeps a SIM from beginning a line. The user's kinds do not matter: a pass needs its SIM.
    pub fn reasons_against_sim<'p>(&'p self, sim: &'p Plan) -> impl Iterator<Item = Reason> + 'p {
        self.reasons_against(sim).filter(|reason| reason.code != Code::KindExcluded)
    }

    /// The item of so many purchases of a plan, its prices converted one by one.
    ///
    /// # Errors
    /// `rate-unknown` or `amount-too-large`.
    pub fn item(&self, plan: &Arc<Plan>, count: u64, served_each: ServedTime) -> Result<Item, Error> {
        let shown = |price: Option<Money>| price.map(|p| self.rates.convert(p, self.currency)).transpose();
        Ok(Item {
            plan: Arc::clone(plan),
            count,
            unit_price: shown(plan.price)?,
            fee: shown(plan.setup_fee)?.unwrap_or(Money::zero(self.currency)),
            served_each,
        })
    }

    /// The currency of a plan's price, where it cannot be shown for want of a rate.
    pub fn missing_rate(&self, plan: &Plan) -> Option<Currency> {
        let from = plan.price.or(plan.setup_fee)?.currency();
        if from == self.currency {
            return None;
        }
        [from, self.currency].into_iter().find(|&currency| !self.rates.knows(currency))
    }

    /// The same request with one change; `None` where the change leads to no sound request.
    #[must_use]
    pub fn with(&self, change: &Change) -> Option<Self> {
        let mut changed = Self { explain: false, trade_off: false, ..self.clone() };
        let (stay, data, minutes) = (self.need.stay(), self.need.data(), self.need.minutes());
        match change {
            Change::Resident => changed.resident = true,
            Change::Network(network) => changed.filters.network = Some(*network),
            Change::MinConfidence(confidence) => changed.filters.min_confidence = Some(*confidence),
            Change::MaxAge(days) => changed.filters.max_age = MaxAge::Days(*days),
            Change::Data(data) => changed.need = Need::new(stay, *data, minutes).ok()?,
            Change::Days(days) => {
                changed.need = Need::new(Stay::from_days(*days).ok()?, data, minutes).ok()?;
            }
            Change::Minutes(minutes) => changed.need = Need::new(stay, data, *minutes).ok()?,
            Change::MaxPurchases(count) => changed.max_purchases = Some(*count),
            Change::MaxTotal(total) => changed.max_total = Some(*total),
        }
        Some(changed)
    }
}

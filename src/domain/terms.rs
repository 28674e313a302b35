//! What decides whether a plan can win: everything of a row but its names and notes.

use super::money::{Currency, Money};
use super::plan::{Allowance, Audience, Confidence, DataPer, Kind, Network, Plan, Quantity, Scope};
use super::time::{Validity, VerifiedOn};

/// A price in minor units of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// The minor units; the most that there are here where they are more.
    pub minor: u64,
    /// The currency.
    pub currency: Currency,
}

impl From<Money> for Price {
    fn from(money: Money) -> Self {
        Self { minor: u64::try_from(money.minor()).unwrap_or(u64::MAX), currency: money.currency() }
    }
}

/// The terms of a plan. `None` is *unknown*, as in [`Plan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What is bought.
    pub kind: Kind,
    /// The price of one purchase.
    pub price: Option<Price>,
    /// Paid once when the plan is taken.
    pub setup_fee: Option<Price>,
    /// The data included.
    pub allowance: Option<Allowance>,
    /// For how long that is.
    pub data_per: DataPer,
    /// How long one purchase lasts.
    pub validity: Option<Validity>,
    /// Call minutes included.
    pub minutes: Option<Quantity>,
    /// Whether the data may be used for anything.
    pub is_general: bool,
    /// The best network generation.
    pub network: Option<Network>,
    /// Who may buy.
    pub audience: Audience,
    /// How often it may stand in one basket.
    pub max_purchases: Option<u64>,
    /// When the price was last seen.
    pub verified_on: Option<VerifiedOn>,
    /// How sure the row is.
    pub confidence: Option<Confidence>,
}

impl Terms {
    /// The terms of a plan.
    pub fn of(plan: &Plan) -> Self {
        Self {
            kind: plan.kind,
            price: plan.price.map(Price::from),
            setup_fee: plan.setup_fee.map(Price::from),
            allowance: plan.allowance,
            data_per: plan.data_per,
            validity: plan.validity,
            minutes: plan.minutes,
            is_general: plan.scope == Scope::General,
            network: plan.network,
            audience: plan.audience,
            max_purchases: plan.max_purchases,
            verified_on: plan.verified_on,
            confidence: plan.confidence,
        }
    }
}

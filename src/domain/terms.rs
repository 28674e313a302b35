//! What decides whether a plan can win: everything of a row but its names and notes.

use super::money::{Currency, Money};
use super::plan::{Allowance, Audience, Confidence, DataPer, Kind, Network, Plan, Quantity, Scope};
use super::time::{Validity, VerifiedOn};

/// What many plans of a catalogue have in common. Amounts are in minor units, the largest number where they are larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traits {
    /// What is bought.
    pub kind: Kind,
    /// The currency of the price, where that is known.
    pub currency: Option<Currency>,
    /// Paid once when the plan is taken.
    pub setup_fee: Option<u64>,
    /// For how long the data is.
    pub data_per: DataPer,
    /// Whether the data may be used for anything.
    pub is_general: bool,
    /// The best network generation.
    pub network: Option<Network>,
    /// Who may buy.
    pub audience: Audience,
    /// How often it may stand in one basket.
    pub max_purchases: Option<u64>,
    /// How sure the row is.
    pub confidence: Option<Confidence>,
}

impl Traits {
    /// The traits of a plan.
    pub fn of(plan: &Plan) -> Self {
        Self {
            kind: plan.kind,
            currency: plan.price.map(Money::currency),
            setup_fee: plan.setup_fee.map(minor),
            data_per: plan.data_per,
            is_general: plan.scope == Scope::General,
            network: plan.network,
            audience: plan.audience,
            max_purchases: plan.max_purchases,
            confidence: plan.confidence,
        }
    }
}

/// The terms that are a plan's own. `None` is *unknown*, as in [`Plan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The price of one purchase in minor units, the largest number where it is larger.
    pub price: Option<u64>,
    /// The data included.
    pub allowance: Option<Allowance>,
    /// How long one purchase lasts.
    pub validity: Option<Validity>,
    /// Call minutes included.
    pub minutes: Option<Quantity>,
    /// When the price was last seen.
    pub verified_on: Option<VerifiedOn>,
}

impl Terms {
    /// The terms of a plan.
    pub fn of(plan: &Plan) -> Self {
        Self {
            price: plan.price.map(minor),
            allowance: plan.allowance,
            validity: plan.validity,
            minutes: plan.minutes,
            verified_on: plan.verified_on,
        }
    }
}

fn minor(money: Money) -> u64 {
    u64::try_from(money.minor()).unwrap_or(u64::MAX)
}

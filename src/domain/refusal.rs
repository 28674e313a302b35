//! Why a plan is in no offer: a stable code, its figures, and the smallest change to the request that would put it into
//! one.

use super::change::Change;
use super::error::Figures;
use super::plan::Plan;
use super::slug::Slug;
use super::word::words;
use std::sync::Arc;

words! {
    /// The reasons. If several apply, the first in this order is reported.
    Code {
        /// The user excluded its operator or its line.
        OperatorExcluded = "operator-excluded",
        /// The user excluded its kind.
        KindExcluded = "kind-excluded",
        /// It does not come in the form that the user wants, or its form is unknown.
        FormExcluded = "form-excluded",
        /// It is not sold where the user wants to buy, or where it is sold is unknown.
        SoldExcluded = "sold-excluded",
        /// The user excluded unlimited plans.
        UnlimitedExcluded = "unlimited-excluded",
        /// Its data is only for some uses, such as social networks.
        ScopeNotGeneral = "scope-not-general",
        /// Only residents can buy it.
        NeedsContract = "needs-contract",
        /// Only visitors can buy it.
        VisitorsOnly = "visitors-only",
        /// Its network is older than the user accepts, or unknown.
        NetworkTooOld = "network-too-old",
        /// The confidence of its row is lower than the user accepts.
        ConfidenceTooLow = "confidence-too-low",
        /// Its price was last checked too long ago.
        PriceTooOld = "price-too-old",
        /// Its price is unknown.
        PriceUnknown = "price-unknown",
        /// Its currency has no rate.
        RateUnknown = "rate-unknown",
        /// Its data is unknown.
        AllowanceUnknown = "allowance-unknown",
        /// How long it lasts is unknown.
        ValidityUnknown = "validity-unknown",
        /// Its daily allowance is below the pace.
        DailyAllowanceTooSmall = "daily-allowance-too-small",
        /// The data of a contract does not last until its next bill.
        MonthlyAllowanceTooSmall = "monthly-allowance-too-small",
        /// It has too few minutes, however often it is bought.
        TooFewMinutes = "too-few-minutes",
        /// It would have to be bought more often than allowed, or no number of purchases is enough.
        PurchaseLimit = "purchase-limit",
        /// It costs more than the user wants to pay.
        TooExpensive = "too-expensive",
        /// The search of its line takes too many steps, or its total is too large to count.
        TooLargeToSearch = "too-large-to-search",
        /// It is a starter SIM, and no offer begins with it.
        SimOnly = "sim-only",
        /// The initial balance, or the SIM of its line, covers everything.
        NotNeeded = "not-needed",
    }
}

/// A plan that is in no offer, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The plan that is refused.
    pub plan: Arc<Plan>,
    /// The first reason in the order of [`Code`].
    pub code: Code,
    /// What is needed, and what the plan has.
    pub figures: Figures,
    /// The SIM that is the cause. `None` if the plan itself is.
    pub because_of: Option<Slug>,
    /// The smallest single change that puts the plan into an offer. `None` if no single change does.
    pub change: Option<Change>,
}

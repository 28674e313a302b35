//! Why a plan is no offer: a stable code, its figures, and the smallest change that would make it one.

use super::figure::{Error, Figure, Figures};
use super::money::Money;
use super::plan::{Confidence, Network, Plan};
use super::slug::Slug;
use super::volume::DataVolume;
use super::word::{Word, words};
use std::cmp::Ordering;
use std::sync::Arc;

words! {
    /// The reasons. Where several hold, the first of this order is given.
    Code {
        /// The user left out its operator or its line.
        OperatorExcluded = "operator-excluded",
        /// The user left out its kind.
        KindExcluded = "kind-excluded",
        /// Its data is only for some uses.
        ScopeNotGeneral = "scope-not-general",
        /// For residents only.
        NeedsContract = "needs-contract",
        /// For visitors only.
        VisitorsOnly = "visitors-only",
        /// Its network is older than asked, or unknown.
        NetworkTooOld = "network-too-old",
        /// The row is less sure than asked.
        ConfidenceTooLow = "confidence-too-low",
        /// Its price was seen too long ago.
        PriceTooOld = "price-too-old",
        /// Its price is unknown.
        PriceUnknown = "price-unknown",
        /// Its data is unknown.
        AllowanceUnknown = "allowance-unknown",
        /// How long it lasts is unknown.
        ValidityUnknown = "validity-unknown",
        /// Its daily allowance is below the pace.
        DailyAllowanceTooSmall = "daily-allowance-too-small",
        /// It never adds up to the minutes.
        TooFewMinutes = "too-few-minutes",
        /// It would have to be bought more often than allowed, or no number of purchases is enough.
        PurchaseLimit = "purchase-limit",
        /// It costs more than the user wants to pay.
        TooExpensive = "too-expensive",
        /// Its line, or its own sum, is too large to be searched or counted.
        TooLargeToSearch = "too-large-to-search",
        /// A starter SIM that stands in no offer: a pass is bought with it.
        SimOnly = "sim-only",
        /// Its currency has no rate.
        RateUnknown = "rate-unknown",
        /// What is left on the user's SIM is enough: nothing is to be bought.
        NotNeeded = "not-needed",
    }
}

/// One reason, with what was needed and what the plan has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The stable code.
    pub code: Code,
    /// What was needed, what the plan has.
    pub figures: Figures,
    /// The SIM that is the cause, where it is not the plan itself.
    pub because_of: Option<Slug>,
    /// The smallest change that undoes this one reason.
    pub change: Option<Change>,
}

impl Reason {
    /// A reason with its figures.
    pub fn new(code: Code, figures: Figures) -> Self {
        Self { code, figures, because_of: None, change: None }
    }

    /// The reason that something is too large, with the code of what it is as `cause`.
    pub(super) fn too_large(error: &Error) -> Self {
        let cause = ("cause", Figure::from(error.code()));
        Self::new(
            Code::TooLargeToSearch,
            [cause].into_iter().chain(error.figures().iter().cloned()).collect(),
        )
    }

    /// Which of two reasons is told: the one earlier in the order of [`Code`], else the one with the smaller
    /// change.
    pub fn told_before(&self, other: &Self) -> Ordering {
        let by_change = || match (&self.change, &other.change) {
            (Some(a), Some(b)) => a.size_cmp(b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        self.code.cmp(&other.code).then_with(by_change)
    }

    /// The same reason with the change that undoes it.
    #[must_use]
    pub fn changed_by(self, change: Option<Change>) -> Self {
        Self { change, ..self }
    }

    /// The same reason, caused by the line's SIM.
    #[must_use]
    pub fn because_of(self, sim: &Slug) -> Self {
        Self { because_of: Some(sim.clone()), ..self }
    }
}

/// One change to the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// To live there.
    Resident,
    /// To accept this network.
    Network(Network),
    /// To accept this confidence.
    MinConfidence(Confidence),
    /// To accept prices of this age in days.
    MaxAge(u64),
    /// To need only so much data.
    Data(DataVolume),
    /// To stay only so many days.
    Days(u64),
    /// To need only so many minutes.
    Minutes(u64),
    /// To allow so many purchases.
    MaxPurchases(u64),
    /// To pay up to so much.
    MaxTotal(Money),
}

impl Change {
    /// Which of two changes to the same option is the smaller one: it gives up less.
    pub fn size_cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Network(a), Self::Network(b)) => b.cmp(a),
            (Self::MinConfidence(a), Self::MinConfidence(b)) => b.cmp(a),
            (Self::Data(a), Self::Data(b)) => b.cmp(a),
            (Self::Days(a), Self::Days(b)) | (Self::Minutes(a), Self::Minutes(b)) => b.cmp(a),
            (Self::MaxAge(a), Self::MaxAge(b)) | (Self::MaxPurchases(a), Self::MaxPurchases(b)) => a.cmp(b),
            (Self::MaxTotal(a), Self::MaxTotal(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }
    }

    /// The option of the command line that makes the change, and its value.
    pub fn option(&self) -> (&'static str, Option<Figure>) {
        match self {
            Self::Resident => ("resident", None),
            Self::Network(network) => ("network", Some(network.word().into())),
            Self::MinConfidence(confidence) => ("min-confidence", Some(confidence.word().into())),
            Self::MaxAge(days) => ("max-age", Some((*days).into())),
            Self::Data(volume) => ("data", Some((*volume).into())),
            Self::Days(days) => ("days", Some((*days).into())),
            Self::Minutes(minutes) => ("minutes", Some((*minutes).into())),
            Self::MaxPurchases(count) => ("max-purchases", Some((*count).into())),
            Self::MaxTotal(total) => ("max-total", Some(total.amount_text().into())),
        }
    }
}

/// A plan that is no offer, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The first reason of the order of [`Code`]. Its change is there only where it was asked for and where it
    /// alone makes an offer of the plan.
    pub reason: Reason,
}

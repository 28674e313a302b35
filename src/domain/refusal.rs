//! Why a plan is in no offer: a stable code, its figures, and the smallest change to the request that would put it into
//! one.

use super::error::{Figure, Figures};
use super::money::Money;
use super::plan::{Confidence, Network, Plan};
use super::slug::Slug;
use super::volume::DataVolume;
use super::word::{Word, words};
use std::cmp::Ordering;
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

/// One change to the request. Each concedes something that the user asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// To be a resident, or not to be one.
    Resident(bool),
    /// To accept this network.
    Network(Network),
    /// To accept this confidence.
    MinConfidence(Confidence),
    /// To accept prices of this age in days.
    MaxAge(u64),
    /// To accept prices of any age.
    AnyAge,
    /// To need only this much data over the stay.
    Data(DataVolume),
    /// To need only this much data a day.
    PerDay(DataVolume),
    /// To stay only this many days.
    Days(u64),
    /// To need only this many minutes.
    Minutes(u64),
    /// To allow this many purchases.
    MaxPurchases(u64),
    /// To pay up to this total.
    MaxTotal(Money),
    /// To accept unlimited plans.
    Unlimited,
}

impl Change {
    /// Orders changes to the same option: the one that concedes less comes first.
    pub fn size_cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Network(a), Self::Network(b)) => b.cmp(a),
            (Self::MinConfidence(a), Self::MinConfidence(b)) => b.cmp(a),
            (Self::Data(a), Self::Data(b)) | (Self::PerDay(a), Self::PerDay(b)) => b.cmp(a),
            (Self::Days(a), Self::Days(b)) | (Self::Minutes(a), Self::Minutes(b)) => b.cmp(a),
            (Self::MaxAge(a), Self::MaxAge(b)) | (Self::MaxPurchases(a), Self::MaxPurchases(b)) => a.cmp(b),
            (Self::MaxAge(_), Self::AnyAge) => Ordering::Less,
            (Self::AnyAge, Self::MaxAge(_)) => Ordering::Greater,
            (Self::MaxTotal(a), Self::MaxTotal(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }
    }

    /// The option of the command line that makes the change, and its value.
    pub fn option(&self) -> (&'static str, Setting) {
        match self {
            Self::Resident(true) => ("resident", Setting::On),
            Self::Resident(false) => ("resident", Setting::Off),
            Self::Unlimited => ("no-unlimited", Setting::Off),
            Self::Network(network) => ("network", Setting::To(network.word().into())),
            Self::MinConfidence(confidence) => ("min-confidence", Setting::To(confidence.word().into())),
            Self::MaxAge(days) => ("max-age", Setting::To((*days).into())),
            Self::AnyAge => ("max-age", Setting::To("any".into())),
            Self::Data(volume) => ("data", Setting::To((*volume).into())),
            Self::PerDay(volume) => ("per-day", Setting::To((*volume).into())),
            Self::Days(days) => ("days", Setting::To((*days).into())),
            Self::Minutes(minutes) => ("minutes", Setting::To((*minutes).into())),
            Self::MaxPurchases(count) => ("max-purchases", Setting::To((*count).into())),
            Self::MaxTotal(total) => ("max-total", Setting::To(total.amount_text().into())),
        }
    }
}

/// How to set an option of the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// An option with this value.
    To(Figure),
    /// A switch that has to be present.
    On,
    /// A switch that has to be absent.
    Off,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::dirhams;

    /// Of two changes to the same option the first gives up less.
    #[track_caller]
    fn check_less(less: &Change, more: &Change) {
        assert_eq!((less.size_cmp(more), more.size_cmp(less)), (Ordering::Less, Ordering::Greater));
        assert_eq!(less.size_cmp(less), Ordering::Equal);
    }

    #[test]
    fn the_change_that_gives_up_less() {
        check_less(&Change::Network(Network::G5), &Change::Network(Network::G4));
        check_less(&Change::MinConfidence(Confidence::Medium), &Change::MinConfidence(Confidence::Low));
        let less = DataVolume::from_kb(9);
        let more = DataVolume::from_kb(8);
        check_less(&Change::Data(less), &Change::Data(more));
        check_less(&Change::PerDay(less), &Change::PerDay(more));
        check_less(&Change::Days(9), &Change::Days(8));
        check_less(&Change::Minutes(90), &Change::Minutes(80));
        check_less(&Change::MaxAge(400), &Change::MaxAge(500));
        check_less(&Change::MaxAge(500), &Change::AnyAge);
        check_less(&Change::MaxPurchases(3), &Change::MaxPurchases(4));
        check_less(&Change::MaxTotal(dirhams("20")), &Change::MaxTotal(dirhams("20.01")));
        assert_eq!(Change::AnyAge.size_cmp(&Change::AnyAge), Ordering::Equal);
        assert_eq!(Change::Unlimited.size_cmp(&Change::Days(8)), Ordering::Equal);
    }
}

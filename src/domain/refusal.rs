//! Why a plan is in no offer: a stable code, its figures, and the smallest change that would put it into one.

use super::error::{Figure, Figures};
use super::money::Money;
use super::plan::{Confidence, Network, Plan};
use super::slug::Slug;
use super::volume::DataVolume;
use super::word::{Word, words};
use std::cmp::Ordering;
use std::sync::Arc;

words! {
    /// The reasons. If several hold, the first of this order is given.
    Code {
        /// The user left out its operator or its line.
        OperatorExcluded = "operator-excluded",
        /// The user left out its kind.
        KindExcluded = "kind-excluded",
        /// It does not come in the form that the user wants, or that is unknown.
        FormExcluded = "form-excluded",
        /// It is not sold where the user wants to buy, or that is unknown.
        SoldExcluded = "sold-excluded",
        /// The user left out unlimited plans.
        UnlimitedExcluded = "unlimited-excluded",
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
        /// It never adds up to the minutes.
        TooFewMinutes = "too-few-minutes",
        /// It would have to be bought more often than allowed, or no number of purchases is enough.
        PurchaseLimit = "purchase-limit",
        /// It costs more than the user wants to pay.
        TooExpensive = "too-expensive",
        /// Its line, or its own sum, is too large to be searched or counted.
        TooLargeToSearch = "too-large-to-search",
        /// A starter SIM that is in no offer: a pass is bought with it.
        SimOnly = "sim-only",
        /// What is left, or the SIM of its line, covers everything.
        NotNeeded = "not-needed",
    }
}

/// One change to the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// To live there, or not to.
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
    /// Which of two changes to the same option gives up less.
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
        let to = |figure: Figure| Setting::To(figure);
        match self {
            Self::Resident(true) => ("resident", Setting::On),
            Self::Resident(false) => ("resident", Setting::Off),
            Self::Unlimited => ("no-unlimited", Setting::Off),
            Self::Network(network) => ("network", to(network.word().into())),
            Self::MinConfidence(confidence) => ("min-confidence", to(confidence.word().into())),
            Self::MaxAge(days) => ("max-age", to((*days).into())),
            Self::AnyAge => ("max-age", to("any".into())),
            Self::Data(volume) => ("data", to((*volume).into())),
            Self::PerDay(volume) => ("per-day", to((*volume).into())),
            Self::Days(days) => ("days", to((*days).into())),
            Self::Minutes(minutes) => ("minutes", to((*minutes).into())),
            Self::MaxPurchases(count) => ("max-purchases", to((*count).into())),
            Self::MaxTotal(total) => ("max-total", to(total.amount_text().into())),
        }
    }
}

/// How an option is to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// With this value.
    To(Figure),
    /// A switch: given.
    On,
    /// A switch: not given.
    Off,
}

/// A plan that is in no offer, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The first reason of the order of [`Code`].
    pub code: Code,
    /// What was needed, what the plan has.
    pub figures: Figures,
    /// The SIM that is the cause, if it is not the plan itself.
    pub because_of: Option<Slug>,
    /// The smallest change that alone puts the plan into an offer.
    pub change: Option<Change>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::currency;

    /// Of two changes to the same option the first gives up less.
    #[track_caller]
    fn check_less(less: &Change, more: &Change) {
        assert_eq!((less.size_cmp(more), more.size_cmp(less)), (Ordering::Less, Ordering::Greater));
        assert_eq!(less.size_cmp(less), Ordering::Equal);
    }

    #[test]
    fn the_change_that_gives_up_less() {
        let gb = |count: u64| DataVolume::from_kb(1_000_000 * count);
        let money = |text: &str| Money::parse(text, currency("MAD")).unwrap();
        check_less(&Change::Network(Network::G5), &Change::Network(Network::G4));
        check_less(&Change::MinConfidence(Confidence::Medium), &Change::MinConfidence(Confidence::Low));
        check_less(&Change::Data(gb(9)), &Change::Data(gb(8)));
        check_less(&Change::PerDay(gb(2)), &Change::PerDay(gb(1)));
        check_less(&Change::Days(9), &Change::Days(8));
        check_less(&Change::Minutes(90), &Change::Minutes(80));
        check_less(&Change::MaxAge(400), &Change::MaxAge(500));
        check_less(&Change::MaxAge(500), &Change::AnyAge);
        check_less(&Change::MaxPurchases(3), &Change::MaxPurchases(4));
        check_less(&Change::MaxTotal(money("20")), &Change::MaxTotal(money("20.01")));
        assert_eq!(Change::AnyAge.size_cmp(&Change::AnyAge), Ordering::Equal);
        assert_eq!(Change::Unlimited.size_cmp(&Change::Days(8)), Ordering::Equal);
    }
}

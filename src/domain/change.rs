//! One change to a request: the option of the command line that makes it, and the request after it.

use super::error::Figure;
use super::filters::MaxAge;
use super::money::Money;
use super::need::Need;
use super::plan::{Confidence, Form, Network};
use super::request::{Question, Request};
use super::time::Stay;
use super::volume::DataVolume;
use super::word::Word;
use std::cmp::Ordering;

/// One change to the request. Each concedes something that the user asked for, or uses more than one line.
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
    /// To accept only what comes in this form.
    Form(Form),
    /// To accept any form.
    AnyForm,
    /// To accept any network, even an unknown one.
    AnyNetwork,
    /// To use two lines.
    TwoLines,
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
            Self::Form(form) => ("form", Setting::To(form.word().into())),
            Self::AnyForm => ("form", Setting::Off),
            Self::AnyNetwork => ("network", Setting::Off),
            Self::TwoLines => ("sims", Setting::To(2_u64.into())),
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

/// How the user stated the data of the need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataWords {
    /// As the data over the whole stay.
    Total,
    /// As the data of each day.
    PerDay,
}

/// Applies one change to a request and its question. `None` if the changed need is not valid.
pub fn changed(
    request: &Request,
    question: &Question,
    change: &Change,
    words: DataWords,
) -> Option<(Request, Question)> {
    let mut request = request.clone();
    let mut question = question.clone();
    let need = question.asked();
    match change {
        Change::Resident(resident) => request.filters.resident = *resident,
        Change::Unlimited => request.filters.no_unlimited = false,
        Change::Network(network) => request.filters.network = Some(*network),
        Change::MinConfidence(confidence) => request.filters.min_confidence = Some(*confidence),
        Change::MaxAge(days) => request.filters.max_age = MaxAge::Days(*days),
        Change::AnyAge => request.filters.max_age = MaxAge::Any,
        Change::Data(data) => {
            question = with_need(&question, Need::new(need.stay(), *data, need.minutes()).ok())?;
        }
        Change::PerDay(daily) => {
            question = with_need(&question, Need::per_day(need.stay(), *daily, need.minutes()).ok())?;
        }
        Change::Days(days) => question = with_need(&question, with_days(&need, *days, words))?,
        Change::Minutes(minutes) => {
            question = with_need(&question, Need::new(need.stay(), need.data(), *minutes).ok())?;
        }
        Change::MaxPurchases(count) => question.max_purchases = Some(*count),
        Change::MaxTotal(total) => question.max_total = Some(*total),
        Change::Form(form) => request.filters.form = Some(*form),
        Change::AnyForm => request.filters.form = None,
        Change::AnyNetwork => request.filters.network = None,
        Change::TwoLines => question.two_lines = true,
    }
    Some((request, question))
}

/// The question with another need. `None` if the need is not valid.
pub(super) fn with_need(question: &Question, asked: Option<Need>) -> Option<Question> {
    question.with_asked(asked?).ok()
}

/// The need over another number of days, with the same data over the stay or the same data a day, as the user stated
/// it.
pub(super) fn with_days(need: &Need, days: u64, words: DataWords) -> Option<Need> {
    let stay = Stay::from_days(days).ok()?;
    let data = match words {
        DataWords::Total => need.data(),
        DataWords::PerDay => {
            let daily = need.data().kb() / u64::from(need.stay().days());
            DataVolume::from_kb(daily.checked_mul(days)?)
        }
    };
    Need::new(stay, data, need.minutes()).ok()
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

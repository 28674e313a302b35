//! What a line costs at least, whatever the need: most lines are not searched for a need because another one costs less
//! than this.

use super::coverage::{Cover, Terms};
use super::need::{Need, Span};
use super::prepared::PreparedPlan;
use super::solver::ratio;
use super::volume::DataVolume;

/// The best prices of a line's plans, each of its own plan.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Floor {
    /// The least price for validity, and the hours of that.
    validity: Option<(u128, u64)>,
    /// The least price for data, and how much of it.
    data: Option<(u128, DataVolume)>,
    /// The least price for call minutes, and how many.
    minutes: Option<(u128, u64)>,
}

impl Floor {
    /// The floor of some plans, SIMs not among them.
    pub fn of<'p>(plans: impl Iterator<Item = &'p PreparedPlan> + Clone) -> Self {
        let open = plans.filter(|plan| plan.refused.is_none());
        let priced = open.filter_map(|plan| Some((plan.price?.units(), &plan.terms)));
        Self {
            validity: best(priced.clone(), |terms| terms.hours(), u128::from),
            data: best(priced.clone(), Terms::most_data, |volume| volume.kb().into()),
            minutes: best(priced, Terms::most_minutes, u128::from),
        }
    }

    /// What covers this costs no less: at no time more than one validity runs for the data, or for the calls, and nothing
    /// lasts longer than its data and its minutes do.
    pub fn price_of(&self, need: &Need, missing: Cover) -> u128 {
        let least = |missing: Span, best: Option<(u128, Span)>| {
            best.map_or(0, |(price, each)| ratio::at_least(missing.units(), (price, each.units())))
        };
        let validity = self.validity.map(|(price, hours)| (price, need.hours(hours)));
        let data = self.data.map(|(price, volume)| (price, need.data_lasts(volume)));
        let minutes = self.minutes.map(|(price, minutes)| (price, need.minutes_last(minutes)));
        let of_data = least(missing.data, validity).max(least(missing.data, data));
        of_data.max(least(missing.calls, validity)).max(least(missing.calls, minutes))
    }
}

/// The least price for what a plan has most of, and how much that is.
fn best<'p, T: Copy>(
    plans: impl Iterator<Item = (u128, &'p Terms)>,
    most: impl Fn(&Terms) -> Option<T>,
    number: impl Fn(T) -> u128,
) -> Option<(u128, T)> {
    let rates = plans.filter_map(|(price, terms)| Some((price, most(terms)?)));
    let rates = rates.filter(|(_, each)| number(*each) > 0);
    rates.reduce(|best, rate| {
        let fraction = |(price, each): (u128, T)| (price, number(each));
        if ratio::compare(fraction(rate), fraction(best)).is_lt() { rate } else { best }
    })
}

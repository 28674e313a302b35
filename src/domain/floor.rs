//! A lower bound for the cost of a line. Most lines need no search because another line costs less than this bound.

use super::coverage::Cover;
use super::need::Need;
use super::prepared::PreparedPlan;
use super::solver::{Choice, Prices};
use super::volume::DataVolume;

/// What each plan of a line costs and holds at most, whatever the need. Plans that hold no more than another one and
/// cost no less are left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Floor {
    purchases: Vec<Most>,
}

/// What one purchase costs, and the most that it can cover: nothing if that is unknown, the largest number if it is
/// unlimited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Most {
    price: u128,
    hours: u64,
    data: DataVolume,
    minutes: u64,
}

impl Floor {
    /// The floor of the plans of a line without its SIMs.
    pub fn new<'p>(plans: impl Iterator<Item = &'p PreparedPlan>) -> Self {
        let mut purchases: Vec<Most> = Vec::new();
        for most in plans.filter_map(Most::new) {
            if !purchases.iter().any(|other| other.does(&most)) {
                purchases.retain(|other| !most.does(other));
                purchases.push(most);
            }
        }
        Self { purchases }
    }

    /// A lower bound for the price of covering what is missing. `None` if no plan covers it.
    pub fn price_of(&self, need: &Need, missing: Cover) -> Option<u128> {
        let choices = self.purchases.iter().map(|most| {
            let validity = need.hours(most.hours);
            Choice {
                plan: 0,
                price: most.price,
                time: missing.data.min(need.data_lasts(most.data)).min(validity).units(),
                calls: missing.calls.min(need.minutes_last(most.minutes)).min(validity).units(),
                is_shared: false,
                limit: None,
            }
        });
        let time = missing.data.units();
        let calls = missing.calls.units();
        Prices::new(choices, time, calls).least(time, calls)
    }
}

impl Most {
    fn new(plan: &PreparedPlan) -> Option<Self> {
        let price = plan.price.filter(|_| plan.refused.is_none())?;
        let terms = &plan.terms;
        Some(Self {
            price: price.units(),
            hours: terms.hours()?,
            data: terms.most_data().unwrap_or(DataVolume::ZERO),
            minutes: terms.most_minutes().unwrap_or(0),
        })
    }

    /// Whether this purchase holds at least as much and costs no more.
    fn does(&self, other: &Self) -> bool {
        self.price <= other.price
            && self.hours >= other.hours
            && self.data >= other.data
            && self.minutes >= other.minutes
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::line::Asked;
    use crate::domain::rates::Exact;
    use crate::domain::testing::{dirhams, prepared, question, request};

    /// Checks the lower bound of a line of these plans, in the base currency; `None` if nothing of it covers the need.
    #[track_caller]
    fn check(plans: &[&str], need: &str, expected: Option<&str>) {
        let catalogue = prepared(plans, request());
        let asked = question(need);
        let floor = Asked::new(&catalogue, &asked).floor(&catalogue.lines()[0]);
        let expected = expected.map(|amount| catalogue.exchange().exact(dirhams(amount)).unwrap());
        assert_eq!(floor.map(Exact::units), expected.map(Exact::units), "{plans:?} {need}");
    }

    #[test]
    fn each_plan_covers_as_long_as_its_validity_and_its_data_last() {
        check(&["a pass 10 10GB 20d"], "30d 20GB", Some("20"));
        check(&["a pass 10 10GB 10d"], "30d 20GB", Some("30"));
        // 16 GB of 20 last 24 days of 30: one purchase and a quarter.
        check(&["a pass 10 16GB 30d"], "30d 20GB", Some("12.50"));
        check(&["a pass 10 unlimited 15d"], "30d 20GB", Some("20"));
        check(&["a pass 10 1GB/day 15d"], "30d 20GB", Some("20"));
        // The first is the best for its validity, the second for its data, the third for both together.
        check(&["a pass 9 1GB 90d", "b pass 9 90GB 1d", "c pass 9 10GB 15d"], "30d 20GB", Some("18"));
        // Time beyond the stay is worth nothing.
        check(&["a pass 10 90GB 90d"], "30d 20GB", Some("10"));
    }

    #[test]
    fn calls_cost_something_too() {
        check(&["a pass 10 0MB 30d 50min"], "30d 100min", Some("20"));
        check(&["a pass 10 0MB 15d anyminutes"], "30d 100min", Some("20"));
        check(&["a pass 10 20GB 30d", "b pass 10 0MB 30d 50min"], "30d 20GB 100min", Some("30"));
        check(&["a pass 10 20GB 30d"], "30d 20GB 100min", None);
    }

    #[test]
    fn a_sim_comes_first() {
        check(&["s sim 5", "a pass 10 10GB 30d"], "30d 20GB", Some("25"));
        // The price of the cheaper SIM, and the time of the SIM that covers more.
        check(&["s sim 5", "t sim 9 10GB 15d", "a pass 10 10GB 30d"], "30d 20GB", Some("15"));
        check(&["s sim 5 20GB 30d"], "30d 20GB", Some("5"));
        check(&["s sim 5 TND", "a pass 10 10GB 30d"], "30d 20GB", None);
    }

    /// How many of two plans are looked at, whichever comes first.
    #[track_caller]
    fn check_kept(own: &str, other: &str, expected: usize) {
        for ids in [["a", "b"], ["b", "a"]] {
            let plans = [format!("{} pass {own}", ids[0]), format!("{} pass {other}", ids[1])];
            let catalogue = prepared(&[&plans[0], &plans[1]], request());
            assert_eq!(catalogue.lines()[0].floor.purchases.len(), expected, "{plans:?}");
        }
    }

    #[test]
    fn what_holds_no_more_and_costs_no_less_is_not_looked_at() {
        let own = "10 10GB 30d 50min";
        check_kept(own, own, 1);
        for worse in ["11 10GB 30d 50min", "10 9GB 30d 50min", "10 10GB 29d 50min", "10 10GB 30d 49min"] {
            check_kept(own, worse, 1);
        }
        for better in ["9 9GB 29d 49min", "11 11GB 29d 49min", "11 9GB 31d 49min", "11 9GB 29d 51min"] {
            check_kept(own, better, 2);
        }
    }

    #[test]
    fn what_is_refused_or_unknown_covers_nothing() {
        check(&["a pass ? 10GB 30d", "b pass 10 10GB 30d social"], "30d 20GB", None);
        check(&["a pass 10 30d", "b pass 10 10GB"], "30d 20GB", None);
        check(&["c contract 50 20GB 30d fee:?"], "30d 20GB", Some("50"));
    }
}

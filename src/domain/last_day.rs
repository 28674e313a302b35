//! What the last day of a stay costs: a stay that is a day or two shorter can do with a purchase less.

use super::basket::Basket;
use super::comparison::{Offer, best};
use super::need::Need;
use super::prepared::PreparedCatalogue;
use super::request::Question;
use super::time::Stay;
use super::volume::DataVolume;

/// How many days shorter a stay may be to be worth a remark.
const MOST_DAYS: u32 = 2;

/// How many steps the search for the shorter stay may take. A remark is not worth a long wait.
const EFFORT: u64 = 4_000_000;

/// A shorter stay that costs less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDay {
    /// How many days it has.
    pub days: u32,
    /// The best offer for it.
    pub offer: Offer,
}

/// The longest of the stays that are up to two days shorter, at the same pace, and save a purchase of the `first` offer
/// for the whole stay and at least twice the average cost of those days. `None` if there is no such stay, if a total
/// is not fully known, or if a search is too large.
pub fn last_day(prepared: &PreparedCatalogue, question: &Question, first: &Offer) -> Option<LastDay> {
    (1..=MOST_DAYS).find_map(|less| {
        let days = question.need.stay().days().checked_sub(less)?;
        let offer = best(prepared, &shorter(question, days)?, 1).ok()?.into_iter().next()?;
        saves_enough(&offer.basket, &first.basket, less, question).then_some(LastDay { days, offer })
    })
}

/// Whether a basket for a stay that is `less` days shorter is worth a remark.
fn saves_enough(shorter: &Basket, whole: &Basket, less: u32, question: &Question) -> bool {
    let total = whole.total().units();
    let saved = total.saturating_sub(shorter.total().units());
    let average_twice = total.checked_mul(2 * u128::from(less));
    shorter.is_complete()
        && whole.is_complete()
        && shorter.purchases() < whole.purchases()
        && saved > 0
        && average_twice
            .is_some_and(|twice| saved.saturating_mul(question.need.stay().days().into()) >= twice)
}

/// The question for a shorter stay at the same pace. `None` for a stay without days.
fn shorter(question: &Question, days: u32) -> Option<Question> {
    let asked = question.asked();
    let stay = Stay::from_days(days.into()).ok()?;
    let data = DataVolume::from_kb(part_in(days, asked.data().kb(), asked.stay())?);
    let minutes = part_in(days, asked.minutes(), asked.stay())?;
    let shorter = question.with_asked(Need::new(stay, data, minutes).ok()?).ok()?;
    Some(Question { effort: EFFORT.min(question.effort), ..shorter })
}

/// What some days take of what the whole stay takes, rounded up.
fn part_in(days: u32, whole: u64, stay: Stay) -> Option<u64> {
    let part = (u128::from(whole) * u128::from(days)).div_ceil(u128::from(stay.days()));
    u64::try_from(part).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::comparison::compare;
    use crate::domain::testing::{prepared, question, request, short, with_initial, within};

    /// Checks the shorter stay, such as `30: a:1 = 70.00 MAD`.
    #[track_caller]
    fn check(plans: &[&str], question: &Question, expected: Option<&str>) {
        let catalogue = prepared(plans, request());
        let comparison = compare(&catalogue, question);
        let found = last_day(&catalogue, question, &comparison.offers[0]);
        let shown = found.map(|last| format!("{}: {}", last.days, short(&last.offer, &catalogue)));
        assert_eq!(shown.as_deref(), expected);
    }

    const MONTHS: [&str; 2] = ["a pass 70 unlimited 30d", "b pass 50 1GB 7d"];

    #[test]
    fn a_day_that_takes_a_purchase_of_its_own() {
        check(&MONTHS, &question("31d 20GB"), Some("30: a:1 = 70.00 MAD"));
        check(&MONTHS, &question("32d 20GB"), Some("30: a:1 = 70.00 MAD"));
        check(&MONTHS, &question("33d 20GB"), None);
        check(&MONTHS, &question("30d 20GB"), None);
        check(&MONTHS, &question("1d 100MB"), None);
    }

    #[test]
    fn the_pace_stays_the_same() {
        // 10 GB in 5 days are 8 GB in 4 days, of which 2 GB a day are covered.
        let passes = ["a pass 10 8GB 30d", "b pass 30 3GB 30d"];
        check(&passes, &question("5d 10GB"), Some("4: a:1 = 10.00 MAD"));
        // 8000001 kB in 4 days: the volume is rounded up.
        let dear = ["a pass 10 8GB 30d max1", "b pass 90 3GB 30d"];
        check(&dear, &question("5d 10000001kB"), Some("3: a:1 = 10.00 MAD"));
        check(&["a pass 10 40min 30d"], &question("5d 50min"), Some("4: a:1 = 10.00 MAD"));
    }

    #[test]
    fn days_that_cost_as_much_as_others_say_nothing() {
        // 10 of 30 for 1 of 3 days is the average, and 60 of 120 for 1 of 4 days is twice the average.
        check(&["a pass 10 unlimited 1d"], &question("3d 1GB"), None);
        check(
            &["a pass 60 unlimited 3d", "b pass 60 unlimited 1d"],
            &question("4d 1GB"),
            Some("3: a:1 = 60.00 MAD"),
        );
        check(&["a pass 61 unlimited 3d", "b pass 59 unlimited 1d"], &question("4d 1GB"), None);
    }

    #[test]
    fn limits_and_what_is_left_still_count() {
        check(&MONTHS, &with_initial("31d 20GB", "m unlimited 1d"), None);
        check(&MONTHS, &with_initial("32d 20GB", "m unlimited 1d"), Some("31: a:1 = 70.00 MAD"));
        check(&MONTHS, &within("31d 20GB", "140"), Some("30: a:1 = 70.00 MAD"));
        // With a margin of 10% the 4 days need 8.8 GB.
        let mut with_margin = question("5d 10GB");
        with_margin.before_margin = Some((with_margin.need, 10));
        let asked = with_margin.asked();
        check(&["a pass 10 8800MB 30d"], &with_margin.with_asked(asked).unwrap(), Some("4: a:1 = 10.00 MAD"));
    }

    #[test]
    fn a_total_that_is_not_fully_known_says_nothing() {
        check(&["s sim ?", "a pass 70 unlimited 30d"], &question("31d 20GB"), None);
    }
}

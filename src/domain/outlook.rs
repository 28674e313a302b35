//! What to do on the first day of a stay, and when to look again.

use super::need::Need;
use super::plan::{Allowance, DataPer};
use super::request::Question;
use super::schedule::{Purchase, Schedule, Why};
use super::word::words;

words! {
    /// What to do on the first day.
    Action {
        /// Something has to be bought.
        Buy = "buy",
        /// What is there lasts for now; something has to be bought later.
        Wait = "wait",
        /// What is there lasts for the whole stay.
        Nothing = "nothing",
    }
}

/// A schedule as seen on its first day.
#[derive(Clone, Copy, Debug)]
pub struct Outlook<'s> {
    /// What to do today.
    pub action: Action,
    /// The purchases of today, in their order.
    pub today: &'s [Purchase<'s>],
    /// The purchases after today, in their order.
    pub later: &'s [Purchase<'s>],
    /// In how many days to look again, from 1; `None` if there is nothing to look after.
    pub look_again: Option<u64>,
    /// Whether the data that is there ends today, before the day is over.
    pub ends_today: bool,
}

impl<'s> Outlook<'s> {
    /// The outlook of a schedule for a question.
    pub fn new(schedule: &'s Schedule<'s>, question: &Question) -> Self {
        let need = &question.need;
        // Purchases that are not needed come last.
        let needed = schedule.purchases.iter().take_while(|purchase| purchase.is_needed).count();
        let purchases = &schedule.purchases[..needed];
        let count = purchases.iter().take_while(|purchase| need.whole_days(purchase.starts) == 0).count();
        let (today, later) = purchases.split_at(count);
        Self {
            action: match (today, later) {
                ([], []) => Action::Nothing,
                ([], _) => Action::Wait,
                _ => Action::Buy,
            },
            today,
            later,
            look_again: look_again(today, later, question),
            ends_today: !schedule.initial.is_zero() && need.whole_days(schedule.initial) == 0,
        }
    }

    /// The purchases to make next, all on one day: those of today, else those of the first day with one.
    pub fn next(&self, need: &Need) -> &'s [Purchase<'s>] {
        if !self.today.is_empty() {
            return self.today;
        }
        let day = self.later.first().map(|purchase| need.whole_days(purchase.starts));
        let same = |purchase: &&Purchase<'_>| Some(need.whole_days(purchase.starts)) == day;
        &self.later[..self.later.iter().take_while(same).count()]
    }

    /// In how many days something is bought after today; `None` if nothing is.
    pub fn next_day(&self, need: &Need) -> Option<u64> {
        self.later.first().map(|purchase| need.whole_days(purchase.starts))
    }
}

/// In how many days to look again: on the day of the next purchase or, if only an estimate says when that is, half-way.
///
/// The pace is what the user expects to use. Who uses up to twice as much still has data half-way, sees it then, and
/// buys in time; a validity ends on its day whatever is used. When the day is close, looking twice is not worth it.
fn look_again(today: &[Purchase<'_>], later: &[Purchase<'_>], question: &Question) -> Option<u64> {
    const CLOSE: u64 = 4;
    let need = &question.need;
    let next = later.first().map(|purchase| need.whole_days(purchase.starts));
    let is_estimate = match later.first() {
        Some(purchase) => purchase.why != Why::ValidityOver,
        None => has_volume(today, question),
    };
    let ends = next.unwrap_or_else(|| need.stay().days().into());
    if is_estimate && ends >= CLOSE { Some(ends / 2) } else { next }
}

/// Whether the data in use is a volume that can be used up before its time. What is given anew each day cannot.
fn has_volume(today: &[Purchase<'_>], question: &Question) -> bool {
    if today.is_empty() {
        let initial = question.initial.as_ref();
        return initial.is_some_and(|initial| initial.data != Allowance::Unlimited);
    }
    today.iter().map(|purchase| &purchase.item.plan).any(|plan| {
        plan.carries_data() && plan.data_per == DataPer::Total && plan.allowance != Some(Allowance::Unlimited)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::comparison::compare;
    use crate::domain::testing::{prepared, question, request, with_initial};
    use crate::domain::word::Word;

    /// An outlook in short notation: what to do, the purchases of today, the days of later ones, when to look again.
    fn short(plan: &str, asked: &Question) -> String {
        let catalogue = prepared(&[plan], request());
        let comparison = compare(&catalogue, asked);
        let basket = &comparison.offers[0].basket;
        let schedule = Schedule::new(basket, &asked.need, asked.initial.as_ref()).unwrap();
        let outlook = Outlook::new(&schedule, asked);
        let days = outlook.later.iter().map(|purchase| asked.need.whole_days(purchase.starts).to_string());
        let days = days.collect::<Vec<_>>().join(" ");
        let look = outlook.look_again.map_or("never".to_owned(), |days| days.to_string());
        let ends = if outlook.ends_today { ", ends today" } else { "" };
        format!("{} {}, later [{days}], look {look}{ends}", outlook.action.word(), outlook.today.len())
    }

    /// Checks the outlook for 10 days at 500 MB a day.
    #[track_caller]
    fn check(plan: &str, initial: &str, expected: &str) {
        let asked = if initial.is_empty() { question("10d 5GB") } else { with_initial("10d 5GB", initial) };
        assert_eq!(short(plan, &asked), expected, "{plan}, {initial}");
    }

    /// A pass of which one lasts 2 days.
    const SMALL: &str = "a pass 10 1GB 7d";

    #[test]
    fn what_is_left_decides_about_today() {
        check(SMALL, "", "buy 1, later [2 4 6 8], look 2");
        check(SMALL, "l 2GB 9d", "wait 0, later [4 6 8], look 2");
        check(SMALL, "l 5GB 10d", "nothing 0, later [], look 5");
        check(SMALL, "l 200MB 9d", "buy 1, later [2 4 6 8], look 2, ends today");
        // It is valid for three days, and would last four.
        check(SMALL, "l 2GB 3d", "wait 0, later [3 5 7 9], look 3");
    }

    #[test]
    fn half_way_is_for_what_can_be_used_up_sooner() {
        check("b pass 30 6GB 10d", "", "buy 1, later [], look 5");
        check("b pass 30 unlimited 10d", "", "buy 1, later [], look never");
        check("b pass 30 1GB/day 10d", "", "buy 1, later [], look never");
        check("b pass 30 unlimited 6d", "", "buy 1, later [6], look 6");
        check(SMALL, "l unlimited 6d", "wait 0, later [6 8], look 6");
        check(SMALL, "l unlimited 10d", "nothing 0, later [], look never");
    }

    #[test]
    fn the_last_day_needs_no_second_look() {
        assert_eq!(short(SMALL, &question("1d 1GB")), "buy 1, later [], look never");
        assert_eq!(short(SMALL, &question("1d 3GB")), "buy 3, later [], look never");
        assert_eq!(short(SMALL, &with_initial("1d 1GB", "l 1GB 1d")), "nothing 0, later [], look never");
    }
}

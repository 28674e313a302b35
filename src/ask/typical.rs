//! The needs that stand for what people ask: how many of them a plan decides says how much its price matters.

use super::error::AskError;
use super::options::Options;
use super::request::{Basis, Resolved, asked, prepared};
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::request::Question;
use crate::domain::stale::Decided;
use std::sync::Arc;

/// A typical need, in the notation of the options of `compare`.
#[derive(Clone, Copy, Debug)]
struct TypicalNeed {
    days: &'static str,
    data: TypicalData,
    minutes: Option<&'static str>,
    resident: bool,
}

/// The data of a typical need.
#[derive(Clone, Copy, Debug)]
enum TypicalData {
    /// The days of a preset.
    Use(&'static str),
    /// A volume for the whole stay.
    Whole(&'static str),
    /// Calls alone.
    NoData,
}

use TypicalData::{NoData, Use, Whole};

/// How many typical needs there are.
const COUNT: usize = 50;

/// Our own choice: nobody counts what travellers need. Each block has its reason.
const NEEDS: [TypicalNeed; COUNT] = [
    // A weekend, five days, a week, ten days, two weeks, three weeks and a month are what trips are booked for; each with
    // little, some and much use. These are the questions of most people.
    visitor("3", Use("light")),
    visitor("3", Use("medium")),
    visitor("3", Use("heavy")),
    visitor("5", Use("light")),
    visitor("5", Use("medium")),
    visitor("5", Use("heavy")),
    visitor("7", Use("light")),
    visitor("7", Use("medium")),
    visitor("7", Use("heavy")),
    visitor("10", Use("light")),
    visitor("10", Use("medium")),
    visitor("10", Use("heavy")),
    visitor("14", Use("light")),
    visitor("14", Use("medium")),
    visitor("14", Use("heavy")),
    visitor("21", Use("light")),
    visitor("21", Use("medium")),
    visitor("21", Use("heavy")),
    visitor("30", Use("light")),
    visitor("30", Use("medium")),
    visitor("30", Use("heavy")),
    // Round volumes, which people have in mind because sellers offer them.
    visitor("3", Whole("1GB")),
    visitor("7", Whole("1GB")),
    visitor("7", Whole("3GB")),
    visitor("7", Whole("5GB")),
    visitor("10", Whole("5GB")),
    visitor("14", Whole("10GB")),
    visitor("15", Whole("20GB")),
    visitor("30", Whole("5GB")),
    visitor("30", Whole("10GB")),
    visitor("30", Whole("20GB")),
    visitor("30", Whole("50GB")),
    // People who work far from their office: two weeks, a month and three months.
    visitor("14", Use("work")),
    visitor("30", Use("work")),
    visitor("90", Use("work")),
    // Long stays for other reasons: family, a winter in the south, studies of a year.
    visitor("60", Use("medium")),
    visitor("90", Use("light")),
    visitor("90", Use("medium")),
    visitor("365", Use("light")),
    visitor("365", Use("medium")),
    // Calls to hotels and drivers, which are few. Most calls are made over data.
    with_minutes("20", visitor("7", Use("light"))),
    with_minutes("30", visitor("14", Use("medium"))),
    with_minutes("60", visitor("30", Whole("10GB"))),
    with_minutes("60", visitor("30", NoData)),
    // Those who live in the country may sign contracts. They call more, and think in months.
    resident("30", Use("light")),
    resident("30", Use("medium")),
    resident("30", Use("heavy")),
    with_minutes("120", resident("30", Whole("20GB"))),
    resident("365", Use("medium")),
    with_minutes("1200", resident("365", Whole("120GB"))),
];

const fn visitor(days: &'static str, data: TypicalData) -> TypicalNeed {
    TypicalNeed { days, data, minutes: None, resident: false }
}

const fn resident(days: &'static str, data: TypicalData) -> TypicalNeed {
    TypicalNeed { resident: true, ..visitor(days, data) }
}

const fn with_minutes(minutes: &'static str, need: TypicalNeed) -> TypicalNeed {
    TypicalNeed { minutes: Some(minutes), ..need }
}

impl TypicalNeed {
    /// The options of `compare` for this need; all others have their defaults.
    fn options(&self, currency: Option<&str>) -> Options {
        let mut options = Options {
            days: Some(self.days.to_owned()),
            minutes: self.minutes.map(str::to_owned),
            resident: self.resident,
            currency: currency.map(str::to_owned),
            ..Options::default()
        };
        match self.data {
            Use(preset) => options.usage = Some(preset.to_owned()),
            Whole(volume) => options.data = Some(volume.to_owned()),
            NoData => {}
        }
        options
    }
}

/// How many steps the search for a line may take. Fifty needs are answered while a person waits.
const EFFORT: u64 = 2_000_000;

/// Which plans of a catalogue decide the typical needs.
pub fn decided(plans: &[Arc<Plan>], basis: &Basis) -> Result<Decided, AskError> {
    let mut decided = Decided::default();
    for is_resident in [false, true] {
        let needs = NEEDS.iter().filter(|need| need.resident == is_resident);
        let resolved = needs.map(|need| asked(&need.options(only_currency(plans)), basis));
        let resolved: Vec<Resolved> = resolved.collect::<Result<_, _>>()?;
        let Some(first) = resolved.first() else { continue };
        let prepared = prepared(plans, &first.request)?;
        for Resolved { question, .. } in resolved {
            decided.add(&prepared, &Question { effort: EFFORT, ..question });
        }
    }
    Ok(decided)
}

/// The currency of all prices if they have the same one, which then needs no rate. The order of offers does not depend
/// on the currency in which they are shown.
fn only_currency(plans: &[Arc<Plan>]) -> Option<&'static str> {
    let mut currencies = plans.iter().filter_map(|plan| plan.price).map(Money::currency);
    let first = currencies.next()?;
    currencies.all(|other| other == first).then(|| first.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{BUILT_IN_RATES, Catalogue, rates};
    use crate::domain::testing::{TODAY, plans, slug};
    use std::collections::BTreeSet;

    fn basis() -> Basis {
        Basis { today: TODAY, rates: rates::read(BUILT_IN_RATES, None).unwrap() }
    }

    #[test]
    fn there_are_fifty_different_needs() {
        let lines: BTreeSet<String> =
            NEEDS.iter().map(|need| need.options(None).command("compare")).collect();
        assert_eq!(lines.len(), 50);
        assert!(lines.contains("simplan compare --days 7 --use medium"));
        assert!(lines.contains("simplan compare --days 30 --data 20GB --minutes 120 --resident"));
    }

    #[test]
    fn the_built_in_catalogue_answers_each_of_them() {
        let catalogue = Catalogue::built_in().unwrap();
        let decided = decided(&catalogue.plans, &basis()).unwrap();
        let ids: BTreeSet<_> = catalogue.plans.iter().map(|plan| &plan.id).collect();
        assert_eq!((decided.needs(), decided.by_any(&ids)), (50, 50));
    }

    #[test]
    fn residents_decide_with_their_own_plans() {
        // The one for residents is the cheaper one, and 6 of the needs are theirs.
        let all = plans(&[
            "anyone esim 90 unlimited 365d max1",
            "local contract 80 unlimited 365d line:m resident",
        ]);
        let decided = decided(&all, &basis()).unwrap();
        // Without minutes in any plan, nothing fits the needs with calls: 4 of visitors, 2 of residents.
        assert_eq!(all.iter().map(|plan| decided.by(plan)).collect::<Vec<_>>(), [40, 4]);
    }

    #[test]
    fn a_catalogue_in_a_currency_without_a_rate() {
        let all = plans(&["a esim 9 TND unlimited 365d"]);
        assert_eq!(decided(&all, &basis()).unwrap().by_any(&BTreeSet::from([&slug("a")])), 44);
    }
}

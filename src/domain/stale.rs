//! Which prices to check first: those that decide the most needs, and have not been checked for the longest time.

use super::comparison::best;
use super::plan::Plan;
use super::prepared::PreparedCatalogue;
use super::request::Question;
use super::slug::Slug;
use jiff::civil::Date;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Which plans decide some needs: those in the best basket of each.
#[derive(Clone, Debug, Default)]
pub struct Decided {
    /// The plans in the best basket of each need. A need that nothing fits has none.
    baskets: Vec<BTreeSet<Slug>>,
}

impl Decided {
    /// Answers a question, and adds its need. If its search is too large, no plan is known to decide it.
    pub fn add(&mut self, prepared: &PreparedCatalogue, question: &Question) {
        let offers = best(prepared, question, 1).unwrap_or_default();
        let items = offers.iter().flat_map(|offer| offer.basket.items());
        self.baskets.push(items.map(|item| item.plan.id.clone()).collect());
    }

    /// How many needs there are.
    pub fn needs(&self) -> usize {
        self.baskets.len()
    }

    /// How many needs a plan decides.
    pub fn by(&self, plan: &Plan) -> usize {
        self.baskets.iter().filter(|basket| basket.contains(&plan.id)).count()
    }

    /// How many needs at least one of these plans decides.
    pub fn by_any(&self, plans: &BTreeSet<&Slug>) -> usize {
        self.baskets.iter().filter(|basket| basket.iter().any(|id| plans.contains(id))).count()
    }
}

/// A plan whose price is to be checked.
#[derive(Clone, Debug)]
pub struct StalePrice {
    /// The plan.
    pub plan: Arc<Plan>,
    /// How many needs it decides.
    pub decides: usize,
    /// The age of its price in days. A price without a date counts as the oldest of the catalogue.
    age: u64,
}

impl StalePrice {
    /// The age of its price in days; `None` if it has no date.
    pub fn age_on(&self, today: Date) -> Option<u64> {
        self.plan.verified_on.map(|date| date.age_on(today))
    }

    /// Whether it decides any need, and how much a check of its price is worth.
    fn urgency(&self) -> (bool, u128) {
        // A count in memory and an age of 64 bits: the product fits.
        (self.decides > 0, self.decides as u128 * u128::from(self.age))
    }

    /// The order in which to check prices: those that decide needs first, by their number times the age of the price. The
    /// others follow. What is equal is ordered by age, the oldest first, then by id.
    pub fn check_cmp(&self, other: &Self) -> Ordering {
        other
            .urgency()
            .cmp(&self.urgency())
            .then_with(|| other.age.cmp(&self.age))
            .then_with(|| self.plan.id.cmp(&other.plan.id))
    }
}

/// The prices of a catalogue that are to be checked.
#[derive(Clone, Debug)]
pub struct StalePrices {
    /// The prices, in the order of [`StalePrice::check_cmp`].
    pub prices: Vec<StalePrice>,
    /// How many days a price may be old; those without a date are among the prices, too.
    pub older_than: u64,
    /// How many plans the catalogue has.
    pub all: usize,
    /// How many needs were answered or tried.
    pub needs: usize,
    /// How many of them at least one of the prices decides.
    pub needs_on_stale: usize,
}

impl StalePrices {
    /// The prices that are older than some days on the day `today`, and those without a date.
    pub fn new(plans: &[Arc<Plan>], decided: &Decided, older_than: u64, today: Date) -> Self {
        let ages = plans.iter().filter_map(|plan| plan.verified_on).map(|date| date.age_on(today));
        let oldest = ages.max().unwrap_or(0);
        let stale = plans.iter().filter(|plan| plan.is_older_than(older_than, today));
        let mut prices: Vec<StalePrice> = stale
            .map(|plan| StalePrice {
                plan: Arc::clone(plan),
                decides: decided.by(plan),
                age: plan.verified_on.map_or(oldest, |date| date.age_on(today)),
            })
            .collect();
        prices.sort_by(StalePrice::check_cmp);
        let ids = prices.iter().map(|price| &price.plan.id).collect();
        let needs_on_stale = decided.by_any(&ids);
        Self { prices, older_than, all: plans.len(), needs: decided.needs(), needs_on_stale }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::{TODAY, plans, question, request};

    /// Checks the prices older than some days for some needs, each as `id decides`, and how many needs they decide.
    #[track_caller]
    fn check(
        catalogue: &[&str],
        needs: &[Question],
        older_than: u64,
        expected: &[&str],
        needs_on_stale: usize,
    ) {
        let all = plans(catalogue);
        let prepared = PreparedCatalogue::new(all.clone(), request()).unwrap();
        let mut decided = Decided::default();
        for need in needs {
            decided.add(&prepared, need);
        }
        let stale = StalePrices::new(&all, &decided, older_than, TODAY);
        let found: Vec<String> =
            stale.prices.iter().map(|price| format!("{} {}", price.plan.id, price.decides)).collect();
        assert_eq!(found, expected);
        assert_eq!(
            (stale.all, stale.needs, stale.needs_on_stale),
            (catalogue.len(), needs.len(), needs_on_stale)
        );
    }

    /// 1 GB for a week at 10, 5 GB for a week at 30, and 20 GB for a month at 100. The line of the first two has a SIM
    /// for 5. The ages on the 25th of November are 329, 208, 24 and 693 days.
    const CATALOGUE: [&str; 4] = [
        "sim sim 5 seen:2025-12-31",
        "small pass 10 1GB 7d seen:2026-05-01",
        "middle pass 30 5GB 7d seen:2026-11-01",
        "large esim 100 20GB 30d line:m seen:2025-01-01",
    ];

    #[test]
    fn how_many_needs_each_plan_decides() {
        // SIM and small: 15. SIM and small twice: 25, and nothing is cheaper. SIM and middle: 35. Five times small or
        // middle would cost more than 100. The last need is too large for every plan.
        let too_large = Question { max_purchases: Some(1), ..question("30d 900GB") };
        let needs =
            [question("7d 1GB"), question("7d 2GB"), question("7d 5GB"), question("30d 20GB"), too_large];
        check(&CATALOGUE, &needs, 180, &["sim 3", "large 1", "small 2"], 4);
        // 3 × 329 = 987, 1 × 693, 2 × 208 = 416 and 1 × 24.
        check(&CATALOGUE, &needs, 23, &["sim 3", "large 1", "small 2", "middle 1"], 4);
        check(&CATALOGUE, &needs, 24, &["sim 3", "large 1", "small 2"], 4);
        // Only the SIM and the large one are older than 208 days, and the SIM is in all baskets of its line.
        check(&CATALOGUE, &needs, 208, &["sim 3", "large 1"], 4);
        check(&CATALOGUE, &needs, 329, &["large 1"], 1);
        check(&CATALOGUE, &needs, 693, &[], 0);
    }

    #[test]
    fn a_search_that_is_too_large_is_decided_by_no_plan() {
        let in_vain = Question { effort: 0, ..question("30d 20GB") };
        check(&CATALOGUE[..3], &[in_vain], 180, &["sim 0", "small 0"], 0);
    }

    #[test]
    fn ties_go_by_age_then_by_id() {
        // Nobody needs more than a and b decide: 2 × 200 = 1 × 400. The older one is first.
        let tied = [
            "a esim 5 1GB 7d line:a seen:2026-05-09",
            "b esim 9 2GB 7d line:b seen:2025-10-21",
            "d esim 50 1GB 7d line:d seen:2025-10-21",
            "c esim 50 1GB 7d line:c seen:2025-10-21",
            "e esim 50 1GB 7d line:e seen:2024-01-01",
        ];
        let needs = [question("7d 1GB"), question("6d 1GB"), question("7d 2GB")];
        check(&tied, &needs, 180, &["b 1", "a 2", "e 0", "c 0", "d 0"], 3);
    }

    #[test]
    fn a_price_without_a_date_is_as_old_as_the_oldest() {
        let needs = [question("7d 1GB"), question("7d 2GB"), question("6d 2GB")];
        // a decides once and counts as old as c: 400 days. b decides twice: 2 × 199 = 398.
        let undated = [
            "a esim 5 1GB 7d line:a seen:?",
            "b esim 9 2GB 7d line:b seen:2026-05-10",
            "c esim 50 1GB 7d line:c seen:2025-10-21",
        ];
        check(&undated, &needs, 180, &["a 1", "b 2", "c 0"], 3);
        // If all others are of today, its age is 0, and it still decides something.
        let fresh =
            ["b esim 5 1GB 7d line:b seen:?", "a esim 50 1GB 7d line:a seen:?", "c esim 9 2GB 7d line:c"];
        check(&fresh, &needs, 180, &["b 1", "a 0"], 1);
    }
}

use super::*;
use crate::domain::testing::{TODAY, compared, plan, question};
use crate::domain::time::Validity;

/// Purchases of a plan in short notation.
fn item(text: &str, count: u64) -> Item {
    let plan = plan(text);
    let price = plan.price.map(|price| Exact::from_units(price.minor()));
    let fee = match plan.setup_fee {
        Some(fee) => Some(Exact::from_units(fee.minor())),
        None => (!plan.is_contract()).then_some(Exact::ZERO),
    };
    let hours = plan.validity.map_or(0, Validity::hours);
    let data_each = Span::from_units(hours.into());
    Item { plan, count, uses: UseCounts::default(), data_each, calls_each: Span::ZERO, price, fee }
}

/// A basket of plans in short notation, each with its count. `covered` is in hours.
fn basket(items: &[(&str, u64)], covered: u128) -> Basket {
    let items = items.iter().map(|(text, count)| item(text, *count)).collect();
    Basket::new(items, Span::ZERO, Span::from_units(covered)).unwrap()
}

/// Checks that the first basket ranks above the second. Each has its plans and the hours that it covers.
#[track_caller]
fn check_better(better: (&[(&str, u64)], u128), worse: (&[(&str, u64)], u128)) {
    let first = basket(better.0, better.1);
    let second = basket(worse.0, worse.1);
    assert_eq!(first.rank_cmp(&second), Ordering::Less);
    assert_eq!(second.rank_cmp(&first), Ordering::Greater);
    assert_eq!(first.rank_cmp(&first.clone()), Ordering::Equal);
}

#[test]
fn the_order_of_baskets_key_by_key() {
    // In each pair, all later criteria favour the other basket.
    check_better((&[("b pass 9 1d", 9)], 1), (&[("a sim ?", 1)], 9));
    check_better((&[("c contract 9 fee:0", 9)], 1), (&[("a contract 1 fee:?", 1)], 9));
    check_better((&[("b pass 2 1d shared", 2), ("c pass 1", 5)], 1), (&[("a pass 10 1d", 1)], 9));
    check_better((&[("b pass 10 shared", 1), ("c pass 0", 1)], 1), (&[("a pass 5", 2), ("d pass 0", 1)], 9));
    check_better((&[("b pass 5", 1), ("c pass 5", 1)], 1), (&[("a pass 5 shared", 2)], 9));
    check_better((&[("b pass 5", 2)], 1), (&[("a pass 5", 1), ("c pass 5", 1)], 9));
    check_better((&[("b pass 5", 1)], 9), (&[("a pass 5", 1)], 8));
    check_better((&[("a pass 5", 1)], 9), (&[("b pass 5", 1)], 9));
}

#[test]
fn ids_are_compared_as_often_as_they_are_bought() {
    // a a b comes before a b b.
    check_better((&[("a pass 5", 2), ("b pass 5", 1)], 1), (&[("a pass 5", 1), ("b pass 5", 2)], 1));
    // The items are in another order.
    check_better(
        (&[("b pass 5 9d", 1), ("a pass 5 1d", 1)], 1),
        (&[("c pass 5 9d", 1), ("a pass 5 1d", 1)], 1),
    );
    // Only purchases with a shared balance count, each of them.
    check_better(
        (&[("b pass 5 shared", 1), ("c pass 5", 2)], 1),
        (&[("a pass 5 shared", 2), ("c pass 5", 1)], 1),
    );
    check_better((&[("b pass 5 separate", 2)], 1), (&[("a pass 5 shared", 2)], 1));
    check_better((&[("a pass 5 separate", 2)], 1), (&[("b pass 5", 2)], 1));
}

#[test]
fn items_are_in_the_order_in_which_they_are_first_bought() {
    let items = [("z pass 1 2d", 1), ("y pass 1 9d", 1), ("a pass 1 2d", 1), ("s sim 1", 1)];
    let basket = basket(&items, 1);
    let ids: Vec<_> = basket.items().iter().map(|item| item.plan.id.as_str()).collect();
    assert_eq!(ids, ["s", "y", "a", "z"]);
}

#[test]
fn sums() {
    let three = basket(&[("c contract 100 30d fee:50", 3), ("s sim 20", 1)], 1);
    // 3 × 100 + 50 + 20 dirhams.
    assert_eq!((three.total(), three.purchases(), three.is_complete()), (Exact::from_units(37_000), 4, true));
    let no_price = basket(&[("s sim ?", 1), ("a pass 5", 2)], 1);
    assert_eq!((no_price.total(), no_price.is_complete()), (Exact::from_units(1_000), false));
    let no_fee = basket(&[("c contract 100 fee:?", 2)], 1);
    assert_eq!((no_fee.total(), no_fee.is_complete()), (Exact::from_units(20_000), false));
    let many = Item { count: u64::MAX, ..basket(&[("a pass 5", 1)], 1).items()[0].clone() };
    assert_eq!(Basket::new(vec![many.clone(), many], Span::ZERO, Span::ZERO), None);
}

/// Checks the data beyond the need of the best basket, given plans, a question and the initial balance.
#[track_caller]
fn check_spare(plans: &[&str], asked: &str, left: Option<&str>, expected: Option<&str>) {
    let (_, comparison) = compared(plans, asked);
    let initial = left.map(|text| Allowance::parse(text).unwrap());
    let spare = comparison.offers[0].basket.spare_data(&question(asked).need, initial);
    assert_eq!(spare, expected.map(|expected| DataVolume::parse(expected).unwrap()));
}

#[test]
fn spare_data() {
    let pass = ["a pass 50 10GB 15d"];
    check_spare(&pass, "15d 10GB", None, Some("0MB"));
    check_spare(&pass, "30d 15GB", None, Some("5GB"));
    check_spare(&pass, "30d 15GB", Some("1GB"), Some("6GB"));
    check_spare(&pass, "30d 15GB", Some("unlimited"), None);
    check_spare(&["a pass 50 unlimited 15d"], "30d 15GB", None, None);
    check_spare(&["s sim 20 5GB 30d", "a pass 50 20GB 30d"], "30d 20GB", None, Some("5GB"));
    check_spare(&["c contract 50 10GB 30d"], "60d 15GB", None, Some("5GB"));
    // Whole validities count, and a daily allowance by the hour: 36 hours of 1 GB a day are 1.5 GB.
    check_spare(&["a pass 50 1GB/day 30d"], "10d 5GB", None, Some("25GB"));
    check_spare(&["a pass 50 1GB/day 36h"], "1d 1GB", None, Some("500MB"));
    // 1501.5 kB, rounded down.
    check_spare(&["a pass 50 1001kB/day 36h"], "1d 1MB", None, Some("501kB"));
    // 24 hours of 1000 kB a day, each 41.67 kB, are rounded once.
    check_spare(&["a pass 50 1MB/day 1h"], "1d 990kB", None, Some("10kB"));
}

#[test]
fn only_general_data_is_spare() {
    check_spare(&["s sim 20 5GB 30d social", "a pass 50 20GB 30d"], "30d 20GB", None, Some("0MB"));
    check_spare(&["s sim 20 unlimited 30d social", "a pass 50 20GB 30d"], "30d 18GB", None, Some("2GB"));
    check_spare(&["s sim 20 data? 30d", "a pass 50 20GB 30d"], "30d 18GB", None, None);
}

/// Checks whether a basket is stale, given when the prices of its plans were checked.
#[track_caller]
fn check_stale(seen: &[&str], expected: bool) {
    let texts: Vec<String> = (0..).zip(seen).map(|(id, seen)| format!("p{id} pass 5 seen:{seen}")).collect();
    let items: Vec<(&str, u64)> = texts.iter().map(|text| (text.as_str(), 1)).collect();
    assert_eq!(basket(&items, 1).is_stale(TODAY), expected);
}

#[test]
fn stale_is_older_than_180_days() {
    // 180 and 181 days before 25 November 2026.
    check_stale(&["2026-05-29"], false);
    check_stale(&["2026-05-28"], true);
    check_stale(&["2026-11", "2026-05-28"], true);
    check_stale(&["2026-05-28", "2026-11"], true);
    check_stale(&["2026-11", "?"], true);
    check_stale(&["2027-01"], false);
    check_stale(&[], false);
}

#[test]
fn an_offer_is_as_old_and_as_sure_as_its_worst_item() {
    let newer = ("a pass 5 seen:2026-03 sure:high", 1);
    let both = basket(&[newer, ("b pass 5 seen:2026-02 sure:medium", 1)], 1);
    assert_eq!(both.verified_on(), Some(VerifiedOn::parse("2026-02").unwrap()));
    assert_eq!(both.oldest().unwrap().plan.id.as_str(), "b");
    assert_eq!(both.confidence(), Some(Confidence::Medium));
    let unknown = basket(&[newer, ("c pass 5 seen:?", 1)], 1);
    assert_eq!((unknown.verified_on(), unknown.confidence()), (None, None));
    assert_eq!(unknown.oldest().unwrap().plan.id.as_str(), "c");
}

#[test]
fn unlimited_baskets() {
    assert!(basket(&[("a pass 5 unlimited", 1), ("b pass 5 1GB", 1)], 1).is_unlimited());
    assert!(!basket(&[("b pass 5 1GB", 1), ("c pass 5 data?", 1)], 1).is_unlimited());
}

#[test]
fn data_and_calls_of_sims_and_bills_go_side_by_side() {
    for (uses, text, expected) in [
        (UseCounts::default(), "a pass 5 separate", (20, 12)),
        (UseCounts { both: 2, data: 1, calls: 1 }, "a pass 5 separate", (11, 9)),
        (UseCounts { both: 0, data: 3, calls: 1 }, "a pass 5 shared", (15, 3)),
    ] {
        let [data_each, calls_each] = [5, 3].map(Span::from_units);
        let cover = Item { uses, data_each, calls_each, ..item(text, 4) }.covers().unwrap();
        assert_eq!((cover.data.units(), cover.calls.units()), expected);
    }
}

#[test]
fn the_ranks_of_two_purchases_add_up() {
    let [one, other] = [(5, 2, 30), (7, 3, 40)].map(|(price, count, hours)| {
        let rank =
            Rank::NOTHING.plus(Some(Exact::from_units(price)), Some(Exact::ZERO), count, true).unwrap();
        rank.covering(Span::from_units(hours))
    });
    let sum = one.and(other).unwrap();
    assert_eq!((sum.total, sum.purchases, sum.shared, sum.plans), (Exact::from_units(31), 5, 5, 2));
    assert_eq!(sum.covered, Reverse(Span::from_units(70)));
}

//! What holds for every catalogue and every need, on random small ones.

mod common;

use common::random::{CatalogueShape, Csv, NeedShape, Steps, catalogue, need};
use common::{always_the_same, request, slug};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use simplan::domain::comparison::{Comparison, Offer, compare};
use simplan::domain::money::Money;
use simplan::domain::plan::{Allowance, DataPer, Plan};
use simplan::domain::request::Request;
use simplan::domain::word::Word;
use std::collections::BTreeSet;

const CASES: u32 = 2_000;

/// Catalogues of a few rows in which everything occurs that the format has.
fn catalogues() -> impl Strategy<Value = Csv> {
    catalogue(&CatalogueShape {
        rows: 1..9,
        lines: 3,
        price_cents: Steps { of: 1, times: 0..9_000 },
        data_mb: Steps { of: 1, times: 1..9_000 },
        validity_days: 1..40,
        minutes: 0..90,
        usual: 10,
    })
}

fn requests() -> impl Strategy<Value = Request> {
    let need = need(&NeedShape { days: 1..60, data_mb: Steps { of: 1, times: 1..30_000 }, minutes: 1..60 });
    let limits = (prop::option::of(1..9_u64), prop::option::of(0..20_000_u128), prop::option::of(0..3_u8));
    (need, any::<bool>(), limits).prop_map(|(need, resident, (max_purchases, max_total, have_sim))| {
        let base = request(1, "1GB");
        let max_total = max_total.map(|minor| Money::from_minor(minor, base.currency).unwrap());
        let have_sims = have_sim.map(|line| slug(&format!("line-{line}"))).into_iter().collect();
        Request { need, resident, max_purchases, max_total, have_sims, explain: true, ..base }
    })
}

/// Offers of a line whose purchases are all of one plan, beside its SIM.
fn alone<'c>(comparison: &'c Comparison, id: &str) -> Option<&'c Offer> {
    comparison.offers.iter().find(|offer| {
        let mut plans = offer.basket.items().iter().filter(|item| !item.plan.is_sim());
        plans.next().is_some_and(|item| &item.plan.id == id) && plans.next().is_none()
    })
}

#[test]
fn the_catalogues_have_offers_and_refusals_of_every_kind() {
    let mut runner = TestRunner::new(always_the_same(CASES));
    let mut reasons = BTreeSet::new();
    let mut offers = Vec::new();
    for _ in 0..CASES {
        let (csv, request) = (catalogues(), requests()).new_tree(&mut runner).unwrap().current();
        let comparison = compare(csv.plans(), &request).unwrap();
        reasons.extend(comparison.refusals.iter().map(|refusal| refusal.reason.code.word()));
        offers.extend(comparison.offers);
    }
    for reason in [
        "scope-not-general",
        "needs-contract",
        "visitors-only",
        "price-too-old",
        "price-unknown",
        "rate-unknown",
        "allowance-unknown",
        "validity-unknown",
        "daily-allowance-too-small",
        "too-few-minutes",
        "purchase-limit",
        "too-expensive",
        "sim-only",
    ] {
        assert!(reasons.contains(reason), "no plan is refused for {reason}");
    }
    assert!(offers.len() > 1_000, "{} offers", offers.len());
    assert!(offers.iter().filter(|offer| offer.mix).count() > 100, "too few mixes");
    assert!(offers.iter().any(|offer| !offer.basket.complete()), "no total is a lower bound");
}

proptest! {
    #![proptest_config(always_the_same(CASES))]

    #[test]
    fn totals_are_the_sums_of_their_items(csv in catalogues(), request in requests()) {
        let comparison = compare(csv.plans(), &request).unwrap();
        for offer in &comparison.offers {
            let (mut minor, mut purchases) = (0, 0);
            for item in offer.basket.items() {
                minor += item.fee.minor() + item.unit_price.map_or(0, Money::minor) * u128::from(item.count);
                purchases += item.count;
                // Every price of the currency itself stands as it is written.
                if let Some(price) = item.plan.price.filter(|price| price.currency() == request.currency) {
                    prop_assert_eq!(item.unit_price, Some(price));
                }
            }
            prop_assert_eq!(offer.basket.total().minor(), minor);
            prop_assert_eq!(offer.basket.purchases(), purchases);
            prop_assert!(request.max_purchases.is_none_or(|limit| purchases <= limit));
            prop_assert!(request.max_total.is_none_or(|limit| offer.basket.total() <= limit));
        }
    }

    #[test]
    fn every_row_is_offered_or_refused_once(csv in catalogues(), request in requests()) {
        let all: BTreeSet<_> = csv.plans().iter().map(|plan| plan.id.clone()).collect();
        let comparison = compare(csv.plans(), &request).unwrap();
        let items = comparison.offers.iter().flat_map(|offer| offer.basket.items());
        let offered: BTreeSet<_> = items.map(|item| item.plan.id.clone()).collect();
        let refused: Vec<_> = comparison.refusals.iter().map(|refusal| refusal.plan.id.clone()).collect();
        let once: BTreeSet<_> = refused.iter().cloned().collect();
        prop_assert_eq!(refused.len(), once.len());
        prop_assert!(offered.is_disjoint(&once));
        prop_assert_eq!(offered.len(), comparison.offered());
        prop_assert_eq!(&offered | &once, all);
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing(csv in catalogues(), request in requests(), seed in any::<u64>()) {
        let expected = compare(csv.plans(), &request).unwrap();
        let mut shuffled = csv.plans();
        shuffled.sort_by_key(|plan| plan.id.as_str().bytes().fold(seed, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01b3)));
        prop_assert_eq!(compare(shuffled, &request).unwrap(), expected);
    }

    #[test]
    fn counts_are_the_contracts_formula(csv in catalogues(), request in requests()) {
        // n = max(⌈D / validity⌉, ⌈G / allowance⌉), minutes likewise, where the SIM carries neither.
        let comparison = compare(csv.plans(), &request).unwrap();
        let need = &request.need;
        for offer in &comparison.offers {
            let items = offer.basket.items();
            let helps = |plan: &Plan| plan.is_sim() && (plan.carries_data() || plan.minutes.is_some());
            let Some(item) = items.last().filter(|item| !item.plan.is_sim()) else { continue };
            if offer.mix || items.iter().any(|item| helps(&item.plan)) {
                continue;
            }
            let by_time = need.stay().hours().div_ceil(u64::from(item.plan.validity.unwrap().hours()));
            let by_data = match (item.plan.allowance.unwrap(), item.plan.data_per) {
                (Allowance::Volume(each), DataPer::Total) => need.data().kb().div_ceil(each.kb()),
                _ => 1,
            };
            let by_minutes = if need.minutes() == 0 { 1 } else { need.minutes().div_ceil(need.minutes_of(&item.plan)) };
            prop_assert_eq!(item.count, by_time.max(by_data).max(by_minutes));
        }
    }

    #[test]
    fn a_change_that_is_told_makes_an_offer(csv in catalogues(), request in requests()) {
        let comparison = compare(csv.plans(), &request).unwrap();
        for refusal in comparison.refusals.iter().filter(|refusal| !refusal.plan.is_sim()) {
            let Some(change) = &refusal.reason.change else { continue };
            let changed = compare(csv.plans(), &request.with(change).unwrap()).unwrap();
            prop_assert!(alone(&changed, refusal.plan.id.as_str()).is_some(), "{:?} does not help {}", change, refusal.plan.id);
        }
    }
}

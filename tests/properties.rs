//! What holds for every catalogue and every need, on random small ones.

mod common;

use common::{plans, request, slug};
use proptest::prelude::*;
use simplan::domain::comparison::{Comparison, compare};
use simplan::domain::money::Money;
use simplan::domain::need::Need;
use simplan::domain::plan::{Allowance, DataPer, Plan};
use simplan::domain::request::Request;
use std::collections::BTreeSet;
use std::sync::Arc;

const HEADER: &str = "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,scope,\
                      network,audience,max_purchases,source,verified_on,confidence\n";

/// A catalogue of a few rows in which everything occurs that the format has.
fn catalogue() -> impl Strategy<Value = Vec<Arc<Plan>>> {
    let kind = prop_oneof![2 => Just("sim"), 6 => Just("pass"), 1 => Just("tourist"), 2 => Just("contract"), 2 => Just("esim")];
    let price = prop_oneof![1 => Just(String::new()), 9 => (0..9000_u32).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100))];
    let data = prop_oneof![
        1 => Just(String::new()),
        1 => Just("unlimited".to_owned()),
        1 => Just("0MB".to_owned()),
        7 => (1..9000_u32).prop_map(|mb| format!("{mb}MB")),
    ];
    let validity = prop_oneof![1 => Just(String::new()), 8 => (1..40_u32).prop_map(|days| format!("{days}d")), 1 => (1..99_u32).prop_map(|hours| format!("{hours}h"))];
    let minutes = prop_oneof![
        Just(String::new()),
        Just("unlimited".to_owned()),
        (0..90_u32).prop_map(|count| count.to_string())
    ];
    let words = (
        prop_oneof![4 => Just("total"), 1 => Just("day")],
        prop_oneof![8 => Just("general"), 1 => Just("social")],
        prop_oneof![Just(""), Just("3G"), Just("4G"), Just("5G")],
        prop_oneof![6 => Just("anyone"), 1 => Just("visitor"), 1 => Just("resident")],
        prop_oneof![5 => Just(""), 1 => Just("1"), 1 => Just("3")],
        prop_oneof![Just(""), Just("2019-05"), Just("2025-01"), Just("2026-11-01")],
        prop_oneof![Just(""), Just("low"), Just("medium"), Just("high")],
    );
    let currency = prop_oneof![4 => Just("MAD"), 1 => Just("USD"), 1 => Just("TND")];
    let row = (kind, price, currency, data, validity, minutes, words, 0..3_u8);
    prop::collection::vec(row, 1..9).prop_map(|rows| {
        let mut csv = HEADER.to_owned();
        for (index, (kind, price, currency, data, validity, minutes, words, line)) in rows.into_iter().enumerate() {
            let (per, scope, network, audience, limit, date, confidence) = words;
            let fee = if kind == "contract" && index % 2 == 0 { "7.50" } else { "" };
            csv += &format!(
                "p{index},line-{line},o-{line},Name,{kind},{price},{currency},{fee},{data},{per},{validity},{minutes},{scope},\
                 {network},{audience},{limit},s,{date},{confidence}\n"
            );
        }
        plans(&csv)
    })
}

fn requests() -> impl Strategy<Value = Request> {
    let limits = (prop::option::of(1..9_u64), prop::option::of(0..20_000_u128), prop::option::of(0..3_u8));
    (1..60_u64, 1..30_000_u32, 0..120_u64, any::<bool>(), limits).prop_map(
        |(days, mb, minutes, resident, limits)| {
            let (max_purchases, max_total, have_sim) = limits;
            let base = request(days, &format!("{mb}MB"));
            let need = Need::new(base.need.stay(), base.need.data(), if minutes > 60 { minutes } else { 0 })
                .unwrap();
            let max_total = max_total.map(|minor| Money::from_minor(minor, base.currency).unwrap());
            let have_sims = have_sim.map(|line| slug(&format!("line-{line}"))).into_iter().collect();
            Request { need, resident, max_purchases, max_total, have_sims, explain: true, ..base }
        },
    )
}

/// Offers of a line whose purchases are all of one plan, beside its SIM.
fn alone<'c>(comparison: &'c Comparison, id: &str) -> Option<&'c simplan::domain::comparison::Offer> {
    comparison.offers.iter().find(|offer| {
        let mut plans = offer.basket.items().iter().filter(|item| !item.plan.is_sim());
        plans.next().is_some_and(|item| &item.plan.id == id) && plans.next().is_none()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn totals_are_the_sums_of_their_items(plans in catalogue(), request in requests()) {
        let comparison = compare(plans, &request).unwrap();
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
    fn every_row_is_offered_or_refused_once(plans in catalogue(), request in requests()) {
        let all: BTreeSet<_> = plans.iter().map(|plan| plan.id.clone()).collect();
        let comparison = compare(plans, &request).unwrap();
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
    fn the_order_of_the_rows_changes_nothing(plans in catalogue(), request in requests(), seed in any::<u64>()) {
        let expected = compare(plans.clone(), &request).unwrap();
        let mut shuffled = plans;
        shuffled.sort_by_key(|plan| plan.id.as_str().bytes().fold(seed, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01b3)));
        prop_assert_eq!(compare(shuffled, &request).unwrap(), expected);
    }

    #[test]
    fn counts_are_the_contracts_formula(plans in catalogue(), request in requests()) {
        // n = max(⌈D / validity⌉, ⌈G / allowance⌉), minutes likewise, where the SIM carries neither.
        let comparison = compare(plans, &request).unwrap();
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
    fn a_change_that_is_told_makes_an_offer(plans in catalogue(), request in requests()) {
        let comparison = compare(plans.clone(), &request).unwrap();
        for refusal in comparison.refusals.iter().filter(|refusal| !refusal.plan.is_sim()) {
            let Some(change) = &refusal.reason.change else { continue };
            let changed = compare(plans.clone(), &request.with(change).unwrap()).unwrap();
            prop_assert!(alone(&changed, refusal.plan.id.as_str()).is_some(), "{:?} does not help {}", change, refusal.plan.id);
        }
    }
}

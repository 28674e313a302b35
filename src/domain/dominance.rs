//! Whether a plan is never worth its price, whatever the need: another plan of its line gives at least as much for no more.
//!
//! This speaks of catalogues. For one need, `solver::dominates` is the rule.

use super::money::Money;
use super::plan::{Allowance, Audience, Balance, Kind, Plan, Quantity};
use std::cmp::{Ordering, Reverse};

/// Whether a plan gives at least as much as another one of its line in everything, and costs less or gives more of
/// something. What is unknown is not compared: then it does not.
pub fn dominates(plan: &Plan, other: &Plan) -> bool {
    let is_comparable = plan.line == other.line
        && plan.kind == other.kind
        && !matches!(plan.kind, Kind::Contract | Kind::Sim)
        && plan.scope == other.scope
        && plan.data_per == other.data_per
        && (plan.audience == other.audience || plan.audience == Audience::Anyone)
        && plan.form == other.form
        && plan.sold == other.sold
        && (plan.balance == other.balance || plan.balance != Some(Balance::Shared))
        && plan.max_purchases.is_none_or(|most| other.max_purchases.is_some_and(|its| most >= its))
        && plan.network >= other.network;
    is_comparable && gives_more_for_less(plan, other).unwrap_or(false)
}

/// Whether the amounts of a plan are at least as good, and one of them better. `None` if one is unknown.
fn gives_more_for_less(plan: &Plan, other: &Plan) -> Option<bool> {
    let prices = (plan.price?, other.price?);
    if prices.0.currency() != prices.1.currency() {
        return None;
    }
    let orders = [
        prices.1.amount().cmp(&prices.0.amount()),
        amount(plan.allowance?).cmp(&amount(other.allowance?)),
        plan.validity?.cmp(&other.validity?),
        units(plan.minutes).cmp(&units(other.minutes)),
        units(plan.sms).cmp(&units(other.sms)),
        plan.credit.map(Money::amount).cmp(&other.credit.map(Money::amount)),
    ];
    Some(orders.iter().all(|order| *order != Ordering::Less) && orders.contains(&Ordering::Greater))
}

/// Sorts a plan after all plans of its line that dominate it.
pub fn order(plan: &Plan) -> impl Ord + use<> {
    let price = plan.price.map(|price| (price.currency().code(), price.amount()));
    let amounts = [plan.allowance.map(amount), Some(units(plan.minutes)), Some(units(plan.sms))];
    (price, Reverse((amounts, plan.validity, plan.credit.map(Money::amount))))
}

/// The data in kB; the largest number stands for no limit.
fn amount(allowance: Allowance) -> u128 {
    match allowance {
        Allowance::Volume(volume) => volume.kb().into(),
        Allowance::Unlimited => u128::MAX,
    }
}

/// Minutes or messages; unknown ones count as none.
fn units(quantity: Option<Quantity>) -> u128 {
    match quantity {
        None => 0,
        Some(Quantity::Count(count)) => count.into(),
        Some(Quantity::Unlimited) => u128::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::plan;

    /// Checks whether the first of two plans dominates the second one; both are given without ids.
    #[track_caller]
    fn check(first: &str, second: &str, expected: bool) {
        let plans = [plan(&format!("a {first}")), plan(&format!("b {second}"))];
        assert_eq!(dominates(&plans[0], &plans[1]), expected, "{first} and {second}");
        assert!(!expected || order(&plans[0]) < order(&plans[1]), "{first} and {second}");
    }

    #[test]
    fn more_for_no_more_money() {
        let plain = "pass 10 2GB 7d network:4G";
        check(plain, plain, false);
        check("pass 9 2GB 7d network:4G", plain, true);
        check("pass 10 3GB 7d network:4G", plain, true);
        check("pass 10 unlimited 7d network:4G", plain, true);
        check("pass 10 2GB 8d 60min network:5G", plain, true);
        check("pass 10 2GB 7d network:4G credit:1", plain, true);
        check("pass 10 3GB 6d network:4G", plain, false);
        check("pass 10 3GB 7d network:3G", plain, false);
        check(plain, "pass 10 2GB 7d 5min network:4G", false);
        check("pass 9 2GB 7d separate", "pass 10 2GB 7d shared", true);
    }

    #[test]
    fn what_cannot_be_compared() {
        for better in [
            "pass ? 3GB 7d",
            "pass 1 USD 3GB 7d",
            "pass 1 data? 7d",
            "pass 1 3GB",
            "esim 1 3GB 7d",
            "pass 1 3GB 7d line:m",
            "pass 1 3GB/day 7d",
            "pass 1 3GB 7d max1",
            "pass 1 3GB 7d social",
            "pass 1 3GB 7d visitor",
            "pass 1 3GB 7d shared",
            "pass 1 3GB 7d form:esim",
        ] {
            check(better, "pass 10 2GB 7d", false);
        }
        check("pass 9 2GB 7d max2", "pass 10 2GB 7d max1 visitor", true);
        check("contract 9 2GB 30d", "contract 10 2GB 30d", false);
        check("sim 9 2GB 30d", "sim 10 2GB 30d", false);
    }
}

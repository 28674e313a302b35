use super::*;
use crate::domain::change::Setting;
use crate::domain::comparison::compare;
use crate::domain::filters::{Filters, MaxAge};
use crate::domain::plan::{Confidence, Form, Kind, Network, Sold};
use crate::domain::request::Request;
use crate::domain::testing::{filtered, prepared, question, request, slug, within};

/// A refusal in short notation: `price-too-old age_days=3, because of s, --max-age 3`. Also checks that applying the
/// change puts the plan into an offer.
fn refused(plans: &[&str], request: Request, asked: &Question, words: DataWords) -> String {
    let catalogue = prepared(plans, request);
    let plan = catalogue.find("a").unwrap();
    let code = compare(&catalogue, asked).refusal_of(plan).expect("the plan is refused");
    let refusal = refusal(&catalogue, asked, plan, code, words);
    let mut text = code.word().to_owned();
    for (name, figure) in &refusal.figures {
        text += &format!(" {name}={figure}");
    }
    if let Some(sim) = refusal.because_of {
        text += &format!(", because of {sim}");
    }
    if let Some(change) = refusal.change {
        let (option, setting) = change.option();
        text += &match setting {
            Setting::To(value) => format!(", --{option} {value}"),
            Setting::On => format!(", --{option}"),
            Setting::Off => format!(", no --{option}"),
        };
        let (request, changed) = changed(catalogue.request(), asked, &change, words).unwrap();
        let comparison = compare(&prepared(plans, request), &changed).with_alone();
        assert!(comparison.offers.iter().any(|offer| offer.holds(plan)), "{text} is not enough");
    }
    text
}

/// Checks the refusal of the plan `a`, given plans and a question.
#[track_caller]
fn check(plans: &[&str], asked: &str, expected: &str) {
    assert_eq!(refused(plans, request(), &question(asked), DataWords::Total), expected);
}

/// Checks the refusal of the plan `a` if the user stated the data of each day.
#[track_caller]
fn check_per_day(plans: &[&str], asked: &str, expected: &str) {
    assert_eq!(refused(plans, request(), &question(asked), DataWords::PerDay), expected);
}

/// Checks why a plan is refused with other filters.
#[track_caller]
fn check_filtered(plan: &str, set: fn(&mut Filters), expected: &str) {
    assert_eq!(refused(&[plan], filtered(set), &question("30d 20GB"), DataWords::Total), expected);
}

#[test]
fn filters_with_a_change() {
    check_filtered(
        "a pass 5 unlimited 30d",
        |filters| filters.no_unlimited = true,
        "unlimited-excluded, no --no-unlimited",
    );
    // Data that is not known may be unlimited, also if only calls are needed.
    let unknown = "a pass 5 data? 30d 60min";
    check_filtered(unknown, |filters| filters.no_unlimited = true, "allowance-unknown");
    let no_unlimited = filtered(|filters| filters.no_unlimited = true);
    assert_eq!(
        refused(&[unknown], no_unlimited, &question("30d 60min"), DataWords::Total),
        "allowance-unknown, no --no-unlimited"
    );
    check_filtered("a pass 5 20GB 30d resident", |_| (), "needs-contract, --resident");
    let visitor = "a pass 5 20GB 30d visitor";
    check_filtered(visitor, |filters| filters.resident = true, "visitors-only, no --resident");
    for (row, expected) in [
        ("a pass 5 20GB 30d network:4G", "network-too-old needed=5G has=4G, --network 4G"),
        ("a pass 5 20GB 30d", "network-too-old needed=5G has=unknown"),
    ] {
        check_filtered(row, |filters| filters.network = Some(Network::G5), expected);
    }
    for (row, expected) in [
        ("a pass 5 20GB 30d sure:low", "confidence-too-low needed=high has=low, --min-confidence low"),
        ("a pass 5 20GB 30d", "confidence-too-low needed=high has=unknown"),
    ] {
        check_filtered(row, |filters| filters.min_confidence = Some(Confidence::High), expected);
    }
    // 2192 days of six years and 328 of 2026.
    let expected = "price-too-old verified_on=2020-01-01 age_days=2520 max_age_days=1095, --max-age 2520";
    check_filtered("a pass 5 20GB 30d seen:2020-01-01", |_| (), expected);
    let expected = "price-too-old verified_on=unknown age_days=unknown max_age_days=30, --max-age any";
    check_filtered("a pass 5 20GB 30d seen:?", |filters| filters.max_age = MaxAge::Days(30), expected);
}

#[test]
fn filters_without_a_change() {
    let plan = "a tourist 5 20GB 30d form:sim sold:shop";
    check_filtered(
        plan,
        |filters| _ = filters.operators.not.insert(slug("o")),
        "operator-excluded operator=o",
    );
    check_filtered(plan, |filters| _ = filters.lines.not.insert(slug("l")), "operator-excluded line=l");
    check_filtered(plan, |filters| _ = filters.kinds.only.insert(Kind::Pass), "kind-excluded kind=tourist");
    check_filtered(plan, |filters| filters.form = Some(Form::Esim), "form-excluded needed=esim has=sim");
    check_filtered(plan, |filters| filters.sold = Some(Sold::Online), "sold-excluded needed=online has=shop");
    check_filtered("a pass 5 20GB 30d social", |_| (), "scope-not-general scope=social");
    check_filtered("a pass ? 20GB 30d", |_| (), "price-unknown");
    check_filtered("a pass 5 20GB 30d TND", |_| (), "rate-unknown currency=TND");
}

#[test]
fn one_change_that_does_not_help_is_absent() {
    check(&["a pass 5 20GB 30d resident seen:2020-01"], "30d 20GB", "needs-contract");
    check(&["a pass 5 20GB 30d resident max1"], "31d 20GB", "needs-contract");
    check(
        &["s sim 5 seen:2020-01-01", "a pass ? 20GB 30d"],
        "30d 20GB",
        "price-too-old verified_on=2020-01-01 age_days=2520 max_age_days=1095, because of s",
    );
}

#[test]
fn the_sim_is_the_cause() {
    check(
        &["s sim 5 seen:2020-01-01", "a pass 5 20GB 30d"],
        "30d 20GB",
        "price-too-old verified_on=2020-01-01 age_days=2520 max_age_days=1095, because of s, --max-age 2520",
    );
    // Its own price is older; the figures are its own.
    check(
        &["s sim 5 seen:2020-01-02", "a pass 5 20GB 30d seen:2020-01-01"],
        "30d 20GB",
        "price-too-old verified_on=2020-01-01 age_days=2520 max_age_days=1095, --max-age 2520",
    );
}

#[test]
fn one_sim_is_enough() {
    // Three years with a leap day are 1096 days, and 177 follow.
    check(
        &["s sim 5 seen:2020-01-01", "t sim 5 seen:2023-06-01", "a pass 5 20GB 30d"],
        "30d 20GB",
        "price-too-old verified_on=2020-01-01 age_days=2520 max_age_days=1095, because of s, --max-age 1273",
    );
    // Its own price is newer than that of its SIM, but both are too old.
    check(
        &["s sim 5 seen:2020-01-01", "a pass 5 20GB 30d seen:2023-06-01"],
        "30d 20GB",
        "price-too-old verified_on=2023-06-01 age_days=1273 max_age_days=1095, --max-age 2520",
    );
    // With a limit that the user sets, the pass without a date would be too old itself.
    check(
        &["s sim 5 seen:2020-01-01", "a pass 5 20GB 30d seen:?"],
        "30d 20GB",
        "price-too-old verified_on=2020-01-01 age_days=2520 max_age_days=1095, because of s, --max-age any",
    );
}

#[test]
fn a_refused_sim_may_be_the_one_that_helps() {
    // A day of 1 GB cannot be covered by a pass that may be bought once for 12 hours, except after `t`.
    let found = |need: &str| {
        let plans = ["s sim 5", "t sim 5 1GB 12h seen:2020-01-01", "a pass 5 1GB 12h max1"];
        refused(&plans, request(), &question(need), DataWords::Total)
    };
    assert_eq!(found("1d 1GB"), "purchase-limit needed=2 allowed=1, --max-age 2520");
    // A plan is not made to fit by a SIM that covers less.
    check(&["s sim 5 20GB 30d", "t sim 5 seen:2020-01-01", "a pass 5 20GB 30d"], "30d 20GB", "not-needed");
}

/// Checks the refusal of the plan `a` if the user wants 5G.
#[track_caller]
fn check_5g(plans: &[&str], expected: &str) {
    let mut request = request();
    request.filters.network = Some(Network::G5);
    assert_eq!(refused(plans, request, &question("30d 20GB"), DataWords::Total), expected);
}

#[test]
fn the_newest_network_that_is_enough() {
    let pass = "a pass 5 20GB 30d network:5G";
    let [third, fourth] = ["s sim 5 1GB 7d network:3G", "t sim 5 1GB 7d network:4G"];
    check_5g(&[third, fourth, pass], "network-too-old needed=5G has=3G, because of s, --network 4G");
    check_5g(&[third, "a pass 5 20GB 30d network:4G"], "network-too-old needed=5G has=4G, --network 3G");
    // The SIM that gets furthest has no change, but the other one has.
    check_5g(&["s sim 5 TND", fourth, pass], "rate-unknown currency=TND, because of s, --network 4G");
}

#[test]
fn a_day_or_a_month_that_gives_too_little() {
    let daily = ["a pass 30 1GB/day 7d"];
    let figures = "daily-allowance-too-small needed_per_day=1428572kB has_per_day=1000000kB";
    check(&daily, "7d 10GB", &format!("{figures}, --data 7000000kB"));
    check_per_day(&daily, "7d 10GB", &format!("{figures}, --per-day 1000000kB"));
    let monthly = ["a contract 100 5GB 30d"];
    let figures = "monthly-allowance-too-small needed=20000000kB has=5000000kB";
    check(&monthly, "60d 40GB", &format!("{figures}, --data 10000000kB"));
    // 10 GB in 60 days are 166,666.67 kB a day.
    check_per_day(&monthly, "60d 40GB", &format!("{figures}, --per-day 166666kB"));
    check(
        &monthly,
        "10d 8GB",
        "monthly-allowance-too-small needed=8000000kB has=5000000kB, --data 5000000kB",
    );
}

#[test]
fn too_few_minutes() {
    let few = ["a contract 100 20GB 30d 10min"];
    check(&few, "30d 20GB 100min", "too-few-minutes needed=100 has=10, --minutes 10");
    let none = ["a pass 5 20GB 30d"];
    check(&none, "30d 20GB 100min", "too-few-minutes needed=100 has=unknown, --minutes 0");
    check(&none, "30d 100min", "too-few-minutes needed=100 has=unknown");
}

/// Checks why a plan is refused for 30 GB in 30 days with at most this many purchases.
#[track_caller]
fn check_few(plan: &str, most: u64, expected: &str) {
    let asked = Question { max_purchases: Some(most), ..question("30d 30GB") };
    assert_eq!(refused(&[plan], request(), &asked, DataWords::Total), expected);
}

#[test]
fn limits_on_purchases() {
    check_few("a pass 5 10GB 30d", 2, "purchase-limit needed=3 allowed=2, --max-purchases 3");
    check(&["a pass 5 10GB 30d max1"], "30d 30GB", "purchase-limit needed=3 allowed=1, --data 10000000kB");
    // Less data does not help if the validity ends first, but fewer days do.
    check(&["a pass 5 30GB 10d max1"], "30d 30GB", "purchase-limit needed=3 allowed=1, --days 10");
    // With two limits at once, allowing three purchases would not be enough.
    check_few("a pass 5 10GB 30d max1", 2, "purchase-limit needed=3 allowed=1, --data 10000000kB");
    check_few("a pass 5 10GB 30d max2", 1, "purchase-limit needed=3 allowed=2, --data 10000000kB");
    check(&["a pass 5 0MB 30d 10min"], "30d 30GB", "purchase-limit needed=unknown allowed=unknown");
}

#[test]
fn purchases_are_counted_as_their_limit_counts_them() {
    let check_few = |plan: &str, most, expected: &str| {
        let asked = Question { max_purchases: Some(most), ..question("30d 20GB") };
        assert_eq!(refused(&["s sim 5", plan], request(), &asked, DataWords::Total), expected);
    };
    // Four passes after the SIM, of which the limit of the pass does not count the SIM.
    check_few("a pass 5 5GB 30d max3", 9, "purchase-limit needed=4 allowed=3, --data 15000000kB");
    check_few("a pass 5 5GB 30d max4", 4, "purchase-limit needed=5 allowed=4, --max-purchases 5");
    check_few("a pass 5 5GB 30d max3", 2, "purchase-limit needed=4 allowed=3, --data 5000000kB");
    // Two bills and the SIM.
    check_few("a contract 5 20GB 15d", 2, "purchase-limit needed=3 allowed=2, --max-purchases 3");
    // After `t`, which covers more, two passes are enough, but cost too much.
    let asked = within("30d 20GB", "29");
    let two_sims = ["s sim 5", "t sim 20 10GB 30d", "a pass 5 5GB 30d max3"];
    let found = refused(&two_sims, request(), &asked, DataWords::Total);
    assert_eq!(found, "purchase-limit needed=4 allowed=3, --data 15000000kB");
}

#[test]
fn fewer_days_of_the_same_daily_data() {
    // A GB a day: 10 GB are enough for 10 of 30 days.
    check_per_day(&["a pass 5 10GB 10d max1"], "30d 30GB", "purchase-limit needed=3 allowed=1, --days 10");
}

#[test]
fn too_expensive() {
    let asked = within("30d 20GB", "24.99");
    let found = refused(&["s sim 5", "a pass 10 10GB 30d"], request(), &asked, DataWords::Total);
    assert_eq!(found, "too-expensive total=25.00 MAD max_total=24.99 MAD, --max-total 25.00");
}

#[test]
fn sims_that_hold_data() {
    check(&["a sim 20 10GB 30d"], "30d 20GB", "sim-only, --data 10000000kB");
    check(&["a sim 20 20GB 10d"], "30d 20GB", "sim-only, --days 10");
    check(&["a sim 20"], "30d 20GB", "sim-only");
    check(&["a sim 20 30GB 30d", "b pass 5 1GB 1d", "c sim 1 30GB 30d"], "31d 30GB", "sim-only, --days 30");
}

#[test]
fn a_smaller_need_may_be_too_small() {
    // The SIM alone covers up to 1 GB. Then one pass a day is missing: with 1.08 GB the 36 MB are the pace.
    check(
        &["s sim 5 1GB 30d", "a pass 5 36MB/day 1d"],
        "30d 20GB",
        "daily-allowance-too-small needed_per_day=666667kB has_per_day=36000kB, --data 1080000kB",
    );
    // 9.5 GB in 10 days are 950 MB a day, in 9 days more than 1 GB.
    check(&["a pass 5 1GB/day 10d max1"], "30d 9.5GB", "purchase-limit needed=3 allowed=1, --days 10");
    check(
        &["s sim 5 30min", "a pass 5 0MB 30d 1min max1"],
        "30d 100min",
        "purchase-limit needed=70 allowed=1, --minutes 31",
    );
}

#[test]
fn each_sim_has_its_own_largest_need() {
    // After `s` the pass covers 1 to 3 GB, after `t` 10 to 12 GB.
    check(
        &["s sim 5 1GB 30d", "t sim 9 10GB 30d", "a pass 5 2GB 30d max1"],
        "30d 20GB",
        "purchase-limit needed=5 allowed=1, --data 12000000kB",
    );
    // Its one balance covers 2 GB while the pass covers the calls, or the calls while the pass covers 1 GB.
    check(
        &["s sim 5 2GB 30d 60min shared", "a pass 5 1GB 30d 60min max1"],
        "30d 9GB 60min",
        "purchase-limit needed=8 allowed=1, --data 2000000kB",
    );
}

#[test]
fn a_sim_with_minutes_may_cover_fewer() {
    check(&["a sim 20 60min"], "30d 100min", "sim-only, --minutes 60");
}

/// Checks the highest price at which a basket of `a` alone is the first offer.
#[track_caller]
fn check_break_even(plans: &[&str], expected: Option<&str>) {
    let catalogue = prepared(plans, request());
    let asked = question("30d 20GB");
    let comparison = compare(&catalogue, &asked);
    let plan = catalogue.find("a").unwrap();
    let explanation = explain(plan, &catalogue, &asked, &comparison, DataWords::Total);
    let price = explanation.break_even_price.unwrap().map(Money::amount_text);
    assert_eq!(price.as_deref(), expected);
}

#[test]
fn break_even_prices() {
    // At the same total the smaller id ranks first; two purchases rank after one.
    check_break_even(&["a pass 50 20GB 30d", "b pass 40 20GB 30d line:m"], Some("40.00"));
    check_break_even(&["a pass 30 10GB 30d", "b pass 50 20GB 30d line:m"], Some("24.99"));
    check_break_even(&["s sim 15", "a pass 50 20GB 30d", "b pass 40 20GB 30d line:m"], Some("24.99"));
    // In the first offer it is mixed: `a` and the two others cost 9 more than `a`, and are one purchase more than two
    // of `a`.
    let mix = ["a pass 10 10GB 30d", "b pass 5 5GB 30d max1", "c pass 4 5GB 30d max1"];
    check_break_even(&mix, Some("9.00"));
    check_break_even(&["a pass 40 20GB 30d", "b pass 50 20GB 30d line:m"], None);
    check_break_even(&["s sim 40", "a pass 50 20GB 30d", "b pass 40 20GB 30d line:m"], None);
    check_break_even(&["a sim 50 20GB 30d", "b pass 40 20GB 30d line:m"], None);
    check_break_even(&["a pass 5 20GB 30d max1", "b pass 40 20GB 30d line:m"], None);
    // A centime is the least: nothing would be a free trial.
    check_break_even(&["a pass 0.02 20GB 30d", "b pass 0.01 20GB 30d line:m"], Some("0.01"));
    check_break_even(&["a pass 0 10GB 30d", "c pass 5 10GB 30d"], None);
}

#[test]
fn what_becomes_of_a_plan() {
    let plans = ["a pass 10 10GB 10d 50min", "b pass 1 20GB 30d 100min", "u pass 9 unlimited 3d anyminutes"];
    let catalogue = prepared(&plans, request());
    let asked = question("30d 20GB 100min");
    let comparison = compare(&catalogue, &asked);
    let [a, b, u] = ["a", "b", "u"]
        .map(|id| explain(catalogue.find(id).unwrap(), &catalogue, &asked, &comparison, DataWords::Total));
    let spans = [a.by_validity, a.by_data, a.by_minutes, a.covers, u.covers];
    let days = spans.map(|span| asked.need.days(span.unwrap()).to_string());
    assert_eq!(days, ["10.00", "15.00", "15.00", "10.00", "3.00"]);
    let ranks = [&a, &b].map(|plan| plan.offers.iter().map(|(rank, _)| *rank).collect::<Vec<_>>());
    assert_eq!(ranks, [[None], [Some(1)]]);
    assert_eq!((a.refusal, u.by_data), (None, None));
    // Without a need of data its data has no time, and without one of calls its minutes.
    for (need, expected) in [("30d 20GB", (true, false)), ("30d 100min", (false, true))] {
        let asked = question(need);
        let comparison = compare(&catalogue, &asked);
        let plan = catalogue.find("a").unwrap();
        let explanation = explain(plan, &catalogue, &asked, &comparison, DataWords::Total);
        assert_eq!((explanation.by_data.is_some(), explanation.by_minutes.is_some()), expected, "{need}");
    }
}

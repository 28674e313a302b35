use super::*;
use crate::domain::comparison::compare;
use crate::domain::plan::Kind;
use crate::domain::request::Request;
use crate::domain::testing::{offers, prepared, question, refusals, request, with_initial, within};

/// Checks the offers of `--all` and the refusals, given plans and a question.
#[track_caller]
fn check(plans: &[&str], asked: &str, expected: (&[&str], &[&str])) {
    check_asked(plans, request(), &question(asked), expected);
}

#[track_caller]
fn check_asked(plans: &[&str], request: Request, asked: &Question, expected: (&[&str], &[&str])) {
    let catalogue = prepared(plans, request);
    let comparison = compare(&catalogue, asked).with_alone();
    assert_eq!(offers(&catalogue, &comparison), expected.0, "offers");
    assert_eq!(refusals(&comparison), expected.1, "refusals");
}

fn few(asked: &str, most: u64) -> Question {
    Question { max_purchases: Some(most), ..question(asked) }
}

#[test]
fn data_and_minutes_of_a_sim_begin_side_by_side() {
    let sim = "s sim 20 10GB 30d 10min";
    let passes = ["a pass 5 0MB 30d 10min", "d pass 8 5GB 30d"];
    check(&[sim], "10d 10GB 10min", (&["s:1 = 20.00 MAD"], &[]));
    // The initial balance covers data for 5 days. The SIM covers the calls from the start, and data for the other 5
    // days.
    let left = with_initial("10d 10GB 10min", "m 5GB 30d");
    check_asked(&[sim], request(), &left, (&["s:1 = 20.00 MAD"], &[]));
    // It runs out after 8 days: 2 are missing.
    let plans = ["s sim 20 10GB 8d 10min", "b pass 9 5GB 30d 10min"];
    check_asked(&plans, request(), &left, (&["s:1 b:1 = 29.00 MAD"], &[]));
    let plans = ["s sim 20 10GB 7d 10min", "b pass 9 2GB 30d 10min"];
    check_asked(&plans, request(), &left, (&["s:1 b:2 = 38.00 MAD"], &[]));
    // Without calls it is bought when its data is wanted.
    let left = with_initial("10d 10GB", "m 5GB 30d");
    check_asked(&["s sim 20 10GB 5d 10min"], request(), &left, (&["s:1 = 20.00 MAD"], &[]));
    // A shared balance covers one of the two.
    let shared = [&["s sim 20 10GB 30d 10min shared"], &passes[..]].concat();
    let split = (&["s:1 a:1 = 25.00 MAD", "s:1 d:2 = 36.00 MAD"][..], &[][..]);
    check(&shared, "10d 10GB 10min", split);
}

#[test]
fn the_sim_that_suits_best() {
    let pass = "a pass 10 20GB 30d 10min";
    let best = |sims: [&str; 2], asked: &str| {
        let catalogue = prepared(&[sims[0], sims[1], pass], request());
        offers(&catalogue, &compare(&catalogue, &question(asked)))
    };
    assert_eq!(best(["s sim 6", "t sim 5"], "30d 20GB"), ["t:1 a:1 = 15.00 MAD"]);
    assert_eq!(best(["s sim 5", "t sim 5"], "30d 20GB"), ["s:1 a:1 = 15.00 MAD"]);
    // More time is covered, but only of data.
    assert_eq!(best(["s sim 5", "t sim 5 1GB 30d"], "30d 20GB"), ["t:1 a:1 = 15.00 MAD"]);
    assert_eq!(best(["s sim 5", "t sim 5 30d 10min"], "30d 20GB 10min"), ["s:1 a:1 = 15.00 MAD"]);
    // Fewer purchases with a shared balance.
    assert_eq!(best(["s sim 5 1GB 30d shared", "t sim 5 1GB 30d"], "30d 20GB"), ["t:1 a:1 = 15.00 MAD"]);
    assert_eq!(best(["s sim 5 shared", "t sim 5 1GB 30d"], "30d 20GB"), ["t:1 a:1 = 15.00 MAD"]);
    // The same holds for a mix of passes if no plan alone is enough.
    let best_mix = |sims: [&str; 2]| {
        let passes = ["a pass 10 10GB 30d max1", "b pass 10 10GB 30d max1"];
        let catalogue = prepared(&[&sims[..], &passes[..]].concat(), request());
        offers(&catalogue, &compare(&catalogue, &question("30d 20GB")))
    };
    assert_eq!(best_mix(["s sim 6", "t sim 5"]), ["t:1 a:1 b:1 = 25.00 MAD"]);
    assert_eq!(best_mix(["s sim 5", "t sim 5"]), ["s:1 a:1 b:1 = 25.00 MAD"]);
    assert_eq!(best_mix(["s sim 5", "t sim 5 1GB 30d"]), ["t:1 a:1 b:1 = 25.00 MAD"]);
    assert_eq!(best_mix(["s sim 5 1GB 30d shared", "t sim 5 1GB 30d"]), ["t:1 a:1 b:1 = 25.00 MAD"]);
    // A dearer SIM may save a pass.
    assert_eq!(best(["s sim 5", "t sim 14 10GB 30d"], "30d 30GB"), ["t:1 a:1 = 24.00 MAD"]);
    assert_eq!(best(["s sim 5", "t sim 16 10GB 30d"], "30d 30GB"), ["s:1 a:2 = 25.00 MAD"]);
}

#[test]
fn limits_of_a_plan() {
    check(&["a pass 10 10GB 30d max2"], "30d 20GB", (&["a:2 = 20.00 MAD"], &[]));
    check(&["a pass 10 10GB 30d max1"], "30d 20GB", (&[], &["a: purchase-limit"]));
    // A free trial is one purchase, alone and in a mix.
    let trial = ["a pass 0 10GB 30d", "b pass 10 10GB 30d"];
    check(&trial, "30d 20GB", (&["a:1 b:1 = 10.00 MAD", "b:2 = 20.00 MAD"], &[]));
    check(&trial[..1], "30d 20GB", (&[], &["a: purchase-limit"]));
    check(&["a pass 0 10GB 30d max2"], "30d 20GB", (&["a:2 = 0.00 MAD"], &[]));
    check(&["c contract 10 10GB 30d max1"], "31d 1GB", (&[], &["c: purchase-limit"]));
}

#[test]
fn limits_of_a_basket_count_everything() {
    let plans = ["s sim 20", "a pass 10 10GB 30d"];
    let fits = (&["s:1 a:2 = 40.00 MAD"][..], &[][..]);
    check_asked(&plans, request(), &few("30d 20GB", 3), fits);
    let out = (&[][..], &["a: purchase-limit", "s: sim-only"][..]);
    check_asked(&plans, request(), &few("30d 20GB", 2), out);
    check_asked(&plans, request(), &few("30d 20GB", 0), out);
    let contract = ["s sim 20", "c contract 10 unlimited 30d"];
    check_asked(&contract, request(), &few("90d 1GB", 4), (&["s:1 c:3 = 50.00 MAD"], &[]));
    let out = (&[][..], &["c: purchase-limit", "s: sim-only"][..]);
    check_asked(&contract, request(), &few("90d 1GB", 3), out);
    check_asked(&["s sim 20 20GB 30d"], request(), &few("30d 20GB", 1), (&["s:1 = 20.00 MAD"], &[]));
    check_asked(&["s sim 20 20GB 30d"], request(), &few("30d 20GB", 0), (&[], &["s: sim-only"]));
}

#[test]
fn a_pass_is_not_needed_if_every_sim_covers_everything() {
    let plans = ["s sim 20 30GB 30d", "a pass 1 30GB 30d", "t sim 0"];
    check(&plans[..2], "30d 30GB", (&["s:1 = 20.00 MAD"], &["a: not-needed"]));
    check(&plans, "30d 30GB", (&["t:1 a:1 = 1.00 MAD", "s:1 = 20.00 MAD"], &[]));
    let contract = ["s sim 20 30GB 30d", "c contract 1 30GB 30d"];
    check(&contract, "30d 30GB", (&["s:1 = 20.00 MAD"], &["c: not-needed"]));
    // The first reason over all ways to begin is reported.
    let limited = ["s sim 20 30GB 30d", "a pass 1 10GB 30d max1", "t sim 0"];
    check(&limited, "30d 30GB", (&["s:1 = 20.00 MAD"], &["a: purchase-limit", "t: sim-only"]));
    let limited = ["r sim 0", "a pass 1 10GB 30d max1", "s sim 20 30GB 30d"];
    check(&limited, "30d 30GB", (&["s:1 = 20.00 MAD"], &["a: purchase-limit", "r: sim-only"]));
}

#[test]
fn sims_that_are_in_no_offer() {
    let plans = ["s sim 20", "a pass ? 20GB 30d", "t sim 20 seen:2020-01"];
    check(&plans, "30d 20GB", (&[], &["a: price-unknown", "s: sim-only", "t: price-too-old"]));
}

#[test]
fn kinds_do_not_reach_the_sim_that_a_line_needs() {
    let mut no_sims = request();
    no_sims.filters.kinds.not.insert(Kind::Sim);
    let plans = ["s sim 20", "t sim 30", "a pass 10 20GB 30d"];
    let expected = (&["s:1 a:1 = 30.00 MAD"][..], &["t: kind-excluded"][..]);
    check_asked(&plans, no_sims.clone(), &question("30d 20GB"), expected);
    // If it covers everything, it is the offer.
    let expected = (&["s:1 = 20.00 MAD"][..], &[][..]);
    check_asked(&["s sim 20 20GB 30d"], no_sims, &question("30d 20GB"), expected);
}

#[test]
fn a_plan_is_refused_for_its_sims_if_their_reason_comes_first() {
    check(
        &["s sim 5 seen:2020-01", "a pass ? 20GB 30d", "b pass 5 20GB 30d social", "d pass 5 1kB/day 30d"],
        "30d 20GB",
        (&[], &["a: price-too-old", "b: scope-not-general", "d: price-too-old", "s: price-too-old"]),
    );
}

#[test]
fn what_a_need_refuses() {
    let mixed = [
        "a pass 1 data? 30d",
        "b pass 1 20GB",
        "c pass 1 500MB/day 30d",
        "d contract 1 10GB 30d 100min",
        "e contract 1 20GB 30d 99min",
        "f pass 1 20GB 30d",
        "g pass 1 0MB 30d 100min",
    ];
    check(
        &mixed,
        "30d 20GB 100min",
        (
            &["f:1 g:1 = 2.00 MAD"],
            &[
                "a: allowance-unknown",
                "b: validity-unknown",
                "c: daily-allowance-too-small",
                "d: monthly-allowance-too-small",
                "e: too-few-minutes",
            ],
        ),
    );
}

#[test]
fn a_contract_covers_what_the_sim_leaves() {
    // 10 of 40 days are missing, so 10 GB are enough.
    let plans = ["s sim 5 30GB 30d", "c contract 50 10GB 30d"];
    check(&plans, "40d 40GB", (&["s:1 c:1 = 55.00 MAD"], &[]));
    let plans = ["s sim 5 29GB 30d", "c contract 50 10GB 30d"];
    check(&plans, "40d 40GB", (&[], &["c: monthly-allowance-too-small", "s: sim-only"]));
    // Contracts are never mixed.
    let plans = ["c contract 50 20GB 30d", "a pass 5 10GB 10d"];
    check(&plans, "30d 20GB", (&["a:3 = 15.00 MAD", "c:1 = 50.00 MAD"], &[]));
    check(&plans, "40d 20GB", (&["a:4 = 20.00 MAD", "c:2 = 100.00 MAD"], &[]));
}

#[test]
fn what_is_above_the_highest_total() {
    let plans = ["a pass 10 10GB 30d", "c contract 15 20GB 30d fee:6", "b pass 20 20GB 30d max1"];
    let fits = (&["b:1 = 20.00 MAD", "a:2 = 20.00 MAD"][..], &["c: too-expensive"][..]);
    check_asked(&plans, request(), &within("30d 20GB", "20.99"), fits);
    let all = (&["b:1 = 20.00 MAD", "a:2 = 20.00 MAD", "c:1 = 21.00 MAD"][..], &[][..]);
    check_asked(&plans, request(), &within("30d 20GB", "21"), all);
    // A SIM that would cover alone, and one that would not.
    let sims = ["s sim 20 20GB 30d", "t sim 20 10GB 30d"];
    let out = (&[][..], &["s: too-expensive", "t: sim-only"][..]);
    check_asked(&sims, request(), &within("30d 20GB", "19.99"), out);
    let fits = (&["s:1 = 20.00 MAD"][..], &["t: sim-only"][..]);
    check_asked(&sims, request(), &within("30d 20GB", "20"), fits);
}

#[test]
fn the_largest_total_that_can_be_shown() {
    // (2⁴⁸ − 1) centimes for each of 2⁴⁸ + 1 purchases: 2⁹⁶ − 1 centimes.
    let plans = ["a pass 2814749767106.55 1kB 30d"];
    let most = ["a:281474976710657 = 792281625142643375935439503.35 MAD"];
    check(&plans, "30d 281474976710657kB", (&most, &[]));
    check(&plans, "30d 281474976710658kB", (&[], &["a: too-large-to-search"]));
}

#[test]
fn a_total_that_is_not_fully_known_is_a_lower_bound() {
    let plans = ["c contract 10 20GB 30d fee:?", "d pass 90 20GB 30d line:m"];
    check(&plans, "30d 20GB", (&["d:1 = 90.00 MAD", "c:1 = ≥ 10.00 MAD"], &[]));
    let out = (&[][..], &["c: too-expensive", "d: too-expensive"][..]);
    check_asked(&plans, request(), &within("30d 20GB", "9.99"), out);
    let fits = (&["c:1 = ≥ 10.00 MAD"][..], &["d: too-expensive"][..]);
    check_asked(&plans, request(), &within("30d 20GB", "10"), fits);
    check(&["s sim ?", "a pass 5 20GB 30d"], "30d 20GB", (&["s:1 a:1 = ≥ 5.00 MAD"], &[]));
}

#[test]
fn a_line_that_is_too_large_has_no_offer_at_all() {
    let plans = ["s sim 50 30GB 30d", "t sim 1", "a pass 10 10GB 30d", "b pass 5 4GB 30d"];
    let catalogue = prepared(&plans, request());
    let comparison = compare(&catalogue, &Question { effort: 0, ..question("30d 20GB") });
    assert!(comparison.offers.is_empty() && comparison.alone.is_empty());
    // `t` is not a basket alone, for its own reason.
    let refused =
        ["a: too-large-to-search", "b: too-large-to-search", "s: too-large-to-search", "t: sim-only"];
    assert_eq!(refusals(&comparison), refused);
    let error = &comparison.left_out[0].error;
    // Five of `b` would cover it, of `a` only two.
    assert_eq!(error.to_string(), "search-too-large line=`l` searched=`0` plan=`b` purchases=`5`");
}

#[test]
fn calls_alone() {
    let plans = ["s sim 20 10min", "m pass 5 0MB 10d 10min", "a pass 1 5GB 30d"];
    // The SIM's minutes do not expire: 10 of 30 days are covered.
    check(&plans, "30d 30min", (&["s:1 m:2 = 30.00 MAD"], &["a: too-few-minutes"]));
}

#[test]
fn a_limit_holds_over_data_and_calls_if_the_sim_covers_the_calls() {
    // `a` has 15 days of data and 12 of calls. Together they would be the 27 days, but it may be bought once.
    let plans = ["s sim 5 90min", "a pass 10 10GB 30d 40min max1", "b pass 11 10GB 30d"];
    let catalogue = prepared(&plans, request());
    let best = compare(&catalogue, &question("27d 18GB 90min"));
    assert_eq!(offers(&catalogue, &best), ["s:1 a:1 b:1 = 26.00 MAD"]);
}

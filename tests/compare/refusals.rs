//! Why a plan is in no offer, and which one change would put it into one.

use crate::common::model::{dirhams, filtered, prepared, question, refusals, request, slug, within};
use crate::{check, check_asked, compared};
use simplan::domain::change::{Change, DataWords};
use simplan::domain::comparison::compare;
use simplan::domain::explanation::refusal;
use simplan::domain::filters::{Filters, MaxAge};
use simplan::domain::plan::{Confidence, Form, Kind, Network, Sold};
use simplan::domain::request::{Question, Request};
use simplan::domain::volume::DataVolume;

#[test]
fn every_code_by_itself() {
    #[track_caller]
    fn check_code(text: &str, set: fn(&mut Filters), expected: &str) {
        let (_, comparison) = compared(&[text], filtered(set), &question("10d 5GB 10min"));
        assert_eq!(refusals(&comparison), [format!("p: {expected}")], "{text}");
    }
    #[track_caller]
    fn check_row(text: &str, expected: &str) {
        check_code(text, |_| (), expected);
    }
    let good = "p pass 5 5GB 10d 10min";
    check_code(good, |filters| _ = filters.operators.not.insert(slug("o")), "operator-excluded");
    check_code(good, |filters| _ = filters.lines.only.insert(slug("m")), "operator-excluded");
    check_code(good, |filters| _ = filters.kinds.not.insert(Kind::Pass), "kind-excluded");
    for tourist in ["p tourist 5 5GB 10d 10min", "p tourist 5 5GB 10d 10min form:sim"] {
        check_code(tourist, |filters| filters.form = Some(Form::Esim), "form-excluded");
    }
    let both = "p esim 5 5GB 10d 10min sold:both";
    check_code(both, |filters| filters.sold = Some(Sold::Abroad), "sold-excluded");
    let unlimited = "p pass 5 unlimited 10d 10min";
    check_code(unlimited, |filters| filters.no_unlimited = true, "unlimited-excluded");
    check_row("p pass 5 5GB 10d 10min social", "scope-not-general");
    check_row("p contract 5 5GB 10d 10min resident", "needs-contract");
    let visitor = "p tourist 5 5GB 10d 10min visitor";
    check_code(visitor, |filters| filters.resident = true, "visitors-only");
    for slow in [good, "p pass 5 5GB 10d 10min network:3G"] {
        check_code(slow, |filters| filters.network = Some(Network::G4), "network-too-old");
    }
    for unsure in [good, "p pass 5 5GB 10d 10min sure:low"] {
        check_code(unsure, |filters| filters.min_confidence = Some(Confidence::Medium), "confidence-too-low");
    }
    // On 25 November 2026, 1095 days are past what was seen in October 2023.
    check_row("p pass 5 5GB 10d 10min seen:2023-10", "price-too-old");
    let undated = "p pass 5 5GB 10d 10min seen:?";
    check_code(undated, |filters| filters.max_age = MaxAge::Days(365), "price-too-old");
    check_row("p pass ? 5GB 10d 10min", "price-unknown");
    check_row("p pass 5 5GB 10d 10min TND", "rate-unknown");
    check_row("p pass 5 10d 10min", "allowance-unknown");
    check_row("p pass 5 5GB 10min", "validity-unknown");
    check_row("p pass 5 499999kB/day 10d 10min", "daily-allowance-too-small");
    check_row("p contract 5 4999999kB 10d 10min", "monthly-allowance-too-small");
    check_row("p pass 5 5GB 10d", "too-few-minutes");
    check_row("p pass 5 4GB 10d 10min max1", "purchase-limit");
    check_row("p sim 5 4GB 10d 10min", "sim-only");
    let (_, dear) = compared(&[good], request(), &within("10d 5GB", "4.99"));
    assert_eq!(refusals(&dear), ["p: too-expensive"]);
}

#[test]
fn the_first_reason_of_the_order_is_given() {
    let texts = [
        "all-wrong contract ? social resident network:3G seen:2020-01 sure:low",
        "two-wrong pass ? social",
        "no-data pass 5",
        "no-validity pass 5 1GB",
        "small-days pass 5 100MB/day 7d",
        "calls pass 5 0MB 7d 60min",
        "visitor tourist 5 1GB 7d visitor",
    ];
    let expected = [
        "all-wrong: scope-not-general",
        "calls: purchase-limit",
        "no-data: allowance-unknown",
        "no-validity: validity-unknown",
        "small-days: daily-allowance-too-small",
        "two-wrong: scope-not-general",
    ];
    check(&texts, "10d 5GB", &["visitor:5 = 25.00 MAD"], &expected);
    let picky = filtered(|filters| {
        filters.resident = true;
        filters.kinds.not.insert(Kind::Contract);
    });
    let expected = [
        "all-wrong: kind-excluded",
        "calls: purchase-limit",
        "no-data: allowance-unknown",
        "no-validity: validity-unknown",
        "small-days: daily-allowance-too-small",
        "two-wrong: scope-not-general",
        "visitor: visitors-only",
    ];
    check_asked(&texts, picky, &question("10d 5GB"), &[], &expected);
}

#[test]
fn a_filter_is_met_by_what_is_known_only() {
    #[track_caller]
    fn check_unknown(texts: &[&str], request: Request, offers: &[&str], refusals: &[&str], unknown: usize) {
        check_asked(texts, request.clone(), &question("30d 9GB"), offers, refusals);
        assert_eq!(prepared(texts, request).refused_unknown(), unknown);
    }
    let texts = [
        "fast pass 5 9GB 30d network:5G sure:high",
        "slow pass 6 9GB 30d network:3G sure:low",
        "undated pass 7 9GB 30d seen:?",
    ];
    let all = ["fast:1 = 5.00 MAD", "alone slow:1 = 6.00 MAD", "alone undated:1 = 7.00 MAD"];
    check(&texts, "30d 9GB", &all, &[]);
    let quick = filtered(|filters| filters.network = Some(Network::G4));
    let expected = ["slow: network-too-old", "undated: network-too-old"];
    check_unknown(&texts, quick, &all[..1], &expected, 1);
    let sure = filtered(|filters| filters.min_confidence = Some(Confidence::Low));
    check_unknown(&texts, sure, &all[..2], &["undated: confidence-too-low"], 1);
    let fresh = filtered(|filters| filters.max_age = MaxAge::Days(365));
    check_unknown(&texts, fresh, &all[..2], &["undated: price-too-old"], 1);
}

#[test]
fn a_pass_falls_with_its_only_sim_and_says_so() {
    let texts = ["sim sim 5 sure:low", "p pass 10 1GB 30d sure:high"];
    let sure = filtered(|filters| filters.min_confidence = Some(Confidence::Medium));
    let need = question("30d 1GB");
    let expected = ["p: confidence-too-low", "sim: confidence-too-low"];
    check_asked(&texts, sure.clone(), &need, &[], &expected);
    let catalogue = prepared(&texts, sure);
    let (plan, code) = compare(&catalogue, &need).refused[0].clone();
    let refusal = refusal(&catalogue, &need, &plan, code, DataWords::Total);
    assert_eq!(refusal.because_of, Some(slug("sim")));
    assert_eq!(refusal.change, Some(Change::MinConfidence(Confidence::Low)));
    // A wish for passes does not forbid the SIM that they need.
    let passes = filtered(|filters| _ = filters.kinds.only.insert(Kind::Pass));
    check_asked(&texts, passes, &need, &["sim:1 p:1 = 15.00 MAD"], &[]);
}

#[test]
fn the_smallest_change_is_given_if_one_is_enough() {
    #[track_caller]
    fn check_change(text: &str, question: &Question, words: DataWords, expected: Option<&Change>) {
        let (prepared, comparison) = compared(&[text], request(), question);
        let (plan, code) = comparison.refused[0].clone();
        assert_eq!(refusal(&prepared, question, &plan, code, words).change.as_ref(), expected);
    }
    let total = DataWords::Total;
    let need = question("30d 3GB");
    check_change("p pass 10 50MB/day 30d", &need, total, Some(&Change::Data(DataVolume::from_kb(1_500_000))));
    check_change(
        "p pass 10 50MB/day 30d",
        &need,
        DataWords::PerDay,
        Some(&Change::PerDay(DataVolume::from_kb(50_000))),
    );
    check_change("p contract 10 2GB 30d", &need, total, Some(&Change::Data(DataVolume::from_kb(2_000_000))));
    check_change("p pass 10 1GB 30d max2", &need, total, Some(&Change::Data(DataVolume::from_kb(2_000_000))));
    check_change("p pass 10 5GB 7d max2", &need, total, Some(&Change::Days(14)));
    // Two passes cover neither 30 days nor 3 GB: no single number helps.
    check_change("p pass 10 1GB 7d max2", &need, total, None);
    let talking = question("30d 3GB 90min");
    check_change("p pass 10 5GB 30d 40min max2", &talking, total, Some(&Change::Minutes(80)));
    check_change("p pass 10 5GB 30d", &talking, total, Some(&Change::Minutes(0)));
    let few = Question { max_purchases: Some(2), ..need.clone() };
    check_change("p pass 10 1GB 30d", &few, total, Some(&Change::MaxPurchases(3)));
    let cheap = Question { max_total: Some(dirhams("29.99")), ..need.clone() };
    check_change("p pass 10 1GB 30d", &cheap, total, Some(&Change::MaxTotal(dirhams("30"))));
    check_change("p contract 50 9GB 30d resident", &need, total, Some(&Change::Resident(true)));
    // For residents, and too dear besides: to live there would not be enough.
    check_change("p contract 50 9GB 30d resident", &cheap, total, None);
    check_change("p pass 10 9GB 30d seen:2022-11-25", &need, total, Some(&Change::MaxAge(1461)));
    check_change(
        "p sim 10 1GB 15d",
        &question("10d 3GB"),
        total,
        Some(&Change::Data(DataVolume::from_kb(1_000_000))),
    );
}

//! The model and the ranking, on catalogues small enough to work out by hand.

mod common;

use common::{currency, morocco, offers, plans, refusals, request, slug};
use simplan::domain::comparison::compare;
use simplan::domain::explanation::explain;
use simplan::domain::filters::MaxAge;
use simplan::domain::money::Money;
use simplan::domain::need::Need;
use simplan::domain::plan::{Allowance, Confidence, Kind, Network};
use simplan::domain::refusal::{Change, Code};
use simplan::domain::request::{Left, Request};
use simplan::domain::time::Validity;

const HEADER: &str = "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,scope,\
                      network,audience,max_purchases,source,verified_on,confidence\n";

/// The offers and refusals of a request over rows under [`HEADER`].
#[track_caller]
fn check(rows: &str, request: &Request, expected_offers: &[&str], expected_refusals: &[&str]) {
    let comparison = compare(plans(&format!("{HEADER}{rows}")), request).unwrap();
    assert_eq!(offers(&comparison), expected_offers);
    assert_eq!(refusals(&comparison), expected_refusals);
}

#[test]
fn validity_or_data_binds() {
    // 30 days, 20 GB: 10 GB last 15 days, 2 GB last 3; a week's unlimited plan is needed ⌈30/7⌉ = 5 times.
    let rows = "big,l,o,Big,pass,100,MAD,,10GB,,30d,,,,,,s,2026-11,high\n\
                small,l,o,Small,pass,20,MAD,,2GB,,7d,,,,,,s,2026-11,high\n\
                week,l,o,Week,pass,45,MAD,,unlimited,,7d,,,,,,s,2026-11,high\n";
    // Three weeks and 3 × 3 days are 30 days, too: 135 + 60.
    let expected =
        ["week:3 small:3 = 195.00 MAD", "big:2 = 200.00 MAD", "small:10 = 200.00 MAD", "week:5 = 225.00 MAD"];
    check(rows, &request(30, "20GB"), &expected, &[]);
}

#[test]
fn one_kilobyte_more_needs_one_purchase_more() {
    let rows = "p,l,o,P,pass,10,MAD,,1GB,,30d,,,,,,s,2026-11,high\n";
    check(rows, &request(30, "3GB"), &["p:3 = 30.00 MAD"], &[]);
    check(rows, &request(30, "3000001kB"), &["p:4 = 40.00 MAD"], &[]);
    // Validity alone: 31 days of 30 days each.
    check(rows, &request(31, "1GB"), &["p:2 = 20.00 MAD"], &[]);
}

#[test]
fn a_line_needs_exactly_one_of_its_sims() {
    let rows = "dear-sim,l,o,Dear,sim,50,MAD,,0MB,,,,,,,1,s,2026-11,high\n\
                sim,l,o,SIM,sim,30,MAD,,0MB,,,,,,,1,s,2026-11,high\n\
                p,l,o,P,pass,10,MAD,,1GB,,30d,,,,,,s,2026-11,high\n";
    let mut request = request(30, "2GB");
    check(rows, &request, &["sim:1 p:2 = 50.00 MAD"], &["dear-sim: sim-only"]);
    request.have_sims.insert(slug("l"));
    check(rows, &request, &["p:2 = 20.00 MAD"], &["dear-sim: sim-only", "sim: sim-only"]);
}

#[test]
fn a_sim_with_data_serves_first_and_may_be_enough() {
    // 10 days, 5 GB: half a GB a day. The SIM serves min(7, 2) = 2 days, a pass min(30, 4) = 4 days: 2 + 2 × 4.
    let rows = "sim,l,o,SIM,sim,40,MAD,,1GB,,7d,,,,,1,s,2026-11,high\n\
                p,l,o,P,pass,10,MAD,,2GB,,30d,,,,,,s,2026-11,high\n";
    check(rows, &request(10, "5GB"), &["sim:1 p:2 = 60.00 MAD"], &[]);
    check(rows, &request(7, "1GB"), &["sim:1 = 40.00 MAD", "sim:1 p:1 = 50.00 MAD"], &[]);
}

#[test]
fn an_unknown_sim_price_makes_a_lower_bound_only_where_no_sim_has_one() {
    let rows = "sim,l,o,SIM,sim,,,,0MB,,,,,,,1,s,2026-11,high\n\
                p,l,o,P,pass,10,MAD,,1GB,,30d,,,,,,s,2026-11,high\n";
    check(rows, &request(30, "1GB"), &["sim:1 p:1 = ≥ 10.00 MAD"], &[]);
    let known = "sim-2,l,o,SIM,sim,99,MAD,,0MB,,,,,,,1,s,2026-11,high\n";
    check(
        &format!("{rows}{known}"),
        &request(30, "1GB"),
        &["sim-2:1 p:1 = 109.00 MAD"],
        &["sim: price-unknown"],
    );
}

#[test]
fn setup_fees_are_paid_once() {
    let rows = "c,l,o,C,contract,50,MAD,100,20GB,,30d,,,,resident,,s,2026-11,high\n";
    let resident = Request { resident: true, ..request(90, "60GB") };
    check(rows, &resident, &["c:3 = 250.00 MAD"], &[]);
    check(rows, &request(90, "60GB"), &[], &["c: needs-contract"]);
}

#[test]
fn minutes_count_too() {
    let rows = "calls,l,o,C,pass,10,MAD,,1GB,,30d,40,,,,,s,2026-11,high\n\
                none,l,o,N,pass,1,MAD,,1GB,,30d,,,,,,s,2026-11,high\n\
                any,l,o,A,pass,50,MAD,,1GB,,30d,unlimited,,,,,s,2026-11,high\n";
    let base = request(30, "1GB");
    let need = Need::new(base.need.stay(), base.need.data(), 100).unwrap();
    let talking = Request { need, ..base };
    check(rows, &talking, &["calls:3 = 30.00 MAD", "any:1 = 50.00 MAD"], &["none: too-few-minutes"]);
}

#[test]
fn limits_of_purchases_are_the_plans_and_the_baskets() {
    let rows = "sim,l,o,SIM,sim,5,MAD,,0MB,,,,,,,1,s,2026-11,high\n\
                once,l,o,O,pass,10,MAD,,1GB,,30d,,,,,1,s,2026-11,high\n\
                often,l,o,M,pass,10,MAD,,1GB,,30d,,,,,,s,2026-11,high\n";
    check(rows, &request(30, "2GB"), &["sim:1 often:2 = 25.00 MAD"], &["once: purchase-limit"]);
    // The SIM is a purchase, too.
    let few = Request { max_purchases: Some(2), ..request(30, "2GB") };
    check(rows, &few, &[], &["often: purchase-limit", "once: purchase-limit", "sim: sim-only"]);
}

#[test]
fn ranking_breaks_every_tie() {
    // Same totals: fewer purchases, then more time, then ids.
    let rows = "b,l,o,B,pass,20,MAD,,2GB,,30d,,,,,,s,2026-11,high\n\
                a,l,o,A,pass,20,MAD,,2GB,,30d,,,,,,s,2026-11,high\n\
                half,l,o,H,pass,10,MAD,,1GB,,30d,,,,,,s,2026-11,high\n\
                long,l,o,L,pass,20,MAD,,3GB,,60d,,,,,,s,2026-11,high\n";
    let expected = ["long:1 = 20.00 MAD", "a:1 = 20.00 MAD", "b:1 = 20.00 MAD", "half:2 = 20.00 MAD"];
    check(rows, &request(30, "2GB"), &expected, &[]);
}

#[test]
fn each_price_is_converted_once_and_then_multiplied() {
    // 5.42 USD × 9.3270 = 50.55234 → 50.55; times 3 = 151.65, where converting the sum would give 151.66.
    let rows = "p,l,o,P,esim,5.42,USD,,1GB,,30d,,,,,,s,2026-11,high\n";
    check(rows, &request(30, "3GB"), &["p:3 = 151.65 MAD"], &[]);
    let euro = Request { currency: currency("EUR"), ..request(30, "3GB") };
    // 5.42 × 9.3270 ÷ 10.6779 = 4.7343… → 4.73
    check(rows, &euro, &["p:3 = 14.19 EUR"], &[]);
    let yen = Request { currency: currency("JPY"), ..request(30, "3GB") };
    check(rows, &yen, &[], &["p: rate-unknown"]);
}

#[test]
fn the_first_reason_of_the_order_is_given() {
    let rows = "all-wrong,l,o,A,contract,,,,,,,,social,3G,resident,,s,2020-01,low\n\
                two-wrong,l,o,B,pass,,,,,,,,social,,,,s,2026-11,high\n\
                no-data,l,o,C,pass,5,MAD,,,,,,,,,,s,2026-11,high\n\
                no-validity,l,o,D,pass,5,MAD,,1GB,,,,,,,,s,2026-11,high\n\
                small-days,l,o,E,pass,5,MAD,,100MB,day,7d,,,,,,s,2026-11,high\n\
                calls,l,o,F,pass,5,MAD,,0MB,,7d,60,,,,,s,2026-11,high\n\
                visitor,l,o,G,tourist,5,MAD,,1GB,,7d,,,,visitor,,s,2026-11,high\n";
    let base = request(10, "5GB");
    check(
        rows,
        &base,
        &["visitor:5 = 25.00 MAD"],
        &[
            "all-wrong: scope-not-general",
            "calls: purchase-limit",
            "no-data: allowance-unknown",
            "no-validity: validity-unknown",
            "small-days: daily-allowance-too-small",
            "two-wrong: scope-not-general",
        ],
    );
    let mut picky = base.clone();
    picky.resident = true;
    picky.filters.kinds.not.insert(Kind::Contract);
    picky.max_total = Some(Money::parse("1", currency("MAD")).unwrap());
    let comparison = compare(plans(&format!("{HEADER}{rows}")), &picky).unwrap();
    assert_eq!(comparison.refusal_counts()[&Code::KindExcluded], 1);
    assert_eq!(comparison.refusal_counts()[&Code::VisitorsOnly], 1);
}

#[test]
fn filters_are_strict_about_what_is_unknown() {
    let rows = "fast,l,o,F,pass,5,MAD,,9GB,,30d,,,5G,,,s,2026-11,high\n\
                slow,l,o,S,pass,5,MAD,,9GB,,30d,,,3G,,,s,2026-11,high\n\
                undated,l,o,U,pass,5,MAD,,9GB,,30d,,,,,,s,,\n";
    let base = request(30, "9GB");
    check(rows, &base, &["fast:1 = 5.00 MAD", "slow:1 = 5.00 MAD", "undated:1 = 5.00 MAD"], &[]);
    let mut quick = base.clone();
    quick.filters.network = Some(Network::G4);
    check(rows, &quick, &["fast:1 = 5.00 MAD"], &["slow: network-too-old", "undated: network-too-old"]);
    let mut sure = base.clone();
    sure.filters.min_confidence = Some(Confidence::Low);
    check(rows, &sure, &["fast:1 = 5.00 MAD", "slow:1 = 5.00 MAD"], &["undated: confidence-too-low"]);
    let mut fresh = base;
    fresh.filters.max_age = MaxAge::Days(365);
    check(rows, &fresh, &["fast:1 = 5.00 MAD", "slow:1 = 5.00 MAD"], &["undated: price-too-old"]);
}

#[test]
fn a_pass_falls_with_its_only_sim_and_says_so() {
    let rows = "sim,l,o,SIM,sim,5,MAD,,0MB,,,,,,,1,s,2026-11,low\n\
                p,l,o,P,pass,10,MAD,,1GB,,30d,,,,,,s,2026-11,high\n";
    let mut sure = request(30, "1GB");
    sure.filters.min_confidence = Some(Confidence::Medium);
    check(rows, &sure, &[], &["p: confidence-too-low", "sim: confidence-too-low"]);
    let comparison = compare(plans(&format!("{HEADER}{rows}")), &sure).unwrap();
    assert_eq!(comparison.refusals[0].reason.because_of, Some(slug("sim")));
    assert_eq!(comparison.refusals[0].reason.change, Some(Change::MinConfidence(Confidence::Low)));
    // A wish for passes does not forbid the SIM that they need.
    let mut passes = request(30, "1GB");
    passes.filters.kinds.only.insert(Kind::Pass);
    check(rows, &passes, &["sim:1 p:1 = 15.00 MAD"], &[]);
}

#[test]
fn the_smallest_change_is_told_where_one_is_enough() {
    #[track_caller]
    fn change(row: &str, request: Request, expected: Option<&Change>) {
        let explained = Request { explain: true, ..request };
        let comparison = compare(plans(&format!("{HEADER}{row}")), &explained).unwrap();
        assert_eq!(comparison.refusals[0].reason.change.as_ref(), expected);
    }
    let row = |text: &str| format!("p,l,o,P,{text},s,2026-11,high\n");
    let base = || request(30, "3GB");
    change(&row("pass,10,MAD,,50MB,day,30d,,,,,"), base(), Some(&Change::Data("1.5GB".parse_volume())));
    change(&row("pass,10,MAD,,1GB,,30d,,,,,2"), base(), Some(&Change::Data("2GB".parse_volume())));
    change(&row("pass,10,MAD,,5GB,,7d,,,,,2"), base(), Some(&Change::Days(14)));
    // Two passes serve neither 30 days nor 3 GB: no single number helps.
    change(&row("pass,10,MAD,,1GB,,7d,,,,,2"), base(), None);
    change(
        &row("pass,10,MAD,,1GB,,30d,,,,,"),
        Request { max_purchases: Some(2), ..base() },
        Some(&Change::MaxPurchases(3)),
    );
    let cheap = Money::parse("29.99", currency("MAD")).unwrap();
    let enough = Money::parse("30.00", currency("MAD")).unwrap();
    change(
        &row("pass,10,MAD,,1GB,,30d,,,,,"),
        Request { max_total: Some(cheap), ..base() },
        Some(&Change::MaxTotal(enough)),
    );
    // For residents, and too dear besides: to live there would not be enough.
    change(&row("contract,50,MAD,,9GB,,30d,,,,resident,"), base(), Some(&Change::Resident));
    let both = Request { max_total: Some(cheap), ..base() };
    change(&row("contract,50,MAD,,9GB,,30d,,,,resident,"), both, None);
}

#[test]
fn a_mix_is_offered_where_it_is_cheaper_or_needs_fewer_purchases() {
    // 30 days, 12 GB: 400 MB a day. 10 GB serve 25 days, 2 GB serve 5: one of each, at 120.
    let rows = "big,l,o,Big,pass,100,MAD,,10GB,,30d,,,,,,s,2026-11,high\n\
                small,l,o,Small,pass,20,MAD,,2GB,,7d,,,,,,s,2026-11,high\n";
    let expected = ["big:1 small:1 = 120.00 MAD", "small:6 = 120.00 MAD", "big:2 = 200.00 MAD"];
    check(rows, &request(30, "12GB"), &expected, &[]);
    // At 20 GB the mix of big ones alone is as good: nothing is gained by mixing.
    check(rows, &request(30, "20GB"), &["big:2 = 200.00 MAD", "small:10 = 200.00 MAD"], &[]);
    // Contracts do not mix: with a big contract only the small ones are left to mix, and they are alone.
    let contract = rows.replace("Big,pass", "Big,contract");
    check(&contract, &request(30, "12GB"), &["small:6 = 120.00 MAD", "big:2 = 200.00 MAD"], &[]);
}

#[test]
fn a_plan_that_cannot_serve_alone_may_stand_in_a_mix() {
    let rows = "once,l,o,Once,pass,1,MAD,,2GB,,30d,,,,,1,s,2026-11,high\n\
                often,l,o,Often,pass,10,MAD,,2GB,,30d,,,,,,s,2026-11,high\n\
                calls,l,o,Calls,pass,5,MAD,,0MB,,,60,,,,,s,2026-11,high\n";
    check(
        rows,
        &request(30, "4GB"),
        &["often:1 once:1 = 11.00 MAD", "often:2 = 20.00 MAD"],
        &["calls: purchase-limit"],
    );
    let base = request(30, "4GB");
    let talking = Request { need: Need::new(base.need.stay(), base.need.data(), 100).unwrap(), ..base };
    let comparison = compare(plans(&format!("{HEADER}{rows}")), &talking).unwrap();
    assert_eq!(offers(&comparison), ["often:1 once:1 calls:2 = 21.00 MAD"]);
    assert!(refusals(&comparison).is_empty(), "what stands in a mix is not refused");
}

#[test]
fn two_lines_are_begun_with_two_sims() {
    // 20 days, 2 GB: each pass serves 10 days, once. Only over both lines the stay is served.
    let rows = "sim-a,a,o,A,sim,5,MAD,,0MB,,,,,,,1,s,2026-11,high\n\
                pass-a,a,o,A,pass,10,MAD,,1GB,,30d,,,,,1,s,2026-11,high\n\
                pass-b,b,p,B,pass,12,MAD,,1GB,,30d,,,,,1,s,2026-11,high\n";
    check(
        rows,
        &request(20, "2GB"),
        &[],
        &["pass-a: purchase-limit", "pass-b: purchase-limit", "sim-a: sim-only"],
    );
    let two = Request { two_lines: true, ..request(20, "2GB") };
    check(rows, &two, &["sim-a:1 pass-a:1 pass-b:1 = 27.00 MAD"], &[]);
    let comparison = compare(plans(&format!("{HEADER}{rows}")), &two).unwrap();
    assert_eq!(comparison.offers[0].lines, [slug("a"), slug("b")]);
    assert_eq!(comparison.offers[0].operators, [slug("o"), slug("p")]);
}

#[test]
fn what_is_left_serves_first_and_may_be_enough() {
    let rows = "sim,l,o,SIM,sim,30,MAD,,0MB,,,,,,,1,s,2026-11,high\n\
                p,l,o,P,pass,10,MAD,,1GB,,30d,,,,,,s,2026-11,high\n";
    let with = |days: u64, data: &str| {
        let left = Left {
            line: slug("l"),
            data: Allowance::parse("1.2GB").unwrap(),
            validity: Validity::parse("4d").unwrap(),
        };
        Request { have_sims: [slug("l")].into(), left: Some(left), ..request(days, data) }
    };
    // Half a GB a day: 1.2 GB serve 2.4 of 4 days, 7.6 days are missing, a pass serves 2.
    check(rows, &with(10, "5GB"), &["p:4 = 40.00 MAD"], &["sim: sim-only"]);
    // 100 MB a day: the four days are over first; 6 days missing, a pass serves 10.
    check(rows, &with(10, "1GB"), &["p:1 = 10.00 MAD"], &["sim: sim-only"]);
    check(rows, &with(2, "1GB"), &[" = 0.00 MAD"], &["p: not-needed", "sim: sim-only"]);
}

#[test]
fn the_trade_off_has_every_offer_that_none_beats() {
    // 30 days, 20 GB. One purchase: 5 × … the unlimited month; two: 10 GB each; three: 10 + 5 + 5 GB.
    let rows = "month,l,o,M,pass,401,MAD,,unlimited,,30d,,,,,,s,2026-11,high\n\
                ten,l,o,T,pass,130,MAD,,10GB,,30d,,,,,,s,2026-11,high\n\
                five,l,o,F,pass,50,MAD,,5GB,,30d,,,,,,s,2026-11,high\n\
                one,l,o,O,pass,10,MAD,,1GB,,30d,,,,,,s,2026-11,high\n";
    let request = Request { trade_off: true, ..request(30, "20GB") };
    let comparison = compare(plans(&format!("{HEADER}{rows}")), &request).unwrap();
    let found: Vec<_> = comparison.trade_off.unwrap().iter().map(common::short).collect();
    let expected =
        ["month:1 = 401.00 MAD", "ten:2 = 260.00 MAD", "ten:1 five:2 = 230.00 MAD", "five:4 = 200.00 MAD"];
    assert_eq!(found, expected);
}

#[test]
fn a_plan_wins_at_the_price_where_its_own_offer_is_the_first() {
    // 30 days, 11 GB: ten of big and one of small are 120; eleven of small are 220. A mix with small gets cheaper
    // with it: 11 × p is less than 100 + p, and not only as much with more purchases, up to 9.99.
    let rows = "big,l,o,Big,pass,100,MAD,,10GB,,30d,,,,,,s,2026-11,high\n\
                small,l,o,Small,pass,20,MAD,,1GB,,30d,,,,,,s,2026-11,high\n";
    let plans = plans(&format!("{HEADER}{rows}"));
    let request = request(30, "11GB");
    let comparison = compare(plans.clone(), &request).unwrap();
    let wins_at = |id: &str| {
        let plan = plans.iter().find(|plan| &plan.id == id).unwrap();
        explain(plan, &plans, &comparison, &request).wins_at.unwrap().map(Money::amount_text)
    };
    assert_eq!(wins_at("small").as_deref(), Some("9.99"));
    // Two of big: 2 × p against p + 20, with as many purchases and more time: up to 20.00.
    assert_eq!(wins_at("big").as_deref(), Some("20.00"));
}

#[test]
fn a_plan_that_is_out_makes_no_sums() {
    let rows = "dear,l,o,D,pass,792281625142643375935439503,MAD,,1GB,,30d,,,,resident,,s,2026-11,high\n\
                p,l,o,P,pass,10,MAD,,1GB,,30d,,,,,,s,2026-11,high\n";
    check(rows, &request(30, "4GB"), &["p:4 = 40.00 MAD"], &["dear: needs-contract"]);
}

#[test]
fn the_largest_numbers_are_a_refusal_and_no_panic() {
    let rows = "p,l,o,P,pass,79228162514264337593543950.33,MAD,,1kB,,1h,,,,,,s,2026-11,high\n\
                q,m,o,Q,pass,1,MAD,,100000GB,,3650d,,,,,,s,2026-11,high\n";
    check(rows, &request(3650, "100000GB"), &["q:1 = 1.00 MAD"], &["p: too-large-to-search"]);
}

#[test]
fn morocco_by_hand() {
    let find = |request: &Request, line: &str| {
        let comparison = compare(morocco(), request).unwrap();
        let best = comparison.offers.iter().find(|offer| offer.lines == [slug(line)]).map(common::short);
        (comparison.offered() + comparison.refusals.len(), best)
    };
    let jawal = "maroc-telecom-jawal-sim:1 maroc-telecom-star3-100:2 = 230.00 MAD";
    assert_eq!(find(&request(30, "20GB"), "maroc-telecom-jawal"), (136, Some(jawal.to_owned())));
    let mut any_age = request(30, "20GB");
    any_age.filters.max_age = MaxAge::Any;
    let orange = "orange-prepaid-sim:1 orange-star3-20:10 = 220.00 MAD";
    assert_eq!(find(&any_age, "orange-prepaid"), (136, Some(orange.to_owned())));
    let resident = Request { resident: true, ..request(90, "60GB") };
    assert_eq!(find(&resident, "orange-yoxo").1.unwrap(), "orange-yoxo-50:3 = 250.00 MAD");
    assert_eq!(find(&resident, "maroc-telecom-injoy").1.unwrap(), "injoy-59:4 = 236.00 MAD");
}

trait ParseVolume {
    fn parse_volume(&self) -> simplan::domain::volume::DataVolume;
}

impl ParseVolume for str {
    fn parse_volume(&self) -> simplan::domain::volume::DataVolume {
        simplan::domain::volume::DataVolume::parse(self).unwrap()
    }
}

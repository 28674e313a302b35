//! The model and the ranking, on catalogues small enough to work out by hand.

#[path = "../common/mod.rs"]
mod common;
mod refusals;

use common::model::{currency, plans, prepared, question, refusals, request, short, slug, with_initial};
use common::morocco;
use simplan::domain::change::DataWords;
use simplan::domain::comparison::{Comparison, compare};
use simplan::domain::explanation::explain;
use simplan::domain::filters::{Filters, MaxAge};
use simplan::domain::money::Money;
use simplan::domain::prepared::PreparedCatalogue;
use simplan::domain::request::{Question, Request};

/// The comparison of some plans.
#[track_caller]
fn compared(texts: &[&str], request: Request, question: &Question) -> (PreparedCatalogue, Comparison) {
    let prepared = prepared(texts, request);
    let comparison = compare(&prepared, question);
    (prepared, comparison)
}

/// The offers of `--all`, the best first: a plan that only loses to another basket of its line begins with `alone`.
fn all(prepared: &PreparedCatalogue, comparison: &Comparison) -> Vec<String> {
    let offers = comparison.clone().with_alone().offers;
    offers
        .iter()
        .map(|offer| if offer.is_alone { "alone " } else { "" }.to_owned() + &short(offer, prepared))
        .collect()
}

#[track_caller]
fn check_asked(
    texts: &[&str],
    request: Request,
    question: &Question,
    expected_offers: &[&str],
    expected_refusals: &[&str],
) {
    let (prepared, comparison) = compared(texts, request, question);
    assert_eq!(all(&prepared, &comparison), expected_offers);
    assert_eq!(refusals(&comparison), expected_refusals);
}

/// The offers and the refusals for a need.
#[track_caller]
fn check(texts: &[&str], need: &str, expected_offers: &[&str], expected_refusals: &[&str]) {
    check_asked(texts, request(), &question(need), expected_offers, expected_refusals);
}

/// The only offer for each of some needs. No plan is refused.
#[track_caller]
fn check_each(texts: &[&str], expected: &[(&str, &str)]) {
    for (need, offer) in expected {
        check(texts, need, &[offer], &[]);
    }
}

#[test]
fn validity_or_data_ends_a_purchase() {
    // 20 GB in 30 days: 10 GB last 15 days, 2 GB last 3; a week without limit is bought 5 times. Three weeks and 3 × 3
    // days are 30 days too: 135 + 60.
    let texts = ["big pass 100 10GB 30d", "small pass 20 2GB 7d", "week pass 45 unlimited 7d"];
    let expected = [
        "week:3 small:3 = 195.00 MAD",
        "alone big:2 = 200.00 MAD",
        "alone small:10 = 200.00 MAD",
        "alone week:5 = 225.00 MAD",
    ];
    check(&texts, "30d 20GB", &expected, &[]);
}

#[test]
fn one_kilobyte_more_needs_one_purchase_more() {
    // In the last, 1 GB lasts 31 days, its validity 30.
    let expected = [
        ("30d 3GB", "p:3 = 30.00 MAD"),
        ("30d 3000001kB", "p:4 = 40.00 MAD"),
        ("31d 1GB", "p:2 = 20.00 MAD"),
    ];
    check_each(&["p pass 10 1GB 30d"], &expected);
}

#[test]
fn a_line_needs_exactly_one_of_its_sims() {
    let texts = ["dear-sim sim 50", "sim sim 30", "p pass 10 1GB 30d"];
    check(&texts, "30d 2GB", &["sim:1 p:2 = 50.00 MAD"], &["dear-sim: sim-only"]);
    let mut request = request();
    request.have_sims.insert(slug("l"));
    let expected = ["dear-sim: sim-only", "sim: sim-only"];
    check_asked(&texts, request, &question("30d 2GB"), &["p:2 = 20.00 MAD"], &expected);
}

#[test]
fn a_sim_with_data_covers_time_first_and_may_be_enough() {
    // Half a GB a day: the SIM covers 2 of its 7 days, a pass 4 of 30: 2 + 2 × 4.
    let texts = ["sim sim 40 1GB 7d", "p pass 10 2GB 30d"];
    check(&texts, "10d 5GB", &["sim:1 p:2 = 60.00 MAD"], &[]);
    check(&texts, "7d 1GB", &["sim:1 = 40.00 MAD"], &["p: not-needed"]);
    // Data for some uses only, or without a known validity, counts for nothing.
    for sim in ["sim sim 40 1GB 7d social", "sim sim 40 1GB"] {
        check(&[sim, "p pass 10 2GB 30d"], "7d 1GB", &["sim:1 p:1 = 50.00 MAD"], &[]);
    }
}

#[test]
fn a_sim_without_a_price_begins_only_if_no_other_can() {
    let texts = ["sim sim ?", "p pass 10 1GB 30d"];
    check(&texts, "30d 1GB", &["sim:1 p:1 = ≥ 10.00 MAD"], &[]);
    let texts = ["sim sim ?", "p pass 10 1GB 30d", "sim-2 sim 99"];
    check(&texts, "30d 1GB", &["sim-2:1 p:1 = 109.00 MAD"], &["sim: price-unknown"]);
}

#[test]
fn a_total_that_is_not_fully_known_comes_last() {
    let texts = ["sim sim ?", "p pass 10 1GB 30d", "dear pass 500 1GB 30d line:m"];
    check(&texts, "30d 1GB", &["dear:1 = 500.00 MAD", "sim:1 p:1 = ≥ 10.00 MAD"], &[]);
}

/// The request of somebody who lives in the country.
fn resident() -> Request {
    Request { filters: Filters { resident: true, ..request().filters }, ..request() }
}

#[test]
fn a_contract_is_billed_for_each_validity_that_is_begun() {
    #[track_caller]
    fn check_contract(request: Request, words: &str, need: &str, offers: &[&str], refusals: &[&str]) {
        check_asked(
            &[&format!("c contract 50 20GB 30d {words}")],
            request,
            &question(need),
            offers,
            refusals,
        );
    }
    check_contract(resident(), "fee:100 resident", "90d 60GB", &["c:3 = 250.00 MAD"], &[]);
    check_contract(resident(), "fee:? resident", "90d 60GB", &["c:3 = ≥ 150.00 MAD"], &[]);
    check_contract(request(), "resident", "90d 60GB", &[], &["c: needs-contract"]);
    // Its data lasts until the next bill or the end of the stay, or it does not fit.
    check_contract(request(), "", "90d 60000001kB", &[], &["c: monthly-allowance-too-small"]);
    check_contract(request(), "", "45d 30GB", &["c:2 = 100.00 MAD"], &[]);
    check_contract(request(), "", "10d 20GB", &["c:1 = 50.00 MAD"], &[]);
    // And so do its minutes.
    check_contract(request(), "60min", "90d 60GB 180min", &["c:3 = 150.00 MAD"], &[]);
    check_contract(request(), "60min", "90d 60GB 181min", &[], &["c: too-few-minutes"]);
    check_contract(request(), "60min shared", "90d 60GB 180min", &[], &["c: too-few-minutes"]);
}

#[test]
fn a_purchase_serves_data_and_calls_or_one_of_them() {
    // A minute is 0.3 days: `calls` covers 30 days of data and 12 of calls.
    let texts = ["calls pass 10 1GB 30d 40min", "none pass 1 1GB 30d", "any pass 50 1GB 30d anyminutes"];
    let expected = ["calls:3 = 30.00 MAD", "alone any:1 = 50.00 MAD"];
    check(&texts, "30d 1GB 100min", &expected, &["none: too-few-minutes"]);
    // With 5 GB its data lasts 6 days and its minutes 12, so that one for both ends after 6. Two for calls and one for
    // both cover 30 days of calls and 6 of data; `none` covers the other 24.
    let expected = ["calls:3 none:4 = 34.00 MAD", "alone calls:5 = 50.00 MAD", "alone any:5 = 250.00 MAD"];
    check(&texts, "30d 5GB 100min", &expected, &[]);
}

#[test]
fn a_shared_balance_never_serves_both() {
    let once = "both:1 = 10.00 MAD";
    let expected = [("30d 1GB 40min", "both:2 = 20.00 MAD"), ("30d 1GB", once), ("30d 40min", once)];
    check_each(&["both pass 10 1GB 30d 40min shared"], &expected);
    check_each(&["both pass 10 1GB 30d 40min"], &[("30d 1GB 40min", once)]);
}

#[test]
fn minutes_need_no_data() {
    // 12 days each: three of them. What carries data only does not help.
    let texts = ["calls pass 10 0MB 30d 40min", "data pass 1 9GB 30d"];
    check(&texts, "30d 100min", &["calls:3 = 30.00 MAD"], &["data: too-few-minutes"]);
    // The minutes of a SIM without data do not expire.
    let texts = ["sim sim 20 60min", "calls pass 10 0MB 30d 40min"];
    check(&texts, "60d 100min", &["sim:1 calls:1 = 30.00 MAD"], &[]);
    check(&texts, "60d 60min", &["sim:1 = 20.00 MAD"], &["calls: not-needed"]);
}

#[test]
fn limits_of_purchases_are_the_plans_and_the_baskets() {
    let texts = ["sim sim 5", "once pass 10 1GB 30d max1", "often pass 10 1GB 30d"];
    check(&texts, "30d 2GB", &["sim:1 often:2 = 25.00 MAD"], &["once: purchase-limit"]);
    // The SIM is a purchase too.
    let few = Question { max_purchases: Some(2), ..question("30d 2GB") };
    let expected = ["often: purchase-limit", "once: purchase-limit", "sim: sim-only"];
    check_asked(&texts, request(), &few, &[], &expected);
    // A free trial is not without limit, unless its row says how often it may be bought.
    check(&["free pass 0 1GB 30d"], "30d 2GB", &[], &["free: purchase-limit"]);
    check(&["free pass 0 1GB 30d max2"], "30d 2GB", &["free:2 = 0.00 MAD"], &[]);
}

#[test]
fn ranking_breaks_every_tie() {
    // Of one line: the same totals, then fewer purchases, then more time, then ids.
    let texts = ["b pass 20 2GB 30d", "a pass 20 2GB 30d", "half pass 10 1GB 30d", "long pass 20 3GB 60d"];
    let expected =
        ["long:1 = 20.00 MAD", "alone a:1 = 20.00 MAD", "alone b:1 = 20.00 MAD", "alone half:2 = 20.00 MAD"];
    check(&texts, "30d 2GB", &expected, &[]);
    // Of several lines: fewer with a shared balance before fewer plans, and these before more time.
    let texts = [
        "a pass 20 2GB 40d 9min shared line:a",
        "b1 pass 10 1GB 30d line:b max1",
        "b2 pass 10 1GB 30d line:b max1",
        "c pass 10 1GB 30d line:c",
        "d pass 20 2GB 30d line:d",
    ];
    let expected = ["d:1 = 20.00 MAD", "a:1 = 20.00 MAD", "c:2 = 20.00 MAD", "b1:1 b2:1 = 20.00 MAD"];
    check(&texts, "30d 2GB", &expected, &[]);
}

#[test]
fn a_total_is_rounded_once() {
    // 3 × 5.45 USD × 9.7677 = 159.701895. Rounded one by one the three would be 159.69.
    let texts = ["p esim 5.45 1GB 30d USD"];
    let need = question("30d 3GB");
    check_asked(&texts, request(), &need, &["p:3 = 159.70 MAD"], &[]);
    // 159.701895 ÷ 10.9457 = 14.5903…
    let euro = Request { currency: currency("EUR"), ..request() };
    check_asked(&texts, euro, &need, &["p:3 = 14.59 EUR"], &[]);
    let yen = Request { currency: currency("JPY"), ..request() };
    assert_eq!(PreparedCatalogue::new(plans(&texts), yen).unwrap_err().code(), "rate-unknown");
    check(&["p esim 5.45 1GB 30d TND"], "30d 3GB", &[], &["p: rate-unknown"]);
}

#[test]
fn a_mix_is_the_offer_of_its_line_if_it_ranks_first() {
    // 400 MB a day: 10 GB last 25 days, 2 GB last 5. One of each, at 120.
    let texts = ["big pass 100 10GB 30d", "small pass 20 2GB 7d"];
    let expected = ["big:1 small:1 = 120.00 MAD", "alone small:6 = 120.00 MAD", "alone big:2 = 200.00 MAD"];
    check(&texts, "30d 12GB", &expected, &[]);
    // At 20 GB a mix gains nothing.
    check(&texts, "30d 20GB", &["big:2 = 200.00 MAD", "alone small:10 = 200.00 MAD"], &[]);
    // Contracts mix with nothing.
    let texts = ["big contract 100 10GB 30d", "small pass 20 2GB 7d"];
    check(&texts, "30d 10GB", &["big:1 = 100.00 MAD", "alone small:5 = 100.00 MAD"], &[]);
    check(&texts, "30d 12GB", &["small:6 = 120.00 MAD"], &["big: monthly-allowance-too-small"]);
}

#[test]
fn a_plan_that_does_not_fit_alone_may_be_in_a_mix() {
    let texts = ["once pass 1 2GB 30d max1", "often pass 10 2GB 30d", "calls pass 5 0MB 30d 60min"];
    let expected = ["often:1 once:1 = 11.00 MAD", "alone often:2 = 20.00 MAD"];
    check(&texts, "30d 4GB", &expected, &["calls: purchase-limit"]);
    // What is in a mix is not refused.
    check(&texts, "30d 4GB 100min", &["often:1 once:1 calls:2 = 21.00 MAD"], &[]);
}

#[test]
fn two_lines_begin_with_two_sims() {
    // Each pass covers 10 days, once: only both lines together cover the stay.
    let texts = [
        "sim-a sim 5 line:a",
        "pass-a pass 10 1GB 30d max1 line:a",
        "pass-b pass 12 1GB 30d max1 line:b operator:p",
    ];
    let expected = ["pass-a: purchase-limit", "pass-b: purchase-limit", "sim-a: sim-only"];
    check(&texts, "20d 2GB", &[], &expected);
    let two = Question { two_lines: true, ..question("20d 2GB") };
    check_asked(&texts, request(), &two, &["sim-a:1 pass-a:1 pass-b:1 = 27.00 MAD"], &[]);
    let (_, comparison) = compared(&texts, request(), &two);
    assert_eq!(comparison.offers[0].lines, [slug("a"), slug("b")]);
    assert_eq!(comparison.offers[0].operators, [slug("o"), slug("p")]);
    // A pair that does not rank above both of its lines is not an offer.
    let texts = ["a pass 10 1GB 30d line:a", "b pass 11 1GB 30d line:b"];
    check_asked(&texts, request(), &two, &["a:2 = 20.00 MAD", "b:2 = 22.00 MAD"], &[]);
}

#[test]
fn what_is_left_covers_first_and_may_be_enough() {
    #[track_caller]
    fn check_left(texts: &[&str], need: &str, offers: &[&str], refusals: &[&str]) {
        let request = Request { have_sims: [slug("l")].into(), ..request() };
        check_asked(texts, request, &with_initial(need, "l 1.2GB 4d"), offers, refusals);
    }
    let texts = ["sim sim 30", "p pass 10 1GB 30d"];
    // Half a GB a day: 1.2 GB cover 2.4 of 4 days. Of 7.6 missing days a pass covers 2.
    check_left(&texts, "10d 5GB", &["p:4 = 40.00 MAD"], &["sim: sim-only"]);
    // 100 MB a day: the four days are over first. Of 6 missing days a pass covers 10.
    check_left(&texts, "10d 1GB", &["p:1 = 10.00 MAD"], &["sim: sim-only"]);
    check_left(&texts, "2d 1GB", &[" = 0.00 MAD"], &["p: not-needed", "sim: sim-only"]);
    // It covers time before a contract, and does not mix with it: of 30 GB in 30 days 1.2 are left, 28.8 are missing.
    check_left(&["c contract 90 28800MB 30d"], "30d 30GB", &["c:1 = 90.00 MAD"], &[]);
    check_left(&["c contract 90 28799MB 30d"], "30d 30GB", &[], &["c: monthly-allowance-too-small"]);
    // It is for data: calls are still missing.
    let texts = ["calls pass 5 0MB 30d 60min"];
    check_left(&texts, "2d 1GB 60min", &["calls:1 = 5.00 MAD"], &[]);
}

#[test]
fn the_trade_off_has_every_offer_that_none_beats() {
    let texts = [
        "month pass 401 unlimited 30d",
        "ten pass 130 10GB 30d",
        "five pass 50 5GB 30d",
        "one pass 10 1GB 30d",
    ];
    let asked = Question { trade_off: true, ..question("30d 20GB") };
    let (prepared, comparison) = compared(&texts, request(), &asked);
    let found: Vec<_> = comparison.trade_off.unwrap().iter().map(|offer| short(offer, &prepared)).collect();
    let expected =
        ["month:1 = 401.00 MAD", "ten:2 = 260.00 MAD", "ten:1 five:2 = 230.00 MAD", "five:4 = 200.00 MAD"];
    assert_eq!(found, expected);
}

#[test]
fn the_break_even_price_is_the_highest_at_which_a_plan_alone_is_the_first_offer() {
    // Ten GB of `big` and one of `small` are 120, eleven of `small` 220. A mix with `small` gets cheaper with it: 11 × p
    // is less than 100 + p, and not only as much with more purchases, up to 9.99.
    let texts = ["big pass 100 10GB 30d", "small pass 20 1GB 30d"];
    let need = question("30d 11GB");
    let (prepared, comparison) = compared(&texts, request(), &need);
    // Two of `big`: 2 × p against p + 20, with as many purchases and fewer plans: up to 20.00.
    for (id, expected) in [("small", "9.99"), ("big", "20.00")] {
        let plan = prepared.find(id).unwrap();
        let explanation = explain(plan, &prepared, &need, &comparison, DataWords::Total);
        let price = explanation.break_even_price.unwrap().map(Money::amount_text);
        assert_eq!(price.as_deref(), Some(expected), "{id}");
    }
}

#[test]
fn the_largest_numbers_are_a_refusal_and_no_panic() {
    // 10¹⁵ purchases at 10¹³ MAD each are more than can be counted, whatever anybody wants to pay.
    let texts = ["p pass 10000000000000 1kB 1h line:a", "q pass 1 1000000000GB 36500d line:b"];
    let need = question("36500d 1000000000GB");
    check_asked(&texts, request(), &need, &["q:1 = 1.00 MAD"], &["p: too-large-to-search"]);
}

#[test]
fn morocco_by_hand() {
    #[track_caller]
    fn check_line(request: Request, need: &str, line: &str, expected: &str) {
        let prepared = PreparedCatalogue::new(morocco(), request).unwrap();
        let comparison = compare(&prepared, &question(need));
        let best = comparison.offers.iter().find(|offer| offer.lines == [slug(line)]);
        assert_eq!(best.map(|offer| short(offer, &prepared)).as_deref(), Some(expected));
    }
    let mut any_age = request();
    any_age.filters.max_age = MaxAge::Any;
    let jawal = "maroc-telecom-jawal-sim:1 maroc-telecom-star3-100:2 = 230.00 MAD";
    check_line(request(), "30d 20GB", "maroc-telecom-jawal", jawal);
    let orange = "orange-prepaid-sim:1 orange-star3-20:10 = 220.00 MAD";
    check_line(any_age, "30d 20GB", "orange-prepaid", orange);
    check_line(resident(), "90d 60GB", "orange-yoxo", "orange-yoxo-50:3 = 250.00 MAD");
    check_line(resident(), "90d 45GB", "maroc-telecom-injoy", "injoy-59:3 = ≥ 177.00 MAD");
}

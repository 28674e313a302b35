use super::*;
use crate::domain::comparison::What;
use crate::domain::coverage::UseCounts;
use crate::domain::need::Need;
use crate::domain::plan::Form;
use crate::domain::testing::{prepared, question, request, short, slug, with_initial, within};

/// The bill of an order such as `a:2 b:1` of the plans in `catalogue`.
fn billed(catalogue: &PreparedCatalogue, order: &str, asked: &Question) -> Result<Bill, Error> {
    let items = order.split_whitespace().map(|item| item.split_once(':').unwrap());
    let bought = items.map(|(id, count)| (Arc::clone(catalogue.find(id).unwrap()), count.parse().unwrap()));
    Bill::new(&bought.collect::<Vec<_>>(), catalogue, asked)
}

/// A verdict in short notation: `full 0.00`, `unknown a`, or `short 4.00 d, 1GB, 0 min`, followed by `(a gives 1GB of
/// 2GB)` if a plan is thin.
fn verdict(bill: &Bill, need: &Need) -> String {
    match &bill.verdict {
        Verdict::Full { spare } => format!("full {}", need.days(*spare)),
        Verdict::Unknown(plan) => format!("unknown {plan}"),
        Verdict::Short { time, data, minutes, thin } => {
            let thin = thin.as_ref().map_or(String::new(), |thin| {
                format!(" ({} gives {} of {})", thin.plan.id, thin.has, thin.needed)
            });
            format!("short {} d, {}, {minutes} min{thin}", need.days_up(*time), data.unwrap())
        }
    }
}

/// Checks the basket and the verdict, given plans, an order and a question.
#[track_caller]
fn check(plans: &[&str], order: &str, asked: &str, expected: [&str; 2]) {
    check_asked(plans, order, &question(asked), expected);
}

#[track_caller]
fn check_asked(plans: &[&str], order: &str, asked: &Question, expected: [&str; 2]) {
    let catalogue = prepared(plans, request());
    let bill = billed(&catalogue, order, asked).unwrap();
    assert_eq!([short(&bill.offer, &catalogue), verdict(&bill, &asked.need)], expected);
}

/// Checks the cheapest basket over the same lines, given plans, an order and a question.
#[track_caller]
fn check_cheapest(plans: &[&str], order: &str, asked: &Question, expected: Option<&str>) {
    let catalogue = prepared(plans, request());
    let bill = billed(&catalogue, order, asked).unwrap();
    let cheapest = bill.cheapest.map(|offer| short(&offer, &catalogue));
    assert_eq!(cheapest.as_deref(), expected);
}

/// Checks the plans that cover nothing, given plans, an order and a question.
#[track_caller]
fn check_useless(plans: &[&str], order: &str, asked: &str, expected: &[&str]) {
    let catalogue = prepared(plans, request());
    let bill = billed(&catalogue, order, &question(asked)).unwrap();
    let useless: Vec<_> = bill.useless.iter().map(|(plan, code)| format!("{}: {code}", plan.id)).collect();
    assert_eq!(useless, expected);
}

#[track_caller]
fn check_error(plans: &[&str], order: &str, expected: &str) {
    let catalogue = prepared(plans, request());
    let error = billed(&catalogue, order, &question("30d 20GB")).unwrap_err();
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_basket_that_lasts() {
    let pass = ["a pass 50 20GB 30d"];
    check(&pass, "a:1", "30d 20GB", ["a:1 = 50.00 MAD", "full 0.00"]);
    // 20 GB of 15 GB in 30 days would last 40 days: the validity ends first.
    check(&pass, "a:1", "30d 15GB", ["a:1 = 50.00 MAD", "full 0.00"]);
    check(&pass, "a:1", "21d 14GB", ["a:1 = 50.00 MAD", "full 9.00"]);
    check(&pass, "a:3", "30d 20GB", ["a:3 = 150.00 MAD", "full 60.00"]);
}

#[test]
fn a_fee_is_paid_once() {
    let contract = ["c contract 100 20GB 30d fee:50"];
    check(&contract, "c:1", "30d 20GB", ["c:1 = 150.00 MAD", "full 0.00"]);
    check(&contract, "c:3", "90d 60GB", ["c:3 = 350.00 MAD", "full 0.00"]);
    check(&contract, "c:2", "90d 60GB", ["c:2 = 250.00 MAD", "short 30.00 d, 20GB, 0 min"]);
    let unknown = ["c contract 100 20GB 30d fee:?"];
    check(&unknown, "c:2", "60d 40GB", ["c:2 = ≥ 200.00 MAD", "full 0.00"]);
}

#[test]
fn a_shortage_is_rounded_up() {
    // 7 GB of 20 GB in 30 days are 10.5 days.
    check(&["a pass 50 7GB 30d"], "a:1", "30d 20GB", ["a:1 = 50.00 MAD", "short 19.50 d, 13GB, 0 min"]);
    // 2 GB of 3 GB in 7 days are 14/3 days, and 7/3 are missing.
    check(&["a pass 50 2GB 7d"], "a:1", "7d 3GB", ["a:1 = 50.00 MAD", "short 2.34 d, 1GB, 0 min"]);
    // 5 of 7 days are missing: 5/7 of 3 GB.
    check(&["a pass 50 2GB 2d"], "a:1", "7d 3GB", ["a:1 = 50.00 MAD", "short 5.00 d, 2.142858GB, 0 min"]);
}

#[test]
fn a_shortage_of_minutes() {
    check(
        &["m pass 10 0MB 30d 60min"],
        "m:1",
        "20d 200min",
        ["m:1 = 10.00 MAD", "short 14.00 d, 0MB, 140 min"],
    );
    // Two of three days are missing: 6.67 of 10 minutes.
    check(&["m pass 10 0MB 1d 10min"], "m:1", "3d 10min", ["m:1 = 10.00 MAD", "short 2.00 d, 0MB, 7 min"]);
    // One purchase lasts 30 days by its data and 12 by its minutes. The data comes first: the second purchase serves
    // calls, and three of them serve both for 36 days.
    let both = ["a pass 50 20GB 30d 40min"];
    check(&both, "a:1", "30d 20GB 100min", ["a:1 = 50.00 MAD", "short 0.00 d, 0MB, 100 min"]);
    check(&both, "a:2", "30d 20GB 100min", ["a:2 = 100.00 MAD", "short 0.00 d, 0MB, 60 min"]);
    check(&both, "a:3", "30d 20GB 100min", ["a:3 = 150.00 MAD", "full 6.00"]);
}

#[test]
fn data_that_falls_short_comes_before_calls() {
    // 1 GB and 10 minutes are a day. `a` has 5 days of data and 2 of calls: it serves its 5 days of data. `b` has 3 days
    // of data and 9 of calls, and serves both for 3 days.
    let plans = ["a pass 9 5GB 30d 20min", "b pass 8 3GB 30d 90min"];
    let bought = "a:1 b:1 = 17.00 MAD";
    check(&plans, "a:1 b:1", "10d 10GB 100min", [bought, "short 2.00 d, 2GB, 70 min"]);
    check(&plans, "a:1 b:1", "9d 9GB 90min", [bought, "short 1.00 d, 1GB, 60 min"]);
    check(&plans, "a:1 b:1", "8d 8GB 80min", [bought, "short 0.00 d, 0MB, 50 min"]);
}

#[test]
fn a_search_for_the_best_use_ends_with_its_effort() {
    // The data of all is more than enough, and their minutes are not.
    let passes = [
        "a pass 9 5GB 11d 17min",
        "b pass 8 3GB 9d 23min",
        "c pass 7 7GB 8d 29min",
        "d pass 6 2GB 5d 31min",
        "e pass 6 4GB 13d 19min",
    ];
    let catalogue = prepared(&passes, request());
    let asked = Question { effort: 1_000, ..question("400d 300GB 2300min") };
    let error = billed(&catalogue, "a:20 b:20 c:20 d:20 e:20", &asked).unwrap_err();
    let plans = "`a:20`, `b:20`, `c:20`, `d:20`, `e:20`";
    assert_eq!(error.to_string(), format!("bill-not-decided plans=`{plans}` searched=`1000`"));
}

#[test]
fn a_shared_balance_serves_one_of_the_two() {
    let shared = ["a pass 50 20GB 30d 100min shared"];
    check(&shared, "a:1", "30d 20GB 100min", ["a:1 = 50.00 MAD", "short 0.00 d, 0MB, 100 min"]);
    check(&shared, "a:2", "30d 20GB 100min", ["a:2 = 100.00 MAD", "full 0.00"]);
}

#[test]
fn a_day_that_gives_too_little() {
    // 10 GB in 7 days are 1.43 GB a day.
    check(
        &["d pass 30 1GB/day 7d"],
        "d:1",
        "7d 10GB",
        ["d:1 = 30.00 MAD", "short 0.00 d, 3GB, 0 min (d gives 1GB of 1.428572GB)"],
    );
    // Three days give 3 GB of 10 GB, rounded once.
    check(
        &["d pass 5 1GB/day 1d"],
        "d:3",
        "7d 10GB",
        ["d:3 = 15.00 MAD", "short 4.00 d, 7GB, 0 min (d gives 1GB of 1.428572GB)"],
    );
    // What lasts longer than the stay gives only what the stay takes: 2 of 2.5 GB.
    check(
        &["d pass 30 1GB/day 7d"],
        "d:1",
        "2d 2500MB",
        ["d:1 = 30.00 MAD", "short 0.00 d, 500MB, 0 min (d gives 1GB of 1.25GB)"],
    );
    // A validity of hours: 36 hours give 1.5 of the 3 GB that they take.
    check(
        &["d pass 5 1GB/day 36h"],
        "d:1",
        "3d 6GB",
        ["d:1 = 5.00 MAD", "short 1.50 d, 4.5GB, 0 min (d gives 1GB of 2GB)"],
    );
}

#[test]
fn a_month_that_gives_too_little() {
    let contract = ["c contract 100 5GB 30d"];
    let thin = "(c gives 5GB of 20GB)";
    check(&contract, "c:1", "30d 20GB", ["c:1 = 100.00 MAD", &format!("short 0.00 d, 15GB, 0 min {thin}")]);
    check(&contract, "c:2", "60d 40GB", ["c:2 = 200.00 MAD", &format!("short 0.00 d, 30GB, 0 min {thin}")]);
    check(&contract, "c:1", "60d 40GB", ["c:1 = 100.00 MAD", &format!("short 30.00 d, 35GB, 0 min {thin}")]);
    // A stay shorter than the month takes less than a month does.
    check(&contract, "c:1", "10d 8GB", ["c:1 = 100.00 MAD", "short 0.00 d, 3GB, 0 min (c gives 5GB of 8GB)"]);
}

#[test]
fn a_contract_covers_what_the_sim_and_what_is_left_do_not() {
    // A GB is a day: the SIM covers 10 of the 30 days, and the contract the other 20.
    let plans = ["s sim 5 10GB 10d", "c contract 20 20GB 30d"];
    check(&plans, "s:1 c:1", "30d 30GB", ["s:1 c:1 = 25.00 MAD", "full 10.00"]);
    check(&plans, "c:1", "30d 30GB", ["s:1 c:1 = 25.00 MAD", "full 10.00"]);
    check_cheapest(&plans, "s:1 c:1", &question("30d 30GB"), Some("s:1 c:1 = 25.00 MAD"));
    // 10 days are left, the SIM covers 10 more, and 9 GB have to last for 10 days.
    let less = ["s sim 5 10GB 10d", "c contract 20 9GB 30d"];
    let asked = with_initial("30d 30GB", "m 10GB 30d");
    let thin = "short 0.00 d, 1GB, 0 min (c gives 9GB of 10GB)";
    check_asked(&less, "s:1 c:1", &asked, ["s:1 c:1 = 25.00 MAD", thin]);
}

#[test]
fn what_a_bill_leaves_over_is_lost_at_the_next() {
    // 35 days take 100 minutes: 85.7 until the second bill and 14.3 after it.
    let contract = ["c contract 100 20GB 30d 60min"];
    check(&contract, "c:2", "35d 10GB 100min", ["c:2 = 200.00 MAD", "short 0.00 d, 0MB, 26 min"]);
    check(&contract, "c:2", "35d 10GB 140min", ["c:2 = 200.00 MAD", "short 0.00 d, 0MB, 60 min"]);
    check(&contract, "c:2", "35d 10GB 70min", ["c:2 = 200.00 MAD", "full 25.00"]);
    check(&contract, "c:2", "35d 140min", ["c:2 = 200.00 MAD", "short 15.00 d, 0MB, 60 min"]);
    // 8.57 of the 10 GB are needed until the second bill.
    let thin = "short 0.00 d, 2.571429GB, 0 min (c gives 6GB of 8.571429GB)";
    check(&["c contract 100 6GB 30d"], "c:2", "35d 10GB", ["c:2 = 200.00 MAD", thin]);
    // A daily allowance gives half of what is needed, for the 10 days that the SIM leaves.
    let daily = ["s sim 5 20GB 30d", "c contract 100 500MB/day 30d"];
    let thin = "short 0.00 d, 5GB, 0 min (c gives 500MB of 1GB)";
    check(&daily, "s:1 c:1", "30d 30GB", ["s:1 c:1 = 105.00 MAD", thin]);
}

#[test]
fn a_thin_pass_serves_what_the_others_leave() {
    // A GB is a day. The SIM covers 2 of the 7 days and `a` covers 3, so `d` gives half of the last two.
    let plans = ["s sim 5 2GB 30d", "a pass 9 3GB 30d", "d pass 5 500MB/day 7d", "e pass 5 700MB/day 1d"];
    let thin = "short 0.00 d, 1GB, 0 min (d gives 500MB of 1GB)";
    check(&plans, "s:1 a:1 d:1", "7d 7GB", ["s:1 d:1 a:1 = 19.00 MAD", thin]);
    // If the others have enough, it serves nothing.
    check(&plans, "s:1 a:2 d:1", "7d 7GB", ["s:1 a:2 d:1 = 28.00 MAD", "full 1.00"]);
    // One day of `e` lacks 300 MB, one of `d` 500 MB.
    let thin = "short 0.00 d, 800MB, 0 min (e gives 700MB of 1GB)";
    check(&plans, "s:1 a:1 d:1 e:1", "7d 7GB", ["s:1 d:1 a:1 e:1 = 24.00 MAD", thin]);
}

#[test]
fn a_contract_is_billed_only_for_periods_that_begin() {
    let plans = ["s sim 5 10GB 10d 50min shared", "c contract 100 20GB 30d 60min"];
    let checked = |order: &str, asked: &str| {
        let catalogue = prepared(&plans, request());
        let bill = billed(&catalogue, order, &question(asked));
        bill.map_or_else(|error| error.to_string(), |bill| short(&bill.offer, &catalogue))
    };
    let too_often = |limit: u64| format!("billed-too-often plan=`c` limit=`{limit}`");
    assert_eq!(checked("c:2", "40d 40GB"), too_often(1));
    assert_eq!(checked("c:2", "41d 41GB"), "s:1 c:2 = 205.00 MAD");
    assert_eq!(checked("c:3", "41d 41GB"), too_often(2));
    // The SIM covers 10 days of data or of calls, so the contract has to cover the whole stay of the other.
    assert_eq!(checked("c:2", "40d 40GB 200min"), "s:1 c:2 = 205.00 MAD");
    assert_eq!(checked("c:3", "40d 40GB 200min"), too_often(2));
    // The first bill comes even if the SIM covers everything.
    assert_eq!(checked("c:1", "10d 10GB"), "s:1 c:1 = 105.00 MAD");
    assert_eq!(checked("c:2", "10d 10GB"), too_often(1));
}

#[test]
fn the_minutes_of_a_contract_count_as_far_as_they_go() {
    check(
        &["c contract 100 20GB 30d 10min"],
        "c:2",
        "60d 40GB 200min",
        ["c:2 = 200.00 MAD", "short 0.00 d, 0MB, 180 min"],
    );
    check(
        &["c contract 100 20GB 30d 100min shared"],
        "c:1",
        "30d 20GB 100min",
        ["c:1 = 100.00 MAD", "short 0.00 d, 0MB, 100 min"],
    );
}

#[test]
fn restricted_data_covers_nothing() {
    let social = ["a pass 20 10GB 30d social", "b pass 50 10GB 30d"];
    check(&social, "a:1", "30d 10GB", ["a:1 = 20.00 MAD", "short 30.00 d, 10GB, 0 min"]);
    check_useless(&social, "a:1 b:1", "30d 10GB", &["a: scope-not-general"]);
}

#[test]
fn an_unknown_plan_decides_only_if_the_known_ones_do_not_last() {
    let plans = ["a pass 50 20GB 30d", "b pass 10 data? 7d", "c pass 10 1GB"];
    check(&plans, "a:1 b:1", "30d 20GB", ["a:1 b:1 = 60.00 MAD", "full 0.00"]);
    check(&plans, "a:1 b:1", "31d 20GB", ["a:1 b:1 = 60.00 MAD", "unknown b"]);
    check(&plans, "c:1 b:1", "30d 20GB", ["b:1 c:1 = 20.00 MAD", "unknown c"]);
    check_useless(&plans, "a:1 b:1 c:1", "30d 20GB", &["b: allowance-unknown", "c: validity-unknown"]);
    // A thin plan does not last, and what is missing depends on the unknown one.
    let thin = ["d pass 30 1GB/day 30d", "b pass 10 data? 7d"];
    check(&thin, "d:1 b:1", "30d 60GB", ["d:1 b:1 = 40.00 MAD", "unknown b"]);
}

#[test]
fn a_line_needs_a_sim() {
    let plans = ["s sim 20", "t sim 10", "a pass 50 20GB 30d", "z pass 50 20GB 30d line:m"];
    check(&plans, "a:1", "30d 20GB", ["t:1 a:1 = 60.00 MAD", "full 0.00"]);
    check(&plans, "s:1 a:1", "30d 20GB", ["s:1 a:1 = 70.00 MAD", "full 0.00"]);
    check(&plans, "z:1", "30d 20GB", ["z:1 = 50.00 MAD", "full 0.00"]);
    // Its data counts.
    let with_data = ["s sim 20 10GB 15d", "a pass 50 10GB 15d"];
    check(&with_data, "a:1", "30d 20GB", ["s:1 a:1 = 70.00 MAD", "full 0.00"]);
}

#[test]
fn the_sim_is_the_one_with_which_a_comparison_begins() {
    let mut only_esims = request();
    only_esims.filters.form = Some(Form::Esim);
    let mut has_sim = request();
    has_sim.have_sims.insert(slug("l"));
    let plans = ["s sim 20 form:esim", "t sim 10 form:sim", "u sim ? form:esim", "a pass 50 20GB 30d"];
    for (request, expected) in [(only_esims, "s:1 a:1 = 70.00 MAD"), (has_sim, "a:1 = 50.00 MAD")] {
        let catalogue = prepared(&plans, request);
        let bill = billed(&catalogue, "a:1", &question("30d 20GB")).unwrap();
        assert_eq!(short(&bill.offer, &catalogue), expected);
        assert_eq!(bill.uncounted_sim, None);
    }
}

#[test]
fn a_sim_whose_price_cannot_be_counted_is_named() {
    for sim in ["s sim 5 TND", "s sim ?"] {
        let catalogue = prepared(&[sim, "a pass 50 20GB 30d"], request());
        let bill = billed(&catalogue, "a:1", &question("30d 20GB")).unwrap();
        assert_eq!(short(&bill.offer, &catalogue), "s:1 a:1 = ≥ 50.00 MAD");
        assert_eq!(bill.uncounted_sim.unwrap().id, slug("s"));
    }
    // If all SIMs are refused, the cheapest with a price in this currency is added.
    let refused = ["r sim 5 TND", "s sim 30 seen:2020-01", "t sim 20 seen:2020-01", "a pass 50 20GB 30d"];
    check(&refused, "a:1", "30d 20GB", ["t:1 a:1 = 70.00 MAD", "full 0.00"]);
    check_error(&["a pass 5 20GB 30d TND"], "a:1", "rate-unknown currency=`TND`");
    // A price of 0 needs no rate, but a fee does.
    check_error(&["c contract 0 20GB 30d fee:50 TND"], "c:1", "rate-unknown currency=`TND`");
    check(&["c contract 0 20GB 30d fee:0 TND max1"], "c:1", "30d 20GB", ["c:1 = 0.00 MAD", "full 0.00"]);
}

#[test]
fn the_cheapest_basket_beside_it() {
    let plans = ["a pass 50 20GB 30d", "b pass 30 10GB 15d", "o pass 25 20GB 30d seen:2020-01"];
    let asked = question("30d 20GB");
    check_cheapest(&plans, "b:2", &asked, Some("a:1 = 50.00 MAD"));
    check_cheapest(&plans, "a:1", &asked, Some("a:1 = 50.00 MAD"));
    // A basket that does not last is not an answer, however cheap it is.
    check_cheapest(&plans, "b:1", &asked, Some("a:1 = 50.00 MAD"));
    // The user's own basket is the cheapest although `compare` would not offer it.
    check_cheapest(&plans, "o:1", &asked, Some("o:1 = 25.00 MAD"));
    check_cheapest(&["b pass 30 10GB 15d max1"], "b:1", &asked, None);
}

#[test]
fn a_highest_total_holds_for_the_basket_beside_it() {
    let plans = ["a pass 50 20GB 30d", "b pass 30 10GB 15d"];
    check_cheapest(&plans, "b:1", &within("30d 20GB", "50"), Some("a:1 = 50.00 MAD"));
    check_cheapest(&plans, "b:1", &within("30d 20GB", "49.99"), None);
}

#[test]
fn limits_hold_for_the_own_basket_too() {
    let plans = ["a pass 100 20GB 30d", "b pass 30 8GB 15d", "s sim 20"];
    check_cheapest(&plans, "a:1", &within("30d 20GB", "109.99"), None);
    check_cheapest(&plans, "a:1", &within("30d 20GB", "119.99"), Some("s:1 b:3 = 110.00 MAD"));
    let at_most = |most: u64| Question { max_purchases: Some(most), ..question("30d 20GB") };
    check_cheapest(&plans, "b:3", &at_most(4), Some("s:1 b:3 = 110.00 MAD"));
    check_cheapest(&plans, "b:3", &at_most(2), Some("s:1 a:1 = 120.00 MAD"));
    check_cheapest(&plans[1..], "b:3", &at_most(2), None);
}

#[test]
fn only_the_lines_of_the_order_are_compared() {
    let plans = ["a pass 50 10GB 15d", "b pass 40 10GB 15d line:m", "c pass 1 20GB 30d line:n"];
    let asked = question("30d 20GB");
    check_cheapest(&plans, "a:2", &asked, Some("a:2 = 100.00 MAD"));
    check_cheapest(&plans, "a:1 b:1", &asked, Some("b:2 = 80.00 MAD"));
    // Two lines together may be cheaper than either.
    let limited = ["a pass 50 10GB 15d max1", "b pass 40 10GB 15d line:m max1", "d pass 95 20GB 30d line:m"];
    check_cheapest(&limited, "d:1", &asked, Some("d:1 = 95.00 MAD"));
    check_cheapest(&limited, "a:1 d:1", &asked, Some("a:1 b:1 = 90.00 MAD"));
}

#[test]
fn over_three_lines_the_cheapest_is_not_known() {
    let plans = ["a pass 40 10GB 10d", "b pass 40 10GB 10d line:m", "c pass 40 10GB 10d line:n"];
    let catalogue = prepared(&plans, request());
    let bill = |order: &str| billed(&catalogue, order, &question("30d 30GB")).unwrap();
    assert_eq!((bill("a:1 b:1 c:1").cheapest, bill("a:1 b:1 c:1").is_cheapest_known()), (None, false));
    assert_eq!((bill("a:2 b:1").cheapest.is_some(), bill("a:2 b:1").is_cheapest_known()), (true, true));
}

#[test]
fn who_buys_as_a_resident_may_buy_the_others_too() {
    let plans = ["c contract 100 20GB 30d resident", "r contract 80 20GB 30d resident"];
    check_cheapest(&plans, "c:1", &question("30d 20GB"), Some("r:1 = 80.00 MAD"));
    let visitor = ["c contract 100 20GB 30d", "r contract 80 20GB 30d resident"];
    check_cheapest(&visitor, "c:1", &question("30d 20GB"), Some("c:1 = 100.00 MAD"));
}

#[test]
fn what_is_left_counts_first() {
    let asked = with_initial("30d 20GB", "l 10GB 30d");
    let pass = ["a pass 50 10GB 15d"];
    check_asked(&pass, "a:1", &asked, ["a:1 = 50.00 MAD", "full 0.00"]);
    check_asked(&["c contract 90 10GB 30d"], "c:1", &asked, ["c:1 = 90.00 MAD", "full 15.00"]);
}

#[test]
fn the_data_of_the_only_sim_waits_for_what_is_left() {
    // A GB and a minute are a day. 5 days are left; of the 7 days of the SIM, which begin at once with its calls, 2 are
    // left for its data. So 3 days of both are missing.
    let asked = with_initial("10d 10GB 10min", "l 5GB 30d");
    let sim = "s sim 20 10GB 7d 10min";
    let pass = "b pass 9 2GB 30d 10min";
    check_asked(&[sim, pass], "s:1 b:1", &asked, ["s:1 b:1 = 29.00 MAD", "short 1.00 d, 1GB, 1 min"]);
    check_asked(&[sim, pass], "s:1 b:2", &asked, ["s:1 b:2 = 38.00 MAD", "full 1.00"]);
    // How a SIM is used is not counted.
    let catalogue = prepared(&[sim, pass], request());
    let bill = billed(&catalogue, "s:1 b:1", &asked).unwrap();
    assert_eq!(bill.offer.basket.items()[0].uses, UseCounts::default());
    // Over two lines it is used for data or for calls: first for as much data as possible, so 5, 2 and 2 days. The pass
    // then covers 2 days of calls too.
    let of_other_line = "b pass 9 2GB 30d 10min line:m";
    check_asked(
        &[sim, of_other_line],
        "s:1 b:1",
        &asked,
        ["s:1 b:1 = 29.00 MAD", "short 1.00 d, 1GB, 8 min"],
    );
}

#[test]
fn a_sim_with_a_shared_balance_serves_one_of_the_two() {
    let plans = ["s sim 20 10GB 30d 100min shared", "a pass 9 0MB 30d 100min", "b pass 8 10GB 30d"];
    let asked = "30d 10GB 100min";
    check(&plans, "s:1", asked, ["s:1 = 20.00 MAD", "short 0.00 d, 0MB, 100 min"]);
    check(&plans, "s:1 a:1", asked, ["s:1 a:1 = 29.00 MAD", "full 0.00"]);
    check(&plans, "s:1 b:1", asked, ["s:1 b:1 = 28.00 MAD", "full 0.00"]);
}

#[test]
fn a_sim_of_two_lines_serves_one_of_the_two() {
    let plans = ["s sim 20 10GB 30d 100min", "a pass 9 0MB 30d 100min line:m", "b pass 8 10GB 30d line:m"];
    let asked = "30d 10GB 100min";
    check(&plans, "s:1", asked, ["s:1 = 20.00 MAD", "full 0.00"]);
    check(&plans, "s:1 a:1", asked, ["s:1 a:1 = 29.00 MAD", "full 0.00"]);
    check(&plans, "s:1 b:1", asked, ["s:1 b:1 = 28.00 MAD", "full 0.00"]);
    // Each SIM has data for half of the stay, but with calls the data of one cannot wait for the other.
    let sims = ["s sim 20 5GB 30d", "t sim 10 5GB 30d 100min line:m"];
    check(&sims, "s:1 t:1", "30d 10GB", ["s:1 t:1 = 30.00 MAD", "full 0.00"]);
    check(&sims, "s:1 t:1", asked, ["s:1 t:1 = 30.00 MAD", "short 15.00 d, 5GB, 0 min"]);
}

#[test]
fn a_trade_off_that_is_too_large_leaves_nothing_out_of_a_bill() {
    // The cheapest basket is 20 of `b`; from 2 to 20 purchases each number has a best one.
    let plans = ["a pass 100 10GB 30d", "b pass 9 1GB 30d"];
    let catalogue = prepared(&plans, request());
    let mut asked = Question { effort: 0, trade_off: true, ..question("30d 20GB") };
    while !matches!(compare(&catalogue, &asked).left_out[..], [LeftOut { what: What::TradeOff, .. }]) {
        asked.effort += 1;
        assert!(asked.effort < 1_000, "the trade-off alone is never left out");
    }
    assert_eq!(billed(&catalogue, "a:2", &asked).unwrap().left_out, []);
}

#[test]
fn a_search_that_gives_up_leaves_the_cheapest_open() {
    let plans = ["a pass 50 20GB 30d", "b pass 30 10GB 15d"];
    let catalogue = prepared(&plans, request());
    let in_vain = billed(&catalogue, "a:1", &Question { effort: 0, ..question("30d 20GB") }).unwrap();
    assert_eq!((in_vain.cheapest.is_none(), in_vain.left_out.len()), (true, 1));
    assert!(!in_vain.is_cheapest_known());
    let nothing_fits =
        billed(&prepared(&["b pass 30 10GB 15d max1"], request()), "b:1", &question("30d 20GB"));
    assert!(nothing_fits.unwrap().is_cheapest_known());
}

#[test]
fn the_bill_of_the_best_offer() {
    let plans = ["a pass 50 20GB 30d", "b pass 30 10GB 15d line:m"];
    let catalogue = prepared(&plans, request());
    let asked = question("21d 14GB");
    let bill = Bill::of_best(&compare(&catalogue, &asked), &asked).unwrap();
    // 50 MAD against twice 30 MAD.
    assert_eq!(short(&bill.offer, &catalogue), "a:1 = 50.00 MAD");
    assert_eq!(verdict(&bill, &asked.need), "full 9.00");
    assert_eq!(bill.cheapest, Some(bill.offer));
    let nothing = question("90d 200GB");
    let limited = prepared(&["b pass 30 10GB 15d max1"], request());
    assert!(Bill::of_best(&compare(&limited, &nothing), &nothing).is_none());
}

#[test]
fn orders_that_cannot_be_bought() {
    let plans = [
        "s sim 20",
        "a pass 50 20GB 30d max2",
        "c contract 100 20GB 30d",
        "d contract 90 20GB 30d",
        "f pass 0 1GB 7d",
        "g pass 0 1GB 7d max3",
    ];
    check_error(&plans, "a:1 c:1", "contract-mixed plan=`c`");
    check_error(&plans, "c:1 d:1", "contract-mixed plan=`c`");
    let other_line = ["c contract 100 20GB 30d", "t sim 5 line:m"];
    check_error(&other_line, "c:1 t:1", "contract-mixed plan=`c`");
    check_error(&plans, "a:3", "bought-too-often plan=`a` limit=`2`");
    check_error(&plans, "s:2 a:1", "bought-too-often plan=`s` limit=`1`");
    check_error(
        &["s sim 20", "t sim 10", "a pass 5 20GB 30d"],
        "s:1 a:1 t:1",
        "second-sim plan=`t` line=`l`",
    );
    check_error(&plans, "f:2", "bought-too-often plan=`f` limit=`1`");
    check(&plans, "a:2", "30d 20GB", ["s:1 a:2 = 120.00 MAD", "full 30.00"]);
    check(&plans, "s:1 c:1", "30d 20GB", ["s:1 c:1 = 120.00 MAD", "full 0.00"]);
    check(&plans, "g:3", "21d 3GB", ["s:1 g:3 = 20.00 MAD", "full 0.00"]);
    let many = ["a pass 50 20GB 30d", "b pass 50 20GB 30d"];
    let order = format!("a:{} b:1", u64::MAX);
    check_error(&many, &order, &format!("bill-too-large plans=``a:{}`, `b:1``", u64::MAX));
}

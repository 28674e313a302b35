//! Break-even points worked out by hand.

use super::amounts::bought;
use super::robust::robustness;
use super::*;
use crate::domain::rates::Exact;
use crate::domain::testing::{prepared, question, request, short};

const PASSES: [&str; 2] = ["a pass 10 1GB 30d", "b pass 25 3GB 30d"];

/// Checks the pieces of a range: its ends and the offer, such as `1..5 a:1 = 10.00 MAD`.
#[track_caller]
fn check(plans: &[&str], asked: &Question, moving: Moving, range: RangeInclusive<u64>, expected: &[&str]) {
    let catalogue = prepared(plans, request());
    let pieces = winners(&catalogue, asked, moving, range).unwrap();
    let shown = pieces.iter().map(|piece| {
        let offer = piece.winner.as_ref().map_or_else(|| "-".to_owned(), |offer| short(offer, &catalogue));
        format!("{}..{} {offer}", piece.from, piece.to)
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}

fn with_margin(asked: &str, percent: u32) -> Question {
    let mut question = question(asked);
    question.before_margin = Some((question.need, percent));
    let need = question.need;
    question.with_asked(need).unwrap()
}

#[test]
fn a_basket_wins_up_to_its_data() {
    check(
        &PASSES,
        &question("30d 1GB"),
        Moving::Data,
        500_000..=6_000_000,
        &[
            "500000..1000000 a:1 = 10.00 MAD",
            "1000001..2000000 a:2 = 20.00 MAD",
            "2000001..3000000 b:1 = 25.00 MAD",
            "3000001..4000000 b:1 a:1 = 35.00 MAD",
            "4000001..5000000 b:1 a:2 = 45.00 MAD",
            "5000001..6000000 b:2 = 50.00 MAD",
        ],
    );
}

#[test]
fn a_margin_is_counted_and_not_shown() {
    // 2,727,272 kB and 10% are 3,000,000 kB, rounded up.
    check(
        &PASSES,
        &with_margin("30d 1GB", 10),
        Moving::Data,
        2_000_000..=2_727_273,
        &["2000000..2727272 b:1 = 25.00 MAD", "2727273..2727273 b:1 a:1 = 35.00 MAD"],
    );
}

#[test]
fn data_of_a_day_counts_on_every_day() {
    check(
        &PASSES,
        &question("30d 1GB"),
        Moving::DailyData,
        33_333..=66_667,
        &["33333..33333 a:1 = 10.00 MAD", "33334..66666 a:2 = 20.00 MAD", "66667..66667 b:1 = 25.00 MAD"],
    );
}

#[test]
fn what_covers_more_time_wins_a_tie() {
    // Of the need of 2 GB in 10 days, b covers 10 days, as a does, and a has the smaller id.
    check(
        &["a pass 10 5GB 10d", "b pass 10 2GB 20d"],
        &question("10d 1GB"),
        Moving::Data,
        1_000_000..=5_000_001,
        &[
            "1000000..1999999 b:1 = 10.00 MAD",
            "2000000..5000000 a:1 = 10.00 MAD",
            "5000001..5000001 a:2 = 20.00 MAD",
        ],
    );
}

#[test]
fn what_wins_a_tie_at_both_ends_may_lose_it_in_between() {
    // In GB times days, a and b cover 16 + 6 G from 1 GB on; c and d cover 14 G up to 15/7 GB, and then 30. So c and d
    // cover more between 2 GB and 7/3 GB.
    let plans = [
        "a pass 10 1600MB 16d max1",
        "b pass 20 9GB 6d max1",
        "c pass 15 1500MB 7d max1 line:m",
        "d pass 15 1500MB 7d max1 line:m",
    ];
    check(
        &plans,
        &question("10d 1GB"),
        Moving::Data,
        1_700_000..=3_900_000,
        &[
            "1700000..2000000 a:1 b:1 = 30.00 MAD",
            "2000001..2333333 c:1 d:1 = 30.00 MAD",
            "2333334..3900000 a:1 b:1 = 30.00 MAD",
        ],
    );
}

#[test]
fn nothing_may_fit_any_more() {
    check(
        &["a pass 10 1GB/day 30d", "c contract 30 40GB 30d"],
        &question("30d 1GB"),
        Moving::Data,
        30_000_000..=40_000_001,
        &["30000000..30000000 a:1 = 10.00 MAD", "30000001..40000000 c:1 = 30.00 MAD", "40000001..40000001 -"],
    );
}

#[test]
fn each_day_is_asked() {
    let plans = ["a pass 10 unlimited 7d", "b pass 30 unlimited 30d"];
    let expected = [
        "1..7 a:1 = 10.00 MAD",
        "8..14 a:2 = 20.00 MAD",
        "15..30 b:1 = 30.00 MAD",
        "31..31 b:1 a:1 = 40.00 MAD",
    ];
    check(&plans, &question("1d 1GB"), Moving::Days, 1..=31, &expected);
    // 100 MB a day are 1 GB in 10 days, but 1 GB stays 1 GB.
    let plans = ["a pass 10 1GB 30d"];
    check(&plans, &question("9d 1GB"), Moving::Days, 9..=11, &["9..11 a:1 = 10.00 MAD"]);
    let daily = Moving::DaysAt(DataVolume::from_kb(100_000));
    let expected = ["9..10 a:1 = 10.00 MAD", "11..11 a:2 = 20.00 MAD"];
    check(&plans, &question("9d 1GB"), daily, 9..=11, &expected);
}

/// Checks from and up to how many kB the first offer is the cheapest.
#[track_caller]
fn check_reach(plans: &[&str], asked: &Question, expected: (Option<u64>, Option<u64>)) {
    let catalogue = prepared(plans, request());
    let first = best(&catalogue, asked, 1).unwrap().remove(0);
    let reach = reach(&catalogue, asked, &first).unwrap();
    assert_eq!((reach.from.map(DataVolume::kb), reach.to.map(DataVolume::kb)), expected);
}

#[test]
fn an_offer_reaches_from_one_break_even_point_to_the_next() {
    check_reach(&PASSES, &question("30d 2500MB"), (Some(2_000_001), Some(3_000_000)));
    check_reach(&PASSES, &question("30d 500MB"), (None, Some(1_000_000)));
    check_reach(&PASSES, &with_margin("30d 2500MB", 10), (Some(1_818_182), Some(2_727_272)));
    // Beyond 11 GB the passes cost 100, too, and are more purchases.
    let unlimited = [PASSES[0], PASSES[1], "u pass 100 unlimited 30d"];
    check_reach(&unlimited, &question("30d 50GB"), (Some(11_000_001), None));
}

#[test]
fn a_budget_buys_more_at_the_totals() {
    let catalogue = prepared(&PASSES, request());
    let pieces = bought(&catalogue, &question("30d 1GB"), 500..=5_000).unwrap();
    let shown = pieces.iter().map(|piece| {
        let bought = piece.winner.as_ref();
        let offer = bought.map_or_else(String::new, |bought| short(&bought.offer, &catalogue));
        format!("{}..{} {:?} {offer}", piece.from, piece.to, bought.map(|bought| bought.most))
    });
    let volume = |kb: u64| format!("Some(Volume(DataVolume({kb})))");
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [
            "500..999 None ".to_owned(),
            format!("1000..1999 {} a:1 = 10.00 MAD", volume(1_000_000)),
            format!("2000..2499 {} a:2 = 20.00 MAD", volume(2_000_000)),
            format!("2500..3499 {} b:1 = 25.00 MAD", volume(3_000_000)),
            format!("3500..4499 {} b:1 a:1 = 35.00 MAD", volume(4_000_000)),
            format!("4500..4999 {} b:1 a:2 = 45.00 MAD", volume(5_000_000)),
            format!("5000..5000 {} b:2 = 50.00 MAD", volume(6_000_000)),
        ]
    );
}

#[test]
fn the_safest_offer_has_the_least_worst_regret() {
    // For 3.9 GB, line l takes 35 and line m still 28. For 3 GB and for 2.1 GB the best is 25.
    let plans = [PASSES[0], PASSES[1], "c pass 28 4GB 30d line:m", "d pass 29 3GB 30d line:n max1"];
    let catalogue = prepared(&plans, request());
    let found = robustness(&catalogue, &question("30d 3GB"), 30).unwrap();
    let mad = |units: Exact| catalogue.exchange().shown(units).unwrap().to_string();
    let regrets = found.contenders.iter().map(|contender| contender.regret.map(mad));
    let expected = [Some("7.00 MAD"), Some("3.00 MAD"), None];
    assert_eq!(regrets.collect::<Vec<_>>(), expected.map(|text| text.map(str::to_owned)));
    assert_eq!(short(&found.safest().unwrap().offer, &catalogue), "c:1 = 28.00 MAD");
    assert_eq!((found.less.0.need.data().kb(), found.more.0.need.data().kb()), (2_100_000, 3_900_000));
}

#[test]
fn each_seller_has_its_own_pieces() {
    // The SIM of p is needed for the pass of o on the same line, so the two sell together.
    let plans = [
        "a pass 10 1GB 30d line:k operator:n",
        "s sim 5 line:m operator:p",
        "b pass 10 1GB 30d line:m",
        "c pass 7 1GB 30d",
        "d pass 4 500MB 30d line:q max1",
    ];
    let catalogue = prepared(&plans, request());
    let of =
        sellers::of_needs(&catalogue, &question("30d 1GB"), Moving::Data, &(500_000..=1_500_000), 9).unwrap();
    let shown = of.iter().map(|seller| {
        let pieces = seller.pieces.iter().flatten().map(|piece| {
            let offer =
                piece.winner.as_ref().map_or_else(|| "-".to_owned(), |offer| short(offer, &catalogue));
            format!("{}..{} {offer}", piece.from, piece.to)
        });
        format!("{:?}: {}", seller.operators, pieces.collect::<Vec<_>>().join(", "))
    });
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [
            "[Slug(\"n\")]: 500000..1000000 a:1 = 10.00 MAD, 1000001..1500000 a:2 = 20.00 MAD",
            "[Slug(\"o\")]: 500000..500000 d:1 = 4.00 MAD, 500001..1000000 c:1 = 7.00 MAD, \
             1000001..1500000 c:2 = 14.00 MAD",
            "[Slug(\"o\"), Slug(\"p\")]: 500000..1000000 s:1 b:1 = 15.00 MAD, 1000001..1500000 s:1 b:2 = 25.00 MAD",
        ]
    );
}

#[test]
fn a_seller_whose_search_is_too_large_has_no_pieces() {
    let plans = ["a pass 1 1MB 30d", "b pass 10 1GB 30d line:m operator:p"];
    let catalogue = prepared(&plans, request());
    let of =
        sellers::of_needs(&catalogue, &question("30d 1GB"), Moving::Data, &(1..=2_000_000), MOST_CHANGES)
            .unwrap();
    assert_eq!(of.iter().map(|seller| seller.pieces.is_some()).collect::<Vec<_>>(), [false, true]);
    let of = sellers::of_budgets(&catalogue, &question("30d 1GB"), &(500..=1_500)).unwrap();
    assert_eq!(of[1].pieces.as_ref().map(Vec::len), Some(2));
}

#[test]
fn too_many_changes_are_an_error() {
    let catalogue = prepared(&["a pass 1 1MB 30d"], request());
    let found = winners(&catalogue, &question("30d 1GB"), Moving::Data, 1..=2_000_000);
    assert_eq!(found.unwrap_err().to_string(), "too-many-changes max=`1000`");
}

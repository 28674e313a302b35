use super::*;
use crate::domain::testing::{prepared, question, request, short};

/// A split such as `2+1: a:2 = 10.00 MAD, a:1 = 5.00 MAD`, for each number of SIMs in order.
#[track_caller]
fn check(plans: &[&str], asked: &Question, people: usize, expected: &[&str]) {
    let catalogue = prepared(plans, request());
    let found = splits(&catalogue, asked, people).unwrap();
    let texts = found.iter().map(|split| {
        let sizes: Vec<String> = split.groups.iter().map(|group| group.people.to_string()).collect();
        let offers: Vec<String> = split.groups.iter().map(|group| short(&group.offer, &catalogue)).collect();
        format!("{}: {}", sizes.join("+"), offers.join(", "))
    });
    assert_eq!(texts.collect::<Vec<_>>(), expected, "{people} people");
}

#[test]
fn sharing_pays_if_large_passes_are_cheap() {
    let plans = ["s sim 20", "a pass 10 5GB 10d", "b pass 15 15GB 10d"];
    let expected = [
        // s + b, twice s and once b for two, three times s + a.
        "3: s:1 b:1 = 35.00 MAD",
        "2+1: s:1 b:1 = 35.00 MAD, s:1 a:1 = 30.00 MAD",
        "1+1+1: s:1 a:1 = 30.00 MAD, s:1 a:1 = 30.00 MAD, s:1 a:1 = 30.00 MAD",
    ];
    check(&plans, &question("10d 5GB"), 3, &expected);
}

#[test]
fn of_equal_totals_the_one_with_more_sims_is_first() {
    let expected = [
        "1+1+1: a:1 = 5.00 MAD, a:1 = 5.00 MAD, a:1 = 5.00 MAD",
        "2+1: a:2 = 10.00 MAD, a:1 = 5.00 MAD",
        "3: a:3 = 15.00 MAD",
    ];
    check(&["a pass 5 5GB 10d"], &question("10d 5GB"), 3, &expected);
}

#[test]
fn the_division_of_each_number_of_sims_is_the_cheapest() {
    // Three people fit into one pass, so 3 + 1 is cheaper than 2 + 2: 9 + 4 < 9 + 9.
    let plans = ["a pass 4 1GB 10d max1", "b pass 9 3GB 10d max1"];
    let expected = [
        "3+1: b:1 = 9.00 MAD, a:1 = 4.00 MAD",
        "4: b:1 a:1 = 13.00 MAD",
        "1+1+1+1: a:1 = 4.00 MAD, a:1 = 4.00 MAD, a:1 = 4.00 MAD, a:1 = 4.00 MAD",
        "2+1+1: b:1 = 9.00 MAD, a:1 = 4.00 MAD, a:1 = 4.00 MAD",
    ];
    check(&plans, &question("10d 1GB"), 4, &expected);
    // 2 + 2 costs as much as 3 + 1, in as many purchases, and is more even.
    let expected = [
        "2+2: b:1 = 7.00 MAD, b:1 = 7.00 MAD",
        "2+1+1: b:1 = 7.00 MAD, b:1 = 7.00 MAD, b:1 = 7.00 MAD",
        "1+1+1+1: b:1 = 7.00 MAD, b:1 = 7.00 MAD, b:1 = 7.00 MAD, b:1 = 7.00 MAD",
    ];
    check(&["b pass 7 3GB 10d max1"], &question("10d 1GB"), 4, &expected);
}

#[test]
fn a_group_that_nothing_covers_is_in_no_split() {
    let plans = ["a pass 5 2GB 10d max1"];
    let expected =
        ["2+1: a:1 = 5.00 MAD, a:1 = 5.00 MAD", "1+1+1: a:1 = 5.00 MAD, a:1 = 5.00 MAD, a:1 = 5.00 MAD"];
    check(&plans, &question("10d 1GB"), 3, &expected);
    check(&plans, &question("10d 3GB"), 3, &[]);
}

#[test]
fn calls_are_not_shared() {
    let plans = ["a pass 5 10GB 10d anyminutes"];
    check(&plans, &question("10d 1GB 10min"), 2, &["1+1: a:1 = 5.00 MAD, a:1 = 5.00 MAD"]);
    check(&plans, &question("10d 10min"), 2, &["1+1: a:1 = 5.00 MAD, a:1 = 5.00 MAD"]);
}

#[test]
fn totals_that_are_not_fully_known_come_last() {
    let plans = ["a contract 5 2GB 30d fee:?", "b pass 50 1GB 10d max1 line:m"];
    let expected = ["1+1: b:1 = 50.00 MAD, b:1 = 50.00 MAD", "2: a:1 = ≥ 5.00 MAD"];
    check(&plans, &question("10d 1GB"), 2, &expected);
}

#[test]
fn the_margin_is_added_to_the_data_of_a_group() {
    let asked = Question { before_margin: Some((question("10d 1GB").need, 10)), ..question("10d 1.1GB") };
    let need = question_for(&asked, 3).unwrap().need;
    assert_eq!(need.data().to_string(), "3.3GB");
}

#[test]
fn there_are_seven_divisions_of_five() {
    assert_eq!(divisions(5, 5).len(), 7);
    assert_eq!(divisions(5, 2), [vec![1, 1, 1, 1, 1], vec![2, 1, 1, 1], vec![2, 2, 1]]);
    assert_eq!(divisions(20, 20).len(), 627);
}

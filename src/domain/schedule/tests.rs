use super::*;
use crate::domain::bill::Bill;
use crate::domain::comparison::compare;
use crate::domain::prepared::PreparedCatalogue;
use crate::domain::request::Question;
use crate::domain::testing::{prepared, question, request, with_initial};
use crate::domain::word::Word;
use std::sync::Arc;

/// A purchase in short notation: `0.00-15.00 a#1 data, stay-begins, paid 50.00`. A SIM that covers nothing `opens` the
/// line, and a purchase that the stay does not need is `spare`.
fn short(purchase: &Purchase<'_>, need: &Need, catalogue: &PreparedCatalogue) -> String {
    let Purchase { item, number, why, is_needed, .. } = purchase;
    let purpose = if *is_needed { purchase.purpose.map_or("opens", Use::word) } else { "spare" };
    let paid = catalogue.exchange().shown(purchase.paid).unwrap().amount_text();
    format!(
        "{}-{} {}#{number} {purpose}, {}, paid {paid}",
        need.days(purchase.starts),
        need.days(purchase.ends),
        item.plan.id,
        why.word(),
    )
}

#[track_caller]
fn check_basket(basket: &Basket, asked: &Question, catalogue: &PreparedCatalogue, expected: &[&str]) {
    let schedule = Schedule::new(basket, &asked.need, asked.initial.as_ref()).unwrap();
    let purchases: Vec<_> =
        schedule.purchases.iter().map(|purchase| short(purchase, &asked.need, catalogue)).collect();
    assert_eq!(purchases, expected);
}

/// Checks the schedule of the best offer, given a catalogue and a question.
#[track_caller]
fn check(plans: &[&str], asked: &str, expected: &[&str]) {
    check_asked(plans, &question(asked), expected);
}

#[track_caller]
fn check_asked(plans: &[&str], asked: &Question, expected: &[&str]) {
    let catalogue = prepared(plans, request());
    let comparison = compare(&catalogue, asked);
    check_basket(&comparison.offers[0].basket, asked, &catalogue, expected);
}

/// The bill of an order such as `a:2`.
fn bill(catalogue: &PreparedCatalogue, order: &str, asked: &Question) -> Bill {
    let items = order.split(' ').map(|item| item.split_once(':').unwrap());
    let bought = items.map(|(id, count)| (Arc::clone(catalogue.find(id).unwrap()), count.parse().unwrap()));
    Bill::new(&bought.collect::<Vec<_>>(), catalogue, asked).unwrap()
}

/// Checks the schedule of a bill, given a catalogue, an order and a question.
#[track_caller]
fn check_order(plans: &[&str], order: &str, asked: &str, expected: &[&str]) {
    let catalogue = prepared(plans, request());
    let asked = question(asked);
    check_basket(&bill(&catalogue, order, &asked).offer.basket, &asked, &catalogue, expected);
}

#[test]
fn the_sim_comes_first() {
    check(
        &["s sim 20", "a pass 50 10GB 15d"],
        "30d 20GB",
        &[
            "0.00-0.00 s#1 opens, stay-begins, paid 20.00",
            "0.00-15.00 a#1 data, stay-begins, paid 70.00",
            "15.00-30.00 a#2 data, data-used-up, paid 120.00",
        ],
    );
    // Its own data begins the stay.
    check(
        &["s sim 20 10GB 20d", "a pass 50 10GB 15d"],
        "30d 20GB",
        &["0.00-15.00 s#1 data, stay-begins, paid 20.00", "15.00-30.00 a#1 data, data-used-up, paid 70.00"],
    );
}

#[test]
fn why_a_purchase_follows_another() {
    // What 20 days need, a pass that serves it of which two are bought, and why the second is bought after 10 days.
    for (need, terms, purpose, why) in [
        ("20GB", "10GB 11d", "data", "data-used-up"),
        ("20GB", "11GB 10d", "data", "validity-over"),
        ("20GB", "10GB 10d", "data", "data-used-up"),
        ("20GB", "unlimited 10d", "data", "validity-over"),
        ("20GB", "1GB/day 10d", "data", "validity-over"),
        ("20min", "0MB 11d 10min", "calls", "minutes-used-up"),
        ("20min", "0MB 10d 11min", "calls", "validity-over"),
        ("20min", "0MB 10d anyminutes", "calls", "validity-over"),
        // Its data is not needed, so it is not what ends.
        ("20min", "1GB 10d 11min", "calls", "validity-over"),
        ("20GB 20min", "10GB 11d 11min", "data-and-calls", "data-used-up"),
        ("20GB 20min", "11GB 11d 10min", "data-and-calls", "minutes-used-up"),
        ("20GB 20min", "11GB 10d 11min", "data-and-calls", "validity-over"),
    ] {
        let first = format!("0.00-10.00 a#1 {purpose}, stay-begins, paid 50.00");
        let second = format!("10.00-20.00 a#2 {purpose}, {why}, paid 100.00");
        check(&[&format!("a pass 50 {terms}")], &format!("20d {need}"), &[&first, &second]);
    }
}

#[test]
fn what_is_left_comes_before_everything() {
    // 10 GB of 20 GB in 30 days last 15 days; the SIM is bought with its first pass, and for the same reason.
    for (left, why) in [
        ("10GB 20d", "data-used-up"),
        ("10GB 15d", "data-used-up"),
        ("11GB 15d", "validity-over"),
        ("unlimited 15d", "validity-over"),
    ] {
        let sim = format!("15.00-15.00 s#1 opens, {why}, paid 20.00");
        let pass = format!("15.00-30.00 a#1 data, {why}, paid 70.00");
        let asked = with_initial("30d 20GB", &format!("m {left}"));
        check_asked(&["s sim 20", "a pass 50 10GB 15d"], &asked, &[&sim, &pass]);
    }
    // The data of a SIM follows it.
    check_asked(
        &["s sim 20 10GB 15d"],
        &with_initial("30d 20GB", "m 10GB 20d"),
        &["15.00-30.00 s#1 data, data-used-up, paid 20.00"],
    );
}

#[test]
fn what_is_left_covers_no_calls() {
    // A GB and a minute are a day. The minutes of the SIM begin at once.
    check_asked(
        &["s sim 20 0MB 30d 30min", "a pass 50 20GB 30d"],
        &with_initial("30d 30GB 30min", "m 10GB 20d"),
        &["0.00-30.00 s#1 calls, stay-begins, paid 20.00", "10.00-30.00 a#1 data, data-used-up, paid 70.00"],
    );
}

#[test]
fn data_and_calls_go_side_by_side_then_both() {
    // A GB and a minute are a day.
    check(
        &["b pass 20 20GB 30d 20min max1", "d pass 10 10GB 30d max1", "m pass 5 0MB 30d 10min max1"],
        "30d 30GB 30min",
        &[
            "0.00-10.00 d#1 data, stay-begins, paid 10.00",
            "0.00-10.00 m#1 calls, stay-begins, paid 15.00",
            "10.00-30.00 b#1 data-and-calls, data-used-up, paid 35.00",
        ],
    );
    // A purchase that covers both begins when the first of the two ends.
    check(
        &["b pass 20 25GB 30d 25min max1", "d pass 10 10GB 30d max1", "m pass 5 0MB 30d 5min max1"],
        "30d 30GB 30min",
        &[
            "0.00-10.00 d#1 data, stay-begins, paid 10.00",
            "0.00-5.00 m#1 calls, stay-begins, paid 15.00",
            "5.00-30.00 b#1 data-and-calls, minutes-used-up, paid 35.00",
        ],
    );
}

#[test]
fn a_contract_is_for_what_the_sim_does_not_cover() {
    // A GB and a minute are a day.
    check(
        &["s sim 20 0MB 30d 30min", "c contract 50 30GB 30d"],
        "30d 30GB 30min",
        &["0.00-30.00 s#1 calls, stay-begins, paid 20.00", "0.00-30.00 c#1 data, stay-begins, paid 70.00"],
    );
    check(&["c contract 50 30GB 30d 30min"], "30d 30GB", &["0.00-30.00 c#1 data, stay-begins, paid 50.00"]);
    check(&["c contract 50 30GB 30d 30min"], "30d 30min", &["0.00-30.00 c#1 calls, stay-begins, paid 50.00"]);
}

#[test]
fn a_sim_with_calls_begins_at_once_if_all_is_on_one_line() {
    // A GB and a minute are a day, and 5 of them are left.
    let asked = with_initial("10d 10GB 10min", "n 5GB 30d");
    let expected = ["0.00-15.00 s#1 data-and-calls, stay-begins, paid 20.00"];
    check_asked(&["s sim 20 10GB 30d 10min"], &asked, &expected);
    // Beside the calls of another line its data is bought when it is wanted.
    let over_two = Question { two_lines: true, ..asked };
    check_asked(
        &["s sim 20 5GB 30d 5min", "m pass 6 0MB 30d 10min line:m"],
        &over_two,
        &["0.00-10.00 m#1 calls, stay-begins, paid 6.00", "5.00-10.00 s#1 data, data-used-up, paid 26.00"],
    );
    // A pass for calls on its own line needs it at once.
    check_asked(
        &["s sim 20 2GB 30d", "c pass 6 0MB 30d 10min", "m pass 9 3GB 30d max1 line:m"],
        &over_two,
        &[
            "0.00-7.00 s#1 data, stay-begins, paid 20.00",
            "0.00-10.00 c#1 calls, stay-begins, paid 26.00",
            "7.00-10.00 m#1 data, data-used-up, paid 35.00",
        ],
    );
}

#[test]
fn of_two_that_end_together_the_first_is_why_another_follows() {
    check_order(
        &["b pass 20 10GB 30d 11min", "d pass 5 unlimited 10d"],
        "b:2 d:1",
        "20d 20GB 20min",
        &[
            "0.00-10.00 d#1 data, stay-begins, paid 5.00",
            "0.00-10.00 b#1 data-and-calls, stay-begins, paid 25.00",
            "10.00-20.00 b#2 data-and-calls, validity-over, paid 45.00",
        ],
    );
}

#[test]
fn what_a_sim_covers_is_not_bought_for() {
    // The SIM covers the calls, so the minutes of the passes are not used.
    check(
        &["s sim 20 10min", "a pass 10 5GB 30d 10min max1", "b pass 10 5GB 30d 10min max1"],
        "10d 10GB 10min",
        &[
            "0.00-10.00 s#1 calls, stay-begins, paid 20.00",
            "0.00-5.00 a#1 data, stay-begins, paid 30.00",
            "5.00-10.00 b#1 data, data-used-up, paid 40.00",
        ],
    );
    check_order(
        &["s sim 20 10GB 30d 10min"],
        "s:1",
        "10d 10GB 10min",
        &["0.00-10.00 s#1 data-and-calls, stay-begins, paid 20.00"],
    );
}

#[test]
fn data_and_minutes_of_a_sim_go_side_by_side() {
    let passes = ["d pass 10 20GB 30d max1", "m pass 5 0MB 30d 10min max1"];
    check(
        &[&["s sim 20 10GB 30d 20min"], &passes[..]].concat(),
        "30d 30GB 30min",
        &[
            "0.00-20.00 s#1 data-and-calls, stay-begins, paid 20.00",
            "10.00-30.00 d#1 data, data-used-up, paid 30.00",
            "20.00-30.00 m#1 calls, minutes-used-up, paid 35.00",
        ],
    );
    check(
        &["s sim 20 30GB 10d 30min", "d pass 10 20GB 30d max1", "m pass 5 0MB 30d 20min max1"],
        "30d 30GB 30min",
        &[
            "0.00-10.00 s#1 data-and-calls, stay-begins, paid 20.00",
            "10.00-30.00 d#1 data, validity-over, paid 30.00",
            "10.00-30.00 m#1 calls, validity-over, paid 35.00",
        ],
    );
}

#[test]
fn two_purchases_of_a_shared_balance_go_side_by_side() {
    check(
        &["a pass 50 20GB 30d 100min shared"],
        "30d 20GB 100min",
        &["0.00-30.00 a#1 data, stay-begins, paid 50.00", "0.00-30.00 a#2 calls, stay-begins, paid 100.00"],
    );
}

#[test]
fn the_purchases_of_a_plan_are_counted_through_its_uses() {
    // A GB and a minute are a day: the SIM covers 20 days of calls, and a pass 15 days of data and 10 of calls.
    check(
        &["s sim 1 0MB 30d 20min", "a pass 50 15GB 30d 10min"],
        "30d 30GB 30min",
        &[
            "0.00-20.00 s#1 calls, stay-begins, paid 1.00",
            "0.00-15.00 a#1 data, stay-begins, paid 51.00",
            "15.00-30.00 a#2 data, data-used-up, paid 101.00",
            "20.00-30.00 a#3 data-and-calls, minutes-used-up, paid 151.00",
        ],
    );
}

#[test]
fn bills_follow_the_sim_and_are_no_renewals() {
    let plans = ["s sim 20 20GB 10d", "c contract 100 30GB 30d fee:50"];
    check(
        &plans,
        "70d 70GB",
        &[
            "0.00-10.00 s#1 data, stay-begins, paid 20.00",
            "10.00-40.00 c#1 data, validity-over, paid 170.00",
            "40.00-70.00 c#2 data, validity-over, paid 270.00",
        ],
    );
    let catalogue = prepared(&plans, request());
    let asked = question("70d 70GB");
    let comparison = compare(&catalogue, &asked);
    let schedule = Schedule::new(&comparison.offers[0].basket, &asked.need, None).unwrap();
    assert_eq!((schedule.renewals().count(), schedule.bills()), (0, Some(2)));
    let firsts: Vec<_> = schedule.purchases.iter().map(|purchase| purchase.is_first).collect();
    assert_eq!(firsts, [true, true, false]);
}

#[test]
fn what_the_stay_does_not_need_comes_last() {
    let plans = ["a pass 50 10GB 15d", "x pass 5 10GB 30d social"];
    let expected = [
        "0.00-15.00 a#1 data, stay-begins, paid 50.00",
        "15.00-30.00 a#2 data, data-used-up, paid 100.00",
        "0.00-0.00 x#1 spare, stay-begins, paid 105.00",
        "30.00-45.00 a#3 spare, data-used-up, paid 155.00",
    ];
    check_order(&plans, "a:3 x:1", "30d 20GB", &expected);
    let catalogue = prepared(&plans, request());
    let asked = question("30d 20GB");
    let bill = bill(&catalogue, "a:3 x:1", &asked);
    let schedule = Schedule::new(&bill.offer.basket, &asked.need, None).unwrap();
    let renewals: Vec<_> = schedule.renewals().map(|purchase| asked.need.days(purchase.starts)).collect();
    assert_eq!(renewals, [crate::domain::need::Days::from_hundredths(1500)]);
    assert_eq!((schedule.bills(), asked.need.days(schedule.ends).to_string()), (None, "45.00".to_owned()));
}

#[test]
fn the_sim_of_a_second_line_comes_with_its_first_pass() {
    check_order(
        &["s sim 10", "t sim 5 line:m", "a pass 50 20GB 20d", "b pass 40 10GB 10d line:m"],
        "a:1 b:1",
        "30d 30GB",
        &[
            "0.00-0.00 s#1 opens, stay-begins, paid 10.00",
            "0.00-20.00 a#1 data, stay-begins, paid 60.00",
            "20.00-20.00 t#1 opens, data-used-up, paid 65.00",
            "20.00-30.00 b#1 data, data-used-up, paid 105.00",
        ],
    );
    // A purchase that is not needed does not bring its SIM forward.
    check_order(
        &[
            "t sim 5 line:m",
            "a pass 50 20GB 20d",
            "b pass 40 10GB 10d line:m",
            "x pass 1 5GB 9d social line:m",
        ],
        "a:1 b:1 x:1",
        "30d 30GB",
        &[
            "0.00-20.00 a#1 data, stay-begins, paid 50.00",
            "20.00-20.00 t#1 opens, data-used-up, paid 55.00",
            "20.00-30.00 b#1 data, data-used-up, paid 95.00",
            "0.00-0.00 x#1 spare, stay-begins, paid 96.00",
        ],
    );
}

#[test]
fn nobody_follows_more_than_100_000_purchases() {
    let catalogue = prepared(&["a pass 1 1kB 30d"], request());
    let too_long = "schedule-too-long count=`100001` max=`100000`";
    for (need, expected) in [("30d 100000kB", Ok(100_000)), ("30d 100001kB", Err(too_long.to_owned()))] {
        let asked = question(need);
        let comparison = compare(&catalogue, &asked);
        let schedule = Schedule::new(&comparison.offers[0].basket, &asked.need, None);
        let count = schedule.map(|schedule| schedule.purchases.len()).map_err(|error| error.to_string());
        assert_eq!(count, expected);
    }
}

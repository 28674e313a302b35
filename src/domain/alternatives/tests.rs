use super::*;
use crate::domain::comparison::compare;
use crate::domain::filters::{Filters, MaxAge};
use crate::domain::plan::Network;
use crate::domain::testing::{filtered, prepared, question, request, short, slug};

/// The first offer of some plans, each alternative to it after its change, and the offer to fall back on.
#[track_caller]
fn check_in(request: Request, plans: &[&str], asked: &Question, expected: &[&str]) {
    let prepared = prepared(plans, request);
    let first = &compare(&prepared, asked).offers[0];
    let mut said = vec![short(first, &prepared)];
    for Alternative { change, offer } in alternatives(&prepared, asked, first) {
        said.push(format!("{} {}", change.option().0, short(&offer, &prepared)));
    }
    if let Some(Fallback { without, offer }) = fallback(&prepared, asked, first) {
        said.push(format!("without {} {}", without.id, short(&offer, &prepared)));
    }
    assert_eq!(said, expected);
}

#[track_caller]
fn check(set: impl FnOnce(&mut Filters), plans: &[&str], expected: &[&str]) {
    check_in(filtered(set), plans, &question("10d 10GB"), expected);
}

#[test]
fn what_residents_pay_is_said_if_it_is_less() {
    let cheaper = ["a pass 50 10GB 10d sure:high", "b pass 40 10GB 10d resident sure:high"];
    check(|_| (), &cheaper, &["a:1 = 50.00 MAD", "resident b:1 = 40.00 MAD"]);
    check(|filters| filters.resident = true, &cheaper, &["b:1 = 40.00 MAD"]);
    // One purchase less for the same money is not worth a line.
    let as_dear = ["a pass 25 5GB 10d sure:high", "b pass 50 10GB 10d resident sure:high"];
    check(|_| (), &as_dear, &["a:2 = 50.00 MAD"]);
}

#[test]
fn who_has_no_phone_for_esims_gets_an_offer_too() {
    let plans =
        ["e tourist 50 10GB 10d form:esim sure:high", "s tourist 90 10GB 10d form:sim sure:high line:m"];
    check(|_| (), &plans, &["e:1 = 50.00 MAD", "form s:1 = 90.00 MAD"]);
    // An eSIM that was asked for is not a surprise.
    check(|filters| filters.form = Some(Form::Esim), &plans, &["e:1 = 50.00 MAD"]);
    check(|filters| filters.form = Some(Form::Sim), &plans, &["s:1 = 90.00 MAD", "form e:1 = 50.00 MAD"]);
    let both = ["e tourist 50 10GB 10d form:both sure:high", plans[1]];
    check(|_| (), &both, &["e:1 = 50.00 MAD"]);
}

#[test]
fn two_lines_are_said_if_they_cost_less() {
    let halves = [
        "a tourist 10 5GB 10d max1 sure:high",
        "b tourist 10 5GB 10d max1 line:m sure:high",
        "c tourist 30 10GB 10d line:n sure:high",
    ];
    check(|_| (), &halves, &["c:1 = 30.00 MAD", "sims a:1 b:1 = 20.00 MAD"]);
    let asked = Question { two_lines: true, ..question("10d 10GB") };
    check_in(request(), &halves, &asked, &["a:1 b:1 = 20.00 MAD"]);
}

#[test]
fn old_prices_and_unknown_networks_are_said_if_they_win() {
    let old = ["a pass 50 10GB 10d sure:high", "b pass 40 10GB 10d seen:2023-01 sure:high"];
    check(|_| (), &old, &["a:1 = 50.00 MAD", "max-age b:1 = 40.00 MAD"]);
    check(|filters| filters.max_age = MaxAge::Any, &old, &["b:1 = 40.00 MAD", "without b a:1 = 50.00 MAD"]);

    let unknown = ["a pass 50 10GB 10d network:5G sure:high", "b pass 40 10GB 10d sure:high"];
    let fast = |filters: &mut Filters| filters.network = Some(Network::G5);
    check(fast, &unknown, &["a:1 = 50.00 MAD", "network b:1 = 40.00 MAD"]);
    // The user knows that 4G is not 5G.
    let slow = ["a pass 50 10GB 10d network:5G sure:high", "b pass 40 10GB 10d network:4G sure:high"];
    check(fast, &slow, &["a:1 = 50.00 MAD"]);
}

#[test]
fn a_doubtful_price_has_an_offer_to_fall_back_on() {
    let next = "b pass 50 10GB 10d sure:high";
    for doubtful in ["sure:low", "", "sure:high seen:2026-05", "sure:high seen:?"] {
        let first = format!("a pass 40 10GB 10d {doubtful}");
        check(|_| (), &[&first, next], &["a:1 = 40.00 MAD", "without a b:1 = 50.00 MAD"]);
    }
    for sure in ["sure:medium", "sure:high seen:2026-06"] {
        check(|_| (), &[&format!("a pass 40 10GB 10d {sure}"), next], &["a:1 = 40.00 MAD"]);
    }
    check(|_| (), &["a pass 40 10GB 10d sure:low"], &["a:1 = 40.00 MAD"]);
    // The least sure one is named before the oldest one.
    let two =
        ["s sim 5 sure:low", "a pass 40 10GB 10d sure:high seen:2025-01", "t tourist 90 10GB 10d line:m"];
    check(|_| (), &two, &["s:1 a:1 = 45.00 MAD", "without s t:1 = 90.00 MAD"]);
}

#[test]
fn a_line_without_its_only_sim_is_no_way_out() {
    let line = ["s sim 5 sure:low", "a pass 40 10GB 10d sure:high"];
    check(|_| (), &line, &["s:1 a:1 = 45.00 MAD"]);
    let two_sims = [line[0], line[1], "t sim 9 sure:high"];
    check(|_| (), &two_sims, &["s:1 a:1 = 45.00 MAD", "without s t:1 a:1 = 49.00 MAD"]);
    let mut have = request();
    have.have_sims.insert(slug("l"));
    check_in(have, &two_sims, &question("10d 10GB"), &["a:1 = 40.00 MAD"]);
}

#[test]
fn a_question_without_an_answer_may_have_one_in_another_form() {
    let plans = ["e tourist 50 10GB 10d form:esim network:4G", "s tourist 90 10GB 10d form:esim network:5G"];
    let prepared = prepared(
        &plans,
        filtered(|filters| {
            filters.form = Some(Form::Sim);
            filters.network = Some(Network::G5);
        }),
    );
    let ways = ways_out(&prepared, &question("10d 10GB"));
    let ways: Vec<_> = ways.iter().map(|way| (way.change.option().0, short(&way.offer, &prepared))).collect();
    // Without the network, the form still keeps both out.
    assert_eq!(ways, [("form", "s:1 = 90.00 MAD".to_owned())]);
}

use super::*;
use crate::domain::testing::{prepared, question, request, with_initial};

/// How a basket may begin with a SIM, for this question: its days of data and of calls.
#[track_caller]
fn check_begins(sim: &str, asked: &Question, is_one_line: bool, expected: &[(&str, &str)]) {
    let catalogue = prepared(&[sim], request());
    let asking = Asking::new(asked, catalogue.exchange());
    let begins = asking.begins_with(0, catalogue.prepared(0), is_one_line);
    let days = |span: Span| asked.need.days(span).to_string();
    let covers: Vec<_> =
        begins.iter().map(|begin| (days(begin.cover.data), days(begin.cover.calls))).collect();
    let expected: Vec<_> = expected.iter().map(|(data, calls)| ((*data).into(), (*calls).into())).collect();
    assert_eq!(covers, expected);
}

const ONE_LINE: bool = true;
const TWO_LINES: bool = false;

#[test]
fn a_sim_is_used_for_one_of_the_two_if_it_is_shared_or_beside_another_line() {
    // A GB and a minute are a day each.
    let asked = question("10d 10GB 10min");
    let side_by_side = [("5.00", "4.00")];
    let one_of_them = [("5.00", "0.00"), ("0.00", "4.00")];
    check_begins("s sim 5 5GB 30d 4min", &asked, ONE_LINE, &side_by_side);
    check_begins("s sim 5 5GB 30d 4min", &asked, TWO_LINES, &one_of_them);
    check_begins("s sim 5 5GB 30d 4min shared", &asked, ONE_LINE, &one_of_them);
    check_begins("s sim 5 5GB 30d 4min shared", &asked, TWO_LINES, &one_of_them);
    // With one of them there is nothing to choose, but over two lines the other SIM may be used for it.
    check_begins("s sim 5 5GB 30d shared", &asked, ONE_LINE, &[("5.00", "0.00")]);
    check_begins("s sim 5 5GB 30d shared", &asked, TWO_LINES, &[("5.00", "0.00"), ("0.00", "0.00")]);
    check_begins("s sim 5 4min shared", &asked, ONE_LINE, &[("0.00", "4.00")]);
    check_begins("s sim 5 4min shared", &asked, TWO_LINES, &[("0.00", "4.00"), ("0.00", "0.00")]);
    for is_one_line in [ONE_LINE, TWO_LINES] {
        check_begins("s sim 5", &asked, is_one_line, &[("0.00", "0.00")]);
    }
}

#[test]
fn the_data_of_the_only_sim_waits_for_what_is_left() {
    // 5 of 10 days are left. Calls begin at once, so 5 of the 8 days are over when its data begins.
    let asked = with_initial("10d 10GB 10min", "m 5GB 30d");
    check_begins("s sim 5 10GB 8d 10min", &asked, ONE_LINE, &[("3.00", "8.00")]);
    check_begins("s sim 5 10GB 8d 10min", &asked, TWO_LINES, &[("3.00", "0.00"), ("0.00", "8.00")]);
    // Without calls it is bought when its data is wanted.
    let only_data = with_initial("10d 10GB", "m 5GB 30d");
    for is_one_line in [ONE_LINE, TWO_LINES] {
        check_begins("s sim 5 10GB 8d 10min", &only_data, is_one_line, &[("8.00", "0.00")]);
    }
}

/// Whether a basket that begins with the first SIM is never worse than one that begins with the second.
#[track_caller]
fn check_replaces(own: &str, other: &str, expected: bool) {
    let catalogue = prepared(&[own, other], request());
    let asked = question("10d 10GB 10min");
    let asking = Asking::new(&asked, catalogue.exchange());
    let begin = |sim: &str| {
        let index = catalogue.index_of(sim.split_once(' ').unwrap().0).unwrap();
        asking.begins_with(index, catalogue.prepared(index), true).remove(0)
    };
    assert_eq!(begin(own).replaces(&begin(other)), expected, "{own}; {other}");
}

#[test]
fn a_cheaper_sim_replaces_one_that_covers_no_more() {
    check_replaces("s sim 5 2GB 30d 2min", "a sim 6 2GB 30d 2min", true);
    check_replaces("s sim 5 3GB 30d 3min", "a sim 6 2GB 30d 2min", true);
    check_replaces("s sim 5 3GB 30d 1min", "t sim 6 2GB 30d 2min", false);
    check_replaces("s sim 5 1GB 30d 3min", "t sim 6 2GB 30d 2min", false);
    check_replaces("s sim 6 3GB 30d 3min", "t sim 5 2GB 30d 2min", false);
}

#[test]
fn of_equal_prices_more_data_decides_and_then_the_id() {
    let sim = "s sim 5 2GB 30d 2min";
    for (id, comes_first) in [("a", true), ("t", false)] {
        let other = |terms: &str| format!("{id} sim 5 30d {terms}");
        check_replaces(&other("3GB 2min"), sim, true);
        check_replaces(&other("3GB 1min"), sim, false);
        check_replaces(&other("2GB 2min"), sim, comes_first);
        // Only the time of data counts in the order of baskets.
        check_replaces(&other("2GB 3min"), sim, comes_first);
        check_replaces(&other("2GB 1min"), sim, false);
        check_replaces(&other("1GB 2min"), sim, false);
        check_replaces(&other("1GB 3min"), sim, false);
    }
}

#[test]
fn of_equal_prices_a_sim_that_is_not_shared_comes_first() {
    check_replaces("t sim 5 2GB 30d", "s sim 5 2GB 30d shared", true);
    check_replaces("s sim 5 2GB 30d shared", "t sim 5 2GB 30d", false);
    check_replaces("t sim 5 1GB 30d", "s sim 5 2GB 30d shared", false);
}

#[test]
fn neither_of_two_sims_waits_for_the_other() {
    let catalogue = prepared(&["s sim 5 5GB 30d 4min", "t sim 5 3GB 30d 2min line:m"], request());
    let check = |asked: &Question, expected: &[&str]| {
        let asking = Asking::new(asked, catalogue.exchange());
        let begins = |index: usize| asking.begins_with(index, catalogue.prepared(index), TWO_LINES);
        let days = |span: Span| asked.need.days(span).to_string();
        let mut found = Vec::new();
        for first in begins(0) {
            for second in begins(1) {
                let both = asking.both(&first, &second);
                found
                    .extend(both.map(|both| format!("{} {}", days(both.cover.data), days(both.cover.calls))));
            }
        }
        assert_eq!(found, expected);
    };
    // A GB and a minute are a day each.
    check(&question("10d 10GB 10min"), &["5.00 2.00", "3.00 4.00"]);
    check(&question("10d 10GB"), &["8.00 0.00"]);
    check(&question("10d 10min"), &["0.00 6.00"]);
}

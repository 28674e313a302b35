use super::*;
use crate::domain::testing::{plan, question};

/// A stay of 12 days; every GB and every minute of the need is a day if it has 12 of them.
fn parse_need(text: &str) -> Need {
    question(text).need
}

/// Times as days: `(data, calls)`.
fn days(need: &Need, cover: Cover) -> (String, String) {
    (need.days(cover.data).to_string(), need.days(cover.calls).to_string())
}

/// Checks for how long one purchase covers data and calls, given a plan without its kind and price, and a need.
#[track_caller]
fn check(terms: &str, asked: &str, expected: Result<(&str, &str), Code>) {
    let need = parse_need(asked);
    let coverage = Terms::new(&plan(&format!("a pass 5 {terms}"))).coverage(&need);
    let found = coverage.map(|coverage| days(&need, coverage.alone));
    assert_eq!(found, expected.map(|(data, calls)| (data.to_owned(), calls.to_owned())));
}

#[test]
fn allowances() {
    // The shorter of the data and the validity.
    check("5GB 30d", "12d 12GB", Ok(("5.00", "0.00")));
    check("5GB 4d", "12d 12GB", Ok(("4.00", "0.00")));
    check("5GB 36h", "12d 12GB", Ok(("1.50", "0.00")));
    check("unlimited 4d", "12d 12GB", Ok(("4.00", "0.00")));
    check("1GB/day 4d", "12d 12GB", Ok(("4.00", "0.00")));
    check("999MB/day 4d", "12d 12GB", Err(Code::DailyAllowanceTooSmall));
    // A pace of 1000 kB and a twelfth.
    check("1000kB/day 4d", "12d 12001kB", Err(Code::DailyAllowanceTooSmall));
    check("1001kB/day 4d", "12d 12001kB", Ok(("4.00", "0.00")));
}

#[test]
fn what_is_not_known() {
    check("data? 4d", "12d 12GB", Err(Code::AllowanceUnknown));
    check("5GB", "12d 12GB", Err(Code::ValidityUnknown));
    check("data?", "12d 12GB", Err(Code::AllowanceUnknown));
    check("5GB", "12d 12min", Err(Code::ValidityUnknown));
    // Its data is not needed.
    check("data? 4d 5min", "12d 12min", Ok(("0.00", "4.00")));
    check("1kB/day 4d 5min", "12d 12min", Ok(("0.00", "4.00")));
}

#[test]
fn minutes() {
    check("5GB 30d 7min", "12d 12GB 12min", Ok(("5.00", "7.00")));
    check("5GB 6d 7min", "12d 12GB 12min", Ok(("5.00", "6.00")));
    check("5GB 6d anyminutes", "12d 12GB 12min", Ok(("5.00", "6.00")));
    check("5GB 6d", "12d 12GB 12min", Ok(("5.00", "0.00")));
    check("0MB 6d 3min", "12d 12GB 12min", Ok(("0.00", "3.00")));
    // Calls are not needed.
    check("5GB 6d 7min", "12d 12GB", Ok(("5.00", "0.00")));
}

/// A SIM after its kind and price, the days for which its data waits, and for how long it covers data and calls of 12 GB
/// and 12 minutes in 12 days.
#[track_caller]
fn check_waiting_sim(terms: &str, waits: u64, expected: (&str, &str)) {
    let need = parse_need("12d 12GB 12min");
    let terms = Terms::new(&plan(&format!("s sim 5 {terms}")));
    let coverage = terms.sim_coverage(&need, need.hours(24 * waits));
    assert_eq!(days(&need, coverage.alone), (expected.0.to_owned(), expected.1.to_owned()));
}

#[track_caller]
fn check_sim(terms: &str, expected: (&str, &str)) {
    check_waiting_sim(terms, 0, expected);
}

#[test]
fn the_data_of_a_sim_waits_while_its_validity_runs() {
    check_waiting_sim("5GB 30d 7min", 4, ("5.00", "7.00"));
    check_waiting_sim("5GB 7d 9min", 4, ("3.00", "7.00"));
    check_waiting_sim("unlimited 6d 9min", 4, ("2.00", "6.00"));
    check_waiting_sim("5GB 3d 9min", 4, ("0.00", "3.00"));
}

#[test]
fn sims() {
    check_sim("5GB 4d 7min", ("4.00", "4.00"));
    check_sim("5GB 30d 7min", ("5.00", "7.00"));
    check_sim("", ("0.00", "0.00"));
    // Without data and without validity it does not expire; unlimited minutes last through the stay.
    check_sim("7min", ("0.00", "7.00"));
    check_sim("anyminutes", ("0.00", "12.00"));
    check_sim("4d 7min", ("0.00", "4.00"));
    // If the validity of its data is unknown, neither data nor calls count.
    check_sim("5GB 7min", ("0.00", "0.00"));
    check_sim("data? 7min", ("0.00", "0.00"));
    check_sim("data? 30d 7min", ("0.00", "7.00"));
    check_sim("5GB 30d 7min social", ("0.00", "7.00"));
    check_sim("999MB/day 30d 7min", ("0.00", "7.00"));
    check_sim("1GB/day 10d", ("10.00", "0.00"));
}

/// Checks how often a plan is bought for data and calls, for data, and for calls.
#[track_caller]
fn check_repeated(terms: &str, asked: &str, expected: Result<(u64, u64, u64), Code>) {
    let need = parse_need(asked);
    let coverage = Terms::new(&plan(&format!("a pass 5 {terms}"))).coverage(&need).unwrap();
    let counts = coverage.repeated(Cover::whole(&need));
    assert_eq!(counts.map(|counts| (counts.both, counts.data, counts.calls)), expected);
}

#[test]
fn data_repeated_alone() {
    check_repeated("12GB 12d", "12d 12GB", Ok((0, 1, 0)));
    check_repeated("4GB 12d", "12d 12GB", Ok((0, 3, 0)));
    check_repeated("3999MB 12d", "12d 12GB", Ok((0, 4, 0)));
    check_repeated("0MB 12d 5min", "12d 12GB", Err(Code::PurchaseLimit));
}

#[test]
fn calls_repeated_alone() {
    check_repeated("0MB 12d 5min", "12d 12min", Ok((0, 0, 3)));
    check_repeated("5GB 12d", "12d 12min", Err(Code::TooFewMinutes));
    check_repeated("5GB 12d 0min", "12d 12GB 12min", Err(Code::TooFewMinutes));
    check_repeated("0MB 12d 5min", "12d 12GB 12min", Err(Code::PurchaseLimit));
}

#[test]
fn data_and_calls_repeated_alone() {
    check_repeated("6GB 30d 6min", "12d 12GB 12min", Ok((2, 0, 0)));
    // Data longer than calls, 5 and 3 days: four purchases cover calls for 12 days, and as much data.
    check_repeated("5GB 30d 3min", "12d 12GB 12min", Ok((4, 0, 0)));
    // Calls longer than data, 3 and 5 days: four purchases cover data for 12 days, and as many calls.
    check_repeated("3GB 30d 5min", "12d 12GB 12min", Ok((4, 0, 0)));
    check_repeated("5GB 30d 3min shared", "12d 12GB 12min", Ok((0, 3, 4)));
}

/// Checks how often a plan is bought. What is missing and what the plan covers are days of data and of calls.
#[track_caller]
fn check_missing(each: (u128, u128), missing: (u128, u128), expected: (u64, u64, u64)) {
    let [alone, rest] = [each, missing]
        .map(|(data, calls)| Cover { data: Span::from_units(data), calls: Span::from_units(calls) });
    let coverage = Coverage { alone, is_shared: false };
    let counts = coverage.repeated(rest).unwrap();
    assert_eq!((counts.both, counts.data, counts.calls), expected);
    let covered = coverage.times(counts).unwrap();
    assert!(covered.data.units() >= missing.0 && covered.calls.units() >= missing.1);
}

#[test]
fn what_is_missing_of_one_alone() {
    // Two for 6 days of calls; 10 − 2 × 3 days of data are left for one more.
    check_missing((5, 3), (10, 6), (2, 1, 0));
    check_missing((5, 3), (16, 6), (2, 2, 0));
    check_missing((5, 3), (17, 6), (2, 3, 0));
    check_missing((5, 3), (0, 6), (2, 0, 0));
    check_missing((5, 3), (10, 0), (0, 2, 0));
    // Of equal times each purchase covers both.
    check_missing((4, 4), (8, 4), (2, 0, 0));
    check_missing((4, 4), (4, 8), (2, 0, 0));
    // Two for 6 days of data and as many of calls; 10 − 6 days of calls take one more. It covers no data: with both it
    // would cover calls for 3 days only.
    check_missing((3, 5), (6, 10), (2, 0, 1));
    // Of 3 days of calls it can spare 2, and loses 2 if it covers data too.
    check_missing((3, 5), (6, 9), (3, 0, 0));
    // Two for calls: 10 − 8 days to spare, so one of them covers data too.
    check_missing((3, 5), (6, 14), (3, 0, 1));
    check_missing((3, 5), (6, 15), (2, 0, 2));
    // With 4 days to spare both of them cover data too, which is more time although it is not needed.
    check_missing((3, 5), (0, 6), (2, 0, 0));
    check_missing((3, 5), (0, 8), (1, 0, 1));
    check_missing((3, 5), (6, 0), (0, 2, 0));
}

/// Checks the uses worth considering for a plan with these days of data and of calls.
#[track_caller]
fn check_uses(each: (u128, u128), is_shared: bool, expected: &[Use]) {
    let alone = Cover { data: Span::from_units(each.0), calls: Span::from_units(each.1) };
    let uses: Vec<Use> = Coverage { alone, is_shared }.uses().collect();
    assert_eq!(uses, expected);
}

#[test]
fn uses() {
    check_uses((5, 3), false, &[Use::Both, Use::Data]);
    check_uses((3, 5), false, &[Use::Both, Use::Calls]);
    check_uses((4, 4), false, &[Use::Both]);
    check_uses((4, 0), false, &[Use::Data]);
    check_uses((0, 4), false, &[Use::Calls]);
    check_uses((0, 0), false, &[]);
    check_uses((5, 3), true, &[Use::Data, Use::Calls]);
    check_uses((4, 4), true, &[Use::Data, Use::Calls]);
    let alone = Cover { data: Span::from_units(5), calls: Span::from_units(3) };
    let both = Coverage { alone, is_shared: false }.in_use(Use::Both);
    assert_eq!((both.data.units(), both.calls.units()), (3, 3));
}

/// Checks how often a contract is billed, given a need and the days that are missing.
#[track_caller]
fn check_bills(terms: &str, asked: &str, missing: (u64, u64), expected: Result<u64, Code>) {
    let need = parse_need(asked);
    let cover = Cover { data: need.hours(24 * missing.0), calls: need.hours(24 * missing.1) };
    let bills = Terms::new(&plan(&format!("c contract 5 {terms}"))).bills(&need, cover);
    assert_eq!(bills, expected);
}

#[test]
fn a_contract_is_billed_once_for_every_validity_that_is_begun() {
    check_bills("30GB 30d", "60d 60GB", (60, 0), Ok(2));
    check_bills("30GB 30d", "61d 61GB", (61, 0), Ok(3));
    check_bills("unlimited 30d", "31d 1GB", (31, 0), Ok(2));
    // More data does not make it last longer.
    check_bills("90GB 30d", "60d 60GB", (60, 0), Ok(2));
    check_bills("data? 30d", "60d 60GB", (60, 0), Err(Code::AllowanceUnknown));
    check_bills("30GB", "60d 60GB", (60, 0), Err(Code::ValidityUnknown));
    check_bills("data? 30d 60min", "60d 60min", (0, 60), Ok(2));
}

#[test]
fn the_data_of_a_contract_lasts_until_the_next_bill_or_the_end() {
    check_bills("29999MB 30d", "60d 60GB", (60, 0), Err(Code::MonthlyAllowanceTooSmall));
    check_bills("10GB 30d", "10d 10GB", (10, 0), Ok(1));
    check_bills("9999MB 30d", "10d 10GB", (10, 0), Err(Code::MonthlyAllowanceTooSmall));
    // After an initial balance for 50 days only 10 days are missing.
    check_bills("10GB 30d", "60d 60GB", (10, 0), Ok(1));
    check_bills("1GB/day 30d", "60d 60GB", (60, 0), Ok(2));
    check_bills("999MB/day 30d", "60d 60GB", (60, 0), Err(Code::DailyAllowanceTooSmall));
}

#[test]
fn the_minutes_of_a_contract_last_like_its_data() {
    check_bills("30GB 30d 30min", "60d 60GB 60min", (60, 60), Ok(2));
    check_bills("30GB 30d 29min", "60d 60GB 60min", (60, 60), Err(Code::TooFewMinutes));
    check_bills("30GB 30d anyminutes", "60d 60GB 60min", (60, 60), Ok(2));
    check_bills("30GB 30d", "60d 60GB 60min", (60, 60), Err(Code::TooFewMinutes));
    check_bills("30GB 30d 10min", "60d 60GB 60min", (60, 10), Ok(2));
    check_bills("30GB 30d 29min", "60d 60GB 60min", (60, 0), Ok(2));
    check_bills("30GB 30d 60min", "60d 60GB 60min", (0, 60), Ok(2));
    check_bills("30GB 30d 30min", "60d 60GB 60min", (10, 60), Ok(2));
    // A shared balance never covers both.
    check_bills("30GB 30d 30min shared", "60d 60GB 60min", (60, 60), Err(Code::TooFewMinutes));
    check_bills("30GB 30d 30min shared", "60d 60GB 60min", (0, 60), Ok(2));
    check_bills("30GB 30d 30min shared", "60d 60GB 60min", (60, 0), Ok(2));
}

#[test]
fn choices_of_a_need_of_calls_only_are_its_time() {
    for (asked, expected) in [
        ("12d 12GB 12min", &[(Use::Both, 3, 3), (Use::Data, 5, 0)][..]),
        ("12d 12min", &[(Use::Calls, 3, 0)]),
    ] {
        let need = parse_need(asked);
        let coverage = Terms::new(&plan("a pass 5 5GB 30d 3min")).coverage(&need).unwrap();
        let day = need.hours(24).units();
        let choices = coverage.choices(7, 500, Some(2), &need);
        let days = choices.map(|(purpose, choice)| (purpose, choice.time / day, choice.calls / day));
        assert_eq!(days.collect::<Vec<_>>(), expected);
    }
}

/// Checks what is not known of a SIM, so that it does not cover a need by itself.
#[track_caller]
fn check_unknown(terms: &str, asked: &str, expected: Option<Code>) {
    let terms = Terms::new(&plan(&format!("s sim 5 {terms}")));
    assert_eq!(terms.unknown_of_sim(&parse_need(asked)), expected);
}

#[test]
fn what_is_not_known_of_a_sim() {
    check_unknown("", "12d 12GB", None);
    check_unknown("5GB 30d", "12d 12GB", None);
    check_unknown("data?", "12d 12GB", Some(Code::AllowanceUnknown));
    check_unknown("data? 30d", "12d 12GB 12min", Some(Code::AllowanceUnknown));
    check_unknown("5GB", "12d 12GB", Some(Code::ValidityUnknown));
    check_unknown("unlimited", "12d 12GB", Some(Code::ValidityUnknown));
    // Its data cannot serve this need.
    check_unknown("data? social", "12d 12GB", None);
    check_unknown("5GB social", "12d 12GB", None);
    check_unknown("data?", "12d 12min", None);
    check_unknown("5GB", "12d 12min", None);
    // A SIM without data does not expire, and its minutes count.
    check_unknown("60min", "12d 12min", None);
    check_unknown("5GB 60min", "12d 12min", Some(Code::ValidityUnknown));
    check_unknown("data? 60min", "12d 12min", Some(Code::ValidityUnknown));
    check_unknown("5GB 0min", "12d 12min", None);
    // Its minutes are all that it may lack.
    check_unknown("12GB 12d", "12d 12GB 12min", Some(Code::TooFewMinutes));
    check_unknown("11GB 12d", "12d 12GB 12min", None);
    check_unknown("12GB 12d 1min", "12d 12GB 12min", None);
    check_unknown("", "12d 12GB 12min", None);
}

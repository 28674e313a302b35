use super::*;
use crate::domain::testing::{
    compared, offers, plan, prepared, question, refusals, request, short, slug, with_initial, within,
};

/// Checks the offers, given plans and a question.
#[track_caller]
fn check(plans: &[&str], asked: &Question, expected: &[&str]) {
    let catalogue = prepared(plans, request());
    let comparison = compare(&catalogue, asked);
    assert_eq!(offers(&catalogue, &comparison), expected);
    // The best offers are the same, however many are wanted.
    for most in 1..=expected.len() {
        let best = best(&catalogue, asked, most).unwrap();
        assert_eq!(best, comparison.offers[..most], "the best {most}");
    }
}

fn two_lines(asked: &str) -> Question {
    Question { two_lines: true, ..question(asked) }
}

#[test]
fn the_best_basket_of_each_line() {
    let plans = [
        "a pass 10 10GB 30d",
        "b pass 25 20GB 30d",
        "c pass 12 10GB 30d line:m",
        "d contract 15 20GB 30d line:m",
        "e pass 90 20GB 30d line:n",
    ];
    check(&plans, &question("30d 20GB"), &["d:1 = 15.00 MAD", "a:2 = 20.00 MAD", "e:1 = 90.00 MAD"]);
    check(&plans, &question("31d 20GB"), &["a:2 = 20.00 MAD", "c:2 = 24.00 MAD", "e:2 = 180.00 MAD"]);
    // A low total that is not fully known does not cut off other lines.
    let unknown = ["c contract 10 20GB 30d fee:?", "d pass 90 20GB 30d line:m"];
    check(&unknown, &question("30d 20GB"), &["d:1 = 90.00 MAD", "c:1 = ≥ 10.00 MAD"]);
}

#[test]
fn the_best_contract_of_a_line() {
    let asked = question("30d 20GB");
    let c = "c contract 20 20GB 30d";
    check(&[c, "d contract 15 20GB 30d"], &asked, &["d:1 = 15.00 MAD"]);
    check(&[c, "d contract 25 20GB 30d"], &asked, &["c:1 = 20.00 MAD"]);
    check(&[c, "d contract 5 20GB 30d seen:2020-01"], &asked, &["c:1 = 20.00 MAD"]);
    // Of equal totals the one that covers more time, whatever part of it is a fee.
    let fee = "c contract 10 20GB 30d fee:10";
    check(&[fee, "d contract 20 20GB 40d"], &asked, &["d:1 = 20.00 MAD"]);
    // A total that is fully known comes first.
    let unknown_fee = "c contract 10 20GB 30d fee:?";
    check(&[unknown_fee, "d contract 15 20GB 30d"], &asked, &["d:1 = 15.00 MAD"]);
    // At the total of another line fewer purchases come first, found there or here.
    check(&[c, "p pass 10 10GB 30d line:k"], &asked, &["c:1 = 20.00 MAD", "p:2 = 20.00 MAD"]);
}

#[test]
fn plans_repeated_alone() {
    let (catalogue, comparison) = compared(
        &["a pass 10 10GB 30d", "b pass 25 20GB 30d", "c pass 5 5GB 30d max1", "d pass 23 20GB 30d line:m"],
        "30d 25GB",
    );
    // 25 GB: two of `a` and `c`; a plan that only loses to another basket of its line is not refused.
    assert_eq!(offers(&catalogue, &comparison), ["a:2 c:1 = 25.00 MAD", "d:2 = 46.00 MAD"]);
    assert_eq!(refusals(&comparison), [] as [&str; 0]);
    let all = comparison.clone().with_alone();
    let expected = ["a:2 c:1 = 25.00 MAD", "a:3 = 30.00 MAD", "d:2 = 46.00 MAD", "b:2 = 50.00 MAD"];
    assert_eq!(offers(&catalogue, &all), expected);
    // A basket is listed once, and only what another one beats is alone.
    let flags: Vec<_> = all.offers.iter().map(|offer| (offer.is_alone, offer.mix)).collect();
    assert_eq!(flags, [(false, true), (true, false), (false, false), (true, false)]);
}

#[test]
fn a_sim_covers_data_or_calls_if_there_is_another_line() {
    // A GB and a minute are a day. The SIM covers half of both, `b` half of both and `c` half of the calls.
    for (balance, line, expected) in [
        ("separate", "line:l", "s:1 b:1 = 30.00 MAD"),
        // One balance serves one of the two.
        ("shared", "line:l", "s:1 b:1 c:1 = 36.00 MAD"),
        // Beside another line too: its data or its calls may come first.
        ("separate", "line:m", "s:1 b:1 c:1 = 36.00 MAD"),
        ("shared", "line:m", "s:1 b:1 c:1 = 36.00 MAD"),
    ] {
        let sim = format!("s sim 10 5GB 30d 5min {balance}");
        let both = format!("b pass 20 5GB 30d 5min max1 {line}");
        let calls = format!("c pass 6 0MB 30d 5min {line}");
        check(&[&sim, &both, &calls], &two_lines("10d 10GB 10min"), &[expected]);
    }
}

/// Ten days each and one purchase of each at most: only together do they cover 20 days.
const HALVES: [&str; 2] = ["a pass 10 10GB 10d max1", "b pass 20 10GB 10d line:m max1"];

/// Checks the offers if another plan besides the halves covers 20 days.
#[track_caller]
fn check_whole(whole: &str, expected: &[&str]) {
    check(&[HALVES[0], HALVES[1], whole], &two_lines("20d 20GB"), expected);
}

#[test]
fn two_lines_only_if_better_than_each() {
    check(&HALVES, &two_lines("20d 20GB"), &["a:1 b:1 = 30.00 MAD"]);
    check(&HALVES, &question("20d 20GB"), &[]);
    // The basket over two lines is an offer only if it ranks above both lines.
    check_whole("w pass 29 20GB 20d", &["w:1 = 29.00 MAD"]);
    check_whole("w pass 31 20GB 20d", &["a:1 b:1 = 30.00 MAD", "w:1 = 31.00 MAD"]);
    // At the same total the one purchase ranks first.
    check_whole("w pass 30 20GB 20d", &["w:1 = 30.00 MAD"]);
    check_whole("w pass 31 20GB 20d line:m", &["a:1 b:1 = 30.00 MAD", "w:1 = 31.00 MAD"]);
    check_whole("w pass 29 20GB 20d line:m", &["w:1 = 29.00 MAD"]);
    // A contract is never mixed, but a mix still has to be better than the contract.
    check_whole("w contract 29 20GB 30d", &["w:1 = 29.00 MAD"]);
    check_whole("w contract 29 20GB 30d line:m", &["w:1 = 29.00 MAD"]);
    check_whole("w contract 31 20GB 30d", &["a:1 b:1 = 30.00 MAD", "w:1 = 31.00 MAD"]);
    // A third line does not matter for a pair.
    check_whole("w pass 29 20GB 20d line:n", &["w:1 = 29.00 MAD", "a:1 b:1 = 30.00 MAD"]);
}

#[test]
fn an_offer_names_its_lines_and_operators() {
    let catalogue = prepared(
        &["a pass 10 10GB 10d max1 operator:o", "b pass 20 10GB 10d line:m max1 operator:p"],
        request(),
    );
    let comparison = compare(&catalogue, &two_lines("20d 20GB"));
    let offer = &comparison.offers[0];
    assert_eq!(
        (offer.lines.clone(), offer.operators.clone()),
        (vec![slug("l"), slug("m")], vec![slug("o"), slug("p")])
    );
    assert!(offer.mix && offer.holds(catalogue.find("a").unwrap()));
    // A SIM and one plan are not a mix.
    let (_, with_sim) = compared(&["s sim 5", "a pass 10 10GB 10d"], "20d 20GB");
    assert!(!with_sim.offers[0].mix);
}

#[test]
fn nothing_to_buy() {
    let plans = ["s sim 5", "a pass 10 10GB 10d", "b pass ? 1GB 1d", "z pass 1 1GB 1d line:m"];
    let catalogue = prepared(&plans, request());
    let asked = Question { trade_off: true, ..with_initial("20d 20GB", "l 20GB 30d") };
    let comparison = compare(&catalogue, &asked);
    assert_eq!(offers(&catalogue, &comparison), [" = 0.00 MAD"]);
    assert_eq!(refusals(&comparison), ["a: not-needed", "b: price-unknown", "s: sim-only", "z: not-needed"]);
    let offer = &comparison.offers[0];
    assert_eq!((&offer.lines[..], &offer.operators[..]), (&[slug("l")][..], &[slug("o")][..]));
    assert_eq!(comparison.trade_off.as_ref().map(Vec::len), Some(1));
    assert_eq!(best(&catalogue, &asked, 5).unwrap().len(), 1);
    // A kB less is not enough.
    let less = compare(&catalogue, &with_initial("20d 20GB", "l 19999999kB 30d"));
    assert_eq!(offers(&catalogue, &less), ["z:1 = 1.00 MAD", "s:1 a:1 = 15.00 MAD"]);
}

/// Checks the Pareto front of purchases and total, given plans and a question.
#[track_caller]
fn check_trade_off(plans: &[&str], asked: Question, expected: &[&str]) {
    let catalogue = prepared(plans, request());
    let comparison = compare(&catalogue, &Question { trade_off: true, ..asked });
    let front: Vec<_> = comparison.trade_off.unwrap().iter().map(|offer| short(offer, &catalogue)).collect();
    assert_eq!(front, expected);
}

#[test]
fn the_trade_off_of_purchases_and_total() {
    // 1 purchase for 50, 2 for 40, 4 for 28; 3 would cost 34.
    let plans = ["a pass 50 20GB 30d", "b pass 20 10GB 30d line:m", "c pass 7 5GB 30d line:m"];
    let front = ["a:1 = 50.00 MAD", "b:2 = 40.00 MAD", "b:1 c:2 = 34.00 MAD", "c:4 = 28.00 MAD"];
    check_trade_off(&plans, question("30d 20GB"), &front);
    // A basket with the same total and more purchases is beaten.
    let equal = ["a pass 40 20GB 30d", "b pass 20 10GB 30d line:m", "c pass 10 5GB 30d line:n"];
    // A contract after a dearer SIM, whose data saves a bill.
    let sims = ["s sim 5", "t sim 50 10GB 10d", "c contract 20 30GB 30d"];
    check_trade_off(&sims, question("35d 35GB"), &["t:1 c:1 = 70.00 MAD", "s:1 c:2 = 45.00 MAD"]);
    check_trade_off(&equal, question("30d 20GB"), &["a:1 = 40.00 MAD"]);
    // A total that is not fully known is listed only if no total is fully known.
    let unknown = ["a contract 5 20GB 30d fee:?", "b pass 20 10GB 30d line:m"];
    check_trade_off(&unknown, question("30d 20GB"), &["b:2 = 40.00 MAD"]);
    check_trade_off(&unknown[..1], question("30d 20GB"), &["a:1 = ≥ 5.00 MAD"]);
    let contract = ["a contract 45 20GB 30d", "b pass 20 10GB 30d"];
    check_trade_off(&contract, question("30d 20GB"), &["a:1 = 45.00 MAD", "b:2 = 40.00 MAD"]);
    check_trade_off(&["a pass ? 20GB 30d"], question("30d 20GB"), &[]);
}

#[test]
fn a_sim_that_covers_the_data_leaves_the_calls_of_a_trade_off() {
    let plans = ["s sim 5 10GB 10d", "m pass 6 0MB 30d 10min", "n pass 2 0MB 30d 5min"];
    let front = ["s:1 m:1 = 11.00 MAD", "s:1 n:2 = 9.00 MAD"];
    check_trade_off(&plans, question("10d 10GB 10min"), &front);
    check_trade_off(&plans, question("10d 10GB"), &["s:1 = 5.00 MAD"]);
}

#[test]
fn a_highest_total_is_the_highest_amount_that_is_shown_as_it() {
    // 832.51 yuan are 1213.3749999 dirhams, with 100 more the highest amount that is shown as 1313.37.
    let plans = ["a pass 832.51 10GB 30d max1 CNY", "b pass 10 5GB 30d", "d pass 100 10GB 30d max1"];
    let front = ["a:1 d:1 = 1313.37 MAD", "d:1 b:2 = 120.00 MAD", "b:4 = 40.00 MAD"];
    check_trade_off(&plans, within("30d 20GB", "1313.37"), &front);
    check_trade_off(&plans, within("30d 20GB", "1313.36"), &front[1..]);
    for kind in ["pass", "sim", "contract"] {
        let plan = format!("a {kind} 832.51 20GB 30d CNY");
        check(&[&plan], &within("30d 20GB", "1213.37"), &["a:1 = 1213.37 MAD"]);
        check(&[&plan], &within("30d 20GB", "1213.36"), &[]);
    }
}

#[test]
fn the_trade_off_over_two_lines() {
    let plans = ["a pass 50 20GB 30d", "b pass 10 10GB 30d max1", "c pass 20 10GB 30d line:m"];
    let alone = ["a:1 = 50.00 MAD", "c:2 = 40.00 MAD"];
    check_trade_off(&plans, question("30d 20GB"), &alone);
    check_trade_off(&plans, two_lines("30d 20GB"), &["a:1 = 50.00 MAD", "b:1 c:1 = 30.00 MAD"]);
}

#[test]
fn every_row_is_in_an_offer_or_has_one_refusal() {
    let plans =
        ["s sim 5", "t sim 6", "a pass 10 10GB 10d", "b pass ? 1GB 1d", "z pass 1 1GB 1d max1 line:m"];
    let (catalogue, comparison) = compared(&plans, "20d 20GB");
    assert_eq!(refusals(&comparison), ["b: price-unknown", "t: sim-only", "z: purchase-limit"]);
    let codes = ["a", "t"].map(|id| comparison.refusal_of(catalogue.find(id).unwrap()));
    assert_eq!(codes, [None, Some(Code::SimOnly)]);
    let counts: Vec<_> = comparison.refusal_counts().into_iter().collect();
    assert_eq!(counts, [(Code::PriceUnknown, 1), (Code::PurchaseLimit, 1), (Code::SimOnly, 1)]);
}

#[test]
fn what_is_not_searched_is_no_answer() {
    let catalogue = prepared(&["a pass 10 10GB 30d", "b pass 7 5GB 30d line:m"], request());
    let in_vain = Question { effort: 0, trade_off: true, ..two_lines("30d 20GB") };
    let comparison = compare(&catalogue, &in_vain);
    // A pair is skipped if the basket that it has to beat is unknown.
    let lines: Vec<_> = comparison.unsearched().map(|left_out| left_out.lines.clone()).collect();
    assert_eq!(lines, [[slug("l")], [slug("m")]]);
    assert_eq!(best(&catalogue, &in_vain, 1).unwrap_err().code(), "search-too-large");
    let one_line = Question { effort: 0, ..question("30d 20GB") };
    assert_eq!(best(&catalogue, &one_line, 1).unwrap_err().code(), "search-too-large");
}

/// The answer of the least effort for which this holds, and what it goes without: `trade-off-too-large line=l + m`.
#[track_caller]
fn with_least_effort(
    plans: &[&str],
    asked: &Question,
    holds: impl Fn(&Comparison) -> bool,
) -> (Comparison, Vec<String>) {
    let catalogue = prepared(plans, request());
    let efforts = (0..10_000).map(|effort| Question { effort, ..asked.clone() });
    let comparison = efforts.map(|asked| compare(&catalogue, &asked)).find(holds).unwrap();
    let errors = comparison.left_out.iter().map(|left_out| &left_out.error);
    let texts = errors.map(|error| {
        let (name, line) = &error.figures()[0];
        format!("{} {name}={line}", error.code())
    });
    let texts = texts.collect();
    (comparison, texts)
}

#[test]
fn a_pair_is_searched_if_both_of_its_lines_are() {
    let asked = two_lines("30d 20GB");
    // The search of two plans takes more steps than that of one.
    let plans = ["a pass 71 10GB 30d", "b pass 23 3GB 30d", "m pass 90 10GB 30d line:m"];
    let (_, left_out) = with_least_effort(&plans, &asked, |comparison| comparison.offers.len() == 1);
    assert_eq!(left_out, ["search-too-large line=l"]);
    // And that of four more than that of two.
    let plans =
        ["a pass 71 10GB 30d", "b pass 23 3GB 30d", "m pass 37 5GB 30d line:m", "n pass 8 1GB 30d line:m"];
    let (_, left_out) = with_least_effort(&plans, &asked, |comparison| comparison.offers.len() == 2);
    assert_eq!(left_out, ["pair-too-large line=l + m"]);
}

/// The offers of the trade-off.
fn front(comparison: &Comparison, catalogue: &PreparedCatalogue) -> Vec<String> {
    comparison.trade_off.iter().flatten().map(|offer| short(offer, catalogue)).collect()
}

#[test]
fn a_trade_off_goes_without_what_is_too_large() {
    // The cheapest basket is 20 of `b`, and two of `a` take as few purchases as two of `p`. The trade-off of their line is
    // not known, so none of its baskets is there.
    let plans = [
        "a pass 100 10GB 30d",
        "b pass 9 1GB 30d",
        "p pass 150 10GB 30d line:m",
        "q pass 400 20GB 30d line:m",
    ];
    let catalogue = prepared(&plans, request());
    let asked = Question { trade_off: true, ..question("30d 20GB") };
    let (comparison, left_out) =
        with_least_effort(&plans, &asked, |comparison| !front(comparison, &catalogue).is_empty());
    assert_eq!(left_out, ["trade-off-too-large line=l"]);
    assert_eq!(front(&comparison, &catalogue), ["q:1 = 400.00 MAD", "p:2 = 300.00 MAD"]);
    assert_eq!(offers(&catalogue, &comparison), ["b:20 = 180.00 MAD", "p:2 = 300.00 MAD"]);
    // Over two lines only the pair is too large.
    let asked = Question { trade_off: true, ..two_lines("30d 20GB") };
    let (_, left_out) = with_least_effort(&plans, &asked, |comparison| {
        front(comparison, &catalogue).contains(&"b:20 = 180.00 MAD".to_owned())
    });
    assert_eq!(left_out, ["trade-off-too-large line=l + m"]);
}

/// Checks the reason of the plans that come nearest to fitting.
#[track_caller]
fn check_nearest(plans: &[&str], asked: &Question, expected: Option<Code>) {
    let catalogue = prepared(plans, request());
    assert!(best(&catalogue, asked, 1).unwrap().is_empty());
    assert_eq!(nearest_reason(&catalogue, asked), expected);
}

#[test]
fn the_reason_of_the_nearest_plans() {
    let plans = ["s sim 5", "a pass 50 1GB 7d", "b pass ? 20GB 30d", "c pass 9 20GB 30d social"];
    check_nearest(&plans, &within("30d 20GB", "40"), Some(Code::TooExpensive));
    check_nearest(&plans[2..], &question("30d 20GB"), Some(Code::PriceUnknown));
    check_nearest(&plans[3..], &question("30d 20GB"), Some(Code::ScopeNotGeneral));
    check_nearest(&plans[..1], &question("30d 20GB"), Some(Code::SimOnly));
    check_nearest(&[], &question("30d 20GB"), None);
}

#[test]
fn what_the_user_has_is_mine_only_alone() {
    let mine = plan("m pass 1 12GB 30d line:m max1");
    let with_mine = Request { mine: Some(Arc::clone(&mine)), ..request() };
    let plans = vec![mine, plan("a pass 9 10GB 30d")];
    let catalogue = PreparedCatalogue::new(plans, with_mine.clone()).unwrap();
    let first = |asked: &str| compare(&catalogue, &two_lines(asked)).offers.swap_remove(0);
    assert!(first("30d 10GB").is_mine(&with_mine));
    assert_eq!(short(&first("30d 20GB"), &catalogue), "m:1 a:1 = 10.00 MAD");
    assert!(!first("30d 20GB").is_mine(&with_mine));
}

//! The points at which another offer becomes the cheapest, against `compare` on both sides of each.

mod common;

use common::model::{TODAY, currency, question, rates};
use common::random::{Case, CaseShape, Steps, case, usual_requests};
use common::{always_the_same, morocco};
use proptest::prelude::*;
use simplan::domain::budget::{Budgeted, most_data};
use simplan::domain::comparison::{Offer, compare};
use simplan::domain::money::Money;
use simplan::domain::prepared::PreparedCatalogue;
use simplan::domain::request::{Question, Request};
use simplan::domain::volume::DataVolume;
use simplan::domain::what_if::amounts::bought;
use simplan::domain::what_if::sellers::of_needs;
use simplan::domain::what_if::{MOST_CHANGES, Moving, Winner, WinningRange, reach, winners};
use std::collections::BTreeSet;

/// How many random questions each test asks.
const CASES: u32 = 500;

fn first_offer(prepared: &PreparedCatalogue, question: &Question) -> Option<Offer> {
    compare(prepared, question).offers.into_iter().next()
}

/// Whether two answers are the same, whatever the time that they cover.
fn is_same<W: Winner>(one: Option<&W>, other: Option<&W>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is_same(other),
        (None, None) => true,
        _ => false,
    }
}

/// Checks that pieces follow one another over a range, and that two next to each other differ.
fn check_joined<W: Winner>(pieces: &[WinningRange<W>], from: u64, to: u64) -> Result<(), TestCaseError> {
    prop_assert_eq!(pieces.first().map(|piece| piece.from), Some(from));
    prop_assert_eq!(pieces.last().map(|piece| piece.to), Some(to));
    for pair in pieces.windows(2) {
        prop_assert_eq!(pair[0].to + 1, pair[1].from);
        prop_assert!(!is_same(pair[0].winner.as_ref(), pair[1].winner.as_ref()));
    }
    Ok(())
}

/// The points of a piece to look at: both ends, those next to them, and some in between.
fn points<W>(piece: &WinningRange<W>) -> Vec<u64> {
    let length = piece.to - piece.from;
    let parts = (0..=3).map(|part| piece.from + length / 3 * part);
    let mut points: Vec<u64> = parts.chain([1].map(|step| piece.from + step.min(length))).collect();
    points.extend([0, 1].map(|step| piece.to - step.min(length)));
    points.sort_unstable();
    points.dedup();
    points
}

fn check_winners(
    prepared: &PreparedCatalogue,
    question: &Question,
    moving: Moving,
    from: u64,
    to: u64,
) -> Result<usize, TestCaseError> {
    let pieces = winners(prepared, question, moving, from..=to).unwrap();
    check_joined(&pieces, from, to)?;
    for piece in &pieces {
        for at in points(piece) {
            let asked = moving.question(question, at).unwrap();
            let first = first_offer(prepared, &asked);
            prop_assert!(is_same(first.as_ref(), piece.winner.as_ref()), "at {at}: {piece:?}\n{first:?}");
            let totals =
                [&first, &piece.winner].map(|offer| offer.as_ref().map(|offer| offer.basket.total()));
            prop_assert_eq!(totals[0], totals[1]);
        }
    }
    Ok(pieces.len())
}

/// Checks that at each point the best offer is that of some seller, and no seller has a better one.
fn check_sellers(prepared: &PreparedCatalogue, question: &Question, to: u64) -> Result<(), TestCaseError> {
    let best = winners(prepared, question, Moving::Data, 1..=to).unwrap();
    let of_sellers = of_needs(prepared, question, Moving::Data, &(1..=to), MOST_CHANGES).unwrap();
    let starts = of_sellers.iter().flat_map(|seller| seller.pieces.iter().flatten()).map(|piece| piece.from);
    let starts = starts.chain(best.iter().map(|piece| piece.from)).collect::<BTreeSet<u64>>();
    for at in starts.into_iter().flat_map(|start| [start.max(2) - 1, start]) {
        let lowest =
            of_sellers.iter().filter_map(|seller| total_at(seller.pieces.as_ref().unwrap(), at)).min();
        prop_assert_eq!(total_at(&best, at), lowest, "at {}", at);
    }
    Ok(())
}

/// The total at a point; those that are not fully known come last.
fn total_at(pieces: &[WinningRange<Offer>], at: u64) -> Option<(bool, u128)> {
    let piece = pieces.iter().find(|piece| (piece.from..=piece.to).contains(&at)).unwrap();
    piece.winner.as_ref().map(|offer| (!offer.basket.is_complete(), offer.basket.total().units()))
}

/// A question with a margin on top of its need.
fn with_margin(question: &Question, percent: u32) -> Question {
    let need = question.need;
    let marked = Question { before_margin: (percent > 0).then_some((need, percent)), ..question.clone() };
    marked.with_asked(need).unwrap()
}

/// Catalogues in which many baskets tie.
fn ties() -> CaseShape {
    CaseShape {
        rows: 1..12,
        price_cents: Steps { of: 1_000, times: 0..6 },
        data_mb: Steps { of: 500, times: 1..9 },
        validity_days: 1..9,
        minutes: 0..40,
        ..CaseShape::default()
    }
}

fn cases() -> impl Strategy<Value = Case> {
    prop_oneof![case(&CaseShape::default(), usual_requests(3)), case(&ties(), usual_requests(3))]
}

proptest! {
    #![proptest_config(always_the_same(CASES))]

    #[test]
    fn each_break_even_point_of_data_is_exact(
        case in cases(),
        ends in (1..4_000_000_u64, 1..4_000_000_u64),
        percent in prop_oneof![Just(0_u32), 1..40_u32],
        two_lines in prop::bool::weighted(0.2),
    ) {
        let prepared = case.csv.prepared(&case.request);
        let question = with_margin(&Question { two_lines, ..case.question.clone() }, percent);
        let (from, to) = (ends.0.min(ends.1), ends.0.max(ends.1));
        check_winners(&prepared, &question, Moving::Data, from, to)?;
        check_winners(&prepared, &question, Moving::DailyData, from / 50 + 1, to / 50 + 1)?;
    }

    #[test]
    fn the_best_offer_is_the_lowest_line_of_the_chart(case in cases(), to in 1..4_000_000_u64) {
        let prepared = case.csv.prepared(&case.request);
        check_sellers(&prepared, &case.question, to)?;
    }

    #[test]
    fn each_break_even_day_is_exact(case in cases(), from in 1..40_u64, more in 0..40_u64) {
        let prepared = case.csv.prepared(&case.request);
        let daily = DataVolume::from_kb(300_000);
        check_winners(&prepared, &case.question, Moving::DaysAt(daily), from, from + more)?;
        check_winners(&prepared, &case.question, Moving::Days, from, from + more)?;
    }

    #[test]
    fn the_first_offer_reaches_as_far_as_it_is_the_first(
        case in cases(),
        percent in prop_oneof![Just(0_u32), 1..40_u32],
    ) {
        let question = with_margin(&case.question, percent);
        let prepared = case.csv.prepared(&case.request);
        prop_assume!(question.need.has_data());
        let Some(first) = first_offer(&prepared, &question) else { return Ok(()) };
        let Some(reach) = reach(&prepared, &question, &first) else { return Ok(()) };
        let at = question.asked().data();
        let from = reach.from.map_or(1, DataVolume::kb);
        let to = reach.to.map_or(at.kb() + 5_000_000, DataVolume::kb);
        prop_assert!(from <= at.kb() && at.kb() <= to);
        let piece = WinningRange { from, to, winner: Some(first.clone()) };
        for at in points(&piece) {
            let other = first_offer(&prepared, &Moving::Data.question(&question, at).unwrap());
            prop_assert!(is_same(other.as_ref(), Some(&first)), "at {at}: {other:?}");
        }
        let outside = [reach.from.map(|from| from.kb() - 1), reach.to.map(|to| to.kb() + 1)];
        for at in outside.into_iter().flatten() {
            let other = first_offer(&prepared, &Moving::Data.question(&question, at).unwrap());
            prop_assert!(!is_same(other.as_ref(), Some(&first)), "at {at}: {other:?}");
        }
    }
}

proptest! {
    // `most_data` itself takes many searches.
    #![proptest_config(always_the_same(CASES / 10))]

    #[test]
    fn each_step_of_a_budget_is_exact(
        case in cases(),
        ends in (0..20_000_u64, 0..20_000_u64),
        percent in prop_oneof![Just(0_u32), 1..40_u32],
        shown in prop::sample::select(&["MAD", "EUR", "CNY"]),
    ) {
        let request = Request { currency: currency(shown), ..case.request.clone() };
        let prepared = case.csv.prepared(&request);
        let question = with_margin(&Question { max_total: None, ..case.question.clone() }, percent);
        let (from, to) = (ends.0.min(ends.1), ends.0.max(ends.1));
        let pieces = bought(&prepared, &question, from..=to).unwrap();
        check_joined(&pieces, from, to)?;
        for piece in &pieces {
            for at in points(piece) {
                let limit = Money::from_minor(at.into(), request.currency).unwrap();
                let asked = Question { max_total: Some(limit), ..question.clone() };
                let first: Option<Budgeted> = most_data(&prepared, &asked).unwrap().lines.into_iter().next();
                prop_assert!(is_same(first.as_ref(), piece.winner.as_ref()), "at {at}: {piece:?}\n{first:?}");
            }
        }
    }
}

#[test]
fn the_break_even_points_of_morocco_are_exact() {
    let request = Request::new(currency("MAD"), rates(), TODAY);
    let prepared = PreparedCatalogue::new(morocco(), request).unwrap();
    for asked in ["30d 1GB", "7d 1GB", "45d 1GB 60min"] {
        let found = check_winners(&prepared, &question(asked), Moving::Data, 1_000_000, 30_000_000).unwrap();
        assert!(found > 30, "{asked}: {found}");
    }
    let found = check_winners(&prepared, &question("3d 10GB"), Moving::Days, 1, 90).unwrap();
    assert!(found > 3, "{found}");
}

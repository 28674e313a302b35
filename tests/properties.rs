//! What holds for every catalogue and every need, on random small ones.

mod common;

use common::model::{TODAY, currency, question, rates, short, slug};
use common::random::{Case, CaseShape, NeedShape, Steps, case};
use common::{always_the_same, morocco, sims_first, simulate};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use simplan::domain::bill::{Bill, Verdict};
use simplan::domain::change::{Change, DataWords, changed};
use simplan::domain::comparison::{Comparison, Offer, best, compare};
use simplan::domain::explanation::refusal;
use simplan::domain::filters::{Filters, MaxAge};
use simplan::domain::money::Money;
use simplan::domain::need::Need;
use simplan::domain::plan::{Allowance, Confidence, DataPer, Form, Kind, Network, Plan, Quantity, Sold};
use simplan::domain::prepared::PreparedCatalogue;
use simplan::domain::refusal::Code;
use simplan::domain::request::{Question, Request};
use simplan::domain::volume::DataVolume;
use simplan::domain::word::Word;
use std::collections::BTreeSet;
use std::sync::Arc;

const CASES: u32 = 1_000;

/// Catalogues of a few rows in which everything occurs that the format has, and questions to them.
fn cases() -> impl Strategy<Value = Case> {
    case(&CaseShape::default(), requests())
}

/// What a user may ask for, besides the need.
fn requests() -> impl Strategy<Value = Request> {
    let wishes = (
        odd(select(&[Form::Sim, Form::Esim])),
        odd(select(&[Sold::Shop, Sold::Online, Sold::Abroad])),
        odd(select(&[Network::G4, Network::G5])),
        odd(select(&[Confidence::Medium, Confidence::High])),
        odd(select(&[MaxAge::Any, MaxAge::Days(30), MaxAge::Days(400)])),
        odd(select(&[Kind::Pass, Kind::Esim, Kind::Contract])),
        odd(select(&["o-0", "o-1"])),
    );
    let own = (any::<bool>(), prop::bool::weighted(0.1), prop::option::weighted(0.2, 0..3_u8));
    (wishes, own).prop_map(|((form, sold, network, min_confidence, max_age, kind, operator), own)| {
        let (resident, no_unlimited, have_sim) = own;
        let mut filters = Filters {
            form,
            sold,
            network,
            min_confidence,
            max_age: max_age.unwrap_or_default(),
            resident,
            no_unlimited,
            ..Filters::default()
        };
        filters.kinds.not.extend(kind);
        filters.operators.only.extend(operator.map(slug));
        let have_sims = have_sim.map(|line| slug(&format!("line-{line}"))).into_iter().collect();
        Request { filters, have_sims, ..Request::new(currency("MAD"), rates(), TODAY) }
    })
}

/// One of eight asks for it.
fn odd<T: std::fmt::Debug>(strategy: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.125, strategy)
}

/// The offers of `--all`.
fn all(comparison: &Comparison) -> impl Iterator<Item = &Offer> {
    comparison.offers.iter().chain(&comparison.alone)
}

/// The purchases of an offer as a user names them.
fn ordered(offer: &Offer) -> Vec<(Arc<Plan>, u64)> {
    offer.basket.items().iter().map(|item| (Arc::clone(&item.plan), item.count)).collect()
}

fn in_another_order(mut plans: Vec<Arc<Plan>>, seed: u64) -> Vec<Arc<Plan>> {
    plans.sort_by_key(|plan| {
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        plan.id.as_str().bytes().fold(seed, mix)
    });
    plans
}

#[test]
fn the_cases_have_offers_and_refusals_of_every_kind() {
    let mut runner = TestRunner::new(always_the_same(CASES));
    let mut reasons = BTreeSet::new();
    let mut changes = BTreeSet::new();
    let mut offers = Vec::new();
    for _ in 0..4 * CASES {
        let Case { csv, request, question } = cases().new_tree(&mut runner).unwrap().current();
        let prepared = csv.prepared(&request);
        let comparison = compare(&prepared, &question);
        for (plan, code) in &comparison.refused {
            reasons.insert(*code);
            let refusal = refusal(&prepared, &question, plan, *code, DataWords::PerDay);
            changes.extend(refusal.change.map(|change| (code.word(), change.option().0)));
        }
        offers.extend(comparison.offers);
    }
    for code in Code::ALL.iter().filter(|code| **code != Code::TooLargeToSearch) {
        assert!(reasons.contains(code), "no plan is refused for {code}");
    }
    for change in [
        ("unlimited-excluded", "no-unlimited"),
        ("needs-contract", "resident"),
        ("visitors-only", "resident"),
        ("network-too-old", "network"),
        ("confidence-too-low", "min-confidence"),
        ("price-too-old", "max-age"),
        ("daily-allowance-too-small", "per-day"),
        ("monthly-allowance-too-small", "per-day"),
        ("too-few-minutes", "minutes"),
        ("purchase-limit", "max-purchases"),
        ("purchase-limit", "per-day"),
        ("purchase-limit", "days"),
        ("too-expensive", "max-total"),
        ("sim-only", "per-day"),
    ] {
        assert!(changes.contains(&change), "no change: {change:?}");
    }
    assert!(offers.len() > 1_000, "{} offers", offers.len());
    assert!(offers.iter().filter(|offer| offer.mix).count() > 50, "too few mixes");
    assert!(offers.iter().any(|offer| !offer.basket.is_complete()), "no total is a lower bound");
    assert!(offers.iter().any(|offer| offer.basket.items().is_empty()), "nothing left is enough");
}

proptest! {
    #![proptest_config(always_the_same(CASES))]

    #[test]
    fn totals_are_the_sums_of_their_items(Case { csv, request, question } in cases()) {
        let prepared = csv.prepared(&request);
        let exchange = prepared.exchange();
        for offer in all(&compare(&prepared, &question)) {
            let mut units = 0;
            let mut purchases = 0;
            for item in offer.basket.items() {
                let exact = |amount: Money| exchange.exact(amount).unwrap().units();
                units += item.plan.price.map_or(0, exact) * u128::from(item.count);
                units += item.plan.setup_fee.map_or(0, exact);
                purchases += item.count;
                prop_assert!(item.count > 0 && item.plan.limit().is_none_or(|limit| item.count <= limit));
            }
            prop_assert_eq!(offer.basket.total().units(), units);
            prop_assert_eq!(offer.basket.purchases(), purchases);
            prop_assert!(question.max_purchases.is_none_or(|limit| purchases <= limit));
            let shown = exchange.shown(offer.basket.total()).unwrap();
            prop_assert!(question.max_total.is_none_or(|limit| shown <= limit));
        }
    }

    #[test]
    fn every_row_is_offered_or_refused_once(
        Case { csv, request, question } in cases(),
        two_lines in any::<bool>(),
    ) {
        let ids: BTreeSet<_> = csv.plans().iter().map(|plan| plan.id.clone()).collect();
        let comparison = compare(&csv.prepared(&request), &Question { two_lines, ..question });
        prop_assert!(comparison.left_out.is_empty());
        let items = all(&comparison).flat_map(|offer| offer.basket.items());
        let offered: BTreeSet<_> = items.map(|item| item.plan.id.clone()).collect();
        let refused: Vec<_> = comparison.refused.iter().map(|(plan, _)| plan.id.clone()).collect();
        let once: BTreeSet<_> = refused.iter().cloned().collect();
        prop_assert_eq!(refused.len(), once.len());
        prop_assert!(offered.is_disjoint(&once));
        prop_assert_eq!(&offered | &once, ids);
    }

    #[test]
    fn a_basket_is_listed_once(Case { csv, request, question } in cases()) {
        let comparison = compare(&csv.prepared(&request), &Question { two_lines: true, ..question });
        let bought = |offer: &Offer| -> Vec<_> {
            offer.basket.items().iter().map(|item| (item.plan.id.clone(), item.count)).collect()
        };
        let baskets: BTreeSet<_> = all(&comparison).map(bought).collect();
        prop_assert_eq!(baskets.len(), all(&comparison).count());
        let ranked = comparison.with_alone().offers;
        prop_assert!(ranked.is_sorted_by(|a, b| a.basket.rank_cmp(&b.basket).is_lt()), "a strict order");
    }

    #[test]
    fn the_order_of_the_rows_changes_nothing(
        Case { csv, request, question } in cases(),
        seed in any::<u64>(),
    ) {
        let question = Question { two_lines: true, trade_off: true, ..question };
        let as_written = csv.prepared(&request);
        let shuffled = PreparedCatalogue::new(in_another_order(csv.plans(), seed), request).unwrap();
        prop_assert_eq!(format!("{as_written:?}"), format!("{shuffled:?}"));
        let a = compare(&as_written, &question);
        let b = compare(&shuffled, &question);
        prop_assert_eq!(format!("{a:?}"), format!("{b:?}"));
    }

    #[test]
    fn the_ranking_is_the_same_in_every_currency(Case { csv, request, question } in cases()) {
        let question = Question { max_total: None, two_lines: true, trade_off: true, ..question };
        check_currencies(&csv.plans(), &request, &question)?;
    }

    #[test]
    fn the_best_offers_are_the_first_of_all(
        Case { csv, request, question } in cases(),
        most in 1..4_usize,
        two_lines in any::<bool>(),
    ) {
        let question = Question { two_lines, ..question };
        let prepared = csv.prepared(&request);
        let first: Vec<Offer> = compare(&prepared, &question).offers.into_iter().take(most).collect();
        prop_assert_eq!(best(&prepared, &question, most).unwrap(), first);
    }

    #[test]
    fn a_plan_alone_is_bought_as_often_as_it_must_be(Case { csv, request, question } in cases()) {
        // What is left, and SIMs that cover something, have their own tests.
        let question = Question { initial: None, ..question };
        for offer in all(&compare(&csv.prepared(&request), &question)) {
            let items = offer.basket.items();
            let covers = |plan: &Plan| plan.carries_data() || plan.minutes.is_some();
            let mut passes = items.iter().filter(|item| !item.plan.is_sim());
            let (Some(item), None) = (passes.next(), passes.next()) else { continue };
            if items.iter().any(|item| item.plan.is_sim() && covers(&item.plan)) {
                continue;
            }
            let Some(count) = fewest_purchases(&item.plan, &question.need) else { continue };
            prop_assert_eq!(item.count, count, "{}", item.plan.id);
        }
    }

    #[test]
    fn every_basket_lasts_hour_by_hour(Case { csv, request, question } in cases()) {
        let question = Question { two_lines: true, trade_off: true, ..question };
        let prepared = csv.prepared(&request);
        let comparison = compare(&prepared, &question);
        // A trade-off may have thousands of baskets of thousands of purchases.
        let front = comparison.trade_off.iter().flatten().take(5);
        for offer in all(&comparison).chain(front).filter(|offer| offer.basket.purchases() < 500) {
            prop_assert_eq!(simulate(&offer.basket, &question), Ok(()), "{}", short(offer, &prepared));
        }
    }

    #[test]
    fn the_bill_of_an_offer_lasts(Case { csv, request, question } in cases()) {
        let question = Question { two_lines: true, ..question };
        let prepared = csv.prepared(&request);
        for offer in all(&compare(&prepared, &question)).filter(|offer| !offer.basket.items().is_empty()) {
            let shown = short(offer, &prepared);
            let bill = Bill::new(&ordered(offer), &prepared, &question).unwrap();
            prop_assert!(matches!(bill.verdict, Verdict::Full { .. }), "{}: {:?}", shown, bill.verdict);
            prop_assert_eq!(&bill.useless, &[]);
            prop_assert_eq!(short(&bill.offer, &prepared), shown);
            let cheapest = bill.cheapest.expect("the offer itself is one");
            prop_assert!(cheapest.basket.rank_cmp(&offer.basket).is_le(), "{}", short(&cheapest, &prepared));
        }
    }

    #[test]
    fn an_own_basket_that_lasts_does_so_hour_by_hour(
        Case { csv, request, question } in cases(),
        picks in prop::collection::vec((any::<Index>(), 1..5_u64), 1..4),
    ) {
        let prepared = csv.prepared(&request);
        let mut order: Vec<(Arc<Plan>, u64)> = Vec::new();
        for (pick, count) in picks {
            let plan = pick.get(prepared.plans());
            if order.iter().all(|(other, _)| other.id != plan.id) {
                order.push((Arc::clone(plan), if plan.is_sim() { 1 } else { count }));
            }
        }
        let Ok(bill) = Bill::new(&order, &prepared, &question) else { return Ok(()) };
        // Plans that are useless to the bill have no purpose in the schedule.
        if bill.useless.is_empty() && matches!(bill.verdict, Verdict::Full { .. }) {
            let basket = &bill.offer.basket;
            prop_assert_eq!(simulate(basket, &question), Ok(()), "{}", short(&bill.offer, &prepared));
            prop_assert_eq!(sims_first(basket, &question), Ok(()), "{}", short(&bill.offer, &prepared));
        }
    }

    #[test]
    fn a_sim_is_bought_before_what_is_bought_on_its_line(Case { csv, request, question } in cases()) {
        let question = Question { two_lines: true, ..question };
        for offer in all(&compare(&csv.prepared(&request), &question)) {
            prop_assert_eq!(sims_first(&offer.basket, &question), Ok(()));
        }
    }

    #[test]
    fn a_change_that_is_given_makes_an_offer(
        Case { csv, request, question } in cases(),
        words in select(&[DataWords::Total, DataWords::PerDay]),
    ) {
        let prepared = csv.prepared(&request);
        for (plan, code) in &compare(&prepared, &question).refused {
            let refusal = refusal(&prepared, &question, plan, *code, words);
            let Some(change) = &refusal.change else { continue };
            let (request, question) = changed(&request, &question, change, words).unwrap();
            let changed = csv.prepared(&request);
            let comparison = compare(&changed, &question);
            prop_assert!(
                all(&comparison).any(|offer| offer.holds(plan)),
                "{code}: {change:?} does not help {}: {:?}", plan.id, comparison.refusal_of(plan)
            );
        }
    }

    #[test]
    fn a_smaller_change_makes_no_basket_of_the_plan_alone(Case { csv, request, question } in cases()) {
        let prepared = csv.prepared(&request);
        for (plan, code) in &compare(&prepared, &question).refused {
            let refusal = refusal(&prepared, &question, plan, *code, DataWords::Total);
            let Some(change) = refusal.change.as_ref().and_then(|change| smaller(change, &request)) else { continue };
            let Some((request, question)) = changed(&request, &question, &change, DataWords::Total) else { continue };
            let changed = csv.prepared(&request);
            let comparison = compare(&changed, &question);
            prop_assert!(
                !all(&comparison).any(|offer| is_alone(offer, plan)),
                "{code}: {change:?} is enough for {}", plan.id
            );
        }
    }

    #[test]
    fn a_refusal_without_a_change_has_none(Case { csv, request, question } in small_cases()) {
        let prepared = csv.prepared(&request);
        let mut refused = compare(&prepared, &question).refused;
        refused.retain(|(plan, code)| {
            // A plan that is not needed fits only if more is asked for, and a SIM that only begins baskets may be an
            // offer for its calls.
            let is_left_out = match code {
                Code::KindExcluded | Code::ScopeNotGeneral | Code::PriceUnknown => plan.is_sim(),
                _ => *code == Code::NotNeeded,
            };
            let refusal = refusal(&prepared, &question, plan, *code, DataWords::Total);
            !is_left_out && refusal.change.is_none()
        });
        let changes = if refused.is_empty() { Vec::new() } else { concessions(&request, &question) };
        for change in changes {
            let Some((request, question)) = changed(&request, &question, &change, DataWords::Total) else { continue };
            let comparison = compare(&csv.prepared(&request), &question);
            for (plan, code) in &refused {
                prop_assert!(
                    !all(&comparison).any(|offer| is_alone(offer, plan)),
                    "{code}: {change:?} helps {}", plan.id
                );
            }
        }
    }
}

/// Small catalogues and needs, of which every smaller need can be tried.
fn small_cases() -> impl Strategy<Value = Case> {
    let few_rows = CaseShape {
        rows: 1..7,
        lines: 2,
        usual: 6,
        price_cents: Steps { of: 25, times: 0..60 },
        data_mb: Steps { of: 250, times: 1..12 },
        validity_days: 1..9,
        minutes: 0..30,
        need: NeedShape { days: 1..12, data_mb: Steps { of: 250, times: 1..30 }, minutes: 1..40 },
    };
    case(&few_rows, requests())
}

/// Every change that gives up something that the user asked for; of data, quarters of a GB.
fn concessions(request: &Request, question: &Question) -> Vec<Change> {
    let need = question.asked();
    let filters = &request.filters;
    let quarters = 1..need.data().kb().div_ceil(250_000);
    let mut changes: Vec<Change> =
        quarters.map(|quarters| Change::Data(DataVolume::from_kb(250_000 * quarters))).collect();
    changes.extend((1..u64::from(need.stay().days())).map(Change::Days));
    changes.extend((u64::from(!need.has_data())..need.minutes()).map(Change::Minutes));
    changes.extend(question.max_purchases.map(|_| Change::MaxPurchases(u64::MAX)));
    changes.extend(
        question.max_total.map(|_| Change::MaxTotal(Money::parse("1000000", request.currency).unwrap())),
    );
    changes.extend(filters.network.into_iter().flat_map(|_| [Network::G3, Network::G4]).map(Change::Network));
    let sure = filters.min_confidence.into_iter().flat_map(|_| [Confidence::Low, Confidence::Medium]);
    changes.extend(sure.map(Change::MinConfidence));
    changes.extend((filters.max_age != MaxAge::Any).then_some(Change::AnyAge));
    changes.extend(filters.no_unlimited.then_some(Change::Unlimited));
    changes.push(Change::Resident(!filters.resident));
    changes
}

/// Whether an offer is a basket of a plan alone.
fn is_alone(offer: &Offer, plan: &Plan) -> bool {
    // A SIM may be in a basket of another plan before it covers everything itself.
    offer.holds(plan) && !offer.mix && !(plan.is_sim() && offer.basket.items().len() > 1)
}

/// A change that gives up less, by the smallest step; `None` if that is not a change any more.
fn smaller(change: &Change, request: &Request) -> Option<Change> {
    match change {
        Change::Data(data) => Some(Change::Data(DataVolume::from_kb(data.kb() + 1))),
        Change::Days(days) => Some(Change::Days(days + 1)),
        Change::Minutes(minutes) => Some(Change::Minutes(minutes + 1)),
        Change::MaxPurchases(count) => Some(Change::MaxPurchases(count - 1)),
        Change::MaxAge(days) => Some(Change::MaxAge(days - 1)),
        Change::MaxTotal(total) => {
            let less = total.minor().checked_sub(1)?;
            Money::from_minor(less, request.currency).ok().map(Change::MaxTotal)
        }
        _ => None,
    }
}

/// How often a plan is bought to cover a need, by trying every way to use ever more purchases; `None` if it needs too
/// many to try.
fn fewest_purchases(plan: &Plan, need: &Need) -> Option<u64> {
    let days = u128::from(need.stay().days());
    let kb = u128::from(need.data().kb());
    let minutes = u128::from(need.minutes());
    let hours = u128::from(plan.validity.unwrap().hours());
    // Everything is held against the whole stay: hours × kB × minutes.
    let of_kb = kb.max(1);
    let of_minutes = minutes.max(1);
    let stay = days * 24 * of_kb * of_minutes;
    let valid = hours * of_kb * of_minutes;
    if plan.is_contract() {
        return u64::try_from(stay.div_ceil(valid)).ok();
    }
    let data = match (plan.allowance, plan.data_per) {
        (Some(Allowance::Volume(volume)), DataPer::Total) if kb > 0 => {
            valid.min(u128::from(volume.kb()) * days * 24 * of_minutes)
        }
        _ => valid,
    };
    let calls = match plan.minutes {
        Some(Quantity::Count(count)) => valid.min(u128::from(count) * days * 24 * of_kb),
        Some(Quantity::Unlimited) => valid,
        None => 0,
    };
    let both = data.min(calls);
    let fits = |count: u64, for_both: u64, for_data: u64| {
        let for_calls = u128::from(count - for_both - for_data);
        let of_both = if plan.is_shared() { 0 } else { u128::from(for_both) * both };
        let covered_data = of_both + u128::from(for_data) * data;
        let covered_calls = of_both + for_calls * calls;
        (kb == 0 || covered_data >= stay) && (minutes == 0 || covered_calls >= stay)
    };
    (1..=30).find(|&count| (0..=count).any(|both| (0..=count - both).any(|data| fits(count, both, data))))
}

const CURRENCIES: [&str; 5] = ["MAD", "EUR", "USD", "GBP", "CNY"];

/// The whole answer, to the last basket, is the same whatever currency is shown.
fn check_currencies(
    plans: &[Arc<Plan>],
    request: &Request,
    question: &Question,
) -> Result<(), TestCaseError> {
    let answer = |code: &str| {
        let request = Request { currency: currency(code), ..request.clone() };
        let prepared = PreparedCatalogue::new(plans.to_vec(), request).unwrap();
        format!("{:?}", compare(&prepared, question))
    };
    let expected = answer(CURRENCIES[0]);
    for code in &CURRENCIES[1..] {
        prop_assert_eq!(&answer(code), &expected, "{}", code);
    }
    Ok(())
}

/// Needs of every size, with calls and without.
fn needs() -> impl Iterator<Item = Question> {
    let stays = ["1d", "7d", "30d", "45d", "90d"];
    let amounts = ["100MB", "3GB", "8.6GB", "30GB", "2GB 30min", "20GB 300min", "120min"];
    stays.into_iter().flat_map(move |stay| amounts.map(|amount| question(&format!("{stay} {amount}"))))
}

#[test]
fn the_ranking_of_morocco_is_the_same_in_every_currency() {
    let plans = morocco();
    for resident in [false, true] {
        let mut request = Request::new(currency("MAD"), rates(), TODAY);
        request.filters.resident = resident;
        for question in needs() {
            check_currencies(&plans, &request, &question).unwrap();
        }
    }
}

#[test]
fn every_offer_of_morocco_lasts_hour_by_hour() {
    for resident in [false, true] {
        let mut request = Request::new(currency("MAD"), rates(), TODAY);
        request.filters.resident = resident;
        let prepared = PreparedCatalogue::new(morocco(), request).unwrap();
        for question in needs() {
            let comparison = compare(&prepared, &question);
            assert!(!comparison.offers.is_empty());
            for offer in all(&comparison) {
                assert_eq!(simulate(&offer.basket, &question), Ok(()), "{}", short(offer, &prepared));
                assert_eq!(sims_first(&offer.basket, &question), Ok(()), "{}", short(offer, &prepared));
            }
        }
    }
}

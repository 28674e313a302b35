//! How long the needs of a study take to be solved, on a shelf of the built-in catalogue.
//!
//! `cargo bench --bench shelf` prints the times; compare them side by side with those of another revision on the same
//! machine.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use jiff::civil::date;
use simplan::catalogue::{BUILT_IN_PLANS, BUILT_IN_RATES, Catalogue, rates};
use simplan::domain::comparison::compare;
use simplan::domain::money::Currency;
use simplan::domain::need::Need;
use simplan::domain::request::Request;
use simplan::domain::shelf::{Question, Shelf};
use simplan::domain::time::Stay;
use simplan::domain::volume::DataVolume;

fn main() {
    divan::main();
}

/// A request for one need, in MAD.
fn request(need: Need) -> Request {
    let currency = Currency::parse("MAD").expect("a currency");
    Request::new(need, currency, rates::read(BUILT_IN_RATES).expect("built in"), date(2026, 11, 22))
}

/// Needs of 1 to 90 days and 10 MB to 60 GB, the same in each run.
fn needs(count: usize, with_minutes: bool) -> Vec<Need> {
    let mut state = 0x5eed_u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut need = || {
        let stay = Stay::from_days(1 + random(90)).expect("days");
        let data = DataVolume::from_kb((1 + random(6_000)) * 10_000);
        Need::new(stay, data, if with_minutes { random(300) } else { 0 }).expect("data")
    };
    (0..count).map(|_| need()).collect()
}

fn question(need: Need) -> Question {
    Question { need, left: None, max_purchases: None, max_total: None }
}

#[divan::bench(args = [1, 3, 0])]
fn a_thousand_needs_best_offers(bencher: Bencher<'_, '_>, most: usize) {
    let plans = Catalogue::read(BUILT_IN_PLANS).expect("built in").plans;
    let needs = needs(1_000, false);
    let mut shelf = Shelf::of(&plans, request(needs[0]));
    bencher.counter(ItemsCount::new(needs.len())).bench_local(|| {
        for need in &needs {
            black_box(shelf.cheapest(question(*need), most)).expect("an answer");
        }
    });
}

#[divan::bench]
fn a_thousand_needs_with_minutes(bencher: Bencher<'_, '_>) {
    let plans = Catalogue::read(BUILT_IN_PLANS).expect("built in").plans;
    let needs = needs(1_000, true);
    let mut shelf = Shelf::of(&plans, request(needs[0]));
    bencher.counter(ItemsCount::new(needs.len())).bench_local(|| {
        for need in &needs {
            black_box(shelf.cheapest(question(*need), 1)).expect("an answer");
        }
    });
}

#[divan::bench(sample_count = 10)]
fn a_hundred_needs_by_compare(bencher: Bencher<'_, '_>) {
    let plans = Catalogue::read(BUILT_IN_PLANS).expect("built in").plans;
    let requests: Vec<Request> = needs(100, false).into_iter().map(request).collect();
    bencher.counter(ItemsCount::new(requests.len())).bench_local(|| {
        for request in &requests {
            black_box(compare(plans.iter().cloned(), request)).expect("an answer");
        }
    });
}

#[divan::bench]
fn laying_out(bencher: Bencher<'_, '_>) {
    let plans = Catalogue::read(BUILT_IN_PLANS).expect("built in").plans;
    let request = request(needs(1, false)[0]);
    bencher.bench_local(|| Shelf::of(black_box(&plans), request.clone()));
}

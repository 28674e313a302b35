//! How long the solver takes on one line of very many plans: 60 days, 100 GB.
//!
//! `cargo bench` prints the times; compare them side by side with those of another revision on the same machine.

use divan::{Bencher, black_box};
use simplan::domain::cheapest::{Choice, Effort, Problem, cheapest, trade_off};
use simplan::domain::request::EFFORT;

/// How prices go with what a plan serves.
#[derive(Clone, Copy, Debug)]
enum Prices {
    /// Not at all.
    Independent,
    /// In proportion, give or take a fifth: like a market.
    Market,
    /// In proportion, give or take a cent: the hardest for a bound by price per time.
    Proportional,
}

const PRICES: [Prices; 3] = [Prices::Independent, Prices::Market, Prices::Proportional];

fn main() {
    divan::main();
}

/// Random plans of 1 to 90 days and 100 MB to 50 GB, the same in each run.
fn problem(plans: usize, prices: Prices) -> Problem {
    let mut state = 0x5eed_u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u128::from((state >> 33) % below)
    };
    let (days, kb) = (60_u128, 100_000_000_u128);
    let mut choice = || {
        let (validity, allowance) = (1 + random(90), (1 + random(500)) * 100_000);
        let served = (validity * 24 * kb).min(allowance * 24 * days);
        // 1,000.00 for the whole need.
        let fair = served * 100_000 / (days * 24 * kb);
        let price = match prices {
            Prices::Independent => 100 + random(50_000),
            Prices::Market => fair * (80 + random(41)) / 100 + 1,
            Prices::Proportional => fair + random(2),
        };
        Choice { price, served, minutes: 0, limit: None }
    };
    Problem {
        choices: (0..plans).map(|_| choice()).collect(),
        target: days * 24 * kb,
        minutes: 0,
        max_purchases: None,
    }
}

#[divan::bench(args = PRICES, sample_count = 10)]
fn one_line_of_100_000_plans(bencher: Bencher<'_, '_>, prices: Prices) {
    let problem = problem(100_000, prices);
    bencher.bench_local(|| cheapest(black_box(&problem), &mut Effort::of(EFFORT)));
}

#[divan::bench(args = PRICES, sample_count = 10)]
fn at_most_four_purchases_of_100_000_plans(bencher: Bencher<'_, '_>, prices: Prices) {
    let problem = Problem { max_purchases: Some(4), ..problem(100_000, prices) };
    bencher.bench_local(|| cheapest(black_box(&problem), &mut Effort::of(EFFORT)));
}

#[divan::bench(args = PRICES, sample_count = 10)]
fn the_trade_off_of_1_000_plans(bencher: Bencher<'_, '_>, prices: Prices) {
    let problem = problem(1_000, prices);
    bencher.bench_local(|| trade_off(black_box(&problem), 12, &mut Effort::of(EFFORT)));
}

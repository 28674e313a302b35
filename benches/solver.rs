//! How long the solver takes for one line of many plans: 60 days and 100 GB.
//!
//! `cargo bench` prints the times; compare them side by side with those of another revision on the same machine.

use divan::{Bencher, black_box};
use simplan::domain::request::EFFORT;
use simplan::domain::solver::{Choice, Effort, Problem, cheapest, trade_off};

/// How prices depend on what a plan covers.
#[derive(Clone, Copy, Debug)]
enum Prices {
    /// They do not depend on it.
    Independent,
    /// In proportion, within a fifth, like in a market.
    Market,
    /// In proportion, within a cent: the hardest case for a bound by price per time.
    Proportional,
}

const PRICES: [Prices; 3] = [Prices::Independent, Prices::Market, Prices::Proportional];

fn main() {
    divan::main();
}

/// A generator of numbers below its argument, the same in each run.
fn random() -> impl FnMut(u64) -> u128 {
    let mut state = 0x5eed_u64;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u128::from((state >> 33) % below)
    }
}

/// Random plans of 1 to 90 days and 100 MB to 50 GB.
fn problem(plans: usize, prices: Prices) -> Problem<'static> {
    let mut random = random();
    let days = 60_u128;
    let kb = 100_000_000_u128;
    let mut choice = |plan: usize| {
        let validity = 1 + random(90);
        let allowance = (1 + random(500)) * 100_000;
        let time = (validity * 24 * kb).min(allowance * 24 * days);
        // 1,000.00 for the whole need.
        let fair = time * 100_000 / (days * 24 * kb);
        let price = match prices {
            Prices::Independent => 100 + random(50_000),
            Prices::Market => fair * (80 + random(41)) / 100 + 1,
            Prices::Proportional => fair + random(2),
        };
        Choice { plan, price, time, calls: 0, is_shared: false, limit: None }
    };
    Problem {
        choices: (0..plans).map(&mut choice).collect(),
        time: days * 24 * kb,
        calls: 0,
        max_purchases: None,
        max_price: 1 << 126,
    }
}

/// The same with calls: a third of the plans have minutes for 1 to 90 days, and can be used for data, calls or both.
fn problem_with_calls(plans: usize, prices: Prices) -> Problem<'static> {
    let mut random = random();
    let problem = problem(plans, prices);
    let calls = problem.time;
    let choices = problem.choices.iter().flat_map(|choice| {
        let own = if choice.plan % 3 == 0 { calls * (1 + random(90)) / 60 } else { 0 };
        let both = choice.time.min(own);
        let all = [(both, both), (choice.time, 0), (0, own)];
        let ways = all.into_iter().filter(|&(time, calls)| time > 0 || calls > 0);
        ways.map(|(time, calls)| Choice { time, calls, ..*choice })
    });
    Problem { choices: choices.collect(), calls, ..problem }
}

#[divan::bench(args = PRICES, sample_count = 10)]
fn one_line_of_100_000_plans(bencher: Bencher<'_, '_>, prices: Prices) {
    let problem = problem(100_000, prices);
    bencher.bench_local(|| cheapest(black_box(&problem), &mut Effort::new(EFFORT)));
}

#[divan::bench(args = PRICES, sample_count = 10)]
fn data_and_calls_of_1_000_plans(bencher: Bencher<'_, '_>, prices: Prices) {
    let problem = problem_with_calls(1_000, prices);
    bencher.bench_local(|| cheapest(black_box(&problem), &mut Effort::new(EFFORT)));
}

#[divan::bench(args = PRICES, sample_count = 10)]
fn at_most_four_purchases_of_100_000_plans(bencher: Bencher<'_, '_>, prices: Prices) {
    let problem = Problem { max_purchases: Some(4), ..problem(100_000, prices) };
    bencher.bench_local(|| cheapest(black_box(&problem), &mut Effort::new(EFFORT)));
}

#[divan::bench(args = PRICES, sample_count = 10)]
fn the_trade_off_of_1_000_plans(bencher: Bencher<'_, '_>, prices: Prices) {
    let problem = problem(1_000, prices);
    bencher.bench_local(|| trade_off(black_box(&problem), 12, &mut Effort::new(EFFORT)));
}

//! The whole of `compare` against a search by exhaustion, which shares nothing with it but the rows.

mod common;

use common::{always_the_same, currency, plans, request, slug};
use proptest::prelude::*;
use simplan::domain::comparison::{Comparison, compare};
use simplan::domain::need::Need;
use simplan::domain::plan::{Allowance, Audience, DataPer, Kind, Plan, Quantity, Scope};
use simplan::domain::request::{Left, Request};
use simplan::domain::time::Validity;
use simplan::domain::volume::DataVolume;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many random catalogues each comparison takes.
const CASES: u32 = 20_000;

const HEADER: &str = "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,scope,\
                      audience,max_purchases,source,verified_on,confidence\n";

/// A catalogue with every feature, of which a few purchases serve the need.
fn catalogue() -> impl Strategy<Value = Vec<Arc<Plan>>> {
    let kind = prop_oneof![2 => Just("sim"), 6 => Just("pass"), 1 => Just("tourist"), 1 => Just("contract"), 1 => Just("esim")];
    let price = prop_oneof![1 => Just(String::new()), 2 => Just("0".to_owned()), 12 => (0..60_u32).prop_map(|n| format!("{}.{}0", n / 4, n % 4))];
    let data = prop_oneof![
        1 => Just(String::new()), 1 => Just("unlimited".to_owned()), 1 => Just("0MB".to_owned()),
        9 => (1..12_u32).prop_map(|n| format!("{}MB", n * 250)),
    ];
    let validity = prop_oneof![1 => Just(String::new()), 8 => (1..9_u32).prop_map(|days| format!("{days}d")), 1 => (20..90_u32).prop_map(|hours| format!("{hours}h"))];
    let minutes = prop_oneof![3 => Just(String::new()), 1 => Just("unlimited".to_owned()), 2 => (0..40_u32).prop_map(|count| count.to_string())];
    let words = (
        prop_oneof![5 => Just("total"), 1 => Just("day")],
        prop_oneof![9 => Just("general"), 1 => Just("social")],
        prop_oneof![6 => Just("anyone"), 1 => Just("visitor"), 1 => Just("resident")],
        prop_oneof![5 => Just(""), 1 => Just("1"), 1 => Just("2")],
        prop_oneof![1 => Just("2019-05"), 9 => Just("2026-01")],
    );
    let currency = prop_oneof![6 => Just("MAD"), 1 => Just("USD"), 1 => Just("TND")];
    let row = (kind, price, currency, data, validity, minutes, words, 0..2_u8);
    prop::collection::vec(row, 1..7).prop_map(|rows| {
        let mut csv = HEADER.to_owned();
        for (index, (kind, price, currency, data, validity, minutes, words, line)) in rows.into_iter().enumerate() {
            let (per, scope, audience, limit, date) = words;
            let fee = if kind == "contract" && index % 2 == 0 { "1.50" } else { "" };
            csv += &format!(
                "p{index},line-{line},o,Name,{kind},{price},{currency},{fee},{data},{per},{validity},{minutes},{scope},\
                 {audience},{limit},s,{date},high\n"
            );
        }
        plans(&csv)
    })
}

fn requests() -> impl Strategy<Value = Request> {
    let left = (prop_oneof![1 => Just(None), 3 => (1..8_u32).prop_map(Some)], 1..5_u32);
    let have = prop_oneof![3 => Just(None), 1 => left.prop_map(Some)];
    let wants =
        (any::<bool>(), prop::option::weighted(0.3, 0..6_u64), prop::option::weighted(0.2, 0..3_000_u128));
    (1..9_u64, 1..14_u32, prop_oneof![2 => Just(0_u64), 1 => 1..70_u64], wants, have).prop_map(
        |(days, quarters, minutes, (resident, max_purchases, max_total), have)| {
            let base = request(days, &format!("{}MB", quarters * 250));
            let need = Need::new(base.need.stay(), base.need.data(), minutes).unwrap();
            let left = have.map(|(quarters, days)| Left {
                line: slug("line-0"),
                data: quarters.map_or(Allowance::Unlimited, |q| {
                    Allowance::Volume(DataVolume::from_kb(u64::from(q) * 250_000))
                }),
                validity: Validity::parse(&format!("{days}d")).unwrap(),
            });
            let have_sims = left.iter().map(|left| left.line.clone()).collect();
            let max_total = max_total
                .map(|minor| simplan::domain::money::Money::from_minor(minor, currency("MAD")).unwrap());
            Request { need, resident, max_purchases, max_total, left, have_sims, ..base }
        },
    )
}

/// What a plan does, worked out anew from its row: price and fee in cents, time in hours × kB, minutes.
#[derive(Clone, Copy)]
struct Effect {
    price: u128,
    fee: u128,
    time: u128,
    minutes: u64,
    limit: u64,
}

fn time(request: &Request, allowance: Allowance, per: DataPer, validity: Validity) -> Option<u128> {
    let (days, data) = (u128::from(request.need.stay().days()), u128::from(request.need.data().kb()));
    let lasts = u128::from(validity.hours()) * data;
    match (allowance, per) {
        (Allowance::Unlimited, _) => Some(lasts),
        (Allowance::Volume(kb), DataPer::Total) => Some(lasts.min(u128::from(kb.kb()) * 24 * days)),
        (Allowance::Volume(kb), DataPer::Day) => (u128::from(kb.kb()) * days >= data).then_some(lasts),
    }
}

/// The effect of a row that may be used at all; a bare SIM's time is 0.
fn effect(plan: &Plan, request: &Request) -> Option<Effect> {
    let for_me = match plan.audience {
        Audience::Anyone => true,
        Audience::Visitor => !request.resident,
        Audience::Resident => request.resident,
    };
    let recent = plan.verified_on.unwrap().date().year() > 2020;
    let sold_here = |price: &simplan::domain::money::Money| price.currency() != currency("TND");
    if plan.scope != Scope::General
        || !for_me
        || !recent
        || plan.price.is_some_and(|price| !sold_here(&price))
    {
        return None;
    }
    let cents =
        |price: simplan::domain::money::Money| request.rates.convert(price, currency("MAD")).unwrap().minor();
    let served = match (plan.allowance, plan.validity) {
        (Some(Allowance::Volume(DataVolume::ZERO)), _) => Some(0),
        (Some(allowance), Some(validity)) => time(request, allowance, plan.data_per, validity),
        _ => None,
    };
    Some(Effect {
        price: plan.price.map_or(0, cents),
        fee: plan.setup_fee.map_or(0, cents),
        time: served.or(plan.is_sim().then_some(0))?,
        minutes: match plan.minutes {
            Some(Quantity::Unlimited) => 1_000,
            Some(Quantity::Count(count)) => count,
            None => 0,
        },
        limit: plan.max_purchases.unwrap_or(u64::MAX),
    })
}

/// The least cents for each number of purchases, over all baskets of some lines, by exhaustion.
fn baskets(rows: &[Arc<Plan>], lines: &[&str], request: &Request) -> BTreeMap<u64, u128> {
    let mut found = BTreeMap::new();
    let mut starts: Vec<Vec<&Plan>> = vec![vec![]];
    for line in lines {
        let sims: Vec<&Plan> =
            rows.iter().map(AsRef::as_ref).filter(|p| p.is_sim() && p.line.as_str() == *line).collect();
        if sims.is_empty() || request.have_sims.contains(*line) {
            continue;
        }
        let usable: Vec<&Plan> = sims.into_iter().filter(|sim| effect(sim, request).is_some()).collect();
        let priced: Vec<&Plan> = usable.iter().copied().filter(|sim| sim.price.is_some()).collect();
        let usable = if priced.is_empty() { usable } else { priced };
        starts = starts
            .iter()
            .flat_map(|start| usable.iter().map(|sim| [start.clone(), vec![*sim]].concat()))
            .collect();
    }
    let on_lines =
        |plan: &&Plan| !plan.is_sim() && lines.contains(&plan.line.as_str()) && plan.price.is_some();
    let passes: Vec<&Plan> = rows.iter().map(AsRef::as_ref).filter(on_lines).collect();
    for start in starts {
        // A SIM without a price may begin a basket, but is no offer by itself.
        let alone_is_offer = start.iter().all(|sim| sim.price.is_some()) && !start.is_empty();
        let (contracts, mixable): (Vec<&Plan>, Vec<&Plan>) =
            passes.iter().copied().partition(|plan| plan.kind == Kind::Contract);
        // A basket with a contract holds that plan alone: it is never over two lines.
        let contracts = if lines.len() == 1 { contracts } else { Vec::new() };
        let groups = contracts.into_iter().map(|plan| vec![plan]).chain([mixable]);
        for group in groups {
            let helps = |effect: &Effect| effect.time > 0 || effect.minutes.min(request.need.minutes()) > 0;
            let effects: Vec<Effect> =
                group.iter().filter_map(|plan| effect(plan, request)).filter(helps).collect();
            let mut state =
                State { time: already(request), minutes: 0, cents: 0, count: 0, bought: alone_is_offer };
            for sim in &start {
                let sim = effect(sim, request).unwrap();
                state = State {
                    time: state.time + sim.time,
                    minutes: state.minutes + sim.minutes,
                    cents: state.cents + sim.price,
                    count: state.count + 1,
                    ..state
                };
            }
            buy(&effects, state, request, &mut found);
        }
    }
    found
}

fn already(request: &Request) -> u128 {
    request
        .left
        .as_ref()
        .and_then(|left| time(request, left.data, DataPer::Total, left.validity))
        .unwrap_or(0)
}

#[derive(Clone, Copy)]
struct State {
    time: u128,
    minutes: u64,
    cents: u128,
    count: u64,
    bought: bool,
}

fn buy(effects: &[Effect], state: State, request: &Request, found: &mut BTreeMap<u64, u128>) {
    if request.max_purchases.is_some_and(|most| state.count > most) {
        return;
    }
    let need = &request.need;
    let target = u128::from(need.stay().days()) * 24 * u128::from(need.data().kb());
    if state.bought && state.time >= target && state.minutes >= need.minutes() {
        let least = found.entry(state.count).or_insert(state.cents);
        *least = state.cents.min(*least);
        return;
    }
    let Some((effect, rest)) = effects.split_first() else { return };
    let mut now = state;
    buy(rest, now, request, found);
    for count in 1..=effect.limit.min(120) {
        now.time += effect.time;
        now.minutes += effect.minutes;
        now.cents += effect.price + if count == 1 { effect.fee } else { 0 };
        now.count += 1;
        now.bought = true;
        // What costs no less and takes no fewer purchases than something found adds nothing, bought on or not.
        let beaten = found.range(..=now.count).any(|(_, &cents)| cents <= now.cents);
        if beaten || request.max_purchases.is_some_and(|most| now.count > most) {
            break;
        }
        buy(rest, now, request, found);
        if now.time >= target && now.minutes >= need.minutes() {
            break;
        }
    }
}

/// The least cents, and the fewest purchases at it.
fn best(found: &BTreeMap<u64, u128>) -> Option<(u128, u64)> {
    found.iter().map(|(&count, &cents)| (cents, count)).min()
}

fn best_offer(comparison: &Comparison, lines: Option<&str>) -> Option<(u128, u64)> {
    let of_line = |line: &str| vec![slug(line)];
    let offers =
        comparison.offers.iter().filter(|offer| lines.is_none_or(|line| offer.lines == of_line(line)));
    offers.map(|offer| (offer.basket.total().minor(), offer.basket.purchases())).min()
}

proptest! {
    #![proptest_config(always_the_same(CASES))]

    #[test]
    fn compare_finds_what_exhaustion_finds(rows in catalogue(), request in requests()) {
        if request.needs_nothing() {
            let comparison = compare(rows, &request).unwrap();
            let offers: Vec<_> = comparison.offers.iter().map(|offer| offer.basket.items().len()).collect();
            prop_assert_eq!(offers, [0], "what is left is enough: one offer, nothing to buy");
            return Ok(());
        }
        let affordable = |best: &(u128, u64)| request.max_total.is_none_or(|limit| best.0 <= limit.minor());
        let request = Request { two_lines: true, trade_off: true, ..request.clone() };
        let comparison = compare(rows.clone(), &request).unwrap();
        let mut all: BTreeMap<u64, u128> = BTreeMap::new();
        for lines in [&["line-0"][..], &["line-1"], &["line-0", "line-1"]] {
            let found = baskets(&rows, lines, &request);
            if let [line] = lines {
                prop_assert_eq!(best_offer(&comparison, Some(line)), best(&found).filter(affordable), "{}", line);
            }
            for (count, cents) in found {
                let least = all.entry(count).or_insert(cents);
                *least = cents.min(*least);
            }
        }
        prop_assert_eq!(best_offer(&comparison, None), best(&all).filter(affordable));

        let mut expected: Vec<(u64, u128)> = Vec::new();
        for (count, cents) in all {
            if affordable(&(cents, count)) && expected.last().is_none_or(|last| cents < last.1) {
                expected.push((count, cents));
            }
        }
        let trade_off = comparison.trade_off.unwrap();
        let found: Vec<(u64, u128)> =
            trade_off.iter().map(|offer| (offer.basket.purchases(), offer.basket.total().minor())).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn every_basket_lasts_hour_by_hour(rows in catalogue(), request in requests()) {
        let request = Request { two_lines: true, trade_off: true, ..request };
        let comparison = compare(rows, &request).unwrap();
        for offer in comparison.offers.iter().chain(comparison.trade_off.iter().flatten()) {
            if let Err(hour) = common::simulate(offer, &request) {
                prop_assert!(false, "out of cover in hour {} with {:?}", hour, common::short(offer));
            }
        }
    }
}

#[test]
fn every_offer_of_morocco_lasts_hour_by_hour() {
    for (days, data) in
        [(1, "100MB"), (7, "3GB"), (15, "8.6GB"), (30, "20GB"), (45, "30GB"), (90, "60GB"), (365, "400GB")]
    {
        for resident in [false, true] {
            let request = Request { resident, two_lines: true, trade_off: true, ..request(days, data) };
            let comparison = compare(common::morocco(), &request).unwrap();
            assert!(!comparison.offers.is_empty());
            for offer in comparison.offers.iter().chain(comparison.trade_off.iter().flatten()) {
                assert_eq!(common::simulate(offer, &request), Ok(()), "{}", common::short(offer));
            }
        }
    }
}

//! A sieve against the whole comparison: the same offers, the same counts, whatever is dropped on the way and in
//! whatever order and parts the rows come.

mod common;

use common::{Random, currency, plans, request, slug};
use simplan::domain::comparison::{Comparison, compare, one_after_the_other};
use simplan::domain::money::Money;
use simplan::domain::need::Need;
use simplan::domain::plan::{Allowance, Confidence, Kind, Network, Plan};
use simplan::domain::request::{Left, Request};
use simplan::domain::sieve::{KnownSims, Reading, Sieve, Wanted};
use simplan::domain::terms::{Terms, Traits};
use simplan::domain::time::Validity;
use std::sync::Arc;

const CASES: u64 = 30_000;

const HEADER: &str = "id,line,operator,name,kind,price,currency,setup_fee,data,data_per,validity,minutes,scope,\
                      network,audience,max_purchases,source,verified_on,confidence\n";

/// A catalogue with a few values of everything, so that rows are often as good as others, or better in every way.
fn catalogue(random: &mut Random) -> Vec<Arc<Plan>> {
    let mut csv = HEADER.to_owned();
    // Now and then a line has so many different rows that some are dropped before the last one has come.
    let is_large = random.below(16) == 0;
    let (rows, lines) =
        if is_large { (100 + random.below(300), 1) } else { (1 + random.below(40), 1 + random.below(4)) };
    let (sims, cents) = (random.below(4), random.below(2) == 0);
    // Now and then a row is as odd as can be; where none is, more rows serve and more are dropped.
    let odd = random.one_of(&[3, 12, 200]);
    for index in 0..rows {
        let (whole, volume) = (
            format!("{}.{}0", 1 + random.below(60), if cents { random.below(10) } else { 0 }),
            format!("{}GB", 1 + random.below(10)),
        );
        let mut pick = |usual: &[&str], unusual: &[&str]| {
            let from = if !unusual.is_empty() && random.below(odd) == 0 { unusual } else { usual };
            random.one_of(from).to_owned()
        };
        let kind = if sims > 0 && index % 10 < sims {
            "sim".to_owned()
        } else {
            pick(&["pass", "pass", "tourist", "esim"], &["contract", "contract", "sim"])
        };
        let price = pick(
            &["5", "7", "10", "10.50", "12", "20", "30", "45"],
            &["", "0", "99999999999999999", "79228162514264337593543950335"],
        );
        let price = if is_large { whole.clone() } else { price };
        let currency = pick(&["MAD"], &["USD", "TND"]);
        let fee = if kind == "contract" { pick(&["", "7.50"], &["20"]) } else { String::new() };
        let (data, validity) = if kind == "sim" {
            (pick(&["0MB", "0MB", ""], &["1GB", "unlimited"]), pick(&[""], &["7d"]))
        } else {
            (
                pick(
                    &["500MB", "1GB", "2GB", "3GB", if is_large { &volume } else { "10GB" }],
                    &["", "0MB", "unlimited", "50MB"],
                ),
                pick(&["7d", "10d", "30d"], &["", "36h"]),
            )
        };
        let per = pick(&["total"], &["day"]);
        let minutes = pick(&["", "30", "60"], &["unlimited", "0", "1"]);
        let scope = pick(&["general"], &["social"]);
        let network = pick(&["", "4G", "5G"], &["3G"]);
        let audience = pick(&["anyone"], &["visitor", "resident"]);
        let limit = pick(&[""], &["1", "2", "3"]);
        let date = pick(&["2026-11-01", "2026-01", ""], &["2019-05", "2024-12"]);
        let confidence = pick(&["high", "medium"], &["low", ""]);
        let line = random.below(lines);
        csv += &format!(
            "p{index},line-{line},o-{},Name,{kind},{price},{currency},{fee},{data},{per},{validity},{minutes},{scope},\
             {network},{audience},{limit},s,{date},{confidence}\n",
            line / 2
        );
    }
    plans(&csv)
}

fn wishes(random: &mut Random) -> Request {
    let base = request(random.one_of(&[1, 5, 10, 30]), random.one_of(&["500MB", "2GB", "20GB"]));
    let some = |random: &mut Random| random.below(5) == 0;
    let minutes = if some(random) { 1 + random.below(100) } else { 0 };
    let mut request = Request {
        need: Need::new(base.need.stay(), base.need.data(), minutes).unwrap(),
        resident: some(random),
        two_lines: some(random),
        trade_off: some(random),
        max_purchases: some(random).then(|| 1 + random.below(8)),
        max_total: some(random)
            .then(|| Money::from_minor(u128::from(random.below(20_000)), currency("MAD")).unwrap()),
        ..base
    };
    if some(random) {
        request.have_sims.insert(slug("line-0"));
        if some(random) {
            let data = Allowance::parse(random.one_of(&["100MB", "3GB", "unlimited"])).unwrap();
            let validity = Validity::parse(random.one_of(&["2d", "40d"])).unwrap();
            request.left = Some(Left { line: slug("line-0"), data, validity });
        }
    }
    let filters = &mut request.filters;
    filters.min_confidence = some(random).then_some(Confidence::Medium);
    filters.network = some(random).then_some(Network::G4);
    if some(random) {
        filters.kinds.not.insert(random.one_of(&[Kind::Sim, Kind::Esim, Kind::Contract]));
    }
    if some(random) {
        filters.lines.not.insert(slug("line-1"));
    }
    if some(random) {
        request.currency = currency("USD");
        request.max_total = None;
    }
    request
}

/// Sifts the rows in parts, each in a sieve of its own, and compares what is left.
fn sifted(parts: &[Vec<Arc<Plan>>], request: &Request, offers: usize) -> (Comparison, usize, bool) {
    let mut known: Option<KnownSims> = None;
    loop {
        let again = known.is_some();
        let sieve = || Sieve::new(request, Wanted { offers, plan: None }, known.as_ref());
        let mut whole = sieve();
        for (number, part) in parts.iter().enumerate() {
            let mut sieve = sieve();
            for (index, plan) in part.iter().enumerate() {
                let seller = sieve.seller(&plan.line, &plan.operator);
                let payload = (number, index);
                if plan.is_sim() {
                    sieve.take_sim(seller, Arc::clone(plan), payload);
                } else {
                    let class = sieve.class(&Traits::of(plan));
                    sieve.take(seller, &class, plan.id.as_str().as_bytes(), &Terms::of(plan), || payload);
                }
            }
            whole.merge(sieve);
        }
        match whole.finish() {
            Reading::Again(sims) if !again => known = Some(sims),
            Reading::Again(_) => panic!("a second reading is enough"),
            Reading::Done(left) => {
                let rows = left.rows.iter().map(|&(number, index)| Arc::clone(&parts[number][index]));
                let plans: Vec<_> = rows.chain(left.sims.into_iter().map(|(sim, _)| sim)).collect();
                let kept = plans.len();
                let aside = left.aside.iter().map(|&(number, index)| Arc::clone(&parts[number][index]));
                let aside = || aside.clone().collect();
                return (
                    left.rest.compare(&plans, &aside, request, &one_after_the_other).unwrap(),
                    kept,
                    again,
                );
            }
        }
    }
}

#[test]
fn what_is_dropped_changes_no_answer() {
    let mut random = Random::new(20_261_122);
    let (mut dropped, mut again, mut unsearched) = (0, 0, 0);
    for case in 0..CASES {
        let (plans, request) = (catalogue(&mut random), wishes(&mut random));
        let whole = compare(plans.clone(), &request).unwrap();
        let offers = random.one_of(&[1, 2, 3, 10, usize::MAX]);
        let mut parts = vec![Vec::new(); 1 + random.index(3)];
        let mut shuffled = plans.clone();
        for index in (1..shuffled.len()).rev() {
            shuffled.swap(index, random.index(index + 1));
        }
        for plan in shuffled {
            let part = random.index(parts.len());
            parts[part].push(plan);
        }
        let (sifted, kept, twice) = sifted(&parts, &request, offers);
        let told = || {
            let rows: Vec<_> = plans.iter().map(|plan| format!("{plan:?}\n")).collect();
            format!("case {case}, {offers} offers, of {request:?}\n{}", rows.concat())
        };
        let first = |comparison: &Comparison| {
            comparison.offers.iter().take(offers).map(common::short).collect::<Vec<_>>()
        };
        assert_eq!(first(&sifted), first(&whole), "{}", told());
        assert_eq!(
            sifted.offers[..offers.min(sifted.offers.len())],
            whole.offers[..offers.min(whole.offers.len())]
        );
        assert_eq!(sifted.left_out, whole.left_out, "{}", told());
        unsearched += usize::from(whole.unsearched().next().is_some() && !whole.offers.is_empty());
        assert_eq!(sifted.trade_off, whole.trade_off, "{}", told());
        assert_eq!(sifted.found(), whole.found(), "{}", told());
        assert_eq!(sifted.plans, whole.plans);
        assert_eq!(sifted.refusal_counts(), whole.refusal_counts(), "{}", told());
        assert_eq!(sifted.offered(), whole.offered());
        dropped += plans.len() - kept;
        again += u64::from(twice);
    }
    assert!(dropped > 5 * usize::try_from(CASES).unwrap(), "the rows test what is dropped: {dropped}");
    assert!(unsearched > 100, "the rows test lines that cannot be searched: {unsearched}");
    assert!(again > CASES / 100, "the rows test second readings: {again}");
}

/// 15 GB for 16 stand in no cheapest mix of their line, which sells 20 GB for 20. With the 5 GB of another line, which
/// may be bought once, they cost less.
#[test]
fn what_a_basket_over_two_lines_needs_is_kept() {
    let row = |id, line, price, data, limit| {
        format!(
            "{id},{line},o,Name,pass,{price},MAD,,{data},,30d,,general,,anyone,{limit},s,2026-11-01,high\n"
        )
    };
    let rows =
        [row("all", "a", 20, "20GB", ""), row("most", "a", 16, "15GB", ""), row("rest", "b", 1, "5GB", "1")];
    let plans = plans(&format!("{HEADER}{}", rows.concat()));
    let request = Request { two_lines: true, ..request(30, "20GB") };
    let (sifted, ..) = sifted(std::slice::from_ref(&plans), &request, 1);
    assert_eq!(common::short(&sifted.offers[0]), common::short(&compare(plans, &request).unwrap().offers[0]));
    assert_eq!(sifted.offers[0].basket.total().minor(), 1700);
}

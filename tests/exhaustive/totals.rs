//! Totals and purchases, on catalogues and questions with everything that there is.

use crate::common::always_the_same;
use crate::common::model::slug;
use crate::common::random::{Case, CaseShape, NeedShape, Steps, case, usual_requests};
use proptest::prelude::*;
use simplan::domain::comparison::{Comparison, Offer, compare};
use simplan::domain::money::Money;
use simplan::domain::need::Need;
use simplan::domain::plan::{Allowance, Audience, DataPer, Plan, Quantity, Scope};
use simplan::domain::request::{Question, Request};
use simplan::domain::time::Validity;
use simplan::domain::volume::DataVolume;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Catalogues of two lines and questions to them, with limits and perhaps something left on the SIM of the first line.
fn cases() -> impl Strategy<Value = Case> {
    let small = CaseShape {
        rows: 1..7,
        lines: 2,
        usual: 8,
        price_cents: Steps { of: 25, times: 0..60 },
        data_mb: Steps { of: 250, times: 1..12 },
        validity_days: 1..9,
        minutes: 0..40,
        need: NeedShape { days: 1..9, data_mb: Steps { of: 250, times: 1..14 }, minutes: 1..70 },
    };
    case(&small, usual_requests(1))
}

/// The time for which data and calls are covered, in hours × kB × minutes of the need.
type Times = (u128, u128);

/// A way to buy a plan: which, at what price, and what one purchase covers.
#[derive(Clone, Copy, Debug)]
struct Way {
    plan: usize,
    price: u128,
    covers: Times,
    limit: u64,
}

/// What some purchases come to.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    covers: Times,
    price: u128,
    count: u64,
    is_incomplete: bool,
}

impl State {
    /// This and what is bought besides.
    fn plus(self, other: Self) -> Self {
        Self {
            covers: (self.covers.0 + other.covers.0, self.covers.1 + other.covers.1),
            price: self.price + other.price,
            count: self.count + other.count,
            is_incomplete: self.is_incomplete || other.is_incomplete,
        }
    }
}

/// The least price of baskets by whether a price of them is unknown, and by how many purchases they have.
type Least = BTreeMap<(bool, u64), u128>;

/// All baskets of a question, worked out anew from the rows.
struct Exhaustion<'q> {
    plans: &'q [Arc<Plan>],
    request: &'q Request,
    question: &'q Question,
}

/// In units of which a centime of a dirham is 100,000 and a cent of a dollar 976,770; `None` without a rate.
fn exact(price: Money) -> Option<u128> {
    match price.currency().code() {
        _ if price.is_zero() => Some(0),
        "MAD" => Some(price.minor() * 100_000),
        "USD" => Some(price.minor() * 976_770),
        _ => None,
    }
}

impl Exhaustion<'_> {
    fn need(&self) -> &Need {
        &self.question.need
    }

    fn hours(&self) -> u128 {
        self.need().stay().hours().into()
    }

    /// The kB and the minutes of the need, each 1 if there are none.
    fn scale(&self) -> (u128, u128) {
        (u128::from(self.need().data().kb()).max(1), u128::from(self.need().minutes()).max(1))
    }

    fn valid(&self, validity: Validity) -> u128 {
        let (kb, minutes) = self.scale();
        u128::from(validity.hours()) * kb * minutes
    }

    fn needs_both(&self) -> bool {
        self.need().has_data() && self.need().minutes() > 0
    }

    /// What has to be covered after what is left on the user's SIM.
    fn target(&self) -> Times {
        let (kb, minutes) = self.scale();
        let stay = self.hours() * kb * minutes;
        let calls = if self.need().minutes() > 0 { stay } else { 0 };
        (if self.need().has_data() { stay.saturating_sub(self.initial()) } else { 0 }, calls)
    }

    fn initial(&self) -> u128 {
        let initial = self.question.initial.as_ref();
        initial.map_or(0, |initial| self.volume(initial.data).min(self.valid(initial.validity)))
    }

    fn volume(&self, allowance: Allowance) -> u128 {
        match allowance {
            Allowance::Unlimited => u128::MAX,
            Allowance::Volume(volume) => u128::from(volume.kb()) * self.hours() * self.scale().1,
        }
    }

    fn minutes(&self, plan: &Plan) -> u128 {
        match plan.minutes {
            None => 0,
            Some(Quantity::Unlimited) => u128::MAX,
            Some(Quantity::Count(count)) => u128::from(count) * self.hours() * self.scale().0,
        }
    }

    /// The data of a plan until its end, whatever its validity; `None` if it is unknown or too little for a day.
    fn data(&self, plan: &Plan) -> Option<u128> {
        match (plan.allowance?, plan.data_per) {
            (Allowance::Volume(daily), DataPer::Day) => {
                let days = u128::from(self.need().stay().days());
                let is_enough = u128::from(daily.kb()) * days >= u128::from(self.need().data().kb());
                is_enough.then_some(u128::MAX)
            }
            (allowance, _) => Some(self.volume(allowance)),
        }
    }

    /// Whether a plan may be bought at all, whatever its scope and its price.
    fn is_open(&self, plan: &Plan) -> bool {
        let is_for_me = match plan.audience {
            Audience::Anyone => true,
            Audience::Visitor => !self.request.filters.resident,
            Audience::Resident => self.request.filters.resident,
        };
        let is_recent = plan.verified_on.is_none_or(|seen| seen.date().year() > 2023);
        is_for_me && is_recent && plan.price.is_none_or(|price| exact(price).is_some())
    }

    /// The ways to begin on a line, with what each covers of data and of calls.
    fn starts(&self, line: &str, is_alone: bool) -> Vec<State> {
        let of_line = self.plans.iter().filter(|plan| plan.is_sim() && plan.line.as_str() == line);
        let mut sims: Vec<&Plan> = of_line.map(Arc::as_ref).collect();
        if sims.is_empty() || self.request.have_sims.contains(&slug(line)) {
            return vec![State::default()];
        }
        sims.retain(|sim| self.is_open(sim));
        if sims.iter().any(|sim| sim.price.is_some()) {
            sims.retain(|sim| sim.price.is_some());
        }
        sims.into_iter().flat_map(|sim| self.starts_with(sim, is_alone)).collect()
    }

    /// The ways to begin with a SIM.
    fn starts_with(&self, sim: &Plan, is_alone: bool) -> Vec<State> {
        // With calls the SIM of one line is there from the start: its validity runs while its data waits.
        let (data, calls) = self.of_sim(sim, if self.needs_both() { self.initial() } else { 0 });
        let is_for_one = if is_alone { data > 0 && calls > 0 && sim.is_shared() } else { self.needs_both() };
        let uses = if is_for_one { vec![(data, 0), (0, calls)] } else { vec![(data, calls)] };
        let price = sim.price.and_then(exact);
        let bought =
            State { price: price.unwrap_or(0), count: 1, is_incomplete: price.is_none(), covers: (0, 0) };
        uses.into_iter().map(|covers| State { covers, ..bought }).collect()
    }

    fn of_sim(&self, sim: &Plan, waits: u128) -> Times {
        let (kb, minutes) = self.scale();
        let is_bare = sim.allowance == Some(Allowance::Volume(DataVolume::ZERO));
        let valid = match sim.validity {
            Some(validity) => self.valid(validity),
            None if is_bare => self.hours() * kb * minutes,
            None => return (0, 0),
        };
        let is_general = sim.scope == Scope::General;
        let data = if is_general && self.need().has_data() { self.data(sim).unwrap_or(0) } else { 0 };
        let calls = if self.need().minutes() > 0 { self.minutes(sim) } else { 0 };
        (data.min(valid.saturating_sub(waits)), calls.min(valid))
    }

    /// The ways to buy the passes of some lines.
    fn ways(&self, lines: &[&str]) -> Vec<Way> {
        let mut ways = Vec::new();
        for (index, plan) in self.plans.iter().enumerate() {
            let is_pass = !plan.is_sim() && !plan.is_contract() && lines.contains(&plan.line.as_str());
            let (Some(price), Some(validity)) = (plan.price, plan.validity) else { continue };
            if !is_pass || plan.scope != Scope::General || !self.is_open(plan) {
                continue;
            }
            let valid = self.valid(validity);
            let data = if self.need().has_data() {
                let Some(data) = self.data(plan) else { continue };
                data.min(valid)
            } else {
                0
            };
            let calls = if self.need().minutes() > 0 { self.minutes(plan).min(valid) } else { 0 };
            let both = if plan.is_shared() { 0 } else { data.min(calls) };
            let limit = plan.max_purchases.unwrap_or(if price.is_zero() { 1 } else { u64::MAX });
            for covers in [(both, both), (data, 0), (0, calls)] {
                if covers != (0, 0) {
                    ways.push(Way { plan: index, price: exact(price).unwrap(), covers, limit });
                }
            }
        }
        ways
    }

    /// What a contract comes to after a beginning; `None` if it does not fit.
    fn billed(&self, plan: &Plan, start: State) -> Option<State> {
        if plan.scope != Scope::General || !self.is_open(plan) {
            return None;
        }
        let price = exact(plan.price?)?;
        let valid = self.valid(plan.validity?);
        if self.need().has_data() && plan.allowance.is_none() {
            return None;
        }
        let target = self.target();
        let missing = (target.0.saturating_sub(start.covers.0), target.1.saturating_sub(start.covers.1));
        if missing.0 > 0 && self.data(plan)? < valid.min(missing.0)
            || missing.1 > 0 && self.minutes(plan) < valid.min(missing.1)
            || missing.0 > 0 && missing.1 > 0 && plan.is_shared()
        {
            return None;
        }
        let bills = u64::try_from(missing.0.max(missing.1).div_ceil(valid)).unwrap();
        if bills == 0 || plan.limit().is_some_and(|limit| bills > limit) {
            return None;
        }
        // Whoever has the line has paid its fee.
        let has_line = self.request.have_sims.contains(&plan.line);
        let fee = plan.setup_fee.filter(|_| !has_line).map_or(Some(0), exact)?;
        Some(start.plus(State {
            covers: (0, 0),
            price: price * u128::from(bills) + fee,
            count: bills,
            is_incomplete: plan.setup_fee.is_none() && !has_line,
        }))
    }

    /// Whether two beginnings can be in one basket. Passes may need both SIMs at once, so neither can wait for the
    /// other with its data or its minutes.
    fn go_together(&self, one: &State, other: &State) -> bool {
        !self.needs_both()
            || (one.covers.0 == 0 || other.covers.0 == 0) && (one.covers.1 == 0 || other.covers.1 == 0)
    }

    /// The least price for each number of purchases over all baskets of some lines.
    fn least(&self, lines: &[&str]) -> Least {
        let mut least = Least::new();
        let mut starts = vec![State::default()];
        for line in lines {
            let of_line = self.starts(line, lines.len() == 1);
            let pairs = starts.iter().flat_map(|start| of_line.iter().map(move |own| (start, own)));
            let possible = pairs.filter(|(start, own)| self.go_together(start, own));
            starts = possible.map(|(start, own)| start.plus(*own)).collect();
        }
        let ways = self.ways(lines);
        for start in starts {
            let mut counts = vec![0; self.plans.len()];
            self.buy(&ways, start, &mut counts, &mut least);
            if lines.len() == 1 {
                let contracts =
                    self.plans.iter().filter(|plan| plan.is_contract() && plan.line.as_str() == lines[0]);
                for state in contracts.filter_map(|plan| self.billed(plan, start)) {
                    self.take(state, &mut least);
                }
            }
        }
        least
    }

    fn take(&self, state: State, least: &mut Least) {
        let shown = (state.price * 2 + 100_000) / 200_000;
        let is_allowed = self.question.max_purchases.is_none_or(|most| state.count <= most)
            && self.question.max_total.is_none_or(|most| shown <= most.minor());
        if is_allowed {
            let least = least.entry((state.is_incomplete, state.count)).or_insert(state.price);
            *least = state.price.min(*least);
        }
    }

    /// Buys one more of the first way, or goes on with the others.
    fn buy(&self, ways: &[Way], state: State, counts: &mut Vec<u64>, least: &mut Least) {
        let target = self.target();
        if state.covers.0 >= target.0 && state.covers.1 >= target.1 {
            self.take(state, least);
            return;
        }
        // What costs no less and has no fewer purchases than something that covers everything adds nothing.
        let of_kind = (state.is_incomplete, 0)..=(state.is_incomplete, state.count);
        if least.range(of_kind).any(|(_, &price)| price <= state.price) {
            return;
        }
        let Some((way, rest)) = ways.split_first() else { return };
        let is_useful =
            way.covers.0 > 0 && state.covers.0 < target.0 || way.covers.1 > 0 && state.covers.1 < target.1;
        if is_useful
            && counts[way.plan] < way.limit
            && self.question.max_purchases.is_none_or(|most| state.count < most)
        {
            counts[way.plan] += 1;
            let one = State { covers: way.covers, price: way.price, count: 1, is_incomplete: false };
            self.buy(ways, state.plus(one), counts, least);
            counts[way.plan] -= 1;
        }
        self.buy(rest, state, counts, least);
    }
}

/// What decides first: whether a price is unknown, the total, the purchases.
fn first(least: &Least) -> Option<(bool, u128, u64)> {
    least.iter().map(|(&(is_incomplete, count), &price)| (is_incomplete, price, count)).min()
}

fn first_of(offer: &Offer) -> (bool, u128, u64) {
    (!offer.basket.is_complete(), offer.basket.total().units(), offer.basket.purchases())
}

fn of_lines<'c>(comparison: &'c Comparison, lines: &[&str]) -> Option<&'c Offer> {
    comparison
        .offers
        .iter()
        .find(|offer| offer.lines.iter().map(simplan::domain::slug::Slug::as_str).eq(lines.iter().copied()))
}

proptest! {
    #![proptest_config(always_the_same(3_000))]

    #[test]
    fn compare_finds_what_exhaustion_finds(Case { csv, request, question } in cases()) {
        let question = Question { two_lines: true, trade_off: true, ..question };
        let plans = csv.plans();
        let exhaustion = Exhaustion { plans: &plans, request: &request, question: &question };
        let comparison = compare(&csv.prepared(&request), &question);
        prop_assert!(comparison.left_out.is_empty());
        if exhaustion.target() == (0, 0) {
            let items: Vec<_> = comparison.offers.iter().map(|offer| offer.basket.items().len()).collect();
            prop_assert_eq!(items, [0], "what is left is enough: nothing to buy");
            return Ok(());
        }
        let mut all = Least::new();
        let mut best = Vec::new();
        let groups = [&["line-0"][..], &["line-1"], &["line-0", "line-1"]];
        for lines in groups {
            let least = exhaustion.least(lines);
            let expected = first(&least);
            if lines.len() == 1 {
                let found = of_lines(&comparison, lines).map(first_of);
                prop_assert_eq!(found, expected, "{:?}", lines);
                best.push(expected);
            } else if let Some(expected) = expected {
                // A pair is an offer if it is better than each of the two, which its price alone may not decide.
                let is_better = best.iter().flatten().all(|best| expected < *best);
                let found = of_lines(&comparison, lines).map(first_of);
                prop_assert!(!is_better || found == Some(expected), "{found:?} is not {expected:?}");
                prop_assert!(found.is_none_or(|found| found == expected), "{found:?} is not {expected:?}");
            }
            for (key, price) in least {
                let least = all.entry(key).or_insert(price);
                *least = price.min(*least);
            }
        }
        let is_incomplete = all.keys().all(|(is_incomplete, _)| *is_incomplete);
        let mut expected: Vec<(u64, u128)> = Vec::new();
        for ((_, count), price) in all.into_iter().filter(|((own, _), _)| *own == is_incomplete) {
            if expected.last().is_none_or(|last| price < last.1) {
                expected.push((count, price));
            }
        }
        let front = comparison.trade_off.iter().flatten();
        let found: Vec<_> = front.map(|offer| (offer.basket.purchases(), offer.basket.total().units())).collect();
        prop_assert_eq!(found, expected);
    }
}

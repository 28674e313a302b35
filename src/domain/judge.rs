//! Judges the plans of a catalogue that is too large to keep in memory, one by one: what a basket of each plan alone
//! costs, and which plans replace others.

use super::alone::{Asking, Begin, standing};
use super::basket::Rank;
use super::coverage::{Cover, Coverage};
use super::error::Error;
use super::filters::Bar;
use super::need::Span;
use super::plan::Plan;
use super::prepared::{PreparedPlan, Start, start};
use super::rates::Exchange;
use super::refusal::Code;
use super::request::{Question, Request};
use super::slug::Slug;
use super::solver::{Choice, Prices, dominates};
use std::borrow::Cow;
use std::cmp::Reverse;

/// Judges one plan after another by the same question.
#[derive(Debug)]
pub struct Judge<'q> {
    request: &'q Request,
    exchange: Exchange,
    asking: Asking<'q>,
}

/// How baskets of one line begin.
#[derive(Clone, Debug)]
pub struct LineStart {
    start: Start,
    begins: Cow<'static, [Begin]>,
}

impl LineStart {
    /// The start of a line without SIMs: nothing has to be bought first.
    pub const FREE: Self = Self { start: Start::Free, begins: Cow::Borrowed(&[Begin::NONE]) };
}

/// What is known of one plan after it is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The rank of the best basket of this plan alone, or the first reason why there is none.
    pub verdict: Result<Rank, Code>,
    /// What the plan covers and costs. `None` if it cannot be in a basket with other plans.
    pub standing: Option<Standing>,
    /// The index of the SIM of its line that this basket begins with.
    pub sim: Option<usize>,
    /// The fewest purchases of a basket with the plan, if it is a contract in a trade-off. The best basket may have more.
    pub fewest: Option<u64>,
    /// Why no basket may begin with the plan, if it is a SIM.
    pub barred: Option<Code>,
    /// Whether the plan is refused only because the catalogue lacks a value.
    pub is_refused_unknown: bool,
}

/// What a plan covers and costs, with data and calls each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    own: Choice,
    /// What it covers, up to what is missing.
    useful: Cover,
    /// Whether it is a SIM that covers all that is missing.
    is_enough: bool,
}

impl Standing {
    /// Whether a plan replaces another one of its line in every basket, SIM for SIM or pass for pass. Of two equal
    /// plans the one with the smaller id does; `comes_first` says whether this one has it.
    pub fn replaces(&self, other: &Self, comes_first: bool) -> bool {
        let own = &self.own;
        let its = &other.own;
        if own.limit.is_some() || own.is_shared && other.serves_both() {
            return false;
        }
        if own.price < its.price {
            return self.useful.data >= other.useful.data && self.useful.calls >= other.useful.calls;
        }
        dominates(
            &Choice { plan: usize::from(!comes_first), ..*own },
            &Choice { plan: usize::from(comes_first), ..*its },
        )
    }

    /// Sorts a plan after all plans that may [replace](Self::replaces) it, if the id decides between equals.
    pub fn order(&self) -> (u128, bool, Reverse<u128>) {
        (self.own.price, self.own.is_shared, Reverse(self.own.time))
    }

    /// Whether it covers data and calls side by side, which a shared balance cannot.
    fn serves_both(&self) -> bool {
        !self.own.is_shared && self.own.time > 0 && self.own.calls > 0
    }

    /// Whether it is a SIM that covers all that is missing.
    pub fn is_enough(&self) -> bool {
        self.is_enough
    }

    /// Whether a plan covers at most as much as another one, in data and in calls.
    pub fn covers_no_more_than(&self, other: &Self) -> bool {
        let by_itself = self.useful.data <= other.useful.data && self.useful.calls <= other.useful.calls;
        by_itself && !(other.own.is_shared && self.serves_both())
    }

    /// Whether it covers any of the data or calls that are missing.
    pub fn covers_something(&self) -> bool {
        !self.useful.is_nothing()
    }

    /// The price, in the units of one exchange.
    pub fn price(&self) -> u128 {
        self.own.price
    }

    /// Whether one purchase costs more than a whole basket of its line. No basket with this plan is then the best of
    /// the line, nor part of one over two lines that is better.
    pub fn costs_more_than(&self, basket: &Rank) -> bool {
        !basket.is_incomplete && self.own.price > basket.total.units()
    }
}

/// What the baskets of one line cost at least.
#[derive(Clone, Copy, Debug)]
pub struct LineFloor<'q> {
    asking: &'q Asking<'q>,
    /// The price of the cheapest SIM.
    first: u128,
    /// What no SIM covers.
    missing: Cover,
}

impl LineFloor<'_> {
    /// Drops the plans of a line with which every basket costs more than `best`. The plans are all that may be mixed.
    pub fn retain<T>(&self, plans: &mut Vec<(T, Standing)>, best: &Rank) {
        let question = self.asking.question;
        if best.is_incomplete || question.trade_off || question.two_lines {
            return;
        }
        let choices = plans.iter().map(|(_, standing)| standing.own);
        let Cover { data, calls } = self.missing;
        let prices = Prices::new(choices, data.units(), calls.units());
        plans.retain(|(_, standing)| {
            let rest = self.missing.minus(standing.useful);
            let rest = prices.least(rest.data.units(), rest.calls.units());
            let least = rest.map(|rest| rest.saturating_add(standing.price()).saturating_add(self.first));
            least.is_some_and(|least| least <= best.total.units())
        });
    }
}

impl<'q> Judge<'q> {
    /// A judge for one question of a request.
    ///
    /// # Errors
    /// As [`Exchange::new`].
    pub fn new(request: &'q Request, question: &'q Question) -> Result<Self, Error> {
        let exchange = Exchange::new(&request.rates, request.currency)?;
        let asking = Asking::new(question, &exchange);
        Ok(Self { request, exchange, asking })
    }

    /// Checks a plan by [`Request::check_currency`].
    ///
    /// # Errors
    /// As [`Request::check_currency`].
    pub fn check_currency(&self, plan: &Plan) -> Result<(), Error> {
        self.request.check_currency(plan)
    }

    /// How baskets of a line with these SIMs begin. The SIMs come by ascending id.
    pub fn line(&self, line: &Slug, sims: &[&Plan]) -> LineStart {
        let prepared: Vec<PreparedPlan> = sims.iter().map(|sim| self.prepared(sim)).collect();
        let (start, sims) =
            start(&prepared.iter().enumerate().collect::<Vec<_>>(), self.request.have_sims.contains(line));
        let begins: Vec<Begin> = match start {
            Start::Free => vec![Begin::NONE],
            Start::Refused(..) => Vec::new(),
            Start::Sim => {
                sims.iter().flat_map(|&sim| self.asking.begins_with(sim, &prepared[sim], true)).collect()
            }
        };
        LineStart { start, begins: begins.into() }
    }

    /// What the baskets of a line cost at least that begin like this.
    pub fn floor(&self, of_line: &LineStart) -> LineFloor<'_> {
        let most = of_line.begins.iter().fold(Cover::NOTHING, |most, begin| Cover {
            data: most.data.max(begin.cover.data),
            calls: most.calls.max(begin.cover.calls),
        });
        let first = of_line.begins.iter().map(|begin| begin.rank.total.units()).min();
        LineFloor {
            asking: &self.asking,
            first: first.unwrap_or(0),
            missing: self.asking.missing.minus(most),
        }
    }

    /// The bars of a plan by [`Filters::ageless_bars`](super::filters::Filters::ageless_bars).
    pub fn bars(&self, plan: &Plan) -> Vec<Bar> {
        self.request.filters.ageless_bars(plan)
    }

    /// Judges a plan that is not a SIM, given its [bars](Self::bars) and how its line begins.
    pub fn plan(&self, plan: &Plan, bars: &[Bar], of_line: &LineStart) -> Judgement {
        let prepared = PreparedPlan::with_bars(plan, bars, self.request, &self.exchange);
        let coverage = prepared.terms.coverage(self.asking.need());
        let alone = self.asking.alone(&prepared, coverage, of_line.start, &of_line.begins);
        let sim = alone.as_ref().ok().and_then(|alone| alone.begin.sims.first()).map(|(sim, _)| *sim);
        let mut judgement = self.judgement(&prepared, coverage.ok(), alone.map(|alone| alone.rank));
        judgement.sim = sim;
        if self.asking.question.trade_off && prepared.terms.is_contract() && judgement.verdict.is_ok() {
            let baskets = self.asking.billed(&prepared, &of_line.begins);
            judgement.fewest = baskets.map(|alone| alone.rank.purchases).min();
        }
        judgement
    }

    /// Judges a SIM. A SIM without a price is judged as if no other SIM of its line had one.
    pub fn sim(&self, sim: &Plan) -> Judgement {
        let prepared = self.prepared(sim);
        let has_sim = self.request.have_sims.contains(&sim.line);
        let (start, _) = start(&[(0, &prepared)], has_sim);
        let begins = self.asking.begins_with(0, &prepared, true);
        let alone = self.asking.sim_alone(&prepared, start, &begins);
        let rank =
            alone.and_then(|begin| self.asking.nothing().and(begin.rank).ok_or(Code::TooLargeToSearch));
        let is_enough = begins.iter().any(|begin| self.asking.is_enough(begin));
        let coverage = prepared.terms.sim_coverage(self.asking.need(), self.asking.waits());
        let mut judgement = self.judgement(&prepared, Some(coverage), rank);
        judgement.standing = judgement.standing.map(|standing| Standing { is_enough, ..standing });
        judgement
    }

    fn judgement(
        &self,
        plan: &PreparedPlan,
        coverage: Option<Coverage>,
        verdict: Result<Rank, Code>,
    ) -> Judgement {
        let standing = coverage.and_then(|coverage| standing(plan, coverage)).map(|own| {
            let missing = self.asking.missing;
            let useful = Cover {
                data: missing.data.min(Span::from_units(own.time)),
                calls: missing.calls.min(Span::from_units(own.calls)),
            };
            Standing { own, useful, is_enough: false }
        });
        Judgement {
            verdict,
            standing,
            sim: None,
            fewest: None,
            barred: plan.barred,
            is_refused_unknown: plan.is_refused_unknown,
        }
    }

    fn prepared(&self, plan: &Plan) -> PreparedPlan {
        PreparedPlan::new(plan, self.request, &self.exchange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::{currency, plan, question, request, slug, within};

    /// Judges a plan of the line `l` with these SIMs.
    fn judged(sims: &[&str], row: &str, asked: &str) -> Judgement {
        let (request, question) = (request(), question(asked));
        let judge = Judge::new(&request, &question).unwrap();
        let sims: Vec<_> = sims.iter().map(|sim| plan(sim)).collect();
        let sims: Vec<&Plan> = sims.iter().map(AsRef::as_ref).collect();
        let row = plan(row);
        if row.is_sim() {
            judge.sim(&row)
        } else {
            judge.plan(&row, &judge.bars(&row), &judge.line(&slug("l"), &sims))
        }
    }

    /// Checks how many purchases a row takes alone and the index of the SIM among them, or the code.
    #[track_caller]
    fn check(sims: &[&str], row: &str, expected: Result<(u64, Option<usize>), Code>) {
        let Judgement { verdict, sim, .. } = judged(sims, row, "30d 20GB");
        assert_eq!(verdict.map(|rank| (rank.purchases, sim)), expected);
    }

    #[test]
    fn a_plan_follows_the_sim_that_suits_it() {
        check(&[], "a pass 10 10GB 30d", Ok((2, None)));
        check(&["s sim 5"], "a pass 10 10GB 30d", Ok((3, Some(0))));
        // The second SIM costs 4 more and saves a pass at 10.
        check(&["s sim 5", "t sim 9 10GB 30d"], "a pass 10 10GB 30d", Ok((2, Some(1))));
        check(&["s sim 5", "t sim 16 10GB 30d"], "a pass 10 10GB 30d", Ok((3, Some(0))));
        check(&["s sim 5 TND"], "a pass 10 10GB 30d", Err(Code::RateUnknown));
        check(&["s sim 5 20GB 30d"], "a pass 10 10GB 30d", Err(Code::NotNeeded));
        check(&[], "a pass ? 10GB 30d", Err(Code::PriceUnknown));
        check(&[], "c contract 5 20GB 30d", Ok((1, None)));
        check(&[], "c contract 5 19GB 30d", Err(Code::MonthlyAllowanceTooSmall));
    }

    #[test]
    fn a_contract_may_have_fewer_purchases_than_its_best_basket() {
        // Two bills after the first SIM cost 45, one after the second 70.
        let sims = ["s sim 5", "t sim 50 10GB 10d"];
        let (request, mut asked) = (request(), question("35d 35GB"));
        let fewest = |asked: &Question, row: &str| {
            let judge = Judge::new(&request, asked).unwrap();
            let sims: Vec<_> = sims.iter().map(|sim| plan(sim)).collect();
            let sims: Vec<&Plan> = sims.iter().map(AsRef::as_ref).collect();
            let row = plan(row);
            let judgement = judge.plan(&row, &judge.bars(&row), &judge.line(&slug("l"), &sims));
            (judgement.verdict.map(|rank| rank.purchases), judgement.fewest)
        };
        assert_eq!(fewest(&asked, "c contract 20 30GB 30d"), (Ok(3), None));
        asked.trade_off = true;
        assert_eq!(fewest(&asked, "c contract 20 30GB 30d"), (Ok(3), Some(2)));
        assert_eq!(fewest(&asked, "a pass 20 30GB 30d"), (Ok(3), None));
    }

    #[test]
    fn one_purchase_may_cost_more_than_the_best_basket() {
        let costs_more = |row: &str, best: &str| {
            let best = judged(&[], best, "30d 20GB").verdict.unwrap();
            judged(&[], row, "30d 20GB").standing.unwrap().costs_more_than(&best)
        };
        assert!(costs_more("a pass 20.01 10GB 30d", "b pass 10 10GB 30d"));
        assert!(!costs_more("a pass 20 10GB 30d", "b pass 10 10GB 30d"));
        // A total that is not fully known beats nothing.
        assert!(!costs_more("a pass 90 10GB 30d", "c contract 20 20GB 30d fee:?"));
    }

    /// Checks which of two passes of a line may be in a basket for at most this price.
    #[track_caller]
    fn check_floor(sims: &[&str], asked: &Question, best: &str, expected: &[&str]) {
        let request = request();
        let judge = Judge::new(&request, asked).unwrap();
        let sims: Vec<_> = sims.iter().map(|sim| plan(sim)).collect();
        let sims: Vec<&Plan> = sims.iter().map(AsRef::as_ref).collect();
        let start = judge.line(&slug("l"), &sims);
        let rows = ["a pass 10 10GB 30d", "b pass 12 10GB 30d"];
        let standing = |row: &str| judged(&[], row, "30d 20GB").standing.unwrap();
        let mut plans: Vec<_> = rows.iter().map(|row| (&row[..1], standing(row))).collect();
        let best = judged(&[], best, "30d 20GB").verdict.unwrap();
        judge.floor(&start).retain(&mut plans, &best);
        assert_eq!(plans.into_iter().map(|(id, _)| id).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_plan_that_makes_every_basket_too_dear_is_dropped() {
        let asked = question("30d 20GB");
        // With `b` a basket costs 12 + 10 at least, with a SIM 5 more.
        check_floor(&[], &asked, "c pass 22 20GB 30d", &["a", "b"]);
        check_floor(&[], &asked, "c pass 21.99 20GB 30d", &["a"]);
        check_floor(&["s sim 5"], &asked, "c pass 26.99 20GB 30d", &["a"]);
        check_floor(&["s sim 5"], &asked, "c pass 27 20GB 30d", &["a", "b"]);
        // A SIM with half of the data leaves one pass to buy.
        check_floor(&["s sim 5 10GB 30d"], &asked, "c pass 17 20GB 30d", &["a", "b"]);
        // Over two lines, or for fewer purchases, a dear plan may be right.
        let two_lines = Question { two_lines: true, ..asked.clone() };
        check_floor(&[], &two_lines, "c pass 15 20GB 30d", &["a", "b"]);
        let trade_off = Question { trade_off: true, ..asked };
        check_floor(&[], &trade_off, "c pass 15 20GB 30d", &["a", "b"]);
    }

    #[test]
    fn one_unknown_amount_makes_a_total_incomplete() {
        let is_incomplete = |sim: &str, row: &str| {
            let verdict = judged(&[sim], row, "30d 20GB").verdict;
            verdict.map(|rank| rank.is_incomplete)
        };
        assert_eq!(is_incomplete("s sim 5", "a pass 10 20GB 30d"), Ok(false));
        assert_eq!(is_incomplete("s sim ?", "a pass 10 20GB 30d"), Ok(true));
        assert_eq!(is_incomplete("s sim 5", "c contract 10 20GB 30d fee:?"), Ok(true));
    }

    #[test]
    fn a_sim_is_an_offer_if_it_is_enough() {
        check(&[], "s sim 5", Err(Code::SimOnly));
        check(&[], "s sim 5 20GB 30d", Ok((1, None)));
        check(&[], "s sim 5 TND", Err(Code::RateUnknown));
        // What is not known of it may be enough.
        check(&[], "s sim 5 data? 30d", Err(Code::AllowanceUnknown));
        check(&[], "s sim 5 20GB", Err(Code::ValidityUnknown));
        assert_eq!(judged(&[], "s sim 5 TND", "30d 20GB").barred, Some(Code::RateUnknown));
        assert_eq!(judged(&[], "s sim ?", "30d 20GB").barred, None);
    }

    #[test]
    fn one_balance_is_enough_for_data_or_for_calls() {
        let is_enough = |sim: &str, need: &str| judged(&[], sim, need).standing.map(|own| own.is_enough());
        assert_eq!(is_enough("s sim 5 20GB 30d 99min", "30d 20GB"), Some(true));
        assert_eq!(is_enough("s sim 5 20GB 30d 99min", "30d 20GB 99min"), Some(true));
        assert_eq!(is_enough("s sim 5 20GB 30d 99min shared", "30d 20GB 99min"), Some(false));
        assert_eq!(is_enough("s sim 5 20GB 30d 99min shared", "30d 99min"), Some(true));
        assert_eq!(is_enough("s sim 5 19GB 30d 99min", "30d 20GB"), Some(false));
    }

    #[test]
    fn one_balance_may_cover_less_than_less_of_both() {
        let covers_no_more = |own: &str, other: &str| {
            let standing = |row: &str| judged(&[], row, "30d 20GB 300min").standing.unwrap();
            standing(own).covers_no_more_than(&standing(other))
        };
        assert!(covers_no_more("s sim 5 10GB 30d 100min", "t sim 9 10GB 30d 200min"));
        assert!(covers_no_more("s sim 5 10GB 30d 100min", "t sim 9 20GB 30d 100min"));
        assert!(!covers_no_more("s sim 5 10GB 30d 100min", "t sim 9 9GB 30d 200min"));
        assert!(!covers_no_more("s sim 5 10GB 30d 100min", "t sim 9 20GB 30d 99min"));
        assert!(!covers_no_more("s sim 5 10GB 30d 100min", "t sim 9 20GB 30d 200min shared"));
        assert!(covers_no_more("s sim 5 10GB 30d", "t sim 9 20GB 30d 200min shared"));
        assert!(covers_no_more("s sim 5 10GB 30d 100min shared", "t sim 9 20GB 30d 200min shared"));
    }

    #[test]
    fn only_what_may_be_mixed_stands_for_something() {
        let covers = |row: &str| judged(&[], row, "30d 20GB").standing.map(|own| own.covers_something());
        assert_eq!(covers("a pass 10 10GB 30d"), Some(true));
        assert_eq!(covers("a pass 10 0MB 30d 10min"), Some(false));
        assert_eq!(covers("s sim 5"), Some(false));
        for row in ["a pass ? 10GB 30d", "a pass 10 10GB 30d social", "c contract 5 20GB 30d", "s sim 5 TND"]
        {
            assert_eq!(covers(row), None, "{row}");
        }
    }

    #[test]
    fn the_highest_total_is_not_above_itself() {
        // (2⁴⁸ − 1) centimes for each of 2⁴⁸ + 1 purchases are 2⁹⁶ − 1, the most that can be shown.
        let most = judged(&[], "a pass 2814749767106.55 1kB 30d", "30d 281474976710657kB").verdict;
        assert_eq!(most.map(|rank| rank.purchases), Ok(281_474_976_710_657));
        // 832.51 yuan are 1213.3749999 dirhams, the highest amount that is shown as 1213.37.
        let (request, asked) = (request(), within("30d 20GB", "1213.37"));
        let judge = Judge::new(&request, &asked).unwrap();
        let sim = judge.sim(&plan("s sim 832.51 20GB 30d CNY")).verdict;
        let pass = judge.plan(&plan("a pass 832.51 20GB 30d CNY"), &[], &LineStart::FREE).verdict;
        assert_eq!([sim, pass].map(|verdict| verdict.map(|rank| rank.purchases)), [Ok(1), Ok(1)]);
    }

    #[test]
    fn a_standing_has_the_price_in_units_of_the_exchange() {
        // The rates have up to five digits: a centime of a dirham is 100,000 units, a cent of a dollar 976,770.
        let price = |row: &str| judged(&[], row, "30d 20GB").standing.map(|own| own.price());
        assert_eq!(price("a pass 5 10GB 30d"), Some(50_000_000));
        assert_eq!(price("a pass 5 10GB 30d USD"), Some(488_385_000));
    }

    #[test]
    fn a_currency_without_a_rate_is_an_error_if_a_plan_is_in_another_one() {
        let request = Request { currency: currency("TND"), ..request() };
        let asked = question("30d 20GB");
        let judge = Judge::new(&request, &asked).unwrap();
        let error = judge.check_currency(&plan("a pass 5 10GB 30d")).unwrap_err();
        assert_eq!(error.to_string(), "rate-unknown currency=`TND`");
        assert_eq!(judge.check_currency(&plan("a pass 5 10GB 30d TND")), Ok(()));
    }

    /// Checks whether the first of two plans of one line replaces the second, which has the greater id.
    #[track_caller]
    fn check_replaces(own: &str, other: &str, expected: bool) {
        let question = question("30d 20GB 300min");
        let request = request();
        let judge = Judge::new(&request, &question).unwrap();
        let standing = |row: &str| {
            let row = plan(row);
            let judgement =
                if row.is_sim() { judge.sim(&row) } else { judge.plan(&row, &[], &LineStart::FREE) };
            judgement.standing.unwrap()
        };
        assert_eq!(standing(own).replaces(&standing(other), true), expected, "{own}; {other}");
    }

    #[test]
    fn what_takes_the_place_of_what() {
        check_replaces("a pass 9 10GB 30d", "b pass 10 10GB 30d", true);
        check_replaces("a pass 10 10GB 30d", "b pass 9 10GB 30d", false);
        check_replaces("a pass 10 10GB 30d", "b pass 10 10GB 30d", true);
        check_replaces("a pass 9 9GB 30d", "b pass 10 10GB 30d", false);
        check_replaces("a pass 9 10GB 30d max3", "b pass 10 10GB 30d", false);
        check_replaces("a pass 9 10GB 30d", "b pass 10 10GB 30d max3", true);
        // A shared balance covers either data or calls at a time.
        check_replaces("a pass 9 10GB 30d 100min shared", "b pass 10 10GB 30d 100min", false);
        check_replaces("a pass 9 10GB 30d 100min shared", "b pass 10 10GB 30d 100min shared", true);
        check_replaces("a pass 9 10GB 30d 100min shared", "b pass 10 10GB 30d", true);
        check_replaces("a pass 9 10GB 30d 100min", "b pass 10 10GB 30d 100min shared", true);
        check_replaces("a pass 9 10GB 30d", "b pass 10 10GB 30d 100min", false);
        // One balance is enough here, because the other plan only has calls.
        check_replaces("a pass 9 10GB 30d 100min shared", "b pass 10 0MB 30d 100min", true);
        check_replaces("a pass 9 11GB 30d 101min", "b pass 10 10GB 30d 100min", true);
        // More than the need adds nothing at a higher price, but decides between equal prices.
        check_replaces("a pass 9 20GB 30d 300min", "b pass 10 40GB 60d 600min", true);
        check_replaces("a pass 10 20GB 30d 300min", "b pass 10 40GB 60d 600min", false);
    }
}

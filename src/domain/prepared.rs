//! A catalogue prepared for one request: the numbers of every plan, and why some are refused whatever the need.

use super::coverage::Terms;
use super::error::Error;
use super::filters::{Bar, Filters};
use super::floor::Floor;
use super::plan::{Allowance, Kind, Plan};
use super::rates::{Exact, Exchange};
use super::refusal::Code;
use super::request::Request;
use super::slug::Slug;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The plans of a catalogue, prepared for a request. `compare` asks it one question, `batch` and `--budget` ask many.
#[derive(Debug)]
pub struct PreparedCatalogue {
    request: Request,
    exchange: Exchange,
    /// By ascending id.
    plans: Vec<Arc<Plan>>,
    prepared: Vec<PreparedPlan>,
    lines: Vec<Line>,
}

/// The numbers of one plan. Its index is its position among all plans by ascending id.
#[derive(Clone, Debug)]
pub(super) struct PreparedPlan {
    /// What one purchase covers.
    pub terms: Terms,
    /// The price of one purchase; `None` if it is unknown.
    pub price: Option<Exact>,
    /// The fee that is paid once; `None` if it is unknown.
    pub fee: Option<Exact>,
    /// Why it is refused, whatever the need.
    pub refused: Option<Code>,
    /// Why it cannot begin a basket, if it is a SIM.
    pub barred: Option<Code>,
    /// Whether it is refused only because the catalogue lacks a value.
    pub is_refused_unknown: bool,
}

/// The plans of one line, by their indices.
#[derive(Debug)]
pub(super) struct Line {
    pub name: Slug,
    /// The SIMs that may begin a basket. A SIM without a price is among them only if no other SIM has a price.
    pub sims: Vec<usize>,
    /// Every row that is not a SIM.
    pub plans: Vec<usize>,
    /// Every SIM, including those that are refused.
    pub all_sims: Vec<usize>,
    /// What has to be bought before a plan.
    pub start: Start,
    /// The lower bound for the cost of its plans.
    pub floor: Floor,
}

/// What has to be bought before a plan of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// Nothing: the line has no SIMs, or the user has one.
    Free,
    /// One of the line's SIMs.
    Sim,
    /// A SIM, but all of them are refused. This one has the last reason in the order of [`Code`].
    Refused(usize, Code),
}

impl PreparedCatalogue {
    /// Prepares plans for a request. Their order does not matter.
    ///
    /// # Errors
    /// `rates-too-large`; `rate-unknown` if amounts cannot be shown in the currency of the request.
    pub fn new(mut plans: Vec<Arc<Plan>>, request: Request) -> Result<Self, Error> {
        plans.sort_by(|a, b| a.id.cmp(&b.id));
        let exchange = Exchange::new(&request.rates, request.currency)?;
        plans.iter().try_for_each(|plan| request.check_currency(plan))?;
        let prepared: Vec<PreparedPlan> =
            plans.iter().map(|plan| PreparedPlan::new(plan, &request, &exchange)).collect();
        let mut by_line: BTreeMap<&Slug, Vec<usize>> = BTreeMap::new();
        for (index, plan) in plans.iter().enumerate() {
            by_line.entry(&plan.line).or_default().push(index);
        }
        let lines = by_line
            .into_iter()
            .map(|(name, rows)| Line::new(name, &rows, &plans, &prepared, &request))
            .collect();
        Ok(Self { request, exchange, plans, prepared, lines })
    }

    /// The request that the catalogue is prepared for.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Some of the plans, prepared for the same request.
    pub(super) fn restricted(&self, keep: impl Fn(&Plan) -> bool) -> Result<Self, Error> {
        let plans = self.plans.iter().filter(|plan| keep(plan)).cloned().collect();
        Self::new(plans, self.request.clone())
    }

    /// The plans of baskets whose data is all unlimited. A SIM can be among them, but no volume on it counts.
    pub(super) fn only_unlimited(&self) -> Result<Self, Error> {
        let is_unlimited = |plan: &Plan| plan.allowance == Some(Allowance::Unlimited);
        let mut only = self.restricted(|plan| plan.is_sim() || !plan.carries_data() || is_unlimited(plan))?;
        let sims = only.prepared.iter_mut().filter(|plan| plan.terms.is_sim());
        sims.for_each(|sim| sim.terms.ignore_volume());
        Ok(only)
    }

    /// All plans, of which those with unlimited data are refused.
    pub(super) fn without_unlimited(&self) -> Result<Self, Error> {
        let mut request = self.request.clone();
        request.filters.no_unlimited = true;
        Self::new(self.plans.clone(), request)
    }

    /// How prices are counted and shown.
    pub fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    /// All plans, by ascending id.
    pub fn plans(&self) -> &[Arc<Plan>] {
        &self.plans
    }

    /// The plan with this id.
    pub fn find(&self, id: &str) -> Option<&Arc<Plan>> {
        self.index_of(id).map(|index| &self.plans[index])
    }

    pub(super) fn index_of(&self, id: &str) -> Option<usize> {
        self.plans.binary_search_by(|plan| plan.id.as_str().cmp(id)).ok()
    }

    pub(super) fn prepared(&self, index: usize) -> &PreparedPlan {
        &self.prepared[index]
    }

    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }

    pub(super) fn line_of(&self, index: usize) -> &Line {
        let name = &self.plans[index].line;
        let at = self.lines.binary_search_by(|line| line.name.cmp(name)).expect("every plan is in a line");
        &self.lines[at]
    }

    pub(super) fn indices(&self) -> Range<usize> {
        0..self.plans.len()
    }

    /// How many rows are refused only because the catalogue lacks a value that the user asks for.
    pub fn refused_unknown(&self) -> usize {
        self.prepared.iter().filter(|plan| plan.is_refused_unknown).count()
    }
}

impl PreparedPlan {
    pub fn new(plan: &Plan, request: &Request, exchange: &Exchange) -> Self {
        if request.is_mine(plan) {
            return Self::with_bars(
                plan,
                &[],
                &Request { filters: Filters::default(), ..request.clone() },
                exchange,
            );
        }
        Self::with_bars(plan, &request.filters.ageless_bars(plan), request, exchange)
    }

    /// Prepares a plan of which the bars that do not depend on its age are known.
    pub fn with_bars(plan: &Plan, ageless: &[Bar], request: &Request, exchange: &Exchange) -> Self {
        let bars = ageless.iter().copied().chain(request.filters.age_bar(plan, request.today));
        let price = plan.price.map(|price| exchange.exact(price));
        let fee = request.fee_due(plan).map(|fee| exchange.exact(fee));
        let no_rate = price == Some(None) || fee == Some(None);
        let of_money = [price.is_none().then_some(Code::PriceUnknown), no_rate.then_some(Code::RateUnknown)];
        let terms = Terms::new(plan);
        // Data that is not known may be unlimited. It serves nothing, so this only matters if minutes come with it.
        let may_be_unlimited = request.filters.no_unlimited && plan.allowance.is_none();
        let has_minutes = terms.most_minutes().is_some_and(|minutes| minutes > 0);
        let of_data = (may_be_unlimited && has_minutes).then_some(Code::AllowanceUnknown);
        let codes = bars.clone().map(|bar| bar.code).chain(of_money.into_iter().flatten()).chain(of_data);
        let refused = codes.clone().next();
        Self {
            terms,
            price: price.flatten(),
            fee: fee.unwrap_or_else(|| {
                let is_known = plan.kind != Kind::Contract || request.has_paid_fee(plan);
                is_known.then_some(Exact::ZERO)
            }),
            refused,
            barred: if plan.is_sim() { codes.clone().find(|&code| bars_a_sim(code)) } else { None },
            is_refused_unknown: refused.is_some()
                && bars.clone().all(|bar| bar.is_unknown)
                && of_money.iter().all(Option::is_none),
        }
    }
}

/// Whether a SIM that is refused for this reason cannot begin a basket. A line needs a SIM whatever its kind and the
/// use of its data, and one whose price is unknown can still be bought.
fn bars_a_sim(code: Code) -> bool {
    !matches!(code, Code::KindExcluded | Code::ScopeNotGeneral | Code::PriceUnknown)
}

impl Line {
    fn new(
        name: &Slug,
        rows: &[usize],
        plans: &[Arc<Plan>],
        prepared: &[PreparedPlan],
        request: &Request,
    ) -> Self {
        let (all_sims, others): (Vec<usize>, Vec<usize>) =
            rows.iter().partition(|&&index| plans[index].is_sim());
        let of_line: Vec<_> = all_sims.iter().map(|&index| (index, &prepared[index])).collect();
        let (start, sims) = start(&of_line, request.have_sims.contains(name));
        let floor = Floor::new(others.iter().map(|&index| &prepared[index]));
        Self { name: name.clone(), sims, plans: others, all_sims, start, floor }
    }
}

/// What has to be bought before a plan of a line with these SIMs, and which of them may be bought. The SIMs come by
/// ascending index.
pub(super) fn start(sims: &[(usize, &PreparedPlan)], has_sim: bool) -> (Start, Vec<usize>) {
    let allowed = sims.iter().filter(|(_, sim)| sim.barred.is_none() && !has_sim);
    // An unknown price would count as 0 and win against every known one.
    let is_any_priced = allowed.clone().any(|(_, sim)| sim.price.is_some());
    let open: Vec<usize> =
        allowed.filter(|(_, sim)| sim.price.is_some() || !is_any_priced).map(|(index, _)| *index).collect();
    let furthest = sims
        .iter()
        .filter_map(|(index, sim)| Some((sim.barred?, *index)))
        .reduce(|best, sim| if sim.0 > best.0 { sim } else { best });
    let start = match furthest {
        _ if has_sim || sims.is_empty() => Start::Free,
        _ if !open.is_empty() => Start::Sim,
        Some((code, index)) => Start::Refused(index, code),
        None => Start::Sim,
    };
    (start, open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::filters::Filters;
    use crate::domain::plan::{Confidence, Form, Network, Scope};
    use crate::domain::rates::Rates;
    use crate::domain::testing::{TODAY, currency, dirhams, plan, prepared, rates, request, slug};

    /// Checks why each plan is refused whatever the need: `a: price-unknown`.
    #[track_caller]
    fn check_refused(plans: &[&str], filters: Filters, expected: &[&str]) {
        let catalogue = prepared(plans, Request { filters, ..request() });
        let refused = catalogue.indices().filter_map(|index| {
            Some(format!("{}: {}", catalogue.plans()[index].id, catalogue.prepared(index).refused?))
        });
        assert_eq!(refused.collect::<Vec<_>>(), expected);
    }

    /// Checks which SIMs may begin a basket of the only line.
    #[track_caller]
    fn check_sims(plans: &[&str], filters: Filters, expected: &[&str]) {
        let catalogue = prepared(plans, Request { filters, ..request() });
        let sims = catalogue.lines()[0].sims.iter().map(|&sim| catalogue.plans()[sim].id.to_string());
        assert_eq!(sims.collect::<Vec<_>>(), expected);
    }

    /// Checks what has to be bought before a plan of the only line; if no SIM can be bought, the SIM that is reported.
    #[track_caller]
    fn check_start(plans: &[&str], request: Request, expected: Result<Start, (&str, Code)>) {
        let catalogue = prepared(plans, request);
        let start = match catalogue.lines()[0].start {
            Start::Refused(sim, code) => Err((catalogue.plans()[sim].id.as_str(), code)),
            start => Ok(start),
        };
        assert_eq!(start, expected);
    }

    fn not_kind(kind: Kind) -> Filters {
        let mut filters = Filters::default();
        filters.kinds.not.insert(kind);
        filters
    }

    #[test]
    fn money_is_judged_after_the_filters() {
        check_refused(
            &["a pass ?", "b pass 5 TND", "c pass 0 TND", "d contract 5 fee:? TND", "e pass ? social"],
            Filters::default(),
            &["a: price-unknown", "b: rate-unknown", "d: rate-unknown", "e: scope-not-general"],
        );
        // A price of 0 needs no rate, but a fee does.
        check_refused(&["a contract 0 fee:5 TND"], Filters::default(), &["a: rate-unknown"]);
        check_refused(&["a contract 0 fee:0 TND"], Filters::default(), &[]);
    }

    #[test]
    fn only_contracts_have_an_unknown_fee() {
        let catalogue = prepared(&["a pass 5", "c contract 5 fee:?", "d contract 5 fee:0"], request());
        let fees: Vec<_> = catalogue.indices().map(|index| catalogue.prepared(index).fee).collect();
        assert_eq!(fees, [Some(Exact::ZERO), None, Some(Exact::ZERO)]);
    }

    #[test]
    fn a_line_that_runs_has_paid_its_fee() {
        let have_sims = [slug("l")].into();
        let plans = [
            "c contract 5 fee:50",
            "d contract 5 fee:?",
            "e contract 5 fee:9 TND",
            "f contract 5 fee:50 line:m",
        ];
        let catalogue = prepared(&plans, Request { have_sims, ..request() });
        let fees: Vec<_> = catalogue.indices().map(|index| catalogue.prepared(index).fee).collect();
        let of_other_line = Request::new(currency("MAD"), rates(), TODAY);
        let exchange = Exchange::new(&of_other_line.rates, currency("MAD")).unwrap();
        let zero = Some(Exact::ZERO);
        assert_eq!(fees, [zero, zero, zero, exchange.exact(dirhams("50"))]);
    }

    #[test]
    fn a_sim_without_a_price_begins_only_if_no_other_has_one() {
        check_sims(&["s sim ?", "t sim 90"], Filters::default(), &["t"]);
        check_sims(&["s sim ?", "t sim 0"], Filters::default(), &["t"]);
        check_sims(&["s sim ?", "t sim ?"], Filters::default(), &["s", "t"]);
        // The other SIM is refused, or its currency has no rate.
        check_sims(&["s sim ?", "t sim 90 seen:2020-01"], Filters::default(), &["s"]);
        check_sims(&["s sim ?", "t sim 90 TND"], Filters::default(), &["s"]);
    }

    #[test]
    fn kinds_and_uses_do_not_bar_a_sim() {
        check_sims(&["s sim 5"], not_kind(Kind::Sim), &["s"]);
        check_sims(&["s sim 5 1GB 7d social"], Filters::default(), &["s"]);
        check_refused(&["s sim 5"], not_kind(Kind::Sim), &["s: kind-excluded"]);
        check_sims(&["s sim 5 form:sim"], Filters { form: Some(Form::Esim), ..Filters::default() }, &[]);
        // A SIM with two reasons is barred even if the first reason does not bar it.
        let mut filters = not_kind(Kind::Sim);
        filters.form = Some(Form::Esim);
        check_sims(&["s sim 5 form:sim"], filters, &[]);
    }

    #[test]
    fn what_comes_before_a_plan() {
        let network = Filters { network: Some(Network::G4), form: Some(Form::Esim), ..Filters::default() };
        let filtered = Request { filters: network, ..request() };
        check_start(&["a pass 5"], request(), Ok(Start::Free));
        check_start(&["a pass 5", "s sim 5"], request(), Ok(Start::Sim));
        check_start(&["a pass 5", "s sim ?"], request(), Ok(Start::Sim));
        // The SIM with the last reason is reported, and the first of several with the same reason.
        let sims = ["s sim 5 form:sim", "t sim 5 1GB 7d form:esim network:3G", "u sim 5 1GB 7d form:esim"];
        check_start(&sims, filtered.clone(), Err(("t", Code::NetworkTooOld)));
        check_start(&sims[..1], filtered.clone(), Err(("s", Code::FormExcluded)));
        check_start(&["s sim 5 TND", "t sim 5 seen:2020-01"], request(), Err(("s", Code::RateUnknown)));
        let have_sims = [slug("l")].into();
        check_start(&sims, Request { have_sims, ..filtered }, Ok(Start::Free));
    }

    #[test]
    fn the_sim_that_the_user_has_is_not_bought() {
        let have = |line: &str| Request { have_sims: [slug(line)].into(), ..request() };
        let catalogue = prepared(&["s sim 5", "t sim 5 line:m"], have("l"));
        let starts: Vec<_> = catalogue.lines().iter().map(|line| (line.start, line.sims.len())).collect();
        assert_eq!(starts, [(Start::Free, 0), (Start::Sim, 1)]);
    }

    #[test]
    fn no_filter_refuses_what_the_user_has_already() {
        let filters = Filters {
            network: Some(Network::G4),
            no_unlimited: true,
            form: Some(Form::Esim),
            ..not_kind(Kind::Pass)
        };
        let mine = plan("m pass 5 unlimited 7d line:m sure:low");
        let request = Request { filters, mine: Some(Arc::clone(&mine)), ..request() };
        let catalogue = PreparedCatalogue::new(vec![mine, plan("a pass 5 1GB 7d")], request.clone()).unwrap();
        let refused: Vec<_> = catalogue.indices().map(|index| catalogue.prepared(index).refused).collect();
        assert_eq!(refused, [Some(Code::KindExcluded), None]);
        // It has to have a price that can be compared.
        let unknown = PreparedCatalogue::new(vec![plan("m pass 5 1GB 7d TND")], request).unwrap();
        assert_eq!(unknown.prepared(0).refused, Some(Code::RateUnknown));
    }

    #[test]
    fn refused_only_for_what_is_unknown() {
        let filters = Filters {
            network: Some(Network::G4),
            min_confidence: Some(Confidence::Medium),
            ..Filters::default()
        };
        let refused_unknown = |plan: &str| {
            prepared(&[plan], Request { filters: filters.clone(), ..request() }).refused_unknown()
        };
        assert_eq!(refused_unknown("a pass 5 1GB 7d"), 1);
        assert_eq!(refused_unknown("a pass 5 1GB 7d sure:low"), 0);
        assert_eq!(refused_unknown("a pass 5 1GB 7d network:3G"), 0);
        assert_eq!(refused_unknown("a pass 5 1GB 7d network:4G sure:high"), 0);
        // It would also be refused for its price.
        assert_eq!(refused_unknown("a pass ? 1GB 7d"), 0);
        assert_eq!(refused_unknown("a pass 5 1GB 7d TND"), 0);
    }

    #[test]
    fn plans_and_lines_are_in_their_order() {
        let texts = ["c pass 5 line:m", "b sim 5 line:m", "a pass 5 line:n", "d pass 5 line:l"];
        let catalogue = prepared(&texts, request());
        let ids: Vec<_> = catalogue.plans().iter().map(|plan| plan.id.to_string()).collect();
        assert_eq!(ids, ["a", "b", "c", "d"]);
        let lines: Vec<_> = catalogue
            .lines()
            .iter()
            .map(|line| (line.name.to_string(), line.plans.clone(), line.all_sims.clone()))
            .collect();
        assert_eq!(
            lines,
            [
                ("l".to_owned(), vec![3], vec![]),
                ("m".to_owned(), vec![2], vec![1]),
                ("n".to_owned(), vec![0], vec![]),
            ]
        );
        assert_eq!(catalogue.line_of(1).name, slug("m"));
        assert_eq!(catalogue.find("c").map(|plan| &plan.line), Some(&slug("m")));
        assert_eq!(catalogue.find("e"), None);
        assert_eq!(catalogue.plans()[0].scope, Scope::General);
    }

    #[test]
    fn a_currency_without_a_rate_is_shown_only_if_it_is_the_only_one() {
        let of = |texts: &[&str]| {
            let plans = texts.iter().map(|text| plan(text)).collect();
            let request = Request::new(currency("TND"), Rates::new(currency("MAD")), TODAY);
            PreparedCatalogue::new(plans, request)
        };
        assert_eq!(of(&["a pass 5", "b pass 5 TND"]).unwrap_err().to_string(), "rate-unknown currency=`TND`");
        let alone = of(&["a pass 5 TND", "b pass ?"]).unwrap();
        assert_eq!(alone.prepared(0).refused, None);
    }
}

//! What a user asks: a [`Request`] once for a run of the program, and a [`Question`] for each need.

use super::currency::Currency;
use super::error::Error;
use super::filters::Filters;
use super::money::Money;
use super::need::{Need, Span};
use super::plan::{Allowance, Plan};
use super::rates::Rates;
use super::slug::Slug;
use super::time::Validity;
use super::volume::DataVolume;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is the same for every need of a run: which plans may be bought, which SIMs the user has, and the currency.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which plans may be bought.
    pub filters: Filters,
    /// The lines whose SIM the user already has.
    pub have_sims: BTreeSet<Slug>,
    /// The currency that amounts are shown in.
    pub currency: Currency,
    /// The exchange rates that convert prices to it.
    pub rates: Rates,
    /// The day on which the ages of prices are counted.
    pub today: Date,
    /// What the user has already, as a plan. It is among the prepared plans, and no filter refuses it.
    pub mine: Option<Arc<Plan>>,
}

impl Request {
    /// A request without filters and without SIMs that the user has.
    pub fn new(currency: Currency, rates: Rates, today: Date) -> Self {
        Self { filters: Filters::default(), have_sims: BTreeSet::new(), currency, rates, today, mine: None }
    }

    /// Whether a plan is what the user has already.
    pub fn is_mine(&self, plan: &Plan) -> bool {
        self.mine.as_ref().is_some_and(|mine| mine.id == plan.id)
    }

    /// Whether a line or a seller is that of what the user has already.
    pub fn is_of_mine(&self, name: &Slug) -> bool {
        self.mine.as_ref().is_some_and(|mine| mine.line == *name || mine.operator == *name)
    }

    /// Whether the activation fee of a plan has been paid, even if it is unknown: the line of a monthly plan runs once it is
    /// paid.
    pub fn has_paid_fee(&self, plan: &Plan) -> bool {
        plan.is_contract() && self.have_sims.contains(&plan.line)
    }

    /// The activation fee of a plan that the user still has to pay. `None` if there is none, or if it is unknown.
    pub fn fee_due(&self, plan: &Plan) -> Option<Money> {
        plan.setup_fee.filter(|_| !self.has_paid_fee(plan))
    }

    /// Checks that the price of a plan can be compared with an amount in the shown currency.
    ///
    /// # Errors
    /// `rate-unknown` with the shown currency if it has no rate and the plan is in another one.
    pub fn check_currency(&self, plan: &Plan) -> Result<(), Error> {
        let is_foreign = plan.price.is_some_and(|price| price.currency() != self.currency);
        if is_foreign && !self.rates.knows(self.currency) {
            return Err(Error::new("rate-unknown").with("currency", self.currency.code()));
        }
        Ok(())
    }
}

/// Data and time left on a SIM that the user has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitialBalance {
    /// The line that the SIM belongs to.
    pub line: Slug,
    /// The data that remains on the SIM.
    pub data: Allowance,
    /// How long the balance is still valid.
    pub validity: Validity,
}

/// One need, and the limits of its baskets.
#[derive(Clone, Debug)]
pub struct Question {
    /// The need to cover, including the margin.
    pub need: Need,
    /// The need without the margin, and the margin in per cent. `None` without a margin.
    pub before_margin: Option<(Need, u32)>,
    /// The balance of one of the user's SIMs, which covers data first.
    pub initial: Option<InitialBalance>,
    /// The most purchases that a basket may hold, including the SIM and bills. `None` means no limit.
    pub max_purchases: Option<u64>,
    /// The most that an offer may cost, in the shown currency. `None` means no limit.
    pub max_total: Option<Money>,
    /// Whether baskets over two lines are wanted too.
    pub two_lines: bool,
    /// Whether the Pareto front of purchases and total is wanted.
    pub trade_off: bool,
    /// How many steps the search for the cheapest basket of a line, or of two, may take.
    pub effort: u64,
}

/// The default limit for the steps of a search, about 10 seconds on one core.
pub const EFFORT: u64 = 50_000_000;

impl Question {
    /// A question without limits, margin and initial balance.
    pub fn new(need: Need) -> Self {
        Self {
            need,
            before_margin: None,
            initial: None,
            max_purchases: None,
            max_total: None,
            two_lines: false,
            trade_off: false,
            effort: EFFORT,
        }
    }

    /// The need as the user asked for it, without the margin.
    pub fn asked(&self) -> Need {
        self.before_margin.map_or(self.need, |(need, _)| need)
    }

    /// The same question for another need, to which the margin is added.
    ///
    /// # Errors
    /// As [`Need::new`].
    pub fn with_asked(&self, asked: Need) -> Result<Self, Error> {
        let mut question = self.clone();
        question.need = asked;
        if let Some((before, percent)) = &mut question.before_margin {
            *before = asked;
            question.need = asked.enlarged(*percent)?;
        }
        Ok(question)
    }

    /// The same question for other data, to which the margin is added.
    ///
    /// # Errors
    /// As [`Need::new`].
    pub fn with_data(&self, data: DataVolume) -> Result<Self, Error> {
        let asked = self.asked();
        self.with_asked(Need::new(asked.stay(), data, asked.minutes())?)
    }

    /// For how long the initial balance covers data.
    pub fn initial_span(&self) -> Span {
        let Some(initial) = self.initial.as_ref().filter(|_| self.need.has_data()) else { return Span::ZERO };
        let validity = self.need.hours(initial.validity.hours().into());
        match initial.data {
            Allowance::Unlimited => validity,
            Allowance::Volume(volume) => self.need.data_lasts(volume).min(validity),
        }
    }
}

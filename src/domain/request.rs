//! What a user asks: once for a run of the program, and again for each need.

use super::error::Error;
use super::filters::Filters;
use super::money::{Currency, Money};
use super::need::{Need, Span};
use super::plan::{Allowance, Plan};
use super::rates::Rates;
use super::slug::Slug;
use super::time::Validity;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What is the same for every need of a run: which plans, what the user has, and money.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which plans may be bought.
    pub filters: Filters,
    /// Lines of which the user has the SIM.
    pub have_sims: BTreeSet<Slug>,
    /// The currency that amounts are shown in.
    pub currency: Currency,
    /// The rates that convert to it.
    pub rates: Rates,
    /// The day to which ages count.
    pub today: Date,
}

impl Request {
    /// A request that asks nothing of plans.
    pub fn new(currency: Currency, rates: Rates, today: Date) -> Self {
        Self { filters: Filters::default(), have_sims: BTreeSet::new(), currency, rates, today }
    }

    /// Checks that the price of a plan can be held against an amount in the shown currency.
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
    /// The SIM's line.
    pub line: Slug,
    /// The data.
    pub data: Allowance,
    /// How long it lasts.
    pub validity: Validity,
}

/// One need, and what its baskets must keep to.
#[derive(Clone, Debug)]
pub struct Question {
    /// What has to be covered.
    pub need: Need,
    /// The need as it was asked for and the margin in hundredths, if one enlarges it.
    pub before_margin: Option<(Need, u32)>,
    /// What is left on one of the user's SIMs; it covers data first.
    pub initial: Option<InitialBalance>,
    /// How many purchases a basket may hold, SIM and bills among them.
    pub max_purchases: Option<u64>,
    /// What an offer may cost, in the shown currency.
    pub max_total: Option<Money>,
    /// Whether baskets over two lines are wanted too.
    pub two_lines: bool,
    /// Whether the Pareto front of purchases and total is wanted.
    pub trade_off: bool,
    /// How many steps the search for the cheapest basket of a line, or of two, may take.
    pub effort: u64,
}

/// The steps of a search that somebody waits for: some 10 seconds of one core.
pub const EFFORT: u64 = 50_000_000;

impl Question {
    /// The question of a need alone.
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

    /// The need as it was asked for, before the margin.
    pub fn asked(&self) -> Need {
        self.before_margin.map_or(self.need, |(need, _)| need)
    }

    /// The same for another need, enlarged by the margin.
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

    /// For how long what is left on the user's SIM covers data.
    pub fn initial_span(&self) -> Span {
        let Some(initial) = self.initial.as_ref().filter(|_| self.need.has_data()) else { return Span::ZERO };
        let validity = self.need.hours(initial.validity.hours().into());
        match initial.data {
            Allowance::Unlimited => validity,
            Allowance::Volume(volume) => self.need.data_lasts(volume).min(validity),
        }
    }
}

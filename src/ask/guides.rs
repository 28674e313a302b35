//! From purchases to guides: one for each line that something is bought on.

use super::error::AskError;
use super::options::Options;
use super::sellers::KnownSellers;
use crate::domain::calendar::{Calendar, When};
use crate::domain::comparison::Offer;
use crate::domain::coverage::Use;
use crate::domain::error::Error;
use crate::domain::need::{Need, Span};
use crate::domain::plan::{Allowance, Plan};
use crate::domain::request::Question;
use crate::domain::schedule::Schedule;
use crate::domain::slug::Slug;
use crate::domain::time::{Stay, Validity};
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use crate::guide::facts::{Facts, Operator};
use crate::guide::situation::{Channel, Due, Payment, Service, Situation, State};
use crate::guide::steps::{Guide, is_known, steps};
use std::collections::BTreeSet;

/// What is bought on one line.
#[derive(Clone, Copy)]
pub struct LinePurchases<'a> {
    /// The purchases in their order.
    dues: &'a [Due<'a>],
    /// Until when all purchases of the stay last.
    ends: Option<&'a When>,
    /// Whether the user has the line already.
    has_line: bool,
}

impl LinePurchases<'_> {
    /// A line that the user has, on which no purchase is known.
    pub const OWN: Self = LinePurchases { dues: &[], ends: None, has_line: true };
}

/// What the user says of a renewal: where, how it is paid, and on which line.
#[derive(Clone, Copy)]
pub struct GuideWishes<'a> {
    facts: &'a Facts,
    channel: Option<Channel>,
    payment: Option<Payment>,
    state: State,
    /// The lines whose SIM the user has; the state is that of theirs.
    have_sims: &'a BTreeSet<Slug>,
    number: Option<&'a str>,
}

impl<'a> GuideWishes<'a> {
    /// The wishes in some options. The number is in digits, as [`phone_number`] reads it.
    pub fn new(
        options: &Options,
        facts: &'a Facts,
        have_sims: &'a BTreeSet<Slug>,
        number: Option<&'a str>,
    ) -> Self {
        Self {
            facts,
            channel: options.channel,
            payment: options.pay,
            state: options.state.unwrap_or(State::Active),
            have_sims,
            number,
        }
    }

    /// The same wishes for what is shown at a counter.
    ///
    /// # Errors
    /// `card-needs-a-counter`.
    pub fn at_counter(self) -> Result<Self, AskError> {
        match self.channel {
            Some(channel) if !matches!(channel, Channel::Shop | Channel::Scratch) => {
                let error = Error::new("card-needs-a-counter").with("channel", channel.word());
                Err(AskError::option("--card", error))
            }
            _ => Ok(self),
        }
    }

    /// The guide of a seller. Without a channel, it is the usual one that takes the payment.
    ///
    /// # Errors
    /// As [`Situation::check`]; `channel-unknown` with the ways that work if the guide knows none on the channel.
    pub fn guide(
        &self,
        operator: &'a Operator,
        service: Service,
        state: State,
        bought: &LinePurchases<'a>,
    ) -> Result<Guide<'a>, AskError> {
        let LinePurchases { dues, ends, has_line } = *bought;
        let mut situation =
            Situation { state, ends, number: self.number, ..Situation::new(service, dues, has_line) };
        let is_known = |channel| is_known(channel, service, self.facts, operator);
        let open: Vec<Channel> =
            situation.channels().into_iter().filter(|&channel| is_known(channel)).collect();
        let usual = open.iter().find(|channel| self.payment.is_none_or(|payment| channel.takes(payment)));
        let seller = operator.seller_name(service);
        let Some(&first) = open.first() else {
            return Err(AskError::nothing(Error::new("seller-ways-unknown").with("seller", seller)));
        };
        situation.channel = self.channel.or(usual.copied()).unwrap_or(first);
        situation.payment = self.payment.unwrap_or(situation.channel.usual_payment());
        situation.check(is_known).map_err(AskError::usage)?;
        if !is_known(situation.channel) {
            let error = Error::new("channel-unknown").with("channel", situation.channel.word());
            let error = error.with("seller", seller).with("ways", situation.ways_on(&open));
            return Err(AskError::nothing(error));
        }
        Ok(steps(self.facts, operator, &situation))
    }
}

/// Reads the number of a line as it is written in the country, in digits only: blanks, dots and hyphens are left out, and
/// the code of the country becomes a 0. With a sign before it, or with blanks, digits change their order in Arabic text.
pub fn phone_number(text: &str, facts: &Facts) -> Result<String, AskError> {
    const DIGITS: std::ops::RangeInclusive<usize> = 9..=12;
    let compact: String = text.chars().filter(|c| !" .-".contains(*c)).collect();
    let code = facts.country_code();
    let international = compact.strip_prefix('+').or(compact.strip_prefix("00"));
    let national = match international {
        Some(number) => number.strip_prefix(code).map(|rest| format!("0{rest}")),
        None => Some(compact.clone()),
    };
    let is_number =
        |number: &String| number.bytes().all(|byte| byte.is_ascii_digit()) && DIGITS.contains(&number.len());
    national.filter(is_number).ok_or_else(|| {
        let error = Error::new("number-form").with("value", text).with("code", code);
        let error = error.with("min", *DIGITS.start() as u64).with("max", *DIGITS.end() as u64);
        AskError::option("--number", error)
    })
}

/// The purchases of a stay in their order, and until when they last together.
pub struct PurchasesByLine<'p> {
    /// The purchases of each line, in the order of their first ones.
    lines: Vec<Vec<Due<'p>>>,
    ends: Option<When>,
    /// Whether they are one plan that the user named.
    is_named: bool,
}

impl<'p> PurchasesByLine<'p> {
    /// Nothing is bought.
    pub const NONE: Self = Self { lines: Vec::new(), ends: None, is_named: false };

    /// The purchases of an offer, each with its time.
    pub fn of_offer(offer: &'p Offer, question: &Question, calendar: &Calendar) -> Result<Self, AskError> {
        let schedule = Schedule::new(&offer.basket, &question.need, question.initial.as_ref())
            .map_err(AskError::usage)?;
        let mut purchases = Self::NONE;
        for purchase in schedule.purchases.iter().filter(|purchase| purchase.is_needed) {
            let plan = purchase.item.plan.as_ref();
            let ends = calendar.when(purchase.ends, &question.need).map_err(of_from)?;
            let serves_data = matches!(purchase.purpose, Some(Use::Data | Use::Both))
                && plan.allowance != Some(Allowance::Unlimited);
            purchases.add(Due {
                plan,
                starts: Some(calendar.when(purchase.starts, &question.need).map_err(of_from)?),
                data_ends: serves_data.then_some(ends),
            });
        }
        if !purchases.lines.is_empty() {
            purchases.ends = Some(calendar.when(schedule.ends, &question.need).map_err(of_from)?);
        }
        Ok(purchases)
    }

    /// One purchase of a plan on the first day. It has no time without that day, or without a validity in whole days.
    pub fn of_plan(plan: &'p Plan, calendar: &Calendar) -> Result<Self, AskError> {
        let mut due = Due { plan, starts: None, data_ends: None };
        let mut ends = None;
        let days = plan.validity.and_then(Validity::days).filter(|_| !matches!(calendar, Calendar::Days));
        if let Some(days) = days {
            // Any need over the validity will do: only its start and end are used.
            let stay = Stay::from_days(u64::from(days)).map_err(of_from)?;
            let need = Need::new(stay, DataVolume::from_kb(1), 0).map_err(of_from)?;
            due.starts = Some(calendar.when(Span::ZERO, &need).map_err(of_from)?);
            ends = Some(calendar.when(need.whole_stay(), &need).map_err(of_from)?);
        }
        Ok(Self { lines: vec![vec![due]], ends, is_named: true })
    }

    fn add(&mut self, due: Due<'p>) {
        match self.lines.iter_mut().find(|dues| dues[0].plan.line == due.plan.line) {
            Some(dues) => dues.push(due),
            None => self.lines.push(vec![due]),
        }
    }

    /// The guide of each line. If there are several lines, a way that works for some of them is taken for those, and the
    /// others have their usual one.
    pub fn guides<'a>(
        &'a self,
        wishes: &GuideWishes<'a>,
        sellers: &'a KnownSellers<'a>,
    ) -> Result<Vec<Guide<'a>>, AskError> {
        if let (Some(channel), Some(payment), true) = (wishes.channel, wishes.payment, self.lines.is_empty())
        {
            channel.check_payment(payment, Channel::ALL).map_err(AskError::usage)?;
        }
        let guides: Vec<_> = self.lines.iter().map(|dues| self.guide(dues, wishes, sellers)).collect();
        if guides.len() < 2 || guides.iter().all(Result::is_err) {
            return guides.into_iter().collect();
        }
        let usual = GuideWishes { channel: None, payment: None, ..*wishes };
        let guides = guides.into_iter().zip(&self.lines);
        guides.map(|(guide, dues)| guide.or_else(|_| self.guide(dues, &usual, sellers))).collect()
    }

    fn guide<'a>(
        &'a self,
        dues: &'a [Due<'p>],
        wishes: &GuideWishes<'a>,
        sellers: &'a KnownSellers<'a>,
    ) -> Result<Guide<'a>, AskError> {
        let plan = dues[0].plan;
        let operator = sellers.of_plan(plan);
        // A plan by itself is bought on the SIM that the user has.
        let is_own = wishes.have_sims.is_empty() || wishes.have_sims.contains(&plan.line);
        let state = if is_own { wishes.state } else { State::Active };
        // Who names a monthly plan has it: its bill is paid.
        let has_line = wishes.have_sims.contains(&plan.line) || self.is_named && plan.is_contract();
        let bought = LinePurchases { dues, ends: self.ends.as_ref(), has_line };
        wishes.guide(operator, Service::from_plan(plan, Some(operator)), state, &bought)
    }
}

fn of_from(error: Error) -> AskError {
    AskError::option("--from", error)
}

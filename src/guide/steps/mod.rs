//! Chooses the lines of the guide that apply to a seller and a situation. Each file here writes one or two parts.

mod after;
mod before;
mod contract;
mod counter;
mod esim;
mod sim;
mod state;
mod ways;

use super::facts::{Facts, Operator};
use super::lines::{Arg, GuideLine, LineWriter};
use super::situation::{Channel, Service, Situation};
use crate::domain::plan::Plan;
use crate::domain::word::words;

words! {
    /// A part of the guide, under a heading of its own.
    Part {
        /// How a line that does not work comes back.
        State = "state",
        /// When to buy which plan.
        Dates = "dates",
        /// How to get the SIM, and to see that it works.
        Sim = "sim",
        /// What a monthly plan asks for, beside its price.
        Contract = "contract",
        /// What to know and to have before renewing.
        Checklist = "checklist",
        /// The steps of the renewal, in their order.
        Steps = "steps",
        /// What to say or show at the counter.
        Say = "say",
        /// How to check that it worked.
        Check = "check",
        /// What to do if it did not.
        Trouble = "trouble",
    }
}

/// The guide for one seller and situation.
#[derive(Clone, Debug)]
pub struct Guide<'f> {
    /// The operator, or another seller of which nothing is known.
    pub operator: &'f Operator,
    /// What it is written for.
    pub situation: Situation<'f>,
    /// Its parts in their order; none of them is empty.
    pub parts: Vec<(Part, Vec<GuideLine<'f>>)>,
}

/// Whether anything is known about renewing on this channel at an operator.
pub fn is_known(channel: Channel, service: Service, facts: &Facts, operator: &Operator) -> bool {
    match (channel, service) {
        (Channel::Phone, Service::Prepaid) => {
            LineWriter::new(facts, Some(operator)).known("data_pass_by_phone").is_some()
        }
        // No source says that a shop takes money for a digital brand.
        (Channel::Shop, Service::DigitalBrand) => false,
        _ => true,
    }
}

/// The guide for a seller in a situation.
pub fn steps<'f>(facts: &'f Facts, operator: &'f Operator, situation: &Situation<'f>) -> Guide<'f> {
    let parts: [(Part, Write<'f>); 9] = [
        (Part::State, Writer::state),
        (Part::Dates, Writer::dates),
        (Part::Sim, Writer::first_sim),
        (Part::Contract, Writer::contract),
        (Part::Checklist, Writer::checklist),
        (Part::Steps, Writer::ways),
        (Part::Say, Writer::say),
        (Part::Check, Writer::check),
        (Part::Trouble, Writer::trouble),
    ];
    let written = parts.iter().map(|(part, write)| {
        let mut writer =
            Writer { out: LineWriter::new(facts, Some(operator)), operator, situation: *situation };
        write(&mut writer);
        (*part, writer.out.lines)
    });
    Guide { operator, situation: *situation, parts: written.filter(|(_, lines)| !lines.is_empty()).collect() }
}

/// A function that writes one part.
type Write<'f> = fn(&mut Writer<'f>);

/// Writes the lines of one part.
struct Writer<'f> {
    out: LineWriter<'f>,
    operator: &'f Operator,
    situation: Situation<'f>,
}

impl Writer<'_> {
    /// Whether it is bought at a counter: a shop, or a shop that sells scratch cards.
    fn is_at_counter(&self) -> bool {
        matches!(self.situation.channel, Channel::Shop | Channel::Scratch)
    }

    fn is_brand(&self) -> bool {
        self.situation.service == Service::DigitalBrand
    }

    fn is_travel_esim(&self) -> bool {
        self.situation.service == Service::TravelEsim
    }

    /// The digits of the star to recharge with for a plan; those of data if no plan is named.
    fn star_of(&self, plan: Option<&Plan>) -> String {
        let code = plan.and_then(Plan::star_code);
        code.map_or(self.out.data_star(), |code| code.trim_start_matches('*')).to_owned()
    }

    /// The digits of the star of the plan that is bought again.
    fn star(&self) -> String {
        self.star_of(self.situation.plan())
    }

    /// Whether the plan is bought with a star code.
    fn by_star(&self) -> bool {
        self.situation.plan().is_none_or(|plan| plan.star_code().is_some())
    }

    /// 1 if the star of a plan is that of data: sentences then say “Internet”. Else 0.
    fn is_data(&self, plan: Option<&Plan>) -> Arg {
        let has_star = plan.is_none_or(|named| named.star_code().is_some());
        Arg::Count(u64::from(has_star && self.star_of(plan) == self.out.data_star()))
    }

    /// The price of the plan that is bought again.
    fn amount(&self) -> Arg {
        self.situation.plan().map_or(Arg::Unsaid, |plan| plan.price.into())
    }

    /// The number of the line as the user gave it, else a mark for where it belongs.
    fn number(&self) -> Arg {
        Arg::term(self.situation.number.unwrap_or(counter::GAP))
    }
}

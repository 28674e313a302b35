//! A situation: where somebody renews, what they pay with, the state of their line, and the plan.

use super::facts::Operator;
use crate::domain::error::Error;
use crate::domain::plan::{Kind, Plan};
use crate::domain::schedule::When;
use crate::domain::word::words;

words! {
    /// Where the renewal is bought.
    Channel {
        /// The operator's app or site.
        Online = "online",
        /// A point of sale: shop, kiosk, street stall.
        Shop = "shop",
        /// A scratch card.
        Scratch = "scratch",
        /// A call to the operator, paid from the call credit of the line.
        Phone = "phone",
        /// A reseller, from outside the country.
        Abroad = "abroad",
    }
}

words! {
    /// What it is paid with.
    Payment {
        /// A bank card.
        Card = "card",
        /// An e-wallet.
        Wallet = "wallet",
        /// Dirhams in cash.
        Cash = "cash",
        /// The call credit of the line.
        Credit = "credit",
    }
}

words! {
    /// The state of the line.
    State {
        /// It works.
        Active = "active",
        /// The operator has suspended it.
        Suspended = "suspended",
        /// Something is owed on it.
        Arrears = "arrears",
        /// No ID is registered for its SIM.
        Unidentified = "unidentified",
    }
}

words! {
    /// How a line is kept going.
    Service {
        /// It is recharged.
        Prepaid = "prepaid",
        /// Its monthly bill is paid.
        Monthly = "monthly",
        /// It is an operator's digital brand, run from a site.
        DigitalBrand = "digital-brand",
    }
}

/// One purchase at its time.
#[derive(Clone, Debug)]
pub struct Due<'a> {
    /// What is bought.
    pub plan: &'a Plan,
    /// When it begins.
    pub starts: When,
    /// When it ends.
    pub ends: When,
}

/// Somebody who wants to renew.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// Where.
    pub channel: Channel,
    /// With what.
    pub payment: Payment,
    /// What state the line is in.
    pub state: State,
    /// How the line is kept going.
    pub service: Service,
    /// What is bought, where that is known.
    pub plan: Option<&'a Plan>,
    /// All purchases of the stay at their times, where the need is known.
    pub dues: &'a [Due<'a>],
}

impl Service {
    /// How a plan is kept going.
    pub fn of(plan: &Plan, operator: Option<&Operator>) -> Self {
        let is_brand =
            |operator: &Operator| operator.digital_brand.line.as_deref() == Some(plan.line.as_str());
        match plan.kind {
            _ if operator.is_some_and(is_brand) => Self::DigitalBrand,
            Kind::Contract => Self::Monthly,
            _ => Self::Prepaid,
        }
    }

    /// Where it is kept going, unless something else is said.
    pub fn usual_channel(self) -> Channel {
        match self {
            Self::Prepaid | Self::Monthly => Channel::Shop,
            Self::DigitalBrand => Channel::Online,
        }
    }

    /// Whether it is billed, not recharged.
    pub fn is_billed(self) -> bool {
        self != Self::Prepaid
    }
}

impl Channel {
    /// What is paid with on this channel, unless something else is said.
    pub fn usual_payment(self) -> Payment {
        match self {
            Self::Online | Self::Abroad => Payment::Card,
            Self::Shop | Self::Scratch => Payment::Cash,
            Self::Phone => Payment::Credit,
        }
    }
}

impl Situation<'_> {
    /// Whether this can be done at all.
    ///
    /// # Errors
    /// `combination-senseless-…`, with what does not go together.
    pub fn check(&self) -> Result<(), Error> {
        match (self.channel, self.payment) {
            (Channel::Online, Payment::Cash) => Err(Error::new("combination-senseless-cash-online")),
            (Channel::Abroad, Payment::Cash | Payment::Wallet) => {
                Err(Error::new("combination-senseless-abroad"))
            }
            (Channel::Phone, Payment::Card | Payment::Wallet | Payment::Cash) => {
                Err(Error::new("combination-senseless-phone"))
            }
            (Channel::Online | Channel::Shop | Channel::Scratch | Channel::Abroad, Payment::Credit) => {
                Err(Error::new("combination-senseless-credit"))
            }
            _ if self.plan.is_some_and(Plan::is_sim) => {
                let sim = self.plan.map(|plan| plan.id.as_str().to_owned());
                Err(Error::new("combination-senseless-sim").with("plan", sim))
            }
            (Channel::Phone | Channel::Abroad, _) if self.service.is_billed() => {
                Err(Error::new("combination-senseless-bill-elsewhere"))
            }
            (Channel::Scratch, _) if self.service.is_billed() => {
                Err(Error::new("combination-senseless-scratch-bill"))
            }
            (Channel::Scratch, _) => match self.plan {
                Some(plan) if plan.star_code().is_none() => {
                    Err(Error::new("combination-senseless-scratch-plan").with("plan", plan.id.as_str()))
                }
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }
}

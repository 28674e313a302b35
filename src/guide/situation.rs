//! A situation: where somebody renews, what they pay with, the state of their line, and the plan.

use crate::domain::figure::Fault;
use crate::domain::plan::{Kind, Plan};
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

/// Somebody who wants to renew.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// Where.
    pub channel: Channel,
    /// With what.
    pub payment: Payment,
    /// What state the line is in.
    pub state: State,
    /// What is bought, where that is known.
    pub plan: Option<&'a Plan>,
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
    /// Whether the plan is a monthly one, of which the bill is paid.
    pub fn is_billed(&self) -> bool {
        self.plan.is_some_and(|plan| plan.kind == Kind::Contract)
    }

    /// Whether this can be done at all.
    ///
    /// # Errors
    /// `combination-senseless-…`, with what does not go together.
    pub fn check(&self) -> Result<(), Fault> {
        match (self.channel, self.payment) {
            (Channel::Online, Payment::Cash) => Err(Fault::new("combination-senseless-cash-online")),
            (Channel::Abroad, Payment::Cash | Payment::Wallet) => {
                Err(Fault::new("combination-senseless-abroad"))
            }
            (Channel::Phone, Payment::Card | Payment::Wallet | Payment::Cash) => {
                Err(Fault::new("combination-senseless-phone"))
            }
            (Channel::Online | Channel::Shop | Channel::Scratch | Channel::Abroad, Payment::Credit) => {
                Err(Fault::new("combination-senseless-credit"))
            }
            (Channel::Phone | Channel::Abroad, _) if self.is_billed() => {
                Err(Fault::new("combination-senseless-bill-elsewhere"))
            }
            (Channel::Scratch, _) if self.is_billed() => {
                Err(Fault::new("combination-senseless-scratch-bill"))
            }
            (Channel::Scratch, _) => match self.plan {
                Some(plan) if plan.star_code().is_none() => {
                    Err(Fault::new("combination-senseless-scratch-plan")
                        .with("plan", plan.id.as_str())
                        .with("buy", plan.buy.clone()))
                }
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }
}

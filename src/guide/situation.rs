//! The situation of a renewal: where it is bought, how it is paid, the state of the line, and the plan.

use super::facts::Operator;
use crate::domain::calendar::When;
use crate::domain::error::Error;
use crate::domain::plan::{Kind, Plan};
use crate::domain::word::words;

words! {
    /// Where the renewal is bought.
    Channel {
        /// The operator's app or site.
        Online = "online",
        /// A point of sale: a shop, a kiosk or a street stall.
        Shop = "shop",
        /// A scratch card, bought at a point of sale.
        Scratch = "scratch",
        /// A call to the operator, paid from the call credit of the line.
        Phone = "phone",
        /// A reseller, from outside the country.
        Abroad = "abroad",
    }
}

words! {
    /// How a renewal is paid.
    Payment {
        /// A bank card, of Morocco or of another country.
        Card = "card",
        /// An e-wallet on the phone.
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
        /// The line works.
        Active = "active",
        /// The operator has suspended the line.
        Suspended = "suspended",
        /// The line has an unpaid debt.
        Arrears = "arrears",
        /// The SIM is not registered with an ID.
        Unidentified = "unidentified",
    }
}

words! {
    /// How a line is renewed.
    Service {
    /// It is recharged when its data or validity ends.
        Prepaid = "prepaid",
        /// A bill is paid every month.
        Monthly = "monthly",
        /// It belongs to a digital brand and is managed on its site.
        DigitalBrand = "digital-brand",
    }
}

/// A purchase of a stay, and when it serves.
#[derive(Clone, Debug)]
pub struct Due<'a> {
    /// The plan that is bought.
    pub plan: &'a Plan,
    /// When it is bought and begins to serve.
    pub starts: When,
    /// When the need has used up its data or its validity ends. `None` without a need, and if it serves only calls.
    pub data_ends: Option<When>,
}

/// A renewal: how, on which line, and what is bought.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// Where it is bought.
    pub channel: Channel,
    /// How it is paid.
    pub payment: Payment,
    /// The state of the line, as the user reports it.
    pub state: State,
    /// How the line is renewed.
    pub service: Service,
    /// The plan to buy; `None` if the user named neither a plan nor a need.
    pub plan: Option<&'a Plan>,
    /// All purchases of the stay in their order; empty if neither a need nor a date is known.
    pub dues: &'a [Due<'a>],
    /// Until when the purchases last together.
    pub ends: Option<&'a When>,
}

impl Service {
    /// How a plan is renewed; `operator` is its seller, if the guide knows that.
    pub fn from_plan(plan: &Plan, operator: Option<&Operator>) -> Self {
        let brand_line = operator.and_then(|operator| operator.digital_brand.line.as_deref());
        match plan.kind {
            _ if brand_line == Some(plan.line.as_str()) => Self::DigitalBrand,
            Kind::Contract => Self::Monthly,
            _ => Self::Prepaid,
        }
    }

    /// The channel that is assumed if the user names none.
    pub fn usual_channel(self) -> Channel {
        match self {
            Self::Prepaid | Self::Monthly => Channel::Shop,
            Self::DigitalBrand => Channel::Online,
        }
    }

    /// Whether the line gets bills instead of recharges.
    pub fn is_billed(self) -> bool {
        self != Self::Prepaid
    }
}

impl Channel {
    /// The payment that is assumed on this channel if the user names none.
    pub fn usual_payment(self) -> Payment {
        match self {
            Self::Online | Self::Abroad => Payment::Card,
            Self::Shop | Self::Scratch => Payment::Cash,
            Self::Phone => Payment::Credit,
        }
    }

    /// Checks that something can be paid this way on this channel.
    ///
    /// # Errors
    /// `combination-senseless-…`, named after what does not go together.
    pub fn check_payment(self, payment: Payment) -> Result<(), Error> {
        match (self, payment) {
            (Self::Online, Payment::Cash) => Err(Error::new("combination-senseless-cash-online")),
            (Self::Abroad, Payment::Cash | Payment::Wallet) => {
                Err(Error::new("combination-senseless-abroad"))
            }
            (Self::Phone, Payment::Card | Payment::Wallet | Payment::Cash) => {
                Err(Error::new("combination-senseless-phone"))
            }
            (Self::Online | Self::Shop | Self::Scratch | Self::Abroad, Payment::Credit) => {
                Err(Error::new("combination-senseless-credit"))
            }
            _ => Ok(()),
        }
    }
}

impl Situation<'_> {
    /// Checks that the channel, the payment and the plan go together.
    ///
    /// # Errors
    /// `combination-senseless-…`, named after what does not go together.
    pub fn check(&self) -> Result<(), Error> {
        self.channel.check_payment(self.payment)?;
        match self.channel {
            _ if self.plan.is_some_and(Plan::is_sim) => {
                let sim = self.plan.map(|plan| plan.id.as_str().to_owned());
                Err(Error::new("combination-senseless-sim").with("plan", sim))
            }
            Channel::Phone | Channel::Abroad if self.service.is_billed() => {
                Err(Error::new("combination-senseless-bill-elsewhere"))
            }
            Channel::Scratch if self.service.is_billed() => {
                Err(Error::new("combination-senseless-scratch-bill"))
            }
            Channel::Scratch => match self.plan {
                Some(plan) if plan.star_code().is_none() => {
                    Err(Error::new("combination-senseless-scratch-plan").with("plan", plan.id.as_str()))
                }
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }
}

//! The situation of a renewal: where it is bought, how it is paid, the state of the line, and the plan.

use super::facts::Operator;
use crate::domain::calendar::When;
use crate::domain::error::Error;
use crate::domain::plan::{Kind, Plan, Sold};
use crate::domain::word::{Word, words};

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
        /// It is a travel eSIM, sold and topped up in the seller's own app or site.
        TravelEsim = "travel-esim",
    }
}

/// A purchase of a stay, and when it serves.
#[derive(Clone, Debug)]
pub struct Due<'a> {
    /// The plan that is bought.
    pub plan: &'a Plan,
    /// When it is bought and begins to serve; `None` if the user named the plan without a day.
    pub starts: Option<When>,
    /// When the need has used up its data or its validity ends. `None` without a need, if it serves only calls, and for
    /// unlimited data, which is never used up.
    pub data_ends: Option<When>,
}

/// A renewal at one seller: how, on which line, and what is bought.
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
    /// The purchases at this seller in their order; empty if the user named neither a plan nor a need.
    pub dues: &'a [Due<'a>],
    /// Until when the purchases last together.
    pub ends: Option<&'a When>,
    /// The number of the line; `None` if the user did not give it.
    pub number: Option<&'a str>,
    /// Whether the user has the line already. Without purchases, that is what the guide is about.
    pub has_line: bool,
}

impl Operator {
    /// Its name as the seller of a service: that of its digital brand, or its own.
    pub fn seller_name(&self, service: Service) -> &str {
        match service {
            Service::DigitalBrand => &self.digital_brand.name,
            Service::Prepaid | Service::Monthly | Service::TravelEsim => &self.name,
        }
    }
}

impl Service {
    /// How a plan is renewed; `operator` is its seller, if the guide knows that.
    pub fn from_plan(plan: &Plan, operator: Option<&Operator>) -> Self {
        let brand_line = operator.and_then(|operator| operator.digital_brand.line.as_deref());
        match plan.kind {
            _ if brand_line == Some(plan.line.as_str()) => Self::DigitalBrand,
            Kind::Contract => Self::Monthly,
            Kind::Esim => Self::TravelEsim,
            Kind::Sim | Kind::Pass | Kind::Tourist => Self::Prepaid,
        }
    }

    /// Whether the line gets bills instead of recharges.
    pub fn is_billed(self) -> bool {
        matches!(self, Self::Monthly | Self::DigitalBrand)
    }

    /// The channels that lines of this service are renewed on, the usual one first.
    pub fn channels(self) -> &'static [Channel] {
        match self {
            Self::Prepaid => {
                &[Channel::Shop, Channel::Online, Channel::Scratch, Channel::Phone, Channel::Abroad]
            }
            Self::Monthly => &[Channel::Shop, Channel::Online],
            Self::DigitalBrand => &[Channel::Online, Channel::Shop],
            Self::TravelEsim => &[Channel::Online, Channel::Abroad],
        }
    }
}

impl Channel {
    /// What can be paid with on this channel, the usual way first.
    pub fn payments(self) -> &'static [Payment] {
        match self {
            Self::Online => &[Payment::Card, Payment::Wallet],
            Self::Abroad => &[Payment::Card],
            Self::Shop | Self::Scratch => &[Payment::Cash, Payment::Card, Payment::Wallet],
            Self::Phone => &[Payment::Credit],
        }
    }

    /// The payment that is assumed on this channel if the user names none.
    pub fn usual_payment(self) -> Payment {
        self.payments()[0]
    }

    /// Whether something can be paid this way on this channel.
    pub fn takes(self, payment: Payment) -> bool {
        self.payments().contains(&payment)
    }

    /// Checks that something can be paid this way on this channel. The error names what works instead on the `open`
    /// channels.
    ///
    /// # Errors
    /// `payment-not-on-channel` with the ways that work.
    pub fn check_payment(self, payment: Payment, open: &[Self]) -> Result<(), Error> {
        if self.takes(payment) {
            return Ok(());
        }
        let here = self.payments().iter().map(|&other| (self, other)).filter(|_| open.contains(&self));
        let elsewhere = open.iter().filter(|channel| channel.takes(payment));
        let mut working: Vec<_> = here.chain(elsewhere.map(|&channel| (channel, payment))).collect();
        if working.is_empty() {
            working = open.iter().map(|&channel| (channel, channel.usual_payment())).collect();
        }
        let error = Error::new("payment-not-on-channel").with("channel", self.word());
        Err(error.with("pay", payment.word()).with("ways", ways(working)))
    }
}

/// Ways to renew as a user types them: "`--channel shop --pay cash`, `--channel online --pay card`".
pub fn ways(ways: impl IntoIterator<Item = (Channel, Payment)>) -> String {
    let texts = ways
        .into_iter()
        .map(|(channel, payment)| format!("`--channel {} --pay {}`", channel.word(), payment.word()));
    texts.collect::<Vec<_>>().join(", ")
}

/// Whether a purchase opens a line: a SIM, or a tourist offer that comes in a form of its own.
fn opens_line(plan: &Plan) -> bool {
    plan.is_sim() || plan.kind == Kind::Tourist && plan.known_form().is_some()
}

impl<'a> Situation<'a> {
    /// The purchases on a line that works, bought in a shop with cash. `has_line` says whether the user has the line.
    pub fn new(service: Service, dues: &'a [Due<'a>], has_line: bool) -> Self {
        Self {
            channel: Channel::Shop,
            payment: Payment::Cash,
            state: State::Active,
            service,
            dues,
            ends: None,
            number: None,
            has_line,
        }
    }

    /// The plan that is bought again and again: the first one that does not open the line.
    pub fn plan(&self) -> Option<&'a Plan> {
        self.dues.iter().map(|due| due.plan).find(|plan| !opens_line(plan))
    }

    /// The purchase that opens the line: a SIM, or a tourist offer that comes in a form of its own.
    pub fn opener(&self) -> Option<&'a Plan> {
        self.dues.iter().map(|due| due.plan).find(|plan| opens_line(plan))
    }

    /// Whether the opener is bought online: it is sold only there, or that is where the user buys.
    pub fn opens_online(&self) -> bool {
        self.opener().is_some_and(|opener| match opener.sold {
            Some(Sold::Online | Sold::Abroad) => true,
            Some(Sold::Both) => self.channel == Channel::Online,
            Some(Sold::Shop) | None => false,
        })
    }

    /// Whether the line is new, so that it has no number, no balance and no state yet. A tourist offer comes with a SIM
    /// or is bought with one.
    pub fn is_new_line(&self) -> bool {
        let is_for_tourists = self.plan().is_some_and(|plan| plan.kind == Kind::Tourist);
        !self.has_line && (self.opener().is_some() || is_for_tourists || self.service.is_billed())
    }

    /// Whether what is bought again is bought with a recharge and a star.
    fn is_recharged(&self) -> bool {
        self.plan().is_none_or(|plan| plan.star_code().is_some())
    }

    /// Whether a SIM is all that is bought.
    pub fn is_sim_only(&self) -> bool {
        self.opener().is_some() && self.plan().is_none()
    }

    /// The channels on which all of this can be bought, the usual one first.
    pub fn channels(&self) -> Vec<Channel> {
        let channels = self.service.channels().iter().copied();
        channels.filter(|&channel| self.sells_on(channel)).collect()
    }

    fn sells_on(&self, channel: Channel) -> bool {
        match channel {
            // A SIM has to work before it is topped up from abroad or by phone.
            Channel::Phone => self.dues.iter().all(|due| due.plan.star_code().is_some()),
            Channel::Abroad if self.service == Service::TravelEsim => true,
            Channel::Abroad => self.opener().is_none() && self.is_recharged(),
            Channel::Scratch => !self.is_sim_only() && self.is_recharged(),
            Channel::Shop => {
                let main = self.plan().or(self.opener());
                main.is_none_or(|plan| !matches!(plan.sold, Some(Sold::Online | Sold::Abroad)))
            }
            Channel::Online => {
                !self.is_sim_only() || self.opener().is_none_or(|sim| sim.sold != Some(Sold::Shop))
            }
        }
    }

    /// Checks that the channel, the payment and what is bought go together. `is_known` says on which channels the guide
    /// knows a way; the error names what works instead, and each of these ways does.
    ///
    /// # Errors
    /// `channel-not-for-plan`, `channel-not-for-service`, `payment-not-on-channel`, all with the ways that work.
    pub fn check(&self, is_known: impl Fn(Channel) -> bool) -> Result<(), Error> {
        let channels = self.channels();
        let open: Vec<Channel> = channels.iter().copied().filter(|&channel| is_known(channel)).collect();
        if channels.contains(&self.channel) {
            return self.channel.check_payment(self.payment, &open);
        }
        let error = match self.plan().or(self.opener()) {
            Some(plan) => Error::new("channel-not-for-plan").with("plan", plan.id.as_str()),
            None => Error::new("channel-not-for-service").with("service", self.service.word()),
        };
        Err(error.with("channel", self.channel.word()).with("ways", self.ways_on(&open)))
    }

    /// These channels, each with the payment that was asked for if it takes that, else with its usual one.
    pub fn ways_on(&self, channels: &[Channel]) -> String {
        ways(channels.iter().map(|&channel| {
            let payment = if channel.takes(self.payment) { self.payment } else { channel.usual_payment() };
            (channel, payment)
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::Channel::{Abroad, Online, Phone, Scratch, Shop};
    use super::*;
    use crate::domain::testing::plan;

    fn due(plan: &Plan) -> Due<'_> {
        Due { plan, starts: None, data_ends: None }
    }

    #[test]
    fn what_is_bought_decides_where() {
        #[track_caller]
        fn check(plans: &[Plan], service: Service, expected: &[Channel]) {
            let dues: Vec<Due<'_>> = plans.iter().map(due).collect();
            assert_eq!(Situation::new(service, &dues, false).channels(), expected);
        }
        let pass = Plan { buy: Some("*3".into()), ..Plan::clone(&plan("a pass 5 1GB 7d")) };
        let sim = Plan { sold: Some(Sold::Shop), ..Plan::clone(&plan("s sim 5")) };
        let tourist = Plan { kind: Kind::Tourist, sold: Some(Sold::Online), buy: None, ..pass.clone() };
        let esim = Plan { kind: Kind::Esim, sold: Some(Sold::Abroad), ..tourist.clone() };
        check(&[], Service::Prepaid, &[Shop, Online, Scratch, Phone, Abroad]);
        check(std::slice::from_ref(&pass), Service::Prepaid, &[Shop, Online, Scratch, Phone, Abroad]);
        check(&[sim.clone(), pass], Service::Prepaid, &[Shop, Online, Scratch]);
        check(&[sim], Service::Prepaid, &[Shop]);
        check(&[tourist], Service::Prepaid, &[Online]);
        check(&[esim], Service::TravelEsim, &[Online, Abroad]);
        check(&[], Service::Monthly, &[Shop, Online]);
        check(&[], Service::DigitalBrand, &[Online, Shop]);
    }

    #[test]
    fn a_refused_payment_names_what_works() {
        let open = [Channel::Shop, Channel::Online];
        let error = Channel::Online.check_payment(Payment::Cash, &open).unwrap_err();
        let expected =
            "`--channel online --pay card`, `--channel online --pay wallet`, `--channel shop --pay cash`";
        assert_eq!(error.figure("ways").unwrap().to_string(), expected);
    }
}

//! When to buy what, and the checklist before it.

use super::Writer;
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::guide::lines::{Arg, Args, Included, part_of};
use crate::guide::situation::{Channel, Due, Payment, State};

impl Writer<'_> {
    /// Every purchase, with its day if that is known. Bills are counted: they are all the same.
    pub(super) fn dates(&mut self) {
        let dues = self.situation.dues;
        let Some(Due { plan: first, starts: Some(starts), .. }) = dues.first() else { return };
        if self.situation.service.is_billed() {
            let args = vec![
                ("count", Arg::Count(dues.len() as u64)),
                ("price", first.price.into()),
                ("when", Arg::When(starts.clone())),
            ];
            self.out.of_plan("dates-bills", args, first);
        } else {
            for Due { plan, starts, .. } in dues {
                let mut args = plan_args(plan);
                args.push(("when", starts.clone().map_or(Arg::Unsaid, Arg::When)));
                self.out.of_plan("dates-item", args, plan);
            }
        }
        if let Some(ends) = self.situation.ends {
            self.out.line("dates-end", vec![("when", Arg::When(ends.clone()))], &[]);
        }
    }

    pub(super) fn checklist(&mut self) {
        if self.is_travel_esim() {
            self.esim_checklist();
            return;
        }
        if self.situation.is_sim_only() {
            return;
        }
        let is_new = self.situation.is_new_line();
        let is_abroad = self.situation.channel == Channel::Abroad;
        if self.situation.state == State::Active && !is_new {
            // From abroad nothing comes through without roaming.
            if !is_abroad {
                self.out.advice("before-active");
            }
            if !self.situation.service.is_billed() {
                self.out.fact("before-registered", "unidentified_sim_cut");
            }
        }
        self.plan();
        // A line that is new or does not work shows no balance, and its number only once it works.
        if self.situation.state == State::Active && !is_new {
            self.what_is_left();
        }
        self.payment();
        if !is_abroad && self.situation.channel != Channel::Phone && !self.situation.service.is_billed() {
            self.doubled();
        }
        if self.situation.channel == Channel::Shop && !is_new {
            self.out.fact("before-id", "id_for_travellers");
        }
    }

    /// Says that passes are often doubled, unless the amount is too small for that.
    fn doubled(&mut self) {
        let plan = self.situation.plan();
        let Some((_, value)) = self.out.known("doubled_passes") else { return };
        let least = part_of(value, "from_dh").first().cloned().unwrap_or_default();
        let price = plan.and_then(|plan| plan.price);
        let is_less = price
            .is_some_and(|price| Money::parse(&least, price.currency()).is_ok_and(|least| price < least));
        if self.is_data(plan) == Arg::Count(1) && !is_less {
            self.out.fact("before-doubled", "doubled_passes");
        }
    }

    /// Says what is bought and what it costs.
    fn plan(&mut self) {
        let is_billed = self.situation.service.is_billed();
        let Some(plan) = self.situation.plan() else {
            if is_billed {
                self.out.advice("before-bill-any");
            } else {
                let star = Arg::term(self.out.data_star());
                self.out.line("before-plan-any", vec![("star", star)], &[]);
            }
            return;
        };
        let mut args = plan_args(plan);
        args.push(("seen", plan.verified_on.map(|date| Arg::Date(date.to_string())).into()));
        let key = match is_billed {
            true if self.situation.has_line => "before-bill",
            true => "before-subscribe",
            false => "before-plan",
        };
        self.out.of_plan(key, args, plan);
    }

    /// Says how to see the balance and the own number. The codes for the balance are for prepaid lines, and no code
    /// works without the network of the country.
    fn what_is_left(&mut self) {
        if self.situation.service.is_billed() {
            self.out.advice("before-left-in-app");
        } else if self.situation.channel == Channel::Abroad {
            self.out.advice("before-left-abroad");
            return;
        } else {
            self.out.fact_or("before-balance", "balance_ussd", "before-balance-unknown");
            self.out.fact("before-balance-voice", "balance_voice");
            self.out.fact("before-balance-other", "balance_other");
        }
        self.out.fact_or("before-own-number", "own_number_code", "before-own-number-unknown");
    }

    pub(super) fn payment(&mut self) {
        let is_brand = self.is_brand();
        let is_online = self.situation.channel == Channel::Online;
        match self.situation.payment {
            Payment::Card => {
                self.out.advice("before-card");
                if self.is_at_counter() {
                    self.out.advice("before-card-in-shop");
                } else if is_online && !is_brand {
                    self.foreign_card();
                }
            }
            Payment::Wallet if is_brand && self.out.known("brand_payment").is_none() => {
                self.out.advice("before-brand-wallet-unknown");
            }
            Payment::Wallet => {
                self.out.fact_or("before-wallet", "wallet", "before-wallet-unknown");
                self.out.fact("before-wallet-code", "wallet_code");
                let unknown = "before-wallet-visitor-unknown";
                self.out.fact_or("before-wallet-visitor", "wallet_for_visitors", unknown);
            }
            Payment::Cash => {}
            Payment::Credit => self.out.line("before-credit", vec![("amount", self.amount())], &[]),
        }
        self.cash();
    }

    /// Says whether a foreign card is taken, and what to do if not: pay in a shop, if one sells this, or use another card.
    fn foreign_card(&mut self) {
        if !self.situation.channels().contains(&Channel::Shop) {
            let unknown = "before-foreign-card-online-unknown";
            self.out.fact_or("before-foreign-card-online", "foreign_card_recharge", unknown);
            return;
        }
        let unknown = "before-foreign-card-unknown";
        self.out.fact_or("before-foreign-card", "foreign_card_recharge", unknown);
        if !self.situation.service.is_billed() && !self.situation.is_sim_only() && self.by_star() {
            self.foreign_card_elsewhere();
        }
    }

    /// Says who takes a foreign card, and that this costs more.
    fn foreign_card_elsewhere(&mut self) {
        let resellers = self.out.known("top_up_from_abroad");
        let dearer = self.out.known("top_up_from_abroad_dearer");
        if let (Some((fact, value)), Some((dearer, _))) = (resellers, dearer) {
            let args = vec![("value", Arg::Terms(value.texts()))];
            self.out.line("before-foreign-card-elsewhere", args, &[fact, dearer]);
        }
    }

    /// A card or a wallet may be refused at a counter, so cash is needed as well.
    pub(super) fn cash(&mut self) {
        if self.is_at_counter() {
            self.out.line("before-cash", vec![("amount", self.amount_today())], &[]);
        }
    }

    /// What has to be paid at the counter on the first day: the SIM, unless it is bought online, the first purchases,
    /// and the fee of a new monthly plan.
    fn amount_today(&self) -> Arg {
        let dues = self.situation.dues;
        let first_day = dues.first().map(day_of);
        let opener = self.situation.opener().filter(|_| self.situation.opens_online());
        let at_counter = dues.iter().take_while(|due| Some(day_of(due)) == first_day);
        let mut sum: Option<Money> = None;
        for plan in at_counter
            .map(|due| due.plan)
            .filter(|plan| Some(plan.id.as_str()) != opener.map(|sim| sim.id.as_str()))
        {
            let Some(price) = plan.price else { return Arg::Unknown };
            let fee = plan.setup_fee.filter(|_| !self.situation.has_line);
            let amounts = [Some(price), fee].into_iter().flatten();
            for amount in amounts {
                let Ok(total) = sum.map_or(Ok(amount), |sum| sum.checked_add(amount)) else {
                    return Arg::Unknown;
                };
                sum = Some(total);
            }
            if plan.is_contract() && plan.setup_fee.is_none() && !self.situation.has_line {
                return Arg::Unknown;
            }
        }
        sum.map_or_else(|| self.amount(), Arg::Money)
    }
}

/// The day of a purchase; `None` if it is not known.
fn day_of(due: &Due<'_>) -> Option<u64> {
    due.starts.as_ref().map(|starts| starts.day)
}

/// What one purchase of a plan costs and includes. A SIM that only opens the line includes nothing.
pub(super) fn plan_args(plan: &Plan) -> Args<'_> {
    let star = plan.star_code().map(|code| code.trim_start_matches('*'));
    let included = Included {
        data: plan.allowance,
        data_per: plan.data_per,
        minutes: plan.minutes,
        validity: plan.validity,
    };
    let is_empty = plan.is_sim() && !plan.carries_data() && plan.minutes.is_none();
    vec![
        ("plan", Arg::term(&*plan.name)),
        ("price", plan.price.into()),
        ("star", star.map_or(Arg::Unsaid, Arg::term)),
        ("includes", if is_empty { Arg::Unsaid } else { Arg::Includes(included) }),
    ]
}

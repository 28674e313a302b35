//! When to buy what, and the checklist before it.

use super::Writer;
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::guide::lines::{Arg, Args, Included};
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
        if self.situation.state == State::Active && self.situation.opener().is_none() {
            // From abroad nothing comes through without roaming.
            if self.situation.channel != Channel::Abroad {
                self.out.advice("before-active");
            }
            if !self.situation.service.is_billed() {
                self.out.fact("before-registered", "unidentified_sim_cut");
            }
        }
        self.plan();
        // A new SIM has no balance, and its number is shown only once it works.
        if self.situation.opener().is_none() {
            self.what_is_left();
        }
        self.payment();
        let by_recharge = !matches!(self.situation.channel, Channel::Abroad | Channel::Phone);
        if by_recharge
            && !self.situation.service.is_billed()
            && self.is_data(self.situation.plan()) == Arg::Count(1)
        {
            self.out.fact("before-doubled", "doubled_passes");
        }
        if self.situation.channel == Channel::Shop && self.situation.opener().is_none() {
            self.out.fact("before-id", "id_for_travellers");
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
        self.out.of_plan(if is_billed { "before-bill" } else { "before-plan" }, args, plan);
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

    fn payment(&mut self) {
        let is_brand = self.is_brand();
        let is_online = self.situation.channel == Channel::Online;
        match self.situation.payment {
            Payment::Card => {
                self.out.advice("before-card");
                if self.is_at_counter() {
                    self.out.advice("before-card-in-shop");
                } else if is_online && !is_brand {
                    let unknown = "before-foreign-card-unknown";
                    self.out.fact_or("before-foreign-card", "foreign_card_recharge", unknown);
                    if !self.situation.service.is_billed() {
                        self.foreign_card_elsewhere();
                    }
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

    /// What has to be paid on the first day, including the SIM.
    fn amount_today(&self) -> Arg {
        let dues = self.situation.dues;
        let first_day = dues.first().map(day_of);
        let today = dues.iter().take_while(|due| Some(day_of(due)) == first_day);
        let prices: Option<Vec<Money>> = today.map(|due| due.plan.price).collect();
        match prices.as_deref() {
            Some([]) => self.amount(),
            Some([first, rest @ ..]) => {
                rest.iter().try_fold(*first, |sum, &price| sum.checked_add(price)).ok().into()
            }
            None => Arg::Unknown,
        }
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

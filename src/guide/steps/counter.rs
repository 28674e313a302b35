//! What to say or show at a counter without French or Arabic: a sentence for each amount.

use super::Writer;
use crate::domain::plan::Plan;
use crate::guide::lines::{Arg, Args};
use crate::guide::situation::{Channel, Payment};

impl<'f> Writer<'f> {
    pub(super) fn say(&mut self) {
        if !self.is_at_counter() || self.situation.is_sim_only() || self.is_travel_esim() {
            return;
        }
        if self.situation.service.is_billed() && self.situation.has_line {
            let number = self.number();
            let args = vec![("gaps", gaps(&[&number])), ("number", number)];
            self.sentences(
                ["say-bill-french", "say-bill-darija", "say-bill-arabic", "say-bill-meaning"],
                &args,
            );
            return;
        }
        if let Some(plan) = self.situation.plan().filter(|plan| plan.star_code().is_none()) {
            let args = vec![("plan", Arg::term(&*plan.name)), ("amount", bare_amount(plan))];
            self.sentences(
                ["say-plan-french", "say-plan-darija", "say-plan-arabic", "say-plan-meaning"],
                &args,
            );
            return;
        }
        let plans = self.recharged();
        let has_several = plans.len() > 1;
        for plan in plans {
            if has_several && let Some(plan) = plan {
                let args = vec![("plan", Arg::term(&*plan.name)), ("price", plan.price.into())];
                self.out.of_plan("say-for", args, plan);
            }
            self.say_recharge(plan);
        }
    }

    /// The sentences for a recharge, or for a card to recharge with.
    fn say_recharge(&mut self, plan: Option<&'f Plan>) {
        let amount = plan.map_or_else(|| Arg::term(GAP), bare_amount);
        if self.situation.channel == Channel::Scratch {
            let args = vec![("amount", amount), ("operator", Arg::term(self.operator.spoken.as_str()))];
            self.sentences(
                ["say-card-french", "say-card-darija", "say-card-arabic", "say-card-meaning"],
                &args,
            );
            return;
        }
        let number = self.number();
        let args = vec![
            ("gaps", gaps(&[&amount, &number])),
            ("amount", amount),
            ("star", Arg::term(self.star_of(plan))),
            ("data", self.is_data(plan)),
            ("number", number),
        ];
        self.sentences(["say-french", "say-darija", "say-arabic", "say-meaning"], &args);
    }

    fn sentences(&mut self, keys: [&'static str; 4], args: &Args<'f>) {
        for key in keys {
            self.out.line(key, args.clone(), &[]);
        }
    }

    /// The plans that are bought with a recharge, each amount and star once; `None` stands for any plan. Empty if the
    /// plans are bought in other ways.
    pub(super) fn recharged(&self) -> Vec<Option<&'f Plan>> {
        let mut plans: Vec<Option<&Plan>> = Vec::new();
        for plan in self.situation.dues.iter().map(|due| due.plan) {
            let is_new = plans.iter().flatten().all(|known| !is_same_recharge(known, plan));
            if plan.star_code().is_some() && is_new {
                plans.push(Some(plan));
            }
        }
        if plans.is_empty() && self.situation.plan().is_none() {
            plans.push(None);
        }
        plans
    }

    pub(super) fn pay_in_shop(&mut self) {
        match self.situation.payment {
            Payment::Cash => self.out.advice("shop-pay-cash"),
            Payment::Card | Payment::Credit => self.out.advice("shop-pay-card"),
            Payment::Wallet => self.out.fact_or("shop-pay-wallet", "wallet", "shop-pay-wallet-unknown"),
        }
    }
}

/// The mark for a value that the user fills in.
pub(super) const GAP: &str = "…";

/// The price as a number of dirhams, as it is spoken in French: `12,50`. A gap if it is not known or in another currency.
pub(super) fn bare_amount(plan: &Plan) -> Arg {
    let price = plan.price.filter(|price| price.currency().code() == "MAD");
    price.map_or_else(|| Arg::term(GAP), |price| Arg::term(price.as_written().replace('.', ",")))
}

/// 1 if one of the values is a gap, else 0.
fn gaps(values: &[&Arg]) -> Arg {
    Arg::Count(u64::from(values.iter().any(|value| **value == Arg::term(GAP))))
}

fn is_same_recharge(a: &Plan, b: &Plan) -> bool {
    a.price == b.price && a.star_code() == b.star_code()
}

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
        if self.situation.service.is_billed() {
            self.sentences(
                ["say-bill-french", "say-bill-darija", "say-bill-arabic", "say-bill-meaning"],
                None,
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
            self.sentences(
                match self.situation.channel {
                    Channel::Scratch => {
                        ["say-card-french", "say-card-darija", "say-card-arabic", "say-card-meaning"]
                    }
                    _ => ["say-french", "say-darija", "say-arabic", "say-meaning"],
                },
                plan,
            );
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

    fn sentences(&mut self, keys: [&'static str; 4], plan: Option<&'f Plan>) {
        for key in keys {
            let args = self.counter_args(plan);
            self.out.line(key, args, &[]);
        }
    }

    /// What is said for a plan: the amount as a bare number (`…` if it is not known), the star, and the number.
    fn counter_args(&self, plan: Option<&'f Plan>) -> Args<'f> {
        let price = plan.and_then(|plan| plan.price);
        vec![
            ("amount", price.map_or_else(|| Arg::term("…"), |price| Arg::term(price.as_written()))),
            ("star", Arg::term(self.star_of(plan))),
            ("data", self.is_data(plan)),
            ("operator", Arg::term(self.operator.spoken.as_str())),
            ("number", self.number()),
        ]
    }

    pub(super) fn pay_in_shop(&mut self) {
        match self.situation.payment {
            Payment::Cash => self.out.advice("shop-pay-cash"),
            Payment::Card | Payment::Credit => self.out.advice("shop-pay-card"),
            Payment::Wallet => self.out.fact_or("shop-pay-wallet", "wallet", "shop-pay-wallet-unknown"),
        }
    }
}

fn is_same_recharge(a: &Plan, b: &Plan) -> bool {
    a.price == b.price && a.star_code() == b.star_code()
}

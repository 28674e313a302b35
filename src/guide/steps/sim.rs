//! Getting the first SIM: where, with which paper, what is said, and the first test. Balance codes and the own number
//! come last, because they need a SIM that works.

use super::Writer;
use super::before::plan_args;
use super::counter::bare_amount;
use crate::domain::plan::{Allowance, Form, Plan, Sold};
use crate::guide::lines::Arg;

impl Writer<'_> {
    pub(super) fn first_sim(&mut self) {
        let Some(sim) = self.situation.opener().filter(|_| !self.is_travel_esim()) else { return };
        let form = sim.known_form();
        let is_online = self.situation.opens_online();
        self.out.of_plan("sim-buy", plan_args(sim), sim);
        match form {
            Some(Form::Esim) => self.out.advice("sim-esim-phone"),
            Some(Form::Both) => self.out.advice("sim-form-choice"),
            Some(Form::Sim) | None => {}
        }
        self.sim_where(sim);
        self.out.fact("sim-document", "id_for_travellers");
        if self.situation.is_sim_only() {
            self.payment();
        }
        if is_online {
            self.pay_online();
        } else {
            self.out.fact("sim-registered", "sim_registration");
            self.out.advice("sim-not-active");
            self.sim_say(sim, form);
        }
        self.out.advice(match form {
            Some(Form::Esim) => "sim-install",
            Some(Form::Both) => "sim-insert-or-install",
            Some(Form::Sim) | None => "sim-insert",
        });
        self.out.advice(if is_online { "sim-test-online" } else { "sim-test" });
        self.out.advice(match form {
            _ if is_online => "sim-papers-online",
            Some(Form::Esim) => "sim-papers-esim",
            _ => "sim-papers",
        });
        let unknown =
            if form == Some(Form::Esim) { "sim-own-number-unknown-esim" } else { "sim-own-number-unknown" };
        self.out.fact_or("sim-own-number", "own_number_code", unknown);
        if self.situation.is_sim_only() && sim.allowance != Some(Allowance::Unlimited) {
            self.out.fact("sim-balance", "balance_ussd");
        }
    }

    fn sim_where(&mut self, sim: &Plan) {
        let key = match sim.sold {
            _ if self.situation.opens_online() => "sim-where-online",
            Some(Sold::Both) => "sim-where-both",
            Some(Sold::Shop | Sold::Online | Sold::Abroad) | None => "sim-where-shop",
        };
        let buy = sim.buy.as_deref().map_or(Arg::Unsaid, |buy| Arg::Quote(buy.to_owned()));
        let args = vec![("buy", buy), ("operator", Arg::term(self.operator.spoken.as_str()))];
        self.out.of_plan(key, args, sim);
        if !self.situation.opens_online() {
            self.out.fact("sim-airport", "airport_stands");
        }
    }

    /// What is said at the counter for the card or the profile.
    fn sim_say(&mut self, sim: &Plan, form: Option<Form>) {
        let is_esim = Arg::Count(u64::from(form == Some(Form::Esim)));
        for key in ["sim-say-french", "sim-say-darija", "sim-say-arabic", "sim-say-meaning"] {
            let args = vec![
                ("operator", Arg::term(self.operator.spoken.as_str())),
                ("esim", is_esim.clone()),
                ("amount", bare_amount(sim)),
            ];
            self.out.line(key, args, &[]);
        }
    }
}

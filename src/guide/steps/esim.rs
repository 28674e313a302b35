//! Travel eSIMs of sellers that the guide does not know: what is the same at all of them.

use super::Writer;
use super::before::plan_args;
use crate::guide::lines::Arg;

impl Writer<'_> {
    pub(super) fn esim_checklist(&mut self) {
        self.out.advice("esim-unlocked");
        self.out.advice("esim-capable");
        if let Some(plan) = self.situation.plan() {
            let mut args = plan_args(plan);
            args.push(("seen", plan.verified_on.map(|date| Arg::Date(date.to_string())).into()));
            self.out.of_plan("before-plan", args, plan);
        }
        self.out.advice("esim-card");
    }

    pub(super) fn esim_steps(&mut self) {
        self.out.line("esim-buy", vec![("seller", Arg::term(self.operator.name.as_str()))], &[]);
        self.out.advice("esim-when");
        self.out.advice("esim-install");
        self.out.advice("esim-label");
        self.out.advice("esim-roaming");
        self.out.advice("esim-home-sim");
        let key = if self.situation.dues.len() > 1 { "esim-top-up" } else { "esim-top-up-if-needed" };
        self.out.line(key, vec![("seller", Arg::term(self.operator.name.as_str()))], &[]);
    }

    pub(super) fn esim_trouble(&mut self) {
        self.out.advice("esim-trouble-line");
        self.out.advice("trouble-restart");
        for key in ["esim-trouble-apn", "esim-care"] {
            self.out.line(key, vec![("seller", Arg::term(self.operator.name.as_str()))], &[]);
        }
    }
}

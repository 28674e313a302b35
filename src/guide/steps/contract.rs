//! What a monthly plan asks for beside its price: papers, fees, billing days and notice, and what is not known of them.

use super::Writer;
use crate::domain::plan::Audience;
use crate::guide::lines::Arg;
use crate::guide::situation::State;

impl Writer<'_> {
    pub(super) fn contract(&mut self) {
        if !self.situation.service.is_billed() {
            return;
        }
        // A line with a debt was signed for long ago.
        if self.situation.state == State::Active {
            self.contract_papers();
            self.contract_fee();
        }
        if self.is_brand() {
            self.out.fact_or("before-brand-cycle", "brand_billing_cycle", "contract-cycle-unknown");
        } else {
            self.out.fact_or("before-bill-cycle", "billing_cycle", "contract-cycle-unknown");
            self.out.fact("before-bill-first", "first_bill");
        }
        // The operator's terms may not be those of its digital brand.
        let is_known = !self.is_brand() && self.out.fact("contract-notice", "contract_fees");
        if !is_known {
            self.out.advice("contract-notice-unknown");
        }
        if self.is_brand() {
            self.out.fact_or("before-contract", "brand_terms", "contract-terms-unknown");
        } else {
            self.out.fact_or("before-contract", "contract_terms", "contract-terms-unknown");
            self.out.fact("fair-use", "unlimited_fair_use");
        }
    }

    fn contract_papers(&mut self) {
        if !self.is_brand() {
            self.out.fact("contract-papers-asked", "contract_papers");
        }
        let audience = self.situation.plan().map(|plan| plan.audience);
        if audience == Some(Audience::Resident) {
            self.out.advice("contract-papers-resident");
        } else if self.is_brand() {
            self.out.advice("contract-papers-unknown");
        } else {
            self.out.fact_or("contract-papers", "contract_id_traveller", "contract-papers-unknown");
        }
    }

    /// The fee of the plan itself, else what the operator says of all its plans.
    fn contract_fee(&mut self) {
        let plan = self.situation.plan().and_then(|plan| Some((plan, plan.setup_fee?)));
        match plan {
            Some((plan, fee)) if fee.is_zero() => self.out.of_plan("contract-fee-none", Vec::new(), plan),
            Some((plan, fee)) => self.out.of_plan("contract-fee", vec![("fee", Arg::Money(fee))], plan),
            None if self.is_brand() => self.out.advice("contract-fee-unknown"),
            None => self.out.fact_or("contract-fee-months", "contract_fees", "contract-fee-unknown"),
        }
    }
}

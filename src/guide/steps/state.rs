//! A line that does not work: the way back comes before everything else.

use super::Writer;
use crate::guide::lines::Arg;
use crate::guide::situation::{Channel, Service, State};

impl Writer<'_> {
    pub(super) fn state(&mut self) {
        match self.situation.state {
            State::Active => {}
            _ if self.is_travel_esim() => {
                self.nothing_left();
                self.out.line("esim-care", vec![("seller", Arg::term(self.operator.name.as_str()))], &[]);
            }
            State::Suspended => self.suspended(),
            State::Arrears if self.situation.service.is_billed() => {
                // The steps say where to pay.
                self.out.advice("before-arrears-bill");
                self.way_back();
            }
            State::Arrears => self.prepaid_arrears(),
            State::Unidentified => self.unidentified(),
        }
    }

    fn suspended(&mut self) {
        self.nothing_left();
        if self.situation.channel == Channel::Abroad {
            self.out.advice("state-suspended-abroad");
        } else {
            self.out.advice("before-suspended");
            self.out.fact("before-suspended-where", "suspended_line");
        }
        self.way_back();
    }

    /// A prepaid line has no bills: what is owed is an advance, which the next recharge pays back.
    fn prepaid_arrears(&mut self) {
        self.nothing_left();
        self.out.advice("state-arrears-prepaid");
        self.out.fact_or("state-arrears-advance", "advance", "state-arrears-unknown");
        self.out.advice("state-arrears-more");
        self.way_back();
    }

    fn unidentified(&mut self) {
        self.nothing_left();
        if self.situation.channel == Channel::Abroad {
            self.out.advice("state-unidentified-abroad");
        } else {
            self.out.advice("before-unidentified");
            self.out.fact("before-unidentified-id", "id_for_travellers");
        }
        let has_page = self.out.fact("identify-page", "identify_page");
        let has_app = self.out.fact("identify-in-app", "identify_in_app");
        if self.situation.channel == Channel::Abroad && !has_page && !has_app {
            self.out.advice("state-unidentified-abroad-unknown");
        }
        self.out.fact("before-unidentified-cut", "unidentified_sim_cut");
        self.way_back();
    }

    /// Bills are not paid from what is left on the SIM.
    fn nothing_left(&mut self) {
        if !self.situation.service.is_billed() {
            self.out.advice("state-nothing-left");
        }
    }

    fn way_back(&mut self) {
        if self.situation.channel == Channel::Abroad {
            self.care_abroad();
        } else {
            self.care();
        }
    }

    /// Says whom to call without the network of the country.
    pub(super) fn care_abroad(&mut self) {
        let mut is_known = self.out.fact("care-from-abroad", "care_from_abroad");
        is_known |= self.out.fact("care-whatsapp", "care_whatsapp");
        is_known |= self.out.fact("trouble-care-abroad", "care_head_office_phone");
        if !is_known {
            self.out.facts_together("care-abroad-unknown", &[("app", "app"), ("website", "website")]);
        }
    }

    /// Says whom to call. A digital brand has customer care of its own, or it is not known whether the operator's
    /// serves it; monthly plans may have numbers of their own.
    pub(super) fn care(&mut self) {
        let brand = self.is_brand();
        if brand && self.out.fact("care-brand", "brand_care") {
            return;
        }
        if self.situation.service == Service::Monthly && self.out.fact("care-contract", "care_contract") {
            return;
        }
        match self.out.known("care_short_number") {
            Some((fact, value)) if brand => {
                let args = vec![
                    ("operator", Arg::term(self.operator.name.as_str())),
                    ("value", Arg::Terms(value.texts())),
                    ("brand", Arg::term(self.operator.digital_brand.name.as_str())),
                ];
                self.out.line("care-of-operator", args, &[fact]);
            }
            _ => self.out.care(),
        }
    }
}

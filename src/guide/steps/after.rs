//! How to check that a renewal worked, and what to do if it did not.

use super::Writer;
use crate::guide::lines::{Arg, part_of};
use crate::guide::situation::Channel;

impl Writer<'_> {
    pub(super) fn check(&mut self) {
        if self.situation.service.is_billed() {
            self.out.advice("check-bill");
            self.out.advice("check-page");
            self.out.advice("check-next-bill");
            return;
        }
        if self.is_travel_esim() {
            self.out.advice("check-page");
            self.out.advice("check-end-date");
            self.data_end();
            return;
        }
        if self.situation.channel == Channel::Abroad {
            self.out.advice("check-receipt-abroad");
            self.out.advice("check-balance-abroad");
            self.out.advice("check-end-date");
            return;
        }
        if self.situation.is_sim_only() {
            self.out.advice("check-page");
        } else {
            self.out.advice("check-sms");
            self.out.fact_or("check-balance", "balance_ussd", "check-balance-unknown");
            self.out.advice("check-page");
        }
        self.out.advice("check-end-date");
        self.data_end();
        self.out.fact("check-border", "border_warning");
    }

    /// Says when the data of the first purchase is used up, unless it never is.
    fn data_end(&mut self) {
        if let Some(end) = self.situation.dues.iter().find_map(|due| due.data_ends.as_ref()) {
            let key = if self.is_travel_esim() { "check-data-end-esim" } else { "check-data-end" };
            self.out.line(key, vec![("end", Arg::When(end.clone()))], &[]);
        }
    }

    pub(super) fn trouble(&mut self) {
        let channel = self.situation.channel;
        if self.is_travel_esim() {
            self.esim_trouble();
            return;
        }
        if channel == Channel::Abroad {
            self.out.fact("trouble-wait-abroad", "effective_time_from_abroad");
            self.out.advice("trouble-refused-abroad");
            self.care_abroad();
            return;
        }
        let is_billed = self.situation.service.is_billed();
        if !self.situation.is_sim_only() {
            self.wait(channel);
        }
        self.out.advice("trouble-restart");
        if !self.situation.is_sim_only() {
            self.out.advice(match channel {
                Channel::Online if self.is_brand() => "trouble-refused-online",
                Channel::Online | Channel::Abroad => "trouble-refused",
                Channel::Shop => "trouble-receipt",
                Channel::Scratch => "trouble-card",
                Channel::Phone => "trouble-phone",
            });
            let by_recharge = matches!(channel, Channel::Shop | Channel::Scratch);
            if by_recharge && self.by_star() && !is_billed {
                self.out.line("trouble-credit", vec![("star", Arg::term(self.star()))], &[]);
            }
            if channel == Channel::Scratch {
                self.out.fact("trouble-blocked", "recharge_blocked");
            }
        }
        self.access_point();
        self.care();
        self.out.fact("trouble-care-language", "care_language");
        self.out.fact("trouble-care-channels", "care_channels");
    }

    fn wait(&mut self, channel: Channel) {
        match channel {
            Channel::Online => self.out.part("trouble-wait", "effective_time", "online"),
            Channel::Shop | Channel::Scratch => self.out.part("trouble-wait", "effective_time", "shop"),
            Channel::Abroad | Channel::Phone => false,
        };
    }

    fn access_point(&mut self) {
        let is_billed = self.situation.service.is_billed();
        let Some((fact, value)) = self.out.known("apn") else { return };
        let apn =
            [part_of(value, if is_billed { "postpaid" } else { "prepaid" }), part_of(value, "internet")];
        let key = if is_billed { "trouble-apn-bill" } else { "trouble-apn" };
        self.out.line(key, vec![("apn", Arg::Terms(apn.concat()))], &[fact]);
        let login = [part_of(value, "user"), part_of(value, "password")];
        if let [[user], [password]] = login.each_ref().map(Vec::as_slice) {
            let args = vec![("user", Arg::term(user)), ("password", Arg::term(password))];
            self.out.line("trouble-apn-login", args, &[fact]);
        }
    }
}

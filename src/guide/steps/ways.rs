//! The steps of each way to renew: online, at a counter, with a scratch card, by phone, or from abroad. Monthly plans
//! and digital brands are not recharged and have steps of their own.

use super::Writer;
use crate::domain::plan::Plan;
use crate::guide::lines::{Arg, part_of};
use crate::guide::situation::{Channel, Payment, Service};

impl Writer<'_> {
    pub(super) fn ways(&mut self) {
        match self.situation.service {
            Service::Prepaid if self.situation.is_sim_only() => {}
            Service::Prepaid => match self.situation.channel {
                Channel::Online => self.online(),
                Channel::Shop => self.shop(),
                Channel::Scratch => self.scratch(),
                Channel::Phone => self.phone(),
                Channel::Abroad => self.abroad(),
            },
            Service::Monthly | Service::DigitalBrand if self.situation.is_new_line() => self.subscribe(),
            Service::Monthly => self.bill(),
            Service::DigitalBrand => self.brand(),
            Service::TravelEsim => self.esim_steps(),
        }
    }

    fn online(&mut self) {
        if let Some(plan) = self.situation.plan().filter(|_| !self.by_star()) {
            self.sold_elsewhere(plan, "online-where-sold");
            self.pay_online();
            self.out.line("online-check-order", vec![("data", Arg::Count(0))], &[]);
            self.out.advice("online-confirm");
            return;
        }
        self.out.facts_together("online-open", &[("app", "app"), ("website", "website")]);
        self.account();
        self.out.fact("online-menu", "recharge_menu");
        self.out.fact("online-page", "recharge_pages");
        self.star_line("online-choose");
        self.out.fact("online-cashback", "online_cashback");
        self.out.fact("online-ways", "recharge_online");
        self.pay_online();
        self.out.line("online-check-order", vec![("data", self.is_data(self.situation.plan()))], &[]);
        self.out.advice("online-confirm");
        self.other_amounts();
    }

    /// The account in the app or on the site. A new SIM has none yet.
    fn account(&mut self) {
        self.out.advice("online-create-account");
        if self.situation.opener().is_none() {
            self.out.advice("online-sign-in");
        }
    }

    /// Says that later purchases differ from the first one.
    fn other_amounts(&mut self) {
        if self.recharged().len() > 1 {
            self.out.advice("other-amounts");
        }
    }

    pub(super) fn pay_online(&mut self) {
        match self.situation.payment {
            Payment::Wallet => self.out.fact_or("online-pay-wallet", "wallet", "online-pay-wallet-unknown"),
            Payment::Card | Payment::Cash | Payment::Credit => {
                self.out.advice("online-pay-card");
                self.out.advice("online-tie-card");
            }
        }
    }

    fn shop(&mut self) {
        if let Some(plan) = self.situation.plan().filter(|_| !self.by_star()) {
            self.sold_elsewhere(plan, "shop-where-sold");
            self.star_line("shop-say");
            self.pay_in_shop();
            self.out.fact("shop-receipt", "receipt");
            self.out.advice("shop-wait-sms");
            return;
        }
        let has_sim = self.situation.opener().is_some() && !self.situation.opens_online();
        if has_sim {
            self.out.advice("shop-same-counter");
        }
        if !has_sim || self.has_later_purchases() {
            self.points_of_sale();
        }
        self.star_line("shop-say");
        self.out.advice("shop-show-number");
        self.out.fact("shop-touch", "smart_recharge");
        self.pay_in_shop();
        self.out.fact("shop-receipt", "receipt");
        self.out.advice("shop-wait-sms");
        self.other_amounts();
    }

    /// Says where a plan is sold that is not a recharge.
    fn sold_elsewhere(&mut self, plan: &Plan, key: &'static str) {
        let buy = plan.buy.as_deref().map(|buy| Arg::Quote(buy.to_owned()));
        let args = vec![("plan", Arg::term(&*plan.name)), ("buy", buy.into())];
        self.out.of_plan(key, args, plan);
    }

    /// Whether something is bought after the first day.
    fn has_later_purchases(&self) -> bool {
        let days = self.situation.dues.iter().filter_map(|due| due.starts.as_ref()).map(|starts| starts.day);
        days.clone().min() != days.max()
    }

    /// Where a recharge is bought.
    fn points_of_sale(&mut self) {
        self.out.fact_or("shop-go", "outlets", "shop-go-unknown");
        self.out.fact_or("shop-supermarkets", "supermarkets", "shop-supermarkets-unknown");
        self.out.fact("shop-go-outlets", "cash_outlets");
        self.out.fact("shop-least", "shop_recharge_min_dh");
        self.out.fact("shop-bank-machines", "recharge_bank");
        self.out.fact("shop-rural", "rural_recharge");
    }

    fn scratch(&mut self) {
        if !self.out.own("scratch-buy-values", "scratch_card_values_dh") {
            self.out.fact("scratch-buy", "scratch_card_values_dh");
        }
        if let Some(plan) = self.situation.plan() {
            self.out.of_plan("scratch-amount", vec![("amount", self.amount())], plan);
        }
        self.pay_in_shop();
        self.out.advice("scratch-open");
        let star = self.star();
        self.use_card(&star);
        self.out.line("scratch-star-matters", vec![("star", Arg::term(star))], &[]);
        self.out.advice("scratch-keep");
        self.other_amounts();
    }

    /// How the code of a scratch card is used with a star. The form of one star does not prove that of another.
    fn use_card(&mut self, star: &str) {
        let Some((fact, value)) = self.out.known("recharge_scratch_card") else {
            self.out.advice("scratch-send-unknown");
            return;
        };
        if part_of(value, "how") != ["dial"] {
            let args = vec![("number", Arg::Terms(part_of(value, "to"))), ("star", Arg::term(star))];
            self.out.line("scratch-send", args, &[fact]);
            if star == self.out.data_star() {
                self.out.part("scratch-example", "recharge_scratch_card", "example");
            }
            self.out.fact("scratch-language", "scratch_card_language");
            return;
        }
        match self.out.known("recharge_scratch_card_pass") {
            Some((_, pass)) if part_of(pass, "star") == [star] => {
                self.out.fact("scratch-dial-star", "recharge_scratch_card_pass");
            }
            _ => self.out.line("scratch-dial-star-unknown", vec![("star", Arg::term(star))], &[]),
        }
        self.out.part("scratch-dial-plain", "recharge_scratch_card", "code");
        self.out.fact("scratch-call", "recharge_scratch_card_call");
    }

    /// The steps by phone. The number may be meant for other lines of the operator than the user's.
    fn phone(&mut self) {
        self.out.fact("phone-call", "data_pass_by_phone");
        self.out.fact("phone-unproven", "data_pass_by_phone");
        self.out.advice("phone-choose");
    }

    fn abroad(&mut self) {
        self.out.fact_or("abroad-reseller", "top_up_from_abroad", "abroad-reseller-unknown");
        self.out.fact("abroad-own", "top_up_from_abroad_own");
        self.out.fact("abroad-dearer", "top_up_from_abroad_dearer");
        self.out.fact_or("abroad-sells", "top_up_from_abroad_sells", "abroad-data");
        self.out.fact("abroad-number", "country_code");
        self.out.line("abroad-amount", vec![("amount", self.amount())], &[]);
        self.out.advice("online-pay-card");
    }

    /// How to take a monthly plan on a line that the user does not have yet.
    fn subscribe(&mut self) {
        let Some(plan) = self.situation.plan() else { return };
        self.sold_elsewhere(plan, "subscribe-where");
        if self.situation.channel == Channel::Online {
            self.pay_online();
        } else {
            self.out.advice("subscribe-say");
            self.pay_in_shop();
        }
        self.out.advice("subscribe-sign");
        self.out.advice("sim-test-online");
        self.out.advice("subscribe-bills");
        if self.is_brand() {
            self.out.fact("brand-bill-where", "brand_bill_where");
        } else {
            self.bill_where("bill-where", "bill-where-unknown");
        }
    }

    /// How to pay the bill of a monthly plan.
    fn bill(&mut self) {
        self.out.advice("bill-not-recharge");
        if self.situation.channel == Channel::Online {
            self.bill_where("bill-where", "bill-where-unknown");
            self.account();
            self.out.advice("bill-open");
            self.out.fact("online-cashback", "online_cashback");
            self.pay_online();
        } else {
            self.bill_where("bill-where", "bill-where-unknown");
            self.out.advice("bill-say");
            self.pay_in_shop();
            self.out.fact("shop-receipt", "receipt");
        }
        self.out.advice("bill-confirm");
    }

    /// Says where bills are paid: on a site for the channel `online`, else at a counter.
    fn bill_where(&mut self, key: &'static str, unknown: &'static str) {
        if self.situation.channel == Channel::Online {
            self.out.fact_or(key, "bill_payment_online", unknown);
        } else if !self.out.fact(key, "bill_payment_places") {
            self.out.fact_or("bill-where-shop-unknown", "bill_payment_online", unknown);
        }
    }

    /// How to renew at a digital brand, on its site. It is not known what the operator's shops do for it.
    fn brand(&mut self) {
        let name = self.operator.digital_brand.name.as_str();
        self.out.line("brand-is", vec![("brand", Arg::term(name))], &[]);
        self.out.fact("brand-open", "brand_website");
        self.out.fact("brand-language", "brand_language");
        self.account();
        self.out.advice("brand-choose");
        self.out.fact("brand-bill-where", "brand_bill_where");
        if self.out.fact("brand-pay", "brand_payment") {
            self.pay_online();
        } else {
            self.out.advice("brand-pay-unknown");
        }
        self.out.advice("bill-confirm");
    }

    /// Writes a line that names the amount and the star to recharge with.
    fn star_line(&mut self, key: &'static str) {
        let facts: Vec<_> = self.out.known("star_codes").map(|(fact, _)| fact).into_iter().collect();
        let plan = self.situation.plan();
        let star = if self.by_star() { Arg::term(self.star()) } else { Arg::Unsaid };
        let name = plan.map_or(Arg::Unsaid, |plan| Arg::term(&*plan.name));
        let args =
            vec![("amount", self.amount()), ("star", star), ("plan", name), ("data", self.is_data(plan))];
        self.out.line(key, args, &facts);
    }
}

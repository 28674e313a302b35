//! The steps of each way to renew: online, at a counter, with a scratch card, by phone, or from abroad. Monthly plans
//! and digital brands are not recharged and have steps of their own.

use super::lines::{Arg, part_of};
use super::situation::{Channel, Payment, Service};
use super::steps::{DATA_STAR, Writer};

impl Writer<'_, '_> {
    pub(super) fn ways(&mut self) {
        match self.situation.service {
            Service::Prepaid => match self.situation.channel {
                Channel::Online => self.online(),
                Channel::Shop => self.shop(),
                Channel::Scratch => self.scratch(),
                Channel::Phone => self.phone(),
                Channel::Abroad => self.abroad(),
            },
            Service::Monthly => self.bill(),
            Service::DigitalBrand => self.brand(),
        }
    }

    fn online(&mut self) {
        self.tell.facts_together("online-open", &[("app", "app"), ("website", "website")]);
        self.tell.advice("online-sign-in");
        self.tell.fact("online-menu", "recharge_menu");
        self.tell.fact("online-page", "recharge_pages");
        self.star_line("online-choose");
        self.tell.fact("online-cashback", "online_cashback");
        self.pay_online();
        self.tell.filled("online-check-order", vec![("data", self.is_data())], &[]);
        self.tell.advice("online-confirm");
    }

    fn pay_online(&mut self) {
        match self.situation.payment {
            Payment::Wallet => self.tell.fact_or("online-pay-wallet", "wallet", "online-pay-wallet-unknown"),
            Payment::Card | Payment::Cash | Payment::Credit => self.tell.advice("online-pay-card"),
        }
    }

    fn shop(&mut self) {
        if let Some(plan) = self.situation.plan.filter(|_| !self.by_star()) {
            let buy = plan.buy.as_deref().map(Arg::term);
            self.tell.of_plan("shop-where-sold", vec![("buy", buy.into())], plan);
            self.star_line("shop-say");
            self.pay_in_shop();
            self.tell.fact("shop-receipt", "receipt");
            self.tell.advice("shop-wait-sms");
            return;
        }
        self.tell.fact_or("shop-go", "outlets", "shop-go-unknown");
        self.tell.advice("shop-supermarkets-unknown");
        self.tell.fact("shop-go-outlets", "cash_outlets");
        self.tell.fact("shop-rural", "rural_recharge");
        self.star_line("shop-say");
        self.tell.advice("shop-show-number");
        self.tell.fact("shop-touch", "smart_recharge");
        self.pay_in_shop();
        self.tell.fact("shop-receipt", "receipt");
        self.tell.advice("shop-wait-sms");
    }

    fn pay_in_shop(&mut self) {
        match self.situation.payment {
            Payment::Cash => self.tell.advice("shop-pay-cash"),
            Payment::Card | Payment::Credit => self.tell.advice("shop-pay-card"),
            Payment::Wallet => self.tell.fact_or("shop-pay-wallet", "wallet", "shop-pay-wallet-unknown"),
        }
    }

    fn scratch(&mut self) {
        self.tell.fact("scratch-buy", "scratch_card_values_dh");
        if let Some(plan) = self.situation.plan {
            self.tell.of_plan("scratch-amount", vec![("amount", self.amount())], plan);
        }
        self.pay_in_shop();
        self.tell.advice("scratch-open");
        let star = self.star();
        if let Some((fact, value)) = self.tell.known("recharge_scratch_card") {
            let args = vec![("number", Arg::Terms(part_of(value, "to"))), ("star", Arg::term(star.as_str()))];
            self.tell.filled("scratch-send", args, &[fact]);
            // The example in the facts is for data; there is none for another star.
            if star == DATA_STAR {
                self.tell.part("scratch-example", "recharge_scratch_card", "example");
            }
            self.tell.fact("scratch-language", "scratch_card_language");
        } else {
            self.tell.advice("scratch-send-unknown");
        }
        self.tell.filled("scratch-star-matters", vec![("star", Arg::term(star))], &[]);
        self.tell.advice("scratch-keep");
    }

    /// The steps by phone, if a number is known. It may be meant for other lines of the operator than the user's.
    fn phone(&mut self) {
        if self.tell.fact("phone-call", "data_pass_by_phone") {
            self.tell.advice("phone-unproven");
            self.tell.advice("phone-choose");
        } else {
            self.tell.advice("phone-unknown");
        }
    }

    fn abroad(&mut self) {
        self.tell.fact_or("abroad-reseller", "top_up_from_abroad", "abroad-reseller-unknown");
        self.tell.advice("abroad-number");
        self.tell.filled("abroad-amount", vec![("amount", self.amount())], &[]);
        self.tell.advice("online-pay-card");
        self.tell.fact("abroad-dearer", "top_up_from_abroad");
        self.tell.advice("abroad-data");
    }

    /// How to pay the bill of a monthly plan.
    fn bill(&mut self) {
        self.tell.advice("bill-not-recharge");
        if self.situation.channel == Channel::Online {
            self.bill_where("bill-where", "bill-where-unknown");
            self.tell.advice("online-sign-in");
            self.tell.advice("bill-open");
            self.tell.fact("online-cashback", "online_cashback");
            self.pay_online();
        } else {
            self.bill_where("bill-where", "bill-where-unknown");
            self.tell.advice("bill-say");
            self.pay_in_shop();
            self.tell.fact("shop-receipt", "receipt");
        }
        self.tell.advice("bill-confirm");
    }

    /// How to renew at a digital brand, on its site. It is not known what the operator's shops do for it.
    fn brand(&mut self) {
        let name = self.operator.digital_brand.name.as_str();
        self.tell.filled("brand-is", vec![("brand", Arg::term(name))], &[]);
        if self.situation.channel != Channel::Online {
            self.tell.filled("brand-shop-unknown", vec![("brand", Arg::term(name))], &[]);
            self.tell.advice("bill-say");
            self.pay_in_shop();
            self.tell.fact("shop-receipt", "receipt");
            self.tell.advice("bill-confirm");
            return;
        }
        self.tell.fact("brand-open", "brand_website");
        self.tell.fact("brand-language", "brand_language");
        self.tell.advice("online-sign-in");
        self.tell.advice("brand-choose");
        if self.tell.fact("brand-pay", "brand_payment") {
            self.pay_online();
        } else {
            self.tell.advice("brand-pay-unknown");
        }
        self.tell.advice("bill-confirm");
    }

    /// Writes a line that names the amount and the star to recharge with.
    fn star_line(&mut self, key: &'static str) {
        let facts: Vec<_> = self.tell.known("star_codes").map(|(fact, _)| fact).into_iter().collect();
        let star = match self.situation.plan {
            Some(plan) if plan.star_code().is_none() => Arg::Unsaid,
            _ => Arg::term(self.star()),
        };
        let plan = self.situation.plan.map_or(Arg::Unsaid, |plan| Arg::term(&*plan.name));
        let args = vec![("amount", self.amount()), ("star", star), ("plan", plan), ("data", self.is_data())];
        self.tell.filled(key, args, &facts);
    }
}

//! The steps of each way to renew: online, at a counter, with a scratch card, by phone, or from abroad. Monthly plans
//! and digital brands are not recharged and have steps of their own.

use super::lines::{Arg, part_of};
use super::situation::{Channel, Payment, Service};
use super::steps::Writer;

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
        self.out.facts_together("online-open", &[("app", "app"), ("website", "website")]);
        self.out.advice("online-sign-in");
        self.out.fact("online-menu", "recharge_menu");
        self.out.fact("online-page", "recharge_pages");
        self.star_line("online-choose");
        self.out.fact("online-cashback", "online_cashback");
        self.out.fact("online-ways", "recharge_online");
        self.pay_online();
        self.out.line("online-check-order", vec![("data", self.is_data())], &[]);
        self.out.advice("online-confirm");
    }

    fn pay_online(&mut self) {
        match self.situation.payment {
            Payment::Wallet => self.out.fact_or("online-pay-wallet", "wallet", "online-pay-wallet-unknown"),
            Payment::Card | Payment::Cash | Payment::Credit => self.out.advice("online-pay-card"),
        }
    }

    fn shop(&mut self) {
        if let Some(plan) = self.situation.plan.filter(|_| !self.by_star()) {
            let buy = plan.buy.as_deref().map(Arg::term);
            self.out.of_plan("shop-where-sold", vec![("buy", buy.into())], plan);
            self.star_line("shop-say");
            self.pay_in_shop();
            self.out.fact("shop-receipt", "receipt");
            self.out.advice("shop-wait-sms");
            return;
        }
        self.out.fact_or("shop-go", "outlets", "shop-go-unknown");
        self.out.fact_or("shop-supermarkets", "supermarkets", "shop-supermarkets-unknown");
        self.out.fact("shop-go-outlets", "cash_outlets");
        self.out.fact("shop-least", "shop_recharge_min_dh");
        self.out.fact("shop-bank-machines", "recharge_bank");
        self.out.fact("shop-rural", "rural_recharge");
        self.star_line("shop-say");
        self.out.advice("shop-show-number");
        self.out.fact("shop-touch", "smart_recharge");
        self.pay_in_shop();
        self.out.fact("shop-receipt", "receipt");
        self.out.advice("shop-wait-sms");
    }

    fn pay_in_shop(&mut self) {
        match self.situation.payment {
            Payment::Cash => self.out.advice("shop-pay-cash"),
            Payment::Card | Payment::Credit => self.out.advice("shop-pay-card"),
            Payment::Wallet => self.out.fact_or("shop-pay-wallet", "wallet", "shop-pay-wallet-unknown"),
        }
    }

    fn scratch(&mut self) {
        if !self.out.own("scratch-buy-values", "scratch_card_values_dh") {
            self.out.fact("scratch-buy", "scratch_card_values_dh");
        }
        if let Some(plan) = self.situation.plan {
            self.out.of_plan("scratch-amount", vec![("amount", self.amount())], plan);
        }
        self.pay_in_shop();
        self.out.advice("scratch-open");
        let star = self.star();
        self.use_card(&star);
        self.out.line("scratch-star-matters", vec![("star", Arg::term(star))], &[]);
        self.out.advice("scratch-keep");
    }

    /// How the code of a scratch card is used with a star. The form of one star is no proof of the form of another.
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

    /// The steps by phone, if a number is known. It may be meant for other lines of the operator than the user's.
    fn phone(&mut self) {
        if self.out.fact("phone-call", "data_pass_by_phone") {
            self.out.fact("phone-unproven", "data_pass_by_phone");
            self.out.advice("phone-choose");
        } else {
            self.out.advice("phone-unknown");
        }
    }

    fn abroad(&mut self) {
        self.out.fact_or("abroad-reseller", "top_up_from_abroad", "abroad-reseller-unknown");
        self.out.fact("abroad-own", "top_up_from_abroad_own");
        self.out.advice("abroad-number");
        self.out.line("abroad-amount", vec![("amount", self.amount())], &[]);
        self.out.advice("online-pay-card");
        self.out.fact("abroad-dearer", "top_up_from_abroad_dearer");
        self.out.fact_or("abroad-sells", "top_up_from_abroad_sells", "abroad-data");
    }

    /// How to pay the bill of a monthly plan.
    fn bill(&mut self) {
        self.out.advice("bill-not-recharge");
        if self.situation.channel == Channel::Online {
            self.bill_where("bill-where", "bill-where-unknown");
            self.out.advice("online-sign-in");
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

    /// How to renew at a digital brand, on its site. It is not known what the operator's shops do for it.
    fn brand(&mut self) {
        let name = self.operator.digital_brand.name.as_str();
        self.out.line("brand-is", vec![("brand", Arg::term(name))], &[]);
        if self.situation.channel != Channel::Online {
            self.out.line("brand-shop-unknown", vec![("brand", Arg::term(name))], &[]);
            self.out.advice("bill-say");
            self.pay_in_shop();
            self.out.fact("shop-receipt", "receipt");
            self.out.advice("bill-confirm");
            return;
        }
        self.out.fact("brand-open", "brand_website");
        self.out.fact("brand-language", "brand_language");
        self.out.advice("online-sign-in");
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
        let star = match self.situation.plan {
            Some(plan) if plan.star_code().is_none() => Arg::Unsaid,
            _ => Arg::term(self.star()),
        };
        let plan = self.situation.plan.map_or(Arg::Unsaid, |plan| Arg::term(&*plan.name));
        let args = vec![("amount", self.amount()), ("star", star), ("plan", plan), ("data", self.is_data())];
        self.out.line(key, args, &facts);
    }
}

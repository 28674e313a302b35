//! One row of the catalogue: what is sold, to whom, at which price, and how certain that is.

use super::error::Error;
use super::money::Money;
use super::number::whole;
use super::slug::{Slug, Text};
use super::time::{Validity, VerifiedOn, whole_number};
use super::volume::DataVolume;
use super::word::words;
use jiff::civil::Date;
use std::fmt;

/// A price older than this many days is stale.
pub const STALE_AFTER_DAYS: u64 = 180;

words! {
    /// What kind of product a plan is.
    Kind {
        /// A starter SIM, which opens a line.
        Sim = "sim",
        /// A pass that is bought with a recharge.
        Pass = "pass",
        /// A tourist offer, for visitors.
        Tourist = "tourist",
        /// A monthly plan that is billed.
        Contract = "contract",
        /// A travel eSIM.
        Esim = "esim",
    }
}

words! {
    /// Whether the allowance is for the whole validity or for each day of it.
    DataPer {
        /// The allowance is for the whole validity.
        Total = "total",
        /// The allowance is for each day of the validity.
        Day = "day",
    }
}

words! {
    /// The newest network generation that a plan may use. A newer generation is greater.
    Network {
        /// Third generation (UMTS).
        G3 = "3G",
        /// Fourth generation (LTE).
        G4 = "4G",
        /// Fifth generation (NR).
        G5 = "5G",
    }
}

words! {
    /// Who may buy a plan.
    Audience {
        /// Both visitors and residents.
        Anyone = "anyone",
        /// Only visitors.
        Visitor = "visitor",
        /// Only residents: people with an address, a bank account or a contract in the country.
        Resident = "resident",
    }
}

words! {
    /// How reliable the source of a row is. A more reliable one is greater.
    Confidence {
        /// The source is old, unproven, or the only one.
        Low = "low",
        /// The source is independent and recent, or several sources agree.
        Medium = "medium",
        /// The source is the seller's own page.
        High = "high",
    }
}

words! {
    /// The form in which a SIM comes.
    Form {
        /// A plastic card.
        Sim = "sim",
        /// A profile that the phone downloads.
        Esim = "esim",
        /// A card or a profile, as the buyer likes.
        Both = "both",
    }
}

words! {
    /// Where a plan is sold.
    Sold {
        /// In shops of the country.
        Shop = "shop",
        /// Online, within the country.
        Online = "online",
        /// In shops and online.
        Both = "both",
        /// Online from anywhere, so before the arrival.
        Abroad = "abroad",
    }
}

words! {
    /// How the data, minutes and messages of a plan are counted.
    Balance {
        /// They draw on one balance.
        Shared = "shared",
        /// Each has its own balance.
        Separate = "separate",
    }
}

/// The data that a plan includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowance {
    /// A volume for the whole validity or for each day, as [`Plan::data_per`] says.
    Volume(DataVolume),
    /// Any amount until the validity ends.
    Unlimited,
}

impl Allowance {
    /// Reads a volume or `unlimited`.
    ///
    /// # Errors
    /// As [`DataVolume::parse`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.eq_ignore_ascii_case("unlimited") {
            Ok(Self::Unlimited)
        } else {
            DataVolume::parse(text).map(Self::Volume)
        }
    }
}

/// The catalogue's notation.
impl fmt::Display for Allowance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Volume(volume) => volume.fmt(f),
            Self::Unlimited => f.pad("unlimited"),
        }
    }
}

/// Minutes or messages that a plan includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// At most this many.
    Count(u64),
    /// Any number until the validity ends.
    Unlimited,
}

impl Quantity {
    /// Reads a whole number or `unlimited`.
    ///
    /// # Errors
    /// `quantity-form`, `two-readings` with the text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.eq_ignore_ascii_case("unlimited") {
            return Ok(Self::Unlimited);
        }
        whole(text, "quantity-form").map(Self::Count)
    }
}

/// The catalogue's notation.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Unlimited => f.pad("unlimited"),
        }
    }
}

/// What the data may be used for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The data may be used for anything.
    General,
    /// The data is only for this purpose: `social`, `games` …
    Only(Slug),
}

impl Scope {
    /// Reads `general` or another kebab-case word.
    ///
    /// # Errors
    /// As [`Slug::parse`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text == "general" { Ok(Self::General) } else { Slug::parse(text).map(Self::Only) }
    }
}

/// The catalogue's notation.
impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::General => f.pad("general"),
            Self::Only(word) => word.fmt(f),
        }
    }
}

/// One row of the catalogue. `None` means *unknown*, never 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The identifier, unique in its catalogue.
    pub id: Slug,
    /// The SIM or subscription that the plan runs on. Plans of the same line can follow one another on one SIM.
    pub line: Slug,
    /// The seller of the plan.
    pub operator: Slug,
    /// The name under which the plan is sold.
    pub name: Text,
    /// What kind of product the plan is.
    pub kind: Kind,
    /// The price of one purchase.
    pub price: Option<Money>,
    /// The fee that is paid once at the start of a contract, in the price's currency. `None` means unknown for a
    /// contract, and no fee for any other kind.
    pub setup_fee: Option<Money>,
    /// The data that one purchase includes.
    pub allowance: Option<Allowance>,
    /// Whether the allowance is for the whole validity or for each day.
    pub data_per: DataPer,
    /// How long one purchase lasts.
    pub validity: Option<Validity>,
    /// The call minutes that one purchase includes.
    pub minutes: Option<Quantity>,
    /// The messages that one purchase includes.
    pub sms: Option<Quantity>,
    /// What the data may be used for.
    pub scope: Scope,
    /// The newest network generation that the plan may use.
    pub network: Option<Network>,
    /// The star code (`*3`) or the place where the plan is bought.
    pub buy: Option<Text>,
    /// Who may buy the plan.
    pub audience: Audience,
    /// How often the plan may be in one basket, at least 1. `None` means no limit but that of [`Plan::limit`].
    pub max_purchases: Option<u64>,
    /// The form in which the plan comes. A pass has none.
    pub form: Option<Form>,
    /// Where the plan is sold. It does not matter for a pass.
    pub sold: Option<Sold>,
    /// The call credit that is included, in the price's currency. It is shown but never subtracted from a total.
    pub credit: Option<Money>,
    /// Whether data, minutes and messages draw on one balance.
    pub balance: Option<Balance>,
    /// Where the data of the row comes from.
    pub source: Option<Text>,
    /// When the price was last checked.
    pub verified_on: Option<VerifiedOn>,
    /// How reliable the source is.
    pub confidence: Option<Confidence>,
    /// A remark for the user.
    pub note: Option<Text>,
    /// The unchanged cells of columns that the format does not define, with the column names.
    pub extra: Vec<(String, String)>,
}

impl Plan {
    /// A plan for anyone and any use, about which nothing else is known.
    pub fn named(id: Slug, line: Slug, operator: Slug, name: Text, kind: Kind) -> Self {
        Self {
            id,
            line,
            operator,
            name,
            kind,
            price: None,
            setup_fee: None,
            allowance: None,
            data_per: DataPer::Total,
            validity: None,
            minutes: None,
            sms: None,
            scope: Scope::General,
            network: None,
            buy: None,
            audience: Audience::Anyone,
            max_purchases: None,
            form: None,
            sold: None,
            credit: None,
            balance: None,
            source: None,
            verified_on: None,
            confidence: None,
            note: None,
            extra: Vec::new(),
        }
    }

    /// Whether the plan is a starter SIM.
    pub fn is_sim(&self) -> bool {
        self.kind == Kind::Sim
    }

    /// Whether the plan is billed rather than bought.
    pub fn is_contract(&self) -> bool {
        self.kind == Kind::Contract
    }

    /// Whether a purchase includes data. An unknown allowance does not count as data.
    pub fn carries_data(&self) -> bool {
        !matches!(self.allowance, None | Some(Allowance::Volume(DataVolume::ZERO)))
    }

    /// Whether data and minutes draw on one balance. An unknown balance does not count as shared.
    pub fn is_shared(&self) -> bool {
        self.balance == Some(Balance::Shared)
    }

    /// How often the plan may be in one basket. A free plan may be in it once unless the row states another limit.
    pub fn limit(&self) -> Option<u64> {
        self.max_purchases.or_else(|| self.price.filter(|price| price.is_zero()).map(|_| 1))
    }

    /// The form of the plan. A plan of the kind `esim` does not have to state it.
    pub fn known_form(&self) -> Option<Form> {
        self.form.or_else(|| (self.kind == Kind::Esim).then_some(Form::Esim))
    }

    /// Whether the price is older than [`STALE_AFTER_DAYS`], or has no date.
    pub fn is_stale(&self, today: Date) -> bool {
        self.is_older_than(STALE_AFTER_DAYS, today)
    }

    /// Whether the price is older than this many days, or has no date.
    pub fn is_older_than(&self, days: u64, today: Date) -> bool {
        self.verified_on.is_none_or(|date| date.age_on(today) > days)
    }

    /// The star code to recharge with, such as `*3`, if the plan is bought with one.
    pub fn star_code(&self) -> Option<&str> {
        self.buy
            .as_deref()
            .filter(|buy| buy.strip_prefix('*').is_some_and(|digits| whole_number(digits).is_some()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::plan;

    #[test]
    fn scopes_and_allowances_are_read_as_they_are_written() {
        for text in ["general", "social"] {
            assert_eq!(Scope::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Scope::parse("general").unwrap(), Scope::General);
        for text in ["unlimited", "1.5GB"] {
            assert_eq!(Allowance::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_star_code_is_a_star_and_digits() {
        for (buy, expected) in [("*3", Some("*3")), ("*", None), ("3", None), ("*3x", None), ("*3#", None)] {
            let plan = Plan { buy: Some(buy.into()), ..Plan::clone(&plan("a pass 5 1GB 7d")) };
            assert_eq!(plan.star_code(), expected, "{buy}");
        }
        assert_eq!(plan("a pass 5 1GB 7d").star_code(), None);
    }
}

//! One row of the catalogue: what is sold, to whom, for how much, and how sure that is.

use super::error::Error;
use super::money::Money;
use super::number::whole;
use super::slug::{Slug, Text};
use super::time::{Validity, VerifiedOn, whole_number};
use super::volume::DataVolume;
use super::word::words;
use std::fmt;

words! {
    /// What is bought.
    Kind {
        /// A starter SIM.
        Sim = "sim",
        /// A pass, bought with a recharge.
        Pass = "pass",
        /// An offer for visitors.
        Tourist = "tourist",
        /// A monthly plan, billed.
        Contract = "contract",
        /// A travel eSIM.
        Esim = "esim",
    }
}

words! {
    /// Whether the allowance is for the whole validity or for each day of it.
    DataPer {
        /// For the whole validity.
        Total = "total",
        /// For each day.
        Day = "day",
    }
}

words! {
    /// The best generation of the network that the plan may use; later ones are greater.
    Network {
        /// Third generation.
        G3 = "3G",
        /// Fourth generation.
        G4 = "4G",
        /// Fifth generation.
        G5 = "5G",
    }
}

words! {
    /// Who may buy.
    Audience {
        /// Anyone.
        Anyone = "anyone",
        /// Visitors only.
        Visitor = "visitor",
        /// People who live there: an address, a bank account, a contract.
        Resident = "resident",
    }
}

words! {
    /// How sure the row is; surer is greater.
    Confidence {
        /// Old, single or unproven.
        Low = "low",
        /// Independent and recent, or several agree.
        Medium = "medium",
        /// The seller's own page.
        High = "high",
    }
}

words! {
    /// In which form a SIM or a plan comes.
    Form {
        /// A card.
        Sim = "sim",
        /// A profile that the phone downloads.
        Esim = "esim",
        /// Either.
        Both = "both",
    }
}

words! {
    /// Where something is sold.
    Sold {
        /// In shops.
        Shop = "shop",
        /// Online, in the country.
        Online = "online",
        /// In shops and online.
        Both = "both",
        /// Online from anywhere, so before the arrival.
        Abroad = "abroad",
    }
}

words! {
    /// How data, minutes and messages are held.
    Balance {
        /// They draw on one balance.
        Shared = "shared",
        /// Each has its own.
        Separate = "separate",
    }
}

/// The data that a plan includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowance {
    /// A volume; for the whole validity or each day, as [`Plan::data_per`] says.
    Volume(DataVolume),
    /// As much as the validity lasts.
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
    /// So many.
    Count(u64),
    /// Any number.
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
    /// Anything.
    General,
    /// Only what the word says: `social`, `games` …
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

/// One row of the catalogue. `None` is *unknown*, never 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The row's name, unique in its catalogue.
    pub id: Slug,
    /// What one SIM or subscription can carry; plans of one line follow one another on it.
    pub line: Slug,
    /// Who sells.
    pub operator: Slug,
    /// The name as sold.
    pub name: Text,
    /// What is bought.
    pub kind: Kind,
    /// The price of one purchase.
    pub price: Option<Money>,
    /// Paid once when the plan is taken, in the price's currency; contracts only. `None` is unknown for a contract, and
    /// no fee for everything else.
    pub setup_fee: Option<Money>,
    /// The data included.
    pub allowance: Option<Allowance>,
    /// For how long that is.
    pub data_per: DataPer,
    /// How long one purchase lasts.
    pub validity: Option<Validity>,
    /// Call minutes included.
    pub minutes: Option<Quantity>,
    /// Messages included.
    pub sms: Option<Quantity>,
    /// What the data may be used for.
    pub scope: Scope,
    /// The best network generation.
    pub network: Option<Network>,
    /// The star code (`*3`) or the place where it is bought.
    pub buy: Option<Text>,
    /// Who may buy.
    pub audience: Audience,
    /// How often it may be in one basket, at least 1; `None` is no limit, as [`Plan::limit`] has it.
    pub max_purchases: Option<u64>,
    /// In which form it comes; a pass has none.
    pub form: Option<Form>,
    /// Where it is sold; of a pass this is not said.
    pub sold: Option<Sold>,
    /// Call credit included, in the price's currency: shown, never taken off a total.
    pub credit: Option<Money>,
    /// How data, minutes and messages are held.
    pub balance: Option<Balance>,
    /// Where the row comes from.
    pub source: Option<Text>,
    /// When the price was last seen.
    pub verified_on: Option<VerifiedOn>,
    /// How sure the row is.
    pub confidence: Option<Confidence>,
    /// Anything else worth telling.
    pub note: Option<Text>,
    /// Cells of columns that the format does not know, by column name, as they stand.
    pub extra: Vec<(String, String)>,
}

impl Plan {
    /// Whether this is a starter SIM.
    pub fn is_sim(&self) -> bool {
        self.kind == Kind::Sim
    }

    /// Whether this is billed rather than bought.
    pub fn is_contract(&self) -> bool {
        self.kind == Kind::Contract
    }

    /// Whether a purchase carries data at all; an unknown allowance does not count as data.
    pub fn carries_data(&self) -> bool {
        !matches!(self.allowance, None | Some(Allowance::Volume(DataVolume::ZERO)))
    }

    /// Whether data and minutes draw on one balance; unknown is not shared.
    pub fn is_shared(&self) -> bool {
        self.balance == Some(Balance::Shared)
    }

    /// How often it may be in one basket. A free trial is one purchase unless the row says otherwise.
    pub fn limit(&self) -> Option<u64> {
        self.max_purchases.or_else(|| self.price.filter(|price| price.is_zero()).map(|_| 1))
    }

    /// The form, which an `esim` row does not have to say.
    pub fn known_form(&self) -> Option<Form> {
        self.form.or_else(|| (self.kind == Kind::Esim).then_some(Form::Esim))
    }

    /// The code to recharge with, where the plan is bought by one: `*3`.
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

//! Values of JSON documents that are texts of a certain form: decimals, dates, times, codes and words.

use crate::domain::currency::Currency;
use crate::domain::money::Money;
use crate::domain::need::Days;
use crate::domain::time::VerifiedOn;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// Declares types whose values are texts of a form, which a pattern or a format of JSON Schema describes.
macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident: $key:tt = $form:literal)+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "cli", schemars(extend($key = $form)))]
        pub struct $name(Cow<'static, str>);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )+ };
}

texts! {
    /// A decimal, as a text because many readers of JSON turn numbers into binary fractions.
    DecimalText: "pattern" = r"^-?[0-9]+(\.[0-9]+)?$"
    /// A day of the calendar, `2026-11-25`.
    DateText: "format" = "date"
    /// The day or the month in which something was seen, `2026-08-11` or `2026-08`.
    SeenText: "pattern" = r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
    /// A time with its offset from UTC, `2026-12-20T09:30+01:00`.
    TimeText: "pattern" = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}$"
    /// The code of a currency in ISO 4217, `MAD`.
    CurrencyText: "pattern" = "^[A-Z]{3}$"
}

impl DecimalText {
    /// An amount with as many decimals as it was written with.
    pub fn from_written(amount: Money) -> Self {
        Self(amount.as_written().into())
    }

    /// A text that is a decimal already.
    pub(super) fn from_text(text: String) -> Self {
        Self(text.into())
    }
}

/// An amount with all minor digits of its currency.
impl From<Money> for DecimalText {
    fn from(amount: Money) -> Self {
        Self(amount.amount_text().into())
    }
}

/// A volume in MB.
impl From<DataVolume> for DecimalText {
    fn from(volume: DataVolume) -> Self {
        Self(volume.in_mb().into())
    }
}

/// A number of days.
impl From<Days> for DecimalText {
    fn from(days: Days) -> Self {
        Self(days.to_string().into())
    }
}

impl From<Date> for DateText {
    fn from(date: Date) -> Self {
        Self(date.to_string().into())
    }
}

impl From<VerifiedOn> for SeenText {
    fn from(date: VerifiedOn) -> Self {
        Self(date.to_string().into())
    }
}

impl From<&jiff::ZonedDateTime> for TimeText {
    fn from(time: &jiff::ZonedDateTime) -> Self {
        Self(time.strftime("%Y-%m-%dT%H:%M%:z").to_string().into())
    }
}

impl From<Currency> for CurrencyText {
    fn from(currency: Currency) -> Self {
        Self(currency.code().into())
    }
}

/// A word of a closed set, as itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordText<W>(pub W);

impl<W: Word> Serialize for WordText<W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

#[cfg(feature = "cli")]
impl<W: Word> schemars::JsonSchema for WordText<W> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Word".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let words: Vec<_> = W::ALL.iter().map(|word| word.word()).collect();
        schemars::json_schema!({"type": "string", "enum": words})
    }
}

/// A form whose keys are in alphabetical order, which its document has always had.
pub struct Alphabetical<T>(pub T);

impl<T: Serialize> Serialize for Alphabetical<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The map of a `Value` is sorted by its keys.
        serde_json::to_value(&self.0).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

#[cfg(feature = "cli")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Alphabetical<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

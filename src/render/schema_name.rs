//! The name and version of a JSON document's form.

use serde::{Serialize, Serializer};
use std::marker::PhantomData;

/// The form of a JSON document.
pub trait JsonForm: Serialize {
    /// Its name and version, such as `simplan/compare/2`.
    const SCHEMA: &'static str;
}

/// The value of the key `schema` in documents of the form `F`.
pub struct SchemaName<F>(PhantomData<F>);

impl<F> Default for SchemaName<F> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<F: JsonForm> Serialize for SchemaName<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(F::SCHEMA)
    }
}

#[cfg(feature = "cli")]
impl<F: JsonForm> schemars::JsonSchema for SchemaName<F> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        F::SCHEMA.into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"const": F::SCHEMA})
    }
}

//! The name and version of a JSON document's form.

use serde::{Serialize, Serializer};
use std::marker::PhantomData;

/// The form of a JSON document.
pub trait JsonForm {
    /// Its name and version, such as `simplan/compare/2`.
    const SCHEMA: &'static str;
}

/// The value of the key `schema` in documents of the form `F`.
pub struct SchemaName<F>(PhantomData<F>);

impl<F> SchemaName<F> {
    /// The name of the form `F`.
    pub fn new() -> Self {
        Self(PhantomData)
    }
}

impl<F: JsonForm> Serialize for SchemaName<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(F::SCHEMA)
    }
}

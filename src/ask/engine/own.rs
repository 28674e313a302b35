//! The user's own prices, laid over the catalogue.

use super::{Engine, fingerprint};
use crate::ask::error::AskError;
use crate::catalogue::overlay::{OverlayRow, overlaid, rows, written};
use crate::catalogue::problems::Problems;
use crate::domain::currency::Currency;
use crate::domain::duration;
use crate::domain::money::Money;
use crate::domain::time::Validity;
use std::path::Path;

impl Engine {
    /// Lays the user's own prices, a CSV file with this name, over the catalogue: rows with the id of a plan replace its cells that are not blank in
    /// them, and others are new plans. Earlier ones are dropped. Returns the ids of changes for plans that the catalogue
    /// does not have.
    ///
    /// # Errors
    /// Every problem of the rows, with its place. Then the prices stay the same.
    pub fn use_own(&mut self, name: &str, csv: &[u8]) -> Result<Vec<String>, AskError> {
        // A file without a header has no rows.
        let rows = if csv.trim_ascii().is_empty() { b"id\n" } else { csv };
        let laid =
            overlaid(&self.plans, &[rows], None).map_err(|(_, problems)| unreadable(name, problems))?;
        self.origin.plans = laid.catalogue.plans.len();
        // The fingerprint is that of one file.
        self.origin.sha256 = laid.ids.is_empty().then(|| fingerprint(&self.plans)).flatten();
        self.catalogue = laid.catalogue;
        self.mine = laid.ids;
        let ids = laid.unknown.iter().filter_map(|(_, row)| row.error.figure("value"));
        Ok(ids.map(|id| id.to_string()).collect())
    }

    /// The rows of the user's own prices, from a CSV file with this name.
    ///
    /// # Errors
    /// What makes the file unreadable, with its place.
    pub fn own_rows(name: &str, csv: &[u8]) -> Result<Vec<OverlayRow>, AskError> {
        rows(csv, None).map_err(|problems| unreadable(name, problems))
    }

    /// Rows of own prices as a CSV file. Prices and validities are read as people write them: `12,50 DH`, `10 jours`.
    ///
    /// # Errors
    /// What is not a price or a number of days.
    pub fn own_csv(&self, rows: &[OverlayRow]) -> Result<String, AskError> {
        let rows = rows.iter().map(|row| self.in_notation(row)).collect::<Result<Vec<_>, _>>()?;
        Ok(written(&rows))
    }

    /// A row in the notation of a catalogue.
    fn in_notation(&self, row: &OverlayRow) -> Result<OverlayRow, AskError> {
        let mut row = row.clone();
        let id = row.get("id").cloned().unwrap_or_default();
        let known = self.catalogue.plans.iter().find(|plan| plan.id.as_str() == id);
        let currency = match (row.get("currency"), known.and_then(|plan| plan.price)) {
            (Some(code), _) => Currency::parse(code).map_err(|error| AskError::option("currency", error))?,
            (None, Some(price)) => price.currency(),
            (None, None) => self.basis.rates.base(),
        };
        if let Some(price) = row.get_mut("price").filter(|price| !price.is_empty()) {
            let typed = Money::typed(price, currency).map_err(|error| AskError::option("price", error))?;
            *price = typed.amount_text();
        }
        // A plan without a price has no currency either.
        if row.get("price").is_some_and(|price| !price.is_empty())
            && known.is_none_or(|plan| plan.price.is_none())
        {
            row.entry("currency".to_owned()).or_insert_with(|| currency.code().to_owned());
        }
        if let Some(validity) = row.get_mut("validity").filter(|validity| Validity::parse(validity).is_err())
            && !validity.is_empty()
        {
            let days = duration::days(validity, "validity-form");
            *validity = format!("{}d", days.map_err(|error| AskError::option("validity", error))?);
        }
        Ok(row)
    }
}

fn unreadable(name: &str, problems: Problems) -> AskError {
    AskError::reading(Path::new(name), problems.into())
}

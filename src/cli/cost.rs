//! `simplan cost`: the bill of one's own basket, or of the cheapest offer.

use super::args::{CostArgs, Global};
use super::error::CliError;
use super::{Environment, Exit, input, output, resolve};
use crate::catalogue::Catalogue;
use crate::domain::bill::{Bill, Coverage, bill, bill_of_best};
use crate::domain::comparison::compare;
use crate::domain::figure::Error;
use crate::domain::request::Request;
use crate::i18n::{Language, Messages, Topic};
use crate::render::bill::BillDocument;

/// Runs the command.
pub fn run(
    args: &CostArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, CliError> {
    let loaded = input::catalogue(global, environment)?;
    let request = resolve::request(&args.request, global, &loaded.catalogue)?;
    let bill = chosen(&args.basket, &loaded.catalogue, &request)?;
    let messages = Messages::of(language, &[Topic::Answers]);
    let document = BillDocument { bill: &bill, request: &request, messages: &messages };
    let text = output::text(&document, global, environment)?;
    loaded.warn(language, environment);
    output::warn_of_left_out(&bill.left_out, &messages, environment);
    output::answer(&text, global.output.as_deref(), environment)?;
    output::warn_if_stale(&bill.offer, &request, &messages, environment);
    Ok(if matches!(bill.lasting, Coverage::Lasts { .. }) { Exit::Answer } else { Exit::Nothing })
}

/// The bill of the plans that are named, or of the cheapest offer where none is.
pub(super) fn chosen(names: &[String], catalogue: &Catalogue, request: &Request) -> Result<Bill, CliError> {
    if names.is_empty() {
        let comparison = compare(catalogue.plans.iter().cloned(), request).map_err(CliError::usage)?;
        return bill_of_best(&comparison, request).ok_or_else(|| {
            let too_large = comparison.left_out.into_iter().next().map(|left_out| left_out.error);
            CliError::nothing(too_large.unwrap_or_else(|| Error::new("nothing-fits")))
        });
    }
    let order = resolve::order(catalogue, names)?;
    bill(&order, &catalogue.plans, request).map_err(CliError::usage)
}

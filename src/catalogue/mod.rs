//! Reads plans and rates from CSV, or reports every problem of the file with its place.
//!
//! Rows are validated and passed on one by one as they are read. A file with a problem is not used. [`cells`] writes plans as
//! rows again, [`diff`] says what is different between two catalogues, and [`import`] makes plans of the files of others.

pub mod addition;
pub mod cells;
pub mod columns;
pub mod compared;
pub mod delimiter;
pub mod diff;
mod file_kind;
pub mod findings;
pub mod import;
mod leftovers;
pub mod lint;
pub mod near;
pub mod overlay;
pub mod place;
pub mod plans;
pub mod problems;
pub mod rates;
pub mod records;
pub mod table;

use crate::domain::plan::Plan;
use crate::domain::slug::{Text, own};
use crate::domain::time::VerifiedOn;
use delimiter::Delimiter;
use plans::Keep;
use problems::{Diagnostic, Problems, ReadError};
use records::LONGEST_RECORD;
use std::io::Read;
use std::sync::Arc;

/// The catalogue of Morocco, which is built into the program.
pub const BUILT_IN_PLANS: &[u8] = BUILT_IN.as_bytes();

static BUILT_IN: &str = include_str!("../../plans.csv");

/// The exchange rates that are built into the program.
pub const BUILT_IN_RATES: &[u8] = include_bytes!("../../rates.csv");

/// The largest catalogue, in bytes, that is read if all of its plans are needed at once.
pub const LARGEST_WHOLE: u64 = 1 << 28;

/// The largest catalogue or overlay, in bytes, if there are overlays, which need all cells at once.
pub const LARGEST_OVERLAID: u64 = 1 << 25;

/// Reads all bytes of an input. If a record is too long, reading stops within it.
///
/// # Errors
/// If the input cannot be read, or has more than `most` bytes.
pub fn all_bytes(mut input: impl Read, most: u64) -> Result<Vec<u8>, ReadError> {
    const PIECE: u64 = 1 << 16;
    let mut bytes = Vec::new();
    let mut line = 0;
    loop {
        let before = bytes.len();
        let count = input.by_ref().take(PIECE).read_to_end(&mut bytes)?;
        if let Some(found) = memchr::memrchr2(b'\n', b'\r', &bytes[before..]) {
            line = before + found + 1;
        }
        if bytes.len() as u64 > most {
            return Err(ReadError::TooLarge(most));
        }
        if count == 0 || bytes.len() - line > LONGEST_RECORD {
            return Ok(bytes);
        }
    }
}

/// All plans of a catalogue, in the order of its rows.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// One plan for each row.
    pub plans: Vec<Arc<Plan>>,
    /// Warnings about unknown columns, unexpected blank cells and rows that are left out.
    pub warnings: Vec<Diagnostic>,
}

impl Catalogue {
    /// The dates of the oldest and of the newest price; `None` if no price has a date.
    pub fn price_dates(&self) -> Option<[VerifiedOn; 2]> {
        let dates = self.plans.iter().filter_map(|plan| plan.verified_on);
        let oldest = dates.clone().min_by_key(|date| date.date())?;
        Some([oldest, dates.max_by_key(|date| date.date())?])
    }

    /// Reads a whole catalogue of up to [`LARGEST_WHOLE`] bytes. The delimiter that was `asked` for is used if the header
    /// does not show another.
    ///
    /// # Errors
    /// Every problem of the file, or what kept it from being read.
    pub fn read(input: impl Read, asked: Option<Delimiter>) -> Result<Self, ReadError> {
        Ok(Self::kept(&all_bytes(input, LARGEST_WHOLE)?, asked, &own)?)
    }

    /// Parses the built-in catalogue. Its texts are not copied.
    ///
    /// # Errors
    /// Every problem of the catalogue. A test checks that it has none.
    pub fn built_in() -> Result<Self, Problems> {
        Self::kept(BUILT_IN.as_bytes(), None, &|text| {
            part_of(BUILT_IN, text).map_or_else(|| own(text), Text::Borrowed)
        })
    }

    /// Parses the bytes of a whole file.
    ///
    /// # Errors
    /// Every problem of the file.
    pub fn parse(bytes: &[u8]) -> Result<Self, Problems> {
        Self::kept(bytes, None, &own)
    }

    fn kept(bytes: &[u8], asked: Option<Delimiter>, keep: Keep<'_>) -> Result<Self, Problems> {
        let mut plans = Vec::new();
        let (problems, mut warnings) = plans::read(bytes, asked, keep, |plan, _, _| plans.push(plan))?;
        warnings.extend(problems.into_warnings(plans.len())?);
        Ok(Self { plans, warnings })
    }
}

/// The part of `whole` that a text is a slice of, with the lifetime of `whole`. `None` if it is not a slice of it.
fn part_of(whole: &'static str, text: &str) -> Option<&'static str> {
    let start = text.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
    whole.get(start..start.checked_add(text.len())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(problems: &[Diagnostic]) -> Vec<String> {
        problems.iter().map(ToString::to_string).collect()
    }

    /// Checks the ids of the plans of a file and its warnings, or its problems.
    #[track_caller]
    fn check(rows: &[&str], expected: Result<(&[&str], &[&str]), &[&str]>) {
        let header =
            "id,line,operator,name,kind,price,currency,data,validity,minutes,source,verified_on,confidence";
        let body: String = rows.iter().map(|row| format!("{row},s,2026-11,high\n")).collect();
        match (Catalogue::parse(format!("{header}\n{body}").as_bytes()), expected) {
            (Ok(catalogue), Ok((ids, warnings))) => {
                let found: Vec<_> = catalogue.plans.iter().map(|plan| plan.id.as_str()).collect();
                assert_eq!(found, ids);
                assert_eq!(shown(&catalogue.warnings), warnings);
            }
            (Err(problems), Err(expected)) => assert_eq!(shown(&problems.first), expected),
            (found, _) => panic!("{found:?}"),
        }
    }

    #[test]
    fn rows_with_numbers_past_their_bounds_are_left_out() {
        let good = "a,l,o,A,pass,5,MAD,1GB,7d,";
        let price = "b,l,o,B,pass,99999999999999999999999999999999,MAD,1GB,7d,";
        let price_error = "3:14: price: amount-too-large value=`99999999999999999999999999999999` \
                           max=`10000000000000.00 MAD`";
        check(&[good, price], Ok((&["a"], &[price_error, "3:14: -: rows-left-out rows=`1`"])));
        let three = "c,l,o,C,pass,5,MAD,99999999999999999999GB,4294967296h,18446744073709551616";
        let three_errors = [
            "4:20: data: volume-too-large value=`99999999999999999999GB`",
            "4:43: validity: validity-too-long value=`4294967296h` max=`4294967295h`",
            "4:55: minutes: number-too-large value=`18446744073709551616` max=`18446744073709551615`",
        ];
        let warnings = [&[price_error][..], &three_errors, &["3:14: -: rows-left-out rows=`2`"]].concat();
        check(&[good, price, three], Ok((&["a"], &warnings)));
        // Anything else that is wrong, in that row or in another, makes the file unusable.
        let other = "d,l,o,D,pass,5,MAD,1,4294967296h,";
        let other_errors = [
            "4:20: data: volume-without-unit value=`1`",
            "4:22: validity: validity-too-long value=`4294967296h` max=`4294967295h`",
        ];
        check(&[good, price, other], Err(&[&[price_error][..], &other_errors].concat()));
        // So does a file in which no other row is left.
        check(&[&price.replace('b', "a")], Err(&[&price_error.replace("3:", "2:")]));
    }
}

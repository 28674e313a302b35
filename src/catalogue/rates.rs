//! The file of exchange rates: `currency,base,rate,date,source`, one base.

use super::all_bytes;
use super::table::{Diagnostic, Header, ReadError};
use crate::domain::error::Error;
use crate::domain::money::Currency;
use crate::domain::rates::{Rate, Rates};
use crate::domain::time::VerifiedOn;
use std::io::Read;

const COLUMNS: [&str; 5] = ["currency", "base", "rate", "date", "source"];

/// There are some 170 currencies: a file with more bytes is not one of rates.
const LARGEST: u64 = 1 << 20;

/// Reads a rates file.
///
/// # Errors
/// Every problem of the file, or the error that kept it from being read.
pub fn read(input: impl Read) -> Result<Rates, ReadError> {
    let bytes = all_bytes(input, LARGEST)?;
    let (header, mut rows) = Header::read(&bytes, &COLUMNS[..3])?;
    let [currency, base, rate, date, source] = COLUMNS.map(|name| header.column(name));
    let mut problems: Vec<Diagnostic> = Vec::new();
    let mut rates: Option<Rates> = None;

    while let Some(row) = rows.next(&header) {
        let row = match row {
            Ok(row) => row,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let mut problem = |index: Option<usize>, error| problems.push(row.problem(index.unwrap_or(0), error));
        let mut needed = |index: Option<usize>, name: &'static str| {
            let text = row.text(index);
            if text.is_none() {
                problem(index, Error::new("cell-needed").with("column", name));
            }
            text
        };
        let texts = (needed(currency, COLUMNS[0]), needed(base, COLUMNS[1]), needed(rate, COLUMNS[2]));
        let (Some(of), Some(in_base), Some(per_unit)) = texts else { continue };
        let mut sound =
            |index, result: Result<Currency, Error>| result.map_err(|error| problem(index, error)).ok();
        let currencies = (sound(currency, Currency::parse(of)), sound(base, Currency::parse(in_base)));
        let (Some(of), Some(in_base)) = currencies else { continue };
        let day = match row.text(date).map(VerifiedOn::parse).transpose() {
            Ok(day) => day,
            Err(error) => {
                problem(date, error);
                continue;
            }
        };
        let from = row.text(source).map(str::to_owned);
        let rates = rates.get_or_insert_with(|| Rates::new(in_base));
        if rates.base() != in_base {
            let error = Error::new("second-base").with("value", in_base.code());
            problem(base, error.with("expected", rates.base().code()));
            continue;
        }
        match Rate::parse(of, per_unit, day, from) {
            Err(error) => problem(rate, error),
            Ok(parsed) => match rates.set(parsed) {
                Err(error) => problem(currency, error),
                Ok(Some(_)) => problem(currency, Error::new("rate-twice").with("currency", of.code())),
                Ok(None) => {}
            },
        }
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    rates.ok_or_else(|| {
        let error = Error::new("rates-empty");
        vec![Diagnostic { line: 1, column: 1, cell: None, error }].into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        match read(text.as_bytes()) {
            Ok(rates) => panic!("{rates:?}"),
            Err(ReadError::Problems(problems)) => problems.first.iter().map(ToString::to_string).collect(),
            Err(error) => panic!("{error:?}"),
        }
    }

    #[test]
    fn the_built_in_rates() {
        let rates = read(super::super::BUILT_IN_RATES).unwrap();
        let usd = rates.get(Currency::parse("USD").unwrap()).unwrap();
        assert_eq!(rates.base().code(), "MAD");
        assert_eq!(
            (usd.per_unit().to_string().as_str(), usd.date.unwrap().to_string().as_str()),
            ("9.7677", "2026-10-10")
        );
    }

    #[test]
    fn every_problem_is_told() {
        let text = "currency,base,rate,date,source\n\
                    USD,MAD,9.3,2026-07-17,s\n\
                    EUR,USD,1.1,2026-07-17,s\n\
                    USD,MAD,9.4,2026-07-17,s\n\
                    GBP,MAD,0,2026-07-17,s\n\
                    MAD,MAD,1,2026-07-17,s\n\
                    CNY,MAD,1.3,today,s\n\
                    JPY,,0.06,2026-07-17,s\n\
                    BTC,MAD,1,2026-07-17,s\n";
        assert_eq!(
            problems(text),
            [
                "3:5: base: second-base value=`USD` expected=`MAD`",
                "4:1: currency: rate-twice currency=`USD`",
                "5:9: rate: rate-form value=`0`",
                "6:1: currency: rate-of-the-base currency=`MAD`",
                "7:13: date: date-form value=`today`",
                "8:5: base: cell-needed column=`base`",
                "9:1: currency: currency-unknown value=`BTC`",
            ]
        );
        assert_eq!(problems("currency,base,rate\n"), ["1:1: -: rates-empty"]);
    }
}

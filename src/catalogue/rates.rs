//! Reads the file of exchange rates: `currency,base,rate,date,source`, with the same base in every row.

use super::all_bytes;
use super::delimiter::Delimiter;
use super::problems::{Diagnostic, ReadError};
use super::table::{Header, Row};
use crate::domain::currency::Currency;
use crate::domain::error::Error;
use crate::domain::rates::{Rate, Rates};
use crate::domain::time::VerifiedOn;
use std::io::Read;

const COLUMNS: [&str; 5] = ["currency", "base", "rate", "date", "source"];

/// The largest file, in bytes. There are about 170 currencies, so a larger file does not hold rates.
const LARGEST: u64 = 1 << 20;

/// Reads a rates file. The delimiter that was `asked` for is used if the header does not show another.
///
/// # Errors
/// Every problem of the file, or the error that kept it from being read.
pub fn read(input: impl Read, asked: Option<Delimiter>) -> Result<Rates, ReadError> {
    let bytes = all_bytes(input, LARGEST)?;
    let (header, mut rows) = Header::read(&bytes, &COLUMNS[..3], asked)?;
    let columns = COLUMNS.map(|name| header.column(name));
    let mut problems: Vec<Diagnostic> = Vec::new();
    let mut rates: Option<Rates> = None;
    while let Some(row) = rows.next(&header) {
        match row {
            Ok(row) => {
                RateCells { row: &row, problems: &mut problems }.add_to(&mut rates, columns);
            }
            Err(problem) => problems.push(problem),
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

/// Reads the cells of one row, and adds what is wrong to `problems`.
struct RateCells<'r> {
    row: &'r Row<'r>,
    problems: &'r mut Vec<Diagnostic>,
}

impl<'r> RateCells<'r> {
    /// Adds the rate of the row. `None` if a cell is wrong.
    fn add_to(mut self, all: &mut Option<Rates>, columns: [Option<usize>; 5]) -> Option<()> {
        let [currency, base, rate, date, source] = columns;
        let texts = [(currency, COLUMNS[0]), (base, COLUMNS[1]), (rate, COLUMNS[2])]
            .map(|(index, name)| self.required(index, name));
        let [Some(foreign), Some(in_base), Some(per_unit)] = texts else { return None };
        let currencies = [(currency, foreign), (base, in_base)]
            .map(|(index, text)| self.valid(index, Currency::parse_code(text)));
        let [Some(foreign), Some(in_base)] = currencies else { return None };
        let day = self.valid(date, self.row.text(date).map(VerifiedOn::parse).transpose())?;
        let from = self.row.text(source).map(str::to_owned);
        let rates = all.get_or_insert_with(|| Rates::new(in_base));
        if rates.base() != in_base {
            let error = Error::new("second-base").with("value", in_base.code());
            self.problem(base, error.with("expected", rates.base().code()));
            return None;
        }
        let parsed = self.valid(rate, Rate::parse(foreign, per_unit, day, from))?;
        if self.valid(currency, rates.set(parsed))?.is_some() {
            self.problem(currency, Error::new("rate-twice").with("currency", foreign.code()));
        }
        Some(())
    }

    fn required(&mut self, index: Option<usize>, name: &'static str) -> Option<&'r str> {
        let text = self.row.text(index);
        if text.is_none() {
            self.problem(index, Error::new("cell-needed").with("column", name));
        }
        text
    }

    fn valid<T>(&mut self, index: Option<usize>, result: Result<T, Error>) -> Option<T> {
        result.map_err(|error| self.problem(index, error)).ok()
    }

    fn problem(&mut self, index: Option<usize>, error: Error) {
        self.problems.push(self.row.problem(index.unwrap_or(0), error));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        match read(text.as_bytes(), None) {
            Ok(rates) => panic!("{rates:?}"),
            Err(ReadError::Problems(problems)) => problems.first.iter().map(ToString::to_string).collect(),
            Err(error) => panic!("{error:?}"),
        }
    }

    #[test]
    fn the_built_in_rates() {
        let rates = read(super::super::BUILT_IN_RATES, None).unwrap();
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

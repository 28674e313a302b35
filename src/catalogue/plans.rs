//! Reads plans from the rows of a catalogue by all rules of the format, and locates every problem.

use super::columns::{Blanks, Column, Columns, REQUIRED};
use super::delimiter::Delimiter;
use super::problems::{Diagnostic, Problems, RowProblems};
use super::table::{Header, Row};
use crate::domain::currency::Currency;
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::number::whole;
use crate::domain::plan::{Allowance, Audience, DataPer, Kind, Plan, Quantity, Scope};
use crate::domain::slug::{Slug, Text, own};
use crate::domain::time::{Validity, VerifiedOn};
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

/// Stores a text of the catalogue: borrows or copies it.
pub type Keep<'k> = &'k dyn Fn(&str) -> Text;

/// Reads a catalogue and passes each valid plan to `each`, with its row. The delimiter that was `asked` for is used if the header does
/// not show another.
///
/// Returns the problems of the rows and the other warnings.
///
/// # Errors
/// Every problem of the header.
pub fn read(
    bytes: &[u8],
    asked: Option<Delimiter>,
    keep: Keep<'_>,
    mut each: impl FnMut(Arc<Plan>, &Row<'_>, &Columns),
) -> Result<(RowProblems, Vec<Diagnostic>), Problems> {
    let (header, rows) = Header::read(bytes, &REQUIRED, asked)?;
    let columns = Columns::new(&header)?;
    let mut rows = rows.validated();
    let mut blanks = Blanks::default();
    let mut first_lines: FxHashMap<Slug, u64> = FxHashMap::default();
    let mut sellers = Sellers::default();
    let mut problems = RowProblems::default();
    let mut of_row = Vec::new();
    let mut above: Option<Arc<Plan>> = None;
    while let Some(row) = rows.next(&header) {
        match row {
            Ok(row) => {
                blanks.note(&row, &columns);
                let above_row = above.as_deref();
                let cells =
                    PlanCells { row: &row, columns: &columns, keep, above: above_row, problems: &mut of_row };
                if let Some(plan) = cells.plan().map(Arc::new) {
                    match first_lines.entry(plan.id.clone()) {
                        Entry::Vacant(place) => drop(place.insert(row.line())),
                        Entry::Occupied(first) => {
                            of_row.push(id_twice(&row, &columns, &plan.id, *first.get()));
                        }
                    }
                    if let Some(error) = sellers.add(&plan, row.line()) {
                        of_row.push(row.problem(columns.index(Column::Operator).unwrap_or(0), error));
                    }
                    above = Some(plan.clone());
                    each(plan, &row, &columns);
                }
            }
            Err(problem) => of_row.push(problem),
        }
        problems.add_row(&mut of_row);
    }
    let mut warnings = columns.warnings(&header);
    warnings.extend(blanks.warnings());
    Ok((problems, warnings))
}

/// The operators of each line with the lines of the file on which they first occur.
#[derive(Debug, Default)]
pub struct Sellers(FxHashMap<Slug, Vec<(Slug, u64)>>);

impl Sellers {
    /// Whether an earlier row is of the same line and the same operator.
    pub fn contains(&self, plan: &Plan) -> bool {
        self.0
            .get(&plan.line)
            .is_some_and(|sellers| sellers.iter().any(|(seller, _)| *seller == plan.operator))
    }

    /// Adds the operator of a row. An error if it is new and its line already has another one.
    pub fn add(&mut self, plan: &Plan, line: u64) -> Option<Error> {
        if self.contains(plan) {
            return None;
        }
        let sellers = self.0.entry(plan.line.clone()).or_default();
        sellers.push((plan.operator.clone(), line));
        let (first, first_line) = &sellers[0];
        (sellers.len() > 1).then(|| {
            Error::new("line-of-two-operators")
                .with("value", plan.line.as_str())
                .with("known", first.as_str())
                .with("first_line", *first_line)
        })
    }
}

fn id_twice(row: &Row<'_>, columns: &Columns, id: &Slug, first_line: u64) -> Diagnostic {
    let error = Error::new("id-twice").with("value", id.as_str()).with("first_line", first_line);
    row.problem(columns.index(Column::Id).unwrap_or(0), error)
}

/// The plan of a row. `None` if a cell is wrong; the problems of all cells are then added to `problems`.
pub fn plan(row: &Row<'_>, columns: &Columns, problems: &mut Vec<Diagnostic>) -> Option<Plan> {
    PlanCells { row, columns, keep: &own, above: None, problems }.plan()
}

/// Reads the cells of one row by the rules of their columns, and adds what is wrong to `problems`.
struct PlanCells<'r> {
    row: &'r Row<'r>,
    columns: &'r Columns,
    keep: Keep<'r>,
    /// The plan of an earlier row. Its values are reused if a cell has the same text.
    above: Option<&'r Plan>,
    problems: &'r mut Vec<Diagnostic>,
}

impl PlanCells<'_> {
    /// The plan of the row. `None` if a cell is wrong, after all cells have been read.
    fn plan(mut self) -> Option<Plan> {
        let before = self.problems.len();
        let keep = self.keep;
        let id = self.required(Column::Id, |text| Slug::kept(text, keep));
        let line = self.slug_as_above(Column::Line, |above| &above.line);
        let operator = self.slug_as_above(Column::Operator, |above| &above.operator);
        let name = self.required(Column::Name, |text| Ok(keep(text)));
        let kind = self.required(Column::Kind, Kind::parse);
        let Amounts { price, setup_fee, credit } = self.amounts(kind);
        let minutes = self.optional(Column::Minutes, Quantity::parse);
        let allowance = self.allowance(kind, minutes);
        let data_per = self.optional(Column::DataPer, DataPer::parse).unwrap_or(DataPer::Total);
        let validity = self.optional(Column::Validity, Validity::parse);
        let sms = self.optional(Column::Sms, Quantity::parse);
        let scope = self.optional(Column::Scope, Scope::parse).unwrap_or(Scope::General);
        let network = self.optional(Column::Network, Word::parse);
        let buy = self.text(Column::Buy);
        let audience = self.optional(Column::Audience, Audience::parse).unwrap_or(Audience::Anyone);
        let max_purchases =
            self.optional(Column::MaxPurchases, |text| match whole(text, "max-purchases-form")? {
                0 => Err(Error::new("max-purchases-form").with("value", text)),
                count => Ok(count),
            });
        let form = self.optional(Column::Form, Word::parse);
        let sold = self.optional(Column::Sold, Word::parse);
        let balance = self.optional(Column::Balance, Word::parse);
        let source = self.text(Column::Source);
        let verified_on = self.optional(Column::VerifiedOn, VerifiedOn::parse);
        let confidence = self.optional(Column::Confidence, Word::parse);
        let note = self.text(Column::Note);
        let extra = self
            .columns
            .unknown()
            .filter_map(|(index, name)| Some((name.clone(), self.row.text(Some(*index))?.to_owned())))
            .collect();
        if self.problems.len() > before {
            return None;
        }
        Some(Plan {
            id: id?,
            line: line?,
            operator: operator?,
            name: name?,
            kind: kind?,
            price,
            setup_fee,
            allowance,
            data_per,
            validity,
            minutes,
            sms,
            scope,
            network,
            buy,
            audience,
            max_purchases,
            form,
            sold,
            credit,
            balance,
            source,
            verified_on,
            confidence,
            note,
            extra,
        })
    }

    /// The price, the setup fee and the credit, which share a currency.
    fn amounts(&mut self, kind: Option<Kind>) -> Amounts {
        let above = self.above.and_then(|above| above.price).map(Money::currency);
        let currency = self.optional(Column::Currency, |text| match above {
            Some(above) if above.code() == text => Ok(above),
            _ => Currency::parse_code(text),
        });
        let columns = [Column::Price, Column::SetupFee, Column::Credit];
        if currency.is_none() && !self.has(Column::Currency) && columns.iter().any(|&column| self.has(column))
        {
            self.error(Column::Currency, Error::new("cell-needed").with("column", "currency"));
        }
        if self.has(Column::SetupFee) && kind.is_some_and(|kind| kind != Kind::Contract) {
            self.error(Column::SetupFee, Error::new("setup-fee-not-contract"));
        }
        let [price, setup_fee, credit] = columns.map(|column| {
            currency.and_then(|currency| self.optional(column, |text| Money::parse(text, currency)))
        });
        Amounts { price, setup_fee, credit }
    }

    /// The data. Only a SIM and a pass with minutes may have a volume of 0.
    fn allowance(&mut self, kind: Option<Kind>, minutes: Option<Quantity>) -> Option<Allowance> {
        self.optional(Column::Data, |text| match Allowance::parse(text)? {
            Allowance::Volume(DataVolume::ZERO)
                if !(kind == Some(Kind::Sim) || kind == Some(Kind::Pass) && has_minutes(minutes)) =>
            {
                Err(Error::new("data-zero").with("value", text))
            }
            allowance => Ok(allowance),
        })
    }

    fn has(&self, column: Column) -> bool {
        self.row.text(self.columns.index(column)).is_some()
    }

    fn text(&self, column: Column) -> Option<Text> {
        self.row.text(self.columns.index(column)).map(self.keep)
    }

    fn optional<T>(&mut self, column: Column, read: impl Fn(&str) -> Result<T, Error>) -> Option<T> {
        let text = self.row.text(self.columns.index(column))?;
        read(text).map_err(|error| self.error(column, error)).ok()
    }

    fn required<T>(&mut self, column: Column, read: impl Fn(&str) -> Result<T, Error>) -> Option<T> {
        let Some(text) = self.row.text(self.columns.index(column)) else {
            self.error(column, Error::new("cell-needed").with("column", column.name()));
            return None;
        };
        read(text).map_err(|error| self.error(column, error)).ok()
    }

    fn slug_as_above(&mut self, column: Column, of: impl Fn(&Plan) -> &Slug) -> Option<Slug> {
        let above = self.above.map(of);
        let keep = self.keep;
        self.required(column, |text| match above {
            Some(above) if above.as_str() == text => Ok(above.clone()),
            _ => Slug::kept(text, keep),
        })
    }

    fn error(&mut self, column: Column, error: Error) {
        let index = self.columns.index(column).unwrap_or(usize::MAX);
        self.problems.push(self.row.problem(index, error));
    }
}

/// The amounts of a row.
struct Amounts {
    price: Option<Money>,
    setup_fee: Option<Money>,
    credit: Option<Money>,
}

fn has_minutes(minutes: Option<Quantity>) -> bool {
    !matches!(minutes, None | Some(Quantity::Count(0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{BUILT_IN_PLANS, Catalogue};

    const HEADER: &str =
        "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence";

    fn problems(text: &[u8]) -> Vec<String> {
        let problems = read(text, None, &own, |_, _, _| {})
            .map_or_else(|problems| problems, |(problems, _)| problems.into_all());
        problems.first.iter().map(ToString::to_string).collect()
    }

    fn plans(text: &[u8]) -> Vec<Arc<Plan>> {
        let mut plans = Vec::new();
        read(text, None, &own, |plan, _, _| plans.push(plan)).unwrap();
        plans
    }

    #[test]
    fn bom_crlf_and_quoted_breaks_are_fine() {
        let text = format!(
            "\u{feff}{HEADER}\r\na-1,a,a,\"Pass, \"\"big\"\"\r\nand long\",pass,5.50,MAD,1GB,7d,s,2026-01,low\r\n"
        );
        let plans = plans(text.as_bytes());
        assert_eq!(plans[0].id.as_str(), "a-1");
        assert_eq!(plans[0].name, "Pass, \"big\"\r\nand long");
        assert_eq!(plans[0].price.unwrap().as_written(), "5.50");
    }

    #[test]
    fn columns_are_found_by_name_and_unknown_ones_kept() {
        let text = "kind,shop,id,name,operator,line\npass,Fès,a,A,o,l\n";
        let mut kept = Vec::new();
        let (_, warnings) = read(text.as_bytes(), None, &own, |plan, _, _| kept.push(plan)).unwrap();
        assert_eq!(kept[0].extra, [("shop".to_owned(), "Fès".to_owned())]);
        assert_eq!(kept[0].price, None, "unknown is never 0");
        let codes: Vec<_> = warnings.iter().map(|warning| warning.error.code()).collect();
        assert_eq!(codes, ["column-unknown", "cells-blank", "cells-blank", "cells-blank"]);
        assert_eq!((warnings[0].line, warnings[0].column), (1, 6));
    }

    #[test]
    fn every_problem_is_told_with_its_place() {
        let text = format!(
            "{HEADER}\n\
             a,l,o,A,pass,5,MAD,1GB,7d,s,2026-01,low\n\
             \n\
             a,l,o,\"two\nlines\",pas,5,MAD,1,7d,s,2026-01,low\n\
             B,l,o,é,pass,5.5055,MAD,1GB,7 days,s,2026-01,low\n\
             b,l,o,B,pass,5,,1GB,7d,s,yesterday,sure\n\
             b,l,,B,pass,5,MAD\n\
             a,l,o,A,pass,5,MAD,1GB,7d,s,2026-01,low\n\
             c,l,o,\"C,pass,5,MAD,1GB,7d,s,2026-01,low\n"
        );
        assert_eq!(
            problems(text.as_bytes()),
            [
                "5:8: kind: unknown-word value=`pas` expected=`sim, pass, tourist, contract, esim`",
                "5:18: data: volume-without-unit value=`1`",
                "6:1: id: not-kebab-case value=`B`",
                "6:14: price: amount-too-precise value=`5.5055` currency=`MAD` digits=`2`",
                "6:29: validity: validity-form value=`7 days`",
                "7:16: currency: cell-needed column=`currency`",
                "7:26: verified_on: date-form value=`yesterday`",
                "7:36: confidence: unknown-word value=`sure` expected=`low, medium, high`",
                "8:18: data: row-length cells=`7` columns=`12` delimiter=`,`",
                "9:1: id: id-twice value=`a` first_line=`2`",
                "10:7: name: quote-not-closed",
            ]
        );
    }

    #[test]
    fn a_line_has_one_operator() {
        let row = |id: &str, operator: &str| format!("{id},l,{operator},A,pass,5,MAD,1GB,7d,s,2026-01,low\n");
        let rows = [row("a", "o"), row("b", "q"), row("c", "o"), row("d", "q"), row("e", "r")].concat();
        assert_eq!(
            problems(format!("{HEADER}\n{rows}").as_bytes()),
            [
                "3:5: operator: line-of-two-operators value=`l` known=`o` first_line=`2`",
                "6:5: operator: line-of-two-operators value=`l` known=`o` first_line=`2`",
            ]
        );
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_located() {
        let mut text = format!("{HEADER}\n").into_bytes();
        text.extend(b"a,l,o,caf\xe9,pass,5,MAD,1GB,7d,s,2026-01,low\n");
        assert_eq!(problems(&text), ["2:7: name: not-utf-8 encoding=`windows-1252`"]);
        let text =
            [HEADER.as_bytes(), b"\na,l,o,\xcc\xd7\xb2\xcd,pass,5,MAD,1GB,7d,s,2026-01,low\n"].concat();
        assert_eq!(problems(&text), ["2:7: name: not-utf-8 encoding=`gbk`"]);
        // UTF-16 without its mark.
        for (encoding, pair) in [("utf-16le", [b'i', 0]), ("utf-16be", [0, b'i'])] {
            let text = [&pair[..]; 8].concat();
            let expected = format!("1:1: -: not-utf-8 encoding=`{encoding}`");
            assert_eq!(problems(&text), [expected]);
        }
        assert_eq!(problems(b"i\0d\0,\0l\0"), ["1:1: -: not-utf-8 encoding=`utf-16le`"]);
        assert_eq!(problems(b"i\0d,line"), ["1:1: -: control-character"]);
    }

    #[test]
    fn what_steers_a_terminal_is_refused() {
        for (name, expected) in [
            ("red \u{1b}[31m", &["2:7: name: control-character"][..]),
            ("nul \0", &["2:7: name: control-character"]),
            ("del \u{7f}", &["2:7: name: control-character"]),
            ("csi \u{9b}31m", &["2:7: name: control-character"]),
            ("two\r\nlines, a\ttab, a\u{a0}blank, 套餐", &[]),
        ] {
            let text = format!("{HEADER}\na,l,o,\"{name}\",pass,5,MAD,1GB,7d,s,2026-01,low\n");
            assert_eq!(problems(text.as_bytes()), expected, "{name:?}");
        }
    }

    #[test]
    fn headers_that_cannot_be_used() {
        assert_eq!(problems(b""), ["1:1: -: file-empty expected=`id,line,operator,name,kind`"]);
        assert_eq!(
            problems(b"id,line,operator,kind,id\n"),
            ["1:23: -: column-twice column=`id`", "1:1: -: column-missing column=`name`"]
        );
    }

    #[test]
    fn fees_are_for_contracts_and_need_a_currency() {
        let header = "id,line,operator,name,kind,price,currency,setup_fee\n";
        let text = format!("{header}a,l,o,A,pass,5,MAD,1\nb,l,o,B,contract,,,1\nc,l,o,C,contract,x,MAD,1\n");
        assert_eq!(
            problems(text.as_bytes()),
            [
                "2:20: setup_fee: setup-fee-not-contract",
                "3:19: currency: cell-needed column=`currency`",
                "4:18: price: amount-form value=`x`",
            ]
        );
    }

    #[test]
    fn a_large_file_keeps_its_places() {
        // The wrong row is far from the beginning of the file.
        let row = "l,o,A,pass,5,MAD,1GB,7d,source,2026-01,low\n";
        let mut text = format!("{HEADER}\n");
        for index in 0..60_000 {
            text.push_str(&format!("p{index},{row}"));
        }
        text.push_str("bad,l,o,A,pass,5,MAD,1,7d,source,2026-01,low\n");
        assert_eq!(problems(text.as_bytes()), ["60002:22: data: volume-without-unit value=`1`"]);
    }

    #[test]
    fn the_built_in_catalogue_has_163_sound_rows_whose_texts_are_not_copied() {
        let built_in = Catalogue::built_in().unwrap().plans;
        assert_eq!(built_in.len(), 163);
        assert_eq!(built_in, plans(BUILT_IN_PLANS));
        assert!(built_in.iter().all(|plan| matches!(plan.name, Text::Borrowed(_))));
    }
}

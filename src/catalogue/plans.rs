//! The catalogue's rows as plans: every rule of the format, every problem with its place.

use super::table::{Problem, ReadError, Row, Table};
use crate::domain::figure::Fault;
use crate::domain::money::{Currency, Money};
use crate::domain::plan::{Allowance, Audience, DataPer, Kind, Plan, Quantity, Scope};
use crate::domain::slug::Slug;
use crate::domain::time::{Validity, VerifiedOn, whole_number};
use crate::domain::word::Word;
use std::collections::HashMap;
use std::io::Read;

/// The columns of a catalogue, in the order in which it is written.
pub const COLUMNS: [&str; 22] = [
    "id",
    "line",
    "operator",
    "name",
    "kind",
    "price",
    "currency",
    "setup_fee",
    "data",
    "data_per",
    "validity",
    "minutes",
    "sms",
    "scope",
    "network",
    "buy",
    "audience",
    "max_purchases",
    "source",
    "verified_on",
    "confidence",
    "note",
];

/// The columns without which no row can be read.
const REQUIRED: [&str; 5] = ["id", "line", "operator", "name", "kind"];

/// The columns whose blank cells deserve a warning.
const EXPECTED: [&str; 3] = ["source", "verified_on", "confidence"];

/// Reads a catalogue and hands on each sound plan as soon as its row is read.
///
/// Returns what deserves a warning. Where it returns an error, nothing that was handed on may be used.
///
/// # Errors
/// Every problem of the file, or the error that kept it from being read.
pub fn read(input: impl Read, mut each: impl FnMut(Plan)) -> Result<Vec<Problem>, ReadError> {
    let mut table = Table::open(input, &REQUIRED)?;
    let columns = Columns::of(&table);
    let mut warnings = unknown_columns(&table);
    let mut blanks = EXPECTED.map(|column| Blank { column, rows: 0, first: None });
    let mut ids: HashMap<Slug, u64> = HashMap::new();
    let mut problems = Vec::new();

    while let Some(row) = table.next_row()? {
        let row = match row {
            Ok(row) => row,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        for blank in &mut blanks {
            blank.note(&row, columns.index(blank.column));
        }
        let Some(plan) = Cells { row: &row, columns: &columns, problems: &mut problems }.plan() else {
            continue;
        };
        if let Some(first) = ids.insert(plan.id.clone(), row.line()) {
            let fault = Fault::new("id-twice").with("value", plan.id.as_str()).with("first_line", first);
            problems.push(row.problem(columns.index("id").unwrap_or(0), fault));
        }
        if problems.is_empty() {
            each(plan);
        }
    }
    warnings.extend(blanks.into_iter().filter_map(Blank::warning));
    if problems.is_empty() { Ok(warnings) } else { Err(problems.into()) }
}

fn unknown_columns<R: Read>(table: &Table<R>) -> Vec<Problem> {
    let unknown = table.header().iter().enumerate().filter(|(_, name)| !COLUMNS.contains(&name.as_str()));
    unknown
        .map(|(index, name)| {
            table.header_problem(index, Fault::new("column-unknown").with("column", name.as_str()))
        })
        .collect()
}

/// How often an expected cell is blank.
struct Blank {
    column: &'static str,
    rows: u64,
    first: Option<Problem>,
}

impl Blank {
    fn note(&mut self, row: &Row<'_>, index: Option<usize>) {
        if row.text(index).is_none() {
            self.rows += 1;
            let place = || row.problem(index.unwrap_or(0), Fault::new("cells-blank"));
            self.first.get_or_insert_with(place);
        }
    }

    fn warning(self) -> Option<Problem> {
        let fault = Fault::new("cells-blank").with("column", self.column).with("rows", self.rows);
        self.first.map(|place| Problem { fault, cell: None, ..place })
    }
}

/// Where each column of the format stands in this file.
struct Columns {
    known: [Option<usize>; COLUMNS.len()],
    unknown: Vec<(usize, String)>,
}

impl Columns {
    fn of<R: Read>(table: &Table<R>) -> Self {
        let unknown = table.header().iter().enumerate();
        let unknown = unknown.filter(|(_, name)| !COLUMNS.contains(&name.as_str()));
        Self {
            known: COLUMNS.map(|name| table.column(name)),
            unknown: unknown.map(|(index, name)| (index, name.clone())).collect(),
        }
    }

    fn index(&self, name: &str) -> Option<usize> {
        self.known[COLUMNS.iter().position(|column| *column == name)?]
    }
}

/// The cells of one row, read with the rules of their columns; what is wrong goes to `problems`.
struct Cells<'r, 't> {
    row: &'r Row<'t>,
    columns: &'r Columns,
    problems: &'r mut Vec<Problem>,
}

impl<'t> Cells<'_, 't> {
    /// The plan of the row; `None` where a cell is wrong, after all of its cells have been looked at.
    fn plan(mut self) -> Option<Plan> {
        let before = self.problems.len();
        let id = self.required("id", Slug::parse);
        let line = self.required("line", Slug::parse);
        let operator = self.required("operator", Slug::parse);
        let name = self.required("name", |text| Ok(text.to_owned()));
        let kind = self.required("kind", Kind::parse);
        let (price, setup_fee) = self.amounts(kind);
        let allowance = self.optional("data", Allowance::parse);
        let data_per = self.optional("data_per", DataPer::parse).unwrap_or(DataPer::Total);
        let validity = self.optional("validity", Validity::parse);
        let minutes = self.optional("minutes", Quantity::parse);
        let sms = self.optional("sms", Quantity::parse);
        let scope = self.optional("scope", Scope::parse).unwrap_or(Scope::General);
        let network = self.optional("network", Word::parse);
        let buy = self.text("buy");
        let audience = self.optional("audience", Audience::parse).unwrap_or(Audience::Anyone);
        let max_purchases = self.optional("max_purchases", |text| {
            let count = whole_number(text).filter(|&count| count > 0);
            count.ok_or_else(|| Fault::new("max-purchases-form").with("value", text))
        });
        let source = self.text("source");
        let verified_on = self.optional("verified_on", VerifiedOn::parse);
        let confidence = self.optional("confidence", Word::parse);
        let note = self.text("note");
        let extra = self.columns.unknown.iter();
        let extra =
            extra.filter_map(|(index, name)| Some((name.clone(), self.row.text(Some(*index))?.to_owned())));
        let extra = extra.collect();
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
            source,
            verified_on,
            confidence,
            note,
            extra,
        })
    }

    /// The price and the setup fee, which share the currency.
    fn amounts(&mut self, kind: Option<Kind>) -> (Option<Money>, Option<Money>) {
        let currency = self.optional("currency", Currency::parse);
        let given = |cells: &Self, name| cells.row.text(cells.columns.index(name)).is_some();
        let amount = |name: &'static str, cells: &mut Self| {
            if let Some(currency) = currency {
                return cells.optional(name, |text| Money::parse(text, currency));
            }
            if given(cells, name) && !given(cells, "currency") {
                cells.fault("currency", Fault::new("cell-needed").with("column", "currency"));
            }
            None
        };
        let price = amount("price", self);
        let setup_fee =
            if price.is_none() && given(self, "price") { None } else { amount("setup_fee", self) };
        if given(self, "setup_fee") && kind.is_some_and(|kind| kind != Kind::Contract) {
            self.fault("setup_fee", Fault::new("setup-fee-not-contract"));
        }
        (price, setup_fee)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.row.text(self.columns.index(name)).map(str::to_owned)
    }

    fn optional<T>(&mut self, name: &'static str, read: impl Fn(&'t str) -> Result<T, Fault>) -> Option<T> {
        let text = self.row.text(self.columns.index(name))?;
        read(text).map_err(|fault| self.fault(name, fault)).ok()
    }

    fn required<T>(&mut self, name: &'static str, read: impl Fn(&'t str) -> Result<T, Fault>) -> Option<T> {
        if self.row.text(self.columns.index(name)).is_none() {
            self.fault(name, Fault::new("cell-needed").with("column", name));
        }
        self.optional(name, read)
    }

    fn fault(&mut self, name: &str, fault: Fault) {
        let index = self.columns.index(name).unwrap_or(usize::MAX);
        self.problems.push(self.row.problem(index, fault));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str =
        "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence";

    fn problems(text: &[u8]) -> Vec<String> {
        match read(text, |_| {}) {
            Ok(_) => Vec::new(),
            Err(ReadError::Problems(problems)) => problems.iter().map(ToString::to_string).collect(),
            Err(ReadError::Io(error)) => panic!("{error}"),
        }
    }

    fn plans(text: &[u8]) -> Vec<Plan> {
        let mut plans = Vec::new();
        read(text, |plan| plans.push(plan)).unwrap();
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
        let warnings = read(text.as_bytes(), |plan| kept.push(plan)).unwrap();
        assert_eq!(kept[0].extra, [("shop".to_owned(), "Fès".to_owned())]);
        assert_eq!(kept[0].price, None, "unknown is never 0");
        let codes: Vec<_> = warnings.iter().map(|warning| warning.fault.code()).collect();
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
             B,l,o,é,pass,5.505,MAD,1GB,7 days,s,2026-01,low\n\
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
                "6:14: price: amount-too-precise value=`5.505` currency=`MAD` digits=`2`",
                "6:28: validity: validity-form value=`7 days`",
                "7:16: currency: cell-needed column=`currency`",
                "7:26: verified_on: date-form value=`yesterday`",
                "7:36: confidence: unknown-word value=`sure` expected=`low, medium, high`",
                "8:18: data: row-length cells=`7` columns=`12`",
                "9:1: id: id-twice value=`a` first_line=`2`",
                "10:7: name: quote-not-closed",
            ]
        );
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_located() {
        let mut text = format!("{HEADER}\n").into_bytes();
        text.extend(b"a,l,o,caf\xe9,pass,5,MAD,1GB,7d,s,2026-01,low\n");
        assert_eq!(problems(&text), ["2:7: name: not-utf-8"]);
    }

    #[test]
    fn what_steers_a_terminal_is_refused() {
        let row = |name: &str| format!("{HEADER}\na,l,o,\"{name}\",pass,5,MAD,1GB,7d,s,2026-01,low\n");
        for bad in ["red \u{1b}[31m", "nul \0", "del \u{7f}", "csi \u{9b}31m"] {
            assert_eq!(problems(row(bad).as_bytes()), ["2:7: name: control-character"], "{bad:?}");
        }
        assert_eq!(problems(row("two\r\nlines, a\ttab, a\u{a0}blank, 套餐").as_bytes()), [""; 0]);
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
        // Past the slack of the kept bytes, so that some have been forgotten.
        let row = "l,o,A,pass,5,MAD,1GB,7d,source,2026-01,low\n";
        let mut text = format!("{HEADER}\n");
        for index in 0..60_000 {
            text.push_str(&format!("p{index},{row}"));
        }
        text.push_str("bad,l,o,A,pass,5,MAD,1,7d,source,2026-01,low\n");
        assert_eq!(problems(text.as_bytes()), ["60002:22: data: volume-without-unit value=`1`"]);
    }

    #[test]
    fn the_built_in_catalogue_has_136_sound_rows() {
        assert_eq!(plans(super::super::BUILT_IN_PLANS).len(), 136);
    }
}

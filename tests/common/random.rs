//! Random catalogues and needs for the property tests. proptest makes them, and shrinks one that fails to few rows of
//! usual cells.
//!
//! A new column of the format is one more line in [`COLUMNS`], and one in [`Row::cell`] if only some kinds of plans have
//! it.

use super::catalogue as plans_of;
use super::model::{TODAY, currency, rates, slug};
use proptest::prelude::*;
use proptest::sample::select;
use simplan::domain::money::Money;
use simplan::domain::need::Need;
use simplan::domain::plan::{Allowance, Plan};
use simplan::domain::prepared::PreparedCatalogue;
use simplan::domain::request::{InitialBalance, Question, Request};
use simplan::domain::time::{Stay, Validity};
use simplan::domain::volume::DataVolume;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// What random cases are like. All else is the same in all of them.
#[derive(Clone)]
pub struct CaseShape {
    pub rows: Range<usize>,
    /// Each row is of one of this many lines; two lines share an operator.
    pub lines: u8,
    /// A cell is this many times as often usual as it is odd: unknown, unlimited, restricted or limited.
    pub usual: u32,
    pub price_cents: Steps,
    /// The data of a row, and what is left on a SIM.
    pub data_mb: Steps,
    /// The validity of a row, and that of what is left on a SIM.
    pub validity_days: Range<u32>,
    pub minutes: Range<u32>,
    pub need: NeedShape,
}

/// What random needs are like. Of nine, four are of data, four of data and calls, one of calls.
#[derive(Clone)]
pub struct NeedShape {
    pub days: Range<u64>,
    pub data_mb: Steps,
    pub minutes: Range<u64>,
}

/// Few rows of any price and volume, for stays of up to two months.
impl Default for CaseShape {
    fn default() -> Self {
        Self {
            rows: 1..9,
            lines: 3,
            usual: 10,
            price_cents: Steps { of: 1, times: 0..9_000 },
            data_mb: Steps { of: 1, times: 1..9_000 },
            validity_days: 1..40,
            minutes: 0..90,
            need: NeedShape { days: 1..60, data_mb: Steps { of: 1, times: 1..30_000 }, minutes: 1..90 },
        }
    }
}

/// Multiples of a number. Few of them make plans that tie.
#[derive(Clone)]
pub struct Steps {
    pub of: u32,
    pub times: Range<u32>,
}

/// A catalogue as CSV. A failing test shows it so that it can be saved and read.
#[derive(Clone)]
pub struct Csv(pub String);

impl Csv {
    pub fn plans(&self) -> Vec<Arc<Plan>> {
        plans_of(&self.0)
    }

    pub fn prepared(&self, request: &Request) -> PreparedCatalogue {
        PreparedCatalogue::new(self.plans(), request.clone()).unwrap()
    }
}

impl fmt::Debug for Csv {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\n{}", self.0)
    }
}

/// A catalogue and what is asked of it.
#[derive(Clone, Debug)]
pub struct Case {
    pub csv: Csv,
    pub request: Request,
    pub question: Question,
}

/// A catalogue, a request, and a question to both. Half of those who have a SIM have something left on it.
pub fn case<R: Strategy<Value = Request>>(
    shape: &CaseShape,
    requests: R,
) -> impl Strategy<Value = Case> + use<R> {
    let dearest = u128::from(shape.price_cents.of * shape.price_cents.times.end);
    let max_purchases = prop::option::weighted(0.3, 0..9_u64);
    let max_cents = prop::option::weighted(0.3, 0..2 * dearest);
    let left = (prop::option::weighted(0.8, shape.data_mb.numbers()), shape.validity_days.clone());
    let initial = prop::option::weighted(0.5, left.prop_map(balance));
    (catalogue(shape), requests, need(&shape.need), max_purchases, max_cents, initial).prop_map(
        |(csv, request, need, max_purchases, max_cents, initial)| {
            let max_total = max_cents.map(|minor| Money::from_minor(minor, request.currency).unwrap());
            let initial = request
                .have_sims
                .first()
                .zip(initial)
                .map(|(line, (data, validity))| InitialBalance { line: line.clone(), data, validity });
            let question = Question { max_purchases, max_total, initial, ..Question::new(need) };
            Case { csv, request, question }
        },
    )
}

/// What is left on a SIM: MB, or without limit, for some days.
fn balance((mb, days): (Option<u32>, u32)) -> (Allowance, Validity) {
    let data = mb.map_or(Allowance::Unlimited, |mb| Allowance::Volume(megabytes(mb)));
    (data, Validity::parse(&format!("{days}d")).unwrap())
}

fn megabytes(mb: u32) -> DataVolume {
    DataVolume::from_kb(1_000 * u64::from(mb))
}

/// A request in dirhams of somebody who may live in the country and may have the SIM of one of these lines.
pub fn usual_requests(lines: u8) -> impl Strategy<Value = Request> {
    (any::<bool>(), prop::option::weighted(0.5, 0..lines)).prop_map(|(resident, have_sim)| {
        let mut request = Request::new(currency("MAD"), rates(), TODAY);
        request.filters.resident = resident;
        request.have_sims.extend(have_sim.map(|line| slug(&format!("line-{line}"))));
        request
    })
}

fn catalogue(shape: &CaseShape) -> impl Strategy<Value = Csv> + use<> {
    prop::collection::vec(row(shape), shape.rows.clone()).prop_map(|rows| {
        let names: Vec<_> = COLUMNS.iter().map(|(name, _)| *name).collect();
        let mut csv = format!("id,line,operator,{}\n", names.join(","));
        for (index, row) in rows.iter().enumerate() {
            let cells: Vec<_> = names.iter().map(|name| row.cell(name)).collect();
            let rank = row.rank;
            let line = row.line;
            let operator = row.line / 2;
            csv += &format!("p{rank}-{index},line-{line},o-{operator},{}\n", cells.join(","));
        }
        Csv(csv)
    })
}

fn need(shape: &NeedShape) -> impl Strategy<Value = Need> + use<> {
    let data = shape.data_mb.numbers();
    let amounts = prop_oneof![
        4 => (data.clone(), Just(0)),
        4 => (data, shape.minutes.clone()),
        1 => (Just(0), shape.minutes.clone()),
    ];
    (shape.days.clone(), amounts).prop_map(|(days, (mb, minutes))| {
        Need::new(Stay::from_days(days).unwrap(), megabytes(mb), minutes).unwrap()
    })
}

type Cells = fn(&CaseShape) -> BoxedStrategy<String>;

/// The columns besides id, line and operator, with the cells that each can have; the simplest come first.
const COLUMNS: [(&str, Cells); 20] = [
    ("name", |_| words(&["Name"])),
    ("kind", |shape| {
        shape.usually(words(&["pass", "pass", "sim", "esim"]), &["tourist", "contract", "contract"])
    }),
    ("price", |shape| shape.usually(shape.price_cents.numbers().prop_map(decimal), &["", "0"])),
    ("currency", |shape| shape.usually(words(&["MAD"]), &["USD", "TND"])),
    ("setup_fee", |_| words(&["", "0", "7.50"])),
    ("data", |shape| {
        shape.usually(shape.data_mb.numbers().prop_map(|mb| format!("{mb}MB")), &["unlimited", "", "0MB"])
    }),
    ("data_per", |shape| shape.usually(words(&["total"]), &["day"])),
    ("validity", |shape| {
        shape.usually(shape.validity_days.clone().prop_map(|days| format!("{days}d")), &["36h", "5h", ""])
    }),
    ("minutes", |shape| {
        let count = shape.minutes.clone().prop_map(|minutes| minutes.to_string());
        shape.usually(prop_oneof![Just(String::new()), count], &["unlimited", "0"])
    }),
    ("scope", |shape| shape.usually(words(&["general"]), &["social"])),
    ("network", |shape| shape.usually(words(&["4G", "5G"]), &["3G", ""])),
    ("audience", |shape| shape.usually(words(&["anyone"]), &["visitor", "resident"])),
    ("max_purchases", |shape| shape.usually(words(&[""]), &["1", "3"])),
    ("form", |shape| shape.usually(words(&["", "both"]), &["sim", "esim"])),
    ("sold", |shape| shape.usually(words(&["", "both"]), &["shop", "online", "abroad"])),
    ("credit", |_| words(&["", "10"])),
    ("balance", |shape| shape.usually(words(&["", "separate"]), &["shared"])),
    ("source", |_| words(&["s"])),
    ("verified_on", |shape| shape.usually(words(&["2026-11-01", "2026-01"]), &["", "2025-01", "2019-05"])),
    ("confidence", |shape| shape.usually(words(&["high", "medium"]), &["low", ""])),
];

#[derive(Debug)]
struct Row {
    /// Puts the ids into another order than that of the rows.
    rank: u8,
    line: u8,
    /// Whether a starter SIM carries nothing.
    is_bare: bool,
    cells: BTreeMap<&'static str, String>,
}

impl Row {
    /// The cell of a column, as this kind of plan can have it.
    fn cell(&self, column: &str) -> &str {
        let kind = &self.cells["kind"];
        let is_bare = self.is_bare && kind == "sim";
        let has_calls = kind == "pass" && !["", "0"].contains(&self.cells["minutes"].as_str());
        match (column, self.cells[column].as_str()) {
            ("data", _) if is_bare => "0MB",
            ("validity" | "minutes", _) if is_bare => "",
            ("data", "0MB") if kind != "sim" && !has_calls => "",
            ("setup_fee", _) if kind != "contract" => "",
            ("form" | "sold", _) if kind == "pass" => "",
            (_, cell) => cell,
        }
    }
}

fn row(shape: &CaseShape) -> impl Strategy<Value = Row> + use<> {
    let columns: Vec<_> = COLUMNS.iter().map(|(_, cells)| cells(shape)).collect();
    (0..9_u8, 0..shape.lines, any::<bool>(), columns).prop_map(|(rank, line, is_bare, texts)| {
        let cells = COLUMNS.iter().map(|(name, _)| *name).zip(texts).collect();
        Row { rank, line, is_bare, cells }
    })
}

impl CaseShape {
    fn usually(
        &self,
        usual: impl Strategy<Value = String> + 'static,
        odd: &'static [&str],
    ) -> BoxedStrategy<String> {
        prop_oneof![self.usual => usual, 1 => words(odd)].boxed()
    }
}

impl Steps {
    fn numbers(&self) -> impl Strategy<Value = u32> + Clone + use<> {
        let of = self.of;
        self.times.clone().prop_map(move |times| times * of)
    }
}

fn words(words: &'static [&str]) -> BoxedStrategy<String> {
    select(words).prop_map(str::to_owned).boxed()
}

fn decimal(cents: u32) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

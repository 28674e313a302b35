//! The fast reader of rows. It finds the ends of fields 64 bytes at a time, and checks cells without creating a text or
//! a plan and without allocating.
//!
//! All clever code about bytes is in this file and its parts. It does not change any answer: it accepts only rows that
//! are certainly valid, whose cells are numbers of the usual form or words that the exact rules have read before, and
//! whose quotes are where RFC 4180 allows them. All other rows and blocks are left to the exact rules, and the tests
//! compare each part with them.
//!
//! A block goes through four steps:
//!
//! 1. [`StructuralIndex`] finds the commas and line ends outside of quotes.
//! 2. [`PackedCell`] reads a number from eight bytes.
//! 3. [`ValueCache`] and [`RunCache`] look up the values of cells that were read before.
//! 4. [`Plain`] combines them into a [`PlainRow`], or gives up.
#![expect(
    clippy::inline_always,
    reason = "code that runs for each row must be inlined into a function that may use all instructions of the processor"
)]

mod caches;
mod cells;
mod index;

pub use cells::{PADDING, may_hold};
pub use index::{MarkedRow, StructuralIndex, WINDOW, last_end_at_speed};

use crate::catalogue::columns::{Blanks, COLUMNS, Column, Columns};
use crate::catalogue::lint::PlainFacts;
use crate::catalogue::table::Row;
use crate::domain::currency::Currency;
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, Plan, Quantity};
use crate::domain::time::{Validity, VerifiedOn};
use caches::{RunCache, ValueCache};
use cells::{PackedCell, is_slug, is_text};
use fearless_simd::prelude::*;
use index::after;

/// The fast reader of one file, with the values that it has learned.
#[derive(Debug)]
pub struct Plain {
    /// The index of each column in the file.
    at: [u8; COLUMNS.len()],
    /// For each column all bits if the file has it, and otherwise none.
    has: [u32; COLUMNS.len()],
    /// The number of columns of the file.
    width: usize,
    sellers: RunCache<u32>,
    common: RunCache<CommonWords>,
    /// The last number that was given to an entry of `sellers` or `common`.
    numbers: u32,
    allowances: ValueCache<Allowance>,
    validities: ValueCache<Validity>,
    minutes: ValueCache<Quantity>,
    days: ValueCache<VerifiedOn>,
}

/// What rows with the same words in the [`COMMON`] columns share.
#[derive(Clone, Copy, Debug)]
struct CommonWords {
    number: u32,
    is_sim: bool,
    currency: Option<Currency>,
    /// Whether the confidence is blank.
    is_unsure: bool,
}

/// The values of a valid row that a judgement depends on.
#[derive(Clone, Copy, Debug)]
pub struct PlainRow<'r> {
    /// The bytes of the id.
    pub id: &'r [u8],
    /// Whether the plan is a SIM.
    pub is_sim: bool,
    /// Two numbers for the words in the other relevant columns. Rows with the same numbers have the same words.
    words: (u32, u32),
    price: Option<Money>,
    allowance: Option<Allowance>,
    validity: Option<Validity>,
    minutes: Option<Quantity>,
    verified_on: Option<VerifiedOn>,
    source: &'r [u8],
}

/// What decides the bars of a row besides its price and its age: its words, and whether its data is unlimited.
pub type SameBars = ((u32, u32), bool);

impl PlainRow<'_> {
    /// A key for the bars: rows with the same key have the same bars.
    #[inline]
    pub fn same_bars(&self) -> SameBars {
        (self.words, self.allowance == Some(Allowance::Unlimited))
    }

    /// What a check looks at.
    pub fn facts(&self) -> PlainFacts<'_> {
        let is_free = self.price.is_some_and(Money::is_zero);
        PlainFacts { is_free, verified_on: self.verified_on, source: self.source }
    }

    /// Turns the plan of a row with the same words into that of this row, except for its id and its texts, on which no
    /// judgement depends.
    #[inline]
    pub fn put_into(&self, plan: &mut Plan) {
        plan.price = self.price;
        plan.allowance = self.allowance;
        plan.validity = self.validity;
        plan.minutes = self.minutes;
        plan.verified_on = self.verified_on;
    }
}

/// The columns with few different words.
const COMMON: [Column; 13] = [
    Column::Kind,
    Column::Currency,
    Column::SetupFee,
    Column::DataPer,
    Column::Sms,
    Column::Scope,
    Column::Network,
    Column::Audience,
    Column::MaxPurchases,
    Column::Form,
    Column::Sold,
    Column::Balance,
    Column::Confidence,
];

/// The place of a cell in a block, and its number of bytes.
#[derive(Clone, Copy, Debug)]
struct Cell {
    start: usize,
    len: usize,
}

/// One row of a block.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'b> {
    /// The block with its padding.
    pub padded: &'b [u8],
    /// The end of the previous row, the ends of its fields, and any ends that follow.
    pub ends: &'b [u32; WINDOW],
    /// The number of its fields.
    pub width: usize,
}

/// The error of a cell that needs the exact rules.
struct NotPlain;

/// The cells of one row by column. Columns that the file does not have are blank.
struct PlainCells<'r> {
    row: Marked<'r>,
    file: &'r Plain,
}

impl<'r> PlainCells<'r> {
    #[inline(always)]
    fn cell(&self, column: Column) -> Cell {
        let at = self.file.at[column as usize] as usize % (WINDOW - 1);
        let before = self.row.ends[at];
        let end = self.row.ends[at + 1];
        let len = end.wrapping_sub(before).wrapping_sub(1) & self.file.has[column as usize];
        Cell { start: after(before), len: len as usize }
    }

    #[inline]
    fn bytes(&self, column: Column) -> &'r [u8] {
        let Cell { start, len } = self.cell(column);
        self.row.padded.get(start..start + len).unwrap_or_default()
    }

    /// The value of a cell. `None` if it is blank.
    #[inline(always)]
    fn value<V: Copy>(&self, column: Column, cache: &ValueCache<V>) -> Result<Option<V>, NotPlain> {
        let Cell { start, len } = self.cell(column);
        if len == 0 { Ok(None) } else { cache.get(self.row.padded, start, len).map(Some).ok_or(NotPlain) }
    }

    /// The amount in a cell. `None` if it is blank.
    #[inline(always)]
    fn amount(&self, column: Column, currency: Option<Currency>) -> Result<Option<Money>, NotPlain> {
        let Cell { start, len } = self.cell(column);
        if len == 0 {
            return Ok(None);
        }
        let currency = currency.ok_or(NotPlain)?;
        let minor = PackedCell::new(self.row.padded, start, len).scaled(currency.minor_digits() as usize);
        Money::from_minor(minor.ok_or(NotPlain)?.into(), currency).map(Some).map_err(|_| NotPlain)
    }
}

impl Plain {
    /// A reader for a file with these columns, which has not learned any values yet.
    pub fn new(columns: &Columns, width: usize) -> Self {
        Self {
            at: Column::ALL.map(|column| small_index(columns, column).unwrap_or(0)),
            has: Column::ALL.map(|column| columns.index(column).map_or(0, |_| u32::MAX)),
            width,
            sellers: RunCache::new(
                [Column::Line, Column::Operator].iter().filter_map(|&column| small_index(columns, column)),
            ),
            common: RunCache::new(COMMON.iter().filter_map(|&column| small_index(columns, column))),
            numbers: 0,
            allowances: ValueCache::default(),
            validities: ValueCache::default(),
            minutes: ValueCache::default(),
            days: ValueCache::default(),
        }
    }

    /// Whether the kind of a row may contain these three lower-case letters, in any case.
    #[inline]
    pub fn may_be(&self, row: Marked<'_>, word: [u8; 3]) -> bool {
        let kind = PlainCells { row, file: self }.bytes(Column::Kind);
        row.width != self.width || kind.windows(3).any(|part| part.eq_ignore_ascii_case(&word))
    }

    /// Reads a row. `None` if it needs the exact rules.
    #[inline(always)]
    pub fn row<'r, I: Simd>(
        &mut self,
        simd: I,
        row: Marked<'r>,
        blanks: &mut Blanks,
    ) -> Option<PlainRow<'r>> {
        if row.width != self.width || self.width >= WINDOW {
            return None;
        }
        let seller = *self.sellers.get(simd, row.padded, row.ends)?;
        let common = *self.common.get(simd, row.padded, row.ends)?;
        let cells = PlainCells { row, file: self };
        let id = cells.cell(Column::Id);
        if !is_slug(simd, row.padded, id.start, id.len) || !is_text(cells.bytes(Column::Name)) {
            return None;
        }
        let price = cells.amount(Column::Price, common.currency).ok()?;
        cells.amount(Column::Credit, common.currency).ok()?;
        let allowance = cells.value(Column::Data, &self.allowances).ok()?;
        let validity = cells.value(Column::Validity, &self.validities).ok()?;
        let minutes = cells.value(Column::Minutes, &self.minutes).ok()?;
        let verified_on = cells.value(Column::VerifiedOn, &self.days).ok()?;
        let at_source = cells.cell(Column::Source);
        let source = row.padded.get(at_source.start..at_source.start + at_source.len)?;
        if !source.is_empty() && !is_text(source) {
            return None;
        }
        blanks.count([source.is_empty(), verified_on.is_none(), common.is_unsure])?;
        Some(PlainRow {
            id: row.padded.get(id.start..id.start + id.len)?,
            is_sim: common.is_sim,
            words: (seller, common.number),
            price,
            allowance,
            validity,
            minutes,
            verified_on,
            source,
        })
    }

    /// Learns the values of a row from the plan that the exact rules have read.
    pub fn learn(&mut self, row: &Row<'_>, columns: &Columns, plan: &Plan) {
        self.numbers = self.numbers.wrapping_add(1);
        self.sellers.note(|first, last| row.run(first, last), self.numbers);
        let currency = plan.price.map(Money::currency);
        // A currency cell is not learned if the plan does not show its currency because it has no price, or if the cell
        // holds only blanks. The exact rules keep reading such rows.
        if currency.is_some() != row.bytes(columns.index(Column::Currency)).is_empty() {
            let common = CommonWords {
                number: self.numbers,
                is_sim: plan.is_sim(),
                currency,
                is_unsure: plan.confidence.is_none(),
            };
            self.common.note(|first, last| row.run(first, last), common);
        }
        // A volume of 0 is not learned, because its validity depends on the kind and the minutes of the plan.
        let allowance = plan.allowance.filter(|_| plan.carries_data());
        note(&mut self.allowances, row.bytes(columns.index(Column::Data)), allowance);
        note(&mut self.validities, row.bytes(columns.index(Column::Validity)), plan.validity);
        note(&mut self.minutes, row.bytes(columns.index(Column::Minutes)), plan.minutes);
        note(&mut self.days, row.bytes(columns.index(Column::VerifiedOn)), plan.verified_on);
    }
}

/// The index of a column, if it fits into a byte.
fn small_index(columns: &Columns, column: Column) -> Option<u8> {
    columns.index(column).and_then(|index| u8::try_from(index).ok())
}

/// Remembers the value of a cell unless it is blank.
fn note<V: Copy>(cache: &mut ValueCache<V>, cell: &[u8], value: Option<V>) {
    if let Some(value) = value {
        cache.note(cell, value);
    }
}

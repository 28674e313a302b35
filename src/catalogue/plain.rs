//! Plain rows checked at speed: straight from the bytes, without a text, a plan or an allocation.
//!
//! This knows only cells that are surely valid: numbers of the usual form, and words that the exact rules have read
//! before. A row with anything else in it is left to them.

use super::cells::{PackedCell, is_slug, is_text};
use super::columns::{Blanks, COLUMNS, Column, Columns};
use super::marks::{WINDOW, after};
use super::memo::{Memo, RunMemo};
use super::table::Row;
use crate::domain::money::{Currency, Money};
use crate::domain::plan::{Allowance, Plan, Quantity};
use crate::domain::time::{Validity, VerifiedOn};
use fearless_simd::Simd;

/// What is known of the cells of one file.
#[derive(Debug)]
pub struct Plain {
    /// Where each column stands.
    at: [u8; COLUMNS.len()],
    /// Every bit for a column that the file has, none for another.
    has: [u32; COLUMNS.len()],
    /// How many columns the file has.
    width: usize,
    sellers: RunMemo<u32>,
    common: RunMemo<CommonWords>,
    /// How many words of the two there were: each gets a number of its own.
    numbers: u32,
    allowances: Memo<Allowance>,
    validities: Memo<Validity>,
    minutes: Memo<Quantity>,
    days: Memo<VerifiedOn>,
}

/// What rows with the same words in [`COMMON`] columns have in common.
#[derive(Clone, Copy, Debug)]
struct CommonWords {
    number: u32,
    is_sim: bool,
    currency: Option<Currency>,
    /// Whether nobody has said how sure the row is.
    is_unsure: bool,
}

/// A row that is surely valid: what decides about a plan.
#[derive(Clone, Copy, Debug)]
pub struct PlainRow<'r> {
    /// The id.
    pub id: &'r [u8],
    /// Whether the plan is a SIM.
    pub is_sim: bool,
    /// A number for the words in the other columns that decide: rows with the same number have the same words.
    pub words: (u32, u32),
    price: Option<Money>,
    allowance: Option<Allowance>,
    validity: Option<Validity>,
    minutes: Option<Quantity>,
    verified_on: Option<VerifiedOn>,
}

impl PlainRow<'_> {
    /// Makes the plan of a row with the same words that of this row, in all that decides about it: its id and its texts
    /// stay.
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

/// Where a cell stands, and how many bytes it has.
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
    /// The end of the row before, those of each of its fields, and whatever follows.
    pub ends: &'b [u32; WINDOW],
    /// How many fields it has.
    pub width: usize,
}

/// That a cell is one for the exact rules.
struct NotPlain;

/// The cells of one row by column; blank ones for the columns that the file does not have.
struct PlainCells<'r> {
    row: Marked<'r>,
    file: &'r Plain,
}

impl<'r> PlainCells<'r> {
    #[expect(
        clippy::inline_always,
        reason = "twenty times a row: the calls would cost more than what they do"
    )]
    #[inline(always)]
    fn cell(&self, column: Column) -> Cell {
        let at = self.file.at[column as usize] as usize % (WINDOW - 1);
        let (before, end) = (self.row.ends[at], self.row.ends[at + 1]);
        let len = end.wrapping_sub(before).wrapping_sub(1) & self.file.has[column as usize];
        Cell { start: after(before), len: len as usize }
    }

    #[inline]
    fn bytes(&self, column: Column) -> &'r [u8] {
        let Cell { start, len } = self.cell(column);
        self.row.padded.get(start..start + len).unwrap_or_default()
    }

    /// What a cell holds; nothing if it is blank.
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    fn value<V: Copy>(&self, column: Column, memo: &Memo<V>) -> Result<Option<V>, NotPlain> {
        let Cell { start, len } = self.cell(column);
        if len == 0 { Ok(None) } else { memo.get(self.row.padded, start, len).map(Some).ok_or(NotPlain) }
    }

    /// An amount; nothing if the cell is blank.
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    fn amount(&self, column: Column, currency: Option<Currency>) -> Result<Option<Money>, NotPlain> {
        let Cell { start, len } = self.cell(column);
        if len == 0 {
            return Ok(None);
        }
        let currency = currency.ok_or(NotPlain)?;
        let minor = PackedCell::of(self.row.padded, start, len).scaled(currency.minor_digits() as usize);
        Money::from_minor(minor.ok_or(NotPlain)?.into(), currency).map(Some).map_err(|_| NotPlain)
    }
}

impl Plain {
    /// Nothing is known yet of a file with these columns.
    pub fn of(columns: &Columns, width: usize) -> Self {
        let place = |column: Column| columns.index(column).and_then(|at| u8::try_from(at).ok());
        Self {
            at: Column::ALL.map(|column| place(column).unwrap_or(0)),
            has: Column::ALL.map(|column| columns.index(column).map_or(0, |_| u32::MAX)),
            width,
            sellers: RunMemo::of([Column::Line, Column::Operator].into_iter().filter_map(place)),
            common: RunMemo::of(COMMON.into_iter().filter_map(place)),
            numbers: 0,
            allowances: Memo::default(),
            validities: Memo::default(),
            minutes: Memo::default(),
            days: Memo::default(),
        }
    }

    /// Whether a word of three small letters may be in the kind of a row, in any case.
    #[inline]
    pub fn may_be(&self, row: Marked<'_>, word: [u8; 3]) -> bool {
        let kind = PlainCells { row, file: self }.bytes(Column::Kind);
        row.width != self.width || kind.windows(3).any(|part| part.eq_ignore_ascii_case(&word))
    }

    /// A row that is surely valid; `None` if it is not.
    #[expect(clippy::inline_always, reason = "as above")]
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
        let source = cells.bytes(Column::Source);
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
        })
    }

    /// Learns which cells are valid, from a row of which the exact rules have read this plan.
    pub fn learn(&mut self, row: &Row<'_>, columns: &Columns, plan: &Plan) {
        let run = |first, last| row.run(first, last);
        self.numbers = self.numbers.wrapping_add(1);
        self.sellers.note(run, self.numbers);
        let currency = plan.price.map(Money::currency);
        let cell = |column| row.bytes(columns.index(column));
        // If no price is known, the currency of others with the same words is not known either; and a cell of blanks
        // counts as blank: that is for the exact rules to say.
        if currency.is_some() != cell(Column::Currency).is_empty() {
            let common = CommonWords {
                number: self.numbers,
                is_sim: plan.is_sim(),
                currency,
                is_unsure: plan.confidence.is_none(),
            };
            self.common.note(run, common);
        }
        // Whether a plan may have no data depends on its kind and its minutes.
        let allowance = plan.allowance.filter(|_| plan.carries_data());
        note(&mut self.allowances, cell(Column::Data), allowance);
        note(&mut self.validities, cell(Column::Validity), plan.validity);
        note(&mut self.minutes, cell(Column::Minutes), plan.minutes);
        note(&mut self.days, cell(Column::VerifiedOn), plan.verified_on);
    }
}

/// Notes what a cell holds, unless it is blank.
fn note<V: Copy>(memo: &mut Memo<V>, cell: &[u8], value: Option<V>) {
    if let Some(value) = value {
        memo.note(cell, value);
    }
}

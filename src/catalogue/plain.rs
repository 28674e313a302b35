//! Plain rows read at speed: their terms straight from the bytes, without a text, a plan or an allocation.
//!
//! This knows only cells that are surely sound: numbers of the usual form, and words that the exact rules have read
//! before. A row with anything else in it is left to them, a SIM always.

use super::cells::{Word, is_slug, is_text};
use super::columns::{Blanks, COLUMNS, Column, Columns};
use super::marks::{WINDOW, after};
use super::memo::{Memo, RunMemo};
use super::stream::{Record, Taker};
use super::table::Row;
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, Plan, Quantity};
use crate::domain::terms::Terms;
use crate::domain::time::{Validity, VerifiedOn};
use fearless_simd::Simd;

/// What is known of the cells of one file.
#[derive(Debug)]
pub struct Plain<S, C> {
    /// Where each column stands.
    at: [u8; COLUMNS.len()],
    /// Every bit for a column that the file has, none for another.
    has: [u32; COLUMNS.len()],
    /// How many columns the file has.
    width: usize,
    sellers: RunMemo<S>,
    traits: RunMemo<Common<C>>,
    allowances: Memo<Allowance>,
    validities: Memo<Validity>,
    minutes: Memo<Quantity>,
    days: Memo<VerifiedOn>,
}

/// What rows with the same words in [`COMMON`] columns have in common.
#[derive(Clone, Copy, Debug)]
struct Common<C> {
    class: C,
    /// How many digits amounts have after the point; `None` where there is no currency.
    minor_digits: Option<usize>,
    /// Whether nobody has said how sure the row is.
    is_unsure: bool,
}

/// The columns of which the traits come, and those with few different words that must be sound.
const COMMON: [Column; 10] = [
    Column::Kind,
    Column::Currency,
    Column::SetupFee,
    Column::DataPer,
    Column::Sms,
    Column::Scope,
    Column::Network,
    Column::Audience,
    Column::MaxPurchases,
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

/// The cells of one row by column; blank ones for the columns that the file does not have.
struct Cells<'r, S, C> {
    row: Marked<'r>,
    file: &'r Plain<S, C>,
}

impl<'r, S, C> Cells<'r, S, C> {
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

    /// What is in a cell that may be blank; `None` where that is not known here.
    #[expect(clippy::inline_always, reason = "as above")]
    #[expect(clippy::option_option, reason = "a blank cell is known to be one")]
    #[inline(always)]
    fn known<V: Copy>(&self, column: Column, memo: &Memo<V>) -> Option<Option<V>> {
        let Cell { start, len } = self.cell(column);
        if len == 0 { Some(None) } else { memo.get(self.row.padded, start, len).map(Some) }
    }
}

impl<S: Copy, C: Copy> Plain<S, C> {
    /// Nothing is known yet of a file with these columns.
    pub fn of(columns: &Columns, width: usize) -> Self {
        let place = |column: Column| columns.index(column).and_then(|at| u8::try_from(at).ok());
        Self {
            at: Column::ALL.map(|column| place(column).unwrap_or(0)),
            has: Column::ALL.map(|column| columns.index(column).map_or(0, |_| u32::MAX)),
            width,
            sellers: RunMemo::of([Column::Line, Column::Operator].into_iter().filter_map(place)),
            traits: RunMemo::of(COMMON.into_iter().filter_map(place)),
            allowances: Memo::default(),
            validities: Memo::default(),
            minutes: Memo::default(),
            days: Memo::default(),
        }
    }

    /// Hands a row to the taker; `None` where it is not surely sound.
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    pub fn take<I: Simd, T: Taker<Seller = S, Class = C>>(
        &mut self,
        simd: I,
        row: Marked<'_>,
        blanks: &mut Blanks,
        taker: &mut T,
        record: impl FnOnce() -> Record,
    ) -> Option<()> {
        if row.width != self.width || self.width >= WINDOW {
            return None;
        }
        let seller = *self.sellers.get(simd, row.padded, row.ends)?;
        let common = *self.traits.get(simd, row.padded, row.ends)?;
        let cells = Cells { row, file: self };
        let id = cells.cell(Column::Id);
        if !is_slug(simd, row.padded, id.start, id.len) || !is_text(cells.bytes(Column::Name)) {
            return None;
        }
        let price = cells.cell(Column::Price);
        let price = match Word::of(row.padded, price.start, price.len) {
            Word::BLANK => None,
            price => Some(price.scaled(common.minor_digits?)?),
        };
        let terms = Terms {
            price,
            allowance: cells.known(Column::Data, &self.allowances)?,
            validity: cells.known(Column::Validity, &self.validities)?,
            minutes: cells.known(Column::Minutes, &self.minutes)?,
            verified_on: cells.known(Column::VerifiedOn, &self.days)?,
        };
        let source = cells.bytes(Column::Source);
        if !source.is_empty() && !is_text(source) {
            return None;
        }
        blanks.count([source.is_empty(), terms.verified_on.is_none(), common.is_unsure])?;
        taker.take(seller, &common.class, cells.bytes(Column::Id), &terms, record);
        Some(())
    }

    /// Learns what the cells of a row mean, from the plan that the exact rules have read from it.
    pub fn learn(&mut self, row: &Row<'_>, columns: &Columns, plan: &Plan, seller: S, class: C) {
        let run = |first, last| row.run(first, last);
        self.sellers.note(run, seller);
        let currency = plan.price.map(Money::currency);
        let cell = |column| row.bytes(columns.index(column));
        // Where no price is known, the currency of others with the same words is not known either; and a cell of blanks
        // counts as blank: that is for the exact rules to say.
        if currency.is_some() != cell(Column::Currency).is_empty() {
            let common = Common {
                class,
                minor_digits: currency.map(|currency| currency.minor_digits() as usize),
                is_unsure: plan.confidence.is_none(),
            };
            self.traits.note(run, common);
        }
        note(&mut self.allowances, cell(Column::Data), plan.allowance);
        note(&mut self.validities, cell(Column::Validity), plan.validity);
        note(&mut self.minutes, cell(Column::Minutes), plan.minutes);
        note(&mut self.days, cell(Column::VerifiedOn), plan.verified_on);
    }
}

/// Notes what a cell means, unless it is blank.
fn note<V: Copy>(memo: &mut Memo<V>, cell: &[u8], value: Option<V>) {
    if let Some(value) = value {
        memo.note(cell, value);
    }
}

//! Plain rows checked at speed: straight from the bytes, without a text, a plan or an allocation.
//!
//! This knows only cells that are surely valid: numbers of the usual form, and words that the exact rules have read
//! before. A row with anything else in it is left to them.

use super::cells::{Word, is_slug, is_text};
use super::columns::{Blanks, COLUMNS, Column, Columns};
use super::marks::{WINDOW, after};
use super::memo::{Memo, RunMemo};
use super::table::Row;
use crate::domain::money::Money;
use crate::domain::plan::Plan;
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
    sellers: RunMemo<()>,
    common: RunMemo<Common>,
    allowances: Memo<()>,
    validities: Memo<()>,
    minutes: Memo<()>,
    days: Memo<()>,
}

/// What rows with the same words in [`COMMON`] columns have in common.
#[derive(Clone, Copy, Debug)]
struct Common {
    /// How many digits amounts have after the point; `None` where there is no currency.
    minor_digits: Option<usize>,
    /// Whether nobody has said how sure the row is.
    is_unsure: bool,
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

/// The cells of one row by column; blank ones for the columns that the file does not have.
struct Cells<'r> {
    row: Marked<'r>,
    file: &'r Plain,
}

impl<'r> Cells<'r> {
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

    /// Whether a cell is blank; `None` if it is not, and what it holds is not known here.
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    fn is_blank(&self, column: Column, memo: &Memo<()>) -> Option<bool> {
        let Cell { start, len } = self.cell(column);
        if len == 0 { Some(true) } else { memo.get(self.row.padded, start, len).map(|()| false) }
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
            allowances: Memo::default(),
            validities: Memo::default(),
            minutes: Memo::default(),
            days: Memo::default(),
        }
    }

    /// Where the id of a row is that is surely valid; `None` if it is not.
    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    pub fn id<'r, I: Simd>(&mut self, simd: I, row: Marked<'r>, blanks: &mut Blanks) -> Option<&'r [u8]> {
        if row.width != self.width || self.width >= WINDOW {
            return None;
        }
        let () = *self.sellers.get(simd, row.padded, row.ends)?;
        let common = *self.common.get(simd, row.padded, row.ends)?;
        let cells = Cells { row, file: self };
        let id = cells.cell(Column::Id);
        if !is_slug(simd, row.padded, id.start, id.len) || !is_text(cells.bytes(Column::Name)) {
            return None;
        }
        for amount in [Column::Price, Column::Credit] {
            let Cell { start, len } = cells.cell(amount);
            let amount = Word::of(row.padded, start, len);
            if amount != Word::BLANK {
                amount.scaled(common.minor_digits?)?;
            }
        }
        cells.is_blank(Column::Data, &self.allowances)?;
        cells.is_blank(Column::Validity, &self.validities)?;
        cells.is_blank(Column::Minutes, &self.minutes)?;
        let is_undated = cells.is_blank(Column::VerifiedOn, &self.days)?;
        let source = cells.bytes(Column::Source);
        if !source.is_empty() && !is_text(source) {
            return None;
        }
        blanks.count([source.is_empty(), is_undated, common.is_unsure])?;
        row.padded.get(id.start..id.start + id.len)
    }

    /// Learns which cells are valid, from a row of which the exact rules have read this plan.
    pub fn learn(&mut self, row: &Row<'_>, columns: &Columns, plan: &Plan) {
        let run = |first, last| row.run(first, last);
        self.sellers.note(run, ());
        let currency = plan.price.map(Money::currency);
        let cell = |column| row.bytes(columns.index(column));
        // If no price is known, the currency of others with the same words is not known either; and a cell of blanks
        // counts as blank: that is for the exact rules to say.
        if currency.is_some() != cell(Column::Currency).is_empty() {
            let common = Common {
                minor_digits: currency.map(|currency| currency.minor_digits() as usize),
                is_unsure: plan.confidence.is_none(),
            };
            self.common.note(run, common);
        }
        // Whether a plan may have no data depends on its kind and its minutes.
        let has_data = plan.carries_data();
        note(&mut self.allowances, cell(Column::Data), has_data);
        note(&mut self.validities, cell(Column::Validity), plan.validity.is_some());
        note(&mut self.minutes, cell(Column::Minutes), plan.minutes.is_some());
        note(&mut self.days, cell(Column::VerifiedOn), plan.verified_on.is_some());
    }
}

/// Notes that a cell is valid, unless it is blank.
fn note(memo: &mut Memo<()>, cell: &[u8], is_known: bool) {
    if is_known {
        memo.note(cell, ());
    }
}

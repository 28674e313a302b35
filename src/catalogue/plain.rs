//! Plain rows read at speed: their terms straight from the bytes, without a text, a plan or an allocation.
//!
//! This knows only cells that are surely sound: numbers of the usual form, and words that the exact rules have read
//! before. A row with anything else in it is left to them, a SIM always.

use super::cells::{Memo, Name, PairMemo, Word, day, is_slug, is_text};
use super::columns::{Blanks, COLUMNS, Column, Columns};
use super::marks::{WINDOW, after};
use super::stream::{Record, Taker};
use crate::domain::money::Currency;
use crate::domain::plan::{Allowance, Audience, Confidence, DataPer, Kind, Network, Plan, Quantity, Scope};
use crate::domain::terms::{Price, Terms};
use crate::domain::time::VerifiedOn;
use crate::domain::volume::DataVolume;

/// What is known of the cells of one file.
#[derive(Debug)]
pub struct Plain<S> {
    /// Where each column stands.
    at: [u8; COLUMNS.len()],
    /// Every bit for a column that the file has, none for another.
    has: [u32; COLUMNS.len()],
    /// How many columns the file has.
    width: usize,
    sellers: PairMemo<S>,
    kinds: Memo<Kind>,
    currencies: Memo<Option<Currency>>,
    allowances: Memo<Allowance>,
    periods: Memo<DataPer>,
    generals: Memo<bool>,
    networks: Memo<Option<Network>>,
    audiences: Memo<Audience>,
    months: Memo<VerifiedOn>,
    confidences: Memo<Option<Confidence>>,
}

/// Where a cell stands, and its bytes as a number.
#[derive(Clone, Copy, Debug)]
struct Cell {
    start: usize,
    word: Word,
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
struct Cells<'r, S> {
    row: Marked<'r>,
    file: &'r Plain<S>,
}

impl<'r, S> Cells<'r, S> {
    #[expect(
        clippy::inline_always,
        reason = "twenty times a row: the calls would cost more than what they do"
    )]
    #[inline(always)]
    fn cell(&self, column: Column) -> Cell {
        let at = self.file.at[column as usize] as usize % (WINDOW - 1);
        let (before, end) = (self.row.ends[at], self.row.ends[at + 1]);
        let (start, len) = (after(before), end.wrapping_sub(before).wrapping_sub(1));
        Cell { start, word: Word::of(self.row.padded, start, len & self.file.has[column as usize]) }
    }

    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    fn word(&self, column: Column) -> Word {
        self.cell(column).word
    }

    #[inline]
    fn name(&self, column: Column) -> Option<Name> {
        let Cell { start, word } = self.cell(column);
        Name::of(self.row.padded, start, word)
    }

    #[inline]
    fn bytes(&self, column: Column) -> &'r [u8] {
        let Cell { start, word } = self.cell(column);
        self.row.padded.get(start..start + word.size()).unwrap_or_default()
    }
}

impl<S: Copy> Plain<S> {
    /// Nothing is known yet of a file with these columns.
    pub fn of(columns: &Columns, width: usize) -> Self {
        Self {
            at: Column::ALL
                .map(|column| columns.index(column).and_then(|at| u8::try_from(at).ok()).unwrap_or(0)),
            has: Column::ALL.map(|column| columns.index(column).map_or(0, |_| u32::MAX)),
            width,
            sellers: PairMemo::default(),
            kinds: Memo::default(),
            currencies: Memo::default(),
            allowances: Memo::default(),
            periods: Memo::default(),
            generals: Memo::default(),
            networks: Memo::default(),
            audiences: Memo::default(),
            months: Memo::default(),
            confidences: Memo::default(),
        }
    }

    /// Hands a row to the taker; `None` where it is not surely sound.
    #[inline]
    pub fn take<T: Taker<Seller = S>>(
        &self,
        row: Marked<'_>,
        blanks: &mut Blanks,
        taker: &mut T,
        record: impl FnOnce() -> Record,
    ) -> Option<()> {
        if row.width != self.width || self.width >= WINDOW {
            return None;
        }
        let cells = Cells { row, file: self };
        let id = cells.cell(Column::Id);
        if !is_slug(row.padded, id.start, id.word) || !is_text(cells.bytes(Column::Name)) {
            return None;
        }
        let seller = self.sellers.get(cells.name(Column::Line)?, cells.name(Column::Operator)?)?;
        let kind = self.kinds.get(cells.word(Column::Kind)).filter(|kind| *kind != Kind::Sim)?;
        let currency = self.currencies.get(cells.word(Column::Currency))?;
        let price = |cell: Word| {
            let currency = currency?;
            Some(Price { minor: cell.scaled(currency.minor_digits())?, currency })
        };
        let is_unlimited =
            |column: Column, cell: Word| cell.may_be_unlimited() && cells.bytes(column) == b"unlimited";
        let quantity = |column: Column, cell: Word| {
            let unlimited = || is_unlimited(column, cell).then_some(Quantity::Unlimited);
            cell.count().map(Quantity::Count).or_else(unlimited)
        };
        let allowance = |cell: Word| {
            let volume = cell.kilobytes().map(|kb| Allowance::Volume(DataVolume::from_kb(kb)));
            let unlimited = || is_unlimited(Column::Data, cell).then_some(Allowance::Unlimited);
            volume.or_else(|| self.allowances.get(cell)).or_else(unlimited)
        };
        let seen = |cell| day(cells.bytes(Column::VerifiedOn)).or_else(|| self.months.get(cell));
        let setup_fee = known(cells.word(Column::SetupFee), price).ok()?;
        if setup_fee.is_some() && kind != Kind::Contract {
            return None;
        }
        known(cells.word(Column::Sms), |cell| quantity(Column::Sms, cell)).ok()?;
        let terms = Terms {
            kind,
            price: known(cells.word(Column::Price), price).ok()?,
            setup_fee,
            allowance: known(cells.word(Column::Data), allowance).ok()?,
            data_per: self.periods.get(cells.word(Column::DataPer))?,
            validity: known(cells.word(Column::Validity), Word::validity).ok()?,
            minutes: known(cells.word(Column::Minutes), |cell| quantity(Column::Minutes, cell)).ok()?,
            is_general: self.generals.get(cells.word(Column::Scope))?,
            network: self.networks.get(cells.word(Column::Network))?,
            audience: self.audiences.get(cells.word(Column::Audience))?,
            max_purchases: known(cells.word(Column::MaxPurchases), |cell| {
                cell.count().filter(|&count| count > 0)
            })
            .ok()?,
            verified_on: known(cells.word(Column::VerifiedOn), seen).ok()?,
            confidence: self.confidences.get(cells.word(Column::Confidence))?,
        };
        let source = cells.bytes(Column::Source);
        if !source.is_empty() && !is_text(source) {
            return None;
        }
        blanks.count([source.is_empty(), terms.verified_on.is_none(), terms.confidence.is_none()])?;
        taker.take(seller, cells.bytes(Column::Id), &terms, record);
        Some(())
    }

    /// Learns what the cells of a row mean, from the plan that the exact rules have read from it.
    pub fn learn<'c>(&mut self, cell: impl Fn(Column) -> &'c [u8], plan: &Plan, seller: S) {
        self.sellers.note(cell(Column::Line), cell(Column::Operator), seller);
        self.kinds.note(cell(Column::Kind), plan.kind);
        let currency = plan.price.or(plan.setup_fee).map(crate::domain::money::Money::currency);
        if currency.is_some() || cell(Column::Currency).is_empty() {
            self.currencies.note(cell(Column::Currency), currency);
        }
        if let Some(allowance) = plan.allowance {
            self.allowances.note(cell(Column::Data), allowance);
        }
        self.periods.note(cell(Column::DataPer), plan.data_per);
        self.generals.note(cell(Column::Scope), plan.scope == Scope::General);
        self.networks.note(cell(Column::Network), plan.network);
        self.audiences.note(cell(Column::Audience), plan.audience);
        if let Some(seen) = plan.verified_on {
            self.months.note(cell(Column::VerifiedOn), seen);
        }
        self.confidences.note(cell(Column::Confidence), plan.confidence);
    }
}

/// A cell holds what is not known here.
struct NotKnown;

/// What is in a cell that may be blank.
#[expect(clippy::inline_always, reason = "as above")]
#[inline(always)]
fn known<V>(cell: Word, read: impl Fn(Word) -> Option<V>) -> Result<Option<V>, NotKnown> {
    if cell.is_blank() { Ok(None) } else { read(cell).map(Some).ok_or(NotKnown) }
}

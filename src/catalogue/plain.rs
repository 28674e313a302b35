//! Plain rows read at speed: their terms straight from the bytes, without a text, a plan or an allocation.
//!
//! This knows only cells that are surely sound: numbers of the usual form, and words that the exact rules have read
//! before. A row with anything else in it is left to them, a SIM always.

use super::cells::{Memo, PairMemo, Word, day, is_slug, is_text};
use super::columns::{Blanks, COLUMNS, Column, Columns};
use super::marks::after;
use super::stream::{Record, Taker};
use crate::domain::money::Currency;
use crate::domain::plan::{Allowance, Audience, Confidence, DataPer, Kind, Network, Plan, Quantity, Scope};
use crate::domain::terms::{Price, Terms};
use crate::domain::time::VerifiedOn;
use crate::domain::volume::DataVolume;

/// What is known of the cells of one file.
#[derive(Debug)]
pub struct Plain<S> {
    /// Where each column stands; past the last one where it does not.
    at: [usize; COLUMNS.len()],
    /// The cells of the row that is being read, and after them a blank one.
    cells: Vec<Cell>,
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

impl Cell {
    const NOWHERE: Self = Self { start: 0, word: Word::BLANK };

    #[inline]
    fn bytes(self, padded: &[u8]) -> &[u8] {
        padded.get(self.start..self.start + self.word.len()).unwrap_or_default()
    }
}

/// One row of a block.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'b> {
    /// The block with its padding.
    pub padded: &'b [u8],
    /// The end of the row before, and of each of its fields.
    pub ends: &'b [u32],
}

impl<S: Copy> Plain<S> {
    /// Nothing is known yet of a file with these columns.
    pub fn of(columns: &Columns, width: usize) -> Self {
        Self {
            at: Column::ALL.map(|column| columns.index(column).unwrap_or(width)),
            cells: vec![Cell::NOWHERE; width + 1],
            sellers: PairMemo::new(),
            kinds: Memo::new(),
            currencies: Memo::new(),
            allowances: Memo::new(),
            periods: Memo::new(),
            generals: Memo::new(),
            networks: Memo::new(),
            audiences: Memo::new(),
            months: Memo::new(),
            confidences: Memo::new(),
        }
    }

    /// Hands a row to the taker; `None` where it is not surely sound.
    #[inline]
    pub fn take<T: Taker<Seller = S>>(
        &mut self,
        row: Marked<'_>,
        blanks: &mut Blanks,
        taker: &mut T,
        record: impl FnOnce() -> Record,
    ) -> Option<()> {
        // A row of n cells has n ends after the end of the row before.
        if row.ends.len() != self.cells.len() {
            return None;
        }
        for (cell, ends) in self.cells.iter_mut().zip(row.ends.windows(2)) {
            let start = after(ends[0]);
            *cell = Cell { start, word: Word::of(row.padded, start, ends[1].wrapping_sub(ends[0]) - 1) };
        }
        let cell = |column: Column| self.cells[self.at[column as usize]];
        let bytes = |column: Column| cell(column).bytes(row.padded);
        let word = |column: Column| cell(column).word;
        let id = cell(Column::Id);
        if !is_slug(row.padded, id.start, id.word) || !is_text(bytes(Column::Name)) {
            return None;
        }
        let seller = self.sellers.get(bytes(Column::Line), bytes(Column::Operator))?;
        let kind = self.kinds.get(word(Column::Kind)).filter(|kind| *kind != Kind::Sim)?;
        let currency = self.currencies.get(word(Column::Currency))?;
        let price = |cell: Word| {
            let currency = currency?;
            Some(Price { minor: cell.scaled(currency.minor_digits())?.into(), currency })
        };
        let is_unlimited = |column: Column| word(column).may_be_unlimited() && bytes(column) == b"unlimited";
        let quantity = |column: Column| {
            let count = |cell: Word| cell.count().map(Quantity::Count);
            known(word(column), count).or_else(|| is_unlimited(column).then_some(Some(Quantity::Unlimited)))
        };
        let allowance = |cell: Word| {
            let volume = cell.kilobytes().map(|kb| Allowance::Volume(DataVolume::from_kb(kb)));
            let unlimited = || is_unlimited(Column::Data).then_some(Allowance::Unlimited);
            volume.or_else(|| self.allowances.get(cell)).or_else(unlimited)
        };
        let seen = |cell| day(bytes(Column::VerifiedOn)).or_else(|| self.months.get(cell));
        let setup_fee = known(word(Column::SetupFee), price)?;
        if setup_fee.is_some() && kind != Kind::Contract {
            return None;
        }
        quantity(Column::Sms)?;
        let terms = Terms {
            kind,
            price: known(word(Column::Price), price)?,
            setup_fee,
            allowance: known(word(Column::Data), allowance)?,
            data_per: self.periods.get(word(Column::DataPer))?,
            validity: known(word(Column::Validity), Word::validity)?,
            minutes: quantity(Column::Minutes)?,
            is_general: self.generals.get(word(Column::Scope))?,
            network: self.networks.get(word(Column::Network))?,
            audience: self.audiences.get(word(Column::Audience))?,
            max_purchases: known(word(Column::MaxPurchases), |cell| cell.count().filter(|&count| count > 0))?,
            verified_on: known(word(Column::VerifiedOn), seen)?,
            confidence: self.confidences.get(word(Column::Confidence))?,
        };
        let source = bytes(Column::Source);
        if !source.is_empty() && !is_text(source) {
            return None;
        }
        blanks.count([source.is_empty(), terms.verified_on.is_none(), terms.confidence.is_none()])?;
        taker.take(seller, id.bytes(row.padded), &terms, record);
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

/// A cell that may be blank: `None` where it is not blank and not known.
#[inline]
fn known<V>(cell: Word, read: impl Fn(Word) -> Option<V>) -> Option<Option<V>> {
    if cell.is_blank() { Some(None) } else { read(cell).map(Some) }
}

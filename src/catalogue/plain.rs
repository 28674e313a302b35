//! Plain rows read at speed: their terms straight from the bytes, without a text, a plan or an allocation.
//!
//! This knows only cells that are surely sound: numbers of the usual form, and words that the exact rules have read
//! before. A row with anything else in it is left to them, a SIM always.

use super::cells::{Memo, PairMemo, amount, count, day, is_slug, is_text, kilobytes, validity};
use super::columns::{Blanks, COLUMNS, Column, Columns, EXPECTED};
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

/// One row of a block: where it begins, and where its fields end.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'b> {
    /// The block.
    pub block: &'b [u8],
    /// Where the row begins.
    pub start: usize,
    /// Where each field ends.
    pub ends: &'b [u32],
    /// Where the last field ends, without the `\r` of a line end.
    pub end: usize,
}

impl<'b> Marked<'b> {
    #[inline]
    fn cell(&self, index: usize) -> &'b [u8] {
        if index >= self.ends.len() {
            return &[];
        }
        let start = if index == 0 { self.start } else { self.ends[index - 1] as usize + 1 };
        let end = if index + 1 == self.ends.len() { self.end } else { self.ends[index] as usize };
        self.block.get(start..end).unwrap_or_default()
    }
}

impl<S: Copy> Plain<S> {
    /// Nothing is known yet of a file with these columns.
    pub fn of(columns: &Columns, width: usize) -> Self {
        let mut at = [usize::MAX; COLUMNS.len()];
        for (place, column) in at.iter_mut().zip(Column::ALL) {
            *place = columns.index(column).unwrap_or(usize::MAX);
        }
        Self {
            at,
            width,
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
        &self,
        row: Marked<'_>,
        blanks: &mut Blanks,
        taker: &mut T,
        record: impl FnOnce() -> Record,
    ) -> Option<()> {
        if row.ends.len() != self.width {
            return None;
        }
        let cell = |column: Column| row.cell(self.at[column as usize]);
        let given = |column: Column| Some(cell(column)).filter(|cell| !cell.is_empty());
        let id = cell(Column::Id);
        if !is_slug(id) || !is_text(cell(Column::Name)) {
            return None;
        }
        let seller = self.sellers.get(cell(Column::Line), cell(Column::Operator))?;
        let kind = self.kinds.get(cell(Column::Kind)).filter(|kind| *kind != Kind::Sim)?;
        let currency = self.currencies.get(cell(Column::Currency))?;
        let price = |cell: &[u8]| {
            let currency = currency?;
            let minor = amount(cell, currency.minor_digits())?;
            Some(Price { minor: minor.into(), currency })
        };
        let quantity = |cell: &[u8]| match cell {
            b"unlimited" => Some(Quantity::Unlimited),
            _ => count(cell).map(Quantity::Count),
        };
        let allowance = |cell: &[u8]| {
            let volume = kilobytes(cell).map(|kb| Allowance::Volume(DataVolume::from_kb(kb)));
            volume.or_else(|| self.allowances.get(cell))
        };
        let seen = |cell: &[u8]| day(cell).or_else(|| self.months.get(cell));
        let setup_fee = known(given(Column::SetupFee), price)?;
        if setup_fee.is_some() && kind != Kind::Contract {
            return None;
        }
        known(given(Column::Sms), quantity)?;
        let terms = Terms {
            kind,
            price: known(given(Column::Price), price)?,
            setup_fee,
            allowance: known(given(Column::Data), allowance)?,
            data_per: self.periods.get(cell(Column::DataPer))?,
            validity: known(given(Column::Validity), validity)?,
            minutes: known(given(Column::Minutes), quantity)?,
            is_general: self.generals.get(cell(Column::Scope))?,
            network: self.networks.get(cell(Column::Network))?,
            audience: self.audiences.get(cell(Column::Audience))?,
            max_purchases: known(given(Column::MaxPurchases), |cell| count(cell).filter(|&count| count > 0))?,
            verified_on: known(given(Column::VerifiedOn), seen)?,
            confidence: self.confidences.get(cell(Column::Confidence))?,
        };
        let source = cell(Column::Source);
        if !source.is_empty() && !is_text(source) {
            return None;
        }
        blanks.count(EXPECTED.map(|column| cell(column).is_empty()))?;
        taker.take(seller, id, &terms, record);
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
fn known<V>(cell: Option<&[u8]>, read: impl Fn(&[u8]) -> Option<V>) -> Option<Option<V>> {
    match cell {
        None => Some(None),
        Some(cell) => read(cell).map(Some),
    }
}

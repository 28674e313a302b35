//! Plain rows read at speed: their terms straight from the bytes, without a text, a plan or an allocation.
//!
//! This knows only cells that are surely sound: numbers of the usual form, and words that the exact rules have read
//! before. A row with anything else in it is left to them, a SIM always.

use super::cells::{Memo, PairMemo, Standing, Word, WordsMemo, day, is_slug, is_text};
use super::columns::{Blanks, COLUMNS, Column, Columns};
use super::marks::{WINDOW, after};
use super::stream::{Record, Taker};
use crate::domain::money::{Currency, Money};
use crate::domain::plan::{Allowance, Kind, Plan, Quantity};
use crate::domain::terms::Terms;
use crate::domain::time::VerifiedOn;
use crate::domain::volume::DataVolume;

/// What is known of the cells of one file.
#[derive(Debug)]
pub struct Plain<S, C> {
    /// Where each column stands.
    at: [u8; COLUMNS.len()],
    /// Every bit for a column that the file has, none for another.
    has: [u32; COLUMNS.len()],
    /// How many columns the file has.
    width: usize,
    sellers: PairMemo<S>,
    classes: WordsMemo<7, Common<C>>,
    allowances: Memo<Allowance>,
    months: Memo<VerifiedOn>,
}

/// What rows with the same words in [`COMMON`] columns have in common.
#[derive(Clone, Copy, Debug)]
struct Common<C> {
    class: C,
    is_contract: bool,
    /// How many digits amounts have after the point; `None` where there is no currency.
    minor_digits: Option<u32>,
}

/// The columns with few different words.
const COMMON: [Column; 7] = [
    Column::Kind,
    Column::Currency,
    Column::DataPer,
    Column::Scope,
    Column::Network,
    Column::Audience,
    Column::Confidence,
];

/// The columns that are mostly blank.
const SELDOM: [Column; 4] = [Column::SetupFee, Column::Minutes, Column::Sms, Column::MaxPurchases];

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
        let (start, len) = (after(before), end.wrapping_sub(before).wrapping_sub(1));
        Cell { start, word: Word::of(self.row.padded, start, len & self.file.has[column as usize]) }
    }

    #[expect(clippy::inline_always, reason = "as above")]
    #[inline(always)]
    fn word(&self, column: Column) -> Word {
        self.cell(column).word
    }

    #[inline]
    fn standing(&self, column: Column) -> Standing<'r> {
        let Cell { start, word } = self.cell(column);
        Standing::of(self.row.padded, start, word)
    }

    fn is_unlimited(&self, column: Column) -> bool {
        self.word(column).may_be_unlimited() && self.bytes(column) == b"unlimited"
    }

    /// The cells of [`SELDOM`] columns; fees in a currency with so many digits, where there may be any.
    fn seldom(&self, fee_digits: Option<u32>, terms: &mut Terms) -> Option<()> {
        let quantity = |column: Column| {
            let unlimited = || self.is_unlimited(column).then_some(Quantity::Unlimited);
            known(self.word(column), |cell| cell.count().map(Quantity::Count).or_else(unlimited)).ok()
        };
        terms.setup_fee = known(self.word(Column::SetupFee), |cell| cell.scaled(fee_digits?)).ok()?;
        terms.minutes = quantity(Column::Minutes)?;
        quantity(Column::Sms)?;
        let several = |cell: Word| cell.count().filter(|&count| count > 0);
        terms.max_purchases = known(self.word(Column::MaxPurchases), several).ok()?;
        Some(())
    }

    #[inline]
    fn bytes(&self, column: Column) -> &'r [u8] {
        let Cell { start, word } = self.cell(column);
        self.row.padded.get(start..start + word.size()).unwrap_or_default()
    }
}

impl<S: Copy, C: Copy> Plain<S, C> {
    /// Nothing is known yet of a file with these columns.
    pub fn of(columns: &Columns, width: usize) -> Self {
        Self {
            at: Column::ALL
                .map(|column| columns.index(column).and_then(|at| u8::try_from(at).ok()).unwrap_or(0)),
            has: Column::ALL.map(|column| columns.index(column).map_or(0, |_| u32::MAX)),
            width,
            sellers: PairMemo::default(),
            classes: WordsMemo::default(),
            allowances: Memo::default(),
            months: Memo::default(),
        }
    }

    /// Hands a row to the taker; `None` where it is not surely sound.
    #[inline]
    pub fn take<T: Taker<Seller = S, Class = C>>(
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
        let seller = self.sellers.get(cells.standing(Column::Line), cells.standing(Column::Operator))?;
        let common = self.classes.get(&COMMON.map(|column| cells.word(column)))?;
        let price = |cell: Word| cell.scaled(common.minor_digits?);
        let allowance = |cell: Word| {
            let volume = cell.kilobytes().map(|kb| Allowance::Volume(DataVolume::from_kb(kb)));
            let unlimited = || cells.is_unlimited(Column::Data).then_some(Allowance::Unlimited);
            volume.or_else(|| self.allowances.get(cell)).or_else(unlimited)
        };
        let seen = |cell| day(cells.bytes(Column::VerifiedOn)).or_else(|| self.months.get(cell));
        let mut terms = Terms {
            price: known(cells.word(Column::Price), price).ok()?,
            setup_fee: None,
            allowance: known(cells.word(Column::Data), allowance).ok()?,
            validity: known(cells.word(Column::Validity), Word::validity).ok()?,
            minutes: None,
            max_purchases: None,
            verified_on: known(cells.word(Column::VerifiedOn), seen).ok()?,
        };
        if SELDOM.iter().any(|column| !cells.word(*column).is_blank()) {
            cells.seldom(common.minor_digits.filter(|_| common.is_contract), &mut terms)?;
        }
        let source = cells.bytes(Column::Source);
        if !source.is_empty() && !is_text(source) {
            return None;
        }
        let unsure = cells.word(Column::Confidence).is_blank();
        blanks.count([source.is_empty(), terms.verified_on.is_none(), unsure])?;
        taker.take(seller, &common.class, cells.bytes(Column::Id), &terms, record);
        Some(())
    }

    /// Learns what the cells of a row mean, from the plan that the exact rules have read from it.
    pub fn learn<'c>(&mut self, cell: impl Fn(Column) -> &'c [u8], plan: &Plan, seller: S, class: C) {
        self.sellers.note(cell(Column::Line), cell(Column::Operator), seller);
        let currency = plan.price.map(Money::currency);
        if currency.is_some() || cell(Column::Currency).is_empty() {
            let is_contract = plan.kind == Kind::Contract;
            let common = Common { class, is_contract, minor_digits: currency.map(Currency::minor_digits) };
            self.classes.note(COMMON.map(&cell), common);
        }
        if let Some(allowance) = plan.allowance {
            self.allowances.note(cell(Column::Data), allowance);
        }
        if let Some(seen) = plan.verified_on {
            self.months.note(cell(Column::VerifiedOn), seen);
        }
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

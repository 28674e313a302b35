//! A catalogue of any size, as far as it matters for one request.

use super::Catalogue;
use super::columns::{Column, REQUIRED};
use super::records::{LONGEST_RECORD, last_end};
use super::stream::{Layout, Record, Taker, read};
use super::table::{BOM, Diagnostic, ReadError};
use super::threads::{cores, each_on};
use crate::domain::comparison::{ByLine, Comparison, compare};
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::domain::request::Request;
use crate::domain::sieve::{Class, KnownSims, Reading, Rest, Seller, Sieve, Sifted, Wanted};
use crate::domain::slug::Slug;
use crate::domain::terms::{Terms, Traits};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::Arc;

/// What a catalogue is read from.
pub trait Source: Read + Send {
    /// Goes back to the beginning; `false` where that cannot be done.
    ///
    /// # Errors
    /// What kept it from being done.
    fn rewind(&mut self) -> io::Result<bool>;

    /// Whether what has been read again is what was read first, as far as the source can know.
    ///
    /// # Errors
    /// What kept that from being found out.
    fn is_unchanged(&self) -> io::Result<bool>;
}

/// How a catalogue is read.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// On how many threads; `None` for one on each core.
    pub threads: Option<usize>,
    /// Up to how many bytes it is kept whole: then all of its offers and refusals can be told.
    pub whole: usize,
    /// In blocks of how many bytes a larger one is read.
    pub block: usize,
}

impl Settings {
    /// Reading on so many threads, with sizes that suit large files.
    pub const fn on(threads: Option<usize>) -> Self {
        Self { threads, whole: 1 << 20, block: 1 << 17 }
    }

    /// The number of threads, at least 1.
    pub fn threads(&self) -> usize {
        self.threads.unwrap_or_else(cores).max(1)
    }
}

/// The plans of a catalogue that matter, and the others counted.
#[derive(Debug)]
pub struct Shortlist {
    /// The plans.
    pub plans: Vec<Arc<Plan>>,
    /// The others, where there are any.
    pub rest: Option<Rest>,
    /// Rows that are wanted only if a line cannot be searched, with the layout to read them by.
    aside: Option<(Layout, Vec<Record>)>,
    /// What deserves a warning.
    pub warnings: Vec<Diagnostic>,
    /// On how many threads it was read, and is compared.
    threads: usize,
}

impl Shortlist {
    /// Reads a catalogue: a small one whole, of a large one what matters for the request.
    ///
    /// # Errors
    /// Every problem of the file, or what kept it from being read or compared.
    pub fn read(
        mut source: impl Source,
        request: &Request,
        wanted: Wanted<'_>,
        settings: Settings,
    ) -> Result<Self, ReadError> {
        let mut known: Option<KnownSims> = None;
        loop {
            let head = head(&mut source, settings.whole)?;
            if head.is_whole && known.is_some() {
                return Err(ReadError::Changed);
            }
            if head.is_whole {
                return Ok(Self::whole(Catalogue::of(&head.bytes)?));
            }
            let (layout, rows, line) = Layout::of(&head.bytes, &REQUIRED)?;
            let sieve = || Sieve::new(request, wanted, known.as_ref());
            let sieves = (0..settings.threads()).map(|_| sieve()).collect();
            let found = read(rows.chain(&mut source), &layout, line, settings.block, sieves)?;
            if found.problems.count > 0 {
                return Err(ReadError::Problems(found.problems));
            }
            let merged = found.takers.into_iter().reduce(|mut all, sieve| {
                all.merge(sieve);
                all
            });
            if known.is_some() && !source.is_unchanged()? {
                return Err(ReadError::Changed);
            }
            let Some(merged) = merged else { continue };
            match merged.finish() {
                Reading::Done(sifted) => {
                    return Ok(Self::of(sifted, layout, found.warnings, settings.threads())?);
                }
                Reading::Again(sims) if source.rewind()? => known = Some(sims),
                Reading::Again(_) => return Err(ReadError::OnlyOnce),
            }
        }
    }

    /// A small catalogue: all of it matters.
    pub fn whole(catalogue: Catalogue) -> Self {
        Self { plans: catalogue.plans, rest: None, aside: None, warnings: catalogue.warnings, threads: 1 }
    }

    /// The plans of the records that are kept; of them no two may have one id.
    fn of(
        sifted: Sifted<Record>,
        layout: Layout,
        warnings: Vec<Diagnostic>,
        threads: usize,
    ) -> Result<Self, Vec<Diagnostic>> {
        let plans = each_on(threads, sifted.rows.len(), &|row| layout.plan(&sifted.rows[row]).map(Arc::new));
        let rows = plans.into_iter().zip(sifted.rows).filter_map(|(plan, record)| Some((plan?, record)));
        let mut kept: Vec<(Arc<Plan>, Record)> = rows.chain(sifted.sims).collect();
        kept.sort_by(|(_, a), (_, b)| a.cmp(b));
        let mut first_lines: BTreeMap<&Slug, u64> = BTreeMap::new();
        let mut problems = Vec::new();
        for (plan, record) in &kept {
            if let Some(first) = first_lines.get(&plan.id) {
                let error = Error::new("id-twice").with("value", plan.id.as_str()).with("first_line", *first);
                problems.extend(layout.problem(record, Column::Id, error));
            } else {
                first_lines.insert(&plan.id, record.line);
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let plans = kept.into_iter().map(|(plan, _)| plan).collect();
        Ok(Self { plans, rest: Some(sifted.rest), aside: Some((layout, sifted.aside)), warnings, threads })
    }

    /// The comparison of the whole catalogue.
    ///
    /// # Errors
    /// As [`compare`].
    pub fn compare(&self, request: &Request) -> Result<Comparison, Error> {
        match &self.rest {
            None => compare(self.plans.iter().cloned(), request),
            Some(rest) => {
                let aside = || {
                    let rows =
                        self.aside.iter().flat_map(|(layout, rows)| rows.iter().map(|row| layout.plan(row)));
                    rows.flatten().map(Arc::new).collect()
                };
                let by_line: ByLine<'_> = &|lines, line| each_on(self.threads, lines, line);
                rest.compare(&self.plans, &aside, request, by_line)
            }
        }
    }

    /// How many rows the catalogue has.
    pub fn rows(&self) -> usize {
        self.plans.len() + self.rest.as_ref().map_or(0, Rest::rows)
    }
}

/// The beginning of a file: all of a small one, else at least its header.
pub(super) struct Head {
    pub(super) bytes: Vec<u8>,
    pub(super) is_whole: bool,
}

pub(super) fn head(source: &mut impl Source, whole: usize) -> io::Result<Head> {
    let (mut bytes, mut most) = (Vec::new(), whole as u64 + 1);
    loop {
        let count = source.by_ref().take(most).read_to_end(&mut bytes)?;
        if (count as u64) < most {
            return Ok(Head { bytes, is_whole: true });
        }
        if last_end(bytes.strip_prefix(BOM).unwrap_or(&bytes)).is_some() {
            return Ok(Head { bytes, is_whole: false });
        }
        if bytes.len() > LONGEST_RECORD + BOM.len() {
            // The header is too long: nothing of the rest matters.
            return Ok(Head { bytes, is_whole: true });
        }
        most = bytes.len() as u64;
    }
}

impl Taker for Sieve<'_, Record> {
    type Seller = Seller;
    type Class = Class;

    fn seller(&mut self, line: &Slug, operator: &Slug) -> Seller {
        Sieve::seller(self, line, operator)
    }

    fn class(&mut self, traits: &Traits) -> Class {
        Sieve::class(self, traits)
    }

    #[inline]
    fn take(
        &mut self,
        seller: Seller,
        class: &Class,
        id: &[u8],
        terms: &Terms,
        record: impl FnOnce() -> Record,
    ) {
        Sieve::take(self, seller, class, id, terms, record);
    }

    fn take_sim(&mut self, seller: Seller, sim: Plan, record: Record) {
        Sieve::take_sim(self, seller, Arc::new(sim), record);
    }
}

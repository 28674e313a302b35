//! A comparison of more rows than fit into memory: each is judged as it is read, and what can never win is dropped.
//!
//! **What is kept.** Of each line the plans that no other replaces in every basket, the best offers of one plan alone
//! (as many as are asked for), and the SIMs that are worth beginning with. Whatever is dropped is only counted: as an
//! offer, or as refused for its first reason. [`compare`](super::comparison::compare) then answers from the rows that are kept, and the counts are
//! added.
//!
//! **Why the answer is the same.** Both orders by which rows are dropped are strict and transitive, so each dropped row
//! has rows that stay before it; and no answer ever holds a row while those are there. The kept rows do not depend on
//! the order of the rows, nor on how they are shared out: sieves of parts of a catalogue [merge](Sieve::merge) into
//! that of the whole.
//!
//! **What has to be known first.** A pass is judged with the SIM of its line, which may come later in the file. A row
//! is judged as if its line had none. Where the line turns out to have one, that is put right at the end if the SIM
//! only adds its price; if it serves time itself, or totals or purchases are limited, the rows have to be
//! [read again](Reading::Again), now with the SIMs known.

mod judge;
mod kept;
mod sims;
mod tally;

use super::comparison::{Beyond, ByLine, Comparison, compare_by};
use super::figure::Error;
use super::line::Line;
use super::plan::Plan;
use super::refusal::Code;
use super::request::Request;
use super::slug::Slug;
use super::terms::{Terms, Traits};
pub use judge::Class;
use judge::{Beginning, Judge};
use kept::Kept;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tally::Tally;

/// The SIMs of a catalogue by line, as far as they matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownSims(BTreeMap<Slug, Vec<Arc<Plan>>>);

/// What is to be kept whatever else is.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'r> {
    /// How many of the best offers, at least 1.
    pub offers: usize,
    /// The plan of this id.
    pub plan: Option<&'r str>,
}

/// A line with one of its operators, as a sieve knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seller {
    line: usize,
    excluded: bool,
}

/// Rows that are kept against one another, each with a payload from which its plan can be had again.
#[derive(Debug)]
pub struct Sieve<'r, P> {
    judge: Judge<'r>,
    wanted: Wanted<'r>,
    known: Option<BTreeMap<Slug, Beginning>>,
    sellers: BTreeMap<(Slug, Slug), Seller>,
    line_ids: BTreeMap<Slug, usize>,
    lines: Vec<Kept<P>>,
    sold_in_shown: bool,
}

/// What reading all rows once came to.
#[derive(Debug)]
pub enum Reading<P> {
    /// Everything is judged.
    Done(Sifted<P>),
    /// The rows have to be read again with these SIMs known.
    Again(KnownSims),
}

/// What is left of a catalogue.
#[derive(Debug)]
pub struct Sifted<P> {
    /// The rows that are kept and are no SIMs.
    pub rows: Vec<P>,
    /// The SIMs that are kept.
    pub sims: Vec<(Arc<Plan>, P)>,
    /// Rows that are no SIMs and are beaten only by offers of other lines: they are wanted if those cannot be searched.
    pub aside: Vec<P>,
    /// The rest, counted.
    pub rest: Rest,
}

/// The rows that were dropped, counted, and the names of all.
#[derive(Clone, Debug)]
pub struct Rest {
    /// How many of the best offers were kept.
    ranked: usize,
    dropped: Dropped,
    /// The same without the rows that are put aside.
    dropped_at_once: Dropped,
    /// Each line with each of its operators.
    pub sellers: BTreeSet<(Slug, Slug)>,
    /// Whether some price is in the shown currency.
    pub sold_in_shown: bool,
}

/// The rows of each line that were dropped.
#[derive(Clone, Debug, Default)]
struct Dropped(BTreeMap<Slug, DroppedOfLine>);

#[derive(Clone, Debug)]
struct DroppedOfLine {
    tally: Tally,
    /// The SIMs with which a basket of theirs would begin.
    sims_begun: Vec<Slug>,
}

impl Dropped {
    fn of<P: Ord>(line_ids: &BTreeMap<Slug, usize>, lines: &[Kept<P>]) -> Self {
        let of_line = |(name, &index): (&Slug, &usize)| {
            let line = &lines[index];
            let mut tally = line.tally.clone();
            tally.add(&line.sims.tally);
            (name.clone(), DroppedOfLine { tally, sims_begun: line.sims_begun().cloned().collect() })
        };
        Self(line_ids.iter().map(of_line).collect())
    }

    /// The rows of all lines, if these lines are not searched: none of their rows is an offer then.
    fn tally(&self, unsearched: &BTreeSet<&Slug>) -> Tally {
        let mut all = Tally::default();
        for (line, dropped) in &self.0 {
            if unsearched.contains(line) {
                all.add(&dropped.tally.all_too_large());
            } else {
                all.add(&dropped.tally);
            }
        }
        all
    }
}

impl<'r, P: Ord> Sieve<'r, P> {
    /// An empty sieve for this request; `known` after a first reading.
    pub fn new(request: &'r Request, wanted: Wanted<'r>, known: Option<&KnownSims>) -> Self {
        let beginning = |(line, sims): (&Slug, &Vec<Arc<Plan>>)| {
            let mut begun = Line::default();
            for sim in sims {
                begun.push(Arc::clone(sim));
            }
            begun.sort();
            (line.clone(), Beginning::of(&begun, request))
        };
        let known = known.map(|known| known.0.iter().map(beginning).collect());
        Self {
            judge: Judge::of(request),
            wanted,
            known,
            sellers: BTreeMap::new(),
            line_ids: BTreeMap::new(),
            lines: Vec::new(),
            sold_in_shown: false,
        }
    }

    /// The seller of a line and an operator.
    pub fn seller(&mut self, line: &Slug, operator: &Slug) -> Seller {
        let key = (line.clone(), operator.clone());
        if let Some(seller) = self.sellers.get(&key) {
            return *seller;
        }
        let of_line = self.line(line);
        let seller = Seller { line: of_line, excluded: self.judge.excludes(operator, line) };
        self.sellers.insert(key, seller);
        seller
    }

    /// The class of plans with these traits.
    pub fn class(&mut self, traits: &Traits) -> Class {
        self.sold_in_shown |= traits.currency == Some(self.judge.request.currency);
        self.judge.class(traits)
    }

    fn line(&mut self, line: &Slug) -> usize {
        if let Some(index) = self.line_ids.get(line) {
            return *index;
        }
        let known = self.known.as_ref().and_then(|known| known.get(line));
        let beginning = known.cloned().unwrap_or_else(Beginning::nothing);
        self.lines.push(Kept::of(beginning, self.wanted.offers.max(1)));
        self.line_ids.insert(line.clone(), self.lines.len() - 1);
        self.lines.len() - 1
    }

    /// Takes a row that is no SIM. The payload is asked for only where the row may be kept.
    #[inline]
    pub fn take(
        &mut self,
        seller: Seller,
        class: &Class,
        id: &[u8],
        terms: &Terms,
        payload: impl FnOnce() -> P,
    ) {
        let line = &mut self.lines[seller.line];
        if self.wanted.plan.is_some_and(|wanted| wanted.as_bytes() == id) {
            return line.pin(payload());
        }
        let own = self.judge.own(seller.excluded, class, terms);
        line.take(own, &self.judge, id, payload);
    }

    /// Takes a SIM.
    pub fn take_sim(&mut self, seller: Seller, sim: Arc<Plan>, payload: P) {
        self.sold_in_shown |= sim.price.is_some_and(|price| price.currency() == self.judge.request.currency);
        let line = &mut self.lines[seller.line];
        if self.wanted.plan == Some(sim.id.as_str()) {
            return line.sims.pin(sim, payload);
        }
        line.sims.take(sim, payload, self.judge.request);
    }

    /// Adds the sieve of other rows of the same catalogue.
    pub fn merge(&mut self, other: Self) {
        self.sold_in_shown |= other.sold_in_shown;
        let mut lines: Vec<Option<Kept<P>>> = other.lines.into_iter().map(Some).collect();
        for (name, index) in other.line_ids {
            let own = self.line(&name);
            if let Some(kept) = lines[index].take() {
                self.lines[own].merge(kept);
            }
        }
        for ((line, operator), _) in other.sellers {
            self.seller(&line, &operator);
        }
    }

    /// What is left when all rows have been taken.
    pub fn finish(mut self) -> Reading<P> {
        let mut settled = true;
        for line in &mut self.lines {
            line.sift(&self.judge);
            line.sims.sift(self.judge.request);
            settled &= line.settle(&self.judge) || self.known.is_some();
            line.leave_out_of_mixes(&self.judge);
        }
        if !settled {
            let known = self.line_ids.into_iter().map(|(name, index)| (name, self.lines[index].sims.plans()));
            return Reading::Again(KnownSims(known.collect()));
        }
        let dropped_at_once = Dropped::of(&self.line_ids, &self.lines);
        let mut aside = Vec::new();
        let mut totals: Vec<u128> = self.lines.iter().flat_map(Kept::totals).collect();
        if let Some(last) = self.wanted.offers.max(1).checked_sub(1).filter(|last| *last < totals.len()) {
            let most = *totals.select_nth_unstable(last).1;
            self.lines.iter_mut().for_each(|line| line.put_aside_past(most, &self.judge, &mut aside));
        }
        let rest = Rest {
            ranked: self.wanted.offers.max(1),
            dropped: Dropped::of(&self.line_ids, &self.lines),
            dropped_at_once,
            sellers: self.sellers.into_keys().collect(),
            sold_in_shown: self.sold_in_shown,
        };
        let (mut rows, mut sims) = (Vec::new(), Vec::new());
        for line in self.lines {
            let (of_line, sims_of_line) = line.into_rows();
            rows.extend(of_line);
            sims.extend(sims_of_line);
        }
        Reading::Done(Sifted { rows, sims, aside, rest })
    }
}

impl Rest {
    /// How many rows these are.
    pub fn rows(&self) -> usize {
        as_count(self.dropped.tally(&BTreeSet::new()).all())
    }

    /// The comparison of the whole catalogue from the plans that are kept of it, and those put aside if they are wanted.
    ///
    /// # Errors
    /// As [`compare`](super::comparison::compare).
    pub fn compare(
        &self,
        plans: &[Arc<Plan>],
        aside: &dyn Fn() -> Vec<Arc<Plan>>,
        request: &Request,
        by_line: ByLine<'_>,
    ) -> Result<Comparison, Error> {
        let mut comparison = compare_by(plans.iter().cloned(), request, by_line)?;
        let mut dropped = &self.dropped;
        if !comparison.unsearched_lines().is_empty() {
            // What was put aside was beaten by offers that are none.
            comparison = compare_by(plans.iter().cloned().chain(aside()), request, by_line)?;
            dropped = &self.dropped_at_once;
        }
        let unsearched = comparison.unsearched_lines();
        let tally = dropped.tally(&unsearched);
        let begun = dropped.0.iter().filter(|(line, _)| !unsearched.contains(line));
        let sims_begun: BTreeSet<&Slug> = begun.flat_map(|(_, dropped)| &dropped.sims_begun).collect();
        let mut beyond = Beyond { ranked: self.ranked, ..Beyond::default() };
        let mut refuse = |code, count: u64| *beyond.refusals.entry(code).or_default() += as_count(count);
        tally.refused().for_each(|(code, count)| refuse(code, count));
        if request.needs_nothing() {
            if tally.offered() > 0 {
                refuse(Code::NotNeeded, tally.offered());
            }
            self.name_operator(&mut comparison);
        } else {
            beyond.offers = as_count(tally.offered());
            // A SIM that begins the basket of a dropped row stands in an offer.
            comparison.refusals.retain(|refusal| !sims_begun.contains(&refusal.plan.id));
        }
        comparison.plans += as_count(tally.all());
        comparison.beyond = beyond;
        Ok(comparison)
    }

    /// Where nothing is to be bought, the operator of the user's SIM, though no row of its line may be kept.
    fn name_operator(&self, comparison: &mut Comparison) {
        for offer in comparison.offers.iter_mut().chain(comparison.trade_off.iter_mut().flatten()) {
            if offer.operators.is_empty() {
                let of_line = self.sellers.iter().find(|(line, _)| offer.lines.contains(line));
                offer.operators.extend(of_line.map(|(_, operator)| operator.clone()));
            }
        }
    }
}

fn as_count(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

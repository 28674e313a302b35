//! The SIMs of one line, kept against one another.

use super::judge::Beginning;
use super::tally::Tally;
use crate::domain::line::{Line, Verdict};
use crate::domain::need::ServedTime;
use crate::domain::plan::Plan;
use crate::domain::refusal::{Code, Reason};
use crate::domain::request::Request;
use std::cmp::Ordering;
use std::sync::Arc;

/// The SIMs of a line that may begin a basket or be offers alone; where none may, the one whose reason is told.
#[derive(Clone, Debug)]
pub(super) struct Sims<P> {
    most: usize,
    rows: Vec<(Arc<Plan>, P)>,
    /// The SIM that is kept whatever it comes to.
    pinned: Option<(Arc<Plan>, P)>,
    room: usize,
    /// What became of those that were dropped, which does not hang on the rest of the line.
    pub(super) tally: Tally,
}

/// How many SIMs a line may have before they are sifted for the first time.
const ROOM: usize = 16;

/// What a SIM does at the beginning of a basket.
struct Figures<'p> {
    /// An unknown price comes after all others: it counts only where no SIM has a price.
    price: Option<u128>,
    time: ServedTime,
    minutes: u64,
    plan: &'p Plan,
}

impl Figures<'_> {
    /// Whether the other SIM is better in every basket.
    fn is_replaced_by(&self, other: &Self) -> bool {
        let price = |figures: &Self| (figures.price.is_none(), figures.price);
        let as_good = price(other) <= price(self) && other.time >= self.time && other.minutes >= self.minutes;
        let first = price(other).cmp(&price(self)).then(self.time.cmp(&other.time));
        as_good && first.then_with(|| other.plan.id.cmp(&self.plan.id)) == Ordering::Less
    }
}

impl<P: Ord> Sims<P> {
    pub(super) fn of(most: usize) -> Self {
        Self { most, rows: Vec::new(), pinned: None, room: ROOM, tally: Tally::default() }
    }

    pub(super) fn take(&mut self, sim: Arc<Plan>, payload: P, request: &Request) {
        self.rows.push((sim, payload));
        if self.rows.len() > self.room {
            self.sift(request);
            self.room = (2 * self.rows.len()).max(ROOM);
        }
    }

    /// Keeps a SIM whatever it comes to.
    pub(super) fn pin(&mut self, sim: Arc<Plan>, payload: P) {
        self.rows.extend(self.pinned.replace((sim, payload)));
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.tally.add(&other.tally);
        self.rows.extend(other.rows);
        if let Some((sim, payload)) = other.pinned {
            self.pin(sim, payload);
        }
    }

    /// Drops what the other SIMs make needless.
    pub(super) fn sift(&mut self, request: &Request) {
        self.rows.sort_by(|(a, at), (b, too)| a.id.cmp(&b.id).then_with(|| at.cmp(too)));
        let figures: Vec<_> = self.rows.iter().map(|(sim, _)| figures(sim, request)).collect();
        let told = self.told(request);
        let is_kept = |index: usize| match &figures[index] {
            // Whether its sums fit is for the whole comparison to say.
            Judged::Vast => true,
            Judged::Refused => told == Some(index),
            Judged::Usable(own) => {
                let better = figures
                    .iter()
                    .filter(|other| matches!(other, Judged::Usable(other) if own.is_replaced_by(other)));
                better.take(self.most).count() < self.most
            }
        };
        let kept: Vec<bool> = (0..self.rows.len()).map(is_kept).collect();
        let rows = std::mem::take(&mut self.rows);
        for (row, kept) in rows.into_iter().zip(kept) {
            if kept {
                self.rows.push(row);
                continue;
            }
            match Line::default().verdict(&row.0, request) {
                Verdict::Offer(_) => self.tally.offer(),
                Verdict::Refused(reasons) => {
                    self.tally.refuse(reasons.first().map_or(Code::SimOnly, |reason| reason.code));
                }
                Verdict::TotalTooLarge(_) | Verdict::Incomputable(_) => self.rows.push(row),
            }
        }
    }

    /// Of the SIMs that are out the one whose reason is told.
    fn told(&self, request: &Request) -> Option<usize> {
        let reasons = self.rows.iter().enumerate().filter_map(|(index, (sim, _))| {
            let mut reasons: Vec<_> = request.reasons_against_sim(sim).collect();
            reasons.extend(request.missing_rate(sim).map(|_| Reason::new(Code::RateUnknown, vec![])));
            (!reasons.is_empty()).then(|| (index, reasons.swap_remove(0)))
        });
        // The rows are in the order of their ids: of equal ones the first stays.
        let first = reasons.min_by(|(_, a), (_, b)| a.told_before(b));
        first.map(|(index, _)| index)
    }

    /// How the line begins with these SIMs.
    pub(super) fn beginning(&self, request: &Request) -> Beginning {
        let mut line = Line::default();
        self.plans().into_iter().for_each(|sim| line.push(sim));
        line.sort();
        Beginning::of(&line, request)
    }

    pub(super) fn plans(&self) -> Vec<Arc<Plan>> {
        self.rows.iter().chain(&self.pinned).map(|(sim, _)| Arc::clone(sim)).collect()
    }

    pub(super) fn into_rows(self) -> Vec<(Arc<Plan>, P)> {
        self.rows.into_iter().chain(self.pinned).collect()
    }
}

enum Judged<'p> {
    Usable(Figures<'p>),
    Refused,
    Vast,
}

fn figures<'p>(sim: &'p Arc<Plan>, request: &Request) -> Judged<'p> {
    if request.reasons_against_sim(sim).next().is_some() || request.missing_rate(sim).is_some() {
        return Judged::Refused;
    }
    let time = request.need.served_by_plan(sim).unwrap_or_default();
    match request.item(sim, 1, time) {
        Ok(item) => Judged::Usable(Figures {
            price: item.unit_price.map(crate::domain::money::Money::minor),
            time,
            minutes: request.need.minutes_of(sim),
            plan: sim,
        }),
        Err(_) => Judged::Vast,
    }
}

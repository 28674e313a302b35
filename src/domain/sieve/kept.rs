//! The rows of one line that may stand in an answer, kept against one another.

use super::judge::{Alone, Beginning, Figures, Judge, Own, Starter, Use};
use super::sims::Sims;
use super::tally::Tally;
use crate::domain::cheapest::ParetoFront;
use crate::domain::need::ServedTime;
use crate::domain::plan::Plan;
use crate::domain::refusal::Code;
use crate::domain::slug::Slug;
use std::cmp::Reverse;
use std::sync::Arc;

/// A row that may stand in an answer.
#[derive(Clone, Debug)]
struct Row<P> {
    figures: Figures,
    alone: Option<Alone>,
    /// Whether no other row replaces it in every basket.
    is_wanted: bool,
    id: Box<[u8]>,
    payload: P,
}

impl<P: Ord> Row<P> {
    /// Whether this plan, repeated alone, is the better one however the line begins: with no more purchases.
    fn beats_alone(&self, other: &Self, judge: &Judge<'_>) -> bool {
        let (own, its) = (&self.figures, &other.figures);
        if own.price > its.price || own.fee > its.fee || own.serving.minutes < its.serving.minutes {
            return false;
        }
        let time = |figures: &Figures| figures.serving.time;
        let is_first = if (own.price, own.fee) == (its.price, its.fee) {
            (time(own), &other.id, &other.payload) > (time(its), &self.id, &self.payload)
        } else {
            time(own).min(judge.target) >= time(its).min(judge.target)
        };
        is_first && judge.is_unlimited(own.serving)
    }
}

/// What is kept of one line, and how the rest was judged.
///
/// A row is dropped only where rows that are kept make it needless, by two strict orders: enough of them are better
/// offers alone, and one of them takes its place in every basket with others. Both are transitive, so the order in
/// which the rows come changes nothing.
#[derive(Clone, Debug)]
pub(super) struct Kept<P> {
    pub(super) tally: Tally,
    beginning: Beginning,
    /// Which starters a basket of a dropped row would begin with.
    begun: Vec<bool>,
    /// Whether sums with each of its starters surely fit.
    is_countable: bool,
    /// How many offers alone are kept.
    most: usize,
    rows: Vec<Row<P>>,
    /// Rows that are kept whatever they come to.
    pinned: Vec<P>,
    pub(super) sims: Sims<P>,
    /// The total of the last offer that is kept, where enough are.
    worst_total: u128,
    /// The same, where it is that short.
    short_worst_total: Option<u64>,
    /// Prices, ascending, with the time and the minutes that are had for them.
    stairs: Vec<(u64, ServedTime, u64)>,
    /// For prices below that, by their parts, the time that is had for less than the least of the part: most rows are
    /// replaced there already.
    time_for_less: [ServedTime; PARTS],
    /// The price that buys everything at once.
    price_of_all: u64,
    /// How many rows there may be before they are sifted again.
    room: usize,
    /// What the line's SIM adds to every total, once it is known and adds the same to all.
    start_price: Option<u128>,
}

/// In how many parts prices are looked up.
const PARTS: usize = 64;

/// How many rows a line may have before they are sifted for the first time.
const ROOM: usize = 32;

impl<P: Ord> Kept<P> {
    pub(super) fn of(beginning: Beginning, most: usize) -> Self {
        let starters: &[Starter] = if let Beginning::OneOf(starters) = &beginning { starters } else { &[] };
        Self {
            tally: Tally::default(),
            begun: vec![false; starters.len()],
            is_countable: starters.iter().all(Starter::is_countable),
            beginning,
            most,
            rows: Vec::new(),
            pinned: Vec::new(),
            sims: Sims::of(most),
            worst_total: u128::MAX,
            short_worst_total: None,
            stairs: Vec::new(),
            time_for_less: [ServedTime::ZERO; PARTS],
            price_of_all: u64::MAX,
            room: ROOM,
            start_price: None,
        }
    }

    fn starters(&self) -> &[Starter] {
        if let Beginning::OneOf(starters) = &self.beginning { starters } else { &[] }
    }

    /// Takes a row that is no SIM.
    #[inline]
    pub(super) fn take(&mut self, own: Own, judge: &Judge<'_>, id: &[u8], payload: impl FnOnce() -> P) {
        let starters = match &self.beginning {
            Beginning::OneOf(starters) => starters,
            Beginning::Refused(of_sim) => {
                let code = if let Own::Out(code) = own { code.min(*of_sim) } else { *of_sim };
                return self.tally.refuse(code);
            }
        };
        let figures = match own {
            Own::Out(code) => return self.tally.refuse(code),
            Own::NoRate(serving) => return self.tally.refuse(judge.without_rate(serving, starters)),
            Own::In(figures) if self.is_countable => figures,
            Own::In(_) | Own::Vast => return self.pinned.push(payload()),
        };
        let starts_bare = starters.len() == 1 && starters[0].is_bare();
        if starts_bare
            && judge.surely_offers(&figures)
            && self.is_past_best(&figures, judge)
            && (figures.price > self.price_of_all
                || self.is_surely_replaced(&figures, judge)
                || !self.is_wanted_in_mixes(&figures, judge))
        {
            self.begun[0] = true;
            return self.tally.offer();
        }
        let alone = judge.alone(&figures, starters);
        let among_best = alone.is_ok_and(|(alone, _)| alone.total <= self.worst_total);
        let wanted = match figures.use_in(judge.request) {
            Use::Mixes => self.is_wanted_in_mixes(&figures, judge),
            Use::TradeOff => true,
            Use::Alone => false,
        };
        if !among_best && !wanted {
            return self.drop(alone);
        }
        let alone = alone.ok().map(|(alone, _)| alone);
        self.rows.push(Row { figures, alone, is_wanted: true, id: id.into(), payload: payload() });
        if self.rows.len() > self.room {
            self.sift(judge);
            self.room = (2 * self.rows.len()).max(ROOM);
        }
    }

    /// Keeps a row whatever it comes to.
    pub(super) fn pin(&mut self, payload: P) {
        self.pinned.push(payload);
    }

    fn drop(&mut self, alone: Result<(Alone, usize), Code>) {
        match alone {
            Ok((_, starter)) => {
                self.begun[starter] = true;
                self.tally.offer();
            }
            Err(code) => self.tally.refuse(code),
        }
    }

    /// Whether a row that is bought as often as its time needs costs more than the last of the best offers. Nothing is
    /// divided here: most rows do.
    #[inline]
    fn is_past_best(&self, figures: &Figures, judge: &Judge<'_>) -> bool {
        let (Some(target), Some(worst)) = (judge.short_target, self.short_worst_total) else { return false };
        let time = u64::try_from(figures.serving.time.units()).unwrap_or(u64::MAX).min(target);
        u128::from(figures.price) * u128::from(target) > u128::from(worst) * u128::from(time)
    }

    /// Whether no row at a lower price does as much.
    fn is_wanted_in_mixes(&self, figures: &Figures, judge: &Judge<'_>) -> bool {
        let cheaper = &self.stairs[..self.stairs.partition_point(|(price, ..)| *price < figures.price)];
        let (time, minutes) = (figures.serving.time.min(judge.target), figures.serving.minutes);
        // Without minutes the last of them has the most time.
        let tried = if judge.request.need.minutes() == 0 { cheaper.len().saturating_sub(1) } else { 0 };
        !cheaper[tried..]
            .iter()
            .any(|(_, its_time, its_minutes)| *its_time >= time && *its_minutes >= minutes)
    }

    /// The same where no minutes are needed, sure only where it says so.
    #[inline]
    fn is_surely_replaced(&self, figures: &Figures, judge: &Judge<'_>) -> bool {
        let part = usize::try_from(figures.price / self.price_of_part()).unwrap_or(PARTS).min(PARTS - 1);
        let is_replaced = self.time_for_less[part] >= figures.serving.time.min(judge.target);
        debug_assert!(!is_replaced || !self.is_wanted_in_mixes(figures, judge), "{figures:?}");
        is_replaced
    }

    fn price_of_part(&self) -> u64 {
        self.stairs.last().map_or(1, |(price, ..)| price / PARTS as u64 + 1)
    }

    /// Drops what the other rows make needless.
    pub(super) fn sift(&mut self, judge: &Judge<'_>) {
        // Where a basket may begin in several ways, equal offers differ in their SIMs too: all of them are kept.
        let ties_matter = self.starters().len() > 1;
        let rank = |a: &Row<P>, b: &Row<P>| {
            let by_alone = a.alone.is_none().cmp(&b.alone.is_none()).then(a.alone.cmp(&b.alone));
            by_alone.then_with(|| a.id.cmp(&b.id)).then_with(|| a.payload.cmp(&b.payload))
        };
        let offers = self.rows.iter().filter(|row| row.alone.is_some()).count();
        let mut best = self.most.min(offers);
        if ties_matter {
            self.rows.sort_by(rank);
            while best > 0 && best < offers && self.rows[best].alone == self.rows[best - 1].alone {
                best += 1;
            }
        } else if let Some(last) = best.checked_sub(1) {
            // The others need no order.
            self.rows.select_nth_unstable_by(last, rank);
            self.rows[..best].sort_by(rank);
        }
        self.worst_total = match best.checked_sub(1).filter(|_| best >= self.most) {
            Some(last) => self.rows[last].alone.map_or(u128::MAX, |alone| alone.total),
            None => u128::MAX,
        };
        self.short_worst_total = u64::try_from(self.worst_total).ok();
        let mut wanted = self.wanted_in_mixes(judge);
        self.add_wanted_in_trade_off(&mut wanted, judge);
        let rows = std::mem::take(&mut self.rows);
        for ((index, row), is_wanted) in rows.into_iter().enumerate().zip(wanted) {
            if index < best || is_wanted {
                self.rows.push(Row { is_wanted, ..row });
            } else {
                let alone = judge.alone(&row.figures, self.starters());
                self.drop(alone);
            }
        }
    }

    /// Which rows no other replaces in every basket, and the stairs of those that replace others.
    fn wanted_in_mixes(&mut self, judge: &Judge<'_>) -> Vec<bool> {
        let mut order: Vec<usize> = (0..self.rows.len())
            .filter(|&index| self.rows[index].figures.use_in(judge.request) == Use::Mixes)
            .collect();
        // Who replaces comes before whom it replaces: cheaper, then more time, then the smaller id.
        order.sort_by(|&a, &b| {
            let [a, b] = [a, b].map(|index| &self.rows[index]);
            let by_figures = |row: &Row<P>| (row.figures.price, Reverse(row.figures.serving.time));
            let by_name = || a.id.cmp(&b.id).then_with(|| a.payload.cmp(&b.payload));
            by_figures(a).cmp(&by_figures(b)).then_with(by_name)
        });
        let mut wanted = vec![false; self.rows.len()];
        let minutes = judge.request.need.minutes();
        let mut replacing = ParetoFront::of(minutes > 0);
        self.stairs.clear();
        self.price_of_all = u64::MAX;
        for index in order {
            let Figures { price, serving, .. } = self.rows[index].figures;
            let time = serving.time.min(judge.target);
            if replacing.covers(0, time.units(), serving.minutes) {
                continue;
            }
            wanted[index] = true;
            if judge.is_unlimited(serving) {
                replacing.insert(0, time.units(), serving.minutes);
                self.stairs.push((price, time, serving.minutes));
                if time == judge.target && serving.minutes == minutes {
                    self.price_of_all = self.price_of_all.min(price);
                }
            }
        }
        let (each, mut stairs) = (self.price_of_part(), self.stairs.iter().peekable());
        let (mut least, mut time) = (0, ServedTime::ZERO);
        for part in &mut self.time_for_less {
            while let Some((_, had, _)) = stairs.next_if(|(price, ..)| *price < least) {
                time = time.max(*had);
            }
            *part = time;
            least += each;
        }
        wanted
    }

    /// Plans that do not mix stand in a trade-off for needing few purchases, too, however dear they are.
    fn add_wanted_in_trade_off(&self, wanted: &mut [bool], judge: &Judge<'_>) {
        let of_use = |row: &&Row<P>| row.figures.use_in(judge.request) == Use::TradeOff;
        for (wanted, row) in wanted.iter_mut().zip(&self.rows).filter(|(_, row)| of_use(row)) {
            let is_beaten = self.rows.iter().filter(of_use).any(|other| other.beats_alone(row, judge));
            *wanted = !is_beaten;
        }
    }

    /// Adds what was kept of other rows of the line.
    pub(super) fn merge(&mut self, other: Self) {
        self.tally.add(&other.tally);
        for (begun, too) in self.begun.iter_mut().zip(other.begun) {
            *begun |= too;
        }
        self.rows.extend(other.rows);
        self.pinned.extend(other.pinned);
        self.sims.merge(other.sims);
    }

    /// Whether the rows that were dropped are judged as they would be had the line's SIMs been known from the first
    /// row on. Where it only matters that there are SIMs, the tally is put right.
    pub(super) fn settle(&mut self, judge: &Judge<'_>) -> bool {
        let actual = self.sims.beginning(judge.request);
        if actual == self.beginning {
            self.start_price = Some(0);
            return true;
        }
        match actual {
            Beginning::Refused(of_sim) => {
                self.tally = self.tally.all_refused(of_sim);
                true
            }
            Beginning::OneOf(starters) => {
                let request = judge.request;
                let shifts_alike = |starter: &Starter| starter.is_bare() && starter.is_countable();
                let shifts_all_alike = starters.iter().all(shifts_alike)
                    && request.max_purchases.is_none()
                    && request.max_total.is_none();
                self.start_price = starters.iter().map(Starter::price).min().filter(|_| shifts_all_alike);
                shifts_all_alike || !self.tally.depends_on_sims()
            }
        }
    }

    /// Marks rows that stand in no mix as cheap as the line's best offer alone: what they leave to be served costs too
    /// much at the best price per time that the line has.
    pub(super) fn leave_out_of_mixes(&mut self, judge: &Judge<'_>) {
        let request = judge.request;
        let (Some(target), Some(best)) = (judge.short_target, self.rows.first().and_then(|row| row.alone))
        else {
            return;
        };
        if request.trade_off || request.two_lines || !self.starters().iter().all(Starter::is_bare) {
            return;
        }
        let of = |row: &Row<P>| (row.figures.price, row.figures.serving.time.units().min(target.into()));
        let mixes = self.rows.iter().filter(|row| row.figures.use_in(request) == Use::Mixes);
        let by_rate =
            |a: &(u64, u128), b: &(u64, u128)| (u128::from(a.0) * b.1).cmp(&(u128::from(b.0) * a.1));
        let Some((price_of_most, most)) = mixes.map(of).filter(|(_, time)| *time > 0).min_by(by_rate) else {
            return;
        };
        let mixed = self.rows.iter().filter(|row| row.is_wanted && judge.surely_offers(&row.figures));
        let mut mixed: Vec<_> =
            mixed.filter(|row| row.figures.use_in(request) == Use::Mixes).map(of).collect();
        // Two plans together are often cheaper than any of them alone.
        let best = pair(&mut mixed, target.into()).map_or(best.total, |pair| pair.min(best.total));
        for row in self.rows.iter_mut().filter(|row| judge.surely_offers(&row.figures)) {
            let (price, time) = of(row);
            let least = u128::from(price) * most + u128::from(price_of_most) * (u128::from(target) - time);
            row.is_wanted &= best.checked_mul(most).is_none_or(|best| least <= best);
        }
    }

    /// The totals of the offers alone that are kept, as far as they are known.
    pub(super) fn totals(&self) -> impl Iterator<Item = u128> {
        let start_price = self.start_price;
        let alone = self.rows.iter().filter_map(|row| row.alone);
        alone.filter_map(move |alone| Some(alone.total + start_price?))
    }

    /// Puts offers alone past this total aside that nothing else keeps; the line's best one stays, for its mix is held
    /// against it.
    pub(super) fn put_aside_past(&mut self, most: u128, judge: &Judge<'_>, aside: &mut Vec<P>) {
        let Some(start_price) = self.start_price else { return };
        let rows = std::mem::take(&mut self.rows);
        for (index, row) in rows.into_iter().enumerate() {
            let is_past = row.alone.is_some_and(|alone| alone.total + start_price > most);
            if index > 0 && is_past && !row.is_wanted {
                let alone = judge.alone(&row.figures, self.starters());
                self.drop(alone);
                aside.push(row.payload);
            } else {
                self.rows.push(row);
            }
        }
    }

    /// The SIMs with which a basket of a dropped row would begin.
    pub(super) fn sims_begun(&self) -> impl Iterator<Item = &Slug> {
        let begun = self.starters().iter().zip(&self.begun).filter(|(_, begun)| **begun);
        begun.filter_map(|(starter, _)| starter.sim())
    }

    /// What is kept, in no order: rows and SIMs.
    pub(super) fn into_rows(self) -> (impl Iterator<Item = P>, Vec<(Arc<Plan>, P)>) {
        (self.rows.into_iter().map(|row| row.payload).chain(self.pinned), self.sims.into_rows())
    }
}

/// The price of the cheapest two of some plans that serve the target together, each with its price and time.
fn pair(plans: &mut [(u64, u128)], target: u128) -> Option<u128> {
    plans.sort_unstable_by_key(|(_, time)| *time);
    // From the longest time down: the least price for at least that time.
    let mut least: Vec<u64> = plans
        .iter()
        .rev()
        .scan(u64::MAX, |least, (price, _)| {
            *least = (*least).min(*price);
            Some(*least)
        })
        .collect();
    least.reverse();
    let with_another = |&(price, time): &(u64, u128)| {
        let at = plans.partition_point(|(_, other)| *other < target - time);
        Some(u128::from(price) + u128::from(*least.get(at)?))
    };
    plans.iter().filter_map(with_another).min()
}

//! A short search for one line's cheapest mix, where only time is to be covered and plans may be bought as often as is
//! useful: most needs of a study.
//!
//! It is that of [`cheapest`](crate::domain::cheapest) with one more thought. The plan with the best price per time
//! *closes*: whatever some purchases of the others leave is bought with it. So purchases of the others are worth
//! looking at only while they are no replacement for closing ones: where as many closing purchases as serve at least
//! as long cost less (or as much, with fewer purchases or more time), every basket with them is beaten by the one with
//! closing purchases instead. What remains are the few odd ends of a need, however long it is.
//!
//! Besides, a basket has to come below a price that is known already, and every price is a multiple of a step (5 DH):
//! bounds are rounded up to it.

use super::best::ids_cmp;
use std::cmp::Reverse;

/// How many labels are looked at before the general search is the better one.
const MOST_LABELS: usize = 256;

/// A plan that may be part of the mix.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Its index by ascending id.
    pub id: usize,
    /// The price of one purchase.
    pub price: u64,
    /// The time that it serves.
    pub served: u64,
    /// How often it may be bought.
    pub limit: u64,
}

/// What a search came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Search {
    /// The cheapest purchases that cover the time.
    Found(Bought),
    /// Nothing does within the limit.
    Nothing,
    /// It would take another kind of search.
    TooLarge,
}

/// Purchases and their sums.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bought {
    pub price: u64,
    pub purchases: u64,
    pub served: u64,
    /// Ids with counts above 0, by ascending id.
    pub counts: Vec<(usize, u64)>,
}

/// One way to buy from the plans that do not close.
#[derive(Clone, Copy)]
struct Label {
    price: u64,
    purchases: u64,
    served: u64,
    /// The label before it, and what was bought then, as indices.
    before: usize,
    part: usize,
}

/// A basket: a label, and how often it is closed.
#[derive(Clone, Copy)]
struct Closed {
    price: u64,
    purchases: u64,
    served: u64,
    label: usize,
    closing: u64,
}

/// The best basket whose price and, at that price, purchases are `at_most` such numbers, where it mixes parts. Every
/// price is a multiple of `step`.
pub(super) fn search(parts: &[Part], missing: u64, at_most: (u64, u64), step: u64) -> Search {
    let Some(bounds) = Bounds::of(parts, missing, step) else { return Search::Nothing };
    if bounds.least_price(missing) > at_most.0 {
        return Search::Nothing;
    }
    // A part is of use where one purchase of it and the rest at the best price stay within the limit.
    let of_use = |part: &&Part| {
        part.served > 0
            && part.price.saturating_add(bounds.least_price(missing.saturating_sub(part.served))) <= at_most.0
    };
    let closing = bounds.closing;
    let mut parts: Vec<Part> =
        parts.iter().filter(of_use).filter(|part| part.id != closing.id).copied().collect();
    // The largest first: with them a good basket is found soon, and the limit comes down.
    parts.sort_unstable_by_key(|part| Reverse(part.served));
    if parts.is_empty() {
        return Search::Nothing;
    }
    let is_limited =
        |part: &Part| part.limit < u64::MAX && part.limit < missing.div_ceil(part.served.min(missing));
    if is_limited(&closing) || parts.iter().any(is_limited) {
        return Search::TooLarge;
    }
    let mut ends = Ends { bounds, missing, at_most, parts, labels: Vec::with_capacity(32), best: None };
    ends.labels.push(Label { price: 0, purchases: 0, served: 0, before: 0, part: 0 });
    // Closing purchases alone are no mix; where they are found, it is because no limit on purchases is kept here.
    ends.close(0, missing.div_ceil(ends.bounds.useful));
    for part in 0..ends.parts.len() {
        let mut from = 0;
        while from < ends.labels.len() {
            if ends.labels[from].served < missing {
                ends.extend(from, part);
            }
            from += 1;
        }
        if ends.labels.len() > MOST_LABELS {
            return Search::TooLarge;
        }
    }
    ends.best.map_or(Search::Nothing, |best| {
        let (price, purchases, served) = (best.price, best.purchases, best.served);
        Search::Found(Bought { price, purchases, served, counts: ends.counts(best.label, best.closing) })
    })
}

/// What time costs at least.
struct Bounds {
    /// The part with the best price per time.
    closing: Part,
    /// The time of it that is of use.
    useful: u64,
    /// The most time that any part serves.
    most_served: u64,
    step: u64,
}

impl Bounds {
    /// `None` where no part serves time.
    fn of(parts: &[Part], missing: u64, step: u64) -> Option<Self> {
        // Time beyond what is missing is no use.
        let useful = |part: &Part| part.served.min(missing);
        let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
        let serving = parts.iter().filter(|part| part.served > 0);
        let closing = *serving.reduce(|best, part| {
            let cheaper = product(part.price, useful(best)).cmp(&product(best.price, useful(part)));
            if cheaper.then(best.served.cmp(&part.served)).is_lt() { part } else { best }
        })?;
        let most_served = parts.iter().map(useful).max()?;
        Some(Self { closing, useful: useful(&closing), most_served, step })
    }

    /// The least price of so much time.
    fn least_price(&self, time: u64) -> u64 {
        if time == 0 {
            return 0;
        }
        // The product fits: that of the largest price and the whole stay does.
        (time * (self.closing.price / self.step)).div_ceil(self.useful) * self.step
    }
}

/// The search: which odd ends the parts that do not close make.
struct Ends {
    bounds: Bounds,
    missing: u64,
    at_most: (u64, u64),
    parts: Vec<Part>,
    labels: Vec<Label>,
    best: Option<Closed>,
}

impl Ends {
    /// Buys a part after a label, where that may lead to the best basket.
    fn extend(&mut self, before: usize, part: usize) {
        let (from, bought) = (self.labels[before], self.parts[part]);
        let (price, purchases) = (from.price + bought.price, from.purchases + 1);
        let served = from.served + bought.served;
        let rest = self.missing.saturating_sub(served);
        let least = price + self.bounds.least_price(rest);
        if least > self.at_most.0
            || least == self.at_most.0 && purchases + rest.div_ceil(self.bounds.most_served) > self.at_most.1
            || self.is_closing_as_good(price, purchases, served)
        {
            return;
        }
        self.labels.push(Label { price, purchases, served, before, part });
        let label = self.labels.len() - 1;
        if self.is_dominated(label) {
            self.labels.pop();
            return;
        }
        let closing = rest.div_ceil(self.bounds.useful);
        self.close(label, closing);
    }

    /// Whether closing purchases that serve as long as these cost less, or are better at the same price.
    fn is_closing_as_good(&self, price: u64, purchases: u64, served: u64) -> bool {
        let closing = served.min(self.missing).div_ceil(self.bounds.useful);
        let theirs =
            (closing * self.bounds.closing.price, closing, Reverse(closing * self.bounds.closing.served));
        theirs < (price, purchases, Reverse(served))
    }

    /// Whether a label that was there before is at least as good in all that can follow.
    fn is_dominated(&self, label: usize) -> bool {
        let own = self.labels[label];
        let useful = own.served.min(self.missing);
        self.labels[..label].iter().enumerate().any(|(other_at, other)| {
            if (other.price, other.purchases) < (own.price, own.purchases) {
                // Purchases decide only between baskets of the same price.
                return other.served >= useful;
            }
            (other.price, other.purchases) == (own.price, own.purchases)
                && (other.served > own.served
                    || other.served == own.served
                        && ids_cmp(&self.counts(other_at, 0), &self.counts(label, 0)).is_lt())
        })
    }

    /// Takes a label, closed so often, where it is the best basket so far.
    fn close(&mut self, label: usize, closing: u64) {
        let from = self.labels[label];
        let closed = Closed {
            price: from.price + closing * self.bounds.closing.price,
            purchases: from.purchases + closing,
            served: from.served + closing * self.bounds.closing.served,
            label,
            closing,
        };
        if (closed.price, closed.purchases) > self.at_most {
            return;
        }
        let numbers = |closed: &Closed| (closed.price, closed.purchases, Reverse(closed.served));
        let is_better = self.best.is_none_or(|best| {
            let order = numbers(&closed).cmp(&numbers(&best));
            let ids = || ids_cmp(&self.counts(label, closing), &self.counts(best.label, best.closing));
            order.then_with(ids).is_lt()
        });
        if is_better {
            self.best = Some(closed);
            self.at_most = (closed.price, closed.purchases);
        }
    }

    /// What a label buys, and so many closing purchases.
    fn counts(&self, label: usize, closing: u64) -> Vec<(usize, u64)> {
        let mut counts = if closing > 0 { vec![(self.bounds.closing.id, closing)] } else { Vec::new() };
        let mut at = label;
        // The first label is the one that buys nothing.
        while at > 0 {
            let Label { before, part, .. } = self.labels[at];
            let id = self.parts[part].id;
            match counts.iter_mut().find(|(other, _)| *other == id) {
                Some((_, count)) => *count += 1,
                None => counts.push((id, 1)),
            }
            at = before;
        }
        counts.sort_unstable();
        counts
    }
}

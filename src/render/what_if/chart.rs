//! The chart of what each seller asks as one quantity moves.

use super::Stretch;
use super::axis::{Along, Axis};
use crate::domain::budget::MostData;
use crate::domain::error::Error;
use crate::domain::slug::Slug;
use crate::i18n::Messages;
use crate::render::block::Block;
use crate::render::chart::{Chart, Side, Step, StepLine, Tick, round_numbers};
use crate::render::context::Context;
use std::cmp::Reverse;
use std::ops::Range;

/// How many sellers have a line. More lines would look alike.
const MOST_LINES: usize = 6;

/// How many steps there are between the labels of a side, at most.
const MOST_TICKS: u128 = 5;

/// What one seller has over a range.
#[derive(Clone, Debug)]
pub struct SellerStretches {
    /// The operators that sell the plans.
    pub operators: Vec<Slug>,
    /// The stretches of the range. `None` if the search is too large.
    pub stretches: Option<Vec<Stretch>>,
}

/// A chart, and the sellers that it leaves out.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The chart.
    pub chart: Chart,
    /// The names of the sellers that have something to offer but no line, in the order of the alphabet.
    pub left_out: Vec<String>,
}

impl Drawn {
    /// Draws what the sellers have over the range of the `best` stretches, and these. A point can be marked. `None` if
    /// nothing with a limit fits anywhere.
    ///
    /// # Errors
    /// `amount-too-large`.
    pub fn new(
        context: Context<'_>,
        axis: Axis,
        best: &[Stretch],
        sellers: &[SellerStretches],
        mark: Option<u64>,
    ) -> Result<Option<Self>, Error> {
        let along = Along { context, axis };
        let best_steps = steps_of(best, &along)?;
        let ends = best_steps.first().zip(best_steps.last());
        let (Some((first, last)), Some(highest)) = (ends, highest(&best_steps)) else { return Ok(None) };
        let across = first.span.start..last.span.end;
        // A seller that asks several times as much would press the other lines together, and is never the best.
        let most = highest.saturating_mul(2);
        let mut ranked = Vec::new();
        let mut left_out = Vec::new();
        for seller in sellers {
            let name = context.seller(&seller.operators);
            let Some(stretches) = &seller.stretches else {
                left_out.push(name);
                continue;
            };
            let line = StepLine { name, steps: steps_of(stretches, &along)? };
            let merit = Merit::new(&line.steps, &best_steps, axis, most);
            let is_mine = seller.operators.iter().any(|operator| context.request().is_of_mine(operator));
            if !merit.is_never_best || ends_within(&line, most) || is_mine && is_within(&line, most) {
                ranked.push((merit, line));
            } else if line.steps.iter().any(|step| step.level.is_some()) {
                left_out.push(line.name);
            }
        }
        ranked.sort_by(|(one, line), (other, next)| one.cmp(other).then_with(|| line.name.cmp(&next.name)));
        let mut lines: Vec<StepLine> = ranked.into_iter().map(|(_, line)| line).collect();
        left_out.extend(lines.split_off(MOST_LINES.min(lines.len())).into_iter().map(|line| line.name));
        left_out.sort();
        let levels = lines.iter().flat_map(|line| &line.steps).filter_map(|step| step.level);
        let top = levels.filter(|level| *level <= most).fold(highest, u128::max);
        let in_words = lines.iter().filter_map(|line| words(line, &along).transpose());
        let chart = Chart {
            title: title(axis, &across, &along)?,
            words: in_words.collect::<Result<_, _>>()?,
            up: side(0..top.max(1), |level| along.level(level))?,
            mark: mark.map(|at| Ok(Tick { at: at.into(), label: along.point(at)? })).transpose()?,
            across: side(across, |at| point(at, &along))?,
            lines,
            best: best_steps,
        };
        Ok(Some(Self { chart, left_out }))
    }

    /// The block of an answer.
    pub fn block(&self, messages: &Messages) -> Block {
        let names = (!self.left_out.is_empty()).then(|| messages.list(&self.left_out));
        Block::Chart {
            chart: self.chart.clone(),
            caption: names.map(|names| messages.tr_with("chart-left-out", [("sellers", names)])),
        }
    }
}

/// Whether a line does not leave the chart through its upper side.
fn ends_within(line: &StepLine, most: u128) -> bool {
    let last = line.steps.iter().rev().find_map(|step| step.level);
    last.is_some_and(|level| level <= most)
}

/// Whether some part of a line is in the chart.
fn is_within(line: &StepLine, most: u128) -> bool {
    line.steps.iter().any(|step| step.level.is_some_and(|level| level <= most))
}

/// The largest level that is a number; what is unlimited has the largest of all.
fn highest(steps: &[Step]) -> Option<u128> {
    steps.iter().filter_map(|step| step.level).filter(|level| *level < u128::MAX).max()
}

fn steps_of(stretches: &[Stretch], along: &Along<'_>) -> Result<Vec<Step>, Error> {
    let steps = stretches.iter().map(|stretch| {
        let span = u128::from(stretch.from)..u128::from(stretch.to) + 1;
        Ok(Step { span, level: level(stretch, along)? })
    });
    steps.collect()
}

/// The total of the offer in minor units of the shown currency, or the data of a budget in kB.
fn level(stretch: &Stretch, along: &Along<'_>) -> Result<Option<u128>, Error> {
    let Some(offer) = &stretch.offer else { return Ok(None) };
    match stretch.most {
        None => Ok(Some(along.context.shown(offer.basket.total())?.minor())),
        Some(MostData::Volume(volume)) => Ok(Some(volume.kb().into())),
        Some(MostData::Unlimited) => Ok(Some(u128::MAX)),
    }
}

/// Which lines come first: those that are the best somewhere, then those with the fewest gaps, then the better ones.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Merit {
    is_never_best: bool,
    gaps: u128,
    less_data: Reverse<u128>,
    cost: u128,
}

impl Merit {
    fn new(steps: &[Step], best: &[Step], axis: Axis, most: u128) -> Self {
        let areas =
            steps.iter().map(|step| width(step).saturating_mul(step.level.unwrap_or_default().min(most)));
        let area = areas.fold(0, u128::saturating_add);
        Self {
            is_never_best: !steps.iter().any(|step| is_best_in(step, best)),
            gaps: steps.iter().filter(|step| step.level.is_none()).map(width).sum(),
            less_data: Reverse(if axis == Axis::Budget { area } else { 0 }),
            cost: if axis == Axis::Budget { 0 } else { area },
        }
    }
}

fn width(step: &Step) -> u128 {
    step.span.end - step.span.start
}

/// Whether a step is as good as the best somewhere.
fn is_best_in(step: &Step, best: &[Step]) -> bool {
    let mut beside = best.iter().filter(|best| overlap(&best.span, &step.span));
    step.level.is_some() && beside.any(|best| best.level == step.level)
}

fn overlap(one: &Range<u128>, other: &Range<u128>) -> bool {
    one.start < other.end && other.start < one.end
}

fn side(span: Range<u128>, label: impl Fn(u128) -> Result<String, Error>) -> Result<Side, Error> {
    let numbers = round_numbers(&span, MOST_TICKS).into_iter();
    let ticks = numbers.map(|at| Ok(Tick { at, label: label(at)? })).collect::<Result<_, Error>>()?;
    Ok(Side { span, ticks })
}

fn point(at: u128, along: &Along<'_>) -> Result<String, Error> {
    along.point(u64::try_from(at).unwrap_or(u64::MAX))
}

fn title(axis: Axis, across: &Range<u128>, along: &Along<'_>) -> Result<String, Error> {
    let key = if axis == Axis::Budget { "chart-of-budget" } else { "chart-of-totals" };
    let ends = [("from", point(across.start, along)?), ("to", point(across.end - 1, along)?)];
    Ok(along.messages().tr_with(key, ends))
}

/// The two ends of a line in words; `None` if it is nowhere.
fn words(line: &StepLine, along: &Along<'_>) -> Result<Option<String>, Error> {
    let mut there = line.steps.iter().filter_map(|step| Some((step, step.level?)));
    let Some((first, first_level)) = there.next() else { return Ok(None) };
    let (last, last_level) = there.next_back().unwrap_or((first, first_level));
    let args = [
        ("seller", line.name.clone()),
        ("from", point(first.span.start, along)?),
        ("first", along.level(first_level)?),
        ("to", point(last.span.end - 1, along)?),
        ("last", along.level(last_level)?),
    ];
    Ok(Some(along.messages().tr_with("chart-line", args)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Calendar;
    use crate::domain::change::DataWords;
    use crate::domain::comparison::{Offer, compare};
    use crate::domain::testing::{prepared, question, request, slug};
    use crate::guide::situation::State;
    use crate::i18n::{Language, Topic};

    /// Draws sellers, each with its stretches: the last point and the price, or a gap.
    fn drawn(best: &[(u64, &str)], sellers: &[(&str, &[(u64, &str)])]) -> Option<Drawn> {
        let asked = question("10d 10kB");
        let catalogue = prepared(&["a pass 1 1GB 10d"], request());
        let messages = Messages::new(Language::En, &[Topic::Answers]);
        let context = Context {
            prepared: &catalogue,
            question: &asked,
            words: DataWords::Total,
            calendar: &Calendar::Days,
            high: None,
            state: State::Active,
            messages: &messages,
        };
        let sellers: Vec<SellerStretches> = sellers
            .iter()
            .map(|(name, of)| SellerStretches {
                operators: vec![slug(name)],
                stretches: (!of.is_empty()).then(|| stretches(of)),
            })
            .collect();
        Drawn::new(
            context,
            Axis::Need(crate::domain::what_if::Moving::Days),
            &stretches(best),
            &sellers,
            Some(3),
        )
        .unwrap()
    }

    fn stretches(of: &[(u64, &str)]) -> Vec<Stretch> {
        let mut from = 1;
        let stretches = of.iter().map(|(to, price)| {
            let stretch = Stretch { from, to: *to, offer: offer(price), most: None };
            from = to + 1;
            stretch
        });
        stretches.collect()
    }

    fn offer(price: &str) -> Option<Offer> {
        let catalogue = prepared(&[&format!("a pass {price} 1GB 10d")], request());
        compare(&catalogue, &question("10d 1GB")).offers.into_iter().next()
    }

    #[test]
    fn sellers_that_are_the_best_somewhere_come_first() {
        let drawn = drawn(
            &[(2, "10"), (9, "12")],
            &[
                ("gap", &[(4, "12"), (9, "?")]),
                ("dear", &[(9, "25")]),
                ("near", &[(9, "24")]),
                ("win", &[(2, "10"), (9, "99")]),
                ("too-large", &[]),
                ("none", &[(9, "?")]),
                ("cheap", &[(2, "11"), (9, "12")]),
            ],
        );
        let Drawn { chart, left_out } = drawn.unwrap();
        assert_eq!(
            chart.lines.iter().map(|line| &*line.name).collect::<Vec<_>>(),
            ["cheap", "win", "gap", "near"]
        );
        assert_eq!(left_out, ["dear", "too-large"]);
        // Twice the highest of the best levels, in centimes; days up to the end of the last one.
        assert_eq!((chart.up.span, chart.across.span), (0..2_400, 1..10));
        let ticks: Vec<&str> = chart.across.ticks.iter().map(|tick| &*tick.label).collect();
        assert_eq!(ticks, ["2 days", "4 days", "6 days", "8 days", "10 days"]);
        assert_eq!(chart.mark, Some(Tick { at: 3, label: "3 days".to_owned() }));
        assert_eq!(chart.words[1], "win: 10 MAD at 1 day, 99 MAD at 9 days.");
        assert_eq!(chart.words[2], "gap: 12 MAD at 1 day, 12 MAD at 4 days.");
    }

    #[test]
    fn more_than_six_sellers_are_not_drawn() {
        let one: &[(u64, &str)] = &[(9, "10")];
        let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
        let drawn = drawn(one, &names.map(|name| (name, one))).unwrap();
        assert_eq!(drawn.chart.lines.len(), 6);
        assert_eq!(drawn.left_out, ["g", "h"]);
    }

    #[test]
    fn nothing_is_drawn_if_nothing_fits() {
        assert!(drawn(&[(9, "?")], &[("a", &[(9, "?")])]).is_none());
    }
}

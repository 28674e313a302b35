//! What is suspicious about the plans of a catalogue beside each other.

use super::columns::Column;
use super::diff::compared;
use crate::domain::dominance::{dominates, order};
use crate::domain::error::Error;
use crate::domain::money::Money;
use crate::domain::plan::{Allowance, DataPer, Kind, Plan, Scope};
use crate::domain::slug::Slug;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something about the plan with this index, at one of its cells.
pub type AboutPlan = (usize, Column, Error);

/// The plans that are equal to an earlier one but for their ids. `lines` are the lines of the file.
pub fn twice(plans: &[Arc<Plan>], lines: &[u64]) -> Vec<AboutPlan> {
    let mut first: BTreeMap<Vec<Option<Cow<'_, str>>>, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, plan) in plans.iter().enumerate() {
        // The same plan may be seen on other days and in other places.
        let about = [Column::Id, Column::Source, Column::VerifiedOn, Column::Confidence, Column::Note];
        let same = Column::ALL.into_iter().filter(|column| !about.contains(column));
        let cells = same.map(|column| compared(plan, column)).collect();
        if let Some(earlier) = first.get(&cells) {
            let error = Error::new("plan-twice").with("value", plans[*earlier].id.as_str());
            found.push((index, Column::Id, error.with("first_line", lines[*earlier])));
        } else {
            first.insert(cells, index);
        }
    }
    found
}

/// The plans that another plan of their line makes needless, whatever the need, each with the id of such a plan.
pub fn dominated(plans: &[Arc<Plan>], lines: &[u64]) -> Vec<AboutPlan> {
    let mut found = Vec::new();
    for mut of_line in by_line(plans).into_values() {
        // A plan comes after all plans that dominate it, so it only has to be compared with those that none dominates.
        of_line.sort_by_key(|index| order(&plans[*index]));
        let mut best: Vec<usize> = Vec::new();
        for index in of_line {
            if let Some(better) = best.iter().find(|other| dominates(&plans[**other], &plans[index])) {
                let error = Error::new("plan-dominated").with("value", plans[*better].id.as_str());
                found.push((index, Column::Id, error.with("first_line", lines[*better])));
            } else {
                best.push(index);
            }
        }
    }
    found
}

/// The lines that have passes and no SIM to use them on, at their first pass.
pub fn without_sim(plans: &[Arc<Plan>]) -> Vec<AboutPlan> {
    let lines = by_line(plans);
    let lacking = lines.iter().filter(|(_, of_line)| of_line.iter().all(|index| !plans[*index].is_sim()));
    let at_first_pass = lacking.filter_map(|(line, of_line)| {
        let first = of_line.iter().find(|index| plans[**index].kind == Kind::Pass)?;
        let error = Error::new("line-without-sim").with("value", line.as_str());
        Some((*first, Column::Line, error))
    });
    at_first_pass.collect()
}

/// The plans whose price for a volume is ten times the usual one of their line, or a tenth of it.
pub fn far_from_line(plans: &[Arc<Plan>]) -> Vec<AboutPlan> {
    /// With fewer plans, none is usual.
    const FEWEST: usize = 4;
    let mut found = Vec::new();
    for of_line in by_line(plans).values() {
        let mut rates: Vec<(usize, VolumePrice)> =
            of_line.iter().filter_map(|index| Some((*index, VolumePrice::new(&plans[*index])?))).collect();
        rates.sort_by(|(_, a), (_, b)| a.compare(b, 1));
        let Some((_, median)) = rates.get(rates.len() / 2).copied().filter(|_| rates.len() >= FEWEST) else {
            continue;
        };
        for (index, rate) in &rates {
            let is_same_currency = rate.price.currency() == median.price.currency();
            let is_dear = rate.compare(&median, 10) == Ordering::Greater;
            let is_cheap = median.compare(rate, 10) == Ordering::Greater;
            if is_same_currency && (is_dear || is_cheap) {
                let code = if is_dear { "price-far-above-line" } else { "price-far-below-line" };
                found.push((
                    *index,
                    Column::Price,
                    Error::new(code).with("value", plans[*index].line.as_str()),
                ));
            }
        }
    }
    found
}

/// A price, and the volume that it buys.
#[derive(Clone, Copy)]
struct VolumePrice {
    price: Money,
    kb: u64,
}

impl VolumePrice {
    /// That of a plan with a total volume for general use. A free one has none.
    fn new(plan: &Plan) -> Option<Self> {
        let price = plan.price.filter(|price| !price.is_zero())?;
        let is_usual =
            plan.scope == Scope::General && plan.data_per == DataPer::Total && plan.kind != Kind::Sim;
        match plan.allowance? {
            Allowance::Volume(volume) if is_usual && volume.kb() > 0 => Some(Self { price, kb: volume.kb() }),
            _ => None,
        }
    }

    /// Compares the price of a kB with this many times that of another one.
    fn compare(&self, other: &Self, times: u128) -> Ordering {
        let own = self.price.minor().checked_mul(other.kb.into());
        let its =
            other.price.minor().checked_mul(self.kb.into()).and_then(|product| product.checked_mul(times));
        match (own, its) {
            (Some(own), Some(its)) => own.cmp(&its),
            // The products of amounts and volumes within their bounds fit; what does not is not compared.
            _ => Ordering::Equal,
        }
    }
}

/// The indices of the plans of each line, in the order of the file.
fn by_line(plans: &[Arc<Plan>]) -> BTreeMap<&Slug, Vec<usize>> {
    let mut lines: BTreeMap<&Slug, Vec<usize>> = BTreeMap::new();
    for (index, plan) in plans.iter().enumerate() {
        lines.entry(&plan.line).or_default().push(index);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    /// Checks what is found in a catalogue of these rows, each as `id column error`.
    #[track_caller]
    fn check(rows: &[&str], find: impl Fn(&[Arc<Plan>]) -> Vec<AboutPlan>, expected: &[&str]) {
        let header = "id,line,operator,name,kind,price,currency,data,validity,verified_on";
        let plans = Catalogue::parse(format!("{header}\n{}\n", rows.join("\n")).as_bytes()).unwrap().plans;
        let found = find(&plans);
        let shown = found
            .iter()
            .map(|(index, column, error)| format!("{} {} {error}", plans[*index].id, column.name()));
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{rows:?}");
    }

    #[test]
    fn the_same_plan_under_two_ids() {
        let lines = [2, 3, 4];
        let rows = [
            "a,l,o,A,pass,5.00,MAD,1GB,7d,2026-11",
            "b,l,o,A,pass,5,MAD,1000MB,7d,",
            "c,l,o,B,pass,5,MAD,1GB,7d,",
        ];
        check(&rows, |plans| twice(plans, &lines), &["b id plan-twice value=`a` first_line=`2`"]);
    }

    #[test]
    fn plans_that_others_make_needless() {
        let lines = [2, 3, 4, 5];
        let rows = [
            "a,l,o,A,pass,9,MAD,1GB,7d,",
            "b,l,o,B,pass,8,MAD,1GB,7d,",
            "c,l,o,C,pass,7,MAD,2GB,7d,",
            "d,m,o,D,pass,1,MAD,9GB,9d,",
        ];
        let expected =
            ["b id plan-dominated value=`c` first_line=`4`", "a id plan-dominated value=`c` first_line=`4`"];
        check(&rows, |plans| dominated(plans, &lines), &expected);
    }

    #[test]
    fn passes_need_a_sim() {
        let rows = ["a,l,o,A,esim,5,MAD,1GB,7d,", "b,l,o,B,pass,5,MAD,1GB,7d,", "c,m,o,C,esim,5,MAD,1GB,7d,"];
        check(&rows, without_sim, &["b line line-without-sim value=`l`"]);
        check(&["s,l,o,S,sim,20,MAD,,,", "b,l,o,B,pass,5,MAD,1GB,7d,"], without_sim, &[]);
    }

    #[test]
    fn ten_times_the_price_of_the_line() {
        let usual =
            ["a,l,o,A,pass,10,MAD,1GB,7d,", "b,l,o,B,pass,18,MAD,2GB,7d,", "c,l,o,C,pass,40,MAD,5GB,7d,"];
        // The median of 8, 9, 10 and the price in question is 9 or 10.
        let with = |row: &'static str| [&usual[..], &[row]].concat();
        check(&with("d,l,o,D,pass,100,MAD,1GB,7d,"), far_from_line, &[]);
        check(
            &with("d,l,o,D,pass,101,MAD,1GB,7d,"),
            far_from_line,
            &["d price price-far-above-line value=`l`"],
        );
        check(&with("d,l,o,D,pass,0.90,MAD,1GB,7d,"), far_from_line, &[]);
        check(
            &with("d,l,o,D,pass,0.89,MAD,1GB,7d,"),
            far_from_line,
            &["d price price-far-below-line value=`l`"],
        );
        check(&usual[..2], far_from_line, &[]);
    }
}

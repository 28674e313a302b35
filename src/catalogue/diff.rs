//! Which plans differ between two catalogues, and in which columns. The order of rows and columns does not matter.
//!
//! Values are compared, not the way in which they are written: 5.50 is 5.5, and 1000MB is 1GB.

use super::cells::{cell, currency, extra};
use super::columns::Column;
use crate::domain::amount_change::AmountChange;
use crate::domain::plan::Plan;
use crate::domain::slug::Slug;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

/// What is different between two catalogues. Each list is in the order of lines, then of ids; of a plan in both, those
/// of the new catalogue count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueDiff {
    /// The plans that only the new catalogue has.
    pub added: Vec<Arc<Plan>>,
    /// The plans that only the old one has.
    pub removed: Vec<Arc<Plan>>,
    /// The plans of which only the id is another one.
    pub renamed: Vec<RenamedPlan>,
    /// The plans of which something else is.
    pub changed: Vec<ChangedPlan>,
}

/// A plan of which only the id changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenamedPlan {
    /// The plan in the old catalogue.
    pub old: Arc<Plan>,
    /// The plan in the new one.
    pub new: Arc<Plan>,
}

/// A plan with the same id of which something changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedPlan {
    /// The plan in the old catalogue.
    pub old: Arc<Plan>,
    /// The plan in the new one.
    pub new: Arc<Plan>,
    /// What changed, in the order of the columns; at least one.
    pub fields: Vec<PlanField>,
}

impl ChangedPlan {
    /// By how much the price changed; `None` if it did not, if it is or was unknown, or if its currency changed.
    pub fn price(&self) -> Option<AmountChange> {
        let change = AmountChange::between(self.old.price?, self.new.price?)?;
        self.fields.contains(&PlanField::Known(Column::Price)).then_some(change)
    }
}

/// A column of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanField {
    /// A column of the format.
    Known(Column),
    /// A column that the format does not define.
    Unknown(String),
}

impl PlanField {
    /// The name of the column.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(column) => column.name(),
            Self::Unknown(name) => name,
        }
    }

    /// The value of a plan, in the notation of the catalogue.
    pub fn value<'p>(&self, plan: &'p Plan) -> Option<Cow<'p, str>> {
        match self {
            Self::Known(column) => cell(plan, *column),
            Self::Unknown(name) => extra(plan, name).map(Cow::Borrowed),
        }
    }
}

impl CatalogueDiff {
    /// Compares two catalogues, each with unique ids.
    pub fn between(old: &[Arc<Plan>], new: &[Arc<Plan>]) -> Self {
        let mut diff = Self::default();
        let mut others: BTreeMap<&Slug, &Arc<Plan>> = old.iter().map(|plan| (&plan.id, plan)).collect();
        for plan in new {
            match others.remove(&plan.id) {
                None => diff.added.push(Arc::clone(plan)),
                Some(before) => diff.changed.extend(changed(before, plan)),
            }
        }
        diff.removed = others.into_values().cloned().collect();
        sort(&mut diff.added, |plan| plan);
        sort(&mut diff.removed, |plan| plan);
        sort(&mut diff.changed, |changed| &changed.new);
        diff.take_renamed();
        diff
    }

    /// Whether the catalogues have the same plans.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.renamed.is_empty() && self.changed.is_empty()
    }

    /// Whether a plan of the old catalogue and one of the new are the same, perhaps with another id.
    pub fn is_same_plan(&self, old: &Plan, new: &Plan) -> bool {
        old.id == new.id || self.renamed.iter().any(|pair| pair.old.id == old.id && pair.new.id == new.id)
    }

    /// Makes pairs of the plans that were removed and added with another id. Of equal plans the first ids are a pair.
    fn take_renamed(&mut self) {
        let mut twins: BTreeMap<Vec<ComparedCell<'_>>, VecDeque<&Arc<Plan>>> = BTreeMap::new();
        for plan in &self.added {
            twins.entry(all_but_id(plan)).or_default().push_back(plan);
        }
        let mut renamed = Vec::new();
        for old in &self.removed {
            if let Some(new) = twins.get_mut(&all_but_id(old)).and_then(VecDeque::pop_front) {
                renamed.push(RenamedPlan { old: Arc::clone(old), new: Arc::clone(new) });
            }
        }
        let ids = renamed.iter().flat_map(|pair| [&pair.old.id, &pair.new.id]);
        let ids: BTreeSet<Slug> = ids.cloned().collect();
        self.removed.retain(|plan| !ids.contains(&plan.id));
        self.added.retain(|plan| !ids.contains(&plan.id));
        sort(&mut renamed, |pair| &pair.new);
        self.renamed = renamed;
    }
}

fn sort<T>(items: &mut [T], plan: fn(&T) -> &Arc<Plan>) {
    items.sort_by(|one, other| (&plan(one).line, &plan(one).id).cmp(&(&plan(other).line, &plan(other).id)));
}

/// What changed about a plan; `None` if nothing did.
fn changed(old: &Arc<Plan>, new: &Arc<Plan>) -> Option<ChangedPlan> {
    let fields = fields(old, new);
    (!fields.is_empty()).then(|| ChangedPlan { old: Arc::clone(old), new: Arc::clone(new), fields })
}

/// The columns in which two plans differ: those of the format first, then the others in the order of their names. A plan
/// without amounts has no currency, so a currency only changes to another one.
fn fields(old: &Plan, new: &Plan) -> Vec<PlanField> {
    let has_currency = currency(old).is_some() && currency(new).is_some();
    let known = Column::ALL.into_iter().filter(|column| compared(old, *column) != compared(new, *column));
    let known = known.filter(|column| *column != Column::Currency || has_currency).map(PlanField::Known);
    let mut names: Vec<&str> = old.extra.iter().chain(&new.extra).map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let unknown = names.into_iter().filter(|name| extra(old, name) != extra(new, name));
    known.chain(unknown.map(|name| PlanField::Unknown(name.to_owned()))).collect()
}

/// The column and the value of a plan in it.
type ComparedCell<'p> = (&'p str, Option<Cow<'p, str>>);

/// Everything about a plan but its id.
fn all_but_id(plan: &Plan) -> Vec<ComparedCell<'_>> {
    let known = Column::ALL.into_iter().filter(|column| *column != Column::Id);
    let mut unknown: Vec<ComparedCell<'_>> =
        plan.extra.iter().map(|(name, cell)| (name.as_str(), Some(cell.into()))).collect();
    unknown.sort_unstable();
    known.map(|column| (column.name(), compared(plan, column))).chain(unknown).collect()
}

/// The value of a plan in a column as it is compared: amounts without zeros at their end. Their currency is a column of its own.
pub fn compared(plan: &Plan, column: Column) -> Option<Cow<'_, str>> {
    let amount = match column {
        Column::Price => plan.price,
        Column::SetupFee => plan.setup_fee,
        Column::Credit => plan.credit,
        _ => return cell(plan, column),
    };
    Some(amount?.amount().normalize().to_string().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::{plan, plans};

    /// The differences as text: `+id`, `-id`, `old>new` and `id: column old>new`, in the order of the lists.
    fn shown(diff: &CatalogueDiff) -> Vec<String> {
        let value = |field: &PlanField, plan| field.value(plan).unwrap_or("?".into()).into_owned();
        let added = diff.added.iter().map(|plan| format!("+{}", plan.id));
        let removed = diff.removed.iter().map(|plan| format!("-{}", plan.id));
        let renamed = diff.renamed.iter().map(|pair| format!("{}>{}", pair.old.id, pair.new.id));
        let changed = diff.changed.iter().flat_map(|changed| {
            changed.fields.iter().map(|field| {
                let old = value(field, &changed.old);
                format!("{}: {} {old}>{}", changed.new.id, field.name(), value(field, &changed.new))
            })
        });
        added.chain(removed).chain(renamed).chain(changed).collect()
    }

    #[track_caller]
    fn check(old: &[&str], new: &[&str], expected: &[&str]) {
        assert_eq!(shown(&CatalogueDiff::between(&plans(old), &plans(new))), expected);
    }

    #[test]
    fn plans_come_go_and_change() {
        check(&[], &[], &[]);
        check(&["a pass 5 1GB 7d"], &["a pass 5 1GB 7d"], &[]);
        check(&["a pass 5 1GB 7d"], &["a pass 6 1GB 7d"], &["a: price 5>6"]);
        check(&["a pass 5 1GB 7d"], &["a pass ? 1GB 7d"], &["a: price 5>?"]);
        check(
            &["a pass 5 1GB 7d"],
            &["a pass 5 2GB/day 8d USD"],
            &["a: currency MAD>USD", "a: data 1GB>2GB", "a: data_per total>day", "a: validity 7d>8d"],
        );
        check(
            &["a pass 5 1GB 7d", "b pass 5 1GB 7d"],
            &["b pass 5 1GB 7d", "c esim 9 1GB 7d"],
            &["+c", "-a"],
        );
        check(&["a contract 5 1GB 30d fee:?"], &["a contract 5 1GB 30d fee:0"], &["a: setup_fee ?>0"]);
    }

    #[test]
    fn neither_the_order_of_rows_nor_the_way_of_writing_is_a_difference() {
        check(
            &["a pass 5 1GB 7d", "b pass 5.50 1000MB 48h"],
            &["b pass 5.5 1GB 2d", "a pass 5.00 1GB 7d"],
            &[],
        );
    }

    #[test]
    fn lines_come_first_then_ids() {
        let new = ["b pass 5 line:m", "c pass 5 line:k", "a pass 5 line:m", "d pass 5 line:k"];
        check(&[], &new, &["+c", "+d", "+a", "+b"]);
        check(&new, &[], &["-c", "-d", "-a", "-b"]);
        let changed = ["a pass 6 line:m", "b pass 6 line:k", "c pass 6 line:k", "d pass 6 line:k"];
        check(
            &new,
            &changed,
            &["b: line m>k", "b: price 5>6", "c: price 5>6", "d: price 5>6", "a: price 5>6"],
        );
    }

    /// A plan with the name `n` in the notation of tests.
    fn named(text: &str) -> Arc<Plan> {
        Arc::new(Plan { name: "n".into(), ..Plan::clone(&plan(text)) })
    }

    #[track_caller]
    fn check_named(old: &[&str], new: &[&str], expected: &[&str]) {
        let [before, after] =
            [old, new].map(|texts| texts.iter().map(|text| named(text)).collect::<Vec<_>>());
        assert_eq!(shown(&CatalogueDiff::between(&before, &after)), expected);
    }

    #[test]
    fn a_plan_with_another_id_is_renamed_if_nothing_else_changed() {
        check_named(&["a pass 5 1GB 7d"], &["b pass 5.00 1GB 7d"], &["a>b"]);
        check_named(&["a pass 5 1GB 7d"], &["b pass 6 1GB 7d"], &["+b", "-a"]);
        // Twins are paired in the order of their ids.
        check_named(&["b pass 5", "a pass 5"], &["d pass 5", "c pass 5"], &["a>c", "b>d"]);
        check_named(&["a pass 5", "b pass 5"], &["c pass 5.0"], &["-b", "a>c"]);
        check_named(&["a pass 5"], &["c pass 5", "b pass 5"], &["+c", "a>b"]);
        // An id that stays is not renamed.
        check_named(&["a pass 5"], &["a pass 6", "b pass 5"], &["+b", "a: price 5>6"]);
    }

    #[test]
    fn unknown_columns_count() {
        let with = |extra: &[(&str, &str)]| {
            let extra = extra.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect();
            vec![Arc::new(Plan { extra, ..Plan::clone(&plan("a pass 5")) })]
        };
        let diff = CatalogueDiff::between(
            &with(&[("shop", "Fès"), ("colour", "red")]),
            &with(&[("colour", "red"), ("shop", "Rabat"), ("size", "1")]),
        );
        assert_eq!(shown(&diff), ["a: shop Fès>Rabat", "a: size ?>1"]);
    }

    #[test]
    fn the_price_changes_by_an_amount() {
        for (old, new, expected) in [
            ("a pass 120 1GB", "a pass 110 1GB", Some("-10.00")),
            ("a pass 120 1GB", "a pass 120 2GB", None),
            ("a pass 120 1GB", "a pass 12 1GB EUR", None),
            ("a pass ? 1GB", "a pass 12 1GB", None),
        ] {
            let diff = CatalogueDiff::between(&plans(&[old]), &plans(&[new]));
            let change = diff.changed[0].price().map(AmountChange::difference_text);
            assert_eq!(change.as_deref(), expected, "{old} to {new}");
        }
    }
}

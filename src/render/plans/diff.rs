//! The answer of `plans diff`: what is different between two catalogues, and what that means for a stay.

use super::columns::page_cell;
use super::{PlanRow, PlanView, all_columns, unlimited_footer};
use crate::catalogue::columns::Column;
use crate::catalogue::diff::{CatalogueDiff, ChangedPlan, PlanField};
use crate::domain::amount_change::AmountChange;
use crate::domain::error::Error;
use crate::domain::live::harmless;
use crate::domain::plan::Plan;
use crate::i18n::Messages;
use crate::render::block::{Block, Tone};
use crate::render::column::{Reader, grid};
use crate::render::document::Document;
use crate::render::forms::Origin;
use crate::render::grid::{Grid, Shape};
use crate::render::plan_forms::{PlanForm, plan_form};
use crate::render::plans::total::{TotalChange, TotalChangeForm};
use crate::render::schema_name::{JsonForm, SchemaName};
use crate::render::values::DecimalText;
use jiff::civil::Date;
use serde::Serialize;
use std::borrow::Cow;
use std::sync::Arc;

/// The columns of plans that came or went.
const PLAN_COLUMNS: [&str; 5] = ["id", "name", "price", "data", "validity"];

/// The same without the name, for a narrow terminal.
const SHORT_PLAN_COLUMNS: [&str; 4] = ["id", "price", "data", "validity"];

/// What people see in place of a value that a plan does not have.
const NO_VALUE: &str = "–";

/// The differences between two catalogues.
#[derive(Clone, Copy)]
pub struct CatalogueDiffDocument<'a> {
    /// What is different.
    pub diff: &'a CatalogueDiff,
    /// The source of the old catalogue.
    pub old: &'a Origin,
    /// The source of the new one.
    pub new: &'a Origin,
    /// What the stay of the user costs with each; `None` without a stay.
    pub total: Option<TotalChange<'a>>,
    /// The day from which the ages of prices are counted.
    pub today: Date,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for CatalogueDiffDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let messages = self.messages;
        let CatalogueDiff { added, removed, renamed, changed } = self.diff;
        let mut blocks = vec![Block::Sentences(Tone::Strong, vec![self.summary()])];
        if let Some(total) = &self.total {
            blocks.push(Block::Sentences(Tone::Strong, total.sentences()?));
            blocks.push(Block::Remarks(Tone::Plain, total.remarks()));
        }
        if !changed.is_empty() {
            blocks.push(Block::Heading(messages.tr("diff-heading-changed")));
            blocks.push(Block::Tables { wider: vec![self.changed_wide()], narrow: self.changed_narrow() });
        }
        let mut grids = Vec::new();
        for (plans, heading) in [(added, "diff-heading-added"), (removed, "diff-heading-removed")] {
            if !plans.is_empty() {
                let [wide, narrow] = self.plans(plans)?;
                grids.push(narrow.clone());
                blocks.push(Block::Heading(messages.tr(heading)));
                blocks.push(Block::Tables { wider: vec![wide], narrow });
            }
        }
        blocks.extend(unlimited_footer(&grids.iter().collect::<Vec<_>>(), messages));
        if !renamed.is_empty() {
            let heads =
                [("column-before", Shape::Word), ("column-now", Shape::Word), ("column-name", Shape::Text)];
            let rows = renamed.iter().map(|pair| {
                vec![pair.old.id.to_string(), pair.new.id.to_string(), pair.new.name.to_string()]
            });
            blocks.push(Block::Heading(messages.tr("diff-heading-renamed")));
            blocks.push(Block::Table(Grid::titled(&heads, rows.collect(), messages)));
        }
        Ok(blocks)
    }

    /// A row for each value that changed, and for each plan that came or went.
    fn rows(&self) -> Option<Result<Grid, Error>> {
        Some(self.keyed_grid())
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let diff = self.diff;
        Ok(CatalogueDiffForm {
            schema: SchemaName::default(),
            old: self.old,
            new: self.new,
            added: diff.added.iter().map(|plan| plan_form(plan)).collect(),
            removed: diff.removed.iter().map(|plan| plan_form(plan)).collect(),
            renamed: diff
                .renamed
                .iter()
                .map(|pair| RenamedForm {
                    line: pair.new.line.as_str(),
                    old: pair.old.id.as_str(),
                    new: pair.new.id.as_str(),
                    name: &pair.new.name,
                })
                .collect(),
            changed: diff.changed.iter().map(changed_form).collect(),
            total: self.total.as_ref().map(TotalChange::form).transpose()?,
        })
    }
}

impl CatalogueDiffDocument<'_> {
    /// How many plans changed, came, went and got another id.
    fn summary(&self) -> String {
        let messages = self.messages;
        let CatalogueDiff { added, removed, renamed, changed } = self.diff;
        let counts = [
            ("diff-changed", changed.len()),
            ("diff-added", added.len()),
            ("diff-removed", removed.len()),
            ("diff-renamed", renamed.len()),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> =
            counts.map(|(key, count)| messages.tr_with(key, [("count", count)])).collect();
        if parts.is_empty() {
            return messages.tr_with("diff-none", [("count", self.new.plans)]);
        }
        messages.tr_with("diff-summary", [("parts", messages.list(&parts))])
    }

    /// The values that changed, each with the id of its plan.
    fn changed_wide(&self) -> Grid {
        let heads = [("column-id", Shape::Word)].into_iter().chain(CHANGE_HEADS).collect::<Vec<_>>();
        let mut rows = Vec::new();
        for changed in &self.diff.changed {
            for cells in self.change_rows(changed) {
                rows.push([&[changed.new.id.to_string()][..], &cells].concat());
            }
        }
        Grid::titled(&heads, rows, self.messages)
    }

    /// The values that changed, before and now in one cell. The first row of a plan has its id.
    fn changed_narrow(&self) -> Grid {
        let mut rows = Vec::new();
        for changed in &self.diff.changed {
            for (nth, [field, old, new, change]) in self.change_rows(changed).into_iter().enumerate() {
                let id = if nth == 0 { changed.new.id.to_string() } else { String::new() };
                let key = if change.is_empty() { "diff-value" } else { "diff-price" };
                let args = [("field", field), ("old", old), ("new", new), ("change", change)];
                rows.push(vec![id, self.messages.tr_with(key, args)]);
            }
        }
        let heads = [("column-id", Shape::Word), ("column-change", Shape::Text)];
        Grid::titled(&heads, rows, self.messages)
    }

    /// What changed about a plan: the title of the field, the values before and now, and the change of the price.
    fn change_rows(&self, changed: &ChangedPlan) -> Vec<[String; 4]> {
        let rows = changed.fields.iter().map(|field| {
            let title = match field {
                PlanField::Known(column) => self.messages.tr(&format!("column-{}", column.name())),
                PlanField::Unknown(name) => name.clone(),
            };
            let is_price = *field == PlanField::Known(Column::Price);
            let change = changed.price().filter(|_| is_price);
            let change = change.map(|change| change_text(change, self.messages)).unwrap_or_default();
            [title, self.value(field, &changed.old), self.value(field, &changed.new), change]
        });
        rows.collect()
    }

    /// The value of a plan for people.
    fn value(&self, field: &PlanField, plan: &Plan) -> String {
        let text = match field {
            PlanField::Known(column) => page_cell(plan, *column, self.today, self.messages),
            PlanField::Unknown(_) => field.value(plan).unwrap_or_default().into_owned(),
        };
        if text.is_empty() { NO_VALUE.to_owned() } else { harmless(&text).into_owned() }
    }

    /// Plans that came or went, with their names and without.
    fn plans(&self, plans: &[Arc<Plan>]) -> Result<[Grid; 2], Error> {
        let Self { messages, today, .. } = *self;
        let rows: Vec<PlanRow<'_>> =
            plans.iter().map(|plan| PlanRow { plan, messages, today, view: PlanView::ShortRow }).collect();
        let columns = all_columns();
        Ok([
            grid(&columns, None, &PLAN_COLUMNS, &rows, Reader::Human, messages)?,
            grid(&columns, None, &SHORT_PLAN_COLUMNS, &rows, Reader::Human, messages)?,
        ])
    }

    fn keyed_grid(&self) -> Result<Grid, Error> {
        let diff = self.diff;
        let mut rows = Vec::new();
        for changed in &diff.changed {
            for field in &changed.fields {
                let change = changed.price().filter(|_| *field == PlanField::Known(Column::Price));
                let values = [field.value(&changed.old), field.value(&changed.new)];
                rows.push(keyed_row(
                    "changed",
                    &changed.new,
                    field.name(),
                    values.map(Option::unwrap_or_default),
                    change,
                ));
            }
        }
        let came = diff.added.iter().map(|plan| ("added", plan));
        for (word, plan) in came.chain(diff.removed.iter().map(|plan| ("removed", plan))) {
            rows.push(keyed_row(word, plan, "", Default::default(), None));
        }
        for pair in &diff.renamed {
            let ids = [pair.old.id.as_str().into(), pair.new.id.as_str().into()];
            rows.push(keyed_row("renamed", &pair.new, "id", ids, None));
        }
        for [field, old, new, difference, percent] in
            self.total.as_ref().map_or(Ok(Vec::new()), TotalChange::cells)?
        {
            let blanks = [String::new(), String::new(), String::new()];
            rows.push(
                [&["cheapest".to_owned()][..], &blanks, &[field, old, new, difference, percent]].concat(),
            );
        }
        Ok(Grid::keyed(&KEYS, rows))
    }
}

/// The columns for scripts.
const KEYS: [&str; 9] = ["change", "line", "id", "name", "field", "old", "new", "difference", "percent"];

/// The titles over the values that changed.
const CHANGE_HEADS: [(&str, Shape); 4] = [
    ("column-field", Shape::Phrase),
    ("column-before", Shape::Text),
    ("column-now", Shape::Text),
    ("column-change", Shape::Figure),
];

fn keyed_row(
    word: &str,
    plan: &Plan,
    field: &str,
    [old, new]: [Cow<'_, str>; 2],
    change: Option<AmountChange>,
) -> Vec<String> {
    let difference = change.map(AmountChange::difference_text).unwrap_or_default();
    let percent = change.and_then(AmountChange::percent_text).unwrap_or_default();
    [word, plan.line.as_str(), plan.id.as_str(), &plan.name, field, &old, &new, &difference, &percent]
        .map(str::to_owned)
        .to_vec()
}

/// A change of an amount in short: `−10 (−8.3%)`.
fn change_text(change: AmountChange, messages: &Messages) -> String {
    let amount = messages.short_amount(change.difference());
    match change.percent() {
        Some(percent) => {
            let args = [("amount", amount), ("percent", messages.decimal(&percent))];
            messages.tr_with(if change.is_lower() { "diff-fall" } else { "diff-rise" }, args)
        }
        // Nothing is below 0, from which there is no percentage.
        None => messages.tr_with("diff-rise-from-zero", [("amount", amount)]),
    }
}

/// The answer of `plans diff`.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CatalogueDiffForm<'a> {
    schema: SchemaName<Self>,
    /// The source of the old catalogue.
    old: &'a Origin,
    /// The source of the new one.
    new: &'a Origin,
    /// The plans that only the new catalogue has.
    added: Vec<PlanForm<'a>>,
    /// The plans that only the old one has.
    removed: Vec<PlanForm<'a>>,
    /// The plans of which only the id is another one.
    renamed: Vec<RenamedForm<'a>>,
    /// The plans of which something else changed.
    changed: Vec<ChangedForm<'a>>,
    /// What the stay costs with each catalogue; `null` without a stay.
    total: Option<TotalChangeForm<'a>>,
}

impl JsonForm for CatalogueDiffForm<'_> {
    const SCHEMA: &'static str = "simplan/plans-diff/1";
}

/// A plan of which only the id changed.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct RenamedForm<'a> {
    line: &'a str,
    /// The old id.
    old: &'a str,
    /// The new id.
    new: &'a str,
    name: &'a str,
}

/// A plan that changed.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct ChangedForm<'a> {
    line: &'a str,
    id: &'a str,
    name: &'a str,
    /// What changed, at least one.
    fields: Vec<FieldForm>,
    /// By how much the price changed; `null` if it did not, if it is or was unknown, or if its currency changed.
    price: Option<PriceChangeForm>,
}

/// A value that changed, in the notation of the catalogue; `null` is unknown.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct FieldForm {
    /// The name of the column.
    field: String,
    old: Option<String>,
    new: Option<String>,
}

/// By how much a price changed, negative if it is lower.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct PriceChangeForm {
    difference: DecimalText,
    /// In per cent of the old price, rounded; `null` if that is 0.
    percent: Option<DecimalText>,
}

fn changed_form(changed: &ChangedPlan) -> ChangedForm<'_> {
    ChangedForm {
        line: changed.new.line.as_str(),
        id: changed.new.id.as_str(),
        name: &changed.new.name,
        fields: changed
            .fields
            .iter()
            .map(|field| FieldForm {
                field: field.name().to_owned(),
                old: value_text(field, &changed.old),
                new: value_text(field, &changed.new),
            })
            .collect(),
        price: changed.price().map(|change| PriceChangeForm {
            difference: DecimalText::from_text(change.difference_text()),
            percent: change.percent_text().map(DecimalText::from_text),
        }),
    }
}

fn value_text(field: &PlanField, plan: &Plan) -> Option<String> {
    field.value(plan).map(Cow::into_owned)
}

//! `simplan schema`: the JSON Schemas of answers and errors, derived from their types.

use super::args::{Global, SchemaArgs};
use super::{Environment, Exit, output};
use crate::ask::error::AskError;
use crate::ask::report::ErrorReport;
use crate::domain::error::Error;
use crate::guide::facts::Facts;
use crate::i18n::{Language, Messages, Topic};
use crate::render::batch::BatchForm;
use crate::render::bill::BillForm;
use crate::render::budget::BudgetForm;
use crate::render::card::CounterCardsForm;
use crate::render::check::{CheckForm, CodesForm};
use crate::render::faq::FaqForm;
use crate::render::guide::RenewStepsForm;
use crate::render::next::NextForm;
use crate::render::offers::ComparisonForm;
use crate::render::people::PeopleForm;
use crate::render::plan_forms::{OnePlanForm, PlanLineForm, PlansForm};
use crate::render::plans::diff::CatalogueDiffForm;
use crate::render::plans::stale::StaleForm;
use crate::render::schedule::ScheduleForm;
use crate::render::schema_name::JsonForm;
use crate::render::schemas::{SchemaDocument, SchemaListDocument, SchemaListForm};
use crate::render::settings::SettingsForm;
use crate::render::usage::UsageForm;
use crate::render::what_if::PiecesForm;
use crate::render::what_if::around::AroundForm;
use crate::render::what_if::table::TableForm;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::Value;

/// A form of an answer: its name, and what adds its schema to the definitions.
#[derive(Clone, Copy)]
struct SchemaOf {
    name: &'static str,
    add: fn(&mut SchemaGenerator) -> Schema,
}

impl SchemaOf {
    const fn new<F: JsonForm + JsonSchema>() -> Self {
        Self { name: F::SCHEMA, add: SchemaGenerator::subschema_for::<F> }
    }
}

const COMPARE: SchemaOf = SchemaOf::new::<ComparisonForm<'static>>();

/// The answers that have a schema: the words of their command, and their forms. If nothing fits, some commands answer
/// like `compare`.
const ANSWERS: [(&str, &[SchemaOf]); 19] = [
    ("compare", &[COMPARE, SchemaOf::new::<BudgetForm<'static>>(), SchemaOf::new::<PeopleForm<'static>>()]),
    (
        "what-if",
        &[
            SchemaOf::new::<PiecesForm<'static>>(),
            SchemaOf::new::<TableForm<'static>>(),
            SchemaOf::new::<AroundForm<'static>>(),
            COMPARE,
        ],
    ),
    ("cost", &[SchemaOf::new::<BillForm<'static>>(), COMPARE]),
    ("schedule", &[SchemaOf::new::<ScheduleForm<'static>>(), COMPARE]),
    (
        "renew-steps",
        &[SchemaOf::new::<RenewStepsForm<'static>>(), SchemaOf::new::<CounterCardsForm<'static>>(), COMPARE],
    ),
    ("next", &[SchemaOf::new::<NextForm<'static>>(), COMPARE]),
    ("faq", &[SchemaOf::new::<FaqForm<'static>>()]),
    ("usage", &[SchemaOf::new::<UsageForm<'static>>()]),
    ("batch", &[SchemaOf::new::<BatchForm<'static>>()]),
    ("plans list", &[SchemaOf::new::<PlansForm<'static>>()]),
    ("plans check", &[SchemaOf::new::<CheckForm<'static>>(), SchemaOf::new::<CodesForm<'static>>()]),
    ("plans show", &[SchemaOf::new::<OnePlanForm<'static>>()]),
    ("plans diff", &[SchemaOf::new::<CatalogueDiffForm<'static>>()]),
    ("plans export", &[SchemaOf::new::<PlansForm<'static>>(), SchemaOf::new::<PlanLineForm<'static>>()]),
    ("plans stale", &[SchemaOf::new::<StaleForm<'static>>()]),
    ("plans import", &[SchemaOf::new::<PlansForm<'static>>(), SchemaOf::new::<PlanLineForm<'static>>()]),
    ("config show", &[SchemaOf::new::<SettingsForm<'static>>()]),
    ("schema", &[SchemaOf::new::<SchemaListForm>()]),
    ("error", &[SchemaOf::new::<ErrorReport<'static>>()]),
];

/// Prints the schema of an answer, or lists the answers that have one.
pub fn run(
    args: &SchemaArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let asked = args.answer.join(" ");
    let messages = Messages::new(language, &[Topic::Answers]);
    let text = if asked.is_empty() {
        let answers = ANSWERS.iter().map(|(answer, forms)| (*answer, names(forms)));
        let document = SchemaListDocument { answers: answers.collect(), messages: &messages };
        output::text(&document, global, environment)?
    } else {
        let known = ANSWERS.iter().map(|(answer, _)| *answer);
        let Some(schema) = schema_of(&asked) else {
            let error = Error::new("schema-unknown").with("value", asked.as_str());
            return Err(AskError::option("COMMAND", error).suggest(&asked, known));
        };
        let document = SchemaDocument { schema: &schema, messages: &messages };
        output::text(&document, global, environment)?
    };
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

fn names(forms: &[SchemaOf]) -> Vec<&'static str> {
    forms.iter().map(|form| form.name).collect()
}

/// The schema of the answers of a command, or of errors; `None` if they have none.
pub fn schema_of(answer: &str) -> Option<Schema> {
    let (_, forms) = ANSWERS.iter().find(|(known, _)| *known == answer)?;
    Some(schema(&format!("simplan {answer}"), forms))
}

/// The schema of every answer and of errors, for editors and validators.
pub fn schema_of_all() -> Schema {
    let mut forms: Vec<SchemaOf> = ANSWERS.iter().flat_map(|(_, forms)| *forms).copied().collect();
    forms.sort_by_key(|form| form.name);
    forms.dedup_by_key(|form| form.name);
    schema("simplan", &forms)
}

/// A schema that any of these forms meets.
fn schema(title: &str, forms: &[SchemaOf]) -> Schema {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let roots: Vec<Schema> = forms.iter().map(|form| (form.add)(&mut generator)).collect();
    let mut definitions = generator.take_definitions(true);
    for definition in definitions.values_mut() {
        if let Ok(definition) = definition.try_into() {
            finished(definition);
        }
    }
    let mut root = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$defs": definitions,
    });
    match roots.as_slice() {
        [only] => root.ensure_object().extend(only.as_object().cloned().unwrap_or_default()),
        _ => {
            root.insert("anyOf".to_owned(), roots.iter().map(|root| root.as_value().clone()).collect());
        }
    }
    root
}

/// Forbids the properties that a schema does not name, so that a new key without a type is noticed. Puts descriptions on
/// one line, and leaves out the sizes of whole numbers, which are no formats of JSON Schema.
fn finished(schema: &mut Schema) {
    RecursiveTransform(finished_here).transform(schema);
}

fn finished_here(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if object.contains_key("properties") {
        object.entry("additionalProperties").or_insert(Value::Bool(false));
    }
    if let Some(Value::String(description)) = object.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    if object.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
        object.remove("format");
    }
}

/// The schema of the file of facts about operators, for those who edit it.
pub fn schema_of_facts() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Facts>();
    finished(&mut schema);
    schema.insert("title".to_owned(), "simplan operators.toml".into());
    schema
}

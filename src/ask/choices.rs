//! What a form can offer: SIMs, activities, sellers and plans, in a language.

use crate::catalogue::Catalogue;
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::word::Word;
use crate::guide::sellers::seller_name;
use crate::i18n::Messages;
use crate::render::plans::contents;
use crate::usage::{Activities, Activity, Unit};
use jiff::civil::Date;
use serde::Serialize;

/// What a form can offer.
#[derive(Debug, Serialize)]
pub struct Choices {
    sims: Vec<SimChoice>,
    presets: Vec<WordChoice>,
    activities: Vec<ActivityChoice>,
    operators: Vec<OperatorChoice>,
    plans: Vec<PlanChoice>,
}

/// A line whose SIM the user may have.
#[derive(Debug, Serialize)]
struct SimChoice {
    line: String,
    seller: String,
}

#[derive(Debug, Serialize)]
struct WordChoice {
    word: String,
    label: String,
}

#[derive(Debug, Serialize)]
struct ActivityChoice {
    word: String,
    label: String,
    /// `h` for an activity that takes time; empty for one that is counted.
    unit: &'static str,
}

#[derive(Debug, Serialize)]
struct OperatorChoice {
    id: String,
    name: String,
}

/// A plan, with the price in the notation of a catalogue.
#[derive(Debug, Serialize)]
struct PlanChoice {
    id: String,
    name: String,
    seller: String,
    operator: String,
    line: String,
    kind: &'static str,
    form: Option<&'static str>,
    audience: &'static str,
    price: Option<String>,
    currency: Option<&'static str>,
    /// The seller, the data and the validity, in the language.
    details: Vec<String>,
}

impl Choices {
    /// The choices of a catalogue.
    pub fn new(catalogue: &Catalogue, today: Date, messages: &Messages) -> Self {
        let activities = Activities::built_in();
        let plans = &catalogue.plans;
        let mut sims: Vec<SimChoice> = Vec::new();
        let mut operators: Vec<OperatorChoice> = Vec::new();
        for plan in plans {
            let seller = seller_name(plan.operator.as_str());
            if plan.is_sim() && sims.iter().all(|sim| *plan.line.as_str() != *sim.line) {
                sims.push(SimChoice { line: plan.line.to_string(), seller: seller.to_owned() });
            }
            if operators.iter().all(|operator| *plan.operator.as_str() != *operator.id) {
                operators.push(OperatorChoice { id: plan.operator.to_string(), name: seller.to_owned() });
            }
        }
        let presets = activities.presets.iter().map(|preset| WordChoice {
            word: preset.id.clone(),
            label: messages.tr(&format!("usage-{}", preset.id)),
        });
        Self {
            sims,
            presets: presets.collect(),
            activities: activities.all.iter().map(|activity| activity_choice(activity, messages)).collect(),
            operators,
            plans: plans.iter().map(|plan| plan_choice(plan, today, messages)).collect(),
        }
    }
}

fn activity_choice(activity: &Activity, messages: &Messages) -> ActivityChoice {
    ActivityChoice {
        word: activity.id.clone(),
        label: messages.tr(&format!("usage-{}", activity.id)),
        unit: if activity.unit == Unit::Hour { "h" } else { "" },
    }
}

fn plan_choice(plan: &Plan, today: Date, messages: &Messages) -> PlanChoice {
    let seller = seller_name(plan.operator.as_str()).to_owned();
    let contents = contents(plan, today, messages);
    PlanChoice {
        id: plan.id.to_string(),
        name: plan.name.to_string(),
        details: [vec![seller.clone()], contents].concat(),
        seller,
        operator: plan.operator.to_string(),
        line: plan.line.to_string(),
        kind: plan.kind.word(),
        form: plan.form.map(Word::word),
        audience: plan.audience.word(),
        price: plan.price.map(Money::amount_text),
        currency: plan.price.map(|price| price.currency().code()),
    }
}

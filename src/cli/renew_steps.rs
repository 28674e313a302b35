//! `simplan renew-steps`: how to renew, step by step.

use super::args::{Global, RenewStepsArgs};
use super::error::Failure;
use super::{Environment, Exit, input, output, paint, resolve};
use crate::domain::figure::Fault;
use crate::guide::facts::{Facts, Operator};
use crate::guide::situation::{Channel, Situation, State};
use crate::guide::steps::steps;
use crate::i18n::{Language, Topic, Words};
use crate::render::{Format, Terminal, guide};

/// Runs the command.
pub fn run(
    args: &RenewStepsArgs,
    global: &Global,
    language: Language,
    environment: &mut Environment<'_>,
) -> Result<Exit, Failure> {
    let facts = Facts::built_in();
    let loaded = args.plan.as_ref().map(|_| input::catalogue(global, environment)).transpose()?;
    let plan = match (&args.plan, &loaded) {
        (Some(id), Some(loaded)) => Some(resolve::plan(&loaded.catalogue, id, "--plan")?.as_ref()),
        _ => None,
    };
    let asked = args.operator.as_deref().or(plan.map(|plan| plan.operator.as_str()));
    let operators: Vec<&Operator> = match asked {
        None => facts.operators.iter().collect(),
        Some(id) => vec![operator(&facts, id)?],
    };
    if let (Some(plan), Some(id)) = (plan, asked)
        && &plan.operator != id
    {
        let fault = Fault::new("plan-of-another-operator").with("plan", plan.id.as_str());
        return Err(Failure::option(
            "--operator",
            fault.with("operator", plan.operator.as_str()).with("value", id),
        ));
    }
    let channel = args.channel.unwrap_or(Channel::Shop);
    let situation = Situation {
        channel,
        payment: args.pay.unwrap_or(channel.usual_payment()),
        state: args.state.unwrap_or(State::Active),
        plan,
    };
    situation.check().map_err(Failure::usage)?;

    let guides: Vec<_> = operators.into_iter().map(|operator| steps(&facts, operator, &situation)).collect();
    let words = Words::of(language, &[Topic::Answers, Topic::Guide]);
    let text = match global.format {
        Format::Table => {
            let paint = paint(global.color, environment.terminal_width.is_some(), environment);
            guide::text(&guides, &situation, &words, Terminal { width: environment.width(), paint })
        }
        Format::Markdown => guide::as_markdown(&guides, &situation, &words),
        Format::Json => guide::as_json(&guides, &situation, &words),
        Format::Csv | Format::Ndjson => {
            return Err(Failure::format_not_here(global.format, "table, json, markdown"));
        }
    };
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

fn operator<'f>(facts: &'f Facts, id: &str) -> Result<&'f Operator, Failure> {
    facts.operator(id).ok_or_else(|| {
        let known = facts.operators.iter().map(|operator| operator.id.as_str());
        Failure::option("--operator", Fault::new("operator-not-in-guide").with("value", id))
            .suggest(id, known)
    })
}

//! The tools: commands of the program whose arguments and answers are described by the tree of commands and the
//! published schemas.

use crate::cli::schema::schema_of;
use clap::{Arg, ArgAction, Command};
use serde_json::{Map, Value, json};

/// A command that assistants can call.
pub struct ToolCommand {
    /// The name of the command.
    pub command: &'static str,
    title: &'static str,
    /// What it answers, and what to give.
    description: &'static str,
}

/// The tools, in the order of their list.
const TOOLS: [ToolCommand; 5] = [
    ToolCommand {
        command: "compare",
        title: "Compare plans for a stay",
        description: "Find the cheapest SIM and data passes for a stay: what to buy, the cost, when to renew. Give the stay \
            (`days`, or `from` and `to`) and one of `data`, `per_day` and `use`, or `minutes` for calls alone. `days` and \
            `budget` show how much data an amount buys. The first offer is the cheapest there is; `explain` says why \
            others are not offered.",
    },
    ToolCommand {
        command: "cost",
        title: "Bill a basket of plans",
        description: "Bill a basket of the user's own, say whether it lasts, and compare it with the cheapest one. Give its \
            plans in `basket`, and the stay and the need as for `compare`.",
    },
    ToolCommand {
        command: "schedule",
        title: "Plan when to buy what",
        description: "Show when to buy what, and why. Give the stay and the need as for `compare`, `from` for dates, and \
            `basket` for other plans than the cheapest offer.",
    },
    ToolCommand {
        command: "renew-steps",
        title: "Show how to renew",
        description: "Show the steps of a renewal at an operator or a digital brand. Give `operator`, `plan`, or a stay and a \
            need as for `compare`; `channel` and `pay` for another way than a shop and cash; `card` for what to show to the \
            seller.",
    },
    ToolCommand {
        command: "faq",
        title: "Answer questions about renewing",
        description: "Answer questions about renewing, such as what happens when credit expires. Give the `words` of the \
            question, or none for the list of questions.",
    },
];

/// Options that are not offered: they are about files, or about what a terminal or a script sees.
const NOT_OFFERED: [&str; 5] = ["columns", "fail_if_stale", "link", "no_sources", "rates"];

/// The heading over the options that are about the calendar file.
const CALENDAR: &str = "Calendar";

/// What the names of values that are numbers look like in the tree.
const NUMBERS: [&str; 4] = ["AMOUNT", "DAYS", "MINUTES", "N"];

impl ToolCommand {
    /// The tool with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        TOOLS.iter().find(|tool| tool.name() == name)
    }

    /// The name of the tool: `renew_steps`.
    pub fn name(&self) -> String {
        self.command.replace('-', "_")
    }

    /// What the list of tools says about it; `tree` is that of the program.
    fn listed(&self, tree: &Command) -> Option<Value> {
        let command = tree.find_subcommand(self.command)?;
        let properties: Map<String, Value> =
            arguments(command).map(|arg| (argument_name(arg), property(arg))).collect();
        let mut answers = schema_of(self.command)?;
        // Every answer is an object. The protocol wants to see that at the root.
        answers.insert("type".to_owned(), "object".into());
        Some(json!({
            "name": self.name(),
            "title": self.title,
            "description": self.description,
            "inputSchema": { "type": "object", "properties": properties, "additionalProperties": false },
            "outputSchema": answers,
            "annotations": { "title": self.title, "readOnlyHint": true, "openWorldHint": false },
        }))
    }
}

/// The list of tools; `tree` is that of the program, in English.
pub fn listed(tree: &Command) -> Vec<Value> {
    TOOLS.iter().filter_map(|tool| tool.listed(tree)).collect()
}

/// The arguments of a command that a tool offers. Of the options of every command, that is the language.
pub fn arguments(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| {
        let id = arg.get_id().as_str();
        let is_of_help = matches!(id, "help" | "version");
        let is_of_files = NOT_OFFERED.contains(&id) || arg.get_help_heading() == Some(CALENDAR);
        !arg.is_hide_set() && !is_of_help && !is_of_files && (!arg.is_global_set() || id == "lang")
    })
}

/// The name of an argument: `per_day` for `--per-day`, `words` for `[WORDS]...`.
pub fn argument_name(arg: &Arg) -> String {
    arg.get_long().unwrap_or(arg.get_id().as_str()).replace('-', "_")
}

/// What the value of an argument can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentForm {
    /// True or false.
    Flag,
    /// True or false, or a value.
    FlagOrValue,
    /// A value.
    Value,
    /// Several values.
    List,
}

impl ArgumentForm {
    pub fn of(arg: &Arg) -> Self {
        let action = arg.get_action();
        if !action.takes_values() {
            return Self::Flag;
        }
        let may_be_alone = arg.get_num_args().is_some_and(|count| count.min_values() == 0);
        match action {
            ArgAction::Append => Self::List,
            _ if may_be_alone && !arg.is_positional() => Self::FlagOrValue,
            _ => Self::Value,
        }
    }
}

/// The schema of an argument.
fn property(arg: &Arg) -> Value {
    let mut schema = match ArgumentForm::of(arg) {
        ArgumentForm::Flag => json!({ "type": "boolean" }),
        ArgumentForm::FlagOrValue => json!({ "type": ["boolean", "string"] }),
        ArgumentForm::Value => of_value(arg),
        ArgumentForm::List => json!({ "type": "array", "items": of_value(arg) }),
    };
    schema["description"] = description(arg).into();
    schema
}

/// The schema of one value.
fn of_value(arg: &Arg) -> Value {
    let possible = arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set());
    let words: Vec<String> = possible.map(|value| value.get_name().to_owned()).collect();
    let numbers: Vec<u64> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let value_name = arg.get_value_names().and_then(|names| names.first());
    let is_number = value_name.is_some_and(|name| NUMBERS.contains(&name.as_str()));
    let mut schema = json!({ "type": "string" });
    if is_number {
        schema["type"] = json!(["string", "number"]);
    }
    if !words.is_empty() {
        let either = words.into_iter().map(Value::from).chain(numbers.into_iter().map(Value::from));
        schema["enum"] = either.collect();
    }
    schema
}

/// What the help says about an argument, with its default.
fn description(arg: &Arg) -> String {
    let help = arg.get_long_help().or(arg.get_help()).map(ToString::to_string).unwrap_or_default();
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if defaults.is_empty() || !arg.get_action().takes_values() {
        return help;
    }
    format!("{help} [default: {}]", defaults.join(" "))
}

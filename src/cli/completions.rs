//! `simplan completions`, and the answers to the shells that it connects.
//!
//! A script of a few lines makes the shell ask the program at each press of Tab, so that ids, lines, sellers and
//! currencies are those of the catalogue in use. The shell sets [`VARIABLE`] to its name when it asks.

use super::args::{CompletionsArgs, Global};
use super::choices::ShellName;
use super::in_use::{BUILT_IN, CatalogueFiles};
use super::language::choose;
use super::variables::{LANG, in_use};
use super::{Environment, Exit, input, output, tree};
use crate::ask::error::AskError;
use crate::catalogue::{BUILT_IN_RATES, rates};
use crate::domain::plan::Plan;
use crate::domain::word::Word;
use crate::guide::facts::Facts;
use crate::i18n::{Language, Messages, Topic};
use crate::render::plans::summary;
use crate::usage::Activities;
use clap::builder::StyledStr;
use clap::{Arg, Command};
use clap_complete::engine::{
    ArgValueCandidates, ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter,
};
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};
use jiff::ZonedDateTime;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::sync::Arc;

/// The variable with the name of the shell that asks.
pub const VARIABLE: &str = "SIMPLAN_COMPLETE";

/// A larger catalogue is not read between two keys.
const LARGEST: u64 = 4 << 20;

/// What zsh does with a file that it loads when it first completes the command: it completes at once, too.
const LOADED_BY_ZSH: &str = "
if [[ $funcstack[1] == _simplan ]]; then
    _clap_dynamic_completer_simplan \"$@\"
fi
";

/// Prints the script that connects a shell.
pub fn run(
    args: &CompletionsArgs,
    global: &Global,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let mut script = Vec::new();
    let program = program(line);
    let written =
        adapter(args.shell).write_registration(VARIABLE, "simplan", "simplan", &program, &mut script);
    written.map_err(|error| AskError::output(&error))?;
    let mut script = String::from_utf8_lossy(&script).trim().to_owned() + "\n";
    if args.shell == ShellName::Zsh {
        script += LOADED_BY_ZSH;
    }
    output::answer(&script, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// How the shell calls this program: by its name if that is how it was called, else by its path.
fn program(line: &[OsString]) -> String {
    let called = Path::new(line.first().map_or("simplan", |name| name.to_str().unwrap_or("simplan")));
    let is_name = called.components().count() == 1;
    let whole = if is_name { None } else { std::path::absolute(called).ok() };
    whole.as_deref().unwrap_or(called).display().to_string()
}

/// Answers a shell that asks how a command line can go on. What cannot be completed is silent: the user is typing.
pub fn answer(shell: &str, line: &[OsString], environment: &mut Environment<'_>) -> Exit {
    let Ok(shell) = ShellName::parse(shell) else { return Exit::Usage };
    let Some(words) = line.iter().position(|word| word == "--").map(|at| line[at + 1..].to_vec()) else {
        return Exit::Usage;
    };
    let mut tree = completed(&words, environment);
    let mut answer = Vec::new();
    let folder = env::current_dir().ok();
    let written = adapter(shell).write_complete(&mut tree, words, folder.as_deref(), &mut answer);
    let text = String::from_utf8_lossy(&answer).into_owned();
    if written.is_err() || output::answer(&text, None, environment).is_err() {
        return Exit::Usage;
    }
    Exit::Answer
}

fn adapter(shell: ShellName) -> &'static dyn EnvCompleter {
    match shell {
        ShellName::Bash => &Bash,
        ShellName::Elvish => &Elvish,
        ShellName::Fish => &Fish,
        ShellName::Powershell => &Powershell,
        ShellName::Zsh => &Zsh,
    }
}

/// The tree of commands, whose arguments know their values.
fn completed(words: &[OsString], environment: &Environment<'_>) -> Command {
    let language = choose(in_use(LANG, words, environment).as_deref(), environment).language;
    let files = CatalogueFiles::of_line(words, environment);
    let given = environment.variable("SIMPLAN_TODAY").and_then(|date| date.parse().ok());
    let today = given.unwrap_or_else(|| ZonedDateTime::now().date());
    with_values(tree::commands(language), &Arc::new(KnownValues { files, language, today }))
}

/// What arguments can be besides the words that clap knows.
struct KnownValues {
    /// The files of the catalogue in use.
    files: CatalogueFiles,
    language: Language,
    /// The day from which the ages of prices are counted.
    today: Date,
}

/// Values, each with what the shell shows beside it.
type Described = Vec<(String, String)>;

fn with_values(command: Command, values: &Arc<KnownValues>) -> Command {
    let command = command.mut_args(|arg| match candidates(&arg) {
        None if ["old", "new", "plans"].contains(&arg.get_id().as_str()) => {
            arg.add(ArgValueCompleter::new(catalogues))
        }
        None => arg,
        Some(of) => {
            let values = Arc::clone(values);
            arg.add(ArgValueCandidates::new(move || of(&values).into_iter().map(candidate).collect()))
        }
    });
    command.mut_subcommands(|command| with_values(command, values))
}

/// What a catalogue to compare can be: a file, or the one that is built in.
fn catalogues(typed: &OsStr) -> Vec<CompletionCandidate> {
    let is_begun = typed.to_str().is_some_and(|typed| BUILT_IN.starts_with(typed));
    let built_in = is_begun.then(|| CompletionCandidate::new(BUILT_IN));
    built_in.into_iter().chain(PathCompleter::file().complete(typed)).collect()
}

fn candidate((value, description): (String, String)) -> CompletionCandidate {
    CompletionCandidate::new(value).help(Some(StyledStr::from(description)))
}

/// The values of an argument; `None` if it takes words that clap knows, a file, or anything.
fn candidates(arg: &Arg) -> Option<fn(&KnownValues) -> Described> {
    match arg.get_id().as_str() {
        "basket" | "plan" | "explain" | "id" => Some(KnownValues::ids),
        "line" | "not_line" | "have_sim" => Some(KnownValues::lines),
        "operator" | "not_operator" => Some(KnownValues::operators),
        "currency" => Some(KnownValues::currencies),
        "usage" | "amounts" => Some(KnownValues::activities),
        _ => None,
    }
}

impl KnownValues {
    fn messages(&self) -> Messages {
        Messages::new(self.language, &[Topic::Answers])
    }

    /// The plans of the catalogue in use; none if it is large or not valid.
    fn plans(&self) -> Vec<Arc<Plan>> {
        let read = input::quietly(&self.files, LARGEST);
        read.map(|catalogue| catalogue.plans).unwrap_or_default()
    }

    /// Each plan with its name, price and age.
    fn ids(&self) -> Described {
        let messages = self.messages();
        let plans = self.plans();
        plans.iter().map(|plan| (plan.id.to_string(), summary(plan, self.today, &messages))).collect()
    }

    /// Each line with how many plans it has.
    fn lines(&self) -> Described {
        self.counted(|plan| plan.line.to_string())
    }

    /// The sellers of the catalogue, with how many plans each has, and the operators of the guide.
    fn operators(&self) -> Described {
        let mut operators = self.counted(|plan| plan.operator.to_string());
        for operator in &Facts::built_in().operators {
            if operators.iter().all(|(id, _)| *id != operator.id) {
                operators.push((operator.id.clone(), operator.name.clone()));
            }
        }
        operators
    }

    fn counted(&self, name: fn(&Plan) -> String) -> Described {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for plan in &self.plans() {
            *counts.entry(name(plan)).or_default() += 1;
        }
        let messages = self.messages();
        let described = counts
            .into_iter()
            .map(|(name, count)| (name, messages.tr_with("number-of-plans", [("count", count)])));
        described.collect()
    }

    /// The base of the built-in rates, and each currency that has one.
    fn currencies(&self) -> Described {
        let Ok(rates) = rates::read(BUILT_IN_RATES, None) else { return Vec::new() };
        let base = rates.base();
        let messages = self.messages();
        let others = rates.iter().map(|rate| {
            let worth = messages.decimal(&rate.per_unit().to_string());
            (rate.currency.to_string(), format!("= {worth} {base}"))
        });
        std::iter::once((base.to_string(), String::new())).chain(others).collect()
    }

    /// The presets, and the activities without their amounts, each with its unit.
    fn activities(&self) -> Described {
        let known = Activities::built_in();
        let messages = Messages::new(self.language, &[Topic::Usage]);
        let presets = known.presets.iter().map(|preset| (preset.id.clone(), String::new()));
        let activities = known.all.iter().map(|activity| {
            let unit = messages.tr(&format!("usage-per-{}", activity.unit));
            (format!("{}=", activity.id), unit)
        });
        presets.chain(activities).collect()
    }
}

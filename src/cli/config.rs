//! The configuration file: what options default to.
//!
//! A setting becomes the default of its option in the tree of commands, so that clap's own order holds: an option wins
//! over its variable, that over the file, and that over the built-in default. Help shows the default in use.

mod show;

pub use show::run;

use super::variables::before_values;
use super::{Environment, args, folders, tree};
use crate::ask::error::{AskError, nearest};
use crate::catalogue::place::{place, problem_at};
use crate::catalogue::problems::{Diagnostic, ReadError};
use crate::domain::error::Error;
use clap::builder::ArgPredicate;
use clap::{Arg, ArgAction, Command};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The variable with the path of the file, if it is not at the usual place.
const VARIABLE: &str = "SIMPLAN_CONFIG";

/// What a setting is called, which option it is for, and what it can be.
struct SettingKey {
    name: &'static str,
    /// The id of the argument.
    arg: &'static str,
    form: ValueForm,
}

/// What the value of a setting can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ValueForm {
    Text,
    /// A path, which is relative to the folder of the file.
    Path,
    /// A text or a list of texts.
    List,
    /// The same of paths.
    Paths,
    Flag,
    /// A number of days or a text.
    Days,
}

const KEYS: [SettingKey; 9] = [
    SettingKey { name: "currency", arg: "currency", form: ValueForm::Text },
    SettingKey { name: "form", arg: "form", form: ValueForm::Text },
    SettingKey { name: "have-sim", arg: "have_sim", form: ValueForm::List },
    SettingKey { name: "language", arg: "lang", form: ValueForm::Text },
    SettingKey { name: "max-age", arg: "max_age", form: ValueForm::Days },
    SettingKey { name: "operators", arg: "operator", form: ValueForm::List },
    SettingKey { name: "overlays", arg: "overlay", form: ValueForm::Paths },
    SettingKey { name: "plans", arg: "plans", form: ValueForm::Path },
    SettingKey { name: "resident", arg: "resident", form: ValueForm::Flag },
];

/// Whether an argument has a setting.
pub fn has_setting(arg: &str) -> bool {
    KEYS.iter().any(|key| key.arg == arg)
}

/// Whether a command only asks where the file is.
pub fn is_path(command: &args::Command) -> bool {
    matches!(command, args::Command::Config(args) if matches!(args.command, args::ConfigCommand::Path))
}

/// A setting of the file, and its place.
struct FileSetting {
    key: &'static SettingKey,
    values: Vec<String>,
    line: u64,
    column: u64,
}

/// The settings of the configuration file.
#[derive(Default)]
pub struct Config {
    /// The file, whether it exists or not; `None` if nobody knows where it would be.
    path: Option<PathBuf>,
    settings: Vec<FileSetting>,
}

impl Config {
    /// Reads the file. It may be missing at its usual place. With `--no-config` it is not read. Returns no settings and
    /// the error if the file cannot be read or has problems.
    pub fn read(line: &[OsString], environment: &Environment<'_>) -> (Self, Option<AskError>) {
        let path = path(environment);
        let is_wanted = !before_values(line).any(|word| word == "--no-config");
        let may_be_missing = environment.variable(VARIABLE).is_none();
        let read = path.as_deref().filter(|_| is_wanted).map(|path| read(path, may_be_missing));
        let (settings, error) = match read.transpose() {
            Ok(settings) => (settings.unwrap_or_default(), None),
            Err(error) => (Vec::new(), Some(error)),
        };
        (Self { path, settings }, error)
    }

    /// The file, if it is there. No answer may replace it, even if it is not read this time.
    pub fn file(&self) -> Option<&Path> {
        self.path.as_deref().filter(|path| path.exists())
    }

    /// The values of an option; none if the file does not set it.
    pub fn values(&self, arg: &str) -> &[String] {
        self.of(arg).map(|setting| setting.values.as_slice()).unwrap_or_default()
    }

    /// The place of the setting of an option: `/home/me/.config/simplan/config.toml:2:12`.
    pub fn place(&self, arg: &str) -> Option<String> {
        let setting = self.of(arg)?;
        let path = self.path.as_ref()?.display();
        Some(format!("{path}:{}:{}", setting.line, setting.column))
    }

    fn of(&self, arg: &str) -> Option<&FileSetting> {
        self.settings.iter().find(|setting| setting.key.arg == arg)
    }

    /// The tree of commands with the settings as defaults. The guide's questions are about all operators.
    pub fn applied(&self, command: Command) -> Command {
        if self.settings.is_empty() || command.get_name() == "faq" {
            return command;
        }
        let conflicts = conflicts(&command);
        let command = command.mut_args(|arg| match self.of(arg.get_id().as_str()) {
            Some(setting) => with_default(arg, setting, &conflicts),
            None => arg,
        });
        command.mut_subcommands(|command| self.applied(command))
    }
}

/// Pairs of arguments that exclude each other: the second one has no default if the first one is given.
fn conflicts(command: &Command) -> Vec<(String, String)> {
    let args = command.get_arguments();
    let pairs = args.flat_map(|arg| {
        let id = arg.get_id().to_string();
        let others = command.get_arg_conflicts_with(arg).into_iter().map(|other| other.get_id().to_string());
        others.flat_map(move |other| [(id.clone(), other.clone()), (other, id.clone())]).collect::<Vec<_>>()
    });
    pairs.collect()
}

fn with_default(arg: Arg, setting: &FileSetting, conflicts: &[(String, String)]) -> Arg {
    let id = arg.get_id().to_string();
    let mut arg = if matches!(arg.get_action(), ArgAction::SetTrue | ArgAction::Set) {
        arg.default_value(tree::kept(setting.values.concat()))
    } else {
        arg.default_values(setting.values.iter().map(|value| tree::kept(value.clone())))
    };
    for (other, _) in conflicts.iter().filter(|(_, excluded)| *excluded == id) {
        arg = arg.default_value_if(tree::kept(other.clone()), ArgPredicate::IsPresent, None);
    }
    arg
}

/// Where the file is: in the folder in which the system keeps the configuration of programs.
fn path(environment: &Environment<'_>) -> Option<PathBuf> {
    if let Some(path) = environment.variable(VARIABLE) {
        return Some(path.into());
    }
    Some(folders::configuration(environment)?.join("config.toml"))
}

/// The settings of a file.
///
/// # Errors
/// The file cannot be read, or has problems.
fn read(file: &Path, may_be_missing: bool) -> Result<Vec<FileSetting>, AskError> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        // Services have no home, which some systems write as `/dev/null`.
        Err(error) if may_be_missing && is_missing(&error) => return Ok(Vec::new()),
        Err(error) => return Err(AskError::unreadable(file, &error)),
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    settings(&text, folder).map_err(|problems| AskError::reading(file, ReadError::from(problems)))
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The settings of a text, or all its problems.
fn settings(text: &str, folder: &Path) -> Result<Vec<FileSetting>, Vec<Diagnostic>> {
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        vec![problem_at(text, at, Error::new("config-syntax").with("why", error.message()))]
    })?;
    let mut settings = Vec::new();
    let mut problems = Vec::new();
    for (name, value) in table.into_inner() {
        let Some(key) = KEYS.iter().find(|key| key.name == name.get_ref()) else {
            problems.push(problem_at(text, name.span().start, unknown(name.get_ref())));
            continue;
        };
        let at = value.span().start;
        match values(value, key.form, folder) {
            Some(values) => {
                let (line, column) = place(text, at);
                settings.push(FileSetting { key, values, line, column });
            }
            None => problems.push(problem_at(text, at, wrong_form(key))),
        }
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
    if problems.is_empty() { Ok(settings) } else { Err(problems) }
}

/// The error of a key that is not a setting.
fn unknown(name: &str) -> Error {
    let names = KEYS.iter().map(|key| key.name).collect();
    if let Some(similar) = nearest(name, &names).into_iter().next() {
        return Error::new("setting-similar").with("value", name).with("similar", similar);
    }
    let all = names.into_iter().collect::<Vec<_>>().join(", ");
    Error::new("setting-unknown").with("value", name).with("expected", all)
}

fn wrong_form(key: &SettingKey) -> Error {
    let code = match key.form {
        ValueForm::Text | ValueForm::Path => "setting-not-text",
        ValueForm::List | ValueForm::Paths => "setting-not-list",
        ValueForm::Flag => "setting-not-flag",
        ValueForm::Days => "setting-not-days",
    };
    Error::new(code).with("key", key.name)
}

/// The values of a setting as texts; `None` if it has another form.
fn values(value: Spanned<DeValue<'_>>, form: ValueForm, folder: &Path) -> Option<Vec<String>> {
    let is_list = matches!(form, ValueForm::List | ValueForm::Paths);
    match value.into_inner() {
        DeValue::Array(items) if is_list => {
            items.into_iter().map(|item| single(item.into_inner(), form, folder)).collect()
        }
        value => Some(vec![single(value, form, folder)?]),
    }
}

/// The text of a value that is not a list.
fn single(value: DeValue<'_>, form: ValueForm, folder: &Path) -> Option<String> {
    Some(match (value, form) {
        (DeValue::String(text), ValueForm::Path | ValueForm::Paths) => {
            folder.join(text.as_ref()).display().to_string()
        }
        (DeValue::String(text), ValueForm::Text | ValueForm::List | ValueForm::Days) => text.into_owned(),
        (DeValue::Integer(number), ValueForm::Days) => number.to_string(),
        (DeValue::Boolean(flag), ValueForm::Flag) => flag.to_string(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;

//! The command line: arguments and streams in, an exit code out.
//!
//! Raw arguments ([`args`], `settle`) become the [options](crate::ask::Options) of a question (`resolve`), [`crate::ask`]
//! answers it with a [document](crate::render::document), and that is written once in the requested format (`output`).
//! Errors get their exit codes here. If clap does not accept a command line, `misuse` answers it: it shows help
//! (`help`) or converts clap's error, both with the tree of commands in the user's language ([`tree`]). The same tree makes
//! the manual (`man`) and completes command lines (`completions`); its defaults come from the configuration file
//! (`config`), and the catalogue from an option or the data folder (`in_use`). Without arguments, `interview` asks at a
//! terminal. `mcp` answers command lines that an assistant asks for.

pub mod args;
mod batch;
mod choices;
mod colour;
mod compare;
mod completions;
mod config;
mod cost;
mod decoded;
mod faq;
pub mod files;
mod folders;
mod follow_up;
pub mod help;
mod in_use;
mod input;
mod interview;
mod language;
mod man;
#[cfg(feature = "mcp")]
mod mcp;
mod misplaced;
mod misuse;
mod next;
mod option_hints;
mod orders;
mod output;
mod people;
mod plans;
mod questions;
mod renew_steps;
mod report;
mod resolve;
mod schedule;
pub mod schema;
mod settle;
mod sources;
pub mod tree;
mod usage;
mod variables;
mod version;
mod what_if;

use crate::ask::{AskError, Cause};
use crate::domain::error::Error;
use crate::i18n::{Language, Messages, Topic};
use crate::render::json::json_line;
use args::{Arguments, Command, PlansCommand};
use choices::ColourChoice;
use clap::{CommandFactory, FromArgMatches};
use colour::styles_for;
use config::Config;
use files::{FileId, NamedFile, Target};
use in_use::CatalogueFiles;
use indicatif::ProgressDrawTarget;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// The streams, variables and terminals of the process.
pub struct Environment<'a> {
    /// Standard input. It is owned, because a thread may still read it when the answer is complete.
    pub stdin: Box<dyn Read + Send>,
    /// Standard output, for answers only.
    pub stdout: &'a mut dyn Write,
    /// Standard error, for errors, warnings and progress.
    pub stderr: &'a mut dyn Write,
    /// The file behind standard input; `None` if it is not a file.
    pub stdin_file: Option<FileId>,
    /// Whether standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// The file behind standard output; `None` if it is not a file.
    pub stdout_file: Option<FileId>,
    /// Looks up an environment variable.
    pub variable: &'a dyn Fn(&str) -> Option<OsString>,
    /// The width of standard output in cells; `None` if it is not a terminal.
    pub terminal_width: Option<usize>,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// Whether standard output is a terminal that follows links.
    pub has_links: bool,
    /// The language of the system's settings, on systems that do not keep it in variables.
    pub system_language: Option<String>,
    /// What the user prefers; `run` fills it in.
    pub preferences: Preferences,
    /// The target of the line of progress: hidden if standard error is not a terminal.
    pub progress: ProgressDrawTarget,
}

/// What the user prefers for every command.
#[derive(Default)]
pub struct Preferences {
    /// Whether warnings and other remarks are left out.
    is_quiet: bool,
    /// The settings of the configuration file.
    config: Config,
}

impl Environment<'_> {
    /// The width of text: `COLUMNS` if it is set, else that of the terminal, else 100 cells.
    fn width(&self) -> usize {
        let columns = self.variable("COLUMNS").and_then(|columns| columns.parse().ok());
        columns.filter(|&width| width > 0).or(self.terminal_width).unwrap_or(100)
    }

    /// Whether somebody is there to answer questions.
    fn can_ask(&self) -> bool {
        self.stdin_is_terminal && self.terminal_width.is_some() && self.stderr_is_terminal
    }

    /// Leaves out remarks and the line of progress if the user wishes so.
    fn be_quiet(&mut self, is_quiet: bool) {
        self.preferences.is_quiet = is_quiet;
        if is_quiet {
            self.progress = ProgressDrawTarget::hidden();
        }
    }

    /// The value of a variable; `None` if it is not set or empty.
    fn variable(&self, name: &str) -> Option<String> {
        let value = (self.variable)(name).filter(|value| !value.is_empty())?;
        Some(value.to_string_lossy().into_owned())
    }
}

/// The exit codes of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// There is an answer.
    Answer = 0,
    /// The question is valid, but nothing fits; or two catalogues differ.
    Nothing = 1,
    /// The command line is not valid.
    Usage = 2,
    /// The data is not valid, or a file cannot be read or written.
    Data = 3,
    /// A gate of the user failed: `--fail-if-stale`, or `--strict` of a check.
    Gate = 4,
}

impl From<&AskError> for Exit {
    fn from(error: &AskError) -> Self {
        match error.cause() {
            Cause::Question => Self::Usage,
            Cause::Nothing => Self::Nothing,
            Cause::Data => Self::Data,
        }
    }
}

/// Runs the program with its arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, mut environment: Environment<'_>) -> Exit {
    answer(arguments.into_iter().collect(), &mut environment)
}

fn answer(arguments: Vec<OsString>, environment: &mut Environment<'_>) -> Exit {
    let (config, broken) = Config::read(&arguments, environment);
    environment.preferences.config = config;
    if let Some(shell) = environment.variable(completions::VARIABLE) {
        return completions::answer(&shell, &arguments, environment);
    }
    if arguments.len() < 2 && environment.can_ask() {
        return interview(environment);
    }
    let line = misplaced::without_empty_words(with_help_as_option(arguments));
    if let Some(error) = misplaced::refusal(&line) {
        return misuse::refuse(&line, &error, environment);
    }
    let mut arguments = match parsed(&line, &environment.preferences.config) {
        Ok(arguments) => arguments,
        Err(error) => return misuse::answer(&line, error, environment),
    };
    // Help is shown, and the path of the file, even if the file is broken.
    if let Some(error) = broken.filter(|_| !config::is_path(&arguments.command)) {
        return misuse::refuse(&line, &error, environment);
    }
    let global = &arguments.global;
    arguments.global.used = CatalogueFiles::find(global.plans.as_deref(), &global.overlay, environment);
    environment.be_quiet(arguments.global.quiet);
    let choice = language::choose(arguments.global.lang.as_deref(), environment);
    choice.explain(arguments.global.verbose, environment);
    let language = choice.language;
    let result = settle::settle(&mut arguments, &line, environment).and_then(|warnings| {
        files_are_apart(&mut arguments, environment)?;
        output::plain_is_text(&arguments.global)?;
        if !warnings.is_empty() {
            let messages = Messages::new(language, &[Topic::Answers, Topic::Errors]);
            output::warn(&warnings, &messages, environment);
        }
        Ok(())
    });
    let result = result.and_then(|()| match &arguments.command {
        Command::Compare(args) => compare::run(args, &arguments.global, language, &line, environment),
        Command::WhatIf(args) => what_if::run(args, &arguments.global, language, environment),
        Command::Cost(args) => cost::run(args, &arguments.global, language, &line, environment),
        Command::Schedule(args) => schedule::run(args, &arguments.global, language, &line, environment),
        Command::RenewSteps(args) => renew_steps::run(args, &arguments.global, language, environment),
        Command::Report(args) => report::run(args, &arguments.global, language, environment),
        Command::Next(args) => next::run(args, &arguments.global, language, environment),
        Command::Faq(args) => faq::run(args, &arguments.global, language, &line, environment),
        Command::Usage(args) => usage::run(args, &arguments.global, language, environment),
        Command::Batch(args) => batch::run(args, &arguments.global, language, &line, environment),
        Command::Plans(args) => plans::run(args, &arguments.global, language, environment),
        Command::Config(args) => config::run(args, &arguments.global, language, &line, environment),
        Command::Completions(args) => completions::run(args, &arguments.global, &line, environment),
        Command::Man(args) => man::run(args, &arguments.global, language, environment),
        Command::Schema(args) => schema::run(args, &arguments.global, language, environment),
        #[cfg(feature = "mcp")]
        Command::Mcp(args) => mcp::run(args, &arguments.global, language, &line, environment),
    });
    result.unwrap_or_else(|error| {
        let error = error.blamed(|option| variables::source_behind(option, &line, environment));
        let error = misplaced::explained(error, &line);
        report(&error, arguments.global.color, language, &line, environment)
    })
}

/// Asks what the user wants to know, answers it, and says which command does so again.
fn interview(environment: &mut Environment<'_>) -> Exit {
    let Some(options) = interview::options(environment) else { return Exit::Usage };
    output::complain("\n", environment);
    let exit = answer(options.words("compare").into_iter().map(OsString::from).collect(), environment);
    output::complain(&format!("\n$ {}\n", options.command("compare")), environment);
    exit
}

/// Checks that no output is also an input, and that no two outputs are the same file.
fn files_are_apart(arguments: &mut Arguments, environment: &Environment<'_>) -> Result<(), AskError> {
    let command = &mut arguments.command;
    let rates = match command {
        #[cfg(feature = "mcp")]
        Command::Mcp(args) => args.rates.clone(),
        _ => command.wishes_mut().and_then(|wishes| wishes.rates.clone()),
    };
    let command = &arguments.command;
    let own: Vec<&Path> = match command {
        Command::Batch(args) => vec![args.file.as_deref().unwrap_or(Path::new("-"))],
        Command::Plans(args) => match &args.command {
            PlansCommand::Check(args) => args.files.iter().map(PathBuf::as_path).collect(),
            PlansCommand::Diff(args) => args.files().collect(),
            PlansCommand::Import(args) => args.files().collect(),
            PlansCommand::Install(args) => vec![args.file.as_path()],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    let global = &arguments.global;
    let settings = environment.preferences.config.file();
    let paths = own
        .into_iter()
        .chain(global.used.all().map(|(_, path)| path))
        .chain(rates.as_deref())
        .chain(settings);
    let paths: Vec<&Path> = paths.collect();
    if paths.iter().filter(|path| **path == Path::new("-")).count() > 1 {
        let option = global.used.all().find(|(_, path)| *path == Path::new("-"));
        let error = Error::new("stdin-twice");
        return Err(match option {
            Some((option, _)) => AskError::option(option, error),
            None => AskError::usage(error),
        });
    }
    let inputs: Vec<_> = paths.into_iter().map(|path| named_input(path, environment)).collect();

    let mut outputs = vec![named_output(global.output.as_deref(), environment)];
    if let (Command::Batch(_), Target::File(path)) = (command, Target::from_path(global.output.as_deref())) {
        outputs.extend(batch::part_of(&path).iter().map(|path| NamedFile::path(path)));
    }
    if let Command::Batch(args) = command {
        outputs.extend(args.resume.iter().map(|path| NamedFile::path(path)));
    }
    if let Command::Schedule(args) = command {
        outputs.extend(args.ics.iter().map(|path| named_output(Some(path), environment)));
    }
    // Standard output is not written then, but the shell may have opened a file for it.
    if !outputs.iter().any(NamedFile::is_stream) {
        outputs.push(named_output(None, environment));
    }
    files::apart(&inputs, &outputs)
}

fn named_input(path: &Path, environment: &Environment<'_>) -> NamedFile {
    if path == Path::new("-") {
        NamedFile::stream("stdin", environment.stdin_file.clone())
    } else {
        NamedFile::path(path)
    }
}

fn named_output(path: Option<&Path>, environment: &Environment<'_>) -> NamedFile {
    match Target::from_path(path) {
        Target::Stdout => NamedFile::stream("stdout", environment.stdout_file.clone()),
        Target::File(path) => NamedFile::path(&path),
    }
}

/// Rewrites `help NAMES --lang fr` to `NAMES --help --lang fr`, because clap's command `help` takes no options after
/// the names.
fn with_help_as_option(mut line: Vec<OsString>) -> Vec<OsString> {
    if !line.iter().any(|word| word == "help") {
        return line;
    }
    let tree = Arguments::command();
    let mut command = &tree;
    let mut help = None;
    for at in 1..line.len() {
        if help.is_none() && command.has_subcommands() && line[at] == "help" {
            help = Some(at);
            continue;
        }
        match line[at].to_str().and_then(|name| command.find_subcommand(name)) {
            Some(named) => command = named,
            // clap reports a word that is not a command.
            None if !line[at].to_string_lossy().starts_with('-') => return line,
            None => {
                if let Some(help) = help {
                    line.insert(at, "--help".into());
                    line.remove(help);
                }
                return line;
            }
        }
    }
    line
}

fn parsed(line: &[OsString], config: &Config) -> Result<Arguments, clap::Error> {
    let mut tree = config.applied(tree::without_empty_variables(Arguments::command()));
    let matches = tree.try_get_matches_from_mut(line)?;
    Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut tree))
}

/// Reports an error: in JSON on one line if the command line asks for that, else in words.
fn report(
    error: &AskError,
    colour: ColourChoice,
    language: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Exit {
    let messages = Messages::new(language, &[Topic::Answers, Topic::Errors, Topic::Arguments]);
    if variables::asks_for_json(line, environment) {
        output::complain_to_scripts(&json_line(&error.report(&messages)), environment);
        return error.into();
    }
    let styles = styles_for(colour, environment.stderr_is_terminal, environment);
    output::complain(&error.text(&messages, styles), environment);
    error.into()
}

#[cfg(test)]
mod testing;

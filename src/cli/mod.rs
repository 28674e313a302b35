//! The command line: arguments and streams in, an exit code out.
//!
//! Raw arguments ([`args`]) become a checked request (`resolve`), one pure call answers it, and the answer is a
//! [document](crate::render::document) that is written once in the format that was asked for (`output`). Errors get
//! their hint, their words and their exit code here and nowhere else (`error`). What clap does not take goes to
//! `misuse`, which lays out help (`help`) and words clap's errors, both from the tree of commands in the user's language
//! ([`tree`]).

pub mod args;
mod batch;
mod compare;
mod cost;
mod error;
mod faq;
pub mod files;
mod help;
mod input;
mod language;
mod misuse;
mod output;
mod plans;
mod renew_steps;
mod resolve;
mod schedule;
pub mod tree;

use crate::i18n::{Language, Messages, Topic};
use crate::render::styles::Styles;
use args::{Arguments, ColourChoice, Command, PlansCommand};
use clap::{CommandFactory, FromArgMatches};
use error::CliError;
use files::{FileId, NamedFile, Target};
use indicatif::ProgressDrawTarget;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;

/// What the process has besides its arguments.
pub struct Environment<'a> {
    /// Standard input. It is handed over whole to a thread that may outlive the answer.
    pub stdin: Box<dyn Read + Send>,
    /// Standard output.
    pub stdout: &'a mut dyn Write,
    /// Standard error.
    pub stderr: &'a mut dyn Write,
    /// The file that is standard input, if it is one.
    pub stdin_file: Option<FileId>,
    /// The file that standard output goes to, if it is one.
    pub stdout_file: Option<FileId>,
    /// Looks up an environment variable.
    pub variable: &'a dyn Fn(&str) -> Option<OsString>,
    /// Whether standard output is a terminal, and how wide that is.
    pub terminal_width: Option<usize>,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// Where a line of progress is drawn: hidden if standard error is not a terminal.
    pub progress: ProgressDrawTarget,
}

impl Environment<'_> {
    /// How wide text is laid out: `COLUMNS` where it is set, the terminal, else 100 cells.
    fn width(&self) -> usize {
        let columns = self.variable("COLUMNS").and_then(|columns| columns.parse().ok());
        columns.filter(|&width| width > 0).or(self.terminal_width).unwrap_or(100)
    }

    /// A variable that is set and not empty.
    fn variable(&self, name: &str) -> Option<String> {
        let value = (self.variable)(name).filter(|value| !value.is_empty())?;
        Some(value.to_string_lossy().into_owned())
    }
}

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// There is an answer.
    Answer = 0,
    /// The question is sound and nothing fits.
    Nothing = 1,
    /// The command line is not sound.
    Usage = 2,
    /// The data is not, or a file cannot be read or written.
    Data = 3,
    /// A gate that the user set failed.
    Gate = 4,
}

/// Runs the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>, mut environment: Environment<'_>) -> Exit {
    let line = with_help_as_option(arguments.into_iter().collect());
    let arguments = match parsed(&line) {
        Ok(arguments) => arguments.settled(),
        Err(error) => return misuse::answer(&line, error, &mut environment),
    };
    let choice = language::choose(arguments.global.lang.as_deref(), &environment);
    choice.explain(arguments.global.verbose, &mut environment);
    let language = choice.language;
    let checked = files_are_apart(&arguments, &environment);
    let checked = checked.and_then(|()| output::plain_is_text(&arguments.global));
    let result = checked.and_then(|()| match &arguments.command {
        Command::Compare(args) => compare::run(args, &arguments.global, language, &mut environment),
        Command::Cost(args) => cost::run(args, &arguments.global, language, &mut environment),
        Command::Schedule(args) => schedule::run(args, &arguments.global, language, &mut environment),
        Command::RenewSteps(args) => renew_steps::run(args, &arguments.global, language, &mut environment),
        Command::Faq(args) => faq::run(args, &arguments.global, language, &mut environment),
        Command::Batch(args) => batch::run(args, &arguments.global, language, &line, &mut environment),
        Command::Plans(args) => plans::run(args, &arguments.global, language, &mut environment),
    });
    result.unwrap_or_else(|failure| {
        let failure = failure.blamed(|option| misuse::variable_behind(option, &line, &environment));
        report(&failure, arguments.global.color, language, &mut environment)
    })
}

/// Checks that no file that would be written is read, and none is written twice.
fn files_are_apart(arguments: &Arguments, environment: &Environment<'_>) -> Result<(), CliError> {
    let (global, command) = (&arguments.global, &arguments.command);
    let rates = match command {
        Command::Compare(args) => &args.request.wishes.rates,
        Command::Cost(args) => &args.request.wishes.rates,
        Command::Schedule(args) => &args.request.wishes.rates,
        Command::RenewSteps(args) => &args.request.wishes.rates,
        Command::Batch(args) => &args.wishes.rates,
        Command::Faq(_) | Command::Plans(_) => &None,
    };
    let own = match command {
        Command::Batch(args) => Some(args.file.as_deref().unwrap_or(Path::new("-"))),
        Command::Plans(args) => match &args.command {
            PlansCommand::Check { file } => file.as_deref(),
            _ => None,
        },
        _ => None,
    };
    let inputs = own.into_iter().chain(global.plans.as_deref()).chain(rates.as_deref());
    let inputs: Vec<_> = inputs.map(|path| named_input(path, environment)).collect();

    let stdout = || NamedFile::stream("stdout", environment.stdout_file.clone());
    let named_output = |path: &Path| match Target::of(Some(path)) {
        Target::Stdout => stdout(),
        Target::File(path) => NamedFile::path(&path),
    };
    let mut outputs = vec![global.output.as_deref().map_or_else(stdout, named_output)];
    if let (Command::Batch(_), Target::File(path)) = (command, Target::of(global.output.as_deref())) {
        outputs.extend(batch::part_of(&path).iter().map(|path| NamedFile::path(path)));
    }
    if let Command::Schedule(args) = command {
        outputs.extend(args.ics.iter().map(|path| named_output(path)));
    }
    // It is not written then, but the shell has opened it.
    if !outputs.iter().any(NamedFile::is_stream) {
        outputs.push(stdout());
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

/// `help NAMES --lang fr` as `NAMES --help --lang fr`: clap's command `help` takes names, and no options after them.
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
            // Before a word that is no command clap knows best what to say.
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

fn parsed(line: &[OsString]) -> Result<Arguments, clap::Error> {
    let mut tree = tree::without_empty_variables(Arguments::command());
    let matches = tree.try_get_matches_from_mut(line)?;
    Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut tree))
}

/// How something is coloured that goes to a terminal or not.
fn styles(choice: ColourChoice, is_terminal: bool, environment: &Environment<'_>) -> Styles {
    let colour = match choice {
        ColourChoice::Always => true,
        ColourChoice::Never => false,
        ColourChoice::Auto => {
            let dumb = environment.variable("TERM").is_some_and(|term| term == "dumb");
            is_terminal && !dumb && environment.variable("NO_COLOR").is_none()
        }
    };
    Styles { colour }
}

fn report(
    failure: &CliError,
    colour: ColourChoice,
    language: Language,
    environment: &mut Environment<'_>,
) -> Exit {
    let messages = Messages::of(language, &[Topic::Answers, Topic::Errors, Topic::Arguments]);
    let styles = styles(colour, environment.stderr_is_terminal, environment);
    output::complain(&failure.text(&messages, styles), environment);
    failure.exit()
}

//! `simplan config`: shows the settings in use and the place of the file.

use super::{Config, KEYS, SettingKey};
use crate::ask::error::AskError;
use crate::cli::args::{Arguments, ConfigArgs, ConfigCommand, Global};
use crate::cli::variables::variable_name;
use crate::cli::{Environment, Exit, input, output, tree};
use crate::domain::error::Error;
use crate::i18n::{Language, Messages, Topic};
use crate::render::settings::{SettingOrigin, SettingRow, SettingsDocument};
use clap::parser::ValueSource;
use clap::{ArgMatches, Command, CommandFactory};
use std::ffi::OsString;

pub fn run(
    args: &ConfigArgs,
    global: &Global,
    language: Language,
    line: &[OsString],
    environment: &mut Environment<'_>,
) -> Result<Exit, AskError> {
    let config = &environment.preferences.config;
    let path = config.path.as_ref().map(|path| path.display().to_string());
    let text = match args.command {
        ConfigCommand::Path => {
            let unknown = || AskError::nothing(Error::new("config-without-folder"));
            path.ok_or_else(unknown)? + "\n"
        }
        ConfigCommand::Show(_) => {
            let messages = Messages::new(language, &[Topic::Answers]);
            let document = SettingsDocument {
                file: path.as_deref(),
                is_read: !config.settings.is_empty(),
                rows: rows(config, language, line),
                messages: &messages,
            };
            let text = output::text(&document, global, environment)?;
            input::note_files(&global.used, language, environment);
            text
        }
    };
    output::answer(&text, global.output.as_deref(), environment)?;
    Ok(Exit::Answer)
}

/// Each setting with its value and with what gives it.
fn rows(config: &Config, language: Language, line: &[OsString]) -> Vec<SettingRow> {
    let mut tree = config.applied(tree::without_empty_variables(Arguments::command()));
    tree.build();
    let Ok(matches) = tree.clone().try_get_matches_from(line) else { return Vec::new() };
    let own = matches.subcommand_matches("config").and_then(|config| config.subcommand_matches("show"));
    let shown = tree.find_subcommand("config").and_then(|config| config.find_subcommand("show"));
    let (Some(matches), Some(command)) = (own, shown) else { return Vec::new() };
    KEYS.iter().map(|key| row(key, config, language, matches, command)).collect()
}

fn row(
    key: &SettingKey,
    config: &Config,
    language: Language,
    matches: &ArgMatches,
    command: &Command,
) -> SettingRow {
    let arg = command.get_arguments().find(|arg| arg.get_id() == key.arg);
    let values = matches.get_raw(key.arg).into_iter().flatten();
    let mut values: Vec<String> = values.map(|value| value.to_string_lossy().into_owned()).collect();
    let origin = match matches.value_source(key.arg) {
        Some(ValueSource::CommandLine) => SettingOrigin::Option(
            arg.and_then(|arg| arg.get_long()).map(|long| format!("--{long}")).unwrap_or_default(),
        ),
        Some(ValueSource::EnvVariable) => {
            SettingOrigin::Variable(arg.and_then(variable_name).unwrap_or_default())
        }
        _ => config.place(key.arg).map_or(SettingOrigin::Default, SettingOrigin::File),
    };
    // The locale chooses the language if nothing else does.
    if key.arg == "lang" && values.is_empty() {
        values.push(language.to_string());
    }
    SettingRow { key: key.name, values, origin }
}

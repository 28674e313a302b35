//! The arguments of commands that are about the program itself.

use super::request::WishArgs;
use crate::cli::choices::{ShellName, word_parser};
use clap::{Arg, Args, Subcommand};
use std::path::PathBuf;

/// Arguments of `config`.
#[derive(Debug, Args)]
#[command(after_help = "simplan config show\nsimplan config path")]
pub struct ConfigArgs {
    /// What to do with the settings.
    #[command(subcommand)]
    pub command: ConfigCommand,
}

/// What to do with the settings.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Show each setting, its value, and whether an option, a variable or the file gives it
    Show(ConfigShowArgs),
    /// Print the path of the configuration file
    #[command(after_help = "simplan config path")]
    Path,
}

/// Arguments of `config show`.
#[derive(Debug, Args)]
#[command(after_help = "simplan config show\nsimplan config show --currency EUR")]
#[command(mut_args(of_settings))]
pub struct ConfigShowArgs {
    /// The options that settings are for.
    #[command(flatten)]
    pub wishes: WishArgs,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = "simplan completions bash")]
pub struct CompletionsArgs {
    /// The shell that runs the script when it starts
    #[arg(
        long_help = "The shell that runs the script when it starts. bash: `source <(simplan completions bash)` in \
            `~/.bashrc`; zsh: the same with zsh in `~/.zshrc`, after `compinit`; fish: `simplan completions fish | source` in \
            `config.fish`; elvish: `eval (simplan completions elvish | slurp)` in `rc.elv`; PowerShell: `simplan completions \
            powershell | Out-String | Invoke-Expression` in `$PROFILE`",
        value_name = "SHELL",
        value_parser = word_parser::<ShellName>()
    )]
    pub shell: ShellName,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
#[command(after_help = "simplan man manual")]
pub struct ManArgs {
    /// Folder for the pages, one for each command
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

/// Arguments of `mcp`.
#[cfg(feature = "mcp")]
#[derive(Debug, Args)]
#[command(after_help = "simplan mcp\nsimplan mcp --lang fr --plans my-plans.csv")]
pub struct McpArgs {
    /// File of exchange rates [default: built in]
    #[arg(
        long,
        hide_short_help = true,
        value_name = "FILE",
        env = "SIMPLAN_RATES",
        hide_env_values = true,
        help_heading = "Money"
    )]
    pub rates: Option<PathBuf>,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
#[command(after_help = "simplan schema compare\nsimplan schema plans list\nsimplan schema error")]
pub struct SchemaArgs {
    /// Command, such as compare or plans list, or error [default: list all]
    #[arg(value_name = "COMMAND")]
    pub answer: Vec<String>,
}

/// Hides the options that have no setting.
fn of_settings(arg: Arg) -> Arg {
    let has_setting = crate::cli::config::has_setting(arg.get_id().as_str());
    arg.hide(!has_setting).hide_short_help(!has_setting)
}

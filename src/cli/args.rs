//! The arguments as the user typed them; `resolve` checks them.
//!
//! Values of the domain stay text here, so that every error about them has our form: with the option, the value, what
//! was expected, and a hint.
//!
//! Help has two lengths. `-h` shows the doc comment of what is common; `hide_short_help` keeps the rest out of it.
//! `--help` shows everything, with `long_help` if there is more to say. `after_help` has examples, one on each line, of
//! which `-h` shows the first.

mod compare;
mod plans;
mod program;
mod renewal;
mod request;

pub use compare::{CompareArgs, MineArgs, WhatIfArgs};
pub use plans::{
    PlansAddArgs, PlansArgs, PlansCheckArgs, PlansCommand, PlansDiffArgs, PlansExportArgs, PlansImportArgs,
    PlansInstallArgs, PlansListArgs, PlansStaleArgs,
};
#[cfg(feature = "mcp")]
pub use program::McpArgs;
pub use program::{CompletionsArgs, ConfigArgs, ConfigCommand, ConfigShowArgs, ManArgs, SchemaArgs};
pub use renewal::{NextArgs, RenewStepsArgs, ReportArgs};
pub use request::{FilterArgs, NeedArgs, RequestArgs, WishArgs};

use super::choices::{ColourChoice, InputFormat, LanguageParser, word_parser};
use super::in_use::CatalogueFiles;
use crate::guide::situation::{Channel, Payment};
use crate::render::Format;
use clap::{Arg, Args, Parser, Subcommand};
use std::path::{Path, PathBuf};

/// Find the cheapest SIM and data passes for a stay, and how to renew them.
#[derive(Debug, Parser)]
#[command(name = "simplan", version, arg_required_else_help = true, propagate_version = true)]
#[command(after_help = "simplan compare --days 30 --data 20GB")]
pub struct Arguments {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare plans for a stay: what to buy, the cost, when to renew
    Compare(CompareArgs),
    /// Show where another offer becomes the cheapest
    WhatIf(WhatIfArgs),
    /// Bill a basket of your own, and compare it with the cheapest one
    Cost(CostArgs),
    /// Show when to buy what, as a table and a calendar file
    Schedule(ScheduleArgs),
    /// Show the renewal steps at an operator or a digital brand
    RenewSteps(RenewStepsArgs),
    /// Say what to do today with the SIM in the phone
    Next(NextArgs),
    /// Write the answer and its steps as one HTML file
    Report(ReportArgs),
    /// Answer questions about renewing
    Faq(FaqArgs),
    /// Show how much data activities take, and add up a day
    Usage(UsageArgs),
    /// Compare plans for every row of a file: CSV or NDJSON in and out
    Batch(BatchArgs),
    /// List, check, add, import, export and compare plans
    Plans(PlansArgs),
    /// Show the settings: what options default to, and why
    Config(ConfigArgs),
    /// Print the script that makes a shell complete commands, ids and names
    Completions(CompletionsArgs),
    /// Write the manual pages
    Man(ManArgs),
    /// Print the JSON Schema of the answers of a command, or of errors
    Schema(SchemaArgs),
    /// Answer an assistant that speaks the Model Context Protocol
    #[cfg(feature = "mcp")]
    Mcp(McpArgs),
}

impl Command {
    /// The request of a command that answers one.
    pub fn request_mut(&mut self) -> Option<&mut RequestArgs> {
        match self {
            Self::Compare(args) => Some(&mut args.request),
            Self::WhatIf(args) => Some(&mut args.request),
            Self::Cost(args) => Some(&mut args.request),
            Self::Schedule(args) => Some(&mut args.request),
            Self::RenewSteps(args) => Some(&mut args.request),
            Self::Report(args) => Some(&mut args.request),
            Self::Plans(args) => match &mut args.command {
                PlansCommand::Diff(args) => Some(&mut args.request),
                _ => None,
            },
            _ => None,
        }
    }

    /// What the user has and wants, and which plans count, of a command that has it.
    pub fn wishes_mut(&mut self) -> Option<&mut WishArgs> {
        match self {
            Self::Next(args) => Some(&mut args.wishes),
            Self::Batch(args) => Some(&mut args.wishes),
            Self::Config(args) => match &mut args.command {
                ConfigCommand::Show(args) => Some(&mut args.wishes),
                ConfigCommand::Path => None,
            },
            _ => self.request_mut().map(|request| &mut request.wishes),
        }
    }
}

/// Options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Data and output")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Global {
    /// Catalogue file, `-` for standard input [default: Morocco's, built in]
    #[arg(
        long,
        hide_short_help = true,
        global = true,
        value_name = "FILE",
        long_help = "Catalogue file, `-` for standard input, or `built-in` for Morocco's catalogue in the program, which is \
            then used without your own prices [default: an installed catalogue, else the built-in one]",
        env = "SIMPLAN_PLANS",
        hide_env_values = true
    )]
    pub plans: Option<PathBuf>,
    /// File of prices and plans to lay over the catalogue; repeatable
    #[arg(
        long,
        hide_short_help = true,
        global = true,
        value_name = "FILE",
        long_help = "File of prices and plans to lay over the catalogue: rows by id, whose cells replace those of the plan \
            unless they are blank; a column `status` can say `withdrawn` or `on-sale`; repeatable, and the last one wins"
    )]
    pub overlay: Vec<PathBuf>,
    /// The files of the catalogue in use, which may be those of the data folder.
    #[arg(skip)]
    pub used: CatalogueFiles,
    /// Write the answer to a file, whose ending picks the format, or `-` for standard output; `batch` continues one that was interrupted
    #[arg(long, hide_short_help = true, short, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Format
    #[arg(
        long = "format",
        short = 'f',
        long_help = "Format of the answer; `--json` and `--csv` are short forms [default: table; for `batch`: csv]",
        id = "format",
        global = true,
        value_name = "FORMAT",
        env = "SIMPLAN_FORMAT",
        hide_env_values = true,
        value_parser = word_parser::<Format>()
    )]
    pub asked_format: Option<Format>,
    /// What separates the cells of CSV, such as `;` or tab
    #[arg(
        long,
        hide_short_help = true,
        global = true,
        value_name = "MARK",
        long_help = "What separates the cells of CSV, such as `;` or `tab`: in the answer, and in a file that is read if its \
            header does not show it [default: `,`]"
    )]
    pub delimiter: Option<String>,
    /// Begin CSV and TSV with a byte order mark, which Excel needs
    #[arg(long, hide_short_help = true, global = true)]
    pub bom: bool,
    /// Encoding of the files that are read, such as windows-1252 or gbk [default: UTF-8, or that of the byte order mark]
    #[arg(long, hide_short_help = true, global = true, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Print only the value at this key of the JSON answer, such as total
    #[arg(long, hide_short_help = true, global = true, value_name = "KEY")]
    pub field: Option<String>,
    /// Short for --format json
    #[arg(long, global = true, hide = true)]
    pub json: bool,
    /// Short for --format csv
    #[arg(long, global = true, hide = true)]
    pub csv: bool,
    /// The format that was asked for, else the default of the command; `settle` sets it.
    #[arg(skip = Format::Table)]
    pub format: Format,
    /// Text without tables, lines and colours, for screen readers and messages
    #[arg(long, hide_short_help = true, global = true)]
    pub plain: bool,
    /// Language of texts
    #[arg(
        long,
        long_help = "Language of texts, never of machine formats; English replaces an unsupported one \
            [default: the locale's]",
        global = true,
        value_name = "LANGUAGE",
        env = "SIMPLAN_LANG",
        hide_env_values = true,
        value_parser = LanguageParser
    )]
    pub lang: Option<String>,
    /// When to use colours
    #[arg(
        long,
        hide_short_help = true,
        global = true,
        value_name = "WHEN",
        env = "SIMPLAN_COLOR",
        hide_env_values = true,
        default_value = "auto",
        value_parser = word_parser::<ColourChoice>()
    )]
    pub color: ColourChoice,
    /// Number of threads for a large catalogue or many needs [default: all cores]
    #[arg(
        long,
        hide_short_help = true,
        global = true,
        value_name = "N",
        env = "SIMPLAN_THREADS",
        hide_env_values = true,
        allow_hyphen_values = true
    )]
    pub threads: Option<String>,
    /// Put the SHA-256 of a catalogue above 1 MB into JSON, too
    #[arg(long, hide_short_help = true, global = true)]
    pub fingerprint: bool,
    /// Reference date for the age of prices [default: today]
    #[arg(
        long,
        hide_short_help = true,
        global = true,
        value_name = "DATE",
        env = "SIMPLAN_TODAY",
        hide_env_values = true
    )]
    pub today: Option<String>,
    /// Say on standard error if another language or script replaces the one asked for
    #[arg(long, hide_short_help = true, global = true)]
    pub verbose: bool,
    /// Do not read the configuration file
    #[arg(long, hide_short_help = true, global = true)]
    pub no_config: bool,
    /// No warnings or progress on standard error, only errors
    #[arg(long, hide_short_help = true, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
}

impl Global {
    /// The files of the catalogue that the user names, each with its option.
    pub fn catalogue_files(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let plans = self.plans.iter().map(|path| ("--plans", path.as_path()));
        plans.chain(self.overlay.iter().map(|path| ("--overlay", path.as_path())))
    }
}

/// Arguments of `cost`.
#[derive(Debug, Args)]
#[command(
    after_help = "simplan cost inwi-esim-pack-120 --days 30 --data 20GB\nsimplan cost --days 30 --data 12GB"
)]
#[command(mut_args(|arg| rare(arg, &["from", "minutes", "operator", "form", "resident"])))]
pub struct CostArgs {
    /// Plans that I buy, by id or name [default: the cheapest offer]
    #[arg(
        value_name = "PLAN[:COUNT]",
        long_help = "Plans that I buy, by id or name, and how many of each: PLAN or PLAN:COUNT [default: the \
            cheapest offer]"
    )]
    pub basket: Vec<String>,
    /// The request.
    #[command(flatten)]
    pub request: RequestArgs,
    /// What I have already, which needs no new SIM
    #[command(flatten)]
    pub mine: MineArgs,
}

/// Arguments of `schedule`.
#[derive(Debug, Args)]
#[command(after_help = "\
simplan schedule --days 45 --data 20GB --from 2026-12-01\n\
simplan schedule --days 45 --data 20GB --from 2026-12-01 --ics renewals.ics")]
#[command(mut_args(|arg| rare(arg, &["minutes", "operator", "form", "resident", "currency"])))]
pub struct ScheduleArgs {
    /// Plans that I buy, by id or name [default: the cheapest offer]
    #[arg(
        value_name = "PLAN[:COUNT]",
        long_help = "Plans that I buy, by id or name, and how many of each: PLAN or PLAN:COUNT [default: the \
            cheapest offer]"
    )]
    pub basket: Vec<String>,
    /// The request.
    #[command(flatten)]
    pub request: RequestArgs,
    /// What I have already, which needs no new SIM
    #[command(flatten)]
    pub mine: MineArgs,
    /// Write a calendar file, too, such as renewals.ics
    #[arg(
        long,
        long_help = "Write a calendar file, too; a new plan replaces the one in the file",
        value_name = "FILE",
        help_heading = "Calendar"
    )]
    pub ics: Option<PathBuf>,
    /// Name of this plan; plans with other names stay in the calendar
    #[arg(long, hide_short_help = true, value_name = "NAME", help_heading = "Calendar")]
    pub calendar: Option<String>,
    /// When to remind, such as 2d, 9:00 or 3h before
    #[arg(
        long,
        long_help = "When to remind: 2d (in the evening two days before), 9:00 (on the day), 3h or 30m \
            before; repeatable [default: 1d]",
        value_name = "TIME",
        allow_hyphen_values = true,
        help_heading = "Calendar"
    )]
    pub remind: Vec<String>,
    /// Where to renew, in the steps of the calendar [default: shop; online for what is sold only there]
    #[arg(
        long,
        hide_short_help = true,
        value_name = "CHANNEL",
        value_parser = word_parser::<Channel>(),
        help_heading = "Calendar"
    )]
    pub channel: Option<Channel>,
    /// What to pay with, in the steps of the calendar [default: the channel's usual one]
    #[arg(
        long,
        hide_short_help = true,
        value_name = "PAYMENT",
        value_parser = word_parser::<Payment>(),
        help_heading = "Calendar"
    )]
    pub pay: Option<Payment>,
}

/// Arguments of `faq`.
#[derive(Debug, Args)]
#[command(after_help = "simplan faq roaming\nsimplan faq what if my credit expires --operator inwi")]
pub struct FaqArgs {
    /// What the question is about, in any of the languages [default: list the questions]
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// Only what holds for this operator or digital brand; repeatable
    #[arg(long, value_name = "OPERATOR")]
    pub operator: Vec<String>,
    /// Show every answer that fits in full, not only the best one
    #[arg(long)]
    pub all: bool,
    /// Without the sources at the end
    #[arg(long)]
    pub no_sources: bool,
}

/// Arguments of `usage`.
#[derive(Debug, Args)]
#[command(after_help = "simplan usage\nsimplan usage maps=1h messages=100")]
pub struct UsageArgs {
    /// What a day has of each activity, such as maps=1h messages=100; a preset may come first [default: list all]
    #[arg(value_name = "ACTIVITY=AMOUNT")]
    pub amounts: Vec<String>,
    /// Without the sources at the end
    #[arg(long)]
    pub no_sources: bool,
}

/// Arguments of `batch`.
#[derive(Debug, Args)]
#[command(
    after_help = "simplan batch needs.csv\nsimplan batch needs.csv --output answers.csv",
    after_long_help = BATCH_COLUMNS
)]
pub struct BatchArgs {
    /// Needs, one in each row, with columns such as days and data
    #[arg(long_help = "Needs, one in each row; `-` for standard input [default: -]", value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Format of the needs [default: by the name of the file, else by its first character]
    #[arg(
        long,
        hide_short_help = true,
        value_name = "FORMAT",
        value_parser = word_parser::<InputFormat>(),
        help_heading = "Rows"
    )]
    pub input: Option<InputFormat>,
    /// Number of offers for each need, the cheapest first; 0 for all
    #[arg(long, value_name = "K", allow_negative_numbers = true, default_value = "1", help_heading = "Rows")]
    pub top: String,
    /// Append what is missing to the answers of an interrupted run on standard output; a new file gets all answers
    #[arg(long, hide_short_help = true, value_name = "FILE", help_heading = "Rows")]
    pub resume: Option<PathBuf>,
    /// Stop at the first bad row
    #[arg(long, hide_short_help = true, help_heading = "Rows")]
    pub fail_fast: bool,
    /// Call minutes for the whole stay, if a row has none
    #[arg(
        long,
        hide_short_help = true,
        value_name = "MINUTES",
        allow_hyphen_values = true,
        help_heading = "If a row does not say otherwise"
    )]
    pub minutes: Option<String>,
    /// First day of the stay, if a row has none
    #[arg(
        long,
        hide_short_help = true,
        value_name = "DATE",
        help_heading = "If a row does not say otherwise"
    )]
    pub from: Option<String>,
    /// What I have already, which needs no new SIM
    #[command(flatten)]
    pub mine: MineArgs,
    /// Everything else that a row may say.
    #[command(flatten)]
    pub wishes: WishArgs,
}

/// The end of the help of `batch`, which lists its columns.
const BATCH_COLUMNS: &str = "\
Columns: days, and data, per_day, use or minutes (also beside data); optional: id, operator, line, resident, have_sim, \
have_data, have_days, mine, max_purchases, currency, from. Each means the same as the option of that name; `;` separates \
several names. Case does not matter. Other columns are carried through to the answers, after ours; one that an answer \
has too becomes in_<name>. With NDJSON needs, CSV answers leave them out.

Answers: `basket` can be pasted into `simplan cost`; if nothing fits, `reason` says why for the nearest plans.";

/// Keeps options that a command shares with others out of its short help.
fn rare(arg: Arg, names: &[&str]) -> Arg {
    if names.contains(&arg.get_id().as_str()) { arg.hide_short_help(true) } else { arg }
}

//! The arguments as the user typed them; `resolve` checks them.
//!
//! Values of the domain stay text here, so that every error about them has our form: with the option, the value, what
//! was expected, and a hint.
//!
//! Help has two lengths. `-h` shows the doc comment of what is common; `hide_short_help` keeps the rest out of it.
//! `--help` shows everything, with `long_help` if there is more to say. `after_help` has examples, one on each line, of
//! which `-h` shows the first.

mod program;
mod request;

#[cfg(feature = "mcp")]
pub use program::McpArgs;
pub use program::{CompletionsArgs, ConfigArgs, ConfigCommand, ConfigShowArgs, ManArgs, SchemaArgs};
pub use request::{FilterArgs, NeedArgs, RequestArgs, WishArgs};

use super::choices::{ColourChoice, InputFormat, LanguageParser, word_parser};
use crate::guide::situation::{Channel, Payment};
use crate::render::Format;
use clap::{Arg, Args, Parser, Subcommand};
use std::path::PathBuf;

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
    /// List, show and check the plans of the catalogue
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
        env = "SIMPLAN_PLANS",
        hide_env_values = true
    )]
    pub plans: Option<PathBuf>,
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

/// What is compared with the offers.
#[derive(Clone, Debug, Args)]
pub struct MineArgs {
    /// What I have already, such as roaming: 5 EUR/1d/500MB
    #[arg(
        long,
        hide_short_help = true,
        long_help = "What I have already, such as the roaming of my operator at home: its price, days and data, as in \
            `5 EUR/1d/500MB`. It is bought as often as needed; a free one counts once",
        value_name = "PLAN",
        allow_hyphen_values = true,
        help_heading = "What I have and want"
    )]
    pub mine: Option<String>,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
#[command(
    after_help = "simplan compare --days 30 --data 20GB\nsimplan compare --days 10 --use medium --people 3"
)]
#[command(mut_args(|arg| rare(arg, &["from"])))]
pub struct CompareArgs {
    /// The request.
    #[command(flatten)]
    pub request: RequestArgs,
    /// Show how much data this amount buys, instead of offers for a need of data
    #[arg(
        long,
        hide_short_help = true,
        value_name = "AMOUNT",
        allow_hyphen_values = true,
        help_heading = "What to show",
        conflicts_with_all = ["data", "per_day", "usage", "max_total", "trade_off", "explain", "all", "columns"]
    )]
    pub budget: Option<String>,
    /// What I have already, which needs no new SIM
    #[command(flatten)]
    pub mine: MineArgs,
    /// Compare a SIM for each of N people with sharing
    #[arg(
        long,
        long_help = "Compare a SIM for each of N people, who all have this need, with fewer SIMs and a hotspot",
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "What to show",
        conflicts_with_all = [
            "budget", "all", "explain", "trade_off", "columns", "max_total", "have_sim", "have_data", "have_days",
            "state", "mine",
        ]
    )]
    pub people: Option<String>,
    /// Rank every plan bought alone, too, not only the best basket of each line
    #[arg(long, hide_short_help = true, help_heading = "What to show")]
    pub all: bool,
    /// Number of offers to show; 0 for all [default: as many as fit on a screen; 10 for scripts]
    #[arg(
        long,
        short = 'n',
        hide_short_help = true,
        value_name = "N",
        allow_negative_numbers = true,
        help_heading = "What to show"
    )]
    pub limit: Option<String>,
    /// Only these columns, such as rank,basket,total (all formats but json)
    #[arg(
        long,
        hide_short_help = true,
        value_name = "COLUMNS",
        value_delimiter = ',',
        help_heading = "What to show"
    )]
    pub columns: Option<Vec<String>>,
    /// Show what fewer purchases cost (the Pareto front)
    #[arg(long, hide_short_help = true, help_heading = "What to show")]
    pub trade_off: bool,
    /// Show why plans are refused, or how the plan with this id or name fared
    #[arg(long, hide_short_help = true, value_name = "ID", num_args = 0..=1, help_heading = "What to show")]
    pub explain: Option<Option<String>>,
    /// Print the end of a link to this answer on the page, from its #, instead of the answer
    #[arg(
        long,
        hide_short_help = true,
        help_heading = "What to show",
        conflicts_with_all = ["budget", "people", "all", "explain", "trade_off", "columns", "limit"]
    )]
    pub link: bool,
    /// Exit with code 4 if the first offer, or a rate that it depends on, is more than DAYS days old
    #[arg(
        long,
        hide_short_help = true,
        value_name = "DAYS",
        allow_negative_numbers = true,
        help_heading = "What to show"
    )]
    pub fail_if_stale: Option<String>,
}

/// Arguments of `what-if`.
#[derive(Debug, Args)]
#[command(after_help = "\
simplan what-if --days 30 --data 1GB..50GB\n\
simplan what-if --days 7,14,30 --data 5GB,10GB,20GB")]
#[command(mut_args(of_what_if))]
pub struct WhatIfArgs {
    /// The request; one of its quantities moves.
    #[command(flatten)]
    pub request: RequestArgs,
    /// Budget that moves, such as 50..300: the data that it buys
    #[arg(
        long,
        value_name = "AMOUNT",
        allow_hyphen_values = true,
        help_heading = "The need",
        conflicts_with_all = ["data", "per_day", "usage", "max_total"]
    )]
    pub budget: Option<String>,
    /// What I have already, which needs no new SIM
    #[command(flatten)]
    pub mine: MineArgs,
    /// Draw what each seller asks over the range
    #[arg(long, help_heading = "What to show")]
    pub chart: bool,
    /// How much less and more one need may take [default: 30%]
    #[arg(long, value_name = "PERCENT", allow_hyphen_values = true, help_heading = "The need")]
    pub spread: Option<String>,
    /// Number of rows to show; 0 for all [default: as many as fit on a screen; all for scripts]
    #[arg(
        long,
        hide_short_help = true,
        value_name = "N",
        allow_negative_numbers = true,
        help_heading = "What to show"
    )]
    pub limit: Option<String>,
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

/// Where and how a plan is bought and renewed.
#[derive(Clone, Debug, Args)]
pub struct RenewalArgs {
    /// Where to renew
    #[arg(
        long,
        long_help = "Where to renew [default: shop; online for what is sold only there]",
        value_name = "CHANNEL",
        value_parser = word_parser::<Channel>(),
        help_heading = "The renewal"
    )]
    pub channel: Option<Channel>,
    /// What to pay with
    #[arg(
        long,
        long_help = "What to pay with [default: the channel's usual one]",
        value_name = "PAYMENT",
        value_parser = word_parser::<Payment>(),
        help_heading = "The renewal"
    )]
    pub pay: Option<Payment>,
    /// Number of my line, for the sentences and the card
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true, help_heading = "The renewal")]
    pub number: Option<String>,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
#[command(after_help = "\
simplan report --days 30 --data 20GB -o stay.html\n\
simplan report --from 2026-12-20 --to 2027-01-08 --use medium --lang fr -o sejour.html")]
#[command(mut_args(|arg| rare(arg, &["per_day", "usage", "minutes", "operator", "currency", "number"])))]
pub struct ReportArgs {
    /// The request.
    #[command(flatten)]
    pub request: RequestArgs,
    /// What I have already, which needs no new SIM
    #[command(flatten)]
    pub mine: MineArgs,
    /// Where and how.
    #[command(flatten)]
    pub renewal: RenewalArgs,
}

/// Arguments of `renew-steps`.
#[derive(Debug, Args)]
#[command(after_help = "\
simplan renew-steps --operator inwi --channel shop --pay cash\n\
simplan renew-steps --days 30 --data 20GB")]
#[command(
    mut_args(|arg| rare(arg, &["from", "per_day", "usage", "minutes", "form", "resident", "have_sim", "currency"]))
)]
pub struct RenewStepsArgs {
    /// Where and how.
    #[command(flatten)]
    pub renewal: RenewalArgs,
    /// Plan to buy, by id or name
    #[arg(
        long,
        long_help = "Plan to buy, by id or name: fills in its price, star code and amount; a need does the same for the \
            cheapest offer",
        value_name = "ID",
        help_heading = "The renewal",
        conflicts_with_all = ["days", "to", "data", "per_day", "usage", "minutes", "margin"]
    )]
    pub plan: Option<String>,
    /// Only what to show to the seller
    #[arg(
        long,
        long_help = "Only what to show to the seller: the number, the amount, the star, and the sentence in \
            French and Arabic",
        help_heading = "The renewal"
    )]
    pub card: bool,
    /// Without the sources at the end
    #[arg(long, hide_short_help = true, help_heading = "The renewal")]
    pub no_sources: bool,
    /// The request; without one the steps name no plan.
    #[command(flatten)]
    pub request: RequestArgs,
}

/// Arguments of `next`.
#[derive(Debug, Args)]
#[command(after_help = "\
simplan next --have-sim inwi-prepaid --until 2026-12-20 --per-day 1GB\n\
simplan next --have-sim inwi-prepaid --have-data 1.2GB --have-days 5 --until 2026-12-20 --per-day 500MB")]
#[command(mut_args(of_next))]
pub struct NextArgs {
    /// Last day of the stay, such as 2026-12-20
    #[arg(
        long,
        long_help = "Last day of the stay, which also counts",
        value_name = "DATE",
        help_heading = "The need"
    )]
    pub until: Option<String>,
    /// Data for each day, such as 500MB
    #[arg(
        long,
        value_name = "VOLUME",
        allow_hyphen_values = true,
        conflicts_with = "usage",
        help_heading = "The need"
    )]
    pub per_day: Option<String>,
    /// What each day is used for, such as medium or maps=1h
    #[arg(
        long = "use",
        long_help = "What each day is used for, such as medium, \"medium,video=1h\" or maps=1h,photos=20; \
            `usage` lists activities",
        value_name = "ACTIVITIES",
        help_heading = "The need"
    )]
    pub usage: Option<String>,
    /// Call minutes from today to the end; without data, only calls count
    #[arg(
        long,
        hide_short_help = true,
        value_name = "MINUTES",
        allow_hyphen_values = true,
        help_heading = "The need"
    )]
    pub minutes: Option<String>,
    /// Data and minutes to spare, such as 10%: increases the need by that much
    #[arg(
        long,
        hide_short_help = true,
        value_name = "PERCENT",
        allow_hyphen_values = true,
        help_heading = "The need"
    )]
    pub margin: Option<String>,
    /// Where and how.
    #[command(flatten)]
    pub renewal: RenewalArgs,
    /// Everything else.
    #[command(flatten)]
    pub wishes: WishArgs,
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
    /// Skip the first N needs, which an interrupted run has answered on standard output; no header row
    #[arg(
        long,
        hide_short_help = true,
        value_name = "N",
        allow_negative_numbers = true,
        default_value = "0",
        help_heading = "Rows"
    )]
    pub skip: String,
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
    /// Everything else that a row may say.
    #[command(flatten)]
    pub wishes: WishArgs,
}

/// The end of the help of `batch`, which lists its columns.
const BATCH_COLUMNS: &str = "\
Columns: days, and data, per_day, use or minutes (also beside data); optional: id, operator, line, resident, have_sim, \
have_data, have_days, max_purchases, currency, from. Each means the same as the option of that name; `;` separates \
several names. Case does not matter. Other columns are carried through to the answers, after ours; one that an answer \
has too becomes in_<name>. With NDJSON needs, CSV answers leave them out.

Answers: `basket` can be pasted into `simplan cost`; if nothing fits, `reason` says why for the nearest plans.";

/// Arguments of `plans`.
#[derive(Debug, Args)]
#[command(after_help = "simplan plans list --operator inwi\nsimplan plans show inwi-esim-pack-120")]
pub struct PlansArgs {
    /// What to do with the plans.
    #[command(subcommand)]
    pub command: PlansCommand,
}

/// What to do with the plans.
#[derive(Debug, Subcommand)]
pub enum PlansCommand {
    /// List the plans of the catalogue
    List(PlansListArgs),
    /// Check a catalogue: every row, and that no id occurs twice
    #[command(after_help = "simplan plans check my-plans.csv")]
    Check {
        /// Catalogue file, `-` for standard input [default: that of --plans]
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Show everything known about one plan
    #[command(after_help = "simplan plans show inwi-esim-pack-120")]
    Show {
        /// ID or name of the plan
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Arguments of `plans list`.
#[derive(Debug, Args)]
#[command(
    after_help = "simplan plans list --operator inwi\nsimplan plans list --kind pass --columns id,price,data"
)]
pub struct PlansListArgs {
    /// Which plans.
    #[command(flatten)]
    pub filters: FilterArgs,
    /// Only these columns, such as id,price,data (all formats but json)
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', help_heading = "What to show")]
    pub columns: Option<Vec<String>>,
}

/// Keeps options that a command shares with others out of its short help.
fn rare(arg: Arg, names: &[&str]) -> Arg {
    if names.contains(&arg.get_id().as_str()) { arg.hide_short_help(true) } else { arg }
}

/// What can be a range or a list for `what-if`, and what is rare there.
fn of_what_if(arg: Arg) -> Arg {
    let arg = match arg.get_id().as_str() {
        "days" => arg.help("Number of days of the stay: 30, a range 3..90, or a list 7,14,30"),
        "data" => arg.help("Data for the whole stay: 20GB, a range 1GB..50GB, or a list 5GB,10GB"),
        "per_day" => arg.help("Data for each day: 500MB, or a range or a list"),
        _ => arg,
    };
    rare(arg, &["from", "minutes", "operator", "form", "resident", "have_sim", "currency"])
}

/// What is common for `next` and rare elsewhere, and the other way round. It refuses options that choose lines.
fn of_next(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "have_data" | "have_days" => arg.hide_short_help(false),
        "line" | "not_line" | "sims" => arg.hide(true),
        _ => rare(arg, &["operator", "form", "resident", "currency", "number"]),
    }
}

//! The arguments as the user typed them; `resolve` checks them.
//!
//! Values of the domain stay text here, so that every error about them has our form: with the option, the value, what
//! was expected, and a hint.

use super::choices::{ColourChoice, InputFormat, LanguageParser, Sims, word_parser};
use crate::domain::plan::{Confidence, Form, Kind, Network, Sold};
use crate::guide::situation::{Channel, Payment, State};
use crate::render::Format;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Find the cheapest SIM and data passes for a stay, and how to renew them.
#[derive(Debug, Parser)]
#[command(name = "simplan", version, arg_required_else_help = true, propagate_version = true)]
#[command(after_help = "Example: simplan compare --days 30 --data 20GB")]
pub struct Arguments {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

impl Arguments {
    /// Sets the format to the one that was asked for, else to the default of the command.
    #[must_use]
    pub fn settled(mut self) -> Self {
        let own = if matches!(self.command, Command::Batch(_)) { Format::Csv } else { Format::Table };
        self.global.format = self.global.asked_format.unwrap_or(own);
        self
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare plans for a stay: which SIM and passes to buy, what they cost, when to renew
    Compare(CompareArgs),
    /// Bill a basket of your own: what it costs, whether it lasts, and the cheapest one beside it
    Cost(CostArgs),
    /// Show when to buy what, as a table and a calendar file
    Schedule(ScheduleArgs),
    /// Show the renewal steps at an operator or a digital brand (--operator yoxo)
    RenewSteps(RenewStepsArgs),
    /// Answer questions about renewing
    Faq(FaqArgs),
    /// Show how much data everyday activities take, and add up a day
    Usage(UsageArgs),
    /// Compare plans for every row of a file: CSV or NDJSON in and out
    Batch(BatchArgs),
    /// List, show and check the plans of the catalogue
    Plans(PlansArgs),
}

/// Options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Data and output")]
pub struct Global {
    /// The catalogue, `-` for standard input [default: Morocco's, built in]
    #[arg(long, global = true, value_name = "FILE", env = "SIMPLAN_PLANS", hide_env_values = true)]
    pub plans: Option<PathBuf>,
    /// Write the answer to a file, `-` for standard output; `batch` continues one that was interrupted
    #[arg(long, short, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The format of the answer [default: table; of `batch`: csv]
    #[arg(long = "format", id = "format", global = true, value_name = "FORMAT", env = "SIMPLAN_FORMAT",
          hide_env_values = true, value_parser = word_parser::<Format>())]
    pub asked_format: Option<Format>,
    /// The format that was asked for, else the default of the command.
    #[arg(skip = Format::Table)]
    pub format: Format,
    /// Text without tables, lines and colours, for screen readers and messages
    #[arg(long, global = true)]
    pub plain: bool,
    /// The language of texts, never of machine formats; an unknown one gives English [default: the locale's]
    #[arg(long, global = true, value_name = "LANGUAGE", env = "SIMPLAN_LANG", hide_env_values = true,
          value_parser = LanguageParser)]
    pub lang: Option<String>,
    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", env = "SIMPLAN_COLOR", hide_env_values = true,
          default_value = "auto", value_parser = word_parser::<ColourChoice>())]
    pub color: ColourChoice,
    /// How many threads work on a large catalogue or on many needs [default: all cores]
    #[arg(
        long,
        global = true,
        value_name = "N",
        env = "SIMPLAN_THREADS",
        hide_env_values = true,
        allow_hyphen_values = true
    )]
    pub threads: Option<String>,
    /// In JSON, the SHA-256 of a catalogue above 1 MB too
    #[arg(long, global = true)]
    pub fingerprint: bool,
    /// Reference date for the age of prices [default: today]
    #[arg(long, global = true, value_name = "DATE", env = "SIMPLAN_TODAY", hide_env_values = true)]
    pub today: Option<String>,
    /// Say on standard error if English replaces a language that is not available
    #[arg(long, global = true)]
    pub verbose: bool,
}

/// The stay, and the data and calls that it needs.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "The need")]
pub struct NeedArgs {
    /// How many days the stay has
    #[arg(long, value_name = "DAYS", allow_hyphen_values = true)]
    pub days: Option<String>,
    /// The first day of the stay, perhaps with its time, such as 2026-12-01T14:30
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// The last day of the stay, which counts too; with a time on both ends, 24-hour days from one to the other
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// The data over the whole stay, such as 20GB
    #[arg(long, value_name = "VOLUME", allow_hyphen_values = true, conflicts_with_all = ["per_day", "usage"])]
    pub data: Option<String>,
    /// The data each day, such as 500MB
    #[arg(long, value_name = "VOLUME", allow_hyphen_values = true, conflicts_with = "usage")]
    pub per_day: Option<String>,
    /// What each day is used for, such as medium, "medium,video=1h" or maps=1h,photos=20; `usage` lists activities
    #[arg(long = "use", value_name = "ACTIVITIES")]
    pub usage: Option<String>,
    /// Call minutes over the whole stay; without data, calls alone
    #[arg(long, value_name = "MINUTES", allow_hyphen_values = true)]
    pub minutes: Option<String>,
    /// Data and minutes to spare, such as 10%: the need is larger by that much
    #[arg(long, value_name = "PERCENT", allow_hyphen_values = true)]
    pub margin: Option<String>,
    /// The time zone of a stay whose time is given, such as Europe/Paris
    #[arg(
        long,
        value_name = "ZONE",
        env = "SIMPLAN_ZONE",
        hide_env_values = true,
        default_value = "Africa/Casablanca"
    )]
    pub zone: String,
}

/// Which plans are looked at.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Which plans")]
pub struct FilterArgs {
    /// Only this operator; repeatable
    #[arg(long, value_name = "OPERATOR")]
    pub operator: Vec<String>,
    /// Not this operator; repeatable
    #[arg(long, value_name = "OPERATOR")]
    pub not_operator: Vec<String>,
    /// Only this line; repeatable
    #[arg(long, value_name = "LINE")]
    pub line: Vec<String>,
    /// Not this line; repeatable
    #[arg(long, value_name = "LINE")]
    pub not_line: Vec<String>,
    /// Only this kind; repeatable
    #[arg(long, value_name = "KIND", value_parser = word_parser::<Kind>())]
    pub kind: Vec<Kind>,
    /// Not this kind; repeatable
    #[arg(long, value_name = "KIND", value_parser = word_parser::<Kind>())]
    pub not_kind: Vec<Kind>,
    /// Only what comes in this form; a pass follows its SIM
    #[arg(long, value_name = "FORM", value_parser = word_parser::<Form>())]
    pub form: Option<Form>,
    /// Only what is sold there; a pass follows its SIM
    #[arg(long, value_name = "PLACE", value_parser = word_parser::<Sold>())]
    pub sold: Option<Sold>,
    /// No unlimited plans
    #[arg(long)]
    pub no_unlimited: bool,
    /// I live there: plans for residents too, none for visitors only
    #[arg(long)]
    pub resident: bool,
    /// At least this network
    #[arg(long, value_name = "NETWORK", value_parser = word_parser::<Network>())]
    pub network: Option<Network>,
    /// At least this confidence
    #[arg(long, value_name = "CONFIDENCE", value_parser = word_parser::<Confidence>())]
    pub min_confidence: Option<Confidence>,
    /// Maximum age of prices in days, none without a date; `any` for all [default: 1095, and undated ones]
    #[arg(long, value_name = "DAYS", env = "SIMPLAN_MAX_AGE", hide_env_values = true)]
    pub max_age: Option<String>,
}

/// The whole request: the need and everything else.
#[derive(Clone, Debug, Args)]
pub struct RequestArgs {
    /// The stay and the data.
    #[command(flatten)]
    pub need: NeedArgs,
    /// What does not depend on the need.
    #[command(flatten)]
    pub wishes: WishArgs,
}

/// A request without its need: which plans, what the user has and wants, and money.
#[derive(Clone, Debug, Args)]
pub struct WishArgs {
    /// Which plans are looked at.
    #[command(flatten)]
    pub filters: FilterArgs,
    /// The SIM of this line is in the phone already; repeatable
    #[arg(long, value_name = "LINE", help_heading = "What I have and want")]
    pub have_sim: Vec<String>,
    /// The data left on that SIM; it is used first
    #[arg(long, value_name = "VOLUME", help_heading = "What I have and want")]
    pub have_data: Option<String>,
    /// The days for which it still lasts
    #[arg(long, value_name = "DAYS", help_heading = "What I have and want")]
    pub have_days: Option<String>,
    /// The state of that line: one that does not work has nothing left [default: active]
    #[arg(long, value_name = "STATE", value_parser = word_parser::<State>(), help_heading = "What I have and want")]
    pub state: Option<State>,
    /// Baskets over one line, or over two as well (a phone for two SIMs)
    #[arg(long, value_name = "N", default_value = "1", value_parser = word_parser::<Sims>(),
          help_heading = "What I have and want")]
    pub sims: Sims,
    /// Maximum number of purchases, including the SIM and bills
    #[arg(long, value_name = "N", allow_hyphen_values = true, help_heading = "What I have and want")]
    pub max_purchases: Option<String>,
    /// Maximum total, in the shown currency
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true, help_heading = "What I have and want")]
    pub max_total: Option<String>,
    /// The currency in which prices are shown
    #[arg(
        long,
        value_name = "CODE",
        env = "SIMPLAN_CURRENCY",
        hide_env_values = true,
        default_value = "MAD",
        help_heading = "Money"
    )]
    pub currency: String,
    /// A rate of today, such as USD=9.35: one unit in the base of the rates; repeatable
    #[arg(long, value_name = "CODE=NUMBER", help_heading = "Money")]
    pub rate: Vec<String>,
    /// The exchange rates [default: built in]
    #[arg(long, value_name = "FILE", env = "SIMPLAN_RATES", hide_env_values = true, help_heading = "Money")]
    pub rates: Option<PathBuf>,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// The request.
    #[command(flatten)]
    pub request: RequestArgs,
    /// How much data this amount buys, instead of a need of data
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true, help_heading = "What to show",
          conflicts_with_all = ["data", "per_day", "usage", "max_total", "trade_off", "explain", "all", "columns"])]
    pub budget: Option<String>,
    /// Every plan repeated alone too, not only the best basket of each line
    #[arg(long, help_heading = "What to show")]
    pub all: bool,
    /// Number of offers to show; 0 for all
    #[arg(long, value_name = "N", default_value = "10", help_heading = "What to show")]
    pub limit: String,
    /// Only these columns, such as rank,basket,total (table, csv, markdown)
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', help_heading = "What to show")]
    pub columns: Option<Vec<String>>,
    /// Show what fewer purchases cost (the Pareto front)
    #[arg(long, help_heading = "What to show")]
    pub trade_off: bool,
    /// Why plans are refused: all of them, or what became of the plan ID
    #[arg(long, value_name = "ID", num_args = 0..=1, help_heading = "What to show")]
    pub explain: Option<Option<String>>,
    /// Exit with 4 if the first offer, or a rate behind it, is more than DAYS old
    #[arg(long, value_name = "DAYS", help_heading = "What to show")]
    pub fail_if_stale: Option<String>,
}

/// Arguments of `cost`.
#[derive(Debug, Args)]
pub struct CostArgs {
    /// The plans that I buy, and how often each: ID or ID:COUNT [default: the cheapest offer]
    #[arg(value_name = "PLAN[:COUNT]")]
    pub basket: Vec<String>,
    /// The request.
    #[command(flatten)]
    pub request: RequestArgs,
}

/// Arguments of `schedule`.
#[derive(Debug, Args)]
pub struct ScheduleArgs {
    /// The plans that I buy, and how often each: ID or ID:COUNT [default: the cheapest offer]
    #[arg(value_name = "PLAN[:COUNT]")]
    pub basket: Vec<String>,
    /// The request.
    #[command(flatten)]
    pub request: RequestArgs,
    /// Write a calendar file, too; a new plan replaces the one that the file has
    #[arg(long, value_name = "FILE", help_heading = "Calendar")]
    pub ics: Option<PathBuf>,
    /// The name of this plan, so that plans with other names stay beside it in the calendar
    #[arg(long, value_name = "NAME", help_heading = "Calendar")]
    pub calendar: Option<String>,
    /// When to remind: 2d (in the evening two days before), 9:00 (on the day), 3h or 30m before; repeatable [default: 1d]
    #[arg(long, value_name = "TIME", help_heading = "Calendar")]
    pub remind: Vec<String>,
    /// Where to renew, in the steps of the calendar [default: shop; online for a digital brand]
    #[arg(long, value_name = "CHANNEL", value_parser = word_parser::<Channel>(), help_heading = "Calendar")]
    pub channel: Option<Channel>,
    /// What to pay with, in the steps of the calendar [default: the channel's usual one]
    #[arg(long, value_name = "PAYMENT", value_parser = word_parser::<Payment>(), help_heading = "Calendar")]
    pub pay: Option<Payment>,
}

/// Arguments of `renew-steps`.
#[derive(Debug, Args)]
pub struct RenewStepsArgs {
    /// Where to renew [default: shop; online for a digital brand]
    #[arg(long, value_name = "CHANNEL", value_parser = word_parser::<Channel>(), help_heading = "The renewal")]
    pub channel: Option<Channel>,
    /// What to pay with [default: the channel's usual one]
    #[arg(long, value_name = "PAYMENT", value_parser = word_parser::<Payment>(), help_heading = "The renewal")]
    pub pay: Option<Payment>,
    /// The plan to buy: its price, star code and amount are filled in. A need does the same with the cheapest offer
    #[arg(long, value_name = "ID", help_heading = "The renewal",
          conflicts_with_all = ["days", "to", "data", "per_day", "usage", "minutes", "margin"])]
    pub plan: Option<String>,
    /// The request; without one the steps name no plan.
    #[command(flatten)]
    pub request: RequestArgs,
}

/// Arguments of `faq`.
#[derive(Debug, Args)]
pub struct FaqArgs {
    /// What the question is about, in any of the languages [default: list the questions]
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// Only what holds for this operator or digital brand; repeatable
    #[arg(long, value_name = "OPERATOR")]
    pub operator: Vec<String>,
    /// Every answer that fits in full, not only the best one
    #[arg(long)]
    pub all: bool,
}

/// Arguments of `usage`.
#[derive(Debug, Args)]
pub struct UsageArgs {
    /// What a day has of each activity, such as maps=1h messages=100; a preset may come first [default: list all]
    #[arg(value_name = "ACTIVITY=AMOUNT")]
    pub amounts: Vec<String>,
}

/// Arguments of `batch`.
#[derive(Debug, Args)]
#[command(after_help = BATCH_COLUMNS)]
pub struct BatchArgs {
    /// The needs, a row each; `-` for standard input [default: -]
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The format of the needs [default: by the file's name, else by its first character]
    #[arg(long, value_name = "FORMAT", value_parser = word_parser::<InputFormat>(), help_heading = "Rows")]
    pub input: Option<InputFormat>,
    /// Number of offers for each need, the cheapest first; 0 for all
    #[arg(long, value_name = "K", default_value = "1", help_heading = "Rows")]
    pub top: String,
    /// Skip the first N needs, which an interrupted run has answered on standard output; no header row
    #[arg(long, value_name = "N", default_value = "0", help_heading = "Rows")]
    pub skip: String,
    /// Stop at the first bad row
    #[arg(long, help_heading = "Rows")]
    pub fail_fast: bool,
    /// Call minutes over the whole stay, if a row has none
    #[arg(
        long,
        value_name = "MINUTES",
        allow_hyphen_values = true,
        help_heading = "If a row says nothing else"
    )]
    pub minutes: Option<String>,
    /// The first day of the stay, if a row has none
    #[arg(long, value_name = "DATE", help_heading = "If a row says nothing else")]
    pub from: Option<String>,
    /// Everything else that a row may say.
    #[command(flatten)]
    pub wishes: WishArgs,
}

/// The end of the help of `batch`, which lists its columns.
const BATCH_COLUMNS: &str = "\
Columns: days, and data, per_day, use or minutes (also beside data); optional: id, operator, line, resident, have_sim,
have_data, have_days, max_purchases, currency, from. Each means the same as the option of that name; `;` separates several names.

Example: simplan batch needs.csv > answers.csv";

/// Arguments of `plans`.
#[derive(Debug, Args)]
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
    Check {
        /// The catalogue, `-` for standard input [default: that of --plans]
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Show everything known about one plan
    Show {
        /// The plan
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Arguments of `plans list`.
#[derive(Debug, Args)]
pub struct PlansListArgs {
    /// Which plans.
    #[command(flatten)]
    pub filters: FilterArgs,
    /// Only these columns, such as id,price,data (table, csv, markdown)
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',', help_heading = "What to show")]
    pub columns: Option<Vec<String>>,
}

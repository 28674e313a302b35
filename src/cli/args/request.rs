//! The arguments of a request, which several commands share: the need, which plans, what the user has and wants, and
//! money.

use crate::ask::{DEFAULT_CURRENCY, DEFAULT_ZONE, Sims};
use crate::cli::choices::word_parser;
use crate::domain::plan::{Confidence, Form, Kind, Network, Sold};
use crate::guide::situation::State;
use clap::Args;
use std::path::PathBuf;

/// The stay, and the data and calls that it needs.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "The need")]
pub struct NeedArgs {
    /// Number of days of the stay, such as 30
    #[arg(long, value_name = "DAYS", allow_hyphen_values = true)]
    pub days: Option<String>,
    /// First day of the stay, such as 2026-12-01
    #[arg(
        long,
        long_help = "First day of the stay, optionally with a time, such as 2026-12-01T14:30",
        value_name = "DATE"
    )]
    pub from: Option<String>,
    /// Last day of the stay, which also counts; with a time on both ends, the stay is counted in 24-hour days
    #[arg(long, hide_short_help = true, value_name = "DATE")]
    pub to: Option<String>,
    /// Data for the whole stay, such as 20GB
    #[arg(long, value_name = "VOLUME", allow_hyphen_values = true, conflicts_with_all = ["per_day", "usage"])]
    pub data: Option<String>,
    /// Data for each day, such as 500MB
    #[arg(long, value_name = "VOLUME", allow_hyphen_values = true, conflicts_with = "usage")]
    pub per_day: Option<String>,
    /// What each day is used for, such as medium or maps=1h
    #[arg(
        long = "use",
        long_help = "What each day is used for, such as medium, \"medium,video=1h\" or maps=1h,photos=20; \
            `usage` lists activities",
        value_name = "ACTIVITIES"
    )]
    pub usage: Option<String>,
    /// Call minutes for the whole stay, such as 60
    #[arg(
        long,
        long_help = "Call minutes for the whole stay; without data, only calls count",
        value_name = "MINUTES",
        allow_hyphen_values = true
    )]
    pub minutes: Option<String>,
    /// Data and minutes to spare, such as 10%: increases the need by that much
    #[arg(long, hide_short_help = true, value_name = "PERCENT", allow_hyphen_values = true)]
    pub margin: Option<String>,
    /// Time zone of a stay that has a time, such as Europe/Paris
    #[arg(
        long, hide_short_help = true,
        value_name = "ZONE",
        env = "SIMPLAN_ZONE",
        hide_env_values = true,
        default_value = DEFAULT_ZONE
    )]
    pub zone: String,
}

/// Which plans are looked at.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Which plans")]
pub struct FilterArgs {
    /// Only this operator, such as inwi; repeatable
    #[arg(long, value_name = "OPERATOR")]
    pub operator: Vec<String>,
    /// Not this operator; repeatable
    #[arg(long, hide_short_help = true, value_name = "OPERATOR")]
    pub not_operator: Vec<String>,
    /// Only this line; repeatable
    #[arg(long, hide_short_help = true, value_name = "LINE")]
    pub line: Vec<String>,
    /// Not this line; repeatable
    #[arg(long, hide_short_help = true, value_name = "LINE")]
    pub not_line: Vec<String>,
    /// Only this kind; repeatable
    #[arg(long, hide_short_help = true, value_name = "KIND", value_delimiter = ',', value_parser = word_parser::<Kind>())]
    pub kind: Vec<Kind>,
    /// Not this kind; repeatable
    #[arg(long, hide_short_help = true, value_name = "KIND", value_delimiter = ',', value_parser = word_parser::<Kind>())]
    pub not_kind: Vec<Kind>,
    /// Only what comes in this form
    #[arg(
        long,
        long_help = "Only what comes in this form; a pass follows its SIM",
        value_name = "FORM",
        value_parser = word_parser::<Form>()
    )]
    pub form: Option<Form>,
    /// Only what is sold there; a pass follows its SIM
    #[arg(long, hide_short_help = true, value_name = "PLACE", value_parser = word_parser::<Sold>())]
    pub sold: Option<Sold>,
    /// Only what I can buy before my arrival: the same as --sold abroad
    #[arg(long, hide_short_help = true)]
    pub before_arrival: bool,
    /// Leave out unlimited plans
    #[arg(long, hide_short_help = true)]
    pub no_unlimited: bool,
    /// I live there: also plans for residents
    #[arg(long, long_help = "I live there: also plans for residents, none for visitors only")]
    pub resident: bool,
    /// At least this network
    #[arg(long, hide_short_help = true, value_name = "NETWORK", value_parser = word_parser::<Network>())]
    pub network: Option<Network>,
    /// At least this confidence
    #[arg(
        long,
        hide_short_help = true,
        value_name = "CONFIDENCE",
        value_parser = word_parser::<Confidence>()
    )]
    pub min_confidence: Option<Confidence>,
    /// Maximum age of prices in days, none without a date; `any` for all [default: 1095, and undated ones]
    #[arg(
        long,
        hide_short_help = true,
        value_name = "DAYS",
        allow_negative_numbers = true,
        env = "SIMPLAN_MAX_AGE",
        hide_env_values = true
    )]
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
    /// I have the SIM of this line, such as inwi-prepaid
    #[arg(
        long,
        long_help = "I already have the SIM of this line; repeatable",
        value_name = "LINE",
        help_heading = "What I have and want"
    )]
    pub have_sim: Vec<String>,
    /// Data left on that SIM, such as 1.2GB
    #[arg(
        long,
        long_help = "Data left on that SIM; it is used first",
        hide_short_help = true,
        value_name = "VOLUME",
        allow_hyphen_values = true,
        help_heading = "What I have and want"
    )]
    pub have_data: Option<String>,
    /// Days for which that data is still valid, such as 5
    #[arg(
        long,
        long_help = "Number of days for which that data is still valid",
        hide_short_help = true,
        value_name = "DAYS",
        allow_negative_numbers = true,
        help_heading = "What I have and want"
    )]
    pub have_days: Option<String>,
    /// State of that line; if it does not work, nothing on it counts [default: active]
    #[arg(
        long,
        hide_short_help = true,
        value_name = "STATE",
        value_parser = word_parser::<State>(),
        help_heading = "What I have and want"
    )]
    pub state: Option<State>,
    /// Baskets over one Moroccan line, or over two as well: two SIMs of the catalogue in one phone, not counting the SIM
    /// from home
    #[arg(
        long,
        hide_short_help = true,
        value_name = "N",
        default_value = "1",
        value_parser = word_parser::<Sims>(),
        help_heading = "What I have and want"
    )]
    pub sims: Sims,
    /// Maximum number of purchases, including the SIM and bills
    #[arg(
        long,
        hide_short_help = true,
        value_name = "N",
        allow_hyphen_values = true,
        help_heading = "What I have and want"
    )]
    pub max_purchases: Option<String>,
    /// Maximum total, in the shown currency
    #[arg(
        long,
        hide_short_help = true,
        value_name = "AMOUNT",
        allow_hyphen_values = true,
        help_heading = "What I have and want"
    )]
    pub max_total: Option<String>,
    /// Currency in which prices are shown, such as EUR
    #[arg(
        long,
        value_name = "CODE",
        env = "SIMPLAN_CURRENCY",
        hide_env_values = true,
        default_value = DEFAULT_CURRENCY,
        help_heading = "Money"
    )]
    pub currency: String,
    /// Exchange rate of today, such as USD=9.35: one unit in the base currency of the rates; repeatable
    #[arg(long, hide_short_help = true, value_name = "CODE=NUMBER", help_heading = "Money")]
    pub rate: Vec<String>,
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

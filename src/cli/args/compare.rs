//! The arguments of the commands that compare offers: `compare` and `what-if`.

use super::rare;
use super::request::RequestArgs;
use clap::{Arg, Args};

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

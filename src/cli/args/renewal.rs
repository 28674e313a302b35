//! The arguments of the commands that say how to renew: `renew-steps`, `next` and `report`.

use super::compare::MineArgs;
use super::rare;
use super::request::{RequestArgs, WishArgs};
use crate::cli::choices::word_parser;
use crate::guide::situation::{Channel, Payment};
use clap::{Arg, Args};

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
    /// What I have besides that SIM
    #[command(flatten)]
    pub mine: MineArgs,
    /// Everything else.
    #[command(flatten)]
    pub wishes: WishArgs,
}

/// What is common for `next` and rare elsewhere, and the other way round. It refuses options that choose lines.
fn of_next(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "have_data" | "have_days" => arg.hide_short_help(false),
        "line" | "not_line" | "sims" => arg.hide(true),
        _ => rare(arg, &["operator", "form", "resident", "currency", "number"]),
    }
}

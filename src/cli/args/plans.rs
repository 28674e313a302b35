//! The arguments of `plans` and its commands.

use super::rare;
use super::request::{FilterArgs, RequestArgs};
use crate::catalogue::columns::COLUMNS;
use crate::catalogue::overlay::{OverlayRow, STATUS};
use crate::cli::in_use::BUILT_IN;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, Subcommand};
use std::path::{Path, PathBuf};

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
    /// Check catalogues: every row, and what is suspicious
    Check(PlansCheckArgs),
    /// Show everything known about one plan
    #[command(after_help = "simplan plans show inwi-esim-pack-120")]
    Show {
        /// ID or name of the plan
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Compare two catalogues: which plans came, went and changed
    Diff(PlansDiffArgs),
    /// Write the catalogue as a file that reads back the same
    Export(PlansExportArgs),
    /// Say which old prices to check first, and on which page
    Stale(PlansStaleArgs),
    /// Make a catalogue of a file with other columns
    Import(PlansImportArgs),
    /// Add a plan or a new price to your own overlay
    Add(PlansAddArgs),
    /// Use a catalogue with newer prices from now on
    Install(PlansInstallArgs),
    /// Go back from an installed catalogue to the built-in one
    #[command(after_help = "simplan plans reset")]
    Reset,
}

/// Arguments of `plans check`.
#[derive(Debug, Args)]
#[command(after_help = "simplan plans check my-plans.csv\nsimplan plans check --codes")]
pub struct PlansCheckArgs {
    /// Catalogue files, `-` for standard input [default: that of --plans]
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Fail if there are warnings, too
    #[arg(long, long_help = "Fail with exit code 4 if there are warnings and no errors")]
    pub strict: bool,
    /// List the codes of all findings
    #[arg(long, conflicts_with_all = ["files", "strict"])]
    pub codes: bool,
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

/// Arguments of `plans export`.
#[derive(Debug, Args)]
#[command(after_help = "simplan plans export -o plans.csv\nsimplan plans export --operator inwi")]
pub struct PlansExportArgs {
    /// Which plans.
    #[command(flatten)]
    pub filters: FilterArgs,
}

/// Arguments of `plans stale`.
#[derive(Debug, Args)]
#[command(after_help = "simplan plans stale\nsimplan plans stale --older-than 90 --limit 0")]
pub struct PlansStaleArgs {
    /// Prices that are more than DAYS days old, or undated [default: 180]
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, help_heading = "What to show")]
    pub older_than: Option<String>,
    /// Number of prices to show; 0 for all [default: 10, or what fits on a screen; all for scripts]
    #[arg(long, short = 'n', value_name = "N", allow_negative_numbers = true, help_heading = "What to show")]
    pub limit: Option<String>,
}

/// Arguments of `plans import`.
#[derive(Debug, Args)]
#[command(after_help = "\
simplan plans import prices.csv --map price-list\n\
simplan plans import --maps\n\
simplan plans import --show-map esimdb")]
pub struct PlansImportArgs {
    /// File to import: CSV or JSON, `-` for standard input
    #[arg(value_name = "FILE", required_unless_present_any = ["maps", "show_map"])]
    pub file: Option<PathBuf>,
    /// Map from its fields to our columns: a TOML file, or one of --maps
    #[arg(
        long,
        value_name = "MAP",
        long_help = "Map from the fields of the file to our columns: a TOML file, or the name of a map that is built in \
            (`--maps` lists them)",
        required_unless_present_any = ["maps", "show_map"]
    )]
    pub map: Option<PathBuf>,
    /// List the maps that are built in
    #[arg(long, conflicts_with_all = ["file", "map", "show_map"])]
    pub maps: bool,
    /// Print a map that is built in, to write your own from it
    #[arg(long, value_name = "NAME", conflicts_with_all = ["file", "map"])]
    pub show_map: Option<String>,
}

impl PlansImportArgs {
    /// The files that are read. A map that is built in is none.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        let map = self.map.as_deref().filter(|map| map.exists());
        self.file.as_deref().into_iter().chain(map)
    }
}

/// Arguments of `plans install`.
#[derive(Debug, Args)]
#[command(after_help = "simplan plans install plans-2026-12.csv")]
pub struct PlansInstallArgs {
    /// Catalogue whose newest price is newer than those in the program, `-` for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Arguments of `plans add`.
#[derive(Debug, Args)]
#[command(after_help = "\
simplan plans add --id inwi-star3-20 --price 22\n\
simplan plans add --line inwi-prepaid --name Pass25 --price 25 --data 2.5GB --validity 7d")]
pub struct PlansAddArgs {
    /// The cells of the row.
    #[command(flatten)]
    pub row: RowArgs,
}

/// An option for each column of a catalogue.
#[derive(Debug)]
pub struct RowArgs {
    /// The cells that are given, by column.
    pub cells: OverlayRow,
}

/// The option of a column.
struct RowOption {
    column: &'static str,
    long: &'static str,
    /// Whether `-h` shows it.
    is_common: bool,
    help: &'static str,
}

/// The option of each column.
const ROW_OPTIONS: [RowOption; COLUMNS.len() + 1] = [
    RowOption {
        column: "id",
        long: "id",
        is_common: true,
        help: "ID of the plan: one of the catalogue changes, another one is new [default: from seller and name]",
    },
    RowOption {
        column: "line",
        long: "line",
        is_common: true,
        help: "Line that the plan is bought on, such as inwi-prepaid",
    },
    RowOption {
        column: "operator",
        long: "operator",
        is_common: false,
        help: "Seller [default: that of the line]",
    },
    RowOption { column: "name", long: "name", is_common: true, help: "Name, as the seller writes it" },
    RowOption {
        column: "kind",
        long: "kind",
        is_common: false,
        help: "Kind: sim, pass, visitor, esim or contract [default: pass]",
    },
    RowOption { column: "price", long: "price", is_common: true, help: "Price with all taxes" },
    RowOption {
        column: "currency",
        long: "currency",
        is_common: false,
        help: "Currency of the amounts [default: MAD]",
    },
    RowOption {
        column: "setup_fee",
        long: "setup-fee",
        is_common: false,
        help: "Activation fee of a contract",
    },
    RowOption { column: "data", long: "data", is_common: true, help: "Data, such as 5GB or unlimited" },
    RowOption {
        column: "data_per",
        long: "data-per",
        is_common: false,
        help: "Whether that data is in total or for each day: total, day",
    },
    RowOption { column: "validity", long: "validity", is_common: true, help: "Validity, such as 7d or 24h" },
    RowOption { column: "minutes", long: "minutes", is_common: false, help: "Call minutes" },
    RowOption { column: "sms", long: "sms", is_common: false, help: "SMS" },
    RowOption {
        column: "scope",
        long: "scope",
        is_common: false,
        help: "What the data is for, such as general or social",
    },
    RowOption { column: "network", long: "network", is_common: false, help: "Newest network: 3G, 4G, 5G" },
    RowOption { column: "buy", long: "buy", is_common: true, help: "Star code, or where it is bought" },
    RowOption {
        column: "audience",
        long: "audience",
        is_common: false,
        help: "Who can buy it: anyone, resident, visitor",
    },
    RowOption {
        column: "max_purchases",
        long: "max-purchases",
        is_common: false,
        help: "How often it can be bought",
    },
    RowOption { column: "form", long: "form", is_common: false, help: "Form of a SIM: sim, esim, both" },
    RowOption {
        column: "sold",
        long: "sold",
        is_common: false,
        help: "Where a SIM is sold: shop, online, both, abroad",
    },
    RowOption {
        column: "credit",
        long: "credit",
        is_common: false,
        help: "Call credit that comes with a SIM",
    },
    RowOption {
        column: "balance",
        long: "balance",
        is_common: false,
        help: "Whether data, minutes and SMS share one balance: shared, separate",
    },
    RowOption {
        column: "source",
        long: "source",
        is_common: true,
        help: "Where the price was seen: an address, or a place",
    },
    RowOption {
        column: "verified_on",
        long: "verified-on",
        is_common: true,
        help: "Day on which it was seen [default: today]",
    },
    RowOption {
        column: "confidence",
        long: "confidence",
        is_common: false,
        help: "How sure it is: high, medium, low [default: medium]",
    },
    RowOption { column: "note", long: "note", is_common: false, help: "Anything else" },
    RowOption {
        column: STATUS,
        long: "status",
        is_common: false,
        help: "Whether it is still sold: on-sale, withdrawn",
    },
];

impl Args for RowArgs {
    fn augment_args(command: Command) -> Command {
        ROW_OPTIONS.into_iter().fold(command, |command, RowOption { column, long, is_common, help }| {
            let arg = Arg::new(column).long(long).value_name("TEXT").help(help);
            command.arg(arg.allow_hyphen_values(true).hide_short_help(!is_common))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for RowArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = ROW_OPTIONS.into_iter().filter_map(|RowOption { column, .. }| {
            Some((column.to_owned(), matches.get_one::<String>(column)?.clone()))
        });
        Ok(Self { cells: given.collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.cells.extend(Self::from_arg_matches(matches)?.cells);
        Ok(())
    }
}

/// Arguments of `plans diff`.
#[derive(Debug, Args)]
#[command(after_help = "\
simplan plans diff built-in my-plans.csv\n\
simplan plans diff built-in my-plans.csv --days 30 --data 20GB")]
#[command(mut_args(|arg| rare(arg, &["from", "minutes", "operator", "form", "resident", "have_sim", "currency"])))]
pub struct PlansDiffArgs {
    /// Old catalogue: a file, or built-in
    #[arg(
        value_name = "OLD",
        long_help = "Old catalogue: a file, `-` for standard input, or `built-in` for Morocco's catalogue in the program"
    )]
    pub old: PathBuf,
    /// New catalogue: a file, or built-in
    #[arg(
        value_name = "NEW",
        long_help = "New catalogue: a file, `-` for standard input, or `built-in` for Morocco's catalogue in the program"
    )]
    pub new: PathBuf,
    /// A stay, for which both catalogues are asked.
    #[command(flatten)]
    pub request: RequestArgs,
}

impl PlansDiffArgs {
    /// The file of an argument; `None` for the built-in catalogue.
    pub fn file(path: &Path) -> Option<&Path> {
        (path != Path::new(BUILT_IN)).then_some(path)
    }

    /// The files of both arguments.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        [&self.old, &self.new].into_iter().filter_map(|path| Self::file(path))
    }
}

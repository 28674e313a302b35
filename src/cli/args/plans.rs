//! The arguments of `plans` and its commands.

use super::rare;
use super::request::{FilterArgs, RequestArgs};
use clap::{Args, Subcommand};
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
    /// The word for the catalogue that is built in.
    pub const BUILT_IN: &str = "built-in";

    /// The file of an argument; `None` for the built-in catalogue.
    pub fn file(path: &Path) -> Option<&Path> {
        (path != Path::new(Self::BUILT_IN)).then_some(path)
    }

    /// The files of both arguments.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        [&self.old, &self.new].into_iter().filter_map(|path| Self::file(path))
    }
}

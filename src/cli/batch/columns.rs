//! The columns of needs, and the names that people give them.

use crate::catalogue::near::{letters, near_miss, slips};
use crate::cli::args::Arguments;
use crate::domain::error::Error;
use crate::domain::word::{Word, words};
use clap::CommandFactory;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

words! {
    /// The columns of needs; each means the same as the option of that name.
    NeedColumn {
        /// The name of the need; if a row has none, its number.
        Id = "id",
        /// How many days the stay has.
        Days = "days",
        /// The data over the whole stay.
        Data = "data",
        /// The data each day.
        PerDay = "per_day",
        /// What each day is used for.
        Use = "use",
        /// Call minutes.
        Minutes = "minutes",
        /// Only these operators.
        Operator = "operator",
        /// Only these lines.
        Line = "line",
        /// Whether the user is a resident.
        Resident = "resident",
        /// The lines whose SIMs the user has.
        HaveSim = "have_sim",
        /// The data that is left on that SIM.
        HaveData = "have_data",
        /// For how many days that data is valid.
        HaveDays = "have_days",
        /// What the user has already, besides a SIM.
        Mine = "mine",
        /// The maximum number of purchases.
        MaxPurchases = "max_purchases",
        /// The currency of the totals.
        Currency = "currency",
        /// The first day of the stay.
        From = "from",
    }
}

impl NeedColumn {
    /// The column with this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.word() == name)
    }

    /// The column that a header names, however it is written: `Per day`, `per-day`, `PER_DAY`.
    pub fn of_header(name: &str) -> Option<Self> {
        Self::of_name(name).or_else(|| {
            let key = letters(name);
            Self::ALL.iter().copied().find(|column| letters(column.word()) == key)
        })
    }

    /// The column with the meaning of an option: `per_day` for `--per-day`.
    pub fn of_option(option: &str) -> Option<Self> {
        Self::of_name(&option.trim_start_matches('-').replace('-', "_"))
    }
}

/// The columns that an unknown one is probably meant for, the most similar first: those that differ from it by a slip
/// of the fingers, or that have its words if it has no others. Empty if the name resembles none.
fn near_columns(name: &str) -> Vec<NeedColumn> {
    const MOST: usize = 3;
    let key = letters(name);
    let is_made_of_words = is_made_of(&key, &words_of_columns());
    let mut near: Vec<(bool, usize, NeedColumn)> = Vec::new();
    for column in NeedColumn::ALL.iter().copied() {
        let own = letters(column.word());
        let has_its_words = own.contains(&key) || column.word().split('_').any(|word| key.contains(word));
        let shares_a_word = is_made_of_words && has_its_words;
        let is_slip = slips(&key, &own).is_some();
        if is_slip || shares_a_word {
            near.push((!is_slip, strsim::osa_distance(&key, &own), column));
        }
    }
    near.sort_unstable_by_key(|(is_by_words, distance, column)| (*is_by_words, *distance, *column as usize));
    near.into_iter().map(|(.., column)| column).take(MOST).collect()
}

/// The words that the names of columns are made of. `id` goes with any other word.
fn words_of_columns() -> Vec<&'static str> {
    let words = NeedColumn::ALL.iter().flat_map(|column| column.word().split('_'));
    words.filter(|word| *word != NeedColumn::Id.word()).collect()
}

/// Whether a text is a sequence of these words.
fn is_made_of(text: &str, words: &[&str]) -> bool {
    let rests = words.iter().filter_map(|word| text.strip_prefix(word));
    rests.into_iter().any(|rest| rest.is_empty() || is_made_of(rest, words))
}

/// An option of `compare` that is not a column.
struct OtherOption {
    long: String,
    /// Whether `batch` has it for the whole file.
    is_of_batch: bool,
}

/// The options that only some commands have and `compare` is one of, by the letters of their names.
fn other_options() -> &'static BTreeMap<String, OtherOption> {
    static OTHERS: LazyLock<BTreeMap<String, OtherOption>> = LazyLock::new(|| {
        let tree = Arguments::command();
        let of_batch = longs(&tree, "batch");
        let others = longs(&tree, "compare").into_iter().map(|long| {
            let is_of_batch = of_batch.contains(&long);
            (letters(&long), OtherOption { long, is_of_batch })
        });
        others.collect()
    });
    &OTHERS
}

/// The names of a command's own options.
fn longs(tree: &clap::Command, command: &str) -> Vec<String> {
    let arguments = tree.find_subcommand(command).into_iter().flat_map(clap::Command::get_arguments);
    arguments.filter_map(|arg| arg.get_long().map(str::to_owned)).collect()
}

/// The error for an unknown column that is named like an option, or resembles known ones.
pub fn not_carried(name: &str) -> Option<Error> {
    let Some(option) = other_options().get(&letters(name)) else { return resembling(name) };
    let code = if option.is_of_batch { "column-for-the-file" } else { "column-not-of-batch" };
    Some(Error::new(code).with("column", name).with("option", format!("--{}", option.long)))
}

/// The error for an unknown column that resembles known ones.
fn resembling(name: &str) -> Option<Error> {
    let near: Vec<_> = near_columns(name).into_iter().map(Word::word).collect();
    (!near.is_empty()).then(|| near_miss(name, &near))
}

/// The keys of rows of JSON, each looked up once if it is carried through.
#[derive(Debug, Default)]
pub struct JsonKeys {
    carried: BTreeSet<String>,
}

impl JsonKeys {
    /// The column that a key names; `None` if it is to be carried through.
    ///
    /// # Errors
    /// `column-near-miss`, `column-for-the-file`, `column-not-of-batch`.
    pub fn column(&mut self, key: &str) -> Result<Option<NeedColumn>, Error> {
        const MOST: usize = 1000;
        if let Some(column) = NeedColumn::of_name(key) {
            return Ok(Some(column));
        }
        if self.carried.contains(key) {
            return Ok(None);
        }
        if let Some(column) = NeedColumn::of_header(key) {
            return Ok(Some(column));
        }
        if let Some(error) = not_carried(key) {
            return Err(error);
        }
        if self.carried.len() < MOST {
            self.carried.insert(key.to_owned());
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_and_their_columns() {
        assert_eq!(NeedColumn::of_option("--per-day"), Some(NeedColumn::PerDay));
        assert_eq!(NeedColumn::of_option("--max-total"), None);
    }

    /// Checks the columns that an unknown name is probably meant for.
    #[track_caller]
    fn check_near(name: &str, expected: &[NeedColumn]) {
        assert_eq!(near_columns(name), expected, "{name}");
    }

    #[test]
    fn columns_that_are_named_like_options() {
        for (name, expected) in [
            ("people", Some("column-not-of-batch column=`people` option=`--people`")),
            ("To", Some("column-not-of-batch column=`To` option=`--to`")),
            ("budget", Some("column-not-of-batch column=`budget` option=`--budget`")),
            ("limit", Some("column-not-of-batch column=`limit` option=`--limit`")),
            ("form", Some("column-for-the-file column=`form` option=`--form`")),
            ("kind", Some("column-for-the-file column=`kind` option=`--kind`")),
            ("sold", Some("column-for-the-file column=`sold` option=`--sold`")),
            ("max_total", Some("column-for-the-file column=`max_total` option=`--max-total`")),
            ("Max-Total", Some("column-for-the-file column=`Max-Total` option=`--max-total`")),
            ("note", None),
            ("lang", None),
        ] {
            assert_eq!(not_carried(name).map(|error| error.to_string()).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn slips_and_words_in_another_order() {
        for name in ["user", "date", "database", "name", "city", "line_id", "usage", "if"] {
            check_near(name, &[]);
        }
        check_near("dta", &[NeedColumn::Data]);
        check_near("lien", &[NeedColumn::Line]);
        check_near("operater", &[NeedColumn::Operator]);
        check_near("day", &[NeedColumn::Days, NeedColumn::PerDay, NeedColumn::HaveDays]);
        check_near("data_per", &[NeedColumn::Data, NeedColumn::PerDay, NeedColumn::HaveData]);
    }
}

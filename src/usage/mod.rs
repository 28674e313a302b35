//! How much data everyday activities take: estimates with their sources, and a day that is made of them.
//!
//! The figures are in `activities.csv`, megabytes for each hour or each item: a low one, a typical one and a high one,
//! each with its source. `presets.csv` has days that are made of them; their amounts are our own choice.
//! `downloads.csv` has what is downloaded once.

use crate::domain::duration::{is_unit_of_minutes, minutes};
use crate::domain::error::Error;
use crate::domain::number::plain;
use crate::domain::plan::Confidence;
use crate::domain::time::whole_number;
use crate::domain::volume::DataVolume;
use crate::domain::word::{Word, words};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::sync::LazyLock;

const ACTIVITIES: &[u8] = include_bytes!("activities.csv");
const PRESETS: &[u8] = include_bytes!("presets.csv");
const DOWNLOADS: &[u8] = include_bytes!("downloads.csv");

words! {
    /// What the amount of an activity counts.
    Unit {
        /// Time, in hours.
        Hour = "hour",
        /// Messages, photos.
        Item = "item",
    }
}

/// Data by three estimates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate<T = DataVolume> {
    /// The low estimate.
    pub low: T,
    /// The estimate that a need is made of.
    pub typical: T,
    /// The high estimate.
    pub high: T,
}

impl<T> Estimate<T> {
    /// Converts the three estimates.
    pub fn map<U>(&self, other: impl Fn(&T) -> U) -> Estimate<U> {
        Estimate { low: other(&self.low), typical: other(&self.typical), high: other(&self.high) }
    }
}

/// Something that takes data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Its name on the command line.
    pub id: String,
    /// What its amount counts.
    pub unit: Unit,
    /// The data of one hour or one item.
    pub takes: Estimate,
    /// How sure the estimates are.
    pub confidence: Confidence,
    /// Who gives each estimate: the address of a page.
    pub sources: Estimate<String>,
    /// When the sources were written, as far as known: a day, a month or a year.
    pub seen: Option<String>,
    /// A remark on the figures.
    pub note: Option<String>,
}

/// A day that is made of activities, under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its name on the command line.
    pub id: String,
    /// Its activities.
    pub usage: Usage,
}

/// Every known activity, and the presets.
#[derive(Clone, Debug)]
pub struct Activities {
    /// The activities, in the order of the file.
    pub all: Vec<Activity>,
    /// The presets, from the smallest day to the largest.
    pub presets: Vec<Preset>,
    /// What is downloaded once, by its name.
    pub downloads: Vec<(String, DataVolume)>,
}

/// How much of each activity a day has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// The activities, each once, in the order in which they were given.
    pub amounts: Vec<Amount>,
}

/// How much of one activity a day has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The activity.
    pub activity: Activity,
    /// Minutes for an activity that takes time, else items.
    pub count: u64,
}

/// The most minutes that a day has.
const MOST_MINUTES: u64 = 24 * 60;

/// The most items of one activity that a day may have.
const MOST_ITEMS: u64 = 1_000_000;

impl Activities {
    /// The activities and presets that the program brings along.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Activities> = LazyLock::new(Activities::read);
        &BUILT_IN
    }

    /// Reads the built-in files; a test does so too.
    fn read() -> Self {
        let all: Vec<Activity> = rows(ACTIVITIES).into_iter().map(ActivityRow::activity).collect();
        let downloads = rows::<DownloadRow>(DOWNLOADS).into_iter().map(|row| (row.id, megabytes(&row.mb)));
        let mut known = Self { all, presets: Vec::new(), downloads: downloads.collect() };
        for row in rows::<PresetRow>(PRESETS) {
            let amount = known.amount(&row.activity, &row.amount).expect("the built-in presets are valid");
            match known.presets.last_mut().filter(|preset| preset.id == row.id) {
                Some(preset) => preset.usage.amounts.push(amount),
                None => {
                    known.presets.push(Preset { id: row.id, usage: Usage { amounts: vec![amount] } });
                }
            }
        }
        known
    }

    /// Reads a day: activities with their amounts, separated by commas or blanks. A preset may come first; an activity
    /// that follows takes the place of the same one in the preset, and an amount of 0 leaves it out.
    ///
    /// # Errors
    /// `usage-empty`, `unknown-word` with the known names, `usage-without-amount`, `usage-amount-apart`, `usage-twice`, `preset-not-first`,
    /// and those of amounts: `time-form`, `items-form`, `day-too-long`, `too-many-items`.
    pub fn usage(&self, text: &str) -> Result<Usage, Error> {
        let mut usage = Usage::default();
        let mut given: Vec<String> = Vec::new();
        let parts = parts(text);
        for (nth, part) in parts.iter().enumerate() {
            let Some((name, amount)) = part.split_once('=') else {
                let preset = self.presets.iter().find(|preset| preset.id.eq_ignore_ascii_case(part));
                match preset {
                    Some(preset) if given.is_empty() => usage = preset.usage.clone(),
                    Some(preset) => {
                        return Err(Error::new("preset-not-first").with("value", preset.id.as_str()));
                    }
                    None => return Err(self.without_amount(part, parts.get(nth + 1))),
                }
                given.push(part.clone());
                continue;
            };
            let amount = self.amount(name, amount)?;
            let id = &amount.activity.id;
            if given.contains(id) {
                return Err(Error::new("usage-twice").with("value", id.as_str()));
            }
            given.push(id.clone());
            match usage.amounts.iter_mut().find(|own| own.activity.id == *id) {
                Some(own) => *own = amount,
                None => usage.amounts.push(amount),
            }
        }
        usage.amounts.retain(|amount| amount.count > 0);
        if usage.amounts.is_empty() { Err(Error::new("usage-empty")) } else { Ok(usage) }
    }

    /// The error of a word that is neither a preset nor an amount; `next` is the word after it.
    fn without_amount(&self, word: &str, next: Option<&String>) -> Error {
        if let Ok(activity) = self.activity(word) {
            if let Some(amount) = next.filter(|next| begins_with_digit(next)) {
                let whole = format!("{}={amount}", activity.id);
                return Error::new("usage-amount-apart").with("value", word).with("expected", whole);
            }
            let amount = if activity.unit == Unit::Hour { "30min" } else { "20" };
            let example = format!("{}={amount}", activity.id);
            return Error::new("usage-without-amount").with("value", word).with("expected", example);
        }
        let presets = self.presets.iter().map(|preset| preset.id.as_str());
        unknown(word, presets.chain(self.all.iter().map(|activity| activity.id.as_str())))
    }

    fn activity(&self, name: &str) -> Result<&Activity, Error> {
        let found = self.all.iter().find(|activity| activity.id.eq_ignore_ascii_case(name));
        found.ok_or_else(|| unknown(name, self.all.iter().map(|activity| activity.id.as_str())))
    }

    fn amount(&self, name: &str, amount: &str) -> Result<Amount, Error> {
        let activity = self.activity(name.trim())?.clone();
        let amount = amount.trim();
        let count = match activity.unit {
            Unit::Hour => {
                let form =
                    || Error::new("time-form").with("value", amount).with("activity", activity.id.as_str());
                let count = minutes(amount).ok_or_else(form)?;
                if count > MOST_MINUTES {
                    return Err(Error::new("day-too-long").with("value", amount));
                }
                count
            }
            Unit::Item => {
                let form =
                    || Error::new("items-form").with("value", amount).with("activity", activity.id.as_str());
                let count = whole_number(&plain(amount)).ok_or_else(form)?;
                if count > MOST_ITEMS {
                    return Err(Error::new("too-many-items").with("value", amount).with("max", MOST_ITEMS));
                }
                count
            }
        };
        Ok(Amount { activity, count })
    }
}

impl Usage {
    /// The data of a day. Each sum is exact, and rounded up once to a whole kB.
    pub fn per_day(&self) -> Estimate {
        let sum = |of: fn(&Estimate) -> DataVolume| {
            let parts = self.amounts.iter().map(|amount| amount.sixtieths(of(&amount.activity.takes)));
            volume(parts.fold(0, u128::saturating_add))
        };
        Estimate { low: sum(|of| of.low), typical: sum(|of| of.typical), high: sum(|of| of.high) }
    }

    /// The lowest confidence of its activities.
    pub fn confidence(&self) -> Option<Confidence> {
        self.amounts.iter().map(|amount| amount.activity.confidence).min()
    }
}

impl Amount {
    /// The data of this activity on one day, rounded up to a whole kB.
    pub fn per_day(&self) -> Estimate {
        self.activity.takes.map(|&takes| volume(self.sixtieths(takes)))
    }

    /// The amount in the notation of the command line: `90min`, `20`.
    pub fn how_much(&self) -> String {
        let unit = if self.activity.unit == Unit::Hour { "min" } else { "" };
        format!("{}{unit}", self.count)
    }

    /// The sixtieths of a kB that this amount takes at so much for an hour or an item.
    fn sixtieths(&self, takes: DataVolume) -> u128 {
        let times = match self.activity.unit {
            Unit::Hour => self.count,
            Unit::Item => 60 * self.count,
        };
        u128::from(takes.kb()) * u128::from(times)
    }
}

/// The notation of the command line: `video=90min`, `photos=20`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.activity.id, self.how_much())
    }
}

/// The notation of the command line: `maps=60min,messages=100`.
impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, amount) in self.amounts.iter().enumerate() {
            let before = if nth == 0 { "" } else { "," };
            write!(f, "{before}{amount}")?;
        }
        Ok(())
    }
}

fn unknown<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Error {
    Error::new("unknown-word").with("value", name).with("expected", known.collect::<Vec<_>>().join(", "))
}

/// The words between commas and blanks. Blanks may also surround `=` and the parts of a time; two numbers keep the blank
/// between them.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in between_commas(text) {
        let first = parts.len();
        let mut joins = false;
        for word in part.split_whitespace() {
            match parts[first..].last_mut().filter(|last| joins || continues(last, word)) {
                Some(last) => {
                    if last.ends_with(|c: char| c.is_ascii_digit()) && begins_with_digit(word) {
                        last.push(' ');
                    }
                    last.push_str(word);
                }
                None => parts.push(word.to_owned()),
            }
            joins = word.ends_with('=');
        }
    }
    parts
}

/// Splits a text at its commas, but not at a decimal comma: one between two digits.
fn between_commas(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(',') {
        let is_decimal =
            text[..at].ends_with(|c: char| c.is_ascii_digit()) && begins_with_digit(&text[at + 1..]);
        if !is_decimal {
            parts.push(&text[start..at]);
            start = at + 1;
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Whether a word belongs to the one before it: a unit, an equals sign, or more of an amount.
fn continues(last: &str, word: &str) -> bool {
    is_unit_of_minutes(word) || word.starts_with('=') || (begins_with_digit(word) && last.contains('='))
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn volume(sixtieths: u128) -> DataVolume {
    DataVolume::from_kb(u64::try_from(sixtieths.div_ceil(60)).unwrap_or(u64::MAX))
}

#[derive(Deserialize)]
struct ActivityRow {
    id: String,
    unit: String,
    mb_low: String,
    mb_typical: String,
    mb_high: String,
    confidence: String,
    source_low: String,
    source_typical: String,
    source_high: String,
    seen: Option<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
struct PresetRow {
    id: String,
    activity: String,
    amount: String,
}

#[derive(Deserialize)]
struct DownloadRow {
    id: String,
    mb: String,
}

fn megabytes(text: &str) -> DataVolume {
    DataVolume::parse(&format!("{text}MB")).expect("the built-in figures are valid")
}

impl ActivityRow {
    fn activity(self) -> Activity {
        Activity {
            unit: Unit::parse(&self.unit).expect("the built-in units are valid"),
            takes: Estimate {
                low: megabytes(&self.mb_low),
                typical: megabytes(&self.mb_typical),
                high: megabytes(&self.mb_high),
            },
            confidence: Confidence::parse(&self.confidence).expect("the built-in confidences are valid"),
            sources: Estimate { low: self.source_low, typical: self.source_typical, high: self.source_high },
            id: self.id,
            seen: self.seen,
            note: self.note,
        }
    }
}

fn rows<T: DeserializeOwned>(bytes: &[u8]) -> Vec<T> {
    let rows: Result<Vec<T>, csv::Error> = csv::Reader::from_reader(bytes).into_deserialize().collect();
    rows.expect("the built-in files are valid")
}

#[cfg(test)]
mod tests;
